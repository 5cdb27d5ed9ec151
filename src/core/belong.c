/* belong.c - which section is about what a card asks, and what belongs to a section. */
#include "hone/belong.h"

#include <limits.h>
#include <stdlib.h>

#include "hone/text.h"

/* A heading of fewer bytes says too little to be looked for in a question. */
enum { LEAST_HEADING = 4, SCORE_TOPIC = 10000, SCORE_IN_HEADING = 5000, SCORE_IN_TOPIC = 2000 };

/* What a card or a topic says, normalised. */
struct about {
	struct str topic, question;
};

struct hunt {
	const struct study *study;
	struct about about;
	int best;
	struct buf *where;
};

static struct str normalized(struct str text, struct arena *a)
{
	struct buf b = { 0 };
	text_normalize(&b, text);
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Past "2.1", "3)", "A.", "Q2:" at the begin of a heading; where that is all of it, at its begin. */
static struct str without_number(struct str heading)
{
	size_t n = 0;
	bool letter =
		heading.n > 1 && !is_digit(heading.p[0]) && (unsigned char)heading.p[0] < 0x80;
	n += letter;
	while (n < heading.n && (is_digit(heading.p[n]) || (heading.p[n] == '.' && n > letter)))
		n++;
	bool mark = n > 0 && n < heading.n &&
		    (heading.p[n] == '.' || heading.p[n] == ':' || heading.p[n] == ')');
	bool dotted = n > 1 && heading.p[n - 1] == '.';
	bool plain = !letter && n > 0; /* "2.1 Costs" */
	if (!mark && !dotted && !plain)
		return heading;
	struct str rest = str_slice(heading, n + mark, heading.n);
	return rest.n > 1 && rest.p[0] == ' ' ? str_trim(rest) : heading;
}

static struct str heading_words(struct str heading, struct arena *a)
{
	return normalized(without_number(str_trim(heading)), a);
}

/* Does it stand in the text between other words? */
static bool has_words(struct str text, struct str words)
{
	ptrdiff_t at = 0;
	while (text.p && words.n && (at = str_find(text, words, (size_t)at)) >= 0) {
		size_t end = (size_t)at + words.n;
		if ((at == 0 || text.p[at - 1] == ' ') && (end == text.n || text.p[end] == ' '))
			return true;
		at++;
	}
	return false;
}

/* A name of the topic counts most, then what the question holds: the longer, the surer. */
static int score(const struct about *f, struct str heading)
{
	int size = (int)(heading.n < 1000 ? heading.n : 1000);
	if (str_eq(heading, f->topic))
		return heading.n ? SCORE_TOPIC : 0;
	if (has_words(heading, f->topic))
		return SCORE_IN_HEADING - size; /* the shorter heading says little else */
	if (heading.n < LEAST_HEADING)
		return 0;
	if (has_words(f->topic, heading))
		return SCORE_IN_TOPIC + size;
	return has_words(f->question, heading) ? size : 0;
}

static bool look_into(struct hunt *f, const struct file_row *file, struct err *e)
{
	struct arena a = { 0 };
	struct decoded text;
	int n = 0;
	if (!study_text(f->study, file->path, &text, &a, e)) {
		arena_release(&a);
		return false;
	}
	const struct md_heading *h = md_outline(text.text, &n, &a);
	for (int i = 0; i < n; i++) {
		int points = score(&f->about, heading_words(h[i].text, &a));
		if (points <= f->best)
			continue;
		f->best = points;
		buf_clear(f->where);
		buf_addf(f->where, "%.*s#%.*s", STR_ARG(file->path), STR_ARG(h[i].text));
	}
	arena_release(&a);
	return true;
}

bool belong_sheet(const struct study *s, const struct card *c, struct buf *where, struct err *e)
{
	struct arena a = { 0 };
	struct file_row *file;
	size_t n = 0;
	struct hunt f = { .study = s, .where = where };
	f.about.topic = normalized(c->topic, &a);
	f.about.question = normalized(c->front, &a);
	buf_clear(where);
	bool ok = catalog_files(s->store, CONTENT_SHEET, &file, &n, &a, e);
	for (size_t i = 0; i < n && ok; i++)
		if (file[i].roles == CONTENT_SHEET && !str_eq(file[i].path, c->deck))
			ok = look_into(&f, &file[i], e);
	arena_release(&a);
	return ok;
}

/* ---- the other way */

static void add_heading(struct belong_place *p, struct str heading)
{
	if (p->nheading < BELONG_CHAIN)
		p->heading[p->nheading++] = heading;
}

struct belong_place belong_at(struct str path, struct str text, int line, struct arena *a)
{
	struct belong_place p = { .path = path, .from = 1, .to = INT_MAX };
	int n, here = -1, next;
	const struct md_heading *h = md_outline(text, &n, a);
	while (here + 1 < n && h[here + 1].source <= line)
		here++;
	int level = here < 0 ? 0 : h[here].level;
	if (here >= 0) {
		p.from = h[here].source;
		add_heading(&p, h[here].text);
	}
	for (next = here + 1; here >= 0 && next < n && h[next].level > level; next++)
		add_heading(&p, h[next].text);
	if (next < n)
		p.to = h[next].source;
	for (int i = here - 1; i >= 0 && level > 1; i--) {
		bool above = h[i].level < level;
		level = above ? h[i].level : level;
		if (above && level > 1)
			add_heading(&p, h[i].text);
	}
	return p;
}

struct gathering {
	const struct belong_place *place;
	struct str heading[BELONG_CHAIN]; /* their words */
	struct search_hit *hit;
	size_t n, cap;
	struct arena *a;
	struct arena scratch;
};

enum { NEAREST = 100000 };

/* For the nearest heading that it is about; 0: for none. */
static int place_score(const struct gathering *g, const struct about *about)
{
	for (int i = 0; i < g->place->nheading; i++) {
		int points = score(about, g->heading[i]);
		if (points)
			return (BELONG_CHAIN - i) * NEAREST + points;
	}
	return 0;
}

static void add(struct gathering *g, struct search_hit hit)
{
	g->hit = arena_room(g->a, g->hit, g->n, &g->cap, sizeof *g->hit);
	g->hit[g->n++] = hit;
}

static bool each_card(void *ctx, const struct card *c)
{
	struct gathering *g = ctx;
	const struct belong_place *p = g->place;
	arena_clear(&g->scratch);
	struct about about = { normalized(c->topic, &g->scratch),
		normalized(c->front, &g->scratch) };
	bool inside = str_eq(c->deck, p->path) && c->line >= p->from && c->line < p->to;
	int points = inside ? (BELONG_CHAIN + 1) * NEAREST : place_score(g, &about);
	struct str rest = c->front, front = { 0 };
	str_line(&rest, &front);
	if (points)
		add(g, (struct search_hit){ .kind = SEARCH_CARD,
			       .id = c->id,
			       .path = arena_str(g->a, c->deck),
			       .line = c->line,
			       .title = md_shown(arena_str(g->a, front), g->a),
			       .where = arena_str(g->a, c->topic.n ? c->topic : c->deck),
			       .score = points });
	return true;
}

/* "KV cache - how it works": the name is what stands before the dash. */
static struct str short_name(struct str name)
{
	static const struct str mark[] = { STR_INIT(" - "), STR_INIT(" – "), STR_INIT(" — "),
		STR_INIT(": "), STR_INIT(" (") };
	for (size_t i = 0; i < LENGTH(mark); i++) {
		ptrdiff_t at = str_find(name, mark[i], 0);
		if (at > 0)
			return str_slice(name, 0, (size_t)at);
	}
	return name;
}

static bool gather_topics(struct gathering *g, const struct study *s, struct err *e)
{
	struct topic_row *t;
	size_t n;
	if (!catalog_topics(s->store, &t, &n, g->a, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		arena_clear(&g->scratch);
		struct about whole = { .topic = normalized(t[i].name, &g->scratch) };
		struct about brief = { .topic = normalized(short_name(t[i].name), &g->scratch) };
		int points = place_score(g, &whole), other = place_score(g, &brief);
		points = points > other ? points : other;
		if (points)
			add(g, (struct search_hit){ .kind = SEARCH_TOPIC,
				       .id = t[i].id,
				       .path = t[i].path,
				       .line = t[i].line,
				       .title = t[i].name,
				       .where = t[i].area,
				       .level = t[i].level,
				       .score = points });
	}
	return true;
}

static void give(struct gathering *g, size_t max, struct search_hits *out)
{
	*out = (struct search_hits){ .hit = g->hit };
	if (g->n)
		qsort(g->hit, g->n, sizeof *g->hit, search_hit_order);
	for (size_t i = 0; i < g->n; i++) {
		enum search_kind kind = g->hit[i].kind;
		if (out->of[kind] == max) {
			out->capped[kind] = true;
			continue;
		}
		out->of[kind]++;
		out->hit[out->n++] = g->hit[i];
	}
}

bool belong_here(const struct study *s, const struct belong_place *place, size_t max,
	struct search_hits *out, struct arena *a, struct err *e)
{
	struct gathering g = { .place = place, .a = a };
	for (int i = 0; i < place->nheading; i++)
		g.heading[i] = heading_words(place->heading[i], a);
	bool ok = catalog_cards(s->store, STR(""), each_card, &g, e) && gather_topics(&g, s, e);
	arena_release(&g.scratch);
	if (ok)
		give(&g, max, out);
	return ok;
}
