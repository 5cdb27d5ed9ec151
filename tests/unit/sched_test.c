/* sched_test.c - SM-2: worked examples, published sequences, and what holds for every sequence. */
#include "hone/sched.h"

#include "test.h"

enum { DUE = 100 };

struct random {
	uint64_t state;
};

/* xorshift64*: the tests need variety that is the same on every run. */
static int below(struct random *r, int n)
{
	r->state ^= r->state >> 12;
	r->state ^= r->state << 25;
	r->state ^= r->state >> 27;
	return (int)((r->state * UINT64_C(2685821657736338717) >> 33) % (uint64_t)n);
}

static void assert_memory(struct memory got, struct memory want)
{
	assert_int_equal(got.reps, want.reps);
	assert_int_equal(got.ease, want.ease);
	assert_int_equal(got.interval, want.interval);
	assert_int_equal(got.due, want.due);
	assert_int_equal(got.last, want.last);
	assert_int_equal(got.lapses, want.lapses);
	assert_int_equal(got.drill, want.drill);
}

/* n = 2, an interval of six days, due on day 100. */
static struct memory second(void)
{
	return (struct memory){ .reps = 2,
		.ease = 250,
		.interval = 6,
		.due = DUE,
		.last = DUE - 6,
		.drill = DAY_NONE };
}

TEST(sm2_gives_the_worked_intervals_on_time)
{
	static const struct {
		const char *grades;
		int interval[13], ease;
	} table[] = {
		{ "4444444444444",
			{ 1, 6, 15, 38, 95, 238, 595, 1488, 3720, 9300, 23250, 36500, 36500 },
			250 },
		{ "555555555", { 1, 6, 17, 50, 150, 465, 1488, 4911, 16698 }, 340 },
		{ "333333333333", { 1, 6, 13, 26, 47, 79, 121, 167, 218, 284, 370, 481 }, 130 },
		{ "4441444", { 1, 6, 15, 1, 1, 6, 15 }, 250 },
	};
	struct sm2_options o = sm2_defaults();
	/* With binary fractions 50 * 3.0 would round up to 151. */
	for (size_t t = 0; t < LENGTH(table); t++) {
		struct memory m = sm2_new();
		int today = 20000;
		for (size_t i = 0; table[t].grades[i]; i++) {
			m = sm2_answer(&o, m, table[t].grades[i] - '0', today, NULL);
			assert_int_equal(m.interval, table[t].interval[i]);
			assert_int_equal(m.due, today + m.interval);
			today = m.due;
		}
		assert_int_equal(m.ease, table[t].ease);
	}
}

TEST(sm2_credits_lateness_only_when_told)
{
	static const struct {
		int grade, day[4], interval[4];
	} table[] = {
		{ 3, { 100, 101, 110, 160 }, { 15, 15, 15, 15 } },
		{ 4, { 100, 101, 110, 160 }, { 15, 15, 28, 90 } },
		{ 5, { 100, 101, 110, 160 }, { 16, 19, 42, 172 } },
	};
	struct sm2_options late = sm2_defaults(), published = sm2_defaults();
	late.late_credit = true;
	for (size_t t = 0; t < LENGTH(table); t++)
		for (size_t i = 0; i < 4; i++) {
			int grade = table[t].grade, day = table[t].day[i];
			/* The text rounds 6 * 2.36 and 6 * 2.5 up to 15 for grades 3 and 4. */
			assert_int_equal(
				sm2_preview(&late, second(), grade, day), table[t].interval[i]);
			assert_int_equal(sm2_preview(&published, second(), grade, day),
				table[t].interval[0]);
		}
}

TEST(sm2_follows_a_card_through_its_days)
{
	enum { NO = DAY_NONE };
	static const struct {
		int day, grade;
		enum answer_kind kind;
		struct memory after;
	} table[] = {
		{ 100, 1, ANSWER_NEW, { 0, 250, 1, 101, 100, 0, 100 } },
		{ 100, 3, ANSWER_DRILL, { 0, 250, 1, 101, 100, 0, 100 } },
		{ 100, 4, ANSWER_DRILL, { 0, 250, 1, 101, 100, 0, NO } },
		{ 101, 3, ANSWER_DUE, { 1, 236, 1, 102, 101, 0, 101 } },
		{ 101, 3, ANSWER_DRILL, { 1, 236, 1, 102, 101, 0, 101 } },
		{ 101, 5, ANSWER_DRILL, { 1, 236, 1, 102, 101, 0, NO } },
		{ 102, 4, ANSWER_DUE, { 2, 236, 6, 108, 102, 0, NO } },
		{ 118, 4, ANSWER_DUE, { 3, 236, 26, 144, 118, 0, NO } },
		{ 133, 0, ANSWER_EARLY, { 3, 236, 26, 144, 118, 0, NO } },
		{ 144, 2, ANSWER_DUE, { 0, 236, 1, 145, 144, 1, 144 } },
	};
	struct sm2_options o = sm2_defaults();
	o.late_credit = true;
	struct memory m = sm2_new();
	for (size_t i = 0; i < LENGTH(table); i++) {
		assert_int_equal(sm2_kind(m, table[i].day), table[i].kind);
		m = sm2_answer(&o, m, table[i].grade, table[i].day, NULL);
		assert_memory(m, table[i].after);
	}
}

TEST(sm2_drills_below_three_only_when_told)
{
	struct sm2_options o = sm2_defaults();
	o.drill_below = 3;
	assert_int_equal(sm2_answer(&o, sm2_new(), 3, 10, NULL).drill, DAY_NONE);
	assert_int_equal(sm2_answer(&o, sm2_new(), 2, 10, NULL).drill, 10);
}

TEST(sm2_marks_a_leech_at_eight_lapses_and_every_four_more)
{
	static const int leech_at[] = { 8, 12, 16, 20 };
	struct sm2_options o = sm2_defaults();
	struct memory m = sm2_new();
	size_t next = 0;
	int today = 0;
	while (m.lapses < 20) {
		bool leech = true;
		m = sm2_answer(&o, m, 4, today, &leech);
		assert_false(leech);
		m = sm2_answer(&o, m, 1, today = m.due, &leech);
		bool want = m.lapses == leech_at[next];
		assert_int_equal(leech, want);
		next += want;
		today = m.due;
	}
	assert_int_equal(next, LENGTH(leech_at));
}

TEST(sm2_takes_a_percentage_as_a_grade)
{
	static const struct {
		int percent, grade;
	} table[] = { { 0, 1 }, { 30, 1 }, { 31, 2 }, { 59, 2 }, { 60, 3 }, { 70, 3 }, { 71, 4 },
		{ 90, 4 }, { 91, 5 }, { 100, 5 } };
	for (size_t i = 0; i < LENGTH(table); i++)
		assert_int_equal(sm2_grade_of_percent(table[i].percent), table[i].grade);
}

/* The tab-separated field, as hundredths: "2.36" is 236. */
static int hundredths(struct str field)
{
	int whole = 0, part = 0;
	assert_true(str_number(&field, &whole));
	if (str_starts(field, STR("."))) {
		field = str_slice(field, 1, 3);
		size_t digits = field.n;
		assert_true(str_number(&field, &part));
		part *= digits == 1 ? 10 : 1;
	}
	return whole * 100 + part;
}

static struct str cut_field(struct str *rest)
{
	ptrdiff_t tab = str_find(*rest, STR("\t"), 0);
	size_t end = tab < 0 ? rest->n : (size_t)tab;
	struct str field = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end + 1, rest->n);
	return field;
}

TEST(sm2_agrees_with_every_published_sequence)
{
	struct buf file = test_read(test_shared("vectors/sm2_vectors_public.tsv"));
	struct str rest = buf_str(&file), line;
	struct sm2_options o = sm2_defaults();
	struct memory m = sm2_new();
	int rows = 0, today = 0;
	while (str_line(&rest, &line)) {
		if (str_starts(line, STR("#")) || str_starts(line, STR("seq")))
			continue;
		cut_field(&line);
		if (str_eq(cut_field(&line), STR("1"))) {
			m = sm2_new();
			today = 20000;
		}
		m = sm2_answer(&o, m, hundredths(cut_field(&line)) / 100, today, NULL);
		today = m.due;
		assert_int_equal(m.reps, hundredths(cut_field(&line)) / 100);
		assert_int_equal(m.ease, hundredths(cut_field(&line)));
		assert_int_equal(m.interval, hundredths(cut_field(&line)) / 100);
		rows++;
	}
	assert_true(rows > 2000);
	buf_release(&file);
}

/* What must hold between the states before and after any answer. */
static void check_answer(
	const struct sm2_options *o, struct memory a, struct memory b, int grade, int today)
{
	static const int change[6] = { 0, 0, 0, -14, 0, 10 };
	enum answer_kind kind = sm2_kind(a, today);
	assert_true(b.ease >= 130);
	if (kind == ANSWER_DRILL || kind == ANSWER_EARLY) {
		struct memory same = b;
		same.drill = a.drill;
		assert_memory(same, a);
		bool ends = kind == ANSWER_DRILL && grade >= o->drill_below;
		assert_int_equal(b.drill, ends ? DAY_NONE : a.drill);
		return;
	}
	int ease = a.ease + change[grade];
	assert_int_equal(b.ease, ease < 130 ? 130 : ease);
	assert_true(b.interval >= 1 && b.interval <= o->max_interval);
	assert_int_equal(b.due, b.last + b.interval);
	if (b.reps <= 1)
		assert_int_equal(b.interval, 1);
	else if (b.reps == 2)
		assert_int_equal(b.interval, o->max_interval < 6 ? o->max_interval : 6);
	else if (b.interval < o->max_interval)
		assert_true(b.interval > a.interval && b.interval * 100 >= a.interval * 130);
	if (a.last != DAY_NONE && today < a.last)
		assert_int_equal(b.last, a.last);
	else
		assert_int_equal(b.last, today);
}

/* What must hold between the answers that one state could get. */
static void check_choices(const struct sm2_options *o, struct memory m, int today)
{
	struct memory after[6];
	for (int q = 0; q < 6; q++)
		after[q] = sm2_answer(o, m, q, today, NULL);
	assert_memory(after[0], after[2]);
	assert_memory(after[1], after[2]);
	enum answer_kind kind = sm2_kind(m, today);
	if (kind == ANSWER_NEW || kind == ANSWER_DUE) {
		assert_int_equal(after[0].interval, 1);
		for (int q = 3; q < 6; q++)
			assert_true(after[q].interval >= after[q - 1].interval);
	}
	for (int q = 0; q < 6; q++)
		assert_int_equal(after[q].interval, sm2_preview(o, m, q, today));
}

/* Lateness never shortens an interval, and on time the option changes nothing. */
static void check_lateness(struct memory m)
{
	struct sm2_options off = sm2_defaults(), on = sm2_defaults();
	on.late_credit = true;
	if (m.due == DAY_NONE)
		return;
	for (int q = 0; q < 6; q++) {
		int on_time = sm2_answer(&on, m, q, m.due, NULL).interval, before = on_time;
		assert_int_equal(on_time, sm2_answer(&off, m, q, m.due, NULL).interval);
		for (int late = 1; late < 400; late += 57) {
			int now = sm2_answer(&on, m, q, m.due + late, NULL).interval;
			assert_true(now >= before);
			if (q == 3)
				assert_int_equal(now, on_time);
			before = now;
		}
	}
}

TEST(sm2_keeps_its_invariants_on_random_sequences)
{
	struct random r = { 20251112 };
	for (int run = 0; run < 400; run++) {
		struct sm2_options o = sm2_defaults();
		o.late_credit = run % 2;
		o.drill_below = 3 + run % 3;
		o.max_interval = run % 5 ? 36500 : 1 + below(&r, 90);
		struct memory m = sm2_new();
		int today = 20000;
		for (int step = 0; step < 40; step++) {
			int grade = below(&r, 4) ? 3 + below(&r, 3) : below(&r, 6);
			check_choices(&o, m, today);
			check_lateness(m);
			struct memory next = sm2_answer(&o, m, grade, today, NULL);
			check_answer(&o, m, next, grade, today);
			m = next;
			switch (below(&r, 5)) {
			case 0: break;
			case 1: today -= below(&r, 30); break;
			case 2: today += below(&r, 900); break;
			default: today = m.due;
			}
		}
	}
}

TEST(sm2_survives_any_number_of_perfect_answers)
{
	struct sm2_options o = sm2_defaults();
	struct memory m = sm2_new();
	o.late_credit = true;
	for (int i = 0; i < 100; i++)
		m = sm2_answer(&o, m, 5, m.due == DAY_NONE ? 0 : m.due, NULL);
	assert_int_equal(m.interval, 36500);
	m = sm2_answer(&o, m, 5, m.due + 36500, NULL);
	assert_int_equal(m.interval, 36500);
	assert_int_equal(m.ease, 250 + 101 * 10);
}

TEST(sm2_answers_on_the_last_day_when_the_clock_went_back)
{
	struct sm2_options o = sm2_defaults();
	struct memory m = sm2_answer(&o, sm2_new(), 2, 100, NULL);
	assert_int_equal(sm2_kind(m, 40), ANSWER_DRILL);
	assert_memory(sm2_answer(&o, m, 5, 40, NULL), sm2_answer(&o, m, 5, 100, NULL));
	m = sm2_answer(&o, m, 5, 100, NULL);
	assert_int_equal(sm2_kind(m, 40), ANSWER_EARLY);
}
