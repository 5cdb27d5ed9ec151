/* check_test.c - what a daily check asks, and its log over the days. */
#include "hone/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "study_help.h"
#include "test.h"

static const char plan_md[] = "# Rowing\n\n## Week 1: Dry land\n\n"
			      "**Day 1: Words** (2030-01-07)\n\n**Topics**:\n\n"
			      "1. Anchors\n2. Oars\n3. Flags\n\n- [ ] Read\n";

static const char topics_md[] = "# Check\n\n## Area 1: Boats\n\n| Topic | Status | Notes |\n"
				"|---|---|---|\n| Flags | [dunno] | |\n| Sails | [know] | |\n";

/* Questions n of a topic: "Anchors 1?" and so on. */
static void put_cards(struct buf *out, const char *topic, int n, const char *tags)
{
	buf_addf(out, "## %s\n\n", topic);
	for (int i = 1; i <= n; i++)
		buf_addf(out, "### Q%d: %s number %d? %s\n\nYes.\n\n", i, topic, i, tags);
}

static struct study *study_of(int anchors, int oars, int others)
{
	const char *dir = test_tmpdir();
	struct buf deck = { 0 };
	help_day(7);
	buf_add(&deck, STR("# Deck\n\n"));
	put_cards(&deck, "Anchors", anchors, "");
	put_cards(&deck, "Oars", oars, "");
	put_cards(&deck, "Stars", others, "");
	help_put(dir, "deck.md", buf_cstr(&deck));
	help_put(dir, "plan.md", plan_md);
	help_put(dir, "topics.md", topics_md);
	buf_release(&deck);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

static struct check_pick pick(struct study *s, int most, struct arena *a)
{
	struct check_pick p;
	struct err e = { 0 };
	if (!check_pick(s, 0, most, &p, a, &e))
		fail_msg("%s", e.text);
	assert_int_equal(p.n, p.nfresh + p.nreview);
	return p;
}

/* The names of what is asked, one a line; reviews with an "r" before. */
static void assert_asks(struct study *s, const struct check_pick *p, const char *want)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf got = { 0 };
	for (int i = 0; i < p->n; i++) {
		struct check_item item;
		assert_true(check_item(s, &p->asked[i], &item, &a, &e));
		assert_true(item.there);
		buf_addf(&got, "%s%.*s\n", p->asked[i].review ? "r " : "", STR_ARG(item.name));
	}
	assert_string_equal(buf_cstr(&got), want);
	buf_release(&got);
	arena_release(&a);
}

/* So many cards of "Stars" become due, one a day from `first` on. */
static void make_due(struct study *s, int first, int n)
{
	struct err e = { 0 };
	bool turned;
	for (int i = 0; i < n; i++) {
		char words[32];
		snprintf(words, sizeof words, "Stars number %d?", i + 1);
		help_day(first + n - 1 - i); /* the last of them is the oldest */
		assert_true(study_now(s, &turned, &e));
		help_grade(s, words, 4);
	}
	help_day(7);
	assert_true(study_now(s, &turned, &e));
}

TEST(seven_are_of_today_and_three_are_due_the_oldest_first)
{
	struct study *s = study_of(6, 6, 5);
	struct arena a = { 0 };
	make_due(s, 1, 5);
	struct check_pick p = pick(s, 10, &a);
	assert_int_equal(p.nfresh, 7);
	assert_int_equal(p.nreview, 3);
	assert_asks(s, &p,
		"Anchors number 1?\nOars number 1?\nFlags\nAnchors number 2?\nOars number 2?\n"
		"Anchors number 3?\nOars number 3?\n"
		"r Stars number 5?\nr Stars number 4?\nr Stars number 3?\n");
	help_close(s);
	arena_release(&a);
}

TEST(the_other_side_fills_up_when_one_is_short)
{
	static const struct {
		int anchors, due, most;
		int nfresh, nreview;
	} rows[] = {
		{ 6, 0, 10, 7, 0 }, /* six cards and a topic without one */
		{ 1, 5, 10, 2, 5 },
		{ 1, 5, 5, 2, 3 },
		{ 6, 5, 5, 3, 2 },
		{ 6, 5, 1, 1, 0 },
		{ 6, 1, 6, 5, 1 },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct study *s = study_of(rows[i].anchors, 0, 5);
		struct arena a = { 0 };
		make_due(s, 1, rows[i].due);
		struct check_pick p = pick(s, rows[i].most, &a);
		assert_int_equal(p.nfresh, rows[i].nfresh);
		assert_int_equal(p.nreview, rows[i].nreview);
		help_close(s);
		arena_release(&a);
	}
}

TEST(cards_begun_today_come_first_and_hidden_ones_not_at_all)
{
	struct study *s = study_of(2, 1, 2);
	struct arena a = { 0 };
	struct err e = { 0 };
	help_grade(s, "Stars number 2?", 4);
	help_grade(s, "Oars number 1?", 1);
	assert_true(study_hide(s, help_card(s, "Anchors number 1?"), true, &e));
	struct check_pick p = pick(s, 10, &a);
	assert_asks(s, &p, "Stars number 2?\nOars number 1?\nAnchors number 2?\nFlags\n");
	help_close(s);
	arena_release(&a);
}

TEST(kinds_of_questions_are_mixed_forty_forty_twenty)
{
	const char *dir = test_tmpdir();
	struct buf deck = { 0 };
	struct arena a = { 0 };
	int of[4] = { 0 };
	struct err e = { 0 };
	help_day(7);
	buf_add(&deck, STR("# Deck\n\n"));
	put_cards(&deck, "Anchors", 9, "#conceptual");
	put_cards(&deck, "Anchors of iron", 9, "#implementation");
	put_cards(&deck, "Anchors of wood", 9, "#scenario");
	help_put(dir, "deck.md", buf_cstr(&deck));
	help_put(dir, "plan.md", plan_md);
	struct study *s = help_open(dir);
	help_sync(s);
	struct check_pick p = pick(s, 10, &a);
	for (int i = 0; i < p.n; i++) {
		struct check_item item;
		assert_true(check_item(s, &p.asked[i], &item, &a, &e));
		of[str_eq(item.card.tags, STR("conceptual"))            ? 0
			: str_eq(item.card.tags, STR("implementation")) ? 1
			: str_eq(item.card.tags, STR("scenario"))       ? 2
									: 3]++;
	}
	assert_int_equal(of[0], 4);
	assert_int_equal(of[1], 4);
	assert_int_equal(of[2], 2);
	buf_release(&deck);
	help_close(s);
	arena_release(&a);
}

TEST(a_study_without_a_plan_is_asked_what_is_due)
{
	const char *dir = test_tmpdir();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct check_pick p;
	help_day(7);
	help_put(dir, "deck.md", help_deck);
	struct study *s = help_open(dir);
	help_sync(s);
	assert_true(check_pick(s, -1, 10, &p, &a, &e));
	assert_int_equal(p.n, 0);
	help_grade(s, "Volga", 4);
	assert_true(check_pick(s, -1, 10, &p, &a, &e));
	assert_int_equal(p.nfresh, 1);
	help_close(s);
	arena_release(&a);
}

/* ---- the log */

static const char log_md[] =
	"# Checks\n\n"
	"| Day | Date | Overall Score | Strong Areas | Weak Areas | Action | Mood |\n"
	"|-----|------|---------------|--------------|------------|--------|------|\n"
	"| 1 | 2030-01-02 | N/A | - | - | - | |\n"
	"| 2 | 2030-01-05 | **87.5% (B+)** | Oars | Flags | Repeat | ok |\n"
	"\nMore words.\n";

static struct round answered(struct study *s, const int *percent, int n, struct arena *a)
{
	struct check_pick p = pick(s, n, a);
	struct round_plan plan = { ROUND_CHECK, STR("Daily check"), 0, p.asked, p.n };
	struct event_id id;
	struct err e = { 0 };
	struct round r;
	assert_int_equal(p.n, n);
	assert_true(round_begin(s, &plan, &id, &e));
	assert_true(round_load(s, id, &r, a, &e));
	for (int i = 0; i < n; i++)
		if (!round_answer(s, &r, i, percent[i], 0, &e))
			fail_msg("%s", e.text);
	assert_true(round_load(s, id, &r, a, &e));
	return r;
}

TEST(a_row_is_added_in_the_manner_of_the_table_and_is_the_round)
{
	static const int percent[] = { 100, 40, 95 };
	struct study *s = study_of(2, 1, 0);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_edit edit;
	struct check_entry *entry;
	int n;
	help_put(s->dir, "log.md", log_md);
	help_sync(s);
	struct round r = answered(s, percent, 3, &a);
	assert_true(check_history(s, &entry, &n, &a, &e));
	assert_int_equal(n, 3);
	assert_int_equal(entry[2].score, 783);
	assert_int_equal(entry[2].questions, 3);
	assert_int_equal(entry[2].path.n, 0);
	assert_str(entry[2].weak, "Oars number 1? (40%)");
	if (!check_row_edit(s, &r, &edit, &a, &e))
		fail_msg("%s", e.text);
	assert_str(edit.after,
		"| 3 | 2030-01-07 | **78.3% (C+)** | Anchors number 1? (100%), Flags (95%) | "
		"Oars number 1? (40%) | Review the weak ones before you go on. |  |\n");
	assert_int_equal(edit.line, 7);
	assert_true(planner_apply(s, 0, &edit, &e));
	help_sync(s);
	assert_true(check_history(s, &entry, &n, &a, &e));
	assert_int_equal(n, 3);
	assert_int_equal(entry[2].number, 3);
	assert_int_equal(entry[2].line, 7);
	assert_int_equal(entry[2].questions, 3);
	assert_false(check_row_edit(s, &r, &edit, &a, &e));
	assert_int_equal(e.kind, ERR_INVALID);
	help_close(s);
	arena_release(&a);
}

TEST(without_a_table_no_row_is_proposed)
{
	static const int percent[] = { 100, 40 };
	struct study *s = study_of(2, 1, 0);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct planner_edit edit;
	struct round r = answered(s, percent, 2, &a);
	assert_false(check_row_edit(s, &r, &edit, &a, &e));
	assert_int_equal(e.kind, ERR_MISSING);
	help_close(s);
	arena_release(&a);
}

TEST(the_trend_compares_the_last_scores_with_those_before)
{
	static const int score[] = { 800, -1, 900, 1000, -1, 950, 850 };
	struct check_entry entry[LENGTH(score)] = { 0 };
	for (size_t i = 0; i < LENGTH(score); i++)
		entry[i].score = score[i];
	struct check_trend t = check_trend(entry, (int)LENGTH(score), 3);
	assert_int_equal(t.n, 3);
	assert_int_equal(t.mean, 933);
	assert_int_equal(t.change, 83);
	assert_int_equal(check_trend(entry, 0, 3).mean, -1);
	assert_int_equal(check_trend(entry, 1, 3).change, 0);
}

/* ---- the bank */

TEST(a_bank_is_chosen_by_area_and_drawn_from)
{
	struct study *s = study_of(3, 2, 4);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct check_area *area;
	struct asked *asked, *again;
	int n, nasked;
	help_grade(s, "Oars number 1?", 4);
	assert_true(check_areas(s, &area, &n, &a, &e));
	assert_int_equal(n, 3);
	assert_str(area[1].topic, "Oars");
	assert_int_equal(area[1].n, 2);
	assert_int_equal(area[1].known, 1);
	assert_true(check_bank(s, area, n, 0, 0, &asked, &nasked, &a, &e));
	assert_int_equal(nasked, 0);
	area[0].chosen = area[2].chosen = true;
	assert_true(check_bank(s, area, n, 0, 0, &asked, &nasked, &a, &e));
	assert_int_equal(nasked, 7);
	assert_true(check_bank(s, area, n, 5, 42, &asked, &nasked, &a, &e));
	assert_true(check_bank(s, area, n, 5, 42, &again, &nasked, &a, &e));
	assert_int_equal(nasked, 5);
	assert_memory_equal(asked, again, 5 * sizeof *asked);
	help_close(s);
	arena_release(&a);
}

/* The sample's evenings: 15 rows, and the scores of the log by hand. */
TEST(the_sample_has_fifteen_checks_and_their_trend)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct check_entry *entry;
	int n, scored = 0;
	const char *dir = test_tmpdir(), *from = test_shared("study/ml-study-plan");
	char to[512];
	snprintf(to, sizeof to, "%s/s", dir);
	assert_true(files_copy_tree(from, to, &e));
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	struct study *s = help_open(to);
	help_sync(s);
	assert_true(check_history(s, &entry, &n, &a, &e));
	for (int i = 0; i < n; i++)
		scored += entry[i].score >= 0;
	assert_int_equal(n, 15);
	assert_int_equal(scored, 12);
	assert_int_equal(entry[14].score, 920);
	/* 99.0, 97.5, 99.6, 99.5, 86.5, 92.0 without the first: the last five */
	assert_int_equal(check_trend(entry, n, 5).mean, 950);
	help_close(s);
	arena_release(&a);
}

/* ---- what is no card */

static const char done_md[] = "# Rowing\n\n## Week 1: Dry land\n\n"
			      "**Day 1: Words** (2030-01-06)\n\n"
			      "**Study**:\n- [x] Learn the knots\n  - a bowline holds\n- [ ] Buy a "
			      "rope\n- [x] Update notes.md\n\n"
			      "**Knowledge check**:\n- [x] Ten questions\n\n"
			      "**Day 2: Signals** (2030-01-07)\n\n- [ ] Read about flags\n\n"
			      "**Day 3: Rest** (2030-01-08)\n\n- [ ] Sleep\n";

static const char sheet_md[] =
	"# Day 1\n\n## Knots\n\n### Bowline\n\nA loop.\n\n### Why a hitch?\n\n"
	"It slips.\n\n## Ropes\n\nHemp.\n\n## Empty\n\n";

static struct study *worked_study(void)
{
	const char *dir = test_tmpdir();
	help_day(6);
	help_put(dir, "plan.md", done_md);
	help_put(dir, "refs/day1-words.md", sheet_md);
	struct study *s = help_open(dir);
	help_sync(s);
	return s;
}

TEST(without_cards_the_sections_and_tasks_of_the_day_are_asked)
{
	struct study *s = worked_study();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct check_item item;
	struct check_pick p = pick(s, 10, &a);
	assert_int_equal(p.nfresh, 4);
	assert_int_equal(p.missing.n, 0);
	assert_asks(s, &p, "Bowline\nRopes\nWhy a hitch?\nLearn the knots\n");
	assert_true(check_item(s, &p.asked[0], &item, &a, &e));
	assert_str(item.topic.notes, "A loop.");
	assert_str(item.area, "Knots");
	assert_str(item.topic.path, "refs/day1-words.md");
	assert_int_equal(item.topic.line, 5);
	assert_true(check_item(s, &p.asked[3], &item, &a, &e));
	assert_str(item.topic.notes, "  - a bowline holds");
	help_close(s);
	arena_release(&a);
}

TEST(a_round_of_sections_and_tasks_goes_on_and_is_scored)
{
	struct study *s = worked_study();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct buf what = { 0 }, weak = { 0 };
	static const int percent[] = { 100, 40, 95, 20 };
	struct round r = answered(s, percent, 4, &a);
	assert_int_equal(r.nanswered, 4);
	assert_int_equal(r.asked[0].kind, ASKED_SECTION);
	assert_int_equal(r.asked[3].kind, ASKED_TASK);
	assert_true(check_names(s, &r, true, &weak, &e));
	assert_string_equal(buf_cstr(&weak), "Learn the knots (20%), Ropes (40%)");
	assert_true(study_undo(s, &what, &e));
	assert_string_equal(buf_cstr(&what), "scored \"Learn the knots\" 20%");
	for (int left = 3; left > 0; left--) {
		buf_clear(&what);
		assert_true(study_undo(s, &what, &e));
	}
	assert_string_equal(buf_cstr(&what), "scored \"Bowline\" 100%");
	help_remove(s->dir, "refs/day1-words.md");
	help_sync(s);
	struct check_item item;
	assert_true(check_item(s, &r.asked[0], &item, &a, &e));
	assert_false(item.there);
	buf_release(&what);
	buf_release(&weak);
	help_close(s);
	arena_release(&a);
}

TEST(on_a_day_of_which_nothing_is_left_the_day_before_is_asked)
{
	struct study *s = worked_study();
	struct arena a = { 0 };
	struct err e = { 0 };
	struct check_pick p;
	assert_true(check_pick(s, 2, 10, &p, &a, &e)); /* day 3: day 2 has nothing either */
	assert_int_equal(p.nfresh, 0);
	assert_int_equal(p.nearlier, 4);
	assert_int_equal(p.earlier, 0);
	assert_asks(s, &p, "r Bowline\nr Ropes\nr Why a hitch?\nr Learn the knots\n");
	assert_non_null(strstr(p.missing.p, "and week 1, day 3 (Rest) has no ticked task"));
	assert_non_null(strstr(p.missing.p, "The questions come from week 1, day 1 (Words)."));
	help_put(s->dir, "plan.md",
		"# Rowing\n\n## Week 1: Dry land\n\n**Day 9: Rest**\n\n- [ ] Sleep\n");
	help_sync(s);
	assert_true(check_pick(s, 0, 10, &p, &a, &e));
	assert_int_equal(p.n, 0);
	assert_int_equal(p.earlier, -1);
	assert_non_null(strstr(p.missing.p, "Nothing is due either."));
	help_close(s);
	arena_release(&a);
}

/* The evenings of the sample, also those of which the plan names nothing that a card has. */
TEST(each_evening_of_the_sample_has_questions_with_answers)
{
	static const char *const day[] = { "2025-11-05", "2025-11-08", "2025-11-11", "2025-11-12",
		"2025-11-20", "2025-11-25" };
	struct err e = { 0 };
	const char *dir = test_tmpdir(), *from = test_shared("study/ml-study-plan");
	char to[512], now[64];
	snprintf(to, sizeof to, "%s/s", dir);
	assert_true(files_copy_tree(from, to, &e));
	for (size_t i = 0; i < LENGTH(day); i++) {
		struct arena a = { 0 };
		struct check_pick p;
		int at, answers = 0;
		snprintf(now, sizeof now, "%sT18:00:00", day[i]);
		setenv("HONE_NOW", now, 1);
		struct study *s = help_open(to);
		help_sync(s);
		assert_true(planner_find_today(s, &at, &e));
		assert_true(check_pick(s, at, 10, &p, &a, &e));
		assert_int_equal(p.n, 10);
		assert_int_equal(p.missing.n > 0, p.nfresh == 0);
		for (int k = 0; k < p.n; k++) {
			struct check_item item;
			assert_true(check_item(s, &p.asked[k], &item, &a, &e));
			assert_true(item.there);
			answers += item.topic.notes.n > 0 || item.card.back.n > 0;
		}
		if (i >= 2)
			assert_int_equal(answers, 10);
		help_close(s);
		arena_release(&a);
	}
}
