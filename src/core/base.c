/* base.c - errors, the two ways the program dies, allocation and the hash. */
#include "hone/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 8 };

/* The one global that changes: whoever runs out of memory has no state to find the terminal by. */
static void (*fatal_restore)(void);

/* At most once, also when restoring fails in its turn. */
static void restore_terminal(void)
{
	void (*restore)(void) = fatal_restore;
	fatal_restore = NULL;
	if (restore)
		restore();
}

static _Noreturn void out_of_memory(void)
{
	restore_terminal();
	fputs("hone: out of memory\n", stderr);
	exit(EXIT_FAILURE);
}

/* At least 1: for 0 bytes the C library may return NULL, which is not told from failure. */
static size_t bytes_of(size_t count, size_t size)
{
	if (size && count > PTRDIFF_MAX / size)
		out_of_memory();
	return count && size ? count * size : 1;
}

/* The arguments may point into e->text, so the text is made beside it. */
PRINTF_LIKE(2, 0) static void set_text(struct err *e, const char *fmt, va_list args)
{
	char text[sizeof e->text];
	vsnprintf(text, sizeof text, fmt, args);
	memcpy(e->text, text, sizeof text);
}

bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	if (!e)
		return false;
	va_list args;
	va_start(args, fmt);
	set_text(e, fmt, args);
	va_end(args);
	e->kind = kind;
	return false;
}

bool err_under(struct err *e, const char *fmt, ...)
{
	if (!e)
		return false;
	struct err callee = *e;
	va_list args;
	va_start(args, fmt);
	set_text(e, fmt, args);
	va_end(args);
	size_t n = strlen(e->text);
	snprintf(e->text + n, sizeof e->text - n, ": %s", callee.text);
	return false;
}

void bug_at(const char *file, int line, const char *fmt, ...)
{
	restore_terminal();
	fprintf(stderr, "hone: a defect in hone at %s:%d: ", file, line);
	va_list args;
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}

void base_on_fatal(void (*restore)(void))
{
	fatal_restore = restore;
}

void *xcalloc(size_t count, size_t size)
{
	size_t n = bytes_of(count, size);
	void *p = calloc(n, 1);
	if (!p)
		out_of_memory();
	return p;
}

void *xrealloc(void *old, size_t count, size_t size)
{
	size_t n = bytes_of(count, size);
	void *p = realloc(old, n);
	if (!p)
		out_of_memory();
	return p;
}

void *array_room(void *array, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return array;
	size_t more = *cap ? *cap * 2 : FIRST_CAPACITY;
	array = xrealloc(array, more, size);
	*cap = more;
	return array;
}

enum { WORD = 8 };

/* Up to eight bytes, little-endian on every machine. */
static uint64_t word_of(const unsigned char *p, size_t n)
{
	uint64_t k = 0;
	memcpy(&k, p, n);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	k = __builtin_bswap64(k);
#endif
	return k;
}

uint64_t hash64(uint64_t seed, const void *bytes, size_t n)
{
	static const uint64_t m = UINT64_C(0xc6a4a7935bd1e995);
	enum { R = 47 };
	const unsigned char *p = bytes;
	uint64_t h = seed ^ (uint64_t)n * m;
	for (; n >= WORD; p += WORD, n -= WORD) {
		uint64_t k = word_of(p, WORD) * m;
		h = (h ^ (k ^ k >> R) * m) * m;
	}
	if (n)
		h = (h ^ word_of(p, n)) * m;
	h = (h ^ h >> R) * m;
	return h ^ h >> R;
}
