/*
 * planner_links.h - what a task of the plan points to. Reads the plan's file; never while drawing.
 */
#ifndef HONE_PLANNER_LINKS_H
#define HONE_PLANNER_LINKS_H

#include "hone/study.h"

enum { MOST_LINKS = 32 };

struct plan_link {
	struct str target; /* an address, or the path of a file of the study */
	bool web;
};

struct plan_links {
	struct plan_link link[MOST_LINKS]; /* in the order they stand in, each once */
	int n;
};

/* In the line of the task and those nested under it that are no tasks. In the arena. */
bool plan_find_links(const struct study *s, const struct plan_item *item, struct plan_links *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* The same in any text of the plan. */
bool plan_links_in(const struct study *s, struct str text, struct plan_links *out, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
