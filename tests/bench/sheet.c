/*
 * sheet.c - laying out a sheet against libcmark, which parses the same text.
 *
 *   sheet FILE LARGER LARGEST       in this process, in turns; the figures are the medians
 *   sheet once FILE                 laid out once, for whoever counts instructions
 *
 * Rows of output: what, hone's figure, that of the floor, the limit for their ratio. Memory is what is held when
 * the work is done (its text apart), and what a process of its own took at most.
 */
#define _GNU_SOURCE
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmark.h>

#include "hone/md.h"
#include "timed.h"

enum { ROUNDS = 21, MOST_ROUNDS = 201, COLS = 80 };

struct cost {
	double mine, floor;
};

static double held(void)
{
	struct mallinfo2 m = mallinfo2();
	return (double)m.uordblks + (double)m.hblkhd;
}

/* Microseconds; with `bytes` what is held in the end. */
static double run_mine(struct str text, double *bytes)
{
	struct arena a = { 0 };
	double before = held(), began = cpu();
	md_layout(text, COLS, 0, &a);
	double took = cpu() - began;
	if (bytes)
		*bytes = held() - before;
	began = cpu();
	arena_release(&a);
	return took + cpu() - began;
}

static double run_cmark(struct str text, double *bytes)
{
	double before = held(), began = cpu();
	cmark_node *root = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT);
	double took = cpu() - began;
	if (!root)
		die("libcmark read nothing");
	if (bytes)
		*bytes = held() - before;
	began = cpu();
	cmark_node_free(root);
	return took + cpu() - began;
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, by_size);
	return v[n / 2];
}

static struct cost time_both(struct str text, int rounds)
{
	double mine[MOST_ROUNDS], floor[MOST_ROUNDS];
	for (int i = 0; i < rounds; i++) {
		mine[i] = run_mine(text, NULL);
		floor[i] = run_cmark(text, NULL);
	}
	return (struct cost){ median(mine, rounds), median(floor, rounds) };
}

/* The most kilobytes that a process of its own holds that reads the file and runs this. */
static double peak(const char *path, double (*run)(struct str, double *))
{
	struct rusage use;
	int status;
	pid_t pid = fork();
	if (pid < 0)
		die("fork");
	if (pid == 0) {
		struct buf text = read_file(path);
		if (run)
			run(buf_str(&text), NULL);
		_exit(0);
	}
	if (wait4(pid, &status, 0, &use) != pid || status != 0)
		die("a process of its own failed");
	return (double)use.ru_maxrss;
}

static void row(const char *what, double mine, double floor, double limit)
{
	printf("%s\t%.1f\t%.1f\t%g\n", what, mine, floor, limit);
}

static void against_cmark(char **path)
{
	struct buf text[3];
	double mine, floor;
	/* First of all: a process starts with what is held by the one that it comes from. */
	double base = peak(path[2], NULL);
	row("sheet of 10 MB, kB at most (floor: libcmark)", peak(path[2], run_mine) - base,
		peak(path[2], run_cmark) - base, 4);
	for (int i = 0; i < 3; i++) {
		text[i] = read_file(path[i]);
		struct cost c = time_both(buf_str(&text[i]), i == 0   ? MOST_ROUNDS
							     : i == 1 ? ROUNDS
								      : 5);
		if (i == 0)
			row("sheet of 25 kB laid out, us (floor: libcmark)", c.mine, c.floor, 2.5);
		if (i == 2)
			row("sheet of 10 MB laid out, us (floor: libcmark)", c.mine, c.floor, 2.5);
	}
	run_mine(buf_str(&text[1]), &mine);
	run_cmark(buf_str(&text[1]), &floor);
	row("sheet of 1 MB, kB held (floor: libcmark's tree)", mine / 1024, floor / 1024, 4);
}

static void once(const char *path)
{
	struct buf text = read_file(path);
	run_mine(buf_str(&text), NULL);
}

int main(int argc, char **argv)
{
	/* What the system takes to hand out memory again and again is no matter of either. */
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
	mallopt(M_MMAP_THRESHOLD, 1 << 30);
	if (argc == 3 && strcmp(argv[1], "once") == 0)
		once(argv[2]);
	else if (argc == 4)
		against_cmark(argv + 1);
	else
		die("sheet FILE LARGER LARGEST | sheet once FILE");
	return 0;
}
