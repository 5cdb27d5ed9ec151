/* tex_any_test.c - what holds for every formula: it ends, fits, loses no letter and costs what its length does. */
#include "../test.h"

#include <string.h>

#include "hone/tex.h"
#include "hone/text.h"

enum { ROUNDS = 4000 };

/* Of a source or what was shown: how often each letter and digit is in it, in whatever form. */
struct letters {
	int of[128];
};

/* With the letters that it must show. */
struct token {
	const char *source, *letters;
};

static const struct token tokens[] = {
	{ "x", "x" },
	{ "q", "q" },
	{ "W", "W" },
	{ "12.5", "125" },
	{ " ", "" },
	{ "+", "" },
	{ "-", "" },
	{ "=", "" },
	{ ",", "" },
	{ "(", "" },
	{ ")", "" },
	{ "|", "" },
	{ "'", "" },
	{ "^", "" },
	{ "_", "" },
	{ "{", "" },
	{ "}", "" },
	{ "{", "" },
	{ "}", "" },
	{ "{n}", "n" },
	{ "^{i,j}", "ij" },
	{ "_k", "k" },
	{ "\\alpha ", "" },
	{ "\\sum", "" },
	{ "\\int", "" },
	{ "\\lim_{u}", "u" },
	{ "\\frac", "" },
	{ "\\frac{a}{b}", "ab" },
	{ "\\frac{1}{2", "12" },
	{ "\\sqrt{z}", "z" },
	{ "\\sqrt[3]{y", "y" },
	{ "\\hat ", "" },
	{ "\\overline{cd}", "cd" },
	{ "\\mathbf ", "" },
	{ "\\mathbb{R}", "R" },
	{ "\\text{if so}", "ifso" },
	{ "\\left(", "" },
	{ "\\right)", "" },
	{ "\\left\\{", "" },
	{ "\\right.", "" },
	{ "\\middle|", "" },
	{ "\\begin{pmatrix}e&f", "ef" },
	{ "\\end{pmatrix}", "" },
	{ "\\begin{align}g&=h\\\\", "gh" },
	{ "\\end{align}", "" },
	{ "\\begin{cases}m", "m" },
	{ "\\end{cases}", "" },
	{ "&", "" },
	{ "\\\\", "" },
	{ "\\binom{o}{p}", "op" },
	{ "\\underbrace{r}_{s}", "rs" },
	{ "\\xrightarrow{t}", "t" },
	{ "\\overset{v}{=}", "v" },
	{ "\\boxed ", "" },
	{ "\\not", "" },
	{ "\\quad ", "" },
	{ "\\nobody{w}", "nobodyw" },
	{ "\\tag{7}", "7" },
	{ "\\operatorname{Var}", "Var" },
	{ "中", "" },
	{ "≤", "" },
	{ "\xcc\x81", "" },
	{ "\xff", "" },
};

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void count(struct letters *l, struct str s)
{
	while (s.n > 0) {
		char c = text_ascii(text_decode(&s));
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			l->of[(int)c]++;
	}
}

static void assert_all_there(const struct letters *want, const struct letters *got, struct str src)
{
	for (int c = 0; c < 128; c++)
		if (got->of[c] < want->of[c])
			fail_msg("'%c' is %d times in what is shown of\n%.*s", c, got->of[c],
				STR_ARG(src));
}

static void check_box(const struct tex_box *box, int cols, struct str src)
{
	assert_true(box->nrow > 0 && box->base >= 0 && box->base < box->nrow);
	int widest = 0;
	for (int i = 0; i < box->nrow; i++) {
		struct str row = box->row[i];
		int used = text_cols(row);
		widest = used > widest ? used : widest;
		if (used > cols || str_ends(row, STR(" ")) ||
			(row.n > 0 && memchr(row.p, '\n', row.n)))
			fail_msg("row %d \"%.*s\" at %d columns, of\n%.*s", i, STR_ARG(row), cols,
				STR_ARG(src));
	}
	assert_int_equal(widest, box->cols);
}

/* True when the formula was taken. */
static bool check_formula(struct str src, int cols, const struct letters *want)
{
	struct arena a = { 0 };
	struct str line = { 0 };
	struct tex_box box = { 0 };
	bool taken = tex_line(src, &a, &line);
	assert_int_equal(tex_rows(src, cols, &a, &box), taken);
	if (taken) {
		struct letters in_line = { 0 }, in_rows = { 0 };
		count(&in_line, line);
		for (int i = 0; i < box.nrow; i++)
			count(&in_rows, box.row[i]);
		assert_all_there(want, &in_line, src);
		assert_all_there(want, &in_rows, src);
		check_box(&box, cols, src);
	}
	arena_release(&a);
	return taken;
}

TEST(random_tokens_give_rows_that_fit_and_have_every_letter)
{
	uint32_t seed = 11;
	struct buf b = { 0 };
	int taken = 0;
	for (int round = 0; round < ROUNDS; round++) {
		struct letters want = { 0 };
		buf_clear(&b);
		for (uint32_t n = 1 + next_random(&seed) % (round % 2 ? 6 : 30); n > 0; n--) {
			const struct token *t = &tokens[next_random(&seed) % LENGTH(tokens)];
			buf_add(&b, str_of(t->source));
			count(&want, str_of(t->letters));
		}
		taken += check_formula(buf_str(&b), 2 + round % 70, &want);
	}
	buf_release(&b);
	assert_in_range(taken, ROUNDS / 20, ROUNDS); /* or nothing was tested */
}

/* Whole parts only, so that all are taken: long lines, broken and wrapped. */
TEST(long_formulas_are_broken_and_keep_every_letter)
{
	uint32_t seed = 5;
	struct buf b = { 0 };
	for (int round = 0; round < ROUNDS / 8; round++) {
		struct letters want = { 0 };
		buf_clear(&b);
		for (uint32_t n = 40 + next_random(&seed) % 60; n > 0;) {
			const struct token *t = &tokens[next_random(&seed) % LENGTH(tokens)];
			struct arena a = { 0 };
			struct str line;
			bool whole = tex_line(str_of(t->source), &a, &line) &&
				     !strchr(t->source, '&') && strcmp(t->source, "\\\\") != 0;
			arena_release(&a);
			if (!whole)
				continue;
			buf_add(&b, str_of(t->source));
			count(&want, str_of(t->letters));
			n--;
		}
		assert_true(check_formula(buf_str(&b), 2 + round % 90, &want));
	}
	buf_release(&b);
}

TEST(any_bytes_are_a_formula_or_none)
{
	uint32_t seed = 3;
	struct letters none = { 0 };
	char bytes[64];
	for (int round = 0; round < ROUNDS; round++) {
		size_t n = next_random(&seed) % sizeof bytes;
		for (size_t i = 0; i < n; i++)
			bytes[i] = (char)next_random(&seed);
		check_formula((struct str){ bytes, n }, 2 + round % 40, &none);
	}
}

/* It is drawn as a sign of its own, so that a mark would stand beside it. */
TEST(a_mark_on_what_bears_none_takes_no_more_room_than_is_known)
{
	static const char *const command[] = { "\\hat", "\\overline", "\\not", "\\dot" };
	static const char *const bearer[] = { "\x01", "{\x02\x03}", "{a\x7f}", "{}", "{~}" };
	struct letters none = { 0 };
	struct buf b = { 0 };
	for (size_t i = 0; i < LENGTH(command) * LENGTH(bearer); i++) {
		buf_clear(&b);
		for (int n = 0; n < 40; n++)
			buf_addf(&b, "x%s%s ", command[i / LENGTH(bearer)],
				bearer[i % LENGTH(bearer)]);
		assert_true(check_formula(buf_str(&b), 60, &none));
	}
	buf_release(&b);
}
