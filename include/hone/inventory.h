/*
 * inventory.h - the topics of a study changed from within hone: added, reworded, split, weighed. Each function says
 * which lines of the user's file would become what; inventory_apply() writes just these, study_undo() takes them
 * back. Where a topic is reworded its ratings, scores and rounds go on with it.
 */
#ifndef HONE_INVENTORY_H
#define HONE_INVENTORY_H

#include "hone/planner.h"

struct inventory_edit {
	struct planner_edit edit;
	bool fresh; /* there is no such file yet: it is made first, with a title alone */
};

/* Where a study has no topics the first ones go here. */
#define INVENTORY_FILE "topics.md"

/* Below the topics of the area in which `beside` stands. */
bool inventory_add(const struct study *s, const struct topic_row *beside, const struct str *name,
	int n, struct inventory_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* An area of its own, behind the last one of that topic's file; NULL: the study has no topics. */
bool inventory_add_area(const struct study *s, const struct topic_row *beside, struct str area,
	const struct str *name, int n, struct inventory_edit *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* The words of a topic as its file has them: to be edited. */
bool inventory_words(const struct study *s, const struct topic_row *t, struct str *out,
	struct arena *a, struct err *e) MUST_CHECK;

bool inventory_rename(const struct study *s, const struct topic_row *t, struct str name,
	struct inventory_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* The parts are topics of their own: what was logged stays with the one they were. */
bool inventory_split(const struct study *s, const struct topic_row *t, const struct str *name,
	int n, struct inventory_edit *out, struct arena *a, struct err *e) MUST_CHECK;

bool inventory_prioritise(const struct study *s, const struct topic_row *t, enum priority priority,
	struct inventory_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* Names with a semicolon between them; *n of them, at most INVENTORY_NAMES. */
enum { INVENTORY_NAMES = 26 };
void inventory_names(struct str list, struct str out[static INVENTORY_NAMES], int *n);

/* The study is synced then. ERR_STALE when the file changed since it was shown. */
bool inventory_apply(struct study *s, const struct inventory_edit *edit, struct err *e) MUST_CHECK;

/*
 * Gaps that are about no topic, as topics: below those of the area INVENTORY_GAPS in the file of the last topic, or that
 * area is made.
 */
#define INVENTORY_GAPS "Gaps"
bool inventory_gaps(const struct study *s, const struct str *name, int n,
	struct inventory_edit *out, struct arena *a, struct err *e) MUST_CHECK;

/* As inventory_apply(), and the topics of its lines are rated so: one undo takes back both. */
bool inventory_apply_rated(struct study *s, const struct inventory_edit *edit, enum level level,
	struct err *e) MUST_CHECK;

/* A sum in the user's files that the marks do not agree with (topics_tallies()), in a sentence. */
struct inventory_tally {
	struct str path, text; /* "says 22/76 unsure of all topics; the marks say 21/76" */
	int line;
};
bool inventory_tallies(const struct study *s, struct inventory_tally **out, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
