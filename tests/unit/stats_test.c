/* stats_test.c - answers counted by day, and what each of them was. */
#include "hone/stats.h"

#include "hone/answers.h"
#include "study_help.h"
#include "test.h"

static void on_day(struct study *s, int day)
{
	struct err e = { 0 };
	bool turned;
	help_day(day);
	assert_true(study_now(s, &turned, &e));
}

static void answer(struct study *s, const char *words, int grade, int seconds)
{
	struct err e = { 0 };
	assert_true(study_grade(s, help_card(s, words), grade, seconds * 1000, NULL, &e));
}

static void assert_span(struct stats_span got, int answers, int fresh, int seconds)
{
	assert_int_equal(got.answers, answers);
	assert_int_equal(got.fresh, fresh);
	assert_int_equal(got.ms, seconds * 1000);
}

/*
 * Day 1: Lyon new and wrong, repeated right; Volga new and right. Day 2: Lyon and Volga due, one right. Day
 * 25: Volga, which lapsed on day 2, due and right; Danube new.
 */
static struct study *three_days(void)
{
	struct study *s = help_open(help_folder());
	help_sync(s);
	on_day(s, 1);
	answer(s, "Lyon", 1, 10);
	answer(s, "Lyon", 4, 5);
	answer(s, "Volga", 4, 20);
	on_day(s, 2);
	answer(s, "Lyon", 4, 7);
	answer(s, "Volga", 2, 3);
	on_day(s, 25);
	answer(s, "Volga", 4, 8);
	answer(s, "Danube", 5, 9);
	return s;
}

TEST(answers_are_counted_by_day)
{
	struct study *s = three_days();
	struct stats st;
	struct err e = { 0 };
	assert_true(stats_load(s, &st, &e));
	assert_span(st.today, 2, 1, 17);
	assert_span(st.week, 2, 1, 17);
	assert_span(st.month, 7, 3, 62);
	assert_span(st.all, 7, 3, 62);
	assert_int_equal((int)st.daily[STATS_DAYS - 1], 2);
	assert_int_equal((int)st.daily[STATS_DAYS - 24], 2);
	assert_int_equal((int)st.daily[STATS_DAYS - 25], 3);
	/* Due: Lyon right, Volga wrong, Volga right. */
	assert_int_equal(st.young.n, 3);
	assert_int_equal(st.young.right, 2);
	assert_int_equal(st.mature.n, 0);
	assert_int_equal(stats_percent(st.young), 67);
	assert_int_equal(stats_percent(st.mature), -1);
	assert_int_equal(st.cards, 4);
	assert_int_equal(st.seconds, 9); /* 62 s over 7 answers */
	/* Volga and Danube come back tomorrow; Lyon is due since day 8. */
	assert_int_equal(st.ahead[0], 2);
	help_close(s);
}

/* Day 2 is 30 days before day 31 of the month and one more: only what is of the last 30 days counts. */
TEST(what_is_older_than_thirty_days_is_in_the_whole_only)
{
	struct study *s = three_days();
	struct stats st;
	struct err e = { 0 };
	on_day(s, 31);
	assert_true(stats_load(s, &st, &e));
	assert_span(st.today, 0, 0, 0);
	assert_span(st.week, 2, 1, 17);
	assert_span(st.month, 4, 1, 27);
	assert_span(st.all, 7, 3, 62);
	help_close(s);
}

struct seen {
	struct buf words;
};

static void note(void *ctx, const struct answer *a)
{
	struct seen *seen = ctx;
	buf_addf(&seen->words, "%d%s%s ", a->percent, a->counts ? "" : "-", a->first ? "!" : "");
}

TEST(each_answer_says_what_it_was)
{
	struct study *s = three_days();
	struct seen seen = { 0 };
	struct err e = { 0 };
	struct buf what = { 0 };
	answer(s, "Danube", 1, 1); /* early */
	assert_true(answers_each(s, note, NULL, &seen, &e));
	assert_str(buf_str(&seen.words), "0! 100- 100! 100 0 100 100! 0- ");
	assert_true(study_undo(s, &what, &e));
	buf_clear(&seen.words);
	assert_true(answers_each(s, note, NULL, &seen, &e));
	assert_str(buf_str(&seen.words), "0! 100- 100! 100 0 100 100! ");
	buf_release(&what);
	buf_release(&seen.words);
	help_close(s);
}

TEST(a_study_without_answers_has_empty_stats)
{
	struct study *s = help_open(help_folder());
	struct stats st;
	struct err e = { 0 };
	help_sync(s);
	assert_true(stats_load(s, &st, &e));
	assert_span(st.all, 0, 0, 0);
	assert_int_equal(st.seconds, 0);
	assert_int_equal(stats_percent(st.young), -1);
	help_close(s);
}
