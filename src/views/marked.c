/* marked.c - rows that are chosen together. */
#include "views/marked.h"

#include <stdlib.h>

#include "hone/base.h"
#include "hone/arena.h"

static size_t place_of(const struct marked *m, int64_t id)
{
	size_t i = 0;
	while (i < m->n && m->id[i] != id)
		i++;
	return i;
}

bool marked_has(const struct marked *m, int64_t id)
{
	return place_of(m, id) < m->n;
}

void marked_add(struct marked *m, int64_t id)
{
	if (marked_has(m, id))
		return;
	m->id = array_room(m->id, m->n, &m->cap, sizeof *m->id);
	m->id[m->n++] = id;
}

void marked_turn(struct marked *m, int64_t id)
{
	size_t at = place_of(m, id);
	if (at == m->n) {
		marked_add(m, id);
		return;
	}
	for (m->n--; at < m->n; at++)
		m->id[at] = m->id[at + 1];
}

int64_t marked_last(const struct marked *m)
{
	return m->n ? m->id[m->n - 1] : 0;
}

void marked_clear(struct marked *m)
{
	m->n = 0;
}

void marked_release(struct marked *m)
{
	free(m->id);
	*m = (struct marked){ 0 };
}
