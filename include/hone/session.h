/*
 * session.h - which cards are asked in one sitting, and in what order. Over the queue; it changes nothing
 * but through session_grade().
 *
 * Of today, without a filter and without minutes, a session is the queue of queue.h. With either it takes
 * the cards once, when it begins, at most SESSION_MOST: due ones first, by how overdue they are for their
 * interval, then new ones up to the daily limit; then those answered Again or Hard, until Good. Siblings
 * (cards of one text) are kept apart: of each text one card a day, the others wait for the next.
 */
#ifndef HONE_SESSION_H
#define HONE_SESSION_H

#include "hone/queue.h"

enum { SESSION_MOST = 10000 };

enum session_mode {
	SESSION_TODAY,
	SESSION_AHEAD, /* what will be due within `days`, too; graded like any other when due, else not */
	SESSION_CRAM, /* all cards of the filter, due or not; answers change no schedule */
};

struct session_options {
	enum session_mode mode;
	struct str
		filter; /* words as catalog_cards() takes them; "deck:x" "tag:x" "topic:x" "is:STATE" */
	int days;       /* of SESSION_AHEAD */
	int minutes; /* stop after about so many; 0: no limit */
};

struct session;

/* NULL with ERR_INVALID for a filter that cannot be understood; the sentence says what is allowed. */
struct session *session_new(
	const struct study *s, const struct session_options *o, struct err *e) MUST_CHECK;
void session_free(struct session *ss);

/* The next card after the one given last; out->id is 0 when nothing is left. Its strings are in `a`. */
bool session_next(struct session *ss, const struct study *s, struct card *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* Grade the card that was asked. In SESSION_CRAM nothing is logged; the card returns until Good. */
bool session_grade(struct session *ss, struct study *s, int64_t card, int grade, int64_t took_ms,
	struct err *e) MUST_CHECK;

/* That card is asked next: its grade was taken back. */
void session_again(struct session *ss, int64_t card);

struct session_counts {
	int left;       /* to be asked in this session, the drill included */
	bool capped;    /* there are more */
	int seconds;    /* that these take, by what cards took before; 0 when unknown */
	int backlog;    /* due today and not in this session */
	int clear_days; /* until the backlog is gone at this session's pace; 0 when there is none */
};
bool session_count(struct session *ss, const struct study *s, struct session_counts *out,
	struct err *e) MUST_CHECK;

#endif
