/*
 * find_priv.h - what the files of the search share: what was typed, what was found, where it is shown.
 *
 * find.c takes messages, find_draw.c draws.
 */
#ifndef HONE_VIEWS_FIND_PRIV_H
#define HONE_VIEWS_FIND_PRIV_H

#include "tui/field.h"
#include "views/hits.h"

enum { MOST_PLACES = 200, MOST_HITS = 30 };

struct find_view {
	bool words; /* are looked for; else names */
	struct field field;
	struct search *search;
	size_t unread;      /* files */
	int64_t unsearched; /* cards that are not in the index of words yet, or UNASKED */
	struct search_place place[MOST_PLACES];
	struct list list; /* over places */
	struct arena arena;
	struct hit_list found; /* its hits are in the arena */
	struct arena chosen_arena;
	struct str *chosen; /* sheets to be read in a row */
	int nchosen;
	int rows, cols;
};

enum { FIND_HEAD = 2, FIND_LOW = 8 }; /* rows above the list; only one below FIND_LOW */

void find_draw(const void *state, const struct study *study, struct canvas c, bool focused);

#endif
