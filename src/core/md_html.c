/* md_html.c - blocks of HTML laid out: tags decide on lines and styles, and are not shown. */
#include "md_priv.h"

#include <string.h>

#include "hone/text.h"

enum {
	MAX_LISTS = 8, /* levels of lists that are seen as such */
	STEP = 2,      /* columns that an item's text is moved by */
};

struct html {
	struct md_layout *l;
	struct md_ahead ahead;
	struct str s;
	int source; /* of the place that is looked at */
	int lists, items[MAX_LISTS];
	bool ordered[MAX_LISTS];
	bool item, mark_due; /* an item is open; its mark is not yet shown */
	bool gap;            /* an empty line before what comes, if something came */
	bool cell;           /* a cell of this row was there */
	size_t first;        /* lines before the block */
};

static uint8_t heading_base(const struct md_tag *t)
{
	static const uint8_t style[] = { MD_HEADING1, MD_HEADING2, MD_HEADING3 };
	int level = t->name.p[1] - '0';
	return style[level < 3 ? level - 1 : 2] | MD_STRONG;
}

static struct str item_mark(struct html *h)
{
	int i = h->lists > 0 ? h->lists - 1 : 0;
	if (!h->ordered[i])
		return STR("• ");
	return arena_printf(h->l->a, "%d. ", ++h->items[i]);
}

/* The text of an item hangs behind its mark. */
static void open_item(struct html *h)
{
	struct md_layout *l = h->l;
	struct str mark = h->mark_due ? item_mark(h) : (struct str){ "", 0 };
	int indent = STEP * (h->lists > 0 ? h->lists - 1 : 0);
	int cols = h->mark_due ? text_cols(mark) : STEP;
	layout_push(l, layout_blanks(indent + cols), indent + cols);
	if (h->mark_due) {
		struct str before = l->pending ? l->first : l->level[l->nlevel - 2].rest;
		l->first = layout_join(l, before, layout_blanks(indent));
		l->first = layout_join(l, l->first, mark);
		l->pending = true;
	}
	h->mark_due = false;
}

static bool has_text(const struct md_flow *f)
{
	for (size_t i = 0; i < f->text.n; i++)
		if (!md_blank(f->text.p[i]))
			return true;
	return false;
}

/* What was gathered becomes lines. */
static void flush(struct html *h)
{
	struct md_layout *l = h->l;
	h->cell = false;
	h->l->flow.tags.nscript = 0;
	if (!has_text(&l->flow)) {
		flow_restart(&l->flow);
		return;
	}
	if (h->gap && l->nline > h->first)
		layout_apart(l);
	h->gap = false;
	bool item = h->item && layout_fits(l, STEP * (h->lists + 1));
	if (item)
		open_item(h);
	layout_text(l);
	if (item)
		layout_pop(l);
}

/* Text with its blanks folded. */
static void add_text(struct html *h, struct str s)
{
	struct md_flow *f = &h->l->flow;
	struct buf b = { 0 };
	html_decode(&b, s);
	for (size_t at = 0; at < b.n;) {
		size_t from = at;
		while (at < b.n && !md_blank(b.p[at]))
			at++;
		flow_add(f, str_slice(buf_str(&b), from, at), f->style, h->source);
		from = at;
		while (at < b.n && md_blank(b.p[at]))
			h->source += b.p[at++] == '\n';
		char last = f->text.n > 0 ? f->text.p[f->text.n - 1] : '\n';
		if (at > from && last != ' ' && last != '\n')
			flow_add(f, STR(" "), f->style, h->source);
	}
	buf_release(&b);
}

static int newlines(struct str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* From `at` up to the closing tag of that name, which ends at *end. */
static struct str up_to_closing(struct html *h, struct str name, size_t at, size_t *end)
{
	size_t i = at;
	while (i < h->s.n) {
		const char *p = memchr(h->s.p + i, '<', h->s.n - i);
		if (!p)
			break;
		i = (size_t)(p - h->s.p);
		struct str tag = str_slice(h->s, i + 1, i + 2 + name.n);
		if (tag.n > name.n && tag.p[0] == '/' &&
			str_caseeq(str_slice(tag, 1, tag.n), name)) {
			const char *close = memchr(p, '>', h->s.n - i);
			*end = close ? (size_t)(close - h->s.p) + 1 : h->s.n;
			return str_slice(h->s, at, i);
		}
		i++;
	}
	*end = h->s.n;
	return str_slice(h->s, at, h->s.n);
}

/* What is seen of it. */
static void strip(struct buf *out, struct str s)
{
	struct md_ahead ahead = { 0 };
	struct md_tag t;
	for (size_t at = 0; at < s.n;) {
		const char *p = memchr(s.p + at, '<', s.n - at);
		size_t to = p ? (size_t)(p - s.p) : s.n;
		html_decode(out, str_slice(s, at, to));
		at = to;
		if (!p)
			break;
		size_t end = tag_read(&ahead, s, at, &t);
		if (end == 0)
			buf_addc(out, '<');
		at = end > 0 ? end : at + 1;
	}
}

/* Lines as they are written, as code. */
static void put_pre(struct html *h, struct str s)
{
	struct buf b = { 0 };
	strip(&b, s);
	struct str text = buf_str(&b);
	int source = h->source;
	if (text.n > 0 && text.p[0] == '\n') {
		text = str_slice(text, 1, text.n);
		source++;
	}
	while (text.n > 0 && md_blank(text.p[text.n - 1]))
		text.n--;
	if (h->gap && h->l->nline > h->first)
		layout_apart(h->l);
	h->gap = false;
	code_lines(h->l, text, NULL, source);
	buf_release(&b);
	h->source += newlines(s);
}

static void heading_tag(struct html *h, const struct md_tag *t)
{
	struct md_flow *f = &h->l->flow;
	flush(h);
	h->gap = true;
	f->base = t->close ? layout_level(h->l)->base : heading_base(t);
	flow_restyle(f);
}

static void list_tag(struct html *h, const struct md_tag *t)
{
	flush(h);
	if (t->close) {
		h->lists -= h->lists > 0;
		h->item = h->lists > 0;
		h->mark_due = false;
		return;
	}
	if (h->lists < MAX_LISTS) {
		h->items[h->lists] = 0;
		h->ordered[h->lists] = str_caseeq(t->name, STR("ol"));
		h->lists++;
	}
}

static void cell_tag(struct html *h, const struct md_tag *t)
{
	struct md_flow *f = &h->l->flow;
	if (!t->close && h->cell)
		flow_add(f, STR(" │ "), MD_MARK, h->source);
	h->cell = h->cell || !t->close;
}

static void summary_tag(struct html *h, const struct md_tag *t)
{
	struct md_flow *f = &h->l->flow;
	flush(h);
	if (!t->close)
		flow_add(f, STR("▸ "), MD_MARK, h->source);
	f->tags.strong += t->close ? -(f->tags.strong > 0) : 1;
	flow_restyle(f);
}

/* A tag that decides on lines. Returns where to go on. */
static size_t block_tag(struct html *h, const struct md_tag *t, size_t end)
{
	struct str inside;
	switch (t->kind) {
	case TAG_BREAK: flow_break(&h->l->flow, '\n'); break;
	case TAG_HEADING: heading_tag(h, t); break;
	case TAG_LIST: list_tag(h, t); break;
	case TAG_CELL: cell_tag(h, t); break;
	case TAG_SUMMARY: summary_tag(h, t); break;
	case TAG_ITEM:
		flush(h);
		h->item = h->mark_due = !t->close;
		break;
	case TAG_RULE:
		flush(h);
		layout_line(h->l, h->source);
		layout_span(h->l, layout_rule(h->l, layout_cols(h->l)), MD_MARK);
		break;
	case TAG_HIDDEN:
	case TAG_PRE:
		if (t->close)
			break;
		if (t->kind == TAG_PRE)
			flush(h);
		inside = up_to_closing(h, t->name, end, &end);
		if (t->kind == TAG_PRE)
			put_pre(h, inside);
		else
			h->source += newlines(inside);
		break;
	case TAG_PARAGRAPH:
		flush(h);
		h->gap = true;
		break;
	default: flush(h);
	}
	return end;
}

/* The tag at `at`, or the sign that only looks like one. Returns where to go on. */
static size_t step(struct html *h, size_t at)
{
	struct md_tag t;
	size_t end = tag_read(&h->ahead, h->s, at, &t);
	if (end == 0) {
		add_text(h, STR("<"));
		return at + 1;
	}
	int lines = newlines(str_slice(h->s, at, end));
	if (!flow_tag(&h->l->flow, &t, h->source))
		end = block_tag(h, &t, end);
	h->source += lines;
	return end;
}

void html_put(struct md_layout *l, struct str s, int source)
{
	struct html h = { .l = l, .s = s, .source = source, .first = l->nline };
	flow_clear(&l->flow, layout_level(l)->base);
	for (size_t at = 0; at < s.n;) {
		const char *p = memchr(s.p + at, '<', s.n - at);
		size_t to = p ? (size_t)(p - s.p) : s.n;
		add_text(&h, str_slice(s, at, to));
		at = p ? step(&h, to) : s.n;
	}
	flush(&h);
}

/* A tag amid the text of a paragraph. */
void flow_html(struct md_flow *f, const char *literal, int source)
{
	struct md_ahead ahead = { 0 };
	struct md_tag t;
	if (tag_read(&ahead, str_of(literal), 0, &t) == 0 || flow_tag(f, &t, source))
		return;
	if (t.kind == TAG_CELL && !t.close && f->text.n > 0)
		flow_add(f, STR(" │ "), MD_MARK, source);
	else if (t.kind != TAG_HIDDEN && t.kind != TAG_CELL && f->text.n > 0)
		flow_break(f, '\n');
	if (t.kind == TAG_ITEM && !t.close)
		flow_add(f, STR("• "), MD_MARK, source);
	if (t.kind == TAG_SUMMARY && !t.close)
		flow_add(f, STR("▸ "), MD_MARK, source);
}
