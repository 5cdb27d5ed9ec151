/*
 * plan_shapes_test.c - plans of many shapes and languages, tests/data/plans, and what a reader finds in
 * them; dates in all forms; what holds for any bytes.
 */
#include <string.h>

#include "plan_show.h"
#include "test.h"

static const struct {
	const char *name, *want;
} shapes[] = {
	{ "aws-certificate", "target 2026-04-20\n"
			     "phase 1 weeks 1-2 [Core services] 960-1200m\n"
			     "phase 2 weeks 3 [Practice exams] tentative\n"
			     "week 1 of phase 1 [Compute] 2026-03-02..2026-03-08\n"
			     "    -o Read the EC2 chapter (2 hours) 120m\n"
			     "    -o Launch an instance by hand, then by script - 45 min 45m\n"
			     "    -o ~~Lightsail~~ - skipped skipped\n"
			     "    -o Write down the instance families\n"
			     "week 2 of phase 1 [Storage] 2026-03-09..2026-03-15\n"
			     "    -o S3 classes and their prices (1h30) 90m\n"
			     "    -o Lifecycle rules (30 min × 2) 60m\n"
			     "week 3 of phase 2 [Mock exams]\n"
			     "    -o Mock exam 1 (130 minutes) 130m\n"
			     "   block [Afterwards]\n"
			     "    -o list what was wrong\n"
			     "    -o read the white paper (optional) optional\n" },
	{ "bar-exam", "target 2026-02-24\n"
		      "week 0 []\n"
		      "  day 1 [Contracts] in-progress 2026-02-16 360m\n"
		      "   block [Morning] in-progress 180m\n"
		      "    x 08:30-10:00 Offer and acceptance at 08:30 90m\n"
		      "    x 10:15-11:45 Consideration at 10:15 90m\n"
		      "    x cases < 10:15-11:45 Consideration\n"
		      "    o outline (optional) optional < 10:15-11:45 Consideration\n"
		      "   block [Afternoon] in-progress 180m\n"
		      "    o 2-3:30 pm Essay 1 at 14:00 90m\n"
		      "    o Compare with the model answer\n"
		      "  day 2 [Torts] shifted 2026-02-17\n"
		      "    o 9am Negligence at 09:00\n"
		      "    o Defences - deferred to Feb 18 deferred\n"
		      "  day 3 [Evidence] 2026-02-18..2026-02-19\n"
		      "    o Hearsay\n" },
	{ "delf", "week 1 [Compréhension orale]\n"
		  "  day 1 [Radio] done 45m\n"
		  "    x Écouter le journal\n"
		  "    x Noter dix mots\n"
		  "  day 2-3 [Débats] in-progress 90m\n"
		  "    x Un débat par jour\n"
		  "    o Résumé à l'oral, facultatif\n"
		  "week 2-3 [Production écrite] 2026-01-12..2026-01-25\n"
		  "    o Une lettre par jour (2 heures) 120m\n"
		  "    o Relire (terminé)\n"
		  "week 4 [Examen blanc] optional\n"
		  "  day 6 [épreuve complète] 180m\n"
		  "    o Épreuve\n" },
	{ "first-aid", "week 0 []\n"
		       "  day 1 [Theory]\n"
		       "    -o 09:00-10:30 Breathing at 09:00 90m\n"
		       "    -o 10:45-12:00 Bleeding at 10:45 75m\n"
		       "    -o 12:00 Lunch at 12:00\n"
		       "  day 2 [Practice] done\n"
		       "    -x 9:00 - 9:45 Recovery position at 09:00 45m\n"
		       "    -o 10-11 am Resuscitation on the dummy at 10:00 60m\n" },
	{ "gaokao", "target 2026-06-07\n"
		    "phase 1 weeks 1-2 [力学]\n"
		    "week 1 of phase 1 [运动学] 2026-03-02..2026-03-08\n"
		    "  day 1 [匀速运动] done 60m\n"
		    "    x 看课本第一章（30分钟） 30m\n"
		    "    x 做练习10题\n"
		    "  day 2-3 [加速运动] in-progress 90m\n"
		    "    x 看视频\n"
		    "    o 错题整理（可选） optional\n"
		    "  day 7 [复习] deferred 2026-03-08\n"
		    "    o 小测验\n"
		    "week 2 of phase 1 [牛顿定律]\n"
		    "    o 三大定律\n" },
	{ "jlpt-table", "week 1 [] 2026-01-05..2026-01-11\n"
			"  day 1 [Mon] 2026-01-05\n"
			"   block [Grammar] 30m\n"
			"    -o te-form\n"
			"  day 2 [Tue] 2026-01-06\n"
			"   block [Grammar] 30m\n"
			"    -o te-form\n"
			"    -o nai-form\n"
			"   block [Listening] 20m\n"
			"    -o dialogue 1\n"
			"  day 7 [Sun] 2026-01-11\n"
			"   block [Grammar] 30m\n"
			"    -o review\n"
			"   block [Listening] 20m\n"
			"    -o dialogue 1\n"
			"    -o dialogue 2\n"
			"week 2 [] 2026-01-12..2026-01-18\n"
			"  day 1 [Monday] done 2026-01-12\n"
			"    x Potential form at 19:00 40m\n"
			"  day 4 [Thursday] 2026-01-15 60m\n"
			"    o Mock test, part 1 60m\n"
			"  day 6 [Saturday] in-progress 2026-01-17 25m\n"
			"    -o Kanji 61-80 in-progress 25m\n" },
	{ "kanji", "target 2026-02-15\n"
		   "week 1 [部首] 2026-01-05..2026-01-11\n"
		   "  day 1 [左の部首] in-progress 30m\n"
		   "    x 一覧を写す\n"
		   "    o 小テスト（15分） 15m\n"
		   "  day 2 [右の部首] done\n"
		   "    x 一覧を写す\n"
		   "week 2 [四字熟語]\n"
		   "  day 1 [1番から20番] 60m\n"
		   "    o 音読 20分間 20m\n" },
	{ "oposicion", "week 1 [Catalogación] 2026-01-05..2026-01-11 360m\n"
		       "    -x Leer el tema 1\n"
		       "    -x Hacer el test 1\n"
		       "week 2-3 [Clasificación] 2026-01-12..2026-01-25 600-720m\n"
		       "    -o Leer el tema 2 in-progress\n"
		       "    -o Esquema in-progress\n"
		       "week 4 [Repaso] 2026-01-26..2026-02-01 180m\n"
		       "    -o Simulacro (90 minutos) 90m\n" },
	{ "schreiner", "target 2026-02-27\n"
		       "phase 1 weeks 1-2 [Grundlagen] 720m\n"
		       "week 1 of phase 1 [Werkstoffe]\n"
		       "  day 1 [Holzarten] done 2026-02-02 90m\n"
		       "    x Tafel der Hölzer lernen (45 Minuten) 45m\n"
		       "    x Karten abfragen\n"
		       "  day 2 [Plattenwerkstoffe] in-progress 2026-02-03\n"
		       "    o Aufbau zeichnen\n"
		       "    o Dicken und Maße - verschoben auf Mittwoch moved\n"
		       "week 2 of phase 1 [Verbindungen]\n"
		       "  day 1-2 [Zinken] 2026-02-09..2026-02-10 180m\n"
		       "    o Anreißen üben\n"
		       "   block [Einheit 2 - Schwalben] 90m\n"
		       "    o Muster sägen\n" },
	{ "sommelier", "week 1 [Grapes]\n"
		       "    x Learn the white grapes\n"
		       "    o Learn the red grapes (1 hour) 60m\n"
		       "   block [Tasting] 120m\n"
		       "    o Riesling, dry and sweet\n"
		       "    o Pinot noir - moved to week 2 moved\n"
		       "   block [Homework]\n"
		       "    o Sheet 1\n"
		       "week 2 [Regions]\n"
		       "   block [Homework] optional\n"
		       "    o Map of Burgundy\n"
		       "section [Service]\n"
		       "    o Open a bottle in front of a guest\n" },
	{ "thesis-boxes", "section [Before the defence]\n"
			  "    x Print the thesis\n"
			  "    o Slides\n"
			  "    x outline < Slides\n"
			  "    o figures < Slides\n"
			  "    o redraw figure 3 (20 min) 20m < figures\n"
			  "    o Rehearse twice (2 x 45 min) 90m\n" },
	{ "violin", "target 2026-05-30\n"
		    "phase 1 weeks 1-2 [гаммы]\n"
		    "week 1 of phase 1 [соль мажор]\n"
		    "  day 1 [первая позиция] done 120m\n"
		    "    x Гамма медленно (30 мин) 30m\n"
		    "  day 2 [вторая позиция] in-progress 45m\n"
		    "    x Переходы\n"
		    "    o Этюд — отложено deferred\n"
		    "week 2 of phase 1 [концерт] 2026-05-11..2026-05-17\n"
		    "    o Первая часть\n" },
};

TEST(plan_shapes_are_read_as_a_reader_would)
{
	for (size_t i = 0; i < LENGTH(shapes); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		struct str path = arena_printf(&a, "tests/data/plans/%s.md", shapes[i].name);
		struct buf text = test_read(path.p);
		struct plan p = plan_parse(buf_str(&text), path, &a);
		plan_check_sound(&p, buf_str(&text));
		plan_show(&got, &p);
		if (strcmp(buf_cstr(&got), shapes[i].want) != 0)
			fail_msg("%s\ngot:\n%s\nwant:\n%s", path.p, buf_cstr(&got), shapes[i].want);
		assert_true(plan_score(buf_str(&text)) > 0);
		buf_release(&got);
		buf_release(&text);
		arena_release(&a);
	}
}

TEST(plan_shapes_are_read_alike_with_other_line_ends)
{
	for (size_t i = 0; i < LENGTH(shapes); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 }, other = { 0 };
		struct str path = arena_printf(&a, "tests/data/plans/%s.md", shapes[i].name), line;
		struct buf text = test_read(path.p);
		for (struct str rest = buf_str(&text); str_line(&rest, &line);)
			buf_addf(&other, "%.*s\r\n", STR_ARG(line));
		struct plan p = plan_parse(buf_str(&other), path, &a);
		plan_check_sound(&p, buf_str(&other));
		plan_show(&got, &p);
		assert_string_equal(buf_cstr(&got), shapes[i].want);
		buf_release(&got);
		buf_release(&other);
		buf_release(&text);
		arena_release(&a);
	}
}

/* The day's line after "**Day 1: A** "; "" for no date. */
static const struct {
	const char *line, *from, *to;
} dates[] = {
	{ "(2025-11-04)", "2025-11-04", "" },
	{ "2025/11/4", "2025-11-04", "" },
	{ "4 Nov 2025", "2025-11-04", "" },
	{ "Nov 4, 2025", "2025-11-04", "" },
	{ "November 4th, 2025", "2025-11-04", "" },
	{ "the 4th of November 2025", "2025-11-04", "" },
	{ "04.11.2025", "2025-11-04", "" },
	{ "4. November 2025", "2025-11-04", "" },
	{ "11/04/2025", "2025-11-04", "" },
	{ "25/12/2025", "2025-12-25", "" },
	{ "03-Jul-2025", "2025-07-03", "" },
	{ "4 de noviembre de 2025", "2025-11-04", "" },
	{ "1er février 2025", "2025-02-01", "" },
	{ "2025年11月4日", "2025-11-04", "" },
	{ "2025년 11월 4일", "2025-11-04", "" },
	{ "4 ноября 2025", "2025-11-04", "" },
	{ "Tue, Nov 4, 2025", "2025-11-04", "" },
	{ "Dienstag, 4.11.2025", "2025-11-04", "" },
	{ "Nov 4-6, 2025", "2025-11-04", "2025-11-06" },
	{ "Nov 4 - Nov 6, 2025", "2025-11-04", "2025-11-06" },
	{ "4-6 November 2025", "2025-11-04", "2025-11-06" },
	{ "4.-6. November 2025", "2025-11-04", "2025-11-06" },
	{ "04.11.–06.11.2025", "2025-11-04", "2025-11-06" },
	{ "2025-11-04 to 2025-11-06", "2025-11-04", "2025-11-06" },
	{ "30 Dec - 2 Jan 2026", "2025-12-30", "2026-01-02" },
	{ "2025年11月4日～6日", "2025-11-04", "2025-11-06" },
	{ "2025-11-04-06", "2025-11-04", "" },
	{ "2024-02-29", "2024-02-29", "" },
	/* None of these. */
	{ "2025-02-29", "", "" },
	{ "30 Feb 2025", "", "" },
	{ "chapter 4.11", "", "" },
	{ "May be 4 pages", "", "" },
	{ "version 2025.11", "", "" },
	{ "10/13", "", "" },
	{ "Marathon 4", "", "" },
	{ "4 marches", "", "" },
	{ "1/2/3 stages", "", "" },
	{ "99.5% (9.95/10)", "", "" },
};

TEST(plan_dates_are_known_in_their_usual_forms)
{
	for (size_t i = 0; i < LENGTH(dates); i++) {
		struct arena a = { 0 };
		char from[16], to[16];
		struct str text = arena_printf(&a, "**Day 1: A** %s\n- [ ] a\n", dates[i].line);
		struct plan p = plan_parse(text, STR("p"), &a);
		assert_int_equal(p.nday, 1);
		day_iso(p.day[0].date, from);
		day_iso(p.day[0].date_to, to);
		if (strcmp(from, dates[i].from) != 0 || strcmp(to, dates[i].to) != 0)
			fail_msg("%s: %s %s", dates[i].line, from, to);
		arena_release(&a);
	}
}

/* Days of one week, in order; the first line may say more. */
static const struct {
	const char *text, *want;
} years[] = {
	{ "## Day 1: A (Nov 4)\n## Day 2: B (2025-11-05)\n", "2025-11-04 2025-11-05 " },
	{ "## Day 1: A (2025-12-30)\n## Day 2: B (Jan 2)\n", "2025-12-30 2026-01-02 " },
	{ "# Study plan 2025\n## Day 1: A (Nov 4)\n## Day 2: B (Jan 7)\n",
		"2025-11-04 2026-01-07 " },
	{ "Exam: 2026-03-01\n## Day 1: A (Nov 4-6)\n", "2025-11-04 " },
	/* Nothing says: the day on which it is read does. */
	{ "## Day 1: A (Nov 4)\n## Day 2: B (Jan 2)\n", "2025-11-04 2026-01-02 " },
	{ "## Day 1: A (29.02.)\n", "2026-02-28 " },
};

TEST(plan_dates_without_a_year_take_the_one_that_fits)
{
	for (size_t i = 0; i < LENGTH(years); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		char iso[16];
		struct plan p = plan_parse(str_of(years[i].text), STR("p"), &a);
		plan_years(&p, day_of_civil(2025, 11, 12));
		for (int k = 0; k < p.nday; k++)
			buf_addf(&got, "%s ", day_iso(p.day[k].date, iso));
		assert_string_equal(buf_cstr(&got), years[i].want);
		buf_release(&got);
		arena_release(&a);
	}
}

TEST(plan_dates_whose_year_nothing_says_are_none_until_asked_with_a_day)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(STR("## Day 1: A (Nov 4-6)\n"), STR("p"), &a);
	assert_int_equal(p.day[0].date, DAY_NONE);
	assert_int_equal(p.day[0].date_to, DAY_NONE);
	assert_int_equal(p.nloose, 2);
	plan_years(&p, day_of_civil(2030, 1, 1));
	assert_int_equal(p.day[0].date, day_of_civil(2029, 11, 4));
	assert_int_equal(p.day[0].date_to, day_of_civil(2029, 11, 6));
	assert_int_equal(p.nloose, 0);
	arena_release(&a);
}

/* Marks of a day's line. */
static const struct {
	const char *after;
	unsigned marks;
} marks[] = {
	{ "", 0 },
	{ " ⚠️ **EXTENDED**", PLAN_EXTENDED },
	{ " CONTINUES TO WEEK 3", PLAN_EXTENDED },
	{ " (extended by a day)", PLAN_EXTENDED },
	{ " SHIFTED FROM DAY 2", PLAN_SHIFTED },
	{ " ⭐ MOVED FROM WEEK 2", PLAN_MOVED_HERE },
	{ " subject to change", PLAN_TENTATIVE },
	{ " (optional)", PLAN_OPTIONAL },
	{ " (30 min, if time permits)", PLAN_OPTIONAL },
	{ " (revised)", PLAN_REVISED },
	{ " and self-assessment", PLAN_CHECKPOINT },
	{ " EXTENDED, REVISED", PLAN_EXTENDED | PLAN_REVISED },
	{ " extended family", 0 },
	{ " optionality", 0 },
	{ " revised edition of the book", 0 },
};

TEST(plan_marks_are_what_headings_state)
{
	for (size_t i = 0; i < LENGTH(marks); i++) {
		struct arena a = { 0 };
		struct str text =
			arena_printf(&a, "# Week 1\n**Day 1: A**%s\n- [ ] a\n", marks[i].after);
		struct plan p = plan_parse(text, STR("p"), &a);
		assert_int_equal(p.nday, 1);
		if (p.day[0].marks != marks[i].marks)
			fail_msg("%s: %u", marks[i].after, p.day[0].marks);
		arena_release(&a);
	}
}

/* A block begins where a line names it, and ends at the next, a rule or a heading. */
static const struct {
	const char *text, *want;
} blocks[] = {
	{ "## Week 1\n**Day 1: A**\n\n**Session 1 - X (1 h)** ✅ **DONE**:\n- [ ] x\n\n**Session 2: "
	  "Y**"
	  "\n\ntext\n\n**Goal**: all\n\n- [x] y\n",
		"week 1 []\n  day 1 [A] in-progress\n   block [Session 1 - X] done 60m\n    o x\n"
		"   block [Session 2: Y] done\n    x y\n" },
	/* Without tasks only sessions and what has a time. */
	{ "## Week 1\n### Day 1: A\n**Session 1**\n\n**Reading (20 min)**\n\n**Thoughts**\n",
		"week 1 []\n  day 1 [A]\n   block [Session 1]\n   block [Reading] 20m\n" },
	{ "## Week 1\n**Reading (20 min)**\n\n**Listening (1 h)**\n- [ ] a\n\n---\n\n- [ ] b\n",
		"week 1 []\n    o b\n   block [Listening] 60m\n    o a\n" },
	/* Only a short line that stands alone names one. */
	{ "## Week 1\n### Day 1\nMorning:\n\n- [ ] a\n\nThis is what you need to do now and "
	  "then:\n\n"
	  "- [ ] b\n\n#### 14:00-15:30 Evening\n- [ ] c\n",
		"week 1 []\n  day 1 []\n   block [Morning]\n    o a\n    o b\n"
		"   block [Evening] at 14:00 90m\n    o c\n" },
	/* A range that steps back takes its blocks along. */
	{ "## Week 1\n**Day 1-2: R**\n\n**Session 1**\n\n**Day 1: A**\n- [ ] a\n",
		"week 1 []\n  day 1 [A]\n    o a\n" },
	/* Sections have none. */
	{ "# Rest\n**Study**\n- [ ] a\n", "section [Rest]\n    o a\n" },
};

TEST(plan_blocks_are_the_sessions_of_a_day_or_week)
{
	for (size_t i = 0; i < LENGTH(blocks); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		struct str text = str_of(blocks[i].text);
		struct plan p = plan_parse(text, STR("p"), &a);
		plan_check_sound(&p, text);
		plan_show(&got, &p);
		if (strcmp(buf_cstr(&got), blocks[i].want) != 0)
			fail_msg("%s\ngot:\n%s\nwant:\n%s", blocks[i].text, buf_cstr(&got),
				blocks[i].want);
		buf_release(&got);
		arena_release(&a);
	}
}

/* Tables that are plans, and tables that are none. */
static const struct {
	const char *text, *want;
} tables[] = {
	{ "| Week | Day | Task |\n|--|--|--|\n| 1 | 1 | a |\n| | 2 | b |\n| 2 | 1 | c |\n",
		"week 1 []\n  day 1 []\n    -o a\n  day 2 []\n    -o b\nweek 2 []\n  day 1 []\n"
		"    -o c\n" },
	{ "| Date | Topic | Hours |\n|--|--|--|\n| 2026-01-05 | Ohm | 2 |\n| 2026-01-06 | Volt | "
	  "1.5 |\n",
		"week 0 []\n  day 1 [Ohm] 2026-01-05 120m\n    -o Ohm 120m\n"
		"  day 2 [Volt] 2026-01-06 90m\n    -o Volt 90m\n" },
	{ "## Week 1\n- [ ] a\n\n| Week | Start date | End date |\n|--|--|--|\n| 1 | 2026-01-05 | "
	  "2026-01-11 |\n",
		"week 1 [] 2026-01-05..2026-01-11\n    o a\n" },
	{ "## Week 1\n\n| Time | Activity |\n|--|--|\n| 09:00-10:00 | Read |\n| 10:00 | Write |\n",
		"week 1 []\n    -o Read at 09:00 60m\n    -o Write at 10:00\n" },
	{ "| Week | Score |\n|--|--|\n| 1 | 80% |\n", "" },
	{ "| Question | Task |\n|--|--|\n| 1 | a |\n", "" },
	{ "| Week | Task |\n| 1 | a |\n", "" },
	{ "```\n| Week | Task |\n|--|--|\n| 1 | a |\n```\n", "" },
	/* A column for each weekday: one week, whose rows are parts of its days. */
	{ "## Week 2 (2026-01-05 - 2026-01-11)\n\n| | Mon | Tue | Sun |\n|--|--|--|--|\n"
	  "| Morning | a | b<br>c | rest day |\n| Evening | d | - | |\n",
		"week 2 [] 2026-01-05..2026-01-11\n  day 1 [Mon] 2026-01-05\n   block [Morning]\n  "
		"  -o a\n   block [Evening]\n    -o d\n  day 2 [Tue] 2026-01-06\n   block "
		"[Morning]\n    -o b\n    -o c\n  day 7 [Sun] 2026-01-11\n   block [Morning]\n    "
		"-o rest day\n" },
	{ "| Time | Monday (2 h) | Tuesday |\n|--|--|--|\n| 09:00-10:00 | a | |\n| 18:00 | b | c "
	  "|\n",
		"week 0 []\n  day 1 [Monday] 120m\n    -o a at 09:00 60m\n    -o b at 18:00\n  day "
		"2 [Tuesday]\n    -o c at 18:00\n" },
	{ "| Montag | Mittwoch |\n|--|--|\n| a | b |\n",
		"week 0 []\n  day 1 [Montag]\n    -o a\n  day 3 [Mittwoch]\n    -o b\n" },
	{ "| Mon, Jan 5 2026 | Tue, Jan 6 2026 |\n|--|--|\n| a | b |\n",
		"week 0 []\n  day 1 [Mon] 2026-01-05\n    -o a\n  day 2 [Tue] 2026-01-06\n    -o "
		"b\n" },
	/* A week in each row. */
	{ "| Week | Focus | Mo | Di |\n|--|--|--|--|\n| 1 | Hands | a | b |\n| | | c | |\n| 2 | "
	  "Feet | d | |\n",
		"week 1 [Hands]\n  day 1 [Mo]\n    -o a\n    -o c\n  day 2 [Di]\n    -o b\nweek 2 "
		"[Feet]\n  day 1 [Mo]\n    -o d\n" },
	{ "| | Mon | Wed |\n|--|--|--|\n| Week 1 | a | b |\n| Week 2 | c | d |\n",
		"week 1 []\n  day 1 [Mon]\n    -o a\n  day 3 [Wed]\n    -o b\nweek 2 []\n  day 1 "
		"[Mon]\n    -o c\n  day 3 [Wed]\n    -o d\n" },
	/* How long is no task; how weeks go as a rule is no week; one name alone may be a word. */
	{ "| Mon | Tue |\n|--|--|\n| 2 h | 1 h |\n", "" },
	{ "| Mon | Tue |\n|--|--|\n| run | swim |\n\n## Week 1\n\n- read\n",
		"week 1 []\n    -o read\n" },
	{ "| Sun | Earth |\n|--|--|\n| a | b |\n", "" },
	/* No "|" at the start of lines. */
	{ "Week | Task\n--- | ---\n1 | a\n2 | b\n\nx | y\n",
		"week 1 []\n    -o a\nweek 2 []\n    -o b\n" },
	{ "Mon | Tue\n:--|--\na | b\n- c | d\n",
		"week 0 []\n  day 1 [Mon]\n    -o a\n  day 2 [Tue]\n    -o b\n" },
	{ "- Week | Task\n--- | ---\n1 | a\n", "" },
	{ "Week | Task\n\n--- | ---\n1 | a\n", "" },
	{ "--- | ---\n1 | a\n", "" },
};

TEST(plan_tables_of_weeks_days_and_dates_are_plans)
{
	for (size_t i = 0; i < LENGTH(tables); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		struct str text = str_of(tables[i].text);
		struct plan p = plan_parse(text, STR("p"), &a);
		plan_check_sound(&p, text);
		plan_show(&got, &p);
		if (strcmp(buf_cstr(&got), tables[i].want) != 0)
			fail_msg("%s\ngot:\n%s\nwant:\n%s", tables[i].text, buf_cstr(&got),
				tables[i].want);
		buf_release(&got);
		arena_release(&a);
	}
}

TEST(plan_box_of_a_cell_holds_a_mark_that_can_be_ticked)
{
	static const char text[] =
		"| Day | Task | Done |\n|-|-|-|\n| 1 | a | [\0] |\n| 2 | b | [x] |\n";
	struct arena a = { 0 };
	struct plan p = plan_parse((struct str){ text, sizeof text - 1 }, STR("p"), &a);
	assert_int_equal(p.nitem, 2);
	assert_true(!p.item[0].boxed && !p.item[0].done);
	assert_true(p.item[1].boxed && p.item[1].done);
	arena_release(&a);
}

TEST(plan_parsing_twice_gives_the_same)
{
	for (size_t i = 0; i < LENGTH(shapes); i++) {
		struct arena a = { 0 };
		struct str path = arena_printf(&a, "tests/data/plans/%s.md", shapes[i].name);
		struct buf text = test_read(path.p), copy = { 0 };
		buf_add(&copy, buf_str(&text));
		struct plan p = plan_parse(buf_str(&text), path, &a);
		struct plan q = plan_parse(buf_str(&copy), path, &a);
		assert_true(str_eq(buf_str(&text), buf_str(&copy)));
		assert_int_equal(p.nitem, q.nitem);
		for (int k = 0; k < p.nitem; k++)
			assert_true(p.item[k].id == q.item[k].id);
		for (int k = 0; k < p.nday; k++)
			assert_true(p.day[k].id == q.day[k].id);
		buf_release(&copy);
		buf_release(&text);
		arena_release(&a);
	}
}

static unsigned next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*state >> 33);
}

static const char *const pieces[] = { "# ", "## ", "### ", "\n", "\n\n", "\r\n", "Week ", "Day ",
	"Phase ", "1", "2", "3-4", "(", ")", "- [ ] ", "- [x] a", "- ", "1. a\n", "**", "__", "`",
	"```\n", "  ", "\t", ": ", " - ", " DONE", "(optional)", "moved to ", "✅", "⚠️ ", "第",
	"一周", "2025-03-04", "Nov 4-6", "4. Mai", "04.11.", "11月4日", "Mon", "Monday", "Montag",
	" min", " hours", "1h30", "× ", "<", "09:00-10:30 ", "9am ", "|",
	"| Week | Task |\n|--|--|\n", "| 1 | a<br>b |\n", "| Mon | [x] |\n",
	"| | Mon | Tue |\n|-|-|-|\n", "| a | b | c |\n", "Week | Mon | Tue\n-|-|-\n", "2 | d | e\n",
	"| Day | Task | Done |\n|-|-|-|\n", "---\n", "Results",
	"Time: ", "Status: ", "Resources:", "Session ", "\xf0\x9f", "\xff", "é", "Неделя ",
	"выполнено", "\xd0", "EXTENDED", "if time", "Exam: ", "•" };

TEST(plan_of_any_bytes_is_sound)
{
	uint64_t seed = 7;
	for (int round = 0; round < 4000; round++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		for (int i = 0; i < 80; i++) {
			unsigned r = next_random(&seed);
			if (r % 16 == 0)
				buf_addc(&text, (char)(r >> 8));
			else
				buf_add(&text, str_of(pieces[(r >> 8) % LENGTH(pieces)]));
		}
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		plan_check_sound(&p, buf_str(&text));
		plan_years(&p, (int)(seed % 100000));
		plan_check_sound(&p, buf_str(&text));
		assert_true(plan_score(buf_str(&text)) >= 0);
		buf_release(&text);
		arena_release(&a);
	}
}

TEST(plan_shapes_again_and_again_are_sound)
{
	static const char *const lines[] = {
		"| Week | Task |\n|--|--|\n",
		"| 7 | a |\n",
		"# Week 1\n- a\n  - b\n",
		"**Day 1: (2025-11-04) (Nov 4) (4. Mai)**\n",
		"## Nov 4\n- [ ] a\n",
		"**Session (1 h)**\n",
		"# Week 7\n**Session (1 h)**\n- [ ] a\n",
		"- [ ] 1-2-3-4-5 x x x × × (optional (optional\n",
		"Time: 1 1 1 1 1 1 1\n",
		"- [ ] Mon Mon Mon, Mon, Mon, Nov Nov Nov 99\n",
		"## Monday\n- [ ] a\n",
		"•<br>•<br>| ",
	};
	for (size_t i = 0; i < LENGTH(lines); i++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		buf_add(&text, STR("| Week | Start |\n|--|--|\n| 1 | a |\n"));
		for (int k = 0; k < 2000; k++)
			buf_add(&text, str_of(lines[i]));
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		plan_check_sound(&p, buf_str(&text));
		buf_release(&text);
		arena_release(&a);
	}
}
