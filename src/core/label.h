/*
 * label.h - what stands before the words of a heading: "Q1.2:", "Area 3.5:", "2.". Pure, private to
 * the parsers.
 */
#ifndef HONE_LABEL_H
#define HONE_LABEL_H

#include "hone/arena.h"

/*
 * "Q1.2: text", "Question 3. text", "Bonus 1) text", "B4: text", "Q: text", bold or not. *label is
 * "Q1.2" and so on, empty for a bare "Q:"; *front is the text. False, and nothing changed, for any
 * other heading or when no text follows.
 */
bool label_question(struct str heading, struct str *label, struct str *front);

/* Cut "12. " or "12) " off *s into *number. False, and nothing changed, when there is none. */
bool label_number(struct str *s, struct str *number);

/*
 * The plain name of a section: "**Area 3.5: Data loading** NEW" and "Section 3.5. Data loading (4
 * topics)" give "Data loading", and "3.5" in *number. Signs before the first letter are dropped.
 */
struct str label_section(struct str heading, struct str *number, struct arena *a);

#endif
