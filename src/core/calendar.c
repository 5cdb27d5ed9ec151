/* calendar.c - the days of a plan on real dates: what a date is, and what stands on it. */
#include <string.h>

#include "calendar_priv.h"

enum { WEEK = 7 };

bool rhythm_set(struct rhythm r)
{
	return rhythm_week(r) > 0;
}

int rhythm_week(struct rhythm r)
{
	int sum = 0;
	for (int i = 0; i < WEEK; i++)
		sum += r.minutes[i];
	return sum;
}

/* The span that holds the date, or NULL. */
static const struct calendar_span *span_at(const struct calendar *cal, int date)
{
	int low = 0, high = cal->nspan;
	while (low < high) {
		int mid = (low + high) / 2;
		if (cal->span[mid].to < date)
			low = mid + 1;
		else
			high = mid;
	}
	return low < cal->nspan && cal->span[low].from <= date ? &cal->span[low] : NULL;
}

static bool rhythm_has(struct rhythm r, int date)
{
	return !rhythm_set(r) || r.minutes[day_weekday(date)] > 0;
}

bool calendar_is_off(const struct calendar *cal, int date)
{
	const struct calendar_span *span = span_at(cal, date);
	return span && span->off;
}

bool calendar_is_study(const struct calendar *cal, int date)
{
	const struct calendar_span *span = span_at(cal, date);
	return span ? !span->off : rhythm_has(cal->rhythm, date);
}

/* A date put in by the user, on a weekday without minutes, has as many as a study day has on average. */
int calendar_minutes(const struct calendar *cal, int date)
{
	int minutes = cal->rhythm.minutes[day_weekday(date)], days = 0;
	if (!calendar_is_study(cal, date))
		return 0;
	for (int i = 0; i < WEEK; i++)
		days += cal->rhythm.minutes[i] > 0;
	return minutes || !days ? minutes : rhythm_week(cal->rhythm) / days;
}

int calendar_next(const struct calendar *cal, int from, bool plain)
{
	for (int date = from; date <= from + CALENDAR_REACH; date++) {
		const struct calendar_span *span = plain ? NULL : span_at(cal, date);
		if (span && span->off)
			date = span->to;
		else if (span || rhythm_has(cal->rhythm, date))
			return date;
	}
	return DAY_NONE;
}

bool calendar_alternatives(const struct plan *plan, int day, int other)
{
	const struct plan_day *d = &plan->day[day], *o = &plan->day[other];
	return day != other && d->week == o->week && d->from > 0 && d->from == o->from &&
	       d->to == o->to;
}

enum calendar_mark calendar_progress(const struct plan_day *d)
{
	if (d->status == PLAN_DONE || (d->nitem && d->ndone == d->nitem))
		return CALENDAR_DONE;
	return d->ndone || d->status == PLAN_IN_PROGRESS ? CALENDAR_PART : CALENDAR_PLANNED;
}

static bool stands_on(const struct calendar_day *c, int date)
{
	if (c->n == 0 || date < c->from || date > c->to)
		return false;
	for (int low = 0, high = c->n; low < high;) {
		int mid = (low + high) / 2;
		if (c->date[mid] == date)
			return true;
		if (c->date[mid] < date)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

enum calendar_mark calendar_mark(const struct plan *plan, const struct calendar *cal, int today,
	int date, int *day, int *all)
{
	int found = -1, n = 0;
	enum calendar_mark mark = CALENDAR_NONE;
	for (int i = 0; i < cal->nday; i++) {
		if (!stands_on(&cal->day[i], date))
			continue;
		n++;
		if (found >= 0 && mark != CALENDAR_DONE)
			continue;
		enum calendar_mark own = calendar_progress(&plan->day[i]);
		if (found < 0 || own != CALENDAR_DONE) {
			found = i;
			mark = own;
		}
	}
	*day = found;
	if (all)
		*all = n;
	return mark == CALENDAR_PLANNED && date < today ? CALENDAR_MISSED : mark;
}

static bool same_dates(const struct calendar_day *a, const struct calendar_day *b)
{
	return a->n == b->n &&
	       (a->n == 0 || memcmp(a->date, b->date, (size_t)a->n * sizeof *a->date) == 0);
}

struct calendar_change *calendar_diff(
	const struct calendar *a, const struct calendar *b, int *n, struct arena *arena)
{
	struct calendar_change *change = NULL;
	size_t cap = 0, found = 0;
	for (int i = 0; i < a->nday && i < b->nday; i++) {
		const struct calendar_day *x = &a->day[i], *y = &b->day[i];
		if (same_dates(x, y))
			continue;
		change = arena_room(arena, change, found, &cap, sizeof *change);
		change[found++] = (struct calendar_change){ i, x->from, x->to, y->from, y->to };
	}
	*n = (int)found;
	return change;
}

static struct board board_new(const struct plan *plan, int today, struct arena *a)
{
	size_t n = (size_t)plan->nday + 1;
	struct board b = { .plan = plan, .today = today, .arena = a };
	b.cal = (struct calendar){ .nday = plan->nday, .start = DAY_NONE };
	b.cal.day = arena_alloc(a, n, sizeof *b.cal.day);
	b.slot = arena_alloc(a, n, sizeof *b.slot);
	b.order = arena_alloc(a, n, sizeof *b.order);
	b.at = arena_alloc(a, n, sizeof *b.at);
	for (int i = 0; i < plan->nday; i++) {
		b.order[i] = b.at[i] = i;
		b.slot[i] = (struct slot){
			.pin = plan->day[i].date,
			.was = DAY_NONE,
			.push = DAY_NONE,
			.floor = DAY_NONE,
			.hold = DAY_NONE,
			.begun = DAY_NONE,
			.end = DAY_NONE,
		};
	}
	return b;
}

static struct calendar make(
	const struct plan *plan, const struct calendar_choice *c, int today, struct arena *a)
{
	struct board b = board_new(plan, today, a);
	b.done = c->done;
	b.ndone = c->ndone;
	for (int i = 0; i < c->nmove; i++)
		if (c->move[i].fixed)
			board_apply(&b, &c->move[i]);
	board_place(&b);
	return b.cal;
}

/* A move that is not fixed is so by the calendar before it; one that cannot be made is passed over. */
struct calendar calendar_make(
	const struct plan *plan, const struct calendar_choice *c, int today, struct arena *a)
{
	struct calendar_choice all = c ? *c : (struct calendar_choice){ 0 };
	for (int i = 0; i < all.nmove; i++) {
		if (all.move[i].fixed)
			continue;
		struct move *copy = arena_alloc(a, (size_t)all.nmove, sizeof *copy);
		memcpy(copy, all.move, (size_t)all.nmove * sizeof *copy);
		all.move = copy;
		struct calendar_choice before = all;
		before.nmove = i;
		struct calendar cal = make(plan, &before, today, a);
		copy[i].fixed = move_fix(&copy[i], plan, &cal, today, NULL);
		if (!copy[i].fixed) {
			memmove(copy + i, copy + i + 1, (size_t)(all.nmove - i - 1) * sizeof *copy);
			all.nmove--;
			i--;
		}
	}
	return make(plan, &all, today, a);
}
