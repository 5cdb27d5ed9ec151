/* app.c - the desk: which views there are, which are shown, and what they are told. */
#include "tui/app_priv.h"
#include "tui/editor.h"

#include <stdio.h>
#include <stdlib.h>

#include "hone/link.h"

enum {
	HELP_COLS = 78,
	HELP_ROWS = 40,
	HELP_MARGIN = 2,
	MANY_ROWS = 16,
	MANY_COLS = 60,
	AIRY_ROWS = 14, /* from that height on a pane has an empty row under its title */
};

static void close_slot(struct slot *s)
{
	if (!s->state)
		return;
	if (s->ops->close)
		s->ops->close(s->state);
	free(s->state);
	*s = (struct slot){ .ops = s->ops };
}

static void close_views(struct app *app)
{
	for (int i = 0; i < SLOT_COUNT; i++)
		close_slot(&app->slot[i]);
	app->nover = 0;
	app->prompt.on = false;
	facts_release(&app->facts);
}

/* Of several stretches all that lies between them is drawn, too. */
static void add_rows(struct slot *s, struct nav nav)
{
	bool any = s->from < s->to;
	s->from = any && s->from < nav.from ? s->from : nav.from;
	s->to = any && s->to > nav.to ? s->to : nav.to;
	s->keep_from = any ? 0 : nav.keep_from;
	s->keep_to = any ? 0 : nav.keep_to;
}

struct nav app_tell(struct app *app, struct slot *slot, const struct msg *msg)
{
	if (!slot->state)
		return (struct nav){ .kind = NAV_STAY };
	struct slot *before = app->updating;
	app->updating = slot;
	struct nav nav = slot->ops->update(slot->state, app, msg);
	app->updating = before;
	if (nav.kind == NAV_SAME)
		return nav;
	app->stale = true;
	if (nav.kind == NAV_ROWS)
		add_rows(slot, nav);
	else
		slot->dirty = true;
	return nav;
}

static void open_slot(struct app *app, struct slot *slot, struct str text, int64_t number)
{
	slot->state = xcalloc(1, slot->ops->size);
	app_tell(app, slot, &(struct msg){ .kind = MSG_OPEN, .text = text, .number = number });
}

/* Tell a view its size; open it before when it was never shown. */
static void show(struct app *app, struct slot *slot, int rows, int cols)
{
	if (rows <= 0 || cols <= 0 || !slot->ops)
		return;
	if (!slot->state)
		open_slot(app, slot, STR(""), 0);
	if (!slot->state || (slot->rows == rows && slot->cols == cols))
		return;
	slot->rows = rows;
	slot->cols = cols;
	app_tell(app, slot, &(struct msg){ .kind = MSG_SIZE, .rows = rows, .cols = cols });
}

static void tell_panes(struct app *app, const struct slot *except, unsigned parts)
{
	struct msg m = { .kind = MSG_STUDY, .parts = parts };
	for (int i = 0; i < SLOT_HELP; i++)
		if (i != SLOT_START && app->slot[i].state && &app->slot[i] != except)
			app_tell(app, &app->slot[i], &m);
	app->facts.known = false;
	app->facts.placed = app->facts.placed && !(parts & PART_PLAN);
	app->stale = true;
}

int app_focused(const struct app *app)
{
	if (app->slot[SLOT_HELP].state)
		return SLOT_HELP;
	if (app->nover)
		return SLOT_OVER + app->nover - 1;
	return app->study ? (int)app->focus : SLOT_START;
}

const struct slot *app_below_help(const struct app *app)
{
	if (app->nover)
		return &app->slot[SLOT_OVER + app->nover - 1];
	return &app->slot[app->study ? (int)app->focus : SLOT_START];
}

struct rect app_over_box(const struct app *app)
{
	int taken = app->rows >= MANY_ROWS ? 2 : 1; /* its title, and a line below */
	return (struct rect){ .row = taken, .rows = app->rows - 1 - taken, .cols = app->cols };
}

unsigned slot_live(const struct slot *s)
{
	return s->state && s->ops->live ? s->ops->live(s->state) : 0;
}

struct rect app_content(const struct app *app, enum pane pane)
{
	struct rect r = app->layout.pane[pane];
	if (app->layout.tabs || r.rows <= 0)
		return r;
	int taken = r.rows >= AIRY_ROWS ? 2 : 1;
	r.row += taken;
	r.rows -= taken;
	return r;
}

struct rect app_help_box(const struct app *app)
{
	struct rect r = { .rows = app->rows - 1, .cols = app->cols };
	if (app->rows >= MANY_ROWS)
		r.rows -= 2 * HELP_MARGIN;
	if (app->cols >= MANY_COLS)
		r.cols -= 2 * HELP_MARGIN;
	r.rows = r.rows > HELP_ROWS ? HELP_ROWS : r.rows;
	r.cols = r.cols > HELP_COLS ? HELP_COLS : r.cols;
	r.row = (app->rows - 1 - r.rows) / 2;
	r.col = (app->cols - r.cols) / 2;
	return r;
}

void app_arrange(struct app *app)
{
	app->layout = layout_desk(app->rows, app->cols, app->focus, app->zoom);
	app_damaged(app);
	app->table[0] = app_below_help(app)->ops->keys;
	if (app->layout.too_small)
		return;
	if (!app->study)
		show(app, &app->slot[SLOT_START], app->rows - 1, app->cols);
	for (int i = 0; app->study && i < PANE_COUNT; i++) {
		struct rect r = app_content(app, (enum pane)i);
		show(app, &app->slot[i], r.rows, r.cols);
	}
	struct rect over = app_over_box(app), box = app_help_box(app);
	for (int i = 0; i < app->nover; i++)
		show(app, &app->slot[SLOT_OVER + i], over.rows, over.cols);
	if (app->slot[SLOT_HELP].state)
		show(app, &app->slot[SLOT_HELP], box.rows - 2, box.cols - 2);
}

void app_focus(struct app *app, enum pane pane)
{
	app->focus = pane;
	app_arrange(app);
}

void app_open_help(struct app *app)
{
	struct rect box = app_help_box(app);
	show(app, &app->slot[SLOT_HELP], box.rows - 2, box.cols - 2);
}

void app_close_help(struct app *app)
{
	close_slot(&app->slot[SLOT_HELP]);
	app_damaged(app);
}

/* Panes are told when something comes to lie over them: thinking time stands still. */
static void tell_away(struct app *app, int first, int end, bool away)
{
	struct msg m = { .kind = away ? MSG_AWAY : MSG_BACK };
	for (int i = first; i < end; i++)
		app_tell(app, &app->slot[i], &m);
}

void app_open(struct app *app, const struct view_ops *ops, struct str text, int64_t number)
{
	if (!app->study || app->nover == MOST_OVER)
		return;
	if (app->nover == 0)
		tell_away(app, 0, PANE_COUNT, true);
	struct slot *slot = &app->slot[SLOT_OVER + app->nover++];
	*slot = (struct slot){ .ops = ops };
	open_slot(app, slot, text, number);
	app_arrange(app);
}

void app_close_over(struct app *app)
{
	close_slot(&app->slot[SLOT_OVER + --app->nover]);
	if (app->nover == 0)
		tell_away(app, 0, PANE_COUNT, false);
	app_arrange(app);
}

static void follow(struct app *app, const struct slot *slot, enum nav_kind kind)
{
	if (kind == NAV_QUIT)
		app->quit = true;
	if (kind != NAV_CLOSE)
		return;
	if (slot == &app->slot[SLOT_HELP])
		app_close_help(app);
	else if (app->nover)
		app_close_over(app);
	else if (app->zoom) {
		app->zoom = false;
		app_arrange(app);
	}
}

void app_act(struct app *app, struct slot *slot, const struct msg *msg)
{
	follow(app, slot, app_tell(app, slot, msg).kind);
}

struct app *app_new(const struct app_options *options, struct study *study)
{
	struct app *app = xcalloc(1, sizeof *app);
	app->options = *options;
	app->study = study;
	app->focus = PANE_REVIEW;
	for (int i = 0; i < PANE_COUNT; i++)
		app->slot[i].ops = options->pane[i];
	app->table[1] = app_keys();
	app->slot[SLOT_START].ops = options->start;
	app->slot[SLOT_HELP].ops = options->help;
	app_damaged(app);
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	close_views(app);
	prompt_release(&app->prompt);
	buf_release(&app->toast.text);
	buf_release(&app->wanted);
	buf_release(&app->edited);
	buf_release(&app->followed);
	buf_release(&app->kept);
	free(app);
}

struct study *app_study(struct app *app)
{
	return app->study;
}

void app_open_study(struct app *app, struct str dir)
{
	buf_clear(&app->wanted);
	buf_add(&app->wanted, dir);
	app->prompt.again = false;
}

const char *app_wanted_study(const struct app *app)
{
	return app->wanted.n ? app->wanted.p : NULL;
}

void app_set_study(struct app *app, struct study *study)
{
	buf_clear(&app->wanted);
	app_damaged(app);
	if (study == app->study) {
		app->prompt.on = app->prompt.on || app->prompt.again;
		return;
	}
	app->toast.on = false;
	close_views(app);
	app->study = study;
	app->focus = PANE_REVIEW;
	app->zoom = false;
	app_arrange(app);
}

void app_resize(struct app *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	app_arrange(app);
}

void app_study_changed(struct app *app)
{
	tell_panes(app, NULL, PART_ALL);
}

void app_changed(struct app *app, unsigned parts)
{
	tell_panes(app, app->updating, parts);
}

void app_away(struct app *app, bool away)
{
	tell_away(app, app->nover ? SLOT_START : 0, SLOT_COUNT, away);
}

/* Is the view on the screen, and does it want to be woken at all? */
static bool wakes(const struct app *app, int slot)
{
	const struct slot *s = &app->slot[slot];
	bool shown = slot >= PANE_COUNT || (app->layout.pane[slot].rows > 0 && app->nover == 0);
	return s->state && s->ops->wake_ms && shown;
}

int app_wake_ms(const struct app *app)
{
	int least = -1;
	for (int i = 0; i < SLOT_COUNT; i++) {
		int ms = wakes(app, i) ? app->slot[i].ops->wake_ms(app->slot[i].state) : -1;
		if (ms >= 0 && (least < 0 || ms < least))
			least = ms;
	}
	return least;
}

void app_tick(struct app *app)
{
	for (int i = 0; i < SLOT_COUNT; i++)
		if (wakes(app, i))
			app_tell(app, &app->slot[i], &(struct msg){ .kind = MSG_TICK });
}

void app_edit(struct app *app, struct str path, int line)
{
	buf_clear(&app->edited);
	buf_add(&app->edited, path);
	app->edited_line = line;
	app->wish = APP_WISH_EDIT;
}

const char *app_edited(const struct app *app, int *line)
{
	*line = app->edited_line;
	return app->edited.n ? app->edited.p : "";
}

void app_follow(struct app *app, struct str address)
{
	if (!link_is_address(address))
		bug("not an address: %.*s", STR_ARG(address));
	buf_clear(&app->followed);
	buf_add(&app->followed, address);
	app->wish = APP_WISH_FOLLOW;
}

const char *app_followed(const struct app *app)
{
	return buf_cstr(&app->followed);
}

void app_keep(struct app *app, struct str text)
{
	struct buf copy = { 0 }; /* it may be what was kept */
	buf_add(&copy, text);
	buf_release(&app->kept);
	app->kept = copy;
}

struct str app_kept(const struct app *app)
{
	return buf_str(&app->kept);
}

void app_show_file(struct app *app, struct str path)
{
	buf_clear(&app->followed);
	buf_add(&app->followed, path);
	app->wish = APP_WISH_SHOW;
}

void app_damaged(struct app *app)
{
	app->whole = true;
	app->stale = true;
}

void app_toast(struct app *app, enum toast_kind kind, const char *fmt, ...)
{
	char text[512]; /* an error and some words */
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	buf_clear(&app->toast.text);
	buf_add(&app->toast.text, str_of(text));
	app->toast.kind = kind;
	app->toast.on = true;
	app->stale = true;
}

void app_error(struct app *app, const struct err *e)
{
	app_toast(app, TOAST_ERROR, "%s", e->text);
}

bool app_failed(const struct app *app)
{
	return app->toast.on && app->toast.kind == TOAST_ERROR;
}

void app_prompt(struct app *app, const char *label, struct str initial, int action)
{
	prompt_open(&app->prompt, label, initial);
	app->prompt.action = action;
	app->prompt.asks = app->updating ? app->updating : &app->slot[app_focused(app)];
	app->stale = true;
}

void app_prompt_more(struct app *app, struct str past, bool tells)
{
	prompt_past(&app->prompt, past);
	app->prompt.tells = tells;
}

void app_goto(struct app *app, enum pane pane, struct str text, int64_t number)
{
	if (!app->study)
		return;
	app_close_help(app);
	while (app->nover)
		app_close_over(app);
	app_focus(app, pane);
	struct msg m = { .kind = MSG_GOTO, .text = text, .number = number };
	app_tell(app, &app->slot[pane], &m);
}

void app_show(struct app *app, enum pane pane, struct str text, int64_t number)
{
	struct msg m = { .kind = MSG_GOTO, .text = text, .number = number };
	if (app->slot[pane].state && app->layout.pane[pane].rows > 0)
		app_tell(app, &app->slot[pane], &m);
}

bool app_quit(const struct app *app)
{
	return app->quit;
}

bool app_stale(const struct app *app)
{
	return app->stale;
}

bool app_ascii(const struct app *app)
{
	return app->options.ascii;
}

enum app_wish app_wish(struct app *app)
{
	enum app_wish wish = app->wish;
	app->wish = APP_WISH_NONE;
	return wish;
}
