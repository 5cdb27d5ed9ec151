/*
 * topic_facts.h - what is known of a topic, as lines with a name before each: for the topics and for going
 * through them.
 */
#ifndef HONE_TOPIC_FACTS_H
#define HONE_TOPIC_FACTS_H

#include "hone/readiness.h"
#include "views/views.h"

struct topic_fact {
	const char *name; /* "recall" */
	struct str text;
	enum role role;
};

enum { TOPIC_FACTS = 8, TOPIC_FACT_COLS = 10 /* of the name and the space behind it */ };

/*
 * The facts that there are: what was said and whether that is to be asked again, recall, cards, what was wrong
 * last, scores, priority, notes. `k` may be NULL: what the log says is not known yet. In the arena.
 */
bool topic_facts(const struct study *s, const struct topic_row *t, const struct readiness_topic *k,
	struct topic_fact out[static TOPIC_FACTS], int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* What was said may be newer than what is known: then it is fresh. */
enum readiness_age topic_age_now(
	const struct topic_row *t, const struct readiness_topic *k, int today);

/* "3 d", "stale" (14 days and more), "lapsed", "no date", "": how old a rating is, in a word. */
const char *topic_age(const struct topic_row *t, const struct readiness_topic *k, int today,
	char out[static 16], enum role *role);

/* One line each, at most c.rows; returns how many rows it took. `wraps`: each as many as it needs. */
int topic_facts_draw(struct canvas c, const struct topic_fact *fact, int n, bool wraps);

#endif
