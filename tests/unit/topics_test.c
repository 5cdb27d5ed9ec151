/* topics_test.c - topic checks: which tables list topics, what they say, how a mark changes. */
#include <stdlib.h>
#include <string.h>

#include "hone/files.h"
#include "hone/topics.h"
#include "test.h"

static const char boxes[] = "# Check\n\n## Area 1: Graphs (2 topics)\n\n"
			    "| Subtopic | Know | Unsure | Dunno | Notes |\n"
			    "|---|:-:|---|---|---|\n"
			    "| **Walks** - `bfs`, P(a\\|b) | [x] | [ ] | [ ] | see *3* |\n"
			    "| Cuts | [ ] | [ ] | [ ] | |\n\n"
			    "## Area 1.5: Flows\n\n"
			    "| Know | Topic | Dunno | Unsure |\n|--|--|--|--|\n"
			    "| [ ] | Max flow | [X] | [X] |\n";

static const char words[] = "## Section 4: Ropes & knots (2 topics)\r\n\r\n"
			    "| # | Topic | Status | Notes |\r\n|--|--|--|--|\r\n"
			    "| 4.1 | Bowline | [know] | |\r\n"
			    "| 4.10 | Hitch | [UNSURE] | rusty |\r\n"
			    "| 4.11 | Bend | [ ] | |\r\n"
			    "| 4.12 | Splice | [] | |\r\n";

/* Areas and topics, a line each. */
static struct buf shown(struct str text)
{
	struct buf b = { 0 };
	struct arena a = { 0 };
	struct topics t = topics_parse(text, STR("a.md"), &a);
	for (int i = 0; i < t.narea; i++) {
		const struct topic_area *area = &t.area[i];
		buf_addf(&b, "[%.*s] %.*s %d: %d %d %d %d\n", STR_ARG(area->number),
			STR_ARG(area->name), area->ntopic, area->know, area->unsure, area->dunno,
			area->unrated);
	}
	for (int i = 0; i < t.ntopic; i++) {
		const struct topic *p = &t.topic[i];
		assert_true(str_eq(p->area, t.area[p->iarea].name));
		buf_addf(&b, "%d %d (%.*s) %.*s <%s> %.*s\n", p->line, p->iarea, STR_ARG(p->number),
			STR_ARG(p->name), level_name(p->level), STR_ARG(p->notes));
	}
	arena_release(&a);
	return b;
}

static void check(const char *text, const char *want)
{
	struct buf got = shown(str_of(text));
	assert_string_equal(buf_cstr(&got), want);
	buf_release(&got);
}

TEST(topics_are_read_from_boxes)
{
	check(boxes, "[1] Graphs 2: 1 0 0 1\n[1.5] Flows 1: 0 0 1 0\n"
		     "7 0 () Walks - bfs, P(a|b) <know> see *3*\n"
		     "8 0 () Cuts <> \n"
		     "14 1 () Max flow <dunno> \n");
}

TEST(topics_are_read_from_status_words)
{
	check(words, "[4] Ropes & knots 4: 1 1 0 2\n"
		     "5 0 (4.1) Bowline <know> \n"
		     "6 0 (4.10) Hitch <unsure> rusty\n"
		     "7 0 (4.11) Bend <> \n"
		     "8 0 (4.12) Splice <> \n");
}

TEST(topics_of_other_tables_are_none)
{
	static const char *const text[] = {
		"",
		"| Area | Know | Unsure | Dunno | Priority |\n|--|--|--|--|--|\n"
		"| 1. A | **6**/8 | 2/8 | 0/8 | [x] High |\n| B | ___/5 | ___/5 | ___/5 | |\n",
		"| Topic | Status |\n|--|--|\n| a | [ ] |\n| b | [done] |\n| c | [know] |\n",
		"| Area | Know | % Know |\n|--|--|--|\n| a | [x] | 3 |\n",
		"```\n| Topic | Know | Unsure | Dunno |\n|--|--|--|--|\n| a | [x] | [ ] | [ ] "
		"|\n```\n",
		"| Topic | Know | Unsure | Dunno |\n| a | [x] | [ ] | [ ] |\n",
	};
	for (size_t i = 0; i < LENGTH(text); i++) {
		check(text[i], "");
		assert_false(topics_is(str_of(text[i])));
	}
	assert_true(topics_is(str_of(boxes)));
	assert_true(topics_is(str_of(words)));
}

TEST(topics_area_is_the_heading_without_its_signs)
{
	static const struct {
		const char *heading, *number, *name;
	} s[] = {
		{ "## \xf0\x9f\x94\x8d **Area 3.5: Data & loading** \xe2\xad\x90 NEW", "3.5",
			"Data & loading" },
		{ "## Section 4: Knots (7 topics)", "4", "Knots" },
		{ "## 2. Sets (Good to know)", "2", "Sets (Good to know)" },
		{ "## Chapter 7 - **Bold** words", "7", "Bold words" },
		{ "## **All** of it", "", "All of it" },
		{ "## Python 3: basics", "", "Python 3: basics" },
		{ "## Area 51", "", "Area 51" },
		{ "## \xe6\x95\xb0\xe5\xad\xa6", "", "\xe6\x95\xb0\xe5\xad\xa6" },
		{ "prose", "", "" },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		buf_addf(&b,
			"%s\n\n| Topic | Know | Unsure | Dunno |\n|--|--|--|--|\n"
			"| t | [x] | [ ] | [ ] |\n",
			s[i].heading);
		struct topics t = topics_parse(buf_str(&b), STR("a"), &a);
		assert_int_equal(t.narea, 1);
		assert_str(t.area[0].number, s[i].number);
		assert_str(t.area[0].name, s[i].name);
		arena_release(&a);
		buf_release(&b);
	}
}

TEST(topics_identity_is_file_area_and_name)
{
	static const char form[] = "## %s\n| Topic | Know | Unsure | Dunno |\n|--|--|--|--|\n"
				   "| **%s** | [%s] | [ ] | [ ] |\n| %s | [ ] | [ ] | [ ] |\n";
	static const char *const in[][4] = {
		{ "A", "one", "x", "two" },
		{ "A", "One", " ", "one" },
		{ "B", "one", "x", "two" },
	};
	uint64_t id[LENGTH(in)][2];
	for (size_t i = 0; i < LENGTH(in); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		buf_addf(&b, form, in[i][0], in[i][1], in[i][2], in[i][3]);
		struct topics t = topics_parse(buf_str(&b), STR("a"), &a);
		assert_int_equal(t.ntopic, 2);
		id[i][0] = t.topic[0].id;
		id[i][1] = t.topic[1].id;
		arena_release(&a);
		buf_release(&b);
	}
	assert_true(id[0][0] == id[1][0]);
	assert_true(id[1][0] != id[1][1]); /* the same name again */
	assert_true(id[0][0] != id[2][0]);
	assert_true(id[0][0] != id[0][1]);
}

/* The text with the patches made, which may come in any order but do not overlap. */
static struct buf patched(struct str text, const struct patch *p, int n)
{
	struct buf b = { 0 };
	for (size_t at = 0; at <= text.n; at++) {
		for (int i = 0; i < n; i++) {
			if (p[i].at != at)
				continue;
			buf_add(&b, p[i].text);
			at += p[i].length;
		}
		if (at < text.n)
			buf_addc(&b, text.p[at]);
	}
	return b;
}

static struct buf set_level(struct str text, int itopic, enum level level)
{
	struct arena a = { 0 };
	struct patch p[3];
	struct topics t = topics_parse(text, STR("a"), &a);
	assert_true(itopic < t.ntopic);
	int n = topics_patch(&t.topic[itopic], text, level, p);
	struct buf b = patched(text, p, n);
	arena_release(&a);
	return b;
}

static enum level level_of(struct str text, int itopic)
{
	struct arena a = { 0 };
	enum level level = topics_parse(text, STR("a"), &a).topic[itopic].level;
	arena_release(&a);
	return level;
}

TEST(topics_patch_writes_as_the_table_does)
{
	static const struct {
		const char *text;
		int topic;
		enum level level;
		const char *from, *to; /* what of the text becomes what; NULL: nothing */
	} s[] = {
		{ boxes, 0, LEVEL_DUNNO, "[x] | [ ] | [ ] | see", "[ ] | [ ] | [x] | see" },
		{ boxes, 0, LEVEL_NONE, "[x] | [ ] | [ ] | see", "[ ] | [ ] | [ ] | see" },
		{ boxes, 0, LEVEL_KNOW, NULL, NULL },
		{ boxes, 1, LEVEL_UNSURE, "Cuts | [ ] | [ ]", "Cuts | [ ] | [x]" },
		{ boxes, 2, LEVEL_KNOW, "| [ ] | Max flow | [X] | [X]",
			"| [X] | Max flow | [ ] | [ ]" },
		{ boxes, 2, LEVEL_DUNNO, "| [X] | [X]", "| [X] | [ ]" },
		{ words, 0, LEVEL_DUNNO, "[know]", "[dunno]" },
		{ words, 0, LEVEL_KNOW, NULL, NULL },
		{ words, 1, LEVEL_KNOW, "[UNSURE]", "[KNOW]" },
		{ words, 1, LEVEL_NONE, "[UNSURE]", "[ ]" },
		{ words, 2, LEVEL_UNSURE, "[ ]", "[unsure]" },
		{ words, 3, LEVEL_KNOW, "[]", "[know]" },
		{ "| Topic | Status |\n|-|-|\n| a | [ ] |\n| b | [Know] |\n", 0, LEVEL_DUNNO, "[ ]",
			"[Dunno]" },
		{ words, 3, LEVEL_NONE, NULL, NULL },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct str text = str_of(s[i].text), from = str_of(s[i].from);
		struct buf want = { 0 }, got = set_level(text, s[i].topic, s[i].level);
		ptrdiff_t at = str_find(text, from, 0);
		assert_true(at >= 0);
		buf_add(&want, str_slice(text, 0, (size_t)at));
		buf_add(&want, str_of(s[i].to));
		buf_add(&want, str_slice(text, (size_t)at + from.n, text.n));
		assert_string_equal(buf_cstr(&got), buf_cstr(&want));
		buf_release(&got);
		buf_release(&want);
	}
}

/* Every topic to every level and back, in a text whose rows hold one mark each. */
static void round_trip(struct str text, int ntopic)
{
	for (int i = 0; i < ntopic; i++) {
		enum level was = level_of(text, i);
		for (int level = LEVEL_NONE; level <= LEVEL_DUNNO; level++) {
			struct buf there = set_level(text, i, (enum level)level);
			assert_int_equal(level_of(buf_str(&there), i), level);
			struct buf back = set_level(buf_str(&there), i, was);
			assert_true(str_eq(buf_str(&back), text));
			buf_release(&back);
			buf_release(&there);
		}
	}
}

TEST(topics_patch_there_and_back_gives_the_same_bytes)
{
	static const struct {
		const char *text;
		int ntopic;
	} s[] = {
		{ "## A\n| Topic | Know \xe2\x9c\x85 | Unsure | Dunno |\r\n|-|-|-|-|\r\n"
		  "| a | [x] | [ ] | [ ] |\r\n| b | [ ] | [x] | [ ] |\n"
		  "| c | [ ] | [ ] | [x] |\n| d | [ ] | [ ] | [ ] |\n",
			4 },
		{ "| Topic | Know | Unsure | Dunno |\n|-|-|-|-|\n| a | [ ] | [ ] | [ ] |\n"
		  "| b | [ ] | [X] | [ ] |\n| c | [X] | [ ] | [ ] |\n",
			3 },
		{ "| Topic | Status |\n|-|-|\n| a | [know] |\n| b | [ ] |\n", 2 },
		{ "| Topic | Status |\n|-|-|\n| a | [Know] |\n| b | [Unsure] |\n| c | [ ] |\n", 3 },
		{ "| Topic | Level |\n|-|-|\n| a | [DUNNO] |\n| b | [KNOW] |\n| c | [ ] |\n", 3 },
	};
	for (size_t i = 0; i < LENGTH(s); i++)
		round_trip(str_of(s[i].text), s[i].ntopic);
}

static void sample_round_trip(const char *file, int know, int unsure, int dunno, int narea)
{
	struct buf b = test_read(test_shared(file));
	struct arena a = { 0 };
	struct topics t = topics_parse(buf_str(&b), STR("a"), &a);
	int n[4] = { 0 };
	for (int i = 0; i < t.ntopic; i++)
		n[t.topic[i].level]++;
	assert_int_equal(n[LEVEL_NONE], 0);
	assert_int_equal(n[LEVEL_KNOW], know);
	assert_int_equal(n[LEVEL_UNSURE], unsure);
	assert_int_equal(n[LEVEL_DUNNO], dunno);
	assert_int_equal(t.narea, narea);
	round_trip(buf_str(&b), t.ntopic);
	arena_release(&a);
	buf_release(&b);
}

TEST(topics_of_the_sample_are_all_found)
{
	sample_round_trip(
		"study/ml-study-plan/gap_analysis/Week2-LLM-Systems-Topic-Check.md", 35, 21, 20, 9);
	sample_round_trip(
		"study/ml-study-plan/gap_analysis/Week2-Statistics-Topic-Check.md", 26, 17, 0, 6);
}

TEST(topics_areas_of_the_sample_have_their_sizes)
{
	static const struct {
		const char *number, *name;
		int ntopic;
	} want[] = {
		{ "1", "Distributed Training Fundamentals", 8 },
		{ "2", "Memory Optimization Strategies", 11 },
		{ "3", "Hardware & Performance Optimization", 8 },
		{ "3.5", "Data Loading & Preprocessing Bottlenecks", 4 },
		{ "4", "Parallelism Strategies & Trade-offs", 8 },
		{ "5", "Inference Optimization", 10 },
		{ "6", "Transformer Architecture & Parameters", 9 },
		{ "7", "Performance Calculation & Analysis", 8 },
		{ "8", "Advanced Topics (Good to Know)", 10 },
	};
	struct buf b = test_read(
		test_shared("study/ml-study-plan/gap_analysis/Week2-LLM-Systems-Topic-Check.md"));
	struct arena a = { 0 };
	struct topics t = topics_parse(buf_str(&b), STR("a"), &a);
	assert_int_equal(t.narea, LENGTH(want));
	for (size_t i = 0; i < LENGTH(want); i++) {
		assert_str(t.area[i].number, want[i].number);
		assert_str(t.area[i].name, want[i].name);
		assert_int_equal(t.area[i].ntopic, want[i].ntopic);
	}
	arena_release(&a);
	buf_release(&b);
}

TEST(topics_parse_and_patch_take_any_bytes)
{
	static const char *const piece[] = { "| Topic | Know | Unsure | Dunno |\n|-|-|-|-|\n",
		"| # | Topic | Status |\n|-|-|-|\n", "| a | [x] | [ ] | [ ] |\n",
		"| 1 | a | [know] |\n", "|", "[", "]", "[x]", "[ ]", "[]", "know", "\n", "\r\n",
		"## Area 1: x\n", "```\n", "\\", "`", "\xff", "\xe2\x9c\x93", " ", "X" };
	uint32_t seed = 3;
	int found = 0;
	for (int round = 0; round < 400; round++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		for (int i = 0; i < 40; i++) {
			seed = seed * 1664525u + 1013904223u;
			buf_add(&b, str_of(piece[(seed >> 16) % LENGTH(piece)]));
		}
		struct topics t = topics_parse(buf_str(&b), STR("a"), &a);
		for (int i = 0; i < t.ntopic; i++) {
			struct patch p[3];
			found++;
			for (int n = topics_patch(&t.topic[i], buf_str(&b), LEVEL_UNSURE, p); n > 0;
				n--)
				assert_true(p[n - 1].at + p[n - 1].length <= b.n);
			/* A text that was cut since: nothing is read past its end. */
			char *cut = xrealloc(NULL, b.n / 2, 1);
			memcpy(cut, b.p, b.n / 2);
			topics_patch(&t.topic[i], (struct str){ cut, b.n / 2 }, LEVEL_KNOW, p);
			free(cut);
		}
		arena_release(&a);
		buf_release(&b);
	}
	assert_true(found > 100);
}

TEST(a_topic_matters_as_its_column_or_its_notes_say)
{
	static const struct {
		const char *head, *row;
		enum priority want;
	} s[] = {
		{ "| Topic | Status | Priority |", "| a | [ ] | **High** |", PRIORITY_HIGH },
		{ "| Topic | Status | Priority |", "| a | [ ] | [ ] High [x] Med [ ] Low |",
			PRIORITY_MEDIUM },
		{ "| Topic | Status | Priority |", "| a | [ ] | [ ] High [ ] Med [ ] Low |",
			PRIORITY_NONE },
		{ "| Topic | Status | Prio |", "| a | [ ] | lowest |", PRIORITY_NONE },
		{ "| Topic | Status | Notes |", "| a | [ ] | rusty; priority: low |",
			PRIORITY_LOW },
		{ "| Topic | Status | Notes |", "| a | [ ] | **MUST-KNOW** |", PRIORITY_HIGH },
		{ "| Topic | Status | Notes |", "| a | [ ] | High voltage |", PRIORITY_NONE },
		{ "| Topic | Status | Notes | Priority |", "| a | [ ] | must-know | low |",
			PRIORITY_LOW },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		buf_addf(&b, "%s\n|--|--|--|--|\n%s\n", s[i].head, s[i].row);
		struct topics t = topics_parse(buf_str(&b), STR("a"), &a);
		assert_int_equal(t.ntopic, 1);
		assert_int_equal(t.topic[0].priority, s[i].want);
		arena_release(&a);
		buf_release(&b);
	}
}

static const char list[] =
	"# Syllabus\n\n## Area 2: Heaps\n\n- [x] Binary heaps\n- [~] **Fibonacci** heaps\n"
	"  * [-] Pairing heaps (priority: high)\n1. [ ] Soft heaps\n- [] none\n- [a] nor this\n"
	"- plain\n\n```\n- [x] code\n```\n## Sets\r\n- [X] Bit sets\r\n- [?] Bloom\r\n";

TEST(topics_are_read_from_a_list_of_boxes)
{
	check(list, "[2] Heaps 4: 1 1 1 1\n[] Sets 2: 1 1 0 0\n"
		    "5 0 () Binary heaps <know> \n"
		    "6 0 () Fibonacci heaps <unsure> \n"
		    "7 0 () Pairing heaps <dunno> priority: high\n"
		    "8 0 () Soft heaps <> \n"
		    "17 1 () Bit sets <know> \n"
		    "18 1 () Bloom <unsure> \n");
	assert_true(topics_is_list(str_of(list)));
	assert_false(topics_is(str_of(list)));
}

TEST(boxes_are_topics_only_where_a_heading_says_so)
{
	static const struct {
		const char *text;
		bool want;
	} s[] = {
		{ "- [x] know\n- [ ] unsure\n", false },
		{ "# To do\n\n- [ ] Buy a pencil\n", false },
		{ "# Topics\n\n## A\n- [ ] Heaps\n", true },
		{ "# Java\n\n## Concepts\n- [ ] Heaps\n", true },
		{ "# Java\n\n## Concepts\n\n## Chores\n- [ ] Tidy\n", false },
		{ "# Skills\n\nNo box.\n", false },
		{ "# Topical cream\n- [ ] Buy\n", false },
		{ "# Topics\n```\n- [ ] Heaps\n```\n", false },
	};
	for (size_t i = 0; i < LENGTH(s); i++)
		if (topics_is_list(str_of(s[i].text)) != s[i].want)
			fail_msg("%s", s[i].text);
}

TEST(a_mark_in_a_list_is_one_character)
{
	static const char *const want[] = { "- [ ] a", "- [x] a", "- [~] a", "- [-] a" };
	static const char *const from[] = { "- [ ] a", "- [X] a", "- [x] a", "- [?] a", "- [/] a",
		"- [!] a", "- [-] a", "- [~] a" };
	for (size_t i = 0; i < LENGTH(from); i++)
		for (int level = LEVEL_NONE; level <= LEVEL_DUNNO; level++) {
			struct arena a = { 0 };
			struct buf b = { 0 };
			struct patch p[3];
			struct str text = str_of(from[i]);
			struct topics t = topics_parse(text, STR("a"), &a);
			assert_int_equal(t.ntopic, 1);
			int n = topics_patch(&t.topic[0], text, (enum level)level, p);
			patch_apply(&b, text, p, (size_t)n);
			if (t.topic[0].level == (enum level)level)
				assert_int_equal(n, 0);
			else
				assert_string_equal(buf_cstr(&b), want[level]);
			buf_release(&b);
			arena_release(&a);
		}
}
