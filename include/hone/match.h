/*
 * match.h - which cards are about which topic, and which names mean the same, by their words. Pure.
 *
 * A card is about a topic when
 *   - its own topic or one of its tags has the same words as the topic's name, or
 *   - all words of the name stand in its own topic, or
 *   - all words of its own topic stand in the name and are at least half of them, and no topic has just those
 *     words, or
 *   - the words of the name stand in its question in that order, with at most one other word between them in all
 *     ("precision P and recall").
 * Of a name that goes on with what it means ("Roofline model - compute-bound or memory-bound", "VIF
 * (variance inflation factor)") only the part before that counts. Case, accents of bytes that fold,
 * punctuation and a plural "s" make no difference; dashes and slashes part words.
 */
#ifndef HONE_MATCH_H
#define HONE_MATCH_H

#include "hone/arena.h"

/* Do two names mean the same: 3 the same words, 2 all words of `a` stand in `b`, 1 the other way round; else 0. */
int names_alike(struct str a, struct str b);

/*
 * The words of a text as they are compared here, between blanks, and what two words have in common that count as
 * the same; never 0.
 */
void match_words(struct buf *out, struct str text);
uint64_t match_word(struct str word);

/* Do the words of the name stand in the text, in that order and with at most one other word between them? */
bool text_mentions(struct str text, struct str name);

/* A name up to the sign that begins what it means: " - ", ":" or "(". The whole when that would be nothing. */
struct str name_head(struct str name);

/* Topics by their names. Lives in the arena. */
struct matcher;

struct matcher *match_new(struct arena *a);

/* A further name of topic number `topic`; names without a word match nothing. Not after match_card(). */
void match_name(struct matcher *m, int topic, struct str name);

/*
 * The topics that a card is about, ascending and each once; good until the next call. `tags` are parted by
 * spaces. Cards of one deck one after the other cost the least.
 */
const int *match_card(
	struct matcher *m, struct str topic, struct str tags, struct str front, int *n);

/* By which of a card's texts it is about a topic of that name. */
enum match_how { MATCH_NOT, MATCH_TOPIC, MATCH_TAG, MATCH_QUESTION };
enum match_how match_how(struct str topic, struct str tags, struct str front, struct str name);

/*
 * Does a title or a file's name carry the number of a day ("day7-8-heaps", "Day 7: Heaps")? `from`..`to` are
 * counted from the first day of the plan (0: not known), unless it names the week too ("week2-day1").
 */
bool name_has_day(struct str name, int from, int to, int week, int week_from, int week_to);

#endif
