/*
 * views.h - the screens of hone; each is a table of functions in its own file.
 */
#ifndef HONE_VIEWS_H
#define HONE_VIEWS_H

#include "hone/chart.h"
#include "tui/view.h"

extern const struct view_ops view_plan;
extern const struct view_ops view_review;
extern const struct view_ops view_sheet;
extern const struct view_ops view_topics;
extern const struct view_ops view_help;
extern const struct view_ops view_start;
/* Opened by app_open(): all cards; one card, whose id is the number. */
extern const struct view_ops view_browse;
extern const struct view_ops view_card;
/* Sheets by their names (number 0), or what holds some words (1), which may be the text. */
extern const struct view_ops view_find;
/* What belongs to the section of a sheet (text: its path) that a line of it (number) stands in. */
extern const struct view_ops view_here;
/* A card with the section below the heading in that line (number) of a sheet (text) as its answer; or with the
 * lines from that one to another, which is in the upper half of the number. */
extern const struct view_ops view_newcard;
/* A sheet with that title (text), which is asked for when it is empty. */
extern const struct view_ops view_newsheet;
/* What can be done with a day of the plan, whose id is the number (0: none); text: its date, and "earlier"
 * to begin with a shift in that direction. */
extern const struct view_ops view_move;
/* A day of the plan, and its end: the id of the day is the number. */
extern const struct view_ops view_day;
extern const struct view_ops view_evening;
extern const struct view_ops view_progress; /* where the plan stands */
extern const struct view_ops view_week;     /* a look back at a week */
/* Cards, sections and days that may be about a topic, sheets that may belong to a day; text: the kind of join that is
 * shown first (join_kind_name()), number: the id of the card, section, day or topic that is shown first, 0: none. */
extern const struct view_ops view_joins;
extern const struct view_ops view_doubts; /* cards that may be old ones reworded */
/* Knowledge checks, gap analysis, mock interview; the number is the id of a day of the plan, 0: the one to
 * work on; with a text the check of that day begins. */
extern const struct view_ops view_check;

extern const struct view_ops view_readiness; /* what is known, by what is said and recalled */
/* Topics gone through one by one, and rounds of that side by side; the number is the id of a topic, whose area
 * stands first, or 0. */
extern const struct view_ops view_assess;
/* The topic of that id (number, 0: none) reworded, split, weighed; topics added. */
extern const struct view_ops view_inventory;

/* Show a section, "path#heading", in the sheet pane; closes what lies over it. */
void views_go_section(struct app *app, struct str place);

/* The same one column wide character `cols` times. */
void views_run(struct canvas c, int row, int col, int cols, enum role role, uint32_t cp);

/* A proportion as a bar of `cols` cells. */
void views_bar(struct canvas c, int row, int col, int cols, int part, int whole, enum role role);

/* A row of a chart, its roles as those of the theme. */
void views_chart_row(struct canvas c, int row, int col, const struct chart_row *chart);

/* How a level looks: glyph, word and role stand together everywhere. */
uint32_t views_level_glyph(enum level level);
enum role views_level_role(enum level level);

/* How an SM-2 grade 0..5 is called and looks, everywhere: Again, Hard, Good, Easy. */
const char *views_grade_name(int grade);
enum role views_grade_role(int grade);

/* "30 m", "2-3 h", "1 h 30"; empty when both are 0. */
const char *views_minutes(int from, int to, char out[static 32]);

/* "Wed 12 Nov", "Wed 12-Thu 13 Nov", "Sat 29 Nov-Tue 2 Dec", with years that are not this one; "" of DAY_NONE. */
const char *views_dates(int from, int to, int today, char out[static 48]);

/* "today", "1 d", "12 d", "4 mo", "2 y": an interval in days as short as it can be said. */
const char *views_interval(int days, char out[static 16]);

/* A path as a shell would have it: "~" and "~/notes" are in the home folder. */
void views_at_home(struct buf *out, struct str path);

/* A screen with nothing to show: a heading, then lines that say what it is and how to fill it. */
void views_empty(struct canvas c, const char *heading, const char *const *line, int n);

#endif
