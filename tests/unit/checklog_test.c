/* checklog_test.c - the table of knowledge checks. */
#include "hone/checklog.h"
#include "test.h"

static const char head[] = "| Day | Date | Overall Score | Strong Areas | Weak Areas | Action |\n"
			   "|--|--|--|--|--|--|\n";

static struct buf shown(struct str text)
{
	struct buf b = { 0 };
	struct arena a = { 0 };
	int n;
	struct check_row *r = checklog_parse(text, &n, &a);
	for (int i = 0; i < n; i++) {
		char date[16];
		buf_addf(&b, "%d: %d %s %d %d/%d <%.*s> <%.*s> <%.*s>\n", r[i].line, r[i].number,
			day_iso(r[i].date, date), r[i].score, r[i].fresh, r[i].review,
			STR_ARG(r[i].strong), STR_ARG(r[i].weak), STR_ARG(r[i].action));
	}
	assert_true((r == NULL) == (n == 0));
	arena_release(&a);
	return b;
}

static void check(const char *before, const char *rows, const char *want)
{
	struct buf text = { 0 };
	buf_addf(&text, "%s%s", before, rows);
	struct buf got = shown(buf_str(&text));
	assert_string_equal(buf_cstr(&got), want);
	buf_release(&got);
	buf_release(&text);
}

TEST(checklog_reads_a_row_a_day)
{
	check(head,
		"| 1 | 2024-02-28 | N/A | - | first | - |\n"
		"| 2 | 2024-02-29 | **98.5% (A+)** | a | b | c |\r\n"
		"| 3 | 2024-02-30 | 7% | | | |\n",
		"3: 1 2024-02-28 -1 -1/-1 <-> <first> <->\n"
		"4: 2 2024-02-29 985 -1/-1 <a> <b> <c>\n"
		"5: 3  70 -1/-1 <> <> <>\n");
}

TEST(checklog_reads_scores_in_several_forms)
{
	static const struct {
		const char *cell;
		int want;
	} s[] = {
		{ "88% (B+)", 880 },
		{ "66.5%", 665 },
		{ "99.96%", 1000 },
		{ "100 %", 1000 },
		{ "92.0", 920 },
		{ "**75**", 750 },
		{ "17/20", 850 },
		{ "2/3", 667 },
		{ "-", -1 },
		{ "", -1 },
		{ "N/A", -1 },
		{ "101%", -1 },
		{ "1000", -1 },
		{ "5/0", -1 },
		{ "95% \xe2\x86\x92 100%", 950 },
		{ "99999999999999%", -1 },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		int n;
		buf_addf(&b, "%s| 1 | 2024-01-01 | %s |\n", head, s[i].cell);
		struct check_row *r = checklog_parse(buf_str(&b), &n, &a);
		assert_int_equal(n, 1);
		if (r->score != s[i].want)
			fail_msg("\"%s\" is %d, not %d", s[i].cell, r->score, s[i].want);
		arena_release(&a);
		buf_release(&b);
	}
}

TEST(checklog_splits_scores_that_the_row_states)
{
	static const struct {
		const char *cell;
		int fresh, review;
	} s[] = {
		{ "Heaps (90%), Review (98.3%)", -1, 983 },
		{ "Review perfect (100%, 90%, 90%)", -1, 933 },
		{ "New content (88.6%), **review** of trees (70%)", 886, 700 },
		{ "Review, heaps (90%)", -1, -1 },
		{ "Preview (90%)", -1, -1 },
		{ "Review (well done), Review again (80%)", -1, 800 },
		{ "Review (80%", -1, -1 },
	};
	for (size_t i = 0; i < LENGTH(s); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		int n;
		buf_addf(&b, "%s| 1 | 2024-01-01 | 5%% | %s |\n", head, s[i].cell);
		struct check_row *r = checklog_parse(buf_str(&b), &n, &a);
		assert_int_equal(n, 1);
		assert_int_equal(r->fresh, s[i].fresh);
		assert_int_equal(r->review, s[i].review);
		arena_release(&a);
		buf_release(&b);
	}
}

TEST(checklog_of_other_tables_is_empty)
{
	check("", "", "");
	check("", "| Q# | Topic | Day | Score |\n|--|--|--|--|\n| Q1 | a | 4 | 100% |\n", "");
	check("", "| Date | Result |\n|--|--|\n| 2024-01-01 | 100% |\n", "");
	check("", "| Updated | Score |\n|--|--|\n| 2024-01-01 | 100% |\n", "");
	check("```\n", head, "");
	check(head, "| N | YYYY-MM-DD | XX% | | | |\n| | | | | | |\n", "");
}

TEST(checklog_joins_tables_and_ends_each)
{
	check("",
		"| Score | Date |\n|--|--|\n| 5% | 2024-01-01 |\n\n"
		"| a | Date |\n|--|--|\n| 6% | 2024-01-02 |\n\n"
		"| Date | Quiz score | Overall score |\n|--|--|--|\n| 2024-01-03 | 1% | 7% |\n",
		"3: 0 2024-01-01 50 -1/-1 <> <> <>\n"
		"11: 0 2024-01-03 70 -1/-1 <> <> <>\n");
}

TEST(checklog_of_the_sample_has_fifteen_days)
{
	struct buf b =
		test_read(test_shared("study/ml-study-plan/Daily-Knowledge-Check-Protocol.md"));
	struct arena a = { 0 };
	int n, scored = 0;
	struct check_row *r = checklog_parse(buf_str(&b), &n, &a);
	assert_int_equal(n, 15);
	for (int i = 0; i < n; i++) {
		scored += r[i].score >= 0;
		assert_int_equal(r[i].number, i + 1);
	}
	assert_int_equal(scored, 12);
	assert_int_equal(r[14].score, 920);
	assert_int_equal(r[14].date, day_of_civil(2025, 11, 11));
	assert_int_equal(r[14].review, 1000);
	assert_int_equal(r[9].review, 983);
	arena_release(&a);
	buf_release(&b);
}

TEST(checklog_takes_any_bytes)
{
	static const char *const piece[] = { "| Date | Score | Strong |\n|-|-|-|\n",
		"| 2024-01-01 | 5% | Review (9%) |\n", "|", "%", "9", "999999999999", ".", "/", "(",
		")", "review", "\n", "\xff", "\\", "`" };
	uint32_t seed = 5;
	int found = 0;
	for (int round = 0; round < 400; round++) {
		struct buf b = { 0 };
		for (int i = 0; i < 40; i++) {
			seed = seed * 1664525u + 1013904223u;
			buf_add(&b, str_of(piece[(seed >> 16) % LENGTH(piece)]));
		}
		struct arena a = { 0 };
		int n;
		struct check_row *r = checklog_parse(buf_str(&b), &n, &a);
		for (int i = 0; i < n; i++)
			assert_in_range(r[i].score + 1, 0, 1001);
		found += n;
		arena_release(&a);
		buf_release(&b);
	}
	assert_true(found > 100);
}
