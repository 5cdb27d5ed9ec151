/* progress_view_test.c - the page that says where the plan stands, and what is counted and decided on it. */
#include <stdlib.h>
#include <string.h>

#include "screen/plan_desk.h"
#include "test.h"

static const char plan_md[] =
	"# Learn to sail\n\n**Time Commitment**: 6-8 hours/week\n\n"
	"## Phase 1: Harbour (Weeks 1-2)\n\n### Week 1: Knots\n\n"
	"**Day 1: Ropes (1 hour)** (2025-11-10) DONE\n\n- [x] Tie a bowline\n\n"
	"**Day 2: More ropes (2 hours)** (2025-11-11)\n\n- [ ] Tie a sheet bend, Target: 30-40 "
	"minutes\n  - 60 min → 15 min\n\n"
	"### Week 2: Water\n\n**Day 1: Gaps (1 hour)**\n\n- [ ] Test yourself\n\n"
	"**Decision Point**: after the test\n"
	"- **If gaps closed (80%+ across all areas)**: Proceed to Option A (race)\n"
	"- **If gaps remain (< 80% in any area)**: Proceed to Option B (practise)\n\n"
	"**Day 2-7: Option A - Race**\n\n- [ ] Enter a race (2 hours)\n\n"
	"**Day 2-7: Option B - Practise**\n\n- [ ] Sail round the island (4 hours)\n\n"
	"## Adjustment Guidelines\n\n**If you're moving slower**:\n- Leave out the races\n\n"
	"## Success Metrics\n\n**By Week 2:**\n- [ ] All knots tied\n- [ ] Licence in the "
	"pocket\n\n"
	"## Progress Tracking\n\n- [ ] 3+ trips made\n- [ ] 10-15 letters per week\n";

static const char topics_md[] = "# Sailing: topic check\n\n## Area 1: Knots\n\n"
				"| Topic | Status |\n|---|---|\n"
				"| Bowline | [know] |\n| Sheet bend | [dunno] |\n";

static struct desk desk_progress(int rows, int cols, const char *keys)
{
	struct desk d = desk_with(plan_md, rows, cols);
	write_file(d.dir, "topics.md", topics_md);
	sync_study(d.study);
	app_study_changed(d.app);
	type(&d, keys);
	return d;
}

/* The page of a plan without more than weeks. */
static struct desk desk_plain(const char *plan, const char *keys)
{
	struct desk d = desk_with(plan, 24, 80);
	type(&d, keys);
	return d;
}

TEST(the_page_says_where_the_plan_stands)
{
	struct desk d = desk_progress(50, 100, "P");
	see_block(&d, 2, 34, 0, 100,
		" 25 % behind: 2 h; at 7 h a week you finish 18 Nov, as planned\n"
		" ███████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  12 % done, "
		"planned until today 37 %\n"
		" 1 of 8 tasks · 1 h of 8 h done by estimate · 0 min measured\n"
		" Planned to end Tue 18 Nov. Pace as the plan says; too little is measured yet.\n"
		"\n"
		" To decide by Wed 12 Nov: Decision Point: after the test\n"
		"\n"
		" What the plan says for when you are slower\n"
		"   • Leave out the races\n"
		"\n"
		" Phases and weeks                                           ━ done  ╍ planned "
		"until today, not done\n"
		"   Phase 1 Harbour                             ━━━╍╍╍╍╍╍───────────────      "
		"1/4     1 h of     8 h\n"
		"     Week 1 Knots                              ━━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍╍      "
		"1/2     1 h of     3 h\n"
		"   ▸ Week 2 Water                              ────────────────────────      "
		"0/2   0 min of     5 h\n"
		"\n"
		" Hours a week\n"
		"   Mon 10 Nov                                              "
		"────────────────────────  0 min of 6-8 h\n"
		"\n"
		" Counters\n"
		"   □ trips made                                                "
		"────────────────────────      0 of 3\n"
		"   □ letters, this week (0 in all)                             "
		"────────────────────────  0 of 10-15\n"
		"\n"
		" Milestones                                                                       "
		"              0/2\n"
		"   □ All knots tied                                                               "
		"       Tue 18 Nov\n"
		"   □ Licence in the pocket                                                        "
		"       Tue 18 Nov\n"
		"\n"
		" Decisions\n"
		"   Decision Point: after the test                                                 "
		"       Wed 12 Nov\n"
		"   Below 80 %:\n"
		"     Knots                                                     "
		"━━━━━━━━━━━━╍╍╍╍╍╍╍─────  50 of 80 %\n"
		"   · If gaps closed (80%+ across all areas)\n"
		"       → Proceed to Option A (race)\n"
		"   ▸ If gaps remain (< 80% in any area)                                           "
		"        holds now\n"
		"       → Proceed to Option B (practise)\n");
	see_block(&d, 36, 3, 0, 100,
		"\n Against the clock\n"
		"   ✓ Tie a sheet bend, Target: 30-40 minutes                              60 → 15 "
		"min, target 30-40\n");
	desk_free(&d);
}

/* ---- counters */

TEST(counters_go_up_and_down_by_the_number_typed_and_undo_takes_it_back)
{
	struct desk d = desk_progress(50, 100, "P]]+");
	see(&d, "1 of 3");
	see(&d, "undo: counted +1 trips made");
	type(&d, "2+");
	see(&d, "✓ trips made");
	see(&d, "3 of 3");
	type(&d, "-");
	see(&d, "□ trips made");
	see(&d, "2 of 3");
	type(&d, "uu");
	see(&d, "1 of 3");
	type(&d, "5-");
	see(&d, "only 1 counted so far: no more can be taken off");
	see(&d, "1 of 3");
	type(&d, "\033u-");
	see(&d, "Nothing is counted yet.");
	see_file(&d, plan_md);
	desk_free(&d);
}

TEST(what_is_counted_a_week_begins_anew_on_monday_and_is_summed)
{
	bool turned;
	struct err e = { 0 };
	struct desk d = desk_progress(50, 100, "P]]j12+");
	see(&d, "letters, this week (12 in all)");
	see(&d, "12 of 10-15");
	see(&d, "✓ letters");
	setenv("HONE_NOW", "2025-11-17T09:00:00", 1);
	assert_true(study_now(d.study, &turned, &e) && turned);
	app_study_changed(d.app);
	see(&d, "letters, this week (12 in all)");
	see(&d, " 0 of 10-15");
	desk_free(&d);
}

/* ---- milestones */

TEST(the_box_of_a_milestone_is_ticked_in_the_file)
{
	struct desk d = desk_progress(50, 100, "P]]]j ");
	see(&d, "✓ Licence in the pocket");
	see(&d, "1/2");
	see_file(&d, "- [ ] All knots tied\n- [x] Licence in the pocket\n");
	type(&d, "u");
	see(&d, "□ Licence in the pocket");
	see_file(&d, plan_md);
	desk_free(&d);
}

TEST(milestones_stand_by_date)
{
	struct desk d = desk_plain(
		"# Sail\n\n## Week 1: Knots\n\n**Day 1: Ropes** (2025-11-10)\n\n- [ ] Tie\n\n"
		"## Week 2: Water\n\n**Day 1: Row** (2025-11-17)\n\n- [ ] Row\n\n"
		"## Success Metrics\n\n**By Week 2:**\n- [ ] Second goal\n\n"
		"**By Week 1:**\n- [ ] First goal\n- [ ] Other goal\n",
		"PG");
	see(&d, "First goal");
	const char *text = screen(&d);
	assert_true(strstr(text, "First goal") < strstr(text, "Other goal"));
	assert_true(strstr(text, "Other goal") < strstr(text, "Second goal"));
	desk_free(&d);
}

/* ---- decisions */

TEST(enter_on_an_option_decides_and_it_is_remembered_until_it_is_undone)
{
	struct desk d = desk_progress(50, 100, "P\r");
	see(&d, "choose");
	type(&d, "\r");
	see(&d, "Decided: Proceed to Option B (practise)");
	see(&d, "✓ If gaps remain");
	see(&d, "Decided Wed 12 Nov, as it stood then: Knots 50 %: below 80 %");
	see_not(&d, "To decide");
	type(&d, "\r");
	see(&d, "That is what you decided.");
	type(&d, "qP");
	see(&d, "✓ If gaps remain");
	type(&d, "]]]\r");
	see(&d, "Decided: Proceed to Option A (race)");
	see(&d, "✓ If gaps closed");
	type(&d, "uu");
	see(&d, "▸ If gaps remain");
	see(&d, "To decide by Wed 12 Nov");
	see_file(&d, plan_md);
	desk_free(&d);
}

TEST(what_was_not_chosen_leaves_the_calendar_and_one_undo_and_redo_hold_for_all_of_it)
{
	struct desk d = desk_progress(50, 120, "P\r\rql");
	see(&d, "Option A - Race");
	see(&d, "deferred");
	type(&d, "l");
	see(&d, "Option B - Practise");
	see(&d, "~Thu 13-Tue 18 Nov");
	type(&d, "hu");
	see(&d, "Undone: decided: Knots 50 %: below 80 %");
	see(&d, "Option A - Race");
	see(&d, "~Thu 13-Tue 18 Nov");
	type(&d, "\022");
	see(&d, "Done again: decided: Knots 50 %: below 80 %");
	see(&d, "deferred");
	type(&d, "u");
	see(&d, "~Thu 13-Tue 18 Nov");
	see_not(&d, "undo: ");
	desk_free(&d);
}

TEST(what_is_measured_of_the_topics_makes_another_option_hold)
{
	struct desk d = desk_progress(50, 100, "P");
	see(&d, "▸ If gaps remain");
	write_file(d.dir, "topics.md",
		"# Sailing: topic check\n\n## Area 1: Knots\n\n| Topic | Status |\n|---|---|\n"
		"| Bowline | [know] |\n| Sheet bend | [know] |\n");
	sync_study(d.study);
	app_study_changed(d.app);
	see(&d, "▸ If gaps closed");
	see(&d, "Now: Knots is at 90 %, at least 80 %");
	desk_free(&d);
}

/* ---- the way there and back */

TEST(enter_on_a_week_opens_its_first_open_day_and_on_a_timed_task_its_day)
{
	struct desk d = desk_progress(50, 100, "P]j\r");
	see(&d, "More ropes");
	see(&d, "Week 1 · Day 2");
	type(&d, "P");
	see(&d, "25 % behind");
	type(&d, "qq");
	see(&d, "25 % behind");
	type(&d, "G\r");
	see(&d, "Week 1 · Day 2");
	type(&d, "qq");
	see(&d, "1 Plan");
	desk_free(&d);
}

TEST(e_edits_the_plan_at_the_line_of_the_row)
{
	int line = 0;
	struct desk d = desk_progress(50, 100, "P]e");
	assert_string_equal(app_edited(d.app, &line), "plan.md");
	assert_int_equal(line, 5);
	type(&d, "]e");
	app_edited(d.app, &line);
	assert_int_equal(line, 49);
	desk_free(&d);
}

TEST(a_plan_without_dates_and_estimates_says_what_is_left)
{
	struct desk d = desk_plain("# Sail\n\n## Week 1: Knots\n\n- [x] Tie\n- [ ] Untie\n", "P");
	see(&d, "30 min left; set the hours of your week to see when you finish");
	see(&d, " 50 %");
	see(&d, "No hours a week are known.");
	see_not(&d, "planned until today 0");
	see_not(&d, "Counters");
	desk_free(&d);
}

TEST(narrow_and_low_screens_show_the_same_in_short)
{
	struct desk d = desk_progress(12, 40, "P]]");
	see_block(&d, 0, 3, 0, 40,
		" Progress\n"
		" Phases and weeks        ━ done  ╍ late\n"
		"   P1 Harbour             ━╍╍─────  1/4\n");
	app_resize(d.app, 5, 20);
	type(&d, "jjGg");
	screen(&d);
	desk_free(&d);
}
