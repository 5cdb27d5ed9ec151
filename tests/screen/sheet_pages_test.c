/* sheet_pages_test.c - how pages stand in the pane: width, the contents beside them, two of them. */
#include "screen/sheet_desk.h"

#include <stdio.h>
#include <string.h>

#include "test.h"

/* The columns of the longest row that holds `what`, or 0. */
static int row_with(struct desk *d, const char *what)
{
	struct str rest = str_of(screen(d)), row;
	while (str_line(&rest, &row))
		if (str_find(row, str_of(what), 0) >= 0)
			return text_cols(row);
	return 0;
}

TEST(the_contents_stand_beside_the_page_where_there_is_room)
{
	struct desk d = sheet_desk(24, 120);
	type(&d, "}\r");
	see_not(&d, "▸Heaps"); /* the pane is not that wide */
	type(&d, "z");
	app_tick(d.app);
	see(&d, "│▸Heaps");
	see(&d, "│   Part");
	type(&d, "]");
	see(&d, "│ Heaps");
	see(&d, "│  ▸Part");
	app_resize(d.app, 24, 100);
	see_not(&d, "▸Part");
	app_resize(d.app, 24, 120);
	type(&d, "C");
	see_not(&d, "│");
	sheet_reopen(&d, 24, 120);
	type(&d, "z");
	app_tick(d.app);
	see_not(&d, "│");
	type(&d, "C");
	see(&d, "│");
	desk_free(&d);
}

TEST(the_contents_beside_the_page_are_gone_through_there)
{
	struct desk d = sheet_desk(24, 120);
	type(&d, "}\rz");
	type(&d, "c");
	see(&d, "Back to trees."); /* the page stays in sight */
	type(&d, "jj\r");
	see_not(&d, "Back to trees.");
	see(&d, "Paragraph number 11.");
	app_resize(d.app, 24, 80);
	type(&d, "c");
	see_not(&d, "Paragraph number 11.");
	desk_free(&d);
}

TEST(lines_are_as_wide_as_is_chosen)
{
	struct buf text = { 0 };
	for (int i = 0; i < 400; i++)
		buf_addf(&text, "ab ");
	struct desk d = sheet_desk_of(buf_cstr(&text), 24, 200);
	type(&d, "zC");
	int wide = row_with(&d, " ab ab");
	type(&d, "-");
	see(&d, "84 columns");
	assert_true(row_with(&d, " ab ab") < wide);
	type(&d, "++++");
	assert_true(row_with(&d, " ab ab") > wide);
	see(&d, "100 columns");
	wide = row_with(&d, " ab ab");
	sheet_reopen(&d, 24, 200);
	type(&d, "z");
	assert_int_equal(row_with(&d, " ab ab"), wide);
	for (int i = 0; i < 40; i++)
		type(&d, "-");
	see(&d, "32 columns");
	for (int i = 0; i < 60; i++)
		type(&d, "+");
	see(&d, "196 columns, as wide as the pane");
	buf_release(&text);
	desk_free(&d);
}

/* Where the text leaves columns the outline takes them, and gives them back when the text is made wider. */
TEST(an_outline_is_as_wide_as_the_text_leaves_room_for)
{
	static const char heading[] = "▸A heading of more than thirty letters, to its end";
	struct buf text = { 0 };
	buf_addf(&text, "# Title\n\n## %s\n\n", heading + strlen("▸"));
	for (int i = 0; i < 4000; i++)
		buf_addf(&text, "ab ");
	struct desk d = sheet_desk_of(buf_cstr(&text), 24, 200);
	type(&d, "zG"); /* the heading is not on the page */
	see(&d, heading);
	for (int i = 0; i < 30; i++)
		type(&d, "+");
	see(&d, "as wide as the pane");
	see_not(&d, heading);
	see(&d, "▸A heading of more than");
	buf_release(&text);
	desk_free(&d);
}

TEST(a_text_without_headings_has_no_outline)
{
	struct desk d = sheet_desk_of("# Alone\n\nNothing but [words](notes/walks.md).\n", 24, 150);
	type(&d, "z");
	see_not(&d, "│");
	type(&d, "CC");
	see(&d, "The contents stand beside a page with headings");
	type(&d, "}\r");
	see(&d, "│▸Walks");
	type(&d, "<");
	see_not(&d, "│");
	desk_free(&d);
}

/* Of a long one that is known when all of it was laid out, and from then on. */
TEST(a_long_text_without_headings_lets_its_outline_go)
{
	struct buf text = { 0 };
	buf_addf(&text, "# Alone\n\n");
	for (int i = 0; i < 3000; i++)
		buf_addf(&text, "A paragraph of some words, number %d.\n\n", i);
	struct desk d = sheet_desk_of(buf_cstr(&text), 24, 150);
	type(&d, "z");
	for (int i = 0; i < 9 && app_wake_ms(d.app) == 0; i++)
		app_tick(d.app);
	assert_true(app_wake_ms(d.app) != 0);
	see_not(&d, "│");
	type(&d, "G");
	see(&d, "number 2999.");
	see_not(&d, "│");
	buf_release(&text);
	desk_free(&d);
}

TEST(two_sheets_stand_side_by_side_and_scroll_apart)
{
	struct desk d = sheet_desk(24, 120);
	type(&d, "z|");
	see(&d, "▸trees.md");
	see(&d, "Trees");
	type(&d, "w}\r"); /* the other page goes on */
	see(&d, "▸heaps.md");
	see(&d, "│");
	see(&d, "See heaps and how to walk");
	see(&d, "Back to trees.");
	type(&d, "G");
	see(&d, "Paragraph number 60.");
	see(&d, "See heaps and how to walk");
	type(&d, "w");
	see(&d, "▸trees.md");
	type(&d, "/rotations\r");
	see(&d, "Paragraph number 60.");
	type(&d, "|");
	see_not(&d, "Paragraph number 60.");
	see(&d, "See heaps and how to walk");
	type(&d, "|");
	see(&d, "Paragraph number 60.");
	desk_free(&d);
}

TEST(two_sheets_in_a_narrow_pane_say_what_is_missing)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "|");
	see(&d, "Two sheets stand side by side from 97 columns on");
	see(&d, "See heaps and how to walk");
	see_not(&d, "▸trees.md");
	app_resize(d.app, 24, 100);
	type(&d, "z");
	see(&d, "▸trees.md");
	desk_free(&d);
}

TEST(both_pages_follow_their_files_and_one_that_went_is_closed)
{
	struct desk d = sheet_desk(24, 120);
	char path[256];
	type(&d, "z|w}\r");
	write_file(d.dir, "trees.md", "# Trees\n\nWritten anew.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "Written anew.");
	snprintf(path, sizeof path, "%s/trees.md", d.dir);
	assert_int_equal(remove(path), 0);
	sync_study(d.study);
	app_study_changed(d.app);
	see_not(&d, "Written anew.");
	see_sheet(&d, "heaps.md");
	desk_free(&d);
}

TEST(a_sheet_pane_of_every_size_takes_every_key)
{
	static const char script[] = "}{fL\033c\033C|wo\033/x\rnN\033+-=hl[]mz'z''<>|wG g\r";
	static const int size[][2] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 40, 120 }, { 60, 200 },
		{ 5, 300 }, { 60, 97 } };
	struct desk d = sheet_desk(24, 80);
	for (size_t i = 0; i < LENGTH(size); i++) {
		app_resize(d.app, size[i][0], size[i][1]);
		for (const char *key = script; *key; key++) {
			app_key(d.app, *key);
			app_tick(d.app);
			assert_true(strlen(screen(&d)) > 0);
		}
		type(&d, "\033\0333z");
	}
	desk_free(&d);
}

TEST(where_every_file_is_more_than_a_sheet_they_are_listed)
{
	struct desk d = { .dir = test_tmpdir() };
	write_file(d.dir, "deck.md", basic_md);
	sheet_reopen(&d, 24, 80);
	see(&d, "Questions");
	see(&d, "deck.md");
	type(&d, "\r");
	see(&d, "Which queue does breadth first search use?");
	see_sheet(&d, "deck.md");
	desk_free(&d);
}
