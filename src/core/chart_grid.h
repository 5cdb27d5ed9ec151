/* chart_grid.h - cells that a chart is put together from. Private to the charts. */
#ifndef HONE_CHART_GRID_H
#define HONE_CHART_GRID_H

#include "hone/chart.h"
#include "hone/text.h"

struct chart_cell {
	struct cluster c; /* base 0: the right half of a wide one */
	enum chart_role role;
};

struct chart_grid {
	struct chart_cell *cell;
	int rows, cols;
	struct arena *a;
};

struct chart_grid grid_new(int rows, int cols, struct arena *a);

/* One sign; outside nothing happens. */
void grid_put(struct chart_grid *g, int row, int col, enum chart_role role, uint32_t cp);
void grid_run(struct chart_grid *g, int row, int col, int n, enum chart_role role, uint32_t cp);

/* Text, cut at `width` columns; how many it takes. */
int grid_text(
	struct chart_grid *g, int row, int col, int width, enum chart_role role, struct str s);

/* So that it ends before column `end`. */
void grid_right(struct chart_grid *g, int row, int end, enum chart_role role, struct str s);

struct chart grid_chart(const struct chart_grid *g);

#endif
