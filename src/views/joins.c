/* joins.c - cards, sections and days that may belong to a topic or a day: pair by pair, and the user says. */
#include <stdio.h>

#include "hone/join.h"
#include "hone/match.h"
#include "hone/md.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

/*
 * More pairs are not listed at once. Below the list stand a rule, the question, and the foot: the topic, its area,
 * and what is asked. Nothing of it moves while pairs go from the list.
 */
enum {
	MOST = 500,
	MARGIN = 2,
	MOST_COLS = 110,
	RULE_ROWS = 1,
	QUESTION_ROWS = 7, /* at most, and at most half of what list and question have */
	FOOT_ROWS = 3,
	ARROW_COLS = 4
};

enum action { ACCEPT = ACTION_OWN, REFUSE, SKIP, INFO, NEXT_KIND, PREVIOUS_KIND, CLOSE };

enum live { LIVE_PAIR = 1 };

static const struct key_row keys[] = {
	{ "y Enter", ACCEPT, "yes", "They belong together", LIVE_PAIR },
	{ "n", REFUSE, "no", "They do not, and are not proposed again", LIVE_PAIR },
	{ "Space", SKIP, "skip", "The next one; this one stays", LIVE_PAIR },
	{ "i", INFO, "look", "The card's page, the section or the day itself", LIVE_PAIR },
	{ "] Tab Right", NEXT_KIND, "kind",
		"The next of cards and topics, sections and topics, days and topics, sheets and "
		"days",
		0 },
	{ "[ Left", PREVIOUS_KIND, NULL, "The kind before", 0 },
	{ "q Esc", CLOSE, "back", "Close this page", 0 },
	LIST_KEYS_WHEN(LIVE_PAIR),
	{ 0 },
};

struct joins_view {
	struct arena arena;
	enum join_kind kind;
	struct join_offers found; /* without those decided since */
	struct str *title;        /* of the first of each: one line */
	int listed;               /* when they were looked for */
	struct list list;
	int rows, cols;
	/* The one that is shown. */
	struct arena page;
	struct md_doc front;
};

static const struct join_offer *under(const struct joins_view *v)
{
	return v->found.n ? &v->found.offer[v->list.cursor] : NULL;
}

/* ---- layout */

/* Of the rows that list and question share. */
static int question_rows(const struct joins_view *v)
{
	int half = (v->rows - FOOT_ROWS - RULE_ROWS) / 2;
	return half < 1 ? 1 : half < QUESTION_ROWS ? half : QUESTION_ROWS;
}

static int list_rows(const struct joins_view *v)
{
	int room = v->rows - FOOT_ROWS - RULE_ROWS - question_rows(v);
	int rows = v->listed < room ? v->listed : room;
	return rows > 0 ? rows : 1;
}

static void lay_out(struct joins_view *v)
{
	const struct join_offer *o = under(v);
	int cols = v->cols - 2 * MARGIN;
	arena_clear(&v->page);
	v->front = (struct md_doc){ 0 };
	if (o && cols > 0)
		v->front =
			md_layout(o->from.name, cols < MOST_COLS ? cols : MOST_COLS, 0, &v->page);
}

static void settle(struct joins_view *v)
{
	list_resize(&v->list, v->found.n, list_rows(v));
	lay_out(v);
}

static struct str first_line(struct str markdown, struct arena *a)
{
	struct str rest = str_trim(markdown), line = { 0 };
	str_line(&rest, &line);
	return md_plain(line, a);
}

/* The first pair with those, 0: with any; -1. */
static int find(const struct joins_view *v, int64_t from, int64_t to)
{
	for (int i = 0; i < v->found.n; i++) {
		const struct join_offer *o = &v->found.offer[i];
		if ((from == 0 || o->from.id == from) && (to == 0 || o->to.id == to))
			return i;
	}
	return -1;
}

/* The cursor stays with its pair, or else where it is. */
static bool load(struct joins_view *v, const struct study *s, struct err *e)
{
	const struct join_offer *o = under(v);
	int64_t from = o ? o->from.id : 0, to = o ? o->to.id : 0;
	arena_clear(&v->arena);
	v->found = (struct join_offers){ 0 };
	bool ok = join_propose(s, v->kind, MOST, &v->found, &v->arena, e);
	v->title = arena_alloc(&v->arena, (size_t)v->found.n + 1, sizeof *v->title);
	for (int i = 0; i < v->found.n; i++)
		v->title[i] = first_line(v->found.offer[i].from.name, &v->arena);
	v->listed = v->found.n;
	int at = from ? find(v, from, to) : -1;
	if (at >= 0)
		v->list.cursor = at;
	settle(v);
	return ok;
}

/* ---- what is said */

static void take_out(struct joins_view *v)
{
	struct join_offers *f = &v->found;
	f->n--;
	f->all--;
	for (int i = v->list.cursor; i < f->n; i++) {
		f->offer[i] = f->offer[i + 1];
		v->title[i] = v->title[i + 1];
	}
}

/* The others stay in sight as they were; after the last one it is looked for more. */
static bool say(struct joins_view *v, struct app *app, bool yes, struct err *e)
{
	struct study *s = app_study(app);
	const struct join_offer *o = under(v);
	struct join pair = { v->kind, o->from.id, o->to.id, yes, o->from.section };
	if (!join_say(s, &pair, e))
		return false;
	app_toast(app, TOAST_INFO, "%s; u takes it back.",
		yes ? "Joined" : "Not joined, and not proposed again");
	app_changed(app, PART_TOPICS | PART_SCHEDULE | PART_PLAN);
	take_out(v);
	if (v->found.n == 0)
		return load(v, s, e);
	settle(v);
	return true;
}

static void skip(struct joins_view *v, struct app *app)
{
	int next = v->list.cursor + 1;
	if (next == v->found.n)
		app_toast(app, TOAST_INFO, "That was the last one; from the first again.");
	list_show(&v->list, next < v->found.n ? next : 0);
	lay_out(v);
}

/* A section closes this page: it is shown in its pane. */
static void look(const struct joins_view *v, struct app *app)
{
	const struct join_end *from = &under(v)->from;
	switch (from->what) {
	case JOINED_CARD: app_open(app, &view_card, STR(""), from->id); break;
	case JOINED_DAY: app_open(app, &view_day, STR(""), from->id); break;
	case JOINED_SECTION: views_go_section(app, from->section); break;
	case JOINED_TOPIC: break;
	}
}

static bool turn(struct joins_view *v, const struct study *s, int by, struct err *e)
{
	v->kind = (enum join_kind)((v->kind + by + JOIN_KINDS) % JOIN_KINDS);
	v->list.cursor = v->list.top = 0;
	v->found.n = 0;
	return load(v, s, e);
}

static bool act(struct joins_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case ACCEPT:
	case REFUSE: return say(v, app, m->action == ACCEPT, e);
	case SKIP: skip(v, app); return true;
	case INFO: look(v, app); return true;
	case NEXT_KIND:
	case PREVIOUS_KIND: return turn(v, app_study(app), m->action == NEXT_KIND ? 1 : -1, e);
	default:
		list_move(&v->list, m->action, m->count);
		lay_out(v);
		return true;
	}
}

/* The pair of that kind with the one of that id as the first or the second, -1. */
static int find_either(const struct joins_view *v, int64_t id)
{
	int at = find(v, id, 0);
	return at >= 0 ? at : find(v, 0, id);
}

/*
 * Begin with what the one of that id has, of the kind that is asked for, else of another; where it has nothing, with
 * the first of the kind.
 */
static bool open_at(
	struct joins_view *v, const struct study *s, struct str kind, int64_t id, struct err *e)
{
	enum join_kind first = JOIN_CARD_TOPIC;
	join_kind_parse(kind, &first);
	for (int i = 0; i < JOIN_KINDS; i++) {
		v->kind = (enum join_kind)((first + i) % JOIN_KINDS);
		v->found.n = 0;
		if (!load(v, s, e))
			return false;
		int at = id ? find_either(v, id) : 0;
		if (at >= 0) {
			list_show(&v->list, at);
			lay_out(v);
			return true;
		}
	}
	v->kind = first;
	v->found.n = 0;
	return load(v, s, e);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct joins_view *v = state;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN: ok = open_at(v, app_study(app), m->text, m->number, &e); break;
	case MSG_STUDY: ok = load(v, app_study(app), &e); break;
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		settle(v);
		break;
	case MSG_ACTION:
		if (m->action == CLOSE)
			return (struct nav){ .kind = NAV_CLOSE };
		ok = act(v, app, m, &e);
		break;
	case MSG_TEXT:
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

/* ---- drawing */

/* Of a topic what stands before what it means. */
static struct str to_name(const struct join_offer *o)
{
	return o->to.what == JOINED_TOPIC ? name_head(o->to.name) : o->to.name;
}

static void draw_pair(const struct joins_view *v, struct canvas c, int row, int i)
{
	int all = c.cols - 2 * MARGIN < MOST_COLS ? c.cols - 2 * MARGIN : MOST_COLS;
	int cols = all - ARROW_COLS, left = cols * 3 / 5;
	canvas_field(c, row, MARGIN, left, ROLE_TEXT, v->title[i]);
	canvas_text(c, row, MARGIN + left + 1, ROLE_DIM, STR("→"));
	canvas_field(c, row, MARGIN + left + ARROW_COLS, cols - left, ROLE_TEXT,
		to_name(&v->found.offer[i]));
}

static void draw_list(const struct joins_view *v, struct canvas c, bool focused)
{
	const struct list *l = &v->list;
	for (int i = 0; i < c.rows && l->top + i < l->n; i++)
		draw_pair(v, c, i, l->top + i);
	canvas_restyle(
		c, l->cursor - l->top, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	if (l->top + c.rows < l->n)
		canvas_right(c, c.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
}

static void draw_question(const struct joins_view *v, struct canvas c)
{
	const struct join_offer *o = under(v);
	int lines = v->front.nline < c.rows ? v->front.nline : c.rows;
	for (int i = 0; i < lines; i++)
		pager_draw_line(c, i, MARGIN, &v->front.line[i]);
	if (v->front.nline > c.rows)
		canvas_right(c, c.rows - 1, c.cols, ROLE_DIM, STR("…"));
	struct buf b = { 0 };
	buf_addf(&b, "%.*s:%d", STR_ARG(o->from.path), o->from.line);
	if (o->from.what == JOINED_CARD && o->from.where.n)
		buf_addf(&b, " · %.*s", STR_ARG(o->from.where));
	canvas_field(c, lines, MARGIN, c.cols - 2 * MARGIN, ROLE_DIM, buf_str(&b));
	buf_release(&b);
}

/* What is asked, and what it is called when nothing of the kind is joined with the second yet. */
static const struct {
	const char *ask, *lone, *all;
} words[JOIN_KINDS] = {
	[JOIN_CARD_TOPIC] = { "About this topic? ", "no card yet", "cards and topics" },
	[JOIN_SECTION_TOPIC] = { "Is the section about this topic? ", "no section yet",
		"sections and topics" },
	[JOIN_DAY_TOPIC] = { "Is the day about this topic? ", "no day yet", "days and topics" },
	[JOIN_SECTION_DAY] = { "Does the sheet belong to this day? ", "no sheet yet",
		"sheets and days" },
};

static void draw_foot(const struct joins_view *v, struct canvas c)
{
	const struct join_offer *o = under(v);
	int at = MARGIN;
	canvas_field(c, 0, at, c.cols - 2 * MARGIN, ROLE_HEADING2, o->to.name);
	if (o->to.where.n)
		at += canvas_printf(c, 1, at, ROLE_TEXT, "%.*s · ", STR_ARG(o->to.where));
	struct buf b = { 0 };
	buf_addf(&b, "%s%sshares \"%.*s\"", o->lone ? words[v->kind].lone : "",
		o->lone ? " · " : "", STR_ARG(o->words));
	canvas_field(c, 1, at, c.cols - MARGIN - at, ROLE_DIM, buf_str(&b));
	buf_release(&b);
	at = MARGIN + canvas_text(c, 2, MARGIN, ROLE_ACCENT, str_of(words[v->kind].ask));
	at += canvas_text(c, 2, at, ROLE_KEY, STR("y"));
	at += canvas_text(c, 2, at, ROLE_DIM, STR(" yes  "));
	at += canvas_text(c, 2, at, ROLE_KEY, STR("n"));
	canvas_text(c, 2, at, ROLE_DIM, STR(" no"));
}

static void draw_none(const struct joins_view *v, struct canvas c)
{
	static const char *const none[] = {
		"Where the words of two come near without being sure, hone asks here.",
		"] and [ turn to sections, days and sheets; `hone join` joins any two.",
	};
	char heading[80];
	snprintf(heading, sizeof heading, "Nothing to join of %s.", words[v->kind].all);
	views_empty(c, heading, none, (int)LENGTH(none));
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct joins_view *v = state;
	(void)study;
	if (v->found.n == 0) {
		draw_none(v, c);
		return;
	}
	int rows = v->list.page, foot = rows + RULE_ROWS + question_rows(v);
	draw_list(v, canvas_sub(c, 0, 0, rows, c.cols), focused);
	canvas_hline(c, rows, 0, c.cols, ROLE_RULE);
	draw_question(v, canvas_sub(c, rows + RULE_ROWS, 0, foot - rows - RULE_ROWS, c.cols));
	draw_foot(v, canvas_sub(c, foot, 0, FOOT_ROWS, c.cols));
	if (focused)
		canvas_cursor(c, v->list.cursor - v->list.top, MARGIN);
}

static unsigned live(const void *state)
{
	const struct joins_view *v = state;
	return v->found.n ? LIVE_PAIR : 0;
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct joins_view *v = state;
	(void)study;
	buf_addf(out, "%s", words[v->kind].all);
	if (v->found.n)
		buf_addf(out, " · %d left", v->found.all);
}

static void release(void *state)
{
	struct joins_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->page);
}

const struct view_ops view_joins = {
	.name = "Joins",
	.keys = keys,
	.size = sizeof(struct joins_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
