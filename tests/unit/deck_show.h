/* deck_show.h - cards as lines of text, for the tests of the deck parser. */
#ifndef HONE_DECK_SHOW_H
#define HONE_DECK_SHOW_H

#include "hone/deck.h"

struct deck_sample {
	const char *text, *want;
};

/* Each text, as a file of that path, gives its cards and problems: "LINE KIND/N {tags} front => back". */
void deck_check(const struct deck_sample *s, size_t n, const char *path);

#endif
