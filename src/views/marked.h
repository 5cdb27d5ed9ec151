/*
 * marked.h - rows of a list that are chosen together, by the ids of what they show: so they outlive an order, a search
 * and a sync.
 */
#ifndef HONE_MARKED_H
#define HONE_MARKED_H

#include "hone/study.h"

struct marked {
	int64_t *id; /* in the order in which they were chosen */
	size_t n, cap;
};

bool marked_has(const struct marked *m, int64_t id);
void marked_add(struct marked *m, int64_t id);  /* nothing when it is there */
void marked_turn(struct marked *m, int64_t id); /* there or not */
int64_t marked_last(const struct marked *m);    /* 0: none */
void marked_clear(struct marked *m);

/* Cards: all get a flag, unless all have one; one deed. *n: how many. Then none is chosen. */
bool marked_flag(
	struct marked *m, struct study *s, bool *flagged, int *n, struct err *e) MUST_CHECK;
void marked_release(struct marked *m);

#endif
