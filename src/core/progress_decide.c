/* progress_decide.c - decisions of the plan against what was measured, and the days that follow from them. */
#include "progress_priv.h"

#include <stdlib.h>

/* Words of an inventory's title that say only that it is one. */
static bool is_inventory_word(struct str w)
{
	static const struct str word[] = { STR_INIT("week"), STR_INIT("day"), STR_INIT("topic"),
		STR_INIT("topics"), STR_INIT("check"), STR_INIT("coverage"), STR_INIT("list") };
	for (size_t i = 0; i < LENGTH(word); i++)
		if (str_eq(w, word[i]))
			return true;
	return false;
}

bool progress_names_area(const struct word_list *words, const struct readiness_area *area,
	const struct file_row *file, size_t nfile, struct arena *a)
{
	struct word_list name = progress_word_list(area->name, a);
	if (progress_has_all(words, &name))
		return true;
	for (size_t i = 0; i < nfile; i++) {
		if (!str_eq(file[i].path, area->path))
			continue;
		struct word_list title = progress_word_list(file[i].title, a);
		int k = 0;
		while (k < title.n && is_inventory_word(title.word[k]))
			k++;
		return k < title.n && progress_has_word(words, title.word[k]);
	}
	return false;
}

/* "Advanced topics (good to know)": an area that the inventory itself calls less important. */
static bool is_minor(struct str name)
{
	static const struct str said[] = { STR_INIT("good to know"), STR_INIT("nice to have"),
		STR_INIT("optional"), STR_INIT("low priority"), STR_INIT("bonus") };
	for (size_t i = 0; i < LENGTH(said); i++)
		if (str_casefind(name, said[i], 0) >= 0)
			return true;
	return false;
}

/* Do the conditions speak of important areas only? */
static bool is_selective(const struct word_list *words)
{
	static const struct str said[] = { STR_INIT("critical"), STR_INIT("important"),
		STR_INIT("key"), STR_INIT("priority") };
	for (size_t i = 0; i < LENGTH(said); i++)
		if (progress_has_word(words, said[i]))
			return true;
	return false;
}

static int by_percent(const void *x, const void *y)
{
	const struct progress_measure *a = x, *b = y;
	return a->percent != b->percent ? (a->percent < b->percent ? -1 : 1)
					: str_cmp(a->area, b->area);
}

/* What decisions are measured with, loaded once. */
struct measures {
	struct readiness readiness;
	struct file_row *file;
	size_t nfile;
	struct arena *a;
};

static struct word_list condition_words(const struct guide_decision *d, struct arena *a)
{
	struct buf all = { 0 };
	for (int i = 0; i < d->noption; i++) {
		buf_add(&all, d->option[i].condition);
		buf_addc(&all, ' ');
	}
	struct word_list words = progress_word_list(arena_str(a, buf_str(&all)), a);
	buf_release(&all);
	return words;
}

/* The areas of which something is known that the conditions speak of; with `named` those of them that they name. */
static int take_areas(const struct measures *m, const struct word_list *words, bool named,
	struct progress_measure *out)
{
	bool selective = !named && is_selective(words);
	int n = 0;
	for (int i = 0; i < m->readiness.narea; i++) {
		const struct readiness_area *area = &m->readiness.area[i];
		if (area->known == 0 || (selective && is_minor(area->name)))
			continue;
		if (!named || progress_names_area(words, area, m->file, m->nfile, m->a))
			out[n++] = (struct progress_measure){ area->name,
				readiness_whole(area->percent), false };
	}
	return n;
}

/* The percentage that the decision is about: the first that an option names. */
static int threshold(const struct guide_decision *d)
{
	for (int i = 0; i < d->noption; i++)
		if (d->option[i].percent >= 0)
			return d->option[i].percent;
	return -1;
}

static bool is_overall(const struct guide_decision *d)
{
	for (int i = 0; i < d->noption; i++)
		if (d->option[i].test == GUIDE_OVERALL_AT_LEAST ||
			d->option[i].test == GUIDE_OVERALL_BELOW)
			return true;
	return false;
}

static void measure_areas(const struct measures *m, struct progress_decision *d)
{
	struct word_list words = condition_words(d->d, m->a);
	d->percent = threshold(d->d);
	d->measure = arena_alloc(m->a, (size_t)m->readiness.narea, sizeof *d->measure);
	d->nmeasure = take_areas(m, &words, true, d->measure);
	if (d->nmeasure == 0)
		d->nmeasure = take_areas(m, &words, false, d->measure);
	for (int i = 0; i < d->nmeasure; i++)
		d->measure[i].holds = d->percent >= 0 && d->measure[i].percent >= d->percent;
	if (d->nmeasure > 1)
		qsort(d->measure, (size_t)d->nmeasure, sizeof *d->measure, by_percent);
}

/* Does the option's condition hold? GUIDE_ELSE is asked when no other did. */
static bool holds(const struct guide_option *o, const struct progress_decision *d, int overall)
{
	int percent = o->percent >= 0 ? o->percent : d->percent;
	int least = d->nmeasure > 0 ? d->measure[0].percent : -1;
	if (percent < 0)
		return false;
	switch (o->test) {
	case GUIDE_ALL_AT_LEAST: return least >= percent;
	case GUIDE_ANY_BELOW: return least >= 0 && least < percent;
	case GUIDE_OVERALL_AT_LEAST: return overall >= percent;
	case GUIDE_OVERALL_BELOW: return overall >= 0 && overall < percent;
	case GUIDE_ELSE:
	case GUIDE_UNKNOWN: return false;
	}
	return false;
}

/* The first that holds; an "otherwise" only where all others could be asked. */
static int option_that_holds(const struct progress_decision *d, int overall)
{
	int otherwise = -1;
	bool asked = true;
	for (int i = 0; i < d->d->noption; i++) {
		const struct guide_option *o = &d->d->option[i];
		if (holds(o, d, overall))
			return i;
		if (o->test == GUIDE_ELSE)
			otherwise = otherwise < 0 ? i : otherwise;
		asked = asked && o->test != GUIDE_UNKNOWN;
	}
	return asked && d->percent >= 0 && overall >= 0 ? otherwise : -1;
}

/* "RAG 30 %, LLM systems 46 % and 3 more: below 80 %" */
static void say_below(const struct progress_decision *d, struct buf *out)
{
	enum { NAMED = 6 };
	int below = 0;
	while (below < d->nmeasure && !d->measure[below].holds)
		below++;
	int named = below > NAMED + 1 ? NAMED : below;
	for (int i = 0; i < named; i++)
		buf_addf(out, "%s%.*s %d %%", i ? ", " : "", STR_ARG(d->measure[i].area),
			d->measure[i].percent);
	if (named < below)
		buf_addf(out, " and %d more", below - named);
	buf_addf(out, ": below %d %%", d->percent);
}

static void say_areas(const struct progress_decision *d, struct buf *out)
{
	if (!d->measure[0].holds)
		say_below(d, out);
	else if (d->nmeasure == 1)
		buf_addf(out, "%.*s is at %d %%, at least %d %%", STR_ARG(d->measure[0].area),
			d->measure[0].percent, d->percent);
	else
		buf_addf(out, "all %d areas are at %d %% or more", d->nmeasure, d->percent);
}

static struct str reason(const struct progress_decision *d, int overall, struct arena *a)
{
	struct buf out = { 0 };
	if (d->nmeasure == 0)
		buf_add(&out, STR("no topic is rated yet: rate topics to see which option holds"));
	else if (d->percent < 0)
		buf_add(&out, STR("the plan names no percentage to measure against"));
	else if (is_overall(d->d))
		buf_addf(&out, "%d %% overall: %s %d %%", overall,
			overall >= d->percent ? "at least" : "below", d->percent);
	else
		say_areas(d, &out);
	struct str said = arena_str(a, buf_str(&out));
	buf_release(&out);
	return said;
}

static int due_day(
	const struct study *s, const struct progress_dates *dates, const struct guide_decision *d)
{
	if (d->day >= 0) {
		int placed = dates->calendar.day[d->day].to;
		return placed != DAY_NONE ? placed : dates->day[d->day].to;
	}
	if (d->week >= 0)
		return dates->week[d->week].to;
	if (d->phase < 0)
		return DAY_NONE;
	const struct plan_phase *ph = &s->plan.phase[d->phase];
	return ph->from_week > 0 ? progress_week_end(&s->plan, dates, ph->from_week - 1) : DAY_NONE;
}

static bool load_measures(const struct study *s, struct measures *m, struct arena *a, struct err *e)
{
	m->a = a;
	return readiness_load(s, &m->readiness, a, e) &&
	       catalog_files(s->store, CONTENT_TOPICS, &m->file, &m->nfile, a, e);
}

bool progress_decisions(const struct study *s, const struct guide *g,
	struct progress_decision **out, int *n, struct arena *a, struct err *e)
{
	struct progress_decision *d = arena_alloc(a, (size_t)g->ndecision, sizeof *d);
	struct progress_dates dates;
	struct measures m;
	if (!load_measures(s, &m, a, e) || !progress_dates(s, &dates, a, e))
		return false;
	int overall = m.readiness.known ? readiness_whole(m.readiness.percent) : -1;
	for (int i = 0; i < g->ndecision; i++) {
		d[i].d = &g->decision[i];
		measure_areas(&m, &d[i]);
		d[i].option = option_that_holds(&d[i], overall);
		d[i].reason = reason(&d[i], overall, a);
		d[i].due = due_day(s, &dates, d[i].d);
		if (!planner_decided(s, d[i].d->id, &d[i].chosen, &d[i].chosen_day,
			    &d[i].chosen_reason, a, e))
			return false;
	}
	*out = d;
	*n = g->ndecision;
	return true;
}

/* Minutes of an option's days among branch[0 .. n). */
static int option_minutes(const struct progress_branch *branch, int n, const struct estimates *est,
	int decision, int option)
{
	int sum = 0;
	for (int i = 0; i < n; i++)
		if (branch[i].decision == decision && branch[i].option == option)
			sum += est->day[branch[i].day].minutes;
	return sum;
}

static bool is_taken(const struct progress_branch *branch, int n, int day)
{
	for (int i = 0; i < n; i++)
		if (branch[i].day == day)
			return true;
	return false;
}

/* The days of the decision's week whose titles have an option's name. */
static int add_branches(const struct plan *p, const struct guide_decision *d, int decision,
	struct progress_branch *branch, int n)
{
	for (int o = 0; o < d->noption; o++) {
		const struct guide_option *opt = &d->option[o];
		if (opt->day < 0 || is_taken(branch, n, opt->day))
			continue;
		const struct plan_week *w = &p->week[p->day[opt->day].week];
		for (int i = w->first_day; i < w->first_day + w->nday; i++) {
			bool named =
				opt->name.n > 0 && str_casefind(p->day[i].title, opt->name, 0) >= 0;
			if ((i == opt->day || named) && !is_taken(branch, n, i))
				branch[n++] = (struct progress_branch){ decision, o, i, false };
		}
	}
	return n;
}

/* The option whose days count: the chosen one if it has days, else the longest. */
static int counting_option(const struct progress_branch *branch, int n, const struct estimates *est,
	const struct guide_decision *d, int decision, int chosen)
{
	int most = -1, best = -1;
	for (int o = 0; o < d->noption; o++) {
		int minutes = option_minutes(branch, n, est, decision, o);
		best = minutes > most ? o : best;
		most = minutes > most ? minutes : most;
	}
	return chosen >= 0 && chosen < d->noption ? chosen : best;
}

bool progress_branches(const struct study *s, const struct guide *g, struct progress_branch **out,
	int *n, struct arena *a, struct err *e)
{
	const struct plan *p = &s->plan;
	struct progress_branch *branch = arena_alloc(a, (size_t)p->nday, sizeof *branch);
	struct estimates est = progress_estimates(p, a);
	int count = 0;
	for (int i = 0; i < g->ndecision; i++) {
		const struct guide_decision *d = &g->decision[i];
		int chosen, day, first = count;
		struct str why;
		if (!planner_decided(s, d->id, &chosen, &day, &why, a, e))
			return false;
		count = add_branches(p, d, i, branch, count);
		int counts = counting_option(branch, count, &est, d, i, chosen);
		for (int k = first; k < count; k++) {
			const struct plan_day *pd = &p->day[branch[k].day];
			branch[k].out = branch[k].option != counts && pd->ndone == 0 &&
					pd->status != PLAN_DONE;
		}
	}
	*out = branch;
	*n = count;
	return true;
}
