/* idmap.h - ids to numbers. Private to the core; a zero map is valid and empty. */
#ifndef HONE_IDMAP_H
#define HONE_IDMAP_H

#include "hone/base.h"

struct idmap {
	struct idmap_slot {
		int64_t id;
		int number;
		bool used;
	} * slot;
	size_t n, cap; /* cap: a power of two */
};

void idmap_put(struct idmap *m, int64_t id, int number);
bool idmap_find(const struct idmap *m, int64_t id, int *number);
void idmap_release(struct idmap *m);

#endif
