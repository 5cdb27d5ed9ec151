/* report.c - readiness, checks and calibration laid out as the data of charts. */
#include "hone/report.h"

#include <stdlib.h>

#include "hone/check.h"

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

/* Those that have a score, of the tables kept by hand and of the log: what is in both is there once. */
static bool find_checks(const struct study *s, struct report *r, struct arena *a, struct err *e)
{
	struct check_entry *entry;
	int n, today = s->today;
	if (!check_scores(s, today - REPORT_DAYS + 1, &entry, &n, a, e))
		return false;
	r->check = arena_alloc(a, (size_t)n + 1, sizeof *r->check);
	for (int i = 0; i < n; i++)
		if (entry[i].date != DAY_NONE && entry[i].score >= 0)
			r->check[r->ncheck++] = (struct report_check){ entry[i].date,
				entry[i].score / 10.0, entry[i].questions };
	int before;
	r->week.mean = check_mean(entry, n, today - REPORT_WEEK + 1, today, &r->week.n);
	r->week.before =
		check_mean(entry, n, today - 2 * REPORT_WEEK + 1, today - REPORT_WEEK, &before);
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

bool report_load_checks(const struct study *s, struct report *out, struct arena *a, struct err *e)
{
	struct report r = { 0 };
	if (!find_checks(s, &r, a, e))
		return false;
	make_checks(&r, a);
	*out = r;
	return true;
}

/* ---- all of it */

bool report_load(const struct study *s, struct report *out, struct arena *a, struct err *e)
{
	struct report r = { 0 };
	struct guide g = progress_guide(s, a);
	if (!readiness_load(s, &r.readiness, a, e) ||
		!progress_targets(s, &g, &r.readiness, &r.targets, a, e) ||
		!find_checks(s, &r, a, e))
		return false;
	make_bars(&r, a);
	make_history(&r, a);
	make_checks(&r, a);
	find_claims(&r, a);
	r.nraise = readiness_raise(&r.readiness, r.raise, REPORT_RAISE);
	*out = r;
	return true;
}

void report_week(const struct report *r, struct buf *out)
{
	const struct report_week *w = &r->week;
	if (w->n == 0)
		return;
	buf_addf(out, "%d.%d %% of %d in %d days", w->mean / 10, w->mean % 10, w->n, REPORT_WEEK);
	if (w->before >= 0)
		buf_addf(out, " (%+.1f)", (w->mean - w->before) / 10.0);
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
