/* week_test.c - a week with a plan in a real terminal, the program started anew each day. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"
#include "tt.h"

static const char topics_md[] = "# Knots: topic check\n\n## Area 1: Bends\n\n"
				"| Topic | Status |\n|---|---|\n"
				"| Sheet bend | [unsure] |\n| Zeppelin | [dunno] |\n";

/* The plan, and after the week; marks and summaries differ. */
#define PLAN(x, day2, day3, day4, day5)                                                            \
	"# Knots in a week\n\n**Time Commitment**: 4-6 hours/week\n\n## Week 1: Ropes\n\n"         \
	"**Day 1: Loops (1 hour)** (2025-11-11) DONE\n\n- [x] Tie none\n\n"                        \
	"**Day 2: Hitches (1 hour)**\n\n- [" x "] Tie one (30 min)\n- [" x                         \
	"] Tie two (30 min)\n" day2 "\n"                                                           \
	"**Day 3: Bends (1 hour)**\n\n- [" x "] Join two\n- [" x "] Join three\n" day3 "\n"        \
	"**Day 4: Splices (1 hour)**\n\n- [" x "] Weave a rope\n" day4 "\n"                        \
	"**Decision Point**: after the splices\n"                                                  \
	"- **If gaps closed (80%+ across all areas)**: Proceed to Option A (race)\n"               \
	"- **If gaps remain (< 80% in any area)**: Proceed to Option B (practise)\n\n"             \
	"**Day 5-6: Option A - Race**\n\n- [ ] Enter a race\n\n"                                   \
	"**Day 5-6: Option B - Practise**\n\n- [" x "] Sail home\n" day5 "\n"                      \
	"## Progress Tracking\n\n- [ ] 3+ trips made\n"

static const char plan_md[] = PLAN(" ", "", "", "", "");
static const char week_md[] =
	PLAN("x", "\n**Day 2 Summary** (2025-11-12):\n- Total time: 40 min\n- Tasks: 2 of 2 done\n",
		"\n**Day 3 Summary** (2025-11-15):\n- Tasks: 2 of 2 done\n",
		"\n**Day 4 Summary** (2025-11-16):\n- Tasks: 1 of 1 done\n",
		"\n**Day 5-6 Summary** (2025-11-19):\n- Tasks: 1 of 1 done\n");

struct week {
	const char *study;
	char plan[256], topics[256];
	struct tt *t;
};

static void write_text(char path[static 256], const char *dir, const char *name, const char *text)
{
	snprintf(path, 256, "%s/%s", dir, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static struct week week_new(void)
{
	struct week w = { .study = test_tmpdir() };
	write_text(w.plan, w.study, "plan.md", plan_md);
	write_text(w.topics, w.study, "topics.md", topics_md);
	assert_int_equal(setenv("HONE_HOME", test_tmpdir(), 1), 0);
	return w;
}

static void see_file(const char *path, const char *want)
{
	struct buf b = test_read(path);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
}

/* hone started at that time, the plan pane in focus. */
static void begin(struct week *w, const char *now)
{
	const char *argv[] = { tt_program(), w->study, NULL };
	assert_int_equal(setenv("HONE_NOW", now, 1), 0);
	w->t = tt_start(&(struct tt_options){ 0 }, argv);
	if (!tt_keys(w->t, "1"))
		fail_msg("hone did not come up, it wrote: %s", tt_output(w->t));
}

static void end(struct week *w)
{
	assert_true(tt_type(w->t, "Q"));
	assert_int_equal(tt_end(w->t, 0), 0);
	assert_true(tt_restored(w->t) && tt_cooked(w->t));
	tt_free(w->t);
}

/* Keys, and what is seen then. */
static void keys(struct week *w, const char *what, const char *seen)
{
	if (!tt_keys(w->t, what))
		fail_msg("hone is gone, it wrote: %s", tt_output(w->t));
	if (!tt_has(w->t, seen))
		fail_msg("after %s \"%s\" is not on the screen:\n%s", what, seen, tt_text(w->t));
}

/* The end of the day, from the plan pane: the summary is shown, written and there. */
static void write_summary(struct week *w, const char *shown)
{
	struct buf before = test_read(w->plan);
	keys(w, "E", "Summary into the plan");
	keys(w, "jjj", shown);
	see_file(w->plan, buf_cstr(&before));
	keys(w, "y", "Written into plan.md:");
	keys(w, "<Esc>", "undo: wrote the summary of");
	buf_release(&before);
}

static void wednesday(struct week *w)
{
	begin(w, "2025-11-12T09:00:00");
	keys(w, "<Space>", "✓ Tie one");
	keys(w, "jt", "⏱ 0:00");
	end(w);
	begin(w, "2025-11-12T09:40:00");
	keys(w, "j", "⏱ 40:00");
	keys(w, "t", "40 min logged.");
	keys(w, "<Space>", "✓ Tie two");
	write_summary(w, "+ - Total time: 40 min");
	end(w);
}

static void thursday(struct week *w)
{
	begin(w, "2025-11-13T09:00:00");
	keys(w, ".", "Week 1 · Day 3 · ~Thu 13 Nov");
	keys(w, ">", "moved Week 1 Day 3 \"Bends\" 1 study day later");
	keys(w, "<Enter>", "Week 1 · Day 3 · ~Fri 14 Nov");
	end(w);
}

static void friday(struct week *w)
{
	begin(w, "2025-11-14T09:00:00");
	keys(w, "mj", "gave 1 study day more to Week 1 Day 3 \"Bends\"");
	keys(w, "<Enter>", "W1 · Day 3 · ~Fri 14-Sat 15 Nov");
	keys(w, "<Space>", "✓ Join two");
	end(w);
}

static void saturday(struct week *w)
{
	begin(w, "2025-11-15T18:00:00");
	keys(w, "j<Space>", "✓ Join three");
	write_summary(w, "+ **Day 3 Summary** (2025-11-15):");
	end(w);
}

static void sunday(struct week *w)
{
	begin(w, "2025-11-16T20:00:00");
	keys(w, "<Space>", "✓ Weave a rope");
	write_summary(w, "+ **Day 4 Summary** (2025-11-16):");
	end(w);
}

/* The day after is taken off ahead, and the decision made. */
static void monday(struct week *w)
{
	begin(w, "2025-11-17T09:00:00");
	keys(w, "Lm", "Days off Tue 18 Nov");
	keys(w, "jjjjjj<Enter>", "~Mon 17-Wed 19 Nov");
	keys(w, "P", "To decide since Sun 16 Nov");
	keys(w, "<Enter>", "▸ If gaps remain");
	keys(w, "<Enter>", "Decided: Proceed to Option B (practise)");
	keys(w, "<Esc>.", "Option B - Practise");
	end(w);
}

static void next_wednesday(struct week *w)
{
	begin(w, "2025-11-19T19:00:00");
	keys(w, "P", "✓ If gaps remain");
	keys(w, "<Esc>", "Option B - Practise");
	keys(w, "<Space>", "✓ Sail home");
	write_summary(w, "+ **Day 5-6 Summary** (2025-11-19):");
	end(w);
}

TEST(after_a_week_the_file_differs_by_what_was_asked_and_undo_gives_it_back)
{
	struct week w = week_new();
	wednesday(&w);
	thursday(&w);
	friday(&w);
	saturday(&w);
	sunday(&w);
	monday(&w);
	next_wednesday(&w);
	see_file(w.plan, week_md);
	see_file(w.topics, topics_md);
	begin(&w, "2025-11-20T08:00:00");
	for (int i = 0; i < 32 && tt_has(w.t, "undo: "); i++)
		keys(&w, "u<Esc>", "1 Plan");
	assert_false(tt_has(w.t, "undo: "));
	see_file(w.plan, plan_md);
	see_file(w.topics, topics_md);
	end(&w);
}
