/*
 * pager.h - markdown laid out for a pane: scrolling, headings, search, drawing. No tty.
 */
#ifndef HONE_PAGER_H
#define HONE_PAGER_H

#include "hone/md.h"
#include "tui/canvas.h"
#include "tui/list.h"

struct pager {
	struct arena arena; /* owns the layout */
	struct buf source;  /* the markdown, kept to lay it out again */
	struct md_doc doc;
	struct list list;   /* top and page; no cursor */
	int left;           /* columns scrolled sideways: for code and tables */
	struct buf pattern; /* search, empty when none */
	int match, nmatch;  /* current match 1..nmatch, 0 when none */
	int nsource;        /* lines of the source */
	bool partial;       /* only the beginning is laid out, a little more than is in sight */
};

/* Show another text from its beginning. The pager copies it. */
void pager_set(struct pager *p, struct str markdown);

/*
 * Lay out for a pane of that size; keeps the source line at the top in place. At the beginning of a text
 * only as much is laid out as is seen; the functions below lay out the rest when they need it. Without
 * rows nothing is done. Cheap if unchanged.
 */
void pager_resize(struct pager *p, int rows, int cols);

/* Lay out the whole text now: for those who want all of doc. */
void pager_complete(struct pager *p);

/* The motions of list_scroll(). */
bool pager_scroll(struct pager *p, int action, int count);

void pager_release(struct pager *p);

/* Search, ASCII letters folded unless the pattern has a capital; n matches are counted. */
void pager_search(struct pager *p, struct str pattern);
void pager_next_match(struct pager *p, int step); /* +1, -1; wraps */

void pager_next_heading(struct pager *p, int step);
int pager_heading(const struct pager *p); /* index of the heading at or above the top, -1 none */
void pager_goto_source(struct pager *p, int source_line);
void pager_sideways(struct pager *p, int cols);
int pager_percent(const struct pager *p);

void pager_draw(const struct pager *p, struct canvas c);

/* One laid-out line at (row, col); matches of `pattern` in ROLE_MATCH. */
void pager_draw_line(struct canvas c, int row, int col, const struct md_line *line, int left,
	struct str pattern);

enum role pager_role(unsigned md_style, unsigned *attr);

#endif
