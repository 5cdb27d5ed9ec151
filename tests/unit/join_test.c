/* join_test.c - cards and topics joined by what the user says, and what is proposed. */
#include "hone/join.h"

#include <stdio.h>

#include "hone/match.h"
#include "hone/readiness.h"
#include "study_help.h"
#include "test.h"

static const char deck[] = "# Boats\n\n## Ropes\n\n"
			   "Q: How is a bowline tied?\nA: Round the tree.\n\n"
			   "Q: When does a clove hitch slip?\nA: When it turns.\n\n"
			   "Q: What does the iron keel do?\nA: It keeps the course.\n\n"
			   "Q: Which way does the wind blow?\nA: Any.\n";

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Keel | [know] | |\n| Iron keel bolts - below | [dunno] | |\n\n"
			     "## Area 2: Knots\n\n| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Clove hitch knot (two turns) | [unsure] | |\n"
			     "| Running bowline for a mooring line | [unsure] | |\n";

static struct study *open_boats(const char *dir)
{
	help_day(7);
	help_put(dir, "deck.md", deck);
	help_put(dir, "topics.md", topics);
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

static void say(struct study *s, const char *words, const char *name, bool yes)
{
	struct err e = { 0 };
	struct join pair = { .from = help_card(s, words), .to = topic(s, name), .yes = yes };
	if (!join_say(s, &pair, &e))
		fail_msg("%s", e.text);
}

/* "tied > Running bowline; ...": question's last word, topic's name. */
static void assert_proposed(struct study *s, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct join_offers v;
	struct buf got = { 0 };
	if (!join_propose(s, JOIN_CARD_TOPIC, 100, &v, &a, &e))
		fail_msg("%s", e.text);
	assert_int_equal(v.n, v.all);
	for (int i = 0; i < v.n; i++)
		buf_addf(&got, "%s%.*s > %.*s (%.*s)", i ? "; " : "", STR_ARG(v.offer[i].from.name),
			STR_ARG(name_head(v.offer[i].to.name)), STR_ARG(v.offer[i].words));
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

/* How many cards each topic has. */
static void assert_cards(struct study *s, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct readiness r;
	struct buf got = { 0 };
	if (!readiness_load(s, &r, &a, &e))
		fail_msg("%s", e.text);
	for (int i = 0; i < r.ntopic; i++)
		buf_addf(&got, "%d", r.topic[i].cards);
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

static void assert_undone(
	struct study *s, bool (*verb)(struct study *, struct buf *, struct err *), const char *want)
{
	struct buf what = { 0 };
	struct err e = { 0 };
	if (!verb(s, &what, &e))
		fail_msg("%s", e.text);
	assert_str(buf_str(&what), want);
	buf_release(&what);
}

/* "Running bowline for a mooring line" shares too little; "keel" is about a topic, "bolts" have no card. */
TEST(what_shares_half_of_the_words_is_proposed_the_best_first)
{
	struct study *s = open_boats(test_tmpdir());
	assert_cards(s, "1000");
	assert_proposed(s, "When does a clove hitch slip? > Clove hitch knot (clove hitch); "
			   "What does the iron keel do? > Iron keel bolts (iron keel)");
	help_close(s);
}

TEST(at_most_so_many_are_given_and_all_are_counted)
{
	struct study *s = open_boats(test_tmpdir());
	struct arena a = { 0 };
	struct err e = { 0 };
	struct join_offers v;
	assert_true(join_propose(s, JOIN_CARD_TOPIC, 1, &v, &a, &e));
	assert_int_equal(v.n, 1);
	assert_int_equal(v.all, 2);
	assert_int_equal(v.from, 3);
	assert_int_equal(v.to, 3);
	assert_true(v.offer[0].lone);
	assert_true(v.offer[0].percent >= 50 && v.offer[0].percent < 100);
	arena_release(&a);
	help_close(s);
}

TEST(an_accepted_pair_is_joined_and_no_file_is_written)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	say(s, "clove", "Clove hitch knot (two turns)", true);
	assert_cards(s, "1010");
	assert_proposed(s, "What does the iron keel do? > Iron keel bolts (iron keel)");
	help_assert_file(dir, "deck.md", deck);
	help_assert_file(dir, "topics.md", topics);
	help_close(s);
	s = help_open(dir);
	help_sync(s);
	assert_cards(s, "1010");
	help_close(s);
}

TEST(a_refused_pair_is_not_proposed_again)
{
	struct study *s = open_boats(test_tmpdir());
	say(s, "clove", "Clove hitch knot (two turns)", false);
	assert_cards(s, "1000");
	assert_proposed(s, "What does the iron keel do? > Iron keel bolts (iron keel)");
	help_close(s);
}

/* Then the card is about no topic, and its words come near another. */
TEST(what_words_joined_can_be_refused)
{
	struct study *s = open_boats(test_tmpdir());
	say(s, "keel", "Keel", false);
	assert_cards(s, "0000");
	say(s, "wind", "Keel", true);
	assert_cards(s, "1000");
	say(s, "keel", "Keel", true);
	assert_cards(s, "2000");
	help_close(s);
}

TEST(undo_and_redo_name_what_was_said)
{
	struct study *s = open_boats(test_tmpdir());
	say(s, "clove", "Clove hitch knot (two turns)", true);
	say(s, "keel", "Keel", false);
	assert_cards(s, "0010");
	assert_undone(
		s, study_undo, "said that \"What does the iron keel do?\" is not about \"Keel\"");
	assert_cards(s, "1010");
	assert_undone(s, study_undo,
		"said that \"When does a clove hitch slip?\" is about \"Clove hitch knot (two "
		"turns)\"");
	assert_cards(s, "1000");
	assert_undone(s, study_redo,
		"said that \"When does a clove hitch slip?\" is about \"Clove hitch knot (two "
		"turns)\"");
	assert_cards(s, "1010");
	help_close(s);
}

static int64_t events(struct study *s)
{
	struct verify_report r = { 0 };
	struct arena a = { 0 };
	struct err e = { 0 };
	assert_true(store_verify(s->store, &s->settings.sm2, false, &r, &a, &e));
	assert_int_equal(r.nproblem, 0);
	arena_release(&a);
	return r.events;
}

TEST(saying_it_again_logs_nothing_and_what_is_not_there_is_refused)
{
	struct study *s = open_boats(test_tmpdir());
	struct err e = { 0 };
	say(s, "wind", "Keel", true);
	int64_t before = events(s);
	say(s, "wind", "Keel", true);
	assert_int_equal(events(s), before);
	struct join no_card = { .from = 5, .to = topic(s, "Keel"), .yes = true };
	struct join no_topic = { .from = help_card(s, "wind"), .to = 5, .yes = true };
	assert_false(join_say(s, &no_card, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_false(join_say(s, &no_topic, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_int_equal(events(s), before);
	help_close(s);
}

/* A question that is reworded and keeps its history keeps what was said of it. */
TEST(a_reworded_card_keeps_its_joins)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	help_grade(s, "wind", 4);
	say(s, "wind", "Clove hitch knot (two turns)", true);
	help_put(dir, "deck.md",
		"# Boats\n\n## Ropes\n\n"
		"Q: From which way does the wind blow?\nA: Any.\n");
	assert_int_equal(help_sync(s).cards_matched, 1);
	assert_cards(s, "0010");
	help_close(s);
}

TEST(two_machines_agree_and_the_last_word_counts)
{
	const char *here = test_tmpdir(), *there = test_tmpdir();
	char path[512];
	struct err e = { 0 };
	int64_t added;
	struct study *s = open_boats(here), *t = open_boats(there);
	say(s, "wind", "Keel", true);
	help_day(8);
	say(t, "wind", "Keel", false);
	say(t, "tied", "Keel", true);
	help_close(t);
	snprintf(path, sizeof path, "%s/.hone/hone.db", there);
	assert_cards(s, "2000");
	assert_true(study_merge(s, path, &added, &e));
	assert_int_equal(added, 2);
	assert_cards(s, "2000");
	struct arena a = { 0 };
	struct joins j;
	struct verify_report report = { 0 };
	assert_true(store_verify(s->store, &s->settings.sm2, true, &report, &a, &e));
	assert_int_equal(report.nproblem, 0);
	assert_true(joins_load(s, &j, &a, &e));
	assert_int_equal(j.n, 2);
	assert_false(joins_find(&j, JOIN_CARD_TOPIC, help_card(s, "wind"), topic(s, "Keel"))->yes);
	assert_true(joins_find(&j, JOIN_CARD_TOPIC, help_card(s, "tied"), topic(s, "Keel"))->yes);
	assert_null(joins_find(&j, JOIN_CARD_TOPIC, help_card(s, "keel"), topic(s, "Keel")));
	arena_release(&a);
	help_close(s);
}

TEST(what_a_newer_hone_said_is_passed_over)
{
	struct study *s = open_boats(test_tmpdir());
	struct arena a = { 0 };
	struct err e = { 0 };
	struct joins j;
	struct event ev = { .kind = EVENT_JOIN,
		.day = s->today,
		.subject = SUBJECT_JOINS,
		.text = STR("0000000000000001 0000000000000002 maybe") };
	assert_true(store_begin(s->store, &e));
	assert_true(store_append(s->store, &s->settings.sm2, s->now.ms, &ev, &e));
	assert_true(store_commit(s->store, &e));
	assert_true(joins_load(s, &j, &a, &e));
	assert_int_equal(j.n, 0);
	assert_undone(s, study_undo, "said what belongs together");
	arena_release(&a);
	help_close(s);
}
