/* match_test.c - names and numbers by which topics, cards and files belong to a day. */
#include "hone/match.h"

#include "test.h"

TEST(names_are_alike_by_their_words_in_any_case)
{
	static const struct {
		const char *a, *b;
		int alike;
	} rows[] = {
		{ "Heaps", "heaps", 3 },
		{ "Hash-tables", "hash tables", 3 },
		{ "Data parallelism", "Data parallelism (basic)", 2 },
		{ "PCA and SVD", "pca", 1 },
		{ "Heap", "Heaps", 0 },
		{ "Data parallelism", "Model parallelism", 0 },
		{ "", "Heaps", 0 },
		{ "Heaps", "  ", 0 },
		{ "", "", 0 },
	};
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(names_alike(str_of(rows[i].a), str_of(rows[i].b)), rows[i].alike);
}

TEST(a_text_mentions_a_name_when_it_has_all_its_words)
{
	assert_true(text_mentions(STR("How are hash tables resized?"), STR("Hash tables")));
	assert_false(text_mentions(STR("How is a hash made?"), STR("Hash tables")));
	assert_false(text_mentions(STR("Anything"), STR("")));
}

/* Day 9 to 10 of all; week 2, day 2 to 3. */
TEST(files_carry_the_number_of_a_day)
{
	static const struct {
		const char *name;
		bool of_day;
	} rows[] = {
		{ "day9-heaps.md", true },
		{ "Day 10: Tries", true },
		{ "day8-9-tries.md", true },
		{ "day_11.md", false },
		{ "day99.md", false },
		{ "day7-9Dgrid.md", false }, /* no range */
		{ "monday9.md", false },
		{ "Week 2 Day 3: Tries", true },
		{ "Week 3 Day 3: Tries", false },
		{ "week2-days1-2.md", true },
		{ "day.md", false },
		{ "", false },
	};
	for (size_t i = 0; i < LENGTH(rows); i++)
		if (name_has_day(str_of(rows[i].name), 9, 10, 2, 2, 3) != rows[i].of_day)
			fail_msg("%s", rows[i].name);
	assert_false(name_has_day(STR("day0.md"), 0, 1, 2, 2, 3));
}
