/*
 * chart.h - numbers as pictures of text: bars, a line over time, a sparkline, a plot of two percentages.
 * Pure, no terminal.
 *
 * A chart is rows of runs, a run being text of one role. Each row takes exactly the columns asked for,
 * at least CHART_LEAST; labels are cut or left out before they touch. With `ascii` every sign of a chart's
 * own is one of ASCII; labels stay as they are. What a role means is also said by sign, place or word.
 */
#ifndef HONE_CHART_H
#define HONE_CHART_H

#include "hone/arena.h"
#include "hone/day.h"

enum { CHART_LEAST = 20 };

enum chart_role {
	CHART_TEXT,
	CHART_DIM,  /* axes, what is empty */
	CHART_GOOD, /* at its target, or above */
	CHART_PART, /* near it */
	CHART_LOW,  /* far from it */
	CHART_LINE, /* a line, a bar without a target */
	CHART_TARGET,
};

struct chart_run {
	enum chart_role role;
	struct str text;
};

struct chart_row {
	struct chart_run *run;
	int n;
};

struct chart {
	struct chart_row *row;
	int n;
};

struct chart_look {
	int cols, rows; /* rows: of a line or plot, its axis included; at least 4 */
	bool ascii;
};

/* label ██████░░░│░  64 % note; the line is the target. */
struct chart_bar {
	struct str label, note;
	int percent; /* 0..100, -1: not known */
	int target;  /* -1: none */
};
struct chart chart_bars(
	const struct chart_bar *bar, int n, struct chart_look look, struct arena *a);

/* How a percentage stands to a target: CHART_LINE without one, CHART_PART up to ten points below. */
enum chart_role chart_role_of(int percent, int target);

/* Percent by day, with what was aimed at: from each goal's day on the line of the next. */
struct chart_goal {
	int day, percent;
};
struct chart_days {
	int from, to;                  /* study days of the axis; value[i] is of from + i */
	const double *value;           /* 0..100; below 0: not known */
	int nvalue;                    /* up to to - from + 1 */
	const struct chart_goal *goal; /* sorted by day */
	int ngoal;
};
struct chart chart_line(const struct chart_days *d, struct chart_look look, struct arena *a);

/* One sign a value, the highest the tallest; of more values than `cols` the last. Not padded. */
struct str chart_spark(const double *value, int n, struct chart_look look, struct arena *a);

/* Two percentages of each of many, with the diagonal on which they are the same. */
struct chart_point {
	int x, y; /* 0..100 */
	enum chart_role role;
};
struct chart chart_plot(const struct chart_point *point, int n, struct str x, struct str y,
	struct chart_look look, struct arena *a);

/* A row's text, for a terminal that shows no roles: without spaces at its end. */
void chart_text(const struct chart_row *row, struct buf *out);

#endif
