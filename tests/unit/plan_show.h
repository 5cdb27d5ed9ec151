/* plan_show.h - a plan as lines of text, for the tests of the plan parser. */
#ifndef HONE_PLAN_SHOW_H
#define HONE_PLAN_SHOW_H

#include "hone/plan.h"

/*
 * One line for each phase, week, day, block, task and section, each below what it belongs to, with all
 * that is not as it is by default. A task without a box begins with "-".
 */
void plan_show(struct buf *out, const struct plan *p);

/* What must hold for the plan of any text. */
void plan_check_sound(const struct plan *p, struct str text);

#endif
