/* sheet_run.c - chosen sheets, read one after the other as if they were one. */
#include "hone/chosen.h"
#include "views/sheet_priv.h"

bool sheet_run_load(struct sheet *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct str *path;
	int n;
	if (!chosen_load(s, &path, &n, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->run.arena);
	v->run.arena = fresh;
	v->run.path = path;
	v->run.n = n;
	return true;
}

int sheet_run_place(const struct sheet *v, struct str path)
{
	return chosen_place(v->run.path, v->run.n, path);
}

int sheet_run_at(const struct sheet *v)
{
	return sheet_run_place(v, buf_str(&sheet_shown(v)->path));
}

void sheet_run_release(struct run *r)
{
	arena_release(&r->arena);
	buf_release(&r->let_go);
}

/* ---- choosing, in the list of sheets */

static bool toggle(struct sheet *v, struct study *s, struct str path, bool *on, struct err *e)
{
	return chosen_toggle(s, path, on, e) && sheet_run_load(v, s, e);
}

bool sheet_choose(struct sheet *v, struct app *app, struct err *e)
{
	bool on;
	if (v->list.n == 0)
		return true;
	if (!toggle(v, app_study(app), v->file[v->list.cursor].path, &on, e))
		return false;
	if (on && v->run.n == 1)
		app_toast(app, TOAST_INFO, "Chosen; r reads those that are, one after the other");
	list_move(&v->list, MOTION_DOWN, 0);
	return true;
}

/* Let go of all, or take back that. */
bool sheet_choose_none(struct sheet *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct arena a = { 0 };
	struct str rest = arena_str(&a, buf_str(&v->run.let_go)), *path;
	int n = 0, had = v->run.n;
	path = arena_alloc(&a, CHOSEN_MOST, sizeof *path);
	while (had == 0 && n < CHOSEN_MOST && str_line(&rest, &path[n]))
		n++;
	buf_clear(&v->run.let_go);
	for (int i = 0; i < had; i++)
		buf_addf(&v->run.let_go, "%.*s\n", STR_ARG(v->run.path[i]));
	bool ok = chosen_set(s, path, n, e) && sheet_run_load(v, s, e);
	if (ok && had > 0)
		app_toast(app, TOAST_INFO, "None is chosen any more; M chooses the %d again", had);
	arena_release(&a);
	return ok;
}

/* ---- reading */

static bool show(struct sheet *v, struct app *app, int at, bool its_end, struct err *e)
{
	static const struct place top = { 1, 0 };
	if (!sheet_visit(v, app_study(app), v->run.path[at - 1], &top, e))
		return false;
	if (its_end)
		pager_scroll(&sheet_page(v)->pager, MOTION_LAST, 0);
	return true;
}

bool sheet_run_begin(struct sheet *v, struct app *app, struct err *e)
{
	return v->run.n == 0 || show(v, app, 1, false, e);
}

static bool step(struct sheet *v, struct app *app, int by, bool its_end, struct err *e)
{
	int to = sheet_run_at(v) + by;
	if (to >= 1 && to <= v->run.n)
		return show(v, app, to, its_end, e);
	app_toast(app, TOAST_INFO,
		by > 0 ? "This is the last of the %d chosen sheets"
		       : "This is the first of the %d chosen sheets",
		v->run.n);
	return true;
}

bool sheet_run_step(struct sheet *v, struct app *app, int by, struct err *e)
{
	return step(v, app, by, false, e);
}

bool sheet_run_scroll(struct sheet *v, struct app *app, const struct msg *m, struct err *e)
{
	struct pager *p = &sheet_page(v)->pager;
	bool on = m->action == MOTION_PAGE_DOWN, back = m->action == MOTION_PAGE_UP;
	if (sheet_run_at(v) > 0 && v->run.n > 1) {
		if (on && pager_at_end(p))
			return step(v, app, 1, false, e);
		if (back && pager_at_begin(p))
			return step(v, app, -1, true, e);
	}
	pager_scroll(p, m->action, m->count);
	return true;
}
