/*
 * reading.h - what is remembered of reading the sheets of a study, on this machine only: where each was left,
 * marks, what was searched for, how the page is set.
 *
 * Kept as one setting of the store. Two programs on one study do not hear of each other here: the one that
 * saves last is remembered.
 */
#ifndef HONE_READING_H
#define HONE_READING_H

#include "hone/study.h"

struct reading {
	struct buf text; /* a line each, the newest first */
	bool changed;    /* since it was loaded or saved */
};

/* A line of a sheet, 1-based, and how many laid-out rows below its first the top of the page was. */
struct place {
	int source, into;
};

bool reading_load(struct reading *r, const struct study *s, struct err *e) MUST_CHECK;

/* Nothing is written when nothing changed; a study that can only be read keeps nothing. */
bool reading_save(struct reading *r, struct study *s, struct err *e) MUST_CHECK;
void reading_release(struct reading *r);

/* Where a sheet was left; { 0 } when that is not known. The last 300 sheets are remembered. */
struct place reading_place(const struct reading *r, struct str path);
void reading_put_place(struct reading *r, struct str path, struct place at);
struct str reading_last(const struct reading *r); /* the sheet read last, empty: none */

/* A mark a..z in a sheet; false when it is not set. */
bool reading_mark(const struct reading *r, char letter, struct str *path, struct place *at);
void reading_put_mark(struct reading *r, char letter, struct str path, struct place at);

/* What was searched for, a line each, the last first; at most 50. */
void reading_searches(const struct reading *r, struct buf *out);
void reading_put_search(struct reading *r, struct str pattern);

/* A number chosen for something, "width" say; `missing` when none was. */
int reading_number(const struct reading *r, const char *name, int missing);
void reading_put_number(struct reading *r, const char *name, int value);

#endif
