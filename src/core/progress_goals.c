/* progress_goals.c - what the plan counts and what it is to reach by when. */
#include "progress_priv.h"

static const struct plan_item *item_of(const struct plan *p, int item)
{
	return item >= 0 && item < p->nitem ? &p->item[item] : NULL;
}

bool progress_counters(const struct study *s, const struct guide *g, struct progress_counter **out,
	int *n, struct arena *a, struct err *e)
{
	struct progress_counter *c = arena_alloc(a, (size_t)g->ncounter, sizeof *c);
	for (int i = 0; i < g->ncounter; i++) {
		const struct guide_counter *gc = &g->counter[i];
		const struct plan_item *t = item_of(&s->plan, gc->item);
		c[i].c = gc;
		if (!planner_counted(s, gc->id, s->today, &c[i].all, &c[i].week, e))
			return false;
		c[i].reached = (t && t->done) || (gc->per_week ? c[i].week : c[i].all) >= gc->low;
	}
	*out = c;
	*n = g->ncounter;
	return true;
}

static bool counter_reached(const struct progress_counter *c, int n, const struct word_list *title,
	int line, struct arena *a)
{
	for (int i = 0; i < n; i++) {
		struct word_list name = progress_word_list(c[i].c->name, a);
		bool same = progress_has_all(title, &name) && progress_has_all(&name, title);
		if (c[i].reached && (same || c[i].c->line == line))
			return true;
	}
	return false;
}

/* The words of each task. */
static struct word_list *task_words(const struct plan *p, struct arena *a)
{
	struct word_list *words = arena_alloc(a, (size_t)p->nitem, sizeof *words);
	for (int i = 0; i < p->nitem; i++)
		words[i] = progress_word_list(p->item[i].text, a);
	return words;
}

/* Do ticked tasks say the same, each of them a part? An open one that does so says no. */
static bool tasks_say(const struct plan *p, const struct word_list *words,
	const struct word_list *title, struct arena *a)
{
	bool *said = arena_alloc(a, (size_t)title->n, sizeof *said);
	for (int i = 0; i < p->nitem; i++) {
		if (!progress_has_all(title, &words[i]))
			continue;
		if (!p->item[i].done)
			return false;
		for (int k = 0; k < title->n; k++)
			said[k] = said[k] || progress_has_word(&words[i], title->word[k]);
	}
	for (int k = 0; k < title->n; k++)
		if (!said[k])
			return false;
	return title->n > 0;
}

static int due_day(
	const struct plan *p, const struct progress_dates *d, const struct guide_milestone *m)
{
	if (m->day > 0)
		return progress_overall_day(p, d, m->day);
	return m->week > 0 ? progress_week_end(p, d, m->week) : DAY_NONE;
}

bool progress_milestones(const struct study *s, const struct guide *g,
	struct progress_milestone **out, int *n, struct arena *a, struct err *e)
{
	struct progress_milestone *m = arena_alloc(a, (size_t)g->nmilestone, sizeof *m);
	struct progress_counter *c;
	struct word_list *words = task_words(&s->plan, a);
	struct progress_dates dates;
	int ncounter;
	if (!progress_dates(s, &dates, a, e) || !progress_counters(s, g, &c, &ncounter, a, e))
		return false;
	for (int i = 0; i < g->nmilestone; i++) {
		const struct guide_milestone *gm = &g->milestone[i];
		const struct plan_item *t = item_of(&s->plan, gm->item);
		struct word_list title = progress_word_list(gm->title, a);
		m[i].m = gm;
		m[i].due = due_day(&s->plan, &dates, gm);
		m[i].over = m[i].due != DAY_NONE && m[i].due < s->today;
		m[i].done = (t && t->done) || (gm->marked && m[i].over) ||
			    counter_reached(c, ncounter, &title, gm->line, a) ||
			    (!t && tasks_say(&s->plan, words, &title, a));
	}
	*out = m;
	*n = g->nmilestone;
	return true;
}
