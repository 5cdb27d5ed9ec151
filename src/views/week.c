/* week.c - the page at the end of a week: checks, what stays weak, what was done, what that suggests. */
#include "hone/week.h"

#include "tui/app.h"
#include "views/rows.h"
#include "views/views.h"

enum { DAYS = 7, SHOWN = 8 };

enum action { BEFORE = ACTION_OWN, AFTER, TOPIC, CLOSE };

enum live { LIVE_TOPIC = 1, LIVE_AFTER = 2 };

/* Rows about a topic; the index is that of week.lapse. */
enum { ROW_LAPSE = ROW_OWN };

static const struct key_row keys[] = {
	{ "Enter", TOPIC, "go to topic", "Go to the topic, in the topics", LIVE_TOPIC },
	{ "h Left [", BEFORE, "week before", "The week before", 0 },
	{ "l Right ]", AFTER, "week after", "The week after", LIVE_AFTER },
	LIST_KEYS,
	{ "q Esc W", CLOSE, "back", "Close this page", 0 },
	{ 0 },
};

struct week_view {
	struct arena arena;
	struct week week;
	struct rows rows;
	int day, today; /* a day of the week that is shown */
};

/* ---- rows */

static void say(struct week_view *v, enum role role, struct str text)
{
	rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .indent = 2, .role = role }, text);
}

static struct str percent(struct week_view *v, int tenths)
{
	return arena_printf(&v->rows.arena, "%d.%d %%", tenths / 10, tenths % 10);
}

static void add_checks(struct week_view *v)
{
	const struct week *w = &v->week;
	struct arena *a = &v->rows.arena;
	rows_heading(&v->rows, STR("Knowledge checks"), STR(""));
	if (w->mean < 0) {
		say(v, ROLE_DIM, STR("none with a score"));
	} else {
		struct str mean = percent(v, w->mean);
		say(v, ROLE_TEXT,
			arena_printf(a, "%d check%s, %.*s on average (%s)", w->nchecks,
				w->nchecks == 1 ? "" : "s", STR_ARG(mean), round_letter(w->mean)));
	}
	if (w->mean_before >= 0) {
		struct str before = percent(v, w->mean_before);
		say(v, ROLE_DIM, arena_printf(a, "the week before: %.*s", STR_ARG(before)));
	}
}

static void add_weak(struct week_view *v)
{
	char dates[48];
	if (v->week.nweak == 0)
		return;
	rows_heading(&v->rows, STR("Weak again and again, in three weeks"), STR(""));
	for (int i = 0; i < v->week.nweak && i < SHOWN; i++) {
		const struct week_weak *weak = &v->week.weak[i];
		struct row row = { .kind = ROW_TEXT, .indent = 2, .role = ROLE_TEXT };
		row.right = arena_printf(&v->rows.arena, "%d checks, last %s", weak->n,
			views_dates(weak->last, weak->last, v->today, dates));
		rows_text(&v->rows, row, weak->name);
	}
}

static void add_lapses(struct week_view *v)
{
	if (v->week.nlapse == 0)
		return;
	rows_heading(&v->rows, STR("You call them Know and answered wrong"), STR(""));
	for (int i = 0; i < v->week.nlapse; i++)
		rows_text(&v->rows,
			(struct row){ .kind = ROW_LAPSE,
				.index = i,
				.stop = true,
				.indent = 2,
				.role = ROLE_TEXT },
			v->week.lapse[i].name);
}

/* "3.5 h of 7-8 h" */
static struct str worked(struct week_view *v)
{
	const struct week *w = &v->week;
	char done[32], budget[32];
	if (w->budget_to == 0)
		return arena_printf(&v->rows.arena, "%s measured",
			w->minutes ? views_minutes(w->minutes, w->minutes, done) : "no time");
	return arena_printf(&v->rows.arena, "%s measured of %s",
		w->minutes ? views_minutes(w->minutes, w->minutes, done) : "no time",
		views_minutes(w->budget_from, w->budget_to, budget));
}

static void add_work(struct week_view *v)
{
	const struct week *w = &v->week;
	struct arena *a = &v->rows.arena;
	rows_heading(&v->rows, STR("Work"), STR(""));
	say(v, ROLE_TEXT, worked(v));
	say(v, ROLE_TEXT,
		arena_printf(a, "%d task%s ticked", w->ticked, w->ticked == 1 ? "" : "s"));
	if (w->reviews)
		say(v, ROLE_TEXT,
			arena_printf(a, "%d answer%s, %d %% right", w->reviews,
				w->reviews == 1 ? "" : "s", 100 * w->right / w->reviews));
	else
		say(v, ROLE_TEXT, STR("no card answered"));
}

static void lay_out(struct week_view *v)
{
	rows_begin(&v->rows);
	if (v->week.nadvice)
		rows_add(&v->rows,
			(struct row){ .kind = ROW_HEADING, .text = STR("What this suggests") });
	for (int i = 0; i < v->week.nadvice; i++)
		say(v, ROLE_TEXT, v->week.advice[i]);
	add_checks(v);
	add_weak(v);
	add_lapses(v);
	add_work(v);
	rows_end(&v->rows);
}

static bool load(struct week_view *v, const struct study *s, struct err *e)
{
	arena_clear(&v->arena);
	v->today = s->today;
	bool ok = week_load(s, v->day, &v->week, &v->arena, e);
	if (!ok)
		v->week = (struct week){ .mean = -1, .mean_before = -1 };
	lay_out(v);
	return ok;
}

/* ---- messages */

static void go(const struct week_view *v, struct app *app)
{
	const struct row *r = rows_under(&v->rows);
	if (r->kind == ROW_LAPSE)
		app_goto(app, PANE_TOPICS, STR(""), v->week.lapse[r->index].id);
}

static bool act(struct week_view *v, struct app *app, const struct msg *m, struct err *e)
{
	int n = m->count > 0 ? m->count : 1;
	switch (m->action) {
	case TOPIC: go(v, app); return true;
	case BEFORE: v->day -= DAYS * n; return load(v, app_study(app), e);
	case AFTER: v->day += DAYS * n; return load(v, app_study(app), e);
	default: rows_move(&v->rows, m->action, m->count); return true;
	}
}

static bool tell(struct week_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->kind) {
	case MSG_OPEN:
		v->rows.cols = 80;
		v->rows.some = true;
		v->day = app_study(app)->today;
		return load(v, app_study(app), e);
	case MSG_SIZE:
		v->rows.cols = m->cols < ROWS_MOST_COLS ? m->cols : ROWS_MOST_COLS;
		v->rows.list.page = m->rows;
		lay_out(v);
		return true;
	case MSG_ACTION: return act(v, app, m, e);
	case MSG_STUDY: return load(v, app_study(app), e);
	default: return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct week_view *v = state;
	struct err e = { 0 };
	if (m->kind == MSG_ACTION && m->action == CLOSE)
		return (struct nav){ .kind = NAV_CLOSE };
	if (!tell(v, app, m, &e))
		app_error(app, &e);
	bool quiet = m->kind >= MSG_GOTO || m->kind == MSG_TEXT;
	return (struct nav){ .kind = quiet ? NAV_SAME : NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct week_view *v = state;
	(void)study;
	rows_draw(&v->rows, c, focused, NULL, v);
}

static unsigned live(const void *state)
{
	const struct week_view *v = state;
	return (rows_under(&v->rows)->kind == ROW_LAPSE ? LIVE_TOPIC : 0u) |
	       (v->week.to < v->today ? LIVE_AFTER : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct week_view *v = state;
	char dates[48];
	(void)study;
	buf_addf(out, "%s", views_dates(v->week.from, v->week.to, v->today, dates));
}

static void release(void *state)
{
	struct week_view *v = state;
	arena_release(&v->arena);
	rows_release(&v->rows);
}

const struct view_ops view_week = {
	.name = "The week",
	.keys = keys,
	.size = sizeof(struct week_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
