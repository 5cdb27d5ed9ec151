/* tex_even_test.c - formulas as rows: what is of a kind looks alike, and lines are broken where one would break them. */
#include "../test.h"

#include "hone/tex.h"

static const struct {
	int cols;
	const char *src, *rows;
} formulas[] = {
	{ 25, "L(x) = f(a + b)(c + d) + e",
		"L(x)\n"
		"    = f(a + b)(c + d) + e\n" },
	{ 17, "S = \\sum_{i} f(x_i) \\cdot \\sum_j g(y_j)",
		"S = ∑ f(xᵢ)\n"
		"    i\n"
		"\n"
		"    ⋅ ∑ g(yⱼ)\n"
		"      j\n" },
	{ 34, "L = E[\\min(r(t), f(r(t), 1 - e, 1 + e))]",
		"L = E[min(r(t),\n"
		"    f(r(t), 1 − e, 1 + e))]\n" },
	{ 60, "\\underbrace{xy}_{n} z",
		"xy z\n"
		"╰╯\n"
		"n\n" },
	{ 60, "\\overrightarrow{AB} \\vec{x}",
		"─→\n"
		"ABx⃗\n" },
	{ 60, "p(y_w) - p(y_l) + x_i",
		"p(y ) − p(y ) + xᵢ\n"
		"   w       l\n" },
	{ 60, "x_{1}, x_{11}, x_{1d}",
		"x₁, x  , x\n"
		"     11   1d\n" },
};

TEST(rows_are_even_and_broken_well)
{
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(formulas); i++) {
		struct tex_box box;
		struct buf got = { 0 };
		assert_true(tex_rows(str_of(formulas[i].src), formulas[i].cols, &a, &box));
		for (int k = 0; k < box.nrow; k++)
			buf_addf(&got, "%.*s\n", STR_ARG(box.row[k]));
		assert_str(buf_str(&got), formulas[i].rows);
		buf_release(&got);
	}
	arena_release(&a);
}
