/* pager_draw.c - lines of a laid-out document on a canvas, and what is chosen and found in them. */
#include "tui/pager.h"

/* What says that a line goes on beyond the edge. */
static const struct str more_left = STR_INIT("‹"), more_right = STR_INIT("›");

/* The column at which a byte of the line stands. */
static int byte_col(const struct md_line *line, size_t at)
{
	int col = 0;
	for (int i = 0; i < line->nspan && at > 0; i++) {
		struct str text = str_slice(line->span[i].text, 0, at);
		col += text_cols(text);
		at -= text.n;
	}
	return col;
}

/* A line at the top of c, with marks where it is cut off. */
static void draw_line(struct canvas c, const struct md_line *line, int left)
{
	int at = -left;
	for (int i = 0; i < line->nspan; i++) {
		unsigned attr;
		enum role role = pager_role(line->span[i].style, &attr);
		/* Code that names a document can be followed too. */
		if (line->span[i].link > 0)
			attr |= ATTR_UNDERLINE;
		at += canvas_attr_text(c, 0, at, role, attr, line->span[i].text);
	}
	if (left > 0 && at > -left)
		canvas_text(c, 0, 0, ROLE_ACCENT, more_left);
	if (at > c.cols)
		canvas_text(c, 0, c.cols - 1, ROLE_ACCENT, more_right);
}

void pager_draw_line(struct canvas c, int row, int col, const struct md_line *line)
{
	draw_line(canvas_sub(c, row, col, 1, c.cols - col), line, 0);
}

/* Columns of the line without the blanks at its begin and end. */
static void text_range(const struct md_line *line, int *from, int *to)
{
	bool begun = false;
	*from = *to = 0;
	for (int i = 0, col = 0; i < line->nspan; i++) {
		struct str text = line->span[i].text, rest = text;
		while (!begun && rest.n > 0 && rest.p[0] == ' ')
			rest = str_slice(rest, 1, rest.n);
		if (!begun)
			*from = col + (int)(text.n - rest.n);
		begun = begun || rest.n > 0;
		col += text_cols(text);
		*to = str_trim(text).n > 0 ? col : *to;
	}
}

/* The first match that ends in that line or below. */
static int first_match(const struct pager *p, int line)
{
	int low = 0, high = p->nmatch;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (p->found[middle].last < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void draw_matches(const struct pager *p, struct canvas c, int row)
{
	int index = p->list.top + row;
	const struct md_line *line = &p->doc.line[index];
	int left = pager_left(p, index);
	for (int i = first_match(p, index); i < p->nmatch && p->found[i].line <= index; i++) {
		const struct pager_match *m = &p->found[i];
		int from, to;
		text_range(line, &from, &to);
		from = m->line == index ? byte_col(line, m->from) : from;
		to = m->last == index ? byte_col(line, m->to) : to;
		canvas_restyle(c, row, from - left, to - from,
			i + 1 == p->match ? ROLE_SELECTED : ROLE_MATCH);
	}
}

static void draw_link(const struct pager *p, struct canvas c, int row)
{
	const struct md_line *line = &p->doc.line[p->list.top + row];
	for (int i = 0, col = -pager_left(p, p->list.top + row); i < line->nspan; i++) {
		int cols = text_cols(line->span[i].text);
		if (line->span[i].link == p->link)
			canvas_restyle(c, row, col, cols, ROLE_SELECTED);
		col += cols;
	}
}

void pager_draw(const struct pager *p, struct canvas c)
{
	for (int row = 0; row < c.rows && p->list.top + row < p->doc.nline; row++) {
		draw_line(canvas_sub(c, row, 0, 1, c.cols), &p->doc.line[p->list.top + row],
			pager_left(p, p->list.top + row));
		draw_matches(p, c, row);
		if (p->link > 0)
			draw_link(p, c, row);
		int line = p->list.top + row + 1;
		if (p->mark_from > 0 && line >= p->mark_from && line <= p->mark_to)
			canvas_restyle(c, row, 0, c.cols, ROLE_SELECTED);
	}
}
