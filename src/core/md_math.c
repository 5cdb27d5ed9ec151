/* md_math.c - keeps the signs of formulas from being read as markdown. */
#include "md_priv.h"

#include <string.h>

/* The n-th of these becomes the control character 1 + n. No tab, newline or return among them. */
static const char signs[] = "\\_*<>[]&";
static const char more_signs[] = "|~-+#=!"; /* from 0x0e on */

enum {
	FIRST_SIGN = 0x01,
	FIRST_MORE = 0x0e,
	MAX_DISPLAY = 64, /* lines of one display formula: keeps a search that fails cheap */
};

static char mask_of(char c)
{
	const char *at = c ? strchr(signs, c) : NULL;
	if (at)
		return (char)(FIRST_SIGN + (at - signs));
	at = c ? strchr(more_signs, c) : NULL;
	return at ? (char)(FIRST_MORE + (at - more_signs)) : c;
}

static bool is_mask(char c)
{
	return (c >= FIRST_SIGN && c < FIRST_SIGN + (char)sizeof signs - 1) ||
	       (c >= FIRST_MORE && c < FIRST_MORE + (char)sizeof more_signs - 1);
}

void md_unmask(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_mask(p[i]))
			p[i] = p[i] < FIRST_MORE ? signs[p[i] - FIRST_SIGN]
						 : more_signs[p[i] - FIRST_MORE];
}

static void mask_range(char *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		p[i] = mask_of(p[i]);
}

/* The end of the formula "$x$" or "$$x$$" that opens at `at` of one line, or `at`. */
static size_t dollar_end(struct str s, size_t at)
{
	size_t n = md_run_length(s, at);
	if (n > 2 || at + n >= s.n || (n == 1 && md_blank(s.p[at + 1])))
		return at;
	for (size_t i = at + n; i < s.n; i++) {
		if (s.p[i] == '\\') {
			i++;
			continue;
		}
		if (s.p[i] != '$')
			continue;
		size_t m = md_run_length(s, i);
		bool amount =
			n == 1 && (md_blank(s.p[i - 1]) || (i + 1 < s.n && md_digit(s.p[i + 1])));
		return m == n && !amount ? i + n : at; /* "$5 to $7" is no formula */
	}
	return at;
}

/* The end of the formula that opens at `at`, or `at`. *paren turns false when "\\)" comes no more. */
static size_t formula_end(struct str s, size_t at, bool *paren)
{
	if (s.p[at] == '$')
		return dollar_end(s, at);
	if (s.p[at] != '\\' || !*paren || !str_starts(str_slice(s, at, s.n), STR("\\(")))
		return at;
	ptrdiff_t close = str_find(s, STR("\\)"), at + 2);
	*paren = close >= 0;
	return *paren ? (size_t)close + 2 : at;
}

/* Past the byte at `at` that opens no formula. */
static size_t pass(struct str s, size_t at)
{
	if (s.p[at] == '`') {
		size_t end = md_code_end(s, at);
		return end > at ? end : at + md_run_length(s, at);
	}
	if (s.p[at] == '$')
		return at + md_run_length(s, at);
	return at + (s.p[at] == '\\' ? 2 : 1);
}

/* Inline formulas of one line, code spans left alone. True when there was one. */
static bool mask_line(char *p, struct str s)
{
	bool any = false, paren = true;
	for (size_t i = 0; i < s.n;) {
		size_t end = formula_end(s, i, &paren);
		if (end > i) {
			mask_range(p, i, end);
			any = true;
			i = end;
		} else {
			i = pass(s, i);
		}
	}
	return any;
}

/*
 * The end of the display formula whose first line starts at `from`: up to a line that ends with its
 * closing mark, no empty line between. `from` when there is none.
 */
static size_t display_end(struct str src, size_t from)
{
	struct str rest = str_slice(src, from, src.n), line;
	if (!str_line(&rest, &line))
		return from;
	struct md_margin m = md_margin(line);
	struct str text = str_trim(str_slice(line, m.at, line.n));
	bool dollars = str_starts(text, STR("$$"));
	struct str close = dollars ? STR("$$") : STR("\\]");
	if (m.quotes > 0 || !(dollars || str_starts(text, STR("\\["))))
		return from;
	bool closed = str_find(text, close, 2) >= 0;
	if (closed) /* of several in one line each is found by itself */
		return !dollars && str_ends(text, close) ? src.n - rest.n : from;
	for (int i = 0; i < MAX_DISPLAY && str_line(&rest, &line); i++) {
		text = str_trim(line);
		if (text.n == 0 || str_starts(text, STR("```")) || str_starts(text, STR("~~~")))
			return from;
		if (str_ends(text, close))
			return src.n - rest.n;
	}
	return from;
}

static bool has_sign(struct str s)
{
	return s.n > 0 && (memchr(s.p, '$', s.n) || memchr(s.p, '\\', s.n));
}

static bool may_have_formula(struct str src)
{
	if (!has_sign(src))
		return false;
	for (size_t i = 0; i < src.n; i++)
		if (is_mask(src.p[i])) /* could not be told from ours afterwards */
			return false;
	return true;
}

bool md_mask(struct str src, struct buf *out)
{
	if (!may_have_formula(src))
		return false;
	bool any = false;
	struct str rest = src, line;
	buf_add(out, src);
	for (size_t at = 0; str_line(&rest, &line); at = src.n - rest.n) {
		if (!has_sign(line))
			continue;
		size_t end = display_end(src, at);
		if (end > at) {
			mask_range(out->p, at + md_margin(line).at, end);
			rest = str_slice(src, end, src.n);
			any = true;
		} else if (mask_line(out->p + at, line)) {
			any = true;
		}
	}
	return any;
}
