/* study_match.c - which of the cards that came is one of the cards that went. Pure. */
#include <stdlib.h>

#include "hone/text.h"
#include "study_priv.h"

enum {
	SURE_WORDS = 4,      /* an answer of fewer words says too little by itself */
	SURE_PERMILLE = 600, /* words in common of all words of both questions */
	REACH = 8,           /* places between the same neighbours that a card may have moved */
};

/* A card under a hash, to find those that are alone with it. */
struct tag {
	uint64_t hash;
	struct mover *mover;
	bool came;
};

struct pair {
	struct mover *gone, *came;
	int permille, distance;
};

/* The cards still without a match, with their words, and the pairs that could be. */
struct search {
	struct arena arena;
	struct mover **gone, **came;
	struct words *gone_words, *came_words;
	size_t ngone, ncame;
	struct pair *pair;
	size_t npair, cap;
};

static void marry(struct mover *gone, struct mover *came)
{
	gone->match = came;
	came->match = gone;
}

static int tag_cmp(const void *a, const void *b)
{
	const struct tag *x = a, *y = b;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

static bool same_place(const struct place *a, const struct place *b)
{
	return a->file == b->file && a->before == b->before && a->after == b->after &&
	       a->rank == b->rank;
}

static uint64_t hash_all(const struct mover *m)
{
	return m->all;
}

/* An answer counts within one file only. */
static uint64_t hash_answer(const struct mover *m)
{
	return hash64(m->answer, &m->place.file, sizeof m->place.file);
}

static size_t add_tags(struct tag *tag, size_t n, struct mover *m, size_t nm, bool came,
	uint64_t (*hash)(const struct mover *))
{
	for (size_t i = 0; i < nm; i++)
		if (!m[i].match)
			tag[n++] = (struct tag){ hash(&m[i]), &m[i], came };
	return n;
}

/* Marry the two cards of every hash that just one card on either side has. */
static void match_unique(struct mover *gone, size_t ngone, struct mover *came, size_t ncame,
	uint64_t (*hash)(const struct mover *), bool by_answer)
{
	struct tag *tag = xcalloc(ngone + ncame, sizeof *tag);
	size_t n = add_tags(tag, 0, gone, ngone, false, hash);
	n = add_tags(tag, n, came, ncame, true, hash);
	qsort(tag, n, sizeof *tag, tag_cmp);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && tag[end].hash == tag[i].hash;)
			end++;
		if (end - i != 2 || tag[i].came == tag[i + 1].came)
			continue;
		struct mover *went = tag[i].came ? tag[i + 1].mover : tag[i].mover;
		struct mover *new = tag[i].came ? tag[i].mover : tag[i + 1].mover;
		if (!by_answer || went->long_answer || same_place(&went->place, &new->place))
			marry(went, new);
	}
	free(tag);
}

static int word_cmp(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

struct words study_words(struct str text, struct arena *a)
{
	struct buf plain = { 0 };
	struct words w = { 0 };
	size_t cap = 0;
	text_normalize(&plain, text);
	struct str s = buf_str(&plain);
	for (size_t from = 0; from < s.n;) {
		ptrdiff_t space = str_find(s, STR(" "), from);
		size_t to = space < 0 ? s.n : (size_t)space;
		w.word = arena_room(a, w.word, w.n, &cap, sizeof *w.word);
		w.word[w.n++] = hash64(0, s.p + from, to - from);
		from = to + 1;
	}
	buf_release(&plain);
	if (w.n)
		qsort(w.word, w.n, sizeof *w.word, word_cmp);
	size_t n = 0;
	for (size_t i = 0; i < w.n; i++)
		if (n == 0 || w.word[n - 1] != w.word[i])
			w.word[n++] = w.word[i];
	w.n = n;
	return w;
}

int study_overlap(struct words a, struct words b)
{
	size_t both = 0;
	for (size_t i = 0, j = 0; i < a.n && j < b.n;) {
		if (a.word[i] == b.word[j])
			both++, i++, j++;
		else if (a.word[i] < b.word[j])
			i++;
		else
			j++;
	}
	size_t all = a.n + b.n - both;
	return all ? (int)(both * 1000 / all) : 0;
}

static int place_cmp(const struct place *a, const struct place *b)
{
	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->before != b->before)
		return a->before < b->before ? -1 : 1;
	return (a->rank > b->rank) - (a->rank < b->rank);
}

static int tail_cmp(const struct place *a, const struct place *b)
{
	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->after != b->after)
		return a->after < b->after ? -1 : 1;
	return (a->tail > b->tail) - (a->tail < b->tail);
}

static int by_rank(const void *a, const void *b)
{
	return place_cmp(&(*(struct mover *const *)a)->place, &(*(struct mover *const *)b)->place);
}

static int by_tail(const void *a, const void *b)
{
	return tail_cmp(&(*(struct mover *const *)a)->place, &(*(struct mover *const *)b)->place);
}

static void consider(struct search *s, size_t igone, size_t icame, int distance)
{
	struct mover *gone = s->gone[igone], *came = s->came[icame];
	if (gone->kind != came->kind || gone->ordinal != came->ordinal)
		return;
	int permille = study_overlap(s->gone_words[igone], s->came_words[icame]);
	if (permille < SURE_PERMILLE)
		return;
	s->pair = array_room(s->pair, s->npair, &s->cap, sizeof *s->pair);
	s->pair[s->npair++] = (struct pair){ gone, came, permille, distance };
}

/* The first of the sorted cards that came whose place is not before `want`. */
static size_t lower_bound(const struct search *s, const struct place *want,
	int (*cmp)(const struct place *, const struct place *))
{
	size_t from = 0, to = s->ncame;
	while (from < to) {
		size_t mid = from + (to - from) / 2;
		if (cmp(&s->came[mid]->place, want) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* Pairs behind the same card (or, with `tails`, before the same card). */
static void neighbours(struct search *s, size_t igone, bool tails)
{
	struct place here = s->gone[igone]->place, want = here;
	want.rank -= REACH;
	want.tail -= REACH;
	for (size_t i = lower_bound(s, &want, tails ? tail_cmp : place_cmp); i < s->ncame; i++) {
		const struct place *p = &s->came[i]->place;
		bool beside = tails ? p->after == here.after : p->before == here.before;
		int distance = abs(tails ? p->tail - here.tail : p->rank - here.rank);
		if (p->file != here.file || !beside || distance > REACH)
			return;
		consider(s, igone, i, distance);
	}
}

static int pair_cmp(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	if (x->permille != y->permille)
		return x->permille < y->permille ? 1 : -1;
	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	return (x->gone > y->gone) - (x->gone < y->gone);
}

static struct mover **unmatched(struct mover *m, size_t n, size_t *count, struct arena *a)
{
	struct mover **out = arena_alloc(a, n, sizeof *out);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (!m[i].match)
			out[(*count)++] = &m[i];
	return out;
}

static struct words *all_words(struct mover *const *m, size_t n, struct arena *a)
{
	struct words *w = arena_alloc(a, n, sizeof *w);
	for (size_t i = 0; i < n; i++)
		w[i] = study_words(m[i]->front, a);
	return w;
}

static void match_wording(struct mover *gone, size_t ngone, struct mover *came, size_t ncame)
{
	struct search s = { 0 };
	s.gone = unmatched(gone, ngone, &s.ngone, &s.arena);
	s.came = unmatched(came, ncame, &s.ncame, &s.arena);
	if (s.ngone && s.ncame) {
		s.gone_words = all_words(s.gone, s.ngone, &s.arena);
		for (int tails = 0; tails < 2; tails++) {
			qsort(s.came, s.ncame, sizeof *s.came, tails ? by_tail : by_rank);
			s.came_words = all_words(s.came, s.ncame, &s.arena);
			for (size_t i = 0; i < s.ngone; i++)
				neighbours(&s, i, tails);
		}
		if (s.npair)
			qsort(s.pair, s.npair, sizeof *s.pair, pair_cmp);
	}
	for (size_t i = 0; i < s.npair; i++)
		if (!s.pair[i].gone->match && !s.pair[i].came->match)
			marry(s.pair[i].gone, s.pair[i].came);
	free(s.pair);
	arena_release(&s.arena);
}

static uint64_t add_normal(uint64_t h, struct str text, struct buf *plain)
{
	buf_clear(plain);
	text_normalize(plain, text);
	return hash64(h, plain->p, plain->n);
}

void study_mover_hash(struct mover *m)
{
	struct buf plain = { 0 };
	int what[] = { (int)m->kind, m->ordinal };
	m->answer = add_normal(hash64(0, what, sizeof what), m->back, &plain);
	int spaces = 0;
	for (size_t i = 0; i < plain.n; i++)
		spaces += plain.p[i] == ' ';
	m->long_answer = spaces + 1 >= SURE_WORDS;
	m->all = add_normal(m->answer, m->front, &plain);
	buf_release(&plain);
}

void study_match(struct mover *gone, size_t ngone, struct mover *came, size_t ncame)
{
	if (ngone == 0 || ncame == 0)
		return;
	match_unique(gone, ngone, came, ncame, hash_all, false);
	match_unique(gone, ngone, came, ncame, hash_answer, true);
	match_wording(gone, ngone, came, ncame);
}
