/* move_draw.c - the preview of a move: in words, day by day, and as two small months. */
#include <stdio.h>
#include <string.h>

#include "views/move_priv.h"
#include "views/views.h"

/* From WIDE columns on the preview stands beside the choices. */
enum {
	WIDE = 100,
	CHOICE_COLS = 42,
	NAME_COLS = 10,
	MOST_WORDS = 3,
	AIRY = 16, /* from that height on there are empty rows */
	MONTH_ROWS = 8,
	MONTH_COLS = 21,
	MONTH_GAP = 3,
	MONTHS_COLS = 2 * MONTH_COLS + MONTH_GAP + 2,
	ASIDE = MONTHS_COLS + 32, /* that wide both months have room beside the choices */
	MOST_COLS = 100,          /* of the table: dates far from their day are hard to read */
	BRIEF = 70,               /* less: "W3 D2" */
	LEAST_NAME = 12,          /* less: the dates as they are now are left out */
	LEAST_TABLE = 3,
};

/* ---- what is seen */

static bool stands(const struct calendar *cal, int day, int date)
{
	const struct calendar_day *d = day >= 0 ? &cal->day[day] : NULL;
	for (int i = 0; d && i < d->n; i++)
		if (d->date[i] == date)
			return true;
	return false;
}

static void fill_month(struct move_view *v, const struct study *s, int which)
{
	static const enum role role[] = {
		[CALENDAR_NONE] = ROLE_DIM,
		[CALENDAR_PLANNED] = ROLE_TEXT,
		[CALENDAR_PART] = ROLE_UNSURE,
		[CALENDAR_DONE] = ROLE_KNOW,
		[CALENDAR_MISSED] = ROLE_DUNNO,
	};
	const struct calendar *cal = which ? &v->after : &v->before;
	struct civil c = day_civil(v->first);
	for (int i = 0; i < day_month_length(c.year, c.month); i++) {
		int day, date = v->first + i;
		enum calendar_mark mark = calendar_mark(&s->plan, cal, s->today, date, &day, NULL);
		v->month[which][i] = (struct month_date){
			.role = role[mark],
			.off = mark == CALENDAR_NONE && calendar_is_off(cal, date),
			.here = stands(cal, v->day, date),
		};
	}
}

static void fill_months(struct move_view *v, const struct study *s)
{
	int from = v->day >= 0 ? v->before.day[v->day].from : DAY_NONE;
	struct civil c = day_civil(from != DAY_NONE ? from : v->date);
	v->first = day_of_civil(c.year, c.month, 1);
	fill_month(v, s, 0);
	if (v->can)
		fill_month(v, s, 1);
}

/* "Changes the dates of 9 days; the plan then ends Tue 16 Dec, not Mon 15 Dec" */
static void sum_up(struct move_view *v, const struct study *s, int n)
{
	struct buf b = { 0 };
	char was[48], is[48];
	if (n == 0)
		buf_add(&b, STR("No day of the plan changes its date"));
	else
		buf_addf(&b, "Changes the dates of %d day%s", n, n == 1 ? "" : "s");
	if (v->before.end != v->after.end && v->after.end != DAY_NONE && v->before.end != DAY_NONE)
		buf_addf(&b, "; the plan then ends %s, not %s",
			views_dates(v->after.end, v->after.end, s->today, is),
			views_dates(v->before.end, v->before.end, s->today, was));
	v->sum = arena_str(&v->look, buf_str(&b));
	buf_release(&b);
}

static bool wide(const struct move_view *v)
{
	return v->cols >= WIDE;
}

static int preview_cols(const struct move_view *v)
{
	int cols = wide(v) ? v->cols - CHOICE_COLS - 1 : v->cols;
	return cols < MOST_COLS ? cols : MOST_COLS;
}

static int lines_of(struct str text, int cols)
{
	struct str line;
	int n = 0;
	while (n < MOST_WORDS && text_wrap(&text, cols > 1 ? cols : 1, &line))
		n++;
	return n;
}

/* Rows of the choices above the preview: all, unless too little is left for that. */
static int rows_above(const struct move_view *v)
{
	int want = v->aside && v->list.n < MONTH_ROWS ? MONTH_ROWS : v->list.n;
	int most = v->rows - v->said - 1 - LEAST_TABLE, least = v->rows / 3 > 1 ? v->rows / 3 : 1;
	return want < most ? want : most > least ? most : least;
}

void move_shape(struct move_view *v)
{
	int cols = preview_cols(v);
	v->said = v->can ? lines_of(v->words, cols - 2) + lines_of(v->sum, cols - 2)
			 : 1 + lines_of(str_of(v->why.text), cols - 2);
	v->said += v->rows >= AIRY;
	v->aside = !wide(v) && v->cols >= ASIDE && v->rows >= AIRY;
	v->top = wide(v) ? 0 : rows_above(v);
	int room = v->rows - v->said - (wide(v) ? 0 : v->top + 1);
	bool below = !v->aside && cols >= MONTHS_COLS && room > MONTH_ROWS + LEAST_TABLE;
	v->months = below || v->aside ? MONTH_ROWS : 0;
	v->table = room - (below ? MONTH_ROWS + 1 : 0);
	v->table = v->table > 0 ? v->table : 0;
	list_resize(&v->list, v->list.n, wide(v) ? v->rows : v->top);
	list_resize(&v->changes, v->changes.n, v->table > 1 ? v->table - 1 : 1);
}

static const char *dates(const struct study *s, int from, int to, char out[static 48])
{
	return from == DAY_NONE ? "no date" : views_dates(from, to, s->today, out);
}

static void measure(struct move_view *v, const struct study *s)
{
	char text[48];
	v->now_cols = v->then_cols = 4;
	for (int i = 0; i < v->changes.n; i++) {
		const struct calendar_change *d = &v->change[i];
		int now = (int)strlen(dates(s, d->from_a, d->to_a, text));
		int then = (int)strlen(dates(s, d->from_b, d->to_b, text));
		v->now_cols = now > v->now_cols ? now : v->now_cols;
		v->then_cols = then > v->then_cols ? then : v->then_cols;
	}
}

void move_look(struct move_view *v, const struct study *s)
{
	struct move m = move_chosen(v, s);
	struct buf words = { 0 };
	int n = 0;
	arena_clear(&v->look);
	v->why = (struct err){ 0 };
	v->can = planner_preview(s, &m, &v->after, &v->look, &v->why);
	v->words = v->sum = (struct str){ 0 };
	v->changes.cursor = v->changes.top = 0;
	if (v->can) {
		v->change = calendar_diff(&v->before, &v->after, &n, &v->look);
		buf_add(&words, STR("With Enter: "));
		planner_words(s, &m, &words);
		v->words = arena_str(&v->look, buf_str(&words));
		sum_up(v, s, n);
	}
	buf_release(&words);
	v->changes.n = n;
	measure(v, s);
	fill_months(v, s);
	move_shape(v);
}

/* ---- drawing */

static void draw_choices(
	const struct move_view *v, const struct study *s, struct canvas c, bool focused)
{
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++) {
		struct str name;
		struct buf value = { 0 };
		bool here = v->list.top + i == v->list.cursor;
		move_say(v, s, v->list.top + i, &name, &value);
		canvas_text(c, i, 1, ROLE_ACCENT, name);
		canvas_field(c, i, NAME_COLS, c.cols - NAME_COLS - 1, ROLE_TEXT, buf_str(&value));
		if (here)
			canvas_restyle(
				c, i, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
		if (here && focused)
			canvas_cursor(c, i, 0);
		buf_release(&value);
	}
}

static int wrapped(struct canvas c, int row, int rows, enum role role, struct str text)
{
	struct str line;
	int n = 0;
	while (n < rows && text_wrap(&text, c.cols - 2, &line))
		canvas_text(c, row + n++, 1, role, line);
	return n;
}

static void draw_words(const struct move_view *v, struct canvas c)
{
	if (!v->can) {
		canvas_text(c, 0, 1, ROLE_DUNNO, STR("This cannot be done:"));
		wrapped(c, 1, MOST_WORDS, ROLE_TEXT, str_of(v->why.text));
		return;
	}
	int n = wrapped(c, 0, MOST_WORDS, ROLE_TEXT, v->words);
	wrapped(c, n, MOST_WORDS, ROLE_DIM, v->sum);
}

/* Where the columns of the table begin; now is -1 where there is no room for it. */
struct columns {
	int name, now, then;
};

static struct columns columns_of(const struct move_view *v, struct canvas c)
{
	struct columns at = { .then = c.cols - v->then_cols - 1 };
	at.now = at.then - v->now_cols - 2;
	if (at.now < LEAST_NAME)
		at.now = -1;
	at.name = (at.now < 0 ? at.then : at.now) - 2;
	return at;
}

static void draw_change(const struct move_view *v, const struct study *s, struct canvas c, int row,
	const struct calendar_change *d)
{
	char text[48];
	struct buf name = { 0 };
	struct columns at = columns_of(v, c);
	enum role role = d->day == v->day ? ROLE_ACCENT : ROLE_TEXT;
	move_day_name(&s->plan, d->day, c.cols < BRIEF, &name);
	canvas_field(c, row, 1, at.name - 1, role, buf_str(&name));
	if (at.now >= 0)
		canvas_text(c, row, at.now, ROLE_DIM, str_of(dates(s, d->from_a, d->to_a, text)));
	canvas_text(c, row, at.then, role, str_of(dates(s, d->from_b, d->to_b, text)));
	buf_release(&name);
}

static void draw_table(const struct move_view *v, const struct study *s, struct canvas c)
{
	const struct list *l = &v->changes;
	struct columns at = columns_of(v, c);
	if (!v->can || l->n == 0 || c.rows < 2)
		return;
	if (at.now >= 0)
		canvas_text(c, 0, at.now, ROLE_DIM, STR("now"));
	canvas_text(c, 0, at.then, ROLE_DIM, STR("then"));
	for (int i = 0; i < l->page && l->top + i < l->n; i++)
		draw_change(v, s, c, 1 + i, &v->change[l->top + i]);
	int last = l->top + l->page < l->n ? l->top + l->page : l->n;
	if (l->page < l->n)
		canvas_printf(c, 0, 1, ROLE_DIM, "%d-%d of %d", l->top + 1, last, l->n);
}

static void draw_month(const struct move_view *v, const struct study *s, struct canvas c, int which)
{
	struct civil month = day_civil(v->first);
	int before = day_weekday(v->first);
	canvas_printf(c, 0, 0, ROLE_ACCENT, "%s  %.3s %d", which ? "then" : "now",
		day_month_name(month.month), month.year);
	for (int i = 0; i < 7; i++)
		canvas_text(c, 1, i * 3, ROLE_DIM, str_slice(str_of(day_weekday_name(i)), 0, 2));
	for (int i = 0; i < day_month_length(month.year, month.month); i++) {
		const struct month_date *d = &v->month[which][i];
		int row = 2 + (before + i) / 7, col = (before + i) % 7 * 3;
		bool today = v->first + i == s->today;
		char digits[16];
		snprintf(digits, sizeof digits, "%2d", i + 1);
		canvas_attr_text(c, row, col, d->here ? ROLE_SELECTED : d->role,
			(today ? ATTR_BOLD | ATTR_UNDERLINE : 0u),
			d->off ? STR(" -") : str_of(digits));
	}
}

static void draw_months(const struct move_view *v, const struct study *s, struct canvas c)
{
	draw_month(v, s, canvas_sub(c, 0, 1, MONTH_ROWS, MONTH_COLS), 0);
	if (v->can)
		draw_month(v, s,
			canvas_sub(c, 0, 1 + MONTH_COLS + MONTH_GAP, MONTH_ROWS, MONTH_COLS), 1);
}

static void draw_preview(const struct move_view *v, const struct study *s, struct canvas c)
{
	int rows = v->changes.n && v->can ? v->changes.n + 2 : 0;
	draw_words(v, canvas_sub(c, 0, 0, v->said, c.cols));
	draw_table(v, s, canvas_sub(c, v->said, 0, v->table, c.cols));
	if (rows > v->table + 1)
		rows = v->table + 1;
	if (v->months && !v->aside)
		draw_months(v, s, canvas_sub(c, v->said + rows, 0, MONTH_ROWS, c.cols));
}

void move_draw(const struct move_view *v, const struct study *s, struct canvas c, bool focused)
{
	int cols = preview_cols(v), rows = v->top;
	if (wide(v)) {
		draw_choices(v, s, canvas_sub(c, 0, 0, c.rows, CHOICE_COLS), focused);
		canvas_vline(c, 0, CHOICE_COLS, c.rows, ROLE_RULE);
		draw_preview(v, s, canvas_sub(c, 0, CHOICE_COLS + 1, c.rows, cols));
		return;
	}
	int left = v->aside ? c.cols - MONTHS_COLS : c.cols;
	draw_choices(v, s, canvas_sub(c, 0, 0, rows, left), focused);
	if (v->aside)
		draw_months(v, s, canvas_sub(c, 0, left + 1, rows, MONTHS_COLS - 1));
	canvas_hline(c, rows, 0, c.cols, ROLE_RULE);
	draw_preview(v, s, canvas_sub(c, rows + 1, 0, c.rows - rows - 1, cols));
}
