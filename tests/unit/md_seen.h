/*
 * md_seen.h - what a reader sees of a markdown text, as words: of our layout and of HTML.
 *
 * Words are parted by one space, whatever parted them. List marks, the bars of quotes, rules and boxes of
 * tasks are no words. An image is "[image: its description]", a link without a text its target.
 */
#ifndef HONE_TEST_MD_SEEN_H
#define HONE_TEST_MD_SEEN_H

#include "hone/md.h"

void seen_doc(struct buf *out, const struct md_doc *doc);

/* Laid out at a width at which nothing is wrapped. */
void seen_markdown(struct buf *out, struct str md);

/* Scripts, styles and comments are not seen; entities are decoded. */
void seen_html(struct buf *out, struct str html);

/* An example of a specification: its number, markdown and HTML, "→" being a tab. */
struct seen_example {
	int number;
	struct str kind; /* "table", as its fence says */
	struct buf md, html;
};

/* The next one of *rest into *e, whose bufs are reused; false after the last. Start with { 0 }. */
bool seen_next(struct str *rest, struct seen_example *e);
void seen_release(struct seen_example *e);

#endif
