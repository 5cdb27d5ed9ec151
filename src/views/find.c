/* find.c - go to a sheet by letters of its name, or to where words stand. */
#include "hone/chosen.h"
#include "views/find_priv.h"
#include "views/views.h"

enum {
	READ_STEP = 1 << 20, /* bytes of texts read at a time, some 15 ms */
	INDEX_STEP = 1000,
	UNASKED = -1,
};

enum action { OPEN = ACTION_OWN, OTHER, CHOOSE, NEW_SHEET, CLOSE };

enum live { LIVE_NAMES = 1 };

static const struct key_row keys[] = {
	{ "Enter", OPEN, "open", "Go there", 0 },
	{ "Down Ctrl-N", MOTION_DOWN, "choose", "The next one", 0 },
	{ "Up Ctrl-P", MOTION_UP, NULL, "The one before", 0 },
	{ "PageDown", MOTION_PAGE_DOWN, NULL, "A page down", 0 },
	{ "PageUp", MOTION_PAGE_UP, NULL, "A page up", 0 },
	{ "Tab", OTHER, "names or words",
		"From letters of the names of sheets and headings to words in everything, and back",
		0 },
	{ "Ctrl-T", CHOOSE, "to the chosen",
		"Choose this sheet to be read with others in a row, or not", LIVE_NAMES },
	{ "Ctrl-O", NEW_SHEET, "new sheet", "Make a new sheet of which this is the title",
		LIVE_NAMES },
	{ "Esc", CLOSE, "back", "Close this", 0 },
	{ 0 },
};

/* ---- what is found */

static int head_rows(const struct find_view *v)
{
	return v->rows < FIND_LOW ? 1 : FIND_HEAD;
}

static bool look(struct find_view *v, const struct study *s, struct err *e)
{
	struct str typed = buf_str(&v->field.text);
	struct search_hits hits = { 0 };
	bool ok = true;
	arena_clear(&v->arena);
	if (v->words)
		ok = search_words(
			v->search, s, typed, MOST_HITS, v->unsearched == 0, &hits, &v->arena, e);
	hits_set(&v->found, hits);
	int page = v->list.page,
	    n = v->words ? 0 : (int)search_places(v->search, typed, v->place, MOST_PLACES);
	v->list = (struct list){ 0 };
	list_resize(&v->list, n, page > 0 ? page : 1);
	return ok;
}

/* ---- reading, bit by bit */

static bool prepare_cards(struct find_view *v, const struct study *s, struct err *e)
{
	int64_t before = v->unsearched;
	if (before == 0)
		return true;
	v->unsearched = 0; /* where it fails a search says why */
	if (s->readonly)
		return true;
	return catalog_search_build(
		s->store, before == UNASKED ? 0 : INDEX_STEP, &v->unsearched, e);
}

/* More of the texts, then of the index; what was typed is asked again when there is something new. */
static bool prepare(struct find_view *v, const struct study *s, struct err *e)
{
	size_t had = v->unread;
	int64_t cards = v->unsearched;
	if (had && !search_read(v->search, s, READ_STEP, &v->unread, e))
		return false;
	if (!had && !prepare_cards(v, s, e))
		return false;
	bool all = cards != 0 && v->unsearched == 0;
	return !(had || all) || v->field.text.n == 0 || look(v, s, e);
}

static bool begin(struct find_view *v, const struct study *s, struct err *e)
{
	search_free(v->search);
	v->search = search_new(s, e);
	v->unread = 1;
	v->unsearched = UNASKED;
	return v->search && search_read(v->search, s, READ_STEP, &v->unread, e) &&
	       prepare_cards(v, s, e) && look(v, s, e);
}

/* ---- keys */

static void move(struct find_view *v, const struct msg *m)
{
	if (v->words)
		hits_move(&v->found, m->action, m->count);
	else
		list_move(&v->list, m->action, m->count);
}

/* The view is gone after app_goto(). */
static void go(struct find_view *v, struct app *app)
{
	struct arena a = { 0 };
	app_keep(app, buf_str(&v->field.text));
	if (v->words)
		hits_go(&v->found, app);
	else if (v->list.n) {
		const struct search_place *p = &v->place[v->list.cursor];
		app_goto(app, PANE_SHEET, arena_str(&a, p->path), p->line);
	}
	arena_release(&a);
}

static bool load_chosen(struct find_view *v, const struct study *s, struct err *e)
{
	arena_clear(&v->chosen_arena);
	v->nchosen = 0;
	return chosen_load(s, &v->chosen, &v->nchosen, &v->chosen_arena, e);
}

static bool choose(struct find_view *v, struct app *app, struct err *e)
{
	struct study *s = app_study(app);
	bool on;
	if (v->list.n == 0)
		return true;
	struct str path = v->place[v->list.cursor].path;
	if (!chosen_toggle(s, path, &on, e) || !load_chosen(v, s, e))
		return false;
	app_toast(app, TOAST_INFO,
		on ? "%.*s is chosen, as number %d" : "%.*s is not chosen any more; %d are",
		STR_ARG(path), v->nchosen);
	return true;
}

static void resize(struct find_view *v, const struct msg *m)
{
	v->rows = m->rows;
	v->cols = m->cols;
	hits_resize(&v->found, v->rows - head_rows(v));
	list_resize(&v->list, v->list.n, v->rows > head_rows(v) ? v->rows - head_rows(v) : 1);
}

static bool act(struct find_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case OPEN: go(v, app); return true;
	case CHOOSE: return choose(v, app, e);
	case NEW_SHEET: app_open(app, &view_newsheet, buf_str(&v->field.text), 0); return true;
	case OTHER: v->words = !v->words; return look(v, app_study(app), e);
	default: move(v, m); return true;
	}
}

static bool tell(struct find_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	switch (m->kind) {
	case MSG_OPEN:
		v->words = m->number != 0;
		field_set(&v->field, m->text.n || !v->words ? m->text : app_kept(app));
		return load_chosen(v, s, e) && begin(v, s, e);
	case MSG_SIZE: resize(v, m); return true;
	case MSG_TEXT: return !v->search || look(v, s, e);
	case MSG_STUDY: return load_chosen(v, s, e) && begin(v, s, e);
	case MSG_TICK: return !v->search || prepare(v, s, e);
	default: return act(v, app, m, e);
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct find_view *v = state;
	struct err e = { 0 };
	if (m->kind == MSG_GOTO || m->kind > MSG_TICK)
		return (struct nav){ .kind = NAV_SAME };
	if (m->kind == MSG_ACTION && m->action == CLOSE) {
		app_keep(app, buf_str(&v->field.text));
		return (struct nav){ .kind = NAV_CLOSE };
	}
	if (!tell(v, app, m, &e))
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static unsigned live(const void *state)
{
	const struct find_view *v = state;
	return v->words ? 0 : LIVE_NAMES;
}

static int wake_ms(const void *state)
{
	const struct find_view *v = state;
	return v->search && (v->unread || v->unsearched) ? 0 : -1;
}

static struct field *field(void *state)
{
	struct find_view *v = state;
	return &v->field;
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct find_view *v = state;
	(void)study;
	if (v->unread)
		buf_addf(out, "reading, %zu files left", v->unread);
	else if (v->words && v->unsearched)
		buf_addf(out, "preparing cards, %lld left", (long long)v->unsearched);
	else if (v->words && v->found.hits.n)
		buf_addf(out, "%d of %zu", hits_chosen(&v->found) + 1, v->found.hits.n);
	else if (v->list.n)
		buf_addf(out, "%d of %d%s", v->list.cursor + 1, v->list.n,
			v->list.n == MOST_PLACES ? "+" : "");
}

static void release(void *state)
{
	struct find_view *v = state;
	search_free(v->search);
	field_release(&v->field);
	hits_release(&v->found);
	arena_release(&v->arena);
	arena_release(&v->chosen_arena);
}

const struct view_ops view_find = {
	.name = "Find",
	.keys = keys,
	.size = sizeof(struct find_view),
	.update = update,
	.draw = find_draw,
	.live = live,
	.status = status,
	.wake_ms = wake_ms,
	.field = field,
	.close = release,
};
