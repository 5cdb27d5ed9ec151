/* review_draw.c - the card on the screen. */
#include "views/review_priv.h"

/* A button of at least WORD_COLS has its whole name; with LONG_COLS its interval says more. */
enum { WORD_COLS = 8, LONG_COLS = 16, SHORT_COLS = 44 };

static bool is_leech(const struct review *r, const struct study *s)
{
	int most = s->settings.sm2.leech;
	return most > 0 && r->card.state.memory.lapses >= most;
}

/* To the left of what stands there already. */
static int draw_word(struct canvas c, int row, int end, enum role role, struct str word)
{
	return word.n ? canvas_right(c, row, end, role, word) - 2 : end;
}

static void draw_head(const struct review *r, const struct study *s, struct box b, struct canvas c)
{
	struct str topic = r->card.topic.n ? r->card.topic : r->card.deck;
	int end = b.left + b.cols;
	if (b.head < 0)
		return;
	end = draw_word(c, b.head, end, ROLE_DIM, r->card.label);
	if (r->card.state.flagged)
		end = draw_word(c, b.head, end, ROLE_UNSURE, STR("flagged"));
	if (is_leech(r, s))
		end = draw_word(c, b.head, end, ROLE_DUNNO, STR("leech"));
	canvas_field(c, b.head, b.left, end - b.left, ROLE_DIM, topic);
}

static void draw_line(const struct page_line *l, struct box b, struct canvas c, int row)
{
	int at = b.left;
	for (int i = 0; i < l->npiece; i++)
		at += canvas_attr_text(
			c, row, at, l->piece[i].role, l->piece[i].attr, l->piece[i].text);
	if (l->md)
		pager_draw_line(c, row, b.left + l->indent, l->md);
	canvas_right(c, row, b.left + b.cols, l->tail.role, l->tail.text);
}

static void draw_question(const struct review *r, struct box b, struct canvas c, int from)
{
	for (int i = 0; i < c.rows && from + i < r->front.nline; i++)
		if (from + i >= 0)
			pager_draw_line(c, i, b.left, &r->front.line[from + i]);
}

static void draw_below(const struct review *r, struct box b, struct canvas c, int from)
{
	for (int i = from < 0 ? -from : 0; i < c.rows && from + i < r->nbelow; i++)
		draw_line(&r->below[from + i], b, c, i);
}

static void draw_page(const struct review *r, struct box b, struct canvas c)
{
	struct canvas text = canvas_sub(c, b.top, 0, b.rows, c.cols);
	int above = b.question + b.gap, top = r->scroll.top;
	if (r->revealed) {
		draw_question(r, b, canvas_sub(text, 0, 0, b.question, c.cols), 0);
		if (b.gap)
			canvas_hline(text, b.question + b.gap / 2, b.left, b.cols, ROLE_RULE);
		draw_below(r, b, canvas_sub(text, above, 0, b.rows - above, c.cols), top);
	} else {
		draw_question(r, b, text, top);
		draw_below(r, b, text, top - r->front.nline - b.gap);
	}
	if (top + r->scroll.page < r->scroll.n)
		canvas_right(text, b.rows - 1, c.cols, ROLE_ACCENT, STR("▾"));
}

/* The time of a task, to the right; how long it should take where there is room. */
static void draw_watch(const struct review *r, struct box b, struct canvas c)
{
	char time[16], minutes[32];
	int from, to, end = b.left + b.cols;
	if (!review_is_timed(r))
		return;
	review_target(r, &from, &to);
	int64_t ms = watch_ms(&r->watch);
	bool over = to > 0 && ms > (int64_t)to * 60000;
	if (to > 0 && b.cols >= SHORT_COLS) {
		end = canvas_right(
			      c, b.foot, end, ROLE_DIM, str_of(views_minutes(from, to, minutes))) -
		      4;
		canvas_text(c, b.foot, end, ROLE_DIM, STR(" of"));
	}
	canvas_right(
		c, b.foot, end, over ? ROLE_UNSURE : ROLE_ACCENT, str_of(watch_text(ms, time)));
}

static const char *asks_for(const struct review *r)
{
	if (r->card.kind == CARD_TYPED)
		return "type the answer";
	return r->card.kind == CARD_EXPLAIN ? "explained" : "reveal";
}

static void draw_ask(const struct review *r, struct box b, struct canvas c)
{
	int at = b.left;
	if (r->nchoice) {
		at += canvas_text(c, b.foot, at, ROLE_KEY, STR("x"));
		at += canvas_text(c, b.foot, at, ROLE_DIM, STR(" tick   "));
	}
	at += canvas_text(c, b.foot, at, ROLE_KEY, STR("Space"));
	canvas_text(c, b.foot, at + 1, ROLE_DIM, str_of(asks_for(r)));
	draw_watch(r, b, c);
}

/* When the card comes back after that button; a crammed one is only asked again or not. */
static void draw_preview(
	const struct review *r, struct canvas c, int row, int col, int button, int step)
{
	const struct preview *p = &r->preview[button];
	char days[16];
	if (review_crams(r)) {
		canvas_text(c, row, col, ROLE_DIM, p->today_too ? STR("once more") : STR("done"));
		return;
	}
	col += canvas_text(c, row, col, ROLE_DIM, str_of(views_interval(p->days, days)));
	if (step < LONG_COLS)
		return;
	if (p->today_too)
		canvas_text(c, row, col, ROLE_DIM, STR(", today too"));
	else if (p->last_pass)
		canvas_text(c, row, col, ROLE_DIM, STR(", last pass"));
}

static void draw_grades(const struct review *r, struct box b, struct canvas c)
{
	int step = b.cols / BUTTONS;
	bool word = step >= WORD_COLS;
	for (int i = 0; i < BUTTONS; i++) {
		int at = b.left + i * step, grade = review_grade_of((enum button)i);
		bool proposed = r->proposed == (enum button)i;
		if (proposed)
			canvas_text(c, b.foot, at - 1, ROLE_ACCENT, STR("›"));
		canvas_printf(c, b.foot, at, ROLE_KEY, "%d", i + 1);
		canvas_attr_text(c, b.foot, at + (word ? 2 : 1), views_grade_role(grade),
			proposed ? ATTR_BOLD : 0,
			str_slice(
				str_of(views_grade_name(grade)), 0, word ? 5 : (size_t)(step - 2)));
		if (b.intervals && word)
			draw_preview(r, c, b.foot + 1, at + 2, i, step);
	}
}

void review_draw_card(const struct review *r, const struct study *s, struct canvas c, bool focused)
{
	struct box b = review_box(r);
	int proposed = r->proposed > 0 ? r->proposed : 0;
	draw_head(r, s, b, c);
	draw_page(r, b, c);
	int choice = r->nchoice && !r->revealed ? review_choice_row(r) : -1;
	if (focused && choice >= 0)
		canvas_cursor(c, choice, b.left);
	else if (focused)
		canvas_cursor(c, b.foot < 0 ? b.top : b.foot,
			b.left + (b.foot < 0 ? 0 : proposed * (b.cols / BUTTONS)));
	if (b.foot < 0)
		return;
	if (r->revealed)
		draw_grades(r, b, c);
	else
		draw_ask(r, b, c);
}
