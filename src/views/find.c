/* find.c - go to a sheet by letters of its name, or to where words stand. */
#include "views/find_priv.h"
#include "views/views.h"

enum {
	READ_STEP = 1 << 20, /* bytes of texts read at a time, some 15 ms */
	INDEX_STEP = 1000,
	UNASKED = -1,
};

enum action { OPEN = ACTION_OWN, OTHER, CLOSE };

static const struct key_row keys[] = {
	{ "Enter", OPEN, "open", "Go there", 0 },
	{ "Down Ctrl-N", MOTION_DOWN, "choose", "The next one", 0 },
	{ "Up Ctrl-P", MOTION_UP, NULL, "The one before", 0 },
	{ "PageDown", MOTION_PAGE_DOWN, NULL, "A page down", 0 },
	{ "PageUp", MOTION_PAGE_UP, NULL, "A page up", 0 },
	{ "Tab", OTHER, "names or words",
		"From letters of the names of sheets and headings to words in everything, and back",
		0 },
	{ "Esc", CLOSE, "back", "Close this", 0 },
	{ 0 },
};

/* ---- what is found */

static void add_row(struct find_view *v, struct find_row row)
{
	v->row[v->nrow++] = row;
}

/* A head before each kind; below a hit the line that was found. */
static void make_rows(struct find_view *v)
{
	int last = -1;
	v->nrow = 0;
	v->row = arena_alloc(&v->arena, 2 * (size_t)v->n + SEARCH_KINDS + 1, sizeof *v->row);
	for (int i = 0; i < v->n; i++) {
		const struct search_hit *h = v->words ? &v->hits.hit[i] : NULL;
		if (h && (int)h->kind != last)
			add_row(v, (struct find_row){ .hit = -1, .kind = h->kind });
		add_row(v, (struct find_row){ .hit = i });
		if (h && h->excerpt.n)
			add_row(v, (struct find_row){ .hit = i, .excerpt = true });
		last = h ? (int)h->kind : -1;
	}
}

static int head_rows(const struct find_view *v)
{
	return v->rows < FIND_LOW ? 1 : FIND_HEAD;
}

static int row_of(const struct find_view *v, int hit)
{
	int i = 0;
	while (i < v->nrow && v->row[i].hit != hit)
		i++;
	return i < v->nrow ? i : 0;
}

/* With its line, and with the head when it is the first of its kind. */
static void show(struct find_view *v, int hit)
{
	int row = row_of(v, hit);
	if (v->nrow == 0)
		return;
	if (row + 1 < v->nrow && v->row[row + 1].excerpt)
		list_show(&v->list, row + 1);
	if (row > 0 && v->row[row - 1].hit < 0)
		list_show(&v->list, row - 1);
	list_show(&v->list, row);
}

static bool look(struct find_view *v, const struct study *s, struct err *e)
{
	struct str typed = buf_str(&v->field.text);
	bool ok = true;
	arena_clear(&v->arena);
	v->hits = (struct search_hits){ 0 };
	if (v->words)
		ok = search_words(
			v->search, s, typed, MOST_HITS, v->unsearched == 0, &v->hits, &v->arena, e);
	v->n = v->words ? (int)v->hits.n
			: (int)search_places(v->search, typed, v->place, MOST_PLACES);
	make_rows(v);
	v->list = (struct list){ 0 };
	list_resize(&v->list, v->nrow, v->rows > head_rows(v) ? v->rows - head_rows(v) : 1);
	show(v, 0);
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

static int chosen(const struct find_view *v)
{
	return v->nrow ? v->row[v->list.cursor].hit : -1;
}

static void move(struct find_view *v, int action)
{
	int now = chosen(v), step = 1;
	if (v->n == 0)
		return;
	if (action == MOTION_PAGE_DOWN || action == MOTION_PAGE_UP)
		step = v->list.page > 2 ? v->list.page / (v->words ? 2 : 1) : 1;
	if (action == MOTION_UP || action == MOTION_PAGE_UP)
		step = -step;
	int to = now + step;
	show(v, to < 0 ? 0 : to >= v->n ? v->n - 1 : to);
}

/* The view is gone after app_goto(). */
static void leave(
	struct find_view *v, struct app *app, enum pane pane, struct str path, int64_t number)
{
	struct arena a = { 0 };
	struct str text = arena_str(&a, path);
	app_keep(app, buf_str(&v->field.text));
	app_goto(app, pane, text, number);
	arena_release(&a);
}

static void open_hit(struct find_view *v, struct app *app)
{
	int i = chosen(v);
	if (i < 0)
		return;
	if (!v->words) {
		leave(v, app, PANE_SHEET, v->place[i].path, v->place[i].line);
		return;
	}
	const struct search_hit *h = &v->hits.hit[i];
	switch (h->kind) {
	case SEARCH_SHEET: leave(v, app, PANE_SHEET, h->path, h->line); break;
	case SEARCH_TOPIC: leave(v, app, PANE_TOPICS, STR(""), h->id); break;
	case SEARCH_PLAN: leave(v, app, PANE_PLAN, STR(""), h->id); break;
	case SEARCH_CARD: app_open(app, &view_card, STR(""), h->id); break;
	case SEARCH_KINDS: break;
	}
}

static bool act(struct find_view *v, struct app *app, int action, struct err *e)
{
	switch (action) {
	case OPEN: open_hit(v, app); return true;
	case OTHER: v->words = !v->words; return look(v, app_study(app), e);
	default: move(v, action); return true;
	}
}

static bool tell(struct find_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	switch (m->kind) {
	case MSG_OPEN:
		v->words = m->number != 0;
		field_set(&v->field, m->text.n || !v->words ? m->text : app_kept(app));
		return begin(v, s, e);
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		return !v->search || look(v, s, e);
	case MSG_TEXT: return !v->search || look(v, s, e);
	case MSG_STUDY: return begin(v, s, e);
	case MSG_TICK: return !v->search || prepare(v, s, e);
	default: return act(v, app, m->action, e);
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
	else if (v->n)
		buf_addf(out, "%d of %d%s", chosen(v) + 1, v->n,
			!v->words && v->n == MOST_PLACES ? "+" : "");
}

static void release(void *state)
{
	struct find_view *v = state;
	search_free(v->search);
	field_release(&v->field);
	arena_release(&v->arena);
}

const struct view_ops view_find = {
	.name = "Find",
	.keys = keys,
	.size = sizeof(struct find_view),
	.update = update,
	.draw = find_draw,
	.status = status,
	.wake_ms = wake_ms,
	.field = field,
	.close = release,
};
