/* card.c - the page of one card: question, schedule, history, answer. */
#include "hone/fold.h"
#include "hone/md.h"
#include "hone/queue.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

enum {
	MARGIN = 2,
	LABEL_COLS = 11,
	MOST_COLS = 100,
	DATE_COLS = 12,
	GRADE_COLS = 9,
	TOOK_COLS = 9
};

enum action { EDIT = ACTION_OWN, FLAG, HIDE, BURY, JOINS, CLOSE };

enum live { LIVE_THERE = 1 };

static const struct key_row keys[] = {
	{ "q Esc i Enter", CLOSE, "back", "Close this page", 0 },
	{ "e", EDIT, "edit", "Edit the card in your editor, at its line", LIVE_THERE },
	{ "f", FLAG, "flag", "Flag the card, or take the flag off", LIVE_THERE },
	{ "h", HIDE, "hide", "Hide the card, so that it is not asked, or show it again",
		LIVE_THERE },
	{ "b", BURY, "bury", "Bury: set the card aside until tomorrow", LIVE_THERE },
	{ "J", JOINS, "topics", "Topics that it may be about: say so, or not", LIVE_THERE },
	LIST_KEYS,
	{ 0 },
};

/* A row: markdown, or a label and what it says, or a line across. */
struct line {
	const struct md_line *md;
	struct str label, text, then;
	int indent;     /* columns from the label's to the text's begin */
	enum role role; /* of the text */
	bool rule;
};

struct page {
	struct arena arena; /* card and history */
	int64_t id;
	struct card card; /* id 0: its text is in no file */
	struct event *event;
	size_t nevent;
	struct arena lines;
	struct line *line;
	size_t cap;
	struct list list;
	int cols;
};

/* ---- lines */

static void add(struct page *p, struct line line)
{
	p->line = arena_room(&p->lines, p->line, (size_t)p->list.n, &p->cap, sizeof *p->line);
	p->line[p->list.n++] = line;
}

static void add_markdown(struct page *p, struct str markdown)
{
	struct md_doc doc = md_layout(markdown, p->cols, 0, &p->lines);
	for (int i = 0; i < doc.nline; i++)
		add(p, (struct line){ .md = &doc.line[i] });
}

static void add_fact(struct page *p, const char *label, struct str text)
{
	if (text.n)
		add(p, (struct line){ .label = str_of(label),
			       .indent = LABEL_COLS,
			       .text = text,
			       .role = ROLE_TEXT });
}

static struct str due_text(struct page *p, const struct study *s)
{
	char date[16], days[16];
	int today = s->today, own = p->card.state.memory.due, due = queue_comes(s, own);
	if (due == DAY_NONE)
		return STR("when it is begun");
	day_iso(due, date);
	if (due == today)
		return arena_printf(&p->lines, "%s, today", date);
	if (due < today)
		return arena_printf(
			&p->lines, "%s, %s late", date, views_interval(today - due, days));
	return arena_printf(&p->lines, "%s, in %s%s", date, views_interval(due - today, days),
		due == own ? "" : ", the last pass before the deadline");
}

static struct str state_text(struct page *p, const struct study *s)
{
	const struct card_state *c = &p->card.state;
	int leech = s->settings.sm2.leech;
	return arena_printf(&p->lines, "%s%s%s%s", queue_state_name(&p->card, s->today),
		c->flagged ? ", flagged" : "",
		c->buried != DAY_NONE && c->buried >= s->today ? ", buried until tomorrow" : "",
		leech > 0 && c->memory.lapses >= leech ? ", leech" : "");
}

static void add_schedule(struct page *p, const struct study *s)
{
	const struct card *c = &p->card;
	const struct memory *m = &c->state.memory;
	char days[16], minutes[32];
	add_fact(p, "Topic", c->topic);
	add_fact(p, "Deck", arena_printf(&p->lines, "%.*s:%d", STR_ARG(c->deck), c->line));
	add_fact(p, "Tags", c->tags);
	add_fact(p, "Kind", str_of(card_kind_name(c->kind)));
	add_fact(p, "Target",
		arena_str(
			&p->lines, str_of(views_minutes(c->minutes_from, c->minutes_to, minutes))));
	add_fact(p, "State", state_text(p, s));
	add_fact(p, "Due", due_text(p, s));
	if (m->last == DAY_NONE)
		return;
	add_fact(p, "Interval", arena_str(&p->lines, str_of(views_interval(m->interval, days))));
	add_fact(p, "Ease", arena_printf(&p->lines, "%d.%02d", m->ease / 100, m->ease % 100));
	add_fact(p, "Lapses", arena_printf(&p->lines, "%d", m->lapses));
}

/* ---- history */

static struct str took_text(struct page *p, int64_t ms)
{
	if (ms <= 0)
		return STR("");
	if (ms < 60000)
		return arena_printf(&p->lines, "%d s", (int)((ms + 999) / 1000));
	return arena_printf(&p->lines, "%d min", (int)((ms + 30000) / 60000));
}

/* What an answer made of the schedule. */
static struct str then_text(
	struct page *p, const struct event *ev, enum answer_kind kind, struct memory after)
{
	char days[16];
	struct str took = took_text(p, ev->took_ms);
	const char *then = kind == ANSWER_DRILL ? "drill" : kind == ANSWER_EARLY ? "early" : NULL;
	return arena_printf(&p->lines, "%-*.*s%s%s", TOOK_COLS, STR_ARG(took),
		then ? "" : "next in ", then ? then : views_interval(after.interval, days));
}

static struct str other_text(struct page *p, const struct event *ev)
{
	switch (ev->kind) {
	case EVENT_HIDE: return ev->value ? STR("hidden") : STR("shown again");
	case EVENT_FLAG: return ev->value ? STR("flagged") : STR("flag taken off");
	case EVENT_BURY: return ev->value >= ev->day ? STR("buried") : STR("brought back");
	case EVENT_NOTE: return arena_printf(&p->lines, "note: %.*s", STR_ARG(ev->text));
	case EVENT_STATE: return STR("schedule from elsewhere");
	case EVENT_ALIAS: return STR("reworded or moved, history kept");
	case EVENT_SCORE: return arena_printf(&p->lines, "scored %d %%", (int)ev->value);
	default: return str_of(event_kind_name(ev->kind));
	}
}

/* Newest first; what each answer led to comes from a fold of all before it. */
static void add_history(struct page *p, const struct study *s)
{
	struct card_state state = fold_card_new();
	struct line *row = arena_alloc(&p->lines, p->nevent + 1, sizeof *row);
	for (size_t i = 0; i < p->nevent; i++) {
		const struct event *ev = &p->event[i];
		char date[16];
		enum answer_kind kind = sm2_kind(state.memory, ev->day);
		state = fold_card(&s->settings.sm2, state, ev);
		row[i] = (struct line){ .label = arena_str(
						&p->lines, str_of(day_iso(ev->day, date))),
			.indent = DATE_COLS,
			.role = ROLE_DIM };
		if (ev->kind != EVENT_GRADE) {
			row[i].text = other_text(p, ev);
			continue;
		}
		row[i].text = str_of(views_grade_name((int)ev->value));
		row[i].role = views_grade_role((int)ev->value);
		row[i].then = then_text(p, ev, kind, state.memory);
	}
	for (size_t i = p->nevent; i > 0; i--)
		add(p, row[i - 1]);
	if (p->nevent == 0)
		add(p, (struct line){ .text = STR("Not asked yet."), .role = ROLE_DIM });
}

static void lay_out(struct page *p, const struct study *s)
{
	int page = p->list.page;
	arena_clear(&p->lines);
	p->line = NULL;
	p->cap = 0;
	p->list.n = 0;
	if (!p->card.id)
		return;
	add_markdown(p, p->card.front);
	add(p, (struct line){ .rule = true });
	add_schedule(p, s);
	add(p, (struct line){ .rule = true });
	add_history(p, s);
	/* Last, as it may be long: it was just seen, or is a page down. */
	add(p, (struct line){ .rule = true });
	add_markdown(p, str_trim(p->card.back).n ? p->card.back : STR("*No answer is written.*"));
	int n = p->list.n;
	p->list.n = 0;
	list_resize(&p->list, n, page);
}

static bool load(struct page *p, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	arena_clear(&p->arena);
	p->nevent = 0;
	bool found = catalog_card(s->store, p->id, &p->card, &p->arena, &why);
	if (!found)
		p->card = (struct card){ 0 };
	bool ok = found ? store_history(s->store, p->id, &p->event, &p->nevent, &p->arena, e)
			: why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	lay_out(p, s);
	return ok;
}

/* ---- messages */

static bool verb(struct page *p, struct app *app, int action, struct err *e)
{
	struct study *s = app_study(app);
	bool ok = action == FLAG   ? study_flag(s, p->id, !p->card.state.flagged, e)
		  : action == HIDE ? study_hide(s, p->id, !p->card.state.hidden, e)
				   : study_bury(s, p->id, e);
	if (!ok)
		return false;
	app_changed(app, PART_SCHEDULE);
	return load(p, s, e);
}

static bool act(struct page *p, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case EDIT: app_edit(app, p->card.deck, p->card.line); return true;
	case JOINS: app_open(app, &view_joins, STR(""), p->id); return true;
	case FLAG:
	case HIDE:
	case BURY: return verb(p, app, m->action, e);
	default: list_scroll(&p->list, m->action, m->count); return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct page *p = state;
	const struct study *s = app_study(app);
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN:
		p->id = m->number;
		p->cols = MOST_COLS;
		ok = load(p, s, &e);
		break;
	case MSG_SIZE:
		p->cols = m->cols - 2 * MARGIN < MOST_COLS ? m->cols - 2 * MARGIN : MOST_COLS;
		p->list.page = m->rows;
		lay_out(p, s);
		break;
	case MSG_STUDY: ok = load(p, s, &e); break;
	case MSG_ACTION:
		if (m->action == CLOSE)
			return (struct nav){ .kind = NAV_CLOSE };
		ok = act(p, app, m, &e);
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

static void draw_line(const struct page *p, const struct line *l, struct canvas c, int row)
{
	int col = MARGIN;
	if (l->md)
		pager_draw_line(c, row, col, l->md);
	if (l->rule)
		canvas_hline(c, row, col, p->cols, ROLE_RULE);
	canvas_text(c, row, col, ROLE_DIM, l->label);
	col += l->indent;
	if (l->text.n)
		canvas_field(c, row, col, c.cols - col, l->role, l->text);
	if (l->then.n)
		canvas_text(c, row, col + GRADE_COLS, ROLE_DIM, l->then);
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const gone[] = {
		"Its text is in no file of the folder now; what is known of it is kept.",
	};
	const struct page *p = state;
	(void)study;
	if (!p->card.id) {
		views_empty(c, "This card is gone.", gone, (int)LENGTH(gone));
		return;
	}
	for (int i = 0; i < c.rows && p->list.top + i < p->list.n; i++)
		draw_line(p, &p->line[p->list.top + i], c, i);
	if (p->list.top + c.rows < p->list.n)
		canvas_right(c, c.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
	if (focused)
		canvas_cursor(c, 0, 0);
}

static unsigned live(const void *state)
{
	const struct page *p = state;
	return p->card.id ? LIVE_THERE : 0;
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct page *p = state;
	(void)study;
	buf_add(out, p->card.label);
}

static void release(void *state)
{
	struct page *p = state;
	arena_release(&p->arena);
	arena_release(&p->lines);
}

const struct view_ops view_card = {
	.name = "Card",
	.keys = keys,
	.size = sizeof(struct page),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
