/* world.c - a small study and hone on it in a terminal. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "test.h"

static const char *const fronts[CARDS] = {
	"Which lamp does a vessel under sail show astern?",
	"What do two black balls in the rigging say?",
	"How long is a prolonged blast on the whistle?",
	"On which side does a cutter leave a red can?",
	"When must a bell be rung at anchor?",
};

struct world world_new(void)
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

struct tt *world_start(struct world w, const struct tt_options *o)
{
	const char *argv[] = { tt_program(), w.study, NULL };
	return tt_start(o, argv);
}

struct tt *world_review(struct world w)
{
	struct tt *t = world_start(w, &(struct tt_options){ 0 });
	if (!tt_keys(t, "2"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(t));
	return t;
}

bool in_review(struct tt *t, const char *text)
{
	char *screen = tt_text(t);
	char *sheet = strstr(screen, " 3 Sheet");
	if (sheet)
		*sheet = '\0';
	bool found = strstr(screen, text) != NULL;
	free(screen);
	return found;
}

int asked(struct tt *t)
{
	for (int i = 0; i < CARDS; i++)
		if (in_review(t, fronts[i]))
			return i;
	return -1;
}

void grade_good(struct tt *t)
{
	assert_true(tt_keys(t, "<Space>"));
	assert_true(in_review(t, "The answer of number"));
	assert_true(tt_keys(t, "3"));
}

struct buf world_ask(struct world w, const char *arguments)
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

int world_count(struct world w, const char *arguments, const char *sql)
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

int graded(struct world w)
{
	return world_count(w, "cards --json",
		"SELECT count(*) FROM json_each(?) WHERE json_extract(value, '$.reps') > 0");
}
