/* theme.c - the two built-in themes and the reader of theme files. */
#include "tui/theme.h"

#include <stdio.h>
#include <string.h>

#include <ini.h>

enum { ANSI_COLORS = 16, PALETTE_COLORS = 256 };

static const char *const role_keys[] = {
#define THEME_ROLE_KEY(name, key, help) key,
	THEME_ROLES(THEME_ROLE_KEY)
#undef THEME_ROLE_KEY
};

static const struct {
	const char *name;
	uint8_t attr;
} attributes[] = {
	{ "bold", ATTR_BOLD },
	{ "dim", ATTR_DIM },
	{ "italic", ATTR_ITALIC },
	{ "underline", ATTR_UNDERLINE },
	{ "reverse", ATTR_REVERSE },
};

enum { RED = 1, GREEN, YELLOW, MAGENTA = 5, CYAN };

#define LOOK(color, attributes)                                                                    \
	{                                                                                          \
		.fg = (color), .bg = COLOR_DEFAULT, .attr = (attributes)                           \
	}
#define PLAIN(attributes) LOOK(COLOR_DEFAULT, attributes)

static const struct theme terminal = {
	.name = "terminal",
	.style = {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(ATTR_DIM),
		[ROLE_ACCENT] = LOOK(CYAN, 0),
		[ROLE_FOCUS] = LOOK(CYAN, ATTR_BOLD),
		[ROLE_RULE] = PLAIN(ATTR_DIM),
		[ROLE_KEY] = PLAIN(ATTR_BOLD),
		[ROLE_SELECTED] = PLAIN(ATTR_REVERSE),
		[ROLE_SELECTED_OFF] = PLAIN(ATTR_BOLD),
		[ROLE_TODAY] = LOOK(CYAN, ATTR_BOLD | ATTR_REVERSE),
		[ROLE_KNOW] = LOOK(GREEN, 0),
		[ROLE_UNSURE] = LOOK(YELLOW, 0),
		[ROLE_DUNNO] = LOOK(RED, 0),
		[ROLE_EASY] = LOOK(CYAN, 0),
		[ROLE_HEADING1] = LOOK(CYAN, ATTR_BOLD),
		[ROLE_HEADING2] = LOOK(CYAN, ATTR_BOLD),
		[ROLE_HEADING3] = PLAIN(ATTR_BOLD),
		[ROLE_CODE] = LOOK(CYAN, 0),
		[ROLE_KEYWORD] = LOOK(MAGENTA, 0),
		[ROLE_STRING] = LOOK(GREEN, 0),
		[ROLE_COMMENT] = PLAIN(ATTR_DIM | ATTR_ITALIC),
		[ROLE_NUMBER] = LOOK(YELLOW, 0),
		[ROLE_LINK] = PLAIN(ATTR_UNDERLINE),
		[ROLE_QUOTE] = PLAIN(ATTR_ITALIC),
		[ROLE_MARK] = PLAIN(ATTR_DIM),
		[ROLE_NOTE] = LOOK(CYAN, ATTR_BOLD),
		[ROLE_WARNING] = LOOK(YELLOW, ATTR_BOLD),
		[ROLE_MATCH] = LOOK(YELLOW, ATTR_REVERSE),
		[ROLE_INFO] = LOOK(CYAN, 0),
		[ROLE_ERROR] = LOOK(RED, ATTR_BOLD),
	},
};

static const struct theme mono = {
	.name = "mono",
	.style = {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(0),
		[ROLE_ACCENT] = PLAIN(ATTR_UNDERLINE),
		[ROLE_FOCUS] = PLAIN(ATTR_BOLD),
		[ROLE_RULE] = PLAIN(0),
		[ROLE_KEY] = PLAIN(ATTR_BOLD),
		[ROLE_SELECTED] = PLAIN(ATTR_REVERSE),
		[ROLE_SELECTED_OFF] = PLAIN(ATTR_UNDERLINE),
		[ROLE_TODAY] = PLAIN(ATTR_BOLD | ATTR_REVERSE),
		[ROLE_KNOW] = PLAIN(0),
		[ROLE_UNSURE] = PLAIN(0),
		[ROLE_DUNNO] = PLAIN(ATTR_BOLD),
		[ROLE_EASY] = PLAIN(0),
		[ROLE_HEADING1] = PLAIN(ATTR_BOLD),
		[ROLE_HEADING2] = PLAIN(ATTR_BOLD | ATTR_UNDERLINE),
		[ROLE_HEADING3] = PLAIN(ATTR_BOLD),
		[ROLE_CODE] = PLAIN(0),
		[ROLE_KEYWORD] = PLAIN(ATTR_BOLD),
		[ROLE_STRING] = PLAIN(0),
		[ROLE_COMMENT] = PLAIN(ATTR_DIM),
		[ROLE_NUMBER] = PLAIN(0),
		[ROLE_LINK] = PLAIN(ATTR_UNDERLINE),
		[ROLE_QUOTE] = PLAIN(0),
		[ROLE_MARK] = PLAIN(0),
		[ROLE_NOTE] = PLAIN(ATTR_BOLD),
		[ROLE_WARNING] = PLAIN(ATTR_BOLD | ATTR_UNDERLINE),
		[ROLE_MATCH] = PLAIN(ATTR_REVERSE),
		[ROLE_INFO] = PLAIN(0),
		[ROLE_ERROR] = PLAIN(ATTR_BOLD),
	},
};

struct reading {
	struct str rest; /* of the file */
	int line;        /* the one last handed to the parser */
	const char *file;
	struct theme theme;
	struct err *e;
	bool failed;
};

/* fgets() on a str, for the ini parser; counts the lines, which its handlers are not told. */
static char *read_line(char *out, int room, void *ctx)
{
	struct reading *r = ctx;
	struct str line;
	if (r->failed || !str_line(&r->rest, &line))
		return NULL;
	r->line++;
	if (line.n + 2 > (size_t)room) {
		err_set(r->e, ERR_INVALID, "%s:%d: the line is too long", r->file, r->line);
		r->failed = true;
		return NULL;
	}
	snprintf(out, (size_t)room, "%.*s\n", STR_ARG(line));
	return out;
}

static int refuse(struct reading *r, const char *what, struct str word)
{
	if (!r->failed)
		err_set(r->e, ERR_INVALID, "%s:%d: %s '%.*s'", r->file, r->line, what,
			STR_ARG(word));
	r->failed = true;
	return 0;
}

static bool color(struct str word, short *out)
{
	int limit = 0, n;
	if (str_eq(word, STR("default"))) {
		*out = COLOR_DEFAULT;
		return true;
	}
	if (str_starts(word, STR("ansi:")))
		limit = ANSI_COLORS;
	else if (str_starts(word, STR("pal:")))
		limit = PALETTE_COLORS;
	else
		return false;
	word = str_slice(word, (size_t)str_find(word, STR(":"), 0) + 1, word.n);
	if (!str_number(&word, &n) || word.n || n < 0 || n >= limit)
		return false;
	*out = (short)n;
	return true;
}

static bool attribute(struct str word, uint8_t *attr)
{
	for (size_t i = 0; i < LENGTH(attributes); i++)
		if (str_eq(word, str_of(attributes[i].name))) {
			*attr |= attributes[i].attr;
			return true;
		}
	return false;
}

/* "ansi:2 bold on ansi:4" */
static int style(struct reading *r, struct str words, struct style *out)
{
	struct style s = { .fg = COLOR_DEFAULT, .bg = COLOR_DEFAULT };
	bool background = false;
	while (words.n) {
		ptrdiff_t space = str_find(words, STR(" "), 0);
		struct str word = str_slice(words, 0, space < 0 ? words.n : (size_t)space);
		words = str_trim(str_slice(words, word.n, words.n));
		bool on = str_eq(word, STR("on"));
		if (!on && !color(word, background ? &s.bg : &s.fg) && !attribute(word, &s.attr))
			return refuse(r, "unknown colour or attribute", word);
		background = on;
	}
	if (background)
		return refuse(r, "a colour must follow", STR("on"));
	*out = s;
	return 1;
}

static int inherit(struct reading *r, struct str name)
{
	if (str_eq(name, str_of(terminal.name)))
		memcpy(r->theme.style, terminal.style, sizeof terminal.style);
	else if (str_eq(name, str_of(mono.name)))
		memcpy(r->theme.style, mono.style, sizeof mono.style);
	else
		return refuse(r, "no built-in theme is called", name);
	return 1;
}

static int read_pair(void *ctx, const char *section, const char *name, const char *value)
{
	struct reading *r = ctx;
	struct str key = str_of(name);
	if (strcmp(section, "theme") == 0) {
		if (!str_eq(key, STR("inherits")))
			return refuse(r, "unknown key", key);
		return inherit(r, str_trim(str_of(value)));
	}
	if (strcmp(section, "roles") != 0)
		return refuse(r, "unknown section", str_of(section));
	for (size_t i = 0; i < ROLE_COUNT; i++)
		if (str_eq(key, str_of(role_keys[i])))
			return style(r, str_trim(str_of(value)), &r->theme.style[i]);
	return refuse(r, "unknown role", key);
}

const struct theme *theme_default(void)
{
	return &terminal;
}

const struct theme *theme_mono(void)
{
	return &mono;
}

bool theme_parse(struct str text, const char *file, struct theme *out, struct err *e)
{
	struct reading r = { .rest = text, .file = file, .theme = terminal, .e = e };
	r.theme.name = "custom";
	int line = ini_parse_stream(read_line, &r, read_pair, &r);
	if (r.failed)
		return false;
	if (line != 0)
		return err_set(
			e, ERR_INVALID, "%s:%d: neither '[section]' nor 'key = value'", file, line);
	*out = r.theme;
	return true;
}
