/* readiness_load.c - what the log says of the topics: one pass over the cards, one over the events. */
#include <stdlib.h>

#include "hone/about.h"
#include "hone/answers.h"
#include "idmap.h"
#include "readiness_priv.h"

/* What a card is about. */
struct of_card {
	const int *topic;
	int ntopic;
};

struct gather {
	const struct study *s;
	struct readiness *r;
	struct arena *a;
	struct about about;
	struct of_card *card;
	size_t ncard, cap_card;
	struct idmap cards, topics;
};

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
	const int *found = about_card(&g->about, c, &n);
	if (n == 0)
		return true;
	int *topic = arena_alloc(g->a, (size_t)n, sizeof *topic);
	for (int i = 0; i < n; i++) {
		topic[i] = found[i];
		g->r->topic[found[i]].cards++;
		g->r->topic[found[i]].open += is_open(c, g->r->today);
	}
	idmap_put(&g->cards, c->id, (int)g->ncard);
	g->card = array_room(g->card, g->ncard, &g->cap_card, sizeof *g->card);
	g->card[g->ncard++] = (struct of_card){ topic, n };
	return true;
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

static void add_score(struct readiness_topic *t, struct readiness_score score)
{
	for (int i = READINESS_SCORES - 1; i > 0; i--)
		t->score[i] = t->score[i - 1];
	t->score[0] = score;
	t->nscore += t->nscore < READINESS_SCORES;
}

static void add_answer(struct gather *g, int topic, const struct answer *answer)
{
	struct readiness_topic *t = &g->r->topic[topic];
	add_seen(g, topic, answer->day, answer->percent);
	if (!answer->graded)
		add_score(t, (struct readiness_score){ answer->day, answer->percent });
	if (answer->first || answer->percent >= READINESS_WRONG)
		return;
	t->lapse = answer->day;
	t->wrong = answer->subject;
	t->lapsed = true;
}

static void take_answer(void *ctx, const struct answer *answer)
{
	struct gather *g = ctx;
	int card, topic;
	if (!answer->counts)
		return;
	if (!answer->graded && idmap_find(&g->topics, answer->subject, &topic))
		add_answer(g, topic, answer);
	if (!idmap_find(&g->cards, answer->subject, &card))
		return;
	for (int i = 0; i < g->card[card].ntopic; i++) {
		struct readiness_topic *t = &g->r->topic[g->card[card].topic[i]];
		add_answer(g, g->card[card].topic[i], answer);
		t->took_ms += answer->took_ms;
		t->ntook += answer->took_ms > 0;
	}
}

static void add_claim(struct gather *g, int topic, struct readiness_claim c)
{
	struct readiness_topic *t = &g->r->topic[topic];
	t->claim = arena_room(g->a, t->claim, (size_t)t->nclaim, &t->cap_claim, sizeof *t->claim);
	t->claim[t->nclaim++] = c;
}

/* Where the log names the mark that a first rating replaced, that one is known too. */
static void take_level(void *ctx, const struct event *ev)
{
	struct gather *g = ctx;
	int topic;
	enum level before;
	if (ev->kind != EVENT_LEVEL || ev->value < LEVEL_NONE || ev->value > LEVEL_DUNNO ||
		!idmap_find(&g->topics, ev->subject, &topic))
		return;
	if (g->r->topic[topic].nclaim == 0 && level_parse(ev->text, &before) &&
		before != LEVEL_NONE)
		add_claim(g, topic, (struct readiness_claim){ DAY_NONE, before });
	add_claim(g, topic, (struct readiness_claim){ ev->day, (enum level)ev->value });
	g->r->topic[topic].lapsed = false;
	note_day(g->r, ev->day);
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
			r->topic[k] = (struct readiness_topic){
				.topic = &c->topic[k], .area = i, .lapse = DAY_NONE
			};
			idmap_put(&g->topics, c->topic[k].id, k);
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
	struct gather g = { .s = s, .r = &r, .a = a };
	int seconds = 0;
	bool ok = about_load(s, &g.about, a, e);
	if (ok) {
		r.coverage = g.about.cover;
		make_topics(&g);
		ok = r.ntopic == 0 || (catalog_cards(s->store, STR(""), take_card, &g, e) &&
					      answers_each(s, take_answer, take_level, &g, e) &&
					      catalog_seconds(s->store, &seconds, e));
		add_marks(&g);
	}
	readiness_settle(&r, seconds);
	free(g.card);
	idmap_release(&g.cards);
	idmap_release(&g.topics);
	if (ok)
		*out = r;
	return ok;
}
