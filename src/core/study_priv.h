/* study_priv.h - what the parts of study share. */
#ifndef HONE_STUDY_PRIV_H
#define HONE_STUDY_PRIV_H

#include "hone/files.h"
#include "hone/study.h"

/* [files] of hone.ini: each a comma separated list of globs; empty where the file does not say. */
struct study_globs {
	struct str plan, deck, topics, checks, sheet, ignore;
};

/* What study_load() counted, from today on; -1: not counted yet. */
enum { LOAD_DAYS = 92 };

struct load {
	uint64_t stamp; /* of the store, under which it holds */
	int today;
	int n[LOAD_DAYS];
	int wishes; /* WANT events that stand; -1: not known */
	bool wants; /* new cards that are wanted on these days are known: */
	int want[LOAD_DAYS];
	bool counted; /* the rest of the queue, too: */
	int drill, fresh;
};

/* Moments at which another program may come between, for tests. */
enum edit_point { EDIT_BEFORE_READ, EDIT_AFTER_READ, EDIT_BEFORE_RENAME, EDIT_AFTER_RENAME };

struct study_state {
	struct arena arena; /* dir, name, globs: for as long as the study is open */
	struct study_globs globs;
	struct arena plan_arena;
	struct buf plan_file; /* the bytes that study.plan was parsed from */
	uint64_t plan_hash;   /* of them */
	uint64_t plan_stamp;  /* of the store when it was taken */
	bool frozen;          /* nothing can be stored: a database opened for reading */
	char tick;            /* what the user ticks boxes with: 'x' or 'X' */
	bool turned;          /* the day changed since study_now() last told */
	struct load load;
	bool asked; /* for the next card, once */
	size_t why; /* length of why_readonly without what sync adds */
	void (*hook)(void *ctx, enum edit_point at); /* tests only, else NULL */
	void *hook_ctx;
};

/* ---- study_config.c */

/* Read hone.ini of the folder over the defaults; a missing one changes nothing. */
bool study_config(const char *dir, struct settings *settings, struct study_globs *globs,
	struct arena *a, struct err *e) MUST_CHECK;

/* Does the path match one of the globs? '*' matches '/' too. False for an empty list. */
bool study_glob(struct str globs, struct str path);

/* Is this path a file of the study at all, and which roles has it, given what its content says? */
bool study_ignored(const struct study_globs *g, struct str path);
unsigned study_roles(const struct study_globs *g, struct str path, unsigned by_content);

/* A number that changes when the globs do. */
uint64_t study_globs_hash(const struct study_globs *g);

/* ---- study_load.c */

/* What is kept, emptied when it no longer holds. */
struct load *study_loads(const struct study *s);

/* Call after a grade was committed: what was kept before it stays where the card does not count. */
void study_load_moved(struct study *s, uint64_t before, int from, int to);

/* ---- study.c */

bool study_writable(const struct study *s, struct err *e) MUST_CHECK;

/* Absolute path of a file of the study, in the arena. */
const char *study_path(const struct study *s, struct str rel, struct arena *a);

/* The clock again, before something is logged; study_now() tells of a new day later. */
bool study_refresh(struct study *s, struct err *e) MUST_CHECK;

/* Append to the log, inside a transaction, on the day of study_refresh(). */
bool study_append(struct study *s, struct event *ev, struct err *e) MUST_CHECK;

/* Append ev as a transaction of its own. */
bool study_log(struct study *s, struct event *ev, struct err *e) MUST_CHECK;

/*
 * Make these bytes of this file the study's plan. The bytes are taken: *file is empty afterwards. An
 * empty path leaves the study without a plan. False when the log could not be asked for ticks that the file
 * does not hold: they are missing then.
 */
bool study_plan_take(struct study *s, struct str path, struct buf *file, struct err *e) MUST_CHECK;

/*
 * study_marks.c: changing marks in a user's file. `ev` (TICK, LEVEL or VOID) is appended in the
 * transaction that holds the change. TICK and LEVEL get as text what the mark was before, so that an
 * undo can restore it, and are not appended when they change nothing. A VOID whose mark is no longer
 * in the file is appended all the same. `letter` ticks the box: 'x', 'X', or 0 for the user's habit.
 * The second and further TICKs of one call refer to the first: they are one deed.
 */
struct tick {
	uint64_t item;
	bool done;
	char letter;
	struct event ev;
};
bool study_mark_items(struct study *s, struct tick *tick, size_t n, struct err *e) MUST_CHECK;
/* The item and all items below it, as the file has them. */
bool study_mark_tree(struct study *s, uint64_t item, bool done, struct err *e) MUST_CHECK;
/* Several topics, of several files: all or none. With `deed` LEVELs after the first refer to it, or to the event
 * that it names; it names the first then. `row` is for the function. */
struct marking {
	int64_t topic;
	enum level level;
	struct event ev;
	struct topic_row row;
	enum level was; /* for the function, too */
};
/* Where a program was killed between two of the files the rest is done now. */
bool study_rate_recover(struct study *s, struct err *e) MUST_CHECK;
bool study_mark_topics(struct study *s, struct marking *m, size_t n, struct event_id *deed,
	struct err *e) MUST_CHECK;

/*
 * study_seen.c: marks that were changed by something else than a verb. The setting "ticks" holds 16
 * hexadecimal digits and 'x' or ' ' for every box of the plan as the log last knew it; the marks of
 * topics are in the catalog.
 */
bool study_seen_plan(
	struct study *s, const struct plan *p, int *nchanged, struct err *e) MUST_CHECK;
/*
 * Of tasks without a box only the log knows: was this one ticked in hone? Those that were are done in *p,
 * too, and counted.
 */
bool study_seen_log(const struct study *s, uint64_t item, bool *done, struct err *e) MUST_CHECK;
bool study_seen_marks(const struct study *s, struct plan *p, struct err *e) MUST_CHECK;
/* Has the plan in memory such tasks, and was something logged since it was taken? */
bool study_seen_later(const struct study *s);
bool study_seen_item(struct study *s, uint64_t item, bool done, struct err *e) MUST_CHECK;
/*
 * The topics of a text, each under the id that its ratings are logged under: a reworded one goes on as what it was
 * (ALIAS), unless another topic of the text has that name.
 */
bool study_topics(const struct study *s, struct str text, struct str path, struct topics *out,
	struct arena *a, struct err *e) MUST_CHECK;
/* *t gets the ids of those that were reworded. */
bool study_seen_topics(struct study *s, const struct file_row *file, struct topics *t,
	struct sync_report *report, struct err *e) MUST_CHECK;

/* ---- study_reword.c */

/*
 * Of the topics of a file, `row` as they stood in it, those that the log knows and that went are compared with those
 * that came: a sure one gets an ALIAS and its old id in *t; of others the user is asked.
 */
struct reworded {
	int matched, doubts;
};
bool study_reworded(struct study *s, const struct topic_row *row, size_t n, struct topics *t,
	struct reworded *out, struct err *e) MUST_CHECK;

/* A topic that may be one that went. */
struct topic_doubt {
	int64_t came, gone;
	int permille, day; /* day: it went */
	struct str was;    /* its name */
};
/* Where the one is there and the other is not. */
bool study_topic_doubts(const struct study *s, struct topic_doubt **out, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;
/* Not asked again. Inside a transaction. */
bool study_topic_differ(struct study *s, int64_t came, struct err *e) MUST_CHECK;

/* ---- study_describe.c */

/* "graded "KV-cache" Good". Of a deed of several events `ev` is the first, and `more` are the others. */
bool study_describe(const struct study *s, const struct event *ev, size_t more, struct buf *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* ---- study_sync.c */

/* A file that was added, changed or removed since the last sync. */
struct sync_file {
	struct str path;
	struct file_stat stat; /* when it was listed */
	struct file_row row;   /* as stored; id 0 when it is new */
	bool gone;
	const struct survey *survey; /* of its text, while it is read */
	struct card_key
		*key; /* the cards stored for it, by id; `seen` is set once one is found again */
	size_t nkey;
};

/* A card of a changed file that is not yet known to be one of those stored for the file. */
struct newcomer {
	struct deck_card card; /* strings in the arena of the sync */
	struct sync_file *file;
	int64_t before, after;
	int rank, tail;
	bool settled; /* stored */
	bool fresh;   /* as a card that was never seen before */
};

struct sync {
	struct study *s;
	struct sync_report *report;
	struct arena arena;   /* lives as long as the sync */
	struct arena scratch; /* for one file */
	bool force;           /* read all files anew: how they are read has changed */
	bool blank;           /* nothing was stored or logged before: every card is new */
	bool wide;            /* the store has more memory for it */
	bool losing;          /* a deck was changed or removed: cards may have moved */
	bool again;           /* a file must be read again, in a second round */
	struct file_row *row; /* files as they were stored before */
	size_t nrow;
	struct sync_file *file;
	size_t nfile;
	struct newcomer *came;
	size_t ncame, came_cap;
	bool (*progress)(void *ctx, struct str path, size_t done, size_t total);
	void *ctx;
	size_t done, total; /* bytes */
};

/* Tell how far it is: `at` bytes into the file. False with e set when the user cancels. */
bool sync_progress(struct sync *y, const struct sync_file *f, size_t at, struct err *e) MUST_CHECK;

/*
 * study_cards.c: find the stored cards of a file in its text again; put what is new on y->came. Tells
 * `problem` what is no card, each place once.
 */
bool sync_cards(struct sync *y, struct sync_file *f, struct str text,
	void (*problem)(void *ctx, int line, struct str what), void *ctx, struct err *e) MUST_CHECK;

/* After all files were read: decide what the new cards are, drop the cards that are gone. */
bool sync_settle(struct sync *y, struct err *e) MUST_CHECK;

/*
 * study_refold.c: when the settings of the scheduler differ from those that the database was folded
 * under, fold the whole log anew. Quick otherwise.
 */
bool study_refold(struct study *s, struct arena *a, struct err *e) MUST_CHECK;

/* ---- study_doubt.c */

/* Note which of the fresh newcomers may be a card that went. */
bool sync_doubts(struct sync *y, struct err *e) MUST_CHECK;

/* A card that stands in the files under one id is stored under another from now on. Inside a transaction. */
bool study_move_card(struct study *s, int64_t from, int64_t to, struct err *e) MUST_CHECK;

/* ---- study_match.c */

/* Where a card stands among those that stayed in its file: only places of one file compare. */
struct place {
	int64_t file;
	int64_t before, after; /* ids of the nearest cards that stayed; 0 at the ends */
	int rank, tail;        /* how many others stand between it and `before`, and `after` */
};

/* A card that came into a file, or one that went. */
struct mover {
	struct place place;
	int64_t id; /* as the deck gives it, or as it was stored */
	enum card_kind kind;
	int ordinal;
	struct str front, back; /* back is not needed once `all` and `answer` are known */
	uint64_t all, answer;   /* hashes, by study_mover_hash() */
	bool long_answer;       /* several words: alone enough to know a card by */
	struct mover *match;    /* the other one */
};

/* Fill the hashes from front and back. */
void study_mover_hash(struct mover *m);

/* A text as the sorted hashes of its words, each once. */
struct words {
	uint64_t *word;
	size_t n;
};
struct words study_words(struct str text, struct arena *a);

/* Jaccard's index: the words in common of all words, in thousandths. */
int study_overlap(struct words a, struct words b);

/* Find for cards that went which of those that came they surely are; sets `match` on both. */
void study_match(struct mover *gone, size_t ngone, struct mover *came, size_t ncame);

/* The lines that were written last, where they are the last thing done: what comes can be one deed with them. */
bool study_last_note(const struct study *s, struct event_id *deed, struct err *e) MUST_CHECK;

#endif
