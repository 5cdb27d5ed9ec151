/* md_text_test.c - markdown line by line: fences, headings, table rows, plain words, the outline. */
#include "../test.h"

#include <string.h>

#include "hone/md.h"

TEST(a_heading_line_has_a_level_and_a_text)
{
	static const struct {
		const char *line;
		int level;
		const char *text;
	} row[] = {
		{ "# One", 1, "One" },
		{ "###### Six", 6, "Six" },
		{ "####### Seven", 0, "" },
		{ "#tag", 0, "" },
		{ "   ## Indented", 2, "Indented" },
		{ "    # Code", 0, "" },
		{ "## Closed ##", 2, "Closed" },
		{ "## C#", 2, "C#" },
		{ "## C# #", 2, "C#" },
		{ "#", 1, "" },
		{ "## ##", 2, "" },
		{ "#\tTab", 1, "Tab" },
		{ "text # no", 0, "" },
		{ "", 0, "" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct str text = { "", 0 };
		assert_int_equal(md_heading_line(str_of(row[i].line), &text), row[i].level);
		assert_str(text, row[i].text);
	}
}

/* Which lines are code: one letter a line, 'x' for code or fence. */
static void check_fences(const char *src, const char *want)
{
	struct md_fence f = { 0 };
	struct str rest = str_of(src), line;
	for (size_t i = 0; str_line(&rest, &line); i++) {
		assert_true(i < strlen(want));
		if (md_fence_line(&f, line) != (want[i] == 'x'))
			fail_msg("line %zu of \"%s\"", i + 1, src);
	}
}

TEST(fences_open_and_close_where_commonmark_says)
{
	check_fences("a\n```\n# b\n```\nc", ".xxx.");
	check_fences("~~~ py\n```\n~~~\nc", "xxx.");
	check_fences("````\n```\n````\nc", "xxx.");
	check_fences("```\n``` no\n```\nc", "xxx.");
	check_fences("``` a`b\nc", "..");
	check_fences("``\nc", "..");
	check_fences("    ```\nc", "..");
	check_fences("- a\n  ```\n  x\n  ```\n- b", ".xxx.");
	check_fences("1. a\n\n    ```\n    x\n    ```\nb", "..xxx.");
	check_fences("- ```\n  x\n- b", "xx.");
	check_fences("> ```\n> x\nb", "xx.");
	check_fences("> ```\n> x\n> ```\n> b", "xxx.");
	check_fences("```\nnever closed\n\n# x", "xxxx");
}

/* Cells joined by '/'. */
static void check_cells(const char *line, const char *want)
{
	struct str cell[4];
	struct buf b = { 0 };
	int n = md_table_cells(str_of(line), cell, 4);
	for (int i = 0; i < n; i++) {
		buf_addf(&b, "%s%.*s", i > 0 ? "/" : "", STR_ARG(cell[i]));
	}
	buf_addf(&b, ":%d", n);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

TEST(a_table_row_is_cut_at_pipes_outside_code)
{
	check_cells("| a | b |", "a/b:2");
	check_cells("a | b", "a/b:2");
	check_cells("|a||b|", "a//b:3");
	check_cells("  | a |  ", "a:1");
	check_cells("| a \\| b | c |", "a \\| b/c:2");
	check_cells("| `a|b` | c |", "`a|b`/c:2");
	check_cells("| `a | c |", "`a/c:2");
	check_cells("| ``a`|b`` | c |", "``a`|b``/c:2");
	check_cells("`a|b`", ":0");
	check_cells("no pipe", ":0");
	check_cells("", ":0");
	check_cells("|a|b|c|d|e|", "a/b/c/d:4");
	check_cells("| a | b \\", "a/b \\:2");
}

TEST(a_table_rule_has_dashes_in_every_cell)
{
	static const char *const yes[] = { "|---|", "| :-- | --: |", "---|---", "|:-:|-|", "|-|" };
	static const char *const no[] = { "---", "| a |", "|---|:|", "||", "|", "", "|- -|",
		"|--||" };
	for (size_t i = 0; i < LENGTH(yes); i++)
		if (!md_table_rule(str_of(yes[i])))
			fail_msg("%s", yes[i]);
	for (size_t i = 0; i < LENGTH(no); i++)
		if (md_table_rule(str_of(no[i])))
			fail_msg("%s", no[i]);
}

TEST(plain_text_has_no_marks)
{
	static const char *const row[][2] = {
		{ "**Gap** `Q1`", "Gap Q1" },
		{ "*a* _b_ __c__ ***d***", "a b c d" },
		{ "2 * 3 * 4", "2 * 3 * 4" },
		{ "a*b*c", "abc" },
		{ "snake_case_name", "snake_case_name" },
		{ "**open", "**open" },
		{ "\\*no\\*", "*no*" },
		{ "`a * b * c`", "a * b * c" },
		{ "`` a`b ``", "a`b" },
		{ "[text](http://x) and ![alt](y.png)", "text and alt" },
		{ "[a [b] c](x(y)z) d", "a [b] c d" },
		{ "[ ] box", "[ ] box" },
		{ "<http://x.y> <b>bold</b> 1 < 2", "http://x.y bold 1 < 2" },
		{ "a<br>b <!-- c --> d", "a b d" },
		{ "~~gone~~ ~one~", "gone ~one~" },
		{ "  many\n\tblanks  ", "many blanks" },
		{ "**a *b** c*", "a b c" },
		{ "", "" },
	};
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(row); i++)
		assert_str(md_plain(str_of(row[i][0]), &a), row[i][1]);
	arena_release(&a);
}

TEST(words_have_a_letter_or_digit)
{
	assert_int_equal(md_words(STR("")), 0);
	assert_int_equal(md_words(STR("one two\nthree")), 3);
	assert_int_equal(md_words(STR("- a - b | -- |")), 2);
	assert_int_equal(md_words(STR("\xce\xbb = \xe2\x86\x92 4")), 2);
	assert_int_equal(md_words(STR("(x)")), 1);
}

static void check_outline(const char *src, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	int n = 0;
	const struct md_heading *h = md_outline(str_of(src), &n, &a);
	for (int i = 0; i < n; i++) {
		assert_int_equal(h[i].line, -1);
		buf_addf(&b, "%d:%d:%.*s;", h[i].source, h[i].level, STR_ARG(h[i].text));
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(the_outline_lists_headings_outside_code_and_comments)
{
	check_outline("# A\ntext\n## **B** `c`\n", "1:1:A;3:2:B c;");
	check_outline("```\n# no\n```\n# yes", "4:1:yes;");
	check_outline("Title\n=====\n\nSub\n---\n", "1:1:Title;4:2:Sub;");
	check_outline("two\nlines\n===\n", "1:1:two lines;");
	check_outline("- item\n---\n# A", "3:1:A;");
	check_outline("| a |\n\n---\n", "");
	check_outline("<!--\n# no\n-->\n# yes\n", "4:1:yes;");
	check_outline("<div>\n# no\n\n# yes\n", "4:1:yes;");
	check_outline("---\ntitle: x\n---\n# A\n", "4:1:A;");
	check_outline("> # quoted\n\n- # item\n", "");
	check_outline("\xef\xbb\xbf# A", "1:1:A;");
	check_outline("", "");
}
