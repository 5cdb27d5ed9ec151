/* calendar_random_test.c - what holds for the calendar of any plan under any moves. */
#include <string.h>

#include "hone/calendar.h"
#include "test.h"

enum { ROUNDS = 400, DAYS = 24, MOVES = 12, TODAY = 20400 };

static uint64_t seed;

static int below(int n)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (int)((seed * UINT64_C(2685821657736338717)) >> 33) % n;
}

/* Weeks of days, some done, some dated, some of several dates, some with minutes, some alternatives. */
static void random_plan(struct buf *out, int ndays)
{
	char iso[16];
	int done = below(ndays), number = 1;
	buf_add(out, STR("# Plan\n"));
	for (int i = 0; i < ndays; i++) {
		if (i % 6 == 0) {
			buf_addf(out, "\n## Week %d\n", i / 6 + 1);
			number = 1;
		}
		int to = number + (below(4) ? 0 : 1);
		buf_addf(out, "\n**Day %d", number);
		if (to > number)
			buf_addf(out, "-%d", to);
		buf_addf(out, ": Some words%s**", below(3) ? "" : " (1-3 hours)");
		if (i < done ? below(2) : !below(6))
			buf_addf(out, " (%s)", day_iso(TODAY - done + i + below(2), iso));
		buf_addf(out, "\n- [%c] a\n- [%c] b\n", i < done ? 'x' : ' ',
			i < done && below(9) ? 'x' : ' ');
		number = below(6) ? to + 1 : number;
	}
}

static struct move random_move(const struct plan *p)
{
	struct move m = { .kind = (enum move_kind)below(MOVE_ON + 1) };
	m.day = p->day[below(p->nday)].id;
	m.other = p->day[below(p->nday)].id;
	m.n = below(9) - 3;
	m.date = TODAY + below(40);
	m.date_to = m.date + below(5);
	for (int i = 0; i < 7; i++)
		m.rhythm.minutes[i] = below(2) * 30 * below(5);
	return m;
}

static bool open_day(const struct plan_day *d)
{
	return calendar_progress(d) != CALENDAR_DONE;
}

static void assert_sound(const struct plan *p, const struct calendar *cal, int today)
{
	int end = DAY_NONE;
	for (int i = 0; i < p->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		bool open = open_day(&p->day[i]);
		assert_true(d->n > 0 || !open || d->deferred);
		assert_true(!d->deferred || (open && d->n == 0));
		assert_true(!(d->pinned && d->projected));
		assert_true(d->planned >= 1);
		assert_int_equal(d->from == DAY_NONE, d->n == 0);
		for (int k = 0; k < d->n; k++) {
			assert_true(k == 0 || d->date[k - 1] < d->date[k]);
			assert_true(
				!open || d->date[k] < today || !calendar_is_off(cal, d->date[k]));
		}
		if (d->n == 0)
			continue;
		assert_int_equal(d->from, d->date[0]);
		assert_int_equal(d->to, d->date[d->n - 1]);
		assert_true(!d->projected || d->to >= today);
		end = d->to > end ? d->to : end;
	}
	assert_int_equal(cal->end, end);
}

static bool are_alternatives(const struct plan_day *a, const struct plan_day *b)
{
	return a->week == b->week && a->from == b->from && a->to == b->to;
}

/* Without moves that change the order, days without dates stand in it, one a date or its alternatives. */
static void assert_order(const struct plan *p, const struct calendar *cal)
{
	int last = DAY_NONE, before = -1, day, all;
	for (int i = 0; i < p->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		if (!d->projected)
			continue;
		bool other = before >= 0 && are_alternatives(&p->day[i], &p->day[before]);
		assert_true(d->from > last || (other && d->from >= cal->day[before].from));
		last = d->to > last ? d->to : last;
		before = i;
		for (int k = 0; k < d->n; k++) {
			assert_true(calendar_is_study(cal, d->date[k]));
			calendar_mark(p, cal, TODAY, d->date[k], &day, &all);
			assert_true(all == 1 || !open_day(&p->day[day]) ||
				    are_alternatives(&p->day[day], &p->day[i]));
		}
	}
}

static bool keeps_order(const struct move *m)
{
	return m->kind == MOVE_START || m->kind == MOVE_RHYTHM || m->kind == MOVE_EXTEND ||
	       m->kind == MOVE_DEFER || m->kind >= MOVE_OFF || (m->kind == MOVE_SHIFT && m->n > 0);
}

static bool same(const struct calendar *a, const struct calendar *b)
{
	for (int i = 0; i < a->nday; i++)
		if (a->day[i].n != b->day[i].n ||
			(a->day[i].n && memcmp(a->day[i].date, b->day[i].date,
						(size_t)a->day[i].n * sizeof(int)) != 0))
			return false;
	return true;
}

static void play(bool ordered)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct move move[MOVES];
	struct calendar_choice c = { .move = move };
	random_plan(&text, 2 + below(DAYS));
	struct plan p = plan_parse(buf_str(&text), STR("plan.md"), &a);
	struct calendar before = calendar_make(&p, &c, TODAY, &a);
	assert_sound(&p, &before, TODAY);
	for (int i = 0; i < MOVES; i++) {
		struct move m = random_move(&p);
		int ndiff;
		if ((ordered && !keeps_order(&m)) || !move_fix(&m, &p, &before, TODAY, NULL))
			continue;
		move[c.nmove++] = m;
		struct calendar after = calendar_make(&p, &c, TODAY, &a);
		assert_sound(&p, &after, TODAY);
		calendar_diff(&before, &after, &ndiff, &a);
		assert_int_equal(ndiff == 0, same(&before, &after));
		if (ordered)
			assert_order(&p, &after);
		before = after;
	}
	/* Later, with nothing done, everything still has a place. */
	struct calendar later = calendar_make(&p, &c, TODAY + below(60), &a);
	for (int i = 0; i < p.nday; i++)
		assert_true(later.day[i].n > 0 || !open_day(&p.day[i]) || later.day[i].deferred);
	buf_release(&text);
	arena_release(&a);
}

static void play_rounds(int first, bool ordered)
{
	for (int i = first; i < first + ROUNDS; i++) {
		seed = UINT64_C(0x9e3779b97f4a7c15) * (uint64_t)i;
		play(ordered);
	}
}

TEST(calendar_places_every_open_day_whatever_is_moved)
{
	play_rounds(1, false);
}

TEST(calendar_keeps_the_order_of_days_that_flow)
{
	play_rounds(100000, true);
}

/* Ten thousand days, most dates off: no place for some, an end for all, and no day is looked for long. */
TEST(calendar_of_ten_thousand_days_with_off_dates_everywhere)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	static struct move off[2000];
	for (int i = 0; i < 100; i++) {
		buf_addf(&text, "## Week %d\n", i + 1);
		for (int k = 1; k <= 100; k++)
			buf_addf(&text, "**Day %d: x (20 hours)**\n- [ ] a\n\n", k);
	}
	struct plan p = plan_parse(buf_str(&text), STR("plan.md"), &a);
	assert_int_equal(p.nday, 10000);
	for (int i = 0; i < (int)LENGTH(off); i++)
		off[i] = (struct move){ .kind = i ? MOVE_OFF : MOVE_RHYTHM,
			.date = TODAY + 2 * i,
			.date_to = TODAY + 2 * i,
			.rhythm = { { 10, 10, 10, 10, 10, 10, 10 } },
			.fixed = true };
	struct calendar cal = calendar_make(
		&p, &(struct calendar_choice){ .move = off, .nmove = 2000 }, TODAY, &a);
	assert_int_equal(cal.day[0].n, 96);
	assert_int_equal(cal.day[0].to, TODAY + 189);
	off[1].date_to = TODAY + 100000;
	cal = calendar_make(&p, &(struct calendar_choice){ .move = off, .nmove = 2 }, TODAY, &a);
	assert_int_equal(cal.day[0].n, 2);
	assert_int_equal(cal.day[1].n, 0);
	assert_int_equal(cal.day[9999].n, 0);
	assert_int_equal(cal.end, TODAY + 1);
	buf_release(&text);
	arena_release(&a);
}
