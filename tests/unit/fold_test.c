/* fold_test.c - what a list of events makes of a card and of a topic. */
#include "hone/fold.h"

#include "test.h"

static struct event_id id_at(int64_t ms)
{
	return event_id_next((struct event_id){ 0 }, ms, 1, 0);
}

static struct card_state fold_all(const struct event *e, size_t n)
{
	struct sm2_options o = sm2_defaults();
	struct card_state s = fold_card_new();
	for (size_t i = 0; i < n; i++)
		s = fold_card(&o, s, &e[i]);
	return s;
}

TEST(fold_card_keeps_the_first_day_and_when_the_drill_was_entered)
{
	struct event e[] = {
		{ .id = id_at(10), .kind = EVENT_GRADE, .day = 100, .value = 1 },
		{ .id = id_at(20), .kind = EVENT_GRADE, .day = 100, .value = 3 },
		{ .id = id_at(30), .kind = EVENT_GRADE, .day = 100, .value = 4 },
		{ .id = id_at(40), .kind = EVENT_GRADE, .day = 101, .value = 3 },
		{ .id = id_at(50), .kind = EVENT_GRADE, .day = 101, .value = 5 },
	};
	static const int64_t drill_at[] = { 0, 10, 20, 0, 40, 0 };
	for (size_t n = 0; n <= LENGTH(e); n++) {
		struct card_state s = fold_all(e, n);
		assert_int_equal(event_id_ms(s.drill_at), drill_at[n]);
		assert_int_equal(s.first, n ? 100 : DAY_NONE);
		assert_int_equal(s.seen, n > 0);
	}
	assert_int_equal(fold_all(e, LENGTH(e)).memory.due, 102);
}

TEST(fold_card_hides_and_shows_again)
{
	struct event e[] = {
		{ .id = id_at(1), .kind = EVENT_HIDE, .value = 1 },
		{ .id = id_at(2), .kind = EVENT_HIDE, .value = 0 },
	};
	assert_true(fold_all(e, 1).hidden);
	assert_false(fold_all(e, 2).hidden);
	assert_true(fold_all(e, 2).seen);
	assert_int_equal(fold_all(e, 2).first, DAY_NONE);
}

TEST(fold_card_is_flagged_and_buried_apart_from_its_schedule)
{
	struct event e[] = {
		{ .id = id_at(1), .kind = EVENT_FLAG, .value = 1 },
		{ .id = id_at(2), .kind = EVENT_BURY, .value = 100 },
		{ .id = id_at(3), .kind = EVENT_BURY, .value = INT64_C(1) << 40 },
		{ .id = id_at(4), .kind = EVENT_BURY, .value = 99 },
		{ .id = id_at(5), .kind = EVENT_FLAG, .value = 0 },
	};
	static const struct {
		bool flagged;
		int buried;
	} want[] = { { false, DAY_NONE }, { true, DAY_NONE }, { true, 100 }, { true, 100 },
		{ true, 99 }, { false, 99 } };
	for (size_t n = 0; n < LENGTH(want); n++) {
		struct card_state s = fold_all(e, n);
		assert_int_equal(s.flagged, want[n].flagged);
		assert_int_equal(s.buried, want[n].buried);
		assert_int_equal(s.seen, n > 0);
		assert_int_equal(s.memory.due, DAY_NONE);
	}
}

TEST(fold_card_takes_over_a_schedule_from_elsewhere)
{
	struct event e[] = {
		{ .id = id_at(1),
			.kind = EVENT_STATE,
			.day = 300,
			.text = STR("5 213 40 320 280") },
		{ .id = id_at(2), .kind = EVENT_GRADE, .day = 320, .value = 4 },
	};
	struct card_state s = fold_all(e, 1);
	assert_int_equal(s.memory.reps, 5);
	assert_int_equal(s.memory.ease, 213);
	assert_int_equal(s.memory.interval, 40);
	assert_int_equal(s.memory.due, 320);
	assert_int_equal(s.memory.last, 280);
	assert_int_equal(s.first, 280);
	assert_int_equal(fold_all(e, 2).memory.interval, 86);
	assert_int_equal(fold_all(e, 2).first, 280);
}

TEST(fold_card_passes_over_what_breaks_the_rules)
{
	struct event table[] = {
		{ .kind = EVENT_STATE, .text = STR("") },
		{ .kind = EVENT_STATE, .text = STR("1 250 6 10") },
		{ .kind = EVENT_STATE, .text = STR("1 250 6 10 4 9") },
		{ .kind = EVENT_STATE, .text = STR("1 250 6 10 4 ") },
		{ .kind = EVENT_STATE, .text = STR("1 129 6 10 4") },
		{ .kind = EVENT_STATE, .text = STR("-1 250 6 10 4") },
		{ .kind = EVENT_STATE, .text = STR("1 250 0 10 4") },
		{ .kind = EVENT_STATE, .text = STR("1 250 36501 10 4") },
		{ .kind = EVENT_STATE, .text = STR("1 250 6 3 4") },
		{ .kind = EVENT_STATE, .text = STR("1 250 6 2000000000 4") },
		{ .kind = EVENT_STATE, .text = STR("1 250 6 99999999999 4") },
		{ .kind = EVENT_GRADE, .day = 5, .value = 6 },
		{ .kind = EVENT_GRADE, .day = 5, .value = -1 },
		{ .kind = EVENT_GRADE, .day = DAY_NONE, .value = 4 },
		{ .kind = EVENT_GRADE, .day = INT_MAX, .value = 4 },
		{ .kind = EVENT_SCORE, .day = 5, .value = 80 },
		{ .kind = EVENT_SCORE, .day = 5, .value = 101, .text = STR(SCORE_GRADES) },
		{ .kind = EVENT_SCORE, .day = 5, .value = -1, .text = STR(SCORE_GRADES) },
		{ .kind = (enum event_kind)99, .day = 5, .value = 4 },
	};
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct card_state s = fold_all(&table[i], 1);
		assert_false(s.seen);
		assert_int_equal(s.memory.last, DAY_NONE);
		assert_int_equal(s.memory.ease, 250);
	}
	struct event negative = { .kind = EVENT_STATE, .text = STR("1 250 6 -10 -16") };
	assert_int_equal(fold_all(&negative, 1).memory.due, -10);
}

/* The bands of a knowledge check: the memory is the one that the grade would give. */
TEST(fold_card_takes_a_score_that_grades_for_a_grade)
{
	static const int row[][2] = { { 0, 1 }, { 30, 1 }, { 31, 2 }, { 59, 2 }, { 60, 3 },
		{ 70, 3 }, { 71, 4 }, { 90, 4 }, { 91, 5 }, { 100, 5 } };
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct event e = { .id = id_at(1), .kind = EVENT_SCORE, .day = 100 };
		e.value = row[i][0];
		e.text = STR(SCORE_GRADES);
		struct card_state scored = fold_all(&e, 1);
		e = (struct event){ .id = id_at(1), .kind = EVENT_GRADE, .day = 100 };
		e.value = row[i][1];
		struct card_state graded = fold_all(&e, 1);
		assert_true(scored.seen);
		assert_memory_equal(&scored.memory, &graded.memory, sizeof scored.memory);
		assert_int_equal(scored.first, 100);
	}
}

TEST(fold_card_leaves_an_early_answer_without_effect)
{
	struct event e[] = {
		{ .id = id_at(1), .kind = EVENT_GRADE, .day = 100, .value = 3 },
		{ .id = id_at(2), .kind = EVENT_GRADE, .day = 101, .value = 4 },
		{ .id = id_at(3), .kind = EVENT_GRADE, .day = 102, .value = 0 },
	};
	struct card_state a = fold_all(e, 2), b = fold_all(e, 3);
	assert_int_equal(a.memory.due, 107);
	assert_int_equal(b.memory.due, a.memory.due);
	assert_int_equal(b.memory.ease, a.memory.ease);
	assert_int_equal(event_id_cmp(b.drill_at, a.drill_at), 0);
}

TEST(fold_topic_keeps_the_newest_level_and_its_day)
{
	struct topic_state s = fold_topic_new();
	assert_int_equal(s.since, DAY_NONE);
	struct event e[] = {
		{ .kind = EVENT_LEVEL, .day = 7, .value = LEVEL_UNSURE },
		{ .kind = EVENT_GRADE, .day = 8, .value = 1 },
		{ .kind = EVENT_LEVEL, .day = 9, .value = 17 },
		{ .kind = EVENT_LEVEL, .day = 10, .value = LEVEL_NONE },
	};
	static const struct topic_state want[] = { { LEVEL_UNSURE, 7 }, { LEVEL_UNSURE, 7 },
		{ LEVEL_UNSURE, 7 }, { LEVEL_NONE, 10 } };
	for (size_t i = 0; i < LENGTH(e); i++) {
		s = fold_topic(s, &e[i]);
		assert_int_equal(s.level, want[i].level);
		assert_int_equal(s.since, want[i].since);
	}
}

TEST(fold_voids_follows_undo_redo_and_undo_of_redo)
{
	/* "=": an event; a digit: a VOID of the event at that index. Result: x for void. */
	static const struct {
		const char *log, *want;
	} table[] = {
		{ "==", ".." },
		{ "=0", "x." },
		{ "=01", ".x." },
		{ "=012", "x.x." },
		{ "==10", "xx.." },
		{ "==102", "x.x.." },
		{ "=00", "x.." },
		{ "=001", "xx.." },
		{ "=1", ".." },
		{ "2==", "..." },
	};
	for (size_t t = 0; t < LENGTH(table); t++) {
		struct event e[8] = { 0 };
		bool voided[8];
		size_t n = 0;
		for (; table[t].log[n]; n++) {
			e[n] = (struct event){ .id = id_at((int64_t)n + 1), .kind = EVENT_GRADE };
			if (table[t].log[n] == '=')
				continue;
			e[n].kind = EVENT_VOID;
			e[n].ref = id_at(table[t].log[n] - '0' + 1);
		}
		fold_voids(e, n, voided);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(voided[i], table[t].want[i] == 'x');
	}
}

TEST(fold_voids_ignores_a_reference_to_nothing)
{
	struct event e[] = {
		{ .id = id_at(1), .kind = EVENT_GRADE },
		{ .id = id_at(3), .kind = EVENT_VOID, .ref = id_at(2) },
	};
	bool voided[2];
	fold_voids(e, 2, voided);
	assert_false(voided[0] || voided[1]);
	fold_voids(e, 0, voided);
}
