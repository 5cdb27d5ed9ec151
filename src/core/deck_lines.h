/*
 * deck_lines.h - what each line of a deck is, and what the whole file tells of it. Pure, private to the
 * deck parser.
 */
#ifndef HONE_DECK_LINES_H
#define HONE_DECK_LINES_H

#include "hone/md.h"

enum { LEVELS = 7 }; /* headings have levels 1..6 */

enum line_kind {
	LINE_BLANK,
	LINE_TEXT, /* code and table rows too */
	LINE_HEADING,
	LINE_QUESTION, /* "Q:" */
	LINE_ANSWER,   /* "A:" */
	LINE_CLOZE,    /* "C:" */
	LINE_RULE,     /* "---" */
	LINE_PAIR,     /* "front :: back" */
};

/* The lines of a text and what each is. */
struct reader {
	struct str text, rest;
	struct md_fence fence;
	bool table;
	struct str line; /* the current one */
	size_t at;       /* its offset */
	int number;      /* 1-based */
	enum line_kind kind;
	int level;          /* of a heading */
	struct str heading; /* its text */
};

/* A heading as a question. */
struct ask {
	struct str label, front, tags, name;
	bool labelled; /* "Q1:" and so on */
	bool asking;   /* ends in "?" */
};

/* What a part of the file is. */
enum part { PART_NONE, PART_HEADING, PART_QUESTION, PART_ANSWER, PART_CLOZE };

/* Counts over the whole file, which decide what is a card. */
struct survey {
	size_t heading[LEVELS], labelled[LEVELS], asking[LEVELS], mute[LEVELS];
	size_t paragraph, carried; /* all, and those that belong to a card */
	size_t pending;            /* those of a block that has not shown to be a card */
	enum part part;
	bool proven, inside; /* the block is a card; inside a paragraph */
};

/* Before the first line; a head between "---" lines is passed over. */
struct reader reader_of(struct str text);

/* On to the next line. False at the end. */
bool read_line(struct reader *r);

struct ask ask_of(struct str heading, struct arena *a);

struct survey survey_of(struct str text);
bool survey_is_deck(const struct survey *v);

/* The single heading of level 1 is the title of the document. */
bool is_title(const struct survey *v, int level);

/* Is a heading of this level that reads as `q` a question? */
bool is_question(const struct survey *v, int level, const struct ask *q);

#endif
