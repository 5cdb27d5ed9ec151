/* progress.c - where the plan stands: phases, weeks, hours, pace and finish. */
#include "hone/progress.h"

#include "progress_priv.h"
#include "study_priv.h"

enum {
	WEEK = 7,
	PACE_DAYS = 28, /* what is measured over */
	PACE_SPAN = 14, /* how far back work must begin for that */
	PACE_WORK = 4,  /* and on how many days */
	FINISH_DAYS = 3660,
	HOURS_WEEKS = 104,
	MINUTE_MS = 60000,
};

/* What progress_load() works with. */
struct load_progress {
	const struct study *s;
	const struct guide *g;
	const struct plan *plan;
	struct estimates est;
	struct progress_dates dates;
	bool *out;       /* days that do not count */
	int last;        /* the last study day something is planned for */
	int64_t *worked; /* milliseconds by study day, from `worked_from` to this week's end */
	int worked_from, hours_from; /* hours_from: the first Monday that is shown */
	struct arena *a;
};

struct str progress_text(const struct study *s, struct arena *a)
{
	return encoding_decode(buf_str(&s->state->plan_file), a).text;
}

struct guide progress_guide(const struct study *s, struct arena *a)
{
	if (s->plan_path.n == 0)
		return (struct guide){ 0 };
	return guide_parse(progress_text(s, a), s->plan_path, &s->plan, a);
}

static void add_part(struct progress_part *to, const struct progress_part *p)
{
	to->tasks += p->tasks;
	to->done += p->done;
	to->minutes += p->minutes;
	to->minutes_done += p->minutes_done;
	to->minutes_worked += p->minutes_worked;
	to->expected += p->expected;
	to->checkpoint = to->checkpoint || p->checkpoint;
	if (p->from == DAY_NONE)
		return;
	to->from = to->from == DAY_NONE || p->from < to->from ? p->from : to->from;
	to->to_date =
		to->to_date == DAY_NONE || p->to_date > to->to_date ? p->to_date : to->to_date;
}

/* Time worked and tasks outside days. */
static bool add_items(struct load_progress *l, int week, struct progress_part *part, struct err *e)
{
	int64_t ms = 0;
	for (int i = 0; i < l->plan->nitem; i++) {
		const struct plan_item *t = &l->plan->item[i];
		struct planner_deeds deeds;
		if (t->week != week || t->day >= 0)
			continue;
		if (!planner_deeds(l->s, t->id, &deeds, l->a, e))
			return false;
		ms += deeds.ms;
		part->tasks += progress_counts(t);
		part->done += t->done;
	}
	part->minutes_worked += (int)(ms / MINUTE_MS);
	return true;
}

static void add_estimate(
	struct load_progress *l, struct progress_part *part, struct estimate est, struct span span)
{
	part->minutes += est.minutes;
	part->minutes_done += est.done;
	part->expected += progress_passed(span, est.minutes, l->s->today);
	if (est.minutes > 0 && span.to > l->last)
		l->last = span.to;
}

/* What the user put off is expected no more. */
static bool add_day(struct load_progress *l, int day, struct progress_part *part, struct err *e)
{
	const struct plan_day *d = &l->plan->day[day];
	struct planner_deeds deeds;
	if (!planner_day_deeds(l->s, day, &deeds, l->a, e))
		return false;
	part->minutes_worked += (int)(deeds.ms / MINUTE_MS);
	if (l->out[day])
		return true;
	struct estimate est = l->est.day[day];
	int before = part->expected;
	add_estimate(l, part, est, l->dates.day[day]);
	if (l->dates.calendar.day[day].deferred)
		part->expected = before + est.done;
	part->checkpoint = part->checkpoint || d->marks & PLAN_CHECKPOINT;
	for (int i = d->first; i < d->first + d->nitem; i++) {
		part->tasks += progress_counts(&l->plan->item[i]);
		part->done += l->plan->item[i].done;
	}
	return true;
}

static bool load_week(struct load_progress *l, int week, struct progress_part *part, struct err *e)
{
	const struct plan_week *w = &l->plan->week[week];
	struct span span = l->dates.week[week];
	*part = (struct progress_part){
		.title = w->title,
		.number = w->number,
		.to = w->to,
		.from = span.from,
		.to_date = span.to,
		.checkpoint = w->marks & PLAN_CHECKPOINT,
	};
	for (int i = w->first_day; i < w->first_day + w->nday; i++)
		if (!add_day(l, i, part, e))
			return false;
	add_estimate(l, part, progress_loose(l->plan, &l->est, week), span);
	return add_items(l, week, part, e);
}

static void load_phase(const struct load_progress *l, const struct progress *p, int phase,
	struct progress_part *part)
{
	const struct plan_phase *ph = &l->plan->phase[phase];
	*part = (struct progress_part){
		.title = ph->title,
		.number = ph->number,
		.to = ph->number,
		.from = DAY_NONE,
		.to_date = DAY_NONE,
	};
	for (int i = 0; i < p->nweek; i++)
		if (l->plan->week[i].phase == ph->number)
			add_part(part, &p->week[i]);
}

static bool load_parts(struct load_progress *l, struct progress *p, struct err *e)
{
	const struct plan *plan = l->plan;
	p->nweek = plan->nweek;
	p->nphase = plan->nphase;
	p->week = arena_alloc(l->a, (size_t)p->nweek, sizeof *p->week);
	p->phase = arena_alloc(l->a, (size_t)p->nphase, sizeof *p->phase);
	p->all = (struct progress_part){
		.title = plan->title,
		.from = DAY_NONE,
		.to_date = DAY_NONE,
	};
	for (int i = 0; i < p->nweek; i++) {
		if (!load_week(l, i, &p->week[i], e))
			return false;
		add_part(&p->all, &p->week[i]);
	}
	for (int i = 0; i < p->nphase; i++)
		load_phase(l, p, i, &p->phase[i]);
	struct span all = { p->all.from, p->all.to_date };
	add_estimate(l, &p->all, progress_outside(plan), all);
	return add_items(l, -1, &p->all, e);
}

static int monday(int day)
{
	return day - day_weekday(day);
}

/* What was worked, for hours and pace alike. */
static bool load_worked(struct load_progress *l, const struct progress *p, struct err *e)
{
	int today = l->s->today, last = monday(today), first = last - (HOURS_WEEKS - 1) * WEEK;
	int begin = p->all.from != DAY_NONE && p->all.from < last ? monday(p->all.from) : last;
	l->hours_from = begin > first ? begin : first;
	l->worked_from = today - PACE_DAYS + 1;
	if (l->hours_from < l->worked_from)
		l->worked_from = l->hours_from;
	l->worked = arena_alloc(l->a, (size_t)(last + WEEK - l->worked_from), sizeof *l->worked);
	return planner_worked(l->s, l->worked_from, last + WEEK - 1, l->worked, e);
}

/* Of the last PACE_DAYS; 0 when that is not enough to tell. */
static int measured_pace(const struct load_progress *l)
{
	const int64_t *ms = &l->worked[l->s->today - PACE_DAYS + 1 - l->worked_from];
	int64_t sum = 0;
	int days = 0, span = 0;
	for (int i = 0; i < PACE_DAYS; i++) {
		sum += ms[i];
		days += ms[i] > 0;
		span = span == 0 && ms[i] > 0 ? PACE_DAYS - i : span;
	}
	return span >= PACE_SPAN && days >= PACE_WORK ? (int)(sum * WEEK / span / MINUTE_MS) : 0;
}

static void load_pace(const struct load_progress *l, struct progress *p)
{
	p->pace_week = measured_pace(l);
	p->pace = PACE_MEASURED;
	if (p->pace_week == 0) {
		p->pace_week = rhythm_week(l->dates.calendar.rhythm);
		p->pace = PACE_RHYTHM;
	}
	if (p->pace_week == 0) {
		p->pace_week = (l->g->budget_from + l->g->budget_to) / 2;
		p->pace = p->pace_week > 0 ? PACE_BUDGET : PACE_UNKNOWN;
	}
}

/* Minutes that a date takes, times WEEK. */
static int64_t capacity(const struct load_progress *l, const struct progress *p, int date)
{
	const struct calendar *cal = &l->dates.calendar;
	if (calendar_is_off(cal, date))
		return 0;
	if (p->pace == PACE_RHYTHM)
		return (int64_t)calendar_minutes(cal, date) * WEEK;
	return p->pace_week;
}

static int finish(const struct load_progress *l, const struct progress *p)
{
	int64_t left = ((int64_t)p->all.minutes - p->all.minutes_done) * WEEK;
	if (left <= 0 || p->pace == PACE_UNKNOWN)
		return DAY_NONE;
	for (int i = 0; i < FINISH_DAYS; i++) {
		left -= capacity(l, p, l->s->today + i);
		if (left <= 0)
			return l->s->today + i;
	}
	return DAY_NONE;
}

/* Minutes that the plan notes for its dated days, into the weeks they lie in. */
static void add_written(const struct load_progress *l, struct progress *p)
{
	const int *taken = guide_minutes_taken(progress_text(l->s, l->a), l->plan, l->a);
	for (int i = 0; i < l->plan->nday; i++) {
		const struct plan_day *d = &l->plan->day[i];
		if (d->date == DAY_NONE || d->date < p->hours[0].week_start ||
			calendar_progress(d) == CALENDAR_PLANNED)
			continue;
		int week = (d->date - p->hours[0].week_start) / WEEK;
		if (week < p->nhours)
			p->hours[week].written += taken[i];
	}
}

/* Weeks after the plan in which nothing was done go, but for this one. */
static void drop_idle(struct progress *p)
{
	int kept = 0;
	for (int i = 0; i < p->nhours; i++) {
		const struct progress_hours *h = &p->hours[i];
		bool after = p->planned_finish != DAY_NONE && h->week_start > p->planned_finish;
		if (!after || h->ms > 0 || h->written > 0 || i == p->nhours - 1)
			p->hours[kept++] = *h;
	}
	p->nhours = kept;
}

static void load_hours(const struct load_progress *l, struct progress *p)
{
	const int64_t *ms = &l->worked[l->hours_from - l->worked_from];
	int rhythm = rhythm_week(l->dates.calendar.rhythm);
	p->nhours = (monday(l->s->today) - l->hours_from) / WEEK + 1;
	p->hours = arena_alloc(l->a, (size_t)p->nhours, sizeof *p->hours);
	for (int i = 0; i < p->nhours; i++) {
		struct progress_hours *h = &p->hours[i];
		h->week_start = l->hours_from + i * WEEK;
		h->budget_from = rhythm ? rhythm : l->g->budget_from;
		h->budget_to = rhythm ? rhythm : l->g->budget_to;
		for (int k = 0; k < WEEK; k++)
			h->ms += ms[i * WEEK + k];
	}
	add_written(l, p);
	drop_idle(p);
}

/* Days of options that are not taken. */
static bool load_branches(struct load_progress *l, struct err *e)
{
	struct progress_branch *branch;
	int n;
	l->out = arena_alloc(l->a, (size_t)l->plan->nday, sizeof *l->out);
	if (!progress_branches(l->s, l->g, &branch, &n, l->a, e))
		return false;
	for (int i = 0; i < n; i++)
		l->out[branch[i].day] = branch[i].out;
	return true;
}

static void load_behind(struct progress *p)
{
	if (p->all.from == DAY_NONE)
		return;
	p->behind_min = p->all.expected - p->all.minutes_done;
	if (p->all.minutes > 0)
		p->behind_permille = (int)((int64_t)p->behind_min * 1000 / p->all.minutes);
}

bool progress_load(const struct study *s, const struct guide *g, struct progress *out,
	struct arena *a, struct err *e)
{
	struct load_progress l = { .s = s, .g = g, .plan = &s->plan, .last = DAY_NONE, .a = a };
	struct progress p = { .finish = DAY_NONE, .planned_finish = DAY_NONE };
	l.est = progress_estimates(l.plan, a);
	if (!progress_dates(s, &l.dates, a, e) || !load_branches(&l, e) || !load_parts(&l, &p, e) ||
		!load_worked(&l, &p, e))
		return false;
	p.planned_finish = l.last != DAY_NONE ? l.last : study_deadline(s);
	load_pace(&l, &p);
	load_hours(&l, &p);
	load_behind(&p);
	p.finish = finish(&l, &p);
	*out = p;
	return true;
}

const struct guide_advice *progress_advice(const struct progress *p, const struct guide *g)
{
	enum { MUCH = 100 };
	if (p->behind_permille <= MUCH && p->behind_permille >= -MUCH)
		return NULL;
	enum guide_when when = p->behind_permille > 0 ? GUIDE_SLOWER : GUIDE_FASTER;
	for (int i = 0; i < g->nadvice; i++)
		if (g->advice[i].when == when)
			return &g->advice[i];
	return NULL;
}

bool progress_report_load(
	const struct study *s, struct progress_report *out, struct arena *a, struct err *e)
{
	struct buf said = { 0 };
	struct progress_report r = { .guide = progress_guide(s, a) };
	if (!progress_load(s, &r.guide, &r.progress, a, e) ||
		!progress_counters(s, &r.guide, &r.counter, &r.ncounter, a, e) ||
		!progress_milestones(s, &r.guide, &r.milestone, &r.nmilestone, a, e) ||
		!progress_decisions(s, &r.guide, &r.decision, &r.ndecision, a, e) ||
		!progress_timed(s, &r.timed, &r.ntimed, a, e))
		return false;
	progress_sentence(&r.progress, s->today, &said);
	r.sentence = arena_str(a, buf_str(&said));
	buf_release(&said);
	*out = r;
	out->advice = progress_advice(&out->progress, &out->guide);
	return true;
}
