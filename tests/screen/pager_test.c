/* pager_test.c - a document in a pane: place kept, headings, search, sideways. */
#include "test.h"

#include "tui/pager.h"

static const char two_parts[] =
	"# First\n\nalpha beta gamma delta epsilon zeta eta theta\n\n"
	"- one\n- two\n- three\n\n"
	"## Second\n\nBeta comes again, and **be**ta in two spans.\n\n"
	"```\nlet wide = code_that_is_wider_than_any_pane_of_this_test_can_show;\n```\n\n"
	"### Third\n\nlast words\n\n1\n\n2\n";

static struct pager open_partly(const char *text, int rows, int cols)
{
	struct pager p = { 0 };
	pager_set(&p, str_of(text));
	pager_resize(&p, rows, cols);
	return p;
}

static struct pager open_at(const char *text, int rows, int cols)
{
	struct pager p = open_partly(text, rows, cols);
	pager_complete(&p);
	return p;
}

static struct buf screen(const struct pager *p, int rows, int cols)
{
	struct surface s = { 0 };
	struct buf out = { 0 };
	surface_resize(&s, rows, cols);
	pager_draw(p, canvas_of(&s));
	surface_text(&s, &out);
	surface_release(&s);
	return out;
}

static int cells_with(const struct pager *p, int rows, int cols, enum role role)
{
	struct surface s = { 0 };
	int n = 0;
	surface_resize(&s, rows, cols);
	pager_draw(p, canvas_of(&s));
	for (int i = 0; i < rows * cols; i++)
		n += s.cell[i].role == role;
	surface_release(&s);
	return n;
}

TEST(pager_draws_from_its_top_and_says_how_far_it_is)
{
	struct pager p = open_at(two_parts, 6, 30);
	struct buf b = screen(&p, 6, 30);
	assert_true(str_find(buf_str(&b), STR("First"), 0) >= 0);
	assert_true(str_find(buf_str(&b), STR("last words"), 0) < 0);
	assert_true(pager_percent(&p) < 100);
	buf_release(&b);
	pager_scroll(&p, MOTION_LAST, 0);
	b = screen(&p, 6, 30);
	assert_true(str_find(buf_str(&b), STR("last words"), 0) >= 0);
	assert_int_equal(pager_percent(&p), 100);
	buf_release(&b);
	pager_release(&p);
}

TEST(pager_keeps_the_source_line_at_its_top_when_the_width_changes)
{
	struct pager p = open_at(two_parts, 4, 60);
	pager_goto_heading(&p, 9);
	assert_int_equal(p.doc.line[p.list.top].source, 9);
	for (int cols = 10; cols < 60; cols += 7) {
		pager_resize(&p, 4, cols);
		assert_int_equal(p.doc.line[p.list.top].source, 9);
	}
	pager_release(&p);
}

TEST(pager_stays_within_a_long_paragraph_when_the_width_changes)
{
	struct buf text = { 0 };
	for (int i = 0; i < 400; i++)
		buf_addf(&text, "word%d ", i);
	struct pager p = open_at(buf_cstr(&text), 5, 40);
	pager_scroll(&p, MOTION_LAST, p.doc.nline / 2);
	pager_resize(&p, 5, 20);
	assert_in_range(p.list.top, p.doc.nline * 2 / 5, p.doc.nline * 3 / 5);
	buf_release(&text);
	pager_release(&p);
}

TEST(pager_goes_from_heading_to_heading)
{
	struct pager p = open_at(two_parts, 3, 30);
	assert_int_equal(pager_heading(&p), 0);
	pager_next_heading(&p, 1);
	assert_int_equal(pager_heading(&p), 1);
	assert_int_equal(p.list.top, p.doc.heading[1].line);
	pager_next_heading(&p, 1);
	assert_int_equal(pager_heading(&p), 2);
	pager_next_heading(&p, 1);
	assert_int_equal(pager_heading(&p), 2);
	pager_next_heading(&p, -1);
	pager_next_heading(&p, -1);
	pager_next_heading(&p, -1);
	assert_int_equal(pager_heading(&p), 0);
	pager_release(&p);
}

TEST(pager_brings_the_last_headings_to_the_top_and_goes_on_from_there)
{
	struct pager p = open_at("# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n", 6, 30);
	pager_next_heading(&p, 1);
	pager_next_heading(&p, 1);
	assert_int_equal(pager_heading(&p), 2);
	assert_int_equal(p.list.top, p.doc.heading[2].line);
	struct buf b = screen(&p, 6, 30);
	assert_true(str_starts(buf_str(&b), STR("C")));
	buf_release(&b);
	int top = p.list.top;
	pager_scroll(&p, MOTION_DOWN, 0);
	pager_scroll(&p, MOTION_PAGE_DOWN, 0);
	pager_resize(&p, 6, 30);
	assert_int_equal(p.list.top, top); /* there is nothing below */
	pager_scroll(&p, MOTION_UP, 0);
	assert_int_equal(p.list.top, top - 1);
	pager_next_heading(&p, 1);
	assert_int_equal(p.list.top, top);
	pager_scroll(&p, MOTION_LAST, 0);
	assert_int_equal(p.list.top, p.doc.nline - 6);
	pager_release(&p);
}

TEST(pager_search_knows_letters_of_all_scripts_with_and_without_accents)
{
	static const struct {
		const char *text, *pattern;
		int nmatch, cells;
	} rows[] = {
		{ "Bellman \xc3\x89tude, \xc3\xa9tude", "\xc3\xa9tude", 2, 5 },
		{ "Bellman \xc3\x89tude, \xc3\xa9tude", "etude", 2, 5 },
		{ "Bellman \xc3\x89tude, \xc3\xa9tude", "\xc3\x89tude", 1, 5 },
		{ "cafe\xcc\x81 x", "caf\xc3\xa9", 1, 4 }, /* written with a mark of its own */
		{ "\xd0\xa7\xd0\xb8\xd1\x81\xd0\xbb\xd0\xb0", "\xd1\x87\xd0\xb8\xd1\x81", 1, 3 },
		{ "Stra\xc3\x9f"
		  "e",
			"strasse", 1, 6 },
		{ "Stra\xc3\x9f"
		  "e",
			"s", 2, 1 },
		{ "plain text", "\xcc\x81", 0, 0 }, /* an accent alone is nothing to look for */
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct pager p = open_at(rows[i].text, 3, 40);
		pager_search(&p, str_of(rows[i].pattern));
		assert_int_equal(p.nmatch, rows[i].nmatch);
		assert_int_equal(cells_with(&p, 3, 40, ROLE_SELECTED), rows[i].cells);
		pager_release(&p);
	}
}

TEST(pager_search_counts_wraps_and_folds_unless_there_is_a_capital)
{
	static const struct {
		const char *pattern;
		int nmatch;
	} rows[] = { { "beta", 3 }, { "Beta", 1 }, { "a", 21 }, { "nothing", 0 }, { "", 0 } };
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct pager p = open_at(two_parts, 40, 70);
		pager_search(&p, str_of(rows[i].pattern));
		assert_int_equal(p.nmatch, rows[i].nmatch);
		assert_int_equal(p.match, rows[i].nmatch > 0);
		pager_next_match(&p, -1);
		assert_int_equal(p.match, rows[i].nmatch);
		pager_next_match(&p, 1);
		assert_int_equal(p.match, rows[i].nmatch > 0);
		pager_release(&p);
	}
}

TEST(pager_search_shows_the_match_and_marks_it)
{
	struct pager p = open_at(two_parts, 3, 30);
	assert_int_equal(cells_with(&p, 3, 30, ROLE_MATCH), 0);
	pager_search(&p, STR("last words"));
	assert_int_equal(cells_with(&p, 3, 30, ROLE_SELECTED), 10);
	struct buf b = screen(&p, 3, 30);
	assert_true(str_find(buf_str(&b), STR("last words"), 0) >= 0);
	buf_release(&b);
	pager_release(&p);
}

TEST(pager_marks_a_match_over_two_spans)
{
	struct pager p = open_at("x **be**ta y\n", 1, 20);
	pager_search(&p, STR("beta"));
	assert_int_equal(p.nmatch, 1);
	assert_int_equal(cells_with(&p, 1, 20, ROLE_SELECTED), 4);
	pager_release(&p);
}

TEST(pager_moves_sideways_only_over_lines_that_are_wider)
{
	struct pager p = open_at("short\n", 5, 20);
	pager_sideways(&p, 8);
	assert_int_equal(p.left, 0);
	pager_set(&p, STR("```\n0123456789012345678901234567890123456789\n```\n"));
	pager_sideways(&p, 8);
	assert_int_equal(p.left, 8);
	pager_sideways(&p, 1000);
	assert_in_range(p.left, 20, 30);
	struct buf b = screen(&p, 5, 20);
	assert_true(str_find(buf_str(&b), STR("456789"), 0) >= 0);
	buf_release(&b);
	pager_sideways(&p, -1000);
	assert_int_equal(p.left, 0);
	pager_release(&p);
}

TEST(pager_shows_another_text_from_its_beginning)
{
	struct pager p = open_at(two_parts, 3, 30);
	pager_search(&p, STR("last"));
	pager_set(&p, STR("other\n"));
	assert_int_equal(p.list.top, 0);
	assert_int_equal(p.nmatch, 0);
	struct buf b = screen(&p, 1, 30);
	assert_str(buf_str(&b), "other\n");
	buf_release(&b);
	pager_release(&p);
}

TEST(pager_lays_out_the_beginning_first_and_the_rest_when_it_is_needed)
{
	struct buf text = { 0 };
	for (int i = 1; i <= 300; i++)
		buf_addf(&text, "line %d\n\n", i);
	buf_add(&text, STR("# End\n"));
	struct pager p = open_partly(buf_cstr(&text), 5, 30);
	int first = p.doc.nline, percent = pager_percent(&p);
	assert_in_range(first, 5, 40);
	pager_scroll(&p, MOTION_DOWN, 0);
	assert_int_equal(p.doc.nline, first);
	pager_scroll(&p, MOTION_FIRST, 0);
	pager_resize(&p, 5, 30);
	assert_int_equal(p.doc.nline, first);
	pager_complete(&p);
	assert_in_range(p.doc.nline, 600, 610);
	assert_int_equal(pager_percent(&p), percent);
	pager_release(&p);
	p = open_partly(buf_cstr(&text), 5, 30);
	pager_scroll(&p, MOTION_LAST, 0);
	assert_int_equal(pager_percent(&p), 100);
	pager_release(&p);
	p = open_partly(buf_cstr(&text), 5, 30);
	pager_search(&p, STR("line 299"));
	assert_int_equal(p.nmatch, 1);
	pager_release(&p);
	p = open_partly(buf_cstr(&text), 5, 30);
	pager_next_heading(&p, 1);
	assert_int_equal(pager_heading(&p), 0);
	assert_int_equal(pager_percent(&p), 100);
	pager_release(&p);
	buf_release(&text);
}

TEST(pager_without_rows_does_nothing)
{
	struct pager p = open_partly("# Text\n", 0, 0);
	assert_int_equal(p.doc.nline, 0);
	pager_resize(&p, 3, 20);
	assert_true(p.doc.nline > 0);
	pager_release(&p);
}

TEST(pager_of_nothing_takes_every_command)
{
	struct pager p = open_at("", 3, 30);
	pager_search(&p, STR("x"));
	pager_next_match(&p, 1);
	pager_next_heading(&p, 1);
	pager_goto_heading(&p, 5);
	pager_sideways(&p, 3);
	pager_resize(&p, 2, 10);
	assert_int_equal(pager_heading(&p), -1);
	assert_int_equal(pager_percent(&p), 100);
	pager_release(&p);
}

TEST(pager_finds_words_that_a_line_end_parts)
{
	static const char text[] = "- the cost of a look up and\n  more\n\n"
				   "```\nend\nof file\n```\n\nend\n\nof it\n";
	struct pager p = open_at(text, 20, 16);
	pager_search(&p, STR("of a look up"));
	assert_int_equal(p.nmatch, 1);
	assert_int_equal(p.found[0].last, p.found[0].line + 1);
	/* All but the blank for which the line end stands. */
	assert_int_equal(cells_with(&p, 20, 16, ROLE_SELECTED), 11);
	pager_resize(&p, 20, 60);
	assert_int_equal(p.nmatch, 1);
	assert_int_equal(cells_with(&p, 20, 60, ROLE_SELECTED), 12);
	/* Neither lines of code nor paragraphs read on. */
	pager_search(&p, STR("end of"));
	assert_int_equal(p.nmatch, 0);
	pager_search(&p, STR("end"));
	assert_int_equal(p.nmatch, 2);
	pager_release(&p);
}

TEST(pager_search_begins_at_the_top_of_the_page_and_tells_the_match_apart)
{
	struct pager p = open_at("one x\n\ntwo x\n\nthree x\n\nfour\n\nfive\n", 4, 20);
	pager_scroll(&p, MOTION_DOWN, 2);
	pager_search(&p, STR("x"));
	assert_int_equal(p.match, 2);
	assert_int_equal(cells_with(&p, 4, 20, ROLE_SELECTED), 1);
	assert_int_equal(cells_with(&p, 4, 20, ROLE_MATCH), 1);
	pager_scroll(&p, MOTION_LAST, 0);
	pager_search(&p, STR("one"));
	assert_int_equal(p.match, 1);
	assert_int_equal(p.list.top, 0);
	pager_release(&p);
}

TEST(pager_says_where_lines_go_on)
{
	struct pager p = open_at("```\n0123456789012345678901234567890123456789\n```\n", 2, 20);
	struct buf b = screen(&p, 2, 20);
	assert_true(str_find(buf_str(&b), STR("›"), 0) > 0);
	assert_true(str_find(buf_str(&b), STR("‹"), 0) < 0);
	buf_release(&b);
	pager_sideways(&p, 8);
	b = screen(&p, 2, 20);
	assert_true(str_starts(buf_str(&b), STR("‹")));
	assert_true(str_find(buf_str(&b), STR("›"), 0) > 0);
	buf_release(&b);
	pager_sideways(&p, 1000);
	b = screen(&p, 2, 20);
	assert_true(str_find(buf_str(&b), STR("›"), 0) < 0);
	assert_true(str_find(buf_str(&b), STR("6789"), 0) > 0);
	buf_release(&b);
	pager_release(&p);
}

TEST(pager_clips_wide_characters_at_both_edges)
{
	struct pager p = open_at("```\n\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\xE5\xAD\x97"
				 "\xE6\xBC\xA2\xE5\xAD\x97\n```\n",
		1, 8);
	for (int left = 0; left < 8; left++) {
		struct surface s = { 0 };
		pager_sideways(&p, left - p.left);
		surface_resize(&s, 1, 7);
		pager_draw(&p, canvas_of(&s));
		for (int i = 0; i < 7; i++) {
			assert_true(s.cell[i].cols != 2 || (i < 6 && s.cell[i + 1].cols == 0));
			assert_true(s.cell[i].cols != 0 || (i > 0 && s.cell[i - 1].cols == 2));
		}
		surface_release(&s);
	}
	pager_release(&p);
}

static const char with_links[] =
	"[one](a.md) and [two\nof them](b.md#x)\n\nplain\n\nplain\n\n"
	"<https://example.org/>\n\n![](pic.png)\n\nplain\n\n[last](c.md)\n";

TEST(pager_goes_from_link_to_link_and_marks_it)
{
	struct pager p = open_at(with_links, 3, 40);
	assert_true(pager_next_link(&p, 1));
	assert_int_equal(p.link, 1);
	assert_int_equal(cells_with(&p, 3, 40, ROLE_SELECTED), 3);
	assert_true(pager_next_link(&p, 1));
	assert_int_equal(cells_with(&p, 3, 40, ROLE_SELECTED), 11);
	assert_true(pager_next_link(&p, 1));
	assert_str(p.doc.link[p.link - 1].target, "https://example.org/");
	assert_in_range(p.doc.link[p.link - 1].line, p.list.top, p.list.top + 2);
	while (pager_next_link(&p, 1))
		;
	assert_str(p.doc.link[p.link - 1].target, "c.md");
	pager_scroll(&p, MOTION_FIRST, 0);
	assert_true(pager_next_link(
		&p, -1)); /* the chosen one is not in sight: from the end of the page */
	assert_str(p.doc.link[p.link - 1].target, "b.md#x");
	assert_true(pager_next_link(&p, -1));
	assert_false(pager_next_link(&p, -1));
	assert_int_equal(p.link, 1);
	pager_release(&p);
}

TEST(pager_says_where_links_stand)
{
	struct pager p = open_at(with_links, 3, 40);
	struct pager_spot spot[8];
	assert_int_equal(pager_links_in_sight(&p, 40, spot, 8), 2);
	assert_int_equal(spot[1].row * 100 + spot[1].col, 8);
	assert_int_equal(spot[1].link, 2);
	assert_int_equal(pager_links_in_sight(&p, 40, spot, 1), 1);
	assert_int_equal(pager_links_in_sight(&p, 5, spot, 8), 1);
	pager_release(&p);
}

TEST(pager_keeps_its_place_within_a_paragraph)
{
	struct buf text = { 0 };
	for (int i = 0; i < 400; i++)
		buf_addf(&text, "word%d ", i);
	struct pager p = open_at(buf_cstr(&text), 5, 40);
	int into;
	pager_scroll(&p, MOTION_DOWN, 17);
	assert_int_equal(pager_place(&p, &into), 1);
	assert_int_equal(into, 17);
	pager_scroll(&p, MOTION_FIRST, 0);
	pager_goto_place(&p, 1, 17);
	assert_int_equal(p.list.top, 17);
	pager_goto_place(&p, 1, 100000);
	assert_int_equal(pager_percent(&p), 100);
	buf_release(&text);
	pager_release(&p);
}

TEST(pager_shows_a_place_of_a_long_text_without_laying_out_all)
{
	struct buf text = { 0 };
	for (int i = 1; i <= 6000; i++)
		buf_addf(
			&text, "%sline %d of a long text\n\n", i % 50 == 0 ? "## Part\n\n" : "", i);
	struct pager p = open_partly(buf_cstr(&text), 10, 40),
		     all = open_at(buf_cstr(&text), 10, 40);
	int into, source = 8000;
	pager_goto_place(&p, source, 0);
	pager_goto_place(&all, source, 0);
	assert_true(p.partial && p.skipped > 0);
	assert_in_range(p.doc.nline, 10, 400);
	assert_int_equal(pager_place(&p, &into), pager_place(&all, &into));
	struct buf part = screen(&p, 10, 40), whole = screen(&all, 10, 40);
	assert_str(buf_str(&part), buf_cstr(&whole));
	assert_in_range(pager_percent(&p), pager_percent(&all) - 1, pager_percent(&all) + 1);
	for (int i = 0; i < 60; i++) { /* up over its begin */
		pager_scroll(&p, MOTION_UP, 3);
		pager_scroll(&all, MOTION_UP, 3);
		assert_int_equal(pager_place(&p, &into), pager_place(&all, &into));
	}
	assert_false(p.partial);
	buf_release(&part);
	buf_release(&whole);
	pager_release(&p);
	p = open_partly(buf_cstr(&text), 10, 40);
	pager_goto_heading(&p, 6117); /* one of "## Part" */
	assert_true(p.partial);
	assert_int_equal(p.doc.heading[pager_heading(&p)].source, 6117);
	assert_int_equal(p.doc.heading[pager_heading(&p)].line, p.list.top);
	pager_goto_place(&p, 100000, 0);
	assert_int_equal(pager_percent(&p), 100);
	pager_release(&p);
	pager_release(&all);
	buf_release(&text);
}

TEST(pager_shows_the_begin_of_one_endless_line)
{
	struct buf text = { 0 };
	for (int i = 0; i < 100000; i++)
		buf_addf(&text, "caf\xC3\xA9 %d ", i);
	struct pager p = open_partly(buf_cstr(&text), 10, 40);
	assert_true(p.partial);
	assert_in_range(p.doc.nline, 10, 4000);
	struct buf part = screen(&p, 10, 40);
	pager_complete(&p);
	struct buf whole = screen(&p, 10, 40);
	assert_str(buf_str(&part), buf_cstr(&whole));
	pager_scroll(&p, MOTION_LAST, 0);
	assert_int_equal(cells_with(&p, 10, 40, ROLE_MATCH), 0);
	pager_search(&p, STR("99999"));
	assert_int_equal(p.nmatch, 1);
	buf_release(&part);
	buf_release(&whole);
	buf_release(&text);
	pager_release(&p);
}

TEST(pager_moves_only_what_is_too_wide)
{
	struct pager p =
		open_at("plain words\n\n```\nshort\n\n0123456789012345678901234567890123\n```\n"
			"\nwords\n\n```\nother\n```\n",
			20, 20);
	pager_sideways(&p, 4);
	struct buf b = screen(&p, 20, 20);
	assert_true(str_find(buf_str(&b), STR("plain words"), 0) >= 0);
	assert_true(str_find(buf_str(&b), STR("short"), 0) < 0);
	assert_true(str_find(buf_str(&b), STR("‹"), 0) >= 0);
	assert_true(str_find(buf_str(&b), STR("other"), 0) >= 0);
	buf_release(&b);
	pager_resize(&p, 20, 60); /* all of it has room */
	assert_int_equal(p.left, 0);
	pager_release(&p);
}

static int count_newlines(const char *s)
{
	int n = 0;
	for (; *s; s++)
		n += *s == '\n';
	return n;
}

/* The page of the first layout is that of the whole text; `partial`: only a part was laid out for it. */
static void check_begin(const char *begin, const char *end, bool partial)
{
	struct buf text = { 0 };
	buf_addf(&text, "%s", begin);
	for (int k = 0; k < 300; k++)
		buf_addf(&text, "line %d\n\n", k);
	buf_addf(&text, "%s", end);
	struct pager p = open_partly(buf_cstr(&text), 5, 30);
	if (p.partial != partial)
		fail_msg("%s: %s", begin, p.partial ? "a part" : "all");
	for (int i = 0; i < p.doc.nlink; i++)
		assert_true(p.doc.link[i].line < p.doc.nline);
	struct buf part = screen(&p, 5, 30);
	int nlink = p.doc.nlink;
	pager_complete(&p);
	assert_true(p.doc.nlink >= nlink);
	struct buf whole = screen(&p, 5, 30);
	assert_str(buf_str(&part), buf_cstr(&whole));
	buf_release(&part);
	buf_release(&whole);
	pager_release(&p);
	buf_release(&text);
}

TEST(pager_takes_definitions_from_the_rest_of_the_text)
{
	check_begin("See [heaps][h] or [h].\n\n", "[h]: heaps.md\n", true);
	check_begin("See [nothing].\n\n", "[h]: heaps.md\n", true);
	check_begin("See [heaps](heaps.md).\n\n", "[h]: heaps.md\n", true);
	check_begin("- [ ] a task\n- [x] done\n\n", "[h]: heaps.md\n", true);
	check_begin("A claim[^1], one more[^b].\n\n",
		"[^b]: Note.\n\n    More.\n\n[^1]: See [h].\n\n[h]: heaps.md\n", true);
	check_begin("A claim[^1].\n\n", "No note.\n", true);
	check_begin("See [heaps][h].\n\n", "[h]:\n  heaps.md\n", false);
	check_begin("[h]: own.md\n\nSee [h].\n\n", "[h]: heaps.md\n", true);
}

TEST(pager_places_amid_notes_have_the_numbers_of_the_whole)
{
	struct buf text = { 0 };
	buf_addf(&text, "A[^a].\n\n");
	for (int i = 1; i <= 600; i++)
		buf_addf(
			&text, "%sline %d of a long text\n\n", i % 50 == 0 ? "## Part\n\n" : "", i);
	buf_addf(&text, "## Last\n\nB[^b] [c].\n\n[^a]: x\n[^b]: y\n\n[c]: z.md\n");
	struct pager p = open_partly(buf_cstr(&text), 10, 40);
	pager_goto_place(&p, count_newlines(buf_cstr(&text)) - 6, 0);
	struct buf b = screen(&p, 10, 40);
	assert_true(str_find(buf_str(&b), STR("B[2] c."), 0) >= 0);
	buf_release(&b);
	pager_release(&p);
	buf_release(&text);
}

TEST(pager_looks_for_what_a_link_is_named_after_in_all_of_the_text)
{
	static const char *const begin[] = { "See [heaps][h].\n\n", "See [h].\n\n" };
	for (size_t i = 0; i < LENGTH(begin); i++) {
		struct buf text = { 0 };
		buf_addf(&text, "%s", begin[i]);
		for (int k = 0; k < 300; k++)
			buf_addf(&text, "line %d\n\n", k);
		buf_addf(&text, "[h]: heaps.md\n");
		struct pager p = open_partly(buf_cstr(&text), 5, 30);
		assert_true(p.partial);
		assert_str(p.doc.link[0].target, "heaps.md");
		pager_release(&p);
		buf_release(&text);
	}
}
