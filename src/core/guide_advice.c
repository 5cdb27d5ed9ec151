/* guide_advice.c - what to do when one is faster or slower than the plan, or it is too easy or too hard. */
#include "guide_line.h"

enum { MAX_COLUMNS = 16 };

/* Longer before shorter where one starts the other. */
static const struct plan_word when_words[] = {
	{ STR_INIT("faster"), GUIDE_FASTER },
	{ STR_INIT("ahead of"), GUIDE_FASTER },
	{ STR_INIT("get ahead"), GUIDE_FASTER },
	{ STR_INIT("schneller"), GUIDE_FASTER },
	{ STR_INIT("voraus"), GUIDE_FASTER },
	{ STR_INIT("plus vite"), GUIDE_FASTER },
	{ STR_INIT("en avance"), GUIDE_FASTER },
	{ STR_INIT("más rápido"), GUIDE_FASTER },
	{ STR_INIT("adelantad"), GUIDE_FASTER },
	{ STR_INIT("slower"), GUIDE_SLOWER },
	{ STR_INIT("behind"), GUIDE_SLOWER },
	{ STR_INIT("short on time"), GUIDE_SLOWER },
	{ STR_INIT("langsamer"), GUIDE_SLOWER },
	{ STR_INIT("im rückstand"), GUIDE_SLOWER },
	{ STR_INIT("hinterher"), GUIDE_SLOWER },
	{ STR_INIT("moins vite"), GUIDE_SLOWER },
	{ STR_INIT("plus lentement"), GUIDE_SLOWER },
	{ STR_INIT("en retard"), GUIDE_SLOWER },
	{ STR_INIT("más lento"), GUIDE_SLOWER },
	{ STR_INIT("atrasad"), GUIDE_SLOWER },
	{ STR_INIT("interviews early"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("interview early"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("early interview"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("frühe"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("früher zum"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("entretien plus tôt"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("entrevista antes"), GUIDE_EARLY_INTERVIEW },
	{ STR_INIT("too easy"), GUIDE_TOO_EASY },
	{ STR_INIT("zu leicht"), GUIDE_TOO_EASY },
	{ STR_INIT("zu einfach"), GUIDE_TOO_EASY },
	{ STR_INIT("trop facile"), GUIDE_TOO_EASY },
	{ STR_INIT("demasiado fácil"), GUIDE_TOO_EASY },
	{ STR_INIT("too hard"), GUIDE_TOO_HARD },
	{ STR_INIT("too difficult"), GUIDE_TOO_HARD },
	{ STR_INIT("zu schwer"), GUIDE_TOO_HARD },
	{ STR_INIT("zu schwierig"), GUIDE_TOO_HARD },
	{ STR_INIT("trop difficile"), GUIDE_TOO_HARD },
	{ STR_INIT("demasiado difícil"), GUIDE_TOO_HARD },
};

static const struct plan_word if_words[] = {
	{ STR_INIT("if "), 0 },
	{ STR_INIT("when "), 0 },
	{ STR_INIT("wenn "), 0 },
	{ STR_INIT("falls "), 0 },
	{ STR_INIT("si "), 0 },
	{ STR_INIT("s'il "), 0 },
	{ STR_INIT("moving "), 0 },
	{ STR_INIT("falling "), 0 },
	{ STR_INIT("running "), 0 },
	{ STR_INIT("too "), 0 },
	{ STR_INIT("ahead "), 0 },
	{ STR_INIT("behind"), 0 },
	{ STR_INIT("zu "), 0 },
	{ STR_INIT("trop "), 0 },
	{ STR_INIT("demasiado "), 0 },
};

/* Which case a condition is; -1 when it is none. */
static int read_when(struct str s)
{
	size_t at;
	const struct plan_word *w;
	if (!plan_word_at(s, if_words, LENGTH(if_words)))
		return -1;
	w = guide_find(s, when_words, LENGTH(when_words), &at);
	return w ? w->value : -1;
}

struct finder {
	const struct guide_text *t;
	struct guide *g;
	size_t cap;
};

static void add(struct finder *f, int when, struct guide_list list, int line)
{
	struct guide *g = f->g;
	if (list.n == 0)
		return;
	g->advice = arena_room(f->t->a, g->advice, (size_t)g->nadvice, &f->cap, sizeof *g->advice);
	g->advice[g->nadvice++] =
		(struct guide_advice){ (enum guide_when)when, list.s, list.n, line };
}

/* "**If you're moving slower**:" and the list below it, or what follows on the line. */
static void list_advice(struct finder *f, int at, int when)
{
	const struct guide_text *t = f->t;
	const struct guide_line *l = &t->line[at];
	struct guide_list list = { 0 };
	if (l->label.n)
		guide_list_add(&list, guide_clean(l->value), t->a);
	for (int i = at + 1; i < l->end; i = t->line[i].end) {
		const struct guide_line *b = &t->line[i];
		if (!b->joined && b->kind != GUIDE_ROW)
			guide_list_add(&list, guide_clean(b->label.n ? b->plain : b->value), t->a);
	}
	add(f, when, list, l->number);
}

/* Where the sentence at the start of s ends. */
static size_t sentence_end(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool stop = s.p[i] == '.' || s.p[i] == '!' || s.p[i] == ';';
		if (stop && (i + 1 == s.n || s.p[i + 1] == ' '))
			return i;
	}
	return s.n;
}

/* The first comma or colon outside parentheses: there the condition ends. */
static size_t condition_end(struct str s)
{
	int depth = 0;
	for (size_t i = 0; i < s.n; i++) {
		depth += s.p[i] == '(' ? 1 : s.p[i] == ')' ? -1 : 0;
		if (depth <= 0 && (s.p[i] == ',' || s.p[i] == ':'))
			return i;
	}
	return s.n;
}

/* Sentences "If it feels too hard, slow down." in running text. */
static void sentences(struct finder *f, struct str s, int line)
{
	while (s.n) {
		size_t end = sentence_end(s);
		struct str one = str_slice(s, 0, end);
		size_t cut = condition_end(one);
		int when = cut < one.n ? read_when(str_slice(one, 0, cut)) : -1;
		if (when >= 0) {
			struct guide_list list = { 0 };
			guide_list_add(&list, guide_clean(plan_after(one, cut)), f->t->a);
			add(f, when, list, line);
		}
		s = str_trim(plan_after(s, end < s.n ? end + 1 : end));
	}
}

static void table_advice(struct finder *f, int row)
{
	struct str cell[MAX_COLUMNS];
	int n = guide_cells(f->t, row, cell, MAX_COLUMNS);
	int when = n > 1 ? read_when(guide_clean(cell[0])) : -1;
	struct guide_list list = { 0 };
	for (int i = 1; i < n && when >= 0; i++)
		guide_list_add(&list, guide_clean(cell[i]), f->t->a);
	if (when >= 0)
		add(f, when, list, f->t->line[row].number);
}

void guide_find_advice(const struct guide_text *t, struct guide *g)
{
	struct finder f = { .t = t, .g = g };
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		if (l->joined || l->boxed)
			continue;
		if (l->kind == GUIDE_ROW) {
			table_advice(&f, i);
			continue;
		}
		struct str name = l->label.n ? l->label : l->plain;
		bool titled = l->kind == GUIDE_HEADING || l->label.n || l->end > i + 1;
		int when = titled ? read_when(guide_clean(name)) : -1;
		if (when >= 0)
			list_advice(&f, i, when);
		else
			sentences(&f, l->value, l->number);
	}
}
