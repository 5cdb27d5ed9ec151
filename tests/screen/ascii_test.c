/* ascii_test.c - sheets and cards on a screen that has ASCII only. */
#include "hone/md.h"
#include "screen/sheet_desk.h"
#include "test.h"

TEST(a_sheet_shows_its_formulas_as_written_where_there_is_only_ascii)
{
	md_ascii(true);
	struct desk d = sheet_desk_of("# Trees\n\nOf depth $\\log_2 n$ ≤ λ².\n", 24, 80);
	see(&d, "Of depth $\\log_2 n$ <= lambda^2.");
	desk_free(&d);
	md_ascii(false);
}

TEST(a_card_shows_its_formulas_as_written_where_there_is_only_ascii)
{
	struct deck_card c = { .kind = CARD_BASIC,
		.front = STR("What is $\\sigma^2$ → here?"),
		.back = STR("It is\n\n$$\\frac{1}{n} \\sum_i x_i$$\n\nand ≥ 0.") };
	md_ascii(true);
	struct desk d = desk_of(c);
	see(&d, "What is $\\sigma^2$ -> here?");
	type(&d, " ");
	see(&d, "$$\\frac{1}{n} \\sum_i x_i$$");
	see(&d, "and >= 0.");
	desk_free(&d);
	md_ascii(false);
}
