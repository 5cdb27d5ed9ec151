/* joins_view_test.c - pairs of a card and a topic, each accepted or refused with one key. */
#include "screen/review_desk.h"

#include "test.h"

static const char deck[] = "# Boats\n\n## Ropes\n\n"
			   "Q: When does a clove hitch slip?\nA: When it turns.\n\n"
			   "Q: What does the iron keel do?\nA: It keeps the course.\n\n"
			   "Q: Which way does the wind blow?\nA: Any.\n";

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Keel | [know] | |\n| Iron keel bolts - below | [dunno] | |\n\n"
			     "## Area 2: Knots\n\n| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Clove hitch knot (two turns) | [unsure] | |\n";

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
	see(&d, "cards and topics");
	see(&d, "2 left");
	see(&d, "What does the iron keel do?");
	see(&d, "→  Clove hitch knot");
	see(&d, "Clove hitch knot (two turns)");
	see(&d, "2 Knots · no card yet · shares \"clove hitch\"");
	see(&d, "deck.md:5 · Ropes");
	type(&d, "j");
	see(&d, "Iron keel bolts - below");
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
	see(&d, "Nothing to join of cards and topics.");
	type(&d, "u");
	see(&d, "Undone: said that \"What does the iron keel do?\" is not about \"Iron keel bo");
	see(&d, "1 left");
	type(&d, "u");
	see(&d, "2 left");
	see(&d, "→  Clove hitch knot");
	desk_free(&d);
}

TEST(space_skips_and_the_pair_stays)
{
	struct desk d = boats(24, 80);
	type(&d, "4J ");
	see(&d, "Iron keel bolts - below");
	type(&d, " ");
	see(&d, "That was the last one; from the first again.");
	see(&d, "Clove hitch knot (two turns)");
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
	see(&d, "Iron keel bolts - below");
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
	see(&d, "What does the iron keel do?");
	type(&d, "J");
	see(&d, "About this topic?");
	see(&d, "Iron keel bolts - below");
	desk_free(&d);
}

TEST(a_small_screen_shows_what_is_asked)
{
	struct desk d = boats(12, 40);
	type(&d, "4J");
	see(&d, "About this topic? y yes  n no");
	see(&d, "Clove hitch knot (two turns)");
	see(&d, "When does a clove hitch slip?");
	app_resize(d.app, 5, 20);
	type(&d, "jky");
	see(&d, "→  Iron");
	see_not(&d, "Clove");
	desk_free(&d);
}

/* ---- the topics of a card */

TEST(the_page_of_a_card_shows_its_topics_and_how_they_came_to_it)
{
	struct desk d = boats(24, 80);
	type(&d, "4Jji");
	see(&d, "Topics   › ✓ Keel");
	see(&d, "know · by its question");
	see(&d, "Iron keel bolts - below");
	see(&d, "dunno · comes near: y joins");
	type(&d, "o");
	see(&d, "[4 Topics]");
	desk_free(&d);
}

TEST(n_refuses_a_topic_y_and_a_join_one_and_undo_takes_it_back)
{
	struct desk d = boats(24, 80);
	type(&d, "4Jjin");
	see(&d, "Not about it; u takes it back.");
	see_not(&d, "by its question");
	type(&d, "y");
	see(&d, "dunno · you said so");
	type(&d, "uu");
	see(&d, "by its question");
	see(&d, "comes near");
	type(&d, "]n");
	see_not(&d, "comes near");
	type(&d, "aclove");
	app_key(d.app, KEY_ENTER);
	see(&d, "unsure · you said so");
	type(&d, "anothing");
	app_key(d.app, KEY_ENTER);
	see(&d, "no topic has \"nothing\" in its name");
	desk_free(&d);
}

TEST(s_of_a_card_is_its_section_and_s_of_a_topic_is_too)
{
	struct desk d = boats(24, 80);
	write_file(d.dir, "keel.md", "# Sheet\n\n## Keel\n\nBelow.\n");
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, "4Jjis");
	see(&d, "keel.md");
	see(&d, "Below.");
	type(&d, "4s");
	see(&d, "Below.");
	type(&d, "4jjs");
	see(&d, "No sheet has a section about this topic.");
	desk_free(&d);
}

/* ---- sections and days */

static struct desk boats_with_sheet(void)
{
	struct desk d = boats(24, 80);
	write_file(d.dir, "sheet.md", "# Sheet\n\n## The knot of a hitch\n\nTwo turns.\n");
	write_file(d.dir, "plan.md",
		"# Plan\n\n## Week 1: Sea\n\n### Day 1: Iron bolts\n\n- [ ] Look at the keel\n");
	sync_study(d.study);
	app_study_changed(d.app);
	return d;
}

TEST(j_in_a_sheet_asks_for_the_topics_of_its_section)
{
	struct desk d = boats_with_sheet();
	app_goto(d.app, PANE_SHEET, STR("sheet.md#The knot of a hitch"), 0);
	type(&d, "J");
	see(&d, "sections and topics");
	see(&d, "Is the section about this topic? y yes  n no");
	see(&d, "Clove hitch knot (two turns)");
	type(&d, "yqx");
	see(&d, "Topics 1");
	see(&d, "Clove hitch knot");
	type(&d, "u");
	see_not(&d, "Topics 1");
	desk_free(&d);
}

TEST(j_in_a_day_asks_for_its_topics_and_the_day_then_shows_them)
{
	struct desk d = boats_with_sheet();
	type(&d, "1");
	app_key(d.app, KEY_ENTER);
	see_not(&d, "Iron keel bolts");
	type(&d, "J");
	see(&d, "days and topics");
	see(&d, "Is the day about this topic?");
	type(&d, "yq");
	see(&d, "Iron keel bolts - below");
	see(&d, "you said so · dunno");
	desk_free(&d);
}

TEST(kinds_are_turned_and_what_is_asked_of_is_looked_at)
{
	struct desk d = boats_with_sheet();
	type(&d, "4J]");
	see(&d, "sections and topics · 1 left");
	type(&d, "]");
	see(&d, "days and topics · 1 left");
	type(&d, "i");
	see(&d, "Look at the keel");
	type(&d, "q[[");
	see(&d, "cards and topics · 2 left");
	type(&d, "[");
	see(&d, "Nothing to join of sheets and days.");
	type(&d, "[[i");
	see(&d, "Two turns.");
	desk_free(&d);
}
