/* check_draw.c - the pages of a check on the screen. */
#include <stdio.h>

#include "tui/pager.h"
#include "views/check_priv.h"

enum { NARROW_COLS = 44, BAR_COLS = 20, NAME_COLS = 20, WIDE_COLS = 64 };

static int left_of(const struct canvas *c)
{
	return c->cols > NARROW_COLS ? CHECK_MARGIN : 1;
}

/* ---- lines */

/* Three parts of a whole side by side; told apart without colours too. */
static void draw_bar(struct canvas c, int row, int col, int cols, const int part[static STRENGTHS])
{
	static const uint32_t glyph[] = { 0x2588, 0x2592, 0xB7 };
	static const enum role role[] = { ROLE_KNOW, ROLE_UNSURE, ROLE_DUNNO };
	int whole = part[0] + part[1] + part[2], sum = 0, from = 0;
	for (int i = 0; i < STRENGTHS && whole; i++) {
		sum += part[i];
		int to = (int)(((int64_t)sum * cols + whole / 2) / whole);
		views_run(c, row, col + from, to - from, role[i], glyph[i]);
		from = to;
	}
}

static bool has_bar(const struct check_line *l)
{
	return l->part[0] + l->part[1] + l->part[2] > 0;
}

static void draw_line(const struct check_line *l, struct canvas c, int row, int left, int cols)
{
	int end = left + cols;
	if (l->right.n && cols >= NARROW_COLS) {
		int spare = cols - text_cols(l->lead) - text_cols(l->text) - 2;
		int most = spare > cols / 3 && !has_bar(l) ? spare : cols / 3;
		int room = text_cols(l->right) < most ? text_cols(l->right) : most;
		end -= room + 2;
		canvas_field(c, row, end + 2, room, l->right_role, l->right);
	}
	if (has_bar(l) && cols >= NARROW_COLS) {
		end = left + cols - 6 - BAR_COLS;
		draw_bar(c, row, end, BAR_COLS, l->part);
		end -= 2;
	}
	if (l->chart)
		views_chart_row(c, row, left, l->chart);
	if (l->md)
		pager_draw_line(c, row, left + l->indent, l->md);
	int lead = canvas_text(c, row, left, l->role, l->lead);
	if (lead)
		canvas_field(c, row, left + lead, end - left - lead, ROLE_TEXT, l->text);
	else if (l->text.n && l->md)
		canvas_text(c, row, left, l->role, l->text);
	else if (l->text.n) {
		canvas_field(c, row, left, end - left, l->role, l->text);
		if (l->attr)
			canvas_attr_text(c, row, left, l->role, l->attr,
				text_prefix(l->text, end - left, NULL));
	}
}

/* A page that scrolls as a whole. */
static void draw_lines(const struct check_view *v, struct canvas c)
{
	const struct list *l = &v->lines.list;
	int left = left_of(&c);
	int cols = c.cols - 2 * left;
	for (int i = 0; i < c.rows && l->top + i < l->n; i++)
		draw_line(&v->lines.line[l->top + i], c, i, left, cols > 100 ? 100 : cols);
	if (l->top + c.rows < l->n && c.rows > 0)
		canvas_right(c, c.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
}

/* ---- home */

static void draw_home(const struct check_view *v, struct canvas c, bool focused)
{
	static const char *const name[HOMES] = { "Daily check", "Gap analysis", "Mock interview",
		"After an interview" };
	int left = left_of(&c), col = left + NAME_COLS + 2, row = c.rows > 12;
	bool wide = c.cols >= WIDE_COLS;
	for (int i = 0; i < HOMES && row < c.rows; i++, row++) {
		canvas_field(c, row, left, NAME_COLS, ROLE_TEXT, str_of(name[i]));
		if (wide || c.cols >= NARROW_COLS)
			canvas_field(c, row, col, c.cols - col - 1, ROLE_DIM, v->said[i]);
		if (i != v->homes.cursor)
			continue;
		canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
		if (focused)
			canvas_cursor(c, row, 0);
	}
	if (!(wide || c.cols >= NARROW_COLS) && row < c.rows)
		canvas_field(c, row++, left, c.cols - left, ROLE_DIM, v->said[v->homes.cursor]);
	if (row + 2 < c.rows)
		draw_lines(v, canvas_sub(c, row + 1, 0, c.rows - row - 1, c.cols));
}

static void draw_areas(const struct check_view *v, struct canvas c, bool focused)
{
	int left = left_of(&c), n = 0;
	const struct list *l = &v->areas;
	for (int i = 0; i < v->narea; i++)
		n += v->area[i].chosen ? v->area[i].n : 0;
	canvas_printf(c, 0, left, ROLE_ACCENT, "%d question%s chosen", n, n == 1 ? "" : "s");
	for (int i = 0; i < l->page && l->top + i < l->n && 2 + i < c.rows; i++) {
		const struct check_area *a = &v->area[l->top + i];
		int row = 2 + i, end;
		char text[64];
		snprintf(text, sizeof text, "%d, %d known", a->n, a->known);
		end = canvas_right(c, row, c.cols - 1, ROLE_DIM, str_of(text)) - 2;
		canvas_text(c, row, left, a->chosen ? ROLE_KNOW : ROLE_DIM,
			a->chosen ? STR("[x]") : STR("[ ]"));
		canvas_field(c, row, left + 4, end - left - 4, ROLE_TEXT,
			a->topic.n ? a->topic : a->deck);
		if (l->top + i != l->cursor)
			continue;
		canvas_restyle(c, row, 0, c.cols, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
		if (focused)
			canvas_cursor(c, row, 0);
	}
}

/* ---- a question */

static void draw_head(const struct check_view *v, struct canvas c, int row, int left, int cols)
{
	struct buf b = { 0 };
	char time[16];
	const struct asked *q = &v->round.asked[v->at];
	bool check = v->round.kind == ROUND_CHECK;
	if (check && cols >= NARROW_COLS)
		buf_addf(&b, "%s  ", q->review ? "review" : "of today");
	buf_addf(&b, "%d of %d", v->at + 1, v->round.n);
	if (check_is_blind(v) && v->round.minutes)
		buf_addf(&b, "  %s left", watch_text(check_left_ms(v), time));
	else if (v->revealed && v->round.kind != ROUND_MOCK)
		buf_addf(&b, "  %s", watch_text(watch_ms(&v->watch), time));
	int end = canvas_right(c, row, left + cols, ROLE_DIM, buf_str(&b)) - 2;
	buf_release(&b);
	canvas_field(c, row, left, end - left, ROLE_DIM,
		v->item.area.n ? v->item.area : v->item.card.deck);
}

/* When the card comes back after that. */
static void draw_comes(const struct check_view *v, const struct study *s, struct canvas c, int row,
	int col, int percent)
{
	const struct asked *q = &v->round.asked[v->at];
	struct memory m = v->item.card.state.memory;
	char days[16];
	enum answer_kind kind = sm2_kind(m, s->today);
	if (v->round.kind != ROUND_CHECK || q->kind != ASKED_CARD || kind == ANSWER_EARLY ||
		kind == ANSWER_DRILL)
		return;
	struct memory after =
		sm2_answer(&s->settings.sm2, m, sm2_grade_of_percent(percent), s->today, NULL);
	canvas_text(c, row, col, ROLE_DIM, str_of(views_interval(after.due - s->today, days)));
}

static void draw_buttons(const struct check_view *v, const struct study *s, struct canvas c,
	int row, int left, int cols)
{
	int step = cols / CHECK_BUTTONS;
	for (int i = 0; i < CHECK_BUTTONS; i++) {
		int percent = check_buttons[i].percent, at = left + i * step;
		static const enum role role[] = { ROLE_KNOW, ROLE_UNSURE, ROLE_DUNNO };
		at += canvas_printf(c, row, at, ROLE_KEY, "%d", i) + 1;
		canvas_printf(c, row, at, role[round_strength(percent)], "%d%%", percent);
		if (!v->lines.list.page || row + 1 >= c.rows || step < 12)
			continue;
		canvas_text(c, row + 1, at, ROLE_DIM, str_of(check_buttons[i].word));
		if (row + 2 < c.rows)
			draw_comes(v, s, c, row + 2, at, percent);
	}
}

static void draw_foot(const struct check_view *v, const struct study *s, struct canvas c, int row,
	int left, int cols)
{
	if (v->revealed) {
		draw_buttons(v, s, c, row, left, cols);
		return;
	}
	int at = left + canvas_text(c, row, left, ROLE_KEY, STR("Space")) + 1;
	canvas_text(
		c, row, at, ROLE_DIM, check_is_blind(v) ? STR("answered, next") : STR("reveal"));
}

static void draw_question(
	const struct check_view *v, const struct study *s, struct canvas c, bool focused)
{
	struct check_box b = check_box(v);
	int left = left_of(&c), cols = check_cols(v);
	const struct list *l = &v->lines.list;
	int top = v->revealed ? 0 : l->top, below = b.top + b.question + b.gap;
	if (b.head >= 0)
		draw_head(v, c, b.head, left, cols);
	for (int i = 0; i < b.question && top + i < v->nfront; i++)
		draw_line(&v->lines.line[top + i], c, b.top + i, left, cols);
	if (v->revealed && b.gap)
		canvas_hline(c, b.top + b.question + b.gap / 2, left, cols, ROLE_RULE);
	for (int i = 0; v->revealed && i < l->page && l->top + i < l->n; i++)
		draw_line(&v->lines.line[v->nfront + l->top + i], c, below + i, left, cols);
	if (l->top + l->page < l->n)
		canvas_right(c, b.top + b.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
	draw_foot(v, s, c, b.foot, left, cols);
	if (focused)
		canvas_cursor(c, b.foot, left);
}

/* ---- the rest */

static void draw_result(const struct check_view *v, const struct study *s, struct canvas c)
{
	int left = left_of(&c);
	char dates[48];
	canvas_printf(c, 0, left, ROLE_ACCENT, "%s", check_round_title(v->round.kind));
	canvas_right(c, 0, c.cols - left, ROLE_DIM,
		str_of(views_dates(v->round.day, v->round.day, s->today, dates)));
	draw_lines(
		v, canvas_sub(c, c.rows > 12 ? 2 : 1, 0, c.rows - (c.rows > 12 ? 2 : 1), c.cols));
}

static void draw_offer(const struct check_view *v, struct canvas c, bool focused)
{
	static const char *const title[] = { "", "A row for your table", "Ratings", "Flags",
		"Tasks for the plan", "After an interview", "What the gaps lead to", "New topics" };
	int top = c.rows > 12 ? 2 : 1, rows = check_after_rows(v, c.rows - top);
	canvas_printf(c, 0, left_of(&c), ROLE_ACCENT, "%s", title[v->offer]);
	if (rows) {
		check_draw_after(v, canvas_sub(c, top, 0, rows, c.cols), focused);
		top += rows + (c.rows > 12);
	}
	if (top < c.rows)
		draw_lines(v, canvas_sub(c, top, 0, c.rows - top, c.cols));
}

void check_draw(const struct check_view *v, const struct study *s, struct canvas c, bool focused)
{
	switch (v->stage) {
	case CHECK_HOME: draw_home(v, c, focused); break;
	case CHECK_AREAS: draw_areas(v, c, focused); break;
	case CHECK_ASK: draw_question(v, s, c, focused); break;
	case CHECK_RESULT: draw_result(v, s, c); break;
	case CHECK_OFFER: draw_offer(v, c, focused); break;
	}
}
