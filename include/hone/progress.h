/*
 * progress.h - where the plan stands against the time passed, and what it says to do. Asks a study,
 * changes nothing.
 *
 * Estimates. The middle of a range counts. A day takes what it says itself, else the sum of its sessions
 * and tasks; a session what it says, else the sum of its tasks; a task what it says, else the sum of those
 * below it, else DEFAULT_TASK_MIN. Done is the share of that whose boxes are ticked, and all of it where
 * day or session says that it is done. What is skipped or was moved away counts as far as it was done. Of
 * a range of days that stands before its single days ("Day 6-7", then "Day 6") what they leave counts.
 * Tasks outside every week have minutes only where they say so, or where the plan has no weeks: mostly
 * they list results.
 *
 * Of days that are alternatives (the options of a decision) only those of the chosen one count; before
 * it is chosen, those of the longest. A day on which something was done always counts.
 */
#ifndef HONE_PROGRESS_H
#define HONE_PROGRESS_H

#include "hone/guide.h"
#include "hone/planner.h"
#include "hone/readiness.h"

enum { DEFAULT_TASK_MIN = 30, DEFAULT_DAY_MIN = 30 /* a day with no tasks at all */ };

/* A phase, a week, or the whole. Minutes and tasks of a part are sums over what stands in it. */
struct progress_part {
	struct str title;
	int number, to; /* of the phase or week; to > number for "Weeks 11-12" */
	int tasks, done;
	int minutes, minutes_done; /* estimates */
	int minutes_worked;        /* measured */
	int from, to_date;         /* dates as first planned, DAY_NONE */
	int expected;              /* minutes that were planned for days before today */
	bool checkpoint;
};

/* What the finish is reckoned with. */
enum progress_pace { PACE_UNKNOWN, PACE_BUDGET, PACE_RHYTHM, PACE_MEASURED };

/* A calendar week. */
struct progress_hours {
	int week_start; /* Monday */
	int64_t ms;     /* measured */
	int written; /* minutes that the plan itself notes for days dated in it ("Total time: 2 h") */
	int budget_from, budget_to; /* minutes: of the rhythm, else as the plan says; 0 unknown */
};

struct progress {
	struct progress_part all;
	struct progress_part *phase, *week;
	int nphase, nweek;
	int behind_min;      /* expected - done; negative: ahead. 0 where the plan has no dates */
	int behind_permille; /* of all minutes */
	/*
	 * Minutes a week: measured over the last 28 days where the first day with work is at least 14 days
	 * back and 4 days have some; else by the rhythm, else the middle of the plan's budget; 0 unknown.
	 */
	int pace_week;
	enum progress_pace pace;
	/* The study day on which what is left is done at that pace, days off passed over; DAY_NONE: no
	 * pace, nothing left, or not within ten years. */
	int finish;
	int planned_finish; /* the last day first planned for, else the deadline, DAY_NONE */
	/* From the plan's first week to this one, of at most 104; after the plan's last week only those with
	 * work in them, and this one. */
	struct progress_hours *hours;
	int nhours;
};

/* What the plan of the study says: guide_parse() of the text that study.plan was read from. */
struct guide progress_guide(const struct study *s, struct arena *a);

bool progress_load(const struct study *s, const struct guide *g, struct progress *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* "8 % behind: 3.5 h; at 7.5 h a week you finish 12 Feb, 6 days late". Empty when there is no plan. */
void progress_sentence(const struct progress *p, int today, struct buf *out);

/* Minutes as such a sentence says them: "45 min", "3.5 h", "12 h". */
void progress_minutes(int minutes, struct buf *out);

/* The advice that fits now, or NULL: slower when more than 10 % behind, faster when more than 10 % ahead. */
const struct guide_advice *progress_advice(const struct progress *p, const struct guide *g);

struct progress_counter {
	const struct guide_counter *c;
	int all, week; /* counted in all, and in this week (Monday on) */
	bool reached;  /* the lower end of the goal, or its task is ticked */
};
bool progress_counters(const struct study *s, const struct guide *g, struct progress_counter **out,
	int *n, struct arena *a, struct err *e) MUST_CHECK;

struct progress_milestone {
	const struct guide_milestone *m;
	int due;   /* study day, DAY_NONE when the plan has no dates */
	bool over; /* that day has passed */
	/*
	 * Its own task is ticked; or all tasks that hold no words but its own and together hold each of
	 * them ("Resume updated" and "LinkedIn updated" for "Resume and LinkedIn updated"); or a counter
	 * of its name is reached; or the plan marks it and its day has passed.
	 */
	bool done;
};
bool progress_milestones(const struct study *s, const struct guide *g,
	struct progress_milestone **out, int *n, struct arena *a, struct err *e) MUST_CHECK;

/*
 * A timed task with its history, oldest first: what it took as the plan wrote it, then as measured. Lines
 * of one day of the plan that end at the same time speak of one task.
 */
struct progress_timed {
	struct str title;
	uint64_t item;              /* 0 when the plan's line belongs to no task */
	int target_from, target_to; /* 0 when there is none */
	int *minutes;
	int *day; /* study day of each, DAY_NONE where the plan does not say */
	int n, best;
};
bool progress_timed(const struct study *s, struct progress_timed **out, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* A percentage of readiness to reach, of the whole or of an area. */
struct progress_target {
	struct str text; /* as the plan words it; "hone.ini" */
	int low, high;   /* low = high for one number; -1: there is none */
	int due;         /* study day, DAY_NONE when the plan has no dates or it has none */
	int line;        /* of the plan, 0 */
};

/*
 * Of the whole those that speak of readiness, or stand for a week in a table of weeks; one a day, sorted
 * by it, those without a day last. Where hone.ini sets one it is the only one. Of an area those that name
 * it. `now` and area[i]: the next that is due, else the last; `now` -1 and area[i].low -1: none.
 */
struct progress_targets {
	struct progress_target *whole, *area; /* area: one for each of the readiness' areas */
	int nwhole, now;
};
bool progress_targets(const struct study *s, const struct guide *g, const struct readiness *r,
	struct progress_targets *out, struct arena *a, struct err *e) MUST_CHECK;

struct progress_measure {
	struct str area;
	int percent;
	bool holds; /* at the threshold of the decision, or above */
};

/* A decision measured: which option holds and why, area by area. */
struct progress_decision {
	const struct guide_decision *d;
	int option;  /* the first that holds now by readiness, -1: cannot be said */
	int percent; /* the threshold that was measured against, -1 */
	struct str
		reason; /* "all 8 areas are at 80 % or more", "RAG 30 %, LLM systems 46 %: below 80 %" */
	/*
	 * The areas of which something is known, by their readiness (readiness.h), lowest first; where the conditions name areas by all words of
	 * their name, or by the first word of their inventory's title, only those; where they speak of
	 * critical areas, none that is called "good to know", "optional" and the like.
	 */
	struct progress_measure *measure;
	int nmeasure;
	int chosen, chosen_day; /* -1: not decided */
	struct str chosen_reason;
	int due; /* study day at which the plan asks it, DAY_NONE */
};
bool progress_decisions(const struct study *s, const struct guide *g,
	struct progress_decision **out, int *n, struct arena *a, struct err *e) MUST_CHECK;

/* A day of the plan that stands for an option. */
struct progress_branch {
	int decision, option; /* indexes into guide.decision and its options */
	int day;
	bool out; /* does not count: see above */
};
bool progress_branches(const struct study *s, const struct guide *g, struct progress_branch **out,
	int *n, struct arena *a, struct err *e) MUST_CHECK;

/* All of the above in one. */
struct progress_report {
	struct guide guide;
	struct progress progress;
	struct progress_counter *counter;
	struct progress_milestone *milestone;
	struct progress_decision *decision;
	struct progress_timed *timed;
	int ncounter, nmilestone, ndecision, ntimed;
	const struct guide_advice *advice; /* NULL: none fits */
	struct str sentence;
};
bool progress_report_load(const struct study *s, struct progress_report *out, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
