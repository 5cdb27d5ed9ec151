/*
 * figure.h - figures that stand in the starter studies, with the arithmetic that leads to them.
 */
#ifndef HONE_FIGURE_H
#define HONE_FIGURE_H

#include "test.h"

/*
 * `text` stands in the file `path` below decks/ (runs of blanks and line ends count as one blank); what it states
 * is `stated`, and `computed` comes within `within` of it: 0.01 is one percent. A stated 0 is compared as it is.
 */
struct figure {
	const char *path, *text;
	double computed, stated, within;
};

/* Fails naming each figure that stands elsewhere or is wrong. */
void figures_hold(const struct figure *f, size_t n);

/* P(Z <= z) of a standard normal variable; the number of ways to choose k of n. */
double normal_below(double z);
double choose(int n, int k);

/* 1 / (1 + e^-z) */
double sigmoid(double z);

#endif
