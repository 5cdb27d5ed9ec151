/* assess_rows.c - what can be gone through, the rounds, and two of them side by side. */
#include "views/assess_priv.h"

enum {
	COUNT_COLS = 8,
	CHANGE_COLS = 10,
	DATE_COLS = 14,
	NUMBER_COLS = 4,
	LEAST_COLS = 52,
	WIDE_COLS = 70
};

/* In place of an area: what the columns are, and all of them. */
enum { HEAD_ROW = -2, ALL_ROW = -1 };

bool assess_load(struct assess_view *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct readiness r;
	struct assess_column *column;
	struct round open;
	bool found = false;
	struct inventory_tally *tally = NULL;
	int n = 0, ntally = 0;
	bool ok = readiness_load(s, &r, &fresh, e) &&
		  inventory_tallies(s, &tally, &ntally, &fresh, e) &&
		  assess_columns(s, &r.coverage, &column, &n, &fresh, e) &&
		  round_open(s, ROUND_TOPICS, &open, &found, &fresh, e);
	if (!ok) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->arena);
	v->arena = fresh;
	v->known = r;
	v->column = column;
	v->tally = tally;
	v->ntally = ntally;
	v->ncolumn = n;
	v->scope = assess_scopes(&v->known, &v->nscope, &v->arena);
	v->open = found;
	if (found) {
		v->last = open.id;
		v->last_said = arena_printf(&v->arena, "Go on with %.*s: %d of %d rated",
			STR_ARG(open.name), open.nanswered, open.n);
	}
	return true;
}

bool assess_home(struct assess_view *v, const struct study *s, struct err *e)
{
	if (!assess_load(v, s, e))
		return false;
	v->stage = ASSESS_HOME;
	assess_lay_out(v, s);
	return true;
}

/* ---- the home */

static struct str scope_name(const struct assess_scope *scope)
{
	switch (scope->kind) {
	case ASSESS_ALL: return STR("All topics");
	case ASSESS_DUE: return STR("Those to be asked again");
	default: return scope->name;
	}
}

static struct str beside(struct assess_view *v, const struct assess_scope *scope)
{
	struct arena *a = &v->rows.arena;
	if (scope->kind == ASSESS_DUE)
		return arena_printf(a, "%d", scope->due);
	if (scope->due == scope->ntopic)
		return arena_printf(a, "%d, all to ask", scope->ntopic);
	return scope->due ? arena_printf(a, "%d, %d to ask", scope->ntopic, scope->due)
			  : arena_printf(a, "%d", scope->ntopic);
}

static void add_scope(struct assess_view *v, int i)
{
	const struct assess_scope *scope = &v->scope[i];
	bool empty = scope->kind == ASSESS_DUE && scope->due == 0;
	rows_text(&v->rows,
		(struct row){ .kind = ASSESS_SCOPE,
			.index = i,
			.stop = true,
			.indent = 2,
			.role = empty ? ROLE_DIM : ROLE_TEXT,
			.right = beside(v, scope) },
		scope_name(scope));
}

/* The scope of the area in which the topic stands that the cursor came from, -1. */
static int own_scope(const struct assess_view *v)
{
	for (int i = 0; i < v->known.ntopic; i++)
		for (int k = 0; v->known.topic[i].topic->id == v->topic && k < v->nscope; k++)
			if (v->scope[k].kind == ASSESS_AREA && i >= v->scope[k].first &&
				i < v->scope[k].first + v->scope[k].ntopic)
				return k;
	return -1;
}

/* What the user sums up by hand and does not agree is said, and left. */
static void add_tallies(struct assess_view *v)
{
	if (v->ntally == 0)
		return;
	rows_heading(&v->rows, STR("Sums in your files that the marks do not agree with"),
		(struct str){ 0 });
	for (int i = 0; i < v->ntally; i++)
		rows_text(&v->rows,
			(struct row){ .kind = ASSESS_TALLY,
				.index = i,
				.stop = true,
				.indent = 2,
				.role = ROLE_TEXT },
			arena_printf(&v->rows.arena, "%.*s:%d %.*s", STR_ARG(v->tally[i].path),
				v->tally[i].line, STR_ARG(v->tally[i].text)));
}

static void lay_out_home(struct assess_view *v)
{
	int own = own_scope(v);
	if (v->known.ntopic == 0)
		return;
	rows_text(&v->rows, (struct row){ .kind = ROW_HEADING, .role = ROLE_ACCENT },
		STR("Go through, one by one"));
	if (v->open)
		rows_text(&v->rows,
			(struct row){ .kind = ASSESS_GO_ON,
				.stop = true,
				.indent = 2,
				.role = ROLE_TEXT },
			v->last_said);
	for (int i = 0; i < 2; i++)
		add_scope(v, i);
	if (own >= 0)
		add_scope(v, own);
	rows_add(&v->rows, (struct row){ .kind = ROW_BLANK });
	rows_add(&v->rows, (struct row){ .kind = ASSESS_ROUND, .index = -1 });
	for (int i = 0; i < v->ncolumn; i++)
		rows_add(&v->rows,
			(struct row){
				.kind = ASSESS_ROUND, .index = i, .stop = true, .indent = 2 });
	if (v->ncolumn == 1)
		rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .indent = 2, .role = ROLE_DIM },
			STR("None yet. What a round said stays, to be compared with later ones."));
	rows_heading(&v->rows, STR("Or a part of them"), (struct str){ 0 });
	for (int i = 2; i < v->nscope; i++)
		if (i != own)
			add_scope(v, i);
	add_tallies(v);
}

/* ---- two side by side */

void assess_pair(struct assess_view *v, int left, int right)
{
	v->stage = ASSESS_PAIR;
	v->left = left;
	v->right = right;
	struct assess_column before = assess_before(&v->column[right]);
	v->difference = assess_compare(&v->known.coverage, left < 0 ? &before : &v->column[left],
		&v->column[right], &v->arena);
}

void assess_pair_of(struct assess_view *v, struct event_id round)
{
	int at = 0;
	while (at < v->ncolumn - 1 && event_id_cmp(v->column[at].round, round) != 0)
		at++;
	assess_pair(v, assess_earlier(&v->known.coverage, v->column, at), at);
}

static struct str round_title(struct assess_view *v, int i, int today)
{
	const struct assess_column *x = &v->column[i];
	char dates[48];
	if (event_id_none(x->round))
		return x->name;
	return arena_printf(&v->rows.arena, "%.*s (%s)", STR_ARG(x->name),
		views_dates(x->day, x->last, today, dates));
}

static void add_changes(struct assess_view *v)
{
	const struct assess_difference *d = &v->difference;
	if (d->nchange == 0)
		return;
	rows_heading(&v->rows, arena_printf(&v->rows.arena, "%d changed", d->nchange),
		arena_printf(&v->rows.arena, "%d better, %d worse", d->better, d->worse));
	for (int i = 0; i < d->nchange; i++)
		rows_add(&v->rows,
			(struct row){
				.kind = ASSESS_MOVED, .index = i, .stop = true, .indent = 2 });
}

static void lay_out_pair(struct assess_view *v, int today)
{
	struct buf b = { 0 };
	struct str title = arena_printf(&v->rows.arena, "%.*s  →  %.*s",
		STR_ARG(v->left < 0 ? STR("Before it") : round_title(v, v->left, today)),
		STR_ARG(round_title(v, v->right, today)));
	rows_text(&v->rows, (struct row){ .kind = ROW_HEADING, .role = ROLE_ACCENT }, title);
	assess_words(&v->difference.all, &b);
	rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .role = ROLE_TEXT },
		arena_str(&v->rows.arena, buf_str(&b)));
	buf_release(&b);
	rows_add(&v->rows, (struct row){ .kind = ROW_BLANK });
	rows_add(&v->rows, (struct row){ .kind = ASSESS_AREA_ROW, .index = HEAD_ROW });
	rows_add(&v->rows, (struct row){ .kind = ASSESS_AREA_ROW, .index = ALL_ROW });
	for (int i = 0; i < v->known.narea; i++)
		if (v->difference.area[i].after.total)
			rows_add(&v->rows, (struct row){ .kind = ASSESS_AREA_ROW, .index = i });
	add_changes(v);
}

void assess_lay_out(struct assess_view *v, const struct study *s)
{
	v->rows.some = true;
	v->rows.cols = v->cols < ROWS_MOST_COLS ? v->cols : ROWS_MOST_COLS;
	v->rows.list.page = v->nrows > 0 ? v->nrows : 1;
	rows_begin(&v->rows);
	if (v->stage == ASSESS_PAIR)
		lay_out_pair(v, s->today);
	else
		lay_out_home(v);
	rows_end(&v->rows);
	if (v->stage == ASSESS_HOME && v->rows.was.kind < ROW_OWN)
		v->rows.list.cursor = rows_find(&v->rows, v->open ? ASSESS_GO_ON : ASSESS_SCOPE, 0);
}

/* ---- drawing */

struct numbers {
	struct str text[4]; /* of the three levels, and of what is not rated */
	bool dim[4];
	int n; /* that are shown */
};

/* From the right. Returns where they begin. */
static int draw_numbers(struct canvas c, int at, int end, int width, const struct numbers *k)
{
	static const enum role role[] = { ROLE_KNOW, ROLE_UNSURE, ROLE_DUNNO, ROLE_DIM };
	for (int i = k->n; i-- > 0; end -= width)
		canvas_right(c, at, end, k->dim[i] ? ROLE_DIM : role[i], k->text[i]);
	return end;
}

static struct numbers heads(int n)
{
	return (struct numbers){
		.text = { STR("know"), STR("unsure"), STR("dunno"), STR("unrated") }, .n = n
	};
}

static struct numbers counts(const struct coverage_count *c, int n, struct arena *a)
{
	const int value[] = { c->know, c->unsure, c->dunno, c->unrated };
	struct numbers k = { .n = n };
	for (int i = 0; i < n; i++)
		k.text[i] = arena_printf(a, "%d", value[i]);
	return k;
}

static void draw_round(const struct assess_view *v, const struct row *row, struct canvas c, int at)
{
	const struct assess_column *x = row->index < 0 ? NULL : &v->column[row->index];
	struct arena a = { 0 };
	char dates[48];
	int left = ROWS_MARGIN + row->indent, end = c.cols - ROWS_MARGIN;
	int shown = c.cols >= LEAST_COLS ? 4 : 3;
	struct numbers k = x ? counts(&x->count, shown, &a) : heads(shown);
	if (c.cols >= WIDE_COLS) {
		if (x)
			canvas_printf(c, at, end - COUNT_COLS, ROLE_DIM, " of %4d", x->count.total);
		end -= COUNT_COLS;
	}
	end = draw_numbers(c, at, end, COUNT_COLS, &k);
	arena_release(&a);
	if (c.cols >= WIDE_COLS && x && !event_id_none(x->round)) {
		views_dates(x->day, x->day, v->known.today, dates);
		canvas_field(c, at, end - DATE_COLS, DATE_COLS, ROLE_DIM, str_of(dates));
		end -= DATE_COLS;
	}
	if (x)
		canvas_field(c, at, left, end - left - 1, ROLE_TEXT, x->name);
	else
		canvas_attr_text(c, at, left, ROLE_ACCENT, ATTR_BOLD, STR("Rounds"));
}

/* "62 → 20", or one number where nothing changed. */
static struct numbers changes(
	const struct coverage_count *x, const struct coverage_count *y, int n, struct arena *a)
{
	const int before[] = { x->know, x->unsure, x->dunno, x->unrated };
	const int after[] = { y->know, y->unsure, y->dunno, y->unrated };
	struct numbers k = { .n = n };
	for (int i = 0; i < n; i++) {
		bool same = before[i] == after[i];
		k.dim[i] = same;
		k.text[i] = same ? arena_printf(a, "%d", after[i])
				 : arena_printf(a, "%d → %d", before[i], after[i]);
	}
	return k;
}

static void draw_area_name(const struct assess_view *v, int area, struct canvas c, int at, int end)
{
	if (area < 0) {
		canvas_field(c, at, ROWS_MARGIN, end - ROWS_MARGIN - 1, ROLE_ACCENT, STR("All"));
		return;
	}
	const struct coverage_area *a = &v->known.coverage.area[area];
	int col = ROWS_MARGIN + (a->number.n ? NUMBER_COLS : 0);
	if (a->number.n)
		canvas_field(c, at, ROWS_MARGIN, NUMBER_COLS - 1, ROLE_TEXT, a->number);
	canvas_field(c, at, col, end - col - 1, ROLE_TEXT, a->name);
}

static void draw_area(const struct assess_view *v, const struct row *row, struct canvas c, int at)
{
	const struct assess_pair *all = &v->difference.all,
				 *p = row->index < 0 ? all : &v->difference.area[row->index];
	bool rated = all->before.unrated + all->after.unrated == 0;
	int n = rated || c.cols < WIDE_COLS ? 3 : 4;
	struct arena a = { 0 };
	struct numbers k =
		row->index == HEAD_ROW ? heads(n) : changes(&p->before, &p->after, n, &a);
	int end = draw_numbers(c, at, c.cols - ROWS_MARGIN, CHANGE_COLS, &k);
	if (row->index != HEAD_ROW)
		draw_area_name(v, row->index, c, at, end);
	arena_release(&a);
}

static void draw_moved(const struct assess_view *v, const struct row *row, struct canvas c, int at)
{
	const struct assess_change *d = &v->difference.change[row->index];
	const enum level level[] = { d->before, d->after };
	int col = ROWS_MARGIN + row->indent;
	for (int i = 0; i < 2; i++) {
		views_run(c, at, col, 1, views_level_role(level[i]), views_level_glyph(level[i]));
		canvas_text(c, at, col + 2, views_level_role(level[i]),
			str_of(level[i] == LEVEL_NONE ? "-" : level_name(level[i])));
		col += 9;
		if (i == 0)
			col += canvas_text(c, at, col, ROLE_DIM, STR("→ "));
	}
	canvas_field(c, at, col + 1, c.cols - col - 2, ROLE_TEXT,
		v->known.coverage.topic[d->topic].name);
}

bool assess_draw_row(const void *state, const struct row *row, struct canvas c, int at)
{
	const struct assess_view *v = state;
	switch (row->kind) {
	case ASSESS_ROUND: draw_round(v, row, c, at); return true;
	case ASSESS_AREA_ROW: draw_area(v, row, c, at); return true;
	case ASSESS_MOVED: draw_moved(v, row, c, at); return true;
	default: return false;
	}
}
