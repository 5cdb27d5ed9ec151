/* guide_day.c - what a day, week or phase says of itself. */
#include <string.h>

#include "guide_line.h"

/* What lines are asked for: one of the three is set, the others -1. */
struct place {
	int week, day, phase;
};

/* Minutes that lines say something took: in all, and those of parts. */
struct taken {
	int total, parts;
};

struct gather {
	struct guide_text t;
	struct guide_day *day;
	struct guide_list topic, note, learning, result, criterion;
	struct taken taken;
};

static bool is_here(const struct place *p, const struct guide_line *l)
{
	if (p->phase >= 0)
		return l->phase == p->phase && l->week < 0;
	if (l->week != p->week)
		return false;
	return p->day < 0 ? l->day < 0 : l->day >= 0 && l->day <= p->day && p->day <= l->day_to;
}

static struct str words_of(const struct guide_line *l)
{
	return guide_clean(l->label.n ? l->plain : l->value);
}

/* The lines right below one, in running order: what a list says. */
static int next_below(const struct gather *g, int at, int i)
{
	const struct guide_line *l = &g->t.line[at];
	i = i < 0 ? at + 1 : g->t.line[i].end;
	for (; i < l->end; i = g->t.line[i].end) {
		const struct guide_line *b = &g->t.line[i];
		bool said = b->kind == GUIDE_BULLET || b->kind == GUIDE_TEXT;
		if (said && !b->joined)
			return i;
	}
	return -1;
}

/* What a label says: the rest of its line, else its list in one line. */
static struct str said(const struct gather *g, int at)
{
	const struct guide_line *l = &g->t.line[at];
	struct str value = guide_clean(l->value);
	struct buf b = { 0 };
	if (value.n)
		return value;
	for (int i = next_below(g, at, -1); i >= 0; i = next_below(g, at, i)) {
		if (b.n)
			buf_add(&b, STR("; "));
		buf_add(&b, words_of(&g->t.line[i]));
	}
	value = b.n ? arena_str(g->t.a, buf_str(&b)) : value;
	buf_release(&b);
	return value;
}

static void add_below(const struct gather *g, int at, struct guide_list *list)
{
	for (int i = next_below(g, at, -1); i >= 0; i = next_below(g, at, i)) {
		const struct guide_line *l = &g->t.line[i];
		if (!l->boxed && !(l->word & WORD_LEARNING && list != &g->learning))
			guide_list_add(list, words_of(l), g->t.a);
	}
}

static void add_said(const struct gather *g, int at, struct guide_list *list)
{
	guide_list_add(list, guide_clean(g->t.line[at].value), g->t.a);
	add_below(g, at, list);
}

/* ---- topics */

static const struct plan_word gap_words[] = {
	{ STR_INIT("gap"), 0 },
	{ STR_INIT("lücke"), 0 },
	{ STR_INIT("lacune"), 0 },
	{ STR_INIT("laguna"), 0 },
};

/* "Q182": a letter and a number. */
static bool is_reference(struct str s)
{
	if (s.n < 2 || !plan_alpha(*s.p))
		return false;
	for (size_t i = 1; i < s.n; i++) {
		if (!plan_digit(s.p[i]) && s.p[i] != '.' && s.p[i] != '-')
			return false;
	}
	return true;
}

/* The last parenthesis that refers to a gap; its bounds. */
static struct str gap_note(struct str s, size_t *from)
{
	for (size_t i = s.n, close = 0; i > 0; i--) {
		if (s.p[i - 1] == ')')
			close = i - 1;
		if (s.p[i - 1] != '(' || close == 0)
			continue;
		struct str note = str_trim(str_slice(s, i, close));
		if (is_reference(note) || plan_word_at(note, gap_words, LENGTH(gap_words))) {
			*from = i - 1;
			return note;
		}
		close = 0;
	}
	return (struct str){ 0 };
}

/* "Data parallelism - gradient synchronization (Gap Q1)": before the dash, and the note. */
static void add_topic(struct gather *g, struct str s)
{
	size_t end = s.n;
	struct str note = gap_note(s, &end);
	ptrdiff_t dash = str_find(s, STR(" - "), 0), wide = str_find(s, STR(" – "), 0);
	if (dash < 0 || (wide >= 0 && wide < dash))
		dash = wide;
	if (dash >= 0 && (size_t)dash < end)
		end = (size_t)dash;
	struct str topic = guide_clean(str_slice(s, 0, end));
	if (topic.n == 0)
		return;
	/* Beside each topic stands a note, an empty one too. */
	guide_list_add(&g->topic, topic, g->t.a);
	g->note.s =
		arena_room(g->t.a, g->note.s, (size_t)g->note.n, &g->note.cap, sizeof *g->note.s);
	g->note.s[g->note.n++] = note;
}

static void add_topics(struct gather *g, int at)
{
	struct str rest = g->t.line[at].value;
	for (int i = rest.n ? -1 : next_below(g, at, -1); i >= 0; i = next_below(g, at, i))
		add_topic(g, words_of(&g->t.line[i]));
	while (rest.n) { /* "Topics: this, that" */
		ptrdiff_t comma = str_find(rest, STR(", "), 0);
		add_topic(g, str_slice(rest, 0, comma < 0 ? rest.n : (size_t)comma));
		rest = comma < 0 ? (struct str){ 0 } : plan_after(rest, (size_t)comma + 2);
	}
}

/* ---- single facts */

/* "... ✅ ACHIEVED": what was aimed at stands before it. */
static void set_target(struct gather *g, int at)
{
	static const struct plan_word met[] = { { STR_INIT("✅"), 0 }, { STR_INIT("achieved"), 0 },
		{ STR_INIT("erreicht"), 0 }, { STR_INIT("atteint"), 0 },
		{ STR_INIT("logrado"), 0 } };
	struct str s = said(g, at);
	const struct guide_line *l = &g->t.line[at];
	size_t end;
	if (g->day->target.n || s.n == 0)
		return;
	g->day->target_met = guide_find(l->value, met, LENGTH(met), &end) != NULL;
	if (guide_find(s, met, LENGTH(met), &end) && end > 0)
		s = guide_clean(str_slice(s, 0, end));
	g->day->target = s;
}

/* "9/10" in tenths of a percent, -1 without one. */
static int fraction(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str t = plan_after(s, i);
		int part, all;
		if (!plan_digit(s.p[i]) || (i > 0 && (plan_digit(s.p[i - 1]) || s.p[i - 1] == '.')))
			continue;
		if (str_number(&t, &part) && str_starts(t, STR("/"))) {
			t = plan_after(t, 1);
			if (str_number(&t, &all) && all > 0 && part <= all && all <= 100000)
				return (int)((int64_t)part * 1000 / all);
		}
	}
	return -1;
}

static void set_score(struct gather *g, const struct guide_line *l, struct str s)
{
	static const struct plan_word other[] = { { STR_INIT("average"), 0 },
		{ STR_INIT("durchschnitt"), 0 }, { STR_INIT("moyenne"), 0 },
		{ STR_INIT("media"), 0 } };
	struct guide_percent p;
	if (g->day->score >= 0 || guide_has(l->label, other, LENGTH(other)))
		return;
	g->day->score = guide_percents(s, &p, 1) ? p.low : l->word & WORD_SCORE ? fraction(s) : -1;
}

static void add_time(struct taken *taken, const struct guide_line *l)
{
	struct plan_amount a;
	bool watch = str_starts(l->raw, STR("⏱")) || str_starts(l->raw, STR("⏰"));
	bool told = l->word & WORD_TOTAL || l->under & WORD_RESULT;
	if (l->joined || l->kind == GUIDE_ROW || l->item >= 0 || l->word & WORD_BUDGET)
		return;
	if (!told || !(watch || l->word & WORD_TIME) || guide_amounts(l->value, &a, 1) == 0)
		return;
	int minutes = a.from + (a.to - a.from) / 2;
	if (l->word & WORD_TIME && taken->total == 0)
		taken->total = minutes;
	else
		taken->parts += minutes;
}

static int minutes_of(struct taken t)
{
	return t.total ? t.total : t.parts;
}

static void set_once(const struct gather *g, struct str *where, int at)
{
	if (where->n == 0)
		*where = said(g, at);
}

/* ---- lines */

/* "Day 2 Final Status: exceeded": the rest; "Confidence level: high": all of it. */
static void add_result(struct gather *g, int at)
{
	const struct guide_line *l = &g->t.line[at];
	struct label label;
	if (l->value.n && plan_label(l->label, &label))
		guide_list_add(&g->result, guide_clean(l->value), g->t.a);
	else if (l->value.n && l->kind != GUIDE_HEADING)
		guide_list_add(&g->result, words_of(l), g->t.a);
	add_below(g, at, &g->result);
}

/* The names of things that stand by themselves, not below a task. */
static void read_title(struct gather *g, int i)
{
	const struct guide_line *l = &g->t.line[i];
	unsigned w = l->word;
	if (w & WORD_RESULT) {
		if (!(w & WORD_CHECK))
			add_result(g, i);
		return;
	}
	if (w & WORD_GOAL && g->day->goal.n == 0)
		set_once(g, &g->day->goal, i);
	else if (w & WORD_TARGET)
		set_target(g, i);
	if (w & WORD_WHY)
		set_once(g, &g->day->rationale, i);
	if (w & WORD_CONTEXT)
		set_once(g, &g->day->context, i);
	if (w & WORD_TOPICS)
		add_topics(g, i);
	if (w & (WORD_CRITERION | WORD_DELIVERABLE)) {
		int before = g->criterion.n;
		add_below(g, i, &g->criterion);
		if (g->criterion.n == before)
			guide_list_add(&g->criterion, guide_clean(l->value), g->t.a);
	}
}

static bool is_read(const struct guide_line *l)
{
	return !l->joined && l->kind != GUIDE_ROW;
}

static void read_line(struct gather *g, int i)
{
	const struct guide_line *l = &g->t.line[i];
	bool top = l->kind == GUIDE_LABEL || l->kind == GUIDE_HEADING;
	if (!is_read(l))
		return;
	if (l->kind == GUIDE_BULLET && l->item < 0) /* "- **Topics:**" right below a heading */
		top = l->owner < 0 || g->t.line[l->owner].kind == GUIDE_HEADING;
	if (l->word & WORD_LEARNING)
		add_said(g, i, &g->learning);
	if (l->word & WORD_CHECK && !(l->boxed && l->label.n == 0))
		set_score(g, l, l->plain);
	else if (l->word & WORD_SCORE && l->under & WORD_CHECK)
		set_score(g, l, l->value);
	add_time(&g->taken, l);
	if (top && l->word)
		read_title(g, i);
}

static struct guide_day gather(struct guide_text t, struct place place)
{
	struct guide_day day = { .score = -1 };
	struct gather g = { .t = t, .day = &day };
	for (int i = 0; i < g.t.nline; i++) {
		if (is_here(&place, &g.t.line[i]))
			read_line(&g, i);
	}
	day.topic = g.topic.s;
	day.topic_note = g.note.s;
	day.ntopic = g.topic.n;
	day.learning = g.learning.s;
	day.nlearning = g.learning.n;
	day.result = g.result.s;
	day.nresult = g.result.n;
	day.criterion = g.criterion.s;
	day.ncriterion = g.criterion.n;
	day.minutes_taken = minutes_of(g.taken);
	return day;
}

struct guide_day guide_of_day(
	struct str text, const struct plan *plan, int week, int day, struct arena *a)
{
	return gather(guide_scan_week(text, plan, week, a), (struct place){ week, day, -1 });
}

struct guide_day guide_of_week(struct str text, const struct plan *plan, int week, struct arena *a)
{
	return gather(guide_scan_week(text, plan, week, a), (struct place){ week, -1, -1 });
}

struct guide_day guide_of_phase(
	struct str text, const struct plan *plan, int phase, struct arena *a)
{
	return gather(guide_scan(text, plan, a), (struct place){ -1, -1, phase });
}

int *guide_minutes_taken(struct str text, const struct plan *plan, struct arena *a)
{
	struct guide_text t = guide_scan(text, plan, a);
	struct taken *taken = arena_alloc(a, (size_t)plan->nday, sizeof *taken);
	int *minutes = arena_alloc(a, (size_t)plan->nday, sizeof *minutes);
	for (int i = 0; i < t.nline; i++) {
		const struct guide_line *l = &t.line[i];
		for (int day = l->day; day >= 0 && day <= l->day_to; day++)
			add_time(&taken[day], l);
	}
	for (int i = 0; i < plan->nday; i++)
		minutes[i] = minutes_of(taken[i]);
	return minutes;
}
