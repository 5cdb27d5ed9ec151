/* store_walk.c - all cards in deck order, some at a time: what a list of many is filled by. */
#include "hone/catalog.h"

#include "store_priv.h"

/* On to the next file with a greater path. */
static bool next_file(struct store *s, struct card_walk *w, struct err *e)
{
	static const char text[] = "SELECT id, path FROM file WHERE path > ? ORDER BY path LIMIT 1";
	struct sql q;
	bool any;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_str(&q, buf_str(&w->path));
	if (!sql_one(&q, &any, e))
		return false;
	w->end = !any;
	if (!any)
		return true;
	w->file = sql_int(&q, 0);
	w->line = w->shape = w->no = -1;
	struct str path = sql_str(&q, 1);
	buf_clear(&w->path);
	buf_add(&w->path, path);
	sql_end(&q);
	return true;
}

/* Each of the two comes in order, so that they are only merged. */
#define PLACES_OF(deck)                                                                            \
	"SELECT p.line, p.shape, p.no, c.id FROM place p CROSS JOIN card c ON c.no = p.no"         \
	" WHERE p.deck = " deck " AND (p.line, p.shape, p.no) > (?2, ?3, ?4)"

static bool rest_of_file(
	struct store *s, struct card_walk *w, int64_t *id, size_t most, size_t *n, struct err *e)
{
	static const char text[] =
		PLACES_OF("-?1") " UNION ALL " PLACES_OF("?1") " ORDER BY 1, 2, 3 LIMIT ?5";
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, w->file);
	sql_bind_int(&q, w->line);
	sql_bind_int(&q, w->shape);
	sql_bind_int(&q, w->no);
	sql_bind_int(&q, (int64_t)(most - *n));
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		w->line = sql_int(&q, 0);
		w->shape = sql_int(&q, 1);
		w->no = sql_int(&q, 2);
		id[(*n)++] = sql_int(&q, 3);
	}
	return step != SQL_FAILED;
}

bool catalog_walk(
	struct store *s, struct card_walk *w, int64_t *id, size_t most, size_t *n, struct err *e)
{
	*n = 0;
	while (*n < most && !w->end) {
		if (w->file && !rest_of_file(s, w, id, most, n, e))
			return false;
		if (*n < most && !next_file(s, w, e))
			return false;
	}
	return true;
}

void card_walk_release(struct card_walk *w)
{
	buf_release(&w->path);
	*w = (struct card_walk){ 0 };
}
