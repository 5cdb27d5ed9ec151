/* code_test.c - pieces of source code: what is a keyword, a string, a comment, a number. */
#include "../test.h"

#include <string.h>

#include "core/code_lang.h"

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Pieces that are not plain, as k<...> s<...> c<...> n<...>; lines end in '|'. */
static void check(const char *name, const char *code, const char *want)
{
	const struct code_lang *lang = code_lang(str_of(name));
	struct code_state state = { 0 };
	struct buf b = { 0 };
	assert_non_null(lang);
	for (struct str rest = str_of(code), line; str_line(&rest, &line);) {
		struct code_piece piece;
		size_t all = 0;
		for (size_t at = 0; code_next(lang, &state, line, &at, &piece);) {
			assert_true(piece.text.n > 0 && piece.text.p == line.p + all);
			all += piece.text.n;
			if (piece.kind != CODE_PLAIN)
				buf_addf(&b, "%c<%.*s>", " kscn"[piece.kind], STR_ARG(piece.text));
		}
		assert_int_equal(all, line.n);
		buf_addc(&b, '|');
	}
	assert_string_equal(buf_cstr(&b), want);
	buf_release(&b);
}

TEST(a_fence_names_its_language_with_its_first_word)
{
	const struct code_lang *python = code_lang(STR("python"));
	assert_non_null(python);
	assert_ptr_equal(code_lang(STR(" Py title=\"a\"")), python);
	assert_ptr_equal(code_lang(STR("{.python3 .lines}")), python);
	assert_ptr_equal(code_lang(STR("tsx")), code_lang(STR("javascript")));
	assert_ptr_equal(code_lang(STR("hpp")), code_lang(STR("C++")));
	assert_null(code_lang(STR("")));
	assert_null(code_lang(STR("text")));
	assert_null(code_lang(STR("on")));
	assert_null(code_lang(STR("a-name-longer-than-any-that-is-known")));
}

TEST(words_are_sorted_so_that_they_are_found)
{
	for (int i = 0; i < code_nlang; i++)
		for (int k = 0; k < code_langs[i].nword; k++) {
			assert_in_range(strlen(code_langs[i].word[k]), 1, CODE_LONGEST);
			if (k > 0)
				assert_true(strcmp(code_langs[i].word[k - 1],
						    code_langs[i].word[k]) < 0);
		}
}

TEST(python)
{
	check("python", "@cache\ndef f(x=1e-3): # it's\n  return f'{x}' + xdef\n",
		"k<@cache>|k<def>n<1e-3>c<# it's>|k<return>s<'{x}'>|");
	check("py", "\"\"\"one\ntwo \" \\\"\"\"\"\"\" + 'a\\'b' 'open\nNone\n",
		"s<\"\"\"one>|s<two \" \\\"\"\"\">s<\"\">s<'a\\'b'>s<'open>|k<None>|");
}

TEST(c_and_its_kin)
{
	check("c", "# include <a.h>\nint x = 0x1F; /* a\n b */ char c = '\\''; // \"\n",
		"k<# include>|k<int>n<0x1F>c</* a>|c< b */>k<char>s<'\\''>c<// \">|");
}

TEST(a_prime_opens_no_string)
{
	check("python", "dz = da * σ'(z)  # one\nf'(x) = 1\nr'a' + f'b'\n",
		"c<# one>|n<1>|s<'a'>s<'b'>|");
	check("yaml", "a: it's\n", "k<a>|");
}

TEST(strings_that_a_backslash_carries_on)
{
	check("c", "s = \"a\\\nb\"; int\n", "s<\"a\\>|s<b\">k<int>|");
}

TEST(rust_has_nested_comments_lifetimes_and_characters)
{
	check("rust", "fn f<'a>(x: &'a str) { 'x' '\\n' /* a /* b */ c */ 0..9 1.5 }\n",
		"k<fn>k<str>s<'x'>s<'\\n'>c</* a /* b */ c */>n<0>n<9>n<1.5>|");
}

TEST(go_java_and_javascript)
{
	check("go", "func f() { s := `a\\\nb` }\n", "k<func>s<`a\\>|s<b`>|");
	check("java", "@Override public int f() { return 1_000L; }\n",
		"k<@Override>k<public>k<int>k<return>n<1_000L>|");
	check("ts", "const s: string = `a${b}\nc`; // d\n",
		"k<const>k<string>s<`a${b}>|s<c`>c<// d>|");
}

TEST(sql_is_read_in_any_case)
{
	check("sql", "SELECT a.\"from\", 'it''s' From t -- where\nwhere x = 'a\nb'\n",
		"k<SELECT>s<\"from\">s<'it'>s<'s'>k<From>c<-- where>|k<where>s<'a>|s<b'>|");
}

TEST(the_shell)
{
	check("bash", "if [ \"$#\" -gt 1 ]; then echo $HOME ${x:-y} a#b 'c\\' # d\n",
		"k<if>s<\"$#\">n<1>k<then>n<$HOME>n<${x:-y}>s<'c\\'>c<# d>|");
}

TEST(yaml_and_json_have_keys)
{
	check("yaml", "a b: true # c\n- d: 'e'\n  http://x: 1\nplain # x\n",
		"k<a b>k<true>c<# c>|k<d>s<'e'>|k<http://x>n<1>|c<# x>|");
	check("json", "{\"a\" : \"b\", \"c\": [1.5, null]}\n",
		"k<\"a\">s<\"b\">k<\"c\">n<1.5>k<null>|");
}

TEST(a_diff_goes_by_lines)
{
	check("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same\n\n",
		"c<--- a>|c<+++ b>|n<@@ -1 +1 @@>|k<-old>|s<+new>|||");
}

TEST(any_bytes_are_cut_in_every_language)
{
	uint32_t seed = 7;
	char bytes[80];
	for (int round = 0; round < 20000; round++) {
		const struct code_lang *lang = &code_langs[round % code_nlang];
		struct code_state open = { 0 };
		for (int k = 0; k < 3; k++) {
			size_t n = next_random(&seed) % sizeof bytes, all = 0, at = 0;
			bool plain = false;
			for (size_t i = 0; i < n; i++)
				bytes[i] = "\"'`/*#@$ \\ab1.:-\xc3\xa4\t"[next_random(&seed) % 20];
			struct code_piece piece;
			while (code_next(lang, &open, (struct str){ bytes, n }, &at, &piece)) {
				assert_true(piece.text.n > 0);
				assert_false(plain && piece.kind == CODE_PLAIN);
				plain = piece.kind == CODE_PLAIN;
				all += piece.text.n;
			}
			assert_int_equal(all, n);
		}
	}
}
