/* progress.c - where the plan stands: pace, weeks, hours, counters, milestones, decisions. */
#include "tui/app.h"
#include "views/progress_priv.h"
#include "views/views.h"

enum action {
	OPEN = ACTION_OWN,
	CHOOSE,
	MORE,
	LESS,
	TICK,
	EDIT,
	WEEK,
	NEXT_PART,
	PREVIOUS_PART,
	CLOSE,
};

enum live {
	LIVE_PLAN = 1,
	LIVE_DAY = 2,
	LIVE_OPTION = 4,
	LIVE_COUNTER = 8,
	LIVE_BOX = 16,
	LIVE_LINE = 32,
};

static const struct key_row keys[] = {
	{ "Enter", CHOOSE, "choose", "Decide for the option", LIVE_OPTION },
	{ "Enter o", OPEN, "open",
		"Open the first open day of the week or phase, the day of the task, the decision",
		LIVE_DAY },
	{ "+ =", MORE, "one more", "Count one more; with a number before it, that many",
		LIVE_COUNTER },
	{ "-", LESS, "one less", "Count one less", LIVE_COUNTER },
	{ "Space x", TICK, "tick", "Tick or untick its box, in your file", LIVE_BOX },
	{ "W", WEEK, "the week", "A look back at the week: checks, what stays weak, what was done",
		0 },
	{ "]", NEXT_PART, "part", "The next part of this page", LIVE_PLAN },
	{ "[", PREVIOUS_PART, NULL, "The part before", LIVE_PLAN },
	{ "e", EDIT, "edit", "Edit the plan in your editor, at that line", LIVE_LINE },
	LIST_KEYS,
	{ "q Esc P", CLOSE, "back", "Close this page", 0 },
	{ 0 },
};

int progress_sub_row(int decision, int sub)
{
	return decision * MOST_OPTIONS + sub;
}

const struct progress_decision *progress_decision_of(const struct progress_view *v, int row_index)
{
	return &v->report.decision[row_index / MOST_OPTIONS];
}

/* ---- what is known */

/* Is that day one of the week, or of the phase where week is -1? */
static bool belongs(const struct plan *p, const struct plan_day *d, int phase, int week)
{
	return week >= 0 ? d->week == week : p->week[d->week].phase == p->phase[phase].number;
}

/* The first open day, else the first. */
static uint64_t first_day(const struct plan *p, int phase, int week)
{
	uint64_t first = 0;
	for (int i = 0; i < p->nday; i++) {
		const struct plan_day *d = &p->day[i];
		if (!belongs(p, d, phase, week))
			continue;
		if (calendar_progress(d) != CALENDAR_DONE)
			return d->id;
		first = first ? first : d->id;
	}
	return first;
}

static uint64_t day_of_item(const struct plan *p, uint64_t id)
{
	const struct plan_item *item = id ? plan_find(p, id) : NULL;
	return item && item->day >= 0 ? p->day[item->day].id : 0;
}

static void find_days(struct progress_view *v, const struct plan *p)
{
	const struct progress_report *r = &v->report;
	size_t nphase = (size_t)p->nphase, nweek = (size_t)p->nweek, ntimed = (size_t)r->ntimed;
	v->phase_day = arena_alloc(&v->arena, nphase + 1, sizeof *v->phase_day);
	v->week_day = arena_alloc(&v->arena, nweek + 1, sizeof *v->week_day);
	v->timed_day = arena_alloc(&v->arena, ntimed + 1, sizeof *v->timed_day);
	for (int i = 0; i < p->nphase; i++)
		v->phase_day[i] = first_day(p, i, -1);
	for (int i = 0; i < p->nweek; i++)
		v->week_day[i] = first_day(p, -1, i);
	for (int i = 0; i < r->ntimed; i++)
		v->timed_day[i] = day_of_item(p, r->timed[i].item);
}

/* The last week that has begun, unless all of it is past and nothing follows. */
static int week_of_today(const struct progress *p, int today)
{
	int at = -1;
	for (int i = 0; i < p->nweek; i++)
		if (p->week[i].from != DAY_NONE && p->week[i].from <= today)
			at = i;
	bool over = at == p->nweek - 1 && at >= 0 && p->week[at].to_date < today;
	return over ? -1 : at;
}

static bool load(struct progress_view *v, const struct study *s, struct err *e)
{
	arena_clear(&v->arena);
	v->report = (struct progress_report){ 0 };
	v->none = true;
	v->today = s->today;
	v->week = -1;
	bool ok = s->plan_path.n == 0 || progress_report_load(s, &v->report, &v->arena, e);
	if (ok && s->plan_path.n) {
		v->none = false;
		v->week = week_of_today(&v->report.progress, s->today);
		find_days(v, &s->plan);
	}
	progress_lay_out(v, &s->plan);
	return ok;
}

/* ---- what the row under the cursor is about */

static uint64_t day_under(const struct progress_view *v)
{
	const struct row *r = rows_under(&v->rows);
	switch (r->kind) {
	case PROGRESS_PHASE: return v->phase_day[r->index];
	case PROGRESS_WEEK: return v->week_day[r->index];
	case PROGRESS_TIMED: return v->timed_day[r->index];
	default: return 0;
	}
}

/* Index of the task whose box the row has, -1. */
static int box_under(const struct progress_view *v)
{
	const struct row *r = rows_under(&v->rows);
	if (r->kind == PROGRESS_COUNTER)
		return v->report.counter[r->index].c->item;
	return r->kind == PROGRESS_MILESTONE ? v->report.milestone[r->index].m->item : -1;
}

/* In the plan, 0: it stands nowhere in particular. */
static int line_under(const struct progress_view *v, const struct plan *p)
{
	const struct row *r = rows_under(&v->rows);
	const struct plan_item *item;
	switch (r->kind) {
	case PROGRESS_PHASE: return p->phase[r->index].line;
	case PROGRESS_WEEK: return p->week[r->index].line;
	case PROGRESS_COUNTER: return v->report.counter[r->index].c->line;
	case PROGRESS_MILESTONE: return v->report.milestone[r->index].m->line;
	case PROGRESS_ASKED: return v->report.decision[r->index].d->line;
	case PROGRESS_OPTION:
		return progress_decision_of(v, r->index)->d->option[r->index % MOST_OPTIONS].line;
	case PROGRESS_TIMED:
		item = plan_find(p, v->report.timed[r->index].item);
		return item ? item->line : 0;
	default: return 0;
	}
}

/* ---- what the keys do */

static bool changed(struct progress_view *v, struct app *app, unsigned parts, struct err *e)
{
	app_changed(app, parts);
	return load(v, app_study(app), e);
}

/* A count changes counters and what hangs on them; the rest need not be asked again. */
static bool recount(struct progress_view *v, struct app *app, struct err *e)
{
	const struct study *s = app_study(app);
	struct progress_report *r = &v->report;
	app_changed(app, PART_PLAN);
	bool ok = progress_counters(s, &r->guide, &r->counter, &r->ncounter, &v->arena, e) &&
		  progress_milestones(s, &r->guide, &r->milestone, &r->nmilestone, &v->arena, e);
	progress_lay_out(v, &s->plan);
	return ok;
}

static bool count(struct progress_view *v, struct app *app, int by, struct err *e)
{
	const struct row *r = rows_under(&v->rows);
	const struct progress_counter *c = &v->report.counter[r->index];
	if (c->all == 0 && by < 0) {
		app_toast(app, TOAST_INFO, "Nothing is counted yet.");
		return true;
	}
	return planner_count(app_study(app), c->c->id, by, e) && recount(v, app, e);
}

static bool choose(struct progress_view *v, struct app *app, struct err *e)
{
	int index = rows_under(&v->rows)->index, option = index % MOST_OPTIONS;
	const struct progress_decision *d = progress_decision_of(v, index);
	if (d->chosen == option) {
		app_toast(app, TOAST_INFO, "That is what you decided.");
		return true;
	}
	if (!planner_decide(app_study(app), d->d->id, option, d->reason, e))
		return false;
	app_toast(app, TOAST_INFO, "Decided: %.*s", STR_ARG(d->d->option[option].action));
	return changed(v, app, PART_PLAN, e);
}

static bool tick(struct progress_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	const struct plan_item *item = &s->plan.item[box_under(v)];
	return planner_tick_tree(s, item->id, !item->done, e) &&
	       changed(v, app, PART_PLAN | PART_FILES, e);
}

/* To the option that holds, else the first; where there is room from the decision's title on. */
static void go_decision(struct progress_view *v, int decision)
{
	struct list *l = &v->rows.list;
	int option = v->report.decision[decision].option;
	int index = progress_sub_row(decision, option < 0 ? 0 : option);
	int at = rows_find(&v->rows, PROGRESS_OPTION, index), title = at;
	if (at < 0)
		return;
	while (title > 0 && v->rows.row[title - 1].kind != ROW_BLANK)
		title--;
	list_show(l, l->n - 1);
	list_show(l, title);
	list_show(l, at);
}

static void open_under(struct progress_view *v, struct app *app)
{
	const struct row *r = rows_under(&v->rows);
	if (r->kind == PROGRESS_ASKED)
		go_decision(v, r->index);
	else
		app_open(app, &view_day, STR(""), (int64_t)day_under(v));
}

static bool act(struct progress_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	int n = m->count > 0 ? m->count : 1;
	switch (m->action) {
	case OPEN: open_under(v, app); return true;
	case CHOOSE: return choose(v, app, e);
	case MORE: return count(v, app, n, e);
	case LESS: return count(v, app, -n, e);
	case TICK: return tick(v, app, e);
	case EDIT: app_edit(app, s->plan_path, line_under(v, &s->plan)); return true;
	case WEEK: app_open(app, &view_week, STR(""), 0); return true;
	case NEXT_PART:
	case PREVIOUS_PART: rows_go_heading(&v->rows, m->action == NEXT_PART ? 1 : -1); return true;
	default: rows_move(&v->rows, m->action, m->count); return true;
	}
}

/* ---- messages */

static bool tell(struct progress_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->kind) {
	case MSG_OPEN:
		v->rows.cols = 80;
		v->rows.some = true;
		v->ascii = app_ascii(app);
		return load(v, app_study(app), e);
	case MSG_SIZE:
		v->rows.cols = m->cols < ROWS_MOST_COLS ? m->cols : ROWS_MOST_COLS;
		v->rows.list.page = m->rows;
		progress_lay_out(v, &app_study(app)->plan);
		return true;
	case MSG_ACTION: return act(v, app, m, e);
	default: return load(v, app_study(app), e);
	}
}

/* Nothing of what is due, what is looked at and what is clicked away changes what is said. */
static bool is_idle(const struct msg *m)
{
	return m->kind >= MSG_GOTO || m->kind == MSG_TEXT ||
	       (m->kind == MSG_STUDY && m->parts == PART_SCHEDULE);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct err e = { 0 };
	if (m->kind == MSG_ACTION && m->action == CLOSE)
		return (struct nav){ .kind = NAV_CLOSE };
	if (is_idle(m))
		return (struct nav){ .kind = NAV_SAME };
	if (!tell(state, app, m, &e))
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"A plan is a markdown file of this folder with weeks, days and boxes.",
	};
	const struct progress_view *v = state;
	(void)study;
	if (v->none)
		views_empty(c, "No plan yet.", none, (int)LENGTH(none));
	else
		rows_draw(&v->rows, c, focused, progress_draw_row, v);
}

static unsigned live(const void *state)
{
	const struct progress_view *v = state;
	int kind = rows_under(&v->rows)->kind;
	bool line = kind >= PROGRESS_ASKED && kind != PROGRESS_HOURS && kind != PROGRESS_AREA;
	if (v->none)
		return 0;
	return LIVE_PLAN | (line ? LIVE_LINE : 0u) | (kind == PROGRESS_OPTION ? LIVE_OPTION : 0u) |
	       (kind == PROGRESS_COUNTER ? LIVE_COUNTER : 0u) |
	       (box_under(v) >= 0 ? LIVE_BOX : 0u) |
	       (kind == PROGRESS_ASKED || day_under(v) ? LIVE_DAY : 0u);
}

static void release(void *state)
{
	struct progress_view *v = state;
	arena_release(&v->arena);
	rows_release(&v->rows);
}

const struct view_ops view_progress = {
	.name = "Progress",
	.keys = keys,
	.size = sizeof(struct progress_view),
	.update = update,
	.draw = draw,
	.live = live,
	.close = release,
};
