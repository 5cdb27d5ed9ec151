/* encoding.c - byte order marks, and UTF-8 that was once taken for an 8-bit encoding. */
#include "hone/encoding.h"

#include <string.h>

#include "hone/text.h"

enum { LEAST_SEQUENCES = 2, HIGH_BYTES = 128 };

/* The code points of the bytes 0x80 and on; 0xDB is the euro sign since Mac OS 8.5. */
static const uint16_t mac_roman[HIGH_BYTES] = { 0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6,
	0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA,
	0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5,
	0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
	0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1,
	0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA,
	0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
	0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C,
	0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A,
	0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB,
	0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB,
	0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB,
	0x02C7 };

/* Browsers read the five bytes that Windows-1252 leaves open as C1 controls. */
static const uint16_t windows_1252[HIGH_BYTES] = { 0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026,
	0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090,
	0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
	0x0153, 0x009D, 0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
	0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1,
	0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC,
	0x00BD, 0x00BE, 0x00BF, 0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7,
	0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2,
	0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x00DD,
	0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7, 0x00E8,
	0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3,
	0x00F4, 0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE,
	0x00FF };

struct codepage {
	enum encoding encoding;
	const uint16_t *high;
};

/*
 * Windows-1252 goes first: the signs that misread Mac Roman is full of begin no sequence in it, but
 * its accented capitals begin some in Mac Roman.
 */
static const struct codepage codepages[] = {
	{ ENCODING_CP1252, windows_1252 },
	{ ENCODING_MACROMAN, mac_roman },
};

static uint64_t eight_bytes(const char *p)
{
	uint64_t eight;
	memcpy(&eight, p, sizeof eight);
	return eight;
}

static uint64_t eight_times_eight(const char *p)
{
	return eight_bytes(p) | eight_bytes(p + 8) | eight_bytes(p + 16) | eight_bytes(p + 24) |
	       eight_bytes(p + 32) | eight_bytes(p + 40) | eight_bytes(p + 48) |
	       eight_bytes(p + 56);
}

/* Are so many bytes all ASCII? A branch for all of them is what makes it quick. */
enum { STRETCH = 128 };
static bool ascii_stretch(const char *p)
{
	uint64_t all = eight_times_eight(p) | eight_times_eight(p + STRETCH / 2);
	return !(all & UINT64_C(0x8080808080808080));
}

/* Bytes before the first that is not ASCII. */
static size_t ascii_run(struct str s)
{
	size_t i = 0;
	while (s.n - i >= STRETCH && ascii_stretch(s.p + i))
		i += STRETCH;
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

/* The byte that the page shows as the character at the start of *s, which is passed; 0 if none. */
static unsigned char byte_of(const struct codepage *page, struct str *s)
{
	if (s->n == 0)
		return 0;
	uint32_t cp = text_decode(s);
	for (size_t i = 0; i < HIGH_BYTES; i++)
		if (page->high[i] == cp)
			return (unsigned char)(0x80 + i);
	return 0;
}

/* Read the characters at the start of *s as the bytes of one sequence; its length, 0 if invalid. */
static size_t read_sequence(const struct codepage *page, struct str *s, char out[static 4])
{
	unsigned char lead = byte_of(page, s);
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	size_t n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	out[0] = (char)lead;
	for (size_t i = 1; i < n; i++)
		out[i] = (char)byte_of(page, s);
	/* A bad byte would be passed alone. */
	struct str made = { out, n };
	text_decode(&made);
	return made.n == 0 ? n : 0;
}

/*
 * The bytes that were read as `page`, written to `out` unless that is NULL; their number, or 0 when
 * this did not happen to s. Fewer characters come out than went in: each sequence had one a byte.
 */
static size_t unread(const struct codepage *page, struct str s, char *out)
{
	size_t n = 0, nsequence = 0;
	while (s.n) {
		size_t plain = ascii_run(s);
		if (out)
			memcpy(out + n, s.p, plain);
		n += plain;
		s = str_slice(s, plain, s.n);
		if (s.n == 0)
			break;
		char bytes[4];
		size_t length = read_sequence(page, &s, bytes);
		if (length == 0)
			return 0;
		if (out)
			memcpy(out + n, bytes, length);
		n += length;
		nsequence++;
	}
	return nsequence >= LEAST_SEQUENCES ? n : 0;
}

/* Undo the misreading if there was one; `plain` bytes of ASCII come first. */
static void repair(struct decoded *d, size_t plain, struct arena *a)
{
	struct str rest = str_slice(d->text, plain, d->text.n);
	for (size_t i = 0; i < LENGTH(codepages); i++) {
		size_t n = unread(&codepages[i], rest, NULL);
		if (n == 0)
			continue;
		char *made = arena_alloc(a, plain + n, 1);
		memcpy(made, d->text.p, plain);
		unread(&codepages[i], rest, made + plain);
		d->text = (struct str){ made, plain + n };
		d->encoding = codepages[i].encoding;
		return;
	}
}

static void strip_bom(struct decoded *d)
{
	const struct str bom = STR("\xEF\xBB\xBF");
	if (!str_starts(d->text, bom))
		return;
	d->text = str_slice(d->text, bom.n, d->text.n);
	d->bom = true;
}

static struct decoded decode(struct str file, size_t *plain, struct arena *a)
{
	*plain = 0;
	if (str_starts(file, STR("\xFF\xFE")) || str_starts(file, STR("\xFE\xFF")))
		return (struct decoded){ .encoding = ENCODING_UTF16, .bom = true };
	struct decoded d = { .text = file };
	strip_bom(&d);
	*plain = ascii_run(d.text);
	if (*plain == d.text.n)
		return d;
	repair(&d, *plain, a);
	if (d.encoding != ENCODING_UTF8)
		strip_bom(&d); /* it was misread too */
	return d;
}

struct decoded encoding_decode(struct str file, struct arena *a)
{
	size_t plain;
	struct decoded d = decode(file, &plain, a);
	if (d.encoding == ENCODING_UTF8)
		d.bad_bytes = text_bad_bytes(str_slice(d.text, plain, d.text.n));
	return d;
}

struct str encoding_text(struct str file, struct arena *a)
{
	size_t plain;
	return decode(file, &plain, a).text;
}

/*
 * A sequence that nobody writes by chance: three characters and more, or two of which the first is one that
 * the letters with accents of Western Europe begin with.
 */
static size_t sure_sequence(const struct codepage *page, struct str *s, char out[static 4])
{
	struct str rest = *s;
	size_t n = read_sequence(page, &rest, out);
	unsigned char lead = n ? (unsigned char)out[0] : 0;
	if (n < 2 || (n == 2 && lead != 0xC2 && lead != 0xC3))
		return 0;
	*s = rest;
	return n;
}

/* The sequences in s that were misread as `page`; what s should be goes to `out` unless that is NULL. */
static size_t mend(const struct codepage *page, struct str s, struct buf *out)
{
	size_t nsequence = 0;
	while (s.n) {
		char bytes[4];
		struct str before = s;
		size_t n = (unsigned char)*s.p < 0x80 ? 0 : sure_sequence(page, &s, bytes);
		nsequence += n > 0;
		if (n == 0)
			text_decode(&s);
		struct str as_is = str_slice(before, 0, before.n - s.n);
		if (out)
			buf_add(out, n ? (struct str){ bytes, n } : as_is);
	}
	return nsequence;
}

size_t encoding_mend(struct str text, enum encoding *as, struct buf *out)
{
	const struct codepage *best = NULL;
	size_t most = LEAST_SEQUENCES - 1;
	for (size_t i = 0; i < LENGTH(codepages); i++) {
		size_t n = mend(&codepages[i], text, NULL);
		if (n <= most)
			continue;
		best = &codepages[i];
		most = n;
	}
	if (!best)
		return 0;
	*as = best->encoding;
	return mend(best, text, out);
}

const char *encoding_name(enum encoding e)
{
	switch (e) {
	case ENCODING_UTF8: return "UTF-8";
	case ENCODING_MACROMAN: return "Mac Roman";
	case ENCODING_CP1252: return "Windows-1252";
	case ENCODING_UTF16: return "UTF-16";
	}
	bug("encoding %d", (int)e);
}
