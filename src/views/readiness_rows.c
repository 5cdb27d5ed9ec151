/* readiness_rows.c - the rows of the readiness page: charts, what raises it, what is said too high or low. */
#include "views/readiness_priv.h"

/* From WIDE columns on readiness over time stands beside the areas. */
enum {
	MARGIN = 2,
	WIDE = 110,
	GAP = 4,
	LINE_ROWS = 11,
	LOW_ROWS = 8,
	PLOT_ROWS = 11,
	MOST_COLS = 100
};
enum { PLOT_POINTS = 3, MOST_CLAIMS = 20, MOST_PLOT_COLS = 60 };

static struct readiness_row *add(struct readiness_view *v, int kind)
{
	v->row = arena_room(&v->page, v->row, (size_t)v->list.n, &v->cap, sizeof *v->row);
	struct readiness_row *r = &v->row[v->list.n++];
	*r = (struct readiness_row){ .kind = kind, .topic = -1 };
	return r;
}

static void add_words(struct readiness_view *v, int kind, struct str text)
{
	add(v, kind)->text = text;
}

static void add_head(struct readiness_view *v, struct str text)
{
	if (v->list.n)
		add(v, READY_BLANK);
	add_words(v, READY_HEAD, text);
}

static void add_chart(struct readiness_view *v, const struct chart *left, const struct chart *right)
{
	int n = right && right->n > left->n ? right->n : left->n;
	for (int i = 0; i < n; i++) {
		struct readiness_row *r = add(v, READY_CHART);
		r->left = i < left->n ? &left->row[i] : NULL;
		r->right = right && i < right->n ? &right->row[i] : NULL;
	}
}

/* The page may have few rows: then the line is low. */
static struct chart_look look_of(const struct readiness_view *v, int cols)
{
	return (struct chart_look){ cols, v->rows < 24 ? LOW_ROWS : LINE_ROWS, v->ascii };
}

static struct chart *kept(struct readiness_view *v, struct chart c)
{
	struct chart *chart = arena_alloc(&v->page, 1, sizeof *chart);
	*chart = c;
	return chart;
}

static void add_charts(struct readiness_view *v)
{
	const struct report *r = &v->report;
	bool wide = v->cols >= WIDE;
	int all = v->cols - 2 * MARGIN, half = (all - GAP) / 2;
	int bars = wide ? all - GAP - half : all < MOST_COLS ? all : MOST_COLS;
	const struct chart *areas =
		kept(v, chart_bars(r->bar, r->readiness.narea, look_of(v, bars), &v->page));
	const struct chart *line =
		kept(v, chart_line(&r->history, look_of(v, wide ? half : bars), &v->page));
	add_head(v, STR("By area, and what you recalled in 30 days"));
	if (wide) {
		add_chart(v, areas, line);
		return;
	}
	add_chart(v, areas, NULL);
	add_head(v, STR("Over time"));
	add_chart(v, line, NULL);
}

static void add_raise(struct readiness_view *v)
{
	const struct report *r = &v->report;
	add_head(v, STR("What raises it most for the time"));
	for (int i = 0; i < r->nraise; i++)
		add(v, READY_RAISE)->topic = r->raise[i];
	if (r->nraise == 0)
		add_words(v, READY_WORDS, STR("No topic has a card that is due or new today."));
	else if (!r->readiness.timed)
		add_words(v, READY_WORDS,
			STR("All its cards of today answered right; 30 s a card, not measured "
			    "yet."));
	if (r->readiness.bare)
		add_words(v, READY_WORDS,
			arena_printf(&v->page,
				"%d of %d topics have no card: only a rating moves them.",
				r->readiness.bare, r->readiness.ntopic));
}

static void add_claims(struct readiness_view *v, const int *topic, int n, const char *head)
{
	if (n == 0)
		return;
	add_head(v, arena_printf(&v->page, "%s: %d", head, n));
	for (int i = 0; i < n && i < MOST_CLAIMS; i++)
		add(v, READY_CLAIM)->topic = topic[i];
	if (n > MOST_CLAIMS)
		add_words(v, READY_WORDS, arena_printf(&v->page, "and %d more", n - MOST_CLAIMS));
}

static void add_levels(struct readiness_view *v)
{
	static const struct {
		enum level level;
		const char *word;
	} said[] = { { LEVEL_KNOW, "Know" }, { LEVEL_UNSURE, "Unsure" }, { LEVEL_DUNNO, "Dunno" } };
	struct buf words = { 0 };
	for (size_t i = 0; i < LENGTH(said); i++) {
		struct readiness_recall recall = v->report.readiness.recall[said[i].level];
		if (recall.n)
			buf_addf(&words, "%s%s: recall %d %% (n=%d)", words.n ? " · " : "",
				said[i].word, readiness_whole(recall.percent), recall.n);
	}
	add_head(v, STR("What you say, what you recall in 30 days"));
	add_words(v, READY_WORDS,
		words.n ? arena_str(&v->page, buf_str(&words))
			: STR("Nothing asked of a rated topic yet."));
	buf_release(&words);
}

/* "Knowledge checks: 13, the last 92 % on 11 Nov; 95.0 % of 6 in 7 days" */
static struct str checks_head(struct readiness_view *v)
{
	const struct report_check *last = &v->report.check[v->report.ncheck - 1];
	struct civil c = day_civil(last->day);
	struct buf week = { 0 };
	report_week(&v->report, &week);
	struct str head =
		arena_printf(&v->page, "Knowledge checks: %d, the last %d %% on %d %.3s%s%.*s",
			v->report.ncheck, readiness_whole(last->percent), c.day,
			day_month_name(c.month), week.n ? "; " : "", STR_ARG(buf_str(&week)));
	buf_release(&week);
	return head;
}

static void add_checks(struct readiness_view *v)
{
	int cols = v->cols - 2 * MARGIN;
	if (v->report.ncheck == 0)
		return;
	add_head(v, checks_head(v));
	if (v->report.checks.from == v->report.checks.to)
		return; /* one day is no line */
	add_chart(v,
		kept(v, chart_line(&v->report.checks,
				look_of(v, cols < MOST_COLS ? cols : MOST_COLS), &v->page)),
		NULL);
}

static void add_plot(struct readiness_view *v)
{
	const struct report *r = &v->report;
	int cols = v->cols - 2 * MARGIN;
	struct chart_look look = { cols < MOST_PLOT_COLS ? cols : MOST_PLOT_COLS, PLOT_ROWS,
		v->ascii };
	if (r->npoint < PLOT_POINTS)
		return;
	add(v, READY_BLANK);
	add_chart(v,
		kept(v, chart_plot(r->point, r->npoint, STR("you say"), STR("you recall, %"), look,
				&v->page)),
		NULL);
}

void ready_lay_out(struct readiness_view *v)
{
	struct list before = v->list;
	arena_clear(&v->page);
	v->row = NULL;
	v->cap = 0;
	v->list.n = 0;
	if (v->loaded && v->cols > 0 && v->report.readiness.ntopic) {
		add_charts(v);
		add_raise(v);
		add_levels(v);
		add_claims(v, v->report.over, v->report.nover,
			"You say Know, and recall less than 80 %");
		add_claims(v, v->report.under, v->report.nunder,
			"You know more than you say, above 90 %");
		add_plot(v);
		add_checks(v);
	}
	int n = v->list.n;
	v->list = before;
	list_resize(&v->list, n, v->rows > 0 ? v->rows : 1);
}

/* ---- drawing */

static void draw_raise(const struct readiness_topic *t, struct canvas c, int row)
{
	enum { MINUTE = 60, GAIN = 7, MINUTES = 8, CARDS = 10, ROOMY = 60 };
	int col = MARGIN;
	canvas_printf(c, row, col, ROLE_KNOW, "+%.2f", t->gain);
	col += GAIN;
	if (t->seconds < MINUTE)
		canvas_printf(c, row, col, ROLE_TEXT, "%d s", t->seconds);
	else
		canvas_printf(c, row, col, ROLE_TEXT, "%d min", (t->seconds + MINUTE / 2) / MINUTE);
	col += MINUTES;
	if (c.cols >= ROOMY) {
		canvas_printf(c, row, col, ROLE_DIM, "%d card%s", t->open, t->open == 1 ? "" : "s");
		col += CARDS;
	}
	canvas_field(c, row, col, c.cols - col - 1, ROLE_TEXT, t->topic->name);
}

static void draw_claim(const struct readiness_topic *t, struct canvas c, int row)
{
	enum { LEVEL = 9, RECALL = 14 };
	int col = MARGIN;
	views_run(c, row, col, 1, views_level_role(t->topic->level),
		views_level_glyph(t->topic->level));
	canvas_text(c, row, col + 2, views_level_role(t->topic->level),
		str_of(level_name(t->topic->level)));
	col += LEVEL;
	canvas_printf(c, row, col, ROLE_TEXT, "%3d %% n=%d", readiness_whole(t->recall.percent),
		t->recall.n);
	col += RECALL;
	canvas_field(c, row, col, c.cols - col - 1, ROLE_TEXT, t->topic->name);
}

void ready_draw_row(
	const struct readiness_view *v, const struct readiness_row *r, struct canvas c, int row)
{
	/* Rows without a topic have another kind. */
	const struct readiness_topic *t = &v->report.readiness.topic[r->topic >= 0 ? r->topic : 0];
	switch (r->kind) {
	case READY_BLANK: break;
	case READY_HEAD: canvas_field(c, row, MARGIN, c.cols - MARGIN, ROLE_ACCENT, r->text); break;
	case READY_WORDS: canvas_field(c, row, MARGIN, c.cols - MARGIN, ROLE_DIM, r->text); break;
	case READY_CHART: {
		int half = (c.cols - 2 * MARGIN - GAP) / 2;
		if (r->left)
			views_chart_row(c, row, MARGIN, r->left);
		if (r->right)
			views_chart_row(c, row, c.cols - MARGIN - half, r->right);
		break;
	}
	case READY_RAISE: draw_raise(t, c, row); break;
	case READY_CLAIM: draw_claim(t, c, row); break;
	}
}
