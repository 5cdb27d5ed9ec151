/* str_test.c - slices, buffers and the arena. */
#include "hone/str.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "hone/arena.h"
#include "test.h"

/* A str whose end is the end of its memory, so that reading past it is seen. */
static struct str exact(const char *text, char **memory)
{
	size_t n = strlen(text);
	*memory = xcalloc(n, 1);
	memcpy(*memory, text, n);
	return (struct str){ *memory, n };
}

TEST(comparing_strs)
{
	static const struct {
		const char *a, *b;
		bool eq, caseeq, starts, casestarts, ends;
		int order;
	} cases[] = {
		{ "", "", true, true, true, true, true, 0 },
		{ "a", "", false, false, true, true, true, 1 },
		{ "", "a", false, false, false, false, false, -1 },
		{ "Deck.md", "deck.MD", false, true, false, true, false, -1 },
		{ "Deck.md", ".md", false, false, false, false, true, 1 },
		{ "Deck.md", "De", false, false, true, true, false, 1 },
		{ "ab", "abc", false, false, false, false, false, -1 },
		{ "@", "`", false, false, false, false, false, -1 },
		{ "[", "{", false, false, false, false, false, -1 },
		{ "\xC3\xA9", "z", false, false, false, false, false, 1 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct str a = str_of(cases[i].a), b = str_of(cases[i].b);
		int order = str_cmp(a, b);
		assert_int_equal(str_eq(a, b), cases[i].eq);
		assert_int_equal(str_caseeq(a, b), cases[i].caseeq);
		assert_int_equal(str_starts(a, b), cases[i].starts);
		assert_int_equal(str_casestarts(a, b), cases[i].casestarts);
		assert_int_equal(str_ends(a, b), cases[i].ends);
		assert_int_equal((order > 0) - (order < 0), cases[i].order);
	}
}

TEST(strs_compare_past_nul_bytes)
{
	assert_false(str_eq(STR("a\0b"), STR("a\0c")));
	assert_int_equal(str_find(STR("a\0b"), STR("b"), 0), 2);
}

TEST(str_find_gives_the_first_offset)
{
	static const struct {
		const char *s, *needle;
		size_t from;
		int at, caseat;
	} cases[] = {
		{ "", "", 0, 0, 0 },
		{ "abc", "", 3, 3, 3 },
		{ "abc", "", 4, -1, -1 },
		{ "abc", "abcd", 0, -1, -1 },
		{ "aab", "ab", 0, 1, 1 },
		{ "abab", "ab", 1, 2, 2 },
		{ "abab", "ab", 3, -1, -1 },
		{ "one TWO", "two", 0, -1, 4 },
		{ "one two", "TWO", 0, -1, 4 },
		{ "aaaa", "aab", 0, -1, -1 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *memory;
		struct str s = exact(cases[i].s, &memory), needle = str_of(cases[i].needle);
		assert_int_equal(str_find(s, needle, cases[i].from), cases[i].at);
		assert_int_equal(str_casefind(s, needle, cases[i].from), cases[i].caseat);
		free(memory);
	}
}

TEST(str_slice_clips)
{
	static const struct {
		size_t from, to;
		const char *want;
	} cases[] = {
		{ 0, 3, "abc" },
		{ 1, 2, "b" },
		{ 1, SIZE_MAX, "bc" },
		{ 2, 1, "" },
		{ SIZE_MAX, SIZE_MAX, "" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_str(str_slice(STR("abc"), cases[i].from, cases[i].to), cases[i].want);
	assert_int_equal(str_slice((struct str){ 0 }, 0, 9).n, 0);
}

TEST(str_trim_takes_white_space_off_both_ends)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ " \t\r\n\f\v", "" },
		{ "  a b\r\n", "a b" },
		{ "a", "a" },
		{ "\xC2\xA0", "\xC2\xA0" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_str(str_trim(str_of(cases[i][0])), cases[i][1]);
}

TEST(str_word_cuts_words_at_any_white_space)
{
	static const char *const want[] = { "one", "two\302\240and", "three", "" };
	struct str rest = STR(" one\t\n two\302\240and\r\nthree  ");
	for (size_t i = 0; i < LENGTH(want); i++)
		assert_str(str_word(&rest), want[i]);
	assert_int_equal(rest.n, 0);
	assert_int_equal(str_word(&rest).n, 0);
}

TEST(str_line_cuts_lines)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "a", "[a]" },
		{ "a\n", "[a]" },
		{ "a\nb", "[a][b]" },
		{ "a\r\n\r\nb\r\n", "[a][][b]" },
		{ "\n\n", "[][]" },
		{ "a\rb\r", "[a\rb\r]" },
		{ "\r\r\n", "[\r]" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct buf got = { 0 };
		char *memory;
		struct str rest = exact(cases[i].text, &memory), line;
		while (str_line(&rest, &line))
			buf_addf(&got, "[%.*s]", STR_ARG(line));
		assert_str(buf_str(&got), cases[i].want);
		buf_release(&got);
		free(memory);
	}
}

TEST(str_number_reads_what_fits_an_int)
{
	static const struct {
		const char *text;
		bool ok;
		int value;
		const char *rest;
	} cases[] = {
		{ "12", true, 12, "" },
		{ "007-x", true, 7, "-x" },
		{ "2147483647.", true, INT_MAX, "." },
		{ "2147483648", false, -5, "2147483648" },
		{ "99999999999999999999", false, -5, "99999999999999999999" },
		{ "-1", false, -5, "-1" },
		{ " 1", false, -5, " 1" },
		{ "", false, -5, "" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *memory;
		struct str s = exact(cases[i].text, &memory);
		int value = -5;
		assert_int_equal(str_number(&s, &value), cases[i].ok);
		assert_int_equal(value, cases[i].value);
		assert_str(s, cases[i].rest);
		free(memory);
	}
}

TEST(a_buf_grows_and_ends_in_nul)
{
	struct buf b = { 0 };
	assert_string_equal(buf_cstr(&b), "");
	buf_add(&b, (struct str){ 0 });
	assert_int_equal(b.n, 0);
	for (int i = 0; i < 1000; i++) {
		buf_addc(&b, 'x');
		assert_int_equal(strlen(b.p), b.n);
	}
	buf_add(&b, STR("end"));
	assert_int_equal(b.n, 1003);
	assert_string_equal(buf_cstr(&b) + 999, "xend");
	buf_release(&b);
	assert_null(b.p);
	assert_string_equal(buf_cstr(&b), "");
}

TEST(buf_addf_appends_what_is_longer_than_the_room)
{
	struct buf b = { 0 };
	buf_addf(&b, "%s-%03d", "a", 7);
	buf_addf(&b, "%200s|", "b");
	assert_int_equal(b.n, 5 + 201);
	assert_true(str_starts(buf_str(&b), STR("a-007   ")));
	assert_true(str_ends(buf_str(&b), STR("   b|")));
	buf_release(&b);
}

TEST(buf_clear_keeps_the_memory)
{
	struct buf b = { 0 };
	buf_add(&b, STR("text"));
	const char *memory = b.p;
	buf_clear(&b);
	assert_int_equal(b.n, 0);
	assert_string_equal(buf_cstr(&b), "");
	buf_add(&b, STR("more"));
	assert_ptr_equal(b.p, memory);
	buf_release(&b);
}

TEST(arena_memory_is_zeroed_aligned_and_apart)
{
	struct arena a = { 0 };
	unsigned char *p[300];
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < LENGTH(p); i++) {
			p[i] = arena_alloc(&a, i, 7);
			assert_int_equal((uintptr_t)p[i] % _Alignof(max_align_t), 0);
			for (size_t k = 0; k < i * 7; k++)
				assert_int_equal(p[i][k], 0);
			memset(p[i], (int)(i % 251), i * 7);
			arena_str(&a, STR("odd")); /* the next one must be aligned anew */
		}
		for (size_t i = 0; i < LENGTH(p); i++)
			for (size_t k = 0; k < i * 7; k++)
				assert_int_equal(p[i][k], i % 251);
		arena_clear(&a);
	}
	arena_release(&a);
}

TEST(arena_gives_large_pieces_without_wasting_the_block)
{
	struct arena a = { 0 };
	char *small = arena_alloc(&a, 1, 16);
	memset(arena_alloc(&a, 1 << 20, 3), 1, 3 << 20);
	char *next = arena_alloc(&a, 1, 16);
	assert_ptr_equal(next, small + 16);
	arena_release(&a);
	memset(arena_alloc(&a, 1 << 20, 3), 1, 3 << 20);
	assert_non_null(arena_alloc(&a, 0, 8));
	arena_release(&a);
}

TEST(arena_clear_keeps_one_block_for_reuse)
{
	struct arena a = { 0 };
	arena_clear(&a);
	for (int i = 0; i < 100; i++)
		arena_alloc(&a, 1000, 1);
	arena_clear(&a);
	char *first = arena_alloc(&a, 8, 1);
	arena_clear(&a);
	assert_ptr_equal(arena_alloc(&a, 8, 1), first);
	arena_release(&a);
	assert_null(a.blocks);
	arena_release(&a);
}

TEST(arena_room_grows_an_array_and_leaves_the_old_copy)
{
	struct arena a = { 0 };
	int *v = NULL, *first = NULL;
	size_t cap = 0;
	for (size_t n = 0; n < 5000; n++) {
		v = arena_room(&a, v, n, &cap, sizeof *v);
		if (n == 0)
			first = v;
		v[n] = (int)n;
	}
	for (size_t n = 0; n < 5000; n++)
		assert_int_equal(v[n], n);
	assert_int_equal(first[0], 0);
	assert_int_equal(first[1], 1);
	arena_release(&a);
}

TEST(arena_str_and_printf_end_in_nul)
{
	struct arena a = { 0 };
	struct str copy = arena_str(&a, STR("a\0b"));
	assert_true(str_eq(copy, STR("a\0b")));
	assert_int_equal(copy.p[3], '\0');
	assert_string_equal(arena_str(&a, (struct str){ 0 }).p, "");
	struct str made = arena_printf(&a, "%s %d", "card", 42);
	assert_str(made, "card 42");
	assert_string_equal(made.p, "card 42");
	assert_int_equal(arena_printf(&a, "%9000d", 1).n, 9000);
	arena_release(&a);
}
