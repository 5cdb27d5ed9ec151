/* catalog_search_test.c - cards found by words, and the index of words kept up to date. */
#include "hone/catalog.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store_help.h"
#include "test.h"

static int64_t add_file(struct store *s, const char *path)
{
	struct file_row row = { .path = str_of(path), .title = STR("Title") };
	assert_true(catalog_put_file(s, &row, NULL));
	return row.id;
}

static void add_card(
	struct store *s, int64_t id, int64_t file, int line, const char *front, const char *back)
{
	struct deck_card c = { .line = line, .front = str_of(front), .back = str_of(back) };
	assert_true(catalog_put_card(s, id, file, &c, NULL));
}

struct found {
	char text[400];
	struct store *store;
	int left; /* 0: no end */
};

static bool note(void *ctx, const struct card *c, struct str excerpt)
{
	struct found *f = ctx;
	struct card_state state;
	size_t n = strlen(f->text);
	(void)excerpt;
	/* Asking in between must be possible. */
	assert_true(store_card_state(f->store, c->id, &state, NULL));
	snprintf(f->text + n, sizeof f->text - n, "%d ", (int)c->id);
	return --f->left != 0;
}

static void assert_found(struct store *s, const char *query, int max, const char *want)
{
	struct found f = { .store = s };
	struct err e = { 0 };
	if (!catalog_search(s, str_of(query), max, note, &f, &e))
		fail_msg("%s: %s", query, e.text);
	assert_string_equal(f.text, want);
}

static int64_t left_of(struct store *s)
{
	int64_t left;
	assert_true(catalog_search_build(s, 0, &left, NULL));
	return left;
}

static void fill(struct store *s)
{
	int64_t a = add_file(s, "notes/gpu.md"), b = add_file(s, "life.md");
	add_card(s, 1, a, 1, "What is a bank conflict?", "Two threads, one bank.");
	add_card(s, 2, a, 2, "What is a warp?", "32 threads.\nThey share a bank conflict counter.");
	add_card(s, 3, b, 1, "Caf\xc3\xa9 in Z\xc3\xbcrich", "By the bank of the river");
	struct deck_card c = { .line = 5,
		.label = STR("Q7.3"),
		.front = STR("C++ and \"move\""),
		.back = STR("std::move"),
		.topic = STR("Languages"),
		.tags = STR("cpp hard") };
	assert_true(catalog_put_card(s, 4, b, &c, NULL));
}

TEST(search_finds_words_begins_phrases_and_fields)
{
	static const struct {
		const char *query, *ids;
	} table[] = {
		{ "warp", "2 " },
		{ "bank", "1 2 3 " },
		{ "ban", "1 2 3 " },
		{ "ban thr", "" },
		{ "bank thr", "1 2 " },
		{ "ban river", "" },
		{ "ban* river", "3 " },
		{ "\"bank conflict\"", "1 2 " },
		{ "\"conflict bank\"", "" },
		{ "\"bank con", "1 2 " },
		{ "\"bank con\"", "" },
		{ "\"bank con\"*", "1 2 " },
		{ "front:bank", "1 " },
		{ "FRONT:bank back:two", "1 " },
		{ "back:\"bank conflict\"", "2 " },
		{ "cafe zurich", "3 " },
		{ "CAF\xc3\x89", "3 " },
		{ "topic:lang", "4 " },
		{ "tag:hard", "4 " },
		{ "tags:hard", "4 " },
		{ "deck:gpu bank", "1 2 " },
		{ "deck:notes/gpu", "1 2 " },
		{ "back:gpu", "" },
		{ "q7.3", "4 " },
		{ "c++", "4 " },
		{ "nothing", "" },
	};
	struct store *s = open_store(NULL, STORE_MEMORY);
	fill(s);
	for (size_t i = 0; i < LENGTH(table); i++) {
		assert_found(s, table[i].query, 0, table[i].ids);
		assert_found(s, table[i].query, 50, table[i].ids);
	}
	close_store(s);
}

TEST(search_takes_whatever_is_typed_as_words)
{
	static const char *const queries[] = { "", " ", "\"", "\"\"", "*", "**",
		"front:", "front: ", ":", "front:\"", "AND", "OR", "NOT", "NEAR(", "a AND", "(",
		")", "a)", "-a", "^a", "{front}: a", "a:b", "nosuch:a", "a+b", "'", ";", "\\",
		"\xff\xfe", "\xc3", "%_", "\xe2\x86\x92", "bank \xe2\x86\x92", "\xe2\x86\x92 bank",
		"* bank *", "\"*\"*" };
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct buf many = { 0 };
	fill(s);
	for (size_t i = 0; i < LENGTH(queries); i++)
		for (int max = 0; max < 2; max++) {
			struct found f = { .store = s };
			struct err e = { 0 };
			if (!catalog_search(s, str_of(queries[i]), max, note, &f, &e))
				fail_msg("%s: %s", queries[i], e.text);
		}
	assert_found(s, "* bank *", 0, "1 2 3 ");
	assert_found(s, "bank OR", 0, "");
	for (int i = 0; i < 3000; i++)
		buf_add(&many, STR("bank front:\"b "));
	assert_found(s, buf_cstr(&many), 5, "");
	assert_true(catalog_search(
		s, (struct str){ "ba\0nk", 5 }, 5, note, &(struct found){ .store = s }, NULL));
	buf_release(&many);
	close_store(s);
}

TEST(search_puts_questions_before_answers_and_ends_at_max)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct found two = { .store = s, .left = 2 };
	int64_t a = add_file(s, "a.md");
	add_card(s, 1, a, 1, "x", "tensor");
	add_card(s, 2, a, 2, "tensor", "x");
	add_card(s, 3, a, 3, "x", "tensor");
	assert_found(s, "tensor", 50, "2 1 3 ");
	assert_found(s, "tensor", 1, "2 ");
	assert_found(s, "tensor", 0, "1 2 3 ");
	assert_true(catalog_search(s, STR("tensor"), 50, note, &two, NULL));
	assert_string_equal(two.text, "2 1 ");
	close_store(s);
}

struct excerpts {
	char text[300];
};

static bool keep_excerpt(void *ctx, const struct card *c, struct str excerpt)
{
	struct excerpts *x = ctx;
	(void)c;
	snprintf(x->text, sizeof x->text, "%.*s", STR_ARG(excerpt));
	return true;
}

TEST(search_shows_the_line_of_the_answer_with_the_word)
{
	static const struct {
		const char *back, *query, *want;
	} table[] = {
		{ "one\ntwo three\nfour", "three", "two three" },
		{ "one\ntwo three\nfour", "question", "one" },
		{ "one\ntwo three\nfour", "FOUR", "four" },
		{ "", "question", "" },
		{ "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
		  "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
		  "\xc3\xa4\xc3\xa4 x word",
			"word",
			"\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
			"\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
			"\xc3\xa4\xc3\xa4 x word" },
	};
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t a = add_file(s, "a.md");
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct excerpts x = { "none" };
		add_card(s, 1, a, 1, "question", table[i].back);
		assert_true(catalog_search(s, str_of(table[i].query), 5, keep_excerpt, &x, NULL));
		assert_string_equal(x.text, table[i].want);
	}
	close_store(s);
}

TEST(search_knows_every_change_since)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	int64_t a = add_file(s, "a.md"), b = add_file(s, "b.md");
	add_card(s, 1, a, 1, "old words", "x");
	add_card(s, 2, a, 2, "other words", "x");
	assert_int_equal(left_of(s), 2);
	assert_found(s, "words", 0, "1 2 ");
	assert_int_equal(left_of(s), 0);
	add_card(s, 1, a, 5, "old words", "x"); /* moved by some lines only */
	assert_int_equal(left_of(s), 0);
	add_card(s, 2, a, 6, "young words", "x");
	assert_int_equal(left_of(s), 1);
	assert_found(s, "other", 0, "");
	assert_found(s, "young", 0, "2 ");
	assert_found(s, "words", 0, "1 2 ");
	assert_true(catalog_drop_card(s, 2, NULL));
	add_card(s, 3, a, 7, "newest", "x");
	assert_found(s, "young", 0, "");
	assert_found(s, "newest", 0, "3 ");
	add_card(s, 1, b, 5, "old words", "x"); /* to another file */
	assert_found(s, "deck:a", 0, "3 ");
	assert_found(s, "deck:b", 0, "1 ");
	assert_true(catalog_drop_file(s, a, NULL));
	assert_found(s, "x", 0, "1 ");
	assert_sound(s);
	close_store(s);
}

TEST(search_index_forgets_what_went_before_it_outgrows_the_rest)
{
	const char *dir = test_tmpdir();
	char path[200], front[40];
	in_dir(dir, "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	int64_t file = add_file(s, "a.md");
	assert_true(store_begin(s, NULL));
	for (int round = 0; round < 3; round++) {
		for (int id = 1; id <= 600; id++) {
			snprintf(front, sizeof front, "card%d round%d", id, round);
			add_card(s, id, file, id, front, "x");
		}
		assert_true(store_commit(s, NULL));
		snprintf(front, sizeof front, "card77 round%d", round);
		assert_found(s, front, 0, "77 ");
		assert_true(store_begin(s, NULL));
	}
	assert_true(store_commit(s, NULL));
	assert_found(s, "round1", 0, "");
	close_store(s);
	int64_t dropped = ask_int(path, "SELECT texts FROM dropped");
	in_dir(dir, "hone.db-words", path);
	assert_int_equal(ask_int(path, "SELECT texts FROM searched"), 600);
	assert_int_equal(ask_int(path, "SELECT dropped FROM searched"), dropped);
}

TEST(search_of_many_cards_looks_begins_up_word_by_word)
{
	static const struct {
		const char *query;
		int max;
		const char *ids;
	} table[] = {
		{ "zebra12", 3, "12 120 121 " },
		{ "zebra1234", 3, "1234 " },
		{ "front:Zebra1234", 3, "1234 " },
		{ "back:zebra1234", 3, "" },
		{ "\"needle zebra45", 2, "45 450 " },
		{ "\"zebra45 needle", 2, "" },
		{ "needle zebra599", 20, "599 5990 5991 5992 5993 5994 5995 5996 5997 5998 5999 " },
		{ "zebra12* need", 2, "12 120 " },
		{ "deck:hay* zebra7", 1, "7 " },
		{ "zebra7 deck:hays", 1, "7 " },
		{ "nowhere zebra7", 1, "" },
		{ "zebra7 nowhere", 1, "" },
	};
	static const enum store_mode modes[] = { STORE_WRITE, STORE_READ };
	char path[200], front[40];
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	int64_t file = add_file(s, "haystack.md"), left = 0;
	assert_true(store_begin(s, NULL));
	for (int id = 1; id < 6000; id++) {
		snprintf(front, sizeof front, "needle zebra%d", id);
		add_card(s, id, file, id, front, "x");
	}
	assert_true(store_commit(s, NULL));
	close_store(s);
	/* Once in memory, as the file's index is not made yet, once from the file. */
	for (size_t m = LENGTH(modes); m-- > 0;) {
		s = open_store(path, modes[m]);
		assert_int_equal(left_of(s), 5999);
		assert_true(catalog_search_build(s, 1000, &left, NULL));
		assert_int_equal(left, 4999);
		for (size_t i = 0; i < LENGTH(table); i++)
			assert_found(s, table[i].query, table[i].max, table[i].ids);
		assert_int_equal(left_of(s), 0);
		close_store(s);
	}
	s = open_store(path, STORE_READ);
	assert_int_equal(left_of(s), 0);
	assert_found(s, "zebra1234", 3, "1234 ");
	assert_sound(s);
	close_store(s);
}

/* A store whose index knows two cards: "alpha" and "beta". */
static void write_two(const char *path)
{
	struct store *s = open_store(path, STORE_WRITE);
	int64_t file = add_file(s, "a.md");
	add_card(s, 1, file, 1, "alpha", "x");
	add_card(s, 2, file, 3, "beta", "x");
	assert_found(s, "beta", 0, "2 ");
	close_store(s);
}

/* The pieces of the index: FTS5 keeps pages of each under numbers of its own. */
static int64_t pieces(const char *words)
{
	return ask_int(words, "SELECT count(DISTINCT segid) FROM card_text_idx");
}

static void add_needles(struct store *s, int64_t file, int from, int to)
{
	char front[40];
	assert_true(store_begin(s, NULL));
	for (int id = from; id < to; id++) {
		snprintf(front, sizeof front, "needle zebra%d", id);
		add_card(s, id, file, id, front, "x");
	}
	assert_true(store_commit(s, NULL));
}

static void build(struct store *s, int part)
{
	int64_t left = 1;
	while (left > 0)
		assert_true(catalog_search_build(s, part, &left, NULL));
}

/* Joins in steps of some pages; how many it took. */
static int join_all(struct store *s, int pages)
{
	bool more = true;
	int n = 0;
	for (; more; n++)
		assert_true(catalog_search_join(s, pages, &more, NULL));
	return n;
}

static bool joinable(struct store *s)
{
	bool more;
	assert_true(catalog_search_join(s, 0, &more, NULL));
	return more;
}

TEST(search_index_of_many_cards_is_joined_into_one_piece)
{
	const char *dir = test_tmpdir();
	char path[200], words[200];
	in_dir(dir, "hone.db", path);
	in_dir(dir, "hone.db-words", words);
	struct store *s = open_store(path, STORE_WRITE);
	int64_t file = add_file(s, "haystack.md");
	add_needles(s, file, 1, 6000);
	build(s, 500);
	assert_true(joinable(s));
	close_store(s);
	assert_true(pieces(words) > 3);

	s = open_store(path, STORE_READ);
	assert_false(joinable(s));
	close_store(s);

	s = open_store(path, STORE_WRITE);
	assert_found(s, "zebra45", 2, "45 450 ");
	assert_true(join_all(s, 5) > 2);
	assert_false(joinable(s));
	assert_found(s, "zebra45", 2, "45 450 ");
	assert_found(s, "zebra5999", 5, "5999 ");
	close_store(s);
	assert_int_equal(pieces(words), 1);

	/* Some more cards make some pieces more; when they are as many again, all are joined again. */
	s = open_store(path, STORE_WRITE);
	add_needles(s, file, 6000, 6100);
	build(s, 500);
	assert_false(joinable(s));
	add_needles(s, file, 6100, 12000);
	build(s, 500);
	assert_true(joinable(s));
	join_all(s, INT_MAX);
	assert_found(s, "zebra6050", 5, "6050 ");
	assert_found(s, "zebra11999", 5, "11999 ");
	close_store(s);
	assert_int_equal(pieces(words), 1);
}

TEST(search_index_of_an_older_hone_is_made_anew)
{
	const char *dir = test_tmpdir();
	char path[200], words[200];
	in_dir(dir, "hone.db", path);
	in_dir(dir, "hone.db-words", words);
	write_two(path);
	run_sql(words, "ALTER TABLE searched DROP COLUMN joined; DELETE FROM card_text_idx", true);
	struct store *s = open_store(path, STORE_WRITE);
	assert_found(s, "alpha", 0, "1 ");
	close_store(s);
	assert_int_equal(ask_int(words, "SELECT joined FROM searched"), 0);
}

TEST(search_index_that_is_damaged_or_of_another_store_is_made_anew)
{
	const char *dir = test_tmpdir();
	char path[200], words[200], other[200], others_words[200];
	in_dir(dir, "hone.db", path);
	in_dir(dir, "hone.db-words", words);
	in_dir(dir, "other.db", other);
	in_dir(dir, "other.db-words", others_words);
	write_two(path);
	struct store *s = open_store(other, STORE_WRITE);
	add_card(s, 9, add_file(s, "b.md"), 1, "beta", "x");
	assert_found(s, "beta", 0, "9 ");
	close_store(s);

	assert_int_equal(rename(others_words, words), 0);
	s = open_store(path, STORE_WRITE);
	assert_found(s, "beta", 0, "2 ");
	close_store(s);

	FILE *f = fopen(words, "r+");
	assert_non_null(f);
	for (int i = 0; i < 4096; i++)
		assert_int_equal(fputc('?', f), '?');
	assert_int_equal(fclose(f), 0);
	s = open_store(path, STORE_WRITE);
	assert_found(s, "alpha", 0, "1 ");
	close_store(s);
}

static void copy(const char *from, const char *to)
{
	char bytes[4096];
	size_t n;
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	assert_true(in && out);
	while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
		assert_int_equal(fwrite(bytes, 1, n, out), n);
	assert_int_equal(fclose(in) | fclose(out), 0);
}

TEST(search_index_of_an_older_copy_of_the_store_is_made_anew)
{
	const char *dir = test_tmpdir();
	char path[200], words[200], kept[200];
	in_dir(dir, "hone.db", path);
	in_dir(dir, "hone.db-words", words);
	in_dir(dir, "kept", kept);
	write_two(path);
	struct store *s = open_store(path, STORE_WRITE);
	close_store(s);
	copy(path, kept);
	s = open_store(path, STORE_WRITE);
	int64_t file = add_file(s, "c.md");
	add_card(s, 3, file, 1, "gamma", "x");
	assert_found(s, "gamma", 0, "3 ");
	close_store(s);
	assert_int_equal(rename(kept, path), 0);
	s = open_store(path, STORE_WRITE);
	add_card(s, 4, add_file(s, "d.md"), 1, "delta", "x"); /* under the number that gamma had */
	assert_found(s, "gamma", 0, "");
	assert_found(s, "delta", 0, "4 ");
	close_store(s);
}

TEST(search_of_a_store_that_is_only_read_writes_nothing)
{
	const char *dir = test_tmpdir();
	char path[200], words[200];
	in_dir(dir, "hone.db", path);
	in_dir(dir, "hone.db-words", words);
	write_two(path);
	struct store *s = open_store(path, STORE_READ);
	assert_found(s, "alpha", 0, "1 ");
	close_store(s);
	assert_int_equal(remove(words), 0);
	s = open_store(path, STORE_READ);
	assert_found(s, "alpha", 0, "1 ");
	close_store(s);
	assert_int_equal(access(words, F_OK), -1);
}
