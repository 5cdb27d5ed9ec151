/* canvas.c - cells: text into them, clipped, and no wide character ever in halves. */
#include "tui/canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct cell blank = { .base = ' ', .cols = 1 };

static struct cell *cell_at(struct surface *s, int row, int col)
{
	return &s->cell[(size_t)row * (size_t)s->cols + (size_t)col];
}

bool canvas_holds_row(struct canvas c, int row)
{
	int at = c.row + row;
	return row >= 0 && row < c.rows && at >= c.from && at < c.to &&
	       !(at >= c.keep_from && at < c.keep_to);
}

static bool holds(struct canvas c, int row, int col)
{
	return canvas_holds_row(c, row) && col >= 0 && col < c.cols;
}

static void erase_glyph(struct cell *cell)
{
	cell->base = ' ';
	cell->cols = 1;
}

/* What is about to be overwritten may be half of a wide character: its other half becomes a space. */
static void part(struct surface *s, int row, int col)
{
	struct cell *cell = cell_at(s, row, col);
	if (cell->cols == 2 && col + 1 < s->cols)
		erase_glyph(cell + 1);
	if (cell->cols == 0 && col > 0)
		erase_glyph(cell - 1);
}

static void put_cell(struct canvas c, int row, int col, const struct cell *cell)
{
	if (!holds(c, row, col))
		return;
	part(c.surface, c.row + row, c.col + col);
	*cell_at(c.surface, c.row + row, c.col + col) = *cell;
}

/* A wide character that does not fit whole leaves spaces where it would have stood. */
static void put(struct canvas c, int row, int col, struct cell cell)
{
	bool wide = cell.cols == 2;
	bool whole = !wide || (holds(c, row, col) && holds(c, row, col + 1));
	if (!whole)
		erase_glyph(&cell);
	put_cell(c, row, col, &cell);
	if (whole) {
		cell.base = 0;
		cell.cols = 0;
	}
	if (wide)
		put_cell(c, row, col + 1, &cell);
}

/* A stretch of a row that lies within the canvas, all of it the same one column wide character. */
static void put_run(struct canvas c, int row, int col, int cols, const struct cell *cell)
{
	int from = col < 0 ? 0 : col, to = col + cols > c.cols ? c.cols : col + cols;
	if (!canvas_holds_row(c, row) || from >= to)
		return;
	part(c.surface, c.row + row, c.col + from);
	part(c.surface, c.row + row, c.col + to - 1);
	struct cell *at = cell_at(c.surface, c.row + row, c.col + from);
	for (int i = from; i < to; i++)
		*at++ = *cell;
}

static void put_plain(struct canvas c, int row, int col, int cols, enum role role, uint32_t cp)
{
	struct cell cell = { .base = cp, .role = (uint8_t)role, .cols = 1 };
	put_run(c, row, col, cols, &cell);
}

/*
 * Most text is ASCII: put such a start of s at once, as far as it is in sight; returns its length. This
 * is where a frame spends its time, so it is one pass.
 */
static int put_ascii(struct canvas c, int row, int col, const struct cell *like, struct str s)
{
	if (!holds(c, row, col))
		return 0;
	part(c.surface, c.row + row, c.col + col);
	struct cell *at = cell_at(c.surface, c.row + row, c.col + col), cell = *like;
	size_t n = 0, most = s.n < (size_t)(c.cols - col) ? s.n : (size_t)(c.cols - col);
	unsigned char under = 1; /* columns of what the last one covers */
	while (n < most && s.p[n] >= ' ' && s.p[n] < 0x7F) {
		under = at[n].cols;
		cell.base = (uint32_t)s.p[n];
		at[n++] = cell;
	}
	if (under == 2 && c.col + col + (int)n < c.surface->cols)
		erase_glyph(&at[n]);
	/* The last one may be the base of a mark: it is put again with it. */
	return (int)(n > 0 && n < s.n && (s.p[n] & 0x80) ? n - 1 : n);
}

/* What stands for the character in a cell. */
static uint32_t intern(struct surface *s, const struct cluster *cl)
{
	if (!cl->mark[0])
		return cl->base;
	for (size_t i = 0; i < s->nmarked; i++)
		if (memcmp(&s->marked[i], cl, sizeof *cl) == 0)
			return CELL_MARKED + (uint32_t)i;
	if (s->nmarked == MOST_MARKED)
		return cl->base;
	s->marked = array_room(s->marked, s->nmarked, &s->marked_cap, sizeof *s->marked);
	s->marked[s->nmarked] = *cl;
	return CELL_MARKED + (uint32_t)s->nmarked++;
}

int canvas_attr_text(struct canvas c, int row, int col, enum role role, unsigned attr, struct str s)
{
	const struct cell like = { .role = (uint8_t)role, .attr = (uint8_t)attr, .cols = 1 };
	int at = col;
	struct cluster cl;
	while (canvas_holds_row(c, row) && at < c.cols && s.n) {
		int n = put_ascii(c, row, at, &like, s);
		at += n;
		s = str_slice(s, (size_t)n, s.n);
		if (n > 0 || !text_next(&s, &cl))
			continue;
		struct cell cell = like;
		cell.base = intern(c.surface, &cl);
		cell.cols = (uint8_t)cl.cols;
		put(c, row, at, cell);
		at += cl.cols;
	}
	return at - col + text_cols(s);
}

int canvas_text(struct canvas c, int row, int col, enum role role, struct str s)
{
	return canvas_attr_text(c, row, col, role, 0, s);
}

int canvas_printf(struct canvas c, int row, int col, enum role role, const char *fmt, ...)
{
	char text[1024];
	va_list args;
	va_start(args, fmt);
	int n = vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	if (n < 0)
		bug("vsnprintf refuses \"%s\"", fmt);
	/* No screen is that wide: what is cut would not be seen. */
	size_t length = (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
	return canvas_text(c, row, col, role, (struct str){ text, length });
}

int canvas_right(struct canvas c, int row, int end, enum role role, struct str s)
{
	int col = end - text_cols(s);
	canvas_text(c, row, col, role, s);
	return col;
}

void canvas_field(struct canvas c, int row, int col, int width, enum role role, struct str s)
{
	struct cluster more;
	int used = 0;
	if (width <= 0 || !canvas_holds_row(c, row))
		return;
	/* Nothing takes more columns than it has bytes. */
	struct str fits = s.n <= (size_t)width ? s : text_prefix(s, width, &used);
	struct str rest = str_slice(s, fits.n, s.n);
	bool cut = text_next(&rest, &more);
	if (cut)
		fits = text_prefix(s, width - 1, &used);
	used = canvas_text(c, row, col, role, fits);
	if (cut)
		put_plain(c, row, col + used++, 1, role, 0x2026);
	put_plain(c, row, col + used, width - used, role, ' ');
}

void canvas_fill(struct canvas c, enum role role, uint32_t cp)
{
	for (int row = 0; row < c.rows; row++)
		put_plain(c, row, 0, c.cols, role, cp);
}

void canvas_hline(struct canvas c, int row, int col, int cols, enum role role)
{
	put_plain(c, row, col, cols, role, 0x2500);
}

void canvas_vline(struct canvas c, int row, int col, int rows, enum role role)
{
	for (int i = 0; i < rows; i++)
		put_plain(c, row + i, col, 1, role, 0x2502);
}

void canvas_restyle(struct canvas c, int row, int col, int cols, enum role role)
{
	for (int i = 0; i < cols; i++)
		if (holds(c, row, col + i))
			cell_at(c.surface, c.row + row, c.col + col + i)->role = (uint8_t)role;
}

void canvas_cursor(struct canvas c, int row, int col)
{
	if (!holds(c, row, col))
		return;
	c.surface->cursor_row = c.row + row;
	c.surface->cursor_col = c.col + col;
}

struct canvas canvas_of(struct surface *s)
{
	return (struct canvas){ .surface = s, .rows = s->rows, .cols = s->cols, .to = s->rows };
}

static void clip(int *at, int *n, int room)
{
	if (*at < 0) {
		*n += *at;
		*at = 0;
	}
	if (*n > room - *at)
		*n = room - *at;
	if (*n < 0)
		*n = 0;
}

struct canvas canvas_sub(struct canvas c, int row, int col, int rows, int cols)
{
	clip(&row, &rows, c.rows);
	clip(&col, &cols, c.cols);
	c.row += row;
	c.col += col;
	c.rows = rows;
	c.cols = cols;
	return c;
}

struct canvas canvas_only(struct canvas c, int from, int to)
{
	c.from = c.row + from > c.from ? c.row + from : c.from;
	c.to = c.row + to < c.to ? c.row + to : c.to;
	return c;
}

struct canvas canvas_keep(struct canvas c, int from, int to)
{
	c.keep_from = c.row + from;
	c.keep_to = c.row + to;
	return c;
}

void surface_clear(struct surface *s)
{
	s->cursor_row = s->cursor_col = -1;
	if (s->rows <= 0 || s->cols <= 0)
		return;
	for (int col = 0; col < s->cols; col++)
		s->cell[col] = blank;
	for (int row = 1; row < s->rows; row++)
		memcpy(cell_at(s, row, 0), s->cell, (size_t)s->cols * sizeof *s->cell);
}

void surface_resize(struct surface *s, int rows, int cols)
{
	s->rows = rows > 0 && cols > 0 ? rows : 0;
	s->cols = s->rows ? cols : 0;
	s->cell = xrealloc(s->cell, (size_t)s->rows * (size_t)s->cols, sizeof *s->cell);
	surface_clear(s);
}

void surface_release(struct surface *s)
{
	free(s->cell);
	free(s->marked);
	*s = (struct surface){ 0 };
}

struct cluster surface_cluster(const struct surface *s, const struct cell *cell)
{
	if (cell->base >= CELL_MARKED)
		return s->marked[cell->base - CELL_MARKED];
	return (struct cluster){ .base = cell->base, .cols = cell->cols };
}

void surface_text(const struct surface *s, struct buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		size_t end = out->n;
		for (int col = 0; col < s->cols; col++) {
			const struct cell *cell =
				&s->cell[(size_t)row * (size_t)s->cols + (size_t)col];
			if (cell->cols == 0)
				continue;
			struct cluster cl = surface_cluster(s, cell);
			text_encode(out, cl.base);
			for (size_t i = 0; i < TEXT_MARKS && cl.mark[i]; i++)
				text_encode(out, cl.mark[i]);
			if (cell->base != ' ')
				end = out->n;
		}
		out->n = end;
		buf_addc(out, '\n');
	}
}
