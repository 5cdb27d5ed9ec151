/* guide_milestone.c - what is to be reached by the end of a week or day. */
#include "guide_line.h"
#include "hone/text.h"

enum { MAX_COLUMNS = 16 };

struct due {
	int week, day;
	bool open_end;
};

struct finder {
	const struct guide_text *t;
	struct guide *g;
	size_t cap;
	int *open;  /* beside the lines: milestones under this one without any sign */
	int *group; /* beside the milestones */
	size_t group_cap;
};

static const struct plan_word end_words[] = {
	{ STR_INIT("end of week"), 7 },
	{ STR_INIT("by week"), 3 },
	{ STR_INIT("after week"), 6 },
	{ STR_INIT("end of day"), 7 },
	{ STR_INIT("by day"), 3 },
	{ STR_INIT("ende woche"), 5 },
	{ STR_INIT("ende von woche"), 9 },
	{ STR_INIT("ende der woche"), 9 },
	{ STR_INIT("bis woche"), 4 },
	{ STR_INIT("fin de la semaine"), 10 },
	{ STR_INIT("fin de semaine"), 7 },
	{ STR_INIT("fin semaine"), 4 },
	{ STR_INIT("fin de la semana"), 10 },
	{ STR_INIT("fin de semana"), 7 },
	{ STR_INIT("final de la semana"), 12 },
};

/* The week and day that s names; false when it names neither. */
static bool read_due(struct str s, struct due *d)
{
	struct label l;
	*d = (struct due){ 0 };
	if (plan_label_within(s, LABEL_WEEK, &l)) {
		d->week = l.to;
		d->open_end = l.open_end;
	}
	if (plan_label_within(s, LABEL_DAY, &l))
		d->day = l.to;
	return d->week || d->day;
}

/* "End of Week 4": the number right behind the words. */
static bool read_end(struct str s, struct due *d)
{
	size_t at;
	const struct plan_word *w = guide_find(s, end_words, LENGTH(end_words), &at);
	return w && read_due(str_slice(s, at + (size_t)w->value, at + (size_t)w->value + 40), d);
}

/* The last week of the phase that a line names or stands in. */
static void phase_due(const struct guide_text *t, const struct guide_line *l, struct due *d)
{
	const struct plan *p = t->plan;
	struct label label;
	int phase = l->phase;
	if (plan_label(l->plain, &label) && label.kind == LABEL_PHASE) {
		for (int i = 0; i < p->nphase && i < 64; i++)
			phase = p->phase[i].number == label.from ? i : phase;
	}
	if (phase >= 0)
		d->week = p->phase[phase].to_week;
}

/* Do the list items below this line say what is to be reached? And when? */
static bool contains(const struct guide_text *t, int i, struct due *d)
{
	const struct guide_line *l = &t->line[i];
	if (l->kind == GUIDE_ROW || l->kind == GUIDE_TEXT || (l->kind == GUIDE_BULLET && l->boxed))
		return false;
	if (l->word & WORD_RESULT)
		return false; /* what is, not what is to be */
	struct label label;
	bool week = plan_label(l->plain, &label) && label.kind == LABEL_WEEK;
	bool named = l->kind != GUIDE_BULLET || l->end > i + 1;
	if (read_end(l->plain, d) && named)
		return true;
	if (l->under & WORD_MILESTONE && named) {
		if (!week || !read_due(l->plain, d))
			*d = (struct due){ 0 };
		return true;
	}
	if (!(l->word & WORD_DELIVERABLE))
		return false;
	if (!read_due(l->plain, d))
		phase_due(t, l, d);
	return true;
}

/* A sign that says neither "done" nor "open": "🔄". */
static bool other_sign(struct str raw)
{
	static const struct plan_word open[] = { { STR_INIT("⬜"), 0 }, { STR_INIT("☐"), 0 },
		{ STR_INIT("□"), 0 }, { STR_INIT("❌"), 0 } };
	if (raw.n == 0 || (unsigned char)*raw.p < 0x80 || plan_word_at(raw, open, LENGTH(open)))
		return false;
	return plan_symbol(text_decode(&raw));
}

static void add(struct finder *f, int i, struct str title, struct due d, int group)
{
	const struct guide_line *l = &f->t->line[i];
	struct guide *g = f->g;
	if (title.n == 0)
		return;
	g->milestone = arena_room(
		f->t->a, g->milestone, (size_t)g->nmilestone, &f->cap, sizeof *g->milestone);
	f->group = arena_room(
		f->t->a, f->group, (size_t)g->nmilestone, &f->group_cap, sizeof *f->group);
	f->group[g->nmilestone] = group;
	g->milestone[g->nmilestone++] = (struct guide_milestone){
		.title = title,
		.week = d.week,
		.day = d.day,
		.open_end = d.open_end,
		.marked = l->boxed && l->done,
		.sign = l->sign,
		.item = l->item,
		.line = l->number,
	};
	f->open[group] += !l->boxed && !l->sign && !other_sign(l->raw);
}

/* Lists under one heading of milestones are marked alike; a list of deliverables is by itself. */
static int group_of(const struct guide_text *t, int owner)
{
	if (t->line[owner].kind == GUIDE_HEADING || !(t->line[owner].under & WORD_MILESTONE))
		return owner;
	int heading = guide_above(t, owner, GUIDE_HEADING);
	return heading >= 0 ? heading : owner;
}

static void list_item(struct finder *f, int i)
{
	const struct guide_text *t = f->t;
	const struct guide_line *l = &t->line[i];
	struct due d, own;
	struct label label;
	if (l->owner < 0 || !contains(t, l->owner, &d))
		return;
	if (l->end > i + 1 && l->rest.n == 0)
		return; /* it is the name of a list itself */
	struct str title = guide_clean(l->label.n ? l->plain : l->value);
	bool named = plan_label(l->label, &label) && label.kind != LABEL_PHASE && !label.words;
	if (named && read_due(l->label, &own)) {
		d = own;
		title = guide_clean(l->value);
	} else if (d.week == 0 && d.day == 0) {
		read_due(l->plain, &d);
	}
	add(f, i, title, d, group_of(t, l->owner));
}

/* "**End of Week 4**: first project", "**Milestone 2**: ...". */
static void label_line(struct finder *f, int i)
{
	const struct guide_line *l = &f->t->line[i];
	struct due d = { 0 };
	bool end = read_end(l->label, &d);
	if (l->value.n == 0 || !(end || (l->word & WORD_MILESTONE)))
		return;
	if (!end)
		read_due(l->plain, &d);
	add(f, i, guide_clean(l->value), d, i);
}

static const struct plan_word title_words[] = {
	{ STR_INIT("milestone"), 0 },
	{ STR_INIT("meilenstein"), 0 },
	{ STR_INIT("jalon"), 0 },
	{ STR_INIT("hito"), 0 },
};

/* The column with the titles of a table of milestones, -1 when it is none. */
static int title_column(const struct guide_text *t, int row)
{
	struct str cell[MAX_COLUMNS];
	int n = guide_cells(t, row, cell, MAX_COLUMNS);
	for (int i = 0; i < n; i++) {
		if (guide_has(cell[i], title_words, LENGTH(title_words)))
			return i;
	}
	return -1;
}

static void table_row(struct finder *f, int i, int column)
{
	struct str cell[MAX_COLUMNS];
	int n = guide_cells(f->t, i, cell, MAX_COLUMNS);
	struct due d = { 0 };
	for (int c = 0; c < n && d.week == 0 && d.day == 0; c++) {
		if (c != column)
			read_due(cell[c], &d);
	}
	if (column < n)
		add(f, i, guide_clean(cell[column]), d, i);
	bool done = false;
	for (int c = 0; c < n; c++)
		done |= guide_done_sign(cell[c]);
	if (column < n && f->g->nmilestone &&
		f->g->milestone[f->g->nmilestone - 1].line == f->t->line[i].number)
		f->g->milestone[f->g->nmilestone - 1].marked = done;
}

void guide_find_milestones(const struct guide_text *t, struct guide *g)
{
	struct finder f = { .t = t, .g = g };
	f.open = arena_alloc(t->a, (size_t)t->nline + 1, sizeof *f.open);
	int column = -1;
	for (int i = 0; i < t->nline; i++) {
		const struct guide_line *l = &t->line[i];
		if (l->head)
			column = title_column(t, i);
		else if (l->kind == GUIDE_ROW && column >= 0)
			table_row(&f, i, column);
		else if (l->kind == GUIDE_BULLET)
			list_item(&f, i);
		else if (l->kind == GUIDE_LABEL)
			label_line(&f, i);
	}
	for (int i = 0; i < g->nmilestone && f.group; i++) {
		struct guide_milestone *m = &g->milestone[i];
		m->marked |= m->sign && f.open[f.group[i]] > 0;
	}
}
