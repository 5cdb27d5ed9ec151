/* planner_sheet_test.c - a new sheet for a day: its name, its place, and that it takes no file's place. */
#include "test.h"

#include "hone/planner.h"
#include "study_help.h"

static const char plan_md[] = "# P\n\n## Week 1: One\n\n**Day 1: Intro**\n- [ ] one\n\n"
			      "## Week 2: Two\n\n**Day 1 (Day 8): Loops & more**\n- [ ] two\n\n"
			      "**Day 2: Ropes**\n- [ ] three\n\n"
			      "## Week 3: Three\n\n**Day 2: ../../Caf\xc3\xa9**\n- [ ] four\n";

static struct study *open_plan(const char **dir)
{
	*dir = test_tmpdir();
	help_day(7);
	help_put(*dir, "plan.md", plan_md);
	struct study *s = help_open(*dir);
	help_sync(s);
	return s;
}

TEST(a_day_has_its_number_in_all_where_the_plan_tells_it)
{
	const char *dir;
	struct study *s = open_plan(&dir);
	assert_int_equal(s->plan.nday, 4);
	assert_int_equal(planner_day_number(&s->plan, 0), 1);
	assert_int_equal(planner_day_number(&s->plan, 1), 8);
	assert_int_equal(planner_day_number(&s->plan, 2), 9);
	assert_int_equal(planner_day_number(&s->plan, 3), 0);
	help_close(s);
}

TEST(a_sheet_is_named_by_day_and_topics_and_stands_beside_the_others)
{
	const char *dir;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_sheet sheet;
	const struct str topic[] = { STR("Half hitch"), STR("O(n) knots"), STR("More") };
	struct study *s = open_plan(&dir);
	assert_true(planner_sheet_edit(s, 1, topic, 3, &sheet, &a, &e));
	assert_str(sheet.path, "references/day8-half-hitch-on-knots.md");
	assert_str(sheet.text,
		"# Day 8: Loops & more\n\n## Half hitch\n\n\n## O(n) knots\n\n\n## More\n\n");
	assert_true(planner_sheet_edit(s, 3, NULL, 0, &sheet, &a, &e));
	assert_str(sheet.path, "references/week3-day2-cafe.md");
	help_put(dir, "notes/a.md", "# A\n");
	help_sync(s);
	assert_true(planner_sheet_edit(s, 2, topic, 1, &sheet, &a, &e));
	assert_str(sheet.path, "notes/day9-half-hitch.md");
	assert_false(planner_sheet_edit(s, 4, topic, 1, &sheet, &a, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	arena_release(&a);
	help_close(s);
}

TEST(a_sheet_is_never_written_over_a_file)
{
	const char *dir;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_sheet sheet;
	const struct str topic = STR("Bends");
	struct study *s = open_plan(&dir);
	assert_true(planner_sheet_edit(s, 0, &topic, 1, &sheet, &a, &e));
	assert_str(sheet.path, "references/day1-bends.md");
	help_put(dir, "references/day1-bends.md", "mine");
	assert_false(planner_sheet(s, &sheet, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	help_assert_file(dir, "references/day1-bends.md", "mine");
	assert_false(planner_sheet_edit(s, 0, &topic, 1, &sheet, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	sheet.path = STR("new/folder/x.md");
	assert_true(planner_sheet(s, &sheet, &e));
	help_assert_file(dir, "new/folder/x.md", "# Day 1: Intro\n\n## Bends\n\n");
	arena_release(&a);
	help_close(s);
}
