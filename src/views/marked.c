/* marked.c - rows that are chosen together. */
#include "views/marked.h"

#include <stdlib.h>

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

/* Cards that are no longer in the files cannot be flagged. */
static bool forget_gone(struct marked *m, const struct study *s, struct err *e)
{
	for (size_t i = m->n; i > 0; i--) {
		int64_t id = m->id[i - 1], file;
		if (!catalog_card_file(s->store, id, &file, e))
			return false;
		if (file == 0)
			marked_turn(m, id);
	}
	return true;
}

bool marked_flag(struct marked *m, struct study *s, bool *flagged, int *n, struct err *e)
{
	struct event_id deed = { 0 };
	struct card_state now;
	bool all = true;
	if (!forget_gone(m, s, e))
		return false;
	for (size_t i = 0; i < m->n; i++) {
		if (!store_card_state(s->store, m->id[i], &now, e))
			return false;
		all = all && now.flagged;
	}
	if (!study_flag_all(s, m->id, m->n, !all, &deed, e))
		return false;
	*flagged = !all;
	*n = (int)m->n;
	marked_clear(m);
	return true;
}

void marked_release(struct marked *m)
{
	free(m->id);
	*m = (struct marked){ 0 };
}
