/* md_table.c - pipe tables, which cmark takes for paragraphs: found by their source lines, laid out. */
#include "md_priv.h"

#include <limits.h>
#include <string.h>

#include "hone/text.h"

enum {
	MAX_COLUMNS = 128,
	GAP = 2,          /* columns between columns */
	LONG_WORD = 16,   /* longer words may be broken to make a table fit */
	SMALL_COLUMN = 4, /* no column shrinks below this */
	INDENT = 2,       /* of the fields of a record, where there is room */
	ROOMY = 16
};

/* Stands before each cell's text while cmark parses it, so that no cell is a list or heading. */
#define GUARD "\x1f "

struct cell {
	struct str source;
	bool parsed;     /* by cmark */
	size_t from, to; /* of the flow */
	size_t at, run;  /* how far it is laid out */
	int cols;        /* of all its text */
};

struct column {
	char align;       /* 'l', 'r', 'c' */
	int wide, narrow; /* columns it would like, and those that break no word */
	int folded;       /* as `wide`, but that its head may take several lines */
	int wish;         /* one of both */
	int cols;         /* what it gets */
};

struct table {
	struct column column[MAX_COLUMNS];
	int ncol;
	struct cell *cell; /* row by row */
	size_t ncell, cell_cap;
	struct md_flow flow; /* the text of all cells */
	struct str text;     /* of the flow, kept */
	bool folded;         /* some cell takes several lines */
};

static int count_cells(struct str line)
{
	struct str cell[MAX_COLUMNS + 1];
	return md_table_cells(line, cell, MAX_COLUMNS + 1);
}

static bool may_be_rule(struct str s)
{
	return s.n > 0 && (s.p[0] == '|' || s.p[0] == ':' || s.p[0] == '-');
}

bool table_starts(struct str head, struct str rule)
{
	if (!may_be_rule(rule) || !md_table_rule(rule))
		return false;
	int n = count_cells(rule);
	return n <= MAX_COLUMNS && count_cells(head) == n;
}

struct md_rows table_find(const struct md_layout *l, int first, int last, int column)
{
	for (int i = first + 1; i <= last; i++) {
		struct str rule = layout_source(l, i, 0);
		if (!may_be_rule(rule) ||
			!table_starts(layout_source(l, i - 1, i - 1 == first ? column : 0), rule))
			continue;
		int to = i + 1;
		while (to <= last && md_table_row(layout_source(l, to, 0)))
			to++;
		return (struct md_rows){ i - 1, to };
	}
	return (struct md_rows){ 0 };
}

static char alignment(struct str rule)
{
	bool left = rule.n > 0 && rule.p[0] == ':';
	bool right = rule.n > 0 && rule.p[rule.n - 1] == ':';
	return left && right ? 'c' : right ? 'r' : 'l';
}

/* A cell's text; "\|" has done its work. */
static struct str cell_source(struct md_layout *l, struct str s)
{
	if (s.n == 0 || !memchr(s.p, '\\', s.n))
		return s;
	char *p = arena_alloc(l->a, s.n, 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\\' || i + 1 == s.n || s.p[i + 1] != '|')
			p[n++] = s.p[i];
	return (struct str){ p, n };
}

/* A row's cells; what is too much stays in the last one as written. */
static void add_row(struct md_layout *l, struct table *t, struct str line)
{
	struct str cell[MAX_COLUMNS + 1];
	int n = md_table_cells(line, cell, MAX_COLUMNS + 1);
	if (n > t->ncol) {
		struct str *last = &cell[t->ncol - 1];
		last->n = (size_t)(cell[n - 1].p + cell[n - 1].n - last->p);
	}
	for (int i = 0; i < t->ncol; i++) {
		struct str s = i < n ? cell_source(l, cell[i]) : (struct str){ "", 0 };
		t->cell = arena_room(l->a, t->cell, t->ncell, &t->cell_cap, sizeof *t->cell);
		t->cell[t->ncell++] = (struct cell){ .source = s };
	}
}

static void start_cell(struct md_layout *l, struct table *t, size_t i)
{
	struct md_flow *f = &t->flow;
	bool head = i < (size_t)t->ncol;
	flow_part(f, layout_level(l)->base | (head ? MD_STRONG : 0));
	if (i > 0)
		buf_addc(&f->text, '\n');
	t->cell[i].from = f->text.n;
	t->cell[i].run = f->nrun > 0 ? f->nrun - 1 : 0; /* it may go on */
}

static void end_cell(struct md_layout *l, struct table *t, size_t i)
{
	flow_math(l, &t->flow, t->cell[i].from, false);
	if (l->ascii) {
		flow_addresses(&t->flow, t->cell[i].from); /* as they are written */
		flow_ascii(&t->flow, t->cell[i].from);
	}
	t->cell[i].to = t->flow.text.n;
	t->cell[i].at = t->cell[i].from;
}

/* The next paragraph of the walk, but for the guard before it. */
static void parsed_cell(struct table *t, cmark_iter *iter)
{
	bool guard = true; /* the next text starts with it */
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_PARAGRAPH && event == CMARK_EVENT_EXIT)
			return;
		if (type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_PARAGRAPH)
			continue;
		if (guard)
			flow_text(&t->flow, cmark_node_get_literal(node) + sizeof GUARD - 2, 1);
		else
			flow_event(&t->flow, event, node);
		guard = false;
	}
}

/* All cells that need it go through cmark at once: starting it for each would cost more than all the rest. */
static void parse_cells(struct md_layout *l, struct table *t)
{
	struct buf md = { 0 };
	struct md_tree tree = { 0 };
	for (size_t i = 0; i < t->ncell; i++) {
		if (cell_is_simple(t->cell[i].source))
			continue;
		buf_add(&md, STR(GUARD));
		buf_add(&md, t->cell[i].source);
		buf_add(&md, STR("\n\n"));
		t->cell[i].parsed = true;
	}
	if (md.n > 0) {
		refs_add(l, &md);
		tree = md_parse(buf_str(&md));
	}
	for (size_t i = 0; i < t->ncell; i++) {
		start_cell(l, t, i);
		if (t->cell[i].parsed)
			parsed_cell(t, tree.iter);
		else
			cell_text(&t->flow, t->cell[i].source);
		end_cell(l, t, i);
	}
	flow_addresses(&t->flow, 0); /* none goes on after the end of its cell's line */
	if (md.n > 0)
		md_tree_release(&tree);
	buf_release(&md);
}

static void measure_cell(struct str text, struct cell *cell, struct column *c)
{
	struct md_cut cut;
	for (size_t at = cell->from; flow_cut(text, &at, cell->to, INT_MAX, &cut);) {
		cell->cols += cut.cols;
		if (cut.cols > c->wide)
			c->wide = cut.cols;
	}
	if (c->narrow >= LONG_WORD || c->wide <= c->narrow)
		return;
	/* Up to where no word can be longer any more. */
	for (size_t at = cell->from; at + (size_t)c->narrow < cell->to; at++) {
		size_t from = at;
		while (at < cell->to && text.p[at] != ' ' && text.p[at] != '\n')
			at++;
		if (at - from <= (size_t)c->narrow)
			continue;
		int cols = text_cols(str_slice(text, from, at));
		if (cols > c->narrow)
			c->narrow = cols < LONG_WORD ? cols : LONG_WORD;
	}
}

/* Columns that the table takes when no column is wider than `most`, but for its longest word. */
static int table_cols(struct table *t, int most)
{
	int sum = 0;
	for (int i = 0; i < t->ncol; i++) {
		struct column *c = &t->column[i];
		int cols = most > SMALL_COLUMN ? most : SMALL_COLUMN;
		if (cols < c->narrow)
			cols = c->narrow;
		c->cols = c->wish < cols ? c->wish : cols;
		sum += c->cols;
	}
	return sum;
}

/* Is one more column of text better for `a` than for `b`? It is for what then fits, else for what has the most. */
static bool gains_more(const struct column *a, const struct column *b, int left)
{
	bool fits = a->wish - a->cols <= left, other = b->wish - b->cols <= left;
	if (fits != other)
		return fits;
	return fits ? a->wish < b->wish : a->wish > b->wish;
}

/* What is left over goes to columns that were shrunk to `cols`. */
static void give_back(struct table *t, int cols, int left)
{
	for (; left > 0; left--) {
		struct column *best = NULL;
		for (int i = 0; i < t->ncol; i++) {
			struct column *c = &t->column[i];
			bool shrunk = c->cols == cols && c->wish > cols;
			if (shrunk && (!best || gains_more(c, best, left)))
				best = c;
		}
		if (!best)
			return;
		best->cols++;
	}
}

/* The widest columns shrink first, all to the same width. */
static void shrink(struct table *t, int room)
{
	int low = 0, high = room > 0 ? room : 1;
	while (high - low > 1) {
		int middle = low + (high - low) / 2;
		if (table_cols(t, middle) <= room)
			low = middle;
		else
			high = middle;
	}
	give_back(t, low, room - table_cols(t, low));
}

/* The narrowest of the heads that `left` columns are enough for, else the one that is folded most. */
static struct column *next_head(struct table *t, int left)
{
	struct column *fits = NULL, *most = NULL;
	for (int i = 0; i < t->ncol; i++) {
		struct column *c = &t->column[i];
		if (c->wide <= c->cols)
			continue;
		if (c->wide - c->cols <= left && (!fits || c->wide < fits->wide))
			fits = c;
		if (!most || c->wide * most->cols > most->wide * c->cols)
			most = c;
	}
	return fits ? fits : most;
}

/* What is left over goes to folded heads. */
static void widen_heads(struct table *t, int left)
{
	struct column *c;
	while (left > 0 && (c = next_head(t, left))) {
		int more = c->wide - c->cols < left ? c->wide - c->cols : left;
		c->cols += more;
		left -= more;
	}
}

/* About as many lines as the table takes; an eighth of a text is lost at the ends of its lines. */
static int height(const struct table *t)
{
	int sum = 0, most = 0;
	for (size_t i = 0; i < t->ncell; i++) {
		int column = (int)(i % (size_t)t->ncol);
		int cols = t->cell[i].cols, room = t->column[column].cols;
		int n = cols <= room ? 1 : (cols + cols / 8 + room - 1) / room;
		most = column == 0 || n > most ? n : most;
		if (column == t->ncol - 1)
			sum += most;
	}
	return sum;
}

static void wish(struct table *t, bool folded)
{
	for (int i = 0; i < t->ncol; i++)
		t->column[i].wish = folded ? t->column[i].folded : t->column[i].wide;
}

/*
 * Heads are folded where that saves lines of the rows. False when the longest words alone have no room: the table
 * cannot be read as one.
 */
static bool fit(struct table *t, int cols)
{
	int room = cols - GAP * (t->ncol - 1);
	wish(t, false);
	if (table_cols(t, INT_MAX) <= room)
		return true;
	wish(t, true);
	int rows = table_cols(t, INT_MAX);
	if (rows <= room) {
		widen_heads(t, room - rows);
		return true;
	}
	if (table_cols(t, 0) > room)
		return false;
	t->folded = true;
	shrink(t, room);
	int folded = height(t);
	wish(t, false);
	shrink(t, room);
	if (folded < height(t)) {
		wish(t, true);
		shrink(t, room);
	}
	return true;
}

/* One line of a row; false when all its cells are done. `pad` comes before the next text. */
static bool row_line(struct md_layout *l, struct table *t, struct cell *row, int source)
{
	bool more = false;
	for (int i = 0; i < t->ncol; i++)
		if (row[i].at < row[i].to)
			more = true;
	if (!more)
		return false;
	layout_line(l, source);
	int pad = 0;
	for (int i = 0; i < t->ncol; i++) {
		const struct column *c = &t->column[i];
		struct md_cut cut = { 0 };
		if (!flow_cut(t->text, &row[i].at, row[i].to, c->cols, &cut))
			row[i].at = row[i].to;
		int left = c->cols > cut.cols ? c->cols - cut.cols : 0;
		int before = c->align == 'r' ? left : c->align == 'c' ? left / 2 : 0;
		if (cut.to > cut.from) {
			layout_spaces(l, pad + before);
			layout_cut(l, &t->flow, t->text, cut, &row[i].run);
			pad = left - before + GAP;
		} else {
			pad += c->cols + GAP;
		}
	}
	return true;
}

static void put_row(struct md_layout *l, struct table *t, struct cell *row, int source)
{
	int n = 0;
	while (row_line(l, t, row, source))
		n++;
	if (n == 0)
		layout_line(l, source);
}

/* The rule under the head: "─" under each column. */
static void put_rule(struct md_layout *l, const struct table *t, int source)
{
	layout_line(l, source);
	for (int i = 0; i < t->ncol; i++) {
		if (i > 0)
			layout_spaces(l, GAP);
		for (int left = t->column[i].cols; left > 0; left -= l->cols)
			layout_span(l, layout_rule(l, left < l->cols ? left : l->cols), MD_MARK);
	}
}

/* ---- as records, where the columns do not fit beside each other */

/*
 * Lines of the cell, its first after `used` columns of the last line there is, 0: on a line of its own. The
 * columns of the last one then.
 */
static int put_cell(
	struct md_layout *l, struct table *t, struct cell *cell, int indent, int used, int source)
{
	struct md_cut cut;
	int room = layout_cols(l), end = used;
	while (flow_cut(t->text, &cell->at, cell->to, room - (used ? used : indent), &cut)) {
		if (!used) {
			layout_line(l, source);
			layout_spaces(l, indent);
		}
		layout_cut(l, &t->flow, t->text, cut, &cell->run);
		end = (used ? used : indent) + cut.cols;
		used = 0;
		room = layout_cols(l);
	}
	return end;
}

/* Is there room for all of it after `used` columns, or at least, without `whole`, for its first word? */
static bool fits_beside(
	struct md_layout *l, const struct table *t, const struct cell *cell, int used, bool whole)
{
	size_t to = cell->from;
	while (to < cell->to && t->text.p[to] != '\n' && (whole || t->text.p[to] != ' '))
		to++;
	int cols = text_cols(str_slice(t->text, cell->from, to));
	return used + (cols > 2 ? cols : 2) <= layout_cols(l);
}

static void put_field(
	struct md_layout *l, struct table *t, struct cell head, struct cell *cell, int source)
{
	int room = layout_cols(l), indent = room >= ROOMY ? INDENT : 0;
	if (cell->from == cell->to)
		return;
	int used = put_cell(l, t, &head, indent, 0, source);
	if (used > 0 && used < room) {
		layout_span(l, STR(":"), MD_MARK);
		used++;
	}
	bool beside = used > 0 && fits_beside(l, t, cell, used + 1, false);
	if (beside)
		layout_spaces(l, 1);
	used = beside ? used + 1 : 0;
	put_cell(l, t, cell, 2 * indent, used, source);
}

/* What the record is about, bold as the names of its fields are. */
static void put_name(struct md_layout *l, struct table *t, struct cell *cell, int source)
{
	size_t from = l->nspan;
	put_cell(l, t, cell, 0, 0, source);
	for (; from < l->nspan; from++)
		if ((l->span[from].style & MD_KIND) != MD_MARK)
			l->span[from].style |= MD_STRONG;
}

/* The names of the columns one after the other, then each row with them before what it has. */
static void put_records(struct md_layout *l, struct table *t, int source)
{
	int used = 0;
	for (int i = 0; i < t->ncol; i++) {
		struct cell head = t->cell[i];
		if (used > 0 && head.from < head.to && fits_beside(l, t, &head, used + 3, true)) {
			layout_span(l, STR(" · "), MD_MARK);
			used += 3;
		} else if (head.from < head.to) {
			used = 0;
		}
		used = put_cell(l, t, &head, 0, used, source);
	}
	layout_line(l, source);
	layout_span(l, layout_rule(l, layout_cols(l)), MD_MARK);
	for (size_t i = (size_t)t->ncol; i + (size_t)t->ncol <= t->ncell; i += (size_t)t->ncol) {
		source += i == (size_t)t->ncol ? 2 : 1;
		put_name(l, t, &t->cell[i], source);
		for (int k = 1; k < t->ncol; k++)
			put_field(l, t, t->cell[k], &t->cell[i + (size_t)k], source);
		l->gap = true;
		l->gap_rest = layout_level(l)->rest;
	}
}

static void measure(struct table *t)
{
	for (int i = 0; i < t->ncol; i++) {
		struct column *c = &t->column[i];
		measure_cell(t->text, &t->cell[i], c);
		int head = c->wide;
		c->wide = c->narrow;
		for (size_t k = (size_t)(i + t->ncol); k < t->ncell; k += (size_t)t->ncol)
			measure_cell(t->text, &t->cell[k], c);
		c->folded = c->wide;
		c->wide = head > c->wide ? head : c->wide;
	}
}

static void read_table(
	struct md_layout *l, struct table *t, struct md_rows rows, int first, int column)
{
	struct str cell[MAX_COLUMNS];
	t->ncol = md_table_cells(layout_source(l, rows.from + 1, 0), cell, MAX_COLUMNS);
	for (int i = 0; i < t->ncol; i++)
		t->column[i] =
			(struct column){ .align = alignment(cell[i]), .wide = 1, .narrow = 1 };
	for (int i = rows.from; i < rows.to; i++)
		if (i != rows.from + 1)
			add_row(l, t, layout_source(l, i, i == first ? column : 0));
	flow_clear(&t->flow, layout_level(l)->base);
	t->flow.links = &l->links;
	parse_cells(l, t);
	t->text = layout_keep(l, buf_str(&t->flow.text));
	measure(t);
}

void table_put(struct md_layout *l, struct md_rows rows, int first, int column)
{
	struct table t = { 0 };
	read_table(l, &t, rows, first, column);
	bool fits = fit(&t, layout_cols(l));
	if (!fits)
		put_records(l, &t, rows.from);
	for (size_t i = 0; fits && i + (size_t)t.ncol <= t.ncell; i += (size_t)t.ncol) {
		int source = rows.from + (int)(i / (size_t)t.ncol) + (i > 0 ? 1 : 0);
		if (i > (size_t)t.ncol && t.folded) {
			l->gap = true;
			l->gap_rest = layout_level(l)->rest;
		}
		put_row(l, &t, &t.cell[i], source);
		if (i == 0)
			put_rule(l, &t, rows.from + 1);
	}
	flow_release(&t.flow);
}
