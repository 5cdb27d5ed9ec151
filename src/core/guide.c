/* guide.c - the guide of a plan: how long it is, how much of a week it takes, and all finders in turn. */
#include "guide_line.h"

enum { MAX_WEEKS = 520, WEEK_DAYS = 7 };

struct span {
	int from, to; /* weeks */
	bool months;
};

static const struct plan_word span_words[] = {
	{ STR_INIT("week"), 1 },
	{ STR_INIT("woche"), 1 },
	{ STR_INIT("semaine"), 1 },
	{ STR_INIT("semana"), 1 },
	{ STR_INIT("周"), 1 },
	{ STR_INIT("month"), 2 },
	{ STR_INIT("monat"), 2 },
	{ STR_INIT("mois"), 2 },
	{ STR_INIT("mes"), 2 },
	{ STR_INIT("year"), 3 },
	{ STR_INIT("jahr"), 3 },
	{ STR_INIT("an "), 3 },
	{ STR_INIT("ans"), 3 },
	{ STR_INIT("año"), 3 },
};

/* A month has 13/3 weeks, a year 52. */
static int to_weeks(int n, int unit)
{
	static const int thirds[] = { 0, 3, 13, 156 };
	int weeks = (n * thirds[unit] + 1) / 3;
	return weeks > MAX_WEEKS ? MAX_WEEKS : weeks;
}

/* "12 weeks", "12-week", "2-3 months" somewhere in s. */
static bool read_span(struct str s, struct span *out)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str t = plan_after(s, i);
		int from, to;
		if (!plan_digit(s.p[i]))
			continue;
		while (i + 1 < s.n && plan_digit(s.p[i + 1]))
			i++;
		if (!str_number(&t, &from) || from > MAX_WEEKS)
			continue;
		to = from;
		struct str r = t;
		if (plan_skip_range(&r) && str_number(&r, &to) && to >= from && to <= MAX_WEEKS)
			t = r;
		else
			to = from;
		while (t.n && (*t.p == ' ' || *t.p == '-' || *t.p == '+'))
			t = plan_after(t, 1);
		const struct plan_word *w = plan_word_at(t, span_words, LENGTH(span_words));
		if (w && from > 0) {
			*out = (struct span){ to_weeks(from, w->value), to_weeks(to, w->value),
				w->value > 1 };
			return true;
		}
	}
	return false;
}

/* Below a heading that is not the first a "Duration" is that of a part. */
static bool speaks_of_all(const struct guide_text *t, const struct guide_line *l)
{
	const struct guide_line *h = l->owner >= 0 ? &t->line[l->owner] : NULL;
	static const struct plan_word whole[] = { { STR_INIT("overview"), 0 },
		{ STR_INIT("goal"), 0 }, { STR_INIT("about"), 0 }, { STR_INIT("summary"), 0 },
		{ STR_INIT("next step"), 0 }, { STR_INIT("überblick"), 0 }, { STR_INIT("ziel"), 0 },
		{ STR_INIT("aperçu"), 0 }, { STR_INIT("objectif"), 0 }, { STR_INIT("objetivo"), 0 },
		{ STR_INIT("resumen"), 0 } };
	return l->week < 0 && l->phase < 0 &&
	       (!h || h->level == 1 || guide_has(h->plain, whole, LENGTH(whole)));
}

/* Weeks are more exact than months: "Timeline: 12 weeks" wins over "2-3 months". */
static void find_duration(const struct guide_text *t, struct guide *g)
{
	struct span best = { 0 }, s;
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		bool title = l->kind == GUIDE_HEADING && l->level == 1 && l->week < 0;
		bool label =
			l->word & WORD_DURATION && l->kind != GUIDE_HEADING && speaks_of_all(t, l);
		if (!title && !label)
			continue;
		if (!read_span(title ? l->plain : l->value, &s) || (best.from && !best.months) ||
			(best.from && s.months))
			continue;
		best = s;
	}
	g->weeks_from = best.from;
	g->weeks_to = best.to;
}

static const struct plan_word daily_words[] = {
	{ STR_INIT("daily"), 0 },
	{ STR_INIT("per day"), 0 },
	{ STR_INIT("a day"), 0 },
	{ STR_INIT("/day"), 0 },
	{ STR_INIT("every day"), 0 },
	{ STR_INIT("each day"), 0 },
	{ STR_INIT("täglich"), 0 },
	{ STR_INIT("am tag"), 0 },
	{ STR_INIT("pro tag"), 0 },
	{ STR_INIT("par jour"), 0 },
	{ STR_INIT("al día"), 0 },
	{ STR_INIT("por día"), 0 },
};

/* Minutes a week that s names: "5-10 hours/week", "2 hours daily". */
static bool read_budget(struct str s, int *from, int *to)
{
	struct plan_amount a;
	bool week = guide_per_week(s), day = guide_has(s, daily_words, LENGTH(daily_words));
	if (!(week || day) || guide_amounts(s, &a, 1) == 0 || a.to == 0)
		return false;
	int days = week ? 1 : WEEK_DAYS;
	*from = a.from * days;
	*to = a.to * days;
	return true;
}

/* A label that says so; else the first line outside weeks, phases and templates of a week. */
static void find_budget(const struct guide_text *t, struct guide *g)
{
	int from, to;
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		if (l->joined || l->week >= 0 || l->phase >= 0 || l->item >= 0 ||
			l->kind == GUIDE_ROW)
			continue;
		bool label = l->word & (WORD_BUDGET | WORD_TIME | WORD_DURATION);
		if (!label && (l->kind == GUIDE_HEADING || g->budget_to || l->label.n))
			continue;
		if (!read_budget(label ? l->plain : l->value, &from, &to))
			continue;
		g->budget_from = from;
		g->budget_to = to;
		if (label)
			return;
	}
}

struct guide guide_parse(struct str text, struct str path, const struct plan *plan, struct arena *a)
{
	struct guide g = { 0 };
	struct guide_text t = guide_scan(text, plan, a);
	find_duration(&t, &g);
	find_budget(&t, &g);
	guide_find_weeks(&t, &g);
	guide_find_targets(&t, &g);
	guide_find_links(&t, &g);
	guide_find_milestones(&t, &g);
	guide_find_counters(&t, path, &g);
	guide_find_decisions(&t, path, &g);
	guide_find_rhythms(&t, &g);
	guide_find_advice(&t, &g);
	return g;
}
