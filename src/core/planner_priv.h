/* planner_priv.h - what the parts of planner share. */
#ifndef HONE_PLANNER_PRIV_H
#define HONE_PLANNER_PRIV_H

#include "hone/planner.h"
#include "study_edit.h"

/* What it would write, and writing it. */
bool planner_show(const struct study *s, const struct writing *w, struct planner_edit *out,
	struct arena *a, struct err *e) MUST_CHECK;
bool planner_write(struct study *s, const struct writing *w, struct err *e) MUST_CHECK;

/* Is there a day of that index in s->plan? ERR_MISSING when not. */
bool planner_has_day(const struct study *s, int day, struct err *e) MUST_CHECK;

/* The index of a day of s->plan in another reading of the plan, -1 when it is not there. */
int planner_day_in(const struct plan *p, uint64_t id);

#endif
