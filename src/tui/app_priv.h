/*
 * app_priv.h - what the files of app share: the desk's state and its parts.
 */
#ifndef HONE_APP_PRIV_H
#define HONE_APP_PRIV_H

#include "tui/app.h"
#include "tui/field.h"
#include "tui/layout.h"

/* A view and its state; state is NULL until it is shown for the first time. */
struct slot {
	const struct view_ops *ops;
	void *state;
	int rows, cols;         /* told last */
	int from, to;           /* rows of its content to be drawn again, */
	int keep_from, keep_to; /* but for these of them */
	bool dirty;             /* all of it is to be drawn again, and its title */
};

enum { SLOT_START = PANE_COUNT, SLOT_OVER, SLOT_HELP = SLOT_OVER + MOST_OVER, SLOT_COUNT };

/* A line of text being typed on the last row. */
struct prompt {
	bool on;
	bool again; /* its text names the wanted study: ask again if that fails */
	struct buf label;
	struct field field;
	struct buf past;   /* lines that Up brings back, the newest first */
	struct buf typed;  /* what was there before the first of them was */
	int back;          /* which of them is there, from 1; 0: none */
	bool tells;        /* the view hears of every key */
	int action;        /* for MSG_TEXT */
	struct slot *asks; /* who gets it */
};

struct toast {
	bool on;
	enum toast_kind kind;
	struct buf text;
};

/* What the head and the foot say of the study, kept until it changes. */
struct facts {
	bool known, placed; /* placed: place holds until the plan changes */
	struct buf place;   /* "Week 3 › Day 2 Tensors" */
	struct buf date;    /* "Wed 12 Nov" */
	struct buf counts;  /* "12 due · 5 new" */
	struct buf undo;    /* what u takes back, in words */
};

enum { MOST_HINTS = 32 };

/* A key and what it does, for the foot. */
struct hint {
	struct str key, does;
	int cols; /* both, with the space between */
};

/* The hints that hold for these tables and what is live; worked out when that changes. */
struct hints {
	const struct key_row *table;
	unsigned live, global;
	bool known;
	struct hint hint[MOST_HINTS];
	int n;
};

struct app {
	struct app_options options;
	struct study *study;
	struct slot slot[SLOT_COUNT]; /* the panes, then the others */
	int nover;                    /* views over the panes, the last one is on top */
	enum pane focus;
	bool zoom;
	int rows, cols;
	struct layout layout;
	struct slot *updating; /* the view that is being told something */
	struct prompt prompt;
	struct toast toast;
	struct facts facts;
	struct hints hints;
	bool counting; /* digits of a count were typed */
	int count;
	bool quit, stale;
	bool whole; /* the next frame is drawn from scratch */
	enum app_wish wish;
	struct buf wanted; /* folder of the study to open, empty when none */
	struct buf edited; /* path of the file that goes to the editor */
	int edited_line;
	struct buf kept;                /* words last looked for */
	struct buf followed;            /* what is opened in another program */
	const struct key_row *table[2]; /* for app_tables() */
};

/* Index of the slot whose view gets keys. */
int app_focused(const struct app *app);
unsigned slot_live(const struct slot *s);

/* Tell a view something. */
struct nav app_tell(struct app *app, struct slot *slot, const struct msg *msg);
/* Tell it what the user did, and go where it says. */
void app_act(struct app *app, struct slot *slot, const struct msg *msg);

/* After a change of size, focus, zoom or overlay: open what is shown, tell every view its size. */
void app_arrange(struct app *app);
void app_focus(struct app *app, enum pane pane);
void app_open_help(struct app *app);
void app_close_help(struct app *app);
void app_close_over(struct app *app); /* the top one of the views over the panes */

/* The slot that has the screen under the help: the top one over the panes, else the pane. */
const struct slot *app_below_help(const struct app *app);
/* Where the content of a view over the panes is. */
struct rect app_over_box(const struct app *app);

/* Without the title line of the pane and the empty row that follows it in a tall one. */
struct rect app_content(const struct app *app, enum pane pane);
/* The frame of the help screen; its content is one cell smaller on each side. */
struct rect app_help_box(const struct app *app);

/* The line that is typed in the view with the focus; NULL: none is. */
struct field *app_field(const struct app *app);

/* The bits under which rows of the global table count. */
unsigned app_global_live(const struct app *app);

void facts_update(struct app *app);
void facts_release(struct facts *f);

void hints_update(struct app *app);

void prompt_open(struct prompt *p, const char *label, struct str initial);
void prompt_past(struct prompt *p, struct str past);
void prompt_release(struct prompt *p);
enum prompt_end { PROMPT_GOES_ON, PROMPT_ENTERED, PROMPT_CANCELLED };
enum prompt_end prompt_key(struct prompt *p, int key);
void prompt_draw(const struct prompt *p, struct canvas c); /* one row */

#endif
