/* store_queue.c - the queries of the queue: what is next, and how many there are. */
#include "hone/catalog.h"

#include "store_priv.h"

/* For counting: a short list, read once from an index of its own, and no row of the queue's cards. */
#define NONE_BURIED " AND card NOT IN (SELECT card FROM memory WHERE buried >= ?1)"

/* At most four numbers in, one number out (0 when there is no row). */
static bool ask(struct store *s, enum stmt id, const char *text, const int64_t *in, int nin,
	int64_t *out, struct err *e)
{
	struct sql q;
	int64_t value = 0;
	if (!sql_start(&q, s, id, text, e))
		return false;
	for (int i = 0; i < nin; i++)
		sql_bind_int(&q, in[i]);
	if (!sql_one_int(&q, &value, e))
		return false;
	*out = value;
	return true;
}

static bool count(struct store *s, enum stmt id, const char *text, const int64_t *in, int nin,
	int *n, struct err *e)
{
	int64_t value;
	if (!ask(s, id, text, in, nin, &value, e))
		return false;
	*n = value > INT_MAX ? INT_MAX : (int)value;
	return true;
}

/* LIMIT -1 is no limit. */
static int64_t limit(int cap)
{
	return cap > 0 ? cap : -1;
}

bool catalog_next_due(struct store *s, int today, int64_t except, int64_t *id, struct err *e)
{
	static const char text[] =
		"SELECT card FROM memory WHERE" IN_QUEUE " AND due <= ?1" NOT_BURIED
		" AND card <> ?2 ORDER BY due, card LIMIT 1";
	return ask(s, STMT_NEXT_DUE, text, (int64_t[]){ today, except }, 2, id, e);
}

bool catalog_next_new(struct store *s, int today, int64_t except, int64_t *id, struct err *e)
{
	static const char text[] =
		"SELECT c.id FROM place p CROSS JOIN card c ON c.no = p.no WHERE p.deck > 0"
		" AND c.id <> ?2 AND NOT EXISTS (SELECT 1 FROM memory m WHERE m.card = c.id AND "
		"m.buried >= ?1)"
		" ORDER BY p.deck, p.line, p.shape LIMIT 1";
	return ask(s, STMT_NEXT_NEW, text, (int64_t[]){ today, except }, 2, id, e);
}

bool catalog_next_drill(struct store *s, int today, int64_t except, int64_t *id, struct err *e)
{
	static const char text[] =
		"SELECT card FROM memory WHERE drill = ?1 AND hidden = 0 AND present = 1" NOT_BURIED
		" AND card <> ?2 ORDER BY drill_at, card LIMIT 1";
	return ask(s, STMT_NEXT_DRILL, text, (int64_t[]){ today, except }, 2, id, e);
}

/* Due after `after`, up to `day`. */
static bool count_between(struct store *s, int after, int day, int cap, int *n, struct err *e)
{
	static const char text[] = "SELECT count(*) FROM (SELECT 1 FROM memory WHERE" IN_QUEUE
				   " AND due > ?3 AND due <= ?1" NONE_BURIED " LIMIT ?2)";
	return count(s, STMT_COUNT_DUE, text, (int64_t[]){ day, limit(cap), after }, 3, n, e);
}

bool catalog_count_due(struct store *s, int today, int cap, int *n, struct err *e)
{
	return count_between(s, DAY_NONE, today, cap, n, e);
}

bool catalog_count_on(struct store *s, int day, int cap, int *n, struct err *e)
{
	return count_between(s, day - 1, day, cap, n, e);
}

bool catalog_count_new(struct store *s, int today, int cap, int *n, struct err *e)
{
	static const char text[] =
		"SELECT count(*) FROM (SELECT 1 FROM place WHERE deck > 0 AND no NOT IN"
		" (SELECT c.no FROM memory m CROSS JOIN card c ON" CARD_IS(
			"c.", "m.card") "WHERE m.buried >= "
					"?1)"
					" LIMIT ?2)";
	return count(s, STMT_COUNT_NEW, text, (int64_t[]){ today, limit(cap) }, 2, n, e);
}

bool catalog_count_drill(struct store *s, int today, int *n, struct err *e)
{
	static const char text[] = "SELECT count(*) FROM memory"
				   " WHERE drill = ?1 AND hidden = 0 AND present = 1" NONE_BURIED;
	return count(s, STMT_COUNT_DRILL, text, (int64_t[]){ today }, 1, n, e);
}

bool catalog_count_cards(struct store *s, int64_t *n, struct err *e)
{
	return ask(s, STMT_ONCE, "SELECT count(*) FROM card", NULL, 0, n, e);
}

/*
 * No index on memory.first: it would cost every card and answer only this. The grades of a day are
 * found in the log, where a study day begins at most a day before its date does anywhere on Earth. One
 * reworded twice since its grade of today is missed: the limit then lets in one new card more.
 */
bool catalog_count_first(struct store *s, int day, int *n, struct err *e)
{
	static const char text[] =
		"SELECT count(DISTINCT m.card) FROM event e CROSS JOIN memory m"
		" ON m.card = ifnull((SELECT card FROM alias a WHERE a.id = e.subject), e.subject)"
		" WHERE e.id >= ?2 AND e.kind = 1 AND m.first = ?1";
	enum { DAY_MS = 86400000 };
	struct event_id from = event_id_floor(((int64_t)day - 1) * DAY_MS);
	struct sql q;
	int64_t value = 0;
	if (!sql_start(&q, s, STMT_COUNT_FIRST, text, e))
		return false;
	sql_bind_int(&q, day);
	sql_bind_blob(&q, from.b, sizeof from.b);
	if (!sql_one_int(&q, &value, e))
		return false;
	*n = value > INT_MAX ? INT_MAX : (int)value;
	return true;
}
