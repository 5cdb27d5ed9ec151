/*
 * plan_line.h - what one line of a plan says; private to the plan*.c. Pure. plan_line.c knows the
 * shape of lines, plan_label.c the labels of headings, plan_words.c what words and signs say,
 * plan_date.c dates, plan_amount.c lengths of time and clocks.
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
	int key;         /* of a day without a number: month * 100 + day of its date; else 0 */
	bool open_end;   /* "11+" */
	bool words;      /* a word follows: "Day 2 Results" is rather about the day than the day */
	bool shouted;    /* the whole line is in capitals */
	bool weekday;    /* "Monday": from and to are 1..7 */
	struct str name; /* of the weekday, as written */
	struct str rest; /* after number and separator */
};

bool plan_label(struct str s, struct label *l);

/* "Monday: ...", "2025-11-04 ...", "Tue, Nov 4: ...": a day without a number. Of dates rest is all of s. */
bool plan_label_day(struct str s, struct label *l);

/* Kind and numbers only, at the very start of *s; advances past them. */
bool plan_label_numbers(struct str *s, struct label *l);

/* The first label of that kind anywhere in s: the "(Weeks 1-4)" of a phase. */
bool plan_label_within(struct str s, enum label_kind kind, struct label *l);

/* A word for week or day by itself: the head of a column. LABEL_NONE for any other. */
enum label_kind plan_label_word(struct str s);

/* "3", "1-2", "3+", "Week 3" as the whole of a cell. */
bool plan_cell_number(struct str s, enum label_kind kind, int *from, int *to);

/* The name of a weekday at *s, Monday being 0, or -1; advances past it. `brief`: "Mon", "Di", "周一", too. */
int plan_weekday(struct str *s, bool brief);

/* Where the text begins when the line is a paragraph that starts in bold, perhaps after a sign. */
bool plan_bold_line(struct str line, struct str *text);

/* A rule: three or more of one of - * _ with nothing else but spaces. */
bool plan_rule(struct str s);

/* A list item: `s` starts at its marker and advances to what stands after it. */
bool plan_bullet(struct str *s);

/* "[ ] text" or "[x] text": the character between the brackets is at s.p[1]. */
bool plan_box(struct str s, bool *done, struct str *text);

/* Where a line stands decides which of its words say something about it. */
enum plan_place {
	PLACE_HEAD, /* heading, label, name of a block */
	PLACE_ITEM,
};

/* The first three letters of all words that state something: most others are told by these. */
struct plan_starts {
	uint32_t of[32];
};
void plan_starts_fill(struct plan_starts *p);

/* What the signs and words of a line state. Where it is shouted, capitals say nothing. */
struct plan_says {
	int status; /* enum plan_status, -1 when none is stated */
	unsigned marks;
	size_t digit; /* where the first digit stands, s.n when none does */
};
struct plan_says plan_line_says(
	struct str s, enum plan_place place, bool shouted, const struct plan_starts *starts);

/* Letters all in capitals, so that capitals say nothing. */
bool plan_shouted(struct str s);

/* The marks that a line below a heading begins with: "⚠️ **SUBJECT TO CHANGE** ...". */
unsigned plan_remark_marks(struct str s);

/* The status of a line that holds nothing else, a cell or what follows "Status:"; -1. */
int plan_status_alone(struct str s);

/*
 * The first date of a line and the last of its range (DAY_NONE for a single one). False when there is
 * none. A date whose year is not written stands in the year plan_date_loose() knows.
 */
bool plan_line_dates(struct str s, int *from, int *to);

/* The same at the start of *s, after a weekday perhaps; advances past them. */
bool plan_dates_at(struct str *s, int *from, int *to);

/* The same for a line at s.p[at], where no word or number goes on; *n bytes long. */
bool plan_date_in(struct str s, size_t at, int *from, int *to, size_t *n);

/* A date without a year; its month and day. */
bool plan_date_loose(int date, int *month, int *day);

/* The day with that month and day that is nearest to `near`. */
int plan_date_near(int month, int day, int near);

/* The date of a line such as "**Target date**: 2026-02-12", else DAY_NONE. */
int plan_target_date(struct str line);

/* A length of time in minutes, and where it stands in its line. */
struct plan_amount {
	int from, to;
	size_t at, end;
};

/* The first length of time in s from s.p[at] on. `hyphen`: "2-hour", which is no estimate, counts. */
bool plan_find_amount(struct str s, size_t at, bool hyphen, struct plan_amount *out);

/* "09:00-10:30", "9:00", "9am" at the start of *s: minutes after midnight, *to -1 when there is one only. */
bool plan_clock(struct str *s, int *from, int *to);

/* s without dates, minutes, status and the signs around them: what a day or week is about. */
struct str plan_title(struct str s, bool shouted, struct arena *a);

/* Structure and counts: items without identity, estimate and status, no blocks. */
struct plan plan_outline(struct str text, struct arena *a);

/* A row of a table of words. */
struct plan_word {
	struct str name;
	int value;
};

/* Many words, by their first letter, so that most words of a text are told at once; rows end with an empty one. */
struct plan_words {
	const struct plan_word *of[26];
	const struct plan_word *wide; /* those that begin with no letter from a to z */
};
#define LETTER(c)  ((c) - 'a')
#define WORDS(...) ((const struct plan_word[]){ __VA_ARGS__, { { 0 }, 0 } })

/*
 * The row whose word s starts with, in any letters, or NULL; *n is the length of what stood there.
 * `whole`: no letter of the Latin or Cyrillic alphabet may follow.
 */
static inline const struct plan_word *plan_find_word(
	struct str s, const struct plan_words *words, bool whole, size_t *n);

/* The same of the words that begin with the first letter of s, which has one. */
const struct plan_word *plan_find_among(
	struct str s, const struct plan_word *words, bool whole, size_t *n);

/* The row of the table that s starts with, or NULL. */
const struct plan_word *plan_word_at(struct str s, const struct plan_word *table, size_t n);

/* plan_find_word() of whole words for a short table. */
const struct plan_word *plan_term_at(
	struct str s, const struct plan_word *table, size_t rows, size_t *n);

/* The line without its inline marks: md_plain(), quick where it has none but those of bold. */
struct str plan_plain(struct str raw, struct arena *a);

/* Signs, arrows, emoji and their selectors: what decorates a line. */
bool plan_symbol(uint32_t cp);

/* s without signs, marks and spaces before the first word. */
struct str plan_skip_decoration(struct str s);

/* A word goes on here: a letter, a digit or the apostrophe of "Day 3's". */
bool plan_word_follows(struct str s);

void plan_skip_spaces(struct str *s);
void plan_skip_separators(struct str *s);

/* What joins two numbers to a range, with the spaces around it; false when nothing does. */
bool plan_skip_range(struct str *s);

/* The last thing before s.p[at] that is no space: '(' and '[', ':' and '-' of any width, 0 at the start. */
char plan_char_before(struct str s, size_t at);

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

static inline const struct plan_word *plan_find_word(
	struct str s, const struct plan_words *words, bool whole, size_t *n)
{
	const struct plan_word *w = NULL;
	if (s.n && plan_alpha(*s.p))
		w = words->of[LETTER(*s.p | 0x20)];
	else if (s.n && (unsigned char)*s.p >= 0x80)
		w = words->wide;
	return w ? plan_find_among(s, w, whole, n) : NULL;
}

/* s without its first n bytes, of which there are as many. */
static inline struct str plan_after(struct str s, size_t n)
{
	return (struct str){ s.p + n, s.n - n };
}

#endif
