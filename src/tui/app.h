/*
 * app.h - the whole interface without a terminal: panes, focus, overlays, prompt, toasts, one frame.
 *
 * Keys and sizes go in through app_key(), app_paste() and app_resize(); a frame comes out on a surface
 * by app_draw(). Screen tests run it just so. Global keys (focus, help, undo, quit) are a key table like
 * any other; a view's own rows come first.
 */
#ifndef HONE_APP_H
#define HONE_APP_H

#include "tui/view.h"

enum pane { PANE_PLAN, PANE_REVIEW, PANE_SHEET, PANE_TOPICS, PANE_COUNT };

enum toast_kind { TOAST_INFO, TOAST_ERROR };

struct app_options {
	const struct view_ops *pane[PANE_COUNT];
	const struct view_ops
		*start; /* shown while there is no study; may be NULL when there is one */
	const struct view_ops *help;
	const struct view_ops *cards;  /* opened by a key of the desk; NULL: none */
	const struct view_ops *checks; /* the same */
	const struct view_ops *find;   /* the same; its number is 1 for words, 0 for names */
	bool ascii;                    /* for views that choose glyphs */
};

/* `study` may be NULL: the start view then opens one through app_open_study(). Not owned. */
struct app *app_new(const struct app_options *options, struct study *study);
void app_free(struct app *app);

/* The study, or NULL before one is open. Verbs need it; draw() gets it const. */
struct study *app_study(struct app *app);

/*
 * What the start view calls: the loop then opens that folder and gives it back with app_set_study(),
 * or the study it had before when that failed; a prompt that asked for the folder then comes back with
 * its text. Views of another study are closed.
 */
void app_open_study(struct app *app, struct str dir);
const char *app_wanted_study(const struct app *app); /* NULL: none wanted */
void app_set_study(struct app *app, struct study *study);

void app_resize(struct app *app, int rows, int cols);

/*
 * A key goes to the prompt if there is one, else to the row of the focused view's table that it reaches,
 * else to the global one. Digits that no row claims are the count of the next key; 0 begins a count
 * where 1 to 4 have a meaning of their own ("012G").
 */
void app_key(struct app *app, int key);
/* Taken by a prompt only: pasted text never acts as keys. */
void app_paste(struct app *app, struct str text);

/* The study changed outside of the views (sync, another program, a new day): tell them all. */
void app_study_changed(struct app *app);

/* For views, after a verb changed the study: tell the other panes which parts (enum study_part). */
void app_changed(struct app *app, unsigned parts);

/* The terminal lost the focus, or got it back: all views are told. Not every terminal says so. */
void app_away(struct app *app, bool away);

/* Milliseconds until a view that is shown wants to be woken by app_tick(); -1: none does. */
int app_wake_ms(const struct app *app);
void app_tick(struct app *app);

/*
 * A line at the bottom: TOAST_INFO until the next key, TOAST_ERROR until Esc or the next message. What is
 * longer than the line takes some lines above it.
 */
void app_toast(struct app *app, enum toast_kind kind, const char *fmt, ...) PRINTF_LIKE(3, 4);
void app_error(struct app *app, const struct err *e);
bool app_failed(const struct app *app); /* an error stands there */

/*
 * Ask for a line of text; the focused view gets MSG_TEXT with `action`. `initial` is selected: typing
 * replaces it, a key that moves or erases edits it.
 */
void app_prompt(struct app *app, const char *label, struct str initial, int action);

/*
 * For the prompt that was just opened: lines that Up brings back, the newest first. With `tells` the view also
 * gets MSG_TEXT whenever the text changes, and when it is left without one (msg.typing).
 */
void app_prompt_more(struct app *app, struct str past, bool tells);

/* Focus a pane and tell it what to show (MSG_GOTO). For panes: views over them would be closed. */
void app_goto(struct app *app, enum pane pane, struct str text, int64_t number);

/* The same without the focus, where that pane is in sight; it does nothing where it is not. */
void app_show(struct app *app, enum pane pane, struct str text, int64_t number);

/*
 * Show a view over the panes, on all of the screen but its last row, until it says NAV_CLOSE. Its MSG_OPEN
 * has text and number. Views can lie over each other, MOST_OVER of them; one more is not opened.
 */
enum { MOST_OVER = 4 };
void app_open(struct app *app, const struct view_ops *ops, struct str text, int64_t number);

/* What a view that goes wants to have again when it comes back: the words last looked for. */
void app_keep(struct app *app, struct str text);
struct str app_kept(const struct app *app);

/*
 * Key tables that are live now, the view's first: for the help screen, whose own is not among them.
 * Count in *n, at most 3: so much room have names and live.
 */
const struct key_row *const *app_tables(
	const struct app *app, size_t *n, const char **names, unsigned *live);

bool app_quit(const struct app *app); /* a key asked to end */

/* What a key asked of the terminal since the last call, for the loop. */
enum app_wish {
	APP_WISH_NONE,
	APP_WISH_REPAINT,
	APP_WISH_SUSPEND,
	APP_WISH_EDIT,
	APP_WISH_FOLLOW,
	APP_WISH_SHOW
};
enum app_wish app_wish(struct app *app);

/*
 * For views: open a file of the study (its path in it) at that line in the user's editor. The loop then
 * reads the files again. What APP_WISH_EDIT is about: the same path, and its line in *line.
 */
void app_edit(struct app *app, struct str path, int line);
const char *app_edited(const struct app *app, int *line);

/* For views: open an address of the web in the user's browser. What APP_WISH_FOLLOW is about. */
void app_follow(struct app *app, struct str address);
const char *app_followed(const struct app *app);

/* For views: open a file of the study (its path in it) in the program that the user has for such files. What
 * APP_WISH_SHOW is about: the same path. */
void app_show_file(struct app *app, struct str path);

bool app_stale(const struct app *app); /* something changed since the last app_draw() */
bool app_ascii(const struct app *app);

/*
 * One frame of the size last told, onto s (resized if needed). s holds what the last call drew, for only
 * the panes that changed are drawn again; a caller that drew over it says so with app_damaged() before.
 */
void app_draw(struct app *app, struct surface *s);
void app_damaged(struct app *app);

/* The global key table, for `hone keys`. */
const struct key_row *app_keys(void);

#endif
