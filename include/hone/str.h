/*
 * str.h - borrowed slices and owned buffers of bytes.
 *
 * A `struct str` borrows bytes that live elsewhere and need not end in NUL; it is passed by value. A
 * `struct buf` owns its bytes and keeps a NUL after them, so that b.p is a C string once something
 * was added (and "" through buf_cstr() before). A zero value of either is empty and valid.
 */
#ifndef HONE_STR_H
#define HONE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "hone/base.h"

struct str {
	const char *p;
	size_t n;
};

struct buf {
	char *p;
	size_t n, cap;
};

/* What one byte range of a text becomes. */
struct patch {
	size_t at, length;
	struct str text; /* what stands there afterwards */
};

/* A str of a string literal; STR_INIT is for initialisers of static tables. */
#define STR_INIT(literal)                                                                          \
	{                                                                                          \
		"" literal, sizeof(literal) - 1                                                    \
	}
#define STR(literal) ((struct str)STR_INIT(literal))
/* For printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).n, (s).p ? (s).p : ""

struct str str_of(const char *cstr); /* NULL gives the empty str */
struct str buf_str(const struct buf *b);

bool str_eq(struct str a, struct str b);
bool str_caseeq(struct str a, struct str b); /* ASCII letters fold */
int str_cmp(struct str a, struct str b);     /* bytewise, as memcmp */
static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}
bool str_casestarts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Offset of the first occurrence of `needle` at or after `from`, or -1. str_casefind folds ASCII. */
ptrdiff_t str_find(struct str s, struct str needle, size_t from);
ptrdiff_t str_casefind(struct str s, struct str needle, size_t from);

/* The part from `from` up to `to`, both clipped to the str. */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){ from ? s.p + from : s.p, to - from };
}

/* Without ASCII white space at both ends (space, \t, \r, \n, \f, \v). */
struct str str_trim(struct str s);

/*
 * Cut the first line off *rest: returns it without its "\n" or "\r\n". False once nothing is left. A
 * last line without a newline is a line.
 */
bool str_line(struct str *rest, struct str *line);

/* Cut the first word off *rest, words being parted by ASCII white space; empty once nothing is left. */
struct str str_word(struct str *rest);

/*
 * A decimal number at the start of *s: advances *s past it. False (and nothing changed) when there is
 * none or it does not fit an int.
 */
bool str_number(struct str *s, int *value);

void buf_add(struct buf *b, struct str s);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
const char *buf_cstr(const struct buf *b);
void buf_clear(struct buf *b);   /* empty, the memory kept */
void buf_release(struct buf *b); /* memory given back; the buf is valid and empty */

#endif
