/*
 * checklog.h - the table of daily knowledge checks that a user keeps by hand. Pure.
 *
 * | Day | Date | Overall Score | Strong Areas | Weak Areas | Action |   with a row a day; "N/A" and "-"
 * mean no score; "**98.5% (A+)**" is 98.5.
 */
#ifndef HONE_CHECKLOG_H
#define HONE_CHECKLOG_H

#include "hone/arena.h"
#include "hone/day.h"

struct check_row {
	int number;        /* of the day in the user's count */
	int date;          /* study day or DAY_NONE */
	int score;         /* percent times 10 ("98.5%" is 985), or -1 */
	int fresh, review; /* split scores where the row's text states them, times 10, or -1 */
	struct str strong, weak, action; /* markdown */
	int line;
};

/* Rows of all such tables of the text in order; NULL and 0 when there is none. */
struct check_row *checklog_parse(struct str text, int *n, struct arena *a);

/*
 * A further row of the last such table that has one, to be put in as lines at *at, where line *line begins:
 * with its columns, and bold, decimals and bars as its last scored row has them; what the table has no
 * column for is left out. Words of `row` are plain text. Empty when there is no table.
 */
struct str checklog_append(struct str text, const struct check_row *row, const char *letter,
	size_t *at, int *line, struct arena *a);

#endif
