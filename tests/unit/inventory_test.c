/* inventory_test.c - topics added, reworded, split and weighed in the user's file, and taken back. */
#include "hone/inventory.h"

#include <string.h>

#include "hone/assess.h"
#include "study_help.h"
#include "test.h"

#define HEAD "| Topic | Status | Notes |\n|---|---|---|\n"

static const char boats[] = "# Boats\n\n## Area 1: Parts\n\n" HEAD "| Hull | [know] | |\n"
			    "| Keel | [unsure] | |\n\nDone.\n";

struct world {
	const char *dir;
	struct study *s;
	struct arena a;
	struct err e;
	struct inventory_edit x;
};

static struct world open_world(const char *text)
{
	struct world w = { .dir = test_tmpdir() };
	help_day(7);
	if (text)
		help_put(w.dir, "boats.md", text);
	w.s = help_open(w.dir);
	help_sync(w.s);
	return w;
}

static void close_world(struct world *w)
{
	arena_release(&w->a);
	help_close(w->s);
}

static struct topic_row topic(struct world *w, const char *name)
{
	return help_topic(w->s, name, &w->a);
}

static void apply(struct world *w)
{
	if (!inventory_apply(w->s, &w->x, &w->e))
		fail_msg("%s", w->e.text);
}

static void undo(struct world *w, const char *want)
{
	struct buf what = { 0 };
	if (!study_undo(w->s, &what, &w->e))
		fail_msg("%s", w->e.text);
	assert_string_equal(buf_cstr(&what), want);
	buf_release(&what);
	help_sync(w->s);
}

static void redo(struct world *w)
{
	struct buf what = { 0 };
	if (!study_redo(w->s, &what, &w->e))
		fail_msg("%s", w->e.text);
	buf_release(&what);
	help_sync(w->s);
}

static int count(struct world *w)
{
	struct coverage c;
	assert_true(coverage_load(w->s, &c, &w->a, &w->e));
	return c.ntopic;
}

TEST(a_topic_is_added_shown_before_and_taken_out_again)
{
	struct world w = open_world(boats);
	struct topic_row keel = topic(&w, "Keel");
	struct str name = STR("Oar");
	assert_true(inventory_add(w.s, &keel, &name, 1, &w.x, &w.a, &w.e));
	assert_str(w.x.edit.after, "| Oar | [ ] | |\n");
	assert_int_equal(w.x.edit.line, 9);
	help_assert_file(w.dir, "boats.md", boats);
	apply(&w);
	help_assert_file(w.dir, "boats.md",
		"# Boats\n\n## Area 1: Parts\n\n" HEAD "| Hull | [know] | |\n"
		"| Keel | [unsure] | |\n| Oar | [ ] | |\n\nDone.\n");
	assert_int_equal(topic(&w, "Oar").level, LEVEL_NONE);
	assert_true(study_rate(w.s, topic(&w, "Oar").id, LEVEL_KNOW, &w.e));
	undo(&w, "rated \"Oar\" know");
	undo(&w, "wrote lines into boats.md");
	help_assert_file(w.dir, "boats.md", boats);
	assert_int_equal(count(&w), 2);
	close_world(&w);
}

TEST(the_first_topics_make_a_file)
{
	struct world w = open_world(NULL);
	struct str name[] = { STR("Jib"), STR("Fock") };
	assert_true(inventory_add_area(w.s, NULL, STR("Sails"), name, 2, &w.x, &w.a, &w.e));
	assert_true(w.x.fresh);
	apply(&w);
	help_assert_file(w.dir, "topics.md",
		"# Topics\n\n## Sails\n\n| Topic | Status | Notes |\n|-------|--------|-------|\n"
		"| Jib | [ ] | |\n| Fock | [ ] | |\n");
	assert_str(topic(&w, "Fock").area, "Sails");
	undo(&w, "wrote lines into topics.md");
	help_assert_file(w.dir, "topics.md", "# Topics\n");
	assert_int_equal(count(&w), 0);
	assert_true(inventory_add_area(w.s, NULL, STR("Sails"), name, 1, &w.x, &w.a, &w.e));
	assert_false(w.x.fresh);
	apply(&w);
	assert_int_equal(count(&w), 1);
	close_world(&w);
}

/* Rated on day 7 and in a round; reworded; rated again; taken back step by step. */
TEST(what_is_known_of_a_reworded_topic_goes_on)
{
	struct world w = open_world(boats);
	struct topic_row hull = topic(&w, "Hull");
	struct asked asked = { .id = hull.id, .kind = ASKED_TOPIC, .level = LEVEL_KNOW };
	struct event_id round;
	struct round_plan p = { .kind = ROUND_TOPICS, .name = STR("A"), .asked = &asked, .n = 1 };
	assert_true(round_begin(w.s, &p, &round, &w.e));
	assert_true(study_rate_in(w.s, hull.id, LEVEL_DUNNO, round, &w.e));
	int rated = w.s->today;
	help_day(9);
	assert_true(inventory_rename(w.s, &hull, STR("Hull and deck"), &w.x, &w.a, &w.e));
	assert_str(w.x.edit.before, "| Hull | [dunno] | |");
	assert_str(w.x.edit.after, "| Hull and deck | [dunno] | |");
	apply(&w);
	struct topic_row now = topic(&w, "Hull and deck");
	assert_int_equal(now.id, hull.id);
	assert_int_equal(now.since, rated);
	assert_int_equal(now.level, LEVEL_DUNNO);
	assert_true(study_rate(w.s, now.id, LEVEL_UNSURE, &w.e));
	assert_int_equal(topic(&w, "Hull and deck").level, LEVEL_UNSURE);
	struct coverage c;
	struct assess_column *x;
	int n;
	assert_true(coverage_load(w.s, &c, &w.a, &w.e));
	assert_true(assess_columns(w.s, &c, &x, &n, &w.a, &w.e));
	struct assess_difference d = assess_compare(&c, &x[0], &x[1], &w.a);
	assert_int_equal(d.better, 1);
	undo(&w, "rated \"Hull and deck\" unsure");
	undo(&w, "changed a line of boats.md");
	assert_int_equal(topic(&w, "Hull").id, hull.id);
	assert_int_equal(topic(&w, "Hull").since, rated);
	redo(&w);
	assert_int_equal(topic(&w, "Hull and deck").id, hull.id);
	assert_int_equal(topic(&w, "Hull and deck").since, rated);
	undo(&w, "changed a line of boats.md");
	undo(&w, "rated \"Hull\" dunno");
	help_assert_file(w.dir, "boats.md", boats);
	close_world(&w);
}

TEST(a_reworded_topic_is_the_same_after_the_log_is_folded_anew)
{
	struct world w = open_world(boats);
	struct topic_row hull = topic(&w, "Hull");
	struct verify_report report = { 0 };
	assert_true(study_rate(w.s, hull.id, LEVEL_UNSURE, &w.e));
	assert_true(inventory_rename(w.s, &hull, STR("Body"), &w.x, &w.a, &w.e));
	apply(&w);
	struct topic_row body = topic(&w, "Body");
	assert_true(inventory_rename(w.s, &body, STR("Trunk"), &w.x, &w.a, &w.e));
	apply(&w);
	assert_true(store_verify(w.s->store, &w.s->settings.sm2, true, &report, &w.a, &w.e));
	assert_int_equal(report.nproblem, 0);
	assert_int_equal(topic(&w, "Trunk").id, hull.id);
	assert_int_equal(topic(&w, "Trunk").level, LEVEL_UNSURE);
	assert_int_equal(topic(&w, "Trunk").since, w.s->today);
	close_world(&w);
}

/* The old name given to another topic is that one's. */
TEST(a_new_topic_with_an_old_name_is_another_one)
{
	struct world w = open_world(boats);
	struct topic_row hull = topic(&w, "Hull");
	struct str name = STR("Hull");
	assert_true(inventory_rename(w.s, &hull, STR("Body"), &w.x, &w.a, &w.e));
	apply(&w);
	struct topic_row body = topic(&w, "Body");
	assert_true(inventory_add(w.s, &body, &name, 1, &w.x, &w.a, &w.e));
	apply(&w);
	assert_int_equal(count(&w), 3);
	assert_true(topic(&w, "Hull").id != topic(&w, "Body").id);
	close_world(&w);
}

TEST(a_topic_is_split_and_weighed)
{
	struct world w = open_world(boats);
	struct topic_row keel = topic(&w, "Keel");
	struct str name[INVENTORY_NAMES];
	int n;
	inventory_names(STR(" Fin keel; ;Long keel;"), name, &n);
	assert_int_equal(n, 2);
	assert_true(inventory_split(w.s, &keel, name, n, &w.x, &w.a, &w.e));
	apply(&w);
	assert_int_equal(count(&w), 3);
	assert_int_equal(topic(&w, "Long keel").level, LEVEL_UNSURE);
	struct topic_row fin = topic(&w, "Fin keel");
	assert_true(inventory_prioritise(w.s, &fin, PRIORITY_HIGH, &w.x, &w.a, &w.e));
	assert_str(w.x.edit.after, "| Fin keel | [unsure] | priority: high |");
	apply(&w);
	assert_int_equal(topic(&w, "Fin keel").priority, PRIORITY_HIGH);
	assert_false(inventory_prioritise(w.s, &fin, PRIORITY_HIGH, &w.x, &w.a, &w.e));
	undo(&w, "changed a line of boats.md");
	undo(&w, "changed a line of boats.md");
	help_assert_file(w.dir, "boats.md", boats);
	close_world(&w);
}

TEST(a_line_that_was_changed_since_stays)
{
	struct world w = open_world(boats);
	struct topic_row keel = topic(&w, "Keel");
	assert_true(inventory_rename(w.s, &keel, STR("Spine"), &w.x, &w.a, &w.e));
	help_put(w.dir, "boats.md", "# Boats\n\n" HEAD "| Keel | [know] | |\n");
	assert_false(inventory_apply(w.s, &w.x, &w.e));
	assert_int_equal(w.e.kind, ERR_STALE);
	help_put(w.dir, "boats.md", boats);
	help_sync(w.s);
	keel = topic(&w, "Keel");
	assert_true(inventory_rename(w.s, &keel, STR("Spine"), &w.x, &w.a, &w.e));
	apply(&w);
	help_put(w.dir, "boats.md",
		"# Boats\n\n## Area 1: Parts\n\n" HEAD "| Spine | [unsure] | mine |\n");
	undo(&w, "changed a line of boats.md; boats.md was changed there since, so it was left as "
		 "it is");
	close_world(&w);
}

static const char list[] = "# Topics of boats\n\n## Parts\n\n- [x] Hull\n- [ ] Keel\n";

TEST(a_list_of_boxes_is_an_inventory_too)
{
	struct world w = open_world(list);
	assert_int_equal(count(&w), 2);
	assert_int_equal(w.s->plan_path.n, 0);
	assert_true(study_rate(w.s, topic(&w, "Keel").id, LEVEL_UNSURE, &w.e));
	help_assert_file(
		w.dir, "boats.md", "# Topics of boats\n\n## Parts\n\n- [x] Hull\n- [~] Keel\n");
	help_day(9);
	help_put(w.dir, "boats.md", "# Topics of boats\n\n## Parts\n\n- [-] Hull\n- [~] Keel\n");
	help_sync(w.s);
	assert_int_equal(topic(&w, "Hull").level, LEVEL_DUNNO);
	assert_int_equal(topic(&w, "Hull").since, w.s->today);
	struct topic_row hull = topic(&w, "Hull");
	assert_true(inventory_rename(w.s, &hull, STR("Body"), &w.x, &w.a, &w.e));
	apply(&w);
	assert_int_equal(topic(&w, "Body").id, hull.id);
	undo(&w, "changed a line of boats.md");
	undo(&w, "rated \"Keel\" unsure");
	help_assert_file(
		w.dir, "boats.md", "# Topics of boats\n\n## Parts\n\n- [-] Hull\n- [ ] Keel\n");
	close_world(&w);
}

/* hone.ini says that an ordinary list is one. */
TEST(hone_ini_makes_an_inventory_of_any_list)
{
	struct world w = { .dir = test_tmpdir() };
	help_day(7);
	help_put(w.dir, "chores.md", "# Chores\n\n- [ ] Splicing\n- [x] Sewing\n");
	help_put(w.dir, "hone.ini", "[files]\ntopics = chores.md\n");
	w.s = help_open(w.dir);
	help_sync(w.s);
	assert_int_equal(count(&w), 2);
	assert_int_equal(topic(&w, "Sewing").level, LEVEL_KNOW);
	close_world(&w);
}
