/*
 * md_cmark.c - memory for libcmark, given back all at once.
 *
 * A tree is made of very many small pieces, and a quarter of the time of a parse went into handing them out and
 * taking them back one by one. What is asked for here comes from the end of a block, or is one of that size that was
 * given back: half of them are soon. Only what grows large, the buffers of long lines, is memory of its own.
 */
#include "md_priv.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum {
	FIRST_BLOCK = 16 * 1024,
	LARGEST_BLOCK = 512 * 1024,
	LARGE = 4 * 1024, /* such a piece is memory of its own */
};

struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

struct large {
	struct large *next, *before;
	alignas(max_align_t) char bytes[];
};

/* Before each piece. */
struct head {
	alignas(max_align_t) size_t size;
};

/* A piece that was given back. */
struct unused {
	struct unused *next;
};

struct pool {
	struct block *block;                                 /* newest first */
	struct large *large;                                 /* so too */
	struct unused *unused[LARGE / alignof(max_align_t)]; /* by size */
};

/* cmark's functions for memory are not told on whose behalf they are called. */
static _Thread_local struct pool pool;

/* At least one unit: a piece that is given back holds the address of the next. */
static size_t rounded(size_t n)
{
	const size_t align = alignof(max_align_t);
	return n ? (n + align - 1) & ~(align - 1) : align;
}

static struct head *head_of(void *p)
{
	return (struct head *)(void *)((char *)p - sizeof(struct head));
}

static void link_large(struct large *l)
{
	l->next = pool.large;
	l->before = NULL;
	if (l->next)
		l->next->before = l;
	pool.large = l;
}

static void unlink_large(struct large *l)
{
	if (l->next)
		l->next->before = l->before;
	if (l->before)
		l->before->next = l->next;
	else
		pool.large = l->next;
}

static struct large *large_of(void *p)
{
	return (struct large *)(void *)((char *)head_of(p) - offsetof(struct large, bytes));
}

static void *take_large(size_t n)
{
	struct large *l = xrealloc(NULL, sizeof *l + sizeof(struct head) + n, 1);
	struct head *head = (struct head *)(void *)l->bytes;
	link_large(l);
	head->size = n;
	return head + 1;
}

static void new_block(void)
{
	size_t size = pool.block ? pool.block->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	struct block *b = xrealloc(NULL, sizeof *b + size, 1);
	b->next = pool.block;
	b->size = size;
	b->used = 0;
	pool.block = b;
}

/* n bytes with whatever they hold. */
static void *take(size_t n)
{
	size_t size = rounded(n);
	if (size >= LARGE)
		return take_large(size);
	struct unused **unused = &pool.unused[size / alignof(max_align_t)], *first = *unused;
	if (first) {
		*unused = first->next;
		return first;
	}
	size_t whole = sizeof(struct head) + size;
	if (!pool.block || pool.block->size - pool.block->used < whole)
		new_block();
	struct block *b = pool.block;
	struct head *head = (struct head *)(void *)(b->bytes + b->used);
	b->used += whole;
	head->size = size;
	return head + 1;
}

static void *cmark_take(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		return xcalloc(count, size); /* says so and ends the program */
	return memset(take(count * size), 0, count * size);
}

static void give_back(void *p, size_t size)
{
	struct unused *u = p, **unused = &pool.unused[size / alignof(max_align_t)];
	u->next = *unused;
	*unused = u;
}

static void cmark_drop(void *p)
{
	if (!p)
		return;
	if (head_of(p)->size < LARGE) {
		give_back(p, head_of(p)->size);
		return;
	}
	struct large *l = large_of(p);
	unlink_large(l);
	free(l);
}

static void *grow_large(void *old, size_t size)
{
	struct large *l = large_of(old);
	unlink_large(l);
	l = xrealloc(l, sizeof *l + sizeof(struct head) + size, 1);
	link_large(l);
	struct head *head = (struct head *)(void *)l->bytes;
	head->size = size;
	return head + 1;
}

static void *cmark_grow(void *old, size_t size)
{
	size_t had = old ? head_of(old)->size : 0;
	if (old && size <= had)
		return old;
	if (had >= LARGE)
		return grow_large(old, rounded(size));
	void *p = take(size);
	if (!old)
		return p;
	memcpy(p, old, had);
	give_back(old, had);
	return p;
}

/* What was given back may be in a block that goes, or belong to a tree that is done. */
static void forget_unused(void)
{
	memset(pool.unused, 0, sizeof pool.unused);
}

/* Back to what was there before. */
static void release(const struct md_tree *t)
{
	forget_unused();
	while (pool.block != t->block) {
		struct block *next = pool.block->next;
		free(pool.block);
		pool.block = next;
	}
	if (pool.block)
		pool.block->used = t->used;
	while (pool.large != t->large) {
		struct large *next = pool.large->next;
		free(pool.large);
		pool.large = next;
	}
	if (pool.large)
		pool.large->before = NULL;
}

struct md_tree md_parse(struct str src)
{
	static cmark_mem mem = { .calloc = cmark_take, .realloc = cmark_grow, .free = cmark_drop };
	forget_unused();
	struct md_tree t = { .block = pool.block, .large = pool.large };
	t.used = pool.block ? pool.block->used : 0;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &mem);
	cmark_parser_feed(parser, src.p ? src.p : "", src.n);
	t.root = cmark_parser_finish(parser);
	t.iter = cmark_iter_new(t.root);
	return t;
}

void md_tree_release(struct md_tree *t)
{
	release(t);
	*t = (struct md_tree){ 0 };
}

const char *md_engine(void)
{
	return cmark_version_string();
}
