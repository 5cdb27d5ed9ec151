/* about_test.c - what the user said goes over the words, wherever it is asked what belongs together. */
#include "hone/about.h"

#include <stdio.h>
#include <string.h>

#include "hone/belong.h"
#include "study_help.h"
#include "test.h"

static const char sheet[] = "# Boats\n"            /* 1 */
			    "## Keel\n"            /* 2 */
			    "Below the hull.\n"    /* 3 */
			    "## Knots\n"           /* 4 */
			    "Many.\n"              /* 5 */
			    "## What holds fast\n" /* 6 */
			    "Rope.\n";             /* 7 */

static const char deck[] = "# Deck\n\n## Keel\n\nQ: What keeps the course?\nA: It does.\n\n"
			   "## Knots\n\nQ: How is a loop tied?\nA: Round the tree.\n\n"
			   "## Else\n\nQ: Which way does the wind blow?\nA: Any.\n";

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Keel | [know] | |\n| Knots (of rope) | [dunno] | |\n"
			     "| Wind and weather signs | [dunno] | |\n";

static const char plan[] = "# Plan\n\n## Week 1: Sea\n\n### Day 1: Leaving\n\n"
			   "- [ ] Go\n\n**Topics**:\n1. Keel\n2. Knots\n\n"
			   "### Day 2: Weather signs at sea\n\n- [ ] Look up\n";

static struct study *open_boats(void)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "boats.md", sheet);
	help_put(dir, "deck.md", deck);
	help_put(dir, "topics.md", topics);
	help_put(dir, "plan.md", plan);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static int64_t topic(struct study *s, const char *name)
{
	struct arena a = { 0 };
	int64_t id = help_topic(s, name, &a).id;
	arena_release(&a);
	return id;
}

static void say(struct study *s, struct join pair)
{
	struct err e = { 0 };
	if (!join_say(s, &pair, &e))
		fail_msg("%s", e.text);
}

static void say_card(struct study *s, const char *words, const char *name, bool yes)
{
	say(s, (struct join){ .from = help_card(s, words), .to = topic(s, name), .yes = yes });
}

static struct join of_section(const char *heading, enum join_kind kind, int64_t to, bool yes)
{
	static char place[100];
	snprintf(place, sizeof place, "boats.md#%s", heading);
	return (struct join){ kind, join_section(STR("boats.md"), str_of(heading)), to, yes,
		str_of(place) };
}

static void say_section(struct study *s, const char *heading, const char *name, bool yes)
{
	say(s, of_section(heading, JOIN_SECTION_TOPIC, topic(s, name), yes));
}

static void assert_here(struct study *s, int line, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct err e = { 0 };
	struct search_hits hits;
	struct belong_place p = belong_at(STR("boats.md"), str_of(sheet), line, &a);
	assert_true(belong_here(s, &p, 10, &hits, &a, &e));
	for (size_t i = 0; i < hits.n; i++)
		buf_addf(&got, "%s%s %.*s", i ? ", " : "", search_kind_name(hits.hit[i].kind),
			STR_ARG(hits.hit[i].title));
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

static void assert_sheet(struct study *s, const char *words, const char *want)
{
	struct arena a = { 0 };
	struct buf where = { 0 };
	struct err e = { 0 };
	struct card c;
	assert_true(catalog_card(s->store, help_card(s, words), &c, &a, &e));
	assert_true(belong_sheet(s, &c, &where, &e));
	assert_str(buf_str(&where), want);
	buf_release(&where);
	arena_release(&a);
}

static void assert_topic_sheet(struct study *s, const char *name, const char *want)
{
	struct arena a = { 0 };
	struct buf where = { 0 };
	struct err e = { 0 };
	struct topic_row t = help_topic(s, name, &a);
	assert_true(belong_topic(s, &t, &where, &e));
	assert_str(buf_str(&where), want);
	buf_release(&where);
	arena_release(&a);
}

TEST(a_card_refused_its_topic_is_not_at_its_section)
{
	struct study *s = open_boats();
	assert_here(s, 2, "card What keeps the course?, topic Keel");
	assert_sheet(s, "course", "boats.md#Keel");
	say_card(s, "course", "Keel", false);
	assert_here(s, 2, "topic Keel");
	assert_sheet(s, "course", "");
	help_close(s);
}

TEST(a_card_joined_with_a_topic_is_at_its_section_before_all_others)
{
	struct study *s = open_boats();
	assert_sheet(s, "wind", "");
	say_card(s, "wind", "Keel", true);
	assert_here(s, 2,
		"card Which way does the wind blow?, card What keeps the course?, topic Keel");
	assert_sheet(s, "wind", "boats.md#Keel");
	help_close(s);
}

/* Its cards come along. */
TEST(a_section_joined_with_a_topic_has_it_and_its_cards)
{
	struct study *s = open_boats();
	assert_here(s, 6, "");
	say_section(s, "What holds fast", "Knots (of rope)", true);
	assert_here(s, 6, "card How is a loop tied?, topic Knots (of rope)");
	assert_sheet(s, "loop", "boats.md#What holds fast");
	assert_topic_sheet(s, "Knots (of rope)", "boats.md#What holds fast");
	help_close(s);
}

TEST(a_section_refused_a_topic_has_neither_it_nor_its_cards)
{
	struct study *s = open_boats();
	assert_here(s, 4, "card How is a loop tied?, topic Knots (of rope)");
	assert_topic_sheet(s, "Knots (of rope)", "boats.md#Knots");
	say_section(s, "Knots", "Knots (of rope)", false);
	assert_here(s, 4, "");
	assert_sheet(s, "loop", "");
	assert_topic_sheet(s, "Knots (of rope)", "");
	help_close(s);
}

TEST(the_last_word_counts_for_sections_too_and_undo_names_it)
{
	struct study *s = open_boats();
	struct buf what = { 0 };
	struct err e = { 0 };
	say_section(s, "Knots", "Keel", true);
	say_section(s, "Knots", "Keel", false);
	assert_topic_sheet(s, "Keel", "boats.md#Keel");
	assert_true(study_undo(s, &what, &e));
	assert_str(buf_str(&what), "said that \"Knots\" is not about \"Keel\"");
	assert_topic_sheet(s, "Keel", "boats.md#Knots");
	buf_release(&what);
	help_close(s);
}

/* ---- days */

static void assert_day(struct study *s, int day, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct err e = { 0 };
	struct about b;
	struct decoded text;
	int n;
	assert_true(about_load(s, &b, &a, &e));
	assert_true(study_text(s, s->plan_path, &text, &a, &e));
	struct guide_day guide = guide_of_day(text.text, &s->plan, 0, day, &a);
	const struct about_topic *t = about_day(&b, s->plan.day[day].id, &guide, &n, &a);
	for (int i = 0; i < n; i++)
		buf_addf(&got, "%s%.*s > %.*s%s", i ? ", " : "", STR_ARG(t[i].name),
			STR_ARG(t[i].topic < 0 ? STR("-") : b.cover.topic[t[i].topic].name),
			t[i].said ? " (said)" : "");
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

static void say_day(struct study *s, int day, const char *name, bool yes)
{
	say(s, (struct join){ .kind = JOIN_DAY_TOPIC,
		       .from = (int64_t)s->plan.day[day].id,
		       .to = topic(s, name),
		       .yes = yes });
}

TEST(a_day_has_the_topics_of_the_plan_and_those_that_were_said)
{
	struct study *s = open_boats();
	assert_day(s, 0, "Keel > Keel, Knots > Knots (of rope)");
	say_day(s, 0, "Wind and weather signs", true);
	assert_day(s, 0,
		"Keel > Keel, Knots > Knots (of rope), "
		"Wind and weather signs > Wind and weather signs (said)");
	say_day(s, 0, "Knots (of rope)", false);
	say_day(s, 0, "Wind and weather signs", false);
	assert_day(s, 0, "Keel > Keel, Knots > -");
	help_close(s);
}

TEST(what_is_said_of_a_sheets_title_holds_for_its_sections)
{
	struct study *s = open_boats();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct joins j;
	struct belong_place p = belong_at(STR("boats.md"), str_of(sheet), 4, &a);
	int64_t first = (int64_t)s->plan.day[0].id, second = (int64_t)s->plan.day[1].id;
	say(s, of_section("Boats", JOIN_SECTION_DAY, first, true));
	say(s, of_section("Knots", JOIN_SECTION_DAY, second, false));
	assert_true(joins_load(s, &j, &a, &e));
	assert_true(belong_day(&j, &p, (uint64_t)first)->yes);
	assert_false(belong_day(&j, &p, (uint64_t)second)->yes);
	p = belong_at(STR("boats.md"), str_of(sheet), 6, &a);
	assert_null(belong_day(&j, &p, (uint64_t)second));
	arena_release(&a);
	help_close(s);
}

/* ---- proposals */

static void assert_offers(struct study *s, enum join_kind kind, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct join_offers v;
	struct buf got = { 0 };
	if (!join_propose(s, kind, 100, &v, &a, &e))
		fail_msg("%s", e.text);
	for (int i = 0; i < v.n; i++)
		buf_addf(&got, "%s%.*s > %.*s (%.*s)", i ? "; " : "", STR_ARG(v.offer[i].from.name),
			STR_ARG(v.offer[i].to.name), STR_ARG(v.offer[i].words));
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

TEST(days_and_sections_are_proposed_by_their_words)
{
	struct study *s = open_boats();
	assert_offers(s, JOIN_DAY_TOPIC,
		"Week 1 · Day 2 Weather signs at sea > Wind and weather signs (weather signs)");
	say_day(s, 1, "Wind and weather signs", false);
	assert_offers(s, JOIN_DAY_TOPIC, "");
	assert_offers(s, JOIN_SECTION_TOPIC, "");
	help_put(s->dir, "more.md", "# More\n\n## Signs of the weather\n\nClouds.\n");
	help_sync(s);
	assert_offers(s, JOIN_SECTION_TOPIC,
		"Signs of the weather > Wind and weather signs (weather signs)");
	help_close(s);
}

TEST(a_sheet_is_proposed_for_a_day_whose_title_it_has)
{
	struct study *s = open_boats();
	assert_offers(s, JOIN_SECTION_DAY, "");
	help_put(s->dir, "more.md", "# Weather signs at sea and on land\n\nClouds.\n");
	help_sync(s);
	assert_offers(s, JOIN_SECTION_DAY,
		"Weather signs at sea and on land > Week 1 · Day 2 Weather signs at sea "
		"(weather signs sea)");
	help_close(s);
}

TEST(a_heading_that_went_keeps_its_name_and_is_not_joined_anew)
{
	struct study *s = open_boats();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct join_end from, to;
	struct join pair = of_section("Knots", JOIN_SECTION_TOPIC, topic(s, "Keel"), true);
	say(s, pair);
	help_put(s->dir, "boats.md", "# Boats\n\nNothing else.\n");
	help_sync(s);
	assert_true(join_now(s, &pair, &from, &to, &a, &e));
	assert_false(from.there);
	assert_str(from.name, "Knots");
	assert_true(to.there);
	pair.yes = false;
	assert_false(join_say(s, &pair, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_non_null(strstr(e.text, "\"Knots\" is in no file"));
	arena_release(&a);
	help_close(s);
}

TEST(how_a_card_came_to_a_topic_is_known)
{
	struct study *s = open_boats();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct about b;
	struct card c;
	say_card(s, "wind", "Keel", true);
	assert_true(about_load(s, &b, &a, &e));
	assert_int_equal(about_find(&b, STR("weather"), &e), 2);
	assert_int_equal(about_find(&b, STR("K"), &e), -1);
	assert_int_equal(about_find(&b, STR("keel"), &e), 0);
	assert_true(catalog_card(s->store, help_card(s, "wind"), &c, &a, &e));
	assert_string_equal(about_how(&b, &c, 0), "you said so");
	assert_true(catalog_card(s->store, help_card(s, "course"), &c, &a, &e));
	assert_string_equal(about_how(&b, &c, 0), "by its heading");
	c.tags = STR("knots");
	assert_string_equal(about_how(&b, &c, 1), "by its tag");
	c.front = STR("Which wind and weather signs are there?");
	assert_string_equal(about_how(&b, &c, 2), "by its question");
	arena_release(&a);
	help_close(s);
}
