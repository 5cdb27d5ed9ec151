/*
 * check_day.h - what a day of the plan leaves to be asked besides cards: sections of its sheets, tasks that are done.
 * Private to check*.c.
 */
#ifndef HONE_CHECK_DAY_H
#define HONE_CHECK_DAY_H

#include "hone/check.h"

/* A section without others in it: its heading is asked, its text is the answer. */
struct check_section {
	int64_t id; /* the upper half says which file, the lower which heading */
	struct str path, name, text;
	struct str under; /* the heading it stands under, else the file */
	int line;
};

/* Of one sheet; the first of each part of it before the second ones. */
struct check_section *check_sections(struct str path, struct str text, int *n, struct arena *a);

/* Of the sheets that carry the day's number, or that its text names. */
bool check_day_sections(const struct study *s, int day, struct check_section **out, int *n,
	struct arena *a, struct err *e) MUST_CHECK;

bool check_find_section(const struct study *s, int64_t id, struct check_section *out, bool *found,
	struct arena *a, struct err *e) MUST_CHECK;

/* Is that task done, and something that was learnt? Not one about files of notes, or of a block that is a check. */
bool check_is_studied(const struct plan *plan, const struct plan_item *item);

/* The lines that belong to a task of the plan's text: what is noted below it. */
struct str check_task_text(struct str text, const struct plan_item *item);

#endif
