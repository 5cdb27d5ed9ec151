/* coverage_test.c - topics counted by area. */
#include "test.h"

#include "hone/coverage.h"
#include "study_help.h"

#define HEAD "| Subtopic | Know | Unsure | Dunno | Notes |\n|---|---|---|---|---|\n"

static const char boats[] =
	"# Boats\n\n"
	"## Area 1: Parts (3 topics)\n\n" HEAD "| Hull | [x] | [ ] | [ ] | |\n"
	"| Keel | [ ] | [x] | [ ] | |\n"
	"| Oar | [ ] | [ ] | [ ] | |\n\n"
	"## Area 2: Knots (1 topics)\n\n" HEAD "| Bowline | [ ] | [ ] | [x] | |\n";

/* Areas of one name in two files are two. */
static const char more[] =
	"# More\n\n## Area 2: Knots (1 topics)\n\n" HEAD "| Sheet bend | [x] | [ ] | [ ] | |\n";

static void assert_count(struct coverage_count got, struct coverage_count want)
{
	assert_int_equal(got.know, want.know);
	assert_int_equal(got.unsure, want.unsure);
	assert_int_equal(got.dunno, want.dunno);
	assert_int_equal(got.unrated, want.unrated);
	assert_int_equal(got.total, want.total);
}

TEST(topics_are_counted_by_area_as_the_user_rates_them_now)
{
	static const struct {
		const char *path, *number, *name;
		int first, ntopic;
		struct coverage_count count;
	} want[] = {
		{ "boats.md", "1", "Parts", 0, 3, { .know = 2, .unsure = 1, .total = 3 } },
		{ "boats.md", "2", "Knots", 3, 1, { .dunno = 1, .total = 1 } },
		{ "more.md", "2", "Knots", 4, 1, { .know = 1, .total = 1 } },
	};
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "boats.md", boats);
	help_put(dir, "more.md", more);
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct coverage c;
	help_sync(s);
	assert_true(study_rate(s, help_topic(s, "Oar", &a).id, LEVEL_KNOW, &e));
	assert_true(coverage_load(s, &c, &a, &e));
	assert_int_equal(c.ntopic, 5);
	assert_int_equal(c.narea, LENGTH(want));
	assert_count(c.count, (struct coverage_count){ 3, 1, 1, 0, 5 });
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_str(c.area[i].path, want[i].path);
		assert_str(c.area[i].number, want[i].number);
		assert_str(c.area[i].name, want[i].name);
		assert_int_equal(c.area[i].first, want[i].first);
		assert_int_equal(c.area[i].ntopic, want[i].ntopic);
		assert_count(c.area[i].count, want[i].count);
	}
	assert_str(c.topic[4].name, "Sheet bend");
	arena_release(&a);
	help_close(s);
}

TEST(a_study_without_topics_has_no_coverage)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "sheet.md", "# Sheet\n");
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct coverage c;
	help_sync(s);
	assert_true(coverage_load(s, &c, &a, &e));
	assert_int_equal(c.narea + c.ntopic + c.count.total, 0);
	arena_release(&a);
	help_close(s);
}

TEST(know_is_a_rounded_percentage_of_all)
{
	static const struct {
		int know, total, want;
	} row[] = { { 0, 0, 0 }, { 0, 7, 0 }, { 1, 3, 33 }, { 2, 3, 67 }, { 1, 200, 1 },
		{ 1, 201, 0 }, { 7, 7, 100 }, { 46, 119, 39 } };
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct coverage_count c = { .know = row[i].know, .total = row[i].total };
		assert_int_equal(coverage_percent(c), row[i].want);
	}
}
