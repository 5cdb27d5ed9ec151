/* study_doubt.c - cards that may be others reworded: found by a sync, decided by the user. */
#include <stdlib.h>

#include "study_priv.h"

enum {
	DOUBT_PERMILLE = 300,
	MOST_GONE = 1000,     /* the last that went */
	MOST_PAIRS = 1000000, /* some 0.2 s */
};

/* One side of a pair. */
struct wording {
	struct mover mover;
	struct words words;
	bool taken;
};

struct guess {
	struct wording *came, *gone;
	int permille;
};

struct guesses {
	struct guess *guess;
	size_t n, cap;
};

static struct wording wording(int64_t id, enum card_kind kind, int ordinal, struct str front,
	struct str back, struct arena *a)
{
	struct wording w = { .mover = { .id = id, .kind = kind, .ordinal = ordinal } };
	w.mover.front = front;
	w.mover.back = back;
	study_mover_hash(&w.mover);
	w.words = study_words(front, a);
	return w;
}

static int likeness(const struct wording *a, const struct wording *b)
{
	if (a->mover.kind != b->mover.kind || a->mover.ordinal != b->mover.ordinal)
		return 0;
	if (a->mover.answer == b->mover.answer && a->mover.long_answer)
		return 1000;
	int permille = study_overlap(a->words, b->words);
	return permille >= DOUBT_PERMILLE ? permille : 0;
}

/* The most alike first; of those alike as much in the order in which they came and went. */
static int guess_cmp(const void *a, const void *b)
{
	const struct guess *x = a, *y = b;
	if (x->permille != y->permille)
		return x->permille < y->permille ? 1 : -1;
	if (x->came != y->came)
		return x->came < y->came ? -1 : 1;
	return (x->gone > y->gone) - (x->gone < y->gone);
}

static struct guesses guess(
	struct wording *came, size_t ncame, struct wording *gone, size_t ngone, struct arena *a)
{
	struct guesses g = { 0 };
	for (size_t i = 0; i < ncame; i++)
		for (size_t k = 0; k < ngone; k++) {
			int permille = likeness(&came[i], &gone[k]);
			if (permille == 0)
				continue;
			g.guess = arena_room(a, g.guess, g.n, &g.cap, sizeof *g.guess);
			g.guess[g.n++] = (struct guess){ &came[i], &gone[k], permille };
		}
	if (g.n)
		qsort(g.guess, g.n, sizeof *g.guess, guess_cmp);
	return g;
}

static size_t fresh_cards(struct sync *y, struct wording **out)
{
	size_t n = 0;
	for (size_t i = 0; i < y->ncame; i++)
		n += y->came[i].fresh;
	*out = arena_alloc(&y->arena, n, sizeof **out);
	n = 0;
	for (size_t i = 0; i < y->ncame; i++) {
		const struct deck_card *c = &y->came[i].card;
		if (y->came[i].fresh)
			(*out)[n++] = wording(
				(int64_t)c->id, c->kind, c->ordinal, c->front, c->back, &y->arena);
	}
	return n;
}

bool sync_doubts(struct sync *y, struct err *e)
{
	struct gone_card *row;
	size_t ngone, fresh = 0;
	for (size_t i = 0; i < y->ncame; i++)
		fresh += y->came[i].fresh;
	if (fresh == 0)
		return true;
	if (!catalog_gone(y->s->store, MOST_GONE, &row, &ngone, &y->arena, e))
		return false;
	if (ngone == 0 || fresh > MOST_PAIRS / ngone)
		return true;
	struct wording *came, *gone = arena_alloc(&y->arena, ngone, sizeof *gone);
	size_t ncame = fresh_cards(y, &came);
	for (size_t i = 0; i < ngone; i++)
		gone[i] = wording(row[i].id, row[i].kind, row[i].ordinal, row[i].front, row[i].back,
			&y->arena);
	struct guesses g = guess(came, ncame, gone, ngone, &y->arena);
	for (size_t i = 0; i < g.n; i++) {
		struct guess *best = &g.guess[i];
		if (best->came->taken || best->gone->taken)
			continue;
		best->came->taken = best->gone->taken = true;
		y->report->doubts++;
		if (!catalog_put_doubt(y->s->store, best->came->mover.id, best->gone->mover.id,
			    best->permille, e))
			return false;
	}
	return true;
}

/* ---- verbs */

/* How it was rated last. */
static bool last_level(
	const struct study *s, int64_t topic, enum level *level, struct arena *a, struct err *e)
{
	struct event *ev;
	size_t n;
	*level = LEVEL_NONE;
	if (!store_deeds(s->store, topic, &ev, &n, a, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (ev[i].kind == EVENT_LEVEL)
			*level = (enum level)ev[i].value;
	return true;
}

static bool topic_doubt(const struct study *s, const struct topic_doubt *from, struct doubt *d,
	struct arena *a, struct err *e)
{
	struct topic_row t;
	*d = (struct doubt){ .topic = true, .permille = from->permille };
	if (!catalog_topic(s->store, from->came, &t, a, e) ||
		!last_level(s, from->gone, &d->level, a, e))
		return false;
	d->came.id = t.id;
	d->came.front = t.name;
	d->came.topic = t.area;
	d->came.deck = d->gone.deck = t.path;
	d->came.line = t.line;
	d->gone.id = from->gone;
	d->gone.day = from->day;
	d->gone.front = from->was;
	return true;
}

static bool add_topics(
	const struct study *s, struct doubt **out, size_t *n, struct arena *a, struct err *e)
{
	struct topic_doubt *topic;
	size_t ntopic;
	if (!study_topic_doubts(s, &topic, &ntopic, a, e))
		return false;
	struct doubt *all = arena_alloc(a, *n + ntopic + 1, sizeof *all);
	for (size_t i = 0; i < *n; i++)
		all[i] = (*out)[i];
	for (size_t i = 0; i < ntopic; i++)
		if (!topic_doubt(s, &topic[i], &all[*n + i], a, e))
			return false;
	*out = all;
	*n += ntopic;
	return true;
}

bool study_doubts(
	const struct study *s, struct doubt **out, size_t *n, struct arena *a, struct err *e)
{
	struct doubt_row *row;
	if (!catalog_doubts(s->store, &row, n, a, e))
		return false;
	*out = arena_alloc(a, *n + 1, sizeof **out);
	for (size_t i = 0; i < *n; i++) {
		struct doubt *d = &(*out)[i];
		d->gone = row[i].gone;
		d->permille = row[i].permille;
		if (!catalog_card(s->store, row[i].came, &d->came, a, e) ||
			!store_card_state(s->store, d->gone.id, &d->state, e))
			return false;
	}
	return add_topics(s, out, n, a, e);
}

/* Which card, or topic, may the one that came be? */
static bool find_doubt(
	const struct study *s, int64_t came, int64_t *gone, bool *topic, struct err *e)
{
	struct arena a = { 0 };
	struct doubt_row *row;
	struct topic_doubt *t;
	size_t n, nt;
	*gone = 0;
	*topic = false;
	bool ok =
		catalog_doubts(s->store, &row, &n, &a, e) && study_topic_doubts(s, &t, &nt, &a, e);
	for (size_t i = 0; ok && i < n; i++)
		if (row[i].came == came)
			*gone = row[i].gone.id;
	for (size_t i = 0; ok && *gone == 0 && i < nt; i++)
		if (t[i].came == came) {
			*gone = t[i].gone;
			*topic = true;
		}
	arena_release(&a);
	if (ok && *gone == 0)
		return err_set(
			e, ERR_MISSING, "this one is in no doubt: `hone doubts` lists those");
	return ok;
}

bool study_move_card(struct study *s, int64_t from, int64_t to, struct err *e)
{
	struct arena a = { 0 };
	struct card c;
	struct err why = { 0 };
	int64_t there;
	/* Both texts may stand in the files by now: the next sync that reads them keeps them apart. */
	if (!catalog_card_file(s->store, to, &there, e))
		return false;
	if (there)
		return true;
	bool ok = true;
	/* Its text may have gone since. */
	if (catalog_card(s->store, from, &c, &a, &why)) {
		struct deck_card text = { .kind = c.kind, .ordinal = c.ordinal, .line = c.line };
		text.front = c.front;
		text.back = c.back;
		text.label = c.label;
		text.topic = c.topic;
		text.tags = c.tags;
		text.minutes_from = c.minutes_from;
		text.minutes_to = c.minutes_to;
		ok = catalog_drop_card(s->store, from, e) &&
		     catalog_put_card(s->store, to, c.file, &text, e);
	} else if (why.kind != ERR_MISSING)
		ok = err_set(e, why.kind, "%s", why.text);
	arena_release(&a);
	return ok;
}

/* The doubt stays, unseen while one of the two is not there: an undo brings it back. */
bool study_same(struct study *s, int64_t came, struct err *e)
{
	int64_t gone;
	bool topic;
	if (!study_writable(s, e) || !find_doubt(s, came, &gone, &topic, e) ||
		!study_refresh(s, e) || !store_begin(s->store, e))
		return false;
	struct event ev = {
		.kind = EVENT_ALIAS, .subject = came, .value = gone, .text = STR("same")
	};
	bool ok = study_append(s, &ev, e) &&
		  (topic ? catalog_move_topic(s->store, came, gone, e)
			 : study_move_card(s, came, gone, e)) &&
		  store_commit(s->store, e);
	if (!ok)
		store_rollback(s->store);
	return ok;
}

bool study_differ(struct study *s, int64_t came, struct err *e)
{
	int64_t gone;
	bool topic;
	if (!study_writable(s, e) || !find_doubt(s, came, &gone, &topic, e) ||
		!store_begin(s->store, e))
		return false;
	bool ok =
		(topic ? study_topic_differ(s, came, e) : catalog_drop_doubt(s->store, came, e)) &&
		store_commit(s->store, e);
	if (!ok)
		store_rollback(s->store);
	return ok;
}
