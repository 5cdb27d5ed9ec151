/* round_test.c - rounds of questions: what the log keeps of them, and what comes out. */
#include "hone/round.h"

#include <string.h>

#include "study_help.h"
#include "test.h"

enum { MOST = 12 };

/* Questions with these percentages; those from `review` on are for review. */
static struct round of_scores(const int *percent, int n, int review, struct asked asked[MOST])
{
	for (int i = 0; i < n; i++)
		asked[i] =
			(struct asked){ .id = i + 1, .review = i >= review, .percent = percent[i] };
	return (struct round){ .kind = ROUND_CHECK, .asked = asked, .n = n, .nanswered = n };
}

TEST(a_check_of_ten_is_split_into_new_and_review)
{
	/* Three evenings of a protocol kept by hand, with the means that it found. */
	static const struct {
		int percent[10], review;
		int overall, fresh, again;
		const char *letter;
	} rows[] = {
		{ { 100, 100, 100, 95, 100, 100, 100, 100, 100, 100 }, 7, 995, 993, 1000, "A+" },
		{ { 100, 100, 85, 70, 90, 100, 75, 75, 70, 100 }, 6, 865, 908, 800, "B" },
		{ { 90, 100, 95, 75, 90, 100, 70, 100, 100, 100 }, 7, 920, 886, 1000, "A-" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct asked asked[MOST];
		struct round r = of_scores(rows[i].percent, 10, rows[i].review, asked);
		struct round_result got = round_result(&r);
		assert_int_equal(got.overall, rows[i].overall);
		assert_int_equal(got.fresh, rows[i].fresh);
		assert_int_equal(got.review, rows[i].again);
		assert_int_equal(got.nfresh, rows[i].review);
		assert_string_equal(round_letter(got.overall), rows[i].letter);
	}
}

TEST(letters_and_bands_begin_where_the_protocol_says)
{
	static const struct {
		int tenths;
		const char *letter;
		enum band band;
	} rows[] = {
		{ 1000, "A+", BAND_EXCELLENT },
		{ 970, "A+", BAND_EXCELLENT },
		{ 969, "A", BAND_EXCELLENT },
		{ 930, "A", BAND_EXCELLENT },
		{ 900, "A-", BAND_EXCELLENT },
		{ 899, "B+", BAND_GOOD },
		{ 880, "B+", BAND_GOOD },
		{ 830, "B", BAND_GOOD },
		{ 808, "B-", BAND_GOOD },
		{ 799, "C+", BAND_ADEQUATE },
		{ 730, "C", BAND_ADEQUATE },
		{ 700, "C-", BAND_ADEQUATE },
		{ 699, "D", BAND_REPEAT },
		{ 600, "D", BAND_REPEAT },
		{ 599, "F", BAND_REPEAT },
		{ 0, "F", BAND_REPEAT },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_string_equal(round_letter(rows[i].tenths), rows[i].letter);
		assert_int_equal(round_band(rows[i].tenths), rows[i].band);
	}
	assert_string_equal(round_letter(-1), "");
}

TEST(strength_begins_at_forty_and_eighty)
{
	static const int percent[] = { 0, 39, 40, 79, 80, 100 };
	struct asked asked[MOST];
	struct round r = of_scores(percent, 6, 6, asked);
	struct round_result got = round_result(&r);
	assert_int_equal(got.gap, 2);
	assert_int_equal(got.rusty, 2);
	assert_int_equal(got.strong, 2);
	assert_int_equal(got.review, -1);
}

TEST(no_answers_have_no_mean)
{
	struct asked asked[MOST] = { { .percent = -1 }, { .percent = -1 } };
	struct round r = { .asked = asked, .n = 2 };
	assert_int_equal(round_result(&r).overall, -1);
	assert_int_equal(round_result(&r).n, 0);
}

static struct event_id begin(struct study *s, enum round_kind kind, const char *name)
{
	struct event_id id;
	struct err e = { 0 };
	struct asked asked[] = {
		{ .id = help_card(s, "Lyon") },
		{ .id = help_card(s, "Volga"), .review = true },
		{ .id = -5, .kind = ASKED_TOPIC },
	};
	struct round_plan p = { kind, str_of(name), 30, asked, 3 };
	if (!round_begin(s, &p, &id, &e))
		fail_msg("%s", e.text);
	return id;
}

static struct round open_round(struct study *s, enum round_kind kind, bool want, struct arena *a)
{
	struct round r = { 0 };
	struct err e = { 0 };
	bool found;
	if (!round_open(s, kind, &r, &found, a, &e))
		fail_msg("%s", e.text);
	assert_int_equal(found, want);
	return r;
}

static void answer(struct study *s, const struct round *r, int i, int percent)
{
	struct err e = { 0 };
	if (!round_answer(s, r, i, percent, 4000, &e))
		fail_msg("%s", e.text);
}

TEST(a_round_goes_on_after_the_program_ended)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	help_sync(s);
	begin(s, ROUND_GAPS, "Rivers\nand more");
	struct round r = open_round(s, ROUND_GAPS, true, &a);
	answer(s, &r, 1, 85);
	help_close(s);
	s = help_open(dir);
	r = open_round(s, ROUND_GAPS, true, &a);
	assert_str(r.name, "Rivers");
	assert_int_equal(r.minutes, 30);
	assert_int_equal(r.n, 3);
	assert_int_equal(r.nanswered, 1);
	assert_int_equal(r.asked[0].percent, -1);
	assert_int_equal(r.asked[1].percent, 85);
	assert_int_equal(r.asked[1].took_ms, 4000);
	assert_true(r.asked[1].review && r.asked[2].kind == ASKED_TOPIC && r.asked[2].id == -5);
	answer(s, &r, 0, 100);
	answer(s, &r, 2, 0);
	open_round(s, ROUND_GAPS, false, &a);
	help_close(s);
	arena_release(&a);
}

TEST(an_interview_that_is_not_scored_yet_goes_on_with_what_was_answered)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf what = { 0 };
	bool turned;
	help_sync(s);
	begin(s, ROUND_MOCK, "Mock");
	struct round r = open_round(s, ROUND_MOCK, true, &a);
	assert_true(round_speak(s, &r, 0, false, 30000, &e));
	assert_true(round_speak(s, &r, 0, true, 12000, &e));
	assert_true(round_speak(s, &r, 1, false, 5000, &e));
	help_close(s);
	help_day(8); /* on another day too */
	s = help_open(dir);
	assert_true(study_now(s, &turned, &e));
	r = open_round(s, ROUND_MOCK, true, &a);
	assert_int_equal(r.nanswered, 0);
	assert_int_equal(r.nspoken, 1);
	assert_true(r.asked[0].spoken && !r.asked[1].spoken);
	assert_int_equal(r.asked[0].spent_ms, 42000);
	assert_int_equal(r.spent_ms, 47000);
	/* Only the answer is taken back: the time is over. */
	assert_true(study_undo(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "answered question 1");
	r = open_round(s, ROUND_MOCK, true, &a);
	assert_int_equal(r.nspoken, 0);
	assert_int_equal(r.spent_ms, 47000);
	buf_release(&what);
	help_close(s);
	arena_release(&a);
}

TEST(only_a_check_moves_schedules)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct card_state now;
	int64_t lyon;
	help_sync(s);
	lyon = help_card(s, "Lyon");
	begin(s, ROUND_GAPS, "Bank");
	struct round r = open_round(s, ROUND_GAPS, true, &a);
	answer(s, &r, 0, 100);
	assert_true(store_card_state(s->store, lyon, &now, &e));
	assert_int_equal(now.memory.last, DAY_NONE);
	begin(s, ROUND_CHECK, "Check");
	r = open_round(s, ROUND_CHECK, true, &a);
	answer(s, &r, 0, 100);
	assert_true(store_card_state(s->store, lyon, &now, &e));
	assert_int_equal(now.memory.due, s->today + 1);
	assert_int_equal(now.memory.ease, 260);
	help_close(s);
	arena_release(&a);
}

TEST(undo_takes_back_answers_of_the_round_and_nothing_before_it)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf what = { 0 };
	bool undone;
	help_sync(s);
	help_grade(s, "Danube", 4);
	begin(s, ROUND_CHECK, "Check");
	struct round r = open_round(s, ROUND_CHECK, true, &a);
	answer(s, &r, 0, 50);
	assert_true(round_undo(s, &r, &undone, &what, &e));
	assert_true(undone);
	assert_non_null(strstr(buf_cstr(&what), "Which river"));
	assert_true(round_undo(s, &r, &undone, &what, &e));
	assert_false(undone);
	assert_int_equal(open_round(s, ROUND_CHECK, true, &a).nanswered, 0);
	buf_release(&what);
	help_close(s);
	arena_release(&a);
}

TEST(a_check_of_another_day_does_not_go_on_and_stays_in_the_list)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct round *list;
	bool turned;
	int n;
	help_sync(s);
	begin(s, ROUND_CHECK, "Check");
	begin(s, ROUND_MOCK, "Mock");
	struct round r = open_round(s, ROUND_CHECK, true, &a);
	answer(s, &r, 0, 75);
	help_day(8);
	assert_true(study_now(s, &turned, &e));
	open_round(s, ROUND_CHECK, false, &a);
	open_round(s, ROUND_MOCK, false, &a);
	assert_true(round_list(s, 1u << ROUND_CHECK, &list, &n, &a, &e));
	assert_int_equal(n, 1);
	assert_int_equal(round_result(&list[0]).overall, 750);
	assert_int_equal(list[0].day, s->today - 1);
	help_close(s);
	arena_release(&a);
}

TEST(a_round_needs_questions_and_not_too_many)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	static struct asked many[ROUND_MOST + 1];
	struct err e = { 0 };
	struct event_id id;
	help_sync(s);
	struct round_plan p = { .kind = ROUND_GAPS, .asked = many };
	assert_false(round_begin(s, &p, &id, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	p.n = ROUND_MOST + 1;
	assert_false(round_begin(s, &p, &id, &e));
	p.n = ROUND_MOST;
	assert_true(round_begin(s, &p, &id, &e));
	help_close(s);
}

/* What a newer hone writes there is no question of ours. */
TEST(words_that_are_not_known_are_passed_over)
{
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct event_id id;
	struct round r;
	help_sync(s);
	assert_true(study_round(s, ROUND_GAPS,
		STR("A\nx12 c12 cZZ34567890123456 c000000000000000a m m7 m7z \xff "
		    "t00000000000000ff"),
		&id, &e));
	assert_true(round_load(s, id, &r, &a, &e));
	assert_int_equal(r.n, 2);
	assert_int_equal(r.asked[0].id, 10);
	assert_int_equal(r.asked[1].id, 255);
	assert_int_equal(r.minutes, 7);
	help_close(s);
	arena_release(&a);
}
