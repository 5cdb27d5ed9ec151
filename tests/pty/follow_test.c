/* follow_test.c - two programs on one study: what is done in one shows in the other. */
#include <stdio.h>
#include <stdlib.h>

#include "test.h"
#include "tt.h"

static const char *new_study(void)
{
	const char *dir = test_tmpdir();
	char path[256];
	snprintf(path, sizeof path, "%s/knots.md", dir);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs("# Knots\n\n### Q1: Which knot makes a loop that holds?\n\nThe bowline.\n"
	      "\n### Q2: Which knot joins two ropes?\n\nThe sheet bend.\n",
		f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	return dir;
}

static struct tt *start(const char *study)
{
	const char *argv[] = { tt_program(), study, NULL };
	struct tt *t = tt_start(&(struct tt_options){ 0 }, argv);
	if (!tt_keys(t, "2"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(t));
	return t;
}

TEST(a_grade_given_in_another_hone_shows_in_this_one)
{
	const char *study = new_study();
	struct tt *here = start(study), *there = start(study);
	assert_true(tt_has(here, "0 due · 2 new"));
	assert_true(tt_keys(there, "<Space>3"));
	assert_true(tt_has(there, "0 due · 1 new"));
	assert_true(tt_sync(here));
	if (!tt_has(here, "0 due · 1 new"))
		fail_msg("not followed:\n%s", tt_text(here));
	assert_true(tt_keys(here, "u"));
	assert_true(tt_sync(there));
	assert_true(tt_has(there, "0 due · 2 new"));
	tt_free(here);
	tt_free(there);
}
