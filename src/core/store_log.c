/* store_log.c - the log of events: appending to it and reading it. */
#include <stdlib.h>

#include "store_priv.h"

/*
 * Kinds that the user takes back, unless they were read from a changed file. Same list in two
 * queries.
 */
#define ORDINARY                                                                                   \
	"((e.kind IN (1, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 19)"                       \
	" AND NOT (e.kind IN (3, 4, 5) AND e.text IS 'file'))"                                     \
	" OR (e.kind = 8 AND e.text IS 'same') OR (e.kind = 18 AND e.text IS 'answered'))"
#define NOT_VOIDED "NOT EXISTS (SELECT 1 FROM voided v WHERE v.id = e.id)"
#define OF_MACHINE "substr(e.id, 11) = ?1"

struct event store_read_event(struct sql *q)
{
	return (struct event){
		.id = sql_id(q, 0),
		.kind = (enum event_kind)sql_small(q, 1),
		.day = sql_small(q, 2),
		.subject = sql_int(q, 3),
		.value = sql_int(q, 4),
		.took_ms = sql_int(q, 5),
		.ref = sql_id(q, 6),
		.text = sql_str(q, 7),
	};
}

static struct event keep_event(struct sql *q, struct arena *a)
{
	struct event ev = store_read_event(q);
	ev.text = ev.text.p ? arena_str(a, ev.text) : STR("");
	return ev;
}

/*
 * The id for a new event. Only events from `now_ms` on matter: all before are older than any id
 * made now. *newest: no event of any machine is later.
 */
static bool next_id(
	struct store *s, int64_t now_ms, struct event_id *id, bool *newest, struct err *e)
{
	static const char text[] = "SELECT id FROM event WHERE id >= ? ORDER BY id DESC";
	struct event_id last = { 0 }, latest = { 0 };
	uint64_t machine;
	uint32_t noise;
	struct sql q;
	if (!store_machine(s, &machine, e) || !sql_start(&q, s, STMT_NEWER_EVENTS, text, e))
		return false;
	struct event_id from = event_id_floor(now_ms);
	sql_bind_blob(&q, from.b, sizeof from.b);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW && event_id_none(last)) {
		struct event_id found = sql_id(&q, 0);
		if (event_id_none(latest))
			latest = found;
		if (event_id_machine(found) == machine)
			last = found;
	}
	sql_end(&q);
	if (step == SQL_FAILED)
		return false;
	store_random(&noise, sizeof noise);
	*id = event_id_next(last, now_ms, machine, noise);
	*newest = event_id_cmp(*id, latest) > 0;
	return true;
}

/* An id is fixed by now, so what cannot be applied is found before anything is written. */
static bool check_ref(struct store *s, const struct event *ev, struct err *e)
{
	struct arena a = { 0 };
	struct event target;
	if (ev->kind != EVENT_VOID)
		return true;
	bool done = store_event(s, ev->ref, &target, &a, e);
	arena_release(&a);
	if (done && event_id_machine(ev->ref) != event_id_machine(ev->id))
		return err_set(
			e, ERR_INVALID, "only what was done on this machine can be taken back");
	return done;
}

/*
 * Follow ALIAS from `id` to its end, or to `stop` when that lies on the way. No chain is as long as
 * the limit, unless the table is damaged and runs in a circle.
 */
static bool follow(struct store *s, int64_t id, const int64_t *stop, int64_t *card, struct err *e)
{
	enum { LONGEST_CHAIN = 10000 };
	static const char text[] = "SELECT card FROM alias WHERE id = ?";
	for (int i = 0; i < LONGEST_CHAIN; i++) {
		struct sql q;
		int64_t next = id;
		if (!sql_start(&q, s, STMT_ALIAS, text, e))
			return false;
		sql_bind_int(&q, id);
		if (!sql_one_int(&q, &next, e))
			return false;
		if (next == id || (stop && id == *stop)) {
			*card = id;
			return true;
		}
		id = next;
	}
	return err_set(e, ERR_DAMAGED,
		"%s is damaged: card histories run in a circle; run hone verify --rebuild",
		buf_cstr(&s->path));
}

static bool check_alias(struct store *s, const struct event *ev, struct err *e)
{
	int64_t end;
	if (ev->kind != EVENT_ALIAS)
		return true;
	if (!follow(s, ev->value, &ev->subject, &end, e))
		return false;
	if (end == ev->subject)
		return err_set(e, ERR_INVALID, "a card cannot continue its own history");
	return true;
}

bool store_put_event(struct store *s, const struct event *ev, bool *added, struct err *e)
{
	static const char text[] =
		"INSERT OR IGNORE INTO event(id, kind, day, subject, value, took, ref, text)"
		" VALUES(?, ?, ?, ?, ?, ?, ?, nullif(?, ''))";
	struct sql q;
	if (!sql_start(&q, s, STMT_APPEND, text, e))
		return false;
	sql_bind_id(&q, ev->id);
	sql_bind_int(&q, ev->kind);
	sql_bind_int(&q, ev->day);
	sql_bind_int(&q, ev->subject);
	sql_bind_int(&q, ev->value);
	sql_bind_int(&q, ev->took_ms);
	sql_bind_id(&q, ev->ref);
	sql_bind_str(&q, ev->text);
	if (!sql_run(&q, e))
		return false;
	*added = sqlite3_changes(s->db) > 0;
	return true;
}

bool store_append(struct store *s, const struct sm2_options *o, int64_t now_ms, struct event *ev,
	struct err *e)
{
	struct event made = *ev;
	bool newest, added;
	if (sqlite3_get_autocommit(s->db))
		bug("an event outside a transaction");
	if (!next_id(s, now_ms, &made.id, &newest, e) || !check_ref(s, &made, e) ||
		!check_alias(s, &made, e) || !store_put_event(s, &made, &added, e))
		return false;
	if (!added)
		bug("an event has the id of another");
	if (!store_apply(s, o, &made, newest, e))
		return false;
	ev->id = made.id;
	return true;
}

static bool newest_of_machine(struct store *s, enum stmt id, const char *text, struct event *ev,
	bool *found, struct arena *a, struct err *e)
{
	struct sql q;
	uint64_t machine;
	bool row;
	if (!store_machine(s, &machine, e) || !sql_start(&q, s, id, text, e))
		return false;
	uint8_t tag[6];
	for (int i = 0; i < 6; i++)
		tag[i] = (uint8_t)(machine >> (40 - 8 * i));
	sql_bind_blob(&q, tag, sizeof tag);
	if (!sql_one(&q, &row, e))
		return false;
	if (row)
		*ev = keep_event(&q, a);
	sql_end(&q);
	*found = row;
	return true;
}

bool store_undoable(struct store *s, struct event *ev, bool *found, struct arena *a, struct err *e)
{
	static const char text[] =
		"SELECT " EVENT_COLUMNS " FROM event e WHERE " OF_MACHINE " AND " ORDINARY
		" AND " NOT_VOIDED " ORDER BY e.id DESC LIMIT 1";
	return newest_of_machine(s, STMT_UNDOABLE, text, ev, found, a, e);
}

/* A VOID of a VOID was a redo itself; the first ordinary event that counts ends the search. */
bool store_redoable(struct store *s, struct event *ev, bool *found, struct arena *a, struct err *e)
{
	static const char text[] =
		"SELECT " EVENT_COLUMNS " FROM event e WHERE " OF_MACHINE " AND (" ORDINARY
		" OR (e.kind = 9 AND (SELECT r.kind FROM event r WHERE r.id = e.ref) IS NOT 9))"
		" AND " NOT_VOIDED " ORDER BY e.id DESC LIMIT 1";
	struct event newest;
	bool any;
	if (!newest_of_machine(s, STMT_REDOABLE, text, &newest, &any, a, e))
		return false;
	*found = any && newest.kind == EVENT_VOID;
	if (*found)
		*ev = newest;
	return true;
}

bool store_event(
	struct store *s, struct event_id id, struct event *ev, struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " EVENT_COLUMNS " FROM event e WHERE e.id = ?";
	struct sql q;
	bool row;
	if (!sql_start(&q, s, STMT_EVENT, text, e))
		return false;
	sql_bind_id(&q, id);
	if (!sql_one(&q, &row, e))
		return false;
	if (!row)
		return err_set(e, ERR_MISSING, "there is no such event in the log");
	*ev = keep_event(&q, a);
	sql_end(&q);
	return true;
}

/* Ids in their order: what is void goes by beside the events. */
struct ids {
	struct event_id *id;
	size_t n, cap, at;
};

static bool voided_from(struct store *s, struct event_id from, struct ids *out, struct err *e)
{
	static const char text[] = "SELECT id FROM voided WHERE id >= ? ORDER BY id";
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_blob(&q, from.b, sizeof from.b);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		out->id = array_room(out->id, out->n, &out->cap, sizeof *out->id);
		out->id[out->n++] = sql_id(&q, 0);
	}
	sql_end(&q);
	return step != SQL_FAILED;
}

static bool goes_by(struct ids *v, struct event_id id)
{
	while (v->at < v->n && event_id_cmp(v->id[v->at], id) < 0)
		v->at++;
	return v->at < v->n && event_id_cmp(v->id[v->at], id) == 0;
}

/* Asked of each event by the database, what is void cost a third of the whole. */
bool store_events(struct store *s, struct event_id from,
	bool (*each)(void *ctx, const struct event *ev, bool voided), void *ctx, struct err *e)
{
	static const char text[] =
		"SELECT " EVENT_COLUMNS " FROM event e WHERE e.id >= ? ORDER BY e.id";
	struct sql q;
	struct ids v = { 0 };
	bool held = s->hold;
	if (!held)
		store_hold(s); /* both of the same moment */
	bool ok = voided_from(s, from, &v, e) && sql_start(&q, s, STMT_ONCE, text, e);
	enum sql_step step = SQL_FAILED;
	if (ok) {
		sql_bind_blob(&q, from.b, sizeof from.b);
		while ((step = sql_next(&q, e)) == SQL_ROW) {
			struct event ev = store_read_event(&q);
			if (!each(ctx, &ev, goes_by(&v, ev.id)))
				break;
		}
		sql_end(&q);
	}
	if (!held)
		store_settle(s);
	free(v.id);
	return step != SQL_FAILED;
}

/* "same": the card of parameter 1 and every id whose history leads to it. */
#define WITH_SAME                                                                                  \
	"WITH RECURSIVE same(id) AS (VALUES(?1) UNION"                                             \
	" SELECT alias.id FROM same JOIN alias ON alias.card = same.id)"
#define OTHERS_OF_SAME                                                                             \
	" SELECT " EVENT_COLUMNS " FROM same CROSS JOIN event e ON e.subject = same.id"            \
	" WHERE e.kind <> 1 AND e.kind <> 9 AND " NOT_VOIDED

static bool read_rows(struct sql *q, struct history *h, struct arena *a, struct err *e)
{
	struct history found = { 0 };
	size_t cap = 0;
	enum sql_step step;
	while ((step = sql_next(q, e)) == SQL_ROW) {
		found.event = arena_room(a, found.event, found.n, &cap, sizeof *found.event);
		found.event[found.n++] = keep_event(q, a);
	}
	if (step == SQL_DONE)
		*h = found;
	return step == SQL_DONE;
}

static bool read_history(struct store *s, enum stmt id, const char *text, int64_t subject,
	struct history *h, struct arena *a, struct err *e)
{
	int64_t card;
	struct sql q;
	if (!store_alias(s, subject, &card, e) || !sql_start(&q, s, id, text, e))
		return false;
	sql_bind_int(&q, card);
	return read_rows(&q, h, a, e);
}

bool store_history(struct store *s, int64_t subject, struct event **ev, size_t *n, struct arena *a,
	struct err *e)
{
	static const char text[] = WITH_SAME OTHERS_OF_SAME
		" UNION ALL SELECT " EVENT_COLUMNS " FROM event e WHERE e.kind = 1"
		" AND e.subject IN (SELECT id FROM same) AND " NOT_VOIDED " ORDER BY 1";
	struct history h;
	if (!read_history(s, STMT_HISTORY, text, subject, &h, a, e))
		return false;
	*ev = h.event;
	*n = h.n;
	return true;
}

bool store_history_without_grades(
	struct store *s, int64_t subject, struct history *h, struct arena *a, struct err *e)
{
	static const char text[] = WITH_SAME OTHERS_OF_SAME " ORDER BY 1";
	return read_history(s, STMT_HISTORY_OTHERS, text, subject, h, a, e);
}

static bool is_voided(struct store *s, struct event_id id, bool *voided, struct err *e)
{
	static const char text[] = "SELECT EXISTS (SELECT 1 FROM voided WHERE id = ?)";
	int64_t is = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_IS_VOIDED, text, e))
		return false;
	sql_bind_id(&q, id);
	if (!sql_one_int(&q, &is, e))
		return false;
	*voided = is != 0;
	return true;
}

/* Most starts find no event: what is void is only asked once there is one, which costs them nothing. */
bool store_deeds(struct store *s, int64_t subject, struct event **ev, size_t *n, struct arena *a,
	struct err *e)
{
	static const char text[] = "SELECT " EVENT_COLUMNS " FROM event e WHERE e.subject = ?"
				   " AND e.kind <> 1 ORDER BY e.id";
	struct history h = { 0 };
	struct sql q;
	if (!sql_start(&q, s, STMT_DEEDS, text, e))
		return false;
	sql_bind_int(&q, subject);
	if (!read_rows(&q, &h, a, e))
		return false;
	size_t kept = 0;
	for (size_t i = 0; i < h.n; i++) {
		bool voided = h.event[i].kind == EVENT_VOID;
		if (!voided && !is_voided(s, h.event[i].id, &voided, e))
			return false;
		if (!voided)
			h.event[kept++] = h.event[i];
	}
	*ev = h.event;
	*n = kept;
	return true;
}

/* Work is logged on its day or, by hand, later: never by an id of two days before it. */
bool store_worked(struct store *s, int from, int to, int64_t *out, struct err *e)
{
	enum { EARLIER = 2, DAY_MS = 86400000 };
	static const char text[] = "SELECT e.day, e.took FROM event e WHERE e.id >= ?"
				   " AND e.kind = 6 AND e.day BETWEEN ? AND ? AND " NOT_VOIDED;
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	struct event_id least = event_id_floor(((int64_t)from - EARLIER) * DAY_MS);
	sql_bind_blob(&q, least.b, sizeof least.b);
	sql_bind_int(&q, from);
	sql_bind_int(&q, to);
	for (int i = 0; i <= to - from; i++)
		out[i] = 0;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW)
		out[sql_small(&q, 0) - from] += sql_int(&q, 1);
	return step != SQL_FAILED;
}

bool store_alias(struct store *s, int64_t id, int64_t *card, struct err *e)
{
	return follow(s, id, NULL, card, e);
}
