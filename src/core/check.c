/* check.c - what a question is about, and the decks as a bank of questions. */
#include "hone/check.h"

#include <stdlib.h>

#include "check_day.h"
#include "hone/md.h"

/* ---- items */

static struct str first_line(struct str s)
{
	struct str line;
	s = str_trim(s);
	return str_line(&s, &line) ? line : (struct str){ 0 };
}

static bool gone(struct err *why, struct check_item *out, struct arena *a, struct err *e)
{
	if (why->kind != ERR_MISSING)
		return err_set(e, why->kind, "%s", why->text);
	out->name = arena_str(a, STR("a question that is no longer in the study"));
	return true;
}

/* A task or a section reads like a topic: a name, what is written about it, a place. */
static bool find_task(const struct study *s, int64_t id, struct topic_row *out, bool *found,
	struct arena *a, struct err *e)
{
	const struct plan_item *item = plan_find(&s->plan, (uint64_t)id);
	struct decoded text;
	*found = item != NULL;
	if (!item)
		return true;
	if (!study_text(s, s->plan_path, &text, a, e))
		return false;
	*out = (struct topic_row){ .path = s->plan_path,
		.line = item->line,
		.name = md_plain(item->text, a),
		.notes = check_task_text(text.text, item) };
	if (item->day >= 0)
		out->area = md_plain(s->plan.day[item->day].title, a);
	return true;
}

static bool find_section(const struct study *s, int64_t id, struct topic_row *out, bool *found,
	struct arena *a, struct err *e)
{
	struct study_section sec;
	if (!study_find_section(s, id, &sec, found, a, e))
		return false;
	if (*found)
		*out = (struct topic_row){ .path = sec.path,
			.line = sec.line,
			.name = sec.name,
			.notes = sec.text,
			.area = sec.under };
	return true;
}

static bool find_item(const struct study *s, const struct asked *q, struct check_item *item,
	struct arena *a, struct err *e)
{
	struct err why = { 0 };
	bool ok = true;
	switch (q->kind) {
	case ASKED_CARD: item->there = catalog_card(s->store, q->id, &item->card, a, &why); break;
	case ASKED_TOPIC:
		item->there = catalog_topic(s->store, q->id, &item->topic, a, &why);
		break;
	case ASKED_TASK: ok = find_task(s, q->id, &item->topic, &item->there, a, e); break;
	case ASKED_SECTION: ok = find_section(s, q->id, &item->topic, &item->there, a, e); break;
	}
	if (!ok)
		return false;
	if (!item->there && why.kind == ERR_NONE)
		why.kind = ERR_MISSING;
	return item->there || gone(&why, item, a, e);
}

bool check_item(const struct study *s, const struct asked *q, struct check_item *out,
	struct arena *a, struct err *e)
{
	struct check_item item = { 0 };
	if (!find_item(s, q, &item, a, e))
		return false;
	if (item.there) {
		bool card = q->kind == ASKED_CARD;
		item.name = card ? md_plain(first_line(item.card.front), a) : item.topic.name;
		item.area = card ? item.card.topic : item.topic.area;
	}
	*out = item;
	return true;
}

static int by_percent(const void *a, const void *b)
{
	const struct asked *x = *(const struct asked *const *)a,
			   *y = *(const struct asked *const *)b;
	return x->percent != y->percent ? x->percent - y->percent : (x > y) - (x < y);
}

/* Weak ones the weakest first, strong ones the strongest. */
bool check_names(
	const struct study *s, const struct round *r, bool weak, struct buf *out, struct err *e)
{
	struct arena a = { 0 };
	const struct asked **q = arena_alloc(&a, (size_t)r->n + 1, sizeof *q);
	size_t n = 0;
	bool ok = true;
	for (int i = 0; i < r->n; i++)
		if (r->asked[i].percent >= 0 && (weak ? r->asked[i].percent < ROUND_WEAK
						      : r->asked[i].percent >= ROUND_STRONG))
			q[n++] = &r->asked[i];
	qsort(q, n, sizeof *q, by_percent);
	for (size_t i = 0; i < n && ok; i++) {
		const struct asked *one = weak ? q[i] : q[n - 1 - i];
		struct check_item item;
		ok = check_item(s, one, &item, &a, e);
		if (ok)
			buf_addf(out, "%s%.*s (%d%%)", i ? ", " : "", STR_ARG(item.name),
				one->percent);
	}
	arena_release(&a);
	return ok;
}

bool check_says_itself(struct str name)
{
	return str_ends(name, STR("?")) || str_casefind(name, STR("explain"), 0) == 0;
}

/* ---- the bank */

struct walking {
	struct arena *a;
	struct check_area *area;
	int n;
	size_t cap;
	const struct check_area *chosen; /* of the caller; NULL while the areas are counted */
	int nchosen;
	struct asked *asked;
	int nasked;
	size_t asked_cap;
};

static bool is_in(const struct check_area *area, const struct card *c)
{
	return str_eq(area->deck, c->deck) && str_eq(area->topic, c->topic);
}

static bool asks(const struct card *c)
{
	return c->present && !c->state.hidden;
}

/* Cards of an area mostly follow each other: the last one is looked at first. */
static bool count(void *ctx, const struct card *c)
{
	struct walking *w = ctx;
	int i = w->n;
	if (!asks(c))
		return true;
	while (i > 0 && !is_in(&w->area[i - 1], c))
		i--;
	if (i == 0) {
		w->area = arena_room(w->a, w->area, (size_t)w->n, &w->cap, sizeof *w->area);
		w->area[w->n++] = (struct check_area){ .deck = arena_str(w->a, c->deck),
			.topic = arena_str(w->a, c->topic) };
		i = w->n;
	}
	w->area[i - 1].n++;
	w->area[i - 1].known += c->state.memory.last != DAY_NONE;
	return true;
}

bool check_areas(
	const struct study *s, struct check_area **out, int *n, struct arena *a, struct err *e)
{
	struct walking w = { .a = a };
	if (!catalog_cards(s->store, STR(""), count, &w, e))
		return false;
	*out = w.area;
	*n = w.n;
	return true;
}

static bool collect(void *ctx, const struct card *c)
{
	struct walking *w = ctx;
	bool chosen = false;
	for (int i = 0; i < w->nchosen && !chosen; i++)
		chosen = w->chosen[i].chosen && is_in(&w->chosen[i], c);
	if (!chosen || !asks(c))
		return true;
	w->asked = arena_room(w->a, w->asked, (size_t)w->nasked, &w->asked_cap, sizeof *w->asked);
	w->asked[w->nasked++] = (struct asked){
		.id = c->id, .review = c->state.memory.last != DAY_NONE, .percent = -1
	};
	return true;
}

struct drawn {
	uint64_t key;
	int at;
};

static int by_key(const void *a, const void *b)
{
	const struct drawn *x = a, *y = b;
	return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : x->at - y->at;
}

/* So many of them, as if shuffled. */
static void draw(struct walking *w, int most, uint64_t seed)
{
	struct drawn *d = arena_alloc(w->a, (size_t)w->nasked + 1, sizeof *d);
	struct asked *out = arena_alloc(w->a, (size_t)w->nasked + 1, sizeof *out);
	for (int i = 0; i < w->nasked; i++)
		d[i] = (struct drawn){ hash64(seed, &w->asked[i].id, sizeof w->asked[i].id), i };
	qsort(d, (size_t)w->nasked, sizeof *d, by_key);
	if (most < w->nasked)
		w->nasked = most;
	for (int i = 0; i < w->nasked; i++)
		out[i] = w->asked[d[i].at];
	w->asked = out;
}

bool check_bank(const struct study *s, const struct check_area *area, int narea, int most,
	uint64_t seed, struct asked **out, int *n, struct arena *a, struct err *e)
{
	struct walking w = { .a = a, .chosen = area, .nchosen = narea };
	if (!catalog_cards(s->store, STR(""), collect, &w, e))
		return false;
	if (most > 0)
		draw(&w, most, seed);
	*out = w.asked;
	*n = w.nasked;
	return true;
}
