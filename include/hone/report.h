/*
 * report.h - what is known, as charts: readiness by area and over time, check scores, what is said beside
 * what is recalled. Asks a study, changes nothing; the same for the screen, the shell and exported files.
 */
#ifndef HONE_REPORT_H
#define HONE_REPORT_H

#include "hone/chart.h"
#include "hone/progress.h"

enum { REPORT_DAYS = 180, REPORT_RAISE = 10, REPORT_WEEK = 7 };

/* A knowledge check: of a table kept by hand, or of the log (the mean of its scores). */
struct report_check {
	int day;
	double percent;
	int n; /* questions, 0 not known */
};

/* The checks of the last REPORT_WEEK days, today among them, as check_history() has them. */
struct report_week {
	int n;            /* with a score */
	int mean, before; /* tenths of a percent, of these days and of as many before; -1 */
};

struct report {
	struct readiness readiness;
	struct progress_targets targets;
	struct chart_bar *
		bar; /* one for each area: number and name, readiness, its target; note: recalled, of how many */
	struct chart_days history; /* at most REPORT_DAYS back, on to the day of the target */
	struct report_check
		*check; /* by day; a row of a table that is a check of the log is that check */
	struct report_week week;
	struct chart_days checks;  /* the same by day, for a chart; from == to: none */
	struct chart_point *point; /* topics that are rated and were asked: said, recalled */
	int ncheck, npoint;
	int *over, *under; /* topics, the one with the most answers first */
	int nover, nunder;
	int raise[REPORT_RAISE];
	int nraise;
};

bool report_load(
	const struct study *s, struct report *out, struct arena *a, struct err *e) MUST_CHECK;

/* Of it the checks alone: check, ncheck, checks, week. */
bool report_load_checks(
	const struct study *s, struct report *out, struct arena *a, struct err *e) MUST_CHECK;

/* "64 % of 119 topics; target 80-85 % by 25 Nov" */
void report_sentence(const struct report *r, struct buf *out);

/* "95.0 % of 6 in 7 days (+2.1)"; empty without checks in them. */
void report_week(const struct report *r, struct buf *out);

/* "80-85 %", "85 %"; empty when there is none. */
void report_target(const struct progress_target *t, struct buf *out);

#endif
