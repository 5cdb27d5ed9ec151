/*
 * guide_line.h - a plan as lines that know what they stand under; private to the guide*.c. Pure.
 * guide_line.c cuts the text, guide_place.c tells where each line stands, guide_words.c knows words,
 * guide_amount.c percents and lengths of time, the others look for one thing each.
 */
#ifndef HONE_GUIDE_LINE_H
#define HONE_GUIDE_LINE_H

#include "hone/guide.h"
#include "plan_line.h"

enum guide_kind {
	GUIDE_TEXT,
	GUIDE_HEADING,
	GUIDE_LABEL, /* a paragraph that starts in bold, ends in a colon or starts with a known word */
	GUIDE_BULLET,
	GUIDE_ROW, /* of a table, its head too */
};

/* What the label of a line speaks of; or-ed. */
enum {
	WORD_GOAL = 1 << 0,
	WORD_TARGET = 1 << 1,
	WORD_WHY = 1 << 2,
	WORD_CONTEXT = 1 << 3,
	WORD_TOPICS = 1 << 4,
	WORD_LEARNING = 1 << 5,
	WORD_RESULT = 1 << 6,
	WORD_CRITERION = 1 << 7,
	WORD_CHECK = 1 << 8, /* a knowledge check */
	WORD_SCORE = 1 << 9,
	WORD_TIME = 1 << 10,
	WORD_TOTAL = 1 << 11, /* time in all */
	WORD_MILESTONE = 1 << 12,
	WORD_DELIVERABLE = 1 << 13,
	WORD_METRIC = 1 << 14,
	WORD_DECISION = 1 << 15,
	WORD_DURATION = 1 << 16,
	WORD_BUDGET = 1 << 17,
	WORD_LINK = 1 << 18,
	WORD_ACTUAL = 1 << 19, /* "actual", "achieved": what was, not what is to be */
};

struct guide_line {
	enum guide_kind kind;
	int number;             /* 1-based */
	size_t at;              /* where it begins in the text */
	int level;              /* of a heading */
	struct str raw;         /* markdown, without the marks before it */
	struct str plain;       /* without markup and signs before the first word */
	struct str label, rest; /* of plain: "Goal" and what follows; no label: rest is all */
	struct str value;       /* rest with the lines that continue it */
	unsigned word, under;   /* of the label; of it and all that it stands under */
	bool boxed, done, sign; /* a task; ticked; a sign for done stands first */
	bool joined;            /* continues the line before */
	bool head;              /* first row of a table */
	int owner, end;         /* line above or -1; lines below: up to `end` */
	int table;              /* head of the table */
	int item, section, phase, week;
	int day, day_to; /* a range that stands before its days: all of them; else equal */
};

struct guide_text {
	const struct plan *plan;
	struct arena *a;
	struct guide_line *line;
	int nline;
	int *week; /* index of the first week with a number up to GUIDE_MAX_WEEK, or -1 */
};

enum { GUIDE_MAX_WEEK = 999, GUIDE_NUMBERS = 16 };

struct guide_text guide_scan(struct str text, const struct plan *plan, struct arena *a);

/* The lines of one week, and some before; without sections and guide_week_index(). */
struct guide_text guide_scan_week(
	struct str text, const struct plan *plan, int week, struct arena *a);

/* Index of the plan's week with that number, or -1. */
int guide_week_index(const struct guide_text *t, int number);

/* The nearest line above that is of this kind, or -1. Owners nest at most 64 + 8 deep. */
int guide_above(const struct guide_text *t, int i, enum guide_kind kind);

/* The cells of a row, plain. */
int guide_cells(const struct guide_text *t, int row, struct str *cell, int max);

/* ---- guide_place.c */

/*
 * Where the line that is read stands: indexes into the plan or -1. A range of days that stands before
 * them is all of day .. day_to.
 */
struct guide_place {
	const struct plan *plan;
	int phase, week, day, day_to;
	int level; /* of the last heading */
	/* Of the heading of the week and day: the next one of that level or above ends it. */
	int week_level, day_level;
	bool day_bold; /* a bold line opened the day */
	int next_phase, next_week, next_day;
};
struct guide_place guide_place_start(const struct plan *plan);

/* Sets where a line with kind, level, number and plain stands: its phase, week, day and day_to. */
void guide_place_line(struct guide_place *s, struct guide_line *l);

/* Weeks and days that begin before that line (1-based) are no more asked for. */
void guide_place_pass(struct guide_place *s, int line);

/* A rule, which ends days that a bold line opened. */
void guide_place_end_block(struct guide_place *s);

/* ---- guide_words.c */

unsigned guide_label_words(struct str label);

/* Without signs, separators and spaces at both ends. */
struct str guide_clean(struct str s);

/* Starts with a sign for done: "✅". */
bool guide_done_sign(struct str s);

/* The row of the table that some word of s starts with; *at is where. NULL when none does. */
const struct plan_word *guide_find(
	struct str s, const struct plan_word *table, size_t n, size_t *at);

/* Does any word of s start with one of the table? */
bool guide_has(struct str s, const struct plan_word *table, size_t n);

/* "/week", "per week", "weekly". */
bool guide_per_week(struct str s);

/* A share of hundred in tenths of a percent: low = high for one number. */
struct guide_percent {
	int low, high;
	bool least, below; /* "80%+", "at least 80 %"; "< 80%" */
	bool base;         /* "from 65%", "already 65%" */
	bool condition;    /* "if 85%+ achieved" */
	bool linked;       /* an arrow or "to" leads here from the one before */
	bool wanted;       /* "target 80%" */
	size_t from, to;   /* bytes of s, the words before that were read included */
};
int guide_percents(struct str s, struct guide_percent *out, int max);

/* Lengths of time in s, in order; "2-hour", too. */
int guide_amounts(struct str s, struct plan_amount *out, int max);

/* Weekdays at the start of *s, Monday is bit 0: "Mon-Fri", "Weekend". `each`: what follows is for each. */
bool guide_weekdays(struct str *s, unsigned *days, bool *each);

/* A list of strings that grows in the arena. */
struct guide_list {
	struct str *s;
	int n;
	size_t cap;
};
void guide_list_add(struct guide_list *l, struct str s, struct arena *a);

/* The identity of the next thing of that kind with these words; different for each. */
struct idset;
uint64_t guide_id(struct idset *seen, struct str path, const char *what, struct str words);

/* ---- one finder each; they fill their part of the guide */

void guide_find_targets(const struct guide_text *t, struct guide *g);
void guide_find_links(const struct guide_text *t, struct guide *g);
void guide_find_weeks(const struct guide_text *t, struct guide *g);
void guide_find_milestones(const struct guide_text *t, struct guide *g);
void guide_find_counters(const struct guide_text *t, struct str path, struct guide *g);
void guide_find_decisions(const struct guide_text *t, struct str path, struct guide *g);
void guide_find_rhythms(const struct guide_text *t, struct guide *g);
void guide_find_advice(const struct guide_text *t, struct guide *g);

/* The target of a text: percents from and to, -1 where not said. False when there is none. */
bool guide_aim(struct str s, struct guide_target *out);

#endif
