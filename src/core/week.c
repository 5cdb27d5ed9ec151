/* week.c - a look back at a week of study. */
#include "hone/week.h"

#include <stdlib.h>

#include "hone/answers.h"
#include "hone/md.h"

enum { DAYS = 7, MINUTE_MS = 60000, MOST_ADVICE = 8, DAY_MS = 86400000 };

struct look {
	const struct study *s;
	struct week *w;
	struct arena *a;
	size_t cap_weak, cap_lapse;
};

/* ---- checks */

/* Without markdown and the score behind it: "Heaps (40%)" is Heaps. */
static struct str bare_name(struct look *l, struct str part)
{
	struct str name = str_trim(md_shown(str_trim(part), l->a));
	ptrdiff_t at = str_find(name, STR(" ("), 0);
	return at > 0 ? str_trim(str_slice(name, 0, (size_t)at)) : name;
}

/* The next of "Heaps (40%), Trees", where a comma in brackets parts nothing. */
static struct str next_part(struct str *rest)
{
	size_t i = 0;
	int depth = 0;
	for (; i < rest->n && !(rest->p[i] == ',' && depth == 0); i++)
		depth += rest->p[i] == '(' ? 1 : rest->p[i] == ')' && depth ? -1 : 0;
	struct str part = str_slice(*rest, 0, i);
	*rest = str_slice(*rest, i + 1, rest->n);
	return part;
}

static bool says_none(struct str name)
{
	return name.n < 2 || str_casestarts(name, STR("none"));
}

static void add_weak(struct look *l, struct str name, int day)
{
	struct week *w = l->w;
	for (int i = 0; i < w->nweak; i++) {
		if (!str_caseeq(w->weak[i].name, name))
			continue;
		w->weak[i].n++;
		w->weak[i].last = day;
		return;
	}
	w->weak = arena_room(l->a, w->weak, (size_t)w->nweak, &l->cap_weak, sizeof *w->weak);
	w->weak[w->nweak++] = (struct week_weak){ name, 1, day };
}

/* What was strong in a later check is weak no more. */
static void drop_strong(struct look *l, struct str name)
{
	struct week *w = l->w;
	for (int i = 0; i < w->nweak; i++)
		if (str_caseeq(w->weak[i].name, name))
			w->weak[i--] = w->weak[--w->nweak];
}

static void read_items(struct look *l, const struct check_entry *c)
{
	struct str rest = c->strong;
	while (rest.n)
		drop_strong(l, bare_name(l, next_part(&rest)));
	for (rest = c->weak; rest.n;) {
		struct str name = bare_name(l, next_part(&rest));
		if (!says_none(name))
			add_weak(l, name, c->date);
	}
}

static int by_often(const void *a, const void *b)
{
	const struct week_weak *x = a, *y = b;
	return x->n != y->n ? y->n - x->n : y->last - x->last;
}

static bool look_at_checks(struct look *l, struct err *e)
{
	struct check_entry *c;
	struct week *w = l->w;
	int n, before, kept = 0;
	if (!check_history(l->s, &c, &n, l->a, e))
		return false;
	w->mean = check_mean(c, n, w->from, w->to, &w->nchecks);
	w->mean_before = check_mean(c, n, w->from - DAYS, w->from - 1, &before);
	for (int i = 0; i < n; i++)
		if (c[i].date > w->to - WEEK_LOOK_BACK && c[i].date <= w->to)
			read_items(l, &c[i]);
	for (int i = 0; i < w->nweak; i++)
		if (w->weak[i].n > 1)
			w->weak[kept++] = w->weak[i];
	w->nweak = kept;
	if (kept)
		qsort(w->weak, (size_t)kept, sizeof *w->weak, by_often);
	return true;
}

/* ---- topics and answers */

static bool look_at_topics(struct look *l, struct err *e)
{
	struct readiness r;
	struct week *w = l->w;
	if (!readiness_load(l->s, &r, l->a, e))
		return false;
	for (int i = 0; i < r.ntopic; i++) {
		const struct readiness_topic *t = &r.topic[i];
		bool here = t->lapse >= w->from && t->lapse <= w->to;
		if (!here || t->topic->level != LEVEL_KNOW || !t->lapsed)
			continue;
		w->lapse = arena_room(
			l->a, w->lapse, (size_t)w->nlapse, &l->cap_lapse, sizeof *w->lapse);
		w->lapse[w->nlapse++] = *t->topic;
	}
	return true;
}

static void take_answer(void *ctx, const struct answer *a)
{
	struct week *w = ctx;
	if (!a->graded || a->day < w->from || a->day > w->to)
		return;
	w->reviews++;
	w->right += a->percent == 100;
}

static bool count_tick(void *ctx, const struct event *ev, bool voided)
{
	struct week *w = ctx;
	if (!voided && ev->kind == EVENT_TICK && ev->day >= w->from && ev->day <= w->to)
		w->ticked += ev->value ? 1 : -1;
	return true;
}

static bool look_at_work(struct look *l, struct err *e)
{
	struct week *w = l->w;
	int64_t ms[DAYS] = { 0 };
	struct progress p;
	struct guide g = progress_guide(l->s, l->a);
	/* A study day begins at most a day before its date does anywhere on Earth. */
	struct event_id from = event_id_floor(((int64_t)w->from - 1) * DAY_MS);
	if (!planner_worked(l->s, w->from, w->to, ms, e) ||
		!store_events(l->s->store, from, count_tick, w, e) ||
		!answers_each(l->s, take_answer, NULL, w, e) ||
		!progress_load(l->s, &g, &p, l->a, e))
		return false;
	for (int i = 0; i < DAYS; i++)
		w->minutes += (int)((ms[i] + MINUTE_MS / 2) / MINUTE_MS);
	for (int i = 0; i < p.nhours; i++) {
		if (p.hours[i].week_start != w->from)
			continue;
		w->budget_from = p.hours[i].budget_from;
		w->budget_to = p.hours[i].budget_to;
	}
	w->ticked = w->ticked > 0 ? w->ticked : 0;
	return true;
}

/* ---- what it suggests */

static void advise(struct look *l, struct str sentence)
{
	struct week *w = l->w;
	if (!w->advice)
		w->advice = arena_alloc(l->a, MOST_ADVICE, sizeof *w->advice);
	if (w->nadvice < MOST_ADVICE)
		w->advice[w->nadvice++] = sentence;
}

static void advise_all(struct look *l)
{
	const struct week *w = l->w;
	if (w->mean >= 0)
		advise(l, arena_printf(l->a, "The checks were %s: %s",
				  round_band_name(round_band(w->mean)),
				  round_band_advice(round_band(w->mean))));
	if (w->mean >= 0 && w->mean_before - w->mean >= WEEK_FALL)
		advise(l, STR("The scores fell: begin fewer new topics next week."));
	for (int i = 0; i < w->nweak && i < 3; i++)
		advise(l, arena_printf(l->a,
				  "%.*s stays weak: read its section again, then explain it aloud; "
				  "or make smaller cards of it.",
				  STR_ARG(w->weak[i].name)));
	if (w->nlapse)
		advise(l, arena_printf(l->a,
				  "%d topic%s you call Know %s answered wrong: rate %s again.",
				  w->nlapse, w->nlapse == 1 ? "" : "s",
				  w->nlapse == 1 ? "was" : "were", w->nlapse == 1 ? "it" : "them"));
	if (w->minutes > 0 && w->to <= l->s->today && 4 * w->minutes < 3 * w->budget_from)
		advise(l, STR("You had less time than planned: set the rhythm to what is real, or "
			      "move days."));
	if (w->nchecks == 0)
		advise(l, STR("No knowledge check this week: ten questions at the end of a day "
			      "tell what stayed."));
}

bool week_load(const struct study *s, int day, struct week *out, struct arena *a, struct err *e)
{
	*out = (struct week){ .mean = -1, .mean_before = -1 };
	struct look l = { .s = s, .w = out, .a = a };
	out->from = day - day_weekday(day);
	out->to = out->from + DAYS - 1;
	if (!look_at_checks(&l, e) || !look_at_topics(&l, e) || !look_at_work(&l, e))
		return false;
	advise_all(&l);
	return true;
}
