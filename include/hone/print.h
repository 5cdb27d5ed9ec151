/*
 * print.h - sheets as files for other programs and for paper: plain text, a page of HTML, PDF.
 *
 * All three show the lines of md.h, set in one width: formulas, tables and code stand as on the screen. The HTML is
 * one document of its own, without scripts, fonts or anything that is loaded. hone writes no PDF itself: a program
 * of this machine makes it of the HTML.
 */
#ifndef HONE_PRINT_H
#define HONE_PRINT_H

#include "hone/arena.h"

enum { PRINT_COLS = 80 };

/* What a file of that name is: by its end, ".pdf", ".html" or ".htm"; else plain text. */
enum print_form { PRINT_TEXT, PRINT_HTML, PRINT_PDF };
enum print_form print_form_of(struct str path);

struct print_sheet {
	struct str name; /* said over it where there are several */
	struct str text; /* markdown */
};

/* The sheets one after the other, each on a page of its own, as text or as HTML, which PDF is made of. Pure. */
void print_sheets(
	const struct print_sheet *sheet, int n, int cols, enum print_form form, struct buf *out);

/* A line with a name, over the width. */
void print_name(struct buf *out, struct str name, int cols);

/* A program that makes PDFs, by its name; NULL: this machine has none of those that hone knows. */
const char *print_pdf_tool(void);

/* Those that it knows: "weasyprint or wkhtmltopdf". */
const char *print_pdf_tools(void);

/*
 * Write what print_sheets() made to a file; as PDF when that is its form. Where a file is it fails with ERR_INVALID, unless
 * that is to be replaced. A file that would be read as notes is refused.
 */
bool print_write(const char *path, struct str made, bool replace, struct err *e) MUST_CHECK;

#endif
