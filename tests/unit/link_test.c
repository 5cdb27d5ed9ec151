/* link_test.c - where links lead, which names are alike, which headings anchors name. */
#include "../test.h"

#include "hone/link.h"

static struct file_row rows[] = {
	{ .path = { "plan.md", 7 } },
	{ .path = { "notes/day3-trees.md", 19 } },
	{ .path = { "notes/day13-sorting_heaps.md", 28 } },
	{ .path = { "notes/index.md", 14 } },
	{ .path = { "index.md", 8 } },
	{ .path = { "a b/graphs and paths.md", 23 } },
};

/* "kind path#anchor", kind being s(heet), f(ile), w(eb) or x. */
static void check(const char *target, const char *from, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct link l = link_resolve(str_of(target), str_of(from), rows, LENGTH(rows), &a);
	buf_addf(&b, "%c %.*s", "sfwx"[l.kind], STR_ARG(l.path));
	if (l.anchor.n)
		buf_addf(&b, "#%.*s", STR_ARG(l.anchor));
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(paths_are_looked_for_beside_the_text_then_from_the_study)
{
	check("day3-trees.md", "notes/index.md", "s notes/day3-trees.md");
	check("./day3-trees.md#pre-order", "notes/index.md", "s notes/day3-trees.md#pre-order");
	check("notes/day3-trees.md", "notes/index.md", "s notes/day3-trees.md");
	check("index.md", "notes/day3-trees.md", "s notes/index.md");
	check("/index.md", "notes/day3-trees.md", "s index.md");
	check("../index.md", "notes/day3-trees.md", "s index.md");
	check("../notes/../plan.md", "notes/x.md", "s plan.md");
	check("old/Day3-Trees.md", "plan.md", "s notes/day3-trees.md");
	check("graphs%20and%20paths.md#A%2fB", "plan.md", "s a b/graphs and paths.md#A/B");
	check("100%.md", "plan.md", "f 100%.md");
}

TEST(an_anchor_alone_is_a_place_in_the_text)
{
	check("#heaps", "notes/index.md", "s notes/index.md#heaps");
	check("", "plan.md", "s plan.md");
}

TEST(what_is_no_sheet_is_a_file_the_web_or_nothing_to_follow)
{
	check("img/tree.png", "notes/index.md", "f notes/img/tree.png");
	check("https://a.b/c#d", "plan.md", "w https://a.b/c#d");
	check("mailto:a@b.c", "plan.md", "x mailto:a@b.c");
	check("javascript:alert(1)", "plan.md", "x javascript:alert(1)");
	check("../../etc/passwd", "notes/index.md", "x ../../etc/passwd");
	check("..", "plan.md", "x ..");
}

static void check_nearest(const char *path, int want)
{
	size_t near[LINK_NEAREST];
	int n = link_nearest(str_of(path), rows, LENGTH(rows), near);
	assert_int_equal(n > 0 ? (int)near[0] : -1, want);
	for (int i = 0; i < n; i++)
		assert_in_range(near[i], 0, LENGTH(rows) - 1);
}

TEST(names_with_the_same_words_and_numbers_are_nearest)
{
	check_nearest("references/Day13-Quick-Reference.md", 2);
	check_nearest("Day3-Quick-Reference.md", 1);
	check_nearest("heapsort.md", 2);
	check_nearest("graph.md", 5);
	check_nearest("notes/indexes.md", 3); /* the folder decides between equals */
	check_nearest("indexes.md", 4);
	check_nearest("zzz.md", -1);
	check_nearest("", -1);
}

static void check_slug(const char *heading, const char *want)
{
	struct arena a = { 0 };
	struct str slug = link_slug(str_of(heading), &a);
	assert_true(str_eq(slug, str_of(want)));
	arena_release(&a);
}

TEST(slugs_are_made_as_github_makes_them)
{
	check_slug("2. Bias & variance", "2-bias--variance");
	check_slug("snake_case (a-b)", "snake_case-a-b");
	check_slug("Über größe!", "über-größe");
	check_slug("100% 日本", "100-日本");
	check_slug("", "");
}

TEST(an_anchor_names_a_heading_by_text_slug_and_number)
{
	static const struct md_heading h[] = { { .text = { "Costs", 5 } },
		{ .text = { "costs!", 6 } }, { .text = { "Costs", 5 } },
		{ .text = { "Step 2", 6 } }, { .text = { "Step-2", 6 } } };
	assert_int_equal(link_heading(STR("Costs"), h, 5), 0);
	assert_int_equal(link_heading(STR("costs-1"), h, 5), 1);
	assert_int_equal(link_heading(STR("costs-2"), h, 5), 2);
	assert_int_equal(link_heading(STR("costs-3"), h, 5), -1);
	assert_int_equal(link_heading(STR("step-2"), h, 5), 4);
	assert_int_equal(link_heading(STR("Step 2"), h, 5), 3);
	assert_int_equal(link_heading(STR(""), h, 5), -1);
	assert_int_equal(link_heading(STR("-1"), h, 5), -1);
}
