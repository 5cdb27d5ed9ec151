/* assess_walk.c - from topic to topic of a round, and the one that is asked. */
#include <stdio.h>

#include "views/assess_priv.h"

enum { MARGIN = 4, NARROW_COLS = 50, TEXT_COLS = 90, TALL_ROWS = 18, BUTTONS = 4, BAR_COLS = 24 };

static const struct readiness_topic *known_of(const struct assess_view *v, int64_t id)
{
	for (int i = 0; i < v->known.ntopic; i++)
		if (v->known.topic[i].topic->id == id)
			return &v->known.topic[i];
	return NULL;
}

/* *there is false for a topic that went from the files. */
static bool show(struct assess_view *v, const struct study *s, int at, bool *there, struct err *e)
{
	struct err why = { 0 };
	arena_clear(&v->detail);
	*there = catalog_topic(s->store, v->round.asked[at].id, &v->row, &v->detail, &why);
	if (!*there)
		return why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	v->at = at;
	v->stage = ASSESS_WALK;
	return topic_facts(s, &v->row, known_of(v, v->row.id), v->fact, &v->nfact, &v->detail, e);
}

static bool over(struct assess_view *v, const struct study *s, struct err *e)
{
	if (!assess_load(v, s, e))
		return false;
	assess_pair_of(v, v->round.id);
	assess_lay_out(v, s);
	return true;
}

bool assess_step(struct assess_view *v, const struct study *s, int step, struct err *e)
{
	bool there = false;
	int at = v->at;
	while (!there) {
		at += step;
		if (at < 0)
			return true;
		if (at >= v->round.n)
			return over(v, s, e);
		if (!show(v, s, at, &there, e))
			return false;
	}
	return true;
}

static bool load(struct assess_view *v, const struct study *s, struct event_id id, struct err *e)
{
	struct arena fresh = { 0 };
	struct round r;
	if (!round_load(s, id, &r, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->run);
	v->run = fresh;
	v->round = r;
	return true;
}

bool assess_walk(struct assess_view *v, const struct study *s, struct event_id round, struct err *e)
{
	if (!load(v, s, round, e))
		return false;
	v->passed = 0;
	for (v->at = 0; v->at < v->round.n && v->round.asked[v->at].rated;)
		v->at++;
	v->at--;
	return assess_step(v, s, 1, e);
}

bool assess_reload(struct assess_view *v, const struct study *s, struct err *e)
{
	struct err why = { 0 };
	struct arena a = { 0 };
	int n = v->round.n, at = v->at;
	bool *was = arena_alloc(&a, (size_t)n + 1, sizeof *was), there;
	for (int i = 0; i < n; i++)
		was[i] = v->round.asked[i].rated;
	bool ok = load(v, s, v->round.id, &why);
	for (int i = 0; ok && i < n; i++)
		if (was[i] && !v->round.asked[i].rated)
			at = i;
	arena_release(&a);
	if (!ok && why.kind == ERR_MISSING)
		return assess_home(v, s, e); /* the round itself was taken back */
	if (!ok)
		return err_set(e, why.kind, "%s", why.text);
	return show(v, s, at, &there, e) && (there || assess_step(v, s, 1, e));
}

/* ---- the page */

static int left_of(const struct canvas *c)
{
	return c->cols > NARROW_COLS ? MARGIN : 1;
}

static void draw_head(const struct assess_view *v, struct canvas c, int row, int left, int cols)
{
	char text[48];
	snprintf(text, sizeof text, "%d of %d", v->at + 1, v->round.n);
	int end = canvas_right(c, row, left + cols, ROLE_DIM, str_of(text)) - 2;
	int col = left + canvas_text(c, row, left, ROLE_ACCENT, v->row.area_number);
	col += v->row.area_number.n > 0;
	canvas_field(c, row, col, end - col, ROLE_ACCENT, v->row.area);
}

/* The name in up to three lines; returns how many. */
static int draw_name(const struct assess_view *v, struct canvas c, int row, int left, int cols)
{
	enum { MOST = 3 };
	struct str rest = v->row.name, line;
	int n = 0;
	while (n < MOST && text_wrap(&rest, cols, &line))
		canvas_attr_text(c, row + n++, left, ROLE_TEXT, ATTR_BOLD, line);
	return n;
}

/* What was rated in this round shows which it was. */
static void draw_buttons(
	const struct assess_view *v, struct canvas c, int row, int left, int cols, bool words)
{
	static const struct {
		const char *key, *name, *means;
		enum level level;
	} button[BUTTONS] = {
		{ "k", "know", "can explain it", LEVEL_KNOW },
		{ "u", "unsure", "heard of it", LEVEL_UNSURE },
		{ "d", "dunno", "cannot", LEVEL_DUNNO },
		{ "Space", "pass", "stays as it is", LEVEL_NONE },
	};
	const struct asked *q = &v->round.asked[v->at];
	int step = cols / BUTTONS;
	for (int i = 0; i < BUTTONS; i++) {
		bool here = q->rated && q->level == button[i].level;
		int at = left + i * step;
		if (here)
			canvas_text(c, row, at - 1, ROLE_ACCENT, STR("›"));
		at += canvas_text(c, row, at, ROLE_KEY, str_of(button[i].key)) + 1;
		canvas_attr_text(c, row, at,
			button[i].level ? views_level_role(button[i].level) : ROLE_DIM,
			here ? ATTR_BOLD : 0, str_of(button[i].name));
		if (words && step > 16)
			canvas_text(c, row + 1, at, ROLE_DIM, str_of(button[i].means));
	}
}

void assess_draw_walk(
	const struct assess_view *v, const struct study *s, struct canvas c, bool focused)
{
	int left = left_of(&c), cols = c.cols - 2 * left;
	bool tall = c.rows >= TALL_ROWS, low = c.rows < 8;
	(void)s;
	cols = cols < TEXT_COLS ? cols : TEXT_COLS;
	int row = 0, foot = c.rows - (tall ? 3 : low ? 1 : 2);
	if (!low) {
		draw_head(v, c, row++, left, cols);
		if (tall)
			views_bar(c, row++, left, cols < BAR_COLS ? cols : BAR_COLS, v->at + 1,
				v->round.n, ROLE_ACCENT);
		row += tall ? 2 : c.rows >= 12;
	}
	row += draw_name(v, c, row, left, cols);
	row += tall;
	topic_facts_draw(
		canvas_sub(c, row, left, foot - row - tall, cols), v->fact, v->nfact, true);
	draw_buttons(v, c, foot, left, cols, !low);
	if (focused)
		canvas_cursor(c, foot, left);
}
