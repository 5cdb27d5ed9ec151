/*
 * deck_cloze.h - texts with deletions: where they are, what asks for one and what answers. Pure, private
 * to the deck parser.
 */
#ifndef HONE_DECK_CLOZE_H
#define HONE_DECK_CLOZE_H

#include "hone/arena.h"

/* Limits of a cloze text; a longer one is most likely a "C:" that nothing ends. */
enum { CLOZE_MAX_BYTES = 16384, CLOZE_MAX_GAPS = 64 };

enum cloze_form {
	CLOZE_BLOCK, /* "{{c1::text::hint}}"; without those "[text||hint]"; without those "==text==" */
	CLOZE_NOTE, /* "==text==^[hint]" and "{{c1::text::hint}}"; brackets are text */
};

/* A deletion with its marks. Those of one group are asked together. */
struct gap {
	size_t from, to;
	struct str inside, hint; /* borrowed from the text; the hint may be empty */
	int group;
};

/*
 * The deletions of a text in order, at most CLOZE_MAX_GAPS + 1 of them: one more than allowed tells
 * that there are too many. Code, formulas, links and pictures hold none.
 */
size_t cloze_gaps(struct str text, enum cloze_form form, struct gap gap[static CLOZE_MAX_GAPS + 1]);

/* The groups, each once and sorted: one card for each. */
size_t cloze_groups(const struct gap *gap, size_t ngap, int group[static CLOZE_MAX_GAPS]);

/* What a group asks: "[...]" or "[hint]" in its places, the others open. */
struct str cloze_front(
	struct str text, const struct gap *gap, size_t ngap, int hidden, struct arena *a);

/* The whole text, the deletions of a group in bold. */
struct str cloze_back(
	struct str text, const struct gap *gap, size_t ngap, int shown, struct arena *a);

#endif
