/*
 * planner_days.h - which sheets belong to a day of the plan.
 */
#ifndef HONE_PLANNER_DAYS_H
#define HONE_PLANNER_DAYS_H

#include "hone/study.h"

/* Does a name, of a file or a title, carry the number of the day? */
bool day_has_name(const struct plan *p, int day, struct str name);

/* Does its name or title carry the number of the day? So do those that the end of the day makes. */
bool day_owns_sheet(const struct study *s, int day, const struct file_row *file);

/* Do the lines of the day in the text of the plan lead to the file? */
bool day_links_sheet(const struct study *s, int day, struct str plan_text, struct str path,
	bool *links, struct arena *a, struct err *e) MUST_CHECK;

#endif
