/* evening.c - the end of a day of the plan: what was done, and what can be done before it is over. */
#include "views/evening_priv.h"
#include "views/views.h"

/* From SIDE columns on what is chosen is shown beside the choices. */
enum { SIDE = 96, LEFT_COLS = 44, HEAD_ROWS = 2, ROOMY = 16, SMALL = 10 };

enum action { APPLY = ACTION_OWN, BEGIN, OTHER, BEFORE, DOWN, UP, CLOSE };

enum live { LIVE_WRITE = 1, LIVE_BEGIN = 2, LIVE_STATUS = 4, LIVE_LONG = 8 };

static const struct key_row keys[] = {
	{ "y", APPLY, "write it", "Do what is shown: these lines, and nothing else", LIVE_WRITE },
	{ "Enter", BEGIN, "open", "Begin the knowledge check, or open the page of the next day",
		LIVE_BEGIN },
	{ "j Down", MOTION_DOWN, "choose", "The next thing that can be done", 0 },
	{ "k Up", MOTION_UP, NULL, "The one before", 0 },
	{ "l Right", OTHER, "other status", "Another status: done, in progress, deferred, open",
		LIVE_STATUS },
	{ "h Left", BEFORE, NULL, "The status before", LIVE_STATUS },
	{ "Space PageDown Ctrl-F", DOWN, "scroll", "More of what is shown", LIVE_LONG },
	{ "PageUp Ctrl-B", UP, NULL, "Back", LIVE_LONG },
	{ "g Home", MOTION_FIRST, NULL, "The first thing that can be done", 0 },
	{ "G End", MOTION_LAST, NULL, "The last one", 0 },
	{ "q Esc", CLOSE, "back", "Leave everything as it is", 0 },
	{ 0 },
};

static enum evening_kind chosen(const struct evening_view *v)
{
	return v->choice[v->list.cursor];
}

/*
 * Facts give way to the preview where there are few rows; below ROOMY there are none, below SMALL of the
 * choices only the one that is chosen is seen.
 */
static void shape(struct evening_view *v)
{
	bool roomy = v->rows >= ROOMY, small = v->rows < SMALL;
	list_resize(&v->list, v->list.n, small ? 1 : v->list.n);
	v->left = v->cols >= SIDE && !small ? LEFT_COLS : 0;
	int room = v->rows - HEAD_ROWS - v->list.page - 2;
	v->facts = v->left ? room : roomy ? (room - 4) / 2 : 0;
	v->facts = v->facts > v->nfact ? v->nfact : v->facts < 0 || !roomy ? 0 : v->facts;
	v->head = roomy ? HEAD_ROWS + v->facts + 1 : small ? 0 : 1;
	int page = v->left ? v->rows : v->rows - v->head - v->list.page - roomy;
	list_resize(&v->lines, v->lines.n, page > 0 ? page : 1);
}

static void look(struct evening_view *v, const struct study *s)
{
	shape(v);
	if (v->rows) /* its size comes after it was opened */
		evening_look(v, s);
}

static bool load(struct evening_view *v, const struct study *s, struct err *e)
{
	bool ok = evening_load(v, s, e);
	look(v, s);
	return ok;
}

/* ---- what is done on y and Enter */

static bool write_edit(struct evening_view *v, struct app *app, struct err *e)
{
	if (!planner_apply(app_study(app), v->id, &v->edit, e))
		return false;
	app_toast(app, TOAST_INFO, "Written into %.*s:%d.", STR_ARG(v->edit.path), v->edit.line);
	app_changed(app, PART_PLAN | PART_FILES);
	return true;
}

static bool make_sheet(struct evening_view *v, struct app *app, struct err *e)
{
	if (!planner_sheet(app_study(app), &v->sheet, e))
		return false;
	app_toast(app, TOAST_INFO, "Made %.*s.", STR_ARG(v->sheet.path));
	app_edit(app, v->sheet.path, 1);
	app_changed(app, PART_FILES);
	return true;
}

static bool repair(struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	struct planner_repair r;
	struct arena a = { 0 };
	bool ok = planner_repair(s, s->plan_path, &r, &a, e);
	if (ok)
		app_toast(app, TOAST_INFO, "Repaired; the old file is kept as %s.", r.backup);
	arena_release(&a);
	if (ok)
		app_changed(app, PART_ALL);
	return ok;
}

static bool apply(struct evening_view *v, struct app *app, struct err *e)
{
	bool ok = chosen(v) == EVENING_SHEET    ? make_sheet(v, app, e)
		  : chosen(v) == EVENING_REPAIR ? repair(app, e)
						: write_edit(v, app, e);
	if (!ok)
		return false;
	return load(v, app_study(app), e);
}

static void begin(const struct evening_view *v, struct app *app)
{
	bool check = chosen(v) == EVENING_CHECK;
	app_open(app, check ? &view_check : &view_day, check ? STR("begin") : STR(""),
		(int64_t)(check ? v->id : v->next));
}

static void another_status(struct evening_view *v, int step)
{
	static const enum plan_status order[] = { PLAN_DONE, PLAN_IN_PROGRESS, PLAN_DEFERRED,
		PLAN_OPEN };
	int n = (int)LENGTH(order), at = 0;
	while (at < n - 1 && order[at] != v->want)
		at++;
	v->want = order[(at + step + n) % n];
}

static bool act(struct evening_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case APPLY: return apply(v, app, e);
	case BEGIN: begin(v, app); return true;
	case DOWN: list_scroll(&v->lines, MOTION_PAGE_DOWN, m->count); return true;
	case UP: list_scroll(&v->lines, MOTION_PAGE_UP, m->count); return true;
	case OTHER:
	case BEFORE: another_status(v, m->action == OTHER ? 1 : -1); break;
	default: list_move(&v->list, m->action, m->count);
	}
	look(v, app_study(app));
	return true;
}

/* ---- messages */

static bool tell(struct evening_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->kind) {
	case MSG_OPEN:
		v->id = (uint64_t)m->number;
		v->want = PLAN_DONE;
		return load(v, app_study(app), e);
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		look(v, app_study(app));
		return true;
	case MSG_ACTION: return act(v, app, m, e);
	default: return load(v, app_study(app), e);
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct err e = { 0 };
	if (m->kind == MSG_ACTION && m->action == CLOSE)
		return (struct nav){ .kind = NAV_CLOSE };
	if (m->kind >= MSG_GOTO || m->kind == MSG_TEXT)
		return (struct nav){ .kind = NAV_SAME };
	if (!tell(state, app, m, &e))
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

/* ---- drawing */

static void draw_head(const struct evening_view *v, struct canvas c)
{
	if (v->head == 0)
		return;
	canvas_attr_text(canvas_sub(c, 0, 0, 1, c.cols - 1), 0, 1, ROLE_ACCENT, ATTR_BOLD,
		v->title.n ? v->title : STR("A day of the plan"));
	if (v->head == 1)
		return;
	canvas_field(c, 1, 1, c.cols - 2, ROLE_DIM, v->where);
	for (int i = 0; i < v->facts; i++)
		canvas_field(c, HEAD_ROWS + i, 1, c.cols - 2, v->fact[i].role, v->fact[i].text);
}

static void draw_choices(const struct evening_view *v, struct canvas c, bool focused)
{
	const struct list *l = &v->list;
	struct buf name = { 0 };
	for (int i = 0; i < l->page && l->top + i < l->n; i++) {
		int row = v->head + i;
		buf_clear(&name);
		evening_name(v, l->top + i, &name);
		canvas_field(c, row, 1, c.cols - 2, ROLE_TEXT, buf_str(&name));
		if (l->top + i != l->cursor || !focused)
			continue;
		canvas_restyle(c, row, 0, c.cols, ROLE_SELECTED);
		canvas_cursor(c, row, 0);
	}
	buf_release(&name);
}

static void draw_look(const struct evening_view *v, struct canvas c)
{
	const struct list *l = &v->lines;
	for (int i = 0; i < c.rows && l->top + i < l->n; i++) {
		const struct evening_line *line = &v->line[l->top + i];
		canvas_text(c, i, 1, line->role, line->text);
	}
	if (l->top + c.rows < l->n && c.rows > 0)
		canvas_right(c, c.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const gone[] = {
		"The plan was changed and does not hold it any more. Esc goes back.",
	};
	const struct evening_view *v = state;
	(void)study;
	if (v->day < 0) {
		views_empty(c, "This day is gone.", gone, (int)LENGTH(gone));
		return;
	}
	struct canvas left = v->left ? canvas_sub(c, 0, 0, c.rows, v->left) : c;
	bool rule = v->head > 1;
	int row = v->head + v->list.page + rule;
	draw_head(v, left);
	draw_choices(v, left, focused);
	if (v->left) {
		canvas_vline(c, 0, v->left, c.rows, ROLE_RULE);
		draw_look(v, canvas_sub(c, 0, v->left + 1, c.rows, c.cols - v->left - 1));
		return;
	}
	if (rule)
		canvas_hline(c, row - 1, 0, c.cols, ROLE_RULE);
	draw_look(v, canvas_sub(c, row, 0, c.rows - row, c.cols));
}

static unsigned live(const void *state)
{
	const struct evening_view *v = state;
	if (v->day < 0)
		return 0;
	bool begins = chosen(v) == EVENING_CHECK || chosen(v) == EVENING_TOMORROW;
	return (v->can ? (begins ? LIVE_BEGIN : LIVE_WRITE) : 0u) |
	       (chosen(v) == EVENING_STATUS ? LIVE_STATUS : 0u) |
	       (v->lines.n > v->lines.page ? LIVE_LONG : 0u);
}

static void release(void *state)
{
	struct evening_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->look);
}

const struct view_ops view_evening = {
	.name = "End of the day",
	.keys = keys,
	.size = sizeof(struct evening_view),
	.update = update,
	.draw = draw,
	.live = live,
	.close = release,
};
