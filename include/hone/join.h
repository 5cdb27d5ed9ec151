/*
 * join.h - what belongs together because the user said so: cards, sections of sheets and days of the plan with
 * topics, sections with days; and proposals where words come near (join_propose()).
 *
 * Words join by themselves (match.h, belong.h). What the user said goes over that: an accepted pair is joined, a
 * refused one is not, and the last word counts. It is kept in the log (EVENT_JOIN), never in a file; undo takes it back.
 */
#ifndef HONE_JOIN_H
#define HONE_JOIN_H

#include "hone/coverage.h"

/* All that was said in a study. Lives in the arena it was read into. */
struct joins {
	struct join *join; /* by kind, from, to; each pair once */
	int n;
	int *found; /* of joins_apply() */
	size_t room;
	struct arena *a;
};

/* Of a card or topic that was reworded it is said what was said of the one whose history it continues. */
bool joins_load(
	const struct study *s, struct joins *out, struct arena *a, struct err *e) MUST_CHECK;

/* What was said of that pair; NULL when nothing was. */
const struct join *joins_find(const struct joins *j, enum join_kind kind, int64_t from, int64_t to);

/* What was said of one of that kind: the first of joins, *n of them. */
const struct join *joins_of(const struct joins *j, enum join_kind kind, int64_t from, int *n);

/*
 * The topics that words found for a card or a day, with what was said put over them: numbers of topics, ascending
 * and each once; *n is how many, before and after. id[0 .. ntopic) are the ids of the topics by number, 0: none. Good
 * until the next call.
 */
const int *joins_apply(struct joins *j, enum join_kind kind, int64_t from, const int64_t *id,
	int ntopic, const int *found, int *n);

/* ---- what is joined */

enum join_what { JOINED_CARD, JOINED_SECTION, JOINED_DAY, JOINED_TOPIC };

enum join_what join_from(enum join_kind kind);
enum join_what join_to(enum join_kind kind);

/* The id of a section: of its sheet's path and its heading; headings of one sheet that read the same share it. */
int64_t join_section(struct str path, struct str heading);

/* One of the two, as it is now. */
struct join_end {
	enum join_what what;
	int64_t id;
	bool there; /* its text stands in a file */
	struct str
		name; /* the question in markdown; the heading; "Week 1 · Day 2 Heaps"; the topic */
	struct str where; /* the card's topic; the sheet's path; ""; the area with its number */
	struct str path;
	int line;
	struct str section; /* of a section: "path#heading" */
};

/* `section`: of a section what was said of it, or "path#heading". What is not there has the name that is known. */
bool join_end(const struct study *s, enum join_what what, int64_t id, struct str section,
	struct join_end *out, struct arena *a, struct err *e) MUST_CHECK;

/* Those that were reworded: the ids whose history they continue. */
bool join_follow(const struct study *s, struct join *j, struct err *e) MUST_CHECK;

/* Both of what was said, cards and topics that were reworded as what they are now. */
bool join_now(const struct study *s, const struct join *j, struct join_end *from,
	struct join_end *to, struct arena *a, struct err *e) MUST_CHECK;

/* "is about", "is not about"; of a day "belongs to", "does not belong to". */
const char *join_verb(enum join_kind kind, bool yes);

/* "path#heading" or "path", which is the first heading of the sheet; ERR_MISSING when it is in no sheet. */
bool join_find_section(const struct study *s, struct str place, struct join_end *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* Say it. ERR_MISSING when one of the two is in no file; saying the same again is no error and logs nothing. */
bool join_say(struct study *s, const struct join *pair, struct err *e) MUST_CHECK;

/* ---- proposals */

/*
 * Two that may belong together: at least half of what the words of the second one's name say (up to " - ", ":" or
 * "(") stands in the first one, one of them rare. Words that many have do not count: docs/READINESS.md.
 */
struct join_offer {
	enum join_kind kind;
	struct join_end from, to;
	struct str words; /* those of the name that they share */
	int percent;      /* how much of what the name says, rare words counting more */
	bool lone;        /* nothing of that kind is joined with the second yet */
};

/*
 * Proposals of one kind, the best first: for each that is joined with nothing the best, for each topic or day that
 * nothing is joined with the best three. What was said already is not proposed; of what was refused the next best
 * comes. Goes through all cards, or all sheets.
 */
struct join_offers {
	struct join_offer *offer;
	int n;    /* at most as many as were asked for, */
	int all;  /* of so many */
	int from; /* joined with nothing: cards, sections, days */
	int to;   /* that nothing is joined with: topics, days */
};
bool join_propose(const struct study *s, enum join_kind kind, int most, struct join_offers *out,
	struct arena *a, struct err *e) MUST_CHECK;

#endif
