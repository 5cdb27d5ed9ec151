/* readiness.c - the page of readiness: by area, over time, what raises it, what is said too high or low. */
#include "tui/app.h"
#include "views/readiness_priv.h"

enum action { GO = ACTION_OWN, NEXT_TOPIC, PREVIOUS_TOPIC, CLOSE };

enum live { LIVE_TOPIC = 1, LIVE_ANY = 2 };

static const struct key_row keys[] = {
	{ "Enter", GO, "go to topic", "Go to the topic, in the topics", LIVE_TOPIC },
	{ "] Right Tab", NEXT_TOPIC, "next topic", "The next topic of the lists", LIVE_ANY },
	{ "[ Left", PREVIOUS_TOPIC, NULL, "The topic before", LIVE_ANY },
	LIST_KEYS,
	{ "q Esc", CLOSE, "back", "Close this page", 0 },
	{ 0 },
};

static int topic_at(const struct readiness_view *v, int row)
{
	return row >= 0 && row < v->list.n ? v->row[row].topic : -1;
}

/* The nearest row with a topic in that direction. */
static void go_topic(struct readiness_view *v, int step)
{
	for (int i = v->list.cursor + step; i >= 0 && i < v->list.n; i += step)
		if (topic_at(v, i) >= 0) {
			list_show(&v->list, i);
			return;
		}
}

static bool load(struct readiness_view *v, struct app *app, struct err *e)
{
	struct arena fresh = { 0 };
	struct report report;
	struct buf words = { 0 };
	if (!report_load(app_study(app), &report, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	report_sentence(&report, &words);
	arena_release(&v->arena);
	v->arena = fresh;
	v->report = report;
	v->summary = arena_str(&v->arena, buf_str(&words));
	v->ascii = app_ascii(app);
	v->loaded = true;
	buf_release(&words);
	ready_lay_out(v);
	return true;
}

/* The topics pane takes the focus, and this page is gone then. */
static void go(const struct readiness_view *v, struct app *app)
{
	int topic = topic_at(v, v->list.cursor);
	if (topic >= 0)
		app_goto(app, PANE_TOPICS, STR(""), v->report.readiness.topic[topic].topic->id);
}

static struct nav act(struct readiness_view *v, struct app *app, const struct msg *m)
{
	switch (m->action) {
	case CLOSE: return (struct nav){ .kind = NAV_CLOSE };
	case GO: go(v, app); break;
	case NEXT_TOPIC: go_topic(v, 1); break;
	case PREVIOUS_TOPIC: go_topic(v, -1); break;
	default: list_move(&v->list, m->action, m->count); break;
	}
	return (struct nav){ .kind = NAV_STAY };
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct readiness_view *v = state;
	struct err e = { 0 };
	switch (m->kind) {
	case MSG_OPEN:
	case MSG_STUDY:
		if (!load(v, app, &e))
			app_error(app, &e);
		break;
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		ready_lay_out(v);
		break;
	case MSG_ACTION: return act(v, app, m);
	case MSG_TEXT:
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	return (struct nav){ .kind = NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"Readiness is what you say of each topic, with what you recall of it.",
		"A topic check is a table in a markdown file of this folder:",
		"",
		"    | Topic | Status | Notes |",
		"    |-------|--------|-------|",
		"    | TCP handshake | [unsure] | |",
	};
	const struct readiness_view *v = state;
	(void)study;
	if (v->list.n == 0) {
		views_empty(c, "No topics yet.", none, (int)LENGTH(none));
		return;
	}
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++)
		ready_draw_row(v, &v->row[v->list.top + i], c, i);
	int at = v->list.cursor - v->list.top;
	if (topic_at(v, v->list.cursor) >= 0)
		canvas_restyle(c, at, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	else
		views_run(c, at, 0, 1, ROLE_ACCENT, v->ascii ? '>' : 0x203A);
	if (v->list.top + v->list.page < v->list.n)
		canvas_right(
			c, v->list.page - 1, c.cols, ROLE_ACCENT, str_of(v->ascii ? "v" : "▾"));
	if (focused)
		canvas_cursor(c, at, 0);
}

static unsigned live(const void *state)
{
	const struct readiness_view *v = state;
	return LIVE_ANY | (topic_at(v, v->list.cursor) >= 0 ? LIVE_TOPIC : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct readiness_view *v = state;
	(void)study;
	buf_add(out, v->summary);
}

static void release(void *state)
{
	struct readiness_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->page);
}

const struct view_ops view_readiness = {
	.name = "Readiness",
	.keys = keys,
	.size = sizeof(struct readiness_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
