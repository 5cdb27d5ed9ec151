/* match_test.c - names that mean the same, and the topics that a card is about. */
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

TEST(a_text_mentions_a_name_whose_words_stand_together)
{
	assert_true(text_mentions(STR("How are hash tables resized?"), STR("Hash tables")));
	assert_false(text_mentions(STR("How is a hash made?"), STR("Hash tables")));
	assert_true(text_mentions(
		STR("The mean of precision P and recall R"), STR("Precision and recall")));
	assert_false(text_mentions(
		STR("It runs out of memory though training fits"), STR("Training memory")));
	assert_false(text_mentions(STR("Anything"), STR("")));
}

TEST(the_head_of_a_name_ends_where_its_meaning_begins)
{
	static const struct {
		const char *name, *head;
	} rows[] = {
		{ "Roofline model - compute-bound or not", "Roofline model" },
		{ "VIF (variance inflation factor)", "VIF" },
		{ "Tries: insert, search", "Tries" },
		{ "Heaps (binary) - push: pop", "Heaps" },
		{ "Read-only memory", "Read-only memory" },
		{ "(optional)", "(optional)" },
		{ "- x", "- x" },
		{ "  Heaps ", "Heaps" },
		{ "", "" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_str(name_head(str_of(rows[i].name)), rows[i].head);
}

static const char *const names[] = {
	"Memory hierarchy - caches, registers",
	"Hash tables (open addressing)",
	"Tables",
	"GPU architecture basics",
	"P-value",
	"???",
};

static struct matcher *of_names(struct arena *a)
{
	struct matcher *m = match_new(a);
	for (size_t i = 0; i < LENGTH(names); i++)
		match_name(m, (int)i, str_of(names[i]));
	return m;
}

/* "0 2": the topics of a card. */
static void assert_topics(
	struct matcher *m, const char *topic, const char *tags, const char *front, const char *want)
{
	struct buf got = { 0 };
	int n;
	const int *found = match_card(m, str_of(topic), str_of(tags), str_of(front), &n);
	for (int i = 0; i < n; i++)
		buf_addf(&got, "%s%d", i ? " " : "", found[i]);
	if (!str_eq(buf_str(&got), str_of(want)))
		fail_msg("%s | %s | %s: %s, not %s", topic, tags, front, buf_cstr(&got), want);
	buf_release(&got);
}

TEST(a_card_is_about_the_topics_that_its_words_name)
{
	static const struct {
		const char *topic, *tags, *front, *want;
	} rows[] = {
		{ "Memory hierarchy", "", "Which level is shared?", "0" },
		{ "The memory hierarchy of a GPU", "", "", "0" },
		{ "Memory", "", "", "0" }, /* half of the name's words */
		{ "Basics", "", "", "" },  /* a third of them */
		{ "", "memory-hierarchy", "", "0" },
		{ "", "memory", "", "" }, /* a tag names the whole */
		{ "", "x hash-table y", "", "1" },
		{ "", "", "Why is a hash table resized?", "1 2" },
		{ "", "", "What does a table cost?", "2" },
		{ "Hash tables", "p-value", "How deep is a memory hierarchy?", "0 1 2 4" },
		{ "", "", "What is a p-value?", "4" },
		{ "", "", "What is the value of p?", "" }, /* in another order */
		{ "", "", "What does p as a value say?", "" },
		{ "", "", "Is a p < value good?", "4" },
		{ "", "", "Which hash has a table?", "2" },
		{ "", "", "Which hash, if any, has such a table?", "2" },
		{ "", "", "A hash hash table?", "1 2" },
		{ "Tables", "", "", "2" }, /* and not 1: there is a topic of just that name */
		{ "", "", "What is a value?", "" },
		{ "", "", "", "" },
		{ "Other things", "", "gpu ARCHITECTURE, basic!", "3" },
	};
	struct arena a = { 0 };
	struct matcher *m = of_names(&a);
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_topics(m, rows[i].topic, rows[i].tags, rows[i].front, rows[i].want);
	arena_release(&a);
}

TEST(what_a_topic_names_is_the_same_for_the_next_card_of_it)
{
	struct arena a = { 0 };
	struct matcher *m = of_names(&a);
	assert_topics(m, "Hash tables", "", "", "1 2");
	assert_topics(m, "Hash tables", "", "p value", "1 2 4");
	assert_topics(m, "Hash tables", "", "hash table", "1 2");
	assert_topics(m, "", "", "hash table", "1 2");
	assert_topics(m, "Hash tables", "p-value", "", "1 2 4");
	arena_release(&a);
}

TEST(without_names_nothing_is_found)
{
	struct arena a = { 0 };
	int n = -1;
	match_card(match_new(&a), STR("Heaps"), STR("heap"), STR("What is a heap?"), &n);
	assert_int_equal(n, 0);
	arena_release(&a);
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
