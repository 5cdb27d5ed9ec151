/* md_cell.c - what keeps cmark from tables, which are the dearest part of a text: short cells, and rows unseen. */
#include "md_priv.h"

#include <string.h>

/* Bytes that may be more than text. */
static const bool doubtful[256] = {
	['\\'] = true,
	['['] = true,
	['<'] = true,
	['&'] = true,
	['_'] = true,
	['*'] = true,
	['`'] = true,
	['\n'] = true,
	['\r'] = true,
	['\0'] = true,
};

/* The bytes around a mark; blank at the ends. */
static char byte_at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : ' ';
}

static bool is_word(char c)
{
	return md_letter(c) || md_digit(c);
}

/* Two stars at `at`: 1 when they can only open, -1 when they can only close, else 0. */
static int stars(struct str s, size_t at)
{
	char before = at > 0 ? s.p[at - 1] : ' ', after = byte_at(s, at + 2);
	if (md_blank(before) && (is_word(after) || md_among("`(\"'", after)))
		return 1;
	bool ends = md_blank(after) || (is_word(before) && md_among(",.;:)!?/-", after));
	return ends && (is_word(before) || md_among("`).%\"'?!", before)) ? -1 : 0;
}

/* The end of the code that one backtick opens, or 0. */
static size_t code_end(struct str s, size_t at)
{
	const char *p = memchr(s.p + at + 1, '`', s.n - at - 1);
	size_t end = p ? (size_t)(p - s.p) : 0;
	bool one = byte_at(s, at + 1) != '`' && byte_at(s, end + 1) != '`';
	return end > at && one ? end : 0;
}

/* A sign that is text where it stands. */
static bool is_text(struct str s, size_t at)
{
	char before = at > 0 ? s.p[at - 1] : ' ', after = byte_at(s, at + 1);
	switch (s.p[at]) {
	case '_': return is_word(before) && is_word(after);
	case '*': return before == ' ' && after == ' ';
	case '&': return after == ' ';
	case '<': return md_among(" =-", after) || md_digit(after);
	default: return false;
	}
}

bool cell_is_simple(struct str s)
{
	bool open = false;
	for (size_t i = 0; i < s.n; i++) {
		if (!doubtful[(unsigned char)s.p[i]] || is_text(s, i))
			continue;
		if (s.p[i] == '`') {
			i = code_end(s, i);
			if (i == 0)
				return false;
		} else if (s.p[i] == '*' && md_run_length(s, i) == 2 &&
			   stars(s, i) == (open ? -1 : 1)) {
			open = !open;
			i++;
		} else {
			return false;
		}
	}
	return !open;
}

/* A part without marks, as a string of its own. */
static void add_part(struct md_flow *f, struct str s)
{
	if (s.n == 0)
		return;
	buf_clear(&f->part);
	buf_add(&f->part, s);
	flow_text(f, buf_cstr(&f->part), 1);
}

static void add_code(struct md_flow *f, struct str s)
{
	bool spaces = s.n > 1 && s.p[0] == ' ' && s.p[s.n - 1] == ' ' && str_trim(s).n > 0;
	buf_clear(&f->part);
	buf_add(&f->part, spaces ? str_slice(s, 1, s.n - 1) : s);
	flow_code(f, buf_cstr(&f->part), 1);
}

void cell_text(struct md_flow *f, struct str s)
{
	size_t done = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (!doubtful[(unsigned char)s.p[i]] || (s.p[i] != '*' && s.p[i] != '`') ||
			is_text(s, i))
			continue;
		add_part(f, str_slice(s, done, i));
		if (s.p[i] == '`') {
			size_t end = code_end(s, i);
			add_code(f, str_slice(s, i + 1, end));
			i = end;
		} else {
			f->strong += stars(s, i) > 0 ? 1 : -1;
			flow_restyle(f);
			i++;
		}
		done = i + 1;
	}
	add_part(f, str_slice(s, done, s.n));
}

/* ---- rows */

static struct str source_line(const struct md_layout *l, size_t i)
{
	return str_slice(l->src, l->start[i - 1], l->start[i]);
}

static struct str without_end(struct str line)
{
	while (line.n > 0 && (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r'))
		line.n--;
	return line;
}

static bool starts_row(struct str line)
{
	return line.n > 0 && line.p[0] == '|';
}

/* Tables that start a paragraph in no list or quote. */
static void find_rows(struct md_layout *l)
{
	struct md_fence fence = { 0 };
	bool blank = true;
	for (size_t i = 1; i <= l->nsource; i++) {
		struct str line = source_line(l, i), trimmed = str_trim(line);
		bool code = md_fence_line(&fence, trimmed.n > 0 ? without_end(line) : trimmed);
		bool may = !code && blank && starts_row(line) && i < l->nsource &&
			   starts_row(source_line(l, i + 1));
		blank = trimmed.n == 0;
		if (!may || !table_starts(trimmed, str_trim(source_line(l, i + 1))))
			continue;
		size_t to = i + 2;
		while (to <= l->nsource && starts_row(source_line(l, to)))
			to++;
		l->hidden = array_room(l->hidden, l->nhidden, &l->hidden_cap, sizeof *l->hidden);
		l->hidden[l->nhidden++] = (struct md_rows){ (int)i, (int)to };
		i = to - 1;
	}
}

bool rows_hide(struct md_layout *l, struct buf *out)
{
	if (!starts_row(l->src) && str_find(l->src, STR("\n|"), 0) < 0)
		return false;
	find_rows(l);
	size_t at = 0;
	for (size_t i = 0; i < l->nhidden; i++) {
		const struct md_rows *r = &l->hidden[i];
		buf_add(out, str_slice(l->src, at, l->start[r->from - 1]));
		for (int k = r->from; k < r->to; k++)
			buf_add(out, STR("|\n"));
		at = l->start[r->to - 1];
	}
	buf_add(out, str_slice(l->src, at, l->src.n));
	return l->nhidden > 0;
}

bool rows_found(const struct md_layout *l, cmark_node *root)
{
	cmark_node *node = cmark_node_first_child(root);
	for (size_t i = 0; i < l->nhidden; i++) {
		const struct md_rows *r = &l->hidden[i];
		while (node && cmark_node_get_start_line(node) < r->from)
			node = cmark_node_next(node);
		if (!node || cmark_node_get_start_line(node) != r->from)
			return false;
		cmark_node_type type = cmark_node_get_type(node);
		if ((type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) ||
			cmark_node_get_end_line(node) < r->to - 1)
			return false;
	}
	return true;
}
