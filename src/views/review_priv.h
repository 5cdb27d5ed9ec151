/*
 * review_priv.h - what the files of the review share: the card being asked, its page, the day so far.
 *
 * review.c takes messages, review_session.c says which card is next, review_card.c holds the card and what
 * its kind adds, review_page.c lays it out, review_draw.c draws it, review_done.c is the page after the last
 * card.
 */
#ifndef HONE_REVIEW_PRIV_H
#define HONE_REVIEW_PRIV_H

#include "hone/diff.h"
#include "hone/session.h"
#include "tui/app.h"
#include "tui/pager.h"
#include "views/views.h"
#include "views/watch.h"

enum {
	BUTTONS = 4,
	MOST_CHOICES = 9, /* one has more: its boxes are an answer like any other */
	COUNT_CAP = 1000,
	FORECAST_DAYS = 7,
	MOST_AGAINST = 3,
	RECALL_DAYS = 30,
};

enum button { BUTTON_NONE = -1, BUTTON_AGAIN, BUTTON_HARD, BUTTON_GOOD, BUTTON_EASY };

struct piece {
	struct str text;
	enum role role;
	unsigned attr;
};

/* A line under the question: pieces of text side by side, then a line of markdown, then a word at the
 * right. */
struct page_line {
	struct piece *piece;
	int npiece;
	int indent; /* columns before the markdown */
	int choice; /* the first line of the n-th one as they stand: n; else 0 */
	const struct md_line *md;
	struct piece tail;
};

/* Where everything stands in the pane. */
struct box {
	int head;          /* row of the topic, -1 where there is no room */
	int top, rows;     /* question and answer */
	int left, cols;    /* text of all of it */
	int foot;          /* row of the grades, -1 none */
	bool intervals;    /* below them */
	int question, gap; /* rows of the question and of what is between it and the rest */
};

/* What an answer would lead to. */
struct preview {
	int days;       /* until it comes back */
	bool today_too; /* it is asked again before */
	bool last_pass; /* it comes back for the deadline, sooner than it were due */
};

/* A card that was answered, hidden or buried, to see that this was taken back. */
struct handled {
	int64_t id;
	struct card_state before, after;
	int grade; /* 0: none */
	int64_t took_ms;
};

/* Answers of some days. */
struct tally {
	int given[BUTTONS], n;
	int64_t took_ms;
};

struct review {
	struct arena arena; /* the card and what its kind adds */
	struct card card;   /* id 0: none left */
	bool revealed;
	struct watch watch;
	struct preview preview[BUTTONS];
	enum button proposed; /* by what was typed, ticked or how long it took */
	/* Kinds. */
	struct choice choice[MOST_CHOICES];
	int nchoice;
	int order[MOST_CHOICES]; /* which choice stands first, second... */
	unsigned picked;         /* bits by choice */
	int marked;              /* as they stand */
	struct str typed;
	int64_t asking;           /* card whose answer is being typed */
	int64_t best_ms, last_ms; /* times it took before, 0 unknown */
	/* Its page. */
	struct arena page;
	struct md_doc front;
	struct page_line *below;
	int nbelow;
	size_t below_cap;
	struct list
		scroll; /* over all of the page, or over what is below once the answer is shown */
	int rows, cols;
	bool zen;
	/* What was done and what is left. */
	int left;     /* cards to be asked, this one included */
	bool capped;  /* there are more */
	int64_t last; /* card asked before this one, 0 none */
	struct handled *handled;
	size_t nhandled, handled_cap;
	int day;
	struct tally today;
	/* Chosen cards instead of the queue of the day. */
	struct session *session;          /* NULL: the queue */
	struct session_options choice_of; /* its filter is in `filter` */
	struct buf filter;
	struct tally sitting; /* answers in it */
	/* The page after the last card. */
	struct tally month;
	int forecast[FORECAST_DAYS]; /* from tomorrow on */
	int new_tomorrow;
	int days_left; /* to the deadline, -1 none */
	int waiting;   /* cards of the queue, after a session */
	struct arena against_arena;
	struct str against[MOST_AGAINST]; /* topics that wrong answers of today speak against */
	int nagainst, nmore;              /* and further ones */
	int64_t stored;                   /* cards the study has, 0 to tell why none is asked */
};

/* SM-2 grades of the four buttons, left to right. */
int review_grade_of(enum button b);

/* ---- review_session.c */

/* The next card into r->card; its id is 0 when none is left. */
bool review_take(struct review *r, const struct study *s, struct err *e) MUST_CHECK;
bool review_count(struct review *r, const struct study *s, struct err *e) MUST_CHECK;
/* Grade r->card. */
bool review_answer(
	struct review *r, struct study *s, int grade, int64_t took_ms, struct err *e) MUST_CHECK;
bool review_crams(const struct review *r); /* answers are not logged */
/* " · cram · deck:x": what the session is of, after a point each; nothing for the queue. */
void review_session_words(const struct review *r, struct buf *out);
/*
 * Ask such cards from now on; of today without filter and minutes that is the queue. The one before goes
 * on when that fails: ERR_INVALID for a filter that is not understood.
 */
bool review_begin_session(struct review *r, const struct study *s, struct session_options o,
	struct err *e) MUST_CHECK;
void review_end_session(struct review *r); /* back to the queue */
/* How many cards it has and how long they take, in a message. */
bool review_say_session(const struct review *r, struct app *app, struct err *e) MUST_CHECK;

/* ---- review_card.c */

bool review_is_timed(const struct review *r); /* has a stopwatch in sight */
/* Minutes that a task should take; both 0 when none are said. */
void review_target(const struct review *r, int *from, int *to);

/* r->card was read anew and is asked from the beginning. */
bool review_begin(struct review *r, const struct study *s, struct err *e) MUST_CHECK;
/* The text of the card or the day may have changed while it is shown. */
void review_reread(struct review *r, const struct study *s);
void review_reveal(struct review *r);
void review_tick(struct review *r);             /* the choice that is marked */
void review_choose(struct review *r, int step); /* mark another one */
/* Thinking time of the answer, as far as it is believed. */
int64_t review_took_ms(const struct review *r);
bool review_same_state(const struct card_state *a, const struct card_state *b);

/* ---- review_page.c */

struct box review_box(const struct review *r);
void review_lay_out(struct review *r);
/* Scroll the choice that is marked into sight. */
void review_show_choice(struct review *r);
/* Its row of the pane, -1 when it is not in sight. */
int review_choice_row(const struct review *r);

/* ---- review_draw.c */

void review_draw_card(const struct review *r, const struct study *s, struct canvas c, bool focused);

/* ---- review_done.c */

/* What was answered from a study day on, from the log: so undo and a restart cannot put it wrong. */
bool review_tally(struct tally *t, const struct study *s, int from_day, struct err *e) MUST_CHECK;
/* One answer more, or with times -1 one less. */
void review_tally_add(struct tally *t, int grade, int64_t took_ms, int times);
bool review_load_done(struct review *r, const struct study *s, struct err *e) MUST_CHECK;
void review_draw_done(const struct review *r, struct canvas c);

/* ---- review_wrong.c */

/* Topics that are rated Know or Unsure, and a card about them was answered wrong today. */
bool review_find_against(struct review *r, const struct study *s, struct err *e) MUST_CHECK;
/* The row behind them. */
int review_draw_against(const struct review *r, struct canvas c, int row, int col);

#endif
