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
	struct str head; /* the lines of the head that was passed over */
	struct md_fence fence;
	bool table, code, indented; /* the line is part of a table, fenced code, indented code */
	bool comment;               /* of lines that are nothing but a comment */
	bool open, unclosed;        /* it goes on; no comment ends any more */
	bool apart;                 /* an empty line or a heading stands before it */
	struct str line;            /* the current one */
	size_t at;                  /* its offset */
	int number;                 /* 1-based */
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
enum part {
	PART_NONE,
	PART_HEADING,
	PART_QUESTION,
	PART_ANSWER,
	PART_CLOZE,
	PART_NOTE,   /* a paragraph that may turn out to be a card */
	PART_ASKED,  /* the answer below "?" */
	PART_MARKED, /* the answer below a marked prompt */
};

/* What occurs anywhere in the file, so that its lines are worth a look. */
enum may {
	MAY_GLUE = 1,     /* "front::back" */
	MAY_MARK = 2,     /* a sign or "#flashcard" */
	MAY_TAG = 4,      /* "#flashcards" */
	MAY_SCHEDULE = 8, /* "<!--SR:" */
	MAY_LINK = 16,    /* "[#tag](...)" */
	MAY_DRILL = 32,   /* ":drill:" */
	MAY_EXPLAIN = 64, /* "#explain" */
};

/* Counts over the whole file, which decide what is a card. */
struct survey {
	size_t heading[LEVELS], labelled[LEVELS], asking[LEVELS], mute[LEVELS];
	size_t paragraph, carried; /* all, and those that belong to a card */
	size_t pending;            /* those of a block that has not shown to be a card */
	enum part part;
	bool proven, inside; /* the block is a card; inside a paragraph */
	/* Of other programs: see the functions below. */
	unsigned may;
	size_t pairs, glued,
		plain;            /* "a :: b", "a::b", and lines that are neither, outside blocks */
	size_t asked, highlights; /* "?" below a paragraph, lines with "==" */
	size_t marked, drills;    /* lines with a sign, closed prompts; headlines ":drill:" */
	size_t pages;             /* headings of level 2 with "%" or a line of links below them */
	bool tagged, scheduled, ignored, prompt, page;
};

/* Before the first line; a head between "---" lines is passed over. */
struct reader reader_of(struct str text);

/* On to the next line. False at the end. */
bool read_line(struct reader *r);

struct ask ask_of(struct str heading, struct arena *a);

struct survey survey_of(struct str text);
bool survey_is_deck(const struct survey *v);

/* "#flashcards" or a schedule stands in it: paragraphs are looked at for "?" and "==". */
bool survey_is_obsidian(const struct survey *v);

/* "front::back" without spaces counts: in a deck, and where there is nothing else. */
bool survey_is_glued(const struct survey *v);

/* Headings of level 2 are fronts, "%" ends a long one. */
bool survey_is_pages(const struct survey *v);

/* The single heading of level 1 is the title of the document. */
bool is_title(const struct survey *v, int level);

/* Is a heading of this level that reads as `q` a question? */
bool is_question(const struct survey *v, int level, const struct ask *q);

#endif
