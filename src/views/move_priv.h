/*
 * move_priv.h - what the files of the move screen share: what can be done, and what it would change.
 *
 * Nothing is changed before Enter. What is shown beside the choices is the calendar as the verb would make it.
 */
#ifndef HONE_MOVE_PRIV_H
#define HONE_MOVE_PRIV_H

#include "hone/planner.h"
#include "tui/app.h"

enum { MOST_CHOICES = 10, MOST_WORDED = 8, MOST_OFFERS = MOST_WORDED + 4, MONTH_DATES = 31 };

/* One thing that can be done, with the value it has now. */
struct move_choice {
	enum move_kind kind;
	int n;     /* SHIFT, EXTEND: study days; OFF, ON: dates; RHYTHM: index of the offer */
	int date;  /* SPLIT, START */
	int other; /* SWAP: index into plan.day */
};

/* A rhythm of the week to choose. */
struct offer {
	struct str title;
	struct rhythm rhythm;
};

/* A date of the small months. */
struct month_date {
	enum role role;
	bool off, here; /* here: the day to be moved */
};

struct move_view {
	struct arena arena; /* the calendar as it is, and the offers */
	uint64_t id;        /* of the day; 0: only a date */
	int day;            /* index into plan.day, -1 */
	int date;           /* the one selected in the plan */
	struct move_choice choice[MOST_CHOICES];
	struct list list;   /* over them */
	bool typing;        /* the next digit goes after those of n */
	struct arena guide; /* rhythms that the plan words */
	struct offer worded[MOST_WORDED];
	int nworded;
	struct offer offer[MOST_OFFERS]; /* these and others */
	int noffer;
	struct calendar before;

	struct arena look; /* the preview */
	bool can;
	struct err why; /* why not */
	struct calendar after;
	struct calendar_change *change;
	struct list changes; /* over them; scrolls */
	struct str words, sum;
	int now_cols, then_cols; /* of the dates in the table */
	int first;               /* of the month shown */
	struct month_date month[2][MONTH_DATES];

	int rows, cols;
	int top;           /* rows of the choices where they stand above the preview, else 0 */
	int said;          /* rows of words above the table */
	int table, months; /* rows of them, with their heads; 0: not shown */
	bool aside;        /* the months stand beside the choices */
};

/* ---- move_choice.c: what can be done */

/* Reads the rhythms that the plan words. */
bool move_rhythms(struct move_view *v, const struct study *s, struct err *e);
void move_choices(struct move_view *v, const struct study *s);
struct move move_chosen(const struct move_view *v, const struct study *s);
/* More or less of it; false when it has no value. */
bool move_step(struct move_view *v, const struct study *s, int by);
void move_digit(struct move_view *v, int digit);
void move_erase(struct move_view *v);
bool move_set(struct move_view *v, struct str text, struct err *e);
void move_ask(const struct move_view *v, struct app *app, int action);
/* Name and value in words. */
void move_say(const struct move_view *v, const struct study *s, int choice, struct str *name,
	struct buf *value);
/* "Week 3 Day 2 Heaps", with short: "W3 D2 Heaps". */
void move_day_name(const struct plan *p, int day, bool brief, struct buf *out);

/* What a move does, as a sentence. */
void move_words_said(const struct study *s, const struct move *m, struct buf *out);

/* ---- move_draw.c */

/* The preview of what is chosen. */
void move_look(struct move_view *v, const struct study *s);
void move_shape(struct move_view *v); /* for the size */
void move_draw(const struct move_view *v, const struct study *s, struct canvas c, bool focused);

#endif
