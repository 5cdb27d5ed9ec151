/* progress_dates.c - the plan on dates as it was first planned. */
#include "progress_priv.h"

enum { WEEK = 7 };

static const struct span no_span = { DAY_NONE, DAY_NONE };

static int last_number(const struct plan_week *w)
{
	return w->to > w->number ? w->to : w->number;
}

/* The last date of a week that begins on `from`. */
static int last_date(const struct plan_week *w, int from)
{
	return from + (last_number(w) - w->number + 1) * WEEK - 1;
}

/* By the week's own dates, else by its days whose places are known. */
static struct span stated_week(const struct plan *p, const struct calendar *cal, int week)
{
	const struct plan_week *w = &p->week[week];
	struct span s = no_span;
	if (w->date_from != DAY_NONE)
		return (struct span){ w->date_from,
			w->date_to != DAY_NONE ? w->date_to : last_date(w, w->date_from) };
	for (int i = w->first_day; i < w->first_day + w->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		int number = p->day[i].from;
		if (d->was_from == DAY_NONE)
			continue;
		if (s.from == DAY_NONE) {
			s.from = d->was_from - (number >= 1 && number <= WEEK ? number - 1 : 0);
			s.to = last_date(w, s.from);
		}
		s.from = d->was_from < s.from ? d->was_from : s.from;
		s.to = d->was_to > s.to ? d->was_to : s.to;
	}
	return s;
}

/* How many weeks after the first one each begins; where numbers start anew, after the one before. */
static int *week_offsets(const struct plan *p, struct arena *a)
{
	int *offset = arena_alloc(a, (size_t)p->nweek, sizeof *offset);
	for (int i = 1; i < p->nweek; i++) {
		const struct plan_week *before = &p->week[i - 1];
		int gap = p->week[i].number - last_number(before) - 1;
		offset[i] = offset[i - 1] + last_number(before) - before->number + 1 +
			    (gap > 0 ? gap : 0);
	}
	return offset;
}

/*
 * A week without dates follows the nearest one before it that has some, else it precedes the nearest one
 * after it, else it stands as far from the start.
 */
static struct span reckoned_week(
	const struct plan *p, const struct span *stated, const int *offset, int week, int start)
{
	int from = start == DAY_NONE ? DAY_NONE : start + offset[week] * WEEK;
	for (int i = p->nweek - 1; i > week; i--)
		if (stated[i].from != DAY_NONE)
			from = stated[i].from - (offset[i] - offset[week]) * WEEK;
	for (int i = 0; i < week; i++)
		if (stated[i].from != DAY_NONE)
			from = stated[i].to + 1 + (offset[week] - offset[i + 1]) * WEEK;
	return from == DAY_NONE ? no_span : (struct span){ from, last_date(&p->week[week], from) };
}

/* Where the calendar does not know a day, its number in the week tells. */
static struct span day_span(const struct plan *p, const struct progress_dates *d, int day)
{
	const struct calendar_day *c = &d->calendar.day[day];
	const struct plan_day *pd = &p->day[day];
	struct span week = d->week[pd->week];
	if (c->was_from != DAY_NONE)
		return (struct span){ c->was_from, c->was_to };
	if (week.from == DAY_NONE || pd->from < 1 || pd->to < pd->from ||
		week.from + pd->to - 1 > week.to)
		return week;
	return (struct span){ week.from + pd->from - 1, week.from + pd->to - 1 };
}

static struct span joined(struct span a, struct span b)
{
	if (a.from == DAY_NONE || b.from == DAY_NONE)
		return a.from == DAY_NONE ? b : a;
	return (struct span){ a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to };
}

bool progress_dates(
	const struct study *s, struct progress_dates *out, struct arena *a, struct err *e)
{
	const struct plan *p = &s->plan;
	struct progress_dates d = { .all = no_span };
	if (!planner_calendar(s, &d.calendar, a, e))
		return false;
	struct span *stated = arena_alloc(a, (size_t)p->nweek, sizeof *stated);
	const int *offset = week_offsets(p, a);
	d.week = arena_alloc(a, (size_t)p->nweek, sizeof *d.week);
	d.day = arena_alloc(a, (size_t)p->nday, sizeof *d.day);
	for (int i = 0; i < p->nweek; i++)
		stated[i] = stated_week(p, &d.calendar, i);
	for (int i = 0; i < p->nweek; i++) {
		d.week[i] = stated[i].from != DAY_NONE
				    ? stated[i]
				    : reckoned_week(p, stated, offset, i, d.calendar.start);
		d.all = joined(d.all, d.week[i]);
	}
	for (int i = 0; i < p->nday; i++)
		d.day[i] = day_span(p, &d, i);
	*out = d;
	return true;
}

int progress_week_end(const struct plan *p, const struct progress_dates *d, int number)
{
	int end = DAY_NONE;
	for (int i = 0; i < p->nweek; i++) {
		const struct plan_week *w = &p->week[i];
		if (d->week[i].from == DAY_NONE || number < w->number)
			continue;
		if (number < last_number(w))
			return d->week[i].from + (number - w->number + 1) * WEEK - 1;
		if (number == last_number(w))
			return d->week[i].to;
		end = d->week[i].to + (number - last_number(w)) * WEEK;
	}
	return end;
}

int progress_overall_day(const struct plan *p, const struct progress_dates *d, int number)
{
	for (int i = 0; i < p->nday; i++)
		if (p->day[i].overall_from > 0 && p->day[i].overall_from <= number &&
			number <= p->day[i].overall_to && d->day[i].to != DAY_NONE)
			return d->day[i].to;
	return d->all.from == DAY_NONE ? DAY_NONE : d->all.from + number - 1;
}

int progress_passed(struct span span, int minutes, int today)
{
	if (span.from == DAY_NONE || today <= span.from)
		return 0;
	int length = span.to - span.from + 1, passed = today - span.from;
	return passed >= length ? minutes : (int)((int64_t)minutes * passed / length);
}
