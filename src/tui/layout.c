/* layout.c - the screen cut into panes. */
#include "tui/layout.h"

enum {
	LEAST_ROWS = 5,
	LEAST_COLS = 20,
	RULE_ROWS =
		10, /* from that height on there are lines under the title and over the footer */
	HEAD_ROWS = 7,
	DESK_ROWS = 18, /* less: no two panes above each other, so one at a time */
	TWO_COLS = 100,
	THREE_COLS = 160,
	PLAN_COLS = 36, /* a calendar of seven days, five columns each, and the left edge */
	UPPER_PERCENT = 55,
	SHEET_PERCENT = 45,
};

/* Rows between the lines, and whether there are any lines. */
static struct rect body_of(struct layout *l, int rows, int cols)
{
	l->foot = rows - 1;
	l->head = rows >= HEAD_ROWS ? 0 : -1;
	l->rules = rows >= RULE_ROWS;
	struct rect body = { .row = l->head + 1 + l->rules, .cols = cols };
	body.rows = l->foot - l->rules - body.row;
	return body;
}

/* One pane over another, a line between them. */
static void stack(struct rect whole, struct rect *upper, struct rect *lower)
{
	*upper = *lower = whole;
	upper->rows = (whole.rows - 1) * UPPER_PERCENT / 100;
	lower->row += upper->rows + 1;
	lower->rows -= upper->rows + 1;
}

/* Cut `cols` columns and the line beside them off the left of *rest. */
static struct rect column(struct rect *rest, int cols)
{
	struct rect left = *rest;
	left.cols = cols;
	rest->col += cols + 1;
	rest->cols -= cols + 1;
	return left;
}

struct layout layout_desk(int rows, int cols, enum pane focus, bool zoom)
{
	struct layout l = { .head = -1, .foot = -1 };
	l.too_small = rows < LEAST_ROWS || cols < LEAST_COLS;
	if (l.too_small)
		return l;
	struct rect body = body_of(&l, rows, cols);
	bool two = !zoom && cols >= TWO_COLS && rows >= DESK_ROWS;
	bool three = two && cols >= THREE_COLS;
	if (!two || (!three && focus == PANE_TOPICS)) {
		l.tabs = true;
		l.pane[focus] = body;
		return l;
	}
	l.pane[PANE_PLAN] = column(&body, PLAN_COLS);
	if (three) {
		struct rect middle = column(&body, body.cols - 1 - body.cols * SHEET_PERCENT / 100);
		stack(middle, &l.pane[PANE_REVIEW], &l.pane[PANE_TOPICS]);
		l.pane[PANE_SHEET] = body;
	} else
		stack(body, &l.pane[PANE_REVIEW], &l.pane[PANE_SHEET]);
	return l;
}
