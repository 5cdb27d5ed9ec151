/* sheet_select_test.c - lines of a sheet chosen by keys, and the card that is made of them. */
#include "screen/sheet_desk.h"

#include <stdio.h>

#include "test.h"

static const char costs_md[] = "# Costs\n\nOf arrays, which stand in a row, so that the next one "
			       "is always where one looks "
			       "for it\nand of lists.\n\n- one\n- two\n- three\n\n"
			       "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n## Code\n\n```c\nint "
			       "x;\nint y;\n```\n\nEnd.\n";

static int marked(struct desk *d)
{
	int rows = 0;
	screen(d);
	for (int row = 0; row < d->surface.rows - 1; row++)
		rows += d->surface.cell[row * d->surface.cols + d->surface.cols - 3].role ==
			ROLE_SELECTED;
	return rows;
}

/* Ask for a card of the marked lines; the answer that would be written. */
static void see_card(struct desk *d, const char *question, const char *answer)
{
	struct buf b = { 0 };
	type(d, "a");
	see(d, "New card");
	type(d, "\r");
	buf_addf(&b, "+ Q: %s\n + A: %s", question, answer);
	see(d, buf_cstr(&b));
	buf_release(&b);
	type(d, "q");
}

TEST(lines_are_chosen_and_shown_as_the_answer_of_a_card)
{
	struct desk d = sheet_desk_of(costs_md, 30, 70);
	type(&d, "v");
	see(&d, "1 line  ");
	assert_int_equal(marked(&d), 1);
	type(&d, "jjjj");
	see(&d, "• one");
	type(&d, "vj"); /* begun anew at the first item */
	see(&d, "2 lines");
	assert_int_equal(marked(&d), 2);
	see_card(&d, "Costs", "- one\n + - two");
	see_not(&d, "2 lines");
	assert_int_equal(marked(&d), 0);
	desk_free(&d);
}

TEST(a_line_amid_a_paragraph_is_taken_with_all_that_stands_in_it)
{
	struct desk d = sheet_desk_of("# Costs\n\nOf arrays, and of all that\nstands in a row, so "
				      "that one finds the next\nat once.\n\nEnd.\n",
		30, 40);
	see(&d, "Of arrays, and of all that stands in");
	type(&d, "vjjv"); /* past the title and the line below it */
	see(&d, "1 line  ");
	see_card(
		&d, "Costs", "Of arrays, and of all that\n + stands in a row, so that one finds …");
	type(&d, "vjjjv");
	see_card(&d, "Costs", "stands in a row, so that one fin…\n + at once.");
	desk_free(&d);
}

TEST(rows_of_a_table_and_lines_of_code_are_whole)
{
	struct desk d = sheet_desk_of(costs_md, 30, 70);
	type(&d, "/3  4\rv");
	see(&d, "1 line  ");
	see_card(&d, "Costs", "| a | b |\n + |---|---|\n + | 3 | 4 |");
	type(&d, "/int y\rv");
	see_card(&d, "Code", "```c\n + int y;\n + ```");
	type(&d, "/int x\rv");
	type(&d, "jk");
	see_card(&d, "Code", "```c\n + int x;\n + ```");
	desk_free(&d);
}

TEST(the_other_end_moves_too_and_escape_lets_go)
{
	struct desk d = sheet_desk_of(costs_md, 12, 70);
	type(&d, "/• two\rv");
	type(&d, "j");
	see(&d, "2 lines");
	type(&d, "ok");
	see(&d, "3 lines");
	see_card(&d, "Costs", "- one\n + - two\n + - three");
	type(&d, "vG");
	see(&d, "End.");
	type(&d, "o");
	type(&d, "\033");
	assert_int_equal(marked(&d), 0);
	type(&d, "v");
	app_resize(d.app, 12, 60); /* the lines are others now */
	assert_int_equal(marked(&d), 0);
	type(&d, "j");
	see_not(&d, " lines");
	desk_free(&d);
}

TEST(an_empty_sheet_has_no_lines_to_choose)
{
	struct desk d = sheet_desk_of("\n", 12, 70);
	type(&d, "v");
	see(&d, "There are no lines here");
	desk_free(&d);
}
