/*
 * fold.h - events to state: what the log says of one card or one topic. Pure.
 *
 * State is nothing but the events of a subject applied in the order of their ids, without those
 * that are voided. The store keeps the result in tables; `verify` computes it again and compares.
 */
#ifndef HONE_FOLD_H
#define HONE_FOLD_H

#include "hone/event.h"
#include "hone/sched.h"

/* All that the log says of one card. fold_card_new() is a card without events. */
struct card_state {
	struct memory memory;
	/* Study day of the first graded answer, DAY_NONE before it. Of a schedule from elsewhere the day
	 * of its last answer, so that it never counts as a new card. */
	int first;
	struct event_id drill_at; /* the answer that keeps it in the drill of that day, or none */
	bool hidden;
	bool flagged;
	int buried; /* study day up to which, that day included, it is not asked; DAY_NONE */
	bool seen;  /* at least one event counts for it */
};

/* All that the log says of one topic. fold_topic_new() is a topic never rated. */
struct topic_state {
	enum level level;
	int since; /* study day of the event that set it, DAY_NONE before the first */
};

struct card_state fold_card_new(void);
struct topic_state fold_topic_new(void);

/*
 * A SCORE that counts as an answer is the grade that sm2_grade_of_percent() makes of it. Events of other
 * kinds leave the state as it is. So does what no hone writes: a grade outside
 * 0..5, a day some 13,000 years away, a STATE event with an ease below 130, an interval outside
 * 1..36500 or a due day before its last answer.
 */
struct card_state fold_card(
	const struct sm2_options *o, struct card_state s, const struct event *e);
struct topic_state fold_topic(struct topic_state s, const struct event *e);

/*
 * Mark which of `n` events, in id order, are void: voided[i] is set when a VOID that is not itself
 * void refers to event i.
 */
void fold_voids(const struct event *event, size_t n, bool *voided);

#endif
