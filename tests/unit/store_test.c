/* store_test.c - the database file, its log, undo, and what is refused. */
#include "hone/store.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_help.h"
#include "test.h"

TEST(store_makes_a_private_file_with_its_identity)
{
	char path[200];
	in_dir(test_tmpdir(), "odd ?#% name.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	close_store(s);
	assert_int_equal(ask_int(path, "PRAGMA application_id"), 0x686f6e65);
	assert_int_equal(ask_int(path, "PRAGMA user_version"), STORE_SCHEMA);
	struct buf before = test_read(path);
	close_store(open_store(path, STORE_WRITE));
	struct buf after = test_read(path);
	assert_int_equal(before.n, after.n);
	assert_memory_equal(before.p, after.p, before.n);
	buf_release(&before);
	buf_release(&after);
}

TEST(store_takes_an_empty_file_as_new_only_when_it_may_write)
{
	char path[200];
	struct err e = { 0 };
	in_dir(test_tmpdir(), "empty.db", path);
	close(open(path, O_CREAT | O_WRONLY, 0644));
	assert_null(store_open(path, STORE_READ, &e));
	assert_int_equal(e.kind, ERR_DAMAGED);
	close_store(open_store(path, STORE_WRITE));
	close_store(open_store(path, STORE_READ));
}

/* The error of both modes; the file must stay as it was. */
static void assert_refused(const char *path, enum err_kind kind, const char *words)
{
	static const enum store_mode modes[] = { STORE_READ, STORE_WRITE };
	for (size_t i = 0; i < LENGTH(modes); i++) {
		struct err e = { 0 };
		struct buf before = test_read(path);
		assert_null(store_open(path, modes[i], &e));
		struct buf after = test_read(path);
		assert_int_equal(before.n, after.n);
		assert_memory_equal(before.p, after.p, before.n);
		assert_int_equal(e.kind, kind);
		assert_non_null(strstr(e.text, path));
		assert_non_null(strstr(e.text, words));
		buf_release(&before);
		buf_release(&after);
	}
}

TEST(store_refuses_what_is_no_database_of_hone_and_leaves_it)
{
	char path[200], sound[200];
	const char *dir = test_tmpdir();
	in_dir(dir, "sound.db", sound);
	close_store(open_store(sound, STORE_WRITE));
	struct buf whole = test_read(sound);

	in_dir(dir, "garbage.db", path);
	struct buf garbage = { 0 };
	for (int i = 0; i < 9000; i++)
		buf_addc(&garbage, (char)(i * 37 + i / 7));
	write_file(path, garbage.p, garbage.n);
	assert_refused(path, ERR_DAMAGED, "damaged");
	write_file(path, garbage.p, 5);
	assert_refused(path, ERR_DAMAGED, "damaged");
	write_file(path, whole.p, whole.n / 2 / 4096 * 4096 + 100);
	assert_refused(path, ERR_DAMAGED, "damaged");

	in_dir(dir, "other.db", path);
	run_sql(path, "CREATE TABLE t(a)", true);
	assert_refused(path, ERR_DAMAGED, "another program");
	run_sql(path, "PRAGMA application_id = 7", true);
	assert_refused(path, ERR_DAMAGED, "another program");

	run_sql(sound, "PRAGMA user_version = 7", true);
	assert_refused(sound, ERR_NEWER, "made by a newer hone (schema 7, this one reads 5)");
	buf_release(&whole);
	buf_release(&garbage);
}

TEST(store_refuses_folders_pipes_and_missing_files)
{
	static const struct {
		const char *name;
		enum store_mode mode;
		enum err_kind kind;
	} table[] = {
		{ "folder", STORE_WRITE, ERR_DAMAGED },
		{ "folder", STORE_READ, ERR_DAMAGED },
		{ "pipe", STORE_WRITE, ERR_DAMAGED },
		{ "pipe", STORE_READ, ERR_DAMAGED },
		{ "missing", STORE_READ, ERR_MISSING },
		{ "no/such/folder", STORE_WRITE, ERR_IO },
	};
	const char *dir = test_tmpdir();
	char path[200];
	assert_int_equal(mkdir(in_dir(dir, "folder", path), 0700), 0);
	assert_int_equal(mkfifo(in_dir(dir, "pipe", path), 0600), 0);
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct err e = { 0 };
		in_dir(dir, table[i].name, path);
		assert_null(store_open(path, table[i].mode, &e));
		assert_int_equal(e.kind, table[i].kind);
		assert_non_null(strstr(e.text, path));
	}
}

TEST(store_prints_nothing_when_it_meets_damage)
{
	char path[200], log[200];
	const char *dir = test_tmpdir();
	in_dir(dir, "bad.db", path);
	write_file(path, "SQLite format 3", 16);
	int fd = open(in_dir(dir, "stderr", log), O_CREAT | O_WRONLY, 0600), saved = dup(2);
	dup2(fd, 2);
	struct store *s = store_open(path, STORE_WRITE, NULL);
	dup2(saved, 2);
	close(fd);
	close(saved);
	assert_null(s);
	struct stat st;
	assert_int_equal(stat(log, &st), 0);
	assert_int_equal(st.st_size, 0);
}

TEST(store_read_writes_nothing_not_even_beside_the_file)
{
	char path[200], wal[200], shm[200];
	const char *dir = test_tmpdir();
	in_dir(dir, "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	grade(s, 5, BASE_DAY, 4);
	close_store(s);
	s = open_store(path, STORE_READ);
	assert_int_equal(memory_of(s, 5).due, BASE_DAY + 1);
	struct err e = { 0 };
	assert_false(store_begin(s, &e));
	assert_int_equal(e.kind, ERR_READONLY);
	assert_int_not_equal(access(in_dir(dir, "hone.db-wal", wal), F_OK), 0);
	assert_int_not_equal(access(in_dir(dir, "hone.db-shm", shm), F_OK), 0);
	assert_sound(s);
	close_store(s);
}

TEST(store_read_sees_what_another_program_has_in_its_log)
{
	char path[200];
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *writer = open_store(path, STORE_WRITE);
	grade(writer, 5, BASE_DAY, 4);
	struct store *reader = open_store(path, STORE_READ);
	int64_t before, after;
	assert_true(store_version(reader, &before, NULL));
	assert_int_equal(memory_of(reader, 5).reps, 1);
	grade(writer, 5, BASE_DAY + 1, 4);
	assert_true(store_version(reader, &after, NULL));
	assert_int_not_equal(before, after);
	assert_int_equal(memory_of(reader, 5).reps, 2);
	close_store(reader);
	close_store(writer);
}

TEST(store_in_memory_needs_no_file)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	grade(s, 5, BASE_DAY, 4);
	assert_int_equal(memory_of(s, 5).reps, 1);
	assert_sound(s);
	close_store(s);
}

TEST(store_reports_a_lock_that_is_held)
{
	char path[200];
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *a = open_store(path, STORE_WRITE), *b = open_store(path, STORE_WRITE);
	struct err e = { 0 };
	assert_true(store_begin(a, &e));
	assert_false(store_begin(b, &e));
	assert_int_equal(e.kind, ERR_LOCKED);
	store_rollback(a);
	assert_true(store_begin(b, &e));
	close_store(a);
	close_store(b);
}

TEST(store_forgets_what_was_rolled_back)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct sm2_options o = sm2_defaults();
	struct event ev = { .kind = EVENT_GRADE, .day = BASE_DAY, .subject = 5, .value = 4 };
	assert_true(store_begin(s, NULL));
	assert_true(store_append(s, &o, BASE_MS, &ev, NULL));
	store_rollback(s);
	assert_int_equal(memory_of(s, 5).last, DAY_NONE);
	struct arena a = { 0 };
	struct err e = { 0 };
	assert_false(store_event(s, ev.id, &ev, &a, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	arena_release(&a);
	close_store(s);
}

TEST(store_hold_shows_one_moment_until_it_is_settled)
{
	char path[200];
	struct err e = { 0 };
	int64_t version;
	in_dir(test_tmpdir(), "moment.db", path);
	struct store *s = open_store(path, STORE_WRITE), *other = open_store(path, STORE_WRITE);
	assert_true(store_version(s, &version, &e));
	uint64_t first = store_stamp(s);
	store_hold(s);
	assert_true(memory_of(s, 7).due == DAY_NONE);
	grade(other, 7, BASE_DAY, 5);
	assert_true(memory_of(s, 7).due == DAY_NONE);
	assert_true(store_stamp(s) == first);
	store_settle(s);
	assert_true(memory_of(s, 7).due != DAY_NONE);

	/* A transaction of its own ends the moment as well. */
	store_hold(s);
	assert_true(memory_of(s, 8).due == DAY_NONE);
	grade(other, 8, BASE_DAY, 5);
	grade(s, 9, BASE_DAY, 5);
	assert_true(store_stamp(s) == first + 1);
	assert_true(memory_of(s, 8).due != DAY_NONE && memory_of(s, 9).due != DAY_NONE);
	assert_true(store_version(s, &version, &e));
	assert_true(store_stamp(s) == first + 2);
	assert_true(store_version(s, &version, &e));
	assert_true(store_stamp(s) == first + 2);

	/* Held or not, nothing stands in the way of another program's writing. */
	assert_true(memory_of(s, 9).due != DAY_NONE);
	grade(other, 9, BASE_DAY, 1);
	store_settle(s);
	close_store(other);
	close_store(s);
}

TEST(store_log_only_grows)
{
	char path[200];
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	grade(s, 5, BASE_DAY, 4);
	close_store(s);
	run_sql(path, "DELETE FROM event", false);
	run_sql(path, "UPDATE event SET value = 5", false);
	assert_int_equal(ask_int(path, "SELECT value FROM event"), 4);
}

TEST(store_keeps_every_field_of_an_event)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct arena a = { 0 };
	struct event ev = { .kind = EVENT_NOTE,
		.day = BASE_DAY,
		.subject = INT64_MIN,
		.value = -3,
		.took_ms = INT64_C(1) << 40,
		.text = { "a\0\xff z", 5 } };
	struct event got;
	ev.id = append_at(s, BASE_MS, ev);
	assert_true(store_event(s, ev.id, &got, &a, NULL));
	assert_int_equal(event_id_cmp(got.id, ev.id), 0);
	assert_int_equal(got.kind, ev.kind);
	assert_int_equal(got.day, ev.day);
	assert_int_equal(got.subject, ev.subject);
	assert_int_equal(got.value, ev.value);
	assert_int_equal(got.took_ms, ev.took_ms);
	assert_true(str_eq(got.text, ev.text));
	assert_true(event_id_none(got.ref));
	arena_release(&a);
	close_store(s);
}

TEST(store_gives_later_ids_whatever_the_clock_does)
{
	static const int64_t clock[] = { 5000, 5000, 4000, 0, -7, 5001, 1, 9000 };
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct event_id last = { 0 };
	for (size_t i = 0; i < LENGTH(clock); i++) {
		struct event_id id = append_at(s, clock[i],
			(struct event){ .kind = EVENT_NOTE, .subject = 1, .text = STR("x") });
		assert_true(event_id_cmp(id, last) > 0);
		last = id;
	}
	close_store(s);
}

TEST(store_settings_are_kept_and_missing_ones_have_a_default)
{
	char path[200];
	struct arena a = { 0 };
	struct str value;
	in_dir(test_tmpdir(), "hone.db", path);
	struct store *s = open_store(path, STORE_WRITE);
	assert_true(store_set(s, "pane", STR("one"), NULL));
	assert_true(store_set(s, "pane", STR("two"), NULL));
	close_store(s);
	s = open_store(path, STORE_READ);
	assert_true(store_setting(s, "pane", STR("none"), &value, &a, NULL));
	assert_str(value, "two");
	assert_true(store_setting(s, "other", STR("none"), &value, &a, NULL));
	assert_str(value, "none");
	arena_release(&a);
	close_store(s);
}

TEST(store_undo_and_redo_go_back_and_forth)
{
	/* u undo, r redo, digit: that grade on a new day. Afterwards: grades in effect, can undo, redo. */
	static const struct {
		const char *keys;
		int reps;
		bool undo, redo;
	} table[] = {
		{ "", 0, false, false },
		{ "4", 1, true, false },
		{ "4u", 0, false, true },
		{ "4ur", 1, true, false },
		{ "44uu", 0, false, true },
		{ "44uur", 1, true, true },
		{ "44uurr", 2, true, false },
		{ "44uurru", 1, true, true },
		{ "44uurruu", 0, false, true },
		{ "44u4", 2, true, false },
		{ "44u4u", 1, true, true },
		{ "44u4uu", 0, false, true },
		{ "44u4uurr", 2, true, false },
		{ "4urururur", 1, true, false },
		{ "4ururuu", 0, false, true },
	};
	for (size_t t = 0; t < LENGTH(table); t++) {
		struct store *s = open_store(NULL, STORE_MEMORY);
		int day = BASE_DAY;
		for (const char *k = table[t].keys; *k; k++) {
			struct event_id id = { 0 };
			if (*k == 'u' || *k == 'r')
				id = to_undo(s, *k == 'r');
			if (!event_id_none(id))
				void_of(s, id);
			else if (*k != 'u' && *k != 'r')
				grade(s, 5, day += 10, *k - '0');
			assert_sound(s);
		}
		assert_int_equal(memory_of(s, 5).reps, table[t].reps);
		assert_int_equal(!event_id_none(to_undo(s, false)), table[t].undo);
		assert_int_equal(!event_id_none(to_undo(s, true)), table[t].redo);
		close_store(s);
	}
}

TEST(store_undo_passes_over_what_a_file_said)
{
	static const struct {
		struct event event;
		bool undone;
	} table[] = {
		{ { .kind = EVENT_STATE, .subject = 5, .text = STR_INIT("1 250 6 16 10") }, false },
		{ { .kind = EVENT_LEVEL, .subject = 7, .value = 1, .text = STR_INIT("file") },
			false },
		{ { .kind = EVENT_TICK, .subject = 7, .value = 1, .text = STR_INIT("file") },
			false },
		{ { .kind = EVENT_ALIAS, .subject = 6, .value = 5 }, false },
		{ { .kind = (enum event_kind)77, .subject = 6 }, false },
		{ { .kind = EVENT_LEVEL, .subject = 7, .value = 1 }, true },
		{ { .kind = EVENT_TICK, .subject = 7, .value = 1 }, true },
		{ { .kind = EVENT_SCORE, .subject = 7, .value = 80 }, true },
		{ { .kind = EVENT_TIME, .subject = 7, .took_ms = 80 }, true },
		{ { .kind = EVENT_HIDE, .subject = 7, .value = 1 }, true },
		{ { .kind = EVENT_NOTE, .subject = 7, .text = STR_INIT("file") }, true },
		{ { .kind = EVENT_MOVE, .subject = SUBJECT_CALENDAR, .text = STR_INIT("defer 1") },
			true },
		{ { .kind = EVENT_COUNT, .subject = 7, .value = -1 }, true },
		{ { .kind = EVENT_DECIDE, .subject = 7, .value = 1 }, true },
		{ { .kind = EVENT_ROUND, .subject = SUBJECT_ROUND, .value = 1 }, true },
		{ { .kind = EVENT_JOIN, .subject = SUBJECT_JOINS, .text = STR_INIT("a b yes") },
			true },
	};
	for (size_t t = 0; t < LENGTH(table); t++) {
		struct store *s = open_store(NULL, STORE_MEMORY);
		struct event_id id = append_at(s, BASE_MS, table[t].event),
				undo = to_undo(s, false);
		assert_false(event_id_none(id));
		assert_int_equal(event_id_cmp(undo, id) == 0, table[t].undone);
		close_store(s);
	}
}

TEST(store_alias_lets_a_card_continue_another_ones_history)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct event *ev;
	struct arena a = { 0 };
	size_t n;
	int64_t end;
	grade(s, 1, BASE_DAY, 4);
	grade(s, 2, BASE_DAY + 1, 4);
	append_at(s, BASE_MS, (struct event){ .kind = EVENT_ALIAS, .subject = 2, .value = 1 });
	assert_int_equal(memory_of(s, 1).reps, 2);
	assert_int_equal(memory_of(s, 2).reps, 2);
	append_at(s, BASE_MS, (struct event){ .kind = EVENT_ALIAS, .subject = 3, .value = 2 });
	grade(s, 3, BASE_DAY + 7, 4);
	assert_int_equal(memory_of(s, 1).reps, 3);
	assert_true(store_alias(s, 3, &end, NULL));
	assert_int_equal(end, 1);
	assert_true(store_history(s, 3, &ev, &n, &a, NULL));
	assert_int_equal(n, 5);
	assert_int_equal(ev[0].subject, 1);
	assert_int_equal(ev[4].subject, 3);
	/* Neither at once nor through another card may a history run in a circle. */
	static const int64_t circle[][2] = { { 1, 1 }, { 1, 3 }, { 2, 3 }, { 9, 9 } };
	for (size_t i = 0; i < LENGTH(circle); i++) {
		struct event bad = {
			.kind = EVENT_ALIAS, .subject = circle[i][0], .value = circle[i][1]
		};
		assert_true(event_id_none(append_at(s, BASE_MS, bad)));
	}
	append_at(s, BASE_MS, (struct event){ .kind = EVENT_ALIAS, .subject = 2, .value = 8 });
	assert_int_equal(memory_of(s, 1).reps, 1);
	assert_int_equal(memory_of(s, 8).reps, 2);
	assert_sound(s);
	arena_release(&a);
	close_store(s);
}

TEST(store_refuses_to_take_back_nothing_or_another_machines_event)
{
	char a_path[200], b_path[200];
	const char *dir = test_tmpdir();
	struct sm2_options o = sm2_defaults();
	struct store *a = open_store(in_dir(dir, "a.db", a_path), STORE_WRITE);
	struct store *b = open_store(in_dir(dir, "b.db", b_path), STORE_WRITE);
	struct event_id theirs = grade(b, 5, BASE_DAY, 4), none = { 0 };
	int64_t added;
	close_store(b);
	assert_true(event_id_none(void_of(a, none)));
	assert_true(event_id_none(void_of(a, theirs)));
	assert_true(store_merge(a, &o, b_path, &added, NULL));
	assert_int_equal(added, 1);
	assert_true(event_id_none(void_of(a, theirs)));
	assert_true(event_id_none(to_undo(a, false)));
	close_store(a);
}

struct count {
	int seen, voided, stop_after;
};

static bool count_event(void *ctx, const struct event *ev, bool voided)
{
	struct count *c = ctx;
	assert_false(event_id_none(ev->id));
	c->voided += voided;
	return ++c->seen != c->stop_after;
}

TEST(store_events_come_in_order_and_can_be_stopped)
{
	struct store *s = open_store(NULL, STORE_MEMORY);
	struct event_id second = { 0 };
	for (int i = 0; i < 4; i++) {
		struct event_id id = grade(s, i + 1, BASE_DAY + i, 4);
		if (i == 1)
			second = id;
	}
	void_of(s, to_undo(s, false));
	static const struct {
		bool from_second;
		struct count want;
	} table[] = { { false, { 5, 1, 0 } }, { true, { 4, 1, 0 } }, { false, { 2, 0, 2 } } };
	for (size_t t = 0; t < LENGTH(table); t++) {
		struct count got = { .stop_after = table[t].want.stop_after };
		struct event_id from = { 0 };
		assert_true(store_events(
			s, table[t].from_second ? second : from, count_event, &got, NULL));
		assert_int_equal(got.seen, table[t].want.seen);
		assert_int_equal(got.voided, table[t].want.voided);
	}
	close_store(s);
}
