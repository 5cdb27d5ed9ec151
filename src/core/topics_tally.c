/* topics_tally.c - sums of topics kept by hand, held against the topics. */
#include "label.h"
#include "topics_priv.h"

struct tallies {
	const struct topics *topics;
	struct topic_tally *list;
	int n;
	size_t cap;
	struct arena *a;
};

/* ---- what the topics say */

static int count_of(const struct topic_area *a, enum level level)
{
	return level == LEVEL_KNOW ? a->know : level == LEVEL_UNSURE ? a->unsure : a->dunno;
}

static void hold(struct tallies *v, struct topic_tally t)
{
	for (int i = 0; i < v->topics->narea; i++) {
		if (t.area >= 0 && t.area != i)
			continue;
		t.is += count_of(&v->topics->area[i], t.level);
		t.is_of += v->topics->area[i].ntopic;
	}
	if (t.said == t.is && t.of == t.is_of)
		return;
	v->list = arena_room(v->a, v->list, (size_t)v->n, &v->cap, sizeof t);
	v->list[v->n++] = t;
}

/* ---- "6/8", with marks around the numbers */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_mark(char c)
{
	return c == '_' || c == '*';
}

/* The sum whose slash stands at `slash`; *end: behind it. False where it is not filled in. */
static bool sum_at(struct str s, size_t slash, int *said, int *of, size_t *end)
{
	size_t to = slash, from;
	while (to > 0 && is_mark(s.p[to - 1]))
		to--;
	for (from = to; from > 0 && is_digit(s.p[from - 1]);)
		from--;
	struct str before = str_slice(s, from, to), after = str_slice(s, slash + 1, s.n);
	size_t left = after.n;
	if (!str_number(&before, said) || !str_number(&after, of))
		return false;
	*end = slash + 1 + left - after.n;
	return true;
}

/* The level that a word behind a sum names. */
static enum level level_behind(struct str s)
{
	enum level level;
	while (s.n && (is_mark(*s.p) || *s.p == ' '))
		s = str_slice(s, 1, s.n);
	size_t n = 0;
	while (n < s.n && (s.p[n] | 0x20) >= 'a' && (s.p[n] | 0x20) <= 'z')
		n++;
	return level_parse(str_slice(s, 0, n), &level) ? level : LEVEL_NONE;
}

/* ---- lines below the topics of an area */

static void read_line(struct tallies *v, struct str line, int number, int area)
{
	for (ptrdiff_t at = -1; (at = str_find(line, STR("/"), (size_t)(at + 1))) >= 0;) {
		struct topic_tally t = { .line = number, .area = area };
		size_t end;
		if (!sum_at(line, (size_t)at, &t.said, &t.of, &end))
			continue;
		t.level = level_behind(str_slice(line, end, line.n));
		if (t.level != LEVEL_NONE)
			hold(v, t);
	}
}

/* The area whose first topic is the first one below that line; -1 where a heading comes between. */
static int area_below(const struct topics *t, int heading, int next)
{
	for (int i = 0; i < t->ntopic; i++)
		if (t->topic[i].line > heading)
			return t->topic[i].line < next ? t->topic[i].iarea : -1;
	return -1;
}

static int next_heading(struct str rest, struct md_fence fence, int line)
{
	struct str cut, words;
	while (str_line(&rest, &cut)) {
		line++;
		if (!md_fence_line(&fence, cut) && md_heading_line(cut, &words))
			return line;
	}
	return line + 1;
}

static void read_lines(struct tallies *v, struct str text)
{
	struct md_fence fence = { 0 };
	struct str rest = text, line, words, cell;
	int n = 0, area = area_below(v->topics, 0, next_heading(rest, fence, 0));
	while (str_line(&rest, &line)) {
		n++;
		if (md_fence_line(&fence, line))
			continue;
		if (md_heading_line(line, &words))
			area = area_below(v->topics, n, next_heading(rest, fence, n));
		else if (area >= 0 && md_table_cells(line, &cell, 1) == 0)
			read_line(v, line, n, area);
	}
}

/* ---- a table of areas */

static bool is_total(struct str name)
{
	static const struct str words[] = { STR_INIT("total"), STR_INIT("all"), STR_INIT("sum"),
		STR_INIT("overall") };
	for (size_t i = 0; i < LENGTH(words); i++)
		if (str_caseeq(name, words[i]))
			return true;
	return false;
}

/* "1. Trees", "Area 1: Trees", "TOTAL"; false when it is no area of this file. */
static bool area_named(struct tallies *v, struct str cell, int *area)
{
	struct str number = { 0 }, name = label_section(cell, &number, v->a);
	if (is_total(name)) {
		*area = -1;
		return true;
	}
	for (int i = 0; i < v->topics->narea; i++) {
		const struct topic_area *a = &v->topics->area[i];
		bool numbered = a->number.n && number.n;
		if (numbered ? !str_eq(a->number, number) : !str_caseeq(a->name, name))
			continue;
		*area = i;
		return true;
	}
	/* "3.5 Data loading": a number without a sign behind it */
	struct str first = str_trim(md_plain(cell, v->a));
	first = str_word(&first);
	for (int i = 0; i < v->topics->narea; i++)
		if (first.n && str_eq(v->topics->area[i].number, first)) {
			*area = i;
			return true;
		}
	return false;
}

static void read_row(struct tallies *v, const struct table *t, const struct topic_columns *c)
{
	int area;
	if (!area_named(v, table_cell(t, c->topic), &area))
		return;
	for (int i = 0; i < LEVEL_COUNT; i++) {
		struct str cell = table_cell(t, c->box[i]);
		ptrdiff_t slash = str_find(cell, STR("/"), 0);
		struct topic_tally x = {
			.line = t->line, .area = area, .level = (enum level)(i + 1)
		};
		size_t end;
		if (slash >= 0 && sum_at(cell, (size_t)slash, &x.said, &x.of, &end))
			hold(v, x);
	}
}

static void read_tables(struct tallies *v, struct str text)
{
	struct table t = { .text = text, .rest = text };
	struct topic_columns c;
	bool sums = false;
	while (table_row(&t))
		if (t.head)
			sums = topics_columns(&t, &c, v->a) && c.status < 0;
		else if (sums)
			read_row(v, &t, &c);
}

struct topic_tally *topics_tallies(struct str text, const struct topics *t, int *n, struct arena *a)
{
	struct tallies v = { .topics = t, .a = a };
	read_lines(&v, text);
	int lines = v.n;
	read_tables(&v, text);
	/* Both are in order; a table below the areas comes behind their lines. */
	for (int i = lines; i < v.n; i++)
		for (int k = i; k > 0 && v.list[k - 1].line > v.list[k].line; k--) {
			struct topic_tally x = v.list[k];
			v.list[k] = v.list[k - 1];
			v.list[k - 1] = x;
		}
	*n = v.n;
	return v.list;
}
