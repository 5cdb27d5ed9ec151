/* guide_list.c - lists and identities of what was found. */
#include <string.h>

#include "guide_line.h"
#include "hone/text.h"
#include "idset.h"

void guide_list_add(struct guide_list *l, struct str s, struct arena *a)
{
	if (s.n == 0)
		return;
	l->s = arena_room(a, l->s, (size_t)l->n, &l->cap, sizeof *l->s);
	l->s[l->n++] = s;
}

uint64_t guide_id(struct idset *seen, struct str path, const char *what, struct str words)
{
	struct buf normal = { 0 };
	text_normalize(&normal, words);
	uint64_t id = hash64(0, path.n ? path.p : "", path.n);
	id = hash64(hash64(id, what, strlen(what)), buf_cstr(&normal), normal.n);
	buf_release(&normal);
	return idset_unique(seen, id);
}
