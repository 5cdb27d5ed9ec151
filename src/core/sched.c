/* sched.c - SM-2 on integers. */
#include "hone/sched.h"

enum { EASE_NEW = 250, EASE_LEAST = 130 };

/* How far a graded answer moves the ease (times 100), by grade; a failure leaves it as it is. */
static const int ease_change[6] = { 0, 0, 0, -14, 0, 10 };

/* A card is never answered before it was answered last: the clock was set back. */
static int effective_day(struct memory m, int today)
{
	return m.last != DAY_NONE && today < m.last ? m.last : today;
}

static int late_credit(const struct sm2_options *o, struct memory m, int grade, int today)
{
	if (!o->late_credit || m.last == DAY_NONE || today <= m.due)
		return 0;
	int late = today - m.due;
	return grade == 5 ? late : grade == 4 ? late / 2 : 0;
}

/* The interval after a success; m holds the new ease and the new count of repetitions. */
static int next_interval(const struct sm2_options *o, struct memory m, int credit)
{
	int64_t days = m.reps == 1 ? 1 : 6;
	if (m.reps > 2)
		days = (((int64_t)m.interval + credit) * m.ease + 99) / 100;
	return days < o->max_interval ? (int)days : o->max_interval;
}

static struct memory succeed(const struct sm2_options *o, struct memory m, int grade, int today)
{
	int credit = late_credit(o, m, grade, today);
	m.ease += ease_change[grade];
	if (m.ease < EASE_LEAST)
		m.ease = EASE_LEAST;
	m.reps++;
	m.interval = next_interval(o, m, credit);
	return m;
}

static bool is_leech(const struct sm2_options *o, int lapses)
{
	if (o->leech < 1 || lapses < o->leech)
		return false;
	return (lapses - o->leech) % ((o->leech + 1) / 2) == 0;
}

static struct memory fail(const struct sm2_options *o, struct memory m, bool *leech)
{
	if (m.reps > 0) {
		m.lapses++;
		*leech = is_leech(o, m.lapses);
	}
	m.reps = 0;
	m.interval = 1;
	return m;
}

struct memory sm2_new(void)
{
	return (struct memory){
		.ease = EASE_NEW,
		.due = DAY_NONE,
		.last = DAY_NONE,
		.drill = DAY_NONE,
	};
}

struct sm2_options sm2_defaults(void)
{
	return (struct sm2_options){ .max_interval = 36500, .drill_below = 4, .leech = 8 };
}

enum answer_kind sm2_kind(struct memory m, int today)
{
	today = effective_day(m, today);
	if (m.drill != DAY_NONE && m.drill == today)
		return ANSWER_DRILL;
	if (m.last == DAY_NONE)
		return ANSWER_NEW;
	return today >= m.due ? ANSWER_DUE : ANSWER_EARLY;
}

struct memory sm2_answer(
	const struct sm2_options *o, struct memory m, int grade, int today, bool *leech)
{
	bool ignored, *is = leech ? leech : &ignored;
	*is = false;
	if (grade < 0 || grade > 5)
		bug("a grade of %d", grade);
	enum answer_kind kind = sm2_kind(m, today);
	today = effective_day(m, today);
	if (kind == ANSWER_EARLY)
		return m;
	if (kind == ANSWER_DRILL) {
		if (grade >= o->drill_below)
			m.drill = DAY_NONE;
		return m;
	}
	m = grade >= 3 ? succeed(o, m, grade, today) : fail(o, m, is);
	m.last = today;
	m.due = today + m.interval;
	m.drill = grade < o->drill_below ? today : DAY_NONE;
	return m;
}

int sm2_preview(const struct sm2_options *o, struct memory m, int grade, int today)
{
	return sm2_answer(o, m, grade, today, NULL).interval;
}

int sm2_grade_of_percent(int percent)
{
	static const struct {
		int most, grade;
	} table[] = { { 30, 1 }, { 59, 2 }, { 70, 3 }, { 90, 4 } };
	for (size_t i = 0; i < LENGTH(table); i++)
		if (percent <= table[i].most)
			return table[i].grade;
	return 5;
}
