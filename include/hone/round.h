/*
 * round.h - questions asked together: a daily check, a gap analysis, a mock interview; topics rated one after
 * the other. What the log says of them, beginning one, answering it, taking an answer back.
 *
 * A ROUND event holds what is asked; each SCORE (of topics to be rated: each LEVEL) that refers to it is an answer. So a round can be left at
 * any moment, also by a program that is killed, and goes on where it was; nothing else is stored. Of a mock interview, whose answers are
 * scored after the last question, a SPOKEN says that one was given, and how long it took. Text of
 * the event: the name, and after a newline words with a space between: one letter and the 16 digits
 * of an id for each question ("c" a card, "r" a card for review; "t" and "s" topics, "p" and "q" tasks, "h" and "i" sections in the same way; "k", "u", "d" a topic
 * that is rated Know, Unsure, Dunno when the round begins), "m25" for 25 minutes. Other words are of a newer hone and passed over.
 */
#ifndef HONE_ROUND_H
#define HONE_ROUND_H

#include "hone/study.h"

enum { ROUND_MOST = 2000 }; /* questions of one round */

/* What is asked that is no card is to be explained: a topic, a task of the plan, a section of a sheet. */
enum asked_kind { ASKED_CARD, ASKED_TOPIC, ASKED_TASK, ASKED_SECTION };

/* A question of a round. */
struct asked {
	int64_t id; /* of a card, topic, task or section */
	enum asked_kind kind;
	bool review; /* known from before; else of what is studied now */
	int percent; /* -1: not answered yet */
	int64_t took_ms;
	bool spoken;       /* of a mock interview: answered, and to be scored after the last one */
	int64_t spent_ms;  /* on it before that */
	enum level before; /* of a topic in ROUND_TOPICS: as it was when the round began, */
	enum level level;  /* then as rated in it */
	bool rated;        /* it was rated in it */
};

struct round {
	struct event_id id;
	enum round_kind kind;
	int day;  /* study day on which it began */
	int last; /* of its last answer, else the same */
	struct str name;
	int minutes; /* to answer all, 0: as long as one likes */
	struct asked *asked;
	int n, nanswered;
	int nspoken;
	int64_t spent_ms; /* of the minutes */
};

/* Begin one. ERR_INVALID without questions or with more than ROUND_MOST. */
struct round_plan {
	enum round_kind kind;
	struct str name;
	int minutes;
	const struct asked *asked; /* id, topic, review and level of each */
	int n;
};
bool round_begin(
	struct study *s, const struct round_plan *p, struct event_id *id, struct err *e) MUST_CHECK;

/*
 * The rounds of these kinds (bits, 1 << kind) that stand, oldest first, with their answers; of a question
 * answered twice the later one counts. A round of topics counts those rated in it as answered. Reads the log
 * from the oldest of them on.
 */
bool round_list(const struct study *s, unsigned kinds, struct round **out, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* One of them; ERR_MISSING when it was taken back. */
bool round_load(const struct study *s, struct event_id id, struct round *out, struct arena *a,
	struct err *e) MUST_CHECK;

/*
 * The newest round of that kind, if questions of it are open and it has one answer at least (of a mock interview: time
 * was spent on it) or is of today.
 * A check belongs to its day: one of another day does not go on.
 */
bool round_open(const struct study *s, enum round_kind kind, struct round *out, bool *found,
	struct arena *a, struct err *e) MUST_CHECK;

/* Answer question `i` (of topics: study_rate_in()). In a check the schedule of a card follows. The round is not changed: load it anew. */
bool round_answer(struct study *s, const struct round *r, int i, int percent, int64_t took_ms,
	struct err *e) MUST_CHECK;

/* Of a mock interview: so long was question `i` on the screen, and now it is answered or not. The round is not
 * changed. */
bool round_speak(struct study *s, const struct round *r, int i, bool answered, int64_t took_ms,
	struct err *e) MUST_CHECK;

/*
 * Take back the last thing done if that is an answer of this round; else *undone is false and nothing is
 * done. `what` says in words what was taken back.
 */
bool round_undo(struct study *s, const struct round *r, bool *undone, struct buf *what,
	struct err *e) MUST_CHECK;

/* What came out, of what is answered so far. */
struct round_result {
	int overall, fresh, review; /* mean in tenths of a percent, -1 without answers */
	int n, nfresh, nreview;     /* answers */
	int strong, rusty, gap;     /* of 80-100, 40-79 and 0-39 percent */
	int64_t took_ms;
};
struct round_result round_result(const struct round *r);

/* How a percentage of a gap analysis counts. */
enum strength { STRENGTH_STRONG, STRENGTH_RUSTY, STRENGTH_GAP, STRENGTHS };
enum strength round_strength(int percent);
const char *round_strength_name(enum strength s); /* "strong" "rusty" "gap" */

/* Below this a question of a check is a weak item, from there on a strong one. */
enum { ROUND_WEAK = 70, ROUND_STRONG = 90 };

/* "A+" from 97 %, A 93, A- 90, B+ 87, B 83, B- 80, C+ 77, C 73, C- 70, D 60, F; "" of -1. */
const char *round_letter(int tenths);

/* What a daily check says of the day: from 90 %, 80, 70, and below. */
enum band { BAND_EXCELLENT, BAND_GOOD, BAND_ADEQUATE, BAND_REPEAT, BANDS };
enum band round_band(int tenths);
const char *round_band_name(enum band b);   /* "excellent" */
const char *round_band_advice(enum band b); /* "Go on." */

#endif
