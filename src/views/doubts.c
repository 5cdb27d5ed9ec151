/* doubts.c - new cards and topics that may be old ones: side by side, and the user says. */
#include "hone/md.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

/* From WIDE columns on the two stand beside each other. */
enum { WIDE = 100, MARGIN = 2, GAP = 3, HEAD_ROWS = 2, RULE_ROWS = 2 };

enum action { SAME = ACTION_OWN, DIFFER, NEXT, PREVIOUS, CLOSE };

enum live { LIVE_ANY = 1 };

static const struct key_row keys[] = {
	{ "y", SAME, "the same", "It is the same card or topic: its history goes on", LIVE_ANY },
	{ "n", DIFFER, "another", "It is another one, and is not asked about again", LIVE_ANY },
	{ "] Right", NEXT, "next", "The next doubt", LIVE_ANY },
	{ "[ Left", PREVIOUS, NULL, "The doubt before", LIVE_ANY },
	{ "q Esc", CLOSE, "back", "Close this page", 0 },
	LIST_KEYS,
	{ 0 },
};

/* A card: where it stands or stood, question, line, answer. */
struct side {
	struct str head;
	struct md_doc front, back;
};

struct doubts {
	struct arena arena;
	struct doubt *doubt;
	size_t n, at;
	/* The one that is shown: as it was and as it is. */
	struct arena page;
	struct side was, is;
	struct list list; /* rows of both together, or of the longer one */
	int cols, rows;
};

static bool beside(const struct doubts *v)
{
	return v->cols >= WIDE;
}

static int column(const struct doubts *v)
{
	return beside(v) ? (v->cols - 2 * MARGIN - GAP) / 2 : v->cols - 2 * MARGIN;
}

/* Apart, so that a fence left open in the question does not take the answer. */
static struct side side(struct doubts *v, struct str head, struct str front, struct str back)
{
	int cols = column(v);
	return (struct side){ head, md_layout(front, cols, 0, &v->page),
		md_layout(back, cols, 0, &v->page) };
}

static int side_rows(const struct side *s)
{
	return HEAD_ROWS + s->front.nline + RULE_ROWS + s->back.nline;
}

static struct str was_head(struct doubts *v, const struct doubt *d)
{
	char went[16], due[16];
	day_iso(d->gone.day, went);
	if (d->topic)
		return arena_printf(&v->page, "Was, until %s · rated %s", went,
			d->level == LEVEL_NONE ? "nothing" : level_name(d->level));
	if (d->state.memory.due == DAY_NONE)
		return arena_printf(&v->page, "Was, until %s", went);
	return arena_printf(
		&v->page, "Was, until %s · due %s", went, day_iso(d->state.memory.due, due));
}

static void lay_out(struct doubts *v)
{
	arena_clear(&v->page);
	v->list = (struct list){ .page = v->rows };
	if (v->n == 0)
		return;
	const struct doubt *d = &v->doubt[v->at];
	struct str was_back = d->topic ? d->came.topic : d->gone.back;
	struct str is_back = d->topic ? d->came.topic : d->came.back;
	v->was = side(v, was_head(v, d), d->gone.front, was_back);
	v->is = side(v,
		arena_printf(&v->page, "Is now in %.*s:%d", STR_ARG(d->came.deck), d->came.line),
		d->came.front, is_back);
	int was = side_rows(&v->was), is = side_rows(&v->is), longer = was > is ? was : is;
	list_resize(&v->list, beside(v) ? longer : was + 1 + is, v->rows > 1 ? v->rows - 1 : 1);
}

static bool load(struct doubts *v, const struct study *s, struct err *e)
{
	arena_clear(&v->arena);
	v->n = 0;
	bool ok = study_doubts(s, &v->doubt, &v->n, &v->arena, e);
	v->n = ok ? v->n : 0;
	v->at = v->at < v->n ? v->at : v->n ? v->n - 1 : 0;
	lay_out(v);
	return ok;
}

static bool decide(struct doubts *v, struct app *app, bool same, struct err *e)
{
	struct study *s = app_study(app);
	int64_t came = v->doubt[v->at].came.id;
	if (!(same ? study_same(s, came, e) : study_differ(s, came, e)))
		return false;
	if (same)
		app_toast(app, TOAST_INFO, "Its history goes on; u parts them again.");
	app_changed(app, PART_SCHEDULE | PART_TOPICS | PART_FILES); /* it has another id */
	return load(v, s, e);
}

static bool act(struct doubts *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case SAME:
	case DIFFER: return decide(v, app, m->action == SAME, e);
	case NEXT:
	case PREVIOUS:
		v->at = (v->at + (m->action == NEXT ? 1 : v->n - 1)) % v->n;
		lay_out(v);
		return true;
	default: list_scroll(&v->list, m->action, m->count); return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct doubts *v = state;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN:
	case MSG_STUDY: ok = load(v, app_study(app), &e); break;
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		lay_out(v);
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

static int draw_text(const struct md_doc *doc, struct canvas c, int row)
{
	for (int i = 0; i < doc->nline; i++)
		pager_draw_line(c, row + i, 0, &doc->line[i]);
	return row + doc->nline;
}

/* One of the two, from row `top` of it on; what is above or below the canvas is cut off. */
static void draw_side(const struct side *s, struct canvas c, int top)
{
	canvas_field(c, -top, 0, c.cols, ROLE_DIM, s->head);
	int row = draw_text(&s->front, c, HEAD_ROWS - top);
	canvas_hline(c, row, 0, c.cols, ROLE_RULE);
	draw_text(&s->back, c, row + RULE_ROWS);
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"When a card or a topic goes from the files and another one that is much like it "
		"comes,",
		"hone asks here whether it is the same one, so that its history can go on.",
	};
	const struct doubts *v = state;
	(void)study;
	if (v->n == 0) {
		views_empty(c, "No doubts.", none, (int)LENGTH(none));
		return;
	}
	int cols = column(v), top = v->list.top;
	struct canvas text = canvas_sub(c, 0, 0, v->list.page, c.cols);
	draw_side(&v->was, canvas_sub(text, 0, MARGIN, text.rows, cols), top);
	if (beside(v)) {
		int left = MARGIN + cols + GAP;
		canvas_vline(text, 0, left - 2, text.rows, ROLE_RULE);
		draw_side(&v->is, canvas_sub(text, 0, left, text.rows, cols), top);
	} else
		draw_side(&v->is, canvas_sub(text, 0, MARGIN, text.rows, cols),
			top - side_rows(&v->was) - 1);
	if (top + v->list.page < v->list.n)
		canvas_right(text, text.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
	int at = MARGIN + canvas_text(c, v->list.page, MARGIN, ROLE_ACCENT,
				  v->doubt[v->at].topic ? STR("Same topic? ") : STR("Same card? "));
	at += canvas_text(c, v->list.page, at, ROLE_KEY, STR("y"));
	at += canvas_text(c, v->list.page, at, ROLE_DIM, STR(" yes  "));
	at += canvas_text(c, v->list.page, at, ROLE_KEY, STR("n"));
	canvas_text(c, v->list.page, at, ROLE_DIM, STR(" no"));
	if (focused)
		canvas_cursor(c, v->list.page, MARGIN);
}

static unsigned live(const void *state)
{
	const struct doubts *v = state;
	return v->n ? LIVE_ANY : 0;
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct doubts *v = state;
	(void)study;
	if (v->n)
		buf_addf(out, "%zu of %zu", v->at + 1, v->n);
}

static void release(void *state)
{
	struct doubts *v = state;
	arena_release(&v->arena);
	arena_release(&v->page);
}

const struct view_ops view_doubts = {
	.name = "Doubts",
	.keys = keys,
	.size = sizeof(struct doubts),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
