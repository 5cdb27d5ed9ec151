/* day_view_test.c - the page of a day, and its end. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hone/files.h"
#include "hone/join.h"
#include "screen/plan_desk.h"
#include "test.h"

static const char plan_md[] =
	"# Graphs\n\n## Week 1: Walking\n\n"
	"**Day 1: Breadth first (1 hour)** (2025-11-10) DONE\n\n- [x] Read\n\n"
	"**Day 2: Depth first (2 hours)** (2025-11-12)\n\n"
	"**Goal**: walk a graph without getting lost\n\n"
	"**Topics**:\n- Stacks - how calls use them\n- Bitboards\n\n"
	"**Session 1: By hand (30 min)**\n- [ ] Write it (20 min), see words.md\n"
	"  - [ ] with a stack\n"
	"**Session 2: By heart**\n- [ ] Compare them\n\n"
	"**Resources**:\n- [A page](https://example.org/dfs)\n- lost.md\n\n"
	"**Success Criteria**:\n- Can say it aloud\n\n"
	"**Day 3: Rest** (2025-11-13)\n\nNothing at all.\n\n"
	"**Day 4: Cycles (45 min)** (2025-11-15)\n\n- [ ] Find one\n";

static const char topics_md[] = "# Topics\n\n## Area 1: Tools\n\n"
				"| # | Topic | Status |\n|---|---|---|\n"
				"| 1 | stacks | [unsure] |\n";

static const char cards_md[] = "# Cards\n\n## Stacks\n\nQ: What does a push cost?\nA: One step.\n";

static struct desk desk_day(int rows, int cols, const char *keys)
{
	struct desk d = desk_with(plan_md, rows, cols);
	write_file(d.dir, "topics.md", topics_md);
	write_file(d.dir, "cards.md", cards_md);
	write_file(d.dir, "day2-walks.md", "# Walks\n\nA sheet.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, keys);
	return d;
}

TEST(the_page_of_a_day_shows_all_that_the_plan_says_of_it)
{
	static const char *const parts[] = { "Depth first", "Week 1 · Day 2 · Wed 12 Nov · open",
		"walk a graph without getting lost", "Session 1: By hand", "□ Write it", "? Stacks",
		"unsure", "Bitboards", "not in your topics", "A page", "https://example.org/dfs",
		"not in this study", "Walks", "day2-walks.md", "Can say it aloud" };
	struct desk d = desk_day(60, 100, "\r");
	for (size_t i = 0; i < LENGTH(parts); i++)
		see(&d, parts[i]);
	desk_free(&d);
}

static bool take_only(void *ctx, const struct card *c)
{
	*(int64_t *)ctx = c->id;
	return false;
}

TEST(reviews_of_its_topics_follow_what_was_said_of_the_cards)
{
	struct desk d = desk_day(60, 100, "");
	struct err e = { 0 };
	struct topic_row *topic;
	struct arena a = { 0 };
	size_t n;
	bool turned;
	int64_t card = 0;
	assert_true(catalog_cards(d.study->store, STR("push"), take_only, &card, &e));
	assert_true(catalog_topics(d.study->store, &topic, &n, &a, &e));
	assert_true(study_grade(d.study, card, 4, 0, NULL, &e));
	setenv("HONE_NOW", "2025-11-14T09:00:00", 1);
	assert_true(study_now(d.study, &turned, &e));
	app_study_changed(d.app);
	type(&d, "\r");
	see(&d, "unsure · 1 due");
	struct join pair = { .from = card, .to = topic[0].id };
	assert_true(join_say(d.study, &pair, &e));
	app_study_changed(d.app);
	see_not(&d, "1 due");
	see(&d, "unsure");
	pair.yes = true;
	assert_true(join_say(d.study, &pair, &e));
	app_study_changed(d.app);
	see(&d, "unsure · 1 due");
	arena_release(&a);
	desk_free(&d);
}

TEST(tasks_are_ticked_and_noted_on_the_page_and_in_the_file)
{
	struct desk d = desk_day(60, 100, "\r ");
	see(&d, "✓ Write it");
	see_file(&d, "- [x] Write it (20 min), see words.md\n  - [x] with a stack\n");
	type(&d, "nhalf of it\r");
	see(&d, "half of it");
	see_file(&d, "half of it\n");
	type(&d, "T25\r");
	see(&d, "25 m of 20 m");
	type(&d, "t");
	see(&d, "running");
	type(&d, "tuuu");
	see_file(&d, plan_md + strlen("# Graphs\n"));
	desk_free(&d);
}

static void at(struct desk *d, const char *time)
{
	bool turned;
	struct err e = { 0 };
	setenv("HONE_NOW", time, 1);
	assert_true(study_now(d->study, &turned, &e));
}

TEST(a_timer_counts_seconds_while_it_runs_and_is_in_sight)
{
	struct desk d = desk_day(20, 100, "\r");
	assert_int_equal(app_wake_ms(d.app), -1);
	type(&d, "t");
	see(&d, "running 0:00");
	assert_in_range(app_wake_ms(d.app), 1, 1000);
	at(&d, "2025-11-12T09:12:40");
	app_tick(d.app);
	see(&d, "running 12:40 · 20 m");
	type(&d, "G");
	see_not(&d, "running");
	assert_int_equal(app_wake_ms(d.app), -1);
	type(&d, "gt");
	see(&d, "running 0:00 · 2 h");
	see(&d, "13 min logged.");
	assert_in_range(app_wake_ms(d.app), 1, 1000);
	at(&d, "2025-11-12T10:15:00");
	app_tick(d.app);
	see(&d, "running 1:02:20 · 2 h");
	type(&d, "t");
	see_not(&d, "running");
	assert_int_equal(app_wake_ms(d.app), -1);
	desk_free(&d);
}

TEST(the_page_goes_from_day_to_day_and_stops_at_the_ends)
{
	struct desk d = desk_day(40, 100, "\r]");
	see(&d, "3 of 4");
	see(&d, "No boxes to tick here.");
	type(&d, "]]]");
	see(&d, "4 of 4");
	type(&d, "9[");
	see(&d, "1 of 4");
	see(&d, "Breadth first");
	type(&d, "\033");
	see(&d, "1 Plan");
	desk_free(&d);
}

TEST(a_file_that_a_task_names_opens_in_the_sheet_pane)
{
	struct desk d = desk_day(40, 120, "\ro");
	see(&d, "▸3 Sheet");
	see(&d, "words.md");
	desk_free(&d);
}

/* Down to the row that holds that. */
static void put_cursor(struct desk *d, const char *what)
{
	for (int i = 0; i < 60; i++) {
		struct str rest = str_of(screen(d)), line = { 0 };
		for (int row = 0; row <= d->surface.cursor_row; row++)
			str_line(&rest, &line);
		if (str_find(line, str_of(what), 0) >= 0)
			return;
		type(d, "j");
	}
	fail_msg("no row with \"%s\"", what);
}

TEST(a_page_of_the_web_is_for_the_browser_and_a_missing_file_says_so)
{
	struct desk d = desk_day(60, 100, "\r");
	put_cursor(&d, "A page");
	type(&d, "o");
	assert_int_equal(app_wish(d.app), APP_WISH_FOLLOW);
	assert_string_equal(app_followed(d.app), "https://example.org/dfs");
	put_cursor(&d, "lost.md");
	type(&d, "o");
	see(&d, "lost.md is no file of this study");
	desk_free(&d);
}

TEST(a_plan_without_days_has_no_page)
{
	struct desk d = desk_with("# Notes\n\nNothing planned.\n", 24, 80);
	type(&d, "\rE");
	see(&d, "No plan yet.");
	desk_free(&d);
}

TEST(a_day_that_goes_from_the_plan_is_said_to_be_gone)
{
	struct desk d = desk_day(40, 100, "\rE");
	write_file(d.dir, "plan.md",
		"# Graphs\n\n## Week 1: Walking\n\n**Day 9: Other**\n\n- [ ] a\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "This day is gone.");
	type(&d, "yj\033");
	see(&d, "This day is gone.");
	type(&d, " t\033");
	see(&d, "Other");
	desk_free(&d);
}

/* Whatever the size, each row can be reached and nothing is drawn beside the screen. */
TEST(both_pages_fit_small_screens)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 12, 40 }, { 5, 20 }, { 24, 80 }, { 60, 200 } };
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct desk d = desk_day(sizes[i].rows, sizes[i].cols, "\r");
		type(&d, "GggGjjkk");
		type(&d, "G");
		see(&d, "aloud");
		type(&d, "Ejjjj");
		see(&d, "What comes next");
		type(&d, "k      ");
		type(&d, "kkkk");
		see(&d, "Knowledge check");
		desk_free(&d);
	}
}

/* ---- the end of the day */

TEST(the_end_of_the_day_says_what_was_done)
{
	struct desk d = desk_day(40, 120, "T90\rE");
	see(&d, "1:30 h worked on the day today");
	see(&d, "0 of 3 tasks done, 3 open");
	see(&d, "No cards answered today");
	desk_free(&d);
}

TEST(nothing_is_written_before_y)
{
	struct desk d = desk_day(40, 120, "Ejjjjkkkkjj\rl\rjj\rkk\033");
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d.dir), STR("plan.md")));
	assert_string_equal(buf_cstr(&b), plan_md);
	buf_release(&b);
	arena_release(&a);
	desk_free(&d);
}

TEST(the_status_is_shown_as_lines_and_written_on_y)
{
	struct desk d = desk_day(40, 120, "Ejj");
	see(&d, "- **Day 2: Depth first (2 hours)** (2025-11-12)");
	see(&d, "+ **Day 2: Depth first (2 hours)** (2025-11-12) DONE");
	type(&d, "y");
	see_file(&d, "**Day 2: Depth first (2 hours)** (2025-11-12) DONE\n");
	type(&d, "u");
	see_file(&d, "**Day 2: Depth first (2 hours)** (2025-11-12)\n");
	type(&d, "l");
	see(&d, "Mark the day in-progress");
	desk_free(&d);
}

TEST(the_check_of_the_day_is_shown_and_begins)
{
	struct desk d = desk_day(40, 120, "E");
	see(&d, "4 questions: 4 of what was studied today, 0 due.");
	see(&d, "What does a push cost?");
	see(&d, "explain: Graph walks"); /* of a sheet that the day names */
	type(&d, "\r");
	see(&d, "1 of 4");
	see(&d, "What does a push cost?");
	type(&d, "q");
	see(&d, "goes on: 0 of 4 answered");
	type(&d, "q");
	see(&d, "The check of today goes on: 0 of 4 answered.");
	desk_free(&d);
}

TEST(a_check_of_a_day_of_which_nothing_is_left_says_so_and_asks_the_day_before)
{
	struct desk d = desk_day(40, 120, "lE");
	see(&d, "4 questions: 0 of what was studied today, 0 due, 4 of an earlier day.");
	see(&d, "Nothing of today can be asked: no card was begun");
	see(&d, "(Depth first).");
	type(&d, "\r");
	see(&d, "review  1 of 4");
	desk_free(&d);
}

TEST(a_sheet_for_the_day_is_made_once_and_given_to_the_editor)
{
	struct arena a = { 0 };
	int line;
	struct desk d = desk_day(40, 120, "Ej");
	see(&d, "A new file, day2-stacks-bitboards.md:");
	see(&d, "+ ## Bitboards");
	type(&d, "y");
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	assert_string_equal(app_edited(d.app, &line), "day2-stacks-bitboards.md");
	struct buf b = test_read(path_join(&a, str_of(d.dir), STR("day2-stacks-bitboards.md")));
	assert_string_equal(
		buf_cstr(&b), "# Day 2: Depth first\n\n## Stacks\n\n\n## Bitboards\n\n");
	see(&d, "is there already");
	type(&d, "y");
	assert_int_equal(app_wish(d.app), APP_WISH_NONE);
	buf_release(&b);
	arena_release(&a);
	desk_free(&d);
}

TEST(what_comes_next_is_the_next_day_by_the_calendar)
{
	struct desk d = desk_day(40, 120, "llEjjjj");
	see(&d, "Tomorrow, Thu 13 Nov · Week 1 · Day 3");
	type(&d, "\r");
	see(&d, "No boxes to tick here.");
	desk_free(&d);
}

TEST(a_plan_with_broken_letters_is_repaired_before_lines_are_written)
{
	struct desk d =
		desk_with("# Caf\xc3\x83\xc2\xa9\n\n## Week 1: Walking\n\n"
			  "**Day 1: Le caf\xc3\x83\xc2\xa9 \xc3\xa2\xe2\x82\xac\xe2\x80\x9c un** "
			  "(2025-11-12)\n\n- [ ] Read\n",
			40, 120);
	type(&d, "Ejjj");
	see(&d, "Repair the plan's letters");
	see(&d, "was saved in a wrong encoding");
	type(&d, "y");
	see_file(&d, "Le caf\xc3\xa9");
	see(&d, "Summary into the plan");
	desk_free(&d);
}
