/* canvas_test.c - text into cells: clipping, wide characters, what files may not do to a screen. */
#include "test.h"

#include "tui/canvas.h"

struct drawn {
	const char *text;
	int row, col;
	const char *screen; /* of 2 rows and 8 columns filled with dots */
	int returned;
};

static const struct drawn texts[] = {
	{ "abc", 0, 1, ".abc....\n........\n", 3 },
	{ "abc", 2, 1, "........\n........\n", 3 },
	{ "abc", -1, 1, "........\n........\n", 3 },
	{ "abcdef", 0, 5, ".....abc\n........\n", 6 },
	{ "abcdef", 1, -3, "........\ndef.....\n", 6 },
	{ "\xe6\xbc\xa2\xe5\xad\x97", 0, 1, ".\xe6\xbc\xa2\xe5\xad\x97...\n........\n", 4 },
	{ "\xe6\xbc\xa2\xe5\xad\x97", 0, 5, ".....\xe6\xbc\xa2\n........\n", 4 },
	{ "\xe6\xbc\xa2x", 0, -1, " x......\n........\n", 3 },
	{ "e\xcc\x81x", 0, 0, "e\xcc\x81x......\n........\n", 2 },
	{ "a\tb", 0, 0, "a b.....\n........\n", 3 },
	{ "a\x1b[31m", 0, 0, "a\xe2\x90\x9b[31m..\n........\n", 6 },
	{ "\xe2\x80\xaex", 0, 0, "x.......\n........\n", 1 },
};

static struct surface dots(void)
{
	struct surface s = { 0 };
	surface_resize(&s, 2, 8);
	canvas_fill(canvas_of(&s), ROLE_TEXT, '.');
	return s;
}

static void assert_screen(const struct surface *s, const char *want)
{
	struct buf got = { 0 };
	surface_text(s, &got);
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

TEST(canvas_draws_text_clipped_and_sanitised)
{
	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct surface s = dots();
		const struct drawn *d = &texts[i];
		int cols = canvas_text(canvas_of(&s), d->row, d->col, ROLE_TEXT, str_of(d->text));
		assert_int_equal(cols, d->returned);
		assert_screen(&s, d->screen);
		surface_release(&s);
	}
}

TEST(canvas_overwriting_half_of_a_wide_character_blanks_the_other_half)
{
	static const struct {
		int col;
		const char *screen;
	} rows[] = { { 1, ".x .....\n........\n" }, { 2, ". x.....\n........\n" } };
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct surface s = dots();
		canvas_text(canvas_of(&s), 0, 1, ROLE_TEXT, STR("\xe6\xbc\xa2"));
		canvas_text(canvas_of(&s), 0, rows[i].col, ROLE_TEXT, STR("x"));
		assert_screen(&s, rows[i].screen);
		surface_release(&s);
	}
}

TEST(canvas_no_wide_character_stands_in_halves_wherever_text_is_drawn)
{
	struct surface s = { 0 };
	surface_resize(&s, 1, 9);
	struct canvas all = canvas_of(&s);
	uint32_t random = 7;
	for (int turn = 0; turn < 5000; turn++) {
		random = random * 1103515245u + 12345u;
		struct str text = random >> 20 & 1 ? STR("\xe6\xbc\xa2\xe5\xad\x97") : STR("ab");
		struct canvas c =
			canvas_sub(all, 0, (int)(random >> 10 & 7), 1, (int)(random >> 13 & 7));
		canvas_text(c, 0, (int)(random >> 16 & 7) - 2, ROLE_TEXT, text);
		for (int col = 0; col < s.cols; col++) {
			bool right = col > 0 && s.cell[col - 1].cols == 2;
			assert_int_equal(s.cell[col].cols == 0, right);
			assert_true(s.cell[col].cols != 2 || col + 1 < s.cols);
		}
	}
	surface_release(&s);
}

TEST(canvas_sub_keeps_within_its_rectangle)
{
	struct surface s = dots();
	struct canvas c = canvas_sub(canvas_of(&s), 1, 2, 5, 3);
	assert_int_equal(c.rows, 1);
	canvas_text(c, 0, 0, ROLE_TEXT, STR("abcdef"));
	canvas_text(c, 1, 0, ROLE_TEXT, STR("below"));
	canvas_cursor(c, 0, 1);
	assert_screen(&s, "........\n..abc...\n");
	assert_int_equal(s.cursor_row, 1);
	assert_int_equal(s.cursor_col, 3);
	canvas_cursor(c, 3, 1);
	assert_int_equal(s.cursor_row, 1);
	surface_release(&s);
}

TEST(canvas_field_cuts_with_an_ellipsis_and_pads_with_spaces)
{
	static const struct {
		const char *text;
		int width;
		const char *screen;
	} rows[] = {
		{ "abc", 5, "abc  ...\n........\n" },
		{ "abcde", 5, "abcde...\n........\n" },
		{ "abcdef", 5, "abcd\xe2\x80\xa6...\n........\n" },
		{ "ab\xe6\xbc\xa2\xe5\xad\x97", 5, "ab\xe6\xbc\xa2\xe2\x80\xa6...\n........\n" },
		{ "\xe6\xbc\xa2\xe5\xad\x97", 2, "\xe2\x80\xa6 ......\n........\n" },
		{ "abc", 0, "........\n........\n" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct surface s = dots();
		canvas_field(canvas_of(&s), 0, 0, rows[i].width, ROLE_TEXT, str_of(rows[i].text));
		assert_screen(&s, rows[i].screen);
		surface_release(&s);
	}
}

TEST(canvas_right_ends_before_the_column)
{
	struct surface s = dots();
	assert_int_equal(canvas_right(canvas_of(&s), 0, 8, ROLE_TEXT, STR("end")), 5);
	assert_screen(&s, ".....end\n........\n");
	surface_release(&s);
}

TEST(canvas_restyle_changes_the_role_only)
{
	struct surface s = dots();
	struct canvas c = canvas_of(&s);
	canvas_attr_text(c, 0, 0, ROLE_KNOW, ATTR_BOLD, STR("abc"));
	canvas_restyle(c, 0, 1, 1, ROLE_SELECTED);
	assert_int_equal(s.cell[0].role, ROLE_KNOW);
	assert_int_equal(s.cell[1].role, ROLE_SELECTED);
	assert_int_equal(s.cell[1].attr, ATTR_BOLD);
	assert_int_equal(s.cell[1].base, 'b');
	surface_release(&s);
}

TEST(surface_of_no_size_can_be_drawn_on)
{
	struct surface s = { 0 };
	surface_resize(&s, 0, 5);
	canvas_text(canvas_of(&s), 0, 0, ROLE_TEXT, STR("abc"));
	canvas_fill(canvas_of(&s), ROLE_TEXT, '.');
	assert_screen(&s, "");
	surface_release(&s);
}
