/* review_page.c - the card laid out: where things stand, and the lines under the question. */
#include "views/review_priv.h"

/*
 * Text is set for at most TEXT_COLS columns, MARGIN from the edge where there is room. The topic above and
 * the grades below give way on a small screen.
 */
enum {
	TEXT_COLS = 76,
	MARGIN = 4,
	NARROW_COLS = 40,
	TALL_ROWS = 12,
	LOW_ROWS = 8,
	CHOICE_COLS = 8, /* "› [x] ✓ " */
	TAIL_COLS = 9,   /* "   missed" */
	LEAST_TAIL_COLS = 44,
	NAME_COLS = 9, /* "You      " */
	NAMED_COLS = 30,
};

static void place_head_and_foot(const struct review *r, struct box *b)
{
	bool tall = r->rows >= TALL_ROWS, low = r->rows < LOW_ROWS;
	if (r->zen) {
		b->head = b->foot = -1;
		b->top = r->rows / 6;
		b->rows = r->rows - b->top - (tall ? 1 : 0);
		return;
	}
	int below = tall ? 3 : low ? 1 : 2;
	b->head = tall ? 1 : low ? -1 : 0;
	b->top = tall ? 3 : low ? 0 : 1;
	b->rows = r->rows - b->top - below;
	b->foot = r->rows - (tall ? 2 : below);
	b->intervals = below > 1;
}

struct box review_box(const struct review *r)
{
	struct box b = { 0 };
	int room = r->cols - (r->cols > NARROW_COLS ? 2 * MARGIN : 2);
	place_head_and_foot(r, &b);
	b.rows = b.rows > 0 ? b.rows : 1;
	b.cols = room < TEXT_COLS ? room : TEXT_COLS;
	b.left = r->zen ? (r->cols - b.cols) / 2 : r->cols > NARROW_COLS ? MARGIN : 1;
	b.gap = b.rows >= 10 ? 3 : b.rows >= 5 ? 1 : 0;
	/* The question stays in sight above the answer, at least by a third of the page. */
	int most = r->revealed ? (b.rows - b.gap) / 2 : b.rows;
	if (r->front.nline <= most)
		b.question = r->front.nline;
	else
		b.question = r->revealed ? (b.rows + 2) / 3 : b.rows;
	return b;
}

static struct page_line *add_line(struct review *r)
{
	r->below =
		arena_room(&r->page, r->below, (size_t)r->nbelow, &r->below_cap, sizeof *r->below);
	r->below[r->nbelow] = (struct page_line){ 0 };
	return &r->below[r->nbelow++];
}

static void add_piece(
	struct review *r, struct page_line *l, struct str text, enum role role, unsigned attr)
{
	size_t cap = (size_t)l->npiece; /* grown one by one: a line has few */
	l->piece = arena_room(&r->page, l->piece, (size_t)l->npiece, &cap, sizeof *l->piece);
	l->piece[l->npiece++] = (struct piece){ text, role, attr };
}

static void add_markdown(struct review *r, struct str text, int cols, int indent)
{
	struct md_doc *doc = arena_alloc(&r->page, 1, sizeof *doc);
	*doc = md_layout(text, cols, 0, &r->page);
	for (int i = 0; i < doc->nline; i++) {
		struct page_line *l = add_line(r);
		l->md = &doc->line[i];
		l->indent = indent;
	}
}

/* ---- choices */

static struct piece verdict(bool right, bool picked)
{
	if (right && picked)
		return (struct piece){ STR("right"), ROLE_KNOW, 0 };
	if (right)
		return (struct piece){ STR("missed"), ROLE_UNSURE, 0 };
	if (picked)
		return (struct piece){ STR("wrong"), ROLE_DUNNO, 0 };
	return (struct piece){ { 0 }, ROLE_DIM, 0 };
}

static void add_choice(struct review *r, int at, int cols)
{
	int index = r->order[at], first = r->nbelow;
	bool marked = at == r->marked && !r->revealed;
	const struct choice *c = &r->choice[index];
	bool picked = r->picked >> index & 1u;
	int tail = cols >= LEAST_TAIL_COLS ? TAIL_COLS : 0;
	add_markdown(r, c->text, cols - CHOICE_COLS - tail, CHOICE_COLS);
	if (r->nbelow == first)
		add_line(r);
	struct page_line *l = &r->below[first];
	struct piece said = verdict(c->right, picked);
	l->choice = at + 1;
	add_piece(r, l, marked ? STR("› ") : STR("  "), ROLE_ACCENT, 0);
	add_piece(r, l, picked ? STR("[x] ") : STR("[ ] "), ROLE_TEXT, picked ? ATTR_BOLD : 0);
	if (!r->revealed)
		return;
	add_piece(r, l, c->right ? STR("✓") : picked ? STR("✗") : STR(" "), said.role, 0);
	if (tail)
		l->tail = said;
}

static void add_choices(struct review *r, int cols)
{
	for (int i = 0; i < r->nchoice; i++)
		add_choice(r, i, cols);
}

/* ---- what was typed */

/* Pieces side by side, cut into lines of `cols` columns under each other. */
struct flow {
	struct review *review;
	int first, cols; /* where a line begins, where it ends */
	int at;          /* columns taken of the last line */
};

static void new_line(struct flow *f, struct str name)
{
	struct page_line *l = add_line(f->review);
	int used = text_cols(name);
	add_piece(f->review, l, name, ROLE_DIM, 0);
	if (used < f->first)
		add_piece(f->review, l, arena_printf(&f->review->page, "%*s", f->first - used, ""),
			ROLE_DIM, 0);
	f->at = f->first;
}

static void flow_text(struct flow *f, struct str text, enum role role, unsigned attr)
{
	while (text.n) {
		int used;
		struct str part = text_prefix(text, f->cols - f->at, &used);
		if (part.n == 0 && f->at > f->first) {
			new_line(f, STR(""));
			continue;
		}
		if (part.n == 0)
			return;
		add_piece(f->review, &f->review->below[f->review->nbelow - 1], part, role, attr);
		f->at += used;
		text = str_slice(text, part.n, text.n);
	}
}

/* One side of the comparison: what is not in the other one stands out. */
static void add_side(
	struct review *r, const struct diff *d, const char *name, enum diff_kind own, int cols)
{
	bool extra = own == DIFF_EXTRA;
	struct flow f = { r, cols >= NAMED_COLS ? NAME_COLS : 0, cols, 0 };
	if (f.first == 0)
		add_piece(r, add_line(r), str_of(name), ROLE_DIM, 0);
	new_line(&f, f.first ? str_of(name) : STR(""));
	for (int i = 0; i < d->npart; i++) {
		const struct diff_part *p = &d->part[i];
		if (p->kind == DIFF_SAME)
			flow_text(&f, p->text, ROLE_KNOW, 0);
		else if (p->kind == own)
			flow_text(&f, p->text, extra ? ROLE_DUNNO : ROLE_UNSURE,
				extra ? ATTR_REVERSE : ATTR_UNDERLINE | ATTR_BOLD);
	}
}

static void add_summary(struct review *r, const struct diff *d)
{
	struct page_line *l = add_line(r);
	if (r->proposed == BUTTON_GOOD) {
		add_piece(r, l, STR("✓ exactly right"), ROLE_KNOW, 0);
		return;
	}
	add_piece(r, l, STR("✗ "), ROLE_DUNNO, 0);
	if (d->extra) {
		add_piece(r, l, STR("reversed"), ROLE_DUNNO, ATTR_REVERSE);
		add_piece(r, l, arena_printf(&r->page, ": %d too many  ", d->extra), ROLE_DIM, 0);
	}
	if (d->missing) {
		add_piece(r, l, STR("underlined"), ROLE_UNSURE, ATTR_UNDERLINE | ATTR_BOLD);
		add_piece(r, l, arena_printf(&r->page, ": %d missing", d->missing), ROLE_DIM, 0);
	}
}

static void add_typed(struct review *r, int cols)
{
	struct str back = str_trim(r->card.back);
	struct str wanted = md_plain(back, &r->page);
	struct diff d = diff_texts(r->typed, wanted, &r->page);
	if (r->proposed == BUTTON_GOOD) /* as written or as shown: the same answer */
		d = diff_texts(r->typed, r->typed, &r->page);
	add_side(r, &d, "You", DIFF_EXTRA, cols);
	add_side(r, &d, "Answer", DIFF_MISSING, cols);
	add_line(r);
	add_summary(r, &d);
}

/* ---- tasks with a time */

static void add_times(struct review *r)
{
	char best[16], last[16];
	if (!r->last_ms)
		return;
	struct page_line *l = add_line(r);
	watch_text(r->best_ms, best);
	watch_text(r->last_ms, last);
	if (r->best_ms)
		add_piece(r, l, arena_printf(&r->page, "best %s, ", best), ROLE_DIM, 0);
	add_piece(r, l, arena_printf(&r->page, "last %s", last), ROLE_DIM, 0);
}

static void add_took(struct review *r)
{
	char took[16], target[32];
	int from, to;
	int64_t ms = watch_ms(&r->watch);
	review_target(r, &from, &to);
	struct page_line *l = add_line(r);
	bool over = to > 0 && ms > (int64_t)to * 60000;
	add_piece(r, l, arena_printf(&r->page, "took %s", watch_text(ms, took)),
		over ? ROLE_UNSURE : ROLE_KNOW, 0);
	if (to > 0)
		add_piece(r, l, arena_printf(&r->page, " of %s", views_minutes(from, to, target)),
			ROLE_DIM, 0);
	add_times(r);
	add_line(r);
}

static void add_answer(struct review *r, int cols)
{
	if (review_is_timed(r))
		add_took(r);
	if (r->card.kind == CARD_TYPED && r->typed.n)
		add_typed(r, cols);
	else if (str_trim(r->card.back).n)
		add_markdown(r, r->card.back, cols, 0);
	else
		add_piece(r, add_line(r), STR("s opens the sheet of this topic."), ROLE_DIM, 0);
}

/* What scrolls: all of the page, or once the answer is shown what is below the question. */
static void fit(struct review *r)
{
	struct box b = review_box(r);
	int above = b.question + b.gap, all = r->front.nline;
	if (r->revealed) {
		list_resize(&r->scroll, r->nbelow, b.rows > above ? b.rows - above : 1);
		return;
	}
	if (r->nbelow)
		all += b.gap + r->nbelow;
	list_resize(&r->scroll, all, b.rows);
}

void review_lay_out(struct review *r)
{
	arena_clear(&r->page);
	r->below = NULL;
	r->nbelow = 0;
	r->below_cap = 0;
	r->front = (struct md_doc){ 0 };
	if (!r->card.id || r->cols == 0)
		return;
	int cols = review_box(r).cols;
	r->front = md_layout(r->card.front, cols, 0, &r->page);
	if (r->nchoice)
		add_choices(r, cols);
	else if (r->revealed)
		add_answer(r, cols);
	else if (review_is_timed(r))
		add_times(r);
	fit(r);
}

/* The line of the marked choice on the page that is not revealed yet. */
static int choice_line(const struct review *r)
{
	for (int i = 0; i < r->nbelow; i++)
		if (r->below[i].choice == r->marked + 1)
			return r->front.nline + review_box(r).gap + i;
	return 0;
}

void review_show_choice(struct review *r)
{
	int above = r->front.nline + review_box(r).gap, at = choice_line(r), to = at;
	while (to - above + 1 < r->nbelow && !r->below[to - above + 1].choice)
		to++;
	if (to >= r->scroll.top + r->scroll.page)
		r->scroll.top = to - r->scroll.page + 1;
	if (at < r->scroll.top)
		r->scroll.top = r->marked == 0 && at < r->scroll.page ? 0 : at;
	r->scroll.cursor = r->scroll.top; /* a page that is laid out anew stays there */
}

int review_choice_row(const struct review *r)
{
	struct box b = review_box(r);
	int row = choice_line(r) - r->scroll.top;
	return row >= 0 && row < b.rows ? b.top + row : -1;
}
