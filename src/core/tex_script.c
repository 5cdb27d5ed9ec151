/* tex_script.c - forms of literal text, in brackets, and with scripts. */
#include "tex_priv.h"

#include "hone/text.h"

/* A longer script is read more easily on a row of its own. */
enum { LONG_SCRIPT = 6 };

struct tex_form tex_form_of(struct arena *a, struct str line)
{
	return (struct tex_form){ .line = arena_str(a, line), .cols = text_cols(line) };
}

struct tex_form tex_join(
	struct arena *a, const char *open, const struct tex_form *f, const char *close)
{
	struct buf b = { 0 };
	buf_add(&b, str_of(open));
	buf_add(&b, f->line);
	buf_add(&b, str_of(close));
	struct tex_form joined = { .line = arena_str(a, buf_str(&b)) };
	joined.cols = text_cols(str_of(open)) + f->cols + text_cols(str_of(close));
	buf_release(&b);
	return joined;
}

struct tex_form tex_wrapped(struct arena *a, const struct tex_form *f, enum tex_bind bind)
{
	return f->bind > bind || f->quotient ? tex_join(a, "(", f, ")") : *f;
}

static bool is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')))
			return false;
	}
	return s.n > 0;
}

static bool is_digits(struct str s)
{
	size_t i = 0;
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i == s.n;
}

/* "x^q", "d_model", "W^[1]", "x_(a∈S)". */
static void add_written(struct buf *b, const struct tex_form *f, char sign)
{
	struct str s = str_trim(f->line);
	bool bracketed =
		f->bind == TEX_ATOM && ((str_starts(s, STR("(")) && str_ends(s, STR(")"))) ||
					       (str_starts(s, STR("[")) && str_ends(s, STR("]"))));
	bool bare = bracketed || is_word(s) || (f->cols == 1 && s.n > 0);
	buf_addc(b, sign);
	if (!bare)
		buf_addc(b, '(');
	buf_add(b, s);
	if (!bare)
		buf_addc(b, ')');
}

/* Appends the script to a line; true when it was written with a sign and without a bracket at its end. */
static bool add_script(struct buf *b, const struct tex_form *f, bool up, bool plain)
{
	if (!f || f->cols == 0)
		return false;
	bool written = f->written && !is_digits(f->line); /* "x₁" is common beside "x_d" */
	if (plain || written || !tex_script(b, f->line, up))
		add_written(b, f, up ? '^' : '_');
	return b->p[b->n - 1] != ')' && !plain && is_word(str_slice(buf_str(b), b->n - 1, b->n));
}

/* Some of what bears scripts is put in brackets on a line, or they would seem to belong to its last part. */
static struct tex_form bearer(struct arena *a, const struct tex_atom *t)
{
	bool scripts = t->sub || t->sup;
	if (!scripts || t->class == TEX_OPEN || t->class == TEX_CLOSE || t->class == TEX_REL)
		return t->core;
	return tex_wrapped(a, &t->core, TEX_PRODUCT);
}

static void script_line(struct arena *a, const struct tex_atom *t, struct tex_form *f)
{
	struct buf b = { 0 };
	bool brace = t->class == TEX_INNER && (t->flags & TEX_LIMITS); /* a label: never raised */
	buf_add(&b, f->line);
	f->open_end = add_script(&b, t->sub, false, brace);
	if (t->sup)
		f->open_end = add_script(&b, t->sup, true, brace);
	f->line = arena_str(a, buf_str(&b));
	f->cols = text_cols(f->line);
	buf_release(&b);
}

/* The script as Unicode's own, or the empty str when it has none or is long. */
static struct str as_unicode(struct arena *a, const struct tex_form *f, bool up)
{
	struct buf b = { 0 };
	bool none = !f || f->written || f->box.nrow > 0 || f->cols > LONG_SCRIPT;
	if (none || !tex_script(&b, f->line, up)) {
		buf_release(&b);
		return (struct str){ 0 };
	}
	struct str s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

static struct tex_box limits_box(struct arena *a, const struct tex_atom *t)
{
	struct tex_box part[3];
	size_t n = 0, base = 0;
	if (t->sup)
		part[n++] = tex_form_box(a, t->sup);
	base = n;
	part[n++] = tex_form_box(a, &t->core);
	if (t->sub)
		part[n++] = tex_form_box(a, t->sub);
	return tex_stack(a, part, n, base, 'c');
}

static struct tex_box script_box(struct arena *a, const struct tex_form *f, struct str unicode)
{
	return unicode.n > 0 ? tex_flat(a, unicode, text_cols(unicode)) : tex_form_box(a, f);
}

static struct tex_box empty_rows(struct arena *a, int n)
{
	struct tex_box b = { .nrow = n };
	b.row = arena_alloc(a, (size_t)n + 1, sizeof *b.row);
	return b;
}

/* Beside something tall: the superscript ends at its first row, the subscript begins at its last. */
static struct tex_box tall_box(struct arena *a, const struct tex_atom *t)
{
	const struct tex_box *core = &t->core.box;
	struct tex_box part[3], both[2] = { *core };
	size_t n = 0;
	int above = 0;
	if (t->sup) {
		part[n++] = script_box(a, t->sup, as_unicode(a, t->sup, true));
		above = part[0].nrow - 1;
	}
	part[n++] = empty_rows(a, core->nrow - (t->sup != NULL) - (t->sub != NULL));
	if (t->sub)
		part[n++] = script_box(a, t->sub, as_unicode(a, t->sub, false));
	both[1] = tex_stack(a, part, n, 0, 'l');
	both[1].base = above + core->base;
	return tex_beside(a, both, NULL, 2);
}

/*
 * Beside one row: what Unicode has follows on it, the rest stands above and below; both begin in the same column.
 */
static struct tex_box flat_box(
	struct arena *a, const struct tex_form *core, const struct tex_atom *t)
{
	struct str sub = as_unicode(a, t->sub, false), sup = as_unicode(a, t->sup, true);
	bool up = t->sup && sup.n == 0, down = t->sub && sub.n == 0;
	if (!up && !down)
		return (struct tex_box){ 0 };
	struct str beside = sub.n > 0 ? sub : sup;
	struct tex_box part[3], both[2] = { tex_flat(a, core->line, core->cols) };
	size_t n = 0, base = 0;
	if (up)
		part[n++] = tex_form_box(a, t->sup);
	base = n;
	part[n++] = tex_flat(a, beside, text_cols(beside));
	if (down)
		part[n++] = tex_form_box(a, t->sub);
	both[1] = tex_stack(a, part, n, base, 'l');
	return tex_beside(a, both, NULL, 2);
}

struct tex_form tex_scripted(struct arena *a, const struct tex_atom *t)
{
	if (!t->sub && !t->sup)
		return t->core;
	struct tex_form f = bearer(a, t);
	struct tex_form core = f;
	f.bind = TEX_ATOM;
	f.light = !(t->flags & TEX_LIMITS) && (f.light || t->core.box.nrow < 2);
	script_line(a, t, &f);
	if (t->tight && t->core.box.nrow == 0)
		f.box.nrow = 0;
	else if (t->flags & TEX_LIMITS)
		f.box = limits_box(a, t);
	else if (t->core.box.nrow > 1)
		f.box = tall_box(a, t);
	else
		f.box = flat_box(a, &core, t);
	if (!tex_box_fits(&f.box))
		f.box = (struct tex_box){ 0 };
	return f;
}
