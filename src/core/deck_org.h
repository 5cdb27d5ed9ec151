/*
 * deck_org.h - items of org files that are marked ":drill:". Pure, private to the deck parser.
 */
#ifndef HONE_DECK_ORG_H
#define HONE_DECK_ORG_H

#include "hone/deck.h"

/* Takes a card and what it asks in full, which enters its identity. */
typedef void org_take(void *ctx, const struct deck_card *card, struct str question);

/* Is the line a headline with the tag "drill", "* Item  :drill:"? */
bool org_is_drill(struct str line);

/*
 * All cards of an org file in order. Drawers, dates and comments are hidden, source blocks become
 * fenced code; ":ID:" names a card. The arena is cleared after each card when `clear`.
 */
void org_each(struct str text, struct arena *a, bool clear, org_take *take, void *ctx);

#endif
