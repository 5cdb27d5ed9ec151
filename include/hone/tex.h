/*
 * tex.h - formulas written in LaTeX laid out in the cells of a terminal. Pure; linear in the source.
 *
 * A formula is the text between its delimiters ("\frac{a}{b}" of "$\frac{a}{b}$") or a whole
 * environment ("\begin{align} ... \end{align}"); which text is a formula is the caller's knowledge
 * (md.h). It has two forms:
 *
 *   one line                      several rows, one of which is the base that text beside it shares
 *
 *   θ̂ = (1/n) ∑ᵢ₌₁ⁿ xᵢ                    n
 *                                     1
 *                                 θ̂ = ─ ∑  xᵢ
 *                                     n
 *                                      i=1
 *
 * What is understood: letters, relations, operators, arrows and big operators by their usual names; fonts
 * where Unicode has the letters; scripts (as Unicode's own where every character has one, a comma below
 * the line being its own, else "x_(a∈S)" and, in rows, beside above or below); accents as combining marks; fractions, roots, binomials, braces,
 * labelled arrows, brackets that grow, matrices, cases, and lines aligned at "&".
 *
 * Nothing is lost and nothing guessed. A command that is not known stands as it was written, with the
 * brackets that follow it, amid what was laid out. A capital superscript that Unicode lacks ("W^Q") makes all
 * of the formula's be written so, and a subscript that it lacks those as long at the same letter ("y_w, y_l"). A formula that is no formula (a brace without its
 * partner, a fraction without a denominator, an environment nobody knows, groups deeper than TEX_DEPTH)
 * is refused, and the caller shows its source.
 *
 * The text is not sanitised: it holds what the source held, and reaches a terminal through text.h.
 */
#ifndef HONE_TEX_H
#define HONE_TEX_H

#include "hone/arena.h"

/* Commands and braces that may be open at once. Nothing recurses; this bounds the cost of a byte. */
enum { TEX_DEPTH = 64 };

/*
 * Several rows, one below the other. In what tex_rows() returns no row is wider than `cols` and none ends
 * in a space. A box inside a formula is exactly `cols` wide in every row.
 */
struct tex_box {
	struct str *row;
	int nrow;
	int base; /* index of the row on the line of the text beside it */
	int cols; /* of the widest row */
};

/*
 * The formula on one line, in the arena. Spaces stand where it may be wrapped: around relations and
 * operators. False when it is refused; *line is then untouched.
 */
MUST_CHECK bool tex_line(struct str src, struct arena *a, struct str *line);

/*
 * What tex_line() gave with the byte `hold` for each blank at which it had better not be wrapped: before an operator,
 * between factors, in short brackets, anywhere in a short formula. A copy in the arena.
 */
struct str tex_hold(struct str line, char hold, struct arena *a);

/*
 * The formula as rows of at most `cols` columns (at least 2; less is taken as 2), in the arena. A line that
 * does not fit is broken between its formulas ("\quad"), else after commas, before relations, before
 * operators, never after a sum or a relation if it can be helped; within a formula it goes on indented. If no such place is near enough it becomes text on one
 * line, wrapped. Rows at the left edge: the caller indents. At least one row. False when it is refused; *box is then untouched.
 */
MUST_CHECK bool tex_rows(struct str src, int cols, struct arena *a, struct tex_box *box);

/*
 * The environment that starts at the start of s ("\begin{align*}"): its name if it is one that stands for a
 * formula without any delimiter around it, else the empty str.
 */
struct str tex_environment(struct str s);

/* Append `s` as superscript or subscript. False, *out as before, when some character has none. */
bool tex_script(struct buf *out, struct str s, bool up);

#endif
