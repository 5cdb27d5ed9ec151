/* app_facts.c - what the head and the foot of the desk say of the study. */
#include "tui/app_priv.h"

#include "hone/md.h"
#include "hone/planner.h"
#include "hone/queue.h"

enum { MOST_DUE = 1000, DATE_LENGTH = 3 };

/* "Week 3", "Weeks 11-12", "Day 5" */
static void add_range(struct buf *b, const char *what, int from, int to)
{
	if (from == to)
		buf_addf(b, "%s %d", what, from);
	else
		buf_addf(b, "%ss %d-%d", what, from, to);
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

int app_plan_day(const struct study *s, const struct calendar *cal)
{
	int next = next_placed(s, cal), planned = plan_today(&s->plan, s->today);
	if (next < 0)
		return planned;
	bool gone = planned < 0 || cal->day[planned].n == 0;
	return gone || cal->day[next].from <= s->today ? next : planned;
}

/* As the user moved it; without moves the plan alone tells, and no calendar is made. */
static bool find_day(const struct study *s, int *day, struct err *e)
{
	struct arena a = { 0 };
	struct calendar_choice c;
	bool ok = planner_choice(s, &c, &a, e);
	*day = plan_today(&s->plan, s->today);
	if (ok && c.nmove) {
		struct calendar cal = calendar_make(&s->plan, &c, s->today, &a);
		*day = app_plan_day(s, &cal);
	}
	arena_release(&a);
	return ok;
}

static bool say_place(struct facts *f, const struct study *s, struct err *e)
{
	int i;
	if (f->placed)
		return true;
	f->placed = true;
	buf_clear(&f->place);
	if (!find_day(s, &i, e))
		return false;
	if (i < 0)
		return true;
	const struct plan_day *day = &s->plan.day[i];
	const struct plan_week *week = &s->plan.week[day->week];
	struct arena a = { 0 };
	if (week->number) {
		add_range(&f->place, "Week", week->number, week->to);
		buf_add(&f->place, STR(" › "));
	}
	add_range(&f->place, "Day", day->from, day->to);
	buf_addc(&f->place, ' ');
	buf_add(&f->place, md_shown(day->title, &a));
	arena_release(&a);
	return true;
}

static void say_date(struct facts *f, const struct study *s)
{
	struct civil c = day_civil(s->today);
	buf_clear(&f->date);
	buf_addf(&f->date, "%s %d %.*s", day_weekday_name(day_weekday(s->today)), c.day,
		DATE_LENGTH, day_month_name(c.month));
}

static bool say_counts(struct facts *f, const struct study *s, struct err *e)
{
	struct queue_counts n;
	buf_clear(&f->counts);
	if (!queue_count(s, MOST_DUE, &n, e))
		return false;
	buf_addf(&f->counts, "%d%s due · %d new", n.due, n.capped ? "+" : "", n.fresh);
	if (n.drill > 0)
		buf_addf(&f->counts, " · %d again", n.drill);
	return true;
}

void facts_update(struct app *app)
{
	struct facts *f = &app->facts;
	struct err e = { 0 };
	if (f->known)
		return;
	f->known = true;
	if (!say_place(f, app->study, &e))
		app_error(app, &e);
	say_date(f, app->study);
	buf_clear(&f->undo);
	if (!say_counts(f, app->study, &e) || !study_undo_hint(app->study, &f->undo, &e))
		app_error(app, &e);
}

void facts_release(struct facts *f)
{
	buf_release(&f->place);
	buf_release(&f->date);
	buf_release(&f->counts);
	buf_release(&f->undo);
	f->known = f->placed = false;
}
