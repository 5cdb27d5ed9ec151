/*
 * md_fuzz.c - any bytes as markdown, for libFuzzer: `make fuzz`. The first byte is the width, less eight; what the
 * layout promises is checked of every line.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "hone/md.h"
#include "hone/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_span(const struct md_doc *doc, const struct md_span *s)
{
	if (s->text.n == 0 || memchr(s->text.p, '\n', s->text.n) ||
		memchr(s->text.p, '\t', s->text.n))
		bug("a span that is empty or has a newline or tab");
	if (s->link < 0 || s->link > doc->nlink)
		bug("link %d of %d", s->link, doc->nlink);
}

static bool is_code(const struct md_span *s)
{
	unsigned kind = s->style & MD_KIND;
	return kind == MD_CODE || (kind > MD_HTML && kind < MD_NOTE);
}

/* Code and tables may be wider than asked: a line of prose is one in which no two blanks are together. */
static void check_line(const struct md_doc *doc, const struct md_line *line)
{
	struct buf b = { 0 };
	bool code = false;
	for (int i = 0; i < line->nspan; i++) {
		check_span(doc, &line->span[i]);
		buf_add(&b, line->span[i].text);
		code = code || is_code(&line->span[i]);
	}
	bool table = str_find(buf_str(&b), STR("  "), 0) >= 0;
	if (!code && !table && text_cols(buf_str(&b)) > doc->cols)
		bug("%d columns of %d", text_cols(buf_str(&b)), doc->cols);
	buf_release(&b);
}

static void check_doc(const struct md_doc *doc)
{
	for (int i = 0; i < doc->nline; i++) {
		check_line(doc, &doc->line[i]);
		if (i > 0 && doc->line[i].source < doc->line[i - 1].source)
			bug("source lines go back");
	}
	for (int i = 0; i < doc->nheading; i++)
		if (doc->heading[i].line < 0 || doc->heading[i].line >= doc->nline)
			bug("a heading without a line");
	for (int i = 0; i < doc->nlink; i++)
		if (doc->link[i].line >= doc->nline)
			bug("a link without a line");
}

static void check_same(const struct md_doc *x, const struct md_doc *y)
{
	if (x->nline != y->nline)
		bug("the same bytes, other lines");
	for (int i = 0; i < x->nline; i++) {
		if (x->line[i].nspan != y->line[i].nspan)
			bug("the same bytes, other spans");
		for (int k = 0; k < x->line[i].nspan; k++)
			if (!str_eq(x->line[i].span[k].text, y->line[i].span[k].text))
				bug("the same bytes, another text");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n == 0)
		return 0;
	struct arena a = { 0 };
	struct str src = { (const char *)data + 1, n - 1 };
	int cols = data[0] + 8, nheading;
	struct md_doc doc = md_layout(src, cols, 0, &a);
	check_doc(&doc);
	struct md_doc again = md_layout(src, cols, 0, &a);
	check_same(&doc, &again);
	for (int i = 0; i < doc.nlink; i++) {
		md_link_text(&doc, i, &a);
		md_note_line(&doc, doc.link[i].target);
	}
	doc = md_layout_for(MD_ALOUD, src, cols, &a);
	check_doc(&doc);
	md_ascii(true);
	doc = md_layout(src, cols, 0, &a);
	check_doc(&doc);
	md_shown(src, &a);
	md_ascii(false);
	md_outline(src, &nheading, &a);
	md_shown(src, &a);
	md_words(src);
	arena_release(&a);
	return 0;
}
