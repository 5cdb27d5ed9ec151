/* calendar_test.c - the days of a plan on dates. */
#include "hone/calendar.h"
#include "test.h"

static const char text[] = "# Plan\n\n## Week 1: First\n\n"
			   "**Day 1: A** (2025-11-10)\n- [x] a\n\n"
			   "**Day 2: B** (2025-11-11)\n- [x] b\n- [ ] c\n\n"
			   "**Day 3-4: C**\n- [ ] d\n\n"
			   "**Day 5: D**\n- [ ] e\n\n"
			   "**Day 6: E** (2025-11-20)\n- [ ] f\n\n"
			   "**Day 7: F**\n- [ ] g\n";

static struct plan parse(struct arena *a)
{
	struct plan p = plan_parse(str_of(text), STR("plan.md"), a);
	assert_int_equal(p.nday, 6);
	return p;
}

TEST(dated_days_are_pinned_and_the_rest_follow_from_today)
{
	static const struct {
		int from, to;
		bool projected;
	} want[] = {
		{ 10, 10, false },
		{ 11, 11, false },
		{ 12, 13, true },
		{ 14, 14, true },
		{ 20, 20, false },
		{ 21, 21, true },
	};
	struct arena a = { 0 };
	struct plan p = parse(&a);
	struct calendar_day placed[6];
	int first = day_of_civil(2025, 11, 1) - 1;
	/* Day 2 is begun and not finished, but today has no date of its own: the day to work on is the
	 * first open one after the last finished; it is dated, so the next ones follow from today. */
	calendar_place(&p, first + 12, placed);
	for (int i = 0; i < 6; i++) {
		assert_int_equal(placed[i].from - first, want[i].from);
		assert_int_equal(placed[i].to - first, want[i].to);
		assert_int_equal(placed[i].projected, want[i].projected);
	}
	arena_release(&a);
}

TEST(a_date_is_marked_by_what_was_done_on_it)
{
	static const struct {
		int date;
		enum calendar_mark mark;
		int day;
	} want[] = {
		{ 9, CALENDAR_NONE, -1 },
		{ 10, CALENDAR_DONE, 0 },
		{ 11, CALENDAR_PART, 1 },
		{ 12, CALENDAR_PLANNED, 2 },
		{ 13, CALENDAR_PLANNED, 2 },
		{ 20, CALENDAR_PLANNED, 4 },
	};
	struct arena a = { 0 };
	struct plan p = parse(&a);
	struct calendar_day placed[6];
	int first = day_of_civil(2025, 11, 1) - 1, day;
	calendar_place(&p, first + 12, placed);
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_int_equal(calendar_mark(&p, placed, first + 12, first + want[i].date, &day),
			want[i].mark);
		assert_int_equal(day, want[i].day);
	}
	/* Later, the pinned day that was not begun has been missed. */
	assert_int_equal(calendar_mark(&p, placed, first + 25, first + 20, &day), CALENDAR_MISSED);
	arena_release(&a);
}

TEST(a_plan_without_days_places_nothing)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(STR("- [ ] only a task\n"), STR("p.md"), &a);
	struct calendar_day none;
	int day;
	calendar_place(&p, 20000, &none);
	assert_int_equal(calendar_mark(&p, &none, 20000, 20000, &day), CALENDAR_NONE);
	assert_int_equal(day, -1);
	arena_release(&a);
}
