/* readiness_test.c - readiness and calibration, by the examples of docs/READINESS.md and from a log. */
#include "hone/readiness.h"

#include <math.h>

#include "study_help.h"
#include "test.h"

enum { TODAY = 1000 };

static struct topic_row rows[8];

static void assert_near(double got, double want)
{
	if (fabs(got - want) > 1e-9)
		fail_msg("%.12g, not %.12g", got, want);
}

/* A topic of one rating and up to four days. */
static struct readiness_topic topic(
	enum level level, int day, const struct readiness_day *seen, int nseen)
{
	static struct readiness_claim claim[8];
	static struct readiness_day days[8][4];
	static int used;
	int at = used++ % 8;
	claim[at] = (struct readiness_claim){ day, level };
	for (int i = 0; i < nseen; i++)
		days[at][i] = seen[i];
	return (struct readiness_topic){
		.topic = &rows[at],
		.claim = &claim[at],
		.nclaim = level != LEVEL_NONE,
		.seen = days[at],
		.nseen = nseen,
	};
}

/* The examples 1 to 6 of the document, in its order, and the area of them. */
TEST(the_worked_examples_come_out)
{
	static const struct readiness_day mixed[] = { { TODAY - 60, 1, 0 }, { TODAY - 30, 1, 100 },
		{ TODAY, 3, 160 } };
	static const struct readiness_day one[] = { { TODAY, 1, 100 } };
	static const struct readiness_day three[] = { { TODAY, 3, 300 } };
	static const struct readiness_day five[] = { { TODAY, 5, 500 } };
	const struct {
		struct readiness_topic t;
		double percent;
		int whole, n;
		bool known;
	} row[] = {
		{ topic(LEVEL_KNOW, TODAY - 30, mixed, 3), 300 / 4.75, 63, 5, true },
		{ topic(LEVEL_UNSURE, TODAY, NULL, 0), 50, 50, 0, true },
		{ topic(LEVEL_KNOW, TODAY - 60, NULL, 0), 45, 45, 0, true },
		{ topic(LEVEL_NONE, 0, one, 1), 50, 50, 1, true },
		{ topic(LEVEL_NONE, 0, three, 1), 75, 75, 3, true },
		{ topic(LEVEL_DUNNO, DAY_NONE, five, 1), 85, 85, 5, true },
		{ topic(LEVEL_NONE, 0, NULL, 0), 0, 0, 0, false },
	};
	struct readiness_topic all[6];
	struct readiness_area area = { .ntopic = 6 };
	struct readiness r = { .topic = all, .area = &area, .ntopic = 6, .narea = 1 };
	double whole;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct readiness_value v = readiness_at(&row[i].t, TODAY);
		assert_near(v.percent, row[i].percent);
		assert_int_equal(readiness_whole(v.percent), row[i].whole);
		assert_int_equal(v.n, row[i].n);
		assert_int_equal(v.known, row[i].known);
	}
	for (int i = 0; i < 6; i++)
		all[i] = row[i < 3 ? i : i + 1].t;
	readiness_history(&r, 0, TODAY, TODAY, &whole);
	assert_near(whole, (300 / 4.75 + 50 + 45 + 75 + 85 + 0) / 6);
	assert_int_equal(readiness_whole(whole), 53);
}

TEST(the_weight_of_what_was_seen_ends_after_ninety_days)
{
	static const struct readiness_day last[] = { { TODAY - 90, 1, 100 } };
	static const struct readiness_day past[] = { { TODAY - 91, 1, 100 } };
	struct readiness_topic t = topic(LEVEL_NONE, 0, last, 1);
	assert_near(readiness_at(&t, TODAY).percent, 12.5 / 1.125);
	t = topic(LEVEL_NONE, 0, past, 1);
	assert_false(readiness_at(&t, TODAY).known);
}

TEST(what_comes_later_does_not_count_before)
{
	static const struct readiness_day seen[] = { { TODAY, 2, 0 } };
	struct readiness_claim claim[] = { { DAY_NONE, LEVEL_DUNNO }, { TODAY, LEVEL_KNOW } };
	struct readiness_topic t = topic(LEVEL_NONE, 0, seen, 1);
	t.claim = claim;
	t.nclaim = 2;
	assert_near(readiness_at(&t, TODAY - 1).percent, 10);
	assert_near(readiness_at(&t, TODAY).percent, 45);
	assert_near(readiness_at(&t, TODAY + 30).percent, 45);
}

TEST(claims_are_judged_by_enough_answers_only)
{
	static const struct {
		enum level level;
		int n;
		double percent;
		enum readiness_verdict want;
	} row[] = {
		{ LEVEL_KNOW, 3, 79.9, READINESS_OVER },
		{ LEVEL_KNOW, 3, 80, READINESS_FITS },
		{ LEVEL_KNOW, 2, 0, READINESS_FITS },
		{ LEVEL_UNSURE, 5, 90.1, READINESS_UNDER },
		{ LEVEL_DUNNO, 5, 100, READINESS_UNDER },
		{ LEVEL_DUNNO, 5, 90, READINESS_FITS },
		{ LEVEL_DUNNO, 4, 100, READINESS_FITS },
		{ LEVEL_UNSURE, 9, 10, READINESS_FITS },
		{ LEVEL_NONE, 9, 100, READINESS_FITS },
	};
	for (size_t i = 0; i < LENGTH(row); i++)
		assert_int_equal(readiness_judge(row[i].level,
					 (struct readiness_recall){ row[i].n, row[i].percent }),
			row[i].want);
}

TEST(what_raises_most_an_hour_comes_first)
{
	static const struct {
		double gain;
		int seconds;
	} row[] = { { 1, 60 }, { 5, 60 }, { 0, 0 }, { 4, 30 }, { 2, 120 }, { 1, 60 } };
	struct readiness_topic all[6] = { { 0 } };
	struct readiness r = { .topic = all, .ntopic = 6 };
	int first[6];
	for (int i = 0; i < 6; i++) {
		all[i].gain = row[i].gain;
		all[i].seconds = row[i].seconds;
	}
	assert_int_equal(readiness_raise(&r, first, 6), 5);
	static const int want[] = { 3, 1, 0, 4, 5 };
	for (int i = 0; i < 5; i++)
		assert_int_equal(first[i], want[i]);
	assert_int_equal(readiness_raise(&r, first, 2), 2);
	assert_int_equal(first[0], 3);
	assert_int_equal(first[1], 1);
	assert_near(readiness_gain_hour(&all[3]), 480);
}

/* ---- from a study */

static const char deck[] = "# Boats\n\n"
			   "## Hull\n\n### What is a hull?\n\nThe body.\n\n"
			   "### Where does it begin?\n\nAt the bow.\n\n"
			   "## Other\n\n### How is a bowline tied?\n\nAround.\n\n"
			   "### What is a mast?\n\nA pole.\n";

static const char topics[] =
	"# Check\n\n## Area 1: Parts\n\n"
	"| Subtopic | Know | Unsure | Dunno | Notes |\n|---|---|---|---|---|\n"
	"| Hull - the body | [x] | [ ] | [ ] | |\n"
	"| Keel | [ ] | [ ] | [ ] | |\n\n"
	"## Area 2: Knots\n\n| # | Topic | Status | Notes |\n|---|---|---|---|\n"
	"| 2.1 | Bowline (the knot) | [unsure] | |\n";

static struct study *open_boats(int day)
{
	const char *dir = test_tmpdir();
	help_day(day);
	help_put(dir, "deck.md", deck);
	help_put(dir, "topics.md", topics);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static void on_day(struct study *s, int day)
{
	struct err e = { 0 };
	bool turned;
	help_day(day);
	assert_true(study_now(s, &turned, &e));
}

static struct readiness load(const struct study *s, struct arena *a)
{
	struct readiness r;
	struct err e = { 0 };
	if (!readiness_load(s, &r, a, &e))
		fail_msg("%s", e.text);
	return r;
}

TEST(marks_in_the_file_count_as_thirty_days_old_and_cards_are_found)
{
	struct study *s = open_boats(1);
	struct arena a = { 0 };
	struct readiness r = load(s, &a);
	assert_int_equal(r.ntopic, 3);
	assert_int_equal(r.narea, 2);
	assert_near(r.topic[0].now.percent, 90);
	assert_near(r.topic[0].now.claim, 1);
	assert_false(r.topic[1].now.known);
	assert_near(r.topic[2].now.percent, 50);
	assert_near(r.area[0].percent, 45);
	assert_int_equal(r.area[0].known, 1);
	assert_near(r.percent, (90 + 0 + 50) / 3.0);
	assert_int_equal(r.topic[0].cards, 2);
	assert_int_equal(r.topic[0].open, 2);
	assert_int_equal(r.topic[1].cards, 0);
	assert_int_equal(r.topic[2].cards, 1);
	assert_int_equal(r.bare, 1);
	assert_int_equal(r.first, DAY_NONE);
	assert_int_equal(r.seen, 0);
	arena_release(&a);
	help_close(s);
}

/*
 * Day 1: "What is a hull?" wrong (x = 0), and right on the same day: a repetition. Day 2 and 3
 * (due): right. Day 4, early: nothing. Day 31: the other card right.
 */
TEST(answers_count_when_they_are_new_or_due)
{
	struct study *s = open_boats(1);
	struct arena a = { 0 };
	help_grade(s, "What is a hull", 1);
	help_grade(s, "What is a hull", 4);
	on_day(s, 2);
	help_grade(s, "What is a hull", 4);
	on_day(s, 3);
	help_grade(s, "What is a hull", 4);
	on_day(s, 4);
	help_grade(s, "What is a hull", 1);
	on_day(s, 31);
	help_grade(s, "Where does it begin", 3);
	struct readiness r = load(s, &a);
	const struct readiness_topic *t = &r.topic[0];
	assert_int_equal(t->now.n, 4);
	double w = exp2(-29.0 / 30) + exp2(-28.0 / 30);
	assert_near(t->now.percent, (1 * 90 + 0.5 * 0 + w * 100 + 100) / (1 + 0.5 + w + 1));
	/* Of the last 30 days: days 2, 3 and 31. */
	assert_int_equal(t->recall.n, 3);
	assert_near(t->recall.percent, 100);
	assert_int_equal(r.seen, 1);
	assert_int_equal(r.first, day_of_civil(2030, 1, 1));
	assert_int_equal(t->open, 1); /* the hull is due; the other was answered */
	arena_release(&a);
	help_close(s);
}

TEST(scores_of_cards_and_topics_count_once)
{
	struct study *s = open_boats(5);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct event_id round;
	int64_t keel = help_topic(s, "Keel", &a).id, bowline = help_card(s, "bowline");
	assert_true(study_round(s, ROUND_CHECK, STR("check"), &round, &e));
	assert_true(study_score(s,
		&(struct scoring){
			.subject = bowline, .percent = 60, .round = round, .grades = true },
		&e));
	assert_true(study_score(
		s, &(struct scoring){ .subject = keel, .percent = 80, .round = round }, &e));
	struct readiness r = load(s, &a);
	assert_int_equal(r.topic[2].now.n, 1);
	assert_near(r.topic[2].now.percent, (50 + 60) / 2.0);
	assert_near(r.topic[1].now.percent, 80 / 2.0); /* never rated */
	assert_int_equal(r.topic[2].open, 0);          /* it is answered for today */
	arena_release(&a);
	help_close(s);
}

TEST(ratings_have_their_day_and_an_undone_one_never_was)
{
	struct study *s = open_boats(1);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf what = { 0 };
	int64_t hull = help_topic(s, "Hull - the body", &a).id;
	double history[31];
	assert_true(study_rate(s, hull, LEVEL_DUNNO, &e));
	on_day(s, 31);
	assert_true(study_rate(s, hull, LEVEL_UNSURE, &e));
	struct readiness r = load(s, &a);
	assert_near(r.topic[0].now.percent, 50);
	assert_near(r.topic[0].now.claim, 2);
	/* Day 0: Know, as the file said; 1 to 30: Dunno; 31: Unsure. The area's other topic is unknown. */
	int first = day_of_civil(2030, 1, 1);
	readiness_history(&r, 0, first - 1, first + 29, history);
	assert_near(history[0], 45);
	assert_near(history[1], 5);
	assert_near(history[30], 5);
	assert_true(study_undo(s, &what, &e));
	r = load(s, &a);
	assert_near(r.topic[0].now.percent, 10);
	assert_near(r.topic[0].now.claim, 1);
	buf_release(&what);
	arena_release(&a);
	help_close(s);
}

/* Keel has no cards. Without five answers that have a time a card is taken to last 30 seconds. */
TEST(the_gain_of_a_topic_is_that_of_its_open_cards_known)
{
	struct study *s = open_boats(1);
	struct arena a = { 0 };
	struct readiness r = load(s, &a);
	int first[3];
	/* Hull: (90 + 200) / 3 = 96 2/3, 6 2/3 more; Bowline: (50 + 100) / 2 = 75, 25 more. */
	assert_near(r.topic[0].gain, 20 / 3.0 / 3);
	assert_int_equal(r.topic[0].seconds, 60);
	assert_near(r.topic[2].gain, 25 / 3.0);
	assert_int_equal(r.topic[2].seconds, 30);
	assert_false(r.timed);
	assert_int_equal(readiness_raise(&r, first, 3), 2);
	assert_int_equal(first[0], 2);
	assert_int_equal(first[1], 0);
	arena_release(&a);
	help_close(s);
}

TEST(what_is_said_and_recalled_stands_side_by_side)
{
	struct study *s = open_boats(1);
	struct arena a = { 0 };
	struct buf words = { 0 };
	help_grade(s, "What is a hull", 1);
	help_grade(s, "Where does it begin", 4);
	on_day(s, 2);
	help_grade(s, "What is a hull", 4);
	struct readiness r = load(s, &a);
	assert_int_equal(r.topic[0].verdict, READINESS_OVER);
	assert_int_equal(r.over, 1);
	assert_int_equal(r.area[0].over, 1);
	assert_int_equal(r.recall[LEVEL_KNOW].n, 3);
	readiness_words(&r.topic[0], &words);
	assert_str(buf_str(&words), "you say Know, you recall 67 % (n=3)");
	buf_clear(&words);
	readiness_words(&r.topic[2], &words);
	assert_str(buf_str(&words), "you say Unsure, nothing asked in 30 days");
	buf_release(&words);
	arena_release(&a);
	help_close(s);
}

/* A reworded card's answers are those of the card it continues. */
TEST(the_history_of_a_reworded_card_goes_on)
{
	const char *dir = test_tmpdir();
	struct arena a = { 0 };
	help_day(1);
	help_put(dir, "deck.md", deck);
	help_put(dir, "topics.md", topics);
	struct study *s = help_open(dir);
	help_sync(s);
	help_grade(s, "What is a hull", 4);
	help_put(dir, "deck.md",
		"# Boats\n\n"
		"## Hull\n\n### What is a hull, then?\n\nThe body.\n\n"
		"### Where does it begin?\n\nAt the bow.\n");
	assert_int_equal(help_sync(s).cards_matched, 1);
	struct readiness r = load(s, &a);
	assert_int_equal(r.topic[0].now.n, 1);
	assert_int_equal(r.topic[0].cards, 2);
	arena_release(&a);
	help_close(s);
}

TEST(a_study_without_topics_has_no_readiness)
{
	const char *dir = test_tmpdir();
	struct arena a = { 0 };
	help_day(1);
	help_put(dir, "deck.md", deck);
	struct study *s = help_open(dir);
	help_sync(s);
	struct readiness r = load(s, &a);
	double out = 1;
	assert_int_equal(r.ntopic, 0);
	assert_int_equal(r.known, 0);
	assert_near(r.percent, 0);
	readiness_history(&r, -1, 5, 5, &out);
	assert_near(out, 0);
	arena_release(&a);
	help_close(s);
}
