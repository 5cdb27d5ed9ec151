/*
 * calendar.h - the days of a plan on real dates. Asks a plan, changes nothing. Pure.
 */
#ifndef HONE_CALENDAR_H
#define HONE_CALENDAR_H

#include "hone/plan.h"

/* What a date holds, from strongest to weakest. */
enum calendar_mark {
	CALENDAR_NONE,
	CALENDAR_PLANNED, /* a day of the plan falls here */
	CALENDAR_PART,    /* begun */
	CALENDAR_DONE,
	CALENDAR_MISSED, /* in the past and not begun */
};

/* One day of the plan on its dates. */
struct calendar_day {
	int from, to;   /* study days, DAY_NONE when it has no place: undated and in the past */
	bool projected; /* not dated by the plan: follows from today */
};

/*
 * Dates for plan->day[i] in out[i], for all i. Days dated in the plan are pinned; the day to work on
 * (plan_today()) stands on today if it has no date, and those after it follow, each as many days long as
 * its range, in the order of the plan. Undated days before it have no place.
 */
void calendar_place(const struct plan *plan, int today, struct calendar_day *out);

/* The mark of a date, and the plan day it comes from in *day (-1: none). */
enum calendar_mark calendar_mark(
	const struct plan *plan, const struct calendar_day *placed, int today, int date, int *day);

/* Of a single day of the plan, by its boxes and its status. */
enum calendar_mark calendar_progress(const struct plan_day *d);

#endif
