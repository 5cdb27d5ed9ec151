/* belong.c - which section is about what a card asks, and what belongs to a section. */
#include "hone/belong.h"

#include <limits.h>
#include <stdlib.h>

#include "hone/text.h"

/* A heading of fewer bytes says too little to be looked for in a question. */
enum {
	LEAST_HEADING = 4,
	SCORE_TOPIC = 10000,
	SCORE_IN_HEADING = 5000,
	SCORE_IN_TOPIC = 2000,
	SCORE_SAID = 20000, /* joined by the user */
	REFUSED = -1
};

/* What a card or a topic says, normalised. */
struct wording {
	struct str topic, question;
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

/* Headings that stand in any sheet: that a question has the same word says nothing. */
static bool is_common(struct str words)
{
	static const struct str common[] = { STR_INIT("answer"), STR_INIT("answers"),
		STR_INIT("background"), STR_INIT("code"), STR_INIT("conclusion"), STR_INIT("cons"),
		STR_INIT("definition"), STR_INIT("definitions"), STR_INIT("details"),
		STR_INIT("example"), STR_INIT("examples"), STR_INIT("formula"),
		STR_INIT("formulas"), STR_INIT("introduction"), STR_INIT("links"),
		STR_INIT("notes"), STR_INIT("overview"), STR_INIT("problem"), STR_INIT("problems"),
		STR_INIT("pros"), STR_INIT("question"), STR_INIT("questions"),
		STR_INIT("references"), STR_INIT("resources"), STR_INIT("solution"),
		STR_INIT("steps"), STR_INIT("summary"), STR_INIT("tips"), STR_INIT("usage") };
	for (size_t i = 0; i < LENGTH(common); i++)
		if (str_eq(words, common[i]))
			return true;
	return false;
}

/* None where it is one of the common ones. */
static struct str heading_words(struct str heading, struct arena *a)
{
	struct str words = normalized(without_number(str_trim(heading)), a);
	return is_common(words) ? (struct str){ 0 } : words;
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
static int score(const struct wording *f, struct str heading)
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

/* "KV cache - how it works": the name is what stands before the dash. */
static struct wording topic_words(struct str name, bool brief, struct arena *a)
{
	return (struct wording){ .topic = normalized(brief ? name_head(name) : name, a) };
}

/* How well the heading says the name of a topic. */
static int name_score(const struct wording *whole, const struct wording *brief, struct str heading)
{
	int points = score(whole, heading), other = score(brief, heading);
	return points > other ? points : other;
}

bool belong_names(struct str heading, struct str topic)
{
	struct arena a = { 0 };
	struct wording whole = topic_words(topic, false, &a), brief = topic_words(topic, true, &a);
	int points = name_score(&whole, &brief, heading_words(heading, &a));
	arena_release(&a);
	return points > 0;
}

/* ---- what was said of card, section and topic */

/* A topic that matters for a card, with the names that a heading may say. */
struct relevant {
	int topic;
	bool yes, no; /* said of the card */
	bool about;   /* the card is about it */
	struct wording whole, brief;
};

/* Topics that were joined with a card, by words or by the user, and those that it was refused. */
static struct relevant *relevant_to(struct about *b, const struct card *c, int *n, struct arena *a)
{
	int nfound, at = 0;
	const int *found = about_card(b, c, &nfound);
	struct relevant *r = arena_alloc(a, (size_t)b->cover.ntopic + 1, sizeof *r);
	*n = 0;
	for (int i = 0; i < b->cover.ntopic; i++) {
		const struct join *said = about_said(b, JOIN_CARD_TOPIC, c->id, i);
		bool is_about = at < nfound && found[at] == i;
		at += is_about;
		if (!is_about && !said)
			continue;
		struct str name = b->cover.topic[i].name;
		r[(*n)++] = (struct relevant){ i, said && said->yes, said && !said->yes, is_about,
			topic_words(name, false, a), topic_words(name, true, a) };
	}
	return r;
}

/*
 * What is said of the card and a section over `words`, the points of its words. said[i]: of topic i and the
 * section SCORE_SAID, REFUSED, or the points of its heading.
 */
static int over_words(const struct relevant *r, int n, const int *said, int words)
{
	bool joined = false, shared = false, against = false;
	for (int i = 0; i < n; i++) {
		bool both = r[i].about && said[i] > 0;
		shared |= both;
		joined |= both && (r[i].yes || said[i] == SCORE_SAID);
		against |= (r[i].no && said[i] > 0) || (r[i].about && said[i] == REFUSED);
	}
	return joined ? SCORE_SAID : against && !shared ? 0 : words;
}

static int section_topic(const struct about *b, int64_t section, int topic,
	const struct wording *whole, const struct wording *brief, struct str heading)
{
	const struct join *said = about_said(b, JOIN_SECTION_TOPIC, section, topic);
	return said ? (said->yes ? SCORE_SAID : REFUSED) : name_score(whole, brief, heading);
}

/* ---- the section for a card, and for a topic */

struct hunt {
	const struct study *study;
	struct wording words;
	struct about *about; /* NULL: nothing was said */
	struct relevant *relevant;
	int nrelevant, *said;
	bool topic; /* it is hunted for one: the only relevant one */
	int best;
	struct buf *where;
};

static int heading_points(const struct hunt *f, struct str path, struct str text, struct arena *a)
{
	struct str heading = heading_words(text, a);
	int words = score(&f->words, heading);
	if (!f->about)
		return words;
	int64_t section = join_section(path, text);
	for (int i = 0; i < f->nrelevant; i++)
		f->said[i] = section_topic(f->about, section, f->relevant[i].topic,
			&f->relevant[i].whole, &f->relevant[i].brief, heading);
	if (f->topic)
		return f->said[0] == REFUSED ? 0 : f->said[0] > words ? f->said[0] : words;
	return over_words(f->relevant, f->nrelevant, f->said, words);
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
		int points = heading_points(f, file->path, h[i].text, &a);
		if (points <= f->best)
			continue;
		f->best = points;
		buf_clear(f->where);
		buf_addf(f->where, "%.*s#%.*s", STR_ARG(file->path), STR_ARG(h[i].text));
	}
	arena_release(&a);
	return true;
}

static bool look_everywhere(struct hunt *f, struct str except, struct arena *a, struct err *e)
{
	struct file_row *file;
	size_t n = 0;
	bool ok = catalog_files(f->study->store, CONTENT_SHEET, &file, &n, a, e);
	buf_clear(f->where);
	for (size_t i = 0; i < n && ok; i++)
		if (file[i].roles == CONTENT_SHEET && !str_eq(file[i].path, except))
			ok = look_into(f, &file[i], e);
	return ok;
}

bool belong_sheet(const struct study *s, const struct card *c, struct buf *where, struct err *e)
{
	struct arena a = { 0 };
	struct about b;
	struct hunt f = { .study = s, .where = where };
	f.words.topic = normalized(c->topic, &a);
	f.words.question = normalized(c->front, &a);
	bool ok = about_load(s, &b, &a, e);
	if (ok && b.joins.n) {
		f.about = &b;
		f.relevant = relevant_to(&b, c, &f.nrelevant, &a);
		f.said = arena_alloc(&a, (size_t)f.nrelevant + 1, sizeof *f.said);
	}
	ok = ok && look_everywhere(&f, c->deck, &a, e);
	arena_release(&a);
	return ok;
}

bool belong_topic(
	const struct study *s, const struct topic_row *t, struct buf *where, struct err *e)
{
	struct arena a = { 0 };
	struct about b;
	struct hunt f = { .study = s, .where = where, .topic = true, .about = &b };
	int said, number = 0;
	f.words.topic = f.words.question = normalized(t->name, &a);
	bool ok = about_load(s, &b, &a, e);
	while (ok && number < b.cover.ntopic && b.id[number] != t->id)
		number++;
	if (!ok || number == b.cover.ntopic)
		f.about = NULL;
	struct relevant one = { .topic = number,
		.whole = topic_words(t->name, false, &a),
		.brief = topic_words(t->name, true, &a) };
	f.relevant = &one;
	f.nrelevant = 1;
	f.said = &said;
	ok = ok && look_everywhere(&f, t->path, &a, e);
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
	if (n > 0)
		p.title = h[0].text;
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

const struct join *belong_day(const struct joins *j, const struct belong_place *p, uint64_t day)
{
	const struct join *said = NULL;
	if (p->nheading)
		said = joins_find(
			j, JOIN_SECTION_DAY, join_section(p->path, p->heading[0]), (int64_t)day);
	return said ? said
		    : joins_find(
			      j, JOIN_SECTION_DAY, join_section(p->path, p->title), (int64_t)day);
}

struct gathering {
	const struct belong_place *place;
	struct str heading[BELONG_CHAIN]; /* their words */
	int64_t section[BELONG_CHAIN];    /* their ids */
	struct about about;
	int *said; /* of heading i and topic k: said[i * topics + k], as section_topic() */
	int *row;  /* of those that are relevant to a card */
	struct search_hit *hit;
	size_t n, cap;
	struct arena *a;
	struct arena scratch;
};

enum { NEAREST = 100000 };

static void add(struct gathering *g, struct search_hit hit)
{
	g->hit = arena_room(g->a, g->hit, g->n, &g->cap, sizeof *g->hit);
	g->hit[g->n++] = hit;
}

/* For the nearest heading that it is about; 0: for none. */
static int card_score(struct gathering *g, const struct card *c)
{
	struct wording words = { normalized(c->topic, &g->scratch),
		normalized(c->front, &g->scratch) };
	const int topics = g->about.cover.ntopic;
	struct relevant *r = NULL;
	int n = 0;
	if (g->about.joins.n)
		r = relevant_to(&g->about, c, &n, &g->scratch);
	for (int i = 0; i < g->place->nheading; i++) {
		int points = score(&words, g->heading[i]);
		for (int k = 0; k < n; k++)
			g->row[k] = g->said[i * topics + r[k].topic];
		points = over_words(r, n, g->row, points);
		if (points)
			return (BELONG_CHAIN - i) * NEAREST + points;
	}
	return 0;
}

static bool each_card(void *ctx, const struct card *c)
{
	struct gathering *g = ctx;
	const struct belong_place *p = g->place;
	arena_clear(&g->scratch);
	bool inside = str_eq(c->deck, p->path) && c->line >= p->from && c->line < p->to;
	int points = inside ? (BELONG_CHAIN + 1) * NEAREST : card_score(g, c);
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

/* What its own heading was refused is not there for those around it either. */
static int topic_score(const struct gathering *g, int topic)
{
	const int topics = g->about.cover.ntopic;
	for (int i = 0; i < g->place->nheading; i++) {
		int points = g->said[i * topics + topic];
		if (i == 0 && points == REFUSED)
			return 0;
		if (points > 0)
			return (BELONG_CHAIN - i) * NEAREST + points;
	}
	return 0;
}

static void gather_topics(struct gathering *g)
{
	const struct coverage *c = &g->about.cover;
	for (int i = 0; i < c->ntopic; i++) {
		const struct topic_row *t = &c->topic[i];
		int points = topic_score(g, i);
		if (points)
			add(g, (struct search_hit){ .kind = SEARCH_TOPIC,
				       .id = t->id,
				       .path = t->path,
				       .line = t->line,
				       .title = t->name,
				       .where = t->area,
				       .level = t->level,
				       .score = points });
	}
}

/* What each heading says of each topic. */
static void prepare(struct gathering *g)
{
	const struct belong_place *p = g->place;
	const int topics = g->about.cover.ntopic;
	g->said = arena_alloc(g->a, (size_t)(p->nheading * topics) + 1, sizeof *g->said);
	g->row = arena_alloc(g->a, (size_t)topics + 1, sizeof *g->row);
	for (int i = 0; i < p->nheading; i++) {
		g->heading[i] = heading_words(p->heading[i], g->a);
		g->section[i] = join_section(p->path, p->heading[i]);
	}
	for (int k = 0; k < topics; k++) {
		struct str name = g->about.cover.topic[k].name;
		arena_clear(&g->scratch);
		struct wording whole = topic_words(name, false, &g->scratch);
		struct wording brief = topic_words(name, true, &g->scratch);
		for (int i = 0; i < p->nheading; i++)
			g->said[i * topics + k] = section_topic(
				&g->about, g->section[i], k, &whole, &brief, g->heading[i]);
	}
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
	bool ok = about_load(s, &g.about, a, e);
	if (ok) {
		prepare(&g);
		ok = catalog_cards(s->store, STR(""), each_card, &g, e);
		gather_topics(&g);
	}
	arena_release(&g.scratch);
	if (ok)
		give(&g, max, out);
	return ok;
}
