/*
 * guide.h - what a plan says beside its tasks: goals, targets, resources, milestones, counters,
 * decisions, the week's rhythm, advice. Pure. Read when a screen asks for it, never at a start.
 *
 * Nothing here is ever an error: what a plan does not say gives an empty list. Words are understood in
 * English, and the usual ones in German, French and Spanish. Strings are plain text, one line each;
 * they borrow from the text or live in the arena. `week`, `day`, `phase`, `item`, `section` are
 * indexes into the plan and -1 for none, except where a member says that it is a number. Lines are
 * 1-based.
 */
#ifndef HONE_GUIDE_H
#define HONE_GUIDE_H

#include "hone/plan.h"

/*
 * "70% → 85%", "60-70 %", "85%+", "90% (from 65%)": whole percent, -1 where not said; low = high for
 * one number. The week is the one it is to be reached by where the line names one ("by Week 4").
 */
struct guide_target {
	struct str text; /* what it is about: "LLM systems", "interview readiness" */
	int from_low, from_high, low, high;
	int week, day;
	int line;
};

/*
 * A web address or a file that the plan mentions. The url of a file is its path as written, perhaps
 * with an "#anchor"; that of an address without a scheme begins with "https://".
 */
struct guide_link {
	struct str label; /* its words; for a bare "URL: ..." below a task the task's */
	struct str url;
	struct str under; /* the heading or label it stands under: "Resources", "Study" */
	int item;         /* the task it belongs to */
	int week, day, section;
	int line;
};

/* A row of a timeline: of a table of weeks, or "- Week 4 (Day 28): ..." in a list. */
struct guide_week {
	int from, to; /* numbers of weeks */
	bool open;    /* "8+": to = from */
	struct str focus, goal, target_text, notes, status;
	int base, low, high; /* readiness in percent: before, aimed at; -1 */
	int line;
};

/*
 * Many plans put a "✅" before everything they expect. It counts as a mark only in a list in which
 * something else stands without one; a box counts always. `sign` says that one stands there.
 */
struct guide_milestone {
	struct str title; /* "3 ML projects completed" */
	/* Numbers: due at the end of this week, of this day counted from the first; 0 when not said. */
	int week, day;
	bool open_end; /* "Week 11+" */
	bool marked, sign;
	int item;
	int line;
};

/* "20+ applications submitted", "10-15 positions per week", "5+ phone screens". */
struct guide_counter {
	uint64_t id; /* hash of path, words and how often they occurred before, not of numbers */
	struct str name; /* "applications submitted" */
	int low, high;   /* 20, 20 of "20+"; 10, 15 */
	bool per_week;
	int item;
	int line;
};

/* What must hold for an option: readiness in percent of areas, or of all together. */
enum guide_test {
	GUIDE_ALL_AT_LEAST,
	GUIDE_ANY_BELOW,
	GUIDE_OVERALL_AT_LEAST,
	GUIDE_OVERALL_BELOW,
	GUIDE_ELSE, /* "otherwise"; the side without a number where the other one has it */
	GUIDE_UNKNOWN,
};

struct guide_option {
	struct str condition, action;
	enum guide_test test;
	int percent;     /* threshold, -1 */
	struct str name; /* "Option A", may be empty */
	int day;         /* the first day of the same week whose title has the name */
	int line;
};

/* "If gaps closed (80%+ across all areas): Option A" and its alternatives. */
struct guide_decision {
	uint64_t id; /* hash of path, title and how often it occurred before */
	struct str title;
	int week, day, phase; /* where it stands */
	struct guide_option *option;
	int noption;
	int line;
};

/*
 * The week as the plan words it: minutes of each day, Monday first; the middle of ranges. "Weekend: 4
 * hours" is split evenly, "Mon-Fri: 1 hour" and "daily" are for each day. A template that says "Add:"
 * contains the one before it.
 */
struct guide_rhythm {
	struct str title;       /* "7-8 hours/week" */
	int week_from, week_to; /* minutes a week as titled, else the sum of the days */
	int minutes[7];
	int line;
};

enum guide_when {
	GUIDE_FASTER,
	GUIDE_SLOWER,
	GUIDE_EARLY_INTERVIEW,
	GUIDE_TOO_EASY,
	GUIDE_TOO_HARD,
};

/* "If you're moving slower:" and what it says to do. */
struct guide_advice {
	enum guide_when when;
	struct str *line_text;
	int nline;
	int line;
};

struct guide {
	int weeks_from, weeks_to;   /* "12 weeks", "2-3 months" (of 13/3 weeks, rounded); 0 */
	int budget_from, budget_to; /* minutes a week: "5-10 hours/week"; 0 */
	struct guide_target *target;
	struct guide_link *link;
	struct guide_week *week;
	struct guide_milestone *milestone;
	struct guide_counter *counter;
	struct guide_decision *decision;
	struct guide_rhythm *rhythm;
	struct guide_advice *advice;
	int ntarget, nlink, nweek, nmilestone, ncounter, ndecision, nrhythm, nadvice;
};

/* `text` is what plan was parsed from, `path` its path in the study. */
struct guide guide_parse(
	struct str text, struct str path, const struct plan *plan, struct arena *a);

/*
 * What a day says of itself. What a range of days says (the topics of "Day 1-2", its status) belongs to
 * each of them if it stands before them, to the last of them if it stands after.
 */
struct guide_day {
	struct str goal, rationale, context; /* empty when not given */
	struct str *topic;      /* "1. Data parallelism - synchronization": "Data parallelism" */
	struct str *topic_note; /* beside each topic: "Gap Q182", or empty */
	int ntopic;
	struct str *learning; /* key learnings, insights, findings */
	int nlearning;
	struct str *result; /* lines of "Results Summary", "Final Status" and the like */
	int nresult;
	struct str *criterion; /* success criteria, expected outcomes */
	int ncriterion;
	struct str target;
	bool target_met;   /* "✅ ACHIEVED" stands behind the target */
	int score;         /* of that day's knowledge check, in tenths of a percent; -1 */
	int minutes_taken; /* as the user wrote it ("Total time: ~2.25 hours"); 0 */
};
/* `week` is that of the day: no more than its lines are read closely. */
struct guide_day guide_of_day(
	struct str text, const struct plan *plan, int week, int day, struct arena *a);

/* minutes_taken of each day of the plan, in one reading; lives in the arena. */
int *guide_minutes_taken(struct str text, const struct plan *plan, struct arena *a);

/* What a week says outside its days, and a phase outside its weeks, by their indexes. */
struct guide_day guide_of_week(struct str text, const struct plan *plan, int week, struct arena *a);
struct guide_day guide_of_phase(
	struct str text, const struct plan *plan, int phase, struct arena *a);

/*
 * How long something was to take, took before and took, as written: "Target: 30-40 minutes → Actual: 15
 * minutes", "60 min → 15 min". Minutes, 0 when not said; actual always is.
 */
struct guide_timing {
	int target_from, target_to, before, actual;
	int item, week, day;
	int line;
};
struct guide_timing *guide_timings(
	struct str text, const struct plan *plan, int *n, struct arena *a);

#endif
