/* md_flow.c - the inline text of one block as one string with runs of style. */
#include "md_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "hone/text.h"

/* Bytes of the longest web address that is taken for one. */
enum { MAX_ADDRESS = 2048 };

/* Bytes of a text node that are not simply copied. */
static const bool special[256] = {
	[' '] = true,
	['\t'] = true,
	['~'] = true,
	[MD_DOLLAR_OPEN] = true,
	[MD_DOLLAR_CLOSE] = true,
	[MD_SLASH_OPEN] = true,
	[MD_SLASH_CLOSE] = true,
	[MD_BRACE_CLOSE] = true,
};

void flow_restart(struct md_flow *f)
{
	buf_clear(&f->text);
	f->nrun = 0;
	f->strike[0] = f->strike[1] = 0;
	f->tags.nscript = 0;
	f->ndisplay = 0;
	f->formula = f->holds = false;
	f->link_from = f->image_from = 0;
}

void flow_part(struct md_flow *f, uint8_t base)
{
	f->base = f->style = base;
	f->strong = f->emph = f->image = 0;
	f->link = f->links_open = 0;
	f->strike[0] = f->strike[1] = 0;
	f->tags = (struct md_tags){ 0 };
}

void flow_clear(struct md_flow *f, uint8_t base)
{
	flow_restart(f);
	flow_part(f, base);
	f->line = f->skew = 0;
	f->broken = false;
}

void flow_release(struct md_flow *f)
{
	buf_release(&f->text);
	buf_release(&f->part);
	free(f->display);
	free(f->run);
	*f = (struct md_flow){ 0 };
}

static void push_run(struct md_flow *f, uint8_t style, int source)
{
	f->run = array_room(f->run, f->nrun, &f->cap, sizeof *f->run);
	f->run[f->nrun++] = (struct md_run){ f->text.n, source, f->link, style };
}

void flow_need_run(struct md_flow *f, uint8_t style, int source)
{
	const struct md_run *last = f->nrun > 0 ? &f->run[f->nrun - 1] : NULL;
	if (!last || last->style != style || last->source != source || last->link != f->link)
		push_run(f, style, source);
}

/* Room for n more bytes, so that they can be written without a check for each. */
static void need_room(struct md_flow *f, size_t n)
{
	struct buf *b = &f->text;
	if (b->cap - b->n > n)
		return;
	b->cap = (b->n + n) * 2 + 256;
	b->p = xrealloc(b->p, b->cap, 1);
}

static char last_byte(const struct md_flow *f)
{
	return f->text.n > 0 ? f->text.p[f->text.n - 1] : '\n';
}

void flow_add(struct md_flow *f, struct str s, uint8_t style, int source)
{
	if (s.n == 0)
		return;
	flow_need_run(f, style, source);
	buf_add(&f->text, s);
}

/* Take the tildes that the run starts with out; later runs move along. */
static void cut_tildes(struct md_flow *f, size_t run, size_t n)
{
	size_t at = f->run[run].from;
	memmove(f->text.p + at, f->text.p + at + n, f->text.n - at - n);
	f->text.n -= n;
	for (size_t i = run; i < f->nrun; i++) {
		f->run[i].style |= MD_STRIKE;
		if (i > run)
			f->run[i].from -= n;
	}
}

static bool is_punct(char c)
{
	return c > ' ' && c < 0x7f && !md_letter(c) && !md_digit(c);
}

/*
 * At one tilde or two, *s: strike what stands between them and as many before, or remember them. True when they
 * are gone. As with other marks, what opens stands before a word and what closes after one.
 */
static bool strike(struct md_flow *f, const char *s, size_t n, int source)
{
	char before = last_byte(f), after = s[n] ? s[n] : ' ';
	bool after_blank = md_blank(before), before_blank = md_blank(after);
	bool opens = !before_blank && (!is_punct(after) || after_blank || is_punct(before));
	bool closes = !after_blank && (!is_punct(before) || before_blank || is_punct(after));
	size_t *open = &f->strike[n - 1], *other = &f->strike[2 - n];
	if (*open > 0 && closes) {
		cut_tildes(f, *open - 1, n);
		if (*other > *open) /* it would reach out of this one */
			*other = 0;
		*open = 0;
		push_run(f, f->style, source);
		return true;
	}
	if (opens) {
		push_run(f, f->style, source);
		*open = f->nrun;
	}
	return false;
}

/*
 * Copies text of which nothing is special but single blanks, eight bytes at a time, as far as there is such. The
 * byte before it is `before`. Returns how many.
 */
static size_t copy_words(char *to, const char *s, size_t n, char before)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
	size_t at = 0;
	for (uint64_t x; n - at >= sizeof x; at += sizeof x) {
		memcpy(&x, s + at, sizeof x);
		uint64_t blank = x ^ ones * ' ', tilde = x ^ ones * '~';
		blank = (blank - ones) & ~blank & high;
		tilde = (tilde - ones) & ~tilde & high;
		uint64_t control = (x - ones * ' ') & ~x & high;
		if ((control | tilde | (blank & blank << 8)) || (s[at] == ' ' && md_blank(before)))
			break;
		memcpy(to + at, &x, sizeof x);
		before = s[at + sizeof x - 1];
	}
	return at;
}

/* Text without notes, with runs of blanks as one space; a NUL follows it, or what is no tilde. */
static void add_text(struct md_flow *f, const char *literal, size_t n, int source)
{
	if (n == 0)
		return;
	flow_need_run(f, f->style, source);
	need_room(f, n);
	char *to = f->text.p + f->text.n;
	size_t words = copy_words(to, literal, n, last_byte(f));
	to += words;
	for (const char *s = literal + words; s < literal + n; s++) {
		if (!special[(unsigned char)*s]) {
			*to++ = *s;
			continue;
		}
		f->text.n = (size_t)(to - f->text.p);
		if (*s >= MD_DOLLAR_OPEN && *s <= MD_BRACE_CLOSE) {
			f->formula = *s == MD_DOLLAR_OPEN || *s == MD_SLASH_OPEN;
			*to++ = *s;
			continue;
		}
		if (*s != '~') {
			if (last_byte(f) != ' ' && last_byte(f) != '\n')
				*to++ = ' ';
			continue;
		}
		size_t tildes = strspn(s, "~");
		if (tildes > 2 || !strike(f, s, tildes, source)) {
			to = f->text.p + f->text.n;
			memcpy(to, s, tildes);
			to += tildes;
		} else {
			to = f->text.p + f->text.n;
		}
		s += tildes - 1;
	}
	f->text.n = (size_t)(to - f->text.p);
}

void flow_text(struct md_flow *f, const char *literal, int source)
{
	size_t n = strlen(literal), done = 0;
	struct str s = { literal, n };
	const char *caret = f->links && f->links->nnote > 0 ? memchr(literal, '^', n) : NULL;
	while (caret) {
		size_t at = (size_t)(caret - literal), taken = 0;
		if (at > done && (literal[at - 1] == '[' || literal[at - 1] == MD_NOTE_OPEN)) {
			add_text(f, literal + done, at - 1 - done, source);
			done = at - 1;
			taken = flow_note(f, s, at - 1, source);
		}
		done += taken;
		at = taken ? done : at + 1;
		caret = at < n ? memchr(literal + at, '^', n - at) : NULL;
	}
	add_text(f, literal + done, n - done, source);
}

int flow_add_link(struct md_flow *f, struct str target, bool image)
{
	struct md_links *l = f->links;
	if (!l)
		return 0;
	l->link = array_room(l->link, l->n, &l->cap, sizeof *l->link);
	struct str kept = arena_str(l->a, target);
	l->link[l->n++] = (struct md_link){ .target = kept, .line = -1, .image = image };
	return (int)l->n;
}

/* "references/day3.md": how notes name each other as often as by links. */
static bool names_document(struct str s)
{
	static const struct str ending[] = { STR_INIT(".md"), STR_INIT(".markdown"),
		STR_INIT(".org"), STR_INIT(".txt"), STR_INIT(".pdf") };
	bool ends = false;
	for (size_t i = 0; i < LENGTH(ending) && !ends; i++)
		ends = str_ends(s, ending[i]) && s.n > ending[i].n;
	for (size_t i = 0; i < s.n && ends; i++)
		ends = !md_blank(s.p[i]) && !md_among("*?<>{}|", s.p[i]);
	return ends;
}

void flow_add_flat(struct md_flow *f, struct str s, uint8_t style, int source)
{
	flow_add(f, s, style, source);
	for (size_t i = f->text.n - s.n; i < f->text.n; i++)
		if (f->text.p[i] == '\t' || f->text.p[i] == '\n')
			f->text.p[i] = ' ';
}

/* Code as written, but on one line. */
void flow_code(struct md_flow *f, const char *literal, int source)
{
	struct str s = str_of(literal);
	bool named = f->link == 0 && names_document(s);
	if (named)
		f->link = flow_add_link(f, s, false);
	flow_add_flat(f, s, MD_CODE | (f->style & ~MD_KIND), source);
	if (named)
		f->link = 0;
}

void flow_break(struct md_flow *f, char c)
{
	if (last_byte(f) == '\n')
		return;
	if (last_byte(f) == ' ')
		f->text.p[f->text.n - 1] = c == '\n' ? '\n' : ' ';
	else
		buf_addc(&f->text, c);
}

void flow_restyle(struct md_flow *f)
{
	const struct md_tags *t = &f->tags;
	uint8_t kind = f->base & MD_KIND;
	if (f->image > 0)
		kind = MD_MARK;
	else if (t->key > 0)
		kind = MD_KEY;
	else if (t->code > 0)
		kind = MD_CODE;
	else if (f->links_open > 0)
		kind = MD_LINK;
	f->style = (uint8_t)(kind | (f->base & ~MD_KIND));
	f->style |= f->strong + t->strong > 0 ? MD_STRONG : 0;
	f->style |= f->emph + t->emph > 0 ? MD_EMPH : 0;
	f->style |= t->strike > 0 ? MD_STRIKE : 0;
	f->style |= t->underline > 0 ? MD_UNDERLINE : 0;
}

int flow_source(struct md_flow *f, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	if (line == f->line && f->broken) /* cmark counts no line that ends in a backslash */
		f->skew++;
	f->broken = false;
	f->line = line;
	return line + f->skew;
}

/* The source line of what has no text node of its own. */
static int current_line(const struct md_flow *f)
{
	return f->line + f->skew + (f->broken ? 1 : 0);
}

/* A link or image that has no text shows where it leads. */
static void flow_target(struct md_flow *f, cmark_node *node, size_t from)
{
	if (f->text.n == from)
		flow_add_flat(f, str_of(cmark_node_get_url(node)), f->style, current_line(f));
}

static void flow_link(struct md_flow *f, cmark_node *node, bool enter)
{
	if (f->image > 0) /* it is the image that leads somewhere */
		return;
	if (enter) {
		f->links_open++;
		f->link = flow_add_link(f, str_of(cmark_node_get_url(node)), false);
		f->link_from = f->text.n;
	} else {
		flow_target(f, node, f->link_from);
		f->links_open--;
		f->link = 0;
	}
	flow_restyle(f);
}

static void flow_image(struct md_flow *f, cmark_node *node, bool enter)
{
	int source = current_line(f);
	f->image += enter ? 1 : -1;
	if (f->image > (enter ? 1 : 0)) /* it is part of the description of another */
		return;
	if (enter) {
		if (f->links_open == 0)
			f->link = flow_add_link(f, str_of(cmark_node_get_url(node)), true);
		flow_restyle(f);
		flow_add(f, STR("[image: "), f->style, source);
		f->image_from = f->text.n;
		return;
	}
	uint8_t style = MD_MARK | (f->style & ~MD_KIND);
	if (f->text.n == f->image_from)
		flow_add_flat(f, str_of(cmark_node_get_url(node)), style, source);
	flow_add(f, STR("]"), style, source);
	if (f->links_open == 0)
		f->link = 0;
	flow_restyle(f);
}

/* "**Label**: text" or "**Label:** text". */
static bool is_label(cmark_node *strong)
{
	cmark_node *last = cmark_node_last_child(strong), *next = cmark_node_next(strong);
	if (next && cmark_node_get_type(next) == CMARK_NODE_TEXT &&
		str_starts(str_of(cmark_node_get_literal(next)), STR(":")))
		return true;
	return last && cmark_node_get_type(last) == CMARK_NODE_TEXT &&
	       str_ends(str_of(cmark_node_get_literal(last)), STR(":"));
}

/*
 * True for what starts a line of its own though markdown would run it on: a bold label, a pictograph, or ": " as
 * before a definition. Notes are full of such lines, and nobody who writes them means one paragraph.
 */
static bool starts_line(cmark_node *node)
{
	if (!node)
		return false;
	if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
		return is_label(node);
	if (cmark_node_get_type(node) != CMARK_NODE_TEXT)
		return false;
	struct str s = str_of(cmark_node_get_literal(node));
	if (str_starts(s, STR(": ")))
		return true;
	if (s.n == 0 || (unsigned char)s.p[0] < 0xe2)
		return false;
	return utf8proc_category((utf8proc_int32_t)text_decode(&s)) == UTF8PROC_CATEGORY_SO;
}

void flow_event(struct md_flow *f, cmark_event_type event, cmark_node *node)
{
	bool enter = event == CMARK_EVENT_ENTER;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		flow_text(f, cmark_node_get_literal(node), flow_source(f, node));
		break;
	case CMARK_NODE_SOFTBREAK:
		f->broken = true;
		flow_break(f, f->formula || starts_line(cmark_node_next(node)) ? '\n' : ' ');
		break;
	case CMARK_NODE_LINEBREAK:
		f->broken = true;
		flow_break(f, '\n');
		break;
	case CMARK_NODE_CODE:
		flow_code(f, cmark_node_get_literal(node), flow_source(f, node));
		break;
	case CMARK_NODE_HTML_INLINE:
		flow_html(f, cmark_node_get_literal(node), flow_source(f, node));
		break;
	case CMARK_NODE_EMPH:
		f->emph += enter ? 1 : -1;
		flow_restyle(f);
		break;
	case CMARK_NODE_STRONG:
		f->strong += enter ? 1 : -1;
		flow_restyle(f);
		break;
	case CMARK_NODE_LINK: flow_link(f, node, enter); break;
	case CMARK_NODE_IMAGE: flow_image(f, node, enter); break;
	default: break;
	}
}

/* ---- web addresses that stand bare in the text */

/* "&name;" at the end of the address [at, to): where it starts, else the place of its last byte. */
static size_t without_entity(struct str text, size_t at, size_t to)
{
	size_t i = to - 1;
	while (i > at && (md_letter(text.p[i - 1]) || md_digit(text.p[i - 1])))
		i--;
	return i > at && i < to - 1 && text.p[i - 1] == '&' ? i - 1 : to - 1;
}

/* Where the address that starts at `at` ends: what closes the sentence around it is no part of it. */
static size_t address_end(struct str text, size_t at, size_t end)
{
	size_t to = at;
	int open = 0;
	while (to < end && (unsigned char)text.p[to] > ' ' && text.p[to] != '<') {
		open += text.p[to] == '(' ? 1 : text.p[to] == ')' ? -1 : 0;
		to++;
	}
	while (to > at) {
		char last = text.p[to - 1];
		bool closes = last == ')' && open < 0;
		if (!closes && !md_among("?!.,:;*_~'\"", last))
			break;
		open += closes ? 1 : 0;
		to = last == ';' ? without_entity(text, at, to) : to - 1;
	}
	return to;
}

/* Where "://" and "www." come next; the text's end when they do not. */
struct address_signs {
	size_t colon, www;
};

static size_t next_sign(struct str text, struct str sign, size_t known, size_t at)
{
	if (known >= at && known > 0)
		return known;
	ptrdiff_t found = str_find(text, sign, at);
	return found < 0 ? text.n : (size_t)found;
}

/* Where the next one starts, from *at on; its scheme and "//", or "www.", end at *at then. -1: there is none. */
static ptrdiff_t address_start(struct str text, size_t *at, struct address_signs *next)
{
	static const char *const scheme[] = { "https", "http", "ftp" };
	next->colon = next_sign(text, STR("://"), next->colon, *at);
	next->www = next_sign(text, STR("www."), next->www, *at);
	bool bare = next->www < next->colon;
	size_t found = bare ? next->www : next->colon;
	if (found == text.n)
		return -1;
	*at = found + (bare ? sizeof "www." : sizeof "://") - 1;
	if (bare)
		return (ptrdiff_t)found;
	for (size_t i = 0; i < LENGTH(scheme); i++)
		if (str_ends(str_slice(text, 0, found), str_of(scheme[i])))
			return (ptrdiff_t)(found - strlen(scheme[i]));
	return (ptrdiff_t)found;
}

/* The bytes from `from` to `to`, which are of that run, get a run of their own. Returns it. */
static size_t cut_run(struct md_flow *f, size_t run, size_t from, size_t to)
{
	size_t end = run + 1 < f->nrun ? f->run[run + 1].from : f->text.n;
	size_t before = from > f->run[run].from, after = to < end, more = before + after;
	if (more == 0)
		return run;
	while (f->cap < f->nrun + more)
		f->run = array_room(f->run, f->cap, &f->cap, sizeof *f->run);
	memmove(f->run + run + 1 + more, f->run + run + 1, (f->nrun - run - 1) * sizeof *f->run);
	for (size_t i = 1; i <= more; i++)
		f->run[run + i] = f->run[run];
	f->nrun += more;
	f->run[run + before].from = from;
	if (after)
		f->run[run + more].from = to;
	return run + before;
}

static void link_address(struct md_flow *f, size_t run, size_t from, size_t to)
{
	char target[MAX_ADDRESS + 8];
	struct str s = str_slice(buf_str(&f->text), from, to);
	bool bare = str_starts(s, STR("www."));
	snprintf(target, sizeof target, "%s%.*s", bare ? "http://" : "", STR_ARG(s));
	run = cut_run(f, run, from, to);
	f->run[run].link = flow_add_link(f, str_of(target), false);
	f->run[run].style = (uint8_t)(MD_LINK | (f->run[run].style & ~MD_KIND));
}

/* May an address start there, in a run like that? */
static bool may_start(struct str text, size_t start, const struct md_run *run)
{
	unsigned kind = run->style & MD_KIND;
	char before = start > 0 ? text.p[start - 1] : ' ';
	return !md_letter(before) && !md_digit(before) && !run->link && kind != MD_CODE &&
	       kind != MD_HTML && kind != MD_MARK;
}

void flow_addresses(struct md_flow *f, size_t from)
{
	size_t run = 0;
	ptrdiff_t start;
	struct address_signs next = { 0 };
	/* The text stays as it is, only its runs change. */
	while (f->links && (start = address_start(buf_str(&f->text), &from, &next)) >= 0) {
		struct str text = buf_str(&f->text);
		while (run + 1 < f->nrun && f->run[run + 1].from <= (size_t)start)
			run++;
		if (!may_start(text, (size_t)start, &f->run[run]))
			continue;
		size_t end = run + 1 < f->nrun ? f->run[run + 1].from : text.n;
		size_t to = address_end(text, from, end);
		if (to > from && to - (size_t)start <= MAX_ADDRESS)
			link_address(f, run, (size_t)start, to);
		from = to;
	}
}

void flow_end(struct md_flow *f)
{
	while (f->text.n > 0 && (last_byte(f) == ' ' || last_byte(f) == '\n'))
		f->text.n--;
	while (f->nrun > 0 && f->run[f->nrun - 1].from >= f->text.n)
		f->nrun--;
}
