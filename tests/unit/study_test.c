/* study_test.c - opening a study, its settings, and the verbs that touch no file. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "study_help.h"

TEST(open_says_why_a_path_is_no_study)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "file.md", "text\n");
	static const struct {
		const char *name;
		enum err_kind kind;
		const char *text;
	} row[] = {
		{ "nowhere", ERR_MISSING, "no such folder" },
		{ "file.md/below", ERR_MISSING, "no such folder" },
		{ "file.md", ERR_INVALID, "is a file" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		char path[512];
		struct err e = { 0 };
		snprintf(path, sizeof path, "%s/%s", dir, row[i].name);
		assert_null(study_open(path, &e));
		assert_int_equal(e.kind, row[i].kind);
		assert_non_null(strstr(e.text, row[i].text));
		assert_non_null(strstr(e.text, row[i].name));
	}
}

TEST(open_makes_a_private_folder_for_the_database)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	char path[512];
	struct stat st;
	assert_string_equal(s->name, strrchr(dir, '/') + 1);
	snprintf(path, sizeof path, "%s/.hone", dir);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	snprintf(path, sizeof path, "%s/.hone/hone.db", dir);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	help_close(s);
}

TEST(open_reads_hone_ini_over_the_defaults)
{
	static const struct {
		const char *text;
		const char *error; /* NULL: none */
		int rollover, new_per_day, max_interval, drill_below, leech;
		bool late_credit;
	} row[] = {
		{ "", NULL, 4, 20, 36500, 4, 8, false },
		{ "; nothing\n", NULL, 4, 20, 36500, 4, 8, false },
		{ "[day]\nrollover = 0\n", NULL, 0, 20, 36500, 4, 8, false },
		{ "\xEF\xBB\xBF[review]\r\nnew_per_day=5 ; few\r\nlate_credit = Yes\r\n", NULL, 4,
			5, 36500, 4, 8, true },
		{ "[review]\nmax_interval: 365\ndrill_below = 3\nleech = 6", NULL, 4, 20, 365, 3, 6,
			false },
		{ "[day]\nx = 1\n", "hone.ini:2: unknown key 'x' in [day]; known: rollover", 0, 0,
			0, 0, 0, false },
		{ "\n[dya]\nrollover = 1\n",
			"hone.ini:3: unknown section [dya]; known: day, review, check, readiness, "
			"files",
			0, 0, 0, 0, 0, false },
		{ "rollover = 1\n",
			"hone.ini:1: 'rollover' stands in no section; known: day, review, check, "
			"readiness, files",
			0, 0, 0, 0, 0, false },
		{ "[day]\nrollover = 24\n", "hone.ini:2: rollover must be a number from 0 to 23", 0,
			0, 0, 0, 0, false },
		{ "[day]\nrollover = 4h\n", "hone.ini:2: rollover must be a number from 0 to 23", 0,
			0, 0, 0, 0, false },
		{ "[review]\nlate_credit = 2\n", "hone.ini:2: late_credit must be yes or no", 0, 0,
			0, 0, 0, false },
		{ "[day]\n\nwhat\nx = 1\n", "hone.ini:3: neither 'key = value' nor '[section]'", 0,
			0, 0, 0, 0, false },
	};
	help_day(7);
	const char *dir = test_tmpdir();
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct err e = { 0 };
		help_put(dir, "hone.ini", row[i].text);
		struct study *s = study_open(dir, &e);
		if (row[i].error) {
			assert_null(s);
			assert_string_equal(e.text, row[i].error);
			continue;
		}
		assert_non_null(s);
		assert_int_equal(s->settings.rollover, row[i].rollover);
		assert_int_equal(s->settings.new_per_day, row[i].new_per_day);
		assert_int_equal(s->settings.sm2.max_interval, row[i].max_interval);
		assert_int_equal(s->settings.sm2.drill_below, row[i].drill_below);
		assert_int_equal(s->settings.sm2.leech, row[i].leech);
		assert_int_equal(s->settings.sm2.late_credit, row[i].late_credit);
		help_close(s);
	}
}

TEST(open_refuses_a_line_that_inih_would_cut)
{
	char text[400] = "[files]\nignore = ";
	memset(text + strlen(text), 'a', 300);
	const char *dir = test_tmpdir();
	struct err e = { 0 };
	help_day(7);
	help_put(dir, "hone.ini", text);
	assert_null(study_open(dir, &e));
	assert_non_null(strstr(e.text, "hone.ini:2: line longer than"));
}

TEST(grade_says_what_the_answer_counted_as)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	int64_t card = help_card(s, "Volga");
	static const struct {
		int day, grade;
		enum answer_kind kind;
	} row[] = {
		{ 7, 2, ANSWER_NEW },
		{ 7, 5, ANSWER_DRILL },
		{ 7, 5, ANSWER_EARLY },
		{ 8, 4, ANSWER_DUE },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		enum answer_kind kind;
		help_day(row[i].day);
		assert_true(study_grade(s, card, row[i].grade, 1200, &kind, &e));
		assert_int_equal(kind, row[i].kind);
	}
	assert_false(study_grade(s, card, 6, 0, NULL, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_false(study_grade(s, 12345, 4, 0, NULL, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_close(s);
}

static struct card_state state_of(struct study *s, int64_t card)
{
	struct card_state state;
	assert_true(store_card_state(s->store, card, &state, NULL));
	return state;
}

TEST(bury_sets_a_card_aside_until_the_next_day_and_undo_brings_it_back)
{
	struct study *s = help_open(help_folder());
	struct err e = { 0 };
	bool turned;
	int64_t next;
	help_sync(s);
	int64_t card = help_card(s, "Lyon");
	assert_true(catalog_next_new(s->store, s->today, 0, &next, &e));
	assert_int_equal(next, card);
	assert_true(study_bury(s, card, &e));
	uint64_t stamp = store_stamp(s->store);
	assert_true(study_bury(s, card, &e));
	assert_true(store_stamp(s->store) == stamp);
	assert_true(catalog_next_new(s->store, s->today, 0, &next, &e));
	assert_int_not_equal(next, card);
	assert_int_equal(state_of(s, card).buried, s->today);
	struct buf what = { 0 };
	assert_true(study_undo(s, &what, &e));
	assert_int_equal(state_of(s, card).buried, DAY_NONE);
	assert_true(study_redo(s, &what, &e));
	assert_int_equal(state_of(s, card).buried, s->today);
	help_day(8);
	assert_true(study_now(s, &turned, &e) && turned);
	assert_true(catalog_next_new(s->store, s->today, 0, &next, &e));
	assert_int_equal(next, card);
	assert_true(study_bury(s, card, &e));
	assert_int_equal(state_of(s, card).buried, s->today);
	assert_false(study_bury(s, 12345, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	buf_release(&what);
	help_close(s);
}

TEST(scores_of_a_round_move_schedules_where_they_shall_and_can_be_undone)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	struct event_id round;
	struct buf what = { 0 };
	help_sync(s);
	int64_t card = help_card(s, "Volga");
	assert_true(study_round(s, ROUND_CHECK, STR("Day 3"), &round, &e));
	struct scoring x = { .subject = card, .percent = 75, .round = round };
	assert_true(study_score(s, &x, &e));
	assert_int_equal(state_of(s, card).memory.last, DAY_NONE);
	x.grades = true;
	assert_true(study_score(s, &x, &e));
	assert_int_equal(state_of(s, card).memory.due, s->today + 1);
	assert_true(study_undo(s, &what, &e));
	assert_non_null(strstr(buf_cstr(&what), "75%"));
	assert_int_equal(state_of(s, card).memory.last, DAY_NONE);
	assert_true(study_undo(s, &what, &e));
	buf_clear(&what);
	assert_true(study_undo(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "began \"Day 3\"");
	x.percent = 101;
	assert_false(study_score(s, &x, &e));
	x = (struct scoring){ .subject = 12345, .percent = 50, .grades = true };
	assert_false(study_score(s, &x, &e));
	buf_release(&what);
	help_close(s);
}

TEST(flag_marks_a_card_and_changes_nothing_else)
{
	struct study *s = help_open(help_folder());
	struct err e = { 0 };
	int64_t next;
	help_sync(s);
	int64_t card = help_card(s, "Lyon");
	assert_true(study_flag(s, card, true, &e));
	uint64_t stamp = store_stamp(s->store);
	assert_true(study_flag(s, card, true, &e));
	assert_true(store_stamp(s->store) == stamp);
	assert_true(state_of(s, card).flagged);
	assert_true(catalog_next_new(s->store, s->today, 0, &next, &e));
	assert_int_equal(next, card);
	help_grade(s, "Lyon", 4);
	assert_true(state_of(s, card).flagged);
	assert_true(study_flag(s, card, false, &e));
	assert_false(state_of(s, card).flagged);
	assert_false(study_flag(s, 12345, true, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_close(s);
}

TEST(load_of_a_day_is_right_after_a_buried_card_was_graded)
{
	struct study *s = help_open(help_folder());
	struct err e = { 0 };
	bool turned;
	int n;
	help_sync(s);
	help_grade(s, "Lyon", 4);
	help_grade(s, "Volga", 4);
	help_day(8);
	assert_true(study_now(s, &turned, &e));
	assert_true(study_bury(s, help_card(s, "Volga"), &e));
	assert_true(study_load(s, s->today, &n, &e));
	assert_int_equal(n, 1);
	help_grade(s, "Volga", 4);
	assert_true(study_load(s, s->today, &n, &e));
	assert_int_equal(n, 1);
	help_close(s);
}

TEST(undo_and_redo_name_what_they_take_back)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	help_put(dir, "long.md",
		"Q: A **question** that is rather longer than forty columns of plain text\nA: "
		"Yes.\n");
	help_sync(s);
	help_grade(s, "Volga", 4);
	help_grade(s, "rather longer", 3);
	assert_true(study_hide(s, help_card(s, "Danube"), true, &e));
	assert_true(study_hide(s, help_card(s, "Danube"), true, &e));
	assert_true(study_tick(s, help_item(s, "Carry")->id, true, &e));
	static const char *const words[] = {
		"ticked \"Carry the boat\"",
		"hid \"Is the Danube longer than the Rhine?\"",
		"graded \"A question that is rather longer than f…\" Hard",
		"graded \"Where does the river Volga end?\" Good",
	};
	struct buf what = { 0 }, hint = { 0 };
	for (size_t i = 0; i < LENGTH(words); i++) {
		buf_clear(&what);
		buf_clear(&hint);
		assert_true(study_undo_hint(s, &hint, &e));
		assert_true(study_undo(s, &what, &e));
		assert_str(buf_str(&what), words[i]);
		assert_str(buf_str(&hint), words[i]);
	}
	help_assert_file(dir, "plan.md", help_plan);
	assert_int_equal(help_history(s, help_card(s, "Volga")), 0);
	buf_clear(&hint);
	assert_true(study_undo_hint(s, &hint, &e));
	assert_int_equal(hint.n, 0);
	assert_false(study_undo(s, &what, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	for (size_t i = LENGTH(words); i-- > 0;) {
		buf_clear(&what);
		assert_true(study_redo(s, &what, &e));
		assert_str(buf_str(&what), words[i]);
	}
	assert_false(study_redo(s, &what, &e));
	assert_true(help_item(s, "Carry")->done);
	assert_int_equal(help_history(s, help_card(s, "Volga")), 1);
	buf_release(&what);
	buf_release(&hint);
	help_close(s);
}

TEST(undo_of_a_tick_whose_task_is_gone_changes_the_log_only)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	struct buf what = { 0 };
	help_sync(s);
	assert_true(study_tick(s, help_item(s, "Carry")->id, true, &e));
	char text[1024];
	snprintf(text, sizeof text, "%s", help_plan);
	memcpy(strstr(text, "Carry"), "Scrub", 5);
	help_put(dir, "plan.md", text);
	help_sync(s);
	assert_true(study_undo(s, &what, &e));
	assert_str(buf_str(&what), "ticked a task that is no longer in the plan");
	help_assert_file(dir, "plan.md", text);
	buf_release(&what);
	help_close(s);
}

TEST(the_day_turns_at_the_rollover_and_is_told_once)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	bool turned;
	help_sync(s);
	int day = s->today;
	assert_int_equal(setenv("HONE_NOW", "2030-01-08T03:59:59", 1), 0);
	assert_true(study_now(s, &turned, &e));
	assert_false(turned);
	assert_int_equal(setenv("HONE_NOW", "2030-01-08T04:00:00", 1), 0);
	help_grade(s, "Volga", 4); /* asks the clock as well */
	assert_int_equal(s->today, day + 1);
	assert_true(study_now(s, &turned, &e));
	assert_true(turned);
	assert_true(study_now(s, &turned, &e));
	assert_false(turned);
	help_close(s);
}

TEST(text_is_decoded_and_stays_inside_the_study)
{
	const char *dir = help_folder();
	help_put(dir, "bom.md", "\xEF\xBB\xBF# Title\n");
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct decoded d;
	struct err e = { 0 };
	assert_true(study_text(s, STR("bom.md"), &d, &a, &e));
	assert_str(d.text, "# Title\n");
	assert_true(d.bom);
	static const char *const outside[] = { "", "/etc/passwd", "../x.md", "a/../../x.md" };
	for (size_t i = 0; i < LENGTH(outside); i++) {
		assert_false(study_text(s, str_of(outside[i]), &d, &a, &e));
		assert_int_equal(e.kind, ERR_INVALID);
	}
	assert_false(study_text(s, STR("none.md"), &d, &a, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	arena_release(&a);
	help_close(s);
}

TEST(ids_are_sixteen_digits)
{
	char out[17];
	assert_string_equal(study_id(0, out), "0000000000000000");
	assert_string_equal(study_id(UINT64_MAX, out), "ffffffffffffffff");
	assert_string_equal(study_id(0xabc, out), "0000000000000abc");
}

static void own(const char *dir, uid_t user)
{
	char command[512];
	snprintf(command, sizeof command, "chown -R %d '%s'", (int)user, dir);
	assert_int_equal(system(command), 0);
}

/* Permissions do not bind root, so the test steps down to an ordinary user where it is root. */
static void become_ordinary(const char *dir)
{
	if (getuid() != 0)
		return;
	own(dir, 65534);
	assert_int_equal(seteuid(65534), 0);
}

static void become_oneself(void)
{
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
}

static void assert_refused(struct study *s, bool done, const struct err *e)
{
	assert_false(done);
	assert_int_equal(e->kind, ERR_READONLY);
	assert_non_null(strstr(e->text, s->why_readonly));
}

static void assert_every_verb_refused(struct study *s, int64_t card, int64_t topic, uint64_t item)
{
	struct err e = { 0 };
	struct buf what = { 0 };
	int64_t added;
	assert_true(s->readonly);
	assert_refused(s, study_grade(s, card, 4, 0, NULL, &e), &e);
	assert_refused(s, study_hide(s, card, true, &e), &e);
	assert_refused(s, study_bury(s, card, &e), &e);
	assert_refused(s, study_flag(s, card, true, &e), &e);
	assert_refused(s, study_rate(s, topic, LEVEL_KNOW, &e), &e);
	assert_refused(s, study_tick(s, item, true, &e), &e);
	assert_refused(s, study_undo(s, &what, &e), &e);
	assert_refused(s, study_redo(s, &what, &e), &e);
	assert_refused(s, study_merge(s, "x", &added, &e), &e);
}

TEST(a_folder_that_cannot_be_written_is_read_into_memory)
{
	const char *dir = help_folder();
	become_ordinary(dir);
	chmod(dir, 0500);
	struct study *s = help_open(dir);
	struct sync_report r = help_sync(s);
	struct arena a = { 0 };
	assert_int_equal(r.cards_added, 4);
	assert_false(help_sync(s).any);
	assert_int_equal(s->plan.nitem, 6);
	assert_non_null(strstr(s->why_readonly, "the folder cannot be written"));
	assert_every_verb_refused(
		s, help_card(s, "Volga"), help_topic(s, "Hull", &a).id, help_item(s, "Carry")->id);
	arena_release(&a);
	help_close(s);
	chmod(dir, 0700);
	become_oneself();
	help_assert_file(dir, "plan.md", help_plan);
	char path[512];
	snprintf(path, sizeof path, "%s/.hone", dir);
	assert_int_not_equal(access(path, F_OK), 0);
}

TEST(a_database_that_cannot_be_written_is_read)
{
	const char *dir = help_folder();
	become_ordinary(dir);
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Volga", 4);
	help_close(s);
	char path[512];
	snprintf(path, sizeof path, "%s/.hone/hone.db", dir);
	chmod(path, 0400);
	s = help_open(dir);
	struct arena a = { 0 };
	assert_non_null(strstr(s->why_readonly, "hone.db cannot be written"));
	assert_false(help_sync(s).any);
	assert_null(strstr(s->why_readonly, "changed"));
	assert_int_equal(help_history(s, help_card(s, "Volga")), 1);
	assert_int_equal(s->plan.nitem, 6);
	assert_every_verb_refused(
		s, help_card(s, "Volga"), help_topic(s, "Hull", &a).id, help_item(s, "Carry")->id);
	help_put(dir, "deck.md", "Q: One?\nA: Two.\n");
	help_sync(s);
	assert_non_null(strstr(s->why_readonly, "1 file changed"));
	assert_int_equal(help_history(s, help_card(s, "Volga")), 1);
	arena_release(&a);
	help_close(s);
	become_oneself();
}
