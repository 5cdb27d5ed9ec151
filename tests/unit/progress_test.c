/* progress_test.c - where a plan stands, reckoned by hand. */
#include "hone/progress.h"

#include "test.h"

#include <stdlib.h>

#include "study_help.h"

/* A study with one plan on a day of January 2030; the 7th is a Monday. */
struct desk {
	struct study *s;
	struct arena a;
	struct guide guide;
	struct progress p;
	const char *dir;
};

static struct desk desk_open(const char *plan, int day)
{
	struct desk d = { .dir = test_tmpdir() };
	help_day(day);
	help_put(d.dir, "plan.md", plan);
	d.s = help_open(d.dir);
	help_sync(d.s);
	return d;
}

static void desk_load(struct desk *d)
{
	struct err e = { 0 };
	if (!progress_load(d->s, &d->guide, &d->p, &d->a, &e))
		fail_msg("%s", e.text);
}

static void desk_close(struct desk *d)
{
	arena_release(&d->a);
	help_close(d->s);
}

static int january(int day)
{
	return day_of_civil(2030, 1, day);
}

/* Log work on a task as it would have been on that day. */
static void work(struct desk *d, const char *task, int day, int minutes)
{
	struct err e = { 0 };
	struct event ev = {
		.kind = EVENT_TIME,
		.day = day,
		.subject = (int64_t)help_item(d->s, task)->id,
		.took_ms = (int64_t)minutes * 60000,
	};
	if (!store_begin(d->s->store, &e) ||
		!store_append(d->s->store, &d->s->settings.sm2, (int64_t)day * 86400000, &ev, &e) ||
		!store_commit(d->s->store, &e))
		fail_msg("%s", e.text);
}

static void assert_sentence(const struct desk *d, const char *want)
{
	struct buf b = { 0 };
	progress_sentence(&d->p, d->s->today, &b);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

/* Each week is a case. */
static const char estimates[] = "# Estimates\n\n"
				"## Week 1: the day says\n\n"
				"**Day 1: A (1-2 hours)**\n"
				"- [x] a (30 min)\n"
				"- [ ] b (10 min)\n\n"
				"## Week 2: sessions say\n\n"
				"**Day 1: B**\n\n"
				"**Study** (1 hour):\n"
				"- [x] c\n"
				"- [ ] d\n\n"
				"**Practice** (20-40 min):\n"
				"- [ ] e\n\n"
				"## Week 3: tasks say\n\n"
				"**Day 1: C**\n"
				"- [x] f (20 min)\n"
				"- [ ] g\n"
				"  - [ ] h (10 min)\n"
				"- [ ] i\n\n"
				"## Week 4: done is done\n\n"
				"**Day 1: D (1 hour)** ✅ **COMPLETED**\n"
				"- [x] j\n"
				"- [ ] k\n\n"
				"## Week 5: nested\n\n"
				"**Day 1: E**\n"
				"- [ ] l (40 min)\n"
				"  - [x] m (30 min)\n"
				"  - [ ] n (30 min)\n\n"
				"## Week 6: a range and its days\n\n"
				"**Day 6-7: F (4 hours)**\n"
				"- [x] o\n\n"
				"**Day 6: G (1.5 hours)**\n"
				"- [ ] p\n\n"
				"**Day 7: H (2 hours)**\n"
				"- [x] q\n\n"
				"## Week 7: no days\n\n"
				"- [x] r (15 min)\n"
				"- [ ] s\n";

TEST(estimates_are_those_of_the_day_else_of_sessions_else_of_tasks)
{
	static const struct {
		int tasks, done, minutes, minutes_done;
	} want[] = {
		{ 2, 1, 90, 68 }, /* 30 of 40 minutes, of 90 */
		{ 3, 1, 90, 30 },
		{ 4, 1, 60, 20 }, /* 20, the 10 below g, 30 for i */
		{ 2, 1, 60, 60 },
		{ 3, 1, 40, 20 },
		{ 3, 2, 240, 150 }, /* the range leaves 30 */
		{ 2, 1, 45, 15 },
	};
	struct desk d = desk_open(estimates, 7);
	int minutes = 0, done = 0;
	desk_load(&d);
	assert_int_equal(d.p.nweek, LENGTH(want));
	for (size_t i = 0; i < LENGTH(want); i++) {
		const struct progress_part *w = &d.p.week[i];
		if (w->tasks != want[i].tasks || w->done != want[i].done ||
			w->minutes != want[i].minutes || w->minutes_done != want[i].minutes_done)
			fail_msg("week %zu: %d/%d tasks, %d/%d min", i + 1, w->done, w->tasks,
				w->minutes_done, w->minutes);
		minutes += want[i].minutes;
		done += want[i].minutes_done;
	}
	assert_int_equal(d.p.all.minutes, minutes);
	assert_int_equal(d.p.all.minutes_done, done);
	desk_close(&d);
}

/* Dates with gaps: planned for the 7th, 8th, 10th and 12th. */
static const char dated[] = "# Dated\n\n"
			    "## Phase 1: Only (Weeks 1-2)\n\n"
			    "### Week 1: First\n\n"
			    "**Day 1: A (1 hour)** (2030-01-07)\n"
			    "- [x] one\n\n"
			    "**Day 2: B (1 hour)** (2030-01-08)\n"
			    "- [ ] two\n\n"
			    "**Day 4: C (1 hour)** (2030-01-10)\n"
			    "- [ ] three\n\n"
			    "**Day 6: D (1 hour)** (2030-01-12)\n"
			    "- [ ] four\n\n"
			    "### Week 2: Second\n\n"
			    "- [ ] five (1 hour)\n";

TEST(progress_is_measured_against_the_time_that_passed)
{
	static const struct {
		int today, ticked; /* tasks ticked beside the first */
		int budget;
		int expected, behind, permille, finish;
		const char *sentence;
	} row[] = {
		/* Nothing is expected of today itself; 4 hours at an hour a day end on the 10th. */
		{ 7, 0, 420, 0, -60, -200, 10,
			"20 % ahead: 1 h; at 7 h a week you finish 10 Jan, 10 days early" },
		{ 8, 0, 420, 60, 0, 0, 11,
			"on schedule; at 7 h a week you finish 11 Jan, 9 days early" },
		{ 11, 0, 420, 180, 120, 400, 14,
			"40 % behind: 2 h; at 7 h a week you finish 14 Jan, 6 days early" },
		{ 11, 2, 210, 180, 0, 0, 14,
			"on schedule; at 3.5 h a week you finish 14 Jan, 6 days early" },
		/* Of the second week two of seven days have passed: 17 minutes. */
		{ 16, 3, 420, 257, 17, 56, 16,
			"6 % behind: 17 min; at 7 h a week you finish 16 Jan, 4 days early" },
		{ 31, 1, 105, 300, 180, 600, 31 + 11,
			"60 % behind: 3 h; at 1.8 h a week you finish 11 Feb, 22 days late" },
		{ 31, 1, 0, 300, 180, 600, 0,
			"60 % behind: 3 h; set the hours of your week to see when you finish" },
		/* Six of seven days. */
		{ 20, 4, 420, 291, -9, -30, 0, "all done" },
	};
	static const char *const task[] = { "two", "three", "four", "five" };
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct desk d = desk_open(dated, row[i].today);
		struct err e = { 0 };
		for (int k = 0; k < row[i].ticked; k++)
			assert_true(study_tick(d.s, help_item(d.s, task[k])->id, true, &e));
		d.guide.budget_from = d.guide.budget_to = row[i].budget;
		desk_load(&d);
		assert_int_equal(d.p.all.minutes, 300);
		assert_int_equal(d.p.all.expected, row[i].expected);
		assert_int_equal(d.p.behind_min, row[i].behind);
		assert_int_equal(d.p.behind_permille, row[i].permille);
		assert_int_equal(d.p.finish, row[i].finish ? january(row[i].finish) : DAY_NONE);
		assert_int_equal(d.p.planned_finish, january(20));
		assert_sentence(&d, row[i].sentence);
		desk_close(&d);
	}
}

TEST(phases_and_weeks_have_their_dates_and_their_share)
{
	struct desk d = desk_open(dated, 11);
	desk_load(&d);
	assert_int_equal(d.p.nweek, 2);
	assert_int_equal(d.p.week[0].from, january(7));
	assert_int_equal(d.p.week[0].to_date, january(13));
	assert_int_equal(d.p.week[0].expected, 180);
	assert_int_equal(d.p.week[1].from, january(14));
	assert_int_equal(d.p.week[1].to_date, january(20));
	assert_int_equal(d.p.week[1].expected, 0);
	assert_int_equal(d.p.nphase, 1);
	assert_int_equal(d.p.phase[0].minutes, 300);
	assert_int_equal(d.p.phase[0].minutes_done, 60);
	assert_int_equal(d.p.phase[0].tasks, 5);
	assert_int_equal(d.p.phase[0].from, january(7));
	assert_int_equal(d.p.phase[0].to_date, january(20));
	desk_close(&d);
}

TEST(the_pace_is_measured_where_enough_work_was)
{
	static const struct {
		int day[6], minutes[6]; /* of January; 0 ends */
		enum progress_pace pace;
		int pace_week, worked;
	} row[] = {
		{ { 0 }, { 0 }, PACE_BUDGET, 450, 0 },
		/* Of 15 days from the 17th to the 31st, 5 hours: 140 minutes a week. */
		{ { 17, 20, 25, 31 }, { 60, 60, 90, 90 }, PACE_MEASURED, 140, 300 },
		/* Begun 13 days ago. */
		{ { 19, 20, 25, 31 }, { 60, 60, 90, 90 }, PACE_BUDGET, 450, 300 },
		/* On three days only. */
		{ { 17, 20, 20, 31 }, { 60, 60, 90, 90 }, PACE_BUDGET, 450, 300 },
		/* What lies further back than 28 days counts as worked, not for the pace. */
		{ { 3, 4, 10, 17, 24, 31 }, { 600, 60, 60, 60, 60, 40 }, PACE_MEASURED, 70, 880 },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct desk d = desk_open(dated, 31);
		for (int k = 0; k < 6 && row[i].day[k]; k++)
			work(&d, k % 2 ? "two" : "five", january(row[i].day[k]), row[i].minutes[k]);
		d.guide.budget_from = 300;
		d.guide.budget_to = 600;
		desk_load(&d);
		assert_int_equal(d.p.pace, row[i].pace);
		assert_int_equal(d.p.pace_week, row[i].pace_week);
		assert_int_equal(d.p.all.minutes_worked, row[i].worked);
		desk_close(&d);
	}
}

TEST(hours_are_counted_by_calendar_week_beside_the_budget)
{
	static const int want[] = { 90, 0, 30, 0 };
	struct desk d = desk_open(dated, 31);
	work(&d, "one", january(7), 60);
	work(&d, "two", january(13), 30);
	work(&d, "five", january(21), 45);
	work(&d, "five", january(21), -15);
	d.guide.budget_from = 300;
	d.guide.budget_to = 600;
	desk_load(&d);
	assert_int_equal(d.p.nhours, LENGTH(want));
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_int_equal(d.p.hours[i].week_start, january(7 + 7 * (int)i));
		assert_int_equal(d.p.hours[i].ms, (int64_t)want[i] * 60000);
		assert_int_equal(d.p.hours[i].budget_from, 300);
		assert_int_equal(d.p.hours[i].budget_to, 600);
	}
	assert_int_equal(d.p.week[0].minutes_worked, 90);
	assert_int_equal(d.p.week[1].minutes_worked, 30);
	desk_close(&d);
}

TEST(of_the_weeks_after_the_plan_only_those_with_work_and_this_one_are_listed)
{
	static const int want[] = { 7, 14, 28, 35 + 49 };
	struct desk d = desk_open(dated, 35 + 52);
	work(&d, "five", january(30), 45);
	desk_load(&d);
	assert_int_equal(d.p.nhours, LENGTH(want));
	for (size_t i = 0; i < LENGTH(want); i++)
		assert_int_equal(d.p.hours[i].week_start, january(want[i]));
	assert_int_equal(d.p.hours[2].ms, 45 * 60000);
	desk_close(&d);
}

TEST(a_rhythm_of_the_user_comes_before_the_budget_and_knows_weekdays_and_days_off)
{
	struct desk d = desk_open(dated, 14);
	struct err e = { 0 };
	struct move rhythm = { .kind = MOVE_RHYTHM, .rhythm = { { 60, 0, 0, 0, 0, 120, 0 } } };
	struct move off = { .kind = MOVE_OFF, .date = january(19), .date_to = january(19) };
	d.guide.budget_from = d.guide.budget_to = 600;
	if (!planner_move(d.s, &rhythm, &e))
		fail_msg("%s", e.text);
	desk_load(&d);
	assert_int_equal(d.p.pace, PACE_RHYTHM);
	assert_int_equal(d.p.pace_week, 180);
	/* 4 hours are left: an hour on Monday 14, two on Saturday 19, one on Monday 21. */
	assert_int_equal(d.p.finish, january(21));
	assert_int_equal(d.p.hours[0].budget_from, 180);
	if (!planner_move(d.s, &off, &e))
		fail_msg("%s", e.text);
	desk_load(&d);
	assert_int_equal(d.p.finish, january(26));
	desk_close(&d);
}

TEST(a_plan_without_dates_is_neither_ahead_nor_behind)
{
	struct desk d = desk_open("# Plan\n\n## Week 1: A\n\n- [x] one\n- [ ] two (2 hours)\n", 10);
	d.guide.budget_from = d.guide.budget_to = 420;
	desk_load(&d);
	assert_int_equal(d.p.behind_min, 0);
	assert_int_equal(d.p.planned_finish, DAY_NONE);
	assert_sentence(&d, "2 h left; at 7 h a week you finish 11 Jan");
	desk_close(&d);
}

TEST(weeks_without_dates_follow_one_another)
{
	static const char plan[] = "# P\n\n## Phase 1: A\n\n### Week 1-2: x\n\n- [ ] a\n\n"
				   "## Phase 2: B\n\n### Week 1: y\n\n- [ ] b\n\n"
				   "### Week 3: z\n\n- [ ] c\n";
	static const int want[][2] = { { 7, 20 }, { 21, 27 }, { 31 + 4, 31 + 10 } };
	struct desk d = desk_open(plan, 7);
	struct err e = { 0 };
	struct move start = { .kind = MOVE_START, .date = january(7) };
	if (!planner_move(d.s, &start, &e))
		fail_msg("%s", e.text);
	desk_load(&d);
	assert_int_equal(d.p.nweek, LENGTH(want));
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_int_equal(d.p.week[i].from, january(want[i][0]));
		assert_int_equal(d.p.week[i].to_date, january(want[i][1]));
	}
	desk_close(&d);
}

TEST(alternatives_stand_on_the_same_dates)
{
	static const char plan[] =
		"# P\n\n## Week 1: A\n\n**Day 1: a (1 hour)** (2030-01-07)\n- [x] a\n\n"
		"**Day 3-7: Option A**\n- [ ] b\n\n**Day 3-7: Option B**\n- [ ] c\n\n"
		"## Week 2: B\n\n- [ ] d\n";
	struct desk d = desk_open(plan, 7);
	desk_load(&d);
	assert_int_equal(d.p.week[0].to_date, january(13));
	assert_int_equal(d.p.week[1].from, january(14));
	desk_close(&d);
}

TEST(tasks_outside_weeks_count_their_minutes_where_they_say_some)
{
	static const struct {
		const char *plan;
		int tasks, done, minutes, minutes_done;
	} row[] = {
		{ "# P\n\n## Week 1: A\n\n- [ ] one (1 hour)\n\n## Results\n\n- [x] won\n"
		  "- [x] told (15 min)\n",
			3, 2, 75, 15 },
		{ "", 0, 0, 0, 0 },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct desk d = desk_open(row[i].plan, 7);
		desk_load(&d);
		assert_int_equal(d.p.all.tasks, row[i].tasks);
		assert_int_equal(d.p.all.done, row[i].done);
		assert_int_equal(d.p.all.minutes, row[i].minutes);
		assert_int_equal(d.p.all.minutes_done, row[i].minutes_done);
		desk_close(&d);
	}
}

TEST(advice_fits_when_much_behind_or_ahead)
{
	static const struct guide_advice advice[] = {
		{ .when = GUIDE_EARLY_INTERVIEW },
		{ .when = GUIDE_FASTER },
		{ .when = GUIDE_SLOWER },
	};
	static const struct {
		int permille, want; /* index, -1 none */
	} row[] = { { 0, -1 }, { 100, -1 }, { 101, 2 }, { -100, -1 }, { -101, 1 }, { 900, 2 } };
	struct guide g = { .nadvice = LENGTH(advice) };
	g.advice = xcalloc(LENGTH(advice), sizeof *g.advice);
	for (size_t i = 0; i < LENGTH(advice); i++)
		g.advice[i] = advice[i];
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct progress p = { .behind_permille = row[i].permille };
		const struct guide_advice *got = progress_advice(&p, &g);
		assert_ptr_equal(got, row[i].want < 0 ? NULL : &g.advice[row[i].want]);
	}
	g.nadvice = 1;
	assert_null(progress_advice(&(struct progress){ .behind_permille = 500 }, &g));
	free(g.advice);
}

TEST(minutes_are_said_shortly)
{
	static const struct {
		int minutes;
		const char *want;
	} row[] = { { 0, "0 min" }, { 59, "59 min" }, { 60, "1 h" }, { 62, "1 h" }, { 63, "1.1 h" },
		{ 210, "3.5 h" }, { 450, "7.5 h" }, { 717, "12 h" }, { 6000, "100 h" } };
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct buf b = { 0 };
		progress_minutes(row[i].minutes, &b);
		assert_str(buf_str(&b), row[i].want);
		buf_release(&b);
	}
}
