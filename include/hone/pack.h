/*
 * pack.h - the studies that come with hone, copied for a user who has none yet.
 */
#ifndef HONE_PACK_H
#define HONE_PACK_H

#include "hone/home.h"

/*
 * The folder of a pack: decks/NAME beside the program in a checkout, else below the data folder that
 * hone was installed with. ERR_MISSING when it is in neither.
 */
bool pack_find(const char *name, const char **dir, struct arena *a, struct err *e) MUST_CHECK;

/*
 * The user's own copy of a pack, in the data folder of `home`: made when it is not there yet, else left
 * as it is. Its path in *study.
 */
bool pack_install(const char *name, const struct home *home, const char **study, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
