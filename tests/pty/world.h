/* world.h - a small study and hone on it in a terminal. Every function fails the test when it cannot do its
 * work. */
#ifndef HONE_WORLD_H
#define HONE_WORLD_H

#include "hone/str.h"
#include "tt.h"

enum { CARDS = 5 };

/* A study of one deck, and hone's own folder beside it, both new. */
struct world {
	const char *study;
};
struct world world_new(void);

struct tt *world_start(struct world w, const struct tt_options *o);
/* Started, the review pane in focus, and something of the deck on the screen. */
struct tt *world_review(struct world w);

/* Is this in the review pane? The sheet below it shows the deck as a file, with all its questions. */
bool in_review(struct tt *t, const char *text);
/* Which question is asked, -1: none. */
int asked(struct tt *t);
void grade_good(struct tt *t);

/* Runs hone with these arguments and gives what it printed. */
struct buf world_ask(struct world w, const char *arguments);
/* The number a query finds in JSON that hone printed. */
int world_count(struct world w, const char *arguments, const char *sql);
/* Cards that were answered. */
int graded(struct world w);

#endif
