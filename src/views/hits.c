/* hits.c - what was found, as a list. */
#include "views/hits.h"

#include <stdlib.h>

#include "views/views.h"

enum { TEXT_COL = 3, EXCERPT_COL = 4, MOST_MARKS = 16, WHERE_PART = 3, WIDE = 60 };

/* ---- rows */

static void add_row(struct hit_list *l, struct hit_row row)
{
	l->row = array_room(l->row, (size_t)l->nrow, &l->cap, sizeof *l->row);
	l->row[l->nrow++] = row;
}

/* A head before each kind, an empty row before the later ones; below a hit the line that was found. */
static void make_rows(struct hit_list *l)
{
	int last = -1;
	l->nrow = 0;
	for (int i = 0; i < (int)l->hits.n; i++) {
		const struct search_hit *h = &l->hits.hit[i];
		if ((int)h->kind != last && i > 0)
			add_row(l, (struct hit_row){ .hit = -1, .kind = SEARCH_KINDS });
		if ((int)h->kind != last)
			add_row(l, (struct hit_row){ .hit = -1, .kind = h->kind });
		add_row(l, (struct hit_row){ .hit = i });
		if (h->excerpt.n)
			add_row(l, (struct hit_row){ .hit = i, .excerpt = true });
		last = (int)h->kind;
	}
}

static int row_of(const struct hit_list *l, int hit)
{
	int i = 0;
	while (i < l->nrow && l->row[i].hit != hit)
		i++;
	return i < l->nrow ? i : 0;
}

/* With its line, and with the head when it is the first of its kind. */
static void show(struct hit_list *l, int hit)
{
	int row = row_of(l, hit);
	if (l->nrow == 0)
		return;
	if (row + 1 < l->nrow && l->row[row + 1].excerpt)
		list_show(&l->list, row + 1);
	if (row > 0 && l->row[row - 1].hit < 0)
		list_show(&l->list, row - 1);
	list_show(&l->list, row);
}

void hits_set(struct hit_list *l, struct search_hits hits)
{
	int page = l->list.page;
	l->hits = hits;
	make_rows(l);
	l->list = (struct list){ 0 };
	list_resize(&l->list, l->nrow, page > 0 ? page : 1);
	show(l, 0);
}

void hits_resize(struct hit_list *l, int rows)
{
	list_resize(&l->list, l->nrow, rows > 0 ? rows : 1);
	show(l, hits_chosen(l));
}

void hits_release(struct hit_list *l)
{
	free(l->row);
	*l = (struct hit_list){ 0 };
}

int hits_chosen(const struct hit_list *l)
{
	return l->nrow ? l->row[l->list.cursor].hit : -1;
}

/* Where a motion leads among so many; pages are by hits, each of which may have two rows. */
void hits_move(struct hit_list *l, int action, int count)
{
	struct list hits = { .n = (int)l->hits.n, .page = (l->list.page + 1) / 2 };
	if (hits.n == 0)
		return;
	hits.cursor = hits_chosen(l);
	list_show(&hits, hits.cursor);
	list_move(&hits, action, count);
	show(l, hits.cursor);
}

/* The hits are gone with the view that asked. */
static void leave(struct app *app, enum pane pane, struct str path, int64_t number)
{
	struct arena a = { 0 };
	app_goto(app, pane, arena_str(&a, path), number);
	arena_release(&a);
}

bool hits_go(const struct hit_list *l, struct app *app)
{
	int i = hits_chosen(l);
	if (i < 0)
		return false;
	const struct search_hit *h = &l->hits.hit[i];
	switch (h->kind) {
	case SEARCH_SHEET: leave(app, PANE_SHEET, h->path, h->line); break;
	case SEARCH_TOPIC: leave(app, PANE_TOPICS, STR(""), h->id); break;
	case SEARCH_PLAN: leave(app, PANE_PLAN, STR(""), h->id); break;
	case SEARCH_CARD: app_open(app, &view_card, STR(""), h->id); break;
	case SEARCH_KINDS: break;
	}
	return true;
}

/* ---- drawing */

void hits_marks(struct canvas c, int row, int col, int width, struct str text,
	const struct find_mark *mark, int n)
{
	bool cut = text_cols(text) > width;
	int end = col + width - cut;
	for (int i = 0; i < n; i++) {
		int from = col + text_cols(str_slice(text, 0, mark[i].from));
		int to = from + text_cols(str_slice(text, mark[i].from, mark[i].to));
		if (from < end)
			canvas_restyle(c, row, from, (to < end ? to : end) - from, ROLE_MATCH);
	}
}

static void draw_words(
	struct canvas c, int row, int col, int width, const struct find_query *q, struct str text)
{
	struct find_mark mark[MOST_MARKS];
	if (!q)
		return;
	hits_marks(c, row, col, width, text, mark, find_marks(q, text, mark, MOST_MARKS));
}

void hits_bar(struct canvas c, int row, bool focused)
{
	canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	canvas_text(c, row, 0, ROLE_SELECTED, STR("›"));
}

static void draw_kind(const struct hit_list *l, struct canvas c, int row, enum search_kind kind)
{
	static const char *const name[] = { "Sheets", "Cards", "Topics", "Plan" };
	int col = 1 + canvas_attr_text(c, row, 1, ROLE_ACCENT, ATTR_BOLD, str_of(name[kind]));
	canvas_printf(c, row, col + 1, ROLE_DIM, "%zu%s", l->hits.of[kind],
		l->hits.capped[kind] ? "+" : "");
}

/* What it is to the left, where it stands to the right, in a third of the row at most. */
static void draw_hit(struct canvas c, int row, const struct search_hit *h,
	const struct find_query *q, bool chosen, bool focused)
{
	int col = TEXT_COL, most = (c.cols - col) / WHERE_PART;
	int cols = text_cols(h->where), where = cols < most ? cols : most;
	bool same = str_eq(h->where, h->title) || c.cols < WIDE;
	int width = c.cols - col - 2 - (where && !same ? where + 2 : 0);
	if (h->kind == SEARCH_TOPIC) {
		struct buf glyph = { 0 };
		text_encode(&glyph, views_level_glyph(h->level));
		canvas_text(c, row, 1, views_level_role(h->level), buf_str(&glyph));
		buf_release(&glyph);
	}
	canvas_field(c, row, col, width, ROLE_TEXT, h->title);
	if (where && !same)
		canvas_field(c, row, c.cols - 1 - where, where, ROLE_DIM, h->where);
	if (chosen)
		hits_bar(c, row, focused);
	draw_words(c, row, col, width, q, h->title);
}

static void draw_excerpt(
	struct canvas c, int row, const struct search_hit *h, const struct find_query *q)
{
	struct arena a = { 0 };
	int width = c.cols - EXCERPT_COL - 2;
	struct find_query none = { 0 };
	struct str text = find_excerpt(q ? q : &none, h->excerpt, width, &a);
	canvas_field(c, row, EXCERPT_COL, width, ROLE_DIM, text);
	draw_words(c, row, EXCERPT_COL, width, q, text);
	arena_release(&a);
}

void hits_draw(const struct hit_list *l, struct canvas c, const struct find_query *q, bool focused)
{
	for (int i = 0; i < c.rows && l->list.top + i < l->nrow; i++) {
		const struct hit_row *r = &l->row[l->list.top + i];
		bool chosen = l->list.top + i == l->list.cursor;
		if (r->hit < 0 && r->kind == SEARCH_KINDS)
			continue;
		if (r->hit < 0)
			draw_kind(l, c, i, r->kind);
		else if (r->excerpt)
			draw_excerpt(c, i, &l->hits.hit[r->hit], q);
		else
			draw_hit(c, i, &l->hits.hit[r->hit], q, chosen, focused);
	}
}
