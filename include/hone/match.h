/*
 * match.h - which topic of the study, which card and which file belong to a day of the plan, by their
 * words and numbers. Pure.
 */
#ifndef HONE_MATCH_H
#define HONE_MATCH_H

#include "hone/str.h"

/* Do two names mean the same: 3 the same words, 2 all words of `a` stand in `b`, 1 the other way round; else 0. */
int names_alike(struct str a, struct str b);

/* Do all words of the name stand in the text? */
bool text_mentions(struct str text, struct str name);

/*
 * Does a title or a file's name carry the number of a day ("day7-8-heaps", "Day 7: Heaps")? `from`..`to` are
 * counted from the first day of the plan (0: not known), unless it names the week too ("week2-day1").
 */
bool name_has_day(struct str name, int from, int to, int week, int week_from, int week_to);

#endif
