/*
 * rows.h - a page of rows laid out for a width: text wrapped, something on the right of it, a cursor that
 * stays with what it was on. Used by the pages of the plan.
 *
 * A view sets cols and list.page, then lays out: rows_begin(), rows as they come, rows_end(). Text that is
 * made for a row lives in `arena` until the next rows_begin().
 *
 * The cursor stands on any row, or where `some` is set on those that stop it: it then goes from one to the
 * next in sight, and where there is none the page scrolls; it is out of the page (list.cursor -1) where
 * none is in sight.
 */
#ifndef HONE_ROWS_H
#define HONE_ROWS_H

#include "hone/arena.h"
#include "tui/canvas.h"
#include "tui/list.h"

/* Kinds of a view's own rows begin at ROW_OWN; kind and index say what a row is about. */
enum row_kind { ROW_BLANK, ROW_TEXT, ROW_HEADING, ROW_OWN };

enum {
	ROWS_MARGIN = 1,
	ROWS_MOST_COLS = 110 /* what is on the right is still seen with what it belongs to */
};

struct row {
	int kind, index;
	bool more; /* a further row of what the one above is about */
	bool stop;
	int indent;
	enum role role;
	struct str text, right;
};

struct rows {
	struct arena arena;
	struct row *row;
	size_t cap;
	struct list list; /* over them */
	int cols;         /* all that is used of the screen's */
	bool some;
	struct row was; /* under the cursor, while it is laid out */
	struct list before;
};

void rows_begin(struct rows *r);
void rows_end(struct rows *r);
void rows_release(struct rows *r);

void rows_add(struct rows *r, struct row row);
/*
 * The text in as many rows as it takes, each like `row`; what is on the right stands in the first, and in a
 * row of its own where that leaves too little for the text.
 */
void rows_text(struct rows *r, struct row row, struct str text);
/* After a blank row. */
void rows_heading(struct rows *r, struct str text, struct str right);

/* The row under the cursor; one of kind ROW_BLANK when there is none. */
const struct row *rows_under(const struct rows *r);
/* The first row about that, -1. */
int rows_find(const struct rows *r, int kind, int index);

/* The motions of list.h. */
void rows_move(struct rows *r, int action, int count);
/* To the next heading, or (step < 0) the one before. For pages where `some` is set. */
void rows_go_heading(struct rows *r, int step);

/* What a view draws of a row of its own; true: all of it, false: its text comes over it. */
typedef bool rows_draw_own(const void *state, const struct row *row, struct canvas c, int at);
void rows_draw(
	const struct rows *r, struct canvas c, bool focused, rows_draw_own *own, const void *state);

#endif
