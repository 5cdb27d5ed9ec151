/* start.c - the first screen of a user who has no study yet. */
#include "hone/files.h"
#include "hone/pack.h"
#include "tui/app.h"
#include "views/views.h"

enum { WHOLE_ROWS = 18 }; /* less: only the choices */

enum action { CHOOSE = ACTION_OWN, INTERVIEW, TERMINAL, EMPTY, FOLDER };

static const struct key_row keys[] = {
	{ "Enter Space", CHOOSE, "open", "Open what the cursor is on", 0 },
	{ "i", INTERVIEW, "interview", "Open the study for ML interviews, copied for you", 0 },
	{ "t", TERMINAL, "terminal", "Open the study of the terminal, copied for you", 0 },
	{ "n", EMPTY, "new", "Begin an empty study in a new folder", 0 },
	{ "o", FOLDER, "folder", "Open a folder of your own", 0 },
	LIST_KEYS,
	{ 0 },
};

static const struct {
	enum action action;
	const char *name, *what;
} choice[] = {
	{ INTERVIEW, "ML interviews in twelve weeks",
		"A plan, 500 cards, 17 sheets, topics to rate; a copy for you to change." },
	{ TERMINAL, "The terminal in two weeks",
		"vim, tmux, git and the shell; the same, but small." },
	{ EMPTY, "An empty study",
		"A new folder for files of yours; each pane says what it reads." },
	{ FOLDER, "Open a folder of mine",
		"Any folder with markdown files: a plan, questions, notes, topics." },
};

struct start {
	struct list list;
};

static bool open_pack(struct app *app, const char *name, struct err *e)
{
	struct arena a = { 0 };
	struct home home;
	const char *study;
	bool ok = home_find(&home, &a, e) && pack_install(name, &home, &study, &a, e);
	if (ok)
		app_open_study(app, str_of(study));
	arena_release(&a);
	return ok;
}

static bool open_folder(struct app *app, struct str path, bool make, struct err *e)
{
	struct buf dir = { 0 };
	views_at_home(&dir, str_trim(path));
	bool ok = !make || !dir.n || files_mkdirs(buf_cstr(&dir), e);
	if (ok && dir.n)
		app_open_study(app, buf_str(&dir));
	buf_release(&dir);
	return ok;
}

static bool act(struct start *v, struct app *app, const struct msg *m, struct err *e)
{
	int action = m->action == CHOOSE ? (int)choice[v->list.cursor].action : m->action;
	switch (action) {
	case INTERVIEW: return open_pack(app, "ml-interview", e);
	case TERMINAL: return open_pack(app, "terminal", e);
	case EMPTY: app_prompt(app, "New folder: ", STR("~/study"), EMPTY); break;
	case FOLDER: app_prompt(app, "Folder: ", STR(""), FOLDER); break;
	default: list_move(&v->list, action, m->count); break;
	}
	return true;
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct start *v = state;
	struct err e = { 0 };
	bool ok = true;
	if (m->kind == MSG_OPEN)
		list_resize(&v->list, (int)LENGTH(choice), (int)LENGTH(choice));
	else if (m->kind == MSG_TEXT)
		ok = open_folder(app, m->text, m->action == EMPTY, &e);
	else if (m->kind == MSG_ACTION)
		ok = act(v, app, m, &e);
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

/* As much of it as there is room. */
static void draw_line(struct canvas c, int row, int col, enum role role, const char *text)
{
	canvas_field(c, row, col, c.cols - col, role, str_of(text));
}

/* The words round the choices: `top` is the row of the name, `below` that after the last choice. */
static void draw_words(struct canvas c, int top, int below)
{
	draw_line(c, top + 1, 4, ROLE_TEXT,
		"Plan, review, reference and an honest picture of what you know.");
	draw_line(c, below, 6, ROLE_DIM, "In a path ~ is your home folder: ~/notes");
	draw_line(c, below + 2, 4, ROLE_DIM,
		"hone keeps what you do in .hone/ inside the study; your files stay yours.");
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct start *v = state;
	const int n = (int)LENGTH(choice);
	bool whole = c.rows >= WHOLE_ROWS;
	int top = c.rows > 22 ? (c.rows - WHOLE_ROWS) / 3 : 0, step = whole ? 3 : 1;
	int first = whole ? top + 4 : c.rows > n ? 1 : 0;
	int skip = !whole && v->list.cursor >= c.rows - first ? v->list.cursor - c.rows + first + 1
							      : 0;
	(void)study;
	if (first > 0)
		canvas_attr_text(c, top, 4, ROLE_ACCENT, ATTR_BOLD, STR("hone"));
	for (int i = skip; i < n; i++) {
		int at = first + step * (i - skip);
		bool here = i == v->list.cursor;
		canvas_text(c, at, 4, ROLE_ACCENT, here ? STR("›") : STR(" "));
		canvas_attr_text(c, at, 6, ROLE_TEXT, here ? ATTR_BOLD : 0, str_of(choice[i].name));
		if (whole)
			draw_line(c, at + 1, 6, ROLE_DIM, choice[i].what);
		if (focused && here)
			canvas_cursor(c, at, 4);
	}
	if (whole)
		draw_words(c, top, first + step * n - 1);
}

const struct view_ops view_start = {
	.name = "Welcome",
	.keys = keys,
	.size = sizeof(struct start),
	.update = update,
	.draw = draw,
};
