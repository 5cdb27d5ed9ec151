/* review_kinds_test.c - each kind of card as it is asked, on a canvas. */
#include "screen/review_desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"

TEST(a_typed_answer_that_is_right_proposes_good)
{
	struct desk d = desk_of(typed_card);
	see(&d, "Space type the answer");
	type(&d, " ");
	see(&d, "Answer:");
	see_not(&d, "Paris");
	type(&d, "Paris\r");
	see(&d, "exactly right");
	see(&d, "›3 Good");
	type(&d, "\r");
	see(&d, "Done for today.");
	assert_int_equal(last_event(&d, 77, EVENT_GRADE).value, 4);
	desk_free(&d);
}

TEST(a_typed_answer_that_is_wrong_shows_what_differs)
{
	struct desk d = desk_of(typed_card);
	type(&d, " Parris!\r");
	see(&d, "You      Parris!");
	see(&d, "Answer   Paris");
	see(&d, "reversed: 2 too many");
	see_not(&d, "missing");
	see(&d, "›1 Again");
	type(&d, "3");
	assert_int_equal(last_event(&d, 77, EVENT_GRADE).value, 4);
	desk_free(&d);
}

TEST(an_empty_answer_only_reveals_and_escape_leaves_the_question)
{
	struct desk d = desk_of(typed_card);
	type(&d, " Par");
	app_key(d.app, KEY_ESCAPE);
	see_not(&d, "Answer");
	see(&d, "type the answer");
	type(&d, " \r");
	see(&d, "Paris");
	see_not(&d, "›");
	see_not(&d, "exactly right");
	desk_free(&d);
}

TEST(a_typed_answer_may_be_typed_as_it_is_shown)
{
	struct deck_card c = typed_card;
	c.back = STR("`git rebase` *-i*");
	struct desk d = desk_of(c);
	type(&d, " git rebase -i\r");
	see(&d, "exactly right");
	desk_free(&d);
}

TEST(choices_are_ticked_and_judged_when_revealed)
{
	struct desk d = desk_of(choice_card);
	see(&d, "x tick");
	see(&d, "[ ]   Paris");
	tick(&d, "Paris");
	tick(&d, "Lyon");
	see(&d, "[x]   Paris");
	see(&d, "[x]   Lyon");
	see(&d, "[ ]   Lutetia");
	see_not(&d, "✓");
	see_not(&d, "right");
	type(&d, " ");
	see(&d, "[x] ✓ Paris");
	see(&d, "[x] ✗ Lyon");
	see(&d, "[ ] ✓ Lutetia");
	see(&d, "[ ]   Nice");
	see(&d, "missed");
	see(&d, "wrong");
	see(&d, "›1 Again");
	desk_free(&d);
}

TEST(all_right_choices_propose_good_and_a_tick_can_be_taken_off)
{
	struct desk d = desk_of(choice_card);
	tick(&d, "Nice");
	tick(&d, "Nice");
	tick(&d, "Paris");
	tick(&d, "Lutetia");
	type(&d, " ");
	see(&d, "›3 Good");
	see_not(&d, "wrong");
	type(&d, "\r");
	see(&d, "Done for today.");
	desk_free(&d);
}

TEST(the_verbs_of_a_card_mean_the_same_before_and_after_its_choices_are_revealed)
{
	struct desk d = desk_of(choice_card);
	type(&d, "f");
	see(&d, "flagged");
	type(&d, " ");
	see_not(&d, "› [");
	see(&d, "flagged");
	type(&d, "b");
	see(&d, "Buried until tomorrow");
	desk_free(&d);
}

TEST(the_marked_choice_scrolls_into_sight)
{
	struct desk d = desk_of(choice_card);
	app_resize(d.app, 6, 40);
	type(&d, "9j");
	see(&d, "› [ ]");
	type(&d, "x");
	see(&d, "› [x]");
	type(&d, "9k");
	see(&d, "› [ ]");
	desk_free(&d);
}

TEST(choices_stand_in_another_order_for_another_card)
{
	bool moved = false;
	int first = 0;
	for (uint64_t id = 1; id <= 8; id++) {
		struct desk d = study_of(NULL);
		struct deck_card c = choice_card;
		c.id = id;
		c.line = 1;
		put_card(&d, &c);
		open_desk(&d, 24, 80);
		int here = place_of(&d, "Paris");
		type(&d, " ");
		assert_int_equal(place_of(&d, "Paris"), here);
		first = first ? first : here;
		moved = moved || here != first;
		desk_free(&d);
	}
	assert_true(moved);
}

TEST(a_problem_has_a_stopwatch_and_its_past_times)
{
	struct desk d = study_of(NULL);
	struct deck_card c = problem_card;
	struct err e = { 0 };
	c.id = 77;
	c.line = 1;
	put_card(&d, &c);
	setenv("HONE_NOW", "2025-11-01T09:00:00", 1);
	bool turned;
	assert_true(study_now(d.study, &turned, &e));
	assert_true(study_grade(d.study, 77, 4, 15 * 60000, NULL, &e));
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	assert_true(study_now(d.study, &turned, &e));
	assert_true(study_grade(d.study, 77, 1, 22 * 60000 + 10000, NULL, &e));
	open_desk(&d, 24, 80);
	see(&d, "0:00 of 20-25 m");
	see(&d, "best 15:00, last 22:10");
	see_not(&d, "a queue");
	type(&d, " ");
	see(&d, "took 0:00 of 20-25 m");
	see(&d, "a set of what was seen");
	see(&d, "›3 Good");
	desk_free(&d);
}

TEST(an_explanation_is_timed_and_needs_no_answer)
{
	struct desk d = desk_of(explain_card);
	see(&d, "0:00 of 2-3 m");
	type(&d, " ");
	see(&d, "took 0:00 of 2-3 m");
	see(&d, "s opens the sheet");
	type(&d, "3");
	see(&d, "Done for today.");
	desk_free(&d);
}

/* The view by itself, told what the desk would tell it. */
struct alone {
	struct desk desk;
	void *state;
};

static void tell(struct alone *v, enum msg_kind kind)
{
	struct msg m = { .kind = kind, .rows = 20, .cols = 70 };
	view_review.update(v->state, v->desk.app, &m);
}

static struct alone alone_over(struct deck_card c)
{
	struct alone v = { .desk = desk_of(c), .state = xcalloc(1, view_review.size) };
	tell(&v, MSG_OPEN);
	tell(&v, MSG_SIZE);
	return v;
}

static void alone_free(struct alone *v)
{
	view_review.close(v->state);
	free(v->state);
	desk_free(&v->desk);
}

TEST(only_a_running_stopwatch_wakes_the_program)
{
	struct alone v = alone_over(problem_card);
	int ms = view_review.wake_ms(v.state);
	assert_in_range(ms, 1, 1000);
	tell(&v, MSG_AWAY);
	assert_int_equal(view_review.wake_ms(v.state), -1);
	tell(&v, MSG_BACK);
	assert_in_range(view_review.wake_ms(v.state), 1, 1000);
	alone_free(&v);
	v = alone_over(typed_card);
	assert_int_equal(view_review.wake_ms(v.state), -1);
	alone_free(&v);
}

TEST(a_tick_redraws_one_row)
{
	struct alone v = alone_over(problem_card);
	struct msg m = { .kind = MSG_TICK };
	struct nav nav = view_review.update(v.state, v.desk.app, &m);
	assert_int_equal(nav.kind, NAV_ROWS);
	assert_int_equal(nav.to - nav.from, 1);
	alone_free(&v);
}

TEST(the_sheet_of_an_explanation_comes_beside_it)
{
	struct desk d = study_of("Q: How does one walk a graph? #explain\n");
	struct buf sheet = { 0 };
	buf_addf(&sheet, "%s", sheet_md);
	for (int i = 0; i < 60; i++)
		buf_addf(&sheet, "\nline %d\n", i);
	buf_addf(&sheet, "\n## Graph\n\nA queue or a stack.\n");
	write_file(d.dir, "words.md", buf_cstr(&sheet));
	buf_release(&sheet);
	sync_study(d.study);
	open_desk(&d, 40, 120);
	app_key(d.app, '2');
	see_not(&d, "A queue or a stack.");
	type(&d, " ");
	see(&d, "A queue or a stack.");
	see(&d, "1 Again");
	type(&d, "3");
	see(&d, "Done for today.");
	desk_free(&d);
}
