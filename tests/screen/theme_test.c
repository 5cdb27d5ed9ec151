/* theme_test.c - theme files: what they may say and what is said of a bad one. */
#include "test.h"

#include <string.h>

#include "tui/theme.h"

static const struct {
	const char *text;
	struct style know; /* what the role "know" becomes */
} good[] = {
	{ "[roles]\nknow = ansi:2 bold\n", { 2, COLOR_DEFAULT, ATTR_BOLD } },
	{ "[roles]\nknow = pal:244 on ansi:4 italic\r\n", { 244, 4, ATTR_ITALIC } },
	{ "[roles]\nknow = default on default\n", { COLOR_DEFAULT, COLOR_DEFAULT, 0 } },
	{ "[roles]\nknow = dim underline reverse",
		{ COLOR_DEFAULT, COLOR_DEFAULT, ATTR_DIM | ATTR_UNDERLINE | ATTR_REVERSE } },
	{ "# words\n[theme]\ninherits = mono\n[roles]\nknow=on pal:16   bold ; more words\n",
		{ COLOR_DEFAULT, 16, ATTR_BOLD } },
};

TEST(theme_parse_reads_colours_and_attributes)
{
	for (size_t i = 0; i < LENGTH(good); i++) {
		struct theme t;
		struct err e = { 0 };
		if (!theme_parse(str_of(good[i].text), "x.ini", &t, &e))
			fail_msg("%s", e.text);
		assert_int_equal(t.style[ROLE_KNOW].fg, good[i].know.fg);
		assert_int_equal(t.style[ROLE_KNOW].bg, good[i].know.bg);
		assert_int_equal(t.style[ROLE_KNOW].attr, good[i].know.attr);
	}
}

TEST(theme_parse_inherits_what_is_not_said)
{
	struct theme t;
	struct err e = { 0 };
	assert_true(theme_parse(STR("[theme]\ninherits = mono\n"), "x.ini", &t, &e));
	assert_memory_equal(t.style, theme_mono()->style, sizeof t.style);
	assert_true(theme_parse(STR(""), "x.ini", &t, &e));
	assert_memory_equal(t.style, theme_default()->style, sizeof t.style);
}

static const struct {
	const char *text, *error;
} bad[] = {
	{ "[roles]\nknow = ansi:16\n", "x.ini:2: unknown colour or attribute 'ansi:16'" },
	{ "[roles]\n\nknow = pal:256\n", "x.ini:3: unknown colour or attribute 'pal:256'" },
	{ "[roles]\nknow = pal:-1\n", "x.ini:2: unknown colour or attribute 'pal:-1'" },
	{ "[roles]\nknow = bold on\n", "x.ini:2: a colour must follow 'on'" },
	{ "[roles]\nknwo = bold\n", "x.ini:2: unknown role 'knwo'" },
	{ "[theme]\ninherits = night\n", "x.ini:2: no built-in theme is called 'night'" },
	{ "[theme]\nname = night\n", "x.ini:2: unknown key 'name'" },
	{ "[colours]\nknow = bold\n", "x.ini:2: unknown section 'colours'" },
	{ "[roles]\nknow\n", "x.ini:2: neither '[section]' nor 'key = value'" },
};

TEST(theme_parse_names_the_line_that_is_wrong)
{
	for (size_t i = 0; i < LENGTH(bad); i++) {
		struct theme t = { .name = "untouched" };
		struct err e = { 0 };
		assert_false(theme_parse(str_of(bad[i].text), "x.ini", &t, &e));
		assert_string_equal(e.text, bad[i].error);
		assert_int_equal(e.kind, ERR_INVALID);
		assert_string_equal(t.name, "untouched");
	}
}

TEST(theme_parse_refuses_a_line_longer_than_any_style)
{
	struct buf text = { 0 };
	struct theme t;
	struct err e = { 0 };
	buf_add(&text, STR("[roles]\nknow = bold"));
	for (int i = 0; i < 300; i++)
		buf_addc(&text, ' ');
	assert_false(theme_parse(buf_str(&text), "x.ini", &t, &e));
	assert_string_equal(e.text, "x.ini:2: the line is too long");
	buf_release(&text);
}

TEST(theme_files_that_are_shipped_parse)
{
	static const char *const files[] = { "themes/paper.ini", "themes/high-contrast.ini" };
	for (size_t i = 0; i < LENGTH(files); i++) {
		struct buf text = test_read(files[i]);
		struct theme t;
		struct err e = { 0 };
		if (!theme_parse(buf_str(&text), files[i], &t, &e))
			fail_msg("%s", e.text);
		buf_release(&text);
	}
}

TEST(theme_mono_uses_no_colour)
{
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		assert_int_equal(theme_mono()->style[i].fg, COLOR_DEFAULT);
		assert_int_equal(theme_mono()->style[i].bg, COLOR_DEFAULT);
	}
}
