/* evening_check.c - the cards of the knowledge check at the end of a day. */
#include "hone/match.h"
#include "views/evening_priv.h"

enum { MOST_FOUND = 500, DAY_MS = 86400000 };

struct found {
	int64_t id;
	enum { WAITS_NOT, WAITS_DUE, WAITS_NEW } waits; /* for a review of today */
};

struct choosing {
	struct evening_view *v;
	const struct study *s;
	int64_t *fresh; /* answered for the first time today */
	size_t nfresh, fresh_cap;
	struct found *found;
	size_t nfound, found_cap;
	struct buf topic; /* of the card before, and */
	bool about;       /* whether it is one of the day's: cards of a topic follow each other */
	struct err *e;
};

static void add_fresh(struct choosing *c, int64_t id)
{
	for (size_t i = 0; i < c->nfresh; i++)
		if (c->fresh[i] == id)
			return;
	c->fresh = arena_room(&c->v->look, c->fresh, c->nfresh, &c->fresh_cap, sizeof *c->fresh);
	c->fresh[c->nfresh++] = id;
}

static int waits(const struct card *card, int today)
{
	const struct memory *m = &card->state.memory;
	if (card->state.buried != DAY_NONE && card->state.buried >= today)
		return WAITS_NOT;
	if (m->last == DAY_NONE)
		return WAITS_NEW;
	return m->drill == today || m->due <= today ? WAITS_DUE : WAITS_NOT;
}

static void add_found(struct choosing *c, const struct card *card)
{
	for (size_t i = 0; i < c->nfound; i++)
		if (c->found[i].id == card->id)
			return;
	c->found = arena_room(&c->v->look, c->found, c->nfound, &c->found_cap, sizeof *c->found);
	struct found *f = &c->found[c->nfound++];
	f->id = card->id;
	f->waits = waits(card, c->s->today);
}

static bool graded_today(void *ctx, const struct event *ev, bool voided)
{
	struct choosing *c = ctx;
	if (!voided && ev->kind == EVENT_GRADE && ev->day == c->s->today && c->nfresh < MOST_FOUND)
		add_fresh(c, ev->subject);
	return true;
}

static bool has_topic(struct choosing *c, struct str topic)
{
	const struct guide_day *g = &c->v->guide;
	if (c->topic.p && str_eq(topic, buf_str(&c->topic)))
		return c->about;
	buf_clear(&c->topic);
	buf_add(&c->topic, topic);
	c->about = false;
	for (int i = 0; topic.n && i < g->ntopic; i++)
		c->about = c->about || names_alike(g->topic[i], topic);
	return c->about;
}

static bool is_about(struct choosing *c, const struct card *card)
{
	const struct guide_day *g = &c->v->guide;
	bool about = has_topic(c, card->topic);
	for (int i = 0; !about && i < g->ntopic; i++)
		about = text_mentions(card->front, g->topic[i]);
	return about;
}

static bool is_fresh(const struct choosing *c, int64_t id)
{
	for (size_t i = 0; i < c->nfresh; i++)
		if (c->fresh[i] == id)
			return true;
	return false;
}

/* New today is what nobody knew before: a card that failed on other days, too, is none that lapsed. */
static bool began_today(const struct card *c, int today)
{
	const struct memory *m = &c->state.memory;
	return m->last == today && m->reps <= 1 && m->lapses == 0;
}

static bool look_at(void *ctx, const struct card *card)
{
	struct choosing *c = ctx;
	bool new_today = is_fresh(c, card->id) && began_today(card, c->s->today);
	if (card->state.hidden || !(new_today || is_about(c, card)))
		return true;
	add_found(c, card);
	return c->nfound < MOST_FOUND;
}

static struct str name_them(struct evening_view *v, const int64_t *id, size_t n)
{
	struct buf out = { 0 };
	char text[17];
	for (size_t i = 0; i < n; i++)
		buf_addf(&out, "%s%s", i ? "," : "id:", study_id((uint64_t)id[i], text));
	struct str filter = arena_str(&v->look, buf_str(&out));
	buf_release(&out);
	return filter;
}

static bool look_at_found(void *ctx, const struct card *card, struct str excerpt)
{
	(void)excerpt;
	return look_at(ctx, card);
}

/* Of many cards those that the index of words finds, and those answered today: all of them take seconds. */
static bool look_at_some(struct choosing *c, struct err *e)
{
	const struct guide_day *g = &c->v->guide;
	struct err why = { 0 };
	struct card card;
	for (int i = 0; i < g->ntopic; i++)
		if (!catalog_search(c->s->store, g->topic[i], MOST_FOUND, look_at_found, c, e))
			return false;
	for (size_t i = 0; i < c->nfresh; i++) {
		if (catalog_card(c->s->store, c->fresh[i], &card, &c->v->look, &why))
			look_at(c, &card);
		else if (why.kind != ERR_MISSING)
			return err_set(e, why.kind, "%s", why.text);
	}
	return true;
}

static bool look_at_cards(struct choosing *c, struct err *e)
{
	int64_t n;
	if (!catalog_count_cards(c->s->store, &n, e))
		return false;
	if (n > SESSION_MANY)
		return look_at_some(c, e);
	return catalog_cards(c->s->store, STR(""), look_at, c, e);
}

/* Those that a review of today asks: what is due, and as many new ones as may begin today. */
static bool take_waiting(
	const struct choosing *c, int64_t id[static CHECK_CARDS], size_t *n, struct err *e)
{
	struct queue_counts q;
	*n = 0;
	if (!queue_count(c->s, CHECK_CARDS, &q, e))
		return false;
	for (int fresh = 0; fresh < 2; fresh++) {
		size_t most = fresh ? *n + (size_t)q.fresh : CHECK_CARDS;
		for (size_t i = 0; i < c->nfound && *n < most && *n < CHECK_CARDS; i++)
			if (c->found[i].waits == (fresh ? WAITS_NEW : WAITS_DUE))
				id[(*n)++] = c->found[i].id;
	}
	return true;
}

static bool nothing(const struct evening_view *v, struct err *e)
{
	if (v->guide.ntopic == 0)
		return err_set(e, ERR_MISSING,
			"The plan names no topics for this day, and no card was begun today.");
	return err_set(e, ERR_MISSING,
		"No card is about one of the day's topics, and none was begun today.");
}

static void say_check(struct evening_view *v, size_t n)
{
	evening_say(v, ROLE_TEXT,
		arena_printf(&v->look, "%s%d card%s about the day's topics or new today.",
			v->mode == SESSION_TODAY && n > 1 ? "Up to " : "", (int)n,
			n == 1 ? "" : "s"));
	if (v->mode == SESSION_CRAM)
		evening_say(v, ROLE_DIM,
			STR("None of them waits for a review: this check changes no schedule, and "
			    "nothing of it is logged."));
	else
		evening_say(v, ROLE_DIM,
			STR("They wait for a review today: your grades count as usual."));
}

bool evening_check(struct evening_view *v, const struct study *s, struct err *e)
{
	struct choosing c = { .v = v, .s = s, .e = e };
	struct event_id floor = event_id_floor(((int64_t)s->today - 1) * DAY_MS);
	int64_t id[CHECK_CARDS];
	size_t n;
	bool ok = store_events(s->store, floor, graded_today, &c, e) && look_at_cards(&c, e);
	buf_release(&c.topic);
	if (!ok)
		return false;
	if (c.nfound == 0)
		return nothing(v, e);
	if (!take_waiting(&c, id, &n, e))
		return false;
	v->mode = n ? SESSION_TODAY : SESSION_CRAM;
	if (n == 0)
		for (; n < c.nfound && n < CHECK_CARDS; n++)
			id[n] = c.found[n].id;
	v->filter = name_them(v, id, n);
	say_check(v, n);
	return true;
}
