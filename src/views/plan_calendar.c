/* plan_calendar.c - the dates of the plan pane: a month, a week with words, or a row of seven dates. */
#include <stdio.h>

#include "hone/md.h"
#include "views/plan_priv.h"
#include "views/views.h"

/*
 * Below the other, calendar and tasks need LOW rows for a month, and TALL for one with the reviews due in
 * rows of their own. A legend takes one row more.
 */
enum {
	LOW = WEEKS + 9,
	TALL = 30,
	LINE_LOW = 7,
	DUE_CAP = 999,
	DUE_COLS = 4,
	LONG_MONTH_ROWS = 2 * WEEKS + 1
};

struct look {
	const char *sign;
	enum role role;
};

static const struct look looks[] = {
	[CALENDAR_NONE] = { " ", ROLE_DIM },
	[CALENDAR_PLANNED] = { "·", ROLE_TEXT },
	[CALENDAR_PART] = { "◐", ROLE_UNSURE },
	[CALENDAR_DONE] = { "✓", ROLE_KNOW },
	[CALENDAR_MISSED] = { "✗", ROLE_DUNNO },
};

static bool beside(const struct plan_view *v)
{
	return v->cols >= SIDE;
}

static enum calendar_form form_for(const struct plan_view *v)
{
	int least = beside(v) ? WEEKS + 1 : LOW;
	if (v->cols < CALENDAR_COLS || v->rows < (beside(v) ? 1 : LINE_LOW))
		return FORM_NONE;
	if (v->rows < least)
		return FORM_LINE;
	return v->week ? FORM_STRIP : FORM_GRID;
}

void plan_shape(struct plan_view *v)
{
	int room = beside(v) ? v->rows : v->rows - TALL + LONG_MONTH_ROWS;
	v->form = form_for(v);
	v->due_rows = v->form == FORM_GRID && room >= LONG_MONTH_ROWS;
	int rows = v->form == FORM_GRID    ? WEEKS + 1
		   : v->form == FORM_STRIP ? 7
					   : v->form == FORM_LINE;
	if (v->due_rows)
		rows = LONG_MONTH_ROWS;
	bool legend = v->form != FORM_NONE && v->form != FORM_LINE &&
		      room > (v->due_rows ? LONG_MONTH_ROWS : WEEKS + 1);
	v->calendar_rows = rows + legend;
	v->left = beside(v) ? CALENDAR_COLS + 2 : 0;
	v->top = beside(v) || rows == 0 ? 0 : v->calendar_rows + 1;
}

/* What is planned for one date of a day: its share of the estimate. */
static int minutes_on(const struct plan_view *v, const struct plan *p, int date, int day)
{
	int estimate = day >= 0 ? p->day[day].minutes_to : 0, n = day >= 0 ? v->cal.day[day].n : 0;
	return estimate && n ? estimate / n : calendar_minutes(&v->cal, date);
}

static struct plan_date date_of(struct plan_view *v, const struct study *s, int date)
{
	struct plan_date d = { 0 };
	d.mark = calendar_mark(&s->plan, &v->cal, s->today, date, &d.day, &d.all);
	d.week = d.day < 0 ? calendar_week_on(&s->plan, &v->cal, date) : -1;
	if (d.week >= 0)
		d.mark = calendar_week_mark(&s->plan, &v->cal, s->today, d.week);
	d.off = calendar_is_off(&v->cal, date);
	d.checkpoint = d.day >= 0 && (s->plan.day[d.day].marks & PLAN_CHECKPOINT);
	if (v->form != FORM_STRIP)
		return d;
	d.minutes = minutes_on(v, &s->plan, date, d.day);
	d.title = d.off ? STR("off") : (struct str){ 0 };
	if (d.day >= 0)
		d.title = md_shown(s->plan.day[d.day].title, &v->page);
	else if (d.week >= 0)
		d.title = md_shown(s->plan.week[d.week].title, &v->page);
	return d;
}

static bool load_worked(struct plan_view *v, const struct study *s, struct err *e)
{
	int64_t ms[MOST_DATES];
	if (v->form != FORM_STRIP || !v->late)
		return true;
	if (!planner_worked(s, v->first, v->first + v->ndate - 1, ms, e))
		return false;
	for (int i = 0; i < v->ndate; i++)
		v->at[i].ms = ms[i];
	return true;
}

bool plan_load_due(struct plan_view *v, const struct study *s, bool *same, struct err *e)
{
	*same = true;
	if (!v->due_rows && v->form != FORM_STRIP)
		return true;
	for (int i = 0; i < v->ndate; i++) {
		int n;
		if (!study_load(s, v->first + i, &n, e))
			return false;
		n = n < DUE_CAP ? n : DUE_CAP;
		*same = *same && n == v->at[i].due;
		v->at[i].due = n;
	}
	return true;
}

bool plan_load_dates(struct plan_view *v, const struct study *s, struct err *e)
{
	bool same;
	struct civil c = day_civil(v->date);
	v->first = day_of_civil(c.year, c.month, 1);
	v->ndate = day_month_length(c.year, c.month);
	if (v->form != FORM_GRID) {
		v->first = v->date - day_weekday(v->date);
		v->ndate = 7;
	}
	for (int i = 0; i < v->ndate; i++)
		v->at[i] = date_of(v, s, v->first + i);
	return load_worked(v, s, e) && plan_load_due(v, s, &same, e);
}

/* ---- drawing */

/* Does the day that is selected stand on this date, too? */
static bool of_selected(const struct plan_view *v, int date)
{
	struct unit u = v->nunit ? v->unit[v->current] : (struct unit){ UNIT_SECTION, 0 };
	if (!v->bare && u.kind == UNIT_WEEK)
		return v->cal.week[u.index].from <= date && date <= v->cal.week[u.index].to;
	if (v->bare || u.kind != UNIT_DAY)
		return false;
	const struct calendar_day *d = &v->cal.day[u.index];
	for (int i = 0; i < d->n; i++)
		if (d->date[i] == date)
			return true;
	return false;
}

static struct look checkpoint_look(const struct plan_view *v)
{
	return (struct look){ v->ascii ? "#" : "◆", ROLE_ACCENT };
}

static struct look look_of(const struct plan_view *v, const struct plan_date *d)
{
	if (d->off && d->mark == CALENDAR_NONE)
		return (struct look){ "-", ROLE_DIM };
	if (d->mark == CALENDAR_PLANNED && v->ascii)
		return (struct look){ ".", ROLE_TEXT };
	return looks[d->mark];
}

/* " 12✓", "[12]◐", " 13·◆": five columns. */
static void draw_date(
	const struct plan_view *v, const struct study *s, struct canvas c, int row, int col, int i)
{
	int date = v->first + i;
	bool today = date == s->today, here = date == v->date && (v->bare || of_selected(v, date));
	struct look l = look_of(v, &v->at[i]);
	enum role role = today ? ROLE_TODAY : l.role;
	unsigned attr = (today ? ATTR_BOLD : 0u) | (of_selected(v, date) ? ATTR_UNDERLINE : 0u);
	char digits[16];
	snprintf(digits, sizeof digits, "%2d", day_civil(date).day);
	canvas_attr_text(c, row, col, role, today ? ATTR_BOLD : 0, today ? STR("[") : STR(" "));
	canvas_attr_text(c, row, col + 1, here ? ROLE_SELECTED : role, attr, str_of(digits));
	int next = col + 3;
	if (today)
		canvas_attr_text(c, row, next++, role, ATTR_BOLD, STR("]"));
	bool plain = v->at[i].mark <= CALENDAR_PLANNED;
	if (!today || !plain)
		canvas_text(c, row, next++, l.role, str_of(l.sign));
	if (v->at[i].checkpoint && next < col + CELL)
		canvas_text(c, row, next, ROLE_ACCENT, str_of(checkpoint_look(v).sign));
}

static void draw_month(const struct plan_view *v, const struct study *s, struct canvas c)
{
	int step = v->due_rows ? 2 : 1, before = day_weekday(v->first);
	for (int i = 0; i < 7; i++)
		canvas_text(
			c, 0, 1 + i * CELL, ROLE_DIM, str_slice(str_of(day_weekday_name(i)), 0, 2));
	for (int i = 0; i < v->ndate; i++) {
		int row = 1 + (before + i) / 7 * step, col = (before + i) % 7 * CELL;
		draw_date(v, s, c, row, col, i);
		if (step == 2 && v->at[i].due)
			canvas_printf(c, row + 1, col, ROLE_DIM, "%3d", v->at[i].due);
	}
}

/* "45/120 m": worked of planned; empty when there is neither. */
static struct str say_minutes(const struct plan_date *d, char out[static 40])
{
	int done = (int)((d->ms + 30000) / 60000);
	out[0] = '\0';
	if (d->minutes)
		snprintf(out, 40, "%d/%d m", done, d->minutes);
	else if (done)
		snprintf(out, 40, "%d m", done);
	return str_of(out);
}

static bool any_due(const struct plan_view *v)
{
	for (int i = 0; i < v->ndate; i++)
		if (v->at[i].due)
			return true;
	return false;
}

/* "[12] We ◐ Heaps   45/120 m   9" */
static void draw_day(
	const struct plan_view *v, const struct study *s, struct canvas c, int row, int i)
{
	enum { WEEKDAY = CELL + 1, TITLE = WEEKDAY + 3 };
	const struct plan_date *d = &v->at[i];
	char minutes[40];
	int end = c.cols - 1;
	if (d->due)
		canvas_printf(c, row, end - 3, ROLE_DIM, "%3d", d->due);
	end = canvas_right(
		c, row, end - (any_due(v) ? DUE_COLS : 0), ROLE_DIM, say_minutes(d, minutes));
	draw_date(v, s, c, row, 0, i);
	canvas_text(c, row, WEEKDAY, ROLE_DIM, str_slice(str_of(day_weekday_name(i)), 0, 2));
	enum role role =
		(d->day >= 0 || d->week >= 0) && d->mark != CALENDAR_DONE ? ROLE_TEXT : ROLE_DIM;
	canvas_field(c, row, TITLE, end - TITLE - 1, role, d->title);
	if (d->all > 1)
		canvas_printf(c, row, end - 4, ROLE_DIM, " +%d ", d->all - 1);
}

static int draw_sign(struct canvas c, int row, int col, struct look l, const char *word)
{
	col += canvas_text(c, row, col, l.role, str_of(l.sign)) + 1;
	return col + canvas_text(c, row, col, ROLE_DIM, str_of(word)) + 1;
}

/* Of the signs, those that are in sight. */
static void draw_legend(const struct plan_view *v, struct canvas c, int row)
{
	static const char *const word[] = {
		[CALENDAR_PART] = "part", [CALENDAR_DONE] = "done", [CALENDAR_MISSED] = "missed"
	};
	static const struct look off = { "-", ROLE_DIM };
	unsigned seen = 0;
	bool any_off = false, any_checkpoint = false;
	int col = 1;
	for (int i = 0; i < v->ndate; i++) {
		seen |= 1u << v->at[i].mark;
		any_off = any_off || (v->at[i].off && v->at[i].mark == CALENDAR_NONE);
		any_checkpoint = any_checkpoint || v->at[i].checkpoint;
	}
	for (size_t i = CALENDAR_PART; i < LENGTH(word); i++)
		if (seen & 1u << i)
			col = draw_sign(c, row, col, looks[i], word[i]);
	if (any_off)
		col = draw_sign(c, row, col, off, "off");
	if (any_checkpoint)
		draw_sign(c, row, col, checkpoint_look(v), "check");
}

void plan_draw_calendar(const struct plan_view *v, const struct study *s, struct canvas c)
{
	int legend = v->form == FORM_GRID ? (v->due_rows ? LONG_MONTH_ROWS : WEEKS + 1) : 7;
	if (v->form == FORM_GRID)
		draw_month(v, s, c);
	for (int i = 0; v->form == FORM_LINE && i < 7; i++)
		draw_date(v, s, c, 0, i * CELL, i);
	for (int i = 0; v->form == FORM_STRIP && i < 7; i++)
		draw_day(v, s, c, i, i);
	if (v->calendar_rows > legend)
		draw_legend(v, c, legend);
}
