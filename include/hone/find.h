/*
 * find.h - what a user types to find something: the letters of a name, or words of a text. Pure.
 *
 * Neither case nor accents count, unless a pattern of letters has a capital: that one must be one. What is
 * compared is folded once, by find_name() and find_text(), and then asked as often as a key is pressed.
 * Everything that is found lives in the arena passed in; the texts are borrowed.
 */
#ifndef HONE_FIND_H
#define HONE_FIND_H

#include "hone/md.h"

/* A stretch of a text that is shown as found: bytes [from, to). */
struct find_mark {
	size_t from, to;
};

/* ---- find_name.c: names by some of their letters */

enum { FIND_NAME = 200, FIND_LETTERS = 32, FIND_PARTS = 8 };

/* A name as it is compared: its first FIND_NAME letters. */
struct find_name {
	struct str text;
	uint32_t *letter; /* folded */
	uint8_t *
		flag; /* of each: how much it is worth to begin there, and whether it was a capital */
	uint16_t *at; /* its first byte */
	int n;
};
struct find_name find_name(struct str text, struct arena *a);

/*
 * What was typed: parts between blanks, at most FIND_PARTS with FIND_LETTERS each, what is longer is cut.
 * A name fits when the letters of each part stand in it one after the other, with others between them.
 */
struct find_pattern {
	struct find_part {
		uint32_t letter[FIND_LETTERS];
		bool capital[FIND_LETTERS];
		int n;
	} part[FIND_PARTS];
	int n;
};
struct find_pattern find_pattern(struct str typed);

/*
 * How well the name fits, 0: not at all; an empty pattern fits any name with 1. Letters side by side, at the
 * start of words and of the parts of a path count more, gaps between them less.
 */
int find_fits(const struct find_pattern *p, const struct find_name *name);

/* The letters that were found, as stretches in order; at most `max`. Returns how many. */
int find_fitting(const struct find_pattern *p, const struct find_name *name, struct find_mark *mark,
	int max);

/* ---- find_words.c: what is looked for in a text */

enum { FIND_WORDS = 16 };

/* Words that stand one behind the other, as they are compared: with a blank between them. */
struct find_term {
	struct str text;
	bool begins; /* its last word may go on */
	uint8_t step
		[256]; /* by the byte where its first word would end: how much further it may be */
};

/*
 * Words, each of which is the begin of one, and "words in a row", that are whole (but for the last while the
 * quotes are open). What joins words ("k-means") makes them words in a row. More than FIND_WORDS are not
 * looked at. No terms: nothing was typed that could be found.
 */
struct find_query {
	struct find_term term[FIND_WORDS];
	int n;
};
struct find_query find_query(struct str typed, struct arena *a);

/*
 * Does each term stand in the text, or at least in what stands `above` it, one in the text itself? How well: the
 * more of them stand in it as whole words; 0 no.
 */
int find_matches(const struct find_query *q, struct str text, struct str above);

/* The letters of a line that were found, as stretches in order; at most `max`. Returns how many. */
int find_marks(const struct find_query *q, struct str line, struct find_mark *mark, int max);

/* At most `cols` columns of a line: of a longer one those around the first word found, "…" for the rest. */
struct str find_excerpt(const struct find_query *q, struct str line, int cols, struct arena *a);

/* ---- find_text.c: a text by its sections */

/* A markdown text that is asked. */
struct find_text {
	struct str text, folded;
	uint32_t *line; /* offsets of the lines of `folded` */
	int nline;
	struct md_heading *heading; /* md_outline() */
	int nheading;
};
struct find_text find_text(struct str markdown, struct arena *a);

/*
 * A section in which all terms stand, some of them perhaps in the headings over it. `line` is the one that
 * has most of them, the heading only when no other has any.
 */
struct find_section {
	int heading;  /* index into find_text.heading, -1: before the first */
	int line;     /* 1-based */
	int from, to; /* the lines of the section, [from, to) */
	int score;
};

/* In the order of the text; at most `max`. Returns how many. Nothing fits an empty query. */
int find_sections(
	const struct find_query *q, const struct find_text *t, struct find_section *out, int max);

/* A line of markdown as one reads it: without marks, a row of a table as its cells; empty of a line of signs. */
struct str find_plain(struct str line, struct arena *a);

/*
 * find_excerpt() of the line of the section as one reads it, without the marks of markdown; where that is the
 * heading, of the first line below it that has words, or of a formula there.
 */
struct str find_section_excerpt(const struct find_query *q, const struct find_text *t,
	const struct find_section *section, int cols, struct arena *a);

#endif
