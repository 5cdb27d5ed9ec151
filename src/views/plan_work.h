/*
 * plan_work.h - work on a task or a day of the plan, wherever it is shown: timed, counted, noted.
 */
#ifndef HONE_PLAN_WORK_H
#define HONE_PLAN_WORK_H

#include "hone/planner_links.h"
#include "hone/planner.h"
#include "tui/app.h"

/* Actions of the prompts. */
enum work_ask { ASK_MINUTES = 1, ASK_NOTE };

/* Start the timer on it, or stop it, and say what was logged. */
bool work_time(struct app *app, uint64_t id, struct err *e) MUST_CHECK;

void work_prompt(struct app *app, enum work_ask what);
/* The answer; *parts: what of the study it changed, 0 when nothing was typed. */
bool work_answer(struct app *app, uint64_t id, const struct msg *m, unsigned *parts,
	struct err *e) MUST_CHECK;

/* In the browser or the sheet pane, which closes what lies over it. */
void plan_open_link(struct app *app, const struct plan_link *link);

/* What a timer has counted: "12:40", "1:02:40". */
const char *work_clock(const struct planner_timer *t, char out[static 32]);
/* Milliseconds until it counts another second, as wake_ms() says it; -1: it does not run. */
int work_wake_ms(const struct planner_timer *t);

#endif
