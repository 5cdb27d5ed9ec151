/* start.c - the first screen of a user who has no study yet. */
#include "hone/pack.h"
#include "tui/app.h"
#include "views/views.h"

enum { WHOLE_ROWS = 12 }; /* less: only the choices */

enum action { CHOOSE = ACTION_OWN, STARTER, FOLDER };

static const struct key_row keys[] = {
	{ "Enter Space", CHOOSE, "open", "Open what the cursor is on", 0 },
	{ "s", STARTER, "starter", "Open the starter study, copied for you", 0 },
	{ "o", FOLDER, "folder", "Open a folder of your own", 0 },
	LIST_KEYS,
	{ 0 },
};

static const struct {
	enum action action;
	const char *name, *what;
} choice[] = {
	{ STARTER, "Start with the starter study",
		"A small plan, a deck, a sheet and a topic check, copied for you to change." },
	{ FOLDER, "Open a folder of mine",
		"Any folder with markdown files: a plan, questions, notes, topics." },
};

struct start {
	struct list list;
};

static bool open_starter(struct app *app, struct err *e)
{
	struct arena a = { 0 };
	struct home home;
	const char *study;
	bool ok = home_find(&home, &a, e) && pack_install("starter", &home, &study, &a, e);
	if (ok)
		app_open_study(app, str_of(study));
	arena_release(&a);
	return ok;
}

static void open_folder(struct app *app, struct str path)
{
	struct buf dir = { 0 };
	views_at_home(&dir, str_trim(path));
	if (dir.n)
		app_open_study(app, buf_str(&dir));
	buf_release(&dir);
}

static bool act(struct start *v, struct app *app, const struct msg *m, struct err *e)
{
	int action = m->action == CHOOSE ? (int)choice[v->list.cursor].action : m->action;
	if (action == STARTER)
		return open_starter(app, e);
	if (action == FOLDER)
		app_prompt(app, "Folder: ", STR(""), FOLDER);
	else
		list_move(&v->list, action, m->count);
	return true;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct start *v = state;
	struct err e = { 0 };
	if (m->kind == MSG_OPEN)
		list_resize(&v->list, (int)LENGTH(choice), (int)LENGTH(choice));
	else if (m->kind == MSG_TEXT)
		open_folder(app, m->text);
	else if (m->kind == MSG_ACTION && !act(v, app, m, &e))
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

/* As much of it as there is room. */
static void draw_line(struct canvas c, int row, int col, enum role role, const char *text)
{
	canvas_field(c, row, col, c.cols - col, role, str_of(text));
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct start *v = state;
	bool whole = c.rows >= WHOLE_ROWS;
	int row = c.rows > 16 ? c.rows / 5 : 0, first = whole ? row + 4 : 1, step = whole ? 3 : 1;
	(void)study;
	canvas_attr_text(c, row, 4, ROLE_ACCENT, ATTR_BOLD, STR("hone"));
	for (int i = 0; i < (int)LENGTH(choice); i++) {
		int at = first + step * i;
		canvas_text(c, at, 4, ROLE_ACCENT, i == v->list.cursor ? STR("›") : STR(" "));
		canvas_attr_text(c, at, 6, ROLE_TEXT, i == v->list.cursor ? ATTR_BOLD : 0,
			str_of(choice[i].name));
		if (whole)
			draw_line(c, at + 1, 6, ROLE_DIM, choice[i].what);
		if (focused && i == v->list.cursor)
			canvas_cursor(c, at, 4);
	}
	if (!whole)
		return;
	draw_line(c, row + 1, 4, ROLE_TEXT,
		"Plan, review, reference and an honest picture of what you know.");
	draw_line(c, row + 9, 6, ROLE_DIM, "In its path ~ is your home folder: ~/notes");
	draw_line(c, row + 11, 4, ROLE_DIM,
		"hone keeps what you do in .hone/ inside the study; your files stay yours.");
}

const struct view_ops view_start = {
	.name = "Welcome",
	.keys = keys,
	.size = sizeof(struct start),
	.update = update,
	.draw = draw,
};
