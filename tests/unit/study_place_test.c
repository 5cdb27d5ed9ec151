/* study_place_test.c - lines put into a plan come out again, and the bytes are what they were. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/study_place.h"
#include "hone/encoding.h"
#include "hone/files.h"

static void put_in(struct buf *out, struct str text, const struct put *at)
{
	buf_clear(out);
	patch_apply(out, text, &(struct patch){ at->at, at->length, at->text }, 1);
}

/* The tasks, their marks and the days are the same. */
static void assert_same_plan(const struct plan *a, const struct plan *b)
{
	assert_int_equal(a->nitem, b->nitem);
	assert_int_equal(a->nday, b->nday);
	for (int i = 0; i < a->nitem; i++) {
		assert_true(a->item[i].id == b->item[i].id);
		assert_int_equal(a->item[i].done, b->item[i].done);
	}
	for (int i = 0; i < a->nday; i++)
		assert_true(a->day[i].id == b->day[i].id);
}

/* In a plan without boxes odd indentation may make a task of another line: then hone refuses the note. */
static bool refused(const struct plan *a, const struct plan *b)
{
	bool boxed = false;
	for (int i = 0; i < a->nitem; i++)
		boxed = boxed || a->item[i].boxed;
	return !boxed && a->nitem != b->nitem;
}

/* Put two notes in and take them out; false where none can stand. */
static bool note_and_back(struct str text, uint64_t id)
{
	struct arena a = { 0 };
	struct buf once = { 0 }, twice = { 0 }, back = { 0 };
	struct put at;
	struct plan p = plan_parse(text, STR("p.md"), &a);
	bool can = place_note(text, &p, id, STR("a note of mine"), &at, &a, NULL);
	if (can) {
		put_in(&once, text, &at);
		struct plan q = plan_parse(buf_str(&once), STR("p.md"), &a);
		can = !refused(&p, &q);
		if (!can)
			goto out;
		assert_same_plan(&p, &q);
		assert_true(place_note(buf_str(&once), &q, id, STR("another"), &at, &a, NULL));
		put_in(&twice, buf_str(&once), &at);
		struct plan r = plan_parse(buf_str(&twice), STR("p.md"), &a);
		assert_same_plan(&p, &r);
		assert_true(place_find_note(buf_str(&twice), &r, id, STR("another"), &at, &a));
		put_in(&back, buf_str(&twice), &at);
		assert_str(buf_str(&back), buf_cstr(&once));
		assert_true(
			place_find_note(buf_str(&once), &q, id, STR("a note of mine"), &at, &a));
		put_in(&back, buf_str(&once), &at);
		assert_str(buf_str(&back), arena_str(&a, text).p);
		assert_false(place_find_note(text, &p, id, STR("a note of mine"), &at, &a));
	}
out:
	buf_release(&once);
	buf_release(&twice);
	buf_release(&back);
	arena_release(&a);
	return can;
}

/* How many of the tasks and days, each `step`th of them, can have notes. */
static int notes_everywhere(struct str text, int step)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(text, STR("p.md"), &a);
	int n = 0;
	for (int i = 0; i < p.nitem; i += step)
		n += note_and_back(text, p.item[i].id);
	for (int i = 0; i < p.nday; i += step)
		n += place_day(&p, p.day[i].id) && note_and_back(text, p.day[i].id);
	arena_release(&a);
	return n;
}

static unsigned draw(unsigned *seed, unsigned n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % n;
}

TEST(notes_come_out_of_any_plan_as_they_went_in)
{
	static const char *const piece[] = { "- [ ] task\n", "- [x] done\n", "  - [ ] below\n",
		"  - detail\n", "    * deep\n", "\t- tab\n", "1. [ ] first\n", "10. [ ] tenth\n",
		"\n", "\n\n", "Words.\n", "  words further in\n", "**Day 2: C**\n",
		"**Day 3: D** ✅:\n", "### Day 4: E\n", "## Week 2: F\n", "---\n",
		"```\ncode\n\n- [ ] none\n```\n", "  ```\n  code\n  ```\n", "**Study**:\n",
		"> quoted\n", "| a | b |\n", "* * *\n", "+ [ ] plus\n", "- plain\n", "~~~\n" };
	unsigned seed = 1;
	int n = 0;
	for (int i = 0; i < 1500; i++) {
		struct buf text = { 0 }, other = { 0 };
		buf_add(&text, STR("## Week 1: A\n\n**Day 1: B**\n"));
		for (unsigned k = 1 + draw(&seed, 14); k > 0; k--)
			buf_add(&text, str_of(piece[draw(&seed, LENGTH(piece))]));
		if (draw(&seed, 3) == 0)
			text.n--; /* no line ending at the end */
		bool windows = draw(&seed, 3) == 0;
		for (size_t k = 0; k < text.n; k++) {
			if (windows && text.p[k] == '\n')
				buf_addc(&other, '\r');
			buf_addc(&other, text.p[k]);
		}
		n += notes_everywhere(buf_str(&other), 1);
		buf_release(&text);
		buf_release(&other);
	}
	assert_true(n > 3000);
}

TEST(notes_come_out_of_the_sample_plan_as_they_went_in)
{
	struct buf file = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	struct arena a = { 0 };
	struct decoded d = encoding_decode(buf_str(&file), &a);
	assert_true(notes_everywhere(d.text, 3) > 50);
	arena_release(&a);
	buf_release(&file);
}
