/* topics_rows_test.c - lines for topics in the manner of those that are there. */
#include "hone/topics_edit.h"

#include <string.h>

#include "hone/files.h"
#include "test.h"

enum { MOST = 4 };

struct change {
	const char *text, *want;
	const char *name[MOST]; /* NULL ends them */
	int n;                  /* topic, area or priority */
};

/* The text with the edit in it. */
static struct buf edited(struct str text, const struct topics_edit *e)
{
	struct buf b = { 0 };
	struct patch p = { e->at, e->length, e->lines };
	patch_apply(&b, text, &p, 1);
	return b;
}

static int names_of(const struct change *c, struct str out[MOST])
{
	int n = 0;
	for (; n < MOST && c->name[n]; n++)
		out[n] = str_of(c->name[n]);
	return n;
}

typedef bool edit_fn(struct str text, const struct topics *t, const struct change *c,
	struct topics_edit *out, struct arena *a, struct err *e);

static void see_all(const struct change *c, size_t n, edit_fn *edit)
{
	for (size_t i = 0; i < n; i++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct topics_edit out = { 0 };
		struct str text = str_of(c[i].text);
		struct topics t = topics_parse(text, STR("a.md"), &a);
		if (!edit(text, &t, &c[i], &out, &a, &e))
			fail_msg("%s: %s", c[i].text, e.text);
		struct buf b = edited(text, &out);
		assert_string_equal(buf_cstr(&b), c[i].want);
		int line = 1;
		for (size_t k = 0; k < out.at && out.lines.n; k++)
			line += text.p[k] == '\n';
		if (str_starts(out.lines, STR("\n")) && out.at && text.p[out.at - 1] != '\n')
			line++;
		assert_int_equal(out.line, line);
		buf_release(&b);
		arena_release(&a);
	}
}

static bool add(struct str text, const struct topics *t, const struct change *c,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	struct str name[MOST];
	return topics_add(text, t, c->n, name, names_of(c, name), out, a, e);
}

#define BOXES  "| Subtopic | Know | Unsure | Dunno | Notes |\n|---|---|---|---|---|\n"
#define STATUS "| # | Topic | Status | Notes |\n|--|--|--|--|\n"

TEST(topics_are_added_below_those_of_their_area)
{
	static const struct change c[] = {
		{ "## A\n\n" BOXES "| **Hull** | [x] | [ ] | [ ] | old |\n\nEnd.\n",
			"## A\n\n" BOXES "| **Hull** | [x] | [ ] | [ ] | old |\n"
			"| Keel | [ ] | [ ] | [ ] |  |\n| Oar a\\|b | [ ] | [ ] | [ ] |  "
			"|\n\nEnd.\n",
			{ "Keel", "Oar a|b" }, 0 },
		{ "## A\n\n" STATUS "| 3.9 | Hull | [know] | |\n",
			"## A\n\n" STATUS "| 3.9 | Hull | [know] | |\n| 3.10 | Keel | [ ] | |\n"
			"| 3.11 | Oar | [ ] | |\n",
			{ "Keel", "Oar" }, 0 },
		{ "## A\n\n" STATUS "| 1 | Hull | [] | |",
			"## A\n\n" STATUS "| 1 | Hull | [] | |\n| 2 | Keel | [ ] | |", { "Keel" },
			0 },
		{ "## A\r\n\r\n| Topic | Status |\r\n|--|--|\r\n| Hull | [know] |\r\n",
			"## A\r\n\r\n| Topic | Status |\r\n|--|--|\r\n| Hull | [know] |\r\n"
			"| Keel | [ ] |\r\n",
			{ "Keel" }, 0 },
		{ "# Topics\n\n## A\n- [x] Hull\n\n## B\n  * [~] Jib (priority: low)\n",
			"# Topics\n\n## A\n- [x] Hull\n- [ ] Keel\n\n## B\n  * [~] Jib (priority: "
			"low)\n",
			{ "Keel" }, 0 },
		{ "# Topics\n\n## A\n- [x] Hull\n\n## B\n  * [~] Jib\n",
			"# Topics\n\n## A\n- [x] Hull\n\n## B\n  * [~] Jib\n  * [ ] Fock\n",
			{ "Fock" }, 1 },
	};
	see_all(c, LENGTH(c), add);
}

static bool add_area(struct str text, const struct topics *t, const struct change *c,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	struct str name[MOST];
	int n = names_of(c, name);
	return topics_add_area(text, t, STR("Sails"), name, n, out, a, e);
}

TEST(an_area_is_added_behind_the_last_one_in_its_manner)
{
	static const struct change c[] = {
		{ "# Boats\n\n## **Area 7: Parts** NEW\n\n" BOXES "| Hull | [x] | [ ] | [ ] | |\n\n"
		  "**Score**: 1\n\n## Summary\n\nAll.\n",
			"# Boats\n\n## **Area 7: Parts** NEW\n\n" BOXES
			"| Hull | [x] | [ ] | [ ] | |\n\n**Score**: 1\n\n## Area 8: Sails\n\n" BOXES
			"| Jib | [ ] | [ ] | [ ] | |\n\n## Summary\n\nAll.\n",
			{ "Jib" }, 0 },
		{ "### 2. Parts\n\n" STATUS "| 2.1 | Hull | [know] | |",
			"### 2. Parts\n\n" STATUS
			"| 2.1 | Hull | [know] | |\n\n### 3. Sails\n\n" STATUS
			"|  | Jib | [ ] | |\n|  | Fock | [ ] | |\n",
			{ "Jib", "Fock" }, 0 },
		{ "# Topics\n",
			"# Topics\n\n## Sails\n\n| Topic | Status | Notes |\n"
			"|-------|--------|-------|\n| Jib | [ ] | |\n",
			{ "Jib" }, 0 },
		{ "",
			"## Sails\n\n| Topic | Status | Notes |\n|-------|--------|-------|\n"
			"| Jib | [ ] | |\n",
			{ "Jib" }, 0 },
		{ "# Topics\n## 3.5 Parts\n- [x] Hull\n",
			"# Topics\n## 3.5 Parts\n- [x] Hull\n\n## Sails\n\n- [ ] Jib\n", { "Jib" },
			0 },
	};
	see_all(c, LENGTH(c), add_area);
}

static bool rename_to(struct str text, const struct topics *t, const struct change *c,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	return topics_rename(text, &t->topic[c->n], str_of(c->name[0]), out, a, e);
}

TEST(a_topic_is_reworded_and_the_rest_of_its_line_stays)
{
	static const struct change c[] = {
		{ BOXES "|  **Hull** |[x]| [ ] | [ ] | see |\n",
			BOXES "|  **Hull** - its form |[x]| [ ] | [ ] | see |\n",
			{ "**Hull** - its form" }, 0 },
		{ STATUS "| 1 | Hull | [know] | |\n| 2 | Keel | [ ] | |",
			STATUS "| 1 | Hull | [know] | |\n| 2 | Spine | [ ] | |", { " Spine\n" },
			1 },
		{ "# Topics\n1) [~] Hull\n", "# Topics\n1) [~] Hull|body\n", { "Hull|body" }, 0 },
	};
	see_all(c, LENGTH(c), rename_to);
}

static bool split(struct str text, const struct topics *t, const struct change *c,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	struct str name[MOST];
	return topics_split(text, &t->topic[c->n], name, names_of(c, name), out, a, e);
}

TEST(a_topic_is_split_and_each_part_keeps_its_mark)
{
	static const struct change c[] = {
		{ STATUS "| 3.4 | Sails | [unsure] | rusty |\r\n",
			STATUS "| 3.4a | Jib | [unsure] | rusty |\r\n"
			       "| 3.4b | Fock | [unsure] | rusty |\r\n",
			{ "Jib", "Fock" }, 0 },
		{ "# Topics\n- [x] Sails\n- [ ] Oar\n",
			"# Topics\n- [x] Jib\n- [x] Fock\n- [x] Spinnaker\n- [ ] Oar\n",
			{ "Jib", "Fock", "Spinnaker" }, 0 },
	};
	see_all(c, LENGTH(c), split);
}

static bool prioritise(struct str text, const struct topics *t, const struct change *c,
	struct topics_edit *out, struct arena *a, struct err *e)
{
	if (!topics_prioritise(text, &t->topic[0], (enum priority)c->n, out, a, e))
		return false;
	struct buf b = edited(text, out);
	struct topics again = topics_parse(buf_str(&b), STR("a.md"), a);
	assert_int_equal(again.topic[0].priority, c->n);
	assert_int_equal(again.topic[0].id, t->topic[0].id); /* its history goes on */
	buf_release(&b);
	return true;
}

#define PRIO "| Topic | Status | Priority |\n|--|--|--|\n"

TEST(a_priority_is_said_where_the_file_has_a_place_for_it)
{
	static const struct change c[] = {
		{ STATUS "| 1 | Hull | [ ] | |\n", STATUS "| 1 | Hull | [ ] | priority: high |\n",
			{ NULL }, PRIORITY_HIGH },
		{ STATUS "| 1 | Hull | [ ] ||\n", STATUS "| 1 | Hull | [ ] | priority: low |\n",
			{ NULL }, PRIORITY_LOW },
		{ STATUS "| 1 | Hull | [ ] | rusty; priority: high |\n",
			STATUS "| 1 | Hull | [ ] | rusty; priority: medium |\n", { NULL },
			PRIORITY_MEDIUM },
		{ STATUS "| 1 | Hull | [ ] | Priority: high; rusty |\n",
			STATUS "| 1 | Hull | [ ] | rusty |\n", { NULL }, PRIORITY_NONE },
		{ PRIO "| Hull | [ ] | |\n", PRIO "| Hull | [ ] | High |\n", { NULL },
			PRIORITY_HIGH },
		{ PRIO "| Hull | [ ] | [x] High [ ] Med [ ] Low |\n",
			PRIO "| Hull | [ ] | [ ] High [x] Med [ ] Low |\n", { NULL },
			PRIORITY_MEDIUM },
		{ "# Topics\n- [x] Hull\n", "# Topics\n- [x] Hull (priority: high)\n", { NULL },
			PRIORITY_HIGH },
		{ "# Topics\n- [x] Hull (priority: high)\n", "# Topics\n- [x] Hull\n", { NULL },
			PRIORITY_NONE },
	};
	see_all(c, LENGTH(c), prioritise);
}

TEST(what_cannot_be_written_says_why)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct topics_edit out;
	struct str text = STR("| Topic | Status |\n|--|--|\n| Hull | [ ] |\n");
	struct str names[] = { STR("Jib"), STR("  ") };
	struct topics t = topics_parse(text, STR("a.md"), &a);
	assert_false(topics_add(text, &t, 1, names, 1, &out, &a, &e));
	assert_false(topics_add(text, &t, 0, names, 2, &out, &a, &e));
	assert_false(topics_add(text, &t, 0, names, 0, &out, &a, &e));
	assert_false(topics_rename(text, &t.topic[0], STR("\xff"), &out, &a, &e));
	assert_false(topics_split(text, &t.topic[0], names, 1, &out, &a, &e));
	assert_false(topics_prioritise(text, &t.topic[0], PRIORITY_HIGH, &out, &a, &e));
	assert_string_equal(e.text, "line 3: the table has no column for notes or priority");
	assert_false(topics_rename(STR("gone\n"), &t.topic[0], STR("x"), &out, &a, &e));
	assert_str(topics_source(text, &t.topic[0]), "Hull");
	arena_release(&a);
}

static void see_tallies(const char *text, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct topics t = topics_parse(str_of(text), STR("a.md"), &a);
	int n;
	struct topic_tally *x = topics_tallies(str_of(text), &t, &n, &a);
	for (int i = 0; i < n; i++)
		buf_addf(&b, "%d: %d %s %d/%d not %d/%d\n", x[i].line, x[i].area,
			level_name(x[i].level), x[i].said, x[i].of, x[i].is, x[i].is_of);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

#define PARTS                                                                                      \
	"## Area 1: Parts\n\n" BOXES                                                               \
	"| Hull | [x] | [ ] | [ ] | |\n| Keel | [ ] | [x] | [ ] | |\n\n"
#define KNOTS "## Area 3.5: Knots\n\n" BOXES "| Bowline | [ ] | [ ] | [x] | |\n\n"

TEST(sums_kept_by_hand_that_do_not_agree_are_found)
{
	see_tallies(PARTS "**Area 1 Score**: 1/2 Know, 1/2 Unsure, 0/2 Dunno\n\n" KNOTS
			  "**Area 3.5 Score**: ___/1 Know, __/1 Unsure, _1_/1 Dunno\n",
		"");
	see_tallies(PARTS "**Area 1 Score**: 2/2 Know, **1**/3 Unsure, _/2 Dunno\n\n" KNOTS
			  "Not 1/2 know of it\n\n## Later\n\n5/8 Know\n\n```\n7/8 Know\n```\n",
		"8: 0 know 2/2 not 1/2\n8: 0 unsure 1/3 not 1/2\n16: 1 know 1/2 not 0/1\n");
	see_tallies(PARTS KNOTS
		"## Summary\n\n| Area | Know | Unsure | Dunno | Priority |\n"
		"|--|--|--|--|--|\n| 1. Parts | **1**/2 | 0/2 | 0/2 | |\n"
		"| 3.5 Knots | ___/1 | 0/1 | 1/1 | |\n| Sails | 3/4 | 1/4 | 0/4 | |\n"
		"| **TOTAL** | **2/3** | 1/3 | 1/3 | |\n",
		"18: 0 unsure 0/2 not 1/2\n21: -1 know 2/3 not 1/3\n");
	see_tallies("", "");
}
