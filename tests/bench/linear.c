/*
 * linear.c - does twice the text take twice the time, whatever stands in it?
 *
 *   linear
 *
 * Texts of one piece again and again, each piece meant to lead a reader astray. One row of output for each reader:
 * the processor time of the piece that grows most for eight times the text, eight times the time of one text, the
 * limit for their ratio. Quadratic work would take eight times that. The figures are the best of some runs.
 */
#include <malloc.h>
#include <stdio.h>
#include <time.h>

#include "hone/encoding.h"
#include "hone/guide.h"
#include "hone/md.h"
#include "hone/plan.h"
#include "hone/tex.h"
#include "hone/text.h"
#include "timed.h"

enum { RUNS = 4, TIMES = 8, LIMIT = 3, COLS = 60, NARROW = 20, NOTHING = 200 };

static void sheet(struct str text)
{
	struct arena a = { 0 };
	md_layout(text, COLS, 0, &a);
	arena_release(&a);
}

static void guide(struct str text)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(text, STR("p"), &a);
	guide_parse(text, STR("p"), &p, &a);
	arena_release(&a);
}

static void plan(struct str text)
{
	struct arena a = { 0 };
	plan_parse(text, STR("p"), &a);
	arena_release(&a);
}

static void wrap(struct str text)
{
	struct str line;
	while (text_wrap(&text, NARROW, &line))
		;
}

static void decode(struct str text)
{
	struct arena a = { 0 };
	encoding_decode(text, &a);
	arena_release(&a);
}

static void formula(struct str text)
{
	struct arena a = { 0 };
	struct str line;
	struct tex_box box;
	if (tex_line(text, &a, &line) != tex_rows(text, COLS, &a, &box))
		die("a formula that is refused in one form only");
	arena_release(&a);
}

static const char *const of_sheets[] = { "word ", "x", "word\n", "a\n\n", "- a\n", "> a\n\n",
	"# a\n", "**a** ", "*a _b ", "`a` ", "`", "[a](b) ", "[a", "![", "~~a~~ ", "~a ", "$x_1$ ",
	"$x ", "\\(x", "<b>a</b> ", "<div>\na\n\n", "<!-- a ", "<a \"", "[^1] ", "[^1]: a\n", "[^a",
	"| a | b |\n", "| a |\n|---|\n| [b] |\n\n", "|---|\n", "[a]: b\n", "https://a.b ",
	"```\na\n```\n", "!!! note\n    a\n\n", "> [!NOTE]\n> a\n\n", "\xce\xbb", "\xcc\x81",
	"\xff", "a<sub>b ", "&lambda;", "<p>&lambda;", "www.", "www. ", "://", "awww.",
	"**a**: b\n", "---\na: b\n", NULL };

static const char *const of_guides[] = { "[", "](", "(", "a ", "a", "1", "1-", "80%", "80% → ",
	"80%, ", "if a, ", "If too easy. ", "**", "`", "\n", "- a\n", "  - a\n", "- [ ] 20+ a\n",
	"# a\n", "## Week 1\n- [ ] a\n", "Day 1: a\n", "**Day 1 Status**: a\n",
	"**Day 1-9: a**\n- b\n", "| a | b |\n|--|--|\n", "| Week | Goal |\n|--|--|\n| 1 | a |\n",
	"**Goal**: 80%\n", "- If 80%: Option A\n", "- Monday: 1 hour\n", "x.org/", "a.md ",
	"local: a/b ", "https://x.org/ ", "✅", "é", "\xff", "Week 1-999: a\n", "## Week 1-999\n",
	"**End of Week 4**:\n- a\n", "Week ", "day1 ", NULL };

static const char *const of_plans[] = { "- [ ] the same\n", "## Week 1: A\n",
	"# Phase 1: A\n# Week 900\n", "**Day 1: A**\n**Day 2 Results** ✅\n",
	"**Day 1-9: A**\n**Day 3-4 Results**\n", "```\n", "**(((((((((((((((((((((((((((**\n",
	"# Day 1: (((((((((((((((((((((((((((((((((1-\n", "          - x\n",
	"| Week | Task |\n|--|--|\n", "| 7 | a |\n", "# Week 1\n- a\n  - b\n",
	"**Day 1: (2025-11-04) (Nov 4) (4. Mai)**\n", "## Nov 4\n- [ ] a\n", "**Session (1 h)**\n",
	"# Week 7\n**Session (1 h)**\n- [ ] a\n", "- [ ] 1-2-3-4-5 x x x × × (optional (optional\n",
	"Time: 1 1 1 1 1 1 1\n", "- [ ] Mon Mon Mon, Mon, Mon, Nov Nov Nov 99\n",
	"## Monday\n- [ ] a\n", "•<br>•<br>| ", NULL };

static const char *const of_wraps[] = { "x", " ", "x ", "\xE2\x80\x8B", "漢", "e\xCC\x81",
	"\xCC\x81", "\xFF", "x\xE2\x80\x8D", "👩\xE2\x80\x8D", NULL };

/* Mojibake; the last one is spoilt by what no such text has. */
static const char *const of_codes[] = { "a Ã© Ã¨ ", "√©", "a Ã© → ", "\xff", "\xe9", NULL };

static const char *const of_formulas[] = { "x", "x ", "12", "{}", "{x}", "(", "()", "|", "'", "x'",
	"_1", "^2", "x_1", "\\,", "\\frac12", "\\frac{a}{b}", "\\sqrt{x}", "\\left(x\\right)",
	"\\left(", "\\hat x", "&", "\\\\", "a&b\\\\", "\\frac12\\\\",
	"\\begin{matrix}a&b\\end{matrix}", "\\nobody", "\\text{a}", "\\sum_1", "(\\frac12",
	"\\begin{align}", "中", "≤", "{", "}", "\\xrightarrow{a}", "\\tag{1}", "\\quad", "\\int",
	"\xcc\x81", "\xff", "\\", NULL };

static const struct reader {
	const char *name;
	void (*read)(struct str text);
	const char *const *piece;
	size_t bytes; /* of the small text */
} readers[] = {
	{ "sheet", sheet, of_sheets, 20000 },
	{ "guide", guide, of_guides, 10000 },
	{ "plan", plan, of_plans, 40000 },
	{ "text wrapped", wrap, of_wraps, 40000 },
	{ "encoding", decode, of_codes, 200000 },
	{ "formula", formula, of_formulas, 6000 },
};

static double best_of(const struct reader *r, struct str text)
{
	double best = 1e15;
	for (int i = 0; i < RUNS; i++) {
		double began = cpu();
		r->read(text);
		double took = cpu() - began;
		best = took < best ? took : best;
	}
	return best;
}

static void measure(const struct reader *r)
{
	double small = 1, large = 0;
	const char *worst = "";
	for (const char *const *piece = r->piece; *piece; piece++) {
		struct buf text = { 0 };
		while (text.n < r->bytes)
			buf_add(&text, str_of(*piece));
		double one = best_of(r, buf_str(&text));
		while (text.n < r->bytes * TIMES)
			buf_add(&text, str_of(*piece));
		double many = best_of(r, buf_str(&text));
		if (many > NOTHING && many * small > large * one) {
			small = one;
			large = many;
			worst = *piece;
		}
		buf_release(&text);
	}
	fprintf(stderr, "%s: \"%.12s\" grows most\n", r->name, worst);
	printf("%s, 8 times a text, us (floor: 8 times its time)\t%.1f\t%.1f\t%d\n", r->name, large,
		small * TIMES, LIMIT);
}

int main(void)
{
	/* Memory that was used once is kept: what the system takes to hand it out is no matter of ours. */
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
	mallopt(M_MMAP_THRESHOLD, 1 << 30);
	struct buf first = { 0 };
	while (first.n < 1 << 20)
		buf_add(&first, STR("- a\n\n"));
	sheet(buf_str(&first));
	buf_release(&first);
	for (size_t i = 0; i < LENGTH(readers); i++)
		measure(&readers[i]);
	return 0;
}
