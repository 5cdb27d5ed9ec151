/* study_sample_test.c - the study that hone is made for. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "hone/files.h"
#include "study_help.h"

static const char *sample(void)
{
	static char dir[128];
	struct err e = { 0 };
	const char *from = test_shared("study/ml-study-plan");
	help_day(7);
	snprintf(dir, sizeof dir, "%s/study", test_tmpdir());
	if (!files_copy_tree(from, dir, &e))
		fail_msg("%s", e.text);
	return dir;
}

TEST(the_sample_study_is_read_whole)
{
	struct study *s = help_open(sample());
	struct sync_report r = help_sync(s);
	struct err e = { 0 };
	struct arena a = { 0 };
	struct topic_row *row;
	size_t n;
	assert_int_equal(r.files, 19);
	assert_int_equal(r.cards_added, 76);
	assert_int_equal(s->plan.nitem, 209);
	assert_int_equal(s->plan.ndone, 86);
	assert_true(catalog_topics(s->store, &row, &n, &a, &e));
	assert_int_equal(n, 119);
	assert_false(help_sync(s).any);
	arena_release(&a);
	help_close(s);
}

/* Bytes that differ between two files of equal length; -1 when the lengths differ. */
static int differences(struct str a, struct str b)
{
	int n = 0;
	if (a.n != b.n)
		return -1;
	for (size_t i = 0; i < a.n; i++)
		n += a.p[i] != b.p[i];
	return n;
}

TEST(each_box_of_the_sample_changes_one_byte_and_changes_back)
{
	const char *dir = sample();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	char path[512];
	snprintf(path, sizeof path, "%s/%.*s", dir, STR_ARG(s->plan_path));
	struct buf before = test_read(path);
	uint64_t id[209];
	assert_int_equal(s->plan.nitem, LENGTH(id));
	for (int i = 0; i < s->plan.nitem; i++)
		id[i] = s->plan.item[i].id;
	for (size_t i = 0; i < LENGTH(id); i++) {
		bool done = plan_find(&s->plan, id[i])->done;
		for (int pass = 1; pass >= 0; pass--) {
			if (!study_tick(s, id[i], pass ? !done : done, &e))
				fail_msg("%s", e.text);
			struct buf after = test_read(path);
			assert_int_equal(differences(buf_str(&before), buf_str(&after)), pass);
			buf_release(&after);
		}
	}
	assert_false(help_sync(s).any);
	buf_release(&before);
	help_close(s);
}

TEST(each_topic_of_the_sample_can_be_rated_and_undone)
{
	const char *dir = sample();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	struct arena a = { 0 };
	struct buf what = { 0 };
	struct topic_row *row;
	size_t n;
	help_sync(s);
	assert_true(catalog_topics(s->store, &row, &n, &a, &e));
	for (size_t i = 0; i < n; i++) {
		char path[512];
		snprintf(path, sizeof path, "%s/%.*s", dir, STR_ARG(row[i].path));
		struct buf before = test_read(path);
		enum level level = row[i].level == LEVEL_DUNNO ? LEVEL_KNOW : LEVEL_DUNNO;
		if (!study_rate(s, row[i].id, level, &e) || !study_undo(s, &what, &e))
			fail_msg("%s", e.text);
		struct buf after = test_read(path);
		assert_true(str_eq(buf_str(&before), buf_str(&after)));
		buf_release(&before);
		buf_release(&after);
	}
	assert_false(help_sync(s).any);
	buf_release(&what);
	arena_release(&a);
	help_close(s);
}

struct cards {
	int64_t id[200];
	int n;
};

static bool take_id(void *ctx, const struct card *c)
{
	struct cards *cards = ctx;
	cards->id[cards->n++] = c->id;
	return true;
}

static struct cards all_cards(struct study *s)
{
	struct cards cards = { 0 };
	struct err e = { 0 };
	assert_true(catalog_cards(s->store, STR(""), take_id, &cards, &e));
	return cards;
}

TEST(the_sample_keeps_every_history_when_a_deck_is_renamed_and_when_it_comes_back)
{
	static const char name[] = "ML-Theory-Questions.md";
	const char *dir = sample();
	struct study *s = help_open(dir);
	struct err e = { 0 };
	help_sync(s);
	struct cards before = all_cards(s);
	assert_int_equal(before.n, 76);
	for (int i = 0; i < before.n; i++)
		assert_true(study_grade(s, before.id[i], 4, 0, NULL, &e));
	help_rename(dir, name, "aaa.md");
	struct sync_report r = help_sync(s);
	assert_int_equal(r.cards_matched, 46);
	assert_int_equal(r.cards_added + r.cards_gone, 0);
	struct cards after = all_cards(s);
	assert_int_equal(after.n, 76);
	for (int i = 0; i < after.n; i++)
		assert_int_equal(help_history(s, after.id[i]), 1);
	help_remove(dir, "aaa.md");
	assert_int_equal(help_sync(s).cards_gone, 46);
	char from[512];
	snprintf(from, sizeof from, "%s/%s", test_shared("study/ml-study-plan"), name);
	struct buf text = test_read(from);
	help_put(dir, name, buf_cstr(&text));
	buf_release(&text);
	help_sync(s);
	after = all_cards(s);
	assert_int_equal(after.n, 76);
	for (int i = 0; i < after.n; i++)
		assert_int_equal(help_history(s, after.id[i]), 1);
	help_close(s);
}
