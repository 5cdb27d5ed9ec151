/* app_test.c - the desk: where keys go, which panes are shown, at any size. */
#include "screen/fake_desk.h"

#include "tui/layout.h"

/* ---- where keys go ---- */

TEST(app_rows_of_the_view_come_before_global_ones)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "Space 1 2");
	desk_assert_shows(&d, "here count=0 graded=2");
	desk_assert_shows(&d, "[2 Review]");
	desk_type(&d, "Esc 1");
	desk_assert_shows(&d, "[1 Plan]");
	desk_close(&d);
}

TEST(app_focus_moves_in_a_ring_and_by_number)
{
	static const struct {
		const char *keys, *tab;
	} rows[] = {
		{ "", "[2 Review]" },
		{ "Tab", "[3 Sheet]" },
		{ "Tab Tab", "[4 Topics]" },
		{ "Tab Tab Tab", "[1 Plan]" },
		{ "Backtab", "[1 Plan]" },
		{ "Backtab Backtab", "[4 Topics]" },
		{ "4 1", "[1 Plan]" },
		{ "3 2", "[2 Review]" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = desk_open(true, 24, 80);
		desk_type(&d, rows[i].keys);
		desk_assert_shows(&d, rows[i].tab);
		desk_close(&d);
	}
}

TEST(app_digits_that_mean_nothing_else_are_a_count)
{
	static const struct {
		const char *keys, *shown;
	} rows[] = {
		{ "x", "count=1 " },
		{ "5 x", "count=5 " },
		{ "0 1 2 x", "count=12 " },
		{ "7 3 x x", "count=74 " },
		{ "7 Esc x", "count=1 " },
		{ "9 9 9 9 9 9 9 9 9 x", "count=999999 " },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = desk_open(true, 24, 80);
		desk_type(&d, rows[i].keys);
		desk_assert_shows(&d, rows[i].shown);
		desk_close(&d);
	}
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "5 1");
	assert_true(str_ends(desk_row(&d, 23), STR(" 51")));
	desk_close(&d);
}

TEST(app_escape_takes_the_innermost_thing_first_and_never_quits)
{
	struct desk d = desk_open(true, 40, 120);
	desk_type(&d, "z Space f 5");
	assert_true(desk_shows(&d, "[2 Review]") && desk_shows(&d, "disk that holds"));
	desk_type(&d, "Esc"); /* the count */
	desk_assert_shows(&d, "disk that holds");
	desk_type(&d, "Ctrl-C"); /* the message */
	assert_false(desk_shows(&d, "disk that holds"));
	desk_assert_shows(&d, "back=0");
	desk_type(&d, "Ctrl-C"); /* the view's own */
	desk_assert_shows(&d, "back=1");
	desk_type(&d, "Esc"); /* the zoom */
	assert_false(desk_shows(&d, "[2 Review]"));
	desk_type(&d, "Esc Esc Ctrl-C");
	assert_false(app_quit(d.app));
	desk_close(&d);
}

TEST(app_q_leaves_the_zoom_first_and_then_quits)
{
	struct desk d = desk_open(true, 40, 120);
	desk_type(&d, "z q");
	assert_false(app_quit(d.app));
	desk_type(&d, "q");
	assert_true(app_quit(d.app));
	desk_close(&d);
}

TEST(app_quits_by_Q_and_by_a_view)
{
	static const char *const keys[] = { "Q", "z Q", "? Q", "e" };
	for (size_t i = 0; i < LENGTH(keys); i++) {
		struct desk d = desk_open(true, 40, 120);
		desk_type(&d, keys[i]);
		assert_true(app_quit(d.app));
		desk_close(&d);
	}
}

TEST(app_asks_the_loop_to_repaint_and_to_suspend)
{
	struct desk d = desk_open(true, 24, 80);
	assert_int_equal(app_wish(d.app), APP_WISH_NONE);
	desk_type(&d, "Ctrl-L");
	assert_int_equal(app_wish(d.app), APP_WISH_REPAINT);
	assert_int_equal(app_wish(d.app), APP_WISH_NONE);
	desk_type(&d, "Ctrl-Z");
	assert_int_equal(app_wish(d.app), APP_WISH_SUSPEND);
	desk_close(&d);
}

TEST(app_global_keys_do_not_contradict_each_other)
{
	assert_int_equal(keys_clash(app_keys()), -1);
}

/* ---- panes ---- */

TEST(app_opens_a_pane_when_it_is_first_shown_and_once)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "c"); /* to the others, none of which is open */
	desk_type(&d, "1");
	desk_assert_shows(&d, "changed=0");
	desk_type(&d, "2 1");
	desk_assert_shows(&d, "open=1");
	desk_close(&d);
}

TEST(app_tells_the_other_open_panes_of_a_change)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "1 2 c");
	desk_assert_shows(&d, "changed=0");
	desk_type(&d, "1");
	desk_assert_shows(&d, "changed=1");
	app_study_changed(d.app);
	desk_assert_shows(&d, "changed=2");
	desk_type(&d, "2");
	desk_assert_shows(&d, "changed=1");
	desk_close(&d);
}

TEST(app_goto_shows_the_pane_and_tells_it_what)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "g");
	desk_assert_shows(&d, "[3 Sheet]");
	desk_assert_shows(&d, "text=there.md number=42");
	desk_close(&d);
}

TEST(app_zoom_shows_one_pane_and_all_again)
{
	struct desk d = desk_open(true, 40, 120);
	desk_assert_shows(&d, " 1 Plan");
	desk_assert_shows(&d, "▸2 Review");
	desk_type(&d, "z");
	desk_assert_shows(&d, "[2 Review]");
	desk_type(&d, "w");
	desk_assert_shows(&d, "▸2 Review");
	desk_close(&d);
}

TEST(app_draws_every_size_and_tells_views_theirs)
{
	struct desk d = desk_open(true, 24, 80);
	for (int rows = 1; rows < 64; rows += 3)
		for (int cols = 1; cols < 220; cols += 7) {
			app_resize(d.app, rows, cols);
			desk_look(&d); /* fake_draw() compares its canvas with what it was told */
			desk_type(&d, "Tab");
			desk_look(&d);
			desk_type(&d, "? f");
			desk_look(&d);
			desk_type(&d, "Esc Esc");
		}
	desk_close(&d);
}

TEST(app_at_20x5_shows_the_card_and_the_keys)
{
	struct desk d = desk_open(true, 5, 20);
	assert_str(desk_row(&d, 0), "here count=0 graded=");
	assert_str(desk_row(&d, 4), " x count  Space ask");
	desk_close(&d);
}

TEST(app_below_20x5_says_so_and_can_be_left)
{
	static const struct {
		int rows, cols;
		const char *row;
	} rows[] = {
		{ 3, 30, "hone: 30x3 (needs 20x5)" },
		{ 40, 12, "hone: 12x40" },
		{ 4, 19, "hone: 19x4 (needs 2" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = desk_open(true, rows[i].rows, rows[i].cols);
		assert_str(desk_row(&d, 0), rows[i].row);
		desk_type(&d, "x");
		assert_false(app_quit(d.app));
		desk_type(&d, i % 2 ? "Q" : "q");
		assert_true(app_quit(d.app));
		desk_close(&d);
	}
}

TEST(app_lines_meet_between_the_panes)
{
	struct desk d = desk_open(true, 60, 200);
	struct layout l = layout_desk(60, 200, PANE_REVIEW, false);
	desk_look(&d);
	static const uint32_t top = 0x252C, bottom = 0x2534, left = 0x251C, right = 0x2524;
	struct rect review = l.pane[PANE_REVIEW], sheet = l.pane[PANE_SHEET];
	const struct cell *cell = d.surface.cell;
	int middle = (review.row + review.rows) * 200;
	assert_int_equal(cell[200 + review.col - 1].base, top);
	assert_int_equal(cell[200 + sheet.col - 1].base, top);
	assert_int_equal(cell[58 * 200 + review.col - 1].base, bottom);
	assert_int_equal(cell[58 * 200 + sheet.col - 1].base, bottom);
	assert_int_equal(cell[middle + review.col - 1].base, left);
	assert_int_equal(cell[middle + sheet.col - 1].base, right);
	desk_close(&d);
}
