/*
 * schedule.h - the table in which a user keeps SM-2 by hand, a row for each thing to know. Pure.
 *
 * | ID | Topic | Category | EF | I | n | Last Review | Next Review | Score History |   columns are found by
 * their names, in any order; name, ease, interval and next review make it such a table. Scores are
 * percentages with commas between, the oldest first.
 */
#ifndef HONE_SCHEDULE_H
#define HONE_SCHEDULE_H

#include "hone/arena.h"
#include "hone/day.h"

enum { SCHEDULE_SCORES = 64 }; /* of one row that are kept, the newest ones */

struct schedule_row {
	struct str id, name, area; /* plain text; id and area may be empty */
	int ease;                  /* times 100 */
	int interval, reps;
	int last, next;             /* study days, DAY_NONE */
	int score[SCHEDULE_SCORES]; /* percent, the oldest first */
	int nscore;
	bool usable;      /* the state can be taken over; a row not reviewed yet has none */
	struct str wrong; /* what breaks SM-2's rules, in words; empty: nothing */
	int line;
};

struct schedule_row *schedule_parse(struct str text, int *n, struct arena *a);

/*
 * The study day of score `i`: the last one is of the last review, those before lie as many days back as the
 * intervals that lead to n and I. DAY_NONE without a last review.
 */
int schedule_score_day(const struct schedule_row *r, int i);

#endif
