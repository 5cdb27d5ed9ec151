/*
 * day_priv.h - what the files of the day page share: what is known of the day, and the rows it is shown in.
 *
 * day_load.c asks the study, day_rows.c lays what it found out for a width; drawing asks nothing.
 */
#ifndef HONE_DAY_PRIV_H
#define HONE_DAY_PRIV_H

#include "hone/guide.h"
#include "hone/match.h"
#include "views/plan_work.h"
#include "views/rows.h"

struct day_task {
	int item; /* index into plan.item */
	uint64_t id;
	bool done;
	int64_t ms; /* worked */
	struct str text;
	struct str *note;
	int nnote;
};

struct day_topic {
	struct str name, note;
	struct str as; /* the study's topic, where it is called otherwise; empty */
	int64_t id;    /* of the study's topic */
	bool known;    /* it is among the study's topics */
	bool said;     /* the plan does not name it: the user joined it */
	enum level level;
	int due;
};

struct day_link {
	struct str label;
	struct plan_link link;
	bool there; /* it can be opened */
};

/* Rows of the page that are about something; index is that of the task, topic, link, sheet. */
enum day_kind { DAY_BAR = ROW_OWN, DAY_TASK, DAY_TOPIC, DAY_LINK, DAY_SHEET };

struct day_view {
	struct arena arena; /* what is known */
	uint64_t id;
	int day; /* index into plan.day, -1: it is gone */
	struct calendar cal;
	struct str title, where, more;
	char minutes[32];
	struct guide_day guide;
	struct day_task *task;
	struct day_topic *topic;
	struct day_link *link, *sheet;
	int ntask, ntopic, nlink, nsheet;
	int done; /* of the tasks */
	int64_t ms;
	struct planner_timer timer;
	bool many;          /* not all reviews due were looked at */
	struct str *wanted; /* new cards that are due on the day because they are wanted */
	int nwanted;

	struct rows rows;
	bool ascii;
	bool begin;        /* the cursor has not been placed yet */
	uint64_t asked;    /* what a prompt is about */
	uint64_t followed; /* task of which something was opened last, */
	int last;          /* and which */
};

/* ---- day_load.c */

bool day_load(struct day_view *v, const struct study *s, struct err *e) MUST_CHECK;

/* ---- day_rows.c */

/* Rows of what was loaded; the cursor stays with what it was on. */
void day_lay_out(struct day_view *v, const struct study *s);
bool day_draw_row(const void *state, const struct row *r, struct canvas c, int at);

#endif
