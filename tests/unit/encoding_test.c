/* encoding_test.c - byte order marks and mojibake. */
#include "hone/encoding.h"

#include "hone/text.h"
#include "test.h"

/* U+0100 to U+013F: every continuation byte; then one character of each lead byte, C2 to F4. */
static const char cont_macroman[] =
	"ƒÄƒÅƒÇƒÉƒÑƒÖƒÜƒáƒàƒâƒäƒãƒåƒçƒéƒèƒêƒëƒíƒìƒîƒïƒñƒóƒòƒôƒöƒõƒúƒùƒûƒüƒ†ƒ°ƒ¢ƒ"
	"£ƒ§ƒ•ƒ¶ƒßƒ®ƒ©ƒ™ƒ´ƒ¨ƒ≠ƒÆƒØƒ∞ƒ±ƒ≤ƒ≥ƒ¥ƒµƒ∂ƒ∑ƒ∏ƒπƒ∫ƒªƒºƒΩƒæƒø";
static const char lead_macroman[] =
	"¬Ä√ÄƒÄ≈Ä∆Ä«Ä»Ä…Ä\xC2\xA0ÄÀÄÃÄÕÄŒÄœÄ–Ä—Ä“Ä”Ä‘Ä’Ä÷Ä◊ÄÿÄŸÄ⁄Ä€Ä‹Ä›ÄﬁÄﬂÄ‡†Ä·"
	"ÄÄ‚ÄÄ„ÄÄ‰ÄÄÂÄÄÊÄÄÁÄÄËÄÄÈÄÄÍÄÄÎÄÄÏÄÄÌÄÄÓÄÄÔÄÄ\xEF\xA3\xBFêÄÄÒÄÄÄÚÄÄÄÛÄÄÄ"
	"ÙÄÄÄ";
static const char cont_cp1252[] =
	"Ä€Ä\xC2\x81Ä‚ÄƒÄ„Ä…Ä†Ä‡ÄˆÄ‰ÄŠÄ‹ÄŒÄ\xC2\x8DÄŽÄ\xC2\x8FÄ\xC2\x90Ä‘Ä’Ä“Ä”Ä"
	"•Ä–Ä—Ä˜Ä™ÄšÄ›ÄœÄ\xC2\x9DÄžÄŸÄ\xC2\xA0Ä¡Ä¢Ä£Ä¤Ä¥Ä¦Ä§Ä¨Ä©ÄªÄ«Ä¬Ä\xC2\xADÄ"
	"®Ä¯Ä°Ä±Ä²Ä³Ä´ÄµÄ¶Ä·Ä¸Ä¹ÄºÄ»Ä¼Ä½Ä¾Ä¿";
static const char lead_cp1252[] =
	"Â€Ã€Ä€Å€Æ€Ç€È€É€Ê€Ë€Ì€Í€Î€Ï€Ð€Ñ€Ò€Ó€Ô€Õ€Ö€×€Ø€Ù€Ú€Û€Ü€Ý€Þ€ß€à\xC2\xA0€á"
	"€€â€€ã€€ä€€å€€æ€€ç€€è€€é€€ê€€ë€€ì€€í€€î€€ï€€ð\xC2\x90€€ñ€€€ò€€€ó€€€ô€€€";

static void add_every_continuation(struct buf *out)
{
	for (uint32_t cp = 0x100; cp < 0x140; cp++)
		text_encode(out, cp);
}

static void add_every_lead(struct buf *out)
{
	for (uint32_t cp = 0x80; cp < 0x800; cp += 0x40)
		text_encode(out, cp);
	text_encode(out, 0x800);
	for (uint32_t cp = 0x1000; cp < 0x10000; cp += 0x1000)
		text_encode(out, cp);
	text_encode(out, 0x10000);
	for (uint32_t cp = 0x40000; cp < 0x110000; cp += 0x40000)
		text_encode(out, cp);
}

TEST(every_byte_of_a_codepage_maps_back)
{
	static const struct {
		const char *misread;
		void (*add)(struct buf *);
		enum encoding encoding;
	} cases[] = {
		{ cont_macroman, add_every_continuation, ENCODING_MACROMAN },
		{ lead_macroman, add_every_lead, ENCODING_MACROMAN },
		{ cont_cp1252, add_every_continuation, ENCODING_CP1252 },
		{ lead_cp1252, add_every_lead, ENCODING_CP1252 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct buf want = { 0 };
		cases[i].add(&want);
		struct decoded d = encoding_decode(str_of(cases[i].misread), &a);
		assert_int_equal(d.encoding, cases[i].encoding);
		assert_str(d.text, buf_cstr(&want));
		buf_release(&want);
		arena_release(&a);
	}
}

TEST(mojibake_is_repaired_when_that_is_exact)
{
	static const struct {
		const char *file, *want;
		enum encoding encoding;
		bool bom;
	} cases[] = {
		{ "a ‚Äì b\r\n‚Äúc‚Äù\r\n", "a – b\r\n“c”\r\n", ENCODING_MACROMAN, false },
		{ "a â€“ b\nâ€œcâ€\xC2\x9D\n", "a – b\n“c”\n", ENCODING_CP1252, false },
		{ "√© and √®", "é and è", ENCODING_MACROMAN, false },
		{ "Ã© and Ã¨", "é and è", ENCODING_CP1252, false },
		{ "\xEF\xA3\xBFüòÄ √ó", "😀 ×", ENCODING_MACROMAN, false },
		{ "\xEF\xBB\xBFÃ©Ã©", "éé", ENCODING_CP1252, true },
		{ "ï»¿Ã©", "é", ENCODING_CP1252, true },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct decoded d = encoding_decode(str_of(cases[i].file), &a);
		assert_str(d.text, cases[i].want);
		assert_int_equal(d.encoding, cases[i].encoding);
		assert_int_equal(d.bom, cases[i].bom);
		assert_int_equal(d.bad_bytes, 0);
		arena_release(&a);
	}
}

TEST(text_that_is_not_surely_mojibake_is_left_alone)
{
	static const char *const cases[] = {
		"",
		"plain\r\n",
		"café “quoted” – and → more",
		"one Ã© only",     /* a single sequence proves nothing */
		"Ã© Ã¨ but é too", /* é is no byte of a valid sequence here */
		"Ã© Ã¨ but → too", /* no codepage has the arrow */
		"Ã© Ã",            /* cut short at the end */
		"Ã© Ã x",          /* cut short by a space */
		"Ã‰ Ã‰ √© √©",     /* two codepages */
		"À€À€",            /* overlong when mapped back: C0 80 */
		"í ê€ í ê€",       /* broken by spaces */
		"“É”, “É”",        /* quotes round letters */
		"õ€€€ õ€€€",       /* F5 leads nothing */
		"日本語のテキスト",
		"Crème brûlée à la française — déjà vu…",
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct str file = str_of(cases[i]);
		struct decoded d = encoding_decode(file, &a);
		assert_ptr_equal(d.text.p, file.p);
		assert_int_equal(d.text.n, file.n);
		assert_int_equal(d.encoding, ENCODING_UTF8);
		assert_int_equal(d.bad_bytes, 0);
		assert_false(d.bom);
		assert_null(a.blocks);
		arena_release(&a);
	}
}

TEST(bad_bytes_are_counted_and_stay)
{
	static const struct {
		const char *file;
		size_t bad;
	} cases[] = {
		{ "caf\xE9", 1 },
		{ "\x80\x81 and \xC3\xA9", 2 },
		{ "\xED\xA0\x80", 3 },
		{ "0123456789abcdef\xFFxyz\xE2\x82", 3 },
	};
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = { 0 };
		struct decoded d = encoding_decode(str_of(cases[i].file), &a);
		assert_str(d.text, cases[i].file);
		assert_int_equal(d.bad_bytes, cases[i].bad);
		assert_int_equal(d.encoding, ENCODING_UTF8);
		arena_release(&a);
	}
}

TEST(byte_order_marks)
{
	struct arena a = { 0 };
	struct decoded d = encoding_decode(STR("\xEF\xBB\xBF# Plan\n"), &a);
	assert_true(d.bom);
	assert_str(d.text, "# Plan\n");
	assert_int_equal(encoding_decode(STR("\xEF\xBB\xBF"), &a).text.n, 0);
	assert_int_equal(encoding_decode(STR("\xEF\xBB"), &a).bad_bytes, 2);
	assert_int_equal(encoding_decode(STR("\xFF\xFE#\0\n\0"), &a).encoding, ENCODING_UTF16);
	assert_int_equal(encoding_decode(STR("\xFE\xFF\0#\0\n"), &a).encoding, ENCODING_UTF16);
	assert_int_equal(encoding_decode(STR("\xFE"), &a).encoding, ENCODING_UTF8);
	arena_release(&a);
}

TEST(encodings_have_names)
{
	assert_string_equal(encoding_name(ENCODING_UTF8), "UTF-8");
	assert_string_equal(encoding_name(ENCODING_MACROMAN), "Mac Roman");
	assert_string_equal(encoding_name(ENCODING_CP1252), "Windows-1252");
	assert_string_equal(encoding_name(ENCODING_UTF16), "UTF-16");
}

TEST(mojibake_up_to_the_last_sign_is_left_as_it_is)
{
	struct arena a = { 0 };
	struct buf file = { 0 };
	while (file.n < 1 << 20)
		buf_add(&file, STR("a Ã© Ã¨ "));
	buf_add(&file, STR("→"));
	assert_int_equal(encoding_decode(buf_str(&file), &a).encoding, ENCODING_UTF8);
	buf_release(&file);
	arena_release(&a);
}

TEST(the_sample_plan_is_repaired_to_its_bytes)
{
	struct buf file = test_read(test_shared("study/ML-Interview-Prep-Plan.mojibake.md"));
	struct buf want = test_read(test_shared("study/ml-study-plan/ML-Interview-Prep-Plan.md"));
	struct arena a = { 0 };
	struct decoded d = encoding_decode(buf_str(&file), &a);
	assert_int_equal(d.encoding, ENCODING_MACROMAN);
	assert_true(str_eq(d.text, buf_str(&want)));
	struct decoded clean = encoding_decode(buf_str(&want), &a);
	assert_int_equal(clean.encoding, ENCODING_UTF8);
	assert_ptr_equal(clean.text.p, want.p);
	assert_int_equal(clean.bad_bytes, 0);
	arena_release(&a);
	buf_release(&file);
	buf_release(&want);
}
