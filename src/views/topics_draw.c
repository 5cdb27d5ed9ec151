/* topics_draw.c - the topics on the screen: areas, the topics themselves, the one under the cursor. */
#include <stdio.h>

#include "views/topics_priv.h"

/* With at least WIDE columns the areas stand beside the topics. */
enum { WIDE = 90, MOST_AREA_COLS = 64, TALL = 16, MOST_DETAIL = 7 };

/* Columns of a topic's row from the right; each from so many columns of the list on. */
enum {
	AGE = 8,
	LEVEL = 8,
	RECALL = 7,
	CARDS = 6,
	GAP = 6,
	RECALL_FROM = 50,
	CARDS_FROM = 58,
	GAP_FROM = 60,
};

int topics_detail_rows(int rows)
{
	return rows < TALL ? 0 : rows / 3 < MOST_DETAIL ? rows / 3 : MOST_DETAIL;
}

static void draw_recall(struct canvas c, int row, int end, const struct topic_row *t,
	const struct readiness_topic *k)
{
	static const enum role role[] = { ROLE_TEXT, ROLE_DUNNO, ROLE_KNOW };
	enum readiness_verdict v = k ? readiness_judge(t->level, k->recall) : READINESS_FITS;
	char text[16];
	if (!k || k->recall.n == 0)
		return;
	snprintf(text, sizeof text, "%d %%%s", readiness_whole(k->recall.percent),
		v == READINESS_FITS ? " " : "!");
	canvas_right(c, row, end, role[v], str_of(text));
}

static void draw_cards(struct canvas c, int row, int end, const struct readiness_topic *k)
{
	char text[16];
	if (!k)
		return;
	snprintf(text, sizeof text, k->cards ? "%d c" : "-", k->cards);
	canvas_right(c, row, end, ROLE_DIM, str_of(text));
}

static void draw_topic(const struct topics_view *v, struct canvas c, int row, int i, int today)
{
	const struct topic_row *t = &v->coverage.topic[i];
	const struct readiness_topic *k = topics_known(v, i);
	char since[16];
	int end = c.cols - 1;
	enum role role;
	if (v->any_recall && c.cols >= RECALL_FROM) {
		draw_recall(c, row, end, t, k);
		end -= RECALL;
	}
	if (v->any_cards && c.cols >= CARDS_FROM) {
		draw_cards(c, row, end, k);
		end -= CARDS;
	}
	const char *age = topic_age(t, k, today, since, &role);
	canvas_right(c, row, end, role, str_of(age));
	end -= AGE;
	canvas_field(c, row, end - LEVEL + 1, LEVEL - 1, views_level_role(t->level),
		str_of(t->level == LEVEL_NONE ? "-" : level_name(t->level)));
	end -= LEVEL;
	if (v->any_gap && c.cols >= GAP_FROM) {
		canvas_field(c, row, end - GAP + 1, GAP - 1, ROLE_DIM, v->gap[i]);
		end -= GAP;
	}
	if (marked_has(&v->marked, t->id))
		canvas_attr_text(c, row, 0, ROLE_ACCENT, ATTR_BOLD, STR("*"));
	views_run(c, row, 1, 1, views_level_role(t->level), views_level_glyph(t->level));
	canvas_attr_text(c, row, 2, ROLE_DUNNO, ATTR_BOLD,
		t->priority == PRIORITY_HIGH ? STR("!") : STR(" "));
	canvas_field(
		c, row, 3, end - 4, t->priority == PRIORITY_LOW ? ROLE_DIM : ROLE_TEXT, t->name);
}

/* The whole name and what is known, below a rule. */
static void draw_detail(const struct topics_view *v, struct canvas c)
{
	const struct topic_row *t = &v->coverage.topic[v->list.cursor];
	if (c.rows < 2)
		return;
	canvas_hline(c, 0, 1, c.cols - 2, ROLE_RULE);
	canvas_field(c, 1, 1, c.cols - 2, ROLE_ACCENT, t->name);
	topic_facts_draw(canvas_sub(c, 2, 1, c.rows - 2, c.cols - 2), v->fact, v->nfact, false);
}

static void draw_list(const struct topics_view *v, struct canvas c, int today, bool focused)
{
	int area = topics_area(v, v->list.cursor), detail = topics_detail_rows(v->rows);
	const struct coverage_area *a = &v->coverage.area[area];
	int col = 1 + canvas_text(c, 0, 1, ROLE_ACCENT, a->number);
	int end = canvas_right(c, 0, c.cols - 1, ROLE_DIM, v->percent[area]);
	col += a->number.n > 0;
	canvas_field(c, 0, col, end - col - 1, ROLE_ACCENT, a->name);
	col += text_cols(a->name) + 2;
	if (topics_many_files(v) && col < end)
		canvas_field(c, 0, col, end - col - 1, ROLE_DIM, topics_file_name(a->path));
	for (int i = 0; i < v->list.page && v->list.top + i < v->list.n; i++) {
		int topic = v->list.top + i;
		if (!canvas_holds_row(c, TOPICS_HEAD_ROWS + i))
			continue;
		draw_topic(v, c, TOPICS_HEAD_ROWS + i, topic, today);
		if (topic == v->list.cursor) {
			canvas_restyle(c, TOPICS_HEAD_ROWS + i, 0, c.cols,
				focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
			if (focused)
				canvas_cursor(c, TOPICS_HEAD_ROWS + i, 0);
		}
	}
	if (detail)
		draw_detail(v, canvas_sub(c, v->rows - detail, 0, detail, c.cols));
}

void topics_draw(
	const struct topics_view *v, const struct study *study, struct canvas c, bool focused)
{
	if (v->matrix) {
		topics_draw_areas(v, c, true, focused);
		return;
	}
	if (c.cols < WIDE) {
		draw_list(v, c, study->today, focused);
		return;
	}
	int cols = c.cols * 9 / 20 < MOST_AREA_COLS ? c.cols * 9 / 20 : MOST_AREA_COLS;
	topics_draw_areas(v, canvas_sub(c, 0, 0, c.rows, cols), false, focused);
	canvas_vline(c, 0, cols, c.rows, ROLE_RULE);
	draw_list(v, canvas_sub(c, 0, cols + 1, c.rows, c.cols - cols - 1), study->today, focused);
}
