/* diff.c - the longest common subsequence of two short texts, by grapheme clusters. */
#include "hone/diff.h"

#include <stdlib.h>

#include <utf8proc.h>

#include "hone/text.h"

/* A text as clusters. */
struct clusters {
	struct str *at;
	int n, cap;
};

struct comparison {
	struct clusters typed, wanted;
	int from;                /* clusters at the beginning that are the same */
	int typed_to, wanted_to; /* where those at the end begin that are */
	struct diff diff;
	size_t cap;
	struct arena *arena;
};

/* In composed form; as it is where it is no UTF-8. */
static struct str composed(struct str s, struct arena *a)
{
	static const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t n =
		utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &out, options);
	struct str copy = n < 0 ? s : (struct str){ (const char *)out, (size_t)n };
	copy = arena_str(a, copy);
	free(out);
	return copy;
}

static struct clusters cut(struct str s, struct arena *a)
{
	struct clusters c = { .at = arena_alloc(a, s.n + 1, sizeof *c.at) };
	struct str rest = s;
	utf8proc_int32_t state = 0, before = 0;
	while (rest.n) {
		const char *begin = rest.p;
		utf8proc_int32_t cp = (utf8proc_int32_t)text_decode(&rest);
		size_t length = (size_t)(rest.p - begin);
		if (c.n == 0 || utf8proc_grapheme_break_stateful(before, cp, &state))
			c.at[c.n++] = (struct str){ begin, length };
		else
			c.at[c.n - 1].n += length;
		before = cp;
	}
	return c;
}

/* Clusters that stand side by side in their text, as one. */
static struct str joined(const struct clusters *c, int from, int to)
{
	const char *begin = c->at[from].p;
	return (struct str){ begin, (size_t)(c->at[to - 1].p + c->at[to - 1].n - begin) };
}

static void add(
	struct comparison *c, enum diff_kind kind, const struct clusters *of, int from, int to)
{
	if (from >= to)
		return;
	struct diff *d = &c->diff;
	struct str text = joined(of, from, to);
	d->extra += kind == DIFF_EXTRA ? to - from : 0;
	d->missing += kind == DIFF_MISSING ? to - from : 0;
	if (d->npart && d->part[d->npart - 1].kind == kind) {
		d->part[d->npart - 1].text.n += text.n;
		return;
	}
	d->part = arena_room(c->arena, d->part, (size_t)d->npart, &c->cap, sizeof *d->part);
	d->part[d->npart++] = (struct diff_part){ kind, text };
}

static void trim(struct comparison *c)
{
	const struct clusters *t = &c->typed, *w = &c->wanted;
	while (c->from < t->n && c->from < w->n && str_eq(t->at[c->from], w->at[c->from]))
		c->from++;
	c->typed_to = t->n;
	c->wanted_to = w->n;
	while (c->typed_to > c->from && c->wanted_to > c->from &&
		str_eq(t->at[c->typed_to - 1], w->at[c->wanted_to - 1])) {
		c->typed_to--;
		c->wanted_to--;
	}
}

/* length[i * (m + 1) + j]: the longest common subsequence of what follows i and j. */
static uint16_t *lengths(const struct comparison *c, int n, int m)
{
	size_t row = (size_t)m + 1;
	uint16_t *length = xcalloc((size_t)n + 1, row * sizeof *length);
	for (int i = n - 1; i >= 0; i--)
		for (int j = m - 1; j >= 0; j--) {
			uint16_t *here = &length[(size_t)i * row + (size_t)j];
			uint16_t down = here[row], right = here[1];
			if (str_eq(c->typed.at[c->from + i], c->wanted.at[c->from + j]))
				*here = (uint16_t)(here[row + 1] + 1);
			else
				*here = down > right ? down : right;
		}
	return length;
}

/* What of one side and then of the other stands between two common clusters, and the one after. */
static void add_middle(struct comparison *c)
{
	int n = c->typed_to - c->from, m = c->wanted_to - c->from, i = 0, j = 0;
	uint16_t *length = lengths(c, n, m);
	size_t row = (size_t)m + 1;
	while (i < n || j < m) {
		int i0 = i, j0 = j;
		while (i < n && length[(size_t)i * row + (size_t)j] ==
					length[(size_t)(i + 1) * row + (size_t)j])
			i++;
		while (j < m && length[(size_t)i * row + (size_t)j] ==
					length[(size_t)i * row + (size_t)j + 1])
			j++;
		add(c, DIFF_EXTRA, &c->typed, c->from + i0, c->from + i);
		add(c, DIFF_MISSING, &c->wanted, c->from + j0, c->from + j);
		if (i < n && j < m) {
			add(c, DIFF_SAME, &c->wanted, c->from + j, c->from + j + 1);
			i++;
			j++;
		}
	}
	free(length);
}

struct diff diff_texts(struct str typed, struct str wanted, struct arena *a)
{
	struct comparison c = { .arena = a };
	c.typed = cut(composed(typed, a), a);
	c.wanted = cut(composed(wanted, a), a);
	trim(&c);
	add(&c, DIFF_SAME, &c.wanted, 0, c.from);
	if (c.typed_to - c.from > DIFF_MOST || c.wanted_to - c.from > DIFF_MOST) {
		add(&c, DIFF_EXTRA, &c.typed, c.from, c.typed_to);
		add(&c, DIFF_MISSING, &c.wanted, c.from, c.wanted_to);
	} else
		add_middle(&c);
	add(&c, DIFF_SAME, &c.wanted, c.wanted_to, c.wanted.n);
	return c.diff;
}
