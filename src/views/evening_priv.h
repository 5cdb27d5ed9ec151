/*
 * evening_priv.h - what the files of the end of the day share: what was done, what one can do, and what
 * that would write. Nothing is written before y.
 */
#ifndef HONE_EVENING_PRIV_H
#define HONE_EVENING_PRIV_H

#include "hone/guide.h"
#include "hone/planner.h"
#include "tui/app.h"

enum evening_kind {
	EVENING_CHECK,
	EVENING_SHEET,
	EVENING_STATUS,
	EVENING_SUMMARY,
	EVENING_REPAIR, /* in place of the summary, where the plan's letters are broken */
	EVENING_TOMORROW,
	EVENING_KINDS,
};

struct evening_line {
	enum role role;
	struct str text;
	bool cut; /* it is code: cut, not wrapped */
};

struct evening_view {
	struct arena arena; /* what was done */
	uint64_t id;
	int day; /* index into plan.day, -1: it is gone */
	struct calendar cal;
	struct planner_summary sum;
	struct guide_day guide;
	struct str title, where;
	struct evening_line *fact;
	int nfact;
	size_t fact_cap;
	enum evening_kind choice[EVENING_KINDS];
	struct list list; /* over them */
	enum plan_status want;

	struct arena look; /* what is chosen would do: */
	bool can;
	struct err why; /* why not */
	struct planner_edit edit;
	struct planner_sheet sheet;
	uint64_t next; /* day of the plan that comes after, 0 */
	struct evening_line *line;
	size_t cap;
	struct list lines; /* over them; scrolls */

	int rows, cols;
	int facts, head; /* rows: of the facts, of all above the choices */
	int left;        /* columns of facts and choices where the rest stands beside; 0 */
};

/* ---- evening_load.c */

bool evening_load(struct evening_view *v, const struct study *s, struct err *e) MUST_CHECK;
void evening_name(const struct evening_view *v, int choice, struct buf *name);

/* ---- evening_check.c */

/* What is asked, as lines; ERR_MISSING in a sentence when there is nothing. */
bool evening_check(struct evening_view *v, const struct study *s, struct err *e) MUST_CHECK;

/* ---- evening_look.c */

void evening_say(struct evening_view *v, enum role role, struct str text);
/* What is chosen would do, as lines; for the width of the screen. */
void evening_look(struct evening_view *v, const struct study *s);

#endif
