/* study_doubt_test.c - new cards that may be old ones: found, joined, parted again. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "study_help.h"

/* A little of the wording stays, of the answer nothing. */
static const char was[] = "Q: Which river runs through the old city of Lyon?\nA: The Rhone.\n";
static const char now[] = "Q: Name a river of the city of Lyon\nA: Saone, as well as another.\n";

static struct study *reworded(const char *dir, struct sync_report *r)
{
	help_put(dir, "deck.md", was);
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Lyon", 4);
	help_put(dir, "deck.md", now);
	*r = help_sync(s);
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
	arena_release(&a);
	return n;
}

TEST(a_card_reworded_a_lot_is_asked_about)
{
	struct sync_report r;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct doubt *d;
	size_t n;
	struct study *s = reworded(help_folder(), &r);
	assert_int_equal(r.doubts, 1);
	assert_int_equal(r.cards_matched, 0);
	assert_true(study_doubts(s, &d, &n, &a, &e));
	assert_int_equal(n, 1);
	assert_str(d->gone.front, "Which river runs through the old city of Lyon?");
	assert_str(d->gone.back, "The Rhone.");
	assert_str(d->gone.deck, "deck.md");
	assert_str(d->came.front, "Name a river of the city of Lyon");
	assert_int_equal(d->state.memory.reps, 1);
	assert_true(d->permille >= 300 && d->permille < 600);
	assert_false(help_sync(s).any);
	arena_release(&a);
	help_close(s);
}

TEST(the_same_card_has_its_history_and_undo_parts_them)
{
	struct sync_report r;
	struct err e = { 0 };
	struct buf what = { 0 };
	const char *dir = help_folder();
	struct study *s = reworded(dir, &r);
	int64_t came = help_card(s, "Lyon");
	assert_int_equal(help_history(s, came), 0);
	assert_true(study_same(s, came, &e));
	int64_t joined = help_card(s, "Lyon");
	assert_true(joined != came);
	assert_int_equal(help_history(s, joined), 1);
	assert_int_equal(doubts(s), 0);
	assert_true(study_undo(s, &what, &e));
	assert_string_equal(
		buf_cstr(&what), "joined \"Name a river of the city of Lyon\" to its history");
	assert_true(help_card(s, "Lyon") == came);
	assert_int_equal(help_history(s, came), 0);
	assert_int_equal(doubts(s), 1);
	assert_true(study_redo(s, &what, &e));
	assert_true(help_card(s, "Lyon") == joined);
	help_put(dir, "deck.md", "# Rivers\n\nQ: Name a river of the city of Lyon\nA: Saone.\n");
	r = help_sync(s);
	assert_int_equal(r.cards_gone + r.cards_added, 0);
	assert_true(help_card(s, "Lyon") == joined);
	assert_int_equal(help_history(s, joined), 1);
	buf_release(&what);
	help_close(s);
}

TEST(another_card_is_not_asked_about_again)
{
	struct sync_report r;
	struct err e = { 0 };
	const char *dir = help_folder();
	struct study *s = reworded(dir, &r);
	int64_t came = help_card(s, "Lyon");
	assert_true(study_differ(s, came, &e));
	assert_int_equal(doubts(s), 0);
	assert_false(study_same(s, came, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_put(dir, "other.md", "Q: What is rain?\nA: Water that falls from clouds.\n");
	assert_int_equal(help_sync(s).doubts, 0);
	assert_int_equal(doubts(s), 0);
	help_close(s);
}

TEST(a_card_that_comes_back_ends_the_doubt)
{
	struct sync_report r;
	const char *dir = help_folder();
	struct study *s = reworded(dir, &r);
	char both[512];
	snprintf(both, sizeof both, "%s\n%s", now, was);
	help_put(dir, "deck.md", both);
	help_sync(s);
	assert_int_equal(doubts(s), 0);
	assert_int_equal(help_history(s, help_card(s, "old city of Lyon")), 1);
	help_close(s);
}

TEST(a_card_that_comes_later_is_asked_about_too)
{
	const char *dir = help_folder();
	help_put(dir, "deck.md", was);
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "Lyon", 4);
	help_remove(dir, "deck.md");
	assert_int_equal(help_sync(s).doubts, 0);
	help_put(dir, "new/rivers.md", now);
	assert_int_equal(help_sync(s).doubts, 1);
	assert_int_equal(doubts(s), 1);
	help_close(s);
}

TEST(what_is_not_alike_or_was_never_asked_is_no_doubt)
{
	const char *dir = help_folder();
	help_put(dir, "deck.md", was);
	struct study *s = help_open(dir);
	help_sync(s);
	help_put(dir, "deck.md", now);
	assert_int_equal(help_sync(s).doubts, 0);
	help_grade(s, "Lyon", 4);
	help_put(dir, "deck.md", "Q: What is a delta?\nA: A mouth with arms.\n");
	assert_int_equal(help_sync(s).doubts, 0);
	help_close(s);
}

TEST(a_redo_leaves_both_cards_when_the_old_text_came_back)
{
	struct sync_report r;
	struct err e = { 0 };
	struct buf what = { 0 };
	char both[512];
	const char *dir = help_folder();
	struct study *s = reworded(dir, &r);
	assert_true(study_same(s, help_card(s, "Lyon"), &e));
	assert_true(study_undo(s, &what, &e));
	snprintf(both, sizeof both, "%s\n%s", now, was);
	help_put(dir, "deck.md", both);
	help_sync(s);
	assert_true(study_redo(s, &what, &e));
	help_sync(s);
	assert_true(help_card(s, "Name a river") != 0);
	assert_true(help_card(s, "old city of Lyon") != 0);
	assert_int_equal(help_history(s, help_card(s, "old city of Lyon")), 1);
	buf_release(&what);
	help_close(s);
}
