/*
 * stats.h - what was reviewed, how much of it was known, what comes. Asks a study, changes nothing.
 */
#ifndef HONE_STATS_H
#define HONE_STATS_H

#include "hone/study.h"

enum { STATS_DAYS = 30, STATS_AHEAD = 14, STATS_MATURE = 21 };

/* Answers of some days: all of them, repetitions of the same day and early ones included. */
struct stats_span {
	int answers, fresh; /* fresh: of new cards */
	int64_t ms;         /* thinking time, as far as it is known */
};

/* Of the answers that were due: how many there were, how many right (grade 3 and up). */
struct stats_retention {
	int n, right;
};

struct stats {
	struct stats_span today, week, month,
		all;              /* the last 7 and STATS_DAYS days, today included */
	double daily[STATS_DAYS]; /* answers a day, the last one today's */
	/* Over STATS_DAYS days: of cards whose interval was below STATS_MATURE days, and the others. */
	struct stats_retention young, mature;
	int64_t cards;          /* in the files */
	int ahead[STATS_AHEAD]; /* reviews due tomorrow and on, those of new cards not counted */
	int seconds;            /* an answer takes, catalog_seconds(); 0 not known */
};

bool stats_load(const struct study *s, struct stats *out, struct err *e) MUST_CHECK;

/* Right ones in whole percent, -1 when there are none. */
int stats_percent(struct stats_retention r);

#endif
