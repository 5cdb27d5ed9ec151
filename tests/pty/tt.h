/*
 * tt.h - a terminal for tests: runs a full-screen program in a pty and keeps what it shows.
 *
 * No test sleeps. After the keys it sends, the harness types ESC [ 7717 ~ ; a program started with
 * HONE_TEST_SYNC=1 reads that as one more key and, once everything before it has been handled and
 * drawn, prints ESC ] 7717 ; ASKED ; ROWS ; COLS BEL, which this side counts. Whatever is on the screen
 * then is the answer to the keys.
 *
 * Functions that return bool say false when the program is gone or did not answer in time.
 */
#ifndef HONE_TT_H
#define HONE_TT_H

#include <stdbool.h>
#include <stddef.h>

struct tt;

/* Zero means: 40 rows, 120 columns, the terminal "hone-test", nothing more in the environment. */
struct tt_options {
	int rows, cols;
	const char *term;
	const char *const *env; /* "NAME=VALUE", NULL at the end */
};

/* The program under test: $HONE, else ./hone. */
const char *tt_program(void);

/*
 * Starts argv (argv[0] is a path) in a new terminal, in UTC, in UTF-8 and, unless HONE_NOW says
 * otherwise, on 12 November 2025 at nine. Free with tt_free().
 */
struct tt *tt_start(const struct tt_options *options, const char *const argv[]);

/* Ends the program if it still runs, and lets go of everything. */
void tt_free(struct tt *t);

/* Waits until all that was sent has been handled and drawn. */
bool tt_sync(struct tt *t);

/* Sends keys, "jj<Enter><C-x><Esc><Up><F1><Space><lt>", and waits as tt_sync() does. */
bool tt_keys(struct tt *t, const char *keys);

/* The same without waiting: for keys after which the program is gone. */
bool tt_type(struct tt *t, const char *keys);

/* Pastes text, bracketed if the program asked for that. */
bool tt_paste(struct tt *t, const char *text);

/* One click of the first mouse button; nothing is sent to a program that did not ask for the mouse. */
bool tt_click(struct tt *t, int row, int col);

bool tt_resize(struct tt *t, int rows, int cols);

/* The screen as lines without blanks at their ends; the caller frees it. */
char *tt_text(struct tt *t);

/* Is this on the screen, on one line? */
bool tt_has(struct tt *t, const char *text);

/* Everything the program wrote since its start; valid until the next call. NUL-terminated. */
const char *tt_output(struct tt *t);

/* Sends the signal (0: none) and waits for the end: the exit code, or 128 + the signal that killed it. */
int tt_end(struct tt *t, int signal);

/* Is the line discipline as it was found? Call after tt_end(). */
bool tt_cooked(struct tt *t);

/* That, and primary screen, visible cursor, no mouse. */
bool tt_restored(struct tt *t);

#endif
