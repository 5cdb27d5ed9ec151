/*
 * store.h - the one SQLite file of a study: the event log and what is folded from it.
 *
 * The table `event` is the truth and only ever grows (triggers refuse UPDATE and DELETE). `memory`,
 * `voided`, `alias` and the levels in `topic` are computed from it and written in the transaction
 * that appends the event, so that they can never disagree after a crash. `file`, `card` and the
 * rest of `topic` are a cache of the user's files (see catalog.h).
 *
 * WAL with synchronous=FULL: a commit that returned true survives a power cut. A card's history is
 * that of its id and of all ids that ALIAS events lead to it. Statements are prepared on first use
 * and kept. Every function that can fail takes a `struct err *` last and reports damage as
 * ERR_DAMAGED, a lock held longer than two seconds as ERR_LOCKED, a full or failing disk as ERR_IO.
 */
#ifndef HONE_STORE_H
#define HONE_STORE_H

#include "hone/arena.h"
#include "hone/fold.h"

struct store;

enum store_mode {
	STORE_WRITE, /* made if absent (file mode 0600), older schema migrated */
	STORE_READ, /* must exist; nothing is written, nor beside it unless SQLite's log is there */
	STORE_MEMORY, /* no file at all: a study that can only be read */
};

enum { STORE_SCHEMA = 5 }; /* user_version */

/*
 * NULL and e on failure: ERR_NEWER when its schema is higher than ours, ERR_DAMAGED when it is no
 * SQLite file or not one of hone's (the file is left as it is), ERR_MISSING (STORE_READ),
 * ERR_READONLY when it cannot be written, ERR_LOCKED, ERR_IO. An empty file is a new database to
 * STORE_WRITE only.
 */
struct store *store_open(const char *path, enum store_mode mode, struct err *e) MUST_CHECK;

/*
 * Rolls back an open transaction. False when closing found an error: all commits stand all the
 * same.
 */
bool store_close(struct store *s, struct err *e);

/* Transactions do not nest. After a failed commit the transaction is rolled back. */
bool store_begin(struct store *s, struct err *e) MUST_CHECK;
bool store_commit(struct store *s, struct err *e) MUST_CHECK;
void store_rollback(struct store *s);

/* A number that changes when another program changed the database; for reloading. */
bool store_version(struct store *s, int64_t *version, struct err *e) MUST_CHECK;

/*
 * Changes with every commit of this store and whenever store_version() sees that of another program: what
 * was computed under a stamp holds as long as it stays.
 */
uint64_t store_stamp(const struct store *s);

/*
 * Until store_settle() all reads see the same moment of the database, and cost less: they take one lock
 * together. A transaction in between ends that moment and begins the next. Do not hold it while waiting:
 * the log cannot be cleared away then.
 */
void store_hold(struct store *s);
void store_settle(struct store *s);

/*
 * More memory for pages, 64 MB, for a transaction that writes very much, also after it began; when it has
 * ended as little as before, 2 MB.
 */
void store_widen(struct store *s, bool wide);

/*
 * Around a transaction that fills a blank store: pages are written to their place and not into a log first,
 * unless another program has the store open. Others that open it meanwhile wait. A crash leaves it blank: what
 * opens it next for writing takes the half back.
 */
void store_direct(struct store *s, bool direct);

/* Is the log empty, and no card stored? */
bool store_is_blank(struct store *s, bool *blank, struct err *e) MUST_CHECK;

/*
 * Append to the log inside a transaction: gives ev->id (later than all of this machine's) and folds
 * it: updates memory, topic level, alias or voided. ev->text is copied. ERR_MISSING for a VOID of
 * nothing, ERR_INVALID for a VOID of another machine's event and for an ALIAS that would run in a
 * circle; these change nothing. After any other failure roll back. The options must be those of all
 * appends before: when they changed, store_verify() with `rebuild` first.
 */
bool store_append(struct store *s, const struct sm2_options *o, int64_t now_ms, struct event *ev,
	struct err *e) MUST_CHECK;

/*
 * The newest event of this machine that an undo takes back (GRADE, LEVEL of the user, SCORE, TICK,
 * TIME, HIDE, BURY, FLAG, NOTE, MOVE, COUNT, DECIDE, ROUND, JOIN, WANT, ALIAS of the user,
 * SPOKEN that ends its question; not void), or the newest VOID that
 * a redo takes back (one with no ordinary event after it). *found says whether there is one.
 */
bool store_undoable(
	struct store *s, struct event *ev, bool *found, struct arena *a, struct err *e) MUST_CHECK;
bool store_redoable(
	struct store *s, struct event *ev, bool *found, struct arena *a, struct err *e) MUST_CHECK;

/* The event of that id. False with ERR_MISSING when there is none. */
bool store_event(struct store *s, struct event_id id, struct event *ev, struct arena *a,
	struct err *e) MUST_CHECK;

/* Every event with id >= from, in order, `voided` beside it; `each` returns false to stop. */
bool store_events(struct store *s, struct event_id from,
	bool (*each)(void *ctx, const struct event *ev, bool voided), void *ctx,
	struct err *e) MUST_CHECK;

/*
 * The history of one subject (a card's with its aliases), oldest first, without void events and
 * VOIDs. Reads the whole log, 0.2 s for a million events: for one card that is looked at, not for
 * a list.
 */
bool store_history(struct store *s, int64_t subject, struct event **ev, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;

/*
 * The history of a subject that is no card, in the same way: one seek in an index that no grade is in.
 * Aliases are not followed.
 */
bool store_deeds(struct store *s, int64_t subject, struct event **ev, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* Time worked (TIME), summed by study day into out[0 .. to - from]. Reads the log from `from` on. */
bool store_worked(struct store *s, int from, int to, int64_t *out, struct err *e) MUST_CHECK;

/* The card whose history `id` continues: follows ALIAS events to their end; `id` itself if none. */
bool store_alias(struct store *s, int64_t id, int64_t *card, struct err *e) MUST_CHECK;

/* What the log says of a card; fold_card_new() when nothing. */
bool store_card_state(
	struct store *s, int64_t card, struct card_state *state, struct err *e) MUST_CHECK;

/*
 * Preferences local to this machine; a missing one gives `missing`. "machine" is the store's own.
 */
bool store_setting(struct store *s, const char *name, struct str missing, struct str *value,
	struct arena *a, struct err *e) MUST_CHECK;
bool store_set(struct store *s, const char *name, struct str value, struct err *e) MUST_CHECK;

/*
 * Check the whole: SQLite's integrity_check, foreign keys, and the folded tables against a fold of
 * the log from nothing. Each finding is one sentence in *problem, at most a hundred of them; damage
 * is a finding and no failure. With `rebuild` the folded tables are written anew in one transaction
 * (integrity problems stay).
 */
struct verify_report {
	int64_t events, cards; /* in the log; cards that the log knows */
	struct str *problem;
	size_t nproblem, cap;
	bool rebuilt;
};
bool store_verify(struct store *s, const struct sm2_options *o, bool rebuild,
	struct verify_report *report, struct arena *a, struct err *e) MUST_CHECK;

/*
 * Take all events of `other` (the path of a hone database, opened for reading) that are not here,
 * then fold anew: a union, so commutative, associative and idempotent. *added counts them. One
 * transaction. Errors of store_open() for the other; ERR_INVALID when it is this database itself.
 */
bool store_merge(struct store *s, const struct sm2_options *o, const char *other, int64_t *added,
	struct err *e) MUST_CHECK;

/* The library behind it, with its version: for reports. */
const char *store_engine(void);

#endif
