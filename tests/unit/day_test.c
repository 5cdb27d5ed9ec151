/* day_test.c - the calendar, and the clock in time zones. */
#define _XOPEN_SOURCE 700
#include "hone/day.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hone/clock.h"
#include "test.h"

/* An environment variable that is put back. */
struct kept {
	const char *name;
	struct buf value;
	bool set;
};

static struct kept env_set(const char *name, const char *value)
{
	struct kept k = { .name = name };
	const char *old = getenv(name);
	k.set = old != NULL;
	buf_add(&k.value, str_of(old));
	setenv(name, value, 1);
	tzset();
	return k;
}

static void env_restore(struct kept *k)
{
	if (k->set)
		setenv(k->name, buf_cstr(&k->value), 1);
	else
		unsetenv(k->name);
	tzset();
	buf_release(&k->value);
}

static struct civil local_civil(time_t t)
{
	struct tm tm;
	assert_non_null(localtime_r(&t, &tm));
	return (struct civil){ .year = tm.tm_year + 1900,
		.month = tm.tm_mon + 1,
		.day = tm.tm_mday,
		.hour = tm.tm_hour,
		.minute = tm.tm_min,
		.second = tm.tm_sec };
}

TEST(day_numbers_of_known_dates)
{
	static const struct {
		int year, month, day, number, weekday;
	} cases[] = {
		{ 1970, 1, 1, 0, 3 },
		{ 1969, 12, 31, -1, 2 },
		{ 2000, 2, 29, 11016, 1 },
		{ 2000, 3, 1, 11017, 2 },
		{ 2025, 11, 12, 20404, 2 },
		{ 1900, 1, 1, -25567, 0 },
		{ 2100, 3, 1, 47541, 0 },
		{ 1, 1, 1, -719162, 0 },
		{ 0, 2, 29, -719469, 1 },
		{ -400, 3, 1, -865565, 2 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		int n = day_of_civil(cases[i].year, cases[i].month, cases[i].day);
		struct civil c = day_civil(cases[i].number);
		assert_int_equal(n, cases[i].number);
		assert_int_equal(c.year, cases[i].year);
		assert_int_equal(c.month, cases[i].month);
		assert_int_equal(c.day, cases[i].day);
		assert_int_equal(day_weekday(n), cases[i].weekday);
	}
}

/* Walks with a calendar of its own: month lengths and the leap year rule. */
TEST(days_count_on_from_1900_to_2200)
{
	int want = -25567, weekday = 0;
	for (int y = 1900; y <= 2200; y++) {
		bool leap = y % 4 == 0 && (y % 100 != 0 || y == 2000);
		int length[] = { 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
		for (int m = 1; m <= 12; m++) {
			assert_int_equal(day_month_length(y, m), length[m - 1]);
			for (int d = 1; d <= length[m - 1];
				d++, want++, weekday = (weekday + 1) % 7) {
				struct civil c = day_civil(want);
				assert_int_equal(day_of_civil(y, m, d), want);
				assert_true(c.year == y && c.month == m && c.day == d);
				assert_true(c.hour == 0 && c.minute == 0 && c.second == 0);
				assert_int_equal(day_weekday(want), weekday);
			}
		}
	}
}

TEST(day_civil_takes_any_int)
{
	static const int cases[] = { INT_MIN, INT_MIN + 1, -1, INT_MAX };
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct civil c = day_civil(cases[i]);
		assert_int_equal(day_of_civil(c.year, c.month, c.day), cases[i]);
		assert_in_range(day_weekday(cases[i]), 0, 6);
	}
}

TEST(a_study_day_begins_at_the_rollover)
{
	static const struct {
		struct civil local;
		int rollover;
		const char *want;
	} cases[] = {
		{ { 2025, 11, 12, 3, 59, 59 }, 4, "2025-11-11" },
		{ { 2025, 11, 12, 4, 0, 0 }, 4, "2025-11-12" },
		{ { 2025, 11, 12, 23, 59, 59 }, 4, "2025-11-12" },
		{ { 2025, 11, 12, 0, 0, 0 }, 0, "2025-11-12" },
		{ { 2025, 11, 12, 22, 59, 0 }, 23, "2025-11-11" },
		{ { 2025, 11, 12, 23, 0, 0 }, 23, "2025-11-12" },
		{ { 2024, 3, 1, 1, 0, 0 }, 4, "2024-02-29" },
		{ { 2026, 1, 1, 0, 30, 0 }, 4, "2025-12-31" },
	};
	char iso[16];
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_string_equal(
			day_iso(day_study(cases[i].local, cases[i].rollover), iso), cases[i].want);
}

TEST(day_parse_takes_iso_dates_and_nothing_else)
{
	static const struct {
		const char *text, *want; /* NULL: not a date */
	} cases[] = {
		{ "2025-11-12", "2025-11-12" },
		{ "2025-11-12T09:00", "2025-11-12" },
		{ "2025-11-12 (Wed)", "2025-11-12" },
		{ "2024-02-29", "2024-02-29" },
		{ "1000-01-01", "1000-01-01" },
		{ "9999-12-31", "9999-12-31" },
		{ "", NULL },
		{ "2025", NULL },
		{ "2025-11-1", NULL },
		{ "2025-11-1x", NULL },
		{ "2025-1-12", NULL },
		{ "2025/11/12", NULL },
		{ "2025-11/12", NULL },
		{ "2025-02-29", NULL },
		{ "2100-02-29", NULL },
		{ "2025-13-01", NULL },
		{ "2025-00-10", NULL },
		{ "2025-04-31", NULL },
		{ "2025-04-00", NULL },
		{ "0999-01-01", NULL },
		{ "2025-11-123", NULL },
		{ "-025-11-12", NULL },
		{ "+025-11-12", NULL },
		{ " 2025-11-12", NULL },
		{ "12025-11-12", NULL },
	};
	char iso[16];
	for (size_t i = 0; i < LENGTH(cases); i++) {
		int day = 77;
		bool ok = day_parse(str_of(cases[i].text), &day);
		assert_int_equal(ok, cases[i].want != NULL);
		if (ok)
			assert_string_equal(day_iso(day, iso), cases[i].want);
		else
			assert_int_equal(day, 77);
	}
}

TEST(day_valid_knows_the_lengths_of_months)
{
	assert_true(day_valid(2000, 2, 29));
	assert_false(day_valid(1900, 2, 29));
	assert_false(day_valid(2025, 0, 1));
	assert_false(day_valid(2025, 13, 1));
	assert_false(day_valid(2025, 12, 32));
	assert_false(day_valid(2025, 12, -1));
}

TEST(no_day_has_no_date)
{
	char iso[16] = "x";
	assert_string_equal(day_iso(DAY_NONE, iso), "");
	assert_string_equal(day_iso(INT_MAX, iso), "5881580-07-11");
	assert_string_equal(day_iso(INT_MIN + 1, iso), "-5877641-06-24");
}

TEST(names_of_days_and_months)
{
	assert_string_equal(day_weekday_name(0), "Mon");
	assert_string_equal(day_weekday_name(6), "Sun");
	assert_string_equal(day_month_name(1), "January");
	assert_string_equal(day_month_name(12), "December");
}

TEST(study_days_step_by_one_through_clock_changes)
{
	/* Apia went over the date line: it had no 2011-12-30, but the hours before a rollover. */
	static const struct {
		const char *zone;
		int rollover, skipped;
	} cases[] = {
		{ "Europe/Stockholm", 4, 0 },
		{ "America/New_York", 4, 0 },
		{ "Australia/Lord_Howe", 4, 0 },
		{ "Pacific/Apia", 4, 0 },
		{ "Pacific/Apia", 0, 1 },
		{ "Asia/Kathmandu", 4, 0 },
		{ "UTC", 4, 0 },
	};
	const time_t from = 1293840000, to = from + (time_t)16 * 365 * 86400;
	struct kept zone = env_set("TZ", "Asia/Kathmandu");
	bool have_zones = local_civil(from).minute == 45;
	for (size_t i = 0; have_zones && i < LENGTH(cases); i++) {
		setenv("TZ", cases[i].zone, 1);
		tzset();
		int day = day_study(local_civil(from), cases[i].rollover), skipped = 0;
		for (time_t t = from; t < to; t += 1800) {
			int next = day_study(local_civil(t), cases[i].rollover);
			if (next == day + 2 && next == day_of_civil(2011, 12, 31))
				skipped++;
			else if (next != day && next != day + 1)
				fail_msg("%s: day %d after %d", cases[i].zone, next, day);
			day = next;
		}
		assert_int_equal(skipped, cases[i].skipped);
	}
	env_restore(&zone);
	if (!have_zones)
		skip();
}

/* The zone is written out, so that no zone database is needed: UTC+5:45. */
TEST(hone_now_fixes_the_clock)
{
	static const struct {
		const char *now;
		int64_t ms;
		struct civil local;
	} cases[] = {
		{ "2025-11-12T09:00:00", INT64_C(1762917300000), { 2025, 11, 12, 9, 0, 0 } },
		{ "2025-11-12T09:00:00Z", INT64_C(1762938000000), { 2025, 11, 12, 14, 45, 0 } },
		{ "2025-12-31T23:59:59Z", INT64_C(1767225599000), { 2026, 1, 1, 5, 44, 59 } },
		{ "1970-01-01T05:44:59", INT64_C(-1000), { 1970, 1, 1, 5, 44, 59 } },
	};
	struct kept zone = env_set("TZ", "NPT-5:45"), now = env_set("HONE_NOW", "");
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct moment m;
		struct err e = { 0 };
		setenv("HONE_NOW", cases[i].now, 1);
		assert_true(clock_now(&m, &e));
		assert_true(m.ms == cases[i].ms);
		assert_memory_equal(&m.local, &cases[i].local, sizeof m.local);
	}
	env_restore(&now);
	env_restore(&zone);
}

TEST(a_bad_hone_now_is_an_error_and_no_time)
{
	static const char *const cases[] = { "now", "2025-11-12", "2025-11-12T09:00",
		"2025-11-12 09:00:00", "2025-11-12T24:00:00", "2025-11-12T09:60:00",
		"2025-11-12T09:00:60", "2025-02-29T09:00:00", "2025-11-12T09:00:00z",
		"2025-11-12T09:00:00Zx", "2025-11-12T9:00:000", "2025-11-12T-9:00:00",
		"2025-11-12T09:00:00.5" };
	struct kept now = env_set("HONE_NOW", "");
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct moment m = { .ms = 5 };
		struct err e = { 0 };
		setenv("HONE_NOW", cases[i], 1);
		assert_false(clock_now(&m, &e));
		assert_int_equal(e.kind, ERR_INVALID);
		assert_true(str_find(str_of(e.text), str_of(cases[i]), 0) >= 0);
		assert_true(m.ms == 5);
	}
	env_restore(&now);
}

TEST(without_hone_now_the_clock_is_the_systems)
{
	struct kept now = env_set("HONE_NOW", "");
	struct moment m;
	struct err e = { 0 };
	time_t before = time(NULL);
	assert_true(clock_now(&m, &e));
	time_t after = time(NULL);
	assert_in_range(m.ms / 1000, before - 1, after);
	struct civil want = local_civil((time_t)(m.ms / 1000));
	assert_memory_equal(&m.local, &want, sizeof want);
	env_restore(&now);
}

TEST(ticks_never_go_back)
{
	int64_t last = clock_ticks_ms();
	for (int i = 0; i < 1000; i++) {
		int64_t next = clock_ticks_ms();
		assert_true(next >= last);
		last = next;
	}
	assert_true(last > 0);
}
