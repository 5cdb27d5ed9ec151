/*
 * sheet_priv.h - what the files of the sheet pane share: one or two pages, the lists over them, what is
 * remembered.
 */
#ifndef HONE_SHEET_PRIV_H
#define HONE_SHEET_PRIV_H

#include "hone/link.h"
#include "hone/reading.h"
#include "tui/app.h"
#include "tui/pager.h"

enum { PAGES = 2, MOST_STOPS = 100, MOST_SPOTS = 26 * 26 };

enum sheet_mode {
	MODE_PAGE,
	MODE_FILES,   /* the list of sheets */
	MODE_OUTLINE, /* of headings */
	MODE_LINKS,   /* of links */
	MODE_NEAR,    /* of sheets with a name like that of one which is not here */
	MODE_HINTS,   /* letters stand at the links in sight */
	MODE_MARK,    /* a letter names this place */
	MODE_JUMP,    /* a letter names where to go */
	MODE_SELECT,  /* lines are chosen */
};

/* A place in a sheet to come back to. */
struct stop {
	struct buf path; /* empty: none */
	struct place at;
};

/* The places that were visited, as in a browser; stop[at] is where the page is, as of the last jump. */
struct trail {
	struct stop stop[MOST_STOPS];
	int n, at;
};

struct page {
	struct buf path; /* of the sheet on it, empty when none */
	uint64_t hash;   /* of its bytes as shown */
	struct pager pager;
	struct trail trail;
	struct stop before; /* where it was before the last jump */
	struct place kept;  /* the place as it is remembered */
	bool plain; /* its text, once all of it was laid out, has no more than one heading */
};

/* A row of the list of links, or of names that are alike. */
struct target {
	struct str text, where;
	bool bad; /* leads nowhere, or is not followed */
	int link;
};

/* The chosen sheets that are there, in their order. */
struct run {
	struct arena arena;
	struct str *path;
	int n;
	struct buf let_go; /* a line each of those that all were let go at once */
};

/* Lines of the layout, from where they were begun to where the keys have led. */
struct selection {
	int anchor, end;
};

/* What is to be printed, and where to. */
struct printing {
	struct buf path; /* absolute */
	bool all;        /* the chosen sheets, not that on the page */
	bool replace;    /* the file that is there */
	bool waits;      /* for the frame that says so */
};

struct sheet {
	enum sheet_mode mode;
	struct study *study;
	struct arena arena; /* the list of sheets */
	struct file_row *file;
	size_t nfile;
	struct page page[PAGES];
	bool split; /* both pages are shown, where there is room */
	int here;   /* the page that keys act on */
	struct list list;
	struct arena choices; /* what MODE_LINKS and MODE_NEAR list */
	struct target *choice;
	struct buf missing; /* MODE_NEAR: what is not here */
	struct buf awaited; /* a file that was made and is not known as a sheet yet; empty: none */
	int first_letter;   /* MODE_HINTS: the first one of two, 0 before */
	struct run run;
	struct printing print;
	struct selection select;
	struct reading reading;
	int width;           /* most columns of the text */
	bool outline;        /* beside the page, where there is room */
	struct place origin; /* where a search began that is being typed */
	struct buf pattern;  /* what was searched for before it */
	int rows, cols;
};

struct page *sheet_page(struct sheet *v);
const struct page *sheet_shown(const struct sheet *v);

/* ---- sheet_page.c: what is on a page, and where ---- */

/* A page in the pane, with its margins; `top` rows are taken above its text. */
struct page_box {
	int col, cols, top;
};
struct page_box sheet_box(const struct sheet *v, int page);
int sheet_margin(int cols);
bool sheet_has_two(const struct sheet *v);
/* Columns of the outline beside the page, 0 when it is not shown: there is no room, or nothing to choose in it. */
int sheet_outline_cols(const struct sheet *v);
void sheet_fit(struct sheet *v);                              /* every page learns its size */
void sheet_widen(struct sheet *v, struct app *app, int step); /* the text */
void sheet_split(struct sheet *v, struct app *app);

bool sheet_load_files(struct sheet *v, const struct study *s, struct err *e) MUST_CHECK;
const struct file_row *sheet_find_file(const struct sheet *v, struct str path);

/* Show a file on the page: at the place that is remembered, or where the page is if it shows it already. */
bool page_open(struct sheet *v, struct page *p, const struct study *s, const struct file_row *f,
	struct err *e) MUST_CHECK;
bool sheet_list_files(struct sheet *v, const struct study *s, struct err *e) MUST_CHECK;
/* At first: the sheet read last, else of those that are sheets and nothing else the one written last, else the
 * list of all. */
bool sheet_open_first(
	struct sheet *v, struct page *p, const struct study *s, struct err *e) MUST_CHECK;
/* Files changed: the pages follow where theirs did. */
bool sheet_reload(struct sheet *v, const struct study *s, struct err *e) MUST_CHECK;

/* ---- sheet_trail.c: going from place to place ---- */

struct place page_place(const struct page *p);
struct place page_heading(const struct page *p, int heading); /* when all is laid out */
/* Remember where the page is, for '' and for the sheet. */
void sheet_leave(struct sheet *v);
/* Note in the trail where the page is now, after sheet_leave() and a move. */
void sheet_arrive(struct sheet *v);
/* Go to a place of a sheet (NULL: where it was left) and note it in the trail. */
bool sheet_visit(struct sheet *v, const struct study *s, struct str path, const struct place *at,
	struct err *e) MUST_CHECK;
bool sheet_back(struct sheet *v, struct app *app, int step, struct err *e) MUST_CHECK;
bool sheet_before(struct sheet *v, struct app *app, struct err *e) MUST_CHECK;
void sheet_mark(struct sheet *v, struct app *app, int letter);
/* Which marks there are, and in which sheets. */
void sheet_say_marks(const struct sheet *v, struct app *app);
bool sheet_jump(struct sheet *v, struct app *app, int letter, struct err *e) MUST_CHECK;
/* Does something wait to be written, and write it. */
bool sheet_unsaved(const struct sheet *v);
bool sheet_save(struct sheet *v, struct err *e) MUST_CHECK;
void stop_release(struct stop *s);
void trail_release(struct trail *t);

/* ---- sheet_links.c ---- */

bool sheet_follow(struct sheet *v, struct app *app, int link, struct err *e) MUST_CHECK;
/* The letters of link number `i` of `n` in sight. */
struct str sheet_letters(int i, int n, char out[static 3]);
void sheet_hints(struct sheet *v, struct app *app);
bool sheet_hint(struct sheet *v, struct app *app, int letter, struct err *e) MUST_CHECK;
bool sheet_list_links(struct sheet *v, struct app *app, struct err *e) MUST_CHECK;
void sheet_next_link(struct sheet *v, struct app *app, int step);

/* ---- sheet_run.c: the chosen ones, one after the other */

bool sheet_run_load(struct sheet *v, const struct study *s, struct err *e) MUST_CHECK;
/* The place of a sheet among the chosen ones, of the one on the page; from 1 on, 0: it is none of them. */
int sheet_run_place(const struct sheet *v, struct str path);
int sheet_run_at(const struct sheet *v);
bool sheet_choose(struct sheet *v, struct app *app, struct err *e) MUST_CHECK;
bool sheet_choose_none(struct sheet *v, struct app *app, struct err *e) MUST_CHECK;
bool sheet_run_begin(struct sheet *v, struct app *app, struct err *e) MUST_CHECK;
bool sheet_run_step(struct sheet *v, struct app *app, int by, struct err *e) MUST_CHECK;
/* A motion on the page; a page further at the end of a chosen sheet is the next one, and so back. */
bool sheet_run_scroll(
	struct sheet *v, struct app *app, const struct msg *m, struct err *e) MUST_CHECK;
void sheet_run_release(struct run *r);

/* ---- sheet_print.c: `action` and `over` are those of the answers to its prompts */

void sheet_print(struct sheet *v, struct app *app, bool all, int action);
void sheet_print_to(struct sheet *v, struct app *app, struct str typed, int over);
void sheet_print_over(struct sheet *v, struct app *app, struct str typed, int over);
/* What waits to be printed. */
bool sheet_print_now(struct sheet *v, struct app *app, struct err *e) MUST_CHECK;

/* ---- sheet_do.c: from a sheet to other things ---- */

/* What belongs to the section at the top. */
void sheet_belongs(struct sheet *v, struct app *app);
/* A card with that section as its answer. */
void sheet_joins(struct sheet *v, struct app *app);
void sheet_new_card(struct sheet *v, struct app *app);

/* ---- sheet_select.c: lines of the page ---- */

/* Begin with a line, or anew where the end is. */
void sheet_select(struct sheet *v, struct app *app);
void sheet_select_leave(struct sheet *v);
void sheet_select_move(struct sheet *v, const struct msg *m);
void sheet_select_other_end(struct sheet *v);
/* A card with the lines of the file that those come from as its answer. */
void sheet_select_card(struct sheet *v, struct app *app);

/* ---- sheet_draw.c ---- */

void sheet_draw(const void *state, const struct study *study, struct canvas c, bool focused);
void sheet_status(const void *state, const struct study *study, struct buf *out);

#endif
