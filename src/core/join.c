/* join.c - what the user said cards are about: read, put over what words say, said. */
#include "hone/join.h"

#include <stdlib.h>

#include "study_priv.h"

static int by_pair(const void *a, const void *b)
{
	const struct join *x = a, *y = b;
	if (x->card != y->card)
		return x->card < y->card ? -1 : 1;
	return (x->topic > y->topic) - (x->topic < y->topic);
}

/* Where the pair stands, or would. */
static int place_of(const struct joins *j, const struct join *pair)
{
	int from = 0, to = j->n;
	while (from < to) {
		int middle = from + (to - from) / 2;
		if (by_pair(&j->join[middle], pair) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* A join and when it was said. */
struct said {
	struct join join;
	size_t at;
};

static int by_pair_then_time(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int order = by_pair(&x->join, &y->join);
	return order ? order : (x->at > y->at) - (x->at < y->at);
}

static void keep_last(struct joins *j, const struct said *said, int n)
{
	for (int i = 0; i < n; i++)
		if (i + 1 == n || by_pair(&said[i].join, &said[i + 1].join) != 0)
			j->join[j->n++] = said[i].join;
}

bool joins_load(const struct study *s, struct joins *out, struct arena *a, struct err *e)
{
	struct event *ev;
	size_t n;
	int nsaid = 0;
	if (!store_deeds(s->store, SUBJECT_JOINS, &ev, &n, a, e))
		return false;
	struct said *said = arena_alloc(a, n + 1, sizeof *said);
	struct joins j = { .join = arena_alloc(a, n + 1, sizeof *j.join), .a = a };
	for (size_t i = 0; i < n; i++) {
		struct said *now = &said[nsaid];
		if (ev[i].kind != EVENT_JOIN || !join_parse(ev[i].text, &now->join))
			continue;
		if (!store_alias(s->store, now->join.card, &now->join.card, e))
			return false;
		now->at = i;
		nsaid++;
	}
	qsort(said, (size_t)nsaid, sizeof *said, by_pair_then_time);
	keep_last(&j, said, nsaid);
	*out = j;
	return true;
}

const struct join *joins_find(const struct joins *j, int64_t card, int64_t topic)
{
	struct join pair = { .card = card, .topic = topic };
	int at = place_of(j, &pair);
	return at < j->n && by_pair(&j->join[at], &pair) == 0 ? &j->join[at] : NULL;
}

static bool says_something(const struct joins *j, int64_t card)
{
	int at = place_of(j, &(struct join){ .card = card, .topic = INT64_MIN });
	return at < j->n && j->join[at].card == card;
}

const int *joins_apply(
	struct joins *j, int64_t card, const int64_t *id, int ntopic, const int *found, int *n)
{
	int nfound = *n, at = 0, left = 0;
	if (!says_something(j, card))
		return found;
	if (j->room < (size_t)ntopic) {
		j->found = arena_alloc(j->a, (size_t)ntopic, sizeof *j->found);
		j->room = (size_t)ntopic;
	}
	for (int topic = 0; topic < ntopic; topic++) {
		bool by_words = at < nfound && found[at] == topic;
		const struct join *said = id[topic] ? joins_find(j, card, id[topic]) : NULL;
		at += by_words;
		if (said ? said->yes : by_words)
			j->found[left++] = topic;
	}
	*n = left;
	return j->found;
}

/* Are both there, and was something else said of them last? */
static bool check(
	struct study *s, const struct join *pair, bool *news, struct arena *a, struct err *e)
{
	struct card card;
	struct topic_row topic;
	struct joins j;
	if (!catalog_card(s->store, pair->card, &card, a, e) ||
		!catalog_topic(s->store, pair->topic, &topic, a, e) || !joins_load(s, &j, a, e))
		return false;
	const struct join *said = joins_find(&j, pair->card, pair->topic);
	*news = !said || said->yes != pair->yes;
	return true;
}

bool join_say(struct study *s, int64_t card, int64_t topic, bool yes, struct err *e)
{
	struct join pair = { card, topic, yes };
	struct arena a = { 0 };
	struct buf text = { 0 };
	bool news;
	bool ok = study_writable(s, e) && check(s, &pair, &news, &a, e);
	if (ok && news) {
		join_format(&pair, &text);
		struct event ev = {
			.kind = EVENT_JOIN, .subject = SUBJECT_JOINS, .text = buf_str(&text)
		};
		ok = study_refresh(s, e) && study_log(s, &ev, e);
	}
	buf_release(&text);
	arena_release(&a);
	return ok;
}
