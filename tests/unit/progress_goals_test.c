/* progress_goals_test.c - counters, milestones, timed tasks and decisions of a plan. */
#include "hone/progress.h"

#include "test.h"

#include <stdio.h>

#include "study_help.h"

static int january(int day)
{
	return day_of_civil(2030, 1, day);
}

static struct study *open_with(const char *plan, const char *topics, int day)
{
	const char *dir = test_tmpdir();
	help_day(day);
	help_put(dir, "plan.md", plan);
	if (topics)
		help_put(dir, "inventory.md", topics);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static int index_of(const struct study *s, const struct plan_item *t)
{
	return (int)(t - s->plan.item);
}

static const char goals[] = "# Goals\n\n"
			    "## Week 1: A\n\n"
			    "**Day 1: Begin (1 hour)** (2030-01-07)\n"
			    "- [x] begin\n\n"
			    "## Week 2: B\n\n"
			    "- [ ] go on\n\n"
			    "## Tracking\n\n"
			    "- [x] Resume updated\n"
			    "- [ ] Profile updated\n"
			    "- [x] 5+ stories told\n"
			    "- [ ] 20+ letters sent\n";

TEST(counters_are_reached_by_counting_or_by_their_task)
{
	static const struct {
		int low, high;
		bool per_week;
		const char *item;
		int all, week;
		bool reached;
	} row[] = {
		{ 3, 3, false, NULL, 3, 3, true },
		{ 4, 8, false, NULL, 3, 3, false },
		{ 20, 20, false, "letters", 3, 3, false },
		{ 5, 5, false, "stories", 3, 3, true },
		{ 3, 5, true, NULL, 3, 3, true },
	};
	struct study *s = open_with(goals, NULL, 16);
	struct guide_counter c[LENGTH(row)];
	struct guide g = { .counter = c, .ncounter = LENGTH(row) };
	struct progress_counter *got;
	struct arena a = { 0 };
	struct err e = { 0 };
	int n;
	for (size_t i = 0; i < LENGTH(row); i++) {
		c[i] = (struct guide_counter){
			.id = i + 1, .low = row[i].low, .high = row[i].high
		};
		c[i].per_week = row[i].per_week;
		c[i].item = row[i].item ? index_of(s, help_item(s, row[i].item)) : -1;
		assert_true(planner_count(s, c[i].id, 5, &e));
		assert_true(planner_count(s, c[i].id, -2, &e));
	}
	assert_true(progress_counters(s, &g, &got, &n, &a, &e));
	assert_int_equal(n, LENGTH(row));
	for (size_t i = 0; i < LENGTH(row); i++) {
		assert_ptr_equal(got[i].c, &c[i]);
		assert_int_equal(got[i].all, row[i].all);
		assert_int_equal(got[i].week, row[i].week);
		assert_int_equal(got[i].reached, row[i].reached);
	}
	/* A week later the weekly one begins anew. */
	char dir[512];
	assert_true(snprintf(dir, sizeof dir, "%s", s->dir) < (int)sizeof dir);
	help_close(s);
	help_day(22);
	s = help_open(dir);
	assert_true(progress_counters(s, &g, &got, &n, &a, &e));
	assert_int_equal(got[4].all, 3);
	assert_int_equal(got[4].week, 0);
	assert_false(got[4].reached);
	help_close(s);
	arena_release(&a);
}

TEST(milestones_have_a_date_and_are_done_by_what_the_plan_holds)
{
	static const struct {
		const char *title;
		int week, day;
		bool marked;
		const char *item;
		int due; /* of January, 0 none */
		bool over, done;
	} row[] = {
		{ "Anything at all", 1, 0, false, NULL, 13, true, false },
		{ "Anything at all", 1, 0, true, NULL, 13, true, true },
		{ "Anything at all", 2, 0, true, NULL, 20, false, false }, /* its day is to come */
		{ "Anything at all", 4, 0, false, NULL, 34, false, false },
		{ "Anything at all", 0, 9, false, NULL, 15, true, false },
		{ "Anything at all", 0, 10, false, NULL, 16, false, false },
		{ "Anything at all", 0, 0, false, NULL, 0, false, false },
		{ "Resume updated", 2, 0, false, NULL, 20, false, true },
		{ "Resume and **profile** updated", 2, 0, false, NULL, 20, false, false },
		{ "Resume", 2, 0, false, NULL, 20, false, false }, /* more than that is asked */
		{ "Completed: resume updated", 2, 0, false, NULL, 20, false, true },
		{ "Resume printed", 2, 0, false, NULL, 20, false, false },
		{ "Any title", 2, 0, false, "stories", 20, false, true },
		{ "letters sent", 2, 0, false, NULL, 20, false, true }, /* its counter is reached */
	};
	struct study *s = open_with(goals, NULL, 16);
	struct guide_milestone m[LENGTH(row)];
	struct guide_counter c = { .id = 7, .name = STR("letters sent"), .low = 2, .item = -1 };
	struct guide g = {
		.milestone = m, .nmilestone = LENGTH(row), .counter = &c, .ncounter = 1
	};
	struct progress_milestone *got;
	struct arena a = { 0 };
	struct err e = { 0 };
	int n;
	for (size_t i = 0; i < LENGTH(row); i++) {
		m[i] = (struct guide_milestone){ .title = str_of(row[i].title), .line = 100 };
		m[i].week = row[i].week;
		m[i].day = row[i].day;
		m[i].marked = row[i].marked;
		m[i].item = row[i].item ? index_of(s, help_item(s, row[i].item)) : -1;
	}
	assert_true(planner_count(s, 7, 2, &e));
	assert_true(progress_milestones(s, &g, &got, &n, &a, &e));
	assert_int_equal(n, LENGTH(row));
	for (size_t i = 0; i < LENGTH(row); i++)
		if (got[i].due != (row[i].due ? january(row[i].due) : DAY_NONE) ||
			got[i].over != row[i].over || got[i].done != row[i].done)
			fail_msg("%zu: due %d over %d done %d", i, got[i].due - january(0),
				got[i].over, got[i].done);
	arena_release(&a);
	help_close(s);
}

#define HEAD "| Topic | Know | Unsure | Dunno | Notes |\n|---|---|---|---|---|\n"

/* Knots (90 + 90 + 50 + 0) / 4, Sails 90, Engines unknown, Songs (10 + 50) / 2; all 560 / 10. */
static const char topics[] =
	"# Week 2: Boat Handling - Topic Check\n\n"
	"## Area 1: Knots\n\n" HEAD "| a | [x] | [ ] | [ ] | |\n| b | [x] | [ ] | [ ] | |\n"
	"| c | [ ] | [x] | [ ] | |\n| d | [ ] | [ ] | [ ] | |\n\n"
	"## Area 2: Trimming Sails\n\n" HEAD
	"| e | [x] | [ ] | [ ] | |\n| f | [x] | [ ] | [ ] | |\n"
	"| g | [x] | [ ] | [ ] | |\n\n"
	"## Area 3: Engines\n\n" HEAD "| h | [ ] | [ ] | [ ] | |\n\n"
	"## Area 4: Songs (good to know)\n\n" HEAD "| i | [ ] | [ ] | [x] | |\n"
	"| j | [ ] | [x] | [ ] | |\n";

struct option_row {
	enum guide_test test;
	int percent;
	const char *condition;
};

static const struct decision_row {
	struct option_row option[2];
	int holds;
	int nmeasure;
	const char *reason;
} decision_rows[] = {
	{ { { GUIDE_ALL_AT_LEAST, 80, "80%+ across all areas" }, { GUIDE_ANY_BELOW, 80, "gaps" } },
		1, 3, "Songs (good to know) 30 %, Knots 58 %: below 80 %" },
	{ { { GUIDE_ALL_AT_LEAST, 80, "80%+" }, { GUIDE_ANY_BELOW, 80, "any critical area" } }, 1,
		2, "Knots 58 %: below 80 %" },
	{ { { GUIDE_ALL_AT_LEAST, 58, "58% in critical areas" }, { GUIDE_ELSE, -1, "otherwise" } },
		0, 2, "all 2 areas are at 58 % or more" },
	{ { { GUIDE_ALL_AT_LEAST, 59, "59% in critical areas" }, { GUIDE_ELSE, -1, "otherwise" } },
		1, 2, "Knots 58 %: below 59 %" },
	{ { { GUIDE_ALL_AT_LEAST, 101, "critical" }, { GUIDE_UNKNOWN, -1, "you like" } }, -1, 2,
		"Knots 58 %, Trimming Sails 90 %: below 101 %" },
	{ { { GUIDE_ALL_AT_LEAST, 101, "critical" }, { GUIDE_ELSE, -1, "else" } }, 1, 2,
		"Knots 58 %, Trimming Sails 90 %: below 101 %" },
	/* An area by all words of its name. */
	{ { { GUIDE_ALL_AT_LEAST, 80, "if you trim sails (80%+)" }, { GUIDE_ELSE, -1, "" } }, 1, 3,
		"Songs (good to know) 30 %, Knots 58 %: below 80 %" },
	{ { { GUIDE_ALL_AT_LEAST, 80, "if trimming sails is at 80%" }, { GUIDE_ELSE, -1, "" } }, 0,
		1, "Trimming Sails is at 90 %, at least 80 %" },
	/* The inventory by its title. */
	{ { { GUIDE_ALL_AT_LEAST, 80, "boat skills at 80%" }, { GUIDE_ELSE, -1, "" } }, 1, 3,
		"Songs (good to know) 30 %, Knots 58 %: below 80 %" },
	{ { { GUIDE_OVERALL_AT_LEAST, 56, "56% ready" }, { GUIDE_OVERALL_BELOW, 56, "" } }, 0, 3,
		"56 % overall: at least 56 %" },
	{ { { GUIDE_OVERALL_AT_LEAST, 57, "57% ready" }, { GUIDE_OVERALL_BELOW, 57, "" } }, 1, 3,
		"56 % overall: below 57 %" },
	{ { { GUIDE_UNKNOWN, -1, "it rains" }, { GUIDE_ELSE, -1, "else" } }, -1, 3,
		"the plan names no percentage to measure against" },
};

static struct guide_decision decision_of(
	const struct decision_row *row, struct guide_option *option, uint64_t id)
{
	for (int i = 0; i < 2; i++)
		option[i] = (struct guide_option){
			.test = row->option[i].test,
			.percent = row->option[i].percent,
			.condition = str_of(row->option[i].condition),
			.day = -1,
		};
	return (struct guide_decision){
		.id = id,
		.week = 1,
		.day = -1,
		.phase = -1,
		.option = option,
		.noption = 2,
	};
}

TEST(decisions_are_measured_area_by_area)
{
	enum { N = LENGTH(decision_rows) };
	struct study *s = open_with(goals, topics, 16);
	struct guide_option option[N][2];
	struct guide_decision d[N];
	struct guide g = { .decision = d, .ndecision = N };
	struct progress_decision *got;
	struct arena a = { 0 };
	struct err e = { 0 };
	int n;
	for (int i = 0; i < N; i++)
		d[i] = decision_of(&decision_rows[i], option[i], (uint64_t)i + 1);
	assert_true(progress_decisions(s, &g, &got, &n, &a, &e));
	assert_int_equal(n, N);
	for (int i = 0; i < N; i++) {
		assert_str(got[i].reason, decision_rows[i].reason);
		assert_int_equal(got[i].option, decision_rows[i].holds);
		assert_int_equal(got[i].nmeasure, decision_rows[i].nmeasure);
		assert_int_equal(got[i].due, january(20));
		assert_int_equal(got[i].chosen, -1);
	}
	assert_str(got[1].measure[0].area, "Knots");
	assert_int_equal(got[1].measure[0].percent, 58);
	assert_false(got[1].measure[0].holds);
	assert_int_equal(got[1].measure[1].percent, 90);
	assert_true(got[1].measure[1].holds);
	arena_release(&a);
	help_close(s);
}

TEST(a_decision_taken_is_remembered_with_its_reason_and_undone)
{
	struct study *s = open_with(goals, topics, 16);
	struct guide_option option[2];
	struct guide_decision d = decision_of(&decision_rows[0], option, 99);
	struct guide g = { .decision = &d, .ndecision = 1 };
	struct progress_decision *got;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf what = { 0 };
	int n;
	assert_true(planner_decide(s, 99, 0, STR("because"), &e));
	assert_true(progress_decisions(s, &g, &got, &n, &a, &e));
	assert_int_equal(got[0].option, 1);
	assert_int_equal(got[0].chosen, 0);
	assert_int_equal(got[0].chosen_day, january(16));
	assert_str(got[0].chosen_reason, "because");
	assert_true(study_undo(s, &what, &e));
	assert_true(progress_decisions(s, &g, &got, &n, &a, &e));
	assert_int_equal(got[0].chosen, -1);
	buf_release(&what);
	arena_release(&a);
	help_close(s);
}

TEST(without_a_rated_topic_no_option_holds)
{
	struct study *s = open_with(goals, NULL, 16);
	struct guide_option option[2];
	struct guide_decision d = decision_of(&decision_rows[2], option, 1);
	struct guide g = { .decision = &d, .ndecision = 1 };
	struct progress_decision *got;
	struct arena a = { 0 };
	struct err e = { 0 };
	int n;
	assert_true(progress_decisions(s, &g, &got, &n, &a, &e));
	assert_int_equal(got[0].option, -1);
	assert_int_equal(got[0].nmeasure, 0);
	assert_str(got[0].reason, "no topic is rated yet: rate topics to see which option holds");
	arena_release(&a);
	help_close(s);
}

static const char fork_plan[] = "# Fork\n\n"
				"## Week 1: A\n\n"
				"**Day 1: Ask (1 hour)** (2030-01-07)\n"
				"- [x] ask\n\n"
				"**Day 3-7: Option A - Build (3 hours)**\n"
				"- [ ] build\n\n"
				"**Day 3-7: Option B - Learn on (2 hours)**\n"
				"- [ ] learn\n"
				"- [ ] repeat\n";

static void assert_fork(struct study *s, const struct guide *g, int tasks, int minutes, int out)
{
	struct progress_branch *b;
	struct progress p;
	struct arena a = { 0 };
	struct err e = { 0 };
	int n;
	assert_true(progress_branches(s, g, &b, &n, &a, &e));
	assert_int_equal(n, 2);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(b[i].day, i + 1);
		assert_int_equal(b[i].option, i);
		assert_int_equal(b[i].out, i == out);
	}
	assert_true(progress_load(s, g, &p, &a, &e));
	assert_int_equal(p.all.tasks, tasks);
	assert_int_equal(p.all.minutes, minutes);
	arena_release(&a);
}

TEST(of_alternatives_the_chosen_one_counts_else_the_longest)
{
	struct study *s = open_with(fork_plan, NULL, 7);
	struct guide_option option[2];
	struct guide_decision d = decision_of(&decision_rows[0], option, 5);
	struct guide g = { .decision = &d, .ndecision = 1 };
	struct err e = { 0 };
	option[0].name = STR("Option A");
	option[0].day = 1;
	option[1].name = STR("Option B");
	option[1].day = 2;
	assert_fork(s, &g, 2, 240, 1);
	assert_true(planner_decide(s, 5, 1, STR("why not"), &e));
	assert_fork(s, &g, 3, 180, 0);
	/* What was begun counts, whatever was chosen. */
	assert_true(study_tick(s, help_item(s, "build")->id, true, &e));
	assert_fork(s, &g, 4, 360, -1);
	help_close(s);
}

static const char timed_plan[] = "# Timed\n\n"
				 "## Week 1: A\n\n"
				 "**Day 1: Slow (2 hours)** (2030-01-07)\n"
				 "- [x] Write the sort (1 hour)\n\n"
				 "**Day 2: Fast (2 hours)** (2030-01-08)\n"
				 "- [x] Write the sort **again**\n"
				 "  - Target: 30-40 minutes → Actual: 15 minutes\n"
				 "- [x] Compare both\n"
				 "  - 60 min → 15 min\n"
				 "- [ ] Search (20-25 min)\n"
				 "- [ ] Think\n";

static void work(struct study *s, const char *task, int day, int64_t ms)
{
	struct err e = { 0 };
	struct event ev = {
		.kind = EVENT_TIME,
		.day = january(day),
		.subject = (int64_t)help_item(s, task)->id,
		.took_ms = ms,
	};
	assert_true(store_begin(s->store, &e));
	assert_true(store_append(
		s->store, &s->settings.sm2, (int64_t)january(day) * 86400000, &ev, &e));
	assert_true(store_commit(s->store, &e));
}

TEST(timed_tasks_have_the_plans_own_history_and_the_measured_one)
{
	static const struct {
		const char *title;
		int target_from, target_to, minutes[4], day[4], best;
	} want[] = {
		{ "Write the sort again", 30, 40, { 60, 15, 12 }, { 0, 8, 10 }, 12 },
		{ "Search (20-25 min)", 20, 25, { 40, 22, 18 }, { 9, 11, 12 }, 18 },
	};
	struct study *s = open_with(timed_plan, NULL, 12);
	struct progress_timed *got;
	struct arena a = { 0 };
	struct err e = { 0 };
	int n;
	work(s, "Search", 9, 40 * 60000);
	work(s, "again", 10, 12 * 60000 - 100);
	work(s, "Search", 11, 22 * 60000 + 100);
	work(s, "Search", 11, 8000); /* a slip of the finger */
	work(s, "Search", 12, 18 * 60000);
	work(s, "Think", 12, 18 * 60000); /* nobody said how long it is to take */
	assert_true(progress_timed(s, &got, &n, &a, &e));
	assert_int_equal(n, LENGTH(want));
	for (int i = 0; i < n; i++) {
		assert_str(got[i].title, want[i].title);
		assert_int_equal(got[i].target_from, want[i].target_from);
		assert_int_equal(got[i].target_to, want[i].target_to);
		assert_int_equal(got[i].best, want[i].best);
		assert_int_equal(got[i].n, 3);
		for (int k = 0; k < 3; k++) {
			assert_int_equal(got[i].minutes[k], want[i].minutes[k]);
			assert_int_equal(
				got[i].day[k], want[i].day[k] ? january(want[i].day[k]) : DAY_NONE);
		}
	}
	arena_release(&a);
	help_close(s);
}

static const char aims_plan[] =
	"# Aims\n\n"
	"## Week 1: A\n\n**Day 1: Begin (1 hour)** (2030-01-07)\n- [ ] begin\n\n"
	"## Week 2: B\n\n- [ ] go on\n\n"
	"## Targets\n\n"
	"- Overall readiness: 50-60% by Week 1\n"
	"- Knots: 70% by Week 1\n"
	"- Knots and hitches: 95% by Week 2\n\n"
	"## Timeline\n\n| Week | Focus | Readiness |\n|---|---|---|\n"
	"| 1 | Harbour | 55% |\n| 2 | Sea | 80% → 85% |\n";

/* Weeks end on 13 and 20 January. Of week 1 what is said of readiness goes before the row of the table. */
TEST(targets_are_those_of_the_plan_or_the_one_that_is_set)
{
	struct study *s = open_with(aims_plan, topics, 16);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct guide g = progress_guide(s, &a);
	struct readiness r;
	struct progress_targets t;
	assert_true(readiness_load(s, &r, &a, &e));
	assert_true(progress_targets(s, &g, &r, &t, &a, &e));
	assert_int_equal(t.nwhole, 2);
	assert_int_equal(t.whole[0].due, january(13));
	assert_int_equal(t.whole[0].low, 50);
	assert_int_equal(t.whole[0].high, 60);
	assert_int_equal(t.whole[1].due, january(20));
	assert_int_equal(t.whole[1].low, 85);
	assert_int_equal(t.now, 1);
	assert_int_equal(t.area[0].low, 95); /* that of week 1 is past */
	assert_int_equal(t.area[2].low, -1);
	help_day(25);
	bool turned;
	assert_true(study_now(s, &turned, &e));
	r.today = s->today;
	assert_true(progress_targets(s, &g, &r, &t, &a, &e));
	assert_int_equal(t.now, 1); /* the last, when all are past */
	s->settings.target = 77;
	assert_true(progress_targets(s, &g, &r, &t, &a, &e));
	assert_int_equal(t.nwhole, 1);
	assert_int_equal(t.whole[0].low, 77);
	assert_str(t.whole[0].text, "hone.ini");
	arena_release(&a);
	help_close(s);
}

TEST(without_targets_there_is_none)
{
	struct study *s = open_with(goals, topics, 16);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct guide g = progress_guide(s, &a);
	struct readiness r;
	struct progress_targets t;
	assert_true(readiness_load(s, &r, &a, &e));
	assert_true(progress_targets(s, &g, &r, &t, &a, &e));
	assert_int_equal(t.nwhole, 0);
	assert_int_equal(t.now, -1);
	assert_int_equal(t.area[0].low, -1);
	arena_release(&a);
	help_close(s);
}
