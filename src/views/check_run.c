/* check_run.c - from question to question of a round. */
#include <stdlib.h>

#include "views/check_priv.h"

/* The most thinking time that is believed: beyond it the user was away. */
enum { LONGEST_MS = 10 * 60 * 1000, MINUTE_MS = 60 * 1000 };

/* So often the time of an interview is logged: a program that is killed loses no more of it. */
enum { LOGGED_MS = 30 * 1000 };

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

/* Of an interview those that were answered wait for their score until all are. */
static bool is_open(const struct check_view *v, int i)
{
	const struct asked *q = &v->round.asked[i];
	return q->percent < 0 && !(check_is_blind(v) && q->spoken);
}

/* The first open question that was not put off, -1 when there is none. */
static bool find_open(struct check_view *v, const struct study *s, int *at, struct err *e)
{
	bool there;
	for (*at = 0; *at < v->round.n; (*at)++) {
		if (!is_open(v, *at) || v->later[*at])
			continue;
		if (!is_there(v, s, *at, &there, e))
			return false;
		if (there)
			return true;
	}
	*at = -1;
	return true;
}

/* Those that were put off come at the end. */
static bool find_any(struct check_view *v, const struct study *s, int *at, struct err *e)
{
	if (!find_open(v, s, at, e))
		return false;
	if (*at >= 0)
		return true;
	for (int i = 0; i < v->round.n; i++)
		v->later[i] = false;
	return find_open(v, s, at, e);
}

static bool ask_next(struct check_view *v, const struct study *s, struct err *e)
{
	int at;
	if (!find_any(v, s, &at, e))
		return false;
	bool all_said = at < 0 && check_is_blind(v);
	v->judging = v->judging || all_said;
	if (all_said && !find_any(v, s, &at, e))
		return false;
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

/* What is left of the time of an interview, and whether its answers are scored by now. */
static void set_clock(struct check_view *v)
{
	const struct round *r = &v->round;
	v->left_ms = (int64_t)r->minutes * MINUTE_MS - r->spent_ms;
	v->from = clock_ticks_ms();
	v->judging = r->nanswered > 0 || r->nspoken == r->n || (r->minutes && v->left_ms <= 0);
}

bool check_run(struct check_view *v, const struct study *s, struct event_id id, struct err *e)
{
	if (!load(v, s, id, e))
		return false;
	check_release_run(v);
	v->later = xcalloc((size_t)v->round.n + 1, sizeof *v->later);
	set_clock(v);
	return ask_next(v, s, e);
}

static int stage_of(const struct asked *q)
{
	return q->percent >= 0 ? 2 : q->spoken;
}

/* Which answer of the round was taken back; -1 none. */
static int taken_back(const struct round *r, const int *before)
{
	for (int i = 0; i < r->n; i++)
		if (before[i] > stage_of(&r->asked[i]))
			return i;
	return -1;
}

bool check_reload(struct check_view *v, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	struct arena a = { 0 };
	int n = v->round.n, *before = arena_alloc(&a, (size_t)n + 1, sizeof *before);
	for (int i = 0; i < n; i++)
		before[i] = stage_of(&v->round.asked[i]);
	bool ok = load(v, s, v->round.id, &why);
	int back = ok ? taken_back(&v->round, before) : -1;
	arena_release(&a);
	if (!ok && why.kind == ERR_MISSING)
		return check_load_home(v, s, e);
	if (!ok)
		return err_set(e, why.kind, "%s", why.text);
	if (back >= 0) {
		set_clock(v);
		return show(v, s, back, e);
	}
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
	int64_t ms =
		v->round.kind == ROUND_MOCK ? v->round.asked[v->at].spent_ms : watch_ms(&v->watch);
	return ms < LONGEST_MS ? ms : LONGEST_MS;
}

bool check_score(struct check_view *v, struct study *s, int percent, struct err *e)
{
	return round_answer(s, &v->round, v->at, percent, took_ms(v), e) &&
	       load(v, s, v->round.id, e) && ask_next(v, s, e);
}

/* What was spent on the question of an interview since that was logged last. */
static bool spend(struct check_view *v, struct study *s, bool answered, struct err *e)
{
	struct asked *q = &v->round.asked[v->at];
	int64_t now = clock_ticks_ms(), took = now - v->from;
	if (!round_speak(s, &v->round, v->at, answered, took, e))
		return false;
	v->from = now;
	v->left_ms -= took;
	v->round.spent_ms += took;
	v->round.nspoken += answered && !q->spoken;
	q->spoken = q->spoken || answered;
	q->spent_ms += took;
	return true;
}

bool check_pause(struct check_view *v, struct study *s, struct err *e)
{
	return v->stage != CHECK_ASK || !check_is_blind(v) || spend(v, s, false, e);
}

bool check_later(struct check_view *v, struct study *s, struct err *e)
{
	if (!check_pause(v, s, e))
		return false;
	v->later[v->at] = true;
	return ask_next(v, s, e);
}

bool check_next(struct check_view *v, struct study *s, struct err *e)
{
	if (!spend(v, s, true, e))
		return false;
	v->judging = v->round.minutes && v->left_ms <= 0;
	return ask_next(v, s, e);
}

bool check_tick(struct check_view *v, struct study *s, struct err *e)
{
	bool over = check_left_ms(v) == 0;
	if (v->stage != CHECK_ASK || !check_is_blind(v) || v->round.minutes == 0)
		return true;
	if (!over && clock_ticks_ms() - v->from < LOGGED_MS)
		return true;
	if (!spend(v, s, false, e))
		return false;
	v->judging = over;
	return !over || ask_next(v, s, e);
}

void check_release_run(struct check_view *v)
{
	free(v->later);
	v->later = NULL;
}
