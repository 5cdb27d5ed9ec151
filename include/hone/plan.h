/*
 * plan.h - a markdown file as a study plan: phases, weeks, days, tasks. Pure.
 *
 * Weeks and days are found in headings and in bold paragraphs ("### Week 2: ...", "**Day 3-4: ...**",
 * "**Day 6 (Day 13): ... (2-2.5 hours)** ... (2025-11-09)"); a task is a line "- [ ] text" or
 * "- [x] text" at any depth and belongs to the day, week or section above it. Boxes in fenced code are
 * text. Weeks that stand under a heading that is no phase belong to the phase whose range names them.
 * The first line that begins with "Target date:", "Deadline:", "Exam:", "Interview:" (or "Exam date:" ...),
 * bold or not, and holds a date names the day that all leads to.
 */
#ifndef HONE_PLAN_H
#define HONE_PLAN_H

#include "hone/arena.h"
#include "hone/day.h"

enum plan_status {
	PLAN_OPEN,
	PLAN_IN_PROGRESS,
	PLAN_DONE,
	PLAN_DEFERRED,
	PLAN_MOVED,
	PLAN_SKIPPED,
};

struct plan_item {
	uint64_t
		id; /* hash of file, week, day, normalised text and how often that occurred before */
	struct str text; /* inline markdown, without the box */
	bool done;
	int line;   /* 1-based */
	size_t box; /* offset in the parsed text of the one character between the brackets */
	int depth;  /* 0 outermost */
	int minutes_from, minutes_to; /* estimate; 0 when none is given */
	int week, day;                /* indexes into plan.week and plan.day, -1 when outside */
	int section;                  /* index into plan.section when outside every week, else -1 */
};

/* A day or a range of days of one week. Items of a day are consecutive. */
struct plan_day {
	uint64_t id;
	int week;         /* index into plan.week */
	int from, to;     /* number within the week as written; equal for one day */
	struct str title; /* without number, dates, minutes and status */
	enum plan_status status;
	int date; /* study day, or DAY_NONE */
	int minutes_from, minutes_to;
	int first, nitem, ndone; /* items: plan.item[first .. first + nitem) */
	int line;
};

struct plan_week {
	int number, to; /* "Weeks 11-12": 11, 12; equal for one week */
	int phase;      /* number of the phase, 0 when none */
	struct str title;
	int first_day, nday;
	int nitem, ndone; /* all boxes of the week, in its days and outside */
	int line;
};

struct plan_phase {
	int number;
	struct str title;
	int from_week, to_week; /* 0 when not given */
};

/* Boxes outside every week, by the heading they stand under. */
struct plan_section {
	struct str title;
	int nitem, ndone;
};

struct plan {
	struct str title;
	struct plan_phase *phase;
	struct plan_week *week;
	struct plan_day *day;
	struct plan_section *section;
	struct plan_item *item;
	int nphase, nweek, nday, nsection, nitem, ndone;
	int target; /* study day of the exam or interview, DAY_NONE when none is named */
};

/* `path` (relative to the study) enters the items' identity. Strings borrow or live in the arena. */
struct plan plan_parse(struct str text, struct str path, struct arena *a);

/* How much the text reads as a plan: 0 not at all. Weeks and days with boxes count most; the file of
 * a study that scores highest is its plan. */
int plan_score(struct str text);

const char *plan_status_name(enum plan_status s); /* "open" "in-progress" "done" ... */

/* The item, or NULL. */
const struct plan_item *plan_find(const struct plan *p, uint64_t id);

/*
 * The day to work on at study day `today`: the one dated today; else the first that is not finished
 * after the last finished one; else the last. Index into plan.day, -1 when the plan has no days.
 */
int plan_today(const struct plan *p, int today);

/*
 * Minutes named in a text: "(45-60 min)", "~1 hour", "2-2.5 hours", "<1 hour", "1 hour". False when
 * there are none. "<1 hour" gives 0..60.
 */
bool plan_minutes(struct str text, int *from, int *to);

#endif
