/* want_test.c - new cards that are due on a day, and deeds of several events. */
#include "hone/want.h"

#include <string.h>

#include "hone/queue.h"
#include "hone/session.h"
#include "study_help.h"
#include "test.h"

static void go_to(struct study *s, int day)
{
	struct err e = { 0 };
	bool turned;
	help_day(day);
	assert_true(study_now(s, &turned, &e));
}

static struct queue_counts counts(struct study *s)
{
	struct queue_counts n, some;
	struct err e = { 0 };
	assert_true(queue_count(s, 0, &n, &e));
	assert_true(queue_count(s, 100, &some, &e));
	assert_int_equal(n.due, some.due);
	assert_int_equal(n.fresh, some.fresh);
	return n;
}

static int64_t next(struct study *s)
{
	struct arena a = { 0 };
	struct card c;
	struct err e = { 0 };
	assert_true(queue_next(s, 0, &c, &a, &e));
	int64_t id = c.id;
	arena_release(&a);
	return id;
}

static void undo(struct study *s, const char *words)
{
	struct buf what = { 0 };
	struct err e = { 0 };
	if (!study_undo(s, &what, &e))
		fail_msg("%s", e.text);
	assert_string_equal(buf_cstr(&what), words);
	buf_release(&what);
}

static void redo(struct study *s)
{
	struct buf what = { 0 };
	struct err e = { 0 };
	if (!study_redo(s, &what, &e))
		fail_msg("%s", e.text);
	buf_release(&what);
}

static struct study *study_of(const char *ini)
{
	const char *dir = help_folder();
	help_put(dir, "hone.ini", ini);
	help_put(dir, "deck.md",
		"# Deck\n\nQ: one?\nA: 1\n\nQ: two?\nA: 2\n\nQ: three?\nA: 3\n\nQ: four?\nA: 4\n");
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

TEST(wanted_cards_are_due_on_their_day_first_and_beyond_the_limit)
{
	struct study *s = study_of("[review]\nnew_per_day = 1\n");
	struct err e = { 0 };
	struct event_id deed = { 0 };
	int n, ahead[3], fresh;
	int64_t want[] = { help_card(s, "four"), help_card(s, "three") };
	assert_int_equal(next(s), help_card(s, "one"));
	assert_true(want_cards(s, s->today + 1, want, 2, &deed, &e));
	assert_int_equal(counts(s).due, 0);
	assert_int_equal(next(s), help_card(s, "one"));
	assert_true(study_load(s, s->today + 1, &n, &e));
	assert_int_equal(n, 2);
	assert_true(queue_forecast(s, 100, ahead, 3, &fresh, &e));
	assert_int_equal(ahead[0], 2);
	assert_int_equal(ahead[1], 0);
	assert_int_equal(fresh, 1);

	go_to(s, 8);
	assert_int_equal(counts(s).due, 2);
	assert_int_equal(counts(s).fresh, 1);
	assert_int_equal(next(s), want[0]);
	help_grade(s, "four", 4);
	assert_int_equal(counts(s).due, 1);
	assert_int_equal(next(s), want[1]);
	help_grade(s, "three", 4);
	assert_int_equal(counts(s).due, 0);
	assert_int_equal(counts(s).fresh, 0); /* the day has begun more than one */
	assert_int_equal(next(s), 0);
	go_to(s, 9); /* their schedule is that of their answer */
	assert_int_equal(counts(s).due, 2);
	help_close(s);
}

TEST(wanted_cards_wait_for_a_later_day_and_for_no_limit_at_all)
{
	struct study *s = study_of("[review]\nnew_per_day = 0\n");
	struct err e = { 0 };
	struct event_id deed = { 0 };
	int64_t want[] = { help_card(s, "two") };
	assert_true(want_cards(s, s->today + 1, want, 1, &deed, &e));
	go_to(s, 12);
	assert_int_equal(next(s), want[0]);
	assert_int_equal(counts(s).due, 1);
	assert_true(study_bury(s, want[0], &e));
	assert_int_equal(counts(s).due, 0);
	go_to(s, 13);
	assert_int_equal(counts(s).due, 1);
	assert_true(study_hide(s, want[0], true, &e));
	assert_int_equal(counts(s).due, 0);
	undo(s, "hid \"two?\"");
	undo(s, "set aside \"two?\"");
	undo(s, "put 1 new card on 8 Jan");
	assert_int_equal(counts(s).due, 0);
	redo(s);
	assert_int_equal(counts(s).due, 1);
	help_close(s);
}

TEST(a_session_of_minutes_asks_wanted_cards_too)
{
	struct study *s = study_of("");
	struct err e = { 0 };
	struct arena a = { 0 };
	struct event_id deed = { 0 };
	struct card c;
	int64_t want[] = { help_card(s, "three") };
	assert_true(want_cards(s, s->today, want, 1, &deed, &e));
	struct session_options o = { .minutes = 1 };
	struct session *ss = session_new(s, &o, &e);
	assert_non_null(ss);
	assert_true(session_next(ss, s, &c, &a, &e));
	assert_int_equal(c.id, want[0]);
	session_free(ss);
	help_close(s);
	arena_release(&a);
}

/* ---- deeds */

static const char first_md[] =
	"# A\n\n## Area 1: First\n\n| Topic | Status | Notes |\n|---|---|---|\n"
	"| Heaps | [unsure] | |\n| Tries | [know] | |\n";
static const char second_md[] = "# B\n\n## Area 2: Second\n\n| Topic | Know | Unsure | Dunno | "
				"Notes |\n|---|---|---|---|---|\n"
				"| Locks | [ ] | [x] | [ ] | |\n";

static int level(struct study *s, const char *name)
{
	struct arena a = { 0 };
	int l = help_topic(s, name, &a).level;
	arena_release(&a);
	return l;
}

static struct study *rated_study(const char **dir)
{
	*dir = help_folder();
	help_put(*dir, "first.md", first_md);
	help_put(*dir, "second.md", second_md);
	struct study *s = help_open(*dir);
	help_sync(s);
	return s;
}

static void rate_three(struct study *s, struct event_id *deed)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	static const char *const name[] = { "Heaps", "Locks", "Tries" };
	struct rating r[3];
	for (int i = 0; i < 3; i++)
		r[i] = (struct rating){ help_topic(s, name[i], &a).id, LEVEL_DUNNO };
	if (!study_rate_all(s, r, 3, deed, &e))
		fail_msg("%s", e.text);
	arena_release(&a);
}

static void assert_levels(struct study *s, int heaps, int tries, int locks)
{
	assert_int_equal(level(s, "Heaps"), heaps);
	assert_int_equal(level(s, "Tries"), tries);
	assert_int_equal(level(s, "Locks"), locks);
}

TEST(topics_of_several_files_are_rated_in_one_deed_and_undone_in_one_step)
{
	const char *dir;
	struct study *s = rated_study(&dir);
	struct event_id deed = { 0 };
	rate_three(s, &deed);
	assert_levels(s, LEVEL_DUNNO, LEVEL_DUNNO, LEVEL_DUNNO);
	help_assert_file(dir, "second.md",
		"# B\n\n## Area 2: Second\n\n| Topic | Know | Unsure | Dunno | Notes |\n"
		"|---|---|---|---|---|\n| Locks | [ ] | [ ] | [x] | |\n");
	help_close(s);
	s = help_open(dir);
	undo(s, "rated \"Heaps\" dunno and 2 more");
	help_assert_file(dir, "first.md", first_md);
	help_assert_file(dir, "second.md", second_md);
	assert_levels(s, LEVEL_UNSURE, LEVEL_KNOW, LEVEL_UNSURE);
	redo(s);
	assert_levels(s, LEVEL_DUNNO, LEVEL_DUNNO, LEVEL_DUNNO);
	undo(s, "rated \"Heaps\" dunno and 2 more");
	assert_levels(s, LEVEL_UNSURE, LEVEL_KNOW, LEVEL_UNSURE);
	help_close(s);
}

TEST(ratings_one_after_the_other_are_undone_one_after_the_other)
{
	const char *dir;
	struct study *s = rated_study(&dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	assert_true(study_rate(s, help_topic(s, "Heaps", &a).id, LEVEL_KNOW, &e));
	assert_true(study_rate(s, help_topic(s, "Locks", &a).id, LEVEL_KNOW, &e));
	undo(s, "rated \"Locks\" know");
	assert_levels(s, LEVEL_KNOW, LEVEL_KNOW, LEVEL_UNSURE);
	undo(s, "rated \"Heaps\" know");
	help_assert_file(dir, "first.md", first_md);
	help_close(s);
	arena_release(&a);
}

/* Where one of the files cannot be written neither is. */
TEST(a_deed_that_fails_in_one_file_leaves_the_others_alone)
{
	const char *dir;
	struct study *s = rated_study(&dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct event_id deed = { 0 };
	struct rating r[] = { { help_topic(s, "Heaps", &a).id, LEVEL_KNOW },
		{ help_topic(s, "Locks", &a).id, LEVEL_KNOW } };
	help_put(dir, "second.md", "# B\n\nNothing of that any more.\n");
	assert_false(study_rate_all(s, r, 2, &deed, &e));
	assert_int_equal(e.kind, ERR_STALE);
	help_assert_file(dir, "first.md", first_md);
	assert_int_equal(level(s, "Heaps"), LEVEL_UNSURE);
	help_close(s);
	arena_release(&a);
}

TEST(flags_ratings_and_wishes_can_be_one_deed)
{
	const char *dir;
	struct study *s = rated_study(&dir);
	struct err e = { 0 };
	struct card_state now;
	struct event_id deed = { 0 };
	int n;
	int64_t card[] = { help_card(s, "Danube"), help_card(s, "Lyon") };
	assert_true(want_cards(s, s->today + 1, card, 2, &deed, &e));
	rate_three(s, &deed);
	assert_true(study_flag_all(s, card, 2, true, &deed, &e));
	undo(s, "put 2 new cards on 8 Jan and 5 more");
	help_assert_file(dir, "first.md", first_md);
	assert_true(store_card_state(s->store, card[1], &now, &e));
	assert_false(now.flagged);
	assert_true(want_count(s, s->today + 1, &n, &e));
	assert_int_equal(n, 0);
	redo(s);
	assert_true(store_card_state(s->store, card[1], &now, &e));
	assert_true(now.flagged);
	assert_true(want_count(s, s->today + 1, &n, &e));
	assert_int_equal(n, 2);
	assert_levels(s, LEVEL_DUNNO, LEVEL_DUNNO, LEVEL_DUNNO);
	help_close(s);
}
