/* planner_repair_test.c - a file of a broken encoding is repaired as a whole, and only when asked. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/study_priv.h"
#include "hone/planner.h"
#include "study_help.h"

#define E_ACUTE "\xC3\x83\xC2\xA9"                 /* as Windows-1252 had it */
#define DASH    "\xC3\xA2\xE2\x82\xAC\xE2\x80\x9C" /* an en dash */

static const char broken[] =
	"\xEF\xBB\xBF## Week 1: Caf" E_ACUTE "\r\n\r\n**Day 1: B** " DASH "\r\n- [ ] one\r\n"
	"- [X] two " E_ACUTE E_ACUTE "\r\n- [ ] three";
static const char whole[] =
	"\xEF\xBB\xBF## Week 1: Caf\xC3\xA9\r\n\r\n**Day 1: B** \xE2\x80\x93\r\n- [ ] one\r\n"
	"- [X] two \xC3\xA9\xC3\xA9\r\n- [ ] three";

static struct study *open_broken(const char **dir, const char *text)
{
	*dir = test_tmpdir();
	help_day(7);
	help_put(*dir, "p.md", text);
	struct study *s = help_open(*dir);
	help_sync(s);
	return s;
}

TEST(repair_is_shown_before_and_changes_nothing_until_asked)
{
	const char *dir;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_repair r;
	struct study *s = open_broken(&dir, broken);
	if (!planner_repair_preview(s, STR("p.md"), &r, &a, &e))
		fail_msg("%s", e.text);
	assert_int_equal(r.encoding, ENCODING_CP1252);
	assert_int_equal(r.characters, 4);
	assert_int_equal(r.nsample, 3);
	assert_int_equal(r.sample[2].line, 5);
	assert_str(r.sample[2].before, "- [X] two " E_ACUTE E_ACUTE);
	assert_str(r.sample[2].after, "- [X] two \xC3\xA9\xC3\xA9");
	assert_null(r.backup);
	help_assert_file(dir, "p.md", broken);
	assert_false(planner_note(s, help_item(s, "one")->id, STR("hey"), &e));
	assert_int_equal(e.kind, ERR_INVALID);
	help_assert_file(dir, "p.md", broken);
	arena_release(&a);
	help_close(s);
}

TEST(repair_keeps_the_old_bytes_and_then_marks_can_be_written)
{
	const char *dir;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_repair r;
	struct study *s = open_broken(&dir, broken);
	uint64_t one = help_item(s, "one")->id;
	if (!planner_repair(s, STR("p.md"), &r, &a, &e))
		fail_msg("%s", e.text);
	help_assert_file(dir, "p.md", whole);
	help_assert_file(dir, r.backup + strlen(s->dir) + 1, broken);
	assert_non_null(strstr(r.backup, "/.hone/backup/p.md-2030-01-07-090000"));
	if (!study_tick(s, one, true, &e))
		fail_msg("%s", e.text);
	assert_int_equal(help_sync(s).ticks, 0);
	assert_int_equal(s->plan.ndone, 2);
	assert_false(planner_repair(s, STR("p.md"), &r, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	/* The same second again: the first backup stays. */
	help_put(dir, "p.md", broken);
	assert_true(planner_repair(s, STR("p.md"), &r, &a, &e));
	assert_non_null(strstr(r.backup, "p.md-2030-01-07-090000-2"));
	arena_release(&a);
	help_close(s);
}

TEST(repair_of_parts_leaves_what_is_right)
{
	static const struct {
		const char *was, *now;
		size_t characters;
	} row[] = {
		/* A line that was added since, by an editor that knows UTF-8. */
		{ "# Caf" E_ACUTE "\n" DASH
		  " \xE2\x9C\x85\n- [ ] caf\xC3\xA9 \xE2\x86\x92\n- [ ] b\n- [ ] c\n",
			"# Caf\xC3\xA9\n\xE2\x80\x93 \xE2\x9C\x85\n- [ ] caf\xC3\xA9 "
			"\xE2\x86\x92\n- [ ] b\n- [ ] c\n",
			2 },
		/* Mac Roman: an arrow and an accent. */
		{ "- [ ] \xE2\x80\x9A\xC3\x9C\xC3\xAD caf\xE2\x88\x9A\xC2\xA9 \xE2\x9C\x85\n- [ ] "
		  "b\n- [ ] c\n",
			"- [ ] \xE2\x86\x92 caf\xC3\xA9 \xE2\x9C\x85\n- [ ] b\n- [ ] c\n", 2 },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir;
		struct arena a = { 0 };
		struct err e = { 0 };
		struct planner_repair r;
		struct study *s = open_broken(&dir, row[i].was);
		if (!planner_repair(s, STR("p.md"), &r, &a, &e))
			fail_msg("%s", e.text);
		assert_int_equal(r.characters, row[i].characters);
		help_assert_file(dir, "p.md", row[i].now);
		arena_release(&a);
		help_close(s);
	}
}

TEST(repair_refuses_what_is_right_or_cannot_be_known)
{
	static const struct {
		const char *text, *says;
	} row[] = {
		{ "## Week 1: Caf\xC3\xA9 \xE2\x80\x93\n\n- [ ] one\n- [ ] two\n- [ ] three\n",
			"nothing to repair" },
		/* An apostrophe before an accent, a root and a degree: right as they are. */
		{ "# L\xE2\x80\x99\xC3\xA9t\xC3\xA9 \xE2\x80\x93 \xC3\xA9\xC3\xA9 "
		  "\xC2\xAB\xC3\xA9\n- [ ] a\n- [ ] b\n- [ ] c\n",
			"nothing to repair" },
		{ "## Week 1: \xff\n\n- [ ] one\n- [ ] two\n- [ ] three\n", "no UTF-8" },
		{ "\xFF\xFEW", "UTF-16" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		const char *dir;
		struct arena a = { 0 };
		struct err e = { 0 };
		struct planner_repair r;
		struct study *s = open_broken(&dir, row[i].text);
		assert_false(planner_repair(s, STR("p.md"), &r, &a, &e));
		assert_int_equal(e.kind, ERR_INVALID);
		assert_non_null(strstr(e.text, row[i].says));
		assert_non_null(strstr(e.text, "p.md"));
		help_assert_file(dir, "p.md", row[i].text);
		assert_false(planner_repair(s, STR("../p.md"), &r, &a, &e));
		assert_false(planner_repair(s, STR("none.md"), &r, &a, &e));
		assert_int_equal(e.kind, ERR_MISSING);
		arena_release(&a);
		help_close(s);
	}
}

TEST(repair_of_the_sample_gives_the_plan_as_it_was_meant)
{
	struct buf bad = test_read(test_shared("study/ML-Interview-Prep-Plan.mojibake.md"));
	struct buf good = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	const char *dir;
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_repair r;
	struct study *s = open_broken(&dir, buf_cstr(&bad));
	if (!planner_repair(s, STR("p.md"), &r, &a, &e))
		fail_msg("%s", e.text);
	help_assert_file(dir, "p.md", buf_cstr(&good));
	help_assert_file(dir, r.backup + strlen(s->dir) + 1, buf_cstr(&bad));
	assert_int_equal(r.nsample, REPAIR_SAMPLES);
	arena_release(&a);
	help_close(s);
	buf_release(&bad);
	buf_release(&good);
}
