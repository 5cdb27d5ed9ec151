/* guide_day_test.c - what days say of themselves, the sample's guide, and any bytes. */
#include "hone/guide.h"

#include <string.h>

#include "guide_show.h"
#include "hone/encoding.h"
#include "test.h"

struct day_case {
	const char *text;
	int week, day;
	const char *want;
};

static void assert_day(const struct day_case *c)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct str text = str_of(c->text);
	struct plan p = plan_parse(text, STR("p.md"), &a);
	struct guide_day d = c->week < 0  ? guide_of_phase(text, &p, 0, &a)
			     : c->day < 0 ? guide_of_week(text, &p, c->week, &a)
					  : guide_of_day(text, &p, c->week, c->day, &a);
	show_guide_day(&got, &d);
	if (strcmp(buf_cstr(&got), c->want) != 0)
		fail_msg("plan:\n%s\ngot:\n%s\nwant:\n%s", c->text, buf_cstr(&got), c->want);
	buf_release(&got);
	arena_release(&a);
}

static void assert_days(const struct day_case *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_day(&c[i]);
}

TEST(guide_of_a_day_gathers_what_it_says)
{
	static const struct day_case cases[] = {
		{ "## Week 1\n**Day 1: A (1 hour)**\n\n**Goal**: know\nit all\n\n**Rationale**: "
		  "needed\n\n"
		  "**Context**: a weekend\n\n- [ ] a\n\n**Target**: explain it ✅ **ACHIEVED**\n",
			0, 0,
			"goal: know it all\nwhy: needed\ncontext: a weekend\ntarget met: explain "
			"it\n" },
		{ "## Week 1\n**Day 1: A**\n\n**Topics** (3 topics):\n1. Sets - what they are\n"
		  "2. **Maps** (Gap Q18)\n3. Lists (linked) (Gap Q2)\n\n**Study**:\n- [ ] read\n",
			0, 0,
			"topic: Sets []\ntopic: Maps [Gap Q18]\ntopic: Lists (linked) [Gap Q2]\n" },
		{ "## Week 1\n**Day 1: A**\n- [x] a\n\n**Day 1 Results Summary** (2025-03-04):\n"
		  "- ⏱️ **Total time**: ~2h 10min (10 min over)\n- 💡 **Key learnings**:\n  "
		  "- "
		  "one\n  - two\n"
		  "- 📊 **Quiz: 98.5% (A+)** - fine\n\n**Success Criteria**: ✅ All met\n- ✅ can "
		  "do\n",
			0, 0,
			"learning: one\nlearning: two\nresult: Total time: ~2h 10min (10 min "
			"over)\n"
			"result: Quiz: 98.5% (A+) - fine\ncriterion: can do\nscore: 985\nminutes: "
			"130\n" },
		/* Times of parts are added where no whole is given. */
		{ "## Week 1\n**Day 1: A**\n- [x] a\n\n**Results**:\n- ⏱️ **Reading**: 1 "
		  "hour\n- "
		  "⏱️ **Doing**: 50 min\n",
			0, 0, "result: Reading: 1 hour\nresult: Doing: 50 min\nminutes: 110\n" },
		/* The score of the check, not what it was made of. */
		{ "## Week 1\n**Day 1: A**\n**Knowledge Check** (15 min):\n- [x] 70% new + 30% "
		  "old\n"
		  "- [x] Score: **97.5% (9.75/10)**\n  - new: 99%\n",
			0, 0, "score: 975\n" },
		{ "## Week 1\n**Day 1: A**\n**Quiz**:\n- Score: 9/12\n", 0, 0, "score: 750\n" },
		{ "## Week 1\n**Day 1: A**\n- [x] a\n\n**Quiz average**: 92%\n", 0, 0, "" },
		/* Goals of a task are not those of the day. */
		{ "## Week 1\n**Day 1: A**\n- [ ] a\n  - **Goal**: b\n  - Target: 30 min\n", 0, 0,
			"" },
		{ "## Week 1\n**Day 1: A**\n- [ ] a\n  - Key insight: b\n", 0, 0, "learning: b\n" },
		/* Headings instead of bold lines. */
		{ "## Week 1\n### Day 1: A\n#### Goal\nknow it\n#### Topics\n- sets\n- maps\n#### "
		  "Results\n- fine\n",
			0, 0, "goal: know it\ntopic: sets []\ntopic: maps []\nresult: fine\n" },
		{ "# Log\n## Day 1: A\n**Today's Progress**: half of it\n\n**Thoughts**: hard\n- "
		  "[x] a\n",
			0, 0, "result: Today's Progress: half of it\n" },
		/* Other languages. */
		{ "## Woche 1\n### Tag 1: A\n**Ziel**: alles\n**Begründung**: nötig\n"
		  "**Themen**: Mengen, Bilder (Lücke Q3)\n**Erkenntnisse**:\n- "
		  "eine\n\n**Ergebnisse**:\n- gut\n"
		  "\n**Erfolgskriterien**:\n- kann es\n",
			0, 0,
			"goal: alles\nwhy: nötig\ntopic: Mengen []\ntopic: Bilder [Lücke Q3]\n"
			"learning: eine\nresult: gut\ncriterion: kann es\n" },
		{ "## Semaine 1\n### Jour 1 : A\n**Objectif** : tout\n**Sujets** :\n- "
		  "ensembles\n\n**Résultats** :\n- bien\n",
			0, 0, "goal: tout\ntopic: ensembles []\nresult: bien\n" },
		{ "## Semana 1\n### Día 1: A\n**Objetivo**: todo\n**Temas**:\n- "
		  "conjuntos\n\n**Resultados**:\n- bien\n",
			0, 0, "goal: todo\ntopic: conjuntos []\nresult: bien\n" },
		{ "## Week 1\n**Day 1: A**\n- [ ] a\n", 0, 0, "" },
	};
	assert_days(cases, LENGTH(cases));
}

TEST(guide_of_a_day_knows_what_its_week_stands_below)
{
	static const struct day_case cases[] = {
		/* What looks like a heading in the code above is none, nor are the lines below it. */
		{ "# Plan\n\n- a\n  ```\n  # Results\n  ```\n\n**Week 1: X**\n\n**Day 1: Y**\n\n"
		  "- [ ] b\n- Time: 30 min\n",
			0, 0, "" },
		{ "# Plan\n\n## Results\n\n**Week 1: X**\n\n**Day 1: Y**\n\n- [ ] b\n- Time: 30 "
		  "min\n",
			0, 0, "minutes: 30\n" },
		/* The day is reported on after another one of its week, but not in the next week. */
		{ "## Week 1\n\n### Day 1: A\n\n- [ ] a\n\n### Day 2: B\n\n- [ ] b\n\n### Day 1 "
		  "Results\n\n"
		  "- Total time: 20 min\n\n## Week 2\n\n### Day 1: C\n\n- Total time: 40 min\n",
			0, 0, "result: Total time: 20 min\nminutes: 20\n" },
	};
	assert_days(cases, LENGTH(cases));
}

TEST(guide_of_days_weeks_and_phases_keeps_them_apart)
{
	static const char text[] =
		"# P\n## Phase 1: One (Weeks 1-2)\n**Goal**: of the phase\n\n### Week 1: W\n"
		"**Goal**: of the week\n\n---\n\n**Day 1-2: Both (4 hours)**\n\n**Topics**:\n1. "
		"sets\n\n---\n\n"
		"**Day 1 Progress** ✅:\n- [x] a\n\n**Knowledge Check**:\n- [x] Score: "
		"80%\n\n---\n\n"
		"**Day 2 Progress** ✅:\n- [x] b\n\n**Day 1-2 Final Status**: ✅ **DONE**\n- both "
		"fine\n\n"
		"**Week 1 Day 1-2 Status**: closed\n- all fine\n\n**Target**: of day two\n\n---\n\n"
		"**Week 1 Expected Outcomes**:\n- ✅ known\n";
	const struct day_case cases[] = {
		{ text, -1, -1, "goal: of the phase\n" },
		{ text, 0, -1,
			"goal: of the week\nresult: closed\nresult: all fine\ncriterion: known\n" },
		{ text, 0, 0, "topic: sets []\nscore: 800\n" },
		{ text, 0, 1,
			"topic: sets []\nresult: DONE\nresult: both fine\ntarget: of day two\n" },
	};
	assert_days(cases, LENGTH(cases));
}

TEST(guide_reads_how_long_things_took)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "- [x] sort\n  - Target: 30-40 minutes → **Actual: 15 minutes!**\n",
			"2 target 30..40 actual 15 i0\n" },
		{ "- [x] sort\n  - **4x faster**: 60 min → 15 min ✅\n",
			"2 before 60 actual 15 i0\n" },
		{ "- Time: 1 hour each (target: 20-25 min for tests)\n",
			"1 target 20..25 actual 60\n" },
		{ "- done in **15 min** (exceeded 30-40 min target!)\n",
			"1 target 30..40 actual 15\n" },
		{ "- took ~2.25 hours (over 2-hour target)\n", "1 target 120..120 actual 135\n" },
		{ "- took 1h30 (45-minute target)\n", "1 target 45..45 actual 90\n" },
		{ "- Soll: 30 Minuten, Ist: 40 Minuten\n", "1 target 30..30 actual 40\n" },
		{ "- Objectif : 30 min, réel : 1 heure\n", "1 target 30..30 actual 60\n" },
		{ "- [ ] read 20 min, write 30 min\n- 2h 10min (10 min over target)\n- Target: 30 "
		  "min\n",
			"" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct buf got = { 0 };
		int n;
		struct plan p = plan_parse(str_of(cases[i].text), STR("p.md"), &a);
		struct guide_timing *t = guide_timings(str_of(cases[i].text), &p, &n, &a);
		show_timings(&got, t, n);
		assert_string_equal(buf_cstr(&got), cases[i].want);
		buf_release(&got);
		arena_release(&a);
	}
}

static void assert_place(const struct plan *p, int week, int day, int item)
{
	assert_in_range(week + 1, 0, p->nweek);
	assert_in_range(day + 1, 0, p->nday);
	assert_in_range(item + 1, 0, p->nitem);
}

static void assert_range(int low, int high, int least, int most)
{
	assert_true(low <= high && low >= least && high <= most);
}

/* What must hold of any text's guide. */
static void assert_sound(const struct guide *g, const struct plan *p)
{
	for (int i = 0; i < g->ntarget; i++) {
		const struct guide_target *t = &g->target[i];
		assert_place(p, t->week, t->day, -1);
		assert_range(t->low, t->high, 0, 100);
		assert_range(t->from_low, t->from_high, -1, 100);
	}
	for (int i = 0; i < g->nlink; i++) {
		assert_true(g->link[i].url.n && g->link[i].label.n);
		assert_place(p, g->link[i].week, g->link[i].day, g->link[i].item);
		assert_in_range(g->link[i].section + 1, 0, p->nsection);
	}
	for (int i = 0; i < g->nmilestone; i++)
		assert_true(g->milestone[i].title.n > 0);
	for (int i = 0; i < g->ncounter; i++) {
		assert_true(g->counter[i].name.n > 0 && g->counter[i].id);
		assert_range(g->counter[i].low, g->counter[i].high, 1, 100000);
		assert_place(p, -1, -1, g->counter[i].item);
	}
	for (int i = 0; i < g->ndecision; i++) {
		assert_true(g->decision[i].noption > 0 && g->decision[i].id);
		assert_place(p, g->decision[i].week, g->decision[i].day, -1);
	}
	for (int i = 0; i < g->nrhythm; i++) {
		assert_true(g->rhythm[i].week_from <= g->rhythm[i].week_to);
		for (int k = 0; k < 7; k++)
			assert_true(g->rhythm[i].minutes[k] >= 0);
	}
	for (int i = 0; i < g->nadvice; i++)
		assert_true(g->advice[i].nline > 0 && g->advice[i].line > 0);
	assert_true(g->weeks_from <= g->weeks_to && g->budget_from <= g->budget_to);
}

static void assert_days_sound(struct str text, const struct plan *p, struct arena *a)
{
	/* A day is read from its week, its minutes beside those of all others from the whole text. */
	const int *minutes = guide_minutes_taken(text, p, a);
	for (int i = 0; i < p->nday && i < 3; i++) {
		struct guide_day d = guide_of_day(text, p, p->day[i].week, i, a);
		assert_in_range(d.score + 1, 0, 1001);
		assert_true(d.minutes_taken >= 0);
		assert_int_equal(d.minutes_taken, minutes[i]);
		for (int k = 0; k < d.ntopic; k++)
			assert_true(d.topic[k].n > 0);
	}
	int n;
	struct guide_timing *t = guide_timings(text, p, &n, a);
	for (int i = 0; i < n; i++) {
		assert_true(t[i].actual > 0 && (t[i].target_to || t[i].before));
		assert_place(p, t[i].week, t[i].day, t[i].item);
	}
}

static unsigned next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*state >> 33);
}

static const char *const pieces[] = { "# ", "## ", "\n", "\n\n", "\r\n", "Week ", "Day ", "Phase ",
	"1", "2", "-", "3-4", "(", ")", "[", "](", "[ ] ", "- [x] a", "- ", "  - ", "1. ", "**",
	"_", "`", "```\n", "  ", ":", ": ", " ✅", "✅ ", "→", "->", "%", "80%", "+", "20+ ", "<",
	"if ", "If ", " to ", "from ", "hours", " min", "/week", "per week", "Goal", "Target",
	"Results", "Total time", "Topics", "Key learnings", "Knowledge Check", "Score",
	"Milestones", "End of Week 4", "Success metrics", "Decision", "Option A", "Monday",
	"Weekend", "Mon-Fri", "faster", "too easy", "https://", "x.org/", "a.md",
	"| Week | Goal |\n|--|--|\n", "| ", " |", "---\n", "\xf0\x9f", "\xff", "é", "，", "：",
	"> " };

static void random_text(struct buf *text, uint64_t *seed, int parts)
{
	for (int i = 0; i < parts; i++) {
		unsigned r = next_random(seed);
		if (r % 12 == 0)
			buf_addc(text, (char)(r >> 8));
		else
			buf_add(text, str_of(pieces[(r >> 8) % LENGTH(pieces)]));
	}
}

TEST(guide_is_total_on_random_text)
{
	uint64_t seed = 7;
	for (int round = 0; round < 1500; round++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		random_text(&text, &seed, 70);
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		struct guide g = guide_parse(buf_str(&text), STR("p"), &p, &a);
		assert_sound(&g, &p);
		assert_days_sound(buf_str(&text), &p, &a);
		arena_release(&a);
		buf_release(&text);
	}
}

TEST(guide_of_repetitive_text_is_sound)
{
	static const char *const worst[] = { "[", "](", "(", "a ", "a", "1", "1-", "80%", "80% → ",
		"80%, ", "if a, ", "If too easy. ", "**", "`", "\n", "- a\n", "  - a\n",
		"- [ ] 20+ a\n", "# a\n", "## Week 1\n- [ ] a\n", "Day 1: a\n",
		"**Day 1 Status**: a\n", "**Day 1-9: a**\n- b\n", "| a | b |\n|--|--|\n",
		"| Week | Goal |\n|--|--|\n| 1 | a |\n", "**Goal**: 80%\n", "- If 80%: Option A\n",
		"- Monday: 1 hour\n", "x.org/", "a.md ", "local: a/b ", "https://x.org/ ", "✅", "é",
		"\xff", "Week 1-999: a\n", "## Week 1-999\n", "**End of Week 4**:\n- a\n", "Week ",
		"day1 " };
	for (size_t i = 0; i < LENGTH(worst); i++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		while (text.n < 10000)
			buf_add(&text, str_of(worst[i]));
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		struct guide g = guide_parse(buf_str(&text), STR("p"), &p, &a);
		assert_sound(&g, &p);
		arena_release(&a);
		buf_release(&text);
	}
}

/* ---- the sample */

struct number_fact {
	int line, a, b, c, d;
};

static void assert_sample_targets(const struct guide *g)
{
	static const struct number_fact want[] = {
		{ 317, -1, -1, 60, 70 },
		{ 693, 70, 70, 85, 85 },
		{ 844, 30, 30, 75, 75 },
		{ 864, 60, 70, 80, 80 },
		{ 904, 75, 75, 80, 85 },
		{ 1126, 75, 75, 78, 78 },
		{ 1142, 0, 0, 60, 70 },
		{ 1142, 65, 65, 90, 90 },
		{ 1143, -1, -1, 80, 85 },
	};
	assert_int_equal(g->ntarget, 23);
	for (size_t i = 0; i < LENGTH(want); i++) {
		bool found = false;
		for (int k = 0; k < g->ntarget; k++) {
			const struct guide_target *t = &g->target[k];
			found |= t->line == want[i].line && t->from_low == want[i].a &&
				 t->from_high == want[i].b && t->low == want[i].c &&
				 t->high == want[i].d;
		}
		if (!found)
			fail_msg("no such target in line %d", want[i].line);
	}
}

static void assert_sample_weeks(const struct guide *g)
{
	static const struct {
		int line, from, to, open, base, low, high;
	} want[] = {
		{ 1082, 8, 10, 0, -1, -1, -1 },
		{ 1083, 10, 12, 1, -1, -1, -1 },
		{ 1125, 1, 1, 0, -1, 75, 75 },
		{ 1126, 2, 2, 0, 75, 78, 78 },
		{ 1127, 3, 3, 0, 78, 82, 82 },
		{ 1128, 4, 4, 0, 82, 85, 85 },
		{ 1129, 5, 6, 0, -1, 85, 85 },
		{ 1130, 7, 10, 0, 85, 90, 90 },
		{ 1131, 8, 8, 1, -1, -1, -1 },
		{ 1132, 10, 10, 1, -1, 90, 90 },
		{ 1142, 2, 2, 0, 0, 60, 70 },
		{ 1143, 4, 4, 0, -1, 80, 85 },
		{ 1144, 6, 6, 0, -1, -1, -1 },
		{ 1145, 10, 10, 1, -1, -1, -1 },
	};
	assert_int_equal(g->nweek, LENGTH(want));
	for (int i = 0; i < g->nweek; i++) {
		const struct guide_week *w = &g->week[i];
		assert_int_equal(w->line, want[i].line);
		assert_int_equal(w->from, want[i].from);
		assert_int_equal(w->to, want[i].to);
		assert_int_equal(w->open, want[i].open);
		assert_int_equal(w->base, want[i].base);
		assert_int_equal(w->low, want[i].low);
		assert_int_equal(w->high, want[i].high);
	}
	assert_str(g->week[2].notes, "Completed");
}

static void assert_sample_counters(const struct guide *g, const struct plan *p)
{
	static const struct number_fact want[] = {
		{ 1089, 10, 15, 1, 0 },
		{ 1304, 5, 5, 0, 0 },
		{ 1305, 5, 5, 0, 0 },
		{ 1306, 30, 30, 0, 0 },
		{ 1307, 5, 5, 0, 0 },
		{ 1312, 20, 20, 0, 0 },
		{ 1313, 5, 5, 0, 0 },
		{ 1314, 3, 3, 0, 0 },
	};
	int from = g->ncounter - (int)LENGTH(want);
	assert_int_equal(g->ncounter, 14);
	for (size_t i = 0; i < LENGTH(want); i++) {
		const struct guide_counter *c = &g->counter[from + (int)i];
		assert_int_equal(c->line, want[i].line);
		assert_int_equal(c->low, want[i].a);
		assert_int_equal(c->high, want[i].b);
		assert_int_equal(c->per_week, want[i].c);
		assert_int_equal(p->item[c->item].line, c->line);
	}
	assert_str(g->counter[from + 5].name, "applications submitted");
	assert_str(g->counter[from + 6].name, "phone screens completed");
}

static void assert_sample_milestones(const struct guide *g)
{
	static const int weeks[] = { 4, 4, 4, 4, 6, 6, 6, 4, 4, 4, 6, 6, 6, 8, 8, 8, 10, 10, 10, 11,
		11 };
	assert_int_equal(g->nmilestone, LENGTH(weeks));
	for (int i = 0; i < g->nmilestone; i++) {
		assert_int_equal(g->milestone[i].week, weeks[i]);
		assert_false(g->milestone[i].marked);
		assert_int_equal(g->milestone[i].open_end, weeks[i] == 11);
	}
}

static void assert_sample_decisions(const struct guide *g, const struct plan *p)
{
	assert_int_equal(g->ndecision, 4);
	const struct guide_decision *d = &g->decision[0];
	assert_int_equal(d->line, 871);
	assert_int_equal(p->week[d->week].number, 4);
	assert_int_equal(p->day[d->day].to, 2);
	assert_int_equal(d->noption, 2);
	assert_int_equal(d->option[0].test, GUIDE_ALL_AT_LEAST);
	assert_int_equal(d->option[1].test, GUIDE_ANY_BELOW);
	assert_int_equal(d->option[0].percent, 80);
	assert_int_equal(d->option[1].percent, 80);
	assert_str(d->option[0].name, "Option A");
	assert_int_equal(p->day[d->option[0].day].line, 877);
	assert_int_equal(p->day[d->option[1].day].line, 892);
	d = &g->decision[1];
	assert_int_equal(d->phase, 1);
	assert_int_equal(d->option[0].test, GUIDE_ELSE);
	assert_int_equal(d->option[1].test, GUIDE_OVERALL_AT_LEAST);
	assert_int_equal(d->option[1].percent, 85);
	assert_int_equal(g->decision[3].phase, 3);
	assert_int_equal(g->decision[3].option[0].percent, 85);
}

static void assert_sample_rest(const struct guide *g, const struct plan *p)
{
	static const int week[2][7] = { { 60, 60, 60, 90, 0, 150, 120 },
		{ 60, 60, 60, 90, 60, 195, 165 } };
	static const enum guide_when when[] = { GUIDE_TOO_EASY, GUIDE_TOO_HARD, GUIDE_FASTER,
		GUIDE_SLOWER, GUIDE_EARLY_INTERVIEW };
	static const int lines[] = { 1, 1, 3, 4, 4 };
	assert_int_equal(g->weeks_from, 12);
	assert_int_equal(g->budget_from, 300);
	assert_int_equal(g->budget_to, 600);
	assert_int_equal(g->nrhythm, 2);
	for (int i = 0; i < 2; i++)
		assert_memory_equal(g->rhythm[i].minutes, week[i], sizeof week[i]);
	assert_int_equal(g->rhythm[0].week_from, 420);
	assert_int_equal(g->nadvice, LENGTH(when));
	for (int i = 0; i < g->nadvice; i++) {
		assert_int_equal(g->advice[i].when, when[i]);
		assert_int_equal(g->advice[i].nline, lines[i]);
	}
	int of_tasks = 0, files = 0;
	for (int i = 0; i < g->nlink; i++) {
		const struct guide_link *l = &g->link[i];
		of_tasks += l->item >= 0;
		files += !str_starts(l->url, STR("http"));
		if (l->line == 348)
			assert_int_equal(p->item[l->item].line, 347);
	}
	assert_int_equal(g->nlink, 64);
	assert_int_equal(of_tasks, 36);
	assert_int_equal(files, 40);
}

static void assert_sample_days(struct str text, const struct plan *p, struct arena *a)
{
	/* score, minutes, topics, learnings, criteria, met */
	static const int want[][6] = {
		{ -1, 0, 0, 3, 0, 0 },
		{ -1, 15, 0, 0, 4, 0 },
		{ -1, 110, 0, 5, 0, 0 },
		{ 880, 85, 0, 5, 4, 0 },
		{ 985, 45, 0, 5, 4, 0 },
		{ -1, 0, 0, 3, 0, 0 },
		{ 808, 0, 8, 0, 0, 0 },
		{ 980, 0, 8, 1, 0, 0 },
		{ 990, 135, 6, 5, 0, 1 },
		{ 975, 130, 6, 8, 0, 1 },
		{ 996, 135, 4, 5, 0, 1 },
		{ -1, 0, 0, 0, 0, 0 },
		{ 995, 0, 0, 0, 0, 1 },
		{ 865, 120, 0, 4, 4, 1 },
		{ 920, 150, 0, 4, 0, 0 },
	};
	for (int i = 0; i < (int)LENGTH(want); i++) {
		struct guide_day d = guide_of_day(text, p, p->day[i].week, i, a);
		const int got[] = { d.score, d.minutes_taken, d.ntopic, d.nlearning, d.ncriterion,
			d.target_met };
		for (size_t k = 0; k < LENGTH(got); k++) {
			if (got[k] != want[i][k])
				fail_msg(
					"day %d, number %zu: %d, not %d", i, k, got[k], want[i][k]);
		}
	}
	struct guide_day first = guide_of_day(text, p, 1, 6, a);
	assert_str(first.topic[0], "Data parallelism");
	assert_str(first.topic_note[3], "Gap Q182");
	int n;
	const struct guide_timing *t = guide_timings(text, p, &n, a);
	assert_int_equal(n, 5);
	assert_int_equal(t[1].line, 62);
	assert_int_equal(t[1].target_to, 40);
	assert_int_equal(t[1].actual, 15);
	assert_int_equal(t[2].before, 60);
}

static void assert_sample(struct str text)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(text, STR("plan.md"), &a);
	struct guide g = guide_parse(text, STR("plan.md"), &p, &a);
	assert_sample_targets(&g);
	assert_sample_weeks(&g);
	assert_sample_counters(&g, &p);
	assert_sample_milestones(&g);
	assert_sample_decisions(&g, &p);
	assert_sample_rest(&g, &p);
	assert_sample_days(text, &p, &a);
	arena_release(&a);
}

TEST(guide_of_the_sample_study_is_read_whole)
{
	struct buf text = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	assert_sample(buf_str(&text));
	buf_release(&text);
}

TEST(guide_of_the_sample_study_is_read_through_mojibake)
{
	struct buf file = test_read(test_shared("study/ML-Interview-Prep-Plan.mojibake.md"));
	struct arena a = { 0 };
	assert_sample(encoding_decode(buf_str(&file), &a).text);
	arena_release(&a);
	buf_release(&file);
}

TEST(guide_of_other_plans_is_sound)
{
	static const struct {
		const char *name;
		int nweek, least_links;
	} cases[] = {
		{ "samples/plans/jlpt-n3-12-week.md", 3, 0 },
		{ "samples/plans/rahul-ds-roadmap-tables.md", 8, 8 },
		{ "samples/plans/sdp-12week-tracker.md", 12, 30 },
		{ "samples/plans/jassics-aws-security.md", 0, 50 },
		{ "samples/plans/howiess-ml-ds-plan.md", 0, 0 },
		{ "samples/plans/100doc-log-template.md", 0, 4 },
		{ "samples/plans/lessup-week-03-zh.md", 0, 0 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct buf text = test_read(test_shared(cases[i].name));
		struct arena a = { 0 };
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		struct guide g = guide_parse(buf_str(&text), STR("p"), &p, &a);
		assert_sound(&g, &p);
		assert_days_sound(buf_str(&text), &p, &a);
		assert_int_equal(g.nweek, cases[i].nweek);
		assert_true(g.nlink >= cases[i].least_links);
		arena_release(&a);
		buf_release(&text);
	}
}
