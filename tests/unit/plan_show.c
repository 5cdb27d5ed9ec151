/* plan_show.c - plans as text, and what holds for all of them. */
#include "plan_show.h"

#include "test.h"

static void show_dates(struct buf *out, int from, int to)
{
	char iso[16];
	if (from != DAY_NONE)
		buf_addf(out, " %s", day_iso(from, iso));
	if (to != DAY_NONE)
		buf_addf(out, "..%s", day_iso(to, iso));
}

static void show_minutes(struct buf *out, int from, int to)
{
	if (to && from == to)
		buf_addf(out, " %dm", to);
	else if (to)
		buf_addf(out, " %d-%dm", from, to);
}

static void show_clock(struct buf *out, int clock)
{
	if (clock >= 0)
		buf_addf(out, " at %02d:%02d", clock / 60, clock % 60);
}

static void show_state(struct buf *out, enum plan_status status, unsigned marks)
{
	if (status != PLAN_OPEN)
		buf_addf(out, " %s", plan_status_name(status));
	for (int i = 0; i < PLAN_MARKS; i++) {
		if (marks & 1u << i)
			buf_addf(out, " %s", plan_mark_name(i));
	}
}

static void show_range(struct buf *out, int from, int to)
{
	buf_addf(out, " %d", from);
	if (to != from)
		buf_addf(out, "-%d", to);
}

/* Tasks of a day (or of none), week, block and section. */
static void show_items(
	struct buf *out, const struct plan *p, int week, int day, int block, int section)
{
	for (int i = 0; i < p->nitem; i++) {
		const struct plan_item *t = &p->item[i];
		if (t->week != week || t->day != day || t->block != block || t->section != section)
			continue;
		buf_addf(out, "    %s%s %.*s", t->boxed ? "" : "-", t->done ? "x" : "o",
			STR_ARG(t->text));
		if (t->status != (t->done ? PLAN_DONE : PLAN_OPEN))
			show_state(out, t->status, 0);
		show_state(out, PLAN_OPEN, t->marks);
		show_clock(out, t->clock);
		show_minutes(out, t->minutes_from, t->minutes_to);
		if (t->parent >= 0)
			buf_addf(out, " < %.*s", STR_ARG(p->item[t->parent].text));
		buf_addc(out, '\n');
	}
}

/* What stands in a week or day: tasks outside blocks, then the blocks. */
static void show_inside(struct buf *out, const struct plan *p, int week, int day)
{
	show_items(out, p, week, day, -1, -1);
	for (int i = 0; i < p->nblock; i++) {
		const struct plan_block *b = &p->block[i];
		if (b->week != week || b->day != day)
			continue;
		buf_addf(out, "   block [%.*s]", STR_ARG(b->title));
		show_state(out, b->status, b->marks);
		show_clock(out, b->clock);
		show_minutes(out, b->minutes_from, b->minutes_to);
		buf_addc(out, '\n');
		show_items(out, p, week, day, i, -1);
	}
}

static void show_week(struct buf *out, const struct plan *p, int week)
{
	const struct plan_week *w = &p->week[week];
	buf_addf(out, "week");
	show_range(out, w->number, w->to);
	if (w->phase)
		buf_addf(out, " of phase %d", w->phase);
	buf_addf(out, " [%.*s]", STR_ARG(w->title));
	show_state(out, PLAN_OPEN, w->marks);
	show_dates(out, w->date_from, w->date_to);
	show_minutes(out, w->minutes_from, w->minutes_to);
	buf_addc(out, '\n');
	show_inside(out, p, week, -1);
	for (int i = w->first_day; i < w->first_day + w->nday; i++) {
		const struct plan_day *d = &p->day[i];
		buf_addf(out, "  day");
		show_range(out, d->from, d->to);
		if (d->overall_from) {
			buf_addf(out, " =");
			show_range(out, d->overall_from, d->overall_to);
		}
		buf_addf(out, " [%.*s]", STR_ARG(d->title));
		show_state(out, d->status, d->marks);
		show_dates(out, d->date, d->date_to);
		show_minutes(out, d->minutes_from, d->minutes_to);
		buf_addc(out, '\n');
		show_inside(out, p, week, i);
	}
}

void plan_show(struct buf *out, const struct plan *p)
{
	if (p->target != DAY_NONE) {
		buf_addf(out, "target");
		show_dates(out, p->target, DAY_NONE);
		buf_addc(out, '\n');
	}
	for (int i = 0; i < p->nphase; i++) {
		const struct plan_phase *ph = &p->phase[i];
		buf_addf(out, "phase %d", ph->number);
		if (ph->from_week) {
			buf_addf(out, " weeks");
			show_range(out, ph->from_week, ph->to_week);
		}
		buf_addf(out, " [%.*s]", STR_ARG(ph->title));
		show_state(out, PLAN_OPEN, ph->marks);
		show_minutes(out, ph->minutes_from, ph->minutes_to);
		buf_addc(out, '\n');
	}
	for (int i = 0; i < p->nweek; i++)
		show_week(out, p, i);
	for (int i = 0; i < p->nsection; i++) {
		buf_addf(out, "section [%.*s]\n", STR_ARG(p->section[i].title));
		show_items(out, p, -1, -1, -1, i);
	}
}

static void check_item(const struct plan *p, int i, struct str text)
{
	const struct plan_item *it = &p->item[i];
	assert_true(it->boxed == (it->box != SIZE_MAX));
	if (it->boxed) {
		assert_true(it->box > 0 && it->box + 1 < text.n);
		assert_true(text.p[it->box - 1] == '[' && text.p[it->box + 1] == ']');
	}
	assert_true(it->text.n > 0 && it->text.p >= text.p);
	assert_true(it->text.p + it->text.n <= text.p + text.n);
	assert_true((it->week < 0) == (it->section >= 0));
	assert_true(it->week < p->nweek && it->day < p->nday && it->section < p->nsection);
	assert_true(it->parent < i && it->block < p->nblock);
	assert_true(it->line >= 1 && (i == 0 || it->line >= p->item[i - 1].line));
	assert_in_range(it->clock + 1, 0, 24 * 60 + 1);
	assert_true(it->minutes_from >= 0 && it->minutes_from <= it->minutes_to);
	if (it->parent >= 0)
		assert_int_equal(p->item[it->parent].day, it->day);
	if (it->block >= 0) {
		const struct plan_block *b = &p->block[it->block];
		assert_true(b->week == it->week && b->day == it->day);
		assert_true(b->first <= i && i < b->first + b->nitem);
	}
}

static void check_week(const struct plan *p, int i, struct str text)
{
	const struct plan_week *w = &p->week[i];
	assert_true(w->from_at <= w->to_at && w->to_at <= text.n);
	assert_true(i == 0 || w->from_at >= p->week[i - 1].from_at);
	assert_true(w->date_to == DAY_NONE || w->date_to > w->date_from);
	for (int k = 0; k < w->nblock; k++)
		assert_int_equal(p->block[w->first_block + k].week, i);
}

static void check_day(const struct plan *p, int i, struct str text)
{
	const struct plan_day *d = &p->day[i];
	assert_true(d->from_at <= d->to_at && d->to_at <= text.n);
	assert_true(i == 0 || d->from_at >= p->day[i - 1].to_at);
	assert_true(d->date_to == DAY_NONE || d->date_to > d->date);
	for (int k = 0; k < d->nitem; k++)
		assert_int_equal(p->item[d->first + k].day, i);
	for (int k = 0; k < d->nblock; k++)
		assert_int_equal(p->block[d->first_block + k].day, i);
}

void plan_check_sound(const struct plan *p, struct str text)
{
	int done = 0, in_weeks = 0, days = 0, week_items = 0, blocks = 0;
	for (int i = 0; i < p->nitem; i++) {
		check_item(p, i, text);
		done += p->item[i].done;
		in_weeks += p->item[i].week >= 0;
	}
	assert_int_equal(done, p->ndone);
	for (int i = 0; i < p->nweek; i++) {
		check_week(p, i, text);
		assert_int_equal(p->week[i].first_day, days);
		days += p->week[i].nday;
		blocks += p->week[i].nblock;
		week_items += p->week[i].nitem;
	}
	assert_int_equal(days, p->nday);
	assert_int_equal(blocks, p->nblock);
	assert_int_equal(week_items, in_weeks);
	for (int i = 0; i < p->nday; i++)
		check_day(p, i, text);
	for (int i = 0; i < p->nsection; i++)
		assert_true(p->section[i].from_at <= p->section[i].to_at);
}
