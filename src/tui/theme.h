/*
 * theme.h - what things look like: roles to colours and attributes. No tty.
 *
 * Views draw with roles; a theme says how a role looks. The default uses the terminal's own foreground,
 * background and 16 colours, so it fits dark and light terminals alike; `mono` uses attributes only. No
 * meaning rests on colour alone: a level has a glyph and a word too.
 */
#ifndef HONE_THEME_H
#define HONE_THEME_H

#include "hone/str.h"

/* X(NAME, "name in theme files", what it is for) */
#define THEME_ROLES(X)                                                                             \
	X(TEXT, "text", "ordinary text")                                                           \
	X(DIM, "dim", "secondary text")                                                            \
	X(ACCENT, "accent", "titles, the one accent")                                              \
	X(FOCUS, "focus", "title of the focused pane")                                             \
	X(RULE, "rule", "lines between panes")                                                     \
	X(KEY, "key", "a key in the hints")                                                        \
	X(SELECTED, "selected", "the row under the cursor")                                        \
	X(SELECTED_OFF, "selected-off", "the row under the cursor of a pane without focus")        \
	X(TODAY, "today", "today in the calendar")                                                 \
	X(KNOW, "know", "level know, done, good")                                                  \
	X(UNSURE, "unsure", "level unsure, part done, hard")                                       \
	X(DUNNO, "dunno", "level dunno, overdue, again")                                           \
	X(EASY, "easy", "grade easy")                                                              \
	X(HEADING1, "heading1", "markdown heading 1")                                              \
	X(HEADING2, "heading2", "markdown heading 2")                                              \
	X(HEADING3, "heading3", "markdown heading 3 and deeper")                                   \
	X(CODE, "code", "code")                                                                    \
	X(KEYWORD, "keyword", "keywords in code, lines taken out")                                 \
	X(STRING, "string", "strings in code, lines put in")                                       \
	X(COMMENT, "comment", "comments in code")                                                  \
	X(NUMBER, "number", "numbers in code, variables of the shell")                             \
	X(LINK, "link", "links")                                                                   \
	X(QUOTE, "quote", "quoted text")                                                           \
	X(MARK, "mark", "bullets, table lines")                                                    \
	X(NOTE, "note", "the label of a note among a text")                                        \
	X(WARNING, "warning", "the label of a warning among a text")                               \
	X(MATCH, "match", "what a search found")                                                   \
	X(INFO, "info", "a message")                                                               \
	X(ERROR, "error", "a message about something that failed")

enum role {
#define THEME_ROLE_ENUM(name, key, help) ROLE_##name,
	THEME_ROLES(THEME_ROLE_ENUM)
#undef THEME_ROLE_ENUM
		ROLE_COUNT
};

enum attr { ATTR_BOLD = 1, ATTR_DIM = 2, ATTR_ITALIC = 4, ATTR_UNDERLINE = 8, ATTR_REVERSE = 16 };

enum { COLOR_DEFAULT = -1 }; /* the terminal's own foreground or background */

struct style {
	short fg, bg; /* COLOR_DEFAULT or 0..255; above 15 only with 256 colours */
	uint8_t attr;
};

struct theme {
	const char *name;
	struct style style[ROLE_COUNT];
};

const struct theme *theme_default(void); /* "terminal" */
const struct theme *theme_mono(void);

/*
 * Read a theme file: "[theme] inherits = terminal|mono", then "[roles] know = ansi:2 bold"; colours are
 * default, ansi:0..15, pal:0..255, "on ansi:4" for the background; attributes bold dim italic underline
 * reverse. `file` names it in errors (file:line).
 */
bool theme_parse(struct str text, const char *file, struct theme *out, struct err *e) MUST_CHECK;

#endif
