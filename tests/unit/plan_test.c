/* plan_test.c - plans as people write them, and what is read out of them. */
#include "hone/plan.h"

#include <string.h>

#include "test.h"

/* A plan as text: one line for each phase, week, day, section. Tests compare this. */
static void show_day(struct buf *out, const struct plan_day *d)
{
	char date[16];
	buf_addf(out, " day %d-%d %s %d/%d", d->from, d->to, plan_status_name(d->status), d->ndone,
		d->nitem);
	if (d->date != DAY_NONE)
		buf_addf(out, " %s", day_iso(d->date, date));
	if (d->minutes_to)
		buf_addf(out, " %d..%dm", d->minutes_from, d->minutes_to);
	buf_addf(out, " %.*s\n", STR_ARG(d->title));
}

static struct buf show(const struct plan *p)
{
	struct buf out = { 0 };
	for (int i = 0; i < p->nphase; i++)
		buf_addf(&out, "phase %d weeks %d-%d %.*s\n", p->phase[i].number,
			p->phase[i].from_week, p->phase[i].to_week, STR_ARG(p->phase[i].title));
	for (int i = 0; i < p->nweek; i++) {
		const struct plan_week *w = &p->week[i];
		buf_addf(&out, "week %d-%d phase %d %d/%d %.*s\n", w->number, w->to, w->phase,
			w->ndone, w->nitem, STR_ARG(w->title));
		for (int k = 0; k < w->nday; k++)
			show_day(&out, &p->day[w->first_day + k]);
	}
	for (int i = 0; i < p->nsection; i++)
		buf_addf(&out, "section %d/%d %.*s\n", p->section[i].ndone, p->section[i].nitem,
			STR_ARG(p->section[i].title));
	return out;
}

static void assert_plan(const char *text, const char *want)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
	struct buf got = show(&p);
	if (strcmp(buf_cstr(&got), want) != 0)
		fail_msg("plan:\n%s\ngot:\n%s\nwant:\n%s", text, buf_cstr(&got), want);
	buf_release(&got);
	arena_release(&a);
}

struct text_case {
	const char *text, *want;
};

static void assert_plans(const struct text_case *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_plan(c[i].text, c[i].want);
}

TEST(plan_reads_phases_weeks_days_and_tasks)
{
	static const struct text_case cases[] = {
		{ "# Piano\n\n## Phase 1: Hands (Weeks 1-2)\n\n### Week 1: Left\n"
		  "**Day 1: Scales (30 min)**\n- [x] C major\n- [ ] G major\n\n"
		  "**Day 2-3: Arpeggios**\n- [ ] slow\n\n### Weeks 2-3: Right\n- [X] tune\n",
			"phase 1 weeks 1-2 Hands\n"
			"week 1-1 phase 1 1/3 Left\n"
			" day 1-1 in-progress 1/2 30..30m Scales\n"
			" day 2-3 open 0/1 Arpeggios\n"
			"week 2-3 phase 1 1/1 Right\n" },
		/* Days as headings; a heading beside them ends the day, one below does not. */
		{ "## Week 1\n### Day 1: A\n#### Morning\n- [ ] a\n### Extra\n- [ ] b\n"
		  "## Appendix\n- [ ] c\n",
			"week 1-1 phase 0 0/2 \n day 1-1 open 0/1 A\nsection 0/1 Appendix\n" },
		/* Everything on one heading level. */
		{ "## Phase 2: P\n## Week 5: W\n## Day 1: A\n- [x] a\n## Day 2: B\n- [ ] b\n## "
		  "Notes\n"
		  "- [ ] c\n",
			"phase 2 weeks 0-0 P\nweek 5-5 phase 2 1/2 W\n day 1-1 done 1/1 A\n"
			" day 2-2 open 0/1 B\nsection 0/1 Notes\n" },
		/* A heading between that is no phase: the range of the phase names the week. */
		{ "## Phase 1: P (Weeks 1-4)\n### Week 1\n- [ ] a\n## New plan\n### Week 2\n- [ ] "
		  "b\n"
		  "### Week 9\n- [ ] c\n",
			"phase 1 weeks 1-4 P\nweek 1-1 phase 1 0/1 \nweek 2-2 phase 1 0/1 \n"
			"week 9-9 phase 0 0/1 \n" },
		/* Months within a phase are headings, without one they are phases. */
		{ "# Phase 1: P\n## Month 1: M\n### Week 1: W\n- [ ] a\n",
			"phase 1 weeks 0-0 P\nweek 1-1 phase 1 0/1 W\n" },
		{ "# Month 1: M\n## Week 1: W\n- [ ] a\n",
			"phase 1 weeks 0-0 M\nweek 1-1 phase 1 0/1 W\n" },
		/* Week and day in one line. */
		{ "### Week 1 Day 1: A\n- [ ] a\n### Week 1, Day 2: B\n- [ ] b\n### Week 2 Day 1: "
		  "C\n",
			"week 1-1 phase 0 0/2 \n day 1-1 open 0/1 A\n day 2-2 open 0/1 B\n"
			"week 2-2 phase 0 0/0 \n day 1-1 open 0/0 C\n" },
		/* Days without a week share one with the number 0. */
		{ "# Log\n## Day 1: A\n- [x] a\n## Ideas\n- [ ] i\n## Day 2: B\n- [ ] b\n",
			"week 0-0 phase 0 1/2 \n day 1-1 done 1/1 A\n day 2-2 open 0/1 B\n"
			"section 0/1 Ideas\n" },
		/* Weeks in bold only. */
		{ "**Week 1: A**\n- [ ] a\n\n**Week 2 Goals**\n- [ ] b\n\n**Week 2**: B\n- [ ] c\n",
			"week 1-1 phase 0 0/2 A\nweek 2-2 phase 0 0/1 B\n" },
		/* An overview in bold before the weeks, and a remark after them. */
		{ "**Week 1**: a\n\n**Week 2**: b\n\n## Week 1: A\n- [ ] a\n# End\n**Week 1+**:\n- "
		  "b\n",
			"week 1-1 phase 0 0/1 A\n" },
	};
	assert_plans(cases, LENGTH(cases));
}

TEST(plan_lines_that_report_on_a_day_are_no_days)
{
	static const struct text_case cases[] = {
		{ "## Week 1\n**Day 1 - A**:\n- [x] a\n- [ ] b\n\n**Day 1 Results** (2025-03-04) "
		  "✅:\n- fine\n",
			"week 1-1 phase 0 1/2 \n day 1-1 done 1/2 2025-03-04 A\n" },
		/* By the number counted from the first day. */
		{ "## Week 2\n**Day 3 (Day 10): A**\n- [ ] a\n\n**Day 10 Summary** (2025-03-04)\n",
			"week 2-2 phase 0 0/1 \n day 3-3 open 0/1 2025-03-04 A\n" },
		/* The date of the heading stays, the status is known better later. */
		{ "## Week 1\n**Day 1: A** 🔄 (2025-03-04)\n- [ ] a\n\n**Day 1 Status** ✅ "
		  "2025-03-05\n",
			"week 1-1 phase 0 0/1 \n day 1-1 done 0/1 2025-03-04 A\n" },
		/* Boxes under a report belong to the day. */
		{ "## Week 1\n### Day 1: A\n- [x] a\n### Day 1 Checklist\n- [ ] b\n",
			"week 1-1 phase 0 1/2 \n day 1-1 in-progress 1/2 A\n" },
		/* A range without boxes steps back when its days follow, and lends them its title. */
		{ "## Week 1\n**Day 1-2: Both (4 hours)**\n1. topic\n\n---\n\n**Day 1 Progress** "
		  "✅\n- [x] a\n\n"
		  "---\n\n**Day 2 Progress**\n- [ ] b\n\n**Day 1-2 Status** ✅\n",
			"week 1-1 phase 0 1/2 \n day 1-1 done 1/1 Both\n day 2-2 open 0/1 Both\n" },
		{ "## Week 1\n**Day 3-7**: as planned\n\n**Day 3: A**\n- [ ] a\n",
			"week 1-1 phase 0 0/1 \n day 3-3 open 0/1 A\n" },
		/* With boxes of its own it is a day. */
		{ "## Week 1\n**Day 6-7: R**\n- [x] r\n\n**Day 6: A**\n- [ ] a\n",
			"week 1-1 phase 0 1/2 \n day 6-7 done 1/1 R\n day 6-6 open 0/1 A\n" },
		{ "## Week 1\n**Day 3-7: A**\n- [ ] a\n\n**OR**\n\n**Day 3-7: B**\n- [ ] b\n",
			"week 1-1 phase 0 0/2 \n day 3-7 open 0/1 A\n day 3-7 open 0/1 B\n" },
		/* A rule ends a day in bold; what follows belongs to the week. */
		{ "## Week 1\n**Day 1: A**\n- [x] a\n\n---\n\n**Practice (Day 1-3)**:\n- [ ] p\n",
			"week 1-1 phase 0 1/2 \n day 1-1 done 1/1 A\n" },
		{ "## Week 1\n**Day 1: A**\n- [x] a\n\n**Part two**\n***\nstill\n- [ ] p\n",
			"week 1-1 phase 0 1/2 \n day 1-1 in-progress 1/2 A\n" },
		/* Nothing but a remark about a day that is not there. */
		{ "## Week 1\n- [ ] a\n\n**Day 9 thoughts** were long\n\ntext\n",
			"week 1-1 phase 0 0/1 \n" },
		{ "## Week 1\n**Week 1 Goals**:\n- [ ] a\n\n**Week 2 Plan**:\n- [ ] b\n",
			"week 1-1 phase 0 0/2 \n" },
		{ "## Week 1\n### Day 1: A\n**Status**: Complete\n**Date**: 2025-03-04\n- [ ] a\n",
			"week 1-1 phase 0 0/1 \n day 1-1 done 0/1 2025-03-04 A\n" },
		/* List items and table rows name days without being them. */
		{ "## Week 1\n- Day 1: x\n- **Day 2**: y\n1. [ ] z\n\n| **Day 3** | q |\n",
			"week 1-1 phase 0 0/1 \n" },
	};
	assert_plans(cases, LENGTH(cases));
}

TEST(plan_capitals_and_ticks_weigh_against_words)
{
	/* In a line all in capitals a word in capitals says nothing; ticks say more than words. */
	assert_plan("# WEEK 1\n## DAY 1: GETTING IT DONE\n- [ ] a\n## Day 2: B ⏸️ DEFERRED\n- "
		    "[x] b\n",
		"week 1-1 phase 0 1/2 \n day 1-1 open 0/1 GETTING IT DONE\n day 2-2 done 1/1 B\n");
}

TEST(plan_knows_weeks_and_days_in_other_words)
{
	static const struct {
		const char *heading, *want;
	} cases[] = {
		{ "Woche 3-4: Noten", "week 3-4 phase 0 0/0 Noten\n" },
		{ "Semaine 2 : gammes", "week 2-2 phase 0 0/0 gammes\n" },
		{ "SEMANA 2. Ritmo", "week 2-2 phase 0 0/0 Ritmo\n" },
		{ "第 3 周：和弦", "week 3-3 phase 0 0/0 和弦\n" },
		{ "第1-2週 和弦", "week 1-2 phase 0 0/0 和弦\n" },
		{ "Неделя 4: гаммы", "week 4-4 phase 0 0/0 гаммы\n" },
		{ "Week 01", "week 1-1 phase 0 0/0 \n" },
		{ "Weeks 1 to 3: x", "week 1-3 phase 0 0/0 x\n" },
		{ "Week 1 – 3: x", "week 1-3 phase 0 0/0 x\n" },
		{ "Week 8+: x", "week 8-8 phase 0 0/0 x\n" },
		{ "Week B: x", "week 2-2 phase 0 0/0 x\n" },
		{ "Tag 2: x", "week 0-0 phase 0 0/0 \n day 2-2 open 0/0 x\n" },
		{ "Jours 2-3 : x", "week 0-0 phase 0 0/0 \n day 2-3 open 0/0 x\n" },
		{ "Día 2: x", "week 0-0 phase 0 0/0 \n day 2-2 open 0/0 x\n" },
		{ "Phase 2 - x (semaines 3-4)", "phase 2 weeks 3-4 x\n" },
		{ "第 2 阶段", "phase 2 weeks 0-0 \n" },
		/* None of these is one. */
		{ "Weekly 3 songs", "" },
		{ "Week of practice", "" },
		{ "Day-by-day", "" },
		{ "Phase 1.5: x", "" },
		{ "Day 2025-03-04", "" },
		{ "Week 99999999999", "" },
		{ "12 Week Plan", "" },
		{ "Birthday 3", "" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct str text = arena_printf(&a, "# %s\n", cases[i].heading);
		assert_plan(text.p, cases[i].want);
		arena_release(&a);
	}
}

TEST(plan_items_know_their_place)
{
	static const struct {
		int line, depth, from, to;
		const char *text;
	} want[] = {
		{ 3, 0, 30, 30, "**one** (30 min)" },
		{ 4, 1, 0, 0, "two" },
		{ 5, 2, 0, 0, "three" },
		{ 6, 1, 0, 0, "four" },
		{ 8, 2, 0, 0, "five" },
		{ 9, 0, 0, 0, "six" },
		{ 13, 0, 60, 120, "seven - 1-2 hours" },
	};
	static const char *const ends[] = { "\n", "\r\n" };
	static const char *const lines[] = { "# Week 1", "", "- [ ] **one** (30 min)",
		"  - [x] two", "\t- [ ] three", "  - [ ] four", "  - a list", "    * [ ] five",
		"- [ ] six  ", "", "Text.", "", "1. [X] seven - 1-2 hours" };
	for (size_t e = 0; e < LENGTH(ends); e++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		for (size_t i = 0; i < LENGTH(lines); i++)
			buf_addf(&text, "%s%s", lines[i], ends[e]);
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		assert_int_equal(p.nitem, LENGTH(want));
		for (int i = 0; i < p.nitem; i++) {
			const struct plan_item *it = &p.item[i];
			assert_str(it->text, want[i].text);
			assert_int_equal(it->line, want[i].line);
			assert_int_equal(it->depth, want[i].depth);
			assert_int_equal(it->minutes_from, want[i].from);
			assert_int_equal(it->minutes_to, want[i].to);
			assert_int_equal(text.p[it->box - 1], '[');
			assert_int_equal(text.p[it->box] != ' ', it->done);
			assert_int_equal(text.p[it->box + 1], ']');
			assert_int_equal(it->week, 0);
			assert_int_equal(it->section, -1);
			assert_ptr_equal(plan_find(&p, it->id), it);
		}
		assert_null(plan_find(&p, 1));
		arena_release(&a);
		buf_release(&text);
	}
}

TEST(plan_items_of_a_day_are_consecutive)
{
	struct arena a = { 0 };
	struct plan p =
		plan_parse(STR("# Week 1\n- [ ] w\n## Day 1: A\n- [x] a\n- [ ] b\n## Other\n"
			       "- [ ] c\n## Day 2: B\n- [ ] d\n# End\n- [ ] e\n"),
			STR("p"), &a);
	assert_int_equal(p.nday, 2);
	assert_int_equal(p.day[0].first, 1);
	assert_int_equal(p.day[0].nitem, 2);
	assert_int_equal(p.day[1].first, 4);
	assert_int_equal(p.day[1].nitem, 1);
	assert_int_equal(p.item[3].day, -1);
	assert_int_equal(p.item[3].week, 0);
	assert_int_equal(p.item[5].week, -1);
	assert_int_equal(p.item[5].section, 0);
	assert_str(p.section[0].title, "End");
	assert_str(p.title, "Week 1");
	arena_release(&a);
}

TEST(plan_item_identity_outlives_ticks_and_moves)
{
	static const char before[] =
		"# Week 1\n## Day 1\n- [ ] Play *it*\n- [ ] Play it\n- [ ] sing\n"
		"## Day 2\n- [ ] Play it\n";
	static const char after[] = "# Plan\nA word first.\n# Week 1: with a title\n## Day 1: too\n"
				    "* [x] play it.\n\n- [X] Play it\n- [ ] Sing\n## Day 2\n"
				    "1. [ ] Play  it\n";
	struct arena a = { 0 };
	struct plan p = plan_parse(str_of(before), STR("p"), &a);
	struct plan q = plan_parse(str_of(after), STR("p"), &a);
	struct plan other = plan_parse(str_of(before), STR("o"), &a);
	assert_int_equal(p.nitem, 4);
	assert_int_equal(q.nitem, 4);
	for (int i = 0; i < p.nitem; i++) {
		assert_true(p.item[i].id == q.item[i].id);
		assert_true(p.item[i].id != other.item[i].id);
		for (int k = 0; k < i; k++)
			assert_true(p.item[i].id != p.item[k].id);
	}
	for (int i = 0; i < p.nday; i++)
		assert_true(p.day[i].id == q.day[i].id);
	assert_true(p.day[0].id != p.day[1].id);
	arena_release(&a);
}

TEST(plan_today_is_the_dated_day_or_the_next_unfinished)
{
	static const struct {
		const char *text;
		int want;
	} cases[] = {
		{ "", -1 },
		{ "## Day 1: A\n## Day 2: B\n", 0 },
		{ "## Day 1: A ✅\n## Day 2: B\n## Day 3: C\n", 1 },
		{ "## Day 1: A\n## Day 2: B ✅\n## Day 3: C\n", 2 },
		{ "## Day 1: A ✅\n## Day 2: B\n## Day 3: C (2025-03-04)\n", 2 },
		{ "## Day 1: A ✅\n## Day 2: B SKIPPED\n## Day 3: C\n", 2 },
		{ "## Day 1: A ✅\n## Day 2: B ✅\n", 1 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct plan p = plan_parse(str_of(cases[i].text), STR("p"), &a);
		assert_int_equal(plan_today(&p, day_of_civil(2025, 3, 4)), cases[i].want);
		arena_release(&a);
	}
}

TEST(plan_score_tells_plans_from_other_files)
{
	/* Each scores more than the one before. */
	static const char *const texts[] = {
		"# Notes\n\ntext\n- [ ] one\n- [ ] two\n",
		"- [ ] a\n- [ ] b\n- [x] c\n",
		"# Week 1 topics\n- [ ] a\n- [ ] b\n- [ ] c\n",
		"# Week 1\n- [ ] a\n- [ ] b\n# Week 2\n- [ ] c\n",
		"# Week 1\n## Day 1: A\n- [ ] a\n## Day 2: B\n- [ ] b\n# Week 2\n- [ ] c\n",
	};
	assert_int_equal(plan_score(str_of(texts[0])), 0);
	for (size_t i = 1; i < LENGTH(texts); i++)
		assert_true(plan_score(str_of(texts[i])) > plan_score(str_of(texts[i - 1])));
	struct buf list = { 0 };
	for (int i = 0; i < 500; i++)
		buf_addf(&list, "- [ ] task %d\n", i);
	assert_true(plan_score(buf_str(&list)) < plan_score(str_of(texts[3])));
	buf_release(&list);
}

TEST(plan_of_fifty_thousand_times_the_same_is_read)
{
	static const char *const pieces[] = {
		"- [ ] the same\n",
		"## Week 1: A\n",
		"# Phase 1: A\n# Week 900\n",
		"**Day 1: A**\n**Day 2 Results** ✅\n",
		"**Day 1-9: A**\n**Day 3-4 Results**\n",
		"```\n",
		"**(((((((((((((((((((((((((((**\n",
		"# Day 1: (((((((((((((((((((((((((((((((((1-\n",
		"          - x\n",
	};
	for (size_t k = 0; k < LENGTH(pieces); k++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		for (int i = 0; i < 50000; i++)
			buf_add(&text, str_of(pieces[k]));
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		assert_int_equal(p.nitem, k == 0 ? 50000 : 0);
		arena_release(&a);
		buf_release(&text);
	}
}

TEST(plan_reads_one_huge_line)
{
	static const char *const starts[] = { "# Day 1: (", "- [ ] 1-", "**", "第", "1", " ", "" };
	static const char *const fills[] = { "(", "1", "1-2 ", "✅", "DONE ", "\xff", "*" };
	for (size_t i = 0; i < LENGTH(starts) * LENGTH(fills); i++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		buf_add(&text, str_of(starts[i % LENGTH(starts)]));
		for (int k = 0; k < 20000; k++)
			buf_add(&text, str_of(fills[i / LENGTH(starts)]));
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		assert_true(p.nitem <= 1 && p.nday <= 1);
		arena_release(&a);
		buf_release(&text);
	}
}

static unsigned next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*state >> 33);
}

/* What must hold for any text. */
static void assert_sound(const struct plan *p, struct str text)
{
	int done = 0, in_weeks = 0;
	for (int i = 0; i < p->nitem; i++) {
		const struct plan_item *it = &p->item[i];
		assert_true(it->boxed == (it->box != SIZE_MAX));
		if (it->boxed) {
			assert_true(it->box > 0 && it->box + 1 < text.n);
			assert_true(text.p[it->box - 1] == '[' && text.p[it->box + 1] == ']');
		}
		assert_true((it->week < 0) == (it->section >= 0));
		assert_true(it->week < p->nweek && it->day < p->nday && it->section < p->nsection);
		done += it->done;
		in_weeks += it->week >= 0;
	}
	assert_int_equal(done, p->ndone);
	int days = 0, week_items = 0;
	for (int i = 0; i < p->nweek; i++) {
		assert_int_equal(p->week[i].first_day, days);
		days += p->week[i].nday;
		week_items += p->week[i].nitem;
	}
	assert_int_equal(days, p->nday);
	assert_int_equal(week_items, in_weeks);
	for (int i = 0; i < p->nday; i++) {
		for (int k = 0; k < p->day[i].nitem; k++)
			assert_int_equal(p->item[p->day[i].first + k].day, i);
	}
}

TEST(plan_is_total_on_random_text)
{
	static const char *const pieces[] = { "#", "# ", "## ", "\n", "\n\n", "\r\n", "Week ",
		"Day ", "Phase ", "1", "2", "-", "3-4", "(", ")", "[", "[ ] ", "- [x] a", "- ",
		"**", "_", "`", "```\n", "~~~", "  ", "\t", ":", " DONE", "moved to", "✅", "第",
		"周", "2025-03-04", "min", " hours", "<", "\xf0\x9f", "\xff", "|", "---\n",
		"Results", "+", "x", "é" };
	uint64_t seed = 1;
	for (int round = 0; round < 3000; round++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		for (int i = 0; i < 60; i++) {
			unsigned r = next_random(&seed);
			if (r % 8 == 0)
				buf_addc(&text, (char)(r >> 8));
			else
				buf_add(&text, str_of(pieces[(r >> 8) % LENGTH(pieces)]));
		}
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		assert_sound(&p, buf_str(&text));
		assert_true(plan_score(buf_str(&text)) >= 0);
		assert_in_range(plan_today(&p, 0) + 1, 0, p.nday);
		arena_release(&a);
		buf_release(&text);
	}
}
