/* help.c - the keys that work now, from the tables that make them work. */
#include "tui/app.h"
#include "views/views.h"

enum { KEY_COLS = 22, MAX_TABLES = 3, NARROW_COLS = 50, INDENT = 2 };

enum action { CLOSE = ACTION_OWN };

static const struct key_row keys[] = {
	{ "q Esc ? Enter", CLOSE, "close", "Close this help", 0 },
	LIST_KEYS,
	{ 0 },
};

struct help_row {
	struct str title; /* of a table; then nothing else */
	struct str key, text;
};

struct help {
	struct arena arena;
	struct help_row *row;
	size_t cap;
	struct list list;
	int cols; /* that the rows were made for */
};

static void add(struct help *h, struct help_row row)
{
	h->row = arena_room(&h->arena, h->row, (size_t)h->list.n, &h->cap, sizeof *h->row);
	h->row[h->list.n++] = row;
}

/* Keys and sentence side by side, or the sentence below where the screen is narrow. */
static void add_key(struct help *h, const struct key_row *k)
{
	bool narrow = h->cols < NARROW_COLS;
	struct str key = str_of(k->keys), text = str_of(k->help);
	int key_cols = narrow ? h->cols - 2 : KEY_COLS - 2;
	int text_room = narrow ? h->cols - INDENT - 2 : h->cols - KEY_COLS - 2;
	for (;;) {
		struct help_row row = { 0 };
		bool keys_left = text_wrap(&key, key_cols, &row.key);
		bool text_left = (!narrow || !keys_left) && text_wrap(&text, text_room, &row.text);
		if (!keys_left && !text_left)
			return;
		add(h, row);
	}
}

static void load(struct help *h, const struct app *app)
{
	const char *name[MAX_TABLES];
	unsigned live[MAX_TABLES];
	size_t ntable;
	const struct key_row *const *table = app_tables(app, &ntable, name, live);
	h->list.n = 0;
	for (size_t i = 0; i < ntable; i++) {
		if (i > 0)
			add(h, (struct help_row){ 0 });
		add(h, (struct help_row){ .title = str_of(name[i]) });
		for (const struct key_row *k = table[i]; k->keys; k++)
			if (keys_live(k, live[i]))
				add_key(h, k);
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct help *h = state;
	if (m->kind == MSG_SIZE) {
		h->cols = m->cols;
		load(h, app);
		list_resize(&h->list, h->list.n, m->rows);
	} else if (m->kind == MSG_ACTION && m->action == CLOSE)
		return (struct nav){ .kind = NAV_CLOSE };
	else if (m->kind == MSG_ACTION)
		list_scroll(&h->list, m->action, m->count);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct help *h = state;
	bool narrow = c.cols < NARROW_COLS;
	(void)study, (void)focused;
	for (int i = 0; i < c.rows && h->list.top + i < h->list.n; i++) {
		const struct help_row *row = &h->row[h->list.top + i];
		canvas_attr_text(c, i, 1, ROLE_ACCENT, ATTR_BOLD, row->title);
		canvas_text(c, i, narrow ? 1 : 2, ROLE_KEY, row->key);
		canvas_text(c, i, narrow ? 1 + INDENT : KEY_COLS + 1, ROLE_TEXT, row->text);
	}
	if (h->list.top + c.rows < h->list.n)
		canvas_right(c, c.rows - 1, c.cols, ROLE_DIM, narrow ? STR("▾") : STR("▾ more"));
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
