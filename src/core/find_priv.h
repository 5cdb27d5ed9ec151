/* find_priv.h - texts and terms as they are compared. Private to find*.c. */
#ifndef HONE_FIND_PRIV_H
#define HONE_FIND_PRIV_H

#include "hone/find.h"

/* Of each byte that was folded the byte that it comes from. */
struct find_map {
	uint32_t *at; /* owned */
	size_t n, cap;
};

/*
 * Append s as it is compared: words of folded letters, a blank between them for all else; newlines stay.
 * `map` may be NULL.
 */
void find_fold(struct buf *out, struct str s, struct find_map *map);

/* Where the term stands next in a folded text, at or after `from`; its end in *end. -1: nowhere. */
ptrdiff_t find_term(const struct find_term *t, struct str folded, size_t from, size_t *end);

/* Of a line that is very long a part around the first word found; it alone is looked at closer. */
struct str find_near(const struct find_query *q, struct str line);

#endif
