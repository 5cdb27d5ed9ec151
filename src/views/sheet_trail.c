/* sheet_trail.c - from place to place: back and forward, marks, what is remembered of the sheets. */
#include "views/sheet_priv.h"

#include <string.h>

static void stop_set(struct stop *s, struct str path, struct place at)
{
	struct buf copy = { 0 };
	buf_add(&copy, path);
	buf_release(&s->path);
	s->path = copy;
	s->at = at;
}

void stop_release(struct stop *s)
{
	buf_release(&s->path);
}

void trail_release(struct trail *t)
{
	for (int i = 0; i < t->n; i++)
		stop_release(&t->stop[i]);
}

struct place page_place(const struct page *p)
{
	struct place at = { 0 };
	at.source = pager_place(&p->pager, &at.into);
	return at;
}

struct place page_heading(const struct page *p, int heading)
{
	struct place at = { 0 };
	at.source = pager_line_place(&p->pager, p->pager.doc.heading[heading].line, &at.into);
	return at;
}

static bool same_place(struct place a, struct place b)
{
	return a.source == b.source && a.into == b.into;
}

static bool is_at(const struct stop *s, struct str path, struct place at)
{
	return str_eq(buf_str(&s->path), path) && same_place(s->at, at);
}

/* Where the page is now stands in its trail. */
static void note(struct page *p)
{
	struct trail *t = &p->trail;
	if (p->path.n == 0)
		return;
	if (t->n == 0)
		t->n = 1;
	stop_set(&t->stop[t->at], buf_str(&p->path), page_place(p));
}

/* A new stop after this one; those that lay ahead are forgotten. */
static void push(struct page *p)
{
	struct trail *t = &p->trail;
	if (t->n > 0 && is_at(&t->stop[t->at], buf_str(&p->path), page_place(p)))
		return;
	while (t->n > t->at + 1)
		stop_release(&t->stop[--t->n]);
	if (t->n == MOST_STOPS) {
		stop_release(&t->stop[0]);
		memmove(t->stop, t->stop + 1, (MOST_STOPS - 1) * sizeof *t->stop);
		t->n--;
	}
	t->at = t->n++;
	t->stop[t->at] = (struct stop){ 0 };
	note(p);
}

static void keep(struct sheet *v, struct page *p)
{
	struct place at = page_place(p);
	if (p->path.n == 0 || at.source == 0)
		return;
	reading_put_place(&v->reading, buf_str(&p->path), at);
	p->kept = at;
}

void sheet_leave(struct sheet *v)
{
	struct page *p = sheet_page(v);
	if (p->path.n == 0)
		return;
	note(p);
	if (!same_place(p->kept, page_place(p)))
		keep(v, p);
	stop_set(&p->before, buf_str(&p->path), page_place(p));
}

void sheet_arrive(struct sheet *v)
{
	push(sheet_page(v));
}

/* Without a word of it in the trail. */
static bool show(struct sheet *v, const struct study *s, const struct file_row *f,
	const struct place *at, struct err *e)
{
	struct page *p = sheet_page(v);
	bool other = !str_eq(buf_str(&p->path), f->path);
	sheet_select_leave(v);
	v->mode = MODE_PAGE;
	if (other && !page_open(v, p, s, f, e))
		return false;
	if (at)
		pager_goto_place(&p->pager, at->source, at->into);
	if (other)
		keep(v, p);
	return true;
}

bool sheet_visit(struct sheet *v, const struct study *s, struct str path, const struct place *at,
	struct err *e)
{
	struct arena a = { 0 };
	path = arena_str(&a, path); /* it may be of what is about to go */
	bool ok = sheet_load_files(v, s, e);
	const struct file_row *f = ok ? sheet_find_file(v, path) : NULL;
	if (ok && !f)
		ok = err_set(e, ERR_MISSING, "There is no sheet \"%.*s\".", STR_ARG(path));
	if (f) {
		sheet_leave(v);
		ok = show(v, s, f, at, e);
	}
	if (ok)
		sheet_arrive(v);
	arena_release(&a);
	return ok;
}

bool sheet_back(struct sheet *v, struct app *app, int step, struct err *e)
{
	struct page *p = sheet_page(v);
	struct trail *t = &p->trail;
	if (!sheet_load_files(v, app_study(app), e))
		return false;
	sheet_leave(v);
	for (int i = t->at + step; i >= 0 && i < t->n; i += step) {
		const struct file_row *f = sheet_find_file(v, buf_str(&t->stop[i].path));
		struct place at = t->stop[i].at;
		if (!f)
			continue; /* its sheet went meanwhile */
		t->at = i;
		return show(v, app_study(app), f, &at, e);
	}
	app_toast(app, TOAST_INFO,
		step < 0 ? "There is no place before this one"
			 : "There is no place after this one");
	return true;
}

bool sheet_before(struct sheet *v, struct app *app, struct err *e)
{
	struct page *p = sheet_page(v);
	struct place at = p->before.at;
	if (p->before.path.n > 0)
		return sheet_visit(v, app_study(app), buf_str(&p->before.path), &at, e);
	app_toast(app, TOAST_INFO, "Nothing was jumped to yet");
	return true;
}

void sheet_mark(struct sheet *v, struct app *app, int letter)
{
	const struct page *p = sheet_page(v);
	reading_put_mark(&v->reading, (char)letter, buf_str(&p->path), page_place(p));
	app_toast(app, TOAST_INFO, "Marked: '%c comes back here", letter);
}

void sheet_say_marks(const struct sheet *v, struct app *app)
{
	struct buf b = { 0 };
	struct str path;
	struct place at;
	for (int c = 'a'; c <= 'z'; c++) {
		if (!reading_mark(&v->reading, (char)c, &path, &at))
			continue;
		size_t name = path.n;
		while (name > 0 && path.p[name - 1] != '/')
			name--;
		buf_addf(&b, "%s%c %.*s", b.n ? ", " : "", c,
			STR_ARG(str_slice(path, name, path.n)));
	}
	if (b.n)
		app_toast(app, TOAST_INFO, "To the mark (' for back): %s", buf_cstr(&b));
	else
		app_toast(app, TOAST_INFO, "No mark is set yet: m sets one; ' for back");
	buf_release(&b);
}

bool sheet_jump(struct sheet *v, struct app *app, int letter, struct err *e)
{
	struct str path;
	struct place at;
	if (!reading_mark(&v->reading, (char)letter, &path, &at)) {
		app_toast(app, TOAST_INFO, "There is no mark %c; m%c sets it", letter, letter);
		return true;
	}
	return sheet_visit(v, app_study(app), path, &at, e);
}

bool sheet_unsaved(const struct sheet *v)
{
	bool moved = false;
	for (int i = 0; i < PAGES; i++) {
		struct place at = page_place(&v->page[i]);
		moved = moved ||
			(v->page[i].path.n && at.source && !same_place(at, v->page[i].kept));
	}
	return moved || v->reading.changed;
}

/* The page that keys act on is kept last: it is the sheet read last. */
bool sheet_save(struct sheet *v, struct err *e)
{
	for (int i = 0; i < PAGES; i++) {
		struct page *p = &v->page[(v->here + 1 + i) % PAGES];
		if (!same_place(p->kept, page_place(p)))
			keep(v, p);
	}
	if (reading_save(&v->reading, v->study, e))
		return true;
	v->reading.changed = false; /* tried again with the next change, not all the time */
	return false;
}
