/*
 * md_spec_test.c - the examples of the specifications of CommonMark and of GitHub's dialect: the words of
 * our layout are those of the HTML, in order.
 */
#include "../test.h"

#include <stdlib.h>
#include <string.h>

#include <cmark.h>

#include "md_seen.h"

/* An example that is shown otherwise on purpose. */
struct exception {
	int number;
	const char *why;
};

static bool excepted(const struct exception *list, size_t n, int number)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].number == number)
			return true;
	return false;
}

/* The words differ: say so. Returns how many examples did. */
static int compare(const struct seen_example *e, struct str html)
{
	struct buf got = { 0 }, want = { 0 };
	seen_markdown(&got, buf_str(&e->md));
	seen_html(&want, html);
	bool same = str_eq(buf_str(&got), buf_str(&want));
	if (!same)
		print_message("example %d:\n%s  seen: %s\n  want: %s\n", e->number,
			buf_cstr(&e->md), buf_cstr(&got), buf_cstr(&want));
	buf_release(&got);
	buf_release(&want);
	return !same;
}

static const struct exception commonmark[] = {
	{ 12, "what stands between \\[ and \\] is a formula" },
	{ 498, "what stands between \\( and \\) is a formula" },
};

TEST(the_examples_of_commonmark_are_read_as_its_html)
{
	struct buf spec = test_read(test_shared("spec/commonmark-spec.txt"));
	struct str rest = buf_str(&spec);
	struct seen_example e = { 0 };
	int differ = 0;
	while (seen_next(&rest, &e)) {
		if (excepted(commonmark, LENGTH(commonmark), e.number))
			continue;
		char *html = cmark_markdown_to_html(e.md.p ? e.md.p : "", e.md.n, CMARK_OPT_UNSAFE);
		differ += compare(&e, str_of(html));
		free(html);
	}
	assert_int_equal(e.number, 652);
	assert_int_equal(differ, 0);
	seen_release(&e);
	buf_release(&spec);
}

static const struct exception gfm[] = {
	{ 204, "cells that a row has too many are shown, not lost" },
	{ 653, "tags that a page must not have are not shown either" },
};

/* The examples of what GitHub added have a kind; the others are CommonMark's. */
TEST(the_examples_of_github_are_read_as_its_html)
{
	struct buf spec = test_read(test_shared("spec/gfm-spec.txt"));
	struct str rest = buf_str(&spec);
	struct seen_example e = { 0 };
	int differ = 0, n = 0;
	while (seen_next(&rest, &e)) {
		if (e.kind.n == 0 || excepted(gfm, LENGTH(gfm), e.number))
			continue;
		differ += compare(&e, buf_str(&e.html));
		n++;
	}
	assert_int_equal(n, 22);
	assert_int_equal(differ, 0);
	seen_release(&e);
	buf_release(&spec);
}

/* Where the links of the HTML lead, each on a line; where ours do. */
static void html_targets(struct buf *b, struct str html)
{
	static const struct str href = STR_INIT("<a href=\"");
	for (ptrdiff_t at = 0; (at = str_find(html, href, (size_t)at)) >= 0;) {
		size_t from = (size_t)at + href.n;
		ptrdiff_t to = str_find(html, STR("\""), from);
		buf_add(b, str_slice(html, from, (size_t)to));
		buf_addc(b, '\n');
		at = to;
	}
}

static void our_targets(struct buf *b, struct str md)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(md, 4000, 0, &a);
	for (int i = 0; i < d.nlink; i++) {
		struct str t = d.link[i].target;
		for (size_t k = 0; k < t.n; k++)
			buf_add(b, t.p[k] == '&' ? STR("&amp;") : str_slice(t, k, k + 1));
		buf_addc(b, '\n');
	}
	arena_release(&a);
}

static const struct exception addresses[] = {
	{ 629, "an address of mail that stands bare is text" },
	{ 630, "an address of mail that stands bare is text" },
	{ 631, "an address of mail that stands bare is text" },
};

TEST(bare_addresses_lead_where_github_says)
{
	struct buf spec = test_read(test_shared("spec/gfm-spec.txt"));
	struct str rest = buf_str(&spec);
	struct seen_example e = { 0 };
	int differ = 0, n = 0;
	while (seen_next(&rest, &e)) {
		struct buf got = { 0 }, want = { 0 };
		if (!str_eq(e.kind, STR("autolink")) ||
			excepted(addresses, LENGTH(addresses), e.number))
			continue;
		our_targets(&got, buf_str(&e.md));
		html_targets(&want, buf_str(&e.html));
		bool same = str_eq(buf_str(&got), buf_str(&want));
		if (!same)
			print_message("example %d:\n%s--- ours\n%s--- theirs\n%s", e.number,
				buf_cstr(&e.md), buf_cstr(&got), buf_cstr(&want));
		differ += !same;
		n++;
		buf_release(&got);
		buf_release(&want);
	}
	assert_int_equal(n, 8);
	assert_int_equal(differ, 0);
	seen_release(&e);
	buf_release(&spec);
}

static const struct exception extensions[] = {
	{ 8, "cells that a row has too many are shown, not lost" },
	{ 20, "it has no HTML to compare with" },
	{ 22, "tags that a page must not have are not shown either" },
	{ 23, "footnotes stand where they are defined; md_note_test.c says how" },
};

TEST(the_examples_of_githubs_extensions_are_read_as_their_html)
{
	struct buf spec = test_read(test_shared("spec/gfm-extensions.txt"));
	struct str rest = buf_str(&spec);
	struct seen_example e = { 0 };
	int differ = 0;
	while (seen_next(&rest, &e))
		if (!excepted(extensions, LENGTH(extensions), e.number))
			differ += compare(&e, buf_str(&e.html));
	assert_int_equal(e.number, 28);
	assert_int_equal(differ, 0);
	seen_release(&e);
	buf_release(&spec);
}
