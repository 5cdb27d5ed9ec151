/* md_tag.c - tags of HTML: read, and what those in a line do to a flow. */
#include "md_priv.h"

#include <stdlib.h>
#include <string.h>

#include "hone/tex.h"
#include "hone/text.h"

static const struct {
	const char *name;
	enum md_tag_kind kind;
} kinds[] = {
	{ "a", TAG_LINK },
	{ "b", TAG_STRONG },
	{ "br", TAG_BREAK },
	{ "cite", TAG_EMPH },
	{ "code", TAG_CODE },
	{ "del", TAG_STRIKE },
	{ "dfn", TAG_EMPH },
	{ "em", TAG_EMPH },
	{ "h1", TAG_HEADING },
	{ "h2", TAG_HEADING },
	{ "h3", TAG_HEADING },
	{ "h4", TAG_HEADING },
	{ "h5", TAG_HEADING },
	{ "h6", TAG_HEADING },
	{ "hr", TAG_RULE },
	{ "i", TAG_EMPH },
	{ "img", TAG_IMAGE },
	{ "ins", TAG_UNDERLINE },
	{ "kbd", TAG_KEY },
	{ "li", TAG_ITEM },
	{ "mark", TAG_STRONG },
	{ "ol", TAG_LIST },
	{ "p", TAG_PARAGRAPH },
	{ "pre", TAG_PRE },
	{ "s", TAG_STRIKE },
	{ "samp", TAG_CODE },
	{ "script", TAG_HIDDEN },
	{ "strike", TAG_STRIKE },
	{ "strong", TAG_STRONG },
	{ "style", TAG_HIDDEN },
	{ "sub", TAG_SUB },
	{ "summary", TAG_SUMMARY },
	{ "sup", TAG_SUP },
	{ "td", TAG_CELL },
	{ "th", TAG_CELL },
	{ "tr", TAG_ROW },
	{ "tt", TAG_CODE },
	{ "u", TAG_UNDERLINE },
	{ "ul", TAG_LIST },
	{ "var", TAG_EMPH },
};

/* What only stands on lines of its own. */
static const char *const block_names[] = { "address", "article", "aside", "blockquote", "body",
	"caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption",
	"figure", "footer", "form", "head", "header", "html", "legend", "main", "nav", "option",
	"section", "table", "tbody", "tfoot", "thead", "title" };

/* What does nothing that can be seen here. */
static const char *const plain_names[] = { "abbr", "acronym", "area", "audio", "base", "bdi", "bdo",
	"big", "button", "canvas", "col", "colgroup", "data", "embed", "font", "iframe", "input",
	"label", "link", "map", "meta", "meter", "nobr", "noscript", "object", "output", "param",
	"path", "picture", "progress", "q", "rp", "rt", "ruby", "select", "slot", "small", "source",
	"span", "svg", "template", "textarea", "time", "track", "video", "wbr" };

/* Is the name, which starts with a letter, that one? */
static bool is_named(struct str name, const char *known)
{
	return (name.p[0] | 0x20) == known[0] && str_caseeq(name, str_of(known));
}

static bool among(struct str name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_named(name, list[i]))
			return true;
	return false;
}

static enum md_tag_kind kind_of(struct str name)
{
	for (size_t i = 0; i < LENGTH(kinds); i++)
		if (is_named(name, kinds[i].name))
			return kinds[i].kind;
	if (among(name, block_names, LENGTH(block_names)))
		return TAG_BLOCK;
	return among(name, plain_names, LENGTH(plain_names)) ? TAG_PLAIN : TAG_OTHER;
}

/* ---- reading */

/* Where `mark` ends, from `from` on, or 0. It is not looked for again once it came no more. */
static size_t past(struct md_ahead *none, unsigned bit, struct str s, struct str mark, size_t from)
{
	if (none->none & bit)
		return 0;
	ptrdiff_t at = str_find(s, mark, from);
	if (at < 0)
		none->none |= bit;
	return at < 0 ? 0 : (size_t)at + mark.n;
}

/* A comment, a declaration and the like that starts at `at`: where it ends; 0 when it is none. */
static size_t hidden_end(struct md_ahead *none, struct str s, size_t at)
{
	struct str rest = str_slice(s, at, s.n);
	if (rest.n < 2 || !md_among("!?", rest.p[1]))
		return 0;
	if (str_starts(rest, STR("<!-->")))
		return at + 5;
	if (str_starts(rest, STR("<!--->")))
		return at + 6;
	if (str_starts(rest, STR("<!--")))
		return past(none, 1, s, STR("-->"), at + 4);
	if (str_starts(rest, STR("<?")))
		return past(none, 2, s, STR("?>"), at + 2);
	if (str_starts(rest, STR("<![CDATA[")))
		return past(none, 4, s, STR("]]>"), at + 9);
	if (str_starts(rest, STR("<!")) && rest.n > 2 && md_letter(rest.p[2]))
		return past(none, 8, s, STR(">"), at + 2);
	return 0;
}

static bool name_char(char c)
{
	return md_letter(c) || md_digit(c) || c == '-';
}

/* Past the attributes from `i` on and the ">" after them; 0 when there is no such. */
static size_t attributes_end(struct md_ahead *none, struct str s, size_t i)
{
	while (i < s.n && s.p[i] != '<') {
		char c = s.p[i++];
		if (c == '>')
			return i;
		if (c == '"')
			i = past(none, 16, s, STR("\""), i);
		else if (c == '\'')
			i = past(none, 32, s, STR("'"), i);
		if (i == 0)
			return 0;
	}
	return 0;
}

size_t tag_read(struct md_ahead *none, struct str s, size_t at, struct md_tag *t)
{
	*t = (struct md_tag){ .kind = TAG_PLAIN };
	size_t end = hidden_end(none, s, at);
	if (end > 0)
		return end;
	size_t i = at + 1;
	t->close = i < s.n && s.p[i] == '/';
	i += t->close;
	size_t from = i;
	if (i >= s.n || !md_letter(s.p[i]))
		return 0;
	while (i < s.n && name_char(s.p[i]))
		i++;
	t->name = str_slice(s, from, i);
	if (i == s.n || !(md_blank(s.p[i]) || md_among("/>", s.p[i])))
		return 0;
	end = attributes_end(none, s, i);
	t->attributes = str_slice(s, i, end > 0 ? end - 1 : i);
	t->kind = end > 0 ? kind_of(t->name) : TAG_PLAIN;
	return end;
}

/* The value that starts at *i, in quotes or not; *i is then behind it. */
static struct str attribute_value(struct str s, size_t *i)
{
	char quote = *i < s.n && md_among("\"'", s.p[*i]) ? s.p[*i] : 0;
	*i += quote ? 1 : 0;
	size_t from = *i;
	while (*i < s.n && (quote ? s.p[*i] != quote : !md_blank(s.p[*i])))
		++*i;
	struct str value = str_slice(s, from, *i);
	*i += quote ? 1 : 0;
	return value;
}

struct str tag_attribute(const struct md_tag *t, const char *name)
{
	struct str s = t->attributes;
	for (size_t i = 0; i < s.n;) {
		while (i < s.n && (md_blank(s.p[i]) || s.p[i] == '/'))
			i++;
		size_t from = i;
		while (i < s.n && !md_blank(s.p[i]) && s.p[i] != '=')
			i++;
		struct str key = str_slice(s, from, i);
		while (i < s.n && md_blank(s.p[i]))
			i++;
		if (i == s.n || s.p[i] != '=')
			continue;
		for (i++; i < s.n && md_blank(s.p[i]);)
			i++;
		struct str value = attribute_value(s, &i);
		if (str_caseeq(key, str_of(name)))
			return value;
	}
	return (struct str){ 0 };
}

/* ---- entities */

static bool entity_number(struct str s, uint32_t *cp)
{
	bool hex = s.n > 1 && (s.p[1] == 'x' || s.p[1] == 'X');
	size_t i = hex ? 2 : 1;
	*cp = 0;
	if (i == s.n || s.n - i > 7)
		return false;
	for (; i < s.n; i++) {
		char c = s.p[i] | 0x20;
		bool letter = hex && c >= 'a' && c <= 'f';
		if (!letter && !md_digit(s.p[i]))
			return false;
		*cp = *cp * (hex ? 16 : 10) + (uint32_t)(letter ? c - 'a' + 10 : s.p[i] - '0');
	}
	if (*cp == 0 || *cp > 0x10ffff || (*cp >= 0xd800 && *cp < 0xe000))
		*cp = TEXT_REPLACEMENT;
	return true;
}

/* Two thousand names: cmark knows them. */
static bool entity_named(struct buf *out, struct str whole)
{
	struct md_tree tree = md_parse(whole);
	cmark_node *text = cmark_node_first_child(tree.root);
	text = text ? cmark_node_first_child(text) : NULL;
	struct str got = str_of(text ? cmark_node_get_literal(text) : NULL);
	bool known = got.n > 0 && !str_eq(got, whole);
	if (known)
		buf_add(out, got);
	md_tree_release(&tree);
	return known;
}

/* The entity that starts s: appended as what it stands for. The bytes it takes, 0 when it is none. */
static size_t entity(struct buf *out, struct str s)
{
	enum { LONGEST = 33 };
	static const char *const usual[][2] = { { "amp", "&" }, { "lt", "<" }, { "gt", ">" },
		{ "quot", "\"" }, { "apos", "'" }, { "nbsp", "\xc2\xa0" } };
	size_t n = 1;
	uint32_t cp;
	while (n < s.n && n < LONGEST && (md_letter(s.p[n]) || md_digit(s.p[n]) || s.p[n] == '#'))
		n++;
	if (n == 1 || n == s.n || s.p[n] != ';')
		return 0;
	struct str name = str_slice(s, 1, n);
	for (size_t i = 0; i < LENGTH(usual); i++)
		if (str_eq(name, str_of(usual[i][0]))) {
			buf_add(out, str_of(usual[i][1]));
			return n + 1;
		}
	if (name.p[0] != '#')
		return entity_named(out, str_slice(s, 0, n + 1)) ? n + 1 : 0;
	if (!entity_number(name, &cp))
		return 0;
	text_encode(out, cp);
	return n + 1;
}

void html_decode(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		const char *amp = memchr(s.p + at, '&', s.n - at);
		size_t to = amp ? (size_t)(amp - s.p) : s.n;
		buf_add(out, str_slice(s, at, to));
		at = to;
		if (!amp)
			return;
		size_t n = entity(out, str_slice(s, at, s.n));
		if (n == 0)
			buf_addc(out, '&');
		at += n ? n : 1;
	}
}

/* ---- what a tag does to a flow */

static bool is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!md_letter(s.p[i]) && !md_digit(s.p[i]))
			return false;
	return s.n > 0;
}

/* "x<sub>i</sub>" as Unicode has it, else as "x_i" or "x_(i j)". */
static void end_script(struct md_flow *f, int source)
{
	struct md_script script = f->tags.script[--f->tags.nscript];
	if (script.from >= f->text.n)
		return;
	struct buf old = { 0 };
	buf_add(&old, str_slice(buf_str(&f->text), script.from, f->text.n));
	struct str s = str_trim(buf_str(&old));
	f->text.n = script.from;
	while (f->nrun > 0 && f->run[f->nrun - 1].from >= script.from)
		f->nrun--;
	for (size_t i = 0; i < LENGTH(f->strike); i++)
		if (f->strike[i] > f->nrun)
			f->strike[i] = 0;
	flow_need_run(f, f->style, source);
	if (!tex_script(&f->text, s, script.up)) {
		bool bare = is_word(s) || text_cols(s) == 1;
		buf_addc(&f->text, script.up ? '^' : '_');
		if (!bare)
			buf_addc(&f->text, '(');
		buf_add(&f->text, s);
		if (!bare)
			buf_addc(&f->text, ')');
	}
	buf_release(&old);
}

static void script_tag(struct md_flow *f, const struct md_tag *t, int source)
{
	bool up = t->kind == TAG_SUP;
	struct md_tags *open = &f->tags;
	if (!t->close && open->nscript < LENGTH(open->script))
		open->script[open->nscript++] = (struct md_script){ f->text.n, up };
	else if (t->close && open->nscript > 0 && open->script[open->nscript - 1].up == up)
		end_script(f, source);
}

static void link_tag(struct md_flow *f, const struct md_tag *t)
{
	struct str href = tag_attribute(t, "href");
	if (t->close && f->tags.link) {
		f->tags.link = false;
		f->links_open--;
		f->link = 0;
	} else if (!t->close && href.n > 0 && f->links_open == 0 && f->image == 0) {
		struct buf b = { 0 };
		html_decode(&b, href);
		f->tags.link = true;
		f->links_open++;
		f->link = flow_add_link(f, buf_str(&b), false);
		buf_release(&b);
	}
}

static void image_tag(struct md_flow *f, const struct md_tag *t, int source)
{
	struct str alt = tag_attribute(t, "alt"), src = tag_attribute(t, "src");
	struct buf b = { 0 };
	int outer = f->link;
	if (alt.n == 0 && src.n == 0)
		return;
	html_decode(&b, src);
	if (f->link == 0)
		f->link = flow_add_link(f, buf_str(&b), true);
	buf_clear(&b);
	html_decode(&b, alt.n > 0 ? alt : src);
	uint8_t style = MD_MARK | (f->style & ~MD_KIND);
	flow_add(f, STR("[image: "), style, source);
	flow_add_flat(f, buf_str(&b), style, source);
	flow_add(f, STR("]"), style, source);
	f->link = outer;
	buf_release(&b);
}

/* "vector<int>" is how a type is written, by those who forget that it is a tag too. */
static void other_tag(struct md_flow *f, const struct md_tag *t, int source)
{
	char before = f->text.n > 0 ? f->text.p[f->text.n - 1] : ' ';
	bool type = !t->close && t->attributes.n == 0 && (md_letter(before) || md_digit(before));
	if (!type)
		return;
	flow_add(f, STR("<"), f->style, source);
	flow_add(f, t->name, f->style, source);
	flow_add(f, STR(">"), f->style, source);
}

static void count(int *open, bool close)
{
	if (!close)
		++*open;
	else if (*open > 0)
		--*open;
}

bool flow_tag(struct md_flow *f, const struct md_tag *t, int source)
{
	switch (t->kind) {
	case TAG_STRONG: count(&f->tags.strong, t->close); break;
	case TAG_EMPH: count(&f->tags.emph, t->close); break;
	case TAG_STRIKE: count(&f->tags.strike, t->close); break;
	case TAG_UNDERLINE: count(&f->tags.underline, t->close); break;
	case TAG_CODE: count(&f->tags.code, t->close); break;
	case TAG_KEY: count(&f->tags.key, t->close); break;
	case TAG_SUB:
	case TAG_SUP: script_tag(f, t, source); break;
	case TAG_LINK: link_tag(f, t); break;
	case TAG_IMAGE: image_tag(f, t, source); break;
	case TAG_OTHER: other_tag(f, t, source); break;
	case TAG_PLAIN: return true;
	default: return false;
	}
	flow_restyle(f);
	return true;
}
