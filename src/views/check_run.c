/* check_run.c - from question to question of a round. */
#include <stdlib.h>

#include "views/check_priv.h"

/* The most thinking time that is believed: beyond it the user was away. */
enum { LONGEST_MS = 10 * 60 * 1000, MINUTE_MS = 60 * 1000 };

bool check_is_blind(const struct check_view *v)
{
	return v->round.kind == ROUND_MOCK && !v->judging;
}

int64_t check_left_ms(const struct check_view *v)
{
	int64_t left = v->left_ms - (clock_ticks_ms() - v->from);
	return left > 0 ? left : 0;
}

static bool show(struct check_view *v, const struct study *s, int at, struct err *e)
{
	v->at = at;
	v->revealed = v->round.kind == ROUND_MOCK && v->judging;
	v->stage = CHECK_ASK;
	watch_start(&v->watch);
	if (!check_item(s, &v->round.asked[at], &v->item, &v->run, e))
		return false;
	check_lay_out(v, s);
	return true;
}

/* Is its text there? What went from the files cannot be asked. */
static bool is_there(struct check_view *v, const struct study *s, int i, bool *there, struct err *e)
{
	struct arena a = { 0 };
	struct check_item item;
	bool ok = check_item(s, &v->round.asked[i], &item, &a, e);
	*there = ok && item.there;
	arena_release(&a);
	return ok;
}

/* The first open question from `from` on that was not put off, -1 when there is none. */
static bool find_open(struct check_view *v, const struct study *s, int from, int *at, struct err *e)
{
	bool there;
	for (*at = from; *at < v->round.n; (*at)++) {
		if (v->round.asked[*at].percent >= 0 || v->later[*at])
			continue;
		if (!is_there(v, s, *at, &there, e))
			return false;
		if (there)
			return true;
	}
	*at = -1;
	return true;
}

static bool ask_next(struct check_view *v, const struct study *s, struct err *e)
{
	int at;
	if (!find_open(v, s, 0, &at, e))
		return false;
	if (at < 0) { /* those that were put off */
		for (int i = 0; i < v->round.n; i++)
			v->later[i] = false;
		if (!find_open(v, s, 0, &at, e))
			return false;
	}
	if (at >= 0)
		return show(v, s, at, e);
	v->at = -1;
	return check_say_result(v, s, e);
}

static bool load(struct check_view *v, const struct study *s, struct event_id id, struct err *e)
{
	struct arena fresh = { 0 };
	struct round r;
	if (!round_load(s, id, &r, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->run);
	v->run = fresh;
	v->round = r;
	return true;
}

bool check_run(struct check_view *v, const struct study *s, struct event_id id, struct err *e)
{
	if (!load(v, s, id, e))
		return false;
	size_t n = (size_t)v->round.n + 1;
	check_release_run(v);
	v->later = xcalloc(n, sizeof *v->later);
	v->thought = xcalloc(n, sizeof *v->thought);
	v->left_ms = event_id_ms(id) + (int64_t)v->round.minutes * MINUTE_MS - s->now.ms;
	v->from = clock_ticks_ms();
	v->judging = v->round.nanswered > 0 || (v->round.minutes && v->left_ms <= 0);
	return ask_next(v, s, e);
}

/* Which answer of the round was taken back; -1 none. */
static int taken_back(const struct round *r, const int *before)
{
	for (int i = 0; i < r->n; i++)
		if (before[i] >= 0 && r->asked[i].percent < 0)
			return i;
	return -1;
}

bool check_reload(struct check_view *v, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	struct arena a = { 0 };
	int n = v->round.n, *before = arena_alloc(&a, (size_t)n + 1, sizeof *before);
	for (int i = 0; i < n; i++)
		before[i] = v->round.asked[i].percent;
	bool ok = load(v, s, v->round.id, &why);
	int back = ok ? taken_back(&v->round, before) : -1;
	arena_release(&a);
	if (!ok && why.kind == ERR_MISSING)
		return check_load_home(v, s, e);
	if (!ok)
		return err_set(e, why.kind, "%s", why.text);
	if (back >= 0)
		return show(v, s, back, e);
	if (v->stage == CHECK_RESULT)
		return check_say_result(v, s, e);
	if (v->stage != CHECK_ASK || v->at < 0)
		return true;
	if (v->round.asked[v->at].percent >= 0)
		return ask_next(v, s, e);
	if (!check_item(s, &v->round.asked[v->at], &v->item, &v->run, e))
		return false;
	check_lay_out(v, s);
	return v->item.there || ask_next(v, s, e);
}

void check_reveal(struct check_view *v)
{
	v->revealed = true;
	watch_stop(&v->watch);
}

static int64_t took_ms(const struct check_view *v)
{
	int64_t ms = v->round.kind == ROUND_MOCK ? v->thought[v->at] : watch_ms(&v->watch);
	return ms < LONGEST_MS ? ms : LONGEST_MS;
}

bool check_score(struct check_view *v, struct study *s, int percent, struct err *e)
{
	return round_answer(s, &v->round, v->at, percent, took_ms(v), e) &&
	       load(v, s, v->round.id, e) && ask_next(v, s, e);
}

bool check_later(struct check_view *v, const struct study *s, struct err *e)
{
	v->later[v->at] = true;
	return ask_next(v, s, e);
}

bool check_next(struct check_view *v, const struct study *s, struct err *e)
{
	int at;
	v->thought[v->at] += watch_ms(&v->watch);
	if (!find_open(v, s, v->at + 1, &at, e))
		return false;
	if (at >= 0 && (v->round.minutes == 0 || check_left_ms(v) > 0))
		return show(v, s, at, e);
	v->judging = true;
	return ask_next(v, s, e);
}

void check_release_run(struct check_view *v)
{
	free(v->later);
	free(v->thought);
	v->later = NULL;
	v->thought = NULL;
}
