/*
 * editor.h - how the user's editor and browser are called. No tty.
 */
#ifndef HONE_EDITOR_H
#define HONE_EDITOR_H

#include "hone/arena.h"

/* $VISUAL, else $EDITOR, else "vi"; empty ones count as absent. */
const char *editor_name(void);

/*
 * The command for sh that opens the file at that line (from 1; 0: wherever). `editor` may have options;
 * the path is quoted, whatever it holds. Editors that are known are told the line in their own way,
 * others get the path alone.
 */
void editor_command(struct buf *out, const char *editor, const char *path, int line);

/*
 * How a page is opened: argv, NULL at its end. The first of $BROWSER (separated by ':'; its words
 * are arguments, "%s" among them is the target, which else goes last), else xdg-open. No shell sees
 * the target. *apart: the program has windows of its own.
 */
char *const *editor_browser(struct str target, bool *apart, struct arena *a);

/* The same for a file, whose path is absolute: $OPENER, else xdg-open. */
char *const *editor_opener(struct str path, bool *apart, struct arena *a);

#endif
