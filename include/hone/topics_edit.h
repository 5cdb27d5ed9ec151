/*
 * topics_edit.h - topics added, reworded, split and weighed, as lines in the manner of those that stand there.
 * Pure: says what would stand where; nothing is written.
 *
 * Names are markdown as it stands in a table or list: a bar of a table is escaped, what would end a line is a
 * space. Every function is false with ERR_INVALID where the words are none or the file has no such place.
 */
#ifndef HONE_TOPICS_EDIT_H
#define HONE_TOPICS_EDIT_H

#include "hone/topics.h"

/*
 * Bytes of the text and what stands there then. Where lines are put in, `length` is 0 and `lines` has their
 * ends; in place of a line, `lines` has none behind the last.
 */
struct topics_edit {
	size_t at, length;
	int line; /* 1-based, of the first line of `lines` */
	struct str lines;
};

/* The name of a topic as its line has it, to be edited. */
struct str topics_source(struct str text, const struct topic *t);

/* Unrated topics below the last one of an area (index into t->area), numbered on where those are numbered. */
bool topics_add(struct str text, const struct topics *t, int area, const struct str *name, int n,
	struct topics_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/*
 * A further area at the end of the text, behind a heading like that of the last one and with the columns of its
 * table; where the text has no topics, with columns for status and notes.
 */
bool topics_add_area(struct str text, const struct topics *t, struct str area,
	const struct str *name, int n, struct topics_edit *out, struct arena *a,
	struct err *e) MUST_CHECK;

bool topics_rename(struct str text, const struct topic *t, struct str name, struct topics_edit *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* Several in its place, each with its mark and notes; a number gets a letter: 3.4a, 3.4b. */
bool topics_split(struct str text, const struct topic *t, const struct str *name, int n,
	struct topics_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* In the column of priorities, else in its notes: "priority: high". PRIORITY_NONE takes that away. */
bool topics_prioritise(struct str text, const struct topic *t, enum priority priority,
	struct topics_edit *out, struct arena *a, struct err *e) MUST_CHECK;

#endif
