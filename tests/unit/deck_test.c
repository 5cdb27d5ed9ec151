/* deck_test.c - cards from markdown: what is a card, what is not, and that identities stay. */
#include <stdlib.h>
#include <string.h>

#include "hone/deck.h"
#include "test.h"
#include "deck_show.h"

struct sample {
	const char *text, *want;
};

static void show(struct buf *b, const struct deck_card *c)
{
	buf_addf(b, "%d %s/%d [%.*s] {%.*s} ", c->line, card_kind_name(c->kind), c->ordinal,
		STR_ARG(c->label), STR_ARG(c->topic));
	buf_add(b, c->front);
	buf_add(b, STR(" => "));
	buf_add(b, c->back);
	if (c->tags.n > 0)
		buf_addf(b, " #%.*s", STR_ARG(c->tags));
	if (c->name.n > 0)
		buf_addf(b, " @%.*s", STR_ARG(c->name));
	buf_addc(b, '\n');
}

/* Everything that was found in a text, one line a card and a problem. */
static struct buf shown(struct str text)
{
	struct buf b = { 0 };
	struct arena a = { 0 };
	struct deck d = deck_parse(text, STR("a.md"), &a);
	for (size_t i = 0; i < d.ncard; i++)
		show(&b, &d.card[i]);
	for (size_t i = 0; i < d.nproblem; i++)
		buf_addf(&b, "! %d %.*s\n", d.problem[i].line, STR_ARG(d.problem[i].text));
	arena_release(&a);
	return b;
}

static void check(const struct sample *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct buf got = shown(str_of(s[i].text));
		assert_string_equal(buf_cstr(&got), s[i].want);
		buf_release(&got);
	}
}

TEST(deck_question_headings_become_cards)
{
	static const struct sample s[] = {
		{ "# Trees\n\n## 1. Basics\n\n### Q1.1: What is a leaf?\n\nA node\nwithout "
		  "children.\n\n"
		  "---\n\n### Q1.2. Name two walks\nDepth first.\n",
			"5 basic/0 [Q1.1] {Basics} What is a leaf? => A node\nwithout children.\n"
			"12 basic/0 [Q1.2] {Basics} Name two walks => Depth first.\n" },
		{ "# T\n## Category 2: Heaps\n### Question 2.1: Push (Easy)\nx\n### Bonus 1) "
		  "Pop\ny\n"
		  "### B4: Peek\nz\n",
			"3 basic/0 [Question 2.1] {Heaps} Push (Easy) => x\n"
			"5 basic/0 [Bonus 1] {Heaps} Pop => y\n"
			"7 basic/0 [B4] {Heaps} Peek => z\n" },
		/* The title is no topic; deeper headings are part of the answer. */
		{ "# T\n## Question 1: Design a cache\n### Goals\nfast\n### Parts\nmap\n\n***\n- - "
		  "-\n"
		  "## Question 2: Design a queue\nring\n",
			"2 basic/0 [Question 1] {} Design a cache => ### Goals\nfast\n### "
			"Parts\nmap\n"
			"10 basic/0 [Question 2] {} Design a queue => ring\n" },
		/* Several headings of level 1 are chapters. */
		{ "# Sets\n## Q: one?\na\n# Maps\n## Q: two?\nb\n",
			"2 basic/0 [] {Sets} one? => a\n5 basic/0 [] {Maps} two? => b\n" },
		{ "### **Q1: bold?**\na\n### **Q2**: label?\nb\n### **Q3:** colon?\nc\n"
		  "### **Q4: sign?** \xe2\xad\x90\nd\n",
			"1 basic/0 [Q1] {} bold? => a\n3 basic/0 [Q2] {} label? => b\n"
			"5 basic/0 [Q3] {} colon? => c\n7 basic/0 [Q4] {} sign? => d\n" },
		/* Code keeps its '#' lines and its "Q:" lines. */
		{ "## Q1: how?\n```python\n# comment\nQ: no\n## Q2: no\n```\nend\n## Q2: "
		  "why?\nso\n",
			"1 basic/0 [Q1] {} how? => ```python\n# comment\nQ: no\n## Q2: "
			"no\n```\nend\n"
			"8 basic/0 [Q2] {} why? => so\n" },
		{ "## Q1: empty\n\n---\n## Q2: full\nx\n",
			"4 basic/0 [Q2] {} full => x\n"
			"! 1 question without an answer: write one below it\n" },
		/* Not a label: no number, no separator, no text. */
		{ "## Q1: one\na\n## Bonus: more\nb\n## Q2 two\nc\n## Q3: three\nd\n## Q4:\ne\n"
		  "## Q5: five\nf\n## Quiz: six\ng\n## Q6: six\nh\n",
			"1 basic/0 [Q1] {} one => a\n7 basic/0 [Q3] {} three => d\n"
			"11 basic/0 [Q5] {} five => f\n15 basic/0 [Q6] {} six => h\n" },
		{ "## Why do bees dance?\na\n## 2. How far?\nb\n## Notes\nc\n",
			"1 basic/0 [] {} Why do bees dance? => a\n3 basic/0 [2] {} How far? => "
			"b\n" },
	};
	check(s, LENGTH(s));
}

TEST(deck_blocks_become_cards)
{
	static const struct sample s[] = {
		{ "Q: What is 2+2?\nA: 4\nQ: And 3?\nmore\n\nA:\n\n- six\n- 6\n\n---\nprose\n",
			"1 basic/0 [] {} What is 2+2? => 4\n"
			"3 basic/0 [] {} And 3?\nmore => - six\n- 6\n" },
		{ "# T\n## Sums\nQ: a\nA: b\n## Products\n\nQ: c\nA: d\n",
			"3 basic/0 [] {Sums} a => b\n7 basic/0 [] {Products} c => d\n" },
		{ "Q: lonely\n\nQ: asked\nA: yes\nA: again\nQ:\nA: what\nQ: last\nA:\nQ: open\n",
			"3 basic/0 [] {} asked => yes\n"
			"! 1 question without an answer: write 'A:' on a line of its own after it\n"
			"! 5 answer without a question: write 'Q:' on a line of its own before it\n"
			"! 6 question without text: write it after 'Q:'\n"
			"! 8 question without an answer: write one below it\n"
			"! 10 question without an answer: write 'A:' on a line of its own after "
			"it\n" },
		{ "---\nname: x\ntags: [a]\n---\nQ: q\nA: a\n", "5 basic/0 [] {} q => a\n" },
		{ "---\nname = \"x\"\n---\nQ: q\nA: a\n", "4 basic/0 [] {} q => a\n" },
		/* A rule at the start opens no head when a card follows. */
		{ "---\nQ: q\nA: a\n---\nQ: r\nA: b\n",
			"2 basic/0 [] {} q => a\n5 basic/0 [] {} r => b\n" },
		{ "Q: in\n```\nA: code\n---\n```\nA: out\n",
			"1 basic/0 [] {} in\n```\nA: code\n---\n``` => out\n" },
	};
	check(s, LENGTH(s));
}

TEST(deck_cloze_has_a_card_for_each_deletion)
{
	static const struct sample s[] = {
		{ "C: [Oslo] is in [Norway].\n",
			"1 cloze/0 [] {} [...] is in Norway. => **Oslo** is in Norway.\n"
			"1 cloze/1 [] {} Oslo is in [...]. => Oslo is in **Norway**.\n" },
		{ "C:\none [two]\n\nthree\n---\n[x]\n",
			"1 cloze/0 [] {} one [...]\n\nthree => one **two**\n\nthree\n" },
		{ "C: ![pic](p.png) \\[lit\\] [link](u[1]) `a[0]` $b[1]$ [ ] [real [one]]\n",
			"1 cloze/0 [] {} ![pic](p.png) \\[lit\\] [link](u[1]) `a[0]` $b[1]$ [ ] "
			"[...] => "
			"![pic](p.png) \\[lit\\] [link](u[1]) `a[0]` $b[1]$ [ ] **real [one]**\n" },
		{ "C: from $5 to $10 [up] and [$x$]\n",
			"1 cloze/0 [] {} from $5 to $10 [...] and $x$ => from $5 to $10 **up** and "
			"$x$\n"
			"1 cloze/1 [] {} from $5 to $10 up and [...] => from $5 to $10 up and "
			"**$x$**\n" },
		{ "C: $$\na[1]\n$$ [b]\n```\n[c]\n```\n",
			"1 cloze/0 [] {} $$\na[1]\n$$ [...]\n```\n[c]\n``` => "
			"$$\na[1]\n$$ **b**\n```\n[c]\n```\n" },
		{ "C: [open [shut] [twice\n",
			"1 cloze/0 [] {} [open [...] [twice => [open **shut** [twice\n" },
		{ "C: nothing\nC: [x]\nC: nor here",
			"2 cloze/0 [] {} [...] => **x**\n"
			"! 1 cloze without a deletion: put [brackets] round what to ask\n"
			"! 3 cloze without a deletion: put [brackets] round what to ask\n" },
	};
	check(s, LENGTH(s));
}

TEST(deck_comments_hide_cards)
{
	static const struct deck_sample s[] = {
		{ "<!--\nQ: one\nA: 1\n-->\nQ: two\nA: 2\n", "5 basic/0 {} two => 2\n" },
		{ "Q: one\nA: 1\n<!-- Q: two -->\n<!--\nC: [three]\n# four\n-->\n",
			"1 basic/0 {} one => 1\n<!-- Q: two -->\n<!--\nC: [three]\n# four\n-->\n" },
		{ "### Q1: one?\n1\n\n<!--\n### Q2: two?\n2\n-->\n\n### Q3: three?\n3\n",
			"1 basic/0 {} one? => 1\n\n<!--\n### Q2: two?\n2\n-->\n"
			"9 basic/0 {} three? => 3\n" },
		/* One that nothing ends hides nothing, nor does one in code. */
		{ "<!-- open\n\nQ: one\nA: 1\n", "3 basic/0 {} one => 1\n" },
		{ "Q: one\nA:\n```\n<!--\n```\nQ: two\nA: 2\n-->\n",
			"1 basic/0 {} one => ```\n<!--\n```\n6 basic/0 {} two => 2\n-->\n" },
		/* Text beside a comment is text. */
		{ "<!-- a --> one :: 1\ntwo :: 2 <!-- b -->\n",
			"1 basic/0 {} <!-- a --> one => 1\n2 basic/0 {} two => 2 <!-- b -->\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_cloze_below_a_question_heading_is_a_card)
{
	static const struct deck_sample s[] = {
		{ "### Q1: one?\n1\n\nC: two is [2]\n\n### Q2: three?\n3\n",
			"1 basic/0 {} one? => 1\n4 cloze/0 {} two is [...] => two is **2**\n"
			"6 basic/0 {} three? => 3\n" },
		{ "### Q1: one?\n\nC: it is [1]\n",
			"3 cloze/0 {} it is [...] => it is **1**\n"
			"! 1 question without an answer: write one below it\n" },
		/* Part of the text above it, without a deletion, in code: the answer's. */
		{ "### Q1: one?\nA: 1\nB: 2\nC: [3]\n\nC: 4\n\n```\n\nC: [5]\n```\n",
			"1 basic/0 {} one? => A: 1\nB: 2\nC: [3]\n\nC: 4\n\n```\n\nC: [5]\n```\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_lines_become_cards_in_a_deck)
{
	static const struct sample s[] = {
		{ "cat :: Katze\n- dog :: Hund\n3. sun ::: Sonne\n",
			"1 basic/0 [] {} cat => Katze\n2 basic/0 [] {} dog => Hund\n"
			"3 basic/0 [] {} sun => Sonne\n3 reverse/1 [] {} Sonne => sun\n" },
		{ "a :: b :: c\nstd::vector :: list\n`x :: y` :: z\n",
			"1 basic/0 [] {} a => b :: c\n2 basic/0 [] {} std::vector => list\n"
			"3 basic/0 [] {} `x :: y` => z\n" },
		/* Code, tables, headings, tasks and halves are none. */
		{ "one :: 1\ntwo :: 2\nsix :: 6\nten :: 10\n```\nc :: d\n```\n\n    e :: f\n\n# g "
		  ":: h\n\n| i :: j | k |\n|--|--|\n"
		  "| l :: m | n |\n\n- [ ] o :: p\n :: q\nr :: \n",
			"1 basic/0 [] {} one => 1\n2 basic/0 [] {} two => 2\n"
			"3 basic/0 [] {} six => 6\n4 basic/0 [] {} ten => 10\n" },
		{ "Prose one.\n\nProse two.\n\nProse three.\n\na :: b\n", "" },
	};
	check(s, LENGTH(s));
}

TEST(deck_tags_and_names_leave_the_text)
{
	static const struct sample s[] = {
		{ "Q: Which? #one #two/three\nmore #kept\nA: this #not\n",
			"1 basic/0 [] {} Which?\nmore #kept => this #not #one two/three\n" },
		{ "## Q1: What is C# #lang\nx\n## Q2: Why C#\ny\n## Q3: see #12\nz\n",
			"1 basic/0 [Q1] {} What is C# => x #lang\n3 basic/0 [Q2] {} Why C# => y\n"
			"5 basic/0 [Q3] {} see #12 => z\n" },
		{ "a #t :: b\nC: [x] #t\n",
			"1 basic/0 [] {} a => b #t\n2 cloze/0 [] {} [...] => **x** #t\n" },
		{ "## Q1: one? <!-- id: first -->\na\n## Q2: two? #t\nb\n<!-- id: second "
		  "-->\n\n---\n"
		  "## Q3: three?\nuse `<!-- id: no -->`\n```\n<!-- id: no -->\n```\n",
			"1 basic/0 [Q1] {} one? => a @first\n3 basic/0 [Q2] {} two? => b #t "
			"@second\n"
			"8 basic/0 [Q3] {} three? => use `<!-- id: no -->`\n```\n<!-- id: no "
			"-->\n```\n" },
		{ "Q: q <!-- id: x y -->\nA: a\n\ne ::: f <!-- id: pair -->\n",
			"1 basic/0 [] {} q => a\n\ne ::: f @pair\n" },
		{ "e ::: f <!-- id: pair -->\n",
			"1 basic/0 [] {} e => f @pair\n1 reverse/1 [] {} f => e @pair\n" },
		{ "Q: q\nA: a <!-- note -->\n", "1 basic/0 [] {} q => a <!-- note -->\n" },
	};
	check(s, LENGTH(s));
}

TEST(deck_repeated_questions_are_counted)
{
	static const struct sample s[] = {
		{ "Q: a\nA: 1\nQ: b\nA: 2\nQ:  A!\nA: 3\nQ: a\nA: 4\n",
			"1 basic/0 [] {} a => 1\n3 basic/0 [] {} b => 2\n"
			"5 basic/1 [] {} A! => 3\n7 basic/2 [] {} a => 4\n" },
		{ "C: [x] [y]\nC: [x] [y]\n",
			"1 cloze/0 [] {} [...] y => **x** y\n1 cloze/1 [] {} x [...] => x **y**\n"
			"2 cloze/2 [] {} [...] y => **x** y\n2 cloze/3 [] {} x [...] => x "
			"**y**\n" },
	};
	check(s, LENGTH(s));
}

TEST(deck_is_tells_decks_from_sheets)
{
	static const struct {
		const char *text;
		bool want;
	} s[] = {
		{ "", false },
		{ "# What is this?\n\nProse.\n", false },
		{ "## Q1: one\na\n", true },
		{ "# T\n## Summary\na\n### Facts\nb\n### **Q: why?**\nc\n### More\nd\n", false },
		{ "## Why?\na\n", false },
		{ "## Why?\na\n## How?\nb\n", true },
		{ "Q: a\nA: b\n", true },
		{ "Q: is left open\n\nProse.\n", false },
		{ "C: is a letter\n", false },
		{ "C: is\n[this]\n", true },
		{ "**Q1**: what?\n\n**Q2**: why?\n", false },
		{ "Prose.\n\nMore.\n\nQ: a\nA: b\n---\nProse.\n\nMore.\n", false },
		{ "```\nQ: a\nA: b\n```\n", false },
		{ "a :: b\n\nc :: d\n\nProse.\n", true },
	};
	for (size_t i = 0; i < LENGTH(s); i++)
		if (deck_is(str_of(s[i].text)) != s[i].want)
			fail_msg("\"%s\" is%s a deck", s[i].text, s[i].want ? "" : " not");
}

static uint64_t only_id(const char *text, const char *path)
{
	struct arena a = { 0 };
	struct deck d = deck_parse(str_of(text), str_of(path), &a);
	assert_int_equal(d.ncard, 1);
	uint64_t id = d.card[0].id;
	arena_release(&a);
	return id;
}

TEST(deck_identity_is_path_kind_and_question)
{
	uint64_t id = only_id("Q: Why?\nA: so\n", "a.md");
	assert_true(id == only_id("prose\n\nQ: why\nA: other\n", "a.md"));
	assert_true(id == only_id("## Q7: **Why?**\nso\n", "a.md"));
	assert_true(id != only_id("Q: Why?\nA: so\n", "b.md"));
	assert_true(id != only_id("Q: How?\nA: so\n", "a.md"));
	assert_true(id != only_id("C: [Why?]\n", "a.md"));
	assert_true(id != only_id("Q: Why?\nA: so <!-- id: why -->\n", "a.md"));
	assert_true(only_id("Q: one\nA: so <!-- id: n -->\n", "a.md") ==
		    only_id("Q: two\nA: so\n<!-- id: n -->\n", "a.md"));
}

struct seen {
	const struct deck *deck;
	size_t n, stop;
};

static bool same_card(void *ctx, const struct deck_card *card)
{
	struct seen *s = ctx;
	assert_true(s->n < s->deck->ncard);
	const struct deck_card *want = &s->deck->card[s->n++];
	struct buf got = { 0 }, expected = { 0 };
	show(&got, card);
	show(&expected, want);
	assert_true(str_eq(buf_str(&got), buf_str(&expected)));
	assert_true(card->id == want->id);
	buf_release(&got);
	buf_release(&expected);
	return s->n != s->stop;
}

TEST(deck_each_gives_the_cards_of_deck_parse_and_stops_when_told)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct str text = STR("# One\n## Q1: a #t\r\nb\r\nc\n## Q2: d\ne <!-- id: n -->\n"
			      "# Two\nC: [f] [g]\n---\nh ::: i\n");
	struct deck d = deck_parse(text, STR("p"), &a);
	assert_int_equal(d.ncard, 6);
	struct seen all = { .deck = &d }, three = { .deck = &d, .stop = 3 };
	deck_each(text, STR("p"), &scratch,
		(struct deck_sink){ .card = same_card, .problem = NULL, .ctx = &all });
	deck_each(text, STR("p"), &scratch,
		(struct deck_sink){ .card = same_card, .problem = NULL, .ctx = &three });
	assert_int_equal(all.n, 6);
	assert_int_equal(three.n, 3);
	arena_release(&scratch);
	arena_release(&a);
}

/* A text of pieces that mean something to the parser. */
static void add_noise(struct buf *b, uint32_t *seed, int pieces)
{
	static const char *const piece[] = { "Q:", "A:", "C:", "\n", "\n", "\n\n", "## ",
		"### Q1: ", "---", "```", "`", "[", "]", "(", ")", "![", "$", "$$", "\\",
		" :: ", " ::: ", "|", "|-|-|", "#tag", "**", "?", "<!-- id: x -->", "<!--", "word",
		" ", "\t", "\xff", "\xc3\xa9", "- ", "# ", "\n?\n", "::", "==", "^[",
		"{{c1::", "}}", "||", "#flashcards", " #flashcard", "<!--SR:", "-->", "\n%\n",
		"[#t]()", "* x :drill:\n", " : ", "- [x] ", " (5 min)", " #type", " #problem",
		" #explain", ":ID:", "#+begin_src\n" };
	for (int i = 0; i < pieces; i++) {
		*seed = *seed * 1664525u + 1013904223u;
		unsigned r = *seed >> 16;
		if (r % 40 == 0)
			buf_addc(b, (char)(r >> 8));
		else
			buf_add(b, str_of(piece[r % LENGTH(piece)]));
	}
}

static struct buf with_crlf(struct str s)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n')
			buf_addc(&b, '\r');
		buf_addc(&b, s.p[i]);
	}
	return b;
}

static int by_value(const void *a, const void *b)
{
	uint64_t x, y;
	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return (x > y) - (x < y);
}

static void assert_ids_differ(const struct deck *d)
{
	uint64_t *id = xcalloc(d->ncard, sizeof *id);
	for (size_t i = 0; i < d->ncard; i++)
		id[i] = d->card[i].id;
	qsort(id, d->ncard, sizeof *id, by_value);
	for (size_t i = 1; i < d->ncard; i++)
		assert_true(id[i - 1] != id[i]);
	free(id);
}

TEST(deck_parse_takes_any_bytes_and_any_line_ends)
{
	uint32_t seed = 7;
	size_t cards = 0;
	for (int round = 0; round < 600; round++) {
		struct buf lf = { 0 };
		struct arena a = { 0 };
		add_noise(&lf, &seed, 60);
		struct buf crlf = with_crlf(buf_str(&lf));
		struct buf one = shown(buf_str(&lf)), two = shown(buf_str(&crlf));
		assert_true(str_eq(buf_str(&one), buf_str(&two)));
		struct deck d = deck_parse(buf_str(&lf), STR("a"), &a);
		struct seen all = { .deck = &d };
		struct arena scratch = { 0 };
		deck_each(buf_str(&lf), STR("a"), &scratch,
			(struct deck_sink){ .card = same_card, .problem = NULL, .ctx = &all });
		assert_int_equal(all.n, d.ncard);
		assert_ids_differ(&d);
		cards += d.ncard;
		d = deck_parse(buf_str(&lf), STR("a.org"), &a);
		assert_ids_differ(&d);
		arena_release(&scratch);
		arena_release(&a);
		buf_release(&one);
		buf_release(&two);
		buf_release(&crlf);
		buf_release(&lf);
	}
	assert_true(cards > 300); /* else the noise tests nothing */
}

TEST(deck_parse_takes_a_file_cut_anywhere)
{
	static const char text[] =
		"---\nname: x\n---\n# T\n## Q1: a #t\n```\nx\n```\n<!-- id: n -->\n"
		"## Q2: b\n$x$\n# U\nC: [a [b] `c` $d$ ![e](f)]\n---\ng ::: h\r\n";
	for (size_t n = 0; n < sizeof text; n++) {
		char *copy = xrealloc(NULL, n, 1); /* so that a read past the end is seen */
		memcpy(copy, text, n);
		struct buf b = shown((struct str){ copy, n });
		buf_release(&b);
		free(copy);
	}
}

TEST(deck_with_one_question_a_hundred_thousand_times_is_quick)
{
	struct buf b = { 0 };
	struct arena a = { 0 };
	for (int i = 0; i < 100000; i++)
		buf_add(&b, STR("Q: q\nA: a\n"));
	struct deck d = deck_parse(buf_str(&b), STR("a"), &a);
	assert_int_equal(d.ncard, 100000);
	assert_int_equal(d.card[99999].ordinal, 99999);
	assert_ids_differ(&d);
	arena_release(&a);
	buf_release(&b);
}

TEST(deck_cloze_beyond_its_limits_is_a_problem)
{
	struct buf many = { 0 }, huge = { 0 };
	struct arena a = { 0 };
	buf_add(&many, STR("C: "));
	for (int i = 0; i < 65; i++)
		buf_add(&many, STR("[x] "));
	buf_add(&huge, STR("C: [x] "));
	for (int i = 0; i < 5000; i++)
		buf_add(&huge, STR("more "));
	struct deck d = deck_parse(buf_str(&many), STR("a"), &a);
	assert_int_equal(d.ncard, 0);
	assert_str(d.problem[0].text, "cloze with more than 64 deletions: make several of it");
	d = deck_parse(buf_str(&huge), STR("a"), &a);
	assert_int_equal(d.ncard, 0);
	assert_str(d.problem[0].text, "cloze text too long: write '---' on a line where it ends");
	arena_release(&a);
	buf_release(&many);
	buf_release(&huge);
}

TEST(deck_sample_folder_has_its_cards)
{
	static const struct {
		const char *file;
		size_t ncard, nproblem;
		bool deck;
		const char *first, *last;
	} want[] = {
		{ "study/ml-study-plan/ML-Theory-Questions.md", 46, 0, true, "Q1.1", "B5" },
		{ "study/ml-study-plan/ML-Coding-Questions.md", 22, 0, true, "Question 1.1",
			"Bonus 2" },
		{ "study/ml-study-plan/ML-System-Design-Questions.md", 8, 0, true, "Question 1",
			"Question 8" },
		{ "study/ml-study-plan/ML-Interview-Prep-Plan.md", 0, 0, false, "", "" },
		{ "study/ml-study-plan/Daily-Knowledge-Check-Protocol.md", 0, 0, false, "", "" },
		{ "study/ml-study-plan/Project-Ideas.md", 0, 0, false, "", "" },
		{ "study/ml-study-plan/references/day7-8-megatronLM-ZeRO.md", 0, 0, false, "", "" },
		{ "study/ml-study-plan/references/day10-gpu-roofline-3Dparellel.md", 0, 0, false,
			"", "" },
		{ "study/ml-study-plan/references/day15-abTest-statsFund.md", 0, 0, false, "", "" },
		{ "samples/decks/hashcards/Math.md", 9, 0, true, "", "" },
		{ "samples/decks/hashcards/Quotes.md", 3, 0, true, "", "" },
		{ "samples/decks/hashcards/Art.md", 2, 0, true, "", "" },
		{ "samples/decks/hashcards/repeat-test.md", 8, 1, true, "", "" },
		{ "samples/decks/mdanki/simple.md", 4, 1, true, "", "" },
		{ "samples/decks/mdanki/complex.md", 3, 0, true, "", "" },
		{ "samples/decks/obsidian-sr/malachi-Logic_Gates.md", 26, 0, true, "", "" },
		{ "samples/decks/obsidian-sr/aaron-ec2-flashcards-57sched.md", 57, 0, true, "",
			"" },
		{ "samples/decks/obsidian-sr/aaron-aws-security-quiz.md", 25, 0, true, "", "" },
		{ "samples/decks/neuracache-example_note.md", 4, 0, true, "", "" },
	};
	for (size_t i = 0; i < LENGTH(want); i++) {
		struct buf b = test_read(test_shared(want[i].file));
		struct arena a = { 0 };
		struct deck d = deck_parse(buf_str(&b), STR("x.md"), &a);
		if (d.ncard != want[i].ncard || d.nproblem != want[i].nproblem)
			fail_msg("%s: %zu cards, %zu problems", want[i].file, d.ncard, d.nproblem);
		assert_int_equal(deck_is(buf_str(&b)), want[i].deck);
		if (d.ncard > 0) {
			assert_str(d.card[0].label, want[i].first);
			assert_str(d.card[d.ncard - 1].label, want[i].last);
		}
		arena_release(&a);
		buf_release(&b);
	}
}
