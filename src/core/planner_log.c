/* planner_log.c - counters and decisions of a plan, and what the log says of its tasks. */
#include <stdlib.h>

#include "hone/guide.h"
#include "hone/planner.h"
#include "study_priv.h"

/* ---- counters */

bool planner_counted(
	const struct study *s, uint64_t counter, int day, int *all, int *week, struct err *e)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	int64_t sum = 0, sum_week = 0;
	int monday = day - day_weekday(day);
	bool ok = store_deeds(s->store, (int64_t)counter, &ev, &n, &a, e);
	for (size_t i = 0; ok && i < n; i++) {
		if (ev[i].kind != EVENT_COUNT)
			continue;
		sum += ev[i].value;
		if (ev[i].day >= monday && ev[i].day < monday + 7)
			sum_week += ev[i].value;
	}
	arena_release(&a);
	if (!ok)
		return false;
	*all = sum < 0 ? 0 : sum > INT_MAX ? INT_MAX : (int)sum;
	*week = sum_week < INT_MIN ? INT_MIN : sum_week > INT_MAX ? INT_MAX : (int)sum_week;
	return true;
}

/* As the plan has it; empty when it has no such counter any more. */
static bool counter_name(
	const struct study *s, uint64_t counter, struct str *name, struct arena *a, struct err *e)
{
	struct decoded text;
	*name = STR("");
	if (!s->plan_path.n)
		return true;
	if (!study_text(s, s->plan_path, &text, a, e))
		return false;
	struct guide g = guide_parse(text.text, s->plan_path, &s->plan, a);
	for (int i = 0; i < g.ncounter; i++)
		if (g.counter[i].id == counter)
			*name = g.counter[i].name;
	return true;
}

bool planner_count(struct study *s, uint64_t counter, int by, struct err *e)
{
	enum { MOST = 1000000 };
	int all, week;
	if (!study_writable(s, e) || !study_refresh(s, e) ||
		!planner_counted(s, counter, s->today, &all, &week, e))
		return false;
	if (by == 0)
		return err_set(e, ERR_INVALID, "count at least one, or take one off with -1");
	if (by > MOST || by < -MOST)
		return err_set(e, ERR_INVALID, "%d is too many to count at once", by);
	if (all + by < 0)
		return err_set(
			e, ERR_INVALID, "only %d counted so far: no more can be taken off", all);
	struct arena a = { 0 };
	struct event ev = { .kind = EVENT_COUNT, .subject = (int64_t)counter, .value = by };
	bool ok = counter_name(s, counter, &ev.text, &a, e) && study_log(s, &ev, e);
	arena_release(&a);
	return ok;
}

/* ---- decisions */

static bool has_alternative(const struct plan *p, int day)
{
	for (int i = 0; i < p->nday; i++)
		if (calendar_alternatives(p, i, day))
			return true;
	return false;
}

/* Logs that the days of the option are chosen of their alternatives, as part of the deed `lead`. */
static bool choose_days(
	struct study *s, const struct guide_option *o, struct event_id lead, struct err *e)
{
	const struct plan *p = &s->plan;
	bool ok = true;
	for (int i = 0; i < p->nday && o->day >= 0 && ok; i++) {
		bool named = o->name.n && str_casefind(p->day[i].title, o->name, 0) >= 0;
		if (p->day[i].week != p->day[o->day].week || !(i == o->day || named) ||
			!has_alternative(p, i))
			continue;
		struct move m = { .kind = MOVE_CHOOSE, .day = p->day[i].id, .fixed = true };
		struct buf text = { 0 };
		move_format(&m, &text);
		struct event ev = { .kind = EVENT_MOVE,
			.subject = SUBJECT_CALENDAR,
			.ref = lead,
			.text = buf_str(&text) };
		ok = study_append(s, &ev, e);
		buf_release(&text);
	}
	return ok;
}

/* What the plan says of the option, in the arena; *o has no day where it says nothing. */
static bool find_option(const struct study *s, uint64_t decision, int option,
	struct guide_option *o, struct arena *a, struct err *e)
{
	struct decoded text;
	*o = (struct guide_option){ .day = -1 };
	if (!s->plan_path.n)
		return true;
	if (!study_text(s, s->plan_path, &text, a, e))
		return false;
	struct guide g = guide_parse(text.text, s->plan_path, &s->plan, a);
	for (int i = 0; i < g.ndecision; i++)
		if (g.decision[i].id == decision && option < g.decision[i].noption)
			*o = g.decision[i].option[option];
	return true;
}

bool planner_decide(
	struct study *s, uint64_t decision, int option, struct str reason, struct err *e)
{
	struct arena a = { 0 };
	struct guide_option o;
	if (option < 0)
		return err_set(e, ERR_INVALID, "choose one of the options");
	if (!study_writable(s, e) || !study_refresh(s, e))
		return false;
	struct event ev = {
		.kind = EVENT_DECIDE,
		.subject = (int64_t)decision,
		.value = option,
		.text = reason,
	};
	bool begun = find_option(s, decision, option, &o, &a, e) && store_begin(s->store, e);
	bool ok = begun && study_append(s, &ev, e) && choose_days(s, &o, ev.id, e) &&
		  store_commit(s->store, e);
	if (begun && !ok)
		store_rollback(s->store);
	arena_release(&a);
	return ok;
}

bool planner_decided(const struct study *s, uint64_t decision, int *option, int *day,
	struct str *reason, struct arena *a, struct err *e)
{
	struct event *ev;
	size_t n;
	if (!store_deeds(s->store, (int64_t)decision, &ev, &n, a, e))
		return false;
	*option = -1;
	*day = DAY_NONE;
	*reason = STR("");
	for (size_t i = 0; i < n; i++) {
		if (ev[i].kind != EVENT_DECIDE || ev[i].value < 0 || ev[i].value > INT_MAX)
			continue;
		*option = (int)ev[i].value;
		*day = ev[i].day;
		*reason = ev[i].text;
	}
	return true;
}

/* ---- what was worked */

/* A note or a stretch of work, with the id that says when it was logged. */
struct entry {
	struct event_id id;
	struct planner_run run;
	struct str note;
};

struct gather {
	struct arena *arena;
	struct entry *work, *note;
	size_t nwork, nnote, work_cap, note_cap;
	int *day; /* of work, as they come */
	size_t nday, day_cap;
};

static void add_day(struct gather *g, int day)
{
	g->day = arena_room(g->arena, g->day, g->nday, &g->day_cap, sizeof *g->day);
	g->day[g->nday++] = day;
}

/* What is taken off is taken off the newest stretches of the same task, which begin at `first`. */
static void add_time(struct gather *g, size_t first, const struct event *ev)
{
	int64_t ms = ev->took_ms;
	if (ms > 0) {
		g->work = arena_room(g->arena, g->work, g->nwork, &g->work_cap, sizeof *g->work);
		g->work[g->nwork++] = (struct entry){ .id = ev->id, .run = { ev->day, ms } };
	}
	while (ms < 0 && g->nwork > first) {
		struct planner_run *last = &g->work[g->nwork - 1].run;
		int64_t off = last->ms < -ms ? last->ms : -ms;
		last->ms -= off;
		ms += off;
		g->nwork -= last->ms == 0;
	}
}

static bool add_subject(struct gather *g, const struct study *s, uint64_t id, struct err *e)
{
	struct event *ev;
	size_t n, first = g->nwork;
	if (!store_deeds(s->store, (int64_t)id, &ev, &n, g->arena, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (ev[i].kind == EVENT_TIME)
			add_time(g, first, &ev[i]);
		if (ev[i].kind == EVENT_TICK && ev[i].value)
			add_day(g, ev[i].day);
		if (ev[i].kind != EVENT_NOTE || ev[i].value != NOTE_TEXT)
			continue;
		g->note = arena_room(g->arena, g->note, g->nnote, &g->note_cap, sizeof *g->note);
		g->note[g->nnote++] = (struct entry){ .id = ev[i].id, .note = ev[i].text };
	}
	return true;
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = (x->run.day > y->run.day) - (x->run.day < y->run.day);
	return order ? order : event_id_cmp(x->id, y->id);
}

static int compare_days(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y) - (x < y);
}

static void settle_days(struct gather *g, struct planner_deeds *d)
{
	d->first = d->last = DAY_NONE;
	if (g->nday == 0)
		return;
	qsort(g->day, g->nday, sizeof *g->day, compare_days);
	d->first = g->day[0];
	d->last = g->day[g->nday - 1];
	for (size_t i = 0; i < g->nday; i++)
		d->days += i == 0 || g->day[i] != g->day[i - 1];
}

static struct planner_deeds settle(struct gather *g)
{
	struct planner_deeds d = { .nrun = (int)g->nwork, .nnote = (int)g->nnote };
	d.run = arena_alloc(g->arena, g->nwork + 1, sizeof *d.run);
	d.note = arena_alloc(g->arena, g->nnote + 1, sizeof *d.note);
	if (g->nwork)
		qsort(g->work, g->nwork, sizeof *g->work, compare_entries);
	if (g->nnote)
		qsort(g->note, g->nnote, sizeof *g->note, compare_entries);
	for (size_t i = 0; i < g->nwork; i++) {
		d.run[i] = g->work[i].run;
		d.ms += d.run[i].ms;
		add_day(g, d.run[i].day);
	}
	for (size_t i = 0; i < g->nnote; i++)
		d.note[i] = g->note[i].note;
	settle_days(g, &d);
	return d;
}

bool planner_deeds(const struct study *s, uint64_t item, struct planner_deeds *out, struct arena *a,
	struct err *e)
{
	struct gather g = { .arena = a };
	if (!add_subject(&g, s, item, e))
		return false;
	*out = settle(&g);
	return true;
}

bool planner_day_deeds(const struct study *s, int plan_day, struct planner_deeds *out,
	struct arena *a, struct err *e)
{
	struct gather g = { .arena = a };
	const struct plan_day *d = &s->plan.day[plan_day];
	if (!add_subject(&g, s, d->id, e))
		return false;
	for (int i = d->first; i < d->first + d->nitem; i++)
		if (!add_subject(&g, s, s->plan.item[i].id, e))
			return false;
	*out = settle(&g);
	return true;
}

bool planner_worked(const struct study *s, int from, int to, int64_t *out, struct err *e)
{
	if (!store_worked(s->store, from, to, out, e))
		return false;
	for (int i = 0; i <= to - from; i++)
		if (out[i] < 0)
			out[i] = 0;
	return true;
}
