/*
 * md_priv.h - what the files of the markdown module share.
 *
 * The way of a text: md.c walks the blocks of cmark's tree; md_flow.c gathers the inline text of one
 * block as a flow, one string with runs of style; md_wrap.c cuts a flow into lines and adds them to
 * the layout; md_table.c, md_math.c and md_formula.c know what CommonMark does not;
 * md_ascii.c rewrites a flow for a screen that has ASCII only.
 */
#ifndef HONE_MD_PRIV_H
#define HONE_MD_PRIV_H

#include <cmark.h>

#include "hone/code.h"
#include "hone/md.h"

/* A run of a flow: from here to the next run's start. */
struct md_run {
	size_t from;
	int source;
	int link; /* as md_span.link */
	uint8_t style;
};

/* A footnote's name, and its number once it was seen. */
struct md_note {
	struct str name;
	int number;
};

/* The links of a text so far; the arrays are on the heap, the targets in the arena. */
struct md_links {
	struct md_link *link;
	size_t n, cap;
	struct arena *a;
	struct md_note *note; /* by name: those that are defined somewhere */
	size_t nnote, note_cap;
	int numbered;
};

/* What a tag of HTML is good for. */
enum md_tag_kind {
	TAG_PLAIN, /* not shown, and nothing more */
	TAG_OTHER, /* of no name that is known: perhaps no tag at all */
	TAG_STRONG,
	TAG_EMPH,
	TAG_STRIKE,
	TAG_UNDERLINE,
	TAG_CODE,
	TAG_KEY,
	TAG_SUB,
	TAG_SUP,
	TAG_LINK,
	TAG_IMAGE, /* those up to here stand in a line */
	TAG_BREAK,
	TAG_RULE,
	TAG_HEADING,
	TAG_LIST,
	TAG_ITEM,
	TAG_ROW,
	TAG_CELL,
	TAG_SUMMARY,
	TAG_PARAGRAPH,
	TAG_PRE,
	TAG_BLOCK,
	TAG_HIDDEN, /* with what is in it */
};

struct md_tag {
	enum md_tag_kind kind;
	bool close;
	struct str name;       /* empty for comments and the like */
	struct str attributes; /* as written */
};

/* What comes no more in a text, found out while its tags are read in order; start with { 0 }. */
struct md_ahead {
	unsigned none;
};

struct md_script {
	size_t from; /* of the flow */
	bool up;
};

/* Tags that are open in a flow. */
struct md_tags {
	int strong, emph, strike, underline, code, key;
	bool link;
	struct md_script script[8];
	size_t nscript;
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
	struct buf part; /* of a cell, with the NUL that cmark's strings have */
	struct md_run *run;
	size_t nrun, cap;
	uint8_t base;  /* style of the text around all marks */
	uint8_t style; /* base with the marks that are open */
	int strong, emph, image;
	struct md_links *links; /* NULL: links are not kept */
	int link;               /* the open one, as md_span.link */
	int links_open;
	size_t link_from, image_from; /* where the innermost one's text starts */
	size_t strike[2];             /* the run that an open "~" or "~~" starts, plus one */
	struct md_tags tags;
	int line, skew;             /* cmark's line of the last node, and what it is short by */
	bool broken;                /* a line ended since */
	bool formula;               /* one is open: it keeps its lines */
	bool holds;                 /* MD_HOLD stands in the text */
	struct md_display *display; /* formulas that get rows of their own */
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
	bool flat;  /* formulas take one line */
	bool ascii; /* for a screen that has no other characters: see md_ascii() */
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
	struct str rule;        /* `cols` times "─" */
	struct md_refs *refs;   /* NULL: not yet looked for */
	struct md_rows *hidden; /* rows that cmark does not see, on the heap */
	size_t nhidden, hidden_cap;
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
enum { MD_HOLD = 0x1c }; /* in a flow: a blank in a formula that is best not wrapped at */
bool md_mask(struct str src, struct buf *out);
/* Characters that could not be told from masks: nothing may be masked then. */
bool md_has_masks(struct str src);
void md_unmask(char *p, size_t n);

/*
 * What cmark made of a text, and a walk through it that has not yet begun. Its memory is given back by
 * md_tree_release() alone, the last tree first.
 */
struct md_tree {
	cmark_node *root;
	cmark_iter *iter;
	void *block, *large; /* where its memory starts */
	size_t used;
};
struct md_tree md_parse(struct str src);
void md_tree_release(struct md_tree *t);

void flow_clear(struct md_flow *f, uint8_t base);
/* As flow_clear(), but the marks that are open stay open. */
void flow_restart(struct md_flow *f);
/* The text before stays, the marks that are open do not. */
void flow_part(struct md_flow *f, uint8_t base);
void flow_release(struct md_flow *f);
void flow_add(struct md_flow *f, struct str s, uint8_t style, int source);
/* The same with tabs and newlines as spaces. */
void flow_add_flat(struct md_flow *f, struct str s, uint8_t style, int source);
/* What is added from here on is of a run like that. */
void flow_need_run(struct md_flow *f, uint8_t style, int source);
void flow_text(struct md_flow *f, const char *literal, int source);
void flow_code(struct md_flow *f, const char *literal, int source);
/* The source line of a text node. Nodes must come in order. */
int flow_source(struct md_flow *f, cmark_node *node);
/* An event of cmark's walk at an inline node. */
void flow_event(struct md_flow *f, cmark_event_type event, cmark_node *node);
/* Web addresses of the text from `from` on that stand bare become links. */
void flow_addresses(struct md_flow *f, size_t from);
/* No more text: trailing space goes. */
void flow_end(struct md_flow *f);
/* The line ends ('\n') or may end (' ') here. */
void flow_break(struct md_flow *f, char c);
/* A link to this target from here on: to be kept in f->link while it is open. */
int flow_add_link(struct md_flow *f, struct str target, bool image);
/* The style that follows from the marks that are open. */
void flow_restyle(struct md_flow *f);

/*
 * The tag, comment or declaration that starts with the "<" at `at`: where it ends, 0 when it is none. Of an
 * attribute without a value, and of one that is not there, the value is empty.
 */
size_t tag_read(struct md_ahead *none, struct str s, size_t at, struct md_tag *t);
struct str tag_attribute(const struct md_tag *t, const char *name);
/* Text of HTML with its entities decoded. */
void html_decode(struct buf *out, struct str s);
/* What a tag in a line does. False when it decides on lines instead: nothing is done then. */
bool flow_tag(struct md_flow *f, const struct md_tag *t, int source);
/* A tag amid the text of a paragraph. */
void flow_html(struct md_flow *f, const char *literal, int source);
/* A block of HTML that starts in that line. */
void html_put(struct md_layout *l, struct str s, int source);

/*
 * Definitions of footnotes ("[^name]: text") and admonitions ("!!! note") as items of a list, which is what their
 * indented lines make of them: the text with other signs before such a line, each of which then starts with
 * MD_NOTE_OPEN and '^' or '!'. Names go to `links`. False when there is none; *out may be filled all the same.
 * `masked`: md_mask() was at work on it.
 */
enum { MD_NOTE_OPEN = 0x06 }; /* what md_unmask() makes "[" of */
bool note_mask(struct str src, bool masked, struct md_links *links, struct buf *out);
/* The reference or definition at `at`, a '[' or MD_NOTE_OPEN: a number is added. The bytes it takes, 0: none. */
size_t flow_note(struct md_flow *f, struct str s, size_t at, int source);
/* The label that a text starts with ("[!NOTE]", also as masked): its kind and its length, 0 for none. */
size_t note_label(struct str s, struct str *kind, uint8_t *style);
/* The label of a block as a line of its own; `s` is what was gathered of its first line. */
void note_put(struct md_layout *l, struct str s, int source);

/* Definitions of links that the text of a table's cells refers to, added to that text. */
void refs_add(struct md_layout *l, struct buf *md);
void refs_release(struct md_layout *l);

/* Front matter as lines "key  value"; the source lines it takes. */
int front_put(struct md_layout *l, struct str front);

/*
 * Formulas of the flow from `from` on become the line that tex.h makes of them; with `rows` those that stand
 * on their own are kept and listed in f->display instead. What is refused stays as it was written.
 */
void flow_math(struct md_layout *l, struct md_flow *f, size_t from, bool rows);

/* A text whose formulas are still masked, with each as tex.h has it on one line. In the arena. */
struct str md_formulas(struct str masked, struct arena *a);

/* As md_ascii() was told. */
bool ascii_screen(void);
/* What the flow holds from `from` on in signs of ASCII, as far as there are such; runs and formulas move along. */
void flow_ascii(struct md_flow *f, size_t from);
/* The same for a text; and for lines of code, where what stands below each other still does if it can be. */
struct str ascii_text(struct str s, struct arena *a);
struct str ascii_code(struct str s, struct arena *a);

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
/* Lines as written, as code; `lang` NULL: in one colour. */
void code_lines(struct md_layout *l, struct str text, const struct code_lang *lang, int source);

struct md_level *layout_level(const struct md_layout *l);
/* A level inside the last one, its lines `cols` columns further in, with `rest` before them; and out of it. */
void layout_push(struct md_layout *l, struct str rest, int cols);
void layout_pop(struct md_layout *l);
bool layout_fits(const struct md_layout *l, int cols);
struct str layout_join(struct md_layout *l, struct str a, struct str b);
struct str layout_blanks(int n);
/* An empty line before the next. */
void layout_apart(struct md_layout *l);
/* The flow as lines of this level, and the flow empty. */
void layout_text(struct md_layout *l);
/* One source line without what its containers put before it; `column` is for a block's first line. */
struct str layout_source(const struct md_layout *l, int source, int column);

/* Do these two lines start a table? */
bool table_starts(struct str head, struct str rule);
/*
 * Text in which no mark can be but "**strong**", `code` and "~~", as the cells of most tables are: cmark is not
 * needed for it. cell_text() adds such a text to a flow as cmark would have it.
 */
bool cell_is_simple(struct str s);
void cell_text(struct md_flow *f, struct str s);
/* The source with the rows of tables as short as can be, since they are read apart. False when there are none. */
bool rows_hide(struct md_layout *l, struct buf *out);
/* Are the rows that were hidden in paragraphs, as was thought? */
bool rows_found(const struct md_layout *l, cmark_node *root);
/* The first table between these source lines (both included); `from` is 0 without one. */
struct md_rows table_find(const struct md_layout *l, int first, int last, int column);
void table_put(struct md_layout *l, struct md_rows rows, int first, int column);

#endif
