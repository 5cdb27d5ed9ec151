/* arena.c - memory handed out from blocks that are freed together. */
#include "hone/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 256 * 1024, FIRST_CAPACITY = 8 };

struct arena_block {
	struct arena_block *next;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *block_new(size_t size, struct arena_block *next)
{
	struct arena_block *b = xrealloc(NULL, sizeof *b + size, 1);
	b->next = next;
	b->size = size;
	return b;
}

static char *take_new_block(struct arena *a, size_t n)
{
	struct arena_block *head = a->blocks;
	size_t size = head ? head->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	/* Something large gets a block of its own behind the newest, whose rest stays in use. */
	if (head && n > size / 4) {
		head->next = block_new(n, head->next);
		return head->next->bytes;
	}
	a->blocks = block_new(n > size ? n : size, head);
	a->used = n;
	return a->blocks->bytes;
}

/* n bytes with whatever they hold; `align` is a power of two. */
static char *take(struct arena *a, size_t n, size_t align)
{
	if (a->blocks) {
		size_t at = (a->used + align - 1) & ~(align - 1);
		if (at <= a->blocks->size && n <= a->blocks->size - at) {
			a->used = at + n;
			return a->blocks->bytes + at;
		}
	}
	return take_new_block(a, n);
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
	/* The bound leaves room for the block's head; xrealloc() reports what passes it. */
	bool fits = !size || count <= (PTRDIFF_MAX - sizeof(struct arena_block)) / size;
	if (!fits)
		return xrealloc(NULL, SIZE_MAX, 1);
	size_t n = count * size;
	return memset(take(a, n, alignof(max_align_t)), 0, n);
}

void *arena_room(struct arena *a, void *array, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return array;
	size_t more = *cap ? *cap * 2 : FIRST_CAPACITY;
	void *moved = arena_alloc(a, more, size);
	if (n)
		memcpy(moved, array, n * size);
	*cap = more;
	return moved;
}

struct str arena_str(struct arena *a, struct str s)
{
	char *p = take(a, s.n + 1, 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	char small[256];
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(small, sizeof small, fmt, args);
	va_end(args);
	if (n < 0)
		bug("cannot format \"%s\"", fmt);
	char *p = take(a, (size_t)n + 1, 1);
	if ((size_t)n < sizeof small)
		memcpy(p, small, (size_t)n + 1);
	else
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

void arena_release(struct arena *a)
{
	for (struct arena_block *b = a->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena){ 0 };
}

void arena_clear(struct arena *a)
{
	a->used = 0;
	if (!a->blocks)
		return;
	struct arena kept = { .blocks = a->blocks->next };
	a->blocks->next = NULL;
	arena_release(&kept);
}
