/*
 * study_cards.c - the cards of changed files against those that are stored.
 *
 * A card is known by the id that its deck gives it. What has another id but is surely the same card
 * gets an ALIAS event and is stored under the id of the old one: its history goes on. Two cards that
 * are in the files at the same time never share a history: one that would is stored under own_id().
 */
#include <stdlib.h>

#include "study_priv.h"

enum { PROGRESS_EVERY = 500 }; /* cards */

/* One pass over the cards of a file. */
struct pass {
	struct sync *y;
	struct sync_file *f;
	struct str text;
	bool defer;   /* aliases wait until all ids of the deck itself are known */
	bool clash;   /* an alias took what belongs to such an id: pass again and defer */
	int64_t last; /* the nearest stored card above */
	size_t from;  /* the first newcomer since then */
	size_t count;
	bool ok;
	struct err *e;
	void (*problem)(void *ctx, int line, struct str what);
	void *ctx; /* of problem */
};

/* Cards that went, each with the key that stands for it. */
struct gone {
	struct mover *mover;
	struct card_key **key;
	bool *history; /* the log knows something of it */
	size_t n, cap;
};

/* Where a card goes whose history belongs to another card that is in the files as well. */
static int64_t own_id(int64_t id)
{
	return (int64_t)hash64(1, &id, sizeof id);
}

static int key_cmp(const void *a, const void *b)
{
	const struct card_key *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

static struct card_key *find_key(const struct sync_file *f, int64_t id)
{
	struct card_key want = { .id = id };
	return f->nkey ? bsearch(&want, f->key, f->nkey, sizeof *f->key, key_cmp) : NULL;
}

static struct deck_card copy_card(const struct deck_card *c, struct arena *a)
{
	struct deck_card copy = *c;
	struct str *text[] = { &copy.front, &copy.back, &copy.label, &copy.topic, &copy.tags,
		&copy.name };
	for (size_t i = 0; i < LENGTH(text); i++)
		*text[i] = arena_str(a, *text[i]);
	return copy;
}

static void remember(struct pass *p, const struct deck_card *c)
{
	struct sync *y = p->y;
	y->came = arena_room(&y->arena, y->came, y->ncame, &y->came_cap, sizeof *y->came);
	y->came[y->ncame] = (struct newcomer){
		.card = copy_card(c, &y->arena),
		.file = p->f,
		.before = p->last,
		.rank = (int)(y->ncame - p->from),
	};
	y->ncame++;
}

/* The newcomers since the last stored card now have a card below; 0: the end of the file. */
static void close_gap(struct pass *p, int64_t id)
{
	struct sync *y = p->y;
	for (size_t i = p->from; i < y->ncame; i++) {
		y->came[i].after = id;
		y->came[i].tail = (int)(y->ncame - 1 - i);
	}
	p->from = y->ncame;
	p->last = id;
}

/* The stored card of that key is this one. A card that only moved by some lines did not change. */
static bool found(struct pass *p, struct card_key *key, const struct deck_card *c)
{
	key->seen = true;
	close_gap(p, key->id);
	if (!p->defer && catalog_content(c) == key->content)
		return true;
	struct deck_card as_before = *c;
	as_before.line = key->line;
	p->y->report->cards_changed += catalog_content(&as_before) != key->content;
	return catalog_put_card(p->y->s->store, key->id, p->f->row.id, c, p->e);
}

/* What is surely new while nothing was lost needs no thought: stored at once, not remembered. */
static bool new_card(struct pass *p, const struct deck_card *c, int64_t canonical)
{
	struct store *store = p->y->s->store;
	int64_t id = (int64_t)c->id, file = 0, here = p->f->row.id;
	bool blank = p->y->blank, sure = !p->y->losing && canonical == id;
	if (sure && !blank && !catalog_card_file(store, id, &file, p->e))
		return false;
	if (!sure || (file && file != here)) {
		remember(p, c);
		return true;
	}
	p->y->report->cards_added++;
	return file ? catalog_put_card(store, id, here, c, p->e)
		    : catalog_add_card(store, id, here, c, !blank, p->e);
}

static bool take_card(struct pass *p, const struct deck_card *c)
{
	int64_t id = (int64_t)c->id, canonical = id;
	struct card_key *key = find_key(p->f, id);
	/* After a merge the log may say of a stored card that it is another one. */
	if ((!key || p->y->force) && !p->y->blank &&
		!store_alias(p->y->s->store, id, &canonical, p->e))
		return false;
	if (key && canonical == id) {
		p->clash = p->clash || key->seen;
		return found(p, key, c);
	}
	if ((key = find_key(p->f, own_id(id))))
		return found(p, key, c);
	key = canonical != id && !p->defer ? find_key(p->f, canonical) : NULL;
	if (key && !key->seen)
		return found(p, key, c);
	return new_card(p, c, canonical);
}

static bool each_card(void *ctx, const struct deck_card *c)
{
	struct pass *p = ctx;
	if (p->count++ % PROGRESS_EVERY == 0) {
		bool inside = c->front.p >= p->text.p && c->front.p < p->text.p + p->text.n;
		size_t at = inside ? (size_t)(c->front.p - p->text.p) : 0;
		p->ok = sync_progress(p->y, p->f, at, p->e);
	}
	p->ok = p->ok && take_card(p, c);
	return p->ok;
}

static void each_problem(void *ctx, int line, struct str what)
{
	struct pass *p = ctx;
	p->problem(p->ctx, line, what);
}

bool sync_cards(struct sync *y, struct sync_file *f, struct str text,
	void (*problem)(void *ctx, int line, struct str what), void *ctx, struct err *e)
{
	size_t ncame = y->ncame;
	int changed = y->report->cards_changed;
	struct pass p = { .y = y, .f = f, .text = text, .from = ncame, .ok = true, .e = e };
	struct arena scratch = { 0 };
	p.problem = problem;
	p.ctx = ctx;
	deck_each(text, f->path, &scratch,
		(struct deck_sink){ each_card, each_problem, &p, f->survey });
	if (p.ok && p.clash) {
		y->ncame = ncame;
		y->report->cards_changed = changed;
		for (size_t i = 0; i < f->nkey; i++)
			f->key[i].seen = false;
		p = (struct pass){
			.y = y, .f = f, .text = text, .from = ncame, .ok = true, .e = e
		};
		p.defer = true;
		deck_each(text, f->path, &scratch,
			(struct deck_sink){ each_card, NULL, &p, f->survey });
	}
	close_gap(&p, 0);
	arena_release(&scratch);
	return p.ok;
}

/* Store the newcomer under an id. */
static bool settle(struct sync *y, struct newcomer *c, int64_t id, struct err *e)
{
	c->settled = true;
	return catalog_put_card(y->s->store, id, c->file->row.id, &c->card, e);
}

static int id_cmp(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* The ids that the decks give to all newcomers, sorted. */
static int64_t *deck_ids(struct sync *y)
{
	int64_t *id = arena_alloc(&y->arena, y->ncame, sizeof *id);
	for (size_t i = 0; i < y->ncame; i++)
		id[i] = (int64_t)y->came[i].card.id;
	if (y->ncame)
		qsort(id, y->ncame, sizeof *id, id_cmp);
	return id;
}

static struct sync_file *file_of(const struct sync *y, int64_t id)
{
	for (size_t i = 0; i < y->nfile; i++)
		if (y->file[i].row.id == id)
			return &y->file[i];
	return NULL;
}

/* A file whose card was taken is read again in the next round, as if it had changed. */
static bool read_again(struct sync *y, struct str path, struct err *e)
{
	struct file_row row;
	bool known;
	if (!catalog_file(y->s->store, path, &row, &known, &y->arena, e))
		return false;
	if (!known)
		bug("a card in a file that is not stored");
	row.mtime_ns = 0;
	row.hash = 0;
	y->again = true;
	return catalog_put_file(y->s->store, &row, e);
}

/* The newcomer's history belongs to `id`, which is stored in the file of `there`: whose is it now? */
static bool contend(
	struct sync *y, struct newcomer *c, int64_t id, const struct card *there, struct err *e)
{
	struct sync_file *f = file_of(y, there->file);
	struct card_key *key = f ? find_key(f, id) : NULL;
	if (key && !key->seen) {
		key->seen = true; /* it moved here */
		return settle(y, c, id, e);
	}
	if (id != (int64_t)c->card.id) {
		y->report->cards_added++;
		return settle(y, c, own_id((int64_t)c->card.id), e);
	}
	/* The deck's own id goes before an alias. */
	return settle(y, c, id, e) && read_again(y, there->deck, e);
}

/* A newcomer that the log or another file knows already. */
static bool claim(struct sync *y, struct newcomer *c, const int64_t *ids, struct err *e)
{
	int64_t id = (int64_t)c->card.id, canonical;
	struct card there;
	struct err why = { 0 };
	if (!store_alias(y->s->store, id, &canonical, e))
		return false;
	arena_clear(&y->scratch);
	if (catalog_card(y->s->store, canonical, &there, &y->scratch, &why))
		return contend(y, c, canonical, &there, e);
	if (why.kind != ERR_MISSING)
		return err_set(e, why.kind, "%s", why.text);
	struct card_state state;
	if (canonical == id && !store_card_state(y->s->store, id, &state, e))
		return false;
	if (canonical == id && !state.seen)
		return true;
	y->report->cards_added++;
	if (canonical != id && bsearch(&canonical, ids, y->ncame, sizeof *ids, id_cmp))
		return settle(y, c, own_id(id), e);
	return settle(y, c, canonical, e);
}

static int line_cmp(const void *a, const void *b)
{
	const struct card_key *x = *(struct card_key *const *)a, *y = *(struct card_key *const *)b;
	return x->line != y->line ? (x->line > y->line) - (x->line < y->line) : key_cmp(x, y);
}

static bool add_gone(struct sync *y, struct gone *g, const struct sync_file *f,
	struct card_key *key, struct place place, struct err *e)
{
	struct card c;
	arena_clear(&y->scratch);
	if (!catalog_card(y->s->store, key->id, &c, &y->scratch, e))
		return false;
	if (g->n == g->cap) {
		size_t cap = g->cap, same = cap, also = cap;
		g->mover = arena_room(&y->arena, g->mover, g->n, &cap, sizeof *g->mover);
		g->key = arena_room(&y->arena, g->key, g->n, &same, sizeof(struct card_key *));
		g->history = arena_room(&y->arena, g->history, g->n, &also, sizeof *g->history);
		g->cap = cap;
	}
	place.file = f->row.id;
	struct mover m = { .place = place, .id = key->id, .kind = c.kind, .ordinal = c.ordinal };
	m.front = c.front;
	m.back = c.back;
	study_mover_hash(&m);
	m.front = arena_str(&y->arena, c.front);
	m.back = (struct str){ 0 };
	g->mover[g->n] = m;
	g->key[g->n] = key;
	g->history[g->n] = c.state.seen;
	g->n++;
	return true;
}

/* The cards of one file that were not found again, with their places between those that were. */
static bool add_gone_of(struct sync *y, struct gone *g, struct sync_file *f, struct err *e)
{
	struct card_key **order = xcalloc(f->nkey, sizeof *order);
	for (size_t i = 0; i < f->nkey; i++)
		order[i] = &f->key[i];
	qsort(order, f->nkey, sizeof(struct card_key *), line_cmp);
	bool ok = true;
	struct place place = { 0 };
	for (size_t i = 0; i < f->nkey && ok; i++) {
		if (order[i]->seen) {
			place = (struct place){ .before = order[i]->id };
			continue;
		}
		size_t next = i + 1;
		while (place.rank == 0 && next < f->nkey && !order[next]->seen)
			next++;
		if (place.rank == 0) {
			place.after = next < f->nkey ? order[next]->id : 0;
			place.tail = (int)(next - i);
		}
		place.tail--;
		ok = add_gone(y, g, f, order[i], place, e);
		place.rank++;
	}
	free(order);
	return ok;
}

static struct mover mover_of(const struct newcomer *c)
{
	struct mover m = {
		.place = { c->file->row.id, c->before, c->after, c->rank, c->tail },
		.id = (int64_t)c->card.id,
		.kind = c->card.kind,
		.ordinal = c->card.ordinal,
		.front = c->card.front,
		.back = c->card.back,
	};
	study_mover_hash(&m);
	return m;
}

/* The newcomer is the card that went: the log says so from now on. */
static bool continue_card(
	struct sync *y, struct newcomer *c, struct card_key *key, bool history, struct err *e)
{
	int64_t end;
	if (!store_alias(y->s->store, key->id, &end, e))
		return false;
	if (!history || end != key->id) {
		y->report->cards_changed++;
		y->report->cards_gone--;
		return settle(y, c, (int64_t)c->card.id, e);
	}
	struct event ev = {
		.kind = EVENT_ALIAS,
		.subject = (int64_t)c->card.id,
		.value = key->id,
	};
	key->seen = true;
	y->report->cards_matched++;
	return study_append(y->s, &ev, e) && settle(y, c, key->id, e);
}

static bool match_rest(struct sync *y, struct gone *g, struct err *e)
{
	struct mover *m = arena_alloc(&y->arena, y->ncame, sizeof *m);
	struct newcomer **c = arena_alloc(&y->arena, y->ncame, sizeof(struct newcomer *));
	size_t n = 0;
	for (size_t i = 0; i < y->ncame; i++) {
		if (y->came[i].settled)
			continue;
		c[n] = &y->came[i];
		m[n++] = mover_of(&y->came[i]);
	}
	study_match(g->mover, g->n, m, n);
	bool ok = true;
	for (size_t i = 0; i < n && ok; i++) {
		size_t k = m[i].match ? (size_t)(m[i].match - g->mover) : g->n;
		if (k < g->n) {
			ok = continue_card(y, c[i], g->key[k], g->history[k], e);
		} else {
			y->report->cards_added++;
			c[i]->fresh = true;
			ok = settle(y, c[i], (int64_t)c[i]->card.id, e);
		}
	}
	return ok;
}

/* A card whose row moved to another file on the way is not dropped with its old place. */
static bool drop_rest(struct sync *y, const struct sync_file *f, struct err *e)
{
	for (size_t i = 0; i < f->nkey; i++) {
		int64_t file;
		if (f->key[i].seen)
			continue;
		if (!catalog_card_file(y->s->store, f->key[i].id, &file, e))
			return false;
		if (file && file != f->row.id)
			continue;
		y->report->cards_gone++;
		if (!catalog_keep_gone(y->s->store, f->key[i].id, y->s->today, e) ||
			!catalog_drop_card(y->s->store, f->key[i].id, e))
			return false;
	}
	return true;
}

bool sync_settle(struct sync *y, struct err *e)
{
	const int64_t *ids = deck_ids(y);
	bool ok = true;
	for (size_t i = 0; i < y->ncame && ok; i++)
		ok = claim(y, &y->came[i], ids, e);
	struct gone g = { 0 };
	size_t waiting = 0;
	for (size_t i = 0; i < y->ncame; i++)
		waiting += !y->came[i].settled;
	for (size_t i = 0; i < y->nfile && ok && waiting; i++)
		ok = y->file[i].nkey == 0 || add_gone_of(y, &g, &y->file[i], e);
	ok = ok && match_rest(y, &g, e);
	for (size_t i = 0; i < y->nfile && ok; i++)
		ok = drop_rest(y, &y->file[i], e);
	return ok && catalog_tidy_gone(y->s->store, e) && sync_doubts(y, e);
}
