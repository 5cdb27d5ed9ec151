/* find_view_test.c - go to sheets by their names, and to where words stand. */
#include "screen/review_desk.h"

#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "test.h"

static const char plan_md[] = "# Plan\n"
			      "\n"
			      "## Week 1: Graphs\n"
			      "\n"
			      "**Day 1: Paths (1 hour)** (2025-11-12)\n"
			      "- [ ] Read about queues\n"
			      "\n"
			      "**Day 2: Walks (1 hour)** (2025-11-13)\n"
			      "- [ ] Draw a queue of trains\n";

static const char topics_md[] =
	"# Check\n\n## Area 1: Things\n\n"
	"| Topic | Know | Unsure | Dunno | Notes |\n|---|---|---|---|---|\n"
	"| Stack | [ ] | [ ] | [ ] | |\n| Queue | [ ] | [x] | [ ] | fifo |\n";

static const char notes_md[] = "# Notes on queues\n\nA queue is **fair**.\n\n## Ring buffer\n\n"
			       "Its queue never grows.\n\n## Other things\n\nNothing else.\n";

static void make_folder(const char *dir, const char *name)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	if (!files_mkdirs(path_join(&a, str_of(dir), str_of(name)), &e))
		fail_msg("%s", e.text);
	arena_release(&a);
}

static struct desk desk_find(int rows, int cols)
{
	struct desk d = study_of(basic_md);
	write_file(d.dir, "plan.md", plan_md);
	write_file(d.dir, "topics.md", topics_md);
	make_folder(d.dir, "notes");
	write_file(d.dir, "notes/queues.md", notes_md);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	return d;
}

/* Until nothing is left to be read. */
static void wait(struct desk *d)
{
	while (app_wake_ms(d->app) == 0)
		app_tick(d->app);
}

TEST(letters_of_a_name_open_the_sheet_at_its_heading)
{
	struct desk d = desk_find(30, 100);
	app_key(d.app, 'P' & 31);
	see(&d, "Open:");
	see(&d, "notes/queues › Notes on queues");
	type(&d, "qrbuf");
	see(&d, "1 of 1");
	see(&d, "›  notes/queues › Ring buffer");
	app_key(d.app, KEY_ENTER);
	see_not(&d, "Open:");
	see(&d, "queues.md");
	see(&d, "Its queue never grows.");
	desk_free(&d);
}

TEST(letters_that_are_keys_elsewhere_are_typed)
{
	struct desk d = desk_find(30, 100);
	type(&d, "F");
	wait(&d);
	type(&d, "qQ1?u z");
	see(&d, "Words: qQ1?u z");
	see(&d, "Nothing was found.");
	app_key(d.app, KEY_BACKSPACE);
	see(&d, "Words: qQ1?u");
	app_key(d.app, 'U' & 31);
	app_paste(d.app, STR("ring\nbuffer"));
	see(&d, "Words: ring buffer");
	see(&d, "1 of 1");
	app_key(d.app, KEY_ESCAPE);
	see_not(&d, "Words:");
	assert_false(app_quit(d.app));
	desk_free(&d);
}

TEST(words_are_found_in_all_kinds_with_their_lines)
{
	struct desk d = desk_find(30, 100);
	type(&d, "F");
	wait(&d);
	type(&d, "queue");
	see(&d, "1 of 6");
	see(&d, "Sheets 2");
	see(&d, "A queue is fair.");
	see(&d, "Its queue never grows.");
	see(&d, " Notes on queues\n    Its queue");
	see(&d, "Cards 1");
	see(&d, "Which queue");
	see(&d, "Topics 1");
	see(&d, "Plan 2");
	see(&d, "Draw a queue of trains");
	see(&d, "Week 1 · Day 2 Walks");
	type(&d, " grows");
	see(&d, "1 of 1");
	see_not(&d, "Cards");
	desk_free(&d);
}

TEST(enter_goes_to_what_was_found)
{
	struct desk d = desk_find(40, 160);
	type(&d, "F");
	wait(&d);
	type(&d, "trains");
	app_key(d.app, KEY_ENTER);
	see_not(&d, "Words:");
	see(&d, "▸1 Plan");
	see(&d, "Week 1 · Day 2");
	type(&d, "F");
	see(&d, "Words: trains"); /* and what is typed replaces it */
	type(&d, "fifo nothing");
	see(&d, "Nothing was found.");
	app_key(d.app, 'W' & 31);
	see(&d, "Topics 1");
	app_key(d.app, KEY_PAGE_DOWN);
	app_key(d.app, KEY_ENTER);
	see(&d, "▸4 Topics");
	see(&d, "▸4 Topics");
	assert_true(strstr(screen(&d), "? Queue") != NULL);
	desk_free(&d);
}

TEST(a_card_opens_over_the_results)
{
	struct desk d = desk_find(30, 100);
	type(&d, "F");
	wait(&d);
	type(&d, "\"depth first\"");
	see(&d, "Cards 1");
	app_key(d.app, KEY_ENTER);
	see(&d, "Not asked yet.");
	type(&d, "q");
	see(&d, "Words: \"depth first\"");
	desk_free(&d);
}

TEST(tab_changes_between_names_and_words)
{
	struct desk d = desk_find(30, 100);
	app_key(d.app, 'P' & 31);
	type(&d, "ring");
	see(&d, "notes/queues › Ring buffer");
	app_key(d.app, KEY_TAB);
	see(&d, "Words: ring");
	see(&d, "Sheets 1");
	app_key(d.app, KEY_TAB);
	see(&d, "Open: ring");
	desk_free(&d);
}

TEST(it_has_room_on_small_screens)
{
	static const int size[][2] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 60, 200 } };
	for (size_t i = 0; i < LENGTH(size); i++) {
		struct desk d = desk_find(size[i][0], size[i][1]);
		type(&d, "F");
		wait(&d);
		type(&d, "queue");
		see(&d, "queue");
		app_key(d.app, KEY_PAGE_DOWN);
		app_key(d.app, KEY_DOWN);
		app_key(d.app, KEY_TAB);
		see(&d, "ueues"); /* without the folder where that does not fit */
		desk_free(&d);
	}
}
