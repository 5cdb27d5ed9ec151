/* study_marks_test.c - ticks and ratings: one mark in a file, one event in the log. */
#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "study_help.h"

TEST(tick_writes_one_byte_and_the_log)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	uint64_t item = help_item(s, "Draw a boat")->id;
	assert_true(study_tick(s, item, true, &e));
	assert_int_equal(s->plan.ndone, 3);
	assert_true(help_item(s, "Draw a boat")->done);
	char want[1024];
	snprintf(want, sizeof want, "%s", help_plan);
	strstr(want, "[ ] Draw")[1] = 'x';
	help_assert_file(dir, "plan.md", want);
	assert_false(help_sync(s).any);
	assert_true(study_tick(s, item, true, &e));
	assert_true(study_tick(s, item, false, &e));
	help_assert_file(dir, "plan.md", help_plan);
	assert_false(help_sync(s).any);
	struct buf what = { 0 };
	assert_true(study_undo_hint(s, &what, &e));
	assert_str(buf_str(&what), "unticked \"Draw a boat and label it\"");
	buf_release(&what);
	help_close(s);
}

TEST(tick_survives_endings_and_marks_of_other_editors)
{
	static const struct {
		const char *was, *now;
	} row[] = {
		{ "# W\r\n\r\n## Week 1: A\r\n\r\n**Day 1: B**\r\n- [ ] one\r\n- [ ] two\r\n",
			"# W\r\n\r\n## Week 1: A\r\n\r\n**Day 1: B**\r\n- [x] one\r\n- [ ] "
			"two\r\n" },
		{ "\xEF\xBB\xBF## Week 1: A\n\n**Day 1: B**\n- [ ] one\n- [X] two",
			"\xEF\xBB\xBF## Week 1: A\n\n**Day 1: B**\n- [X] one\n- [X] two" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = test_tmpdir();
		struct err e = { 0 };
		help_day(7);
		help_put(dir, "p.md", row[i].was);
		struct study *s = help_open(dir);
		help_sync(s);
		assert_true(study_tick(s, help_item(s, "one")->id, true, &e));
		help_assert_file(dir, "p.md", row[i].now);
		assert_true(study_tick(s, help_item(s, "one")->id, false, &e));
		help_assert_file(dir, "p.md", row[i].was);
		help_close(s);
	}
}

TEST(tick_keeps_the_letter_of_a_box_that_was_the_only_one)
{
	static const char text[] = "## Week 1: A\n\n**Day 1: B**\n- [X] one\n- [ ] two\n";
	const char *dir = test_tmpdir();
	struct err e = { 0 };
	struct buf what = { 0 };
	help_day(7);
	help_put(dir, "p.md", text);
	struct study *s = help_open(dir);
	help_sync(s);
	assert_true(study_tick(s, help_item(s, "one")->id, false, &e));
	assert_true(study_tick(s, help_item(s, "one")->id, true, &e));
	help_assert_file(dir, "p.md", text);
	/* After a restart only the log remembers. */
	assert_true(study_tick(s, help_item(s, "one")->id, false, &e));
	help_close(s);
	s = help_open(dir);
	assert_true(study_undo(s, &what, &e));
	help_assert_file(dir, "p.md", text);
	buf_release(&what);
	help_close(s);
}

TEST(tick_finds_its_task_in_a_file_that_changed_meanwhile)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	char text[1024], want[1024];
	snprintf(text, sizeof text, "A line above.\n\n%s", help_plan);
	strstr(text, "[ ] Carry")[1] = 'x';
	help_put(dir, "plan.md", text);
	assert_true(study_tick(s, draw, true, &e));
	snprintf(want, sizeof want, "%s", text);
	strstr(want, "[ ] Draw")[1] = 'x';
	help_assert_file(dir, "plan.md", want);
	/* What the editor did is still to be found. */
	struct sync_report r = help_sync(s);
	assert_int_equal(r.changed, 1);
	assert_int_equal(r.ticks, 1);
	help_close(s);
}

TEST(tick_of_a_task_that_is_gone_is_stale_and_writes_nothing)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	char text[1024];
	snprintf(text, sizeof text, "%s", help_plan);
	memcpy(strstr(text, "Draw"), "Sink", 4);
	help_put(dir, "plan.md", text);
	assert_false(study_tick(s, draw, true, &e));
	assert_int_equal(e.kind, ERR_STALE);
	help_assert_file(dir, "plan.md", text);
	assert_true(plan_find(&s->plan, draw) != NULL);
	help_close(s);
}

TEST(marks_are_not_written_into_files_of_a_wrong_encoding)
{
	static const char *const text[] = {
		"## Week 1: \xff\n\n**Day 1: B**\n- [ ] one\n- [ ] two\n- [ ] three\n",
		"## Week 1: caf\xC3\x83\xC2\xA9 \xC3\x83\xC2\xBC\n\n**Day 1: B**\n- [ ] one\n- [ ] "
		"two\n- [ ] "
		"three\n",
	};
	for (size_t i = 0; i < LENGTH(text); i++) {
		const char *dir = test_tmpdir();
		struct err e = { 0 };
		help_day(7);
		help_put(dir, "p.md", text[i]);
		struct study *s = help_open(dir);
		help_sync(s);
		assert_false(study_tick(s, help_item(s, "one")->id, true, &e));
		assert_int_equal(e.kind, ERR_INVALID);
		assert_non_null(strstr(e.text, "p.md: "));
		help_assert_file(dir, "p.md", text[i]);
		help_close(s);
	}
}

TEST(tick_is_taken_out_of_the_file_again_when_it_cannot_be_logged)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	uint64_t draw = help_item(s, "Draw a boat")->id;
	/* The database's log is larger than this already, the plan is not. */
	struct rlimit old, small;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 2048;
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool ok = study_tick(s, draw, true, &e);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	signal(SIGXFSZ, handler);
	assert_false(ok);
	assert_int_equal(e.kind, ERR_IO);
	help_assert_file(dir, "plan.md", help_plan);
	assert_int_equal(s->plan.ndone, 2);
	assert_true(study_tick(s, draw, true, &e));
	assert_int_equal(s->plan.ndone, 3);
	help_close(s);
}

TEST(rate_writes_the_mark_and_undo_restores_what_was_there)
{
	static const struct {
		const char *name;
		enum level level;
		const char *line, *now;
		const char *words;
	} row[] = {
		{ "Hull", LEVEL_DUNNO, "| Hull | [x] | [ ] | [ ] | |",
			"| Hull | [ ] | [ ] | [x] | |", "rated \"Hull\" dunno" },
		{ "Keel", LEVEL_UNSURE, "| Keel | [ ] | [ ] | [ ] | |",
			"| Keel | [ ] | [x] | [ ] | |", "rated \"Keel\" unsure" },
		{ "Bowline", LEVEL_KNOW, "| [unsure] |", "| [know] |", "rated \"Bowline\" know" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = help_folder();
		struct study *s = help_open(dir);
		struct err e = { 0 };
		struct arena a = { 0 };
		struct buf what = { 0 };
		help_sync(s);
		struct topic_row t = help_topic(s, row[i].name, &a);
		assert_true(study_rate(s, t.id, row[i].level, &e));
		char want[2048];
		const char *at = strstr(help_topics, row[i].line);
		snprintf(want, sizeof want, "%.*s%s%s", (int)(at - help_topics), help_topics,
			row[i].now, at + strlen(row[i].line));
		help_assert_file(dir, "check/topics.md", want);
		t = help_topic(s, row[i].name, &a);
		assert_int_equal(t.level, row[i].level);
		assert_int_equal(t.mark, row[i].level);
		assert_int_equal(t.since, s->today);
		assert_false(help_sync(s).any);
		assert_true(study_undo(s, &what, &e));
		assert_str(buf_str(&what), row[i].words);
		help_assert_file(dir, "check/topics.md", help_topics);
		assert_true(study_redo(s, &what, &e));
		help_assert_file(dir, "check/topics.md", want);
		assert_false(help_sync(s).any);
		buf_release(&what);
		arena_release(&a);
		help_close(s);
	}
}

TEST(marks_changed_in_an_editor_are_logged_once)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	help_sync(s);
	char text[2048];
	snprintf(text, sizeof text, "%s", help_topics);
	memcpy(strstr(text, "| Keel | [ ]"), "| Keel | [x]", 12);
	help_put(dir, "check/topics.md", text);
	snprintf(text, sizeof text, "%s- [x] Something new\n", help_plan);
	strstr(text, "[ ] Carry")[1] = 'x';
	strstr(text, "[x] Stretch")[1] = ' ';
	help_put(dir, "plan.md", text);
	help_day(9);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.levels, 1);
	assert_int_equal(r.ticks, 2);
	assert_true(r.any);
	assert_int_equal(s->plan.ndone, 3);
	struct topic_row keel = help_topic(s, "Keel", &a);
	assert_int_equal(keel.level, LEVEL_KNOW);
	assert_int_equal(keel.since, s->today);
	/* An editor's marks are not for hone to take back. */
	struct buf what = { 0 };
	struct err e = { 0 };
	assert_false(study_undo(s, &what, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_false(help_sync(s).any);
	arena_release(&a);
	help_close(s);
}

TEST(task_without_a_box_is_ticked_in_the_log_alone)
{
	static const char text[] =
		"# P\n\n## Week 1: A\n\n### Day 1: B\n\n- Read on\n- Write down\n\n"
		"### Day 2: C\n\n- Rest\n";
	const char *dir = test_tmpdir();
	struct err e = { 0 };
	struct buf what = { 0 };
	help_day(7);
	help_put(dir, "hone.ini", "[files]\nplan = p.md\n");
	help_put(dir, "p.md", text);
	struct study *s = help_open(dir);
	help_sync(s);
	assert_int_equal(s->plan.nitem, 3);
	assert_false(help_item(s, "Read on")->boxed);
	uint64_t read = help_item(s, "Read on")->id, put = help_item(s, "Write down")->id;
	assert_true(study_tick(s, read, true, &e));
	assert_true(help_item(s, "Read on")->done);
	assert_int_equal(s->plan.ndone, 1);
	assert_int_equal(s->plan.day[0].status, PLAN_IN_PROGRESS);
	assert_true(study_tick(s, put, true, &e));
	assert_int_equal(s->plan.day[0].status, PLAN_DONE);
	assert_int_equal(s->plan.week[0].ndone, 2);
	help_assert_file(dir, "p.md", text);
	help_close(s);
	s = help_open(dir);
	assert_int_equal(s->plan.ndone, 2);
	assert_int_equal(help_sync(s).ticks, 0);
	assert_int_equal(s->plan.ndone, 2);
	/* What another hone does here is seen with the next sync. */
	struct study *other = help_open(dir);
	assert_true(study_undo(other, &what, &e));
	assert_str(buf_str(&what), "ticked \"Write down\"");
	help_close(other);
	help_sync(s);
	assert_int_equal(s->plan.ndone, 1);
	assert_false(help_item(s, "Write down")->done);
	assert_true(study_tick(s, read, false, &e));
	assert_int_equal(s->plan.ndone, 0);
	help_assert_file(dir, "p.md", text);
	buf_release(&what);
	help_close(s);
}
