/* guide_link.c - what a plan points to: web addresses and files. */
#include <string.h>

#include "guide_line.h"
#include "hone/md.h"

enum {
	MAX_PATH_BYTES = 240,
	MAX_HOST_PARTS = 8,
	MAX_TITLE = 400, /* bytes of the words of one link */
	MAX_LABEL = 80,  /* bytes of words before an address that name it */
};

static const struct plan_word extension[] = {
	{ STR_INIT("md"), 0 },
	{ STR_INIT("markdown"), 0 },
	{ STR_INIT("pdf"), 0 },
	{ STR_INIT("txt"), 0 },
	{ STR_INIT("ipynb"), 0 },
	{ STR_INIT("csv"), 0 },
	{ STR_INIT("tsv"), 0 },
	{ STR_INIT("html"), 0 },
	{ STR_INIT("epub"), 0 },
	{ STR_INIT("docx"), 0 },
	{ STR_INIT("pptx"), 0 },
	{ STR_INIT("xlsx"), 0 },
	{ STR_INIT("apkg"), 0 },
	{ STR_INIT("tex"), 0 },
	{ STR_INIT("py"), 0 },
};

/* Ends of hosts that people write without "https://". */
static const struct plan_word domain[] = {
	{ STR_INIT("com"), 0 },
	{ STR_INIT("org"), 0 },
	{ STR_INIT("net"), 0 },
	{ STR_INIT("edu"), 0 },
	{ STR_INIT("gov"), 0 },
	{ STR_INIT("io"), 0 },
	{ STR_INIT("ai"), 0 },
	{ STR_INIT("dev"), 0 },
	{ STR_INIT("co"), 0 },
	{ STR_INIT("me"), 0 },
	{ STR_INIT("de"), 0 },
	{ STR_INIT("fr"), 0 },
	{ STR_INIT("es"), 0 },
	{ STR_INIT("ch"), 0 },
	{ STR_INIT("at"), 0 },
	{ STR_INIT("uk"), 0 },
};

static bool ends_address(char c)
{
	return (unsigned char)c <= ' ' || strchr("<>\"`|{}^\\", c) != NULL;
}

static bool path_char(char c)
{
	return plan_alnum(c) || (unsigned char)c >= 0x80 || (c && strchr("/._-+@%~", c));
}

/* Punctuation of the sentence is no part of an address; a ")" only where no "(" opened. */
static size_t address_end(struct str s, size_t from)
{
	size_t i = from;
	int depth = 0;
	for (; i < s.n && !ends_address(s.p[i]); i++) {
		if (s.p[i] == '(')
			depth++;
		else if ((s.p[i] == ')' && depth-- == 0) || s.p[i] == ']' ||
			 str_starts(plan_after(s, i), STR("**")))
			break;
	}
	while (i > from && strchr(".,;:!?'*_", s.p[i - 1]))
		i--;
	return i;
}

/* Is the word that ends at `end` one of the table, after a dot? */
static bool ends_in(struct str s, const struct plan_word *table, size_t n)
{
	size_t dot = s.n;
	while (dot > 0 && plan_alnum(s.p[dot - 1]))
		dot--;
	if (dot < 2 || s.p[dot - 1] != '.')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (str_caseeq(plan_after(s, dot), table[i].name))
			return true;
	}
	return false;
}

/* "arxiv.org/abs/1": a host of at least two parts, then a path. */
static bool bare_address(struct str word)
{
	ptrdiff_t slash = str_find(word, STR("/"), 0);
	struct str host = str_slice(word, 0, slash < 0 ? 0 : (size_t)slash);
	for (size_t i = 0; i < host.n; i++) {
		if (!plan_alnum(host.p[i]) && host.p[i] != '.' && host.p[i] != '-')
			return false;
	}
	return host.n && plan_alnum(*host.p) && (size_t)slash + 1 < word.n &&
	       ends_in(host, domain, LENGTH(domain));
}

struct finder {
	const struct guide_text *t;
	struct guide *g;
	size_t cap;
	int line;   /* index */
	int sole;   /* links of this line so far */
	bool named; /* this one has words of its own: "[words](url)" */
};

static struct str under(const struct guide_text *t, int i)
{
	int label = guide_above(t, i, GUIDE_LABEL), heading = guide_above(t, i, GUIDE_HEADING);
	if (label >= 0 && t->line[label].label.n)
		return guide_clean(t->line[label].label);
	return heading >= 0 ? guide_clean(t->line[heading].plain) : (struct str){ 0 };
}

/* What an address says of itself: nothing where its words are the address again. In a table the first
 * cell names it. */
static struct str name_of(const struct finder *f, struct str label, struct str url)
{
	const struct guide_line *l = &f->t->line[f->line];
	struct str cell;
	if (label.n && !str_eq(label, url) && l->kind != GUIDE_ROW)
		return label;
	if (l->kind == GUIDE_ROW && (label.n == 0 || str_eq(label, url) || !f->named) &&
		guide_cells(f->t, f->line, &cell, 1) > 0 && guide_clean(cell).n)
		return guide_clean(cell);
	return label.n ? label : url;
}

static void add(struct finder *f, struct str label, struct str url)
{
	const struct guide_line *l = &f->t->line[f->line];
	struct guide_link link = {
		.label = name_of(f, label, url),
		.url = url,
		.under = under(f->t, f->line),
		.item = l->item,
		.week = l->week,
		.day = l->day == l->day_to ? l->day : -1,
		.section = l->section,
		.line = l->number,
	};
	f->g->link = arena_room(f->t->a, f->g->link, (size_t)f->g->nlink, &f->cap, sizeof link);
	f->g->link[f->g->nlink++] = link;
	f->sole++;
}

static const struct plan_word empty_words[] = {
	{ STR_INIT("url"), 0 },
	{ STR_INIT("link"), 0 },
	{ STR_INIT("links"), 0 },
	{ STR_INIT("read"), 0 },
	{ STR_INIT("watch"), 0 },
	{ STR_INIT("see"), 0 },
	{ STR_INIT("source"), 0 },
	{ STR_INIT("siehe"), 0 },
	{ STR_INIT("quelle"), 0 },
	{ STR_INIT("voir"), 0 },
	{ STR_INIT("lien"), 0 },
	{ STR_INIT("ver"), 0 },
	{ STR_INIT("enlace"), 0 },
	{ STR_INIT("or local"), 0 },
	{ STR_INIT("resources"), 0 },
	{ STR_INIT("resource"), 0 },
};

/* The words before a bare address say what it is; "URL:" does not: then the line above does. */
static struct str words_before(const struct finder *f, struct str s, size_t at)
{
	const struct guide_text *t = f->t;
	struct str head = str_slice(s, at > MAX_TITLE ? at - MAX_TITLE : 0, at);
	head = guide_clean(md_plain(head, t->a));
	while (head.n && strchr("([<", head.p[head.n - 1]))
		head = guide_clean(str_slice(head, 0, head.n - 1));
	bool empty = head.n == 0 || head.n > MAX_LABEL; /* running text is no name */
	for (size_t i = 0; i < LENGTH(empty_words); i++)
		empty |= str_caseeq(head, empty_words[i].name);
	if (!empty && f->sole == 0)
		return head;
	const struct guide_line *l = &t->line[f->line];
	if (f->sole == 0 && l->kind == GUIDE_BULLET && l->owner >= 0 &&
		t->line[l->owner].kind == GUIDE_BULLET)
		return guide_clean(t->line[l->owner].plain);
	return (struct str){ 0 };
}

/* "[words](url "title")" at s.p[at]; its end, or 0. */
static size_t inline_link(struct finder *f, struct str s, size_t at)
{
	ptrdiff_t mid = str_find(str_slice(s, 0, at + MAX_TITLE), STR("]("), at);
	if (mid < 0)
		return 0;
	size_t from = (size_t)mid + 2, end;
	if (from < s.n && s.p[from] == '<') {
		ptrdiff_t close = str_find(str_slice(s, 0, from + MAX_TITLE), STR(">"), from);
		if (close < 0)
			return 0;
		end = (size_t)close;
		from++;
	} else {
		int depth = 0;
		for (end = from; end < s.n && end < from + 4 * MAX_TITLE; end++) {
			if (s.p[end] == '(')
				depth++;
			else if ((s.p[end] == ')' && depth-- == 0) || s.p[end] == ' ')
				break;
		}
	}
	struct str label = md_plain(str_slice(s, at + 1, (size_t)mid), f->t->a);
	struct str url = str_trim(str_slice(s, from, end));
	if (url.n && *url.p != '#' && end < s.n) {
		f->named = true;
		add(f, guide_clean(label), url);
		f->named = false;
	}
	return end < s.n ? end + 1 : 0;
}

/* "local: references/A name with spaces.pdf" up to the end of the line. */
static struct str spaced_path(struct str s, size_t at, size_t end)
{
	size_t i = at;
	while (i > 0 && s.p[i - 1] == ' ')
		i--;
	struct str path = str_slice(s, at, s.n);
	bool named = i > 0 && i < at && s.p[i - 1] == ':' && memchr(path.p, '/', end - at);
	if (named && path.n <= MAX_PATH_BYTES && ends_in(path, extension, LENGTH(extension)) &&
		!memchr(path.p, '`', path.n) && str_find(path, STR("://"), 0) < 0)
		return path;
	return (struct str){ 0 };
}

/* The word at s.p[at], up to `end`: an address without a scheme or a file. True when it is one. */
static bool word_link(struct finder *f, struct str s, size_t at, size_t *end)
{
	struct str word = str_slice(s, at, *end);
	while (word.n && strchr(".-_", word.p[word.n - 1]))
		word.n--;
	if (bare_address(word)) {
		*end = address_end(s, at);
		struct str url =
			arena_printf(f->t->a, "https://%.*s", STR_ARG(str_slice(s, at, *end)));
		add(f, words_before(f, s, at), url);
		return true;
	}
	struct str path = spaced_path(s, at, *end);
	if (path.n == 0 && word.n <= MAX_PATH_BYTES && ends_in(word, extension, LENGTH(extension)))
		path = word;
	if (path.n == 0 ||
		!(plan_alnum(*path.p) || (unsigned char)*path.p >= 0x80 || *path.p == '.'))
		return false;
	size_t stop = at + path.n;
	if (stop < s.n && s.p[stop] == '#') { /* an anchor goes with it */
		while (stop < s.n && (path_char(s.p[stop]) || s.p[stop] == '#'))
			stop++;
		path.n = stop - at;
	}
	add(f, (struct str){ 0 }, path);
	*end = stop;
	return true;
}

/* Something at s.p[at]: its end, or 0. */
static size_t link_at(struct finder *f, struct str s, size_t at)
{
	struct str t = plan_after(s, at);
	if (*t.p == '[')
		return inline_link(f, s, at);
	bool start = at == 0 || !path_char(s.p[at - 1]);
	if (!start || !path_char(*t.p))
		return 0;
	if (str_casestarts(t, STR("http://")) || str_casestarts(t, STR("https://")) ||
		str_casestarts(t, STR("www."))) {
		size_t end = address_end(s, at);
		struct str url = str_slice(s, at, end);
		if (url.n < 10)
			return end;
		if (plan_alpha(*url.p) && (*url.p == 'w' || *url.p == 'W'))
			url = arena_printf(f->t->a, "https://%.*s", STR_ARG(url));
		add(f, words_before(f, s, at), url);
		return end;
	}
	size_t end = at;
	while (end < s.n && path_char(s.p[end]))
		end++;
	word_link(f, s, at, &end);
	return end;
}

void guide_find_links(const struct guide_text *t, struct guide *g)
{
	struct finder f = { .t = t, .g = g };
	for (; f.line < t->nline; f.line++) {
		struct str s = t->line[f.line].raw;
		f.sole = 0;
		/* Every address and path has one of these. */
		if (!memchr(s.p, '.', s.n) && !memchr(s.p, '[', s.n))
			continue;
		for (size_t i = 0; i < s.n;) {
			size_t end = link_at(&f, s, i);
			i = end > i ? end : i + 1;
		}
	}
}
