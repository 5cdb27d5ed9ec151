/*
 * plan.c - reading a plan against libcmark, which reads the same text as markdown.
 *
 *   plan FILE
 *
 * One row of output: what, hone's processor time, libcmark's, the limit for their ratio. Both read in
 * turns in this one process; the figures are the medians.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmark.h>

#include "hone/plan.h"
#include "timed.h"

enum { ROUNDS = 41, LIMIT = 1 };

static double time_plan(struct str text, int *nitem)
{
	struct arena a = { 0 };
	double began = cpu();
	struct plan p = plan_parse(text, STR("plan.md"), &a);
	arena_release(&a);
	*nitem = p.nitem;
	return cpu() - began;
}

static double time_cmark(struct str text)
{
	double began = cpu();
	cmark_node *root = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT);
	if (!root)
		die("libcmark read nothing");
	cmark_node_free(root);
	return cpu() - began;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

int main(int argc, char **argv)
{
	double mine[ROUNDS], floor[ROUNDS];
	int nitem = 0;
	if (argc != 2)
		die("plan FILE");
	struct buf text = read_file(argv[1]);
	for (int i = 0; i < ROUNDS; i++) {
		mine[i] = time_plan(buf_str(&text), &nitem);
		floor[i] = time_cmark(buf_str(&text));
	}
	qsort(mine, ROUNDS, sizeof *mine, by_size);
	qsort(floor, ROUNDS, sizeof *floor, by_size);
	printf("plan of %d tasks read, us (floor: libcmark)\t%.1f\t%.1f\t%d\n", nitem,
		mine[ROUNDS / 2], floor[ROUNDS / 2], LIMIT);
	buf_release(&text);
	return 0;
}
