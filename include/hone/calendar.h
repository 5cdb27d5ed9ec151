/*
 * calendar.h - the days of a plan on real dates: by the plan's own dates, the rhythm of the week and the
 * user's moves. Asks, changes nothing. Pure.
 *
 * A study day here is a date on which the user studies: none that is off, and one that the rhythm has
 * minutes for. Without a rhythm every date is one, and one day of the plan fits on it.
 */
#ifndef HONE_CALENDAR_H
#define HONE_CALENDAR_H

#include "hone/plan.h"

/* Minutes of study on each weekday, Monday first; 0: none on that day. All 0: not set. */
struct rhythm {
	int minutes[7];
};
bool rhythm_set(struct rhythm r);
int rhythm_week(struct rhythm r); /* minutes a week */

/*
 * "mon 60, tue 60, sat 150" (also "monday", "sat 2h", "sun 1h30"; "none"): weekdays that are not named
 * have none. ERR_INVALID names the word.
 */
bool rhythm_parse(struct str text, struct rhythm *r, struct err *e) MUST_CHECK;
void rhythm_format(struct rhythm r, struct buf *out); /* "none" when it is not set */

enum move_kind {
	MOVE_START,  /* date: the first day of the plan without a date stands there */
	MOVE_RHYTHM, /* rhythm */
	MOVE_SHIFT,  /* day, n: so many study days later (n < 0: earlier, not before today) */
	MOVE_EXTEND, /* day, n: takes n study days more (n < 0: fewer, at least one) */
	MOVE_SPLIT,  /* day, date: what is left of it is done on `date` */
	MOVE_SWAP,   /* day, other: change places in the order */
	MOVE_DEFER,  /* day: out of the calendar until MOVE_RESUME */
	MOVE_RESUME, /* day: stands next, today or on the next study day */
	MOVE_CHOOSE, /* day: its alternatives are out of the calendar, until one of them is chosen */
	MOVE_OFF,    /* date, date_to: no study on these dates */
	MOVE_ON,     /* date, date_to: study after all, or on a day the rhythm leaves out */
};

/*
 * A move as the user makes it has the members named above. move_fix() adds what keeps its meaning when
 * time passes and the plan is edited; a move that is not fixed is taken as made today.
 */
struct move {
	enum move_kind kind;
	uint64_t day, other; /* plan_day.id */
	int n, date, date_to;
	struct rhythm rhythm;
	bool fixed;
	/*
	 * Of a fixed move: SHIFT date: it stands from there on, unless (lap > 0) it stands so many study
	 * days before its turn. EXTEND date: its last one, of a day that is under way, else DAY_NONE.
	 * SPLIT date_to: where it is begun. pin, other_pin: the dates that the plan gave them then; where
	 * the plan says another date now, the plan is followed.
	 */
	int lap, pin, other_pin;
};

/* The text of an EVENT_MOVE: "shift 00f3... 2 2025-11-14 - 0", "off 2025-11-20 2025-11-21". Unknown
 * kinds of a newer hone: false; they are passed over. What stands after the members is passed over. */
bool move_parse(struct str text, struct move *m);
void move_format(const struct move *m, struct buf *out);

/* What a move does in words: "moved Week 3 Day 2 "PyTorch Basics" 1 study day later". */
void move_words(const struct move *m, const struct plan *plan, struct buf *out);

/* When a day of the plan was worked on that is done and has no date in the plan. */
struct calendar_done {
	int day, from, to; /* index in the plan; first and last date */
};

/* What the calendar is made with, beside the plan. */
struct calendar_choice {
	const struct move *move; /* in the order they were made */
	int nmove;
	const struct calendar_done *done; /* in plan order */
	int ndone;
};

/* What a date holds. */
enum calendar_mark {
	CALENDAR_NONE,
	CALENDAR_PLANNED, /* a day of the plan falls here */
	CALENDAR_PART,    /* begun */
	CALENDAR_DONE,
	CALENDAR_MISSED, /* planned for a date that is over, and not begun */
};

/* One day of the plan on its dates. */
struct calendar_day {
	const int *date; /* each study day it stands on, ascending; n of them; in the arena */
	int n; /* 0: no place (undated and over, deferred, skipped, moved, no study day left) */
	int from, to;         /* first and last of them, DAY_NONE when n is 0 */
	int was_from, was_to; /* where it stood without moves of the user and without the delay of
	                       * today: the original; DAY_NONE when unknown */
	int turn;             /* of a projected day: where it stands unless it is shifted */
	int planned; /* study days it was planned for (its range, or its minutes by the rhythm) */
	bool pinned; /* dated, by the plan or (a move) by the user */
	bool projected; /* not dated: follows from today */
	bool deferred;  /* by the user or by the plan */
};

/* A week of the plan that names no days: its tasks are for any day of it. */
struct calendar_week {
	int from, to; /* DAY_NONE: it has days, or no place (no tasks; done, and without dates) */
};

/* Dates that the user took out or put in. */
struct calendar_span {
	int from, to;
	bool off;
};

struct calendar {
	struct calendar_day *day; /* one for each plan->day */
	int nday;
	const struct calendar_week *week; /* one for each plan->week */
	struct rhythm rhythm;
	int start;                        /* DAY_NONE when nothing says */
	int end;                          /* last date of the plan as placed, DAY_NONE */
	int was_end;                      /* without moves and delays */
	const struct calendar_span *span; /* ascending, apart */
	int nspan;
};

/*
 * Place all days.
 * - A dated day stands on its dates; where one of them is off, on the next study day instead. A dated day
 *   that gave way, or was moved by the user, pushes those dated after it as far as it must to keep their
 *   order; gaps between dates take up a delay. A dated day that is done stays on the plan's date; one without a
 *   date stands where it was worked on, and makes no other give way.
 * - Days without a date that are not done follow in order from the first study day at max(today, start, the
 *   day after the last dated day before it, the date that the plan gives their week) on, round the dates of
 *   open dated days, one a date, as many dates as each is long. What has no boxes and stands before a
 *   finished day is over.
 * - Of those a day named by its weekday waits for that: in this week when some of its week is done, else in the first
 *   week in which it is not too late, or the one after that of the week before it. One that is late stands next.
 * - A day without a date that has the same numbers in the same week as the one before it is an alternative
 *   to that: unless that is done or away it begins where that does, and what follows waits for both. Once
 *   one is chosen the others are out.
 * - A day is as long as its range ("Day 3-4": 2), longer when its minutes (upper estimate) do not fit the
 *   minutes of its dates by the rhythm, with a tolerance of a quarter. A day that is begun takes
 *   the share of that which its open boxes are of all.
 * - A week without days stands on the dates that the plan gives it. Where it gives none and something is open in it
 *   it is a whole week, Monday to Sunday: the one of max(today, start), or the next after what stands before it.
 * - Moves are applied in the order they were made; one whose day is gone is passed over. What is shifted,
 *   extended or put back takes the days without a date after it along.
 * - Where no study day is found within ten years, a day has no place.
 */
struct calendar calendar_make(
	const struct plan *plan, const struct calendar_choice *c, int today, struct arena *a);

/*
 * Can the move be made, `cal` being the calendar before it? ERR_INVALID in a sentence when not: a day that
 * is done, a date that is past, nothing that changes; ERR_MISSING when the plan has no such day. On true,
 * what move_fix() adds is in *m.
 */
bool move_fix(struct move *m, const struct plan *plan, const struct calendar *cal, int today,
	struct err *e) MUST_CHECK;

/* The plan day standing on a date (the one to work on first when several do) in *day, -1: none; and its
 * mark. *all (may be NULL) counts how many stand there. */
enum calendar_mark calendar_mark(const struct plan *plan, const struct calendar *cal, int today,
	int date, int *day, int *all);

/* The week without days that a date lies in, -1: none; and its mark: missed only when all of it is over. */
int calendar_week_on(const struct plan *plan, const struct calendar *cal, int date);
enum calendar_mark calendar_week_mark(
	const struct plan *plan, const struct calendar *cal, int today, int week);

bool calendar_is_off(const struct calendar *cal, int date);   /* taken out by the user */
bool calendar_is_study(const struct calendar *cal, int date); /* see above */
int calendar_minutes(
	const struct calendar *cal, int date); /* by the rhythm; 0 when it is not set */

/* Two days of one week with the same numbers: the options of a decision, of which one is done. */
bool calendar_alternatives(const struct plan *plan, int day, int other);

/* Of a single day of the plan, by its boxes and its status. */
enum calendar_mark calendar_progress(const struct plan_day *d);

/* What changes from one calendar of a plan to another: days whose dates differ, in plan order. */
struct calendar_change {
	int day;
	int from_a, to_a, from_b, to_b;
};
struct calendar_change *calendar_diff(
	const struct calendar *a, const struct calendar *b, int *n, struct arena *arena);

#endif
