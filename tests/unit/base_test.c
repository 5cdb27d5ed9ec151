/* base_test.c - errors, how the program dies, allocation, the hash. */
#define _XOPEN_SOURCE 700
#include "hone/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test.h"

/* How a child ended that died on purpose, and what it said. */
struct death {
	int status;
	char said[600];
};

static void say_restored(void)
{
	static const char word[] = "restored. ";
	if (write(STDERR_FILENO, word, sizeof word - 1) < 0)
		_exit(99);
}

static void die_of_bug(void)
{
	bug("state %d", 7);
}

static void die_of_size(void)
{
	xrealloc(NULL, SIZE_MAX / 2, 4);
}

static void die_of_product(void)
{
	xcalloc(SIZE_MAX / 2 + 2, 2);
}

static void restore_with_a_bug(void)
{
	say_restored();
	bug("in restoring");
}

static struct death watch(void (*restore)(void), void (*die)(void))
{
	struct death d = { 0 };
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		base_on_fatal(restore);
		die();
		_exit(98);
	}
	close(ends[1]);
	size_t n = 0;
	for (ssize_t got; (got = read(ends[0], d.said + n, sizeof d.said - 1 - n)) > 0;)
		n += (size_t)got;
	close(ends[0]);
	assert_int_equal(waitpid(pid, &d.status, 0), pid);
	return d;
}

TEST(err_set_fills_kind_and_text)
{
	struct err e = { 0 };
	assert_false(err_set(&e, ERR_MISSING, "%s:%d", "plan.md", 12));
	assert_int_equal(e.kind, ERR_MISSING);
	assert_string_equal(e.text, "plan.md:12");
}

TEST(err_set_takes_its_own_text_as_argument)
{
	struct err e = { 0 };
	err_set(&e, ERR_IO, "disk full");
	err_set(&e, e.kind, "cannot save: %s", e.text);
	assert_string_equal(e.text, "cannot save: disk full");
}

TEST(err_under_puts_context_before_the_text)
{
	struct err e = { 0 };
	err_set(&e, ERR_IO, "disk full");
	assert_false(err_under(&e, "%s line %d", "plan.md", 3));
	assert_int_equal(e.kind, ERR_IO);
	assert_string_equal(e.text, "plan.md line 3: disk full");
}

TEST(err_without_a_place_is_only_false)
{
	assert_false(err_set(NULL, ERR_IO, "x"));
	assert_false(err_under(NULL, "x"));
}

TEST(err_text_that_is_too_long_is_cut)
{
	struct err e = { 0 };
	err_set(&e, ERR_IO, "%0500d", 1);
	assert_int_equal(strlen(e.text), sizeof e.text - 1);
	err_under(&e, "%0500d", 1);
	assert_int_equal(strlen(e.text), sizeof e.text - 1);
}

TEST(bug_restores_tells_where_and_aborts)
{
	struct death d = watch(say_restored, die_of_bug);
	assert_true(WIFSIGNALED(d.status));
	assert_int_equal(WTERMSIG(d.status), SIGABRT);
	assert_ptr_equal(strstr(d.said, "restored. hone: "), d.said);
	assert_non_null(strstr(d.said, "base_test.c:"));
	assert_non_null(strstr(d.said, ": state 7\n"));
}

TEST(out_of_memory_restores_says_so_and_exits_with_1)
{
	void (*const cases[])(void) = { die_of_size, die_of_product };
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct death d = watch(say_restored, cases[i]);
		assert_true(WIFEXITED(d.status));
		assert_int_equal(WEXITSTATUS(d.status), 1);
		assert_string_equal(d.said, "restored. hone: out of memory\n");
	}
}

TEST(a_restore_that_fails_is_not_called_again)
{
	struct death d = watch(restore_with_a_bug, die_of_size);
	assert_true(WIFSIGNALED(d.status));
	assert_ptr_equal(strstr(d.said, "restored. hone: "), d.said);
	assert_null(strstr(d.said + 1, "restored"));
}

TEST(dying_without_a_terminal_needs_no_restore)
{
	struct death d = watch(NULL, die_of_product);
	assert_string_equal(d.said, "hone: out of memory\n");
}

TEST(xcalloc_gives_zeroed_memory_and_never_null)
{
	static const char zero[64];
	char *p = xcalloc(8, 8), *none = xcalloc(0, 8);
	assert_memory_equal(p, zero, sizeof zero);
	assert_non_null(none);
	none = xrealloc(none, 0, 8);
	assert_non_null(none);
	free(p);
	free(none);
}

TEST(array_room_doubles_and_keeps_the_members)
{
	int *a = NULL;
	size_t cap = 0, moves = 0;
	for (size_t n = 0; n < 1000; n++) {
		size_t before = cap;
		a = array_room(a, n, &cap, sizeof *a);
		moves += cap != before;
		assert_true(cap > n);
		a[n] = (int)n;
	}
	for (size_t n = 0; n < 1000; n++)
		assert_int_equal(a[n], n);
	assert_in_range(moves, 2, 10);
	free(a);
}

/* The verification of the SMHasher suite for MurmurHash64A: identity of cards rests on these values. */
TEST(hash64_is_murmurhash64a_and_never_changes)
{
	enum { KEYS = 256 };
	unsigned char key[KEYS], hashes[8 * KEYS];
	for (size_t i = 0; i < KEYS; i++) {
		key[i] = (unsigned char)i;
		uint64_t h = hash64(KEYS - i, key, i);
		for (size_t b = 0; b < 8; b++)
			hashes[8 * i + b] = (unsigned char)(h >> 8 * b);
	}
	assert_int_equal((uint32_t)hash64(0, hashes, sizeof hashes), 0x1F0D3804);
	assert_int_equal(hash64(0, "", 0), 0);
	assert_true(hash64(0, "a", 1) != hash64(1, "a", 1));
	assert_true(hash64(0, "\0", 1) != hash64(0, "\0\0", 2));
}
