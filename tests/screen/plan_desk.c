/* plan_desk.c - the screen over a study with a plan. */
#include "screen/plan_desk.h"

#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "test.h"

struct desk desk_with(const char *plan, int rows, int cols)
{
	struct desk d = { .dir = test_tmpdir() };
	struct err e = { 0 };
	setenv("HONE_NOW", "2025-11-12T09:00:00", 1);
	write_file(d.dir, "plan.md", plan);
	write_file(d.dir, "words.md", sheet_md);
	d.study = study_open(d.dir, &e);
	if (!d.study)
		fail_msg("%s", e.text);
	sync_study(d.study);
	open_desk(&d, rows, cols);
	type(&d, "1");
	app_tick(d.app);
	return d;
}

void see_file(const struct desk *d, const char *part)
{
	struct arena a = { 0 };
	struct buf b = test_read(path_join(&a, str_of(d->dir), STR("plan.md")));
	if (!strstr(buf_cstr(&b), part))
		fail_msg("the plan does not hold \"%s\":\n%s", part, buf_cstr(&b));
	buf_release(&b);
	arena_release(&a);
}

void see_block(struct desk *d, int from, int n, int left, int cols, const char *want)
{
	struct str rest = str_of(screen(d)), line;
	struct buf got = { 0 };
	for (int i = 0; i < from + n && str_line(&rest, &line); i++) {
		struct str before = text_prefix(line, left, NULL);
		struct str part = text_prefix(str_slice(line, before.n, line.n), cols, NULL);
		while (part.n && part.p[part.n - 1] == ' ')
			part.n--;
		if (i < from)
			continue;
		buf_add(&got, part);
		buf_addc(&got, '\n');
	}
	assert_string_equal(buf_cstr(&got), want);
	buf_release(&got);
}
