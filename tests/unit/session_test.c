/* session_test.c - which cards a sitting asks, in what order, and what its answers change. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "hone/session.h"
#include "study_help.h"

/* Cards "card 1" to "card 6" in two decks, one of them a pair; three new ones a day. */
static struct study *six_cards(void)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "a.md",
		"Q: card 1 #easy\nA: one\n\nQ: card 2 #hard\nA: two\n\nQ: card 3 #hard\nA: "
		"three\n");
	help_put(dir, "b.md", "Q: card 4\nA: four\n\nQ: card 5\nA: five\n\nQ: card 6\nA: six\n");
	help_put(dir, "hone.ini", "[review]\nnew_per_day = 3\n");
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static void on_day(struct study *s, int day)
{
	bool turned;
	struct err e = { 0 };
	help_day(day);
	assert_true(study_now(s, &turned, &e));
}

static struct session *begin(const struct study *s, struct session_options o)
{
	struct err e = { 0 };
	struct session *ss = session_new(s, &o, &e);
	if (!ss)
		fail_msg("%s", e.text);
	return ss;
}

/* Asks and grades until nothing is left; the fronts in order, each with a semicolon. */
static void play(struct study *s, struct session *ss, int grade, char out[static 200])
{
	struct arena a = { 0 };
	struct err e = { 0 };
	out[0] = '\0';
	for (int i = 0; i < 20; i++) {
		struct card c;
		assert_true(session_next(ss, s, &c, &a, &e));
		if (c.id == 0)
			break;
		size_t n = strlen(out);
		snprintf(out + n, 200 - n, "%.*s;", STR_ARG(c.front));
		assert_true(session_grade(ss, s, c.id, grade, 1000, &e));
	}
	arena_release(&a);
}

static void assert_played(struct study *s, struct session_options o, int grade, const char *want)
{
	char got[200];
	struct session *ss = begin(s, o);
	play(s, ss, grade, got);
	assert_string_equal(got, want);
	session_free(ss);
}

TEST(an_ordinary_session_is_the_queue_of_today)
{
	struct study *s = six_cards();
	assert_played(s, (struct session_options){ 0 }, 4, "card 1;card 2;card 3;");
	assert_played(s, (struct session_options){ 0 }, 4, "");
	help_close(s);
}

TEST(a_filter_takes_words_fields_and_states)
{
	static const struct {
		const char *filter, *want;
	} rows[] = {
		{ "card", "card 1;card 2;card 3;" },
		{ "deck:b", "card 4;card 5;card 6;" },
		{ "tag:hard", "card 2;card 3;" },
		{ "TAG:Hard 3", "card 3;" },
		{ "is:new deck:b 5", "card 5;" },
		{ "is:due", "" },
		{ "is:flagged", "card 6;" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct study *s = six_cards();
		struct err e = { 0 };
		assert_true(study_flag(s, help_card(s, "card 6"), true, &e));
		assert_played(s, (struct session_options){ .filter = str_of(rows[i].filter) }, 4,
			rows[i].want);
		help_close(s);
	}
}

TEST(a_filter_of_ids_asks_just_these_cards)
{
	struct study *s = six_cards();
	char two[17], five[17], filter[64];
	study_id((uint64_t)help_card(s, "card 2"), two);
	study_id((uint64_t)help_card(s, "card 5"), five);
	snprintf(filter, sizeof filter, "id:%s,%s", five, two);
	assert_played(s, (struct session_options){ .filter = str_of(filter) }, 4, "card 2;card 5;");
	snprintf(filter, sizeof filter, "id:%s deck:b", two);
	assert_played(s, (struct session_options){ .filter = str_of(filter) }, 4, "");
	help_close(s);
}

TEST(a_filter_that_means_nothing_is_refused_with_what_is_allowed)
{
	struct study *s = six_cards();
	static const char *const wrong[] = { "colour:red", "is:blue" };
	for (size_t i = 0; i < LENGTH(wrong); i++) {
		struct err e = { 0 };
		struct session_options o = { .filter = str_of(wrong[i]) };
		assert_null(session_new(s, &o, &e));
		assert_int_equal(e.kind, ERR_INVALID);
		assert_non_null(strstr(e.text, "is:"));
	}
	help_close(s);
}

TEST(the_most_overdue_for_its_interval_comes_first)
{
	struct study *s = six_cards();
	/* card 1: due on day 8 after 1 day. card 2: due on day 14 after 6 days. */
	help_grade(s, "card 1", 4);
	help_grade(s, "card 2", 4);
	on_day(s, 8);
	help_grade(s, "card 2", 4);
	on_day(s, 15);
	/* 8 days late for 1, and 2 late for 6; the queue would begin with card 1, too. */
	assert_played(s, (struct session_options){ .filter = STR("is:due") }, 5, "card 1;card 2;");
	help_close(s);
}

TEST(a_card_that_was_not_known_comes_back_until_it_is)
{
	struct study *s = six_cards();
	struct session *ss = begin(s, (struct session_options){ .filter = STR("tag:hard") });
	struct arena a = { 0 };
	struct err e = { 0 };
	static const struct {
		const char *front;
		int grade;
	} want[] = { { "card 2", 1 }, { "card 3", 4 }, { "card 2", 3 }, { "card 2", 4 } };
	struct card c;
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_true(session_next(ss, s, &c, &a, &e));
		assert_true(str_eq(c.front, str_of(want[i].front)));
		assert_true(session_grade(ss, s, c.id, want[i].grade, 0, &e));
	}
	assert_true(session_next(ss, s, &c, &a, &e));
	assert_int_equal(c.id, 0);
	arena_release(&a);
	session_free(ss);
	help_close(s);
}

TEST(a_cram_asks_all_and_logs_nothing)
{
	struct study *s = six_cards();
	help_grade(s, "card 4", 4);
	int64_t card = help_card(s, "card 4");
	int before = help_history(s, card);
	assert_played(s, (struct session_options){ .mode = SESSION_CRAM, .filter = STR("deck:b") },
		4, "card 4;card 5;card 6;");
	assert_int_equal(help_history(s, card), before);
	assert_int_equal(help_history(s, help_card(s, "card 5")), 0);
	help_close(s);
}

TEST(a_look_ahead_asks_what_comes_and_moves_no_day)
{
	struct study *s = six_cards();
	struct err e = { 0 };
	struct card_state before, after;
	help_grade(s, "card 1", 4);
	int64_t card = help_card(s, "card 1");
	on_day(s, 8);
	help_grade(s, "card 1", 4); /* due on the 14th */
	on_day(s, 12);
	assert_true(store_card_state(s->store, card, &before, &e));
	assert_played(s,
		(struct session_options){
			.mode = SESSION_AHEAD, .days = 2, .filter = STR("is:learning") },
		4, "card 1;");
	assert_true(store_card_state(s->store, card, &after, &e));
	assert_int_equal(after.memory.due, before.memory.due);
	assert_int_equal(help_history(s, card), 3);
	help_close(s);
}

TEST(minutes_take_what_fits_and_the_rest_is_the_backlog)
{
	struct study *s = six_cards();
	struct err e = { 0 };
	static const char *const all[] = { "card 1", "card 2", "card 3", "card 4", "card 5",
		"card 6" };
	for (size_t i = 0; i < LENGTH(all); i++)
		help_grade(s, all[i], 4);
	on_day(s, 9);
	/* Nothing is known of how long a card takes: 30 s each, two in a minute. */
	struct session *ss = begin(s, (struct session_options){ .minutes = 1 });
	struct session_counts n;
	assert_true(session_count(ss, s, &n, &e));
	assert_int_equal(n.left, 2);
	assert_int_equal(n.backlog, 4);
	assert_int_equal(n.seconds, 0);
	assert_int_equal(n.clear_days, 2);
	session_free(ss);
	help_close(s);
}

TEST(of_siblings_one_is_asked_a_day)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "deck.md", "C: [Ada] wrote for the engine of [Babbage].\n\nQ: other\nA: x\n");
	struct study *s = help_open(dir);
	help_sync(s);
	char got[200];
	struct session *ss = begin(s, (struct session_options){ 0 });
	play(s, ss, 4, got);
	assert_string_equal(got, "[...] wrote for the engine of Babbage.;other;");
	session_free(ss);
	on_day(s, 8);
	ss = begin(s, (struct session_options){ 0 });
	play(s, ss, 4, got);
	assert_string_equal(got, "[...] wrote for the engine of Babbage.;other;");
	session_free(ss);
	help_close(s);
}

TEST(before_a_deadline_every_card_comes_once_more)
{
	struct study *s = six_cards();
	struct err e = { 0 };
	help_put(s->dir, "hone.ini", "[review]\nnew_per_day = 3\ndeadline = 2030-01-20\n");
	struct study *with = help_open(s->dir);
	help_grade(with, "card 1", 4);
	on_day(with, 8);
	help_grade(with, "card 1", 4); /* due on the 14th */
	on_day(with, 14);
	help_grade(with, "card 1", 4); /* due on the 29th: after the deadline */
	on_day(with, 16);
	struct queue_counts n;
	assert_true(queue_count(with, 0, &n, &e));
	assert_int_equal(n.due, 0);
	on_day(with, 17);
	assert_true(queue_count(with, 0, &n, &e));
	assert_int_equal(n.due, 1);
	struct card_state before, after;
	int64_t card = help_card(with, "card 1");
	assert_true(store_card_state(with->store, card, &before, &e));
	help_grade(with, "card 1", 4);
	assert_true(store_card_state(with->store, card, &after, &e));
	assert_int_equal(after.memory.due, before.memory.due);
	on_day(with, 18);
	assert_true(queue_count(with, 0, &n, &e));
	assert_int_equal(n.due, 0);
	help_close(with);
	help_close(s);
}

TEST(the_target_of_the_plan_is_a_deadline_unless_the_settings_name_one)
{
	struct study *s = six_cards();
	char iso[16];
	assert_int_equal(study_deadline(s), DAY_NONE);
	help_put(s->dir, "plan.md",
		"# Plan\n\n**Exam date**: 2030-01-20\n\n## Week 1\n\n**Day 1: A**\n\n- [ ] a\n");
	help_sync(s);
	assert_string_equal(day_iso(study_deadline(s), iso), "2030-01-20");
	help_grade(s, "card 1", 4);
	on_day(s, 8);
	help_grade(s, "card 1", 4);
	on_day(s, 14);
	help_grade(s, "card 1", 4); /* due on the 29th: after the exam */
	struct card_state c;
	struct err e = { 0 };
	struct queue_counts n;
	assert_true(store_card_state(s->store, help_card(s, "card 1"), &c, &e));
	assert_string_equal(day_iso(c.memory.due, iso), "2030-01-29");
	assert_string_equal(day_iso(queue_comes(s, c.memory.due), iso), "2030-01-17");
	assert_string_equal(day_iso(queue_comes(s, c.memory.due - 10), iso), "2030-01-19");
	on_day(s, 17);
	assert_true(queue_count(s, 0, &n, &e));
	assert_int_equal(n.due, 1);
	assert_string_equal(day_iso(queue_comes(s, c.memory.due), iso), "2030-01-29");
	help_put(s->dir, "hone.ini", "[review]\ndeadline = 2030-03-01\n");
	struct study *with = help_open(s->dir);
	assert_string_equal(day_iso(study_deadline(with), iso), "2030-03-01");
	help_close(with);
	help_close(s);
}

/* The next card is asked and known. */
static void ask_one(struct study *s, struct session *ss, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct card c;
	assert_true(session_next(ss, s, &c, &a, &e));
	assert_string_equal(arena_str(&a, c.front).p, want);
	assert_true(session_grade(ss, s, c.id, 4, 1000, &e));
	arena_release(&a);
}

TEST(a_session_over_the_turn_of_the_day_goes_on_with_the_cards_of_the_new_one)
{
	struct study *s = six_cards();
	char got[200];
	help_grade(s, "card 1", 4);
	help_grade(s, "card 4", 1); /* both due on the 8th */
	struct session *ss = begin(s, (struct session_options){ .filter = STR("card") });
	ask_one(s, ss, "card 2");
	on_day(s, 8);
	play(s, ss, 4, got);
	assert_non_null(strstr(got, "card 1;"));
	assert_non_null(strstr(got, "card 2;"));
	assert_non_null(strstr(got, "card 4;"));
	assert_non_null(strstr(got, "card 6;"));
	assert_int_equal(strlen(got), 6 * strlen("card 1;"));
	session_free(ss);
	help_close(s);
}

TEST(a_crammed_session_does_not_mind_the_turn_of_the_day)
{
	struct study *s = six_cards();
	char got[200];
	struct session *ss = begin(s, (struct session_options){ .mode = SESSION_CRAM });
	ask_one(s, ss, "card 1");
	ask_one(s, ss, "card 2");
	on_day(s, 8);
	play(s, ss, 4, got);
	assert_string_equal(got, "card 3;card 4;card 5;card 6;");
	session_free(ss);
	help_close(s);
}

TEST(a_search_for_a_short_word_may_miss_some_of_many_cards)
{
	static const struct {
		const char *query;
		bool few, many;
	} table[] = { { "a", false, true }, { "tag:ab", false, true }, { "two abc", false, true },
		{ "abcd", false, false }, { "\"a\"", false, false }, { "is:due", false, false },
		{ "abcd is:due", false, false }, { "", false, false } };
	const char *dir = test_tmpdir();
	struct buf deck = { 0 };
	struct err e = { 0 };
	help_put(dir, "a.md", "Q: one\nA: 1\n");
	for (int i = 0; i < SESSION_MANY; i++)
		buf_addf(&deck, "Q: q %d\nA: a\n", i);
	struct study *s = help_open(dir);
	for (int many = 0; many < 2; many++) {
		if (many)
			help_put(dir, "b.md", buf_cstr(&deck));
		help_sync(s);
		for (size_t i = 0; i < LENGTH(table); i++) {
			bool misses;
			assert_true(session_find_misses(s, str_of(table[i].query), &misses, &e));
			if (misses != (many ? table[i].many : table[i].few))
				fail_msg("\"%s\" among %s", table[i].query, many ? "many" : "few");
		}
	}
	buf_release(&deck);
	help_close(s);
}
