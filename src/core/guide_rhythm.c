/* guide_rhythm.c - how long one studies on which weekday, as templates of a week say it. */
#include <string.h>

#include "guide_line.h"

enum { MAX_COLUMNS = 16, WEEK_DAYS = 7, FEW_DAYS = 3, AMOUNTS = 16 };

struct builder {
	const struct guide_text *t;
	struct guide *g;
	size_t cap;
	int *container; /* beside the lines: the line that titles the template it belongs to, or -1 */
	int open;       /* container of the one being built, or -1 */
	unsigned seen; /* its days */
	bool adds;     /* it builds on the one before */
	struct guide_rhythm r;
	int hours;    /* column of a table, or -1 */
	bool minutes; /* it is of minutes */
};

static const struct plan_word schedule_words[] = {
	{ STR_INIT("schedule"), 0 },
	{ STR_INIT("rhythm"), 0 },
	{ STR_INIT("routine"), 0 },
	{ STR_INIT("template"), 0 },
	{ STR_INIT("week"), 0 },
	{ STR_INIT("woche"), 0 },
	{ STR_INIT("stundenplan"), 0 },
	{ STR_INIT("rhythmus"), 0 },
	{ STR_INIT("semaine"), 0 },
	{ STR_INIT("horaire"), 0 },
	{ STR_INIT("emploi du temps"), 0 },
	{ STR_INIT("semana"), 0 },
	{ STR_INIT("horario"), 0 },
};

static const struct plan_word add_words[] = {
	{ STR_INIT("add"), 0 },
	{ STR_INIT("plus"), 0 },
	{ STR_INIT("additionally"), 0 },
	{ STR_INIT("in addition"), 0 },
	{ STR_INIT("dazu"), 0 },
	{ STR_INIT("zusätzlich"), 0 },
	{ STR_INIT("ajouter"), 0 },
	{ STR_INIT("en plus"), 0 },
	{ STR_INIT("añadir"), 0 },
	{ STR_INIT("además"), 0 },
};

static const struct plan_word each_words[] = {
	{ STR_INIT("each"), 0 },
	{ STR_INIT("per day"), 0 },
	{ STR_INIT("a day"), 0 },
	{ STR_INIT("/day"), 0 },
	{ STR_INIT("daily"), 0 },
	{ STR_INIT("pro tag"), 0 },
	{ STR_INIT("je "), 0 },
	{ STR_INIT("par jour"), 0 },
	{ STR_INIT("por día"), 0 },
};

static const struct plan_word hour_words[] = {
	{ STR_INIT("hours"), 0 },
	{ STR_INIT("time"), 0 },
	{ STR_INIT("duration"), 0 },
	{ STR_INIT("minutes"), 0 },
	{ STR_INIT("stunden"), 0 },
	{ STR_INIT("zeit"), 0 },
	{ STR_INIT("dauer"), 0 },
	{ STR_INIT("heures"), 0 },
	{ STR_INIT("temps"), 0 },
	{ STR_INIT("durée"), 0 },
	{ STR_INIT("horas"), 0 },
	{ STR_INIT("tiempo"), 0 },
};

/* "For 7-8 hours/week:" */
static bool is_title(const struct guide_line *l)
{
	struct plan_amount a;
	return (l->kind == GUIDE_HEADING || l->kind == GUIDE_LABEL) && guide_per_week(l->plain) &&
	       guide_amounts(l->plain, &a, 1) > 0;
}

/* In a week with a number days are its own, no template. */
static bool in_week(const struct guide_text *t, const struct guide_line *l)
{
	return l->week >= 0 && t->plan->week[l->week].number > 0;
}

static bool names_days(struct str s)
{
	unsigned days;
	bool each;
	return guide_weekdays(&s, &days, &each);
}

static void set_containers(struct builder *b)
{
	for (int i = 0; i < b->t->nline; i++) {
		const struct guide_line *l = &b->t->line[i];
		int above = l->owner >= 0 ? b->container[l->owner] : -1;
		bool own = is_title(l) || (l->kind == GUIDE_HEADING && !names_days(l->plain));
		b->container[i] = own || (above < 0 && l->owner < 0) ? i : above;
	}
}

static int sum(const int *minutes)
{
	int all = 0;
	for (int i = 0; i < WEEK_DAYS; i++)
		all += minutes[i];
	return all;
}

static int day_count(unsigned days)
{
	int n = 0;
	for (; days; days >>= 1)
		n += days & 1;
	return n;
}

static struct str title_of(const struct guide_line *l)
{
	static const struct plan_word fore[] = { { STR_INIT("for "), 0 }, { STR_INIT("bei "), 0 },
		{ STR_INIT("für "), 0 }, { STR_INIT("pour "), 0 }, { STR_INIT("para "), 0 } };
	struct str s = guide_clean(l->plain);
	const struct plan_word *w = plan_word_at(s, fore, LENGTH(fore));
	return w ? plan_after(s, w->name.n) : s;
}

static void finish(struct builder *b)
{
	struct guide *g = b->g;
	if (b->open < 0)
		return;
	const struct guide_line *l = &b->t->line[b->open];
	struct plan_amount a;
	bool titled = is_title(l);
	bool schedule = guide_has(l->plain, schedule_words, LENGTH(schedule_words));
	b->open = -1;
	if (!titled && !schedule && day_count(b->seen) < FEW_DAYS)
		return;
	b->r.title = title_of(l);
	b->r.line = l->number;
	if (titled) {
		guide_amounts(l->plain, &a, 1);
		b->r.week_from = a.from;
		b->r.week_to = a.to;
	} else {
		b->r.week_from = b->r.week_to = sum(b->r.minutes);
	}
	g->rhythm = arena_room(b->t->a, g->rhythm, (size_t)g->nrhythm, &b->cap, sizeof b->r);
	g->rhythm[g->nrhythm++] = b->r;
}

static void open_container(struct builder *b, int container)
{
	if (container == b->open)
		return;
	finish(b);
	b->r = (struct guide_rhythm){ 0 };
	b->open = container;
	b->seen = 0;
	b->adds = false;
}

/* The template before is part of this one. */
static void build_on(struct builder *b)
{
	if (b->adds || b->g->nrhythm == 0)
		return;
	const struct guide_rhythm *last = &b->g->rhythm[b->g->nrhythm - 1];
	for (int i = 0; i < WEEK_DAYS; i++)
		b->r.minutes[i] += last->minutes[i];
	b->adds = true;
}

static void put(struct builder *b, unsigned days, int minutes, bool each)
{
	int left = day_count(days);
	for (int i = 0; i < WEEK_DAYS && left > 0; i++) {
		if (!(days & 1u << i))
			continue;
		int share = each ? minutes : minutes / left;
		b->r.minutes[i] += share;
		minutes -= each ? 0 : share;
		left--;
	}
	b->seen |= days;
}

static int middle(const struct plan_amount *a)
{
	return a->from + (a->to - a->from) / 2;
}

/* "Add:" or "For 10 hours/week, add:" above the line. */
static bool is_added(const struct guide_text *t, const struct guide_line *l)
{
	for (int i = l->owner, steps = 0; i >= 0 && steps < 4; i = t->line[i].owner, steps++) {
		struct str s = guide_clean(t->line[i].plain);
		if (plan_word_at(s, add_words, LENGTH(add_words)) &&
			t->line[i].kind != GUIDE_HEADING)
			return true;
	}
	return false;
}

/* A line of a group ("Weekdays (3-4 hours)") whose days follow one by one says nothing more. */
static bool has_days_below(const struct guide_text *t, int i)
{
	struct plan_amount a;
	return i + 1 < t->nline && t->line[i + 1].owner == i && names_days(t->line[i + 1].plain) &&
	       guide_amounts(t->line[i + 1].plain, &a, 1) > 0;
}

static void day_line(struct builder *b, int i)
{
	const struct guide_line *l = &b->t->line[i];
	struct str s = l->plain;
	struct plan_amount a;
	unsigned days;
	bool each;
	if (l->boxed || in_week(b->t, l) || b->container[i] < 0 ||
		!guide_weekdays(&s, &days, &each))
		return;
	if (guide_amounts(s, &a, 1) == 0 || has_days_below(b->t, i))
		return;
	open_container(b, b->container[i]);
	bool plus = a.at > 0 && s.p[a.at - 1] == '+';
	if (plus || is_added(b->t, l))
		build_on(b);
	put(b, days, middle(&a), each || guide_has(s, each_words, LENGTH(each_words)));
}

/* The column of a table that is all about time, or -1. */
static void read_head(struct builder *b, int head)
{
	struct str cell[MAX_COLUMNS];
	int n = guide_cells(b->t, head, cell, MAX_COLUMNS);
	b->hours = -1;
	for (int i = n - 1; i > 0; i--) {
		if (!plan_word_at(cell[i], hour_words, LENGTH(hour_words)))
			continue;
		b->hours = i;
		b->minutes = str_casestarts(cell[i], STR("minut"));
	}
}

static int cell_minutes(struct str cell)
{
	struct plan_amount a[AMOUNTS];
	int n = guide_amounts(cell, a, AMOUNTS), all = 0;
	for (int i = 0; i < n; i++)
		all += middle(&a[i]);
	return all;
}

/* "1.5" under "Hours". */
static int bare_number(struct builder *b, struct str cell)
{
	const char *unit = b->minutes ? "min" : "h";
	return cell_minutes(arena_printf(b->t->a, "%.*s %s", STR_ARG(str_trim(cell)), unit));
}

static void day_row(struct builder *b, int i)
{
	const struct guide_line *l = &b->t->line[i];
	struct str cell[MAX_COLUMNS];
	int n = guide_cells(b->t, i, cell, MAX_COLUMNS), minutes = 0;
	unsigned days;
	bool each;
	if (in_week(b->t, l) || b->container[i] < 0 || n < 2 ||
		!guide_weekdays(&cell[0], &days, &each))
		return;
	for (int c = 1; c < n; c++) {
		if (b->hours < 0 || c == b->hours)
			minutes += cell_minutes(cell[c]);
	}
	if (minutes == 0 && b->hours > 0 && b->hours < n)
		minutes = bare_number(b, cell[b->hours]);
	if (minutes == 0)
		return;
	open_container(b, b->container[i]);
	put(b, days, minutes, each);
}

void guide_find_rhythms(const struct guide_text *t, struct guide *g)
{
	struct builder b = { .t = t, .g = g, .open = -1, .hours = -1 };
	b.container = arena_alloc(t->a, (size_t)t->nline + 1, sizeof *b.container);
	set_containers(&b);
	for (int i = 0; i < t->nline; i++) {
		if (t->line[i].head)
			read_head(&b, i);
		else if (t->line[i].kind == GUIDE_ROW)
			day_row(&b, i);
		else
			day_line(&b, i);
	}
	finish(&b);
}
