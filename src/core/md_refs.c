/* md_refs.c - definitions of links ("[label]: target") for the cells of tables, which are parsed apart from them. */
#include "md_priv.h"

#include <stdlib.h>
#include <string.h>

struct ref {
	struct str label; /* as compared */
	int source;
	char valid; /* 0: not yet known, else 'y' or 'n' */
	int used;   /* number of the table that has it */
};

struct md_refs {
	struct ref *ref; /* by label, the first of equal ones first */
	size_t n, cap;
	int tables;
};

enum { LONGEST = 999 }; /* bytes of a label */

/* Labels are equal but for case and blanks. In the arena. */
static struct str folded(struct md_layout *l, struct str s)
{
	char *p = arena_alloc(l->a, s.n + 1, 1);
	size_t n = 0;
	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++) {
		bool upper = s.p[i] >= 'A' && s.p[i] <= 'Z';
		if (!md_blank(s.p[i]))
			p[n++] = (char)(upper ? s.p[i] | 0x20 : s.p[i]);
		else if (p[n - 1] != ' ')
			p[n++] = ' ';
	}
	return (struct str){ p, n };
}

/* The label in brackets at `at`; empty without one. */
static struct str label_at(struct str s, size_t at)
{
	size_t i = at + 1;
	while (i < s.n && i - at <= LONGEST && s.p[i] != ']' && s.p[i] != '[')
		i += s.p[i] == '\\' ? 2 : 1;
	return i < s.n && s.p[i] == ']' ? str_slice(s, at + 1, i) : (struct str){ 0 };
}

static int by_label(const void *a, const void *b)
{
	const struct ref *x = a, *y = b;
	int by = str_cmp(x->label, y->label);
	return by ? by : (x->source > y->source) - (x->source < y->source);
}

/* A line that may be one; whether it is tells cmark once it is needed. */
static void add_line(struct md_layout *l, struct md_refs *r, int source)
{
	struct str s = layout_source(l, source, 0);
	while (s.n > 0 && s.p[0] == '>')
		s = str_trim(str_slice(s, 1, s.n));
	struct str label = s.n > 0 && s.p[0] == '[' ? label_at(s, 0) : (struct str){ 0 };
	if (label.n == 0 || label.n + 2 >= s.n || s.p[label.n + 2] != ':')
		return;
	r->ref = array_room(r->ref, r->n, &r->cap, sizeof *r->ref);
	r->ref[r->n++] = (struct ref){ .label = folded(l, label), .source = source };
}

static struct md_refs *read_refs(struct md_layout *l)
{
	struct md_refs *r = xcalloc(1, sizeof *r);
	for (size_t i = 1; i <= l->nsource; i++)
		add_line(l, r, (int)i);
	if (r->n > 0)
		qsort(r->ref, r->n, sizeof *r->ref, by_label);
	return r;
}

/* The definition as written; it may go on in the next line. */
static void add_definition(const struct md_layout *l, const struct ref *ref, struct buf *out)
{
	struct str s = layout_source(l, ref->source, 0);
	while (s.n > 0 && s.p[0] == '>')
		s = str_trim(str_slice(s, 1, s.n));
	buf_add(out, s);
	buf_addc(out, '\n');
	if (s.p[s.n - 1] == ':') {
		buf_add(out, layout_source(l, ref->source + 1, 0));
		buf_addc(out, '\n');
	}
}

/* Nothing is left of a definition when it is one. */
static bool is_valid(struct md_layout *l, struct ref *ref)
{
	if (ref->valid)
		return ref->valid == 'y';
	struct buf b = { 0 };
	add_definition(l, ref, &b);
	struct md_tree tree = md_parse(buf_str(&b));
	ref->valid = cmark_node_first_child(tree.root) ? 'n' : 'y';
	md_tree_release(&tree);
	buf_release(&b);
	return ref->valid == 'y';
}

/* The first valid one of this label. */
static struct ref *find(struct md_layout *l, struct str label)
{
	struct md_refs *r = l->refs;
	size_t low = 0, high = r->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_cmp(r->ref[middle].label, label) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < r->n && str_eq(r->ref[low].label, label); low++)
		if (is_valid(l, &r->ref[low]))
			return &r->ref[low];
	return NULL;
}

void refs_add(struct md_layout *l, struct buf *md)
{
	size_t n = md->n;
	if (n == 0 || !memchr(md->p, '[', n))
		return;
	if (!l->refs)
		l->refs = read_refs(l);
	l->refs->tables++;
	for (size_t at = 0; l->refs->n > 0 && at < n; at++) {
		const char *open = memchr(md->p + at, '[', n - at);
		if (!open)
			return;
		at = (size_t)(open - md->p);
		struct str label = label_at((struct str){ md->p, n }, at);
		struct ref *ref = label.n > 0 ? find(l, folded(l, label)) : NULL;
		if (!ref || ref->used == l->refs->tables)
			continue;
		ref->used = l->refs->tables;
		add_definition(l, ref, md);
		buf_addc(md, '\n');
	}
}

void refs_release(struct md_layout *l)
{
	if (l->refs)
		free(l->refs->ref);
	free(l->refs);
	l->refs = NULL;
}
