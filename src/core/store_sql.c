/* store_sql.c - statements, their parameters and columns, and what SQLite's errors mean. */
#include "store_priv.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

static bool disk_full(int code, int os)
{
	return code == SQLITE_FULL || (code == SQLITE_IOERR && (os == ENOSPC || os == EDQUOT));
}

/* What no use of hone leads to is a defect of ours, or the end of memory. */
static void not_the_users(int code, const char *why)
{
	if (code == SQLITE_NOMEM)
		xrealloc(NULL, SIZE_MAX, 2);
	if (code == SQLITE_MISUSE || code == SQLITE_RANGE || code == SQLITE_CONSTRAINT ||
		code == SQLITE_MISMATCH)
		bug("%s", why);
}

/* Others or the system stand in the way; false when it is something else. */
static bool refused(int code, int os, const char *path, struct err *e)
{
	switch (code) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		err_set(e, ERR_LOCKED,
			"%s is held by another program: close that, or wait and do it again", path);
		return true;
	case SQLITE_READONLY:
		err_set(e, ERR_READONLY,
			"%s cannot be written: check its permissions and those of its folder",
			path);
		return true;
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		err_set(e, ERR_IO, "%s cannot be opened (%s): check its permissions and its folder",
			path, strerror(os));
		return true;
	case SQLITE_IOERR:
		err_set(e, ERR_IO,
			"%s: the disk failed (%s), nothing was saved: check the disk, then do it "
			"again",
			path, strerror(os));
		return true;
	default: return false;
	}
}

bool store_fail(struct store *s, struct err *e)
{
	int code = sqlite3_errcode(s->db) & 0xff, os = sqlite3_system_errno(s->db);
	const char *path = buf_cstr(&s->path), *why = sqlite3_errmsg(s->db);
	/* Only a table that is not as we made it holds text where numbers belong. */
	if (sqlite3_extended_errcode(s->db) == SQLITE_CONSTRAINT_DATATYPE)
		code = SQLITE_CORRUPT;
	not_the_users(code, why);
	if (disk_full(code, os))
		return err_set(e, ERR_IO,
			"%s: the disk is full, nothing was saved: free some space and do it again",
			path);
	if (refused(code, os, path, e))
		return false;
	switch (code) {
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
	case SQLITE_ERROR:
		return err_set(e, ERR_DAMAGED,
			"%s is damaged or no database (%s); nothing was changed: put a backup in "
			"its "
			"place, or start anew with `hone -s DIR verify --move-aside`",
			path, why);
	case SQLITE_TOOBIG:
		return err_set(e, ERR_INVALID, "%s: a text is too long to be stored", path);
	default: return err_set(e, ERR_IO, "%s: %s", path, why);
	}
}

bool sql_exec(struct store *s, const char *text, struct err *e)
{
	return sqlite3_exec(s->db, text, NULL, NULL, NULL) == SQLITE_OK || store_fail(s, e);
}

static bool prepare(struct sql *q, struct store *s, enum stmt id, const char *text, struct err *e)
{
	*q = (struct sql){ .store = s, .once = id == STMT_ONCE };
	if (!q->once)
		q->st = s->stmt[id];
	if (q->st && sqlite3_stmt_busy(q->st))
		bug("nested use of: %s", text);
	unsigned flags = q->once ? 0 : SQLITE_PREPARE_PERSISTENT;
	if (!q->st && sqlite3_prepare_v3(s->db, text, -1, flags, &q->st, NULL) != SQLITE_OK)
		return store_fail(s, e);
	if (!q->once)
		s->stmt[id] = q->st;
	return true;
}

/* The first read after store_hold() or after a transaction begins the moment that all share. */
static bool begin_reading(struct store *s, struct err *e)
{
	struct sql q;
	if (!prepare(&q, s, STMT_BEGIN_READ, "BEGIN", e) || !sql_run(&q, e))
		return false;
	s->reading = true;
	return true;
}

bool sql_start(struct sql *q, struct store *s, enum stmt id, const char *text, struct err *e)
{
	if (!prepare(q, s, id, text, e))
		return false;
	bool joins = s->hold && id != STMT_DATA_VERSION && sqlite3_stmt_readonly(q->st);
	return !joins || !sqlite3_get_autocommit(s->db) || begin_reading(s, e);
}

static void keep_first(struct sql *q, int rc)
{
	if (q->rc == SQLITE_OK)
		q->rc = rc;
}

void sql_bind_int(struct sql *q, int64_t value)
{
	keep_first(q, sqlite3_bind_int64(q->st, ++q->nbound, value));
}

void sql_bind_day(struct sql *q, int day)
{
	if (day != DAY_NONE)
		sql_bind_int(q, day);
	else
		keep_first(q, sqlite3_bind_null(q->st, ++q->nbound));
}

void sql_bind_str(struct sql *q, struct str text)
{
	const char *p = text.p ? text.p : "";
	keep_first(
		q, sqlite3_bind_text64(q->st, ++q->nbound, p, text.n, SQLITE_STATIC, SQLITE_UTF8));
}

void sql_bind_blob(struct sql *q, const void *bytes, size_t n)
{
	keep_first(q, sqlite3_bind_blob64(q->st, ++q->nbound, bytes, n, SQLITE_TRANSIENT));
}

void sql_bind_id(struct sql *q, struct event_id id)
{
	if (event_id_none(id))
		keep_first(q, sqlite3_bind_null(q->st, ++q->nbound));
	else
		sql_bind_blob(q, id.b, sizeof id.b);
}

enum sql_step sql_next(struct sql *q, struct err *e)
{
	int rc = q->rc == SQLITE_OK ? sqlite3_step(q->st) : q->rc;
	if (rc == SQLITE_ROW)
		return SQL_ROW;
	/* The error is read before the reset, which may replace it. */
	if (rc != SQLITE_DONE)
		store_fail(q->store, e);
	sql_end(q);
	return rc == SQLITE_DONE ? SQL_DONE : SQL_FAILED;
}

bool sql_run(struct sql *q, struct err *e)
{
	enum sql_step step;
	while ((step = sql_next(q, e)) == SQL_ROW)
		continue;
	return step == SQL_DONE;
}

bool sql_one(struct sql *q, bool *row, struct err *e)
{
	enum sql_step step = sql_next(q, e);
	*row = step == SQL_ROW;
	return step != SQL_FAILED;
}

bool sql_one_int(struct sql *q, int64_t *value, struct err *e)
{
	bool row;
	if (!sql_one(q, &row, e))
		return false;
	if (row) {
		*value = sql_int(q, 0);
		sql_end(q);
	}
	return true;
}

/* sqlite3_reset() repeats the error of the last step, which was reported already. */
void sql_end(struct sql *q)
{
	if (q->once)
		sqlite3_finalize(q->st);
	else
		sqlite3_reset(q->st);
	q->st = NULL;
}

int64_t sql_int(struct sql *q, int column)
{
	return sqlite3_column_int64(q->st, column);
}

int sql_small(struct sql *q, int column)
{
	int64_t v = sql_int(q, column);
	return v < INT_MIN ? INT_MIN : v > INT_MAX ? INT_MAX : (int)v;
}

int sql_day(struct sql *q, int column)
{
	if (sqlite3_column_type(q->st, column) == SQLITE_NULL)
		return DAY_NONE;
	return sql_small(q, column);
}

struct str sql_str(struct sql *q, int column)
{
	const void *p = sqlite3_column_blob(q->st, column);
	if (!p)
		return (struct str){ 0 };
	return (struct str){ p, (size_t)sqlite3_column_bytes(q->st, column) };
}

struct event_id sql_id(struct sql *q, int column)
{
	struct event_id id = { 0 };
	struct str bytes = sql_str(q, column);
	if (bytes.n == sizeof id.b)
		memcpy(id.b, bytes.p, sizeof id.b);
	return id;
}
