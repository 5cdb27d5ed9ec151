/*
 * layout.h - where the panes stand on a screen of a given size. Pure arithmetic.
 *
 * 160 columns and more: plan | review over topics | sheet. 100 and more: plan | review over sheet, and
 * topics takes the whole screen when it has the focus. Less, or zoomed: the focused pane alone under a
 * bar of tabs.
 */
#ifndef HONE_LAYOUT_H
#define HONE_LAYOUT_H

#include "tui/app.h"

struct rect {
	int row, col, rows,
		cols; /* with the pane's title line if there are no tabs; rows 0: not shown */
};

struct layout {
	struct rect pane[PANE_COUNT];
	bool tabs;      /* one pane and a tab bar (in the head, when there is room) */
	bool too_small; /* below 20x5: only a notice */
	bool rules;     /* a line under the head and one over the footer */
	int head, foot; /* rows of the title line and of the footer, -1 when left out for room */
};

struct layout layout_desk(int rows, int cols, enum pane focus, bool zoom);

#endif
