/* editor.c - how the user's editor is called. */
#include "tui/editor.h"

#include <stdlib.h>

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
