/* queue_priv.h - what the parts of queue share. */
#ifndef HONE_QUEUE_PRIV_H
#define HONE_QUEUE_PRIV_H

#include "hone/queue.h"

/* queue_pass.c: the last pass before a deadline. Zero: today is not one of its days. */
struct pass {
	bool on;
	int today, deadline;
	int64_t *answered; /* cards that the log has an answer of in these days, by id */
	size_t n, cap;
};

/* Reads the log of these few days, and nothing on others. Release it also after a failure. */
bool pass_load(const struct study *s, struct pass *p, struct err *e) MUST_CHECK;
void pass_release(struct pass *p);

/* Is a card, due on that day, asked by the pass alone? */
bool pass_wants(const struct pass *p, int64_t id, int due);

/* The first card of the pass that is not `except`, or 0. */
bool pass_next(const struct study *s, int64_t except, int64_t *id, struct err *e) MUST_CHECK;

/* How many are left, counted up to `cap` (0: all). */
bool pass_count(const struct study *s, int cap, int *n, struct err *e) MUST_CHECK;

/* Before the pass: how many cards will be asked by it alone, counted up to `cap`. */
bool pass_ahead(const struct study *s, int cap, int *n, struct err *e) MUST_CHECK;

/* queue.c: new cards that may still be begun today. */
bool queue_room(const struct study *s, int *room, struct err *e) MUST_CHECK;

#endif
