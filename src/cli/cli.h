/*
 * cli.h - the command line: arguments, verbs, exit codes.
 */
#ifndef HONE_CLI_H
#define HONE_CLI_H

#include "cli/json.h"
#include "hone/study.h"

/* Exit codes, documented in the manual; 128 + n is a signal. */
enum cli_exit {
	EXIT_DONE = 0,
	EXIT_FAILED = 1,  /* reason on stderr; `due --quiet`: nothing is due */
	EXIT_USAGE = 2,   /* wrong arguments, or full screen asked without a terminal */
	EXIT_LOCKED = 3,  /* the database is held by another program */
	EXIT_DAMAGED = 4, /* damage was found */
	EXIT_NEWER = 5,   /* made by a newer hone */
};

enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };

/* One run of the program. */
struct cli {
	const char *dir;             /* the study asked for, NULL: the last one opened */
	const char *format, *output; /* of export; NULL: not given, standard output */
	const char *theme;           /* a theme file or name, NULL: the default */
	bool json, quiet, rebuild, move_aside, ascii, late_credit, plain, cram, tree, dry_run;
	int less;                             /* of an argument such as -10 */
	int width, drill_below, max_interval; /* 0: not given */
	int minutes, limit, ahead;            /* 0: not given */
	enum cli_color color;
	char **arg; /* after the verb */
	int narg;
	struct study *study; /* opened for verbs that need one */
	struct arena arena;
	struct buf out; /* what goes to stdout when the verb is done */
	struct json j;  /* writes into out */
};

/* What a verb needs before it runs. */
enum cli_needs { NEEDS_NOTHING, NEEDS_STUDY, NEEDS_SYNC };

struct cli_verb {
	const char *name, *usage, *help;
	enum cli_needs needs;
	int least, most;                          /* arguments */
	int (*run)(struct cli *c, struct err *e); /* an exit code; EXIT_FAILED with e set */
};

extern const struct cli_verb cli_verbs[]; /* ends with an empty name */

int cli_main(int argc, char **argv);

/* The exit code that belongs to an error. */
int cli_exit_of(enum err_kind kind);

/* Text of the user's files for a terminal: sanitised. */
void cli_text(struct cli *c, struct str s);

/* Only ASCII can be shown: the locale has no other characters, or --ascii asks for it. */
bool cli_ascii(const struct cli *c);
/* Each column of s with the sign that such a screen has there. In the arena. */
struct str cli_signs(struct str s, struct arena *a);

/* Columns to fill: as asked, else of the terminal as far as lines are read with ease, else 80. */
int cli_width(const struct cli *c);

/* Open c->study: c->dir, else the last one opened. With `sync` its files are read. */
bool cli_open(struct cli *c, bool sync, struct err *e) MUST_CHECK;

/* The lines of an edit as they will stand, or as they were written, each with its number. */
struct planner_edit;
void cli_say_edit(struct cli *c, const struct planner_edit *edit);

/* A card by its id, by the beginning of its id, or by its label ("Q1.2"). */
bool cli_find_card(struct cli *c, const char *name, int64_t *id, struct err *e) MUST_CHECK;

/* A topic by its id or the beginning of it, by its number, or by words of its name. */
bool cli_find_topic(struct cli *c, const char *name, int64_t *id, struct err *e) MUST_CHECK;

/* Verbs, by file. */
int cli_status(struct cli *c, struct err *e);
int cli_plan(struct cli *c, struct err *e);
int cli_cards(struct cli *c, struct err *e);
int cli_due(struct cli *c, struct err *e);
int cli_search(struct cli *c, struct err *e);
int cli_review(struct cli *c, struct err *e);
int cli_grade(struct cli *c, struct err *e);
int cli_undo(struct cli *c, struct err *e);
int cli_redo(struct cli *c, struct err *e);
int cli_doubts(struct cli *c, struct err *e);
int cli_same(struct cli *c, struct err *e);
int cli_differ(struct cli *c, struct err *e);
int cli_hide(struct cli *c, struct err *e);
int cli_unhide(struct cli *c, struct err *e);
int cli_topics(struct cli *c, struct err *e);
int cli_rate(struct cli *c, struct err *e);
int cli_joins(struct cli *c, struct err *e);
int cli_join(struct cli *c, struct err *e);
int cli_assess(struct cli *c, struct err *e);
int cli_check(struct cli *c, struct err *e);
int cli_interview(struct cli *c, struct err *e);
int cli_week(struct cli *c, struct err *e);
int cli_readiness(struct cli *c, struct err *e);
int cli_stats(struct cli *c, struct err *e);
int cli_adopt(struct cli *c, struct err *e);
int cli_sheets(struct cli *c, struct err *e);
int cli_read(struct cli *c, struct err *e);
int cli_export(struct cli *c, struct err *e);
int cli_merge(struct cli *c, struct err *e);
int cli_sync(struct cli *c, struct err *e);
int cli_repair(struct cli *c, struct err *e);
int cli_verify(struct cli *c, struct err *e);
int cli_sched(struct cli *c, struct err *e);
int cli_keys(struct cli *c, struct err *e);
int cli_doctor(struct cli *c, struct err *e);

#endif
