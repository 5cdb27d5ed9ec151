/*
 * sched.h - SM-2 on integers. Pure.
 *
 * Source: P. A. Wozniak, "Application of a computer to improve the results obtained in working with
 * the SuperMemo method" (1990), in the web edition of 1998: ease changes on success only, intervals
 * round up, items below four are repeated the same day. Ease is kept times 100, so that nothing
 * depends on floating point. State is always the fold of a card's answers: see sm2_answer().
 */
#ifndef HONE_SCHED_H
#define HONE_SCHED_H

#include "hone/day.h"

/* What the scheduler remembers of one card. sm2_new() is a card never answered. */
struct memory {
	int reps;     /* n: successful repetitions in a row */
	int ease;     /* E-Factor * 100, at least 130 */
	int interval; /* days between the last two repetitions due; 0 before the first */
	int due;      /* study day, DAY_NONE before the first answer */
	int last;     /* study day of the last graded answer, DAY_NONE before it */
	int lapses;   /* failures of a card that had been known */
	int drill;    /* the study day on which it is still to be repeated, or DAY_NONE */
};

struct sm2_options {
	int max_interval; /* days; 36500 */
	bool late_credit; /* count lateness of a good answer into the interval; false */
	int drill_below;  /* grades below this are repeated the same day; 4 */
	int leech;        /* lapses at which a card is a leech; 8 */
};

/* What an answer was, decided from the state before it. */
enum answer_kind {
	ANSWER_NEW, /* first answer ever */
	ANSWER_DUE, /* on its day or later */
	ANSWER_DRILL, /* repetition of the same day: ends the drill when good enough, changes nothing else */
	ANSWER_EARLY, /* not due: logged, changes nothing */
};

struct memory sm2_new(void);
struct sm2_options sm2_defaults(void);

/* Which kind an answer on `today` would be. A clock set back counts as the day of the last answer. */
enum answer_kind sm2_kind(struct memory m, int today);

/*
 * The memory after grade 0..5 on study day `today`. *leech (may be NULL) is set when this answer made
 * the card a leech: at `leech` lapses and then at every half of that more.
 */
struct memory sm2_answer(
	const struct sm2_options *o, struct memory m, int grade, int today, bool *leech);

/* The interval in days that the grade would give: what a button shows. */
int sm2_preview(const struct sm2_options *o, struct memory m, int grade, int today);

/* A percentage 0..100 of a knowledge check as a grade: <=30 1, 31-59 2, 60-70 3, 71-90 4, >90 5. */
int sm2_grade_of_percent(int percent);

#endif
