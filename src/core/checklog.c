/* checklog.c - reads the tables in which a user keeps the scores of knowledge checks. */
#include "checklog_priv.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool has_word(struct str s, struct str word)
{
	ptrdiff_t at = str_casefind(s, word, 0);
	for (; at >= 0; at = str_casefind(s, word, (size_t)at + 1)) {
		size_t end = (size_t)at + word.n;
		if ((at == 0 || !is_letter(s.p[at - 1])) && (end == s.n || !is_letter(s.p[end])))
			return true;
	}
	return false;
}

static void take(int *column, struct str name, struct str word, int i)
{
	if (*column < 0 && has_word(name, word))
		*column = i;
}

/* A log needs a date and a score; "Overall score" is preferred to other scores. */
bool checklog_columns(const struct table *t, struct check_columns *c)
{
	int overall = -1;
	*c = (struct check_columns){ -1, -1, -1, -1, -1, -1 };
	for (int i = 0; i < t->ncell; i++) {
		struct str name = t->cell[i];
		take(&c->day, name, STR("day"), i);
		take(&c->date, name, STR("date"), i);
		take(&c->score, name, STR("score"), i);
		take(&c->strong, name, STR("strong"), i);
		take(&c->weak, name, STR("weak"), i);
		take(&c->action, name, STR("action"), i);
		if (has_word(name, STR("score")))
			take(&overall, name, STR("overall"), i);
	}
	if (overall >= 0)
		c->score = overall;
	return c->date >= 0 && c->score >= 0;
}

/* "98.5" at the front of *s in tenths, at most 1000; advances past it. False when it is none. */
static bool cut_tenths(struct str *s, int *tenths)
{
	int whole, tenth = 0;
	struct str rest = *s;
	if (!str_number(&rest, &whole) || whole > 100)
		return false;
	if (rest.n > 1 && rest.p[0] == '.' && is_digit(rest.p[1])) {
		tenth = rest.p[1] - '0' + (rest.n > 2 && rest.p[2] >= '5' && rest.p[2] <= '9');
		rest = str_slice(rest, 1, rest.n);
		while (rest.n > 0 && is_digit(rest.p[0]))
			rest = str_slice(rest, 1, rest.n);
	}
	*tenths = whole * 10 + tenth;
	*s = rest;
	return *tenths <= 1000;
}

/* Past a number and what belongs to it, so that the digits of a longer one are not read as another. */
static void skip_digits(struct str *s)
{
	while (s->n > 0 && (is_digit(s->p[0]) || s->p[0] == '.'))
		*s = str_slice(*s, 1, s->n);
}

/* The next "N%" of *s in tenths; advances past it. */
static bool cut_percent(struct str *s, int *tenths)
{
	while (s->n > 0) {
		if (!is_digit(s->p[0])) {
			*s = str_slice(*s, 1, s->n);
			continue;
		}
		struct str rest = *s;
		bool number = cut_tenths(&rest, tenths);
		while (number && rest.n > 0 && rest.p[0] == ' ')
			rest = str_slice(rest, 1, rest.n);
		if (number && rest.n > 0 && rest.p[0] == '%') {
			*s = str_slice(rest, 1, rest.n);
			return true;
		}
		skip_digits(s);
	}
	return false;
}

/* "**98.5% (A+)**", "98.5", "17/20"; -1 for "N/A", "-" and other words. */
static int score_of(struct str cell)
{
	int tenths, got, of;
	struct str s = cell;
	if (cut_percent(&s, &tenths))
		return tenths;
	while (cell.n > 0 && (cell.p[0] == '*' || cell.p[0] == '_' || cell.p[0] == '~'))
		cell = str_slice(cell, 1, cell.n);
	s = cell;
	if (str_number(&s, &got) && s.n > 1 && s.p[0] == '/') {
		s = str_slice(s, 1, s.n);
		bool ratio = str_number(&s, &of) && of > 0 && got <= of;
		return ratio ? (int)(((int64_t)got * 1000 + of / 2) / of) : -1;
	}
	return cut_tenths(&cell, &tenths) ? tenths : -1;
}

/* The mean of the percentages in s, -1 when there are none. */
static int mean_percent(struct str s)
{
	int64_t sum = 0, n = 0;
	for (int tenths; cut_percent(&s, &tenths); n++)
		sum += tenths;
	return n ? (int)((sum + n / 2) / n) : -1;
}

static bool is_list_mark(char c)
{
	return c == '(' || c == ',' || c == ';';
}

/*
 * What a list such as "Sorting (80%), Review of heaps (100%, 90%)" says of the item with `word` in it:
 * the mean of the percentages in its brackets.
 */
static int split_score(struct str list, struct str word)
{
	ptrdiff_t at = str_casefind(list, word, 0);
	for (size_t next; at >= 0; at = str_casefind(list, word, next)) {
		next = (size_t)at + word.n;
		if (at > 0 && is_letter(list.p[at - 1]))
			continue;
		while (next < list.n && !is_list_mark(list.p[next]))
			next++;
		if (next == list.n || list.p[next] != '(')
			continue;
		ptrdiff_t close = str_find(list, STR(")"), next);
		if (close < 0)
			break;
		int score = mean_percent(str_slice(list, next, (size_t)close));
		if (score >= 0)
			return score;
		next = (size_t)close;
	}
	return -1;
}

static int date_of(struct str cell)
{
	int day;
	while (cell.n > 0 && (cell.p[0] == '*' || cell.p[0] == '_' || cell.p[0] == '['))
		cell = str_slice(cell, 1, cell.n);
	return day_parse(cell, &day) ? day : DAY_NONE;
}

static int number_of(struct str cell)
{
	int n;
	while (cell.n > 0 && !is_digit(cell.p[0]))
		cell = str_slice(cell, 1, cell.n);
	return str_number(&cell, &n) ? n : 0;
}

static struct check_row row_of(const struct table *t, const struct check_columns *c)
{
	struct check_row r = { .line = t->line };
	r.number = number_of(table_cell(t, c->day));
	r.date = date_of(table_cell(t, c->date));
	r.score = score_of(table_cell(t, c->score));
	r.strong = table_cell(t, c->strong);
	r.weak = table_cell(t, c->weak);
	r.action = table_cell(t, c->action);
	r.review = split_score(r.strong, STR("review"));
	r.fresh = split_score(r.strong, STR("new content"));
	if (r.fresh < 0)
		r.fresh = split_score(r.strong, STR("fresh"));
	return r;
}

bool checklog_row(const struct table *t, const struct check_columns *c, struct check_row *out)
{
	struct check_row r = row_of(t, c);
	if (r.date == DAY_NONE && r.score < 0)
		return false; /* an empty row, or a pattern to copy */
	*out = r;
	return true;
}

struct check_row *checklog_parse(struct str text, int *n, struct arena *a)
{
	struct table t = { .text = text, .rest = text };
	struct check_row *row = NULL, r;
	struct check_columns c;
	size_t count = 0, cap = 0;
	bool log = false;
	while (table_row(&t)) {
		if (t.head) {
			log = checklog_columns(&t, &c);
			continue;
		}
		if (!log || !checklog_row(&t, &c, &r))
			continue;
		row = arena_room(a, row, count, &cap, sizeof r);
		row[count++] = r;
	}
	*n = (int)count;
	return row;
}
