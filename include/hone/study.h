/*
 * study.h - an opened study folder, and every verb that changes anything.
 *
 * A study is a folder of markdown files with a database in `.hone/hone.db`. study_open() is quick: it
 * opens the database and reads the plan; study_sync() then compares the files with what the database
 * knows of them. Each verb is one transaction; when it returns true, what it did is on disk; when it
 * returns false, nothing has changed and e says why in a sentence.
 */
#ifndef HONE_STUDY_H
#define HONE_STUDY_H

#include "hone/catalog.h"
#include "hone/clock.h"
#include "hone/plan.h"

/* Settings of a study: hone.ini in its folder over the defaults. */
struct settings {
	int rollover;    /* hour at which a study day begins, 0..23; 4 */
	int new_per_day; /* 20 */
	int questions;   /* of a daily check; 10 */
	int deadline;    /* study day up to which all is to be learnt, DAY_NONE: as the plan says */
	int target;      /* readiness to reach in percent, 0: as the plan says */
	struct sm2_options sm2;
};

/* Where a study stands, for reading. Owned by the study; changes with the next verb or sync. */
struct study {
	const char *dir;  /* absolute, without links */
	const char *name; /* its last component */
	struct store *store;
	struct settings settings;
	bool readonly;
	char why_readonly[200]; /* a sentence, when readonly */
	struct plan plan;       /* zero when the study has no plan */
	struct str plan_path;   /* relative; empty when none */
	int today;              /* study day, as of study_now() */
	struct moment now;
	struct study_state *state; /* private */
};

/*
 * hone.ini in the folder: [day] rollover; [review] new_per_day, deadline (2026-02-12), max_interval,
 * late_credit, drill_below, leech; [readiness] target; [check] questions; [files] plan, deck, topics,
 * checks, sheet, ignore: comma separated globs relative to the folder
 * ('*' matches '/' too) that say what a file is in place of its content; ignored files do not exist.
 *
 * Open the folder. ERR_MISSING when it is not there, ERR_INVALID when it is no folder, ERR_IO when it
 * cannot be read, the errors of store_open() under the database's path. A folder that cannot be written
 * opens read-only. A bad hone.ini fails with file and line.
 */
struct study *study_open(const char *dir, struct err *e) MUST_CHECK;
bool study_close(struct study *s, struct err *e);

/* The day up to which all is to be learnt: of hone.ini, else of the plan; DAY_NONE when neither names one. */
int study_deadline(const struct study *s);

/*
 * Put the database of a study that cannot be opened out of the way: `.hone/hone.db` and what SQLite keeps
 * beside it are renamed to "hone.db.damaged-DATE-TIME"; the path in *to. Only when the user asks.
 */
bool study_set_aside(const char *dir, struct buf *to, struct err *e) MUST_CHECK;

/* Ask the clock; true in *turned when the study day changed. */
bool study_now(struct study *s, bool *turned, struct err *e) MUST_CHECK;

struct sync_report {
	int files, changed, removed; /* files; changed: read anew, new ones included */
	int unreadable;              /* folders and files that could not be looked at */
	int cards_added, cards_changed, cards_gone,
		cards_matched; /* matched: reworded, history kept */
	int topics_matched;    /* reworded, history kept */
	int doubts;            /* new cards and topics that may be old ones: study_doubts() */
	int levels, ticks;     /* marks that were changed in an editor */
	int problems;          /* all that stand in the catalog now */
	bool any;              /* something changed at all */
};

/*
 * Read what changed in the folder, in one transaction; where nothing changed, nothing is written. A card
 * that was reworded or moved keeps its history when it is surely the same; a mark that was changed in an
 * editor is logged. Files that cannot be read become problems in the catalog and keep what was known of
 * them. `progress` (may be NULL) is called now and then with what is being read and how many bytes of
 * all are done; it returns false to cancel: then study_sync() is false with ERR_STALE, and nothing has
 * changed. When hone.ini gives the scheduler other settings than before, all
 * states are first folded anew from the log. A study whose database can only be read is left as it is; why_readonly then says how many
 * files it does not show.
 */
bool study_sync(struct study *s,
	bool (*progress)(void *ctx, struct str path, size_t done, size_t total), void *ctx,
	struct sync_report *report, struct err *e) MUST_CHECK;

/* Grade a card 0..5. took_ms: thinking time, 0 if not known. *kind (may be NULL): what it counted as. */
bool study_grade(struct study *s, int64_t card, int grade, int64_t took_ms, enum answer_kind *kind,
	struct err *e) MUST_CHECK;

/* Rate a topic: the mark in the user's file and the log; text of the event: the mark before. */
bool study_rate(struct study *s, int64_t topic, enum level level, struct err *e) MUST_CHECK;
/* As part of a round: a baseline, a re-assessment. */
bool study_rate_in(struct study *s, int64_t topic, enum level level, struct event_id round,
	struct err *e) MUST_CHECK;

/* Begin a round: a check, a gap analysis, a mock interview, topics to be rated. */
bool study_round(struct study *s, enum round_kind kind, struct str name, struct event_id *round,
	struct err *e) MUST_CHECK;

/* Time spent on a question of a round whose answers are scored later, by its index; `answered` ends it. */
bool study_spoken(struct study *s, struct event_id round, int question, bool answered,
	int64_t took_ms, struct err *e) MUST_CHECK;

/* How well a question was answered or a topic explained. */
struct scoring {
	int64_t subject; /* card or topic */
	int percent;     /* 0..100 */
	int64_t took_ms; /* thinking time, 0 if not known */
	struct event_id round;
	bool grades; /* a card's: its schedule follows, as sm2_grade_of_percent() says */
};
bool study_score(struct study *s, const struct scoring *what, struct err *e) MUST_CHECK;

/*
 * Tick or untick a plan item: the box in the user's file and the log. No change is no error. ERR_STALE
 * when the file was changed and the task is no longer in it; plan is then as before. Boxes are ticked
 * with the letter that most boxes of the plan have. Text of the event: the letter that was there.
 */
bool study_tick(struct study *s, uint64_t item, bool done, struct err *e) MUST_CHECK;

bool study_hide(struct study *s, int64_t card, bool hidden, struct err *e) MUST_CHECK;

/* Set a card aside until the next study day. No change is no error. */
bool study_bury(struct study *s, int64_t card, struct err *e) MUST_CHECK;
bool study_flag(struct study *s, int64_t card, bool flagged, struct err *e) MUST_CHECK;

/*
 * Several at once, all or none: one deed, which one undo takes back. `deed` names its first event and is set to that
 * where it names none yet; so further verbs belong to the same deed. What is so already is passed over.
 */
struct rating {
	int64_t topic;
	enum level level;
};
bool study_rate_all(struct study *s, const struct rating *r, size_t n, struct event_id *deed,
	struct err *e) MUST_CHECK;
bool study_flag_all(struct study *s, const int64_t *card, size_t n, bool flagged,
	struct event_id *deed, struct err *e) MUST_CHECK;

/*
 * Doubts: cards that came into the files and may be ones that went, whose history would then go on. A sync
 * finds them: of one kind and place in their text, with at least 30 % of the words of both questions in
 * common, or with the same answer of four words and more; for each card that came the one most alike.
 * Where more than a million pairs would have to be compared, none are asked about. In deck order. Behind them topics
 * that came into a table and may be ones that went: of one area with at least 30 % of the words of both names in
 * common, or in the same place with half of the letters; where all but little is the same it goes on unasked.
 */
struct doubt {
	struct card came;
	struct gone_card gone;
	struct card_state state; /* of the one that went */
	int permille;            /* words in common; 1000: the same answer */
	/*
	 * It is about topics: of `came` id, deck, line, front (its name) and topic (its area) are known, of `gone` id,
	 * day, deck and front; and how the one that went was rated.
	 */
	bool topic;
	enum level level;
};
bool study_doubts(const struct study *s, struct doubt **out, size_t *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* It is the same card: from now on it has the history of the one that went. ERR_MISSING if there is no
 * such doubt. study_undo() parts them again. */
bool study_same(struct study *s, int64_t came, struct err *e) MUST_CHECK;
/* It is another one, and is not asked about again. ERR_MISSING if there is no such doubt. */
bool study_differ(struct study *s, int64_t came, struct err *e) MUST_CHECK;

/*
 * Take back the last thing done on this machine, or the last undo. `what` says in words what was taken
 * back ("graded \"KV-cache\" Good"). ERR_MISSING when there is nothing.
 */
bool study_undo(struct study *s, struct buf *what, struct err *e) MUST_CHECK;
bool study_redo(struct study *s, struct buf *what, struct err *e) MUST_CHECK;

/* What study_undo() would take back, in the same words; empty when there is nothing. */
bool study_undo_hint(const struct study *s, struct buf *what, struct err *e) MUST_CHECK;

/*
 * Take over what another machine logged: `other` is its hone.db, opened for reading. *added counts the
 * events that were not here. The next sync reads all files again, since cards may have become one.
 */
bool study_merge(struct study *s, const char *other, int64_t *added, struct err *e) MUST_CHECK;

/* The text of a file of the study, decoded as parsers read it; in the arena. */
bool study_text(const struct study *s, struct str path, struct decoded *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* The same as a text of the caller's own: nothing is copied where the file is plain UTF-8. */
bool study_take_text(
	const struct study *s, struct str path, struct buf *out, struct err *e) MUST_CHECK;

/*
 * Reviews due on a study day: on today all that are due by then. Counted up to LOAD_CAP, which then means
 * "that many or more": a screen says "1000+". Kept until the study changes, and over a grade, so asking
 * again is cheap.
 */
enum { LOAD_CAP = 1001 };
bool study_load(const struct study *s, int day, int *n, struct err *e) MUST_CHECK;

/* How the user likes to see something ("plan-week"): kept on this machine. What can only be read keeps
 * nothing, and that is no error. */
bool study_prefers(const struct study *s, const char *name, bool *on, struct err *e) MUST_CHECK;
bool study_prefer(struct study *s, const char *name, bool on, struct err *e) MUST_CHECK;

/* An id as the command line writes it: 16 hexadecimal digits. */
const char *study_id(uint64_t id, char out[static 17]);

#endif
