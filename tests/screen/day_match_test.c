/* day_match_test.c - numbers by which files belong to a day. */
#include "views/day_match.h"

#include "test.h"

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
