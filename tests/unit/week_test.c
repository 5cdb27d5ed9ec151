/* week_test.c - a look back at a week, from a table of checks, answers and ratings. January 2030: the 7th is a Monday. */
#include "hone/week.h"

#include "study_help.h"
#include "test.h"

static const char checks[] =
	"# Log\n\n| Day | Date | Overall Score | Strong Areas | Weak Areas | Action |\n"
	"|-----|------|------|------|------|------|\n"
	"| 1 | 2030-01-01 | 90% | Heaps | Ropes (40%), Knots | - |\n"
	"| 2 | 2030-01-02 | 80% | - | Ropes (50%, again), Splices (60%) | - |\n"
	"| 3 | 2030-01-07 | 60% | Splices (95%) | **Ropes** (30%) | - |\n"
	"| 4 | 2030-01-08 | 70% | - | None identified | - |\n";
static const char topics[] =
	"# Topics\n\n## Area 1: Yard\n\n| Topic | Status | Notes |\n|---|---|---|\n"
	"| Anchors | [know] | |\n| Buoys | [know] | |\n";
static const char deck[] =
	"# Deck\n\n## Anchors\n\nQ: Which anchor holds in sand?\nA: A plough.\n\n"
	"## Buoys\n\nQ: What is a green buoy?\nA: Starboard.\n";

static struct study *open_study(void)
{
	const char *dir = test_tmpdir();
	help_put(dir, "log.md", checks);
	help_put(dir, "topics.md", topics);
	help_put(dir, "deck.md", deck);
	help_day(7);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static void to_day(struct study *s, int day)
{
	struct err e = { 0 };
	bool turned;
	help_day(day);
	assert_true(study_now(s, &turned, &e));
}

TEST(a_week_says_what_its_checks_came_to_and_what_stays_weak)
{
	struct study *s = open_study();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct week w;
	to_day(s, 9);
	assert_true(week_load(s, s->today, &w, &a, &e));
	assert_int_equal(w.from, day_of_civil(2030, 1, 7));
	assert_int_equal(w.nchecks, 2);
	assert_int_equal(w.mean, 650);
	assert_int_equal(w.mean_before, 850);
	/* Splices were strong later, Knots weak once. */
	assert_int_equal(w.nweak, 1);
	assert_str(w.weak[0].name, "Ropes");
	assert_int_equal(w.weak[0].n, 3);
	assert_int_equal(w.weak[0].last, day_of_civil(2030, 1, 7));
	assert_true(w.nadvice >= 3);
	arena_release(&a);
	help_close(s);
}

TEST(a_topic_called_know_that_was_answered_wrong_is_named_until_it_is_rated_again)
{
	struct study *s = open_study();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct week w;
	help_grade(s, "anchor", 4);
	help_grade(s, "green buoy", 4);
	to_day(s, 8);
	help_grade(s, "anchor", 1);
	help_grade(s, "green buoy", 4);
	assert_true(week_load(s, s->today, &w, &a, &e));
	assert_int_equal(w.reviews, 4);
	assert_int_equal(w.right, 3);
	assert_int_equal(w.nlapse, 1);
	assert_str(w.lapse[0].name, "Anchors");
	to_day(s, 9);
	assert_true(study_rate(s, w.lapse[0].id, LEVEL_KNOW, &e));
	assert_true(week_load(s, s->today, &w, &a, &e));
	assert_int_equal(w.nlapse, 0);
	arena_release(&a);
	help_close(s);
}
