/*
 * topics_priv.h - what the files of the topics share: the topics by area, what is known of them, where the
 * cursor stands.
 *
 * What the log says is asked once the screen is there and nothing else is to be done; until then the topics
 * stand with what their files say.
 */
#ifndef HONE_TOPICS_PRIV_VIEW_H
#define HONE_TOPICS_PRIV_VIEW_H

#include "hone/assess.h"
#include "tui/app.h"
#include "views/marked.h"
#include "views/topic_facts.h"

enum { TOPICS_HEAD_ROWS = 2 };

struct topics_view {
	struct arena arena;
	struct coverage coverage;
	struct list list;
	int *area; /* of each topic */
	struct str *gap;
	/* Said once for many frames: of each area, and of all for the title line. */
	struct str *percent, summary;
	int rows, cols;
	bool matrix;          /* the areas in place of the topics */
	struct marked marked; /* topics that are rated together */

	struct arena known_arena;
	struct readiness known;              /* of the same topics, by topics_known() */
	bool asked;                          /* known is as new as it can be */
	int wait;                            /* ms without a key until it is asked */
	int due;                             /* topics to be asked again, -1: not known yet */
	bool any_gap, any_cards, any_recall; /* of any topic: else there is no column for it */

	struct arena detail; /* of the topic under the cursor */
	struct topic_fact fact[TOPIC_FACTS];
	int nfact;
};

/* What is known of that topic or area, NULL: nothing yet. */
const struct readiness_topic *topics_known(const struct topics_view *v, int topic);
bool topics_to_ask(const struct topics_view *v, int topic); /* its rating, as far as is known */
const struct readiness_area *topics_known_area(const struct topics_view *v, int area);
int topics_area(const struct topics_view *v, int topic);

/* ---- topics_draw.c */

/* Rows below the list for the topic under the cursor, 0: there is no room. */
int topics_detail_rows(int rows);
void topics_draw(
	const struct topics_view *v, const struct study *study, struct canvas c, bool focused);

/* ---- topics_areas.c */

/* Are the topics of more than one file? Its name without folder and ".md". */
bool topics_many_files(const struct topics_view *v);
struct str topics_file_name(struct str path);

/*
 * Area by area, those of several files below the name of their file: a bar, counts, what is said and recalled; as much
 * as there is room for.
 */
void topics_draw_areas(const struct topics_view *v, struct canvas c, bool cursor, bool focused);

#endif
