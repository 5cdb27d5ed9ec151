/*
 * md.h - markdown laid out as lines of styled spans. Pure; libcmark parses.
 *
 * CommonMark plus what the sheets of our users are full of: pipe tables, task lists, strikethrough (~~x~~, ~x~),
 * footnotes, alerts ("> [!NOTE]", "!!! note"), front matter, HTML, and formulas (tex.h): $x$ and \(x\) in a line; $$x$$, \[x\], a fence named "math" and environments such as
 * \begin{align} as rows of their own, in a heading or a table in its line. A price is no formula: none has a
 * blank after its opening or before its closing $, or a digit after that, and code has none. What tex.h
 * refuses is shown as it was written.
 *
 * A footnote [^name] is shown as "[1]", numbered in the order in which they are first seen; so is its definition,
 * where it stands. The first is a link to "#fn-name", the second to "#fnref-name": md_note_line(). A reference
 * without a definition is text. Of HTML no tag is shown, only what it means: styles, lines, marks of lists, links,
 * images, scripts as Unicode has them or as x^(a+b); scripts, styles and comments not at all. What looks like a tag
 * and is none stays, and so does "<int>" right behind a word. Front matter is a line "key  value" for each key.
 *
 * Nothing here knows a terminal: a span names what it is, the theme decides how that looks. Input of
 * any nesting depth is walked without recursion.
 */
#ifndef HONE_MD_H
#define HONE_MD_H

#include "hone/arena.h"

/* What a run of text is. One of the block kinds in the low bits, any of the flags beside it. */
enum md_style {
	MD_PLAIN,
	MD_HEADING1,
	MD_HEADING2,
	MD_HEADING3, /* and deeper */
	MD_CODE,     /* inline code and code blocks */
	MD_LINK,
	MD_QUOTE,
	MD_MARK,    /* bullets, list numbers, rules, table lines: furniture */
	MD_HTML,    /* what is said about the text and not in it: front matter */
	MD_KEYWORD, /* in code blocks, as code.h finds them */
	MD_STRING,
	MD_COMMENT,
	MD_NUMBER,
	MD_NOTE,    /* labels of alerts, */
	MD_WARNING, /* of the less friendly ones */
	MD_KEY,     /* of a keyboard */
	MD_KIND = 0x0f,
	MD_STRONG = 0x10,
	MD_EMPH = 0x20,
	MD_STRIKE = 0x40,
	MD_UNDERLINE = 0x80,
};

struct md_span {
	struct str text; /* no newline, no tab; not yet sanitised */
	uint8_t style;   /* enum md_style */
	int link;        /* the text of md_doc.link[link - 1], 0: of none */
};

struct md_line {
	struct md_span *span;
	int nspan;
	int source; /* 1-based line of the source that it came from; never less than the line before */
};

struct md_heading {
	struct str text; /* plain, without marks */
	struct str
		shown; /* the same as the screen can show it: see md_ascii(); empty in md_outline() */
	int level;     /* 1..6; headings in quotes and lists are not listed */
	int line;      /* index into md_doc.line */
	int source;    /* 1-based source line */
};

/* A link or an image. Its text are the spans that name it; it may run over several lines. */
struct md_link {
	struct str target; /* "notes.md#costs", "https://…", without escapes; not yet sanitised */
	int line; /* index into md_doc.line where its text starts, -1: nothing of it is shown */
	bool image;
};

struct md_doc {
	struct md_line *line;
	int nline;
	struct md_heading *heading;
	int nheading;
	struct md_link *link; /* of one block after the other */
	int nlink;
	int cols; /* the width it was laid out for */
};

/*
 * Lay out `src` for `cols` columns (at least 8; less is taken as 8). No line is wider, except code,
 * which is never reflowed, and a table whose columns cannot shrink further: the caller clips or
 * scrolls. A line never starts with a sign between blanks ("- x", "+ x") if it can be helped, and a formula
 * in a line is wrapped as tex_hold() says. A source line that starts with a bold label ("**Use**: ..."), a pictograph or ": " keeps its
 * own line. Comments and link targets are not shown. With `max_lines` > 0 it
 * stops after the block in which that many lines are reached. A web address that stands bare in the text is
 * a link too, and so is code that is nothing but the name of a document (`notes/trees.md`). All in the arena, including copies of
 * the text: src need not live on.
 */
struct md_doc md_layout(struct str src, int cols, int max_lines, struct arena *a);

/* As md_layout() for those who listen to it, with every formula on a line; or for a file, whatever the screen has. */
enum md_for { MD_ALOUD, MD_FILE };
struct md_doc md_layout_for(enum md_for what, struct str src, int cols, struct arena *a);

/*
 * Said once, before anything is laid out: the screen has ASCII only, as text_ascii() draws it. Then formulas are shown
 * as they were written, and signs that it would draw as others take the columns they need before lines are
 * measured: "<=", "->", "x^2", "lambda". md_shown() does the same. Names of headings and links stay as they are.
 */
void md_ascii(bool only);

/* The text of link number `i` of the document, its lines joined by blanks. In the arena. */
struct str md_link_text(const struct md_doc *doc, int i, struct arena *a);

/* The line that a link between a footnote and its reference leads to; -1 when it is no such link. */
int md_note_line(const struct md_doc *doc, struct str target);

/* The outline only: headings in order, `line` being -1. Code fences are respected; no full parse. */
struct md_heading *md_outline(struct str src, int *n, struct arena *a);

/* Inline markdown without its marks, on one line: "**Gap** `Q1`" gives "Gap Q1". In the arena. */
struct str md_plain(struct str inline_md, struct arena *a);

/* As md_plain(), with formulas as tex_line() gives them: for a list of questions, never for names. */
struct str md_shown(struct str inline_md, struct arena *a);

/* Words of the text: runs of non-space with a letter or digit in them. */
int md_words(struct str src);

/*
 * State of a line scanner that knows fenced code: call for every line in order; true when the line is
 * inside a fenced code block or is one of its fences. Start with { 0 }.
 */
struct md_fence {
	char mark;     /* '`' or '~' while inside */
	size_t length; /* of the opening fence */
	int quotes;    /* '>' marks before it */
	int inside;    /* columns of the list item that holds it */
	int item;      /* columns of the content of the list item that the last line belongs to */
};
bool md_fence_line(struct md_fence *f, struct str line);

/* An ATX heading "## text ##" (up to three spaces before): its level 1..6 and text; else 0. */
int md_heading_line(struct str line, struct str *text);

/*
 * A pipe table row cut at its unescaped pipes, cells trimmed, at most `max`. 0 when the line has no
 * pipe outside code: md_table_row() tells the same. md_table_rule: the row under a table's head ("|---|:--:|").
 */
int md_table_cells(struct str line, struct str *cell, int max);
bool md_table_row(struct str line);
bool md_table_rule(struct str line);

/* The library behind it, with its version: for reports. */
const char *md_engine(void);

#endif
