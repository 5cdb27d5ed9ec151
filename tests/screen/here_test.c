/* here_test.c - from a section of a sheet to its cards, topics and days, and there. */
#include "screen/review_desk.h"

#include "hone/files.h"
#include "test.h"

static const char plan_md[] =
	"# Plan\n\n## Week 1: Graphs\n\n**Day 1: Paths (1 hour)** (2025-11-12)\n"
	"- [ ] Read walks.md\n";

static const char topics_md[] =
	"# Check\n\n## Area 1: Things\n\n"
	"| Topic | Know | Unsure | Dunno | Notes |\n|---|---|---|---|---|\n"
	"| Stack | [ ] | [ ] | [ ] | |\n| Depth first search | [ ] | [x] | [ ] | |\n";

static const char walks_md[] = "# Going about\n\nHow.\n\n## 1. Depth first search\n\nA stack.\n\n"
			       "## 2. Breadth first search\n\nA queue.\n\n## Else\n\nNothing.\n";

static struct desk desk_here(void)
{
	struct desk d = study_of(basic_md);
	write_file(d.dir, "plan.md", plan_md);
	write_file(d.dir, "topics.md", topics_md);
	write_file(d.dir, "walks.md", walks_md);
	sync_study(d.study);
	open_desk(&d, 12, 90);
	app_goto(d.app, PANE_SHEET, STR("walks.md"), 0);
	return d;
}

TEST(x_shows_what_belongs_to_the_section_at_the_top)
{
	struct desk d = desk_here();
	type(&d, "]x");
	see(&d, "What belongs here");
	see(&d, "1. Depth first search");
	see(&d, "Cards 1");
	see(&d, "What does depth first search cost?");
	see_not(&d, "Which queue");
	see(&d, "Topics 1");
	see(&d, "? Depth first search");
	see(&d, "Plan 1");
	see(&d, "names it · Wed 12 Nov");
	type(&d, "q");
	see(&d, "A stack.");
	type(&d, "x]");
	see(&d, "2. Breadth first search");
	see(&d, "Which queue does breadth first search use?");
	see_not(&d, "Topics");
	type(&d, "]");
	see(&d, "Else");
	type(&d, "[[[");
	see(&d, "Going about");
	see(&d, "Cards 2");
	desk_free(&d);
}

TEST(enter_goes_to_what_belongs_and_the_card_leads_back)
{
	struct desk d = desk_here();
	type(&d, "]x");
	app_key(d.app, KEY_ENTER);
	see(&d, "? Depth first search");
	type(&d, "q");
	see(&d, "What belongs here");
	type(&d, "j");
	app_key(d.app, KEY_ENTER);
	see(&d, "[4 Topics]");
	type(&d, "3x");
	type(&d, "G");
	app_key(d.app, KEY_ENTER);
	see(&d, "[1 Plan]");
	see(&d, "Read walks.md");
	desk_free(&d);
}

TEST(a_makes_a_card_of_the_section_that_is_shown_before)
{
	struct desk d = desk_here();
	struct arena a = { 0 };
	int line;
	type(&d, "]a");
	see(&d, "Question: 1. Depth first search");
	app_key(d.app, 'U' & 31);
	type(&d, "What does depth first search need?");
	app_key(d.app, KEY_ENTER);
	see(&d, "Into deck.md");
	see(&d, "+ ### Q: What does depth first search need?");
	see(&d, "+ A stack.");
	type(&d, "l");
	see(&d, "Into cards.md (a new file)");
	type(&d, "hy");
	see(&d, "Written into deck.md:");
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	assert_string_equal(app_edited(d.app, &line), "deck.md");
	struct buf b = test_read(path_join(&a, str_of(d.dir), STR("deck.md")));
	assert_true(str_ends(
		buf_str(&b), STR("\n### Q: What does depth first search need?\n\nA stack.\n")));
	buf_release(&b);
	type(&d, "u");
	see(&d, "Undone: wrote the card \"What does depth first search need?\"");
	b = test_read(path_join(&a, str_of(d.dir), STR("deck.md")));
	assert_str(buf_str(&b), basic_md);
	buf_release(&b);
	arena_release(&a);
	desk_free(&d);
}
