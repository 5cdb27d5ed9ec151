/*
 * belong.h - what is about the same: the section of a sheet for a card, and the cards and topics for a section.
 * Asks a study, changes nothing. Both ways compare the same: a topic or question with headings, by their words.
 *
 * A heading that is the topic is the surest; then one that holds its words, one whose words the topic holds, and
 * one whose words the question holds, the longer the better. "2.1", "Q3:" and the like before a heading do not
 * count.
 */
#ifndef HONE_BELONG_H
#define HONE_BELONG_H

#include "hone/search.h"

/*
 * The heading among the study's sheets that says best what a card is about, as "path#heading" into *where; empty
 * when none does. Reads sheets: on demand only.
 */
bool belong_sheet(
	const struct study *s, const struct card *c, struct buf *where, struct err *e) MUST_CHECK;

/* A section of a sheet: its heading, those of the sections in it, those it stands under, the nearest first. */
enum { BELONG_CHAIN = 64 };
struct belong_place {
	struct str path;
	struct str heading[BELONG_CHAIN];
	int nheading;
	int from, to; /* its lines and those of the sections in it, [from, to) */
};

/* The section that a line of the text stands in. It does not stand under the title of the text. */
struct belong_place belong_at(struct str path, struct str text, int line, struct arena *a);

/*
 * The cards and topics that belong to it, as hits of their kinds, at most `max` of each: those about the nearest
 * heading first.
 */
bool belong_here(const struct study *s, const struct belong_place *place, size_t max,
	struct search_hits *out, struct arena *a, struct err *e) MUST_CHECK;

#endif
