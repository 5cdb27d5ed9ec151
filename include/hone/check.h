/*
 * check.h - the daily knowledge check and its kin: what is asked, and what came of it over the days. Asks a
 * study; what it proposes to write is written by planner_apply() only.
 */
#ifndef HONE_CHECK_H
#define HONE_CHECK_H

#include "hone/planner.h"
#include "hone/round.h"
#include "hone/schedule.h"

/*
 * The questions of a daily check, `most` in all; the same study gives the same.
 *
 * 30 % (rounded) are for review: cards due by SM-2 today, oldest due day first (ties by id). 70 % are of
 * what was studied today, in this order: cards answered for the first time today; then by turns of each topic of
 * the day of the plan a card about it, or the topic itself where no card is; then the cards of decks that
 * carry the day's number; then, to be explained, the sections of the day's sheets (those that carry its number or that its
 * text names) and its tasks that are done. When one side has too few the other fills up. Of one text one card is
 * asked; hidden and buried ones are not.
 *
 * Where nothing was studied today, so that this would be short, the nearest earlier day of the plan with a sheet or a task that is
 * done fills it up, for review; `missing` then says what there was not.
 *
 * Cards may be tagged: conceptual (concept), implementation (code), applied (scenario). As long as others
 * are left, no more than 40, 40 and 20 % are of these kinds; reviews are not passed over for that.
 */
struct check_pick {
	struct asked *asked; /* of today first, then for review */
	int n, nfresh, nreview;
	int nearlier, earlier; /* of nreview those of an earlier day, and which (index); -1 */
	struct str missing;    /* sentences, when nfresh is 0: why that is, and what is asked */
};

/* `day`: index into plan.day, -1 for none. */
bool check_pick(const struct study *s, int day, int most, struct check_pick *out, struct arena *a,
	struct err *e) MUST_CHECK;

/* What a question is about, for the screen and for lists. */
struct check_item {
	bool there;       /* its text stands in a file now */
	struct card card; /* where it is one, */
	struct topic_row
		topic;   /* else; of a task or a section as if it were a topic, text as notes */
	struct str name; /* one line of plain text */
	struct str area; /* of the card's topic or the topic's area; may be empty */
};
bool check_item(const struct study *s, const struct asked *q, struct check_item *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* Does the name of what is to be explained ask already? Else "Explain:" goes before it. */
bool check_says_itself(struct str name);

/* ---- check_history.c: the log over all days */

/* A check: a round of the log, a row of a table kept by hand, or both. */
struct check_entry {
	int number;                      /* as the table counts, 0: not in one */
	int date;                        /* study day, DAY_NONE */
	int score, fresh, review;        /* tenths of a percent, -1 */
	int questions;                   /* answered; 0: the table does not say */
	struct str strong, weak, action; /* of the table markdown, else plain */
	struct str path;                 /* of the table, empty: in the log only */
	int line;
	struct event_id round; /* none: in the table only */
};

/*
 * By date, those of one day in the order of the file, then of the log. A row that has date and score of a
 * round is that round.
 */
bool check_history(const struct study *s, struct check_entry **out, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/* The same without words of what was strong or weak, and of the log from study day `since` on: quick where there are many. */
bool check_scores(const struct study *s, int since, struct check_entry **out, int *n,
	struct arena *a, struct err *e) MUST_CHECK;

/* Mean of the scores of these study days, in tenths of a percent; -1 when there are none. *count: how many. */
int check_mean(const struct check_entry *entry, int n, int from, int to, int *count);

/* Of the scores of the last `days` entries that have one: mean and difference to those before; -1, 0. */
struct check_trend {
	int n, mean, change;
};
struct check_trend check_trend(const struct check_entry *entry, int n, int last);

/* Names of the items that were weak (below ROUND_WEAK) or strong, with their scores: "Heaps (40%), ..."; or "". */
bool check_names(const struct study *s, const struct round *r, bool weak, struct buf *out,
	struct err *e) MUST_CHECK;

/*
 * A row for this round below the last one of the user's table, in its manner. ERR_MISSING when there is no
 * such table, ERR_INVALID when it has a row of that day and score already.
 */
bool check_row_edit(const struct study *s, const struct round *r, struct planner_edit *out,
	struct arena *a, struct err *e) MUST_CHECK;

/* ---- check_bank.c: questions to go through */

/* A part of the study's decks: the cards of one topic, or all of a deck that names none. */
struct check_area {
	struct str deck, topic;
	int n;       /* cards that can be asked */
	int known;   /* of them answered before */
	bool chosen; /* for the caller */
};
bool check_areas(const struct study *s, struct check_area **out, int *n, struct arena *a,
	struct err *e) MUST_CHECK;

/*
 * The cards of the chosen areas in deck order; with `most` above 0 so many of them, drawn by `seed`. None:
 * *n is 0.
 */
bool check_bank(const struct study *s, const struct check_area *area, int narea, int most,
	uint64_t seed, struct asked **out, int *n, struct arena *a, struct err *e) MUST_CHECK;

/* ---- check_adopt.c: an SM-2 schedule kept by hand is taken over */

/*
 * Each row of the table in the file `path` becomes a card to be explained, in a deck beside it that hone
 * makes ("schedule.md": "schedule-cards.md") or adds to; the table stays as it is. Cards of which the log knows
 * nothing get the state of their row (STATE) and its scores (SCORE, on the days that schedule_score_day()
 * says). So to do it again takes over new rows only.
 */
struct check_adoption {
	struct schedule_row *row;
	int nrow, nbroken;         /* broken: rows with something wrong */
	struct str deck, lines;    /* where the cards go, and those that are not there yet */
	int ncard, nstate, nscore; /* new cards; states and scores for the log */
};
bool check_adopt_preview(const struct study *s, struct str path, struct check_adoption *out,
	struct arena *a, struct err *e) MUST_CHECK;
/* Syncs the study. ERR_MISSING when the file has no such table. */
bool check_adopt(struct study *s, struct str path, struct check_adoption *out, struct arena *a,
	struct err *e) MUST_CHECK;

#endif
