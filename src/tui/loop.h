/*
 * loop.h - poll, drain input, update, draw: one frame a turn.
 */
#ifndef HONE_LOOP_H
#define HONE_LOOP_H

#include "tui/app.h"
#include "tui/term.h"

/*
 * Run the interface on an opened terminal until the user quits or a signal ends it. The first frame is
 * drawn before the files are compared; then the study is synced, with progress on the screen, and its
 * folders watched. Returns the exit status of the program (0, or 128 + signal). *study is opened here
 * when it is NULL at first (the start view asks for it) and may be replaced; the caller closes it.
 */
int loop_run(struct app *app, struct term *term, struct study **study);

#endif
