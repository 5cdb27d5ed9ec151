/*
 * fake_desk.h - a desk with a small view in every pane, for tests of app.
 */
#ifndef HONE_FAKE_DESK_H
#define HONE_FAKE_DESK_H

#include "test.h"

#include "tui/app.h"

enum fake_live { FAKE_ASKED = 1 };

/*
 * The view of every pane. x counts, Space makes 1 and 2 grade until Esc, p prompts, o does with a past, t and f show a
 * message and an error, g goes to the sheet, c changes the study, w closes, e ends. It draws what it
 * was told.
 */
extern const struct view_ops fake_panes[PANE_COUNT], fake_start, fake_help;

struct desk {
	struct app *app;
	struct study *study;
	struct surface surface;
	struct buf screen;
};

/* A new study with a plan of one day. */
struct study *desk_study(void);
struct desk desk_open(bool with_study, int rows, int cols);
void desk_close(struct desk *d);

/* Press keys by name, separated by spaces. */
void desk_type(struct desk *d, const char *names);
/* The screen as text, until the next call. */
struct str desk_look(struct desk *d);
struct str desk_row(struct desk *d, int row);
bool desk_shows(struct desk *d, const char *text);
void desk_assert_shows(struct desk *d, const char *text);

#endif
