/* tex_hold.c - at which blanks the line of a formula may be wrapped. */
#include "tex_priv.h"

#include "hone/text.h"

enum {
	SHORT = 12,        /* columns of a formula that stays whole */
	SHORT_BRACKET = 24 /* of brackets that do, with what is in them */
};

/* What stands between two blanks, or between one and an end. */
static struct str token_from(struct str line, size_t from)
{
	size_t to = from;
	while (to < line.n && line.p[to] != ' ')
		to++;
	return str_slice(line, from, to);
}

static struct str token_before(struct str line, size_t to)
{
	size_t from = to;
	while (from > 0 && line.p[from - 1] != ' ')
		from--;
	return str_slice(line, from, to);
}

static bool is_among(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n && s.n <= 3; i++)
		if (str_eq(s, str_of(list[i])))
			return true;
	return false;
}

/* Factors stay together. */
static bool is_product(struct str s)
{
	static const char *const signs[] = { "⋅", "×", "*", "∘", "÷" };
	return is_among(s, signs, LENGTH(signs));
}

static bool is_operator(struct str s)
{
	static const char *const more[] = { "=", "<", ">", ":=", "+", "−", "*", "|", "mod" };
	if (is_among(s, more, LENGTH(more)))
		return true;
	/* The table is gone through only for what may be one: a character of its own, no letter of Greek. */
	bool may = s.n > 1 && s.n < 4 && ((unsigned char)s.p[0] >= 0xe2 || s.p[0] == '\xc2');
	const struct tex_symbol *sign = may ? tex_sign(s) : NULL;
	return sign && (sign->class == TEX_BIN || sign->class == TEX_REL);
}

/* A word of a text; names of functions stay with what they are of. */
static bool is_word(struct str s)
{
	while (s.n > 0 && strchr(".,;:", s.p[s.n - 1]))
		s.n--;
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z')))
			return false;
	return s.n > 1;
}

/* The blanks [from, to) are a place to wrap the line, as far as their neighbours go. */
static bool is_place(struct str line, size_t from, size_t to)
{
	struct str before = token_before(line, from), after = token_from(line, to);
	if (is_operator(after) || is_product(before))
		return false;
	bool stop = before.n > 0 && strchr(",;:", before.p[before.n - 1]);
	return to - from > 1 || stop || is_operator(before) || (is_word(before) && is_word(after));
}

static void hold_all(char *p, size_t from, size_t to, char hold)
{
	for (size_t i = from; i < to; i++)
		if (p[i] == ' ')
			p[i] = hold;
}

/* +1 where a bracket of a pair opens, -1 where one closes. */
static int bracket_at(struct str s)
{
	static const char *const opens[] = { "(", "[", "{", "⟨", "⌊", "⌈" };
	static const char *const closes[] = { ")", "]", "}", "⟩", "⌋", "⌉" };
	if (s.p[0] != '\xe2' && !strchr("()[]{}", s.p[0])) /* most are none */
		return 0;
	for (size_t i = 0; i < LENGTH(opens); i++) {
		if (str_starts(s, str_of(opens[i])))
			return 1;
		if (str_starts(s, str_of(closes[i])))
			return -1;
	}
	return 0;
}

static void hold_brackets(char *p, struct str line, char hold)
{
	struct {
		size_t at;
		int col;
	} open[TEX_DEPTH];
	int n = 0, col = 0; /* a mark counts as a column: it hardly matters */
	for (size_t i = 0; i < line.n; i++) {
		col += ((unsigned char)line.p[i] & 0xc0) != 0x80;
		int what = bracket_at(str_slice(line, i, line.n));
		if (what > 0 && n < TEX_DEPTH) {
			open[n].at = i;
			open[n++].col = col;
		} else if (what < 0 && n > 0 && col - open[--n].col < SHORT_BRACKET) {
			hold_all(p, open[n].at, i, hold);
		}
	}
}

struct str tex_hold(struct str line, char hold, struct arena *a)
{
	if (line.n == 0)
		return line;
	char *p = arena_alloc(a, line.n, 1);
	memcpy(p, line.p, line.n);
	if (text_cols(line) <= SHORT)
		hold_all(p, 0, line.n, hold);
	hold_brackets(p, line, hold);
	for (size_t i = 0, to; i < line.n; i = to) {
		for (to = i + 1; line.p[i] == ' ' && to < line.n && line.p[to] == ' ';)
			to++;
		if (line.p[i] == ' ' && !is_place(line, i, to))
			hold_all(p, i, to, hold);
	}
	return (struct str){ p, line.n };
}
