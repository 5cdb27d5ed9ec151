/* test_main.c - runs the registered tests and holds what they share. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "test.h"

enum { MAX_TESTS = 400, MAX_DIRS = 64 };

static struct CMUnitTest tests[MAX_TESTS];
static size_t ntest;
static char dirs[MAX_DIRS][64];
static size_t ndir;

void test_register(const char *name, void (*run)(void **))
{
	if (ntest == MAX_TESTS)
		abort();
	tests[ntest++] = (struct CMUnitTest){ .name = name, .test_func = run };
}

void assert_str(struct str got, const char *want)
{
	if (!str_eq(got, str_of(want)))
		fail_msg("got \"%.*s\", want \"%s\"", STR_ARG(got), want);
}

struct buf test_read(const char *path)
{
	struct buf b = { 0 };
	FILE *f = fopen(path, "rb");
	if (!f)
		fail_msg("%s: %s", path, strerror(errno));
	char block[65536];
	for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
		buf_add(&b, (struct str){ block, n });
	fclose(f);
	return b;
}

const char *test_shared(const char *name)
{
	static char path[4096];
	const char *root = getenv("HONE_SHARED");
	snprintf(path, sizeof path, "%s/%s", root && *root ? root : "../shared", name);
	if (access(path, R_OK) != 0)
		skip();
	return path;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	return remove(path);
}

static void remove_dirs(void)
{
	for (size_t i = 0; i < ndir; i++)
		nftw(dirs[i], remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *test_tmpdir(void)
{
	const char *root = getenv("TMPDIR");
	if (ndir == MAX_DIRS)
		abort();
	if (ndir == 0)
		atexit(remove_dirs);
	snprintf(dirs[ndir], sizeof dirs[ndir], "%.40s/hone-test-XXXXXX",
		root && *root ? root : "/tmp");
	if (!mkdtemp(dirs[ndir]))
		fail_msg("mkdtemp: %s", strerror(errno));
	return dirs[ndir++];
}

int main(void)
{
	return _cmocka_run_group_tests("hone", tests, ntest, NULL, NULL);
}
