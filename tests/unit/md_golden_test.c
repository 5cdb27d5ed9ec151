/*
 * md_golden_test.c - whole texts as they were when somebody last looked at them.
 *
 * A row that fails says what it should be now. Renew it only after having read the rendering from top to bottom
 * against its source, best beside that of the commit before:
 *
 *     ./hone read ../shared/study/ml-study-plan/references/NAME.md --width 60
 *     ./hone read tests/data/textbook.md --width 80 >tests/data/textbook.80
 */
#include "../test.h"

#include <inttypes.h>
#include <stdio.h>

#include "hone/base.h"
#include "hone/md.h"
#include "hone/text.h"

struct rendering {
	const char *name;
	int cols, nline;
	uint64_t hash; /* hash64 of the lines, each ended by a newline */
};

static const struct rendering sheets[] = {
	{ "Gradient-Formulas-Cheatsheet", 60, 385, UINT64_C(0x0163d3eeaba8a749) },
	{ "Gradient-Formulas-Cheatsheet", 80, 379, UINT64_C(0x2d82b7829c5ba0df) },
	{ "Gradient-Formulas-Cheatsheet", 120, 378, UINT64_C(0x57ee0fd2524985a9) },
	{ "day10-gpu-roofline-3Dparellel", 60, 407, UINT64_C(0x7881d7ced28a3f46) },
	{ "day10-gpu-roofline-3Dparellel", 80, 364, UINT64_C(0xcbc8d87f7b3ef0bb) },
	{ "day10-gpu-roofline-3Dparellel", 120, 348, UINT64_C(0x2443ab86da1ee869) },
	{ "day11-inferenceOptimize", 60, 409, UINT64_C(0x99eb79ac4e61c4c9) },
	{ "day11-inferenceOptimize", 80, 345, UINT64_C(0x84a4cce27dd3e519) },
	{ "day11-inferenceOptimize", 120, 296, UINT64_C(0x7a9664c3ca503aaa) },
	{ "day12-transformerCalc", 60, 314, UINT64_C(0x7ede3f60a8bb4710) },
	{ "day12-transformerCalc", 80, 294, UINT64_C(0x411f1aaec2226d19) },
	{ "day12-transformerCalc", 120, 278, UINT64_C(0x913634f49334fe2e) },
	{ "day13-regressionDiag-cov_corr", 60, 429, UINT64_C(0x48d860c5b8f2bc61) },
	{ "day13-regressionDiag-cov_corr", 80, 380, UINT64_C(0xa270e6dbb2211348) },
	{ "day13-regressionDiag-cov_corr", 120, 344, UINT64_C(0x085e4af4d5ae1568) },
	{ "day14-mle-hypothesisTest", 60, 412, UINT64_C(0x946469cb2b0e2c56) },
	{ "day14-mle-hypothesisTest", 80, 373, UINT64_C(0x07dcafcd7cc0feda) },
	{ "day14-mle-hypothesisTest", 120, 357, UINT64_C(0x255a1457b9092117) },
	{ "day15-abTest-statsFund", 60, 540, UINT64_C(0xb961af27aa1d75f6) },
	{ "day15-abTest-statsFund", 80, 490, UINT64_C(0x2b0489487e528795) },
	{ "day15-abTest-statsFund", 120, 448, UINT64_C(0x6705bdc3e354ac10) },
	{ "day3-optimizers-ROC", 60, 284, UINT64_C(0xa183349eaa7ce29b) },
	{ "day3-optimizers-ROC", 80, 260, UINT64_C(0x68846f8e76dc1dc7) },
	{ "day3-optimizers-ROC", 120, 249, UINT64_C(0x19188a9b1bcd3748) },
	{ "day4-regularization-regressionMetrics-kmeans", 60, 496, UINT64_C(0xca413c33fb9c9258) },
	{ "day4-regularization-regressionMetrics-kmeans", 80, 457, UINT64_C(0xfca82c60f028bf4d) },
	{ "day4-regularization-regressionMetrics-kmeans", 120, 439, UINT64_C(0x51496bbe8ad9f7a4) },
	{ "day5-boosting", 60, 410, UINT64_C(0xeb31f901900bef19) },
	{ "day5-boosting", 80, 357, UINT64_C(0x2d8fe92a97a43541) },
	{ "day5-boosting", 120, 322, UINT64_C(0xf5904e2ae8e352a5) },
	{ "day7-8-megatronLM-ZeRO", 60, 485, UINT64_C(0x119f761f1d6ca1c5) },
	{ "day7-8-megatronLM-ZeRO", 80, 422, UINT64_C(0xbf49f2d9eaff4dce) },
	{ "day7-8-megatronLM-ZeRO", 120, 373, UINT64_C(0xaa811a6dc065184f) },
};

/* What a reader sees of the file. */
static struct buf rendered(const char *path, int cols, int *nline)
{
	struct arena a = { 0 };
	struct buf src = test_read(path), raw = { 0 }, shown = { 0 };
	struct md_doc doc = md_layout(buf_str(&src), cols, 0, &a);
	for (int i = 0; i < doc.nline; i++) {
		for (int k = 0; k < doc.line[i].nspan; k++)
			buf_add(&raw, doc.line[i].span[k].text);
		buf_addc(&raw, '\n');
	}
	text_sanitize(&shown, buf_str(&raw));
	*nline = doc.nline;
	buf_release(&src);
	buf_release(&raw);
	arena_release(&a);
	return shown;
}

TEST(the_sheets_of_the_sample_look_as_they_did_when_they_were_read)
{
	int differ = 0;
	for (size_t i = 0; i < LENGTH(sheets); i++) {
		const struct rendering *r = &sheets[i];
		char name[128];
		int nline;
		snprintf(name, sizeof name, "study/ml-study-plan/references/%s.md", r->name);
		struct buf b = rendered(test_shared(name), r->cols, &nline);
		uint64_t hash = hash64(0, b.p, b.n);
		if (nline != r->nline || hash != r->hash) {
			print_message("\t{ \"%s\", %d, %d, UINT64_C(0x%016" PRIx64 ") },\n",
				r->name, r->cols, nline, hash);
			differ++;
		}
		buf_release(&b);
	}
	assert_int_equal(differ, 0);
}

/* The file is laid out as it was when somebody looked at it and found it right. */
static void check_same(const char *name, const char *seen)
{
	int nline;
	struct buf got = rendered(name, 80, &nline);
	struct buf want = test_read(seen);
	struct str g = buf_str(&got), w = buf_str(&want), have, line;
	for (int i = 1; str_line(&w, &line); i++) {
		if (!str_line(&g, &have))
			fail_msg("%s: line %d is missing: %.*s", seen, i, STR_ARG(line));
		if (!str_eq(have, line))
			fail_msg("%s: line %d is\n%.*s\nand not\n%.*s", seen, i, STR_ARG(have),
				STR_ARG(line));
	}
	assert_int_equal(g.n, 0);
	buf_release(&got);
	buf_release(&want);
}

TEST(formulas_of_textbooks_look_as_they_did_when_they_were_read)
{
	check_same("tests/data/textbook.md", "tests/data/textbook.80");
	check_same("tests/data/lecture.md", "tests/data/lecture.80");
}
