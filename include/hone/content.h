/*
 * content.h - what a markdown file is, told from what stands in it, never from its name. Pure.
 */
#ifndef HONE_CONTENT_H
#define HONE_CONTENT_H

#include "hone/deck.h"

/* A file may be several of these. Numbers are stored. */
enum content_role {
	CONTENT_SHEET = 1, /* every markdown file can be read */
	CONTENT_PLAN = 2,  /* reads as a plan; the study uses the one with the highest score */
	CONTENT_DECK = 4,
	CONTENT_TOPICS = 8,
	CONTENT_CHECKS = 16, /* holds a log of knowledge checks */
};

/*
 * The roles of a file. A deck, a topic check or a log of checks is no plan, whatever boxes it holds.
 * *plan_points (may be NULL) is plan_score(). `survey` is that of the text; NULL: it is made.
 */
unsigned content_roles(struct str text, const struct survey *survey, int *plan_points);

#endif
