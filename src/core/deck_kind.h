/*
 * deck_kind.h - which kind of card a question with an answer is: tags, target times, boxes. Pure,
 * private to the deck parser.
 */
#ifndef HONE_DECK_KIND_H
#define HONE_DECK_KIND_H

#include "hone/deck.h"

/*
 * Settle the kind of a basic card from its tags, front and back: takes the tag that names a kind off
 * the tags and the target time off the first line of the front. `heading`: the question is one, so
 * that a time stated at the start of its answer makes it a problem too. Returns what the user should
 * know when the card stays basic though a tag asked for more, else nothing.
 */
struct str deck_settle_kind(struct deck_card *card, bool heading, struct arena *a);

/* Does the line end in tags of which one is "#explain"? Such a question needs no answer. */
bool deck_explains(struct str line, struct arena *a);

#endif
