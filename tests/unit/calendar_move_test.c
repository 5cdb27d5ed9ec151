/* calendar_move_test.c - rhythms and moves as text and in words. */
#include <string.h>
#include "hone/calendar.h"
#include "test.h"

TEST(rhythm_reads_what_it_writes_and_names_bad_words)
{
	static const struct {
		const char *text, *want; /* NULL: refused */
	} table[] = {
		{ "mon 60, tue 60, sat 150", "mon 60, tue 60, sat 150" },
		{ "Sunday 1h30 Monday: 2h; wed 20min", "mon 120, wed 20, sun 90" },
		{ "none", "none" },
		{ "mon 0", "none" },
		{ "", NULL },
		{ "mo 60", NULL },
		{ "mon", NULL },
		{ "mon sixty", NULL },
		{ "mon 1441", NULL },
		{ "mon 99999999999", NULL },
		{ "mon 60x", NULL },
		{ "mon 1h99", NULL },
		{ "mon 0h99", NULL },
	};
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct rhythm r = { { 1, 2, 3 } };
		struct buf b = { 0 };
		struct err e = { 0 };
		bool ok = rhythm_parse(str_of(table[i].text), &r, &e);
		assert_int_equal(ok, table[i].want != NULL);
		assert_int_equal(e.kind, ok ? ERR_NONE : ERR_INVALID);
		rhythm_format(r, &b);
		if (ok)
			assert_string_equal(buf_cstr(&b), table[i].want);
		buf_release(&b);
	}
}

TEST(moves_read_what_they_write_and_pass_over_what_is_newer)
{
	static const struct {
		const char *text, *want; /* NULL: passed over */
	} table[] = {
		{ "start 2025-11-17", "start 2025-11-17" },
		{ "rhythm mon 60, sat 150", "rhythm mon 60, sat 150" },
		{ "rhythm none", "rhythm none" },
		{ "shift 00000000000000ff 2 2025-11-14 - 0",
			"shift 00000000000000ff 2 2025-11-14 - 0" },
		{ "shift 00000000000000ff -2 2025-11-14 2025-11-16 3",
			"shift 00000000000000ff -2 2025-11-14 2025-11-16 3" },
		{ "shift 00000000000000ff 2", "shift 00000000000000ff 2" },
		{ "extend ffffffffffffffff -1 -", "extend ffffffffffffffff -1 -" },
		{ "split 00000000000000ff 2025-11-15 2025-11-12",
			"split 00000000000000ff 2025-11-15 2025-11-12" },
		{ "swap 00000000000000ff 00000000000000fe - 2025-11-12",
			"swap 00000000000000ff 00000000000000fe - 2025-11-12" },
		{ "defer 00000000000000ff", "defer 00000000000000ff" },
		{ "resume 00000000000000ff -", "resume 00000000000000ff -" },
		{ "off 2025-11-20 2025-11-21", "off 2025-11-20 2025-11-21" },
		{ "on 2025-11-20 2025-11-20 and more", "on 2025-11-20 2025-11-20" },
		{ "off 2025-11-21 2025-11-20", NULL },
		{ "off 2025-11-21", NULL },
		{ "off 2025-02-30 2025-03-01", NULL },
		{ "leap 00000000000000ff 2", NULL },
		{ "shift ff 2", NULL },
		{ "shift 00000000000000ff", NULL },
		{ "shift 00000000000000ff 99999999999", NULL },
		{ "shift 00000000000000ff 2 soon", NULL },
		{ "", NULL },
	};
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct move m;
		struct buf b = { 0 };
		bool ok = move_parse(str_of(table[i].text), &m);
		assert_int_equal(ok, table[i].want != NULL);
		if (ok)
			move_format(&m, &b);
		if (ok)
			assert_string_equal(buf_cstr(&b), table[i].want);
		buf_release(&b);
	}
}

/* Days of the plan by their index. */
TEST(moves_have_words)
{
	static const char text[] = "# Plan\n\n## Week 1\n\n**Day 1: The *start***\n- [ ] a\n\n"
				   "**Day 2-3**\n- [ ] b\n";
	int date = day_of_civil(2025, 11, 20);
	const struct {
		struct move move;
		const char *words;
	} table[] = {
		{ { .kind = MOVE_SHIFT, .day = 0, .n = 1 },
			"moved Week 1 Day 1 \"The start\" 1 study day later" },
		{ { .kind = MOVE_SHIFT, .day = 1, .n = -2 },
			"moved Week 1 Day 2-3 2 study days earlier" },
		{ { .kind = MOVE_EXTEND, .day = 1, .n = 1 },
			"gave 1 study day more to Week 1 Day 2-3" },
		{ { .kind = MOVE_EXTEND, .day = 1, .n = -1 },
			"took 1 study day from Week 1 Day 2-3" },
		{ { .kind = MOVE_SPLIT, .day = 1, .date = date },
			"split Week 1 Day 2-3, the rest on 2025-11-20" },
		{ { .kind = MOVE_SWAP, .day = 1, .other = 0 },
			"swapped Week 1 Day 2-3 with Week 1 Day 1 \"The start\"" },
		{ { .kind = MOVE_DEFER, .day = 1 }, "deferred Week 1 Day 2-3" },
		{ { .kind = MOVE_RESUME, .day = 1 }, "brought back Week 1 Day 2-3" },
		{ { .kind = MOVE_CHOOSE, .day = 1 }, "chose Week 1 Day 2-3" },
		{ { .kind = MOVE_OFF, .date = date, .date_to = date }, "took off 2025-11-20" },
		{ { .kind = MOVE_ON, .date = date, .date_to = date + 1 },
			"made a study day of 2025-11-20 to 2025-11-21" },
		{ { .kind = MOVE_START, .date = date }, "set the start to 2025-11-20" },
		{ { .kind = MOVE_RHYTHM, .rhythm = { { 60 } } },
			"set the rhythm of the week to mon 60" },
	};
	struct arena a = { 0 };
	struct plan p = plan_parse(str_of(text), STR("p.md"), &a);
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct buf b = { 0 };
		struct move m = table[i].move;
		m.day = p.day[m.day].id;
		m.other = p.day[m.other].id;
		move_words(&m, &p, &b);
		assert_string_equal(buf_cstr(&b), table[i].words);
		buf_release(&b);
	}
	arena_release(&a);
}
