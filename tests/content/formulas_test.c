/* formulas_test.c - figures of the cloze cards, the coding problems and the study of the terminal. */
#include "figure.h"

TEST(figures_of_formulas_hold)
{
	const double days = 30, minute = 60;
	const struct figure s[] = {
		{ "ml-interview/questions/12-formulas.md", "plus or minus [1.96]",
			normal_below(1.96) - normal_below(-1.96), 0.95, 1e-4 },
		{ "ml-interview/questions/12-formulas.md", "2 (1.96 + [0.84])²", normal_below(0.84),
			0.8, 1e-3 },
		{ "ml-interview/questions/12-formulas.md", "n = [16] σ²/δ²",
			2 * (1.96 + 0.84) * (1.96 + 0.84), 16, 0.025 },
		{ "ml-interview/questions/12-formulas.md",
			"[16] bytes a parameter: 2 weights, 2 gradients, [4] master weights and "
			"[8] moments",
			2 + 2 + 4 + 2 * 4, 16, 0 },
		{ "ml-interview/questions/12-formulas.md",
			"[12 d²] parameters: [4 d²] attention and [8 d²]", 4 + 2 * 4, 12, 0 },
		{ "ml-interview/questions/12-formulas.md",
			"[6ND] FLOPs: [2ND] forward, [4ND] backward", 2 + 4, 6, 0 },
		/* Parameters gathered twice and gradients scattered once, against an all-reduce of two halves. */
		{ "ml-interview/questions/12-formulas.md", "ZeRO-3 communicates [1.5] times",
			(2 + 1) / 2.0, 1.5, 0 },
		{ "ml-interview/questions/12-formulas.md", "at most [1/4]", 0.5 * (1 - 0.5), 0.25,
			0 },
		{ "ml-interview/questions/12-formulas.md", "86 400", 24 * 60 * minute, 86400, 0 },
		{ "ml-interview/questions/12-formulas.md",
			"about [43] minutes of outage in a month of 30 days",
			(1 - 0.999) * days * 24 * 60, 43, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_plan_hold)
{
	/* The minutes of its weeks; of two options the first. */
	const double minutes =
		470 + 505 + 465 + 490 + 475 + 490 + 490 + 460 + 470 + 465 + 395 + 360;
	const struct figure s[] = {
		{ "ml-interview/plan.md",
			"At five hours a week the whole plan takes eighteen to nineteen weeks",
			minutes / 60 / 5, 18.5, 0.02 },
		{ "ml-interview/plan.md", "Taking stock (1.5 hours)", 45 + 5 + 25 + 5 + 10, 90, 0 },
		{ "ml-interview/plan.md", "For 7-8 hours/week", 1.5 + 1.25 + 1.5 + 1 + 2.25, 7.5,
			0 },
		{ "ml-interview/plan.md", "For 10 hours/week", 7.5 + 1 + 1.5, 10, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_terminal_hold)
{
	static const struct figure s[] = {
		/* Nine halvings are enough for 500 commits: 256 < 500 <= 512. */
		{ "terminal/git.md", "about 9 steps, as $2^9 = 512$", 1 << 9, 512, 0 },
		{ "terminal/sheets/vim-motions.md", "`2d3w` deletes six words", 2 * 3, 6, 0 },
	};
	figures_hold(s, LENGTH(s));
}
