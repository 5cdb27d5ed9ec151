/* topics.c - what the user knows, is unsure of and does not know, topic by topic. */
#include "hone/coverage.h"
#include "tui/app.h"
#include "views/views.h"

/* With at least WIDE columns the areas stand beside the topics. */
enum { WIDE = 90, MOST_AREA_COLS = 64, BAR_COLS = 10, HEAD_ROWS = 2 };

enum action { KNOW = ACTION_OWN, UNSURE, DUNNO, NEXT_AREA, PREVIOUS_AREA, READINESS };

static const struct key_row keys[] = {
	{ "k", KNOW, "know", "Rate the topic Know: can explain it", 0 },
	{ "u", UNSURE, "unsure", "Rate the topic Unsure: heard of it, needs review", 0 },
	{ "d", DUNNO, "dunno", "Rate the topic Dunno: cannot explain it", 0 },
	{ "R", READINESS, "readiness",
		"Readiness: by area, over time, what raises it, what you say too high or low", 0 },
	{ "j Down Space", MOTION_DOWN, "next", "Next topic", 0 },
	{ "Up Backspace", MOTION_UP, "back", "Previous topic", 0 },
	{ "] Right", NEXT_AREA, "area", "Next area", 0 },
	{ "[ Left", PREVIOUS_AREA, NULL, "Previous area", 0 },
	{ "PageDown Ctrl-F", MOTION_PAGE_DOWN, NULL, "A page down", 0 },
	{ "PageUp Ctrl-B", MOTION_PAGE_UP, NULL, "A page up", 0 },
	{ "g Home", MOTION_FIRST, NULL, "To the first topic", 0 },
	{ "G End", MOTION_LAST, NULL, "To the last topic", 0 },
	{ 0 },
};

struct topics_view {
	struct arena arena;
	struct coverage coverage;
	struct list list;
	int *area; /* of each topic */
	/* Said once for many frames: of each area, and of all for the title line. */
	struct str *percent, summary;
	int cols;
};

static int area_of(const struct topics_view *v, int topic)
{
	return topic < v->coverage.ntopic ? v->area[topic] : 0;
}

static void say(struct topics_view *v)
{
	struct coverage_count n = v->coverage.count;
	v->percent = arena_alloc(&v->arena, (size_t)v->coverage.narea + 1, sizeof *v->percent);
	for (int i = 0; i < v->coverage.narea; i++)
		v->percent[i] = arena_printf(
			&v->arena, "%d%%", coverage_percent(v->coverage.area[i].count));
	v->summary = (struct str){ 0 };
	if (n.total)
		v->summary = arena_printf(&v->arena, "%d know · %d unsure · %d dunno  %d%%", n.know,
			n.unsure, n.dunno, coverage_percent(n));
}

static bool load(struct topics_view *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct coverage c;
	if (!coverage_load(s, &c, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->arena);
	v->arena = fresh;
	v->coverage = c;
	v->area = arena_alloc(&v->arena, (size_t)c.ntopic + 1, sizeof *v->area);
	for (int i = 0; i < c.narea; i++)
		for (int j = 0; j < c.area[i].ntopic; j++)
			v->area[c.area[i].first + j] = i;
	list_resize(&v->list, c.ntopic, v->list.page);
	say(v);
	return true;
}

static bool rate(struct topics_view *v, struct app *app, enum level level, struct err *e)
{
	if (v->list.n == 0)
		return true;
	struct study *s = app_study(app);
	if (!study_rate(s, v->coverage.topic[v->list.cursor].id, level, e) || !load(v, s, e))
		return false;
	app_changed(app, PART_TOPICS | PART_FILES);
	list_move(&v->list, MOTION_DOWN, 0);
	return true;
}

static void go_area(struct topics_view *v, int step)
{
	int area = area_of(v, v->list.cursor);
	const struct coverage_area *a = v->coverage.area;
	if (step < 0 && v->list.n && v->list.cursor > a[area].first)
		step = 0; /* first to the beginning of this one */
	area += step;
	if (area < 0 || area >= v->coverage.narea)
		return;
	/* The area as a whole, as far as it fits. */
	list_show(&v->list, a[area].first + a[area].ntopic - 1);
	list_show(&v->list, a[area].first);
}

/* The topic of that id, its area as a whole as far as it fits. */
static void go_topic(struct topics_view *v, int64_t id)
{
	for (int i = 0; i < v->list.n; i++) {
		const struct coverage_area *a = &v->coverage.area[area_of(v, i)];
		if (v->coverage.topic[i].id != id)
			continue;
		list_show(&v->list, a->first + a->ntopic - 1);
		list_show(&v->list, a->first);
		list_show(&v->list, i);
		return;
	}
}

static bool act(struct topics_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case KNOW: return rate(v, app, LEVEL_KNOW, e);
	case UNSURE: return rate(v, app, LEVEL_UNSURE, e);
	case DUNNO: return rate(v, app, LEVEL_DUNNO, e);
	case READINESS: app_open(app, &view_readiness, STR(""), 0); return true;
	case NEXT_AREA: go_area(v, 1); return true;
	case PREVIOUS_AREA: go_area(v, -1); return true;
	default: list_move(&v->list, m->action, m->count); return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct topics_view *v = state;
	struct list before = v->list;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_SIZE:
		v->cols = m->cols;
		list_resize(&v->list, v->list.n, m->rows > 3 ? m->rows - HEAD_ROWS : 1);
		break;
	case MSG_STUDY:
		if (!(m->parts & PART_TOPICS))
			return (struct nav){ .kind = NAV_SAME };
		ok = load(v, app_study(app), &e);
		break;
	case MSG_OPEN: ok = load(v, app_study(app), &e); break;
	case MSG_ACTION: ok = act(v, app, m, &e); break;
	case MSG_GOTO: go_topic(v, m->number); break;
	case MSG_TEXT: break;
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	bool moved = m->kind == MSG_ACTION && m->action < ACTION_OWN && v->list.n;
	if (!moved || area_of(v, before.cursor) != area_of(v, v->list.cursor))
		return (struct nav){ .kind = NAV_STAY };
	struct nav nav = { .kind = NAV_ROWS };
	list_changed(&before, &v->list, &nav.from, &nav.to);
	nav.from += HEAD_ROWS;
	nav.to += HEAD_ROWS;
	return nav;
}

/* Know, unsure and the rest of an area as one bar. */
static void draw_bar(struct canvas c, int row, int col, struct coverage_count n)
{
	int know = n.total ? (n.know * BAR_COLS + n.total / 2) / n.total : 0;
	int both = n.total ? ((n.know + n.unsure) * BAR_COLS + n.total / 2) / n.total : 0;
	views_run(c, row, col, know, ROLE_KNOW, 0x2588);
	views_run(c, row, col + know, both - know, ROLE_UNSURE, 0x2592);
	views_run(c, row, col + both, BAR_COLS - both, ROLE_DIM, 0xB7);
}

static void draw_areas(const struct topics_view *v, struct canvas c)
{
	int current = area_of(v, v->list.cursor), name = c.cols - BAR_COLS - 12;
	int top = current >= c.rows - 3 ? current - (c.rows - 3) + 1 : 0;
	canvas_text(c, 0, 3, ROLE_DIM, STR("Area"));
	canvas_right(c, 0, c.cols - 1, ROLE_DIM, STR("█know ▒unsure"));
	for (int i = top; i < v->coverage.narea && HEAD_ROWS + i - top < c.rows; i++) {
		const struct coverage_area *a = &v->coverage.area[i];
		int row = HEAD_ROWS + i - top;
		if (!canvas_holds_row(c, row))
			continue;
		enum role role = i == current ? ROLE_ACCENT : ROLE_TEXT;
		if (i == current)
			canvas_text(c, row, 1, ROLE_ACCENT, STR("›"));
		canvas_field(c, row, 3, 4, role, a->number);
		canvas_field(c, row, 7, name - 3, role, a->name);
		draw_bar(c, row, name + 5, a->count);
		canvas_right(c, row, c.cols - 1, role, v->percent[i]);
	}
}

static void draw_topic(const struct topics_view *v, struct canvas c, int row, int i, int today)
{
	const struct topic_row *t = &v->coverage.topic[i];
	char since[16];
	int end = c.cols - 1;
	if (t->since != DAY_NONE) {
		canvas_right(
			c, row, end, ROLE_DIM, str_of(views_interval(today - t->since, since)));
		end -= 7;
	}
	canvas_field(c, row, end - 7, 7, views_level_role(t->level),
		str_of(t->level == LEVEL_NONE ? "-" : level_name(t->level)));
	views_run(c, row, 1, 1, views_level_role(t->level), views_level_glyph(t->level));
	canvas_field(c, row, 3, end - 11, ROLE_TEXT, t->name);
}

static void draw_list(const struct topics_view *v, struct canvas c, int today, bool focused)
{
	int area = area_of(v, v->list.cursor);
	const struct coverage_area *a = &v->coverage.area[area];
	int col = 1 + canvas_text(c, 0, 1, ROLE_ACCENT, a->number);
	canvas_text(c, 0, col + (a->number.n > 0), ROLE_ACCENT, a->name);
	canvas_right(c, 0, c.cols - 1, ROLE_DIM, v->percent[area]);
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++) {
		int topic = v->list.top + i;
		if (!canvas_holds_row(c, HEAD_ROWS + i))
			continue;
		draw_topic(v, c, HEAD_ROWS + i, topic, today);
		if (topic == v->list.cursor) {
			canvas_restyle(c, HEAD_ROWS + i, 0, c.cols,
				focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
			if (focused)
				canvas_cursor(c, HEAD_ROWS + i, 0);
		}
	}
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"A topic check is a table in a markdown file of this folder:",
		"",
		"    ## Area 1: Networks",
		"    | Topic | Status | Notes |",
		"    |-------|--------|-------|",
		"    | TCP handshake | [unsure] | |",
		"",
		"Rate each topic here with k (know), u (unsure) or d (dunno).",
	};
	const struct topics_view *v = state;
	if (v->list.n == 0) {
		views_empty(c, "No topics yet.", none, (int)LENGTH(none));
		return;
	}
	if (c.cols < WIDE) {
		draw_list(v, c, study->today, focused);
		return;
	}
	int cols = c.cols * 9 / 20 < MOST_AREA_COLS ? c.cols * 9 / 20 : MOST_AREA_COLS;
	draw_areas(v, canvas_sub(c, 0, 0, c.rows, cols));
	canvas_vline(c, 0, cols, c.rows, ROLE_RULE);
	draw_list(v, canvas_sub(c, 0, cols + 1, c.rows, c.cols - cols - 1), study->today, focused);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct topics_view *v = state;
	(void)study;
	buf_add(out, v->summary);
}

static void release(void *state)
{
	struct topics_view *v = state;
	arena_release(&v->arena);
}

const struct view_ops view_topics = {
	.name = "Topics",
	.keys = keys,
	.size = sizeof(struct topics_view),
	.update = update,
	.draw = draw,
	.status = status,
	.close = release,
};
