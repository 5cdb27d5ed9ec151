/*
 * queue.h - which card is next, and how many there are. Asks a study, changes nothing.
 *
 * Order: due cards, oldest due first (ties by id); then new cards in deck order up to the daily limit;
 * then the drill, in the order the cards were answered, until each was answered well enough. A card
 * never follows itself unless it is the only one.
 */
#ifndef HONE_QUEUE_H
#define HONE_QUEUE_H

#include "hone/study.h"

struct queue_counts {
	int due;   /* reviews due, not more than `cap` */
	int fresh; /* new cards left for today */
	int drill;
	bool capped; /* due stopped at cap: show "1000+" */
};

/* cap 0 counts everything; a screen passes less than LOAD_CAP: then a large deck is never scanned. */
bool queue_count(
	const struct study *s, int cap, struct queue_counts *out, struct err *e) MUST_CHECK;

/* The next card after `last` (0: none). out->id is 0 when nothing is left today. */
bool queue_next(const struct study *s, int64_t last, struct card *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* Every card due today in the queue's order, then the new ones of today. */
bool queue_each(const struct study *s, bool (*each)(void *ctx, const struct card *c), void *ctx,
	struct err *e) MUST_CHECK;

/* "new" "due" "drill" "learning" "hidden": a card's state as the command line names it.
 * learning: answered before, not due yet. */
const char *queue_state_name(const struct card *c, int today);

#endif
