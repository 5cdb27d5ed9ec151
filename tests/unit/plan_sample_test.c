/* plan_sample_test.c - the plans of the samples: what a reader would say, as numbers. */
#include "hone/plan.h"

#include "test.h"
#include "hone/encoding.h"

struct week_count {
	int from, to, phase, nitem, ndone;
};

static const struct week_count sample_weeks[] = {
	{ 1, 1, 1, 32, 28 },
	{ 2, 2, 1, 50, 50 },
	{ 3, 3, 1, 35, 8 },
	{ 4, 4, 1, 14, 0 },
	{ 5, 5, 2, 8, 0 },
	{ 6, 6, 2, 6, 0 },
	{ 7, 7, 3, 7, 0 },
	{ 8, 8, 3, 8, 0 },
	{ 9, 9, 3, 10, 0 },
	{ 10, 10, 3, 11, 0 },
	{ 11, 12, 4, 15, 0 },
};

struct day_fact {
	int week, from, to;
	const char *date;
	enum plan_status status;
	int nitem, ndone, minutes_from, minutes_to;
};

static const struct day_fact sample_days[] = {
	{ 1, 1, 1, "", PLAN_DONE, 3, 3, 0, 0 },
	{ 1, 2, 2, "2025-10-29", PLAN_DONE, 5, 5, 60, 120 },
	{ 1, 3, 3, "2025-10-30", PLAN_DONE, 10, 10, 120, 120 },
	{ 1, 4, 4, "2025-10-31", PLAN_DONE, 6, 6, 120, 120 },
	{ 1, 5, 5, "2025-11-01", PLAN_DONE, 4, 4, 0, 60 },
	{ 1, 6, 7, "2025-11-03", PLAN_DONE, 0, 0, 0, 0 },
	{ 2, 1, 1, "2025-11-04", PLAN_DONE, 3, 3, 0, 0 },
	{ 2, 2, 2, "2025-11-05", PLAN_DONE, 8, 8, 0, 0 },
	{ 2, 3, 3, "2025-11-06", PLAN_DONE, 8, 8, 0, 0 },
	{ 2, 4, 4, "2025-11-07", PLAN_DONE, 9, 9, 120, 120 },
	{ 2, 5, 5, "2025-11-08", PLAN_DONE, 5, 5, 120, 120 },
	{ 2, 6, 7, "", PLAN_DONE, 3, 3, 240, 300 },
	{ 2, 6, 6, "2025-11-09", PLAN_DONE, 8, 8, 120, 150 },
	{ 2, 7, 7, "2025-11-10", PLAN_DONE, 6, 6, 120, 150 },
	{ 3, 1, 1, "2025-11-11", PLAN_DONE, 9, 8, 120, 150 },
	{ 3, 2, 2, "", PLAN_OPEN, 4, 0, 120, 180 },
	{ 3, 3, 4, "", PLAN_OPEN, 7, 0, 240, 300 },
	{ 3, 4, 5, "", PLAN_OPEN, 9, 0, 180, 240 },
	{ 3, 6, 7, "", PLAN_OPEN, 6, 0, 120, 180 },
	{ 4, 1, 2, "", PLAN_OPEN, 3, 0, 120, 180 },
	{ 4, 3, 7, "", PLAN_OPEN, 7, 0, 0, 0 },
	{ 4, 3, 7, "", PLAN_OPEN, 4, 0, 0, 0 },
};

static void assert_sample_weeks(const struct plan *p)
{
	static const int ranges[][2] = { { 1, 4 }, { 5, 6 }, { 7, 10 }, { 11, 12 } };
	assert_int_equal(p->nphase, LENGTH(ranges));
	for (int i = 0; i < p->nphase; i++) {
		assert_int_equal(p->phase[i].number, i + 1);
		assert_int_equal(p->phase[i].from_week, ranges[i][0]);
		assert_int_equal(p->phase[i].to_week, ranges[i][1]);
	}
	assert_int_equal(p->nweek, LENGTH(sample_weeks));
	for (int i = 0; i < p->nweek; i++) {
		const struct plan_week *w = &p->week[i];
		const struct week_count got = { w->number, w->to, w->phase, w->nitem, w->ndone };
		assert_memory_equal(&got, &sample_weeks[i], sizeof got);
	}
}

static void assert_sample_days(const struct plan *p)
{
	assert_int_equal(p->nday, LENGTH(sample_days));
	for (int i = 0; i < p->nday; i++) {
		const struct plan_day *d = &p->day[i];
		const struct day_fact *want = &sample_days[i];
		char date[16];
		assert_int_equal(p->week[d->week].number, want->week);
		assert_int_equal(d->from, want->from);
		assert_int_equal(d->to, want->to);
		assert_string_equal(day_iso(d->date, date), want->date);
		assert_string_equal(plan_status_name(d->status), plan_status_name(want->status));
		assert_int_equal(d->nitem, want->nitem);
		assert_int_equal(d->ndone, want->ndone);
		assert_int_equal(d->minutes_from, want->minutes_from);
		assert_int_equal(d->minutes_to, want->minutes_to);
		assert_true(d->title.n > 0);
		assert_int_equal(str_find(d->title, STR("✅"), 0), -1);
		assert_int_equal(str_find(d->title, STR("202"), 0), -1);
		assert_int_equal(str_casefind(d->title, STR("hour"), 0), -1);
		assert_int_equal(str_find(d->title, STR("**"), 0), -1);
	}
}

static void assert_sample(struct str text)
{
	struct arena a = { 0 };
	struct plan p = plan_parse(text, STR("plan.md"), &a);
	assert_int_equal(p.nitem, 209);
	assert_int_equal(p.ndone, 86);
	assert_sample_weeks(&p);
	assert_sample_days(&p);
	static const char *const sections[] = { "Projects", "Interview Skills", "Applications" };
	static const int counts[] = { 4, 4, 5 };
	assert_int_equal(p.nsection, LENGTH(sections));
	for (int i = 0; i < p.nsection; i++) {
		assert_str(p.section[i].title, sections[i]);
		assert_int_equal(p.section[i].nitem, counts[i]);
		assert_int_equal(p.section[i].ndone, 0);
	}
	int today = plan_today(&p, day_of_civil(2025, 11, 12));
	assert_int_equal(p.week[p.day[today].week].number, 3);
	assert_int_equal(p.day[today].from, 2);
	assert_str(p.day[today].title, "PyTorch Basics");
	arena_release(&a);
}

TEST(plan_of_the_sample_study_is_read_whole)
{
	struct buf text = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	assert_sample(buf_str(&text));
	buf_release(&text);
}

TEST(plan_of_the_sample_study_is_read_through_mojibake)
{
	struct buf file = test_read(test_shared("study/ML-Interview-Prep-Plan.mojibake.md"));
	struct arena a = { 0 };
	assert_sample(encoding_decode(buf_str(&file), &a).text);
	arena_release(&a);
	buf_release(&file);
}

static int score_of(const char *name)
{
	struct buf text = test_read(test_shared(name));
	int score = plan_score(buf_str(&text));
	buf_release(&text);
	return score;
}

TEST(plan_of_the_sample_study_scores_highest)
{
	static const char *const others[] = {
		"study/ml-study-plan/Daily-Knowledge-Check-Protocol.md",
		"study/ml-study-plan/ML-Coding-Questions.md",
		"study/ml-study-plan/ML-System-Design-Questions.md",
		"study/ml-study-plan/ML-Theory-Questions.md",
		"study/ml-study-plan/Project-Ideas.md",
		"study/ml-study-plan/gap_analysis/Week2-LLM-Systems-Topic-Check.md",
		"study/ml-study-plan/gap_analysis/Week2-Statistics-Topic-Check.md",
		"study/ml-study-plan/references/day7-8-megatronLM-ZeRO.md",
		"study/ml-study-plan/references/day15-abTest-statsFund.md",
	};
	int plan = score_of("study/ml-study-plan/ML-Interview-Prep-Plan.md");
	for (size_t i = 0; i < LENGTH(others); i++)
		assert_true(4 * score_of(others[i]) < plan);
}

TEST(plan_reads_what_other_people_write)
{
	static const struct {
		const char *name;
		int nphase, nweek, nday, nitem;
		bool scores;
	} cases[] = {
		{ "samples/plans/sdp-12week-tracker.md", 0, 12, 37, 158, true },
		{ "samples/plans/howiess-ml-ds-plan.md", 3, 10, 0, 36, true },
		{ "samples/plans/jassics-aws-security.md", 0, 6, 0, 77, true },
		{ "samples/plans/lessup-week-03-zh.md", 0, 1, 0, 4, true },
		{ "samples/plans/100doc-log-template.md", 0, 1, 3, 0, true },
		{ "samples/plans/jlpt-n3-12-week.md", 0, 3, 21, 102, true },
		{ "samples/plans/rahul-ds-roadmap-tables.md", 0, 8, 0, 19, true },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct buf text = test_read(test_shared(cases[i].name));
		struct arena a = { 0 };
		struct plan p = plan_parse(buf_str(&text), STR("p"), &a);
		assert_int_equal(p.nphase, cases[i].nphase);
		assert_int_equal(p.nweek, cases[i].nweek);
		assert_int_equal(p.nday, cases[i].nday);
		assert_int_equal(p.nitem, cases[i].nitem);
		assert_int_equal(plan_score(buf_str(&text)) > 0, cases[i].scores);
		arena_release(&a);
		buf_release(&text);
	}
}
