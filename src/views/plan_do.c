/* plan_do.c - what is done with the task under the cursor: ticked, timed, noted. */
#include "views/plan_links.h"
#include "views/plan_priv.h"

enum { MINUTE_MS = 60000 };

/* The task under the cursor, else the day itself; 0: neither. */
static uint64_t subject(const struct plan_view *v, const struct study *s)
{
	const struct plan_day *d = plan_selected(v, &s->plan);
	if (v->list.n)
		return v->task[v->list.cursor].id;
	return d ? d->id : 0;
}

static bool changed(struct plan_view *v, struct app *app, unsigned parts, struct err *e)
{
	app_changed(app, parts);
	return plan_reload(v, app_study(app), e);
}

bool plan_tick(struct plan_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	if (v->list.n == 0)
		return true;
	const struct plan_item *t = &s->plan.item[v->task[v->list.cursor].item];
	if (!planner_tick_tree(s, t->id, !t->done, e))
		return false;
	return changed(v, app, PART_PLAN | PART_FILES, e);
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

bool plan_time(struct plan_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct planner_timer t;
	uint64_t id = subject(v, s);
	bool turned;
	if (id == 0)
		return true;
	/* The loop asks the clock once a second only: a timer starts and stops by the second itself. */
	if (!study_now(s, &turned, e) || !planner_timer(s, &t, e))
		return false;
	bool stop = t.item == id;
	if (!(stop ? planner_timer_stop(s, e) : planner_timer_start(s, id, e)))
		return false;
	if (t.item)
		say_stopped(app, &t);
	return changed(v, app, PART_PLAN, e);
}

bool plan_pause(struct plan_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct planner_timer t;
	bool turned;
	if (!study_now(s, &turned, e) || !planner_timer(s, &t, e) ||
		!planner_timer_pause(s, t.running, e))
		return false;
	return changed(v, app, PART_PLAN, e);
}

void plan_ask(struct plan_view *v, struct app *app, enum plan_ask what)
{
	v->asked = subject(v, app_study(app));
	if (v->asked == 0)
		return;
	if (what == ASK_MINUTES)
		app_prompt(app, "Minutes worked (-5 takes off): ", STR(""), what);
	else
		app_prompt(app, "Note, written into the plan: ", STR(""), what);
}

static bool add_minutes(struct plan_view *v, struct app *app, struct str text, struct err *e)
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
	if (!planner_add_minutes(app_study(app), v->asked, minus ? -minutes : minutes, e))
		return false;
	return changed(v, app, PART_PLAN, e);
}

bool plan_answer(struct plan_view *v, struct app *app, const struct msg *m, struct err *e)
{
	if (m->action == ASK_MINUTES)
		return add_minutes(v, app, m->text, e);
	if (str_trim(m->text).n == 0)
		return true;
	if (!planner_note(app_study(app), v->asked, m->text, e))
		return false;
	return changed(v, app, PART_PLAN | PART_FILES, e);
}

static void open_link(struct plan_view *v, struct app *app, const struct plan_links *l)
{
	const struct plan_link *link = &l->link[v->link];
	if (link->web)
		app_follow(app, link->target);
	else
		app_goto(app, PANE_SHEET, link->target, 0);
	if (l->n > 1)
		app_toast(app, TOAST_INFO, "%d of %d: %.*s (o again opens the next)", v->link + 1,
			l->n, STR_ARG(link->target));
	else
		app_toast(app, TOAST_INFO, "%.*s", STR_ARG(link->target));
}

bool plan_follow(struct plan_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct arena a = { 0 };
	struct plan_links l;
	if (v->list.n == 0)
		return true;
	const struct plan_task *t = &v->task[v->list.cursor];
	bool ok = plan_find_links(s, &s->plan.item[t->item], &l, &a, e);
	bool again = v->followed == t->id && v->link + 1 < l.n;
	v->link = again ? v->link + 1 : 0;
	v->followed = t->id;
	if (ok && l.n == 0)
		app_toast(app, TOAST_INFO, "The task names no page and no file of this study.");
	else if (ok)
		open_link(v, app, &l);
	arena_release(&a);
	return ok;
}
