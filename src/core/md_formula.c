/* md_formula.c - formulas of a text laid out: in its lines, or as rows of their own. */
#include "md_priv.h"

#include <string.h>

#include "hone/tex.h"

enum { INDENT = 2 };

/* The formula without its delimiters; *own: it stands on its own. */
static struct str formula_source(struct str s, bool *own)
{
	*own = true;
	if (str_starts(s, STR("$$")) || str_starts(s, STR("\\[")))
		return str_slice(s, 2, s.n - 2);
	if (tex_environment(s).n > 0)
		return s;
	*own = false;
	size_t n = s.p[0] == '$' ? 1 : 2;
	return str_slice(s, n, s.n - n);
}

/* The end of the formula whose first mark is at `at`, or `at` when its last one is missing. */
static size_t marked_end(struct str s, size_t at)
{
	bool dollar = s.p[at] == MD_DOLLAR_OPEN;
	for (size_t i = at + 1; i < s.n; i++) {
		if (dollar && s.p[i] == MD_DOLLAR_CLOSE)
			return i + (i + 1 < s.n && s.p[i + 1] == MD_DOLLAR_CLOSE ? 2 : 1);
		if (!dollar && s.p[i] == MD_SLASH_CLOSE)
			return i + 2 <= s.n ? i + 2 : at;
		if (!dollar && s.p[i] == MD_BRACE_CLOSE)
			return i + 1;
		if (s.p[i] == MD_DOLLAR_OPEN && i > at + 1)
			return at;
	}
	return at;
}

static bool has_formula(struct str s)
{
	return s.n > 0 && (memchr(s.p, MD_DOLLAR_OPEN, s.n) || memchr(s.p, MD_SLASH_OPEN, s.n));
}

/* What is rewritten: the flow's text from some place on, its runs moved along. */
struct rewrite {
	struct md_layout *l;
	struct md_flow *f;
	struct buf old;
	size_t start; /* of old in the flow */
	size_t run;   /* the next one that may have to be moved */
	bool rows;
};

/* Runs that start before old text `at` start where the new text now ends. */
static void move_runs(struct rewrite *w, size_t at)
{
	struct md_flow *f = w->f;
	for (; w->run < f->nrun && f->run[w->run].from < w->start + at; w->run++)
		f->run[w->run].from = f->text.n;
}

static void copy(struct rewrite *w, size_t from, size_t to)
{
	struct md_flow *f = w->f;
	for (; w->run < f->nrun && f->run[w->run].from < w->start + to; w->run++)
		f->run[w->run].from = f->text.n + (f->run[w->run].from - w->start - from);
	buf_add(&f->text, str_slice(buf_str(&w->old), from, to));
}

/* The run that old text `at` belongs to: the first of them may have begun before it. */
static const struct md_run *run_at(const struct rewrite *w, size_t at)
{
	const struct md_flow *f = w->f;
	size_t r = w->run;
	while (r < f->nrun && f->run[r].from <= w->start + at)
		r++;
	return r > 0 ? &f->run[r - 1] : NULL;
}

/* The formula in old text [from, to). */
static void rewrite_one(struct rewrite *w, size_t from, size_t to)
{
	struct md_flow *f = w->f;
	const struct md_run *run = run_at(w, from);
	uint8_t kind = run ? run->style & MD_KIND : MD_PLAIN;
	struct str as_written = layout_keep(w->l, str_slice(buf_str(&w->old), from, to)), line;
	bool own, code = kind == MD_CODE || kind == MD_HTML;
	struct str tex = formula_source(as_written, &own);
	if (!code && own && w->rows) {
		f->display =
			array_room(f->display, f->ndisplay, &f->display_cap, sizeof *f->display);
		f->display[f->ndisplay++] = (struct md_display){ f->text.n, f->text.n + (to - from),
			run ? run->source : 0 };
	} else if (!code && !w->l->ascii && tex_line(tex, w->l->a, &line)) {
		for (; w->run < f->nrun && f->run[w->run].from == w->start + from; w->run++)
			f->run[w->run].from = f->text.n;
		line = tex_hold(line, MD_HOLD, w->l->a);
		f->holds = f->holds || (line.n > 0 && memchr(line.p, MD_HOLD, line.n));
		buf_add(&f->text, line);
		move_runs(w, to);
		return;
	}
	copy(w, from, to);
}

void flow_math(struct md_layout *l, struct md_flow *f, size_t from, bool rows)
{
	struct str tail = str_slice(buf_str(&f->text), from, f->text.n);
	if (!l->masked || !has_formula(tail))
		return;
	struct rewrite w = { .l = l, .f = f, .start = from, .rows = rows };
	buf_add(&w.old, tail);
	f->text.n = from;
	while (w.run < f->nrun && f->run[w.run].from < from)
		w.run++;
	struct str old = buf_str(&w.old);
	size_t done = 0;
	for (size_t i = 0; i < old.n; i++) {
		if (old.p[i] != MD_DOLLAR_OPEN && old.p[i] != MD_SLASH_OPEN)
			continue;
		size_t end = marked_end(old, i);
		if (end == i)
			continue;
		copy(&w, done, i);
		rewrite_one(&w, i, end);
		done = end;
		i = end - 1;
	}
	copy(&w, done, old.n);
	move_runs(&w, old.n + 1);
	buf_release(&w.old);
}

/* On one line, which may be wrapped. */
static bool layout_math_line(struct md_layout *l, struct str tex, int source)
{
	struct str line;
	struct md_flow f = { 0 };
	size_t run = 0;
	if (!tex_line(tex, l->a, &line))
		return false;
	flow_add(&f, line, layout_level(l)->base, source);
	layout_flow(l, &f, line, 0, &run);
	flow_release(&f);
	return true;
}

bool layout_math(struct md_layout *l, struct str tex, int source)
{
	struct tex_box box;
	if (l->ascii)
		return false;
	if (l->flat)
		return layout_math_line(l, tex, source);
	int room = layout_cols(l), indent = room > 8 * INDENT ? INDENT : 0;
	if (!tex_rows(tex, room - indent, l->a, &box))
		return false;
	for (int i = 0; i < box.nrow; i++) {
		layout_line(l, source);
		if (box.row[i].n == 0) {
			layout_trim(l);
			continue;
		}
		layout_spaces(l, indent);
		layout_span(l, box.row[i], layout_level(l)->base);
	}
	return true;
}

/* The punctuation that follows a formula on its own stands at its end. */
static struct str with_stop(struct md_layout *l, struct str tex, struct str after)
{
	bool stop = after.n > 0 && md_among(".,;", after.p[0]);
	if (!stop || str_find(tex, STR("\\begin"), 0) >= 0)
		return tex;
	return arena_printf(l->a, "%.*s%c", STR_ARG(tex), after.p[0]);
}

void layout_mixed(struct md_layout *l, struct md_flow *f, struct str text, size_t from)
{
	size_t run = 0;
	for (size_t i = 0; i < f->ndisplay; i++) {
		const struct md_display *d = &f->display[i];
		bool own;
		struct str tex = formula_source(str_slice(text, d->from, d->to), &own);
		struct str before = str_slice(text, 0, d->from);
		if (str_trim(str_slice(before, from, before.n)).n > 0) {
			layout_flow(l, f, before, from, &run);
			layout_apart(l);
		}
		struct str stopped = with_stop(l, tex, str_slice(text, d->to, text.n));
		if (!layout_math(l, stopped, d->source)) {
			size_t to = d->to + (l->ascii ? stopped.n - tex.n : 0);
			stopped = l->ascii ? stopped : tex;
			layout_flow(l, f, str_slice(text, 0, to), d->from, &run);
		}
		from = d->to + (stopped.n > tex.n ? 1 : 0);
		if (str_trim(str_slice(text, from, text.n)).n > 0)
			layout_apart(l);
	}
	layout_flow(l, f, text, from, &run);
}

static struct str unmasked(struct str s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1, 1);
	memcpy(p, s.p, s.n);
	md_unmask(p, s.n);
	return (struct str){ p, s.n };
}

/* The text after md_mask() and md_plain(): with `lines` each formula as tex.h has it, else as it was written. */
static struct str with_formulas(struct str plain, bool lines, struct arena *a)
{
	struct buf b = { 0 };
	struct str line;
	size_t done = 0;
	for (size_t i = 0; i < plain.n && lines; i++) {
		size_t end = i;
		if (plain.p[i] == MD_DOLLAR_OPEN || plain.p[i] == MD_SLASH_OPEN)
			end = marked_end(plain, i);
		if (end == i)
			continue;
		bool own;
		struct str s = unmasked(str_slice(plain, i, end), a);
		buf_add(&b, str_slice(plain, done, i));
		buf_add(&b, tex_line(formula_source(s, &own), a, &line) ? line : s);
		done = end;
		i = end - 1;
	}
	buf_add(&b, str_slice(plain, done, plain.n));
	md_unmask(b.p, b.n);
	struct str shown = arena_str(a, buf_str(&b));
	buf_release(&b);
	return shown;
}

struct str md_formulas(struct str masked, struct arena *a)
{
	struct str s = with_formulas(masked, true, a);
	char *p = arena_alloc(a, s.n + 1, 1);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] == '\n' ? ' ' : s.p[i];
	return (struct str){ p, s.n };
}

struct str md_shown(struct str inline_md, struct arena *a)
{
	struct buf b = { 0 };
	bool ascii = ascii_screen(), any = md_mask(inline_md, &b);
	struct str s = md_plain(any ? buf_str(&b) : inline_md, a);
	if (any)
		s = with_formulas(s, !ascii, a);
	buf_release(&b);
	return ascii ? ascii_text(s, a) : s;
}
