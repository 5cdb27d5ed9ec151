/* chosen_test.c - sheets chosen to be read in a row: their order, and what becomes of it. */
#include "hone/chosen.h"

#include <stdio.h>
#include <unistd.h>

#include "study_help.h"
#include "test.h"

static struct study *open_sheets(const char **dir)
{
	*dir = test_tmpdir();
	help_day(7);
	help_put(*dir, "a.md", "# A\n");
	help_put(*dir, "b.md", "# B\n");
	help_put(*dir, "notes/c.md", "# C\n");
	struct study *s = help_open(*dir);
	help_sync(s);
	return s;
}

static void toggle(struct study *s, const char *path, bool want)
{
	struct err e = { 0 };
	bool on = !want;
	if (!chosen_toggle(s, str_of(path), &on, &e))
		fail_msg("%s", e.text);
	assert_int_equal(on, want);
}

/* Those chosen, "a.md b.md ". */
static void assert_chosen(struct study *s, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf b = { 0 };
	struct str *path;
	int n;
	if (!chosen_load(s, &path, &n, &a, &e))
		fail_msg("%s", e.text);
	for (int i = 0; i < n; i++) {
		buf_addf(&b, "%.*s ", STR_ARG(path[i]));
		assert_int_equal(chosen_place(path, n, path[i]), i + 1);
	}
	assert_str(buf_str(&b), want);
	assert_int_equal(chosen_place(path, n, STR("never.md")), 0);
	buf_release(&b);
	arena_release(&a);
}

TEST(sheets_stand_in_the_order_in_which_they_were_chosen)
{
	const char *dir;
	struct study *s = open_sheets(&dir);
	assert_chosen(s, "");
	toggle(s, "notes/c.md", true);
	toggle(s, "a.md", true);
	toggle(s, "b.md", true);
	assert_chosen(s, "notes/c.md a.md b.md ");
	toggle(s, "notes/c.md", false);
	toggle(s, "notes/c.md", true);
	assert_chosen(s, "a.md b.md notes/c.md ");
	help_close(s);
	s = help_open(dir);
	assert_chosen(s, "a.md b.md notes/c.md ");
	struct err e = { 0 };
	const struct str two[] = { STR("b.md"), STR("a.md"), STR("b.md") };
	assert_true(chosen_set(s, two, 3, &e));
	assert_chosen(s, "b.md a.md ");
	assert_true(chosen_set(s, NULL, 0, &e));
	assert_chosen(s, "");
	help_close(s);
}

TEST(a_chosen_sheet_that_went_is_left_out_until_it_is_back)
{
	const char *dir;
	struct arena a = { 0 };
	struct study *s = open_sheets(&dir);
	toggle(s, "a.md", true);
	toggle(s, "b.md", true);
	assert_int_equal(unlink(arena_printf(&a, "%s/a.md", dir).p), 0);
	help_sync(s);
	assert_chosen(s, "b.md ");
	help_put(dir, "a.md", "# A again\n");
	help_sync(s);
	assert_chosen(s, "a.md b.md ");
	arena_release(&a);
	help_close(s);
}

TEST(more_sheets_than_can_be_read_are_refused_in_words)
{
	const char *dir;
	struct study *s = open_sheets(&dir);
	struct err e = { 0 };
	bool on = false;
	for (int i = 0; i < CHOSEN_MOST; i++) {
		char name[32];
		snprintf(name, sizeof name, "n%d.md", i);
		toggle(s, name, true);
	}
	assert_false(chosen_toggle(s, STR("a.md"), &on, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_false(on);
	toggle(s, "n7.md", false);
	toggle(s, "a.md", true);
	assert_chosen(s, "a.md ");
	help_close(s);
}
