/* store_help.c - stores made, filled and looked into by tests. */
#include "store_help.h"

#include <sqlite3.h>
#include <stdio.h>

#include "test.h"

int below(struct random *r, int n)
{
	r->state ^= r->state >> 12;
	r->state ^= r->state << 25;
	r->state ^= r->state >> 27;
	return (int)((r->state * UINT64_C(2685821657736338717) >> 33) % (uint64_t)n);
}

const char *in_dir(const char *dir, const char *name, char out[static 200])
{
	snprintf(out, 200, "%s/%s", dir, name);
	return out;
}

struct store *open_store(const char *path, enum store_mode mode)
{
	struct err e = { 0 };
	struct store *s = store_open(path, mode, &e);
	if (!s)
		fail_msg("%s", e.text);
	return s;
}

void close_store(struct store *s)
{
	assert_true(store_close(s, NULL));
}

struct event_id append_at(struct store *s, int64_t ms, struct event ev)
{
	struct sm2_options o = sm2_defaults();
	struct err e = { 0 };
	assert_true(store_begin(s, &e));
	if (!store_append(s, &o, ms, &ev, &e)) {
		store_rollback(s);
		assert_true(e.kind == ERR_INVALID || e.kind == ERR_MISSING);
		return (struct event_id){ 0 };
	}
	assert_true(store_commit(s, &e));
	return ev.id;
}

struct event_id grade(struct store *s, int64_t card, int day, int value)
{
	return append_at(s, BASE_MS + day,
		(struct event){ .kind = EVENT_GRADE,
			.day = day,
			.subject = card,
			.value = value,
			.took_ms = 1500 });
}

struct event_id void_of(struct store *s, struct event_id ref)
{
	return append_at(s, BASE_MS, (struct event){ .kind = EVENT_VOID, .day = 1, .ref = ref });
}

struct memory memory_of(struct store *s, int64_t card)
{
	struct card_state state;
	assert_true(store_card_state(s, card, &state, NULL));
	return state.memory;
}

void assert_sound(struct store *s)
{
	struct sm2_options o = sm2_defaults();
	struct verify_report report;
	struct arena a = { 0 };
	struct err e = { 0 };
	assert_true(store_verify(s, &o, false, &report, &a, &e));
	if (report.nproblem)
		fail_msg("%.*s", STR_ARG(report.problem[0]));
	arena_release(&a);
}

void run_sql(const char *path, const char *sql, bool ok)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, ok);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static int add_row(void *ctx, int n, char **value, char **name)
{
	(void)name;
	for (int i = 0; i < n; i++)
		buf_addf(ctx, "%s|", value[i] ? value[i] : "-");
	buf_addc(ctx, '\n');
	return 0;
}

struct buf ask_rows(const char *path, const char *sql)
{
	struct buf text = { 0 };
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, add_row, &text, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	return text;
}

struct buf dump(const char *path)
{
	static const char *const queries[] = {
		"SELECT hex(id), kind, day, subject, value, took, hex(ref), text FROM event ORDER "
		"BY id",
		"SELECT card, reps, ease, interval, due, last, lapses, drill, hex(drill_at), "
		"first, "
		"hidden, flagged, buried"
		" FROM memory ORDER BY card",
		"SELECT hex(id) FROM voided ORDER BY id",
		"SELECT * FROM alias ORDER BY id",
	};
	struct buf text = { 0 };
	for (size_t i = 0; i < LENGTH(queries); i++) {
		struct buf rows = ask_rows(path, queries[i]);
		buf_add(&text, buf_str(&rows));
		buf_release(&rows);
	}
	return text;
}

int64_t ask_int(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	int64_t value = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return value;
}

int first_row_steps(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	int steps = sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return steps;
}

void write_file(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

struct event_id to_undo(struct store *s, bool redo)
{
	struct arena a = { 0 };
	struct event ev = { 0 };
	bool found;
	assert_true(redo ? store_redoable(s, &ev, &found, &a, NULL)
			 : store_undoable(s, &ev, &found, &a, NULL));
	arena_release(&a);
	return found ? ev.id : (struct event_id){ 0 };
}
