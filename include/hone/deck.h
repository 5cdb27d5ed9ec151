/*
 * deck.h - a markdown file as cards. Pure.
 *
 * Three ways to write cards, free to mix in a file, none of them seen inside fenced code or in comments
 * that take whole lines:
 *   - question headings: "### Q1.2: text", "## Question 3: text", "### Bonus 1: text", "### B4: text",
 *     "### Q: text", on a level where at least half of the headings are such; where most headings of
 *     a level end in "?", those too. The answer is all up to the next heading of that level or above, or to
 *     a "C:" with deletions after an empty line, trailing rules cut off;
 *   - blocks: "Q: ..." then "A: ..." at the start of lines, ended by the next Q:/C:, a heading, "---"
 *     or the end; "C: text with [deletions]" is a cloze with one card a deletion, in which "\[",
 *     pictures, links, code and formulas are text;
 *   - lines: "front :: back" (one card), "front ::: back" (both ways), in a file that is a deck.
 * The tags "#type", "#problem" and "#explain" give a card another kind; an answer of boxes is a choice.
 * A deletion may carry a hint, "[answer||hint]"; "{{c1::answer::hint}}" and, in a C: block without
 * brackets, "==answer==^[hint]" are deletions too. A file that shows the marks of another program is read
 * by that program's rules: Obsidian ("#flashcards", "<!--SR:"), carddown ("#flashcard", a brain at the
 * end of a line), mdanki ("%", lines of "[#tag]()"), org-drill (":drill:", in paths that end in ".org").
 * docs/FORMATS.md has all forms with examples.
 * The single "# title" of a file is never a question and no topic. "#tag" words at the end of a
 * question's first line are tags. `<!-- id: name -->` in a card names it for good. A YAML or TOML head
 * between "---" lines is skipped. "\r\n" gives the same cards as "\n".
 */
#ifndef HONE_DECK_H
#define HONE_DECK_H

#include "hone/arena.h"

/* Numbers are stored and enter the identity by their names. */
enum card_kind {
	CARD_BASIC,
	CARD_REVERSE, /* the other way round of ":::", "??" or two sides of an org item */
	CARD_CLOZE,
	CARD_TYPED,   /* the answer is typed and compared: back is that answer, one line */
	CARD_PROBLEM, /* a task with a target time, graded by outcome and time */
	CARD_CHOICE,  /* back is a list of boxes, "- [x] right" and "- [ ] wrong": deck_choices() */
	CARD_EXPLAIN, /* to be explained aloud; back may be empty */
};

struct deck_card {
	enum card_kind kind;
	int ordinal;      /* which of several cards of one text: 0 first */
	int line;         /* 1-based, where the question stands */
	struct str front; /* markdown */
	struct str back;  /* markdown */
	struct str label; /* "Q1.2", "Bonus 1": empty where there is none */
	struct str topic; /* the heading above that groups it, without number; may be empty */
	struct str tags;  /* space separated, without '#' */
	struct str name;  /* of <!-- id: name -->, else empty */
	int minutes_from,
		minutes_to; /* target time of a problem or explanation, 0 when none is said */
	uint64_t id;        /* hash of path, kind, normalised question (or name) and ordinal */
};

/* Something in a file that could not be used; the rest was. */
struct problem {
	int line; /* 1-based */
	struct str text;
};

struct deck {
	struct deck_card *card;
	size_t ncard;
	struct problem *problem;
	size_t nproblem;
};

/*
 * All cards of the file, in order. `path` (relative to the study) enters the identity. Two cards of
 * the same question get the ordinals 0, 1, ...; the deletions of a cloze do too; the second card of
 * ":::" starts at 1. All strings borrow from text or live in the arena.
 */
struct deck deck_parse(struct str text, struct str path, struct arena *a);

/* Where the cards of a deck go, and what is none. */
struct deck_sink {
	bool (*card)(void *ctx, const struct deck_card *card); /* false: enough */
	void (*problem)(void *ctx, int line, struct str text); /* may be NULL */
	void *ctx;
	const struct survey *survey; /* deck_survey() of the text; NULL: it is made */
};

/*
 * The same cards and problems one after the other, without holding them all. Strings are valid during
 * the call; `scratch` is cleared after each question.
 */
void deck_each(struct str text, struct str path, struct arena *scratch, struct deck_sink sink);

/* Does the text read as a deck: are question headings at least half of the headings of their level,
 * or do Q:/A:/C: blocks or "::" lines carry at least half of its paragraphs? */
bool deck_is(struct str text);

/*
 * What is counted over a whole text for that question, and for its cards: who has both to ask, of a long
 * text, has it counted once.
 */
const struct survey *deck_survey(struct str text, struct arena *a);
bool deck_survey_is(const struct survey *v);

/* One line of the answer of CARD_CHOICE. */
struct choice {
	struct str text; /* markdown */
	bool right;
};

/*
 * The choices in an answer: of a text that is nothing but a list of two or more boxes, at least one of
 * them ticked. At most `max` are written; returns how many there are, 0 when the text is no such list.
 */
size_t deck_choices(struct str back, struct choice *out, size_t max);

const char *card_kind_name(
	enum card_kind kind); /* "basic" "reverse" "cloze" "typed" "problem" "choice" "explain" */

#endif
