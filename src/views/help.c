/* help.c - the keys that work now, from the tables that make them work. */
#include "tui/app.h"
#include "views/views.h"

enum { KEY_COLS = 22, MAX_TABLES = 3 };

enum action { CLOSE = ACTION_OWN };

static const struct key_row keys[] = {
	{ "q Esc ? Enter", CLOSE, "close", "Close this help", 0 },
	LIST_KEYS,
	{ 0 },
};

struct help_row {
	const char *title;         /* of a table, or NULL */
	const struct key_row *key; /* or NULL: a title or an empty row */
};

struct help {
	struct arena arena;
	struct help_row *row;
	size_t cap;
	struct list list;
};

static void add(struct help *h, size_t *n, struct help_row row)
{
	h->row = arena_room(&h->arena, h->row, *n, &h->cap, sizeof *h->row);
	h->row[(*n)++] = row;
}

static void load(struct help *h, const struct app *app)
{
	const char *name[MAX_TABLES];
	unsigned live[MAX_TABLES];
	size_t ntable, n = 0;
	const struct key_row *const *table = app_tables(app, &ntable, name, live);
	for (size_t i = 0; i < ntable; i++) {
		if (i > 0)
			add(h, &n, (struct help_row){ 0 });
		add(h, &n, (struct help_row){ .title = name[i] });
		for (const struct key_row *k = table[i]; k->keys; k++)
			if (keys_live(k, live[i]))
				add(h, &n, (struct help_row){ .key = k });
	}
	h->list.n = (int)n;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct help *h = state;
	if (m->kind == MSG_OPEN)
		load(h, app);
	else if (m->kind == MSG_SIZE)
		list_resize(&h->list, h->list.n, m->rows);
	else if (m->kind == MSG_ACTION && m->action == CLOSE)
		return (struct nav){ NAV_CLOSE };
	else if (m->kind == MSG_ACTION)
		list_scroll(&h->list, m->action, m->count);
	return (struct nav){ NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct help *h = state;
	(void)study, (void)focused;
	for (int i = 0; i < c.rows && h->list.top + i < h->list.n; i++) {
		const struct help_row *row = &h->row[h->list.top + i];
		if (row->title)
			canvas_attr_text(c, i, 1, ROLE_ACCENT, ATTR_BOLD, str_of(row->title));
		if (row->key) {
			canvas_field(c, i, 2, KEY_COLS - 2, ROLE_KEY, str_of(row->key->keys));
			canvas_text(c, i, KEY_COLS + 1, ROLE_TEXT, str_of(row->key->help));
		}
	}
	if (h->list.top + c.rows < h->list.n)
		canvas_right(c, c.rows - 1, c.cols, ROLE_DIM, STR("▾ more"));
}

static void release(void *state)
{
	struct help *h = state;
	arena_release(&h->arena);
}

const struct view_ops view_help = {
	.name = "Keys",
	.keys = keys,
	.size = sizeof(struct help),
	.update = update,
	.draw = draw,
	.close = release,
};
