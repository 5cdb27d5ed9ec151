/* diff_test.c - a typed answer beside the wanted one. */
#include "hone/diff.h"

#include <stdlib.h>
#include <string.h>

#include "test.h"

/* Parts as text: "same[-extra-]{+missing+}". */
static void say(struct buf *out, const struct diff *d)
{
	static const char *const open[] = { "", "[-", "{+" }, *const close[] = { "", "-]", "+}" };
	for (int i = 0; i < d->npart; i++)
		buf_addf(out, "%s%.*s%s", open[d->part[i].kind], STR_ARG(d->part[i].text),
			close[d->part[i].kind]);
}

TEST(a_diff_says_what_is_missing_and_what_is_too_much)
{
	static const struct {
		const char *typed, *wanted, *want;
		int extra, missing;
	} cases[] = {
		{ "", "", "", 0, 0 },
		{ "Paris", "Paris", "Paris", 0, 0 },
		{ "", "Paris", "{+Paris+}", 0, 5 },
		{ "Paris", "", "[-Paris-]", 5, 0 },
		{ "color", "colour", "colo{+u+}r", 0, 1 },
		{ "coloour", "colour", "colo[-o-]ur", 1, 0 },
		{ "abc", "xyz", "[-abc-]{+xyz+}", 3, 3 },
		{ "git rebsae", "git rebase", "git reb[-s-]a{+s+}e", 1, 1 },
		{ "paris", "Paris", "[-p-]{+P+}aris", 1, 1 },
		{ "aXbXc", "abc", "a[-X-]b[-X-]c", 2, 0 },
	};
	struct arena a = { 0 };
	struct buf out = { 0 };
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diff d = diff_texts(str_of(cases[i].typed), str_of(cases[i].wanted), &a);
		buf_clear(&out);
		say(&out, &d);
		assert_string_equal(buf_cstr(&out), cases[i].want);
		assert_int_equal(d.extra, cases[i].extra);
		assert_int_equal(d.missing, cases[i].missing);
	}
	buf_release(&out);
	arena_release(&a);
}

TEST(a_letter_and_its_marks_are_one_character_however_they_are_typed)
{
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct diff d = diff_texts(STR("Gru\xCC\x88n"), STR("Gr\xC3\xBCn"), &a);
	assert_int_equal(d.extra + d.missing, 0);
	d = diff_texts(STR("Grun"), STR("Gr\xC3\xBCn"), &a);
	say(&out, &d);
	assert_string_equal(buf_cstr(&out), "Gr[-u-]{+\xC3\xBC+}n");
	/* x with a dot below has no composed form; it is one cluster all the same. */
	d = diff_texts(STR("x"), STR("x\xCC\xA3"), &a);
	assert_int_equal(d.extra, 1);
	assert_int_equal(d.missing, 1);
	/* A family of three people is one character. */
	d = diff_texts(STR(""),
		STR("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"),
		&a);
	assert_int_equal(d.missing, 1);
	buf_release(&out);
	arena_release(&a);
}

TEST(bytes_that_are_no_utf8_are_compared_as_they_are)
{
	struct arena a = { 0 };
	struct diff d = diff_texts(STR("a\xFF"), STR("a\xFF"), &a);
	assert_int_equal(d.extra + d.missing, 0);
	d = diff_texts(STR("a\xFF"), STR("a\xFE"), &a);
	assert_int_equal(d.extra, 1);
	assert_int_equal(d.missing, 1);
	arena_release(&a);
}

static struct str repeated(struct arena *a, char c, size_t n)
{
	char *p = arena_alloc(a, n + 1, 1);
	memset(p, c, n);
	return (struct str){ p, n };
}

TEST(texts_that_differ_over_a_long_stretch_are_not_looked_into)
{
	struct arena a = { 0 };
	struct str typed = repeated(&a, 'x', DIFF_MOST), wanted = repeated(&a, 'y', DIFF_MOST);
	struct str more = arena_printf(&a, "%.*sya", STR_ARG(typed));
	struct diff d = diff_texts(more, arena_printf(&a, "%.*sxb", STR_ARG(wanted)), &a);
	assert_int_equal(d.npart, 2);
	assert_int_equal(d.extra, DIFF_MOST + 2);
	assert_int_equal(d.missing, DIFF_MOST + 2);
	d = diff_texts(arena_printf(&a, "%.*sa", STR_ARG(typed)), typed, &a);
	assert_int_equal(d.extra, 1);
	assert_int_equal(d.missing, 0);
	arena_release(&a);
}

/* Whatever was typed: same and extra give what was typed, same and missing what was wanted. */
TEST(parts_of_a_diff_give_both_texts_again)
{
	struct arena a = { 0 };
	unsigned seed = 7;
	for (int round = 0; round < 2000; round++) {
		char text[2][12];
		for (int k = 0; k < 2; k++) {
			seed = seed * 1103515245u + 12345u;
			size_t n = (seed >> 16) % sizeof text[k];
			for (size_t i = 0; i < n; i++) {
				seed = seed * 1103515245u + 12345u;
				text[k][i] = (char)('a' + (seed >> 16) % 3);
			}
			text[k][n] = '\0';
		}
		struct diff d = diff_texts(str_of(text[0]), str_of(text[1]), &a);
		struct buf side[2] = { 0 };
		for (int i = 0; i < d.npart; i++) {
			if (d.part[i].kind != DIFF_MISSING)
				buf_add(&side[0], d.part[i].text);
			if (d.part[i].kind != DIFF_EXTRA)
				buf_add(&side[1], d.part[i].text);
			assert_true(i == 0 || d.part[i].kind != d.part[i - 1].kind);
		}
		for (int k = 0; k < 2; k++) {
			assert_string_equal(buf_cstr(&side[k]), text[k]);
			buf_release(&side[k]);
		}
		arena_clear(&a);
	}
	arena_release(&a);
}
