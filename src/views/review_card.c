/* review_card.c - the card that is asked: its stopwatch, its choices, what it proposes. */
#include <stdlib.h>

#include "views/review_priv.h"

/*
 * The most thinking time that is believed, for a question and for a task of half an hour and more: beyond
 * it the user was away. An explanation that names no time is meant to take EXPLAIN_FROM..EXPLAIN_TO.
 */
enum {
	MINUTE_MS = 60 * 1000,
	LONGEST_MS = 10 * MINUTE_MS,
	LONGEST_TASK_MS = 4 * 60 * MINUTE_MS,
	EXPLAIN_FROM = 2,
	EXPLAIN_TO = 3,
	GRADE_GOOD = 4,
};

int review_grade_of(enum button b)
{
	static const int grade[] = { 1, 3, 4, 5 };
	return grade[b];
}

bool review_is_timed(const struct review *r)
{
	return r->card.kind == CARD_PROBLEM || r->card.kind == CARD_EXPLAIN;
}

void review_target(const struct review *r, int *from, int *to)
{
	bool said = r->card.minutes_to > 0 || r->card.kind != CARD_EXPLAIN;
	*from = said ? r->card.minutes_from : EXPLAIN_FROM;
	*to = said ? r->card.minutes_to : EXPLAIN_TO;
}

/* The order gives nothing away, stays while the card is asked and differs the next time. */
static void shuffle(struct review *r)
{
	uint64_t key[MOST_CHOICES];
	uint64_t seed = hash64(
		(uint64_t)r->card.id, &r->card.state.memory.reps, sizeof r->card.state.memory.reps);
	for (int i = 0; i < r->nchoice; i++) {
		key[i] = hash64(seed, &i, sizeof i);
		int at = i;
		for (; at > 0 && key[r->order[at - 1]] > key[i]; at--)
			r->order[at] = r->order[at - 1];
		r->order[at] = i;
	}
}

static void find_choices(struct review *r)
{
	size_t n = 0;
	if (r->card.kind == CARD_CHOICE)
		n = deck_choices(r->card.back, r->choice, MOST_CHOICES);
	r->nchoice = n <= MOST_CHOICES ? (int)n : 0;
	shuffle(r);
}

/* How long it took before. A time counts as the best only where the task was done. */
static bool load_times(struct review *r, const struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n = 0;
	r->best_ms = r->last_ms = 0;
	if (!review_is_timed(r) || r->card.state.memory.last == DAY_NONE)
		return true;
	bool ok = store_history(s->store, r->card.id, &ev, &n, &a, e);
	for (size_t i = 0; i < n; i++) {
		if (ev[i].kind != EVENT_GRADE || ev[i].took_ms <= 0)
			continue;
		r->last_ms = ev[i].took_ms;
		if (ev[i].value >= GRADE_GOOD && (!r->best_ms || ev[i].took_ms < r->best_ms))
			r->best_ms = ev[i].took_ms;
	}
	arena_release(&a);
	return ok;
}

static void preview(struct review *r, const struct study *s)
{
	const struct sm2_options *o = &s->settings.sm2;
	for (int i = 0; r->card.id && i < BUTTONS; i++) {
		int grade = review_grade_of((enum button)i);
		struct memory after = sm2_answer(o, r->card.state.memory, grade, s->today, NULL);
		int comes = queue_comes(s, after.due);
		r->preview[i] = (struct preview){ .days = comes - s->today,
			.today_too = r->session ? grade < o->drill_below : after.drill != DAY_NONE,
			.last_pass = comes != after.due };
	}
}

bool review_begin(struct review *r, const struct study *s, struct err *e)
{
	r->revealed = false;
	r->proposed = BUTTON_NONE;
	r->picked = 0;
	r->marked = 0;
	r->typed = (struct str){ 0 };
	r->asking = 0;
	r->scroll = (struct list){ 0 };
	watch_start(&r->watch);
	preview(r, s);
	find_choices(r);
	bool ok = load_times(r, s, e);
	review_lay_out(r);
	return ok;
}

void review_reread(struct review *r, const struct study *s)
{
	int before = r->nchoice;
	preview(r, s);
	find_choices(r);
	if (r->nchoice != before) {
		r->picked = 0;
		r->marked = 0;
	}
	review_lay_out(r);
}

static bool typed_right(const struct review *r)
{
	struct arena a = { 0 };
	struct str wanted = md_plain(str_trim(r->card.back), &a);
	struct diff plain = diff_texts(r->typed, wanted, &a);
	struct diff raw = diff_texts(r->typed, str_trim(r->card.back), &a);
	bool right = plain.extra + plain.missing == 0 || raw.extra + raw.missing == 0;
	arena_release(&a);
	return right;
}

static bool picked_right(const struct review *r)
{
	for (int i = 0; i < r->nchoice; i++)
		if (r->choice[i].right != ((r->picked >> i & 1u) != 0))
			return false;
	return true;
}

static enum button proposal(const struct review *r)
{
	int from, to;
	review_target(r, &from, &to);
	if (r->card.kind == CARD_TYPED && r->typed.n)
		return typed_right(r) ? BUTTON_GOOD : BUTTON_AGAIN;
	if (r->nchoice && r->picked)
		return picked_right(r) ? BUTTON_GOOD : BUTTON_AGAIN;
	if (r->card.kind == CARD_PROBLEM && to > 0)
		return watch_ms(&r->watch) <= (int64_t)to * MINUTE_MS ? BUTTON_GOOD : BUTTON_HARD;
	return BUTTON_NONE;
}

void review_reveal(struct review *r)
{
	r->revealed = true;
	r->scroll = (struct list){ 0 };
	if (review_is_timed(r))
		watch_stop(&r->watch);
	r->proposed = proposal(r);
	review_lay_out(r);
}

void review_tick(struct review *r)
{
	r->picked ^= 1u << r->order[r->marked];
	review_lay_out(r);
}

void review_choose(struct review *r, int step)
{
	int to = r->marked + step;
	r->marked = to < 0 ? 0 : to < r->nchoice ? to : r->nchoice - 1;
	review_lay_out(r);
	review_show_choice(r);
}

int64_t review_took_ms(const struct review *r)
{
	int64_t most = review_is_timed(r) ? LONGEST_TASK_MS : LONGEST_MS;
	int64_t took = watch_ms(&r->watch);
	return took < most ? took : most;
}

static bool same_memory(const struct memory *a, const struct memory *b)
{
	return a->reps == b->reps && a->ease == b->ease && a->interval == b->interval &&
	       a->due == b->due && a->last == b->last && a->lapses == b->lapses &&
	       a->drill == b->drill;
}

bool review_same_state(const struct card_state *a, const struct card_state *b)
{
	return same_memory(&a->memory, &b->memory) && a->hidden == b->hidden &&
	       a->buried == b->buried && event_id_cmp(a->drill_at, b->drill_at) == 0;
}
