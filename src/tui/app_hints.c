/* app_hints.c - the likely keys of the foot: rows with a hint, each under a key that reaches it. */
#include "tui/app_priv.h"

/* The first name of the row that still reaches it, empty when all are taken by other rows. */
static struct str reaching(const struct hints *h, const struct key_row *row)
{
	struct str rest = str_of(row->keys);
	while (rest.n) {
		ptrdiff_t space = str_find(rest, STR(" "), 0);
		struct str name = str_slice(rest, 0, space < 0 ? rest.n : (size_t)space);
		int key = key_parse(name);
		const struct key_row *found = keys_find(h->table, key, h->live);
		if (!found)
			found = keys_find(app_keys(), key, h->global);
		if (found == row)
			return name;
		rest = str_trim(str_slice(rest, name.n, rest.n));
	}
	return rest;
}

static void add(struct hints *h, const struct key_row *table, unsigned live)
{
	for (const struct key_row *row = table; row && row->keys && h->n < MOST_HINTS; row++) {
		if (!row->hint || !keys_live(row, live))
			continue;
		struct hint hint = { reaching(h, row), str_of(row->hint), 0 };
		hint.cols = text_cols(hint.key) + 1 + text_cols(hint.does);
		if (hint.key.n)
			h->hint[h->n++] = hint;
	}
}

void hints_update(struct app *app)
{
	const struct slot *s = &app->slot[app_focused(app)];
	struct hints *h = &app->hints;
	const struct key_row *table = s->ops ? s->ops->keys : NULL;
	unsigned live = slot_live(s), global = app_global_live(app);
	if (h->known && h->table == table && h->live == live && h->global == global)
		return;
	*h = (struct hints){ .table = table, .live = live, .global = global, .known = true };
	add(h, table, live);
	add(h, app_keys(), global);
}
