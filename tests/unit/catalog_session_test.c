/* catalog_session_test.c - the queries by which a session is put together. */
#include "hone/catalog.h"

#include <stdio.h>
#include <string.h>

#include "store_help.h"
#include "test.h"

static int64_t add_file(struct store *s, const char *path)
{
	struct file_row row = { .path = str_of(path), .title = STR("Title") };
	assert_true(catalog_put_file(s, &row, NULL));
	return row.id;
}

static void add_card(struct store *s, int64_t id, int64_t file, int line, int ordinal)
{
	struct deck_card c = {
		.kind = CARD_CLOZE, .line = line, .ordinal = ordinal, .front = STR("x")
	};
	assert_true(catalog_put_card(s, id, file, &c, NULL));
}

static void append(struct store *s, enum event_kind kind, int64_t card, int day, int64_t value)
{
	append_at(s, BASE_MS,
		(struct event){ .kind = kind, .day = day, .subject = card, .value = value });
}

struct listed {
	char text[200];
	int left;
};

static bool list_due(void *ctx, int64_t id, int due, int interval, int64_t file)
{
	struct listed *l = ctx;
	size_t n = strlen(l->text);
	snprintf(
		l->text + n, sizeof l->text - n, "%d:%d/%d@%d ", (int)id, due, interval, (int)file);
	return --l->left > 0;
}

TEST(catalog_each_due_gives_what_a_session_may_ask)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t a = add_file(s, "a.md"), b = add_file(s, "b.md");
	for (int id = 1; id <= 7; id++)
		add_card(s, id, id % 2 ? a : b, id, 0);
	append(s, EVENT_GRADE, 3, 100, 4);
	append(s, EVENT_GRADE, 2, 100, 4);
	append(s, EVENT_GRADE, 1, 101, 4);
	append(s, EVENT_GRADE, 4, 102, 4);
	append(s, EVENT_GRADE, 5, 99, 4);
	append(s, EVENT_GRADE, 6, 99, 4);
	append(s, EVENT_GRADE, 9, 99, 4);
	append(s, EVENT_HIDE, 5, 100, 1);
	append(s, EVENT_BURY, 6, 102, 102);
	struct listed l = { .left = 100 }, two = { .left = 2 }, later = { .left = 100 };
	assert_true(catalog_each_due(s, 102, 102, list_due, &l, NULL));
	assert_string_equal(l.text, "2:101/1@2 3:101/1@1 1:102/1@1 ");
	assert_true(catalog_each_due(s, 102, 103, list_due, &two, NULL));
	assert_string_equal(two.text, "2:101/1@2 3:101/1@1 ");
	assert_true(catalog_each_due(s, 103, 103, list_due, &later, NULL));
	assert_string_equal(later.text, "6:100/1@2 2:101/1@2 3:101/1@1 1:102/1@1 4:103/1@2 ");
	close_store(s);
}

static bool siblings(struct store *s, int64_t card, int day)
{
	bool answered;
	assert_true(catalog_siblings_answered(s, card, day, &answered, NULL));
	return answered;
}

TEST(catalog_siblings_are_the_other_cards_of_the_same_text)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t a = add_file(s, "a.md"), b = add_file(s, "b.md");
	add_card(s, 1, a, 5, 0);
	add_card(s, 2, a, 5, 1);
	add_card(s, 3, a, 6, 0);
	add_card(s, 4, b, 5, 0);
	append(s, EVENT_GRADE, 3, 100, 4);
	append(s, EVENT_GRADE, 4, 100, 4);
	append(s, EVENT_GRADE, 1, 100, 4);
	assert_false(siblings(s, 1, 100));
	assert_true(siblings(s, 2, 100));
	assert_false(siblings(s, 2, 101));
	assert_false(siblings(s, 3, 100));
	assert_false(siblings(s, 99, 100));
	append(s, EVENT_BURY, 2, 100, 100);
	assert_false(siblings(s, 1, 100));
	close_store(s);
}

static void answer_in(struct store *s, int64_t ms, int times)
{
	for (int i = 0; i < times; i++)
		append_at(s, BASE_MS,
			(struct event){ .kind = EVENT_GRADE, .subject = 1, .took_ms = ms });
}

static int seconds_of(struct store *s)
{
	int seconds = -1;
	assert_true(catalog_seconds(s, &seconds, NULL));
	return seconds;
}

TEST(catalog_seconds_is_the_mean_of_the_newest_answers_with_a_time)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	assert_int_equal(seconds_of(s), 0);
	answer_in(s, 8000, 4);
	answer_in(s, 0, 3);
	append_at(s, BASE_MS, (struct event){ .kind = EVENT_TIME, .subject = 1, .took_ms = 90000 });
	assert_int_equal(seconds_of(s), 0);
	answer_in(s, 11000, 1);
	assert_int_equal(seconds_of(s), 9);
	answer_in(s, 2, 500);
	assert_int_equal(seconds_of(s), 1);
	close_store(s);
}

/* Ids in the order of a walk in steps of that size. */
static void walk(struct store *s, size_t step, char out[static 100])
{
	struct card_walk w = { 0 };
	int64_t id[16];
	size_t n;
	out[0] = '\0';
	while (!w.end) {
		assert_true(catalog_walk(s, &w, id, step, &n, NULL));
		assert_true(n == step || w.end);
		for (size_t i = 0; i < n; i++)
			snprintf(out + strlen(out), 100 - strlen(out), "%d ", (int)id[i]);
	}
	card_walk_release(&w);
}

TEST(catalog_walk_gives_each_card_once_in_deck_order)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	char out[100];
	walk(s, 3, out);
	assert_string_equal(out, "");
	int64_t b = add_file(s, "b.md"), none = add_file(s, "c.md"), a = add_file(s, "a.md");
	assert_true(none > 0);
	add_card(s, 7, b, 1, 0);
	add_card(s, 3, b, 1, 1);
	add_card(s, 5, a, 9, 0);
	add_card(s, 6, a, 2, 0);
	add_card(s, 8, b, 40, 0);
	append(s, EVENT_GRADE, 7, 100, 4); /* the others stay new */
	append(s, EVENT_GRADE, 5, 100, 4);
	for (size_t step = 1; step <= 7; step++) {
		walk(s, step, out);
		assert_string_equal(out, "6 5 7 3 8 ");
	}
	assert_true(store_close(s, NULL));
}
