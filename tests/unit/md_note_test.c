/* md_note_test.c - what stands beside the text: footnotes, alerts, front matter; links of a table's cells. */
#include "../test.h"

#include <stdio.h>

#include "hone/md.h"

static void picture(struct buf *b, const struct md_doc *doc)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++)
			buf_add(b, doc->line[i].span[k].text);
		buf_addc(b, '\n');
	}
}

static void check(const char *src, int cols, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct md_doc doc = md_layout(str_of(src), cols, 0, &a);
	picture(&b, &doc);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(a_footnote_has_a_number_where_it_is_meant_and_where_it_stands)
{
	check("a[^x] b[^1]\n\n[^1]: one\n[^x]: two *three*\n\nc\n", 40,
		"a[1] b[2]\n\n[2] one\n[1] two three\n\nc\n");
	check("a[^u]\n\n[^u]: https://x.y\n", 40, "a[1]\n\n[1] https://x.y\n");
	check("a[^1]\n[^1]: right below\n", 40, "a[1]\n[1] right below\n");
	check("[^1]: before\n\na[^1] and [^1]\n", 40, "[1] before\n\na[1] and [1]\n");
	check("> a[^1]\n>\n> [^1]: b\n", 40, "│ a[1]\n│\n│ [1] b\n");
}

TEST(a_footnote_goes_on_where_it_is_indented)
{
	check("a[^1]\n\n[^1]: one\n    two\n\n    three\n\n        code\n\n    - four\n\nfive\n",
		40, "a[1]\n\n[1] one two\n\n    three\n\n      code\n\n    • four\n\nfive\n");
	check("a[^1]\n\n[^1]:\n    one\n", 40, "a[1]\n\n[1] one\n");
	check("a[^1]\n\n[^1]: one two three four\n", 12,
		"a[1]\n\n[1] one\n    two\n    three\n    four\n");
}

TEST(what_is_no_footnote_stays)
{
	check("a[^1] b[^ c]\n", 40, "a[^1] b[^ c]\n");
	check("a[^1]\n\n[^2]: b\n", 40, "a[^1]\n\n[1] b\n");
	check("```\n[^1]: a\n```\n\n`[^1]` [^1]\n", 40, "  [^1]: a\n\n[^1] [^1]\n");
	check("`[^1]`\n\n[^1]: a\n", 40, "[^1]\n\n[1] a\n");
	check("+ a\n+ b\n\n[^1]: c\n", 40, "• a\n\n• b\n\n[1] c\n");
}

TEST(a_footnote_and_its_reference_lead_to_each_other)
{
	struct arena a = { 0 };
	struct md_doc d =
		md_layout(STR("a[^n-b] | x_1$y$\n\n|t|\n|-|\n|c[^n-b]|\n\n[^n-b]: d\n"), 40, 0, &a);
	assert_int_equal(d.nlink, 3);
	assert_str(d.link[0].target, "#fn-n-b");
	assert_str(d.link[1].target, "#fn-n-b");
	assert_str(d.link[2].target, "#fnref-n-b");
	assert_int_equal(d.link[0].line, 0);
	assert_str(md_link_text(&d, 2, &a), "[1]");
	assert_int_equal(md_note_line(&d, d.link[0].target), d.link[2].line);
	assert_int_equal(md_note_line(&d, d.link[2].target), 0);
	assert_int_equal(md_note_line(&d, STR("#fn-x")), -1);
	assert_int_equal(md_note_line(&d, STR("#a")), -1);
	arena_release(&a);
}

static void check_label(const char *src, const char *label, uint8_t style, const char *rest)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct md_doc d = md_layout(str_of(src), 40, 0, &a);
	assert_true(d.nline > 0);
	const struct md_line *line = &d.line[0];
	assert_int_equal(line->nspan, 2);
	assert_str(line->span[0].text, "│ ");
	assert_str(line->span[1].text, label);
	assert_int_equal(line->span[1].style, style | MD_STRONG);
	picture(&b, &d);
	assert_string_equal(buf_cstr(&b), rest);
	buf_release(&b);
	arena_release(&a);
}

TEST(an_alert_has_its_label_above_it)
{
	check_label("> [!NOTE]\n> a *b*\n>\n> c\n", "Note", MD_NOTE, "│ Note\n│ a b\n│\n│ c\n");
	check_label("> [!warning] Mind *the* gap\n> a\n", "Warning: Mind the gap", MD_WARNING,
		"│ Warning: Mind the gap\n│ a\n");
	check_label("> [!TIP]\n", "Tip", MD_NOTE, "│ Tip\n");
	check_label("> [!CAUTION]\n> - a\n", "Caution", MD_WARNING, "│ Caution\n│ • a\n");
	check("> [!NOSUCH]\n> a\n", 40, "│ [!NOSUCH] a\n");
	check("[!NOTE]\na\n", 40, "[!NOTE] a\n");
	check("> a\n>\n> [!NOTE]\n", 40, "│ a\n│\n│ [!NOTE]\n");
	check("> [!IMPORTANT]\n> | a |\n> |---|\n> | b |\n", 40, "│ Important\n│ a\n│ ─\n│ b\n");
}

TEST(an_admonition_has_its_label_above_it)
{
	check_label("!!! note \"Good to know\"\n    a\n    b\n\n    c\n\nd\n", "Note: Good to know",
		MD_NOTE, "│ Note: Good to know\n│ a b\n│\n│ c\n\nd\n");
	check_label("??? danger\n    a\n", "Danger", MD_WARNING, "│ Danger\n│ a\n");
	check("!!! wow\n", 40, "!!! wow\n");
	check("What??? \n", 40, "What???\n");
}

TEST(front_matter_is_a_short_head)
{
	check("---\ntitle: \"a b\"\ndate:\t2025\n---\n\n# B\n", 20,
		"title  a b\ndate   2025\n\nB\n─\n");
	check("---\ntags: [a, b]\nmore:\n  - c\n  - d\n# no\n---\ntext\n", 40,
		"tags  a, b\nmore  c, d\n\ntext\n");
	check("---\nempty:\n---  \ntext\n", 40, "empty\n\ntext\n");
	check("---\na: b\nc\td: e\tf\n---\n", 40, "a    b\nc d  e f\n");
	check("---\nno key\n---\n", 40, "────────────────────────────────────────\n\nno key\n");
	check("text\n\n---\na: b\n---\n", 40,
		"text\n\n────────────────────────────────────────\n\na: b\n");
}

TEST(a_table_finds_the_targets_of_its_links)
{
	struct arena a = { 0 };
	static const char src[] =
		"| h |\n|---|\n| [a][Ref  One] [b] [a][ref one] [c] |\n\n"
		"[ref one]: one.md\n[b]:\n  <two.md> \"t\"\n[c]: not one\n[b]: no.md\n";
	struct md_doc d = md_layout(str_of(src), 60, 0, &a);
	assert_int_equal(d.nlink, 4); /* the last one below the table */
	assert_str(d.link[0].target, "one.md");
	assert_str(d.link[1].target, "two.md");
	assert_str(d.link[2].target, "one.md");
	assert_int_equal(d.nline, 5);
	arena_release(&a);
}
