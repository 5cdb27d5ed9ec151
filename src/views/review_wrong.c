/* review_wrong.c - topics whose rating the answers of today speak against, for the page after the last card. */
#include "hone/about.h"
#include "views/review_priv.h"

/* OTHER_ROWS: what else the page needs. */
enum { MOST_CARDS = 50, OTHER_ROWS = 15, DAY_MS = 86400000 };

/* Cards that were answered wrong on a day, each once. */
struct wrong {
	int day, n;
	int64_t card[MOST_CARDS];
};

static bool take_event(void *ctx, const struct event *ev, bool voided)
{
	struct wrong *w = ctx;
	bool again = ev->kind == EVENT_GRADE && ev->value < review_grade_of(BUTTON_HARD);
	if (voided || !again || ev->day != w->day || w->n == MOST_CARDS)
		return true;
	for (int i = 0; i < w->n; i++)
		if (w->card[i] == ev->subject)
			return true;
	w->card[w->n++] = ev->subject;
	return true;
}

/* One that was rated today may have been rated after the answer. */
static bool speaks_against(const struct topic_row *t, int today)
{
	return (t->level == LEVEL_KNOW || t->level == LEVEL_UNSURE) && t->since != today;
}

static void add_topics(struct review *r, struct about *b, const struct card *c, int today)
{
	int n;
	const int *topic = about_card(b, c, &n);
	for (int i = 0; i < n; i++) {
		const struct topic_row *t = &b->cover.topic[topic[i]];
		bool there = !speaks_against(t, today);
		for (int k = 0; k < r->nagainst && !there; k++)
			there = str_eq(r->against[k], t->name);
		if (there)
			continue;
		if (r->nagainst < MOST_AGAINST)
			r->against[r->nagainst++] = arena_str(&r->against_arena, t->name);
		else
			r->nmore++;
	}
}

static bool find_topics(struct review *r, const struct study *s, const struct wrong *w,
	struct arena *a, struct err *e)
{
	struct about b;
	if (!about_load(s, &b, a, e))
		return false;
	for (int i = 0; i < w->n; i++) {
		struct card c;
		struct err why = { 0 };
		if (catalog_card(s->store, w->card[i], &c, a, &why))
			add_topics(r, &b, &c, s->today);
		else if (why.kind != ERR_MISSING)
			return err_set(e, why.kind, "%s", why.text);
	}
	return true;
}

bool review_find_against(struct review *r, const struct study *s, struct err *e)
{
	struct wrong w = { .day = s->today };
	struct arena a = { 0 };
	struct event_id from = event_id_floor(((int64_t)s->today - 1) * DAY_MS);
	arena_clear(&r->against_arena);
	r->nagainst = r->nmore = 0;
	bool ok = store_events(s->store, from, take_event, &w, e) &&
		  (w.n == 0 || find_topics(r, s, &w, &a, e));
	arena_release(&a);
	return ok;
}

int review_draw_against(const struct review *r, struct canvas c, int row, int col)
{
	int room = c.rows - OTHER_ROWS, shown = r->nagainst < room ? r->nagainst : room;
	int more = r->nagainst - shown + r->nmore;
	if (r->nagainst == 0 || room < 1)
		return row;
	canvas_field(c, row++, col, c.cols - col, ROLE_UNSURE,
		STR("Answered wrong, though you rate them Know or Unsure:"));
	for (int i = 0; i < shown; i++)
		canvas_field(c, row++, col + 2, c.cols - col - 2, ROLE_TEXT, r->against[i]);
	int at = col + 2;
	if (more)
		at += canvas_printf(c, row, at, ROLE_DIM, "and %d more; ", more);
	at += canvas_text(c, row, at, ROLE_KEY, STR("4 r")) + 1;
	canvas_field(c, row, at, c.cols - at, ROLE_DIM, STR("rates them again"));
	return row + 2;
}
