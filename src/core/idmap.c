/* idmap.c - ids to numbers, by open addressing. */
#include "idmap.h"

#include <stdlib.h>

static size_t place_of(const struct idmap *m, int64_t id)
{
	size_t i = (size_t)hash64(0, &id, sizeof id) & (m->cap - 1);
	while (m->slot[i].used && m->slot[i].id != id)
		i = (i + 1) & (m->cap - 1);
	return i;
}

static void grow(struct idmap *m)
{
	enum { FIRST = 64 };
	struct idmap bigger = { .cap = m->cap ? m->cap * 2 : FIRST, .n = m->n };
	bigger.slot = xcalloc(bigger.cap, sizeof *bigger.slot);
	for (size_t i = 0; i < m->cap; i++)
		if (m->slot[i].used)
			bigger.slot[place_of(&bigger, m->slot[i].id)] = m->slot[i];
	free(m->slot);
	*m = bigger;
}

void idmap_put(struct idmap *m, int64_t id, int number)
{
	if (m->n * 2 >= m->cap)
		grow(m);
	size_t at = place_of(m, id);
	m->n += !m->slot[at].used;
	m->slot[at] = (struct idmap_slot){ id, number, true };
}

bool idmap_find(const struct idmap *m, int64_t id, int *number)
{
	if (m->cap == 0)
		return false;
	const struct idmap_slot *at = &m->slot[place_of(m, id)];
	*number = at->number;
	return at->used;
}

void idmap_release(struct idmap *m)
{
	free(m->slot);
	*m = (struct idmap){ 0 };
}
