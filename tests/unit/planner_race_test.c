/* planner_race_test.c - another program writes to the plan while hone does: no line of either is lost. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/study_priv.h"
#include "hone/planner.h"
#include "study_help.h"

enum { MERGES = 200, TASKS = 6, LINES = 40 };

/* The other program: puts a line of its own somewhere, or changes one that is no task and no heading. */
struct other {
	char path[512];
	enum edit_point point;
	int times; /* how often it still does it */
	unsigned seed;
	int made, skip;
	char line[16][48]; /* what it wrote last, and lines that must be there */
};

static unsigned draw(struct other *o, unsigned n)
{
	o->seed = o->seed * 1664525u + 1013904223u;
	return (o->seed >> 8) % n;
}

static void put_file(struct other *o, const struct buf *b)
{
	char beside[600];
	bool by_rename = draw(o, 2);
	snprintf(beside, sizeof beside, "%s~", o->path);
	FILE *f = fopen(by_rename ? beside : o->path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(b->p, 1, b->n, f), b->n);
	assert_int_equal(fclose(f), 0);
	if (by_rename)
		assert_int_equal(rename(beside, o->path), 0);
}

/* After a random line of words a line of its own. */
static void write_line(struct other *o)
{
	struct buf was = test_read(o->path), now = { 0 };
	struct str rest = buf_str(&was), line;
	char key[32];
	int made = o->made++ % 16;
	snprintf(key, sizeof key, "Words %u.", draw(o, LINES));
	snprintf(o->line[made], sizeof o->line[made], "Theirs %d of %u.", o->made, o->seed);
	while (str_line(&rest, &line)) {
		buf_add(&now, line);
		buf_addc(&now, '\n');
		if (str_eq(line, str_of(key)))
			buf_addf(&now, "%s\n", o->line[made]);
	}
	put_file(o, &now);
	buf_release(&was);
	buf_release(&now);
}

static void come_between(void *ctx, enum edit_point point)
{
	struct other *o = ctx;
	if (point != o->point || o->times == 0 || o->skip-- > 0)
		return;
	o->times--;
	write_line(o);
}

static void make_plan(const char *dir)
{
	struct buf b = { 0 };
	buf_addf(&b, "# P\n\n## Week 1: A\n\n**Day 1: B** ✅ **DONE (2030-01-01)**\n\n- [x] zero\n\n"
		     "**Day 2: C**\n\n");
	for (int i = 0; i < LINES; i++) {
		if (i % 8 == 0)
			buf_addf(&b, "\n- [ ] task %d\n  - [ ] part %d\n\n", i / 8, i / 8);
		buf_addf(&b, "Words %d.\n", i);
	}
	help_put(dir, "p.md", buf_cstr(&b));
	buf_release(&b);
}

/* One of the verbs; `n` makes what it writes its own. */
static bool do_verb(struct study *s, int verb, int n, struct err *e)
{
	char words[32];
	struct arena a = { 0 };
	struct planner_summary m;
	struct planner_edit edit;
	snprintf(words, sizeof words, "task %d", n % 5);
	uint64_t item = help_item(s, words)->id;
	bool ok = false;
	snprintf(words, sizeof words, "Ours %d.", n);
	switch (verb) {
	case 0: ok = study_tick(s, item, !plan_find(&s->plan, item)->done, e); break;
	case 1: ok = planner_tick_tree(s, item, !plan_find(&s->plan, item)->done, e); break;
	case 2: ok = planner_note(s, item, str_of(words), e); break;
	case 3: ok = planner_note(s, s->plan.day[1].id, str_of(words), e); break;
	case 4: ok = planner_status(s, 1, n % 2 ? PLAN_SKIPPED : PLAN_DEFERRED, e); break;
	default:
		ok = planner_summarise(s, 1, &m, &a, e) &&
		     planner_summary_edit(s, 1, &m, &edit, &a, e) &&
		     planner_apply(s, s->plan.day[1].id, &edit, e);
	}
	arena_release(&a);
	return ok;
}

static int count(struct str text, const char *line)
{
	char want[64];
	int n = 0;
	snprintf(want, sizeof want, "%s\n", line);
	for (ptrdiff_t at = -1; (at = str_find(text, str_of(want), (size_t)(at + 1))) >= 0;)
		n += at == 0 || text.p[at - 1] == '\n' || text.p[at - 1] == ' ';
	return n;
}

/* All lines of the plan as it was made are there once, and those of the other program. */
static void check_lines(struct other *o, int from)
{
	struct buf now = test_read(o->path);
	char line[48];
	for (int i = 0; i < LINES; i++) {
		snprintf(line, sizeof line, "Words %d.", i);
		assert_int_equal(count(buf_str(&now), line), 1);
	}
	for (int i = from; i < o->made; i++)
		assert_int_equal(count(buf_str(&now), o->line[i % 16]), 1);
	buf_release(&now);
}

/* The tasks' boxes, the notes and the day's line of the file are what the study holds. */
static void check_study(struct study *s, const char *path)
{
	struct buf now = test_read(path);
	struct arena a = { 0 };
	struct plan p = plan_parse(buf_str(&now), STR("p.md"), &a);
	assert_int_equal(p.nitem, s->plan.nitem);
	for (int i = 0; i < p.nitem; i++)
		assert_int_equal(p.item[i].done, plan_find(&s->plan, p.item[i].id)->done);
	buf_release(&now);
	arena_release(&a);
}

/* The verb, with the other program coming between so many times at that point; then its undo. */
static void merge_once(struct study *s, struct other *o, int verb, int n)
{
	struct err e = { 0 };
	struct buf what = { 0 };
	int from = o->made;
	struct buf before = test_read(o->path);
	bool ok = do_verb(s, verb, n, &e);
	o->times = 0;
	check_lines(o, from);
	if (!ok) {
		assert_int_equal(e.kind, ERR_STALE);
		char line[32];
		snprintf(line, sizeof line, "- Ours %d.", n);
		struct buf now = test_read(o->path);
		assert_int_equal(count(buf_str(&now), line), 0);
		buf_release(&now);
		if (!do_verb(s, verb, n, &e))
			fail_msg("verb %d again: %s", verb, e.text);
		check_lines(o, from);
	}
	check_study(s, o->path);
	if (!study_undo(s, &what, &e))
		fail_msg("%s", e.text);
	check_lines(o, from);
	check_study(s, o->path);
	struct buf after = test_read(o->path);
	assert_true(after.n >= before.n);
	buf_release(&after);
	buf_release(&before);
	buf_release(&what);
}

static void merges_at(enum edit_point point)
{
	/* What is asked here has nothing to do with disks, which are slow. */
	if (access("/dev/shm", W_OK) == 0)
		assert_int_equal(setenv("TMPDIR", "/dev/shm", 1), 0);
	const char *dir = test_tmpdir();
	struct other o = { .point = point, .seed = (unsigned)point + 1 };
	snprintf(o.path, sizeof o.path, "%s/p.md", dir);
	help_day(7);
	make_plan(dir);
	struct study *s = help_open(dir);
	help_sync(s);
	s->state->hook = come_between;
	s->state->hook_ctx = &o;
	for (int i = 0; i < MERGES; i++) {
		/* The file grows by the lines of the other. */
		if (i % 50 == 49)
			make_plan(dir);
		int verb = (int)draw(&o, 6);
		o.times = 1 + (int)draw(&o, 4);
		o.skip = (int)draw(&o, 2);
		merge_once(s, &o, verb, i);
	}
	help_close(s);
	assert_true(o.made > MERGES / 2);
}

TEST(no_line_is_lost_to_a_program_that_writes_before_the_plan_is_read)
{
	merges_at(EDIT_BEFORE_READ);
}

TEST(no_line_is_lost_to_a_program_that_writes_after_the_plan_was_read)
{
	merges_at(EDIT_AFTER_READ);
}

TEST(no_line_is_lost_to_a_program_that_writes_just_before_the_plan_is_replaced)
{
	merges_at(EDIT_BEFORE_RENAME);
}

TEST(no_line_is_lost_to_a_program_that_writes_after_the_plan_was_replaced)
{
	merges_at(EDIT_AFTER_RENAME);
}
