/*
 * pager.h - markdown laid out for a pane: scrolling, headings, search, drawing. No tty.
 */
#ifndef HONE_PAGER_H
#define HONE_PAGER_H

#include "hone/md.h"
#include "tui/canvas.h"
#include "tui/list.h"

/* What a search found: it may begin in one line and end in another. */
struct pager_match {
	int line, last;  /* indices into md_doc.line */
	size_t from, to; /* bytes of the first line and of the last one */
};

/* A link in sight: where its text begins on the page. */
struct pager_spot {
	int row, col;
	int link; /* as md_span.link */
};

struct pager {
	struct arena arena; /* owns the layout */
	struct buf source;  /* the markdown, kept to lay it out again */
	struct md_doc doc;
	struct list list; /* top and page; no cursor */
	int left;   /* columns that code and tables too wide for the page are scrolled sideways */
	bool *wide; /* which lines those are; NULL while nothing is scrolled sideways */
	struct buf pattern; /* search, empty when none */
	struct pager_match *found;
	size_t found_cap;
	int match, nmatch;      /* current match 1..nmatch, 0 when none */
	int link;               /* the chosen one, as md_span.link; 0: none */
	int mark_from, mark_to; /* lines that are marked, from 1 on; 0: none */
	size_t looked;          /* bytes of the source that were looked at for the layout */
	int nsource;            /* lines of the source up to there */
	int want, want_into;    /* a place to go to once there is a size; 0: none */
	bool partial;           /* not all of it is laid out, only a little more than is in sight */
	int skipped;            /* lines of the source before the layout */
};

/* Show another text from its beginning. The pager copies it. */
void pager_set(struct pager *p, struct str markdown);
void pager_take(struct pager *p, struct buf *markdown); /* without a copy; it is empty afterwards */

/*
 * Lay out for a pane of that size; keeps the source line at the top in place. At the beginning of a text, or
 * at a place in a long one, only as much is laid out as is seen; the functions below lay out the rest when they
 * need it. Without
 * rows nothing is done. Cheap if unchanged.
 */
void pager_resize(struct pager *p, int rows, int cols);

/* Lay out the whole text now: for those who want all of doc. */
void pager_complete(struct pager *p);

/* The motions of list_scroll(). */
bool pager_scroll(struct pager *p, int action, int count);
bool pager_at_begin(const struct pager *p); /* nothing stands above what is in sight, */
bool pager_at_end(const struct pager *p);   /* or below it */

void pager_release(struct pager *p);

/*
 * Search, without regard to case and accents unless the pattern has a capital; n matches are counted. A blank of
 * the pattern is also found where a line of a paragraph ends. Without one from the top of the page on, the first of
 * all.
 */
void pager_search(struct pager *p, struct str pattern);
/* The same, and the page stays where it is. */
void pager_keep_search(struct pager *p, struct str pattern);
/* Scroll as far as it takes that the line is in sight. */
void pager_show_line(struct pager *p, int line);
bool pager_in_sight(const struct pager *p, int line);
/* Bring a line to the top; where the text ends before, only a heading goes further up than its last page. */
void pager_scroll_to(struct pager *p, int line);
/* Is it a line of code, and nothing else? */
bool pager_is_code(const struct md_line *line);
/* Find all matches anew: for pager.c, when the layout changed. */
void pager_find_all(struct pager *p);
void pager_next_match(struct pager *p, int step); /* +1, -1; wraps */

void pager_next_heading(struct pager *p, int step);
int pager_heading(const struct pager *p); /* index of the heading at or above the top, -1 none */
/* The heading, or what else stands in that line of the source, at the top. */
void pager_goto_heading(struct pager *p, int source_line);

/* The source line of the top, 0 without a size, and how many lines of the layout it stands below the first one of that. */
int pager_place(const struct pager *p, int *into);
int pager_line_place(
	const struct pager *p, int line, int *into); /* of another line of the layout */
void pager_goto_place(struct pager *p, int source_line, int into);

/*
 * Choose the next link or the one before, from the chosen one if that is in sight, else from the top of the
 * page or its end; it is scrolled into sight. False, and nothing changed, when there is none.
 */
bool pager_next_link(struct pager *p, int step);
/* Choose a link and show it; one without text is only chosen. */
void pager_show_link(struct pager *p, int link);
/* The links in sight within `cols` columns, at most `most`, in the order of the page; returns how many. */
int pager_links_in_sight(const struct pager *p, int cols, struct pager_spot *spot, int most);
/* Scroll sideways what is too wide; all else stays where it is. */
void pager_sideways(struct pager *p, int cols);
int pager_left(const struct pager *p, int line); /* by how much that line of the layout is */
int pager_percent(const struct pager *p);

/* The page, what was found in ROLE_MATCH; the current match, the chosen link and marked lines in ROLE_SELECTED. */
void pager_draw(const struct pager *p, struct canvas c);

/* One laid-out line at (row, col); a mark says where it goes on beyond the edge. */
void pager_draw_line(struct canvas c, int row, int col, const struct md_line *line);

enum role pager_role(unsigned md_style, unsigned *attr);

#endif
