/* content_test.c - what a file is, from what stands in it. */
#include "hone/content.h"

#include "test.h"

TEST(content_is_told_from_the_text)
{
	static const struct {
		const char *text;
		unsigned want;
	} s[] = {
		{ "", CONTENT_SHEET },
		{ "# Notes\n\nProse.\n", CONTENT_SHEET },
		{ "Q: a\nA: b\n", CONTENT_SHEET | CONTENT_DECK },
		{ "| Topic | Know | Unsure | Dunno |\n|-|-|-|-|\n| a | [x] | [ ] | [ ] |\n",
			CONTENT_SHEET | CONTENT_TOPICS },
		{ "| Date | Score |\n|-|-|\n| 2024-01-01 | 5% |\n",
			CONTENT_SHEET | CONTENT_CHECKS },
		{ "# Plan\n## Week 1: Go\n### Day 1: Run\n- [ ] a\n- [x] b\n- [ ] c\n",
			CONTENT_SHEET | CONTENT_PLAN },
		/* Boxes and weeks make no plan of what is something else. */
		{ "# Check\n## Week 1: Go\n### Day 1: Run\n- [ ] a\n\n"
		  "| Topic | Status |\n|-|-|\n| a | [know] |\n",
			CONTENT_SHEET | CONTENT_TOPICS },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		unsigned got = content_roles(str_of(s[i].text), NULL, NULL);
		if (got != s[i].want)
			fail_msg("\"%s\" is %u, not %u", s[i].text, got, s[i].want);
	}
}

TEST(content_points_are_those_of_the_plan)
{
	int points;
	content_roles(STR("# Notes\n"), NULL, &points);
	assert_int_equal(points, 0);
	content_roles(STR("## Week 1: Go\n### Day 1: Run\n- [ ] a\n"), NULL, &points);
	assert_true(points > 0);
}

#define FOLDER "study/ml-study-plan/"

TEST(content_of_the_sample_folder)
{
	enum { SHEET = CONTENT_SHEET, MAYBE_PLAN = CONTENT_PLAN };
	static const struct {
		const char *file;
		unsigned want; /* besides being a sheet and perhaps a lesser plan */
	} s[] = {
		{ FOLDER "ML-Interview-Prep-Plan.md", CONTENT_PLAN },
		{ FOLDER "ML-Theory-Questions.md", CONTENT_DECK },
		{ FOLDER "ML-Coding-Questions.md", CONTENT_DECK },
		{ FOLDER "ML-System-Design-Questions.md", CONTENT_DECK },
		{ FOLDER "Daily-Knowledge-Check-Protocol.md", CONTENT_CHECKS },
		{ FOLDER "Project-Ideas.md", 0 },
		{ FOLDER "gap_analysis/Week2-LLM-Systems-Topic-Check.md", CONTENT_TOPICS },
		{ FOLDER "gap_analysis/Week2-Statistics-Topic-Check.md", CONTENT_TOPICS },
		{ FOLDER "references/Gradient-Formulas-Cheatsheet.md", 0 },
		{ FOLDER "references/day10-gpu-roofline-3Dparellel.md", 0 },
		{ FOLDER "references/day11-inferenceOptimize.md", 0 },
		{ FOLDER "references/day12-transformerCalc.md", 0 },
		{ FOLDER "references/day13-regressionDiag-cov_corr.md", 0 },
		{ FOLDER "references/day14-mle-hypothesisTest.md", 0 },
		{ FOLDER "references/day15-abTest-statsFund.md", 0 },
		{ FOLDER "references/day3-optimizers-ROC.md", 0 },
		{ FOLDER "references/day4-regularization-regressionMetrics-kmeans.md", 0 },
		{ FOLDER "references/day5-boosting.md", 0 },
		{ FOLDER "references/day7-8-megatronLM-ZeRO.md", 0 },
	};
	int best = -1;
	const char *plan = NULL;
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct buf b = test_read(test_shared(s[i].file));
		int points;
		unsigned roles = content_roles(buf_str(&b), NULL, &points);
		unsigned rest = roles & ~(unsigned)(SHEET | (s[i].want ? 0 : MAYBE_PLAN));
		assert_true(roles & CONTENT_SHEET);
		if (rest != s[i].want)
			fail_msg("%s is %u", s[i].file, roles);
		if (roles & CONTENT_PLAN && points > best) {
			best = points;
			plan = s[i].file;
		}
		buf_release(&b);
	}
	assert_string_equal(plan, FOLDER "ML-Interview-Prep-Plan.md");
}

/* Where weeks or days stand, boxes under "Topics" are tasks; a list that says it is of topics is an inventory. */
TEST(a_list_of_boxes_is_an_inventory_where_it_says_so)
{
	static const struct {
		const char *text;
		unsigned want;
	} s[] = {
		{ "# Topics\n\n## Trees\n\n- [ ] a\n- [x] b\n- [~] c\n", CONTENT_TOPICS },
		{ "# Moving\n\n- [ ] a\n- [x] b\n- [ ] c\n", CONTENT_PLAN },
		{ "# P\n\n## Week 1\n\n### Day 1\n\n#### Topics\n\n- [ ] a\n- [ ] b\n- [ ] c\n",
			CONTENT_PLAN },
		{ "# Deck of concepts\n\nQ: What?\nA: That.\n\n- [ ] a\n- [ ] b\n- [ ] c\n",
			CONTENT_DECK },
	};
	for (size_t i = 0; i < LENGTH(s); i++)
		assert_int_equal(
			content_roles(str_of(s[i].text), NULL, NULL), CONTENT_SHEET | s[i].want);
}
