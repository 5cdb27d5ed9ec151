/*
 * md_priv.h - what the files of the markdown module share.
 *
 * The way of a text: md.c walks the blocks of cmark's tree; md_flow.c gathers the inline text of one
 * block as a flow, one string with runs of style; md_wrap.c cuts a flow into lines and adds them to
 * the layout; md_table.c, md_math.c and md_formula.c know what CommonMark does not.
 */
#ifndef HONE_MD_PRIV_H
#define HONE_MD_PRIV_H

#include <cmark.h>

#include "hone/md.h"

/* A run of a flow: from here to the next run's start. */
struct md_run {
	size_t from;
	int source;
	int link; /* as md_span.link */
	uint8_t style;
};

/* The links of a text so far; the array is on the heap, the targets in the arena. */
struct md_links {
	struct md_link *link;
	size_t n, cap;
	struct arena *a;
};

/* A formula of the flow that gets rows of its own. */
struct md_display {
	size_t from, to; /* of the flow, delimiters included */
	int source;
};

/*
 * The inline text of one block. A space is where a line may be cut, '\n' is where it must be. Runs
 * differ in style or source line.
 */
struct md_flow {
	struct buf text;
	struct md_run *run;
	size_t nrun, cap;
	uint8_t base;  /* style of the text around all marks */
	uint8_t style; /* base with the marks that are open */
	int strong, emph, image;
	struct md_links *links; /* NULL: links are not kept */
	int link;               /* the open one, as md_span.link */
	int links_open;
	size_t link_from, image_from; /* where the innermost one's text starts */
	size_t strike;                /* the run that an open "~~" starts, plus one */
	int line, skew;               /* cmark's line of the last node, and what it is short by */
	bool broken;                  /* a line ended since */
	bool formula;                 /* one is open: it keeps its lines */
	struct md_display *display;   /* formulas that get rows of their own */
	size_t ndisplay, display_cap;
};

/* A container that is open: document, quote, list or item. */
struct md_level {
	struct str rest; /* what stands before each of its lines */
	int cols;        /* its width */
	bool tight;      /* no empty lines between its blocks */
	bool used;       /* a block of it has lines */
	bool quote;
	uint8_t base;        /* style of its text */
	size_t nline;        /* lines when it was opened */
	bool ordered, paren; /* of a list: "1.", "1)" or bullets */
	int number;          /* of the next item */
	int width;           /* of the items' marks */
	struct str item;     /* rest of the items */
	bool shown;          /* the items' marks are shown: not too deep, not too narrow */
};

/* The lines so far. Arrays grow on the heap and move to the arena at the end. */
struct md_layout {
	struct arena *a;
	int cols;
	struct str src;
	size_t *start; /* of each source line in src, and src.n after the last */
	size_t nsource;
	int front; /* source lines before src */
	bool masked;
	bool flat; /* formulas take one line */
	struct md_line *line;
	size_t nline, line_cap;
	struct md_span *span;
	size_t nspan, span_cap;
	struct md_heading *heading;
	size_t nheading, heading_cap;
	struct md_links links;
	int link; /* what layout_span() adds belongs to it, as md_span.link */
	struct md_level *level;
	size_t nlevel, level_cap;
	int quotes;       /* levels that are quotes */
	bool pending;     /* the next line starts with `first`, then no longer */
	struct str first; /* "  • ": all marks of items that have no line yet */
	struct str stem;  /* first without the last mark */
	bool bullet;      /* the last mark is one, not a number */
	bool gap;         /* an empty line before the next */
	struct str gap_rest;
	struct md_flow flow;
	struct str rule; /* `cols` times "─" */
};

/* Source lines of a table: its head, and the line after its last row. */
struct md_rows {
	int from, to;
};

/* One line's part of a flow. */
struct md_cut {
	size_t from, to;
	int cols;
};

static inline bool md_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline bool md_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool md_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* One of the characters of `set`; NUL is none. */
static inline bool md_among(const char *set, char c)
{
	return c && strchr(set, c);
}

/* How often the byte at `at` repeats. */
size_t md_run_length(struct str s, size_t at);

/* Where the code span that opens at `at` ends, or `at` when nothing closes it. */
size_t md_code_end(struct str s, size_t at);

/* What stands before the content of a line: block quote marks and list markers. */
struct md_margin {
	size_t at;  /* where the content starts */
	int cols;   /* its column */
	int item;   /* column of the content after the last list marker, 0 when there was none */
	int quotes; /* '>' marks */
};
struct md_margin md_margin(struct str line);

/* Bytes of a front matter ("---", "key: value" lines, "---") at the start, 0 without one. */
size_t md_front(struct str src);

/*
 * Formulas ($x_1$, $$ blocks, \( \), \[ \], environments) with the characters that are markdown replaced by
 * control characters of the same length: cmark then leaves them alone, and the first and last of each are
 * known. md_unmask() brings them back. False when there is nothing to do; *out may be filled all the same.
 */
enum md_mark {
	MD_DOLLAR_OPEN = 0x16, /* "$", or the first and second of "$$" */
	MD_DOLLAR_CLOSE,
	MD_SLASH_OPEN,  /* the backslash of "\(", "\[" or "\begin" */
	MD_SLASH_CLOSE, /* the backslash of "\)" or "\]" */
	MD_BRACE_CLOSE, /* the brace that ends "\end{align}" */
};
bool md_mask(struct str src, struct buf *out);
void md_unmask(char *p, size_t n);

/* Memory for cmark that ends the program through base.h when there is none. */
cmark_mem md_cmark_mem(void);

void flow_clear(struct md_flow *f, uint8_t base);
/* As flow_clear(), but the marks that are open stay open. */
void flow_restart(struct md_flow *f);
void flow_release(struct md_flow *f);
void flow_add(struct md_flow *f, struct str s, uint8_t style, int source);
void flow_text(struct md_flow *f, const char *literal, int source);
/* The source line of a text node. Nodes must come in order. */
int flow_source(struct md_flow *f, cmark_node *node);
/* An event of cmark's walk at an inline node. */
void flow_event(struct md_flow *f, cmark_event_type event, cmark_node *node);
/* Web addresses of the text from `from` on that stand bare become links. */
void flow_addresses(struct md_flow *f, size_t from);
/* No more text: trailing space goes. */
void flow_end(struct md_flow *f);

/*
 * Formulas of the flow from `from` on become the line that tex.h makes of them; with `rows` those that stand
 * on their own are kept and listed in f->display instead. What is refused stays as it was written.
 */
void flow_math(struct md_layout *l, struct md_flow *f, size_t from, bool rows);

/*
 * The next line of at most `cols` columns (at least 2) from *at up to `end`, which advances past it.
 * False at the end.
 */
bool flow_cut(struct str text, size_t *at, size_t end, int cols, struct md_cut *cut);

/* A copy in the arena, formulas unmasked. */
struct str layout_keep(struct md_layout *l, struct str s);

/* A new line with what stands before it; then its spans. Source 0: that of the line before. */
void layout_line(struct md_layout *l, int source);
void layout_span(struct md_layout *l, struct str text, uint8_t style);
/* A line that got no text loses the spaces it starts with. */
void layout_trim(struct md_layout *l);
void layout_spaces(struct md_layout *l, int n);
/* The spans of one cut of the flow whose text was kept as `text`. *run only moves forward. */
void layout_cut(struct md_layout *l, const struct md_flow *f, struct str text, struct md_cut cut,
	size_t *run);
/* The flow from `from` as lines; the widest one's columns. *run starts at 0 and only moves forward. */
int layout_flow(
	struct md_layout *l, const struct md_flow *f, struct str text, size_t from, size_t *run);
/* The source of a formula as rows. False, and nothing added, when it is refused. */
bool layout_math(struct md_layout *l, struct str tex, int source);
/* The flow with its formulas, each kept as `text`: lines and rows in turn. */
void layout_mixed(struct md_layout *l, struct md_flow *f, struct str text, size_t from);
/* Columns for content of the next line, and of lines after it. */
int layout_cols(const struct md_layout *l);
/* "─" as often as it takes, at most the layout's width. */
struct str layout_rule(struct md_layout *l, int cols);

/* A code block; the formula in a fence named "math". */
void code_put(struct md_layout *l, cmark_node *node);

struct md_level *layout_level(const struct md_layout *l);
/* One source line without what its containers put before it; `column` is for a block's first line. */
struct str layout_source(const struct md_layout *l, int source, int column);

/* The first table between these source lines (both included); `from` is 0 without one. */
struct md_rows table_find(const struct md_layout *l, int first, int last, int column);
void table_put(struct md_layout *l, struct md_rows rows, int first, int column);

#endif
