/*
 * timed.h - what the programs that time hone's own library share.
 */
#ifndef HONE_TIMED_H
#define HONE_TIMED_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hone/str.h"

static inline _Noreturn void die(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

static inline struct buf read_file(const char *path)
{
	struct buf text = { 0 };
	char part[65536];
	size_t n;
	FILE *f = fopen(path, "rb");
	if (!f)
		die(path);
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add(&text, (struct str){ part, n });
	fclose(f);
	return text;
}

/* Processor time of this process, us. */
static inline double cpu(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

#endif
