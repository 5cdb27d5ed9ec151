/* study_sync_test.c - what a sync makes of the files of a folder. */
#include "test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hone/files.h"
#include "study_help.h"

TEST(sync_reads_the_folder_and_a_second_one_finds_nothing)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.files, 4);
	assert_int_equal(r.changed, 4);
	assert_int_equal(r.cards_added, 4);
	assert_int_equal(r.cards_changed + r.cards_gone + r.cards_matched, 0);
	assert_int_equal(r.levels + r.ticks + r.problems, 0);
	assert_true(r.any);
	assert_str(s->plan_path, "plan.md");
	assert_int_equal(s->plan.nitem, 6);
	assert_int_equal(s->plan.ndone, 2);
	r = help_sync(s);
	assert_int_equal(r.files, 4);
	assert_int_equal(r.changed + r.removed + r.cards_added, 0);
	assert_false(r.any);
	help_close(s);
}

static uint64_t hash_file(const char *dir, const char *name)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s", dir, name);
	struct buf b = test_read(path);
	uint64_t h = hash64(0, b.p, b.n);
	buf_release(&b);
	return h;
}

TEST(sync_without_changes_leaves_the_database_untouched)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	help_close(s);
	uint64_t before = hash_file(dir, ".hone/hone.db");
	s = help_open(dir);
	help_sync(s);
	assert_str(s->plan_path, "plan.md");
	help_close(s);
	assert_true(hash_file(dir, ".hone/hone.db") == before);
}

TEST(sync_of_a_touched_file_changes_nothing)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	help_put(dir, "deck.md", help_deck);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.changed, 0);
	assert_false(r.any);
	help_close(s);
}

TEST(sync_sees_a_change_of_equal_size_right_after_another)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	for (int i = 0; i < 5; i++) {
		char text[64];
		snprintf(text, sizeof text, "# Sheet %d\n", i);
		help_put(dir, "sheet.md", text);
		assert_int_equal(help_sync(s).changed, 1);
	}
	help_close(s);
}

static bool stop_at_second(void *ctx, struct str path, size_t done, size_t total)
{
	int *calls = ctx;
	assert_true(path.n > 0);
	assert_true(done <= total);
	return ++*calls < 2;
}

TEST(sync_that_is_stopped_changes_nothing)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct sync_report r = { .files = 99 };
	struct err e = { 0 };
	int calls = 0;
	assert_false(study_sync(s, stop_at_second, &calls, &r, &e));
	assert_int_equal(e.kind, ERR_STALE);
	assert_int_equal(calls, 2);
	assert_int_equal(r.files, 99);
	assert_int_equal(help_sync(s).changed, 4);
	help_close(s);
}

static struct file_row file_row(struct study *s, const char *path, struct arena *a)
{
	struct file_row row = { 0 };
	struct err e = { 0 };
	bool found;
	assert_true(catalog_file(s->store, str_of(path), &row, &found, a, &e));
	assert_true(found);
	return row;
}

TEST(sync_says_what_each_file_is)
{
	static const struct {
		const char *path;
		unsigned roles;
		const char *title;
		int headings, words;
	} row[] = {
		{ "deck.md", CONTENT_SHEET | CONTENT_DECK, "Rivers", 1, 0 },
		{ "plan.md", CONTENT_SHEET | CONTENT_PLAN, "Learning to row", 3, 0 },
		{ "check/topics.md", CONTENT_SHEET | CONTENT_TOPICS, "Boats: topic check", 3, 0 },
		{ "sheet.md", CONTENT_SHEET, "A sheet", 1, 4 },
		{ "bare.md", CONTENT_SHEET, "bare.md", 0, 3 },
	};
	const char *dir = help_folder();
	help_put(dir, "bare.md", "no heading here\n");
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	help_sync(s);
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct file_row got = file_row(s, row[i].path, &a);
		assert_int_equal(got.roles, row[i].roles);
		assert_str(got.title, row[i].title);
		assert_int_equal(got.headings, row[i].headings);
		if (row[i].words)
			assert_int_equal(got.words, row[i].words);
	}
	arena_release(&a);
	help_close(s);
}

TEST(hone_ini_overrules_what_the_content_says)
{
	const char *dir = help_folder();
	help_put(dir, "old/plan.md", help_plan);
	help_put(dir, "old/deck.md", help_deck);
	struct study *s = help_open(dir);
	assert_int_equal(help_sync(s).cards_added, 8);
	help_close(s);
	help_put(dir, "hone.ini",
		"[files]\nignore = old/d*\nplan = old/*.md\ndeck = x.md, deck.md\n");
	s = help_open(dir);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.removed, 1);
	assert_int_equal(r.cards_gone, 4);
	assert_str(s->plan_path, "old/plan.md");
	assert_false(help_sync(s).any);
	help_close(s);
	help_put(dir, "hone.ini", "[files]\ndeck =\n  x.md\n  old/deck.md\n");
	s = help_open(dir);
	help_sync(s);
	struct arena a = { 0 };
	assert_int_equal(file_row(s, "deck.md", &a).roles, CONTENT_SHEET);
	assert_int_equal(file_row(s, "old/deck.md", &a).roles, CONTENT_SHEET | CONTENT_DECK);
	assert_str(s->plan_path, "plan.md");
	arena_release(&a);
	help_close(s);
}

TEST(what_cannot_be_read_is_a_problem_and_no_failure)
{
	const char *dir = help_folder();
	help_put(dir, "utf16.md", "\xFF\xFE#");
	help_put(dir, "bad.md", "# Bad \xff\xfe bytes\n");
	help_put(dir, "mojibake.md",
		"caf\xC3\x83\xC2\xA9 na\xC3\x83\xC2\xAFve \xC3\x83\xC2\xBC"
		"ber\n");
	char path[512];
	help_put(dir, "large.md", "");
	snprintf(path, sizeof path, "%s/large.md", dir);
	assert_int_equal(truncate(path, (off_t)FILE_LIMIT + 1), 0);
	struct study *s = help_open(dir);
	struct sync_report r = help_sync(s);
	assert_int_equal(r.problems, 4);
	struct arena a = { 0 };
	struct problem_row *row;
	size_t n;
	struct err e = { 0 };
	assert_true(catalog_problems(s->store, &row, &n, &a, &e));
	static const struct {
		const char *path, *text;
	} want[] = {
		{ "bad.md", "2 bytes are not UTF-8" },
		{ "large.md", "larger than 256 MiB" },
		{ "mojibake.md", "wrong encoding" },
		{ "utf16.md", "iconv" },
	};
	assert_int_equal(n, LENGTH(want));
	for (size_t i = 0; i < n; i++) {
		assert_str(row[i].path, want[i].path);
		assert_int_equal(row[i].problem.line, 0);
		assert_true(str_find(row[i].problem.text, str_of(want[i].text), 0) >= 0);
	}
	assert_int_equal(file_row(s, "utf16.md", &a).roles, 0);
	r = help_sync(s);
	assert_false(r.any);
	assert_int_equal(r.problems, 4);
	arena_release(&a);
	help_close(s);
}

TEST(the_plan_is_the_file_that_reads_most_as_one)
{
	const char *dir = test_tmpdir();
	help_day(7);
	help_put(dir, "a/longer.md", help_plan);
	help_put(dir, "list.md", "# Day 3 of something\n\nNo boxes.\n");
	struct study *s = help_open(dir);
	help_sync(s);
	assert_str(s->plan_path, "a/longer.md");
	help_put(dir, "b.md", help_plan);
	help_sync(s);
	assert_str(s->plan_path, "b.md");
	help_remove(dir, "b.md");
	help_sync(s);
	assert_str(s->plan_path, "a/longer.md");
	help_remove(dir, "a/longer.md");
	help_sync(s);
	assert_int_equal(s->plan_path.n, 0);
	assert_int_equal(s->plan.nitem, 0);
	help_close(s);
}

TEST(an_org_file_gives_its_cards_and_is_no_sheet)
{
	const char *dir = help_folder();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct file_row row;
	bool found;
	help_put(dir, "graphs.org",
		"* Which queue does breadth first search use? :drill:\n"
		"** The Answer\nFirst in, first out.\n");
	struct study *s = help_open(dir);
	help_sync(s);
	assert_true(help_card(s, "Which queue does breadth first search use?") != 0);
	assert_true(catalog_file(s->store, STR("graphs.org"), &row, &found, &a, &e));
	assert_true(found);
	assert_int_equal(row.roles, CONTENT_DECK);
	arena_release(&a);
	help_close(s);
}

static bool add_front(void *ctx, const struct card *c)
{
	if (str_eq(c->deck, STR("gaps.md")))
		buf_addf(ctx, "%.*s\n", STR_ARG(c->front));
	return true;
}

/* The last card keeps its text and its number, the first gets another of both. */
TEST(the_deletions_of_a_cloze_come_in_the_order_of_its_text_after_an_edit)
{
	const char *dir = help_folder();
	struct buf fronts = { 0 };
	struct err e = { 0 };
	help_put(dir, "gaps.md", "C: [Heat] flows from warm to [cold].\n");
	struct study *s = help_open(dir);
	help_sync(s);
	help_put(dir, "gaps.md", "C: Heat flows from [warm] to [cold].\n");
	struct sync_report r = help_sync(s);
	assert_int_equal(r.cards_changed, 1);
	assert_true(catalog_cards(s->store, STR(""), add_front, &fronts, &e));
	assert_str(buf_str(&fronts),
		"Heat flows from [...] to cold.\nHeat flows from warm to [...].\n");
	buf_release(&fronts);
	help_close(s);
}
