/*
 * arena.h - memory that is given back all at once.
 *
 * What a parser finds lives in the arena of whoever called it, so nothing found is freed singly. A
 * zero arena is valid and holds nothing.
 */
#ifndef HONE_ARENA_H
#define HONE_ARENA_H

#include "hone/str.h"

struct arena {
	struct arena_block *blocks; /* newest first */
	size_t used;                /* bytes handed out from the newest block */
};

/* Zeroed memory, aligned for any type, valid until arena_release() or arena_clear(). Never NULL. */
void *arena_alloc(struct arena *a, size_t count, size_t size);

/* As array_room(), for an array that lives in the arena. The old copy stays allocated. */
void *arena_room(struct arena *a, void *array, size_t n, size_t *cap, size_t size);

/* A copy of s in the arena, followed by a NUL that is not counted. */
struct str arena_str(struct arena *a, struct str s);
struct str arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

void arena_clear(struct arena *a);   /* everything handed out is gone; one block is kept */
void arena_release(struct arena *a); /* all memory given back */

#endif
