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

/* What is searched in and for, without case and accents. */
struct folded {
	struct buf text;
	uint32_t *at; /* of each byte: where what it came from begins */
	size_t cap;
};

static void fold(struct folded *f, struct str s)
{
	uint32_t part[TEXT_FOLD];
	buf_clear(&f->text);
	for (struct str rest = s; rest.n > 0;) {
		size_t from = s.n - rest.n, had = f->text.n,
		       n = text_fold(text_decode(&rest), part);
		for (size_t i = 0; i < n; i++)
			text_encode(&f->text, part[i]);
		for (; had < f->text.n; had++) {
			f->at = array_room(f->at, had, &f->cap, sizeof *f->at);
			f->at[had] = (uint32_t)from;
		}
	}
}

static void folded_release(struct folded *f)
{
	buf_release(&f->text);
	free(f->at);
}

static bool has_capital(struct str s)
{
	while (s.n > 0)
		if (text_is_capital(text_decode(&s)))
			return true;
	return false;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

/* The piece that holds a byte of the text, from `piece` on: matches come in order. */
static const struct piece *piece_at(const struct run *r, const struct piece *piece, size_t at)
{
	while (piece + 1 < r->piece + r->n && piece[1].at <= at)
		piece++;
	return piece;
}

/* A pattern with a capital is looked for as it is; where all is ASCII nothing has to be folded. */
struct looking {
	struct str pattern;
	bool exact, ascii;
	struct folded pattern_folded, folded;
};

/*
 * Where a match in the folded text ends in the text itself: before the next character that shows, so with what
 * the last one was written with. Moves *end on to that.
 */
static size_t unfolded_end(const struct folded *f, size_t *end, size_t length)
{
	uint32_t last = f->at[*end - 1];
	while (*end < f->text.n && f->at[*end] == last)
		++*end;
	return *end < f->text.n ? f->at[*end] : length;
}

static void add_match(
	struct pager *p, const struct run *r, const struct piece **piece, size_t from, size_t to)
{
	const struct piece *first = piece_at(r, *piece, from), *last = piece_at(r, first, to - 1);
	*piece = first;
	p->found = array_room(p->found, (size_t)p->nmatch, &p->found_cap, sizeof *p->found);
	p->found[p->nmatch++] = (struct pager_match){ first->line, last->line,
		from - first->at + first->skip, to - last->at + last->skip };
}

static void find_in(struct pager *p, const struct run *r, struct looking *l)
{
	struct str text = buf_str(&r->text), in = text, pattern = l->pattern;
	const struct piece *piece = r->piece;
	bool as_it_is = l->exact || (l->ascii && is_ascii(text));
	if (!as_it_is) {
		fold(&l->folded, text);
		in = buf_str(&l->folded.text);
		pattern = buf_str(&l->pattern_folded.text);
	}
	for (size_t at = 0; pattern.n > 0;) {
		ptrdiff_t found =
			l->exact ? str_find(in, pattern, at) : str_casefind(in, pattern, at);
		if (found < 0)
			break;
		size_t from = (size_t)found, to = at = from + pattern.n;
		if (!as_it_is) {
			from = l->folded.at[from];
			to = unfolded_end(&l->folded, &at, text.n);
		}
		add_match(p, r, &piece, from, to);
	}
}

void pager_find_all(struct pager *p)
{
	struct run r = { 0 };
	struct str pattern = buf_str(&p->pattern);
	struct looking l = {
		.pattern = pattern, .exact = has_capital(pattern), .ascii = is_ascii(pattern)
	};
	fold(&l.pattern_folded, pattern);
	p->nmatch = 0;
	for (int i = 0; pattern.n > 0 && i < p->doc.nline;) {
		i = collect(&r, &p->doc, i);
		find_in(p, &r, &l);
	}
	if (p->match > p->nmatch)
		p->match = p->nmatch;
	free(r.piece);
	buf_release(&r.text);
	folded_release(&l.pattern_folded);
	folded_release(&l.folded);
}

static void show_match(struct pager *p)
{
	if (p->match > 0)
		pager_show_line(p, p->found[p->match - 1].line);
}

void pager_keep_search(struct pager *p, struct str pattern)
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
}

void pager_search(struct pager *p, struct str pattern)
{
	pager_keep_search(p, pattern);
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
