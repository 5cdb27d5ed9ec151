/* editor_test.c - how the user's editor is called. */
#include "tui/editor.h"

#include <stdlib.h>

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
