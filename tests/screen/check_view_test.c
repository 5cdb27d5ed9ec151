/* check_view_test.c - checks on the screen: asked, scored, left and gone on with, and what comes of them. */
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "screen/plan_desk.h"
#include "test.h"

static const char plan_md[] =
	"# Graphs\n\n## Week 1: Walking\n\n"
	"**Day 1: Depth first** (2025-11-12)\n\n**Topics**:\n\n1. Stacks\n2. Queues\n\n"
	"- [ ] Read\n\n**Day 2: Trees** (2025-11-13)\n\n- [ ] Draw one\n";

static const char deck_md[] =
	"# Deck\n\n## Stacks\n\n### Q1: What does a push cost?\n\nNothing much.\n\n"
	"### Q2: What is a stack?\n\nLast in, first out.\n\n"
	"## Queues\n\n### Q3: What is a queue?\n\nFirst in, first out.\n\n"
	"## Hashes\n\n### Q4: What is a bucket?\n\nA place for entries.\n";

static const char topics_md[] =
	"# Topics\n\n## Area 1: All\n\n| Topic | Status | Notes |\n|---|---|---|\n"
	"| Stacks | [know] | |\n| Queues | [know] | |\n| Hashes | [unsure] | |\n";

static const char log_md[] = "# Log\n\n| Day | Date | Score | Weak |\n|---|---|---|---|\n"
			     "| 7 | 2025-11-11 | 90% | None |\n";

static struct desk desk(int rows, int cols, const char *keys)
{
	struct desk d = { .dir = test_tmpdir() };
	struct err e = { 0 };
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	write_file(d.dir, "plan.md", plan_md);
	write_file(d.dir, "deck.md", deck_md);
	write_file(d.dir, "topics.md", topics_md);
	write_file(d.dir, "log.md", log_md);
	d.study = study_open(d.dir, &e);
	if (!d.study)
		fail_msg("%s", e.text);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	type(&d, keys);
	return d;
}

static void see_in(const struct desk *d, const char *name, const char *part, bool want)
{
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d->dir), str_of(name)));
	if ((strstr(buf_cstr(&b), part) != NULL) != want)
		fail_msg("%s %s \"%s\":\n%s", name, want ? "does not hold" : "holds", part,
			buf_cstr(&b));
	buf_release(&b);
	arena_release(&a);
}

TEST(the_page_of_checks_says_what_can_be_asked_and_what_was)
{
	struct desk d = desk(24, 80, "X");
	see(&d, "3 questions: 3 of today");
	see_not(&d, "0 due,");
	see(&d, "4 questions in 3 areas");
	see(&d, "Tue 11 Nov    90.0 %  A-  None");
	desk_free(&d);
}

TEST(the_scores_before_are_a_chart_where_there_is_room)
{
	struct desk d = desk(40, 120, "X");
	see_not(&d, "100┤"); /* one day is no line */
	write_file(d.dir, "log.md",
		"# Log\n\n| Day | Date | Score | Weak |\n|---|---|---|---|\n"
		"| 6 | 2025-11-03 | 70% | Stacks |\n| 7 | 2025-11-11 | 90% | None |\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "100");
	see(&d, "3 Nov ");
	see(&d, "Mon 3 Nov     70.0 %");
	app_resize(d.app, 24, 80);
	see(&d, "Mon 3 Nov     70.0 %");
	desk_free(&d);
}

TEST(a_daily_check_is_gone_through_scored_and_written_down)
{
	struct desk d = desk(24, 80, "X\r");
	see(&d, "of today  1 of 3");
	see(&d, "What does a push cost?");
	see_not(&d, "Nothing much.");
	type(&d, " ");
	see(&d, "Nothing much.");
	see(&d, "3 75%");
	type(&d, "4");
	see(&d, "What is a queue?");
	type(&d, " 1");
	see(&d, "What is a stack?");
	type(&d, " p85\r");
	see(&d, "70.0 %  C-  adequate");
	see(&d, "Review the weak ones before you go on.");
	see(&d, "Weak (below 70 %)  1");
	type(&d, "w");
	see(&d, "+ | 8 | 2025-11-12 | 70% | What is a queue? (25%) |");
	see_in(&d, "log.md", "| 8 |", false);
	type(&d, "y");
	see_in(&d, "log.md",
		"| 7 | 2025-11-11 | 90% | None |\n| 8 | 2025-11-12 | 70% | What is a queue? (25%) "
		"|\n",
		true);
	type(&d, "u");
	see_in(&d, "log.md", "| 8 |", false);
	type(&d, "q");
	see(&d, "Wed 12 Nov: 70.0 % C-");
	desk_free(&d);
}

TEST(the_schedule_follows_the_scores_and_undo_asks_again)
{
	struct desk d = desk(24, 80, "X\r 0 4");
	see(&d, "3 of 3");
	type(&d, "u");
	see(&d, "2 of 3");
	see(&d, "What is a queue?");
	type(&d, "u");
	see(&d, "1 of 3");
	type(&d, " 4 4 4");
	see(&d, "100.0 %  A+");
	type(&d, "u");
	see(&d, "3 of 3");
	desk_free(&d);
}

TEST(a_question_put_off_comes_after_the_others)
{
	struct desk d = desk(24, 80, "X\rs");
	see(&d, "What is a queue?");
	type(&d, " 4 4");
	see(&d, "What does a push cost?");
	type(&d, " 4");
	see(&d, "100.0 %");
	desk_free(&d);
}

TEST(a_gap_analysis_goes_on_and_leads_to_ratings_flags_and_tasks)
{
	struct desk d = desk(30, 100, "Xj\r");
	see(&d, "4 questions chosen");
	type(&d, "\r 0 2q");
	see(&d, "goes on: 2 of 4 answered");
	type(&d, "\r");
	see(&d, "3 of 4");
	type(&d, " 4 1");
	see(&d, "1 strong  ·  1 rusty  ·  2 gaps");
	see(&d, "25 %  Hashes");
	type(&d, "l");
	see(&d, "dunno  Hashes");
	see(&d, "dunno  Stacks");
	see_not(&d, "Queues");
	see_in(&d, "topics.md", "| Hashes | [unsure] |", true);
	type(&d, "y");
	see_in(&d, "topics.md", "| Hashes | [dunno] |", true);
	see_in(&d, "topics.md", "| Queues | [know] |", true);
	type(&d, "f");
	see(&d, "What is a bucket?");
	type(&d, "yt");
	see(&d, "Tasks for Trees");
	see(&d, "+ - [ ] Close 1 gap in Stacks: What does a push cost?");
	type(&d, "y");
	see_in(&d, "plan.md",
		"- [ ] Draw one\n- [ ] Close 1 gap in Stacks: What does a push cost?\n"
		"- [ ] Close 1 gap in Hashes: What is a bucket?\n",
		true);
	type(&d, "u");
	see_in(&d, "plan.md", "Close 1 gap", false);
	desk_free(&d);
}

TEST(areas_are_chosen_for_a_gap_analysis)
{
	struct desk d = desk(24, 80, "Xjj\ra\r");
	see(&d, "· Choose at least one area with Space.");
	type(&d, "qk\ra");
	see(&d, "0 questions chosen");
	type(&d, "\r");
	see(&d, "· Choose at least one area with Space.");
	type(&d, "jj \r"); /* the notice goes with the next key */
	see(&d, "1 of 1");
	see(&d, "What is a bucket?");
	desk_free(&d);
}

TEST(a_mock_interview_shows_its_answers_after_the_last_question)
{
	struct desk d = desk(24, 80, "Xjj\r\r2\r30\r");
	see(&d, "1 of 2  "); /* and a clock that runs */
	see(&d, " left");
	type(&d, "  ");
	see(&d, "1 of 2");
	see(&d, "4 100%");
	type(&d, "41");
	see(&d, "62.5 %  D");
	desk_free(&d);
}

TEST(a_mock_interview_asks_what_was_put_off_and_undo_asks_again)
{
	struct desk d = desk(24, 80, "Xjj\r\r4\r30\rs");
	see(&d, "2 of 4");
	type(&d, " ");
	see(&d, "3 of 4");
	type(&d, "u");
	see(&d, "2 of 4");
	type(&d, "q");
	see(&d, "goes on: 0 of 4 asked, ");
	type(&d, "\r");
	see(&d, "1 of 4");
	type(&d, "s   "); /* 2, 3, 4, and then the first one */
	see(&d, "1 of 4");
	see(&d, "answered, next");
	type(&d, " ");
	see(&d, "1 of 4");
	see(&d, "4 100%");
	desk_free(&d);
}

TEST(questions_of_an_interview_become_cards_for_tomorrow_and_ratings)
{
	struct desk d = desk(24, 80, "Xjjj\rWhy stacks?\rWhat are | hashes?\rWhy?\r\r\r");
	see(&d, "A new file, interview-questions.md:");
	see(&d, "+ Q: Why stacks? #explain");
	see(&d, "dunno    Why stacks?");
	see(&d, "none of your topics");
	type(&d, "ju");
	see(&d, "unsure   What are | hashes?");
	type(&d, "y");
	see(&d, "3 cards due tomorrow, 2 topics rated.");
	see_in(&d, "interview-questions.md",
		"# Interview questions\n\nQ: Why stacks? #explain\n\nQ: What are | hashes? "
		"#explain\n\nQ: Why? #explain\n",
		true);
	see_in(&d, "topics.md", "| Stacks | [dunno] |", true);
	see_in(&d, "topics.md", "| Hashes | [unsure] |", true);
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "7 questions in");
	type(&d, "q1l\r");
	see(&d, "New cards for this day");
	see(&d, "Why stacks?");
	type(&d, "qXjjj\rMore?\r\r\r");
	see(&d, "interview-questions.md:8");
	type(&d, "y");
	see_in(&d, "interview-questions.md", "Why? #explain\n\nQ: More? #explain\n", true);
	type(&d, "uu");
	see_in(&d, "interview-questions.md", "Q:", false);
	see_in(&d, "topics.md", "| Stacks | [know] |", true);
	desk_free(&d);
}

TEST(questions_are_written_in_an_editor_too)
{
	struct desk d = desk(24, 80, "Xjjje");
	int line;
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	assert_string_equal(app_edited(d.app, &line), ".hone/after-interview.md");
	see_in(&d, ".hone/after-interview.md", "# The questions that you were asked", true);
	write_file(d.dir, ".hone/after-interview.md",
		"# words\n\n- Why queues?\nu: Why hashes?\n\nk: Why stacks?\n");
	app_tick(d.app);
	see(&d, "dunno    Why queues?");
	see(&d, "unsure   Why hashes?");
	see(&d, "-        Why stacks?");
	type(&d, "e");
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	see_in(&d, ".hone/after-interview.md", "\nWhy queues?\nu: Why hashes?\nk: Why stacks?\n",
		true);
	app_tick(d.app);
	type(&d, "y");
	see(&d, "3 cards due tomorrow, 2 topics rated.");
	see_in(&d, "topics.md", "| Stacks | [know] |", true);
	type(&d, "jjjje");
	app_tick(d.app);
	see(&d, "· There was no question in it");
	type(&d, "j");
	see_not(&d, "There was no question in it");
	type(&d, "e");
	app_toast(d.app, TOAST_ERROR, "The editor ended with code 1");
	app_tick(d.app);
	see(&d, "! The editor ended with code 1");
	desk_free(&d);
}

TEST(all_that_gaps_lead_to_is_done_and_undone_in_one_step)
{
	struct desk d = desk(40, 100, "Xj\r\r 0 2 4 1a");
	see(&d, "2 new cards due Thu 13 Nov");
	see(&d, "dunno  Hashes");
	see(&d, "+ - [ ] Close 1 gap in Stacks: What does a push cost?");
	type(&d, "y");
	see(&d, "2 cards due tomorrow, 2 topics rated, tasks written.");
	see_in(&d, "topics.md", "| Stacks | [dunno] |", true);
	see_in(&d, "plan.md", "Close 1 gap in Stacks", true);
	type(&d, "qq1l");
	app_tick(d.app);
	see(&d, "2 new cards for it");
	type(&d, "\r");
	see(&d, "New cards for this day");
	see(&d, "What is a bucket?");
	type(&d, "u");
	see_in(&d, "topics.md", topics_md, true);
	see_in(&d, "plan.md", plan_md, true);
	see_not(&d, "What is a bucket?");
	desk_free(&d);
}

TEST(gaps_about_no_topic_become_topics_in_one_step)
{
	struct desk d = desk(30, 100, "");
	write_file(d.dir, "deck.md",
		"# Deck\n\n## Sorting\n\n### Q1: What is a pivot?\n\nA value.\n\n"
		"### Q2: What is a | b?\n\nOr.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "Xj\r\r 0 0l");
	see(&d, "None of these questions is about a topic of your tables.");
	see(&d, "2 gaps are about no topic yet: n shows them as new topics, rated Dunno.");
	see(&d, "n new topics");
	see_not(&d, "y do it");
	type(&d, "n");
	see(&d, "topics.md:10");
	see(&d, "+ | What is a pivot? | [ ] | |");
	see_in(&d, "topics.md", "pivot", false);
	type(&d, "y");
	see(&d, "2 new topics, rated Dunno.");
	see_in(&d, "topics.md",
		"| Hashes | [unsure] | |\n\n## Area 2: Gaps\n\n| Topic | Status | Notes "
		"|\n|---|---|---|\n"
		"| What is a pivot? | [dunno] | |\n| What is a \\| b? | [dunno] | |\n",
		true);
	type(&d, "n");
	see(&d, "There is no gap without a topic.");
	type(&d, "qU");
	see_in(&d, "topics.md", "pivot", false);
	see_in(&d, "topics.md", topics_md, true);
	desk_free(&d);
}

TEST(gaps_of_a_study_without_topics_begin_its_table_and_further_ones_follow)
{
	struct desk d = study_of(basic_md);
	open_desk(&d, 30, 100);
	type(&d, "Xj\r\r 0 4 4l");
	see(&d, "There are no topics in this study yet.");
	type(&d, "n");
	see(&d, ", which is made");
	type(&d, "y");
	see_in(&d, "topics.md", "| Which queue does breadth first search use? | [dunno] | |\n",
		true);
	type(&d, "qn\r 4 0 4ny");
	see_in(&d, "topics.md", "Gaps\n", true);
	see_in(&d, "topics.md",
		"| Which queue does breadth first search use? | [dunno] | |\n"
		"| What does depth first search cost? | [dunno] | |\n",
		true);
	type(&d, "U");
	see_in(&d, "topics.md", "depth first", false);
	see_in(&d, "topics.md", "| Which queue does breadth first search use? | [dunno] | |\n",
		true);
	desk_free(&d);
}

TEST(a_question_about_no_topic_offers_no_rating)
{
	struct desk d = desk(24, 80, "Xjjj\rWhy?\rWhy stacks?\r\r\r");
	see(&d, "and rates the topics; one U takes all");
	see_not(&d, "d dunno");
	type(&d, "u");
	see(&d, "That question is about none of your topics.");
	type(&d, "j");
	see(&d, "d dunno");
	type(&d, "qjjj\rWhy?\r\r\r");
	see(&d, "y makes the cards, due Thu 13 Nov; one U takes all of it back.");
	desk_free(&d);
}

TEST(the_area_of_an_answer_is_whole_where_there_is_room)
{
	struct desk d = desk(24, 80, "");
	write_file(d.dir, "deck.md",
		"# Deck\n\n## Sorting by comparisons and by digits\n\n"
		"### Q1: What is a pivot?\n\nA value.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "Xj\r\r 0");
	see(&d, "What is a pivot?             Sorting by comparisons and by digits");
	see(&d, "q back");
	desk_free(&d);
}

TEST(a_round_that_is_looked_at_early_says_how_it_goes_on)
{
	struct desk d = desk(24, 80, "Xj\r\rR");
	see(&d, "No question was answered yet; Enter on the page before goes on.");
	see(&d, "q back");
	type(&d, "q\r 0R");
	see(&d, "1 of 4 questions answered; Enter on the page before goes on.");
	desk_free(&d);
}

TEST(checks_fit_small_and_large_screens)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 12, 40 }, { 5, 20 }, { 24, 80 }, { 60, 200 } };
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct desk d = desk(sizes[i].rows, sizes[i].cols, "X");
		see(&d, "Daily check");
		type(&d, "\r");
		see(&d, "What does a push");
		type(&d, " ");
		see(&d, "100%");
		type(&d, "4 4 4");
		see(&d, "100.0 %");
		type(&d, "w");
		type(&d, "qqj\r\r 4R");
		desk_free(&d);
	}
}

TEST(the_first_key_is_named_beside_the_undo_of_a_narrow_screen)
{
	struct desk d = desk(12, 40, "");
	write_file(
		d.dir, "deck.md", "# Deck\n\n## Sorting\n\n### Q1: What is a pivot?\n\nA value.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "Xj\r\r 0l");
	see(&d, "n shows");
	see(&d, "q back");
	desk_free(&d);
}
