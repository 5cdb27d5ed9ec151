/* planner_time.c - the timer, and minutes by hand. */
#include "hone/planner.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "study_place.h"
#include "study_priv.h"

enum { MINUTE_MS = 60000, MOST_MINUTES = 100000 };

/* As stored in the setting "timer"; `ms`: up to the last pause. */
static bool timer_read(const struct study *s, struct planner_timer *t, struct err *e)
{
	struct arena a = { 0 };
	struct str text;
	if (!store_setting(s->store, "timer", (struct str){ 0 }, &text, &a, e))
		return false;
	struct planner_timer found = { 0 };
	int running = 0, capped = 0;
	int n = text.n ? sscanf(text.p, "%" SCNx64 " %" SCNd64 " %" SCNd64 " %d %d %d", &found.item,
				 &found.since_ms, &found.ms, &running, &capped, &found.day)
		       : 0;
	found.running = running != 0;
	found.capped = capped != 0;
	*t = n == 6 && found.ms >= 0 ? found : (struct planner_timer){ 0 };
	arena_release(&a);
	return true;
}

/* With what ran since. A clock that was set back counts nothing, never less. */
static struct planner_timer timer_now(const struct study *s, struct planner_timer t)
{
	int64_t ran = t.running ? s->now.ms - t.since_ms : 0;
	if (ran > TIMER_LONGEST_MS) {
		ran = TIMER_LONGEST_MS;
		t.capped = true;
	}
	t.ms += ran > 0 ? ran : 0;
	return t;
}

static bool timer_put(struct study *s, struct planner_timer t, struct err *e)
{
	char text[128] = "";
	if (t.item)
		snprintf(text, sizeof text, "%016" PRIx64 " %" PRId64 " %" PRId64 " %d %d %d",
			t.item, t.since_ms, t.ms, t.running, t.capped, t.day);
	return store_set(s->store, "timer", str_of(text), e);
}

/* Inside a transaction: what it counted is logged on the day it last ran. */
static bool timer_log(struct study *s, struct planner_timer t, struct err *e)
{
	struct event ev = {
		.kind = EVENT_TIME,
		.day = t.running ? s->today : t.day,
		.subject = (int64_t)t.item,
		.took_ms = t.ms,
	};
	return t.item == 0 || t.ms < TIMER_LEAST_MS ||
	       store_append(s->store, &s->settings.sm2, s->now.ms, &ev, e);
}

static bool known(const struct study *s, uint64_t id, struct err *e)
{
	return plan_find(&s->plan, id) || place_day(&s->plan, id) ||
	       err_set(e, ERR_MISSING, "this task is no longer in the plan");
}

bool planner_timer(const struct study *s, struct planner_timer *out, struct err *e)
{
	struct planner_timer t;
	if (!timer_read(s, &t, e))
		return false;
	*out = timer_now(s, t);
	return true;
}

/* A transaction with the timer as it is in it, which `change` makes another. */
static bool timer_change(struct study *s, bool log,
	bool (*change)(struct study *s, struct planner_timer *t, uint64_t item, struct err *e),
	uint64_t item, struct err *e)
{
	struct planner_timer t = { 0 };
	if (!study_writable(s, e) || !study_refresh(s, e) || !store_begin(s->store, e))
		return false;
	bool ok = planner_timer(s, &t, e);
	if (ok && !item && !t.item)
		ok = err_set(e, ERR_MISSING, "no timer is running");
	bool other = t.item && t.item != item;
	ok = ok && (!log || !other || timer_log(s, t, e)) && change(s, &t, item, e) &&
	     timer_put(s, t, e) && store_commit(s->store, e);
	if (!ok)
		store_rollback(s->store);
	return ok;
}

static bool start(struct study *s, struct planner_timer *t, uint64_t item, struct err *e)
{
	(void)e;
	if (t->item != item)
		*t = (struct planner_timer){ .item = item };
	t->running = true;
	t->since_ms = s->now.ms;
	t->day = s->today;
	return true;
}

bool planner_timer_start(struct study *s, uint64_t item, struct err *e)
{
	return known(s, item, e) && timer_change(s, true, start, item, e);
}

/* What ran up to now is in t->ms already. */
static bool pause_it(struct study *s, struct planner_timer *t, uint64_t item, struct err *e)
{
	(void)item, (void)e;
	if (t->running)
		t->day = s->today;
	t->running = false;
	return true;
}

static bool go_on(struct study *s, struct planner_timer *t, uint64_t item, struct err *e)
{
	(void)item;
	return start(s, t, t->item, e);
}

bool planner_timer_pause(struct study *s, bool paused, struct err *e)
{
	return timer_change(s, false, paused ? pause_it : go_on, 0, e);
}

static bool clear(struct study *s, struct planner_timer *t, uint64_t item, struct err *e)
{
	(void)s, (void)item, (void)e;
	*t = (struct planner_timer){ 0 };
	return true;
}

bool planner_timer_stop(struct study *s, struct err *e)
{
	return timer_change(s, true, clear, 0, e);
}

bool planner_timer_drop(struct study *s, struct err *e)
{
	return timer_change(s, false, clear, 0, e);
}

/* All that is logged of it. */
static bool time_of(const struct study *s, uint64_t item, int64_t *ms, struct err *e)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	if (!store_deeds(s->store, (int64_t)item, &ev, &n, &a, e))
		return false;
	*ms = 0;
	for (size_t i = 0; i < n; i++)
		*ms += ev[i].kind == EVENT_TIME ? ev[i].took_ms : 0;
	arena_release(&a);
	return true;
}

bool planner_add_minutes(struct study *s, uint64_t item, int minutes, struct err *e)
{
	int64_t logged, ms = (int64_t)minutes * MINUTE_MS;
	if (!study_writable(s, e) || !known(s, item, e) || !study_refresh(s, e) ||
		!time_of(s, item, &logged, e))
		return false;
	if (minutes == 0 || minutes < -MOST_MINUTES || minutes > MOST_MINUTES)
		return err_set(e, ERR_INVALID,
			"give minutes from 1 to %d, or -1 and less to take off", MOST_MINUTES);
	if (logged + ms <= -MINUTE_MS)
		return err_set(e, ERR_INVALID,
			"only %d min are logged of this task, so %d cannot be taken off",
			(int)(logged / MINUTE_MS), -minutes);
	/* Seconds below the last whole minute go with it. */
	struct event ev = { .kind = EVENT_TIME,
		.subject = (int64_t)item,
		.took_ms = logged + ms < 0 ? -logged : ms };
	return study_log(s, &ev, e);
}
