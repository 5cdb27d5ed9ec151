/* idset.c - a hash set of identities with open addressing. */
#include "idset.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 64 };

/* Of base and number; never 0, which marks a free slot. */
static uint64_t identity(uint64_t base, int ordinal)
{
	unsigned u = (unsigned)ordinal;
	unsigned char bytes[4] = { u & 0xff, u >> 8 & 0xff, u >> 16 & 0xff, u >> 24 & 0xff };
	uint64_t id = hash64(base, bytes, sizeof bytes);
	return id ? id : 1;
}

/* Where `id` is or would go. The caller keeps a slot free, so the search ends. */
static size_t find_slot(const struct idset *set, uint64_t id)
{
	size_t i = (size_t)id & (set->cap - 1);
	while (set->slot[i] && set->slot[i] != id)
		i = (i + 1) & (set->cap - 1);
	return i;
}

static bool holds(const struct idset *set, uint64_t base, int ordinal)
{
	return set->slot[find_slot(set, identity(base, ordinal))] != 0;
}

static void make_room(struct idset *set)
{
	if (set->n + 1 <= set->cap / 8 * 7)
		return;
	struct idset more = { .cap = set->cap ? set->cap * 2 : FIRST_SLOTS, .n = set->n };
	more.slot = xcalloc(more.cap, sizeof *more.slot);
	for (size_t i = 0; i < set->cap; i++)
		if (set->slot[i])
			more.slot[find_slot(&more, set->slot[i])] = set->slot[i];
	free(set->slot);
	*set = more;
}

/*
 * Numbers are given out without gaps, so doubling steps and halving find the first free one: a
 * question that a file repeats a hundred thousand times costs no more than a hundred thousand others.
 */
static int free_number(const struct idset *set, uint64_t base, int first)
{
	if (!holds(set, base, first))
		return first;
	int taken = first, step = 1;
	while (holds(set, base, first + step)) {
		taken = first + step;
		step *= 2;
	}
	int open = first + step;
	while (open - taken > 1) {
		int middle = taken + (open - taken) / 2;
		if (holds(set, base, middle))
			taken = middle;
		else
			open = middle;
	}
	return open;
}

static void put(struct idset *set, uint64_t id)
{
	set->slot[find_slot(set, id)] = id;
	set->n++;
}

uint64_t idset_next(struct idset *set, uint64_t base, int first, int *ordinal)
{
	make_room(set);
	*ordinal = free_number(set, base, first);
	uint64_t id = identity(base, *ordinal);
	put(set, id);
	return id;
}

uint64_t idset_unique(struct idset *set, uint64_t base)
{
	int before;
	base += base == 0;
	make_room(set);
	if (set->slot[find_slot(set, base)])
		return idset_next(set, base, 1, &before);
	put(set, base);
	return base;
}

void idset_release(struct idset *set)
{
	free(set->slot);
	*set = (struct idset){ 0 };
}
