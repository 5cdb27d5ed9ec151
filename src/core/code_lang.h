/*
 * code_lang.h - what the lexer has to know of a language.
 */
#ifndef HONE_CODE_LANG_H
#define HONE_CODE_LANG_H

#include "hone/code.h"

enum { CODE_LONGEST = 16 /* bytes of the longest keyword */ };

enum code_trait {
	CODE_NESTED = 1 << 0,       /* comments hold comments */
	CODE_FOLDED = 1 << 1,       /* keywords in any case */
	CODE_TRIPLE = 1 << 2,       /* three quotes open a string over several lines */
	CODE_DOUBLED = 1 << 3,      /* a quote is written twice in a string; '\' means nothing */
	CODE_RAW_SINGLE = 1 << 4,   /* '\' means nothing between '...' */
	CODE_RAW_TICK = 1 << 5,     /* and between `...` */
	CODE_LONG_STRINGS = 1 << 6, /* any string may run over lines */
	CODE_CHARACTERS = 1 << 7,   /* ' opens one character, if that is closed */
	CODE_HASH_APART = 1 << 8,   /* a comment starts after a blank only */
	CODE_DIRECTIVES = 1 << 9,   /* #word first in a line */
	CODE_DECORATORS = 1 << 10,  /* @word */
	CODE_VARIABLES = 1 << 11,   /* $word */
	CODE_KEYS = 1 << 12,        /* "name:" */
	CODE_WHOLE_LINES = 1 << 13, /* the first character says what a line is */
};

struct code_lang {
	const char *names; /* of it in fences, each between blanks */
	const char *const *word;
	int nword;                /* sorted as bytes, in lower case if CODE_FOLDED */
	const char *line;         /* what starts a comment up to the line's end, or NULL */
	const char *open, *close; /* of a comment that may run over lines, or NULL */
	const char *quotes;       /* characters that open a string; '`' runs over lines */
	unsigned traits;
};

/* All of them. */
extern const struct code_lang code_langs[];
extern const int code_nlang;

#endif
