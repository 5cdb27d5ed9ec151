/* stats.c - answers counted by day. */
#include "hone/stats.h"

#include <limits.h>

#include "hone/answers.h"
#include "hone/queue.h"

struct counting {
	struct stats *stats;
	int today;
};

static void add(struct stats_span *span, const struct answer *a)
{
	span->answers++;
	span->fresh += a->first;
	span->ms += a->took_ms;
}

static void retain(struct stats *s, const struct answer *a)
{
	struct stats_retention *r = a->interval < STATS_MATURE ? &s->young : &s->mature;
	if (!a->counts || a->first)
		return;
	r->n++;
	r->right += a->percent == 100;
}

static void take(void *ctx, const struct answer *a)
{
	enum { WEEK = 7 };
	struct counting *c = ctx;
	int age = c->today - a->day;
	if (!a->graded)
		return;
	add(&c->stats->all, a);
	if (age == 0)
		add(&c->stats->today, a);
	if (age >= 0 && age < WEEK)
		add(&c->stats->week, a);
	if (age < 0 || age >= STATS_DAYS)
		return;
	add(&c->stats->month, a);
	retain(c->stats, a);
	c->stats->daily[STATS_DAYS - 1 - age]++;
}

bool stats_load(const struct study *s, struct stats *out, struct err *e)
{
	struct stats made = { 0 };
	struct counting c = { &made, s->today };
	int fresh;
	if (!answers_each(s, take, NULL, &c, e) ||
		!queue_forecast(s, INT_MAX / 2, made.ahead, STATS_AHEAD, &fresh, e) ||
		!catalog_count_cards(s->store, &made.cards, e) ||
		!catalog_seconds(s->store, &made.seconds, e))
		return false;
	*out = made;
	return true;
}

int stats_percent(struct stats_retention r)
{
	return r.n ? (int)(((int64_t)r.right * 200 + r.n) / (2 * (int64_t)r.n)) : -1;
}
