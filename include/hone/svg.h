/*
 * svg.h - charts as files: SVG pictures, and fields of CSV (RFC 4180). Pure.
 *
 * An SVG is one well-formed document of its own, without scripts, fonts or links; text is escaped, and what
 * could not stand in XML is replaced. Colours come with labels and numbers: it can be read without them.
 */
#ifndef HONE_SVG_H
#define HONE_SVG_H

#include "hone/chart.h"
#include "hone/coverage.h"

/* Know, unsure, dunno and unrated of each area, one bar an area. */
void svg_coverage(const struct coverage *c, struct str title, struct buf *out);

void svg_bars(const struct chart_bar *bar, int n, struct str title, struct buf *out);
void svg_days(const struct chart_days *d, struct str title, struct buf *out);
void svg_points(const struct chart_point *point, int n, struct str title, struct str x,
	struct str y, struct buf *out);

/* Text as it stands in XML and HTML. */
void xml_text(struct buf *out, struct str s);

/* A field, quoted where it has to be; `first`: nothing stands before it in its line. */
void csv_text(struct buf *out, bool first, struct str s);
void csv_number(struct buf *out, bool first, double n, int decimals);
void csv_end(struct buf *out); /* of a line */

#endif
