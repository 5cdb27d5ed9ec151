/*
 * tally.h - counts of topics that the user wrote below an inventory, beside those of its marks. Asks a study,
 * changes nothing.
 */
#ifndef HONE_TALLY_H
#define HONE_TALLY_H

#include "hone/coverage.h"

/* A row of a table with columns Know, Unsure and Dunno that holds counts ("6/8", bold or not, or "6"). */
struct tally_row {
	struct str path, area; /* of a total the area is empty */
	int line;
	struct coverage_count said, marks; /* as written; as the marks of the file stand */
};

/*
 * Of the inventories the rows that say something else than their marks, by file and line. A row belongs to
 * the area of its file with the same number, or else the same words; one named "total" to the whole file. Rows
 * whose counts are not filled in are passed over.
 */
bool tally_wrong(const struct study *s, const struct coverage *v, struct tally_row **out, int *n,
	struct arena *a, struct err *e) MUST_CHECK;

/* "counted 0/5/5, marked 0/4/6: Advanced topics": know, unsure, dunno */
void tally_words(const struct tally_row *t, struct buf *out);

#endif
