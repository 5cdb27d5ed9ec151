/* views.c - what several screens draw alike. */
#include "views/views.h"

#include <stdio.h>
#include <stdlib.h>

#include "tui/app.h"

enum { EMPTY_COL = 3 };

void views_go_section(struct app *app, struct str place)
{
	struct arena a = { 0 };
	app_goto(app, PANE_SHEET, arena_str(&a, place), 0);
	arena_release(&a);
}

void views_run(struct canvas c, int row, int col, int cols, enum role role, uint32_t cp)
{
	canvas_fill(canvas_sub(c, row, col, 1, cols), role, cp);
}

void views_bar(struct canvas c, int row, int col, int cols, int part, int whole, enum role role)
{
	int filled = whole > 0 ? (int)((int64_t)cols * part / whole) : 0;
	views_run(c, row, col, filled, role, 0x2588);
	views_run(c, row, col + filled, cols - filled, ROLE_DIM, 0x2591);
}

void views_chart_row(struct canvas c, int row, int col, const struct chart_row *chart)
{
	static const enum role role[] = {
		[CHART_TEXT] = ROLE_TEXT,
		[CHART_DIM] = ROLE_DIM,
		[CHART_GOOD] = ROLE_KNOW,
		[CHART_PART] = ROLE_UNSURE,
		[CHART_LOW] = ROLE_DUNNO,
		[CHART_LINE] = ROLE_ACCENT,
		[CHART_TARGET] = ROLE_TEXT,
	};
	for (int i = 0; i < chart->n; i++)
		col += canvas_text(c, row, col, role[chart->run[i].role], chart->run[i].text);
}

uint32_t views_level_glyph(enum level level)
{
	static const uint32_t glyph[] = { 0xB7, 0x2713, '?', 0x2717 }; /* · ✓ ? ✗ */
	return glyph[level];
}

enum role views_level_role(enum level level)
{
	static const enum role role[] = { ROLE_DIM, ROLE_KNOW, ROLE_UNSURE, ROLE_DUNNO };
	return role[level];
}

/* A log that no hone wrote may hold others. */
static int within(int grade)
{
	return grade < 0 ? 0 : grade > 5 ? 5 : grade;
}

const char *views_grade_name(int grade)
{
	static const char *const name[] = { "Again", "Again", "Again", "Hard", "Good", "Easy" };
	return name[within(grade)];
}

enum role views_grade_role(int grade)
{
	static const enum role role[] = { ROLE_DUNNO, ROLE_DUNNO, ROLE_DUNNO, ROLE_UNSURE,
		ROLE_KNOW, ROLE_EASY };
	return role[within(grade)];
}

/* Whole and half hours read better in hours: 90 is "1.5", 150 "2.5". */
static bool in_hours(int minutes)
{
	return minutes >= 60 && minutes % 30 == 0;
}

const char *views_minutes(int from, int to, char out[static 32])
{
	bool hours = in_hours(to) && (in_hours(from) || from == 0);
	double a = hours ? from / 60.0 : from, b = hours ? to / 60.0 : to;
	const char *unit = hours ? "h" : "m";
	out[0] = '\0';
	if (to > 0 && from == to)
		snprintf(out, 32, "%.4g %s", b, unit);
	else if (to > 0 && from == 0)
		snprintf(out, 32, "<%.4g %s", b, unit);
	else if (to > 0)
		snprintf(out, 32, "%.4g-%.4g %s", a, b, unit);
	return out;
}

static int put_date(char *out, size_t room, int day, bool month, bool year)
{
	struct civil c = day_civil(day);
	int n = snprintf(out, room, "%s %d", day_weekday_name(day_weekday(day)), c.day);
	if (month)
		n += snprintf(out + n, room - (size_t)n, " %.3s", day_month_name(c.month));
	if (year)
		n += snprintf(out + n, room - (size_t)n, " %d", c.year);
	return n;
}

const char *views_dates(int from, int to, int today, char out[static 48])
{
	int n = 0;
	out[0] = '\0';
	if (from == DAY_NONE)
		return out;
	struct civil a = day_civil(from), b = day_civil(to > from ? to : from);
	bool year = b.year != day_civil(today).year, same = a.year == b.year;
	if (to > from) {
		n = put_date(out, 48, from, !same || a.month != b.month, !same);
		out[n++] = '-';
	}
	put_date(out + n, 48 - (size_t)n, to > from ? to : from, true, year || !same);
	return out;
}

const char *views_interval(int days, char out[static 16])
{
	if (days <= 0)
		snprintf(out, 16, "today");
	else if (days < 60)
		snprintf(out, 16, "%d d", days);
	else if (days < 730)
		snprintf(out, 16, "%d mo", (days + 15) / 30);
	else
		snprintf(out, 16, "%d y", (days + 182) / 365);
	return out;
}

void views_at_home(struct buf *out, struct str path)
{
	const char *home = getenv("HOME");
	if (home && path.n && path.p[0] == '~' && (path.n == 1 || path.p[1] == '/')) {
		buf_add(out, str_of(home));
		path = str_slice(path, 1, path.n);
	}
	buf_add(out, path);
}

/* One line of text, wrapped at the width of c with its indent kept; returns the rows it takes. */
static int wrapped(struct canvas c, int row, int cols, struct str line)
{
	struct str rest = str_trim(line), part;
	int n = 0, indent = (int)(rest.n ? rest.p - line.p : 0);
	while (text_wrap(&rest, cols > indent ? cols - indent : 1, &part))
		canvas_text(c, row + n++, EMPTY_COL + indent, ROLE_TEXT, part);
	return n ? n : 1;
}

static int lines_wrapped(struct canvas c, int row, int cols, const char *const *line, int n)
{
	int taken = 0;
	for (int i = 0; i < n; i++)
		taken += wrapped(c, row + taken, cols, str_of(line[i]));
	return taken;
}

void views_empty(struct canvas c, const char *heading, const char *const *line, int n)
{
	int cols = c.cols - EMPTY_COL - 1;
	int taken = lines_wrapped(canvas_sub(c, 0, 0, 0, 0), 0, cols, line, n); /* only counts */
	int row = c.rows > taken + 4 ? (c.rows - taken - 2) / 3 : 0;
	canvas_attr_text(c, row, EMPTY_COL, ROLE_ACCENT, ATTR_BOLD, str_of(heading));
	lines_wrapped(c, row + 2, cols, line, n);
}
