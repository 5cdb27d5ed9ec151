/*
 * view.h - what a screen is: a table of functions over its own state. No tty.
 *
 * A view handles messages in update() and draws in draw(), which cannot change anything. It writes only
 * through the verbs of study.h. It is told its size before it draws, so that wrapping and scrolling are
 * computed in update().
 */
#ifndef HONE_VIEW_H
#define HONE_VIEW_H

#include "hone/study.h"
#include "tui/canvas.h"
#include "tui/keys.h"
#include "tui/list.h"

struct app;
struct field;

enum msg_kind {
	MSG_OPEN, /* first message; text: what to open, may be empty */
	MSG_SIZE, /* rows, cols are those of the pane's content; follows MSG_OPEN and every change */
	MSG_ACTION, /* a row of the view's key table: action, count */
	MSG_TEXT, /* the answer to app_prompt(): action, text; action 0: what is typed in its field() */
	MSG_STUDY, /* the study changed under the view: by another pane, a sync, another program */
	MSG_GOTO,  /* show something: text, number; from app_goto() */
	MSG_TICK,  /* the time that wake_ms() asked for is over */
	MSG_AWAY,  /* the user looks at another window; MSG_BACK follows */
	MSG_BACK,
};

/* MSG_TEXT: the answer, or what app_prompt_more() has told besides: the text as it is now, that it was left. */
enum typing { TYPING_DONE, TYPING_ON, TYPING_LEFT };

/* What of a study changed, for MSG_STUDY. */
enum study_part {
	PART_SCHEDULE = 1, /* of cards */
	PART_PLAN = 2,
	PART_TOPICS = 4,
	PART_FILES = 8, /* their text */
	PART_ALL = 15
};

struct msg {
	enum msg_kind kind;
	unsigned parts; /* enum study_part, or-ed */
	int action;
	int key;   /* MSG_ACTION: the one that reached the row */
	int count; /* number typed before the key, 0 when none */
	int rows, cols;
	struct str text;
	int64_t number;
	enum typing typing;
};

enum nav_kind {
	NAV_STAY, /* nothing to do; redraw */
	NAV_SAME, /* what is drawn still holds */
	NAV_ROWS, /* it holds but for rows [from, to) of the content, of which [keep_from, keep_to) hold, too */
	NAV_CLOSE, /* close this view (an overlay), or leave the zoom of a pane */
	NAV_QUIT,
};

struct nav {
	enum nav_kind kind;
	int from, to, keep_from, keep_to;
};

struct view_ops {
	const char *name; /* "Review"; also the title of its pane */
	const struct key_row *keys;
	size_t size; /* of its state; zeroed before MSG_OPEN */
	struct nav (*update)(void *state, struct app *app, const struct msg *msg);
	void (*draw)(
		const void *state, const struct study *study, struct canvas canvas, bool focused);
	unsigned (*live)(const void *state); /* bits for key_row.when; absent: 0 */
	/* The rest of the title line of its pane: something short into out. Absent: nothing. */
	void (*status)(const void *state, const struct study *study, struct buf *out);
	/* Milliseconds until it wants MSG_TICK, -1 never; absent: never. Asked of views that are shown. */
	int (*wake_ms)(const void *state);
	/* A line that is typed while the view has the focus: keys that no row reaches go there. Absent, NULL: none. */
	struct field *(*field)(void *state);
	void (*close)(void *state); /* absent: nothing to release */
};

#endif
