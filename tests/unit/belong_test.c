/* belong_test.c - the section for a card, and the cards and topics for a section. */
#include "hone/belong.h"

#include "study_help.h"
#include "test.h"

static const char sheet[] = "# Boats\n"         /* 1 */
			    "Intro.\n"          /* 2 */
			    "## 1. Parts\n"     /* 3 */
			    "### 1.1 Keel\n"    /* 4 */
			    "Below the hull.\n" /* 5 */
			    "### Mast\n"        /* 6 */
			    "## 2) Knots\n"     /* 7 */
			    "Many.\n"           /* 8 */
			    "### Q3: bowline\n" /* 9 */
			    "Holds.\n";         /* 10 */

static const char deck[] = "# Deck\n\n## Knots\n\nQ: How is a bowline tied?\nA: Round the tree.\n\n"
			   "Q: Which knot slips?\nA: A noose.\n\n## Parts\n\n"
			   "Q: What does the keel do?\nA: It keeps the course.\n";

static struct study *open_boats(void)
{
	const char *dir = help_folder();
	help_put(dir, "boats.md", sheet);
	help_put(dir, "deck.md", deck);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static void assert_where(struct study *s, const char *words, const char *want)
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

TEST(a_card_finds_its_section_whatever_number_that_has)
{
	struct study *s = open_boats();
	assert_where(s, "slips", "boats.md#2) Knots");
	assert_where(s, "keel", "boats.md#1. Parts");
	help_close(s);
}

static void assert_chain(int line, const char *want, int from, int to)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct belong_place p = belong_at(STR("boats.md"), str_of(sheet), line, &a);
	for (int i = 0; i < p.nheading; i++)
		buf_addf(&got, "%s%.*s", i ? " < " : "", STR_ARG(p.heading[i]));
	assert_str(buf_str(&got), want);
	assert_int_equal(p.from, from);
	if (to)
		assert_int_equal(p.to, to);
	buf_release(&got);
	arena_release(&a);
}

TEST(a_section_knows_the_headings_it_stands_under)
{
	assert_chain(5, "1.1 Keel < 1. Parts", 4, 6);
	assert_chain(2, "Boats < 1. Parts < 1.1 Keel < Mast < 2) Knots < Q3: bowline", 1, 0);
	assert_chain(10, "Q3: bowline < 2) Knots", 9, 0);
	assert_chain(3, "1. Parts < 1.1 Keel < Mast", 3, 7);
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

TEST(a_section_finds_its_cards_and_topics_the_nearest_first)
{
	struct study *s = open_boats();
	assert_here(s, 5, "card What does the keel do?, topic Keel");
	assert_here(s, 9, "card How is a bowline tied?, card Which knot slips?, topic Bowline");
	assert_here(s, 6, "card What does the keel do?");
	assert_here(s, 7, "card How is a bowline tied?, card Which knot slips?, topic Bowline");
	help_close(s);
}

TEST(a_heading_that_any_sheet_has_says_nothing)
{
	struct study *s = open_boats();
	help_put(s->dir, "more.md", "# More\n\n## 3. Examples\n\nMany.\n");
	help_put(s->dir, "deck.md", "Q: Give examples of sails\nA: Jib.\n");
	help_sync(s);
	assert_where(s, "sails", "");
	help_close(s);
}
