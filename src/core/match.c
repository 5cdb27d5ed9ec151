/* match.c - names and numbers compared. */
#include "hone/match.h"

#include "hone/text.h"

static bool has_word(struct str text, struct str want)
{
	struct str word;
	while ((word = str_word(&text)).n)
		if (str_eq(word, want))
			return true;
	return false;
}

static bool has_all(struct str text, struct str words)
{
	struct str word;
	while ((word = str_word(&words)).n)
		if (!has_word(text, word))
			return false;
	return true;
}

/* Dashes and slashes part words here. */
static void words_of(struct buf *out, struct str name)
{
	struct buf parted = { 0 };
	for (size_t i = 0; i < name.n; i++)
		buf_addc(&parted, str_find(STR("-/_,()"), str_slice(name, i, i + 1), 0) >= 0
					  ? ' '
					  : name.p[i]);
	text_normalize(out, buf_str(&parted));
	buf_release(&parted);
}

int names_alike(struct str a, struct str b)
{
	struct buf x = { 0 }, y = { 0 };
	int alike = 0;
	words_of(&x, a);
	words_of(&y, b);
	if (x.n && y.n)
		alike = str_eq(buf_str(&x), buf_str(&y))    ? 3
			: has_all(buf_str(&y), buf_str(&x)) ? 2
			: has_all(buf_str(&x), buf_str(&y)) ? 1
							    : 0;
	buf_release(&x);
	buf_release(&y);
	return alike;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_plain(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

/* The letters and digits that a name begins with, of ASCII: what any text with the name holds. */
static struct str first_letters(struct str name)
{
	size_t from = 0, to;
	while (from < name.n && !is_plain(name.p[from]))
		from++;
	for (to = from; to < name.n && is_plain(name.p[to]);)
		to++;
	return str_slice(name, from, to);
}

/* Most texts do not hold the first word, which costs little to see. */
bool text_mentions(struct str text, struct str name)
{
	struct str first = first_letters(name);
	if (str_casefind(text, first, 0) < 0)
		return false;
	struct buf x = { 0 }, y = { 0 };
	words_of(&x, name);
	words_of(&y, text);
	bool all = x.n && has_all(buf_str(&y), buf_str(&x));
	buf_release(&x);
	buf_release(&y);
	return all;
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
