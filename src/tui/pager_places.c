/* pager_places.c - from heading to heading and from link to link. */
#include "tui/pager.h"

void pager_next_heading(struct pager *p, int step)
{
	int to = -1;
	pager_complete(p);
	for (int i = 0; i < p->doc.nheading; i++) {
		int line = p->doc.heading[i].line;
		if (step < 0 && line < p->list.top)
			to = line;
		if (step > 0 && line > p->list.top && to < 0)
			to = line;
	}
	if (to >= 0)
		pager_scroll_to(p, to);
}

int pager_heading(const struct pager *p)
{
	int found = -1;
	for (int i = 0; i < p->doc.nheading && p->doc.heading[i].line <= p->list.top; i++)
		found = i;
	return found;
}

void pager_goto_heading(struct pager *p, int source_line)
{
	pager_goto_place(p, source_line, 0);
	for (int i = 0; i < p->doc.nheading; i++)
		if (p->doc.heading[i].source == source_line)
			pager_scroll_to(p, p->doc.heading[i].line);
}

/* Of the links whose text is somewhere: the first from line `from` on, or the last before it. */
static int find_link(const struct pager *p, int from, int step)
{
	int found = 0;
	for (int i = 0; i < p->doc.nlink; i++) {
		int line = p->doc.link[i].line;
		if (line >= 0 && step < 0 && line < from)
			found = i + 1;
		if (line >= 0 && step > 0 && line >= from && found == 0)
			found = i + 1;
	}
	return found;
}

static int link_line(const struct pager *p, int link)
{
	return link > 0 && link <= p->doc.nlink ? p->doc.link[link - 1].line : -1;
}

bool pager_next_link(struct pager *p, int step)
{
	pager_complete(p);
	int to = p->link, line = link_line(p, to);
	if (line >= 0 && pager_in_sight(p, line)) {
		do
			to += step;
		while (to > 0 && to <= p->doc.nlink && link_line(p, to) < 0);
		to = to > p->doc.nlink ? 0 : to;
	} else
		to = find_link(p, step > 0 ? p->list.top : p->list.top + p->list.page, step);
	if (to == 0)
		return false;
	pager_show_link(p, to);
	return true;
}

void pager_show_link(struct pager *p, int link)
{
	pager_complete(p);
	p->link = link;
	if (link_line(p, link) >= 0)
		pager_show_line(p, link_line(p, link));
}

int pager_links_in_sight(const struct pager *p, int cols, struct pager_spot *spot, int most)
{
	int n = 0, seen = 0;
	for (int row = 0; row < p->list.page && p->list.top + row < p->doc.nline; row++) {
		const struct md_line *line = &p->doc.line[p->list.top + row];
		int col = -pager_left(p, p->list.top + row);
		for (int i = 0; i < line->nspan && n < most; i++) {
			int link = line->span[i].link;
			/* One that began above is named where it goes on. */
			if (link > 0 && link != seen && col >= 0 && col < cols) {
				spot[n++] = (struct pager_spot){ row, col, link };
				seen = link;
			}
			col += text_cols(line->span[i].text);
		}
	}
	return n;
}
