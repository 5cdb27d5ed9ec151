/* joins.c - cards that may be about a topic: pair by pair, and the user says. */
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

enum action { ACCEPT = ACTION_OWN, REFUSE, SKIP, INFO, CLOSE };

enum live { LIVE_PAIR = 1 };

static const struct key_row keys[] = {
	{ "y Enter", ACCEPT, "yes", "The card is about this topic", LIVE_PAIR },
	{ "n", REFUSE, "no", "It is not, and is not proposed again", LIVE_PAIR },
	{ "Space", SKIP, "skip", "The next one; this one stays", LIVE_PAIR },
	{ "i", INFO, "card", "The card's own page", LIVE_PAIR },
	{ "q Esc", CLOSE, "back", "Close this page", 0 },
	LIST_KEYS_WHEN(LIVE_PAIR),
	{ 0 },
};

struct joins_view {
	struct arena arena;
	struct join_offers found; /* without those decided since */
	struct str *title;        /* of their cards: the first line of the question */
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
			md_layout(o->card.front, cols < MOST_COLS ? cols : MOST_COLS, 0, &v->page);
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

/* The first pair with that card or topic, -1. */
static int find(const struct joins_view *v, int64_t card, int64_t topic)
{
	for (int i = 0; i < v->found.n; i++) {
		const struct join_offer *o = &v->found.offer[i];
		if ((card == 0 || o->card.id == card) && (topic == 0 || o->topic.id == topic))
			return i;
	}
	return -1;
}

/* The cursor stays with its pair, or else where it is. */
static bool load(struct joins_view *v, const struct study *s, struct err *e)
{
	const struct join_offer *o = under(v);
	int64_t card = o ? o->card.id : 0, topic = o ? o->topic.id : 0;
	arena_clear(&v->arena);
	v->found = (struct join_offers){ 0 };
	bool ok = join_propose(s, MOST, &v->found, &v->arena, e);
	v->title = arena_alloc(&v->arena, (size_t)v->found.n + 1, sizeof *v->title);
	for (int i = 0; i < v->found.n; i++)
		v->title[i] = first_line(v->found.offer[i].card.front, &v->arena);
	v->listed = v->found.n;
	int at = card ? find(v, card, topic) : -1;
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
	if (!join_say(s, o->card.id, o->topic.id, yes, e))
		return false;
	app_toast(app, TOAST_INFO, "%s; u takes it back.",
		yes ? "Joined" : "Not joined, and not proposed again");
	app_changed(app, PART_TOPICS | PART_SCHEDULE);
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

static bool act(struct joins_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case ACCEPT:
	case REFUSE: return say(v, app, m->action == ACCEPT, e);
	case SKIP: skip(v, app); return true;
	case INFO: app_open(app, &view_card, STR(""), under(v)->card.id); return true;
	default:
		list_move(&v->list, m->action, m->count);
		lay_out(v);
		return true;
	}
}

/* Begin with what the card or the topic of that id has, if it has any. */
static bool open_at(struct joins_view *v, const struct study *s, int64_t id, struct err *e)
{
	if (!load(v, s, e))
		return false;
	int at = id ? find(v, id, 0) : -1;
	if (id && at < 0)
		at = find(v, 0, id);
	if (at >= 0)
		list_show(&v->list, at);
	lay_out(v);
	return true;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct joins_view *v = state;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN: ok = open_at(v, app_study(app), m->number, &e); break;
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

static void draw_pair(const struct joins_view *v, struct canvas c, int row, int i)
{
	int all = c.cols - 2 * MARGIN < MOST_COLS ? c.cols - 2 * MARGIN : MOST_COLS;
	int cols = all - ARROW_COLS, left = cols * 3 / 5;
	canvas_field(c, row, MARGIN, left, ROLE_TEXT, v->title[i]);
	canvas_text(c, row, MARGIN + left + 1, ROLE_DIM, STR("→"));
	canvas_field(c, row, MARGIN + left + ARROW_COLS, cols - left, ROLE_TEXT,
		name_head(v->found.offer[i].topic.name));
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
	int col = MARGIN + canvas_printf(c, lines, MARGIN, ROLE_DIM, "%.*s:%d",
				   STR_ARG(o->card.deck), o->card.line);
	if (o->card.topic.n)
		canvas_printf(c, lines, col, ROLE_DIM, " · %.*s", STR_ARG(o->card.topic));
}

static void draw_foot(const struct joins_view *v, struct canvas c)
{
	const struct join_offer *o = under(v);
	const struct topic_row *t = &o->topic;
	int at = MARGIN;
	canvas_field(c, 0, at, c.cols - 2 * MARGIN, ROLE_HEADING2, t->name);
	at += canvas_printf(c, 1, at, ROLE_TEXT, "%.*s%s%.*s", STR_ARG(t->area_number),
		t->area_number.n ? " " : "", STR_ARG(t->area));
	canvas_printf(c, 1, at, ROLE_DIM, "%s · shares \"%.*s\"", o->lone ? " · no card yet" : "",
		STR_ARG(o->words));
	at = MARGIN + canvas_text(c, 2, MARGIN, ROLE_ACCENT, STR("About this topic? "));
	at += canvas_text(c, 2, at, ROLE_KEY, STR("y"));
	at += canvas_text(c, 2, at, ROLE_DIM, STR(" yes  "));
	at += canvas_text(c, 2, at, ROLE_KEY, STR("n"));
	canvas_text(c, 2, at, ROLE_DIM, STR(" no"));
}

static void draw_none(struct canvas c)
{
	static const char *const none[] = {
		"Cards belong to topics by their words. Where a card comes near a topic without",
		"being surely about it, hone asks here. `hone join CARD TOPIC` joins any two.",
	};
	views_empty(c, "Nothing to join.", none, (int)LENGTH(none));
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct joins_view *v = state;
	(void)study;
	if (v->found.n == 0) {
		draw_none(c);
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
	if (v->found.n)
		buf_addf(out, "%d left", v->found.all);
}

static void release(void *state)
{
	struct joins_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->page);
}

const struct view_ops view_joins = {
	.name = "Cards and topics",
	.keys = keys,
	.size = sizeof(struct joins_view),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
