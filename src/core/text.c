/* text.c - what of a UTF-8 text can be shown, and in how many columns. */
#include "hone/text.h"

#include <string.h>

#include <utf8proc.h>

enum {
	SOFT_HYPHEN = 0xAD,
	ZERO_WIDTH_JOINER = 0x200D,
	DOTTED_CIRCLE = 0x25CC,
	CONTROL_PICTURES = 0x2400,
	DELETE_PICTURE = 0x2421,
};

struct range {
	uint32_t first, last;
};

/* Invisible though not of category Cf, or meant to change what stands before. */
static const struct range invisible[] = {
	{ 0x034F, 0x034F },   /* combining grapheme joiner */
	{ 0x115F, 0x1160 },   /* Hangul fillers */
	{ 0x17B4, 0x17B5 },   /* Khmer inherent vowels */
	{ 0x180B, 0x180F },   /* Mongolian variation selectors */
	{ 0x3164, 0x3164 },   /* Hangul filler */
	{ 0xFE00, 0xFE0F },   /* variation selectors */
	{ 0xFFA0, 0xFFA0 },   /* Hangul filler */
	{ 0x1F3FB, 0x1F3FF }, /* skin tones */
	{ 0xE0000, 0xE0FFF }, /* tags and variation selectors */
};

/* Vowels and final consonants of Hangul syllables written in parts: terminals join them. */
static const struct range joining[] = {
	{ 0x1160, 0x11FF },
	{ 0xD7B0, 0xD7FB },
};

/* Two columns in terminals and C libraries, though not wide by the Unicode 15 tables. */
static const struct range also_wide[] = {
	{ 0x3248, 0x324F },
	{ 0x4DC0, 0x4DFF },
};

struct ascii_range {
	uint32_t first, last;
	char ascii;
};

/* What compatibility decomposition does not give; the first row that matches counts. */
static const struct ascii_range ascii_ranges[] = {
	{ 0x00AB, 0x00AB, '<' },
	{ 0x00B0, 0x00B0, 'o' },
	{ 0x00B1, 0x00B1, '+' },
	{ 0x00B7, 0x00B7, '*' },
	{ 0x00BB, 0x00BB, '>' },
	{ 0x00C6, 0x00C6, 'A' },
	{ 0x00D0, 0x00D0, 'D' },
	{ 0x00D7, 0x00D7, 'x' },
	{ 0x00D8, 0x00D8, 'O' },
	{ 0x00DE, 0x00DE, 'T' },
	{ 0x00DF, 0x00DF, 's' },
	{ 0x00E6, 0x00E6, 'a' },
	{ 0x00F0, 0x00F0, 'd' },
	{ 0x00F7, 0x00F7, '/' },
	{ 0x00F8, 0x00F8, 'o' },
	{ 0x00FE, 0x00FE, 't' },
	{ 0x0110, 0x0110, 'D' },
	{ 0x0111, 0x0111, 'd' },
	{ 0x0131, 0x0131, 'i' },
	{ 0x0141, 0x0141, 'L' },
	{ 0x0142, 0x0142, 'l' },
	{ 0x0152, 0x0152, 'O' },
	{ 0x0153, 0x0153, 'o' },
	{ 0x2010, 0x2015, '-' },
	{ 0x2018, 0x201B, '\'' },
	{ 0x201C, 0x201F, '"' },
	{ 0x2020, 0x2021, '+' },
	{ 0x2022, 0x2023, '*' },
	{ 0x2032, 0x2032, '\'' },
	{ 0x2033, 0x2033, '"' },
	{ 0x2039, 0x2039, '<' },
	{ 0x203A, 0x203A, '>' },
	{ 0x2043, 0x2043, '-' },
	{ 0x2044, 0x2044, '/' },
	{ 0x2190, 0x2190, '<' },
	{ 0x2191, 0x2191, '^' },
	{ 0x2193, 0x2193, 'v' },
	{ 0x21D0, 0x21D0, '<' },
	{ 0x21D1, 0x21D1, '^' },
	{ 0x21D3, 0x21D3, 'v' },
	{ 0x2190, 0x21FF, '>' },
	{ 0x2212, 0x2212, '-' },
	{ 0x2215, 0x2215, '/' },
	{ 0x2217, 0x2217, '*' },
	{ 0x2219, 0x2219, '*' },
	{ 0x223C, 0x223C, '~' },
	{ 0x2248, 0x2248, '~' },
	{ 0x2260, 0x2260, '!' },
	{ 0x2264, 0x2264, '<' },
	{ 0x2265, 0x2265, '>' },
	{ 0x226E, 0x226F, '?' },
	{ 0x22C5, 0x22C5, '*' },
	{ 0x2500, 0x2501, '-' },
	{ 0x2502, 0x2503, '|' },
	{ 0x2504, 0x2505, '-' },
	{ 0x2506, 0x2507, '|' },
	{ 0x2508, 0x2509, '-' },
	{ 0x250A, 0x250B, '|' },
	{ 0x250C, 0x254B, '+' },
	{ 0x254C, 0x254D, '-' },
	{ 0x254E, 0x254F, '|' },
	{ 0x2550, 0x2550, '-' },
	{ 0x2551, 0x2551, '|' },
	{ 0x2552, 0x2570, '+' },
	{ 0x2571, 0x2571, '/' },
	{ 0x2572, 0x2572, '\\' },
	{ 0x2573, 0x2573, 'x' },
	{ 0x2574, 0x2574, '-' },
	{ 0x2575, 0x2575, '|' },
	{ 0x2576, 0x2576, '-' },
	{ 0x2577, 0x2577, '|' },
	{ 0x2578, 0x2578, '-' },
	{ 0x2579, 0x2579, '|' },
	{ 0x257A, 0x257A, '-' },
	{ 0x257B, 0x257B, '|' },
	{ 0x257C, 0x257C, '-' },
	{ 0x257D, 0x257D, '|' },
	{ 0x257E, 0x257E, '-' },
	{ 0x257F, 0x257F, '|' },
	{ 0x2580, 0x2590, '#' },
	{ 0x2591, 0x2593, '.' },
	{ 0x2594, 0x259F, '#' },
	{ 0x25A0, 0x25B1, '*' },
	{ 0x25B2, 0x25B5, '^' },
	{ 0x25B6, 0x25BB, '>' },
	{ 0x25BC, 0x25BF, 'v' },
	{ 0x25C0, 0x25C5, '<' },
	{ 0x25C6, 0x25EF, '*' },
	{ 0x2605, 0x2606, '*' },
	{ 0x2610, 0x2610, 'o' },
	{ 0x2611, 0x2611, 'v' },
	{ 0x2612, 0x2612, 'x' },
	{ 0x2713, 0x2714, 'v' },
	{ 0x2715, 0x2718, 'x' },
	{ 0x2794, 0x27BE, '>' },
	{ 0x27F5, 0x27F5, '<' },
	{ 0x27F6, 0x27FF, '>' },
};

/* What ASCII becomes in the compared form: itself in lower case, a space, or (0) nothing. */
static const char normal_ascii[] = "\0\0\0\0\0\0\0\0\0     \0\0"
				   "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				   " \0\0\0$\0\0\0\0\0\0+\0\0\0\0"
				   "0123456789\0\0<=>\0"
				   "\0abcdefghijklmno"
				   "pqrstuvwxyz\0\0\0^\0"
				   "\0abcdefghijklmno"
				   "pqrstuvwxyz\0|\0~\0";
_Static_assert(sizeof normal_ascii == 128 + 1, "one entry for each ASCII character");

/* Where text_normalize() is: white space is written before what follows it. */
struct normalizer {
	struct buf *out;
	bool space, any;
};

static bool in_ranges(uint32_t cp, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cp >= r[i].first && cp <= r[i].last)
			return true;
	return false;
}

/* A printable ASCII character; anything else takes the slow paths. */
static bool is_plain(char c)
{
	return c >= 0x20 && c < 0x7F;
}

/* The first byte of s is a cluster by itself: nothing in ASCII combines. */
static bool plain_cluster(struct str s)
{
	return is_plain(s.p[0]) && (s.n == 1 || (unsigned char)s.p[1] < 0x80);
}

static bool is_white(uint32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r');
}

/* Length of the sequence at the start of s, its code point in *cp; 0 if the first byte is bad. */
static size_t sequence(struct str s, uint32_t *cp)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s.p;
	*cp = p[0];
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	size_t n = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (s.n < n)
		return 0;
	uint32_t v = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		v = v << 6 | (p[i] & 0x3Fu);
	}
	if (v < least[n] || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
		return 0;
	*cp = v;
	return n;
}

/* The code point that is shown for cp, or 0 for nothing. */
static uint32_t visible(uint32_t cp)
{
	if (cp < 0x20)
		return cp == '\t' ? ' ' : CONTROL_PICTURES + cp;
	if (cp < 0x7F)
		return cp;
	if (cp < 0xA0)
		return cp == 0x7F ? DELETE_PICTURE : TEXT_REPLACEMENT;
	if (cp < 0x300 && cp != SOFT_HYPHEN)
		return cp;
	if (in_ranges(cp, invisible, LENGTH(invisible)))
		return 0;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_CN: return TEXT_REPLACEMENT;
	case UTF8PROC_CATEGORY_CF: return 0;
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: return ' ';
	default: return cp;
	}
}

/* Columns of a visible code point as terminals count them; 0 for what joins the one before. */
static int width(uint32_t cp)
{
	if (cp < 0x300)
		return 1;
	if (in_ranges(cp, joining, LENGTH(joining)))
		return 0;
	if (in_ranges(cp, also_wide, LENGTH(also_wide)))
		return 2;
	/* utf8proc gives spacing marks no width, but they have a cell. */
	if (utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_MC)
		return 1;
	return utf8proc_charwidth((utf8proc_int32_t)cp);
}

/* Part of a syllable: without width, also where Unicode ends the cluster before it. */
static bool joins_any(uint32_t base, uint32_t cp)
{
	return cp >= joining[0].first && base >= ' ' && visible(base) == base &&
	       in_ranges(cp, joining, LENGTH(joining));
}

/* The rest of the cluster that `base` began: marks are kept, what a joiner adds is passed over. */
static void take_marks(struct str *s, uint32_t base, struct cluster *c)
{
	utf8proc_int32_t state = 0, before = (utf8proc_int32_t)base;
	size_t n = c->mark[0] != 0;
	bool joined = false;
	while (s->n) {
		struct str rest = *s;
		uint32_t cp = text_decode(&rest);
		bool apart = utf8proc_grapheme_break_stateful(before, (utf8proc_int32_t)cp, &state);
		if (apart && !joins_any(base, cp))
			return;
		uint32_t shown = joined && !apart ? 0 : visible(cp);
		if (shown && width(shown))
			return; /* has a cell of its own: half of a flag, a spacing mark */
		if (shown && n < TEXT_MARKS)
			c->mark[n++] = shown;
		joined = joined || cp == ZERO_WIDTH_JOINER;
		before = (utf8proc_int32_t)cp;
		*s = rest;
	}
}

static bool next_cluster(struct str *s, struct cluster *c)
{
	while (s->n) {
		uint32_t cp = text_decode(s);
		uint32_t shown = visible(cp);
		if (!shown)
			continue;
		*c = (struct cluster){ .base = shown, .cols = width(shown) };
		if (c->cols == 0)
			*c = (struct cluster){
				.base = DOTTED_CIRCLE, .mark = { shown }, .cols = 1
			};
		take_marks(s, cp, c);
		return true;
	}
	return false;
}

/* Advance past one cluster; its columns, 0 at the end. */
static int skip_cluster(struct str *s)
{
	if (s->n && plain_cluster(*s)) {
		s->p++;
		s->n--;
		return 1;
	}
	struct cluster c;
	return text_next(s, &c) ? c.cols : 0;
}

/* Plain clusters at the start of s that are not white, at most `most`: the bulk of all text. */
static int plain_word(struct str s, int most)
{
	int n = 0;
	while (n < most && (size_t)n < s.n && s.p[n] != ' ' && is_plain(s.p[n]))
		n++;
	/* The last one may be the base of a mark. */
	return n > 0 && (size_t)n < s.n && (unsigned char)s.p[n] >= 0x80 ? n - 1 : n;
}

/* Bytes at the start of s that text_sanitize() copies as they are. */
static size_t plain_run(struct str s)
{
	size_t n = 0;
	while (n < s.n && (is_plain(s.p[n]) || s.p[n] == '\n' || s.p[n] == '\t'))
		n++;
	/* The last one may be the base of a mark. */
	if (n > 0 && n < s.n && (unsigned char)s.p[n] >= 0x80 && is_plain(s.p[n - 1]))
		n--;
	return n;
}

/* Decomposed, so that a letter with its accent and a letter followed by one are the same. */
static size_t fold(uint32_t cp, utf8proc_int32_t *to, size_t room)
{
	int unused = 0;
	utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)cp, to, (utf8proc_ssize_t)room, how, &unused);
	if (n < 0 || (size_t)n > room)
		bug("no case folding of U+%04X", (unsigned)cp);
	return (size_t)n;
}

/* As normal_ascii, for all code points. */
static uint32_t normal(uint32_t cp)
{
	if (cp < 0x80)
		return (uint32_t)normal_ascii[cp];
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
	case UTF8PROC_CATEGORY_CC: return 0;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: return ' ';
	default: return cp;
	}
}

static void normalize_one(struct normalizer *z, uint32_t to)
{
	z->space = z->space || to == ' ';
	if (!to || to == ' ')
		return;
	if (z->space && z->any)
		buf_addc(z->out, ' ');
	text_encode(z->out, to);
	z->space = false;
	z->any = true;
}

/* As normalize_one(), for ASCII at the start of s; how much of it was done. */
static size_t normalize_ascii(struct normalizer *z, struct str s)
{
	char made[256], last = ' ';
	size_t n = 0, i = 0;
	if (z->any && z->space)
		made[n++] = ' ';
	else if (z->any)
		last = 'x';
	/* No branch for each character: where a word ends is not foreseen. */
	size_t most = s.n < sizeof made - 1 ? s.n : sizeof made - 1;
	for (; i < most && (unsigned char)s.p[i] < 0x80; i++) {
		char to = normal_ascii[(unsigned char)s.p[i]];
		bool keep = (to != 0) & ((to != ' ') | (last != ' '));
		made[n] = to;
		n += keep;
		last = keep ? to : last;
	}
	/* A space is known to be one when something comes after it. */
	z->space = n > 0 ? made[n - 1] == ' ' : z->space;
	n -= n > 0 && made[n - 1] == ' ';
	z->any = z->any || n > 0;
	buf_add(z->out, (struct str){ made, n });
	return i;
}

uint32_t text_decode(struct str *s)
{
	uint32_t cp;
	size_t n = sequence(*s, &cp);
	if (n == 0) {
		cp = TEXT_REPLACEMENT;
		n = 1;
	}
	s->p += n;
	s->n -= n;
	return cp;
}

void text_encode(struct buf *out, uint32_t cp)
{
	if (cp < 0x80) {
		buf_addc(out, (char)cp);
		return;
	}
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = TEXT_REPLACEMENT;
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)cp, bytes);
	buf_add(out, (struct str){ (const char *)bytes, (size_t)n });
}

bool text_next(struct str *s, struct cluster *c)
{
	if (s->n == 0)
		return false;
	if (!plain_cluster(*s))
		return next_cluster(s, c);
	*c = (struct cluster){ .base = (uint32_t)s->p[0], .cols = 1 };
	s->p++;
	s->n--;
	return true;
}

/* Bytes at the start, at most `most`, that are a character of one column each. */
static size_t plain_start(struct str s, size_t most)
{
	size_t n = 0, end = s.n < most ? s.n : most;
	while (n < end && s.p[n] >= ' ' && s.p[n] < 0x7F)
		n++;
	/* The last one may be the base of a mark. */
	return n > 0 && n < s.n && (s.p[n] & 0x80) ? n - 1 : n;
}

int text_cols(struct str s)
{
	size_t plain = plain_start(s, s.n);
	int cols = (int)plain;
	s = str_slice(s, plain, s.n);
	while (s.n)
		cols += skip_cluster(&s);
	return cols;
}

struct str text_prefix(struct str s, int cols, int *used)
{
	size_t plain = plain_start(s, cols > 0 ? (size_t)cols : 0);
	struct str rest = str_slice(s, plain, s.n);
	int sum = (int)plain;
	while (rest.n) {
		struct str here = rest;
		int w = skip_cluster(&rest);
		if (w > cols - sum) {
			rest = here;
			break;
		}
		sum += w;
	}
	if (used)
		*used = sum;
	return str_slice(s, 0, s.n - rest.n);
}

size_t text_bad_bytes(struct str s)
{
	size_t bad = 0;
	for (size_t i = 0; i < s.n;) {
		uint64_t eight;
		while (s.n - i >= sizeof eight) {
			memcpy(&eight, s.p + i, sizeof eight);
			if (eight & UINT64_C(0x8080808080808080))
				break;
			i += sizeof eight;
		}
		while (i < s.n && (unsigned char)s.p[i] < 0x80)
			i++;
		while (i < s.n && (unsigned char)s.p[i] >= 0x80) {
			uint32_t cp;
			size_t n = sequence(str_slice(s, i, s.n), &cp);
			bad += n == 0;
			i += n ? n : 1;
		}
	}
	return bad;
}

bool text_wrap(struct str *s, int cols, struct str *line)
{
	if (s->n == 0)
		return false;
	struct str rest = *s;
	size_t end = 0;    /* where the line ends if it is cut at the last white space */
	size_t cut = s->n; /* where it is cut */
	int sum = 0;
	bool word = false; /* the cluster before belongs to one */
	while (rest.n) {
		int plain = plain_word(rest, cols - sum);
		rest = str_slice(rest, (size_t)plain, rest.n);
		sum += plain;
		word = word || plain;
		if (rest.n == 0)
			break;
		size_t at = s->n - rest.n;
		bool white = is_white((unsigned char)rest.p[0]);
		int w = skip_cluster(&rest);
		white = white && s->n - rest.n == at + 1; /* and bears no mark */
		if (white && word)
			end = at;
		/* A line takes one cluster at least, however narrow it is. */
		if (!white && w > cols - sum && at > 0) {
			cut = end ? end : at;
			break;
		}
		sum += w;
		word = !white;
	}
	*line = str_slice(*s, 0, cut);
	while (line->n && is_white((unsigned char)line->p[line->n - 1]))
		line->n--;
	while (cut < s->n && is_white((unsigned char)s->p[cut]))
		cut++;
	*s = str_slice(*s, cut, s->n);
	return true;
}

void text_sanitize(struct buf *out, struct str s)
{
	while (s.n) {
		size_t n = plain_run(s);
		buf_add(out, str_slice(s, 0, n));
		s = str_slice(s, n, s.n);
		struct cluster c;
		if (s.n == 0 || !text_next(&s, &c))
			return;
		text_encode(out, c.base);
		for (size_t i = 0; i < TEXT_MARKS && c.mark[i]; i++)
			text_encode(out, c.mark[i]);
	}
}

char text_ascii(uint32_t cp)
{
	if (cp < 0x80)
		return is_plain((char)cp) ? (char)cp : '?';
	for (size_t i = 0; i < LENGTH(ascii_ranges); i++)
		if (cp >= ascii_ranges[i].first && cp <= ascii_ranges[i].last)
			return ascii_ranges[i].ascii;
	if (cp > 0x10FFFF)
		return '?';
	utf8proc_int32_t parts[32];
	int unused = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts,
		(utf8proc_ssize_t)LENGTH(parts), UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &unused);
	if (n < 1 || parts[0] < 0x20 || parts[0] > 0x7E)
		return '?';
	/* The first digit of a fraction or of a number in a circle is another number. */
	bool digit = parts[0] >= '0' && parts[0] <= '9';
	return digit && n > 1 ? '?' : (char)parts[0];
}

void text_normalize(struct buf *out, struct str s)
{
	struct normalizer z = { .out = out };
	while (s.n) {
		size_t n = normalize_ascii(&z, s);
		s = str_slice(s, n, s.n);
		if (s.n == 0 || (unsigned char)s.p[0] < 0x80)
			continue;
		utf8proc_int32_t part[8];
		size_t npart = fold(text_decode(&s), part, LENGTH(part));
		for (size_t i = 0; i < npart; i++)
			normalize_one(&z, normal((uint32_t)part[i]));
	}
}

const char *text_engine(void)
{
	return utf8proc_version();
}
