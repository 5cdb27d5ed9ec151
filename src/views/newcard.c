/*
 * newcard.c - a new card from a section of a sheet, or to explain a topic: its lines are shown before they are written.
 * It is opened on a path and lines of it, or on no path and the id of a topic.
 */
#include "hone/newcard.h"

#include "hone/md.h"
#include "tui/app.h"
#include "views/views.h"

enum { HEAD_ROWS = 3 };

enum action { WRITE = ACTION_OWN, OTHER, BEFORE, QUESTION, CLOSE };

enum live { LIVE_CAN = 1 };

static const struct key_row keys[] = {
	{ "y", WRITE, "write it", "Write the card into the deck and open it in your editor",
		LIVE_CAN },
	{ "l Right", OTHER, "other deck", "Into another deck", 0 },
	{ "h Left", BEFORE, NULL, "Into the deck before", 0 },
	{ "e", QUESTION, "question", "Type another question", 0 },
	{ "q Esc", CLOSE, "back", "Leave everything as it is", 0 },
	LIST_KEYS,
	{ 0 },
};

struct making {
	struct arena arena; /* the passage, the decks */
	struct str question, answer;
	bool explains;    /* a topic, without an answer */
	struct buf typed; /* another question */
	struct str *deck;
	int ndeck, at;
	struct arena look; /* what would be written */
	struct newcard card;
	bool can;
	struct err why;   /* when it cannot */
	struct list list; /* over the lines of the block */
	int rows;
};

/* ---- the passage and the decks */

/* The section whose heading stands in that line, without it. */
static void take_section(struct making *v, struct str text, int at)
{
	int n, i = 0, line = 1;
	const struct md_heading *h = md_outline(text, &n, &v->arena);
	while (i < n && h[i].source < at)
		i++;
	bool headed = i < n && h[i].source == at;
	int end = headed ? (i + 1 < n ? h[i + 1].source : 0) : n ? h[0].source : 0;
	struct str rest = text, one;
	const char *from = NULL, *to = text.p + text.n;
	for (; str_line(&rest, &one); line++) {
		if (line == end)
			to = one.p;
		if (line == (headed ? at + 1 : at))
			from = one.p;
	}
	v->question = headed ? h[i].text : STR("");
	if (from && to > from)
		v->answer = str_trim((struct str){ from, (size_t)(to - from) });
}

static bool load_passage(
	struct making *v, const struct study *s, struct str path, int64_t where, struct err *e)
{
	struct decoded text;
	int from = (int)(where & INT32_MAX), to = (int)(where >> 32);
	if (!study_text(s, path, &text, &v->arena, e))
		return false;
	if (to > 0)
		v->answer = newcard_passage(text.text, from, to, &v->question, &v->arena);
	else
		take_section(v, text.text, from);
	return true;
}

static struct str folder_of(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path;
}

/* Decks beside the sheet first; "cards.md" in the study's folder where there is none of that name. */
static bool load_decks(struct making *v, const struct study *s, struct str path, struct err *e)
{
	struct file_row *file;
	size_t n;
	struct str own = STR("cards.md");
	bool there = false;
	if (!catalog_files(s->store, CONTENT_DECK, &file, &n, &v->arena, e))
		return false;
	v->deck = arena_alloc(&v->arena, n + 1, sizeof *v->deck);
	for (int beside = 1; beside >= 0; beside--)
		for (size_t i = 0; i < n; i++)
			if (str_eq(folder_of(file[i].path), folder_of(path)) == (beside == 1))
				v->deck[v->ndeck++] = file[i].path;
	for (int i = 0; i < v->ndeck; i++)
		there = there || str_eq(v->deck[i], own);
	if (!there)
		v->deck[v->ndeck++] = own;
	return true;
}

static void look(struct making *v, const struct study *s)
{
	struct str question = v->typed.n ? buf_str(&v->typed) : v->question, rest, line;
	int n = 0;
	v->can = false;
	if (v->ndeck == 0)
		return;
	arena_clear(&v->look);
	v->why = (struct err){ 0 };
	v->can = v->explains
			 ? newcard_explain(s, v->deck[v->at], question, &v->card, &v->look, &v->why)
			 : newcard_edit(s, v->deck[v->at], question, v->answer, &v->card, &v->look,
				   &v->why);
	rest = v->can ? v->card.block : (struct str){ 0 };
	while (str_line(&rest, &line))
		n++;
	list_resize(&v->list, n, v->list.page);
}

static bool load_topic(struct making *v, const struct study *s, int64_t id, struct err *e)
{
	struct topic_row t;
	v->explains = true;
	if (!catalog_topic(s->store, id, &t, &v->arena, e))
		return false;
	v->question = t.name;
	return load_decks(v, s, t.path, e);
}

static bool open_on(struct making *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	struct str path = arena_str(&v->arena, m->text);
	v->list.page = 1;
	if (path.n == 0 ? !load_topic(v, s, m->number, e)
			: !load_passage(v, s, path, m->number, e) || !load_decks(v, s, path, e))
		return false;
	look(v, s);
	app_prompt(app, "Question: ", v->question, QUESTION);
	return true;
}

/* ---- messages */

static bool write_it(const struct making *v, struct app *app, struct err *e)
{
	if (!newcard_write(app_study(app), &v->card, e))
		return false;
	app_toast(app, TOAST_INFO, "Written into %.*s:%d.", STR_ARG(v->card.path), v->card.line);
	app_edit(app, v->card.path, v->card.line);
	app_changed(app, PART_FILES);
	return true;
}

static struct nav act(struct making *v, struct app *app, const struct msg *m, struct err *e)
{
	struct nav nav = { .kind = NAV_STAY };
	switch (m->action) {
	case CLOSE: nav.kind = NAV_CLOSE; break;
	case WRITE:
		if (write_it(v, app, e))
			nav.kind = NAV_CLOSE;
		break;
	case QUESTION:
		app_prompt(
			app, "Question: ", v->typed.n ? buf_str(&v->typed) : v->question, QUESTION);
		break;
	case OTHER:
	case BEFORE:
		v->at = v->ndeck ? (v->at + (m->action == OTHER ? 1 : v->ndeck - 1)) % v->ndeck : 0;
		look(v, app_study(app));
		break;
	default: list_scroll(&v->list, m->action, m->count);
	}
	return nav;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct making *v = state;
	struct nav nav = { .kind = NAV_STAY };
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN: ok = open_on(v, app, m, &e); break;
	case MSG_SIZE:
		v->rows = m->rows;
		list_resize(&v->list, v->list.n, m->rows > HEAD_ROWS ? m->rows - HEAD_ROWS : 1);
		break;
	case MSG_TEXT:
		buf_clear(&v->typed);
		buf_add(&v->typed, str_trim(m->text));
		look(v, app_study(app));
		break;
	case MSG_STUDY: look(v, app_study(app)); break;
	case MSG_ACTION: nav = act(v, app, m, &e); break;
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok || e.kind)
		app_error(app, &e);
	return nav;
}

/* ---- drawing */

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct making *v = state;
	struct str rest = v->can ? v->card.block : (struct str){ 0 }, line;
	(void)study;
	if (v->ndeck == 0)
		return;
	int col = 1 + canvas_text(c, 0, 1, ROLE_DIM, STR("Into "));
	col += canvas_text(c, 0, col, ROLE_ACCENT, v->deck[v->at]);
	if (v->can && v->card.fresh)
		canvas_text(c, 0, col + 1, ROLE_DIM, STR("(a new file)"));
	canvas_text(c, 1, 1, ROLE_DIM,
		v->can ? STR("y writes just these lines at its end; u takes them out.") : STR(""));
	struct canvas page = canvas_sub(c, HEAD_ROWS, 1, c.rows - HEAD_ROWS, c.cols - 2);
	for (int i = 0; str_line(&rest, &line) && i < v->list.top + page.rows; i++) {
		canvas_text(page, i - v->list.top, 0, ROLE_KNOW, STR("+"));
		canvas_field(page, i - v->list.top, 2, page.cols - 2, ROLE_KNOW, line);
	}
	struct str why = str_of(v->why.text);
	for (int i = 0; !v->can && text_wrap(&why, page.cols, &line); i++)
		canvas_text(page, i, 0, ROLE_UNSURE, line);
	if (focused)
		canvas_cursor(c, 0, 1);
}

static unsigned live(const void *state)
{
	const struct making *v = state;
	return v->can ? LIVE_CAN : 0;
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct making *v = state;
	(void)study;
	if (v->ndeck)
		buf_addf(out, "deck %d of %d", v->at + 1, v->ndeck);
}

static void release(void *state)
{
	struct making *v = state;
	arena_release(&v->arena);
	arena_release(&v->look);
	buf_release(&v->typed);
}

const struct view_ops view_newcard = {
	.name = "New card",
	.keys = keys,
	.size = sizeof(struct making),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
