/* store_merge.c - the events of another database taken over. */
#include "store_priv.h"

#include <sys/stat.h>

static bool same_file(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static bool put(struct store *s, struct store *from, struct sql *q, int64_t *added, struct err *e)
{
	struct event ev = store_read_event(q);
	bool is_new = false;
	if (event_id_none(ev.id))
		return err_set(e, ERR_DAMAGED,
			"%s is damaged: an event has no id; run hone verify there",
			buf_cstr(&from->path));
	if (!store_put_event(s, &ev, &is_new, e))
		return false;
	*added += is_new;
	return true;
}

static bool copy_events(struct store *s, struct store *from, int64_t *added, struct err *e)
{
	static const char text[] = "SELECT " EVENT_COLUMNS " FROM event e ORDER BY e.id";
	struct sql q;
	if (!sql_start(&q, from, STMT_ONCE, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW)
		if (!put(s, from, &q, added, e)) {
			sql_end(&q);
			return false;
		}
	return step == SQL_DONE;
}

/* Two connections and not ATTACH: an error then names the file that it is about. */
bool store_merge(struct store *s, const struct sm2_options *o, const char *other, int64_t *added,
	struct err *e)
{
	int64_t n = 0;
	if (same_file(other, buf_cstr(&s->path)))
		return err_set(e, ERR_INVALID, "%s is the database of this study itself", other);
	struct store *from = store_open(other, STORE_READ, e);
	if (!from)
		return false;
	bool done = store_begin(s, e);
	if (done) {
		done = copy_events(s, from, &n, e) && (n == 0 || store_refold(s, o, e)) &&
		       store_commit(s, e);
		if (!done)
			store_rollback(s);
	}
	if (!store_close(from, done ? e : NULL))
		done = false;
	if (done)
		*added = n;
	return done;
}
