/* md_note.c - footnotes, alerts and admonitions, which cmark does not know. */
#include "md_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hone/text.h"

static const struct {
	const char *name;
	bool warns;
} labels[] = { { "note", false }, { "tip", false }, { "important", false }, { "warning", true },
	{ "caution", true }, { "abstract", false }, { "attention", true }, { "bug", true },
	{ "danger", true }, { "error", true }, { "example", false }, { "failure", true },
	{ "hint", false }, { "info", false }, { "question", false }, { "quote", false },
	{ "success", false }, { "summary", false }, { "todo", false } };

static int label_named(struct str name)
{
	for (size_t i = 0; i < LENGTH(labels); i++)
		if (str_caseeq(name, str_of(labels[i].name)))
			return (int)i;
	return -1;
}

size_t note_label(struct str s, struct str *kind, uint8_t *style)
{
	size_t i = 2;
	if (s.n < 4 || (s.p[0] != '[' && s.p[0] != MD_NOTE_OPEN) || s.p[1] != '!')
		return 0;
	while (i < s.n && md_letter(s.p[i]))
		i++;
	*kind = str_slice(s, 2, i);
	int label = label_named(*kind);
	if (label < 0 || i == s.n || s.p[i] != ']')
		return 0;
	*style = (labels[label].warns ? MD_WARNING : MD_NOTE) | MD_STRONG;
	i++;
	return i < s.n && md_among("+-", s.p[i]) ? i + 1 : i; /* signs of those that fold */
}

void note_put(struct md_layout *l, struct str s, int source)
{
	struct str kind;
	uint8_t style;
	size_t n = note_label(s, &kind, &style);
	if (n == 0)
		return;
	struct str title = str_trim(str_slice(s, n, s.n));
	struct buf b = { 0 };
	buf_add(&b, kind);
	for (size_t i = 0; i < b.n; i++)
		b.p[i] = (char)(i == 0 ? b.p[i] & ~0x20 : b.p[i] | 0x20);
	if (title.n > 0)
		buf_add(&b, STR(": "));
	buf_add(&b, title);
	flow_add(&l->flow, buf_str(&b), style, source);
	buf_release(&b);
	layout_text(l);
}

/* ---- footnotes */

static int by_name(const void *a, const void *b)
{
	const struct md_note *x = a, *y = b;
	return str_cmp(x->name, y->name);
}

static struct md_note *find(const struct md_links *l, struct str name)
{
	struct md_note key = { .name = name };
	return l->nnote ? bsearch(&key, l->note, l->nnote, sizeof key, by_name) : NULL;
}

/* "[^name]" at `at`, its first sign perhaps masked: its name, else the empty str. */
static struct str note_name(struct str s, size_t at)
{
	enum { LONGEST = 100 };
	size_t i = at + 2;
	if (i >= s.n || s.p[at + 1] != '^')
		return (struct str){ 0 };
	while (i < s.n && i - at < LONGEST && !md_blank(s.p[i]) && !md_among("[]^", s.p[i]))
		i++;
	bool closed = i < s.n && s.p[i] == ']';
	return closed ? str_slice(s, at + 2, i) : (struct str){ 0 };
}

size_t flow_note(struct md_flow *f, struct str s, size_t at, int source)
{
	struct str name = note_name(s, at);
	struct md_note *note = name.n > 0 ? find(f->links, name) : NULL;
	bool definition = s.p[at] == MD_NOTE_OPEN;
	if (!note || f->image > 0)
		return 0;
	if (note->number == 0)
		note->number = ++f->links->numbered;
	struct buf target = { 0 };
	char number[16];
	buf_addf(&target, "#%s-%.*s", definition ? "fnref" : "fn", STR_ARG(name));
	int outer = f->link, n = 0;
	f->link = flow_add_link(f, buf_str(&target), false);
	number[n++] = '[';
	n += snprintf(number + n, sizeof number - 2, "%d]", note->number);
	flow_add(f, (struct str){ number, (size_t)n }, MD_LINK | (f->style & ~MD_KIND), source);
	f->link = outer;
	buf_release(&target);
	return name.n + 3 + (definition ? 1 : 0);
}

int md_note_line(const struct md_doc *doc, struct str target)
{
	static const struct str to = STR_INIT("#fn-"), back = STR_INIT("#fnref-");
	bool is_to = str_starts(target, to);
	struct str other = is_to ? back : to;
	if (!is_to && !str_starts(target, back))
		return -1;
	struct str name = str_slice(target, is_to ? to.n : back.n, target.n);
	for (int i = 0; i < doc->nlink; i++) {
		struct str t = doc->link[i].target;
		if (str_starts(t, other) && str_eq(str_slice(t, other.n, t.n), name))
			return doc->link[i].line;
	}
	return -1;
}

/* ---- masking */

/* Where a definition or an admonition may start in the line: behind marks of quotes, not far in. */
static size_t line_start(struct str line)
{
	size_t at = 0;
	for (int blanks = 0; at < line.n && blanks < 4; at++) {
		if (line.p[at] == '>')
			blanks = 0;
		else if (line.p[at] != ' ')
			return at;
		else
			blanks++;
	}
	return line.n;
}

/* "[^name]:" at `at`: its name. */
static struct str definition(struct str line, size_t at)
{
	struct str name =
		at < line.n && line.p[at] == '[' ? note_name(line, at) : (struct str){ 0 };
	size_t end = at + name.n + 3;
	bool colon = name.n > 0 && end < line.n && line.p[end] == ':';
	return colon ? name : (struct str){ 0 };
}

/* "!!! note "Title"" at `at`: what stands for it goes to *out. */
static bool add_admonition(struct buf *out, struct str line, size_t at)
{
	struct str s = str_slice(line, at, line.n), word;
	bool marked = str_starts(s, STR("!!! ")) || str_starts(s, STR("??? ")) ||
		      str_starts(s, STR("???+ "));
	if (!marked)
		return false;
	str_word(&s);
	word = str_word(&s);
	if (label_named(word) < 0)
		return false;
	ptrdiff_t from = str_find(s, STR("\""), 0);
	struct str title = str_slice(s, from < 0 ? s.n : (size_t)from + 1, s.n);
	ptrdiff_t to = str_find(title, STR("\""), 0);
	buf_add(out, STR("+   "));
	buf_addc(out, MD_NOTE_OPEN);
	buf_addf(out, "!%.*s] ", STR_ARG(word));
	buf_add(out, str_slice(title, 0, to < 0 ? title.n : (size_t)to));
	return true;
}

static void add_name(struct md_links *links, struct str name)
{
	links->note = array_room(links->note, links->nnote, &links->note_cap, sizeof *links->note);
	links->note[links->nnote++] = (struct md_note){ arena_str(links->a, name), 0 };
}

/* One line, without its newline. True when it was changed. */
static bool add_line(struct md_links *links, struct buf *out, struct str line)
{
	size_t at = line_start(line);
	struct str name = definition(line, at);
	buf_add(out, str_slice(line, 0, at));
	if (name.n > 0) {
		add_name(links, name);
		buf_add(out, STR("+   "));
		buf_addc(out, MD_NOTE_OPEN);
		buf_add(out, str_slice(line, at + 1, line.n));
		return true;
	}
	if (add_admonition(out, line, at))
		return true;
	buf_add(out, str_slice(line, at, line.n));
	return false;
}

static bool may_have_notes(struct str src)
{
	bool notes = str_find(src, STR("[^"), 0) >= 0 && str_find(src, STR("]:"), 0) >= 0;
	return notes || str_find(src, STR("!!! "), 0) >= 0 || str_find(src, STR("??? "), 0) >= 0;
}

bool note_mask(struct str src, bool masked, struct md_links *links, struct buf *out)
{
	struct md_fence fence = { 0 };
	struct str rest = src, line;
	bool any = false;
	if (!may_have_notes(src) || (!masked && md_has_masks(src)))
		return false;
	while (str_line(&rest, &line)) {
		size_t end =
			rest.n > 0 ? (size_t)(rest.p - line.p) : (size_t)(src.p + src.n - line.p);
		if (md_fence_line(&fence, line))
			buf_add(out, line);
		else if (add_line(links, out, line))
			any = true;
		buf_add(out, (struct str){ line.p + line.n, end - line.n });
	}
	if (links->nnote > 0)
		qsort(links->note, links->nnote, sizeof *links->note, by_name);
	return any;
}
