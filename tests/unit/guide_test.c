/* guide_test.c - what plans say beside their tasks, rule by rule. */
#include "hone/guide.h"

#include <string.h>

#include "guide_show.h"
#include "test.h"

typedef void show_fn(struct buf *out, const struct guide *g);

struct guide_case {
	const char *text, *want;
};

static void assert_guide(const char *text, show_fn *show, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
	struct guide g = guide_parse(str_of(text), STR("plan.md"), &p, &a);
	show(&got, &g);
	if (strcmp(buf_cstr(&got), want) != 0)
		fail_msg("plan:\n%s\ngot:\n%s\nwant:\n%s", text, buf_cstr(&got), want);
	buf_release(&got);
	arena_release(&a);
}

static void assert_guides(const struct guide_case *c, size_t n, show_fn *show)
{
	for (size_t i = 0; i < n; i++)
		assert_guide(c[i].text, show, c[i].want);
}

/* The weeks and the budget only. */
static void show_size(struct buf *out, const struct guide *g)
{
	buf_addf(out, "%d..%d %d..%d", g->weeks_from, g->weeks_to, g->budget_from, g->budget_to);
}

TEST(guide_reads_how_long_a_plan_is_and_what_it_takes)
{
	static const struct guide_case cases[] = {
		{ "**Timeline**: 8 weeks\n**Time Commitment**: 5-10 hours/week\n",
			"8..8 300..600" },
		/* A month is a third of thirteen weeks. */
		{ "Duration: 2-3 months\n", "9..13 0..0" },
		{ "Timeline: 1-2 years with 2 hours daily study\n", "52..104 840..840" },
		/* Weeks are more exact than months, wherever they stand. */
		{ "Timeline: 3 months\n\nDuration: 12 weeks\n", "12..12 0..0" },
		{ "# 10-Week Piano Plan\n\nHours: 90 min a week\n", "10..10 0..0" },
		{ "# Klavier in 10 Wochen\nAufwand: 6 Stunden pro Woche\n", "10..10 360..360" },
		{ "**Dauer**: 4-6 Wochen\n", "4..6 0..0" },
		{ "**Durée**: 3 mois\n**Rythme**: 4-5 heures par semaine\n", "13..13 240..300" },
		{ "**Duración**: 8 semanas\n**Dedicación**: 3 horas por semana\n",
			"8..8 180..180" },
		/* The length of a part is not that of the plan. */
		{ "# P\n## Part A\n**Duration**: 2 weeks\n## Part B\n**Duration**: 3 weeks\n",
			"0..0 0..0" },
		{ "# P\n## Overview\n- Timeline: 6 weeks\n- Budget: 4h/week\n", "6..6 240..240" },
		/* The template of a week and a task are no budget. */
		{ "## Week 1\n- [ ] run 2 hours per week\n", "0..0 0..0" },
		{ "Study about 3 hours per week.\n", "0..0 180..180" },
		{ "", "0..0 0..0" },
	};
	assert_guides(cases, LENGTH(cases), show_size);
}

TEST(guide_reads_targets)
{
	static const struct guide_case cases[] = {
		{ "## Week 1\n**Goal**: algebra from 30% → 75%\n",
			"2 target 30 > 75 w0 algebra\n" },
		{ "**Target**: 60-70 % geometry\n", "1 target - > 60..70 geometry\n" },
		{ "**Target**: 85%+ overall\n", "1 target - > 85 overall\n" },
		{ "Goal: lift sets 20% -> 40%\n", "1 target 20 > 40 lift sets\n" },
		{ "Goal: algebra from 30% to 75%\n", "1 target 30 > 75 algebra\n" },
		/* Several in one line, each with what it comes from. */
		{ "**Success metrics**:\n- **Week 2 (Day 14)**: algebra 60-70% (from 5%), sets 90% "
		  "(from 65%)\n",
			"2 target 5 > 60..70 algebra\n2 target 65 > 90 sets\n" },
		{ "**Deliverables**:\n- ✅ Readiness: 80-85% overall (up from 75%)\n",
			"2 target 75 > 80..85 Readiness\n" },
		/* Where it is to be reached by. */
		{ "## Week 1\n- [ ] a\n## Week 2\n- [ ] b\n## Sum\n- **Target**: 80% by Week 2\n",
			"6 target - > 80 w1 by Week 2\n" },
		{ "## Week 1\n**Day 1: A**\n- [ ] test\n  - algebra (1-9) - expect 60% → target "
		  "80%+\n",
			"4 target 60 > 80 w0 d0 algebra (1-9)\n" },
		/* What was is no target. */
		{ "**Results**:\n- algebra: 70% → 85% (exceeded 80% target)\n", "" },
		{ "**Target**: 60-70% ready → **Achieved**: 83%\n", "1 target - > 60..70 ready\n" },
		{ "**Knowledge Check**:\n- 70% new, 30% old\n- Score: 98%\n", "" },
		{ "- [ ] more algebra (if < 70%)\n", "" },
		{ "**Goal**: be faster by 25%\n", "" },
		{ "**Goal**: finish\n- algebra 70%\n", "2 target - > 70 algebra\n" },
		/* Tables. */
		{ "## Week 1\n- [ ] a\n## Sum\n| Week | Focus | Readiness |\n|---|---|---|\n"
		  "| 1 | sets | 75% → 78% |\n| 2 | maps | - |\n",
			"6 target 75 > 78 w0 sets\n" },
		/* Other languages. */
		{ "**Ziel**: Algebra von 20 % auf 60 %\n", "1 target 20 > 60 Algebra\n" },
		{ "**Objectif** : algèbre de 20 % à 60 %\n", "1 target 20 > 60 algèbre\n" },
		{ "**Objetivo**: álgebra de 20% a 60%\n", "1 target 20 > 60 álgebra\n" },
		{ "**Ziel**: mindestens 80 Prozent in Mengen\n", "1 target - > 80 in Mengen\n" },
		/* A hundred and no more. */
		{ "**Goal**: 100% sets\n**Goal**: 150% maps\n", "1 target - > 100 sets\n" },
	};
	assert_guides(cases, LENGTH(cases), show_targets);
}

TEST(guide_reads_links)
{
	static const struct guide_case cases[] = {
		{ "**Resources**:\n- Course: https://x.org/c?a=1&b=2\n- [Book](book.pdf)\n",
			"2 link Resources | Course | https://x.org/c?a=1&b=2\n"
			"3 link Resources | Book | book.pdf\n" },
		/* What stands below a task belongs to it. */
		{ "## Week 1\n**Day 1: A**\n- [ ] Read: sets (1 hour)\n  - URL: https://x.org/a\n",
			"4 link w0 d0 i0 Day 1 | Read: sets (1 hour) | https://x.org/a\n" },
		{ "- [ ] a\n  - URL: https://x.org/1 or local: refs/My book 2.pdf\n",
			"2 link i0 s0  | a | https://x.org/1\n"
			"2 link i0 s0  | refs/My book 2.pdf | refs/My book 2.pdf\n" },
		/* Files, with and without code marks, folder and anchor. */
		{ "# N\nSee `a/Notes-1.md` and Sheet.md#part-two, not e.g. or v1.2.\n",
			"2 link N | a/Notes-1.md | a/Notes-1.md\n"
			"2 link N | Sheet.md#part-two | Sheet.md#part-two\n" },
		/* Addresses without a scheme need a path; punctuation is of the sentence. */
		{ "arxiv.org/abs/1.2 (see www.x.org/y), but not x.org, and/or 1/2.\n",
			"1 link  | https://arxiv.org/abs/1.2 | https://arxiv.org/abs/1.2\n"
			"1 link  | https://www.x.org/y | https://www.x.org/y\n" },
		{ "<https://x.org/a_(b)> **https://x.org/c**.\n",
			"1 link  | https://x.org/a_(b) | https://x.org/a_(b)\n"
			"1 link  | https://x.org/c | https://x.org/c\n" },
		{ "[a](#there) [b](<my file.md>) [c](x.md \"title\")\n",
			"1 link  | b | my file.md\n1 link  | c | x.md\n" },
		/* A row is named by its first cell. */
		{ "| Topic | Link |\n|---|---|\n| Sets | [https://x.org/s](https://x.org/s) |\n",
			"3 link  | Sets | https://x.org/s\n" },
		/* What stands below a table of weeks is of none of them. */
		{ "| Week | Task |\n|--|--|\n| 1 | [a](a.md) |\n| 2 | [b](b.md) |\n\n[c](c.md)\n",
			"3 link w0 i0  | a | a.md\n4 link w1 i1  | b | b.md\n6 link  | c | "
			"c.md\n" },
		{ "```\nhttps://x.org\n```\n", "" },
	};
	assert_guides(cases, LENGTH(cases), show_links);
}

TEST(guide_reads_timelines)
{
	static const struct guide_case cases[] = {
		{ "| Week | Focus | Goal | Target | Notes |\n|--|--|--|--|--|\n"
		  "| **Week 1** ✅ | **sets** | know | 75% → 78% | done |\n| Weeks 5-6 | a | b | - "
		  "| |\n"
		  "| Week 8+ | c | d | Keep 85%+ | later |\n",
			"3 week 1-1 75 > 78 | sets | know | 75% → 78% | done | ✅\n"
			"4 week 5-6 - > - | a | b | - |  | \n"
			"5 week 8-8+ - > 85 | c | d | Keep 85%+ | later | \n" },
		{ "| Woche | Thema | Ziel | Stand |\n|--|--|--|--|\n| 1 | Mengen | alles | offen "
		  "|\n| 2-3 | x | y | z |\n",
			"3 week 1-1 - > - | Mengen | alles |  |  | offen\n"
			"4 week 2-3 - > - | x | y |  |  | z\n" },
		{ "**Success metrics**:\n- **Week 4 (Day 28)**: 80-85%+ in all\n- Week 10+: "
		  "apply\n- Week 2 Day 1: no\n",
			"2 week 4-4 - > 80..85 |  | 80-85%+ in all | 80-85%+ in all |  | \n"
			"3 week 10-10+ - > - |  | apply |  |  | \n" },
		/* No timelines: another table, a task, a list within a week. */
		{ "| Topic | Status |\n|--|--|\n| Week 1 | x |\n", "" },
		{ "- [ ] Week 1: do\n", "" },
		{ "## Week 1\n- Week 2: later\n", "" },
	};
	assert_guides(cases, LENGTH(cases), show_weeks);
}

TEST(guide_reads_milestones)
{
	static const struct guide_case cases[] = {
		/* A sign before all of them says nothing; before some it does. */
		{ "## Milestones\n**End of Week 4**:\n- ✅ 3 apps\n- ✅ one talk\n\n**Week 11+**:\n- "
		  "✅ apply\n",
			"3 milestone week 4 sign 3 apps\n4 milestone week 4 sign one talk\n"
			"7 milestone week 11+ sign apply\n" },
		{ "## Milestones\n**End of Week 4**:\n- ✅ 3 apps\n- one talk\n\n**End of Week "
		  "6**:\n- ✅ apply\n",
			"3 milestone week 4 marked sign 3 apps\n4 milestone week 4 one talk\n"
			"7 milestone week 6 marked sign apply\n" },
		{ "## Milestones\n- ✅ a\n- 🔄 b\n", "2 milestone sign a\n3 milestone b\n" },
		{ "## Milestones\n- ✅ a\n- ⬜ b\n", "2 milestone marked sign a\n3 milestone b\n" },
		{ "## Milestones\n- [x] Week 2: a\n- [ ] b (Week 4)\n- [ ] c by Day 28\n",
			"2 milestone week 2 marked a\n3 milestone week 4 b (Week 4)\n"
			"4 milestone day 28 c by Day 28\n" },
		{ "**Milestone 1**: first app by week 3\n",
			"1 milestone week 3 first app by week 3\n" },
		{ "## Phase 1: A (Weeks 1-4)\n**Phase 1 Deliverables** (End of Week 3):\n- app\n\n"
		  "## Phase 2: B (Weeks 5-6)\n**Phase 2 Deliverable**:\n- talk\n",
			"3 milestone week 3 app\n7 milestone week 6 talk\n" },
		{ "| Milestone | Due |\n|--|--|\n| App | Week 4 |\n| Talk | Day 30 |\n",
			"3 milestone week 4 App\n4 milestone day 30 Talk\n" },
		{ "**Ende Woche 4**:\n- App\n", "2 milestone week 4 App\n" },
		{ "## Jalons\n**Fin de semaine 4** :\n- appli\n", "3 milestone week 4 appli\n" },
		{ "## Hitos\n**Fin de la semana 4**:\n- app\n", "3 milestone week 4 app\n" },
		/* What is, not what is to be. */
		{ "**Current status** (End of Week 1):\n- ✅ fine\n", "" },
		{ "## Notes\n- ✅ fine\n", "" },
	};
	assert_guides(cases, LENGTH(cases), show_milestones);
}

TEST(guide_reads_counters)
{
	static const struct guide_case cases[] = {
		{ "- [ ] 20+ applications submitted\n- [ ] Apply to 10-15 positions per week\n"
		  "- [ ] 5+ phone screens\n",
			"1 counter 20 applications submitted\n2 counter 10..15 a week positions\n"
			"3 counter 5 phone screens\n" },
		{ "- [ ] Can sort lists (5+ done)\n- [ ] read (30+ pages)\n",
			"1 counter 5 Can sort lists\n2 counter 30 pages\n" },
		{ "- [ ] Solve 50 puzzles on paper\n- [ ] 3 runs a week\n",
			"1 counter 50 puzzles\n2 counter 3 a week runs\n" },
		{ "- [ ] 12 Aufgaben pro Woche\n- [ ] 5 offres par semaine\n- [ ] 4 ofertas por "
		  "semana\n",
			"1 counter 12 a week Aufgaben\n2 counter 5 a week offres\n"
			"3 counter 4 a week ofertas\n" },
		/* Numbers of things, times and lists that ask for nothing. */
		{ "- [ ] Sections 1-3 notes\n- [ ] Chapter 10 examples\n- [ ] read 30-40 minutes\n"
		  "- [ ] Week 2-3 tasks\n- [ ] GPT-2 times\n- [ ] 14 days off\n- [ ] Q1-Q7 "
		  "answers\n",
			"" },
		{ "- each project teaches 10x more\n- 5+ puzzles\n", "" },
		{ "## Milestones\n- 5+ puzzles solved\n", "2 counter 5 puzzles solved\n" },
		{ "- write 2 letters per week\n", "1 counter 2 a week letters\n" },
	};
	assert_guides(cases, LENGTH(cases), show_counters);
}

static struct guide_counter first_counter(const char *text, int i, struct arena *a)
{
	struct plan p = plan_parse(str_of(text), STR("plan.md"), a);
	struct guide g = guide_parse(str_of(text), STR("plan.md"), &p, a);
	assert_true(g.ncounter > i);
	return g.counter[i];
}

TEST(guide_counters_keep_their_identity)
{
	struct arena a = { 0 };
	uint64_t id = first_counter("- [ ] 20+ letters sent\n", 0, &a).id;
	assert_true(id == first_counter("# T\n\n- [x] 30+ **letters** sent\n", 0, &a).id);
	assert_true(id != first_counter("- [ ] 20+ letters read\n", 0, &a).id);
	assert_true(
		id != first_counter("- [ ] 20+ letters sent\n- [ ] 5+ letters sent\n", 1, &a).id);
	arena_release(&a);
}

TEST(guide_reads_decisions)
{
	static const struct guide_case cases[] = {
		{ "## Week 1\n**Day 1: Test**\n- [ ] test\n\n**Decision Point**: after the test\n"
		  "- **If gaps closed (80%+ across all areas)**: ✅ go to Option A (apps)\n"
		  "- **If gaps remain (< 80% in any area)**: 🔄 go to Option B\n\n"
		  "**Day 2: Option A - apps**\n- [ ] app\n\n**Day 2: Option B - gaps**\n- [ ] "
		  "gap\n",
			"5 decision w0 d0 Decision Point: after the test\n"
			" 6 all>= 80 [Option A] d1: If gaps closed (80%+ across all areas): go to "
			"Option A (apps)\n"
			" 7 any< 80 [Option B] d2: If gaps remain (< 80% in any area): go to "
			"Option B\n" },
		/* The side without a number is the other one. */
		{ "## Phase 1: P\n⚠️ **SUBJECT TO CHANGE**\n- If gaps remain: go on\n- If "
		  "ready "
		  "(85%+): move on\n",
			"2 decision p0 SUBJECT TO CHANGE\n 3 else -1 [] d-1: If gaps remain: go "
			"on\n"
			" 4 overall>= 85 [] d-1: If ready (85%+): move on\n" },
		{ "⚠️ **SUBJECT TO CHANGE** - start early if readiness hits 85%+\n- other\n",
			"1 decision SUBJECT TO CHANGE\n"
			" 1 overall>= 85 [] d-1: if readiness hits 85%+: start early\n" },
		{ "### Decision\n- If below 60%, repeat\n- Otherwise: go on\n",
			"1 decision Decision\n 2 overall< 60 [] d-1: If below 60%: repeat\n"
			" 3 else -1 [] d-1: Otherwise: go on\n" },
		{ "## Check\n| If | Then |\n|--|--|\n| < 70% in any area | repeat |\n| at least "
		  "70% | go |\n",
			"2 decision Check\n 4 any< 70 [] d-1: < 70% in any area: repeat\n"
			" 5 overall>= 70 [] d-1: at least 70%: go\n" },
		{ "### Entscheidung\n- Wenn alle Bereiche über 80 %: Variante A\n- Sonst: Variante "
		  "B\n",
			"1 decision Entscheidung\n"
			" 2 all>= 80 [Variante A] d-1: Wenn alle Bereiche über 80 %: Variante A\n"
			" 3 else -1 [Variante B] d-1: Sonst: Variante B\n" },
		{ "### Decisión\n- Si todas las áreas superan el 80%: Plan A\n- Si no, Plan B\n",
			"1 decision Decisión\n"
			" 2 all>= 80 [Plan A] d-1: Si todas las áreas superan el 80%: Plan A\n"
			" 3 else -1 [Plan B] d-1: Si no: Plan B\n" },
		/* Advice without a measure, tasks with one. */
		{ "**Tips**:\n- If tired, rest\n- When stuck: ask\n", "" },
		{ "**Tasks**:\n- [ ] If 80% done: rest\n", "" },
	};
	assert_guides(cases, LENGTH(cases), show_decisions);
}

TEST(guide_reads_rhythms)
{
	static const struct guide_case cases[] = {
		/* A template that adds contains the one before it. */
		{ "## Weekly Schedule\n\n### For 7-8 hours/week:\n\n**Weekdays (3-4 hours)**:\n"
		  "- Monday: 1 hour - read\n- Thursday: 1-2 hours - code\n\n**Weekend (4-5 "
		  "hours)**:\n"
		  "- Saturday: 2-3 hours\n- Sunday: 2 hours\n\n### For 10 hours/week:\n\nAdd:\n"
		  "- Friday: 1 hour\n- Weekend: +1-2 hours more\n",
			"3 rhythm 420..480: 60 0 0 90 0 150 120 7-8 hours/week\n"
			"13 rhythm 600: 60 0 0 90 60 195 165 10 hours/week\n" },
		/* A group shares its time, a list of days does not. */
		{ "## Weekly plan\n- Weekdays: 5 hours\n- Weekend: 3 hours\n",
			"1 rhythm 480: 60 60 60 60 60 90 90 Weekly plan\n" },
		{ "## Weekly plan\n- Mon-Wed: 1 hour\n- Fri, Sun: 30 min\n",
			"1 rhythm 240: 60 60 60 0 30 0 30 Weekly plan\n" },
		{ "## Weekly plan\n- Weekdays: 1 hour each\n",
			"1 rhythm 300: 60 60 60 60 60 0 0 Weekly plan\n" },
		{ "## Routine\n- Daily: 20 min\n", "1 rhythm 140: 20 20 20 20 20 20 20 Routine\n" },
		/* Plurals, every language whose weekdays a plan may have, and a verb that is no Thursday. */
		{ "## Routine\n- Mondays: 1 h\n- Lundis. 1 h\n- Do exercises 1 h\n- Di, Do: 1 h\n",
			"1 rhythm 240: 120 60 0 60 0 0 0 Routine\n" },
		{ "## Schedule\n- 周一到周三：1小时\n- 月初 1小时\n- Пятница: 2 ч\n",
			"1 rhythm 300: 60 60 60 0 120 0 0 Schedule\n" },
		{ "## Wochenplan\n- Mo: 1 Std\n- Di-Do: 30 min\n- Wochenende: 4 Stunden\n",
			"1 rhythm 390: 60 30 30 30 0 120 120 Wochenplan\n" },
		{ "## Horaire\n- lundi : 1 heure\n- week-end : 2 heures\n",
			"1 rhythm 180: 60 0 0 0 0 60 60 Horaire\n" },
		{ "## Horario\n- miércoles: 1 hora\n- fin de semana: 2 horas\n",
			"1 rhythm 180: 0 0 60 0 0 60 60 Horario\n" },
		{ "## Schedule\n| Day | Hours | What |\n|--|--|--|\n| Monday | 1.5 | read 20 min "
		  "|\n| Sunday | 2 h | x |\n",
			"1 rhythm 210: 90 0 0 0 0 0 120 Schedule\n" },
		{ "## Schedule\n| Day | Minutes |\n|--|--|\n| Monday | 45 |\n",
			"1 rhythm 45: 45 0 0 0 0 0 0 Schedule\n" },
		{ "## Schedule\n| Day | Morning | Evening |\n|--|--|--|\n| Mon | 20min read | • "
		  "40min x<br>• 20min y |\n",
			"1 rhythm 80: 80 0 0 0 0 0 0 Schedule\n" },
		/* Days of one week of the plan, and words that only look like days. */
		{ "## Week 1\n- Monday: 1 hour\n", "" },
		{ "## Notes\n- Do 1 hour of sums\n- Sun 2 hours\n", "" },
	};
	assert_guides(cases, LENGTH(cases), show_rhythms);
}

TEST(guide_reads_advice)
{
	static const struct guide_case cases[] = {
		{ "**If you're moving faster than planned**:\n- more apps\n- go deeper\n\n"
		  "**If you're moving slower**:\n- skip\n\n**If you get interviews early**:\n- "
		  "pause\n",
			"1 faster more apps; go deeper\n5 slower skip\n8 early pause\n" },
		{ "**Tip**: If week 1 feels too easy (really), skip ahead. If it feels too hard, "
		  "slow down.\n",
			"1 easy skip ahead\n1 hard slow down\n" },
		{ "### Falling behind\n- skip\n", "1 slower skip\n" },
		{ "- If you fall behind: skip\n", "1 slower skip\n" },
		{ "| Situation | Do |\n|--|--|\n| If behind | skip |\n", "3 slower skip\n" },
		{ "**Wenn du schneller bist**:\n- mehr\n\n**Wenn es zu schwer ist**:\n- weniger\n",
			"1 faster mehr\n4 hard weniger\n" },
		{ "**Si vous êtes en retard** :\n- sauter\n", "1 slower sauter\n" },
		{ "**Si vas más rápido**:\n- más\n", "1 faster más\n" },
		{ "- Faster is not better\n", "" },
	};
	assert_guides(cases, LENGTH(cases), show_advice);
}
