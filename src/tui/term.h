/*
 * term.h - the terminal: the only file that knows curses.
 *
 * term_open() prepares everything that must be put back and installs the handlers that do so on every
 * way out: return, signal, crash. Text reaches curses only as cells of a surface. There is one terminal,
 * so there is one term at a time. What is printed to stderr meanwhile comes out when it is closed.
 */
#ifndef HONE_TERM_H
#define HONE_TERM_H

#include "tui/canvas.h"
#include "tui/keys.h"

struct term;

enum term_color { TERM_COLOR_AUTO, TERM_COLOR_ALWAYS, TERM_COLOR_NEVER };

struct term_options {
	const struct theme
		*theme; /* NULL: default, or mono where there is no colour or NO_COLOR is set */
	enum term_color color;
	bool ascii; /* ask for ASCII; also chosen where the locale is not UTF-8 */
};

/* ERR_TERMINAL and a sentence when there is no terminal or it cannot show a full screen. */
struct term *term_open(const struct term_options *o, struct err *e) MUST_CHECK;
void term_close(struct term *t);

/* What had to be done to use this terminal, a sentence for the user; NULL: nothing. */
const char *term_notice(const struct term *t);

bool term_ascii(const struct term *t);
void term_size(const struct term *t, int *rows, int *cols);

enum input_kind {
	INPUT_NONE,
	INPUT_KEY,
	INPUT_PASTE,
	INPUT_RESIZE,
	INPUT_FOCUS,
	INPUT_SYNC,
	INPUT_GONE
};

struct input {
	enum input_kind kind;
	int key;         /* INPUT_KEY */
	struct str text; /* INPUT_PASTE; valid until the next call */
	bool focused;    /* INPUT_FOCUS */
};

/* What was typed next, without waiting; INPUT_NONE when nothing is there, INPUT_GONE at hang-up. */
struct input term_read(struct term *t);

/*
 * Wait until there is input, a signal, one of the `n` descriptors in `fd` is readable, or timeout_ms
 * has passed (-1: for ever). ready[i] is set for those. False when a signal asks the program to end.
 */
bool term_wait(struct term *t, const int *fd, bool *ready, int n, int timeout_ms);
int term_signal(const struct term *t); /* the signal that asked to end, 0 none */

/* Show the surface: only what differs from the last frame is sent. */
void term_draw(struct term *t, const struct surface *s);
/* The next frame is sent whole: for a screen that something else wrote on. */
void term_repaint(struct term *t);

/* Answer a test's request that all input so far is handled and drawn (only with HONE_TEST_SYNC=1). */
void term_sync(struct term *t);

/* Leave the screen, stop the program as Ctrl-Z does, come back when continued: INPUT_RESIZE follows. */
void term_suspend(struct term *t);

/*
 * Leave the screen to `command` (for sh), wait until it ends, and come back: INPUT_RESIZE follows. *status:
 * its exit code, 128 + the signal that ended it. Ctrl-C is the command's alone; when it is stopped the
 * program stops with it. False when it could not be started.
 */
bool term_run(struct term *t, const char *command, int *status, struct err *e) MUST_CHECK;

/* The same without a shell: argv[0] is looked for in PATH, NULL stands at the end. */
bool term_start(struct term *t, char *const argv[], int *status, struct err *e) MUST_CHECK;
/* For a program with windows of its own: it gets no terminal and is not waited for. False when there is no
 * such program. */
bool term_apart(char *const argv[], struct err *e) MUST_CHECK;

/* The library behind it, with its version: for reports. */
const char *term_engine(void);

#endif
