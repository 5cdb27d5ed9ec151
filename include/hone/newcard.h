/*
 * newcard.h - a new card at the end of a deck, from a question and a passage of a sheet.
 */
#ifndef HONE_NEWCARD_H
#define HONE_NEWCARD_H

#include "hone/study.h"

struct newcard {
	struct str path;             /* of the deck */
	struct str question, answer; /* as they were given */
	struct str block;            /* what is put at the end of the file, with line ends */
	int line;                    /* of the question, then */
	uint64_t id;
	bool fresh; /* no file has that path: it is made */
};

/*
 * The lines [from, to] of a text as a passage of their own, and in *question the heading they stand below: a
 * heading with which they begin is taken for it. Lines out of the middle of a block of code get its fences, rows
 * of a table its head. In the arena.
 */
struct str newcard_passage(
	struct str text, int from, int to, struct str *question, struct arena *a);

/*
 * What would be written: "Q:" and "A:", or a heading where the deck has such. The cards that are there stay as
 * they are; ERR_INVALID when what is given would not be read as one card.
 */
bool newcard_edit(const struct study *s, struct str path, struct str question, struct str answer,
	struct newcard *out, struct arena *a, struct err *e) MUST_CHECK;

/* The same without an answer: how well it is explained is for the user to judge. */
bool newcard_explain(const struct study *s, struct str path, struct str question,
	struct newcard *out, struct arena *a, struct err *e) MUST_CHECK;

/* Write what was shown, exactly it; study_undo() takes it out. ERR_STALE when it would now be another text. */
bool newcard_write(struct study *s, const struct newcard *card, struct err *e) MUST_CHECK;

#endif
