/*
 * field.h - a line of text being typed. No tty.
 *
 * Characters and what a prompt's keys do to them; Enter, Esc and all other keys are left to who owns it.
 */
#ifndef HONE_FIELD_H
#define HONE_FIELD_H

#include "tui/canvas.h"
#include "tui/keys.h"

struct field {
	struct buf text;
	size_t at;     /* byte offset of the cursor */
	bool selected; /* the text: what is typed replaces it */
};

/* Another text, which is then selected; it may be the field's own. */
void field_set(struct field *f, struct str text);

/* A key that types or edits: false when it is none. */
bool field_key(struct field *f, int key);

/* Text that was pasted: on one line, without anything that acts. */
void field_paste(struct field *f, struct str text);

void field_draw(const struct field *f, struct canvas c); /* one row; parks the cursor */
void field_release(struct field *f);

#endif
