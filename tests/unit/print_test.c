/* print_test.c - sheets as plain text and HTML, and that no file is written over. */
#include "hone/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hone/files.h"
#include "test.h"

static struct buf print(const char *text, const char *more, int cols, enum print_form form)
{
	struct print_sheet sheet[] = { { STR("one.md"), str_of(text) },
		{ STR("two.md"), str_of(more) } };
	struct buf out = { 0 };
	print_sheets(sheet, more ? 2 : 1, cols, form, &out);
	return out;
}

static void assert_printed(
	const char *text, const char *more, enum print_form form, const char *want)
{
	struct buf out = print(text, more, 24, form);
	if (!(form == PRINT_TEXT ? str_eq(buf_str(&out), str_of(want))
				 : str_find(buf_str(&out), str_of(want), 0) >= 0))
		fail_msg("got:\n%s\nwant:\n%s", buf_cstr(&out), want);
	buf_release(&out);
}

TEST(the_end_of_a_name_says_what_the_file_is)
{
	static const struct {
		const char *name;
		enum print_form form;
	} rows[] = { { "a.pdf", PRINT_PDF }, { "b/A.PDF", PRINT_PDF }, { "a.html", PRINT_HTML },
		{ "a.htm", PRINT_HTML }, { "a.txt", PRINT_TEXT }, { "pdf", PRINT_TEXT },
		{ ".pdf", PRINT_TEXT }, { "", PRINT_TEXT } };
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(print_form_of(str_of(rows[i].name)), rows[i].form);
}

TEST(plain_text_is_what_the_screen_shows)
{
	assert_printed("# Costs\n\nOne **word** and `code` that is wrapped.\n", NULL, PRINT_TEXT,
		"Costs\n─────\n\nOne word and code that\nis wrapped.\n");
	assert_printed("a\n", "b\n", PRINT_TEXT,
		"── one.md ──────────────\n\na\n\n── two.md ──────────────\n\nb\n");
	assert_printed("x\033[2Jy\n", NULL, PRINT_TEXT, "x␛[2Jy\n");
}

TEST(html_has_the_same_lines_and_nothing_of_a_text_is_a_tag)
{
	assert_printed("A **bold** *word*\n", NULL, PRINT_HTML,
		"<pre>\nA <b>bold</b> <i>word</i>\n</pre>");
	assert_printed("`<b>` & \"x\"\n", NULL, PRINT_HTML,
		"<pre>\n<span class=\"c\">&lt;b&gt;</span> &amp; &quot;x&quot;\n</pre>");
	assert_printed("[x](<https://e.org/\"a\"?b=1&c>)\n", NULL, PRINT_HTML,
		"<a href=\"https://e.org/&quot;a&quot;?b=1&amp;c\">x</a>");
	assert_printed("a\n", "b\n", PRINT_HTML, "<pre>\na\n</pre>\n<pre>\nb\n</pre>\n");
	struct buf out =
		print("[x](javascript:alert)\n\n<script>alert(1)</script>\n", NULL, 60, PRINT_HTML);
	assert_true(str_find(buf_str(&out), STR("javascript:"), 0) < 0);
	assert_true(str_find(buf_str(&out), STR("<script"), 0) < 0);
	buf_release(&out);
}

TEST(letters_get_smaller_where_lines_are_longer_than_paper)
{
	struct buf at80 = print("a\n", NULL, 80, PRINT_HTML),
		   at160 = print("a\n", NULL, 160, PRINT_HTML);
	assert_true(str_find(buf_str(&at80), STR("font: 10.0pt/"), 0) >= 0);
	assert_true(str_find(buf_str(&at160), STR("font: 5.2pt/"), 0) >= 0);
	buf_release(&at80);
	buf_release(&at160);
}

static void assert_file(const char *path, const char *want)
{
	struct buf b = test_read(path);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

TEST(what_is_printed_takes_no_file_s_place_unless_it_is_to)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	const char *path = arena_printf(&a, "%s/a.txt", test_tmpdir()).p;
	assert_true(print_write(path, STR("first"), false, &e));
	assert_false(print_write(path, STR("second"), false, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_file(path, "first");
	assert_true(print_write(path, STR("second"), true, &e));
	assert_file(path, "second");
	const char *notes = arena_printf(&a, "%s/a.md", test_tmpdir()).p;
	assert_false(print_write(notes, STR("x"), true, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_true(str_find(str_of(e.text), STR("would be read as notes"), 0) >= 0);
	arena_release(&a);
}

static void put_tool(struct arena *a, const char *dir, const char *name, const char *script)
{
	struct err e = { 0 };
	const char *path = path_join(a, str_of(dir), str_of(name));
	if (!files_write(path, str_of(script), &e))
		fail_msg("%s", e.text);
	assert_int_equal(chmod(path, 0700), 0);
}

TEST(a_pdf_is_made_by_the_first_program_that_can)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	char *before = getenv("PATH");
	struct str kept = arena_str(&a, str_of(before));
	const char *dir = test_tmpdir(), *pdf = arena_printf(&a, "%s/a.pdf", dir).p;
	setenv("PATH", dir, 1);
	assert_null(print_pdf_tool());
	assert_false(print_write(pdf, STR("<html>"), false, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_true(str_find(str_of(e.text), str_of(print_pdf_tools()), 0) >= 0);
	setenv("PATH", arena_printf(&a, "%s:%.*s", dir, STR_ARG(kept)).p, 1);
	put_tool(&a, dir, "weasyprint", "#!/bin/sh\nexit 3\n");
	put_tool(&a, dir, "wkhtmltopdf", "#!/bin/sh\nexit 4\n");
	assert_string_equal(print_pdf_tool(), "weasyprint");
	assert_false(print_write(pdf, STR("<html>"), false, &e));
	assert_true(str_find(str_of(e.text), STR("wkhtmltopdf made no PDF: it ended with code 4"),
			    0) >= 0);
	assert_false(access(pdf, F_OK) == 0);
	put_tool(&a, dir, "wkhtmltopdf", "#!/bin/sh\necho nothing\n");
	assert_false(print_write(pdf, STR("<html>"), false, &e));
	assert_true(str_find(str_of(e.text), STR("what it wrote is something else"), 0) >= 0);
	put_tool(&a, dir, "wkhtmltopdf", "#!/bin/sh\nprintf %%PDF-; cat\n");
	assert_true(print_write(pdf, STR("<html>"), false, &e));
	assert_file(pdf, "%PDF-<html>");
	setenv("PATH", kept.p, 1);
	arena_release(&a);
}
