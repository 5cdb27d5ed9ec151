/* rows.c - a page of rows: laid out, moved in, drawn. */
#include "views/rows.h"

#include "hone/text.h"

enum { LEAST_COLS = 4, LEAST_BESIDE = 12 };

/* ---- laying out */

const struct row *rows_under(const struct rows *r)
{
	static const struct row none;
	return r->list.n && r->list.cursor >= 0 ? &r->row[r->list.cursor] : &none;
}

int rows_find(const struct rows *r, int kind, int index)
{
	for (int i = 0; i < r->list.n; i++)
		if (r->row[i].kind == kind && r->row[i].index == index)
			return i;
	return -1;
}

void rows_begin(struct rows *r)
{
	r->before = r->list;
	r->was = *rows_under(r);
	arena_clear(&r->arena);
	r->row = NULL;
	r->cap = 0;
	r->list.n = 0;
}

static int last_top(const struct list *l)
{
	return l->n > l->page ? l->n - l->page : 0;
}

static int within(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

static bool in_sight(const struct list *l, int at)
{
	return at >= l->top && at < l->top + l->page && at < l->n;
}

/* The next row that stops the cursor after (step < 0: before) `from`, -1. */
static int next_stop(const struct rows *r, int from, int step)
{
	for (int i = from + step; i >= 0 && i < r->list.n; i += step)
		if (r->row[i].stop)
			return i;
	return -1;
}

/* The first (step < 0: last) stop in sight, -1. */
static int stop_in_sight(const struct rows *r, int step)
{
	const struct list *l = &r->list;
	int end = l->top + l->page < l->n ? l->top + l->page : l->n;
	int at = step > 0 ? next_stop(r, l->top - 1, 1) : next_stop(r, end, -1);
	return at >= 0 && in_sight(l, at) ? at : -1;
}

static void settle(struct rows *r, int at)
{
	struct list *l = &r->list;
	l->top = within(r->before.top, 0, last_top(l));
	l->cursor = at;
	if (at >= 0 && !in_sight(l, at))
		list_show(l, at);
	if (at < 0 || !r->row[at].stop)
		l->cursor = stop_in_sight(r, 1);
}

void rows_end(struct rows *r)
{
	int n = r->list.n,
	    at = r->was.kind >= ROW_OWN ? rows_find(r, r->was.kind, r->was.index) : -1;
	r->list.page = r->before.page > 0 ? r->before.page : 1;
	if (r->some) {
		settle(r, at);
		return;
	}
	r->list.cursor = at >= 0 ? at : r->before.cursor;
	list_resize(&r->list, n, r->list.page);
}

void rows_release(struct rows *r)
{
	arena_release(&r->arena);
}

void rows_add(struct rows *r, struct row row)
{
	r->row = arena_room(&r->arena, r->row, (size_t)r->list.n, &r->cap, sizeof *r->row);
	r->row[r->list.n++] = row;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

void rows_text(struct rows *r, struct row row, struct str text)
{
	struct str right = row.right;
	int cols = r->cols - 2 * ROWS_MARGIN - row.indent;
	int beside = right.n ? cols - text_cols(right) - 2 : cols;
	bool below = beside < LEAST_BESIDE && beside < text_cols(text);
	if (below)
		row.right = (struct str){ 0 };
	while (text_wrap(&text, most(below ? cols : beside, LEAST_COLS), &row.text)) {
		rows_add(r, row);
		row.more = true;
		row.stop = false;
		row.right = (struct str){ 0 };
	}
	row.text = (struct str){ 0 };
	row.right = right;
	if (below)
		rows_add(r, row);
}

void rows_heading(struct rows *r, struct str text, struct str right)
{
	rows_add(r, (struct row){ .kind = ROW_BLANK });
	rows_text(
		r, (struct row){ .kind = ROW_HEADING, .role = ROLE_ACCENT, .right = right }, text);
}

/* ---- moving where only some rows stop the cursor */

/* To the next stop in sight, else the page by a row. */
static void step_some(struct rows *r, int step)
{
	struct list *l = &r->list;
	int none = step > 0 ? l->top - 1 : l->top + l->page;
	int at = next_stop(r, l->cursor >= 0 ? l->cursor : none, step);
	if (at < 0 || !in_sight(l, at))
		l->top = within(l->top + step, 0, last_top(l));
	if (at >= 0 && in_sight(l, at))
		l->cursor = at;
	else if (l->cursor >= 0 && !in_sight(l, l->cursor))
		l->cursor = -1;
}

/* Where the page is at its end the cursor goes to the last stop. */
static void turn_some(struct rows *r, int rows)
{
	struct list *l = &r->list;
	int step = rows < 0 ? -1 : 1, top = within(l->top + rows, 0, last_top(l));
	bool end = top == l->top;
	l->top = top;
	if (end)
		l->cursor = stop_in_sight(r, -step);
	else if (l->cursor < 0 || !in_sight(l, l->cursor))
		l->cursor = stop_in_sight(r, step);
}

static void move_some(struct rows *r, int action, int count)
{
	struct list *l = &r->list;
	int times = within(count, 1, most(l->n, 1)), half = most(l->page / 2, 1);
	switch (action) {
	case MOTION_DOWN:
	case MOTION_UP:
		for (int i = 0; i < times; i++)
			step_some(r, action == MOTION_DOWN ? 1 : -1);
		return;
	case MOTION_PAGE_DOWN: turn_some(r, times * l->page); return;
	case MOTION_PAGE_UP: turn_some(r, -times * l->page); return;
	case MOTION_HALF_DOWN: turn_some(r, times * half); return;
	case MOTION_HALF_UP: turn_some(r, -times * half); return;
	case MOTION_FIRST:
	case MOTION_LAST:
		l->top = action == MOTION_FIRST ? 0 : within(count - 1, 0, last_top(l));
		if (action == MOTION_LAST && count == 0)
			l->top = last_top(l);
		l->cursor = stop_in_sight(r, action == MOTION_FIRST ? 1 : -1);
		return;
	}
}

void rows_move(struct rows *r, int action, int count)
{
	if (r->some)
		move_some(r, action, count);
	else
		list_move(&r->list, action, count);
}

void rows_go_heading(struct rows *r, int step)
{
	struct list *l = &r->list;
	bool end = l->top == last_top(l) && l->cursor >= 0;
	for (int i = (end ? l->cursor : l->top) + step; i >= 0 && i < l->n; i += step) {
		if (r->row[i].kind != ROW_HEADING || r->row[i].more)
			continue;
		int stop = next_stop(r, i, 1);
		l->top = within(i, 0, last_top(l));
		l->cursor = stop >= 0 && in_sight(l, stop) ? stop : stop_in_sight(r, 1);
		return;
	}
}

/* ---- drawing */

static void draw_cursor(const struct rows *r, struct canvas c)
{
	const struct list *l = &r->list;
	int at = l->cursor;
	if (at < 0 || !in_sight(l, at))
		return;
	canvas_cursor(c, at - l->top, 0);
	do
		canvas_restyle(c, at - l->top, 0, c.cols, ROLE_SELECTED);
	while (r->some && ++at < l->n && r->row[at].more);
}

void rows_draw(
	const struct rows *r, struct canvas c, bool focused, rows_draw_own *own, const void *state)
{
	const struct list *l = &r->list;
	struct canvas used = canvas_sub(c, 0, 0, c.rows, r->cols);
	for (int i = 0; i < c.rows && l->top + i < l->n; i++) {
		const struct row *row = &r->row[l->top + i];
		if (row->kind >= ROW_OWN && own(state, row, used, i))
			continue;
		canvas_attr_text(used, i, ROWS_MARGIN + row->indent, row->role,
			row->kind == ROW_HEADING ? ATTR_BOLD : 0, row->text);
		canvas_right(used, i, used.cols - ROWS_MARGIN, ROLE_DIM, row->right);
	}
	if (l->top + c.rows < l->n)
		canvas_right(c, c.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
	if (focused && l->n)
		draw_cursor(r, c);
}
