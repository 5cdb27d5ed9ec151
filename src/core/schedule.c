/* schedule.c - reads the table in which a user keeps SM-2 by hand. */
#include "hone/schedule.h"

#include <string.h>

#include "hone/md.h"
#include "table.h"

enum { EASE_LEAST = 130, EASE_MOST = 1000, INTERVAL_MOST = 36500, FAILED_BELOW = 60, SECOND = 6 };

/* -1 where the table has not. */
struct columns {
	int id, name, area, ease, interval, reps, last, next, scores;
};

static const struct {
	size_t column;
	const char *names[6];
} heads[] = {
	{ offsetof(struct columns, id), { "id", "topic id", "topic_id", "key" } },
	{ offsetof(struct columns, name), { "topic", "name", "item", "description", "question" } },
	{ offsetof(struct columns, area), { "category", "area", "section", "subject" } },
	{ offsetof(struct columns, ease),
		{ "ef", "ease", "easiness", "easiness factor", "e-factor" } },
	{ offsetof(struct columns, interval), { "i", "interval", "interval (days)", "i (days)" } },
	{ offsetof(struct columns, reps), { "n", "reps", "repetitions", "reviews" } },
	{ offsetof(struct columns, last), { "last", "last review", "last reviewed" } },
	{ offsetof(struct columns, next), { "next", "next review", "due" } },
	{ offsetof(struct columns, scores), { "score history", "scores", "history" } },
};

static int *column_of(struct columns *c, size_t offset)
{
	return (int *)((char *)c + offset);
}

static bool find_columns(const struct table *t, struct columns *c, struct arena *a)
{
	*c = (struct columns){ -1, -1, -1, -1, -1, -1, -1, -1, -1 };
	for (int i = 0; i < t->ncell; i++)
		for (size_t h = 0; h < LENGTH(heads); h++)
			for (size_t k = 0; k < LENGTH(heads[h].names) && heads[h].names[k]; k++)
				if (*column_of(c, heads[h].column) < 0 &&
					str_caseeq(
						md_plain(t->cell[i], a), str_of(heads[h].names[k])))
					*column_of(c, heads[h].column) = i;
	return c->name >= 0 && c->ease >= 0 && c->interval >= 0 && c->next >= 0;
}

/* "2.5", "2,36" in hundredths; -1 when it is none. */
static int hundredths(struct str s)
{
	int whole, value;
	if (!str_number(&s, &whole) || whole > EASE_MOST)
		return -1;
	value = whole * 100;
	if (s.n && (*s.p == '.' || *s.p == ','))
		s = str_slice(s, 1, s.n);
	for (int scale = 10; s.n && scale; scale /= 10, s = str_slice(s, 1, s.n)) {
		if (*s.p < '0' || *s.p > '9')
			return -1;
		value += (*s.p - '0') * scale;
	}
	return value;
}

static int whole(struct str s)
{
	int n;
	return str_number(&s, &n) && n <= INTERVAL_MOST ? n : -1;
}

static int day_in(struct str s)
{
	int day;
	return day_parse(s, &day) ? day : DAY_NONE;
}

/* Of more than are kept the newest; false when one is no percentage. */
static bool read_scores(struct schedule_row *r, struct str s)
{
	bool good = true;
	while (s.n) {
		int score;
		if (*s.p < '0' || *s.p > '9') {
			s = str_slice(s, 1, s.n);
			continue;
		}
		if (!str_number(&s, &score) || score > 100) {
			good = false;
			s = str_slice(s, 1, s.n);
			continue;
		}
		if (s.n && *s.p == '.') /* "98.5": its whole percents */
			for (s = str_slice(s, 1, s.n); s.n && *s.p >= '0' && *s.p <= '9';)
				s = str_slice(s, 1, s.n);
		if (r->nscore == SCHEDULE_SCORES)
			memmove(r->score, r->score + 1, (SCHEDULE_SCORES - 1) * sizeof *r->score);
		else
			r->nscore++;
		r->score[r->nscore - 1] = score;
	}
	return good;
}

/* ---- what breaks the rules */

static struct str state_wrong(const struct schedule_row *r, struct arena *a)
{
	int most = (r->ease * INTERVAL_MOST) / 100;
	if (r->ease < EASE_LEAST || r->ease > EASE_MOST)
		return STR("the ease is below 1.3, or no number");
	if (r->interval < 1 || r->interval > most || r->interval > INTERVAL_MOST)
		return STR("the interval is no number of days from 1 to 36500");
	if (r->reps < 0)
		return STR("n is no number");
	if (r->last == DAY_NONE || r->next == DAY_NONE)
		return STR("last or next review is no date");
	if (r->next < r->last)
		return STR("the next review is before the last one");
	if (r->next != r->last + r->interval)
		return arena_printf(a, "the next review is %d days after the last one, not I = %d",
			r->next - r->last, r->interval);
	return (struct str){ 0 };
}

static struct str order_wrong(const struct schedule_row *r, struct arena *a)
{
	int last = r->nscore ? r->score[r->nscore - 1] : 100;
	if (r->reps <= 1 && r->interval != 1)
		return arena_printf(a, "n = %d has I = 1, not %d", r->reps, r->interval);
	if (r->reps == 2 && r->interval != SECOND)
		return arena_printf(a, "n = 2 has I = 6, not %d", r->interval);
	if (r->reps > 2 && r->interval <= SECOND)
		return arena_printf(a, "n = %d has I above 6, not %d", r->reps, r->interval);
	if (last < FAILED_BELOW && r->reps > 1)
		return arena_printf(a,
			"the last score, %d %%, failed, which starts again at n = 1, not %d", last,
			r->reps);
	return (struct str){ 0 };
}

/* Not reviewed yet: nothing to take over, and nothing wrong. */
static bool is_new(const struct schedule_row *r)
{
	return r->reps == 0 && r->interval == 0 && r->nscore == 0 && r->ease >= EASE_LEAST;
}

static void judge(struct schedule_row *r, bool scores, struct arena *a)
{
	if (is_new(r)) {
		r->last = DAY_NONE;
		return;
	}
	r->wrong = state_wrong(r, a);
	bool stands = r->ease >= EASE_LEAST && r->ease <= EASE_MOST && r->interval >= 1 &&
		      r->interval <= INTERVAL_MOST && r->reps >= 0;
	r->usable = stands && r->last != DAY_NONE && r->next != DAY_NONE && r->next >= r->last;
	if (r->wrong.n == 0)
		r->wrong = order_wrong(r, a);
	if (r->wrong.n == 0 && !scores)
		r->wrong = STR("a score is above 100");
}

struct schedule_row *schedule_parse(struct str text, int *n, struct arena *a)
{
	struct table t = { .text = text, .rest = text };
	struct schedule_row *row = NULL;
	struct columns c;
	size_t count = 0, cap = 0;
	bool inside = false;
	while (table_row(&t)) {
		if (t.head) {
			inside = find_columns(&t, &c, a);
			continue;
		}
		struct str name = inside ? md_plain(table_cell(&t, c.name), a) : (struct str){ 0 };
		if (name.n == 0)
			continue;
		struct schedule_row r = { .name = name, .line = t.line };
		r.id = md_plain(table_cell(&t, c.id), a);
		r.area = md_plain(table_cell(&t, c.area), a);
		r.ease = hundredths(table_cell(&t, c.ease));
		r.interval = whole(table_cell(&t, c.interval));
		r.reps = c.reps < 0 ? -1 : whole(table_cell(&t, c.reps));
		r.last = day_in(table_cell(&t, c.last));
		r.next = day_in(table_cell(&t, c.next));
		judge(&r, read_scores(&r, table_cell(&t, c.scores)), a);
		row = arena_room(a, row, count, &cap, sizeof r);
		row[count++] = r;
	}
	*n = (int)count;
	return row;
}

/* The interval that led to the review after which n was `reps` and I was `interval`. */
static int before(int reps, int interval, int ease)
{
	if (reps <= 2)
		return 1;
	if (reps == 3)
		return SECOND;
	int days = (interval * 100 + ease / 2) / ease;
	return days > SECOND ? days : SECOND;
}

int schedule_score_day(const struct schedule_row *r, int i)
{
	int day = r->last, reps = r->reps, interval = r->interval;
	if (day == DAY_NONE)
		return DAY_NONE;
	for (int k = r->nscore - 1; k > i; k--) {
		interval = before(reps, interval, r->ease > 0 ? r->ease : 250);
		day -= interval;
		reps--;
	}
	return day;
}
