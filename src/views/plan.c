/* plan.c - the plan: dates with its days, and the tasks of the day selected. */
#include <stdio.h>

#include "views/plan_priv.h"
#include "views/views.h"

enum action {
	TICK = ACTION_OWN,
	TIMER,
	PAUSE,
	MINUTES,
	NOTE,
	FOLLOW,
	PAGE,
	NEXT_UNIT,
	PREVIOUS_UNIT,
	NEXT_WEEK,
	PREVIOUS_WEEK,
	NEXT_DATE,
	PREVIOUS_DATE,
	DATE_BELOW,
	DATE_ABOVE,
	NEXT_MONTH,
	PREVIOUS_MONTH,
	GO_TODAY,
	STRIP,
	MOVE,
	LATER,
	EARLIER,
	EVENING,
	PROGRESS,
	READINESS,
	WEEK,
};

static const char PREFERS_WEEK[] = "plan-week";

enum live { LIVE_TASK = 1, LIVE_PLAN = 2, LIVE_TIMER = 4, LIVE_WORK = 8, LIVE_DAY = 16 };

static const struct key_row keys[] = {
	{ "Space x", TICK, "tick", "Tick or untick the task and those below it, in your file",
		LIVE_TASK },
	{ "Enter", PAGE, "day page",
		"All of the day: goal, tasks, topics, resources, sheets, results", LIVE_DAY },
	{ "E", EVENING, "end of day", "The end of the day: check, sheet, status, summary, tomorrow",
		LIVE_DAY },
	{ "P", PROGRESS, "progress",
		"Where the plan stands: pace, weeks, hours, counters, milestones, decisions",
		LIVE_PLAN },
	{ "t", TIMER, "timer", "Start the timer on the task, or stop it", LIVE_WORK },
	{ "p", PAUSE, "pause", "Pause the timer, or let it go on", LIVE_TIMER },
	{ "j Down", MOTION_DOWN, "task", "Next task", LIVE_TASK },
	{ "k Up", MOTION_UP, NULL, "Previous task", LIVE_TASK },
	{ "l Right", NEXT_UNIT, "day", "Next day of the plan", LIVE_PLAN },
	{ "h Left", PREVIOUS_UNIT, NULL, "Previous day of the plan", LIVE_PLAN },
	{ "n", NOTE, "note", "Write a note below the task, into your file", LIVE_WORK },
	{ "o", FOLLOW, "open", "Open the page or file that the task names; again: the next",
		LIVE_TASK },
	{ "T", MINUTES, NULL, "Add minutes you worked on the task, or take some off", LIVE_WORK },
	{ "R", READINESS, NULL, "Readiness against the plan's targets", 0 },
	{ "W", WEEK, NULL, "A look back at the week: checks, what stays weak, what was done", 0 },
	{ "w", STRIP, "week", "The week with words, or the month", LIVE_PLAN },
	{ "m", MOVE, "move",
		"Shift the day, stretch, split, swap or defer it; days off; the week's rhythm",
		LIVE_PLAN },
	{ ">", LATER, NULL, "The same, beginning with a study day later", LIVE_PLAN },
	{ "<", EARLIER, NULL, "The same, beginning with a study day earlier", LIVE_PLAN },
	{ "]", NEXT_WEEK, NULL, "Next week of the plan", LIVE_PLAN },
	{ "[", PREVIOUS_WEEK, NULL, "Previous week of the plan", LIVE_PLAN },
	{ "L", NEXT_DATE, NULL, "The next date, also one without a day of the plan", LIVE_PLAN },
	{ "H", PREVIOUS_DATE, NULL, "The date before", LIVE_PLAN },
	{ "J", DATE_BELOW, NULL, "The date a week later", LIVE_PLAN },
	{ "K", DATE_ABOVE, NULL, "The date a week before", LIVE_PLAN },
	{ "}", NEXT_MONTH, NULL, "The date a month later", LIVE_PLAN },
	{ "{", PREVIOUS_MONTH, NULL, "The date a month before", LIVE_PLAN },
	{ ".", GO_TODAY, "today", "Back to today", LIVE_PLAN },
	{ "g Home", MOTION_FIRST, NULL, "First task", LIVE_TASK },
	{ "G End", MOTION_LAST, NULL, "Last task", LIVE_TASK },
	{ "PageDown Ctrl-F", MOTION_PAGE_DOWN, NULL, "A page of tasks down", LIVE_TASK },
	{ "PageUp Ctrl-B", MOTION_PAGE_UP, NULL, "A page of tasks up", LIVE_TASK },
	{ 0 },
};

static bool reshape(struct plan_view *v, const struct study *s, struct err *e)
{
	plan_shape(v);
	plan_lay_out(v, s);
	return plan_load_dates(v, s, e);
}

static bool go_date(struct plan_view *v, const struct study *s, int step, struct err *e)
{
	return plan_select_date(v, s, v->date + step, e);
}

/* The move screen; on the day selected, or on a date alone. */
static void open_move(const struct plan_view *v, struct app *app, bool earlier)
{
	const struct plan_day *d = plan_selected(v, &app_study(app)->plan);
	char iso[16], text[32];
	snprintf(text, sizeof text, "%s%s", day_iso(v->date, iso), earlier ? " earlier" : "");
	app_open(app, &view_move, str_of(text), d ? (int64_t)d->id : 0);
}

static void open_day(const struct plan_view *v, struct app *app, const struct view_ops *page)
{
	const struct plan_day *d = plan_selected(v, &app_study(app)->plan);
	if (d)
		app_open(app, page, STR(""), (int64_t)d->id);
}

/* The week with words or the month; the next time, too. */
static bool turn_strip(struct plan_view *v, struct study *s, struct err *e)
{
	v->week = !v->week;
	return reshape(v, s, e) && study_prefer(s, PREFERS_WEEK, v->week, e);
}

static bool act(struct plan_view *v, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	int n = m->count > 0 ? m->count : 1;
	switch (m->action) {
	case TICK: return plan_tick(v, app, e);
	case TIMER: return plan_time(v, app, e);
	case PAUSE: return plan_pause(v, app, e);
	case MINUTES: plan_ask(v, app, ASK_MINUTES); return true;
	case NOTE: plan_ask(v, app, ASK_NOTE); return true;
	case FOLLOW: return plan_follow(v, app, e);
	case NEXT_UNIT: return plan_go_unit(v, s, n, e);
	case PREVIOUS_UNIT: return plan_go_unit(v, s, -n, e);
	case NEXT_WEEK: return plan_go_week(v, s, 1, e);
	case PREVIOUS_WEEK: return plan_go_week(v, s, -1, e);
	case NEXT_DATE: return go_date(v, s, n, e);
	case PREVIOUS_DATE: return go_date(v, s, -n, e);
	case DATE_BELOW: return go_date(v, s, 7 * n, e);
	case DATE_ABOVE: return go_date(v, s, -7 * n, e);
	case NEXT_MONTH: return plan_go_month(v, s, n, e);
	case PREVIOUS_MONTH: return plan_go_month(v, s, -n, e);
	case GO_TODAY: return plan_go_today(v, s, e);
	case MOVE:
	case LATER:
	case EARLIER: open_move(v, app, m->action == EARLIER); return true;
	case PAGE: open_day(v, app, &view_day); return true;
	case EVENING: open_day(v, app, &view_evening); return true;
	case PROGRESS: app_open(app, &view_progress, STR(""), 0); return true;
	case READINESS: app_open(app, &view_readiness, STR(""), 0); return true;
	case WEEK: app_open(app, &view_week, STR(""), 0); return true;
	default: return turn_strip(v, s, e);
	}
}

/* Another task: the rows that differ, and those below the list, which show it in full. */
static struct nav move(struct plan_view *v, const struct study *s, const struct msg *m)
{
	struct list before = v->rows_shown;
	bool notes = v->notes;
	int from = 0, to;
	list_move(&v->list, m->action, m->count);
	plan_lay_out(v, s);
	if (!notes && !v->notes)
		list_changed(&before, &v->rows_shown, &from, &to);
	return (struct nav){ .kind = NAV_ROWS, .from = v->top + v->head + from, .to = v->rows };
}

/* What the first frame did without; then a running timer moves on. */
static struct nav wake(struct plan_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	bool turned, first = !v->late;
	int row;
	if (first) {
		if (!plan_load_deeds(v, s, e))
			return (struct nav){ .kind = NAV_STAY };
		bool plain = v->ms == 0 && v->timer.item == 0 && !v->notes && v->more.n == 0;
		return (struct nav){ .kind = plain ? NAV_SAME : NAV_STAY };
	}
	if (!study_now(s, &turned, e) || !planner_timer(s, &v->timer, e))
		return (struct nav){ .kind = NAV_STAY };
	row = plan_row_of(v, plan_timed(v));
	return (struct nav){ .kind = row < 0 ? NAV_SAME : NAV_ROWS, .from = row, .to = row + 1 };
}

static int wake_ms(const void *state)
{
	const struct plan_view *v = state;
	if (v->nunit && !v->late)
		return 0;
	return plan_row_of(v, plan_timed(v)) < 0 ? -1 : work_wake_ms(&v->timer);
}

/* A grade changes nothing here but the reviews due. */
static bool hear(
	struct plan_view *v, const struct study *s, unsigned parts, bool *same, struct err *e)
{
	*same = !(parts & (PART_SCHEDULE | PART_PLAN));
	if (*same)
		return true;
	return parts == PART_SCHEDULE ? plan_load_due(v, s, same, e) : plan_reload(v, s, e);
}

static bool resize(struct plan_view *v, struct app *app, const struct msg *m, struct err *e)
{
	v->rows = m->rows;
	v->cols = m->cols;
	v->ascii = app_ascii(app);
	return reshape(v, app_study(app), e);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct plan_view *v = state;
	const struct study *s = app_study(app);
	struct nav nav = { .kind = NAV_STAY };
	struct err e = { 0 };
	bool ok = true, same = false;
	switch (m->kind) {
	case MSG_OPEN:
		ok = study_prefers(s, PREFERS_WEEK, &v->week, &e) && plan_reload(v, s, &e);
		break;
	case MSG_SIZE: ok = resize(v, app, m, &e); break;
	case MSG_STUDY: ok = hear(v, s, m->parts, &same, &e); break;
	case MSG_ACTION:
		if (m->action < ACTION_OWN)
			return move(v, s, m);
		ok = v->nunit == 0 || act(v, app, m, &e);
		break;
	case MSG_TEXT: ok = plan_answer(v, app, m, &e); break;
	case MSG_TICK: nav = wake(v, app, &e); break;
	case MSG_GOTO: ok = plan_go_to(v, s, (uint64_t)m->number, &e); break;
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok || e.kind)
		app_error(app, &e);
	return ok && same ? (struct nav){ .kind = NAV_SAME } : nav;
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
	int cols = v->left ? CALENDAR_COLS : c.cols;
	struct canvas calendar = canvas_sub(c, 0, 0, v->calendar_rows, cols);
	if (calendar.row + calendar.rows > calendar.from) /* else it stays as it is */
		plan_draw_calendar(v, study, calendar);
	plan_draw_tasks(v, &study->plan,
		canvas_sub(c, v->top, v->left, c.rows - v->top, c.cols - v->left), focused);
}

static unsigned live(const void *state)
{
	const struct plan_view *v = state;
	bool day = v->nunit && !v->bare && v->unit[v->current].kind == UNIT_DAY;
	return (v->nunit ? LIVE_PLAN : 0u) | (v->list.n ? LIVE_TASK : 0u) |
	       (v->timer.item ? LIVE_TIMER : 0u) | (v->list.n || day ? LIVE_WORK : 0u) |
	       (day ? LIVE_DAY : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct plan_view *v = state;
	struct civil c = day_civil(v->date);
	if (study->plan.nitem)
		buf_addf(out, "%s %d", day_month_name(c.month), c.year);
}

static void release(void *state)
{
	struct plan_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->page);
}

const struct view_ops view_plan = {
	.name = "Plan",
	.keys = keys,
	.size = sizeof(struct plan_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.close = release,
};
