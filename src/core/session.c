/* session.c - which cards are asked in one sitting, and in what order. */
#include "hone/session.h"

#include <stdlib.h>
#include <string.h>

#include "session_priv.h"

/* Screens show "1000+" beyond; the queue then scans no large deck. */
enum { COUNT_CAP = 1000 };

/* Cards in line; those before `at` were given. */
struct line {
	int64_t *id;
	size_t at, n, cap;
};

struct session {
	struct arena arena;
	struct filter filter;
	enum session_mode mode;
	int days, minutes; /* as in the options */
	int day;           /* on which the cards were taken */
	bool queue;        /* asks the queue; the lines are empty */
	struct line todo, drill;
	int64_t given; /* last; 0 none */
	bool graded;   /* it was */
	int64_t again; /* comes next; 0 none */
	int seconds;   /* a card takes, 0 unknown */
	bool capped;
	int backlog, clear_days;
};

/* ---- lines */

static void line_add(struct line *l, int64_t id)
{
	l->id = array_room(l->id, l->n, &l->cap, sizeof *l->id);
	l->id[l->n++] = id;
}

static void line_add_first(struct line *l, int64_t id)
{
	if (l->at == 0) {
		line_add(l, id);
		memmove(l->id + 1, l->id, (l->n - 1) * sizeof *l->id);
		l->at = 1;
	}
	l->id[--l->at] = id;
}

static void line_remove(struct line *l, int64_t id)
{
	size_t kept = l->at;
	for (size_t i = l->at; i < l->n; i++)
		if (l->id[i] != id)
			l->id[kept++] = l->id[i];
	l->n = kept;
}

static size_t line_left(const struct line *l)
{
	return l->n - l->at;
}

/* The first that is not `last`, unless there is no other; 0 when the line is empty. */
static int64_t line_take(struct line *l, int64_t last)
{
	if (line_left(l) == 0)
		return 0;
	int64_t id = l->id[l->at++];
	if (id != last || line_left(l) == 0)
		return id;
	int64_t second = l->id[l->at];
	l->id[l->at] = id;
	return second;
}

/* ---- the weight of a card's topic, in halves */

struct choosing {
	const struct study *s;
	struct session *ss;
	struct topic_row *topic;
	size_t ntopic;
	struct arena arena; /* the topics */
	struct queue_list list;
};

static int level_weight(enum level level)
{
	return level == LEVEL_DUNNO ? 4 : level == LEVEL_UNSURE ? 3 : 2;
}

static int topic_weight(const struct choosing *c, struct str topic)
{
	int by_name = 0, by_area = 0;
	for (size_t i = 0; i < c->ntopic && topic.n; i++) {
		int weight = level_weight(c->topic[i].level);
		if (weight > by_name && str_caseeq(c->topic[i].name, topic))
			by_name = weight;
		if (weight > by_area && str_caseeq(c->topic[i].area, topic))
			by_area = weight;
	}
	return by_name ? by_name : by_area ? by_area : level_weight(LEVEL_NONE);
}

/* ---- taking cards */

static bool wanted(void *ctx, const struct card *card, int *weight)
{
	const struct choosing *c = ctx;
	if (!filter_fits(&c->ss->filter, card, c->s))
		return false;
	*weight = topic_weight(c, card->topic);
	return true;
}

/* Fractions are compared crosswise. What is due later is not overdue at all. */
static int64_t overdue(const struct queue_card *x, const struct queue_card *other, int today)
{
	int64_t late = (int64_t)today - x->due + 1;
	int64_t interval = other->interval > 0 ? other->interval : 1;
	return late > 0 ? late * x->weight * interval : 0;
}

struct ranked {
	struct queue_card card;
	int today;
};

static int ranked_cmp(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int64_t first = overdue(&x->card, &y->card, x->today);
	int64_t second = overdue(&y->card, &x->card, x->today);
	if (first != second)
		return first > second ? -1 : 1;
	if (x->card.last_pass != y->card.last_pass)
		return x->card.last_pass ? -1 : 1;
	if (x->card.due != y->card.due)
		return x->card.due < y->card.due ? -1 : 1;
	return (x->card.id > y->card.id) - (x->card.id < y->card.id);
}

static void rank(struct queue_list *l, int today)
{
	struct ranked *r = xcalloc(l->ndue + 1, sizeof *r);
	for (size_t i = 0; i < l->ndue; i++)
		r[i] = (struct ranked){ l->due[i], today };
	qsort(r, l->ndue, sizeof *r, ranked_cmp);
	for (size_t i = 0; i < l->ndue; i++)
		l->due[i] = r[i].card;
	free(r);
}

static void add_cards(struct session *ss, const struct queue_card *card, size_t n, size_t most)
{
	for (size_t i = 0; i < n && ss->todo.n < most; i++)
		line_add(&ss->todo, card[i].id);
}

static int days_to_clear(const struct queue_list *l, int backlog, size_t most)
{
	int64_t rest = backlog;
	for (int i = 1; i < QUEUE_SOON && rest > 0; i++) {
		rest += l->soon[i] - (int64_t)most;
		if (rest <= 0)
			return i;
	}
	return rest > 0 ? -1 : 0;
}

static void fill(struct choosing *c, size_t most)
{
	struct session *ss = c->ss;
	struct queue_list *l = &c->list;
	size_t due = 0, all = l->ndue + l->nfresh;
	rank(l, c->s->today);
	while (due < l->ndue && (l->due[due].due <= c->s->today || l->due[due].last_pass))
		due++;
	add_cards(ss, l->due, l->ndue, most);
	add_cards(ss, l->fresh, l->nfresh, most);
	for (size_t i = 0; i < l->ndrill; i++)
		line_add(&ss->drill, l->drill[i].id);
	ss->capped = most == SESSION_MOST && all > most;
	ss->backlog = due > most ? (int)(due - most) : 0;
	ss->clear_days = days_to_clear(l, ss->backlog, most);
}

static bool take_due(
	struct session *ss, const struct study *s, int until, size_t most, struct err *e)
{
	struct choosing c = { .s = s, .ss = ss };
	struct queue_wish wish = { .until = until, .wanted = wanted, .ctx = &c };
	bool ok = catalog_topics(s->store, &c.topic, &c.ntopic, &c.arena, e) &&
		  queue_collect(s, &wish, &c.list, e);
	if (ok)
		fill(&c, most);
	queue_list_release(&c.list);
	arena_release(&c.arena);
	return ok;
}

struct cramming {
	struct session *ss;
	const struct study *s;
	size_t most;
};

static bool cram(void *ctx, const struct card *card)
{
	struct cramming *c = ctx;
	struct session *ss = c->ss;
	if (card->state.hidden != ss->filter.hidden || !filter_fits(&ss->filter, card, c->s))
		return true;
	ss->capped = ss->todo.n == c->most && c->most == SESSION_MOST;
	if (ss->todo.n < c->most)
		line_add(&ss->todo, card->id);
	return !ss->capped;
}

/* How many cards a session of so many minutes has. */
static size_t cards_in(const struct session *ss, int minutes)
{
	int64_t n = (int64_t)minutes * 60 / (ss->seconds ? ss->seconds : SESSION_SECONDS);
	if (minutes <= 0 || n > SESSION_MOST)
		return SESSION_MOST;
	return n > 0 ? (size_t)n : 1;
}

static int later(int day, int days)
{
	return days <= 0 ? day : day > INT_MAX - days ? INT_MAX : day + days;
}

static bool take(struct session *ss, const struct study *s, struct err *e)
{
	ss->day = s->today;
	if (ss->queue)
		return true;
	if (!catalog_seconds(s->store, &ss->seconds, e))
		return false;
	size_t most = cards_in(ss, ss->minutes);
	struct cramming c = { ss, s, most };
	if (ss->mode == SESSION_CRAM)
		return catalog_cards(s->store, STR(""), cram, &c, e);
	return take_due(
		ss, s, ss->mode == SESSION_AHEAD ? later(s->today, ss->days) : s->today, most, e);
}

/* The lines are those of a day; on another one others are due. */
static bool take_anew(struct session *ss, const struct study *s, struct err *e)
{
	if (ss->mode == SESSION_CRAM || ss->day == s->today)
		return true;
	ss->todo.n = ss->todo.at = 0;
	ss->drill.n = ss->drill.at = 0;
	return take(ss, s, e);
}

struct session *session_new(const struct study *s, const struct session_options *o, struct err *e)
{
	struct session *ss = xcalloc(1, sizeof *ss);
	ss->mode = o->mode;
	ss->days = o->days;
	ss->minutes = o->minutes;
	if (filter_parse(&ss->filter, o->filter, &ss->arena, e)) {
		ss->queue = o->mode == SESSION_TODAY && ss->filter.n == 0 && o->minutes <= 0;
		if (take(ss, s, e))
			return ss;
	}
	session_free(ss);
	return NULL;
}

void session_free(struct session *ss)
{
	if (!ss)
		return;
	free(ss->todo.id);
	free(ss->drill.id);
	arena_release(&ss->arena);
	free(ss);
}

/* ---- asking */

static int64_t take_next(struct session *ss)
{
	int64_t id = ss->again;
	ss->again = 0;
	if (id == 0)
		id = line_take(&ss->todo, ss->given);
	return id ? id : line_take(&ss->drill, ss->given);
}

/* What was done to it since it was taken? */
static bool to_be_asked(const struct session *ss, const struct study *s, const struct card *c)
{
	const struct memory *m = &c->state.memory;
	if (c->state.hidden != (ss->mode == SESSION_CRAM && ss->filter.hidden) ||
		c->state.buried >= s->today)
		return false;
	return ss->mode == SESSION_CRAM || m->last != s->today || m->drill == s->today;
}

/* *found is false when the card is to be passed over. */
static bool load(const struct session *ss, const struct study *s, int64_t id, struct card *out,
	bool *found, struct arena *a, struct err *e)
{
	struct err why = { 0 };
	struct card c;
	*found = false;
	if (!catalog_card(s->store, id, &c, a, &why))
		return why.kind == ERR_MISSING || err_set(e, why.kind, "%s", why.text);
	*found = to_be_asked(ss, s, &c);
	if (*found)
		*out = c;
	return true;
}

bool session_next(
	struct session *ss, const struct study *s, struct card *out, struct arena *a, struct err *e)
{
	int64_t id;
	bool found;
	if (!take_anew(ss, s, e))
		return false;
	if (ss->given && !ss->graded && !ss->queue && ss->given != ss->again)
		line_add(&ss->todo, ss->given);
	while ((id = take_next(ss)) != 0) {
		if (!load(ss, s, id, out, &found, a, e))
			return false;
		if (!found)
			continue;
		ss->given = id;
		ss->graded = false;
		return true;
	}
	if (ss->queue && !queue_next(s, ss->given, out, a, e))
		return false;
	if (!ss->queue)
		*out = (struct card){ 0 };
	ss->given = out->id;
	ss->graded = false;
	return true;
}

bool session_grade(struct session *ss, struct study *s, int64_t card, int grade, int64_t took_ms,
	struct err *e)
{
	if (ss->mode != SESSION_CRAM && !study_grade(s, card, grade, took_ms, NULL, e))
		return false;
	ss->graded = ss->graded || card == ss->given;
	if (ss->queue)
		return true;
	line_remove(&ss->drill, card);
	if (grade < s->settings.sm2.drill_below)
		line_add(&ss->drill, card);
	return true;
}

void session_again(struct session *ss, int64_t card)
{
	line_remove(&ss->drill, card);
	line_remove(&ss->todo, card);
	if (ss->again && ss->again != card && !ss->queue)
		line_add_first(&ss->todo, ss->again);
	if (ss->given && !ss->graded && ss->given != card && !ss->queue)
		line_add_first(&ss->todo, ss->given);
	ss->again = card;
	ss->graded = true;
}

static bool count_queue(const struct study *s, struct session_counts *out, struct err *e)
{
	struct queue_counts n;
	if (!queue_count(s, COUNT_CAP, &n, e))
		return false;
	out->left = n.due + n.fresh + n.drill;
	out->capped = n.capped;
	return true;
}

bool session_count(
	struct session *ss, const struct study *s, struct session_counts *out, struct err *e)
{
	struct session_counts n = {
		.capped = ss->capped, .backlog = ss->backlog, .clear_days = ss->clear_days
	};
	bool asking = ss->given && !ss->graded && ss->given != ss->again;
	if (ss->queue && !count_queue(s, &n, e))
		return false;
	if (!ss->queue)
		n.left = (int)(line_left(&ss->todo) + line_left(&ss->drill)) + asking +
			 (ss->again != 0);
	n.seconds = n.left > INT_MAX / (ss->seconds + 1) ? INT_MAX : n.left * ss->seconds;
	*out = n;
	return true;
}

static const char *plural(int n)
{
	return n == 1 ? "" : "s";
}

void session_describe(const struct session_counts *n, struct buf *out)
{
	buf_addf(out, "%d%s card%s", n->left, n->capped ? "+" : "", plural(n->left));
	if (n->seconds >= 60)
		buf_addf(out, ", about %d min", n->seconds / 60 + (n->seconds % 60 >= 30));
	else if (n->seconds)
		buf_addf(out, ", about %d s", n->seconds);
	if (n->backlog && n->clear_days > 0)
		buf_addf(out, "; backlog %d, clears in %d day%s", n->backlog, n->clear_days,
			plural(n->clear_days));
	else if (n->backlog)
		buf_addf(out, "; backlog %d, grows at this pace", n->backlog);
}
