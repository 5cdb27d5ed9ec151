/* plan_do.c - what is done with the task under the cursor: ticked, timed, noted. */
#include "views/plan_priv.h"

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

bool plan_time(struct plan_view *v, struct app *app, struct err *e)
{
	uint64_t id = subject(v, app_study(app));
	if (id == 0)
		return true;
	return work_time(app, id, e) && changed(v, app, PART_PLAN, e);
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

void plan_ask(struct plan_view *v, struct app *app, enum work_ask what)
{
	v->asked = subject(v, app_study(app));
	if (v->asked)
		work_prompt(app, what);
}

bool plan_answer(struct plan_view *v, struct app *app, const struct msg *m, struct err *e)
{
	unsigned parts = 0;
	if (!work_answer(app, v->asked, m, &parts, e))
		return false;
	return parts == 0 || changed(v, app, parts, e);
}

static void open_link(struct plan_view *v, struct app *app, const struct plan_links *l)
{
	const struct plan_link *link = &l->link[v->link];
	plan_open_link(app, link);
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
