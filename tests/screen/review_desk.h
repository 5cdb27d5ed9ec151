/*
 * review_desk.h - the screen over a study for tests of the review. Every function fails the test when it
 * cannot do its work.
 */
#ifndef HONE_REVIEW_DESK_H
#define HONE_REVIEW_DESK_H

#include "hone/queue.h"
#include "tui/app.h"
#include "views/views.h"

struct desk {
	const char *dir;
	struct study *study;
	struct app *app;
	struct surface surface;
	struct buf text;
};

/* The deck of desk_basic(), and a sheet that every study has, words.md. */
extern const char basic_md[], sheet_md[];

/* One card of each kind that is more than a question and its answer. */
extern const struct deck_card typed_card, choice_card, problem_card, explain_card;

void write_file(const char *dir, const char *name, const char *text);
void sync_study(struct study *s);
/* A study of two sheets and the deck, if any; its screen is opened by open_desk(). */
struct desk study_of(const char *deck);
/* A card as a deck would give it. */
void put_card(struct desk *d, const struct deck_card *c);
void open_desk(struct desk *d, int rows, int cols);
/* The screen over a single card. */
struct desk desk_of(struct deck_card c);
/* The screen over three ordinary cards. */
struct desk desk_basic(void);
const char *screen(struct desk *d);
/* Is that on the screen, or not? */
void see(struct desk *d, const char *what);
void see_not(struct desk *d, const char *what);
/* Each character is a key. */
void type(struct desk *d, const char *keys);
/* The how many-th choice it is, from 1 on. */
int place_of(struct desk *d, const char *choice);
/* Go to that choice and tick it. */
void tick(struct desk *d, const char *choice);
void desk_free(struct desk *d);
/* What the log says of the card: its last event of that kind. */
struct event last_event(struct desk *d, int64_t card, enum event_kind kind);

#endif
