/* guide_seen.c - lists and identities of what was found. */
#include "guide_line.h"

void guide_list_add(struct guide_list *l, struct str s, struct arena *a)
{
	if (s.n == 0)
		return;
	l->s = arena_room(a, l->s, (size_t)l->n, &l->cap, sizeof *l->s);
	l->s[l->n++] = s;
}

static size_t seen_slot(const struct guide_seen *s, uint64_t key)
{
	size_t i = key & (s->cap - 1);
	while (s->key[i] && s->key[i] != key)
		i = (i + 1) & (s->cap - 1);
	return i;
}

static void seen_grow(struct guide_seen *s, struct arena *a)
{
	struct guide_seen old = *s;
	s->cap = old.cap ? old.cap * 2 : 64;
	s->key = arena_alloc(a, s->cap, sizeof *s->key);
	s->count = arena_alloc(a, s->cap, sizeof *s->count);
	for (size_t i = 0; i < old.cap; i++) {
		if (old.key[i]) {
			size_t to = seen_slot(s, old.key[i]);
			s->key[to] = old.key[i];
			s->count[to] = old.count[i];
		}
	}
}

uint64_t guide_unique(struct guide_seen *s, uint64_t key, struct arena *a)
{
	key += key == 0;
	if (2 * s->n >= s->cap)
		seen_grow(s, a);
	size_t i = seen_slot(s, key);
	s->n += s->key[i] == 0;
	s->key[i] = key;
	unsigned before = (unsigned)s->count[i]++;
	unsigned char bytes[4] = { (unsigned char)before, (unsigned char)(before >> 8),
		(unsigned char)(before >> 16), (unsigned char)(before >> 24) };
	return before ? hash64(key, bytes, sizeof bytes) : key;
}
