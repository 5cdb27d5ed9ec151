/* md_code.c - code blocks as written, and formulas in a fence. */
#include "md_priv.h"

#include "hone/code.h"
#include "hone/text.h"

enum { TAB = 8 };

/* With tabs expanded, so that no span has one. */
static struct str expand_tabs(struct md_layout *l, struct str s)
{
	struct buf b = { 0 };
	int col = 0;
	if (s.n == 0 || !memchr(s.p, '\t', s.n))
		return layout_keep(l, s);
	for (struct str rest = s; rest.n > 0;) {
		size_t n = 1;
		char c = rest.p[0];
		if (c == '\t') {
			buf_add(&b, str_slice(STR("        "), 0, (size_t)(TAB - col % TAB)));
			col = 0;
		} else if (c == '\n') {
			buf_addc(&b, c);
			col = 0;
		} else {
			while (n < rest.n && rest.p[n] != '\t' && rest.p[n] != '\n')
				n++;
			buf_add(&b, str_slice(rest, 0, n));
			col += text_cols(str_slice(rest, 0, n));
		}
		rest = str_slice(rest, n, rest.n);
	}
	struct str out = layout_keep(l, buf_str(&b));
	buf_release(&b);
	return out;
}

/* The source line of the first line of code: below the fence, if there is one. */
static int code_source(const struct md_layout *l, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	struct str s = layout_source(l, line, cmark_node_get_start_column(node));
	bool fence = str_starts(s, STR("```")) || str_starts(s, STR("~~~"));
	bool text = str_starts(str_of(cmark_node_get_literal(node)), str_slice(s, 0, 3));
	return fence && !text ? line + 1 : line;
}

static void put_pieces(struct md_layout *l, const struct code_lang *lang, struct code_state *state,
	struct str line)
{
	static const uint8_t style[] = { [CODE_PLAIN] = MD_PLAIN,
		[CODE_KEYWORD] = MD_KEYWORD,
		[CODE_STRING] = MD_STRING,
		[CODE_COMMENT] = MD_COMMENT,
		[CODE_NUMBER] = MD_NUMBER };
	struct code_piece piece;
	for (size_t at = 0; code_next(lang, state, line, &at, &piece);)
		layout_span(l, piece.text, style[piece.kind]);
}

void code_put(struct md_layout *l, cmark_node *node)
{
	int source = code_source(l, node);
	struct str info = str_of(cmark_node_get_fence_info(node));
	if (str_caseeq(str_trim(info), STR("math"))) {
		struct str math = layout_keep(l, str_of(cmark_node_get_literal(node)));
		if (layout_math(l, str_trim(math), source))
			return;
	}
	code_lines(l, str_of(cmark_node_get_literal(node)), code_lang(info), source);
}

void code_lines(struct md_layout *l, struct str text, const struct code_lang *lang, int source)
{
	struct str rest = expand_tabs(l, text), line;
	if (l->ascii)
		rest = ascii_code(rest, l->a);
	struct code_state state = { 0 };
	for (; str_line(&rest, &line); source++) {
		layout_line(l, source);
		if (line.n == 0)
			layout_trim(l);
		else
			layout_span(l, STR("  "), MD_CODE);
		if (lang)
			put_pieces(l, lang, &state, line);
		else
			layout_span(l, line, MD_CODE);
	}
}
