/* search_words.c - words in sheets, cards, topics and the plan. */
#include "search_priv.h"

#include <limits.h>
#include <stdlib.h>

/* Of a sheet no more sections than that are looked at closer. */
enum { MOST_SECTIONS = 1000 };

struct hunt {
	const struct search *ss;
	const struct study *s;
	struct find_query q;
	size_t max;
	struct search_hit *hit;
	size_t n, cap;
	bool capped[SEARCH_KINDS];
	struct arena *a;
};

const char *search_kind_name(enum search_kind kind)
{
	static const char *const name[] = { "sheet", "card", "topic", "plan" };
	return name[kind];
}

static void add(struct hunt *h, struct search_hit hit)
{
	h->hit = arena_room(h->a, h->hit, h->n, &h->cap, sizeof *h->hit);
	h->hit[h->n++] = hit;
}

int search_hit_order(const void *a, const void *b)
{
	const struct search_hit *x = a, *y = b;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	int paths = str_cmp(x->path, y->path);
	return paths ? paths : (x->line > y->line) - (x->line < y->line);
}

/* Those found since `from` in order, as many as are wanted. */
static void settle(struct hunt *h, size_t from, enum search_kind kind)
{
	if (h->n > from)
		qsort(h->hit + from, h->n - from, sizeof *h->hit, search_hit_order);
	h->capped[kind] = h->n - from > h->max;
	if (h->capped[kind])
		h->n = from + h->max;
}

static struct str excerpt(const struct hunt *h, struct str line)
{
	return find_excerpt(&h->q, line, SEARCH_EXCERPT, h->a);
}

/* ---- topics */

static bool find_topics(struct hunt *h, struct err *e)
{
	struct topic_row *t;
	size_t n, from = h->n;
	struct buf text = { 0 };
	if (!catalog_topics(h->s->store, &t, &n, h->a, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		buf_clear(&text);
		buf_addf(&text, "%.*s\n\n%.*s", STR_ARG(t[i].name), STR_ARG(t[i].notes));
		int score = find_matches(&h->q, buf_str(&text), t[i].area);
		if (score)
			add(h, (struct search_hit){ SEARCH_TOPIC, t[i].id, t[i].path, t[i].line,
				       t[i].name, t[i].area, excerpt(h, md_shown(t[i].notes, h->a)),
				       t[i].level, score });
	}
	buf_release(&text);
	settle(h, from, SEARCH_TOPIC);
	return true;
}

/* ---- the plan */

static struct str day_name(const struct hunt *h, int day)
{
	const struct plan *p = &h->s->plan;
	const struct plan_day *d = &p->day[day];
	const struct plan_week *w = &p->week[d->week];
	struct buf b = { 0 };
	if (w->number)
		buf_addf(&b, "Week %d · ", w->number);
	buf_addf(&b, "Day %d", d->from);
	if (d->to > d->from)
		buf_addf(&b, "-%d", d->to);
	if (d->title.n)
		buf_addf(&b, " %.*s", STR_ARG(md_plain(d->title, h->a)));
	struct str name = arena_str(h->a, buf_str(&b));
	buf_release(&b);
	return name;
}

static struct str item_where(
	const struct hunt *h, const struct plan_item *t, int *day, struct str *name)
{
	const struct plan *p = &h->s->plan;
	if (t->day >= 0 && t->day != *day) {
		*day = t->day;
		*name = day_name(h, t->day);
	}
	if (t->day >= 0)
		return *name;
	struct str title = t->section >= 0 ? p->section[t->section].title
			   : t->week >= 0  ? p->week[t->week].title
					   : (struct str){ 0 };
	return arena_str(h->a, title);
}

static void find_days(struct hunt *h, struct str path)
{
	const struct plan *p = &h->s->plan;
	for (int i = 0; i < p->nday; i++) {
		struct str above = p->week[p->day[i].week].title;
		int score = find_matches(&h->q, p->day[i].title, above);
		if (score)
			add(h, (struct search_hit){ .kind = SEARCH_PLAN,
				       .id = (int64_t)p->day[i].id,
				       .path = path,
				       .line = p->day[i].line,
				       .title = day_name(h, i),
				       .where = md_plain(above, h->a),
				       .score = score + 1 }); /* before its tasks */
	}
}

static void find_plan(struct hunt *h)
{
	const struct plan *p = &h->s->plan;
	size_t from = h->n;
	struct str name = { 0 }, path = arena_str(h->a, h->s->plan_path);
	int day = -1;
	find_days(h, path);
	for (int i = 0; i < p->nitem; i++) {
		const struct plan_item *t = &p->item[i];
		struct str where = item_where(h, t, &day, &name);
		int score = find_matches(&h->q, t->text, where);
		if (score)
			add(h, (struct search_hit){ .kind = SEARCH_PLAN,
				       .id = (int64_t)t->id,
				       .path = path,
				       .line = t->line,
				       .title = md_plain(t->text, h->a),
				       .where = where,
				       .score = score });
	}
	settle(h, from, SEARCH_PLAN);
}

/* ---- cards */

/* A long line of the answer is given from near the word: it then begins with a whole one. */
static struct str card_line(const struct hunt *h, const struct card *c, struct str line)
{
	ptrdiff_t at = str_find(c->back, line, 0);
	ptrdiff_t blank = str_find(line, STR(" "), 0);
	struct str text = arena_str(h->a, line);
	if (at <= 0 || c->back.p[at - 1] == '\n' || blank < 0)
		return excerpt(h, find_plain(text, h->a));
	text = find_plain(str_slice(text, (size_t)blank + 1, text.n), h->a);
	return excerpt(h, arena_printf(h->a, "…%.*s", STR_ARG(text)));
}

static bool each_card(void *ctx, const struct card *c, struct str line)
{
	struct hunt *h = ctx;
	struct str rest = c->front, front = { 0 };
	str_line(&rest, &front);
	add(h, (struct search_hit){ .kind = SEARCH_CARD,
		       .id = c->id,
		       .path = arena_str(h->a, c->deck),
		       .line = c->line,
		       .title = md_shown(arena_str(h->a, front), h->a),
		       .where = arena_str(h->a, c->topic),
		       .excerpt = card_line(h, c, line),
		       .score = INT_MAX - (int)(h->n < INT_MAX ? h->n : INT_MAX) });
	return true;
}

/* Each word outside of quotes as the begin of one, as the other kinds are looked for. */
static void card_query(struct buf *out, struct str typed)
{
	bool quoted = false;
	for (size_t i = 0; i < typed.n; i++) {
		char c = typed.p[i];
		char next = i + 1 < typed.n ? typed.p[i + 1] : ' ';
		quoted = quoted != (c == '"');
		buf_addc(out, c);
		if (!quoted && c != '"' && c != '*' && c != ' ' && c != ':' && next == ' ')
			buf_addc(out, '*');
	}
}

static bool find_cards(struct hunt *h, struct str typed, struct err *e)
{
	struct buf query = { 0 };
	size_t from = h->n;
	int max = h->max < INT_MAX ? (int)h->max : 0;
	card_query(&query, typed);
	bool ok = catalog_search(h->s->store, buf_str(&query), max, each_card, h, e);
	buf_release(&query);
	settle(h, from, SEARCH_CARD);
	h->capped[SEARCH_CARD] = h->n - from == h->max;
	return ok;
}

/* ---- sheets */

/* What stands there is listed as what it is. */
static bool is_listed(
	const struct hunt *h, const struct sheet_text *t, const struct find_section *s)
{
	bool other = t->row.roles & ~(unsigned)CONTENT_SHEET;
	if (!other)
		return false;
	if ((t->row.roles & CONTENT_DECK) && h->capped[SEARCH_CARD])
		return true;
	for (size_t i = 0; i < h->n; i++) {
		const struct search_hit *hit = &h->hit[i];
		if (hit->kind != SEARCH_SHEET && hit->line >= s->from && hit->line < s->to &&
			str_eq(hit->path, t->row.path))
			return true;
	}
	return false;
}

struct found {
	const struct sheet_text *t;
	struct find_section s;
};

static int compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	if (x->s.score != y->s.score)
		return x->s.score > y->s.score ? -1 : 1;
	if (x->t != y->t)
		return x->t < y->t ? -1 : 1;
	return (x->s.from > y->s.from) - (x->s.from < y->s.from);
}

static struct search_hit sheet_hit(const struct hunt *h, const struct found *f)
{
	const struct find_text *t = &f->t->text;
	bool headed = f->s.heading >= 0;
	return (struct search_hit){ .kind = SEARCH_SHEET,
		.path = f->t->row.path,
		.line = f->s.line,
		.title = headed ? t->heading[f->s.heading].text : f->t->row.title,
		.where = f->t->row.title,
		.excerpt = find_section_excerpt(&h->q, t, &f->s, SEARCH_EXCERPT, h->a),
		.score = f->s.score };
}

/* Excerpts are made only of those that are given. */
static void find_sheets(struct hunt *h)
{
	struct found *found = NULL;
	struct find_section *s = xcalloc(MOST_SECTIONS, sizeof *s);
	size_t n = 0, cap = 0;
	for (size_t i = 0; i < h->ss->read; i++) {
		const struct sheet_text *t = &h->ss->sheet[i];
		int got = t->read ? find_sections(&h->q, &t->text, s, MOST_SECTIONS) : 0;
		for (int k = 0; k < got; k++) {
			if (is_listed(h, t, &s[k]))
				continue;
			found = array_room(found, n, &cap, sizeof *found);
			found[n++] = (struct found){ t, s[k] };
		}
	}
	if (n)
		qsort(found, n, sizeof *found, compare_found);
	h->capped[SEARCH_SHEET] = n > h->max;
	for (size_t i = 0; i < n && i < h->max; i++)
		add(h, sheet_hit(h, &found[i]));
	free(found);
	free(s);
}

/* The kinds in their order; each is in its own already. */
static void give(const struct hunt *h, struct search_hits *out)
{
	*out = (struct search_hits){ .hit = arena_alloc(h->a, h->n + 1, sizeof *h->hit) };
	for (int kind = 0; kind < SEARCH_KINDS; kind++) {
		size_t before = out->n;
		for (size_t i = 0; i < h->n; i++)
			if (h->hit[i].kind == (enum search_kind)kind)
				out->hit[out->n++] = h->hit[i];
		out->of[kind] = out->n - before;
		out->capped[kind] = h->capped[kind];
	}
}

bool search_words(const struct search *ss, const struct study *s, struct str typed, size_t max,
	bool cards, struct search_hits *out, struct arena *a, struct err *e)
{
	struct hunt h = { .ss = ss, .s = s, .max = max, .a = a };
	h.q = find_query(typed, a);
	*out = (struct search_hits){ 0 };
	if (h.q.n == 0)
		return true;
	if ((cards && !find_cards(&h, typed, e)) || !find_topics(&h, e))
		return false;
	find_plan(&h);
	find_sheets(&h);
	give(&h, out);
	return true;
}
