/* calendar.c - the days of a plan on real dates. */
#include "hone/calendar.h"

void calendar_place(const struct plan *plan, int today, struct calendar_day *out)
{
	int current = plan_today(plan, today), next = today;
	for (int i = 0; i < plan->nday; i++) {
		const struct plan_day *d = &plan->day[i];
		int length = d->to > d->from ? d->to - d->from + 1 : 1;
		out[i] = (struct calendar_day){ DAY_NONE, DAY_NONE, false };
		if (d->date != DAY_NONE)
			out[i] = (struct calendar_day){ d->date, d->date, false };
		else if (i >= current && calendar_progress(d) != CALENDAR_DONE)
			out[i] = (struct calendar_day){ next, next + length - 1, true };
		if (out[i].projected)
			next += length;
		else if (i >= current && out[i].to != DAY_NONE && out[i].to >= next)
			next = out[i].to + 1;
	}
}

enum calendar_mark calendar_progress(const struct plan_day *d)
{
	if (d->status == PLAN_DONE || (d->nitem && d->ndone == d->nitem))
		return CALENDAR_DONE;
	return d->ndone || d->status == PLAN_IN_PROGRESS ? CALENDAR_PART : CALENDAR_PLANNED;
}

enum calendar_mark calendar_mark(
	const struct plan *plan, const struct calendar_day *placed, int today, int date, int *day)
{
	*day = -1;
	for (int i = 0; i < plan->nday; i++)
		if (placed[i].from != DAY_NONE && placed[i].from <= date && date <= placed[i].to) {
			*day = i;
			break;
		}
	if (*day < 0)
		return CALENDAR_NONE;
	enum calendar_mark mark = calendar_progress(&plan->day[*day]);
	return mark == CALENDAR_PLANNED && date < today ? CALENDAR_MISSED : mark;
}
