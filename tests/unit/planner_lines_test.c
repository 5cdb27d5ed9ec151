/* planner_lines_test.c - lines put into files, and taken out again. */
#include "hone/planner.h"

#include <string.h>

#include "study_help.h"
#include "test.h"

static const char notes[] = "# Notes\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n\r\nEnd.\r\n";

static struct planner_edit lines_edit(
	struct study *s, const char *path, const char *before, const char *lines, struct arena *a)
{
	struct planner_edit edit;
	struct decoded d;
	struct err e = { 0 };
	assert_true(study_text(s, str_of(path), &d, a, &e));
	ptrdiff_t at = str_find(d.text, str_of(before), 0);
	assert_true(at >= 0);
	struct planner_put put = { str_of(path), d.text, (size_t)at, 1, str_of(lines), 0 };
	if (!planner_lines_edit(s, &put, &edit, a, &e))
		fail_msg("%s", e.text);
	return edit;
}

static void apply(struct study *s, const struct planner_edit *edit)
{
	struct err e = { 0 };
	if (!planner_apply(s, 0, edit, &e))
		fail_msg("%s", e.text);
}

static void undo(struct study *s, const char *want)
{
	struct buf what = { 0 };
	struct err e = { 0 };
	if (!study_undo(s, &what, &e))
		fail_msg("%s", e.text);
	struct str said = buf_str(&what), more = str_slice(said, strlen(want), said.n);
	if (!str_starts(said, str_of(want)) || (more.n && *more.p != ';'))
		fail_msg("\"%s\" is not what \"%s\" says", want, buf_cstr(&what));
	buf_release(&what);
}

static void redo(struct study *s)
{
	struct buf what = { 0 };
	struct err e = { 0 };
	if (!study_redo(s, &what, &e))
		fail_msg("%s", e.text);
	buf_release(&what);
}

TEST(a_row_goes_into_a_file_and_undo_takes_out_exactly_it)
{
	static const char with[] =
		"# Notes\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n| 3 | 4 |\r\n"
		"\r\nEnd.\r\n";
	const char *dir = help_folder();
	struct arena a = { 0 };
	help_put(dir, "notes.md", notes);
	struct study *s = help_open(dir);
	help_sync(s);
	struct planner_edit edit = lines_edit(s, "notes.md", "\r\nEnd", "| 3 | 4 |\r\n", &a);
	help_assert_file(dir, "notes.md", notes);
	apply(s, &edit);
	help_assert_file(dir, "notes.md", with);
	undo(s, "wrote lines into notes.md");
	help_assert_file(dir, "notes.md", notes);
	redo(s);
	help_assert_file(dir, "notes.md", with);
	undo(s, "wrote lines into notes.md");
	help_assert_file(dir, "notes.md", notes);
	help_close(s);
	arena_release(&a);
}

TEST(nothing_is_written_into_a_file_that_changed_since_it_was_shown)
{
	const char *dir = help_folder();
	struct arena a = { 0 };
	struct err e = { 0 };
	help_put(dir, "notes.md", notes);
	struct study *s = help_open(dir);
	help_sync(s);
	struct planner_edit edit = lines_edit(s, "notes.md", "\r\nEnd", "| 3 | 4 |\r\n", &a);
	help_put(dir, "notes.md", "Other words\n");
	assert_false(planner_apply(s, 0, &edit, &e));
	assert_int_equal(e.kind, ERR_STALE);
	help_assert_file(dir, "notes.md", "Other words\n");
	help_close(s);
	arena_release(&a);
}

TEST(lines_that_the_user_changed_stay_and_undo_says_so)
{
	const char *dir = help_folder();
	struct arena a = { 0 };
	help_put(dir, "notes.md", notes);
	struct study *s = help_open(dir);
	help_sync(s);
	struct planner_edit edit = lines_edit(s, "notes.md", "\r\nEnd", "| 3 | 4 |\r\n", &a);
	apply(s, &edit);
	help_put(dir, "notes.md", "| 3 | 5 |\n");
	undo(s, "wrote lines into notes.md; notes.md was changed there since, so it was left as it "
		"is");
	help_assert_file(dir, "notes.md", "| 3 | 5 |\n");
	help_close(s);
	arena_release(&a);
}

TEST(lines_for_the_plan_that_would_be_tasks_are_refused)
{
	const char *dir = help_folder();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct study *s = help_open(dir);
	help_sync(s);
	struct planner_edit edit = lines_edit(s, "plan.md", "**Day 2", "- [ ] Sneak in\n", &a);
	assert_false(planner_apply(s, 0, &edit, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	help_assert_file(dir, "plan.md", help_plan);
	help_close(s);
	arena_release(&a);
}

static int day_of(struct study *s, const char *title)
{
	for (int i = 0; i < s->plan.nday; i++)
		if (str_eq(s->plan.day[i].title, str_of(title)))
			return i;
	fail_msg("no day %s", title);
	return -1;
}

TEST(tasks_stand_below_those_of_the_day_and_are_tasks)
{
	const char *dir = help_folder();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_edit edit;
	struct study *s = help_open(dir);
	const struct str task[] = { STR_INIT("Review [x] of *oars*"), STR_INIT("Row") };
	help_sync(s);
	int day = day_of(s, "Words"), before = s->plan.nitem;
	if (!planner_tasks_edit(s, day, task, 2, &edit, &a, &e))
		fail_msg("%s", e.text);
	assert_int_equal(edit.line, 8);
	assert_str(edit.after, "- [ ] Review [x] of *oars*\n- [ ] Row\n");
	apply(s, &edit);
	assert_int_equal(s->plan.nitem, before + 2);
	assert_int_equal(s->plan.day[day].nitem, 4);
	assert_non_null(help_item(s, "Row"));
	undo(s, "wrote lines into plan.md");
	help_assert_file(dir, "plan.md", help_plan);
	assert_int_equal(s->plan.nitem, before);
	redo(s);
	assert_int_equal(s->plan.nitem, before + 2);
	help_close(s);
	arena_release(&a);
}

TEST(a_day_without_tasks_gets_its_first_ones_below_its_heading)
{
	const char *dir = help_folder();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_edit edit;
	const struct str task[] = { STR_INIT("Row") };
	help_put(dir, "plan.md",
		"# P\n\n## Week 1\n\n**Day 1: A**\n* [ ] a\n\n**Day 2: B**\n\n**Day 3: C**");
	struct study *s = help_open(dir);
	help_sync(s);
	if (!planner_tasks_edit(s, day_of(s, "B"), task, 1, &edit, &a, &e))
		fail_msg("%s", e.text);
	apply(s, &edit);
	if (!planner_tasks_edit(s, day_of(s, "C"), task, 1, &edit, &a, &e))
		fail_msg("%s", e.text);
	apply(s, &edit);
	help_assert_file(dir, "plan.md",
		"# P\n\n## Week 1\n\n**Day 1: A**\n* [ ] a\n\n**Day 2: B**\n\n* [ ] Row\n\n"
		"**Day 3: C**\n\n* [ ] Row");
	help_close(s);
	arena_release(&a);
}
