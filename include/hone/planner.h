/*
 * planner.h - verbs on the plan beyond one tick, and what the log says of it. Like study.h: each verb is
 * one transaction, on disk when it returns true; undone by study_undo().
 */
#ifndef HONE_PLANNER_H
#define HONE_PLANNER_H

#include "hone/calendar.h"
#include "hone/study.h"

/* ---- planner_moves.c: the calendar */

/* The moves that stand, in the arena. */
bool planner_choice(const struct study *s, struct calendar_choice *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* calendar_make() of the study's plan with them. */
bool planner_calendar(
	const struct study *s, struct calendar *out, struct arena *a, struct err *e) MUST_CHECK;

/*
 * The calendar as it would be with `m` too; ERR_INVALID in a sentence when the move cannot be made (a day
 * that is done, a date that is past, off days everywhere). Changes nothing.
 */
bool planner_preview(const struct study *s, const struct move *m, struct calendar *out,
	struct arena *a, struct err *e) MUST_CHECK;
bool planner_move(struct study *s, const struct move *m, struct err *e) MUST_CHECK;

/* "moved Week 3 Day 2 "PyTorch Basics" 1 study day later": for status line, undo and preview. */
void planner_words(const struct study *s, const struct move *m, struct buf *out);

/* ---- planner_log.c: counters, decisions, and what the log says of a task */

/* `by` may be negative; a count never goes below 0: ERR_INVALID. */
bool planner_count(struct study *s, uint64_t counter, int by, struct err *e) MUST_CHECK;

/* Its sum, and the sum of the study week (Monday on) that `day` lies in. */
bool planner_counted(const struct study *s, uint64_t counter, int day, int *all, int *week,
	struct err *e) MUST_CHECK;

bool planner_decide(struct study *s, uint64_t decision, int option, struct str reason,
	struct err *e) MUST_CHECK;

/* The last decision; option -1: not decided, and day is DAY_NONE. */
bool planner_decided(const struct study *s, uint64_t decision, int *option, int *day,
	struct str *reason, struct arena *a, struct err *e) MUST_CHECK;

/* One stretch of work. */
struct planner_run {
	int day;
	int64_t ms;
};

/* What the log says of one item or day of the plan: TIME, NOTE, and TICK as work. */
struct planner_deeds {
	int64_t ms;      /* worked, corrections included; never below 0 */
	int first, last; /* study days with work, DAY_NONE */
	int days;        /* different ones: "2 days planned, 5 taken" */
	struct str *note;
	int nnote;               /* oldest first */
	struct planner_run *run; /* each stretch of work, oldest first: 60 -> 15 min; what a
	                          * correction took off is taken off the newest */
	int nrun;
};
bool planner_deeds(const struct study *s, uint64_t item, struct planner_deeds *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* The same over all items of a day of the plan and the day itself. */
bool planner_day_deeds(const struct study *s, int plan_day, struct planner_deeds *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* Milliseconds worked on plan items by study day, from..to, into out[0 .. to - from]. */
bool planner_worked(
	const struct study *s, int from, int to, int64_t *out, struct err *e) MUST_CHECK;

#endif
