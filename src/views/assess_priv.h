/*
 * assess_priv.h - what the files of going through topics share: what can be begun, the round that is gone
 * through, two rounds side by side.
 *
 * assess.c takes messages; assess_rows.c lays out what can be begun, the rounds, and two of them side by side;
 * assess_walk.c goes from topic to topic and draws the one that is asked. The round is in the log: leaving and
 * being killed change nothing.
 */
#ifndef HONE_ASSESS_PRIV_VIEW_H
#define HONE_ASSESS_PRIV_VIEW_H

#include "hone/assess.h"
#include "hone/inventory.h"
#include "tui/app.h"
#include "views/rows.h"
#include "views/topic_facts.h"

enum assess_stage { ASSESS_HOME, ASSESS_WALK, ASSESS_PAIR };

/* Rows of the pages; the index is that of the column, scope, area or change. */
enum assess_row {
	ASSESS_GO_ON = ROW_OWN,
	ASSESS_SCOPE,
	ASSESS_ROUND,
	ASSESS_AREA_ROW,
	ASSESS_MOVED,
	ASSESS_TALLY
};

struct assess_view {
	struct arena arena; /* what is known */
	enum assess_stage stage;
	int64_t topic; /* whose area is offered before the others */
	int nrows, cols;
	bool ascii;
	struct readiness known;
	struct assess_scope *scope;
	struct assess_column *column; /* the last one is now */
	int nscope, ncolumn;
	struct inventory_tally *tally;
	int ntally;
	bool open; /* there is a round to go on with */
	struct event_id last;
	struct str last_said;

	struct rows rows; /* of the home and of two rounds */
	int left, right;  /* columns side by side; left -1: what stood before the right one */
	struct assess_difference difference;
	struct str words;
	int chosen; /* scope, while its name is asked */

	struct arena run; /* the round */
	struct round round;
	int at; /* topic that is asked: index into round.asked */
	int passed;
	struct topic_row row;
	struct topic_fact fact[TOPIC_FACTS];
	int nfact;
	struct arena detail;
};

/* ---- assess_rows.c */

bool assess_load(struct assess_view *v, const struct study *s, struct err *e) MUST_CHECK;
bool assess_home(struct assess_view *v, const struct study *s, struct err *e) MUST_CHECK;
/* These two columns; -1 on the left: what stood before the right one. */
void assess_pair(struct assess_view *v, int left, int right);
/* Column `x` beside the one before it. */
void assess_pair_of(struct assess_view *v, struct event_id round);
void assess_lay_out(struct assess_view *v, const struct study *s);
bool assess_draw_row(const void *state, const struct row *row, struct canvas c, int at);

/* ---- assess_walk.c */

/* From its first topic on that is not rated. */
bool assess_walk(struct assess_view *v, const struct study *s, struct event_id round,
	struct err *e) MUST_CHECK;
/* The round as the log has it now; a rating that was taken back is asked again. */
bool assess_reload(struct assess_view *v, const struct study *s, struct err *e) MUST_CHECK;
/* The next topic (step 1) or the one before; behind the last one the round is over. */
bool assess_step(struct assess_view *v, const struct study *s, int step, struct err *e) MUST_CHECK;
void assess_draw_walk(
	const struct assess_view *v, const struct study *s, struct canvas c, bool focused);

#endif
