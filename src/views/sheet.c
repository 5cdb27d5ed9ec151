/* sheet.c - reading: the sheets of a study, one of them on a page, its outline, search. */
#include <stdio.h>
#include <string.h>

#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

/* A page is set at most TEXT_COLS wide, MARGIN from the edge where there is room. */
enum { TEXT_COLS = 88, MARGIN = 2, SIDE_STEP = 8 };

enum action {
	FILES = ACTION_OWN,
	OUTLINE,
	OPEN,
	BACK,
	SEARCH,
	NEXT_MATCH,
	PREVIOUS_MATCH,
	NEXT_HEADING,
	PREVIOUS_HEADING,
	RIGHT,
	LEFT,
	CARD,
};

enum live { LIVE_PAGE = 1, LIVE_LIST = 2, LIVE_SEARCH = 4 };

static const struct key_row keys[] = {
	{ "Enter Space", OPEN, "open", "Open what the cursor is on", LIVE_LIST },
	{ "Esc", BACK, "back", "Back to the page", LIVE_LIST },
	{ "s", CARD, "card", "Back to the card", LIVE_PAGE | LIVE_LIST },
	{ "o", FILES, "sheets", "Choose a sheet", LIVE_PAGE | LIVE_LIST },
	{ "c", OUTLINE, "contents", "The headings of this sheet", LIVE_PAGE | LIVE_LIST },
	{ "/", SEARCH, "search", "Search in this sheet", LIVE_PAGE },
	{ "n", NEXT_MATCH, "next", "Next place that matches", LIVE_SEARCH },
	{ "N", PREVIOUS_MATCH, NULL, "Previous place that matches", LIVE_SEARCH },
	{ "]", NEXT_HEADING, "heading", "Next heading", LIVE_PAGE },
	{ "[", PREVIOUS_HEADING, NULL, "Previous heading", LIVE_PAGE },
	{ "Space", MOTION_PAGE_DOWN, NULL, "A page down", LIVE_PAGE },
	{ "l Right", RIGHT, NULL, "Sideways right, for wide code and tables", LIVE_PAGE },
	{ "h Left", LEFT, NULL, "Sideways left", LIVE_PAGE },
	LIST_KEYS,
	{ 0 },
};

enum mode { MODE_PAGE, MODE_FILES, MODE_OUTLINE };

struct sheet {
	enum mode mode;
	struct arena arena; /* the list of sheets */
	struct file_row *file;
	size_t nfile;
	struct buf path; /* of the sheet on the page, empty when none */
	uint64_t hash;   /* of its bytes as shown */
	struct pager pager;
	struct list list; /* over sheets or headings */
	int rows, cols;
};

static int margin(int cols)
{
	return cols > 60 ? MARGIN : 1;
}

static int page_cols(int cols)
{
	int room = cols - 2 * margin(cols);
	return room < TEXT_COLS ? room : TEXT_COLS;
}

static bool load_files(struct sheet *v, const struct study *s, struct err *e)
{
	arena_clear(&v->arena);
	return catalog_files(s->store, CONTENT_SHEET, &v->file, &v->nfile, &v->arena, e);
}

static const struct file_row *find_file(const struct sheet *v, struct str path)
{
	for (size_t i = 0; i < v->nfile; i++)
		if (str_eq(v->file[i].path, path))
			return &v->file[i];
	return NULL;
}

static bool read_file(
	struct sheet *v, const struct study *s, const struct file_row *f, struct err *e)
{
	struct arena a = { 0 };
	struct decoded text;
	bool ok = study_text(s, f->path, &text, &a, e);
	if (ok) {
		bool same = str_eq(buf_str(&v->path), f->path);
		int top = v->pager.list.top;
		int source = same && top > 0 ? v->pager.doc.line[top].source : 0;
		pager_set(&v->pager, text.text);
		pager_resize(&v->pager, v->rows, page_cols(v->cols));
		if (source)
			pager_goto_source(&v->pager, source);
		buf_clear(&v->path);
		buf_add(&v->path, f->path);
		v->hash = f->hash;
		v->mode = MODE_PAGE;
	}
	arena_release(&a);
	return ok;
}

static void choose_file(struct sheet *v)
{
	v->mode = MODE_FILES;
	v->list = (struct list){ 0 };
	list_resize(&v->list, (int)v->nfile, v->rows);
	for (size_t i = 0; i < v->nfile; i++)
		if (str_eq(v->file[i].path, buf_str(&v->path)))
			list_show(&v->list, (int)i);
}

static bool list_files(struct sheet *v, const struct study *s, struct err *e)
{
	if (!load_files(v, s, e))
		return false;
	choose_file(v);
	return true;
}

/* At first: of the files that are sheets and nothing else the one written last. */
static bool open_first(struct sheet *v, const struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct file_row f;
	bool found = false;
	bool ok = catalog_newest_file(s->store, CONTENT_SHEET, &f, &found, &a, e) &&
		  (found ? read_file(v, s, &f, e) : list_files(v, s, e));
	arena_release(&a);
	return ok;
}

/* Most changes of a study are none of the sheet on the page: that is asked first. */
static bool is_as_shown(struct sheet *v, const struct study *s, bool *same, struct err *e)
{
	struct arena a = { 0 };
	struct file_row f;
	bool found, ok = catalog_file(s->store, buf_str(&v->path), &f, &found, &a, e);
	*same = ok && found && f.hash == v->hash;
	arena_release(&a);
	return ok;
}

/* The sheet may have been edited, renamed or removed; the page follows only when its bytes changed. */
static bool reload(struct sheet *v, const struct study *s, struct err *e)
{
	bool same = false;
	if (v->path.n && !is_as_shown(v, s, &same, e))
		return false;
	if (same && v->mode != MODE_FILES)
		return true;
	if (!load_files(v, s, e))
		return false;
	if (v->mode == MODE_FILES)
		list_resize(&v->list, (int)v->nfile, v->rows);
	if (same)
		return true;
	enum mode mode = v->path.n ? v->mode : MODE_PAGE;
	const struct file_row *f = find_file(v, buf_str(&v->path));
	if (!f) {
		buf_clear(&v->path);
		return open_first(v, s, e);
	}
	bool ok = read_file(v, s, f, e);
	v->mode = mode;
	return ok;
}

static void choose_heading(struct sheet *v)
{
	pager_complete(&v->pager);
	int here = pager_heading(&v->pager);
	v->mode = MODE_OUTLINE;
	v->list = (struct list){ 0 };
	list_resize(&v->list, v->pager.doc.nheading, v->rows);
	list_show(&v->list, here > 0 ? here : 0);
}

static bool open_chosen(struct sheet *v, const struct study *s, struct err *e)
{
	if (v->list.n == 0)
		return true;
	if (v->mode == MODE_FILES)
		return read_file(v, s, &v->file[v->list.cursor], e);
	v->mode = MODE_PAGE;
	pager_goto_source(&v->pager, v->pager.doc.heading[v->list.cursor].source);
	return true;
}

static void move(struct sheet *v, const struct msg *m)
{
	if (v->mode == MODE_PAGE)
		pager_scroll(&v->pager, m->action, m->count);
	else
		list_move(&v->list, m->action, m->count);
}

static bool act(struct sheet *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case FILES: return list_files(v, app_study(app), e);
	case OUTLINE: choose_heading(v); return true;
	case OPEN: return open_chosen(v, app_study(app), e);
	case BACK: v->mode = MODE_PAGE; return true;
	case SEARCH: app_prompt(app, "Search: ", buf_str(&v->pager.pattern), SEARCH); return true;
	case NEXT_MATCH: pager_next_match(&v->pager, 1); return true;
	case PREVIOUS_MATCH: pager_next_match(&v->pager, -1); return true;
	case NEXT_HEADING: pager_next_heading(&v->pager, 1); return true;
	case PREVIOUS_HEADING: pager_next_heading(&v->pager, -1); return true;
	case RIGHT: pager_sideways(&v->pager, SIDE_STEP); return true;
	case LEFT: pager_sideways(&v->pager, -SIDE_STEP); return true;
	case CARD: app_goto(app, PANE_REVIEW, STR(""), 0); return true;
	default: move(v, m); return true;
	}
}

static void search(struct sheet *v, struct app *app, struct str pattern)
{
	pager_search(&v->pager, pattern);
	if (pattern.n && v->pager.nmatch == 0)
		app_toast(
			app, TOAST_INFO, "\"%.*s\" does not occur in this sheet", STR_ARG(pattern));
}

/* The file that a place "path#heading" names, and the heading; a path may hold a '#' itself. */
static const struct file_row *place_file(
	const struct sheet *v, struct str place, struct str *heading)
{
	ptrdiff_t at = -1;
	do {
		at = str_find(place, STR("#"), (size_t)(at + 1));
		size_t end = at < 0 ? place.n : (size_t)at;
		const struct file_row *f = find_file(v, str_slice(place, 0, end));
		*heading = str_slice(place, end + 1, place.n);
		if (f)
			return f;
	} while (at >= 0);
	return NULL;
}

/* Show a sheet, at a line of its source (0: none is given) or at a heading if one is named. */
static bool go_to(
	struct sheet *v, const struct study *s, struct str place, int64_t line, struct err *e)
{
	struct str heading;
	if (!load_files(v, s, e))
		return false;
	const struct file_row *f = place_file(v, place, &heading);
	if (!f)
		return err_set(e, ERR_MISSING, "There is no sheet \"%.*s\".", STR_ARG(place));
	if (!read_file(v, s, f, e))
		return false;
	pager_complete(&v->pager);
	for (int i = v->pager.doc.nheading - 1; heading.n && i >= 0; i--)
		if (str_eq(v->pager.doc.heading[i].text, heading))
			pager_scroll(&v->pager, MOTION_LAST, v->pager.doc.heading[i].line + 1);
	if (line)
		pager_goto_source(&v->pager, (int)line);
	return true;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct sheet *v = state;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN: ok = open_first(v, app_study(app), &e); break;
	case MSG_SIZE:
		v->rows = m->rows;
		v->cols = m->cols;
		pager_resize(&v->pager, m->rows, page_cols(m->cols));
		list_resize(&v->list, v->list.n, m->rows);
		break;
	case MSG_STUDY:
		if (!(m->parts & PART_FILES))
			return (struct nav){ .kind = NAV_SAME };
		ok = reload(v, app_study(app), &e);
		break;
	case MSG_ACTION: ok = act(v, app, m, &e); break;
	case MSG_TEXT: search(v, app, m->text); break;
	case MSG_GOTO: ok = go_to(v, app_study(app), m->text, m->number, &e); break;
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: break;
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw_cursor(const struct sheet *v, struct canvas c, int row, int at, bool focused)
{
	if (at != v->list.cursor)
		return;
	canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	if (focused)
		canvas_cursor(c, row, 0);
}

static void draw_files(const struct sheet *v, struct canvas c, bool focused)
{
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++) {
		const struct file_row *f = &v->file[v->list.top + i];
		char words[32];
		snprintf(words, sizeof words, "%d words", f->words);
		int end = canvas_right(c, i, c.cols - 1, ROLE_DIM, str_of(words));
		canvas_field(c, i, 1, (end - 2) / 2, ROLE_TEXT, f->title);
		canvas_field(c, i, 2 + (end - 2) / 2, end - 3 - (end - 2) / 2, ROLE_DIM, f->path);
		draw_cursor(v, c, i, v->list.top + i, focused);
	}
}

static void draw_outline(const struct sheet *v, struct canvas c, bool focused)
{
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++) {
		const struct md_heading *h = &v->pager.doc.heading[v->list.top + i];
		enum role role = h->level < 3 ? ROLE_HEADING2 : ROLE_TEXT;
		canvas_text(c, i, 1 + 2 * (h->level - 1), role, h->text);
		draw_cursor(v, c, i, v->list.top + i, focused);
	}
	if (v->list.n == 0)
		canvas_text(c, 0, 1, ROLE_DIM, STR("This sheet has no headings."));
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"Every markdown file of this folder can be read here.",
		"Write one, say sheet.md, and it shows up at once.",
	};
	const struct sheet *v = state;
	(void)study;
	if (v->path.n == 0 && v->nfile == 0)
		views_empty(c, "No sheets yet.", none, (int)LENGTH(none));
	else if (v->mode == MODE_FILES)
		draw_files(v, c, focused);
	else if (v->mode == MODE_OUTLINE)
		draw_outline(v, c, focused);
	else
		pager_draw(&v->pager,
			canvas_sub(c, 0, margin(c.cols), c.rows, c.cols - margin(c.cols) - 1));
}

static unsigned live(const void *state)
{
	const struct sheet *v = state;
	if (v->path.n == 0 && v->nfile == 0)
		return 0;
	if (v->mode != MODE_PAGE)
		return LIVE_LIST;
	return LIVE_PAGE | (v->pager.pattern.n ? LIVE_SEARCH : 0u);
}

/* The file, the section at the top, the match of a search, how far down. */
static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct sheet *v = state;
	(void)study;
	if (v->path.n == 0 || v->mode != MODE_PAGE)
		return;
	const char *slash = strrchr(v->path.p, '/');
	int heading = pager_heading(&v->pager);
	buf_addf(out, "%s", slash ? slash + 1 : v->path.p);
	if (heading > 0)
		buf_addf(out, " › %.*s", STR_ARG(v->pager.doc.heading[heading].text));
	if (v->pager.nmatch)
		buf_addf(out, "  %d/%d", v->pager.match, v->pager.nmatch);
	buf_addf(out, "  %d%%", pager_percent(&v->pager));
}

static void release(void *state)
{
	struct sheet *v = state;
	pager_release(&v->pager);
	buf_release(&v->path);
	arena_release(&v->arena);
}

const struct view_ops view_sheet = {
	.name = "Sheet",
	.keys = keys,
	.size = sizeof(struct sheet),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
