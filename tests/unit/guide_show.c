/* guide_show.c - a guide as text, one finding a line. */
#include "guide_show.h"

static void add_range(struct buf *out, int low, int high)
{
	if (low < 0)
		buf_add(out, STR("-"));
	else if (low == high)
		buf_addf(out, "%d", low);
	else
		buf_addf(out, "%d..%d", low, high);
}

static void add_place(struct buf *out, int week, int day)
{
	if (week >= 0)
		buf_addf(out, " w%d", week);
	if (day >= 0)
		buf_addf(out, " d%d", day);
}

void show_targets(struct buf *out, const struct guide *g)
{
	for (int i = 0; i < g->ntarget; i++) {
		const struct guide_target *t = &g->target[i];
		buf_addf(out, "%d target ", t->line);
		add_range(out, t->from_low, t->from_high);
		buf_add(out, STR(" > "));
		add_range(out, t->low, t->high);
		add_place(out, t->week, t->day);
		buf_addf(out, " %.*s\n", STR_ARG(t->text));
	}
}

void show_links(struct buf *out, const struct guide *g)
{
	for (int i = 0; i < g->nlink; i++) {
		const struct guide_link *l = &g->link[i];
		buf_addf(out, "%d link", l->line);
		add_place(out, l->week, l->day);
		if (l->item >= 0)
			buf_addf(out, " i%d", l->item);
		if (l->section >= 0)
			buf_addf(out, " s%d", l->section);
		buf_addf(out, " %.*s | %.*s | %.*s\n", STR_ARG(l->under), STR_ARG(l->label),
			STR_ARG(l->url));
	}
}

void show_weeks(struct buf *out, const struct guide *g)
{
	for (int i = 0; i < g->nweek; i++) {
		const struct guide_week *w = &g->week[i];
		buf_addf(out, "%d week %d-%d%s ", w->line, w->from, w->to, w->open ? "+" : "");
		add_range(out, w->base, w->base);
		buf_add(out, STR(" > "));
		add_range(out, w->low, w->high);
		buf_addf(out, " | %.*s | %.*s | %.*s | %.*s | %.*s\n", STR_ARG(w->focus),
			STR_ARG(w->goal), STR_ARG(w->target_text), STR_ARG(w->notes),
			STR_ARG(w->status));
	}
}

void show_milestones(struct buf *out, const struct guide *g)
{
	for (int i = 0; i < g->nmilestone; i++) {
		const struct guide_milestone *m = &g->milestone[i];
		buf_addf(out, "%d milestone", m->line);
		if (m->week)
			buf_addf(out, " week %d%s", m->week, m->open_end ? "+" : "");
		if (m->day)
			buf_addf(out, " day %d", m->day);
		buf_addf(out, "%s%s %.*s\n", m->marked ? " marked" : "", m->sign ? " sign" : "",
			STR_ARG(m->title));
	}
}

void show_counters(struct buf *out, const struct guide *g)
{
	for (int i = 0; i < g->ncounter; i++) {
		const struct guide_counter *c = &g->counter[i];
		buf_addf(out, "%d counter ", c->line);
		add_range(out, c->low, c->high);
		buf_addf(out, "%s %.*s\n", c->per_week ? " a week" : "", STR_ARG(c->name));
	}
}

void show_decisions(struct buf *out, const struct guide *g)
{
	static const char *const test[] = { "all>=", "any<", "overall>=", "overall<", "else",
		"unknown" };
	for (int i = 0; i < g->ndecision; i++) {
		const struct guide_decision *d = &g->decision[i];
		buf_addf(out, "%d decision", d->line);
		add_place(out, d->week, d->day);
		if (d->phase >= 0)
			buf_addf(out, " p%d", d->phase);
		buf_addf(out, " %.*s\n", STR_ARG(d->title));
		for (int k = 0; k < d->noption; k++) {
			const struct guide_option *o = &d->option[k];
			buf_addf(out, " %d %s %d [%.*s] d%d: %.*s: %.*s\n", o->line, test[o->test],
				o->percent, STR_ARG(o->name), o->day, STR_ARG(o->condition),
				STR_ARG(o->action));
		}
	}
}

void show_rhythms(struct buf *out, const struct guide *g)
{
	for (int i = 0; i < g->nrhythm; i++) {
		const struct guide_rhythm *r = &g->rhythm[i];
		buf_addf(out, "%d rhythm ", r->line);
		add_range(out, r->week_from, r->week_to);
		buf_addc(out, ':');
		for (int k = 0; k < 7; k++)
			buf_addf(out, " %d", r->minutes[k]);
		buf_addf(out, " %.*s\n", STR_ARG(r->title));
	}
}

void show_advice(struct buf *out, const struct guide *g)
{
	static const char *const when[] = { "faster", "slower", "early", "easy", "hard" };
	for (int i = 0; i < g->nadvice; i++) {
		const struct guide_advice *a = &g->advice[i];
		buf_addf(out, "%d %s", a->line, when[a->when]);
		for (int k = 0; k < a->nline; k++)
			buf_addf(out, "%s %.*s", k ? ";" : "", STR_ARG(a->line_text[k]));
		buf_addc(out, '\n');
	}
}

void show_guide(struct buf *out, const struct guide *g)
{
	buf_addf(out, "weeks %d..%d budget %d..%d\n", g->weeks_from, g->weeks_to, g->budget_from,
		g->budget_to);
	show_weeks(out, g);
	show_targets(out, g);
	show_links(out, g);
	show_milestones(out, g);
	show_counters(out, g);
	show_decisions(out, g);
	show_rhythms(out, g);
	show_advice(out, g);
}

static void show_list(struct buf *out, const char *name, const struct str *s, int n)
{
	for (int i = 0; i < n; i++)
		buf_addf(out, "%s: %.*s\n", name, STR_ARG(s[i]));
}

static void show_one(struct buf *out, const char *name, struct str s)
{
	show_list(out, name, &s, s.n > 0);
}

void show_guide_day(struct buf *out, const struct guide_day *d)
{
	show_one(out, "goal", d->goal);
	show_one(out, "why", d->rationale);
	show_one(out, "context", d->context);
	for (int i = 0; i < d->ntopic; i++)
		buf_addf(out, "topic: %.*s [%.*s]\n", STR_ARG(d->topic[i]),
			STR_ARG(d->topic_note[i]));
	show_list(out, "learning", d->learning, d->nlearning);
	show_list(out, "result", d->result, d->nresult);
	show_list(out, "criterion", d->criterion, d->ncriterion);
	show_one(out, d->target_met ? "target met" : "target", d->target);
	if (d->score >= 0)
		buf_addf(out, "score: %d\n", d->score);
	if (d->minutes_taken)
		buf_addf(out, "minutes: %d\n", d->minutes_taken);
}

void show_timings(struct buf *out, const struct guide_timing *t, int n)
{
	for (int i = 0; i < n; i++) {
		buf_addf(out, "%d", t[i].line);
		if (t[i].target_to)
			buf_addf(out, " target %d..%d", t[i].target_from, t[i].target_to);
		if (t[i].before)
			buf_addf(out, " before %d", t[i].before);
		buf_addf(out, " actual %d", t[i].actual);
		if (t[i].item >= 0)
			buf_addf(out, " i%d", t[i].item);
		add_place(out, t[i].week, t[i].day);
		buf_addc(out, '\n');
	}
}
