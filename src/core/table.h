/*
 * table.h - the rows of all pipe tables of a text, one after the other. Pure, private to the parsers.
 */
#ifndef HONE_TABLE_H
#define HONE_TABLE_H

#include "hone/md.h"

enum { TABLE_CELLS = 32 }; /* columns looked at */

/* Start with .text and .rest set to the text. Tables in fenced code are not seen. */
struct table {
	struct str text, rest;
	struct md_fence fence;
	bool inside;
	bool head;                    /* the row is the head of a table, not one of its rows */
	struct str cell[TABLE_CELLS]; /* trimmed, borrowed from text */
	int ncell;
	int line;           /* 1-based, of the row */
	struct str heading; /* the nearest heading above, as written */
	int heading_line;   /* 0 when there is none */
};

/* On to the next row. False at the end. */
bool table_row(struct table *t);

/* The cell in column `i`; empty when the row is shorter or i is negative. */
struct str table_cell(const struct table *t, int i);

#endif
