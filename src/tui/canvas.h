/*
 * canvas.h - a grid of cells and clipped windows on it. No tty.
 *
 * A surface owns the cells of a screen. A canvas is a rectangle of a surface, passed by value; drawing
 * outside of it does nothing. All text passes text_next() on its way into a cell, so nothing that a file
 * holds can act on the terminal, and a wide character never stands half outside.
 */
#ifndef HONE_CANVAS_H
#define HONE_CANVAS_H

#include "hone/text.h"
#include "tui/theme.h"

struct cell {
	uint32_t
		base; /* a code point, or from CELL_MARKED on one of surface.marked; 0 in a right half */
	uint8_t role; /* enum role */
	uint8_t attr; /* enum attr, over those of the role */
	uint8_t cols; /* 1, 2; 0 in the right half of a wide character */
	uint8_t zero; /* always 0: cells are compared bytewise */
};

/* CELL_MARKED lies above all code points. More than MOST_MARKED clusters lose their marks. */
enum { CELL_MARKED = 0x110000, MOST_MARKED = 4096 };

struct surface {
	struct cell *cell; /* rows * cols */
	int rows, cols;
	int cursor_row, cursor_col; /* where the real cursor is parked; -1: hidden */
	/* Characters with combining marks, each once and for as long as the surface lives: cells of two
	 * frames that are equal show the same. */
	struct cluster *marked;
	size_t nmarked, marked_cap;
};

struct canvas {
	struct surface *surface;
	int row, col, rows, cols;
	int from, to;           /* rows of the surface outside of these are left as they are, */
	int keep_from, keep_to; /* and these of them, too */
};

void surface_resize(struct surface *s, int rows, int cols); /* content is cleared */
void surface_clear(struct surface *s);
void surface_release(struct surface *s);

/* What a cell shows; base 0 for the right half of a wide character. */
struct cluster surface_cluster(const struct surface *s, const struct cell *cell);

/* The screen as text, a line a row, trailing spaces cut; for tests. */
void surface_text(const struct surface *s, struct buf *out);

struct canvas canvas_of(struct surface *s);
struct canvas canvas_sub(struct canvas c, int row, int col, int rows, int cols); /* clipped */

/* The same canvas, on which drawing changes only rows [from, to). */
struct canvas canvas_only(struct canvas c, int from, int to);

/* The same, on which drawing changes nothing of rows [from, to). */
struct canvas canvas_keep(struct canvas c, int from, int to);

/* Would anything drawn there be seen? A view with many rows need not prepare those that would not. */
bool canvas_holds_row(struct canvas c, int row);

/* Draw s from (row, col), which may lie outside; returns the columns it takes. A tab is a space. */
int canvas_text(struct canvas c, int row, int col, enum role role, struct str s);
int canvas_attr_text(
	struct canvas c, int row, int col, enum role role, unsigned attr, struct str s);
int canvas_printf(struct canvas c, int row, int col, enum role role, const char *fmt, ...)
	PRINTF_LIKE(5, 6);

/* So that it ends before column `end`; returns the column where it begins. */
int canvas_right(struct canvas c, int row, int end, enum role role, struct str s);

/* As canvas_text, cut to `width` columns with "…" when it is longer, padded with spaces when not. */
void canvas_field(struct canvas c, int row, int col, int width, enum role role, struct str s);

void canvas_fill(
	struct canvas c, enum role role, uint32_t cp); /* one column wide characters only */
void canvas_hline(struct canvas c, int row, int col, int cols, enum role role);
void canvas_vline(struct canvas c, int row, int col, int rows, enum role role);

/* Give a stretch of a row another role (a cursor bar over what is drawn); text and attr stay. */
void canvas_restyle(struct canvas c, int row, int col, int cols, enum role role);

/* Park the real cursor (for screen readers and prompts). */
void canvas_cursor(struct canvas c, int row, int col);

#endif
