/* join_propose.c - pairs whose words come near, the best first. What is weighed is gathered in join_gather.c. */
#include <stdlib.h>

#include "join_gather.h"

/*
 * A word is rare in at most FEW names or items, or in one in RARE of them. BEST items are proposed for a topic or day
 * that nothing is joined with.
 */
enum { FEW = 2, RARE = 20, BEST = 3 };

struct pair {
	int from, to, percent, weight;
};

/* The best for one topic or day. */
struct best {
	struct pair pair[BEST];
	int n;
};

struct pairs {
	struct pair *pair;
	int n;
	size_t cap;
	struct best *best; /* by topic or day */
	/* Of the item at hand: the names that share a word, and those that are near. */
	int *touched;
	struct pair *near;
};

/* ---- how near they come */

static bool is_few(int n, int of)
{
	return n <= FEW || n <= of / RARE;
}

/* How often the number can be halved. */
static int halvings(int n)
{
	int bits = 0;
	for (; n > 1; n /= 2)
		bits++;
	return bits;
}

static void weigh(struct nearing *g)
{
	for (int i = 0; i < g->nword; i++) {
		struct near_word *w = &g->word[i];
		bool many = w->small || !is_few(w->items, g->nfrom);
		w->weight = many ? 0 : 1 + halvings(g->nfrom / (w->items ? w->items : 1));
		for (int k = 0; k < w->nname; k++)
			g->name[w->name[k]].weight += w->weight;
	}
}

/* Higher first, then in the order of the files. */
static int by_worth(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	if (x->percent != y->percent)
		return y->percent - x->percent;
	if (x->weight != y->weight)
		return y->weight - x->weight;
	if (x->from != y->from)
		return x->from - y->from;
	return x->to - y->to;
}

static bool is_better(const struct pair *a, const struct pair *b)
{
	return by_worth(a, b) < 0;
}

static void keep_best(struct best *best, struct pair p)
{
	int at = best->n < BEST ? best->n++ : BEST;
	for (; at > 0 && is_better(&p, &best->pair[at - 1]); at--)
		if (at < BEST)
			best->pair[at] = best->pair[at - 1];
	if (at < BEST)
		best->pair[at] = p;
}

static void add_pair(struct nearing *g, struct pairs *found, struct pair p)
{
	found->pair =
		arena_room(g->a, found->pair, (size_t)found->n, &found->cap, sizeof *found->pair);
	found->pair[found->n++] = p;
}

/* Count what names share with the item; `touched` are the names that share anything. */
static int share(struct nearing *g, int from, int *touched)
{
	const struct near_from *f = &g->from[from];
	int n = 0;
	for (int i = 0; i < f->n; i++) {
		const struct near_word *w = &g->word[f->have[i].word];
		for (int k = 0; k < w->nname; k++) {
			struct near_name *name = &g->name[w->name[k]];
			if (name->asked != from) {
				name->asked = from;
				name->shared = name->words = name->rare = name->own = 0;
				name->held = name->titled = name->free = 0;
				touched[n++] = w->name[k];
			}
			name->held++;
			if (f->have[i].text)
				continue;
			name->titled++;
			name->free += w->weight && f->have[i].free;
			name->shared += w->weight;
			name->words += w->weight > 0;
			name->own += w->weight && w->names == 1;
			name->rare += w->weight && is_few(w->names, g->nname);
		}
	}
	return n;
}

/*
 * Two words that weigh two thirds, one of them rare; words of a compound with dashes ("trade-off") count only where all
 * words are there. Or one word that no other name has and that is all of the name; the text of a day may have the rest.
 */
static bool is_near(const struct near_name *name)
{
	bool most = name->rare && name->shared * 3 >= name->weight * 2;
	if (name->titled == name->n && name->words >= 2)
		return most;
	return name->free >= 2 ? most : name->own && name->free && name->held == name->n;
}

/* Of several parts of one name the best counts. */
static void add_near(struct pairs *found, int *n, struct pair p)
{
	int at = 0;
	while (at < *n && found->near[at].to != p.to)
		at++;
	if (at == *n || is_better(&p, &found->near[at]))
		found->near[at] = p;
	*n += at == *n;
}

static int near_to(struct nearing *g, struct pairs *found, int from)
{
	int near = 0, n = share(g, from, found->touched);
	for (int i = 0; i < n; i++) {
		const struct near_name *name = &g->name[found->touched[i]];
		if (is_near(name) &&
			!joins_find(&g->about.joins, g->kind, g->from[from].id, g->to[name->to].id))
			add_near(found, &near,
				(struct pair){ from, name->to, name->shared * 100 / name->weight,
					name->shared });
	}
	return near;
}

static void ask(struct nearing *g, struct pairs *found, int from)
{
	int n = near_to(g, found, from), best = 0;
	for (int i = 0; i < n; i++) {
		if (is_better(&found->near[i], &found->near[best]))
			best = i;
		if (g->to[found->near[i].to].joined == 0 && join_to(g->kind) == JOINED_TOPIC)
			keep_best(&found->best[found->near[i].to], found->near[i]);
	}
	if (n && g->from[from].lone)
		add_pair(g, found, found->near[best]);
}

static bool is_pair(const struct pair *a, const struct pair *b)
{
	return a->from == b->from && a->to == b->to;
}

static struct pairs ask_all(struct nearing *g)
{
	struct pairs found = { .touched = arena_alloc(g->a, (size_t)g->nname + 1, sizeof(int)),
		.near = arena_alloc(g->a, (size_t)g->nto + 1, sizeof *found.near),
		.best = arena_alloc(g->a, (size_t)g->nto + 1, sizeof *found.best) };
	for (int i = 0; i < g->nfrom; i++)
		ask(g, &found, i);
	for (int i = 0; i < g->nto; i++)
		for (int k = 0; k < found.best[i].n; k++)
			add_pair(g, &found, found.best[i].pair[k]);
	if (found.n)
		qsort(found.pair, (size_t)found.n, sizeof *found.pair, by_worth);
	int left = 0;
	for (int i = 0; i < found.n; i++)
		if (left == 0 || !is_pair(&found.pair[left - 1], &found.pair[i]))
			found.pair[left++] = found.pair[i];
	found.n = left;
	return found;
}

/* ---- what is shown of them */

static bool shares(const struct nearing *g, int from, int number)
{
	const struct near_from *f = &g->from[from];
	for (int i = 0; i < f->n; i++)
		if (f->have[i].word == number)
			return g->word[number].weight && !f->have[i].text;
	return false;
}

static struct str shared_words(const struct nearing *g, const struct pair *p)
{
	struct buf words = { 0 }, out = { 0 };
	int number;
	match_words(&words, name_head(g->to[p->to].name));
	struct str rest = buf_str(&words), one;
	while ((one = str_word(&rest)).n)
		if (idmap_find(&g->hashes, (int64_t)match_word(one), &number) &&
			shares(g, p->from, number))
			buf_addf(&out, "%s%.*s", out.n ? " " : "", STR_ARG(one));
	struct str kept = arena_str(g->a, buf_str(&out));
	buf_release(&words);
	buf_release(&out);
	return kept;
}

static bool make_offer(
	const struct nearing *g, const struct pair *p, struct join_offer *o, struct err *e)
{
	const struct near_from *from = &g->from[p->from];
	*o = (struct join_offer){ .kind = g->kind,
		.words = shared_words(g, p),
		.percent = p->percent,
		.lone = g->to[p->to].joined == 0 };
	return join_end(g->s, join_from(g->kind), from->id, from->section, &o->from, g->a, e) &&
	       join_end(
		       g->s, join_to(g->kind), g->to[p->to].id, (struct str){ 0 }, &o->to, g->a, e);
}

static bool make_offers(const struct nearing *g, const struct pairs *found, int most,
	struct join_offers *out, struct err *e)
{
	int n = found->n < most ? found->n : most;
	*out = (struct join_offers){ .n = n, .all = found->n };
	out->offer = arena_alloc(g->a, (size_t)n + 1, sizeof *out->offer);
	for (int i = 0; i < n; i++)
		if (!make_offer(g, &found->pair[i], &out->offer[i], e))
			return false;
	for (int i = 0; i < g->nfrom; i++)
		out->from += g->from[i].lone;
	for (int i = 0; i < g->nto; i++)
		out->to += g->to[i].joined == 0;
	return true;
}

bool join_propose(const struct study *s, enum join_kind kind, int most, struct join_offers *out,
	struct arena *a, struct err *e)
{
	struct nearing g = { .s = s, .kind = kind, .a = a };
	struct join_offers made = { 0 };
	bool ok = join_gather(&g, e);
	if (ok && g.nto) {
		weigh(&g);
		struct pairs found = ask_all(&g);
		ok = make_offers(&g, &found, most, &made, e);
	}
	idmap_release(&g.hashes);
	if (ok)
		*out = made;
	return ok;
}
