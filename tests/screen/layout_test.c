/* layout_test.c - panes on screens of every size. */
#include "test.h"

#include "tui/layout.h"

static bool shown(struct rect r)
{
	return r.rows > 0 && r.cols > 0;
}

static bool overlap(struct rect a, struct rect b)
{
	return a.row < b.row + b.rows && b.row < a.row + a.rows && a.col < b.col + b.cols &&
	       b.col < a.col + a.cols;
}

TEST(layout_shows_panes_by_width)
{
	static const struct {
		int rows, cols;
		enum pane focus;
		bool zoom;
		int mask; /* bit of each pane shown */
		bool tabs;
	} rows[] = {
		{ 40, 120, PANE_REVIEW, false, 7, false },
		{ 40, 120, PANE_TOPICS, false, 8, true },
		{ 60, 200, PANE_REVIEW, false, 15, false },
		{ 60, 200, PANE_TOPICS, false, 15, false },
		{ 60, 200, PANE_SHEET, true, 4, true },
		{ 24, 80, PANE_REVIEW, false, 2, true },
		{ 24, 99, PANE_PLAN, false, 1, true },
		{ 24, 100, PANE_PLAN, false, 7, false },
		{ 8, 120, PANE_PLAN, false, 1, true },
		{ 5, 20, PANE_REVIEW, false, 2, true },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct layout l =
			layout_desk(rows[i].rows, rows[i].cols, rows[i].focus, rows[i].zoom);
		int mask = 0;
		for (int p = 0; p < PANE_COUNT; p++)
			mask |= shown(l.pane[p]) << p;
		assert_int_equal(mask, rows[i].mask);
		assert_int_equal(l.tabs, rows[i].tabs);
	}
}

TEST(layout_gives_a_small_screen_to_the_pane)
{
	struct layout l = layout_desk(5, 20, PANE_REVIEW, false);
	assert_int_equal(l.head, -1);
	assert_false(l.rules);
	assert_int_equal(l.pane[PANE_REVIEW].row, 0);
	assert_int_equal(l.pane[PANE_REVIEW].rows, 4);
	l = layout_desk(8, 40, PANE_REVIEW, false);
	assert_int_equal(l.head, 0);
	assert_int_equal(l.pane[PANE_REVIEW].row, 1);
	assert_int_equal(l.pane[PANE_REVIEW].rows, 6);
}

TEST(layout_says_when_a_screen_is_too_small)
{
	assert_true(layout_desk(4, 80, PANE_PLAN, false).too_small);
	assert_true(layout_desk(24, 19, PANE_PLAN, false).too_small);
	assert_true(layout_desk(0, 0, PANE_PLAN, true).too_small);
	assert_false(layout_desk(5, 20, PANE_PLAN, false).too_small);
}

static void check_panes(const struct layout *l, int rows, int cols)
{
	for (int p = 0; p < PANE_COUNT; p++) {
		struct rect a = l->pane[p];
		if (!shown(a))
			continue;
		assert_true(a.row > l->head + l->rules && a.row + a.rows <= l->foot - l->rules);
		assert_true(a.col >= 0 && a.col + a.cols <= cols);
		assert_true(l->foot == rows - 1);
		for (int q = 0; q < p; q++)
			assert_false(shown(l->pane[q]) && overlap(a, l->pane[q]));
	}
}

TEST(layout_panes_never_overlap_or_leave_the_screen_at_any_size)
{
	for (int rows = 5; rows < 75; rows++)
		for (int cols = 20; cols < 250; cols++)
			for (int focus = 0; focus < PANE_COUNT * 2; focus++) {
				enum pane pane = (enum pane)(focus % PANE_COUNT);
				struct layout l =
					layout_desk(rows, cols, pane, focus >= PANE_COUNT);
				assert_true(shown(l.pane[pane]));
				check_panes(&l, rows, cols);
			}
}
