/* card.c - the page of one card: question, topics, schedule, history, answer. */
#include <limits.h>

#include "hone/about.h"
#include "hone/belong.h"
#include "hone/fold.h"
#include "hone/md.h"
#include "hone/queue.h"
#include "hone/session.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

enum {
	MARGIN = 2,
	LABEL_COLS = 11,
	MOST_COLS = 100,
	DATE_COLS = 12,
	GRADE_COLS = 9,
	TOOK_COLS = 9,
	HOW_COLS = 28, /* a topic's rating and how it was joined */
	NAME_COLS = 24 /* of its name, at least */
};

enum action {
	EDIT = ACTION_OWN,
	FLAG,
	HIDE,
	BURY,
	JOINS,
	NEXT_TOPIC,
	PREVIOUS_TOPIC,
	OPEN_TOPIC,
	ACCEPT,
	REFUSE,
	ADD_TOPIC,
	SHEET,
	CLOSE
};

enum live { LIVE_THERE = 1, LIVE_TOPIC = 2, LIVE_NEAR = 4 };

static const struct key_row keys[] = {
	{ "q Esc i Enter", CLOSE, "back", "Close this page", 0 },
	{ "e", EDIT, "edit", "Edit the card in your editor, at its line", LIVE_THERE },
	{ "f", FLAG, "flag", "Flag the card, or take the flag off", LIVE_THERE },
	{ "h", HIDE, "hide", "Hide the card, so that it is not asked, or show it again",
		LIVE_THERE },
	{ "b", BURY, "bury", "Bury: set the card aside until tomorrow", LIVE_THERE },
	{ "o", OPEN_TOPIC, "topic", "Open the topic that is marked, in the topics", LIVE_TOPIC },
	{ "] Right", NEXT_TOPIC, NULL, "Mark the next of its topics", LIVE_TOPIC },
	{ "[ Left", PREVIOUS_TOPIC, NULL, "Mark the topic before", LIVE_TOPIC },
	{ "n", REFUSE, "not about", "It is not about the marked topic; undo takes that back",
		LIVE_TOPIC },
	{ "y", ACCEPT, "about", "It is about the marked topic, which comes near", LIVE_NEAR },
	{ "a", ADD_TOPIC, "join", "Join it with a topic, by words of its name", LIVE_THERE },
	{ "s", SHEET, "sheet", "The section of a sheet that is about it", LIVE_THERE },
	{ "J", JOINS, NULL, "Topics that it may be about: say so, or not", LIVE_THERE },
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
	int topic; /* from 1 on: that one, 0: it is about none */
};

/* A topic that it is about, or that comes near. */
struct page_topic {
	int64_t id;
	struct str name;
	enum level level;
	const char *how; /* it came to it: "by its tag" */
	bool near;
};

struct page {
	struct arena arena; /* card and history */
	int64_t id;
	struct card card; /* id 0: its text is in no file */
	struct event *event;
	size_t nevent;
	struct page_topic *topic;
	int ntopic, marked; /* marked: index of one */
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
	add_fact(p, "Heading", c->topic);
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

/* ---- topics */

static void add_topics(struct page *p)
{
	for (int i = 0; i < p->ntopic; i++) {
		const struct page_topic *t = &p->topic[i];
		add(p, (struct line){ .label = i ? STR("") : STR("Topics"),
			       .indent = LABEL_COLS,
			       .text = t->name,
			       .then = str_of(t->how),
			       .role = t->near ? ROLE_DIM : ROLE_TEXT,
			       .topic = i + 1 });
	}
	if (p->ntopic == 0)
		add_fact(p, "Topics", STR("none: a joins it with one"));
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
	add_topics(p);
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

static void add_topic(struct page *p, const struct topic_row *t, const char *how, bool near)
{
	p->topic[p->ntopic++] = (struct page_topic){ t->id, t->name, t->level, how, near };
}

/* Those whose words come near it; to look for them goes through all cards. */
static bool load_near(struct page *p, const struct study *s, struct err *e)
{
	struct join_offers offers;
	struct topic_row t;
	int64_t cards;
	if (!catalog_count_cards(s->store, &cards, e))
		return false;
	if (cards > SESSION_MANY)
		return true;
	if (!join_propose(s, JOIN_CARD_TOPIC, INT_MAX, &offers, &p->arena, e))
		return false;
	for (int i = 0; i < offers.n; i++) {
		const struct join_offer *o = &offers.offer[i];
		if (o->from.id != p->id)
			continue;
		if (!catalog_topic(s->store, o->to.id, &t, &p->arena, e))
			return false;
		add_topic(p, &t, "comes near: y joins", true);
	}
	return true;
}

static bool load_topics(struct page *p, const struct study *s, struct err *e)
{
	struct about b;
	int n;
	if (!about_load(s, &b, &p->arena, e))
		return false;
	const int *found = about_card(&b, &p->card, &n);
	p->topic = arena_alloc(&p->arena, (size_t)b.cover.ntopic + 1, sizeof *p->topic);
	for (int i = 0; i < n; i++)
		add_topic(p, &b.cover.topic[found[i]], about_how(&b, &p->card, found[i]), false);
	return b.cover.ntopic == 0 || load_near(p, s, e);
}

static bool load(struct page *p, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	arena_clear(&p->arena);
	p->nevent = 0;
	p->ntopic = 0;
	bool found = catalog_card(s->store, p->id, &p->card, &p->arena, &why);
	if (!found)
		p->card = (struct card){ 0 };
	bool ok = found ? store_history(s->store, p->id, &p->event, &p->nevent, &p->arena, e)
			: why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	ok = ok && (!found || load_topics(p, s, e));
	p->marked = p->marked < p->ntopic ? p->marked : p->ntopic ? p->ntopic - 1 : 0;
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

/* ---- what is done with topics */

static bool say(struct page *p, struct app *app, int64_t topic, bool yes, struct err *e)
{
	struct study *s = app_study(app);
	struct join pair = { .from = p->id, .to = topic, .yes = yes };
	if (!join_say(s, &pair, e))
		return false;
	app_toast(app, TOAST_INFO, "%s; u takes it back.", yes ? "Joined" : "Not about it");
	app_changed(app, PART_TOPICS | PART_SCHEDULE);
	return load(p, s, e);
}

/* Mark another one, and show it. */
static void mark(struct page *p, int by)
{
	p->marked = (p->marked + by + p->ntopic) % p->ntopic;
	int row = 0;
	while (row < p->list.n && p->line[row].topic != p->marked + 1)
		row++;
	if (row < p->list.top || row >= p->list.top + p->list.page)
		p->list.top = row;
}

/* Leaves this page: the panes lie below it. */
static bool open_sheet(const struct page *p, struct app *app, struct err *e)
{
	struct buf where = { 0 };
	bool ok = belong_sheet(app_study(app), &p->card, &where, e);
	if (ok && where.n)
		app_goto(app, PANE_SHEET, buf_str(&where), 0);
	else if (ok)
		app_toast(app, TOAST_INFO, "No sheet has a section about this card.");
	buf_release(&where);
	return ok;
}

static bool take_words(struct page *p, struct app *app, struct str words, struct err *e)
{
	struct arena a = { 0 };
	struct about b;
	bool ok = words.n == 0;
	if (!ok && about_load(app_study(app), &b, &a, e)) {
		int topic = about_find(&b, str_trim(words), e);
		ok = topic >= 0 && say(p, app, b.id[topic], true, e);
	}
	arena_release(&a);
	return ok;
}

static bool act(struct page *p, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case EDIT: app_edit(app, p->card.deck, p->card.line); return true;
	case JOINS: app_open(app, &view_joins, STR("card-topic"), p->id); return true;
	case NEXT_TOPIC:
	case PREVIOUS_TOPIC: mark(p, m->action == NEXT_TOPIC ? 1 : -1); return true;
	case OPEN_TOPIC: app_goto(app, PANE_TOPICS, STR(""), p->topic[p->marked].id); return true;
	case ACCEPT:
	case REFUSE: return say(p, app, p->topic[p->marked].id, m->action == ACCEPT, e);
	case ADD_TOPIC: app_prompt(app, "Topic: ", STR(""), ADD_TOPIC); return true;
	case SHEET: return open_sheet(p, app, e);
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
	case MSG_TEXT: ok = take_words(p, app, m->text, &e); break;
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

/* "▸ ? Heaps      Unsure · by its heading" */
static void draw_topic(const struct page *p, const struct line *l, struct canvas c, int row)
{
	const struct page_topic *t = &p->topic[l->topic - 1];
	int col = MARGIN + l->indent, end = MARGIN + p->cols, how = end - HOW_COLS;
	int wide = how - col - 4 >= NAME_COLS;
	bool marked = l->topic == p->marked + 1;
	views_run(c, row, col - 2, 1, ROLE_ACCENT, marked ? 0x203A : ' ');
	views_run(c, row, col, 1, views_level_role(t->level), views_level_glyph(t->level));
	canvas_field(c, row, col + 2, (wide ? how - 1 : end) - col - 2,
		marked ? ROLE_ACCENT : l->role, l->text);
	if (wide)
		canvas_printf(c, row, how, ROLE_DIM, "%s%s%.*s",
			t->level ? level_name(t->level) : "not rated", " · ", STR_ARG(l->then));
}

static void draw_line(const struct page *p, const struct line *l, struct canvas c, int row)
{
	int col = MARGIN;
	if (l->md)
		pager_draw_line(c, row, col, l->md);
	if (l->rule)
		canvas_hline(c, row, col, p->cols, ROLE_RULE);
	canvas_text(c, row, col, ROLE_DIM, l->label);
	if (l->topic) {
		draw_topic(p, l, c, row);
		return;
	}
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
	const struct page_topic *t = p->ntopic ? &p->topic[p->marked] : NULL;
	if (!p->card.id)
		return 0;
	return LIVE_THERE | (t ? LIVE_TOPIC : 0u) | (t && t->near ? LIVE_NEAR : 0u);
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
