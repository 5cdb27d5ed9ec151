/* md_table_test.c - tables: beside each other where they fit, as records where they do not. */
#include "../test.h"

#include <string.h>

#include "hone/md.h"
#include "hone/text.h"

static void check(const char *src, int cols, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct md_doc doc = md_layout(str_of(src), cols, 0, &a);
	for (int i = 0; i < doc.nline; i++) {
		for (int k = 0; k < doc.line[i].nspan; k++)
			buf_add(&b, doc.line[i].span[k].text);
		buf_addc(&b, '\n');
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

static const char costs[] = "| Structure | Look up | In order |\n"
			    "|:--|--:|:-:|\n"
			    "| Array by index | O(1) | yes |\n"
			    "| | `O(n)` | |\n"
			    "| **Hash** | amortised O(1) | no |\n";

TEST(a_table_that_fits_has_its_columns_beside_each_other)
{
	check(costs, 60,
		"Structure              Look up  In order\n"
		"──────────────  ──────────────  ────────\n"
		"Array by index            O(1)    yes\n"
		"                          O(n)\n"
		"Hash            amortised O(1)     no\n");
}

TEST(columns_shrink_as_long_as_no_word_is_broken)
{
	check(costs, 30,
		"Structure    Look up  In order\n"
		"─────────  ─────────  ────────\n"
		"Array by        O(1)    yes\n"
		"index\n"
		"\n"
		"                O(n)\n"
		"\n"
		"Hash       amortised     no\n"
		"                O(1)\n");
}

TEST(heads_are_folded_where_that_saves_lines)
{
	check("| Name | Training tokens | Size of it |\n|--|--|--|\n| Alpha | 2 T | 7 |\n", 25,
		"Name   Training  Size of\n"
		"       tokens    it\n"
		"─────  ────────  ────────\n"
		"Alpha  2 T       7\n");
	check("| Name | Training tokens | Remark |\n|--|--|--|\n| A | 2 T | one two three four "
	      "five six seven |\n",
		32,
		"Name  Training  Remark\n"
		"      tokens\n"
		"────  ────────  ────────────────\n"
		"A     2 T       one two three\n"
		"                four five six\n"
		"                seven\n");
}

TEST(columns_that_are_left_over_go_to_what_then_fits_and_else_to_what_is_longest)
{
	check("| Fits with one | b |\n|--|--|\n| one two three | one two three four five |\n", 28,
		"Fits with one  b\n"
		"─────────────  ─────────────\n"
		"one two three  one two three\n"
		"               four five\n");
	check("| a | b |\n|--|--|\n| one two three four | one two three four five six |\n", 29,
		"a              b\n"
		"─────────────  ──────────────\n"
		"one two three  one two three\n"
		"four           four five six\n");
}

TEST(rows_become_records_where_words_would_be_broken)
{
	check(costs, 24,
		"Structure · Look up\n"
		"In order\n"
		"────────────────────────\n"
		"Array by index\n"
		"  Look up: O(1)\n"
		"  In order: yes\n"
		"\n"
		"  Look up: O(n)\n"
		"\n"
		"Hash\n"
		"  Look up: amortised\n"
		"    O(1)\n"
		"  In order: no\n");
}

/* The style of the first span with that text, which must be there. */
static uint8_t style_of(struct md_doc d, const char *text)
{
	for (int i = 0; i < d.nline; i++)
		for (int k = 0; k < d.line[i].nspan; k++)
			if (str_eq(d.line[i].span[k].text, str_of(text)))
				return d.line[i].span[k].style;
	fail_msg("%s is not shown", text);
	return 0;
}

TEST(the_name_of_a_record_stands_out)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(
		STR("| Name | Somewhat | Otherwise |\n|--|--|--|\n| *Alpha* | beta | x |\n"), 14, 0,
		&a);
	assert_int_equal(style_of(d, "Alpha"), MD_STRONG | MD_EMPH);
	assert_int_equal(style_of(d, "beta"), MD_PLAIN);
	arena_release(&a);
}

TEST(names_of_columns_that_are_too_long_have_lines_of_their_own)
{
	check("| a | an overlong name of it |\n|---|---|\n| b | incomprehensible |\n", 12,
		"a\n"
		"an overlong\n"
		"name of it\n"
		"────────────\n"
		"b\n"
		"an overlong\n"
		"name of it:\n"
		"incomprehens\n"
		"ible\n");
}

TEST(no_line_of_a_table_is_wider_than_asked)
{
	uint32_t seed = 5;
	static const char *const piece[] = { "a", "word ", "incomprehensibilities ", "|", " | ",
		"`b`", "**c** ", "\xe4\xb8\xad\xe6\x96\x87", "[d](e) ", "\xe2\x9c\x85", "<br>" };
	for (int round = 0; round < 2000; round++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		int cols = 8 + round % 50;
		buf_add(&b, STR("| h1 | h2 | a long name |\n|---|---|---|\n|"));
		for (int i = 0; i < 20; i++) {
			seed = seed * 1664525u + 1013904223u;
			buf_add(&b, str_of(piece[(seed >> 8) % LENGTH(piece)]));
			if (i % 7 == 6)
				buf_add(&b, STR("|\n|"));
		}
		struct md_doc doc = md_layout(buf_str(&b), cols, 0, &a);
		for (int i = 0; i < doc.nline; i++) {
			int used = 0;
			for (int k = 0; k < doc.line[i].nspan; k++)
				used += text_cols(doc.line[i].span[k].text);
			if (used > cols)
				fail_msg("%d columns of %d:\n%s", used, cols, buf_cstr(&b));
		}
		arena_release(&a);
		buf_release(&b);
	}
}
