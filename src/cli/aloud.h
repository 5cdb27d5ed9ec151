/*
 * aloud.h - questions and answers line by line, for pipes, plain terminals and those who listen.
 */
#ifndef HONE_ALOUD_H
#define HONE_ALOUD_H

#include "cli/cli.h"

/* The line that was read last; zero before the first. */
struct aloud {
	char *line;
	size_t cap;
};

/* What was said so far goes to standard output. */
void aloud_flush(struct cli *c);

/* The next line of input, trimmed; false at its end. An input that is no terminal shows no typing. */
bool aloud_hear(struct cli *c, struct aloud *in, struct str *said);
void aloud_release(struct aloud *in);

/* Markdown as plain lines, without what is drawn. */
void aloud_text(struct cli *c, struct str markdown, struct arena *a);

#endif
