/* day.c - the page of one day of the plan: all that the plan, the log and the topics say of it. */
#include "views/day_priv.h"
#include "views/views.h"

enum action {
	TICK = ACTION_OWN,
	TIMER,
	MINUTES,
	NOTE,
	OPEN,
	EDIT,
	NEXT_DAY,
	PREVIOUS_DAY,
	EVENING,
	PROGRESS,
	JOINS,
	CLOSE,
};

enum live { LIVE_DAY = 1, LIVE_TASK = 2, LIVE_OPEN = 4 };

static const struct key_row keys[] = {
	{ "Space x", TICK, "tick", "Tick or untick the task and those below it, in your file",
		LIVE_TASK },
	{ "o Enter", OPEN, "open",
		"Open the page, file or topic; of a task what it names, again: the next",
		LIVE_OPEN },
	{ "t", TIMER, "timer", "Start the timer on the task, elsewhere on the day, or stop it",
		LIVE_DAY },
	{ "n", NOTE, "note", "Write a note below the task or the day's heading, into your file",
		LIVE_DAY },
	{ "T", MINUTES, NULL, "Add minutes you worked on the task or the day, or take some off",
		LIVE_DAY },
	{ "E", EVENING, "end of day", "The end of the day: check, sheet, status, summary",
		LIVE_DAY },
	{ "P", PROGRESS, NULL,
		"Where the plan stands: pace, weeks, hours, counters, milestones, decisions",
		LIVE_DAY },
	{ "J", JOINS, NULL, "Topics and sheets that may belong to the day: say so, or not",
		LIVE_DAY },
	{ "e", EDIT, "edit", "Edit the plan in your editor, at that line", LIVE_DAY },
	{ "]", NEXT_DAY, "day", "Next day of the plan", LIVE_DAY },
	{ "[", PREVIOUS_DAY, NULL, "Previous day of the plan", LIVE_DAY },
	LIST_KEYS,
	{ "q Esc", CLOSE, "back", "Close this page", 0 },
	{ 0 },
};

/* The task under the cursor, else the day. */
static uint64_t subject(const struct day_view *v, const struct study *s)
{
	const struct row *r = rows_under(&v->rows);
	return r->kind == DAY_TASK ? s->plan.item[v->task[r->index].item].id : v->id;
}

static bool load(struct day_view *v, const struct study *s, struct err *e)
{
	bool ok = day_load(v, s, e);
	day_lay_out(v, s);
	return ok;
}

static bool changed(struct day_view *v, struct app *app, unsigned parts, struct err *e)
{
	app_changed(app, parts);
	return load(v, app_study(app), e);
}

/* Begin at the first open task, where it is in sight from the top. */
static void begin(struct day_view *v)
{
	v->begin = false;
	for (int i = 0; i < v->rows.list.page && i < v->rows.list.n; i++)
		if (v->rows.row[i].kind == DAY_TASK && !v->task[v->rows.row[i].index].done) {
			list_show(&v->rows.list, i);
			return;
		}
}

/* ---- what the keys do */

static bool tick(struct day_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	const struct plan_item *t = &s->plan.item[v->task[rows_under(&v->rows)->index].item];
	return planner_tick_tree(s, t->id, !t->done, e) &&
	       changed(v, app, PART_PLAN | PART_FILES, e);
}

static void say_link(struct app *app, const struct plan_link *link, int at, int n)
{
	if (n > 1)
		app_toast(app, TOAST_INFO, "%d of %d: %.*s (o again opens the next)", at + 1, n,
			STR_ARG(link->target));
	else
		app_toast(app, TOAST_INFO, "%.*s", STR_ARG(link->target));
}

/* A file is shown in the sheet pane, and this page is gone then: what is needed after is copied. */
static void open_link(struct app *app, const struct plan_link *link, int at, int n)
{
	struct arena a = { 0 };
	struct plan_link kept = { arena_str(&a, link->target), link->web };
	plan_open_link(app, &kept);
	say_link(app, &kept, at, n);
	arena_release(&a);
}

static bool open_task(struct day_view *v, struct app *app, int task, struct err *e)
{
	struct study *s = app_study(app);
	struct arena a = { 0 };
	struct plan_links l;
	const struct plan_item *item = &s->plan.item[v->task[task].item];
	bool ok = plan_find_links(s, item, &l, &a, e);
	v->last = v->followed == item->id && v->last + 1 < l.n ? v->last + 1 : 0;
	v->followed = item->id;
	if (ok && l.n == 0)
		app_toast(app, TOAST_INFO, "The task names no page and no file of this study.");
	else if (ok)
		open_link(app, &l.link[v->last], v->last, l.n);
	arena_release(&a);
	return ok;
}

static bool open_row(struct day_view *v, struct app *app, struct err *e)
{
	const struct row *r = rows_under(&v->rows);
	int over = r->index;
	if (r->kind == DAY_TASK)
		return open_task(v, app, over, e);
	if (r->kind == DAY_TOPIC) {
		app_goto(app, PANE_TOPICS, STR(""), v->topic[over].id);
		return true;
	}
	const struct day_link *l = r->kind == DAY_LINK ? &v->link[over] : &v->sheet[over];
	if (!l->there)
		return err_set(
			e, ERR_MISSING, "%.*s is no file of this study", STR_ARG(l->link.target));
	open_link(app, &l->link, 0, 1);
	return true;
}

static void edit(const struct day_view *v, struct app *app)
{
	const struct study *s = app_study(app);
	const struct row *r = rows_under(&v->rows);
	bool task = r->kind == DAY_TASK;
	app_edit(app, s->plan_path,
		task ? s->plan.item[v->task[r->index].item].line : s->plan.day[v->day].line);
}

static bool go(struct day_view *v, const struct study *s, int step, struct err *e)
{
	int day = v->day + step, last = s->plan.nday - 1;
	v->id = s->plan.day[day < 0 ? 0 : day > last ? last : day].id;
	v->rows.list = (struct list){ .page = v->rows.list.page };
	bool ok = load(v, s, e);
	begin(v);
	return ok;
}

static bool act(struct day_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	uint64_t id = subject(v, s);
	int n = m->count > 0 ? m->count : 1;
	switch (m->action) {
	case TICK: return tick(v, app, e);
	case OPEN: return open_row(v, app, e);
	case TIMER: return work_time(app, id, e) && changed(v, app, PART_PLAN, e);
	case MINUTES:
	case NOTE:
		v->asked = id;
		work_prompt(app, m->action == NOTE ? ASK_NOTE : ASK_MINUTES);
		return true;
	case EDIT: edit(v, app); return true;
	case NEXT_DAY: return go(v, s, n, e);
	case PREVIOUS_DAY: return go(v, s, -n, e);
	case EVENING: app_open(app, &view_evening, STR(""), (int64_t)v->id); return true;
	case JOINS: app_open(app, &view_joins, STR("day-topic"), (int64_t)v->id); return true;
	case PROGRESS: app_open(app, &view_progress, STR(""), 0); return true;
	default: rows_move(&v->rows, m->action, m->count); return true;
	}
}

static bool answer(struct day_view *v, struct app *app, const struct msg *m, struct err *e)
{
	unsigned parts = 0;
	if (!work_answer(app, v->asked, m, &parts, e))
		return false;
	return parts == 0 || changed(v, app, parts, e);
}

/* ---- messages */

static bool tell(struct day_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	switch (m->kind) {
	case MSG_OPEN:
		v->id = (uint64_t)m->number;
		v->rows.cols = 80;
		v->begin = true;
		v->ascii = app_ascii(app);
		return load(v, s, e);
	case MSG_SIZE:
		v->rows.cols = m->cols < ROWS_MOST_COLS ? m->cols : ROWS_MOST_COLS;
		v->rows.list.page = m->rows;
		day_lay_out(v, s);
		if (v->begin)
			begin(v);
		return true;
	case MSG_ACTION: return act(v, app, m, e);
	case MSG_TEXT: return answer(v, app, m, e);
	default: return load(v, s, e);
	}
}

/* Is what the timer is on in sight? */
static bool timer_in_sight(const struct day_view *v)
{
	const struct list *l = &v->rows.list;
	int row = v->timer.item == v->id ? 0 : -1;
	for (int i = 0; i < v->ntask; i++)
		if (v->task[i].id == v->timer.item)
			row = rows_find(&v->rows, DAY_TASK, i);
	return row >= l->top && row < l->top + l->page;
}

static int wake_ms(const void *state)
{
	const struct day_view *v = state;
	return v->timer.running && timer_in_sight(v) ? work_wake_ms(&v->timer) : -1;
}

static bool wake(struct day_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	bool turned;
	if (v->day < 0 || !study_now(s, &turned, e) || !planner_timer(s, &v->timer, e))
		return v->day < 0;
	day_lay_out(v, s);
	return true;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct nav nav = { .kind = NAV_STAY };
	struct err e = { 0 };
	if (m->kind == MSG_ACTION && m->action == CLOSE)
		return (struct nav){ .kind = NAV_CLOSE };
	if (m->kind >= MSG_GOTO && m->kind != MSG_TICK) /* nothing of it changes what is said */
		return (struct nav){ .kind = NAV_SAME };
	if (!(m->kind == MSG_TICK ? wake(state, app, &e) : tell(state, app, m, &e)))
		app_error(app, &e);
	return nav;
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const gone[] = {
		"The plan was changed and does not hold it any more. Esc goes back.",
	};
	const struct day_view *v = state;
	(void)study;
	if (v->day < 0) {
		views_empty(c, "This day is gone.", gone, (int)LENGTH(gone));
		return;
	}
	rows_draw(&v->rows, c, focused, day_draw_row, v);
}

static unsigned live(const void *state)
{
	const struct day_view *v = state;
	const struct row *r = rows_under(&v->rows);
	if (v->day < 0)
		return 0;
	bool task = r->kind == DAY_TASK;
	bool topic = r->kind == DAY_TOPIC && v->topic[r->index].known;
	bool open = task || topic || r->kind == DAY_LINK || r->kind == DAY_SHEET;
	return LIVE_DAY | (task ? LIVE_TASK : 0u) | (open ? LIVE_OPEN : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct day_view *v = state;
	if (v->day >= 0)
		buf_addf(out, "%d of %d", v->day + 1, study->plan.nday);
}

static void release(void *state)
{
	struct day_view *v = state;
	arena_release(&v->arena);
	rows_release(&v->rows);
}

const struct view_ops view_day = {
	.name = "Day",
	.keys = keys,
	.size = sizeof(struct day_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.close = release,
};
