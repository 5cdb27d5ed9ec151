/* study_undo.c - taking back what was done last. */
#include "study_edit.h"

/* What belongs to one deed is logged within DEED_MS. */
enum { DEED_MS = 10 * 1000 };

/* Is there a topic under one of the two ids? A card and a topic share none. */
static bool is_of_topics(struct study *s, const struct event *alias)
{
	struct arena a = { 0 };
	struct topic_row t;
	struct err why = { 0 };
	bool topic = catalog_topic(s->store, alias->subject, &t, &a, &why) ||
		     catalog_topic(s->store, alias->value, &t, &a, &why);
	arena_release(&a);
	return topic;
}

/* The card or topic is stored under the id that has its history. */
static bool void_alias(
	struct study *s, const struct event *done, struct event *ev, bool forward, struct err *e)
{
	int64_t from = forward ? done->subject : done->value;
	int64_t to = forward ? done->value : done->subject;
	bool topic = is_of_topics(s, done);
	if (!store_begin(s->store, e))
		return false;
	bool ok = study_append(s, ev, e) &&
		  (topic ? catalog_move_topic(s->store, from, to, e)
			 : study_move_card(s, from, to, e)) &&
		  store_commit(s->store, e);
	if (!ok)
		store_rollback(s->store);
	return ok;
}

/* What one deed logged: events of one moment, the first leads. And the VOIDs of them, to redo. */
struct deed {
	struct event *ev;        /* done */
	struct event_id *target; /* what becomes void: the same, or their VOIDs */
	size_t n, cap;
};

struct gathering {
	struct deed *deed;
	struct event_id lead;
	int64_t until; /* ms */
	bool undone;   /* gather those that are void, and then: */
	bool voids;    /* the VOIDs of the events that are there */
	struct arena *a;
};

static void deed_add(struct deed *d, const struct event *ev, struct arena *a)
{
	size_t cap = d->cap;
	d->ev = arena_room(a, d->ev, d->n, &d->cap, sizeof *d->ev);
	d->target = arena_room(a, d->target, d->n, &cap, sizeof *d->target);
	d->ev[d->n] = *ev;
	d->ev[d->n].text = arena_str(a, ev->text);
	d->target[d->n++] = ev->id;
}

static void gather_void(struct gathering *g, const struct event *ev)
{
	for (size_t i = 0; i < g->deed->n; i++)
		if (event_id_cmp(ev->ref, g->deed->ev[i].id) == 0)
			g->deed->target[i] = ev->id;
}

static bool gather(void *ctx, const struct event *ev, bool voided)
{
	struct gathering *g = ctx;
	if (event_id_ms(ev->id) > g->until)
		return false;
	if (g->voids && !voided && ev->kind == EVENT_VOID)
		gather_void(g, ev);
	if (g->voids || ev->kind == EVENT_VOID || voided != g->undone)
		return true;
	if (event_id_cmp(ev->ref, g->lead) == 0 || event_id_cmp(ev->id, g->lead) == 0)
		deed_add(g->deed, ev, g->a);
	return true;
}

/* What follows it, the words of a topic that go on, is never undone alone. */
static bool is_swap(const struct event *ev)
{
	return ev->kind == EVENT_NOTE && ev->value == NOTE_SWAP;
}

/* The first event of the deed: what it refers to, but for a rating in a round. None: it is one for itself. */
static bool lead_of(const struct study *s, const struct event *ev, struct event_id *lead,
	struct arena *a, struct err *e)
{
	struct event first;
	bool several = ev->kind == EVENT_TICK || ev->kind == EVENT_MOVE ||
		       ev->kind == EVENT_LEVEL || ev->kind == EVENT_FLAG ||
		       ev->kind == EVENT_NOTE || ev->kind == EVENT_WANT;
	*lead = several && !event_id_none(ev->ref) ? ev->ref : ev->id;
	if (ev->kind != EVENT_LEVEL || event_id_none(ev->ref))
		return true;
	if (!store_event(s->store, ev->ref, &first, a, e))
		return false;
	if (first.kind == EVENT_ROUND)
		*lead = ev->id;
	return true;
}

/* A deed done again in part, by a program that was killed, has VOIDs that count for the rest of it only. */
static void keep_void(struct deed *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->n; i++)
		if (event_id_cmp(d->target[i], d->ev[i].id) != 0) {
			d->ev[n] = d->ev[i];
			d->target[n++] = d->target[i];
		}
	d->n = n;
}

/* All of the deed that `ev` belongs to; `undo` is its VOID when it was undone. */
static bool deed_of(const struct study *s, const struct event *ev, const struct event *undo,
	struct deed *d, struct arena *a, struct err *e)
{
	struct gathering g = { .deed = d, .undone = undo != NULL, .a = a };
	if (!lead_of(s, ev, &g.lead, a, e))
		return false;
	g.until = event_id_ms(g.lead) + DEED_MS;
	if (!store_events(s->store, event_id_floor(event_id_ms(g.lead)), gather, &g, e))
		return false;
	if (!undo)
		return true;
	g.voids = true;
	g.until = event_id_ms(undo->id);
	if (!store_events(s->store, event_id_floor(g.until - DEED_MS), gather, &g, e))
		return false;
	keep_void(d);
	return true;
}

/* What TICKs left in the file becomes what it was before (or, to redo, what they left). */
static bool void_ticks(
	struct study *s, const struct deed *d, bool forward, struct arena *a, struct err *e)
{
	struct tick *tick = arena_alloc(a, d->n, sizeof *tick);
	for (size_t i = 0; i < d->n; i++) {
		const struct event *done = &d->ev[i];
		tick[i] = (struct tick){
			.item = (uint64_t)done->subject,
			.done = forward == (done->value != 0),
			.letter = done->text.n == 1 ? done->text.p[0] : '\0',
			.ev = { .kind = EVENT_VOID, .subject = done->subject, .ref = d->target[i] },
		};
	}
	return study_mark_items(s, tick, d->n, e);
}

static enum level level_before(const struct event *done)
{
	enum level level = LEVEL_NONE;
	if (done->text.n && !level_parse(done->text, &level))
		level = LEVEL_NONE;
	return level;
}

static bool void_levels(
	struct study *s, const struct deed *d, bool forward, struct arena *a, struct err *e)
{
	struct marking *m = arena_alloc(a, d->n, sizeof *m);
	for (size_t i = 0; i < d->n; i++) {
		const struct event *done = &d->ev[i];
		m[i] = (struct marking){ .topic = done->subject };
		m[i].level = forward ? (enum level)done->value : level_before(done);
		m[i].ev = (struct event){
			.kind = EVENT_VOID, .subject = done->subject, .ref = d->target[i]
		};
	}
	return study_mark_topics(s, m, d->n, NULL, e);
}

static bool void_note(struct study *s, const struct deed *d, bool forward, struct buf *words,
	struct arena *a, struct err *e)
{
	bool stays = false;
	const struct event *done = d->ev;
	struct event *ev = arena_alloc(a, d->n, sizeof *ev);
	/* That of the note comes last: a redo begins with the newest. */
	for (size_t i = 0; i < d->n; i++)
		ev[d->n - 1 - i] = (struct event){
			.kind = EVENT_VOID, .subject = d->ev[i].subject, .ref = d->target[i]
		};
	if (!study_void_note(s, done, ev, d->n, forward, &stays, e))
		return false;
	struct str rest = done->text, path = s->plan_path; /* as it is after that */
	if (done->value >= NOTE_CARD)
		str_line(&rest, &path);
	if (stays && forward)
		buf_add(words, STR("; its place is no longer there, so nothing was written"));
	else if (stays)
		buf_addf(words, "; %.*s was changed there since, so it was left as it is",
			STR_ARG(path));
	return true;
}

/* Of events that stand in the log alone. */
static bool void_all(struct study *s, const struct deed *d, struct err *e)
{
	if (!store_begin(s->store, e))
		return false;
	bool ok = true;
	for (size_t i = 0; i < d->n && ok; i++) {
		struct event ev = {
			.kind = EVENT_VOID, .subject = d->ev[i].subject, .ref = d->target[i]
		};
		ok = study_append(s, &ev, e);
	}
	if (ok && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

static bool void_part(struct study *s, const struct deed *d, bool forward, struct buf *words,
	struct arena *a, struct err *e)
{
	const struct event *done = d->ev;
	struct event ev = { .kind = EVENT_VOID, .subject = done->subject, .ref = d->target[0] };
	switch (done->kind) {
	case EVENT_TICK: return void_ticks(s, d, forward, a, e);
	case EVENT_LEVEL: return void_levels(s, d, forward, a, e);
	case EVENT_ALIAS: return void_alias(s, done, &ev, forward, e);
	case EVENT_NOTE: return void_note(s, d, forward, words, a, e);
	default: return void_all(s, d, e);
	}
}

/* Are they taken back by one change of the files, or by none? */
static bool is_one_part(const struct event *before, const struct event *ev)
{
	static const bool writes[] = {
		[EVENT_TICK] = true, [EVENT_LEVEL] = true, [EVENT_NOTE] = true, [EVENT_ALIAS] = true
	};
	bool was = (size_t)before->kind < LENGTH(writes) && writes[before->kind];
	bool is = (size_t)ev->kind < LENGTH(writes) && writes[ev->kind];
	if (before->kind == ev->kind)
		return ev->kind != EVENT_NOTE;
	return (!was && !is) || (is_swap(before) && ev->kind == EVENT_ALIAS);
}

/* One past the last event of the part that begins at `from`. */
static size_t part_end(const struct deed *d, size_t from)
{
	size_t to = from + 1;
	while (to < d->n && is_one_part(&d->ev[to - 1], &d->ev[to]))
		to++;
	return to;
}

/* A deed of several parts is undone from its end and done again from its begin: killed between two of them,
 * the next undo, or redo, goes on with the rest. */
static bool void_deed(struct study *s, const struct deed *d, bool forward, struct buf *words,
	struct arena *a, struct err *e)
{
	size_t *from = arena_alloc(a, d->n + 1, sizeof *from), n = 0;
	for (size_t at = 0; at < d->n; at = part_end(d, at))
		from[n++] = at;
	from[n] = d->n;
	for (size_t i = 0; i < n; i++) {
		size_t k = forward ? i : n - 1 - i;
		struct deed part = { .ev = d->ev + from[k],
			.target = d->target + from[k],
			.n = from[k + 1] - from[k] };
		if (!void_part(s, &part, forward, words, a, e))
			return false;
	}
	return true;
}

/* `done` is the deed that is undone, or, after its VOID `undo`, done again. */
static bool take_back(struct study *s, const struct event *done, const struct event *undo,
	struct buf *what, struct arena *a, struct err *e)
{
	struct buf words = { 0 };
	struct deed d = { 0 };
	bool ok = deed_of(s, done, undo, &d, a, e) &&
		  study_describe(s, d.ev, d.n - 1, &words, a, e) && study_refresh(s, e) &&
		  void_deed(s, &d, undo != NULL, &words, a, e);
	if (ok)
		buf_add(what, buf_str(&words));
	buf_release(&words);
	return ok;
}

bool study_undo(struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	bool found;
	if (!study_writable(s, e) || !study_edit_recover(s, e))
		return false;
	bool ok = store_undoable(s->store, &ev, &found, &a, e);
	if (ok && !found)
		ok = err_set(e, ERR_MISSING, "nothing to undo");
	ok = ok && take_back(s, &ev, NULL, what, &a, e);
	arena_release(&a);
	return ok;
}

bool study_redo(struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event undo, done;
	bool found;
	if (!study_writable(s, e) || !study_edit_recover(s, e))
		return false;
	bool ok = store_redoable(s->store, &undo, &found, &a, e);
	if (ok && !found)
		ok = err_set(e, ERR_MISSING, "nothing to redo");
	ok = ok && store_event(s->store, undo.ref, &done, &a, e) &&
	     take_back(s, &done, &undo, what, &a, e);
	arena_release(&a);
	return ok;
}

bool study_undo_hint(const struct study *s, struct buf *what, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	struct deed d = { 0 };
	bool found;
	bool ok = store_undoable(s->store, &ev, &found, &a, e) &&
		  (!found || (deed_of(s, &ev, NULL, &d, &a, e) &&
				     study_describe(s, d.ev, d.n - 1, what, &a, e)));
	arena_release(&a);
	return ok;
}

bool study_last_note(const struct study *s, struct event_id *deed, struct err *e)
{
	struct arena a = { 0 };
	struct event ev;
	bool found, ok = store_undoable(s->store, &ev, &found, &a, e);
	if (ok && found && ev.kind == EVENT_NOTE)
		*deed = ev.id;
	arena_release(&a);
	return ok;
}
