/* store_session.c - the queries by which a session is put together. */
#include "hone/catalog.h"

#include "store_priv.h"

bool catalog_each_due(struct store *s, int today, int until,
	bool (*each)(void *ctx, int64_t id, int due, int interval, int64_t file), void *ctx,
	struct err *e)
{
	static const char text[] =
		"SELECT m.card, m.due, m.interval, c.file FROM memory m"
		" CROSS JOIN card c ON" CARD_IS("c.",
			"m.card") " WHERE m.hidden = 0 AND m.present = 1 AND m.due IS NOT NULL AND "
				  "m.due <= ?2"
				  " AND m.card NOT IN (SELECT card FROM memory WHERE buried >= ?1)"
				  " ORDER BY m.due, m.card";
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, today);
	sql_bind_int(&q, until);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW)
		if (!each(ctx, sql_int(&q, 0), sql_small(&q, 1), sql_small(&q, 2),
			    sql_int(&q, 3))) {
			sql_end(&q);
			break;
		}
	return step != SQL_FAILED;
}

/* A card that was answered is not new. */
bool catalog_siblings_answered(
	struct store *s, int64_t card, int today, bool *answered, struct err *e)
{
	static const char text[] =
		"SELECT EXISTS (SELECT 1 FROM card a"
		" CROSS JOIN place p ON p.deck = -a.file AND p.line = a.line"
		" CROSS JOIN card b ON b.no = p.no CROSS JOIN memory m ON m.card = b.id"
		" WHERE" CARD_IS("a.", "?1") "AND p.no <> a.no AND m.last = ?2)";
	struct sql q;
	int64_t any = 0;
	if (!sql_start(&q, s, STMT_SIBLINGS, text, e))
		return false;
	sql_bind_int(&q, card);
	sql_bind_int(&q, today);
	if (!sql_one_int(&q, &any, e))
		return false;
	*answered = any != 0;
	return true;
}

bool catalog_seconds(struct store *s, int *seconds, struct err *e)
{
	enum { LEAST = 5 };
	static const char text[] =
		"SELECT count(*), ifnull(avg(took), 0) + 500 FROM (SELECT took FROM"
		" (SELECT kind, took FROM event ORDER BY id DESC LIMIT 10000)"
		" WHERE kind = 1 AND took > 0 LIMIT 500)";
	struct sql q;
	bool row;
	if (!sql_start(&q, s, STMT_ONCE, text, e) || !sql_one(&q, &row, e))
		return false;
	int64_t n = sql_int(&q, 0), rounded = sql_int(&q, 1) / 1000;
	sql_end(&q);
	*seconds = n < LEAST ? 0 : rounded < 1 ? 1 : rounded > INT_MAX ? INT_MAX : (int)rounded;
	return true;
}
