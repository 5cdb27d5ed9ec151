/* tex_grid.c - cells in rows and columns: matrices, cases, aligned lines. */
#include "tex_priv.h"

#include "hone/text.h"

enum {
	GAP = 2,       /* columns between columns of a matrix */
	WIDE_GAP = 4,  /* between pairs of aligned columns */
	CASES_GAP = 3, /* between a value and when it is meant */
	MAX_COLUMNS = 64,
};

size_t tex_row_end(const struct tex_grid *g, size_t row)
{
	return row + 1 < g->nrow ? g->row[row + 1] : g->ncell;
}

char tex_grid_align(const struct tex_grid *g, size_t column)
{
	switch ((enum tex_align)g->env->align) {
	case TEX_LINES: return column % 2 ? 'l' : 'r';
	case TEX_LEFT: return 'l';
	case TEX_ARRAY:
		for (size_t i = 0; i < g->columns.n; i++) {
			char c = g->columns.p[i];
			if ((c == 'l' || c == 'c' || c == 'r') && column-- == 0)
				return c;
		}
		return 'c';
	case TEX_CENTRE: break;
	}
	return 'c';
}

static int gap_before(const struct tex_grid *g, size_t column)
{
	if (column == 0)
		return 0;
	if (g->env->align == TEX_LINES)
		return column % 2 ? 0 : WIDE_GAP;
	return g->env->align == TEX_LEFT ? CASES_GAP : GAP;
}

int *tex_grid_widths(struct arena *a, const struct tex_grid *g, size_t *ncol)
{
	*ncol = 0;
	for (size_t r = 0; r < g->nrow; r++)
		if (tex_row_end(g, r) - g->row[r] > *ncol)
			*ncol = tex_row_end(g, r) - g->row[r];
	int *width = arena_alloc(a, *ncol + 1, sizeof *width);
	for (size_t r = 0; r < g->nrow; r++)
		for (size_t i = g->row[r]; i < tex_row_end(g, r); i++) {
			int cols = tex_form_cols(&g->cell[i].form);
			if (cols > width[i - g->row[r]])
				width[i - g->row[r]] = cols;
		}
	return width;
}

struct tex_box tex_grid_row(
	struct arena *a, const struct tex_grid *g, size_t row, const int *width, size_t ncol)
{
	struct tex_box *box = arena_alloc(a, ncol + 1, sizeof *box);
	int *gap = arena_alloc(a, ncol + 1, sizeof *gap);
	size_t n = tex_row_end(g, row) - g->row[row];
	bool single = ncol == 1 && g->env->align == TEX_LINES;
	for (size_t i = 0; i < ncol; i++) {
		struct tex_form none = { 0 };
		const struct tex_form *f = i < n ? &g->cell[g->row[row] + i].form : &none;
		box[i] = tex_pad(
			a, tex_form_box(a, f), width[i], single ? 'l' : tex_grid_align(g, i));
		gap[i] = gap_before(g, i);
	}
	return tex_beside(a, box, gap, ncol);
}

int tex_grid_cols(const struct tex_grid *g, const int *width, size_t ncol)
{
	int cols = 0;
	for (size_t i = 0; i < ncol; i++)
		cols += gap_before(g, i) + width[i];
	return cols;
}

/* Rows below one another, apart where one of them is tall; the base is in the middle. */
static struct tex_box stack_rows(
	struct arena *a, const struct tex_grid *g, const int *width, size_t ncol)
{
	struct tex_box *part = arena_alloc(a, 2 * g->nrow + 1, sizeof *part);
	size_t n = 0;
	int nrow = 0;
	bool tall = g->nrow == 2 && g->env->open.n + g->env->close.n > 0;
	for (size_t r = 0; r < g->nrow; r++) {
		struct tex_box b = tex_grid_row(a, g, r, width, ncol);
		bool apart = r > 0 && (tall || b.nrow > 1 || part[n - 1].nrow > 1);
		if (apart)
			part[n++] = tex_flat(a, (struct str){ 0 }, 0);
		part[n++] = b;
		nrow += b.nrow + apart;
		if (nrow > TEX_MAX_ROWS)
			return (struct tex_box){ 0 };
	}
	struct tex_box all = tex_stack(a, part, n, 0, 'l');
	all.base = (all.nrow - 1) / 2;
	return all;
}

static struct tex_box grid_box(struct arena *a, const struct tex_grid *g)
{
	size_t ncol;
	int *width = tex_grid_widths(a, g, &ncol);
	if (ncol > MAX_COLUMNS || tex_grid_cols(g, width, ncol) > TEX_MAX_COLS || g->nrow == 0)
		return (struct tex_box){ 0 };
	struct tex_box all = stack_rows(a, g, width, ncol);
	if (all.nrow == 0)
		return all;
	int above = all.base, below = all.nrow - 1 - all.base;
	bool space = g->env->align == TEX_LEFT && g->env->open.n > 0;
	int gap[3] = { 0, space ? 1 : 0, 0 };
	struct tex_box part[3] = { tex_grown(a, g->env->open, above, below), all,
		tex_grown(a, g->env->close, above, below) };
	return tex_beside(a, part, gap, 3);
}

/* The cells of a row on one line; an empty first cell of an aligned line is none. */
static void add_row(struct buf *b, const struct tex_grid *g, size_t row, struct str between)
{
	for (size_t i = g->row[row]; i < tex_row_end(g, row); i++) {
		struct str cell = str_trim(g->cell[i].form.line);
		bool first = i == g->row[row] ||
			     (g->env->align == TEX_LINES && b->n > 0 && b->p[b->n - 1] == ' ');
		if (!first && b->n > 0 && b->p[b->n - 1] == ',')
			buf_addc(b, ' ');
		else if (!first && b->n > 0)
			buf_add(b, between);
		buf_add(b, cell);
	}
}

/* "(1 0; 0 1)", "{x, x > 0; 0, else": the parts of a cell are told by commas where it has spaces. */
static struct tex_form grid_line(struct arena *a, const struct tex_grid *g)
{
	struct buf b = { 0 };
	bool spaced = g->env->align == TEX_LEFT;
	for (size_t i = 0; i < g->ncell && !spaced; i++) {
		struct str s = str_trim(g->cell[i].form.line);
		spaced = s.n > 0 && memchr(s.p, ' ', s.n);
	}
	struct str between = g->env->align == TEX_LINES ? STR(" ") : spaced ? STR(", ") : STR(" ");
	buf_add(&b, g->env->open);
	for (size_t r = 0; r < g->nrow; r++) {
		if (r > 0)
			buf_add(&b, STR("; "));
		add_row(&b, g, r, between);
	}
	buf_add(&b, g->env->close);
	struct tex_form f = tex_form_of(a, buf_str(&b));
	buf_release(&b);
	bool closed = g->env->open.n > 0 && g->env->close.n > 0;
	f.bind = closed ? TEX_ATOM : TEX_SUM;
	return f;
}

struct tex_atom tex_grid_atom(struct arena *a, const struct tex_grid *g, bool tight)
{
	struct tex_atom t = { .grid = g, .tight = tight };
	t.core = grid_line(a, g);
	t.core.box = grid_box(a, g);
	if (t.core.box.nrow == 1 && str_eq(t.core.box.row[0], t.core.line))
		t.core.box.nrow = 0;
	return t;
}
