/* report.c - readiness, checks and calibration laid out as the data of charts. */
#include "hone/report.h"

#include <stdlib.h>

#include "hone/checklog.h"

/* ---- areas and topics */

static int target_of(const struct report *r, int area)
{
	const struct progress_targets *t = &r->targets;
	if (t->area[area].low >= 0)
		return t->area[area].low;
	return t->now >= 0 ? t->whole[t->now].low : -1;
}

static void make_bars(struct report *r, struct arena *a)
{
	r->bar = arena_alloc(a, (size_t)r->readiness.narea, sizeof *r->bar);
	for (int i = 0; i < r->readiness.narea; i++) {
		const struct readiness_area *area = &r->readiness.area[i];
		struct chart_bar *b = &r->bar[i];
		b->label = area->number.n ? arena_printf(a, "%.*s %.*s", STR_ARG(area->number),
						    STR_ARG(area->name))
					  : area->name;
		b->percent = area->known ? readiness_whole(area->percent) : -1;
		b->target = target_of(r, i);
		if (area->recall.n)
			b->note = arena_printf(a, "%d %% of %d",
				readiness_whole(area->recall.percent), area->recall.n);
	}
}

/* What a level says, as a percentage: the constants of readiness. */
static int said(enum level level)
{
	static const int percent[] = { 0, 90, 50, 10 };
	return percent[level];
}

static enum chart_role verdict_role(enum readiness_verdict v)
{
	return v == READINESS_OVER ? CHART_LOW : v == READINESS_UNDER ? CHART_GOOD : CHART_TEXT;
}

/* Into the list, those with more answers first; of equal ones the earlier. */
static void add_claim(const struct readiness *r, int *list, int *n, int topic)
{
	int at = (*n)++;
	while (at > 0 && r->topic[list[at - 1]].recall.n < r->topic[topic].recall.n) {
		list[at] = list[at - 1];
		at--;
	}
	list[at] = topic;
}

static void find_claims(struct report *r, struct arena *a)
{
	const struct readiness *of = &r->readiness;
	r->point = arena_alloc(a, (size_t)of->ntopic, sizeof *r->point);
	r->over = arena_alloc(a, (size_t)of->ntopic, sizeof *r->over);
	r->under = arena_alloc(a, (size_t)of->ntopic, sizeof *r->under);
	for (int i = 0; i < of->ntopic; i++) {
		const struct readiness_topic *t = &of->topic[i];
		if (t->verdict == READINESS_OVER)
			add_claim(of, r->over, &r->nover, i);
		if (t->verdict == READINESS_UNDER)
			add_claim(of, r->under, &r->nunder, i);
		if (t->recall.n && t->topic->level != LEVEL_NONE)
			r->point[r->npoint++] = (struct chart_point){ said(t->topic->level),
				readiness_whole(t->recall.percent), verdict_role(t->verdict) };
	}
}

/* ---- over time */

static struct chart_goal *goals_of(const struct progress_targets *t, int *n, struct arena *a)
{
	struct chart_goal *g = arena_alloc(a, (size_t)t->nwhole, sizeof *g);
	*n = 0;
	for (int i = 0; i < t->nwhole; i++)
		if (t->whole[i].due != DAY_NONE || t->nwhole == 1)
			g[(*n)++] = (struct chart_goal){ t->whole[i].due, t->whole[i].low };
	return g;
}

static void make_history(struct report *r, struct arena *a)
{
	enum { LEAST_DAYS = 7, MOST_AHEAD = 60 };
	const struct readiness *of = &r->readiness;
	const struct progress_targets *t = &r->targets;
	struct chart_days *d = &r->history;
	int due = t->now >= 0 ? t->whole[t->now].due : DAY_NONE, today = of->today;
	d->from = today - LEAST_DAYS + 1;
	if (of->first != DAY_NONE && of->first < d->from)
		d->from = of->first;
	if (d->from < today - REPORT_DAYS + 1)
		d->from = today - REPORT_DAYS + 1;
	d->to = due != DAY_NONE && due > today && due <= today + MOST_AHEAD ? due : today;
	d->nvalue = today - d->from + 1;
	double *value = arena_alloc(a, (size_t)d->nvalue, sizeof *value);
	readiness_history(of, -1, d->from, today, value);
	d->value = value;
	d->goal = goals_of(t, &d->ngoal, a);
}

/* ---- checks */

struct rounds {
	struct report *r;
	struct event_id *id;
	int64_t *sum;
	int n, first; /* check[first + i] is of id[i] */
};

static void add_check(struct report *r, size_t *cap, struct report_check c, struct arena *a)
{
	r->check = arena_room(a, r->check, (size_t)r->ncheck, cap, sizeof *r->check);
	r->check[r->ncheck++] = c;
}

static bool add_rows(
	const struct study *s, struct report *r, size_t *cap, struct arena *a, struct err *e)
{
	struct file_row *file;
	size_t n;
	if (!catalog_files(s->store, CONTENT_CHECKS, &file, &n, a, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct decoded text;
		int nrow;
		if (!study_text(s, file[i].path, &text, a, e))
			return false;
		struct check_row *row = checklog_parse(text.text, &nrow, a);
		for (int k = 0; k < nrow; k++)
			if (row[k].date != DAY_NONE && row[k].score >= 0)
				add_check(r, cap,
					(struct report_check){
						row[k].date, row[k].score / 10.0, 0 },
					a);
	}
	return true;
}

static bool take_score(void *ctx, const struct event *ev, bool voided)
{
	struct rounds *of = ctx;
	if (voided || ev->kind != EVENT_SCORE || event_id_none(ev->ref))
		return true;
	for (int i = 0; i < of->n; i++)
		if (event_id_cmp(of->id[i], ev->ref) == 0) {
			of->sum[i] += ev->value;
			of->r->check[of->first + i].n++;
		}
	return true;
}

/* Daily checks of the log, from the first of the last REPORT_DAYS on. */
static bool add_rounds(
	const struct study *s, struct report *r, size_t *cap, struct arena *a, struct err *e)
{
	struct event *ev;
	size_t n;
	struct rounds of = { .r = r, .first = r->ncheck };
	if (!store_deeds(s->store, SUBJECT_ROUND, &ev, &n, a, e))
		return false;
	of.id = arena_alloc(a, n, sizeof *of.id);
	of.sum = arena_alloc(a, n, sizeof *of.sum);
	for (size_t i = 0; i < n; i++)
		if (ev[i].kind == EVENT_ROUND && ev[i].value == ROUND_CHECK &&
			ev[i].day > s->today - REPORT_DAYS) {
			of.id[of.n++] = ev[i].id;
			add_check(r, cap, (struct report_check){ .day = ev[i].day }, a);
		}
	if (of.n && !store_events(s->store, of.id[0], take_score, &of, e))
		return false;
	r->ncheck = of.first;
	for (int i = 0; i < of.n; i++) { /* a round in which nothing was scored is none */
		struct report_check c = r->check[of.first + i];
		if (c.n) {
			c.percent = (double)of.sum[i] / c.n;
			r->check[r->ncheck++] = c;
		}
	}
	return true;
}

static int by_day(const void *x, const void *y)
{
	const struct report_check *a = x, *b = y;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->n > b->n) - (a->n < b->n);
}

static void make_checks(struct report *r, struct arena *a)
{
	struct chart_days *d = &r->checks;
	if (r->ncheck == 0)
		return;
	qsort(r->check, (size_t)r->ncheck, sizeof *r->check, by_day);
	d->to = r->check[r->ncheck - 1].day;
	d->from = r->check[0].day > d->to - REPORT_DAYS ? r->check[0].day : d->to - REPORT_DAYS + 1;
	d->nvalue = d->to - d->from + 1;
	double *value = arena_alloc(a, (size_t)d->nvalue, sizeof *value);
	for (int i = 0; i < d->nvalue; i++)
		value[i] = -1;
	for (int i = 0; i < r->ncheck; i++)
		if (r->check[i].day >= d->from)
			value[r->check[i].day - d->from] = r->check[i].percent;
	d->value = value;
}

/* ---- all of it */

bool report_load(const struct study *s, struct report *out, struct arena *a, struct err *e)
{
	struct report r = { 0 };
	struct guide g = progress_guide(s, a);
	size_t cap = 0;
	if (!readiness_load(s, &r.readiness, a, e) ||
		!progress_targets(s, &g, &r.readiness, &r.targets, a, e) ||
		!add_rows(s, &r, &cap, a, e) || !add_rounds(s, &r, &cap, a, e))
		return false;
	make_bars(&r, a);
	make_history(&r, a);
	make_checks(&r, a);
	find_claims(&r, a);
	r.nraise = readiness_raise(&r.readiness, r.raise, REPORT_RAISE);
	*out = r;
	return true;
}

void report_target(const struct progress_target *t, struct buf *out)
{
	if (t->low >= 0 && t->high > t->low)
		buf_addf(out, "%d-%d %%", t->low, t->high);
	else if (t->low >= 0)
		buf_addf(out, "%d %%", t->low);
}

void report_sentence(const struct report *r, struct buf *out)
{
	const struct readiness *of = &r->readiness;
	if (of->ntopic == 0) {
		buf_add(out, STR("no topics"));
		return;
	}
	if (of->known == 0) {
		buf_addf(out, "unknown: none of %d topics is rated yet, nothing was asked",
			of->ntopic);
		return;
	}
	buf_addf(out, "%d %% of %d topics", readiness_whole(of->percent), of->ntopic);
	if (r->targets.now < 0)
		return;
	const struct progress_target *t = &r->targets.whole[r->targets.now];
	buf_add(out, STR("; target "));
	report_target(t, out);
	if (t->due == DAY_NONE)
		return;
	struct civil c = day_civil(t->due);
	buf_addf(out, " by %d %.3s", c.day, day_month_name(c.month));
	if (c.year != day_civil(of->today).year)
		buf_addf(out, " %d", c.year);
}
