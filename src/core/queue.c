/* queue.c - which card is next, and how many there are. */
#include "hone/queue.h"

#include "hone/want.h"
#include "queue_priv.h"
#include "study_priv.h"

/* Below so many due cards it is looked whether all of them are siblings that must wait. */
enum { FEW = 50 };

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

/* New cards a day from `day` on that are all begun before the last pass; `begun` on it already. */
static bool quota(const struct study *s, int day, int begun, int *n, struct err *e)
{
	int left, days = study_deadline(s) - DEADLINE_DAYS - day;
	if (!catalog_count_new(s->store, day, 0, &left, e))
		return false;
	if (days < 1)
		days = 1;
	*n = (int)(((int64_t)left + begun + days - 1) / days);
	return true;
}

/* How many new cards that day has room for, those that were begun on it among them. */
static bool new_on(const struct study *s, int day, int begun, int *n, struct err *e)
{
	int needed = 0, most = s->settings.new_per_day;
	bool deadline = day <= study_deadline(s); /* none is before every day */
	if (deadline && most > 0 && !quota(s, day, begun, &needed, e))
		return false;
	*n = needed > most ? needed : most;
	return true;
}

bool queue_room(const struct study *s, int *room, struct err *e)
{
	int begun, most;
	if (!catalog_count_first(s->store, s->today, &begun, e) ||
		!new_on(s, s->today, begun, &most, e))
		return false;
	*room = most > begun ? most - begun : 0;
	return true;
}

/* New cards from `day` on that are not due because they are wanted, at most `most`. */
static bool count_new(const struct study *s, int day, int most, int wanted, int *n, struct err *e)
{
	int all;
	if (!catalog_count_new(s->store, day, most + wanted, &all, e))
		return false;
	*n = all > wanted ? all - wanted : 0;
	return true;
}

/* Onto what is due from tomorrow on the new cards that are wanted; *n: those of today and tomorrow. */
static bool add_wanted(const struct study *s, int cap, int *due, int days, int *n, struct err *e)
{
	struct arena a = { 0 };
	struct want *w;
	int nw = 0;
	bool ok = want_list(s, &w, &nw, &a, e);
	*n = 0;
	for (int i = 0; ok && i < nw; i++) {
		int at = w[i].day - s->today - 1;
		*n += at <= 0;
		if (at >= 0 && at < days && due[at] < cap)
			due[at]++;
	}
	arena_release(&a);
	return ok;
}

bool queue_forecast(const struct study *s, int cap, int *due, int days, int *fresh, struct err *e)
{
	int most, wanted, deadline = study_deadline(s);
	int64_t pass = (int64_t)deadline - DEADLINE_DAYS - s->today;
	for (int i = 0; i < days; i++) {
		int again = 0;
		if (!catalog_count_on(s->store, s->today + 1 + i, cap, &due[i], e) ||
			(pass == i + 1 && !pass_ahead(s, cap, &again, e)))
			return false;
		due[i] = due[i] + again < cap ? due[i] + again : cap;
	}
	*fresh = 0;
	return add_wanted(s, cap, due, days, &wanted, e) && new_on(s, s->today + 1, 0, &most, e) &&
	       (most == 0 || count_new(s, s->today + 1, most, wanted, fresh, e));
}

/* The first card that is not `except` and whose siblings let it be asked. */
struct search {
	const struct study *s;
	int64_t except, id;
	struct err *e;
	bool failed;
};

/* True to go on. */
static bool try_card(struct search *f, int64_t id)
{
	bool waits = false;
	if (id == f->except)
		return true;
	f->failed = !catalog_siblings_answered(f->s->store, id, f->s->today, &waits, f->e);
	if (!f->failed && !waits)
		f->id = id;
	return !f->failed && waits;
}

static bool try_due(void *ctx, int64_t id, int due, int interval, int64_t file)
{
	(void)due;
	(void)interval;
	(void)file;
	return try_card(ctx, id);
}

static bool try_new(void *ctx, const struct card *c)
{
	struct search *f = ctx;
	if (state_of(c, f->s->today) != STATE_NEW || c->state.buried >= f->s->today)
		return true;
	return try_card(f, c->id);
}

/* The first new card that is wanted by today. */
static bool pick_wanted(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	struct arena a = { 0 };
	struct search f = { .s = s, .except = except, .e = e };
	struct want *w;
	int n = 0;
	bool ok = want_list(s, &w, &n, &a, e);
	for (int i = 0; ok && i < n && w[i].day <= s->today && try_card(&f, w[i].card); i++)
		;
	arena_release(&a);
	*id = f.id;
	return ok && !f.failed;
}

/* Only where the first card must wait for its siblings are the others walked through. */
static bool pick_due(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	struct search f = { .s = s, .except = except, .e = e };
	if (!catalog_next_due(s->store, s->today, except, id, e))
		return false;
	if (*id == 0)
		return true;
	if (try_card(&f, *id) && !catalog_each_due(s->store, s->today, s->today, try_due, &f, e))
		return false;
	*id = f.id;
	return !f.failed;
}

static bool free_new(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	struct search f = { .s = s, .except = except, .e = e };
	if (!catalog_next_new(s->store, s->today, except, id, e))
		return false;
	if (*id == 0)
		return true;
	if (try_card(&f, *id) && !catalog_cards(s->store, STR(""), try_new, &f, e))
		return false;
	*id = f.id;
	return !f.failed;
}

/* A new card, if there is one and the day has room for it; that is asked last, as it reads the log. */
static bool pick_new(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	int room = 0;
	if (!free_new(s, except, id, e) || (*id != 0 && !queue_room(s, &room, e)))
		return false;
	if (room == 0)
		*id = 0;
	return true;
}

/* Of what comes after the due cards. */
static bool pick_rest(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	*id = 0;
	if (!pass_next(s, except, id, e) || (*id == 0 && !pick_new(s, except, id, e)))
		return false;
	return *id != 0 || catalog_next_drill(s->store, s->today, except, id, e);
}

/* New cards of today and those of the drill. */
static bool count_rest(const struct study *s, int *fresh, int *drill, struct err *e)
{
	int room = 0, wanted = 0;
	int64_t id = 0;
	*fresh = 0;
	if (!catalog_count_drill(s->store, s->today, drill, e))
		return false;
	if (s->settings.new_per_day == 0)
		return true;
	if (!free_new(s, 0, &id, e) || (id != 0 && !queue_room(s, &room, e)))
		return false;
	return room == 0 || (want_count(s, s->today, &wanted, e) &&
				    count_new(s, s->today, room, wanted, fresh, e));
}

/* Due cards; 0 when all of them are siblings that must wait. */
static bool count_due(const struct study *s, bool all, int *due, struct err *e)
{
	int64_t id = 0;
	int wanted = 0;
	if (!(all ? catalog_count_due(s->store, s->today, 0, due, e) &&
				    want_count(s, s->today, &wanted, e)
		  : study_load(s, s->today, due, e)))
		return false;
	*due += wanted;
	if (*due == 0 || *due >= FEW)
		return true;
	if (!pick_wanted(s, 0, &id, e) || (id == 0 && !pick_due(s, 0, &id, e)))
		return false;
	*due = id ? *due : 0;
	return true;
}

bool queue_count(const struct study *s, int cap, struct queue_counts *out, struct err *e)
{
	struct load *l = study_loads(s);
	int due = 0, again = 0;
	bool all = cap <= 0 || cap >= LOAD_CAP;
	if (!count_due(s, all, &due, e) ||
		(!l->counted && !count_rest(s, &l->fresh, &l->drill, e)) ||
		!pass_count(s, cap > 0 ? cap + 1 : 0, &again, e))
		return false;
	l->counted = true;
	due += again;
	*out = (struct queue_counts){ .due = due, .fresh = l->fresh, .drill = l->drill };
	out->capped = cap > 0 && due > cap;
	if (out->capped)
		out->due = cap;
	return true;
}

/*
 * The due card that is next, none is id 0. One statement finds and reads it with a quarter less work than
 * several; but to prepare it takes longer, and the first frame waits for the first card: it is asked
 * from the second time on.
 */
static bool next_due(
	const struct study *s, int64_t except, struct card *out, struct arena *a, struct err *e)
{
	int64_t id;
	if (s->state->asked)
		return catalog_next_card(s->store, s->today, except, out, a, e);
	s->state->asked = true;
	*out = (struct card){ 0 };
	if (!pick_due(s, except, &id, e))
		return false;
	return id == 0 || catalog_card(s->store, id, out, a, e);
}

static bool next(
	const struct study *s, int64_t except, struct card *out, struct arena *a, struct err *e)
{
	int64_t id;
	if (!pick_wanted(s, except, &id, e))
		return false;
	if (id != 0)
		return catalog_card(s->store, id, out, a, e);
	if (!next_due(s, except, out, a, e))
		return false;
	if (out->id != 0)
		return true;
	if (!pick_rest(s, except, &id, e))
		return false;
	return id == 0 || catalog_card(s->store, id, out, a, e);
}

bool queue_next(
	const struct study *s, int64_t last, struct card *out, struct arena *a, struct err *e)
{
	if (!next(s, last, out, a, e))
		return false;
	return out->id != 0 || last == 0 || next(s, 0, out, a, e);
}

int queue_comes(const struct study *s, int due)
{
	int deadline = study_deadline(s);
	if (deadline == DAY_NONE || due == DAY_NONE || due < deadline ||
		s->today >= deadline - DEADLINE_DAYS)
		return due;
	return deadline - DEADLINE_DAYS;
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
