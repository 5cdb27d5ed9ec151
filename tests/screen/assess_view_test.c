/* assess_view_test.c - topics on the screen: what is known of them, gone through, rounds side by side. */
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "screen/review_desk.h"
#include "test.h"

static const char deck[] = "# Boats\n\n## Hull\n\n### What is a hull?\n\nThe body.\n\n"
			   "### Where does it begin?\n\nAt the bow.\n\n### Where does it end?\n\n"
			   "At the stern.\n";

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Hull | [know] | **Gap Q182** |\n| Keel | [dunno] | |\n\n"
			     "## Area 2: Knots\n\n| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Bowline | [ ] | priority: high |\n| Bend | [unsure] | |\n";

static struct desk boats(int rows, int cols, const char *keys)
{
	struct desk d = study_of(deck);
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	write_file(d.dir, "topics.md", topics);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	type(&d, "4");
	app_tick(d.app);
	type(&d, keys);
	return d;
}

static void see_mark(struct desk *d, const char *row)
{
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d->dir), STR("topics.md")));
	if (!strstr(buf_cstr(&b), row))
		fail_msg("no \"%s\" in:\n%s", row, buf_cstr(&b));
	buf_release(&b);
	arena_release(&a);
}

static void on_day(struct desk *d, const char *day)
{
	bool turned;
	struct err e = { 0 };
	setenv("HONE_NOW", day, 1);
	assert_true(study_now(d->study, &turned, &e));
	app_study_changed(d->app);
	app_tick(d->app);
}

struct finding {
	const char *words;
	int64_t id;
};

static bool find(void *ctx, const struct card *c)
{
	struct finding *f = ctx;
	if (str_find(c->front, str_of(f->words), 0) >= 0)
		f->id = c->id;
	return f->id == 0;
}

static void answer(struct desk *d, const char *words, int grade)
{
	struct finding f = { .words = words };
	struct err e = { 0 };
	assert_true(catalog_cards(d->study->store, STR(""), find, &f, &e));
	assert_true(study_grade(d->study, f.id, grade, 20000, NULL, &e));
}

TEST(topics_say_what_is_known_of_them)
{
	struct desk d = boats(24, 80, "");
	see(&d, "1 know · 1 unsure · 1 dunno  25% · 4 to ask");
	see(&d, "Q182");
	see(&d, "no date");
	see(&d, "know, without a date: to be asked again");
	see(&d, "3, 3 of them due or new");
	see(&d, "Gap Q182");
	answer(&d, "hull", 4);
	answer(&d, "begin", 1);
	answer(&d, "end", 1);
	app_study_changed(d.app);
	app_tick(d.app);
	see(&d, "33 %!"); /* says Know, recalls a third of three */
	see(&d, "33 % of 3 in 30 days: less than you say");
	desk_free(&d);
}

TEST(a_rating_grows_old_and_is_contradicted)
{
	struct desk d = boats(24, 80, "k");
	see(&d, "today");
	app_tick(d.app);
	see(&d, "3 to ask");
	answer(&d, "hull", 4);
	on_day(&d, "2025-11-13T09:00:00");
	type(&d, "g");
	see(&d, "1 d");
	answer(&d, "hull", 1);
	app_study_changed(d.app);
	app_tick(d.app);
	see(&d, "lapsed");
	see(&d, "and wrong since: to be asked again");
	see(&d, "Thu 13 Nov: What is a hull?");
	type(&d, "k");
	app_tick(d.app);
	on_day(&d, "2025-11-27T09:00:00");
	see(&d, "stale");
	desk_free(&d);
}

TEST(areas_of_several_files_stand_below_the_names_of_their_files)
{
	struct desk d = boats(24, 120, "");
	see_not(&d, "more-topics");
	write_file(d.dir, "more-topics.md",
		"# More\n\n## Area 1: Ropes and what they are made of\n\n"
		"| Topic | Status | Notes |\n|---|---|---|\n| Hemp | [know] | |\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, " more-topics");
	see(&d, "1   Ropes and what they are made"); /* in 54 columns */
	see(&d, "  1   Parts");
	type(&d, "a");
	see(&d, " more-topics");
	see(&d, "1   Ropes and what they are made of");
	type(&d, "G");
	app_resize(d.app, 6, 120);
	see(&d, "Knots"); /* the last one is in sight, below the name of its file */
	desk_free(&d);
}

TEST(areas_stand_as_a_matrix_with_what_is_recalled)
{
	struct desk d = boats(24, 120, "");
	answer(&d, "hull", 4);
	answer(&d, "begin", 1);
	answer(&d, "end", 1);
	app_study_changed(d.app);
	app_tick(d.app);
	see(&d, "50%     33%!"); /* beside the topics */
	type(&d, "a");
	see(&d, "ask");
	see(&d, "none");
	see_not(&d, "Keel");
	type(&d, "j\r");
	see(&d, "2 Knots");
	see(&d, "Bowline");
	app_resize(d.app, 12, 40);
	type(&d, "a");
	see(&d, "50%");
	desk_free(&d);
}

/* Without a rating first, what matters before the rest; those that stand without a date next. */
TEST(topics_are_gone_through_and_rated_in_the_file)
{
	struct desk d = boats(24, 80, "r");
	see(&d, "All topics");
	see(&d, "4, all to ask");
	type(&d, "\r");
	see(&d, "Name of this round: Baseline");
	type(&d, "\r");
	see(&d, "2 Knots");
	see(&d, "1 of 4");
	see(&d, "Bowline");
	type(&d, "d");
	see_mark(&d, "| Bowline | [dunno] |");
	see(&d, "Hull");
	see(&d, "Baseline: 1 rated");
	type(&d, " ");
	see(&d, "Baseline: 1 rated, 1 passed");
	see(&d, "Keel");
	type(&d, "u");
	see_mark(&d, "| Keel | [unsure] |");
	type(&d, "U");
	see_mark(&d, "| Keel | [dunno] |");
	see(&d, "Undone: rated \"Keel\" unsure");
	see(&d, "3 of 4");
	type(&d, "k");
	see(&d, "Bend");
	type(&d, "\x7f"); /* back to what was rated */
	see(&d, "3 of 4");
	see(&d, "›k know");
	type(&d, " k");
	see(&d, "Baseline (Wed 12 Nov)");
	see(&d, "Before it  →  Baseline (Wed 12 Nov)");
	see_mark(&d, "| Bend | [know] |");
	type(&d, "q");
	see(&d, "Go on with Baseline: 3 of 4 rated");
	type(&d, "qq");
	see(&d, "3 know");
	desk_free(&d);
}

TEST(a_round_that_was_left_goes_on_with_what_is_not_rated)
{
	struct desk d = boats(24, 80, "r\rFirst\rk");
	see(&d, "2 of 4");
	type(&d, "qq");
	see(&d, "4 Topics");
	type(&d, "r");
	see(&d, "Go on with First: 1 of 4 rated");
	type(&d, "\r");
	see(&d, "2 of 4");
	see(&d, "Hull");
	type(&d,
		"UU"); /* the rating; then the last thing done is the round itself, which is not one */
	see(&d, "1 of 4");
	see(&d, "Nothing of this round is the last thing");
	desk_free(&d);
}

TEST(rounds_stand_side_by_side_by_area)
{
	struct desk d = boats(40, 120, "r\r\rddkk");
	on_day(&d, "2025-11-27T09:00:00");
	type(&d, "qr");
	type(&d, "k\r"); /* nothing is open: all topics */
	see(&d, "Name of this round: Re-assessment");
	type(&d, "\r");
	type(&d, "kkkk");
	see(&d, "Baseline (Wed 12 Nov)  →  Re-assessment (Thu 27 Nov)");
	see(&d, "Dunno 2 → 0 · Know 2 → 4 of 4");
	see(&d, "2 changed");
	see(&d, "2 better, 0 worse");
	see(&d, "✗ dunno  → ✓ know");
	type(&d, "G\r");
	see(&d, "4 Topics");
	type(&d, "rG");
	desk_free(&d);
}

TEST(the_round_before_and_after_can_be_chosen)
{
	struct desk d = boats(40, 120, "r\rA\rdddd");
	type(&d, "q\rB\ruuuu");
	see(&d, "A (Wed 12 Nov)  →  B (Wed 12 Nov)");
	type(&d, "q\rC\rkkkk");
	see(&d, "B (Wed 12 Nov)  →  C (Wed 12 Nov)");
	type(&d, "h");
	see(&d, "A (Wed 12 Nov)  →  C (Wed 12 Nov)");
	see(&d, "Dunno 4 → 0 · Know 0 → 4 of 4");
	type(&d, "hh");
	see(&d, "There is no other round before it.");
	see(&d, "Before it  →  C (Wed 12 Nov)");
	type(&d, "ll");
	see(&d, "Unsure 4 → 0");
	desk_free(&d);
}

TEST(only_what_is_to_be_asked_is_asked)
{
	struct desk d = boats(24, 80, "kjkjk"); /* three of four are fresh */
	type(&d, "r");
	see(&d, "4, 1 to ask");
	type(&d, "j\rX\r");
	see(&d, "1 of 1");
	type(&d, "k");
	see(&d, "Before it  →  X (Wed 12 Nov)");
	type(&d, "qj\r");
	see(&d, "Nothing is to be asked again");
	desk_free(&d);
}

TEST(every_size_shows_what_fits)
{
	static const struct {
		int rows, cols;
	} size[] = { { 12, 40 }, { 5, 20 }, { 24, 80 }, { 60, 200 }, { 3, 12 }, { 1, 1 } };
	for (size_t i = 0; i < LENGTH(size); i++) {
		struct desk d = boats(40, 120, "r");
		app_resize(d.app, size[i].rows, size[i].cols);
		screen(&d);
		type(&d, "\r\r");
		screen(&d);
		if (size[i].rows >= 5)
			see(&d, "Bowline");
		type(&d, "kkkk");
		screen(&d);
		type(&d, "jjGqq");
		desk_free(&d);
	}
}

TEST(without_topics_it_says_how_to_have_some)
{
	struct desk d = study_of(deck);
	open_desk(&d, 24, 80);
	type(&d, "4r");
	see(&d, "No topics yet.");
	type(&d, "\rjkq");
	desk_free(&d);
}

TEST(sums_kept_by_hand_that_do_not_agree_are_shown)
{
	struct desk d = boats(24, 80, "");
	write_file(d.dir, "more.md",
		"# More\n\n## Area 5: Sails\n\n"
		"| Topic | Status | Notes |\n|---|---|---|\n"
		"| Jib | [know] | |\n\n**Score**: 0/1 Know\n");
	sync_study(d.study);
	type(&d, "r");
	see(&d, "more.md:9 says 0/1 know of 5 Sails; the marks say 1/1");
	desk_free(&d);
}

TEST(topics_are_chosen_and_rated_in_one_step)
{
	struct desk d = boats(24, 80, "mm");
	see(&d, "2 chosen");
	type(&d, "u");
	see(&d, "2 topics rated unsure; one U takes that back.");
	see_mark(&d, "| Hull | [unsure] |");
	see_mark(&d, "| Keel | [unsure] |");
	see_mark(&d, "| Bend | [unsure] |");
	type(&d, "U"); /* the key of the desk, since u rates here */
	see_mark(&d, "| Hull | [know] |");
	see_mark(&d, "| Keel | [dunno] |");
	app_key(d.app, 'R' & 31);
	see_mark(&d, "| Hull | [unsure] |");
	type(&d, "U");

	/* From the first one to the last one. */
	type(&d, "gmGv");
	see(&d, "4 chosen");
	type(&d, "M");
	see_not(&d, "chosen");
	type(&d, "gmGvd");
	see(&d, "4 topics rated dunno");
	see_mark(&d, "| Bowline | [dunno] |");
	type(&d, "U");
	see_mark(&d, "| Bowline | [ ] |");
	see_mark(&d, "| Bend | [unsure] |");

	/* One after the other they are taken back one after the other. */
	type(&d, "gkkU");
	see_mark(&d, "| Hull | [know] |");
	see_mark(&d, "| Keel | [dunno] |");
	desk_free(&d);
}

TEST(a_chosen_topic_that_goes_from_the_file_is_let_go_of)
{
	struct desk d = boats(24, 80, "mm");
	write_file(d.dir, "topics.md",
		"# Check\n\n## Area 1: Parts\n\n| Topic | Status | Notes |\n"
		"|---|---|---|\n| Keel | [dunno] | |\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "1 chosen");
	type(&d, "k");
	see(&d, "1 topic rated know; one U takes that back.");
	see_mark(&d, "| Keel | [know] |");
	desk_free(&d);
}
