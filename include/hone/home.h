/*
 * home.h - hone's own folders and the studies it knows.
 *
 * Config, data and state follow the XDG base directory specification; relative values in those
 * variables are ignored. HONE_HOME puts all three in one folder.
 */
#ifndef HONE_HOME_H
#define HONE_HOME_H

#include "hone/arena.h"

struct home {
	const char *config; /* .../hone: config.ini, keys.ini, themes/ */
	const char *data;   /* .../hone: the starter study, the list of studies */
	const char *state;  /* .../hone: log, crash files */
};

/* False when there is neither HOME nor HONE_HOME. Strings in the arena; nothing is created. */
bool home_find(struct home *h, struct arena *a, struct err *e) MUST_CHECK;

/* Studies opened before, the last one first; those whose folder is gone are left out. */
bool home_studies(const struct home *h, struct str **dir, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* Put dir at the head of that list. */
bool home_remember(const struct home *h, const char *dir, struct err *e) MUST_CHECK;

#endif
