/* plan.c - the plan: a month with its days, and the tasks of the one selected. */
#include <stdio.h>

#include "hone/planner.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

/*
 * A calendar cell is CELL columns. With SIDE columns the tasks stand beside the calendar, and below it
 * otherwise. The calendar gives reviews due a row of their own where TALL rows are free.
 */
enum { CELL = 5, CALENDAR_COLS = 7 * CELL, SIDE = 76, TALL = 30, DUE_CAP = 999, WEEKS = 6 };

enum action { TICK = ACTION_OWN, NEXT_UNIT, PREVIOUS_UNIT, NEXT_WEEK, PREVIOUS_WEEK, GO_TODAY };

enum live { LIVE_TASK = 1, LIVE_PLAN = 2 };

static const struct key_row keys[] = {
	{ "Space x", TICK, "tick", "Tick or untick the task, in your file", LIVE_TASK },
	{ "j Down", MOTION_DOWN, "task", "Next task", LIVE_TASK },
	{ "k Up", MOTION_UP, NULL, "Previous task", LIVE_TASK },
	{ "l Right", NEXT_UNIT, "day", "Next day of the plan", LIVE_PLAN },
	{ "h Left", PREVIOUS_UNIT, NULL, "Previous day of the plan", LIVE_PLAN },
	{ "]", NEXT_WEEK, "week", "Next week of the plan", LIVE_PLAN },
	{ "[", PREVIOUS_WEEK, NULL, "Previous week of the plan", LIVE_PLAN },
	{ "t", GO_TODAY, "today", "Back to today", LIVE_PLAN },
	{ "g Home", MOTION_FIRST, NULL, "First task", LIVE_TASK },
	{ "G End", MOTION_LAST, NULL, "Last task", LIVE_TASK },
	{ "PageDown Ctrl-F", MOTION_PAGE_DOWN, NULL, "A page of tasks down", LIVE_TASK },
	{ "PageUp Ctrl-B", MOTION_PAGE_UP, NULL, "A page of tasks up", LIVE_TASK },
	{ 0 },
};

/* What can be selected: a day, a week's tasks outside of its days, or a section outside of all weeks. */
struct unit {
	enum { UNIT_DAY, UNIT_WEEK, UNIT_SECTION } kind;
	int index;
};

struct plan_view {
	struct arena arena;
	struct unit *unit;
	int nunit, current;  /* the unit selected */
	struct calendar cal; /* of the plan */
	uint64_t unit_id;    /* of it, whatever the plan looks like after an edit */
	int *item;           /* tasks of the unit: indexes into plan.item */
	uint64_t *item_id;   /* and their ids */
	struct list list;    /* over them */
	int month;           /* study day that the calendar's first of month is */
	int due[31];         /* reviews due on the days of that month, where they are shown */
	int rows, cols;
};

static bool in_unit(const struct plan *p, struct unit u, int item)
{
	const struct plan_item *t = &p->item[item];
	switch (u.kind) {
	case UNIT_DAY: return t->day == u.index;
	case UNIT_WEEK: return t->week == u.index && t->day < 0;
	default: return t->section == u.index;
	}
}

static bool week_has_loose(const struct plan *p, int week)
{
	int in_days = 0;
	for (int d = 0; d < p->week[week].nday; d++)
		in_days += p->day[p->week[week].first_day + d].nitem;
	return p->week[week].nitem > in_days;
}

/* What a unit is known by when the plan was read again. */
static uint64_t id_of(const struct plan *p, struct unit u)
{
	switch (u.kind) {
	case UNIT_DAY: return p->day[u.index].id;
	case UNIT_WEEK: return hash64(UNIT_WEEK, &p->week[u.index].number, sizeof(int));
	default:
		return hash64(
			UNIT_SECTION, p->section[u.index].title.p, p->section[u.index].title.n);
	}
}

static void add_unit(struct plan_view *v, int kind, int index)
{
	v->unit[v->nunit].kind = kind;
	v->unit[v->nunit++].index = index;
}

static void list_units(struct plan_view *v, const struct plan *p)
{
	v->unit = arena_alloc(
		&v->arena, (size_t)(p->nday + p->nweek + p->nsection + 1), sizeof *v->unit);
	v->nunit = 0;
	for (int w = 0; w < p->nweek; w++) {
		for (int d = 0; d < p->week[w].nday; d++)
			add_unit(v, UNIT_DAY, p->week[w].first_day + d);
		if (week_has_loose(p, w) || p->week[w].nday == 0)
			add_unit(v, UNIT_WEEK, w);
	}
	for (int i = 0; i < p->nsection; i++)
		add_unit(v, UNIT_SECTION, i);
}

static int week_of(const struct plan *p, struct unit u)
{
	return u.kind == UNIT_DAY ? p->day[u.index].week : u.kind == UNIT_WEEK ? u.index : -1;
}

static int unit_of_day(const struct plan_view *v, int day)
{
	for (int i = 0; i < v->nunit; i++)
		if (v->unit[i].kind == UNIT_DAY && v->unit[i].index == day)
			return i;
	return 0;
}

/* The date that the calendar shows for the unit; today when the unit has none. */
static int unit_date(const struct plan_view *v, const struct study *s)
{
	if (v->nunit && v->unit[v->current].kind == UNIT_DAY) {
		int from = v->cal.day[v->unit[v->current].index].from;
		if (from != DAY_NONE)
			return from;
	}
	return s->today;
}

static bool beside(int cols)
{
	return cols >= SIDE;
}

/* Has each week of the calendar a second row, for the reviews due? */
static bool is_tall(const struct plan_view *v)
{
	return v->rows >= (beside(v->cols) ? 2 * WEEKS + 3 : TALL);
}

/* *same: what is shown did not change. */
static bool load_due(struct plan_view *v, const struct study *s, bool *same, struct err *e)
{
	struct civil c = day_civil(v->month);
	*same = true;
	if (!is_tall(v))
		return true;
	for (int i = 0; i < day_month_length(c.year, c.month); i++) {
		int n;
		if (!study_load(s, v->month + i, &n, e))
			return false;
		n = n < DUE_CAP ? n : DUE_CAP;
		*same = *same && n == v->due[i];
		v->due[i] = n;
	}
	return true;
}

static bool load_month(struct plan_view *v, const struct study *s, struct err *e)
{
	bool same;
	struct civil c = day_civil(unit_date(v, s));
	v->month = day_of_civil(c.year, c.month, 1);
	return load_due(v, s, &same, e);
}

static bool select_unit(struct plan_view *v, const struct study *s, int unit, struct err *e)
{
	const struct plan *p = &s->plan;
	int n = 0;
	v->current = unit < 0 ? 0 : unit >= v->nunit ? v->nunit - 1 : unit;
	v->unit_id = v->nunit ? id_of(p, v->unit[v->current]) : 0;
	for (int i = 0; v->nunit && i < p->nitem; i++)
		if (in_unit(p, v->unit[v->current], i)) {
			v->item_id[n] = p->item[i].id;
			v->item[n++] = i;
		}
	v->list.n = 0;
	list_resize(&v->list, n, v->list.page);
	return load_month(v, s, e);
}

static bool load(struct plan_view *v, const struct study *s, struct err *e)
{
	const struct plan *p = &s->plan;
	arena_clear(&v->arena);
	list_units(v, p);
	v->item = arena_alloc(&v->arena, (size_t)p->nitem + 1, sizeof *v->item);
	v->item_id = arena_alloc(&v->arena, (size_t)p->nitem + 1, sizeof *v->item_id);
	if (planner_calendar(s, &v->cal, &v->arena, e))
		return true;
	v->cal = calendar_make(p, NULL, s->today, &v->arena);
	return false;
}

static bool go_today(struct plan_view *v, const struct study *s, struct err *e)
{
	int day = plan_today(&s->plan, s->today);
	return select_unit(v, s, day >= 0 ? unit_of_day(v, day) : 0, e);
}

/* After the plan was read again the cursor stays with its day and its task where they still exist. */
static bool reload(struct plan_view *v, const struct study *s, struct err *e)
{
	bool first = v->nunit == 0;
	int cursor = v->list.cursor, unit = v->current;
	uint64_t item = v->list.n ? v->item_id[cursor] : 0, id = v->unit_id;
	if (!load(v, s, e))
		return false;
	if (first)
		return go_today(v, s, e);
	for (int i = 0; i < v->nunit; i++)
		if (id_of(&s->plan, v->unit[i]) == id)
			unit = i;
	if (!select_unit(v, s, unit, e))
		return false;
	for (int i = 0; i < v->list.n; i++)
		if (v->item_id[i] == item)
			cursor = i;
	list_show(&v->list, cursor);
	return true;
}

static bool tick(struct plan_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	if (v->list.n == 0)
		return true;
	const struct plan_item *t = &s->plan.item[v->item[v->list.cursor]];
	if (!study_tick(s, t->id, !t->done, e))
		return false;
	app_changed(app, PART_PLAN | PART_FILES);
	return reload(v, s, e);
}

static bool go_week(struct plan_view *v, const struct study *s, int step, struct err *e)
{
	int here = week_of(&s->plan, v->unit[v->current]), i = v->current;
	while (i + step >= 0 && i + step < v->nunit && week_of(&s->plan, v->unit[i]) == here)
		i += step;
	int there = week_of(&s->plan, v->unit[i]);
	while (step < 0 && i > 0 && week_of(&s->plan, v->unit[i - 1]) == there)
		i--;
	return select_unit(v, s, i, e);
}

static bool act(struct plan_view *v, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	switch (m->action) {
	case TICK: return tick(v, app, e);
	case NEXT_UNIT: return select_unit(v, s, v->current + 1, e);
	case PREVIOUS_UNIT: return select_unit(v, s, v->current - 1, e);
	case NEXT_WEEK: return go_week(v, s, 1, e);
	case PREVIOUS_WEEK: return go_week(v, s, -1, e);
	case GO_TODAY: return go_today(v, s, e);
	default: list_move(&v->list, m->action, m->count); return true;
	}
}

/* Rows of the month: its names, the week days, the weeks. */
static int calendar_rows(const struct plan_view *v)
{
	if (!beside(v->cols) && v->rows < WEEKS + 9)
		return 0;
	return is_tall(v) ? 2 * WEEKS + 1 : WEEKS + 1;
}

/* Rows above the tasks: title, dates, bar, empty line. */
enum { HEAD_ROWS = 4, FOOT_ROWS = 3 };

static int task_rows(const struct plan_view *v)
{
	int above = beside(v->cols) ? 0 : calendar_rows(v) + 1;
	int left = v->rows - HEAD_ROWS - FOOT_ROWS - above;
	return left > 1 ? left : 1;
}

/* A grade changes nothing here but the reviews due. */
static bool hear(
	struct plan_view *v, const struct study *s, unsigned parts, bool *same, struct err *e)
{
	*same = !(parts & (PART_SCHEDULE | PART_PLAN));
	if (*same)
		return true;
	return parts == PART_SCHEDULE ? load_due(v, s, same, e) : reload(v, s, e);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct plan_view *v = state;
	const struct study *s = app_study(app);
	struct err e = { 0 };
	bool ok = true, same = false;
	switch (m->kind) {
	case MSG_OPEN: ok = load(v, s, &e) && go_today(v, s, &e); break;
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		list_resize(&v->list, v->list.n, task_rows(v));
		ok = load_month(v, s, &e);
		break;
	case MSG_STUDY: ok = hear(v, s, m->parts, &same, &e); break;
	case MSG_ACTION: ok = v->nunit == 0 || act(v, app, m, &e); break;
	case MSG_TEXT:
	case MSG_GOTO: break;
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = ok && same ? NAV_SAME : NAV_STAY };
}

static void draw_date(const struct plan_view *v, const struct study *s, struct canvas c, int row,
	int col, int date)
{
	static const struct {
		const char *sign;
		enum role role;
	} look[] = {
		[CALENDAR_NONE] = { " ", ROLE_DIM },
		[CALENDAR_PLANNED] = { "·", ROLE_TEXT },
		[CALENDAR_PART] = { "◐", ROLE_UNSURE },
		[CALENDAR_DONE] = { "✓", ROLE_KNOW },
		[CALENDAR_MISSED] = { "✗", ROLE_DUNNO },
	};
	int day, number = date - v->month + 1;
	enum calendar_mark mark = calendar_mark(&s->plan, &v->cal, s->today, date, &day, NULL);
	bool selected = v->nunit && v->unit[v->current].kind == UNIT_DAY && day >= 0 &&
			v->unit[v->current].index == day;
	enum role role = date == s->today ? ROLE_TODAY : look[mark].role;
	canvas_attr_text(c, row, col, role, date == s->today ? ATTR_BOLD : 0,
		date == s->today ? STR("[") : STR(" "));
	char digits[16];
	snprintf(digits, sizeof digits, "%2d", number);
	canvas_attr_text(c, row, col + 1, selected ? ROLE_SELECTED : role,
		date == s->today ? ATTR_BOLD : 0, str_of(digits));
	if (date == s->today)
		canvas_attr_text(c, row, col + 3, role, ATTR_BOLD, STR("]"));
	else
		canvas_text(c, row, col + 3, role, str_of(look[mark].sign));
}

static void draw_calendar(const struct plan_view *v, const struct study *s, struct canvas c)
{
	struct civil month = day_civil(v->month);
	int n = day_month_length(month.year, month.month), first = day_weekday(v->month);
	int step = c.rows >= 2 * WEEKS + 1 ? 2 : 1;
	for (int i = 0; i < 7; i++)
		canvas_text(
			c, 0, 1 + i * CELL, ROLE_DIM, str_slice(str_of(day_weekday_name(i)), 0, 2));
	for (int i = 0; i < n; i++) {
		int row = 1 + (first + i) / 7 * step, col = (first + i) % 7 * CELL;
		draw_date(v, s, c, row, col, v->month + i);
		if (step == 2 && v->due[i])
			canvas_printf(c, row + 1, col, ROLE_DIM, "%3d", v->due[i]);
	}
}

static void draw_bar_line(struct canvas c, int row, int done, int n)
{
	char count[32];
	snprintf(count, sizeof count, "%d/%d", done, n);
	int end = canvas_right(c, row, c.cols - 1, ROLE_TEXT, str_of(count));
	views_bar(c, row, 1, end - 3, done, n, done == n && n ? ROLE_KNOW : ROLE_ACCENT);
}

/* "Week 3 · Day 2 · Wed 12 Nov" */
static void describe_day(const struct plan_view *v, const struct plan *p, int day, struct buf *out)
{
	const struct plan_day *d = &p->day[day];
	if (p->week[d->week].number)
		buf_addf(out, "Week %d · ", p->week[d->week].number);
	buf_addf(out, "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(out, "-%d", d->to);
	if (v->cal.day[day].from != DAY_NONE) {
		struct civil c = day_civil(v->cal.day[day].from);
		buf_addf(out, " · %s%s %d %.3s", v->cal.day[day].projected ? "~" : "",
			day_weekday_name(day_weekday(v->cal.day[day].from)), c.day,
			day_month_name(c.month));
	}
	if (d->status >= PLAN_DEFERRED) /* what the bar below cannot show */
		buf_addf(out, " · %s", plan_status_name(d->status));
}

static void draw_head(const struct plan_view *v, const struct plan *p, struct canvas c)
{
	struct unit u = v->unit[v->current];
	struct str title = { 0 };
	char minutes[32] = "";
	struct buf where = { 0 };
	int done = 0;
	if (u.kind == UNIT_DAY) {
		const struct plan_day *d = &p->day[u.index];
		title = d->title;
		views_minutes(d->minutes_from, d->minutes_to, minutes);
		describe_day(v, p, u.index, &where);
	} else if (u.kind == UNIT_WEEK) {
		title = p->week[u.index].title;
		buf_addf(&where, "Week %d, on any day", p->week[u.index].number);
	} else {
		title = p->section[u.index].title;
		buf_addf(&where, "Outside the weeks");
	}
	for (int i = 0; i < v->list.n; i++)
		done += p->item[v->item[i]].done;
	int end = canvas_right(c, 0, c.cols - 1, ROLE_DIM, str_of(minutes));
	struct canvas left = canvas_sub(c, 0, 0, 1, end - 1);
	canvas_attr_text(left, 0, 1, ROLE_ACCENT, ATTR_BOLD, title.n ? title : STR("Tasks"));
	canvas_field(c, 1, 1, c.cols - 2, ROLE_DIM, buf_str(&where));
	draw_bar_line(c, 2, done, v->list.n);
	buf_release(&where);
}

/* The text without an estimate at its end, which the row shows in a column of its own. */
static struct str without_minutes(struct str text)
{
	int from, to;
	size_t open = text.n;
	while (open > 0 && text.p[open - 1] != '(')
		open--;
	bool ends = text.n && text.p[text.n - 1] == ')';
	if (ends && open > 1 && plan_minutes(str_slice(text, open - 1, text.n), &from, &to))
		return str_trim(str_slice(text, 0, open - 1));
	return text;
}

static void draw_task(struct canvas c, int row, const struct plan_item *t)
{
	struct arena a = { 0 };
	char minutes[32];
	int end = canvas_right(c, row, c.cols - 1, ROLE_DIM,
		str_of(views_minutes(t->minutes_from, t->minutes_to, minutes)));
	int col = 1 + 2 * (t->depth < 4 ? t->depth : 4);
	canvas_text(c, row, col, t->done ? ROLE_KNOW : ROLE_TEXT, t->done ? STR("✓") : STR("□"));
	canvas_field(c, row, col + 2, end - col - 3, t->done ? ROLE_DIM : ROLE_TEXT,
		without_minutes(md_shown(t->text, &a)));
	arena_release(&a);
}

/* The task under the cursor in full, as a row has no room for a long one. */
static void draw_whole(struct canvas c, int row, const struct plan_item *t)
{
	struct arena a = { 0 };
	struct str rest = md_shown(t->text, &a), line;
	bool cut = text_cols(rest) > c.cols - 10;
	for (int i = 0; cut && i < FOOT_ROWS - 1 && text_wrap(&rest, c.cols - 2, &line); i++)
		canvas_text(c, row + i, 1, ROLE_TEXT, line);
	arena_release(&a);
}

static void draw_tasks(
	const struct plan_view *v, const struct plan *p, struct canvas c, bool focused)
{
	draw_head(v, p, c);
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++) {
		int row = HEAD_ROWS + i, at = v->list.top + i;
		draw_task(c, row, &p->item[v->item[at]]);
		if (at == v->list.cursor && focused) {
			canvas_restyle(c, row, 0, c.cols, ROLE_SELECTED);
			canvas_cursor(c, row, 0);
		}
	}
	if (v->list.n == 0)
		canvas_text(c, HEAD_ROWS, 1, ROLE_DIM, STR("No boxes to tick here."));
	else if (focused)
		draw_whole(c, c.rows - FOOT_ROWS + 1, &p->item[v->item[v->list.cursor]]);
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"A plan is a markdown file of this folder with weeks, days and boxes:",
		"",
		"    ## Week 1: Sorting",
		"    **Day 1: Quicksort (1 hour)**",
		"    - [ ] Read the chapter (30 min)",
		"    - [ ] Write it from memory",
	};
	const struct plan_view *v = state;
	if (v->nunit == 0) {
		views_empty(c, "No plan yet.", none, (int)LENGTH(none));
		return;
	}
	int rows = calendar_rows(v);
	int col = beside(c.cols) ? CALENDAR_COLS + 2 : 0,
	    row = beside(c.cols) ? 0 : rows + (rows > 0);
	draw_calendar(v, study, canvas_sub(c, 0, 0, rows, CALENDAR_COLS));
	draw_tasks(v, &study->plan, canvas_sub(c, row, col, c.rows - row, c.cols - col), focused);
}

static unsigned live(const void *state)
{
	const struct plan_view *v = state;
	return (v->nunit ? LIVE_PLAN : 0u) | (v->list.n ? LIVE_TASK : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct plan_view *v = state;
	struct civil c = day_civil(v->month);
	if (study->plan.nitem)
		buf_addf(out, "%s %d", day_month_name(c.month), c.year);
}

static void release(void *state)
{
	struct plan_view *v = state;
	arena_release(&v->arena);
}

const struct view_ops view_plan = {
	.name = "Plan",
	.keys = keys,
	.size = sizeof(struct plan_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
