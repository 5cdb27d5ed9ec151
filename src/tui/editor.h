/*
 * editor.h - how the user's editor is called. No tty.
 */
#ifndef HONE_EDITOR_H
#define HONE_EDITOR_H

#include "hone/str.h"

/* $VISUAL, else $EDITOR, else "vi"; empty ones count as absent. */
const char *editor_name(void);

/*
 * The command for sh that opens the file at that line (from 1; 0: wherever). `editor` may have options;
 * the path is quoted, whatever it holds. Editors that are known are told the line in their own way,
 * others get the path alone.
 */
void editor_command(struct buf *out, const char *editor, const char *path, int line);

#endif
