/*
 * deck_text.h - the text of one card: tags, names, "front :: back". Pure, private to the deck
 * parser.
 */
#ifndef HONE_DECK_TEXT_H
#define HONE_DECK_TEXT_H

#include "hone/arena.h"

/* A part of a text: from its first byte to after its last. */
struct range {
	size_t from, to;
};

/* White space of ASCII. */
bool deck_space(char c);

/* How often the byte at `at` stands there in a row. */
size_t deck_run(struct str s, size_t at);

/* Past the code span that opens at `at`, or past its backticks when nothing closes it. */
size_t deck_code_end(struct str s, size_t at);

/* "---", "***", "- - -": three or more of one mark and blanks. */
bool deck_rule(struct str line);

/* Four columns of white space before anything but a list item: code, outside a paragraph. */
bool deck_indented(struct str line);

/* The line without list marker and space around; empty for a task with a box and for indented code. */
struct str deck_line_text(struct str line);

/* Cut "#tag" words off the end of *line, which keeps at least one word. Space separated, no '#'. */
struct str deck_cut_tags(struct str *line, struct arena *a);

/*
 * The name in `<!-- id: name -->`, outside code; *text becomes the text without that comment. Empty,
 * and *text unchanged, when there is none.
 */
struct str deck_cut_name(struct str *text, struct arena *a);

/* "front :: back" or, *both then true, "front ::: back", outside inline code. A list marker before it
 * is no part of the front. */
bool deck_split(struct str line, struct str *front, struct str *back, bool *both);

/* Without empty lines at both ends and rules ("---") at the end, with "\n" line ends. */
struct str deck_clean(struct str s, struct arena *a);

#endif
