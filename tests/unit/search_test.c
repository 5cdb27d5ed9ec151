/* search_test.c - what is found in a whole study. */
#include "hone/search.h"

#include "study_help.h"
#include "test.h"

static const char sheet[] = "# Boats at a glance\n"
			    "\n"
			    "What floats.\n"
			    "\n"
			    "## Knots\n"
			    "\n"
			    "A bowline holds the **boat** at the pier.\n"
			    "\n"
			    "## Hull\n"
			    "\n"
			    "It keeps the water out; the keel is below.\n";

struct found {
	struct study *s;
	struct search *ss;
	struct arena a;
	struct search_hits hits;
};

static struct found open_found(void)
{
	struct found f = { 0 };
	struct err e = { 0 };
	const char *dir = help_folder();
	size_t left;
	help_put(dir, "sheets/boats.md", sheet);
	f.s = help_open(dir);
	help_sync(f.s);
	f.ss = search_new(f.s, &e);
	assert_non_null(f.ss);
	assert_true(search_read(f.ss, f.s, SIZE_MAX, &left, &e));
	assert_int_equal(left, 0);
	return f;
}

static void close_found(struct found *f)
{
	search_free(f->ss);
	help_close(f->s);
	arena_release(&f->a);
}

/* "kind path:line title", a line each. */
static void assert_hits(struct found *f, const char *typed, const char *want)
{
	struct err e = { 0 };
	struct buf got = { 0 };
	arena_clear(&f->a);
	if (!search_words(f->ss, f->s, str_of(typed), 20, true, &f->hits, &f->a, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < f->hits.n; i++) {
		const struct search_hit *h = &f->hits.hit[i];
		buf_addf(&got, "%s %.*s:%d %.*s\n", search_kind_name(h->kind), STR_ARG(h->path),
			h->line, STR_ARG(h->title));
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

TEST(words_are_found_in_all_kinds_and_each_place_once)
{
	struct found f = open_found();
	assert_hits(&f, "boat",
		"sheet check/topics.md:1 Boats: topic check\n"
		"sheet sheets/boats.md:1 Boats at a glance\n"
		"sheet sheets/boats.md:7 Knots\n"
		"plan plan.md:7 Draw a boat and label it\n"
		"plan plan.md:16 Carry the boat\n");
	assert_hits(&f, "bowline",
		"sheet sheets/boats.md:7 Knots\n"
		"topic check/topics.md:14 Bowline\n");
	assert_hits(&f, "danube", "card deck.md:9 Is the Danube longer than the Rhine?\n");
	assert_hits(&f, "casp", "card deck.md:6 Where does the river Volga end?\n");
	assert_hits(&f, "trip", "plan plan.md:15 Week 2 · Day 1 First trip\n");
	assert_hits(&f, "trip carry", "plan plan.md:16 Carry the boat\n");
	assert_hits(&f, "boats keel",
		"sheet check/topics.md:8 Area 1: Parts (2 topics)\n"
		"sheet sheets/boats.md:11 Hull\n");
	assert_hits(&f, "nosuchword", "");
	assert_hits(&f, "  ", "");
	close_found(&f);
}

TEST(a_hit_says_where_it_stands)
{
	struct found f = open_found();
	assert_hits(&f, "holds", "sheet sheets/boats.md:7 Knots\n");
	assert_str(f.hits.hit[0].where, "Boats at a glance");
	assert_str(f.hits.hit[0].excerpt, "A bowline holds the boat at the pier.");
	assert_hits(&f, "hull", "sheet sheets/boats.md:9 Hull\ntopic check/topics.md:7 Hull\n");
	assert_int_equal(f.hits.hit[1].level, LEVEL_KNOW);
	assert_str(f.hits.hit[1].where, "Parts");
	close_found(&f);
}

TEST(more_than_was_asked_for_is_said)
{
	struct found f = open_found();
	struct err e = { 0 };
	assert_true(search_words(f.ss, f.s, STR("boat"), 1, true, &f.hits, &f.a, &e));
	assert_int_equal(f.hits.of[SEARCH_SHEET], 1);
	assert_true(f.hits.capped[SEARCH_SHEET] && f.hits.capped[SEARCH_PLAN]);
	assert_false(f.hits.capped[SEARCH_TOPIC]);
	assert_true(search_words(f.ss, f.s, STR("danube"), 1, false, &f.hits, &f.a, &e));
	assert_int_equal(f.hits.of[SEARCH_CARD], 0);
	close_found(&f);
}

static void assert_places(struct found *f, const char *typed, const char *want)
{
	struct search_place place[8];
	struct buf got = { 0 };
	size_t n = search_places(f->ss, str_of(typed), place, 8);
	for (size_t i = 0; i < n; i++)
		buf_addf(&got, "%.*s:%d\n", STR_ARG(place[i].name->text), place[i].line);
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

TEST(sheets_and_headings_are_found_by_letters_of_their_names)
{
	struct found f = open_found();
	assert_places(&f, "bknots", "sheets/boats › Knots:5\n");
	assert_places(&f, "glance", "sheets/boats › Boats at a glance:1\n");
	assert_places(&f, "sheetsboats",
		"sheets/boats › Boats at a glance:1\n"
		"sheets/boats › Knots:5\n"
		"sheets/boats › Hull:9\n");
	struct search_place place[32];
	size_t n = search_places(f.ss, STR(""), place, 32);
	assert_int_equal(n, 5);
	assert_str(place[0].path, "check/topics.md");
	assert_true(search_places(f.ss, STR("sheets/boats"), place, 32) > 2);
	assert_str(place[0].heading, ""); /* the sheet before its headings */
	assert_int_equal(search_places(f.ss, STR("knots"), place, 1), 1);
	assert_str(place[0].heading, "Knots");
	assert_int_equal((int)place[0].folder, 7);
	close_found(&f);
}

TEST(texts_are_read_bit_by_bit)
{
	struct found f = open_found();
	struct err e = { 0 };
	size_t left = 0, before = 5;
	search_free(f.ss);
	f.ss = search_new(f.s, &e);
	while (search_read(f.ss, f.s, 1, &left, &e) && left) {
		assert_int_equal(left, before - 1);
		before = left;
	}
	assert_hits(&f, "holds", "sheet sheets/boats.md:7 Knots\n");
	close_found(&f);
}
