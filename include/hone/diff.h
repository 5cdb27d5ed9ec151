/*
 * diff.h - a typed answer beside the wanted one, by characters as a reader sees them. Pure.
 *
 * Both texts are compared in Unicode's composed form (NFC), so that a letter with its accent is the same
 * however it was typed. The unit is the grapheme cluster: a letter with all its marks, a joined emoji.
 */
#ifndef HONE_DIFF_H
#define HONE_DIFF_H

#include "hone/arena.h"

/*
 * Where the two differ over more than so many clusters of either, what differs is not looked into: all
 * of it is extra and missing.
 */
enum { DIFF_MOST = 500 };

enum diff_kind {
	DIFF_SAME,
	DIFF_EXTRA,   /* typed, but not wanted */
	DIFF_MISSING, /* wanted, but not typed */
};

/* A run of clusters of one kind; runs side by side differ in kind. */
struct diff_part {
	enum diff_kind kind;
	struct str text; /* composed */
};

struct diff {
	struct diff_part
		*part; /* in reading order; where both stand at one place, extra comes first */
	int npart;
	int extra, missing; /* clusters; both 0: the texts are equal */
};

/* The fewest clusters that turn `typed` into `wanted`. Parts live in the arena. */
struct diff diff_texts(struct str typed, struct str wanted, struct arena *a);

#endif
