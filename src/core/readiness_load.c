/* readiness_load.c - what the log says of the topics: one pass over the cards, one over the events. */
#include <stdlib.h>

#include "hone/fold.h"
#include "hone/match.h"
#include "readiness_priv.h"

enum { PASSED = 3 }; /* grades from it on are right answers */

/* A card, as the log has brought it so far. */
struct asked {
	int64_t id;       /* the place in the table is free when `used` is not set */
	const int *topic; /* what it is about */
	int ntopic;
	bool used;
	struct card_state state;
};

/* Ids to what they are of: a card's, or one whose history a card continues; a topic's. */
struct id_map {
	struct id_slot {
		int64_t id;
		int index; /* -1: of nothing */
		bool used;
	} * slot;
	size_t n, cap; /* cap: a power of two */
};

struct gather {
	const struct study *s;
	struct readiness *r;
	struct arena *a;
	struct matcher *matcher;
	struct asked *card;
	size_t ncard, cap_card;
	struct id_map cards, topics;
	struct err *e;
	bool failed;
};

/* ---- ids */

static size_t place_of(const struct id_map *m, int64_t id)
{
	size_t i = (size_t)hash64(0, &id, sizeof id) & (m->cap - 1);
	while (m->slot[i].used && m->slot[i].id != id)
		i = (i + 1) & (m->cap - 1);
	return i;
}

static void map_grow(struct id_map *m)
{
	struct id_map bigger = { .cap = m->cap ? m->cap * 2 : 64, .n = m->n };
	bigger.slot = xcalloc(bigger.cap, sizeof *bigger.slot);
	for (size_t i = 0; i < m->cap; i++)
		if (m->slot[i].used)
			bigger.slot[place_of(&bigger, m->slot[i].id)] = m->slot[i];
	free(m->slot);
	*m = bigger;
}

static void map_put(struct id_map *m, int64_t id, int index)
{
	if (m->n * 2 >= m->cap)
		map_grow(m);
	size_t at = place_of(m, id);
	m->n += !m->slot[at].used;
	m->slot[at] = (struct id_slot){ id, index, true };
}

static bool map_find(const struct id_map *m, int64_t id, int *index)
{
	if (m->cap == 0)
		return false;
	const struct id_slot *at = &m->slot[place_of(m, id)];
	*index = at->index;
	return at->used;
}

/* ---- cards */

static bool is_open(const struct card *c, int today)
{
	const struct memory *m = &c->state.memory;
	bool set_aside =
		c->state.hidden || (c->state.buried != DAY_NONE && c->state.buried >= today);
	return !set_aside && (m->due == DAY_NONE || m->due <= today);
}

static bool take_card(void *ctx, const struct card *c)
{
	struct gather *g = ctx;
	int n;
	const int *found = match_card(g->matcher, c->topic, c->tags, c->front, &n);
	struct asked card = { .id = c->id, .ntopic = n, .state = fold_card_new() };
	int *topic = n ? arena_alloc(g->a, (size_t)n, sizeof *topic) : NULL;
	for (int i = 0; i < n; i++) {
		topic[i] = found[i];
		g->r->topic[found[i]].cards++;
		g->r->topic[found[i]].open += is_open(c, g->r->today);
	}
	card.topic = topic;
	map_put(&g->cards, c->id, n ? (int)g->ncard : -1);
	if (n == 0)
		return true;
	g->card = array_room(g->card, g->ncard, &g->cap_card, sizeof *g->card);
	g->card[g->ncard++] = card;
	return true;
}

/* The card of an event's subject, NULL when it is about no topic. */
static struct asked *card_of(struct gather *g, int64_t subject)
{
	int index;
	int64_t card;
	if (!map_find(&g->cards, subject, &index)) {
		if (!store_alias(g->s->store, subject, &card, g->e)) {
			g->failed = true;
			return NULL;
		}
		if (!map_find(&g->cards, card, &index))
			index = -1;
		map_put(&g->cards, subject, index);
	}
	return index >= 0 ? &g->card[index] : NULL;
}

/* ---- events */

static void note_day(struct readiness *r, int day)
{
	if (r->first == DAY_NONE || day < r->first)
		r->first = day;
}

/* Days mostly come in order; those of another machine may not. */
static void add_seen(struct gather *g, int topic, int day, int percent)
{
	struct readiness_topic *t = &g->r->topic[topic];
	int at = t->nseen;
	while (at > 0 && t->seen[at - 1].day > day)
		at--;
	note_day(g->r, day);
	if (at > 0 && t->seen[at - 1].day == day) {
		t->seen[at - 1].n++;
		t->seen[at - 1].sum += percent;
		return;
	}
	t->seen = arena_room(g->a, t->seen, (size_t)t->nseen, &t->cap_seen, sizeof *t->seen);
	for (int i = t->nseen++; i > at; i--)
		t->seen[i] = t->seen[i - 1];
	t->seen[at] = (struct readiness_day){ day, 1, percent };
}

static void see_card(
	struct gather *g, const struct asked *card, const struct event *ev, int percent)
{
	for (int i = 0; i < card->ntopic; i++) {
		add_seen(g, card->topic[i], ev->day, percent);
		if (ev->took_ms > 0) {
			g->r->topic[card->topic[i]].took_ms += ev->took_ms;
			g->r->topic[card->topic[i]].ntook++;
		}
	}
}

static bool counts(const struct asked *card, const struct event *ev)
{
	enum answer_kind kind = sm2_kind(card->state.memory, ev->day);
	return kind == ANSWER_NEW || kind == ANSWER_DUE;
}

static void card_event(struct gather *g, const struct event *ev)
{
	struct asked *card = card_of(g, ev->subject);
	if (!card)
		return;
	if (ev->kind == EVENT_GRADE && counts(card, ev))
		see_card(g, card, ev, ev->value >= PASSED ? 100 : 0);
	else if (ev->kind == EVENT_SCORE)
		see_card(g, card, ev, (int)ev->value);
	card->state = fold_card(&g->s->settings.sm2, card->state, ev);
}

static void score_event(struct gather *g, const struct event *ev)
{
	int topic;
	if (ev->value < 0 || ev->value > 100)
		return;
	if (map_find(&g->topics, ev->subject, &topic))
		add_seen(g, topic, ev->day, (int)ev->value);
	else
		card_event(g, ev);
}

static void add_claim(struct gather *g, int topic, struct readiness_claim c)
{
	struct readiness_topic *t = &g->r->topic[topic];
	t->claim = arena_room(g->a, t->claim, (size_t)t->nclaim, &t->cap_claim, sizeof *t->claim);
	t->claim[t->nclaim++] = c;
}

/* Where the log names the mark that a first rating replaced, that one is known too. */
static void level_event(struct gather *g, const struct event *ev)
{
	int topic;
	enum level before;
	if (ev->value < LEVEL_NONE || ev->value > LEVEL_DUNNO ||
		!map_find(&g->topics, ev->subject, &topic))
		return;
	if (g->r->topic[topic].nclaim == 0 && level_parse(ev->text, &before) &&
		before != LEVEL_NONE)
		add_claim(g, topic, (struct readiness_claim){ DAY_NONE, before });
	add_claim(g, topic, (struct readiness_claim){ ev->day, (enum level)ev->value });
	note_day(g->r, ev->day);
}

static bool take_event(void *ctx, const struct event *ev, bool voided)
{
	struct gather *g = ctx;
	if (voided)
		return true;
	switch (ev->kind) {
	case EVENT_GRADE:
	case EVENT_STATE: card_event(g, ev); break;
	case EVENT_SCORE: score_event(g, ev); break;
	case EVENT_LEVEL: level_event(g, ev); break;
	default: break;
	}
	return !g->failed;
}

/* ---- all of it */

static void make_topics(struct gather *g)
{
	struct readiness *r = g->r;
	const struct coverage *c = &r->coverage;
	r->ntopic = c->ntopic;
	r->narea = c->narea;
	r->topic = arena_alloc(g->a, (size_t)r->ntopic, sizeof *r->topic);
	r->area = arena_alloc(g->a, (size_t)r->narea, sizeof *r->area);
	for (int i = 0; i < r->narea; i++) {
		const struct coverage_area *from = &c->area[i];
		r->area[i] = (struct readiness_area){ .path = from->path,
			.number = from->number,
			.name = from->name,
			.first = from->first,
			.ntopic = from->ntopic };
		for (int k = from->first; k < from->first + from->ntopic; k++) {
			r->topic[k] = (struct readiness_topic){ .topic = &c->topic[k], .area = i };
			match_name(g->matcher, k, c->topic[k].name);
			map_put(&g->topics, c->topic[k].id, k);
		}
	}
}

/* Marks that no event speaks of stood in the file before. */
static void add_marks(struct gather *g)
{
	for (int i = 0; i < g->r->ntopic; i++) {
		enum level mark = g->r->topic[i].topic->mark;
		if (g->r->topic[i].nclaim == 0 && mark != LEVEL_NONE)
			add_claim(g, i, (struct readiness_claim){ DAY_NONE, mark });
	}
}

bool readiness_load(const struct study *s, struct readiness *out, struct arena *a, struct err *e)
{
	struct readiness r = { .today = s->today, .first = DAY_NONE };
	struct gather g = { .s = s, .r = &r, .a = a, .matcher = match_new(a), .e = e };
	int seconds = 0;
	bool ok = coverage_load(s, &r.coverage, a, e);
	if (ok) {
		make_topics(&g);
		struct event_id all = { { 0 } };
		ok = r.ntopic == 0 || (catalog_cards(s->store, STR(""), take_card, &g, e) &&
					      store_events(s->store, all, take_event, &g, e) &&
					      !g.failed && catalog_seconds(s->store, &seconds, e));
		add_marks(&g);
	}
	readiness_settle(&r, seconds);
	free(g.card);
	free(g.cards.slot);
	free(g.topics.slot);
	if (ok)
		*out = r;
	return ok;
}
