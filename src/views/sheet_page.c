/* sheet_page.c - what is on a page of the sheet pane, and how large it is. */
#include "views/sheet_priv.h"

/*
 * The text is set at most so wide as was chosen, MARGIN from the edge where there is room. Two pages and an
 * outline are shown in panes that are wide enough for them.
 */
enum {
	LEAST_TEXT_COLS = 32,
	MOST_TEXT_COLS = 240,
	MARGIN = 2,
	OUTLINE_COLS = 32,
	WIDE_OUTLINE_COLS = 56, /* where the text leaves room for it */
	OUTLINE_FROM = 110,
	TWO_FROM = 97,
	TWO_OUTLINE_FROM = 190,
	AIRY_ROWS =
		14, /* from that height on there is an empty row under the title of each of two pages */
};

struct page *sheet_page(struct sheet *v)
{
	return &v->page[v->here];
}

const struct page *sheet_shown(const struct sheet *v)
{
	return &v->page[v->here];
}

int sheet_margin(int cols)
{
	return cols > 60 ? MARGIN : 1;
}

bool sheet_has_two(const struct sheet *v)
{
	return v->split && v->cols >= TWO_FROM;
}

static bool is_plain(const struct sheet *v)
{
	return sheet_shown(v)->plain && (!sheet_has_two(v) || v->page[1 - v->here].plain);
}

int sheet_outline_cols(const struct sheet *v)
{
	int from = sheet_has_two(v) ? TWO_OUTLINE_FROM : OUTLINE_FROM;
	int pages = sheet_has_two(v) ? 2 : 1, left = v->cols - pages * (v->width + 2 * MARGIN + 1);
	if (!v->outline || v->cols < from || is_plain(v))
		return 0;
	left = left < OUTLINE_COLS ? OUTLINE_COLS : left;
	return left < WIDE_OUTLINE_COLS ? left : WIDE_OUTLINE_COLS;
}

struct page_box sheet_box(const struct sheet *v, int page)
{
	int outline = sheet_outline_cols(v), cols = v->cols - outline - (outline > 0);
	if (!sheet_has_two(v))
		return (struct page_box){ .cols = cols };
	int left = (cols - 1) / 2, top = v->rows < AIRY_ROWS ? 1 : 2;
	if (page == 0)
		return (struct page_box){ .cols = left, .top = top };
	return (struct page_box){ .col = left + 1, .cols = cols - left - 1, .top = top };
}

/* Columns that a page has for its text. */
static int room(const struct sheet *v, int page)
{
	int cols = sheet_box(v, page).cols;
	return cols - 2 * sheet_margin(cols);
}

static int text_room(const struct sheet *v, int page)
{
	int cols = room(v, page);
	return cols < v->width ? cols : v->width;
}

/* What is known of the headings of the pages now; true when that is news. */
static bool learn_headings(struct sheet *v)
{
	bool news = false;
	for (int i = 0; i < PAGES; i++) {
		struct page *p = &v->page[i];
		bool known = !p->pager.partial && p->pager.doc.nline > 0;
		bool plain = known ? p->pager.doc.nheading < 2 : p->plain;
		news = news || plain != p->plain;
		p->plain = plain;
	}
	return news;
}

static void fit_pages(struct sheet *v)
{
	for (int i = 0; i < PAGES; i++) {
		struct page *p = &v->page[i];
		if (i == v->here || sheet_has_two(v))
			pager_resize(&p->pager, v->rows - sheet_box(v, i).top, text_room(v, i));
		if (p->kept.source == 0)
			p->kept = page_place(p);
	}
}

void sheet_fit(struct sheet *v)
{
	fit_pages(v);
	if (learn_headings(v))
		fit_pages(v);
}

/* Columns that the text could have: the outline gives way to it. */
static int most_room(struct sheet *v)
{
	int width = v->width;
	v->width = MOST_TEXT_COLS;
	int most = room(v, v->here);
	v->width = width;
	return most;
}

void sheet_widen(struct sheet *v, struct app *app, int step)
{
	int most = most_room(v), to = text_room(v, v->here) + step;
	most = most < MOST_TEXT_COLS ? most : MOST_TEXT_COLS;
	to = to < LEAST_TEXT_COLS ? LEAST_TEXT_COLS : to;
	to = to > most ? most : to;
	if (to != text_room(v, v->here)) {
		v->width = to;
		reading_put_number(&v->reading, "width", to);
		sheet_fit(v);
	}
	app_toast(app, TOAST_INFO,
		to == most && step > 0 ? "%d columns, as wide as the pane" : "%d columns", to);
}

bool sheet_load_files(struct sheet *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct file_row *file;
	size_t n;
	if (!catalog_files(s->store, CONTENT_SHEET, &file, &n, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->arena);
	v->arena = fresh;
	v->file = file;
	v->nfile = n;
	return true;
}

const struct file_row *sheet_find_file(const struct sheet *v, struct str path)
{
	for (size_t i = 0; i < v->nfile; i++)
		if (str_eq(v->file[i].path, path))
			return &v->file[i];
	return NULL;
}

bool page_open(struct sheet *v, struct page *p, const struct study *s, const struct file_row *f,
	struct err *e)
{
	struct buf text = { 0 };
	if (!study_take_text(s, f->path, &text, e))
		return false;
	bool same = str_eq(buf_str(&p->path), f->path);
	struct place at = same ? page_place(p) : reading_place(&v->reading, f->path);
	struct buf pattern = { 0 };
	if (same)
		buf_add(&pattern, buf_str(&p->pager.pattern));
	sheet_select_leave(v);
	pager_take(&p->pager, &text);
	p->plain = false;
	sheet_fit(v);
	if (at.source > 1 || at.into > 0)
		pager_goto_place(&p->pager, at.source, at.into);
	if (pattern.n > 0)
		pager_keep_search(&p->pager, buf_str(&pattern));
	buf_release(&pattern);
	buf_clear(&p->path);
	buf_add(&p->path, f->path);
	p->hash = f->hash;
	p->kept = same ? p->kept : page_place(p);
	return true;
}

bool sheet_list_files(struct sheet *v, const struct study *s, struct err *e)
{
	if (!sheet_load_files(v, s, e))
		return false;
	v->mode = v->nfile > 0 ? MODE_FILES : MODE_PAGE;
	v->list = (struct list){ 0 };
	list_resize(&v->list, (int)v->nfile, v->rows);
	for (size_t i = 0; i < v->nfile; i++)
		if (str_eq(v->file[i].path, buf_str(&sheet_page(v)->path)))
			list_show(&v->list, (int)i);
	return true;
}

bool sheet_open_first(struct sheet *v, struct page *p, const struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct str last = arena_str(&a, reading_last(&v->reading));
	struct file_row f;
	bool found = false, ok = true;
	if (last.n > 0)
		ok = catalog_file(s->store, last, &f, &found, &a, e);
	if (ok && (!found || !(f.roles & CONTENT_SHEET)))
		ok = catalog_newest_file(s->store, CONTENT_SHEET, &f, &found, &a, e);
	if (ok)
		ok = found ? page_open(v, p, s, &f, e) : sheet_list_files(v, s, e);
	arena_release(&a);
	return ok;
}

/* The other page shows the same place at first; it is closed by the same key. */
void sheet_split(struct sheet *v, struct app *app)
{
	struct page *from = sheet_page(v), *to = &v->page[!v->here];
	struct err e = { 0 };
	v->split = !v->split;
	if (v->split && to->path.n == 0 && from->path.n > 0) {
		struct place at = page_place(from);
		bool ok = sheet_load_files(v, app_study(app), &e);
		const struct file_row *f = ok ? sheet_find_file(v, buf_str(&from->path)) : NULL;
		if (f)
			ok = page_open(v, to, app_study(app), f, &e);
		if (!ok)
			app_error(app, &e);
		if (f && ok)
			pager_goto_place(&to->pager, at.source, at.into);
	}
	sheet_fit(v);
	if (v->split && !sheet_has_two(v))
		app_toast(app, TOAST_INFO,
			"Two sheets stand side by side from %d columns on; z gives the pane all",
			TWO_FROM);
}

/* Most changes of a study are none of the sheet on the page: that is asked first. */
static bool is_as_shown(const struct page *p, const struct study *s, bool *same, struct err *e)
{
	struct arena a = { 0 };
	struct file_row f;
	bool found, ok = catalog_file(s->store, buf_str(&p->path), &f, &found, &a, e);
	*same = ok && found && f.hash == p->hash;
	arena_release(&a);
	return ok;
}

/* A sheet that went gives its page to another one; the second page is closed. */
static bool replace(struct sheet *v, int page, const struct study *s, struct err *e)
{
	buf_clear(&v->page[page].path);
	if (v->split && page != v->here) {
		v->split = false;
		sheet_fit(v);
		return true;
	}
	pager_set(&v->page[page].pager, STR(""));
	return sheet_open_first(v, &v->page[page], s, e);
}

static bool reload_page(struct sheet *v, int page, const struct study *s, struct err *e)
{
	struct page *p = &v->page[page];
	bool same = false;
	if (p->path.n == 0 && page != v->here)
		return true;
	if (p->path.n > 0 && !is_as_shown(p, s, &same, e))
		return false;
	if (same)
		return true;
	if (page == v->here && (v->mode == MODE_LINKS || v->mode == MODE_HINTS))
		v->mode = MODE_PAGE;
	if (!sheet_load_files(v, s, e))
		return false;
	const struct file_row *f = sheet_find_file(v, buf_str(&p->path));
	return f ? page_open(v, p, s, f, e) : replace(v, page, s, e);
}

static bool show_awaited(struct sheet *v, const struct study *s, struct err *e)
{
	if (v->awaited.n == 0)
		return true;
	if (!sheet_load_files(v, s, e))
		return false;
	if (!sheet_find_file(v, buf_str(&v->awaited)))
		return true;
	bool ok = sheet_visit(v, s, buf_str(&v->awaited), NULL, e);
	buf_clear(&v->awaited);
	return ok;
}

bool sheet_reload(struct sheet *v, const struct study *s, struct err *e)
{
	if (!sheet_run_load(v, s, e) || !show_awaited(v, s, e))
		return false;
	for (int i = 0; i < PAGES; i++)
		if (!reload_page(v, i, s, e))
			return false;
	if (v->mode == MODE_FILES) {
		if (!sheet_load_files(v, s, e))
			return false;
		list_resize(&v->list, (int)v->nfile, v->rows);
	}
	if (v->mode == MODE_OUTLINE) {
		pager_complete(&sheet_page(v)->pager);
		list_resize(&v->list, sheet_page(v)->pager.doc.nheading, v->rows);
	}
	return true;
}
