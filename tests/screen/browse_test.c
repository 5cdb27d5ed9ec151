/* browse_test.c - all cards as a table, and the page of one, on a canvas. */
#include "screen/review_desk.h"

#include <stdlib.h>
#include <string.h>

#include "test.h"

static struct desk desk_browse(void)
{
	struct desk d = desk_basic();
	type(&d, "B");
	see(&d, "Cards");
	return d;
}

static void search(struct desk *d, const char *text)
{
	type(d, "/");
	app_key(d->app, 'U' & 31);
	type(d, text);
	app_key(d->app, KEY_ENTER);
}

/* Which of the two stands above the other? */
static void above(struct desk *d, const char *first, const char *second)
{
	const char *text = screen(d), *a = strstr(text, first), *b = strstr(text, second);
	if (!a || !b || a > b)
		fail_msg("\"%s\" is not above \"%s\":\n%s", first, second, text);
}

TEST(all_cards_stand_in_the_order_of_their_deck)
{
	struct desk d = desk_browse();
	see(&d, "1 of 3 · by deck");
	above(&d, "Which queue", "What does depth");
	above(&d, "What does depth", "What is a tree?");
	see_not(&d, "Space reveal");
	app_key(d.app, KEY_ESCAPE);
	see(&d, "Space reveal");
	desk_free(&d);
}

TEST(o_sorts_and_O_turns_the_order_round)
{
	struct desk d = desk_basic();
	type(&d, " 1 3B");
	type(&d, "o");
	see(&d, "by due");
	see(&d, "in 1 d");
	above(&d, "What does depth", "What is a tree?");
	type(&d, "O");
	see(&d, "by due, reversed");
	above(&d, "What is a tree?", "What does depth");
	type(&d, "oo");
	see(&d, "by ease");
	above(&d, "Which queue", "What does depth");
	type(&d, "ooo");
	see(&d, "by deck");
	desk_free(&d);
}

TEST(search_finds_by_words_fields_and_states)
{
	struct desk d = desk_browse();
	search(&d, "tree");
	see(&d, "tree · 1 of 1");
	see_not(&d, "by deck");
	see(&d, "What is a tree?");
	see_not(&d, "Which queue");
	search(&d, "back:fifo");
	see(&d, "Which queue");
	search(&d, "\"first search\" is:new");
	see(&d, "1 of 2");
	search(&d, "is:due");
	see(&d, "No card was found.");
	search(&d, "is:red");
	see(&d, "is no state");
	app_key(d.app, KEY_ESCAPE);
	see(&d, "is:due");
	app_key(d.app, KEY_ESCAPE);
	see(&d, "1 of 3 · by deck");
	desk_free(&d);
}

TEST(what_is_done_to_a_card_is_seen_in_its_row_and_undone)
{
	struct desk d = desk_browse();
	type(&d, "jh");
	see(&d, "hidden");
	type(&d, "f");
	see(&d, "hidden  !");
	type(&d, "uu");
	see_not(&d, "hidden  !");
	see_not(&d, "hidden ");
	see(&d, "2 of 3");
	desk_free(&d);
}

TEST(enter_opens_the_page_of_the_card)
{
	struct desk d = desk_browse();
	app_resize(d.app, 40, 100);
	type(&d, "j");
	app_key(d.app, KEY_ENTER);
	see(&d, "What does depth first search cost?");
	see(&d, "O(V + E).");
	see(&d, "Walking");
	see(&d, "deck.md:9");
	see(&d, "Not asked yet.");
	type(&d, "f");
	see(&d, "new, flagged");
	see(&d, "2025-11-12  flagged");
	type(&d, "q");
	see(&d, "2 of 3");
	type(&d, "q");
	see(&d, "Review");
	desk_free(&d);
}

TEST(the_page_tells_what_answers_led_to)
{
	struct desk d = desk_basic();
	app_resize(d.app, 40, 100);
	type(&d, " 1 3 3 3");
	type(&d, "B");
	app_key(d.app, KEY_ENTER);
	see(&d, "Again");
	see(&d, "next in 1 d");
	see(&d, "drill");
	see(&d, "2025-11-13, in 1 d");
	desk_free(&d);
}

TEST(i_opens_the_page_of_the_card_that_is_asked_and_returns)
{
	struct desk d = desk_basic();
	type(&d, "i");
	see(&d, "A FIFO.");
	type(&d, "?");
	see(&d, "Close this page");
	type(&d, "q");
	type(&d, "i");
	see(&d, "Space reveal");
	see(&d, "1 of 3");
	desk_free(&d);
}

TEST(a_page_whose_card_goes_says_so)
{
	struct desk d = desk_basic();
	type(&d, "i");
	write_file(d.dir, "deck.md", "# Nothing\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "This card is gone.");
	type(&d, "ef");
	app_key(d.app, KEY_ESCAPE);
	see(&d, "No cards yet.");
	type(&d, "B");
	see(&d, "No cards yet.");
	desk_free(&d);
}

TEST(browser_and_page_draw_at_every_size)
{
	static const struct {
		int rows, cols;
	} size[] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 40, 120 }, { 60, 200 }, { 3, 12 },
		{ 1, 1 }, { 24, 80 } };
	struct desk d = desk_browse();
	for (int page = 0; page < 2; page++) {
		for (size_t i = 0; i < LENGTH(size); i++) {
			app_resize(d.app, size[i].rows, size[i].cols);
			assert_true(strlen(screen(&d)) > 0);
		}
		see(&d, "Which queue");
		app_key(d.app, KEY_ENTER);
	}
	desk_free(&d);
}

TEST(a_doubt_is_decided_and_undone)
{
	struct desk d =
		study_of("Q: Which river runs through the old city of Lyon?\nA: The Rhone.\n");
	open_desk(&d, 24, 120);
	type(&d, " 3");
	write_file(d.dir, "deck.md",
		"Q: Name a river of the city of Lyon\nA: Saone, as well as another.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "BD");
	see(&d, "1 of 1");
	see(&d, "Which river runs through the old city of Lyon?");
	see(&d, "Name a river of the city of Lyon");
	app_resize(d.app, 24, 80);
	above(&d, "Which river runs", "Name a river");
	app_resize(d.app, 5, 20);
	see(&d, "y yes");
	app_resize(d.app, 24, 80);
	type(&d, "y");
	see(&d, "No doubts.");
	see(&d, "history goes on");
	type(&d, "u");
	see(&d, "Name a river");
	type(&d, "n");
	see(&d, "No doubts.");
	type(&d, "qq");
	see(&d, "1 new");
	desk_free(&d);
}

TEST(a_topic_reworded_a_lot_is_asked_about_with_its_rating)
{
	static const char was[] = "# Check\n\n## Area 1: Walks\n\n| Topic | Status |\n|---|---|\n"
				  "| Walks through old towns | [] |\n| Hills | [] |\n";
	static const char now[] = "# Check\n\n## Area 1: Walks\n\n| Topic | Status |\n|---|---|\n"
				  "| Hills | [] |\n| Towns, old, and walks | [] |\n";
	struct desk d = study_of("Q: What is a hill?\nA: High.\n");
	write_file(d.dir, "topics.md", was);
	sync_study(d.study);
	open_desk(&d, 24, 100);
	type(&d, "4u");
	write_file(d.dir, "topics.md", now);
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "D");
	see(&d, "rated unsure");
	see(&d, "Walks through old towns");
	see(&d, "Is now in topics.md:8");
	see(&d, "Same topic? y yes  n no");
	type(&d, "y");
	see(&d, "Its history goes on; u parts them again.");
	type(&d, "q");
	see(&d, "? Towns, old, and walks");
	type(&d, "UD");
	see(&d, "Same topic?");
	type(&d, "n");
	see(&d, "No doubts.");
	desk_free(&d);
}

TEST(a_fence_left_open_in_a_question_does_not_take_the_answer)
{
	struct desk d =
		study_of("Q: Which river runs through the old city of Lyon?\n```\nx\nA: Rhone.\n");
	struct err e = { 0 };
	struct deck_card c = { .front = STR_INIT("Name one thing of a b c\n```\ncode"),
		.back = STR_INIT("# The answer"),
		.id = 5,
		.line = 1 };
	put_card(&d, &c);
	assert_true(study_grade(d.study, 5, 4, 0, NULL, &e));
	assert_true(store_begin(d.study->store, &e));
	assert_true(catalog_keep_gone(d.study->store, 5, d.study->today, &e));
	assert_true(catalog_drop_card(d.study->store, 5, &e));
	c.id = 6;
	assert_true(store_commit(d.study->store, &e));
	put_card(&d, &c);
	assert_true(catalog_put_doubt(d.study->store, 6, 5, 700, &e));
	open_desk(&d, 40, 120);
	type(&d, "BD");
	see(&d, "code");
	see_not(&d, "# The answer");
	see(&d, "The answer");
	desk_free(&d);
}

TEST(many_cards_are_read_bit_by_bit_and_the_end_at_once_when_asked_for)
{
	struct desk d = { 0 };
	struct buf deck = { 0 };
	for (int i = 1; i <= 1300; i++)
		buf_addf(&deck, "Q: question number %d\nA: %d\n\n", i, i);
	d = study_of(buf_cstr(&deck));
	buf_release(&deck);
	open_desk(&d, 24, 80);
	type(&d, "B");
	see(&d, "1 of 500+ · by deck");
	type(&d, "G");
	see(&d, "1300 of 1300");
	see(&d, "question number 1300");
	type(&d, "oooooo");
	see(&d, "by deck");
	for (int i = 0; i < 9; i++)
		app_tick(d.app);
	type(&d, "9");
	app_key(d.app, '0');
	app_key(d.app, '0');
	type(&d, "j");
	see(&d, "901 of 1300");
	see(&d, "question number 901");
	app_study_changed(d.app);
	see(&d, "901 of 1300");
	for (int i = 0; i < 9; i++)
		app_tick(d.app);
	assert_int_equal(app_wake_ms(d.app), -1);
	desk_free(&d);
}

TEST(cards_are_chosen_and_flagged_in_one_step)
{
	struct desk d = desk_browse();
	type(&d, "mm");
	see(&d, "2 chosen");
	type(&d, "f");
	see(&d, "2 cards flagged; one u takes that back.");
	type(&d, "g");
	see(&d, "!Which queue");
	see(&d, "!What does depth");
	type(&d, "u");
	see_not(&d, "!Which queue");
	see_not(&d, "!What does depth");
	type(&d, "mM");
	see_not(&d, "chosen");
	/* One after the other they are taken back one after the other. */
	type(&d, "gfjfu");
	see(&d, "!Which queue");
	see_not(&d, "!What does depth");
	desk_free(&d);
}
