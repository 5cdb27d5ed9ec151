/* joins_view_test.c - pairs of a card and a topic, each accepted or refused with one key. */
#include "screen/review_desk.h"

#include "test.h"

static const char deck[] = "# Boats\n\n## Ropes\n\n"
			   "Q: When does a clove slip?\nA: When it turns.\n\n"
			   "Q: What does the keel do?\nA: It keeps the course.\n\n"
			   "Q: Which way does the wind blow?\nA: Any.\n";

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Keel | [know] | |\n| Keel bolts - of iron | [dunno] | |\n\n"
			     "## Area 2: Knots\n\n| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Clove hitch (two turns) | [unsure] | |\n";

static struct desk boats(int rows, int cols)
{
	struct desk d = study_of(deck);
	write_file(d.dir, "topics.md", topics);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	return d;
}

TEST(j_opens_the_pairs_from_topics_with_question_and_area)
{
	struct desk d = boats(24, 80);
	type(&d, "4J");
	see(&d, "Cards and topics");
	see(&d, "2 left");
	see(&d, "What does the keel do?");
	see(&d, "→  Clove hitch");
	see(&d, "Clove hitch (two turns)");
	see(&d, "2 Knots · no card yet · shares \"clove\"");
	see(&d, "deck.md:5 · Ropes");
	type(&d, "j");
	see(&d, "Keel bolts - of iron");
	see(&d, "1 Parts");
	app_key(d.app, KEY_ESCAPE);
	see_not(&d, "About this topic?");
	desk_free(&d);
}

TEST(y_joins_n_refuses_and_u_brings_the_pair_back)
{
	struct desk d = boats(24, 80);
	type(&d, "4Jy");
	see(&d, "Joined; u takes it back.");
	see(&d, "1 left");
	see_not(&d, "Clove hitch");
	type(&d, "n");
	see(&d, "Nothing to join.");
	type(&d, "u");
	see(&d, "Undone: said that \"What does the keel do?\" is not about \"Keel bolts");
	see(&d, "1 left");
	type(&d, "u");
	see(&d, "2 left");
	see(&d, "→  Clove hitch");
	desk_free(&d);
}

TEST(space_skips_and_the_pair_stays)
{
	struct desk d = boats(24, 80);
	type(&d, "4J ");
	see(&d, "Keel bolts - of iron");
	type(&d, " ");
	see(&d, "That was the last one; from the first again.");
	see(&d, "Clove hitch (two turns)");
	see(&d, "2 left");
	desk_free(&d);
}

TEST(enter_accepts_and_the_topic_then_has_a_card)
{
	struct desk d = boats(40, 120);
	type(&d, "4R");
	see(&d, "2 of 3 topics have no card");
	type(&d, "qJ");
	app_key(d.app, KEY_ENTER);
	app_key(d.app, KEY_ESCAPE);
	type(&d, "R");
	see(&d, "1 of 3 topics have no card");
	desk_free(&d);
}

TEST(i_is_the_page_of_the_card_and_j_there_begins_with_its_pair)
{
	struct desk d = boats(24, 80);
	type(&d, "4Jji");
	see(&d, "Not asked yet.");
	type(&d, "J");
	see(&d, "Keel bolts - of iron");
	type(&d, "qqq");
	see_not(&d, "About this topic?");
	type(&d, "2J");
	see(&d, "2 Knots · no card yet");
	desk_free(&d);
}

TEST(x_of_a_sheet_leads_there_too)
{
	struct desk d = boats(24, 80);
	write_file(d.dir, "keel.md", "# Sheet\n\n## Keel\n\nBelow.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	app_goto(d.app, PANE_SHEET, STR("keel.md"), 0);
	type(&d, "]x");
	see(&d, "What does the keel do?");
	type(&d, "J");
	see(&d, "About this topic?");
	see(&d, "Keel bolts - of iron");
	desk_free(&d);
}

TEST(a_small_screen_shows_what_is_asked)
{
	struct desk d = boats(12, 40);
	type(&d, "4J");
	see(&d, "About this topic? y yes  n no");
	see(&d, "Clove hitch (two turns)");
	see(&d, "When does a clove slip?");
	app_resize(d.app, 5, 20);
	type(&d, "jky");
	see(&d, "Keel");
	see_not(&d, "Clove");
	desk_free(&d);
}
