/*
 * study_section.h - sections of sheets: what is asked of them, what is scored, under an id that finds them again. Private
 * to the core.
 */
#ifndef HONE_STUDY_SECTION_H
#define HONE_STUDY_SECTION_H

#include "hone/study.h"

/* A section without others in it: its heading is asked, its text is the answer. */
struct study_section {
	int64_t id; /* the upper half says which file, the lower which heading */
	struct str path, name, text;
	struct str under; /* the heading it stands under, else the file */
	int line;
};

/* Of one sheet; the first of each part of it before the second ones. */
struct study_section *study_sections(struct str path, struct str text, int *n, struct arena *a);

/* The section of that id, as its sheet is now. */
bool study_find_section(const struct study *s, int64_t id, struct study_section *out, bool *found,
	struct arena *a, struct err *e) MUST_CHECK;

#endif
