/* evening_test.c - the end of the day in a real terminal: what is shown is what is written, and undone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"
#include "tt.h"

static const char plan_md[] = "# Knots\n\n## Week 1: Ropes\n\n**Day 1: Loops** (2025-11-11) DONE\n\n"
			      "- [x] Tie none\n\n**Day 2: Hitches** (2025-11-12)\n\n"
			      "- [ ] Tie one\n- [ ] Tie two\n\n**Day 3: Bends**\n\n- [ ] Join two\n";

static const char *new_study(char path[static 256])
{
	const char *dir = test_tmpdir();
	snprintf(path, 256, "%s/plan.md", dir);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(plan_md, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	return dir;
}

static void keys(struct tt *t, const char *what)
{
	if (!tt_keys(t, what))
		fail_msg("hone is gone, it wrote: %s", tt_output(t));
}

static void see(struct tt *t, const char *what)
{
	if (!tt_has(t, what))
		fail_msg("\"%s\" is not on the screen:\n%s", what, tt_text(t));
}

static void see_file(const char *path, const char *want)
{
	struct buf b = test_read(path);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
}

TEST(status_and_summary_are_written_as_shown_and_undo_gives_the_bytes_back)
{
	static const char done_md[] =
		"# Knots\n\n## Week 1: Ropes\n\n**Day 1: Loops** (2025-11-11) DONE\n\n"
		"- [x] Tie none\n\n**Day 2: Hitches** (2025-11-12) DONE\n\n"
		"- [ ] Tie one\n- [ ] Tie two\n\n**Day 3: Bends**\n\n- [ ] Join two\n";
	char path[256];
	const char *argv[] = { tt_program(), new_study(path), NULL };
	struct tt *t = tt_start(&(struct tt_options){ 0 }, argv);
	keys(t, "1");
	keys(t, "E");
	keys(t, "jj");
	see(t, "- **Day 2: Hitches** (2025-11-12)");
	see(t, "+ **Day 2: Hitches** (2025-11-12) DONE");
	see_file(path, plan_md);
	keys(t, "y");
	see_file(path, done_md);
	keys(t, "j");
	see(t, "+ - Tasks: 0 of 2 done");
	char *shown = tt_text(t);
	see_file(path, done_md);
	keys(t, "y");
	/* Each line that is new in the file was shown with a "+". */
	struct buf b = test_read(path);
	struct str rest = buf_str(&b), old = STR(""), line, was;
	old = str_of(done_md);
	int added = 0;
	bool more = str_line(&old, &was);
	while (str_line(&rest, &line)) {
		if (more && str_eq(line, was)) {
			more = str_line(&old, &was);
			continue;
		}
		char want[200];
		snprintf(want, sizeof want, "+ %.*s", STR_ARG(line));
		if (line.n && !strstr(shown, want))
			fail_msg("\"%s\" was written and not shown:\n%s", want, shown);
		added++;
	}
	assert_false(more);
	assert_true(added > 1);
	buf_release(&b);
	free(shown);
	keys(t, "u");
	see_file(path, done_md);
	keys(t, "u");
	see_file(path, plan_md);
	assert_true(tt_type(t, "Q"));
	assert_int_equal(tt_end(t, 0), 0);
	assert_true(tt_restored(t) && tt_cooked(t));
	tt_free(t);
}
