/* check_kill_test.c - a check whose program is killed goes on where it was. */
#include <signal.h>

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
