/*
 * week.h - a look back at a week of study: what its checks came to, what stays weak, what was done of what was
 * meant, and what that suggests. Asks a study, changes nothing.
 */
#ifndef HONE_WEEK_H
#define HONE_WEEK_H

#include "hone/check.h"
#include "hone/progress.h"

/* Checks so many days back tell what is weak again and again. */
enum { WEEK_LOOK_BACK = 21, WEEK_FALL = 50 /* tenths of a percent */ };

/* Something that was among the weak items of two checks or more, and of no later one among the strong. */
struct week_weak {
	struct str name; /* plain */
	int n;           /* checks */
	int last;        /* study day of the last of them */
};

struct week {
	int from, to;          /* Monday, Sunday */
	int nchecks;           /* with a score */
	int mean, mean_before; /* tenths of a percent, of this week and of the one before; -1 */
	struct week_weak *weak;
	int nweak;               /* the most often first */
	struct topic_row *lapse; /* rated Know, and since then, in this week, answered wrong */
	int nlapse;
	int reviews, right;         /* answers of cards */
	int minutes;                /* worked on the plan */
	int budget_from, budget_to; /* 0: not known */
	int ticked;                 /* tasks */
	struct str *advice;         /* sentences, plain */
	int nadvice;
};

/* The week that `day` lies in. Reads the log of it. */
bool week_load(const struct study *s, int day, struct week *out, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
