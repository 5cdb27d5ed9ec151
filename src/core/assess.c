/* assess.c - which topics are asked first, and rounds of ratings side by side. */
#include "hone/assess.h"

#include <stdlib.h>

#include "idmap.h"

/* ---- what is gone through */

static bool is_due(const struct readiness *r, int topic)
{
	return readiness_age(&r->topic[topic], r->today) != AGE_FRESH;
}

static struct assess_scope scope_of(
	const struct readiness *r, enum assess_kind kind, struct str name, int first, int ntopic)
{
	struct assess_scope s = { kind, name, first, ntopic, 0 };
	for (int i = first; i < first + ntopic; i++)
		s.due += is_due(r, i);
	return s;
}

struct str assess_area_name(struct str number, struct str name, struct arena *a)
{
	return number.n ? arena_printf(a, "%.*s %.*s", STR_ARG(number), STR_ARG(name)) : name;
}

static int add_files(const struct readiness *r, struct assess_scope *out)
{
	int n = 0;
	for (int i = 0, to; i < r->narea; i = to) {
		int topics = 0;
		for (to = i; to < r->narea && str_eq(r->area[to].path, r->area[i].path); to++)
			topics += r->area[to].ntopic;
		out[n++] = scope_of(r, ASSESS_FILE, r->area[i].path, r->area[i].first, topics);
	}
	return n > 1 ? n : 0;
}

struct assess_scope *assess_scopes(const struct readiness *r, int *n, struct arena *a)
{
	struct assess_scope *s = arena_alloc(a, 2 * (size_t)r->narea + 2, sizeof *s);
	s[0] = scope_of(r, ASSESS_ALL, (struct str){ 0 }, 0, r->ntopic);
	s[1] = s[0];
	s[1].kind = ASSESS_DUE;
	*n = 2 + add_files(r, s + 2);
	for (int i = 0; i < r->narea; i++) {
		const struct readiness_area *area = &r->area[i];
		s[(*n)++] = scope_of(r, ASSESS_AREA, assess_area_name(area->number, area->name, a),
			area->first, area->ntopic);
	}
	return s;
}

/* Those of the scope that are due (or are not) and of that priority, behind the others. */
static void add_asked(const struct readiness *r, const struct assess_scope *scope, bool due,
	enum priority priority, struct asked *asked, int *n)
{
	for (int i = scope->first; i < scope->first + scope->ntopic; i++) {
		const struct topic_row *t = r->topic[i].topic;
		if (t->priority == priority && is_due(r, i) == due)
			asked[(*n)++] = (struct asked){
				.id = t->id, .kind = ASKED_TOPIC, .percent = -1, .level = t->level
			};
	}
}

struct asked *assess_order(
	const struct readiness *r, const struct assess_scope *scope, int *n, struct arena *a)
{
	static const enum priority order[] = { PRIORITY_HIGH, PRIORITY_MEDIUM, PRIORITY_NONE,
		PRIORITY_LOW };
	struct asked *asked = arena_alloc(a, (size_t)scope->ntopic, sizeof *asked);
	*n = 0;
	for (size_t i = 0; i < LENGTH(order); i++)
		add_asked(r, scope, true, order[i], asked, n);
	for (size_t i = 0; i < LENGTH(order) && scope->kind != ASSESS_DUE; i++)
		add_asked(r, scope, false, order[i], asked, n);
	return asked;
}

/* ---- side by side */

static void count(struct coverage_count *c, int level, int by)
{
	c->total += by;
	*(level == LEVEL_KNOW           ? &c->know
		: level == LEVEL_UNSURE ? &c->unsure
		: level == LEVEL_DUNNO  ? &c->dunno
					: &c->unrated) += by;
}

static int *no_levels(const struct coverage *c, struct arena *a)
{
	int *level = arena_alloc(a, (size_t)c->ntopic + 1, sizeof *level);
	for (int i = 0; i < c->ntopic; i++)
		level[i] = -1;
	return level;
}

static struct assess_column column_of(const struct coverage *c, const struct round *r,
	const struct idmap *topics, struct arena *a)
{
	struct assess_column x = { .round = r->id,
		.name = r->name,
		.day = r->day,
		.last = r->last,
		.rated = r->nanswered };
	int *level = no_levels(c, a), *before = no_levels(c, a);
	for (int i = 0; i < r->n; i++) {
		int at;
		count(&x.count, r->asked[i].level, 1);
		if (!idmap_find(topics, r->asked[i].id, &at))
			continue;
		level[at] = (int)r->asked[i].level;
		before[at] = (int)r->asked[i].before;
	}
	x.level = level;
	x.before = before;
	return x;
}

static struct assess_column column_now(
	const struct study *s, const struct coverage *c, struct arena *a)
{
	struct assess_column x = {
		.name = STR("Now"), .day = s->today, .last = s->today, .count = c->count
	};
	int *level = no_levels(c, a);
	for (int i = 0; i < c->ntopic; i++)
		level[i] = (int)c->topic[i].level;
	x.level = x.before = level;
	x.rated = c->count.total - c->count.unrated;
	return x;
}

bool assess_columns(const struct study *s, const struct coverage *c, struct assess_column **out,
	int *n, struct arena *a, struct err *e)
{
	struct round *round;
	struct idmap topics = { 0 };
	int nround;
	if (!round_list(s, 1u << ROUND_TOPICS, &round, &nround, a, e))
		return false;
	struct assess_column *x = arena_alloc(a, (size_t)nround + 1, sizeof *x);
	for (int i = 0; i < c->ntopic; i++)
		idmap_put(&topics, c->topic[i].id, i);
	for (int i = 0; i < nround; i++)
		x[i] = column_of(c, &round[i], &topics, a);
	x[nround] = column_now(s, c, a);
	idmap_release(&topics);
	*out = x;
	*n = nround + 1;
	return true;
}

struct assess_column assess_before(const struct assess_column *x)
{
	return (struct assess_column){
		.name = STR("Before"), .day = x->day, .last = x->day, .level = x->before
	};
}

int assess_earlier(const struct coverage *c, const struct assess_column *column, int i)
{
	for (int left = i - 1; left >= 0; left--)
		for (int k = 0; k < c->ntopic; k++)
			if (column[left].level[k] >= 0 && column[i].level[k] >= 0)
				return left;
	return -1;
}

static void add_pair(struct assess_pair *p, int before, int after)
{
	count(&p->before, before, 1);
	count(&p->after, after, 1);
}

struct assess_difference assess_compare(const struct coverage *c, const struct assess_column *x,
	const struct assess_column *y, struct arena *a)
{
	struct assess_difference d = { 0 };
	d.area = arena_alloc(a, (size_t)c->narea, sizeof *d.area);
	d.change = arena_alloc(a, (size_t)c->ntopic, sizeof *d.change);
	for (int i = 0; i < c->narea; i++)
		for (int k = c->area[i].first; k < c->area[i].first + c->area[i].ntopic; k++) {
			int before = x->level[k], after = y->level[k];
			if (before < 0 || after < 0)
				continue;
			add_pair(&d.all, before, after);
			add_pair(&d.area[i], before, after);
			if (before == after)
				continue;
			d.change[d.nchange++] =
				(struct assess_change){ k, (enum level)before, (enum level)after };
			d.better += before && after && after < before;
			d.worse += before && after && after > before;
		}
	return d;
}

static void add_words(struct buf *out, const char *name, int before, int after)
{
	const char *dot = out->n ? " · " : "";
	if (before != after)
		buf_addf(out, "%s%s %d → %d", dot, name, before, after);
	else if (after)
		buf_addf(out, "%s%s %d", dot, name, after);
}

void assess_words(const struct assess_pair *p, struct buf *out)
{
	struct buf words = { 0 };
	add_words(&words, "Dunno", p->before.dunno, p->after.dunno);
	add_words(&words, "Unsure", p->before.unsure, p->after.unsure);
	add_words(&words, "Know", p->before.know, p->after.know);
	add_words(&words, "not rated", p->before.unrated, p->after.unrated);
	buf_addf(out, "%s%sof %d", buf_cstr(&words), words.n ? " " : "", p->after.total);
	buf_release(&words);
}

/* ---- names */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_wordlike(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

void assess_gaps(struct str notes, struct buf *out)
{
	size_t begin = out->n;
	if (str_casefind(notes, STR("gap"), 0) < 0)
		return; /* Q1 and Q3 may be quartiles */
	for (size_t i = 0; i + 1 < notes.n; i++) {
		if ((notes.p[i] != 'Q' && notes.p[i] != 'q') || !is_digit(notes.p[i + 1]) ||
			(i > 0 && is_wordlike(notes.p[i - 1])))
			continue;
		size_t from = i++;
		while (i < notes.n && is_digit(notes.p[i]))
			i++;
		buf_addf(out, "%sQ%.*s", out->n > begin ? " " : "",
			STR_ARG(str_slice(notes, from + 1, i)));
	}
}

struct str assess_name(const struct assess_column *column, int n, struct arena *a)
{
	int rounds = 0;
	for (int i = 0; i < n; i++)
		rounds += !event_id_none(column[i].round);
	return rounds == 0   ? STR("Baseline")
	       : rounds == 1 ? STR("Re-assessment")
			     : arena_printf(a, "Re-assessment %d", rounds);
}
