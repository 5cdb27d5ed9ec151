/* about.c - what words and the user say that cards and days are about. */
#include "hone/about.h"

#include "hone/text.h"

bool about_load(const struct study *s, struct about *out, struct arena *a, struct err *e)
{
	struct about b = { .matcher = match_new(a) };
	if (!coverage_load(s, &b.cover, a, e) || !joins_load(s, &b.joins, a, e))
		return false;
	b.id = arena_alloc(a, (size_t)b.cover.ntopic + 1, sizeof *b.id);
	for (int i = 0; i < b.cover.ntopic; i++) {
		b.id[i] = b.cover.topic[i].id;
		match_name(b.matcher, i, b.cover.topic[i].name);
	}
	*out = b;
	return true;
}

const int *about_card(struct about *b, const struct card *c, int *n)
{
	const int *found = match_card(b->matcher, c->topic, c->tags, c->front, n);
	return joins_apply(&b->joins, JOIN_CARD_TOPIC, c->id, b->id, b->cover.ntopic, found, n);
}

const struct join *about_said(const struct about *b, enum join_kind kind, int64_t from, int topic)
{
	return joins_find(&b->joins, kind, from, b->id[topic]);
}

const char *about_how(const struct about *b, const struct card *c, int topic)
{
	static const char *const how[] = { [MATCH_NOT] = "",
		[MATCH_TOPIC] = "by its heading",
		[MATCH_TAG] = "by its tag",
		[MATCH_QUESTION] = "by its question" };
	if (about_said(b, JOIN_CARD_TOPIC, c->id, topic))
		return "you said so";
	return how[match_how(c->topic, c->tags, c->front, b->cover.topic[topic].name)];
}

/* ---- a topic by words */

int about_find(const struct about *b, struct str words, struct err *e)
{
	int holds = -1, n = 0;
	for (int i = 0; i < b->cover.ntopic; i++) {
		const struct topic_row *t = &b->cover.topic[i];
		if (str_caseeq(t->name, words) || str_caseeq(name_head(t->name), words) ||
			(t->number.n && str_eq(t->number, words)))
			return i;
		if (words.n && str_casefind(t->name, words, 0) >= 0) {
			holds = i;
			n++;
		}
	}
	if (n == 1)
		return holds;
	if (n > 1)
		err_set(e, ERR_INVALID, "%d topics have \"%.*s\": write more of the name", n,
			STR_ARG(words));
	else
		err_set(e, ERR_MISSING, "no topic has \"%.*s\" in its name", STR_ARG(words));
	return -1;
}

/* ---- days */

/* "Heaps (by hand)" and "Heaps - how they sift" are the same to what stands before. */
static int likeness(struct str name, struct str known)
{
	enum { SAME = 3 };
	return names_alike(name_head(name), name_head(known)) == SAME ? SAME
								      : names_alike(name, known);
}

/* The topic that the plan means: the one most alike, of those the shortest; not what was refused. */
static int meant(const struct about *b, uint64_t day, struct str name)
{
	int best = 0, topic = -1;
	size_t length = 0;
	for (int i = 0; i < b->cover.ntopic; i++) {
		struct str known = b->cover.topic[i].name;
		int alike = likeness(name, known);
		const struct join *said = about_said(b, JOIN_DAY_TOPIC, (int64_t)day, i);
		if (alike < best || alike == 0 || (alike == best && known.n >= length) ||
			(said && !said->yes))
			continue;
		best = alike;
		length = known.n;
		topic = i;
	}
	return topic;
}

static bool has_topic(const struct about_topic *t, int n, int topic)
{
	for (int i = 0; i < n; i++)
		if (t[i].topic == topic)
			return true;
	return false;
}

struct about_topic *about_day(
	const struct about *b, uint64_t day, const struct guide_day *guide, int *n, struct arena *a)
{
	int nsaid, found = 0;
	joins_of(&b->joins, JOIN_DAY_TOPIC, (int64_t)day, &nsaid);
	struct about_topic *t = arena_alloc(a, (size_t)(guide->ntopic + nsaid) + 1, sizeof *t);
	for (int i = 0; i < guide->ntopic; i++)
		t[found++] = (struct about_topic){ guide->topic[i], guide->topic_note[i],
			meant(b, day, guide->topic[i]), false };
	for (int i = 0; nsaid && i < b->cover.ntopic; i++) {
		const struct join *said = about_said(b, JOIN_DAY_TOPIC, (int64_t)day, i);
		if (said && said->yes && !has_topic(t, found, i))
			t[found++] = (struct about_topic){
				.name = b->cover.topic[i].name, .topic = i, .said = true
			};
	}
	*n = found;
	return t;
}
