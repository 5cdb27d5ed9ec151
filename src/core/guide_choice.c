/* guide_choice.c - points where the plan goes on one way or another. */
#include <string.h>

#include "guide_line.h"
#include "idset.h"

enum { MAX_COLUMNS = 16, LOOK_AHEAD = 16, MAX_NAME = 24 };

static const struct plan_word if_words[] = {
	{ STR_INIT("if "), 0 },
	{ STR_INIT("when "), 0 },
	{ STR_INIT("in case "), 0 },
	{ STR_INIT("wenn "), 0 },
	{ STR_INIT("falls "), 0 },
	{ STR_INIT("si "), 0 },
	{ STR_INIT("s'il "), 0 },
	{ STR_INIT("en caso "), 0 },
};

static const struct plan_word else_words[] = {
	{ STR_INIT("otherwise"), 0 },
	{ STR_INIT("else"), 0 },
	{ STR_INIT("if not"), 0 },
	{ STR_INIT("sonst"), 0 },
	{ STR_INIT("andernfalls"), 0 },
	{ STR_INIT("wenn nicht"), 0 },
	{ STR_INIT("sinon"), 0 },
	{ STR_INIT("de lo contrario"), 0 },
	{ STR_INIT("si no "), 0 },
};

static const struct plan_word all_words[] = {
	{ STR_INIT("all "), 0 },
	{ STR_INIT("every "), 0 },
	{ STR_INIT("each "), 0 },
	{ STR_INIT("alle"), 0 },
	{ STR_INIT("jede"), 0 },
	{ STR_INIT("tous"), 0 },
	{ STR_INIT("toutes"), 0 },
	{ STR_INIT("chaque"), 0 },
	{ STR_INIT("todos"), 0 },
	{ STR_INIT("todas"), 0 },
	{ STR_INIT("cada"), 0 },
};

static const struct plan_word any_words[] = {
	{ STR_INIT("any "), 0 },
	{ STR_INIT("at least one"), 0 },
	{ STR_INIT("one of"), 0 },
	{ STR_INIT("some "), 0 },
	{ STR_INIT("irgendein"), 0 },
	{ STR_INIT("einem "), 0 },
	{ STR_INIT("einer "), 0 },
	{ STR_INIT("un des"), 0 },
	{ STR_INIT("une des"), 0 },
	{ STR_INIT("alguna"), 0 },
	{ STR_INIT("algún"), 0 },
};

static const struct plan_word name_words[] = {
	{ STR_INIT("option"), 0 },
	{ STR_INIT("choice"), 0 },
	{ STR_INIT("plan"), 0 },
	{ STR_INIT("path"), 0 },
	{ STR_INIT("track"), 0 },
	{ STR_INIT("variante"), 0 },
	{ STR_INIT("weg"), 0 },
	{ STR_INIT("opción"), 0 },
	{ STR_INIT("opcion"), 0 },
};

/* "Option A" in s: the word and one letter or number behind it. */
static struct str option_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (i > 0 && plan_alnum(s.p[i - 1]))
			continue;
		const struct plan_word *w =
			plan_word_at(plan_after(s, i), name_words, LENGTH(name_words));
		size_t at = w ? i + w->name.n : s.n;
		if (at + 1 >= s.n || s.p[at] != ' ' || !plan_alnum(s.p[at + 1]))
			continue;
		bool alone = at + 2 == s.n || !plan_alnum(s.p[at + 2]);
		if (alone &&
			(plan_digit(s.p[at + 1]) || (s.p[at + 1] >= 'A' && s.p[at + 1] <= 'Z')))
			return str_slice(s, i, at + 2);
	}
	return (struct str){ 0 };
}

static void read_test(struct guide_option *o)
{
	struct guide_percent p;
	o->percent = -1;
	o->test = GUIDE_UNKNOWN;
	if (plan_word_at(o->condition, else_words, LENGTH(else_words)))
		o->test = GUIDE_ELSE;
	if (guide_percents(o->condition, &p, 1) == 0)
		return;
	bool all = guide_has(o->condition, all_words, LENGTH(all_words));
	bool any = guide_has(o->condition, any_words, LENGTH(any_words));
	o->percent = (p.low + 5) / 10;
	if (any)
		o->test = p.below ? GUIDE_ANY_BELOW : GUIDE_UNKNOWN;
	else if (p.below)
		o->test = all ? GUIDE_UNKNOWN : GUIDE_OVERALL_BELOW;
	else
		o->test = all ? GUIDE_ALL_AT_LEAST : GUIDE_OVERALL_AT_LEAST;
}

/* Where the condition at the start of s ends and what to do begins: ":", "→", ", then", ",". */
static bool cut_condition(struct str s, size_t *end, size_t *next)
{
	static const struct str mark[] = { STR_INIT(": "), STR_INIT("："), STR_INIT("→"),
		STR_INIT("->"), STR_INIT("=>"), STR_INIT("⇒"), STR_INIT(" – "), STR_INIT(" — "),
		STR_INIT(", ") };
	int depth = 0;
	for (size_t i = 0; i < s.n; i++) {
		depth += s.p[i] == '(' ? 1 : s.p[i] == ')' ? -1 : 0;
		for (size_t k = 0; depth <= 0 && k < LENGTH(mark); k++) {
			if (*mark[k].p == s.p[i] && str_starts(plan_after(s, i), mark[k])) {
				*end = i;
				*next = i + mark[k].n;
				return true;
			}
		}
	}
	return false;
}

/* "If gaps remain: go on" or, after it, "start earlier if gaps close fast". */
static bool read_option(const struct guide_line *l, bool trailing, struct guide_option *o)
{
	struct str s = guide_clean(l->label.n ? l->plain : l->value);
	size_t end, next;
	*o = (struct guide_option){ .day = -1, .line = l->number };
	bool starts = plan_word_at(s, if_words, LENGTH(if_words)) ||
		      plan_word_at(s, else_words, LENGTH(else_words));
	if (starts && cut_condition(s, &end, &next)) {
		o->condition = guide_clean(str_slice(s, 0, end));
		o->action = guide_clean(plan_after(s, next));
	} else if (starts && plan_word_at(s, else_words, LENGTH(else_words))) {
		const struct plan_word *w = plan_word_at(s, else_words, LENGTH(else_words));
		o->condition = str_slice(s, 0, w->name.n);
		o->action = guide_clean(plan_after(s, w->name.n));
	} else if (trailing && !starts) {
		ptrdiff_t at = str_casefind(s, STR(" if "), 0);
		if (at < 0)
			return false;
		o->condition = guide_clean(plan_after(s, (size_t)at));
		o->action = guide_clean(str_slice(s, 0, (size_t)at));
	}
	if (o->action.n == 0)
		return false;
	o->name = option_name(o->action);
	read_test(o);
	return true;
}

/* The day of the same week, from this one on, whose title has the name of an option; -1. */
static int option_day(const struct guide_text *t, const struct guide_line *l, struct str name)
{
	const struct plan *p = t->plan;
	if (name.n == 0 || l->week < 0)
		return -1;
	const struct plan_week *w = &p->week[l->week];
	int last = w->first_day + w->nday;
	int from = l->day >= 0 ? l->day : w->first_day;
	for (int i = from; i < last && i < from + LOOK_AHEAD; i++) {
		if (str_casefind(p->day[i].title, name, 0) >= 0)
			return i;
	}
	return -1;
}

/* A sole option without a number is the other side of the one that has it. */
static void settle_tests(struct guide_decision *d)
{
	int unknown = -1, known = 0;
	for (int i = 0; i < d->noption; i++) {
		if (d->option[i].test == GUIDE_UNKNOWN && d->option[i].percent < 0)
			unknown = i;
		else
			known++;
	}
	if (d->noption == 2 && known == 1 && unknown >= 0 && d->option[1 - unknown].percent >= 0 &&
		d->option[1 - unknown].test != GUIDE_UNKNOWN)
		d->option[unknown].test = GUIDE_ELSE;
}

struct finder {
	const struct guide_text *t;
	struct guide *g;
	struct str path;
	struct idset seen;
	size_t cap;
};

static void add(struct finder *f, int at, struct str title, struct guide_option *option, int n)
{
	const struct guide_line *l = &f->t->line[at];
	struct guide_decision d = {
		.id = guide_id(&f->seen, f->path, "decision", title),
		.title = title,
		.week = l->week,
		.day = l->day == l->day_to ? l->day : -1,
		.phase = l->phase,
		.option = option,
		.noption = n,
		.line = l->number,
	};
	for (int i = 0; i < n; i++)
		option[i].day = option_day(f->t, l, option[i].name);
	settle_tests(&d);
	f->g->decision =
		arena_room(f->t->a, f->g->decision, (size_t)f->g->ndecision, &f->cap, sizeof d);
	f->g->decision[f->g->ndecision++] = d;
}

/* "SUBJECT TO CHANGE", "depends on": lists below such lines hold conditions in any order. */
static bool is_open(const struct guide_line *l)
{
	static const struct plan_word words[] = { { STR_INIT("subject to"), 0 },
		{ STR_INIT("depends on"), 0 }, { STR_INIT("depending on"), 0 },
		{ STR_INIT("abhängig von"), 0 }, { STR_INIT("selon"), 0 },
		{ STR_INIT("según"), 0 } };
	return guide_has(l->plain, words, LENGTH(words));
}

struct options {
	struct guide_option *option;
	size_t cap;
	int n, numbers;
};

static void add_option(struct options *os, struct guide_option o, struct arena *a)
{
	os->option = arena_room(a, os->option, (size_t)os->n, &os->cap, sizeof o);
	os->option[os->n++] = o;
	os->numbers += o.percent >= 0;
}

/* "SUBJECT TO CHANGE - may start earlier if readiness hits 85%+": its own title and option. */
static struct str own_option(struct options *os, const struct guide_line *l, struct arena *a)
{
	ptrdiff_t dash = str_find(l->plain, STR(" - "), 0);
	struct guide_line tail = *l;
	struct guide_option o;
	if (dash < 0)
		return guide_clean(l->plain);
	tail.label.n = 0;
	tail.value = plan_after(l->plain, (size_t)dash + 3);
	if (!read_option(&tail, true, &o) || o.percent < 0)
		return guide_clean(l->plain);
	add_option(os, o, a);
	return guide_clean(str_slice(l->plain, 0, (size_t)dash));
}

/* The conditions right below line `at`. */
static void list_decision(struct finder *f, int at)
{
	const struct guide_text *t = f->t;
	const struct guide_line *l = &t->line[at];
	struct options os = { 0 };
	struct guide_option o;
	bool open = is_open(l);
	struct str title = open ? own_option(&os, l, t->a) : guide_clean(l->plain);
	for (int i = at + 1; i < l->end; i = t->line[i].end) {
		const struct guide_line *b = &t->line[i];
		if (b->kind == GUIDE_BULLET && !b->boxed && read_option(b, open, &o))
			add_option(&os, o, t->a);
	}
	bool named = open || l->word & WORD_DECISION;
	if (os.n > 0 && (named || os.numbers > 0))
		add(f, at, title, os.option, os.n);
}

static const struct plan_word head_words[] = {
	{ STR_INIT("if"), 0 },
	{ STR_INIT("condition"), 0 },
	{ STR_INIT("wenn"), 0 },
	{ STR_INIT("bedingung"), 0 },
	{ STR_INIT("si"), 0 },
	{ STR_INIT("condición"), 0 },
};

/* "| If | Then |" and its rows. */
static void table_decision(struct finder *f, int head)
{
	const struct guide_text *t = f->t;
	struct str cell[MAX_COLUMNS];
	struct options os = { 0 };
	int owner = t->line[head].owner;
	if (guide_cells(t, head, cell, MAX_COLUMNS) < 2 ||
		!plan_word_at(cell[0], head_words, LENGTH(head_words)))
		return;
	for (int row = head + 1; row < t->nline && t->line[row].table == head; row++) {
		struct guide_option o = { .line = t->line[row].number };
		if (guide_cells(t, row, cell, MAX_COLUMNS) < 2 || cell[0].n == 0 || cell[1].n == 0)
			continue;
		o.condition = cell[0];
		o.action = guide_clean(cell[1]);
		o.name = option_name(o.action);
		read_test(&o);
		add_option(&os, o, t->a);
	}
	struct str title = owner >= 0 ? guide_clean(t->line[owner].plain) : STR("");
	if (os.n > 0)
		add(f, head, title, os.option, os.n);
}

void guide_find_decisions(const struct guide_text *t, struct str path, struct guide *g)
{
	struct finder f = { .t = t, .g = g, .path = path };
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		if (l->head)
			table_decision(&f, i);
		else if (l->kind != GUIDE_ROW && !l->boxed)
			list_decision(&f, i);
	}
	idset_release(&f.seen);
}
