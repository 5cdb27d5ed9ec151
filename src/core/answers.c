/* answers.c - the log gone through once, each card's state beside it. */
#include "hone/answers.h"

#include <stdlib.h>

#include "idmap.h"

enum { PASSED = 3 }; /* grades from it on are right answers */

/* What the log has said of a subject so far. */
struct asked {
	int64_t id;
	struct card_state state;
};

struct walk {
	const struct study *s;
	void (*each)(void *ctx, const struct answer *answer);
	void (*other)(void *ctx, const struct event *ev);
	void *ctx;
	struct idmap map; /* subjects, as they stand in events, to asked[] */
	struct asked *asked;
	size_t nasked, cap;
	struct err *e;
	bool failed;
};

static struct asked *asked_of(struct walk *w, int64_t subject)
{
	int at;
	int64_t id;
	if (idmap_find(&w->map, subject, &at))
		return &w->asked[at];
	if (!store_alias(w->s->store, subject, &id, w->e)) {
		w->failed = true;
		return NULL;
	}
	if (!idmap_find(&w->map, id, &at)) {
		w->asked = array_room(w->asked, w->nasked, &w->cap, sizeof *w->asked);
		at = (int)w->nasked;
		w->asked[w->nasked++] = (struct asked){ id, fold_card_new() };
		idmap_put(&w->map, id, at);
	}
	if (id != subject)
		idmap_put(&w->map, subject, at);
	return &w->asked[at];
}

static struct answer answer_of(const struct asked *a, const struct event *ev)
{
	const struct memory *m = &a->state.memory;
	enum answer_kind kind = sm2_kind(*m, ev->day);
	bool graded = ev->kind == EVENT_GRADE;
	return (struct answer){
		.subject = a->id,
		.day = ev->day,
		.percent = graded ? (ev->value >= PASSED ? 100 : 0) : (int)ev->value,
		.took_ms = ev->took_ms,
		.graded = graded,
		.counts = !graded || kind == ANSWER_NEW || kind == ANSWER_DUE,
		.first = graded && kind == ANSWER_NEW,
		.interval = m->interval,
	};
}

static void card_event(struct walk *w, const struct event *ev)
{
	struct asked *a = asked_of(w, ev->subject);
	if (!a)
		return;
	int most = ev->kind == EVENT_GRADE ? 5 : 100;
	if (ev->kind != EVENT_STATE && ev->value >= 0 && ev->value <= most) {
		struct answer answer = answer_of(a, ev);
		w->each(w->ctx, &answer);
	}
	a->state = fold_card(&w->s->settings.sm2, a->state, ev);
}

static bool take(void *ctx, const struct event *ev, bool voided)
{
	struct walk *w = ctx;
	if (voided)
		return true;
	switch (ev->kind) {
	case EVENT_GRADE:
	case EVENT_STATE:
	case EVENT_SCORE: card_event(w, ev); break;
	case EVENT_LEVEL:
	case EVENT_ROUND:
		if (w->other)
			w->other(w->ctx, ev);
		break;
	default: break;
	}
	return !w->failed;
}

bool answers_each(const struct study *s, void (*each)(void *ctx, const struct answer *answer),
	void (*other)(void *ctx, const struct event *ev), void *ctx, struct err *e)
{
	struct walk w = { .s = s, .each = each, .other = other, .ctx = ctx, .e = e };
	struct event_id all = { { 0 } };
	bool ok = store_events(s->store, all, take, &w, e) && !w.failed;
	idmap_release(&w.map);
	free(w.asked);
	return ok;
}
