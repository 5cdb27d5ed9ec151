/* store_help.h - what the tests of the store share. */
#ifndef HONE_STORE_HELP_H
#define HONE_STORE_HELP_H

#include "hone/store.h"

enum { BASE_DAY = 20000 };

#define BASE_MS INT64_C(1728000000000) /* the morning of that day */

/* xorshift64*: variety that is the same on every run. */
struct random {
	uint64_t state;
};
int below(struct random *r, int n);

const char *in_dir(const char *dir, const char *name, char out[static 200]);
void write_file(const char *path, const char *bytes, size_t n);

struct store *open_store(const char *path, enum store_mode mode); /* fails the test if it cannot */
void close_store(struct store *s);

/* One event in a transaction of its own; its id, or none when it was refused. */
struct event_id append_at(struct store *s, int64_t ms, struct event ev);
struct event_id grade(struct store *s, int64_t card, int day, int value);
struct event_id void_of(struct store *s, struct event_id ref);

/* What undo (or redo) would act on now: its id, or none. */
struct event_id to_undo(struct store *s, bool redo);

struct memory memory_of(struct store *s, int64_t card);

/* Nothing that store_verify() finds. */
void assert_sound(struct store *s);

/* SQL behind the store's back, on a file that no store has open. */
void run_sql(const char *path, const char *sql, bool ok);
int64_t ask_int(const char *path, const char *sql);
int first_row_steps(const char *path, const char *sql); /* of SQLite's machine, parameters NULL */
struct buf ask_rows(const char *path, const char *sql); /* all values as text, a line a row */

/* The log and all that is folded from it, as text. */
struct buf dump(const char *path);

#endif
