/* chart.c - bars, sparklines, and the cells that charts are put together from. */
#include "hone/chart.h"

#include "chart_grid.h"

/* ---- cells */

struct chart_grid grid_new(int rows, int cols, struct arena *a)
{
	struct chart_grid g = { .rows = rows, .cols = cols < CHART_LEAST ? CHART_LEAST : cols };
	g.a = a;
	g.cell = arena_alloc(a, (size_t)rows * (size_t)g.cols, sizeof *g.cell);
	for (int i = 0; i < rows; i++)
		grid_run(&g, i, 0, g.cols, CHART_TEXT, ' ');
	return g;
}

static void put_cluster(
	struct chart_grid *g, int row, int col, enum chart_role role, struct cluster c)
{
	if (row < 0 || row >= g->rows || col < 0 || col + c.cols > g->cols)
		return;
	struct chart_cell *at = &g->cell[(size_t)row * (size_t)g->cols + (size_t)col];
	at[0] = (struct chart_cell){ c, role };
	if (c.cols == 2)
		at[1] = (struct chart_cell){ { 0 }, role };
}

void grid_put(struct chart_grid *g, int row, int col, enum chart_role role, uint32_t cp)
{
	put_cluster(g, row, col, role, (struct cluster){ .base = cp, .cols = 1 });
}

void grid_run(struct chart_grid *g, int row, int col, int n, enum chart_role role, uint32_t cp)
{
	for (int i = 0; i < n; i++)
		grid_put(g, row, col + i, role, cp);
}

int grid_text(struct chart_grid *g, int row, int col, int width, enum chart_role role, struct str s)
{
	struct cluster c;
	int used = 0;
	while (text_next(&s, &c) && used + c.cols <= width) {
		put_cluster(g, row, col + used, role, c);
		used += c.cols;
	}
	return used;
}

void grid_right(struct chart_grid *g, int row, int end, enum chart_role role, struct str s)
{
	int cols = text_cols(s);
	grid_text(g, row, end - cols, cols, role, s);
}

static struct chart_row row_of(const struct chart_grid *g, int row)
{
	const struct chart_cell *cell = g->cell + (size_t)row * (size_t)g->cols;
	struct chart_row out = { 0 };
	struct buf text = { 0 };
	size_t cap = 0;
	for (int i = 0; i < g->cols; i++) {
		if (cell[i].c.base)
			text_encode(&text, cell[i].c.base);
		for (int k = 0; k < TEXT_MARKS && cell[i].c.mark[k]; k++)
			text_encode(&text, cell[i].c.mark[k]);
		if (i + 1 < g->cols && cell[i + 1].role == cell[i].role)
			continue;
		out.run = arena_room(g->a, out.run, (size_t)out.n, &cap, sizeof *out.run);
		out.run[out.n++] =
			(struct chart_run){ cell[i].role, arena_str(g->a, buf_str(&text)) };
		buf_clear(&text);
	}
	buf_release(&text);
	return out;
}

struct chart grid_chart(const struct chart_grid *g)
{
	struct chart c = { .n = g->rows };
	c.row = arena_alloc(g->a, (size_t)g->rows, sizeof *c.row);
	for (int i = 0; i < g->rows; i++)
		c.row[i] = row_of(g, i);
	return c;
}

void chart_text(const struct chart_row *row, struct buf *out)
{
	size_t from = out->n;
	for (int i = 0; i < row->n; i++)
		buf_add(out, row->run[i].text);
	while (out->n > from && out->p[out->n - 1] == ' ')
		out->n--;
	if (out->p)
		out->p[out->n] = '\0';
}

/* ---- bars */

enum { PERCENT_COLS = 6, GAP = 2, LEAST_BAR = 5, GOOD_BAR = 16, MOST_BAR = 60 };

/* Columns of the parts of a row, the same in all. */
struct bar_shape {
	int label, bar, note;
};

static int longest(const struct chart_bar *bar, int n, bool note)
{
	int most = 0;
	for (int i = 0; i < n; i++) {
		int cols = text_cols(note ? bar[i].note : bar[i].label);
		most = cols > most ? cols : most;
	}
	return most;
}

/* Labels have up to half, or what a good bar leaves; notes what they need if a bar is left, else they are left out. */
static struct bar_shape shape_bars(const struct chart_bar *bar, int n, int cols)
{
	struct bar_shape s = { .label = longest(bar, n, false), .note = longest(bar, n, true) };
	int fixed = PERCENT_COLS + GAP, half = (cols - fixed) / 2;
	s.note = s.note ? s.note + GAP : 0;
	if (fixed + s.note + LEAST_BAR * 3 > cols)
		s.note = 0;
	int most = half - s.note / 2, left = cols - fixed - s.note - GOOD_BAR;
	if (most < left)
		most = left;
	if (s.label > most)
		s.label = most;
	s.bar = cols - fixed - s.note - s.label;
	if (s.bar > MOST_BAR)
		s.bar = MOST_BAR;
	return s;
}

enum chart_role chart_role_of(int percent, int target)
{
	enum { NEAR = 10 };
	return target < 0                 ? CHART_LINE
	       : percent >= target        ? CHART_GOOD
	       : percent >= target - NEAR ? CHART_PART
					  : CHART_LOW;
}

static int cell_of(int percent, int cols)
{
	return (percent * cols + 50) / 100;
}

static void put_label(struct chart_grid *g, int row, int cols, struct str label, bool ascii)
{
	if (text_cols(label) <= cols) {
		grid_text(g, row, 0, cols, CHART_TEXT, label);
		return;
	}
	int used = grid_text(g, row, 0, cols - 1, CHART_TEXT, label);
	grid_put(g, row, used, CHART_TEXT, ascii ? '~' : 0x2026);
}

static void put_bar(struct chart_grid *g, int row, const struct chart_bar *b,
	const struct bar_shape *s, bool ascii)
{
	int at = s->label + GAP, filled = b->percent < 0 ? 0 : cell_of(b->percent, s->bar);
	enum chart_role role = chart_role_of(b->percent, b->target);
	grid_run(g, row, at, s->bar, CHART_DIM, ascii ? '.' : 0x2591);
	grid_run(g, row, at, filled, role, ascii ? '#' : 0x2588);
	if (b->target >= 0) {
		int mark = cell_of(b->target, s->bar);
		mark = mark < s->bar ? mark : s->bar - 1;
		grid_put(g, row, at + mark, CHART_TARGET, ascii ? '|' : 0x2502);
	}
	at += s->bar;
	struct str percent = b->percent < 0 ? STR("-") : arena_printf(g->a, "%d %%", b->percent);
	grid_right(g, row, at + PERCENT_COLS, b->percent < 0 ? CHART_DIM : CHART_TEXT, percent);
	if (s->note)
		grid_text(g, row, at + PERCENT_COLS + GAP, s->note - GAP, CHART_DIM, b->note);
}

struct chart chart_bars(const struct chart_bar *bar, int n, struct chart_look look, struct arena *a)
{
	struct chart_grid g = grid_new(n, look.cols, a);
	struct bar_shape s = shape_bars(bar, n, g.cols);
	for (int i = 0; i < n; i++) {
		put_label(&g, i, s.label, bar[i].label, look.ascii);
		put_bar(&g, i, &bar[i], &s, look.ascii);
	}
	return grid_chart(&g);
}

/* ---- sparkline */

struct str chart_spark(const double *value, int n, struct chart_look look, struct arena *a)
{
	static const char low[] = "_.-=+*%#";
	enum { LEVELS = 8 };
	struct buf out = { 0 };
	double most = 0;
	int from = n > look.cols ? n - look.cols : 0;
	for (int i = from; i < n; i++)
		most = value[i] > most ? value[i] : most;
	for (int i = from; i < n; i++) {
		int level =
			most > 0 && value[i] > 0 ? (int)(value[i] / most * (LEVELS - 1) + 0.5) : 0;
		text_encode(&out, value[i] < 0 ? ' '
				  : look.ascii ? (uint32_t)(unsigned char)low[level]
					       : 0x2581u + (uint32_t)level);
	}
	struct str s = arena_str(a, buf_str(&out));
	buf_release(&out);
	return s;
}
