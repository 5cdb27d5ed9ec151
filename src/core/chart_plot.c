/* chart_plot.c - charts with two axes: a line over days, a plot of two percentages. */
#include "hone/chart.h"

#include "chart_grid.h"

enum { AXIS_COLS = 5, LEAST_ROWS = 4, DOTS_HIGH = 4, DOTS_WIDE = 2 };

/* Where the field begins is right of AXIS_COLS; `under` rows below it are the axis. */
struct field {
	struct chart_grid *g;
	int rows, cols;
	bool ascii;
};

static struct field field_of(struct chart_grid *g, struct chart_look look, int under)
{
	return (struct field){ g, g->rows - under, g->cols - AXIS_COLS, look.ascii };
}

static int at_least(int n, int least)
{
	return n < least ? least : n;
}

/* Of `steps` places from top to bottom the one of a percentage. */
static int place(double percent, int steps)
{
	double v = percent < 0 ? 0 : percent > 100 ? 100 : percent;
	return (int)((100 - v) / 100 * (steps - 1) + 0.5);
}

/* 100, 50 and 0, as far as they have rows of their own. */
static void put_percents(const struct field *f)
{
	for (int row = 0; row < f->rows; row++)
		grid_put(f->g, row, AXIS_COLS - 1, CHART_DIM, f->ascii ? '|' : 0x2502);
	for (int percent = 100; percent >= 0; percent -= 50) {
		int row = place(percent, f->rows);
		grid_right(
			f->g, row, AXIS_COLS - 1, CHART_DIM, arena_printf(f->g->a, "%d ", percent));
		grid_put(f->g, row, AXIS_COLS - 1, CHART_DIM, f->ascii ? '+' : 0x2524);
	}
}

static void put_floor(const struct field *f)
{
	grid_put(f->g, f->rows, AXIS_COLS - 1, CHART_DIM, f->ascii ? '+' : 0x2514);
	grid_run(f->g, f->rows, AXIS_COLS, f->cols, CHART_DIM, f->ascii ? '-' : 0x2500);
}

/* ---- days */

static int day_at(const struct chart_days *d, int step, int steps)
{
	return steps < 2 ? d->from
			 : d->from + (int)((int64_t)step * (d->to - d->from) / (steps - 1));
}

/* The goal of a day: the first that is due on it or later, else the last; -1 without any. */
static int goal_on(const struct chart_days *d, int day)
{
	for (int i = 0; i < d->ngoal; i++)
		if (d->goal[i].day >= day)
			return d->goal[i].percent;
	return d->ngoal ? d->goal[d->ngoal - 1].percent : -1;
}

/* The last value known on the days that the step stands for; below 0: none. */
static double value_at(const struct chart_days *d, int step, int steps)
{
	int to = day_at(d, step, steps), from = step ? day_at(d, step - 1, steps) + 1 : to;
	for (int day = to; day >= from || day == to; day--)
		if (day - d->from < d->nvalue && d->value[day - d->from] >= 0)
			return d->value[day - d->from];
	return -1;
}

static void put_goals(const struct field *f, const struct chart_days *d)
{
	for (int col = 0; col < f->cols; col++) {
		int percent = goal_on(d, day_at(d, col, f->cols));
		if (percent >= 0)
			grid_put(f->g, place(percent, f->rows), AXIS_COLS + col, CHART_TARGET,
				f->ascii ? '-' : 0x2504);
	}
}

static void put_stars(const struct field *f, const struct chart_days *d)
{
	for (int col = 0; col < f->cols; col++) {
		double v = value_at(d, col, f->cols);
		if (v >= 0)
			grid_put(f->g, place(v, f->rows), AXIS_COLS + col, CHART_LINE, '*');
	}
}

/* The dot's bit in a braille cell. */
static unsigned char dot_bit(int x, int y)
{
	static const unsigned char bit[DOTS_WIDE][DOTS_HIGH] = { { 0x01, 0x02, 0x04, 0x40 },
		{ 0x08, 0x10, 0x20, 0x80 } };
	return bit[x][y];
}

/* A line of dots, joined where it climbs. */
static void put_dots(const struct field *f, const struct chart_days *d)
{
	int wide = f->cols * DOTS_WIDE, high = f->rows * DOTS_HIGH, before = -1;
	unsigned char *dot = arena_alloc(f->g->a, (size_t)f->cols * (size_t)f->rows, 1);
	for (int x = 0; x < wide; x++) {
		double v = value_at(d, x, wide);
		int y = v < 0 ? -1 : place(v, high);
		int low = before >= 0 && before < y ? before + 1 : y;
		int most = before >= 0 && before > y ? before - 1 : y;
		for (int k = low; y >= 0 && k <= most; k++)
			dot[k / DOTS_HIGH * f->cols + x / DOTS_WIDE] |=
				dot_bit(x % DOTS_WIDE, k % DOTS_HIGH);
		before = y;
	}
	for (int i = 0; i < f->rows * f->cols; i++)
		if (dot[i])
			grid_put(f->g, i / f->cols, AXIS_COLS + i % f->cols, CHART_LINE,
				0x2800u + dot[i]);
}

static struct str day_label(int day, struct arena *a)
{
	struct civil c = day_civil(day);
	return arena_printf(a, "%d %.3s", c.day, day_month_name(c.month));
}

/* The first and the last day, and as many between them as have room on both sides. */
static void put_days(const struct field *f, const struct chart_days *d)
{
	enum { WIDEST = 6, APART = 3 };
	struct arena *a = f->g->a;
	struct str last = day_label(d->to, a);
	int row = f->rows + 1, end = f->g->cols - text_cols(last);
	grid_text(f->g, row, AXIS_COLS, WIDEST, CHART_DIM, day_label(d->from, a));
	if (d->to == d->from || end < AXIS_COLS + WIDEST + APART)
		return;
	grid_text(f->g, row, end, WIDEST, CHART_DIM, last);
	int each = (WIDEST + APART) * 2;
	for (int col = each; AXIS_COLS + col + WIDEST + APART <= end; col += each)
		grid_text(f->g, row, AXIS_COLS + col, WIDEST, CHART_DIM,
			day_label(day_at(d, col, f->cols), a));
}

struct chart chart_line(const struct chart_days *d, struct chart_look look, struct arena *a)
{
	enum { UNDER = 2 };
	struct chart_grid g = grid_new(at_least(look.rows, LEAST_ROWS), look.cols, a);
	struct field f = field_of(&g, look, UNDER);
	put_percents(&f);
	put_floor(&f);
	put_days(&f, d);
	put_goals(&f, d);
	if (look.ascii)
		put_stars(&f, d);
	else
		put_dots(&f, d);
	return grid_chart(&g);
}

/* ---- two percentages */

static int column(int percent, int cols)
{
	return (percent * (cols - 1) + 50) / 100;
}

/* One, so many, or more than nine. */
static uint32_t sign_of(int n, bool ascii)
{
	return n > 9 ? '+' : n > 1 ? (uint32_t)('0' + n) : ascii ? 'o' : 0x2022;
}

static void put_points(const struct field *f, const struct chart_point *point, int n)
{
	int *count = arena_alloc(f->g->a, (size_t)f->rows * (size_t)f->cols, sizeof *count);
	for (int i = 0; i < n; i++) {
		int row = place(point[i].y, f->rows), col = column(point[i].x, f->cols);
		int *here = &count[row * f->cols + col];
		grid_put(f->g, row, AXIS_COLS + col, point[i].role, sign_of(++*here, f->ascii));
	}
}

struct chart chart_plot(const struct chart_point *point, int n, struct str x, struct str y,
	struct chart_look look, struct arena *a)
{
	enum { UNDER = 2 };
	struct chart_grid g = grid_new(at_least(look.rows, LEAST_ROWS) + 1, look.cols, a);
	struct chart_grid body = g;
	body.cell += g.cols; /* the first row says what goes up */
	body.rows--;
	struct field f = field_of(&body, look, UNDER);
	grid_text(&g, 0, 0, g.cols, CHART_DIM, y);
	put_percents(&f);
	put_floor(&f);
	for (int col = 0; col < f.cols; col++)
		grid_put(&body, place(col * 100.0 / (f.cols - 1), f.rows), AXIS_COLS + col,
			CHART_DIM, look.ascii ? '.' : 0xB7);
	put_points(&f, point, n);
	int at = AXIS_COLS + grid_text(&body, f.rows + 1, AXIS_COLS, 2, CHART_DIM, STR("0"));
	int width = text_cols(x), middle = AXIS_COLS + (f.cols - width) / 2;
	grid_right(&body, f.rows + 1, g.cols, CHART_DIM, STR("100"));
	if (middle > at && middle + width < g.cols - 4)
		grid_text(&body, f.rows + 1, middle, width, CHART_DIM, x);
	return grid_chart(&g);
}
