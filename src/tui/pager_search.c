/* pager_search.c - what is searched for in a laid-out document, also over the ends of its lines. */
#include "tui/pager.h"

#include <stdlib.h>

/* Kinds of spans that md.h keeps for the parts of code. */
enum { FIRST_OF_CODE = 9, LAST_OF_CODE = 12 };

/* Lines that read on from one to the next, as one text. */
struct run {
	struct buf text;
	struct piece {
		size_t at;   /* in the text */
		size_t skip; /* bytes of the line that are left out at its begin */
		int line;
	} * piece;
	size_t n, cap;
};

bool pager_is_code(const struct md_line *line)
{
	for (int i = 0; i < line->nspan; i++) {
		unsigned kind = line->span[i].style & MD_KIND;
		bool code = kind == MD_CODE || (kind >= FIRST_OF_CODE && kind <= LAST_OF_CODE);
		if (!code && str_trim(line->span[i].text).n > 0)
			return false;
	}
	return line->nspan > 0;
}

/* One blank stands for the end of a line and the indentation of the next. */
static void add_line(struct run *r, const struct md_doc *doc, int index)
{
	const struct md_line *line = &doc->line[index];
	bool begun = r->n == 0;
	while (!begun && r->text.n > r->piece[r->n - 1].at && r->text.p[r->text.n - 1] == ' ')
		r->text.n--;
	if (!begun)
		buf_addc(&r->text, ' ');
	struct piece piece = { .at = r->text.n, .line = index };
	for (int i = 0; i < line->nspan; i++) {
		struct str text = line->span[i].text;
		for (; !begun && text.n > 0 && text.p[0] == ' '; piece.skip++)
			text = str_slice(text, 1, text.n);
		begun = begun || text.n > 0;
		buf_add(&r->text, text);
	}
	r->piece = array_room(r->piece, r->n, &r->cap, sizeof *r->piece);
	r->piece[r->n++] = piece;
}

/* The lines from `first` on that are one text; returns the line after them. */
static int collect(struct run *r, const struct md_doc *doc, int first)
{
	int end = first + 1;
	buf_clear(&r->text);
	r->n = 0;
	add_line(r, doc, first);
	if (doc->line[first].nspan == 0 || pager_is_code(&doc->line[first]))
		return end;
	while (end < doc->nline && doc->line[end].nspan > 0 && !pager_is_code(&doc->line[end]))
		add_line(r, doc, end++);
	return end;
}

static bool has_capital(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			return true;
	return false;
}

static ptrdiff_t find(struct str text, struct str pattern, size_t from)
{
	if (pattern.n == 0)
		return -1;
	return has_capital(pattern) ? str_find(text, pattern, from)
				    : str_casefind(text, pattern, from);
}

/* The piece that holds a byte of the text, from `piece` on: matches come in order. */
static const struct piece *piece_at(const struct run *r, const struct piece *piece, size_t at)
{
	while (piece + 1 < r->piece + r->n && piece[1].at <= at)
		piece++;
	return piece;
}

static void find_in(struct pager *p, const struct run *r)
{
	struct str pattern = buf_str(&p->pattern);
	const struct piece *piece = r->piece;
	for (ptrdiff_t at = 0; (at = find(buf_str(&r->text), pattern, (size_t)at)) >= 0;) {
		size_t from = (size_t)at, to = from + pattern.n;
		const struct piece *last = piece_at(r, piece = piece_at(r, piece, from), to - 1);
		p->found = array_room(p->found, (size_t)p->nmatch, &p->found_cap, sizeof *p->found);
		p->found[p->nmatch++] = (struct pager_match){ piece->line, last->line,
			from - piece->at + piece->skip, to - last->at + last->skip };
		at = (ptrdiff_t)to;
	}
}

void pager_find_all(struct pager *p)
{
	struct run r = { 0 };
	p->nmatch = 0;
	for (int i = 0; p->pattern.n > 0 && i < p->doc.nline;) {
		i = collect(&r, &p->doc, i);
		find_in(p, &r);
	}
	if (p->match > p->nmatch)
		p->match = p->nmatch;
	free(r.piece);
	buf_release(&r.text);
}

static void show_match(struct pager *p)
{
	if (p->match > 0)
		pager_show_line(p, p->found[p->match - 1].line);
}

void pager_search(struct pager *p, struct str pattern)
{
	struct buf copy = { 0 };
	buf_add(&copy, pattern);
	pager_complete(p);
	buf_release(&p->pattern);
	p->pattern = copy;
	pager_find_all(p);
	p->match = p->nmatch > 0;
	while (p->match > 0 && p->match < p->nmatch && p->found[p->match - 1].line < p->list.top)
		p->match++;
	if (p->match > 0 && p->found[p->match - 1].line < p->list.top)
		p->match = 1;
	show_match(p);
}

void pager_next_match(struct pager *p, int step)
{
	pager_complete(p);
	if (p->nmatch == 0)
		return;
	p->match += step;
	if (p->match > p->nmatch)
		p->match = 1;
	if (p->match < 1)
		p->match = p->nmatch;
	show_match(p);
}
