/* review_done.c - the page after the last card: what was done, what comes, what can be done now. */
#include "views/review_priv.h"

enum { COL = 3, SHORT_COLS = 44, DAY_MS = 86400000, MINUTE_S = 60 };

struct counting {
	struct tally *tally;
	int from, to; /* study days */
};

void review_tally_add(struct tally *t, int grade, int64_t took_ms, int times)
{
	enum button b = BUTTON_AGAIN;
	while (b < BUTTON_EASY && grade >= review_grade_of(b + 1))
		b++;
	t->given[b] += times;
	t->n += times;
	t->took_ms += took_ms * times;
}

static bool count_event(void *ctx, const struct event *ev, bool voided)
{
	struct counting *c = ctx;
	if (!voided && ev->kind == EVENT_GRADE && ev->day >= c->from && ev->day <= c->to)
		review_tally_add(c->tally, (int)ev->value, ev->took_ms, 1);
	return true;
}

bool review_tally(struct tally *t, const struct study *s, int from_day, struct err *e)
{
	struct counting c = { t, from_day, s->today };
	*t = (struct tally){ 0 };
	/* A study day begins at most a day before its date does anywhere on Earth. */
	struct event_id from = event_id_floor(((int64_t)from_day - 1) * DAY_MS);
	return store_events(s->store, from, count_event, &c, e);
}

bool review_load_done(struct review *r, const struct study *s, struct err *e)
{
	if (!queue_forecast(s, COUNT_CAP, r->forecast, FORECAST_DAYS, &r->new_tomorrow, e))
		return false;
	struct queue_counts q = { 0 };
	int deadline = study_deadline(s);
	r->days_left = deadline == DAY_NONE || deadline < s->today ? -1 : deadline - s->today;
	if (r->session && !queue_count(s, COUNT_CAP, &q, e))
		return false;
	r->waiting = q.due + q.fresh + q.drill;
	return review_tally(&r->month, s, s->today - RECALL_DAYS + 1, e) &&
	       review_find_against(r, s, e) && catalog_count_cards(s->store, &r->stored, e);
}

static int recall(const struct tally *t)
{
	return t->n ? (t->n - t->given[BUTTON_AGAIN]) * 100 / t->n : 0;
}

static const char *heading(const struct review *r, int n)
{
	if (!r->session)
		return n ? "Done for today." : "Nothing is due.";
	if (n == 0)
		return "No card is to be asked here.";
	return review_crams(r) ? "Crammed; nothing of it is logged." : "This session is done.";
}

/* What the session was of, and what waits behind it. */
static int draw_session(const struct review *r, struct canvas c, int row)
{
	struct buf words = { 0 };
	if (!r->session)
		return row;
	review_session_words(r, &words);
	struct str shown = str_slice(buf_str(&words), STR(" · ").n, words.n);
	canvas_field(c, row, COL, c.cols - COL, ROLE_DIM, shown);
	buf_release(&words);
	canvas_text(c, row + 1, COL, ROLE_KEY, STR("Esc"));
	canvas_printf(c, row + 1, COL + 4, ROLE_TEXT, "cards of today: %d left", r->waiting);
	return row + 3;
}

static int draw_given(const struct review *r, const struct tally *t, struct canvas c, int row)
{
	int seconds = (int)(t->took_ms / 1000);
	if (t->n == 0)
		return row;
	canvas_printf(c, row, COL, ROLE_TEXT, "%d answer%s in %d min %02d s", t->n,
		t->n == 1 ? "" : "s", seconds / MINUTE_S, seconds % MINUTE_S);
	canvas_printf(c, row + 1, COL, ROLE_DIM, "again %d · hard %d · good %d · easy %d",
		t->given[0], t->given[1], t->given[2], t->given[3]);
	int at = COL + canvas_printf(c, row + 2, COL, ROLE_TEXT, "recall %d %%", recall(t));
	canvas_printf(c, row + 2, at + 2, ROLE_DIM, "30 days: %d %%", recall(&r->month));
	return row + 4;
}

static int draw_today(const struct review *r, struct canvas c, int row)
{
	const struct tally *t = r->session ? &r->sitting : &r->today;
	canvas_attr_text(c, row, COL, ROLE_ACCENT, ATTR_BOLD, str_of(heading(r, t->n)));
	return draw_session(r, c, draw_given(r, t, c, row + 2));
}

/* What tomorrow takes, by what answers took of late; 0 when that is not known. */
static int minutes_tomorrow(const struct review *r)
{
	if (r->month.n == 0 || r->month.took_ms == 0)
		return 0;
	int64_t ms = r->month.took_ms / r->month.n * (r->forecast[0] + r->new_tomorrow);
	return (int)((ms + MINUTE_S * 1000 - 1) / (MINUTE_S * 1000));
}

static int draw_forecast(const struct review *r, struct canvas c, int row)
{
	static const char *const bar[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	bool narrow = c.cols < SHORT_COLS;
	int most = 1, minutes = minutes_tomorrow(r);
	int col = COL + canvas_printf(c, row, COL, ROLE_TEXT, "Tomorrow %d due", r->forecast[0]);
	if (r->new_tomorrow)
		col += canvas_printf(c, row, col, ROLE_TEXT, ", %d new", r->new_tomorrow);
	if (minutes)
		col += canvas_printf(c, row, col, ROLE_DIM, ", about %d min", minutes);
	for (int i = 0; i < FORECAST_DAYS; i++)
		most = r->forecast[i] > most ? r->forecast[i] : most;
	row += narrow;
	col = narrow ? COL : col + 4;
	for (int i = 0; i < FORECAST_DAYS; i++)
		canvas_text(c, row, col + i, ROLE_ACCENT, str_of(bar[r->forecast[i] * 7 / most]));
	canvas_text(c, row, col + FORECAST_DAYS + 2, ROLE_DIM, STR("next 7 days"));
	if (r->days_left >= 0)
		canvas_printf(c, ++row, COL, ROLE_TEXT, "Deadline in %d day%s", r->days_left,
			r->days_left == 1 ? "" : "s");
	return row + 2;
}

struct key_word {
	const char *key, *does;
};

/* Keys that lead on, as many as a row holds. */
static void draw_keys(struct canvas c, int row, const struct key_word *word, size_t n)
{
	int at = COL;
	for (size_t i = 0; i < n; i++) {
		struct str key = str_of(word[i].key), does = str_of(word[i].does);
		if (at + text_cols(key) + 1 + text_cols(does) > c.cols)
			return;
		at += canvas_text(c, row, at, ROLE_KEY, key) + 1;
		at += canvas_text(c, row, at, ROLE_DIM, does) + 3;
	}
}

static void draw_next_steps(struct canvas c, int row)
{
	static const struct key_word word[] = { { "1", "plan" }, { "3", "sheet" },
		{ "4", "topics" }, { "u", "undo" } };
	draw_keys(c, row, word, LENGTH(word));
}

void review_draw_done(const struct review *r, struct canvas c)
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
	int row = draw_today(r, c, c.rows >= 12 ? 2 : 0);
	row = review_draw_against(r, c, row, COL);
	row = draw_forecast(r, c, row);
	draw_next_steps(c, row);
}
