/* readiness.c - the arithmetic of readiness and calibration: docs/READINESS.md. */
#include <math.h>
#include <stdlib.h>

#include "readiness_priv.h"

/* 2^(-age / 30) */
static double weight(int age)
{
	return exp2(-(double)(age > 0 ? age : 0) / READINESS_HALF);
}

static double claim_percent(enum level level)
{
	static const double percent[] = { 0, 90, 50, 10 };
	return percent[level];
}

/* The rating that stood on that day; LEVEL_NONE before the first. */
static struct readiness_claim claim_on(const struct readiness_topic *t, int day)
{
	for (int i = t->nclaim; i-- > 0;)
		if (t->claim[i].day == DAY_NONE || t->claim[i].day <= day)
			return t->claim[i];
	return (struct readiness_claim){ DAY_NONE, LEVEL_NONE };
}

static double claim_weight(struct readiness_claim c, int day)
{
	if (c.level == LEVEL_NONE)
		return 1;
	return 2 * weight(c.day == DAY_NONE ? READINESS_UNDATED : day - c.day);
}

/* The part of a topic's days in [from, to]; they are sorted. */
static const struct readiness_day *days_in(
	const struct readiness_topic *t, int from, int to, int *n)
{
	int low = 0, high = t->nseen;
	while (low < t->nseen && t->seen[low].day < from)
		low++;
	while (high > low && t->seen[high - 1].day > to)
		high--;
	*n = high - low;
	return t->seen + low;
}

struct readiness_value readiness_at(const struct readiness_topic *t, int day)
{
	struct readiness_claim c = claim_on(t, day);
	struct readiness_value v = { .claim = claim_weight(c, day) };
	int n;
	const struct readiness_day *seen = days_in(t, day - READINESS_WINDOW, day, &n);
	double sum = v.claim * claim_percent(c.level);
	for (int i = 0; i < n; i++) {
		double w = weight(day - seen[i].day);
		v.seen += w * seen[i].n;
		sum += w * seen[i].sum;
		v.n += seen[i].n;
	}
	v.percent = sum / fmax(1, v.claim + v.seen);
	v.known = c.level != LEVEL_NONE || v.n > 0;
	return v;
}

enum readiness_age readiness_age(const struct readiness_topic *t, int today)
{
	struct readiness_claim c = claim_on(t, today);
	if (c.level == LEVEL_NONE)
		return AGE_UNRATED;
	if (t->lapsed && c.level != LEVEL_DUNNO)
		return AGE_LAPSED;
	if (c.day == DAY_NONE)
		return AGE_UNDATED;
	return today - c.day >= READINESS_STALE ? AGE_STALE : AGE_FRESH;
}

int readiness_whole(double percent)
{
	return (int)floor(percent + 0.5);
}

static struct readiness_recall recall_of(const struct readiness_topic *t, int today)
{
	struct readiness_recall r = { 0 };
	int n;
	const struct readiness_day *seen = days_in(t, today - CALIBRATION_DAYS + 1, today, &n);
	for (int i = 0; i < n; i++) {
		r.n += seen[i].n;
		r.percent += seen[i].sum;
	}
	r.percent = r.n ? r.percent / r.n : 0;
	return r;
}

enum readiness_verdict readiness_judge(enum level level, struct readiness_recall r)
{
	if (level == LEVEL_KNOW && r.n >= OVER_LEAST && r.percent < OVER_BELOW)
		return READINESS_OVER;
	if ((level == LEVEL_UNSURE || level == LEVEL_DUNNO) && r.n >= UNDER_LEAST &&
		r.percent > UNDER_ABOVE)
		return READINESS_UNDER;
	return READINESS_FITS;
}

/* As if each open card had one right answer today. */
static double with_open_known(const struct readiness_topic *t)
{
	double weights = fmax(1, t->now.claim + t->now.seen);
	double sum = t->now.percent * weights + 100.0 * t->open;
	return sum / fmax(1, t->now.claim + t->now.seen + t->open);
}

static void judge_topic(struct readiness_topic *t, const struct readiness *r, int mean_seconds)
{
	t->now = readiness_at(t, r->today);
	t->recall = recall_of(t, r->today);
	t->verdict = readiness_judge(claim_on(t, r->today).level, t->recall);
	t->gain = t->open ? (with_open_known(t) - t->now.percent) / r->ntopic : 0;
	int each = mean_seconds ? mean_seconds : READINESS_SECONDS;
	if (t->ntook >= READINESS_OWN_TIMES)
		each = (int)((t->took_ms / t->ntook + 500) / 1000);
	t->seconds = t->open * (each > 0 ? each : 1);
}

/* Two recalls taken together. */
static struct readiness_recall joined(struct readiness_recall a, struct readiness_recall b)
{
	struct readiness_recall r = { .n = a.n + b.n };
	if (r.n)
		r.percent = (a.percent * a.n + b.percent * b.n) / r.n;
	return r;
}

static void add_topic(
	struct readiness *r, struct readiness_area *area, const struct readiness_topic *t)
{
	struct readiness_recall *level = &r->recall[claim_on(t, r->today).level];
	area->percent += t->now.percent;
	area->known += t->now.known;
	area->recall = joined(area->recall, t->recall);
	*level = joined(*level, t->recall);
	area->over += t->verdict == READINESS_OVER;
	area->under += t->verdict == READINESS_UNDER;
	r->seen += t->now.n > 0;
	r->bare += t->cards == 0;
}

void readiness_settle(struct readiness *r, int mean_seconds)
{
	r->timed = mean_seconds > 0;
	for (int i = 0; i < r->narea; i++) {
		struct readiness_area *area = &r->area[i];
		for (int k = area->first; k < area->first + area->ntopic; k++) {
			judge_topic(&r->topic[k], r, mean_seconds);
			add_topic(r, area, &r->topic[k]);
		}
		r->percent += area->percent;
		r->known += area->known;
		r->over += area->over;
		r->under += area->under;
		area->percent = area->ntopic ? area->percent / area->ntopic : 0;
	}
	r->percent = r->ntopic ? r->percent / r->ntopic : 0;
}

void readiness_history(const struct readiness *r, int area, int from, int to, double *out)
{
	int first = area < 0 ? 0 : r->area[area].first;
	int n = area < 0 ? r->ntopic : r->area[area].ntopic;
	for (int day = from; day <= to; day++) {
		double sum = 0;
		for (int i = first; i < first + n; i++)
			sum += readiness_at(&r->topic[i], day).percent;
		out[day - from] = n ? sum / n : 0;
	}
}

double readiness_gain_hour(const struct readiness_topic *t)
{
	enum { HOUR = 3600 };
	return t->seconds ? t->gain * HOUR / t->seconds : 0;
}

/* Does topic x come before y? Of equal ones the earlier in the files. */
static bool better(const struct readiness *r, int x, int y)
{
	double a = readiness_gain_hour(&r->topic[x]), b = readiness_gain_hour(&r->topic[y]);
	return a > b || (a == b && x < y);
}

int readiness_raise(const struct readiness *r, int *topic, int most)
{
	int n = 0;
	for (int i = 0; i < r->ntopic; i++) {
		int at = n;
		if (r->topic[i].gain <= 0)
			continue;
		while (at > 0 && better(r, i, topic[at - 1]))
			at--;
		if (at == most)
			continue;
		n += n < most;
		for (int k = n - 1; k > at; k--)
			topic[k] = topic[k - 1];
		topic[at] = i;
	}
	return n;
}

void readiness_words(const struct readiness_topic *t, struct buf *out)
{
	static const char *const said[] = { "not rated", "you say Know", "you say Unsure",
		"you say Dunno" };
	buf_addf(out, "%s, ", said[t->topic->level]);
	if (t->recall.n)
		buf_addf(out, "you recall %d %% (n=%d)", readiness_whole(t->recall.percent),
			t->recall.n);
	else
		buf_add(out, STR("nothing asked in 30 days"));
}
