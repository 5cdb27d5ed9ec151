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
	pager_goto_source(&p, 9);
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
	assert_int_equal(cells_with(&p, 3, 30, ROLE_MATCH), 10);
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
	assert_int_equal(cells_with(&p, 1, 20, ROLE_MATCH), 4);
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
	assert_int_equal(pager_heading(&p), -1); /* the end of the text stands above it */
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
	pager_goto_source(&p, 5);
	pager_sideways(&p, 3);
	pager_resize(&p, 2, 10);
	assert_int_equal(pager_heading(&p), -1);
	assert_int_equal(pager_percent(&p), 100);
	pager_release(&p);
}
