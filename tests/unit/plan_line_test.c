/* plan_line_test.c - states, titles, minutes and boxes of single lines. */
#include "hone/plan.h"

#include <string.h>

#include "test.h"

TEST(plan_status_comes_from_words_and_signs)
{
	static const struct {
		const char *after; /* "Day 1: A" */
		enum plan_status want;
	} cases[] = {
		{ "", PLAN_OPEN },
		{ " ✅", PLAN_DONE },
		{ " COMPLETED (2025-03-04)", PLAN_DONE },
		{ " (completed)", PLAN_DONE },
		{ " - done", PLAN_DONE },
		{ " ✔️ finally", PLAN_DONE },
		{ " 🔄 **IN PROGRESS**", PLAN_IN_PROGRESS },
		{ " (in progress)", PLAN_IN_PROGRESS },
		{ " **DEFERRED**", PLAN_DEFERRED },
		{ " ⏸️", PLAN_DEFERRED },
		{ " MOVED TO WEEK 4", PLAN_MOVED },
		{ " (moved to week 4)", PLAN_MOVED },
		{ " ⭐ MOVED FROM WEEK 2", PLAN_OPEN },
		{ " ⚠️ SHIFTED FROM DAY 2", PLAN_OPEN },
		{ " SKIPPED", PLAN_SKIPPED },
		{ " ⏭️", PLAN_SKIPPED },
		{ " NOT DONE", PLAN_OPEN },
		{ " TO BE COMPLETED", PLAN_OPEN },
		{ " INCOMPLETE", PLAN_OPEN },
		{ " how things get done", PLAN_OPEN },
		{ " skipped lists", PLAN_OPEN },
		{ " ⚠️ EXTENDED", PLAN_OPEN },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct str text =
			arena_printf(&a, "# Week 1\n**Day 1: A**%s\n- [ ] a\n", cases[i].after);
		struct plan p = plan_parse(text, STR("p"), &a);
		assert_int_equal(p.nday, 1);
		if (p.day[0].status != cases[i].want)
			fail_msg("%s: %s", cases[i].after, plan_status_name(p.day[0].status));
		arena_release(&a);
	}
}

TEST(plan_target_is_the_first_line_that_names_the_day)
{
	static const struct {
		const char *text;
		const char *want;
	} cases[] = {
		{ "**Target date**: 2030-02-12\n", "2030-02-12" },
		{ "Deadline: Tue 2030-02-12, in Berlin\nDeadline: 2031-01-01\n", "2030-02-12" },
		{ "- **Interview:** 2030-02-12\n", "2030-02-12" },
		{ "> Exam date : none yet\n> Exam date: 2030-02-12\n", "2030-02-12" },
		{ "# Week 1\n**Day 1: A** (2030-01-01)\n- [ ] a\n\nTARGET: 2030-02-12\n",
			"2030-02-12" },
		{ "Target Role: editor since 2030-02-12\n", "" },
		{ "Target (2030-02-12)\n", "" },
		{ "Interviews: 2030-02-12\n", "" },
		{ "Target date: 2030-02-30\n", "" },
		{ "```\nDeadline: 2030-02-12\n```\n", "" },
		{ "", "" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		char iso[16];
		struct plan p = plan_parse(str_of(cases[i].text), STR("p"), &a);
		if (strcmp(day_iso(p.target, iso), cases[i].want) != 0)
			fail_msg("%s: %s", cases[i].text, iso);
		arena_release(&a);
	}
}

TEST(plan_titles_are_without_what_is_said_elsewhere)
{
	static const struct {
		const char *heading, *title;
	} cases[] = {
		{ "Day 1: Chords", "Chords" },
		{ "Day 1 - Chords and Keys", "Chords and Keys" },
		{ "Day 1 – Chords", "Chords" },
		{ "**Day 1 (Day 8): Chords (2-2.5 hours)** ✅ **COMPLETED (2025-03-04)**",
			"Chords" },
		{ "Day 1-2: Chords (Days 8-9) (1 hour) ⚠️ **EXTENDED**", "Chords" },
		{ "Day 1: Chords (REVISED for 1-2 hours):", "Chords" },
		{ "Day 1: Chords (major only)", "Chords (major only)" },
		{ "Day 1: Chords - 2 hours", "Chords" },
		{ "Day 1: Chords - DONE", "Chords" },
		{ "Day 1: 🚀 Chords 🎹", "Chords" },
		{ "Day 1 2025-03-04", "" },
		{ "Day 1: Chords (2025-03-04)", "Chords" },
		{ "Day 1: C++ & C#", "C++ & C#" },
		{ "Day 1 (Rest)", "Rest" },
		{ "Day 1", "" },
		{ "Day 1: `code` and [a link](http://x.example)", "code and a link" },
		{ "Day 3/100: Chords", "Chords" },
		{ "Day 3 of 12: Chords", "Chords" },
		{ "📅 Day 1: Chords", "Chords" },
		{ "Day 2 - 3 songs to learn", "3 songs to learn" },
		{ "Day 1: Chords (unclosed", "Chords (unclosed" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct str text = arena_printf(&a, "# Week 1\n## %s\n", cases[i].heading);
		struct plan p = plan_parse(text, STR("p"), &a);
		if (p.nday != 1)
			fail_msg("%s: %d days", cases[i].heading, p.nday);
		assert_str(p.day[0].title, cases[i].title);
		arena_release(&a);
	}
}

TEST(plan_minutes_are_found_in_text)
{
	static const struct {
		const char *text;
		int from, to; /* -1: none */
	} cases[] = {
		{ "scales (45-60 min)", 45, 60 },
		{ "scales (1 hour)", 60, 60 },
		{ "(2-3 hours)", 120, 180 },
		{ "(2-2.5 hours)", 120, 150 },
		{ "(<1 hour)", 0, 60 },
		{ "~1 hour", 60, 60 },
		{ "read - 1.5 hours", 90, 90 },
		{ "read - 20 minutes", 20, 20 },
		{ "1,5 Stunden", 90, 90 },
		{ "30min - 1h", 30, 60 },
		{ "2h 10min", 130, 130 },
		{ "4 pieces × 45–60 min each", 180, 240 },
		{ "3-4 problems × 45-60 min each", 135, 240 },
		{ "3 x 25 min", 75, 75 },
		{ "25 min × 3", 75, 75 },
		{ "video at 2× speed (~20 min)", 20, 20 },
		{ "1h30", 90, 90 },
		{ "10-20+ hours", 600, 1200 },
		{ "約30分間", 30, 30 },
		{ "(30分)", 30, 30 },
		{ "80分", -1, -1 },
		{ "2-3 часа", 120, 180 },
		{ "90分钟", 90, 90 },
		{ "3-4 pieces, 10 to 15 mins", 10, 15 },
		{ "30+ min", 30, 30 },
		{ "(3-4 hours/week)", 180, 240 },
		{ "2小时", 120, 120 },
		{ "2025-03-04 10 min", 10, 10 },
		{ "", -1, -1 },
		{ "2 minuets", -1, -1 },
		{ "chapter 12", -1, -1 },
		{ "a 2-minute pitch", -1, -1 },
		{ "4 hands", -1, -1 },
		{ "B2 hours", -1, -1 },
		{ "99999999999999999999 min", -1, -1 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		int from = -1, to = -1;
		bool found = plan_minutes(str_of(cases[i].text), &from, &to);
		if (found != (cases[i].to >= 0) || from != cases[i].from || to != cases[i].to)
			fail_msg("%s: %d..%d", cases[i].text, from, to);
	}
}

TEST(plan_boxes_are_list_items)
{
	static const struct {
		const char *line;
		int boxes, done;
	} cases[] = {
		{ "- [ ] a", 1, 0 },
		{ "- [x] a", 1, 1 },
		{ "- [X] a", 1, 1 },
		{ "* [x] a", 1, 1 },
		{ "+ [x] a", 1, 1 },
		{ "12. [x] a", 1, 1 },
		{ "3) [ ] a", 1, 0 },
		{ "  - [ ]\ta", 1, 0 },
		{ "-   [ ] a", 1, 0 },
		{ "- [-] a", 0, 0 },
		{ "- [] a", 0, 0 },
		{ "- [xx] a", 0, 0 },
		{ "- [ ]", 0, 0 },
		{ "- [ ]   ", 0, 0 },
		{ "- [x](http://x.example)", 0, 0 },
		{ "-[ ] a", 0, 0 },
		{ "[ ] a", 0, 0 },
		{ "| [x] | a |", 0, 0 },
		{ "| - [x] a |", 0, 0 },
		{ "see - [ ] a", 0, 0 },
		{ "    - [ ] code", 0, 0 },
		{ "```\n- [ ] a\n```", 0, 0 },
		{ "~~~ x\n- [ ] a\n```\n- [ ] b\n~~~\n- [x] c", 1, 1 },
		{ "- [ ] a\n  ```\n  - [ ] b\n  ```\n- [ ] c", 2, 0 },
		{ "- a\n    - [ ] b", 1, 0 },
		{ "- [ ] a\n\n        - [ ] b", 2, 0 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct plan p = plan_parse(str_of(cases[i].line), STR("p"), &a);
		if (p.nitem != cases[i].boxes || p.ndone != cases[i].done)
			fail_msg("%s: %d/%d", cases[i].line, p.ndone, p.nitem);
		arena_release(&a);
	}
}
