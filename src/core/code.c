/* code.c - the lexer: where a comment, a string, a number, a word ends. */
#include "code_lang.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A letter, as part of a word; bytes above ASCII are. */
static bool is_letter(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool has(const struct code_lang *l, unsigned trait)
{
	return (l->traits & trait) != 0;
}

static bool starts(struct str line, size_t at, const char *with)
{
	size_t n = with ? strlen(with) : 0;
	return n > 0 && line.n - at >= n && memcmp(line.p + at, with, n) == 0;
}

/* ---- what may run over several lines */

static size_t comment_end(
	const struct code_lang *l, struct code_state *s, struct str line, size_t at)
{
	while (at < line.n && s->comment > 0) {
		if (starts(line, at, l->close)) {
			s->comment--;
			at += strlen(l->close);
		} else if (has(l, CODE_NESTED) && starts(line, at, l->open)) {
			s->comment++;
			at += strlen(l->open);
		} else {
			at++;
		}
	}
	return at;
}

static bool repeats(struct str line, size_t at, char c, int times)
{
	int n = 0;
	while (n < times && at + (size_t)n < line.n && line.p[at + (size_t)n] == c)
		n++;
	return n == times;
}

static bool escapes(const struct code_lang *l, char quote)
{
	return !has(l, CODE_DOUBLED) && !(has(l, CODE_RAW_SINGLE) && quote == '\'') &&
	       !(has(l, CODE_RAW_TICK) && quote == '`');
}

static bool runs_on(const struct code_lang *l, const struct code_state *s)
{
	return s->quotes > 1 || s->quote == '`' || has(l, CODE_LONG_STRINGS);
}

/* Inside of a string. One that may not run over lines ends with its line. */
static size_t string_end(
	const struct code_lang *l, struct code_state *s, struct str line, size_t at)
{
	while (at < line.n) {
		if (line.p[at] == '\\' && escapes(l, s->quote)) {
			at += at + 1 < line.n ? 2 : 1;
		} else if (line.p[at] == s->quote && repeats(line, at, s->quote, s->quotes)) {
			at += (size_t)s->quotes;
			s->quote = 0;
			return at;
		} else {
			at++;
		}
	}
	bool carried = line.n > 0 && line.p[line.n - 1] == '\\' && escapes(l, s->quote);
	if (!runs_on(l, s) && !carried)
		s->quote = 0;
	return at;
}

/* ---- words */

static int compare(struct str word, const char *known)
{
	size_t n = strlen(known);
	int order = memcmp(word.p, known, word.n < n ? word.n : n);
	return order ? order : (word.n > n) - (word.n < n);
}

static bool is_keyword(const struct code_lang *l, struct str word)
{
	char folded[CODE_LONGEST];
	if (word.n > sizeof folded)
		return false;
	for (size_t i = 0; has(l, CODE_FOLDED) && i < word.n; i++) {
		char c = word.p[i];
		folded[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	if (has(l, CODE_FOLDED))
		word.p = folded;
	for (int low = 0, high = l->nword; low < high;) {
		int middle = low + (high - low) / 2;
		int order = compare(word, l->word[middle]);
		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static size_t word_end(struct str line, size_t at)
{
	while (at < line.n && (is_letter(line.p[at]) || is_digit(line.p[at])))
		at++;
	return at;
}

/* "0x1f", "1_000", "2.5e-3f"; a range "0..9" has two. */
static size_t number_end(struct str line, size_t at)
{
	bool hex = line.p[at] == '0' && at + 1 < line.n && (line.p[at + 1] | 0x20) == 'x';
	for (at++; at < line.n; at++) {
		char c = line.p[at], before = (char)(line.p[at - 1] | 0x20);
		bool sign = (c == '+' || c == '-') && before == 'e' && !hex;
		bool point = c == '.' && at + 1 < line.n && is_digit(line.p[at + 1]);
		if (!is_letter(c) && !is_digit(c) && !sign && !point)
			break;
	}
	return at;
}

/* "$x", "${x:-y}", "$1", "$?". */
static size_t variable_end(struct str line, size_t at)
{
	at++;
	if (at < line.n && line.p[at] == '{') {
		while (at < line.n && line.p[at] != '}')
			at++;
		return at < line.n ? at + 1 : at;
	}
	size_t end = word_end(line, at);
	return end == at && at < line.n && strchr("?!#@*$-", line.p[at]) ? at + 1 : end;
}

/* ---- what stands first in a line */

enum { MOST_INDENT = 256 }; /* asked for each word: keeps the cost linear */

static size_t first_of(struct str line)
{
	size_t at = 0;
	while (at < line.n && at < MOST_INDENT && is_blank(line.p[at]))
		at++;
	return at;
}

/* "name: value", "- name: value": where the name ends, or `at`. */
static size_t key_end(struct str line, size_t at)
{
	size_t from = first_of(line);
	while (from + 1 < line.n && line.p[from] == '-' && is_blank(line.p[from + 1])) {
		from++;
		while (from < line.n && is_blank(line.p[from]))
			from++;
	}
	if (at != from)
		return at;
	for (size_t i = at; i < line.n && line.p[i] != '#' && line.p[i] != '"' && line.p[i] != '{';
		i++)
		if (line.p[i] == ':' && (i + 1 == line.n || is_blank(line.p[i + 1])))
			return i;
	return at;
}

static bool before_colon(struct str line, size_t at)
{
	while (at < line.n && is_blank(line.p[at]))
		at++;
	return at < line.n && line.p[at] == ':';
}

static enum code_kind diff_line(struct str line)
{
	static const char *const head[] = { "@@", "diff ", "index ", "+++", "---" };
	for (size_t i = 0; i < LENGTH(head); i++)
		if (starts(line, 0, head[i]))
			return i == 0 ? CODE_NUMBER : CODE_COMMENT;
	return line.p[0] == '+' ? CODE_STRING : line.p[0] == '-' ? CODE_KEYWORD : CODE_PLAIN;
}

/* ---- one token */

static bool comment_starts(const struct code_lang *l, struct str line, size_t at)
{
	if (!starts(line, at, l->line))
		return false;
	return !has(l, CODE_HASH_APART) || at == 0 || is_blank(line.p[at - 1]) ||
	       line.p[at - 1] == ';';
}

/* "f'(x)", "it's": behind a word, and none comes that would close it. */
static bool is_prime(struct str line, size_t at)
{
	unsigned char before = at > 0 ? (unsigned char)line.p[at - 1] : ' ';
	bool word = is_letter((char)before) || is_digit((char)before) || before >= 0x80;
	return word && line.p[at] == '\'' && !memchr(line.p + at + 1, '\'', line.n - at - 1);
}

/* A lifetime or a label is no character: 'a without a quote after it. */
static bool opens_string(const struct code_lang *l, struct str line, size_t at)
{
	char c = line.p[at];
	if (!c || !strchr(l->quotes, c) || is_prime(line, at))
		return false;
	if (c != '\'' || !has(l, CODE_CHARACTERS))
		return true;
	return at + 2 < line.n && (line.p[at + 1] == '\\' || line.p[at + 2] == '\'' ||
					  (unsigned char)line.p[at + 1] >= 0x80);
}

static size_t take_string(const struct code_lang *l, struct code_state *s, struct str line,
	size_t at, enum code_kind *kind)
{
	bool triple = has(l, CODE_TRIPLE) && repeats(line, at, line.p[at], 3);
	s->quote = line.p[at];
	s->quotes = triple ? 3 : 1;
	size_t end = string_end(l, s, line, at + (size_t)s->quotes);
	*kind = has(l, CODE_KEYS) && before_colon(line, end) ? CODE_KEYWORD : CODE_STRING;
	return end;
}

/* A word behind '#' or '@' that the language reads as one of its own. */
static size_t marked_word(const struct code_lang *l, struct str line, size_t at)
{
	bool directive = line.p[at] == '#' && has(l, CODE_DIRECTIVES) && at == first_of(line);
	bool decorator = line.p[at] == '@' && has(l, CODE_DECORATORS);
	size_t from = at + 1;
	while (directive && from < line.n && is_blank(line.p[from]))
		from++;
	return directive || decorator ? word_end(line, from) : at;
}

/* Outside of comments and strings. */
static size_t fresh_token(const struct code_lang *l, struct code_state *s, struct str line,
	size_t at, enum code_kind *kind)
{
	size_t end;
	char c = line.p[at];
	*kind = CODE_PLAIN;
	for (end = at; end < line.n && is_blank(line.p[end]);)
		end++;
	if (end > at)
		return end;
	*kind = CODE_KEYWORD;
	if (has(l, CODE_KEYS) && (end = key_end(line, at)) > at)
		return end;
	if ((end = marked_word(l, line, at)) > at)
		return end;
	if (is_letter(c)) {
		end = word_end(line, at);
		*kind = is_keyword(l, str_slice(line, at, end)) ? CODE_KEYWORD : CODE_PLAIN;
		return end;
	}
	*kind = CODE_NUMBER;
	if (is_digit(c))
		return number_end(line, at);
	if (c == '$' && has(l, CODE_VARIABLES))
		return variable_end(line, at);
	*kind = CODE_COMMENT;
	if (comment_starts(l, line, at))
		return line.n;
	if (starts(line, at, l->open)) {
		s->comment = 1;
		return comment_end(l, s, line, at + strlen(l->open));
	}
	if (opens_string(l, line, at))
		return take_string(l, s, line, at, kind);
	*kind = CODE_PLAIN;
	return at + 1;
}

static size_t token(const struct code_lang *l, struct code_state *s, struct str line, size_t at,
	enum code_kind *kind)
{
	if (s->comment > 0) {
		*kind = CODE_COMMENT;
		return comment_end(l, s, line, at);
	}
	if (s->quote) {
		*kind = CODE_STRING;
		return string_end(l, s, line, at);
	}
	return fresh_token(l, s, line, at, kind);
}

bool code_next(const struct code_lang *lang, struct code_state *state, struct str line, size_t *at,
	struct code_piece *piece)
{
	size_t from = *at;
	*piece = (struct code_piece){ CODE_PLAIN, { line.p + from, 0 } };
	if (from >= line.n)
		return false;
	if (has(lang, CODE_WHOLE_LINES)) {
		piece->kind = diff_line(line);
		*at = line.n;
	}
	while (*at < line.n && piece->kind == CODE_PLAIN) {
		struct code_state before = *state;
		enum code_kind kind;
		size_t end = token(lang, state, line, *at, &kind);
		if (kind != CODE_PLAIN && *at > from) {
			*state = before; /* it is the next piece */
			break;
		}
		piece->kind = kind;
		*at = end;
	}
	piece->text = str_slice(line, from, *at);
	return true;
}
