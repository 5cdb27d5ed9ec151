/* store_fold.c - the folded tables brought up to date with one event. */
#include "store_priv.h"

bool store_is_fresh(const struct card_state *state)
{
	return state->memory.last == DAY_NONE && !state->hidden;
}

struct card_state store_read_state(struct sql *q, int column)
{
	struct card_state state = {
		.memory.reps = sql_small(q, column),
		.memory.ease = sql_small(q, column + 1),
		.memory.interval = sql_small(q, column + 2),
		.memory.due = sql_day(q, column + 3),
		.memory.last = sql_day(q, column + 4),
		.memory.lapses = sql_small(q, column + 5),
		.memory.drill = sql_day(q, column + 6),
		.drill_at = sql_id(q, column + 7),
		.first = sql_day(q, column + 8),
		.hidden = sql_int(q, column + 9) != 0,
		.flagged = sql_int(q, column + 10) != 0,
		.buried = sql_day(q, column + 11),
		.seen = true,
	};
	return state;
}

void store_bind_state(struct sql *q, const struct card_state *state)
{
	sql_bind_int(q, state->memory.reps);
	sql_bind_int(q, state->memory.ease);
	sql_bind_int(q, state->memory.interval);
	sql_bind_day(q, state->memory.due);
	sql_bind_day(q, state->memory.last);
	sql_bind_int(q, state->memory.lapses);
	sql_bind_day(q, state->memory.drill);
	sql_bind_id(q, state->drill_at);
	sql_bind_day(q, state->first);
	sql_bind_int(q, state->hidden);
	sql_bind_int(q, state->flagged);
	sql_bind_day(q, state->buried);
}

bool store_same_state(const struct card_state *a, const struct card_state *b)
{
	const struct memory *m = &a->memory, *n = &b->memory;
	return m->reps == n->reps && m->ease == n->ease && m->interval == n->interval &&
	       m->due == n->due && m->last == n->last && m->lapses == n->lapses &&
	       m->drill == n->drill && event_id_cmp(a->drill_at, b->drill_at) == 0 &&
	       a->first == b->first && a->hidden == b->hidden && a->flagged == b->flagged &&
	       a->buried == b->buried && a->seen == b->seen;
}

/* Of a card that is no alias; unseen when the log knows nothing of it. */
static bool read_memory(struct store *s, int64_t card, struct card_state *state, struct err *e)
{
	static const char text[] = "SELECT " STATE_COLUMNS " FROM memory m WHERE m.card = ?";
	struct sql q;
	bool row;
	if (!sql_start(&q, s, STMT_MEMORY, text, e))
		return false;
	sql_bind_int(&q, card);
	if (!sql_one(&q, &row, e))
		return false;
	*state = row ? store_read_state(&q, 0) : fold_card_new();
	sql_end(&q);
	return true;
}

bool store_add_memory(struct store *s, int64_t card, const struct card_state *state, struct err *e)
{
	static const char text[] = "INSERT INTO memory(reps, ease, interval, due, last, lapses, "
				   "drill, drill_at, first,"
				   " hidden, flagged, buried, card, present)"
				   " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
				   " EXISTS (SELECT 1 FROM card WHERE" CARD_IS("", "?13") "))";
	struct sql q;
	if (!sql_start(&q, s, STMT_ADD_MEMORY, text, e))
		return false;
	store_bind_state(&q, state);
	sql_bind_int(&q, card);
	return sql_run(&q, e);
}

static bool update_memory(
	struct store *s, int64_t card, const struct card_state *state, struct err *e)
{
	static const char text[] =
		"UPDATE memory SET reps = ?, ease = ?, interval = ?, due = ?, last = ?, lapses = ?,"
		" drill = ?, drill_at = ?, first = ?, hidden = ?, flagged = ?, buried = ?"
		" WHERE card = ?";
	struct sql q;
	if (!sql_start(&q, s, STMT_UPDATE_MEMORY, text, e))
		return false;
	store_bind_state(&q, state);
	sql_bind_int(&q, card);
	return sql_run(&q, e);
}

/* An answer in the drill changes nothing else: the index of due days stays as it is. */
static bool update_drill(
	struct store *s, int64_t card, const struct card_state *state, struct err *e)
{
	static const char text[] = "UPDATE memory SET drill = ?, drill_at = ? WHERE card = ?";
	struct sql q;
	if (!sql_start(&q, s, STMT_UPDATE_DRILL, text, e))
		return false;
	sql_bind_day(&q, state->memory.drill);
	sql_bind_id(&q, state->drill_at);
	sql_bind_int(&q, card);
	return sql_run(&q, e);
}

static bool change_memory(struct store *s, int64_t card, const struct card_state *before,
	const struct card_state *after, struct err *e)
{
	struct card_state drilled = *before;
	drilled.memory.drill = after->memory.drill;
	drilled.drill_at = after->drill_at;
	if (store_same_state(before, after))
		return true;
	if (store_same_state(&drilled, after))
		return update_drill(s, card, after, e);
	return update_memory(s, card, after, e);
}

static bool run_with(struct store *s, enum stmt id, const char *text, int64_t value, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, id, text, e))
		return false;
	sql_bind_int(&q, value);
	return sql_run(&q, e);
}

static bool write_fresh(struct store *s, int64_t card, bool fresh, struct err *e)
{
	static const char take[] = "DELETE FROM place WHERE (deck, line, no) ="
				   " (SELECT iif(?1, -file, file), line, no FROM card"
				   " WHERE" CARD_IS("", "?2") ")";
	static const char give[] = "INSERT OR IGNORE INTO place(deck, line, no)"
				   " SELECT iif(?1, file, -file), line, no FROM card"
				   " WHERE" CARD_IS("", "?2");
	const struct {
		enum stmt id;
		const char *text;
	} step[] = { { STMT_NOT_FRESH, take }, { STMT_FRESH, give } };
	for (size_t i = 0; i < LENGTH(step); i++) {
		struct sql q;
		if (!sql_start(&q, s, step[i].id, step[i].text, e))
			return false;
		sql_bind_int(&q, fresh);
		sql_bind_int(&q, card);
		if (!sql_run(&q, e))
			return false;
	}
	return true;
}

/* place is written only when the card stops to be new: a grade of a known card leaves it alone. */
static bool write_memory(struct store *s, int64_t card, const struct card_state *before,
	const struct card_state *after, struct err *e)
{
	bool fresh = store_is_fresh(after), done = true;
	if (before->seen && after->seen)
		done = change_memory(s, card, before, after, e);
	else if (after->seen)
		done = store_add_memory(s, card, after, e);
	else if (before->seen)
		done = run_with(s, STMT_DROP_MEMORY, "DELETE FROM memory WHERE card = ?", card, e);
	if (done && fresh != store_is_fresh(before))
		done = write_fresh(s, card, fresh, e);
	return done;
}

static bool fold_history(struct store *s, const struct sm2_options *o, int64_t card,
	struct card_state *state, struct err *e)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	bool done = store_history(s, card, &ev, &n, &a, e);
	if (done) {
		*state = fold_card_new();
		for (size_t i = 0; i < n; i++)
			*state = fold_card(o, *state, &ev[i]);
	}
	arena_release(&a);
	return done;
}

static bool refold_card(
	struct store *s, const struct sm2_options *o, int64_t subject, struct err *e)
{
	struct card_state before, after;
	int64_t card;
	return store_alias(s, subject, &card, e) && read_memory(s, card, &before, e) &&
	       fold_history(s, o, card, &after, e) && write_memory(s, card, &before, &after, e);
}

static bool apply_card(struct store *s, const struct sm2_options *o, const struct event *ev,
	bool newest, struct err *e)
{
	struct card_state before;
	int64_t card;
	if (!newest)
		return refold_card(s, o, ev->subject, e);
	if (!store_alias(s, ev->subject, &card, e) || !read_memory(s, card, &before, e))
		return false;
	struct card_state after = fold_card(o, before, ev);
	return write_memory(s, card, &before, &after, e);
}

bool store_put_topic_state(struct store *s, int64_t topic, struct topic_state state, struct err *e)
{
	static const char text[] = "UPDATE topic SET level = ?, since = ? WHERE id = ?";
	struct sql q;
	if (!sql_start(&q, s, STMT_PUT_TOPIC_LEVEL, text, e))
		return false;
	sql_bind_int(&q, state.level);
	sql_bind_day(&q, state.since);
	sql_bind_int(&q, topic);
	return sql_run(&q, e);
}

bool store_topic_state(struct store *s, int64_t topic, struct topic_state *state, struct err *e)
{
	struct arena a = { 0 };
	struct history h;
	bool done = store_history_without_grades(s, topic, &h, &a, e);
	if (done) {
		*state = fold_topic_new();
		for (size_t i = 0; i < h.n; i++)
			*state = fold_topic(*state, &h.event[i]);
	}
	arena_release(&a);
	return done;
}

static bool refold_topic(struct store *s, int64_t topic, struct err *e)
{
	struct topic_state state;
	return store_topic_state(s, topic, &state, e) && store_put_topic_state(s, topic, state, e);
}

bool store_put_alias(struct store *s, int64_t id, int64_t card, struct err *e)
{
	static const char text[] = "INSERT INTO alias(id, card) VALUES(?, ?)"
				   " ON CONFLICT(id) DO UPDATE SET card = excluded.card";
	struct sql q;
	if (!sql_start(&q, s, STMT_PUT_ALIAS, text, e))
		return false;
	sql_bind_int(&q, id);
	sql_bind_int(&q, card);
	return sql_run(&q, e);
}

/*
 * The subject stops being a card of its own; where it belonged before loses what it brought. Mostly
 * it is a wording never answered, which changes nothing: then no history is read.
 */
static bool apply_alias(struct store *s, const struct sm2_options *o, const struct event *ev,
	bool newest, struct err *e)
{
	struct card_state own, none = fold_card_new();
	int64_t old;
	if (!newest)
		return store_refold(s, o, e);
	if (!store_alias(s, ev->subject, &old, e) || !store_put_alias(s, ev->subject, ev->value, e))
		return false;
	if (old != ev->subject)
		return refold_card(s, o, old, e) && refold_card(s, o, ev->value, e);
	if (!read_memory(s, old, &own, e))
		return false;
	return !own.seen ||
	       (write_memory(s, old, &own, &none, e) && refold_card(s, o, ev->value, e));
}

static bool ask(struct store *s, enum stmt id, const char *text, struct event_id event,
	bool *answer, struct err *e)
{
	struct sql q;
	int64_t value = 0;
	if (!sql_start(&q, s, id, text, e))
		return false;
	sql_bind_id(&q, event);
	if (!sql_one_int(&q, &value, e))
		return false;
	*answer = value != 0;
	return true;
}

bool store_put_voided(struct store *s, struct event_id event, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, STMT_PUT_VOIDED, "INSERT INTO voided(id) VALUES(?)", e))
		return false;
	sql_bind_id(&q, event);
	return sql_run(&q, e);
}

/* *changed: the event became void, or stopped to be. */
static bool revoid(struct store *s, struct event_id event, bool *changed, struct err *e)
{
	static const char want_text[] =
		"SELECT EXISTS (SELECT 1 FROM event e WHERE e.kind IN (8, 9) AND e.kind = 9"
		" AND e.ref = ?1 AND e.id > ?1 AND EXISTS (SELECT 1 FROM event t WHERE t.id = ?1)"
		" AND NOT EXISTS (SELECT 1 FROM voided v WHERE v.id = e.id))";
	static const char is_text[] = "SELECT EXISTS (SELECT 1 FROM voided WHERE id = ?)";
	static const char drop[] = "DELETE FROM voided WHERE id = ?";
	bool want, is;
	struct sql q;
	if (!ask(s, STMT_WANT_VOIDED, want_text, event, &want, e) ||
		!ask(s, STMT_IS_VOIDED, is_text, event, &is, e))
		return false;
	*changed = want != is;
	if (want == is)
		return true;
	if (want)
		return store_put_voided(s, event, e);
	if (!sql_start(&q, s, STMT_DROP_VOIDED, drop, e))
		return false;
	sql_bind_id(&q, event);
	return sql_run(&q, e);
}

/* An event that does not count any more, or counts again. */
static bool refold(
	struct store *s, const struct sm2_options *o, const struct event *ev, struct err *e)
{
	switch (ev->kind) {
	case EVENT_GRADE:
	case EVENT_SCORE:
	case EVENT_STATE:
	case EVENT_HIDE:
	case EVENT_BURY:
	case EVENT_FLAG: return refold_card(s, o, ev->subject, e);
	case EVENT_LEVEL: return refold_topic(s, ev->subject, e);
	case EVENT_ALIAS: return store_refold(s, o, e);
	default: return true;
	}
}

/* Down the chain of undo, redo, undo ... to the event that it is about. */
static bool apply_void(
	struct store *s, const struct sm2_options *o, struct event_id ref, struct err *e)
{
	struct arena a = { 0 };
	bool done = true, more = true;
	while (done && more) {
		struct event target;
		done = revoid(s, ref, &more, e);
		if (!done || !more)
			break;
		done = store_event(s, ref, &target, &a, e);
		if (!done)
			break;
		more = target.kind == EVENT_VOID;
		ref = target.ref;
		if (!more)
			done = refold(s, o, &target, e);
	}
	arena_release(&a);
	return done;
}

bool store_apply(struct store *s, const struct sm2_options *o, const struct event *ev, bool newest,
	struct err *e)
{
	switch (ev->kind) {
	case EVENT_GRADE:
	case EVENT_SCORE:
	case EVENT_STATE:
	case EVENT_HIDE:
	case EVENT_BURY:
	case EVENT_FLAG: return apply_card(s, o, ev, newest, e);
	case EVENT_LEVEL: return refold_topic(s, ev->subject, e);
	case EVENT_ALIAS: return apply_alias(s, o, ev, newest, e);
	case EVENT_VOID: return apply_void(s, o, ev->ref, e);
	default: return true;
	}
}

bool store_card_state(struct store *s, int64_t card, struct card_state *state, struct err *e)
{
	int64_t end;
	return store_alias(s, card, &end, e) && read_memory(s, end, state, e);
}
