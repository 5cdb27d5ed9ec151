/* text_test.c - decoding, clusters, width, wrapping, sanitising, comparing. */
#include "hone/text.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "test.h"

#define BAD "\xEF\xBF\xBD"

enum { RANDOM_TEXTS = 3000, RANDOM_PARTS = 24 };

/* Pieces that meet each other in random texts: every kind of character and of bad byte. */
static const char *const parts[] = { "a", "Z", " ", "  ", "\n", "\t", "\x1B[31m", "\x07", "\x7F",
	"é", "e\xCC\x81", "\xCC\x81", "\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86", "漢",
	"한", "ᄒ", "ᅡ", "ᆫ", "😀", "👩", "\xE2\x80\x8D", "\xF0\x9F\x8F\xBD", "\xEF\xB8\x8F", "❤",
	"🇸", "🇪", "\xE2\x80\xAE\xE2\x80\xAC", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xC2\xAD",
	"\xC2\x9B", "\xCD\xB8", "क", "ा", "्", "\xE2\x80\xA8", "\x80", "\xC3", "\xE2\x82",
	"\xF0\x9F", "\xED\xA0\x80", "\xFF", "\xF3\xA0\x81\xA7", "ᅠ", "\xC2\xA0", "\xE3\x80\x80",
	"→", "≠", "\xD8\x80", "䷀" };

/* The same on every machine and in every run. */
static unsigned next_random(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*seed >> 33);
}

static void random_text(struct buf *out, uint64_t *seed)
{
	buf_clear(out);
	for (unsigned n = next_random(seed) % RANDOM_PARTS; n > 0; n--)
		buf_add(out, str_of(parts[next_random(seed) % LENGTH(parts)]));
}

/* s in memory that ends where it ends, so that the sanitizer sees a read past it. */
static struct str exact(struct str s, char **memory)
{
	*memory = xcalloc(s.n, 1);
	if (s.n)
		memcpy(*memory, s.p, s.n);
	return (struct str){ *memory, s.n };
}

static struct buf sanitized(struct str s)
{
	struct buf out = { 0 };
	char *memory;
	text_sanitize(&out, exact(s, &memory));
	free(memory);
	return out;
}

/* After Markus Kuhn's decoder stress test: each bad byte is replaced alone. */
static const struct {
	const char *in, *out;
	size_t bad;
} utf8_cases[] = {
	{ "\xCE\xBA\xE1\xBD\xB9\xCF\x83", "\xCE\xBA\xE1\xBD\xB9\xCF\x83", 0 },
	/* the first and the last code point of each length */
	{ "\x01", "\x01", 0 },
	{ "\x7F", "\x7F", 0 },
	{ "\xC2\x80", "\xC2\x80", 0 },
	{ "\xDF\xBF", "\xDF\xBF", 0 },
	{ "\xE0\xA0\x80", "\xE0\xA0\x80", 0 },
	{ "\xEF\xBF\xBF", "\xEF\xBF\xBF", 0 },
	{ "\xF0\x90\x80\x80", "\xF0\x90\x80\x80", 0 },
	{ "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", 0 },
	{ "\xED\x9F\xBF", "\xED\x9F\xBF", 0 },
	{ "\xEE\x80\x80", "\xEE\x80\x80", 0 },
	/* above U+10FFFF; five and six bytes */
	{ "\xF4\x90\x80\x80", BAD BAD BAD BAD, 4 },
	{ "\xF7\xBF\xBF\xBF", BAD BAD BAD BAD, 4 },
	{ "\xF8\x88\x80\x80\x80", BAD BAD BAD BAD BAD, 5 },
	{ "\xFC\x84\x80\x80\x80\x80", BAD BAD BAD BAD BAD BAD, 6 },
	/* continuation bytes alone */
	{ "\x80", BAD, 1 },
	{ "\xBF", BAD, 1 },
	{ "\x80\xBF\x80", BAD BAD BAD, 3 },
	/* first bytes alone, each followed by a space */
	{ "\xC2 \xDF ", BAD " " BAD " ", 2 },
	{ "\xE0 \xEF ", BAD " " BAD " ", 2 },
	{ "\xF0 \xF4 ", BAD " " BAD " ", 2 },
	/* the last byte missing, at the end and before another character */
	{ "\xC3", BAD, 1 },
	{ "\xE2\x82", BAD BAD, 2 },
	{ "\xF0\x9F\x98", BAD BAD BAD, 3 },
	{ "\xE2\x82"
	  "A",
		BAD BAD "A", 2 },
	{ "\xE2\x82\xC3\xA9", BAD BAD "\xC3\xA9", 2 },
	{ "\xC3\xE2\x82\xAC", BAD "\xE2\x82\xAC", 1 },
	/* impossible bytes */
	{ "\xFE", BAD, 1 },
	{ "\xFF", BAD, 1 },
	{ "\xFE\xFE\xFF\xFF", BAD BAD BAD BAD, 4 },
	/* overlong: the slash, and the largest of each length */
	{ "\xC0\xAF", BAD BAD, 2 },
	{ "\xE0\x80\xAF", BAD BAD BAD, 3 },
	{ "\xF0\x80\x80\xAF", BAD BAD BAD BAD, 4 },
	{ "\xC1\xBF", BAD BAD, 2 },
	{ "\xE0\x9F\xBF", BAD BAD BAD, 3 },
	{ "\xF0\x8F\xBF\xBF", BAD BAD BAD BAD, 4 },
	{ "\xC0\x80", BAD BAD, 2 },
	/* surrogates, single and paired */
	{ "\xED\xA0\x80", BAD BAD BAD, 3 },
	{ "\xED\xBF\xBF", BAD BAD BAD, 3 },
	{ "\xED\xA0\xBD\xED\xB8\x80", BAD BAD BAD BAD BAD BAD, 6 },
};

TEST(utf8_is_decoded_as_rfc_3629_says)
{
	for (size_t i = 0; i < LENGTH(utf8_cases); i++) {
		struct buf out = { 0 };
		char *memory;
		struct str s = exact(str_of(utf8_cases[i].in), &memory);
		assert_int_equal(text_bad_bytes(s), utf8_cases[i].bad);
		while (s.n)
			text_encode(&out, text_decode(&s));
		assert_str(buf_str(&out), utf8_cases[i].out);
		buf_release(&out);
		free(memory);
	}
}

TEST(every_code_point_is_encoded_and_decoded)
{
	struct buf b = { 0 };
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		bool surrogate = cp >= 0xD800 && cp < 0xE000;
		buf_clear(&b);
		text_encode(&b, cp);
		struct str s = buf_str(&b);
		if (text_bad_bytes(s) || text_decode(&s) != (surrogate ? TEXT_REPLACEMENT : cp) ||
			s.n)
			fail_msg("U+%04X", (unsigned)cp);
	}
	buf_clear(&b);
	text_encode(&b, 0x110000);
	text_encode(&b, UINT32_MAX);
	assert_str(buf_str(&b), BAD BAD);
	buf_release(&b);
}

TEST(bad_bytes_are_found_at_every_offset)
{
	char text[41];
	for (size_t at = 0; at < sizeof text; at++) {
		memset(text, 'x', sizeof text);
		text[at] = '\x80';
		assert_int_equal(text_bad_bytes((struct str){ text, sizeof text }), 1);
		assert_int_equal(text_bad_bytes((struct str){ text, at }), 0);
	}
	assert_int_equal(text_bad_bytes((struct str){ 0 }), 0);
}

static const struct {
	const char *in, *out;
	int cols;
} shown_cases[] = {
	{ "", "", 0 },
	{ "plain", "plain", 5 },
	/* controls */
	{ "\x1B[2J\r\b\x01", "␛[2J␍␈␁", 7 },
	{ "\x7F", "␡", 1 },
	{ "\xC2\x9B"
	  "31m",
		BAD "31m", 4 },
	{ "\xC2\x80\xC2\x9F", BAD BAD, 2 },
	/* what is invisible or changes direction */
	{ "a\xE2\x80\xAE"
	  "b\xE2\x80\xAC",
		"ab", 2 },
	{ "\xE2\x81\xA6"
	  "a\xE2\x81\xA9\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C",
		"a", 1 },
	{ "a\xE2\x80\x8B"
	  "b\xEF\xBB\xBF"
	  "c\xC2\xAD"
	  "d\xE2\x81\xA0",
		"abcd", 4 },
	{ "\xE2\x80\x8B", "", 0 },
	{ "ㅤ\xE1\x85\x9F\xE1\x85\xA0", "", 0 },
	{ "a\xE2\x80\xA8"
	  "b\xE2\x80\xA9",
		"a b ", 4 },
	/* emoji */
	{ "😀", "😀", 2 },
	{ "❤\xEF\xB8\x8F x", "❤ x", 3 },
	{ "1\xEF\xB8\x8F\xE2\x83\xA3", "1\xE2\x83\xA3", 1 },
	{ "👩\xE2\x80\x8D👩\xE2\x80\x8D👧 x", "👩 x", 4 },
	{ "👩🏽\xE2\x80\x8D🚀!", "👩!", 3 },
	{ "👍🏽", "👍", 2 },
	{ "🏽", "", 0 },
	{ "🇸🇪", "🇸🇪", 2 },
	{ "🏴\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xBF", "🏴", 2 },
	{ "a\xE2\x80\x8D"
	  "b",
		"ab", 2 },
	/* marks */
	{ "e\xCC\x81", "e\xCC\x81", 1 },
	{ "\xCC\x81", "◌\xCC\x81", 1 },
	{ "\xCC\x81\xCC\x82", "◌\xCC\x81\xCC\x82", 1 },
	{ "a\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85"
	  "b",
		"a\xCC\x81\xCC\x82\xCC\x83\xCC\x84"
		"b",
		2 },
	{ "\x01\xCC\x81", "␁◌\xCC\x81", 2 },
	{ " \xCC\x81", " \xCC\x81", 1 },
	{ "漢\xE3\x82\x99", "漢\xE3\x82\x99", 2 },
	/* scripts whose parts terminals join */
	{ "한", "한", 2 },
	{ "ᄒ\xE1\x85\xA1\xE1\x86\xAB", "ᄒ\xE1\x85\xA1\xE1\x86\xAB", 2 },
	{ "\xE1\x85\xA1", "◌\xE1\x85\xA1", 1 },
	{ "का", "का", 2 },
	{ "क्ष", "क्ष", 2 },
	/* width */
	{ "漢字", "漢字", 4 },
	{ "±─é", "±─é", 3 },
	{ "䷀", "䷀", 2 },
	{ "\xEE\x80\x80", "\xEE\x80\x80", 1 },
	/* unassigned, and no character */
	{ "\xCD\xB8", BAD, 1 },
	{ "\xEF\xBF\xBE", BAD, 1 },
	/* newlines and tabs stay in sanitised text, where they act as meant */
	{ "a\nb\tc", "a\nb\tc", 5 },
	{ "a\n\xCC\x81", "a\n◌\xCC\x81", 3 },
	/* also after what is not seen */
	{ "a\xEF\xBB\xBF\nb\xE2\x80\x8B\tc", "a\nb\tc", 5 },
};

TEST(what_is_shown_cannot_act)
{
	for (size_t i = 0; i < LENGTH(shown_cases); i++) {
		struct buf out = sanitized(str_of(shown_cases[i].in));
		assert_str(buf_str(&out), shown_cases[i].out);
		assert_int_equal(text_cols(str_of(shown_cases[i].in)), shown_cases[i].cols);
		buf_release(&out);
	}
}

/* Before an ASCII letter, which nothing joins, and before a mark, which joins: the same base either way. */
TEST(each_character_is_shown_alike_whatever_stands_after_it)
{
	struct buf apart = { 0 }, joined = { 0 };
	for (uint32_t cp = 0x20; cp < 0x3000; cp++) {
		struct cluster a, b;
		buf_clear(&apart);
		text_encode(&apart, cp);
		joined.n = 0;
		buf_add(&joined, buf_str(&apart));
		buf_addc(&apart, 'x');
		text_encode(&joined, 0x301);
		struct str s = buf_str(&apart), t = buf_str(&joined);
		assert_true(text_next(&s, &a));
		assert_true(text_next(&t, &b));
		if (a.base == 'x' || a.mark[0])
			continue; /* it is invisible, or a mark itself */
		assert_int_equal(a.base, b.base);
		assert_int_equal(a.cols, b.cols);
		assert_int_equal(text_cols(buf_str(&apart)), a.cols + 1);
	}
	buf_release(&apart);
	buf_release(&joined);
}

TEST(text_next_gives_base_marks_and_columns)
{
	struct str s = STR("a\t\ne\xCC\x81漢\xCC\x82\xCC\x83");
	static const struct cluster want[] = {
		{ .base = 'a', .cols = 1 },
		{ .base = ' ', .cols = 1 },
		{ .base = 0x240A, .cols = 1 },
		{ .base = 'e', .mark = { 0x301 }, .cols = 1 },
		{ .base = 0x6F22, .mark = { 0x302, 0x303 }, .cols = 2 },
	};
	struct cluster c;
	for (size_t i = 0; i < LENGTH(want); i++) {
		memset(&c, 0xAA, sizeof c);
		assert_true(text_next(&s, &c));
		assert_memory_equal(&c, &want[i], sizeof c);
	}
	assert_false(text_next(&s, &c));
}

/* What is safe stays as it is and as wide as it is, however the pieces fall. */
TEST(sanitized_random_text_is_safe_and_final)
{
	uint64_t seed = 1;
	struct buf in = { 0 };
	for (int i = 0; i < RANDOM_TEXTS; i++) {
		random_text(&in, &seed);
		struct buf once = sanitized(buf_str(&in)), twice = sanitized(buf_str(&once));
		assert_int_equal(text_bad_bytes(buf_str(&once)), 0);
		assert_str(buf_str(&twice), buf_cstr(&once));
		assert_int_equal(text_cols(buf_str(&once)), text_cols(buf_str(&in)));
		for (struct str s = buf_str(&once); s.n;) {
			uint32_t cp = text_decode(&s);
			bool stays = cp == '\n' || cp == '\t';
			assert_true(stays || cp >= ' ');
			assert_false(cp >= 0x7F && cp < 0xA0);
			assert_false(
				(cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E));
		}
		buf_release(&once);
		buf_release(&twice);
	}
	buf_release(&in);
}

TEST(text_prefix_is_the_longest_that_fits)
{
	static const struct {
		const char *text;
		int cols;
		const char *want;
		int used;
	} cases[] = {
		{ "", 5, "", 0 },
		{ "abc", 0, "", 0 },
		{ "abc", -1, "", 0 },
		{ "abc", 2, "ab", 2 },
		{ "abc", 3, "abc", 3 },
		{ "漢字", 1, "", 0 },
		{ "漢字", 3, "漢", 2 },
		{ "a漢", 2, "a", 1 },
		{ "e\xCC\x81x", 1, "e\xCC\x81", 1 },
		{ "ab\xE2\x80\x8B", 2, "ab\xE2\x80\x8B", 2 },
		{ "\xFF\xFE!", 2, "\xFF\xFE", 2 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		int used = -1;
		struct str s = str_of(cases[i].text);
		assert_str(text_prefix(s, cases[i].cols, &used), cases[i].want);
		assert_int_equal(used, cases[i].used);
		assert_str(text_prefix(s, cases[i].cols, NULL), cases[i].want);
	}
}

static const struct {
	const char *text;
	int cols;
	const char *want;
} wrap_cases[] = {
	{ "", 10, "" },
	{ "one two three", 20, "[one two three]" },
	{ "one two three", 13, "[one two three]" },
	{ "one two three", 12, "[one two][three]" },
	{ "one two three", 7, "[one two][three]" },
	{ "one two three", 6, "[one][two][three]" },
	{ "one two", 3, "[one][two]" },
	{ "one    two  ", 5, "[one][two]" },
	{ "one\ntwo\tx", 5, "[one][two\tx]" },
	{ "abcdefgh", 3, "[abc][def][gh]" },
	{ "a abcdefgh b", 3, "[a][abc][def][gh][b]" },
	{ "  indented text", 10, "[  indented][text]" },
	{ "  indented", 5, "[  ind][ented]" },
	{ "      x", 3, "[][x]" },
	{ "   ", 2, "[]" },
	{ "漢字漢字", 5, "[漢字][漢字]" },
	{ "漢字", 1, "[漢][字]" },
	{ "a 漢字 b", 4, "[a][漢字][b]" },
	{ "e\xCC\x81"
	  "e\xCC\x81 x",
		2,
		"[e\xCC\x81"
		"e\xCC\x81][x]" },
	{ "no\xC2\xA0"
	  "break here",
		9,
		"[no\xC2\xA0"
		"break][here]" },
};

TEST(text_wrap_cuts_at_white_space)
{
	for (size_t i = 0; i < LENGTH(wrap_cases); i++) {
		struct buf got = { 0 };
		char *memory;
		struct str s = exact(str_of(wrap_cases[i].text), &memory), line;
		while (text_wrap(&s, wrap_cases[i].cols, &line))
			buf_addf(&got, "[%.*s]", STR_ARG(line));
		assert_str(buf_str(&got), wrap_cases[i].want);
		buf_release(&got);
		free(memory);
	}
}

/* Lines fit, follow each other, and leave out nothing but white space. */
TEST(wrapped_random_text_fits_and_is_whole)
{
	uint64_t seed = 7;
	struct buf in = { 0 };
	for (int i = 0; i < RANDOM_TEXTS; i++) {
		random_text(&in, &seed);
		int cols = 2 + (int)(next_random(&seed) % 20);
		struct str s = buf_str(&in), line;
		const char *end = s.p;
		while (text_wrap(&s, cols, &line)) {
			assert_true(text_cols(line) <= cols);
			for (; end < line.p; end++)
				assert_non_null(strchr(" \t\n\r\f\v", *end));
			assert_ptr_equal(line.p, end);
			end = line.p + line.n;
		}
		for (; end < in.p + in.n; end++)
			assert_non_null(strchr(" \t\n\r\f\v", *end));
	}
	buf_release(&in);
}

TEST(ascii_stands_for_other_characters)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "az~ ", "az~ " },
		{ "éÅñüçß", "eAnucs" },
		{ "øØłđıæŒ", "oOldiaO" },
		{ "→←↑↓⇒⟶", "><^v>>" },
		{ "–—−‑", "----" },
		{ "“”‘’«»", "\"\"''<>" },
		{ "•◦▪●·∙", "******" },
		{ "─│┌┼╭║═", "-|+++|-" },
		{ "…×÷≤≥≠±", ".x/<>!+" },
		{ "✓✗☐☑", "vxov" },
		{ "\xC2\xA0\xE3\x80\x80", "  " },
		{ "ﬁＡ²", "fA2" },
		{ "½⑩漢😀λ", "?????" },
		{ "\x01\x7F\xFF", "???" },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct buf out = { 0 };
		for (struct str s = str_of(cases[i].in); s.n;)
			buf_addc(&out, text_ascii(text_decode(&s)));
		assert_str(buf_str(&out), cases[i].out);
		buf_release(&out);
	}
}

TEST(text_ascii_is_printable_for_every_code_point)
{
	for (uint32_t cp = 0; cp < 0x110100; cp++) {
		char c = text_ascii(cp);
		if (c < ' ' || c > '~')
			fail_msg("U+%04X", (unsigned)cp);
	}
}

TEST(normalized_texts_compare_equal)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "What is **bias**?", "what is bias" },
		{ "  What\tis\r\n `Bias` ?  ", "what is bias" },
		{ "What is _bias_ \xE2\x80\x94 really?", "what is bias really" },
		{ "don't", "dont" },
		{ "don’t", "dont" },
		{ "C++ < C", "c++ < c" },
		{ "a=b^2 | $x ~ 1", "a=b^2 | $x ~ 1" },
		{ "ÉCOLE", "e\xCC\x81"
			   "cole" },
		{ "e\xCC\x81"
		  "cole",
			"e\xCC\x81"
			"cole" },
		{ "Straße", "strasse" },
		{ "a\xC2\xA0\xE3\x80\x80"
		  "b",
			"a b" },
		{ "so\xC2\xAD"
		  "ft\xE2\x80\x8B",
			"soft" },
		{ "?!*", "" },
		{ "- - a - -", "a" },
		{ "漢字。", "漢字" },
		{ "\xFF", BAD },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct buf out = { 0 };
		text_normalize(&out, str_of(cases[i].in));
		assert_str(buf_str(&out), cases[i].out);
		buf_release(&out);
	}
}

TEST(normalized_text_is_appended)
{
	struct buf out = { 0 };
	buf_add(&out, STR("deck:"));
	text_normalize(&out, STR(" A  B "));
	assert_str(buf_str(&out), "deck:a b");
	buf_release(&out);
}

TEST(normalizing_ascii_keeps_letters_digits_and_signs)
{
	struct buf out = { 0 };
	for (char c = 1; c < 127; c++) {
		buf_addc(&out, ' ');
		text_normalize(&out, (struct str){ &c, 1 });
	}
	struct buf dense = { 0 };
	for (size_t i = 0; i < out.n; i++)
		if (out.p[i] != ' ')
			buf_addc(&dense, out.p[i]);
	assert_str(buf_str(&dense),
		"$+0123456789<=>abcdefghijklmnopqrstuvwxyz^abcdefghijklmnopqrstuvwxyz|~");
	buf_release(&out);
	buf_release(&dense);
}

TEST(normalizing_twice_changes_nothing_for_any_code_point)
{
	struct buf in = { 0 }, once = { 0 }, twice = { 0 };
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		buf_clear(&in);
		buf_clear(&once);
		buf_clear(&twice);
		text_encode(&in, cp);
		text_normalize(&once, buf_str(&in));
		text_normalize(&twice, buf_str(&once));
		if (!str_eq(buf_str(&once), buf_str(&twice)))
			fail_msg("U+%04X", (unsigned)cp);
	}
	buf_release(&in);
	buf_release(&once);
	buf_release(&twice);
}

/* What the library says of a character by itself holds for it and for the one after it. */
TEST(letters_and_symbols_have_the_columns_that_the_tables_of_unicode_give)
{
	struct buf in = { 0 };
	int seen = 0;
	for (uint32_t cp = 0x80; cp < 0x3000; cp++) {
		utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)cp);
		bool letter = kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
		bool other = kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_SO;
		int cols = utf8proc_charwidth((utf8proc_int32_t)cp);
		bool jamo = cp >= 0x1100 && cp <= 0x11FF; /* parts of syllables join */
		if ((!letter && !other) || cols < 1 || jamo)
			continue;
		buf_clear(&in);
		text_encode(&in, cp);
		text_encode(&in, 0x301); /* a mark on it */
		text_encode(&in, cp);
		struct str s = buf_str(&in);
		struct cluster c;
		assert_true(text_next(&s, &c));
		if (c.cols != cols || c.base != cp || c.mark[0] != 0x301 || !text_next(&s, &c) ||
			c.cols != cols || c.mark[0] != 0 || text_cols(buf_str(&in)) != 2 * cols)
			fail_msg("U+%04X", (unsigned)cp);
		seen++;
	}
	buf_release(&in);
	assert_true(seen > 5000);
}
