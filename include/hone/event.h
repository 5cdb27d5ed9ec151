/*
 * event.h - what can happen, and its order. Pure.
 *
 * The log of events is the truth; everything else the database holds is computed from it and from
 * the user's files. An event states a fact (the grade that was pressed), never a result (an
 * interval).
 */
#ifndef HONE_EVENT_H
#define HONE_EVENT_H

#include "hone/day.h"

/*
 * 48 bits of milliseconds since the epoch, 32 bits that count up from a random start within one
 * millisecond, 48 bits that name the machine; big-endian, so that byte order is time order. All
 * zero: no event.
 */
struct event_id {
	uint8_t b[16];
};

/* Numbers are stored and never reused. Unknown kinds of a newer hone are kept and passed over. */
enum event_kind {
	EVENT_GRADE = 1, /* subject card; value 0..5; took: thinking time */
	EVENT_STATE = 2, /* subject card; a schedule from elsewhere; text "reps ease interval due
	                  * last", one space between them, days as study days */
	EVENT_LEVEL =
		3, /* subject topic; value: enum level; text "file" when read from a file, else the mark
	                  * that was there; ref: the ROUND it was rated in, the first
	                  * event of the same deed, or none */
	EVENT_SCORE =
		4, /* subject card or topic; value percent 0..100; took: thinking time; ref: the ROUND
	                  * it was asked in, or none; text SCORE_GRADES when it counts as an answer of the
	                  * card, which its schedule follows, "file" when read from a table */
	EVENT_TICK = 5,  /* subject plan item; value 1 ticked, 0 unticked; ref: the first TICK of
	                  * the same deed, none in that one */
	EVENT_TIME = 6,  /* subject plan item or day; took: time worked on it, negative to correct
	                  * it; its day is the one it was worked on */
	EVENT_HIDE = 7,  /* subject card; value 1 hidden, 0 shown again */
	EVENT_ALIAS = 8, /* subject card as worded now; value: the card it continues; text "same"
	                  * when the user said so */
	EVENT_VOID = 9,  /* subject 0; ref: the event that is taken back, older than this one */
	EVENT_NOTE = 10, /* subject plan item or day, card or topic; value: enum note; text */
	EVENT_BURY = 11, /* subject card; value: study day up to which, that day included, it is not
	                  * asked; the day before this one ends it */
	EVENT_FLAG = 12, /* subject card; value 1 flagged, 0 not; ref: the first event of the same
	                  * deed, or none */
	EVENT_MOVE = 13, /* subject SUBJECT_CALENDAR; text: a move of the plan's calendar, as
	                  * move_format() writes it */
	EVENT_COUNT = 14, /* subject counter of the plan; value: so many more, negative fewer; text:
	                    * its name then */
	EVENT_DECIDE = 15, /* subject decision of the plan; value: index of the option taken; text:
	                    * the reason as it was shown */
	EVENT_ROUND =
		16, /* subject SUBJECT_ROUND; value: enum round_kind; text: its name, and after a
	                   * newline what is asked (round.h). SCOREs and LEVELs that refer to it are
	                   * what was answered in it */
	EVENT_JOIN =
		17, /* subject SUBJECT_JOINS; text: what was said of two that may belong together,
	                   * as join_format() writes it */
	EVENT_WANT = 19, /* subject SUBJECT_WANTS; value: study day from which on new cards are due;
	                   * text: their ids, 16 hexadecimal digits each, a space between */
	EVENT_SPOKEN =
		18, /* subject SUBJECT_ROUND; ref: a ROUND in which answers are shown after the last
	                   * question; value: index of the question; took: time on it since it was
	                   * shown or the last such event, which is over also when this is void; text
	                   * SPOKEN_ANSWERED when it is answered, and its score comes later */
};

/* What EVENT_MOVE is about: there is one calendar in a study. */
enum { SUBJECT_CALENDAR = 1 };

/* What every EVENT_ROUND is about. */
enum { SUBJECT_ROUND = 2 };

/* What every EVENT_JOIN is about: all that was said is read at once. */
enum { SUBJECT_JOINS = 3 };

/* What a ROUND goes through. Numbers are stored. */
enum round_kind {
	ROUND_CHECK = 1,  /* the knowledge check of a day: its scores move schedules */
	ROUND_GAPS = 2,   /* a bank of questions against what is known of them */
	ROUND_MOCK = 3,   /* an interview against the clock */
	ROUND_TOPICS = 4, /* topics rated one after the other: a baseline, a re-assessment */
};

/* Text of a SCORE that is an answer of its card too. */
#define SCORE_GRADES "grades"

/* What every EVENT_WANT is about: all that is wanted is read at once. */
enum { SUBJECT_WANTS = 4 };

/* Text of a SPOKEN that ends its question. */
#define SPOKEN_ANSWERED "answered"

/* What a NOTE wrote into a file. Numbers are stored. */
enum note {
	NOTE_TEXT = 0, /* a note in the user's words, as a list item of its own */
	NOTE_LINE = 1, /* a line in place of another: text is the old one, a newline, the new one */
	NOTE_BLOCK = 2, /* lines: text is exactly what was put in */
	NOTE_CARD =
		3, /* a card at the end of a deck: text is the path, a newline, what was put in */
	NOTE_FILE = 4, /* lines put into any file: text is its path, a newline, the line they
	                 * follow, a newline, exactly what was put in; subject: hash of the path */
	NOTE_SWAP =
		5, /* lines in place of one in any file: text is its path, a newline, the old line,
	                 * a newline, the new ones; subject as above. An ALIAS that refers to it says
	                 * which topic the new words continue */
};

/* What the user thinks of a topic. Numbers are stored. */
enum level { LEVEL_NONE = 0, LEVEL_KNOW = 1, LEVEL_UNSURE = 2, LEVEL_DUNNO = 3 };

struct event {
	struct event_id id;
	enum event_kind kind;
	int day; /* study day on which it happened */
	int64_t subject;
	int64_t value;
	int64_t took_ms;
	struct event_id ref;
	struct str text;
};

bool event_id_none(struct event_id id);
int event_id_cmp(struct event_id a, struct event_id b);
int64_t event_id_ms(struct event_id id); /* when it happened, ms since the epoch */
uint64_t event_id_machine(struct event_id id);

/* The least id of all that can be made at `ms`: for ranges. */
struct event_id event_id_floor(int64_t ms);

/*
 * The id of the next event of `machine` (48 bits): later than `last` (that machine's newest, or
 * none) even when the clock stands still or was set back. `noise` is any random number.
 */
struct event_id event_id_next(
	struct event_id last, int64_t now_ms, uint64_t machine, uint32_t noise);

const char *event_kind_name(enum event_kind kind); /* "grade"; "unknown" for other numbers */
const char *level_name(enum level level);          /* "know" "unsure" "dunno" "" */
bool level_parse(struct str s, enum level *level); /* those words, any case, "don't know" too */

/* What a join holds together. Their names and the order are those of the log. */
enum join_kind {
	JOIN_CARD_TOPIC,    /* the card is about the topic */
	JOIN_SECTION_TOPIC, /* the section of a sheet is */
	JOIN_DAY_TOPIC,     /* the day of the plan is */
	JOIN_SECTION_DAY,   /* the section belongs to that day */
	JOIN_KINDS
};

/* What the user said: the two belong together, or they do not, whatever their words. */
struct join {
	enum join_kind kind;
	int64_t from, to; /* ids; of a section join_section() gives it */
	bool yes;
	struct str
		section; /* of a section "path#heading", so that it can be named when it is gone */
};

const char *join_kind_name(enum join_kind kind); /* "card-topic", "section-day" */
bool join_kind_parse(struct str word, enum join_kind *kind);

/*
 * The text of an EVENT_JOIN: "CARD TOPIC yes", "... no", ids as 16 hexadecimal digits; of the other kinds
 * "day-topic DAY TOPIC yes", "section-day SECTION DAY no notes/heaps.md#Sifting down". What is not of this form was
 * said by a newer hone, and is passed over. What is read borrows from the text.
 */
void join_format(const struct join *j, struct buf *out);
bool join_parse(struct str text, struct join *j);

#endif
