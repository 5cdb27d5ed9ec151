/*
 * cmd_plan.h - what the verbs below `hone plan` share.
 */
#ifndef HONE_CMD_PLAN_H
#define HONE_CMD_PLAN_H

#include "cli/cli.h"

/* A task by its id, the beginning of its id, or the number of its line. */
bool plan_item_arg(const struct study *s, const char *name, uint64_t *id, struct err *e) MUST_CHECK;

/*
 * A day by its id or the beginning of it, as WEEK.DAY or W3D2, as the date it has in the plan, or "today": the day
 * to work on. Its index in plan.day.
 */
bool plan_day_arg(const struct study *s, const char *name, int *day, struct err *e) MUST_CHECK;

/* cmd_plan_marks.c; arg[0] is the verb's name. */
int plan_tick_verb(struct cli *c, struct err *e);
int plan_untick_verb(struct cli *c, struct err *e);
int plan_timer_verb(struct cli *c, struct err *e);
int plan_time_verb(struct cli *c, struct err *e);
int plan_note_verb(struct cli *c, struct err *e);
int plan_status_verb(struct cli *c, struct err *e);
int plan_summary_verb(struct cli *c, struct err *e);

/* cmd_plan_moves.c */
int plan_move_verb(struct cli *c, struct err *e);
int plan_count_verb(struct cli *c, struct err *e);

/* cmd_plan_progress.c */
int plan_progress_verb(struct cli *c, struct err *e);
int plan_decide_verb(struct cli *c, struct err *e);

#endif
