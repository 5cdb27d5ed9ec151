/* assess_test.c - what is asked first, and rounds of ratings side by side. */
#include "hone/assess.h"

#include "study_help.h"
#include "test.h"

#define HEAD "| Topic | Status | Notes |\n|---|---|---|\n"

static const char deck[] = "# Deck\n\n## Keel\n\n### What is a keel?\n\nThe spine.\n\n"
			   "## Oar\n\n### What is an oar?\n\nA lever.\n";
static const char boats[] = "# Boats\n\n## Area 1: Parts\n\n" HEAD "| Hull | [know] | Gap Q7 |\n"
			    "| Keel | [unsure] | |\n| Oar | [ ] | priority: high |\n\n"
			    "## Area 2: Knots\n\n" HEAD "| Bowline | [dunno] | nice-to-have |\n";
static const char sails[] = "# Sails\n\n## Jibs\n\n" HEAD "| Jib | [know] | must-know |\n";

struct world {
	const char *dir;
	struct study *s;
	struct arena a;
	struct err e;
	struct readiness r;
};

static struct world open_world(void)
{
	struct world w = { .dir = test_tmpdir() };
	help_day(7);
	help_put(w.dir, "boats.md", boats);
	help_put(w.dir, "sails.md", sails);
	help_put(w.dir, "deck.md", deck);
	w.s = help_open(w.dir);
	help_sync(w.s);
	return w;
}

static void close_world(struct world *w)
{
	arena_release(&w->a);
	help_close(w->s);
}

static void load(struct world *w)
{
	bool turned;
	assert_true(study_now(w->s, &turned, &w->e));
	if (!readiness_load(w->s, &w->r, &w->a, &w->e))
		fail_msg("%s", w->e.text);
}

static int at(const struct world *w, const char *name)
{
	for (int i = 0; i < w->r.ntopic; i++)
		if (str_eq(w->r.topic[i].topic->name, str_of(name)))
			return i;
	fail_msg("no topic %s", name);
	return 0;
}

static enum readiness_age age(struct world *w, const char *name)
{
	load(w);
	return readiness_age(&w->r.topic[at(w, name)], w->r.today);
}

static void rate(struct world *w, const char *name, enum level level, struct event_id round)
{
	int64_t id = help_topic(w->s, name, &w->a).id;
	if (!study_rate_in(w->s, id, level, round, &w->e))
		fail_msg("%s", w->e.text);
}

static const struct event_id no_round;

TEST(a_rating_is_asked_again_after_fourteen_days)
{
	struct world w = open_world();
	assert_int_equal(age(&w, "Hull"), AGE_UNDATED);
	assert_int_equal(age(&w, "Oar"), AGE_UNRATED);
	rate(&w, "Hull", LEVEL_KNOW, no_round); /* said before, and fresh from now on */
	rate(&w, "Bowline", LEVEL_DUNNO, no_round);
	assert_int_equal(age(&w, "Hull"), AGE_FRESH);
	help_day(20);
	assert_int_equal(age(&w, "Hull"), AGE_FRESH);
	help_day(21);
	assert_int_equal(age(&w, "Hull"), AGE_STALE);
	assert_int_equal(age(&w, "Bowline"), AGE_STALE);
	rate(&w, "Hull", LEVEL_KNOW, no_round);
	assert_int_equal(age(&w, "Hull"), AGE_FRESH);
	close_world(&w);
}

TEST(after_a_lapse_a_rating_is_asked_again_at_once)
{
	struct world w = open_world();
	help_grade(w.s, "keel", 1); /* a new card: nothing was known that could lapse */
	rate(&w, "Keel", LEVEL_KNOW, no_round);
	assert_int_equal(age(&w, "Keel"), AGE_FRESH);
	help_day(8);
	help_grade(w.s, "keel", 1);
	assert_int_equal(age(&w, "Keel"), AGE_LAPSED);
	const struct readiness_topic *t = &w.r.topic[at(&w, "Keel")];
	assert_int_equal(t->lapse, w.r.today);
	assert_int_equal(t->wrong, help_card(w.s, "keel"));
	rate(&w, "Keel", LEVEL_UNSURE, no_round);
	assert_int_equal(age(&w, "Keel"), AGE_FRESH);
	help_day(9);
	help_grade(w.s, "keel", 1);
	rate(&w, "Keel", LEVEL_DUNNO, no_round);
	help_day(10);
	help_grade(w.s, "keel", 1);
	assert_int_equal(age(&w, "Keel"), AGE_FRESH); /* Dunno is not contradicted */
	close_world(&w);
}

TEST(what_is_said_again_after_a_lapse_of_the_same_day_counts)
{
	struct world w = open_world();
	struct event before, after;
	bool found;
	help_grade(w.s, "keel", 4);
	help_day(8);
	rate(&w, "Keel", LEVEL_KNOW, no_round);
	help_grade(w.s, "keel", 1);
	assert_int_equal(age(&w, "Keel"), AGE_LAPSED);
	rate(&w, "Keel", LEVEL_KNOW, no_round);
	assert_int_equal(age(&w, "Keel"), AGE_FRESH);
	assert_true(store_undoable(w.s->store, &before, &found, &w.a, &w.e));
	rate(&w, "Keel", LEVEL_KNOW, no_round); /* the same key twice is one rating */
	assert_true(store_undoable(w.s->store, &after, &found, &w.a, &w.e));
	assert_int_equal(event_id_cmp(before.id, after.id), 0);
	close_world(&w);
}

TEST(a_score_below_sixty_contradicts_a_rating_and_scores_are_kept)
{
	struct world w = open_world();
	static const int percent[] = { 90, 60, 59, 100 };
	static const enum readiness_age want[] = { AGE_FRESH, AGE_FRESH, AGE_LAPSED, AGE_LAPSED };
	int64_t hull = help_topic(w.s, "Hull", &w.a).id;
	rate(&w, "Hull", LEVEL_KNOW, no_round);
	for (size_t i = 0; i < LENGTH(percent); i++) {
		assert_true(study_score(
			w.s, &(struct scoring){ .subject = hull, .percent = percent[i] }, &w.e));
		assert_int_equal(age(&w, "Hull"), want[i]);
	}
	const struct readiness_topic *t = &w.r.topic[at(&w, "Hull")];
	assert_int_equal(t->nscore, 3);
	assert_int_equal(t->score[0].percent, 100);
	assert_int_equal(t->score[2].percent, 60);
	close_world(&w);
}

static void see_order(struct world *w, const struct assess_scope *scope, const char *want)
{
	struct buf got = { 0 };
	int n;
	struct asked *q = assess_order(&w->r, scope, &n, &w->a);
	for (int i = 0; i < n; i++)
		for (int k = 0; k < w->r.ntopic; k++)
			if (w->r.topic[k].topic->id == q[i].id)
				buf_addf(&got, "%s%.*s", i ? " " : "",
					STR_ARG(w->r.topic[k].topic->name));
	assert_string_equal(buf_cstr(&got), want);
	buf_release(&got);
}

TEST(what_is_stale_is_asked_first_and_what_matters_before_the_rest)
{
	struct world w = open_world();
	int n;
	rate(&w, "Hull", LEVEL_KNOW, no_round);
	rate(&w, "Jib", LEVEL_KNOW, no_round);
	load(&w);
	struct assess_scope *s = assess_scopes(&w.r, &n, &w.a);
	assert_int_equal(n, 2 + 2 + 3);
	see_order(&w, &s[0], "Oar Keel Bowline Jib Hull");
	see_order(&w, &s[1], "Oar Keel Bowline");
	assert_str(s[2].name, "boats.md");
	see_order(&w, &s[2], "Oar Keel Bowline Hull");
	assert_str(s[4].name, "1 Parts");
	assert_int_equal(s[4].due, 2);
	assert_str(s[6].name, "Jibs");
	assert_int_equal(s[6].due, 0);
	close_world(&w);
}

static struct event_id begin(struct world *w, const char *name)
{
	struct event_id id;
	int n;
	load(w);
	struct assess_scope *s = assess_scopes(&w->r, &n, &w->a);
	struct round_plan p = { .kind = ROUND_TOPICS, .name = str_of(name) };
	p.asked = assess_order(&w->r, s, &p.n, &w->a);
	if (!round_begin(w->s, &p, &id, &w->e))
		fail_msg("%s", w->e.text);
	return id;
}

static struct assess_column *columns(struct world *w, int *n)
{
	struct assess_column *x;
	load(w);
	if (!assess_columns(w->s, &w->r.coverage, &x, n, &w->a, &w->e))
		fail_msg("%s", w->e.text);
	return x;
}

static void see_words(const struct assess_pair *p, const char *want)
{
	struct buf b = { 0 };
	assess_words(p, &b);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
}

/* A round is what was said when it was over: what is passed over stays as it stood, whatever comes later. */
TEST(rounds_stand_side_by_side)
{
	struct world w = open_world();
	struct event_id first = begin(&w, "Baseline");
	rate(&w, "Oar", LEVEL_DUNNO, first);
	rate(&w, "Keel", LEVEL_DUNNO, first);
	help_day(9);
	struct event_id second = begin(&w, "Again");
	rate(&w, "Oar", LEVEL_KNOW, second);
	rate(&w, "Keel", LEVEL_UNSURE, second);
	rate(&w, "Hull", LEVEL_UNSURE, second);
	help_day(11);
	rate(&w, "Bowline", LEVEL_KNOW, no_round);
	int n;
	struct assess_column *x = columns(&w, &n);
	assert_int_equal(n, 3);
	assert_str(x[0].name, "Baseline");
	assert_int_equal(x[0].rated, 2);
	assert_int_equal(x[0].count.dunno, 3);
	assert_int_equal(x[0].count.know, 2);
	assert_int_equal(x[1].day, x[0].day + 2);
	assert_int_equal(x[1].count.dunno, 1);
	assert_str(x[2].name, "Now");
	struct assess_difference d = assess_compare(&w.r.coverage, &x[0], &x[1], &w.a);
	see_words(&d.all, "Dunno 3 → 1 · Unsure 0 → 2 · Know 2 of 5");
	see_words(&d.area[1], "Dunno 1 of 1");
	assert_int_equal(d.nchange, 3);
	assert_int_equal(d.better, 2);
	assert_int_equal(d.worse, 1);
	d = assess_compare(&w.r.coverage, &x[1], &x[2], &w.a);
	see_words(&d.all, "Dunno 1 → 0 · Unsure 2 · Know 2 → 3 of 5");
	struct assess_column before = assess_before(&x[0]);
	d = assess_compare(&w.r.coverage, &before, &x[0], &w.a);
	see_words(&d.all, "Dunno 1 → 3 · Unsure 1 → 0 · Know 2 · not rated 1 → 0 of 5");
	assert_int_equal(d.worse, 1); /* to be rated at all is neither */
	close_world(&w);
}

TEST(a_rating_taken_back_is_none_of_its_round)
{
	struct world w = open_world();
	struct event_id id = begin(&w, "Baseline");
	struct round round;
	struct buf what = { 0 };
	bool undone;
	int n;
	rate(&w, "Keel", LEVEL_UNSURE, id); /* said again counts */
	rate(&w, "Oar", LEVEL_KNOW, id);
	assert_true(round_load(w.s, id, &round, &w.a, &w.e));
	assert_int_equal(round.nanswered, 2);
	assert_true(round_undo(w.s, &round, &undone, &what, &w.e));
	assert_true(undone);
	assert_string_equal(buf_cstr(&what), "rated \"Oar\" know");
	help_assert_file(w.dir, "boats.md", boats);
	struct assess_column *x = columns(&w, &n);
	assert_int_equal(x[0].rated, 1);
	assert_int_equal(x[0].count.unrated, 1);
	buf_release(&what);
	close_world(&w);
}

/* A round of some topics is compared by these. */
TEST(only_topics_of_both_are_compared)
{
	struct world w = open_world();
	struct event_id first = begin(&w, "Baseline");
	struct event_id id;
	int n;
	rate(&w, "Oar", LEVEL_DUNNO, first);
	load(&w);
	struct assess_scope *s = assess_scopes(&w.r, &n, &w.a);
	struct round_plan p = { .kind = ROUND_TOPICS, .name = STR("Knots") };
	p.asked = assess_order(&w.r, &s[5], &p.n, &w.a);
	assert_true(round_begin(w.s, &p, &id, &w.e));
	rate(&w, "Bowline", LEVEL_KNOW, id);
	help_put(w.dir, "sails.md", "# Sails\n");
	help_sync(w.s);
	struct assess_column *x = columns(&w, &n);
	assert_int_equal(x[0].count.total, 5); /* one of them went */
	struct assess_difference d = assess_compare(&w.r.coverage, &x[0], &x[1], &w.a);
	see_words(&d.all, "Dunno 1 → 0 · Know 0 → 1 of 1");
	assert_int_equal(assess_earlier(&w.r.coverage, x, 1), 0);
	assert_int_equal(assess_earlier(&w.r.coverage, x, 0), -1);
	close_world(&w);
}

TEST(a_mark_changed_in_an_editor_is_a_rating_of_that_day)
{
	struct world w = open_world();
	help_day(9);
	help_put(w.dir, "sails.md", "# Sails\n\n## Jibs\n\n" HEAD "| Jib | [unsure] | |\n");
	help_sync(w.s);
	assert_int_equal(age(&w, "Jib"), AGE_FRESH);
	assert_int_equal(w.r.topic[at(&w, "Jib")].topic->since, w.r.today);
	close_world(&w);
}

TEST(notes_name_questions_of_a_gap_analysis)
{
	static const struct {
		const char *notes, *want;
	} row[] = { { "**Gap Q182**", "Q182" }, { "**Gap Q19, Q43: 0%**", "Q19 Q43" },
		{ "gap q7 → Day 13: 100%", "Q7" }, { "quartiles Q1 and Q3", "" }, { "", "" },
		{ "Gap area: 30%", "" }, { "Gap FAQ12 Q", "" } };
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct buf b = { 0 };
		assess_gaps(str_of(row[i].notes), &b);
		assert_string_equal(buf_cstr(&b), row[i].want);
		buf_release(&b);
	}
}

TEST(rounds_without_a_name_are_called_something)
{
	struct arena a = { 0 };
	struct assess_column x[] = { { .round.b = { 1 } }, { .round.b = { 2 } }, { .day = 1 } };
	assert_str(assess_name(x + 2, 1, &a), "Baseline");
	assert_str(assess_name(x + 1, 2, &a), "Re-assessment");
	assert_str(assess_name(x, 3, &a), "Re-assessment 2");
	arena_release(&a);
}
