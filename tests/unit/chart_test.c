/* chart_test.c - bars, lines, sparklines and plots as text. */
#include "hone/chart.h"

#include <stdlib.h>

#include "hone/text.h"
#include "test.h"

static void assert_chart(struct chart c, const char *want)
{
	struct buf out = { 0 };
	for (int i = 0; i < c.n; i++) {
		chart_text(&c.row[i], &out);
		buf_addc(&out, '\n');
	}
	assert_str(buf_str(&out), want);
	buf_release(&out);
}

static int row_cols(const struct chart_row *row)
{
	int cols = 0;
	for (int i = 0; i < row->n; i++)
		cols += text_cols(row->run[i].text);
	return cols;
}

static const struct chart_bar bars[] = {
	{ STR_INIT("Hardware"), STR_INIT("n=7"), 50, 80 },
	{ STR_INIT("Data loading"), { 0 }, 0, 80 },
	{ STR_INIT("Parallelism"), STR_INIT("n=12"), 90, 80 },
	{ STR_INIT("Inference"), { 0 }, 100, -1 },
	{ STR_INIT("Songs"), { 0 }, -1, -1 },
};

TEST(bars_show_percent_and_target)
{
	struct arena a = { 0 };
	assert_chart(chart_bars(bars, 5, (struct chart_look){ .cols = 46 }, &a),
		"Hardware      ██████████░░░░░░│░░░  50 %  n=7\n"
		"Data loading  ░░░░░░░░░░░░░░░░│░░░   0 %\n"
		"Parallelism   ████████████████│█░░  90 %  n=12\n"
		"Inference     ████████████████████ 100 %\n"
		"Songs         ░░░░░░░░░░░░░░░░░░░░     -\n");
	assert_chart(chart_bars(bars, 5, (struct chart_look){ .cols = 46, .ascii = true }, &a),
		"Hardware      ##########......|...  50 %  n=7\n"
		"Data loading  ................|...   0 %\n"
		"Parallelism   ################|#..  90 %  n=12\n"
		"Inference     #################### 100 %\n"
		"Songs         ....................     -\n");
	/* Little room: no notes, labels cut. */
	assert_chart(chart_bars(bars, 2, (struct chart_look){ .cols = 26 }, &a),
		"Hardware   █████░░│░  50 %\n"
		"Data loa…  ░░░░░░░│░   0 %\n");
	arena_release(&a);
}

TEST(a_bar_has_the_role_of_how_it_stands_to_its_target)
{
	assert_int_equal(chart_role_of(50, -1), CHART_LINE);
	assert_int_equal(chart_role_of(80, 80), CHART_GOOD);
	assert_int_equal(chart_role_of(79, 80), CHART_PART);
	assert_int_equal(chart_role_of(70, 80), CHART_PART);
	assert_int_equal(chart_role_of(69, 80), CHART_LOW);
}

TEST(a_line_goes_over_days_against_its_target)
{
	double value[31];
	struct arena a = { 0 };
	static const struct chart_goal goal[] = { { 10, 50 }, { 30, 80 } };
	for (int i = 0; i < 31; i++)
		value[i] = i < 21 ? i * 5 : -1;
	struct chart_days d = { 0, 30, value, 31, goal, 2 };
	/* 1 January to 31 January 1970. */
	assert_chart(chart_line(&d, (struct chart_look){ 36, 8, true }, &a),
		"100 +                   **\n"
		"    |           ----****------------\n"
		"    |           ****\n"
		" 50 +-------****\n"
		"    |   ****\n"
		"  0 +***\n"
		"    +-------------------------------\n"
		"     1 Jan                    31 Jan\n");
	arena_release(&a);
}

TEST(a_line_is_dots_where_there_are_braille_signs)
{
	double value[] = { 0, 100 };
	struct arena a = { 0 };
	struct chart_days d = { 0, 1, value, 2, NULL, 0 };
	struct chart c = chart_line(&d, (struct chart_look){ 20, 5, false }, &a);
	/* The last dot column climbs from the bottom to the top. */
	assert_chart(c, "100 ┤              ⢸\n"
			" 50 ┤              ⢸\n"
			"  0 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡸\n"
			"    └───────────────\n"
			"     1 Jan     2 Jan\n");
	arena_release(&a);
}

TEST(a_sparkline_is_a_sign_for_each_of_the_last_values)
{
	static const double value[] = { 9, 0, 1, 2, 4, -1, 7 };
	struct arena a = { 0 };
	assert_str(chart_spark(value, 7, (struct chart_look){ .cols = 6 }, &a), "▁▂▃▅ █");
	assert_str(chart_spark(value, 7, (struct chart_look){ .cols = 6, .ascii = true }, &a),
		"_.-+ #");
	assert_str(chart_spark(value, 0, (struct chart_look){ .cols = 6 }, &a), "");
	arena_release(&a);
}

TEST(a_plot_counts_points_that_fall_together)
{
	static const struct chart_point point[] = { { 90, 20, CHART_LOW }, { 50, 50, CHART_TEXT },
		{ 50, 50, CHART_TEXT }, { 10, 100, CHART_GOOD } };
	struct arena a = { 0 };
	assert_chart(chart_plot(point, 4, STR("you say"), STR("recall"),
			     (struct chart_look){ 30, 7, true }, &a),
		"recall\n"
		"100 +  o                   ...\n"
		"    |                ......\n"
		" 50 +          ..2...\n"
		"    |    ......            o\n"
		"  0 +....\n"
		"    +-------------------------\n"
		"     0        you say      100\n");
	arena_release(&a);
}

/* Whatever the width, rows are as wide as asked and no two labels touch. */
TEST(every_row_is_exactly_as_wide_as_asked)
{
	struct arena a = { 0 };
	double value[400];
	srand(7);
	for (int i = 0; i < 400; i++)
		value[i] = rand() % 120 - 10;
	static const struct chart_bar wide[] = {
		{ STR_INIT("日本語のとても長い名前です"), STR_INIT("注 n=7"), 33, 60 },
		{ STR_INIT("e\xCC\x81tude"), STR_INIT("x"), 100, 100 },
	};
	for (int cols = 1; cols < 220; cols++) {
		struct chart_look look = { cols, 1 + cols % 20, cols % 2 == 0 };
		int want = cols < CHART_LEAST ? CHART_LEAST : cols, days = 1 + cols * 7 % 400;
		struct chart_days d = { 20000, 20000 + days - 1, value, days, NULL, 0 };
		struct chart_point p = { cols % 101, 100 - cols % 101, CHART_TEXT };
		struct chart all[] = { chart_bars(wide, 2, look, &a), chart_bars(bars, 5, look, &a),
			chart_line(&d, look, &a),
			chart_plot(&p, 1, STR("said"), STR("recall"), look, &a) };
		for (size_t i = 0; i < LENGTH(all); i++)
			for (int row = 0; row < all[i].n; row++)
				if (row_cols(&all[i].row[row]) != want)
					fail_msg("chart %zu, %d columns, row %d", i, cols, row);
		arena_clear(&a);
	}
	arena_release(&a);
}
