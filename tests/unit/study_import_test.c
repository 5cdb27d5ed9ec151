/* study_import_test.c - a first import of much, which is not written into the log first: whole or not at all. */
#include "test.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hone/queue.h"
#include "store_help.h"
#include "study_help.h"

enum { CARDS = 36000, LINE = 260, WAL = 2 };

/* More than 8 MiB, of which on a first import nothing is in the log. */
static void put_big_deck(const char *dir)
{
	char filler[LINE];
	struct buf deck = { 0 };
	memset(filler, 'x', sizeof filler);
	for (int i = 0; i < CARDS; i++)
		buf_addf(&deck, "Q: question %d\nA: %.*s\n\n", i, LINE, filler);
	assert_true(deck.n > 9 << 20);
	help_put(dir, "big.md", buf_cstr(&deck));
	buf_release(&deck);
}

static const char *database(const char *dir, const char *suffix, char path[static 200])
{
	snprintf(path, 200, "%s/.hone/hone.db%s", dir, suffix);
	return path;
}

/* The journal mode as the file's head says. */
static int mode_of(const char *dir)
{
	char path[200];
	struct buf b = test_read(database(dir, "", path));
	assert_true(b.n > 18);
	int mode = (unsigned char)b.p[18];
	buf_release(&b);
	return mode;
}

static int64_t size_of(const char *dir, const char *suffix)
{
	char path[200];
	struct stat st;
	return stat(database(dir, suffix, path), &st) == 0 ? (int64_t)st.st_size : -1;
}

static int64_t count(struct study *s)
{
	int64_t n = -1;
	assert_true(catalog_count_cards(s->store, &n, NULL));
	return n;
}

static bool stop_half(void *ctx, struct str path, size_t done, size_t total)
{
	(void)ctx;
	(void)path;
	return done < total / 2;
}

static bool die_half(void *ctx, struct str path, size_t done, size_t total)
{
	if (!stop_half(ctx, path, done, total))
		_exit(9);
	return true;
}

static void assert_imported(const char *dir, struct study *s)
{
	assert_int_equal(count(s), CARDS);
	assert_sound(s->store);
	assert_int_equal(mode_of(dir), WAL);
	assert_int_equal(size_of(dir, "-journal"), -1);
}

TEST(import_that_was_stopped_changes_nothing)
{
	const char *dir = test_tmpdir();
	struct sync_report r;
	struct err e = { 0 };
	put_big_deck(dir);
	struct study *s = help_open(dir);
	assert_false(study_sync(s, stop_half, NULL, &r, &e));
	assert_int_equal(e.kind, ERR_STALE);
	assert_int_equal(count(s), 0);
	assert_int_equal(mode_of(dir), WAL);
	help_sync(s);
	assert_imported(dir, s);
	help_close(s);
}

TEST(import_that_was_killed_is_taken_back_by_the_next_start)
{
	const char *dir = test_tmpdir();
	char path[200];
	int status;
	put_big_deck(dir);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct sync_report r;
		struct study *child = study_open(dir, NULL);
		if (child && !study_sync(child, die_half, NULL, &r, NULL))
			_exit(1);
		_exit(2);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 9);
	/* Half of it is in the file, which is not to be read as it is. */
	assert_true(size_of(dir, "") > 1 << 20);
	assert_true(size_of(dir, "-journal") > 0);
	struct err e = { 0 };
	struct store *half = store_open(database(dir, "", path), STORE_READ, &e);
	if (half) {
		int64_t n;
		assert_true(catalog_count_cards(half, &n, NULL));
		assert_int_equal(n, 0);
		close_store(half);
	}
	struct study *s = help_open(dir);
	assert_int_equal(count(s), 0);
	assert_sound(s->store);
	help_sync(s);
	assert_imported(dir, s);
	help_close(s);
}

TEST(import_beside_another_program_goes_through_the_log)
{
	const char *dir = test_tmpdir();
	put_big_deck(dir);
	struct study *first = help_open(dir), *other = help_open(dir);
	assert_int_equal(count(other), 0);
	help_sync(first);
	assert_int_equal(count(other), CARDS);
	assert_imported(dir, first);
	help_close(other);
	help_close(first);
}
