/* term_draw.c - what changed between two frames goes to curses, one stretch a row. */
#include "tui/term_priv.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <curses.h>

enum { UNKNOWN = 255 }; /* in cell.cols, cell.role: no cell is like it */

/* What an erased screen shows: empty cells, if such cells look like the terminal's own background. */
static void forget(struct term *t)
{
	struct look text = color_look(t, ROLE_TEXT, 0);
	bool plain = text.attrs == 0 && text.pair == 0;
	struct cell erased = { .base = ' ', .role = ROLE_TEXT, .cols = plain ? 1 : UNKNOWN };
	for (int i = 0; i < t->rows * t->cols; i++)
		t->shown[i] = erased;
}

/* The glyphs of a cell as curses takes them; it and the terminal must count columns as we do. */
static void glyphs(const struct term *t, struct cluster cl, wchar_t *out)
{
	size_t n = 0;
	if (cl.base < 0x7F || t->ascii)
		out[n++] = (wchar_t)(cl.base < 0x7F ? cl.base : (uint32_t)text_ascii(cl.base));
	else
		out[n++] = (wchar_t)(wcwidth((wchar_t)cl.base) == cl.cols ? cl.base
									  : TEXT_REPLACEMENT);
	for (size_t i = 0; i < TEXT_MARKS && cl.mark[i] && !t->ascii; i++)
		if (wcwidth((wchar_t)cl.mark[i]) == 0)
			out[n++] = (wchar_t)cl.mark[i];
	out[n] = L'\0';
}

/*
 * Columns [from, to) of a row as curses has them: one element a character, wide or not. Most cells are
 * ASCII in the style of the one before: they only change the character of an element made once.
 */
static int convert(
	struct term *t, const struct surface *s, const struct cell *row, int from, int to)
{
	cchar_t *line = t->line, styled = { 0 };
	struct look look = { 0 };
	unsigned role = UNKNOWN, attr = 0;
	int n = 0;
	for (int col = from; col < to; col++) {
		const struct cell *cell = &row[col];
		if (cell->cols == 0)
			continue;
		if (cell->role != role || cell->attr != attr) {
			role = cell->role;
			attr = cell->attr;
			look = color_look(t, role, attr);
			setcchar(&styled, L" ", (attr_t)look.attrs, look.pair, NULL);
		}
		if (cell->base < 0x7F) {
			line[n] = styled;
			line[n++].chars[0] = (wchar_t)cell->base;
			continue;
		}
		wchar_t text[2 + TEXT_MARKS];
		glyphs(t, surface_cluster(s, cell), text);
		setcchar(&line[n++], text, (attr_t)look.attrs, look.pair, NULL);
		if (cell->cols == 2 && wcwidth(text[0]) != 2)
			line[n++] = styled;
	}
	return n;
}

static bool draw_row(struct term *t, const struct surface *s, int row)
{
	const struct cell *now = &s->cell[(size_t)row * (size_t)s->cols];
	struct cell *was = &t->shown[(size_t)row * (size_t)t->cols];
	size_t size = sizeof *now;
	if (memcmp(was, now, (size_t)t->cols * size) == 0)
		return false;
	int from = 0, to = t->cols;
	while (memcmp(&was[from], &now[from], size) == 0)
		from++;
	while (memcmp(&was[to - 1], &now[to - 1], size) == 0)
		to--;
	/* Whole characters, of both frames: curses would blank a half that is left. */
	while (from > 0 && (now[from].cols == 0 || was[from].cols == 0))
		from--;
	while (to < t->cols && (now[to].cols == 0 || was[to].cols == 0))
		to++;
	int n = convert(t, s, now, from, to);
	mvadd_wchnstr(row, from, t->line, n);
	memcpy(&was[from], &now[from], (size_t)(to - from) * size);
	return true;
}

static bool place_cursor(struct term *t, const struct surface *s)
{
	bool shown = s->cursor_row >= 0 && s->cursor_row < t->rows && s->cursor_col >= 0 &&
		     s->cursor_col < t->cols;
	if (shown)
		move(s->cursor_row, s->cursor_col);
	leaveok(stdscr, !shown);
	return shown;
}

void draw_open(struct term *t)
{
	t->cursor = -1;
	draw_resize(t);
}

void draw_resize(struct term *t)
{
	size_t n = (size_t)t->rows * (size_t)t->cols;
	t->shown = xrealloc(t->shown, n, sizeof *t->shown);
	t->line = xrealloc(t->line, (size_t)t->cols + 1, sizeof(cchar_t));
	forget(t);
	erase();
}

void draw_close(struct term *t)
{
	free(t->shown);
	free(t->line);
}

bool draw_rows(struct term *t, const struct surface *s, int *changed)
{
	int cursor_row, cursor_col;
	getyx(stdscr, cursor_row, cursor_col);
	*changed = 0;
	for (int row = 0; row < t->rows && s->cols == t->cols && row < s->rows; row++)
		*changed += draw_row(t, s, row);
	bool shown = place_cursor(t, s);
	return *changed > 0 || t->cursor != shown ||
	       (shown && (cursor_row != s->cursor_row || cursor_col != s->cursor_col));
}

/* On the screen that is shown: some terminals keep for each of their two whether it has a cursor. */
void draw_cursor(struct term *t)
{
	bool shown = !is_leaveok(stdscr);
	if (t->cursor != shown)
		curs_set(shown);
	t->cursor = shown;
}
