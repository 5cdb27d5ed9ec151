/*
 * planner.h - verbs on the plan beyond one tick, and what the log says of it.
 *
 * Like those of study.h each verb is one deed, on disk when it returns true, taken back by study_undo().
 * Where lines are written into the plan, the function that ends in _edit says before what will stand
 * there and changes nothing. Ids are those of items and of days.
 */
#ifndef HONE_PLANNER_H
#define HONE_PLANNER_H

#include "hone/calendar.h"
#include "hone/study.h"

/* ---- planner_moves.c: the calendar */

/* The moves that stand, in the arena. */
bool planner_choice(const struct study *s, struct calendar_choice *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* calendar_make() of the study's plan with them. */
bool planner_calendar(
	const struct study *s, struct calendar *out, struct arena *a, struct err *e) MUST_CHECK;

/*
 * The day of the plan to work on, by its calendar: the open one that stands today, else what plan_today()
 * says if that stands anywhere, else the next one. -1: the plan has no days.
 */
int planner_today(const struct study *s, const struct calendar *cal);
bool planner_find_today(const struct study *s, int *day, struct err *e) MUST_CHECK;

/*
 * The calendar as it would be with `m` too; ERR_INVALID in a sentence when the move cannot be made (a day
 * that is done, a date that is past, off days everywhere). Changes nothing.
 */
bool planner_preview(const struct study *s, const struct move *m, struct calendar *out,
	struct arena *a, struct err *e) MUST_CHECK;
bool planner_move(struct study *s, const struct move *m, struct err *e) MUST_CHECK;

/* "moved Week 3 Day 2 "PyTorch Basics" 1 study day later": for status line, undo and preview. */
void planner_words(const struct study *s, const struct move *m, struct buf *out);

/* ---- planner_log.c: counters, decisions, and what the log says of a task */

/* `by` may be negative; a count never goes below 0: ERR_INVALID. */
bool planner_count(struct study *s, uint64_t counter, int by, struct err *e) MUST_CHECK;

/* Its sum, and the sum of the study week (Monday on) that `day` lies in. */
bool planner_counted(const struct study *s, uint64_t counter, int day, int *all, int *week,
	struct err *e) MUST_CHECK;

/* Where the option has days of its own, their alternatives are then out of the calendar. */
bool planner_decide(struct study *s, uint64_t decision, int option, struct str reason,
	struct err *e) MUST_CHECK;

/* The last decision; option -1: not decided, and day is DAY_NONE. */
bool planner_decided(const struct study *s, uint64_t decision, int *option, int *day,
	struct str *reason, struct arena *a, struct err *e) MUST_CHECK;

/* One stretch of work. */
struct planner_run {
	int day;
	int64_t ms;
};

/* What the log says of one item or day of the plan: TIME, NOTE, and TICK as work. */
struct planner_deeds {
	int64_t ms;      /* worked, corrections included; never below 0 */
	int first, last; /* study days with work, DAY_NONE */
	int days;        /* different ones: "2 days planned, 5 taken" */
	struct str *note;
	int nnote;               /* in the user's words, oldest first */
	struct planner_run *run; /* each stretch of work, oldest first: 60 -> 15 min; what a
	                          * correction took off is taken off the newest */
	int nrun;
};
bool planner_deeds(const struct study *s, uint64_t item, struct planner_deeds *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* The same over all items of a day of the plan and the day itself. */
bool planner_day_deeds(const struct study *s, int plan_day, struct planner_deeds *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* Milliseconds worked on plan items by study day, from..to, into out[0 .. to - from]. */
bool planner_worked(
	const struct study *s, int from, int to, int64_t *out, struct err *e) MUST_CHECK;

/* ---- time: one timer a study; it goes on through a quit, a crash and a clock that was set back */

enum { TIMER_LONGEST_MS = 12 * 60 * 60 * 1000, TIMER_LEAST_MS = 5000 };

struct planner_timer {
	uint64_t item;    /* or a day; 0: there is none */
	int64_t ms;       /* worked without the pauses, as of study.now */
	int64_t since_ms; /* when it was started, or went on after the last pause */
	bool running;
	bool capped; /* it ran longer than TIMER_LONGEST_MS at a stretch, of which that much counts */
	int day;     /* study day on which it last ran */
};
bool planner_timer(const struct study *s, struct planner_timer *out, struct err *e) MUST_CHECK;

/* One of another item is stopped and logged first, in the same transaction; a paused one goes on. */
bool planner_timer_start(struct study *s, uint64_t item, struct err *e) MUST_CHECK;
/* ERR_MISSING when there is none. */
bool planner_timer_pause(struct study *s, bool paused, struct err *e) MUST_CHECK;
/* Logs TIME on the day it last ran; less than TIMER_LEAST_MS logs nothing. ERR_MISSING as above. */
bool planner_timer_stop(struct study *s, struct err *e) MUST_CHECK;
bool planner_timer_drop(struct study *s, struct err *e) MUST_CHECK; /* log nothing */

/* Minutes by hand. Negative ones correct; ERR_INVALID when not that many are logged. */
bool planner_add_minutes(struct study *s, uint64_t item, int minutes, struct err *e) MUST_CHECK;

/* ---- lines in the plan */

/* Tick or untick an item and all items below it; those that are so already stay. */
bool planner_tick_tree(struct study *s, uint64_t item, bool done, struct err *e) MUST_CHECK;

/*
 * What will be written. `before` are the bytes that stand there, `after` those that will; where lines
 * are put in `before` is empty, and `after` has line endings.
 */
struct planner_edit {
	struct str path;
	int line; /* 1-based, of the first line of `after` that is not empty */
	struct str before, after;
	size_t at, length;   /* in the text as parsers read it */
	uint64_t file;       /* hash of the file's bytes that it is for */
	enum note note;      /* as it will be logged, */
	struct str text;     /* and a note's words */
	int tasks;           /* boxes among the lines, where they are put into the plan */
	struct event_id ref; /* of NOTE_FILE: the first event of the deed it belongs to; none */
	int64_t is,
		was; /* of NOTE_SWAP: the topic of the new words goes on as this one; 0: none does */
};

/*
 * A note below a task, after the lines that belong to it and before other tasks, or below the heading of
 * a day: a list item in the manner of those there, on one line. ERR_INVALID without words.
 */
bool planner_note_edit(const struct study *s, uint64_t id, struct str text,
	struct planner_edit *out, struct arena *a, struct err *e) MUST_CHECK;
bool planner_note(struct study *s, uint64_t id, struct str text, struct err *e) MUST_CHECK;

/*
 * The status of a day (index into plan.day) at the end of its heading, in place of one that is there, in
 * the manner of the plan's other days: with their signs, bold, capitals and date. PLAN_OPEN takes it away.
 */
bool planner_status_edit(const struct study *s, int day, enum plan_status status,
	struct planner_edit *out, struct arena *a, struct err *e) MUST_CHECK;
bool planner_status(struct study *s, int day, enum plan_status status, struct err *e) MUST_CHECK;

/* ---- planner_lines.c: lines in any file of the study */

/*
 * Lines put into `text`, or in place of one line of it, that of the file as study_text() just gave it (ERR_STALE when it is another now).
 * planner_apply() writes them, for any subject; study_undo() takes out exactly them. In the plan they must
 * be no more than words: ERR_INVALID when written.
 */
struct planner_put {
	struct str path, text;
	size_t at;        /* where a line begins, or the text ends */
	int line;         /* number of the first line put in */
	struct str lines; /* with line endings; in place of a line without the last one */
	size_t length;    /* of the line that they replace, without its ending; 0: none */
};
bool planner_lines_edit(const struct study *s, const struct planner_put *put,
	struct planner_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* Open tasks below the others of a day (index into plan.day), a box for each as the others have theirs. */
bool planner_tasks_edit(const struct study *s, int day, const struct str *task, int n,
	struct planner_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* What was measured of a day of the plan, today. */
struct planner_summary {
	int minutes;             /* 0: none */
	int score_tenths;        /* of today's knowledge check, -1: none */
	int ticked, open;        /* tasks of the day */
	struct str *topic_moved; /* "Heaps: unsure to know" */
	int ntopic_moved;
	int cards_reviewed, cards_new; /* answered today; for the first time */
	struct str *learning;          /* notes of today on the day and its tasks */
	int nlearning;
};
bool planner_summarise(const struct study *s, int day, struct planner_summary *out, struct arena *a,
	struct err *e) MUST_CHECK;

/*
 * That as lines, in the manner and at the place of the plan's earlier summaries; where there are none, a
 * plain block at the end of the day. ERR_INVALID when the day has one of today already.
 */
bool planner_summary_edit(const struct study *s, int day, const struct planner_summary *m,
	struct planner_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* Write an edit that was shown, exactly it. ERR_STALE when the file changed since. */
bool planner_apply(struct study *s, uint64_t subject, const struct planner_edit *edit,
	struct err *e) MUST_CHECK;

/* ---- planner_sheet.c: a sheet for a day */

struct planner_sheet {
	struct str path; /* relative to the study; no file has it */
	struct str text;
};

/* The number of a day counted from the first day of the plan; 0 when nothing tells. */
int planner_day_number(const struct plan *p, int day);

/*
 * A sheet with a heading for each topic: "day9-heaps-tries.md", "week2-day2-heaps.md" where the day has no
 * number in all, in the folder that most sheets of the study stand in (those that are nothing else); when
 * there are none, in "references". ERR_INVALID when a file of that name is there.
 */
bool planner_sheet_edit(const struct study *s, int day, const struct str *topic, int ntopic,
	struct planner_sheet *out, struct arena *a, struct err *e) MUST_CHECK;

/* Write it; what is there is never written over: ERR_INVALID. Not undone. */
bool planner_sheet(struct study *s, const struct planner_sheet *sheet, struct err *e) MUST_CHECK;

/* ---- a file that was saved in a wrong encoding */

enum { REPAIR_SAMPLES = 8 };

struct planner_repair {
	struct str path;
	enum encoding encoding;
	size_t characters; /* that come out right, each of which now shows as two or more */
	struct repair_sample {
		int line;
		struct str before, after;
	} sample[REPAIR_SAMPLES]; /* the first lines that change */
	int nsample;
	const char *backup; /* where the old bytes are kept, absolute; NULL in a preview */
};

/* ERR_INVALID when there is nothing that can be repaired. */
bool planner_repair_preview(const struct study *s, struct str path, struct planner_repair *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* The whole file anew, only when the user asks; its old bytes are kept in .hone/backup/. Not undone. */
bool planner_repair(struct study *s, struct str path, struct planner_repair *out, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
