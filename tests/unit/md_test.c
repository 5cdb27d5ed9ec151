/* md_test.c - markdown as laid-out lines: what it looks like, and what holds for every input. */
#include "../test.h"

#include <stdio.h>
#include <string.h>

#include "hone/md.h"
#include "hone/text.h"

/* Lines as text. With `marks`, spans as "<kind flags:text>", the kind being a letter. */
static struct buf picture(struct md_doc doc, bool marks)
{
	static const char kind[] = "p123clqmh";
	struct buf b = { 0 };
	for (int i = 0; i < doc.nline; i++) {
		for (int k = 0; k < doc.line[i].nspan; k++) {
			struct md_span s = doc.line[i].span[k];
			if (marks)
				buf_addf(&b, "<%c%s%s%s:", kind[s.style & MD_KIND],
					s.style & MD_STRONG ? "S" : "",
					s.style & MD_EMPH ? "E" : "",
					s.style & MD_STRIKE ? "X" : "");
			buf_add(&b, s.text);
			if (marks)
				buf_addc(&b, '>');
		}
		buf_addc(&b, '\n');
	}
	return b;
}

static void check(const char *src, int cols, const char *want)
{
	struct arena a = { 0 };
	struct buf b = picture(md_layout(str_of(src), cols, 0, &a), false);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

static void check_spans(const char *src, const char *want)
{
	struct arena a = { 0 };
	struct buf b = picture(md_layout(str_of(src), 40, 0, &a), true);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(nothing_gives_no_lines)
{
	check("", 20, "");
	check("\n\n  \n", 20, "");
	check("<!-- only a comment -->\n", 20, "");
}

TEST(headings_have_no_signs_and_the_first_level_a_rule)
{
	check("# Top\ntext\n## Next\nmore\n### Third\nbody\n", 20,
		"Top\n───\n\ntext\n\nNext\n\nmore\n\nThird\nbody\n");
	check_spans("# A *b*\n", "<1S:A ><1SE:b>\n<m:───>\n");
	check_spans("### **C** `d`\n", "<3S:C ><cS:d>\n");
}

TEST(paragraphs_wrap_at_words)
{
	check("one two three four", 9, "one two\nthree\nfour\n");
	check("one\ntwo\n\nthree", 20, "one two\n\nthree\n");
	check("a\xef\xbb\xbf  \nb", 20, "a\xef\xbb\xbf\nb\n");
	check("a\xef\xbb\xbf b\xef\xbb\xbf c", 8, "a\xef\xbb\xbf b\xef\xbb\xbf c\n");
	check("abcdefghijkl", 8, "abcdefgh\nijkl\n");
	check("aaaa-bbbbbb", 8, "aaaa-\nbbbbbb\n");
	check("the error (p - y) counts", 12, "the error\n(p - y)\ncounts\n");
	check("one two - three", 8, "one\ntwo -\nthree\n");
	check("onetwo - three", 8, "onetwo -\nthree\n");
	check("onetwos - three", 8, "onetwos\n- three\n");
	check("hard  \nbreak\\\nhere<br>and", 20, "hard\nbreak\nhere\nand\n");
	check("\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad", 8,
		"\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad\xe6\x96\x87\n\xe4\xb8\xad\n");
}

TEST(a_bold_label_or_pictograph_keeps_its_line)
{
	check("**Use**: a\n**Cost:** b\n**bold** c", 30, "Use: a\nCost: b bold c\n");
	check("Term\n: what it is\n: or that\n:no", 30, "Term\n: what it is\n: or that :no\n");
	check("\xe2\x9d\x8c no\n\xe2\x9c\x85 yes", 30, "\xe2\x9d\x8c no\n\xe2\x9c\x85 yes\n");
}

TEST(inline_marks_become_styles)
{
	check_spans("a **b** *c* `d` ~~e~~", "<p:a ><pS:b><p: ><pE:c><p: ><c:d><p: ><pX:e>\n");
	check_spans("[text](http://x) <http://y>", "<l:text><p: ><l:http://y>\n");
	check_spans("[](http://x)", "<l:http://x>\n");
	check_spans("![alt](y.png)", "<m:[image: alt]>\n");
	check_spans("a <b>c</b> <!-- no -->d", "<p:a ><pS:c><p: d>\n");
	check_spans("~~open and ~ single", "<p:~~open and ~ single>\n");
	check_spans("~5 and ~one~ or ~~b ~c~", "<p:~5 and ><pX:one><p: or ~~b ><pX:c>\n");
	check_spans("~a ~~b~ c~~ d", "<pX:a ~~b><p: c~~ d>\n");
	check_spans("~~a **b** c~~ d", "<pX:a ><pSX:b><pX: c><p: d>\n");
}

TEST(formulas_wrap_after_operators_and_outside_brackets)
{
	check("aa $x = y - 1$ bb", 10, "aa\nx = y − 1\nbb\n");
	check("The loss $-y\\ln p - (1 - y)\\ln(1 - p)$ falls.", 24,
		"The loss −y ln p −\n(1 − y) ln(1 − p) falls.\n");
	check("One $a + b + c + d = e + f + g$ two", 20, "One a + b + c + d =\ne + f + g two\n");
	check("One $0.2 \\cdot 90 + 0.8 \\cdot 30 = 42$ and", 20,
		"One 0.2 ⋅ 90 +\n0.8 ⋅ 30 = 42 and\n");
	check("if $f(a, b, c) > 0, g(a, b) < 1$ holds", 20,
		"if f(a, b, c) > 0,\ng(a, b) < 1 holds\n");
	check("so $x > 0 \\text{ for every layer of the net}$", 20,
		"so x > 0 for every\nlayer of the net\n");
	check("with $\\max(a_1 + a_2 + a_3 + a_4 + a_5 + a_6, b)$", 24,
		"with max(a₁ + a₂ + a₃ +\na₄ + a₅ + a₆, b)\n");
}

TEST(a_formula_longer_than_a_line_is_broken_at_its_best_blank)
{
	check("$a = b + c$", 8, "a = b +\nc\n");
	check("$(a + b)(c + d)$", 8, "(a +\nb)(c +\nd)\n");
	check("| a | b |\n|---|---|\n| $x = y - 1$ | some words of a long text |\n", 24,
		"a          b\n"
		"─────────  ─────────────\n"
		"x = y − 1  some words of\n"
		"           a long text\n");
}

TEST(lists_hang_and_nest)
{
	check("- one\n- two three four\n  - five\n- six", 10,
		"• one\n• two\n  three\n  four\n  • five\n• six\n");
	check("- a\n\n- b\n\n  c\n", 20, "• a\n\n• b\n\n  c\n");
	check("9. a\n10. b\n", 20, " 9. a\n10. b\n");
	check("3) a\n", 20, "3) a\n");
	check("- [ ] a\n- [x] b\n- [y] c\n1. [X] d\n", 20, "☐ a\n☑ b\n• [y] c\n\n1. ☑ d\n");
	check("-\n- a\n", 20, "•\n• a\n");
	check("- - a\n", 20, "• • a\n");
	check("Lead:\n- a\n\nAfter\n", 20, "Lead:\n• a\n\nAfter\n");
	check_spans("- [x] a", "<m:☑ ><p:a>\n");
}

TEST(quotes_have_a_bar)
{
	check("> a\n> b\n>\n> > c\n\nd", 20, "│ a b\n│\n│ │ c\n\nd\n");
	check("- > a\n  > - b\n", 20, "• │ a\n  │ • b\n");
	check_spans("> a `b`", "<m:│ ><q:a ><c:b>\n");
}

TEST(code_is_never_wrapped)
{
	check("```c\nint a_long_line = 1;\n\n\tx\n```\n", 10,
		"  int a_long_line = 1;\n\n          x\n");
	check("    indented\n", 20, "  indented\n");
	check("- a\n  ```\n  b\n  ```\n", 20, "• a\n    b\n");
	check("> ```\n> a\n>\n> b\n> ```\n", 20, "│   a\n│\n│   b\n");
	check("```\n```\n\nafter", 20, "after\n");
}

TEST(a_blank_before_what_is_not_seen_takes_no_column)
{
	check("abc efgh\n\xEF\xBB\xBF", 8, "abc efgh\n");
	check("abc efgh \xEF\xBB\xBF\\\nx", 8, "abc efgh\nx\n");
	check("abc efgh \xEF\xBB\xBF x", 8, "abc efgh\n\xEF\xBB\xBF x\n");
}

/* Between any two characters, but not before what ends or after what opens something; Korean has blanks. */
TEST(chinese_and_japanese_fill_their_lines)
{
	check("See 木のデータ構造です", 12, "See 木のデー\nタ構造です\n");
	check("木のデータ、構造です", 11, "木のデー\nタ、構造で\nす\n");
	check("木の「葉」です", 8, "木の\n「葉」で\nす\n");
	check("a word 트리 자료구조", 12, "a word 트리\n자료구조\n");
	check("**太字**のデータ構造", 8, "太字の\nデータ構\n造\n");
}

TEST(rules_are_as_wide_as_the_text)
{
	check("a\n\n***\n\nb", 8, "a\n\n────────\n\nb\n");
	check("> ---\n", 8, "│ ──────\n");
}

TEST(tables_align_their_columns)
{
	check("| a | bb | c |\n|:--|--:|:-:|\n| one | 2 | x |\n| `t` | 33 | yyy |\n", 30,
		"a    bb   c\n───  ──  ───\none   2   x\nt    33  yyy\n");
	check("text\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\nafter\n", 30,
		"text\na  b\n─  ─────\n1\n1  2 | 3\n\nafter\n");
	check("| `a\\|b` | c |\n|---|---|\n", 30, "a|b  c\n───  ─\n");
	check("| a |\n|---|---|\n", 30, "| a | |---|---|\n");
	check("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", 30, "│ a  b\n│ ─  ─\n│ 1  2\n");
	check("- | a | b |\n  |---|---|\n  | 1 | 2 |\n", 30, "• a  b\n  ─  ─\n  1  2\n");
	check("| a | b |\n|---|---|\n| # x | - y |\n---\n", 10,
		"a    b\n───  ───\n# x  - y\n\n──────────\n");
	check_spans("| a | b |\n|---|---|\n| *1* | 2 |\n",
		"<pS:a><p:  ><pS:b>\n<m:─><p:  ><m:─>\n<pE:1><p:  ><p:2>\n");
}

TEST(a_wide_table_folds_its_widest_columns)
{
	check("| k | text |\n|---|---|\n| a | one two three |\n| b | four |\n", 12,
		"k  text\n─  ─────────\na  one two\n   three\n\nb  four\n");
}

TEST(formulas_are_laid_out_in_their_line)
{
	check("$a_{i} b*c*d$ and \\(x_1 \\{y\\}\\)", 60, "aᵢb * c * d and x₁{y}\n");
	check("*a* $x_1$ *b* $y_2$ `$z_3$`", 60, "a x₁ b y₂ $z_3$\n");
	check("# The loss $L(\\theta)$", 60, "The loss L(θ)\n─────────────\n");
	check("| $P(A|B)$ |\n|---|\n| $x_1$ |\n", 60, "P(A|B)\n──────\nx₁\n");
	check("so $a +\nb$ is", 60, "so a + b is\n");
	check("- [ ] $x^2$\n- **$x_i$**", 60, "☐ x²\n• xᵢ\n");
	check("a \\[1\\] and \\[x_1\\], \\(see this\\)", 60, "a [1] and\n\n  x₁,\n\n(see this)\n");
	check_spans("**$x_1$ *b*** $y$", "<pS:x₁ ><pSE:b><p: y>\n");
	check_spans("a\n[$x$\nb](c)", "<p:a ><l:x b>\n");
}

TEST(what_is_no_formula_stays_as_it_was_written)
{
	check("it costs $5 and *7* or $6", 60, "it costs $5 and 7 or $6\n");
	check("from $3 to 4$ or $5 apples$", 60, "from $3 to 4$ or $5 apples$\n");
	check("$ a_b_c$ and $x_1 $", 60, "$ a_b_c$ and $x_1 $\n");
	check("`$a` *b* `$c`", 60, "$a b $c\n");
	check("    $x_1$\n\n```\n$y_2$\n```\n", 60, "  $x_1$\n\n  $y_2$\n");
	check("`a\n$x_1$` and $y_1$", 60, "a $x_1$ and y₁\n");
	check("<pre>\n$x_1$\n</pre>\n", 60, "  $x_1$\n");
	check("$a_{i}_b*c*d_$ and $\\frac{a}$ *x*", 60, "$a_{i}_b*c*d_$ and $\\frac{a}$ x\n");
	check("$$\n\\frac{a\n*b*\n$$\n", 60, "$$\n\\frac{a\n*b*\n$$\n");
	check("US\\$5 and $x$", 60, "US$5 and x\n");
}

TEST(formulas_on_their_own_take_rows)
{
	check("$$\na_i \\\\\n- b_i\n$$\n", 60, "  aᵢ\n  −bᵢ\n");
	check("so\n\n$$x = \\frac{a}{b}.$$\n\nthen", 60,
		"so\n\n      a\n  x = ─.\n      b\n\nthen\n");
	check("so $$x_1$$, then\n\\[y^2\\]", 60, "so\n\n  x₁,\n\nthen\n\n  y²\n");
	check("\\begin{align}\nx &= 1 \\\\\ny_1 &= *\n\\end{align}\n", 60, "   x = 1\n  y₁ = *\n");
	check("```math\nx_1\n```\n", 60, "  x₁\n");
	check("```math\n\\frac{a\n```\n", 60, "  \\frac{a\n");
	check("```tex\nx_1\n```\n", 60, "  x_1\n");
	check("> $$\n> a > b\n> $$\n> c\n", 60, "│   a > b\n│\n│ c\n");
	check("- a\n  $$\n  x_1\n  $$\n", 60, "• a\n\n    x₁\n");
}

TEST(what_is_read_aloud_has_its_formulas_on_a_line)
{
	struct arena a = { 0 };
	struct str src =
		STR("so $$\\frac{a}{b}$$ is\n\n```math\n\\frac{c}{d}\n```\n\n```math\n{\n```\n");
	struct buf b = picture(md_layout_for(MD_ALOUD, src, 40, &a), false);
	assert_str(buf_str(&b), "so a/b is\n\nc/d\n\n  {\n");
	buf_release(&b);
	arena_release(&a);
}

TEST(a_question_in_a_list_has_its_formulas_on_a_line)
{
	static const char *const want[][2] = { { "What is *the* $\\frac{a}{b}$?",
						       "What is the a/b?" },
		{ "$x_1$ `$y_2$` $$z_3$$ \\(a*b*c\\)", "x₁ $y_2$ z₃ a * b * c" },
		{ "$\\frac{a}$ and $5", "$\\frac{a}$ and $5" }, { "plain", "plain" },
		{ "a \\* b", "a * b" }, { "", "" } };
	struct arena a = { 0 };
	for (size_t i = 0; i < LENGTH(want); i++)
		assert_str(md_shown(str_of(want[i][0]), &a), want[i][1]);
	arena_release(&a);
}

/* Twenty formulas of textbook size: at no width a command is left or a line too wide. */
TEST(a_sheet_of_formulas_is_laid_out_at_every_width)
{
	struct buf sheet = test_read("tests/data/formulas.md");
	for (int cols = 8; cols <= 120; cols++) {
		struct arena a = { 0 };
		struct md_doc d = md_layout(buf_str(&sheet), cols, 0, &a);
		struct buf b = picture(d, false);
		if (memchr(b.p, '\\', b.n) || memchr(b.p, '$', b.n))
			fail_msg("%d columns:\n%s", cols, buf_cstr(&b));
		struct str rest = buf_str(&b), line;
		while (cols >= 40 && str_line(&rest, &line)) /* a table shrinks no further */
			assert_true(text_cols(line) <= cols);
		buf_release(&b);
		arena_release(&a);
	}
	buf_release(&sheet);
}

TEST(a_formula_has_the_line_of_its_source)
{
	struct arena a = { 0 };
	struct md_doc d =
		md_layout(STR("a\n$x_1 +\ny$ b\n\n$$\n\\frac{a}{b}\n$$\n\nend"), 8, 0, &a);
	static const int want[] = { 1, 3, 5, 5, 5, 5, 9, 9 };
	assert_int_equal(d.nline, (int)LENGTH(want));
	for (int i = 0; i < d.nline; i++)
		assert_int_equal(d.line[i].source, want[i]);
	arena_release(&a);
}

TEST(sources_and_headings_name_their_lines)
{
	struct arena a = { 0 };
	static const char src[] =
		"# A\n\none\ntwo\\\nthree\n\n- x\n- y\n\nSub\n---\n\n```\ncode\n```\n"
		"\n| h |\n|---|\n| r |\n";
	static const int want[] = { 1, 1, 3, 3, 5, 7, 7, 8, 10, 10, 14, 14, 17, 17, 18, 19 };
	struct md_doc d = md_layout(str_of(src), 40, 0, &a);
	assert_int_equal(d.nline, LENGTH(want));
	for (int i = 0; i < d.nline; i++)
		assert_int_equal(d.line[i].source, want[i]);
	assert_int_equal(d.nheading, 2);
	assert_str(d.heading[0].text, "A");
	assert_int_equal(d.heading[0].line, 0);
	assert_str(d.heading[1].text, "Sub");
	assert_int_equal(d.heading[1].level, 2);
	assert_int_equal(d.heading[1].source, 10);
	assert_str(d.line[d.heading[1].line].span[0].text, "Sub");
	arena_release(&a);
}

TEST(a_limit_stops_after_the_block_that_reaches_it)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(STR("a\n\nb\nc\n\nd\n"), 8, 2, &a);
	assert_int_equal(d.nline, 3);
	assert_str(d.line[2].span[0].text, "b c");
	arena_release(&a);
}

TEST(bytes_that_are_not_text_cut_nothing)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(STR("a\0b \xff\xc3 c\n"), 40, 0, &a);
	assert_int_equal(d.nline, 1);
	assert_str(d.line[0].span[0].text, "a\xef\xbf\xbd"
					   "b \xff\xc3 c");
	arena_release(&a);
}

/* What holds for every input: no newline or tab in a span, no prose line wider than asked. */
static void check_total(struct str src, int cols)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(src, cols, 0, &a);
	for (int i = 0; i < d.nline; i++) {
		struct buf b = { 0 };
		bool code = false, plain = false;
		for (int k = 0; k < d.line[i].nspan; k++) {
			struct md_span s = d.line[i].span[k];
			assert_true(s.text.n > 0);
			assert_null(memchr(s.text.p, '\n', s.text.n));
			assert_null(memchr(s.text.p, '\t', s.text.n));
			buf_add(&b, s.text);
			code = code || (s.style & MD_KIND) == MD_CODE;
			plain = plain || str_eq(s.text, STR("  "));
		}
		if (!code && !plain && text_cols(buf_str(&b)) > cols)
			fail_msg("%d columns of %d: %s", text_cols(buf_str(&b)), cols, b.p);
		buf_release(&b);
	}
	arena_release(&a);
}

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

TEST(any_bytes_give_lines_that_fit)
{
	static const char *const piece[] = { "a", "word ", "\n", "\n\n", "- ", "> ", "1. ", "# ",
		"**", "_", "`", "```\n", "[x](y)", "<b>", "<!--", "-->", "$x_1$", "$$", "~~", "\\",
		"|---|\n", "| a | b |\n", "    ", "\t", "\xce\xbb", "\xe4\xb8\xad", "\xcc\x81",
		"\xff", "---\n", "===\n", "\r\n", "![i](j)", "&amp;", "[ ] ", "\xe2\x9d\x8c" };
	uint32_t seed = 7;
	struct buf b = { 0 };
	for (int round = 0; round < 400; round++) {
		buf_clear(&b);
		for (uint32_t n = next_random(&seed) % 80; n > 0; n--) {
			if (next_random(&seed) % 8 == 0)
				buf_addc(&b, (char)next_random(&seed));
			else
				buf_add(&b, str_of(piece[next_random(&seed) % LENGTH(piece)]));
		}
		check_total(buf_str(&b), 8 + round % 40);
	}
	buf_release(&b);
}

TEST(deep_nesting_and_long_lines_are_just_long)
{
	static const char *const piece[] = { "> ", "- ", "* a\n", "*", "[", "`", "1. ", "$a ",
		"\\(", "|", "<", "~~a", "word ", "x", "$$ a\n" };
	for (size_t i = 0; i < LENGTH(piece); i++) {
		struct buf b = { 0 };
		for (int n = 0; n < 50000; n++)
			buf_add(&b, str_of(piece[i]));
		buf_add(&b, STR("end"));
		check_total(buf_str(&b), 40);
		buf_release(&b);
	}
}

TEST(the_same_bytes_give_the_same_lines)
{
	static const char src[] =
		"# A\n\n| a | b |\n|--|--|\n| c | *d* |\n\n- [ ] e ~~f~~\n> $g_1$\n";
	struct arena a = { 0 };
	struct buf one = picture(md_layout(str_of(src), 30, 0, &a), true);
	struct buf two = picture(md_layout(str_of(src), 30, 0, &a), true);
	assert_str(buf_str(&one), two.p);
	buf_release(&one);
	buf_release(&two);
	arena_release(&a);
}

/* Letters and digits of the laid-out text, in order. */
static void add_letters(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'z'))
			buf_addc(b, s.p[i]);
}

TEST(every_word_is_shown_in_order)
{
	static const char src[] =
		"# head one\n\npara *two* **three** `four` five_six\n\n"
		"- item ~~seven~~\n  - eight\n\n> nine\n> ten\n\n```\neleven\n```\n\n"
		"| a | b |\n|---|---|\n| c | d |\n\ntwelve<br>thirteen\n";
	struct arena a = { 0 };
	struct buf got = { 0 }, want = { 0 };
	struct md_doc d = md_layout(str_of(src), 80, 0, &a);
	for (int i = 0; i < d.nline; i++)
		for (int k = 0; k < d.line[i].nspan; k++)
			add_letters(&got, d.line[i].span[k].text);
	add_letters(&want, STR("head one para two three four five_six item seven eight nine ten "
			       "eleven a b c d twelve thirteen"));
	assert_str(buf_str(&got), want.p);
	buf_release(&got);
	buf_release(&want);
	arena_release(&a);
}

TEST(layout_and_outline_find_the_same_headings_in_the_sample)
{
	static const char *const name[] = { "day3-optimizers-ROC.md", "day5-boosting.md",
		"day7-8-megatronLM-ZeRO.md" };
	for (size_t i = 0; i < LENGTH(name); i++) {
		char path[200];
		snprintf(path, sizeof path, "study/ml-study-plan/references/%s", name[i]);
		struct buf src = test_read(test_shared(path));
		struct arena a = { 0 };
		int n = 0;
		const struct md_heading *h = md_outline(buf_str(&src), &n, &a);
		struct md_doc d = md_layout(buf_str(&src), 60, 0, &a);
		assert_int_equal(d.nheading, n);
		for (int k = 0; k < n; k++) {
			assert_true(str_eq(d.heading[k].text, h[k].text));
			assert_int_equal(d.heading[k].source, h[k].source);
			assert_int_equal(d.line[d.heading[k].line].source, h[k].source);
		}
		check_total(buf_str(&src), 60);
		buf_release(&src);
		arena_release(&a);
	}
}
