/*
 * progress_priv.h - what the files of the progress page share: what is known, and the rows it is shown in.
 *
 * Everything is asked when the study changes and laid out for a width; drawing asks nothing.
 */
#ifndef HONE_VIEWS_PROGRESS_H
#define HONE_VIEWS_PROGRESS_H

#include "hone/progress.h"
#include "views/rows.h"

/* Rows about something; index is that of what it is about, of an option progress_option_row(). */
enum progress_kind {
	PROGRESS_WHOLE = ROW_OWN,
	PROGRESS_ASKED, /* the decision that is asked now; index: it */
	PROGRESS_PHASE,
	PROGRESS_WEEK,
	PROGRESS_HOURS,
	PROGRESS_COUNTER,
	PROGRESS_MILESTONE,
	PROGRESS_AREA, /* below a threshold; index as of an option */
	PROGRESS_OPTION,
	PROGRESS_TIMED,
};

/* From WIDE columns on hours stand beside the counts, and words beside the numbers. */
enum { PROGRESS_WIDE = 72, MOST_OPTIONS = 256 };

struct progress_view {
	struct arena arena; /* what is known */
	struct progress_report report;
	bool none; /* the study has no plan */
	int today;
	/* The day of the plan that a phase, a week, a timed task leads to; 0: none. */
	uint64_t *phase_day, *week_day, *timed_day;
	int week; /* index of the week that today lies in, -1 */

	struct rows rows;
	bool ascii;
};

/* Index of a row about one of several things of a decision. */
int progress_sub_row(int decision, int sub);
const struct progress_decision *progress_decision_of(const struct progress_view *v, int row_index);

/* ---- progress_rows.c */

/* Rows of what was loaded; the cursor stays with what it was on. */
void progress_lay_out(struct progress_view *v, const struct plan *plan);
/* The decision that is to be made by a week from now and is not made; -1. */
int progress_asked(const struct progress_view *v);

/* ---- progress_draw.c */

bool progress_draw_row(const void *state, const struct row *r, struct canvas c, int at);

#endif
