/*
 * tex_priv.h - what the files of the formula module share.
 *
 * The way of a formula: tex_parse.c reads the source once, with a stack of its own, into atoms; whenever a
 * group, an argument or a cell ends, tex_list.c sets its atoms side by side as a form, which tex_make.c
 * makes fractions, roots and the like of. Every form carries both its line and, where that differs, its box
 * (tex_box.c). tex_symbol.c and tex_font.c are tables. tex.c breaks what came out into rows,
 * tex_hold.c says where a line may be wrapped.
 */
#ifndef HONE_TEX_PRIV_H
#define HONE_TEX_PRIV_H

#include "hone/tex.h"

enum {
	TEX_MAX_COLS = 512, /* a box inside a formula that is larger has a line only: its */
	TEX_MAX_ROWS = 64,  /* area would grow faster than the source */
};

/* What stands beside it decides on the space between: the classes of TeX. */
enum tex_class {
	TEX_ORD,
	TEX_OP,
	TEX_BIN,
	TEX_REL,
	TEX_OPEN,
	TEX_CLOSE,
	TEX_PUNCT,
	TEX_INNER, /* fractions */
	TEX_SPACE, /* nothing but columns */
	TEX_START, /* no atom: before the first and after the last */
};

enum tex_font {
	TEX_ROMAN, /* letters as they are */
	TEX_BOLD,
	TEX_DOUBLE,
	TEX_SCRIPT,
	TEX_FRAKTUR,
};

enum tex_flag {
	TEX_LIMITS = 1, /* scripts stand above and below */
	TEX_TALL = 2,   /* an integral: three rows */
	TEX_WORD = 4,   /* a name of letters */
};

struct tex_symbol {
	const char *name, *text;
	uint8_t class; /* enum tex_class */
	uint8_t flags; /* enum tex_flag */
};

/* What a command does, beyond standing for a symbol. */
enum tex_op {
	TEX_DO_FRACTION,
	TEX_DO_TFRACTION, /* small: on one line */
	TEX_DO_BINOMIAL,
	TEX_DO_ROOT,
	TEX_DO_NROOT, /* with an index */
	TEX_DO_OVER,
	TEX_DO_UNDER,
	TEX_DO_BRACE_UNDER,
	TEX_DO_BRACE_OVER,
	TEX_DO_ARROW,
	TEX_DO_ARROW2, /* labelled below too */
	TEX_DO_ACCENT,
	TEX_DO_NOT,
	TEX_DO_FONT,
	TEX_DO_CLASS,
	TEX_DO_BOXED,
	TEX_DO_PHANTOM,
	TEX_DO_MOD,
	TEX_DO_SUB,
	TEX_DO_SUP,
	TEX_WITH_ARGUMENTS, /* those before are done when their arguments are there */
	TEX_DO_SWITCH = TEX_WITH_ARGUMENTS,
	TEX_DO_TEXT,
	TEX_DO_TAG,
	TEX_DO_DROP, /* not shown, with `nargs` arguments */
	TEX_DO_LIMITS,
	TEX_DO_LEFT,
	TEX_DO_RIGHT,
	TEX_DO_MIDDLE,
	TEX_DO_BEGIN,
	TEX_DO_END,
	TEX_DO_ROW,
	TEX_DO_SPACE,
	TEX_DO_HSPACE,
};

struct tex_command {
	const char *name;
	uint8_t op; /* enum tex_op */
	uint8_t nargs;
	uint8_t which; /* font, accent, arrow, class or columns */
};

enum tex_accent {
	TEX_ACCENT_HAT,
	TEX_ACCENT_BAR,
	TEX_ACCENT_OVERLINE,
	TEX_ACCENT_TILDE,
	TEX_ACCENT_VEC,
	TEX_ACCENT_DOT,
	TEX_ACCENT_DDOT,
	TEX_ACCENT_DDDOT,
	TEX_ACCENT_CHECK,
	TEX_ACCENT_BREVE,
	TEX_ACCENT_ACUTE,
	TEX_ACCENT_GRAVE,
	TEX_ACCENT_RING,
	TEX_ACCENT_UNDERLINE,
	TEX_ACCENT_SLASH,
};

enum tex_arrow {
	TEX_ARROW_RIGHT,
	TEX_ARROW_LEFT,
	TEX_ARROW_RIGHT2,
	TEX_ARROW_LEFT2,
	TEX_ARROW_BOTH,
	TEX_ARROW_MAP,
};

/* How tightly the line of a form holds together: whether it needs brackets beside a slash. */
enum tex_bind {
	TEX_ATOM,
	TEX_PRODUCT,
	TEX_SUM,
};

struct tex_form {
	struct str line;
	int cols;           /* of the line */
	struct tex_box box; /* nrow is 0 when it is the line */
	uint8_t bind;       /* enum tex_bind, of the line */
	bool quotient;      /* the line is "a/b" */
	bool open_end;      /* the line ends in a script that a letter after it would join */
	bool light; /* scripts and bars make the box taller than a row: brackets do not grow */
	bool name;  /* one word of upright letters */
	bool written; /* as a script it is written, though Unicode has its letters; digits in rows only */
};

/* One thing in a list, scripts not yet set. */
struct tex_atom {
	struct tex_form core;
	const struct tex_form *sub, *sup;
	uint8_t class;
	uint8_t flags;
	uint8_t inside; /* class of the one atom of a group */
	bool tight;     /* it stands in a script */
	bool strong;    /* a bracket of \left or \right: it pairs with no other */
	bool middle;    /* a bracket that grows with those around it */
	const struct tex_grid *grid;
};

/* An atom in its place. */
struct tex_piece {
	struct tex_form form; /* scripts and brackets set */
	int gap;              /* columns before it */
	int depth;            /* brackets open around it */
	uint8_t class;
	const struct tex_grid *grid;
};

struct tex_cell {
	struct tex_piece *piece;
	size_t npiece;
	struct tex_form form;
};

/* Cells of an environment, or of a text with "\\" in it. */
struct tex_grid {
	const struct tex_environment *env;
	struct tex_cell *cell;
	size_t ncell, cell_cap;
	size_t *row; /* index of each row's first cell */
	size_t nrow, row_cap;
	struct str columns; /* "lcr" of an array */
};

enum tex_align {
	TEX_LINES, /* right and left in turn, relations at the "&" */
	TEX_CENTRE,
	TEX_LEFT,
	TEX_ARRAY, /* as the array says */
};

struct tex_environment {
	const char *name;
	uint8_t align;    /* enum tex_align */
	uint8_t argument; /* it has one: 1 to be dropped, 2 the columns */
	bool alone;       /* a formula without delimiters around it */
	struct str open, close;
};

/* ---- tables: NULL when there is none */

const struct tex_symbol *tex_symbol(struct str name);
const struct tex_symbol *tex_sign(struct str utf8); /* a character typed as such */
const struct tex_command *tex_command(struct str name);
const struct tex_environment *tex_environment_named(struct str name);

uint32_t tex_letter(enum tex_font font, uint32_t cp);
bool tex_has_script(struct str s, bool up);
uint32_t tex_accent_mark(enum tex_accent accent);
const char *tex_accent_name(enum tex_accent accent);

/* ---- boxes: every row as wide as the box */

struct tex_box tex_flat(struct arena *a, struct str line, int cols);
struct tex_box tex_form_box(struct arena *a, const struct tex_form *f);
int tex_form_cols(const struct tex_form *f); /* as in rows */
/* Side by side on their bases, gap[i] columns before the i-th (NULL: none). */
struct tex_box tex_beside(struct arena *a, const struct tex_box *box, const int *gap, size_t n);
/* One below the other, centred ('c'), left ('l') or right ('r'); the base is that of box[base]. */
struct tex_box tex_stack(
	struct arena *a, const struct tex_box *box, size_t n, size_t base, char align);
/* At the given place in a box of `cols` columns: 'l', 'c' or 'r'. */
struct tex_box tex_pad(struct arena *a, struct tex_box box, int cols, char align);
/* A bracket that reaches `above` rows above the base and `below` below. */
struct tex_box tex_grown(struct arena *a, struct str bracket, int above, int below);
struct tex_box tex_repeat(struct arena *a, const char *text, int n); /* a row */
bool tex_box_fits(const struct tex_box *box);

/* ---- forms */

/* Of literal text, one line. */
struct tex_form tex_form_of(struct arena *a, struct str line);
struct tex_form tex_join(
	struct arena *a, const char *open, const struct tex_form *f, const char *close);
/* The line in brackets, if it holds together no better than `bind`. */
struct tex_form tex_wrapped(struct arena *a, const struct tex_form *f, enum tex_bind bind);
struct tex_form tex_scripted(struct arena *a, const struct tex_atom *atom);

/* Atoms as pieces, and these as one form. `tight`: no spaces (in scripts); `goes_on`: something is before. */
struct tex_cell tex_list(
	struct arena *a, struct tex_atom *atom, size_t n, bool tight, bool goes_on);
struct tex_form tex_pieces(struct arena *a, const struct tex_piece *piece, size_t n);

struct tex_atom tex_grid_atom(struct arena *a, const struct tex_grid *g, bool tight);
/* Widths of the columns, ncol of them. */
int *tex_grid_widths(struct arena *a, const struct tex_grid *g, size_t *ncol);
char tex_grid_align(const struct tex_grid *g, size_t column);
int tex_grid_cols(const struct tex_grid *g, const int *width, size_t ncol);
struct tex_box tex_grid_row(
	struct arena *a, const struct tex_grid *g, size_t row, const int *width, size_t ncol);
size_t tex_row_end(const struct tex_grid *g, size_t row); /* index after its last cell */

/* What a command makes of its arguments. */
struct tex_atom tex_make(struct arena *a, const struct tex_command *c, struct tex_atom *arg,
	size_t narg, bool tight);

/* The whole formula as rows of cells. False when it is refused. */
bool tex_parse(struct str src, struct arena *a, struct tex_grid *top);

#endif
