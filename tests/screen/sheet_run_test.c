/* sheet_run_test.c - sheets chosen to be read in a row: choosing, going on, what is remembered. */
#include "screen/sheet_desk.h"

#include "test.h"
#include <stdio.h>
#include <unistd.h>

/* heaps.md (of several pages), notes/walks.md and trees.md, in the order of the list. */
static void choose_all(struct desk *d)
{
	type(d, "og");
	type(d, "mmm");
	see(d, "3 chosen");
}

TEST(chosen_sheets_are_one_run_of_pages)
{
	struct desk d = sheet_desk(24, 80);
	choose_all(&d);
	type(&d, "r");
	see(&d, "1 of 3  heaps.md");
	type(&d, "G");
	see(&d, "Paragraph number 60.");
	type(&d, " ");
	see(&d, "2 of 3  walks.md");
	see(&d, "Up to trees.");
	app_key(d.app, KEY_PAGE_UP); /* back to the end of the one before */
	see(&d, "1 of 3  heaps.md");
	see(&d, "Paragraph number 60.");
	type(&d, "))");
	see(&d, "3 of 3  trees.md");
	type(&d, "G ");
	see(&d, "This is the last of the 3 chosen sheets");
	type(&d, "((");
	see(&d, "1 of 3  heaps.md");
	see(&d, "Back to trees.");
	type(&d, "(");
	see(&d, "This is the first of the 3 chosen sheets");
	type(&d, "<"); /* the run is a way like any other */
	see(&d, "2 of 3  walks.md");
	desk_free(&d);
}

TEST(the_order_is_that_of_choosing_and_stays_for_the_study)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "oGm");
	see(&d, "r reads those that are");
	type(&d, "gm");
	see(&d, " 1 Trees");
	see(&d, " 2 Heaps");
	sheet_reopen(&d, 24, 80);
	see(&d, "1 of 2  trees.md");
	type(&d, "r)");
	see(&d, "2 of 2  heaps.md");
	type(&d, "oM");
	see(&d, "None is chosen any more; M chooses the 2 again");
	see_not(&d, " 2 Heaps");
	type(&d, "M");
	see(&d, " 2 Heaps");
	type(&d, "gm");
	see(&d, "1 chosen");
	see_not(&d, " 2 Heaps");
	type(&d, "g\r");
	see(&d, " heaps.md");
	see_not(&d, " of 1");
	desk_free(&d);
}

TEST(a_sheet_that_is_not_chosen_has_no_next_page)
{
	struct desk d = sheet_desk(24, 80);
	type(&d, "og");
	type(&d, "m\033");
	see_sheet(&d, "trees.md");
	see_not(&d, "1 of");
	type(&d, "G  ");
	see_sheet(&d, "trees.md");
	desk_free(&d);
}

TEST(a_chosen_sheet_that_went_is_passed_over)
{
	struct desk d = sheet_desk(24, 80);
	char path[256];
	choose_all(&d);
	snprintf(path, sizeof path, "%s/notes/walks.md", d.dir);
	assert_int_equal(unlink(path), 0);
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "r)");
	see(&d, "2 of 2  trees.md");
	desk_free(&d);
}

TEST(sheets_are_chosen_by_letters_of_their_names)
{
	struct desk d = sheet_desk(24, 100);
	app_key(d.app, key_parse(STR("Ctrl-P")));
	type(&d, "walks");
	app_key(d.app, key_parse(STR("Ctrl-T")));
	see(&d, "notes/walks.md is chosen, as number 1");
	see(&d, "›• notes/walks");
	type(&d, "\033");
	type(&d, "zr");
	see(&d, "1 of 1  walks.md");
	app_key(d.app, key_parse(STR("Ctrl-P")));
	type(&d, "walks");
	app_key(d.app, key_parse(STR("Ctrl-T")));
	see(&d, "notes/walks.md is not chosen any more; 0 are");
	type(&d, "\033");
	see_not(&d, "1 of 1");
	desk_free(&d);
}
