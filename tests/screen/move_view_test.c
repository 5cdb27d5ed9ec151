/* move_view_test.c - the move screen: what is offered, what it would change, and doing it. */
#include <stdlib.h>
#include <string.h>

#include "screen/plan_desk.h"
#include "test.h"

static const char plan_md[] = "# Knots\n\n## Week 1: Ropes\n\n"
			      "**Day 1: Loops (1 hour)** (2025-11-10)\n\n- [x] Read\n\n"
			      "**Day 2: Hitches**\n\n- [ ] Tie\n\n"
			      "**Day 3-4: Bends**\n\n- [ ] Join\n\n"
			      "**Day 5: Splices**\n\n- [ ] Weave\n";

static struct desk desk_moves(const char *keys)
{
	struct desk d = desk_with(plan_md, 40, 120);
	type(&d, keys);
	return d;
}

TEST(a_shift_is_shown_before_it_is_made)
{
	struct desk d = desk_moves("m");
	see_block(&d, 2, 9, 0, 42,
		" Shift    1 study day later\n"
		" Stretch  1 study day more\n"
		" Split    the rest on Thu 13 Nov\n"
		" Swap     with W1 D3-4 Bends\n"
		" Defer    out of the calendar for now\n"
		" Days off Wed 12 Nov\n"
		" Start    the plan on Wed 12 Nov\n"
		" Rhythm   an hour on weekdays: mon 60, t…\n"
		"\n");
	see_block(&d, 2, 15, 43, 77,
		" With Enter: moved Week 1 Day 2 \"Hitches\" 1 study day later\n"
		" Changes the dates of 3 days; the plan then ends Sun 16 Nov, not Sat 15 Nov\n"
		"\n"
		"                                        now                then\n"
		" Week 1 Day 2 Hitches                   Wed 12 Nov         Thu 13 Nov\n"
		" Week 1 Day 3-4 Bends                   Thu 13-Fri 14 Nov  Fri 14-Sat 15 Nov\n"
		" Week 1 Day 5 Splices                   Sat 15 Nov         Sun 16 Nov\n"
		"\n"
		" now  Nov 2025           then  Nov 2025\n"
		" Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su\n"
		"                 1  2                    1  2\n"
		"  3  4  5  6  7  8  9     3  4  5  6  7  8  9\n"
		" 10 11 12 13 14 15 16    10 11 12 13 14 15 16\n"
		" 17 18 19 20 21 22 23    17 18 19 20 21 22 23\n"
		" 24 25 26 27 28 29 30    24 25 26 27 28 29 30\n");
	desk_free(&d);
}

TEST(esc_leaves_everything_as_it_was)
{
	struct desk d = desk_moves("m33\033");
	see(&d, "Week 1 · Day 2 · ~Wed 12 Nov");
	see_not(&d, "undo: moved");
	desk_free(&d);
}

TEST(enter_makes_the_move_says_so_and_u_takes_it_back)
{
	struct desk d = desk_moves("m+\r");
	see(&d, "Moved Week 1 Day 2 \"Hitches\" 2 study days later");
	see(&d, "Fri 14 Nov");
	see(&d, "first planned Tue 11 Nov");
	type(&d, "u");
	see(&d, "Undone: moved Week 1 Day 2");
	see(&d, "Week 1 · Day 2 · ~Wed 12 Nov");
	desk_free(&d);
}

TEST(the_signs_for_later_and_earlier_begin_with_that_shift)
{
	struct desk d = desk_moves("l>");
	see(&d, "Shift    1 study day later");
	type(&d, "\033<");
	see(&d, "Shift    1 study day earlier");
	see(&d, "With Enter: moved Week 1 Day 3-4 \"Bends\" 1 study day earlier");
	desk_free(&d);
}

TEST(what_cannot_be_done_says_why_and_changes_nothing)
{
	struct desk d = desk_moves("<");
	see(&d, "This cannot be done:");
	see(&d, "cannot stand before today");
	type(&d, "\r");
	see(&d, "Shift    1 study day earlier");
	see(&d, "cannot stand before today");
	see_not(&d, "undo:");
	desk_free(&d);
}

TEST(numbers_are_typed_erased_and_stepped_past_zero)
{
	struct desk d = desk_moves("m12");
	see(&d, "Shift    12 study days later");
	app_key(d.app, KEY_BACKSPACE);
	see(&d, "Shift    1 study day later");
	type(&d, "-");
	see(&d, "Shift    1 study day earlier");
	type(&d, "+");
	see(&d, "Shift    1 study day later");
	type(&d, "0");
	see(&d, "stays where it is");
	type(&d, "e-3\r");
	see(&d, "Shift    3 study days earlier");
	type(&d, "emany\r");
	see(&d, "\"many\" is no number up to 365");
	desk_free(&d);
}

TEST(each_kind_of_move_can_be_made)
{
	static const struct {
		const char *keys, *said;
	} rows[] = {
		{ "mj2\r", "Gave 2 study days more to Week 1 Day 2 \"Hitches\"" },
		{ "mjj+\r", "Split Week 1 Day 2 \"Hitches\", the rest on 2025-11-14" },
		{ "mjjj+\r", "Swapped Week 1 Day 2 \"Hitches\" with Week 1 Day 5 \"Splices\"" },
		{ "mjjjj\r", "Deferred Week 1 Day 2 \"Hitches\"" },
		{ "mjjjj\rm\r", "Brought back Week 1 Day 2 \"Hitches\"" },
		{ "mjjjjj2\r", "Took off 2025-11-12 to 2025-11-13" },
		{ "mjjjjj2\rHHm\r", "Made a study day of 2025-11-12" },
		{ "lmjjjjj\r", "Took off 2025-11-13" },
		{ "mGke2025-11-20\r\r", "Set the start to 2025-11-20" },
		{ "mGemon 60, sat 2h\r\r", "Set the rhythm of the week to mon 60, sat 120" },
		{ "mG\r", "Set the rhythm of the week to mon 60, tue 60, wed 60, thu 60, fri 60" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = desk_moves(rows[i].keys);
		see(&d, rows[i].said);
		type(&d, "u");
		see(&d, "Undone: ");
		desk_free(&d);
	}
}

TEST(a_date_without_a_day_can_be_taken_off)
{
	struct desk d = desk_moves("JJm");
	see(&d, "Days off Wed 26 Nov");
	see_not(&d, "Shift ");
	see(&d, "No day of the plan changes its date");
	type(&d, "\r");
	see(&d, "Took off 2025-11-26");
	see(&d, "Off: no study on this date");
	see(&d, " 26-");
	see(&d, "- off");
	desk_free(&d);
}

TEST(a_day_that_is_done_offers_no_move_of_its_own)
{
	struct desk d = desk_moves("hm");
	see_not(&d, "Shift ");
	see(&d, "Days off Wed 12 Nov");
	desk_free(&d);
}

TEST(an_undo_while_it_is_open_is_followed)
{
	struct desk d = desk_moves("m\rm");
	see(&d, "Thu 13 Nov         Fri 14 Nov");
	type(&d, "u");
	see(&d, "Wed 12 Nov         Thu 13 Nov");
	desk_free(&d);
}

TEST(many_days_scroll)
{
	struct buf plan = { 0 };
	buf_add(&plan, STR("# Long\n\n## Week 1: All\n\n"));
	for (int i = 1; i <= 60; i++)
		buf_addf(&plan, "**Day %d: Part %d**\n\n- [ ] Do %d\n\n", i, i, i);
	struct desk d = desk_with(buf_cstr(&plan), 24, 80);
	type(&d, "m");
	see(&d, "1-7 of 60");
	see(&d, "Part 7 ");
	app_key(d.app, KEY_PAGE_DOWN);
	see(&d, "8-14 of 60");
	see_not(&d, "Part 7 ");
	buf_release(&plan);
	desk_free(&d);
}

TEST(the_move_screen_draws_at_every_size)
{
	static const struct {
		int rows, cols;
	} size[] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 40, 120 }, { 60, 200 }, { 3, 12 },
		{ 1, 1 }, { 9, 101 }, { 200, 500 } };
	struct desk d = desk_moves("m");
	for (size_t i = 0; i < LENGTH(size); i++) {
		app_resize(d.app, size[i].rows, size[i].cols);
		for (const char *key = "jjjjjjjg-+"; *key; key++) {
			app_key(d.app, *key);
			assert_true(strlen(screen(&d)) > 0);
		}
	}
	desk_free(&d);
}

TEST(a_day_is_chosen_of_its_alternatives)
{
	struct desk d =
		desk_with("# Knots\n\n## Week 1: Ropes\n\n**Day 1-2: Race**\n\n- [ ] Row\n\n"
			  "**Day 1-2: Practise**\n\n- [ ] Sail\n\n**Day 3: Rest**\n\n- [ ] Sleep\n",
			40, 120);
	type(&d, "lm");
	see(&d, "Choose   this day of its alternatives");
	type(&d, "jjjjj");
	see(&d, "With Enter: chose Week 1 Day 1-2 \"Practise\"");
	see(&d, "Week 1 Day 1-2 Race");
	see(&d, "no date");
	type(&d, "\rh");
	see(&d, "deferred");
	type(&d, "m");
	see(&d, "Resume   back into the calendar, next");
	see(&d, "Choose   this day of its alternatives");
	type(&d, "j\rl");
	see(&d, "Practise");
	see(&d, "deferred");
	type(&d, "uu");
	see_not(&d, "deferred");
	see_not(&d, "undo: ");
	desk_free(&d);
}
