/* calendar_week.c - where the weeks of a plan stand that name no days. */
#include "calendar_priv.h"

enum { WEEK = 7 };

static int most(int a, int b)
{
	return a > b ? a : b;
}

static int monday_from(int date)
{
	return date + (WEEK - day_weekday(date)) % WEEK;
}

/* The Monday after the days of a week that has some; `turn` if that is later. */
static int after_days(const struct board *b, const struct plan_week *w, int turn)
{
	for (int i = w->first_day; i < w->first_day + w->nday; i++)
		if (b->cal.day[i].n)
			turn = most(turn, monday_from(b->cal.day[i].to + 1));
	return turn;
}

static struct calendar_week place(const struct plan_week *w, int turn)
{
	int weeks = w->to > w->number ? w->to - w->number + 1 : 1;
	if (w->date_from != DAY_NONE) {
		int to = w->date_to != DAY_NONE ? w->date_to : w->date_from + weeks * WEEK - 1;
		return (struct calendar_week){ w->date_from, to };
	}
	if (w->nitem == 0 || w->ndone == w->nitem)
		return (struct calendar_week){ DAY_NONE, DAY_NONE };
	return (struct calendar_week){ turn, turn + weeks * WEEK - 1 };
}

void board_place_weeks(struct board *b)
{
	int start = most(b->today, b->cal.start), turn = start - day_weekday(start);
	struct calendar_week *week =
		arena_alloc(b->arena, (size_t)b->plan->nweek + 1, sizeof *week);
	for (int i = 0; i < b->plan->nweek; i++) {
		const struct plan_week *w = &b->plan->week[i];
		week[i] = (struct calendar_week){ DAY_NONE, DAY_NONE };
		if (w->nday > 0) {
			turn = after_days(b, w, turn);
			continue;
		}
		week[i] = place(w, turn);
		if (week[i].to != DAY_NONE)
			turn = most(turn, monday_from(week[i].to + 1));
		b->cal.end = most(b->cal.end, week[i].to);
	}
	b->cal.week = week;
}

int calendar_week_on(const struct plan *plan, const struct calendar *cal, int date)
{
	for (int i = 0; i < plan->nweek; i++)
		if (cal->week[i].from <= date && date <= cal->week[i].to)
			return i;
	return -1;
}

enum calendar_mark calendar_week_mark(
	const struct plan *plan, const struct calendar *cal, int today, int week)
{
	const struct plan_week *w = &plan->week[week];
	if (w->nitem > 0 && w->ndone == w->nitem)
		return CALENDAR_DONE;
	if (w->ndone > 0)
		return CALENDAR_PART;
	return cal->week[week].to < today ? CALENDAR_MISSED : CALENDAR_PLANNED;
}
