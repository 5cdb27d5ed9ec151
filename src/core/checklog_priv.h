/* checklog_priv.h - what the files of checklog share: which column of a table holds what. */
#ifndef HONE_CHECKLOG_PRIV_H
#define HONE_CHECKLOG_PRIV_H

#include "hone/checklog.h"
#include "table.h"

/* -1 where the table has not. */
struct check_columns {
	int day, date, score, strong, weak, action;
};

/* False for a table that is no log of checks. */
bool checklog_columns(const struct table *head, struct check_columns *c);

/* The row, and whether it says anything: no empty row, no pattern to copy. */
bool checklog_row(const struct table *t, const struct check_columns *c, struct check_row *out);

#endif
