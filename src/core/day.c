/* day.c - the calendar: civil dates to day numbers and back. */
#include "hone/day.h"

#include <stdio.h>

enum {
	ERA_YEARS = 400,
	ERA_DAYS = 146097,
	EPOCH_DAYS = 719468, /* 0000-03-01 to 1970-01-01 */
	EPOCH_WEEKDAY = 3,   /* a Thursday */
};

static const char *const weekday_names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static const char *const month_names[] = { "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Exactly n digits at `at`, or -1. */
static int digits(struct str s, size_t at, size_t n)
{
	int value = 0;
	if (s.n < at + n)
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		value = value * 10 + (s.p[i] - '0');
	}
	return value;
}

/* Years begin in March here, so that the leap day comes last. */
int day_of_civil(int year, int month, int day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = floor_div(y, ERA_YEARS);
	int64_t year_of_era = y - era * ERA_YEARS;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (int)(era * ERA_DAYS + day_of_era - EPOCH_DAYS);
}

struct civil day_civil(int day)
{
	int64_t z = (int64_t)day + EPOCH_DAYS;
	int64_t era = floor_div(z, ERA_DAYS);
	int doe = (int)(z - era * ERA_DAYS);
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	int month = mp < 10 ? mp + 3 : mp - 9;
	return (struct civil){
		.year = (int)(yoe + era * ERA_YEARS) + (month <= 2),
		.month = month,
		.day = doy - (153 * mp + 2) / 5 + 1,
	};
}

int day_study(struct civil local, int rollover)
{
	return day_of_civil(local.year, local.month, local.day) - (local.hour < rollover);
}

int day_weekday(int day)
{
	return (int)(((int64_t)day % 7 + 7 + EPOCH_WEEKDAY) % 7);
}

int day_month_length(int year, int month)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (month < 1 || month > 12)
		return 0;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return length[month - 1] + (month == 2 && leap);
}

bool day_valid(int year, int month, int day)
{
	return day >= 1 && day <= day_month_length(year, month);
}

bool day_parse(struct str s, int *day)
{
	int y = digits(s, 0, 4), m = digits(s, 5, 2), d = digits(s, 8, 2);
	if (y < 1000 || m < 0 || d < 0 || s.p[4] != '-' || s.p[7] != '-')
		return false;
	/* A digit more is some other number, not a date. */
	if (digits(s, 10, 1) >= 0 || !day_valid(y, m, d))
		return false;
	*day = day_of_civil(y, m, d);
	return true;
}

const char *day_iso(int day, char out[static 16])
{
	out[0] = '\0';
	if (day == DAY_NONE)
		return out;
	struct civil c = day_civil(day);
	int n = snprintf(out, 16, "%04d-%02d-%02d", c.year, c.month, c.day);
	if (n < 0 || n >= 16)
		bug("day %d does not print", day);
	return out;
}

const char *day_weekday_name(int weekday)
{
	if (weekday < 0 || weekday > 6)
		bug("weekday %d", weekday);
	return weekday_names[weekday];
}

const char *day_month_name(int month)
{
	if (month < 1 || month > 12)
		bug("month %d", month);
	return month_names[month - 1];
}
