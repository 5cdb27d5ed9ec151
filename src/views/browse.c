/* browse.c - all cards as a table: sorted, searched, looked at. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "hone/md.h"
#include "hone/session.h"
#include "tui/app.h"
#include "views/marked.h"
#include "views/views.h"

enum {
	HEAD_ROWS = 1,
	DUE_COLS = 9,
	NUMBER_COLS = 7,
	TOPIC_COLS = 26,
	WIDE = 100,        /* from here on interval, ease, lapses and topic have columns */
	INDEX_STEP = 1000, /* cards put into the index of words at a time, some 20 ms */
	FIRST_ROWS = 500,  /* read before the first frame; the others between keys */
	MORE_ROWS = 5000,
	UNASKED = -1,
	JOIN_STEP = 80, /* pages of it joined at a time, some 10 ms */
};

enum action {
	OPEN = ACTION_OWN,
	SEARCH,
	ORDER,
	REVERSE,
	EDIT,
	FLAG,
	HIDE,
	ALL,
	DOUBTS,
	MARK,
	LET_GO
};

enum live { LIVE_ANY = 1, LIVE_FOUND = 2, LIVE_MARKED = 4 };

static const struct key_row keys[] = {
	{ "Enter", OPEN, "card", "The card's own page: its schedule and its history", LIVE_ANY },
	{ "/", SEARCH, "search",
		"Words, \"words in a row\", front: back: topic: tag: deck: is:", 0 },
	{ "o", ORDER, "order", "Another order: deck, due, interval, ease, lapses, answered", 0 },
	{ "O", REVERSE, NULL, "The same order from its other end", 0 },
	{ "e", EDIT, "edit", "Edit the card in your editor, at its line", LIVE_ANY },
	{ "f", FLAG, "flag", "Flag the card, or all that are chosen, or take the flags off",
		LIVE_ANY },
	{ "m", MARK, "choose",
		"Choose this card, or do not: those that are chosen are flagged together",
		LIVE_ANY },
	{ "M", LET_GO, "let go", "Let go of all that are chosen", LIVE_MARKED },
	{ "h", HIDE, "hide", "Hide the card, so that it is not asked, or show it again", LIVE_ANY },
	{ "Esc", ALL, "all", "Back to all cards", LIVE_FOUND },
	{ "D", DOUBTS, NULL, "New cards that may be old ones reworded", 0 },
	LIST_KEYS,
	{ 0 },
};

enum order { BY_PLACE, BY_DUE, BY_INTERVAL, BY_EASE, BY_LAPSES, BY_LAST, ORDERS };

static const char *const order_name[] = { "deck", "due", "interval", "ease", "lapses", "answered" };

/* A card and what it is sorted by, smallest first. */
struct row {
	int64_t id;
	int key;
	int place; /* as it was found: cards alike stay in that order */
};

struct rows {
	struct row *row;
	size_t n, cap;
	enum order order;
};

struct browse {
	struct rows rows;
	struct list list;
	enum order order;
	bool reverse;
	struct buf query;
	struct card_walk walk; /* in deck order rows are read bit by bit */
	bool partly;           /* there are more */
	/* The rows in sight, read anew when others come into sight. */
	struct arena arena;
	struct card *card;
	struct str *question;
	int first, shown;   /* which rows these are */
	int64_t unsearched; /* cards that are not in the index of words yet, or UNASKED */
	bool in_pieces;     /* they are, but its pieces are not joined */
	struct marked marked;
};

/* ---- rows */

/* What there is not comes last. */
static int key_of(const struct card *c, enum order order)
{
	const struct memory *m = &c->state.memory;
	bool answered = m->last != DAY_NONE;
	switch (order) {
	case BY_DUE: return m->due == DAY_NONE ? INT_MAX : m->due;
	case BY_INTERVAL: return answered ? m->interval : INT_MAX;
	case BY_EASE: return answered ? m->ease : INT_MAX;
	case BY_LAPSES: return -m->lapses;
	case BY_LAST: return answered ? -m->last : INT_MAX;
	case BY_PLACE:
	case ORDERS: break;
	}
	return 0;
}

static void add_id(struct rows *r, int64_t id, int key)
{
	r->row = array_room(r->row, r->n, &r->cap, sizeof *r->row);
	r->row[r->n] = (struct row){ id, key, (int)r->n };
	r->n++;
}

static bool add(void *ctx, const struct card *c)
{
	struct rows *r = ctx;
	add_id(r, c->id, key_of(c, r->order));
	return r->n < INT_MAX;
}

static int compare(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static void turn_round(struct rows *r)
{
	for (size_t i = 0; i < r->n / 2; i++) {
		struct row kept = r->row[i];
		r->row[i] = r->row[r->n - 1 - i];
		r->row[r->n - 1 - i] = kept;
	}
}

static int row_of(const struct rows *r, int64_t id)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->row[i].id == id)
			return (int)i;
	return -1;
}

static int64_t current(const struct browse *b)
{
	return b->rows.n ? b->rows.row[b->list.cursor].id : 0;
}

/* The texts of the rows in sight. */
static bool read_page(struct browse *b, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	int last = b->list.top + b->list.page;
	arena_clear(&b->arena);
	b->first = b->list.top;
	b->shown = (last < b->list.n ? last : b->list.n) - b->first;
	b->card = arena_alloc(&b->arena, (size_t)b->shown + 1, sizeof *b->card);
	b->question = arena_alloc(&b->arena, (size_t)b->shown + 1, sizeof *b->question);
	for (int i = 0; i < b->shown; i++) {
		int64_t id = b->rows.row[b->first + i].id;
		bool found = catalog_card(s->store, id, &b->card[i], &b->arena, &why);
		if (!found && why.kind != ERR_MISSING)
			return err_set(e, why.kind, "%s", why.text);
		if (!found)
			b->card[i] = (struct card){ 0 };
		b->question[i] = found ? md_shown(b->card[i].front, &b->arena) : STR("");
	}
	return true;
}

/* Up to `most` rows more; 0: all. */
static bool load_more(struct browse *b, const struct study *s, size_t most, struct err *e)
{
	int64_t id[FIRST_ROWS];
	size_t n, left = most ? most : SIZE_MAX;
	while (b->partly && left > 0) {
		size_t want = left < FIRST_ROWS ? left : FIRST_ROWS;
		if (!catalog_walk(s->store, &b->walk, id, want, &n, e))
			return false;
		for (size_t i = 0; i < n; i++)
			add_id(&b->rows, id[i], 0);
		left -= want;
		b->partly = !b->walk.end;
	}
	list_resize(&b->list, (int)b->rows.n, b->list.page);
	return true;
}

/* Deck order, all cards: the first rows, and as many as there were before. */
static bool load_first(struct browse *b, const struct study *s, struct err *e)
{
	int64_t id = current(b);
	size_t before = b->rows.n;
	card_walk_release(&b->walk);
	b->rows.n = 0;
	b->rows.order = BY_PLACE;
	b->partly = true;
	if (!load_more(b, s, before > FIRST_ROWS ? before : FIRST_ROWS, e))
		return false;
	int at = row_of(&b->rows, id);
	if (at >= 0)
		list_show(&b->list, at);
	return read_page(b, s, e);
}

/*
 * All rows anew; the cursor stays on its card, or else on its row. What cannot be found leaves the rows as
 * they are.
 */
static bool load(struct browse *b, const struct study *s, struct err *e)
{
	int64_t id = current(b);
	struct rows fresh = { .order = b->order };
	if (b->order == BY_PLACE && !b->reverse && b->query.n == 0)
		return load_first(b, s, e);
	if (!session_find(s, buf_str(&b->query), add, &fresh, e)) {
		free(fresh.row);
		return false;
	}
	if (fresh.order != BY_PLACE && fresh.n)
		qsort(fresh.row, fresh.n, sizeof *fresh.row, compare);
	if (b->reverse)
		turn_round(&fresh);
	free(b->rows.row);
	b->rows = fresh;
	b->partly = false;
	list_resize(&b->list, (int)fresh.n, b->list.page);
	int at = row_of(&fresh, id);
	if (at >= 0)
		list_show(&b->list, at);
	return read_page(b, s, e);
}

/* ---- verbs */

static struct card *card_at(struct browse *b)
{
	int i = b->list.cursor - b->first;
	return i >= 0 && i < b->shown && b->card[i].id ? &b->card[i] : NULL;
}

static bool order(struct browse *b, const struct study *s, struct err *e)
{
	b->order = (enum order)((b->order + 1) % ORDERS);
	b->reverse = false;
	bool ok = load(b, s, e);
	list_show(&b->list, 0);
	return ok && read_page(b, s, e);
}

/* Few letters begin more words than are looked at. */
static bool warn_of_begin(const struct browse *b, struct app *app, struct err *e)
{
	bool misses = false;
	if (!session_find_misses(app_study(app), buf_str(&b->query), &misses, e))
		return false;
	if (misses)
		app_toast(app, TOAST_INFO,
			"So short a word finds only some of so many cards; type more of it.");
	return true;
}

static bool look_for(struct browse *b, struct app *app, struct str query, struct err *e)
{
	struct buf kept = b->query;
	b->query = (struct buf){ 0 };
	buf_add(&b->query, str_trim(query));
	if (load(b, app_study(app), e)) {
		buf_release(&kept);
		return warn_of_begin(b, app, e);
	}
	if (e->kind == ERR_INVALID) /* the error stands above the text */
		app_prompt(app, "Search: ", query, SEARCH);
	buf_release(&b->query);
	b->query = kept;
	return false;
}

/* The card was changed: its row is read again, where it stands. */
static bool changed(struct browse *b, struct app *app, bool ok, struct err *e)
{
	if (!ok)
		return false;
	app_changed(app, PART_SCHEDULE);
	return read_page(b, app_study(app), e);
}

static bool flag_marked(struct browse *b, struct app *app, struct err *e)
{
	int n;
	bool flagged;
	if (!changed(b, app, marked_flag(&b->marked, app_study(app), &flagged, &n, e), e))
		return false;
	app_toast(app, TOAST_INFO, "%d card%s %s; one u takes that back.", n, n == 1 ? "" : "s",
		flagged ? "flagged" : "unflagged");
	return true;
}

static bool flag(struct browse *b, struct app *app, const struct card *c, struct err *e)
{
	if (b->marked.n)
		return flag_marked(b, app, e);
	return changed(b, app, study_flag(app_study(app), c->id, !c->state.flagged, e), e);
}

static bool mark(struct browse *b, const struct study *s, int64_t card, struct err *e)
{
	marked_turn(&b->marked, card);
	list_move(&b->list, MOTION_DOWN, 0);
	return b->first == b->list.top || read_page(b, s, e);
}

static bool act(struct browse *b, struct app *app, const struct msg *m, struct err *e)
{
	struct study *s = app_study(app);
	const struct card *c = card_at(b);
	switch (m->action) {
	case SEARCH: app_prompt(app, "Search: ", buf_str(&b->query), SEARCH); return true;
	case ALL: return look_for(b, app, STR(""), e);
	case DOUBTS: app_open(app, &view_doubts, STR(""), 0); return true;
	case ORDER: return order(b, s, e);
	case REVERSE: b->reverse = !b->reverse; return load(b, s, e);
	default: break;
	}
	if (m->action < ACTION_OWN) {
		if (m->action == MOTION_LAST && !load_more(b, s, 0, e))
			return false;
		list_move(&b->list, m->action, m->count);
		return b->first == b->list.top || read_page(b, s, e);
	}
	if (!c)
		return true;
	switch (m->action) {
	case OPEN: app_open(app, &view_card, STR(""), c->id); return true;
	case EDIT: app_edit(app, c->deck, c->line); return true;
	case FLAG: return flag(b, app, c, e);
	case MARK: return mark(b, s, c->id, e);
	case LET_GO: marked_clear(&b->marked); return true;
	case HIDE: return changed(b, app, study_hide(s, c->id, !c->state.hidden, e), e);
	default: return true;
	}
}

/* ---- messages */

static bool put_in_index(struct browse *b, const struct study *s, int most, struct err *e)
{
	if (s->readonly)
		b->unsearched = 0;
	return s->readonly || catalog_search_build(s->store, most, &b->unsearched, e);
}

static bool join_index(struct browse *b, const struct study *s, int most, struct err *e)
{
	return s->readonly || catalog_search_join(s->store, most, &b->in_pieces, e);
}

/* While nothing else is to be done. */
static bool prepare_search(struct browse *b, const struct study *s, struct err *e)
{
	if (b->unsearched == 0)
		return join_index(b, s, JOIN_STEP, e);
	int step = b->unsearched == UNASKED ? 0 : INDEX_STEP;
	return put_in_index(b, s, step, e) && join_index(b, s, 0, e);
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct browse *b = state;
	const struct study *s = app_study(app);
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN:
		buf_add(&b->query, m->text);
		b->list.page = 1;
		b->unsearched = UNASKED;
		ok = load(b, s, &e);
		break;
	case MSG_SIZE:
		list_resize(&b->list, (int)b->rows.n, m->rows > 3 ? m->rows - HEAD_ROWS : m->rows);
		ok = read_page(b, s, &e);
		break;
	case MSG_STUDY:
		/* A card that was graded or flagged stays in its row until the order is asked for. */
		ok = m->parts & PART_FILES ? load(b, s, &e) : read_page(b, s, &e);
		break;
	case MSG_ACTION: ok = act(b, app, m, &e); break;
	case MSG_TEXT: ok = look_for(b, app, m->text, &e); break;
	case MSG_TICK:
		if (b->partly) {
			ok = load_more(b, s, MORE_ROWS, &e);
			b->partly = b->partly && ok;
			break;
		}
		ok = prepare_search(b, s, &e);
		b->unsearched = ok ? b->unsearched : 0; /* a search says why it cannot be made */
		b->in_pieces = ok && b->in_pieces;
		break;
	case MSG_GOTO:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

/* ---- drawing */

struct when {
	char text[24];
	enum role role;
};

static struct when when_due(const struct card *c, const struct study *s)
{
	struct when w = { .role = ROLE_TEXT };
	char days[16];
	int due = queue_comes(s, c->state.memory.due), today = s->today;
	const char *state = c->state.hidden                    ? "hidden"
			    : c->state.memory.last == DAY_NONE ? "new"
			    : due == DAY_NONE                  ? "-"
							       : NULL;
	if (state || due == today) {
		snprintf(w.text, sizeof w.text, "%s", state ? state : "today");
		w.role = state ? ROLE_DIM : ROLE_ACCENT;
	} else if (due > today)
		snprintf(w.text, sizeof w.text, "in %s", views_interval(due - today, days));
	else {
		snprintf(w.text, sizeof w.text, "-%s", views_interval(today - due, days));
		w.role = ROLE_UNSURE;
	}
	return w;
}

static int draw_numbers(const struct card *c, struct canvas cv, int row, int col)
{
	char days[16];
	const struct memory *m = &c->state.memory;
	if (m->last != DAY_NONE) {
		canvas_right(cv, row, col + NUMBER_COLS - 1, ROLE_DIM,
			str_of(views_interval(m->interval, days)));
		canvas_printf(cv, row, col + NUMBER_COLS + 1, ROLE_DIM, "%d.%02d", m->ease / 100,
			m->ease % 100);
	}
	if (m->lapses)
		canvas_printf(cv, row, col + 2 * NUMBER_COLS + 2, ROLE_DIM, "%d", m->lapses);
	return col + 3 * NUMBER_COLS;
}

static void draw_head(struct canvas c)
{
	int col = 1;
	canvas_text(c, 0, col, ROLE_DIM, STR("Due"));
	col += DUE_COLS;
	if (c.cols >= WIDE) {
		canvas_right(c, 0, col + NUMBER_COLS - 1, ROLE_DIM, STR("Every"));
		canvas_text(c, 0, col + NUMBER_COLS + 1, ROLE_DIM, STR("Ease"));
		canvas_text(c, 0, col + 2 * NUMBER_COLS, ROLE_DIM, STR("Lapses"));
		col += 3 * NUMBER_COLS;
		canvas_text(c, 0, col, ROLE_DIM, STR("Topic"));
		col += TOPIC_COLS;
	}
	canvas_text(c, 0, col, ROLE_DIM, STR("Question"));
}

static void draw_row(const struct browse *b, struct canvas c, int row, int i, const struct study *s)
{
	const struct card *card = &b->card[i];
	int col = 1;
	if (!card->id)
		return;
	struct when w = when_due(card, s);
	if (marked_has(&b->marked, card->id))
		canvas_attr_text(c, row, 0, ROLE_ACCENT, ATTR_BOLD, STR("*"));
	canvas_text(c, row, col, w.role, str_of(w.text));
	col += DUE_COLS;
	if (card->state.flagged)
		canvas_text(c, row, col - 1, ROLE_UNSURE, STR("!"));
	if (c.cols >= WIDE) {
		col = draw_numbers(card, c, row, col);
		canvas_field(c, row, col, TOPIC_COLS - 2, ROLE_DIM,
			card->topic.n ? card->topic : card->deck);
		col += TOPIC_COLS;
	}
	canvas_field(c, row, col, c.cols - col - 1, ROLE_TEXT, b->question[i]);
}

static void draw_none(const struct browse *b, struct canvas c)
{
	static const char *const cards[] = { "Cards stand in markdown files of this folder:", "",
		"    Q: What does HTTP status 404 mean?",
		"    A: The server has no resource at that address." };
	static const char *const found[] = {
		"Words are found in question, answer, topic, tags "
		"and deck; front: back: topic: tag: deck: look in one,",
		"is: takes new, due, drill, learning, hidden, flagged or leech.", "",
		"/ looks for others, Esc shows all."
	};
	if (b->query.n)
		views_empty(c, "No card was found.", found, (int)LENGTH(found));
	else
		views_empty(c, "No cards yet.", cards, (int)LENGTH(cards));
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct browse *b = state;
	int head = c.rows > 3 ? HEAD_ROWS : 0;
	if (b->rows.n == 0) {
		draw_none(b, c);
		return;
	}
	if (head)
		draw_head(c);
	for (int i = 0; i < b->shown && head + i < c.rows; i++) {
		draw_row(b, c, head + i, i, study);
		if (b->first + i != b->list.cursor)
			continue;
		canvas_restyle(c, head + i, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
		if (focused)
			canvas_cursor(c, head + i, 0);
	}
}

static unsigned live(const void *state)
{
	const struct browse *b = state;
	return (b->rows.n ? LIVE_ANY : 0u) | (b->query.n ? LIVE_FOUND : 0u) |
	       (b->marked.n ? LIVE_MARKED : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct browse *b = state;
	(void)study;
	if (b->marked.n)
		buf_addf(out, "%zu chosen · ", b->marked.n);
	if (b->query.n) {
		buf_add(out, buf_str(&b->query));
		buf_add(out, STR(" · "));
	}
	buf_addf(out, "%d of %zu%s", b->rows.n ? b->list.cursor + 1 : 0, b->rows.n,
		b->partly ? "+" : "");
	if (b->order != BY_PLACE || b->query.n == 0) /* what was found has an order of its own */
		buf_addf(out, " · by %s", order_name[b->order]);
	buf_add(out, str_of(b->reverse ? ", reversed" : ""));
	if (b->unsearched > 0)
		buf_addf(out, " · %lld to index", (long long)b->unsearched);
}

static int wake_ms(const void *state)
{
	const struct browse *b = state;
	return b->partly || b->unsearched || b->in_pieces ? 0 : -1;
}

static void release(void *state)
{
	struct browse *b = state;
	arena_release(&b->arena);
	buf_release(&b->query);
	card_walk_release(&b->walk);
	free(b->rows.row);
	marked_release(&b->marked);
}

const struct view_ops view_browse = {
	.name = "Cards",
	.keys = keys,
	.size = sizeof(struct browse),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.close = release,
};
