/* review.c - one card after the other: question, reveal, grade. */
#include <string.h>

#include "hone/queue.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"

/*
 * Cards are laid out for at most TEXT_COLS columns, MARGIN from the edge where there is room. LONGEST is
 * the most thinking time that is believed: beyond it the user was away.
 */
enum {
	TEXT_COLS = 76,
	MARGIN = 4,
	COUNT_CAP = 1000,
	LONGEST_MS = 10 * 60 * 1000,
	FORECAST_DAYS = 7
};

enum action { REVEAL = ACTION_OWN, AGAIN, HARD, GOOD, EASY, NEXT_PAGE, PREVIOUS_PAGE };

enum live { LIVE_ASK = 1, LIVE_ANSWER = 2, LIVE_CARD = 4 };

static const struct key_row keys[] = {
	{ "Space Enter", REVEAL, "reveal", "Show the answer", LIVE_ASK },
	{ "1", AGAIN, "again", "Grade Again: not known; asked again today", LIVE_ANSWER },
	{ "2", HARD, "hard", "Grade Hard: known with serious difficulty; asked again today",
		LIVE_ANSWER },
	{ "3", GOOD, "good", "Grade Good: known", LIVE_ANSWER },
	{ "4", EASY, "easy", "Grade Easy: known at once", LIVE_ANSWER },
	{ "Space PageDown Ctrl-F", NEXT_PAGE, NULL, "Scroll a long answer down", LIVE_ANSWER },
	{ "PageUp Ctrl-B", PREVIOUS_PAGE, NULL, "Scroll a long answer up", LIVE_ANSWER },
	{ "j Down", MOTION_DOWN, NULL, "Scroll down a line", LIVE_CARD },
	{ "k Up", MOTION_UP, NULL, "Scroll up a line", LIVE_CARD },
	{ 0 },
};

/* SM-2 grades of the four buttons, left to right. */
static const int grade_of[] = { 1, 3, 4, 5 };
static const char *const grade_name[] = { "Again", "Hard", "Good", "Easy" };
static const enum role grade_role[] = { ROLE_DUNNO, ROLE_UNSURE, ROLE_KNOW, ROLE_EASY };

struct review {
	struct arena arena; /* the card */
	struct arena page;  /* its layout */
	struct card card;   /* id 0: none left */
	bool revealed;
	struct md_doc front, back;
	struct list scroll; /* over front, rule and back together */
	int rows, cols;
	int preview[LENGTH(grade_of)];
	struct queue_counts left;
	int64_t shown_at;                  /* clock_ticks_ms() */
	int64_t last;                      /* graded before this one, 0 none */
	struct memory after;               /* of `last`, to see that its grade was taken back */
	int given[LENGTH(grade_of)], done; /* answers of this study day, by button and in all */
	int64_t took_ms;
	int day;
	int forecast[FORECAST_DAYS]; /* from tomorrow on */
	int64_t stored;              /* cards the study has, 0 to tell why none is asked */
};

static int page_cols(int cols)
{
	int room = cols - (cols > 40 ? 2 * MARGIN : 2);
	return room < TEXT_COLS ? room : TEXT_COLS;
}

static int margin(int cols)
{
	return cols > 40 ? MARGIN : 1;
}

/* Rows of the topic line above and of the grades below; both give way on a small screen. */
static int head_rows(int rows)
{
	return rows >= 12 ? 3 : rows >= 8 ? 1 : 0;
}

static int foot_rows(int rows)
{
	return rows >= 12 ? 3 : rows >= 8 ? 2 : 1;
}

/* Rows for question and answer, and those between the two. */
static int page_rows(const struct review *r)
{
	int page = r->rows - head_rows(r->rows) - foot_rows(r->rows);
	return page > 0 ? page : 1;
}

static int gap_rows(int page)
{
	return page >= 10 ? 3 : page >= 5 ? 1 : 0;
}

/* Rows of the question: it stays in sight above the answer, at least by a third of the page. */
static int question_rows(const struct review *r)
{
	int page = page_rows(r), most = r->revealed ? (page - gap_rows(page)) / 2 : page;
	if (r->front.nline <= most)
		return r->front.nline;
	return r->revealed ? (page + 2) / 3 : page;
}

/* What scrolls: the answer, or before it is shown the question. */
static void fit(struct review *r)
{
	int page = page_rows(r), above = question_rows(r) + gap_rows(page);
	if (r->revealed)
		list_resize(&r->scroll, r->back.nline, page > above ? page - above : 1);
	else
		list_resize(&r->scroll, r->front.nline, page);
}

static void lay_out(struct review *r)
{
	arena_clear(&r->page);
	if (r->card.id)
		r->front = md_layout(r->card.front, page_cols(r->cols), 0, &r->page);
	if (r->card.id && r->revealed)
		r->back = md_layout(r->card.back, page_cols(r->cols), 0, &r->page);
	fit(r);
}

static void reveal(struct review *r)
{
	r->revealed = true;
	r->scroll = (struct list){ 0 };
	r->back = md_layout(r->card.back, page_cols(r->cols), 0, &r->page);
	fit(r);
}

static bool count_event(void *ctx, const struct event *ev, bool voided)
{
	struct review *r = ctx;
	if (voided || ev->kind != EVENT_GRADE || ev->day != r->day)
		return true;
	for (size_t i = 0; i < LENGTH(grade_of); i++)
		r->given[i] +=
			ev->value == grade_of[i] || (i == 0 && ev->value < 3 && ev->value != 1);
	r->done++;
	r->took_ms += ev->took_ms;
	return true;
}

/* What was answered today, from the log: so undo, redo and a restart cannot put it wrong. */
static bool count_today(struct review *r, const struct study *s, struct err *e)
{
	enum { DAY_MS = 86400000 };
	r->done = 0;
	r->took_ms = 0;
	r->day = s->today;
	memset(r->given, 0, sizeof r->given);
	/* A study day begins at most a day before its date does anywhere on Earth. */
	struct event_id from = event_id_floor(((int64_t)s->today - 1) * DAY_MS);
	return store_events(s->store, from, count_event, r, e);
}

/* What the finished page tells of the days to come. */
static bool load_forecast(struct review *r, const struct study *s, struct err *e)
{
	for (int i = 0; i < FORECAST_DAYS; i++)
		if (!catalog_count_on(s->store, s->today + 1 + i, COUNT_CAP, &r->forecast[i], e))
			return false;
	return catalog_count_cards(s->store, &r->stored, e);
}

static bool show(struct review *r, const struct study *s, struct err *e)
{
	r->revealed = false;
	r->shown_at = clock_ticks_ms();
	r->scroll = (struct list){ 0 };
	for (size_t i = 0; r->card.id && i < LENGTH(grade_of); i++)
		r->preview[i] =
			sm2_preview(&s->settings.sm2, r->card.state.memory, grade_of[i], s->today);
	lay_out(r);
	return r->card.id || load_forecast(r, s, e);
}

static bool next(struct review *r, const struct study *s, struct err *e)
{
	arena_clear(&r->arena);
	return queue_next(s, r->last, &r->card, &r->arena, e) &&
	       queue_count(s, COUNT_CAP, &r->left, e) && show(r, s, e);
}

/* Did an undo take back the grade given last? Then that card is asked again. */
static bool was_taken_back(struct review *r, const struct study *s, bool *taken, struct err *e)
{
	struct card_state now;
	*taken = false;
	if (!r->last)
		return true;
	if (!store_card_state(s->store, r->last, &now, e))
		return false;
	*taken = now.memory.last != r->after.last || now.memory.drill != r->after.drill ||
		 now.memory.reps != r->after.reps || now.memory.ease != r->after.ease;
	return true;
}

/* The card on the page may have been reworded, or be gone: *gone then. */
static bool read_again(struct review *r, const struct study *s, bool *gone, struct err *e)
{
	struct arena fresh = { 0 };
	struct card now;
	struct err why = { 0 };
	bool found = catalog_card(s->store, r->card.id, &now, &fresh, &why);
	*gone = found ? !now.present || now.state.hidden : why.kind == ERR_MISSING;
	bool same = found && str_eq(now.front, r->card.front) && str_eq(now.back, r->card.back);
	if (!found || *gone || same) {
		arena_release(&fresh);
		return found || *gone || err_set(e, why.kind, "%s", why.text);
	}
	arena_release(&r->arena);
	r->arena = fresh;
	r->card = now;
	lay_out(r);
	return true;
}

static bool reload(struct review *r, const struct study *s, struct err *e)
{
	bool taken, gone = true;
	if (!was_taken_back(r, s, &taken, e) || !count_today(r, s, e))
		return false;
	if (taken) {
		int64_t card = r->last;
		r->last = 0;
		arena_clear(&r->arena);
		return catalog_card(s->store, card, &r->card, &r->arena, e) &&
		       queue_count(s, COUNT_CAP, &r->left, e) && show(r, s, e);
	}
	if (r->revealed && !read_again(r, s, &gone, e))
		return false;
	if (gone)
		return next(r, s, e);
	return queue_count(s, COUNT_CAP, &r->left, e);
}

static bool grade(struct review *r, struct app *app, int button, struct err *e)
{
	struct study *s = app_study(app);
	struct card_state now;
	int64_t took = clock_ticks_ms() - r->shown_at;
	if (took > LONGEST_MS)
		took = LONGEST_MS;
	if (!study_grade(s, r->card.id, grade_of[button], took, NULL, e) ||
		!store_card_state(s->store, r->card.id, &now, e))
		return false;
	r->last = r->card.id;
	r->after = now.memory;
	r->given[button]++;
	r->done++;
	r->took_ms += took;
	app_changed(app, PART_SCHEDULE);
	return next(r, s, e);
}

static bool act(struct review *r, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->action) {
	case REVEAL: reveal(r); return true;
	case AGAIN:
	case HARD:
	case GOOD:
	case EASY: return grade(r, app, m->action - AGAIN, e);
	case NEXT_PAGE: list_scroll(&r->scroll, MOTION_PAGE_DOWN, 0); return true;
	case PREVIOUS_PAGE: list_scroll(&r->scroll, MOTION_PAGE_UP, 0); return true;
	default: list_scroll(&r->scroll, m->action, m->count); return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct review *r = state;
	struct study *s = app_study(app);
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_SIZE:
		r->rows = m->rows;
		r->cols = m->cols;
		lay_out(r);
		break;
	case MSG_OPEN: ok = count_today(r, s, &e) && next(r, s, &e); break;
	case MSG_STUDY:
		if (!(m->parts & PART_SCHEDULE))
			return (struct nav){ .kind = NAV_SAME };
		ok = reload(r, s, &e);
		break;
	case MSG_ACTION: ok = act(r, app, m, &e); break;
	case MSG_TEXT:
	case MSG_GOTO: break;
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw_head(const struct review *r, struct canvas c)
{
	if (head_rows(c.rows) == 0)
		return;
	int col = margin(c.cols), row = c.rows >= 12 ? 1 : 0;
	struct str topic = r->card.topic.n ? r->card.topic : r->card.deck;
	int end = canvas_right(c, row, col + page_cols(c.cols), ROLE_DIM, r->card.label);
	canvas_field(c, row, col, end - col - 2, ROLE_DIM, topic);
}

static int grade_row(int rows)
{
	return rows - (rows >= 12 ? 2 : foot_rows(rows));
}

static void draw_grades(const struct review *r, struct canvas c)
{
	int col = margin(c.cols), step = page_cols(c.cols) / (int)LENGTH(grade_of);
	int row = grade_row(c.rows);
	if (!r->revealed) {
		int at = canvas_text(c, row, col, ROLE_KEY, STR("Space"));
		canvas_text(c, row, col + at + 1, ROLE_DIM, STR("reveal"));
		return;
	}
	for (int i = 0; i < (int)LENGTH(grade_of); i++) {
		char days[16];
		int at = col + i * step;
		canvas_printf(c, row, at, ROLE_KEY, "%d", i + 1);
		canvas_text(c, row, at + (step >= 8 ? 2 : 1), grade_role[i],
			str_slice(str_of(grade_name[i]), 0, step >= 8 ? 5 : (size_t)(step - 2)));
		if (foot_rows(c.rows) > 1 && step >= 8)
			canvas_printf(c, row + 1, at + 2, ROLE_DIM, "%s%s",
				views_interval(r->preview[i], days),
				i < 2 && step >= 16 ? ", today too" : "");
	}
}

static void draw_lines(const struct md_doc *doc, int from, struct canvas c)
{
	for (int i = 0; i < c.rows && from + i < doc->nline; i++)
		pager_draw_line(c, i, margin(c.cols), &doc->line[from + i], 0, (struct str){ 0 });
}

static void draw_page(const struct review *r, struct canvas c)
{
	int page = page_rows(r), gap = gap_rows(page), above = question_rows(r);
	struct canvas text = canvas_sub(c, head_rows(c.rows), 0, page, c.cols);
	draw_lines(
		&r->front, r->revealed ? 0 : r->scroll.top, canvas_sub(text, 0, 0, above, c.cols));
	if (r->revealed) {
		if (gap)
			canvas_hline(text, above + gap / 2, margin(c.cols), page_cols(c.cols),
				ROLE_RULE);
		draw_lines(&r->back, r->scroll.top,
			canvas_sub(text, above + gap, 0, page - above - gap, c.cols));
	}
	if (r->scroll.top + r->scroll.page < r->scroll.n)
		canvas_right(text, page - 1, c.cols, ROLE_ACCENT, STR("▾"));
}

static void draw_session(const struct review *r, struct canvas c)
{
	int seconds = (int)(r->took_ms / 1000), known = r->given[1] + r->given[2] + r->given[3];
	canvas_attr_text(c, 2, 3, ROLE_ACCENT, ATTR_BOLD, STR("Done for today."));
	canvas_printf(c, 4, 3, ROLE_TEXT, "%d answer%s in %d min %02d s", r->done,
		r->done == 1 ? "" : "s", seconds / 60, seconds % 60);
	canvas_printf(c, 5, 3, ROLE_DIM, "again %d · hard %d · good %d · easy %d", r->given[0],
		r->given[1], r->given[2], r->given[3]);
	canvas_printf(c, 6, 3, ROLE_DIM, "recall %d %%", known * 100 / r->done);
}

static void draw_forecast(const struct review *r, struct canvas c, int row)
{
	static const char *const bar[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	int most = 1,
	    col = 3 + canvas_printf(c, row, 3, ROLE_TEXT, "Tomorrow %d due", r->forecast[0]);
	for (int i = 0; i < FORECAST_DAYS; i++)
		most = r->forecast[i] > most ? r->forecast[i] : most;
	col += 4;
	for (int i = 0; i < FORECAST_DAYS; i++)
		canvas_text(c, row, col + i, ROLE_ACCENT, str_of(bar[r->forecast[i] * 7 / most]));
	canvas_text(c, row, col + FORECAST_DAYS + 2, ROLE_DIM, STR("next 7 days"));
}

static void draw_finished(const struct review *r, struct canvas c)
{
	static const char *const none[] = {
		"A card is a question and its answer in a markdown file of this folder:",
		"",
		"    Q: What does HTTP status 404 mean?",
		"    A: The server has no resource at that address.",
		"",
		"or a heading such as \"### Q1: What is a deadlock?\" with the answer below it.",
		"Save the file: hone reads it at once.",
	};
	if (r->stored == 0) {
		views_empty(c, "No cards yet.", none, (int)LENGTH(none));
		return;
	}
	if (r->done)
		draw_session(r, c);
	else
		canvas_attr_text(c, 2, 3, ROLE_ACCENT, ATTR_BOLD, STR("Nothing is due."));
	draw_forecast(r, c, r->done ? 8 : 4);
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct review *r = state;
	(void)study;
	if (!r->card.id) {
		draw_finished(r, c);
		return;
	}
	draw_head(r, c);
	draw_page(r, c);
	draw_grades(r, c);
	if (focused)
		canvas_cursor(c, grade_row(c.rows), margin(c.cols));
}

static unsigned live(const void *state)
{
	const struct review *r = state;
	if (!r->card.id)
		return 0;
	return LIVE_CARD | (r->revealed ? LIVE_ANSWER : LIVE_ASK);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct review *r = state;
	int left = r->left.due + r->left.fresh + r->left.drill;
	(void)study;
	if (r->card.id)
		buf_addf(out, "%d of %d%s", r->done + 1, r->done + left, r->left.capped ? "+" : "");
}

static void release(void *state)
{
	struct review *r = state;
	arena_release(&r->arena);
	arena_release(&r->page);
}

const struct view_ops view_review = {
	.name = "Review",
	.keys = keys,
	.size = sizeof(struct review),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
