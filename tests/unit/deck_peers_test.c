/* deck_peers_test.c - decks as other programs write them, with what they trip over. */
#include "deck_show.h"
#include "test.h"

TEST(deck_reads_hashcards)
{
	static const struct deck_sample s[] = {
		{ "---\nname = \"Keys\"\n---\n\nQ: Which key quits?\nA:\n- q\n- or Q\n\n---\n\n"
		  "C: The key \\[ jumps [back].\nC: `a[i]` is [the next] of [a row].\n",
			"5 basic/0 {} Which key quits? => - q\n- or Q\n"
			"12 cloze/0 {} The key \\[ jumps [...]. => The key \\[ jumps **back**.\n"
			"13 cloze/0 {} `a[i]` is [...] of a row. => `a[i]` is **the next** of a "
			"row.\n"
			"13 cloze/1 {} `a[i]` is the next of [...]. => `a[i]` is the next of **a "
			"row**.\n" },
		/* Fences hold no cards and end none. */
		{ "Q: How is a card written?\nA:\n```\nQ: like this\nA: so\n---\nC: [x]\n```\n"
		  "Q: Next?\nA: Yes.\n",
			"1 basic/0 {} How is a card written? => ```\nQ: like this\nA: "
			"so\n---\nC: [x]\n```\n"
			"9 basic/0 {} Next? => Yes.\n" },
		{ "Q: The card `[`?\nA: [\n", "1 basic/0 {} The card `[`? => [\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_reads_repeater)
{
	static const struct deck_sample s[] = {
		/* Among blocks; a line of prose about C++ or one that ends in "::" is no card. */
		{ "Q: Red?\nA: 700 nm\n---\nblue::450 nm\nWe use std::vector here.\n"
		  "Call Foo::bar() and my_ns::thing.\nopen end::\n```\na::b\n```\n`c::d`\n",
			"1 basic/0 {} Red? => 700 nm\n4 basic/0 {} blue => 450 nm\n" },
		/* Nothing but such lines. */
		{ "# Colours\n\nred::700 nm\nblue:::450 nm\n",
			"3 basic/0 {} red => 700 nm\n4 basic/0 {} blue => 450 nm\n"
			"4 reverse/1 {} 450 nm => blue\n" },
		/* A note that has some is no deck, nor is one such line. */
		{ "Some prose.\n\nred::700 nm\nblue::450 nm\n", "" },
		{ "red::700 nm\n", "" },
		{ "a::b::c\nfe80::1::2\n", "" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_reads_obsidian_spaced_repetition)
{
	static const struct deck_sample s[] = {
		{ "#flashcards/stars\n\nNearest star::Sun\n<!--SR:!2024-08-16,51,230-->\n"
		  "Vega:::Lyra <!--SR:!2024-08-16,51,230!2024-09-01,4,270-->\n",
			"3 basic/0 {stars} Nearest star => Sun\n"
			"5 basic/0 {stars} Vega => Lyra\n5 reverse/1 {stars} Lyra => Vega\n" },
		{ "#flashcards\n# Stars\nWhat makes\na star shine?\n?\nFusion:\n\n"
		  "Not of the card.\n\nRed giant\n??\nOld star\n<!--SR:!2024-08-16,51,230-->\n\n"
		  "?\n\nNo answer\n?\n",
			"3 basic/0 {} What makes\na star shine? => Fusion:\n"
			"10 basic/0 {} Red giant => Old star\n"
			"10 reverse/1 {} Old star => Red giant\n"
			"! 17 question without an answer: write one below it\n" },
		/* Code in an answer keeps its empty lines and its signs. */
		{ "#flashcards\nHow?\n?\n```\na::b\n\n?\n==c==\n```\nso\n",
			"2 basic/0 {} How? => ```\na::b\n\n?\n==c==\n```\nso\n" },
		{ "#flashcards/x\nThe ==Sun==^[star] has ==8== planets.\n\nif (a == b) ok == no\n\n"
		  "```\n==x==\n```\n\n`==y==` is code, [ ] and a[1] too\n",
			"2 cloze/0 {x} The [star] has 8 planets. => The **Sun** has 8 planets.\n"
			"2 cloze/1 {x} The Sun has [...] planets. => The Sun has **8** "
			"planets.\n" },
		{ "#flashcards\n==A==[^1] and ==B==[^1], ==C==\n",
			"2 cloze/0 {} [...] and [...], C => **A** and **B**, C\n"
			"2 cloze/1 {} A and B, [...] => A and B, **C**\n" },
		/* The tag of one card, and of those below a line of tags. */
		{ "#flashcards/a One::1\nTwo::2\n\n#flashcards/b #hard\n\nThree::3\n",
			"1 basic/0 {a} One => 1\n2 basic/0 {} Two => 2\n6 basic/0 {b hard} Three "
			"=> 3\n" },
		{ "---\ntags: [sky, flashcards]\n---\nMoon\n?\nEarth's\n",
			"4 basic/0 {} Moon => Earth's\n" },
		/* Highlights without the tag are highlights. */
		{ "A ==bright== star.\n\nWhy?\n?\nNo.\n", "" },
		{ "Mark with `#flashcards` what is ==bright==.\n\nWhy?\n?\nNo.\n", "" },
		/* A schedule in a callout. */
		{ "#flashcards\nThe ==Sun==\n> [!sr|card-metadata]\n> "
		  "!2024-08-16,51,230\n\nMoon\n?\n"
		  "round\n> [!sr|card-metadata]\n> !2024-08-16,51,230\n\nMars::red\n"
		  "> [!sr|card-metadata]\n> !2024-08-16,51,230\n",
			"2 cloze/0 {} The [...] => The **Sun**\n6 basic/0 {} Moon => round\n"
			"12 basic/0 {} Mars => red\n" },
		/* Comments hide cards. */
		{ "#flashcards\n<!-- Venus::hot -->\n<!--\nMars::red\n\n==Io==\n-->\nMoon::round\n",
			"8 basic/0 {} Moon => round\n" },
		/* C++ in a note of cards. */
		{ "#flashcards\nSort with::std::sort\nUse std::sort or my::sort().\nC++::a "
		  "language\n",
			"4 basic/0 {} C++ => a language\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_schedules_of_others_are_no_text)
{
	static const struct deck_sample s[] = {
		{ "Q: a\nA: b\n<!--SR:!2024-08-16,51,230-->\n```\n<!--SR:kept-->\n```\n",
			"1 basic/0 {} a => b\n```\n<!--SR:kept-->\n```\n" },
		{ "## Q1: a\nb <!--SR:!2024-08-16,51,230--> c\n\n<!--SR:!2024-08-16,51,230-->\n",
			"1 basic/0 {} a => b  c\n" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_reads_carddown)
{
	static const struct deck_sample s[] = {
		{ "Notes about the sea.\n\nDeepest trench : Mariana \xf0\x9f\xa7\xa0 #sea #deep\n"
		  "Tides come from: the moon #flashcard #sea\nSalt : 3.5 % \xe2\x9a\xa1\n",
			"3 basic/0 {sea deep} Deepest trench => Mariana\n"
			"4 basic/0 {sea} Tides come from => the moon\n5 basic/0 {} Salt => 3.5 "
			"%\n" },
		/* A time, an address and a scope are no place to cut. */
		{ "What starts at 10:30 : school #flashcard\nhttps://x.org : a site #flashcard\n"
		  "C++::x : a name #flashcard\n`a : b` : code #flashcard\n",
			"1 basic/0 {} What starts at 10:30 => school\n"
			"2 basic/0 {} https://x.org => a site\n3 basic/0 {} C++::x => a name\n"
			"4 basic/0 {} `a : b` => code\n" },
		{ "Name two seas #flashcard #sea\n# Red\n\n```\n---\n```\nBlack\n- - -\nProse.\n"
		  "Name one #flashcard\nAral\n* * *\nName none #flashcard\nnever closed\n",
			"1 basic/0 {sea} Name two seas => # Red\n\n```\n---\n```\nBlack\n"
			"10 basic/0 {} Name one => Aral\n"
			"! 13 card without an end: write '---' on a line below its answer\n" },
		{ "@carddown-ignore\n\nSea : salt \xf0\x9f\xa7\xa0\n", "" },
		/* The brain needs a response; a task, code and a mention in prose are no cards. */
		{ "My \xf0\x9f\xa7\xa0\n\n- [ ] write: a card #flashcard\n\n"
		  "Write #flashcard at the end.\n\n```\na : b #flashcard\n```\n",
			"" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_reads_mdanki)
{
	static const struct deck_sample s[] = {
		{ "# Trees\n\n## Height of a heap\n\nlog n\n\n[#tree]() [#heap](heap.md)\n\n"
		  "## Which one?\n\n```c\n%\n## no\n```\n\n%\n\nThe first.\n\nAnd [#why](x) "
		  "not.\n\n"
		  "## Empty\n\n[#tree]()\n",
			"3 basic/0 {tree heap} Height of a heap => log n\n"
			"9 basic/0 {} Which one?\n\n```c\n%\n## no\n``` => The first.\n\nAnd "
			"[#why](x) not.\n"
			"! 22 question without an answer: write one below it\n" },
		/* A note with one sign among many headings. */
		{ "# T\n\n## A\n\nx\n\n## B\n\n%\n\n## C\n\ny\n", "" },
	};
	deck_check(s, LENGTH(s), "a.md");
}

TEST(deck_reads_org_drill)
{
	static const struct deck_sample s[] = {
		{ "#+TITLE: x\n* Birds\n** Colour :drill:\nSCHEDULED: <2026-10-01 Thu>\n"
		  ":PROPERTIES:\n:ID: bird-1\n:DRILL_EASE: 2.36\n:END:\n# hidden\n"
		  "What colour is a =robin[0]=?\n*** The Answer\nRed.\n*** Notes\nOnly in front.\n"
		  "** No card\nx\n",
			"3 basic/0 {} **Colour**\n\nWhat colour is a `robin[0]`? => "
			"Red.\n\n**Notes**\n\nOnly in front. @bird-1\n" },
		{ "* Size :zoo:drill:\n:PROPERTIES:\n:DRILL_CARD_TYPE: hide1cloze\n:END:\n"
		  "A [wren||bird] has [10 cm].\n",
			"1 cloze/0 {zoo} **Size**\n\nA [bird] has 10 cm. => A **wren** has 10 "
			"cm.\n"
			"1 cloze/1 {zoo} **Size**\n\nA wren has [...]. => A wren has **10 "
			"cm**.\n" },
		/* Without a type all deletions are asked at once; links are none. */
		{ "* Song :drill:\n[One] and [two], see [[http://x.org][there]].\n",
			"1 cloze/0 {} **Song**\n\n[...] and [...], see [there](http://x.org). => "
			"**One** and **two**, see [there](http://x.org).\n" },
		{ "* Word :drill:\n:PROPERTIES:\n:DRILL_CARD_TYPE: twosided\n:END:\nTranslate.\n"
		  "** German\nMeise\n** English\ntit\n* Empty :drill:\n",
			"1 basic/0 {} **Word**\n\nTranslate.\n\nMeise => tit\n"
			"1 reverse/1 {} **Word**\n\nTranslate.\n\ntit => Meise\n" },
		{ "* Code :drill:\nWhat does it print?\n#+begin_src c\n* x :drill:\na[i];\n"
		  "#+end_src\n** Answer\nNothing.\n",
			"1 basic/0 {} **Code**\n\nWhat does it print?\n```c\n* x "
			":drill:\na[i];\n``` => Nothing.\n" },
		{ "* Only a name :drill:\nand what it means\n",
			"1 basic/0 {} Only a name => and what it means\n" },
	};
	static const struct deck_sample no_org = { "* Item :drill:\nA [b].\n", "" };
	deck_check(s, LENGTH(s), "a.org");
	deck_check(&no_org, 1, "a.md");
}

TEST(deck_of_another_program_is_a_deck_and_notes_are_none)
{
	static const struct {
		const char *text;
		bool want;
	} s[] = {
		{ "Prose.\n\nMore.\n\n#flashcards\n\na::b\n", true },
		{ "Prose.\n\nMore.\n\nMore.\n\nSea : salt \xf0\x9f\xa7\xa0\n", true },
		{ "# T\n## A\nx\n[#t]()\n", true },
		{ "* A :drill:\nb\n", true },
		{ "#flashcards\n\nProse only.\n", false },
		{ "Prose.\n\n100\n%\n", false },
		{ "Uses std::map.\n\nAnd a::b.\n\nAnd c::d.\n", false },
		{ "Is it?\n?\nNo.\n", false },
		{ "Remember to #flashcard this.\n\nThis one is open #flashcard\n", false },
		{ "if (a == b) return ==c==;\n", false },
		{ "Write this:\n\n    #flashcards\n    a::b\n    ==c==\n", false },
		{ "Write this:\n\n    a : b #flashcard\n\n    # A\n    ## B\n    %\n", false },
		{ "C: the {{c1::first}} of them\n", true },
		{ "C: the ==first== of them\n", true },
	};
	for (size_t i = 0; i < LENGTH(s); i++)
		if (deck_is(str_of(s[i].text)) != s[i].want)
			fail_msg("\"%s\" is%s a deck", s[i].text, s[i].want ? "" : " not");
}

/* Texts that would be slow if a line were read again for each of its signs. */
TEST(deck_of_many_signs_is_quick)
{
	static const char *const sign[] = { "a::b ", "==a ", "{{c1::a ", "<!--SR:", "[#a](", " : ",
		"#flashcard ", "\xf0\x9f\xa7\xa0 ", "=a ", "[[a" };
	for (size_t i = 0; i < LENGTH(sign); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		buf_add(&b, STR("#flashcards\n\na::b\n\n* x :drill:\n"));
		for (int k = 0; k < 20000; k++)
			buf_add(&b, str_of(sign[i]));
		deck_parse(buf_str(&b), STR("a.md"), &a);
		deck_parse(buf_str(&b), STR("a.org"), &a);
		arena_release(&a);
		buf_release(&b);
	}
}
