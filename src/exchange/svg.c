/* svg.c - charts as SVG, numbers as CSV. */
#include "hone/svg.h"

#include "hone/text.h"

enum { WIDTH = 800, MARGIN = 20, LABEL = 290, HEAD = 60, ROW = 24, BAR = 14, LETTERS = 38 };
enum { LEFT = 50, FIELD = WIDTH - LEFT - MARGIN, HIGH = 300, FOOT = 40 };

#define GREEN "#2e7d32"
#define AMBER "#f9a825"
#define RED   "#c62828"
#define BLUE  "#1565c0"
#define PALE  "#e0e0e0"

/* ---- CSV */

void csv_text(struct buf *out, bool first, struct str s)
{
	bool quoted = false;
	for (size_t i = 0; i < s.n; i++)
		quoted = quoted || s.p[i] == '"' || s.p[i] == ',' || s.p[i] == '\n' ||
			 s.p[i] == '\r';
	buf_add(out, first ? STR("") : STR(","));
	if (quoted)
		buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, s.p[i]);
	}
	if (quoted)
		buf_addc(out, '"');
}

void csv_number(struct buf *out, bool first, double n, int decimals)
{
	buf_addf(out, "%s%.*f", first ? "" : ",", decimals, n);
}

void csv_end(struct buf *out)
{
	buf_add(out, STR("\r\n"));
}

/* ---- SVG */

static struct str escaped(char c, const char *itself)
{
	static const struct {
		char c;
		struct str as;
	} row[] = { { '&', STR_INIT("&amp;") }, { '<', STR_INIT("&lt;") },
		{ '>', STR_INIT("&gt;") }, { '"', STR_INIT("&quot;") } };
	for (size_t i = 0; i < LENGTH(row); i++)
		if (row[i].c == c)
			return row[i].as;
	return (struct str){ itself, 1 };
}

/* Control characters and bad bytes do not pass text_sanitize(). */
void xml_text(struct buf *out, struct str s)
{
	struct buf shown = { 0 };
	text_sanitize(&shown, s);
	for (size_t i = 0; i < shown.n; i++)
		buf_add(out, escaped(shown.p[i], &shown.p[i]));
	buf_release(&shown);
}

static void put_text(struct buf *out, double x, double y, const char *anchor, struct str s)
{
	buf_addf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
	xml_text(out, s);
	buf_add(out, STR("</text>\n"));
}

static void put_number(struct buf *out, double x, double y, const char *anchor, int n)
{
	buf_addf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%d %%</text>\n", x, y, anchor,
		n);
}

static void put_box(struct buf *out, double x, double y, double w, double h, const char *fill)
{
	if (w > 0)
		buf_addf(out,
			"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
			"fill=\"%s\"/>\n",
			x, y, w, h, fill);
}

static void put_line(struct buf *out, double x1, double y1, double x2, double y2, const char *look)
{
	buf_addf(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>\n", x1, y1, x2,
		y2, look);
}

static void begin(struct buf *out, int height, struct str title)
{
	buf_addf(out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n<title>",
		WIDTH, height, WIDTH, height);
	xml_text(out, title);
	buf_add(out, STR("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"));
	put_text(out, MARGIN, HEAD / 2.0 + 5, "start", title);
}

static void finish(struct buf *out)
{
	buf_add(out, STR("</svg>\n"));
}

/* At most LETTERS columns, so that it ends before the bar. */
static void put_label(struct buf *out, double y, struct str label)
{
	int used;
	struct str part = text_prefix(label, LETTERS, &used);
	struct buf words = { 0 };
	buf_add(&words, part);
	if (part.n < label.n)
		text_encode(&words, 0x2026);
	put_text(out, MARGIN, y, "start", buf_str(&words));
	buf_release(&words);
}

/* ---- bars */

enum { BAR_WIDE = WIDTH - LABEL - 80 - MARGIN };

static void coverage_row(struct buf *out, double y, struct coverage_count n)
{
	const struct {
		int n;
		const char *fill;
	} part[] = { { n.know, GREEN }, { n.unsure, AMBER }, { n.dunno, RED },
		{ n.unrated, PALE } };
	double x = LABEL;
	for (size_t i = 0; i < LENGTH(part) && n.total; i++) {
		double w = (double)BAR_WIDE * part[i].n / n.total;
		put_box(out, x, y - BAR + 2, w, BAR, part[i].fill);
		x += w;
	}
	buf_addf(out, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d/%d/%d</text>\n",
		WIDTH - MARGIN, y, n.know, n.unsure, n.dunno);
}

void svg_coverage(const struct coverage *c, struct str title, struct buf *out)
{
	begin(out, HEAD + ROW * (c->narea + 1) + MARGIN, title);
	put_text(out, WIDTH - MARGIN, HEAD / 2.0 + 5, "end", STR("know / unsure / dunno"));
	for (int i = 0; i < c->narea; i++) {
		double y = HEAD + ROW * (i + 0.7);
		struct buf name = { 0 };
		buf_addf(&name, "%.*s%s%.*s", STR_ARG(c->area[i].number),
			c->area[i].number.n ? " " : "", STR_ARG(c->area[i].name));
		put_label(out, y, buf_str(&name));
		coverage_row(out, y, c->area[i].count);
		buf_release(&name);
	}
	finish(out);
}

static const char *fill_of(enum chart_role role)
{
	switch (role) {
	case CHART_GOOD: return GREEN;
	case CHART_PART: return AMBER;
	case CHART_LOW: return RED;
	case CHART_TEXT:
	case CHART_DIM:
	case CHART_LINE:
	case CHART_TARGET: return BLUE;
	}
	return BLUE;
}

void svg_bars(const struct chart_bar *bar, int n, struct str title, struct buf *out)
{
	begin(out, HEAD + ROW * n + MARGIN, title);
	for (int i = 0; i < n; i++) {
		const struct chart_bar *b = &bar[i];
		double y = HEAD + ROW * (i + 0.7), target = LABEL + BAR_WIDE * b->target / 100.0;
		put_label(out, y, b->label);
		put_box(out, LABEL, y - BAR + 2, BAR_WIDE, BAR, PALE);
		if (b->percent >= 0) {
			put_box(out, LABEL, y - BAR + 2, BAR_WIDE * b->percent / 100.0, BAR,
				fill_of(chart_role_of(b->percent, b->target)));
			put_number(out, WIDTH - MARGIN, y, "end", b->percent);
		}
		if (b->target >= 0)
			put_line(out, target, y - BAR - 1, target, y + 5,
				"stroke=\"#000000\" stroke-width=\"2\"");
	}
	finish(out);
}

/* ---- axes */

static double high_of(double percent)
{
	return HEAD + HIGH * (1 - percent / 100);
}

static void put_percents(struct buf *out)
{
	for (int percent = 0; percent <= 100; percent += 25) {
		double y = high_of(percent);
		put_line(out, LEFT, y, LEFT + FIELD, y, "stroke=\"" PALE "\"");
		buf_addf(out, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>\n", LEFT - 8,
			y + 4, percent);
	}
}

static double wide_of(const struct chart_days *d, int day)
{
	int span = d->to > d->from ? d->to - d->from : 1;
	return LEFT + (double)FIELD * (day - d->from) / span;
}

static void put_goals(const struct chart_days *d, struct buf *out)
{
	static const char look[] = "stroke=\"#000000\" stroke-dasharray=\"6 4\"";
	int from = d->from;
	for (int i = 0; i < d->ngoal; i++) {
		int to = i + 1 < d->ngoal && d->goal[i].day < d->to ? d->goal[i].day : d->to;
		double y = high_of(d->goal[i].percent);
		if (to <= from && d->to > d->from)
			continue;
		put_line(out, wide_of(d, from), y, wide_of(d, to), y, look);
		put_number(out, wide_of(d, from) + 4, y - 4, "start", d->goal[i].percent);
		from = to;
	}
}

void svg_days(const struct chart_days *d, struct str title, struct buf *out)
{
	char iso[16];
	begin(out, HEAD + HIGH + FOOT, title);
	put_percents(out);
	put_goals(d, out);
	buf_add(out,
		STR("<polyline fill=\"none\" stroke=\"" BLUE "\" stroke-width=\"2\" points=\""));
	for (int i = 0; i < d->nvalue; i++)
		if (d->value[i] >= 0)
			buf_addf(out, "%.1f,%.1f ", wide_of(d, d->from + i), high_of(d->value[i]));
	buf_add(out, STR("\"/>\n"));
	for (int i = 0; i < d->nvalue; i++)
		if (d->value[i] >= 0)
			buf_addf(out,
				"<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"" BLUE "\"/>\n",
				wide_of(d, d->from + i), high_of(d->value[i]));
	put_text(out, LEFT, HEAD + HIGH + 20, "start", str_of(day_iso(d->from, iso)));
	if (d->to > d->from)
		put_text(out, LEFT + FIELD, HEAD + HIGH + 20, "end", str_of(day_iso(d->to, iso)));
	finish(out);
}

void svg_points(const struct chart_point *point, int n, struct str title, struct str x,
	struct str y, struct buf *out)
{
	begin(out, HEAD + HIGH + FOOT, title);
	put_percents(out);
	put_line(out, LEFT, high_of(0), LEFT + FIELD, high_of(100),
		"stroke=\"#000000\" stroke-dasharray=\"2 4\"");
	for (int i = 0; i < n; i++)
		buf_addf(out,
			"<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\" "
			"fill-opacity=\"0.6\"/>\n",
			LEFT + FIELD * point[i].x / 100.0, high_of(point[i].y),
			fill_of(point[i].role));
	put_text(out, LEFT + FIELD / 2.0, HEAD + HIGH + 30, "middle", x);
	put_text(out, LEFT, HEAD - 6, "start", y);
	put_text(out, LEFT, HEAD + HIGH + 18, "middle", STR("0"));
	put_text(out, LEFT + FIELD, HEAD + HIGH + 18, "middle", STR("100"));
	finish(out);
}
