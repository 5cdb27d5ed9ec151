/* newsheet.c - a new sheet from a title and the template: its lines are shown before it is made. */
#include "hone/newsheet.h"

#include "tui/app.h"
#include "views/views.h"

enum { HEAD_ROWS = 3 };

enum action { WRITE = ACTION_OWN, OTHER, BEFORE, TITLE, CLOSE };

enum live { LIVE_CAN = 1, LIVE_OTHER = 2 };

static const struct key_row keys[] = {
	{ "y", WRITE, "make it", "Make the sheet and open it in your editor", LIVE_CAN },
	{ "l Right", OTHER, "other folder", "Into another folder", LIVE_OTHER },
	{ "h Left", BEFORE, NULL, "Into the folder before", LIVE_OTHER },
	{ "e", TITLE, "title", "Type another title", 0 },
	{ "q Esc", CLOSE, "back", "Make nothing", 0 },
	LIST_KEYS,
	{ 0 },
};

struct making {
	struct arena arena; /* the folders */
	struct str *folder;
	int nfolder, at;
	struct buf title;
	struct arena look; /* what would be written */
	struct planner_sheet sheet;
	bool can;
	struct err why;   /* when it cannot */
	struct list list; /* over the lines of the text */
};

static void look(struct making *v, const struct study *s)
{
	struct str rest, line;
	int n = 0;
	arena_clear(&v->look);
	v->why = (struct err){ 0 };
	v->can = v->nfolder > 0 && newsheet_edit(s, v->folder[v->at], buf_str(&v->title), &v->sheet,
					   &v->look, &v->why);
	rest = v->can ? v->sheet.text : (struct str){ 0 };
	while (str_line(&rest, &line))
		n++;
	list_resize(&v->list, n, v->list.page);
}

/* The folder that was shown stays so. */
static bool load(struct making *v, const struct study *s, struct err *e)
{
	struct arena fresh = { 0 };
	struct str *folder;
	int n, at = 0;
	if (!newsheet_folders(s, &folder, &n, &fresh, e)) {
		arena_release(&fresh);
		return false;
	}
	for (int i = 0; v->nfolder > 0 && i < n; i++)
		if (str_eq(folder[i], v->folder[v->at]))
			at = i;
	arena_release(&v->arena);
	v->arena = fresh;
	v->folder = folder;
	v->nfolder = n;
	v->at = at;
	look(v, s);
	return true;
}

static void set_title(struct making *v, const struct study *s, struct str title)
{
	buf_clear(&v->title);
	buf_add(&v->title, str_trim(title));
	look(v, s);
}

static bool open_on(struct making *v, struct app *app, const struct msg *m, struct err *e)
{
	v->list.page = 1;
	buf_add(&v->title, m->text);
	if (!load(v, app_study(app), e))
		return false;
	if (m->text.n == 0)
		app_prompt(app, "Title: ", m->text, TITLE);
	return true;
}

/* The view is gone after app_goto(). The sheet is shown as soon as it was read. */
static bool write_it(const struct making *v, struct app *app, struct err *e)
{
	struct arena a = { 0 };
	if (!planner_sheet(app_study(app), &v->sheet, e))
		return false;
	struct str path = arena_str(&a, v->sheet.path);
	app_goto(app, PANE_SHEET, path, 0);
	app_edit(app, path, 1);
	app_toast(app, TOAST_INFO, "Made %.*s.", STR_ARG(path));
	arena_release(&a);
	return true;
}

static struct nav act(struct making *v, struct app *app, const struct msg *m, struct err *e)
{
	int step = m->action == OTHER ? 1 : v->nfolder - 1;
	switch (m->action) {
	case CLOSE: return (struct nav){ .kind = NAV_CLOSE };
	case WRITE:
		if (!write_it(v, app, e))
			app_error(app, e);
		break;
	case TITLE: app_prompt(app, "Title: ", buf_str(&v->title), TITLE); break;
	case OTHER:
	case BEFORE:
		v->at = (v->at + step) % v->nfolder;
		look(v, app_study(app));
		break;
	default: list_scroll(&v->list, m->action, m->count);
	}
	return (struct nav){ .kind = NAV_STAY };
}

static struct nav update(void *state, struct app *app, const struct msg *m)
{
	struct making *v = state;
	struct err e = { 0 };
	bool ok = true;
	switch (m->kind) {
	case MSG_OPEN: ok = open_on(v, app, m, &e); break;
	case MSG_SIZE:
		list_resize(&v->list, v->list.n, m->rows > HEAD_ROWS ? m->rows - HEAD_ROWS : 1);
		break;
	case MSG_TEXT: set_title(v, app_study(app), m->text); break;
	case MSG_STUDY: ok = load(v, app_study(app), &e); break;
	case MSG_ACTION: return act(v, app, m, &e);
	case MSG_GOTO:
	case MSG_TICK:
	case MSG_AWAY:
	case MSG_BACK: return (struct nav){ .kind = NAV_SAME };
	}
	if (!ok)
		app_error(app, &e);
	return (struct nav){ .kind = NAV_STAY };
}

static void draw_why(const struct making *v, struct canvas c)
{
	struct str why = v->title.n ? str_of(v->why.text)
				    : STR("e asks for its title, of which its name is made."),
		   line;
	for (int i = 0; text_wrap(&why, c.cols, &line); i++)
		canvas_text(c, i, 0, v->title.n ? ROLE_UNSURE : ROLE_DIM, line);
}

static void draw(const void *state, const struct study *study, struct canvas c, bool focused)
{
	const struct making *v = state;
	struct str rest = v->can ? v->sheet.text : (struct str){ 0 }, line;
	(void)study;
	if (v->nfolder == 0)
		return;
	struct str folder = v->folder[v->at];
	int col = 1 + canvas_text(c, 0, 1, ROLE_DIM, v->can ? STR("Make ") : STR("Into "));
	canvas_field(c, 0, col, c.cols - col - 1, ROLE_ACCENT,
		v->can         ? v->sheet.path
		: folder.n > 0 ? folder
			       : STR("the study's folder"));
	canvas_field(c, 1, 1, c.cols - 2, ROLE_DIM,
		STR(NEWSHEET_TEMPLATE " in the study is the template of every new sheet."));
	struct canvas page = canvas_sub(c, HEAD_ROWS, 1, c.rows - HEAD_ROWS, c.cols - 2);
	for (int i = 0; str_line(&rest, &line) && i < v->list.top + page.rows; i++) {
		canvas_text(page, i - v->list.top, 0, ROLE_KNOW, STR("+"));
		canvas_field(page, i - v->list.top, 2, page.cols - 2, ROLE_KNOW, line);
	}
	if (!v->can)
		draw_why(v, page);
	if (focused)
		canvas_cursor(c, 0, 1);
}

static unsigned live(const void *state)
{
	const struct making *v = state;
	return (v->can ? LIVE_CAN : 0u) | (v->nfolder > 1 ? LIVE_OTHER : 0u);
}

static void status(const void *state, const struct study *study, struct buf *out)
{
	const struct making *v = state;
	(void)study;
	if (v->nfolder > 1)
		buf_addf(out, "folder %d of %d", v->at + 1, v->nfolder);
}

static void release(void *state)
{
	struct making *v = state;
	arena_release(&v->arena);
	arena_release(&v->look);
	buf_release(&v->title);
}

const struct view_ops view_newsheet = {
	.name = "New sheet",
	.keys = keys,
	.size = sizeof(struct making),
	.update = update,
	.draw = draw,
	.live = live,
	.status = status,
	.close = release,
};
