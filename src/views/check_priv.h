/*
 * check_priv.h - what the files of the checks share: the round that is gone through, its page, what came of it.
 *
 * check.c takes messages; check_home.c says what there is and begins it; check_run.c goes from question to
 * question; check_page.c lays the question out; check_result.c says what came out, check_offer.c what can be
 * made of it; check_after.c is about an interview that was; check_draw.c draws. The round is in the log: leaving and being killed change nothing.
 */
#ifndef HONE_CHECK_PRIV_H
#define HONE_CHECK_PRIV_H

#include "hone/chart.h"
#include "hone/check.h"
#include "hone/interview.h"
#include "hone/inventory.h"
#include "hone/md.h"
#include "tui/app.h"
#include "views/views.h"
#include "views/watch.h"

enum { CHECK_MARGIN = 4 };

enum check_stage {
	CHECK_HOME,   /* what can be begun or gone on with, and the checks before */
	CHECK_AREAS,  /* which parts of the decks are asked */
	CHECK_ASK,    /* a question, then its answer and the percentages */
	CHECK_RESULT, /* what came out */
	CHECK_OFFER,  /* what would be written, before it is */
};

/* Rows of the home page. */
enum check_home { HOME_DAILY, HOME_GAPS, HOME_MOCK, HOME_AFTER, HOMES };

/* What a result can lead to. */
enum check_offer {
	OFFER_NONE,
	OFFER_ROW,
	OFFER_LEVELS,
	OFFER_FLAGS,
	OFFER_TASKS,
	OFFER_CARDS,
	OFFER_ALL,
	OFFER_TOPICS
};

/* A row of a page: text, or markdown, or a bar of three parts; something at the right. */
struct check_line {
	struct str lead; /* before the text, in the role of the row; the text is then ordinary */
	struct str text, right;
	enum role role, right_role;
	unsigned attr;
	int indent;
	const struct md_line *md;
	const struct chart_row *chart;
	int part[STRENGTHS]; /* of a bar; all 0: none */
};

struct check_lines {
	struct check_line *line;
	size_t cap;
	struct list list;
};

/* A topic and what it would be rated. */
struct check_rating {
	struct topic_row topic;
	enum level level;
};

struct check_view {
	struct arena arena; /* of the stage before the questions */
	enum check_stage stage;
	uint64_t id; /* day of the plan, 0: the one to work on */
	int day;     /* its index, -1 none */
	int rows, cols;
	bool ascii;

	struct event_id open[HOMES], last[HOMES]; /* rounds that go on; the newest with answers */
	struct str said[HOMES];                   /* beside each */
	struct str missing;                       /* why nothing of today is asked */
	struct list homes;
	enum check_home begun; /* what the areas are chosen for */
	struct check_area *area;
	int narea, most; /* questions of a mock interview */
	struct list areas;

	struct arena run; /* the round and the question */
	struct round round;
	bool *later;           /* questions put off in this sitting */
	bool judging;          /* of a mock interview: time is over or all were asked */
	int64_t left_ms, from; /* of its time, as logged at clock_ticks_ms() `from` */
	int at;                /* question, -1 none */
	struct check_item item;
	bool revealed;
	struct watch watch;

	struct arena page;
	struct check_lines lines;
	int nfront;         /* of them the question's */
	struct err refused; /* what cannot be done, though nothing failed: said as a notice */

	struct arena offer_arena;
	enum check_offer offer;
	struct err why; /* why it cannot be done */
	bool can;
	struct planner_edit edit;
	struct check_rating *rating;
	int nrating;
	int64_t *flag;
	int nflag;
	int64_t *want; /* new cards of gaps, for tomorrow */
	int nwant;
	struct str bare[INVENTORY_NAMES]; /* gaps that are about no topic */
	int nbare;
	struct inventory_edit topics;
	struct interview interview; /* of OFFER_CARDS */
	struct list asked;          /* its questions */
	bool drafting;              /* they are written in an editor */
	struct buf questions;       /* after an interview, one a line */
	struct buf deck;            /* and where they go */
};

/* Percentages by key. */
enum { CHECK_BUTTONS = 5 };
struct check_button {
	int percent;
	const char *word;
};
extern const struct check_button check_buttons[CHECK_BUTTONS];

/* Say that this cannot be done, which is no failure: true. */
PRINTF_LIKE(2, 3) bool check_refuse(struct check_view *v, const char *fmt, ...);

/* ---- check_home.c */

bool check_load_home(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;
/* The lines below its rows, for the width as it is now. */
bool check_say_home(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;
/* Begin, go on or show what the row is about. `anew`: even if there is one to go on with. */
bool check_enter(struct check_view *v, struct app *app, enum check_home home, bool anew,
	struct err *e) MUST_CHECK;
bool check_begin_areas(
	struct check_view *v, struct study *s, int most, int minutes, struct err *e) MUST_CHECK;
const char *check_round_title(enum round_kind kind);

/* ---- check_run.c */

/* Show a round: the first open question, or what came out. */
bool check_run(
	struct check_view *v, const struct study *s, struct event_id id, struct err *e) MUST_CHECK;
/* The log may have changed: an answer taken back is asked again. */
bool check_reload(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;
void check_reveal(struct check_view *v);
bool check_score(struct check_view *v, struct study *s, int percent, struct err *e) MUST_CHECK;
bool check_later(struct check_view *v, struct study *s, struct err *e) MUST_CHECK;
bool check_is_blind(const struct check_view *v); /* answers come after the last question */
int64_t check_left_ms(const struct check_view *v);
/* Of a mock interview: it is answered, on to the next question or to the answers. */
bool check_next(struct check_view *v, struct study *s, struct err *e) MUST_CHECK;
/* A second has passed: the time that was used is logged now and then, and at its end come the answers. */
bool check_tick(struct check_view *v, struct study *s, struct err *e) MUST_CHECK;
/* The question is left; the time that was spent on it counts. */
bool check_pause(struct check_view *v, struct study *s, struct err *e) MUST_CHECK;
void check_release_run(struct check_view *v);

/* ---- check_page.c */

void check_clear_lines(struct check_view *v);
struct check_line *check_add(struct check_view *v, enum role role, struct str text);
void check_wrap(struct check_view *v, enum role role, struct str text);
void check_add_markdown(struct check_view *v, struct str markdown, int cols, int indent);
int check_cols(const struct check_view *v); /* of text */
void check_lay_out(struct check_view *v, const struct study *s);

/* Where the question stands. */
struct check_box {
	int head, top, rows, foot, question, gap;
	bool words; /* a row for what the percentages mean */
};
struct check_box check_box(const struct check_view *v);

/* ---- check_result.c */

bool check_say_result(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;

/* ---- check_offer.c */

/* What that would write or change, as lines; v->can says whether it can be done. */
void check_show_offer(struct check_view *v, const struct study *s, enum check_offer offer);
bool check_do_offer(struct check_view *v, struct app *app, struct err *e) MUST_CHECK;

/* ---- check_topics.c: gaps that are about no topic */

bool check_gather_bare(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;
/* Note it where it is one. */
void check_note_bare(struct check_view *v, const struct check_item *item, int percent);
void check_say_bare(struct check_view *v); /* in a sentence, where there are any */
bool check_show_topics(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;
bool check_do_topics(struct check_view *v, struct app *app, struct err *e) MUST_CHECK;

/* Lines with a sign before each. */
void check_say_lines(struct check_view *v, char sign, enum role role, struct str text);

/* ---- check_after.c */

bool check_show_after(struct check_view *v, const struct study *s, struct err *e) MUST_CHECK;
bool check_do_after(struct check_view *v, struct app *app, struct err *e) MUST_CHECK;
/* What the question under the cursor is about; LEVEL_NONE: as it is. */
void check_rate_after(struct check_view *v, const struct study *s, enum level level);
bool check_can_rate(const struct check_view *v); /* it is about a topic */
/* The list in the editor; what it holds when that has ended. */
bool check_edit_after(struct check_view *v, struct app *app, struct err *e) MUST_CHECK;
bool check_take_draft(
	struct check_view *v, struct app *app, const struct study *s, struct err *e) MUST_CHECK;
/* So many rows of such a page have its questions; 0 on others. */
int check_after_rows(const struct check_view *v, int rows);
void check_draw_after(const struct check_view *v, struct canvas c, bool focused);

/* ---- check_draw.c */

void check_draw(const struct check_view *v, const struct study *s, struct canvas c, bool focused);

#endif
