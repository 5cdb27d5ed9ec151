/* guide_target.c - how good one wants to be at what: percents that are aimed at. */
#include <string.h>

#include "guide_line.h"

enum { MAX_TEXT = 240 }; /* bytes of what a target is about */

static int whole(int tenths)
{
	return (tenths + 5) / 10;
}

/* One target of a line: the percents that make it, and its clause. */
struct aim {
	struct guide_target t;
	size_t from, to;
};

static void set_base(struct aim *a, const struct guide_percent *p)
{
	a->t.from_low = whole(p->low);
	a->t.from_high = whole(p->high);
}

/* Percents to targets: "70% → 85%" and "90% (from 65%)" are one. */
static int read_aims(struct str s, struct aim *out)
{
	struct guide_percent p[GUIDE_NUMBERS];
	int n = guide_percents(s, p, GUIDE_NUMBERS), naim = 0;
	for (int i = 0; i < n; i++) {
		struct aim *a = &out[naim];
		if (p[i].below || p[i].condition)
			continue;
		*a = (struct aim){ { .from_low = -1, .from_high = -1 }, p[i].from, p[i].to };
		int base = i;
		while (i + 1 < n && p[i + 1].linked && !p[i + 1].below)
			i++;
		if (i > base)
			set_base(a, &p[base]);
		else if (p[i].base && naim > 0 && out[naim - 1].t.from_low < 0) {
			set_base(&out[naim - 1], &p[i]);
			out[naim - 1].to = p[i].to;
			continue;
		} else if (p[i].base && i + 1 < n)
			set_base(a, &p[i++]);
		else if (p[i].base)
			continue; /* what is, not what is to be */
		a->t.low = whole(p[i].low);
		a->t.high = whole(p[i].high);
		a->to = p[i].to;
		naim++;
	}
	return naim;
}

bool guide_aim(struct str s, struct guide_target *out)
{
	struct aim a[GUIDE_NUMBERS];
	if (read_aims(s, a) == 0)
		return false;
	*out = a[0].t;
	return true;
}

/* The last place in s before `at` where a clause begins: after a comma or semicolon, 0 else. */
static size_t clause_start(struct str s, size_t low, size_t at)
{
	for (size_t i = at; i > low + 1; i--) {
		if ((s.p[i - 2] == ',' || s.p[i - 2] == ';') && s.p[i - 1] == ' ')
			return i;
	}
	return low;
}

static size_t clause_end(struct str s, size_t at, size_t high)
{
	for (size_t i = at; i + 1 < high; i++) {
		if ((s.p[i] == ',' || s.p[i] == ';') && s.p[i + 1] == ' ')
			return i;
	}
	return high;
}

static const struct plan_word filler[] = {
	{ STR_INIT("then "), 0 },
	{ STR_INIT("and "), 0 },
	{ STR_INIT("und "), 0 },
	{ STR_INIT("et "), 0 },
	{ STR_INIT("dann "), 0 },
};

/* s[from..to) without its numbers: what it is about. */
static struct str about(
	struct str s, const struct aim *a, size_t from, size_t to, struct arena *arena)
{
	char out[MAX_TEXT];
	size_t n = 0;
	int depth = 0; /* a ")" whose "(" went with the numbers goes, too */
	for (size_t i = from; i < to && n < sizeof out; i++) {
		char c = s.p[i];
		if (i == a->from) {
			i = a->to - 1;
			continue;
		}
		if (c == ')' && (depth == 0 || out[n - 1] == '(')) {
			n -= depth > 0;
			depth -= depth > 0;
			n -= n > 0 && out[n - 1] == ' ';
			continue;
		}
		depth += c == '(' ? 1 : c == ')' ? -1 : 0;
		if (c != ' ' || (n > 0 && out[n - 1] != ' ' && out[n - 1] != '('))
			out[n++] = c;
	}
	struct str text = guide_clean((struct str){ out, n });
	const struct plan_word *w = plan_word_at(text, filler, LENGTH(filler));
	if (w)
		text = guide_clean(plan_after(text, w->name.n));
	return arena_str(arena, text);
}

/* The words that a line with nothing but numbers is about: those above it. */
static struct str words_above(const struct guide_text *t, int i)
{
	const unsigned bare = WORD_GOAL | WORD_TARGET | WORD_METRIC | WORD_RESULT;
	for (int steps = 0; i >= 0 && steps < 8; steps++) {
		const struct guide_line *l = &t->line[i];
		struct str name = l->label.n ? l->label : l->plain;
		if (!(l->word & bare) && l->rest.n < l->plain.n)
			return guide_clean(name);
		if (steps > 0 && l->label.n == 0 && l->kind == GUIDE_BULLET)
			return guide_clean(l->plain);
		i = l->owner;
	}
	return (struct str){ 0 };
}

/* "Week 4 (Day 28): ..." or "... by Week 4": the week it is to be reached by. */
static int week_of(const struct guide_text *t, const struct guide_line *l)
{
	static const struct plan_word by[] = { { STR_INIT("by week"), 3 },
		{ STR_INIT("by end of week"), 3 }, { STR_INIT("end of week"), 0 },
		{ STR_INIT("bis woche"), 4 }, { STR_INIT("ende woche"), 0 },
		{ STR_INIT("d'ici semaine"), 0 } };
	struct label label;
	size_t at;
	if (plan_label(l->plain, &label) && label.kind == LABEL_WEEK)
		return guide_week_index(t, label.to);
	if (guide_find(l->plain, by, LENGTH(by), &at) &&
		plan_label_within(plan_after(l->plain, at), LABEL_WEEK, &label))
		return guide_week_index(t, label.to);
	if (l->owner >= 0 && t->line[l->owner].kind == GUIDE_LABEL && l->week < 0 &&
		plan_label_within(t->line[l->owner].label, LABEL_WEEK, &label))
		return guide_week_index(t, label.to);
	return l->week;
}

static void add_target(
	const struct guide_text *t, struct guide *g, size_t *cap, struct guide_target x)
{
	g->target = arena_room(t->a, g->target, (size_t)g->ntarget, cap, sizeof x);
	g->target[g->ntarget++] = x;
}

static void add_aims(
	const struct guide_text *t, int i, struct str s, bool all, struct guide *g, size_t *cap)
{
	const struct guide_line *l = &t->line[i];
	struct guide_percent p[GUIDE_NUMBERS];
	struct aim a[GUIDE_NUMBERS];
	int n = read_aims(s, a), np = all ? 0 : guide_percents(s, p, GUIDE_NUMBERS);
	size_t low = 0;
	for (int k = 0; k < n; k++) {
		bool wanted = all;
		for (int j = 0; j < np; j++)
			wanted |= p[j].wanted && p[j].from >= a[k].from && p[j].to <= a[k].to;
		size_t end = clause_end(s, a[k].to, k + 1 < n ? a[k + 1].from : s.n);
		size_t start = clause_start(s, low, a[k].from);
		low = end;
		if (!wanted)
			continue;
		a[k].t.text = about(s, &a[k], start, end, t->a);
		if (a[k].t.text.n == 0)
			a[k].t.text = words_above(t, i);
		a[k].t.week = week_of(t, l);
		a[k].t.day = a[k].t.week == l->week && l->day == l->day_to ? l->day : -1;
		a[k].t.line = l->number;
		add_target(t, g, cap, a[k].t);
	}
}

static const struct plan_word was_words[] = {
	{ STR_INIT("achieved"), 0 },
	{ STR_INIT("actual"), 0 },
	{ STR_INIT("erreicht"), 0 },
	{ STR_INIT("atteint"), 0 },
	{ STR_INIT("logrado"), 0 },
};
static const struct plan_word beat_words[] = {
	{ STR_INIT("exceeded"), 0 },
	{ STR_INIT("beat"), 0 },
	{ STR_INIT("übertroffen"), 0 },
};

/* Does the line speak of aims as a whole, not only where it says "target 80%"? */
static bool aims(const struct guide_line *l)
{
	if (l->word & (WORD_RESULT | WORD_CHECK | WORD_LEARNING))
		return false;
	if (l->word & (WORD_GOAL | WORD_TARGET))
		return true;
	if (l->under & (WORD_RESULT | WORD_CHECK | WORD_LEARNING | WORD_DECISION))
		return false;
	return l->under & (WORD_GOAL | WORD_TARGET | WORD_METRIC | WORD_CRITERION |
				  WORD_DELIVERABLE | WORD_MILESTONE);
}

static void line_targets(const struct guide_text *t, int i, struct guide *g, size_t *cap)
{
	const struct guide_line *l = &t->line[i];
	struct guide_percent p;
	struct label label;
	size_t at;
	if (l->joined)
		return;
	/* A label without a meaning of its own says what the target is about. */
	bool own = l->word & (WORD_GOAL | WORD_TARGET);
	bool named = own || l->label.n == 0 || plan_label(l->label, &label);
	struct str s = named ? l->value : l->plain;
	if (guide_percents(s, &p, 1) == 0 || guide_has(s, beat_words, LENGTH(beat_words)))
		return;
	if (guide_find(s, was_words, LENGTH(was_words), &at))
		s = str_slice(s, 0, at);
	add_aims(t, i, s, aims(l), g, cap);
}

/* A row of a table of weeks that names a readiness to aim at. */
static void row_target(
	const struct guide_text *t, const struct guide_week *w, struct guide *g, size_t *cap)
{
	struct guide_target x;
	if (w->target_text.n == 0 || !guide_aim(w->target_text, &x))
		return;
	x.text = w->focus.n ? w->focus : w->goal;
	x.week = guide_week_index(t, w->to);
	x.day = -1;
	x.line = w->line;
	add_target(t, g, cap, x);
}

/* After the weeks. */
void guide_find_targets(const struct guide_text *t, struct guide *g)
{
	size_t cap = 0;
	for (int i = 0, week = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		while (week < g->nweek && g->week[week].line < l->number)
			week++;
		if (l->kind != GUIDE_ROW)
			line_targets(t, i, g, &cap);
		else if (week < g->nweek && g->week[week].line == l->number)
			row_target(t, &g->week[week], g, &cap);
	}
}
