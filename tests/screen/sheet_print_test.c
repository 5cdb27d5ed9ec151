/* sheet_print_test.c - sheets into files, by keys. */
#include "screen/sheet_desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "test.h"

static void erase(struct desk *d)
{
	app_key(d->app, key_parse(STR("Ctrl-U")));
}

static void print(struct desk *d, const char *key, const char *name)
{
	type(d, key);
	see(d, "Print to (.pdf .html .txt):");
	erase(d);
	type(d, name);
	type(d, "\r");
	app_tick(d->app);
}

static struct buf read_file(struct desk *d, const char *name)
{
	char path[256];
	snprintf(path, sizeof path, "%s/%s", d->dir, name);
	return test_read(path);
}

static void assert_has(struct desk *d, const char *name, const char *want, bool is)
{
	struct buf b = read_file(d, name);
	if ((str_find(buf_str(&b), str_of(want), 0) >= 0) != is)
		fail_msg("%s in:\n%s", want, buf_cstr(&b));
	buf_release(&b);
}

TEST(a_sheet_is_printed_into_the_file_that_is_named)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "p");
	see(&d, "Print to (.pdf .html .txt): trees.");
	type(&d, "\033");
	print(&d, "p", "out.txt");
	see(&d, "Printed to ");
	assert_has(&d, "out.txt", "Trees\n─────\n\nSee heaps and how to walk", true);
	print(&d, "p", "out.html");
	assert_has(&d, "out.html", "<a href=\"https://example.org/trees?a=1\">the web</a>", true);
	print(&d, "p", "sub/none.txt");
	see(&d, "cannot be made");
	desk_free(&d);
}

TEST(a_file_is_written_over_only_after_a_yes)
{
	struct desk d = sheet_desk(24, 80);
	write_file(d.dir, "out.txt", "mine");
	print(&d, "p", "out.txt");
	see(&d, "Overwrite it? yes, or another name:");
	type(&d, "\r");
	app_tick(d.app);
	assert_has(&d, "out.txt", "mine", true);
	print(&d, "p", "out.txt");
	type(&d, "\033");
	app_tick(d.app);
	assert_has(&d, "out.txt", "mine", true);
	print(&d, "p", "out.txt");
	type(&d, "other.txt\r");
	app_tick(d.app);
	see(&d, "Printed to ");
	assert_has(&d, "out.txt", "mine", true);
	assert_has(&d, "other.txt", "Trees", true);
	print(&d, "p", "out.txt");
	type(&d, "yes\r");
	app_tick(d.app);
	assert_has(&d, "out.txt", "mine", false);
	assert_has(&d, "out.txt", "Trees", true);
	print(&d, "p", "heaps.md"); /* not even asked */
	see(&d, "would be read as notes");
	desk_free(&d);
}

TEST(the_chosen_sheets_are_printed_in_their_order)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "P");
	see_not(&d, "Print to");
	type(&d, "oGm");
	type(&d, "gm\033");
	print(&d, "P", "all.txt");
	struct buf b = read_file(&d, "all.txt");
	ptrdiff_t trees = str_find(buf_str(&b), STR("── trees.md ─"), 0),
		  heaps = str_find(buf_str(&b), STR("── heaps.md ─"), 0);
	assert_true(trees == 0 && heaps > trees);
	buf_release(&b);
	desk_free(&d);
}

TEST(without_a_program_for_pdf_it_says_what_is_missing)
{
	struct desk d = sheet_desk(24, 120);
	struct arena a = { 0 };
	struct str path = arena_str(&a, str_of(getenv("PATH")));
	setenv("PATH", d.dir, 1);
	type(&d, "p");
	see(&d, "trees.txt");
	type(&d, "\033");
	print(&d, "p", "out.pdf");
	see(&d, "install weasyprint or wkhtmltopdf");
	setenv("PATH", path.p, 1);
	arena_release(&a);
	desk_free(&d);
}
