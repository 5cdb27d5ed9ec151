/* progress_target.c - what readiness is to be reached by when, as the plan or hone.ini says. */
#include "progress_priv.h"

#include <stdlib.h>

/* What all targets are judged with. */
struct aims {
	const struct study *s;
	const struct guide *g;
	const struct readiness *r;
	struct progress_dates dates;
	struct file_row *file;
	size_t nfile;
	struct arena *a;
};

/* Does it speak of readiness as such? */
static bool is_overall(const struct word_list *words)
{
	static const struct str said[] = { STR_INIT("readiness"), STR_INIT("ready"),
		STR_INIT("overall"), STR_INIT("insgesamt"), STR_INIT("bereitschaft") };
	for (size_t i = 0; i < LENGTH(said); i++)
		if (progress_has_word(words, said[i]))
			return true;
	return false;
}

/* Is it the row of a table of weeks? */
static bool is_row(const struct guide *g, const struct guide_target *t)
{
	for (int i = 0; i < g->nweek; i++)
		if (g->week[i].line == t->line && g->week[i].low >= 0)
			return true;
	return false;
}

static bool names_any(const struct aims *m, const struct word_list *words)
{
	for (int i = 0; i < m->r->narea; i++)
		if (progress_names_area(words, &m->r->area[i], m->file, m->nfile, m->a))
			return true;
	return false;
}

static int due_of(const struct aims *m, const struct guide_target *t)
{
	if (t->day >= 0) {
		int placed = m->dates.calendar.day[t->day].to;
		return placed != DAY_NONE ? placed : m->dates.day[t->day].to;
	}
	return t->week >= 0 ? m->dates.week[t->week].to : DAY_NONE;
}

static struct progress_target target_of(const struct aims *m, const struct guide_target *t)
{
	return (struct progress_target){ t->text, t->low, t->high, due_of(m, t), t->line };
}

/* Days in order, those that have none last. */
static int by_due(const void *x, const void *y)
{
	const struct progress_target *a = x, *b = y;
	if (a->due != b->due)
		return a->due == DAY_NONE ? 1 : b->due == DAY_NONE ? -1 : a->due < b->due ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

/* The next that is due, else the last that was. */
static int counts_on(const struct progress_target *t, int n, int today)
{
	for (int i = 0; i < n; i++)
		if (t[i].due == DAY_NONE || t[i].due >= today)
			return i;
	return n - 1;
}

/* Of one day the first; one that speaks of readiness goes before one of a table. */
static void add_whole(struct progress_targets *out, struct progress_target t)
{
	for (int i = 0; i < out->nwhole; i++)
		if (out->whole[i].due == t.due)
			return;
	out->whole[out->nwhole++] = t;
}

static void find_whole(const struct aims *m, struct progress_targets *out)
{
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < m->g->ntarget; i++) {
			const struct guide_target *t = &m->g->target[i];
			struct word_list words = progress_word_list(t->text, m->a);
			bool said = is_overall(&words);
			if (pass == 0 ? said : !said && is_row(m->g, t) && !names_any(m, &words))
				add_whole(out, target_of(m, t));
		}
	if (out->nwhole > 1)
		qsort(out->whole, (size_t)out->nwhole, sizeof *out->whole, by_due);
}

static struct progress_target of_area(const struct aims *m, const struct readiness_area *area)
{
	struct progress_target *t = arena_alloc(m->a, (size_t)m->g->ntarget, sizeof *t);
	int n = 0;
	for (int i = 0; i < m->g->ntarget; i++) {
		struct word_list words = progress_word_list(m->g->target[i].text, m->a);
		if (progress_names_area(&words, area, m->file, m->nfile, m->a))
			t[n++] = target_of(m, &m->g->target[i]);
	}
	if (n == 0)
		return (struct progress_target){ .low = -1, .high = -1, .due = DAY_NONE };
	if (n > 1)
		qsort(t, (size_t)n, sizeof *t, by_due);
	return t[counts_on(t, n, m->r->today)];
}

bool progress_targets(const struct study *s, const struct guide *g, const struct readiness *r,
	struct progress_targets *out, struct arena *a, struct err *e)
{
	struct aims m = { .s = s, .g = g, .r = r, .a = a };
	struct progress_targets found = { 0 };
	int set = s->settings.target;
	if (!progress_dates(s, &m.dates, a, e) ||
		!catalog_files(s->store, CONTENT_TOPICS, &m.file, &m.nfile, a, e))
		return false;
	found.whole = arena_alloc(a, (size_t)g->ntarget + 1, sizeof *found.whole);
	found.area = arena_alloc(a, (size_t)r->narea, sizeof *found.area);
	if (set)
		found.whole[found.nwhole++] =
			(struct progress_target){ STR("hone.ini"), set, set, study_deadline(s), 0 };
	else
		find_whole(&m, &found);
	found.now = counts_on(found.whole, found.nwhole, r->today);
	for (int i = 0; i < r->narea; i++)
		found.area[i] = of_area(&m, &r->area[i]);
	*out = found;
	return true;
}
