/*
 * search.h - everything in a study that can be found: sheets with their headings by some letters, and words in
 * sheets, cards, topics and the plan. Asks a study, changes nothing.
 *
 * The texts are read once and kept, so that each key can ask anew; after files changed, make another.
 */
#ifndef HONE_SEARCH_H
#define HONE_SEARCH_H

#include "hone/find.h"
#include "hone/study.h"

struct search;

/* The list of files; NULL when it cannot be read. */
struct search *search_new(const struct study *s, struct err *e) MUST_CHECK;
void search_free(struct search *ss); /* NULL is allowed */

/*
 * Read the texts of further files, at least `bytes` of them; *left: how many files are not read yet. One that
 * cannot be read has no headings and no words; the sync says why.
 */
bool search_read(struct search *ss, const struct study *s, size_t bytes, size_t *left,
	struct err *e) MUST_CHECK;

/* ---- sheets and headings by name */

struct search_place {
	struct str path;
	struct str heading;           /* empty: the sheet itself */
	int line;                     /* of the heading, 1 for the sheet */
	const struct find_name *name; /* "folder/sheet › Heading", as it is shown */
	size_t folder;                /* bytes of `name` that are its folder */
	int score;
	bool by_path; /* a heading whose own words add nothing to the name of its file */
};

/*
 * The best of them first, at most `max`; the headings of a file whose name alone was found in their order; without
 * letters all sheets by path. Returns how many.
 */
size_t search_places(
	const struct search *ss, struct str typed, struct search_place *out, size_t max);

/* ---- words */

enum search_kind { SEARCH_SHEET, SEARCH_CARD, SEARCH_TOPIC, SEARCH_PLAN, SEARCH_KINDS };

const char *search_kind_name(enum search_kind kind); /* "sheet" "card" "topic" "plan" */

struct search_hit {
	enum search_kind kind;
	int64_t id; /* of the card, the topic, the item or day of the plan */
	struct str path;
	int line;
	struct str title; /* the heading, the question, the topic, the task */
	struct str
		where; /* the sheet, the topic of a card, the area of a topic, the day of a task */
	struct str excerpt; /* the line found; may be empty */
	enum level level;   /* of a topic */
	int score;
};

/* For qsort(): by kind, of each the best first, those alike in the order they stand in. */
int search_hit_order(const void *a, const void *b);

struct search_hits {
	struct search_hit *hit; /* by kind, of each the best first */
	size_t n;
	size_t of[SEARCH_KINDS];   /* how many of each kind */
	bool capped[SEARCH_KINDS]; /* there may be more */
};

enum { SEARCH_EXCERPT = 200 }; /* columns of an excerpt at most */

/*
 * What has all the words of find_query(), at most `max` of each kind. Cards are found as catalog_search() finds
 * them, with each word the begin of one, and its fields; without `cards` they are left out, so that no index has
 * to be made first. A place that is a card, a topic or a task is not listed as a section of its file too.
 */
bool search_words(const struct search *ss, const struct study *s, struct str typed, size_t max,
	bool cards, struct search_hits *out, struct arena *a, struct err *e) MUST_CHECK;

#endif
