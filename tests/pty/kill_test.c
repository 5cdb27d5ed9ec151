/* kill_test.c - the real program in a real terminal: killed, hung up, resized, told lies about TERM. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "test.h"
#include "tt.h"
#include "world.h"

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

static void put_topics(struct world w, const char *name, const char *levels)
{
	char path[300];
	snprintf(path, sizeof path, "%s/%s", w.study, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "# %s\n\n## Area 1: %s\n\n| Topic | Status | Notes |\n|---|---|---|\n", name,
		name);
	for (int i = 0; levels[i]; i++)
		fprintf(f, "| %s %d | [%s] | |\n", name, i, levels[i] == 'k' ? "know" : "unsure");
	assert_int_equal(fclose(f), 0);
}

static int topics_of(struct world w, const char *level)
{
	char sql[80];
	snprintf(sql, sizeof sql, "SELECT json_extract(?, '$.%s')", level);
	return world_count(w, "topics --json", sql);
}

TEST(topics_that_were_rated_together_are_undone_together_after_a_kill)
{
	struct world w = world_new();
	put_topics(w, "lights.md", "kuk");
	put_topics(w, "sounds.md", "uu");
	struct tt *t = world_review(w);
	assert_true(tt_keys(t, "4gmGvd"));
	assert_true(tt_has(t, "5 topics rated dunno"));
	assert_int_equal(tt_end(t, SIGKILL), 128 + SIGKILL);
	tt_free(t);
	assert_int_equal(topics_of(w, "dunno"), 5);
	t = world_review(w);
	assert_true(tt_keys(t, "4U"));
	assert_int_equal(tt_end(t, SIGKILL), 128 + SIGKILL);
	tt_free(t);
	assert_int_equal(topics_of(w, "dunno"), 0);
	assert_int_equal(topics_of(w, "know"), 2);
	assert_int_equal(topics_of(w, "unsure"), 3);
	t = world_review(w);
	assert_true(tt_keys(t, "4<C-r>"));
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	tt_free(t);
	assert_int_equal(topics_of(w, "dunno"), 5);
	assert_int_equal(world_count(w, "verify --json", "SELECT json_extract(?, '$.ok')"), 1);
}
