/* event_test.c - ids of events keep the order of time, and names can be read back. */
#include "hone/event.h"

#include <string.h>

#include "test.h"

#define MACHINE UINT64_C(0x0000a1b2c3d4e5f6)

TEST(event_id_holds_time_count_and_machine_big_endian)
{
	struct event_id id =
		event_id_next((struct event_id){ 0 }, INT64_C(0x010203040506), MACHINE, 0x0708090a);
	static const uint8_t want[16] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0xa1, 0xb2, 0xc3, 0xd4,
		0xe5, 0xf6 };
	assert_memory_equal(id.b, want, 16);
	assert_int_equal(event_id_ms(id), INT64_C(0x010203040506));
	assert_int_equal(event_id_machine(id), MACHINE);
}

TEST(event_id_grows_whatever_the_clock_does)
{
	/* What the clock shows, and the time that the id then carries. */
	static const int64_t clock[][2] = { { 1000, 1000 }, { 1001, 1001 }, { 1001, 1001 },
		{ 7, 1001 }, { -5, 1001 }, { 1001, 1001 }, { 5000, 5000 },
		{ INT64_MAX, (INT64_C(1) << 48) - 1 } };
	struct event_id last = { 0 };
	for (size_t i = 0; i < LENGTH(clock); i++) {
		struct event_id id = event_id_next(last, clock[i][0], MACHINE, (uint32_t)-1);
		assert_true(event_id_cmp(id, last) > 0);
		assert_int_equal(event_id_ms(id), clock[i][1]);
		assert_int_equal(event_id_machine(id), MACHINE);
		last = id;
	}
}

TEST(event_id_takes_the_next_millisecond_when_one_is_full)
{
	struct event_id full = event_id_floor(77);
	memset(full.b + 6, 0xff, 10);
	struct event_id id = event_id_next(full, 77, MACHINE, 0x80000005);
	assert_int_equal(event_id_ms(id), 78);
	assert_int_equal(id.b[9], 5);
	assert_true(event_id_cmp(id, full) > 0);
}

TEST(event_id_floor_is_the_least_of_its_millisecond)
{
	struct event_id first = event_id_next((struct event_id){ 0 }, 500, 0, 0);
	assert_true(event_id_cmp(event_id_floor(500), first) <= 0);
	assert_true(event_id_cmp(event_id_floor(501), first) > 0);
	assert_true(event_id_none(event_id_floor(-1)));
	assert_false(event_id_none(first));
}

TEST(event_kind_has_a_name_and_foreign_numbers_are_unknown)
{
	static const char *const want[] = { "unknown", "grade", "state", "level", "score", "tick",
		"time", "hide", "alias", "void", "note", "bury", "flag", "move", "count", "decide",
		"round", "join", "spoken", "want", "unknown" };
	for (size_t i = 0; i < LENGTH(want); i++)
		assert_string_equal(event_kind_name((enum event_kind)i), want[i]);
	assert_string_equal(event_kind_name((enum event_kind) - 1), "unknown");
}

TEST(join_is_read_as_it_is_written_and_nothing_else_is)
{
	static const struct join joins[] = {
		{ .from = 0x12, .to = -1, .yes = true },
		{ .from = INT64_MIN },
		{ .kind = JOIN_DAY_TOPIC, .from = 1, .to = 2, .yes = true },
		{ .kind = JOIN_SECTION_DAY,
			.from = 1,
			.to = 2,
			.section = STR_INIT("a b/c.md#D e") },
		{ .kind = JOIN_SECTION_TOPIC, .from = 1, .to = 2, .section = STR_INIT("c.md#D") },
	};
	static const char *const want[] = { "0000000000000012 ffffffffffffffff yes",
		"8000000000000000 0000000000000000 no",
		"day-topic 0000000000000001 0000000000000002 yes",
		"section-day 0000000000000001 0000000000000002 no a b/c.md#D e",
		"section-topic 0000000000000001 0000000000000002 no c.md#D" };
	static const char *const foreign[] = { "", "12 ff yes", "0000000000000012 yes",
		"0000000000000012 ffffffffffffffff maybe", "0000000000000012 ffffffffffffffff",
		"0000000000000012 FFFFFFFFFFFFFFFF yes", "0000000000000012 ffffffffffffffff yes 80",
		"card-topic 0000000000000012 ffffffffffffffff yes",
		"day-card 0000000000000012 ffffffffffffffff yes",
		"section-day 0000000000000012 ffffffffffffffff yes" };
	struct join back = { 0 };
	for (size_t i = 0; i < LENGTH(want); i++) {
		struct buf text = { 0 };
		join_format(&joins[i], &text);
		assert_str(buf_str(&text), want[i]);
		assert_true(join_parse(buf_str(&text), &back));
		assert_int_equal(back.kind, joins[i].kind);
		assert_int_equal(back.from, joins[i].from);
		assert_int_equal(back.to, joins[i].to);
		assert_str(back.section, joins[i].section.n ? joins[i].section.p : "");
		assert_int_equal(back.yes, joins[i].yes);
		buf_release(&text);
	}
	for (size_t i = 0; i < LENGTH(foreign); i++)
		assert_false(join_parse(str_of(foreign[i]), &back));
	assert_false(back.yes);
	assert_int_equal(back.from, 1);
}

TEST(level_is_read_from_the_words_people_write)
{
	static const struct {
		const char *text;
		bool ok;
		enum level level;
	} table[] = {
		{ "know", true, LEVEL_KNOW },
		{ "KNOW", true, LEVEL_KNOW },
		{ "Unsure", true, LEVEL_UNSURE },
		{ "dunno", true, LEVEL_DUNNO },
		{ "Don't know", true, LEVEL_DUNNO },
		{ "don\xe2\x80\x99t know", true, LEVEL_DUNNO },
		{ "", false, LEVEL_NONE },
		{ "known", false, LEVEL_NONE },
	};
	for (size_t i = 0; i < LENGTH(table); i++) {
		enum level level = LEVEL_NONE;
		assert_int_equal(level_parse(str_of(table[i].text), &level), table[i].ok);
		assert_int_equal(level, table[i].level);
	}
	for (enum level l = LEVEL_KNOW; l <= LEVEL_DUNNO; l++) {
		enum level back = LEVEL_NONE;
		assert_true(level_parse(str_of(level_name(l)), &back));
		assert_int_equal(back, l);
	}
	assert_string_equal(level_name(LEVEL_NONE), "");
}
