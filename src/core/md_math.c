/* md_math.c - finds formulas and keeps their signs from being read as markdown. */
#include "md_priv.h"

#include <stdio.h>
#include <string.h>

#include "hone/tex.h"

/* The n-th of these becomes the control character 1 + n. No tab, newline or return among them. */
static const char signs[] = "\\_*<>[]&";
static const char more_signs[] = "|~-+#=!"; /* from 0x0e on */
/* Where formulas start and end, from 0x16 on: see md_priv.h. */
static const char ends[] = "$$\\\\}";

enum {
	FIRST_SIGN = 0x01,
	FIRST_MORE = 0x0e,
	FIRST_END = MD_DOLLAR_OPEN,
	MAX_DISPLAY = 64, /* lines of one display formula: keeps a search that fails cheap */
	MAX_INLINE = 3,   /* lines that an inline formula may stand on */
};

static char mask_of(char c)
{
	if (md_letter(c) || md_digit(c)) /* most are: none of them is a sign */
		return c;
	const char *at = c ? strchr(signs, c) : NULL;
	if (at)
		return (char)(FIRST_SIGN + (at - signs));
	at = c ? strchr(more_signs, c) : NULL;
	return at ? (char)(FIRST_MORE + (at - more_signs)) : c;
}

static bool is_mask(char c)
{
	return (c >= FIRST_SIGN && c < FIRST_SIGN + (char)sizeof signs - 1) ||
	       (c >= FIRST_MORE && c < FIRST_MORE + (char)sizeof more_signs - 1) ||
	       (c >= FIRST_END && c < FIRST_END + (char)sizeof ends - 1);
}

static char unmasked(char c)
{
	if (c >= FIRST_END)
		return ends[c - FIRST_END];
	return c < FIRST_MORE ? signs[c - FIRST_SIGN] : more_signs[c - FIRST_MORE];
}

/* The next control character from `at` on, or n; text without any is passed over eight bytes at a time. */
static size_t next_control(const char *p, size_t at, size_t n)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
	for (uint64_t x; n - at >= sizeof x; at += sizeof x) {
		memcpy(&x, p + at, sizeof x);
		if ((x - ones * ' ') & ~x & high) /* some byte is less than a blank */
			break;
	}
	while (at < n && (unsigned char)p[at] >= ' ')
		at++;
	return at;
}

void md_unmask(char *p, size_t n)
{
	for (size_t i = next_control(p, 0, n); i < n; i = next_control(p, i + 1, n))
		if (is_mask(p[i]))
			p[i] = unmasked(p[i]);
}

/* Past the quote marks of a line, at most `quotes` of them. */
static size_t skip_quotes(struct str s, size_t at, int quotes)
{
	while (at < s.n && quotes > 0 && (s.p[at] == ' ' || s.p[at] == '>'))
		quotes -= s.p[at++] == '>';
	return at;
}

/* The formula from `from` up to `to`, whose delimiters tell what it is. Marks of quotes stay. */
static void mask_formula(char *p, size_t from, size_t to, int quotes)
{
	bool dollar = p[from] == '$', two = dollar && p[from + 1] == '$';
	for (size_t i = from; i < to; i++) {
		if (i > from && p[i - 1] == '\n')
			i = skip_quotes((struct str){ p, to }, i, quotes);
		p[i] = mask_of(p[i]);
	}
	p[from] = dollar ? MD_DOLLAR_OPEN : MD_SLASH_OPEN;
	if (dollar)
		p[to - 1] = MD_DOLLAR_CLOSE;
	else if (p[to - 1] == '}')
		p[to - 1] = MD_BRACE_CLOSE;
	else
		p[to - 2] = MD_SLASH_CLOSE;
	if (two) {
		p[from + 1] = MD_DOLLAR_OPEN;
		p[to - 2] = MD_DOLLAR_CLOSE;
	}
}

/* Brackets with a backslash are also how a link is told to be none: there must be such a sign between them. */
static bool has_formula_sign(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (md_among("\\^_=<>+", s.p[i]))
			return true;
	return false;
}

/* Words with a blank between them and no sign of a formula: prose that only stands between the signs. */
static bool is_prose(struct str s)
{
	int words = 0, depth = 0;
	if (has_formula_sign(s))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		depth += s.p[i] == '{' ? 1 : s.p[i] == '}' ? -1 : 0;
		bool starts = md_letter(s.p[i]) && (i == 0 || md_blank(s.p[i - 1]));
		words += starts && depth == 0 && i + 1 < s.n && md_letter(s.p[i + 1]);
	}
	return words > 1 || (words == 1 && md_digit(s.p[0]));
}

/* The end of the formula "$x$" or "$$x$$" that opens at `at`, or `at`. */
static size_t dollar_end(struct str s, size_t at)
{
	size_t n = md_run_length(s, at);
	if (n > 2 || at + n >= s.n || (n == 1 && md_blank(s.p[at + 1])))
		return at;
	for (size_t i = at + n; i < s.n; i++) {
		if (s.p[i] == '`')
			return at;
		if (s.p[i] == '\\') {
			i++;
			continue;
		}
		if (s.p[i] != '$')
			continue;
		size_t m = md_run_length(s, i);
		bool amount =
			n == 1 && (md_blank(s.p[i - 1]) || (i + 1 < s.n && md_digit(s.p[i + 1])) ||
					  is_prose(str_slice(s, at + 1, i)));
		return m == n && !amount ? i + n : at; /* "$5 to $7" is no formula */
	}
	return at;
}

/* The end of "\\(x\\)" or "\\[x\\]", or `at`. *more turns false when the closing sign comes no more. */
static size_t slash_end(struct str s, size_t at, char closing, bool *more)
{
	char close[] = { '\\', closing };
	ptrdiff_t end = *more ? str_find(s, (struct str){ close, 2 }, at + 2) : -1;
	*more = end >= 0;
	if (end < 0)
		return at;
	struct str inner = str_slice(s, at + 2, (size_t)end);
	bool none = str_trim(inner).n == 0 || memchr(inner.p, '`', inner.n) || is_prose(inner) ||
		    (closing == ']' && !has_formula_sign(inner));
	return none ? at : (size_t)end + 2;
}

/* What closes no more in the text that is looked at. */
struct ahead {
	bool paren, bracket;
};

/* The end of the formula that opens at `at`, or `at`. */
static size_t formula_end(struct str s, size_t at, struct ahead *ahead)
{
	if (s.p[at] == '$')
		return dollar_end(s, at);
	if (s.p[at] != '\\' || at + 1 == s.n)
		return at;
	if (s.p[at + 1] == '(')
		return slash_end(s, at, ')', &ahead->paren);
	if (s.p[at + 1] == '[')
		return slash_end(s, at, ']', &ahead->bracket);
	return at;
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

/*
 * Inline formulas that start in the first `n` bytes of s, code spans left alone. Returns how far it came: beyond n
 * when the last one ends on a later line. *any: there was one.
 */
static size_t mask_line(char *p, struct str s, size_t n, bool *any)
{
	struct str line = str_slice(s, 0, n);
	struct ahead ahead = { true, true };
	size_t i = 0;
	while (i < n) {
		size_t end = formula_end(s, i, &ahead);
		if (end > i) {
			mask_formula(p, i, end, 0);
			*any = true;
			i = end;
		} else {
			i = pass(line, i);
		}
	}
	return i;
}

/* The mark that closes the display formula that `text` starts with; empty when it starts with none. */
static struct str display_close(struct str text, char room[48])
{
	if (str_starts(text, STR("$$")))
		return STR("$$");
	if (str_starts(text, STR("\\[")))
		return STR("\\]");
	struct str name = tex_environment(text);
	if (name.n == 0)
		return name;
	int n = snprintf(room, 48, "\\end{%.*s}", STR_ARG(name));
	return (struct str){ room, (size_t)n };
}

/* Where `close` ends in a line that holds nothing else after it but what ends a sentence; 0 if it does not. */
static size_t closes_at(struct str line, struct str close)
{
	struct str s = str_trim(line);
	if (s.n > close.n && md_among(".,;", s.p[s.n - 1]))
		s.n--;
	return str_ends(s, close) ? (size_t)(s.p - line.p) + s.n : 0;
}

/*
 * The display formula whose first line starts at `at`: from *from up to the end of its closing mark, no empty
 * line between. 0 when there is none.
 */
static size_t display_end(struct str src, size_t at, size_t *from)
{
	char room[48];
	struct str rest = str_slice(src, at, src.n), line;
	if (!str_line(&rest, &line))
		return 0;
	struct md_margin m = md_margin(line);
	struct str text = str_slice(line, m.at, line.n);
	struct str close = display_close(text, room);
	if (close.n == 0)
		return 0;
	*from = at + m.at;
	size_t end = text.n > 2 ? closes_at(str_slice(text, 2, text.n), close) : 0;
	bool alone = str_find(text, close, 2) + (ptrdiff_t)close.n == (ptrdiff_t)end + 2;
	struct str inner = str_slice(text, 2, end + 2 - close.n);
	bool link = close.p[0] == '\\' && !has_formula_sign(inner);
	if (end > 0 && alone && !link && !is_prose(inner))
		return *from + 2 + end;
	if (str_find(text, close, 2) >= 0) /* of several in one line each is found by itself */
		return 0;
	for (int i = 0; i < MAX_DISPLAY && str_line(&rest, &line); i++) {
		text = str_trim(str_slice(line, skip_quotes(line, 0, m.quotes), line.n));
		if (text.n == 0 || str_starts(text, STR("```")) || str_starts(text, STR("~~~")))
			return 0;
		end = closes_at(line, close);
		if (end > 0)
			return (size_t)(line.p - src.p) + end;
	}
	return 0;
}

static bool has_sign(struct str s)
{
	return s.n > 0 && (memchr(s.p, '$', s.n) || memchr(s.p, '\\', s.n));
}

bool md_has_masks(struct str src)
{
	for (size_t i = next_control(src.p, 0, src.n); i < src.n;
		i = next_control(src.p, i + 1, src.n))
		if (is_mask(src.p[i]) || src.p[i] == MD_HOLD)
			return true;
	return false;
}

/* True when `line` can only go on with the paragraph of the line before. */
static bool goes_on(struct str line)
{
	struct md_margin m = md_margin(line);
	struct str s = str_trim(str_slice(line, m.at, line.n));
	return s.n > 0 && m.quotes == 0 && m.item == 0 && !md_among("#`~|=-", s.p[0]) &&
	       !memchr(s.p, '|', s.n);
}

/* The line at the start of src with those after it that an inline formula may go on in. */
static struct str with_more(struct str src, struct str line)
{
	struct str rest = src, next;
	if (memchr(line.p, '|', line.n) || !str_line(&rest, &next))
		return line;
	size_t n = line.n;
	for (int i = 1; i < MAX_INLINE && str_line(&rest, &next) && goes_on(next); i++)
		n = (size_t)(next.p - src.p) + next.n;
	return str_slice(src, 0, n);
}

bool md_mask(struct str src, struct buf *out)
{
	if (!has_sign(src) || md_has_masks(src))
		return false;
	bool any = false;
	struct str rest = src, line;
	buf_add(out, src);
	for (size_t at = 0; str_line(&rest, &line); at = src.n - rest.n) {
		if (!has_sign(line))
			continue;
		size_t from = at, end = display_end(src, at, &from);
		if (end > 0) {
			mask_formula(out->p, from, end, md_margin(line).quotes);
			any = true;
		} else {
			struct str more = with_more(str_slice(src, at, src.n), line);
			end = at + mask_line(out->p + at, more, line.n, &any);
		}
		if (end > at + line.n) /* the rest of the line in which it ended */
			rest = str_slice(src, end, src.n);
	}
	return any;
}
