/*
 * deck_text.h - the text of one card: tags, names, "front :: back", clozes. Pure, private to the deck
 * parser.
 */
#ifndef HONE_DECK_TEXT_H
#define HONE_DECK_TEXT_H

#include "hone/arena.h"

/* Limits of a cloze text; a longer one is most likely a "C:" that nothing ends. */
enum { CLOZE_MAX_BYTES = 16384, CLOZE_MAX_GAPS = 64 };

/* A deletion: from its '[' to after its ']'. */
struct gap {
	size_t from, to;
};

/* Cut "#tag" words off the end of *line, which keeps at least one word. Space separated, no '#'. */
struct str deck_cut_tags(struct str *line, struct arena *a);

/*
 * The name in `<!-- id: name -->`, outside code; *text becomes the text without that comment. Empty,
 * and *text unchanged, when there is none.
 */
struct str deck_cut_name(struct str *text, struct arena *a);

/* "front :: back" or, *both then true, "front ::: back", outside inline code. A list marker before it
 * is no part of the front. */
bool deck_split(struct str line, struct str *front, struct str *back, bool *both);

/* Without empty lines at both ends and rules ("---") at the end, with "\n" line ends. */
struct str deck_clean(struct str s, struct arena *a);

/*
 * The deletions of a cloze text in order, at most CLOZE_MAX_GAPS + 1 of them: one more than allowed
 * tells that there are too many.
 */
size_t deck_gaps(struct str text, struct gap gap[static CLOZE_MAX_GAPS + 1]);

/* What deletion `hidden` asks: "[...]" in its place, the others open. */
struct str deck_cloze_front(
	struct str text, const struct gap *gap, size_t ngap, size_t hidden, struct arena *a);

/* The whole text, deletion `shown` in bold. */
struct str deck_cloze_back(
	struct str text, const struct gap *gap, size_t ngap, size_t shown, struct arena *a);

#endif
