/* plan_settle.c - what only the whole plan tells: identities, states, dates without a year, ranges. */
#include "hone/text.h"
#include "plan_priv.h"

static uint64_t hash_numbers(uint64_t seed, const int *number, size_t n)
{
	unsigned char bytes[16];
	for (size_t i = 0; i < n; i++) {
		for (size_t b = 0; b < 4; b++)
			bytes[4 * i + b] = (unsigned char)((uint32_t)number[i] >> 8 * b);
	}
	return hash64(seed, bytes, 4 * n);
}

/* What tells a day from the others of its week: its numbers, else its date. */
static void day_place(const struct parser *ps, int day, int place[2])
{
	const struct plan_day *d = &ps->plan.day[day];
	int key = ps->note[day].key;
	place[0] = key ? -1 - key : d->from;
	place[1] = key ? -1 - key : d->to;
}

/* Neither line numbers nor ticks enter: the item stays the same when the user moves or ticks it. */
uint64_t plan_item_id(struct parser *ps, const struct plan_item *it)
{
	int place[] = { it->week < 0 ? -1 : ps->plan.week[it->week].number, -1, -1 };
	if (it->day >= 0)
		day_place(ps, it->day, place + 1);
	buf_clear(&ps->normal);
	text_normalize(&ps->normal, it->text);
	uint64_t key = hash_numbers(ps->seed, place, LENGTH(place));
	return idset_unique(&ps->seen, hash64(key, buf_cstr(&ps->normal), ps->normal.n));
}

enum plan_status plan_settled(enum plan_status stated, int nitem, int ndone)
{
	if (nitem && ndone == nitem)
		return PLAN_DONE;
	if (stated != PLAN_OPEN)
		return stated;
	return ndone ? PLAN_IN_PROGRESS : PLAN_OPEN;
}

static void settle_day(struct parser *ps, int i)
{
	struct plan_day *d = &ps->plan.day[i];
	d->status = plan_settled(ps->note[i].status, d->nitem, d->ndone);
	int place[3] = { ps->plan.week[d->week].number };
	day_place(ps, i, place + 1);
	uint64_t key = hash_numbers(ps->seed, place, LENGTH(place));
	d->id = idset_unique(&ps->seen, hash64(key, "day", 3));
}

/* Blocks stand in the order of the days and weeks they are part of. */
static void settle_blocks(struct plan *p)
{
	for (int i = 0; i < p->nblock; i++) {
		struct plan_block *b = &p->block[i];
		struct plan_week *w = &p->week[b->week];
		b->status = plan_settled(b->status, b->nitem, b->ndone);
		if (w->nblock++ == 0)
			w->first_block = i;
		if (b->day >= 0 && p->day[b->day].nblock++ == 0)
			p->day[b->day].first_block = i;
	}
}

enum { LOOK_AHEAD = 64 }; /* rows of an overview asked for a week: more would not be linear */

/* Weeks take the dates that an overview gives them. */
static void settle_overview(struct parser *ps)
{
	for (int i = 0, k = 0; i < ps->plan.nweek && ps->ndates; i++) {
		struct plan_week *w = &ps->plan.week[i];
		/* Both are in order as a rule: each search begins where the last one ended. */
		for (int n = 0; n < LOOK_AHEAD && ps->dates[k].number != w->number; n++)
			k = (k + 1) % ps->ndates;
		if (ps->dates[k].number != w->number || w->date_from != DAY_NONE)
			continue;
		w->date_from = ps->dates[k].from;
		w->date_to = ps->dates[k].to;
	}
}

/* "Monday" of a week that begins on a known day. */
static void settle_weekday(struct parser *ps, int i)
{
	struct plan_day *d = &ps->plan.day[i];
	int start = ps->plan.week[d->week].date_from;
	d->weekday = ps->note[i].weekday;
	if (d->weekday && d->date == DAY_NONE && start != DAY_NONE)
		d->date = start + (d->from - 1 - day_weekday(start) + 7) % 7;
}

/* The dates of a plan in order: the weeks', each followed by its days', then its target. */
struct dates {
	int **at;
	int n;
};

static void list_dates(struct plan *p, struct dates *all, struct arena *a)
{
	all->at = arena_alloc(a, (size_t)(2 * p->nweek + 2 * p->nday + 1), sizeof *all->at);
	for (int w = 0; w < p->nweek; w++) {
		all->at[all->n++] = &p->week[w].date_from;
		all->at[all->n++] = &p->week[w].date_to;
		for (int i = p->week[w].first_day; i < p->week[w].first_day + p->week[w].nday;
			i++) {
			all->at[all->n++] = &p->day[i].date;
			all->at[all->n++] = &p->day[i].date_to;
		}
	}
	all->at[all->n++] = &p->target;
}

/* The first date with a year; else the middle of the year that the title names; else none. */
static int first_known(const struct plan *p, const struct dates *all)
{
	int month, day;
	for (int i = 0; i < all->n; i++) {
		if (*all->at[i] != DAY_NONE && !plan_date_loose(*all->at[i], &month, &day))
			return *all->at[i];
	}
	for (size_t i = 0; i + 4 <= p->title.n; i++) {
		struct str t = plan_after(p->title, i);
		int year;
		if (str_starts(t, STR("20")) && str_number(&t, &year) && year >= 2000 &&
			year < 2100)
			return day_of_civil(year, 7, 1);
	}
	return DAY_NONE;
}

static void settle_years(struct parser *ps)
{
	struct plan *p = &ps->plan;
	struct dates all = { 0 };
	int month, day;
	list_dates(p, &all, ps->a);
	int known = first_known(p, &all);
	p->loose = arena_alloc(ps->a, (size_t)all.n, sizeof *p->loose);
	for (int i = 0; i < all.n; i++) {
		int *at = all.at[i];
		if (plan_date_loose(*at, &month, &day)) {
			*at = known == DAY_NONE ? DAY_NONE : plan_date_near(month, day, known);
			if (known == DAY_NONE)
				p->loose[p->nloose++] = (struct plan_loose){ at, month, day };
		}
		if (*at != DAY_NONE)
			known = *at;
	}
}

/* A range that is none, and dates of days whose end is not after their start. */
static void drop_ranges(struct plan *p)
{
	for (int i = 0; i < p->nweek; i++) {
		if (p->week[i].date_to <= p->week[i].date_from)
			p->week[i].date_to = DAY_NONE;
	}
	for (int i = 0; i < p->nday; i++) {
		if (p->day[i].date_to <= p->day[i].date)
			p->day[i].date_to = DAY_NONE;
	}
}

void plan_settle(struct parser *ps)
{
	struct plan *p = &ps->plan;
	settle_overview(ps);
	settle_years(ps);
	if (!p->nloose)
		drop_ranges(p);
	for (int i = 0; i < p->nday; i++) {
		settle_weekday(ps, i);
		settle_day(ps, i);
	}
	settle_blocks(p);
}

void plan_years(struct plan *p, int today)
{
	int known = today;
	for (int i = 0; i < p->nloose; i++) {
		struct plan_loose *l = &p->loose[i];
		known = *l->date = plan_date_near(l->month, l->day, known);
	}
	if (p->nloose)
		drop_ranges(p);
	p->nloose = 0;
}
