/*
 * session.h - which cards are asked in one sitting, and in what order. Over the queue; it changes nothing
 * but through session_grade().
 *
 * Of today, without a filter and without minutes, a session is the queue of queue.h: it asks the study
 * anew for each card. Otherwise it takes its cards once, when it begins, at most SESSION_MOST:
 *   1. due ones, the last pass included, by how overdue they are for their interval: (today - due + 1) /
 *      interval, times the weight of the card's topic, the larger first (ties by due day, then id).
 *      The weight is 2 for a topic rated Dunno, 1.5 for Unsure, else 1. A card's topic is the one of
 *      that name, in any case of ASCII; if there is none, the area of that name; of several the worst;
 *   2. in SESSION_AHEAD those due later, by due day, then id;
 *   3. new ones in deck order, as many as queue.h lets begin today;
 *   4. those answered Again or Hard, before or in this session, until Good (settings: drill_below).
 * Of siblings one a day, as in the queue. SESSION_CRAM takes all cards of the filter in deck order,
 * hidden ones only when "is:hidden" asks for them; siblings, topics and limits do not count there.
 *
 * A card that was given and not graded is given again later: at the end of the cards taken, in the queue
 * after the next one. Cards that were meanwhile hidden, buried, removed or answered elsewhere are passed
 * over. A card never follows itself unless it is the only one.
 *
 * When the study day turns, the next card is of cards taken anew; the card that is asked stays until then.
 *
 * Minutes: so many cards are taken as fit by catalog_seconds(), SESSION_SECONDS each when that is not
 * known, at least one. No clock stops the session; the drill comes on top.
 */
#ifndef HONE_SESSION_H
#define HONE_SESSION_H

#include "hone/queue.h"

enum { SESSION_MOST = 10000, SESSION_SECONDS = 30 };

enum session_mode {
	SESSION_TODAY,
	SESSION_AHEAD, /* what will be due within `days`, too. Such an answer is early: it is logged and
	                * changes no schedule */
	SESSION_CRAM, /* all cards of the filter, due or not; nothing is logged */
};

struct session_options {
	enum session_mode mode;
	/*
	 * Words between spaces, all of which must fit, in any case of ASCII: a plain word is looked for
	 * where catalog_cards() does; "deck:x" in the deck's path, "topic:x" in the topic, "tag:x" is
	 * one of the tags, "is:" new, due, drill, learning, hidden (as queue_state_name() says),
	 * flagged, leech (lapsed as often as the setting says); "id:x,y" are just these cards, each id
	 * with its 16 digits as study_id() writes it. Letters, a colon and more than that is
	 * a field, unless a second colon or a slash follows ("std::map", "https://"). Copied.
	 */
	struct str filter;
	int days;    /* of SESSION_AHEAD */
	int minutes; /* take what fits into so many; 0: no limit */
};

struct session;

/* NULL with ERR_INVALID for a filter that cannot be understood; the sentence says what is allowed. */
struct session *session_new(
	const struct study *s, const struct session_options *o, struct err *e) MUST_CHECK;
void session_free(struct session *ss); /* NULL is allowed */

/* The next card after the one given last; out->id is 0 when nothing is left. Its strings are in `a`. */
bool session_next(struct session *ss, const struct study *s, struct card *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* Grade the card that was asked. In SESSION_CRAM nothing is logged; the card returns until Good. */
bool session_grade(struct session *ss, struct study *s, int64_t card, int grade, int64_t took_ms,
	struct err *e) MUST_CHECK;

/* That card is asked next: its grade was taken back. The card given last comes after it. */
void session_again(struct session *ss, int64_t card);

struct session_counts {
	int left;    /* to be asked in this session, the drill and the card given last included */
	bool capped; /* there are more */
	int seconds; /* that these take, by what cards took before; 0 when unknown */
	int backlog; /* due when the session began, and for want of minutes not in it */
	/*
	 * Days until the backlog is gone if each day is as long as this session and asks nothing new:
	 * every day adds what falls due on it by now (of the filter), and takes what fits into the
	 * minutes. What the answers of these days bring back is not known and not counted. 0: no
	 * backlog; -1: it is not gone within a year.
	 */
	int clear_days;
};
bool session_count(struct session *ss, const struct study *s, struct session_counts *out,
	struct err *e) MUST_CHECK;

/*
 * Look for cards: "is:" words as in a filter, the others as in catalog_search(). Without such others in
 * deck order, else the best first, at most SESSION_FOUND, or with "is:" all of them, unranked. ERR_INVALID
 * for an "is:" of no state. Hidden cards are found, too. `each` returns false to stop.
 */
enum { SESSION_FOUND = 1000 };
bool session_find(const struct study *s, struct str query,
	bool (*each)(void *ctx, const struct card *c), void *ctx, struct err *e) MUST_CHECK;

/*
 * May a search for that miss cards for want of letters? Among more than SESSION_MANY the last word of a
 * query stands for the first words only that begin so (catalog_search()), and short ones have more.
 */
enum { SESSION_MANY = 5000, SESSION_SHORT = 3 };
bool session_find_misses(
	const struct study *s, struct str query, bool *misses, struct err *e) MUST_CHECK;

/* "20 cards, about 10 min; backlog 140, clears in 6 days". Adds to *out. */
void session_describe(const struct session_counts *n, struct buf *out);

#endif
