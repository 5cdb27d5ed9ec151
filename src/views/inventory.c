/* inventory.c - topics added, reworded, split and weighed: what would be written is shown before it is. */
#include "hone/inventory.h"
#include "tui/app.h"
#include "views/rows.h"
#include "views/views.h"

enum action {
	ADD = ACTION_OWN,
	AREA,
	RENAME,
	SPLIT,
	HIGH,
	MEDIUM,
	LOW,
	NO_PRIORITY,
	WRITE,
	EDIT,
	CLOSE,
	AREA_TOPICS, /* prompt: the topics of the area that was named */
};

enum live { LIVE_TOPIC = 1, LIVE_ANY = 2, LIVE_SHOWN = 4 };

static const struct key_row keys[] = {
	{ "y", WRITE, "write", "Write just these lines", LIVE_SHOWN },
	{ "n a", ADD, "new", "New topics in this area, with a ; between them", LIVE_TOPIC },
	{ "A", AREA, "new area", "A new area with topics in it", LIVE_ANY },
	{ "r", RENAME, "reword", "Reword the topic; what is known of it goes on", LIVE_TOPIC },
	{ "s", SPLIT, "split", "Split the topic into several, with a ; between them", LIVE_TOPIC },
	{ "h", HIGH, "high", "Priority high", LIVE_TOPIC },
	{ "m", MEDIUM, NULL, "Priority medium", LIVE_TOPIC },
	{ "l", LOW, "low", "Priority low", LIVE_TOPIC },
	{ "0", NO_PRIORITY, NULL, "No priority", LIVE_TOPIC },
	{ "e", EDIT, "editor", "Open the file in your editor, at the topic", LIVE_TOPIC },
	LIST_KEYS_WHEN(LIVE_SHOWN),
	{ "q Esc", CLOSE, "back", "Back; nothing is written", 0 },
	{ 0 },
};

struct inventory_view {
	struct arena arena; /* the topic */
	bool there;         /* there is one */
	struct topic_row topic;
	struct arena made; /* the edit */
	struct inventory_edit edit;
	bool shown;
	struct buf area; /* while its topics are asked */
	struct rows rows;
	int nrows, cols;
};

/* ---- what is shown */

static void add_lines(struct inventory_view *v, const char *sign, enum role role, struct str text)
{
	struct str line;
	while (str_line(&text, &line))
		rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .role = role, .indent = 1 },
			arena_printf(&v->rows.arena, "%s %.*s", sign, STR_ARG(line)));
}

static void lay_out_edit(struct inventory_view *v)
{
	const struct planner_edit *e = &v->edit.edit;
	struct row dim = { .kind = ROW_TEXT, .role = ROLE_DIM, .indent = 1 };
	rows_text(&v->rows, dim,
		arena_printf(&v->rows.arena, "%.*s:%d%s", STR_ARG(e->path), e->line,
			v->edit.fresh ? ", which is made" : ""));
	add_lines(v, "-", ROLE_DUNNO, e->before);
	add_lines(v, "+", ROLE_KNOW, e->after);
	rows_add(&v->rows, (struct row){ .kind = ROW_BLANK });
	rows_text(&v->rows, dim, STR("y writes just this; undo takes it back."));
}

/* Each key of the table that works on what is there, with what it does. */
static void lay_out_menu(struct inventory_view *v)
{
	struct row text = { .kind = ROW_TEXT, .role = ROLE_TEXT, .indent = 1 };
	if (v->there) {
		rows_text(&v->rows, text, v->topic.name);
		rows_text(&v->rows, (struct row){ .kind = ROW_TEXT, .role = ROLE_DIM, .indent = 1 },
			arena_printf(&v->rows.arena, "%.*s:%d  %.*s%s%s", STR_ARG(v->topic.path),
				v->topic.line, STR_ARG(v->topic.area),
				v->topic.priority ? ", priority " : "",
				priority_name(v->topic.priority)));
		rows_add(&v->rows, (struct row){ .kind = ROW_BLANK });
	}
	for (const struct key_row *k = keys; k->keys; k++) {
		bool works = (k->when & LIVE_ANY) || (v->there && (k->when & LIVE_TOPIC));
		struct str rest = str_of(k->keys), key = str_word(&rest);
		if (works)
			rows_text(&v->rows, text,
				arena_printf(&v->rows.arena, "%.*s  %s", STR_ARG(key), k->help));
	}
}

static void lay_out(struct inventory_view *v)
{
	v->rows.cols = v->cols < ROWS_MOST_COLS ? v->cols : ROWS_MOST_COLS;
	v->rows.some = true;
	v->rows.list.page = v->nrows > 0 ? v->nrows : 1;
	rows_begin(&v->rows);
	if (v->shown)
		lay_out_edit(v);
	else
		lay_out_menu(v);
	rows_end(&v->rows);
}

/* The topic of that id, else the last one. */
static bool load(struct inventory_view *v, const struct study *s, int64_t id, struct err *e)
{
	struct arena fresh = { 0 };
	struct topic_row *row;
	size_t n;
	if (!catalog_topics(s->store, &row, &n, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	arena_release(&v->arena);
	v->arena = fresh;
	v->there = n > 0;
	if (n)
		v->topic = row[n - 1];
	for (size_t i = 0; i < n; i++)
		if (row[i].id == id)
			v->topic = row[i];
	lay_out(v);
	return true;
}

/* ---- what would be written */

static bool make(
	struct inventory_view *v, const struct study *s, int action, struct str text, struct err *e)
{
	static const enum priority priority[] = { PRIORITY_HIGH, PRIORITY_MEDIUM, PRIORITY_LOW,
		PRIORITY_NONE };
	const struct topic_row *t = &v->topic;
	struct inventory_edit *x = &v->edit;
	struct str name[INVENTORY_NAMES];
	int n;
	arena_clear(&v->made);
	inventory_names(text, name, &n);
	switch (action) {
	case ADD: return inventory_add(s, t, name, n, x, &v->made, e);
	case AREA_TOPICS:
		return inventory_add_area(
			s, v->there ? t : NULL, buf_str(&v->area), name, n, x, &v->made, e);
	case RENAME: return inventory_rename(s, t, text, x, &v->made, e);
	case SPLIT: return inventory_split(s, t, name, n, x, &v->made, e);
	default: return inventory_prioritise(s, t, priority[action - HIGH], x, &v->made, e);
	}
}

static bool show(
	struct inventory_view *v, const struct study *s, int action, struct str text, struct err *e)
{
	v->shown = make(v, s, action, text, e);
	lay_out(v);
	return v->shown;
}

static bool ask_words(struct inventory_view *v, struct app *app, int action, struct err *e)
{
	struct str words;
	if (!inventory_words(app_study(app), &v->topic, &words, &v->arena, e))
		return false;
	app_prompt(
		app, action == RENAME ? "Reword: " : "Into, with ; between them: ", words, action);
	return true;
}

static bool write_it(struct inventory_view *v, struct app *app, struct err *e)
{
	if (!inventory_apply(app_study(app), &v->edit, e))
		return false;
	app_toast(app, TOAST_INFO, "Written into %.*s:%d.", STR_ARG(v->edit.edit.path),
		v->edit.edit.line);
	v->shown = false;
	app_changed(app, PART_TOPICS | PART_FILES);
	return load(v, app_study(app), v->there ? v->topic.id : 0, e);
}

static bool act(struct inventory_view *v, struct app *app, const struct msg *m, struct err *e)
{
	const struct study *s = app_study(app);
	switch (m->action) {
	case ADD: app_prompt(app, "New topics, with ; between them: ", STR(""), ADD); return true;
	case AREA: app_prompt(app, "Name of the area: ", STR(""), AREA); return true;
	case RENAME:
	case SPLIT: return ask_words(v, app, m->action, e);
	case HIGH:
	case MEDIUM:
	case LOW:
	case NO_PRIORITY: return show(v, s, m->action, (struct str){ 0 }, e);
	case WRITE: return write_it(v, app, e);
	case EDIT: app_edit(app, v->topic.path, v->topic.line); return true;
	default: rows_move(&v->rows, m->action, m->count); return true;
	}
}

static bool take_text(struct inventory_view *v, struct app *app, const struct msg *m, struct err *e)
{
	if (str_trim(m->text).n == 0)
		return true;
	if (m->action != AREA)
		return show(v, app_study(app), m->action, m->text, e);
	buf_clear(&v->area);
	buf_add(&v->area, str_trim(m->text));
	app_prompt(app, "Its topics, with ; between them: ", STR(""), AREA_TOPICS);
	return true;
}

/* ---- messages */

static bool tell(struct inventory_view *v, struct app *app, const struct msg *m, struct err *e)
{
	switch (m->kind) {
	case MSG_OPEN: v->cols = 80; return load(v, app_study(app), m->number, e);
	case MSG_STUDY: return v->shown || load(v, app_study(app), v->topic.id, e);
	case MSG_SIZE:
		v->nrows = m->rows;
		v->cols = m->cols;
		lay_out(v);
		return true;
	case MSG_ACTION: return act(v, app, m, e);
	case MSG_TEXT: return take_text(v, app, m, e);
	default: return true;
	}
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct inventory_view *v = state;
	struct err e = { 0 };
	bool closes = m->kind == MSG_ACTION && m->action == CLOSE;
	if (closes && !v->shown)
		return (struct nav){ .kind = NAV_CLOSE };
	if (closes) {
		v->shown = false;
		lay_out(v);
	} else if (!tell(v, app, m, &e)) {
		app_error(app, &e);
	}
	return (struct nav){ .kind = m->kind >= MSG_TICK ? NAV_SAME : NAV_STAY };
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct inventory_view *v = state;
	(void)study;
	rows_draw(&v->rows, c, focused, NULL, v);
}

static unsigned live(const void *state)
{
	const struct inventory_view *v = state;
	return v->shown ? LIVE_SHOWN : LIVE_ANY | (v->there ? LIVE_TOPIC : 0u);
}

static void release(void *state)
{
	struct inventory_view *v = state;
	arena_release(&v->arena);
	arena_release(&v->made);
	buf_release(&v->area);
	rows_release(&v->rows);
}

const struct view_ops view_inventory = {
	.name = "Edit topics",
	.keys = keys,
	.size = sizeof(struct inventory_view),
	.update = update,
	.draw = draw,
	.live = live,
	.close = release,
};
