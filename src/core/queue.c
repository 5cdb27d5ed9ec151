/* queue.c - which card is next, and how many there are. */
#include "hone/queue.h"

#include <stdlib.h>

#include "study_priv.h"

/* A card that is due or new, to be put in order. */
struct waiting {
	int64_t id;
	int due;
};

struct waiting_list {
	struct waiting *card;
	size_t n, cap;
};

/* Cards of today, collected in deck order. */
struct today {
	struct waiting_list due, fresh;
	int day;
	size_t room; /* for new cards */
};

enum state { STATE_NEW, STATE_DUE, STATE_DRILL, STATE_LEARNING, STATE_HIDDEN };

static enum state state_of(const struct card *c, int today)
{
	const struct memory *m = &c->state.memory;
	if (c->state.hidden)
		return STATE_HIDDEN;
	if (m->drill == today && today != DAY_NONE)
		return STATE_DRILL;
	if (m->due == DAY_NONE)
		return STATE_NEW;
	return m->due <= today ? STATE_DUE : STATE_LEARNING;
}

/* New cards that may still be begun today. */
static bool room_for_new(const struct study *s, int *room, struct err *e)
{
	int begun;
	if (!catalog_count_first(s->store, s->today, &begun, e))
		return false;
	int left = s->settings.new_per_day - begun;
	*room = left > 0 ? left : 0;
	return true;
}

/* A new card, if there is one and the day has room for it; that is asked last, as it reads the log. */
static bool pick_new(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	int room = 0;
	if (!catalog_next_new(s->store, s->today, except, id, e) ||
		(*id != 0 && !room_for_new(s, &room, e)))
		return false;
	if (room == 0)
		*id = 0;
	return true;
}

static bool pick(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	if (!catalog_next_due(s->store, s->today, except, id, e))
		return false;
	if (*id == 0 && !pick_new(s, except, id, e))
		return false;
	return *id != 0 || catalog_next_drill(s->store, s->today, except, id, e);
}

static void wait_for(struct waiting_list *list, const struct card *c)
{
	list->card = array_room(list->card, list->n, &list->cap, sizeof *list->card);
	list->card[list->n++] = (struct waiting){ c->id, c->state.memory.due };
}

static bool collect(void *ctx, const struct card *c)
{
	struct today *t = ctx;
	if (!c->present)
		return true;
	enum state state = state_of(c, t->day);
	if (state == STATE_DUE)
		wait_for(&t->due, c);
	else if (state == STATE_NEW && t->fresh.n < t->room)
		wait_for(&t->fresh, c);
	return true;
}

static int waiting_cmp(const void *a, const void *b)
{
	const struct waiting *x = a, *y = b;
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* False on error; *more is cleared when `each` had enough. */
static bool hand_out(const struct study *s, const struct waiting_list *list,
	bool (*each)(void *ctx, const struct card *c), void *ctx, bool *more, struct err *e)
{
	struct arena a = { 0 };
	bool ok = true;
	for (size_t i = 0; i < list->n && ok && *more; i++) {
		struct card c;
		arena_clear(&a);
		ok = catalog_card(s->store, list->card[i].id, &c, &a, e);
		*more = ok && each(ctx, &c);
	}
	arena_release(&a);
	return ok;
}

/* New cards of today and those of the drill. */
static bool count_rest(const struct study *s, int *fresh, int *drill, struct err *e)
{
	int room = 0, most = s->settings.new_per_day;
	*fresh = 0;
	if (!catalog_count_drill(s->store, s->today, drill, e) ||
		(most > 0 && !catalog_count_new(s->store, s->today, most, fresh, e)) ||
		(*fresh > 0 && !room_for_new(s, &room, e)))
		return false;
	*fresh = *fresh > room ? room : *fresh;
	return true;
}

bool queue_count(const struct study *s, int cap, struct queue_counts *out, struct err *e)
{
	struct load *l = study_loads(s);
	int due;
	bool all = cap <= 0 || cap >= LOAD_CAP;
	if (!(all ? catalog_count_due(s->store, s->today, 0, &due, e)
		  : study_load(s, s->today, &due, e)) ||
		(!l->counted && !count_rest(s, &l->fresh, &l->drill, e)))
		return false;
	l->counted = true;
	*out = (struct queue_counts){ .due = due, .fresh = l->fresh, .drill = l->drill };
	out->capped = cap > 0 && due > cap;
	if (out->capped)
		out->due = cap;
	return true;
}

bool queue_next(
	const struct study *s, int64_t last, struct card *out, struct arena *a, struct err *e)
{
	int64_t id = 0;
	if (!pick(s, last, &id, e))
		return false;
	if (id == 0 && last != 0 && !pick(s, 0, &id, e))
		return false;
	if (id != 0)
		return catalog_card(s->store, id, out, a, e);
	*out = (struct card){ 0 };
	return true;
}

bool queue_each(const struct study *s, bool (*each)(void *ctx, const struct card *c), void *ctx,
	struct err *e)
{
	struct today t = { .day = s->today };
	int room;
	if (!room_for_new(s, &room, e))
		return false;
	t.room = (size_t)room;
	bool more = true;
	bool ok = catalog_cards(s->store, STR(""), collect, &t, e);
	if (ok && t.due.n)
		qsort(t.due.card, t.due.n, sizeof *t.due.card, waiting_cmp);
	ok = ok && hand_out(s, &t.due, each, ctx, &more, e) &&
	     hand_out(s, &t.fresh, each, ctx, &more, e);
	free(t.due.card);
	free(t.fresh.card);
	return ok;
}

const char *queue_state_name(const struct card *c, int today)
{
	static const char *const name[] = {
		[STATE_NEW] = "new",
		[STATE_DUE] = "due",
		[STATE_DRILL] = "drill",
		[STATE_LEARNING] = "learning",
		[STATE_HIDDEN] = "hidden",
	};
	return name[state_of(c, today)];
}
