/*
 * screen.h - the full screen: opens the study, the terminal and the loop.
 */
#ifndef HONE_SCREEN_H
#define HONE_SCREEN_H

#include "cli/cli.h"

/* Runs until the user leaves. An exit code; e says why it could not start. c->study is left open. */
int screen_run(struct cli *c, struct err *e);

#endif
