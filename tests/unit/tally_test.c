/* tally_test.c - counts that were written by hand beside the marks of an inventory. */
#include "hone/tally.h"

#include "hone/files.h"
#include "study_help.h"
#include "test.h"

static const char text[] =
	"# Check\n\n## Area 1: Ropes\n\n| Topic | Status |\n|---|---|\n| Reef | [know] |\n| "
	"Bowline | [dunno] |\n\n"
	"## Area 3.5: Sails\n\n| Topic | Status |\n|---|---|\n| Jib | [unsure] |\n\n## Sum\n\n"
	"| Area | Know | Unsure | Dunno | Priority |\n|---|---|---|---|---|\n"
	"| 1. Ropes | **1**/2 | 0/2 | 1/2 | 50% |\n| 3.5 Sails | 1 | 0 | 0 | |\n"
	"| 4. Unknown | 1/2 | 1/2 | 0/2 | |\n| 1. Ropes | ___/2 | ___/2 | ___/2 | |\n"
	"| **TOTAL** | **2/3** | 0/3 | 1/3 | |\n";

static void assert_tallies(const char *path, const char *const *want, int nwant)
{
	struct err e = { 0 };
	struct arena a = { 0 };
	struct coverage v;
	struct tally_row *t;
	struct buf b = { 0 };
	int n;
	struct study *s = help_open(path);
	help_sync(s);
	assert_true(coverage_load(s, &v, &a, &e));
	assert_true(tally_wrong(s, &v, &t, &n, &a, &e));
	assert_int_equal(n, nwant);
	for (int i = 0; i < n; i++) {
		buf_clear(&b);
		buf_addf(&b, "%d: ", t[i].line);
		tally_words(&t[i], &b);
		assert_str(buf_str(&b), want[i]);
	}
	buf_release(&b);
	arena_release(&a);
	help_close(s);
}

TEST(counts_that_differ_from_the_marks_are_named_with_their_line)
{
	static const char *const want[] = {
		"21: counted 1/0/0, marked 0/1/0: Sails",
		"24: counted 2/0/1, marked 1/1/1 in all",
	};
	const char *dir = test_tmpdir();
	help_put(dir, "check.md", text);
	assert_tallies(dir, want, 2);
}

TEST(counts_of_the_sample_that_were_added_up_wrong_are_found)
{
	static const char *const want[] = {
		"212: counted 0/5/5, marked 0/4/6: Advanced Topics (Good to Know)",
		"213: counted 35/22/19, marked 35/21/20 in all",
	};
	struct err e = { 0 };
	struct arena a = { 0 };
	const char *dir = path_join(&a, str_of(test_tmpdir()), STR("study"));
	const char *from = test_shared("study/ml-study-plan/gap_analysis");
	if (!files_copy_tree(from, dir, &e))
		fail_msg("%s", e.text);
	assert_tallies(dir, want, 2);
	arena_release(&a);
}
