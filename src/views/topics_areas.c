/* topics_areas.c - area by area: what is said as a bar and in numbers, beside what is recalled. */
#include <stdio.h>

#include "views/topics_priv.h"

/* Columns from the right: each is there from so many columns of room on. */
enum {
	LEAD = 3,
	NUMBER = 4,
	BAR = 10,
	SAY = 5,
	RECALL = 12,
	COUNT = 7,
	COUNTS = 4 * COUNT,
	ASK = 5,
	RECALL_FROM = 46,
	COUNTS_FROM = 90,
	ASK_FROM = 100,
	NARROW = 30,
};

struct columns {
	int ask, recall, say, counts, bar, name; /* where each ends; -1: not there */
};

static struct columns columns_of(int cols)
{
	struct columns k = { -1, -1, -1, -1, -1, 0 };
	int end = cols - 1;
	if (cols >= ASK_FROM) {
		k.ask = end;
		end -= ASK;
	}
	if (cols >= RECALL_FROM) {
		k.recall = end;
		end -= RECALL;
	}
	k.say = end;
	end -= SAY;
	if (cols >= COUNTS_FROM) {
		k.counts = end;
		end -= COUNTS;
	}
	if (cols >= NARROW) {
		k.bar = end;
		end -= BAR + 1;
	}
	k.name = end;
	return k;
}

/* Know, unsure and the rest of an area as one bar. */
static void draw_bar(struct canvas c, int row, int col, struct coverage_count n)
{
	int know = n.total ? (n.know * BAR + n.total / 2) / n.total : 0;
	int both = n.total ? ((n.know + n.unsure) * BAR + n.total / 2) / n.total : 0;
	views_run(c, row, col, know, ROLE_KNOW, 0x2588);
	views_run(c, row, col + know, both - know, ROLE_UNSURE, 0x2592);
	views_run(c, row, col + both, BAR - both, ROLE_DIM, 0xB7);
}

static void number(struct canvas c, int row, int end, enum role role, int n)
{
	char digits[16];
	snprintf(digits, sizeof digits, "%d", n);
	canvas_right(c, row, end, n ? role : ROLE_DIM, str_of(n ? digits : "·"));
}

static void draw_counts(struct canvas c, int row, int end, struct coverage_count n)
{
	number(c, row, end, ROLE_DIM, n.unrated);
	number(c, row, end - COUNT, ROLE_DUNNO, n.dunno);
	number(c, row, end - 2 * COUNT, ROLE_UNSURE, n.unsure);
	number(c, row, end - 3 * COUNT, ROLE_KNOW, n.know);
}

/* "64% n=14!": the sign says that of a topic in it more, or less, is known than said. */
static void draw_recall(struct canvas c, int row, int end, const struct readiness_area *a)
{
	char text[40];
	if (!a || a->recall.n == 0) {
		canvas_right(c, row, end - 1, ROLE_DIM, STR("-"));
		return;
	}
	snprintf(text, sizeof text, "%d%% n=%d", readiness_whole(a->recall.percent), a->recall.n);
	canvas_right(c, row, end - 1, ROLE_TEXT, str_of(text));
	if (a->over + a->under)
		canvas_text(c, row, end - 1, a->over ? ROLE_DUNNO : ROLE_KNOW, STR("!"));
}

static int to_ask(const struct topics_view *v, const struct coverage_area *a)
{
	int n = 0;
	for (int i = a->first; i < a->first + a->ntopic; i++)
		n += topics_to_ask(v, i);
	return n;
}

static void draw_head(struct canvas c, const struct columns *k)
{
	canvas_text(c, 0, LEAD, ROLE_DIM, STR("Area"));
	if (k->bar >= 0 && k->counts < 0)
		canvas_right(c, 0, k->bar, ROLE_DIM,
			k->recall >= 0 || k->bar < NARROW ? STR("█know ▒uns.")
							  : STR("█know ▒unsure"));
	if (k->counts >= 0) {
		canvas_right(c, 0, k->counts, ROLE_DIM, STR("none"));
		canvas_right(c, 0, k->counts - COUNT, ROLE_DUNNO, STR("✗dunno"));
		canvas_right(c, 0, k->counts - 2 * COUNT, ROLE_UNSURE, STR("▒uns."));
		canvas_right(c, 0, k->counts - 3 * COUNT, ROLE_KNOW, STR("█know"));
	}
	if (k->recall >= 0) {
		canvas_right(c, 0, k->say, ROLE_DIM, STR("say"));
		canvas_right(c, 0, k->recall - 1, ROLE_DIM, STR("recall"));
	}
	if (k->ask >= 0)
		canvas_right(c, 0, k->ask, ROLE_DIM, STR("ask"));
}

static void draw_area(const struct topics_view *v, struct canvas c, const struct columns *k,
	int row, int i, enum role role)
{
	const struct coverage_area *a = &v->coverage.area[i];
	canvas_field(c, row, LEAD, NUMBER, role, a->number);
	canvas_field(c, row, LEAD + NUMBER, k->name - LEAD - NUMBER - 1, role, a->name);
	if (k->bar >= 0)
		draw_bar(c, row, k->bar - BAR, a->count);
	if (k->counts >= 0)
		draw_counts(c, row, k->counts, a->count);
	canvas_right(c, row, k->say, role, v->percent[i]);
	if (k->recall >= 0)
		draw_recall(c, row, k->recall, topics_known_area(v, i));
	if (k->ask >= 0)
		number(c, row, k->ask, ROLE_UNSURE, to_ask(v, a));
}

void topics_draw_areas(const struct topics_view *v, struct canvas c, bool cursor, bool focused)
{
	struct columns k = columns_of(c.cols);
	int current = topics_area(v, v->list.cursor), page = c.rows - TOPICS_HEAD_ROWS;
	int top = current >= page ? current - page + 1 : 0;
	draw_head(c, &k);
	for (int i = top; i < v->coverage.narea && i - top < page; i++) {
		int row = TOPICS_HEAD_ROWS + i - top;
		if (!canvas_holds_row(c, row))
			continue;
		draw_area(v, c, &k, row, i, i == current ? ROLE_ACCENT : ROLE_TEXT);
		if (i != current)
			continue;
		canvas_text(c, row, 1, ROLE_ACCENT, STR("›"));
		if (cursor)
			canvas_restyle(
				c, row, 0, k.name - 1, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
		if (cursor && focused)
			canvas_cursor(c, row, 0);
	}
}
