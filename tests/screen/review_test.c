/* review_test.c - what can be done to a card while it is asked, on a canvas. */
#include "screen/review_desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"

TEST(a_flag_is_seen_and_taken_off_and_undone)
{
	struct desk d = desk_basic();
	type(&d, "f");
	see(&d, "flagged  Q1");
	see(&d, "Which queue");
	type(&d, "f");
	see_not(&d, "flagged  Q1");
	type(&d, "u");
	see(&d, "flagged  Q1");
	desk_free(&d);
}

TEST(a_buried_card_gives_way_and_undo_brings_it_back)
{
	struct desk d = desk_basic();
	type(&d, "b");
	see(&d, "What does depth first search cost?");
	type(&d, " 3");
	see(&d, "What is a tree?");
	type(&d, "u");
	see(&d, "What does depth first search cost?");
	type(&d, "u");
	see(&d, "Which queue");
	desk_free(&d);
}

TEST(a_hidden_card_gives_way_and_undo_brings_it_back)
{
	struct desk d = desk_basic();
	type(&d, " h");
	see(&d, "What does depth first search cost?");
	type(&d, "u");
	see(&d, "Which queue");
	desk_free(&d);
}

TEST(undo_and_redo_walk_over_all_that_was_graded)
{
	struct desk d = desk_basic();
	type(&d, " 3 4 3");
	see(&d, "Done for today.");
	see(&d, "recall 100 %");
	type(&d, "u");
	see(&d, "What is a tree?");
	type(&d, "u");
	see(&d, "What does depth first search cost?");
	type(&d, "u");
	see(&d, "Which queue");
	app_key(d.app, 'R' & 31);
	see(&d, "What does depth first search cost?");
	app_key(d.app, 'R' & 31);
	see(&d, "What is a tree?");
	app_key(d.app, 'R' & 31);
	see(&d, "Done for today.");
	type(&d, "u");
	see(&d, "What is a tree?");
	desk_free(&d);
}

TEST(an_again_of_the_drill_is_taken_back_to_its_card)
{
	struct desk d = desk_basic();
	type(&d, " 1 3 3");
	see(&d, "Which queue");
	type(&d, " 1");
	see(&d, "Which queue");
	see(&d, "5 of 5");
	type(&d, "u");
	see(&d, "4 of 4");
	desk_free(&d);
}

TEST(a_sync_keeps_the_question_that_is_being_asked)
{
	struct desk d = desk_basic();
	struct buf deck = { 0 };
	type(&d, "b");
	buf_addf(&deck, "# Questions\n\n## Walking\n\n### Q0: What comes before?\n\nThis.\n\n%s",
		strstr(basic_md, "### Q1"));
	write_file(d.dir, "deck.md", buf_cstr(&deck));
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "What does depth first search cost?");
	buf_release(&deck);
	desk_free(&d);
}

TEST(a_card_that_is_reworded_keeps_its_place_and_its_ticks)
{
	struct desk d = desk_of(choice_card);
	struct deck_card c = choice_card;
	tick(&d, "Paris");
	c.id = 77;
	c.line = 1;
	c.front = STR("How is or was the capital of France called?");
	put_card(&d, &c);
	app_study_changed(d.app);
	see(&d, "How is or was");
	see(&d, "[x]   Paris");
	desk_free(&d);
}

TEST(s_opens_the_sheet_at_the_heading_of_the_topic_and_comes_back)
{
	struct desk d = study_of(basic_md);
	struct buf sheet = { 0 };
	buf_addf(&sheet, "%s", sheet_md);
	for (int i = 0; i < 30; i++)
		buf_addf(&sheet, "\nline %d\n", i);
	write_file(d.dir, "words.md", buf_cstr(&sheet));
	buf_release(&sheet);
	sync_study(d.study);
	open_desk(&d, 24, 80);
	type(&d, "s");
	see(&d, "[3 Sheet]");
	see(&d, "words.md › Walking");
	type(&d, "s");
	see(&d, "[2 Review]");
	see(&d, "Which queue");
	desk_free(&d);
}

TEST(s_says_when_no_sheet_has_such_a_heading)
{
	struct desk d = study_of("# Questions\n\n## Cooking\n\n### Q1: How long?\n\n5 minutes.\n\n"
				 "### Q2: How hot?\n\nVery.\n");
	open_desk(&d, 24, 80);
	type(&d, "s");
	see(&d, "No sheet has a heading for \"Cooking\".");
	desk_free(&d);
}

TEST(e_asks_for_the_editor_at_the_line_of_the_card)
{
	struct desk d = desk_basic();
	int line;
	type(&d, " 3e");
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	assert_string_equal(app_edited(d.app, &line), "deck.md");
	assert_int_equal(line, 9);
	desk_free(&d);
}

TEST(a_question_that_was_edited_is_asked_again_with_its_history)
{
	struct desk d = desk_basic();
	type(&d, " 1 3 3");
	see(&d, "Which queue");
	struct buf deck = { 0 };
	buf_addf(&deck,
		"# Questions\n\n## Walking\n\n### Q1: Which queue does a breadth first "
		"search use?\n\nA FIFO.\n\n%s",
		strstr(basic_md, "### Q2"));
	write_file(d.dir, "deck.md", buf_cstr(&deck));
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "a breadth first search");
	type(&d, " 3");
	see(&d, "Done for today.");
	see(&d, "4 answers");
	buf_release(&deck);
	desk_free(&d);
}

TEST(zen_shows_the_card_and_nothing_else)
{
	struct desk d = desk_basic();
	type(&d, "Z");
	see(&d, "Which queue");
	see_not(&d, "reveal\n\n");
	see_not(&d, "Q1");
	see_not(&d, "1 of 3");
	type(&d, " ");
	see(&d, "A FIFO.");
	see_not(&d, "1 Again");
	type(&d, "3Z");
	see(&d, "2 of 3");
	desk_free(&d);
}

TEST(a_leech_is_marked)
{
	struct desk d = study_of("Q: What slips away?\nA: This.\n");
	struct err e = { 0 };
	struct card c;
	struct arena a = { 0 };
	assert_true(queue_next(d.study, 0, &c, &a, &e));
	for (int day = 1; day <= 28; day++) {
		char now[32];
		bool turned;
		snprintf(now, sizeof now, "2026-01-%02dT09:00:00", day);
		setenv("HONE_NOW", now, 1);
		assert_true(study_now(d.study, &turned, &e));
		assert_true(study_grade(d.study, c.id, day % 2 ? 4 : 1, 1000, NULL, &e));
	}
	open_desk(&d, 24, 80);
	see(&d, "leech");
	arena_release(&a);
	desk_free(&d);
}

TEST(the_finished_page_says_what_was_done_what_comes_and_what_can_be_done)
{
	struct desk d = desk_basic();
	type(&d, " 3 1 3 3");
	see(&d, "4 answers in");
	see(&d, "recall 75 %");
	see(&d, "30 days: 75 %");
	see(&d, "Tomorrow 3 due");
	see(&d, "next 7 days");
	see(&d, "u undo");
	desk_free(&d);
}

TEST(every_kind_draws_at_every_size)
{
	static const struct {
		int rows, cols;
	} size[] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 40, 120 }, { 60, 200 }, { 3, 12 },
		{ 1, 1 } };
	const struct deck_card *const cards[] = { &typed_card, &choice_card, &problem_card,
		&explain_card };
	for (size_t i = 0; i < LENGTH(cards); i++) {
		struct desk d = desk_of(*cards[i]);
		for (int revealed = 0; revealed < 2; revealed++) {
			for (size_t k = 0; k < LENGTH(size); k++) {
				app_resize(d.app, size[k].rows, size[k].cols);
				assert_true(strlen(screen(&d)) > 0);
			}
			app_resize(d.app, 5, 20);
			if (!revealed)
				type(&d, cards[i]->kind == CARD_TYPED ? " Pari\r" : " ");
		}
		app_resize(d.app, 5, 20);
		see(&d, "4");
		type(&d, "4");
		see(&d, "Done for");
		desk_free(&d);
	}
}

TEST(after_the_last_card_topics_are_named_that_wrong_answers_speak_against)
{
	struct desk d = study_of(basic_md);
	write_file(d.dir, "topics.md",
		"# Check\n\n## Area 1: Graphs\n\n| Topic | Status | Notes |\n|---|---|---|\n"
		"| Walking | [know] | |\n| Flows | [know] | |\n");
	sync_study(d.study);
	open_desk(&d, 24, 80);
	type(&d, " 1 3 3 3");
	see(&d, "Done for today.");
	see(&d, "Answered wrong, though you rate them Know or Unsure:");
	see(&d, "Walking");
	see_not(&d, "Flows");
	see(&d, "4 r rates them again");
	type(&d, "4d2");
	see_not(&d, "Answered wrong");
	type(&d, "UUUUU 3 3 3");
	see(&d, "Done for today.");
	see_not(&d, "Answered wrong");
	desk_free(&d);
}
