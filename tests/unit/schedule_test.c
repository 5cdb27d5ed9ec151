/* schedule_test.c - SM-2 kept by hand in a table. */
#include "hone/schedule.h"

#include <string.h>

#include "test.h"

#define HEAD                                                                                       \
	"# Schedule\n\n| Topic ID | Topic | Category | EF | I | n | Last Review | Next Review | "  \
	"Score History |\n|---|---|---|---|---|---|---|---|---|\n"

static struct schedule_row one(const char *row, struct arena *a)
{
	struct buf b = { 0 };
	int n;
	buf_addf(&b, HEAD "%s\n", row);
	struct schedule_row *r = schedule_parse(arena_str(a, buf_str(&b)), &n, a);
	buf_release(&b);
	assert_int_equal(n, 1);
	return r[0];
}

TEST(a_row_is_a_state_with_its_scores)
{
	struct arena a = { 0 };
	struct schedule_row r =
		one("| stats_5.3 | Gambler's ruin problem | Stats | 2.5 | 15 | 3 | 2025-11-10 | "
		    "2025-11-25 | 75,85 |",
			&a);
	assert_str(r.id, "stats_5.3");
	assert_str(r.name, "Gambler's ruin problem");
	assert_str(r.area, "Stats");
	assert_int_equal(r.ease, 250);
	assert_int_equal(r.interval, 15);
	assert_int_equal(r.reps, 3);
	assert_int_equal(r.next - r.last, 15);
	assert_int_equal(r.nscore, 2);
	assert_int_equal(r.score[0], 75);
	assert_int_equal(r.score[1], 85);
	assert_true(r.usable);
	assert_str(r.wrong, "");
	/* The review before it was six days earlier. */
	assert_int_equal(schedule_score_day(&r, 1), day_of_civil(2025, 11, 10));
	assert_int_equal(schedule_score_day(&r, 0), day_of_civil(2025, 11, 4));
	arena_release(&a);
}

TEST(rows_that_break_the_rules_are_named_and_used_if_they_can_be)
{
	static const struct {
		const char *row, *wrong;
		bool usable;
	} rows[] = {
		{ "| a | A | | 2.5 | 0 | 0 | 2025-11-10 | 2025-11-10 | |", "", false },
		{ "| a | A | | 2.36 | 1 | 1 | 2025-11-10 | 2025-11-11 | 40 |", "", true },
		{ "| a | A | | 1.2 | 1 | 1 | 2025-11-10 | 2025-11-11 | 40 |",
			"the ease is below 1.3, or no number", false },
		{ "| a | A | | 2.5 | 6 | 2 | 2025-11-10 | 2025-11-17 | 80 |",
			"the next review is 7 days after the last one, not I = 6", true },
		{ "| a | A | | 2.5 | 12 | 2 | 2025-11-10 | 2025-11-22 | 80 |",
			"n = 2 has I = 6, not 12", true },
		{ "| a | A | | 2.5 | 6 | 1 | 2025-11-10 | 2025-11-16 | 80 |",
			"n = 1 has I = 1, not 6", true },
		{ "| a | A | | 2.5 | 5 | 4 | 2025-11-10 | 2025-11-15 | 80 |",
			"n = 4 has I above 6, not 5", true },
		{ "| a | A | | 2.5 | 15 | 3 | 2025-11-10 | 2025-11-25 | 90,50 |",
			"the last score, 50 %, failed, which starts again at n = 1, not 3", true },
		{ "| a | A | | 2.5 | 15 | 3 | 2025-11-10 | soon | 90 |",
			"last or next review is no date", false },
		{ "| a | A | | 2.5 | 1 | 1 | 2025-11-10 | 2025-11-11 | 190 |",
			"a score is above 100", true },
		{ "| a | A | | x | 1 | 1 | 2025-11-10 | 2025-11-11 | 90 |",
			"the ease is below 1.3, or no number", false },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = { 0 };
		struct schedule_row r = one(rows[i].row, &a);
		assert_str(r.wrong, rows[i].wrong);
		assert_int_equal(r.usable, rows[i].usable);
		arena_release(&a);
	}
}

TEST(columns_stand_in_any_order_and_other_tables_are_passed_over)
{
	const struct str text =
		STR("| Next | Name | EF | n | Interval | Last |\n|---|---|---|---|---|---|\n"
		    "| 2025-11-16 | **Heaps** | 2.6 | 2 | 6 | 2025-11-10 |\n| | | | | | |\n\n"
		    "| Name | EF |\n|---|---|\n| Other | 2 |\n");
	struct arena a = { 0 };
	int n;
	struct schedule_row *r = schedule_parse(text, &n, &a);
	assert_int_equal(n, 1);
	assert_str(r[0].name, "Heaps");
	assert_int_equal(r[0].line, 3);
	assert_int_equal(r[0].ease, 260);
	assert_true(r[0].usable);
	assert_str(r[0].wrong, "");
	arena_release(&a);
}

/* Of more scores than are kept the newest stay. */
TEST(a_long_history_keeps_its_end)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	buf_add(&b, STR("| a | A | | 2.5 | 1 | 1 | 2025-11-10 | 2025-11-11 | "));
	for (int i = 0; i < SCHEDULE_SCORES + 5; i++)
		buf_addf(&b, "%d,", i);
	buf_add(&b, STR(" |"));
	struct schedule_row r = one(buf_cstr(&b), &a);
	assert_int_equal(r.nscore, SCHEDULE_SCORES);
	assert_int_equal(r.score[0], 5);
	assert_int_equal(r.score[SCHEDULE_SCORES - 1], SCHEDULE_SCORES + 4);
	buf_release(&b);
	arena_release(&a);
}
