/* day_match.c - numbers of days in names. */
#include "views/day_match.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_gap(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* "day7", "Day 7-8", "week 2" at `at`: its numbers. "2-3D" is no range. */
static bool number_at(struct str s, size_t at, struct str word, int *from, int *to)
{
	struct str rest = str_slice(s, at, s.n), later;
	if (!str_casestarts(rest, word) || (at > 0 && is_letter(s.p[at - 1])))
		return false;
	rest = str_slice(rest, word.n, rest.n);
	if (str_casestarts(rest, STR("s")))
		rest = str_slice(rest, 1, rest.n);
	if (rest.p && rest.n && is_gap(*rest.p))
		rest = str_slice(rest, 1, rest.n);
	if (!str_number(&rest, from))
		return false;
	later = str_slice(rest, 1, rest.n);
	*to = *from;
	if (str_starts(rest, STR("-")) && str_number(&later, to) &&
		(*to <= *from || (later.p && later.n && is_letter(*later.p))))
		*to = *from;
	return true;
}

static bool find_number(struct str s, struct str word, int *from, int *to)
{
	for (size_t i = 0; i < s.n; i++)
		if (number_at(s, i, word, from, to))
			return true;
	return false;
}

bool name_has_day(struct str name, int from, int to, int week, int week_from, int week_to)
{
	int a, b, w, w_to;
	if (!find_number(name, STR("day"), &a, &b))
		return false;
	if (find_number(name, STR("week"), &w, &w_to))
		return w == week && a <= week_to && b >= week_from;
	return from > 0 && a <= to && b >= from;
}
