/* progress_timed.c - tasks against the clock: what they took as the plan wrote it and as measured. */
#include "hone/md.h"
#include "progress_priv.h"

enum { MINUTE_MS = 60000 };

/* A task while its history grows. */
struct entry {
	struct progress_timed timed;
	size_t minutes_cap, day_cap;
};

struct timed_list {
	struct entry *entry;
	int n;
	size_t cap;
	struct arena *a;
};

static void add_stretch(struct timed_list *l, struct entry *en, int minutes, int day)
{
	struct progress_timed *t = &en->timed;
	size_t n = (size_t)t->n;
	t->minutes = arena_room(l->a, t->minutes, n, &en->minutes_cap, sizeof *t->minutes);
	t->day = arena_room(l->a, t->day, n, &en->day_cap, sizeof *t->day);
	t->minutes[t->n] = minutes;
	t->day[t->n++] = day;
	t->best = t->n == 1 || minutes < t->best ? minutes : t->best;
}

static int add_timed(struct timed_list *l, struct str title, uint64_t item)
{
	l->entry = arena_room(l->a, l->entry, (size_t)l->n, &l->cap, sizeof *l->entry);
	l->entry[l->n] =
		(struct entry){ .timed = { .title = md_plain(title, l->a), .item = item } };
	return l->n++;
}

/* Where the line of a timing stands. */
static struct str timing_title(const struct plan *p, const struct guide_timing *g)
{
	if (g->item >= 0)
		return p->item[g->item].text;
	if (g->day >= 0)
		return p->day[g->day].title;
	return g->week >= 0 ? p->week[g->week].title : p->title;
}

/* An earlier line of the same day that speaks of the same time, -1: none. */
static int same_time(const struct guide_timing *g, const int *timed, int i)
{
	for (int k = i - 1; k >= 0; k--)
		if (g[k].day == g[i].day && g[k].week == g[i].week && g[k].actual == g[i].actual &&
			timed[k] >= 0)
			return timed[k];
	return -1;
}

struct writing {
	int before, actual, date;
};

/* What the plan wrote: one history for all lines that end at the same time. */
static void add_written(struct timed_list *l, const struct plan *p, struct str text)
{
	int n;
	struct guide_timing *g = guide_timings(text, p, &n, l->a);
	int *timed = arena_alloc(l->a, (size_t)n, sizeof *timed);
	struct writing *w = arena_alloc(l->a, (size_t)n, sizeof *w);
	for (int i = 0; i < n; i++) {
		timed[i] = same_time(g, timed, i);
		if (timed[i] < 0)
			timed[i] = add_timed(l, timing_title(p, &g[i]),
				g[i].item >= 0 ? p->item[g[i].item].id : 0);
		struct progress_timed *t = &l->entry[timed[i]].timed;
		if (t->target_to == 0) {
			t->target_from = g[i].target_from;
			t->target_to = g[i].target_to;
		}
		w[timed[i]].before = w[timed[i]].before ? w[timed[i]].before : g[i].before;
		w[timed[i]].actual = g[i].actual;
		w[timed[i]].date = g[i].day >= 0 ? p->day[g[i].day].date : DAY_NONE;
	}
	for (int i = 0; i < l->n; i++) {
		if (w[i].before > 0)
			add_stretch(l, &l->entry[i], w[i].before, DAY_NONE);
		add_stretch(l, &l->entry[i], w[i].actual, w[i].date);
	}
}

static int find_timed(const struct timed_list *l, uint64_t item)
{
	for (int i = 0; i < l->n; i++)
		if (l->entry[i].timed.item == item)
			return i;
	return -1;
}

static int whole_minutes(int64_t ms)
{
	return (int)((ms + MINUTE_MS / 2) / MINUTE_MS);
}

/* Stretches under half a minute are none. */
static void add_measured(
	struct timed_list *l, const struct plan_item *t, const struct planner_deeds *deeds)
{
	int at = find_timed(l, t->id);
	if (at < 0 && t->minutes_to == 0)
		return;
	for (int i = 0; i < deeds->nrun; i++) {
		int minutes = whole_minutes(deeds->run[i].ms);
		if (minutes < 1)
			continue;
		if (at < 0)
			at = add_timed(l, t->text, t->id);
		add_stretch(l, &l->entry[at], minutes, deeds->run[i].day);
	}
	if (at >= 0 && l->entry[at].timed.target_to == 0) {
		l->entry[at].timed.target_from = t->minutes_from;
		l->entry[at].timed.target_to = t->minutes_to;
	}
}

bool progress_timed(
	const struct study *s, struct progress_timed **out, int *n, struct arena *a, struct err *e)
{
	const struct plan *p = &s->plan;
	struct timed_list l = { .a = a };
	if (s->plan_path.n)
		add_written(&l, p, progress_text(s, a));
	for (int i = 0; i < p->nitem; i++) {
		struct planner_deeds deeds;
		if (!planner_deeds(s, p->item[i].id, &deeds, a, e))
			return false;
		add_measured(&l, &p->item[i], &deeds);
	}
	*out = arena_alloc(a, (size_t)l.n, sizeof **out);
	for (int i = 0; i < l.n; i++)
		(*out)[i] = l.entry[i].timed;
	*n = l.n;
	return true;
}
