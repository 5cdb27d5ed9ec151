/* md_text.c - what can be told of markdown line by line: fences, headings, table rows, words. */
#include "hone/md.h"

#include <string.h>

#include <utf8proc.h>

#include "hone/text.h"
#include "md_priv.h"

/* Longer backtick runs open no code here: keeps one line's cost linear. */
enum { MAX_CODE_RUN = 16 };

size_t md_run_length(struct str s, size_t at)
{
	size_t i = at;
	while (i < s.n && s.p[i] == s.p[at])
		i++;
	return i - at;
}

static int skip_blanks(struct str s, size_t *at, int cols)
{
	for (; *at < s.n && (s.p[*at] == ' ' || s.p[*at] == '\t'); ++*at)
		cols += s.p[*at] == '\t' ? 4 - cols % 4 : 1;
	return cols;
}

/* The length of a list marker at `at`, with a blank or the line's end after it; else 0. */
static size_t list_marker(struct str s, size_t at)
{
	size_t i = at;
	if (i < s.n && (s.p[i] == '-' || s.p[i] == '*' || s.p[i] == '+')) {
		i++;
	} else {
		while (i < s.n && i - at < 9 && md_digit(s.p[i]))
			i++;
		if (i == at || i == s.n || (s.p[i] != '.' && s.p[i] != ')'))
			return 0;
		i++;
	}
	return i == s.n || md_blank(s.p[i]) ? i - at : 0;
}

struct md_margin md_margin(struct str s)
{
	struct md_margin m = { 0 };
	for (;;) {
		m.cols = skip_blanks(s, &m.at, m.cols);
		size_t marker;
		if (m.at < s.n && s.p[m.at] == '>') {
			m.at++;
			m.cols++;
			m.quotes++;
		} else if ((marker = list_marker(s, m.at)) > 0) {
			m.at += marker;
			m.item = m.cols + (int)marker + 1;
			m.cols += (int)marker;
		} else {
			return m;
		}
	}
}

/* The length of the fence at `at` that may open a code block, else 0. */
static size_t fence_at(struct str s, size_t at)
{
	if (at >= s.n || (s.p[at] != '`' && s.p[at] != '~'))
		return 0;
	size_t n = md_run_length(s, at);
	if (n < 3)
		return 0;
	bool inline_code = s.p[at] == '`' && memchr(s.p + at + n, '`', s.n - at - n);
	return inline_code ? 0 : n;
}

static bool fence_closes(const struct md_fence *f, struct str line, size_t at)
{
	if (at >= line.n || line.p[at] != f->mark)
		return false;
	size_t n = md_run_length(line, at);
	return n >= f->length && str_trim(str_slice(line, at + n, line.n)).n == 0;
}

/* Inside a fence: true while the block quote or list item that holds it goes on. */
static bool fence_holds(const struct md_fence *f, struct str line, size_t *at)
{
	int cols = skip_blanks(line, at, 0);
	for (int i = 0; i < f->quotes; i++) {
		if (*at == line.n || line.p[*at] != '>')
			return false;
		++*at;
		cols = skip_blanks(line, at, cols + 1);
	}
	return *at == line.n || md_blank(line.p[*at]) || cols >= f->inside;
}

/* A line that begins so stands in no list or quote and opens nothing: most lines of a text. */
static bool begins_plain(struct str line)
{
	return line.n == 0 || (line.p[0] > '>' && line.p[0] != '`' && line.p[0] != '~');
}

bool md_fence_line(struct md_fence *f, struct str line)
{
	size_t at = 0;
	if (!f->mark && f->item == 0 && begins_plain(line))
		return false;
	if (f->mark && fence_holds(f, line, &at)) {
		if (fence_closes(f, line, at))
			f->mark = 0;
		return true;
	}
	f->mark = 0;
	struct md_margin m = md_margin(line);
	if (str_slice(line, m.at, line.n).n == 0 && m.item == 0)
		return false;
	int item = m.item ? m.item : f->item;
	size_t n = fence_at(line, m.at);
	/* Four columns more than the list item is indented code, not a fence. */
	if (n > 0 && m.cols < item + m.quotes * 2 + 4) {
		f->mark = line.p[m.at];
		f->length = n;
		f->quotes = m.quotes;
		f->inside = m.cols >= item ? item : 0;
	}
	f->item = m.item ? m.item : m.cols < f->item ? m.cols : f->item;
	return f->mark != 0;
}

int md_heading_line(struct str line, struct str *text)
{
	size_t at = 0;
	while (at < line.n && at < 4 && line.p[at] == ' ')
		at++;
	if (at > 3 || at == line.n || line.p[at] != '#')
		return 0;
	size_t level = md_run_length(line, at);
	at += level;
	if (level > 6 || (at < line.n && !md_blank(line.p[at])))
		return 0;
	struct str s = str_trim(str_slice(line, at, line.n));
	size_t n = s.n;
	while (n > 0 && s.p[n - 1] == '#')
		n--;
	if (n == 0 || md_blank(s.p[n - 1])) /* a closing run stands apart */
		s.n = n;
	*text = str_trim(s);
	return (int)level;
}

size_t md_code_end(struct str s, size_t at)
{
	size_t n = md_run_length(s, at);
	if (n > MAX_CODE_RUN)
		return at;
	for (size_t i = at + n; i < s.n;) {
		const char *tick = memchr(s.p + i, '`', s.n - i);
		if (!tick)
			return at;
		i = (size_t)(tick - s.p);
		size_t m = md_run_length(s, i);
		i += m;
		if (m == n)
			return i;
	}
	return at;
}

/* The first unescaped pipe outside code at or after `at`, or s.n. */
static size_t next_pipe(struct str s, size_t at)
{
	static const bool matters[256] = { ['|'] = true, ['\\'] = true, ['`'] = true };
	for (;;) {
		while (at < s.n && !matters[(unsigned char)s.p[at]])
			at++;
		if (at >= s.n || s.p[at] == '|')
			return at;
		if (s.p[at] == '\\') {
			at += at + 1 < s.n ? 2 : 1;
		} else {
			size_t end = md_code_end(s, at);
			at = end > at ? end : at + md_run_length(s, at);
		}
	}
}

int md_table_cells(struct str line, struct str *cell, int max)
{
	struct str s = str_trim(line);
	size_t at = next_pipe(s, 0);
	if (at == s.n)
		return 0;
	size_t from = at == 0 ? 1 : 0;
	int n = 0;
	do {
		at = next_pipe(s, from);
		if (n < max)
			cell[n++] = str_trim(str_slice(s, from, at));
		from = at + 1;
	} while (from < s.n);
	return n;
}

bool md_table_row(struct str line)
{
	return next_pipe(line, 0) < line.n;
}

bool md_table_rule(struct str line)
{
	struct str s = str_trim(line);
	if (s.n == 0 || !memchr(s.p, '|', s.n))
		return false;
	size_t i = s.p[0] == '|' ? 1 : 0, at = i;
	while (at < s.n) {
		for (; i < s.n && s.p[i] != '|'; i++)
			if (s.p[i] != '-' && s.p[i] != ':' && !md_blank(s.p[i]))
				return false;
		struct str c = str_trim(str_slice(s, at, i));
		if (c.n > 0 && c.p[0] == ':')
			c = str_slice(c, 1, c.n);
		if (c.n > 0 && c.p[c.n - 1] == ':')
			c.n--;
		if (c.n == 0 || c.p[0] != '-' || md_run_length(c, 0) != c.n)
			return false;
		at = ++i;
	}
	return s.n > 1;
}

/* Of each ASCII character: 1 for a letter or digit, 2 for a blank, else 0. */
static const char word_kinds[] = "\0\0\0\0\0\0\0\0\0\2\2\0\0\2\0\0"
				 "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				 "\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				 "\1\1\1\1\1\1\1\1\1\1\0\0\0\0\0\0"
				 "\0\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1"
				 "\1\1\1\1\1\1\1\1\1\1\1\0\0\0\0\0"
				 "\0\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1"
				 "\1\1\1\1\1\1\1\1\1\1\1\0\0\0\0\0";
_Static_assert(sizeof word_kinds == 128 + 1, "one entry for each ASCII character");

/*
 * Words in the ASCII at the start of *s, which is passed. *inside: a letter or digit was there since the last
 * blank. No branch for each character: the end of a word comes unforeseen, and there are many.
 */
static int ascii_words(struct str *s, bool *inside)
{
	const unsigned char *p = (const unsigned char *)s->p, *end = p + s->n;
	unsigned in = *inside, n = 0;
	for (; p < end && *p < 0x80; p++) {
		unsigned kind = (unsigned char)word_kinds[*p];
		n += kind & ~in & 1;
		in = (in | kind) & ~(kind >> 1);
	}
	*s = (struct str){ (const char *)p, (size_t)(end - p) };
	*inside = in & 1;
	return (int)n;
}

/* Is the character that is no ASCII at the front of *s a letter or digit? It is passed. */
static bool word_char(struct str *s)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)text_decode(s));
	return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
	       (k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO);
}

int md_words(struct str src)
{
	int n = 0;
	bool inside = false;
	while (src.n) {
		n += ascii_words(&src, &inside);
		if (src.n && word_char(&src)) {
			n += !inside;
			inside = true;
		}
	}
	return n;
}

/* "key: value", as front matter has it. */
static bool key_line(struct str line)
{
	ptrdiff_t colon = str_find(line, STR(":"), 0);
	for (ptrdiff_t i = 0; i < colon; i++)
		if (!md_letter(line.p[i]) && !md_digit(line.p[i]) && line.p[i] != '_' &&
			line.p[i] != '-')
			return false;
	return colon > 0;
}

static bool front_mark(struct str line)
{
	return str_starts(line, STR("---")) && str_trim(line).n == 3;
}

size_t md_front(struct str src)
{
	struct str rest = src, line;
	if (!str_line(&rest, &line) || !front_mark(line))
		return 0;
	if (!str_line(&rest, &line) || !key_line(line))
		return 0;
	while (str_line(&rest, &line) && str_trim(line).n > 0)
		if (front_mark(line))
			return src.n - rest.n;
	return 0;
}
