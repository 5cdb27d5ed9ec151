/*
 * queue.h - which card is next, and how many there are. Asks a study, changes nothing.
 *
 * Order: new cards that are wanted by today (want.h), which count as due; due cards, oldest due first (ties by id), and after them those of the last pass; then new cards
 * in deck order up to the daily limit; then the drill, in the order the cards were answered, until each
 * was answered well enough. A card never follows itself unless it is the only one.
 *
 * Siblings are cards of one text (same deck and line): the deletions of a cloze, both ways of a pair.
 * Once one of them was answered on a day, the others wait for the next; so of each text the one that is
 * due first is asked, and a new one only when none is due. The drill and the last pass do not wait.
 *
 * With a deadline (study_deadline()), up to and on that day:
 *   - the last pass: on the deadline and the DEADLINE_DAYS days before it, a card that would otherwise
 *     not come back before the deadline (due on it or later) is asked once more, those due earliest
 *     first, unless the log has an answer of it in these days. The answer is early: it is logged and
 *     changes no schedule, which stays what the answers say;
 *   - new cards a day: those that were new this morning, shared out evenly over the days before the
 *     last pass (rounded up; from the last pass on it is all that are left), when that is more than
 *     new_per_day. new_per_day = 0 stays none.
 * After the deadline it has no effect.
 */
#ifndef HONE_QUEUE_H
#define HONE_QUEUE_H

#include "hone/study.h"

enum { DEADLINE_DAYS = 3 };

struct queue_counts {
	int due;   /* reviews due and those of the last pass, not more than `cap` */
	int fresh; /* new cards left for today */
	int drill;
	bool capped; /* due stopped at cap: show "1000+" */
};

/*
 * cap 0 counts everything; a screen passes less than LOAD_CAP: then a large deck is never scanned.
 * Siblings that will have to wait are counted as long as others of their kind (due, new) can be asked; 0
 * is said exactly when there is none to ask.
 */
bool queue_count(
	const struct study *s, int cap, struct queue_counts *out, struct err *e) MUST_CHECK;

/*
 * What comes from tomorrow on, by what is known now: reviews on each of the next days, those of the last
 * pass on its first day, none above cap; and the new cards of tomorrow.
 */
bool queue_forecast(
	const struct study *s, int cap, int *due, int days, int *fresh, struct err *e) MUST_CHECK;

/* The next card after `last` (0: none). out->id is 0 when nothing is left today. */
bool queue_next(const struct study *s, int64_t last, struct card *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* Every card due today in the queue's order, then the new ones of today. */
bool queue_each(const struct study *s, bool (*each)(void *ctx, const struct card *c), void *ctx,
	struct err *e) MUST_CHECK;

/* A card that may be asked, with what puts it in order. */
struct queue_card {
	int64_t id;
	int due;      /* DAY_NONE of a new card */
	int interval; /* days */
	int weight;   /* as `wanted` gave it */
	bool last_pass;
	struct event_id drill_at;
};

/* Days that queue_list.soon looks ahead. */
enum { QUEUE_SOON = 366 };

struct queue_list {
	struct queue_card *due;   /* by due day, then id */
	struct queue_card *fresh; /* in deck order, not more than the day has room for */
	struct queue_card *drill; /* in the order they were answered */
	size_t ndue, nfresh, ndrill;
	size_t due_cap, fresh_cap, drill_cap;
	int soon[QUEUE_SOON]; /* cards due `i` days from today, of those not in `due` */
};

/* Which cards a list is of. */
struct queue_wish {
	int until; /* cards due up to this day; today or later */
	/* Is that card to be in it? May set *weight, which is 1 before. NULL: all are. */
	bool (*wanted)(void *ctx, const struct card *c, int *weight);
	void *ctx;
};

/*
 * All cards that may be asked today, those up to `until` included, without siblings that must wait.
 * Reads every card of the study once. The caller releases *out, also after a failure.
 */
bool queue_collect(const struct study *s, const struct queue_wish *w, struct queue_list *out,
	struct err *e) MUST_CHECK;
void queue_list_release(struct queue_list *l);

/*
 * The day on which a card that is due then will be asked: before the last pass began, its first day where
 * the deadline would come sooner.
 */
int queue_comes(const struct study *s, int due);

/* "new" "due" "drill" "learning" "hidden": a card's state as the command line names it.
 * learning: answered before, not due yet. */
const char *queue_state_name(const struct card *c, int today);

#endif
