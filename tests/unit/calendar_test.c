/* calendar_test.c - the days of a plan on dates. November 2025: the 10th is a Monday. */
#include <string.h>

#include "hone/calendar.h"
#include "test.h"

static int november(int day)
{
	return day_of_civil(2025, 11, 1) + day - 1;
}

static int of_november(int date)
{
	return date - day_of_civil(2025, 11, 1) + 1;
}

/* A move as a user makes it on a day: plan days by their index. */
struct made {
	int on;
	enum move_kind kind;
	int day, n; /* n: of SHIFT and EXTEND, index of SWAP; date of the others */
	int to;
	const char *rhythm;
};

static struct move move_of(const struct plan *p, const struct made *m)
{
	struct move move = { .kind = m->kind };
	bool dates = m->kind == MOVE_SPLIT || m->kind == MOVE_START || m->kind >= MOVE_OFF;
	if (m->kind >= MOVE_SHIFT && m->kind <= MOVE_CHOOSE)
		move.day = p->day[m->day].id;
	if (m->kind == MOVE_SWAP)
		move.other = p->day[m->n].id;
	else if (dates)
		move.date = november(m->n);
	else
		move.n = m->n;
	if (m->kind >= MOVE_OFF)
		move.date_to = november(m->to ? m->to : m->n);
	if (m->rhythm)
		assert_true(rhythm_parse(str_of(m->rhythm), &move.rhythm, NULL));
	return move;
}

/* Through the text of its event. */
static struct move through_text(struct move m)
{
	struct buf b = { 0 };
	struct move back;
	move_format(&m, &b);
	assert_true(move_parse(buf_str(&b), &back));
	buf_release(&b);
	return back;
}

enum { MOVES = 8 };

/* The moves, each made on its day, on a plan that looked then as it does now. */
static struct calendar calendar_of(
	const struct plan *p, const struct made *made, int today, struct arena *a)
{
	struct move *move = arena_alloc(a, MOVES, sizeof *move);
	struct calendar_choice c = { .move = move };
	for (int i = 0; i < MOVES && made[i].on; i++) {
		struct calendar before = calendar_make(p, &c, november(made[i].on), a);
		struct move m = move_of(p, &made[i]);
		struct err e = { 0 };
		if (!move_fix(&m, p, &before, november(made[i].on), &e))
			fail_msg("%s", e.text);
		move[c.nmove++] = through_text(m);
	}
	return calendar_make(p, &c, november(today), a);
}

/* "12 | 13,14 | -": the dates of each day. */
static void show(const struct calendar *cal, struct buf *out)
{
	for (int i = 0; i < cal->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		buf_addf(out, "%s%s", i ? " | " : "", d->n ? "" : "-");
		for (int k = 0; k < d->n; k++)
			buf_addf(out, "%s%d", k ? "," : "", of_november(d->date[k]));
	}
}

static void show_original(const struct calendar *cal, struct buf *out)
{
	for (int i = 0; i < cal->nday; i++) {
		const struct calendar_day *d = &cal->day[i];
		buf_addf(out, "%s%s", i ? " | " : "", d->was_from == DAY_NONE ? "-" : "");
		if (d->was_from != DAY_NONE)
			buf_addf(out, "%d", of_november(d->was_from));
		if (d->was_from != DAY_NONE && d->was_to > d->was_from)
			buf_addf(out, "-%d", of_november(d->was_to));
	}
}

static void assert_placed(
	const char *text, const struct made *made, int today, const char *want, const char *was)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
	struct calendar cal = calendar_of(&p, made, today, &a);
	show(&cal, &b);
	assert_string_equal(buf_cstr(&b), want);
	buf_clear(&b);
	show_original(&cal, &b);
	if (was)
		assert_string_equal(buf_cstr(&b), was);
	buf_release(&b);
	arena_release(&a);
}

#define DAY(n, rest)  "**Day " n "**" rest "\n- [ ] a" n "\n- [ ] b" n "\n\n"
#define PART(n, rest) "**Day " n "**" rest "\n- [x] a" n "\n- [ ] b" n "\n\n"
#define DONE(n, rest) "**Day " n "**" rest "\n- [x] a" n "\n- [x] b" n "\n\n"
#define WEEK          "# Plan\n\n## Week 1\n\n"

/* One day done and dated, the rest without dates. */
static const char open_plan[] =
	WEEK DONE("1", " (2025-11-11)") DAY("2", "") DAY("3-4", "") DAY("5", "") DAY("6", "");
/* All days dated, a free date between the third and the fourth. */
static const char dated_plan[] = WEEK DAY("1", " (2025-11-12)") DAY("2", " (2025-11-13)")
	DAY("3", " (2025-11-14)") DAY("4", " (2025-11-16)") DAY("5", " (2025-11-17)");

TEST(days_stand_on_their_dates_and_the_rest_follow_from_today)
{
	static const struct {
		const char *text;
		int today;
		const char *want, *was;
	} table[] = {
		{ open_plan, 12, "11 | 12 | 13,14 | 15 | 16", "11 | 12 | 13-14 | 15 | 16" },
		/* Delayed: the original stays. */
		{ open_plan, 14, "11 | 14 | 15,16 | 17 | 18", "11 | 12 | 13-14 | 15 | 16" },
		/* Nothing says when it began. */
		{ WEEK DAY("1", "") DAY("2", ""), 12, "12 | 13", "- | -" },
		{ WEEK DONE("1", "") DAY("2", ""), 12, "- | 12", "- | -" },
		/* Nothing stands before the dated day it follows, nor on another dated one. */
		{ WEEK DAY("1", " (2025-11-20)") DAY("2", ""), 12, "20 | 21", "20 | 21" },
		{ WEEK DAY("1", "") DAY("2", "") DAY("3", " (2025-11-13)") DAY("4", ""), 12,
			"12 | 14 | 13 | 15", "- | - | 13 | 14" },
		/* A dated day that was missed stays where it was. */
		{ dated_plan, 20, "12 | 13 | 14 | 16 | 17", "12 | 13 | 14 | 16 | 17" },
		{ WEEK DAY("1-3", " (2025-11-12)") DAY("4", ""), 12, "12,13,14 | 15",
			"12-14 | 15" },
		{ WEEK DONE("1-3", " (2025-11-12)") DAY("4", ""), 13, "12 | 13", "12 | 13" },
		/* Several dates, and a week that has them. */
		{ WEEK DAY("1", " (Nov 12-14, 2025)") DAY("2", ""), 12, "12,13,14 | 15",
			"12-14 | 15" },
		{ WEEK DONE("1", " (Nov 12-14, 2025)") DAY("2", ""), 13, "12,13,14 | 15",
			"12-14 | 15" },
		{ WEEK DAY("1", "") "## Week 2 (2025-11-17 to 2025-11-23)\n\n" DAY("1", "")
				DAY("2", ""),
			12, "12 | 17 | 18", "- | 17 | 18" },
		{ WEEK DAY("1", "") "## Week 2 (2025-11-17 to 2025-11-23)\n\n" DAY("1", ""), 20,
			"20 | 21", "- | 17" },
		/* A day begun takes the share of its dates that is open. */
		{ WEEK PART("1-4", "") DAY("5", ""), 12, "12,13 | 14", "- | -" },
		/* Left over from before a finished day: its boxes are still to be done. */
		{ WEEK DAY("1", "") DONE("2", " (2025-11-10)") DAY("3", ""), 12, "12 | 10 | 13",
			"- | 10 | 11" },
		{ WEEK "**Day 1: words only**\n\nText.\n\n" DONE("2", "") DAY("3", ""), 12,
			"- | - | 12", "- | - | -" },
		{ WEEK DAY("1", " **DEFERRED**") DAY("2", " SKIPPED") DAY("3", ""), 12,
			"- | - | 12", "- | - | -" },
	};
	static const struct made none[1] = { { 0 } };
	for (size_t i = 0; i < LENGTH(table); i++)
		assert_placed(table[i].text, none, table[i].today, table[i].want, table[i].was);
}

/* Days of one week with the same numbers: the options of a decision. */
TEST(alternatives_stand_on_the_same_dates)
{
	static const char options[] = WEEK DONE("1", " (2025-11-11)") DAY("2-3", ": Option A")
		DAY("2-3", ": Option B") DAY("2-3", ": Option C") DAY("4", "");
	static const struct {
		const char *text;
		struct made made[3];
		int today;
		const char *want, *was;
	} table[] = {
		{ options, { { 0 } }, 12, "11 | 12,13 | 12,13 | 12,13 | 14",
			"11 | 12-13 | 12-13 | 12-13 | 14" },
		{ options, { { 0 } }, 15, "11 | 15,16 | 15,16 | 15,16 | 17",
			"11 | 12-13 | 12-13 | 12-13 | 14" },
		/* They move together, one of them alone after those before it; the longest is waited for. */
		{ options, { { 12, MOVE_SHIFT, 1, 2, 0, NULL } }, 12,
			"11 | 14,15 | 14,15 | 14,15 | 16", NULL },
		{ options, { { 12, MOVE_SHIFT, 2, 1, 0, NULL } }, 12,
			"11 | 12,13 | 13,14 | 13,14 | 15", NULL },
		{ options, { { 12, MOVE_EXTEND, 1, 2, 0, NULL } }, 12,
			"11 | 12,13,14,15 | 12,13 | 12,13 | 16", NULL },
		{ options, { { 12, MOVE_DEFER, 1, 0, 0, NULL } }, 12, "11 | - | 12,13 | 12,13 | 14",
			NULL },
		/* The others of the one that is chosen are out, until another is chosen or they are resumed. */
		{ options, { { 12, MOVE_CHOOSE, 2, 0, 0, NULL } }, 12, "11 | - | 12,13 | - | 14",
			"11 | 12-13 | 12-13 | 12-13 | 14" },
		{ options,
			{ { 12, MOVE_CHOOSE, 2, 0, 0, NULL }, { 12, MOVE_CHOOSE, 1, 0, 0, NULL } },
			12, "11 | 12,13 | - | - | 14", NULL },
		{ options,
			{ { 12, MOVE_CHOOSE, 2, 0, 0, NULL }, { 12, MOVE_RESUME, 1, 0, 0, NULL } },
			12, "11 | 12,13 | 14,15 | - | 16", NULL },
		/* The one that was taken is done; others of another week or number are none. */
		{ WEEK DONE("1", " (2025-11-11)") DONE("1", ": Option B") DAY("2", ""), { { 0 } },
			12, "11 | - | 12", "11 | 12 | 13" },
		{ WEEK DAY("1", "") "## Week 2\n\n" DAY("1", "") DAY("1-2", ""), { { 0 } }, 12,
			"12 | 13 | 14,15", "- | - | -" },
		{ WEEK DAY("1", " (2025-11-14)") DAY("1", "") DAY("2", ""), { { 0 } }, 12,
			"14 | 15 | 16", "14 | 15 | 16" },
	};
	for (size_t i = 0; i < LENGTH(table); i++)
		assert_placed(
			table[i].text, table[i].made, table[i].today, table[i].want, table[i].was);
}

TEST(a_rhythm_chooses_the_dates_and_how_many_a_day_takes)
{
	/* 90 minutes fit an hour with a quarter more in two dates; 75 fit one. */
	static const char text[] = WEEK DONE("1", " (2025-11-11)") DAY("2: A (75 min)", "")
		DAY("3: B (90 min)", "") DAY("4: C (3-4 hours)", "");
	static const struct {
		const char *rhythm, *want, *was;
	} table[] = {
		{ "mon 60, wed 60, fri 60", "11 | 12 | 14,17 | 19,21,24,26",
			"11 | 12 | 14-17 | 19-26" },
		{ "sat 240", "11 | 15 | 22 | 29", "11 | 15 | 22 | 29" },
		{ "wed 30, Thursday 1h30", "11 | 12,13 | 19,20 | 26,27,33,34",
			"11 | 12-13 | 19-20 | 26-34" },
		{ "none", "11 | 12 | 13 | 14", "11 | 12 | 13 | 14" },
	};
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct made made[MOVES] = {
			{ .on = 12, .kind = MOVE_RHYTHM, .rhythm = table[i].rhythm }
		};
		assert_placed(text, made, 12, table[i].want, table[i].was);
	}
}

struct moved {
	const char *text;
	struct made made[MOVES];
	int today;
	const char *want;
};

static void assert_moved(const struct moved *table, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_placed(table[i].text, table[i].made, table[i].today, table[i].want, NULL);
}

TEST(shifted_days_take_those_after_them_along)
{
	static const struct moved table[] = {
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = 2 } }, 12,
			"11 | 14 | 15,16 | 17 | 18" },
		/* It waits for that date, and is not put off each day anew. */
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = 2 } }, 13,
			"11 | 14 | 15,16 | 17 | 18" },
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = 2 } }, 16,
			"11 | 16 | 17,18 | 19 | 20" },
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = 1 } }, 12,
			"11 | 12 | 13,14 | 16 | 17" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = 2 },
				{ .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = -2 } },
			12, "11 | 12 | 13,14 | 15 | 16" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = 2 },
				{ .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = -1 } },
			12, "11 | 12 | 13,14 | 16 | 17" },
		/* Before its turn: two on one date, today too, and in step when days are lost. */
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = -1 } }, 12,
			"11 | 12 | 13,14 | 14 | 15" },
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = -3 } }, 12,
			"11 | 12 | 13,14 | 12 | 13" },
		{ open_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = -1 } }, 13,
			"11 | 13 | 14,15 | 15 | 16" },
		/* Study days are counted, not dates. */
		{ open_plan,
			{ { .on = 12, .kind = MOVE_RHYTHM, .rhythm = "wed 60, fri 60" },
				{ .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = 1 } },
			12, "11 | 14 | 19,21 | 26 | 28" },
		/* Dated days give way to a dated one in order; what is free between takes it up. */
		{ dated_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 0, .n = 1 } }, 12,
			"13 | 14 | 15 | 16 | 17" },
		{ dated_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 0, .n = 2 } }, 12,
			"14 | 15 | 16 | 17 | 18" },
		{ dated_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = 1 } }, 12,
			"12 | 13 | 14 | 17 | 18" },
		{ dated_plan, { { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = -1 } }, 12,
			"12 | 12 | 14 | 16 | 17" },
		/* A missed one comes to today at least. */
		{ dated_plan, { { .on = 15, .kind = MOVE_SHIFT, .day = 0, .n = 1 } }, 15,
			"15 | 16 | 17 | 18 | 19" },
	};
	assert_moved(table, LENGTH(table));
}

TEST(extended_and_split_days_are_longer)
{
	static const struct moved table[] = {
		{ open_plan, { { .on = 12, .kind = MOVE_EXTEND, .day = 1, .n = 1 } }, 12,
			"11 | 12,13 | 14,15 | 16 | 17" },
		/* Under way it ends on the date it was given, however far it is. */
		{ open_plan, { { .on = 12, .kind = MOVE_EXTEND, .day = 1, .n = 2 } }, 13,
			"11 | 13,14 | 15,16 | 17 | 18" },
		{ open_plan, { { .on = 12, .kind = MOVE_EXTEND, .day = 1, .n = 2 } }, 17,
			"11 | 17 | 18,19 | 20 | 21" },
		{ open_plan, { { .on = 12, .kind = MOVE_EXTEND, .day = 2, .n = 1 } }, 12,
			"11 | 12 | 13,14,15 | 16 | 17" },
		{ open_plan, { { .on = 12, .kind = MOVE_EXTEND, .day = 2, .n = -1 } }, 12,
			"11 | 12 | 13 | 14 | 15" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_EXTEND, .day = 2, .n = 1 },
				{ .on = 12, .kind = MOVE_EXTEND, .day = 2, .n = -1 } },
			12, "11 | 12 | 13,14 | 15 | 16" },
		{ dated_plan, { { .on = 12, .kind = MOVE_EXTEND, .day = 0, .n = 2 } }, 12,
			"12,13,14 | 15 | 16 | 17 | 18" },
		{ open_plan, { { .on = 12, .kind = MOVE_SPLIT, .day = 1, .n = 15 } }, 12,
			"11 | 12,15 | 13,14 | 15 | 16" },
		{ open_plan, { { .on = 12, .kind = MOVE_SPLIT, .day = 2, .n = 20 } }, 12,
			"11 | 12 | 13,20 | 15 | 16" },
		/* Begun and its first date over: it waits for the rest, the others go on. */
		{ WEEK PART("1", "") DAY("2", "") DAY("3", ""),
			{ { .on = 12, .kind = MOVE_SPLIT, .day = 0, .n = 15 } }, 13,
			"12,15 | 13 | 14" },
		/* The rest was missed, too: it comes first again. */
		{ WEEK PART("1", "") DAY("2", "") DAY("3", ""),
			{ { .on = 12, .kind = MOVE_SPLIT, .day = 0, .n = 15 } }, 16,
			"12,15,16 | 17 | 18" },
		{ dated_plan, { { .on = 12, .kind = MOVE_SPLIT, .day = 1, .n = 15 } }, 12,
			"12 | 13,15 | 14 | 16 | 17" },
	};
	assert_moved(table, LENGTH(table));
}

TEST(days_change_places_leave_and_come_back)
{
	static const struct moved table[] = {
		{ WEEK DAY("1", "") "## Week 2 (2025-11-17 to 2025-11-23)\n\n" DAY("1", ""),
			{ { .on = 12, .kind = MOVE_SWAP, .day = 0, .n = 1 } }, 12, "13 | 12" },
		{ WEEK DAY("1", "") "## Week 2 (2025-11-17 to 2025-11-23)\n\n" DAY("1", ""),
			{ { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = -3 } }, 12, "12 | 14" },
		{ open_plan, { { .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 3 } }, 12,
			"11 | 15 | 13,14 | 12 | 16" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 3 },
				{ .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 3 } },
			12, "11 | 12 | 13,14 | 15 | 16" },
		{ dated_plan, { { .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 2 } }, 12,
			"12 | 14 | 13 | 16 | 17" },
		{ WEEK DAY("1", " (2025-11-14)") DAY("2", ""),
			{ { .on = 12, .kind = MOVE_SWAP, .day = 0, .n = 1 } }, 12, "15 | 14" },
		{ open_plan, { { .on = 12, .kind = MOVE_DEFER, .day = 1 } }, 12,
			"11 | - | 12,13 | 14 | 15" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_DEFER, .day = 1 },
				{ .on = 13, .kind = MOVE_RESUME, .day = 1 } },
			13, "11 | 13 | 14,15 | 16 | 17" },
		{ open_plan, { { .on = 12, .kind = MOVE_RESUME, .day = 4 } }, 12,
			"11 | 13 | 14,15 | 16 | 12" },
		{ dated_plan, { { .on = 12, .kind = MOVE_DEFER, .day = 1 } }, 12,
			"12 | - | 14 | 16 | 17" },
		/* Missed and brought back: today, if no other day stands there. */
		{ dated_plan, { { .on = 15, .kind = MOVE_RESUME, .day = 1 } }, 15,
			"12 | 15 | 14 | 16 | 17" },
		{ dated_plan, { { .on = 14, .kind = MOVE_RESUME, .day = 1 } }, 14,
			"12 | 15 | 14 | 16 | 17" },
		/* Out by what the plan says, in by the user. */
		{ WEEK DAY("1", " **DEFERRED**") DAY("2", ""),
			{ { .on = 12, .kind = MOVE_RESUME, .day = 0 } }, 12, "12 | 13" },
	};
	assert_moved(table, LENGTH(table));
}

TEST(dates_off_and_on_and_the_start)
{
	static const struct moved table[] = {
		{ open_plan, { { .on = 12, .kind = MOVE_OFF, .n = 13, .to = 14 } }, 12,
			"11 | 12 | 15,16 | 17 | 18" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_OFF, .n = 13, .to = 16 },
				{ .on = 12, .kind = MOVE_ON, .n = 14 } },
			12, "11 | 12 | 14,17 | 18 | 19" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_OFF, .n = 13, .to = 16 },
				{ .on = 12, .kind = MOVE_ON, .n = 13, .to = 16 } },
			12, "11 | 12 | 13,14 | 15 | 16" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_RHYTHM, .rhythm = "mon 60" },
				{ .on = 12, .kind = MOVE_ON, .n = 13 },
				{ .on = 12, .kind = MOVE_OFF, .n = 17 } },
			12, "11 | 13 | 24,31 | 38 | 45" },
		/* Dated days give way, and so do those after them as far as they must. */
		{ WEEK DAY("1", " (Nov 12-14, 2025)") DAY("2", " (2025-11-15)"),
			{ { .on = 12, .kind = MOVE_OFF, .n = 13 } }, 12, "12,14,15 | 16" },
		{ dated_plan, { { .on = 12, .kind = MOVE_OFF, .n = 13 } }, 12,
			"12 | 14 | 15 | 16 | 17" },
		{ dated_plan, { { .on = 12, .kind = MOVE_OFF, .n = 13, .to = 14 } }, 12,
			"12 | 15 | 16 | 17 | 18" },
		{ open_plan, { { .on = 12, .kind = MOVE_START, .n = 17 } }, 12,
			"11 | 17 | 18,19 | 20 | 21" },
		{ open_plan, { { .on = 12, .kind = MOVE_START, .n = 17 } }, 20,
			"11 | 20 | 21,22 | 23 | 24" },
		{ open_plan,
			{ { .on = 12, .kind = MOVE_START, .n = 17 },
				{ .on = 12, .kind = MOVE_RESUME, .day = 4 } },
			12, "11 | 17 | 18,19 | 20 | 12" },
	};
	assert_moved(table, LENGTH(table));
	/* The original of a plan without dates is known from its start on. */
	static const struct made start[MOVES] = { { .on = 12, .kind = MOVE_START, .n = 10 },
		{ .on = 12, .kind = MOVE_SHIFT, .day = 0, .n = 3 } };
	assert_placed(WEEK DAY("1", "") DAY("2-3", ""), start, 12, "15 | 16,17", "10 | 11-12");
}

/* Moves made on one text of a plan, seen under a later one. */
static void assert_later(
	const char *before, const struct made *made, const char *after, int today, const char *want)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct plan p = plan_parse(str_of(before), STR("plan.md"), &a);
	struct plan q = plan_parse(str_of(after), STR("plan.md"), &a);
	struct move move[MOVES];
	struct calendar_choice c = { .move = move };
	for (int i = 0; made[i].on; i++) {
		struct calendar cal = calendar_make(&p, &c, november(made[i].on), &a);
		move[c.nmove] = move_of(&p, &made[i]);
		assert_true(move_fix(&move[c.nmove], &p, &cal, november(made[i].on), NULL));
		c.nmove++;
	}
	struct calendar cal = calendar_make(&q, &c, november(today), &a);
	show(&cal, &b);
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
	arena_release(&a);
}

TEST(moves_hold_when_the_plan_is_edited_after_them)
{
	static const struct made shift[MOVES] = {
		{ .on = 12, .kind = MOVE_SHIFT, .day = 0, .n = 1 }
	};
	static const struct made swap[MOVES] = {
		{ .on = 12, .kind = MOVE_SWAP, .day = 0, .n = 1 }
	};
	static const struct made resume[MOVES] = { { .on = 12, .kind = MOVE_RESUME, .day = 2 } };
	/* Done, and dated by the day it was done on: those that gave way stay where they are. */
	assert_later(dated_plan, shift,
		WEEK DONE("1", " (2025-11-13)") DAY("2", " (2025-11-13)") DAY("3", " (2025-11-14)"),
		14, "13 | 14 | 15");
	assert_later(dated_plan, shift,
		WEEK DONE("1", " (2025-11-13)") DONE("2", " (2025-11-14)")
			DAY("3", " (2025-11-14)"),
		15, "13 | 14 | 15");
	assert_later(dated_plan, shift,
		WEEK DONE("1", " (2025-11-12)") DAY("2", " (2025-11-13)") DAY("3", " (2025-11-14)"),
		14, "12 | 14 | 15");
	/* A date that the plan gives afterwards is followed. */
	assert_later(dated_plan, shift, WEEK DAY("1", " (2025-11-18)") DAY("2", " (2025-11-19)"),
		14, "18 | 19");
	assert_later(WEEK DAY("1", "") DAY("2", ""), swap,
		WEEK DAY("1", "") DONE("2", " (2025-11-12)"), 13, "13 | 12");
	assert_later(dated_plan, resume,
		WEEK DAY("1", " (2025-11-12)") DAY("2", " (2025-11-13)") DAY("3", " (2025-11-20)"),
		13, "12 | 13 | 20");
	/* A day that is gone takes its moves with it; a new one has none. */
	assert_later(open_plan,
		(struct made[MOVES]){ { .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 3 } },
		WEEK DAY("2", "") DAY("9", ""), 12, "12 | 13");
	assert_later(open_plan,
		(struct made[MOVES]){ { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = 2 } },
		WEEK DAY("9", "") DAY("10", ""), 12, "12 | 13");
}

TEST(a_date_is_marked_by_what_was_done_on_it)
{
	static const struct {
		int today, date;
		enum calendar_mark mark;
		int day, all;
	} table[] = {
		{ 12, 9, CALENDAR_NONE, -1, 0 },
		{ 12, 10, CALENDAR_DONE, 0, 1 },
		{ 12, 11, CALENDAR_PART, 1, 1 },
		{ 12, 12, CALENDAR_PLANNED, 2, 1 },
		{ 12, 13, CALENDAR_PLANNED, 2, 2 },
		{ 12, 14, CALENDAR_PLANNED, 4, 1 },
		{ 12, 15, CALENDAR_NONE, -1, 0 },
		{ 15, 14, CALENDAR_MISSED, 4, 1 },
		{ 14, 14, CALENDAR_PLANNED, 4, 1 },
	};
	static const char text[] = WEEK DONE("1", " (2025-11-10)") PART("2", " (2025-11-11)")
		DAY("3-4", "") DAY("5", "") DAY("6", " (2025-11-14)");
	static const struct made made[MOVES] = {
		{ .on = 12, .kind = MOVE_SHIFT, .day = 3, .n = -1 }
	};
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct arena a = { 0 };
		struct plan p = plan_parse(str_of(text), STR("plan.md"), &a);
		struct calendar cal = calendar_of(&p, made, table[i].today, &a);
		int day, all;
		assert_int_equal(calendar_mark(&p, &cal, november(table[i].today),
					 november(table[i].date), &day, &all),
			table[i].mark);
		assert_int_equal(day, table[i].day);
		assert_int_equal(all, table[i].all);
		arena_release(&a);
	}
}

TEST(a_plan_without_days_places_nothing)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(STR("- [ ] only a task\n"), STR("p.md"), &a);
	struct calendar cal = calendar_make(&p, NULL, 20000, &a);
	int day;
	assert_int_equal(calendar_mark(&p, &cal, 20000, 20000, &day, NULL), CALENDAR_NONE);
	assert_int_equal(day, -1);
	assert_int_equal(cal.end, DAY_NONE);
	arena_release(&a);
}

TEST(moves_that_cannot_be_made_say_why)
{
	static const struct {
		struct made made;
		const char *words;
	} table[] = {
		{ { .on = 12, .kind = MOVE_SHIFT, .day = 0, .n = 1 },
			"Week 1 Day 1 is done and stays where it is" },
		{ { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = 0 },
			"shift it by at least one study day" },
		{ { .on = 12, .kind = MOVE_SHIFT, .day = 1, .n = -1 },
			"Week 1 Day 2 cannot stand before today" },
		{ { .on = 12, .kind = MOVE_EXTEND, .day = 1, .n = -1 },
			"takes at least one study day" },
		{ { .on = 12, .kind = MOVE_EXTEND, .day = 1, .n = 400 },
			"can take a year of study days at most" },
		{ { .on = 12, .kind = MOVE_SPLIT, .day = 1, .n = 12 },
			"stands on that date already" },
		{ { .on = 12, .kind = MOVE_SPLIT, .day = 3, .n = 13 },
			"can only be finished on a date to come" },
		{ { .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 1 },
			"cannot change places with itself" },
		{ { .on = 12, .kind = MOVE_SWAP, .day = 1, .n = 0 },
			"cannot change places with a day that is done" },
		{ { .on = 12, .kind = MOVE_OFF, .n = 11 }, "2025-11-11 is past" },
		{ { .on = 12, .kind = MOVE_OFF, .n = 14, .to = 13 },
			"the last date lies before the first" },
		{ { .on = 12, .kind = MOVE_ON, .n = 14 }, "2025-11-14 is a study day already" },
		{ { .on = 12, .kind = MOVE_START, .n = 9999 }, "is more than ten years away" },
	};
	struct arena a = { 0 };
	struct plan p = plan_parse(str_of(open_plan), STR("plan.md"), &a);
	struct calendar cal = calendar_make(&p, NULL, november(12), &a);
	for (size_t i = 0; i < LENGTH(table); i++) {
		struct move m = move_of(&p, &table[i].made);
		struct err e = { 0 };
		assert_false(move_fix(&m, &p, &cal, november(12), &e));
		assert_int_equal(e.kind, ERR_INVALID);
		if (!strstr(e.text, table[i].words))
			fail_msg("\"%s\" is not in \"%s\"", table[i].words, e.text);
	}
	struct move gone = { .kind = MOVE_DEFER, .day = 1 };
	struct err e = { 0 };
	assert_false(move_fix(&gone, &p, &cal, november(12), &e));
	assert_int_equal(e.kind, ERR_MISSING);
	arena_release(&a);
}
