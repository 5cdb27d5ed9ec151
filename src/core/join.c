/* join.c - what the user said cards are about: read, put over what words say, said. */
#include "hone/join.h"

#include <stdlib.h>

#include "study_priv.h"

static int by_pair(const void *a, const void *b)
{
	const struct join *x = a, *y = b;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
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
		if (!join_follow(s, &now->join, e))
			return false;
		now->at = i;
		nsaid++;
	}
	qsort(said, (size_t)nsaid, sizeof *said, by_pair_then_time);
	keep_last(&j, said, nsaid);
	*out = j;
	return true;
}

const struct join *joins_find(const struct joins *j, enum join_kind kind, int64_t from, int64_t to)
{
	struct join pair = { .kind = kind, .from = from, .to = to };
	int at = place_of(j, &pair);
	return at < j->n && by_pair(&j->join[at], &pair) == 0 ? &j->join[at] : NULL;
}

const struct join *joins_of(const struct joins *j, enum join_kind kind, int64_t from, int *n)
{
	int at = place_of(j, &(struct join){ .kind = kind, .from = from, .to = INT64_MIN });
	for (*n = 0; at + *n < j->n; ++*n) {
		const struct join *one = &j->join[at + *n];
		if (one->kind != kind || one->from != from)
			break;
	}
	return j->join + at;
}

const int *joins_apply(struct joins *j, enum join_kind kind, int64_t from, const int64_t *id,
	int ntopic, const int *found, int *n)
{
	int nfound = *n, at = 0, left = 0, nsaid;
	joins_of(j, kind, from, &nsaid);
	if (nsaid == 0)
		return found;
	if (j->room < (size_t)ntopic) {
		j->found = arena_alloc(j->a, (size_t)ntopic, sizeof *j->found);
		j->room = (size_t)ntopic;
	}
	for (int topic = 0; topic < ntopic; topic++) {
		bool by_words = at < nfound && found[at] == topic;
		const struct join *said = id[topic] ? joins_find(j, kind, from, id[topic]) : NULL;
		at += by_words;
		if (said ? said->yes : by_words)
			j->found[left++] = topic;
	}
	*n = left;
	return j->found;
}

/* Are both there, and was something else said of them last? Of a section *section becomes its place. */
static bool check(struct study *s, const struct join *pair, struct str *section, bool *news,
	struct arena *a, struct err *e)
{
	struct join_end from, to;
	struct joins j;
	if (!join_end(s, join_from(pair->kind), pair->from, pair->section, &from, a, e) ||
		!join_end(s, join_to(pair->kind), pair->to, (struct str){ 0 }, &to, a, e) ||
		!joins_load(s, &j, a, e))
		return false;
	if (!from.there || !to.there)
		return err_set(e, ERR_MISSING, "\"%.*s\" is in no file of this study now",
			STR_ARG(from.there ? to.name : from.name));
	const struct join *said = joins_find(&j, pair->kind, pair->from, pair->to);
	*news = !said || said->yes != pair->yes;
	*section = from.section;
	return true;
}

bool join_say(struct study *s, const struct join *pair, struct err *e)
{
	struct join say = *pair;
	struct arena a = { 0 };
	struct buf text = { 0 };
	bool news = false;
	bool ok = study_writable(s, e) && check(s, pair, &say.section, &news, &a, e);
	if (ok && news) {
		join_format(&say, &text);
		struct event ev = {
			.kind = EVENT_JOIN, .subject = SUBJECT_JOINS, .text = buf_str(&text)
		};
		ok = study_refresh(s, e) && study_log(s, &ev, e);
	}
	buf_release(&text);
	arena_release(&a);
	return ok;
}
