/* app_foot_test.c - what stands around the panes and over them: head, foot, messages, prompt, help. */
#include "screen/fake_desk.h"

/* ---- head and foot ---- */

TEST(app_head_says_where_the_plan_is_and_what_is_due)
{
	struct desk d = desk_open(true, 40, 120);
	struct str head = desk_row(&d, 0);
	assert_true(str_starts(head, STR(" algebra › Week 1 › Day 1 Vectors")));
	assert_true(str_ends(head, STR("Wed 12 Nov    0 due · 0 new")));
	desk_close(&d);
}

TEST(app_foot_shows_the_keys_that_work_now)
{
	struct desk d = desk_open(true, 24, 80);
	assert_str(desk_row(&d, 23), " x count  Space ask  u undo  Tab pane  ? keys  q quit");
	desk_type(&d, "Space");
	assert_str(
		desk_row(&d, 23), " x count  Space ask  1 grade  u undo  Tab pane  ? keys  q quit");
	desk_type(&d, "z");
	assert_str(
		desk_row(&d, 23), " x count  Space ask  1 grade  u undo  Tab pane  ? keys  q back");
	desk_close(&d);
}

TEST(app_foot_names_a_key_that_still_reaches_its_row)
{
	static const struct key_row own[] = { { "u", ACTION_OWN, "unsure", "Unsure", 0 }, { 0 } };
	struct view_ops with_u = fake_panes[PANE_REVIEW];
	with_u.keys = own;
	struct app_options o = { { &fake_panes[0], &with_u, &fake_panes[2], &fake_panes[3] },
		&fake_start, &fake_help, NULL, NULL, NULL, false };
	struct desk d = { .study = desk_study() };
	d.app = app_new(&o, d.study);
	app_resize(d.app, 24, 80);
	assert_str(desk_row(&d, 23), " u unsure  U undo  Tab pane  ? keys  q quit");
	desk_close(&d);
}

TEST(app_message_stands_until_the_next_key_an_error_until_escape)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "t");
	assert_true(str_ends(desk_row(&d, 23), STR("· 3 times")));
	desk_type(&d, "x");
	assert_false(desk_shows(&d, "3 times"));
	desk_type(&d, "f x x");
	desk_assert_shows(&d, "disk that holds");
	desk_type(&d, "Esc");
	assert_false(desk_shows(&d, "disk that holds"));
	desk_close(&d);
}

TEST(app_long_error_is_shown_whole)
{
	struct desk d = desk_open(true, 12, 60);
	desk_type(&d, "f");
	assert_true(str_starts(desk_row(&d, 10), STR(" ! The disk")));
	assert_true(str_ends(desk_row(&d, 11), STR("try it again.")));
	desk_close(&d);
}

TEST(app_undo_with_nothing_to_undo_says_so)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "u");
	desk_assert_shows(&d, "·");
	desk_type(&d, "x");
	desk_type(&d, "Ctrl-R");
	desk_assert_shows(&d, "·");
	desk_close(&d);
}

/* ---- prompt ---- */

TEST(app_prompt_edits_a_line_and_gives_it_to_the_view)
{
	static const struct {
		const char *keys, *text;
	} rows[] = {
		{ "Enter", "text=old number=7" },
		{ "n e w Enter", "text=new number=7" },
		{ "Left x Enter", "text=olxd number=7" },
		{ "Backspace Enter", "text=ol number=7" },
		{ "Backspace x Enter", "text=olx number=7" },
		{ "End e r Enter", "text=older number=7" },
		{ "Ctrl-U n e w Enter", "text=new number=7" },
		{ "Home b Enter", "text=bold number=7" },
		{ "Left Left Backspace Enter", "text=ld number=7" },
		{ "Home Delete Enter", "text=ld number=7" },
		{ "End Space m a n Ctrl-W y e Enter", "text=old ye number=7" },
		{ "Left End s Enter", "text=olds number=7" },
		{ "Home Left Backspace Right Ctrl-U Enter", "text=ld number=7" },
		{ "End é ü Left Backspace Enter", "text=oldü number=7" },
		{ "Esc", "text= number=0" },
		{ "Ctrl-C", "text= number=0" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = desk_open(true, 24, 80);
		desk_type(&d, "p");
		desk_type(&d, rows[i].keys);
		desk_assert_shows(&d, rows[i].text);
		desk_close(&d);
	}
}

TEST(app_prompt_swallows_keys_and_shows_the_cursor)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "p End q Q x ? z");
	assert_false(app_quit(d.app));
	assert_str(desk_row(&d, 23), " Name: oldqQx?z");
	assert_int_equal(d.surface.cursor_row, 23);
	assert_int_equal(d.surface.cursor_col, 15);
	desk_close(&d);
}

TEST(app_prompt_longer_than_the_line_keeps_its_cursor_in_sight)
{
	struct desk d = desk_open(true, 5, 20);
	desk_type(&d, "p");
	app_paste(d.app, STR("abcdefghijklmnopqrstuvwxyz"));
	assert_str(desk_row(&d, 4), " Name: opqrstuvwxyz");
	assert_int_equal(d.surface.cursor_col, 19);
	desk_close(&d);
}

TEST(app_pasted_text_never_acts_as_keys)
{
	struct desk d = desk_open(true, 24, 80);
	app_paste(d.app, STR("xxxqQ"));
	assert_false(app_quit(d.app));
	desk_assert_shows(&d, "count=0");
	desk_type(&d, "p Ctrl-U");
	app_paste(d.app, STR("a\nb\x1b[31m\tc\n"));
	desk_type(&d, "Enter");
	desk_assert_shows(&d, "text=a b␛[31m c  number=7");
	desk_close(&d);
}

/* ---- help and start ---- */

TEST(app_help_lies_over_the_desk_and_names_the_tables_below)
{
	struct desk d = desk_open(true, 40, 120);
	desk_type(&d, "Space ?");
	desk_assert_shows(&d, " Keys ─");
	const char *name[3];
	unsigned live[3];
	size_t n;
	const struct key_row *const *table = app_tables(d.app, &n, name, live);
	assert_int_equal(n, 2);
	assert_string_equal(name[0], "Review");
	assert_true(table[0] == fake_panes[PANE_REVIEW].keys && live[0] == FAKE_ASKED);
	assert_true(table[1] == app_keys());
	desk_type(&d, "x");
	desk_assert_shows(&d, "here count=1");
	desk_type(&d, "w");
	assert_false(desk_shows(&d, " Keys ─"));
	desk_type(&d, "? q");
	assert_false(desk_shows(&d, " Keys ─"));
	assert_false(app_quit(d.app));
	desk_close(&d);
}

TEST(app_without_a_study_shows_the_start_view_only)
{
	struct desk d = desk_open(false, 24, 80);
	assert_str(desk_row(&d, 0), "here count=0 graded=0 back=0 changed=0");
	desk_type(&d, "Tab 3 u Ctrl-R z g x");
	desk_assert_shows(&d, "here count=1");
	assert_str(desk_row(&d, 23), " x count  Space ask  ? keys  q quit");
	desk_type(&d, "p Ctrl-U d i r Enter");
	desk_assert_shows(&d, "text=dir");
	desk_type(&d, "q");
	assert_true(app_quit(d.app));
	desk_close(&d);
}

TEST(app_wants_a_study_until_it_is_given_one)
{
	struct desk d = desk_open(false, 24, 80);
	assert_null(app_wanted_study(d.app));
	app_open_study(d.app, STR("/home/me/algebra"));
	assert_string_equal(app_wanted_study(d.app), "/home/me/algebra");
	app_set_study(d.app, NULL);
	assert_null(app_wanted_study(d.app));
	app_open_study(d.app, STR("/home/me/algebra"));
	d.study = desk_study();
	app_set_study(d.app, d.study);
	assert_null(app_wanted_study(d.app));
	desk_assert_shows(&d, "[2 Review]");
	desk_close(&d);
}

TEST(app_is_stale_after_a_key_and_not_after_a_frame)
{
	struct desk d = desk_open(true, 24, 80);
	assert_true(app_stale(d.app));
	desk_look(&d);
	assert_false(app_stale(d.app));
	desk_type(&d, "x");
	assert_true(app_stale(d.app));
	desk_close(&d);
}
