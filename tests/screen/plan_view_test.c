/* plan_view_test.c - the plan pane: dates, tasks, what is done with them. */
#include <stdlib.h>
#include <string.h>

#include "screen/plan_desk.h"
#include "test.h"

static const char plan_md[] = "# Graphs\n\n## Week 1: Walking\n\n"
			      "**Day 1: Breadth first (1 hour)** (2025-11-10)\n\n- [x] Read\n\n"
			      "**Day 2: Depth first (2 hours)** (2025-11-12)\n\n"
			      "- [ ] Write it (20 min)\n  - [ ] with a stack\n  - [ ] with calls\n"
			      "    - see https://example.org/dfs_(graphs), words.md\n"
			      "- [ ] Compare them\n\n"
			      "**Day 3: Progress assessment**\n\n- [ ] Ask yourself\n\n"
			      "**Day 4-5: Rest**\n\n- [ ] Sleep\n";

static struct desk desk_plan(int rows, int cols)
{
	return desk_with(plan_md, rows, cols);
}

TEST(the_month_shows_what_is_done_planned_and_checked_and_the_tasks_of_today)
{
	struct desk d = desk_plan(40, 120);
	see_block(&d, 2, 22, 0, 36,
		"▸1 Plan               November 2025\n"
		"\n"
		" Mo   Tu   We   Th   Fr   Sa   Su\n"
		"                           1    2\n"
		"\n"
		"  3    4    5    6    7    8    9\n"
		"\n"
		" 10✓  11  [12]  13·◆ 14·  15·  16\n"
		"\n"
		" 17   18   19   20   21   22   23\n"
		"\n"
		" 24   25   26   27   28   29   30\n"
		"\n"
		"\n"
		"\n"
		" ✓ done ◆ check\n"
		"\n"
		" Depth first                    2 h\n"
		" Week 1 · Day 2 · Wed 12 Nov\n"
		" ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/4\n"
		"\n"
		" □ Write it                    20 m\n");
	desk_free(&d);
}

TEST(a_week_without_days_stands_on_all_its_dates)
{
	static const char md[] = "# Violin\n\n## Week 1: Scales\n- [x] slowly\n\n"
				 "## Week 2: Thirds\n- [ ] in C\n- [x] in G\n\n"
				 "## Week 3 (Nov 24 - Nov 30): Sixths\n- [ ] in D\n";
	struct desk d = desk_with(md, 40, 120);
	see_block(&d, 9, 5, 0, 36,
		" 10◐  11◐ [12]◐ 13◐  14◐  15◐  16◐\n"
		"\n"
		" 17   18   19   20   21   22   23\n"
		"\n"
		" 24·  25·  26·  27·  28·  29·  30·\n");
	see_block(&d, 19, 2, 0, 36,
		" Thirds\n"
		" W2 · ~Mon 10-Sun 16 Nov, any day\n");
	desk_free(&d);
}

TEST(the_week_says_in_words_what_each_date_holds)
{
	struct desk d = desk_plan(24, 80);
	type(&d, "w");
	see_block(&d, 2, 8, 0, 35,
		" 10✓  Mo Breadth first      0/60 m\n"
		" 11   Tu\n"
		"[12]  We Depth first       0/120 m\n"
		" 13·◆ Th Progress assessment\n"
		" 14·  Fr Rest\n"
		" 15·  Sa Rest\n"
		" 16   Su\n"
		" ✓ done ◆ check\n");
	type(&d, "w");
	see(&d, "Mo   Tu   We");
	desk_free(&d);
}

/* The screen over the same study, opened anew. */
static void open_again(struct desk *d)
{
	struct err e = { 0 };
	app_free(d->app);
	assert_true(study_close(d->study, &e));
	d->study = study_open(d->dir, &e);
	assert_non_null(d->study);
	open_desk(d, 40, 120);
	type(d, "1");
}

TEST(the_week_or_the_month_is_chosen_for_the_next_time_too)
{
	struct desk d = desk_plan(40, 120);
	type(&d, "w");
	see(&d, " 14·  Fr Rest");
	open_again(&d);
	see(&d, " 14·  Fr Rest");
	type(&d, "w");
	see(&d, "Mo   Tu   We");
	open_again(&d);
	see(&d, "Mo   Tu   We");
	desk_free(&d);
}

TEST(a_low_pane_shows_the_dates_of_the_week_in_a_row)
{
	struct desk d = desk_plan(12, 40);
	see(&d, " 10✓  11  [12]  13·◆ 14·  15·  16");
	see(&d, "□ Write it");
	desk_free(&d);
}

TEST(dates_without_a_day_can_be_walked_over_and_said_so)
{
	struct desk d = desk_plan(40, 120);
	type(&d, "H");
	see(&d, "Tue 11 Nov");
	see(&d, "No day of the plan stands here");
	see_not(&d, "□ Write it");
	type(&d, "h");
	see(&d, "✓ Read");
	type(&d, "LLL");
	see(&d, "□ Ask yourself");
	type(&d, "}");
	see(&d, "December 2025");
	see(&d, "Sat 13 Dec");
	type(&d, "{{");
	see(&d, "October 2025");
	type(&d, "l");
	see(&d, "✓ Read");
	type(&d, ".");
	see(&d, "□ Write it");
	desk_free(&d);
}

TEST(space_ticks_a_task_with_those_below_it_and_one_undo_takes_all_back)
{
	struct desk d = desk_plan(40, 120);
	type(&d, " ");
	see_file(&d, "- [x] Write it (20 min)\n  - [x] with a stack\n  - [x] with calls\n");
	see(&d, "3/4");
	see(&d, "and 2 more");
	type(&d, "u");
	see_file(&d, "- [ ] Write it (20 min)\n  - [ ] with a stack\n  - [ ] with calls\n");
	desk_free(&d);
}

/* A clock that the test moves. */
static void at(struct desk *d, const char *time)
{
	bool turned;
	struct err e = { 0 };
	setenv("HONE_NOW", time, 1);
	assert_true(study_now(d->study, &turned, &e));
}

TEST(a_timer_runs_on_its_row_wakes_each_second_and_is_logged)
{
	struct desk d = desk_plan(40, 120);
	assert_int_equal(app_wake_ms(d.app), -1);
	type(&d, "t");
	see(&d, "⏱ 0:00");
	assert_in_range(app_wake_ms(d.app), 1, 1000);
	at(&d, "2025-11-12T09:12:40");
	app_tick(d.app);
	see(&d, "⏱ 12:40");
	type(&d, "p");
	see(&d, "⏸ 12:40");
	assert_int_equal(app_wake_ms(d.app), -1);
	type(&d, "pt");
	see(&d, "13 min logged.");
	see(&d, "13/20 m");
	see(&d, "0/4 · 0:13 h");
	desk_free(&d);
}

TEST(a_timer_of_another_day_is_named_and_wakes_nobody)
{
	struct desk d = desk_plan(40, 120);
	type(&d, "tl");
	see(&d, "⏱ Write it");
	assert_int_equal(app_wake_ms(d.app), -1);
	desk_free(&d);
}

TEST(minutes_by_hand_are_added_and_taken_off)
{
	struct desk d = desk_plan(40, 120);
	type(&d, "T45\r");
	see(&d, "45/20 m");
	type(&d, "T-15\r");
	see(&d, "30/20 m");
	type(&d, "Tsome\r");
	see(&d, "\"some\" is no number of minutes");
	type(&d, "\033T-31\r");
	see(&d, "30/20 m");
	desk_free(&d);
}

TEST(a_note_stands_in_the_plan_and_under_its_task)
{
	struct desk d = desk_plan(40, 120);
	type(&d, "jjjnThe stack wins\r");
	see_file(&d, "- [ ] Compare them\n  - The stack wins\n");
	see(&d, "     The stack wins");
	type(&d, "k");
	see_not(&d, "     The stack wins");
	type(&d, "u");
	see_file(&d, "- [ ] Compare them\n\n**Day 3");
	desk_free(&d);
}

TEST(what_a_task_names_is_opened_one_after_the_other)
{
	struct desk d = desk_plan(40, 120);
	type(&d, "jjo");
	assert_int_equal(app_wish(d.app), APP_WISH_FOLLOW);
	assert_string_equal(app_followed(d.app), "https://example.org/dfs_(graphs)");
	see(&d, "1 of 2");
	type(&d, "o");
	assert_int_equal(app_wish(d.app), APP_WISH_NONE);
	see(&d, "▸3 Sheet");
	see(&d, "words.md");
	type(&d, "1kko");
	see(&d, "The task names no page");
	desk_free(&d);
}

TEST(tasks_stand_under_the_title_of_their_session)
{
	struct desk d = desk_with(
		"# Graphs\n\n## Week 1: Walking\n\n**Day 1: Breadth first** (2025-11-12)\n\n"
		"**Session 1 - Queues (45-60 min)** ✅:\n- [x] Read\n\n"
		"**Session 2 - Rings (30 min)**:\n- [ ] Draw one\n"
		"- [ ] Two - Deferred to Week 2\n",
		40, 120);
	see_block(&d, 22, 6, 0, 36,
		"\n"
		" Session 1 - Queues       ✓ 45-60 m\n"
		" ✓ Read\n"
		" Session 2 - Rings             30 m\n"
		" □ Draw one\n"
		" □ Two - Deferred to Week… deferred\n");
	type(&d, "j ");
	see(&d, "✓ Draw one");
	desk_free(&d);
}

TEST(a_move_of_the_cursor_draws_only_its_rows)
{
	struct desk d = desk_plan(40, 120);
	for (const char *key = "jjkGgjnx\rjkkjG"; *key; key++) {
		app_key(d.app, *key);
		app_draw(d.app, &d.surface);
		size_t n = (size_t)d.surface.rows * (size_t)d.surface.cols * sizeof *d.surface.cell;
		void *parts = malloc(n);
		assert_non_null(parts);
		memcpy(parts, d.surface.cell, n);
		app_damaged(d.app);
		app_draw(d.app, &d.surface);
		assert_memory_equal(parts, d.surface.cell, n);
		free(parts);
	}
	desk_free(&d);
}

TEST(the_pane_draws_at_every_size)
{
	static const struct {
		int rows, cols;
	} size[] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 40, 120 }, { 60, 200 }, { 3, 12 },
		{ 1, 1 }, { 9, 76 }, { 200, 500 } };
	struct desk d = desk_plan(40, 120);
	for (size_t i = 0; i < LENGTH(size); i++) {
		app_resize(d.app, size[i].rows, size[i].cols);
		for (const char *key = "wlHm\033t}w."; *key; key++) {
			app_key(d.app, *key);
			assert_true(strlen(screen(&d)) > 0);
		}
	}
	desk_free(&d);
}

TEST(head_and_pane_name_the_same_day_where_one_was_left_out)
{
	struct desk d =
		desk_with("# Knots\n\n## Week 1: Ropes\n\n**Day 1: Loops**\n\n- [ ] A\n\n"
			  "**Day 2: Bends** DONE\n\n- [x] B\n\n**Day 3: Hitches**\n\n- [ ] C\n",
			40, 120);
	see(&d, "Week 1 › Day 1 Loops");
	see(&d, "Week 1 · Day 1 · ~Wed 12 Nov");
	desk_free(&d);
}
