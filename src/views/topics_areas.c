/* topics_areas.c - area by area: what is said as a bar and in numbers, beside what is recalled. */
#include <stdio.h>

#include "views/topics_priv.h"

/* Columns from the right: each is there from so many columns of room on. */
enum {
	LEAD = 3,
	NUMBER = 4,
	BAR = 10,
	SHORT_BAR = 6,
	SAY = 5,
	RECALL = 12,      /* with how many answers, */
	SHORT_RECALL = 9, /* and without */
	COUNT = 7,
	COUNTS = 4 * COUNT,
	ASK = 5,
	RECALL_FROM = 46,
	LONG_FROM = 70, /* bar and recall as long as they can be */
	COUNTS_FROM = 90,
	ASK_FROM = 100,
	NARROW = 30,
};

struct columns {
	int ask, recall, say, counts, bar, name; /* where each ends; -1: not there */
	int wide;                                /* of the bar */
	bool brief;                              /* recall without how many answers */
};

/* Names get the room that nothing else needs: recall has none before something was recalled. */
static struct columns columns_of(int cols, bool any_recall)
{
	struct columns k = { -1, -1, -1, -1, -1, 0, cols < LONG_FROM ? SHORT_BAR : BAR,
		cols < LONG_FROM };
	int end = cols - 1;
	if (cols >= ASK_FROM) {
		k.ask = end;
		end -= ASK;
	}
	if (cols >= RECALL_FROM && any_recall) {
		k.recall = end;
		end -= k.brief ? SHORT_RECALL : RECALL;
	}
	k.say = end;
	end -= SAY;
	if (cols >= COUNTS_FROM) {
		k.counts = end;
		end -= COUNTS;
	}
	if (cols >= NARROW) {
		k.bar = end;
		end -= k.wide + 1;
	}
	k.name = end;
	return k;
}

/* Know, unsure and the rest of an area as one bar. */
static void draw_bar(struct canvas c, int row, int col, int cols, struct coverage_count n)
{
	int know = n.total ? (n.know * cols + n.total / 2) / n.total : 0;
	int both = n.total ? ((n.know + n.unsure) * cols + n.total / 2) / n.total : 0;
	views_run(c, row, col, know, ROLE_KNOW, 0x2588);
	views_run(c, row, col + know, both - know, ROLE_UNSURE, 0x2592);
	views_run(c, row, col + both, cols - both, ROLE_DIM, 0xB7);
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
static void draw_recall(
	struct canvas c, int row, int end, const struct readiness_area *a, bool brief)
{
	char text[40];
	if (!a || a->recall.n == 0) {
		canvas_right(c, row, end - 1, ROLE_DIM, STR("-"));
		return;
	}
	int n = snprintf(text, sizeof text, "%d%%", readiness_whole(a->recall.percent));
	if (!brief)
		snprintf(text + n, sizeof text - (size_t)n, " n=%d", a->recall.n);
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
		canvas_right(c, 0, k->bar, ROLE_DIM, STR("█know ▒uns."));
	if (k->counts >= 0) {
		canvas_right(c, 0, k->counts, ROLE_DIM, STR("none"));
		canvas_right(c, 0, k->counts - COUNT, ROLE_DUNNO, STR("✗dunno"));
		canvas_right(c, 0, k->counts - 2 * COUNT, ROLE_UNSURE, STR("▒uns."));
		canvas_right(c, 0, k->counts - 3 * COUNT, ROLE_KNOW, STR("█know"));
	}
	if (c.cols >= RECALL_FROM)
		canvas_right(c, 0, k->say, ROLE_DIM, STR("say"));
	if (k->recall >= 0)
		canvas_right(c, 0, k->recall - 1, ROLE_DIM, STR("recall"));
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
		draw_bar(c, row, k->bar - k->wide, k->wide, a->count);
	if (k->counts >= 0)
		draw_counts(c, row, k->counts, a->count);
	canvas_right(c, row, k->say, role, v->percent[i]);
	if (k->recall >= 0)
		draw_recall(c, row, k->recall, topics_known_area(v, i), k->brief);
	if (k->ask >= 0)
		number(c, row, k->ask, ROLE_UNSURE, to_ask(v, a));
}

/* ---- files */

static bool begins_file(const struct topics_view *v, int area)
{
	const struct coverage_area *a = v->coverage.area;
	return area == 0 || !str_eq(a[area].path, a[area - 1].path);
}

bool topics_many_files(const struct topics_view *v)
{
	for (int i = 1; i < v->coverage.narea; i++)
		if (begins_file(v, i))
			return true;
	return false;
}

struct str topics_file_name(struct str path)
{
	size_t from = path.n;
	while (from > 0 && path.p[from - 1] != '/')
		from--;
	struct str name = str_slice(path, from, path.n);
	return str_ends(name, STR(".md")) ? str_slice(name, 0, name.n - 3) : name;
}

/* The row of an area when all have room: of several files each begins with its name. */
static int row_of(const struct topics_view *v, int area)
{
	int heads = 0;
	for (int i = 0; i <= area && topics_many_files(v); i++)
		heads += begins_file(v, i);
	return area + heads;
}

static void draw_current(struct canvas c, int row, int name, bool cursor, bool focused)
{
	canvas_text(c, row, 1, ROLE_ACCENT, STR("›"));
	if (cursor)
		canvas_restyle(c, row, 0, name - 1, focused ? ROLE_SELECTED : ROLE_SELECTED_OFF);
	if (cursor && focused)
		canvas_cursor(c, row, 0);
}

void topics_draw_areas(const struct topics_view *v, struct canvas c, bool cursor, bool focused)
{
	struct columns k = columns_of(c.cols, v->any_recall);
	int current = topics_area(v, v->list.cursor), page = c.rows - TOPICS_HEAD_ROWS;
	int at = v->coverage.narea ? row_of(v, current) : 0, top = at >= page ? at - page + 1 : 0;
	bool files = topics_many_files(v);
	draw_head(c, &k);
	for (int i = 0; i < v->coverage.narea; i++) {
		int row = row_of(v, i) - top;
		if (files && begins_file(v, i) && row > 0 && row <= page)
			canvas_field(c, TOPICS_HEAD_ROWS + row - 1, 1, k.name - 2, ROLE_DIM,
				topics_file_name(v->coverage.area[i].path));
		if (row < 0 || row >= page || !canvas_holds_row(c, TOPICS_HEAD_ROWS + row))
			continue;
		row += TOPICS_HEAD_ROWS;
		draw_area(v, c, &k, row, i, i == current ? ROLE_ACCENT : ROLE_TEXT);
		if (i == current)
			draw_current(c, row, k.name, cursor, focused);
	}
}
