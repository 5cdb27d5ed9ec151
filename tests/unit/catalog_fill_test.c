/* catalog_fill_test.c - cards that come all at once, and ids that are in the store once. */
#include "hone/catalog.h"

#include <string.h>

#include "store_help.h"
#include "test.h"

static int64_t add_file(struct store *s, const char *path)
{
	struct file_row row = { .path = str_of(path), .roles = CONTENT_DECK };
	assert_true(catalog_put_file(s, &row, NULL));
	return row.id;
}

static void put_card(struct store *s, int64_t id, int64_t file, int line)
{
	struct deck_card c = { .line = line, .front = STR("more"), .back = STR("back") };
	assert_true(catalog_put_card(s, id, file, &c, NULL));
}

static int64_t next_new(struct store *s, int64_t except)
{
	int64_t id = -1;
	assert_true(catalog_next_new(s, 100, except, &id, NULL));
	return id;
}

static void fill_card(struct store *s, int64_t id, int64_t file, int line, bool bare)
{
	struct deck_card c = { .line = line, .front = STR("front"), .back = STR("back") };
	if (!bare) {
		c.label = STR("Q1");
		c.topic = STR("Kernels");
		c.tags = STR("gpu memory");
	}
	assert_true(catalog_add_card(s, id, file, &c, false, NULL));
}

static void fill(struct store *s)
{
	assert_true(store_begin(s, NULL));
	int64_t a = add_file(s, "a.md"), b = add_file(s, "b.md");
	assert_true(catalog_begin_fill(s, NULL));
	fill_card(s, INT64_MIN + 5, a, 9, true);
	fill_card(s, 7, a, 4, false);
	fill_card(s, INT64_MAX - 1, b, 1, false);
	assert_true(catalog_end_fill(s, NULL));
}

TEST(fill_of_a_first_import_leaves_what_single_cards_would)
{
	char path[200];
	struct arena a = { 0 };
	struct card c;
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	fill(s);
	store_rollback(s);
	assert_int_equal(next_new(s, 0), 0);
	assert_sound(s);
	fill(s);
	assert_true(store_commit(s, NULL));
	assert_sound(s);
	assert_int_equal(next_new(s, 0), 7);
	assert_int_equal(next_new(s, 7), INT64_MIN + 5);
	assert_true(catalog_card(s, INT64_MIN + 5, &c, &a, NULL));
	assert_int_equal(c.line, 9);
	assert_int_equal(c.label.n + c.topic.n + c.tags.n, 0);
	assert_true(catalog_card(s, INT64_MAX - 1, &c, &a, NULL));
	assert_str(c.deck, "b.md");
	assert_str(c.tags, "gpu memory");
	put_card(s, 8, c.file, 2);
	assert_true(catalog_drop_card(s, 7, NULL));
	assert_sound(s);
	close_store(s);
	arena_release(&a);
	assert_int_equal(ask_int(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'card_id'"
				       " AND sql LIKE '%id >> 40%'"),
		1);
}

TEST(fill_a_card_that_is_stored_twice_is_found)
{
	char path[200];
	struct arena a = { 0 };
	struct sm2_options o = sm2_defaults();
	struct verify_report report;
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	put_card(s, 7, add_file(s, "a.md"), 1);
	close_store(s);
	run_sql(path,
		"INSERT INTO card SELECT no + 1, id, file, line, shape, label, front, back, topic,"
		" tags FROM card; INSERT INTO place SELECT deck, line, shape, no + 1 FROM place",
		true);
	s = open_store(path, STORE_WRITE);
	assert_true(store_verify(s, &o, false, &report, &a, NULL));
	assert_int_equal(report.nproblem, 1);
	assert_str(report.problem[0], "1 cards are stored twice");
	close_store(s);
	arena_release(&a);
}
