/*
 * answers.h - the log gone through once, with what each answer was: new, due, a repetition, early. Asks a
 * study, changes nothing.
 */
#ifndef HONE_ANSWERS_H
#define HONE_ANSWERS_H

#include "hone/study.h"

/* A GRADE, or a SCORE of 0..100. */
struct answer {
	int64_t subject; /* the card whose history it belongs to; of a SCORE perhaps a topic */
	int day;
	int percent; /* what it says of recall: 100 for grade 3 and up, else 0; a score as it is */
	int64_t took_ms;
	bool graded;  /* a GRADE */
	bool counts;  /* one of a card that was new or due, or a score */
	bool first;   /* of a GRADE: it counts, and the card was new */
	int interval; /* the card's before it, in days; 0 when it was new */
};

/* Everything in order, what is void left out; `other` (may be NULL) gets LEVEL and ROUND. */
bool answers_each(const struct study *s, void (*each)(void *ctx, const struct answer *answer),
	void (*other)(void *ctx, const struct event *ev), void *ctx, struct err *e) MUST_CHECK;

#endif
