/* session_priv.h - what the parts of session share. */
#ifndef HONE_SESSION_PRIV_H
#define HONE_SESSION_PRIV_H

#include "hone/session.h"

enum filter_field { FILTER_TEXT, FILTER_DECK, FILTER_TAG, FILTER_TOPIC, FILTER_IS, FILTER_ID };

struct filter_word {
	enum filter_field field;
	struct str text; /* of FILTER_IS the state's name, as it is compared */
};

struct filter {
	struct filter_word *word;
	size_t n, cap;
	bool hidden; /* "is:hidden" is asked for */
};

/* Words and their array live in the arena. ERR_INVALID with what is allowed. */
bool filter_parse(struct filter *f, struct str words, struct arena *a, struct err *e) MUST_CHECK;

/* Do all words fit the card? */
bool filter_fits(const struct filter *f, const struct card *c, const struct study *s);

#endif
