/* planner_moves.c - the calendar of a study: what the user moved in it, and moving more. */
#include <string.h>

#include "hone/planner.h"
#include "study_priv.h"

/* When the days were worked on that are done and have no date. */
static bool done_days(
	const struct study *s, struct calendar_choice *out, struct arena *a, struct err *e)
{
	struct calendar_done *done = NULL;
	size_t cap = 0;
	for (int i = 0; i < s->plan.nday; i++) {
		struct planner_deeds deeds;
		const struct plan_day *d = &s->plan.day[i];
		if (d->date != DAY_NONE || calendar_progress(d) != CALENDAR_DONE)
			continue;
		if (!planner_day_deeds(s, i, &deeds, a, e))
			return false;
		if (deeds.last == DAY_NONE)
			continue;
		done = arena_room(a, done, (size_t)out->ndone, &cap, sizeof *done);
		done[out->ndone++] = (struct calendar_done){ i, deeds.first, deeds.last };
	}
	out->done = done;
	return true;
}

bool planner_choice(
	const struct study *s, struct calendar_choice *out, struct arena *a, struct err *e)
{
	struct event *ev;
	size_t n;
	if (!store_deeds(s->store, SUBJECT_CALENDAR, &ev, &n, a, e))
		return false;
	struct move *move = n ? arena_alloc(a, n, sizeof *move) : NULL;
	int nmove = 0;
	for (size_t i = 0; i < n; i++)
		if (ev[i].kind == EVENT_MOVE && move_parse(ev[i].text, &move[nmove]))
			nmove++;
	*out = (struct calendar_choice){ .move = move, .nmove = nmove };
	return done_days(s, out, a, e);
}

bool planner_calendar(const struct study *s, struct calendar *out, struct arena *a, struct err *e)
{
	struct calendar_choice c;
	if (!planner_choice(s, &c, a, e))
		return false;
	*out = calendar_make(&s->plan, &c, s->today, a);
	return true;
}

/* -1: no open day stands from today on. */
static int next_placed(const struct study *s, const struct calendar *cal)
{
	int next = -1;
	for (int i = 0; i < cal->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		if (d->n == 0 || d->to < s->today ||
			calendar_progress(&s->plan.day[i]) == CALENDAR_DONE)
			continue;
		if (next < 0 || d->from < cal->day[next].from)
			next = i;
	}
	return next;
}

int planner_today(const struct study *s, const struct calendar *cal)
{
	int next = next_placed(s, cal), planned = plan_today(&s->plan, s->today);
	if (next < 0)
		return planned;
	bool gone = planned < 0 || cal->day[planned].n == 0;
	return gone || cal->day[next].from <= s->today ? next : planned;
}

bool planner_find_today(const struct study *s, int *day, struct err *e)
{
	struct arena a = { 0 };
	struct calendar cal;
	bool ok = planner_calendar(s, &cal, &a, e);
	*day = ok ? planner_today(s, &cal) : -1;
	arena_release(&a);
	return ok;
}

/* No day but those that are deferred or passed over may lose its place. */
static bool all_placed(const struct study *s, const struct move *m, const struct calendar *before,
	const struct calendar *after, struct err *e)
{
	for (int i = 0; i < before->nday; i++) {
		const struct plan_day *d = &s->plan.day[i];
		if (before->day[i].n == 0 || after->day[i].n || d->id == m->day ||
			after->day[i].deferred)
			continue;
		return err_set(e, ERR_INVALID,
			"Week %d Day %d would find no study day within ten years: every date is "
			"off",
			s->plan.week[d->week].number, d->from);
	}
	return true;
}

static bool preview(
	const struct study *s, struct move *m, struct calendar *out, struct arena *a, struct err *e)
{
	struct calendar_choice c;
	if (!planner_choice(s, &c, a, e))
		return false;
	struct calendar before = calendar_make(&s->plan, &c, s->today, a);
	struct move *all = arena_alloc(a, (size_t)c.nmove + 1, sizeof *all);
	if (!move_fix(m, &s->plan, &before, s->today, e))
		return false;
	if (c.nmove)
		memcpy(all, c.move, (size_t)c.nmove * sizeof *all);
	all[c.nmove] = *m;
	c.move = all;
	c.nmove++;
	struct calendar after = calendar_make(&s->plan, &c, s->today, a);
	if (!all_placed(s, m, &before, &after, e))
		return false;
	*out = after;
	return true;
}

bool planner_preview(const struct study *s, const struct move *m, struct calendar *out,
	struct arena *a, struct err *e)
{
	struct move fixed = *m;
	return preview(s, &fixed, out, a, e);
}

bool planner_move(struct study *s, const struct move *m, struct err *e)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct calendar after;
	struct move fixed = *m;
	bool ok = study_writable(s, e) && study_refresh(s, e) && preview(s, &fixed, &after, &a, e);
	if (ok) {
		move_format(&fixed, &text);
		struct event ev = {
			.kind = EVENT_MOVE,
			.subject = SUBJECT_CALENDAR,
			.text = buf_str(&text),
		};
		ok = study_log(s, &ev, e);
	}
	buf_release(&text);
	arena_release(&a);
	return ok;
}

void planner_words(const struct study *s, const struct move *m, struct buf *out)
{
	move_words(m, &s->plan, out);
}
