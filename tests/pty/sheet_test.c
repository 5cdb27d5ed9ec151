/* sheet_test.c - links of a sheet in the real program, and what is remembered when it is killed. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "test.h"
#include "tt.h"

static void write_text(const char *dir, const char *name, const char *text)
{
	char path[256];
	snprintf(path, sizeof path, "%s/%s", dir, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static const char *new_study(void)
{
	const char *dir = test_tmpdir();
	struct buf b = { 0 };
	write_text(dir, "a;touch pwned.txt", "text\n");
	FILE *f;
	char path[256];
	snprintf(path, sizeof path, "%s/pic $(id).png", dir);
	f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite("\211PNG\0", 1, 5, f), 5);
	assert_int_equal(fclose(f), 0);
	buf_addf(&b, "# Knots\n\n[picture](<pic $(id).png>) and [text](<a;touch pwned.txt>)\n\n");
	for (int i = 1; i <= 60; i++)
		buf_addf(&b, "Knot number %d.\n\n", i);
	write_text(dir, "knots.md", buf_cstr(&b));
	buf_release(&b);
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	return dir;
}

static struct tt *start(const char *study)
{
	const char *argv[] = { tt_program(), study, NULL };
	struct tt *t = tt_start(&(struct tt_options){ 0 }, argv);
	if (!tt_keys(t, "3"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(t));
	return t;
}

static void see(struct tt *t, const char *what)
{
	if (!tt_has(t, what))
		fail_msg("\"%s\" is not on the screen:\n%s", what, tt_text(t));
}

static void assert_said(const char *path, const char *want)
{
	char line[512] = "";
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof line, f));
	assert_int_equal(fclose(f), 0);
	assert_string_equal(line, want);
}

TEST(a_file_that_a_link_names_opens_in_its_program_without_a_shell)
{
	const char *study = new_study(), *tools = test_tmpdir();
	char opener[256], out[256];
	struct buf want = { 0 };
	write_text(tools, "open", "#!/bin/sh\nprintf '%s|' \"$@\" >\"${0%/*}/out\"\n");
	snprintf(opener, sizeof opener, "%s/open", tools);
	assert_int_equal(chmod(opener, 0700), 0);
	snprintf(out, sizeof out, "%s/out", tools);
	assert_int_equal(setenv("OPENER", opener, 1), 0);
	assert_int_equal(setenv("EDITOR", opener, 1) | unsetenv("VISUAL"), 0);
	assert_int_equal(unsetenv("DISPLAY") | unsetenv("WAYLAND_DISPLAY"), 0);
	struct tt *t = start(study);
	assert_true(tt_keys(t, "ff"));
	see(t, "picture and text");
	char *real = realpath(study, NULL);
	buf_addf(&want, "%s/pic $(id).png|", real);
	assert_said(out, buf_cstr(&want));
	assert_true(tt_keys(t, "fj"));
	buf_clear(&want);
	buf_addf(&want, "%s/a;touch pwned.txt|", real);
	assert_said(out, buf_cstr(&want));
	assert_int_equal(setenv("OPENER", "no-such-opener-here", 1), 0);
	tt_free(t);
	t = start(study);
	assert_true(tt_keys(t, "ff"));
	see(t, "no-such-opener-here ended with code 127 (set OPENER)");
	tt_free(t);
	buf_release(&want);
	free(real);
}

TEST(a_place_is_there_after_a_signal_ended_the_program)
{
	const char *study = new_study();
	struct tt *t = start(study);
	assert_true(tt_keys(t, "jjjjjjjjjj"));
	see(t, "Knot number 10.");
	assert_int_equal(tt_end(t, SIGTERM), 128 + SIGTERM);
	tt_free(t);
	t = start(study);
	if (tt_has(t, "picture and text"))
		fail_msg("it begins anew:\n%s", tt_text(t));
	see(t, "Knot number 10.");
	tt_free(t);
}
