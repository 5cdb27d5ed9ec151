/* calendar_priv.h - what the parts of calendar share. */
#ifndef HONE_CALENDAR_PRIV_H
#define HONE_CALENDAR_PRIV_H

#include "hone/calendar.h"

/* How far ahead a study day is looked for, and on how many dates one day of the plan can stand. */
enum { CALENDAR_REACH = 3660, CALENDAR_LONGEST = 366 };

/* A day of the plan while it is placed: what the plan and the moves want of it. */
struct slot {
	int pin;      /* the date it is bound to: the plan's, or the user's; DAY_NONE: it floats */
	int was;      /* the pin before the user moved it; DAY_NONE when it is the plan's */
	int push;     /* where the user moved it before the plan gave it another date; DAY_NONE */
	bool swapped; /* its pin is another day's */
	int floor, lap;   /* of SHIFT */
	int more, hold;   /* of EXTEND */
	bool out, back;   /* deferred, resumed by the user */
	bool passed;      /* an alternative of it was chosen */
	int begun, *rest; /* of SPLIT: the dates for what is left, ascending */
	int nrest;
	int end; /* last date of it, without `rest`; DAY_NONE */
};

struct board {
	const struct plan *plan;
	int today;
	struct arena *arena;
	struct calendar cal;
	struct slot *slot;
	int *order, *at; /* order[at[day]] == day */
	struct calendar_span *span;
	size_t span_cap;
	int *busy, nbusy; /* dates of open dated days, ascending */
	const struct calendar_done *done;
	int ndone;
};

/* The first study day from `from` on, DAY_NONE when there is none within reach. `plain`: by the rhythm
 * alone. */
int calendar_next(const struct calendar *cal, int from, bool plain);

/* ---- calendar_apply.c */
void board_apply(struct board *b, const struct move *m);
const struct plan_day *calendar_find(
	const struct plan *plan, uint64_t id, int *index); /* or NULL */

/* ---- calendar_words.c */
void calendar_day_name(
	const struct plan *plan, uint64_t id, struct buf *out); /* Week 3 Day 2 "Title" */

/* ---- calendar_place.c */
void board_place(struct board *b);

/* ---- calendar_week.c: after the days */
void board_place_weeks(struct board *b);

#endif
