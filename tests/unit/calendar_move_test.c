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
