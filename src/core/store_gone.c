/* store_gone.c - cards whose text went from the files, and which of the new ones they may be. */
#include "hone/catalog.h"

#include "store_priv.h"

#define GONE_COLUMNS                                                                               \
	"g.card, g.day, g.shape & 15, (g.shape >> 4) & 268435455, g.path, g.front, g.back"

static struct gone_card read_gone(struct sql *q, struct arena *a)
{
	return (struct gone_card){
		.id = sql_int(q, 0),
		.day = sql_day(q, 1),
		.kind = (enum card_kind)sql_small(q, 2),
		.ordinal = sql_small(q, 3),
		.deck = arena_str(a, sql_str(q, 4)),
		.front = arena_str(a, sql_str(q, 5)),
		.back = arena_str(a, sql_str(q, 6)),
	};
}

bool catalog_gone(
	struct store *s, int max, struct gone_card **row, size_t *n, struct arena *a, struct err *e)
{
	static const char text[] =
		"SELECT " GONE_COLUMNS " FROM gone g ORDER BY g.day DESC, g.card LIMIT ?";
	struct sql q;
	size_t cap = 0;
	*row = NULL;
	*n = 0;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, max);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		*row = arena_room(a, *row, *n, &cap, sizeof **row);
		(*row)[(*n)++] = read_gone(&q, a);
	}
	return step != SQL_FAILED;
}

bool catalog_keep_gone(struct store *s, int64_t id, int day, struct err *e)
{
	static const char text[] =
		"INSERT OR REPLACE INTO gone(card, day, shape, path, front, back)"
		" SELECT c.id, ?2, c.shape, f.path, c.front, c.back FROM card c"
		" JOIN memory m ON m.card = c.id JOIN file f ON f.id = c.file WHERE" CARD_IS(
			"c.", "?1");
	struct sql q;
	if (!sql_start(&q, s, STMT_KEEP_GONE, text, e))
		return false;
	sql_bind_int(&q, id);
	sql_bind_day(&q, day);
	return sql_run(&q, e);
}

bool catalog_tidy_gone(struct store *s, struct err *e)
{
	return sql_exec(s,
		"DELETE FROM gone WHERE EXISTS (SELECT 1 FROM card c"
		" WHERE" CARD_IS(
			"c.", "gone.card") ");"
					   "UPDATE gone SET came = NULL WHERE came IS NOT NULL"
					   " AND NOT EXISTS (SELECT 1 FROM card c WHERE" CARD_IS(
						   "c.", "gone.came") ")",
		e);
}

bool catalog_put_doubt(struct store *s, int64_t came, int64_t gone, int permille, struct err *e)
{
	struct sql q;
	if (!catalog_drop_doubt(s, came, e) ||
		!sql_start(&q, s, STMT_ONCE,
			"UPDATE gone SET came = ?, permille = ? WHERE card = ?", e))
		return false;
	sql_bind_int(&q, came);
	sql_bind_int(&q, permille);
	sql_bind_int(&q, gone);
	return sql_run(&q, e);
}

bool catalog_drop_doubt(struct store *s, int64_t came, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, "UPDATE gone SET came = NULL WHERE came = ?", e))
		return false;
	sql_bind_int(&q, came);
	return sql_run(&q, e);
}

bool catalog_doubts(
	struct store *s, struct doubt_row **row, size_t *n, struct arena *a, struct err *e)
{
	static const char text[] =
		"SELECT " GONE_COLUMNS ", g.came, g.permille FROM gone g"
		" JOIN card c ON" CARD_IS(
			"c.", "g.came") "JOIN file f ON f.id = c.file"
					" WHERE NOT EXISTS (SELECT 1 FROM card o"
					" WHERE" CARD_IS(
						"o.", "g.card") ")"
								" ORDER BY f.path, c.line, c.shape";
	struct sql q;
	size_t cap = 0;
	*row = NULL;
	*n = 0;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		*row = arena_room(a, *row, *n, &cap, sizeof **row);
		(*row)[(*n)++] = (struct doubt_row){
			.gone = read_gone(&q, a),
			.came = sql_int(&q, 7),
			.permille = sql_small(&q, 8),
		};
	}
	return step != SQL_FAILED;
}
