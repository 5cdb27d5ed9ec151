/*
 * sheet_desk.h - the screen over a study of small sheets with links, the sheet pane in focus.
 */
#ifndef HONE_SHEET_DESK_H
#define HONE_SHEET_DESK_H

#include "screen/review_desk.h"

/* trees.md links to heaps.md, notes/walks.md, a page of the web, files and things that are not there. */
struct desk sheet_desk(int rows, int cols);
/* The same with its own trees.md. */
struct desk sheet_desk_of(const char *trees, int rows, int cols);
/* The same folder, opened again. */
void sheet_reopen(struct desk *d, int rows, int cols);
/* What the status of the pane says stands on the screen: the name of the sheet on the page. */
void see_sheet(struct desk *d, const char *name);
/* Numbered paragraphs, with a heading each ten. */
void add_long(struct buf *out, int n);

#endif
