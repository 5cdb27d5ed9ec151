/* review_session_test.c - cards chosen by words, minutes, cram and look-ahead, on a canvas. */
#include "screen/review_desk.h"

#include <stdlib.h>

#include "test.h"

static const char two_topics_md[] =
	"# Questions\n\n## Walking\n\n"
	"### Q1: Which queue does breadth first search use?\n\nA FIFO.\n\n"
	"### Q2: What does depth first search cost?\n\nO(V + E).\n\n"
	"## Cooking\n\n### Q3: How long is an egg boiled?\n\n6 minutes.\n\n"
	"### Q4: How hot is the water?\n\nIt boils.\n";

static struct desk desk_two(void)
{
	struct desk d = study_of(two_topics_md);
	open_desk(&d, 24, 80);
	return d;
}

static void enter(struct desk *d, const char *key, const char *text)
{
	type(d, key);
	app_key(d->app, 'U' & 31);
	type(d, text);
	app_key(d->app, KEY_ENTER);
}

TEST(a_filter_asks_only_what_fits_and_esc_returns)
{
	struct desk d = desk_two();
	see(&d, "Which queue");
	enter(&d, "/", "topic:cooking");
	see(&d, "How long is an egg boiled?");
	see(&d, "1 of 2 · topic:cooking");
	see(&d, "2 cards");
	type(&d, " 3");
	see(&d, "2 of 2 · topic:cooking");
	type(&d, " 3");
	see(&d, "This session is done.");
	see(&d, "2 answers");
	see(&d, "cards of today: 2 left");
	app_key(d.app, KEY_ESCAPE);
	see(&d, "Which queue");
	see(&d, "3 of 4");
	see_not(&d, "topic:cooking");
	desk_free(&d);
}

TEST(a_filter_that_is_not_understood_is_asked_again)
{
	struct desk d = desk_two();
	enter(&d, "/", "colour:red");
	see(&d, "colour");
	see(&d, "Again: colour:red");
	see(&d, "Which queue");
	app_key(d.app, KEY_ESCAPE);
	see(&d, "1 of 4");
	see_not(&d, "Again:");
	desk_free(&d);
}

TEST(a_filter_that_fits_no_card_says_so)
{
	struct desk d = desk_two();
	enter(&d, "/", "zebra");
	see(&d, "No card is to be asked here.");
	see(&d, "zebra");
	enter(&d, "/", "");
	see(&d, "1 of 4");
	desk_free(&d);
}

TEST(minutes_take_what_fits)
{
	struct desk d = desk_two();
	enter(&d, "m", "1");
	see(&d, "1 of 2 · 1 min");
	enter(&d, "m", "soon");
	see(&d, "type a number from 0 to 1440");
	app_key(d.app, KEY_ESCAPE);
	enter(&d, "m", "0");
	see(&d, "1 of 4");
	desk_free(&d);
}

TEST(cramming_logs_nothing_and_goes_on_until_good)
{
	struct desk d = desk_two();
	type(&d, " 3 3 3 3");
	see(&d, "Done for today.");
	enter(&d, "C", "topic:walking");
	see(&d, "1 of 2 · cram");
	type(&d, " 1 3 3");
	see(&d, "Crammed; nothing of it is logged.");
	see(&d, "3 answers");
	struct sync_report report;
	struct err e = { 0 };
	assert_true(study_sync(d.study, NULL, NULL, &report, &e));
	app_key(d.app, KEY_ESCAPE);
	see(&d, "4 answers");
	desk_free(&d);
}

TEST(u_steps_back_over_what_was_crammed)
{
	struct desk d = desk_two();
	enter(&d, "C", "");
	type(&d, " 3 3");
	see(&d, "How long is an egg");
	see(&d, "3 of 4");
	type(&d, "u");
	see(&d, "What does depth first search cost?");
	see(&d, "2 of 4");
	type(&d, "u");
	see(&d, "Which queue");
	see(&d, "1 of 4");
	type(&d, "b");
	see_not(&d, "Which queue");
	type(&d, "u");
	see(&d, "Which queue");
	desk_free(&d);
}

TEST(a_grade_of_a_session_is_taken_back_and_done_again)
{
	struct desk d = desk_two();
	enter(&d, "/", "topic:cooking");
	type(&d, " 3 3");
	see(&d, "2 answers");
	type(&d, "u");
	see(&d, "How hot is the water?");
	see(&d, "2 of 2 · topic");
	type(&d, "u");
	see(&d, "How long is an egg");
	app_key(d.app, 'R' & 31);
	see(&d, "How hot is the water?");
	desk_free(&d);
}

static void day_is(struct desk *d, const char *now)
{
	bool turned;
	struct err e = { 0 };
	setenv("HONE_NOW", now, 1);
	assert_true(study_now(d->study, &turned, &e));
}

TEST(looking_ahead_asks_early_and_changes_no_schedule)
{
	struct desk d = desk_two();
	type(&d, " 3 3 3 3");
	day_is(&d, "2025-11-13T09:00:00");
	app_study_changed(d.app);
	type(&d, " 3 3 3 3");
	day_is(&d, "2025-11-15T09:00:00");
	app_study_changed(d.app);
	see(&d, "Nothing is due.");
	enter(&d, "L", "7");
	see(&d, "1 of 4 · ahead 7 d");
	type(&d, " 4");
	see(&d, "2 of 4");
	type(&d, "u");
	see(&d, "1 of 4");
	see(&d, "Which queue");
	type(&d, " 4 3 3 3");
	see(&d, "This session is done.");
	day_is(&d, "2025-11-19T09:00:00");
	app_study_changed(d.app);
	app_key(d.app, KEY_ESCAPE);
	see(&d, "1 of 4");
	desk_free(&d);
}

TEST(a_day_that_turns_during_a_session_counts_for_the_grades_after)
{
	struct desk d = desk_two();
	enter(&d, "/", "topic:cooking");
	type(&d, " 3");
	see(&d, "How hot is the water?");
	day_is(&d, "2025-11-13T09:00:00");
	app_study_changed(d.app);
	see(&d, "How hot is the water?");
	see(&d, "2 of 2 · topic");
	type(&d, " 3");
	see(&d, "How long is an egg boiled?"); /* due by now */
	see(&d, "3 of 3 · topic");
	type(&d, " 3");
	see(&d, "This session is done.");
	see(&d, "cards of today: 2 left");
	desk_free(&d);
}

TEST(a_session_goes_on_in_the_smallest_terminal)
{
	struct desk d = desk_two();
	enter(&d, "/", "topic:cooking");
	app_resize(d.app, 5, 20);
	type(&d, " 3 3");
	see(&d, "This session is d");
	app_key(d.app, KEY_ESCAPE);
	type(&d, " 3");
	app_resize(d.app, 24, 80);
	see(&d, "What does depth first search cost?");
	desk_free(&d);
}

TEST(an_answer_ahead_of_its_day_shows_the_day_that_stays)
{
	struct desk d = desk_two();
	type(&d, " 4 4 4 4");
	day_is(&d, "2025-11-13T09:00:00");
	app_study_changed(d.app);
	type(&d, " 4 4 4 4");
	see(&d, "Done for today.");
	day_is(&d, "2025-11-15T09:00:00");
	app_study_changed(d.app);
	enter(&d, "L", "30");
	type(&d, " ");
	see(&d, "4 d, today too    4 d, today too    4 d               4 d");
	desk_free(&d);
}

TEST(a_crammed_card_is_asked_once_more_or_not)
{
	struct desk d = desk_two();
	enter(&d, "C", "");
	type(&d, " ");
	see(&d, "once more         once more         done              done");
	desk_free(&d);
}

TEST(before_a_deadline_buttons_and_the_finished_page_know_the_last_pass)
{
	struct desk d = study_of(two_topics_md);
	write_file(d.dir, "plan.md",
		"# Plan\n\n**Exam date**: 2025-11-19\n\n## Week 1\n\n**Day 1: A**\n\n- [ ] a\n");
	sync_study(d.study);
	open_desk(&d, 24, 80);
	app_key(d.app, '2');
	type(&d, " 3 3 3 3");
	see(&d, "Tomorrow 4 due");
	see(&d, "Deadline in 7 days");
	day_is(&d, "2025-11-13T09:00:00");
	app_study_changed(d.app);
	type(&d, " ");
	see(&d, "3 d, last pass    3 d, last pass"); /* not 6 d: on the 19th */
	type(&d, "3 3 3 3");
	see(&d, "Tomorrow 0 due    ▁▁█▁▁█▁");
	day_is(&d, "2025-11-16T09:00:00");
	app_study_changed(d.app);
	see(&d, "1 of 4");
	desk_free(&d);
}
