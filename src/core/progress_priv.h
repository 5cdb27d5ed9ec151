/* progress_priv.h - what the parts of progress share. */
#ifndef HONE_PROGRESS_PRIV_H
#define HONE_PROGRESS_PRIV_H

#include "hone/progress.h"

/* ---- progress_estimate.c: pure */

struct estimate {
	int minutes, done;
};

/* Of each item, block and day of a plan; what is nested is part of what it is nested in. */
struct estimates {
	struct estimate *item, *block, *day;
};
struct estimates progress_estimates(const struct plan *p, struct arena *a);

/* Of what stands in the week outside its days. */
struct estimate progress_loose(const struct plan *p, const struct estimates *est, int week);

/* Of the tasks outside every week. */
struct estimate progress_outside(const struct plan *p);

/* Is it to be counted as a task: not one that was skipped or moved away undone. */
bool progress_counts(const struct plan_item *t);

/* ---- progress_dates.c */

struct span {
	int from, to; /* study days, DAY_NONE */
};

/* The plan on dates as it was first planned, and as it stands. */
struct progress_dates {
	struct calendar calendar;
	struct span *week, *day; /* of each week and day; a day of an undated week is DAY_NONE */
	struct span all;
};
bool progress_dates(const struct study *s, struct progress_dates *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* The study day at the end of a week or of a day counted from the first, by numbers; DAY_NONE. */
int progress_week_end(const struct plan *p, const struct progress_dates *d, int number);
int progress_overall_day(const struct plan *p, const struct progress_dates *d, int number);

/* The share of `minutes` whose dates in the span are before today. */
int progress_passed(struct span span, int minutes, int today);

/* ---- progress_words.c: pure */

/* The words of a text that carry a meaning, normalised, without numbers. */
struct word_list {
	struct str *word;
	int n;
};
struct word_list progress_word_list(struct str text, struct arena *a);

/* The same word, or one with the same stem ("system", "systems"). */
bool progress_same_word(struct str a, struct str b);
bool progress_has_word(const struct word_list *list, struct str word);
bool progress_has_all(const struct word_list *list, const struct word_list *of);

/* ---- progress_decide.c */

/* Do the words name the area: by all words of its name, or by the first of its inventory's title? */
bool progress_names_area(const struct word_list *words, const struct readiness_area *area,
	const struct file_row *file, size_t nfile, struct arena *a);

/* The text that study.plan was read from. */
struct str progress_text(const struct study *s, struct arena *a);

#endif
