/*
 * assess.h - going through the topics: which are asked first, and named rounds of ratings side by side. Asks a
 * study, changes nothing. A round is begun by round_begin() with ROUND_TOPICS and answered by study_rate_in().
 */
#ifndef HONE_ASSESS_H
#define HONE_ASSESS_H

#include "hone/readiness.h"
#include "hone/round.h"

/* Of what is known: all topics, those to be asked, of a file, of an area. */
enum assess_kind { ASSESS_ALL, ASSESS_DUE, ASSESS_FILE, ASSESS_AREA };

struct assess_scope {
	enum assess_kind kind;
	struct str name;   /* of the file or area, with its number */
	int first, ntopic; /* topics of it: readiness.topic[first .. first + ntopic) */
	int due;           /* of them those to be asked: all but AGE_FRESH */
};

/* All of them, then each file where there are several, then each area, in the order of the files. */
struct assess_scope *assess_scopes(const struct readiness *r, int *n, struct arena *a);

/*
 * What a round over it asks, as for round_begin(): first those to be asked, then the others; among each the ones
 * of a higher priority first, else as they stand in the files. Of ASSESS_DUE only the first.
 */
struct asked *assess_order(
	const struct readiness *r, const struct assess_scope *scope, int *n, struct arena *a);

/* A round, or what is said now: what was said of each topic when it was over. */
struct assess_column {
	struct event_id round; /* none: now */
	struct str name;
	int day, last;               /* study days on which it began and was answered last */
	struct coverage_count count; /* topics that are no longer there included */
	int rated;         /* in the round; the others stand as they stood when it began */
	const int *level;  /* of each topic of the coverage, -1: not in the round */
	const int *before; /* the same when the round began; now: as level */
};

/* The rounds, oldest first, and what is said now as the last. */
bool assess_columns(const struct study *s, const struct coverage *c, struct assess_column **out,
	int *n, struct arena *a, struct err *e) MUST_CHECK;

/* Two of them, by the topics that are in both. */
struct assess_pair {
	struct coverage_count before, after;
};
struct assess_change {
	int topic;
	enum level before, after;
};
struct assess_difference {
	struct assess_pair all;
	struct assess_pair *area; /* as in the coverage */
	struct assess_change *change;
	int nchange, better, worse; /* better: nearer to Know; from or to unrated is neither */
};
struct assess_difference assess_compare(const struct coverage *c, const struct assess_column *x,
	const struct assess_column *y, struct arena *a);

/* What stood before the round, as a column to compare it with. */
struct assess_column assess_before(const struct assess_column *x);

/* The last column before `i` that has a topic in common with it; -1: none. */
int assess_earlier(const struct coverage *c, const struct assess_column *column, int i);

/* "Dunno 62 → 20 · Unsure 21 · Know 14 → 35 of 76": one number where it stayed the same. */
void assess_words(const struct assess_pair *p, struct buf *out);

/* The questions of a gap analysis that a topic's notes name ("Gap Q19, Q43: 0%"): "Q19 Q43"; nothing where they name none. */
void assess_gaps(struct str notes, struct buf *out);

/* "3 Hardware" */
struct str assess_area_name(struct str number, struct str name, struct arena *a);

/* What a further round is called when its name is left to hone. */
struct str assess_name(const struct assess_column *column, int n, struct arena *a);

#endif
