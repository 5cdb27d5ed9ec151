/* cmd_charts.h - charts written out for other programs. */
#ifndef HONE_CMD_CHARTS_H
#define HONE_CMD_CHARTS_H

#include "cli/cli.h"

/* Is it the name of a chart? */
bool chart_named(const char *name);

/* "coverage, areas, ..." */
void chart_names(struct buf *out);

/* `format` csv or svg; false with ERR_INVALID when it is neither. */
bool chart_export(struct cli *c, const char *name, struct str format, struct buf *out,
	struct err *e) MUST_CHECK;

#endif
