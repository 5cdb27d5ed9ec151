/*
 * readiness.h - what is really known: what the user says of each topic, with what was recalled of it and
 * scored, and how old each of them is. Asks a study, changes nothing. docs/READINESS.md is the definition.
 *
 * Of a topic on a day:
 *
 *                (k * c  +  sum of w * x)
 *   readiness = --------------------------     in percent
 *               max(1,  k  +  sum of w)
 *
 * x: an answer of one of its cards (grade 3 and up 100, else 0; one that was early, or repeated on the same
 * day, does not count) or a score in percent; of the last READINESS_WINDOW days. w: 2^(-age / 30).
 * c: 90, 50 or 10 as it was rated Know, Unsure, Dunno; k: 2 * 2^(-age / 30). A mark that was in the file
 * before hone first read it counts as 30 days old. Not rated: c = 0, k = 1.
 * An area is the mean of its topics, the whole that of all topics.
 */
#ifndef HONE_READINESS_H
#define HONE_READINESS_H

#include "hone/coverage.h"

enum { READINESS_WINDOW = 90, READINESS_HALF = 30, READINESS_UNDATED = 30 };
enum { READINESS_STALE = 14, READINESS_WRONG = 60, READINESS_SCORES = 3 };
enum { CALIBRATION_DAYS = 30, OVER_BELOW = 80, OVER_LEAST = 3, UNDER_ABOVE = 90, UNDER_LEAST = 5 };

/* What was seen of a topic on one study day: answers and scores, the sum of their percents. */
struct readiness_day {
	int day, n, sum;
};

/* A rating; its day is DAY_NONE when it stood in the file before hone read that. */
struct readiness_claim {
	int day;
	enum level level;
};

/* A score in percent: of a check, a gap analysis, a mock interview. */
struct readiness_score {
	int day, percent;
};

/*
 * Is the rating to be asked again? It is READINESS_STALE days old or has no date; or what it says was
 * contradicted since: a card of the topic that was known before was answered wrong, or a score below
 * READINESS_WRONG percent. Whoever says Dunno is not contradicted by that.
 */
enum readiness_age { AGE_FRESH, AGE_UNRATED, AGE_UNDATED, AGE_STALE, AGE_LAPSED };

/* Recall over the last CALIBRATION_DAYS. */
struct readiness_recall {
	int n;
	double percent; /* 0 without any */
};

/* What people say beside what they recall: Know below 80 % of 3 and more, Unsure or Dunno above 90 % of 5. */
enum readiness_verdict { READINESS_FITS, READINESS_OVER, READINESS_UNDER };

struct readiness_value {
	double percent;
	bool known;         /* it was rated, or something was seen of it */
	double claim, seen; /* k, and the sum of w */
	int n;              /* of what was seen */
};

struct readiness_topic {
	const struct topic_row *topic;
	int area;
	struct readiness_claim *claim; /* oldest first */
	struct readiness_day *seen;    /* oldest first */
	int nclaim, nseen;
	size_t cap_claim, cap_seen;
	int cards, open; /* its cards, and those of them that are due or new today */
	int lapse;       /* study day of the last wrong answer (see readiness_age), DAY_NONE */
	int64_t wrong;   /* its subject: a card, or the topic itself */
	bool lapsed;     /* that came after the last rating */
	struct readiness_score score[READINESS_SCORES]; /* the newest first */
	int nscore;
	int64_t took_ms; /* over `ntook` answers whose time is known */
	int ntook;
	struct readiness_value now;
	struct readiness_recall recall;
	enum readiness_verdict verdict;
	/*
	 * What it would be if all open cards were answered right, once: so many points more of the whole,
	 * and how long that takes: by the mean of its own answers where five have a time, else of all, else
	 * READINESS_SECONDS a card.
	 */
	double gain;
	int seconds;
};
enum { READINESS_SECONDS = 30, READINESS_OWN_TIMES = 5 };

struct readiness_area {
	struct str path, number, name;
	int first, ntopic;
	double percent;
	int known; /* topics that were rated or seen */
	struct readiness_recall recall;
	int over, under; /* topics */
};

struct readiness {
	struct coverage coverage;
	struct readiness_topic *topic; /* as in coverage */
	struct readiness_area *area;
	int ntopic, narea;
	int today;
	double percent;
	int known, seen; /* topics rated or seen; topics of which something was seen */
	int bare;        /* topics without any card */
	int over, under; /* topics */
	int first;       /* the first study day of which anything is known, DAY_NONE */
	bool timed;      /* the seconds are measured */
	struct readiness_recall recall[LEVEL_DUNNO + 1]; /* by level, all observations together */
};

/* One pass over the cards and one over the log. The strings live in the arena. */
bool readiness_load(
	const struct study *s, struct readiness *out, struct arena *a, struct err *e) MUST_CHECK;

/* ---- pure */

/* Of a topic on a day, from what was known then. */
struct readiness_value readiness_at(const struct readiness_topic *t, int day);

enum readiness_age readiness_age(const struct readiness_topic *t, int today);

/* Rounded to whole percent, halves up. */
int readiness_whole(double percent);

/* The whole (`area` -1) or an area on each of the days from..to into out[0 .. to - from]. */
void readiness_history(const struct readiness *r, int area, int from, int to, double *out);

/*
 * Up to `most` topics that raise the whole most for the time they take, best first; how many. Those
 * without an open card, or that gain nothing, are not among them.
 */
int readiness_raise(const struct readiness *r, int *topic, int most);

/* Points of the whole an hour. */
double readiness_gain_hour(const struct readiness_topic *t);

/* What `verdict` is of this level and recall. */
enum readiness_verdict readiness_judge(enum level level, struct readiness_recall recall);

/* "you say Know, you recall 71 % (n=14)" */
void readiness_words(const struct readiness_topic *t, struct buf *out);

#endif
