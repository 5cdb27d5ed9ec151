/*
 * code.h - source code cut into pieces by what they are, so that they can be coloured. Pure.
 *
 * A lexer, no parser: it knows the comments, strings, numbers and words of a language, which is what a reader
 * wants to see at a glance. Any bytes are cut; what is no valid code comes out as something.
 */
#ifndef HONE_CODE_H
#define HONE_CODE_H

#include "hone/str.h"

enum code_kind {
	CODE_PLAIN,
	CODE_KEYWORD, /* words of the language, directives, decorators, keys of YAML and JSON, lines taken out */
	CODE_STRING, /* and characters; lines put in */
	CODE_COMMENT,
	CODE_NUMBER, /* and variables of the shell, places of a diff */
};

struct code_lang;

/*
 * The language that the info string of a fence names with its first word ("python", "py title=x"), in any
 * case; NULL for none that is known.
 */
const struct code_lang *code_lang(struct str info);

/* What a line leaves open for the next; { 0 } before the first. */
struct code_state {
	char quote;  /* of the string that is open, 0 outside */
	int quotes;  /* how many of it close the string */
	int comment; /* how many comments are open */
};

struct code_piece {
	enum code_kind kind;
	struct str text; /* of the line */
};

/*
 * The next piece of a line from *at on, which advances past it; together the pieces are the line. False at its
 * end. No two in a row are CODE_PLAIN. `line` has no newline.
 */
bool code_next(const struct code_lang *lang, struct code_state *state, struct str line, size_t *at,
	struct code_piece *piece);

#endif
