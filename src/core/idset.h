/*
 * idset.h - identities already given out, and which number of a repeated text is free. Pure, private
 * to the parsers. A zero set is valid and empty; eight bytes a slot.
 */
#ifndef HONE_IDSET_H
#define HONE_IDSET_H

#include "hone/base.h"

struct idset {
	uint64_t *slot; /* 0 is free */
	size_t n, cap;
};

/*
 * The identity of the next thing called `base`: the hash of base and of the first number from `first`
 * up that was not given out for it. The number goes to *ordinal.
 */
uint64_t idset_next(struct idset *set, uint64_t base, int first, int *ordinal);

/* `base` itself the first time, later the hash of it and how often it occurred before. */
uint64_t idset_unique(struct idset *set, uint64_t base);

void idset_release(struct idset *set);

#endif
