/*
 * join.h - which cards are about which topics where the user said so, and proposals where words come near.
 *
 * The words of a card join it to topics by themselves (match.h). What the user said of a card and a topic goes
 * over that: an accepted pair is joined, a refused one is not, and the last word counts. It is kept in the log
 * (EVENT_JOIN), never in a file; undo takes it back.
 */
#ifndef HONE_JOIN_H
#define HONE_JOIN_H

#include "hone/coverage.h"

/* All that was said in a study. Lives in the arena it was read into. */
struct joins {
	struct join *join; /* by card, then topic; each pair once */
	int n;
	int *found; /* of joins_apply() */
	size_t room;
	struct arena *a;
};

/* Of a card that was reworded it is said what was said of the one whose history it continues. */
bool joins_load(
	const struct study *s, struct joins *out, struct arena *a, struct err *e) MUST_CHECK;

/* What was said of that pair; NULL when nothing was. */
const struct join *joins_find(const struct joins *j, int64_t card, int64_t topic);

/*
 * What match_card() found of a card, with what was said put over it: numbers of topics, ascending and each
 * once; *n is how many, before and after. id[0 .. ntopic) are the ids of the topics by number, 0: none. Good until
 * the next call.
 */
const int *joins_apply(
	struct joins *j, int64_t card, const int64_t *id, int ntopic, const int *found, int *n);

/* Say it. ERR_MISSING when card or topic is in no file; saying the same again is no error and logs nothing. */
bool join_say(struct study *s, int64_t card, int64_t topic, bool yes, struct err *e) MUST_CHECK;

/*
 * A card that may be about a topic: at least half of the words of the topic's name (up to " - ", ":" or "(")
 * stand in the card's question, topic and tags, one of them rare. Words that many cards have do not count.
 */
struct join_offer {
	struct card card;
	struct topic_row topic;
	struct str words; /* those of the name that they share */
	int percent;      /* how much of what the name says, rare words counting more */
	bool lone;        /* no card is about the topic yet */
};

/*
 * Proposals, the best first: for each card about no topic its best topic, for each topic without cards its best
 * three cards. What was said already is not proposed; of a card that was refused the next best comes. Goes through
 * all cards.
 */
struct join_offers {
	struct join_offer *offer;
	int n;      /* at most as many as were asked for, */
	int all;    /* of so many */
	int cards;  /* about no topic */
	int topics; /* without cards */
};
bool join_propose(const struct study *s, int most, struct join_offers *out, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
