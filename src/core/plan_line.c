/* plan_line.c - the shape of a plan's lines: bullets, boxes, rules, and how words are found in them. */
#include "plan_line.h"

#include <string.h>

#include "hone/md.h"
#include "hone/text.h"

static const struct str range_marks[] = { STR_INIT("-"), STR_INIT("–"), STR_INIT("—"),
	STR_INIT("~"), STR_INIT("～"), STR_INIT("&"), STR_INIT("to "), STR_INIT("and "),
	STR_INIT("bis "), STR_INIT("à "), STR_INIT("au "), STR_INIT("al "), STR_INIT("〜"),
	STR_INIT("至"), STR_INIT("到"), STR_INIT("から") };
static const struct str wide_separators[] = { STR_INIT("–"), STR_INIT("—"), STR_INIT("："),
	STR_INIT("·"), STR_INIT("・"), STR_INIT("、"), STR_INIT("，"), STR_INIT("　") };

bool plan_symbol(uint32_t cp)
{
	return (cp >= 0x2000 && cp <= 0x2bff) || (cp >= 0x3000 && cp <= 0x303f) ||
	       (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0xff00 && cp <= 0xff0f) || cp == 0xff1a ||
	       (cp >= 0x1f000 && cp <= 0x1faff) || cp == 0xa0 || cp == 0xb7;
}

/* Most rows of a table fail on the first letter, in either case: no call for those. */
static bool starts_with(struct str s, struct str word)
{
	return s.n >= word.n && ((*s.p ^ *word.p) & ~0x20) == 0 &&
	       (word.n == 1 || ((s.p[1] ^ word.p[1]) & ~0x20) == 0) && str_casestarts(s, word);
}

static bool skip_one(struct str *s, const struct str *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!starts_with(*s, list[i]))
			continue;
		*s = plan_after(*s, list[i].n);
		return true;
	}
	return false;
}

void plan_skip_spaces(struct str *s)
{
	while (s->n && (*s->p == ' ' || *s->p == '\t'))
		*s = plan_after(*s, 1);
}

void plan_skip_separators(struct str *s)
{
	static const char thin[] = { ' ', '\t', ':', '-', '.', ',', '|' };
	while (s->n) {
		if (memchr(thin, *s->p, sizeof thin))
			*s = plan_after(*s, 1);
		else if ((unsigned char)*s->p < 0x80 ||
			 !skip_one(s, wide_separators, LENGTH(wide_separators)))
			return;
	}
}

bool plan_skip_range(struct str *s)
{
	plan_skip_spaces(s);
	/* Most of what follows a number is no range: the letters of the words are asked first. */
	unsigned char c = s->n ? (unsigned char)*s->p : 0;
	if (c < 0x80 && (!c || !strchr("-~&tTaAbB", c)))
		return false;
	if (!skip_one(s, range_marks, LENGTH(range_marks)))
		return false;
	plan_skip_spaces(s);
	return true;
}

const struct plan_word *plan_word_at(struct str s, const struct plan_word *table, size_t n)
{
	/* Names are in lower case; the first byte tells most of them apart. */
	char first = s.n == 0 ? '\0' : *s.p >= 'A' && *s.p <= 'Z' ? (char)(*s.p | 0x20) : *s.p;
	for (size_t i = 0; i < n; i++) {
		if (*table[i].name.p == first && starts_with(s, table[i].name))
			return &table[i];
	}
	return NULL;
}

/* Small letter of the Latin (with accents of Western Europe) and the Cyrillic alphabet. */
static uint32_t small(uint32_t cp)
{
	if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xc0 && cp <= 0xde && cp != 0xd7) ||
		(cp >= 0x410 && cp <= 0x42f))
		return cp + 0x20;
	return cp >= 0x400 && cp <= 0x40f ? cp + 0x50 : cp;
}

/* A letter of an alphabet, that is of words that end somewhere. */
static bool spelled(uint32_t cp)
{
	return (cp < 0x80 ? plan_alpha((char)cp) : cp >= 0xc0 && cp < 0x530) && cp != 0xd7;
}

static uint32_t next_small(struct str *s)
{
	unsigned char c = (unsigned char)*s->p;
	if (c >= 0x80)
		return small(text_decode(s));
	*s = plan_after(*s, 1);
	return c >= 'A' && c <= 'Z' ? c | 0x20u : c;
}

/* How many bytes at the start of both are ASCII and the same letters; 0 when they differ there. */
static size_t spells_ascii(struct str s, struct str word)
{
	size_t i = 0;
	for (; i < word.n && (unsigned char)word.p[i] < 0x80; i++) {
		char c = i < s.n ? s.p[i] : 0;
		if (c != word.p[i] && (c < 'A' || c > 'Z' || (c | 0x20) != word.p[i]))
			return 0;
	}
	return i;
}

/* The bytes of s that spell the word, 0 when it does not start with it. */
static size_t spells(struct str s, struct str word, bool whole)
{
	size_t i = spells_ascii(s, word);
	if (i == 0 && (unsigned char)*word.p < 0x80)
		return 0;
	struct str t = plan_after(s, i), rest = plan_after(word, i);
	uint32_t last = i ? (unsigned char)word.p[i - 1] : 0;
	while (rest.n) {
		if (!t.n || next_small(&t) != (last = next_small(&rest)))
			return 0;
	}
	size_t n = s.n - t.n;
	return whole && t.n && spelled(last) && spelled(next_small(&t)) ? 0 : n;
}

static const struct plan_word *find_lettered(
	struct str s, const struct plan_word *w, bool whole, size_t *n)
{
	char second = s.n > 1 ? s.p[1] | 0x20 : 0, third = s.n > 2 ? s.p[2] | 0x20 : 0;
	for (; w->name.n; w++) {
		if ((w->name.p[1] | 0x20) != second
				? w->name.n > 1
				: w->name.n > 2 && (w->name.p[2] | 0x20) != third)
			continue;
		*n = spells(s, w->name, whole);
		if (*n)
			return w;
	}
	return NULL;
}

/* The first bytes tell most apart; those of the two halves of the Cyrillic alphabet fold. */
static bool may_spell(struct str s, struct str word)
{
	unsigned char c = (unsigned char)*s.p, w = (unsigned char)*word.p;
	if (c == 0xd0 || c == 0xd1)
		return w == 0xd0 || w == 0xd1;
	return c == w && (c < 0xe0 || (s.n > 1 && s.p[1] == word.p[1]));
}

static const struct plan_word *find_wide(
	struct str s, const struct plan_word *w, bool whole, size_t *n)
{
	for (; w && w->name.n; w++) {
		*n = may_spell(s, w->name) ? spells(s, w->name, whole) : 0;
		if (*n)
			return w;
	}
	return NULL;
}

const struct plan_word *plan_find_among(
	struct str s, const struct plan_word *words, bool whole, size_t *n)
{
	return plan_alpha(*s.p) ? find_lettered(s, words, whole, n) : find_wide(s, words, whole, n);
}

const struct plan_word *plan_term_at(
	struct str s, const struct plan_word *table, size_t rows, size_t *n)
{
	bool ascii = s.n && (unsigned char)*s.p < 0x80;
	for (size_t i = 0; s.n && i < rows; i++) {
		/* Most differ in the first letter. */
		if (ascii && ((*s.p ^ *table[i].name.p) & ~0x20))
			continue;
		*n = spells(s, table[i].name, true);
		if (*n)
			return &table[i];
	}
	return NULL;
}

struct str plan_plain(struct str raw, struct arena *a)
{
	char *out = arena_alloc(a, raw.n + 1, 1);
	size_t n = 0;
	for (size_t i = 0; i < raw.n; i++) {
		char c = raw.p[i];
		bool mark = c > ' ' && !plan_alnum(c);
		if (mark && c == '*' && i + 1 < raw.n && raw.p[i + 1] == '*')
			i++;
		else if (mark && strchr("*[`_\\&<~", c))
			return md_plain(raw, a);
		else
			out[n++] = c;
	}
	return (struct str){ out, n };
}

struct str plan_skip_decoration(struct str s)
{
	while (s.n) {
		struct str t = s;
		uint32_t cp = (unsigned char)*s.p;
		if (cp < 0x80)
			t = plan_after(s, 1);
		else
			cp = text_decode(&t);
		if (cp < 0x80 ? plan_alnum((char)cp) : !plan_symbol(cp))
			return s;
		s = t;
	}
	return s;
}

bool plan_word_follows(struct str s)
{
	if (s.n == 0)
		return false;
	unsigned char c = (unsigned char)*s.p;
	if (c < 0x80)
		return plan_alnum(*s.p) || c == '\'';
	uint32_t cp = text_decode(&s);
	return !plan_symbol(cp) || cp == 0x2019;
}

char plan_char_before(struct str s, size_t at)
{
	static const struct plan_word wide[] = {
		{ STR_INIT("（"), '(' },
		{ STR_INIT("【"), '[' },
		{ STR_INIT("："), ':' },
		{ STR_INIT("–"), '-' },
		{ STR_INIT("—"), '-' },
	};
	while (at > 0 && (s.p[at - 1] == ' ' || s.p[at - 1] == '*'))
		at--;
	if (at == 0)
		return 0;
	if ((unsigned char)s.p[at - 1] < 0x80 || at < 3)
		return s.p[at - 1];
	const struct plan_word *w = plan_word_at(str_slice(s, at - 3, at), wide, LENGTH(wide));
	return w ? (char)w->value : s.p[at - 1];
}

bool plan_bold_line(struct str line, struct str *text)
{
	size_t i = 0;
	while (i < line.n && i < 16 && ((unsigned char)line.p[i] >= 0x80 || line.p[i] == ' '))
		i++;
	*text = plan_after(line, i);
	return str_starts(*text, STR("**")) || str_starts(*text, STR("__"));
}

bool plan_rule(struct str s)
{
	size_t marks = 0;
	if (s.n < 3 || (*s.p != '-' && *s.p != '*' && *s.p != '_'))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == s.p[0])
			marks++;
		else if (s.p[i] != ' ' && s.p[i] != '\t')
			return false;
	}
	return marks >= 3;
}

bool plan_bullet(struct str *s)
{
	size_t i = 0;
	while (i < s->n && i < 9 && plan_digit(s->p[i]))
		i++;
	if (i == s->n)
		return false;
	char c = s->p[i];
	if (i ? c != '.' && c != ')' : c != '-' && c != '*' && c != '+')
		return false;
	i++;
	if (i < s->n && s->p[i] != ' ' && s->p[i] != '\t')
		return false;
	*s = plan_after(*s, i);
	plan_skip_spaces(s);
	return true;
}

bool plan_box(struct str s, bool *done, struct str *text)
{
	if (s.n < 5 || s.p[0] != '[' || s.p[2] != ']' || (s.p[3] != ' ' && s.p[3] != '\t'))
		return false;
	char c = s.p[1];
	if (c != ' ' && c != 'x' && c != 'X')
		return false;
	*done = c != ' ';
	*text = str_trim(plan_after(s, 4));
	return text->n > 0;
}
