/* md_seen.c - what a reader sees of a markdown text, as words. */
#include "md_seen.h"

#include <string.h>

#include "hone/text.h"

enum { WIDE = 4000 };

/* One space for any blanks, none at the start. */
static void fold(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool blank = memchr(" \t\n\r\f\v", s.p[i], 6);
		if (!blank)
			buf_addc(out, s.p[i]);
		else if (out->n > 0 && out->p[out->n - 1] != ' ')
			buf_addc(out, ' ');
	}
}

static void end(struct buf *out)
{
	if (out->n > 0 && out->p[out->n - 1] == ' ')
		out->n--;
}

void seen_doc(struct buf *out, const struct md_doc *doc)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++) {
			const struct md_span *s = &doc->line[i].span[k];
			if ((s->style & MD_KIND) != MD_MARK || s->link > 0)
				fold(out, s->text);
		}
		fold(out, STR("\n"));
	}
	end(out);
}

void seen_markdown(struct buf *out, struct str md)
{
	struct arena a = { 0 };
	struct md_doc doc = md_layout(md, WIDE, 0, &a);
	seen_doc(out, &doc);
	arena_release(&a);
}

/* ---- HTML */

struct html {
	struct str s;
	size_t at;
	struct buf *out;
	size_t link_from;
	struct str href;
};

/* What parts the words before it from those after it. */
static bool is_block_tag(struct str name)
{
	static const char *const tags[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li",
		"ul", "ol", "table", "thead", "tbody", "tr", "th", "td", "pre", "blockquote", "hr",
		"br", "details", "summary", "section" };
	for (size_t i = 0; i < LENGTH(tags); i++)
		if (str_caseeq(name, str_of(tags[i])))
			return true;
	return false;
}

/* "&amp;" at the start of s: decoded; the bytes it took, 0 for none. */
static size_t entity(struct buf *out, struct str s)
{
	static const char *const named[][2] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&nbsp;", "\xc2\xa0" } };
	for (size_t i = 0; i < LENGTH(named); i++)
		if (str_starts(s, str_of(named[i][0]))) {
			buf_add(out, str_of(named[i][1]));
			return strlen(named[i][0]);
		}
	return 0;
}

static void decoded(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t n = entity(out, str_slice(s, i, s.n));
		if (n == 0)
			fold(out, str_slice(s, i, i + 1));
		i += n ? n : 1;
	}
}

/* The value of name="..." in a tag. */
static struct str attribute(struct str tag, const char *name)
{
	char key[20] = " ";
	strcat(strcat(key, name), "=\"");
	ptrdiff_t at = str_find(tag, str_of(key), 0);
	if (at < 0)
		return (struct str){ "", 0 };
	size_t from = (size_t)at + strlen(key);
	ptrdiff_t to = str_find(tag, STR("\""), from);
	return str_slice(tag, from, to < 0 ? tag.n : (size_t)to);
}

static size_t past(struct str s, const char *mark, size_t from)
{
	ptrdiff_t at = str_find(s, str_of(mark), from);
	return at < 0 ? 0 : (size_t)at + strlen(mark);
}

/* Where the tag at `at` ends, quotes being respected; 0: there is none. */
static size_t tag_end(struct str s, size_t at)
{
	char quote = 0;
	for (size_t i = at + 1; i < s.n; i++) {
		if (quote)
			quote = s.p[i] == quote ? 0 : quote;
		else if (s.p[i] == '"' || s.p[i] == '\'')
			quote = s.p[i];
		else if (s.p[i] == '>')
			return i + 1;
		else if (s.p[i] == '<')
			return 0;
	}
	return 0;
}

/* What is hidden and starts at `at`: where it ends, else 0. */
static size_t hidden_end(struct str s, size_t at)
{
	static const char *const pair[][2] = { { "<!-->", "" }, { "<!--->", "" }, { "<!--", "-->" },
		{ "<?", "?>" }, { "<![CDATA[", "]]>" }, { "<!", ">" } };
	struct str rest = str_slice(s, at, s.n);
	for (size_t i = 0; i < LENGTH(pair); i++)
		if (str_starts(rest, str_of(pair[i][0])))
			return past(s, pair[i][1], at + strlen(pair[i][0]));
	return 0;
}

static void tag(struct html *h, struct str t)
{
	bool close = t.n > 1 && t.p[1] == '/';
	size_t from = close ? 2 : 1, to = from;
	while (to < t.n && !strchr(" \t\n\r/>", t.p[to]))
		to++;
	struct str name = str_slice(t, from, to);
	if (is_block_tag(name))
		fold(h->out, STR(" "));
	if (str_caseeq(name, STR("img"))) {
		struct str alt = attribute(t, "alt");
		fold(h->out, STR("[image: "));
		decoded(h->out, alt.n ? alt : attribute(t, "src"));
		fold(h->out, STR("]"));
	}
	if (str_caseeq(name, STR("a")) && !close) {
		h->href = attribute(t, "href");
		h->link_from = h->out->n;
	}
	if (str_caseeq(name, STR("a")) && close && h->out->n == h->link_from)
		decoded(h->out, h->href);
	if (!close && (str_caseeq(name, STR("script")) || str_caseeq(name, STR("style")))) {
		ptrdiff_t over = str_casefind(h->s, STR("</s"), h->at);
		h->at = over < 0 ? h->s.n : (size_t)over;
	}
}

void seen_html(struct buf *out, struct str html)
{
	struct html h = { .s = html, .out = out };
	while (h.at < html.n) {
		struct str rest = str_slice(html, h.at, html.n);
		bool opens = rest.p[0] == '<' && rest.n > 1 &&
			     (rest.p[1] == '/' || (rest.p[1] | 32) >= 'a') &&
			     (rest.p[1] | 32) <= 'z';
		size_t to = rest.p[0] == '<' ? hidden_end(html, h.at) : 0;
		if (to == 0 && opens && (to = tag_end(html, h.at)) > 0) {
			struct str t = str_slice(html, h.at, to);
			h.at = to;
			tag(&h, t);
		} else if (to > 0) {
			h.at = to;
		} else {
			size_t n = entity(out, rest);
			if (n == 0)
				fold(out, str_slice(rest, 0, 1));
			h.at += n ? n : 1;
		}
	}
	end(out);
}

/* ---- examples of a specification */

static void add_example_line(struct buf *b, struct str line)
{
	static const struct str arrow = STR_INIT("\xe2\x86\x92");
	for (size_t i = 0; i < line.n; i++) {
		bool tab = str_starts(str_slice(line, i, line.n), arrow);
		buf_addc(b, tab ? '\t' : line.p[i]);
		i += tab ? arrow.n - 1 : 0;
	}
	buf_addc(b, '\n');
}

bool seen_next(struct str *rest, struct seen_example *e)
{
	static const struct str fence = STR_INIT("````````````````````````````````");
	struct str line;
	bool inside = false;
	struct buf *to = &e->md;
	while (str_line(rest, &line)) {
		if (!inside && str_starts(line, fence) && line.n > fence.n) {
			inside = true;
			e->kind =
				str_trim(str_slice(line, fence.n + sizeof " example" - 1, line.n));
			e->number++;
			buf_clear(&e->md);
			buf_clear(&e->html);
		} else if (inside && str_eq(line, fence)) {
			return true;
		} else if (inside && str_eq(line, STR("."))) {
			to = &e->html;
		} else if (inside) {
			add_example_line(to, line);
		}
	}
	return false;
}

void seen_release(struct seen_example *e)
{
	buf_release(&e->md);
	buf_release(&e->html);
}
