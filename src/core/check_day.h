/*
 * check_day.h - what a day of the plan leaves to be asked besides cards: sections of its sheets, tasks that are done.
 * Private to check*.c.
 */
#ifndef HONE_CHECK_DAY_H
#define HONE_CHECK_DAY_H

#include "hone/check.h"
#include "study_section.h"

/* Of the sheets that carry the day's number, or that its text names. */
bool check_day_sections(const struct study *s, int day, struct study_section **out, int *n,
	struct arena *a, struct err *e) MUST_CHECK;

/* Is that task done, and something that was learnt? Not one about files of notes, or of a block that is a check. */
bool check_is_studied(const struct plan *plan, const struct plan_item *item);

/* The lines that belong to a task of the plan's text: what is noted below it. */
struct str check_task_text(struct str text, const struct plan_item *item);

#endif
