/* keys_test.c - names of keys, search in key tables. */
#include "test.h"

#include "tui/keys.h"

static const struct {
	const char *name;
	int key;
	const char *shown;
} names[] = {
	{ "j", 'j', "j" },
	{ "?", '?', "?" },
	{ "Space", ' ', "Space" },
	{ "Ctrl-R", 18, "Ctrl-R" },
	{ "Ctrl-r", 18, "Ctrl-R" },
	{ "Tab", KEY_TAB, "Tab" },
	{ "Enter", KEY_ENTER, "Enter" },
	{ "Esc", KEY_ESCAPE, "Escape" },
	{ "Backspace", KEY_BACKSPACE, "Backspace" },
	{ "Shift-Tab", KEY_BACKTAB, "Backtab" },
	{ "PageDown", KEY_PAGE_DOWN, "PageDown" },
	{ "F1", KEY_F1, "F1" },
	{ "F12", KEY_F1 + 11, "F12" },
	{ "\xc3\xa9", 0xE9, "\xc3\xa9" },
};

TEST(key_names_stand_for_keys_and_back)
{
	char out[16];
	for (size_t i = 0; i < LENGTH(names); i++) {
		assert_int_equal(key_parse(str_of(names[i].name)), names[i].key);
		assert_string_equal(key_label(names[i].key, out), names[i].shown);
	}
}

TEST(key_parse_refuses_what_is_no_key)
{
	static const char *const bad[] = { "", " ", "Ctrl-", "Ctrl-1", "F0", "F13", "F1x", "down",
		"jk", "\xff\xff", "\x01" };
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_int_equal(key_parse(str_of(bad[i])), KEY_NONE);
}

TEST(keys_find_takes_the_first_row_that_is_live)
{
	static const struct key_row table[] = {
		{ "j Down", 1, NULL, NULL, 0 },
		{ "Space", 2, NULL, NULL, 1 },
		{ "Space Enter", 3, NULL, NULL, 2 },
		{ NULL, 0, NULL, NULL, 0 },
	};
	static const struct {
		int key;
		unsigned live;
		int action; /* 0: none */
	} rows[] = {
		{ 'j', 0, 1 },
		{ KEY_DOWN, 4, 1 },
		{ ' ', 1, 2 },
		{ ' ', 2, 3 },
		{ ' ', 0, 0 },
		{ KEY_ENTER, 3, 3 },
		{ 'x', 3, 0 },
		{ KEY_NONE, 3, 0 },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct key_row *r = keys_find(table, rows[i].key, rows[i].live);
		assert_int_equal(r ? r->action : 0, rows[i].action);
	}
}

TEST(keys_clash_finds_two_rows_live_at_once)
{
	static const struct key_row apart[] = {
		{ "a", 1, NULL, NULL, 1 },
		{ "a", 2, NULL, NULL, 2 },
		{ "b Up", 3, NULL, NULL, 0 },
		{ NULL, 0, NULL, NULL, 0 },
	};
	static const struct key_row always[] = {
		{ "a", 1, NULL, NULL, 0 },
		{ "x", 2, NULL, NULL, 0 },
		{ "b a", 3, NULL, NULL, 2 },
		{ NULL, 0, NULL, NULL, 0 },
	};
	static const struct key_row shared[] = {
		{ "Esc", 1, NULL, NULL, 1 | 4 },
		{ "Escape", 2, NULL, NULL, 2 | 4 },
		{ NULL, 0, NULL, NULL, 0 },
	};
	assert_int_equal(keys_clash(apart), -1);
	assert_int_equal(keys_clash(always), 2);
	assert_int_equal(keys_clash(shared), 1);
}
