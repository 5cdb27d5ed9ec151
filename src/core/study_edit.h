/*
 * study_edit.h - one change of one file of the user, together with its events in the log. Private to
 * study*.c and planner*.c.
 *
 * Nothing is written to a file that changed since it was read: the change is then made anew for what the
 * file holds now, up to EDIT_TRIES times, and given up with ERR_STALE. When the log cannot be written
 * the file gets its old bytes again.
 */
#ifndef HONE_STUDY_EDIT_H
#define HONE_STUDY_EDIT_H

#include "study_place.h"
#include "study_priv.h"

enum { EDIT_TRIES = 3 };

/* A file of the study while it is changed. */
struct edit {
	struct study *s;
	struct arena arena;
	struct str rel;
	const char *path;    /* absolute */
	struct buf was, now; /* its bytes; now: after the change */
	struct str text;     /* of `was`, as parsers read it: without BOM */
	struct patch *patch; /* in offsets of `was`, sorted */
	size_t n;
	struct event *ev; /* of study_edit_logged() */
	size_t nev, cap_ev;
	bool written, raced; /* raced: another program was quicker */
	struct file_row row;
	bool known; /* the catalog holds the file exactly as it was */
};

/*
 * Runs `change` inside a transaction with the file read; it appends its events and writes by
 * study_edit_write(), last. May be called several times, each time with a file read anew. A file in a
 * broken encoding is refused. When the file is the study's plan, s->plan follows.
 */
bool study_edit(struct study *s, struct str rel,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx,
	struct err *e) MUST_CHECK;

/*
 * The same for several files, each of another path: what is said of all of them is written and logged, or nothing
 * is. `change` does not write.
 */
bool study_edit_all(struct study *s, const struct str *rel, size_t n,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx,
	struct err *e) MUST_CHECK;

/* The patches, in offsets of ed->text, sorted or not; the bytes they give are in ed->now. */
void study_edit_patch(struct edit *ed, const struct patch *patch, size_t n);
bool study_edit_write(struct edit *ed, struct err *e) MUST_CHECK;

/*
 * As study_edit(), for a change that a sync could not find in the file by itself: `change` only says
 * what is to be done, by study_edit_patch() with at most one patch and by study_edit_event(). What is
 * about to be done is stored before the file is touched, so that a program that was killed between file
 * and log has done it all once the next one looks: study_edit_recover().
 */
bool study_edit_logged(struct study *s, struct str rel,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx,
	struct err *e) MUST_CHECK;
/* Those after the first that refer to nothing refer to it. */
void study_edit_event(struct edit *ed, struct event ev);

/* Log what was written to a file by a program that was killed before it could log it. */
bool study_edit_recover(struct study *s, struct err *e) MUST_CHECK;

/* The plan as ed->text has it: in the study's memory, or the arena of ed. */
bool study_edit_plan(struct edit *ed, struct plan *out, struct err *e) MUST_CHECK;

/* ---- study_note.c: lines that hone writes into the plan, and takes out again */

/*
 * What is to be written for `subject`, an item or day: `compose` says where and what for the text of the
 * plan as it is now; it is pure and may be called several times. `text` of the NOTE where `note` is
 * NOTE_TEXT; the others have theirs from the place.
 */
struct writing {
	uint64_t subject;
	enum note note;
	struct str text;
	bool (*compose)(const struct study *s, struct str text, const struct plan *p,
		const void *ctx, struct put *out, struct arena *a, struct err *e);
	const void *ctx;
};

/* Of a study_edit_logged(): one patch and its NOTE; nothing when it changes nothing. */
bool study_edit_put(struct edit *ed, uint64_t subject, enum note note, struct str text,
	const struct put *at, struct err *e) MUST_CHECK;

/* ERR_INVALID, and nothing is written, when the lines would be read as part of the plan. */
bool study_write(struct study *s, const struct writing *w, struct err *e) MUST_CHECK;

/* The same without writing: the place, the bytes that stand there, and a hash of the file's bytes. */
bool study_compose(const struct study *s, const struct writing *w, struct put *out,
	struct str *before, uint64_t *file, struct arena *a, struct err *e) MUST_CHECK;

/* ---- study_lines.c: lines put into any file of the study, and taken out again */

/*
 * Of a study_edit_logged(): one patch and its NOTE, put in or, with a length, in place of a line. The plan may get
 * so many tasks more, and nothing else.
 */
bool study_lines_put(struct edit *ed, const struct put *at, int tasks, struct err *e) MUST_CHECK;

/* The file that a NOTE_FILE or NOTE_SWAP is about; its other parts where they are not NULL. */
struct str study_lines_path(struct str text, struct str *before, struct str *block);

/* As study_void_note() does for lines in the plan. */
bool study_void_lines(struct study *s, const struct event *done, const struct event *ev, size_t n,
	bool forward, bool *stays, struct err *e) MUST_CHECK;

/*
 * Undo the NOTE `done` (or, forward, do it again) and log `ev`, its VOID, and those of what refers to it. *stays: what the note wrote is
 * no longer there as it was, so the file was left as it is.
 */
bool study_void_note(struct study *s, const struct event *done, const struct event *ev, size_t n,
	bool forward, bool *stays, struct err *e) MUST_CHECK;

#endif
