/* str.c - slices and buffers of bytes. */
#include "hone/str.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* memcmp, but empty strs may have no address. */
static int bytes_cmp(const char *a, const char *b, size_t n)
{
	return n ? memcmp(a, b, n) : 0;
}

static bool bytes_caseeq(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (fold(a[i]) != fold(b[i]))
			return false;
	return true;
}

/* Room for n more bytes and the NUL. No sum overflows: both parts exist in memory. */
static void buf_room(struct buf *b, size_t n)
{
	size_t need = b->n + n + 1;
	if (need <= b->cap)
		return;
	size_t cap = b->cap ? b->cap * 2 : 64;
	if (cap < need)
		cap = need;
	b->p = xrealloc(b->p, cap, 1);
	b->cap = cap;
}

struct str str_of(const char *cstr)
{
	return (struct str){ cstr, cstr ? strlen(cstr) : 0 };
}

struct str buf_str(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && bytes_cmp(a.p, b.p, a.n) == 0;
}

bool str_caseeq(struct str a, struct str b)
{
	return a.n == b.n && bytes_caseeq(a.p, b.p, a.n);
}

int str_cmp(struct str a, struct str b)
{
	int order = bytes_cmp(a.p, b.p, a.n < b.n ? a.n : b.n);
	return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_casestarts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && bytes_caseeq(s.p, prefix.p, prefix.n);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix);
}

ptrdiff_t str_find(struct str s, struct str needle, size_t from)
{
	if (from > s.n || needle.n > s.n - from)
		return -1;
	if (needle.n == 0)
		return (ptrdiff_t)from;
	const char *last = s.p + (s.n - needle.n);
	for (const char *p = s.p + from; p <= last; p++) {
		p = memchr(p, needle.p[0], (size_t)(last - p) + 1);
		if (!p)
			return -1;
		if (memcmp(p, needle.p, needle.n) == 0)
			return p - s.p;
	}
	return -1;
}

ptrdiff_t str_casefind(struct str s, struct str needle, size_t from)
{
	if (from > s.n || needle.n > s.n - from)
		return -1;
	if (needle.n == 0)
		return (ptrdiff_t)from;
	char first = fold(needle.p[0]);
	for (size_t i = from; i <= s.n - needle.n; i++)
		if (fold(s.p[i]) == first && bytes_caseeq(s.p + i, needle.p, needle.n))
			return (ptrdiff_t)i;
	return -1;
}

struct str str_trim(struct str s)
{
	size_t from = 0, to = s.n;
	while (from < to && is_space(s.p[from]))
		from++;
	while (to > from && is_space(s.p[to - 1]))
		to--;
	return str_slice(s, from, to);
}

bool str_line(struct str *rest, struct str *line)
{
	if (rest->n == 0)
		return false;
	const char *newline = memchr(rest->p, '\n', rest->n);
	size_t n = newline ? (size_t)(newline - rest->p) : rest->n;
	bool crlf = newline && n > 0 && rest->p[n - 1] == '\r';
	*line = (struct str){ rest->p, n - crlf };
	size_t read = n + (newline != NULL);
	*rest = (struct str){ rest->p + read, rest->n - read };
	return true;
}

struct str str_word(struct str *rest)
{
	size_t n = 0;
	*rest = str_trim(*rest);
	while (n < rest->n && !is_space(rest->p[n]))
		n++;
	struct str word = str_slice(*rest, 0, n);
	*rest = str_slice(*rest, n, rest->n);
	return word;
}

bool str_number(struct str *s, int *value)
{
	size_t i = 0;
	int v = 0;
	for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++) {
		int digit = s->p[i] - '0';
		if (v > (INT_MAX - digit) / 10)
			return false;
		v = v * 10 + digit;
	}
	if (i == 0)
		return false;
	*value = v;
	*s = str_slice(*s, i, s->n);
	return true;
}

void buf_add(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	buf_room(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

void buf_addc(struct buf *b, char c)
{
	buf_room(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
	buf_room(b, 0);
	size_t room = b->cap - b->n;
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(b->p + b->n, room, fmt, args);
	va_end(args);
	if (n < 0)
		bug("cannot format \"%s\"", fmt);
	if ((size_t)n >= room) {
		buf_room(b, (size_t)n);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	b->n += (size_t)n;
}

const char *buf_cstr(const struct buf *b)
{
	return b->p ? b->p : "";
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->p)
		b->p[0] = '\0';
}

void buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
