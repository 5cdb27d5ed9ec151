/* clock.c - the time from the system, or from HONE_NOW. */
#include "hone/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAY_SECONDS = 86400 };

/* Two digits and `before` in front of them at the start of *s. */
static bool two_digits(struct str *s, char before, int *value)
{
	if (s->n < 3 || s->p[0] != before)
		return false;
	struct str number = str_slice(*s, 1, 3);
	if (!str_number(&number, value) || number.n)
		return false;
	*s = str_slice(*s, 3, s->n);
	return true;
}

/* "2025-11-12T09:00:00", then nothing or a "Z". */
static bool parse_fixed(struct str s, struct civil *c, bool *utc)
{
	int day;
	if (!day_parse(s, &day))
		return false;
	*c = day_civil(day);
	s = str_slice(s, 10, s.n);
	if (!two_digits(&s, 'T', &c->hour) || !two_digits(&s, ':', &c->minute) ||
		!two_digits(&s, ':', &c->second))
		return false;
	*utc = str_eq(s, STR("Z"));
	return (*utc || s.n == 0) && c->hour < 24 && c->minute < 60 && c->second < 60;
}

static bool to_seconds(struct civil c, bool utc, time_t *seconds)
{
	if (utc) {
		int64_t day = day_of_civil(c.year, c.month, c.day);
		*seconds = (time_t)(day * DAY_SECONDS + c.hour * 3600 + c.minute * 60 + c.second);
		return true;
	}
	/* tm_wday tells failure from the second before the epoch. */
	struct tm tm = { .tm_year = c.year - 1900,
		.tm_mon = c.month - 1,
		.tm_mday = c.day,
		.tm_hour = c.hour,
		.tm_min = c.minute,
		.tm_sec = c.second,
		.tm_isdst = -1,
		.tm_wday = -1 };
	*seconds = mktime(&tm);
	return tm.tm_wday >= 0;
}

static bool to_moment(time_t seconds, int ms, struct moment *now, struct err *e)
{
	struct tm tm;
	if (!localtime_r(&seconds, &tm))
		return err_set(e, ERR_IO, "The local time is not known: %s", strerror(errno));
	*now = (struct moment){
		.ms = (int64_t)seconds * 1000 + ms,
		.local = { .year = tm.tm_year + 1900,
			.month = tm.tm_mon + 1,
			.day = tm.tm_mday,
			.hour = tm.tm_hour,
			.minute = tm.tm_min,
			.second = tm.tm_sec },
	};
	return true;
}

bool clock_now(struct moment *now, struct err *e)
{
	/* localtime_r() alone need not notice that the time zone changed. */
	tzset();
	const char *fixed = getenv("HONE_NOW");
	if (fixed && *fixed) {
		struct civil c;
		bool utc;
		time_t seconds;
		if (!parse_fixed(str_of(fixed), &c, &utc) || !to_seconds(c, utc, &seconds))
			return err_set(e, ERR_INVALID,
				"HONE_NOW is \"%s\"; write it like 2025-11-12T09:00:00", fixed);
		return to_moment(seconds, 0, now, e);
	}
	struct timespec t;
	if (clock_gettime(CLOCK_REALTIME, &t) != 0)
		return err_set(e, ERR_IO, "The clock cannot be read: %s", strerror(errno));
	return to_moment(t.tv_sec, (int)(t.tv_nsec / 1000000), now, e);
}

int64_t clock_ticks_ms(void)
{
	struct timespec t;
	/* POSIX.1-2008 systems that hone runs on all have this clock; failure is not a user's. */
	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		bug("no monotonic clock");
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
