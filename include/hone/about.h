/*
 * about.h - which cards are about which topics: by their words (match.h), and what the user said over that (join.h).
 * Everything that asks it asks it here. Changes nothing.
 */
#ifndef HONE_ABOUT_H
#define HONE_ABOUT_H

#include "hone/guide.h"
#include "hone/join.h"
#include "hone/match.h"

/* The topics of a study, by number. Lives in the arena it was loaded into. */
struct about {
	struct coverage cover;
	struct joins joins;
	struct matcher *matcher;
	int64_t *id; /* of cover.topic */
};

bool about_load(
	const struct study *s, struct about *out, struct arena *a, struct err *e) MUST_CHECK;

/* Numbers of the topics that a card is about, ascending; good until the next call. */
const int *about_card(struct about *b, const struct card *c, int *n);

/* What was said of a card, a section or a day and topic number `topic`; NULL: nothing. */
const struct join *about_said(const struct about *b, enum join_kind kind, int64_t from, int topic);

/* How a card came to a topic, in words: "you said so", "by its heading", "by its tag", "by its question". */
const char *about_how(const struct about *b, const struct card *c, int topic);

/*
 * The topic whose name, or whose number, is meant by some words: the same, else the only one that holds them. -1 with e
 * set when there is none, or several.
 */
int about_find(const struct about *b, struct str words, struct err *e);

/* A topic of a day: as the plan names it, or as the user said. */
struct about_topic {
	struct str name, note;
	int topic; /* number, -1: it is not among the study's */
	bool said; /* the plan does not name it, the user joined it */
};

/* The topics of a day, those that the plan names first; what was refused for the day is not among them. */
struct about_topic *about_day(const struct about *b, uint64_t day, const struct guide_day *guide,
	int *n, struct arena *a);

#endif
