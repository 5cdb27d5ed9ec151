/* print.c - laid-out sheets as plain text and as a page of HTML. */
#include "hone/print.h"

#include "hone/md.h"
#include "hone/svg.h"
#include "hone/text.h"

enum {
	PAPER_TENTHS = 5100, /* points between the margins of A4; Letter is wider */
	LETTER_TENTHS = 100, /* points of a letter at most */
	WIDE_PERMILLE = 602, /* of that is the width of a letter */
};

enum print_form print_form_of(struct str path)
{
	static const struct {
		struct str end;
		enum print_form form;
	} row[] = { { STR_INIT(".pdf"), PRINT_PDF }, { STR_INIT(".html"), PRINT_HTML },
		{ STR_INIT(".htm"), PRINT_HTML } };
	for (size_t i = 0; i < LENGTH(row); i++)
		if (path.n > row[i].end.n &&
			str_caseeq(str_slice(path, path.n - row[i].end.n, path.n), row[i].end))
			return row[i].form;
	return PRINT_TEXT;
}

void print_name(struct buf *out, struct str name, int cols)
{
	int left = cols - text_cols(name) - 4;
	buf_add(out, STR("── "));
	text_sanitize(out, name);
	buf_addc(out, ' ');
	for (int i = 0; i < left; i++)
		buf_add(out, STR("─"));
	buf_add(out, STR("\n\n"));
}

static void put_text(struct buf *out, const struct md_doc *doc)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++)
			text_sanitize(out, doc->line[i].span[k].text);
		buf_addc(out, '\n');
	}
}

/* ---- HTML */

/* What a span is, as the classes of the page below; empty: nothing but text. */
static const char *class_of(unsigned style)
{
	static const char *const name[] = {
		[MD_HEADING1] = "h",
		[MD_HEADING2] = "h",
		[MD_HEADING3] = "h",
		[MD_CODE] = "c",
		[MD_KEYWORD] = "k",
		[MD_STRING] = "s",
		[MD_COMMENT] = "d",
		[MD_NUMBER] = "s",
		[MD_QUOTE] = "q",
		[MD_MARK] = "d",
		[MD_HTML] = "d",
		[MD_NOTE] = "h",
		[MD_WARNING] = "h",
		[MD_KEY] = "h",
	};
	unsigned kind = style & MD_KIND;
	return kind < LENGTH(name) && name[kind] ? name[kind] : "";
}

static const struct {
	unsigned style;
	const char *tag;
} tags[] = { { MD_STRONG, "b" }, { MD_EMPH, "i" }, { MD_STRIKE, "s" }, { MD_UNDERLINE, "u" } };

static struct str web_address(const struct md_doc *doc, int link)
{
	struct str to = link > 0 ? doc->link[link - 1].target : (struct str){ 0 };
	bool web = str_casestarts(to, STR("https://")) || str_casestarts(to, STR("http://"));
	return web ? to : (struct str){ 0 };
}

static void put_span(struct buf *out, const struct md_doc *doc, const struct md_span *s)
{
	const char *class = class_of(s->style);
	struct str to = web_address(doc, s->link);
	if (to.n > 0) {
		buf_add(out, STR("<a href=\""));
		xml_text(out, to);
		buf_add(out, STR("\">"));
	}
	if (*class)
		buf_addf(out, "<span class=\"%s\">", class);
	for (size_t i = 0; i < LENGTH(tags); i++)
		if (s->style & tags[i].style)
			buf_addf(out, "<%s>", tags[i].tag);
	xml_text(out, s->text);
	for (size_t i = LENGTH(tags); i > 0; i--)
		if (s->style & tags[i - 1].style)
			buf_addf(out, "</%s>", tags[i - 1].tag);
	buf_add(out, *class ? STR("</span>") : STR(""));
	buf_add(out, to.n > 0 ? STR("</a>") : STR(""));
}

/* A newline right behind <pre> would not count. */
static void put_page(struct buf *out, const struct md_doc *doc)
{
	buf_add(out, STR("<pre>\n"));
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++)
			put_span(out, doc, &doc->line[i].span[k]);
		buf_addc(out, '\n');
	}
	buf_add(out, STR("</pre>\n"));
}

/* Letters as large as fit on paper. */
static void begin_html(struct buf *out, struct str title, int cols)
{
	int size = PAPER_TENTHS * 1000 / WIDE_PERMILLE / (cols > 0 ? cols : 1);
	size = size > LETTER_TENTHS ? LETTER_TENTHS : size;
	buf_add(out, STR("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"));
	xml_text(out, title);
	buf_addf(out,
		"</title>\n<style>\n@page { size: A4; margin: 15mm }\n"
		"pre { font: %d.%dpt/1.25 \"DejaVu Sans Mono\", monospace; margin: 0; "
		"white-space: pre-wrap; overflow-wrap: anywhere }\n"
		"pre + pre { break-before: page; page-break-before: always }\n"
		".h { font-weight: bold } .q { font-style: italic } .d { color: #666 }\n"
		".c { color: #234 } .k { color: #716; font-weight: bold } .s { color: #263 }\n"
		"a { color: #024; text-decoration: underline }\n</style></head><body>\n",
		size / 10, size % 10);
}

void print_sheets(
	const struct print_sheet *sheet, int n, int cols, enum print_form form, struct buf *out)
{
	if (form != PRINT_TEXT)
		begin_html(out, n > 0 ? sheet[0].name : STR(""), cols);
	for (int i = 0; i < n; i++) {
		struct arena a = { 0 };
		struct md_doc doc = md_layout_for(MD_FILE, sheet[i].text, cols, &a);
		if (form != PRINT_TEXT)
			put_page(out, &doc);
		else {
			buf_add(out, i > 0 ? STR("\n") : STR(""));
			if (n > 1)
				print_name(out, sheet[i].name, cols);
			put_text(out, &doc);
		}
		arena_release(&a);
	}
	if (form != PRINT_TEXT)
		buf_add(out, STR("</body></html>\n"));
}
