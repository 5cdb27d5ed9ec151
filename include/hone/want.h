/*
 * want.h - new cards that are due on a day: of gaps that were found, of questions that were asked in an interview.
 *
 * A new card has no schedule and waits in deck order. Wanted for a day (a WANT of the log) it is due from that day on,
 * as a card whose review fell on it: before all new ones and beyond the limit of a day. Its first answer begins its
 * schedule like any other, and it is wanted no more. Nothing is answered for the user, and undo lets it wait again.
 */
#ifndef HONE_WANT_H
#define HONE_WANT_H

#include "hone/study.h"

/* Wishes older than that are over. */
enum { WANT_DAYS = 60 };

struct want {
	int64_t card; /* that stands in the files, is new, and neither hidden nor buried today */
	int day;      /* today or later */
};

/* By day, those of one day as they were wished for. In the arena. */
bool want_list(const struct study *s, struct want **out, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* How many are due on that study day: on today all that are not begun by then. */
bool want_count(const struct study *s, int day, int *n, struct err *e) MUST_CHECK;

/* That is the card's day; DAY_NONE when it is not wanted. */
bool want_day(const struct study *s, int64_t card, int *day, struct err *e) MUST_CHECK;

/* One event for all of them; `deed` as of study_rate_all(). Cards that no file has yet may be among them. */
bool want_cards(struct study *s, int day, const int64_t *card, int n, struct event_id *deed,
	struct err *e) MUST_CHECK;

#endif
