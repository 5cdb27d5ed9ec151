/* md_ascii_test.c - texts laid out for a screen that has ASCII only. */
#include "hone/md.h"

#include "hone/text.h"
#include "test.h"

static void add_lines(struct buf *out, const struct md_doc *doc)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++)
			buf_add(out, doc->line[i].span[k].text);
		buf_addc(out, '\n');
	}
}

static void check(const char *src, int cols, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	md_ascii(true);
	struct md_doc doc = md_layout(str_of(src), cols, 0, &a);
	md_ascii(false);
	add_lines(&b, &doc);
	assert_str(buf_str(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(ascii_formulas_are_shown_as_they_were_written)
{
	check("so $\\hat\\theta \\le x_i^2$ is", 60, "so $\\hat\\theta \\le x_i^2$ is\n");
	check("\\(a_b\\) and \\[c \\in S\\].", 60, "\\(a_b\\) and\n\n\\[c \\in S\\].\n");
	check("so $$\\frac{a}{b}$$, then", 60, "so\n\n$$\\frac{a}{b}$$,\n\nthen\n");
	check("$$\n\\frac{a}{b} \\\\\n*c*\n$$\n", 60, "$$\n\\frac{a}{b} \\\\\n*c*\n$$\n");
	check("\\begin{align}\nx &= 1\n\\end{align}\n", 60,
		"\\begin{align}\nx &= 1\n\\end{align}\n");
	check("```math\n\\int_0^1 x\n```\n", 60, "  \\int_0^1 x\n");
	check("$\\alpha + \\beta + \\gamma$", 18, "$\\alpha + \\beta +\n\\gamma$\n");
	check("## On $x^2$\n", 60, "On $x^2$\n");
	check("| a | b |\n|---|---|\n| $x^2$ | c |\n", 60, "a      b\n─────  ─\n$x^2$  c\n");
	check("> $y^2$\n", 60, "│ $y^2$\n");
}

TEST(ascii_signs_take_the_columns_that_they_need)
{
	static const char *const want[][2] = { { "a ≤ b≥c ≠ d", "a <= b>=c != d" },
		{ "x → y ⇒ z … — –", "x -> y => z ... -- –" }, { "x² y¹⁰ 10⁻⁶", "x^2 y^10 10^-6" },
		{ "x²y and β₁x", "x^2 y and beta_1 x" }, { "xᵢ₊₁ eⁿ⁺¹", "x_(i+1) e^(n+1)" },
		{ "λx, 2π, πr², αβ", "lambda x, 2 pi, pi r^2, alpha beta" },
		{ "Σᵢ Δ∞", "Sigma_i Delta inf" }, { "x∈S and ∑ᵢ√n", "x in S and sum_i sqrt n" },
		{ "ŷ x̄ θ̂ café crêpe", "y-hat x-bar theta-hat café crêpe" }, { "λόγος", "λόγος" },
		{ "5 μs 90° ±½ 3½", "5 us 90 deg +/-1/2 3 1/2" }, { "𝜃 ϕ ℝ", "theta phi ℝ" },
		{ "∂L/∂w", "partial L/partial w" }, { "`a ≤ b` **λ**x", "a <= b lambda x" },
		{ "é ✓ • ☑", "é ✓ • ☑" } };
	for (size_t i = 0; i < LENGTH(want); i++) {
		struct buf b = { 0 };
		buf_addf(&b, "%s\n", want[i][1]);
		check(want[i][0], 70, buf_cstr(&b));
		buf_release(&b);
	}
}

TEST(ascii_lines_are_measured_as_they_are_shown)
{
	check("aa ≤ bb ≤ cc", 8, "aa <= bb\n<= cc\n");
	check("| s | t |\n|---|---|\n| → | λ |\n| b | c |\n", 60,
		"s   t\n──  ──────\n->  lambda\nb   c\n");
	check("# x²\n", 60, "x^2\n───\n");
	check("- [x] a ≥ b\n", 60, "☑ a >= b\n");
}

TEST(ascii_code_stays_aligned_where_it_can)
{
	check("```\nx ≤ 1   # α\nyy = 2  # β\n```\n", 60, "  x <= 1  # alpha\n  yy = 2  # beta\n");
	check("```\n├──→ a\n```\n", 60, "  ├──→ a\n");
}

TEST(ascii_changes_no_names)
{
	struct arena a = { 0 };
	md_ascii(true);
	struct md_doc doc = md_layout(
		STR("# x² of $y^2$\n\n[λ](a.md#λ) https://x.org/λ\n\n| https://x.org/→ |\n|---|\n"),
		60, 0, &a);
	md_ascii(false);
	assert_str(doc.heading[0].text, "x² of y²");
	assert_str(doc.heading[0].shown, "x^2 of $y^2$");
	assert_int_equal(doc.nlink, 3);
	assert_str(doc.link[0].target, "a.md#λ");
	assert_str(md_link_text(&doc, 0, &a), "lambda");
	assert_str(doc.link[1].target, "https://x.org/λ");
	assert_str(doc.link[2].target, "https://x.org/→");
	arena_release(&a);
}

TEST(ascii_is_for_screens_and_listeners_not_for_files)
{
	struct arena a = { 0 };
	struct str src = STR("$x^2$ ≤ 1");
	struct buf b = { 0 };
	md_ascii(true);
	struct md_doc file = md_layout_for(MD_FILE, src, 60, &a);
	struct md_doc aloud = md_layout_for(MD_ALOUD, src, 60, &a);
	struct str shown = md_shown(src, &a);
	md_ascii(false);
	add_lines(&b, &file);
	add_lines(&b, &aloud);
	assert_str(buf_str(&b), "x² ≤ 1\n$x^2$ <= 1\n");
	assert_str(shown, "$x^2$ <= 1");
	assert_str(md_shown(src, &a), "x² ≤ 1");
	buf_release(&b);
	arena_release(&a);
}

/* What two books of formulas and text hold is all shown in one way or the other, at every width. */
TEST(ascii_leaves_no_sign_that_would_be_drawn_as_another)
{
	static const char *const sign[] = { "≤", "≥", "≠", "→", "…", "²", "λ" };
	static const char *const file[] = { "tests/data/formulas.md",
		"decks/ml-interview/sheets/ab-testing-distributions.md",
		"decks/ml-interview/sheets/system-design-framework.md" };
	for (size_t f = 0; f < LENGTH(file); f++) {
		struct buf sheet = test_read(file[f]), shown = { 0 };
		for (int cols = 8; cols <= 120; cols += 7) {
			struct arena a = { 0 };
			md_ascii(true);
			struct md_doc doc = md_layout(buf_str(&sheet), cols, 0, &a);
			md_ascii(false);
			assert_true(doc.nline > 10);
			buf_clear(&shown);
			add_lines(&shown, &doc);
			for (size_t i = 0; i < LENGTH(sign); i++)
				assert_int_equal(str_find(buf_str(&shown), str_of(sign[i]), 0), -1);
			arena_release(&a);
		}
		buf_release(&shown);
		buf_release(&sheet);
	}
}
