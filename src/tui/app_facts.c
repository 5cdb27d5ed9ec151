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

static bool say_place(struct facts *f, const struct study *s, struct err *e)
{
	int i;
	if (f->placed)
		return true;
	f->placed = true;
	buf_clear(&f->place);
	if (!planner_find_today(s, &i, e))
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
