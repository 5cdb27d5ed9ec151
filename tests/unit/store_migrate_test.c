/* store_migrate_test.c - databases of older schemas are taken over with all that is in them. */
#include "hone/catalog.h"

#include <stdio.h>
#include <string.h>

#include "store_help.h"
#include "test.h"

/* As the first hone made them. */
static const char schema_1[] =
	"CREATE TABLE event("
	" id BLOB PRIMARY KEY CHECK(length(id) = 16),"
	" kind INTEGER NOT NULL,"
	" day INTEGER NOT NULL,"
	" subject INTEGER NOT NULL,"
	" value INTEGER NOT NULL,"
	" took INTEGER NOT NULL,"
	" ref BLOB,"
	" text TEXT"
	") STRICT, WITHOUT ROWID;"
	"CREATE INDEX event_subject ON event(subject) WHERE kind <> 1;"
	"CREATE INDEX event_link ON event(kind, ref) WHERE kind IN (8, 9);"
	"CREATE TRIGGER event_update BEFORE UPDATE ON event"
	" BEGIN SELECT RAISE(ABORT, 'the log of events only grows'); END;"
	"CREATE TRIGGER event_delete BEFORE DELETE ON event"
	" BEGIN SELECT RAISE(ABORT, 'the log of events only grows'); END;"

	"CREATE TABLE voided(id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
	"CREATE TABLE alias(id INTEGER PRIMARY KEY, card INTEGER NOT NULL) STRICT;"
	"CREATE INDEX alias_card ON alias(card);"

	"CREATE TABLE file("
	" id INTEGER PRIMARY KEY,"
	" path TEXT NOT NULL UNIQUE,"
	" size INTEGER NOT NULL,"
	" mtime_ns INTEGER NOT NULL,"
	" hash INTEGER NOT NULL,"
	" roles INTEGER NOT NULL,"
	" points INTEGER NOT NULL,"
	" encoding INTEGER NOT NULL,"
	" bad_bytes INTEGER NOT NULL,"
	" title TEXT NOT NULL,"
	" headings INTEGER NOT NULL,"
	" words INTEGER NOT NULL"
	") STRICT;"
	"CREATE TABLE problem("
	" file INTEGER NOT NULL REFERENCES file(id),"
	" line INTEGER NOT NULL,"
	" text TEXT NOT NULL"
	") STRICT;"

	"CREATE TABLE card("
	" id INTEGER PRIMARY KEY,"
	" file INTEGER NOT NULL REFERENCES file(id),"
	" line INTEGER NOT NULL,"
	" kind INTEGER NOT NULL,"
	" ordinal INTEGER NOT NULL,"
	" fresh INTEGER NOT NULL,"
	" label TEXT NOT NULL,"
	" front TEXT NOT NULL,"
	" back TEXT NOT NULL,"
	" topic TEXT NOT NULL,"
	" tags TEXT NOT NULL"
	") STRICT;"
	"CREATE INDEX card_file ON card(file, line);"
	"CREATE INDEX card_new ON card(file, line, ordinal) WHERE fresh = 1;"

	"CREATE TABLE memory("
	" card INTEGER PRIMARY KEY,"
	" reps INTEGER NOT NULL,"
	" ease INTEGER NOT NULL,"
	" interval INTEGER NOT NULL,"
	" due INTEGER,"
	" last INTEGER,"
	" lapses INTEGER NOT NULL,"
	" drill INTEGER,"
	" drill_at BLOB,"
	" first INTEGER,"
	" hidden INTEGER NOT NULL,"
	" present INTEGER NOT NULL,"
	" stability REAL,"
	" difficulty REAL"
	") STRICT;"
	"CREATE INDEX memory_due ON memory(due)"
	" WHERE hidden = 0 AND present = 1 AND due IS NOT NULL;"
	"CREATE INDEX memory_drill ON memory(drill, drill_at) WHERE drill IS NOT NULL;"

	"CREATE TABLE topic("
	" id INTEGER PRIMARY KEY,"
	" file INTEGER NOT NULL REFERENCES file(id),"
	" area TEXT NOT NULL,"
	" area_number TEXT NOT NULL,"
	" position INTEGER NOT NULL,"
	" number TEXT NOT NULL,"
	" name TEXT NOT NULL,"
	" notes TEXT NOT NULL,"
	" line INTEGER NOT NULL,"
	" priority INTEGER NOT NULL DEFAULT 0,"
	" mark INTEGER NOT NULL,"
	" level INTEGER NOT NULL,"
	" since INTEGER"
	") STRICT;"

	"CREATE TABLE setting("
	" name TEXT PRIMARY KEY,"
	" value TEXT NOT NULL"
	") STRICT, WITHOUT ROWID;";

/*
 * Four cards: 1 answered, 2 and 3 new on one line in the wrong order, 4 hidden; the text of card 9 is
 * gone.
 */
static const char rows[] =
	"INSERT INTO setting VALUES('machine', '000000000007'), ('reader', '1 x'), ('pane', 'two');"
	"INSERT INTO file VALUES(3, 'a.md', 1, 2, 3, 2, 0, 0, 0, 'A', 1, 9);"
	"INSERT INTO problem VALUES(3, 5, 'odd');"
	"INSERT INTO card VALUES(1, 3, 2, 0, 0, 0, 'Q1', 'bank', 'money', 'T', 'x y'),"
	" (2, 3, 9, 2, 1, 1, '', 'river [...]', 'river', '', ''),"
	" (3, 3, 9, 2, 0, 1, '', '[...] river', 'long', '', ''),"
	" (4, 3, 20, 1, 1, 0, '', 'hidden', 'h', '', '');"
	"INSERT INTO event(id, kind, day, subject, value, took) VALUES"
	" (x'00000000000100000000000000000007', 1, 20000, 1, 4, 1500),"
	" (x'00000000000200000000000000000007', 7, 20000, 4, 1, 0),"
	" (x'00000000000300000000000000000007', 1, 20000, 9, 5, 0);"
	"INSERT INTO memory VALUES"
	" (1, 1, 250, 1, 20001, 20000, 0, NULL, NULL, 20000, 0, 1, NULL, NULL),"
	" (4, 0, 250, 0, NULL, NULL, 0, NULL, NULL, NULL, 1, 1, NULL, NULL),"
	" (9, 1, 260, 1, 20001, 20000, 0, NULL, NULL, 20000, 0, 0, NULL, NULL);"
	"PRAGMA application_id = 0x686f6e65; PRAGMA user_version = 1; PRAGMA journal_mode = WAL";

static void make_old(const char *path)
{
	run_sql(path, schema_1, true);
	run_sql(path, rows, true);
}

static int64_t next_new(struct store *s, int64_t except)
{
	int64_t id = -1;
	assert_true(catalog_next_new(s, 20001, except, &id, NULL));
	return id;
}

TEST(migrate_asks_to_open_an_old_database_for_writing_first)
{
	char path[200];
	struct err e = { 0 };
	in_dir(test_tmpdir(), "old.db", path);
	make_old(path);
	assert_null(store_open(path, STORE_READ, &e));
	assert_int_equal(e.kind, ERR_READONLY);
	assert_non_null(strstr(e.text, "made by an older hone: open its study once"));
	assert_int_equal(ask_int(path, "PRAGMA user_version"), 1);
	close_store(open_store(path, STORE_WRITE));
	assert_int_equal(ask_int(path, "PRAGMA user_version"), STORE_SCHEMA);
	close_store(open_store(path, STORE_READ));
}

TEST(migrate_keeps_cards_their_order_and_what_the_log_says)
{
	char path[200];
	struct arena a = { 0 };
	struct card c;
	struct str value;
	int64_t id, cards;
	in_dir(test_tmpdir(), "old.db", path);
	make_old(path);
	struct store *s = open_store(path, STORE_WRITE);
	assert_sound(s);
	assert_true(catalog_count_cards(s, &cards, NULL));
	assert_int_equal(cards, 4);
	assert_int_equal(next_new(s, 0), 3);
	assert_int_equal(next_new(s, 3), 2);
	assert_true(catalog_next_due(s, 20001, 0, &id, NULL));
	assert_int_equal(id, 1);
	assert_true(catalog_next_due(s, 20001, 1, &id, NULL));
	assert_int_equal(id, 0);
	assert_true(catalog_card(s, 2, &c, &a, NULL));
	assert_int_equal(c.kind, CARD_CLOZE);
	assert_int_equal(c.ordinal, 1);
	assert_int_equal(c.line, 9);
	assert_int_equal(c.minutes_to, 0);
	assert_str(c.front, "river [...]");
	assert_true(catalog_card(s, 1, &c, &a, NULL));
	assert_str(c.label, "Q1");
	assert_str(c.tags, "x y");
	assert_int_equal(c.state.memory.due, 20001);
	assert_int_equal(c.state.buried, DAY_NONE);
	assert_false(c.state.flagged);
	/* The files are read again, other settings stay. */
	assert_true(store_setting(s, "reader", STR("none"), &value, &a, NULL));
	assert_str(value, "none");
	assert_true(store_setting(s, "pane", STR("none"), &value, &a, NULL));
	assert_str(value, "two");
	arena_release(&a);
	close_store(s);
}

TEST(migrate_leaves_a_database_that_works_on)
{
	char path[200];
	in_dir(test_tmpdir(), "old.db", path);
	make_old(path);
	struct store *s = open_store(path, STORE_WRITE);
	struct deck_card changed = { .line = 9, .kind = CARD_CLOZE, .front = STR("new text") };
	grade(s, 2, 20001, 4);
	append_at(s, BASE_MS, (struct event){ .kind = EVENT_FLAG, .subject = 4, .value = 1 });
	assert_int_equal(next_new(s, 0), 3);
	assert_true(catalog_put_card(s, 3, 3, &changed, NULL));
	assert_true(catalog_drop_card(s, 1, NULL));
	assert_sound(s);
	close_store(s);
	assert_int_equal(ask_int(path, "SELECT count(*) FROM event"), 5);
	s = open_store(path, STORE_WRITE);
	assert_sound(s);
	assert_true(catalog_drop_file(s, 3, NULL));
	assert_int_equal(next_new(s, 0), 0);
	assert_sound(s);
	close_store(s);
}

/* What schema 5 made smaller, as schema 4 had it. */
static const char back_to_4[] =
	"ALTER TABLE place RENAME TO place_5;"
	"CREATE TABLE place("
	" fresh INTEGER NOT NULL,"
	" file INTEGER NOT NULL,"
	" line INTEGER NOT NULL,"
	" shape INTEGER NOT NULL,"
	" no INTEGER NOT NULL,"
	" PRIMARY KEY(fresh, file, line, shape, no)"
	") STRICT, WITHOUT ROWID;"
	"INSERT INTO place SELECT deck > 0, abs(deck), line, shape, no FROM place_5;"
	"DROP TABLE place_5;"
	"DROP INDEX card_id;"
	"CREATE UNIQUE INDEX card_id ON card(id);"
	"PRAGMA user_version = 4";

/* Every row of every table. */
static struct buf all_rows(const char *path)
{
	static const char *const table[] = { "event", "voided", "alias", "file", "problem", "card",
		"place", "memory", "topic", "dropped", "gone", "setting" };
	struct buf all = { 0 };
	for (size_t i = 0; i < LENGTH(table); i++) {
		char sql[80];
		snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1", table[i]);
		struct buf found = ask_rows(path, sql);
		buf_addf(&all, "%s\n", table[i]);
		buf_add(&all, buf_str(&found));
		buf_release(&found);
	}
	return all;
}

TEST(migrate_from_schema_4_keeps_every_row)
{
	char path[200];
	in_dir(test_tmpdir(), "old.db", path);
	make_old(path);
	struct store *s = open_store(path, STORE_WRITE);
	grade(s, 2, 20001, 4);
	assert_true(catalog_keep_gone(s, 1, 20002, NULL));
	assert_true(catalog_drop_card(s, 1, NULL));
	close_store(s);
	struct buf before = all_rows(path);
	run_sql(path, back_to_4, true);
	assert_int_equal(ask_int(path, "SELECT count(*) FROM place WHERE fresh = 1"), 1);
	s = open_store(path, STORE_WRITE);
	assert_int_equal(next_new(s, 0), 3);
	assert_int_equal(next_new(s, 3), 0);
	assert_sound(s);
	close_store(s);
	struct buf after = all_rows(path);
	assert_str(buf_str(&after), buf_cstr(&before));
	assert_int_equal(ask_int(path, "PRAGMA user_version"), STORE_SCHEMA);
	assert_int_equal(ask_int(path, "SELECT count(*) FROM card"), 3);
	buf_release(&before);
	buf_release(&after);
}
