/* screen.c - the full screen: opens the study, the terminal and the loop. */
#define _DEFAULT_SOURCE /* madvise */
#include "cli/screen.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/mman.h>

#include "hone/files.h"
#include "hone/home.h"
#include "hone/md.h"
#include "tui/loop.h"
#include "views/views.h"

static bool load_theme(struct cli *c, struct theme *theme, struct err *e)
{
	struct buf text = { 0 };
	struct file_stat st;
	bool ok = files_read(c->theme, &text, &st, e) &&
		  theme_parse(buf_str(&text), c->theme, theme, e);
	buf_release(&text);
	return ok;
}

/* The study named, or the last one; none at all is no error: the first screen offers some. */
static bool open_study(struct cli *c, struct err *e)
{
	struct home home;
	struct str *dir;
	size_t n;
	if (!home_find(&home, &c->arena, e))
		return false;
	if (!c->dir) {
		if (!home_studies(&home, &dir, &n, &c->arena, e))
			return false;
		if (n == 0)
			return true;
		c->dir = dir[0].p;
	}
	return cli_open(c, false, e);
}

static int run_app(struct cli *c, struct term *term)
{
	const struct app_options options = {
		.pane = { &view_plan, &view_review, &view_sheet, &view_topics },
		.start = &view_start,
		.help = &view_help,
		.cards = &view_browse,
		.find = &view_find,
		.checks = &view_check,
		.ascii = term_ascii(term),
	};
	struct app *app = app_new(&options, c->study);
	int code = loop_run(app, term, &c->study);
	app_free(app);
	return code;
}

/* So that the next start without a folder opens this one. */
static bool remember(struct cli *c, struct err *e)
{
	struct home home;
	return !c->study ||
	       (home_find(&home, &c->arena, e) && home_remember(&home, c->study->dir, e));
}

/*
 * The first frame fills some 200 pages of memory. Asked for at once they cost one call; left to faults,
 * one by one, they cost more than reading the plan. Where that cannot be asked, nothing is lost.
 */
static void reserve_memory(void)
{
#if defined __GLIBC__ && defined MADV_POPULATE_WRITE
	enum { PAGE = 4096, RESERVE = 224 * PAGE };
	mallopt(M_MMAP_THRESHOLD, 2 * RESERVE); /* so that it lies on the heap, */
	mallopt(M_TRIM_THRESHOLD, 2 * RESERVE); /* and stays there */
	char *p = malloc(RESERVE);
	if (p)
		madvise(p + (-(uintptr_t)p & (PAGE - 1)), RESERVE - PAGE, MADV_POPULATE_WRITE);
	free(p);
#endif
}

int screen_run(struct cli *c, struct err *e)
{
	static const enum term_color color[] = { TERM_COLOR_AUTO, TERM_COLOR_ALWAYS,
		TERM_COLOR_NEVER };
	struct theme theme;
	struct term_options o = { .color = color[c->color], .ascii = c->ascii };
	reserve_memory();
	if (!open_study(c, e) || (c->theme && !load_theme(c, &theme, e)))
		return EXIT_FAILED;
	o.theme = c->theme ? &theme : NULL;
	struct term *term = term_open(&o, e);
	if (!term)
		return EXIT_FAILED;
	md_ascii(term_ascii(term));
	bool known = c->study != NULL;
	bool ok = remember(c, e);
	int code = ok ? run_app(c, term) : EXIT_FAILED;
	term_close(term);
	if (ok && !known && !remember(c, e))
		return EXIT_FAILED;
	return code;
}
