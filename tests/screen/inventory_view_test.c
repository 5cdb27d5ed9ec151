/* inventory_view_test.c - topics added, reworded, split and weighed on the screen. */
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "screen/review_desk.h"
#include "test.h"

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| **Hull** | [know] | |\n| Keel | [dunno] | |\n";

static struct desk boats(int rows, int cols, const char *keys)
{
	struct desk d = study_of(NULL);
	write_file(d.dir, "topics.md", topics);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	type(&d, "4");
	type(&d, keys);
	return d;
}

static void see_file(struct desk *d, const char *want)
{
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d->dir), STR("topics.md")));
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

static void see_in_file(struct desk *d, const char *part)
{
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d->dir), STR("topics.md")));
	if (!strstr(buf_cstr(&b), part))
		fail_msg("no \"%s\" in:\n%s", part, buf_cstr(&b));
	buf_release(&b);
	arena_release(&a);
}

TEST(what_would_be_written_is_shown_before_it_is)
{
	struct desk d = boats(24, 80, "e");
	see(&d, "r  Reword the topic");
	type(&d, "nOar; Mast\r");
	see(&d, "topics.md:9");
	see(&d, "+ | Oar | [ ] | |");
	see(&d, "+ | Mast | [ ] | |");
	see_file(&d, topics);
	type(&d, "q");
	see_file(&d, topics);
	type(&d, "nOar; Mast\ry");
	see_in_file(&d, "| Keel | [dunno] | |\n| Oar | [ ] | |\n| Mast | [ ] | |\n");
	see(&d, "Written into topics.md:9.");
	type(&d, "q");
	see(&d, "Mast");
	type(&d, "U");
	see_file(&d, topics);
	desk_free(&d);
}

TEST(a_topic_is_reworded_as_its_line_has_it)
{
	struct desk d = boats(24, 80, "er");
	see(&d, "Reword: **Hull**");
	type(&d, "**Hull** and deck\r");
	see(&d, "- | **Hull** | [know] | |");
	see(&d, "+ | **Hull** and deck | [know] | |");
	type(&d, "yq");
	see(&d, "Hull and deck");
	see_in_file(&d, "| **Hull** and deck | [know] | |");
	desk_free(&d);
}

TEST(a_topic_is_split_and_weighed_on_the_screen)
{
	struct desk d = boats(24, 80, "es");
	type(&d, "Bow; Stern\ry");
	see_in_file(&d, "| Bow | [know] | |\n| Stern | [know] | |\n| Keel");
	type(&d, "qgeh");
	see(&d, "+ | Bow | [know] | priority: high |");
	type(&d, "y");
	see(&d, "priority high");
	type(&d, "q");
	see(&d, "!Bow");
	desk_free(&d);
}

TEST(an_area_of_its_own_is_added)
{
	struct desk d = boats(24, 80, "eA");
	type(&d, "Sails\r");
	see(&d, "Its topics, with ; between them:");
	type(&d, "Jib\r");
	see(&d, "+ ## Area 2: Sails");
	type(&d, "yqG");
	see(&d, "2 Sails");
	desk_free(&d);
}

TEST(the_first_topics_are_written_from_the_screen)
{
	struct desk d = study_of(NULL);
	open_desk(&d, 24, 80);
	type(&d, "4eASails\rJib; Fock\r");
	see(&d, "topics.md:2, which is made");
	type(&d, "yq");
	see(&d, "Fock");
	see_file(&d, "# Topics\n\n## Sails\n\n| Topic | Status | Notes |\n"
		     "|-------|--------|-------|\n| Jib | [ ] | |\n| Fock | [ ] | |\n");
	desk_free(&d);
}

TEST(what_cannot_be_done_says_why)
{
	struct desk d = boats(24, 80, "e0");
	see(&d, "nothing would change");
	type(&d, "\x1bsOne\r");
	see(&d, "give from 2 to 26 names");
	see_file(&d, topics);
	desk_free(&d);
}

TEST(a_small_screen_edits_too)
{
	struct desk d = boats(12, 40, "el");
	see(&d, "priority: low");
	app_resize(d.app, 5, 20);
	screen(&d);
	type(&d, "y");
	see_in_file(&d, "priority: low");
	desk_free(&d);
}

TEST(a_topic_that_is_not_known_and_has_no_card_gets_one_with_a_key)
{
	struct desk d = boats(30, 100, "");
	int line;
	app_tick(d.app);
	see_not(&d, "c writes one"); /* Hull is known */
	type(&d, "j");
	app_tick(d.app);
	see(&d, "cards     none: c writes one to explain it");
	see(&d, "c card");
	type(&d, "c");
	see(&d, "Question: Keel");
	type(&d, "\r");
	see(&d, "+ Q: Keel #explain");
	type(&d, "y");
	assert_int_equal(app_wish(d.app), APP_WISH_EDIT);
	struct str deck = str_of(app_edited(d.app, &line));
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d.dir), deck));
	assert_non_null(strstr(buf_cstr(&b), "Q: Keel #explain\n"));
	sync_study(d.study);
	app_study_changed(d.app);
	app_tick(d.app);
	see(&d, "cards     1, 1 of them due or new");
	type(&d, "U");
	buf_release(&b);
	b = test_read(path_join(&a, str_of(d.dir), deck));
	assert_null(strstr(buf_cstr(&b), "Keel"));
	buf_release(&b);
	arena_release(&a);
	desk_free(&d);
}
