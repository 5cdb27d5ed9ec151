/*
 * day.h - study days. Pure: no clock, no time zone.
 *
 * A study day is the count of days since 1970-01-01 in the proleptic Gregorian calendar, of the local
 * civil date after the rollover hour is taken off the local time. It is computed on civil fields,
 * never by dividing an instant by 86,400. Formulas: H. Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms".
 */
#ifndef HONE_DAY_H
#define HONE_DAY_H

#include <limits.h>

#include "hone/str.h"

enum { DAY_NONE = INT_MIN }; /* "no day" wherever a day is stored */

struct civil {
	int year, month, day;     /* month 1..12, day 1..31 */
	int hour, minute, second; /* local time of day */
};

int day_of_civil(int year, int month, int day);
struct civil day_civil(int day); /* the time fields are 0 */

/* The study day of a local civil time; `rollover` is the hour (0..23) at which a day begins. */
int day_study(struct civil local, int rollover);

int day_weekday(int day); /* 0 Monday .. 6 Sunday */
int day_month_length(int year, int month);
bool day_valid(int year, int month, int day);

/* "2025-11-12" at the start of s (year 1000..9999). */
bool day_parse(struct str s, int *day);

/* ISO date into out; DAY_NONE gives "". Returns out. */
const char *day_iso(int day, char out[static 16]);

const char *day_weekday_name(int weekday); /* "Mon" .. "Sun" */
const char *day_month_name(int month);     /* "January" .. */

#endif
