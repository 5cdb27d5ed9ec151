/* check_kill_test.c - a check whose program is killed goes on where it was. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"
#include "tt.h"
#include "world.h"

TEST(a_gap_analysis_goes_on_after_a_kill_with_every_score)
{
	struct world w = world_new();
	struct tt *t = world_review(w);
	assert_true(tt_keys(t, "Xj<Enter><Enter>"));
	assert_true(tt_has(t, "1 of 5"));
	assert_true(tt_keys(t, "<Space>4<Space>1"));
	assert_true(tt_has(t, "3 of 5"));
	assert_int_equal(tt_end(t, SIGKILL), 128 + SIGKILL);
	tt_free(t);

	assert_int_equal(world_count(w, "verify --json", "SELECT json_extract(?, '$.ok')"), 1);
	t = world_review(w);
	assert_true(tt_keys(t, "Xj"));
	assert_true(tt_has(t, "goes on: 2 of 5 answered"));
	assert_true(tt_keys(t, "<Enter>"));
	assert_true(tt_has(t, "3 of 5"));
	assert_true(tt_keys(t, "R"));
	assert_true(tt_has(t, "62.5 %"));
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	assert_true(tt_restored(t));
	tt_free(t);
}

/* "29:58 left": the seconds that are left of a time such as this on the screen. */
static int seconds_left(struct tt *t)
{
	char *text = tt_text(t), *at = strstr(text, " left");
	int minutes = -1, seconds = 0;
	if (at) {
		while (at > text && strchr("0123456789:", at[-1]))
			at--;
		if (sscanf(at, "%d:%d", &minutes, &seconds) != 2)
			minutes = -1;
	}
	free(text);
	return minutes < 0 ? -1 : minutes * 60 + seconds;
}

TEST(a_mock_interview_goes_on_after_a_kill_where_it_was)
{
	struct world w = world_new();
	struct tt *t = world_review(w);
	assert_true(tt_keys(t, "Xjj<Enter><Enter>4<Enter>30<Enter>"));
	assert_true(tt_has(t, "1 of 4"));
	int first = asked(t);
	assert_true(tt_keys(t, "<Space>"));
	int second = asked(t);
	assert_true(tt_keys(t, "<Space>"));
	assert_true(tt_has(t, "3 of 4"));
	int third = asked(t);
	assert_int_equal(tt_end(t, SIGKILL), 128 + SIGKILL);
	tt_free(t);

	t = world_review(w);
	assert_true(tt_keys(t, "Xjj"));
	assert_true(tt_has(t, "goes on: 2 of 4 asked"));
	assert_true(tt_keys(t, "<Enter>"));
	assert_true(tt_has(t, "3 of 4"));
	assert_int_equal(asked(t), third);
	int left = seconds_left(t);
	assert_true(left > 29 * 60 && left <= 30 * 60);

	/* All that were answered are scored after the last one, the first of them first. */
	assert_true(tt_keys(t, "<Space><Space>"));
	assert_true(tt_has(t, "1 of 4"));
	assert_int_equal(asked(t), first);
	assert_true(tt_keys(t, "4"));
	assert_int_equal(asked(t), second);
	assert_int_equal(tt_end(t, SIGKILL), 128 + SIGKILL);
	tt_free(t);
	t = world_review(w);
	assert_true(tt_keys(t, "Xjj"));
	assert_true(tt_has(t, "goes on: 1 of 4 answered"));
	assert_true(tt_keys(t, "<Enter>222"));
	assert_true(tt_has(t, "62.5 %"));
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	tt_free(t);
	assert_int_equal(world_count(w, "verify --json", "SELECT json_extract(?, '$.ok')"), 1);
}
