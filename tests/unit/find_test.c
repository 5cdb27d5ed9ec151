/* find_test.c - names by some of their letters, words in texts by sections. */
#include "hone/find.h"

#include <stdio.h>
#include <stdlib.h>

#include "hone/text.h"
#include "test.h"

static int score(const char *typed, const char *name)
{
	struct arena a = { 0 };
	struct find_name n = find_name(str_of(name), &a);
	struct find_pattern p = find_pattern(str_of(typed));
	int sum = find_fits(&p, &n);
	arena_release(&a);
	return sum;
}

TEST(a_name_fits_when_it_has_the_letters_in_their_order)
{
	static const struct {
		const char *typed, *name;
		bool fits;
	} row[] = {
		{ "", "anything", true },
		{ "kv", "day12 › KV cache", true },
		{ "vk", "day12 › KV cache", false },
		{ "cache kv", "day12 › KV cache", true },
		{ "cache kw", "day12 › KV cache", false },
		{ "KV", "day12 › KV cache", true },
		{ "Kv", "day12 › kv cache", false },
		{ "kv", "day12 › kV cache", true },
		{ "resume", "Résumé", true },
		{ "RÉSUMÉ", "Résumé", false }, /* a capital that is none */
		{ "strasse", "Straße", true },
		{ "aaa", "aa", false },
		{ "  ", "x", true },
	};
	for (size_t i = 0; i < LENGTH(row); i++)
		if ((score(row[i].typed, row[i].name) > 0) != row[i].fits)
			fail_msg("\"%s\" in \"%s\"", row[i].typed, row[i].name);
}

TEST(letters_at_starts_and_side_by_side_are_worth_more)
{
	static const struct {
		const char *typed, *better, *worse;
	} row[] = {
		{ "zero", "notes/zero", "zebra error" },
		{ "gp", "gradient penalty", "bagpipe" },
		{ "day1", "day1-costs", "day-of-21" },
		{ "kvc", "kv-cache", "kivmc" },
		{ "heap", "sheets/heap", "cheap" },
		{ "fb", "fooBar", "foobar" },
		{ "mle", "day14-mle", "example" },
		{ "roc", "day3 › ROC curve", "day9 › Process" },
	};
	for (size_t i = 0; i < LENGTH(row); i++)
		if (score(row[i].typed, row[i].better) <= score(row[i].typed, row[i].worse))
			fail_msg("%s: %s %d, %s %d", row[i].typed, row[i].better,
				score(row[i].typed, row[i].better), row[i].worse,
				score(row[i].typed, row[i].worse));
}

/* The text with what was found in brackets. */
static void bracketed(struct buf *out, struct str text, const struct find_mark *mark, int n)
{
	size_t at = 0;
	buf_clear(out);
	for (int i = 0; i < n; i++) {
		buf_addf(out, "%.*s[%.*s]", STR_ARG(str_slice(text, at, mark[i].from)),
			STR_ARG(str_slice(text, mark[i].from, mark[i].to)));
		at = mark[i].to;
	}
	buf_add(out, str_slice(text, at, text.n));
}

static void assert_fitting(const char *typed, const char *name, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct find_mark mark[FIND_NAME];
	struct find_name n = find_name(str_of(name), &a);
	struct find_pattern p = find_pattern(str_of(typed));
	bracketed(&got, n.text, mark, find_fitting(&p, &n, mark, FIND_NAME));
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

TEST(the_letters_found_are_those_of_the_best_way)
{
	assert_fitting("kvc", "knives › kv-cache", "knives › [kv]-[c]ache");
	assert_fitting("heap", "cheap/heap", "cheap/[heap]");
	assert_fitting("cache day", "day12 › KV cache", "[day]12 › KV [cache]");
	assert_fitting("re", "Résumé", "[Ré]sumé");
	assert_fitting("xyz", "none", "none");
}

/* Any letters of the name in their order fit it, and as many are shown as were typed. */
TEST(what_is_taken_out_of_a_name_fits_it)
{
	struct arena a = { 0 };
	srand(7);
	for (int round = 0; round < 2000; round++) {
		char name[64], typed[64];
		int n = 1 + rand() % 40, k = 0, shown = 0;
		for (int i = 0; i < n; i++) {
			name[i] = (char)("abcAB-/_9"[rand() % 9]);
			if (k < FIND_LETTERS && rand() % 3 == 0)
				typed[k++] = name[i];
		}
		struct find_name f = find_name((struct str){ name, (size_t)n }, &a);
		struct find_pattern p = find_pattern((struct str){ typed, (size_t)k });
		struct find_mark mark[64];
		if (!find_fits(&p, &f))
			fail_msg("%.*s in %.*s", k, typed, n, name);
		int m = find_fitting(&p, &f, mark, 64);
		for (int i = 0; i < m; i++)
			shown += (int)(mark[i].to - mark[i].from);
		assert_int_equal(shown, k);
		arena_clear(&a);
	}
	arena_release(&a);
}

static int matches(const char *typed, const char *text)
{
	struct arena a = { 0 };
	struct find_query q = find_query(str_of(typed), &a);
	int n = q.n ? find_matches(&q, str_of(text), STR("Days of winter")) : -1;
	arena_release(&a);
	return n;
}

TEST(words_are_found_where_words_begin)
{
	static const struct {
		const char *typed, *text;
		bool found;
	} row[] = {
		{ "heap", "A heap of cards", true }, { "hea", "A heap of cards", true },
		{ "eap", "A heap of cards", false }, { "HEAP Cards", "a heap of cards", true },
		{ "heap stack", "a heap of cards", false }, { "resume", "le Résumé", true },
		{ "Résumé", "le resume", true }, { "strasse", "Straße", true },
		{ "k-means", "the k-means method", true },
		{ "k-means", "k is what it means", false }, { "means", "the k-means method", true },
		{ "\"heap of\"", "a heap of cards", true },
		{ "\"heap of\"", "a heap often", false }, { "\"heap of", "a heap often", true },
		{ "\"of heap\"", "a heap of cards", false },
		{ "\"kv cache\"", "the **KV**\n  cache", true },
		{ "\"kv cache\"", "the KV\n\ncache", false }, { "\"a\"", "ab", false },
		{ "∇", "the gradient ∇f", true }, { "f", "the gradient ∇f", true },
		{ "漢字", "これは漢字です", true }, { "corr", "cov_corr", true },
		{ "5", "35", false }, { "x\"y z\"w", "x y z w", true },
		{ "winter heap", "a heap", true }, { "winter", "a heap", false }, /* only above */
	};
	for (size_t i = 0; i < LENGTH(row); i++)
		if ((matches(row[i].typed, row[i].text) > 0) != row[i].found)
			fail_msg("%s in \"%s\"", row[i].typed, row[i].text);
	assert_int_equal(matches("", "x"), -1);
	assert_int_equal(matches(" \"\" -- ", "x"), -1);
	assert_true(matches("heap", "heap") > matches("heap", "heaps"));
}

TEST(found_letters_of_a_line_are_marked)
{
	static const struct {
		const char *typed, *line, *want;
	} row[] = {
		{ "kv mem", "Memory of the KV cache: kvm", "[Mem]ory of the [KV] cache: [kv]m" },
		{ "\"kv cache\"", "the KV - cache", "the [KV - cache]" },
		{ "re", "Résumé, read", "[Ré]sumé, [re]ad" },
		{ "none", "a line", "a line" },
		{ "漢", "これは漢字", "これは[漢]字" },
	};
	struct arena a = { 0 };
	struct buf got = { 0 };
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct find_mark mark[16];
		struct find_query q = find_query(str_of(row[i].typed), &a);
		int n = find_marks(&q, str_of(row[i].line), mark, 16);
		bracketed(&got, str_of(row[i].line), mark, n);
		assert_str(buf_str(&got), row[i].want);
	}
	buf_release(&got);
	arena_release(&a);
}

static void assert_excerpt(const char *typed, const char *line, int cols, const char *want)
{
	struct arena a = { 0 };
	struct find_query q = find_query(str_of(typed), &a);
	struct str got = find_excerpt(&q, str_of(line), cols, &a);
	assert_str(got, want);
	assert_true(text_cols(got) <= cols);
	arena_release(&a);
}

TEST(an_excerpt_shows_what_was_found)
{
	static const char line[] = "one two three four five six seven eight nine ten";
	assert_excerpt("ten", "  short ten ", 40, "short ten");
	assert_excerpt("two", line, 20, "one two three four…");
	assert_excerpt("seven", line, 20, "…six seven eight ni…");
	assert_excerpt("ten", line, 20, "…eight nine ten");
	assert_excerpt("nothing", line, 12, "one two thr…");
}

static const char sheet[] = "Before all.\n"                    /* 1 */
			    "# Memory of models\n"             /* 2 */
			    "\n"                               /* 3 */
			    "Weights and *activations*.\n"     /* 4 */
			    "## KV cache\n"                    /* 5 */
			    "\n"                               /* 6 */
			    "- Two **tensors** a layer.\n"     /* 7 */
			    "- The cache grows with tokens.\n" /* 8 */
			    "### Paged\n"                      /* 9 */
			    "| Block | tokens |\n"             /* 10 */
			    "|-------|--------|\n"             /* 11 */
			    "| 1 | 16 *x* |\n"                 /* 12 */
			    "## Code\n"                        /* 13 */
			    "```\n"                            /* 14 */
			    "# cache = a*b*c\n"                /* 15 */
			    "```\n";                           /* 16 */

/* "5:8 The cache grows", the section's line, the line found, the excerpt; sections parted by '|'. */
static void assert_found(const char *typed, const char *want)
{
	struct arena a = { 0 };
	struct buf got = { 0 };
	struct find_section s[16];
	struct find_text t = find_text(str_of(sheet), &a);
	struct find_query q = find_query(str_of(typed), &a);
	int n = find_sections(&q, &t, s, 16);
	for (int i = 0; i < n; i++) {
		struct str text = find_section_excerpt(&q, &t, &s[i], 40, &a);
		buf_addf(&got, "%s%d:%d %.*s", i ? " | " : "", s[i].from, s[i].line, STR_ARG(text));
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
	arena_release(&a);
}

TEST(sections_have_all_words_themselves_or_in_the_headings_above)
{
	assert_found("before", "1:1 Before all.");
	assert_found("activ", "2:4 Weights and activations.");
	assert_found("tokens cache", "5:8 The cache grows with tokens. | 9:10 Block · tokens");
	assert_found("memory tokens", "5:8 The cache grows with tokens. | 9:10 Block · tokens");
	assert_found("paged", "9:9 Block · tokens");
	assert_found("\"16 x\"", "9:12 1 · 16 x");
	assert_found("kv", "5:5 Two tensors a layer.");
	assert_found("a b c", "13:15 # cache = a*b*c");
	assert_found("code", "13:13 ");
	assert_found("before tokens", "");
	assert_found("memory", "2:2 Weights and activations.");
	assert_found("", "");
}

TEST(below_a_heading_that_was_found_stands_what_can_be_read)
{
	static const struct {
		const char *below, *want;
	} row[] = {
		{ "---\n\ntext", "text" },
		{ "$$\n\\frac{a}{b}\n$$\ntext", "a/b" },
		{ "$$x_1 + 1$$\n", "x₁ + 1" },
		{ "$$\n\\frac{a}\n$$\ntext", "\\frac{a}" }, /* none: as it was written */
		{ "$$\nnever closed", "never closed" },
		{ "|---|\n| a | b |\n", "a · b" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct arena a = { 0 };
		struct find_section s;
		struct find_text t =
			find_text(arena_printf(&a, "# Needle\n%s\n", row[i].below), &a);
		struct find_query q = find_query(STR("needle"), &a);
		assert_int_equal(find_sections(&q, &t, &s, 1), 1);
		assert_str(find_section_excerpt(&q, &t, &s, 40, &a), row[i].want);
		arena_release(&a);
	}
}

TEST(a_section_with_the_words_in_its_heading_or_on_one_line_is_better)
{
	struct arena a = { 0 };
	struct find_section s[4];
	struct find_text t = find_text(STR("# Heap\nx\n# Tree\nheap\n# One\nheap tree\n# Two\n"
					   "heap\n\ntree\n"),
		&a);
	struct find_query one = find_query(STR("heap"), &a), two = find_query(STR("one two"), &a);
	assert_int_equal(find_sections(&one, &t, s, 4), 4);
	assert_true(s[0].score > s[1].score);
	two = find_query(STR("heap tree"), &a);
	assert_int_equal(find_sections(&two, &t, s, 4), 3);
	assert_true(s[1].score > s[2].score);
	arena_release(&a);
}

/* Each word of a text is found in the section that it was taken from. */
TEST(what_stands_in_a_section_is_found_there)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	srand(3);
	for (int round = 0; round < 300; round++) {
		int want = rand() % 5, n = 0;
		bool found = false;
		buf_clear(&b);
		for (int s = 0; s < 5; s++) {
			buf_addf(&b, "# part %d\n", s);
			for (int i = 0; i < 1 + rand() % 30; i++)
				buf_addf(&b, "%c%c%c%c", 'a' + rand() % 4, "éa漢-"[0],
					'a' + rand() % 4, rand() % 5 ? ' ' : '\n');
			if (s == want)
				buf_add(&b, STR(" ÄPFEL, "));
			buf_addc(&b, '\n');
		}
		struct find_text t = find_text(buf_str(&b), &a);
		struct find_query q = find_query(STR("apfel"), &a);
		struct find_section got[8];
		n = find_sections(&q, &t, got, 8);
		for (int i = 0; i < n; i++)
			found = found || got[i].heading == want;
		if (n != 1 || !found)
			fail_msg("%d sections for:\n%s", n, buf_cstr(&b));
		arena_clear(&a);
	}
	buf_release(&b);
	arena_release(&a);
}

/* One line of many bytes, and words of nothing but signs. */
TEST(long_lines_and_broken_bytes_are_looked_at)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	for (int i = 0; i < 300000; i++)
		buf_add(&b, STR("ab \xff "));
	buf_add(&b, STR("needle"));
	struct find_text t = find_text(buf_str(&b), &a);
	struct find_query q = find_query(STR("needle"), &a);
	struct find_section s;
	assert_int_equal(find_sections(&q, &t, &s, 1), 1);
	struct str got = find_section_excerpt(&q, &t, &s, 20, &a);
	assert_true(str_find(got, STR("needle"), 0) > 0);
	assert_true(text_cols(got) <= 20);
	buf_release(&b);
	arena_release(&a);
}
