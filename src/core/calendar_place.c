/* calendar_place.c - dates for the days of a plan: first those that have dates, then those that flow round them. */
#include <stdlib.h>
#include <string.h>

#include "calendar_priv.h"

/* Dates of one day of the plan while they are gathered. */
struct run {
	int date[CALENDAR_LONGEST];
	int n;
};

enum { WEEK = 7 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

static int range_of(const struct plan_day *d)
{
	int n = d->to > d->from ? d->to - d->from + 1 : 1;
	return least(n, CALENDAR_LONGEST);
}

/* How many dates the plan names for a dated day: those of "Nov 4-6" on which the rhythm has study. */
static int length_named(const struct board *b, const struct plan_day *d)
{
	int n = 1;
	if (d->date_to == DAY_NONE)
		return range_of(d);
	for (int date = d->date + 1; date <= d->date_to && n < CALENDAR_LONGEST; date++) {
		date = calendar_next(&b->cal, date, true);
		n += date <= d->date_to;
	}
	return n;
}

static bool is_done(const struct plan_day *d)
{
	return calendar_progress(d) == CALENDAR_DONE;
}

/* Out of the calendar, by the user or by what the plan says. */
static bool is_out(const struct plan_day *d, const struct slot *s)
{
	return s->out || s->passed || (!s->back && d->status >= PLAN_DEFERRED);
}

static int compare_dates(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y) - (x < y);
}

static bool is_busy(const struct board *b, int date)
{
	return b->nbusy &&
	       bsearch(&date, b->busy, (size_t)b->nbusy, sizeof date, compare_dates) != NULL;
}

static bool is_free(const struct board *b, int date)
{
	return calendar_is_study(&b->cal, date) && !is_busy(b, date);
}

/* The first study day without a dated day on it. */
static int next_free(const struct board *b, int from)
{
	int date = calendar_next(&b->cal, from, false);
	while (date != DAY_NONE && is_busy(b, date))
		date = calendar_next(&b->cal, date + 1, false);
	return date;
}

/* ---- days that are weekdays */

/* The plan's week that is being placed, and the Monday of the week that it is held to; DAY_NONE: to none. */
struct held {
	int week, monday;
};

static const struct held held_to_none = { -1, DAY_NONE };

static bool is_begun(const struct plan *p, int week)
{
	const struct plan_week *w = &p->week[week];
	for (int i = w->first_day; i < w->first_day + w->nday; i++)
		if (calendar_progress(&p->day[i]) != CALENDAR_PLANNED)
			return true;
	return false;
}

/*
 * The Monday for a week whose first open day is `d`: this week's when some of it is done, else the next one on which
 * that day is not too late. A week after another takes the next Monday, also when days spilled over into its own.
 */
static int monday_for(
	const struct board *b, const struct plan_day *d, int turn, struct held h, bool plain)
{
	int here = turn - day_weekday(turn);
	if (!plain && is_begun(b->plan, d->week))
		return b->today - day_weekday(b->today);
	if (h.monday != DAY_NONE)
		return most(h.monday + WEEK, here);
	return here + d->from - 1 < turn ? here + WEEK : here;
}

/* `turn`, or the weekday that the day is named by if that is later. */
static int weekday_turn(
	const struct board *b, const struct plan_day *d, int turn, struct held *h, bool plain)
{
	if (!d->weekday || turn == DAY_NONE) {
		*h = held_to_none;
		return turn;
	}
	if (h->week != d->week)
		*h = (struct held){ d->week, monday_for(b, d, turn, *h, plain) };
	return most(turn, h->monday + d->from - 1);
}

/* ---- the original: the plan's dates, then its days in order, by the rhythm alone */

/*
 * How many dates from `from` on the day takes: its range, and more until its minutes fit a quarter more than the
 * rhythm gives.
 */
static int length_from(const struct board *b, const struct plan_day *d, int from, bool plain)
{
	int range = range_of(d), n = 0, date = from;
	int64_t need = rhythm_set(b->cal.rhythm) ? most(d->minutes_from, d->minutes_to) : 0,
		has = 0;
	while (n < CALENDAR_LONGEST && (n < range || 4 * need > 5 * has)) {
		date = plain ? calendar_next(&b->cal, date, true) : next_free(b, date);
		if (date == DAY_NONE)
			break;
		has += plain ? b->cal.rhythm.minutes[day_weekday(date)]
			     : calendar_minutes(&b->cal, date);
		date++;
		n++;
	}
	return most(n, 1);
}

static int after(const struct board *b, int from, int n)
{
	int date = calendar_next(&b->cal, from, true);
	while (--n > 0 && date != DAY_NONE)
		date = calendar_next(&b->cal, date + 1, true);
	return date;
}

/* No day of a week that the plan dates stands before it. */
static int week_turn(const struct board *b, const struct plan_day *d, int turn)
{
	return most(turn, b->plan->week[d->week].date_from);
}

static bool shares_original(const struct board *b, int day)
{
	return day > 0 && calendar_alternatives(b->plan, day, day - 1) &&
	       b->plan->day[day].date == DAY_NONE && b->plan->day[day - 1].date == DAY_NONE;
}

static void set_original(struct board *b)
{
	int turn = b->cal.start, last = turn;
	struct held held = held_to_none;
	b->cal.was_end = DAY_NONE;
	for (int i = 0; i < b->plan->nday; i++) {
		const struct plan_day *d = &b->plan->day[i];
		struct calendar_day *c = &b->cal.day[i];
		c->was_from = c->was_to = DAY_NONE;
		c->planned = d->date != DAY_NONE ? length_named(b, d) : range_of(d);
		if (!shares_original(b, i))
			last = turn = weekday_turn(b, d, week_turn(b, d, turn), &held, true);
		if (d->date != DAY_NONE) {
			bool one = c->planned == 1 || (is_done(d) && d->date_to == DAY_NONE);
			c->was_from = d->date;
			c->was_to = one ? d->date : after(b, d->date + 1, c->planned - 1);
		} else if (last != DAY_NONE) {
			c->was_from = calendar_next(&b->cal, last, true);
			c->planned = length_from(b, d, c->was_from, true);
			c->was_to = after(b, c->was_from, c->planned);
		}
		if (c->was_to == DAY_NONE)
			continue;
		turn = turn == DAY_NONE ? c->was_to + 1 : most(turn, c->was_to + 1);
		b->cal.was_end = most(b->cal.was_end, c->was_to);
	}
}

/* ---- days with dates */

/* What days moved before lets those after them not stand on. */
struct chain {
	int barrier,
		over; /* dates up to `barrier` are taken for days that the plan dates after `over` */
	int pin, start; /* the last that gave way, and to where: days of one date stay together */
};

/* From the pin on; the pin itself is a study day because the plan says so. */
static void run_pinned(
	struct run *r, const struct board *b, int from, bool exact, int n, bool plain)
{
	int date = exact && (plain || !calendar_is_off(&b->cal, from))
			   ? from
			   : calendar_next(&b->cal, from, plain);
	for (r->n = 0; r->n < n && date != DAY_NONE; date = calendar_next(&b->cal, date + 1, plain))
		r->date[r->n++] = date;
}

/* Where a dated day stands; true when it is not where the plan has it. */
static bool run_of(struct run *r, const struct board *b, const struct slot *s,
	const struct plan_day *d, struct chain *c)
{
	int n = d->date != DAY_NONE ? length_named(b, d) : range_of(d), from = s->pin;
	n = most(least(n + s->more, CALENDAR_LONGEST), 1);
	bool gave = s->swapped || s->was != DAY_NONE || s->more != 0;
	struct run plain;
	if (s->was == DAY_NONE && s->pin == c->pin) {
		from = c->start;
	} else if (s->was == DAY_NONE && c->barrier != DAY_NONE && s->pin > c->over &&
		   s->pin <= c->barrier) {
		from = c->barrier + 1;
	}
	run_pinned(r, b, from, from == s->pin && s->was == DAY_NONE, n, is_done(d));
	if (from != s->pin || gave)
		return true;
	run_pinned(&plain, b, from, true, n, true);
	return r->n && r->date[r->n - 1] != plain.date[plain.n - 1];
}

static void push(struct chain *c, const struct board *b, const struct slot *s, const struct run *r,
	bool gave, bool done)
{
	int last = r->date[r->n - 1];
	bool next = c->barrier != DAY_NONE &&
		    r->date[0] == calendar_next(&b->cal, c->barrier + 1, false);
	if (gave) {
		c->over = most(c->over, s->was != DAY_NONE ? s->was : s->pin);
		c->barrier = most(c->barrier, last);
		c->pin = s->was != DAY_NONE ? DAY_NONE : s->pin;
		c->start = r->date[0];
	} else if (done && next) {
		c->barrier = last;
	}
}

static void keep(struct board *b, int day, const struct run *r)
{
	struct calendar_day *c = &b->cal.day[day];
	int *date = arena_alloc(b->arena, (size_t)r->n + 1, sizeof *date);
	memcpy(date, r->date, (size_t)r->n * sizeof *date);
	c->date = date;
	c->n = r->n;
}

/* The dates of a split day: those of `r`, less one for each date of the rest to come, and the rest. */
static void add_rest(struct board *b, const struct slot *s, struct run *r, int begun)
{
	int to_come = 0;
	for (int i = 0; i < s->nrest; i++)
		to_come += s->rest[i] >= b->today;
	r->n = most(r->n - to_come, least(r->n, 1));
	if (begun != DAY_NONE && r->n < CALENDAR_LONGEST)
		r->date[r->n++] = begun;
	for (int i = 0; i < s->nrest && r->n < CALENDAR_LONGEST; i++) {
		int date = s->rest[i];
		if (date >= b->today && calendar_is_off(&b->cal, date))
			date = calendar_next(&b->cal, date, false);
		if (date != DAY_NONE)
			r->date[r->n++] = date;
	}
	int n = 0;
	qsort(r->date, (size_t)r->n, sizeof *r->date, compare_dates);
	for (int i = 0; i < r->n; i++)
		if (n == 0 || r->date[i] != r->date[n - 1])
			r->date[n++] = r->date[i];
	r->n = n;
}

static void place_pinned(struct board *b, int day, struct chain *c)
{
	const struct plan_day *d = &b->plan->day[day];
	struct slot *s = &b->slot[day];
	struct run r;
	bool done = is_done(d), gave = run_of(&r, b, s, d, c);
	if (r.n == 0)
		return;
	push(c, b, s, &r, gave, done);
	if (done && d->date != DAY_NONE)
		run_pinned(&r, b, d->date, true, d->date_to == DAY_NONE ? 1 : length_named(b, d),
			true);
	s->end = r.date[r.n - 1];
	if (s->nrest && !done)
		add_rest(b, s, &r, DAY_NONE);
	if (!done || d->date != DAY_NONE)
		keep(b, day, &r);
}

static void pass_pinned(struct board *b)
{
	struct chain c = { DAY_NONE, DAY_NONE, DAY_NONE, DAY_NONE };
	for (int i = 0; i < b->plan->nday; i++) {
		int day = b->order[i];
		const struct plan_day *d = &b->plan->day[day];
		const struct slot *s = &b->slot[day];
		if (s->push != DAY_NONE) {
			c.barrier = most(c.barrier, s->push);
			c.over = most(c.over, s->was);
		}
		if (s->pin != DAY_NONE && (is_done(d) || !is_out(d, s)))
			place_pinned(b, day, &c);
	}
}

static void gather_busy(struct board *b)
{
	size_t cap = 0;
	for (int i = 0; i < b->plan->nday; i++) {
		const struct calendar_day *c = &b->cal.day[i];
		for (int k = 0; k < c->n && !is_done(&b->plan->day[i]); k++) {
			b->busy = arena_room(
				b->arena, b->busy, (size_t)b->nbusy, &cap, sizeof *b->busy);
			b->busy[b->nbusy++] = c->date[k];
		}
	}
	if (b->nbusy)
		qsort(b->busy, (size_t)b->nbusy, sizeof *b->busy, compare_dates);
}

/* ---- days without dates */

/* So many study days before `from`, not before today. */
static int step_back(const struct board *b, int from, int n)
{
	int date = from;
	while (n > 0 && date > b->today)
		n -= is_free(b, --date);
	return date;
}

/* How many dates are left of a day: its length, by the share of its boxes that are open. */
static int length_left(
	const struct board *b, const struct plan_day *d, const struct slot *s, int from)
{
	int n = most(least(length_from(b, d, from, false) + s->more, CALENDAR_LONGEST), 1);
	if (d->nitem == 0 || d->ndone == 0)
		return n;
	int64_t left = ((int64_t)n * (d->nitem - d->ndone) + d->nitem - 1) / d->nitem;
	return most((int)left, 1);
}

static void run_free(struct run *r, const struct board *b, const struct slot *s, int from, int n)
{
	int date = next_free(b, from);
	for (r->n = 0; r->n < CALENDAR_LONGEST && date != DAY_NONE; date = next_free(b, date + 1)) {
		if (s->hold != DAY_NONE ? r->n > 0 && date > s->hold : r->n >= n)
			return;
		r->date[r->n++] = date;
	}
}

/* A split day whose first part is over waits for the date of its rest. */
static bool waits(const struct board *b, const struct plan_day *d, const struct slot *s)
{
	return s->nrest && s->rest[s->nrest - 1] >= b->today && b->today > s->begun &&
	       calendar_progress(d) == CALENDAR_PART;
}

/*
 * Where days without dates stand next. Alternatives of the one placed last begin where that does: they move
 * along with it, and what comes after them waits for the longest.
 */
struct line {
	int turn;      /* DAY_NONE when no study day was left */
	int day, from; /* the one placed last, -1: none; and where it began */
	struct held held;
};

static void place_free(struct board *b, int day, struct line *line)
{
	const struct plan_day *d = &b->plan->day[day];
	struct slot *s = &b->slot[day];
	struct calendar_day *c = &b->cal.day[day];
	struct run r = { .n = 0 };
	bool shares = line->day >= 0 && calendar_alternatives(b->plan, day, line->day);
	int turn = shares ? line->from : line->turn, next = turn, from = turn, begun = DAY_NONE;
	if (s->nrest && b->today > s->begun && calendar_progress(d) == CALENDAR_PART)
		begun = s->begun;
	if (s->lap)
		from = step_back(b, from, s->lap);
	if (s->floor != DAY_NONE)
		from = most(from, s->floor);
	c->turn = turn;
	if (!waits(b, d, s)) {
		run_free(&r, b, s, from, length_left(b, d, s, from));
		next = r.n ? r.date[r.n - 1] + 1 : DAY_NONE;
	}
	if (c->was_from == DAY_NONE)
		c->planned = length_from(b, d, from, false);
	if (s->nrest && next != DAY_NONE)
		add_rest(b, s, &r, begun);
	keep(b, day, &r);
	c->projected = r.n > 0;
	next = shares && next != DAY_NONE ? most(next, line->turn) : next;
	line->turn = next;
	line->day = day;
	line->from = from;
}

/* The place in the order up to which a day is finished; what has no boxes is over there. */
static int last_done(const struct board *b)
{
	int i = b->plan->nday;
	while (i > 0 && !is_done(&b->plan->day[b->order[i - 1]]))
		i--;
	return i;
}

static bool is_over(const struct board *b, int place, int finished)
{
	int day = b->order[place];
	const struct plan_day *d = &b->plan->day[day];
	const struct slot *s = &b->slot[day];
	return is_done(d) || is_out(d, s) || (place < finished && d->nitem == 0 && !s->back);
}

static void pass_free(struct board *b)
{
	struct line line = { b->today, -1, DAY_NONE, held_to_none };
	int finished = last_done(b);
	bool started = false;
	for (int i = 0; i < b->plan->nday; i++) {
		int day = b->order[i];
		const struct slot *s = &b->slot[day];
		if (s->pin != DAY_NONE) {
			if (s->end != DAY_NONE && line.turn != DAY_NONE)
				line.turn = most(line.turn, s->end + 1);
			line.day = -1;
			continue;
		}
		if (is_over(b, i, finished))
			continue;
		if (!started && !s->back && line.turn != DAY_NONE && b->cal.start != DAY_NONE) {
			line.turn = most(line.turn, b->cal.start);
			started = true;
		}
		if (line.turn != DAY_NONE && !s->back && !s->swapped) {
			const struct plan_day *d = &b->plan->day[day];
			line.turn =
				weekday_turn(b, d, week_turn(b, d, line.turn), &line.held, false);
		}
		if (line.turn != DAY_NONE)
			place_free(b, day, &line);
	}
}

/* Days that were done at some time and say no date. */
static void place_done(struct board *b)
{
	for (int i = 0; i < b->ndone; i++) {
		const struct calendar_done *d = &b->done[i];
		struct run r = { .n = 0 };
		if (b->cal.day[d->day].n || !is_done(&b->plan->day[d->day]))
			continue;
		for (int date = d->from; date < d->to && r.n < CALENDAR_LONGEST - 1; date++)
			if (calendar_is_study(&b->cal, date))
				r.date[r.n++] = date;
		r.date[r.n++] = d->to;
		keep(b, d->day, &r);
	}
}

static void finish(struct board *b)
{
	b->cal.end = DAY_NONE;
	for (int i = 0; i < b->plan->nday; i++) {
		const struct plan_day *d = &b->plan->day[i];
		struct calendar_day *c = &b->cal.day[i];
		c->from = c->n ? c->date[0] : DAY_NONE;
		c->to = c->n ? c->date[c->n - 1] : DAY_NONE;
		c->pinned = b->slot[i].pin != DAY_NONE;
		c->deferred =
			!is_done(d) && (b->slot[i].out || b->slot[i].passed ||
					       (!b->slot[i].back && d->status == PLAN_DEFERRED));
		b->cal.end = most(b->cal.end, c->to);
	}
}

void board_place(struct board *b)
{
	set_original(b);
	pass_pinned(b);
	gather_busy(b);
	pass_free(b);
	place_done(b);
	finish(b);
	board_place_weeks(b);
}
