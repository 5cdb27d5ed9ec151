/* newsheet_test.c - a new sheet of any title: name, folder, and the template of the user. */
#include "hone/newsheet.h"

#include "study_help.h"
#include "test.h"

static struct study *open_empty(const char **dir)
{
	*dir = test_tmpdir();
	help_day(7);
	return help_open(*dir);
}

TEST(a_name_is_made_of_the_words_of_the_title)
{
	static const struct {
		const char *title, *name;
	} rows[] = { { "Hash tables", "hash-tables" }, { "  O(n) & more! ", "on-more" },
		{ "Caf\xc3\xa9 na\xc3\xafve", "cafe-naive" }, { "Cafe\xcc\x81s", "cafes" },
		{ "\xd0\x9a\xd1\x83\xd1\x87\xd0\xb8 \xd0\xb8 \xd0\x94",
			"\xd0\xba\xd1\x83\xd1\x87\xd0\xb8-\xd0\xb8-\xd0\xb4" },
		{ "../../etc/passwd", "etcpasswd" }, { "?!", "" } };
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf b = { 0 };
		newsheet_words(&b, str_of(rows[i].title));
		assert_str(buf_str(&b), rows[i].name);
		buf_release(&b);
	}
}

TEST(a_sheet_stands_where_most_sheets_do_or_where_it_is_put)
{
	const char *dir;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct str *folder;
	int n;
	struct study *s = open_empty(&dir);
	assert_true(newsheet_folders(s, &folder, &n, &a, &e));
	assert_int_equal(n, 2);
	assert_str(folder[0], "references/");
	assert_str(folder[1], "");
	help_put(dir, "a.md", "# A\n");
	help_put(dir, "notes/b.md", "# B\n");
	help_put(dir, "notes/c.md", "# C\n");
	help_put(dir, "templates/sheet.md", "# {title}\n");
	help_sync(s);
	assert_true(newsheet_folders(s, &folder, &n, &a, &e));
	assert_int_equal(n, 2);
	assert_str(folder[0], "notes/");
	assert_str(folder[1], "");
	struct planner_sheet sheet;
	assert_true(newsheet_edit(s, folder[0], STR("Hash tables"), &sheet, &a, &e));
	assert_str(sheet.path, "notes/hash-tables.md");
	assert_true(planner_sheet(s, &sheet, &e));
	help_assert_file(dir, "notes/hash-tables.md", "# Hash tables\n");
	assert_false(newsheet_edit(s, folder[0], STR("Hash tables!"), &sheet, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_true(newsheet_edit(s, folder[1], STR("Hash tables"), &sheet, &a, &e));
	assert_str(sheet.path, "hash-tables.md");
	assert_false(newsheet_edit(s, folder[1], STR(" ?"), &sheet, &a, &e));
	assert_false(newsheet_edit(s, folder[1], STR("two\nlines"), &sheet, &a, &e));
	arena_release(&a);
	help_close(s);
}

static void assert_text(
	struct study *s, const char *title, const struct str *topic, int n, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct str text;
	if (!newsheet_text(s, str_of(title), topic, n, &text, &a, &e))
		fail_msg("%s", e.text);
	assert_str(text, want);
	arena_release(&a);
}

TEST(the_text_is_that_of_the_template_where_there_is_one)
{
	const char *dir;
	const struct str topic[] = { STR("Heaps"), STR("Tries") };
	struct study *s = open_empty(&dir);
	assert_text(s, "Trees", NULL, 0, "# Trees\n\n");
	assert_text(s, "Trees", topic, 2, "# Trees\n\n## Heaps\n\n\n## Tries\n\n");
	help_put(dir, "templates/sheet.md",
		"# {title} ({date})\n\n{topics}\n## Traps\n\n$\\frac{a}{b}$ {titles}\n");
	assert_text(s, "Trees {date}", topic, 2,
		"# Trees {date} (2030-01-07)\n\n## Heaps\n\n\n## Tries\n\n\n## Traps\n\n"
		"$\\frac{a}{b}$ {titles}\n");
	help_put(dir, "templates/sheet.md", "# {title}\n");
	assert_text(s, "Trees", topic, 2, "# Trees\n\n## Heaps\n\n\n## Tries\n\n");
	help_put(dir, "templates/sheet.md", "\xff\xfe#");
	struct arena a = { 0 };
	struct err e = { 0 };
	struct str text;
	assert_false(newsheet_text(s, STR("Trees"), NULL, 0, &text, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	arena_release(&a);
	help_close(s);
}
