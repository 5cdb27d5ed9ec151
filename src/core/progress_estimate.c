/* progress_estimate.c - how long what a plan says takes, and how much of it is done. */
#include "progress_priv.h"

static int middle(int from, int to)
{
	return to > from ? from + (to - from) / 2 : from;
}

/* `minutes` in the share that done is of all. */
static int share(int minutes, int done, int all)
{
	return all > 0 ? (int)(((int64_t)minutes * done * 2 + all) / (2 * (int64_t)all)) : 0;
}

static void add(struct estimate *to, struct estimate e)
{
	to->minutes += e.minutes;
	to->done += e.done;
}

static bool is_gone(enum plan_status s)
{
	return s == PLAN_SKIPPED || s == PLAN_MOVED;
}

bool progress_counts(const struct plan_item *t)
{
	return t->done || !is_gone(t->status);
}

/* What takes `own` minutes (0: what its parts take) and has these parts. */
static struct estimate whole(int own, struct estimate parts, enum plan_status status)
{
	struct estimate e = { own > 0 ? own : parts.minutes, 0 };
	e.done = status == PLAN_DONE ? e.minutes : share(e.minutes, parts.done, parts.minutes);
	if (is_gone(status))
		e.minutes = e.done;
	return e;
}

/* Those below an item come after it: from the last to the first. */
static struct estimate *of_items(const struct plan *p, struct arena *a)
{
	struct estimate *below = arena_alloc(a, (size_t)p->nitem, sizeof *below);
	struct estimate *item = arena_alloc(a, (size_t)p->nitem, sizeof *item);
	for (int i = p->nitem - 1; i >= 0; i--) {
		const struct plan_item *t = &p->item[i];
		int own = middle(t->minutes_from, t->minutes_to);
		if (own == 0 && below[i].minutes == 0)
			own = DEFAULT_TASK_MIN;
		item[i] = whole(own, below[i], t->done ? PLAN_DONE : t->status);
		if (t->parent >= 0)
			add(&below[t->parent], item[i]);
	}
	return item;
}

/* Is it counted by no other item of the same day and block? */
static bool is_outermost(const struct plan *p, const struct plan_item *t)
{
	const struct plan_item *up = t->parent >= 0 ? &p->item[t->parent] : NULL;
	return !up || up->block != t->block || up->day != t->day || up->week != t->week;
}

static struct estimate of_block(const struct plan *p, const struct estimate *item, int block)
{
	const struct plan_block *b = &p->block[block];
	struct estimate parts = { 0 };
	for (int i = b->first; i < b->first + b->nitem; i++)
		if (is_outermost(p, &p->item[i]))
			add(&parts, item[i]);
	return whole(middle(b->minutes_from, b->minutes_to), parts, b->status);
}

static struct estimate of_day(const struct plan *p, const struct estimates *est, int day)
{
	const struct plan_day *d = &p->day[day];
	struct estimate parts = { 0 };
	int own = middle(d->minutes_from, d->minutes_to);
	for (int i = d->first_block; i < d->first_block + d->nblock; i++)
		add(&parts, est->block[i]);
	for (int i = d->first; i < d->first + d->nitem; i++)
		if (p->item[i].block < 0 && is_outermost(p, &p->item[i]))
			add(&parts, est->item[i]);
	if (own == 0 && parts.minutes == 0 && d->nitem == 0)
		own = DEFAULT_DAY_MIN;
	return whole(own, parts, d->status);
}

/* Does range `d` say in one what `k` says of some of its days? */
static bool heads(const struct plan_day *d, const struct plan_day *k)
{
	return d->week == k->week && d->from <= k->from && k->to <= d->to &&
	       k->to - k->from < d->to - d->from;
}

/* What the single days of a range leave of what the range says. */
static struct estimate of_head(const struct plan *p, const struct estimates *est, int day)
{
	const struct plan_day *d = &p->day[day];
	const struct plan_week *w = &p->week[d->week];
	struct estimate e = est->day[day];
	int own = middle(d->minutes_from, d->minutes_to), covered = 0, n = 0;
	for (int i = w->first_day; i < w->first_day + w->nday; i++)
		if (heads(d, &p->day[i])) {
			covered += est->day[i].minutes;
			n++;
		}
	if (n == 0 || (own == 0 && d->nitem > 0))
		return e;
	int left = own > covered ? own - covered : 0;
	return (struct estimate){ left, share(left, e.done, e.minutes) };
}

struct estimates progress_estimates(const struct plan *p, struct arena *a)
{
	struct estimates est = { .item = of_items(p, a) };
	est.block = arena_alloc(a, (size_t)p->nblock, sizeof *est.block);
	est.day = arena_alloc(a, (size_t)p->nday, sizeof *est.day);
	struct estimate *day = arena_alloc(a, (size_t)p->nday, sizeof *day);
	for (int i = 0; i < p->nblock; i++)
		est.block[i] = of_block(p, est.item, i);
	for (int i = 0; i < p->nday; i++)
		est.day[i] = of_day(p, &est, i);
	for (int i = 0; i < p->nday; i++)
		day[i] = of_head(p, &est, i);
	est.day = day;
	return est;
}

struct estimate progress_loose(const struct plan *p, const struct estimates *est, int week)
{
	const struct plan_week *w = &p->week[week];
	struct estimate sum = { 0 };
	for (int i = w->first_block; i < w->first_block + w->nblock; i++)
		if (p->block[i].day < 0)
			add(&sum, est->block[i]);
	for (int i = 0; i < p->nitem; i++) {
		const struct plan_item *t = &p->item[i];
		if (t->week == week && t->day < 0 && t->block < 0 && is_outermost(p, t))
			add(&sum, est->item[i]);
	}
	return sum;
}

struct estimate progress_outside(const struct plan *p)
{
	struct estimate sum = { 0 };
	for (int i = 0; i < p->nitem; i++) {
		const struct plan_item *t = &p->item[i];
		int own = middle(t->minutes_from, t->minutes_to);
		if (p->nweek == 0 && own == 0)
			own = DEFAULT_TASK_MIN;
		if (t->week < 0 && t->parent < 0 && own > 0)
			add(&sum, whole(own, (struct estimate){ 0 },
					  t->done ? PLAN_DONE : t->status));
	}
	return sum;
}
