/* interview_test.c - questions of an interview: read, matched, written, taken back. */
#include "hone/interview.h"

#include <string.h>

#include "hone/want.h"
#include "study_help.h"
#include "test.h"

static const char topics_md[] =
	"# T\n\n## Area 1: All\n\n| Topic | Status | Notes |\n|---|---|---|\n"
	"| Heaps | [know] | |\n| Paged attention (memory during inference) | [know] | |\n"
	"| Locks | [unsure] | |\n";

static struct study *study_of(const char **dir)
{
	*dir = help_folder();
	help_remove(*dir, "check/topics.md");
	help_put(*dir, "t.md", topics_md);
	struct study *s = help_open(*dir);
	help_sync(s);
	return s;
}

TEST(one_question_a_line_with_what_it_is_about)
{
	static const char list[] =
		"# a comment\n\n  - What is a heap?\n"
		"u: How does paged attention work?\nk: Locks or not?\nWhy?\n* \n";
	static const struct {
		const char *text;
		enum level level;
		int topic;
		bool near;
	} want[] = {
		{ "What is a heap?", LEVEL_DUNNO, 0, false },
		{ "How does paged attention work?", LEVEL_UNSURE, 1, false },
		{ "Locks or not?", LEVEL_NONE, 2, false },
		{ "Why?", LEVEL_DUNNO, -1, false },
	};
	const char *dir;
	struct study *s = study_of(&dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct interview iv;
	size_t n;
	assert_true(interview_read(s, str_of(list), &iv, &a, &e));
	assert_int_equal(iv.n, LENGTH(want));
	for (size_t i = 0; i < LENGTH(want); i++) {
		const struct interview_question *q = &iv.question[i];
		assert_str(q->text, want[i].text);
		assert_int_equal(q->level, want[i].level);
		assert_int_equal(q->ntopic, want[i].topic >= 0);
		if (q->ntopic)
			assert_int_equal(q->topic[0], want[i].topic);
		assert_int_equal(q->near, want[i].near);
	}
	struct rating *r = interview_ratings(&iv, &n, &a);
	assert_int_equal(n, 2);
	assert_int_equal(r[1].level, LEVEL_UNSURE);
	help_close(s);
	arena_release(&a);
}

TEST(a_topic_whose_words_come_near_is_taken_and_said)
{
	const char *dir;
	struct study *s = study_of(&dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct interview iv;
	assert_true(interview_read(s, STR("What does attention cost?\n"), &iv, &a, &e));
	assert_int_equal(iv.question[0].ntopic, 1);
	assert_int_equal(iv.question[0].topic[0], 1);
	assert_true(iv.question[0].near);
	help_close(s);
	arena_release(&a);
}

TEST(cards_wishes_and_ratings_are_one_deed)
{
	const char *dir;
	struct study *s = study_of(&dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct interview iv;
	struct buf what = { 0 };
	int n;
	assert_true(interview_read(
		s, STR("What is a heap?\nWhy?\nwhy?\nu: When to lock, locks?\n"), &iv, &a, &e));
	if (!interview_edit(s, STR("new.md"), &iv, &a, &e))
		fail_msg("%s", e.text);
	assert_true(iv.fresh);
	assert_int_equal(iv.ncard, 3);
	if (!interview_write(s, &iv, &e))
		fail_msg("%s", e.text);
	help_assert_file(dir, "new.md",
		"# Interview questions\n\nQ: What is a heap? #explain\n\nQ: Why? #explain\n\n"
		"Q: When to lock, locks? #explain\n");
	help_sync(s);
	assert_true(want_count(s, s->today + 1, &n, &e));
	assert_int_equal(n, 3);
	assert_int_equal(help_topic(s, "Heaps", &a).level, LEVEL_DUNNO);

	/* What is there already is not written again, and is due all the same. */
	assert_true(interview_read(s, STR("Why?\nHow?\n"), &iv, &a, &e));
	assert_true(interview_edit(s, STR("new.md"), &iv, &a, &e));
	assert_str(iv.lines, "\nQ: How? #explain\n");
	assert_int_equal(iv.ncard, 2);

	assert_true(study_undo(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "wrote lines into new.md and 3 more");
	help_assert_file(dir, "new.md", "");
	help_assert_file(dir, "t.md", topics_md);
	help_sync(s);
	assert_true(want_count(s, s->today + 1, &n, &e));
	assert_int_equal(n, 0);
	assert_true(study_redo(s, &what, &e));
	help_sync(s);
	assert_true(want_count(s, s->today + 1, &n, &e));
	assert_int_equal(n, 3);
	buf_release(&what);
	help_close(s);
	arena_release(&a);
}

TEST(nothing_is_written_without_a_question_or_for_what_is_none)
{
	const char *dir;
	struct study *s = study_of(&dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct interview iv;
	assert_true(interview_read(s, STR("# only a comment\n"), &iv, &a, &e));
	assert_false(interview_edit(s, STR("new.md"), &iv, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_true(interview_read(s, STR("What is it? #word\n"), &iv, &a, &e));
	assert_false(interview_edit(s, STR("new.md"), &iv, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_non_null(strstr(e.text, "word it differently"));
	help_close(s);
	arena_release(&a);
}
