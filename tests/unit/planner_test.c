/* planner_test.c - time, notes, states and summaries in the plan, and their undo. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hone/planner.h"
#include "study_help.h"

static void at(const char *time)
{
	assert_int_equal(setenv("HONE_NOW", time, 1), 0);
}

static void well(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->text);
}

#define WELL(call)                                                                                 \
	do {                                                                                       \
		struct err e_ = { 0 };                                                             \
		struct err *e = &e_;                                                               \
		well(call, e);                                                                     \
	} while (0)

static void undo(struct study *s, const char *want)
{
	struct buf what = { 0 };
	WELL(study_undo(s, &what, e));
	if (want)
		assert_str(buf_str(&what), want);
	buf_release(&what);
}

static void redo(struct study *s)
{
	struct buf what = { 0 };
	WELL(study_redo(s, &what, e));
	buf_release(&what);
}

/* Minutes that the log has of an item. */
static int minutes_of(struct study *s, uint64_t item)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	int64_t ms = 0;
	WELL(store_history(s->store, (int64_t)item, &ev, &n, &a, e));
	for (size_t i = 0; i < n; i++)
		ms += ev[i].kind == EVENT_TIME ? ev[i].took_ms : 0;
	arena_release(&a);
	return (int)(ms / 60000);
}

static struct planner_timer timer_of(struct study *s)
{
	struct planner_timer t;
	bool turned;
	WELL(study_now(s, &turned, e));
	WELL(planner_timer(s, &t, e));
	return t;
}

TEST(timer_survives_a_restart_and_counts_no_pause)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	at("2030-01-07T09:00:00");
	WELL(planner_timer_start(s, draw, e));
	help_close(s);
	at("2030-01-07T09:20:00");
	s = help_open(dir);
	assert_int_equal(timer_of(s).ms, 20 * 60000);
	assert_true(timer_of(s).running);
	WELL(planner_timer_pause(s, true, e));
	at("2030-01-07T11:00:00");
	assert_int_equal(timer_of(s).ms, 20 * 60000);
	WELL(planner_timer_pause(s, false, e));
	at("2030-01-07T11:05:00");
	WELL(planner_timer_stop(s, e));
	assert_int_equal(minutes_of(s, draw), 25);
	assert_true(timer_of(s).item == 0);
	undo(s, "timed 25 min on \"Draw a boat and label it\"");
	assert_int_equal(minutes_of(s, draw), 0);
	struct err e = { 0 };
	assert_false(planner_timer_stop(s, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_close(s);
}

TEST(timer_of_another_task_logs_the_first)
{
	struct study *s = help_open(help_folder());
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id, ten = help_item(s, "Ten minutes")->id;
	at("2030-01-07T09:00:00");
	WELL(planner_timer_start(s, draw, e));
	at("2030-01-07T09:10:00");
	WELL(planner_timer_start(s, ten, e));
	assert_int_equal(minutes_of(s, draw), 10);
	assert_true(timer_of(s).item == ten);
	at("2030-01-07T09:10:04");
	WELL(planner_timer_stop(s, e));
	assert_int_equal(minutes_of(s, ten), 0);
	undo(s, "timed 10 min on \"Draw a boat and label it\"");
	WELL(planner_timer_start(s, ten, e));
	at("2030-01-07T10:00:00");
	WELL(planner_timer_drop(s, e));
	assert_int_equal(minutes_of(s, ten), 0);
	help_close(s);
}

TEST(timer_never_runs_backwards_and_not_for_days)
{
	struct study *s = help_open(help_folder());
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	at("2030-01-07T09:00:00");
	WELL(planner_timer_start(s, draw, e));
	at("2030-01-07T08:00:00");
	assert_int_equal(timer_of(s).ms, 0);
	WELL(planner_timer_pause(s, true, e));
	WELL(planner_timer_pause(s, false, e));
	at("2030-01-09T08:00:00");
	struct planner_timer t = timer_of(s);
	assert_int_equal(t.ms, TIMER_LONGEST_MS);
	assert_true(t.capped);
	WELL(planner_timer_stop(s, e));
	assert_int_equal(minutes_of(s, draw), 12 * 60);
	help_close(s);
}

TEST(timer_logs_on_the_day_it_last_ran)
{
	struct study *s = help_open(help_folder());
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	at("2030-01-07T20:00:00");
	WELL(planner_timer_start(s, draw, e));
	at("2030-01-07T21:00:00");
	WELL(planner_timer_pause(s, true, e));
	int worked = s->today;
	at("2030-01-08T09:00:00");
	WELL(planner_timer_stop(s, e));
	WELL(store_history(s->store, (int64_t)draw, &ev, &n, &a, e));
	assert_int_equal(n, 1);
	assert_int_equal(ev[0].day, worked);
	arena_release(&a);
	help_close(s);
}

TEST(minutes_by_hand_never_sum_up_below_nothing)
{
	struct study *s = help_open(help_folder());
	struct err why = { 0 };
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	WELL(planner_add_minutes(s, draw, 30, e));
	WELL(planner_add_minutes(s, draw, -10, e));
	assert_int_equal(minutes_of(s, draw), 20);
	assert_false(planner_add_minutes(s, draw, -21, &why));
	assert_int_equal(why.kind, ERR_INVALID);
	assert_int_equal(minutes_of(s, draw), 20);
	assert_false(planner_add_minutes(s, draw, 0, &why));
	assert_false(planner_add_minutes(s, 12345, 5, &why));
	assert_int_equal(why.kind, ERR_MISSING);
	undo(s, "took 10 min off \"Draw a boat and label it\"");
	assert_int_equal(minutes_of(s, draw), 30);
	help_close(s);
}

static const char tree[] = "## Week 1: A\n"
			   "\n"
			   "**Day 1: B**\n"
			   "- [ ] one\n"
			   "  - [X] two\n"
			   "  - a remark\n"
			   "    - [ ] three\n"
			   "\n"
			   "    - [ ] four\n"
			   "- [ ] five\n"
			   "\n"
			   "Words.\n"
			   "\n"
			   "  - [ ] six\n";

TEST(tick_of_a_tree_is_one_deed)
{
	static const char all[] = "## Week 1: A\n\n**Day 1: B**\n- [X] one\n  - [X] two\n"
				  "  - a remark\n    - [X] three\n\n    - [X] four\n- [ ] five\n\n"
				  "Words.\n\n  - [ ] six\n";
	const char *dir = test_tmpdir();
	struct buf hint = { 0 };
	help_day(7);
	help_put(dir, "p.md", tree);
	struct study *s = help_open(dir);
	help_sync(s);
	WELL(planner_tick_tree(s, help_item(s, "one")->id, true, e));
	help_assert_file(dir, "p.md", all);
	assert_int_equal(s->plan.ndone, 4);
	assert_false(help_sync(s).any);
	WELL(study_undo_hint(s, &hint, e));
	assert_str(buf_str(&hint), "ticked \"one\" and 2 more");
	undo(s, "ticked \"one\" and 2 more");
	help_assert_file(dir, "p.md", tree);
	redo(s);
	help_assert_file(dir, "p.md", all);
	/* After a restart, too. */
	help_close(s);
	s = help_open(dir);
	undo(s, "ticked \"one\" and 2 more");
	help_assert_file(dir, "p.md", tree);
	redo(s);
	help_assert_file(dir, "p.md", all);
	WELL(planner_tick_tree(s, help_item(s, "five")->id, true, e));
	undo(s, "ticked \"five\"");
	help_assert_file(dir, "p.md", all);
	WELL(planner_tick_tree(s, help_item(s, "one")->id, false, e));
	undo(s, "unticked \"one\" and 3 more");
	help_assert_file(dir, "p.md", all);
	undo(s, "ticked \"one\" and 2 more");
	help_assert_file(dir, "p.md", tree);
	struct err e = { 0 };
	assert_false(study_undo(s, &hint, &e));
	buf_release(&hint);
	help_close(s);
}

#define DAY "## Week 1: A\n\n**Day 1: B**\n"

TEST(note_stands_below_its_task_in_the_manner_of_its_neighbours)
{
	static const struct {
		const char *was, *now;
	} row[] = {
		{ DAY "- [ ] one\n- [ ] two\n", DAY "- [ ] one\n  - hey\n- [ ] two\n" },
		{ DAY "- [ ] one", DAY "- [ ] one\n  - hey" },
		{ DAY "- [ ] one\r\n- [ ] two\r\n", DAY "- [ ] one\r\n  - hey\r\n- [ ] two\r\n" },
		{ DAY "* [ ] one\n    * sub\n* [ ] two\n",
			DAY "* [ ] one\n    * sub\n    * hey\n* [ ] two\n" },
		{ DAY "* [ ] one\n* [ ] two\n    + sub\n",
			DAY "* [ ] one\n    * hey\n* [ ] two\n    + sub\n" },
		{ DAY "- [ ] one\n- [ ] two\n\t- sub\n",
			DAY "- [ ] one\n\t- hey\n- [ ] two\n\t- sub\n" },
		{ DAY "1. [ ] one\n2. [ ] two\n   - sub\n",
			DAY "1. [ ] one\n   - hey\n2. [ ] two\n   - sub\n" },
		{ DAY "10. [ ] one\n11. [ ] two\n", DAY "10. [ ] one\n    - hey\n11. [ ] two\n" },
		{ DAY "- [ ] one\n  - sub\n  - [ ] below\n  - more\n",
			DAY "- [ ] one\n  - sub\n  - hey\n  - [ ] below\n  - more\n" },
		{ DAY "- [ ] one\ngoes on\n- [ ] two\n",
			DAY "- [ ] one\ngoes on\n  - hey\n- [ ] two\n" },
		{ DAY "- [ ] one\n  ```\n  code\n\n  more\n  ```\n- [ ] two\n",
			DAY "- [ ] one\n  ```\n  code\n\n  more\n  ```\n  - hey\n- [ ] two\n" },
		{ DAY "- [ ] one\n\n**Then**\n", DAY "- [ ] one\n  - hey\n\n**Then**\n" },
		{ "\xEF\xBB\xBF" DAY "  - [ ] one\n",
			"\xEF\xBB\xBF" DAY "  - [ ] one\n    - hey\n" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		help_day(7);
		help_put(dir, "p.md", row[i].was);
		struct study *s = help_open(dir);
		help_sync(s);
		WELL(planner_note(s, help_item(s, "one")->id, STR(" hey\n"), e));
		help_assert_file(dir, "p.md", row[i].now);
		undo(s, NULL);
		help_assert_file(dir, "p.md", row[i].was);
		redo(s);
		help_assert_file(dir, "p.md", row[i].now);
		undo(s, "noted \"hey\" on \"one\"");
		help_assert_file(dir, "p.md", row[i].was);
		help_close(s);
	}
}

TEST(note_of_a_day_stands_below_its_heading)
{
	static const struct {
		const char *was, *now;
	} row[] = {
		{ DAY "- [ ] one\n", DAY "- hey\n- [ ] one\n" },
		{ DAY "\n**Study**:\n- [ ] one\n", DAY "\n- hey\n\n**Study**:\n- [ ] one\n" },
		{ DAY "**Study**:\n- [ ] one\n", DAY "- hey\n\n**Study**:\n- [ ] one\n" },
		/* Where list items are tasks. */
		{ "## Week 1: A\n\n### Day 1: B\n\n- one\n\n### Day 2: C\n\n- two\n",
			"## Week 1: A\n\n### Day 1: B\n\n> hey\n\n- one\n\n### Day 2: C\n\n- "
			"two\n" },
		{ DAY "- first\n- [ ] one\n", DAY "- first\n- hey\n- [ ] one\n" },
		{ DAY "\n* first\n\n- [ ] one\n", DAY "\n* first\n* hey\n\n- [ ] one\n" },
		{ DAY "It goes on.\n\n- [ ] one\n", DAY "It goes on.\n\n- hey\n\n- [ ] one\n" },
		{ "## Week 1: A\r\n\r\n### Day 1: B\r\n\r\n- [ ] one\r\n",
			"## Week 1: A\r\n\r\n### Day 1: B\r\n\r\n- hey\r\n\r\n- [ ] one\r\n" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		help_day(7);
		help_put(dir, "p.md", row[i].was);
		struct study *s = help_open(dir);
		help_sync(s);
		WELL(planner_note(s, s->plan.day[0].id, STR("hey"), e));
		help_assert_file(dir, "p.md", row[i].now);
		WELL(planner_note(s, s->plan.day[0].id, STR("you"), e));
		undo(s, NULL);
		help_assert_file(dir, "p.md", row[i].now);
		undo(s, "noted \"hey\" on \"B\"");
		help_assert_file(dir, "p.md", row[i].was);
		help_close(s);
	}
}

TEST(note_is_words_and_nothing_else)
{
	static const struct {
		const char *text, *line;
	} row[] = {
		{ "[ ] no task", "  - \\[ ] no task\n" },
		{ "[x] no task", "  - \\[x] no task\n" },
		{ "```", "  - \\```\n" },
		{ "<!-- not hidden", "  - \\<!-- not hidden\n" },
		{ "two\nlines\tand \x1b[2J", "  - two lines and  [2J\n" },
		{ "# no heading", "  - # no heading\n" },
		{ "**Day 7: no day**", "  - **Day 7: no day**\n" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		char want[256];
		help_day(7);
		help_put(dir, "p.md", DAY "- [ ] one\n- [ ] two\n");
		struct study *s = help_open(dir);
		help_sync(s);
		WELL(planner_note(s, help_item(s, "one")->id, str_of(row[i].text), e));
		snprintf(want, sizeof want, DAY "- [ ] one\n%s- [ ] two\n", row[i].line);
		help_assert_file(dir, "p.md", want);
		undo(s, NULL);
		help_assert_file(dir, "p.md", DAY "- [ ] one\n- [ ] two\n");
		struct err e = { 0 };
		assert_false(planner_note(s, help_item(s, "one")->id, STR(" \n "), &e));
		assert_int_equal(e.kind, ERR_INVALID);
		assert_false(planner_note(s, help_item(s, "one")->id, STR("\xff"), &e));
		help_assert_file(dir, "p.md", DAY "- [ ] one\n- [ ] two\n");
		help_close(s);
	}
}

TEST(note_that_was_changed_since_stays_when_it_is_undone)
{
	static const char changed[] = DAY "- [ ] one\n  - hey there\n- [ ] two\n";
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "p.md", DAY "- [ ] one\n- [ ] two\n");
	struct study *s = help_open(dir);
	help_sync(s);
	WELL(planner_note(s, help_item(s, "one")->id, STR("hey"), e));
	help_put(dir, "p.md", changed);
	undo(s, "noted \"hey\" on \"one\"; p.md was changed there since, so it was left as it is");
	help_assert_file(dir, "p.md", changed);
	struct buf what = { 0 };
	struct err e = { 0 };
	assert_false(study_undo(s, &what, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_close(s);
}

static void two_days(char out[static 512], const char *first, const char *second)
{
	snprintf(out, 512, "## Week 1: A\n\n%s\n- [ ] one\n\n%s\n- [ ] two\n", first, second);
}

TEST(status_is_written_as_the_other_days_have_theirs)
{
	static const struct {
		const char *other, *was, *done, *deferred;
	} row[] = {
		{ "**Day 1: A** ✅ **COMPLETED (2029-12-31)**", "**Day 2: B (1 hour)**",
			"**Day 2: B (1 hour)** ✅ **COMPLETED (2030-01-07)**",
			"**Day 2: B (1 hour)** ⏸️ **DEFERRED**" },
		{ "**Day 1: A** ✅ **COMPLETED**:", "**Day 2: B**:", "**Day 2: B** ✅ **COMPLETED**:",
			"**Day 2: B** ⏸️ **DEFERRED**:" },
		{ "### Day 1: A (done 2029-12-31)", "### Day 2: B",
			"### Day 2: B (done 2030-01-07)", "### Day 2: B (deferred)" },
		{ "### Day 1: A ✅", "### Day 2: B", "### Day 2: B ✅", "### Day 2: B ⏸️" },
		{ "### Day 1: A - DONE", "### Day 2: B ##", "### Day 2: B - DONE ##",
			"### Day 2: B - DEFERRED ##" },
		{ "### Day 1: A", "### Day 2: B", "### Day 2: B (done 2030-01-07)",
			"### Day 2: B (deferred)" },
		{ "### 📚 Day 1: A", "### 📚 Day 2: B", "### 📚 Day 2: B ✅ **COMPLETED (2030-01-07)**",
			"### 📚 Day 2: B ⏸️ **DEFERRED**" },
		{ "**Day 1: A** ✅ **Done** (2029-12-31)", "**Day 2: B** ⭐ **SHIFTED FROM WEEK 3**",
			"**Day 2: B** ⭐ **SHIFTED FROM WEEK 3** ✅ **Done** (2030-01-07)",
			"**Day 2: B** ⭐ **SHIFTED FROM WEEK 3** ⏸️ **Deferred**" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		char was[512], done[512], deferred[512];
		two_days(was, row[i].other, row[i].was);
		two_days(done, row[i].other, row[i].done);
		two_days(deferred, row[i].other, row[i].deferred);
		help_day(7);
		help_put(dir, "p.md", was);
		struct study *s = help_open(dir);
		help_sync(s);
		assert_int_equal(s->plan.nday, 2);
		WELL(planner_status(s, 1, PLAN_DONE, e));
		help_assert_file(dir, "p.md", done);
		assert_int_equal(s->plan.day[1].status, PLAN_DONE);
		WELL(planner_status(s, 1, PLAN_DEFERRED, e));
		help_assert_file(dir, "p.md", deferred);
		assert_int_equal(s->plan.day[1].status, PLAN_DEFERRED);
		WELL(planner_status(s, 1, PLAN_OPEN, e));
		help_assert_file(dir, "p.md", was);
		undo(s, "wrote the status of \"B\"");
		help_assert_file(dir, "p.md", deferred);
		undo(s, NULL);
		help_assert_file(dir, "p.md", done);
		undo(s, NULL);
		help_assert_file(dir, "p.md", was);
		redo(s);
		help_assert_file(dir, "p.md", done);
		help_close(s);
	}
}

TEST(summary_without_an_earlier_one_is_a_plain_block_at_the_end)
{
	static const char was[] =
		"## Week 1: A\n\n**Day 1: B**\n- [ ] one\n- [x] two\n\nWords.\n\n---\n\n"
		"**Day 2: C**\n- [ ] three\n";
	static const char now[] =
		"## Week 1: A\n\n**Day 1: B**\n- [ ] one\n  - It is blue\n- [x] two\n\n"
		"Words.\n\n**Day 1 Summary** (2030-01-07):\n- Total time: 1 h 35 min\n"
		"- Key learnings:\n  - It is blue\n- Tasks: 1 of 2 done\n\n---\n\n"
		"**Day 2: C**\n- [ ] three\n";
	const char *dir = test_tmpdir();
	struct arena a = { 0 };
	struct planner_summary m;
	struct planner_edit edit;
	help_day(7);
	help_put(dir, "p.md", was);
	struct study *s = help_open(dir);
	help_sync(s);
	WELL(planner_add_minutes(s, help_item(s, "one")->id, 95, e));
	WELL(planner_note(s, help_item(s, "one")->id, STR("It is blue"), e));
	WELL(planner_summarise(s, 0, &m, &a, e));
	assert_int_equal(m.minutes, 95);
	assert_int_equal(m.nlearning, 1);
	assert_int_equal(m.score_tenths, -1);
	WELL(planner_summary_edit(s, 0, &m, &edit, &a, e));
	assert_int_equal(edit.line, 10);
	WELL(planner_apply(s, s->plan.day[0].id, &edit, e));
	help_assert_file(dir, "p.md", now);
	struct err e = { 0 };
	assert_false(planner_apply(s, s->plan.day[0].id, &edit, &e));
	assert_int_equal(e.kind, ERR_STALE);
	assert_false(planner_summary_edit(s, 0, &m, &edit, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	undo(s, "wrote the summary of \"B\"");
	redo(s);
	help_assert_file(dir, "p.md", now);
	undo(s, NULL);
	undo(s, NULL);
	help_assert_file(dir, "p.md", was);
	arena_release(&a);
	help_close(s);
}

TEST(summary_follows_the_manner_and_the_place_of_the_last_one)
{
	static const char head[] = "## Week 1: A\n\n**Day 1 (Day 8): B**\n- [x] one\n\n"
				   "**Day 8 Results Summary** (2030-01-06):\n"
				   "- ⏱️ **Total time**: ~2 hours\n"
				   "- 💡 **Key learnings**:\n    * Wood\n    * Iron\n"
				   "- 📝 **Created**: a boat\n"
				   "- 📊 **Knowledge Check: 86.5% (B+)** - good\n\n"
				   "**Target**: reached\n\n---\n\n"
				   "**Day 2 (Day 9): C**\n- [ ] two\n";
	static const char tail[] = "\n**Target**: row\n";
	static const char ours[] = "\n**Day 9 Results Summary** (2030-01-07):\n"
				   "- ⏱️ **Total time**: 25 min\n"
				   "- 💡 **Key learnings**:\n    * Water\n    * Wind\n"
				   "- 📊 **Knowledge Check: 91.5%**\n"
				   "- ✅ **Tasks**: 0 of 1 done\n"
				   "- 🎯 **Topics**: Keel: dunno to know\n"
				   "- 🔄 **Reviews**: 1 card, 1 of them new\n";
	const char *dir = help_folder();
	char was[2048], now[2048];
	struct arena a = { 0 };
	struct planner_summary m;
	struct planner_edit edit;
	snprintf(was, sizeof was, "%s%s", head, tail);
	snprintf(now, sizeof now, "%s  - %s\n  - %s\n%s%s", head, "Water", "Wind", ours, tail);
	help_put(dir, "plan.md", was);
	help_put(dir, "log.md",
		"| Day | Date | Overall Score |\n|---|---|---|\n| 9 | 2030-01-07 | 91.5% |\n");
	struct study *s = help_open(dir);
	help_sync(s);
	uint64_t two = help_item(s, "two")->id;
	WELL(planner_add_minutes(s, two, 25, e));
	WELL(planner_note(s, two, STR("Water"), e));
	WELL(planner_note(s, two, STR("Wind"), e));
	help_grade(s, "Lyon", 4);
	help_grade(s, "Lyon", 5);
	struct topic_row keel = help_topic(s, "Keel", &a);
	WELL(study_rate(s, keel.id, LEVEL_DUNNO, e));
	help_day(6);
	undo(s, NULL);
	WELL(study_rate(s, keel.id, LEVEL_DUNNO, e));
	help_day(7);
	WELL(study_rate(s, keel.id, LEVEL_KNOW, e));
	WELL(planner_summarise(s, 1, &m, &a, e));
	WELL(planner_summary_edit(s, 1, &m, &edit, &a, e));
	WELL(planner_apply(s, s->plan.day[1].id, &edit, e));
	help_assert_file(dir, "plan.md", now);
	assert_int_equal(s->plan.nday, 2);
	help_close(s);
	arena_release(&a);
}

/* A status and a summary for each day of the plan, and back. */
TEST(states_and_summaries_come_out_of_the_sample_plan_as_they_went_in)
{
	struct buf file = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	const char *dir = test_tmpdir();
	struct err why = { 0 };
	help_put(dir, "p.md", buf_cstr(&file));
	at("2025-11-12T09:00:00");
	struct study *s = help_open(dir);
	help_sync(s);
	int n = 0;
	for (int i = 0; i < s->plan.nday; i += 2) {
		struct arena a = { 0 };
		struct planner_summary m;
		struct planner_edit edit;
		enum plan_status status = i % 4 ? PLAN_DONE : PLAN_DEFERRED;
		if (!planner_status(s, i, status, &why))
			assert_int_equal(why.kind, ERR_INVALID);
		else
			n++;
		WELL(planner_summarise(s, i, &m, &a, e));
		if (planner_summary_edit(s, i, &m, &edit, &a, &why)) {
			WELL(planner_apply(s, s->plan.day[i].id, &edit, e));
			n++;
		}
		arena_release(&a);
	}
	assert_true(n > s->plan.nday / 2);
	struct buf what = { 0 };
	while (study_undo(s, &what, &why))
		buf_clear(&what);
	buf_release(&what);
	help_assert_file(dir, "p.md", buf_cstr(&file));
	help_close(s);
	buf_release(&file);
}
