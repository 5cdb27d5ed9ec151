/* tally.c - counts that the user wrote, beside those of the marks. */
#include "hone/tally.h"

#include "hone/match.h"
#include "hone/md.h"
#include "table.h"

struct columns {
	int know, unsure, dunno;
};

struct tallies {
	const struct coverage *v;
	struct arena *a;
	struct tally_row *row;
	int n;
	size_t cap;
};

static int column_named(const struct table *t, struct str name, struct arena *a)
{
	for (int i = 1; i < t->ncell; i++)
		if (str_caseeq(str_trim(md_plain(t->cell[i], a)), name))
			return i;
	return -1;
}

static struct columns columns_of(const struct table *t, struct arena *a)
{
	return (struct columns){ column_named(t, STR("know"), a), column_named(t, STR("unsure"), a),
		column_named(t, STR("dunno"), a) };
}

/* "6/8", in bold or not, and "6"; -1 for "___/8" and boxes. */
static int count_in(struct str cell, struct arena *a)
{
	struct str s = str_trim(md_plain(cell, a));
	int n, of;
	if (!str_number(&s, &n))
		return -1;
	bool whole = s.n > 1 && s.p[0] == '/';
	if (whole)
		s = str_slice(s, 1, s.n);
	return (whole && !str_number(&s, &of)) || s.n > 0 ? -1 : n;
}

/* The number that a row begins with: "3.5" of "3.5 Data loading". */
static struct str number_of(struct str name)
{
	size_t n = 0;
	while (n < name.n && ((name.p[n] >= '0' && name.p[n] <= '9') || name.p[n] == '.'))
		n++;
	while (n > 0 && name.p[n - 1] == '.')
		n--;
	return str_slice(name, 0, n);
}

static const struct coverage_area *area_of(
	const struct coverage *v, struct str path, struct str name)
{
	struct str number = number_of(name);
	for (int i = 0; i < v->narea; i++) {
		const struct coverage_area *area = &v->area[i];
		if (!str_eq(area->path, path))
			continue;
		bool same = number.n ? str_eq(area->number, number)
				     : names_alike(name, area->name) == 3;
		if (same)
			return area;
	}
	return NULL;
}

static void count_mark(struct coverage_count *c, enum level mark)
{
	c->know += mark == LEVEL_KNOW;
	c->unsure += mark == LEVEL_UNSURE;
	c->dunno += mark == LEVEL_DUNNO;
}

/* Of the area, or of all of the file where it is NULL. */
static struct coverage_count marks_of(
	const struct coverage *v, struct str path, const struct coverage_area *area)
{
	struct coverage_count c = { 0 };
	for (int i = 0; i < v->narea; i++) {
		const struct coverage_area *one = &v->area[i];
		bool wanted = area ? one == area : str_eq(one->path, path);
		for (int k = 0; k < one->ntopic && wanted; k++)
			count_mark(&c, v->topic[one->first + k].mark);
	}
	return c;
}

static void look_at_row(
	struct tallies *t, const struct table *at, struct columns c, struct str path)
{
	struct str name = str_trim(md_plain(at->cell[0], t->a));
	struct coverage_count said = { .know = count_in(table_cell(at, c.know), t->a),
		.unsure = count_in(table_cell(at, c.unsure), t->a),
		.dunno = count_in(table_cell(at, c.dunno), t->a) };
	bool total = str_casestarts(name, STR("total"));
	const struct coverage_area *area = total ? NULL : area_of(t->v, path, name);
	if (said.know < 0 || said.unsure < 0 || said.dunno < 0 || (!total && !area))
		return;
	struct coverage_count marks = marks_of(t->v, path, area);
	if (said.know == marks.know && said.unsure == marks.unsure && said.dunno == marks.dunno)
		return;
	t->row = arena_room(t->a, t->row, (size_t)t->n, &t->cap, sizeof *t->row);
	t->row[t->n++] = (struct tally_row){ .path = path,
		.area = area ? area->name : (struct str){ "", 0 },
		.line = at->line,
		.said = said,
		.marks = marks };
}

static bool look_at_file(struct tallies *t, const struct study *s, struct str path, struct err *e)
{
	struct decoded text;
	if (!study_text(s, path, &text, t->a, e))
		return false;
	struct table at = { .text = text.text, .rest = text.text };
	struct columns c = { -1, -1, -1 };
	while (table_row(&at)) {
		if (at.head)
			c = columns_of(&at, t->a);
		else if (c.know > 0 && c.unsure > 0 && c.dunno > 0)
			look_at_row(t, &at, c, path);
	}
	return true;
}

bool tally_wrong(const struct study *s, const struct coverage *v, struct tally_row **out, int *n,
	struct arena *a, struct err *e)
{
	struct tallies t = { .v = v, .a = a };
	for (int i = 0; i < v->narea; i++)
		if ((i == 0 || !str_eq(v->area[i].path, v->area[i - 1].path)) &&
			!look_at_file(&t, s, v->area[i].path, e))
			return false;
	*out = t.row;
	*n = t.n;
	return true;
}

static void add_counts(struct buf *out, struct coverage_count n)
{
	buf_addf(out, "%d/%d/%d", n.know, n.unsure, n.dunno);
}

void tally_words(const struct tally_row *t, struct buf *out)
{
	buf_add(out, STR("counted "));
	add_counts(out, t->said);
	buf_add(out, STR(", marked "));
	add_counts(out, t->marks);
	if (t->area.n)
		buf_addf(out, ": %.*s", STR_ARG(t->area));
	else
		buf_add(out, STR(" in all"));
}
