/* find_draw.c - the line that is typed, and what was found. */
#include "views/find_priv.h"
#include "views/views.h"

enum { TEXT_COL = 2, EXCERPT_COL = 4, MOST_MARKS = 16, WHERE_PART = 3, WIDE = 60 };

/* ---- text with what was found in it */

/* From column `col` on, in `width` columns; `text` stands there already. */
static void draw_marks(struct canvas c, int row, int col, int width, struct str text,
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
	draw_marks(c, row, col, width, text, mark, find_marks(q, text, mark, MOST_MARKS));
}

static void draw_bar(struct canvas c, int row, bool focused)
{
	canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	canvas_text(c, row, 0, ROLE_SELECTED, STR("›"));
}

/* ---- names */

/* Without its folder where there is no room for it. */
static void draw_place(
	const struct find_view *v, struct canvas c, int row, int i, bool chosen, bool focused)
{
	const struct search_place *p = &v->place[i];
	struct find_mark mark[MOST_MARKS];
	struct find_pattern typed = find_pattern(buf_str(&v->field.text));
	int n = find_fitting(&typed, p->name, mark, MOST_MARKS), width = c.cols - TEXT_COL - 1;
	struct str name = p->name->text;
	size_t cut = text_cols(name) > width ? p->folder : 0;
	name = str_slice(name, cut, name.n);
	canvas_field(c, row, TEXT_COL, width, ROLE_TEXT, name);
	if (cut == 0)
		canvas_restyle(
			c, row, TEXT_COL, text_cols(str_slice(name, 0, p->folder)), ROLE_DIM);
	if (chosen)
		draw_bar(c, row, focused);
	for (int k = 0; k < n; k++) {
		mark[k].from = mark[k].from > cut ? mark[k].from - cut : 0;
		mark[k].to = mark[k].to > cut ? mark[k].to - cut : 0;
	}
	draw_marks(c, row, TEXT_COL, width, name, mark, n);
}

/* ---- hits */

static void draw_kind(const struct find_view *v, struct canvas c, int row, enum search_kind kind)
{
	static const char *const name[] = { "Sheets", "Cards", "Topics", "Plan" };
	int col = 1 + canvas_attr_text(c, row, 1, ROLE_ACCENT, ATTR_BOLD, str_of(name[kind]));
	canvas_printf(c, row, col + 1, ROLE_DIM, "%zu%s", v->hits.of[kind],
		v->hits.capped[kind] ? "+" : "");
}

/* What it is to the left, where it stands to the right, in a third of the row at most. */
static void draw_hit(struct canvas c, int row, const struct search_hit *h,
	const struct find_query *q, bool chosen, bool focused)
{
	int col = EXCERPT_COL - TEXT_COL + 1, most = (c.cols - col) / WHERE_PART;
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
		draw_bar(c, row, focused);
	draw_words(c, row, col, width, q, h->title);
}

static void draw_excerpt(
	struct canvas c, int row, const struct search_hit *h, const struct find_query *q)
{
	struct arena a = { 0 };
	int width = c.cols - EXCERPT_COL - 2;
	struct str text = find_excerpt(q, h->excerpt, width, &a);
	canvas_field(c, row, EXCERPT_COL, width, ROLE_DIM, text);
	draw_words(c, row, EXCERPT_COL, width, q, text);
	arena_release(&a);
}

static void draw_row(const struct find_view *v, struct canvas c, int row, int i,
	const struct find_query *q, bool focused)
{
	const struct find_row *r = &v->row[i];
	bool chosen = i == v->list.cursor;
	if (!v->words)
		draw_place(v, c, row, r->hit, chosen, focused);
	else if (r->hit < 0)
		draw_kind(v, c, row, r->kind);
	else if (r->excerpt)
		draw_excerpt(c, row, &v->hits.hit[r->hit], q);
	else
		draw_hit(c, row, &v->hits.hit[r->hit], q, chosen, focused);
}

static void draw_none(const struct find_view *v, struct canvas c)
{
	static const char *const nothing[] = {
		"Each word must stand there, or begin there; \"words in quotes\" stand in a row.",
		"Tab looks for letters of the names of sheets and headings.",
	};
	static const char *const words[] = {
		"Sheets, cards, topics and tasks that have all the words; \"words in quotes\" "
		"stand in a row.",
		"Of cards: front: back: topic: tag: deck: before a word look in one.",
		"Tab looks for letters of the names of sheets and headings.",
	};
	static const char *const names[] = {
		"Some letters in their order are enough: \"kvc\" finds \"KV cache\".",
		"Tab looks for words in everything.",
	};
	if (v->unread || (v->words && v->unsearched))
		return;
	if (!v->words)
		views_empty(c,
			v->field.text.n ? "No sheet or heading has these letters."
					: "No sheets yet.",
			names, (int)LENGTH(names));
	else if (v->field.text.n)
		views_empty(c, "Nothing was found.", nothing, (int)LENGTH(nothing));
	else
		views_empty(c, "Type words.", words, (int)LENGTH(words));
}

void find_draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct find_view *v = state;
	struct arena a = { 0 };
	int head = v->rows < FIND_LOW ? 1 : FIND_HEAD;
	(void)study;
	int col = 2 + canvas_text(c, 0, 1, ROLE_ACCENT, v->words ? STR("Words:") : STR("Open:"));
	struct canvas line = canvas_sub(c, 0, col, 1, c.cols - col - 1);
	if (focused)
		field_draw(&v->field, line);
	else
		canvas_text(line, 0, 0, ROLE_TEXT, buf_str(&v->field.text));
	struct find_query q = find_query(buf_str(&v->field.text), &a);
	struct canvas list = canvas_sub(c, head, 0, c.rows - head, c.cols);
	for (int i = 0; i < list.rows && v->list.top + i < v->nrow; i++)
		draw_row(v, list, i, v->list.top + i, &q, focused);
	if (v->n == 0)
		draw_none(v, list);
	arena_release(&a);
}
