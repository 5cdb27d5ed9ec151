/*
 * plan_priv.h - what the files of the plan pane share: the day selected, the dates in sight, its tasks.
 *
 * All that is drawn is worked out when something changes, never while drawing.
 */
#ifndef HONE_PLAN_PRIV_H
#define HONE_PLAN_PRIV_H

#include "hone/planner.h"
#include "views/plan_work.h"

/*
 * A date of the calendar is CELL columns. From SIDE columns on the tasks stand beside the calendar, and
 * below it otherwise.
 */
enum { CELL = 5, CALENDAR_COLS = 7 * CELL, SIDE = 76, WEEKS = 6, MOST_DATES = 31 };

/* What can be selected: a day, a week's tasks outside of its days, or a section outside of all weeks. */
struct unit {
	enum unit_kind { UNIT_DAY, UNIT_WEEK, UNIT_SECTION } kind;
	int index;
};

/* How the calendar is shown: not at all, as the row of a week, as a week with words, as a month. */
enum calendar_form { FORM_NONE, FORM_LINE, FORM_STRIP, FORM_GRID };

struct plan_date {
	enum calendar_mark mark;
	int day;  /* of the plan, -1 */
	int week; /* one without days, where no day stands, -1 */
	int all;  /* days of the plan that stand here */
	bool off, checkpoint;
	int due; /* reviews, where they are shown */
	/* In the strip only: */
	struct str title; /* of the day, plain */
	int minutes;      /* planned */
	int64_t ms;       /* worked */
};

struct plan_task {
	int item; /* index into plan.item */
	int line;
	uint64_t id;
	struct str text, whole; /* plain; text is without its estimate */
	int64_t ms;             /* worked */
	struct str *note;
	int nnote;
};

/* A session of the day, or another named part of it. */
struct plan_part {
	int index, line; /* into plan.block */
	struct str title;
};

/* A row of the list: the title of a block, a task, a part of a note of the task under the cursor. */
struct plan_row {
	enum { ROW_BLOCK, ROW_TASK, ROW_NOTE } kind;
	int task;        /* or index into block */
	struct str text; /* of a note or a block */
};

struct plan_view {
	struct arena arena; /* units, calendar */
	struct unit *unit;
	int nunit, current; /* the unit selected */
	uint64_t unit_id;   /* of it, whatever the plan looks like after an edit */
	struct calendar cal;

	int date;  /* the one selected; of a unit without one, today */
	bool bare; /* no day of the plan stands on it, and it alone is selected */
	bool week; /* the user wants the strip */

	enum calendar_form form;
	bool due_rows; /* under each week of the month */
	int first;     /* of the dates in sight: the first of a month, a Monday */
	int ndate;
	struct plan_date at[MOST_DATES];

	struct arena page; /* what is said of the unit */
	struct plan_task *task;
	struct plan_part *block;
	int nblock;
	struct list list; /* over them */
	struct plan_row *row;
	struct list rows_shown; /* over the rows; its cursor is that of the list */
	bool notes;             /* some of the rows are */
	struct str title, where, more;
	char minutes[32];
	int done;
	int64_t ms; /* worked on the unit */

	bool late;   /* what the first frame does without was read: the timer, what was worked */
	int nwanted; /* new cards that were put on the day selected */
	struct planner_timer timer;
	struct str elsewhere; /* the task it is on when that is not shown, else empty */
	uint64_t asked;       /* task that a prompt is about */
	uint64_t followed;    /* task of which something was opened last, */
	int link;             /* and which */

	int rows, cols;    /* of the pane */
	int calendar_rows; /* of the calendar with its legend */
	int top, left;     /* where the tasks begin */
	int head, foot;    /* rows above and below the list */
	bool ascii;
};

/* ---- plan_units.c: what can be selected */

void plan_units(struct plan_view *v, const struct plan *p);
bool plan_in_unit(const struct plan *p, struct unit u, int item);
uint64_t plan_unit_id(const struct plan *p, struct unit u);
int plan_unit_of_day(
	const struct plan_view *v, int day); /* index into unit, 0 when there is none */
/* The day selected, NULL when it is none. */
const struct plan_day *plan_selected(const struct plan_view *v, const struct plan *p);

bool plan_select(struct plan_view *v, const struct study *s, int unit, struct err *e);
/* The day that stands on the date, else the date alone. */
bool plan_select_date(struct plan_view *v, const struct study *s, int date, struct err *e);
bool plan_go_today(struct plan_view *v, const struct study *s, struct err *e);
bool plan_go_week(struct plan_view *v, const struct study *s, int step, struct err *e);
bool plan_go_unit(struct plan_view *v, const struct study *s, int step, struct err *e);
bool plan_go_month(struct plan_view *v, const struct study *s, int step, struct err *e);
/* To a day or a task by its id; stays where it is when there is none. */
bool plan_go_to(struct plan_view *v, const struct study *s, uint64_t id, struct err *e);
/* Everything anew; the cursor stays with its day and its task where they still exist. */
bool plan_reload(struct plan_view *v, const struct study *s, struct err *e);

/* ---- plan_calendar.c: the dates */

/* Choose the form for the size of the pane; how many rows it takes. */
void plan_shape(struct plan_view *v);
bool plan_load_dates(struct plan_view *v, const struct study *s, struct err *e);
/* Only the reviews due; *same: none differs. */
bool plan_load_due(struct plan_view *v, const struct study *s, bool *same, struct err *e);
void plan_draw_calendar(const struct plan_view *v, const struct study *s, struct canvas c);

/* ---- plan_tasks.c: the unit selected */

bool plan_load_tasks(struct plan_view *v, const struct study *s, struct err *e);
/* What was worked on them, and the timer. */
bool plan_load_deeds(struct plan_view *v, const struct study *s, struct err *e);
/* The rows again after the cursor moved or the size changed. */
void plan_lay_out(struct plan_view *v, const struct study *s);
/* Index of the task that the timer is on, -1. */
int plan_timed(const struct plan_view *v);
int plan_row_of(const struct plan_view *v, int task); /* in the pane, -1 when out of sight */
void plan_draw_tasks(
	const struct plan_view *v, const struct plan *p, struct canvas c, bool focused);

/* ---- plan_do.c: what is done with a task */

bool plan_tick(struct plan_view *v, struct app *app, struct err *e);
bool plan_time(struct plan_view *v, struct app *app, struct err *e);
bool plan_pause(struct plan_view *v, struct app *app, struct err *e);
void plan_ask(struct plan_view *v, struct app *app, enum work_ask what);
/* Open what the task names: the first page or file and, of the same task again, the next. */
bool plan_follow(struct plan_view *v, struct app *app, struct err *e);
bool plan_answer(struct plan_view *v, struct app *app, const struct msg *m, struct err *e);

#endif
