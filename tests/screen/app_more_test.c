/* app_more_test.c - the desk with the real screens: what gives way when there is little room, and retries. */
#include "screen/fake_desk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hone/files.h"
#include "tui/layout.h"
#include "views/views.h"

static const char deck[] = "# Harbour\n\n## Lights\n\n"
			   "### Q1: Which lights does a pilot vessel on duty show at night?\n\n"
			   "White over red.\n\n### Q2: And when she is at anchor?\n\nThe same.\n";

static void put(const char *dir, const char *name, const char *text)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	if (!files_write(path_join(&a, str_of(dir), str_of(name)), str_of(text), &e))
		fail_msg("%s", e.text);
	arena_release(&a);
}

/* The real screens; over a new folder with that deck (may be NULL: an empty folder), or over no study. */
static struct desk real_desk(bool with_study, const char *text, int rows, int cols)
{
	static const struct app_options options = {
		.pane = { &view_plan, &view_review, &view_sheet, &view_topics },
		.start = &view_start,
		.help = &view_help,
	};
	struct desk d = { 0 };
	struct err e = { 0 };
	struct sync_report r;
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	if (with_study) {
		const char *dir = test_tmpdir();
		if (text)
			put(dir, "deck.md", text);
		d.study = study_open(dir, &e);
		if (!d.study || !study_sync(d.study, NULL, NULL, &r, &e))
			fail_msg("%s", e.text);
	}
	d.app = app_new(&options, d.study);
	app_resize(d.app, rows, cols);
	return d;
}

static void desk_assert_hides(struct desk *d, const char *text)
{
	if (desk_shows(d, text))
		fail_msg("\"%s\" on\n%s", text, d->screen.p);
}

/* ---- foot ---- */

TEST(app_foot_cuts_what_undo_quotes_and_keeps_the_grade)
{
	static const struct {
		int rows, cols;
		const char *end;
	} rows[] = {
		{ 24, 40, "undo: graded \"Whi…\" Good" },
		{ 24, 60, "undo: graded \"Whi…\" Good" },
		{ 24, 80, "undo: graded \"Which light…\" Good" },
		{ 40, 200, "undo: graded \"Which lights does a pilot vessel on dut…\" Good" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = real_desk(true, deck, rows[i].rows, rows[i].cols);
		desk_type(&d, "Space 3");
		struct str foot = desk_row(&d, rows[i].rows - 1);
		if (!str_ends(foot, str_of(rows[i].end)))
			fail_msg("no %s at the end of\n%.*s", rows[i].end, STR_ARG(foot));
		desk_close(&d);
	}
}

TEST(app_message_cuts_what_it_quotes_and_keeps_the_grade)
{
	struct desk d = real_desk(true, deck, 12, 40);
	desk_type(&d, "Space 3 u");
	assert_true(str_ends(desk_row(&d, 11), STR("· Undone: graded \"Which lights…\" Good")));
	desk_close(&d);
}

/* ---- prompt ---- */

TEST(app_prompt_lets_a_paste_replace_what_it_offers)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "p");
	app_paste(d.app, STR("pasted"));
	desk_type(&d, "Enter");
	desk_assert_shows(&d, "text=pasted ");
	desk_close(&d);
}

TEST(app_prompt_shows_that_its_text_is_selected_until_it_is_edited)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "p");
	desk_look(&d);
	const struct cell *first = &d.surface.cell[23 * 80 + 7]; /* after " Name: " */
	assert_int_equal(first->base, 'o');
	assert_int_equal(first->role, ROLE_SELECTED);
	desk_type(&d, "End");
	desk_look(&d);
	assert_int_equal(first->role, ROLE_TEXT);
	desk_close(&d);
}

TEST(start_asks_for_a_folder_with_nothing_typed_before)
{
	struct desk d = real_desk(false, NULL, 24, 80);
	desk_assert_shows(&d, "~");
	desk_type(&d, "o");
	assert_str(desk_row(&d, 23), " Folder:");
	desk_type(&d, "/ a / b Enter");
	assert_string_equal(app_wanted_study(d.app), "/a/b");
	desk_close(&d);
}

TEST(start_makes_the_folder_of_an_empty_study)
{
	struct desk d = real_desk(false, NULL, 24, 80);
	struct arena a = { 0 };
	const char *path = path_join(&a, str_of(test_tmpdir()), STR("new/one"));
	desk_type(&d, "n");
	assert_str(desk_row(&d, 23), " New folder: ~/study");
	for (const char *p = path; *p; p++)
		desk_type(&d, (char[]){ *p, 0 });
	desk_type(&d, "Enter");
	assert_string_equal(app_wanted_study(d.app), path);
	assert_int_equal(access(path, F_OK), 0);
	arena_release(&a);
	desk_close(&d);
}

TEST(start_names_its_choices_on_a_screen_of_20x5)
{
	struct desk d = real_desk(false, NULL, 5, 20);
	desk_assert_shows(&d, "ML interviews");
	desk_assert_shows(&d, "An empty study");
	desk_type(&d, "End");
	desk_assert_shows(&d, "› Open a folder");
	desk_close(&d);
}

/* What the loop does when the folder cannot be opened. */
static void refuse(struct desk *d)
{
	struct err e = { 0 };
	err_set(&e, ERR_MISSING, "there is no such folder");
	app_set_study(d->app, NULL);
	app_error(d->app, &e);
}

TEST(app_asks_again_when_the_folder_cannot_be_opened)
{
	struct desk d = real_desk(false, NULL, 24, 80);
	desk_type(&d, "o / a / b Enter");
	desk_assert_hides(&d, "Folder: ");
	refuse(&d);
	assert_str(desk_row(&d, 23), " Folder: /a/b");
	assert_true(str_starts(desk_row(&d, 22), STR(" ! there is no such folder")));
	desk_type(&d, "c Enter");
	assert_string_equal(app_wanted_study(d.app), "/a/bc");
	refuse(&d);
	desk_type(&d, "Esc");
	desk_assert_hides(&d, "Folder: ");
	desk_assert_hides(&d, "there is no such folder");
	desk_close(&d);
}

TEST(app_asks_again_only_when_the_folder_was_asked_for)
{
	struct desk d = real_desk(false, NULL, 24, 80);
	desk_type(&d, "o / a Enter");
	app_open_study(d.app, STR("/starter"));
	refuse(&d);
	desk_assert_hides(&d, "Folder: ");
	desk_assert_shows(&d, "there is no such folder");
	desk_close(&d);
}

TEST(app_forgets_the_error_when_the_folder_opens_at_last)
{
	struct desk d = real_desk(false, NULL, 24, 80);
	desk_type(&d, "o / a Enter");
	refuse(&d);
	desk_type(&d, "Enter");
	d.study = desk_study();
	app_set_study(d.app, d.study);
	desk_assert_hides(&d, "there is no such folder");
	desk_assert_hides(&d, "Folder: ");
	desk_close(&d);
}

TEST(study_that_is_missing_is_reported_alike_on_the_screen_and_in_the_shell)
{
	struct err e = { 0 };
	assert_null(study_open("/no/such/place", &e));
	assert_string_equal(e.text, "/no/such/place: no such folder; give an existing folder");
}

/* ---- little room ---- */

TEST(empty_screens_wrap_in_a_narrow_pane_and_keep_the_indent)
{
	struct desk d = real_desk(true, NULL, 24, 30);
	desk_type(&d, "1");
	desk_assert_shows(&d, "   A plan is a markdown file\n   of this folder");
	desk_assert_shows(&d, "       **Day 1: Quicksort (1\n       hour)**");
	desk_type(&d, "3");
	desk_assert_shows(&d, "be read\n");
	desk_close(&d);
}

TEST(app_puts_an_empty_row_under_the_title_of_a_tall_pane)
{
	static const struct {
		int rows;
		bool airy;
	} rows[] = { { 24, false }, { 40, true } };
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = desk_open(true, rows[i].rows, 120);
		struct layout l = layout_desk(rows[i].rows, 120, PANE_REVIEW, false);
		struct rect r = l.pane[PANE_SHEET];
		assert_true((r.rows >= 14) == rows[i].airy);
		struct str below = desk_row(&d, r.row + 1);
		assert_true((str_find(below, STR("there count="), 36) < 0) == rows[i].airy);
		struct str second = desk_row(&d, r.row + 2);
		assert_true((str_find(second, STR("there count="), 36) >= 0) == rows[i].airy);
		desk_close(&d);
	}
}

TEST(app_status_under_the_tabs_stands_apart_from_the_line)
{
	struct desk d = desk_open(true, 24, 80);
	assert_true(str_ends(desk_row(&d, 1), STR("── at 0 ─")));
	desk_close(&d);
}

/* All that the help shows when it is read to its end, row after row. */
static void read_help(struct desk *d, struct buf *all)
{
	for (int i = 0; i < 200; i++) {
		buf_add(all, desk_look(d));
		desk_type(d, "j");
	}
}

TEST(help_says_whole_sentences_on_a_narrow_screen)
{
	static const struct {
		int rows, cols;
		const char *shown[3];
	} rows[] = {
		{ 24, 45, { "│ Ctrl-R ", "│   Do again what was taken back ", "Everywhere" } },
		{ 5, 20, { "│ Ctrl-R ", "│   Do again ", "│   Next pane " } },
		{ 40, 120,
			{ "│  Ctrl-R               Do again what was taken back ", "Review",
				"│  q                    Quit; everything is saved already " } },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct desk d = real_desk(true, deck, rows[i].rows, rows[i].cols);
		struct buf all = { 0 };
		desk_type(&d, "?");
		read_help(&d, &all);
		for (size_t k = 0; k < LENGTH(rows[i].shown); k++)
			if (str_find(buf_str(&all), str_of(rows[i].shown[k]), 0) < 0)
				fail_msg("no \"%s\" at %d columns:\n%s", rows[i].shown[k],
					rows[i].cols, desk_look(&d).p);
		buf_release(&all);
		desk_close(&d);
	}
}

TEST(app_prompt_brings_back_what_was_typed_before)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "o a b Up");
	assert_str(desk_row(&d, 23), " Find: newest");
	desk_type(&d, "Up Up Up");
	assert_str(desk_row(&d, 23), " Find: older");
	desk_type(&d, "Down Down Down");
	assert_str(desk_row(&d, 23), " Find: ab");
	desk_type(&d, "Up x Enter");
	desk_assert_shows(&d, "text=newestx number=7 ");
	desk_type(&d, "p Up"); /* another prompt has no past */
	assert_str(desk_row(&d, 23), " Name: old");
	desk_close(&d);
}

TEST(app_prompt_tells_who_asked_so_what_is_typed)
{
	struct desk d = desk_open(true, 24, 80);
	desk_type(&d, "o a b");
	desk_assert_shows(&d, "text=ab number=107 ");
	app_paste(d.app, STR("cd"));
	desk_assert_shows(&d, "text=abcd number=107 ");
	desk_type(&d, "Up");
	desk_assert_shows(&d, "text=newest number=107 ");
	desk_type(&d, "Esc");
	desk_assert_shows(&d, "text=newest number=207 ");
	desk_type(&d, "p x Esc");
	desk_assert_shows(&d, "text=newest number=207 ");
	desk_close(&d);
}
