/* plan_test.c - the plan in a real terminal: a move across a restart, a timer, a page in the browser. */
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
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(path, 0700), 0);
}

static const char *new_study(void)
{
	const char *dir = test_tmpdir();
	write_text(dir, "plan.md",
		"# Knots\n\n## Week 1: Ropes\n\n**Day 1: Hitches**\n\n"
		"- [ ] Tie one\n  - https://example.org/a;touch$IFS'pwned'?q=$(id)\n"
		"\n**Day 2: Bends**\n\n- [ ] Join two\n");
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	return dir;
}

static struct tt *start(const char *study)
{
	const char *argv[] = { tt_program(), study, NULL };
	struct tt *t = tt_start(&(struct tt_options){ 0 }, argv);
	if (!tt_keys(t, "1"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(t));
	return t;
}

static void see(struct tt *t, const char *what)
{
	if (!tt_has(t, what))
		fail_msg("\"%s\" is not on the screen:\n%s", what, tt_text(t));
}

static void leave(struct tt *t)
{
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	assert_true(tt_restored(t) && tt_cooked(t));
	tt_free(t);
}

TEST(a_shift_is_previewed_made_kept_over_a_restart_and_undone)
{
	const char *study = new_study();
	struct tt *t = start(study);
	see(t, "Week 1 · Day 1 · ~Wed 12 Nov");
	assert_true(tt_keys(t, ">"));
	see(t, "Week 1 Day 2 Bends");
	see(t, "Wed 12 Nov  Thu 13 Nov");
	see(t, "Thu 13 Nov  Fri 14 Nov");
	assert_true(tt_keys(t, "<Esc>"));
	see(t, "Week 1 · Day 1 · ~Wed 12 Nov");
	assert_true(tt_keys(t, ">"));
	assert_true(tt_keys(t, "<Enter>"));
	see(t, "Moved Week 1 Day 1 \"Hitches\" 1 study day later");
	leave(t);
	t = start(study);
	see(t, "Week 1 · Day 1 · ~Thu 13 Nov");
	see(t, "undo: moved");
	assert_true(tt_keys(t, "u"));
	see(t, "Week 1 · Day 1 · ~Wed 12 Nov");
	leave(t);
	t = start(study);
	see(t, "Week 1 · Day 1 · ~Wed 12 Nov");
	leave(t);
}

TEST(a_timer_goes_on_over_a_restart)
{
	const char *study = new_study();
	struct tt *t = start(study);
	assert_true(tt_keys(t, "t"));
	see(t, "⏱ 0:00");
	leave(t);
	assert_int_equal(setenv("HONE_NOW", "2025-11-12T09:20:30", 1), 0);
	t = start(study);
	assert_int_equal(unsetenv("HONE_NOW"), 0);
	see(t, "⏱ 20:30");
	assert_true(tt_keys(t, "t"));
	see(t, "21 min logged.");
	see(t, "21 m");
	leave(t);
}

/* The address reaches the browser as one argument, whatever a shell would make of it. */
TEST(a_page_goes_to_the_browser_without_a_shell)
{
	const char *study = new_study(), *tools = test_tmpdir();
	char browser[256], out[256], line[256] = "";
	write_text(tools, "browse", "#!/bin/sh\nprintf '%s|' \"$#\" \"$@\" >\"${0%/*}/out\"\n");
	snprintf(browser, sizeof browser, "%s/browse --new %%s -x", tools);
	snprintf(out, sizeof out, "%s/out", tools);
	assert_int_equal(setenv("BROWSER", browser, 1), 0);
	assert_int_equal(unsetenv("DISPLAY") | unsetenv("WAYLAND_DISPLAY"), 0);
	struct tt *t = start(study);
	assert_true(tt_keys(t, "o"));
	see(t, "1 Plan");
	FILE *f = fopen(out, "r");
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof line, f));
	assert_int_equal(fclose(f), 0);
	assert_string_equal(line, "3|--new|https://example.org/a;touch$IFS'pwned'?q=$(id)|-x|");
	leave(t);
	assert_int_equal(setenv("BROWSER", "no-such-browser-here", 1), 0);
	t = start(study);
	assert_true(tt_keys(t, "o"));
	see(t, "no-such-browser-here ended with code 127 (set BROWSER)");
	leave(t);
	assert_int_equal(setenv("DISPLAY", ":9", 1), 0);
	t = start(study);
	assert_true(tt_keys(t, "o"));
	see(t, "no-such-browser-here cannot be run: No such file or directory");
	leave(t);
}
