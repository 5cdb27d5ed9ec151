/* tex.c - a formula on one line, or broken into rows of a given width. */
#include "tex_priv.h"

#include "hone/text.h"

enum { INDENT = 4 }; /* of a line that goes on */

struct rows {
	struct arena *a;
	struct str *row;
	size_t n, cap;
	int cols; /* asked for */
	int widest;
	int base;
};

static struct str trim_end(struct str s)
{
	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

static void add_text(struct rows *r, int indent, struct str s)
{
	struct buf b = { 0 };
	s = trim_end(s);
	for (int i = 0; i < indent && s.n > 0; i++)
		buf_addc(&b, ' ');
	buf_add(&b, s);
	r->row = arena_room(r->a, r->row, r->n, &r->cap, sizeof *r->row);
	r->row[r->n++] = arena_str(r->a, buf_str(&b));
	buf_release(&b);
	int cols = text_cols(r->row[r->n - 1]);
	r->widest = cols > r->widest ? cols : r->widest;
}

/* An empty row keeps apart what is tall. */
static void add_box(struct rows *r, int indent, const struct tex_box *box, bool *tall)
{
	if (r->n > 0 && (*tall || box->nrow > 1))
		add_text(r, 0, STR(""));
	if (r->n == 0)
		r->base = box->base;
	*tall = box->nrow > 1;
	for (int i = 0; i < box->nrow; i++)
		add_text(r, indent, box->row[i]);
}

/*
 * Where a line is best broken: between formulas, after commas, before relations, before operators; deeper in brackets
 * is worse, and right after a sum or a relation is the last resort.
 */
enum { NEXT_FORMULA, DEEPER = 5, DEEPEST = 6, LAST_RESORT = 39, NO_PLACE = 40 };

static int badness(const struct tex_piece *piece, size_t i)
{
	int deep = DEEPER * (piece[i].depth < DEEPEST ? piece[i].depth : DEEPEST);
	const struct tex_piece *before = i > 0 ? &piece[i - 1] : NULL;
	if (before && before->class == TEX_SPACE && before->form.cols > 1)
		return deep + NEXT_FORMULA;
	if (before && before->class == TEX_PUNCT)
		return deep + 1;
	if (piece[i].class == TEX_REL)
		return deep + 2;
	if (piece[i].class == TEX_BIN)
		return deep + 3;
	bool space = piece[i].gap > 0 || (before && before->class == TEX_SPACE);
	if (space && before && (before->class == TEX_OP || before->class == TEX_REL))
		return LAST_RESORT;
	return space ? deep + 4 : NO_PLACE;
}

/* Does all of this formula that follows fit on the next line? */
static bool rest_fits(const struct tex_piece *piece, size_t at, size_t n, int cols)
{
	int used = INDENT;
	for (size_t i = at; i < n && (i == at || badness(piece, i) > NEXT_FORMULA); i++) {
		used += (i > at ? piece[i].gap : 0) + tex_form_cols(&piece[i].form);
		if (used > cols && piece[i].class != TEX_SPACE)
			return false;
	}
	return true;
}

/* How many of the pieces go on a line of `cols` columns; 0 when not even the first part does. */
static size_t line_end(const struct tex_piece *piece, size_t n, int cols)
{
	size_t best = 0, i = 0;
	int used = 0, worst = NO_PLACE, best_cols = 0;
	for (; i < n; i++) {
		int how = i > 0 ? badness(piece, i) : NO_PLACE;
		/* A worse place counts only if the better one would waste most of the line, and not save one. */
		bool better =
			how <= worst || (how < LAST_RESORT && best_cols * 3 < cols &&
						!(best > 0 && rest_fits(piece, best, n, cols)));
		if (how < NO_PLACE && better) {
			best = i;
			best_cols = used;
			worst = how;
		}
		used += (i > 0 ? piece[i].gap : 0) + tex_form_cols(&piece[i].form);
		if (used > cols && piece[i].class != TEX_SPACE) /* that may end a line unseen */
			break;
	}
	best = i < n ? best : n;
	while (best > 0 && best < n && piece[best].class == TEX_SPACE)
		best++;
	return best;
}

/* What is in front of a line that starts with piece `at`. */
static int indent_at(const struct tex_piece *piece, size_t at)
{
	return badness(piece, at) == NEXT_FORMULA ? 0 : INDENT;
}

static bool can_break(const struct tex_piece *piece, size_t n, int cols)
{
	int indent = 0;
	for (size_t at = 0; at < n;) {
		size_t k = line_end(piece + at, n - at, cols - indent);
		if (k == 0)
			return false;
		at += k;
		indent = at < n ? indent_at(piece, at) : 0;
	}
	return true;
}

static void add_wrapped(struct rows *r, struct str line, bool *tall)
{
	struct str part;
	struct tex_box box = { .row = &part, .nrow = 1 };
	int indent = 0;
	while (text_wrap(&line, r->cols - indent, &part)) {
		add_box(r, indent, &box, tall);
		indent = r->cols > 3 * INDENT ? INDENT : 0;
	}
}

/* What fits on one line, without the space at its end. */
static void add_part(
	struct rows *r, int indent, const struct tex_piece *piece, size_t n, bool *tall)
{
	while (n > 1 && piece[n - 1].class == TEX_SPACE)
		n--;
	struct tex_form f = tex_pieces(r->a, piece, n);
	struct tex_box box = tex_form_box(r->a, &f);
	if (box.cols > r->cols - indent) /* too large for a box after all */
		add_wrapped(r, f.line, tall);
	else
		add_box(r, indent, &box, tall);
}

/* One line of a formula, which may take several. */
static void add_line(struct rows *r, struct tex_piece *piece, size_t n, bool *tall)
{
	if (!can_break(piece, n, r->cols)) {
		struct tex_form f = tex_pieces(r->a, piece, n);
		add_wrapped(r, f.line, tall);
		return;
	}
	int indent = 0;
	for (size_t at = 0; at < n;) {
		size_t k = line_end(piece + at, n - at, r->cols - indent);
		piece[at].gap = 0;
		add_part(r, indent, piece + at, k, tall);
		at += k;
		indent = at < n ? indent_at(piece, at) : 0;
	}
}

/* The cells of a row one after the other. */
static void add_row(struct rows *r, const struct tex_grid *g, size_t row, bool *tall)
{
	size_t from = g->row[row], to = tex_row_end(g, row), n = 0;
	for (size_t i = from; i < to; i++)
		n += g->cell[i].npiece;
	struct tex_piece *piece = arena_alloc(r->a, n + 1, sizeof *piece);
	n = 0;
	for (size_t i = from; i < to; i++) {
		if (g->cell[i].npiece > 0)
			memcpy(piece + n, g->cell[i].piece, g->cell[i].npiece * sizeof *piece);
		if (i > from && g->cell[i].npiece > 0 && (i - from) % 2 == 0)
			piece[n].gap = 4;
		n += g->cell[i].npiece;
	}
	add_line(r, piece, n, tall);
}

/* The rows of a grid fit as they are: aligned. */
static bool add_aligned(struct rows *r, const struct tex_grid *g)
{
	size_t ncol;
	bool tall = false;
	int *width = tex_grid_widths(r->a, g, &ncol);
	if (ncol < 2 || ncol > 64 || tex_grid_cols(g, width, ncol) > r->cols)
		return false;
	for (size_t i = 0; i < g->ncell; i++) {
		const struct tex_cell *c = &g->cell[i];
		for (size_t k = 0; k < c->npiece && c->form.box.nrow == 0; k++)
			if (c->piece[k].form.box.nrow > 0) /* too tall for a box */
				return false;
	}
	for (size_t i = 0; i < g->nrow; i++) {
		struct tex_box box = tex_grid_row(r->a, g, i, width, ncol);
		add_box(r, 0, &box, &tall);
	}
	return true;
}

/* The lines of the one environment that the formula is, or the formula's own. */
static const struct tex_grid *lines_of(const struct tex_grid *top)
{
	const struct tex_grid *g = top;
	while (g->ncell == 1) {
		const struct tex_cell *c = &g->cell[0];
		size_t n = c->npiece;
		const struct tex_grid *inner = n == 1 ? c->piece[0].grid : NULL;
		if (!inner || inner->env->align != TEX_LINES)
			break;
		g = inner;
	}
	return g;
}

bool tex_line(struct str src, struct arena *a, struct str *line)
{
	struct tex_grid top = { 0 };
	if (!tex_parse(src, a, &top))
		return false;
	*line = str_trim(tex_grid_atom(a, &top, true).core.line);
	return true;
}

bool tex_rows(struct str src, int cols, struct arena *a, struct tex_box *box)
{
	struct tex_grid top = { 0 };
	if (!tex_parse(src, a, &top))
		return false;
	struct rows r = { .a = a, .cols = cols < 2 ? 2 : cols };
	const struct tex_grid *g = lines_of(&top);
	bool tall = false;
	if (!add_aligned(&r, g))
		for (size_t i = 0; i < g->nrow; i++)
			add_row(&r, g, i, &tall);
	if (r.n == 0)
		add_text(&r, 0, STR(""));
	*box = (struct tex_box){ r.row, (int)r.n, r.base, r.widest };
	return true;
}
