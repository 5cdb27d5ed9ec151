/*
 * day_match.h - which file belongs to a day of the plan, by the numbers in its name; by words: match.h. Pure.
 */
#ifndef HONE_DAY_MATCH_H
#define HONE_DAY_MATCH_H

#include "hone/match.h"

/*
 * Does a title or a file's name carry the number of a day ("day7-8-heaps", "Day 7: Heaps")? `from`..`to` are
 * counted from the first day of the plan (0: not known), unless it names the week too ("week2-day1").
 */
bool name_has_day(struct str name, int from, int to, int week, int week_from, int week_to);

#endif
