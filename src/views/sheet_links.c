/* sheet_links.c - the links of a sheet: chosen, listed, followed. */
#include "hone/files.h"
#include "tui/editor.h"
#include "views/sheet_priv.h"

#include <string.h>

/* Those under the fingers first. */
static const char letters[] = "fjdkslahgrueiwoqptyvmcnxbz";
enum { LETTERS = sizeof letters - 1 };

static struct link resolve(const struct sheet *v, int link, struct arena *a)
{
	const struct page *p = sheet_shown(v);
	struct str target = arena_str(a, p->pager.doc.link[link - 1].target);
	struct link to = link_resolve(target, buf_str(&p->path), v->file, v->nfile, a);
	to.path = arena_str(a, to.path);
	return to;
}

/* The line of the heading that an anchor names, 0: none. Nothing is laid out for it. */
static int anchor_line(const struct pager *p, struct str anchor)
{
	struct arena a = { 0 };
	int n;
	const struct md_heading *h = md_outline(buf_str(&p->source), &n, &a);
	int i = link_heading(anchor, h, n), line = i < 0 ? 0 : h[i].source;
	arena_release(&a);
	return line;
}

/* From a footnote to where it is referred to, or back. */
static bool follow_note(struct sheet *v, int link, struct arena *a)
{
	struct pager *p = &sheet_page(v)->pager;
	struct str target = p->doc.link[link - 1].target;
	if (!str_starts(target, STR("#fn")))
		return false;
	target = arena_str(a, target); /* it goes with the layout */
	pager_complete(p);
	int line = md_note_line(&p->doc, target);
	if (line < 0)
		return false;
	sheet_leave(v);
	pager_show_line(p, line);
	sheet_arrive(v);
	return true;
}

/* A sheet, at the heading that the anchor names. */
static bool follow_sheet(struct sheet *v, struct app *app, const struct link *to, struct err *e)
{
	static const struct place top = { 1, 0 };
	bool other = !str_eq(to->path, buf_str(&sheet_page(v)->path));
	if (to->anchor.n == 0)
		return sheet_visit(v, app_study(app), to->path, other ? NULL : &top, e);
	if (other && !sheet_visit(v, app_study(app), to->path, NULL, e))
		return false;
	struct pager *p = &sheet_page(v)->pager;
	int line = anchor_line(p, to->anchor);
	if (line == 0) {
		app_toast(app, TOAST_INFO, "\"%.*s\" has no heading \"%.*s\"", STR_ARG(to->path),
			STR_ARG(to->anchor));
		return true;
	}
	if (!other)
		sheet_leave(v);
	pager_goto_heading(p, line);
	if (!other)
		sheet_arrive(v);
	return true;
}

/* The sheets with names like that of one which is not here. */
static void offer_near(struct sheet *v, struct app *app, struct str path)
{
	size_t near[LINK_NEAREST];
	int n = link_nearest(path, v->file, v->nfile, near);
	if (n == 0) {
		app_toast(app, TOAST_INFO, "\"%.*s\" is not here, and no sheet has a name like it",
			STR_ARG(path));
		return;
	}
	buf_clear(&v->missing);
	buf_add(&v->missing, path);
	arena_clear(&v->choices);
	v->choice = arena_alloc(&v->choices, (size_t)n, sizeof *v->choice);
	for (int i = 0; i < n; i++)
		v->choice[i] = (struct target){
			.text = arena_str(&v->choices, v->file[near[i]].title),
			.where = arena_str(&v->choices, v->file[near[i]].path),
		};
	v->mode = MODE_NEAR;
	v->list = (struct list){ 0 };
	list_resize(&v->list, n, v->rows - 2);
}

static void follow_file(struct sheet *v, struct app *app, struct str path)
{
	switch (files_find(v->study->dir, path)) {
	case FILE_WORDS: app_edit(app, path, 0); break;
	case FILE_BYTES: app_show_file(app, path); break;
	case FILE_NOWHERE: offer_near(v, app, path); break;
	case FILE_FOLDER: app_toast(app, TOAST_INFO, "\"%.*s\" is a folder", STR_ARG(path)); break;
	case FILE_SPECIAL:
		app_toast(app, TOAST_INFO, "\"%.*s\" is no ordinary file", STR_ARG(path));
		break;
	case FILE_OUTSIDE:
		app_toast(app, TOAST_INFO, "\"%.*s\" leads out of the study", STR_ARG(path));
		break;
	}
}

bool sheet_follow(struct sheet *v, struct app *app, int link, struct err *e)
{
	struct arena a = { 0 };
	bool ok = sheet_load_files(v, app_study(app), e);
	v->mode = MODE_PAGE;
	if (ok && link > 0 && link <= sheet_page(v)->pager.doc.nlink) {
		struct link to = resolve(v, link, &a);
		sheet_page(v)->pager.link = link;
		if (follow_note(v, link, &a))
			;
		else if (to.kind == LINK_SHEET)
			ok = follow_sheet(v, app, &to, e);
		else if (to.kind == LINK_FILE)
			follow_file(v, app, to.path);
		else if (to.kind == LINK_WEB && link_is_address(to.path))
			app_follow(app, to.path);
		else
			app_toast(app, TOAST_INFO,
				"Not followed: \"%.*s\" is no page of the web and no file of "
				"this study",
				STR_ARG(to.path));
	}
	arena_release(&a);
	return ok;
}

struct str sheet_letters(int i, int n, char out[static 3])
{
	out[0] = letters[n > LETTERS ? i / LETTERS % LETTERS : i % LETTERS];
	out[1] = n > LETTERS ? letters[i % LETTERS] : '\0';
	out[2] = '\0';
	return str_of(out);
}

static int in_sight(const struct sheet *v, struct pager_spot *spot)
{
	int cols = sheet_box(v, v->here).cols;
	return pager_links_in_sight(
		&sheet_shown(v)->pager, cols - sheet_margin(cols) - 1, spot, MOST_SPOTS);
}

void sheet_hints(struct sheet *v, struct app *app)
{
	struct pager_spot spot[MOST_SPOTS];
	v->first_letter = 0;
	bool any = in_sight(v, spot) > 0;
	v->mode = any ? MODE_HINTS : v->mode;
	app_toast(app, TOAST_INFO,
		any ? "Type the letters of a link to follow it" : "No link is in sight");
}

bool sheet_hint(struct sheet *v, struct app *app, int letter, struct err *e)
{
	struct pager_spot spot[MOST_SPOTS];
	int n = in_sight(v, spot);
	if (n > LETTERS && v->first_letter == 0) {
		v->first_letter = letter;
		return true;
	}
	for (int i = 0; i < n; i++) {
		char name[3];
		sheet_letters(i, n, name);
		bool is_it = n > LETTERS ? name[0] == v->first_letter && name[1] == letter
					 : name[0] == letter;
		if (is_it)
			return sheet_follow(v, app, spot[i].link, e);
	}
	v->mode = MODE_PAGE;
	app_toast(app, TOAST_INFO, "No link has that letter");
	return true;
}

/* An address that stands bare in the text, perhaps on several lines of it. */
static bool is_bare(struct str text, struct str target)
{
	size_t at = 0;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] != ' ' && (at == target.n || text.p[i] != target.p[at++]))
			return false;
	return at == target.n;
}

/* Where a link leads, in words, for the list. */
static void add_choice(struct sheet *v, struct target *c, int link)
{
	struct arena *a = &v->choices;
	const struct md_doc *doc = &sheet_shown(v)->pager.doc;
	struct link to = resolve(v, link, a);
	struct str text = md_link_text(doc, link - 1, a);
	*c = (struct target){ .text = text, .where = to.path, .link = link };
	if (is_bare(text, to.path))
		c->text = to.path;
	if (to.kind == LINK_SHEET && to.anchor.n > 0 &&
		md_note_line(doc, doc->link[link - 1].target) >= 0)
		c->where = str_starts(to.anchor, STR("fn-")) ? STR("its footnote")
							     : STR("back to the text");
	else if (to.kind == LINK_SHEET && to.anchor.n > 0)
		c->where = arena_printf(a, "%.*s › %.*s", STR_ARG(to.path), STR_ARG(to.anchor));
	if (to.kind == LINK_FILE && files_find(v->study->dir, to.path) == FILE_NOWHERE) {
		c->where = arena_printf(a, "%.*s, not here", STR_ARG(to.path));
		c->bad = true;
	}
	if (to.kind == LINK_FOREIGN) {
		c->where = arena_printf(a, "%.*s, not followed", STR_ARG(to.path));
		c->bad = true;
	}
}

/* The chosen link, else the first in sight or below. */
static int link_here(const struct sheet *v)
{
	const struct pager *p = &sheet_shown(v)->pager;
	for (int i = 0; i < v->list.n; i++)
		if (p->link ? v->choice[i].link == p->link
			    : p->doc.link[v->choice[i].link - 1].line >= p->list.top)
			return i;
	return 0;
}

bool sheet_list_links(struct sheet *v, struct app *app, struct err *e)
{
	struct pager *p = &sheet_page(v)->pager;
	if (!sheet_load_files(v, app_study(app), e))
		return false;
	pager_complete(p);
	int n = 0;
	arena_clear(&v->choices);
	v->choice = arena_alloc(&v->choices, (size_t)p->doc.nlink + 1, sizeof *v->choice);
	for (int i = 0; i < p->doc.nlink; i++)
		if (p->doc.link[i].line >= 0)
			add_choice(v, &v->choice[n++], i + 1);
	v->mode = MODE_LINKS;
	v->list = (struct list){ 0 };
	list_resize(&v->list, n, v->rows);
	list_show(&v->list, link_here(v));
	return true;
}

void sheet_next_link(struct sheet *v, struct app *app, int step)
{
	struct pager *p = &sheet_page(v)->pager;
	if (!pager_next_link(p, step)) {
		app_toast(app, TOAST_INFO, step > 0 ? "No link below" : "No link above");
		return;
	}
	app_toast(app, TOAST_INFO, "%.*s", STR_ARG(p->doc.link[p->link - 1].target));
}
