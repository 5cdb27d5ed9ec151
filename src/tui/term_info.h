/*
 * term_info.h - what the terminfo database says of this terminal. Apart from term_priv.h because
 * <term.h> has a struct term of its own.
 */
#ifndef HONE_TERM_INFO_H
#define HONE_TERM_INFO_H

#include "hone/str.h"

/*
 * The name under which curses can draw on the terminal that $TERM names: that name, or xterm-256color for
 * terminals that are like it but unknown here, which is then said in *notice. NULL and e when nothing
 * will do. The name is static or of the environment.
 */
const char *term_info_name(struct buf *notice, struct err *e);

#endif
