/* catalog_test.c - what the store caches of files, and the queries of the queue on it. */
#include "hone/catalog.h"

#include <stdio.h>
#include <string.h>

#include "store_help.h"
#include "test.h"

static int64_t add_file(struct store *s, const char *path)
{
	struct file_row row = { .path = str_of(path),
		.size = 1,
		.mtime_ns = 2,
		.hash = UINT64_MAX,
		.roles = CONTENT_SHEET | CONTENT_DECK,
		.points = 3,
		.encoding = ENCODING_CP1252,
		.bad_bytes = 4,
		.title = STR("Title"),
		.headings = 5,
		.words = 6 };
	assert_true(catalog_put_file(s, &row, NULL));
	assert_true(row.id > 0);
	return row.id;
}

static struct deck_card card_at(int line, const char *front)
{
	return (struct deck_card){ .line = line,
		.front = str_of(front),
		.back = STR("back"),
		.label = STR("Q1.2"),
		.topic = STR("Kernels"),
		.tags = STR("gpu memory") };
}

static void add_card(struct store *s, int64_t id, int64_t file, int line, const char *front)
{
	struct deck_card c = card_at(line, front);
	assert_true(catalog_put_card(s, id, file, &c, NULL));
}

static int64_t next_due(struct store *s, int today, int64_t except)
{
	int64_t id = -1;
	assert_true(catalog_next_due(s, today, except, &id, NULL));
	return id;
}

static int64_t next_new(struct store *s, int64_t except)
{
	int64_t id = -1;
	assert_true(catalog_next_new(s, 100, except, &id, NULL));
	return id;
}

static int64_t next_drill(struct store *s, int today, int64_t except)
{
	int64_t id = -1;
	assert_true(catalog_next_drill(s, today, except, &id, NULL));
	return id;
}

struct counts {
	int due, on, fresh, drill, first;
};

static void assert_counts(struct store *s, int today, int cap, struct counts want)
{
	struct counts n;
	assert_true(catalog_count_due(s, today, cap, &n.due, NULL));
	assert_true(catalog_count_on(s, today, cap, &n.on, NULL));
	assert_true(catalog_count_new(s, today, cap, &n.fresh, NULL));
	assert_true(catalog_count_drill(s, today, &n.drill, NULL));
	assert_true(catalog_count_first(s, today, &n.first, NULL));
	assert_int_equal(n.due, want.due);
	assert_int_equal(n.on, want.on);
	assert_int_equal(n.fresh, want.fresh);
	assert_int_equal(n.drill, want.drill);
	assert_int_equal(n.first, want.first);
}

/* The time at noon of a study day, as an event's time must agree with its day. */
static struct event_id answer(struct store *s, int64_t card, int day, int value)
{
	return append_at(s, ((int64_t)day * 24 + 12) * 3600000,
		(struct event){ .kind = EVENT_GRADE, .day = day, .subject = card, .value = value });
}

static void hide(struct store *s, int64_t card, int hidden)
{
	append_at(s, 1, (struct event){ .kind = EVENT_HIDE, .subject = card, .value = hidden });
}

TEST(catalog_keeps_files_by_path)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	struct file_row row, *list;
	size_t n;
	bool found;
	int64_t b = add_file(s, "b.md"), first = add_file(s, "a/x.md");
	assert_int_equal(add_file(s, "b.md"), b);
	assert_true(catalog_file(s, STR("b.md"), &row, &found, &a, NULL) && found);
	assert_int_equal(row.id, b);
	assert_int_equal(row.size, 1);
	assert_int_equal(row.mtime_ns, 2);
	assert_true(row.hash == UINT64_MAX);
	assert_int_equal(row.roles, CONTENT_SHEET | CONTENT_DECK);
	assert_int_equal(row.points, 3);
	assert_int_equal(row.encoding, ENCODING_CP1252);
	assert_int_equal(row.bad_bytes, 4);
	assert_str(row.title, "Title");
	assert_int_equal(row.headings, 5);
	assert_int_equal(row.words, 6);
	assert_true(catalog_file(s, STR("c.md"), &row, &found, &a, NULL) && !found);
	assert_true(catalog_files(s, 0, &list, &n, &a, NULL));
	assert_int_equal(n, 2);
	assert_int_equal(list[0].id, first);
	assert_true(catalog_files(s, CONTENT_DECK | CONTENT_PLAN, &list, &n, &a, NULL));
	assert_int_equal(n, 2);
	assert_true(catalog_files(s, CONTENT_TOPICS, &list, &n, &a, NULL));
	assert_int_equal(n, 0);
	arena_release(&a);
	close_store(s);
}

TEST(catalog_drops_a_file_with_all_but_the_memory_of_its_cards)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	struct problem problem = { 3, STR("unreadable") };
	struct problem_row *problems;
	struct card c;
	size_t n;
	int64_t file = add_file(s, "a.md"), cards;
	add_card(s, 1, file, 1, "one");
	add_card(s, 2, file, 2, "two");
	answer(s, 1, 100, 4);
	assert_true(catalog_put_problems(s, file, &problem, 1, NULL));
	assert_true(catalog_problems(s, &problems, &n, &a, NULL));
	assert_int_equal(n, 1);
	assert_int_equal(problems[0].problem.line, 3);
	assert_str(problems[0].problem.text, "unreadable");
	assert_str(problems[0].path, "a.md");
	assert_int_equal(next_due(s, 200, 0), 1);
	assert_true(catalog_drop_file(s, file, NULL));
	assert_int_equal(next_due(s, 200, 0), 0);
	assert_true(catalog_count_cards(s, &cards, NULL));
	assert_int_equal(cards, 0);
	assert_true(catalog_problems(s, &problems, &n, &a, NULL));
	assert_int_equal(n, 0);
	struct err e = { 0 };
	assert_false(catalog_card(s, 1, &c, &a, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_sound(s);
	add_card(s, 1, add_file(s, "a.md"), 9, "one");
	assert_int_equal(next_due(s, 200, 0), 1);
	assert_int_equal(next_new(s, 0), 0);
	assert_true(catalog_card(s, 1, &c, &a, NULL));
	assert_int_equal(c.state.memory.reps, 1);
	assert_sound(s);
	arena_release(&a);
	close_store(s);
}

TEST(catalog_gives_a_card_with_what_the_log_says)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	struct card c;
	int64_t file = add_file(s, "decks/a.md");
	add_card(s, -5, file, 7, "one");
	assert_true(catalog_card(s, -5, &c, &a, NULL));
	assert_int_equal(c.id, -5);
	assert_int_equal(c.file, file);
	assert_str(c.deck, "decks/a.md");
	assert_int_equal(c.line, 7);
	assert_str(c.label, "Q1.2");
	assert_str(c.front, "one");
	assert_str(c.back, "back");
	assert_str(c.topic, "Kernels");
	assert_str(c.tags, "gpu memory");
	assert_true(c.present);
	assert_false(c.state.seen);
	assert_int_equal(c.state.memory.ease, 250);
	assert_int_equal(c.state.first, DAY_NONE);
	answer(s, -5, 100, 3);
	assert_true(catalog_card(s, -5, &c, &a, NULL));
	assert_true(c.state.seen);
	assert_int_equal(c.state.memory.due, 101);
	assert_int_equal(c.state.memory.drill, 100);
	assert_int_equal(c.state.first, 100);
	arena_release(&a);
	close_store(s);
}

TEST(catalog_keys_show_which_cards_of_a_file_changed)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	struct card_key *key;
	size_t n;
	int64_t file = add_file(s, "a.md");
	add_card(s, 30, file, 1, "one");
	add_card(s, -2, file, 5, "two");
	add_card(s, 7, add_file(s, "b.md"), 1, "other");
	assert_true(catalog_card_keys(s, file, &key, &n, &a, NULL));
	assert_int_equal(n, 2);
	assert_int_equal(key[0].id, -2);
	assert_int_equal(key[0].line, 5);
	assert_int_equal(key[1].id, 30);
	struct deck_card same = card_at(1, "one");
	assert_true(key[1].content == catalog_content(&same));
	struct deck_card other[] = { same, same, same, same, same, same, same, same, same, same };
	other[0].line = 2;
	other[1].kind = CARD_REVERSE;
	other[2].ordinal = 1;
	other[3].front = STR("oneb");
	other[4].back = STR("ack");
	other[5].label = STR("Q1.3");
	other[6].topic = STR("");
	other[7].tags = STR("gpu");
	other[8].minutes_from = 20;
	other[9].minutes_to = 20;
	for (size_t i = 0; i < LENGTH(other); i++)
		assert_true(key[1].content != catalog_content(&other[i]));
	int64_t in = 0;
	assert_true(catalog_card_file(s, 7, &in, NULL) && in != 0 && in != file);
	assert_true(catalog_card_file(s, 30, &in, NULL) && in == file);
	assert_true(catalog_card_file(s, 99, &in, NULL) && in == 0);
	arena_release(&a);
	close_store(s);
}

TEST(catalog_next_card_knows_its_deck_when_files_come_and_go)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	static const char *const path[] = { "a.md", "b.md", "c.md" };
	int64_t file = 0;
	for (size_t i = 0; i < LENGTH(path); i++) {
		struct card c;
		if (i)
			assert_true(catalog_drop_file(s, file, NULL));
		file = add_file(s, path[i]);
		add_card(s, (int64_t)i + 1, file, 1, "x");
		answer(s, (int64_t)i + 1, 100, 4);
		assert_true(catalog_next_card(s, 200, 0, &c, &a, NULL));
		assert_str(c.deck, path[i]);
	}
	arena_release(&a);
	close_store(s);
}

TEST(catalog_due_cards_come_oldest_first_and_ties_by_id)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t file = add_file(s, "a.md");
	static const struct {
		int64_t id;
		int answered;
	} cards[] = { { 4, 102 }, { -3, 101 }, { 9, 101 }, { 2, 103 } };
	for (size_t i = 0; i < LENGTH(cards); i++) {
		add_card(s, cards[i].id, file, (int)i, "x");
		answer(s, cards[i].id, cards[i].answered, 4);
	}
	assert_int_equal(next_due(s, 101, 0), 0);
	assert_int_equal(next_due(s, 102, 0), -3);
	assert_int_equal(next_due(s, 102, -3), 9);
	assert_int_equal(next_due(s, 110, 9), -3);
	assert_counts(s, 101, 0, (struct counts){ .first = 2 });
	assert_counts(s, 103, 0, (struct counts){ .due = 3, .on = 1, .first = 1 });
	assert_counts(s, 104, 0, (struct counts){ .due = 4, .on = 1 });
	assert_counts(s, 104, 2, (struct counts){ .due = 2, .on = 1 });
	hide(s, -3, 1);
	assert_int_equal(next_due(s, 102, 0), 9);
	assert_counts(s, 102, 0, (struct counts){ .due = 1, .on = 1, .first = 1 });
	hide(s, -3, 0);
	assert_true(catalog_drop_card(s, -3, NULL));
	assert_int_equal(next_due(s, 102, 0), 9);
	assert_sound(s);
	close_store(s);
}

TEST(catalog_new_cards_come_in_deck_order_until_they_are_answered_or_hidden)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t a = add_file(s, "a.md"), b = add_file(s, "b.md");
	add_card(s, 1, b, 2, "x");
	add_card(s, 2, a, 9, "x");
	add_card(s, 3, a, 4, "x");
	assert_int_equal(next_new(s, 0), 3);
	assert_int_equal(next_new(s, 3), 2);
	assert_counts(s, 100, 0, (struct counts){ .fresh = 3 });
	assert_counts(s, 100, 2, (struct counts){ .fresh = 2 });
	struct event_id id = answer(s, 3, 100, 5);
	assert_int_equal(next_new(s, 0), 2);
	void_of(s, id);
	assert_int_equal(next_new(s, 0), 3);
	assert_counts(s, 100, 0, (struct counts){ .fresh = 3 });
	hide(s, 3, 1);
	hide(s, 2, 1);
	assert_int_equal(next_new(s, 0), 1);
	hide(s, 2, 0);
	assert_int_equal(next_new(s, 0), 2);
	add_card(s, 2, a, 9, "changed");
	assert_int_equal(next_new(s, 0), 2);
	append_at(s, 1,
		(struct event){ .kind = EVENT_STATE, .subject = 2, .text = STR("1 250 6 90 84") });
	assert_int_equal(next_new(s, 0), 1);
	/* A schedule from elsewhere is no new card of today's. */
	answer(s, 2, 100, 4);
	assert_counts(s, 100, 0, (struct counts){ .fresh = 1 });
	assert_sound(s);
	close_store(s);
}

TEST(catalog_keeps_kind_ordinal_and_minutes)
{
	static const struct deck_card table[] = {
		{ .kind = CARD_BASIC },
		{ .kind = CARD_EXPLAIN, .minutes_from = 2, .minutes_to = 3 },
		{ .kind = CARD_PROBLEM, .ordinal = 1, .minutes_to = 25 },
		{ .kind = CARD_CLOZE, .ordinal = 100000, .minutes_from = 32767 },
	};
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	int64_t file = add_file(s, "a.md");
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct card_key *key;
		struct card c;
		size_t n;
		assert_true(catalog_put_card(s, 5, file, &table[i], NULL));
		assert_true(catalog_card(s, 5, &c, &a, NULL));
		assert_int_equal(c.kind, table[i].kind);
		assert_int_equal(c.ordinal, table[i].ordinal);
		assert_int_equal(c.minutes_from, table[i].minutes_from);
		assert_int_equal(c.minutes_to, table[i].minutes_to);
		assert_true(catalog_card_keys(s, file, &key, &n, &a, NULL));
		assert_int_equal(n, 1);
		assert_true(key[0].content == catalog_content(&table[i]));
	}
	assert_sound(s);
	arena_release(&a);
	close_store(s);
}

TEST(catalog_passes_over_buried_cards_until_their_day_is_over)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t file = add_file(s, "a.md");
	for (int id = 1; id <= 6; id++)
		add_card(s, id, file, id, "x");
	answer(s, 1, 98, 4);
	answer(s, 2, 98, 4);
	answer(s, 3, 100, 1);
	answer(s, 4, 100, 1);
	assert_int_equal(next_due(s, 100, 0), 1);
	assert_counts(s, 100, 0, (struct counts){ .due = 2, .fresh = 2, .drill = 2, .first = 2 });
	static const int64_t buried[] = { 1, 3, 5 };
	for (size_t i = 0; i < LENGTH(buried); i++)
		append_at(s, 1,
			(struct event){ .kind = EVENT_BURY, .subject = buried[i], .value = 100 });
	assert_int_equal(next_due(s, 100, 0), 2);
	assert_int_equal(next_drill(s, 100, 0), 4);
	assert_int_equal(next_new(s, 0), 6);
	assert_counts(s, 100, 0, (struct counts){ .due = 1, .fresh = 1, .drill = 1, .first = 2 });
	assert_counts(s, 101, 0, (struct counts){ .due = 4, .on = 2, .fresh = 2 });
	assert_int_equal(next_due(s, 101, 0), 1);
	assert_sound(s);
	close_store(s);
}

TEST(catalog_drill_comes_in_the_order_of_the_answers)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t file = add_file(s, "a.md");
	for (int id = 1; id <= 3; id++)
		add_card(s, id, file, id, "x");
	answer(s, 3, 100, 1);
	answer(s, 1, 100, 3);
	answer(s, 2, 100, 4);
	assert_int_equal(next_drill(s, 100, 0), 3);
	assert_int_equal(next_drill(s, 100, 3), 1);
	assert_int_equal(next_drill(s, 101, 0), 0);
	assert_counts(s, 100, 0, (struct counts){ .drill = 2, .first = 3 });
	append_at(s, ((int64_t)100 * 24 + 13) * 3600000,
		(struct event){ .kind = EVENT_GRADE, .day = 100, .subject = 3, .value = 1 });
	assert_int_equal(next_drill(s, 100, 0), 1);
	hide(s, 1, 1);
	assert_int_equal(next_drill(s, 100, 0), 3);
	answer(s, 3, 100, 5);
	assert_int_equal(next_drill(s, 100, 0), 0);
	assert_counts(s, 101, 0, (struct counts){ .due = 2, .on = 2 });
	assert_sound(s);
	close_store(s);
}

TEST(catalog_counts_first_answers_through_an_alias)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	answer(s, 1, 100, 4);
	append_at(s, 1, (struct event){ .kind = EVENT_ALIAS, .subject = 1, .value = 2 });
	append_at(s, 1, (struct event){ .kind = EVENT_ALIAS, .subject = 2, .value = 3 });
	answer(s, 3, 101, 4);
	assert_counts(s, 100, 0, (struct counts){ .first = 1 });
	assert_counts(s, 101, 0, (struct counts){ .due = 0 });
	close_store(s);
}

struct found {
	char ids[64];
	size_t most;
};

static bool note_card(void *ctx, const struct card *c)
{
	struct found *f = ctx;
	size_t n = strlen(f->ids);
	snprintf(f->ids + n, sizeof f->ids - n, "%d ", (int)c->id);
	assert_true(c->present);
	return strlen(f->ids) < f->most;
}

TEST(catalog_cards_are_found_by_each_word_in_deck_order)
{
	static const struct {
		const char *words, *ids;
		size_t most;
	} table[] = {
		{ "", "3 1 4 2 ", 60 },
		{ "", "3 1 ", 3 },
		{ "BANK", "1 2 ", 60 },
		{ "  bank   conflict ", "1 ", 60 },
		{ "gpu b.md", "4 2 ", 60 },
		{ "q1.2 kernels", "3 1 4 2 ", 60 },
		{ "%", "", 60 },
		{ "back", "", 60 },
	};
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t b = add_file(s, "b.md"), a = add_file(s, "a.md");
	add_card(s, 1, a, 8, "Bank conflict");
	add_card(s, 2, b, 9, "data bank");
	add_card(s, 3, a, 2, "Warp");
	add_card(s, 4, b, 3, "Occupancy");
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct found f = { .most = table[i].most };
		assert_true(catalog_cards(s, str_of(table[i].words), note_card, &f, NULL));
		assert_string_equal(f.ids, table[i].ids);
	}
	close_store(s);
}

TEST(catalog_cards_are_found_by_digits_of_their_id_or_by_label)
{
	static const struct {
		const char *prefix;
		int max, n;
		uint64_t id[3];
	} table[] = {
		{ "a", 5, 2, { 0xa000000000000001, 0xab00000000000000 } },
		{ "AB", 5, 1, { 0xab00000000000000 } },
		{ "a", 1, 1, { 0xa000000000000001 } },
		{ "00000000000000ff", 5, 1, { 0xff } },
		{ "0", 5, 1, { 0xff } },
		{ "1", 5, 1, { 0x1fffffffffffffff } },
		{ "b", 5, 0, { 0 } },
		{ "00000000000000ff0", 5, 0, { 0 } },
		{ "", 5, 0, { 0 } },
		{ "zz", 5, 0, { 0 } },
		{ "q9", 5, 1, { 0x1fffffffffffffff } },
	};
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t file = add_file(s, "a.md");
	static const uint64_t ids[] = { 0xff, 0xa000000000000001, 0xab00000000000000,
		0x1fffffffffffffff };
	for (size_t i = 0; i < LENGTH(ids); i++) {
		struct deck_card c = card_at((int)i, "x");
		c.label = i == 3 ? STR("Q9") : STR("");
		assert_true(catalog_put_card(s, (int64_t)ids[i], file, &c, NULL));
	}
	for (size_t t = 0; t < LENGTH(table); t++) {
		int64_t id[5];
		int n = -1;
		assert_true(
			catalog_card_like(s, str_of(table[t].prefix), id, table[t].max, &n, NULL));
		assert_int_equal(n, table[t].n);
		for (int i = 0; i < n; i++)
			assert_true((uint64_t)id[i] == table[t].id[i]);
	}
	close_store(s);
}

TEST(catalog_topics_keep_their_level_while_their_file_comes_and_goes)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	struct topic_area area = { .number = STR("3.5"), .name = STR("Data loading") };
	struct topic list[] = {
		{ .id = 11,
			.area = STR("Data loading"),
			.name = STR("Prefetch"),
			.line = 4,
			.level = LEVEL_UNSURE,
			.notes = STR("see *sheet*"),
			.number = STR("3.10") },
		{ .id = UINT64_MAX,
			.area = STR("Data loading"),
			.name = STR("Pinning"),
			.line = 5 },
		{ .id = 11, .area = STR("Data loading"), .name = STR("Prefetch again"), .line = 6 },
	};
	struct topics topics = { list, &area, 3, 1 };
	struct topic_row *row, one;
	size_t n;
	int64_t file = add_file(s, "t.md");
	assert_true(catalog_put_topics(s, file, &topics, NULL));
	assert_true(catalog_topics(s, &row, &n, &a, NULL));
	assert_int_equal(n, 2);
	assert_int_equal(row[0].id, 11);
	assert_str(row[0].path, "t.md");
	assert_str(row[0].area, "Data loading");
	assert_str(row[0].area_number, "3.5");
	assert_str(row[0].number, "3.10");
	assert_str(row[0].name, "Prefetch");
	assert_str(row[0].notes, "see *sheet*");
	assert_int_equal(row[0].line, 4);
	assert_int_equal(row[0].level, LEVEL_UNSURE);
	assert_int_equal(row[0].since, DAY_NONE);
	assert_int_equal(row[1].id, -1);
	assert_int_equal(row[1].position, 1);

	struct event_id id = append_at(s, 1,
		(struct event){
			.kind = EVENT_LEVEL, .day = 50, .subject = 11, .value = LEVEL_KNOW });
	assert_true(catalog_topic(s, 11, &one, &a, NULL));
	assert_int_equal(one.level, LEVEL_KNOW);
	assert_int_equal(one.mark, LEVEL_UNSURE);
	assert_int_equal(one.since, 50);
	assert_true(catalog_drop_file(s, file, NULL));
	struct err e = { 0 };
	assert_false(catalog_topic(s, 11, &one, &a, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_true(catalog_put_topics(s, add_file(s, "t.md"), &topics, NULL));
	assert_true(catalog_topic(s, 11, &one, &a, NULL));
	assert_int_equal(one.level, LEVEL_KNOW);
	void_of(s, id);
	assert_true(catalog_topic(s, 11, &one, &a, NULL));
	assert_int_equal(one.level, LEVEL_UNSURE);
	assert_int_equal(one.since, DAY_NONE);
	assert_sound(s);
	arena_release(&a);
	close_store(s);
}

TEST(catalog_queries_use_the_indexes_made_for_them)
{
	static const struct {
		const char *sql, *plan;
	} table[] = {
		{ "SELECT card FROM memory WHERE hidden = 0 AND present = 1 AND due IS NOT NULL"
		  " AND due <= ? AND card <> ? ORDER BY due, card LIMIT 1",
			"memory_due" },
		{ "SELECT card FROM memory WHERE drill = ? AND hidden = 0 AND present = 1"
		  " AND card <> ? ORDER BY drill_at, card LIMIT 1",
			"memory_drill" },
		{ "SELECT c.id FROM place p CROSS JOIN card c ON c.no = p.no WHERE p.deck > 0"
		  " AND NOT EXISTS (SELECT 1 FROM memory m WHERE m.card = c.id"
		  " AND m.buried >= ?1) ORDER BY p.deck, p.line, c.shape LIMIT 1",
			"PRIMARY KEY (deck>?)" },
		{ "SELECT count(*) FROM memory WHERE hidden = 0 AND present = 1"
		  " AND due IS NOT NULL AND due <= ?1"
		  " AND card NOT IN (SELECT card FROM memory WHERE buried >= ?1)",
			"COVERING INDEX memory_buried" },
		{ "DELETE FROM place WHERE (deck, line, no) = (SELECT iif(?1, -file, file),"
		  " line, no FROM card WHERE id >> 40 = ?2 >> 40 AND +id = ?2)",
			"PRIMARY KEY (deck=? AND line=? AND no=?)" },
		{ "SELECT file FROM card WHERE id >> 40 = ?1 >> 40 AND +id = ?1", "card_id" },
		{ "SELECT m.due FROM memory m CROSS JOIN card c"
		  " ON c.id >> 40 = m.card >> 40 AND +c.id = m.card",
			"SEARCH c USING INDEX card_id" },
		{ "SELECT id FROM event WHERE kind IN (8, 9) ORDER BY id", "event_link" },
	};
	char path[200];
	in_dir(test_tmpdir(), "hone.db", path);
	close_store(open_store(path, STORE_WRITE));
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct buf sql = { 0 };
		buf_addf(&sql, "EXPLAIN QUERY PLAN %s", table[i].sql);
		struct buf plan = ask_rows(path, buf_cstr(&sql));
		assert_non_null(strstr(buf_cstr(&plan), table[i].plan));
		if (i < 5)
			assert_null(strstr(buf_cstr(&plan), "TEMP B-TREE FOR ORDER BY"));
		assert_null(strstr(buf_cstr(&plan), "SCAN card"));
		buf_release(&plan);
		buf_release(&sql);
	}
}
