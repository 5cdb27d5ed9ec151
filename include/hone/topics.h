/*
 * topics.h - topic checks: tables in which topics are marked Know, Unsure or Dunno. Pure.
 *
 * Two forms of table are read, and where a file has none a list of boxes:
 *   | Subtopic | Know | Unsure | Dunno | Notes |      one of three columns holds [x]
 *   | # | Topic | Status | Notes |                    the status is [know], [unsure] or [dunno]
 *   - [x] Heaps                                       [x] know, [~] unsure, [-] dunno, [ ] unrated
 * Columns are found by their names, in any order. A row without a mark is unrated, with several the
 * leftmost counts. A row whose cells count ("**6**" of 8, "___/5") belongs to a tally and is no topic,
 * and a table with a status that is no level ("[done]") lists something else. The area is the heading
 * above the table ("## Area 3.5: Data loading (4 topics)": number "3.5", name "Data loading"). A priority
 * is what a column of that name says ("High", "[x] High [ ] Med [ ] Low"), else what the notes say: "priority:
 * high", "high priority", "must-know"; "nice-to-have" is low.
 */
#ifndef HONE_TOPICS_H
#define HONE_TOPICS_H

#include "hone/arena.h"
#include "hone/event.h"

/* Where the mark stands: byte ranges in the parsed text. */
struct topic_mark {
	size_t box
		[3]; /* checkbox form: offset of the character between the brackets of Know/Unsure/Dunno */
	size_t status; /* status form: offset of the word between the brackets, or of "[]" itself */
	size_t length; /* of that; 0 means checkbox form */
	bool list;     /* a box of a list: `status` is the offset of the character in it */
};

/* How much a topic matters. Numbers are stored. */
enum priority { PRIORITY_NONE = 0, PRIORITY_LOW = 1, PRIORITY_MEDIUM = 2, PRIORITY_HIGH = 3 };

struct topic {
	uint64_t id;     /* hash of file, area, normalised name and how often it occurred before */
	struct str area; /* without its number */
	struct str number; /* of the topic where the table has one ("3.10"), else empty */
	struct str name;   /* plain text */
	struct str notes;  /* markdown */
	enum level level;
	enum priority priority;
	int line;
	struct topic_mark mark;
	int iarea; /* index into topics.area */
};

struct topic_area {
	struct str number; /* "3.5", may be empty */
	struct str name;
	int know, unsure, dunno, unrated;
	int ntopic;
};

struct topics {
	struct topic *topic;
	struct topic_area *area;
	int ntopic, narea;
};

const char *priority_name(enum priority p);             /* "high" "medium" "low" "" */
bool priority_parse(struct str word, enum priority *p); /* those, "med" and "none"; any case */

struct topics topics_parse(struct str text, struct str path, struct arena *a);

bool topics_is(struct str text); /* does it hold at least one such table? */

/*
 * Does it hold boxes under a heading, or a title, that speaks of topics, concepts, skills, a syllabus, a
 * curriculum, an inventory? Other lists of boxes are tasks; topics_parse() takes them all the same.
 */
bool topics_is_list(struct str text);

/*
 * The changes to the text that turn the topic's mark into `level`, in no order: one for each box that
 * must change, or one for the status word, which keeps its case style. LEVEL_NONE empties the mark. A
 * tick is written as the table writes its ticks. Returns how many, 0 when the mark says so already.
 * They borrow from text.
 */
int topics_patch(
	const struct topic *t, struct str text, enum level level, struct patch out[static 3]);

/*
 * Sums that the user keeps by hand and that do not agree with the topics: "Area 1 Score: 3/8 Know, 5/8 Unsure"
 * below the topics of an area, or rows of a table of areas ("| 1. Trees | 6/8 | 2/8 | 0/8 |", "TOTAL"). What is
 * not filled in ("___/8") says nothing. In the order of the lines.
 */
struct topic_tally {
	int line;
	int area;         /* index into topics.area, -1: all of them */
	enum level level; /* whose sum it is */
	int said, of;     /* "3/8" */
	int is, is_of;    /* as the topics are marked */
};
struct topic_tally *topics_tallies(
	struct str text, const struct topics *t, int *n, struct arena *a);

#endif
