/* queue_pass.c - the last pass before a deadline. */
#include <stdlib.h>

#include "queue_priv.h"

struct reading {
	const struct study *s;
	struct pass *pass;
	int from; /* first day of the pass */
	struct err *e;
	bool failed;
};

static bool read_answer(void *ctx, const struct event *ev, bool voided)
{
	struct reading *r = ctx;
	struct pass *p = r->pass;
	if (voided || ev->kind != EVENT_GRADE || ev->day < r->from)
		return true;
	p->answered = array_room(p->answered, p->n, &p->cap, sizeof *p->answered);
	r->failed = !store_alias(r->s->store, ev->subject, &p->answered[p->n], r->e);
	p->n += !r->failed;
	return !r->failed;
}

static int id_cmp(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

bool pass_load(const struct study *s, struct pass *p, struct err *e)
{
	enum { DAY_MS = 86400000 };
	int deadline = study_deadline(s);
	*p = (struct pass){ .today = s->today, .deadline = deadline };
	if (deadline == DAY_NONE || s->today > deadline || s->today < deadline - DEADLINE_DAYS)
		return true;
	struct reading r = { .s = s, .pass = p, .from = deadline - DEADLINE_DAYS, .e = e };
	/* A study day begins at most a day before its date does anywhere on Earth. */
	struct event_id floor = event_id_floor(((int64_t)r.from - 1) * DAY_MS);
	if (!store_events(s->store, floor, read_answer, &r, e) || r.failed)
		return false;
	if (p->n)
		qsort(p->answered, p->n, sizeof *p->answered, id_cmp);
	p->on = true;
	return true;
}

void pass_release(struct pass *p)
{
	free(p->answered);
	*p = (struct pass){ 0 };
}

bool pass_wants(const struct pass *p, int64_t id, int due)
{
	if (!p->on || due == DAY_NONE || due < p->deadline || due <= p->today)
		return false;
	return !p->n || !bsearch(&id, p->answered, p->n, sizeof id, id_cmp);
}

struct look {
	const struct pass *pass;
	int64_t except, first;
	int n, cap;
};

static bool look_at(void *ctx, int64_t id, int due, int interval, int64_t file)
{
	struct look *l = ctx;
	(void)interval;
	(void)file;
	if (id == l->except || !pass_wants(l->pass, id, due))
		return true;
	if (l->n++ == 0)
		l->first = id;
	return l->cap == 0 || l->n < l->cap;
}

/* `p` is filled for the time of the call. */
static bool look(const struct study *s, struct pass *p, struct look *l, struct err *e)
{
	bool ok = pass_load(s, p, e);
	l->pass = p;
	if (ok && p->on)
		ok = catalog_each_due(s->store, s->today, INT_MAX, look_at, l, e);
	pass_release(p);
	return ok;
}

bool pass_next(const struct study *s, int64_t except, int64_t *id, struct err *e)
{
	struct pass p;
	struct look l = { .except = except, .cap = 1 };
	if (!look(s, &p, &l, e))
		return false;
	*id = l.first;
	return true;
}

bool pass_count(const struct study *s, int cap, int *n, struct err *e)
{
	struct pass p;
	struct look l = { .cap = cap };
	if (!look(s, &p, &l, e))
		return false;
	*n = l.n;
	return true;
}

struct ahead {
	int deadline, n, cap;
};

static bool count_ahead(void *ctx, int64_t id, int due, int interval, int64_t file)
{
	struct ahead *a = ctx;
	(void)id;
	(void)interval;
	(void)file;
	a->n += due >= a->deadline;
	return a->n < a->cap;
}

bool pass_ahead(const struct study *s, int cap, int *n, struct err *e)
{
	struct ahead a = { .deadline = study_deadline(s), .cap = cap };
	bool ok = catalog_each_due(s->store, s->today, INT_MAX, count_ahead, &a, e);
	*n = a.n;
	return ok;
}
