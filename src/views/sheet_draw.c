/* sheet_draw.c - the pages, the outline beside them, the lists over them. */
#include <stdio.h>
#include <string.h>

#include "hone/text.h"
#include "views/sheet_priv.h"
#include "views/views.h"

/* Between two columns of a list; of less room than LOW_ROOM a title may have all; longer lists are not measured whole. */
enum { GAP = 2, LOW_ROOM = 44, MOST_MEASURED = 1000 };

static void draw_cursor(const struct sheet *v, struct canvas c, int row, int at, bool focused)
{
	if (at != v->list.cursor)
		return;
	canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	if (focused)
		canvas_cursor(c, row, 0);
}

/* Rows of the list that are in sight on c. */
static int rows_of(const struct sheet *v, struct canvas c)
{
	int rows = v->list.page < c.rows ? v->list.page : c.rows, left = v->list.n - v->list.top;
	return rows < left ? rows : left;
}

/* Two fields side by side in `room` columns: the left one is as wide as it is, three fifths at most if both are wide. */
static int left_of(int room, int left, int right)
{
	int rest = room - GAP - right, part = room * 3 / 5;
	int most = rest > part ? rest : part;
	return left < most ? left : most;
}

static int wider(int a, int b)
{
	return a > b ? a : b;
}

/* A path, without its folder where there is no room for it. */
static void draw_path(struct canvas c, int row, int col, int width, enum role role, struct str path)
{
	size_t name = path.n;
	while (name > 0 && path.p[name - 1] != '/')
		name--;
	if (text_cols(path) > width && name > 0) {
		canvas_field(c, row, col, width, role, STR("…/"));
		col += 2;
		width -= 2;
		path = str_slice(path, name, path.n);
	}
	if (width > 0)
		canvas_field(c, row, col, width, role, path);
}

static void draw_files(const struct sheet *v, struct canvas c, bool focused)
{
	int left = v->run.n > 0 ? 4 : 1, title = 0, path = 0;
	for (size_t i = 0; i < v->nfile && i < MOST_MEASURED; i++) {
		title = wider(title, text_cols(v->file[i].title));
		path = wider(path, text_cols(v->file[i].path));
	}
	for (int i = 0; i < rows_of(v, c); i++) {
		const struct file_row *f = &v->file[v->list.top + i];
		char words[32];
		snprintf(words, sizeof words, "%6d words", f->words);
		int end = canvas_right(c, i, c.cols - 1, ROLE_DIM, str_of(words));
		int room = end - left - 1, chosen = sheet_run_place(v, f->path);
		bool both = room >= LOW_ROOM || title + GAP + path <= room;
		int half = both ? left_of(room, title, path) : room;
		if (chosen > 0)
			canvas_printf(c, i, 1, ROLE_ACCENT, "%2d", chosen);
		canvas_field(c, i, left, half, chosen > 0 ? ROLE_ACCENT : ROLE_TEXT, f->title);
		if (half + GAP < room)
			draw_path(c, i, left + half + GAP, room - half - GAP, ROLE_DIM, f->path);
		draw_cursor(v, c, i, v->list.top + i, focused);
	}
}

static void draw_choices(const struct sheet *v, struct canvas c, bool focused)
{
	int room = c.cols - 2, text = 0, where = 0;
	for (int i = 0; i < v->list.n && i < MOST_MEASURED; i++) {
		if (str_eq(v->choice[i].text, v->choice[i].where))
			continue;
		text = wider(text, text_cols(v->choice[i].text));
		where = wider(where, text_cols(v->choice[i].where));
	}
	int half = left_of(room, text, where);
	for (int i = 0; i < rows_of(v, c); i++) {
		const struct target *choice = &v->choice[v->list.top + i];
		bool once = str_eq(choice->text, choice->where);
		canvas_field(c, i, 1, once ? room : half, choice->bad ? ROLE_DIM : ROLE_TEXT,
			choice->text);
		if (!once)
			canvas_field(c, i, 1 + half + GAP, room - half - GAP,
				choice->bad ? ROLE_DUNNO : ROLE_DIM, choice->where);
		draw_cursor(v, c, i, v->list.top + i, focused);
	}
}

static void draw_links(const struct sheet *v, struct canvas c, bool focused)
{
	draw_choices(v, c, focused);
	if (v->list.n == 0)
		canvas_text(c, 0, 1, ROLE_DIM, STR("No links here."));
}

static void draw_near(const struct sheet *v, struct canvas c, bool focused)
{
	struct buf b = { 0 };
	buf_addf(&b, "\"%s\" is not here. Did you mean:", buf_cstr(&v->missing));
	canvas_field(c, 0, 1, c.cols - 2, ROLE_TEXT, buf_str(&b));
	buf_release(&b);
	draw_choices(v, canvas_sub(c, 2, 0, c.rows - 2, c.cols), focused);
}

static void draw_heading(
	const struct md_heading *h, int least, struct canvas c, int row, enum role role)
{
	int indent = 1 + 2 * (h->level - least);
	canvas_field(c, row, indent, c.cols - indent - 1, role, h->shown);
}

/* The headings of the highest level that there is take no indentation. */
static int least_level(const struct md_doc *doc)
{
	int least = 6;
	for (int i = 0; i < doc->nheading; i++)
		least = doc->heading[i].level < least ? doc->heading[i].level : least;
	return least;
}

static void draw_headings(const struct sheet *v, struct canvas c, bool focused)
{
	const struct md_doc *doc = &sheet_shown(v)->pager.doc;
	for (int i = 0; i < rows_of(v, c) && v->list.top + i < doc->nheading; i++) {
		const struct md_heading *h = &doc->heading[v->list.top + i];
		draw_heading(h, least_level(doc), c, i, h->level < 3 ? ROLE_HEADING2 : ROLE_TEXT);
		draw_cursor(v, c, i, v->list.top + i, focused);
	}
	if (v->list.n == 0)
		canvas_text(c, 0, 1, ROLE_DIM, STR("No headings here."));
}

/* The headings around the one that is read; it is marked. */
static void draw_beside(const struct sheet *v, struct canvas c)
{
	const struct pager *p = &sheet_shown(v)->pager;
	int here = pager_heading(p), most = p->doc.nheading - c.rows, top = here - c.rows / 3;
	top = top > most ? most : top;
	top = top < 0 ? 0 : top;
	int least = least_level(&p->doc);
	for (int i = 0; i < c.rows && top + i < p->doc.nheading; i++) {
		const struct md_heading *h = &p->doc.heading[top + i];
		bool is_here = top + i == here;
		draw_heading(h, least, c, i, is_here ? ROLE_ACCENT : ROLE_DIM);
		if (is_here)
			canvas_text(c, i, 2 * (h->level - least), ROLE_ACCENT, STR("▸"));
	}
}

static void draw_outline(const struct sheet *v, struct canvas c, bool focused)
{
	int cols = sheet_outline_cols(v);
	if (cols == 0)
		return;
	canvas_vline(c, 0, c.cols - cols - 1, c.rows, ROLE_RULE);
	c = canvas_sub(c, 0, c.cols - cols, c.rows, cols);
	if (v->mode == MODE_OUTLINE)
		draw_headings(v, c, focused);
	else
		draw_beside(v, c);
}

static void draw_hints(const struct sheet *v, struct canvas c)
{
	struct pager_spot spot[MOST_SPOTS];
	int n = pager_links_in_sight(&sheet_shown(v)->pager, c.cols, spot, MOST_SPOTS);
	for (int i = 0; i < n; i++) {
		char name[3];
		struct str letters = sheet_letters(i, n, name);
		bool open = v->first_letter == 0 || v->first_letter == name[0];
		canvas_attr_text(c, spot[i].row, spot[i].col, open ? ROLE_SELECTED : ROLE_DIM,
			open ? ATTR_BOLD : 0, letters);
	}
}

/* Over each of two pages: its sheet, and how far it is read. */
static void draw_title(const struct sheet *v, int page, struct canvas c, bool focused)
{
	const struct page *p = &v->page[page];
	bool here = page == v->here;
	char percent[16];
	snprintf(percent, sizeof percent, "%d%%", pager_percent(&p->pager));
	int end = canvas_right(c, 0, c.cols - 1, ROLE_DIM, str_of(percent));
	if (here)
		canvas_text(c, 0, 0, focused ? ROLE_FOCUS : ROLE_ACCENT, STR("▸"));
	canvas_field(
		c, 0, 1, end - 2, here && focused ? ROLE_FOCUS : ROLE_ACCENT, buf_str(&p->path));
}

static void draw_page(const struct sheet *v, int page, struct canvas c, bool focused)
{
	struct page_box box = sheet_box(v, page);
	int margin = sheet_margin(box.cols);
	if (box.col > 0)
		canvas_vline(c, 0, box.col - 1, c.rows, ROLE_RULE);
	if (box.top > 0)
		draw_title(v, page, canvas_sub(c, 0, box.col, 1, box.cols), focused);
	c = canvas_sub(c, box.top, box.col + margin, c.rows - box.top, box.cols - margin - 1);
	pager_draw(&v->page[page].pager, c);
	if (page == v->here && v->mode == MODE_HINTS)
		draw_hints(v, c);
}

static void draw_pages(const struct sheet *v, struct canvas c, bool focused)
{
	for (int i = 0; i < PAGES; i++)
		if (i == v->here || sheet_has_two(v))
			draw_page(v, i, c, focused);
	draw_outline(v, c, focused);
}

void sheet_draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	static const char *const none[] = {
		"Every markdown file of this folder can be read here.",
		"Write one, say sheet.md, and it shows up at once; A makes one from its title.",
	};
	const struct sheet *v = state;
	(void)study;
	if (sheet_shown(v)->path.n == 0 && v->nfile == 0)
		views_empty(c, "No sheets yet.", none, (int)LENGTH(none));
	else if (v->mode == MODE_FILES)
		draw_files(v, c, focused);
	else if (v->mode == MODE_LINKS)
		draw_links(v, c, focused);
	else if (v->mode == MODE_NEAR)
		draw_near(v, c, focused);
	else if (v->mode == MODE_OUTLINE && sheet_outline_cols(v) == 0)
		draw_headings(v, c, focused);
	else
		draw_pages(v, c, focused);
}

/* The file, the section at the top, the match of a search, places back and forward, how far down. */
void sheet_status(const void *state, const struct study *study, struct buf *out)
{
	const struct sheet *v = state;
	const struct page *p = sheet_shown(v);
	int at = sheet_run_at(v);
	(void)study;
	if (v->mode == MODE_FILES && v->run.n > 0)
		buf_addf(out, "%d chosen", v->run.n);
	if (p->path.n == 0 || v->mode == MODE_FILES || v->mode == MODE_LINKS ||
		v->mode == MODE_NEAR)
		return;
	if (v->mode == MODE_SELECT) {
		int lines = p->pager.mark_to - p->pager.mark_from + 1;
		buf_addf(out, "%d line%s  ", lines, lines == 1 ? "" : "s");
	}
	if (at > 0)
		buf_addf(out, "%d of %d  ", at, v->run.n);
	const char *slash = strrchr(p->path.p, '/');
	int heading = pager_heading(&p->pager);
	buf_addf(out, "%s", slash ? slash + 1 : p->path.p);
	if (heading > 0)
		buf_addf(out, " › %.*s", STR_ARG(p->pager.doc.heading[heading].shown));
	if (p->pager.pattern.n > 0)
		buf_addf(out, "  %d/%d", p->pager.match, p->pager.nmatch);
	if (p->trail.at > 0)
		buf_addf(out, "  ←%d", p->trail.at);
	if (p->trail.at + 1 < p->trail.n)
		buf_addf(out, "%s→%d", p->trail.at > 0 ? " " : "  ", p->trail.n - p->trail.at - 1);
	buf_addf(out, "  %d%%", pager_percent(&p->pager));
}
