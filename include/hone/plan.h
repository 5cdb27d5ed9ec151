/*
 * plan.h - a markdown file as a study plan: phases, weeks, days, sessions, tasks. Pure.
 *
 * Weeks and days are found in headings and in bold paragraphs ("### Week 2: ...", "**Day 3-4: ...**",
 * "**Day 6 (Day 13): ... (2-2.5 hours)** ... (2025-11-09)"); a task is a line "- [ ] text" or
 * "- [x] text" at any depth and belongs to the day, week or section above it. Boxes in fenced code are
 * text. Weeks that stand under a heading that is no phase belong to the phase whose range names them.
 * Days may also be headings that name a weekday or begin with a date.
 *
 * Where weeks and days hold no box at all, rows of tables with a column of weeks, days or dates are read
 * too, and the cells of timetables, whose columns are weekdays; where the whole file holds none, so are
 * bullets and numbered tasks of weeks and days: as tasks that can be ticked in hone only.
 *
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

/* What a line states beside its status; or-ed. */
enum plan_mark {
	PLAN_EXTENDED = 1,    /* "EXTENDED", "CONTINUES TO WEEK 3" */
	PLAN_SHIFTED = 2,     /* "SHIFTED FROM DAY 2": stands elsewhere than first planned */
	PLAN_MOVED_HERE = 4,  /* "MOVED FROM WEEK 2" */
	PLAN_TENTATIVE = 8,   /* "SUBJECT TO CHANGE", "tentative" */
	PLAN_OPTIONAL = 16,   /* "(optional)", "if time permits" */
	PLAN_REVISED = 32,    /* "REVISED", "ADJUSTED", "CUSTOMIZED" */
	PLAN_CHECKPOINT = 64, /* checkpoint, assessment, progress check, decision point */
	PLAN_MARKS = 7,       /* how many there are */
};

struct plan_item {
	/* Hash of file, week, day, normalised text and how often that occurred before. */
	uint64_t id;
	struct str text; /* inline markdown, without the box */
	bool done;
	bool boxed; /* the file holds a box for it */
	int line;   /* 1-based; ascending. Of a timetable, its first row for that week */
	/* Offset in the parsed text of the one character between the brackets; SIZE_MAX without a box. */
	size_t box;
	int depth;               /* 0 outermost */
	int parent;              /* index of the item it is nested under, -1 */
	enum plan_status status; /* deferred, moved, skipped where it says so, else by its tick */
	unsigned marks;
	int minutes_from, minutes_to; /* estimate; 0 when none is given */
	int clock;                    /* "09:00-10:30 Read": minutes after midnight, else -1 */
	int week, day;                /* indexes into plan.week and plan.day, -1 when outside */
	int block;                    /* index into plan.block, -1 */
	int section;                  /* index into plan.section when outside every week, else -1 */
};

/*
 * A named part of a day, or of a week outside its days: "**Session 1 - Scales (45-60 min)** DONE:",
 * "**Study** (1 hour):". Its items follow it. Without items only where it is called a session or says how
 * long it takes. Blocks of a day are consecutive, and so are those of a week.
 */
struct plan_block {
	int week, day; /* as in plan_item: day is -1 outside days */
	struct str title;
	enum plan_status status;
	unsigned marks;
	int minutes_from, minutes_to;
	int clock; /* as in plan_item */
	int first, nitem, ndone;
	int line;
};

/* A day or a range of days of one week. Items of a day are consecutive. */
struct plan_day {
	uint64_t id;
	int week; /* index into plan.week */
	/* Numbers within the week as written; equal for one day. Weekdays count from 1, Monday. */
	int from, to;
	bool weekday;     /* it is one of those: "Monday", a column of a timetable */
	int overall_from; /* "(Days 13-14)": counted from the first day of the plan; else 0 */
	int overall_to;
	struct str title; /* without number, dates, minutes and status */
	enum plan_status status;
	unsigned marks;
	int date;    /* study day, or DAY_NONE */
	int date_to; /* last date of "Nov 4-6", else DAY_NONE */
	int minutes_from, minutes_to;
	int first, nitem, ndone; /* items: plan.item[first .. first + nitem) */
	int first_block, nblock;
	int line;
	/*
	 * Its own text, from its heading to before the next day, week or section. Where a range stepped
	 * back for its single days ("Day 1-2: topics", then "Day 1 Progress"), the first of them has the text
	 * of the range, too.
	 */
	size_t from_at, to_at;
};

struct plan_week {
	int number, to; /* "Weeks 11-12": 11, 12; equal for one week */
	int phase;      /* number of the phase, 0 when none */
	struct str title;
	unsigned marks;
	int minutes_from, minutes_to; /* as the week itself says; 0 */
	int date_from, date_to;       /* DAY_NONE when not said; a single date is its first day */
	int first_day, nday;
	int first_block, nblock; /* in its days and outside */
	int nitem, ndone;        /* all boxes of the week, in its days and outside */
	int line;
	size_t from_at, to_at; /* with its days */
};

struct plan_phase {
	int number;
	struct str title;
	int from_week, to_week; /* 0 when not given */
	unsigned marks;
	/* In all: "20-40 hours total"; "10 hours/week" times its weeks; 0 when not said. */
	int minutes_from, minutes_to;
	int line;
	size_t from_at, to_at; /* to the next heading that ends it; its weeks may stand beyond */
};

/* Boxes outside every week, by the heading they stand under. */
struct plan_section {
	struct str title;
	int nitem, ndone;
	size_t from_at, to_at;
};

struct plan {
	struct str title;
	struct plan_phase *phase;
	struct plan_week *week;
	struct plan_day *day;
	struct plan_block *block;
	struct plan_section *section;
	struct plan_item *item;
	int nphase, nweek, nday, nblock, nsection, nitem, ndone;
	int target; /* study day of the exam or interview, DAY_NONE when none is named */
	struct plan_loose *loose; /* dates whose year nothing in the plan tells: see plan_years() */
	int nloose;
};

/* A date without a year, and where in the plan it belongs. */
struct plan_loose {
	int *date;
	int month, day;
};

/*
 * `path` (relative to the study) enters the items' identity. Strings borrow from the text, which has to stay
 * as long as the plan, or live in the arena. Never fails: a text that is no plan has no weeks.
 */
struct plan plan_parse(struct str text, struct str path, struct arena *a);

/*
 * Dates without a year ("Nov 4") take the year that fits the other dates of the plan. Where it has none,
 * they are DAY_NONE until this gives the first of them the year nearest to `today`, and the others those
 * that follow. Does nothing when there are none.
 */
void plan_years(struct plan *p, int today);

/* How much the text reads as a plan: 0 not at all. Weeks and days with boxes count most; the file of
 * a study that scores highest is its plan. */
int plan_score(struct str text);
bool plan_has_days(struct str text); /* or weeks, or phases */

const char *plan_status_name(enum plan_status s); /* "open" "in-progress" "done" ... */
/* Of 1 << i, i < PLAN_MARKS: "extended" "shifted" "moved-here" ... */
const char *plan_mark_name(int i);

/* The item, or NULL. */
const struct plan_item *plan_find(const struct plan *p, uint64_t id);

/*
 * The day to work on at study day `today`: the one dated today; else the first that is not finished
 * after the last finished one; else the last. Index into plan.day, -1 when the plan has no days.
 */
int plan_today(const struct plan *p, int today);

/*
 * Minutes named in a text: "(45-60 min)", "~1 hour", "2-2.5 hours", "<1 hour", "1h30", "3-4 problems x
 * 45-60 min each". False when there are none. "<1 hour" gives 0..60.
 */
bool plan_minutes(struct str text, int *from, int *to);

#endif
