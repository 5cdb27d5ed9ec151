/*
 * text.h - UTF-8 as columns on a terminal: decoding, clusters, width, sanitising.
 *
 * Every byte of user text that reaches a terminal, through a canvas or on stdout, has passed this
 * module. What comes out of it cannot act: control characters become pictures (U+2400 and on), bidi
 * overrides and other invisible format characters vanish, a bad byte becomes U+FFFD, variation
 * selectors and joined emoji are reduced to what terminals agree on. Pure.
 */
#ifndef HONE_TEXT_H
#define HONE_TEXT_H

#include "hone/str.h"

enum { TEXT_MARKS = 4 }; /* combining marks kept in a cell */
enum { TEXT_REPLACEMENT = 0xFFFD };

/* What one cell (or two, for wide characters) shows. */
struct cluster {
	uint32_t base;             /* a printable code point */
	uint32_t mark[TEXT_MARKS]; /* combining marks, 0 after the last */
	int cols;                  /* 1 or 2 */
};

/*
 * Decode one code point and advance *s past it. A bad byte (RFC 3629: overlong, surrogate, lone
 * continuation, above U+10FFFF, cut short) gives U+FFFD and advances by one. *s must not be empty.
 */
uint32_t text_decode(struct str *s);

/* Append the UTF-8 of `cp`; surrogates and values above U+10FFFF append U+FFFD. */
void text_encode(struct buf *out, uint32_t cp);

/*
 * The next thing to show: skips what is invisible, fills *c, advances *s. False at the end. A tab
 * comes out as one space (callers that know the column expand tabs before).
 */
bool text_next(struct str *s, struct cluster *c);

/* Columns that s takes on one line. */
int text_cols(struct str s);

/*
 * Bytes of printable ASCII, blanks among them, at the start of s; at most `most` are counted. As many columns,
 * unless a combining mark follows the last one.
 */
size_t text_plain(struct str s, size_t most);

/* The longest prefix of whole clusters within `cols` columns; its width in *used (may be NULL). */
struct str text_prefix(struct str s, int cols, int *used);

/* Bytes of s that are not valid UTF-8. */
size_t text_bad_bytes(struct str s);

/*
 * One line's share of s, for wrapping at `cols` columns (at least 1): cut after the last white space
 * that fits, or inside a word longer than a line. Advances *s past it and the spaces after it. False
 * at the end. A newline in s is white space here.
 */
bool text_wrap(struct str *s, int cols, struct str *line);

/* Append s as text_next() shows it: for a terminal that is not a canvas. Newlines stay, tabs too. */
void text_sanitize(struct buf *out, struct str s);

/*
 * The ASCII that stands for cp where the terminal has nothing better: a letter without its accent,
 * '>' for an arrow, '-' and '|' for lines, '*' for bullets, '?' otherwise.
 */
char text_ascii(uint32_t cp);

/*
 * Append s case-folded and with white space runs collapsed to one space, ends trimmed, punctuation
 * and markdown emphasis marks (* _ `) dropped: the form in which questions and names are compared.
 */
void text_normalize(struct buf *out, struct str s);

/*
 * What is left of a character where neither case nor accents count: small letters, how many of them;
 * none of an accent that stands by itself. Of what is no letter itself.
 */
enum { TEXT_FOLD = 4 };
size_t text_fold(uint32_t cp, uint32_t out[static TEXT_FOLD]);

/* A letter or a digit of any script. */
bool text_is_word(uint32_t cp);
bool text_is_capital(uint32_t cp);

/* The library behind it, with its version: for reports. */
const char *text_engine(void);

#endif
