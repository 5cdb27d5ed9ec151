/*
 * plan_desk.h - the screen over a study with a plan, on Wednesday 12 November 2025, the plan pane in focus.
 * Every function fails the test when it cannot do its work.
 */
#ifndef HONE_PLAN_DESK_H
#define HONE_PLAN_DESK_H

#include "screen/review_desk.h"

/* The study holds `plan` as plan.md, and a sheet. */
struct desk desk_with(const char *plan, int rows, int cols);
/* Does plan.md hold that? */
void see_file(const struct desk *d, const char *part);
/* The rows [from, from + n) of the columns [left, left + cols), without blanks at their ends. */
void see_block(struct desk *d, int from, int n, int left, int cols, const char *want);

#endif
