/* queue_list.c - all cards of today at once. */
#include <stdlib.h>

#include "hone/want.h"
#include "queue_priv.h"

/* Cards come in deck order, so that siblings come one behind the other. */
struct collecting {
	const struct study *s;
	const struct queue_wish *wish;
	struct queue_list *list;
	struct pass pass;
	size_t room; /* for new cards */
	struct want *want;
	int nwant;
	/* The text whose cards come now, where they begin in the lists, and was one answered today? */
	int64_t file;
	int line;
	size_t due_at, fresh_at;
	bool answered;
};

static int due_cmp(const void *a, const void *b)
{
	const struct queue_card *x = a, *y = b;
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static int drill_cmp(const void *a, const void *b)
{
	const struct queue_card *x = a, *y = b;
	return event_id_cmp(x->drill_at, y->drill_at);
}

static void push(struct queue_card **array, size_t *n, size_t *cap, struct queue_card c)
{
	*array = array_room(*array, *n, cap, sizeof **array);
	(*array)[(*n)++] = c;
}

/* A text has ended: of its cards one stays. */
static void settle(struct collecting *c)
{
	struct queue_list *l = c->list;
	struct queue_card first = { 0 };
	size_t kept = c->due_at;
	for (size_t i = c->due_at; i < l->ndue; i++) {
		struct queue_card card = l->due[i];
		if (card.last_pass)
			l->due[kept++] = card;
		else if (!first.id || due_cmp(&card, &first) < 0)
			first = card;
	}
	if (first.id && !c->answered)
		l->due[kept++] = first;
	l->ndue = kept;
	if (c->answered || first.id)
		l->nfresh = c->fresh_at;
	else if (l->nfresh > c->fresh_at)
		l->nfresh = c->fresh_at + 1;
	c->due_at = l->ndue;
	c->fresh_at = l->nfresh;
	c->answered = false;
}

/* A new card that is wanted is due on its day. */
static int due_of(const struct collecting *c, const struct memory *m, int64_t id)
{
	for (int i = 0; m->due == DAY_NONE && i < c->nwant; i++)
		if (c->want[i].card == id)
			return c->want[i].day;
	return m->due;
}

static void take(struct collecting *c, const struct memory *m, struct queue_card card)
{
	struct queue_list *l = c->list;
	int day = due_of(c, m, card.id);
	if (m->due == DAY_NONE && day != DAY_NONE && day <= c->wish->until) {
		card.due = day;
		card.interval = 1;
		push(&l->due, &l->ndue, &l->due_cap, card);
		return;
	}
	int today = c->s->today;
	card.last_pass = pass_wants(&c->pass, card.id, m->due);
	if (m->drill == today)
		push(&l->drill, &l->ndrill, &l->drill_cap, card);
	else if (m->due == DAY_NONE && c->fresh_at < c->room)
		push(&l->fresh, &l->nfresh, &l->fresh_cap, card);
	else if (m->due != DAY_NONE && (m->due <= c->wish->until || card.last_pass))
		push(&l->due, &l->ndue, &l->due_cap, card);
	else if (m->due > today && m->due - today < QUEUE_SOON)
		l->soon[m->due - today]++;
}

static bool collect(void *ctx, const struct card *card)
{
	struct collecting *c = ctx;
	const struct card_state *state = &card->state;
	int weight = 1, today = c->s->today;
	if (card->file != c->file || card->line != c->line)
		settle(c);
	c->file = card->file;
	c->line = card->line;
	c->answered = c->answered || state->memory.last == today;
	if (state->hidden || state->buried >= today ||
		(c->wish->wanted && !c->wish->wanted(c->wish->ctx, card, &weight)))
		return true;
	take(c, &state->memory,
		(struct queue_card){
			.id = card->id,
			.due = state->memory.due,
			.interval = state->memory.interval,
			.weight = weight,
			.drill_at = state->drill_at,
		});
	return true;
}

bool queue_collect(
	const struct study *s, const struct queue_wish *w, struct queue_list *out, struct err *e)
{
	struct collecting c = { .s = s, .wish = w, .list = out };
	int room = 0;
	struct arena a = { 0 };
	*out = (struct queue_list){ 0 };
	bool ok = queue_room(s, &room, e) && want_list(s, &c.want, &c.nwant, &a, e) &&
		  pass_load(s, &c.pass, e);
	c.room = (size_t)room;
	ok = ok && catalog_cards(s->store, STR(""), collect, &c, e);
	settle(&c);
	pass_release(&c.pass);
	arena_release(&a);
	if (out->ndue)
		qsort(out->due, out->ndue, sizeof *out->due, due_cmp);
	if (out->ndrill)
		qsort(out->drill, out->ndrill, sizeof *out->drill, drill_cmp);
	return ok;
}

void queue_list_release(struct queue_list *l)
{
	free(l->due);
	free(l->fresh);
	free(l->drill);
	*l = (struct queue_list){ 0 };
}

/* False on error; *more is cleared when `each` had enough. */
static bool hand_out(const struct study *s, const struct queue_card *card, size_t n,
	bool (*each)(void *ctx, const struct card *c), void *ctx, bool *more, struct err *e)
{
	struct arena a = { 0 };
	bool ok = true;
	for (size_t i = 0; i < n && ok && *more; i++) {
		struct card c;
		arena_clear(&a);
		ok = catalog_card(s->store, card[i].id, &c, &a, e);
		*more = ok && each(ctx, &c);
	}
	arena_release(&a);
	return ok;
}

bool queue_each(const struct study *s, bool (*each)(void *ctx, const struct card *c), void *ctx,
	struct err *e)
{
	struct queue_wish all = { .until = s->today };
	struct queue_list l = { 0 };
	bool more = true;
	bool ok = queue_collect(s, &all, &l, e) &&
		  hand_out(s, l.due, l.ndue, each, ctx, &more, e) &&
		  hand_out(s, l.fresh, l.nfresh, each, ctx, &more, e);
	queue_list_release(&l);
	return ok;
}
