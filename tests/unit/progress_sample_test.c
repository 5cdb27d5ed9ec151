/* progress_sample_test.c - the plan that hone is made for: what a reader would say of it, as numbers. */
#include "hone/progress.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "hone/files.h"
#include "study_help.h"

static struct study *sample(const char *now)
{
	static char dir[128];
	struct err e = { 0 };
	const char *from = test_shared("study/ml-study-plan");
	snprintf(dir, sizeof dir, "%s/study", test_tmpdir());
	assert_int_equal(setenv("HONE_NOW", now, 1), 0);
	if (!files_copy_tree(from, dir, &e))
		fail_msg("%s", e.text);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static int day(const char *iso)
{
	int d = DAY_NONE;
	assert_true(day_parse(str_of(iso), &d));
	return d;
}

TEST(the_sample_plan_stands_where_its_dates_say)
{
	static const struct {
		int number;
		const char *from, *to;
	} want[] = { { 1, "2025-10-28", "2025-11-03" }, { 2, "2025-11-04", "2025-11-10" },
		{ 5, "2025-11-26", "2025-12-02" }, { 10, "2025-12-31", "2026-01-06" },
		{ 11, "2026-01-07", "2026-01-20" } };
	struct study *s = sample("2025-11-12T09:00:00");
	struct arena a = { 0 };
	struct err e = { 0 };
	struct guide g = progress_guide(s, &a);
	struct progress p;
	assert_true(progress_load(s, &g, &p, &a, &e));
	assert_int_equal(p.nphase, 4);
	assert_int_equal(p.nweek, 11);
	for (size_t i = 0; i < LENGTH(want); i++)
		for (int k = 0; k < p.nweek; k++)
			if (p.week[k].number == want[i].number) {
				assert_int_equal(p.week[k].from, day(want[i].from));
				assert_int_equal(p.week[k].to_date, day(want[i].to));
			}
	/* The second week is done to its last box, in the first phase. */
	assert_int_equal(p.week[1].tasks, 50);
	assert_int_equal(p.week[1].done, 50);
	assert_int_equal(p.week[1].minutes_done, p.week[1].minutes);
	assert_int_equal(p.phase[1].minutes_done, 0);
	/* 60 to 120 hours in all, 5 to 10 a week, it says. */
	assert_in_range(p.all.minutes, 60 * 60, 120 * 60);
	assert_int_equal(p.pace, PACE_BUDGET);
	assert_int_equal(p.pace_week, 450);
	assert_int_equal(p.planned_finish, day("2026-01-20"));
	assert_int_equal(p.nhours, 3);
	assert_int_equal(p.hours[0].week_start, day("2025-10-27"));
	assert_in_range(p.behind_permille, 1, 100);
	assert_null(progress_advice(&p, &g));
	arena_release(&a);
	help_close(s);
}

TEST(the_sample_plan_left_alone_for_two_months_advises_the_slow)
{
	struct study *s = sample("2026-01-15T09:00:00");
	struct arena a = { 0 };
	struct err e = { 0 };
	struct guide g = progress_guide(s, &a);
	struct progress p;
	assert_true(progress_load(s, &g, &p, &a, &e));
	assert_in_range(p.behind_permille, 500, 1000);
	const struct guide_advice *advice = progress_advice(&p, &g);
	assert_non_null(advice);
	assert_int_equal(advice->when, GUIDE_SLOWER);
	assert_int_equal(advice->nline, 4);
	arena_release(&a);
	help_close(s);
}

/* The one that stands in a day and has two named options. */
static const struct progress_decision *checkpoint(const struct progress_decision *d, int n)
{
	for (int i = 0; i < n; i++)
		if (d[i].d->day >= 0 && d[i].d->noption == 2 && d[i].percent == 80)
			return &d[i];
	fail_msg("no decision at 80 %%");
	return d;
}

TEST(the_decision_of_week_four_is_measured)
{
	struct study *s = sample("2025-11-12T09:00:00");
	struct arena a = { 0 };
	struct err e = { 0 };
	struct guide g = progress_guide(s, &a);
	struct progress_decision *all;
	struct progress_branch *branch;
	int n, nbranch;
	assert_true(progress_decisions(s, &g, &all, &n, &a, &e));
	const struct progress_decision *d = checkpoint(all, n);
	assert_int_equal(s->plan.week[d->d->week].number, 4);
	assert_int_equal(d->option, 1);
	assert_true(str_ends(d->reason, STR(": below 80 %")));
	/* Of 15 areas with topics one is called good to know. */
	assert_int_equal(d->nmeasure, 14);
	assert_int_equal(d->measure[0].percent, 10); /* nothing in it but Dunno */
	assert_true(d->measure[d->nmeasure - 1].percent >= 80);
	assert_int_equal(d->due, day("2025-11-20"));
	assert_true(progress_branches(s, &g, &branch, &nbranch, &a, &e));
	assert_int_equal(nbranch, 2);
	assert_false(branch[0].out);
	assert_true(branch[1].out);
	assert_true(planner_decide(s, d->d->id, 1, d->reason, &e));
	assert_true(progress_branches(s, &g, &branch, &nbranch, &a, &e));
	assert_true(branch[0].out);
	assert_false(branch[1].out);
	arena_release(&a);
	help_close(s);
}

TEST(the_sample_plan_counts_applications_and_knows_what_was_done_in_a_quarter_of_the_time)
{
	struct study *s = sample("2025-11-12T09:00:00");
	struct arena a = { 0 };
	struct err e = { 0 };
	struct guide g = progress_guide(s, &a);
	struct progress_counter *c;
	struct progress_timed *t;
	struct progress_milestone *m;
	int nc, nt, nm, twenty = 0, fast = 0, due = 0;
	assert_true(progress_counters(s, &g, &c, &nc, &a, &e));
	assert_true(progress_timed(s, &t, &nt, &a, &e));
	assert_true(progress_milestones(s, &g, &m, &nm, &a, &e));
	for (int i = 0; i < nc; i++)
		twenty += c[i].c->low == 20 && !c[i].reached;
	for (int i = 0; i < nt; i++)
		fast += t[i].n == 2 && t[i].minutes[0] == 60 && t[i].best == 15 &&
			t[i].target_from == 30 && t[i].day[1] == day("2025-10-29");
	for (int i = 0; i < nm; i++)
		due += m[i].m->week == 6 && m[i].due == day("2025-12-09") && !m[i].over;
	assert_int_equal(twenty, 1);
	assert_int_equal(fast, 1);
	assert_true(due >= 3);
	arena_release(&a);
	help_close(s);
}
