/* editor.c - how the user's editor and browser are called. */
#include "tui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "hone/base.h"

/* How an editor is told the line; options are written before it. */
enum line_style { LINE_NONE, LINE_PLUS, LINE_COLON, LINE_GOTO };

static const struct {
	struct str name;
	enum line_style style;
} known[] = {
	{ STR_INIT("vi"), LINE_PLUS },
	{ STR_INIT("vim"), LINE_PLUS },
	{ STR_INIT("nvim"), LINE_PLUS },
	{ STR_INIT("vis"), LINE_PLUS },
	{ STR_INIT("nano"), LINE_PLUS },
	{ STR_INIT("emacs"), LINE_PLUS },
	{ STR_INIT("emacsclient"), LINE_PLUS },
	{ STR_INIT("micro"), LINE_PLUS },
	{ STR_INIT("kak"), LINE_PLUS },
	{ STR_INIT("joe"), LINE_PLUS },
	{ STR_INIT("ne"), LINE_PLUS },
	{ STR_INIT("mg"), LINE_PLUS },
	{ STR_INIT("hx"), LINE_COLON },
	{ STR_INIT("helix"), LINE_COLON },
	{ STR_INIT("code"), LINE_GOTO },
	{ STR_INIT("codium"), LINE_GOTO },
};

const char *editor_name(void)
{
	static const char *const variable[] = { "VISUAL", "EDITOR" };
	for (size_t i = 0; i < LENGTH(variable); i++) {
		const char *value = getenv(variable[i]);
		if (value && *value)
			return value;
	}
	return "vi";
}

/* By the last part of the first word's path: "/usr/bin/nvim -u NONE" is nvim. */
static enum line_style style_of(struct str editor)
{
	size_t end = 0, from = 0;
	while (end < editor.n && editor.p[end] != ' ')
		end++;
	for (size_t i = 0; i < end; i++)
		if (editor.p[i] == '/')
			from = i + 1;
	struct str name = str_slice(editor, from, end);
	for (size_t i = 0; i < LENGTH(known); i++)
		if (str_eq(name, known[i].name))
			return known[i].style;
	return LINE_NONE;
}

static void add_quoted(struct buf *out, const char *path)
{
	buf_addc(out, '\'');
	for (const char *p = path; *p; p++)
		if (*p == '\'')
			buf_add(out, STR("'\\''"));
		else
			buf_addc(out, *p);
	buf_addc(out, '\'');
}

void editor_command(struct buf *out, const char *editor, const char *path, int line)
{
	enum line_style style = line > 0 ? style_of(str_trim(str_of(editor))) : LINE_NONE;
	buf_addf(out, "%s ", editor);
	if (style == LINE_PLUS)
		buf_addf(out, "+%d ", line);
	if (style == LINE_GOTO)
		buf_add(out, STR("--wait --goto "));
	add_quoted(out, path);
	if (style == LINE_COLON || style == LINE_GOTO)
		buf_addf(out, ":%d", line);
}

/* A desktop is there, and the program is none of those that draw in a terminal. */
static bool has_windows(struct str program)
{
	static const struct str in_terminal[] = { STR_INIT("w3m"), STR_INIT("lynx"),
		STR_INIT("links"), STR_INIT("elinks"), STR_INIT("www-browser") };
	const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
	size_t from = 0;
	for (size_t i = 0; i < program.n; i++)
		if (program.p[i] == '/')
			from = i + 1;
	for (size_t i = 0; i < LENGTH(in_terminal); i++)
		if (str_eq(str_slice(program, from, program.n), in_terminal[i]))
			return false;
	return (x && *x) || (wayland && *wayland);
}

/* A copy that exec may have. */
static char *word(struct str s, struct arena *a)
{
	char *copy = arena_alloc(a, s.n + 1, 1);
	if (s.n)
		memcpy(copy, s.p, s.n);
	return copy;
}

static struct str first_of(const char *variable)
{
	struct str all = str_of(getenv(variable));
	ptrdiff_t colon = str_find(all, STR(":"), 0);
	struct str first = str_trim(colon < 0 ? all : str_slice(all, 0, (size_t)colon));
	return first.n ? first : STR("xdg-open");
}

static char *const *command_of(struct str rest, struct str target, bool *apart, struct arena *a)
{
	char **argv = arena_alloc(a, rest.n / 2 + 3, sizeof *argv);
	bool put = false;
	size_t n = 0;
	while (rest.n) {
		ptrdiff_t space = str_find(rest, STR(" "), 0);
		struct str part = str_slice(rest, 0, space < 0 ? rest.n : (size_t)space);
		bool here = n && str_eq(part, STR("%s"));
		*apart = n ? *apart : has_windows(part);
		argv[n++] = word(here ? target : part, a);
		put = put || here;
		rest = str_trim(str_slice(rest, part.n, rest.n));
	}
	if (!put)
		argv[n] = word(target, a);
	return argv;
}

char *const *editor_browser(struct str target, bool *apart, struct arena *a)
{
	return command_of(first_of("BROWSER"), target, apart, a);
}

char *const *editor_opener(struct str path, bool *apart, struct arena *a)
{
	return command_of(first_of("OPENER"), path, apart, a);
}
