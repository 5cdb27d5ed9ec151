/*
 * ics.h - the calendar of a plan for other calendars: iCalendar, RFC 5545. Pure.
 *
 * One event of whole days for each day of the plan that has a place, known by the day's id and the name of
 * the study, so that a calendar that took it before moves it instead of adding it again. A day on dates apart is one event that
 * recurs on them. What follows from today, and may move, is tentative.
 */
#ifndef HONE_ICS_H
#define HONE_ICS_H

#include "hone/calendar.h"

struct ics_of {
	const struct plan *plan;
	const struct calendar *cal;
	struct str study; /* its name */
	int target;       /* the exam or interview, an event of its own; DAY_NONE: none */
	int64_t now_ms;   /* when it is written */
};

void ics_write(const struct ics_of *of, struct buf *out);

#endif
