/* queue_test.c - the order of cards and their numbers, over a study of eight cards. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "hone/queue.h"
#include "study_help.h"

/* Cards "card 1" to "card 8"; three new ones a day. */
static struct study *eight_cards(void)
{
	const char *dir = test_tmpdir();
	char text[512] = "";
	for (int i = 1; i <= 8; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text),
			"Q: card %d\nA: answer %d\n\n", i, i);
	help_day(7);
	help_put(dir, "deck.md", text);
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

static void assert_counts(struct study *s, int cap, struct queue_counts want)
{
	struct queue_counts got;
	struct err e = { 0 };
	assert_true(queue_count(s, cap, &got, &e));
	assert_int_equal(got.due, want.due);
	assert_int_equal(got.fresh, want.fresh);
	assert_int_equal(got.drill, want.drill);
	assert_int_equal(got.capped, want.capped);
}

/* The first answer of a program comes by other statements than the later ones: they must agree. */
static void assert_next(const char *dir, int64_t last, const struct card *want)
{
	struct study *fresh = help_open(dir);
	struct arena a = { 0 };
	struct card c;
	struct err e = { 0 };
	for (int i = 0; i < 2; i++) {
		assert_true(queue_next(fresh, last, &c, &a, &e));
		assert_int_equal(c.id, want->id);
		assert_true(str_eq(c.front, want->front));
		assert_int_equal(c.state.memory.due, want->state.memory.due);
	}
	arena_release(&a);
	help_close(fresh);
}

/* The front of the next card; "" when there is none. */
static void next(struct study *s, int64_t *last, char front[static 16])
{
	struct arena a = { 0 };
	struct card c;
	struct err e = { 0 };
	assert_true(queue_next(s, *last, &c, &a, &e));
	assert_next(s->dir, *last, &c);
	*last = c.id;
	snprintf(front, 16, "%.*s", STR_ARG(c.front));
	arena_release(&a);
}

TEST(new_cards_come_in_deck_order_up_to_the_daily_limit)
{
	struct study *s = eight_cards();
	int64_t last = 0;
	char front[16];
	static const char *const want[] = { "card 1", "card 2", "card 3", "" };
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_counts(s, 0, (struct queue_counts){ .fresh = 3 - (int)i });
		next(s, &last, front);
		assert_string_equal(front, want[i]);
		if (last)
			help_grade(s, front, 4);
	}
	on_day(s, 8);
	assert_counts(s, 0, (struct queue_counts){ .due = 3, .fresh = 3 });
	help_close(s);
}

TEST(due_cards_come_first_then_new_ones_then_the_drill)
{
	struct study *s = eight_cards();
	help_grade(s, "card 1", 5);
	help_grade(s, "card 2", 5);
	on_day(s, 8);
	help_grade(s, "card 1", 2);
	help_grade(s, "card 3", 3);
	assert_counts(s, 0, (struct queue_counts){ .due = 1, .fresh = 2, .drill = 2 });
	static const struct {
		const char *front;
		int grade;
	} want[] = { { "card 2", 4 }, { "card 4", 4 }, { "card 5", 4 }, { "card 1", 2 },
		{ "card 3", 4 }, { "card 1", 4 }, { "", 0 } };
	int64_t last = 0;
	for (size_t i = 0; i < LENGTH(want); i++) {
		char front[16];
		next(s, &last, front);
		assert_string_equal(front, want[i].front);
		if (last)
			help_grade(s, front, want[i].grade);
	}
	help_close(s);
}

TEST(a_card_follows_itself_only_when_it_is_alone)
{
	struct study *s = eight_cards();
	char front[16];
	int64_t last = 0;
	help_grade(s, "card 1", 4);
	help_grade(s, "card 2", 4);
	help_grade(s, "card 3", 1);
	next(s, &last, front);
	assert_string_equal(front, "card 3");
	next(s, &last, front);
	assert_string_equal(front, "card 3");
	help_close(s);
}

static int load_on(struct study *s, int day)
{
	int n = -1;
	struct err e = { 0 };
	assert_true(study_load(s, s->today + day, &n, &e));
	return n;
}

/* What is kept must be what another look at the same database counts. */
static void assert_loads(struct study *s, int days)
{
	struct study *fresh = help_open(s->dir);
	for (int day = -1; day < days; day++)
		assert_int_equal(load_on(s, day), load_on(fresh, day));
	help_close(fresh);
}

TEST(the_load_of_a_day_is_kept_and_follows_each_grade)
{
	struct study *s = eight_cards();
	struct err e = { 0 };
	assert_loads(s, 100);
	help_grade(s, "card 1", 5);
	assert_loads(s, 10);
	help_grade(s, "card 2", 4);
	help_grade(s, "card 3", 1);
	assert_loads(s, 10);
	on_day(s, 8);
	assert_int_equal(load_on(s, 0), 3);
	assert_loads(s, 10);
	help_grade(s, "card 1", 5);
	assert_int_equal(load_on(s, 0), 2);
	assert_loads(s, 10);
	assert_true(study_hide(s, help_card(s, "card 2"), true, &e));
	assert_loads(s, 10);
	assert_true(study_hide(s, help_card(s, "card 2"), false, &e));
	assert_loads(s, 10);
	help_close(s);
}

TEST(the_load_sees_what_another_program_graded)
{
	struct study *s = eight_cards(), *other = help_open(s->dir);
	struct err e = { 0 };
	int64_t version;
	assert_int_equal(load_on(s, 1), 0);
	help_grade(other, "card 1", 5);
	assert_true(store_version(s->store, &version, &e));
	assert_int_equal(load_on(s, 1), 1);
	help_close(other);
	help_close(s);
}

TEST(counting_stops_at_the_cap_and_says_so)
{
	struct study *s = eight_cards();
	help_grade(s, "card 1", 5);
	help_grade(s, "card 2", 5);
	help_grade(s, "card 3", 5);
	on_day(s, 9);
	assert_counts(s, 2, (struct queue_counts){ .due = 2, .fresh = 3, .capped = true });
	assert_counts(s, 3, (struct queue_counts){ .due = 3, .fresh = 3 });
	assert_counts(s, 0, (struct queue_counts){ .due = 3, .fresh = 3 });
	help_close(s);
}

TEST(hidden_cards_are_in_no_queue)
{
	struct study *s = eight_cards();
	struct err e = { 0 };
	char front[16];
	int64_t last = 0;
	help_grade(s, "card 2", 5);
	assert_true(study_hide(s, help_card(s, "card 1"), true, &e));
	assert_true(study_hide(s, help_card(s, "card 2"), true, &e));
	on_day(s, 9);
	assert_counts(s, 0, (struct queue_counts){ .fresh = 3 });
	next(s, &last, front);
	assert_string_equal(front, "card 3");
	help_close(s);
}

TEST(of_cards_of_one_text_one_is_next_on_a_day)
{
	const char *dir = test_tmpdir();
	struct err e = { 0 };
	char front[16];
	int64_t last = 0;
	help_day(7);
	help_put(dir, "deck.md", "C: [Ada] met [Bob].\n\nQ: card 3\nA: x\n");
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "[...] met Bob.", 4);
	help_grade(s, "Ada met [...].", 4);
	help_grade(s, "card 3", 4);
	on_day(s, 8);
	help_grade(s, "Ada met [...].", 4);
	next(s, &last, front); /* the other of that text waits for the next day */
	assert_string_equal(front, "card 3");
	assert_true(study_bury(s, last, &e));
	last = 0;
	next(s, &last, front);
	assert_string_equal(front, "");
	on_day(s, 9);
	next(s, &last, front);
	assert_string_not_equal(front, "");
	help_close(s);
}

struct fronts {
	char text[128];
	int left; /* stop after so many */
};

static bool add_front(void *ctx, const struct card *c)
{
	struct fronts *f = ctx;
	size_t n = strlen(f->text);
	snprintf(f->text + n, sizeof f->text - n, "%.*s;", STR_ARG(c->front));
	return --f->left > 0;
}

TEST(the_list_of_today_has_due_cards_by_their_day_then_new_ones)
{
	struct study *s = eight_cards();
	struct err e = { 0 };
	on_day(s, 8);
	help_grade(s, "card 1", 5);
	on_day(s, 7);
	help_grade(s, "card 3", 5);
	on_day(s, 10);
	struct fronts all = { .left = 100 };
	assert_true(queue_each(s, add_front, &all, &e));
	assert_string_equal(all.text, "card 3;card 1;card 2;card 4;card 5;");
	struct fronts two = { .left = 2 };
	assert_true(queue_each(s, add_front, &two, &e));
	assert_string_equal(two.text, "card 3;card 1;");
	help_close(s);
}

TEST(states_of_a_card_have_names)
{
	static const struct {
		int due, drill;
		bool hidden;
		const char *want;
	} row[] = {
		{ DAY_NONE, DAY_NONE, false, "new" },
		{ DAY_NONE, DAY_NONE, true, "hidden" },
		{ 100, DAY_NONE, false, "due" },
		{ 99, DAY_NONE, false, "due" },
		{ 101, DAY_NONE, false, "learning" },
		{ 101, 100, false, "drill" },
		{ 100, 99, false, "due" },
		{ 101, 100, true, "hidden" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct card c = { .state = fold_card_new() };
		c.state.memory.due = row[i].due;
		c.state.memory.drill = row[i].drill;
		c.state.hidden = row[i].hidden;
		assert_string_equal(queue_state_name(&c, 100), row[i].want);
	}
}
