/* keys.c - names of keys and the search in key tables. */
#include "tui/keys.h"

#include <stdio.h>
#include <string.h>

#include "hone/text.h"

struct named {
	struct str name;
	int key;
};

/* Where a key has two names, the first is the one shown. */
static const struct named named[] = {
	{ STR_INIT("Space"), ' ' },
	{ STR_INIT("Tab"), KEY_TAB },
	{ STR_INIT("Enter"), KEY_ENTER },
	{ STR_INIT("Escape"), KEY_ESCAPE },
	{ STR_INIT("Esc"), KEY_ESCAPE },
	{ STR_INIT("Backspace"), KEY_BACKSPACE },
	{ STR_INIT("Up"), KEY_UP },
	{ STR_INIT("Down"), KEY_DOWN },
	{ STR_INIT("Left"), KEY_LEFT },
	{ STR_INIT("Right"), KEY_RIGHT },
	{ STR_INIT("Home"), KEY_HOME },
	{ STR_INIT("End"), KEY_END },
	{ STR_INIT("PageUp"), KEY_PAGE_UP },
	{ STR_INIT("PageDown"), KEY_PAGE_DOWN },
	{ STR_INIT("Insert"), KEY_INSERT },
	{ STR_INIT("Delete"), KEY_DELETE },
	{ STR_INIT("Backtab"), KEY_BACKTAB },
	{ STR_INIT("Shift-Tab"), KEY_BACKTAB },
};

enum { FUNCTION_KEYS = 12, LAST_CONTROL = 26 };

static int control(struct str letter)
{
	if (letter.n != 1)
		return KEY_NONE;
	int c = (unsigned char)letter.p[0];
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 1;
	return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : KEY_NONE;
}

static int function(struct str digits)
{
	int n;
	if (!str_number(&digits, &n) || digits.n || n < 1 || n > FUNCTION_KEYS)
		return KEY_NONE;
	return KEY_F1 + n - 1;
}

/* Cut the next name off a row's names; false at the end. */
static bool next_name(struct str *rest, struct str *name)
{
	while (rest->n && rest->p[0] == ' ')
		*rest = str_slice(*rest, 1, rest->n);
	size_t n = 0;
	while (n < rest->n && rest->p[n] != ' ')
		n++;
	*name = str_slice(*rest, 0, n);
	*rest = str_slice(*rest, n, rest->n);
	return n > 0;
}

/* As key_parse(name) == key, but most comparisons end at the first look: this runs for every hint. */
static bool is_key(struct str name, int key)
{
	bool letter = key > ' ' && key < 0x7F;
	if (name.n == 1 || letter)
		return name.n == 1 && letter && name.p[0] == key;
	return key_parse(name) == key;
}

static bool row_has(const struct key_row *row, int key)
{
	struct str rest = str_of(row->keys), name;
	while (next_name(&rest, &name))
		if (is_key(name, key))
			return true;
	return false;
}

static bool rows_clash(const struct key_row *a, const struct key_row *b)
{
	if (a->when && b->when && !(a->when & b->when))
		return false;
	struct str rest = str_of(a->keys), name;
	while (next_name(&rest, &name))
		if (row_has(b, key_parse(name)))
			return true;
	return false;
}

int key_parse(struct str name)
{
	if (name.n == 0)
		return KEY_NONE;
	if (name.n == 1)
		return name.p[0] > ' ' && name.p[0] < 0x7F ? name.p[0] : KEY_NONE;
	for (size_t i = 0; i < LENGTH(named); i++)
		if (str_eq(name, named[i].name))
			return named[i].key;
	if (str_starts(name, STR("Ctrl-")))
		return control(str_slice(name, 5, name.n));
	if (name.p[0] == 'F' && name.n <= 3)
		return function(str_slice(name, 1, name.n));
	struct str rest = name;
	uint32_t cp = text_decode(&rest);
	return rest.n == 0 && cp >= 0xA0 && cp != TEXT_REPLACEMENT ? (int)cp : KEY_NONE;
}

const char *key_label(int key, char out[static 16])
{
	for (size_t i = 0; i < LENGTH(named); i++)
		if (named[i].key == key) {
			snprintf(out, 16, "%.*s", STR_ARG(named[i].name));
			return out;
		}
	if (key >= 1 && key <= LAST_CONTROL)
		snprintf(out, 16, "Ctrl-%c", 'A' + key - 1);
	else if (key >= KEY_F1 && key < KEY_F1 + FUNCTION_KEYS)
		snprintf(out, 16, "F%d", key - KEY_F1 + 1);
	else if (key > ' ' && key < KEY_SPECIAL) {
		struct buf b = { 0 };
		text_encode(&b, (uint32_t)key);
		snprintf(out, 16, "%s", b.p);
		buf_release(&b);
	} else
		snprintf(out, 16, "#%d", key);
	return out;
}

bool keys_live(const struct key_row *row, unsigned live)
{
	return row->when == 0 || (row->when & live) != 0;
}

const struct key_row *keys_find(const struct key_row *table, int key, unsigned live)
{
	if (!table || key == KEY_NONE)
		return NULL;
	for (const struct key_row *row = table; row->keys; row++)
		if (keys_live(row, live) && row_has(row, key))
			return row;
	return NULL;
}

int keys_clash(const struct key_row *table)
{
	for (int b = 0; table[b].keys; b++)
		for (int a = 0; a < b; a++)
			if (rows_clash(&table[a], &table[b]))
				return b;
	return -1;
}
