/* sheet_places_test.c - back and forward, marks, places that are kept, searches that come back. */
#include "screen/sheet_desk.h"

#include <stdio.h>
#include <string.h>

#include "hone/reading.h"
#include "test.h"

/* Paragraph `n` of heaps.md stands at the top of the page. */
static void see_top(struct desk *d, int n)
{
	struct buf want = { 0 };
	struct str rest = str_of(screen(d)), row;
	buf_addf(&want, "Paragraph number %d.", n);
	while (str_line(&rest, &row))
		if (str_find(row, STR("Paragraph number"), 0) >= 0)
			break;
	assert_str(str_trim(row), buf_cstr(&want));
	buf_release(&want);
}

static void open_heaps(struct desk *d)
{
	type(d, "}\r");
	see_sheet(d, "heaps.md");
}

TEST(back_and_forward_lead_through_the_places)
{
	struct desk d = sheet_desk(24, 80);
	see_not(&d, "< back");
	open_heaps(&d);
	see(&d, "< back");
	see(&d, "←1");
	type(&d, "]]]]]");
	see_top(&d, 41);
	type(&d, "cg\r");
	see(&d, "←2");
	type(&d, "\017");
	see_top(&d, 41);
	type(&d, "\177");
	see_sheet(&d, "trees.md");
	see(&d, "→2");
	see_not(&d, "←");
	type(&d, "<<");
	see_sheet(&d, "trees.md");
	type(&d, ">");
	see_top(&d, 41);
	type(&d, ">");
	see(&d, "Back to trees.");
	type(&d, "<<");
	open_heaps(&d); /* another way from here: the old one is forgotten */
	see_not(&d, "→");
	desk_free(&d);
}

TEST(back_passes_over_sheets_that_went)
{
	struct desk d = sheet_desk(24, 80);
	open_heaps(&d);
	type(&d, "o");
	see(&d, "walks.md");
	type(&d, "j\r");
	see_sheet(&d, "walks.md");
	char path[256];
	snprintf(path, sizeof path, "%s/heaps.md", d.dir);
	assert_int_equal(remove(path), 0);
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "<");
	see_sheet(&d, "trees.md");
	desk_free(&d);
}

TEST(marks_are_jumped_to_within_a_sheet_and_across)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "'");
	see(&d, "No mark is set yet: m sets one; ' for back");
	type(&d, "a");
	see(&d, "There is no mark a; ma sets it");
	type(&d, "mt");
	see(&d, "Marked: 't comes back here");
	open_heaps(&d);
	type(&d, "]]mj]]'j");
	see_top(&d, 11);
	type(&d, "''");
	see_top(&d, 31);
	type(&d, "''");
	see_top(&d, 11);
	type(&d, "'t");
	see_sheet(&d, "trees.md");
	type(&d, "''");
	see_sheet(&d, "heaps.md");
	see_top(&d, 11);
	type(&d, "m\033");
	type(&d, "'");
	see(&d, "To the mark (' for back): j heaps.md, t trees.md");
	type(&d, "\033");
	see_top(&d, 11);
	desk_free(&d);
}

TEST(the_end_and_a_search_can_be_taken_back)
{
	struct desk d = sheet_desk(24, 80);
	sheet_reopen(&d, 24, 80);
	type(&d, "''");
	see(&d, "Nothing was jumped to yet");
	open_heaps(&d);
	type(&d, "]]G''");
	see_top(&d, 11);
	type(&d, "/number 50\r");
	see(&d, "Paragraph number 50.");
	type(&d, "''");
	see_top(&d, 11);
	desk_free(&d);
}

TEST(places_and_marks_are_there_after_a_restart)
{
	struct desk d = sheet_desk(24, 80);
	open_heaps(&d);
	type(&d, "]]]mqjjj");
	sheet_reopen(&d, 24, 80);
	see_sheet(&d, "heaps.md");
	see_top(&d, 22);
	type(&d, "o");
	type(&d, "G\r");
	see_sheet(&d, "trees.md");
	type(&d, "'q");
	see_top(&d, 21);
	sheet_reopen(&d, 50, 60);
	see_top(&d, 21);
	desk_free(&d);
}

TEST(a_place_is_written_when_the_keys_rest_and_only_when_it_changed)
{
	struct desk d = sheet_desk(24, 80);
	open_heaps(&d);
	app_tick(d.app);
	int wake = app_wake_ms(d.app);
	uint64_t stamp = store_stamp(d.study->store);
	app_tick(d.app);
	assert_int_equal(app_wake_ms(d.app), wake);
	assert_true(store_stamp(d.study->store) == stamp);
	type(&d, "j");
	assert_int_equal(app_wake_ms(d.app), 1000);
	app_tick(d.app);
	assert_true(store_stamp(d.study->store) != stamp);
	struct reading r = { 0 };
	struct err e = { 0 };
	assert_true(reading_load(&r, d.study, &e));
	assert_str(reading_last(&r), "heaps.md");
	reading_release(&r);
	desk_free(&d);
}

TEST(a_sheet_that_is_edited_keeps_its_place)
{
	struct desk d = sheet_desk(24, 80);
	struct buf text = { 0 };
	open_heaps(&d);
	type(&d, "]]");
	buf_addf(&text, "# Heaps\n\nBack.\n\n");
	add_long(&text, 80);
	write_file(d.dir, "heaps.md", buf_cstr(&text));
	sync_study(d.study);
	app_study_changed(d.app);
	see_top(&d, 11);
	see(&d, " heaps.md");
	buf_release(&text);
	desk_free(&d);
}

TEST(a_search_goes_on_in_a_sheet_that_is_edited)
{
	struct desk d = sheet_desk(24, 80);
	struct buf text = { 0 };
	open_heaps(&d);
	type(&d, "/number 2\rn");
	see(&d, "2/11");
	buf_addf(&text, "# Heaps\n\nBack, number 2.\n\n");
	add_long(&text, 80);
	write_file(d.dir, "heaps.md", buf_cstr(&text));
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "3/12"); /* another one stands before it now */
	type(&d, "n");
	see(&d, "4/12");
	buf_release(&text);
	desk_free(&d);
}

TEST(a_search_shows_what_it_finds_while_it_is_typed)
{
	struct desk d = sheet_desk(24, 80);
	open_heaps(&d);
	type(&d, "/number 5");
	see(&d, "1/11");
	type(&d, "9");
	see(&d, "1/1");
	see(&d, "Paragraph number 59.");
	type(&d, "\033");
	see_not(&d, "1/1");
	see(&d, "Back to trees.");
	type(&d, "/nowhere");
	see(&d, "0/0");
	see(&d, "Back to trees.");
	type(&d, "\r");
	see(&d, "\"nowhere\" does not occur in this sheet");
	type(&d, "/number 6\rnn");
	see(&d, "On from the first place again");
	type(&d, "N");
	see(&d, "On from the last place again");
	see(&d, "2/2");
	type(&d, "\033");
	see_not(&d, "2/2");
	desk_free(&d);
}

TEST(searches_come_back_also_after_a_restart)
{
	struct desk d = sheet_desk(24, 80);
	open_heaps(&d);
	type(&d, "/number 7\r/number 12\r\033");
	sheet_reopen(&d, 24, 80);
	type(&d, "/");
	app_key(d.app, KEY_UP);
	see(&d, "Search: number 12");
	app_key(d.app, KEY_UP);
	see(&d, "Search: number 7");
	type(&d, "\r");
	see(&d, "1/1");
	desk_free(&d);
}
