/* guide_week.c - timelines: tables with a row for each week, and lists "- Week 4 (Day 28): ...". */
#include "guide_line.h"

enum { MAX_COLUMNS = 16 };

enum column { NO_COLUMN, WEEK, FOCUS, GOAL, READINESS, NOTES, STATUS };

static const struct plan_word head_words[] = {
	{ STR_INIT("week"), WEEK },
	{ STR_INIT("woche"), WEEK },
	{ STR_INIT("semaine"), WEEK },
	{ STR_INIT("semana"), WEEK },
	{ STR_INIT("wk"), WEEK },
	{ STR_INIT("readiness"), READINESS },
	{ STR_INIT("target"), READINESS },
	{ STR_INIT("zielwert"), READINESS },
	{ STR_INIT("cible"), READINESS },
	{ STR_INIT("focus"), FOCUS },
	{ STR_INIT("topic"), FOCUS },
	{ STR_INIT("theme"), FOCUS },
	{ STR_INIT("subject"), FOCUS },
	{ STR_INIT("phase"), FOCUS },
	{ STR_INIT("content"), FOCUS },
	{ STR_INIT("thema"), FOCUS },
	{ STR_INIT("themen"), FOCUS },
	{ STR_INIT("schwerpunkt"), FOCUS },
	{ STR_INIT("inhalt"), FOCUS },
	{ STR_INIT("thème"), FOCUS },
	{ STR_INIT("sujet"), FOCUS },
	{ STR_INIT("tema"), FOCUS },
	{ STR_INIT("enfoque"), FOCUS },
	{ STR_INIT("goal"), GOAL },
	{ STR_INIT("objective"), GOAL },
	{ STR_INIT("outcome"), GOAL },
	{ STR_INIT("task"), GOAL },
	{ STR_INIT("activit"), GOAL },
	{ STR_INIT("deliverable"), GOAL },
	{ STR_INIT("ziel"), GOAL },
	{ STR_INIT("aufgabe"), GOAL },
	{ STR_INIT("objectif"), GOAL },
	{ STR_INIT("tâche"), GOAL },
	{ STR_INIT("objetivo"), GOAL },
	{ STR_INIT("tarea"), GOAL },
	{ STR_INIT("note"), NOTES },
	{ STR_INIT("comment"), NOTES },
	{ STR_INIT("remark"), NOTES },
	{ STR_INIT("notiz"), NOTES },
	{ STR_INIT("bemerkung"), NOTES },
	{ STR_INIT("remarque"), NOTES },
	{ STR_INIT("nota"), NOTES },
	{ STR_INIT("status"), STATUS },
	{ STR_INIT("progress"), STATUS },
	{ STR_INIT("done"), STATUS },
	{ STR_INIT("stand"), STATUS },
	{ STR_INIT("statut"), STATUS },
	{ STR_INIT("estado"), STATUS },
};

/* What the columns of a table hold; false when none is of weeks, or nothing is said of them. */
static bool read_head(const struct guide_text *t, int row, enum column column[MAX_COLUMNS])
{
	struct str cell[MAX_COLUMNS];
	int n = guide_cells(t, row, cell, MAX_COLUMNS);
	bool seen[STATUS + 1] = { true };
	int known = 0;
	for (int i = 0; i < MAX_COLUMNS; i++) {
		struct str s = i < n ? guide_clean(cell[i]) : (struct str){ 0 };
		const struct plan_word *w = plan_word_at(s, head_words, LENGTH(head_words));
		size_t at;
		if (!w && s.n)
			w = guide_find(s, head_words, LENGTH(head_words), &at);
		column[i] = w && !seen[w->value] ? (enum column)w->value : NO_COLUMN;
		seen[column[i]] = true;
		known += column[i] != NO_COLUMN;
	}
	return seen[WEEK] && known > 1;
}

/* "Week 1 ✅", "5-6", "8+": the numbers, and what follows them. */
static bool week_cell(struct str s, struct guide_week *w, struct str *rest)
{
	struct label l;
	struct str t = guide_clean(s);
	if (!plan_label(s, &l) || l.kind != LABEL_WEEK) {
		char text[32];
		size_t n = 0;
		/* Numbers alone: read as if the word stood before them. */
		for (const char *p = "week "; *p; p++)
			text[n++] = *p;
		for (size_t i = 0; i < t.n && n < sizeof text; i++)
			text[n++] = t.p[i];
		struct str numbers = { text, n };
		if (t.n == 0 || !plan_digit(*t.p) || t.n > 16 ||
			!plan_label_numbers(&numbers, &l) || str_trim(numbers).n)
			return false;
		l.rest.n = 0;
	}
	w->from = l.from;
	w->to = l.to;
	ptrdiff_t plus = str_find(t, STR("+"), 0);
	w->open = l.open_end || (plus >= 0 && (size_t)plus + 1 == t.n);
	*rest = l.rest;
	return true;
}

static void put_cell(struct guide_week *w, enum column c, struct str s)
{
	struct str *where[] = { [FOCUS] = &w->focus,
		[GOAL] = &w->goal,
		[READINESS] = &w->target_text,
		[NOTES] = &w->notes,
		[STATUS] = &w->status };
	if (c >= FOCUS)
		*where[c] = c == STATUS || c == READINESS ? s : guide_clean(s);
}

static void set_readiness(struct guide_week *w, struct str s)
{
	struct guide_target x;
	w->base = w->low = w->high = -1;
	if (!guide_aim(s, &x))
		return;
	w->base = x.from_low;
	w->low = x.low;
	w->high = x.high;
}

static void add_week(const struct guide_text *t, struct guide *g, size_t *cap, struct guide_week w)
{
	g->week = arena_room(t->a, g->week, (size_t)g->nweek, cap, sizeof w);
	g->week[g->nweek++] = w;
}

static void row(
	const struct guide_text *t, int i, const enum column *column, struct guide *g, size_t *cap)
{
	struct str cell[MAX_COLUMNS], rest = { 0 };
	struct guide_week w = { .line = t->line[i].number };
	int n = guide_cells(t, i, cell, MAX_COLUMNS);
	bool found = false;
	for (int c = 0; c < n; c++) {
		if (column[c] == WEEK)
			found = week_cell(cell[c], &w, &rest);
		else
			put_cell(&w, column[c], cell[c]);
	}
	if (!found)
		return;
	if (w.status.n == 0)
		w.status = rest;
	if (w.status.n == 0 && t->line[i].sign)
		w.status = STR("✅");
	set_readiness(&w, w.target_text);
	add_week(t, g, cap, w);
}

/* "- Week 8-10: apply": a name of weeks, then what is to happen. */
static void list_week(const struct guide_text *t, int i, struct guide *g, size_t *cap)
{
	const struct guide_line *l = &t->line[i];
	struct guide_week w = { .line = l->number };
	struct label label;
	if (l->kind != GUIDE_BULLET || l->boxed || l->label.n == 0 || l->value.n == 0 ||
		l->week >= 0)
		return;
	if (!plan_label(l->label, &label) || label.kind != LABEL_WEEK || label.words)
		return;
	if (label.rest.n && *label.rest.p != '(')
		return; /* "Week 2 Day 1: ..." and the like */
	w.from = label.from;
	w.to = label.to;
	w.open = label.open_end || str_find(l->label, STR("+"), 0) >= 0;
	w.goal = l->value;
	set_readiness(&w, l->value);
	if (w.low >= 0)
		w.target_text = l->value;
	add_week(t, g, cap, w);
}

void guide_find_weeks(const struct guide_text *t, struct guide *g)
{
	enum column column[MAX_COLUMNS];
	bool weeks = false;
	size_t cap = 0;
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		if (l->head)
			weeks = read_head(t, i, column);
		else if (l->kind == GUIDE_ROW && weeks)
			row(t, i, column, g, &cap);
		else
			list_week(t, i, g, &cap);
	}
}
