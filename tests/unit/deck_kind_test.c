/* deck_kind_test.c - typed answers, choices, problems, explanations and hints. */
#include "deck_show.h"
#include "test.h"

TEST(deck_tag_type_makes_a_typed_answer_of_one_line)
{
	static const struct deck_sample s[] = {
		{ "Q: HTTP status for gone? #type #http\nA: 410\n",
			"1 typed/0 {http} HTTP status for gone? => 410\n" },
		{ "list files :: ls #not\ncopy #typed :: cp\n",
			"1 basic/0 {} list files => ls #not\n2 typed/0 {} copy => cp\n" },
		{ "## Q1: pwd? #type\nprints\n\n## Q2: cd? #TYPE\none\ntwo\n",
			"1 typed/0 {} pwd? => prints\n4 basic/0 {} cd? => one\ntwo\n"
			"! 4 typed answer of several lines: make it one line or take '#type' "
			"away\n" },
		{ "Q: none #type\nA:\n", "! 1 question without an answer: write one below it\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_answer_of_boxes_is_a_choice)
{
	static const struct deck_sample s[] = {
		{ "Q: Stable sorts?\nA:\n- [x] merge\n* [ ] heap\n+ [X] insertion\n",
			"1 choice/0 {} Stable sorts? => - [x] merge\n* [ ] heap\n+ [X] "
			"insertion\n" },
		/* One box, none ticked, or anything beside them: an ordinary answer. */
		{ "Q: a\nA: - [x] b\n---\nQ: c\nA:\n- [ ] d\n- [ ] e\n---\n"
		  "Q: f\nA:\n- [x] g\n- [ ] h\nbecause\n",
			"1 basic/0 {} a => - [x] b\n4 basic/0 {} c => - [ ] d\n- [ ] e\n"
			"9 basic/0 {} f => - [x] g\n- [ ] h\nbecause\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_choices_lists_text_and_truth)
{
	struct choice c[2] = { 0 };
	assert_int_equal(deck_choices(STR("- [x] **a**\n\n  * [ ] b[0]\r\n+ [X] c"), c, 2), 3);
	assert_str(c[0].text, "**a**");
	assert_true(c[0].right);
	assert_str(c[1].text, "b[0]");
	assert_false(c[1].right);
	assert_int_equal(deck_choices(STR(""), c, 2), 0);
	assert_int_equal(deck_choices(STR("- [x] only"), c, 2), 0);
	assert_int_equal(deck_choices(STR("- [ ] a\n- [ ] b"), c, 2), 0);
	assert_int_equal(deck_choices(STR("- [x]\n- [ ] b"), c, 2), 0);
}

TEST(deck_target_time_makes_minutes)
{
	static const struct {
		const char *text;
		int from, to;
		const char *front;
	} s[] = {
		{ "### Q: Ring buffer (20-25 min) #problem\nx\n", 20, 25, "Ring buffer" },
		{ "### Q: Ring buffer (~20 min) #problem\nx\n", 20, 20, "Ring buffer" },
		{ "### Q: Ring buffer (<15 min) #problem\nx\n", 0, 15, "Ring buffer" },
		{ "### Q: Ring buffer (1 h) #problem\nx\n", 60, 60, "Ring buffer" },
		{ "### Q: Ring buffer (1-1.5 hours) #problem\nx\n", 60, 90, "Ring buffer" },
		{ "### Q: Ring buffer (1h 10min) #problem\nx\n", 70, 70, "Ring buffer" },
		{ "### Q: Ring buffer (45 min \xe2\x80\x93 1 h) #problem\nx\n", 45, 60,
			"Ring buffer" },
		{ "### Q: Ring buffer (C, 20 lines) #problem\nx\n", 0, 0,
			"Ring buffer (C, 20 lines)" },
		{ "### Q: Ring buffer (5 hash tables) #problem\nx\n", 0, 0,
			"Ring buffer (5 hash tables)" },
		{ "### Q: Ring buffer #problem\nx\n", 0, 0, "Ring buffer" },
		{ "### Q: Ring buffer\n**Expected Time**: 20-25 minutes\n\nx\n", 20, 25,
			"Ring buffer" },
		{ "### Q: Ring buffer\n\n**Level**: easy\n**Time:** 1 hour, no more\n", 60, 60,
			"Ring buffer" },
		{ "Q: Ring buffer (10 min) #problem\nA: x\n", 10, 10, "Ring buffer" },
		{ "Q: Ring buffer (10 min) #problem\nin C\nA: x\n", 10, 10, "Ring buffer\nin C" },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct arena a = { 0 };
		struct deck d = deck_parse(str_of(s[i].text), STR("a.md"), &a);
		assert_int_equal(d.ncard, 1);
		assert_int_equal(d.card[0].kind, CARD_PROBLEM);
		assert_str(d.card[0].front, s[i].front);
		assert_int_equal(d.card[0].minutes_from, s[i].from);
		assert_int_equal(d.card[0].minutes_to, s[i].to);
		arena_release(&a);
	}
}

TEST(deck_time_without_a_tag_changes_no_card)
{
	static const struct deck_sample s[] = {
		{ "## Q1: Boil an egg (7 min)\nx\n", "1 basic/0 {} Boil an egg (7 min) => x\n" },
		/* Too far down, in code, and in a block that is no heading. */
		{ "## Q1: a\n1\n\n2\n\n3\n\n4\n\n5\n\n**Time**: 5 min\n",
			"1 basic/0 {} a => 1\n\n2\n\n3\n\n4\n\n5\n\n**Time**: 5 min\n" },
		{ "Q: a\nA: **Time**: 5 min\n", "1 basic/0 {} a => **Time**: 5 min\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_explanations_need_no_answer)
{
	static const struct deck_sample s[] = {
		{ "Q: Why do B-trees split? (2-3 min) #explain #db\n",
			"1 explain/0 {db} Why do B-trees split? 2-3 min => \n" },
		{ "## Q1: TCP handshake #explain\n\n## Q2: TLS #explain\nKeys first.\n## Q3: no\n",
			"1 explain/0 {} TCP handshake => \n3 explain/0 {} TLS => Keys first.\n"
			"! 5 question without an answer: write one below it\n" },
		{ "Q: one #explain\n\nQ: two\nA: b\n",
			"1 explain/0 {} one => \n3 basic/0 {} two => "
			"b\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
	assert_true(deck_is(STR("Q: one #explain\n\nQ: two #explain\n")));
}

TEST(deck_deletions_have_hints_and_groups)
{
	static const struct deck_sample s[] = {
		{ "C: The [mitochondrion||organelle] makes [ATP].\n",
			"1 cloze/0 {} The [organelle] makes ATP. => The **mitochondrion** makes "
			"ATP.\n"
			"1 cloze/1 {} The mitochondrion makes [...]. => The mitochondrion makes "
			"**ATP**.\n" },
		{ "C: {{c2::Rust::language}} and {{c1::Go}}, by {{c2::Mozilla}} [sic].\n",
			"1 cloze/0 {} Rust and [...], by Mozilla [sic]. => Rust and **Go**, by "
			"Mozilla [sic].\n"
			"1 cloze/1 {} [language] and Go, by [...] [sic]. => **Rust** and Go, by "
			"**Mozilla** [sic].\n" },
		{ "C: ==Ada==^[person] wrote ==notes==.\n",
			"1 cloze/0 {} [person] wrote notes. => **Ada** wrote notes.\n"
			"1 cloze/1 {} Ada wrote [...]. => Ada wrote **notes**.\n" },
		/* Operators, code and formulas are none. */
		{ "C: [a || b] when x == y and `m[i]` `a||b` `{{c1::x}}` $p[1]$ \\[k\\]\n",
			"1 cloze/0 {} [...] when x == y and `m[i]` `a||b` `{{c1::x}}` $p[1]$ "
			"\\[k\\] => **a || b** when x == y and `m[i]` `a||b` `{{c1::x}}` $p[1]$ "
			"\\[k\\]\n" },
		{ "C: {{c1::`std::sort`}} and {{c1::$\\frac{a}{b}$}} {{cx::no}} {{c0::no}}\n",
			"1 cloze/0 {} [...] and [...] {{cx::no}} {{c0::no}} => **`std::sort`** and "
			"**$\\frac{a}{b}$** {{cx::no}} {{c0::no}}\n" },
		{ "C: {{c1::open [x]\n", "1 cloze/0 {} {{c1::open [...] => {{c1::open **x**\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}
