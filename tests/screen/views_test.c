/* views_test.c - the real screens over a small study, on a canvas. */
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "test.h"
#include "tui/app.h"
#include "views/views.h"

static const char plan_md[] = "# Graphs in two weeks\n\n## Week 1: Walking\n\n"
			      "**Day 1: Breadth first (1 hour)** (2025-11-11)\n\n- [x] Read\n\n"
			      "**Day 2: Depth first (30 min)** (2025-11-12)\n\n"
			      "- [ ] Write it (20 min)\n- [ ] Compare them\n\n"
			      "**Day 3: Rest**\n\n- [ ] Sleep\n";

static const char deck_md[] =
	"# Questions\n\n## Walking\n\n"
	"### Q1: Which queue does breadth first search use?\n\nA *first in, first out* queue.\n\n"
	"### Q2: What does depth first search cost?\n\nO(V + E) with adjacency lists.\n\n"
	"### Q3: What is a tree?\n\nA connected graph without cycles.\n";

static const char topics_md[] =
	"# Check\n\n## Area 1: Walking\n\n| Topic | Status | Notes |\n|---|---|---|\n"
	"| Breadth first | [know] | |\n| Depth first | [unsure] | |\n\n"
	"## Area 2: Trees\n\n| Topic | Status | Notes |\n|---|---|---|\n| Spanning tree | [dunno] "
	"| |\n";

static const char sheet_md[] = "# Graph words\n\n## Edges\n\nAn edge joins two vertices.\n\n## "
			       "Paths\n\nA path repeats no vertex.\n";

struct desk {
	const char *dir;
	struct study *study;
	struct app *app;
	struct surface surface;
	struct buf text;
};

static void write_file(const char *dir, const char *name, const char *text)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	if (!files_write(path_join(&a, str_of(dir), str_of(name)), str_of(text), &e))
		fail_msg("%s", e.text);
	arena_release(&a);
}

static struct desk desk_over(const char *dir, int rows, int cols)
{
	static const struct app_options options = {
		.pane = { &view_plan, &view_review, &view_sheet, &view_topics },
		.start = &view_start,
		.help = &view_help,
	};
	struct desk d = { .dir = dir };
	struct sync_report report;
	struct err e = { 0 };
	d.study = study_open(dir, &e);
	if (!d.study || !study_sync(d.study, NULL, NULL, &report, &e))
		fail_msg("%s", e.text);
	d.app = app_new(&options, d.study);
	app_resize(d.app, rows, cols);
	return d;
}

static struct desk desk_new(int rows, int cols)
{
	const char *dir = test_tmpdir();
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	write_file(dir, "plan.md", plan_md);
	write_file(dir, "deck.md", deck_md);
	write_file(dir, "topics.md", topics_md);
	write_file(dir, "words.md", sheet_md);
	return desk_over(dir, rows, cols);
}

/* Only what changed is drawn; a frame drawn from scratch must be the same. */
static void draw_both(struct desk *d)
{
	app_draw(d->app, &d->surface);
	size_t n = (size_t)d->surface.rows * (size_t)d->surface.cols * sizeof *d->surface.cell;
	void *parts = malloc(n);
	assert_non_null(parts);
	memcpy(parts, d->surface.cell, n);
	app_damaged(d->app);
	app_draw(d->app, &d->surface);
	assert_memory_equal(parts, d->surface.cell, n);
	free(parts);
}

static const char *screen(struct desk *d)
{
	draw_both(d);
	buf_clear(&d->text);
	surface_text(&d->surface, &d->text);
	return buf_cstr(&d->text);
}

static void see(struct desk *d, const char *what)
{
	const char *text = screen(d);
	if (!strstr(text, what))
		fail_msg("\"%s\" is not on the screen:\n%s", what, text);
}

static void see_not(struct desk *d, const char *what)
{
	const char *text = screen(d);
	if (strstr(text, what))
		fail_msg("\"%s\" is on the screen:\n%s", what, text);
}

static void type(struct desk *d, const char *keys)
{
	for (; *keys; keys++)
		app_key(d->app, *keys);
}

static void desk_free(struct desk *d)
{
	struct err e = { 0 };
	app_free(d->app);
	assert_true(study_close(d->study, &e));
	surface_release(&d->surface);
	buf_release(&d->text);
}

static void see_file(const struct desk *d, const char *name, const char *part)
{
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d->dir), str_of(name)));
	if (!strstr(buf_cstr(&b), part))
		fail_msg("%s does not hold \"%s\":\n%s", name, part, buf_cstr(&b));
	buf_release(&b);
	arena_release(&a);
}

TEST(desk_answers_what_now_at_once)
{
	struct desk d = desk_new(40, 120);
	see(&d, "Week 1 › Day 2 Depth first");
	see(&d, "Wed 12 Nov");
	see(&d, "0 due · 3 new");
	see(&d, "Which queue does breadth first search use?");
	see(&d, "□ Write it");
	see(&d, "Graph words");
	see(&d, "1 of 3");
	see_not(&d, "first in, first out");
	desk_free(&d);
}

TEST(revealing_shows_the_answer_and_the_grades_below_the_question)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 ");
	see(&d, "Which queue does breadth first search use?");
	see(&d, "first in, first out");
	see(&d, "1 Again");
	see(&d, "4 Easy");
	desk_free(&d);
}

TEST(a_grade_leads_to_the_next_card_and_undo_brings_it_back)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 3");
	see(&d, "What does depth first search cost?");
	see(&d, "2 of 3");
	see(&d, "undo: graded");
	type(&d, "u");
	see(&d, "Which queue does breadth first search use?");
	see(&d, "1 of 3");
	see_not(&d, "first in, first out");
	desk_free(&d);
}

TEST(a_session_ends_with_what_was_done_and_what_comes)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 3 4 3");
	see(&d, "Done for today.");
	see(&d, "3 answers");
	see(&d, "good 2 · easy 1");
	see(&d, "Tomorrow 3 due");
	type(&d, "u");
	see(&d, "What is a tree?");
	desk_free(&d);
}

TEST(a_card_graded_again_comes_back_today)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 1 3 3");
	see(&d, "Which queue does breadth first search use?");
	type(&d, " 3");
	see(&d, "Done for today.");
	see(&d, "again 1");
	desk_free(&d);
}

/* What a sync tells the screens after another program wrote a file. */
static void edit(struct desk *d, const char *name, const char *text)
{
	struct sync_report report;
	struct err e = { 0 };
	write_file(d->dir, name, text);
	if (!study_sync(d->study, NULL, NULL, &report, &e))
		fail_msg("%s", e.text);
	app_study_changed(d->app);
}

TEST(undo_and_redo_leave_the_numbers_of_the_day_right)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 3u 3 3 1 3");
	see(&d, "4 answers");
	see(&d, "again 1 · hard 0 · good 3 · easy 0");
	see(&d, "recall 75 %");
	type(&d, "u");
	app_key(d.app, 'R' & 31);
	see(&d, "4 answers");
	see(&d, "recall 75 %");
	desk_free(&d);
}

TEST(a_card_that_is_deleted_while_its_answer_is_shown_gives_way_to_the_next)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 ");
	edit(&d, "deck.md", "# Questions\n\n### Q3: What is a tree?\n\nA connected graph.\n");
	see(&d, "What is a tree?");
	see_not(&d, "Which queue");
	type(&d, " 3");
	see(&d, "Done for today.");
	desk_free(&d);
}

TEST(an_answer_that_is_edited_while_it_is_shown_is_shown_anew)
{
	struct desk d = desk_new(24, 80);
	type(&d, "2 ");
	edit(&d, "deck.md",
		"# Questions\n\n## Walking\n\n### Q1: Which queue does breadth first search "
		"use?\n\nA FIFO.\n");
	see(&d, "A FIFO.");
	see(&d, "1 Again");
	desk_free(&d);
}

TEST(a_long_answer_scrolls_below_its_question)
{
	struct desk d = desk_over(test_tmpdir(), 24, 80);
	struct buf deck = { 0 };
	buf_add(&deck, STR("Q: What counts?\nA: start\n"));
	for (int i = 0; i < 60; i++)
		buf_addf(&deck, "\nline %d\n", i);
	edit(&d, "deck.md", buf_cstr(&deck));
	type(&d, "2 ");
	see(&d, "start");
	type(&d, "   ");
	see(&d, "What counts?");
	see_not(&d, "start");
	buf_release(&deck);
	desk_free(&d);
}

TEST(the_cursor_stays_with_its_task_when_the_plan_is_edited)
{
	struct desk d = desk_new(40, 120);
	struct buf plan = { 0 };
	struct str text = str_of(plan_md);
	type(&d, "1j");
	ptrdiff_t at = str_find(text, STR("- [ ] Write it"), 0);
	buf_add(&plan, str_slice(text, 0, (size_t)at));
	buf_add(&plan, STR("- [ ] Something before\n"));
	buf_add(&plan, str_slice(text, (size_t)at, text.n));
	edit(&d, "plan.md", buf_cstr(&plan));
	type(&d, " ");
	see_file(&d, "plan.md",
		"- [ ] Something before\n- [ ] Write it (20 min)\n- [x] Compare them\n");
	buf_release(&plan);
	desk_free(&d);
}

TEST(the_first_opening_shows_today)
{
	const char *dir = test_tmpdir();
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	struct desk d = desk_over(dir, 40, 120);
	see(&d, "No plan yet.");
	edit(&d, "plan.md", plan_md);
	see(&d, "□ Write it");
	desk_free(&d);
}

TEST(space_ticks_the_task_in_the_file_and_undo_unticks_it)
{
	struct desk d = desk_new(40, 120);
	type(&d, "1j ");
	see(&d, "✓ Compare them");
	see(&d, "1/2");
	see_file(&d, "plan.md", "- [ ] Write it (20 min)\n- [x] Compare them\n");
	type(&d, "u");
	see(&d, "□ Compare them");
	see_file(&d, "plan.md", plan_md);
	desk_free(&d);
}

TEST(plan_walks_over_days_and_back_to_today)
{
	struct desk d = desk_new(40, 120);
	type(&d, "1l");
	see(&d, "□ Sleep");
	type(&d, "hh");
	see(&d, "✓ Read");
	type(&d, ".");
	see(&d, "□ Write it");
	desk_free(&d);
}

TEST(rating_a_topic_changes_the_mark_in_the_file_and_the_totals)
{
	struct desk d = desk_new(24, 120);
	type(&d, "4");
	see(&d, "1 know · 1 unsure · 1 dunno");
	type(&d, "jk");
	see(&d, "2 know · 0 unsure · 1 dunno");
	see_file(&d, "topics.md", "| Depth first | [know] | |");
	type(&d, "U");
	see(&d, "1 know · 1 unsure · 1 dunno");
	see_file(&d, "topics.md", topics_md);
	desk_free(&d);
}

TEST(sheet_is_chosen_searched_and_left_where_it_was)
{
	struct desk d = desk_new(12, 80);
	type(&d, "3o");
	see(&d, "words.md");
	type(&d, "G\r");
	see(&d, "Graph words");
	type(&d, "/repeats\r");
	see(&d, "A path repeats no vertex.");
	see(&d, "1/1");
	type(&d, "/nowhere\r");
	see(&d, "does not occur in this sheet");
	type(&d, "c");
	see(&d, "Edges");
	desk_free(&d);
}

TEST(help_lists_the_keys_that_work_now)
{
	struct desk d = desk_new(40, 120);
	type(&d, "4?");
	see(&d, "Rate the topic Know");
	see(&d, "Everywhere");
	type(&d, "q");
	see_not(&d, "Rate the topic Know");
	desk_free(&d);
}

TEST(an_empty_folder_says_how_to_fill_it)
{
	struct desk d = desk_over(test_tmpdir(), 40, 120);
	see(&d, "No plan yet.");
	see(&d, "No cards yet.");
	see(&d, "No sheets yet.");
	type(&d, "4");
	see(&d, "No topics yet.");
	desk_free(&d);
}

TEST(a_card_written_while_the_screen_is_open_is_asked)
{
	struct desk d = desk_over(test_tmpdir(), 40, 120);
	struct sync_report report;
	struct err e = { 0 };
	see(&d, "No cards yet.");
	write_file(d.dir, "new.md", "Q: What is new?\nA: This.\n");
	assert_true(study_sync(d.study, NULL, NULL, &report, &e));
	app_study_changed(d.app);
	see(&d, "What is new?");
	desk_free(&d);
}

TEST(every_size_draws_and_the_smallest_still_grades)
{
	static const struct {
		int rows, cols;
	} size[] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 40, 120 }, { 60, 200 }, { 3, 12 },
		{ 1, 1 }, { 200, 500 } };
	struct desk d = desk_new(40, 120);
	for (size_t i = 0; i < LENGTH(size); i++) {
		app_resize(d.app, size[i].rows, size[i].cols);
		for (const char *pane = "1234"; *pane; pane++) {
			app_key(d.app, *pane);
			assert_true(strlen(screen(&d)) > 0);
		}
	}
	app_resize(d.app, 5, 20);
	type(&d, "2 3");
	see(&d, "What does depth");
	desk_free(&d);
}

TEST(no_key_table_contradicts_itself)
{
	static const struct view_ops *const views[] = { &view_plan, &view_review, &view_sheet,
		&view_topics, &view_browse, &view_card, &view_doubts, &view_joins, &view_readiness,
		&view_check, &view_assess, &view_inventory, &view_find, &view_here, &view_newcard,
		&view_move, &view_day, &view_evening, &view_progress, &view_week, &view_help,
		&view_start };
	for (size_t i = 0; i < LENGTH(views); i++) {
		int clash = keys_clash(views[i]->keys);
		if (clash >= 0)
			fail_msg("%s: %s", views[i]->name, views[i]->keys[clash].keys);
		for (const struct key_row *k = views[i]->keys; k->keys; k++)
			assert_true(k->help && k->action);
	}
	assert_int_equal(keys_clash(app_keys()), -1);
}

TEST(minutes_and_intervals_are_said_briefly)
{
	static const struct {
		int from, to;
		const char *want;
	} minutes[] = { { 30, 30, "30 m" }, { 45, 60, "45-60 m" }, { 60, 60, "1 h" },
		{ 120, 150, "2-2.5 h" }, { 0, 60, "<1 h" }, { 0, 0, "" }, { 90, 90, "1.5 h" } };
	static const struct {
		int days;
		const char *want;
	} interval[] = { { 0, "today" }, { 1, "1 d" }, { 59, "59 d" }, { 60, "2 mo" },
		{ 365, "12 mo" }, { 730, "2 y" } };
	char out[32];
	for (size_t i = 0; i < LENGTH(minutes); i++)
		assert_string_equal(
			views_minutes(minutes[i].from, minutes[i].to, out), minutes[i].want);
	for (size_t i = 0; i < LENGTH(interval); i++)
		assert_string_equal(views_interval(interval[i].days, out), interval[i].want);
}
