/*
 * hits.h - a list of what was found in a study, by kind, each with its line; one of them is chosen.
 */
#ifndef HONE_HITS_H
#define HONE_HITS_H

#include "hone/search.h"
#include "tui/app.h"

/* A row: the head of a kind, something found, the line found of what stands before. */
struct hit_row {
	int hit; /* index, -1: a head */
	enum search_kind kind;
	bool excerpt;
};

struct hit_list {
	struct search_hits hits; /* not owned */
	struct hit_row *row;     /* owned */
	size_t cap;
	int nrow;
	struct list list; /* over rows; the cursor stands on something found */
};

/* Other hits, the first of them chosen. */
void hits_set(struct hit_list *l, struct search_hits hits);
void hits_resize(struct hit_list *l, int rows);
void hits_release(struct hit_list *l);

/* The motions of LIST_KEYS, from one hit to another. */
void hits_move(struct hit_list *l, int action, int count);

int hits_chosen(const struct hit_list *l); /* its index, -1: there is none */

/*
 * Go to what is chosen: a card opens over what is there, all else closes what lies over the panes, the view that
 * asked included. False: there is none.
 */
bool hits_go(const struct hit_list *l, struct app *app);

/* `q`: the words that are marked; NULL: none. */
void hits_draw(const struct hit_list *l, struct canvas c, const struct find_query *q, bool focused);

/* A bar over the row with a sign at its begin. */
void hits_bar(struct canvas c, int row, bool focused);

/* Stretches of a text that stands at (row, col), in `width` columns. */
void hits_marks(struct canvas c, int row, int col, int width, struct str text,
	const struct find_mark *mark, int n);

#endif
