/* app_keys.c - where a key goes: the prompt, the focused view, the desk. */
#include "tui/app_priv.h"

/* Where the desk stands: one of these is live, and besides LIVE_WRITE when undo is possible. */
enum live {
	LIVE_PLAIN = 1,
	LIVE_ZOOM = 2,
	LIVE_START = 4,
	LIVE_HELP = 8,
	LIVE_WRITE = 16,
	LIVE_OVER = 32,    /* a view lies over the panes */
	LIVE_CARDS = 64,   /* there is one of all cards */
	LIVE_FIND = 128,   /* there is one that finds */
	LIVE_CHECKS = 256, /* there is one that checks */
	LIVE_DESK = LIVE_PLAIN | LIVE_ZOOM,
};

enum action {
	NEXT_PANE = 1,
	PREVIOUS_PANE,
	FOCUS, /* FOCUS + enum pane */
	ZOOM = FOCUS + PANE_COUNT,
	UNDO,
	REDO,
	HELP,
	CANCEL,
	QUIT,
	REPAINT,
	SUSPEND,
	CARDS,
	FIND,
	OPEN,
	CHECKS,
};

static const struct key_row keys[] = {
	{ "u U", UNDO, "undo", "Take back the last thing done, however long ago", LIVE_WRITE },
	{ "Ctrl-R", REDO, NULL, "Do again what was taken back", LIVE_WRITE },
	{ "Tab", NEXT_PANE, "pane", "Next pane", LIVE_DESK },
	{ "Backtab", PREVIOUS_PANE, NULL, "Previous pane", LIVE_DESK },
	{ "1", FOCUS + PANE_PLAN, NULL, "To the plan", LIVE_DESK },
	{ "2", FOCUS + PANE_REVIEW, NULL, "To the review", LIVE_DESK },
	{ "3", FOCUS + PANE_SHEET, NULL, "To the sheet", LIVE_DESK },
	{ "4", FOCUS + PANE_TOPICS, NULL, "To the topics", LIVE_DESK },
	{ "z", ZOOM, NULL, "This pane alone, or all again", LIVE_DESK },
	{ "B", CARDS, "cards", "Browse all cards", LIVE_CARDS },
	{ "Ctrl-P", OPEN, NULL, "Go to a sheet or a heading by some letters of its name",
		LIVE_FIND },
	{ "F", FIND, "find", "Find words in sheets, cards, topics and the plan", LIVE_FIND },
	{ "X", CHECKS, "check", "Knowledge checks, gap analysis, mock interview", LIVE_CHECKS },
	{ "?", HELP, "keys", "The keys that work now", LIVE_DESK | LIVE_START | LIVE_OVER },
	{ "q", CANCEL, "back", "Close this", LIVE_ZOOM | LIVE_HELP | LIVE_OVER },
	{ "q", QUIT, "quit", "Quit; everything is saved already", LIVE_PLAIN | LIVE_START },
	{ "Q", QUIT, NULL, "Quit from anywhere", LIVE_DESK | LIVE_START | LIVE_HELP | LIVE_OVER },
	{ "Esc Ctrl-C", CANCEL, NULL, "Leave what is open: count, message, help, zoom", 0 },
	{ "Ctrl-L", REPAINT, NULL, "Draw the screen anew", 0 },
	{ "Ctrl-Z", SUSPEND, NULL, "Back to the shell; fg returns", 0 },
	{ 0 },
};

static unsigned desk_live(const struct app *app)
{
	if (!app->study)
		return LIVE_START;
	unsigned any = app->study->readonly ? 0u : LIVE_WRITE;
	if (app_field(app))
		return 0;
	any |= app->options.find ? LIVE_FIND : 0u;
	if (app->nover)
		return LIVE_OVER | any;
	return (app->zoom ? LIVE_ZOOM : LIVE_PLAIN) | any | (app->options.cards ? LIVE_CARDS : 0u) |
	       (app->options.checks ? LIVE_CHECKS : 0u);
}

static int digit(int key)
{
	return key >= '0' && key <= '9' ? key - '0' : -1;
}

static void add_digit(struct app *app, int d)
{
	static const int limit = 99999;
	app->counting = true;
	app->count = app->count > limit ? app->count : app->count * 10 + d;
}

static void undo(struct app *app, bool again)
{
	struct buf what = { 0 };
	struct err e = { 0 };
	bool ok = again ? study_redo(app->study, &what, &e) : study_undo(app->study, &what, &e);
	if (ok) {
		app_study_changed(app);
		app_toast(app, TOAST_INFO, "%s: %s", again ? "Done again" : "Undone",
			buf_cstr(&what));
	} else if (e.kind == ERR_MISSING)
		app_toast(app, TOAST_INFO, "%s", e.text);
	else
		app_error(app, &e);
	buf_release(&what);
}

/* The ladder's last steps; count and message were looked at before. */
static void cancel(struct app *app)
{
	if (app->slot[SLOT_HELP].state)
		app_close_help(app);
	else if (app->nover)
		app_close_over(app);
	else if (app->zoom) {
		app->zoom = false;
		app_arrange(app);
	}
}

static void act(struct app *app, int action)
{
	switch (action) {
	case NEXT_PANE: app_focus(app, (enum pane)((app->focus + 1) % PANE_COUNT)); break;
	case PREVIOUS_PANE:
		app_focus(app, (enum pane)((app->focus + PANE_COUNT - 1) % PANE_COUNT));
		break;
	case ZOOM:
		app->zoom = !app->zoom;
		app_arrange(app);
		break;
	case UNDO: undo(app, false); break;
	case REDO: undo(app, true); break;
	case HELP: app_open_help(app); break;
	case CANCEL: cancel(app); break;
	case QUIT: app->quit = true; break;
	case REPAINT: app->wish = APP_WISH_REPAINT; break;
	case SUSPEND: app->wish = APP_WISH_SUSPEND; break;
	case CHECKS: app_open(app, app->options.checks, STR(""), 0); break;
	case CARDS: app_open(app, app->options.cards, STR(""), 0); break;
	case FIND:
	case OPEN: app_open(app, app->options.find, STR(""), action == FIND); break;
	default: app_focus(app, (enum pane)(action - FOCUS));
	}
}

/* What the prompt holds now, or that it was left, to a view that wants to hear of it. */
static void tell_typing(struct app *app, enum typing typing)
{
	struct prompt *p = &app->prompt;
	struct buf text = { 0 };
	if (!p->tells)
		return;
	buf_add(&text, buf_str(&p->field.text));
	app_act(app, p->asks,
		&(struct msg){ .kind = MSG_TEXT,
			.action = p->action,
			.text = buf_str(&text),
			.typing = typing });
	buf_release(&text);
}

static void key_to_prompt(struct app *app, int key)
{
	struct prompt *p = &app->prompt;
	struct buf before = { 0 };
	buf_add(&before, buf_str(&p->field.text));
	enum prompt_end end = prompt_key(p, key);
	if (end == PROMPT_CANCELLED)
		tell_typing(app, TYPING_LEFT);
	else if (end == PROMPT_GOES_ON && !str_eq(buf_str(&before), buf_str(&p->field.text)))
		tell_typing(app, TYPING_ON);
	buf_release(&before);
	p->on = end == PROMPT_GOES_ON;
	/* What was wrong with the text was seen. */
	app->toast.on = app->toast.on && end != PROMPT_CANCELLED;
	if (end != PROMPT_ENTERED)
		return;
	/* The view may ask again, with another text. */
	struct buf text = { 0 };
	buf_add(&text, buf_str(&p->field.text));
	struct msg m = { .kind = MSG_TEXT, .action = p->action, .text = buf_str(&text) };
	app_act(app, p->asks, &m);
	p->again = !p->on && app->wanted.n;
	p->field.selected = false;
	buf_release(&text);
}

/* Esc takes the innermost thing first; a view's own comes after what lies over it. */
static bool cancels(struct app *app)
{
	if (app->counting)
		return true;
	if (!app->toast.on)
		return false;
	app->toast.on = false;
	return true;
}

/* A key that cancels is Esc to a view, whichever of the two it is. */
static const struct key_row *view_row(struct app *app, int key, bool is_cancel)
{
	const struct slot *s = &app->slot[app_focused(app)];
	if (!s->ops)
		return NULL;
	const struct key_row *row = keys_find(s->ops->keys, key, slot_live(s));
	if (!row && is_cancel && key != KEY_ESCAPE)
		row = keys_find(s->ops->keys, KEY_ESCAPE, slot_live(s));
	return row;
}

/* False when the key means nothing here. */
static bool dispatch(struct app *app, int key)
{
	const struct key_row *global = keys_find(keys, key, app_global_live(app));
	/* Not q, which closes too but leaves counts and messages alone. */
	bool is_cancel = global && global->action == CANCEL && !global->when;
	if (is_cancel && cancels(app))
		return true;
	const struct key_row *row = view_row(app, key, is_cancel);
	if (row) {
		struct msg m = {
			.kind = MSG_ACTION, .action = row->action, .key = key, .count = app->count
		};
		app_act(app, &app->slot[app_focused(app)], &m);
	} else if (global)
		act(app, global->action);
	return row || global;
}

/* A key that no table has is typed. */
static void key_to_field(struct app *app, struct field *f, int key)
{
	struct slot *s = &app->slot[app_focused(app)];
	if (!dispatch(app, key) && field_key(f, key))
		app_act(app, s, &(struct msg){ .kind = MSG_TEXT, .text = buf_str(&f->text) });
}

struct field *app_field(const struct app *app)
{
	const struct slot *s = &app->slot[app_focused(app)];
	return s->state && s->ops->field ? s->ops->field(s->state) : NULL;
}

unsigned app_global_live(const struct app *app)
{
	return app->slot[SLOT_HELP].state ? LIVE_HELP : desk_live(app);
}

void app_key(struct app *app, int key)
{
	app->stale = true;
	if (app->toast.kind == TOAST_INFO)
		app->toast.on = false;
	if (app->layout.too_small) {
		const struct key_row *row = keys_find(keys, key, LIVE_PLAIN);
		app->quit = app->quit || (row && row->action == QUIT);
		return;
	}
	if (app->prompt.on) {
		key_to_prompt(app, key);
		return;
	}
	struct field *field = app_field(app);
	if (field) {
		key_to_field(app, field, key);
		return;
	}
	int d = digit(key);
	if (d >= 0 && app->counting) {
		add_digit(app, d);
		return;
	}
	bool done = dispatch(app, key);
	app->counting = false;
	app->count = 0;
	if (!done && d >= 0)
		add_digit(app, d);
}

void app_paste(struct app *app, struct str text)
{
	struct field *field = app->prompt.on ? &app->prompt.field : app_field(app);
	app->stale = true;
	if (field)
		field_paste(field, text);
	if (app->prompt.on)
		tell_typing(app, TYPING_ON);
	else if (field)
		app_act(app, &app->slot[app_focused(app)],
			&(struct msg){ .kind = MSG_TEXT, .text = buf_str(&field->text) });
	else
		app_toast(app, TOAST_INFO, "Text can be pasted only where something is asked for.");
}

const struct key_row *const *app_tables(
	const struct app *app, size_t *n, const char **names, unsigned *live)
{
	const struct slot *s = app_below_help(app);
	names[0] = s->ops->name;
	live[0] = slot_live(s);
	names[1] = "Everywhere";
	live[1] = desk_live(app);
	*n = LENGTH(app->table);
	return app->table;
}

const struct key_row *app_keys(void)
{
	return keys;
}
