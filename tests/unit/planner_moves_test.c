/* planner_moves_test.c - moves, counts and decisions of a study, kept in its log. */
#include "hone/planner.h"

#include <stdio.h>
#include <string.h>

#include "store_help.h"
#include "study_help.h"
#include "test.h"

static const char plan_text[] = "# Plan\n\n## Week 1: One\n\n"
				"**Day 1: First** (2030-01-06)\n- [x] a\n\n"
				"**Day 2: Second**\n- [ ] b\n- [ ] c\n\n"
				"**Day 3: Third**\n- [ ] d\n\n"
				"**Day 4: Fourth**\n- [ ] e\n";

/* The study stands on 7 January 2030, a Monday. */
static struct study *open_study(const char *dir)
{
	help_put(dir, "plan.md", plan_text);
	struct study *s = help_open(dir);
	help_sync(s);
	assert_int_equal(s->plan.nday, 4);
	return s;
}

static int january(int day)
{
	return day_of_civil(2030, 1, day);
}

/* "6 | 7 | 8 | 9", as the study has it. */
static void assert_calendar(const struct study *s, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct calendar cal;
	struct err e = { 0 };
	if (!planner_calendar(s, &cal, &a, &e))
		fail_msg("%s", e.text);
	for (int i = 0; i < cal.nday; i++) {
		buf_addf(&b, "%s%s", i ? " | " : "", cal.day[i].n ? "" : "-");
		for (int k = 0; k < cal.day[i].n; k++)
			buf_addf(&b, "%s%d", k ? "," : "", cal.day[i].date[k] - january(0));
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

static const char before[] = "6 | 7 | 8 | 9";

static const struct {
	enum move_kind kind;
	int day, n, date, other;
	const char *want, *words;
} moves[] = {
	{ MOVE_START, 0, 0, 14, 0, "6 | 14 | 15 | 16", "set the start to 2030-01-14" },
	{ MOVE_RHYTHM, 0, 0, 0, 0, "6 | 8 | 10 | 15",
		"set the rhythm of the week to tue 60, thu 60" },
	{ MOVE_SHIFT, 1, 2, 0, 0, "6 | 9 | 10 | 11",
		"moved Week 1 Day 2 \"Second\" 2 study days later" },
	{ MOVE_EXTEND, 1, 1, 0, 0, "6 | 7,8 | 9 | 10",
		"gave 1 study day more to Week 1 Day 2 \"Second\"" },
	{ MOVE_SPLIT, 1, 0, 12, 0, "6 | 7,12 | 8 | 9",
		"split Week 1 Day 2 \"Second\", the rest on 2030-01-12" },
	{ MOVE_SWAP, 1, 0, 0, 3, "6 | 9 | 8 | 7",
		"swapped Week 1 Day 2 \"Second\" with Week 1 Day 4 \"Fourth\"" },
	{ MOVE_DEFER, 1, 0, 0, 0, "6 | - | 7 | 8", "deferred Week 1 Day 2 \"Second\"" },
	{ MOVE_RESUME, 3, 0, 0, 0, "6 | 8 | 9 | 7", "brought back Week 1 Day 4 \"Fourth\"" },
	{ MOVE_OFF, 0, 0, 8, 0, "6 | 7 | 9 | 10", "took off 2030-01-08" },
};

static struct move move_of(const struct study *s, size_t i)
{
	return (struct move){
		.kind = moves[i].kind,
		.day = s->plan.day[moves[i].day].id,
		.other = s->plan.day[moves[i].other].id,
		.n = moves[i].n,
		.date = january(moves[i].date),
		.date_to = january(moves[i].date),
		.rhythm = { { 0, 60, 0, 60 } },
	};
}

TEST(planner_every_move_is_kept_undone_and_redone)
{
	struct err e = { 0 };
	for (size_t i = 0; i < LENGTH(moves); i++) {
		const char *dir = help_folder();
		struct study *s = open_study(dir);
		struct move m = move_of(s, i);
		struct buf what = { 0 };
		assert_calendar(s, before);
		if (!planner_move(s, &m, &e))
			fail_msg("%s", e.text);
		assert_calendar(s, moves[i].want);
		help_close(s);
		s = help_open(dir);
		assert_calendar(s, moves[i].want);
		assert_true(study_undo(s, &what, &e));
		assert_string_equal(buf_cstr(&what), moves[i].words);
		assert_calendar(s, before);
		assert_true(study_redo(s, &what, &e));
		assert_calendar(s, moves[i].want);
		assert_sound(s->store);
		help_close(s);
		buf_release(&what);
	}
}

TEST(planner_a_day_without_a_date_stands_where_it_was_done)
{
	bool turned;
	struct err e = { 0 };
	struct study *s = open_study(help_folder());
	assert_true(study_tick(s, s->plan.item[1].id, true, &e));
	help_day(8);
	assert_true(study_now(s, &turned, &e));
	assert_true(study_tick(s, s->plan.item[2].id, true, &e));
	/* The day is done on the 8th, and the next one may still be begun on it. */
	assert_calendar(s, "6 | 7,8 | 8 | 9");
	help_day(9);
	assert_true(study_now(s, &turned, &e));
	assert_calendar(s, "6 | 7,8 | 9 | 10");
	help_close(s);
}

TEST(planner_moves_leave_the_file_alone_and_survive_a_merge_and_a_rebuild)
{
	const char *dir = help_folder(), *other = test_tmpdir();
	struct study *s = open_study(dir);
	struct move m = move_of(s, 2);
	struct err e = { 0 };
	assert_true(planner_move(s, &m, &e));
	help_assert_file(dir, "plan.md", plan_text);
	help_close(s);
	struct study *t = open_study(other);
	char path[512];
	snprintf(path, sizeof path, "%s/.hone/hone.db", dir);
	int64_t added;
	assert_calendar(t, before);
	assert_true(study_merge(t, path, &added, &e));
	assert_int_equal(added, 1);
	assert_calendar(t, moves[2].want);
	struct verify_report report = { 0 };
	struct arena a = { 0 };
	assert_true(store_verify(t->store, &t->settings.sm2, true, &report, &a, &e));
	assert_int_equal(report.nproblem, 0);
	assert_calendar(t, moves[2].want);
	arena_release(&a);
	help_close(t);
}

TEST(planner_preview_changes_nothing_and_says_what_would)
{
	struct study *s = open_study(help_folder());
	struct move m = move_of(s, 2);
	struct arena a = { 0 };
	struct calendar now, then;
	struct err e = { 0 };
	int n;
	assert_true(planner_calendar(s, &now, &a, &e));
	assert_true(planner_preview(s, &m, &then, &a, &e));
	struct calendar_change *c = calendar_diff(&now, &then, &n, &a);
	assert_int_equal(n, 3);
	assert_int_equal(c[0].day, 1);
	assert_int_equal(c[0].from_a, january(7));
	assert_int_equal(c[0].from_b, january(9));
	assert_calendar(s, before);
	struct event ev;
	bool found;
	assert_true(store_undoable(s->store, &ev, &found, &a, &e));
	assert_false(found);
	arena_release(&a);
	help_close(s);
}

TEST(planner_refuses_what_leaves_no_study_day)
{
	struct study *s = open_study(help_folder());
	struct arena a = { 0 };
	struct calendar cal;
	struct err e = { 0 };
	struct move off = { .kind = MOVE_OFF, .date = january(7), .date_to = january(7) + 3650 };
	assert_true(planner_move(s, &off, &e));
	/* Ten days are left within reach; all of them go, too. */
	struct move rest = {
		.kind = MOVE_OFF, .date = january(7) + 3651, .date_to = january(7) + 3660
	};
	assert_false(planner_preview(s, &rest, &cal, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	assert_non_null(strstr(e.text, "Week 1 Day 2 would find no study day"));
	assert_false(planner_move(s, &rest, &e));
	struct move done = { .kind = MOVE_SHIFT, .day = s->plan.day[0].id, .n = 1 };
	assert_false(planner_move(s, &done, &e));
	assert_string_equal(e.text, "Week 1 Day 1 \"First\" is done and stays where it is");
	arena_release(&a);
	help_close(s);
}

TEST(planner_passes_over_moves_of_a_newer_hone)
{
	struct study *s = open_study(help_folder());
	struct event ev = { .kind = EVENT_MOVE,
		.subject = SUBJECT_CALENDAR,
		.text = STR("fold 00000000000000ff twice") };
	append_at(s->store, BASE_MS, ev);
	assert_calendar(s, before);
	struct buf what = { 0 };
	struct err e = { 0 };
	assert_true(study_undo_hint(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "moved something in the plan");
	buf_release(&what);
	help_close(s);
}

TEST(planner_counts_by_week_and_takes_back)
{
	struct study *s = open_study(help_folder());
	struct err e = { 0 };
	int all, week;
	assert_true(planner_count(s, 77, 3, &e));
	help_day(14);
	assert_true(planner_count(s, 77, 5, &e));
	assert_true(planner_count(s, 78, 1, &e));
	assert_true(planner_count(s, 77, -1, &e));
	assert_true(planner_counted(s, 77, january(14), &all, &week, &e));
	assert_int_equal(all, 7);
	assert_int_equal(week, 4);
	assert_true(planner_counted(s, 77, january(13), &all, &week, &e));
	assert_int_equal(week, 3);
	struct buf what = { 0 };
	assert_true(study_undo(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "counted -1");
	assert_true(planner_counted(s, 77, january(14), &all, &week, &e));
	assert_int_equal(all, 8);
	assert_false(planner_count(s, 77, -9, &e));
	assert_false(planner_count(s, 77, 0, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	buf_release(&what);
	help_close(s);
}

TEST(planner_the_last_decision_counts)
{
	struct study *s = open_study(help_folder());
	struct arena a = { 0 };
	struct err e = { 0 };
	struct str reason;
	struct buf what = { 0 };
	int option, day;
	assert_true(planner_decided(s, 5, &option, &day, &reason, &a, &e));
	assert_int_equal(option, -1);
	assert_int_equal(day, DAY_NONE);
	assert_true(planner_decide(s, 5, 0, STR("80 % everywhere"), &e));
	help_day(9);
	assert_true(planner_decide(s, 5, 1, STR("gaps remain"), &e));
	assert_true(planner_decided(s, 5, &option, &day, &reason, &a, &e));
	assert_int_equal(option, 1);
	assert_int_equal(day, january(9));
	assert_str(reason, "gaps remain");
	assert_true(study_undo(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "decided: gaps remain");
	assert_true(planner_decided(s, 5, &option, &day, &reason, &a, &e));
	assert_int_equal(option, 0);
	assert_false(planner_decide(s, 5, -1, STR(""), &e));
	buf_release(&what);
	arena_release(&a);
	help_close(s);
}

static void log_work(struct study *s, enum event_kind kind, uint64_t subject, int day, int minutes,
	const char *text)
{
	static int64_t at;
	append_at(s->store, BASE_MS + INT64_C(200000000000) + ++at,
		(struct event){ .kind = kind,
			.subject = (int64_t)subject,
			.day = january(day),
			.value = kind == EVENT_TICK || (text && *text == '\n'),
			.took_ms = (int64_t)minutes * 60000,
			.text = str_of(text) });
}

TEST(planner_deeds_sum_time_and_take_corrections_off_the_newest)
{
	struct study *s = open_study(help_folder());
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_deeds d;
	uint64_t b = s->plan.item[1].id, c = s->plan.item[2].id;
	assert_true(planner_deeds(s, b, &d, &a, &e));
	assert_int_equal(d.ms, 0);
	assert_int_equal(d.first, DAY_NONE);
	log_work(s, EVENT_TIME, b, 7, 60, NULL);
	log_work(s, EVENT_TIME, c, 8, 10, NULL);
	log_work(s, EVENT_NOTE, c, 8, 0, "first");
	log_work(s, EVENT_TIME, b, 9, 20, NULL);
	log_work(s, EVENT_TIME, b, 9, -30, NULL);
	log_work(s, EVENT_NOTE, s->plan.day[1].id, 9, 0, "second");
	log_work(s, EVENT_NOTE, b, 9, 0, "\na status that was written");
	log_work(s, EVENT_TICK, b, 10, 0, NULL);
	assert_true(planner_deeds(s, b, &d, &a, &e));
	assert_int_equal(d.ms, 50 * 60000);
	assert_int_equal(d.nrun, 1);
	assert_int_equal(d.run[0].day, january(7));
	assert_int_equal(d.days, 2);
	assert_int_equal(d.first, january(7));
	assert_int_equal(d.last, january(10));
	assert_true(planner_day_deeds(s, 1, &d, &a, &e));
	assert_int_equal(d.ms, 60 * 60000);
	assert_int_equal(d.nrun, 2);
	assert_int_equal(d.days, 3);
	assert_int_equal(d.nnote, 2);
	assert_str(d.note[0], "first");
	assert_str(d.note[1], "second");
	int64_t ms[4];
	assert_true(planner_worked(s, january(7), january(10), ms, &e));
	assert_int_equal(ms[0], 60 * 60000);
	assert_int_equal(ms[1], 10 * 60000);
	assert_int_equal(ms[2], 0);
	assert_int_equal(ms[3], 0);
	arena_release(&a);
	help_close(s);
}
