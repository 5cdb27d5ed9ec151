/*
 * topics_priv.h - what the parts of topics share: where a table has what. Pure, private to the parsers.
 */
#ifndef HONE_TOPICS_PRIV_H
#define HONE_TOPICS_PRIV_H

#include "hone/topics.h"
#include "table.h"

enum { LEVEL_COUNT = 3 };

/* Where a table has what; -1 where it has not. */
struct topic_columns {
	int box[LEVEL_COUNT]; /* Know, Unsure, Dunno */
	int status, topic, number, notes, priority;
};

/* Of the head of a table. False when a table with such a head cannot be a list of topics. */
bool topics_columns(const struct table *t, struct topic_columns *c, struct arena *a);

/* A box of a list: "- [x] Heaps". */
struct topic_box {
	size_t mark, length; /* the character in the box, in the text */
	size_t from, to;     /* what stands behind it */
	enum level level;
};

/* The box of the line that begins at `at` of its text; false when it has none that can be a topic's. */
bool topics_box(size_t at, struct str line, struct topic_box *out);

/* Where the words "priority: high" stand in it. */
bool topics_priority_words(struct str notes, size_t *from, size_t *to);

/* The changes of a mark in a list. */
int topics_patch_box(
	const struct topic *t, struct str text, enum level level, struct patch out[static 3]);

/* Does a heading speak of topics? */
bool topics_heading(struct str heading);

/* What the cell of a column of priorities says, else what the notes say. */
enum priority topics_priority(struct str cell, struct str notes);

#endif
