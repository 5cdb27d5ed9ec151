/* guide_counter.c - what is to be done so and so often: "20+ applications". */
#include <string.h>

#include "guide_line.h"
#include "idset.h"

enum {
	MIN_PLAIN = 5, /* a number without "+", range or "per week" is an amount from here on */
	MAX_COUNT = 100000,
	MAX_NAME_WORDS = 6,
};

/* Before a number: it is the number of something. */
static const struct plan_word numbering[] = {
	{ STR_INIT("section"), 0 },
	{ STR_INIT("chapter"), 0 },
	{ STR_INIT("week"), 0 },
	{ STR_INIT("day"), 0 },
	{ STR_INIT("month"), 0 },
	{ STR_INIT("phase"), 0 },
	{ STR_INIT("stage"), 0 },
	{ STR_INIT("part"), 0 },
	{ STR_INIT("page"), 0 },
	{ STR_INIT("lecture"), 0 },
	{ STR_INIT("lesson"), 0 },
	{ STR_INIT("unit"), 0 },
	{ STR_INIT("module"), 0 },
	{ STR_INIT("problem"), 0 },
	{ STR_INIT("project"), 0 },
	{ STR_INIT("question"), 0 },
	{ STR_INIT("exercise"), 0 },
	{ STR_INIT("step"), 0 },
	{ STR_INIT("level"), 0 },
	{ STR_INIT("hour"), 0 },
	{ STR_INIT("version"), 0 },
	{ STR_INIT("set"), 0 },
	{ STR_INIT("layer"), 0 },
	{ STR_INIT("top"), 0 },
	{ STR_INIT("grade"), 0 },
	{ STR_INIT("review"), 0 },
	{ STR_INIT("woche"), 0 },
	{ STR_INIT("tag"), 0 },
	{ STR_INIT("kapitel"), 0 },
	{ STR_INIT("seite"), 0 },
	{ STR_INIT("teil"), 0 },
	{ STR_INIT("lektion"), 0 },
	{ STR_INIT("aufgabe"), 0 },
	{ STR_INIT("chapitre"), 0 },
	{ STR_INIT("semaine"), 0 },
	{ STR_INIT("jour"), 0 },
	{ STR_INIT("partie"), 0 },
	{ STR_INIT("exercice"), 0 },
	{ STR_INIT("capítulo"), 0 },
	{ STR_INIT("semana"), 0 },
	{ STR_INIT("día"), 0 },
	{ STR_INIT("página"), 0 },
	{ STR_INIT("tema"), 0 },
	{ STR_INIT("ejercicio"), 0 },
	{ STR_INIT("january"), 0 },
	{ STR_INIT("february"), 0 },
	{ STR_INIT("march"), 0 },
	{ STR_INIT("april"), 0 },
	{ STR_INIT("may"), 0 },
	{ STR_INIT("june"), 0 },
	{ STR_INIT("july"), 0 },
	{ STR_INIT("august"), 0 },
	{ STR_INIT("september"), 0 },
	{ STR_INIT("october"), 0 },
	{ STR_INIT("november"), 0 },
	{ STR_INIT("december"), 0 },
	{ STR_INIT("jan"), 0 },
	{ STR_INIT("feb"), 0 },
	{ STR_INIT("mar"), 0 },
	{ STR_INIT("apr"), 0 },
	{ STR_INIT("jun"), 0 },
	{ STR_INIT("jul"), 0 },
	{ STR_INIT("aug"), 0 },
	{ STR_INIT("sep"), 0 },
	{ STR_INIT("oct"), 0 },
	{ STR_INIT("nov"), 0 },
	{ STR_INIT("dec"), 0 },
};

/* After a number: nothing that one does so often. */
static const struct plan_word no_things[] = {
	{ STR_INIT("of "), 0 },
	{ STR_INIT("day"), 0 },
	{ STR_INIT("week"), 0 },
	{ STR_INIT("month"), 0 },
	{ STR_INIT("year"), 0 },
	{ STR_INIT("time"), 0 },
	{ STR_INIT("point"), 0 },
	{ STR_INIT("percent"), 0 },
	{ STR_INIT("second"), 0 },
	{ STR_INIT("layers"), 0 },
	{ STR_INIT("tage"), 0 },
	{ STR_INIT("wochen"), 0 },
	{ STR_INIT("monat"), 0 },
	{ STR_INIT("mal "), 0 },
	{ STR_INIT("punkte"), 0 },
	{ STR_INIT("jours"), 0 },
	{ STR_INIT("semaines"), 0 },
	{ STR_INIT("mois"), 0 },
	{ STR_INIT("fois"), 0 },
	{ STR_INIT("días"), 0 },
	{ STR_INIT("semanas"), 0 },
	{ STR_INIT("meses"), 0 },
	{ STR_INIT("veces"), 0 },
};

/* Here the name of what is counted ends. */
static const struct plan_word name_ends[] = {
	{ STR_INIT("per "), 0 },
	{ STR_INIT("a week"), 0 },
	{ STR_INIT("each "), 0 },
	{ STR_INIT("every "), 0 },
	{ STR_INIT("weekly"), 0 },
	{ STR_INIT("in "), 0 },
	{ STR_INIT("on "), 0 },
	{ STR_INIT("from "), 0 },
	{ STR_INIT("at "), 0 },
	{ STR_INIT("to "), 0 },
	{ STR_INIT("for "), 0 },
	{ STR_INIT("with "), 0 },
	{ STR_INIT("by "), 0 },
	{ STR_INIT("using "), 0 },
	{ STR_INIT("and "), 0 },
	{ STR_INIT("or "), 0 },
	{ STR_INIT("pro "), 0 },
	{ STR_INIT("auf "), 0 },
	{ STR_INIT("aus "), 0 },
	{ STR_INIT("mit "), 0 },
	{ STR_INIT("und "), 0 },
	{ STR_INIT("par "), 0 },
	{ STR_INIT("sur "), 0 },
	{ STR_INIT("et "), 0 },
	{ STR_INIT("por "), 0 },
	{ STR_INIT("con "), 0 },
	{ STR_INIT("y "), 0 },
};

/* Words that name nothing by themselves: "(5+ done)". */
static const struct plan_word states[] = {
	{ STR_INIT("done"), 0 },
	{ STR_INIT("completed"), 0 },
	{ STR_INIT("complete"), 0 },
	{ STR_INIT("ready"), 0 },
	{ STR_INIT("total"), 0 },
	{ STR_INIT("finished"), 0 },
	{ STR_INIT("solved"), 0 },
	{ STR_INIT("submitted"), 0 },
	{ STR_INIT("erledigt"), 0 },
	{ STR_INIT("fertig"), 0 },
	{ STR_INIT("faits"), 0 },
	{ STR_INIT("hechos"), 0 },
};

static bool is_one_of(struct str s, const struct plan_word *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str w = table[i].name;
		bool plural =
			s.n == w.n + 1 && (s.p[w.n] == 's' || s.p[w.n] == 'n' || s.p[w.n] == '.');
		if (str_caseeq(s, w) || (plural && str_casestarts(s, w)))
			return true;
	}
	return false;
}

/* Whether the number at `at` belongs to the word before: "Sections 1-3". */
static bool is_number_of(struct str s, size_t at)
{
	size_t end = at;
	while (end > 0 && s.p[end - 1] == ' ')
		end--;
	size_t from = end;
	while (from > 0 && end - from < 24 &&
		(plan_alpha(s.p[from - 1]) || (unsigned char)s.p[from - 1] >= 0x80 ||
			s.p[from - 1] == '.'))
		from--;
	return is_one_of(str_slice(s, from, end), numbering, LENGTH(numbering));
}

static struct str name_of(struct str s)
{
	int words = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : ' ';
		bool start = i == 0 || s.p[i - 1] == ' ';
		bool ends = (c && strchr("(),;:", c)) || (c == '.' && next == ' ') ||
			    (c == '-' && next == ' ') || str_starts(plan_after(s, i), STR("–")) ||
			    str_starts(plan_after(s, i), STR("—"));
		if (start && i > 0 && plan_word_at(plan_after(s, i), name_ends, LENGTH(name_ends)))
			ends = true;
		if (c == '/' && guide_per_week(str_slice(s, i, i + 9)))
			ends = true;
		words += start;
		if (ends || words > MAX_NAME_WORDS)
			return guide_clean(str_slice(s, 0, i));
	}
	return guide_clean(s);
}

struct count {
	int low, high;
	bool plus, range;
	size_t at, end; /* of the number */
	struct str name;
};

static bool read_number(struct str s, size_t at, struct count *c)
{
	struct str t = plan_after(s, at);
	int high;
	if (!str_number(&t, &c->low) || c->low > MAX_COUNT || c->low == 0)
		return false;
	struct str r = t;
	c->range =
		plan_skip_range(&r) && str_number(&r, &high) && high > c->low && high <= MAX_COUNT;
	c->high = c->range ? high : c->low;
	t = c->range ? r : t;
	c->plus = str_starts(t, STR("+"));
	t = c->plus ? plan_after(t, 1) : t;
	c->at = at;
	c->end = s.n - t.n;
	return t.n > 1 && *t.p == ' ' &&
	       (plan_alpha(t.p[1]) ||
		       ((unsigned char)t.p[1] >= 0xc3 && (unsigned char)t.p[1] <= 0xdf));
}

/* More than one of something: most plurals end so. */
static bool plural(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		bool end = i + 1 == name.n || name.p[i + 1] == ' ';
		if (end && (name.p[i] == 's' || name.p[i] == 'n' || name.p[i] == 'e' ||
				   name.p[i] == 'x'))
			return true;
	}
	return false;
}

static bool counts(struct str s, struct count *c, bool per_week)
{
	struct str after = str_trim(plan_after(s, c->end));
	struct str amount = str_slice(s, c->at, c->end + 24);
	struct plan_amount first;
	if (guide_amounts(amount, &first, 1) && first.at == 0)
		return false;
	if (plan_word_at(after, no_things, LENGTH(no_things)) || is_number_of(s, c->at))
		return false;
	c->name = name_of(after);
	if (c->name.n == 0)
		return false;
	return c->plus || (c->range && c->low > 1 && plural(c->name)) || per_week ||
	       (c->low >= MIN_PLAIN && !c->range && plural(c->name));
}

/* "Can implement algorithms (5+ done)": it is the algorithms that are counted. */
static struct str full_name(struct str s, const struct count *c)
{
	if (!is_one_of(c->name, states, LENGTH(states)))
		return c->name;
	size_t end = c->at;
	while (end > 0 && s.p[end - 1] != '(')
		end--;
	struct str before = guide_clean(str_slice(s, 0, end > 0 ? end - 1 : c->at));
	return before.n ? before : c->name;
}

/* The first amount of a line. */
static bool find_count(struct str s, struct count *c, bool per_week)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!plan_digit(s.p[i]))
			continue;
		bool apart = i == 0 || s.p[i - 1] == ' ' || s.p[i - 1] == '(' || s.p[i - 1] == '~';
		if (apart && read_number(s, i, c) && counts(s, c, per_week)) {
			c->name = full_name(s, c);
			return true;
		}
		while (i + 1 < s.n && (plan_digit(s.p[i + 1]) || s.p[i + 1] == '.'))
			i++;
	}
	return false;
}

/* Tasks may count anything; other lists only what they say is to be counted. */
static bool may_count(const struct guide_text *t, const struct guide_line *l, bool per_week,
	const struct count *c)
{
	bool sure = c->plus || per_week;
	if (l->item >= 0 && t->plan->item[l->item].line == l->number)
		return sure || (l->boxed ? !l->done : c->range);
	if (l->kind != GUIDE_BULLET || l->item >= 0)
		return false;
	bool listed = l->under &
		      (WORD_MILESTONE | WORD_GOAL | WORD_TARGET | WORD_METRIC | WORD_DELIVERABLE);
	return (per_week && !(l->under & WORD_RESULT)) || (c->plus && c->at == 0 && listed);
}

void guide_find_counters(const struct guide_text *t, struct str path, struct guide *g)
{
	struct idset seen = { 0 };
	size_t cap = 0;
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		struct count c = { 0 };
		if (l->kind != GUIDE_BULLET && l->item < 0)
			continue;
		bool per_week = guide_per_week(l->plain);
		if (!find_count(l->plain, &c, per_week) || !may_count(t, l, per_week, &c))
			continue;
		struct guide_counter x = {
			.id = guide_id(&seen, path, "counter", c.name),
			.name = c.name,
			.low = c.low,
			.high = c.high,
			.per_week = per_week,
			.item = l->item,
			.line = l->number,
		};
		g->counter = arena_room(t->a, g->counter, (size_t)g->ncounter, &cap, sizeof x);
		g->counter[g->ncounter++] = x;
	}
	idset_release(&seen);
}
