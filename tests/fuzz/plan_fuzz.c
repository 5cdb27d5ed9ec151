/*
 * plan_fuzz.c - any bytes as a plan and its guide, for libFuzzer: `make fuzz`. Indexes and ranges stay within
 * bounds, lines ascend, what a day says of its time is the same read alone and with all others, and every day
 * finds a place on the calendar or none.
 */
#include <stddef.h>
#include <stdint.h>

#include "hone/calendar.h"
#include "hone/guide.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { TODAY = 20404, MOST_DAYS = 8 };

static void check_items(const struct plan *p, struct str text)
{
	for (int i = 0; i < p->nitem; i++) {
		const struct plan_item *it = &p->item[i];
		if (it->text.n == 0 || it->parent >= i || it->week >= p->nweek ||
			it->day >= p->nday)
			bug("item %d of %d", i, p->nitem);
		if (it->line < 1 || (i > 0 && it->line < p->item[i - 1].line))
			bug("item %d stands in line %d", i, it->line);
		if (it->boxed != (it->box != SIZE_MAX) || (it->boxed && it->box + 1 >= text.n))
			bug("item %d has its box at %zu", i, it->box);
		if (it->minutes_from < 0 || it->minutes_from > it->minutes_to)
			bug("item %d takes %d to %d", i, it->minutes_from, it->minutes_to);
	}
}

static void check_days(const struct plan *p, struct str text)
{
	for (int i = 0; i < p->nday; i++) {
		const struct plan_day *d = &p->day[i];
		if (d->from_at > d->to_at || d->to_at > text.n || d->first + d->nitem > p->nitem)
			bug("day %d of %d", i, p->nday);
		for (int k = 0; k < d->nitem; k++)
			if (p->item[d->first + k].day != i)
				bug("item %d is not of day %d", d->first + k, i);
	}
}

static void check_guide(const struct plan *p, struct str text, struct arena *a)
{
	int n;
	const int *minutes = guide_minutes_taken(text, p, a);
	guide_parse(text, STR("p.md"), p, a);
	guide_timings(text, p, &n, a);
	for (int i = 0; i < p->nday && i < MOST_DAYS; i++) {
		struct guide_day d = guide_of_day(text, p, p->day[i].week, i, a);
		if (d.minutes_taken != minutes[i])
			bug("day %d took %d minutes, and %d", i, d.minutes_taken, minutes[i]);
	}
}

static void check_calendar(const struct plan *p, struct arena *a)
{
	struct calendar cal = calendar_make(p, NULL, TODAY, a);
	for (int i = 0; i < cal.nday; i++) {
		const struct calendar_day *c = &cal.day[i];
		if (c->n < 0 || (c->n == 0) != (c->from == DAY_NONE) || c->from > c->to)
			bug("day %d stands on %d dates", i, c->n);
		for (int k = 1; k < c->n; k++)
			if (c->date[k - 1] >= c->date[k])
				bug("dates of day %d do not ascend", i);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = { 0 };
	struct str text = { (const char *)data, n };
	struct plan p = plan_parse(text, STR("p.md"), &a);
	check_items(&p, text);
	check_days(&p, text);
	check_guide(&p, text, &a);
	plan_years(&p, TODAY);
	check_calendar(&p, &a);
	if (plan_score(text) < 0)
		bug("score %d", plan_score(text));
	arena_release(&a);
	return 0;
}
