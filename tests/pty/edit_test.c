/* edit_test.c - a card goes to the user's editor and comes back, in a real terminal. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "test.h"
#include "tt.h"

static void write_text(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

/* A study of one card, and an editor that does what the lines of a shell script say. */
static struct tt *start(const char *dir, const char *editor)
{
	char deck[256], script[256];
	snprintf(deck, sizeof deck, "%s/knots.md", dir);
	snprintf(script, sizeof script, "%s/vi", test_tmpdir());
	write_text(deck, "# Knots\n\n### Q1: Which knot makes a lop that holds?\n\nThe bowline.\n");
	write_text(script, editor);
	assert_int_equal(chmod(script, 0700), 0);
	assert_int_equal(setenv("VISUAL", script, 1), 0);
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	const char *argv[] = { tt_program(), dir, NULL };
	struct tt *t = tt_start(&(struct tt_options){ 0 }, argv);
	if (!tt_keys(t, "2"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(t));
	return t;
}

TEST(a_card_is_edited_at_its_line_and_asked_in_its_new_words)
{
	const char *dir = test_tmpdir();
	struct tt *t = start(dir, "#!/bin/sh\n[ -t 0 ] && [ -t 1 ] || exit 9\n"
				  "[ \"$1\" = +3 ] || exit 8\nsed -i 's/lop/loop/' \"$2\"\n");
	assert_true(tt_has(t, "a lop that holds"));
	assert_true(tt_keys(t, "e"));
	if (!tt_has(t, "a loop that holds") || tt_has(t, "The editor ended"))
		fail_msg("not edited:\n%s", tt_text(t));
	assert_true(tt_keys(t, "<Space>3"));
	assert_true(tt_has(t, "0 due · 0 new"));
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	assert_true(tt_restored(t) && tt_cooked(t));
	tt_free(t);
}

TEST(an_editor_that_fails_is_reported_and_the_screen_comes_back)
{
	struct tt *t = start(test_tmpdir(), "#!/bin/sh\nexit 3\n");
	assert_true(tt_keys(t, "e"));
	if (!tt_has(t, "The editor ended with code 3"))
		fail_msg("not said:\n%s", tt_text(t));
	assert_true(tt_has(t, "a lop that holds"));
	tt_free(t);
}
