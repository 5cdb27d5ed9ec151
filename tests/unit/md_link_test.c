/* md_link_test.c - links of a laid-out text: where they lead, which spans are theirs. */
#include "../test.h"

#include "hone/md.h"

/* Each link as "text -> target" on a line of its own, "!" before an image, "(-)" for what is not shown. */
static void check(const char *src, int cols, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct md_doc doc = md_layout(str_of(src), cols, 0, &a);
	for (int i = 0; i < doc.nlink; i++) {
		struct str text = md_link_text(&doc, i, &a);
		buf_addf(&b, "%s%.*s%s -> %.*s\n", doc.link[i].image ? "!" : "", STR_ARG(text),
			doc.link[i].line < 0 ? "(-)" : "", STR_ARG(doc.link[i].target));
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(links_lead_where_commonmark_says)
{
	check("[a](b.md#c) [*d* `e`](<f g.md> \"title\") <https://h.i> <j@k.l>\n", 80,
		"a -> b.md#c\nd e -> f g.md\nhttps://h.i -> https://h.i\nj@k.l -> mailto:j@k.l\n");
	check("[a][b] and [b]\n\n[b]: c.md\n", 80, "a -> c.md\nb -> c.md\n");
	check("[](x.md)\n", 80, "x.md -> x.md\n");
	check("| h |\n|---|\n| [a](b) `[c](d)` |\n", 80, "a -> b\n");
	check("# [a](b)\n\n- [c](d)\n", 80, "a -> b\nc -> d\n");
}

TEST(images_are_links_unless_they_are_in_one)
{
	check("![a](b.png) [![c](d.png) e](f)\n", 80, "![image: a] -> b.png\n[image: c] e -> f\n");
}

TEST(a_link_over_several_lines_is_one)
{
	check("one two [three four five six](a.md) seven\n", 14, "three four five six -> a.md\n");
}

TEST(bare_addresses_are_links_without_the_stop_after_them)
{
	check("See https://a.b/c_d?e=f. (http://g.h/i(j)) or www.k.l/m, \"ftp://n.o\"!\n", 120,
		"https://a.b/c_d?e=f -> https://a.b/c_d?e=f\nhttp://g.h/i(j) -> http://g.h/i(j)\n"
		"www.k.l/m -> http://www.k.l/m\nftp://n.o -> ftp://n.o\n");
	check("**https://a.b** | awww.c.d https:// :// x://y `https://c.d` $https://e.f$\n", 120,
		"https://a.b -> https://a.b\n");
	check("`notes/a.md`, `b.pdf` and `*.md`, `.md`, `a.md b`, `torch.nn`\n", 80,
		"notes/a.md -> notes/a.md\nb.pdf -> b.pdf\n");
	check("| h |\n|---|\n| https://a.b |\n", 80, "https://a.b -> https://a.b\n");
}
