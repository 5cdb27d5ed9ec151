/*
 * store_priv.h - what the files of the store share. They alone include sqlite3.h.
 *
 * A `struct sql` is one use of a statement: sql_start(), bind the parameters in order, then
 * sql_run(), sql_one() or sql_next() until it is done. What was read from a row lives until the
 * next step or sql_end(). A failed bind is kept and reported by the first step.
 */
#ifndef HONE_STORE_PRIV_H
#define HONE_STORE_PRIV_H

#include <sqlite3.h>

#include "hone/store.h"

/* Statements that are kept once they were prepared. STMT_ONCE is prepared for one use. */
enum stmt {
	STMT_BEGIN,
	STMT_BEGIN_READ,
	STMT_COMMIT,
	STMT_DATA_VERSION,
	STMT_SETTING,
	STMT_SET,
	STMT_NEWER_EVENTS,
	STMT_APPEND,
	STMT_EVENT,
	STMT_HISTORY,
	STMT_HISTORY_OTHERS,
	STMT_DEEDS,
	STMT_UNDOABLE,
	STMT_REDOABLE,
	STMT_ALIAS,
	STMT_PUT_ALIAS,
	STMT_MEMORY,
	STMT_ADD_MEMORY,
	STMT_UPDATE_MEMORY,
	STMT_UPDATE_DRILL,
	STMT_DROP_MEMORY,
	STMT_FRESH,
	STMT_NOT_FRESH,
	STMT_TOPIC_LEVEL,
	STMT_PUT_TOPIC_LEVEL,
	STMT_IS_VOIDED,
	STMT_WANT_VOIDED,
	STMT_PUT_VOIDED,
	STMT_DROP_VOIDED,
	STMT_FILES,
	STMT_FILE,
	STMT_PUT_FILE,
	STMT_DROP_PROBLEMS,
	STMT_PUT_PROBLEM,
	STMT_COUNT_PROBLEMS,
	STMT_PROBLEMS,
	STMT_DROP_TOPICS,
	STMT_PUT_TOPIC,
	STMT_TOPICS,
	STMT_TOPIC,
	STMT_MOVE_TOPIC,
	STMT_CARD_KEYS,
	STMT_CARD_KNOWN,
	STMT_CARD_PLACE,
	STMT_PUT_CARD,
	STMT_ADD_CARD,
	STMT_ADD_BARE_CARD,
	STMT_NEXT_NO,
	STMT_PUT_PLACE,
	STMT_DROP_PLACE,
	STMT_PRESENT,
	STMT_DROP_CARD,
	STMT_KEEP_GONE,
	STMT_CARD_FILE,
	STMT_FILE_PATH,
	STMT_CARD,
	STMT_CARD_AT,
	STMT_NEXT_CARD,
	STMT_NEXT_DUE,
	STMT_NEXT_NEW,
	STMT_NEXT_DRILL,
	STMT_COUNT_DUE,
	STMT_COUNT_NEW,
	STMT_COUNT_DRILL,
	STMT_COUNT_FIRST,
	STMT_SIBLINGS,
	STMT_SEARCH,
	STMT_SEARCH_WORDS,
	STMT_SEARCH_CARD,
	STMT_ADD_WORDS,
	STMT_WORDS_REACH,
	STMT_LAST_NO,
	STMT_TEXT_GONE,
	STMT_COUNT,
	STMT_ONCE = STMT_COUNT,
};

struct store {
	sqlite3 *db;
	sqlite3_stmt *stmt[STMT_COUNT];
	enum store_mode mode;
	uint64_t machine; /* its tag; 0 until it was asked for */
	uint64_t stamp;   /* store_stamp() */
	int64_t version;  /* store_version() as last told */
	int64_t next_no;  /* of a card in this transaction; 0 not known yet */
	bool filling;     /* between catalog_begin_fill() and catalog_end_fill() */
	bool hold;        /* between store_hold() and store_settle() */
	bool reading;     /* in a transaction that only holds the moment */
	bool lists_words; /* an index of words: temp.card_words was made */
	struct buf path;  /* for messages */
	int64_t deck_of; /* the file whose path `deck` is; 0: none, as after each change of files */
	struct buf deck;
	struct store *words; /* the index of words; NULL before the first search */
};

struct sql {
	struct store *store;
	sqlite3_stmt *st;
	int nbound;
	int rc;    /* of the first bind that failed */
	bool once; /* finalize it at the end */
};

/*
 * The condition that the card has that id: through the index, which holds the first 24 bits of it. Both are
 * SQL; the card is a table's name and a dot, or nothing. The plus keeps SQLite from putting the value in the
 * place of the first id, where no index would answer.
 */
#define CARD_IS(card, value) " (" card "id >> 40 = (" value ") >> 40 AND +" card "id = " value ") "

/* The columns of an event in the order that store_read_event() expects; the table is named e. */
#define EVENT_COLUMNS "e.id, e.kind, e.day, e.subject, e.value, e.took, e.ref, e.text"

/* ---- store_sql.c */

/* The error that SQLite reports, in words that tell what to do. Returns false. */
bool store_fail(struct store *s, struct err *e);

bool sql_exec(struct store *s, const char *text, struct err *e) MUST_CHECK;
bool sql_start(
	struct sql *q, struct store *s, enum stmt id, const char *text, struct err *e) MUST_CHECK;

/* The next parameter. DAY_NONE, no id and the str without bytes at NULL are stored as told. */
void sql_bind_int(struct sql *q, int64_t value);
void sql_bind_day(struct sql *q, int day);                      /* DAY_NONE: NULL */
void sql_bind_str(struct sql *q, struct str text);              /* text must live until sql_end() */
void sql_bind_blob(struct sql *q, const void *bytes, size_t n); /* copied */
void sql_bind_id(struct sql *q, struct event_id id);            /* none: NULL */

enum sql_step { SQL_FAILED, SQL_ROW, SQL_DONE };
enum sql_step sql_next(struct sql *q, struct err *e) MUST_CHECK;  /* ended unless SQL_ROW */
bool sql_run(struct sql *q, struct err *e) MUST_CHECK;            /* for statements without rows */
bool sql_one(struct sql *q, bool *row, struct err *e) MUST_CHECK; /* ended unless *row */
bool sql_one_int(
	struct sql *q, int64_t *value, struct err *e) MUST_CHECK; /* untouched without row */
void sql_end(struct sql *q);

int64_t sql_int(struct sql *q, int column);
int sql_small(struct sql *q, int column); /* clipped to an int */
int sql_day(struct sql *q, int column);
struct str sql_str(struct sql *q, int column);
struct event_id sql_id(struct sql *q, int column);

/* The conditions of the index memory_due. */
#define IN_QUEUE " hidden = 0 AND present = 1 AND due IS NOT NULL"
/* For the first card that is not: of few cards the row is read. ?1 is today. */
#define NOT_BURIED " AND (buried IS NULL OR buried < ?1)"

/* ---- store_cards.c */

struct card;

/* As catalog_card(), of the card of that number in the table. */
bool store_card_at(
	struct store *s, int64_t no, struct card *c, struct arena *a, struct err *e) MUST_CHECK;

/* ---- store.c */

bool store_machine(struct store *s, uint64_t *machine, struct err *e) MUST_CHECK;

/* Bytes from the system's source of randomness. */
void store_random(void *bytes, size_t n);

/* ---- store_log.c */

struct event store_read_event(struct sql *q); /* its text lives until the next step */

/* As store_history() for a subject that is no card: quick, because answers are in no index. */
struct history {
	struct event *event;
	size_t n;
};
bool store_history_without_grades(struct store *s, int64_t subject, struct history *h,
	struct arena *a, struct err *e) MUST_CHECK;

/* Into the log and nowhere else; *added is false when that id is there already. */
bool store_put_event(
	struct store *s, const struct event *ev, bool *added, struct err *e) MUST_CHECK;

/* ---- store_fold.c: one event */

/* Bring the folded tables up to date with an event just appended; `newest`: none has a later id. */
bool store_apply(struct store *s, const struct sm2_options *o, const struct event *ev, bool newest,
	struct err *e) MUST_CHECK;

/* What the log says of a topic, from its events. */
bool store_topic_state(
	struct store *s, int64_t topic, struct topic_state *state, struct err *e) MUST_CHECK;

bool store_add_memory(
	struct store *s, int64_t card, const struct card_state *state, struct err *e) MUST_CHECK;
bool store_put_alias(struct store *s, int64_t id, int64_t card, struct err *e) MUST_CHECK;
bool store_put_voided(struct store *s, struct event_id event, struct err *e) MUST_CHECK;
bool store_put_topic_state(struct store *s, int64_t topic, struct topic_state state,
	struct err *e) MUST_CHECK; /* of a topic that is stored */

/* A card that is not hidden and was never answered is new. */
bool store_is_fresh(const struct card_state *state);
/*
 * Columns reps, ease, interval, due, last, lapses, drill, drill_at, first, hidden, flagged, buried
 * from `column` on.
 */
struct card_state store_read_state(struct sql *q, int column);
bool store_same_state(const struct card_state *a, const struct card_state *b);
void store_bind_state(struct sql *q, const struct card_state *state);
#define STATE_COLUMNS                                                                              \
	"m.reps, m.ease, m.interval, m.due, m.last, m.lapses, m.drill, m.drill_at, m.first, "      \
	"m.hidden, m.flagged, m.buried"

/* ---- store_replay.c: all events */

/* What a fold of the whole log from nothing gives. Every array is sorted by its first member. */
struct replay_card {
	int64_t card;
	struct card_state state;
};
struct replay_topic {
	int64_t topic;
	struct topic_state state;
};
struct replay_alias {
	int64_t id, card;
};
struct replay {
	struct replay_card *card;
	struct replay_topic *topic;
	struct replay_alias *alias;
	struct event_id *voided;
	size_t ncard, ntopic, nalias, nvoided;
	int64_t events;
};

bool replay_load(
	struct replay *r, struct store *s, const struct sm2_options *o, struct err *e) MUST_CHECK;
void replay_release(struct replay *r);

/* Write all folded tables anew, inside a transaction. */
bool replay_write(struct store *s, const struct replay *r, struct err *e) MUST_CHECK;
bool store_refold(struct store *s, const struct sm2_options *o, struct err *e) MUST_CHECK;

/*
 * Databases without tables yet for the index of words: to write beside the store (made if it is not there),
 * to read there (ERR_MISSING), or in memory.
 */
struct store *store_open_words(
	const struct store *s, enum store_mode mode, struct err *e) MUST_CHECK;
void store_close_words(struct store *s);                            /* s->words, if it is open */
bool store_remove_words(struct store *s, struct err *e) MUST_CHECK; /* the file */

/* ---- store_words.c */

/* Open s->words if it is not: the index of this store, as far as it goes. */
bool store_need_words(struct store *s, struct err *e) MUST_CHECK;

/* Are there so many texts that a begin is looked up word by word? Of the open index. */
bool store_many_words(struct store *s, bool *many, struct err *e) MUST_CHECK;

#endif
