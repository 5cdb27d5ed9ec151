/* kill_test.c - the real program in a real terminal: killed, hung up, resized, told lies about TERM. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "test.h"
#include "tt.h"

enum { CARDS = 5 };

static const char *const fronts[CARDS] = {
	"Which lamp does a vessel under sail show astern?",
	"What do two black balls in the rigging say?",
	"How long is a prolonged blast on the whistle?",
	"On which side does a cutter leave a red can?",
	"When must a bell be rung at anchor?",
};

/* A study of one deck, and hone's own folder beside it, both new. */
struct world {
	const char *study;
};

static struct world world_new(void)
{
	struct world w = { .study = test_tmpdir() };
	char path[256];
	snprintf(path, sizeof path, "%s/signals.md", w.study);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "# Signals at sea\n");
	for (int i = 0; i < CARDS; i++)
		fprintf(f, "\n### Q%d: %s\n\nThe answer of number %d.\n", i + 1, fronts[i], i + 1);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	return w;
}

static struct tt *world_start(struct world w, const struct tt_options *o)
{
	const char *argv[] = { tt_program(), w.study, NULL };
	return tt_start(o, argv);
}

/* Started, the review pane in focus, and something of the deck on the screen. */
static struct tt *world_review(struct world w)
{
	struct tt *t = world_start(w, &(struct tt_options){ 0 });
	if (!tt_keys(t, "2"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(t));
	return t;
}

/* Is this in the review pane? The sheet below it shows the deck as a file, with all its questions. */
static bool in_review(struct tt *t, const char *text)
{
	char *screen = tt_text(t);
	char *sheet = strstr(screen, " 3 Sheet");
	if (sheet)
		*sheet = '\0';
	bool found = strstr(screen, text) != NULL;
	free(screen);
	return found;
}

/* Which question is asked, -1: none. */
static int asked(struct tt *t)
{
	for (int i = 0; i < CARDS; i++)
		if (in_review(t, fronts[i]))
			return i;
	return -1;
}

static void grade_good(struct tt *t)
{
	assert_true(tt_keys(t, "<Space>"));
	assert_true(in_review(t, "The answer of number"));
	assert_true(tt_keys(t, "3"));
}

/* Runs hone with these arguments and gives what it printed. */
static struct buf world_ask(struct world w, const char *arguments)
{
	char line[1024], block[4096];
	struct buf out = { 0 };
	snprintf(line, sizeof line, "'%s' -s '%s' %s", tt_program(), w.study, arguments);
	FILE *f = popen(line, "r");
	assert_non_null(f);
	for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
		buf_add(&out, (struct str){ block, n });
	assert_int_equal(pclose(f), 0);
	return out;
}

/* The number a query finds in JSON that hone printed. */
static int world_count(struct world w, const char *arguments, const char *sql)
{
	struct buf json = world_ask(w, arguments);
	sqlite3 *db;
	sqlite3_stmt *query;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
	sqlite3_bind_text(query, 1, buf_cstr(&json), -1, SQLITE_TRANSIENT);
	assert_int_equal(sqlite3_step(query), SQLITE_ROW);
	int n = sqlite3_column_int(query, 0);
	sqlite3_finalize(query);
	sqlite3_close(db);
	buf_release(&json);
	return n;
}

static int graded(struct world w)
{
	return world_count(w, "cards --json",
		"SELECT count(*) FROM json_each(?) WHERE json_extract(value, '$.reps') > 0");
}

TEST(three_grades_survive_a_kill_right_after_the_frame_of_the_third)
{
	struct world w = world_new();
	struct tt *t = world_review(w);
	int first = asked(t);
	for (int i = 0; i < 3; i++)
		grade_good(t);
	int next = asked(t);
	assert_int_equal(tt_end(t, SIGKILL), 128 + SIGKILL);
	tt_free(t);

	assert_int_equal(graded(w), 3);
	assert_int_equal(world_count(w, "verify --json", "SELECT json_extract(?, '$.ok')"), 1);

	t = world_review(w);
	assert_true(first >= 0 && next >= 0 && next != first);
	assert_int_equal(asked(t), next);
	grade_good(t);
	grade_good(t);
	assert_int_equal(asked(t), -1);
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	tt_free(t);
	assert_int_equal(graded(w), CARDS);
}

TEST(the_terminal_is_as_before_however_hone_ends)
{
	static const struct {
		const char *keys;
		int signal, status;
	} ends[] = {
		{ "Q", 0, 0 },
		{ "", SIGTERM, 143 },
		{ "<Space>", SIGTERM, 143 },
	};
	for (size_t i = 0; i < LENGTH(ends); i++) {
		struct tt *t = world_review(world_new());
		assert_true(tt_type(t, ends[i].keys));
		int status = tt_end(t, ends[i].signal);
		if (status != ends[i].status || !tt_restored(t))
			fail_msg("way %zu: status %d, terminal %s", i, status,
				tt_restored(t) ? "restored" : "not restored");
		tt_free(t);
	}
}

TEST(a_hang_up_ends_hone_without_a_word)
{
	struct tt *t = world_review(world_new());
	size_t before = strlen(tt_output(t));
	assert_int_equal(tt_end(t, SIGHUP), 129);
	assert_true(tt_cooked(t));
	assert_int_equal(strlen(tt_output(t)), before);
	tt_free(t);
}

TEST(no_size_of_the_terminal_ends_hone)
{
	struct tt *t = world_review(world_new());
	char *before = tt_text(t);
	for (int rows = 1; rows <= 20; rows++)
		for (int cols = 1; cols <= 40; cols++)
			if (!tt_resize(t, rows, cols))
				fail_msg("gone or silent at %dx%d", cols, rows);
	assert_true(tt_resize(t, 40, 120));
	char *after = tt_text(t);
	assert_string_equal(after, before);
	free(before);
	free(after);
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	tt_free(t);
}

TEST(a_terminal_that_cannot_show_a_screen_gets_one_sentence)
{
	static const char *const terms[] = { "no-such-terminal", "dumb", "" };
	for (size_t i = 0; i < LENGTH(terms); i++) {
		struct tt *t = world_start(world_new(), &(struct tt_options){ .term = terms[i] });
		int status = tt_end(t, 0);
		const char *said = tt_output(t);
		const char *end = strchr(said, '\n');
		if (status != 2 || strchr(said, '\033') || !end || end == said || end[1])
			fail_msg("TERM=%s: status %d, said: %s", terms[i], status, said);
		tt_free(t);
	}
}

TEST(no_terminal_at_all_is_a_usage_error)
{
	struct world w = world_new();
	char line[1024], said[1024] = "";
	snprintf(line, sizeof line, "'%s' '%s' </dev/null 2>&1; echo \"=$?\"", tt_program(),
		w.study);
	FILE *f = popen(line, "r");
	assert_non_null(f);
	said[fread(said, 1, sizeof said - 1, f)] = '\0';
	pclose(f);
	if (!strstr(said, "\n=2\n") || said[0] == '\n' || strchr(said, '\033'))
		fail_msg("said: %s", said);
}
