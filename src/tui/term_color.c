/* term_color.c - roles of the theme as attributes and colour pairs of curses, made when first used. */
#include "tui/term_priv.h"

#include <stdlib.h>

#include <curses.h>

enum { ANSI = 8, BRIGHT = 16 };

static const struct {
	unsigned ours;
	attr_t curses;
} attributes[] = {
	{ ATTR_BOLD, A_BOLD },
	{ ATTR_DIM, A_DIM },
	{ ATTR_ITALIC, A_ITALIC },
	{ ATTR_UNDERLINE, A_UNDERLINE },
	{ ATTR_REVERSE, A_REVERSE },
};

static attr_t to_curses(unsigned attr)
{
	attr_t out = A_NORMAL;
	for (size_t i = 0; i < LENGTH(attributes); i++)
		if (attr & attributes[i].ours)
			out |= attributes[i].curses;
	return out;
}

/* A colour that this terminal has: bright ones become plain, the palette the terminal's own. */
static short possible(short color)
{
	if (color < 0 || color < COLORS)
		return color;
	return color < BRIGHT ? (short)(color - ANSI) : COLOR_DEFAULT;
}

static short pair_of(struct term *t, short fg, short bg)
{
	if (fg == COLOR_DEFAULT && bg == COLOR_DEFAULT)
		return 0;
	for (int i = 0; i < t->npair; i++)
		if (t->pair_fg[i] == fg && t->pair_bg[i] == bg)
			return (short)(i + 1);
	if (t->npair == (int)LENGTH(t->pair_fg) || t->npair + 1 >= COLOR_PAIRS)
		return 0;
	t->pair_fg[t->npair] = fg;
	t->pair_bg[t->npair] = bg;
	t->npair++;
	if (init_pair((short)t->npair, fg, bg) == ERR)
		return 0;
	return (short)t->npair;
}

void color_open(struct term *t, const struct term_options *o)
{
	const char *no_color = getenv("NO_COLOR");
	bool wanted = o->color != TERM_COLOR_NEVER &&
		      (o->color == TERM_COLOR_ALWAYS || !no_color || !*no_color);
	t->theme = theme_mono();
	if (!wanted || !has_colors() || start_color() == ERR || COLORS < ANSI)
		return;
	t->color = use_default_colors() == OK;
	if (t->color)
		t->theme = o->theme ? o->theme : theme_default();
}

struct look color_look(struct term *t, unsigned role, unsigned attr)
{
	struct look *known = &t->look[role < ROLE_COUNT ? role : ROLE_TEXT];
	if (!known->known) {
		const struct style *s = &t->theme->style[known - t->look];
		bool bright = s->fg >= ANSI && s->fg < BRIGHT && COLORS <= ANSI;
		known->attrs = to_curses(s->attr | (t->color && bright ? ATTR_BOLD : 0u));
		known->pair = t->color ? pair_of(t, possible(s->fg), possible(s->bg)) : 0;
		known->known = true;
	}
	struct look look = *known;
	if (attr)
		look.attrs |= to_curses(attr);
	return look;
}
