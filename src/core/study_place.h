/*
 * study_place.h - where in the text of a plan hone writes lines of its own, and where they stand. Pure.
 * Offsets are in the parsed text. Private to study*.c and planner*.c.
 */
#ifndef HONE_STUDY_PLACE_H
#define HONE_STUDY_PLACE_H

#include "hone/md.h"
#include "hone/plan.h"

/* A line and its place: [at, end) without its ending, the next one begins at `next`. */
struct spot {
	size_t at, end, next;
	int line;  /* 1-based, 0 before the first */
	bool code; /* in fenced code, or a fence */
};

/* From line to line; start with { .text = text }. */
struct walk {
	struct str text;
	struct spot now;
	struct md_fence fence;
};
bool walk_next(struct walk *w);

/* The line of that number; false when there is none. *w goes on from there. */
bool walk_to(struct walk *w, int line);

struct str spot_str(struct str text, struct spot s);

/* Columns before the text of a line. */
int spot_indent(struct str line);

/* "\r\n" or "\n": how the line ends, or the one before when it is the last of the file. */
struct str spot_ending(struct str text, struct spot s);

/* Where something is put in or taken out. */
struct put {
	size_t at, length;
	int line;        /* of the first line that is put in */
	struct str text; /* what is put in, in the arena */
};

/*
 * A note below a task, after the lines that belong to it and before other tasks; or, with the id of a
 * day, below the day's heading. As a list item in the manner of those there. ERR_STALE when neither the
 * task nor the day is in the plan, ERR_INVALID when it stands in a table.
 */
bool place_note(struct str text, const struct plan *p, uint64_t id, struct str note,
	struct put *out, struct arena *a, struct err *e) MUST_CHECK;

/* The bytes that place_note() had put in, still unchanged; false when they are not there. */
bool place_find_note(struct str text, const struct plan *p, uint64_t id, struct str note,
	struct put *out, struct arena *a);

/* The words of a list item; what would be more than words there gets a backslash before it. */
void place_words(struct buf *out, struct str words);

/* The day, or NULL when there is none or several. */
const struct plan_day *place_day(const struct plan *p, uint64_t id);

/*
 * The text of a day: from its heading to before the next day, week or section, or the rule before it,
 * without empty lines at the end. `last` is its last line, `task` the last line that belongs to one of its
 * tasks (the heading when there are none).
 */
struct extent {
	struct spot head, last, task;
};
bool place_extent(struct str text, const struct plan *p, int day, struct extent *out);

/* The line that a summary of a day begins with: "**Day 3 Results Summary** (2025-10-30):" */
bool place_is_summary(struct str line);

/*
 * Where the summary of a day is put in: where the plan's other days have theirs, after the last task or
 * at the end of the day. *sample: the line of the one to follow, 0 when there is none.
 */
bool place_summary(struct str text, const struct plan *p, int day, struct spot *after, int *sample);

#endif
