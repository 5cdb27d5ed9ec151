/* search.c - the texts of a study, and its sheets and headings by name. */
#include "search_priv.h"

#include <stdlib.h>

struct search *search_new(const struct study *s, struct err *e)
{
	struct search *ss = xcalloc(1, sizeof *ss);
	struct file_row *file;
	if (!catalog_files(s->store, CONTENT_SHEET, &file, &ss->n, &ss->arena, e)) {
		search_free(ss);
		return NULL;
	}
	ss->sheet = arena_alloc(&ss->arena, ss->n + 1, sizeof *ss->sheet);
	for (size_t i = 0; i < ss->n; i++)
		ss->sheet[i].row = file[i];
	return ss;
}

void search_free(struct search *ss)
{
	if (!ss)
		return;
	arena_release(&ss->arena);
	free(ss);
}

/* ---- reading */

static size_t folder_of(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path.n;
}

/* Without ".md": all of them have it. */
static struct str bare(struct str path)
{
	for (size_t i = path.n; i > 0 && path.p[i - 1] != '/'; i--)
		if (path.p[i - 1] == '.' && i > 1)
			return str_slice(path, 0, i - 1);
	return path;
}

static void name_all(struct sheet_text *t, struct arena *a)
{
	struct str name = bare(t->row.path);
	t->folder = folder_of(name);
	t->path = find_name(name, a);
	t->name =
		find_name(arena_printf(a, "%.*s › %.*s", STR_ARG(name), STR_ARG(t->row.title)), a);
	t->heading = arena_alloc(a, (size_t)t->text.nheading + 1, sizeof *t->heading);
	for (int i = 0; i < t->text.nheading; i++)
		t->heading[i] = find_name(arena_printf(a, "%.*s › %.*s", STR_ARG(name),
						  STR_ARG(t->text.heading[i].text)),
			a);
}

static bool read_one(struct search *ss, const struct study *s, struct sheet_text *t, struct err *e)
{
	struct err why = { 0 };
	struct decoded d = { 0 };
	bool ok = study_text(s, t->row.path, &d, &ss->arena, &why);
	if (!ok && why.kind != ERR_MISSING && why.kind != ERR_INVALID && why.kind != ERR_IO)
		return err_set(e, why.kind, "%s", why.text);
	if (ok)
		t->text = find_text(d.text, &ss->arena);
	t->read = ok;
	name_all(t, &ss->arena);
	return true;
}

bool search_read(
	struct search *ss, const struct study *s, size_t bytes, size_t *left, struct err *e)
{
	for (size_t had = 0; ss->read < ss->n && had < bytes; ss->read++) {
		struct sheet_text *t = &ss->sheet[ss->read];
		if (!read_one(ss, s, t, e))
			return false;
		had += t->text.text.n + 1;
	}
	*left = ss->n - ss->read;
	return true;
}

/* ---- names */

struct best {
	struct search_place *place;
	size_t n, max;
};

static bool is_better(const struct search_place *a, const struct search_place *b)
{
	if (a->score != b->score)
		return a->score > b->score;
	bool sheet = a->heading.n == 0, other = b->heading.n == 0;
	if (sheet != other)
		return sheet;
	if (a->by_path && b->by_path) /* the headings of a sheet as they stand there */
		return str_eq(a->path, b->path) ? a->line < b->line : str_cmp(a->path, b->path) < 0;
	return a->by_path != b->by_path ? b->by_path : a->name->n < b->name->n;
}

/* The list is short: a place is put where it belongs, and the last one may go. */
static void keep(struct best *b, const struct search_place *p)
{
	size_t i = b->n;
	if (i == b->max && (i == 0 || !is_better(p, &b->place[i - 1])))
		return;
	b->n += b->n < b->max;
	for (i = b->n - 1; i > 0 && is_better(p, &b->place[i - 1]); i--)
		b->place[i] = b->place[i - 1];
	b->place[i] = *p;
}

/* `path_score`: what the name of the sheet's file alone is worth. */
static void try_name(struct best *b, const struct find_pattern *p, const struct sheet_text *t,
	const struct find_name *name, const struct md_heading *h, int path_score)
{
	int score = find_fits(p, name);
	struct search_place place = { t->row.path, h ? h->text : (struct str){ 0 },
		h ? h->source : 1, name, t->folder, score, h && score == path_score };
	if (score)
		keep(b, &place);
}

static size_t all_sheets(const struct search *ss, struct search_place *out, size_t max)
{
	size_t n = ss->read < max ? ss->read : max;
	for (size_t i = 0; i < n; i++) {
		const struct sheet_text *t = &ss->sheet[i];
		out[i] = (struct search_place){ t->row.path, { 0 }, 1, &t->name, t->folder, 1,
			false };
	}
	return n;
}

size_t search_places(
	const struct search *ss, struct str typed, struct search_place *out, size_t max)
{
	struct find_pattern p = find_pattern(typed);
	struct best best = { out, 0, max };
	if (p.n == 0)
		return all_sheets(ss, out, max);
	for (size_t i = 0; i < ss->read; i++) {
		const struct sheet_text *t = &ss->sheet[i];
		int path_score = find_fits(&p, &t->path);
		try_name(&best, &p, t, &t->name, NULL, 0);
		for (int k = 0; k < t->text.nheading; k++) {
			const struct md_heading *h = &t->text.heading[k];
			if (k > 0 || !str_eq(h->text, t->row.title)) /* else it is the sheet */
				try_name(&best, &p, t, &t->heading[k], h, path_score);
		}
	}
	return best.n;
}
