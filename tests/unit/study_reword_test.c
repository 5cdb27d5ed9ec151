/* study_reword_test.c - topics that were reworded in an editor: their history goes on, or it is asked. */
#include <string.h>

#include "hone/join.h"
#include "study_help.h"
#include "test.h"

static const char head[] =
	"# Check\n\n## Area 1: Parts\n\n| Topic | Status | Notes |\n|---|---|---|\n";
static const char second[] = "\n## Area 2: Knots\n\n| Topic | Status | Notes |\n|---|---|---|\n| "
			     "Clove hitch | [unsure] | |\n";

/* The table of the first area with these rows, and the second one. */
static void put_rows(const char *dir, const char *rows)
{
	struct buf b = { 0 };
	buf_addf(&b, "%s%s%s", head, rows, second);
	help_put(dir, "topics.md", buf_cstr(&b));
	buf_release(&b);
}

static const char rows[] = "| Keel | [] | |\n| Hash tabels | [] | |\n"
			   "| Ropes of hemp (how they are laid) | [] | |\n| Sails | [] | |\n";

static struct study *open_boats(const char *dir)
{
	help_day(7);
	put_rows(dir, rows);
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

static void rate(struct study *s, const char *name, enum level level)
{
	struct err e = { 0 };
	if (!study_rate(s, topic(s, name), level, &e))
		fail_msg("%s", e.text);
}

static void assert_rated(struct study *s, const char *name, enum level level, int since)
{
	struct arena a = { 0 };
	struct topic_row t = help_topic(s, name, &a);
	assert_int_equal(t.level, level);
	assert_int_equal(t.since, since);
	arena_release(&a);
}

/* How many topics, and whether anything is asked. */
static void assert_sync(struct study *s, int matched, int doubts)
{
	struct sync_report r = help_sync(s);
	assert_int_equal(r.topics_matched, matched);
	assert_int_equal(r.doubts, doubts);
}

TEST(a_topic_with_a_letter_mended_goes_on)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	rate(s, "Hash tabels", LEVEL_DUNNO);
	int64_t was = topic(s, "Hash tabels"), day = s->today;
	help_day(9);
	put_rows(dir, "| Keel | [] | |\n| Hash tables | [dunno] | |\n"
		      "| Ropes of hemp (how they are laid) | [] | |\n| Sails | [] | |\n");
	assert_sync(s, 1, 0);
	assert_true(topic(s, "Hash tables") == was);
	assert_rated(s, "Hash tables", LEVEL_DUNNO, (int)day);
	assert_false(help_sync(s).any);
	help_close(s);
	s = help_open(dir);
	help_sync(s);
	assert_true(topic(s, "Hash tables") == was);
	help_close(s);
}

TEST(a_name_that_keeps_what_stands_before_its_meaning_goes_on)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	rate(s, "Ropes of hemp (how they are laid)", LEVEL_KNOW);
	int64_t was = topic(s, "Ropes of hemp (how they are laid)");
	put_rows(dir, "| Keel | [] | |\n| Hash tabels | [] | |\n"
		      "| Ropes of hemp - strands, turns, what rots them | [know] | |\n| Sails | [] "
		      "| |\n");
	assert_sync(s, 1, 0);
	assert_true(topic(s, "Ropes of hemp - strands, turns, what rots them") == was);
	help_close(s);
}

/* A mark changed in the same stroke is logged for the old topic. */
TEST(an_area_reworded_keeps_its_topics_and_a_changed_mark_is_logged)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	struct buf b = { 0 };
	rate(s, "Clove hitch", LEVEL_KNOW);
	int64_t was = topic(s, "Clove hitch");
	buf_addf(&b,
		"%s%s\n## Area 2: Hitches and bends\n\n| Topic | Status | Notes |\n|---|---|---|\n"
		"| Clove hitch | [dunno] | |\n",
		head, rows);
	help_put(dir, "topics.md", buf_cstr(&b));
	struct sync_report r = help_sync(s);
	assert_int_equal(r.topics_matched, 1);
	assert_int_equal(r.levels, 1);
	assert_true(topic(s, "Clove hitch") == was);
	assert_rated(s, "Clove hitch", LEVEL_DUNNO, s->today);
	buf_release(&b);
	help_close(s);
}

TEST(what_the_log_does_not_know_is_new_and_nothing_is_logged)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	int64_t was = topic(s, "Hash tabels");
	put_rows(dir, "| Keel | [] | |\n| Hash tables | [] | |\n"
		      "| Ropes of hemp (how they are laid) | [] | |\n| Sails | [] | |\n");
	assert_sync(s, 0, 0);
	assert_true(topic(s, "Hash tables") != was);
	help_close(s);
}

TEST(another_topic_in_its_place_is_new)
{
	const char *dir = test_tmpdir();
	struct study *s = open_boats(dir);
	rate(s, "Keel", LEVEL_KNOW);
	put_rows(dir, "| Anchors | [] | |\n| Hash tabels | [] | |\n"
		      "| Ropes of hemp (how they are laid) | [] | |\n| Sails | [] | |\n");
	assert_sync(s, 0, 0);
	assert_rated(s, "Anchors", LEVEL_NONE, DAY_NONE);
	help_close(s);
}

/* Joins are history, too. */
TEST(a_topic_that_a_card_was_joined_with_goes_on)
{
	const char *dir = test_tmpdir();
	struct err e = { 0 };
	help_put(dir, "deck.md", "Q: Which way does the wind blow?\nA: Any.\n");
	struct study *s = open_boats(dir);
	int64_t was = topic(s, "Sails");
	struct join pair = { .from = help_card(s, "wind"), .to = was, .yes = true };
	assert_true(join_say(s, &pair, &e));
	put_rows(dir,
		"| Keel | [] | |\n| Hash tabels | [] | |\n"
		"| Ropes of hemp (how they are laid) | [] | |\n| Sails - cut and cloth | [] | |\n");
	assert_sync(s, 1, 0);
	assert_true(topic(s, "Sails - cut and cloth") == was);
	help_close(s);
}

/* ---- doubts */

static struct study *in_doubt(const char *dir)
{
	struct study *s = open_boats(dir);
	rate(s, "Ropes of hemp (how they are laid)", LEVEL_UNSURE);
	put_rows(dir, "| Keel | [] | |\n| Hash tabels | [] | |\n| Sails | [] | |\n"
		      "| How ropes of manila are laid | [] | |\n");
	assert_sync(s, 0, 1);
	return s;
}

static size_t doubts(struct study *s)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct doubt *d;
	size_t n;
	if (!study_doubts(s, &d, &n, &a, &e))
		fail_msg("%s", e.text);
	if (n) {
		assert_true(d->topic);
		assert_str(d->gone.front, "Ropes of hemp (how they are laid)");
		assert_str(d->came.front, "How ropes of manila are laid");
		assert_int_equal(d->level, LEVEL_UNSURE);
		assert_true(d->permille >= 300);
	}
	arena_release(&a);
	return n;
}

TEST(a_topic_reworded_a_lot_is_asked_about_and_goes_on_when_the_user_says_so)
{
	const char *dir = test_tmpdir();
	struct study *s = in_doubt(dir);
	struct err e = { 0 };
	struct buf what = { 0 };
	assert_int_equal(doubts(s), 1);
	int64_t came = topic(s, "How ropes of manila are laid");
	assert_rated(s, "How ropes of manila are laid", LEVEL_NONE, DAY_NONE);
	assert_true(study_same(s, came, &e));
	assert_int_equal(doubts(s), 0);
	assert_true(topic(s, "How ropes of manila are laid") != came);
	assert_rated(s, "How ropes of manila are laid", LEVEL_UNSURE, s->today);
	assert_true(study_undo(s, &what, &e));
	assert_str(buf_str(&what), "joined \"How ropes of manila are laid\" to its history");
	assert_true(topic(s, "How ropes of manila are laid") == came);
	assert_rated(s, "How ropes of manila are laid", LEVEL_NONE, DAY_NONE);
	assert_int_equal(doubts(s), 1);
	assert_true(study_redo(s, &what, &e));
	assert_rated(s, "How ropes of manila are laid", LEVEL_UNSURE, s->today);
	help_close(s);
	s = help_open(dir);
	help_sync(s);
	assert_rated(s, "How ropes of manila are laid", LEVEL_UNSURE, s->today);
	struct arena a = { 0 };
	struct verify_report r = { 0 };
	assert_true(store_verify(s->store, &s->settings.sm2, true, &r, &a, &e));
	assert_int_equal(r.nproblem, 0);
	arena_release(&a);
	buf_release(&what);
	help_close(s);
}

TEST(a_topic_that_is_another_one_is_not_asked_about_again)
{
	const char *dir = test_tmpdir();
	struct study *s = in_doubt(dir);
	struct err e = { 0 };
	int64_t came = topic(s, "How ropes of manila are laid");
	assert_true(study_differ(s, came, &e));
	assert_int_equal(doubts(s), 0);
	assert_false(study_same(s, came, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_put(dir, "more.md", "# More\n");
	assert_sync(s, 0, 0);
	assert_int_equal(doubts(s), 0);
	help_close(s);
}

TEST(a_topic_that_comes_back_ends_the_doubt_and_has_its_history)
{
	const char *dir = test_tmpdir();
	struct study *s = in_doubt(dir);
	put_rows(dir, rows);
	assert_sync(s, 0, 0);
	assert_int_equal(doubts(s), 0);
	assert_rated(s, "Ropes of hemp (how they are laid)", LEVEL_UNSURE, s->today);
	help_close(s);
}
