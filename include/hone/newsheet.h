/*
 * newsheet.h - a new sheet: its name, its place, and its text, which a template of the user's own may give.
 *
 * The template is the file NEWSHEET_TEMPLATE of the study. In it {title}, {date} and {topics} stand for what they
 * say; topics become a heading of the second level each, at the end where {topics} is missing. Without that file
 * a sheet is its title and those headings.
 */
#ifndef HONE_NEWSHEET_H
#define HONE_NEWSHEET_H

#include "hone/planner.h"

#define NEWSHEET_TEMPLATE "templates/sheet.md"

/* The text of a sheet. ERR_INVALID when the template is no text hone can read. */
bool newsheet_text(const struct study *s, struct str title, const struct str *topic, int ntopic,
	struct str *text, struct arena *a, struct err *e) MUST_CHECK;

/* Words of a title as a part of a file's name: small letters and digits with a dash between. */
void newsheet_words(struct buf *name, struct str title);

/*
 * The folders that sheets stand in, each with its slash: first that with most files that are sheets and nothing
 * else, "references/" where there are none; the study's own, empty, is always among them. The template's is not.
 */
bool newsheet_folders(const struct study *s, struct str **folder, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/*
 * A sheet of that title: "notes/hash-tables.md"; planner_sheet() writes it. ERR_INVALID when a file of that name is
 * there, or the title has no letter and no digit.
 */
bool newsheet_edit(const struct study *s, struct str folder, struct str title,
	struct planner_sheet *out, struct arena *a, struct err *e) MUST_CHECK;

#endif
