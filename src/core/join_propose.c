/* join_propose.c - pairs of a card and a topic whose words come near, the best first. */
#include <stdlib.h>

#include "hone/join.h"
#include "hone/match.h"
#include "idmap.h"

/*
 * A word is rare in at most FEW names or cards, or in one in RARE of them. BEST cards are proposed for a topic
 * without any.
 */
enum { FEW = 2, RARE = 20, BEST = 3 };

/* A word of names of topics. */
struct word {
	int names, cards;   /* that have it */
	int *topic, ntopic; /* the names */
	size_t cap;
	int weight; /* 0: too many cards have it */
	int last;   /* card whose words are being taken */
};

struct pair {
	int card, topic, percent, weight;
};

struct name {
	int *word, n;
	size_t cap;
	int cards;        /* about it */
	int weight;       /* of its words */
	int shared, rare; /* with the card at hand */
	int asked;        /* that card */
	struct pair best[BEST];
	int nbest;
};

struct near_card {
	int64_t id;
	int *word, n;
	bool lone; /* about no topic */
};

struct nearing {
	const struct study *s;
	struct coverage cover;
	struct matcher *matcher;
	struct joins joins;
	int64_t *id; /* of the topics */
	struct idmap hashes;
	struct word *word;
	int nword;
	size_t cap_word;
	struct name *name;
	struct near_card *card;
	int ncard;
	size_t cap_card;
	int all; /* cards that were looked at */
	struct pair *pair;
	int npair;
	size_t cap_pair;
	struct arena *a;
};

/* ---- names */

static int word_number(struct nearing *g, uint64_t hash)
{
	int number;
	if (idmap_find(&g->hashes, (int64_t)hash, &number))
		return number;
	g->word = arena_room(g->a, g->word, (size_t)g->nword, &g->cap_word, sizeof *g->word);
	g->word[g->nword] = (struct word){ .last = -1 };
	idmap_put(&g->hashes, (int64_t)hash, g->nword);
	return g->nword++;
}

static bool has_topic(const struct word *w, int topic)
{
	return w->ntopic && w->topic[w->ntopic - 1] == topic;
}

static void learn_name(struct nearing *g, int topic)
{
	struct buf words = { 0 };
	struct name *name = &g->name[topic];
	match_words(&words, name_head(g->cover.topic[topic].name));
	struct str rest = buf_str(&words), one;
	while ((one = str_word(&rest)).n) {
		int number = word_number(g, match_word(one));
		struct word *w = &g->word[number];
		if (has_topic(w, topic))
			continue;
		w->names++;
		w->topic = arena_room(g->a, w->topic, (size_t)w->ntopic, &w->cap, sizeof *w->topic);
		w->topic[w->ntopic++] = topic;
		name->word = arena_room(
			g->a, name->word, (size_t)name->n, &name->cap, sizeof *name->word);
		name->word[name->n++] = number;
	}
	buf_release(&words);
}

static void learn_names(struct nearing *g)
{
	size_t n = (size_t)g->cover.ntopic;
	g->name = arena_alloc(g->a, n, sizeof *g->name);
	g->id = arena_alloc(g->a, n, sizeof *g->id);
	g->matcher = match_new(g->a);
	for (int i = 0; i < g->cover.ntopic; i++) {
		g->name[i].asked = -1;
		g->id[i] = g->cover.topic[i].id;
		match_name(g->matcher, i, g->cover.topic[i].name);
		learn_name(g, i);
	}
}

/* ---- cards */

static void add_words(struct nearing *g, struct near_card *c, size_t *cap, struct str text)
{
	struct buf words = { 0 };
	int number;
	match_words(&words, text);
	struct str rest = buf_str(&words), one;
	while ((one = str_word(&rest)).n) {
		if (!idmap_find(&g->hashes, (int64_t)match_word(one), &number) ||
			g->word[number].last == g->all)
			continue;
		g->word[number].last = g->all;
		g->word[number].cards++;
		c->word = arena_room(g->a, c->word, (size_t)c->n, cap, sizeof *c->word);
		c->word[c->n++] = number;
	}
	buf_release(&words);
}

static bool take_card(void *ctx, const struct card *card)
{
	struct nearing *g = ctx;
	int n;
	const int *found = match_card(g->matcher, card->topic, card->tags, card->front, &n);
	found = joins_apply(&g->joins, card->id, g->id, g->cover.ntopic, found, &n);
	for (int i = 0; i < n; i++)
		g->name[found[i]].cards++;
	if (card->state.hidden)
		return true;
	struct near_card c = { .id = card->id, .lone = n == 0 };
	size_t cap = 0;
	add_words(g, &c, &cap, card->topic);
	add_words(g, &c, &cap, card->tags);
	add_words(g, &c, &cap, card->front);
	g->all++;
	g->card = arena_room(g->a, g->card, (size_t)g->ncard, &g->cap_card, sizeof *g->card);
	g->card[g->ncard++] = c;
	return true;
}

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
		struct word *w = &g->word[i];
		bool many = !is_few(w->cards, g->all);
		w->weight = many ? 0 : 1 + halvings(g->all / (w->cards ? w->cards : 1));
		for (int k = 0; k < w->ntopic; k++)
			g->name[w->topic[k]].weight += w->weight;
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
	if (x->card != y->card)
		return x->card - y->card;
	return x->topic - y->topic;
}

static bool is_better(const struct pair *a, const struct pair *b)
{
	return by_worth(a, b) < 0;
}

static void keep_best(struct name *name, struct pair p)
{
	int at = name->nbest < BEST ? name->nbest++ : BEST;
	for (; at > 0 && is_better(&p, &name->best[at - 1]); at--)
		if (at < BEST)
			name->best[at] = name->best[at - 1];
	if (at < BEST)
		name->best[at] = p;
}

static void add_pair(struct nearing *g, struct pair p)
{
	g->pair = arena_room(g->a, g->pair, (size_t)g->npair, &g->cap_pair, sizeof *g->pair);
	g->pair[g->npair++] = p;
}

/* Count what names share with the card; `touched` are the topics that share anything. */
static int share(struct nearing *g, int card, int *touched)
{
	const struct near_card *c = &g->card[card];
	int n = 0;
	for (int i = 0; i < c->n; i++) {
		const struct word *w = &g->word[c->word[i]];
		for (int k = 0; w->weight && k < w->ntopic; k++) {
			struct name *name = &g->name[w->topic[k]];
			if (name->asked != card) {
				name->asked = card;
				name->shared = name->rare = 0;
				touched[n++] = w->topic[k];
			}
			name->shared += w->weight;
			name->rare += is_few(w->names, g->cover.ntopic);
		}
	}
	return n;
}

static void ask_card(struct nearing *g, int card, int *touched)
{
	const struct near_card *c = &g->card[card];
	struct pair best = { 0 };
	int n = share(g, card, touched);
	for (int i = 0; i < n; i++) {
		struct name *name = &g->name[touched[i]];
		if (name->rare == 0 || name->shared * 2 < name->weight ||
			joins_find(&g->joins, c->id, g->id[touched[i]]))
			continue;
		struct pair p = { card, touched[i], name->shared * 100 / name->weight,
			name->shared };
		if (c->lone && (best.percent == 0 || is_better(&p, &best)))
			best = p;
		if (name->cards == 0)
			keep_best(name, p);
	}
	if (best.percent)
		add_pair(g, best);
}

static bool is_pair(const struct pair *a, const struct pair *b)
{
	return a->card == b->card && a->topic == b->topic;
}

static void ask_all(struct nearing *g)
{
	int *touched = arena_alloc(g->a, (size_t)g->cover.ntopic, sizeof *touched);
	for (int i = 0; i < g->ncard; i++)
		ask_card(g, i, touched);
	for (int i = 0; i < g->cover.ntopic; i++)
		for (int k = 0; k < g->name[i].nbest; k++)
			add_pair(g, g->name[i].best[k]);
	if (g->npair > 1)
		qsort(g->pair, (size_t)g->npair, sizeof *g->pair, by_worth);
	int left = 0;
	for (int i = 0; i < g->npair; i++)
		if (left == 0 || !is_pair(&g->pair[left - 1], &g->pair[i]))
			g->pair[left++] = g->pair[i];
	g->npair = left;
}

/* ---- what is shown of them */

static struct str shared_words(const struct nearing *g, const struct pair *p)
{
	struct buf words = { 0 }, out = { 0 };
	const struct near_card *c = &g->card[p->card];
	int number;
	match_words(&words, name_head(g->cover.topic[p->topic].name));
	struct str rest = buf_str(&words), one;
	while ((one = str_word(&rest)).n) {
		bool shared = false;
		if (!idmap_find(&g->hashes, (int64_t)match_word(one), &number) ||
			!g->word[number].weight)
			continue;
		for (int i = 0; i < c->n; i++)
			shared |= c->word[i] == number;
		if (shared)
			buf_addf(&out, "%s%.*s", out.n ? " " : "", STR_ARG(one));
	}
	struct str kept = arena_str(g->a, buf_str(&out));
	buf_release(&words);
	buf_release(&out);
	return kept;
}

static bool make_offers(const struct nearing *g, int most, struct join_offers *out, struct err *e)
{
	int n = g->npair < most ? g->npair : most;
	*out = (struct join_offers){ .n = n, .all = g->npair };
	out->offer = arena_alloc(g->a, (size_t)n + 1, sizeof *out->offer);
	for (int i = 0; i < n; i++) {
		const struct pair *p = &g->pair[i];
		struct join_offer *o = &out->offer[i];
		if (!catalog_card(g->s->store, g->card[p->card].id, &o->card, g->a, e))
			return false;
		o->topic = g->cover.topic[p->topic];
		o->words = shared_words(g, p);
		o->percent = p->percent;
		o->lone = g->name[p->topic].cards == 0;
	}
	for (int i = 0; i < g->ncard; i++)
		out->cards += g->card[i].lone;
	for (int i = 0; i < g->cover.ntopic; i++)
		out->topics += g->name[i].cards == 0;
	return true;
}

bool join_propose(
	const struct study *s, int most, struct join_offers *out, struct arena *a, struct err *e)
{
	struct nearing g = { .s = s, .a = a };
	struct join_offers made = { 0 };
	bool ok = coverage_load(s, &g.cover, a, e) && joins_load(s, &g.joins, a, e);
	if (ok && g.cover.ntopic) {
		learn_names(&g);
		ok = catalog_cards(s->store, STR(""), take_card, &g, e);
		if (ok) {
			weigh(&g);
			ask_all(&g);
			ok = make_offers(&g, most, &made, e);
		}
	}
	idmap_release(&g.hashes);
	if (ok)
		*out = made;
	return ok;
}
