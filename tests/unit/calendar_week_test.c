/* calendar_week_test.c - weeks without days on dates. November 2025: the 10th is a Monday. */
#include "hone/calendar.h"
#include "test.h"

static int november(int day)
{
	return day_of_civil(2025, 11, 1) + day - 1;
}

static int of_november(int date)
{
	return date - day_of_civil(2025, 11, 1) + 1;
}

/* "3-9 | - | 24-30": the weeks without days. */
static void assert_weeks(const char *text, int start, int today, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct move m = { .kind = MOVE_START, .date = november(start), .fixed = true };
	struct calendar_choice c = { .move = &m, .nmove = start ? 1 : 0 };
	struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
	struct calendar cal = calendar_make(&p, &c, november(today), &a);
	for (int i = 0; i < p.nweek; i++) {
		struct calendar_week w = cal.week[i];
		buf_add(&b, i ? STR(" | ") : STR(""));
		if (w.from == DAY_NONE)
			buf_addc(&b, '-');
		else
			buf_addf(&b, "%d-%d", of_november(w.from), of_november(w.to));
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(weeks_without_days_are_whole_weeks_one_after_the_other)
{
	static const char plain[] = "# P\n## Week 1\n- [x] a\n## Week 2\n- [ ] b\n- [x] c\n"
				    "## Weeks 3-4\n- [ ] d\n## Week 5\n- [ ] e\n";
	static const char mixed[] = "# P\n## Week 1\n- [ ] a\n\n## Week 2\n"
				    "**Day 1** (2025-11-19)\n- [ ] b\n\n## Week 3\n- [ ] c\n";
	static const char dated[] =
		"# P\n## Week 1 (Nov 4 - Nov 8, 2025)\n- [x] a\n"
		"## Week 2 (Nov 12 - Nov 16, 2025)\n- [ ] b\n## Week 3\n- [ ] c\n";
	assert_weeks(plain, 0, 12, "- | 10-16 | 17-30 | 31-37");
	assert_weeks(plain, 20, 12, "- | 17-23 | 24-37 | 38-44");
	assert_weeks(mixed, 0, 12, "10-16 | - | 24-30");
	assert_weeks(dated, 0, 12, "4-8 | 12-16 | 17-23");
}

static void assert_days(const char *text, int today, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
	struct calendar cal = calendar_make(&p, NULL, november(today), &a);
	for (int i = 0; i < cal.nday; i++) {
		buf_add(&b, i ? STR(" | ") : STR(""));
		if (cal.day[i].n)
			buf_addf(&b, "%d", of_november(cal.day[i].from));
		else
			buf_addc(&b, '-');
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(days_named_by_their_weekday_wait_for_it)
{
	static const char open[] = "# P\n## Week 1\n### Monday\n- [ ] a\n### Thursday\n- [ ] b\n"
				   "## Week 2\n### Monday\n- [ ] c\n### Thursday\n- [ ] d\n";
	static const char begun[] = "# P\n## Week 1\n### Monday\n- [x] a\n### Thursday\n- [ ] b\n"
				    "## Week 2\n### Monday\n- [ ] c\n### Thursday\n- [ ] d\n";
	static const char full[] = "# P\n## Week 1\n### Friday\n- [x] a\n### Saturday\n- [ ] b\n"
				   "### Sunday\n- [ ] c\n## Week 2\n### Monday\n- [ ] d\n";
	/* The 10th is a Monday. */
	assert_days(open, 10, "10 | 13 | 17 | 20");
	assert_days(open, 12, "17 | 20 | 24 | 27");
	assert_days(begun, 12, "- | 13 | 17 | 20");
	assert_days(begun, 14, "- | 14 | 17 | 20");
	/* What is late pushes the next as far as it must, and no week is lost by it. */
	assert_days(full, 16, "- | 16 | 17 | 18");
}
