/*
 * plan_line.h - what one line of a plan says; private to the plan*.c. Pure. plan_line.c knows the
 * shape of lines and the labels, plan_words.c what words and signs say: states, dates, minutes.
 */
#ifndef HONE_PLAN_LINE_H
#define HONE_PLAN_LINE_H

#include "hone/plan.h"

enum label_kind { LABEL_NONE, LABEL_PHASE, LABEL_WEEK, LABEL_DAY };

/* The start of a heading or bold line: "Day 6 (Day 13): title", "Weeks 11-12+", "第 3 周：...". */
struct label {
	enum label_kind kind;
	int from, to;
	int overall_from; /* "(Day 13)" after the number: counted from the first day; else 0 */
	int overall_to;
	bool open_end;   /* "11+" */
	bool words;      /* a word follows: "Day 2 Results" is rather about the day than the day */
	bool shouted;    /* the whole line is in capitals */
	struct str rest; /* after number and separator */
};

bool plan_label(struct str s, struct label *l);

/* Kind and numbers only, at the very start of *s; advances past them. */
bool plan_label_numbers(struct str *s, struct label *l);

/* The first label of that kind anywhere in s: the "(Weeks 1-4)" of a phase. */
bool plan_label_within(struct str s, enum label_kind kind, struct label *l);

/* Where the text begins when the line is a paragraph that starts in bold, perhaps after a sign. */
bool plan_bold_line(struct str line, struct str *text);

/* A rule: three or more of one of - * _ with nothing else but spaces. */
bool plan_rule(struct str s);

/* A list item: `s` starts at its marker and advances to what stands after it. */
bool plan_bullet(struct str *s);

/* "[ ] text" or "[x] text": the character between the brackets is at s.p[1]. */
bool plan_box(struct str s, bool *done, struct str *text);

/*
 * The status that the signs and words of a line state; false when they state none. Where the line is
 * shouted, capitals say nothing.
 */
bool plan_line_status(struct str s, bool shouted, enum plan_status *status);

/* The first ISO date of a line, or DAY_NONE. */
int plan_line_date(struct str s);

/* The date of a line such as "**Target date**: 2026-02-12", else DAY_NONE. */
int plan_target_date(struct str line);

/* s without dates, minutes, status and the signs around them: what a day or week is about. */
struct str plan_title(struct str s, bool shouted, struct arena *a);

/* Structure and counts: items without identity and estimate. */
struct plan plan_outline(struct str text, struct arena *a);

/* A row of a table of words. */
struct plan_word {
	struct str name;
	int value;
};

/* The row of the table that s starts with, or NULL. */
const struct plan_word *plan_word_at(struct str s, const struct plan_word *table, size_t n);

/* Signs, arrows, emoji and their selectors: what decorates a line. */
bool plan_symbol(uint32_t cp);

void plan_skip_spaces(struct str *s);
void plan_skip_separators(struct str *s);

/* What joins two numbers to a range, with the spaces around it; false when nothing does. */
bool plan_skip_range(struct str *s);

static inline bool plan_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool plan_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool plan_capitals(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= 'a' && s.p[i] <= 'z')
			return false;
	}
	return true;
}

static inline bool plan_alnum(char c)
{
	return plan_digit(c) || plan_alpha(c);
}

/* s without its first n bytes, of which there are as many. */
static inline struct str plan_after(struct str s, size_t n)
{
	return (struct str){ s.p + n, s.n - n };
}

#endif
