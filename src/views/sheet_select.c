/* sheet_select.c - lines of the page chosen by keys, to be the answer of a card. */
#include "hone/text.h"
#include "views/sheet_priv.h"
#include "views/views.h"

static void mark(struct sheet *v)
{
	struct pager *p = &sheet_page(v)->pager;
	int from = v->select.anchor, to = v->select.end;
	p->mark_from = 1 + (from < to ? from : to);
	p->mark_to = 1 + (from < to ? to : from);
}

void sheet_select_leave(struct sheet *v)
{
	for (int i = 0; i < PAGES; i++)
		v->page[i].pager.mark_from = v->page[i].pager.mark_to = 0;
	if (v->mode == MODE_SELECT)
		v->mode = MODE_PAGE;
}

static bool has_text(const struct pager *p, int line)
{
	for (int i = 0; i < p->doc.line[line].nspan; i++)
		if (str_trim(p->doc.line[line].span[i].text).n > 0)
			return true;
	return false;
}

/* What was searched for or the chosen link where that is in sight, else the first line that is not empty. */
static int first_line(const struct pager *p)
{
	int line = p->match > 0 ? p->found[p->match - 1].line : -1;
	if (line < 0 && p->link > 0 && p->link <= p->doc.nlink)
		line = p->doc.link[p->link - 1].line;
	if (line >= 0 && pager_in_sight(p, line))
		return line;
	line = p->list.top;
	while (pager_in_sight(p, line + 1) && line + 1 < p->doc.nline && !has_text(p, line))
		line++;
	return line;
}

void sheet_select(struct sheet *v, struct app *app)
{
	struct pager *p = &sheet_page(v)->pager;
	pager_complete(p);
	if (p->doc.nline == 0) {
		app_toast(app, TOAST_INFO, "There are no lines here");
		return;
	}
	if (v->mode != MODE_SELECT)
		v->select.end = first_line(p);
	v->select.anchor = v->select.end;
	v->mode = MODE_SELECT;
	mark(v);
}

void sheet_select_other_end(struct sheet *v)
{
	int end = v->select.end;
	v->select.end = v->select.anchor;
	v->select.anchor = end;
	pager_show_line(&sheet_page(v)->pager, v->select.end);
	mark(v);
}

/* The end moves as a cursor does; empty lines are passed over by single steps. */
void sheet_select_move(struct sheet *v, const struct msg *m)
{
	struct pager *p = &sheet_page(v)->pager;
	struct list l = { p->doc.nline, v->select.end, p->list.top, p->list.page };
	int step = m->action == MOTION_UP ? -1 : 1, before;
	list_move(&l, m->action, m->count);
	bool single = m->action == MOTION_UP || m->action == MOTION_DOWN;
	do
		before = l.cursor;
	while (single && !has_text(p, l.cursor) &&
		(list_move(&l, step < 0 ? MOTION_UP : MOTION_DOWN, 0), l.cursor != before));
	v->select.end = l.cursor;
	if (!pager_in_sight(p, l.cursor))
		pager_scroll_to(p, l.top);
	mark(v);
}

/* ---- the lines of the source */

/* The first letters and digits of a text, as many as are one word. */
static struct str first_word(struct str s)
{
	struct str rest = s, before = s;
	while (rest.n > 0 && !text_is_word(text_decode(&rest)))
		before = rest;
	rest = before;
	for (struct str next = rest; next.n > 0 && text_is_word(text_decode(&next));)
		rest = next;
	return str_slice(before, 0, before.n - rest.n);
}

static struct str source_line(const struct pager *p, int n)
{
	struct str rest = buf_str(&p->source), line = { 0 };
	while (n > 0 && str_line(&rest, &line))
		n--;
	return n > 0 ? (struct str){ 0 } : line;
}

/* Does that line of the layout begin where its line of the source does, or amid a paragraph? */
static bool begins_source(const struct pager *p, int line)
{
	struct arena a = { 0 };
	struct buf shown = { 0 };
	for (int i = 0; i < p->doc.line[line].nspan; i++)
		buf_add(&shown, p->doc.line[line].span[i].text);
	struct str source = md_plain(source_line(p, p->doc.line[line].source), &a);
	bool same = str_eq(first_word(buf_str(&shown)), first_word(source));
	buf_release(&shown);
	arena_release(&a);
	return same;
}

/* The last line of the source that something of these lines comes from. */
static int last_source(const struct pager *p, int line)
{
	int source = p->doc.line[line].source, next = line + 1;
	while (next < p->doc.nline && (p->doc.line[next].source == source || !has_text(p, next)))
		next++;
	if (next == p->doc.nline)
		return p->nsource;
	int below = p->doc.line[next].source;
	return next == line + 1 && !begins_source(p, next) ? below : below - 1;
}

void sheet_select_card(struct sheet *v, struct app *app)
{
	const struct page *page = sheet_page(v);
	const struct pager *p = &page->pager;
	int from = p->doc.line[p->mark_from - 1].source, to = last_source(p, p->mark_to - 1);
	sheet_select_leave(v);
	app_open(app, &view_newcard, buf_str(&page->path), from + ((int64_t)to << 32));
}
