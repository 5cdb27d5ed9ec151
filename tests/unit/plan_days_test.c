/*
 * plan_days_test.c - every day of the sample plan with its sessions, as somebody who reads the plan would
 * tell them: how long, when, in which state, how many tasks.
 */
#include "hone/plan.h"

#include "hone/encoding.h"
#include "test.h"

enum { MOST_BLOCKS = 4 };

struct block_fact {
	const char *part; /* words of its title */
	int minutes_from, minutes_to;
	enum plan_status status;
	unsigned marks;
	int ndone, nitem;
};

struct day_fact {
	int week, from, to, overall_from, overall_to;
	const char *part, *date;
	int minutes_from, minutes_to;
	enum plan_status status;
	unsigned marks;
	int ndone, nitem;
	struct block_fact block[MOST_BLOCKS + 1]; /* to the first without words */
};

static const struct day_fact days[] = {
	{ 1, 1, 1, 0, 0, "Coding", "", 0, 0, PLAN_DONE, PLAN_CHECKPOINT, 3, 3, { { 0 } } },
	{ 1, 2, 2, 0, 0, "Speed", "2025-10-29", 60, 120, PLAN_DONE, PLAN_REVISED, 5, 5,
		{ { "Session 1", 45, 60, PLAN_DONE, 0, 2, 2 },
			{ "Session 2", 30, 45, PLAN_DONE, PLAN_OPTIONAL, 3, 3 } } },
	{ 1, 3, 3, 0, 0, "Hybrid", "2025-10-30", 120, 120, PLAN_DONE, 0, 10, 10,
		{ { "Session 1", 60, 60, PLAN_DONE, 0, 5, 5 },
			{ "K-NN", 50, 50, PLAN_DONE, 0, 5, 5 } } },
	{ 1, 4, 4, 0, 0, "K-Means", "2025-10-31", 120, 120, PLAN_DONE, 0, 6, 6,
		{ { "Theory", 45, 45, PLAN_DONE, 0, 3, 3 },
			{ "K-Means", 40, 40, PLAN_DONE, 0, 3, 3 } } },
	{ 1, 5, 5, 0, 0, "Boosting", "2025-11-01", 0, 60, PLAN_DONE, 0, 4, 4,
		{ { "Session", 45, 45, PLAN_DONE, 0, 4, 4 } } },
	{ 1, 6, 7, 0, 0, "Gap", "2025-11-03", 0, 0, PLAN_DONE, 0, 0, 0, { { 0 } } },
	{ 2, 1, 1, 0, 0, "Training", "2025-11-04", 0, 0, PLAN_DONE, 0, 3, 3,
		{ { "Study", 0, 0, PLAN_DONE, 0, 2, 2 },
			{ "Knowledge", 0, 0, PLAN_DONE, 0, 1, 1 } } },
	{ 2, 2, 2, 0, 0, "Training", "2025-11-05", 0, 0, PLAN_DONE, 0, 8, 8,
		{ { "Study", 0, 0, PLAN_DONE, 0, 3, 3 }, { "Practice", 0, 0, PLAN_DONE, 0, 3, 3 },
			{ "Knowledge", 15, 15, PLAN_DONE, 0, 2, 2 } } },
	{ 2, 3, 3, 0, 0, "Hardware", "2025-11-06", 0, 0, PLAN_DONE, 0, 8, 8,
		{ { "Study", 0, 0, PLAN_DONE, 0, 3, 3 }, { "Practice", 0, 0, PLAN_DONE, 0, 2, 2 },
			{ "Knowledge", 15, 15, PLAN_DONE, 0, 2, 2 },
			{ "Quick", 0, 0, PLAN_DONE, 0, 1, 1 } } },
	{ 2, 4, 4, 0, 0, "Inference", "2025-11-07", 120, 120, PLAN_DONE, 0, 9, 9,
		{ { "Study", 0, 0, PLAN_DONE, 0, 5, 5 }, { "Practice", 0, 0, PLAN_DONE, 0, 1, 1 },
			{ "Knowledge", 10, 10, PLAN_DONE, 0, 2, 2 },
			{ "Quick", 0, 0, PLAN_DONE, 0, 1, 1 } } },
	{ 2, 5, 5, 0, 0, "Calculations", "2025-11-08", 120, 120, PLAN_DONE, 0, 5, 5,
		{ { "Study", 0, 0, PLAN_DONE, 0, 1, 1 }, { "Practice", 0, 0, PLAN_DONE, 0, 2, 2 },
			{ "Knowledge", 10, 10, PLAN_DONE, 0, 1, 1 },
			{ "Progress", 15, 15, PLAN_DONE, 0, 1, 1 } } },
	{ 2, 6, 7, 13, 14, "Statistics", "", 240, 300, PLAN_DONE, PLAN_EXTENDED, 3, 3,
		{ { "Assessment", 0, 0, PLAN_DONE, PLAN_CHECKPOINT, 3, 3 } } },
	{ 2, 6, 6, 13, 13, "Regression", "2025-11-09", 120, 150, PLAN_DONE, 0, 8, 8,
		{ { "Study", 80, 100, PLAN_DONE, 0, 2, 2 },
			{ "Knowledge", 15, 15, PLAN_DONE, 0, 1, 1 },
			{ "Quick", 20, 30, PLAN_DONE, 0, 1, 1 },
			{ "Update", 10, 10, PLAN_DONE, 0, 4, 4 } } },
	{ 2, 7, 7, 14, 14, "Hypothesis", "2025-11-10", 120, 150, PLAN_DONE, 0, 6, 6,
		{ { "Study", 80, 100, PLAN_DONE, 0, 3, 3 },
			{ "Knowledge", 15, 15, PLAN_DONE, 0, 1, 1 },
			{ "Quick", 20, 30, PLAN_DONE, 0, 1, 1 },
			{ "Update", 10, 10, PLAN_DONE, 0, 1, 1 } } },
	{ 3, 1, 1, 15, 15, "A/B", "2025-11-11", 120, 150, PLAN_DONE, 0, 8, 9,
		{ { "Study", 80, 100, PLAN_DONE, 0, 3, 3 },
			{ "Knowledge", 15, 15, PLAN_DONE, 0, 1, 1 },
			{ "Quick", 20, 30, PLAN_DONE, 0, 1, 1 },
			{ "Update", 10, 10, PLAN_IN_PROGRESS, 0, 3, 4 } } },
	{ 3, 2, 2, 0, 0, "PyTorch", "", 120, 180, PLAN_OPEN, PLAN_SHIFTED, 0, 4,
		{ { "Study", 60, 60, PLAN_OPEN, 0, 0, 2 },
			{ "Practice", 90, 90, PLAN_OPEN, 0, 0, 2 } } },
	{ 3, 3, 4, 0, 0, "Deep Dives", "", 240, 300, PLAN_OPEN, PLAN_SHIFTED, 0, 7,
		{ { "Pre-study", 20, 20, PLAN_OPEN, 0, 0, 2 },
			{ "Learning", 0, 0, PLAN_OPEN, 0, 0, 4 },
			{ "Practice", 0, 0, PLAN_OPEN, 0, 0, 1 } } },
	{ 3, 4, 5, 0, 0, "System Design", "", 180, 240, PLAN_OPEN, 0, 0, 9,
		{ { "Problems", 135, 240, PLAN_OPEN, 0, 0, 4 },
			{ "each", 0, 0, PLAN_OPEN, 0, 0, 3 },
			{ "Memorize", 0, 0, PLAN_OPEN, 0, 0, 2 } } },
	{ 3, 6, 7, 0, 0, "RAG", "", 120, 180, PLAN_OPEN, PLAN_MOVED_HERE, 0, 6,
		{ { "Pre-study", 20, 20, PLAN_OPEN, PLAN_OPTIONAL, 0, 2 },
			{ "Study", 0, 0, PLAN_OPEN, 0, 0, 2 },
			{ "Practice", 0, 0, PLAN_OPEN, 0, 0, 2 } } },
	{ 4, 1, 2, 0, 0, "Re-assessment", "", 120, 180, PLAN_OPEN, PLAN_CHECKPOINT, 0, 3,
		{ { "Activity", 0, 0, PLAN_OPEN, 0, 0, 3 } } },
	{ 4, 3, 7, 0, 0, "Option A", "", 0, 0, PLAN_OPEN, 0, 0, 7,
		{ { "Choice 1", 0, 0, PLAN_OPEN, 0, 0, 3 },
			{ "Choice 2", 120, 180, PLAN_OPEN, 0, 0, 4 } } },
	{ 4, 3, 7, 0, 0, "Option B", "", 0, 0, PLAN_OPEN, 0, 0, 4,
		{ { "Flexible", 0, 0, PLAN_OPEN, 0, 0, 4 } } },
};

/* Weeks: their marks, and the blocks outside their days. */
static const struct {
	int number;
	unsigned marks;
	struct block_fact block[MOST_BLOCKS + 1];
} weeks[] = {
	{ 1, PLAN_REVISED | PLAN_CHECKPOINT, { { "Hands-on", 240, 300, PLAN_OPEN, 0, 0, 4 } } },
	{ 2, 0, { { 0 } } },
	{ 3, PLAN_REVISED, { { 0 } } },
	{ 4, PLAN_TENTATIVE | PLAN_CHECKPOINT, { { 0 } } },
	{ 5, 0,
		{ { "Learning", 180, 240, PLAN_OPEN, 0, 0, 4 },
			{ "Hands-on", 180, 240, PLAN_OPEN, 0, 0, 4 } } },
	{ 6, 0,
		{ { "Learning", 180, 240, PLAN_OPEN, 0, 0, 4 },
			{ "Hands-on", 240, 300, PLAN_OPEN, 0, 0, 2 } } },
	{ 7, 0,
		{ { "Learning", 120, 180, PLAN_OPEN, 0, 0, 3 },
			{ "Practice", 240, 300, PLAN_OPEN, 0, 0, 4 } } },
	{ 8, 0,
		{ { "System Design", 180, 240, PLAN_OPEN, 0, 0, 3 },
			{ "ML Coding", 180, 240, PLAN_OPEN, 0, 0, 5 } } },
	{ 9, 0,
		{ { "Theory", 180, 240, PLAN_OPEN, 0, 0, 6 },
			{ "Coding", 180, 240, PLAN_OPEN, 0, 0, 4 } } },
	{ 10, 0,
		{ { "Mock", 240, 300, PLAN_OPEN, 0, 0, 4 },
			{ "Portfolio", 180, 240, PLAN_OPEN, 0, 0, 4 },
			{ "Resume", 60, 120, PLAN_OPEN, 0, 0, 3 } } },
	{ 11, 0,
		{ { "Applications", 120, 180, PLAN_OPEN, 0, 0, 3 },
			{ "Interview", 180, 240, PLAN_OPEN, 0, 0, 4 },
			{ "Ongoing", 120, 180, PLAN_OPEN, 0, 0, 4 },
			{ "Each", 0, 0, PLAN_OPEN, 0, 0, 4 } } },
};

static const struct {
	unsigned marks;
	int minutes_from, minutes_to;
} phases[] = {
	{ 0, 1200, 2400 },
	{ PLAN_TENTATIVE, 600, 1200 },
	{ PLAN_TENTATIVE, 1680, 2400 },
	{ PLAN_TENTATIVE, 1200, 2400 },
};

static void assert_block(const struct plan *p, int i, int day, const struct block_fact *want)
{
	const struct plan_block *b = &p->block[i];
	if (str_find(b->title, str_of(want->part), 0) < 0)
		fail_msg("block %d, line %d: %.*s, not %s", i, b->line, STR_ARG(b->title),
			want->part);
	assert_int_equal(b->day, day);
	assert_int_equal(b->minutes_from, want->minutes_from);
	assert_int_equal(b->minutes_to, want->minutes_to);
	assert_string_equal(plan_status_name(b->status), plan_status_name(want->status));
	assert_int_equal(b->marks, want->marks);
	assert_int_equal(b->nitem, want->nitem);
	assert_int_equal(b->ndone, want->ndone);
	for (int k = 0; k < b->nitem; k++)
		assert_int_equal(p->item[b->first + k].block, i);
}

static void assert_day(const struct plan *p, int i)
{
	const struct plan_day *d = &p->day[i];
	const struct day_fact *want = &days[i];
	char date[16];
	assert_int_equal(p->week[d->week].number, want->week);
	assert_int_equal(d->from, want->from);
	assert_int_equal(d->to, want->to);
	if (str_find(d->title, str_of(want->part), 0) < 0)
		fail_msg("line %d: %.*s, not %s", d->line, STR_ARG(d->title), want->part);
	assert_int_equal(d->overall_from, want->overall_from);
	assert_int_equal(d->overall_to, want->overall_to);
	assert_string_equal(day_iso(d->date, date), want->date);
	assert_int_equal(d->date_to, DAY_NONE);
	assert_int_equal(d->minutes_from, want->minutes_from);
	assert_int_equal(d->minutes_to, want->minutes_to);
	assert_string_equal(plan_status_name(d->status), plan_status_name(want->status));
	assert_int_equal(d->marks, want->marks);
	assert_int_equal(d->nitem, want->nitem);
	assert_int_equal(d->ndone, want->ndone);
	int n = 0;
	for (; want->block[n].part; n++) {
		assert_true(n < d->nblock);
		assert_block(p, d->first_block + n, i, &want->block[n]);
	}
	assert_int_equal(d->nblock, n);
}

static void assert_week(const struct plan *p, int i)
{
	const struct plan_week *w = &p->week[i];
	assert_int_equal(w->number, weeks[i].number);
	assert_int_equal(w->marks, weeks[i].marks);
	assert_int_equal(w->date_from, DAY_NONE);
	int n = 0;
	for (int k = w->first_block; k < w->first_block + w->nblock; k++) {
		assert_int_equal(p->block[k].week, i);
		if (p->block[k].day >= 0)
			continue;
		assert_non_null(weeks[i].block[n].part);
		assert_block(p, k, -1, &weeks[i].block[n++]);
	}
	assert_null(weeks[i].block[n].part);
}

/* The text of each day begins with its own heading or that of its range, and holds its tasks. */
static void assert_ranges(const struct plan *p, struct str text)
{
	size_t last = 0;
	for (int i = 0; i < p->nday; i++) {
		const struct plan_day *d = &p->day[i];
		const struct plan_week *w = &p->week[d->week];
		assert_true(last <= d->from_at && d->from_at < d->to_at && d->to_at <= text.n);
		assert_true(w->from_at < d->from_at && d->to_at <= w->to_at);
		assert_true(str_starts(str_slice(text, d->from_at, text.n), STR("**Day ")));
		for (int k = d->first; k < d->first + d->nitem; k++)
			assert_true(p->item[k].box > d->from_at && p->item[k].box < d->to_at);
		last = d->to_at;
	}
	for (int i = 0; i < p->nsection; i++) {
		struct str s = str_slice(text, p->section[i].from_at, p->section[i].to_at);
		assert_true(str_starts(s, STR("### ")));
		assert_true(str_find(s, p->section[i].title, 0) == 4);
	}
}

/* What the log knows of tasks and days rests on these: their sums must stay as they ever were. */
static void assert_identities(const struct plan *p)
{
	uint64_t items = 0, ids = 0;
	for (int i = 0; i < p->nitem; i++)
		items += p->item[i].id;
	for (int i = 0; i < p->nday; i++)
		ids += p->day[i].id;
	assert_true(items == 0xed2a3ced59cb02d4);
	assert_true(ids == 0xbaee1d68edae01be);
}

static int count_status(const struct plan *p, enum plan_status status)
{
	int n = 0;
	for (int i = 0; i < p->nitem; i++)
		n += p->item[i].status == status;
	return n;
}

/* Two tasks say that they are deferred, one of which is ticked; three are optional. */
static void assert_item_states(const struct plan *p)
{
	int optional = 0;
	assert_int_equal(count_status(p, PLAN_DEFERRED), 2);
	assert_int_equal(count_status(p, PLAN_DONE), p->ndone - 1);
	assert_int_equal(count_status(p, PLAN_OPEN), p->nitem - p->ndone - 1);
	for (int i = 0; i < p->nitem; i++) {
		assert_true(p->item[i].boxed);
		assert_int_equal(p->item[i].parent, -1);
		assert_int_equal(p->item[i].clock, -1);
		assert_true((p->item[i].marks & ~(unsigned)PLAN_OPTIONAL) == 0);
		optional += p->item[i].marks != 0;
	}
	assert_int_equal(optional, 3);
}

static void assert_all(struct str text)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(text, STR("ML-Interview-Prep-Plan.md"), &a);
	assert_int_equal(p.nday, LENGTH(days));
	assert_int_equal(p.nweek, LENGTH(weeks));
	assert_int_equal(p.nphase, LENGTH(phases));
	for (int i = 0; i < p.nday; i++)
		assert_day(&p, i);
	for (int i = 0; i < p.nweek; i++)
		assert_week(&p, i);
	for (int i = 0; i < p.nphase; i++) {
		assert_int_equal(p.phase[i].marks, phases[i].marks);
		assert_int_equal(p.phase[i].minutes_from, phases[i].minutes_from);
		assert_int_equal(p.phase[i].minutes_to, phases[i].minutes_to);
	}
	assert_ranges(&p, text);
	assert_identities(&p);
	assert_item_states(&p);
	assert_int_equal(p.nloose, 0);
	arena_release(&a);
}

TEST(plan_days_of_the_sample_are_as_a_reader_says)
{
	struct buf text = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	assert_all(buf_str(&text));
	buf_release(&text);
}

TEST(plan_days_of_the_sample_are_the_same_through_mojibake)
{
	struct buf file = test_read(test_shared("study/ML-Interview-Prep-Plan.mojibake.md"));
	struct arena a = { 0 };
	assert_all(encoding_decode(buf_str(&file), &a).text);
	arena_release(&a);
	buf_release(&file);
}
