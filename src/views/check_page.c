/* check_page.c - lines of the pages of a check, and where a question and its answer stand. */
#include "views/check_priv.h"

/* Text is set for at most TEXT_COLS columns, CHECK_MARGIN from the edge where there is room. */
enum { TEXT_COLS = 76, NARROW_COLS = 44, TALL_ROWS = 14, LOW_ROWS = 8, MOST_CHOICES = 9 };

int check_cols(const struct check_view *v)
{
	int room = v->cols - (v->cols > NARROW_COLS ? 2 * CHECK_MARGIN : 2);
	return room < 8 ? 8 : room < TEXT_COLS ? room : TEXT_COLS;
}

void check_clear_lines(struct check_view *v)
{
	int page = v->lines.list.page;
	arena_clear(&v->page);
	v->lines = (struct check_lines){ .list.page = page ? page : 1 };
	v->nfront = 0;
}

struct check_line *check_add(struct check_view *v, enum role role, struct str text)
{
	struct check_lines *l = &v->lines;
	l->line = arena_room(&v->page, l->line, (size_t)l->list.n, &l->cap, sizeof *l->line);
	l->line[l->list.n] = (struct check_line){ .role = role, .text = text };
	return &l->line[l->list.n++];
}

void check_wrap(struct check_view *v, enum role role, struct str text)
{
	struct str line;
	if (text.n == 0)
		check_add(v, role, text);
	while (text_wrap(&text, check_cols(v), &line))
		check_add(v, role, line);
}

void check_add_markdown(struct check_view *v, struct str markdown, int cols, int indent)
{
	struct md_doc doc = md_layout(markdown, cols, 0, &v->page);
	for (int i = 0; i < doc.nline; i++) {
		struct check_line *l = check_add(v, ROLE_TEXT, STR(""));
		l->md = &doc.line[i];
		l->indent = indent;
	}
}

/* ---- the question */

struct check_box check_box(const struct check_view *v)
{
	struct check_box b = { .head = -1 };
	bool tall = v->rows >= TALL_ROWS, low = v->rows < LOW_ROWS;
	b.head = low ? -1 : 0;
	b.top = tall ? 2 : low ? 0 : 1;
	b.words = !low;
	b.foot = v->rows - (tall ? 3 : low ? 1 : 2);
	b.rows = b.foot - b.top - (tall ? 1 : 0);
	b.rows = b.rows > 0 ? b.rows : 1;
	b.gap = !v->revealed ? 0 : b.rows >= 10 ? 3 : b.rows >= 5 ? 1 : 0;
	int most = v->revealed ? (b.rows - b.gap) / 2 : b.rows;
	b.question = v->nfront <= most ? v->nfront : v->revealed ? (b.rows + 2) / 3 : b.rows;
	return b;
}

static size_t choices_of(const struct card *c, struct choice out[static MOST_CHOICES])
{
	size_t n = c->kind == CARD_CHOICE ? deck_choices(c->back, out, MOST_CHOICES) : 0;
	return n <= MOST_CHOICES ? n : 0;
}

static void add_choices(struct check_view *v, bool solved)
{
	struct choice choice[MOST_CHOICES];
	size_t n = choices_of(&v->item.card, choice);
	for (size_t i = 0; i < n; i++) {
		int first = v->lines.list.n;
		check_add_markdown(v, choice[i].text, check_cols(v) - 4, 4);
		if (v->lines.list.n == first)
			continue;
		struct check_line *l = &v->lines.line[first];
		bool right = solved && choice[i].right;
		l->text = right ? STR("✓") : STR("•");
		l->role = right ? ROLE_KNOW : ROLE_DIM;
	}
}

/* A heading may be a question itself. */
static struct str explain(struct check_view *v, struct str name)
{
	return arena_printf(&v->page, check_says_itself(name) ? "**%.*s**" : "Explain: **%.*s**",
		STR_ARG(name));
}

static void add_question(struct check_view *v)
{
	const struct check_item *item = &v->item;
	struct choice choice[MOST_CHOICES];
	if (!item->there) {
		check_wrap(v, ROLE_DIM, item->name);
		return;
	}
	if (v->round.asked[v->at].kind != ASKED_CARD)
		check_add_markdown(v, explain(v, item->topic.name), check_cols(v), 0);
	else
		check_add_markdown(v, item->card.front, check_cols(v), 0);
	if (v->round.asked[v->at].kind != ASKED_CARD || choices_of(&item->card, choice) == 0)
		return;
	check_add(v, ROLE_TEXT, STR(""));
	add_choices(v, false);
}

static void add_answer(struct check_view *v)
{
	const struct check_item *item = &v->item;
	bool topic = v->round.asked[v->at].kind != ASKED_CARD;
	struct choice choice[MOST_CHOICES];
	struct str back = topic ? item->topic.notes : item->card.back;
	if (!topic && choices_of(&item->card, choice))
		add_choices(v, true);
	else if (str_trim(back).n)
		check_add_markdown(v, back, check_cols(v), 0);
	else
		check_wrap(
			v, ROLE_DIM, STR("No answer is written: judge how well you explained it."));
}

void check_lay_out(struct check_view *v, const struct study *s)
{
	(void)s;
	struct list before = v->lines.list;
	if (v->stage != CHECK_ASK || v->at < 0 || v->cols == 0)
		return;
	check_clear_lines(v);
	add_question(v);
	v->nfront = v->lines.list.n;
	if (v->revealed)
		add_answer(v);
	struct check_box b = check_box(v);
	int n = v->revealed ? v->lines.list.n - v->nfront : v->nfront;
	int page = v->revealed ? b.rows - b.question - b.gap : b.rows;
	v->lines.list = (struct list){ .top = before.n == n ? before.top : 0 };
	list_resize(&v->lines.list, n, page > 0 ? page : 1);
}
