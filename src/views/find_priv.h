/*
 * find_priv.h - what the files of the search share: what was typed, what was found, where it is shown.
 *
 * find.c takes messages, find_draw.c draws.
 */
#ifndef HONE_VIEWS_FIND_PRIV_H
#define HONE_VIEWS_FIND_PRIV_H

#include "hone/search.h"
#include "tui/app.h"
#include "tui/field.h"

enum { MOST_PLACES = 200, MOST_HITS = 30 };

/* A row of the list: the head of a kind, a hit, the line found of the hit before. */
struct find_row {
	int hit; /* index, -1: a head */
	enum search_kind kind;
	bool excerpt;
};

struct find_view {
	bool words; /* are looked for; else names */
	struct field field;
	struct search *search;
	size_t unread;      /* files */
	int64_t unsearched; /* cards that are not in the index of words yet, or UNASKED */
	struct search_place place[MOST_PLACES];
	struct arena arena; /* the hits */
	struct search_hits hits;
	struct find_row *row;
	int nrow;
	int n;            /* places or hits */
	struct list list; /* over rows; the cursor stands on a hit */
	int rows, cols;
};

enum { FIND_HEAD = 2, FIND_LOW = 8 }; /* rows above the list; only one below FIND_LOW */

void find_draw(const void *state, const struct study *study, struct canvas c, bool focused);

#endif
