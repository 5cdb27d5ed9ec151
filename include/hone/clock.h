/*
 * clock.h - the one place that asks the time.
 *
 * HONE_NOW=2025-11-12T09:00:00 (local time; a trailing Z means UTC) fixes the clock for tests: every
 * call then gives that moment.
 */
#ifndef HONE_CLOCK_H
#define HONE_CLOCK_H

#include "hone/day.h"

struct moment {
	int64_t ms;         /* since the epoch, UTC */
	struct civil local; /* the same moment in the local time zone */
};

/* Bad HONE_NOW: false, e says so. */
bool clock_now(struct moment *now, struct err *e) MUST_CHECK;

/* Milliseconds from an arbitrary start, never going back: for durations. Not fixed by HONE_NOW. */
int64_t clock_ticks_ms(void);

#endif
