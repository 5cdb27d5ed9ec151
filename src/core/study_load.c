/* study_load.c - reviews by day, counted once and kept while cards are graded. */
#include <string.h>

#include "hone/want.h"
#include "study_priv.h"

struct load *study_loads(const struct study *s)
{
	struct load *l = &s->state->load;
	if (l->stamp == store_stamp(s->store) && l->today == s->today)
		return l;
	l->stamp = store_stamp(s->store);
	l->today = s->today;
	l->counted = l->wants = false;
	l->wishes = -1;
	memset(l->n, -1, sizeof l->n);
	return l;
}

static bool count(const struct study *s, int day, int *n, struct err *e)
{
	if (day < s->today)
		*n = 0;
	else if (day == s->today)
		return catalog_count_due(s->store, day, LOAD_CAP, n, e);
	else
		return catalog_count_on(s->store, day, LOAD_CAP, n, e);
	return true;
}

/* New cards that are due because they are wanted, by day. */
static bool count_wants(const struct study *s, struct load *l, struct err *e)
{
	struct arena a = { 0 };
	struct want *w;
	int n;
	if (l->wants)
		return true;
	l->wants = want_list(s, &w, &n, &a, e);
	memset(l->want, 0, sizeof l->want);
	for (int i = 0; l->wants && i < n; i++)
		if (w[i].day - l->today < LOAD_DAYS)
			l->want[w[i].day - l->today]++;
	arena_release(&a);
	return l->wants;
}

static bool count_all(const struct study *s, struct load *l, int day, int *n, struct err *e)
{
	int found;
	if (!count_wants(s, l, e) || !count(s, day, &found, e))
		return false;
	found += l->want[day - l->today];
	*n = found < LOAD_CAP ? found : LOAD_CAP;
	return true;
}

bool study_load(const struct study *s, int day, int *n, struct err *e)
{
	struct load *l = study_loads(s);
	int at = day - s->today;
	if (at < 0 || at >= LOAD_DAYS)
		return count(s, day, n, e);
	if (l->n[at] < 0 && !count_all(s, l, day, &l->n[at], e))
		return false;
	*n = l->n[at];
	return true;
}

/* One card more or less on a day; where counting had stopped, it is unknown what is left. */
static void add(struct load *l, int day, int step)
{
	int at = day == DAY_NONE ? -1 : day < l->today ? 0 : day - l->today;
	if (at < 0 || at >= LOAD_DAYS || l->n[at] < 0)
		return;
	l->n[at] = l->n[at] >= LOAD_CAP ? -1 : l->n[at] + step;
}

void study_load_moved(struct study *s, uint64_t before, int from, int to)
{
	struct load *l = &s->state->load;
	if (l->stamp != before || l->today != s->today || store_stamp(s->store) != before + 1)
		return;
	l->stamp = before + 1;
	l->counted = l->wants = false;
	add(l, from, -1);
	add(l, to, 1);
}
