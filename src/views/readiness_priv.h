/*
 * readiness_priv.h - what the files of the readiness page share: what is known, and the rows it is shown in.
 */
#ifndef HONE_READINESS_PRIV_VIEW_H
#define HONE_READINESS_PRIV_VIEW_H

#include "hone/report.h"
#include "views/views.h"

struct readiness_row {
	enum {
		READY_BLANK,
		READY_HEAD,
		READY_WORDS,
		READY_CHART, /* one chart, or two side by side */
		READY_RAISE,
		READY_CLAIM,
	} kind;
	struct str text;
	const struct chart_row *left, *right;
	int topic; /* index into readiness.topic */
};

struct readiness_view {
	struct arena arena; /* what is known */
	struct report report;
	struct str summary;
	bool loaded;

	struct arena page;
	struct readiness_row *row;
	size_t cap;
	struct list list;
	int cols, rows;
	bool ascii;
};

/* ---- readiness_rows.c */

/* Rows of what is known, for the size; the cursor stays where it was as far as there are rows. */
void ready_lay_out(struct readiness_view *v);
void ready_draw_row(
	const struct readiness_view *v, const struct readiness_row *r, struct canvas c, int row);

#endif
