/* readiness_view_test.c - the page of readiness: charts, what raises it, what is said too high. */
#include "hone/round.h"
#include "screen/review_desk.h"

#include "test.h"

static const char deck[] = "# Boats\n\n## Hull\n\n### What is a hull?\n\nThe body.\n\n"
			   "### Where does it begin?\n\nAt the bow.\n\n### Where does it end?\n\n"
			   "At the stern.\n\n## Other\n\n### How is a bowline tied?\n\nAround.\n";

static const char topics[] = "# Check\n\n## Area 1: Parts\n\n"
			     "| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Hull | [know] | |\n| Keel | [dunno] | |\n\n"
			     "## Area 2: Knots\n\n| Topic | Status | Notes |\n|---|---|---|\n"
			     "| Bowline | [unsure] | |\n";

struct finding {
	const char *words;
	int64_t id;
};

static bool find(void *ctx, const struct card *c)
{
	struct finding *f = ctx;
	if (str_find(c->front, str_of(f->words), 0) >= 0)
		f->id = c->id;
	return f->id == 0;
}

static void answer(struct desk *d, const char *words, int grade)
{
	struct finding f = { .words = words };
	struct err e = { 0 };
	assert_true(catalog_cards(d->study->store, STR(""), find, &f, &e));
	assert_true(f.id != 0);
	assert_true(study_grade(d->study, f.id, grade, 20000, NULL, &e));
}

/* The topics are in focus. */
static struct desk boats(int rows, int cols)
{
	struct desk d = study_of(deck);
	write_file(d.dir, "topics.md", topics);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	type(&d, "4");
	return d;
}

/* (90 + 10) / 2 and 50; (90 + 10 + 50) / 3. */
TEST(readiness_opens_from_the_topics_and_closes)
{
	struct desk d = boats(40, 120);
	type(&d, "R");
	see(&d, "Readiness");
	see(&d, "50 % of 3 topics");
	see(&d, "1 Parts");
	see(&d, "2 Knots");
	see(&d, "By area");
	see(&d, "100 ┤");
	see(&d, "1 of 3 topics have no card");
	see(&d, "Nothing asked of a rated topic yet.");
	type(&d, "q");
	see_not(&d, "What raises it most");
	desk_free(&d);
}

/* Hull: 1 of 3 right; all answered today. (90 + 100) / 4 = 47.5, with Keel 10: 28.75. */
TEST(what_is_said_too_high_is_listed_and_leads_to_the_topic)
{
	struct desk d = boats(40, 120);
	answer(&d, "hull", 1);
	answer(&d, "begin", 4);
	answer(&d, "end", 1);
	type(&d, "R");
	see(&d, "29 %  33 % of 3");
	see(&d, "You say Know, and recall less than 80 %: 1");
	see(&d, "know    33 % n=3");
	see(&d, "Know: recall 33 % (n=3)");
	/* Bowline is the first topic of the lists, Hull the second. */
	type(&d, "]]\r");
	see_not(&d, "What raises it most");
	see(&d, "4 Topics");
	desk_free(&d);
}

TEST(enter_shows_the_topic_in_the_topics)
{
	struct desk d = boats(24, 80);
	type(&d, "R]\r");
	see(&d, "4 Topics");
	see(&d, "2 Knots"); /* the area of Bowline, which gains most; it began in the first */
	desk_free(&d);
}

TEST(an_answer_below_the_page_is_seen_after_it)
{
	struct desk d = boats(40, 120);
	type(&d, "R");
	see(&d, "50 % of 3 topics");
	answer(&d, "bowline", 4); /* (50 + 100) / 2 */
	app_study_changed(d.app);
	see(&d, "58 % of 3 topics");
	desk_free(&d);
}

static const char log_md[] =
	"# Checks\n\n| Day | Date | Overall Score | Strong Areas | Weak Areas | Action |\n"
	"|---|---|---|---|---|---|\n| 1 | 2025-11-09 | 70% | a | b | c |\n"
	"| 2 | 2025-11-10 | N/A | - | - | - |\n| 3 | 2025-11-11 | **87.5% (B)** | a | b | c |\n";

/* A check of the log stands beside those of the table; it has two questions, 60 and 95. */
TEST(checks_of_the_table_and_of_the_log_are_one_line)
{
	struct desk d = boats(60, 120);
	struct event_id round;
	struct err e = { 0 };
	struct finding first = { .words = "hull" }, second = { .words = "end" };
	struct arena a = { 0 };
	struct round r;
	write_file(d.dir, "log.md", log_md);
	sync_study(d.study);
	type(&d, "R");
	see(&d, "Knowledge checks: 2, the last 88 % on 11 Nov; ");
	assert_true(catalog_cards(d.study->store, STR(""), find, &first, &e));
	assert_true(catalog_cards(d.study->store, STR(""), find, &second, &e));
	struct asked asked[] = { { .id = first.id }, { .id = second.id } };
	struct round_plan plan = { ROUND_CHECK, STR("check"), 0, asked, 2 };
	assert_true(round_begin(d.study, &plan, &round, &e));
	assert_true(round_load(d.study, round, &r, &a, &e));
	assert_true(round_answer(d.study, &r, 0, 60, 0, &e));
	assert_true(round_answer(d.study, &r, 1, 95, 0, &e));
	app_study_changed(d.app);
	see(&d, "Knowledge checks: 3, the last 78 % on 12 Nov; 78.3 % of 3 in 7 days");
	see(&d, "9 Nov");
	/* A row that is this check is not a second one. */
	write_file(d.dir, "log.md",
		"# Log\n\n| Day | Date | Overall Score |\n|---|---|---|\n"
		"| 1 | 2025-11-12 | 77.5% |\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "Knowledge checks: 1, the last 78 % on 12 Nov; 77.5 % of 1 in 7 days");
	arena_release(&a);
	desk_free(&d);
}

TEST(small_screens_show_what_fits)
{
	static const struct {
		int rows, cols;
	} size[] = { { 12, 40 }, { 5, 20 }, { 24, 80 }, { 60, 200 }, { 1, 1 } };
	for (size_t i = 0; i < LENGTH(size); i++) {
		struct desk d = boats(40, 120);
		type(&d, "R");
		app_resize(d.app, size[i].rows, size[i].cols);
		screen(&d);
		type(&d, "jjjG");
		if (size[i].rows >= 12)
			see(&d, "Nothing asked");
		desk_free(&d);
	}
}

TEST(without_topics_the_page_says_how_to_have_some)
{
	struct desk d = study_of(deck);
	open_desk(&d, 24, 80);
	type(&d, "4R");
	see(&d, "No topics yet.");
	see(&d, "Readiness is what you say of each topic");
	desk_free(&d);
}
