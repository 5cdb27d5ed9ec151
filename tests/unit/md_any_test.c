/* md_any_test.c - what holds of the layout of any bytes: nothing is lost, nothing is slow, nothing is chance. */
#include "../test.h"

#include <stdlib.h>
#include <string.h>

#include <cmark.h>

#include "hone/md.h"
#include "hone/text.h"

enum { WIDE = 4000 };

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/* Letters without their case, digits, and what is not ASCII; all else may be a mark. */
static void add_letters(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] | 0x20 : s.p[i];
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80)
			buf_addc(b, c);
	}
}

static void shown_letters(struct buf *b, struct str src, int cols)
{
	struct arena a = { 0 };
	struct md_doc d = md_layout(src, cols, 0, &a);
	for (int i = 0; i < d.nline; i++)
		for (int k = 0; k < d.line[i].nspan; k++)
			add_letters(b, d.line[i].span[k].text);
	arena_release(&a);
}

/* The plain text of cmark's tree: all but its HTML. */
static void cmark_letters(struct buf *b, struct str src)
{
	cmark_node *root = cmark_parse_document(src.p ? src.p : "", src.n, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
			type == CMARK_NODE_CODE_BLOCK)
			add_letters(b, str_of(cmark_node_get_literal(node)));
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

/* How much of `want` occurs in `got`, in order. */
static size_t occurs(struct str want, struct str got)
{
	size_t k = 0;
	for (size_t i = 0; i < got.n && k < want.n; i++)
		k += got.p[i] == want.p[k];
	return k;
}

/* No letter of `want` is seen less often than it stands there. */
static bool as_many(struct str want, struct str got)
{
	long n[128] = { 0 };
	for (size_t i = 0; i < got.n; i++)
		n[got.p[i] & 0x7f] += (unsigned char)got.p[i] < 0x80;
	for (size_t i = 0; i < want.n; i++)
		if ((unsigned char)want.p[i] < 0x80 && --n[want.p[i] & 0x7f] < 0)
			return false;
	return true;
}

/* In order where nothing is wrapped; the cells of a table that are stand side by side. */
static void check_nothing_lost(struct str src, int cols)
{
	struct buf got = { 0 }, want = { 0 };
	cmark_letters(&want, src);
	shown_letters(&got, src, cols);
	if (!as_many(buf_str(&want), buf_str(&got)))
		fail_msg("%d columns: not all of %s is seen:\n%s\n%.*s", cols, buf_cstr(&want),
			buf_cstr(&got), STR_ARG(str_slice(src, 0, 2000)));
	buf_clear(&got);
	shown_letters(&got, src, WIDE);
	size_t n = occurs(buf_str(&want), buf_str(&got));
	if (n < want.n)
		fail_msg("not seen or not in order: %.60s\n%s\n%.*s", want.p + n, buf_cstr(&got),
			STR_ARG(str_slice(src, 0, 2000)));
	buf_release(&got);
	buf_release(&want);
}

/* A word that occurs once: what is lost is not made up for by what comes later. */
static void add_word(struct buf *b, uint32_t *n)
{
	buf_addf(b, "v%uk", (unsigned)(*n)++);
}

/* No admonitions: their lines are blocks, and to cmark they are not. */
static void add_piece(struct buf *b, uint32_t *seed, uint32_t *words)
{
	static const char *const piece[] = { " ", "\n", "\n\n", "- ", "> ", "1. ", "# ", "**", "_",
		"`", "```\n", "](y)", "[", "![", "<b>", "</i>", "<nosuch>", "\n<div>\n", "\n</p>\n",
		"~~", "~", "\\", "\n|---|---|\n", " | ", "| ", "    ", "\t", "---\n", "===\n",
		"&amp;", "[ ] ", "\xe2\x9d\x8c ", "https://", "> [!NOTE]\n> ", "<!-- ", " -->", "*",
		"\xce\xbb", "  \n", "]: ", "[" };
	uint32_t pick = next_random(seed) % (LENGTH(piece) * 2);
	if (pick < LENGTH(piece))
		buf_add(b, str_of(piece[pick]));
	else
		add_word(b, words);
}

TEST(every_word_that_cmark_shows_is_shown_in_order)
{
	uint32_t seed = 11, words = 0;
	struct buf b = { 0 };
	for (int round = 0; round < 3000; round++) {
		buf_clear(&b);
		buf_add(&b, STR("t "));
		for (uint32_t n = next_random(&seed) % 60; n > 0; n--)
			add_piece(&b, &seed, &words);
		check_nothing_lost(buf_str(&b), 8 + round % 80);
	}
	buf_release(&b);
}

TEST(every_word_of_the_sample_is_shown_in_order)
{
	static const char *const name[] = { "study/ml-study-plan/references/day5-boosting.md",
		"study/ml-study-plan/references/day7-8-megatronLM-ZeRO.md" };
	for (size_t i = 0; i < LENGTH(name); i++) {
		struct buf src = test_read(test_shared(name[i])), plain = { 0 };
		/* Formulas are not shown letter by letter, and a cell of two lines stands beside others. */
		for (size_t k = 0; k < src.n; k++) {
			bool lines = str_starts(str_slice(buf_str(&src), k, src.n), STR("<br>"));
			if (src.p[k] != '$')
				buf_addc(&plain, lines ? ' ' : src.p[k]);
			k += lines ? sizeof "<br>" - 2 : 0;
		}
		check_nothing_lost(buf_str(&plain), 80);
		buf_release(&src);
		buf_release(&plain);
	}
}

static bool same_lines(const struct md_doc *x, const struct md_doc *y)
{
	if (x->nline != y->nline || x->nlink != y->nlink || x->nheading != y->nheading)
		return false;
	for (int i = 0; i < x->nline; i++) {
		if (x->line[i].nspan != y->line[i].nspan || x->line[i].source != y->line[i].source)
			return false;
		for (int k = 0; k < x->line[i].nspan; k++) {
			struct md_span s = x->line[i].span[k], t = y->line[i].span[k];
			if (s.style != t.style || s.link != t.link || !str_eq(s.text, t.text))
				return false;
		}
	}
	return true;
}

/* What the memory held before makes no difference either. */
TEST(the_same_bytes_give_the_same_lines_wherever_they_stand)
{
	uint32_t seed = 5, words = 0;
	struct buf b = { 0 };
	for (int round = 0; round < 300; round++) {
		struct arena a = { 0 }, other = { 0 };
		buf_clear(&b);
		for (uint32_t n = next_random(&seed) % 200; n > 0; n--)
			add_piece(&b, &seed, &words);
		struct md_doc x = md_layout(buf_str(&b), 40, 0, &a);
		struct buf copy = { 0 };
		buf_add(&copy, STR("xyz"));
		buf_add(&copy, buf_str(&b));
		buf_add(&copy, STR("*[`$"));
		struct md_doc y = md_layout(str_slice(buf_str(&copy), 3, 3 + b.n), 40, 0, &other);
		assert_true(same_lines(&x, &y));
		buf_release(&copy);
		arena_release(&a);
		arena_release(&other);
	}
	buf_release(&b);
}

/* ---- tables, whose cells and rows go another way than the rest */

/* The last line, each span with its style. */
static void last_line(struct buf *b, const char *before, struct str s, const char *after)
{
	struct arena a = { 0 };
	struct buf src = { 0 };
	buf_addf(&src, "%s%.*s%s", before, STR_ARG(s), after);
	struct md_doc d = md_layout(buf_str(&src), WIDE, 0, &a);
	for (int i = 0; i < d.line[d.nline - 1].nspan; i++) {
		const struct md_span *span = &d.line[d.nline - 1].span[i];
		buf_addf(b, "<%x:%.*s>", span->style, STR_ARG(span->text));
	}
	buf_release(&src);
	arena_release(&a);
}

TEST(a_cell_is_read_as_a_paragraph_is)
{
	static const char *const piece[] = { "**", "**", "*", "`", "`", "_", " ", " ", "a", "b1",
		".", ",", "(", ")", "&", "<", "~~", "\xc3\xa9", "!", "[", "]", "&lt;", "\\", "-",
		":", "``", "**a b**", "`c`", "\xc2\xa0" };
	uint32_t seed = 3;
	struct buf b = { 0 }, cell = { 0 }, text = { 0 };
	for (int round = 0; round < 20000; round++) {
		buf_clear(&b);
		buf_clear(&cell);
		buf_clear(&text);
		for (uint32_t n = next_random(&seed) % 10; n > 0; n--)
			buf_add(&b, str_of(piece[next_random(&seed) % LENGTH(piece)]));
		last_line(&cell, "| h |\n|---|\n| z ", buf_str(&b), " |");
		last_line(&text, "z ", buf_str(&b), "");
		bool escaped = b.n > 0 && b.p[b.n - 1] == '\\'; /* the end of the cell */
		if (!escaped && !str_eq(buf_str(&cell), buf_str(&text)))
			fail_msg("%s\ncell %s\ntext %s", buf_cstr(&b), buf_cstr(&cell),
				buf_cstr(&text));
	}
	buf_release(&b);
	buf_release(&cell);
	buf_release(&text);
}

TEST(rows_are_a_table_only_where_they_are_one)
{
	static const char *const row[][2] = {
		{ "```\n\n| a |\n|---|\n```\n", "|a||---|" },
		{ "<pre>\n\n| a |\n|---|\n</pre>\n", "|a||---|" },
		{ "<!--\n\n| a |\n|---|\n-->\nb\n", "b" },
		{ "- x\n\n| a | b |\n|---|---|\n| c | d |\nend\n", "xabcdend" },
		{ "| a |\r\n|---|\r\n| b |\r\n\r\nc\r\n", "abc" },
		{ "| a |\n|---|\n| b |\n---\n", "ab" },
		{ "| a |\n|---|\n| b |\n# c\n| d |\n", "abc|d|" },
	};
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct arena a = { 0 };
		struct buf b = { 0 };
		struct md_doc d = md_layout(str_of(row[i][0]), 60, 0, &a);
		for (int k = 0; k < d.nline; k++)
			for (int j = 0; j < d.line[k].nspan; j++)
				if ((d.line[k].span[j].style & MD_KIND) != MD_MARK)
					for (size_t n = 0; n < d.line[k].span[j].text.n; n++)
						if (d.line[k].span[j].text.p[n] != ' ')
							buf_addc(&b, d.line[k].span[j].text.p[n]);
		assert_string_equal(buf_cstr(&b), row[i][1]);
		buf_release(&b);
		arena_release(&a);
	}
}

/* ---- much of it */

TEST(ten_megabytes_in_one_line_are_laid_out)
{
	struct buf b = { 0 };
	struct arena a = { 0 };
	while (b.n < 10u << 20)
		buf_add(&b, STR("one *two* `three` "));
	struct md_doc d = md_layout(buf_str(&b), 80, 0, &a);
	assert_true(d.nline > 100000);
	for (int i = 0; i < d.nline; i++)
		assert_int_equal(d.line[i].source, 1);
	arena_release(&a);
	buf_clear(&b);
	while (b.n < 10u << 20)
		buf_addc(&b, 'x');
	d = md_layout(buf_str(&b), 80, 0, &a);
	assert_int_equal(d.nline, ((10 << 20) + 79) / 80);
	buf_release(&b);
	arena_release(&a);
}

/* Memory for a parse comes in pieces of two kinds: at no length of a line do they mix. */
TEST(lines_of_all_lengths_are_laid_out)
{
	struct buf b = { 0 };
	for (size_t n = 2000; n < 9000; n += 7) {
		struct arena a = { 0 };
		buf_clear(&b);
		for (size_t k = 0; k < n; k++)
			buf_addc(&b, k % 50 == 49 ? '\n' : 'x');
		buf_add(&b, STR(" `code`\n\n| a | [b] |\n|---|---|\n"));
		struct md_doc d = md_layout(buf_str(&b), 80, 0, &a);
		assert_true(d.nline > 0);
		arena_release(&a);
	}
	buf_release(&b);
}

/* Every line fits, whatever its containers. */
TEST(fifty_thousand_levels_are_laid_out)
{
	static const char *const piece[] = { "> ", "- ", "1. ", "<div>", "<ul><li>", "<sub>",
		"[^1]: ", "> [!NOTE]\n> " };
	for (size_t i = 0; i < LENGTH(piece); i++) {
		struct buf b = { 0 };
		struct arena a = { 0 };
		for (int n = 0; n < 50000; n++)
			buf_add(&b, str_of(piece[i]));
		buf_add(&b, STR("word word word word word word word word word word word"));
		struct md_doc d = md_layout(buf_str(&b), 40, 0, &a);
		for (int k = 0; k < d.nline; k++) {
			int cols = 0;
			for (int j = 0; j < d.line[k].nspan; j++)
				cols += text_cols(d.line[k].span[j].text);
			assert_true(cols <= 40);
		}
		buf_release(&b);
		arena_release(&a);
	}
}
