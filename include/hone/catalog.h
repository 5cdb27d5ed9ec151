/*
 * catalog.h - what the store caches of the user's files, and the queries on it.
 *
 * Written by study_sync() only, inside its transaction. The files stay the truth: deleting every
 * row of these tables and syncing gives them again. Strings that come out live in the arena passed
 * in.
 */
#ifndef HONE_CATALOG_H
#define HONE_CATALOG_H

#include "hone/content.h"
#include "hone/deck.h"
#include "hone/encoding.h"
#include "hone/store.h"
#include "hone/topics.h"

struct file_row {
	int64_t id;      /* 0: not stored yet */
	struct str path; /* relative to the study, '/' between folders */
	int64_t size, mtime_ns;
	uint64_t hash;  /* hash64 of the bytes */
	unsigned roles; /* enum content_role */
	int points;     /* plan_score() */
	enum encoding encoding;
	int64_t bad_bytes;
	struct str title; /* first heading, else the file's name */
	int headings, words;
};

/* A card as read from its deck together with what the log says of it. */
struct card {
	int64_t id; /* canonical: the one whose history it continues */
	int64_t file;
	struct str deck; /* path of the file */
	int line;
	enum card_kind kind;
	int ordinal;
	struct str label, front, back, topic, tags;
	int minutes_from, minutes_to; /* target time, 0 none */
	struct card_state state;
	bool present; /* its text stands in a file now */
};

struct topic_row {
	int64_t id, file;
	struct str path, area, area_number, number, name, notes;
	int line, position; /* position: order in the file */
	enum priority priority;
	enum level mark;  /* as the file says */
	enum level level; /* current: the newest LEVEL event, else the mark */
	int since;        /* study day of that event, DAY_NONE if none */
};

/* Files, ordered by path. */
bool catalog_files(struct store *s, unsigned any_role, struct file_row **row, size_t *n,
	struct arena *a, struct err *e) MUST_CHECK;
bool catalog_file(struct store *s, struct str path, struct file_row *row, bool *found,
	struct arena *a, struct err *e) MUST_CHECK;
bool catalog_put_file(
	struct store *s, struct file_row *row, struct err *e) MUST_CHECK; /* sets id */
/* Of the files with just these roles the one written last. */
bool catalog_newest_file(struct store *s, unsigned roles, struct file_row *row, bool *found,
	struct arena *a, struct err *e) MUST_CHECK;
/* Forget the file and its problems and topics; its cards become absent, their memory stays. */
bool catalog_drop_file(struct store *s, int64_t file, struct err *e) MUST_CHECK;

/* What could not be read in a file; line 0 is the file as a whole. */
struct problem_row {
	struct str path;
	struct problem problem;
};
bool catalog_put_problems(
	struct store *s, int64_t file, const struct problem *p, size_t n, struct err *e) MUST_CHECK;
bool catalog_count_problems(struct store *s, int *n, struct err *e) MUST_CHECK;
bool catalog_problems(struct store *s, struct problem_row **row, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;

/*
 * The cards of a file during a sync: a key per stored card, sorted by id. `content` is a hash of
 * everything a reader of the card would see and of its line.
 */
struct card_key {
	int64_t id;
	uint64_t content;
	int line;
	bool seen; /* for the caller's use */
};
bool catalog_card_keys(struct store *s, int64_t file, struct card_key **key, size_t *n,
	struct arena *a, struct err *e) MUST_CHECK;
uint64_t catalog_content(const struct deck_card *c); /* the `content` of a card */
bool catalog_put_card(struct store *s, int64_t id, int64_t file, const struct deck_card *c,
	struct err *e) MUST_CHECK; /* insert or replace; present */
/* The same, in half the time, of a card that catalog_card_file() does not know; `logged`: the log may. */
bool catalog_add_card(struct store *s, int64_t id, int64_t file, const struct deck_card *c,
	bool logged, struct err *e) MUST_CHECK;
bool catalog_drop_card(struct store *s, int64_t id, struct err *e) MUST_CHECK;

/*
 * A first import, of a store that is blank: inside one transaction, with nothing but catalog_add_card() for
 * cards of which the log knows nothing, each once. What asks for cards finds them after the end only.
 */
bool catalog_begin_fill(struct store *s, struct err *e) MUST_CHECK;
bool catalog_end_fill(struct store *s, struct err *e) MUST_CHECK;

/*
 * Cards that the log knows and whose text went from the files, with the wording they had, the last that
 * went first; at most `max`. A card that came back is no longer among them after catalog_tidy_gone().
 */
struct gone_card {
	int64_t id;
	int day; /* study day on which it went */
	enum card_kind kind;
	int ordinal;
	struct str deck, front, back;
};
bool catalog_gone(struct store *s, int max, struct gone_card **row, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;
/* Before catalog_drop_card(): keep its wording, if the log knows the card. */
bool catalog_keep_gone(struct store *s, int64_t id, int day, struct err *e) MUST_CHECK;
bool catalog_tidy_gone(struct store *s, struct err *e) MUST_CHECK;

/*
 * A card of the files that may be one that went. `permille`: how alike they are. Each of the two has at most
 * one doubt; a later one takes its place. Listed in deck order, where the one is there and the
 * other is not.
 */
struct doubt_row {
	int64_t came;
	int permille;
	struct gone_card gone;
};
bool catalog_put_doubt(
	struct store *s, int64_t came, int64_t gone, int permille, struct err *e) MUST_CHECK;
bool catalog_drop_doubt(struct store *s, int64_t came, struct err *e) MUST_CHECK;
bool catalog_doubts(struct store *s, struct doubt_row **row, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* The file in which a card of that id is stored, 0 when there is none. */
bool catalog_card_file(struct store *s, int64_t id, int64_t *file, struct err *e) MUST_CHECK;

/* Replace the topics of a file. Levels come from the log by id; of two topics with one id the first
 * stays. */
bool catalog_put_topics(
	struct store *s, int64_t file, const struct topics *t, struct err *e) MUST_CHECK;
bool catalog_topics(struct store *s, struct topic_row **row, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK; /* by path and position */
/* A topic that stands in the files under one id is stored under another, with what the log says of that. Inside a
 * transaction. */
bool catalog_move_topic(struct store *s, int64_t from, int64_t to, struct err *e) MUST_CHECK;
bool catalog_topic(struct store *s, int64_t id, struct topic_row *row, struct arena *a,
	struct err *e) MUST_CHECK; /* ERR_MISSING if none */

/* One card; ERR_MISSING if its text stands in no file now. */
bool catalog_card(
	struct store *s, int64_t id, struct card *c, struct arena *a, struct err *e) MUST_CHECK;

/*
 * Cards in deck order (path, line, ordinal); of those whose front, label, topic, tags or deck
 * contain each of the `words` (between spaces, ASCII case folded; empty: all). `each` returns false
 * to stop; the card's strings live until it returns.
 */
bool catalog_cards(struct store *s, struct str words, bool (*each)(void *ctx, const struct card *c),
	void *ctx, struct err *e) MUST_CHECK;

/* Where a walk over all cards in deck order stands; zero before the first. */
struct card_walk {
	struct buf path;
	int64_t file, line, shape, no;
	bool end;
};

/*
 * The ids of up to `most` cards more, *n of them; w->end once all were given. Cards that come or go
 * before the place of the walk are not seen by it.
 */
bool catalog_walk(struct store *s, struct card_walk *w, int64_t *id, size_t most, size_t *n,
	struct err *e) MUST_CHECK;
void card_walk_release(struct card_walk *w);

/*
 * Cards whose id begins with these hexadecimal digits or whose label this is (any case), at most
 * `max`, by id. *n says how many were found.
 */
bool catalog_card_like(
	struct store *s, struct str prefix, int64_t *id, int max, int *n, struct err *e) MUST_CHECK;

/*
 * The queue's queries. Cards that are hidden, or buried up to that day or later, are passed over.
 * `except` is a card to pass over (0: none). *id is 0 when there is none.
 */
bool catalog_next_due(
	struct store *s, int today, int64_t except, int64_t *id, struct err *e) MUST_CHECK;
bool catalog_next_new(
	struct store *s, int today, int64_t except, int64_t *id, struct err *e) MUST_CHECK;
bool catalog_next_drill(
	struct store *s, int today, int64_t except, int64_t *id, struct err *e) MUST_CHECK;

/* As catalog_next_due(), the card itself; passes over those whose siblings were answered that day. */
bool catalog_next_card(struct store *s, int today, int64_t except, struct card *c, struct arena *a,
	struct err *e) MUST_CHECK;

/* Counting stops at `cap` (0: count all). due: due <= today and not in drill; soon: due == day. */
bool catalog_count_due(struct store *s, int today, int cap, int *n, struct err *e) MUST_CHECK;
bool catalog_count_on(struct store *s, int day, int cap, int *n, struct err *e) MUST_CHECK;
bool catalog_count_new(struct store *s, int today, int cap, int *n, struct err *e) MUST_CHECK;
bool catalog_count_drill(struct store *s, int today, int *n, struct err *e) MUST_CHECK;
bool catalog_count_cards(struct store *s, int64_t *n, struct err *e) MUST_CHECK;

/* Cards whose first graded answer was on that day; events' times and days must agree to a day. */
bool catalog_count_first(struct store *s, int day, int *n, struct err *e) MUST_CHECK;

/*
 * Search by words, whatever their case and accents. Of the query each word must be found, in any field
 * or in the one named before it: "front:" (label and question) "back:" "topic:" "tag:" "deck:" (path of
 * the file). A word that ends in "*", and the last one always, is the begin of a word; "words in quotes"
 * stand one behind the other. Nothing else has a meaning; more than 32 words are not looked at.
 *
 * At most `max` cards, 0 for all. Of the first 2 * max found (in the order in which they were stored)
 * those come first whose question, then whose topic or tags hold most of the words: more are not
 * ranked, and among more than 5000 cards a begin stands for the first 16 words of the index that begin
 * so, so that a letter or a word of every card costs no more than a rare one. max 0: all of them, in
 * that order, unranked.
 * `excerpt` is of the answer: the line in which the first of the words stands, from near it, else the
 * begin. It and the card live until `each` returns, which is false to stop.
 *
 * Cards that are not in the index of words yet are put there first, which takes a second for some
 * 50,000: catalog_search_build() does it in parts. The index is a file beside the store ("hone.db-words"),
 * a cache that is made anew when it is damaged or not of this store. Not inside a transaction. Of a store
 * that can only be read the index is made in memory, where the file's is not complete.
 */
bool catalog_search(struct store *s, struct str query, int max,
	bool (*each)(void *ctx, const struct card *c, struct str excerpt), void *ctx,
	struct err *e) MUST_CHECK;

/*
 * Put up to `most` more cards into the index of words, in a transaction of its own; 0 only asks. *left:
 * about how many are not in it; 0 means ready.
 */
bool catalog_search_build(struct store *s, int most, int64_t *left, struct err *e) MUST_CHECK;

/*
 * What was put in by parts lies in pieces; joined into one, a large index is searched in a quarter of
 * the time. Joins some `most` pages, in a transaction of its own; 0 only asks. *more: there is more to
 * join. An index that is not written, or is small, or has not doubled since, stays as it is.
 */
bool catalog_search_join(struct store *s, int most, bool *more, struct err *e) MUST_CHECK;

/*
 * What a session is chosen from: cards that are due up to the day `until`, neither hidden nor buried on
 * `today`, whose text is there; by due day, then id. `each` returns false to stop.
 */
bool catalog_each_due(struct store *s, int today, int until,
	bool (*each)(void *ctx, int64_t id, int due, int interval, int64_t file), void *ctx,
	struct err *e) MUST_CHECK;

/* Was another card of the same text (same file and line) answered on that day? */
bool catalog_siblings_answered(
	struct store *s, int64_t card, int today, bool *answered, struct err *e) MUST_CHECK;

/*
 * Mean thinking time of the newest 500 answers that have one, in whole seconds and at least 1; 0 when
 * there are fewer than 5 of them among the newest 10,000 events.
 */
bool catalog_seconds(struct store *s, int *seconds, struct err *e) MUST_CHECK;

#endif
