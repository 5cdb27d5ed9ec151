/*
 * link.h - where a link of a text leads: to a place of the study, to a file beside it, to the web. Pure.
 */
#ifndef HONE_LINK_H
#define HONE_LINK_H

#include "hone/catalog.h"
#include "hone/md.h"

enum link_kind {
	LINK_SHEET, /* a file that is in the list */
	LINK_FILE,  /* another path inside of the study: who follows it looks whether it is there */
	LINK_WEB,   /* http or https */
	LINK_FOREIGN, /* out of the study, or another scheme: not to be followed */
};

struct link {
	enum link_kind kind;
	struct str path;   /* relative to the study; LINK_WEB, LINK_FOREIGN: as written */
	struct str anchor; /* what follows '#', without escapes; empty without one */
};

/*
 * Where `target`, a link as written in the file `from` (relative to the study), leads. `file` are those of
 * catalog_files(). A path is looked for from the folder of `from`, then from the study's; a file that has
 * moved is found by its name alone where only one has it. "#anchor" is a place in `from`. In the arena.
 */
struct link link_resolve(
	struct str target, struct str from, const struct file_row *file, size_t n, struct arena *a);

enum { LINK_NEAREST = 5 };

/*
 * The files whose names are most like that of a path which leads nowhere, the best first: their indices in
 * `near`. Alike are names with the same words and numbers ("Day13-Notes.md", "day13-regression.md"), then
 * those with the same pairs of letters. Returns how many, at most LINK_NEAREST; names with nothing in common
 * are none of them.
 */
int link_nearest(
	struct str path, const struct file_row *file, size_t n, size_t near[static LINK_NEAREST]);

/* The anchor of a heading as GitHub makes it: "2. Bias & variance" gives "2-bias--variance". In the arena. */
struct str link_slug(struct str heading, struct arena *a);

/*
 * The heading that an anchor names: by its text, else by its slug, where "-1" is the second with the same
 * one and so on. -1 without one.
 */
int link_heading(struct str anchor, const struct md_heading *heading, int n);

/* An address of the web that may be given to a program: http or https, no blanks or controls. */
bool link_is_address(struct str target);

#endif
