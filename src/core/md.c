/* md.c - markdown laid out as lines: the walk over the blocks that libcmark found. */
#include "md_priv.h"

#include <stdlib.h>
#include <string.h>

#include "hone/text.h"

enum {
	MIN_COLS = 8,
	MAX_INDENT = 16, /* levels that are shown as such; deeper ones look like the last */
	NOTE_INDENT = 4, /* columns of "[1] " */
};

/* A block of text whose inline nodes are being gathered. */
struct block {
	cmark_node *node;     /* paragraph or heading, NULL outside */
	int first, last;      /* its source lines */
	int column;           /* of its first line's text */
	struct md_rows table; /* the next one in it, in lines of src */
	bool in_table;        /* the last node was part of it */
	bool rule;            /* the underline of a heading that is a table after all */
	bool label; /* its first line is that of an alert, which is still being gathered */
};

struct str layout_join(struct md_layout *l, struct str a, struct str b)
{
	char *p = arena_alloc(l->a, a.n + b.n + 1, 1);
	memcpy(p, a.p ? a.p : "", a.n);
	memcpy(p + a.n, b.p ? b.p : "", b.n);
	return (struct str){ p, a.n + b.n };
}

struct str layout_blanks(int n)
{
	static const char space[] = "                                                ";
	return str_slice((struct str){ space, sizeof space - 1 }, 0, (size_t)n);
}

static void push_level(struct md_layout *l, struct md_level level)
{
	level.nline = l->nline;
	l->level = array_room(l->level, l->nlevel, &l->level_cap, sizeof *l->level);
	l->level[l->nlevel++] = level;
}

void layout_pop(struct md_layout *l)
{
	bool used = l->nline > layout_level(l)->nline;
	l->quotes -= layout_level(l)->quote;
	l->nlevel--;
	if (used)
		layout_level(l)->used = true;
}

void layout_push(struct md_layout *l, struct str rest, int cols)
{
	struct md_level v = *layout_level(l);
	v.used = v.quote = false;
	v.rest = layout_join(l, v.rest, rest);
	v.cols += cols;
	push_level(l, v);
}

void layout_apart(struct md_layout *l)
{
	l->gap = true;
	l->gap_rest = layout_level(l)->rest;
}

/* True when one more level of `cols` columns is to be seen. */
bool layout_fits(const struct md_layout *l, int cols)
{
	int keep = l->cols / 2 < 20 ? l->cols / 2 : 20;
	return l->nlevel <= MAX_INDENT && layout_level(l)->cols + cols <= l->cols - keep;
}

/* True for a block that its author put right under the one before, which then lead to it. */
static bool follows(cmark_node *node)
{
	cmark_node *before = cmark_node_previous(node);
	cmark_node_type type = cmark_node_get_type(node);
	if (cmark_node_get_type(before) == CMARK_NODE_HEADING) {
		int level = cmark_node_get_heading_level(before);
		bool below =
			type != CMARK_NODE_THEMATIC_BREAK &&
			(type != CMARK_NODE_HEADING || cmark_node_get_heading_level(node) > level);
		return level > 2 && below;
	}
	return cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH &&
	       (type == CMARK_NODE_LIST || type == CMARK_NODE_CODE_BLOCK) &&
	       cmark_node_get_end_line(before) + 1 == cmark_node_get_start_line(node);
}

/* Before a block: an empty line if its container has something above it. */
static void open_block(struct md_layout *l, cmark_node *node)
{
	const struct md_level *v = layout_level(l);
	if (!v->used || v->tight || l->gap || follows(node))
		return;
	l->gap = true;
	l->gap_rest = v->rest;
}

static void open_quote(struct md_layout *l)
{
	static const struct str bar = { "│ ", sizeof "│ " - 1 };
	struct md_level v = *layout_level(l);
	v.tight = v.used = false;
	v.quote = true;
	v.base = MD_QUOTE;
	if (layout_fits(l, 2)) {
		v.rest = layout_join(l, v.rest, bar);
		v.cols += 2;
		if (l->pending)
			l->first = layout_join(l, l->first, bar);
	}
	push_level(l, v);
	l->quotes++;
}

static int digits(int n)
{
	int d = 1;
	for (; n >= 10; n /= 10)
		d++;
	return d;
}

/* The numbers of a list are set flush right, so that its last one says how wide they are. */
static void open_list(struct md_layout *l, cmark_node *node)
{
	struct md_level v = *layout_level(l);
	v.used = v.quote = false;
	v.tight = cmark_node_get_list_tight(node);
	v.number = 0;
	v.width = 2;
	if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
		v.number = cmark_node_get_list_start(node);
		int last = v.number - 1;
		for (cmark_node *i = cmark_node_first_child(node); i; i = cmark_node_next(i))
			last++;
		v.width = digits(last) + 2;
	}
	v.paren = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM;
	v.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	v.shown = layout_fits(l, v.width);
	v.item = v.shown ? layout_join(l, v.rest, layout_blanks(v.width)) : v.rest;
	push_level(l, v);
}

static struct str item_mark(struct md_layout *l, const struct md_level *list)
{
	if (!list->ordered)
		return STR("• ");
	return arena_printf(l->a, "%*d%c ", list->width - 2, list->number, list->paren ? ')' : '.');
}

/* '^' for a footnote and '!' for an admonition, which note_mask() made items of; else 0. */
static char item_kind(const struct md_layout *l, cmark_node *node)
{
	struct str s = { 0 };
	if (l->masked)
		s = layout_source(
			l, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
	return str_starts(s, STR("+   ")) && s.n > 5 && s.p[4] == MD_NOTE_OPEN ? s.p[5] : 0;
}

/* The text of a footnote starts with its number; an admonition has a bar. */
static void open_note(struct md_layout *l, struct md_level *v, bool bar)
{
	const struct md_level *list = layout_level(l);
	struct str rest = bar ? STR("│ ") : layout_blanks(NOTE_INDENT);
	int cols = bar ? 2 : NOTE_INDENT;
	v->rest = list->rest;
	v->tight = v->tight && !bar;
	if (!layout_fits(l, cols))
		return;
	v->rest = layout_join(l, list->rest, rest);
	v->cols += cols;
	l->stem = l->pending ? l->first : list->rest;
	l->first = bar ? layout_join(l, l->stem, rest) : l->stem;
	l->pending = true;
}

static void open_item(struct md_layout *l, cmark_node *node)
{
	struct md_level *list = layout_level(l);
	struct md_level v = *list;
	char kind = item_kind(l, node);
	v.used = false;
	v.rest = list->item;
	if (kind) {
		open_note(l, &v, kind == '!');
	} else if (list->shown) {
		v.cols += list->width;
		l->stem = l->pending ? l->first : list->rest;
		l->bullet = !list->ordered;
		l->first = layout_join(l, l->stem, item_mark(l, list));
		l->pending = true;
	}
	list->number++;
	push_level(l, v);
}

static void close_item(struct md_layout *l, cmark_node *node)
{
	if (l->pending) { /* nothing in it */
		layout_line(l, cmark_node_get_start_line(node));
		layout_trim(l);
	}
	layout_pop(l);
}

/* "[ ] " or "[x] " at the start of an item becomes its mark. Returns where its text starts. */
static size_t task_mark(struct md_layout *l, struct str text)
{
	if (!l->pending || !layout_level(l)->shown || layout_level(l)->quote || text.n < 4)
		return 0;
	bool done = text.p[1] == 'x' || text.p[1] == 'X';
	if (text.p[0] != '[' || !(done || text.p[1] == ' ') || text.p[2] != ']' || text.p[3] != ' ')
		return 0;
	l->first = layout_join(l, l->bullet ? l->stem : l->first, done ? STR("☑ ") : STR("☐ "));
	return 4;
}

void layout_text(struct md_layout *l)
{
	flow_end(&l->flow);
	flow_math(l, &l->flow, 0, !l->flat);
	flow_addresses(&l->flow, 0);
	if (l->ascii)
		flow_ascii(&l->flow, 0);
	if (l->flow.text.n > 0) {
		struct str text = layout_keep(l, buf_str(&l->flow.text));
		layout_mixed(l, &l->flow, text, task_mark(l, text));
	}
	flow_restart(&l->flow);
}

static void put_rule(struct md_layout *l, int source)
{
	layout_line(l, source);
	layout_span(l, layout_rule(l, layout_cols(l)), MD_MARK);
}

static uint8_t heading_style(int level)
{
	static const uint8_t style[] = { MD_HEADING1, MD_HEADING2, MD_HEADING3 };
	return style[level < 3 ? level - 1 : 2] | MD_STRONG;
}

/* A heading's text for lists of headings: on one line, without raw HTML. */
static struct str heading_text(struct md_layout *l, struct str text)
{
	const struct md_flow *f = &l->flow;
	struct buf b = { 0 };
	for (size_t i = 0; i < f->nrun; i++) {
		size_t to = i + 1 < f->nrun ? f->run[i + 1].from : text.n;
		if ((f->run[i].style & MD_KIND) != MD_HTML)
			buf_add(&b, str_slice(text, f->run[i].from, to));
	}
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] == '\n' || (l->masked && b.p[i] == MD_HOLD))
			b.p[i] = ' ';
	struct str s = arena_str(l->a, str_trim(buf_str(&b)));
	buf_release(&b);
	return s;
}

static void put_heading(struct md_layout *l, const struct block *b)
{
	int level = cmark_node_get_heading_level(b->node);
	flow_end(&l->flow);
	/* What a heading is called does not depend on the screen. */
	struct str name = l->ascii ? md_formulas(buf_str(&l->flow.text), l->a) : STR("");
	flow_math(l, &l->flow, 0, false);
	if (l->ascii)
		flow_ascii(&l->flow, 0);
	if (l->flow.text.n == 0)
		return;
	struct str text = layout_keep(l, buf_str(&l->flow.text));
	size_t first = l->nline + (l->gap ? 1 : 0);
	size_t run = 0;
	int widest = layout_flow(l, &l->flow, text, 0, &run);
	if (level == 1) {
		layout_line(l, 0);
		layout_span(l, layout_rule(l, widest), MD_MARK);
	}
	if (l->nlevel > 1) /* in a quote or list it is no part of the outline */
		return;
	l->heading = array_room(l->heading, l->nheading, &l->heading_cap, sizeof *l->heading);
	struct str shown = heading_text(l, text);
	l->heading[l->nheading++] = (struct md_heading){ l->ascii ? str_trim(name) : shown, shown,
		level, (int)first, l->front + b->first };
}

/* "[label]: target", perhaps with a title: what cmark takes out of a paragraph without a trace. */
static bool is_definition(struct str line)
{
	ptrdiff_t end = str_find(line, STR("]:"), 0);
	if (end < 2 || line.p[0] != '[')
		return false;
	struct str rest = str_trim(str_slice(line, (size_t)end + 2, line.n));
	ptrdiff_t blank = str_find(rest, STR(" "), 0);
	char last = rest.n > 0 ? rest.p[rest.n - 1] : 0;
	return rest.n > 0 && (blank < 0 || last == '"' || last == '\'' || last == ')');
}

/* The paragraph starts with the label of an alert: then it is a note and no quote. */
static void open_label(struct md_layout *l, struct block *b)
{
	struct md_level *v = layout_level(l);
	struct str kind;
	uint8_t style;
	struct str s = layout_source(l, b->first, b->column);
	bool may = s.n > 0 && !v->used && (s.p[0] == MD_NOTE_OPEN || (s.p[0] == '[' && v->quote));
	b->label = may && note_label(s, &kind, &style) > 0;
	if (b->label)
		v->base = MD_PLAIN;
}

static void put_label(struct md_layout *l, struct block *b)
{
	flow_end(&l->flow);
	struct str s = layout_keep(l, buf_str(&l->flow.text));
	flow_restart(&l->flow);
	note_put(l, s, b->first);
	b->label = false;
	l->flow.broken = true;
}

static void open_text(struct md_layout *l, struct block *b, cmark_node *node)
{
	bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
	*b = (struct block){ .node = node };
	b->first = cmark_node_get_start_line(node);
	b->last = cmark_node_get_end_line(node);
	b->column = cmark_node_get_start_column(node);
	if (heading && b->last > b->first)
		b->last--; /* the underline */
	if (b->last > b->first)
		b->table = table_find(l, b->first, b->last, b->column);
	b->rule = heading && b->table.from > 0;
	if (!heading)
		open_label(l, b);
	uint8_t base = layout_level(l)->base;
	if (heading && !b->rule)
		base = heading_style(cmark_node_get_heading_level(node));
	flow_clear(&l->flow, base);
	l->flow.line = b->first;
	for (int i = b->first; i < b->last; i++) {
		if (!is_definition(layout_source(l, i, i == b->first ? b->column : 0)))
			break;
		l->flow.skew++;
	}
}

/* The text above a table, the table, and where the next one is. */
static void put_table(struct md_layout *l, struct block *b)
{
	layout_text(l);
	table_put(l, b->table, b->first, b->column);
	int to = b->table.to;
	b->table = table_find(l, to, b->last, 0);
	if (to <= b->last && !layout_level(l)->tight)
		layout_apart(l);
}

static bool is_break(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/* True while the walk is at text that belongs to a table, which is read from its source instead. */
static bool in_table(struct md_layout *l, struct block *b, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (is_break(node))
		l->flow.broken = true;
	if (type != CMARK_NODE_TEXT && type != CMARK_NODE_CODE && type != CMARK_NODE_HTML_INLINE)
		return b->in_table && (type != CMARK_NODE_EMPH && type != CMARK_NODE_STRONG);
	int line = flow_source(&l->flow, node);
	while (b->table.from > 0 && line >= b->table.to)
		put_table(l, b);
	b->in_table = b->table.from > 0 && line >= b->table.from;
	return b->in_table;
}

static void close_text(struct md_layout *l, struct block *b)
{
	if (b->label)
		put_label(l, b);
	if (cmark_node_get_type(b->node) == CMARK_NODE_HEADING && !b->rule) {
		put_heading(l, b);
	} else {
		while (b->table.from > 0)
			put_table(l, b);
		layout_text(l);
	}
	if (b->rule) {
		layout_apart(l);
		put_rule(l, b->last + 1);
	}
	b->node = NULL;
}

static void enter_block(struct md_layout *l, struct block *b, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	int source = cmark_node_get_start_line(node);
	if (type != CMARK_NODE_DOCUMENT)
		open_block(l, node);
	switch (type) {
	case CMARK_NODE_BLOCK_QUOTE: open_quote(l); break;
	case CMARK_NODE_LIST: open_list(l, node); break;
	case CMARK_NODE_ITEM: open_item(l, node); break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING: open_text(l, b, node); break;
	case CMARK_NODE_CODE_BLOCK: code_put(l, node); break;
	case CMARK_NODE_HTML_BLOCK:
		html_put(l, str_of(cmark_node_get_literal(node)), source);
		break;
	case CMARK_NODE_THEMATIC_BREAK: put_rule(l, source); break;
	default: break;
	}
}

static void leave_block(struct md_layout *l, struct block *b, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST: layout_pop(l); break;
	case CMARK_NODE_ITEM: close_item(l, node); break;
	default:
		if (b->node)
			close_text(l, b);
	}
}

static bool is_inline(cmark_node *node)
{
	return cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE;
}

static void walk_inline(
	struct md_layout *l, struct block *b, cmark_event_type event, cmark_node *node)
{
	if (b->label && is_break(node))
		put_label(l, b);
	else if (b->table.from == 0 || !in_table(l, b, node))
		flow_event(&l->flow, event, node);
}

static void walk(struct md_layout *l, cmark_iter *iter, int max_lines)
{
	cmark_event_type event;
	struct block b = { 0 };
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (is_inline(node)) {
			walk_inline(l, &b, event, node);
			continue;
		}
		size_t before = l->nline;
		if (event == CMARK_EVENT_ENTER)
			enter_block(l, &b, node);
		else
			leave_block(l, &b, node);
		if (l->nline > before && !b.node)
			layout_level(l)->used = true;
		if (max_lines > 0 && l->nline >= (size_t)max_lines)
			break;
	}
}

/* Where each line starts; cmark ends lines at "\n", "\r\n" and a lone "\r". */
static void index_lines(struct md_layout *l)
{
	struct str s = l->src;
	bool returns = s.n > 0 && memchr(s.p, '\r', s.n);
	size_t cap = 0, newline = 0; /* the next one */
	for (size_t at = 0; at < s.n;) {
		l->start = array_room(l->start, l->nsource, &cap, sizeof *l->start);
		l->start[l->nsource++] = at;
		if (at == 0 || at > newline) {
			const char *end = memchr(s.p + at, '\n', s.n - at);
			newline = end ? (size_t)(end - s.p) : s.n;
		}
		size_t to = newline;
		const char *cr = returns ? memchr(s.p + at, '\r', to - at) : NULL;
		if (cr && (size_t)(cr - s.p) + 1 != to)
			to = (size_t)(cr - s.p);
		at = to + 1;
	}
	l->start = array_room(l->start, l->nsource, &cap, sizeof *l->start);
	l->start[l->nsource] = s.n;
}

static struct md_doc finish(struct md_layout *l)
{
	struct md_doc doc = { .nline = (int)l->nline,
		.nheading = (int)l->nheading,
		.cols = l->cols,
		.nlink = (int)l->links.n };
	struct md_span *span = arena_alloc(l->a, l->nspan + 1, sizeof *span);
	doc.line = arena_alloc(l->a, l->nline + 1, sizeof *doc.line);
	doc.heading = arena_alloc(l->a, l->nheading + 1, sizeof *doc.heading);
	if (l->nspan > 0)
		memcpy(span, l->span, l->nspan * sizeof *span);
	if (l->nheading > 0)
		memcpy(doc.heading, l->heading, l->nheading * sizeof *doc.heading);
	doc.link = arena_alloc(l->a, l->links.n + 1, sizeof *doc.link);
	if (l->links.n > 0)
		memcpy(doc.link, l->links.link, l->links.n * sizeof *doc.link);
	for (size_t i = 0; i < l->nline; i++) {
		doc.line[i] = l->line[i];
		doc.line[i].span = span;
		span += l->line[i].nspan;
	}
	free(l->span);
	free(l->line);
	free(l->heading);
	free(l->level);
	free(l->links.link);
	free(l->links.note);
	free(l->start);
	free(l->hidden);
	flow_release(&l->flow);
	return doc;
}

/* Front matter is no markdown: cmark would make a heading of it. */
static void take_front(struct md_layout *l)
{
	struct str front = str_slice(l->src, 0, md_front(l->src));
	if (front.n == 0)
		return;
	int n = front_put(l, front);
	layout_level(l)->used = l->nline > 0;
	l->src = str_slice(l->src, front.n, l->src.n);
	l->front = n;
}

/* Without the rows of tables if they are where they seem to be. */
static struct md_tree parse(struct md_layout *l)
{
	struct buf less = { 0 };
	bool hidden = rows_hide(l, &less);
	struct md_tree tree = md_parse(hidden ? buf_str(&less) : l->src);
	buf_release(&less);
	if (!hidden || rows_found(l, tree.root))
		return tree;
	md_tree_release(&tree);
	return md_parse(l->src);
}

static struct md_doc lay_out(struct md_layout *l, struct str src, int max_lines)
{
	struct buf masked = { 0 }, noted = { 0 };
	l->links.a = l->a;
	l->flow.links = &l->links;
	l->src = str_starts(src, STR("\xef\xbb\xbf")) ? str_slice(src, 3, src.n) : src;
	if (l->cols < MIN_COLS)
		l->cols = MIN_COLS;
	push_level(l, (struct md_level){ 0 });
	take_front(l);
	l->masked = md_mask(l->src, &masked);
	if (l->masked)
		l->src = buf_str(&masked);
	if (note_mask(l->src, l->masked, &l->links, &noted)) {
		l->src = buf_str(&noted);
		l->masked = true;
	}
	index_lines(l);
	struct md_tree tree = parse(l);
	walk(l, tree.iter, max_lines);
	md_tree_release(&tree);
	refs_release(l);
	buf_release(&masked);
	buf_release(&noted);
	return finish(l);
}

struct md_doc md_layout(struct str src, int cols, int max_lines, struct arena *a)
{
	struct md_layout l = { .a = a, .cols = cols, .ascii = ascii_screen() };
	return lay_out(&l, src, max_lines);
}

struct md_doc md_layout_for(enum md_for what, struct str src, int cols, struct arena *a)
{
	struct md_layout l = { .a = a, .cols = cols };
	l.ascii = what == MD_ALOUD && ascii_screen();
	l.flat = what == MD_ALOUD;
	return lay_out(&l, src, 0);
}
