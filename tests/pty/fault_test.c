/* fault_test.c - a grade in the full screen while the disk fails, the program dies or another one writes. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "test.h"
#include "world.h"

static int sound(struct world w)
{
	return world_count(w, "verify --json", "SELECT json_extract(?, '$.ok')");
}

TEST(a_database_held_by_another_program_refuses_a_grade_and_takes_it_later)
{
	struct world w = world_new();
	struct tt *t = world_review(w);
	char path[256];
	sqlite3 *db;
	int card = asked(t);
	snprintf(path, sizeof path, "%s/.hone/hone.db", w.study);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	assert_true(tt_keys(t, "<Space>3"));
	if (asked(t) != card || !tt_has(t, "another program"))
		fail_msg("not refused:\n%s", tt_text(t));
	assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_true(tt_keys(t, "3"));
	assert_true(asked(t) != card);
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	tt_free(t);
	assert_int_equal(graded(w), 1);
	assert_int_equal(sound(w), 1);
}

/* Is a system call tracer there, and allowed? */
static bool can_trace(void)
{
	const char *hone = getenv("HONE");
	/* A program that looks for leaks cannot be traced. */
	if (hone && strstr(hone, "/san/"))
		return false;
	return system("strace -qq -o /dev/null true >/dev/null 2>&1") == 0;
}

/* hone with the Nth call of that name made to fail, or with N = 0 all of them counted into the log. */
static struct tt *start_traced(
	struct world w, const char *log, const char *call, const char *how, int n)
{
	char trace[64], inject[128];
	snprintf(trace, sizeof trace, "trace=%s", call);
	snprintf(inject, sizeof inject, "inject=%s:%s:when=%d", call, how, n ? n : 60000);
	const char *argv[] = { "/usr/bin/env", "strace", "-qq", "-o", log, "-e", trace, "-e",
		inject, tt_program(), w.study, NULL };
	return tt_start(&(struct tt_options){ 0 }, argv);
}

static bool log_says(const char *log, const char *word)
{
	char line[4096];
	bool found = false;
	FILE *f = fopen(log, "r");
	while (f && !found && fgets(line, sizeof line, f))
		found = strstr(line, word) != NULL;
	if (f)
		fclose(f);
	return found;
}

static int log_lines(const char *log)
{
	char line[4096];
	int n = 0;
	FILE *f = fopen(log, "r");
	while (f && fgets(line, sizeof line, f))
		n++;
	if (f)
		fclose(f);
	return n;
}

/* A new study that hone has opened before; how often it makes that call until the first grade. */
static int calls_before_grade(struct world *w, const char *call)
{
	char log[256];
	*w = world_new();
	snprintf(log, sizeof log, "%s/log", getenv("HONE_HOME"));
	struct tt *t = world_review(*w);
	assert_true(tt_type(t, "Q"));
	tt_end(t, 0);
	tt_free(t);
	t = start_traced(*w, log, call, "error=EIO", 0);
	assert_true(tt_keys(t, "2<Space>"));
	int n = log_lines(log);
	tt_end(t, SIGKILL);
	tt_free(t);
	return n;
}

/* One run with the call number `n` at fault; false when it was not reached. */
static bool one_fault(struct world w, const char *call, const char *how, int n)
{
	char log[256];
	snprintf(log, sizeof log, "%s/log", getenv("HONE_HOME"));
	int before = graded(w);
	struct tt *t = start_traced(w, log, call, how, n);
	bool up = tt_keys(t, "2<Space>");
	int card = up ? asked(t) : -1;
	bool next = up && tt_keys(t, "3") && asked(t) >= 0 && asked(t) != card;
	tt_type(t, "Q");
	tt_end(t, 0);
	tt_free(t);
	bool hit = log_says(log, "INJECTED") || log_says(log, "SIGKILL");
	int given = graded(w) - before;
	if (given < next || given > 1 || !sound(w))
		fail_msg("%s number %d with %s: %d more graded, next card %s", call, n, how, given,
			next ? "shown" : "not shown");
	return hit;
}

TEST(a_grade_whose_next_card_was_shown_is_on_disk_under_any_fault)
{
	static const char *const calls[] = { "pwrite64", "fdatasync", "ftruncate" };
	static const char *const how[] = { "signal=KILL", "error=ENOSPC", "error=EIO" };
	int hits = 0;
	if (!can_trace())
		skip();
	for (size_t i = 0; i < LENGTH(calls); i++)
		for (size_t k = 0; k < LENGTH(how); k++) {
			struct world w;
			int from = calls_before_grade(&w, calls[i]);
			/* Three cards are left after a grade of the last that was reached. */
			for (int n = from + 1; n < from + CARDS; n++) {
				if (!one_fault(w, calls[i], how[k], n))
					break;
				hits++;
			}
		}
	assert_true(hits >= 12);
}
