/* md_html_test.c - HTML within markdown: tags are not shown, what they mean is. */
#include "../test.h"

#include <stdio.h>

#include "hone/md.h"
#include "hone/text.h"

static const char kinds[] = "p123clqmh????nwk";

/* Lines as text; with `marks`, spans as "<kind flags:text>". */
static void picture(struct buf *b, const struct md_doc *doc, bool marks)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++) {
			struct md_span s = doc->line[i].span[k];
			if (marks)
				buf_addf(b, "<%c%s%s%s%s:", kinds[s.style & MD_KIND],
					s.style & MD_STRONG ? "S" : "",
					s.style & MD_EMPH ? "E" : "",
					s.style & MD_STRIKE ? "X" : "",
					s.style & MD_UNDERLINE ? "U" : "");
			buf_add(b, s.text);
			if (marks)
				buf_addc(b, '>');
		}
		buf_addc(b, '\n');
	}
}

static void check_as(const char *src, int cols, bool marks, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct md_doc doc = md_layout(str_of(src), cols, 0, &a);
	picture(&b, &doc, marks);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

static void check(const char *src, const char *want)
{
	check_as(src, 40, false, want);
}

static void check_spans(const char *src, const char *want)
{
	check_as(src, 40, true, want);
}

TEST(tags_in_a_line_are_styles)
{
	check_spans("a <b>b</b> <em>c</em> <s>d</s> <u>e</u> <ins>f</ins>",
		"<p:a ><pS:b><p: ><pE:c><p: ><pX:d><p: ><pU:e><p: ><pU:f>\n");
	check_spans(
		"<kbd>Ctrl</kbd>+<kbd>C</kbd> <code>x</code>", "<k:Ctrl><p:+><k:C><p: ><c:x>\n");
	check_spans("<strong>a *b* <i>c</i></strong> d", "<pS:a ><pSE:b><pS: ><pSE:c><p: d>\n");
	check_spans("<b>open\n\nnext</b>", "<pS:open>\n\n<p:next>\n");
	check_spans("| <b>a | b |\n|--|--|\n", "<pS:a><p:  ><pS:b>\n<m:─><p:  ><m:─>\n");
}

TEST(scripts_are_raised_and_lowered_where_unicode_can)
{
	check("H<sub>2</sub>O and x<sup>2</sup>, a<sub>ij</sub>", "H₂O and x², aᵢⱼ\n");
	check("x<sub>Q</sub> y<sup>a*b!</sup> <sub></sub>z", "x_Q y^(a*b!) z\n");
	check("e<sup>x<sub>i</sub></sup> 2</sub>", "e^(xᵢ) 2\n");
	check_spans("a<sub>**b** c</sub> **d**", "<p:a_(b c) ><pS:d>\n");
}

TEST(links_and_images_of_html_are_links)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(
		STR("<a href=\"b.md?x=1&amp;y\">a</a> <img src='c.png' alt=\"d e\"> <a id=f></a>g"),
		60, 0, &a);
	assert_int_equal(d.nlink, 2);
	assert_str(d.link[0].target, "b.md?x=1&y");
	assert_str(md_link_text(&d, 0, &a), "a");
	assert_str(d.link[1].target, "c.png");
	assert_true(d.link[1].image);
	assert_str(md_link_text(&d, 1, &a), "[image: d e]");
	assert_str(d.line[0].span[d.line[0].nspan - 1].text, " g");
	arena_release(&a);
}

TEST(a_sign_that_is_no_tag_stays)
{
	check("a < b and c > d, 1<2", "a < b and c > d, 1<2\n");
	check("a <nosuchtag>b</nosuchtag> c", "a b c\n");
	check("vector<int> and Map<String>", "vector<int> and Map<String>\n");
	check("<div>\na < b <3 & c\n</div>\n", "a < b <3 & c\n");
}

TEST(comments_are_hidden)
{
	check("a\n\n<!-- b\nc -->\n\nd", "a\n\nd\n");
	check("<!-- a --> b\n", "b\n");
	check("a <!-- b --> c <?d?> <!E f>\n", "a c\n");
	check("<!-- never closed\na\n", "<!-- never closed a\n");
	check("- <!-- a -->\n- b\n", "•\n• b\n");
}

TEST(blocks_have_lines_of_their_own)
{
	check("<div>a</div><div>b\n  c</div>\n", "a\nb c\n");
	check("<p>a</p>\n<p>b</p>\n", "a\n\nb\n");
	check("<p>a<br>b</p>\n", "a\nb\n");
	check("<script>\nlet x;\n</script>\n\n<style>\np {}\n</style>\n\na\n", "a\n");
	check_spans("<h2>A <i>b</i></h2>\n<p>c</p>\n", "<2S:A ><2SE:b>\n\n<p:c>\n");
	check("<pre>\na\n\n  b &lt;\n</pre>\n", "  a\n\n    b <\n");
	check("> <div>a</div>\n> <div>b</div>\n", "│ a\n│ b\n");
	check("- <div>a</div>\n  <div>b</div>\n", "• a\n  b\n");
	check("a <div>b</div> c", "a\nb\nc\n");
}

TEST(entities_are_decoded)
{
	check("<p>&lt;a&gt; &amp; &#955;&#x3bb; &alpha; &nosuch; &#0; &</p>\n",
		"<a> & λλ α &nosuch; \xef\xbf\xbd &\n");
}

TEST(lists_and_tables_of_html_are_seen_as_such)
{
	check("<ul>\n<li>a</li>\n<li>b\n<ul><li>c</li></ul></li>\n</ul>\n", "• a\n• b\n  • c\n");
	check("<ol><li>a<li>b</ol><p>c</p>\n", "1. a\n2. b\n\nc\n");
	check_as("<ul><li>one two three</li></ul>\n", 10, false, "• one two\n  three\n");
	check("<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>\n",
		"a │ b\nc │ d\n");
}

TEST(details_show_their_summary_and_content)
{
	check_spans("<details>\n<summary>Why?</summary>\n\nBecause *so*.\n\n</details>\n\nNext\n",
		"<m:▸ ><pS:Why?>\n\n<p:Because ><pE:so><p:.>\n\n<p:Next>\n");
}

TEST(lines_of_html_have_their_source)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(STR("a\n\n<div>\nb\n</div><div>\n\n"), 40, 0, &a);
	assert_int_equal(d.nline, 3);
	assert_int_equal(d.line[2].source, 4);
	arena_release(&a);
}

TEST(many_tags_that_never_end_cost_no_more_than_others)
{
	static const char *const piece[] = { "<a ", "<a \"", "<!--", "<b>", "<pre>", "<sub>",
		"&amp", "<ul><li>", "<?", "</sub>", "<a href=x>", "<td>" };
	for (size_t i = 0; i < LENGTH(piece); i++) {
		struct arena a = { 0 };
		struct buf b = { 0 };
		buf_add(&b, STR("<div>\n"));
		for (int n = 0; n < 100000; n++)
			buf_add(&b, str_of(piece[i]));
		md_layout(buf_str(&b), 40, 0, &a);
		buf_release(&b);
		arena_release(&a);
	}
}
