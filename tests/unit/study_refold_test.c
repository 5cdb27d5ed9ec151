/* study_refold_test.c - other settings of the scheduler change what the log means, not the log. */
#include "study_help.h"
#include "test.h"

static int due_in(struct study *s, int64_t card)
{
	struct card_state state;
	struct err e = { 0 };
	assert_true(store_card_state(s->store, card, &state, &e));
	return state.memory.due - state.memory.last;
}

static void assert_clean(struct study *s)
{
	struct verify_report r = { 0 };
	struct arena a = { 0 };
	struct err e = { 0 };
	assert_true(store_verify(s->store, &s->settings.sm2, false, &r, &a, &e));
	assert_int_equal(r.nproblem, 0);
	arena_release(&a);
}

TEST(other_settings_of_the_scheduler_fold_the_log_anew)
{
	static const struct {
		const char *ini;
		int days;
	} row[] = {
		{ "[review]\nmax_interval = 4\n", 4 },
		{ "[review]\nmax_interval = 5\n", 5 },
		{ "", 6 },
	};
	const char *dir = help_folder();
	struct study *s = help_open(dir);
	help_sync(s);
	int64_t card;
	struct err e = { 0 };
	assert_true(catalog_next_new(s->store, s->today, 0, &card, &e));
	assert_true(card != 0);
	assert_true(study_grade(s, card, 4, 0, NULL, &e));
	help_day(8);
	assert_true(study_grade(s, card, 4, 0, NULL, &e));
	assert_int_equal(due_in(s, card), 6);
	help_close(s);
	for (size_t i = 0; i < LENGTH(row); i++) {
		help_put(dir, "hone.ini", row[i].ini);
		s = help_open(dir);
		help_sync(s);
		assert_int_equal(due_in(s, card), row[i].days);
		assert_clean(s);
		help_close(s);
	}
}
