/* evening_check.c - the cards of the knowledge check at the end of a day. */
#include "views/day_match.h"
#include "views/evening_priv.h"

enum { MOST_FOUND = 500, DAY_MS = 86400000 };

struct choosing {
	struct evening_view *v;
	const struct study *s;
	int64_t *fresh; /* answered for the first time today */
	size_t nfresh, fresh_cap;
	int64_t *found;
	size_t nfound, found_cap;
	struct buf topic; /* of the card before, and */
	bool about;       /* whether it is one of the day's: cards of a topic follow each other */
	struct err *e;
};

static void add(struct arena *a, int64_t **id, size_t *n, size_t *cap, int64_t one)
{
	for (size_t i = 0; i < *n; i++)
		if ((*id)[i] == one)
			return;
	*id = arena_room(a, *id, *n, cap, sizeof **id);
	(*id)[(*n)++] = one;
}

static bool graded_today(void *ctx, const struct event *ev, bool voided)
{
	struct choosing *c = ctx;
	if (!voided && ev->kind == EVENT_GRADE && ev->day == c->s->today && c->nfresh < MOST_FOUND)
		add(&c->v->look, &c->fresh, &c->nfresh, &c->fresh_cap, ev->subject);
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
	add(&c->v->look, &c->found, &c->nfound, &c->found_cap, card->id);
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

/* The first of those found that a session of today asks. *n: how many. */
static bool take_waiting(struct choosing *c, int64_t id[static CHECK_CARDS], size_t *n)
{
	struct session_options o = { .filter = name_them(c->v, c->found, c->nfound) };
	struct session *ss = session_new(c->s, &o, c->e);
	struct card card = { 0 };
	*n = 0;
	bool ok = ss != NULL;
	while (ok && *n < CHECK_CARDS) {
		ok = session_next(ss, c->s, &card, &c->v->look, c->e);
		bool again = false;
		for (size_t i = 0; i < *n; i++)
			again = again || id[i] == card.id;
		if (!ok || card.id == 0 || again)
			break;
		id[(*n)++] = card.id;
	}
	session_free(ss);
	return ok;
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
		arena_printf(&v->look, "%d card%s about the day's topics or new today.", (int)n,
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
	bool ok = store_events(s->store, floor, graded_today, &c, e) &&
		  catalog_cards(s->store, STR(""), look_at, &c, e);
	buf_release(&c.topic);
	if (!ok)
		return false;
	if (c.nfound == 0)
		return nothing(v, e);
	if (!take_waiting(&c, id, &n))
		return false;
	v->mode = n ? SESSION_TODAY : SESSION_CRAM;
	if (n == 0)
		for (; n < c.nfound && n < CHECK_CARDS; n++)
			id[n] = c.found[n];
	v->filter = name_them(v, id, n);
	say_check(v, n);
	return true;
}
