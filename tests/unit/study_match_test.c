/* study_match_test.c - cards that are reworded, moved, removed and restored keep their history. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "study_help.h"

TEST(a_changed_deck_keeps_the_history_of_what_is_surely_the_same_card)
{
	static const struct {
		const char *was, *now; /* a question, and what it became */
		bool kept;
	} row[] = {
		/* The same answer. */
		{ "Which river runs through the city of Lyon?", "What flows in Lyon?", true },
		/* Much of the wording, the answer changed as well. */
		{ "Where does the river Volga end?\nA: In the Caspian Sea, in a delta near "
		  "Astrakhan.",
			"Where does the great river Volga end?\nA: In a lake", true },
		/* A short answer, at the same place. */
		{ "Is the Danube longer than the Rhine?",
			"Does a river beat another one in length?", true },
		/* Another question at the same place. */
		{ "Where does the river Volga end?\nA: In the Caspian Sea, in a delta near "
		  "Astrakhan.",
			"Which mountain is highest?\nA: It is said to be Everest in Nepal.",
			false },
		/* Normalised away: the same id. */
		{ "Where does the river Volga end?", "where does the *river*  volga end", true },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir = help_folder();
		struct study *s = help_open(dir);
		help_sync(s);
		char question[128];
		snprintf(question, sizeof question, "%.*s", (int)strcspn(row[i].was, "\n"),
			row[i].was);
		help_grade(s, question, 5);
		char text[2048];
		const char *at = strstr(help_deck, row[i].was);
		assert_non_null(at);
		snprintf(text, sizeof text, "%.*s%s%s", (int)(at - help_deck), help_deck,
			row[i].now, at + strlen(row[i].was));
		help_put(dir, "deck.md", text);
		struct sync_report r = help_sync(s);
		snprintf(question, sizeof question, "%.*s", (int)strcspn(row[i].now, "\n"),
			row[i].now);
		int64_t card = help_card(s, question);
		assert_true(card != 0);
		assert_int_equal(help_history(s, card), row[i].kept);
		assert_int_equal(help_card(s, "Rhone"), 0);
		assert_int_equal(r.cards_added, !row[i].kept);
		assert_int_equal(r.cards_gone, !row[i].kept);
		assert_false(help_sync(s).any);
		help_close(s);
	}
}

TEST(a_card_reworded_twice_and_back_keeps_its_history)
{
	static const char *const wording[] = { "Which river crosses Lyon?",
		"Lyon lies on which river?", "Which river runs through the city of Lyon?",
		"Lyon: river?" };
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	int64_t first = help_card(s, "Lyon");
	help_grade(s, "Lyon", 4);
	for (size_t i = 0; i < LENGTH(wording); i++) {
		char text[2048];
		const char *rest = strstr(help_deck, "\nA: The Rhone");
		snprintf(text, sizeof text, "# Rivers\n\nQ: %s%s", wording[i], rest);
		help_put(dir, "deck.md", text);
		struct sync_report r = help_sync(s);
		assert_int_equal(r.cards_gone, 0);
		assert_int_equal(r.cards_added, 0);
		assert_true(help_card(s, "Lyon") == first);
		help_grade(s, "Lyon", 4);
		assert_int_equal(help_history(s, first), (int)i + 2);
	}
	help_close(s);
}

TEST(lines_above_move_cards_without_changing_them)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	char text[2048];
	snprintf(text, sizeof text, "# Rivers\n\nQ: Brand new?\nA: Yes.\n%s",
		help_deck + strlen("# Rivers\n"));
	help_put(dir, "deck.md", text);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.cards_added, 1);
	assert_int_equal(r.cards_changed + r.cards_gone + r.cards_matched, 0);
	help_close(s);
}

TEST(a_renamed_deck_keeps_its_history_there_and_back)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Volga", 5);
	help_grade(s, "Danube", 2);
	help_rename(dir, "deck.md", "waters.md");
	struct sync_report r = help_sync(s);
	assert_int_equal(r.cards_matched, 2);
	assert_int_equal(r.cards_gone, 0);
	assert_int_equal(r.cards_added, 0);
	assert_int_equal(help_history(s, help_card(s, "Volga")), 1);
	assert_int_equal(help_history(s, help_card(s, "Danube")), 1);
	assert_int_equal(help_history(s, help_card(s, "Lyon")), 0);
	assert_false(help_sync(s).any);
	help_rename(dir, "waters.md", "deck.md");
	r = help_sync(s);
	assert_int_equal(r.cards_gone, 0);
	assert_int_equal(help_history(s, help_card(s, "Volga")), 1);
	assert_int_equal(help_history(s, help_card(s, "Danube")), 1);
	help_close(s);
}

TEST(a_card_moved_to_another_deck_keeps_its_history)
{
	const char *dir = help_folder();
	help_put(dir, "other.md", "Q: What is rain?\nA: Water that falls from clouds.\n");
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Australia", 5);
	const char *at = strstr(help_deck, "Q: Name the largest");
	char text[2048];
	snprintf(text, sizeof text, "%.*s", (int)(at - help_deck), help_deck);
	help_put(dir, "deck.md", text);
	snprintf(text, sizeof text, "Q: What is rain?\nA: Water that falls from clouds.\n\n%s", at);
	help_put(dir, "other.md", text);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.cards_matched, 1);
	assert_int_equal(r.cards_added + r.cards_gone, 0);
	assert_int_equal(help_history(s, help_card(s, "Australia")), 1);
	help_close(s);
}

TEST(a_deleted_deck_gives_its_history_back_when_it_returns)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Volga", 5);
	help_remove(dir, "deck.md");
	struct sync_report r = help_sync(s);
	assert_int_equal(r.removed, 1);
	assert_int_equal(r.cards_gone, 4);
	assert_int_equal(help_card(s, "Volga"), 0);
	help_put(dir, "deck.md", help_deck);
	assert_int_equal(help_sync(s).cards_added, 4);
	assert_int_equal(help_history(s, help_card(s, "Volga")), 1);
	help_close(s);
}

TEST(two_cards_that_stand_in_files_never_share_a_history)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Volga", 5);
	int64_t volga = help_card(s, "Volga");
	help_rename(dir, "deck.md", "waters.md");
	help_sync(s);
	assert_true(help_card(s, "Volga") == volga);
	/* The old file comes back beside the renamed one. */
	help_put(dir, "deck.md", help_deck);
	help_remove(dir, "sheet.md");
	struct sync_report r = help_sync(s);
	assert_int_equal(r.files, 4);
	assert_false(help_sync(s).any);
	struct arena a = { 0 };
	struct card c;
	struct err e = { 0 };
	assert_true(catalog_card(s->store, volga, &c, &a, &e));
	assert_str(c.deck, "deck.md");
	int64_t n;
	assert_true(catalog_count_cards(s->store, &n, &e));
	assert_int_equal(n, 8);
	/* The other one learns for itself. */
	help_remove(dir, "deck.md");
	help_sync(s);
	int64_t other = help_card(s, "Volga");
	assert_true(other != 0);
	struct card_state learned;
	assert_true(study_grade(s, other, 3, 0, NULL, &e));
	assert_true(store_card_state(s->store, other, &learned, &e));
	assert_true(learned.seen);
	arena_release(&a);
	help_close(s);
}

TEST(a_catalog_made_anew_follows_the_log)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Lyon", 5);
	int64_t card = help_card(s, "Lyon");
	char text[2048];
	snprintf(text, sizeof text, "# Rivers\n\nQ: Lyon, river?%s",
		strstr(help_deck, "\nA: The Rhone"));
	help_put(dir, "deck.md", text);
	help_sync(s);
	help_remove(dir, "deck.md");
	help_sync(s);
	help_put(dir, "deck.md", text);
	help_sync(s);
	assert_true(help_card(s, "Lyon") == card);
	assert_int_equal(help_history(s, card), 1);
	help_close(s);
}

TEST(a_card_that_returns_with_a_history_of_its_own_continues_no_other)
{
	static const char one[] =
		"Q: What floats on the water of the lake?\nA: A boat made of wood.\n";
	static const char two[] = "Q: What do the children play with?\nA: A boat made of wood.\n";
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "d.md", one);
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "floats", 5);
	int64_t floats = help_card(s, "floats");
	help_put(dir, "d.md", "Q: Anything else?\nA: No.\n");
	help_sync(s);
	help_put(dir, "d.md", two);
	help_sync(s);
	help_grade(s, "children", 5);
	/* Now the first takes the place of the second: the answer is the same, the card is not. */
	help_put(dir, "d.md", one);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.cards_matched, 0);
	assert_true(help_card(s, "floats") == floats);
	assert_int_equal(help_history(s, floats), 1);
	help_close(s);
}

TEST(machines_that_merge_agree_on_a_card_that_one_of_them_saw_reworded)
{
	static const char was[] =
		"Q: What floats on the water of the lake?\nA: A boat made of wood.\n";
	static const char now[] = "Q: What swims there?\nA: A boat made of wood.\n";
	const char *here = test_tmpdir(), *there = test_tmpdir();
	help_day(7);
	help_put(there, "d.md", was);
	struct study *s = help_open(there);
	help_sync(s);
	help_grade(s, "floats", 5);
	int64_t card = help_card(s, "floats");
	help_put(there, "d.md", now);
	help_sync(s);
	help_close(s);
	/* Here the deck was never seen with the old wording. */
	help_put(here, "d.md", now);
	s = help_open(here);
	help_sync(s);
	help_grade(s, "swims", 4);
	assert_true(help_card(s, "swims") != card);
	char other[512];
	struct err e = { 0 };
	int64_t added;
	snprintf(other, sizeof other, "%s/.hone/hone.db", there);
	if (!study_merge(s, other, &added, &e))
		fail_msg("%s", e.text);
	assert_int_equal(added, 2);
	help_sync(s);
	assert_true(help_card(s, "swims") == card);
	assert_int_equal(help_history(s, card), 2);
	assert_false(help_sync(s).any);
	help_close(s);
}
