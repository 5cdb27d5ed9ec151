/* term_info.c - whether and under which name curses can draw on this terminal. */
#include "tui/term_info.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

/* Terminals that do as xterm does; systems often lack the description of theirs. */
static const char *const like_xterm[] = { "xterm-", "kitty", "ghostty", "foot", "alacritty",
	"wezterm", "rio", "contour" };

static bool is_like_xterm(const char *name)
{
	for (size_t i = 0; i < LENGTH(like_xterm); i++)
		if (strstr(name, like_xterm[i]))
			return true;
	return false;
}

static bool described(const char *name)
{
	int status;
	return setupterm(name, STDOUT_FILENO, &status) == OK;
}

/* Whether the terminal just looked up can move its cursor; without that nothing can be drawn. */
static bool full_screen(void)
{
	const char *cup = tigetstr("cup");
	bool able = cup && cup != (const char *)-1 && *cup;
	del_curterm(cur_term);
	return able;
}

const char *term_info_name(struct buf *notice, struct err *e)
{
	const char *name = getenv("TERM");
	const char *as = name;
	if (!name || !*name) {
		err_set(e, ERR_TERMINAL,
			"TERM is not set, so hone cannot draw; try `hone review --plain`");
		return NULL;
	}
	if (!described(as)) {
		as = is_like_xterm(name) ? "xterm-256color" : NULL;
		if (!as || !described(as)) {
			err_set(e, ERR_TERMINAL,
				"this system has no description of the terminal '%s'; try "
				"TERM=xterm-256color",
				name);
			return NULL;
		}
		buf_addf(notice,
			"This system does not know the terminal '%.40s'; using it as "
			"xterm-256color.",
			name);
	}
	if (full_screen())
		return as;
	err_set(e, ERR_TERMINAL,
		"the terminal '%s' cannot show a full screen; try `hone review --plain`", name);
	return NULL;
}
