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

/* What the cell of a column of priorities says, else what the notes say. */
enum priority topics_priority(struct str cell, struct str notes);

#endif
