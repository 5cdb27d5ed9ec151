/*
 * term_priv.h - what the files of term share. No curses here: its names for keys are those of keys.h,
 * so a file that needs both includes this first and then <curses.h>.
 *
 * term.c stands over the others, which do not know each other: term_signal.c (handlers, the way out of a
 * crash), term_input.c (bytes to keys), term_color.c (roles to attributes), term_draw.c (cells).
 */
#ifndef HONE_TERM_PRIV_H
#define HONE_TERM_PRIV_H

#include "tui/term.h"

enum { PUSHED_BACK = 4 };

/* How a role looks to curses: attributes and colour pair. */
struct look {
	bool known;
	uint32_t attrs;
	short pair;
};

struct term {
	void *screen; /* SCREEN * of curses */
	void *tty;    /* FILE * that keys come from when stdin is none, else NULL */
	int in;       /* its descriptor, or stdin's */
	const struct theme *theme;
	bool color, ascii;
	struct buf notice;

	int rows, cols;
	bool resized, repaint, gone;
	int silent; /* how often the terminal was readable and nothing was there */

	/* input */
	void *keys; /* WINDOW * to read through */
	int pushed[PUSHED_BACK], npushed;
	char utf8[4]; /* a character of which not all bytes have come */
	size_t nutf8;
	bool pasting;
	struct buf paste;
	bool sync_on;
	unsigned long asked; /* requests of a test so far */

	/* output */
	struct cell *shown; /* what the screen shows, rows * cols; invalid where cols is 255 */
	void *line;         /* cchar_t of one row */
	int cursor;         /* as curs_set() was told */
	struct look look[ROLE_COUNT];
	short pair_fg[64], pair_bg[64];
	int npair;
};

/* ---- term_signal.c: state of the process, so not in struct term ---- */

enum { TOLD_RESIZE = 1, TOLD_STOP = 2, TOLD_CONTINUE = 4 };

/* Install all handlers and remember how the terminal was. False when the system refuses. */
bool signal_open(int tty, struct err *e);
void signal_close(void);
int signal_fd(void);         /* readable when a signal came */
unsigned signal_drain(void); /* bits of what came; the descriptor is empty then */
int signal_ended(void);      /* the signal that asks the program to end, 0 none */
void signal_hang_up(void);   /* as SIGHUP, for a terminal that is gone */
void signal_stop(void);      /* stop the process as SIGTSTP would; returns when continued */

void signal_leave_tty(void); /* its settings as they were; writes nothing */

/* From here on a crash puts the terminal back. */
void signal_guard(bool on);
/* Let stderr out again, with what was printed meanwhile, and hold it back again. */
void signal_hold_stderr(bool hold);

extern const char term_modes_on[], term_modes_off[];
void term_write(const char *bytes);

/* ---- the others ---- */

void input_open(struct term *t);
struct input input_read(struct term *t);

void color_open(struct term *t, const struct term_options *o);
/* Of a role with more attributes (enum attr). */
struct look color_look(struct term *t, unsigned role, unsigned attr);

/* ---- term_run.c */

bool run_program(int in, char *const argv[], int *status, struct err *e) MUST_CHECK;
bool run_apart(char *const argv[], struct err *e) MUST_CHECK;

void draw_open(struct term *t);
void draw_resize(struct term *t); /* to t->rows and t->cols; the screen is unknown then */
void draw_close(struct term *t);
bool draw_rows(struct term *t, const struct surface *s, int *changed); /* rows that changed */
void draw_cursor(struct term *t); /* shown or not as the last frame wants it; after doupdate() */

#endif
