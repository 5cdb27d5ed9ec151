/*
 * chosen.h - sheets that are chosen to be read one after the other, before an interview say: an order of
 * paths, kept on this machine as a setting of the store.
 */
#ifndef HONE_CHOSEN_H
#define HONE_CHOSEN_H

#include "hone/study.h"

enum { CHOSEN_MOST = 99 };

/*
 * Those that are there, in the order in which they were chosen; in the arena. One whose file went is not among
 * them until it comes back.
 */
bool chosen_load(const struct study *s, struct str **path, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* The place of a path among them, from 1 on; 0: it is not chosen. */
int chosen_place(const struct str *path, int n, struct str one);

/*
 * Choose a sheet, which goes to the end, or let go of it: what it is then in *on. On disk when it returns true.
 * ERR_INVALID when CHOSEN_MOST are chosen.
 */
bool chosen_toggle(struct study *s, struct str path, bool *on, struct err *e) MUST_CHECK;

/* These and no others, at most CHOSEN_MOST: ERR_INVALID when there are more. One that is named twice counts once. */
bool chosen_set(struct study *s, const struct str *path, int n, struct err *e) MUST_CHECK;

#endif
