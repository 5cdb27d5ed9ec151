/*
 * coverage.h - what the user says of each topic, counted by area. Asks a study, changes nothing.
 */
#ifndef HONE_COVERAGE_H
#define HONE_COVERAGE_H

#include "hone/study.h"

struct coverage_count {
	int know, unsure, dunno, unrated, total;
};

struct coverage_area {
	struct str path, number, name;
	struct coverage_count count;
	int first, ntopic; /* coverage.topic[first .. first + ntopic) */
};

struct coverage {
	struct coverage_count count;
	struct coverage_area *area;
	struct topic_row *topic; /* by file, then as they stand in it */
	int narea, ntopic;
};

bool coverage_load(
	const struct study *s, struct coverage *out, struct arena *a, struct err *e) MUST_CHECK;

/* Know as a rounded percentage of all; 0 when there are none. */
int coverage_percent(struct coverage_count c);

#endif
