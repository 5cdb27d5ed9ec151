/* editor_test.c - how the user's editor and browser are called. */
#include "tui/editor.h"

#include <stdlib.h>

#include "hone/link.h"
#include "test.h"

TEST(editor_is_the_one_the_user_named)
{
	setenv("VISUAL", "nvim -n", 1);
	setenv("EDITOR", "ed", 1);
	assert_string_equal(editor_name(), "nvim -n");
	setenv("VISUAL", "", 1);
	assert_string_equal(editor_name(), "ed");
	unsetenv("EDITOR");
	assert_string_equal(editor_name(), "vi");
	unsetenv("VISUAL");
	assert_string_equal(editor_name(), "vi");
}

TEST(editor_is_told_the_line_in_its_own_way)
{
	static const struct {
		const char *editor, *path;
		int line;
		const char *want;
	} rows[] = {
		{ "vi", "/s/deck.md", 12, "vi +12 '/s/deck.md'" },
		{ "/usr/bin/nvim -n", "/s/deck.md", 1, "/usr/bin/nvim -n +1 '/s/deck.md'" },
		{ "emacs -nw", "/s/a b.md", 3, "emacs -nw +3 '/s/a b.md'" },
		{ "hx", "/s/deck.md", 7, "hx '/s/deck.md':7" },
		{ "code", "/s/deck.md", 7, "code --wait --goto '/s/deck.md':7" },
		{ "myeditor --fast", "/s/deck.md", 7, "myeditor --fast '/s/deck.md'" },
		{ "vim", "/s/deck.md", 0, "vim '/s/deck.md'" },
		{ "vi", "/s/it's; rm $HOME `x`.md", 2, "vi +2 '/s/it'\\''s; rm $HOME `x`.md'" },
	};
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf out = { 0 };
		editor_command(&out, rows[i].editor, rows[i].path, rows[i].line);
		assert_string_equal(buf_cstr(&out), rows[i].want);
		buf_release(&out);
	}
}

TEST(browser_gets_the_address_as_an_argument)
{
	static const struct {
		const char *browser, *display, *want;
		bool apart;
	} rows[] = {
		{ "", "", "xdg-open|U|", false },
		{ "", ":0", "xdg-open|U|", true },
		{ "firefox", ":0", "firefox|U|", true },
		{ "w3m", ":0", "w3m|U|", false },
		{ "/usr/bin/lynx -nopause", ":0", "/usr/bin/lynx|-nopause|U|", false },
		{ "open  --in %s --raise:other", ":0", "open|--in|U|--raise|", true },
		{ ":other", "", "xdg-open|U|", false },
	};
	unsetenv("WAYLAND_DISPLAY");
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		bool apart;
		setenv("BROWSER", rows[i].browser, 1);
		setenv("DISPLAY", rows[i].display, 1);
		for (char *const *p = editor_browser(STR("U"), &apart, &a); *p; p++)
			buf_addf(&got, "%s|", *p);
		assert_string_equal(buf_cstr(&got), rows[i].want);
		assert_int_equal(apart, rows[i].apart);
		buf_release(&got);
		arena_release(&a);
	}
}

TEST(files_have_a_program_of_their_own)
{
	struct arena a = { 0 };
	bool apart;
	unsetenv("WAYLAND_DISPLAY");
	setenv("DISPLAY", "", 1);
	setenv("BROWSER", "firefox", 1);
	setenv("OPENER", "see --wait", 1);
	char *const *argv = editor_opener(STR("/s/a b.pdf"), &apart, &a);
	assert_string_equal(argv[0], "see");
	assert_string_equal(argv[1], "--wait");
	assert_string_equal(argv[2], "/s/a b.pdf");
	assert_null(argv[3]);
	assert_false(apart);
	unsetenv("OPENER");
	argv = editor_opener(STR("/s/a b.pdf"), &apart, &a);
	assert_string_equal(argv[0], "xdg-open");
	arena_release(&a);
}

TEST(only_addresses_of_the_web_go_to_a_browser)
{
	static const struct {
		const char *text;
		bool want;
	} rows[] = { { "https://example.org/a?b=1#c", true }, { "HTTP://example.org", true },
		{ "https://example.org/caf\xC3\xA9", true }, { "file:///etc/passwd", false },
		{ "javascript:alert(1)", false }, { "-https://example.org", false },
		{ "https://a b", false }, { "https://a\033[2J", false }, { "", false } };
	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(link_is_address(str_of(rows[i].text)), rows[i].want);
}
