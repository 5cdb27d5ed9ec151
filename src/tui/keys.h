/*
 * keys.h - keys and the tables that give them a meaning. No tty.
 *
 * A key exists only as a row of a table; the row drives dispatch, the footer, the help screen and
 * `hone keys`. A row counts while one of its `when` bits is live in the view (0: always).
 */
#ifndef HONE_KEYS_H
#define HONE_KEYS_H

#include "hone/str.h"

/* A character (1..26 are Ctrl-A..Ctrl-Z, 27 Escape, 13 Enter, 9 Tab) or one of these. */
enum key {
	KEY_NONE,
	KEY_TAB = 9,
	KEY_ENTER = 13,
	KEY_ESCAPE = 27,
	KEY_BACKSPACE = 127,
	KEY_SPECIAL = 0x110000,
	KEY_UP,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_INSERT,
	KEY_DELETE,
	KEY_BACKTAB,
	KEY_F1, /* .. KEY_F1 + 11 */
};

struct key_row {
	const char *
		keys; /* names separated by spaces: "j Down", "Ctrl-N", "Space", "g"; NULL ends a table */
	int action;       /* the table's own enum, never 0 */
	const char *hint; /* a word or two for the footer; NULL: not shown there */
	const char *help; /* a sentence for the help screen */
	unsigned when;    /* bits of the view's live(); 0 always */
};

/* The key that a name stands for; KEY_NONE if there is no such name. */
int key_parse(struct str name);
/* The name of a key: "j", "Space", "Ctrl-R", "Down". */
const char *key_label(int key, char out[static 16]);

/* The first row of the table that this key reaches under `live`, or NULL. */
const struct key_row *keys_find(const struct key_row *table, int key, unsigned live);
bool keys_live(const struct key_row *row, unsigned live);

/* Two live rows of one table (under any single bit) that claim the same key: their index, or -1. For a
 * test that no table contradicts itself. */
int keys_clash(const struct key_row *table);

#endif
