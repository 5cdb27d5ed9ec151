/* plan_work.c - the timer, minutes and notes of a task or a day of the plan. */
#include "views/plan_work.h"

#include <stdio.h>

enum { SECOND_MS = 1000, MINUTE_MS = 60000 };

const char *work_clock(const struct planner_timer *t, char out[static 32])
{
	int64_t s = t->ms / SECOND_MS;
	int hours = (int)(s / 3600), minutes = (int)(s / 60 % 60), seconds = (int)(s % 60);
	if (hours)
		snprintf(out, 32, "%d:%02d:%02d", hours, minutes, seconds);
	else
		snprintf(out, 32, "%d:%02d", minutes, seconds);
	return out;
}

int work_wake_ms(const struct planner_timer *t)
{
	return t->running ? SECOND_MS - (int)(t->ms % SECOND_MS) : -1;
}

/* What a timer that is about to stop will have logged. */
static void say_stopped(struct app *app, const struct planner_timer *t)
{
	int minutes = (int)((t->ms + MINUTE_MS / 2) / MINUTE_MS);
	if (t->ms < TIMER_LEAST_MS)
		app_toast(app, TOAST_INFO, "The timer stopped; it ran too short to count.");
	else if (minutes == 0)
		app_toast(app, TOAST_INFO, "%d s logged.", (int)(t->ms / 1000));
	else
		app_toast(app, TOAST_INFO, "%d min logged.", minutes);
}

bool work_time(struct app *app, uint64_t id, struct err *e)
{
	struct study *s = app_study(app);
	struct planner_timer t;
	bool turned;
	/* The loop asks the clock once a second only: a timer starts and stops by the second itself. */
	if (!study_now(s, &turned, e) || !planner_timer(s, &t, e))
		return false;
	bool stop = t.item == id;
	if (!(stop ? planner_timer_stop(s, e) : planner_timer_start(s, id, e)))
		return false;
	if (t.item)
		say_stopped(app, &t);
	return true;
}

void work_prompt(struct app *app, enum work_ask what)
{
	if (what == ASK_MINUTES)
		app_prompt(app, "Minutes worked (-5 takes off): ", STR(""), what);
	else
		app_prompt(app, "Note, written into the plan: ", STR(""), what);
}

static bool add_minutes(
	struct app *app, uint64_t id, struct str text, unsigned *parts, struct err *e)
{
	struct str rest = str_trim(text);
	int minutes;
	bool minus = str_starts(rest, STR("-"));
	if (minus || str_starts(rest, STR("+")))
		rest = str_slice(rest, 1, rest.n);
	if (rest.n == 0)
		return true;
	if (!str_number(&rest, &minutes) || str_trim(rest).n)
		return err_set(e, ERR_INVALID, "\"%.*s\" is no number of minutes", STR_ARG(text));
	if (!planner_add_minutes(app_study(app), id, minus ? -minutes : minutes, e))
		return false;
	*parts = PART_PLAN;
	return true;
}

bool work_answer(struct app *app, uint64_t id, const struct msg *m, unsigned *parts, struct err *e)
{
	*parts = 0;
	if (m->action == ASK_MINUTES)
		return add_minutes(app, id, m->text, parts, e);
	if (str_trim(m->text).n == 0)
		return true;
	if (!planner_note(app_study(app), id, m->text, e))
		return false;
	*parts = PART_PLAN | PART_FILES;
	return true;
}

void plan_open_link(struct app *app, const struct plan_link *link)
{
	if (link->web)
		app_follow(app, link->target);
	else
		app_goto(app, PANE_SHEET, link->target, 0);
}
