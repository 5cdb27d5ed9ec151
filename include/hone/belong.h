/*
 * belong.h - what is about the same: the section of a sheet for a card, and the cards and topics for a section.
 * Asks a study, changes nothing. Both ways compare the same: a topic or question with headings, by their words.
 *
 * A heading that is the topic is the surest; then one that holds its words, one whose words the topic holds, and
 * one whose words the question holds, the longer the better. "2.1", "Q3:" and the like before a heading do not
 * count.
 *
 * What the user said goes over that (join.h). A section is about the topics whose names its heading says, about those
 * that were joined with it, and not about those that were refused. A card that was joined with a topic of the section,
 * and one about a topic that was joined with the section, belongs to it, surer than any words; one that was refused
 * such a topic, or is about a topic that was refused the section, does not, unless they have another topic in common.
 */
#ifndef HONE_BELONG_H
#define HONE_BELONG_H

#include "hone/about.h"
#include "hone/search.h"

/*
 * The heading among the study's sheets that says best what a card is about, as "path#heading" into *where; empty
 * when none does. Reads sheets: on demand only.
 */
bool belong_sheet(
	const struct study *s, const struct card *c, struct buf *where, struct err *e) MUST_CHECK;

/* The same for a topic. */
bool belong_topic(const struct study *s, const struct topic_row *t, struct buf *where,
	struct err *e) MUST_CHECK;

/* A section of a sheet: its heading, those of the sections in it, those it stands under, the nearest first. */
enum { BELONG_CHAIN = 64 };
struct belong_place {
	struct str path;
	struct str title; /* the first heading of the text */
	struct str heading[BELONG_CHAIN];
	int nheading;
	int from, to; /* its lines and those of the sections in it, [from, to) */
};

/* The section that a line of the text stands in. It does not stand under the title of the text. */
struct belong_place belong_at(struct str path, struct str text, int line, struct arena *a);

/* What was said of the section, else of its sheet, and a day of the plan; NULL: nothing. */
const struct join *belong_day(const struct joins *j, const struct belong_place *p, uint64_t day);

/* Does a heading say the name of a topic? */
bool belong_names(struct str heading, struct str topic);

/*
 * The cards and topics that belong to it, as hits of their kinds, at most `max` of each: those about the nearest
 * heading first.
 */
bool belong_here(const struct study *s, const struct belong_place *place, size_t max,
	struct search_hits *out, struct arena *a, struct err *e) MUST_CHECK;

#endif
