/*
 * list.h - cursor and scroll arithmetic of a list of rows, and of a page of lines. No tty, no drawing.
 *
 * The motions are the same in every view; LIST_KEYS are the rows that a view puts into its key table.
 */
#ifndef HONE_LIST_H
#define HONE_LIST_H

#include "tui/keys.h"

struct list {
	int n;      /* rows in all */
	int cursor; /* 0..n-1, 0 when empty */
	int top;    /* first row shown */
	int page;   /* rows that can be shown, at least 1 */
};

/* Actions of the motions; views number their own from ACTION_OWN. */
enum motion {
	MOTION_DOWN = 1,
	MOTION_UP,
	MOTION_PAGE_DOWN,
	MOTION_PAGE_UP,
	MOTION_HALF_DOWN,
	MOTION_HALF_UP,
	MOTION_FIRST,
	MOTION_LAST,
	ACTION_OWN = 32,
};

/* With the bits of live() under which they count. */
#define LIST_KEYS_WHEN(bits)                                                                       \
	{ "j Down", MOTION_DOWN, "move", "Move down", (bits) },                                    \
		{ "k Up", MOTION_UP, NULL, "Move up", (bits) },                                    \
		{ "PageDown Ctrl-F", MOTION_PAGE_DOWN, NULL, "A page down", (bits) },              \
		{ "PageUp Ctrl-B", MOTION_PAGE_UP, NULL, "A page up", (bits) },                    \
		{ "Ctrl-D", MOTION_HALF_DOWN, NULL, "Half a page down", (bits) },                  \
		{ "Ctrl-U", MOTION_HALF_UP, NULL, "Half a page up", (bits) },                      \
		{ "g Home", MOTION_FIRST, NULL, "To the beginning", (bits) },                      \
	{                                                                                          \
		"G End", MOTION_LAST, NULL, "To the end; with a number, to that line", (bits)      \
	}
#define LIST_KEYS LIST_KEYS_WHEN(0)

/* New number of rows or height of the page: the cursor is kept, clipped and in sight. */
void list_resize(struct list *l, int n, int page);

/* Move the cursor; count is the number typed before (0: none). False when `action` is no motion. */
bool list_move(struct list *l, int action, int count);

/* Put the cursor on a row and scroll as little as possible to show it. */
void list_show(struct list *l, int row);

/* The rows of the page that differ after a move from `before`: [from, to); all when it scrolled. */
void list_changed(const struct list *before, const struct list *after, int *from, int *to);

/* The same motions for text that has no cursor: only `top` moves. */
bool list_scroll(struct list *l, int action, int count);

#endif
