/* list_test.c - where the cursor goes and what scrolls. */
#include "test.h"

#include "tui/list.h"

struct move {
	struct list from;
	int action, count;
	int cursor, top;
};

static const struct move moves[] = {
	{ { 10, 0, 0, 4 }, MOTION_DOWN, 0, 1, 0 },
	{ { 10, 3, 0, 4 }, MOTION_DOWN, 0, 4, 1 },
	{ { 10, 9, 6, 4 }, MOTION_DOWN, 0, 9, 6 },
	{ { 10, 0, 0, 4 }, MOTION_DOWN, 5, 5, 2 },
	{ { 10, 6, 6, 4 }, MOTION_UP, 0, 5, 5 },
	{ { 10, 0, 0, 4 }, MOTION_UP, 3, 0, 0 },
	{ { 10, 1, 0, 4 }, MOTION_PAGE_DOWN, 0, 5, 4 },
	{ { 10, 8, 6, 4 }, MOTION_PAGE_DOWN, 0, 9, 6 },
	{ { 10, 5, 4, 4 }, MOTION_PAGE_UP, 0, 1, 0 },
	{ { 10, 0, 0, 4 }, MOTION_HALF_DOWN, 0, 2, 0 },
	{ { 10, 0, 0, 1 }, MOTION_HALF_DOWN, 0, 1, 1 },
	{ { 10, 5, 4, 4 }, MOTION_FIRST, 0, 0, 0 },
	{ { 10, 0, 0, 4 }, MOTION_LAST, 0, 9, 6 },
	{ { 10, 0, 0, 4 }, MOTION_LAST, 6, 5, 2 },
	{ { 10, 0, 0, 4 }, MOTION_LAST, 99, 9, 6 },
	{ { 0, 0, 0, 4 }, MOTION_DOWN, 0, 0, 0 },
	{ { 3, 0, 0, 0 }, MOTION_LAST, 0, 2, 2 },
	{ { 10, 2, 0, 4 }, MOTION_DOWN, 2147483647, 9, 6 },
};

TEST(list_move_keeps_the_cursor_in_sight)
{
	for (size_t i = 0; i < LENGTH(moves); i++) {
		struct list l = moves[i].from;
		assert_true(list_move(&l, moves[i].action, moves[i].count));
		assert_int_equal(l.cursor, moves[i].cursor);
		assert_int_equal(l.top, moves[i].top);
	}
}

TEST(list_move_leaves_other_actions_alone)
{
	struct list l = { 10, 3, 1, 4 };
	assert_false(list_move(&l, ACTION_OWN, 0));
	assert_false(list_scroll(&l, ACTION_OWN, 0));
	assert_int_equal(l.cursor, 3);
	assert_int_equal(l.top, 1);
}

TEST(list_resize_clips_the_cursor_and_leaves_no_empty_rows)
{
	static const struct {
		struct list from;
		int n, page, cursor, top;
	} rows[] = {
		{ { 10, 9, 6, 4 }, 5, 4, 4, 1 },
		{ { 10, 9, 6, 4 }, 10, 8, 9, 2 },
		{ { 10, 9, 6, 4 }, 0, 4, 0, 0 },
		{ { 10, 5, 2, 4 }, 10, 2, 5, 4 },
		{ { 10, 5, 2, 4 }, 10, 0, 5, 5 },
		{ { 0, 0, 0, 0 }, 3, 9, 0, 0 },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct list l = rows[i].from;
		list_resize(&l, rows[i].n, rows[i].page);
		assert_int_equal(l.cursor, rows[i].cursor);
		assert_int_equal(l.top, rows[i].top);
	}
}

TEST(list_show_scrolls_as_little_as_possible)
{
	struct list l = { 10, 0, 0, 4 };
	list_show(&l, 5);
	assert_int_equal(l.top, 2);
	list_show(&l, 3);
	assert_int_equal(l.top, 2);
	list_show(&l, 1);
	assert_int_equal(l.top, 1);
	list_show(&l, 50);
	assert_int_equal(l.cursor, 9);
}

TEST(list_scroll_moves_the_text_within_its_ends)
{
	static const struct {
		int top, action, count, want;
	} rows[] = {
		{ 0, MOTION_DOWN, 0, 1 },
		{ 6, MOTION_DOWN, 0, 6 },
		{ 0, MOTION_UP, 0, 0 },
		{ 0, MOTION_PAGE_DOWN, 0, 4 },
		{ 4, MOTION_PAGE_DOWN, 0, 6 },
		{ 0, MOTION_LAST, 0, 6 },
		{ 0, MOTION_LAST, 3, 2 },
		{ 5, MOTION_FIRST, 0, 0 },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct list l = { 10, 0, rows[i].top, 4 };
		assert_true(list_scroll(&l, rows[i].action, rows[i].count));
		assert_int_equal(l.top, rows[i].want);
	}
}

TEST(list_resize_keeps_the_place_of_a_scrolled_text)
{
	struct list l = { 100, 0, 0, 10 };
	list_scroll(&l, MOTION_DOWN, 40);
	list_resize(&l, 100, 20);
	assert_int_equal(l.top, 40);
	list_resize(&l, 50, 20);
	assert_int_equal(l.top, 30);
}

TEST(list_changed_names_the_rows_that_differ_after_a_move)
{
	static const struct {
		struct list before, after;
		int from, to;
	} rows[] = {
		{ { 10, 0, 0, 4 }, { 10, 1, 0, 4 }, 0, 2 },
		{ { 10, 7, 5, 4 }, { 10, 6, 5, 4 }, 1, 3 },
		{ { 10, 3, 0, 4 }, { 10, 0, 0, 4 }, 0, 4 },
		{ { 10, 2, 0, 4 }, { 10, 2, 0, 4 }, 2, 3 },
		{ { 10, 3, 0, 4 }, { 10, 4, 1, 4 }, 0, 4 },
		{ { 10, 3, 0, 4 }, { 9, 3, 0, 4 }, 0, 4 },
		{ { 10, 3, 0, 4 }, { 10, 3, 0, 6 }, 0, 6 },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		int from, to;
		list_changed(&rows[i].before, &rows[i].after, &from, &to);
		assert_int_equal(from, rows[i].from);
		assert_int_equal(to, rows[i].to);
	}
}
