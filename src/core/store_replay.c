/* store_replay.c - a fold of the whole log from nothing, in one pass in the order of time. */
#include "store_priv.h"

#include <stdlib.h>
#include <string.h>

/* From a card's or topic's id to its place in an array: open addressing, at most half full. */
struct index {
	int64_t *key;
	uint32_t *place; /* 0: free; else place + 1 */
	size_t cap, n;
};

/* Used while the log is read. */
struct reader {
	struct replay *replay;
	const struct sm2_options *options;
	struct index card, topic, alias;
	size_t card_cap, topic_cap, alias_cap;
	size_t ivoided; /* the first voided id not passed yet */
	size_t nkept;   /* voided ids that are ids of events */
};

static size_t slot_of(const struct index *x, int64_t key)
{
	/*
	 * Ids are hashes, but nothing depends on it: Fibonacci hashing spreads small numbers too.
	 */
	size_t i = (size_t)((uint64_t)key * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (x->cap - 1);
	while (x->place[i] && x->key[i] != key)
		i = (i + 1) & (x->cap - 1);
	return i;
}

static void index_grow(struct index *x)
{
	struct index old = *x;
	x->cap = old.cap ? old.cap * 2 : 64;
	x->key = xcalloc(x->cap, sizeof *x->key);
	x->place = xcalloc(x->cap, sizeof *x->place);
	for (size_t i = 0; i < old.cap; i++)
		if (old.place[i]) {
			size_t to = slot_of(x, old.key[i]);
			x->key[to] = old.key[i];
			x->place[to] = old.place[i];
		}
	free(old.key);
	free(old.place);
}

/* The place of the key; a new key gets the next place and *added. */
static size_t index_add(struct index *x, int64_t key, bool *added)
{
	if (x->n * 2 >= x->cap)
		index_grow(x);
	size_t i = slot_of(x, key);
	*added = x->place[i] == 0;
	if (*added) {
		x->key[i] = key;
		x->place[i] = (uint32_t)++x->n;
	}
	return x->place[i] - 1;
}

static bool index_find(const struct index *x, int64_t key, size_t *place)
{
	if (x->n == 0)
		return false;
	size_t i = slot_of(x, key);
	*place = (size_t)x->place[i] - 1;
	return x->place[i] != 0;
}

static void index_release(struct index *x)
{
	free(x->key);
	free(x->place);
	*x = (struct index){ 0 };
}

static struct card_state *card_at(struct reader *r, int64_t id)
{
	bool added;
	size_t i = index_add(&r->card, id, &added);
	struct replay *p = r->replay;
	if (added) {
		p->card = array_room(p->card, p->ncard, &r->card_cap, sizeof *p->card);
		p->card[p->ncard++] = (struct replay_card){ id, fold_card_new() };
	}
	return &p->card[i].state;
}

static struct topic_state *topic_at(struct reader *r, int64_t id)
{
	bool added;
	size_t i = index_add(&r->topic, id, &added);
	struct replay *p = r->replay;
	if (added) {
		p->topic = array_room(p->topic, p->ntopic, &r->topic_cap, sizeof *p->topic);
		p->topic[p->ntopic++] = (struct replay_topic){ id, fold_topic_new() };
	}
	return &p->topic[i].state;
}

/*
 * The end of the chain from `id`, or `stop` if that lies on it. There are no circles: see
 * add_alias().
 */
static int64_t follow(const struct reader *r, int64_t id, const int64_t *stop)
{
	size_t i;
	while (!(stop && id == *stop) && index_find(&r->alias, id, &i))
		id = r->replay->alias[i].card;
	return id;
}

/*
 * Two machines may each have let the other's card go on: the later one of the two is passed over.
 */
static void add_alias(struct reader *r, const struct event *ev)
{
	bool added;
	struct replay *p = r->replay;
	if (follow(r, ev->value, &ev->subject) == ev->subject)
		return;
	size_t i = index_add(&r->alias, ev->subject, &added);
	if (added) {
		p->alias = array_room(p->alias, p->nalias, &r->alias_cap, sizeof *p->alias);
		p->alias[p->nalias++].id = ev->subject;
	}
	p->alias[i].card = ev->value;
}

static int by_id(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct event_id));
}

/* Every sorted array of a replay begins its members with the id. */
static int by_number(const void *a, const void *b)
{
	int64_t x, y;
	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return (x > y) - (x < y);
}

/* Only VOIDs can make a VOID void, so that they are settled among themselves first. */
static void find_voided(struct replay *p, const struct event *link, size_t n)
{
	struct event *void_of = xcalloc(n, sizeof *void_of);
	bool *dead = xcalloc(n, sizeof *dead);
	size_t nvoid = 0;
	for (size_t i = 0; i < n; i++)
		if (link[i].kind == EVENT_VOID)
			void_of[nvoid++] = link[i];
	fold_voids(void_of, nvoid, dead);
	p->voided = xcalloc(nvoid, sizeof *p->voided);
	for (size_t i = 0; i < nvoid; i++)
		if (!dead[i] && event_id_cmp(void_of[i].ref, void_of[i].id) < 0)
			p->voided[p->nvoided++] = void_of[i].ref;
	qsort(p->voided, p->nvoided, sizeof *p->voided, by_id);
	size_t unique = 0;
	for (size_t i = 0; i < p->nvoided; i++)
		if (i == 0 || event_id_cmp(p->voided[i], p->voided[i - 1]) != 0)
			p->voided[unique++] = p->voided[i];
	p->nvoided = unique;
	free(void_of);
	free(dead);
}

static bool is_voided(const struct replay *p, struct event_id id)
{
	return p->nvoided && bsearch(&id, p->voided, p->nvoided, sizeof id, by_id);
}

/* VOID and ALIAS first: what they say holds for events before them too. */
static bool read_links(struct reader *r, struct store *s, struct err *e)
{
	static const char text[] = "SELECT " EVENT_COLUMNS " FROM event e"
				   " WHERE e.kind IN (8, 9) ORDER BY e.id";
	struct event *link = NULL;
	size_t n = 0, cap = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		link = array_room(link, n, &cap, sizeof *link);
		link[n] = store_read_event(&q);
		link[n++].text = STR("");
	}
	find_voided(r->replay, link, n);
	for (size_t i = 0; i < n; i++)
		if (link[i].kind == EVENT_ALIAS && !is_voided(r->replay, link[i].id))
			add_alias(r, &link[i]);
	free(link);
	return step != SQL_FAILED;
}

/* Events come in order, so one step along the voided ids answers. Ids of no event are dropped. */
static bool pass_voided(struct reader *r, struct event_id id)
{
	struct replay *p = r->replay;
	int order = 1;
	while (r->ivoided < p->nvoided && (order = event_id_cmp(p->voided[r->ivoided], id)) < 0)
		r->ivoided++;
	if (r->ivoided == p->nvoided || order != 0)
		return false;
	p->voided[r->nkept++] = p->voided[r->ivoided++];
	return true;
}

static void replay_event(struct reader *r, const struct event *ev)
{
	r->replay->events++;
	if (pass_voided(r, ev->id))
		return;
	switch (ev->kind) {
	case EVENT_SCORE:
		if (!str_eq(ev->text, STR(SCORE_GRADES)))
			break;
		/* fall through */
	case EVENT_GRADE:
	case EVENT_STATE:
	case EVENT_HIDE:
	case EVENT_BURY:
	case EVENT_FLAG: {
		struct card_state *state = card_at(r, follow(r, ev->subject, NULL));
		*state = fold_card(r->options, *state, ev);
		break;
	}
	case EVENT_LEVEL: {
		struct topic_state *state = topic_at(r, follow(r, ev->subject, NULL));
		*state = fold_topic(*state, ev);
		break;
	}
	default: break;
	}
}

/* Only what a fold looks at; text is read for the kinds that have their meaning there. */
static struct event read_lean(struct sql *q)
{
	struct event ev = {
		.id = sql_id(q, 0),
		.kind = (enum event_kind)sql_small(q, 1),
		.day = sql_small(q, 2),
		.subject = sql_int(q, 3),
		.value = sql_int(q, 4),
	};
	if (ev.kind == EVENT_STATE || ev.kind == EVENT_SCORE)
		ev.text = sql_str(q, 5);
	return ev;
}

static bool read_events(struct reader *r, struct store *s, struct err *e)
{
	static const char text[] =
		"SELECT id, kind, day, subject, value, text FROM event ORDER BY id";
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		struct event ev = read_lean(&q);
		replay_event(r, &ev);
	}
	return step == SQL_DONE;
}

/* Cards whose events all had no effect are not known. */
static void finish(struct reader *r)
{
	struct replay *p = r->replay;
	size_t n = 0;
	for (size_t i = 0; i < p->ncard; i++)
		if (p->card[i].state.seen)
			p->card[n++] = p->card[i];
	p->ncard = n;
	p->nvoided = r->nkept;
	if (p->ncard)
		qsort(p->card, p->ncard, sizeof *p->card, by_number);
	if (p->ntopic)
		qsort(p->topic, p->ntopic, sizeof *p->topic, by_number);
	if (p->nalias)
		qsort(p->alias, p->nalias, sizeof *p->alias, by_number);
}

bool replay_load(struct replay *p, struct store *s, const struct sm2_options *o, struct err *e)
{
	*p = (struct replay){ 0 };
	struct reader r = { .replay = p, .options = o };
	bool done = read_links(&r, s, e) && read_events(&r, s, e);
	finish(&r);
	index_release(&r.card);
	index_release(&r.topic);
	index_release(&r.alias);
	return done;
}

void replay_release(struct replay *p)
{
	free(p->card);
	free(p->topic);
	free(p->alias);
	free(p->voided);
	*p = (struct replay){ 0 };
}

static bool write_topics(struct store *s, const struct replay *p, struct err *e)
{
	if (!sql_exec(s, "UPDATE topic SET level = 0, since = NULL", e))
		return false;
	for (size_t i = 0; i < p->ntopic; i++)
		if (!store_put_topic_state(s, p->topic[i].topic, p->topic[i].state, e))
			return false;
	return true;
}

bool replay_write(struct store *s, const struct replay *p, struct err *e)
{
	static const char places[] =
		"DELETE FROM place; INSERT INTO place SELECT iif(EXISTS (SELECT 1 FROM memory"
		" m WHERE m.card = c.id AND (m.last IS NOT NULL OR m.hidden = 1)), -c.file, "
		"c.file),"
		" c.line, c.no FROM card c";
	if (!sql_exec(s, "DELETE FROM memory; DELETE FROM voided; DELETE FROM alias", e))
		return false;
	for (size_t i = 0; i < p->ncard; i++)
		if (!store_add_memory(s, p->card[i].card, &p->card[i].state, e))
			return false;
	for (size_t i = 0; i < p->nvoided; i++)
		if (!store_put_voided(s, p->voided[i], e))
			return false;
	for (size_t i = 0; i < p->nalias; i++)
		if (!store_put_alias(s, p->alias[i].id, p->alias[i].card, e))
			return false;
	return write_topics(s, p, e) && sql_exec(s, places, e);
}

bool store_refold(struct store *s, const struct sm2_options *o, struct err *e)
{
	struct replay p;
	bool done = replay_load(&p, s, o, e) && replay_write(s, &p, e);
	replay_release(&p);
	return done;
}
