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

/* Eight bytes at a time while they are nothing else. */
size_t text_plain(struct str s, size_t most)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
	size_t n = 0, end = s.n < most ? s.n : most;
	for (uint64_t x; end - n >= sizeof x; n += sizeof x) {
		memcpy(&x, s.p + n, sizeof x);
		/* The high bit of a byte: less than a blank, more than ASCII, or a delete. */
		if (((x - ones * ' ') | x | (x + ones)) & high)
			break;
	}
	while (n < end && is_plain(s.p[n]))
		n++;
	return n;
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
	bool good = (p[1] & 0xC0) == 0x80 && (n < 3 || (p[2] & 0xC0) == 0x80) &&
		    (n < 4 || (p[3] & 0xC0) == 0x80);
	if (!good)
		return 0;
	uint32_t v = (p[0] & (0x7Fu >> n)) << 6 | (p[1] & 0x3Fu);
	v = n > 2 ? v << 6 | (p[2] & 0x3Fu) : v;
	v = n > 3 ? v << 6 | (p[3] & 0x3Fu) : v;
	if (v < least[n] || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
		return 0;
	*cp = v;
	return n;
}

/*
 * Lines, arrows, operators, Latin, Greek, Cyrillic, small digits and letters, boxes to tick: shown as they are, in
 * one column, and nothing joins them to each other.
 */
static bool is_simple(uint32_t cp)
{
	return (cp >= 0x2500 && cp <= 0x257F) || (cp >= 0x2190 && cp <= 0x22FF) ||
	       (cp >= 0x2010 && cp <= 0x2027) || (cp >= 0x3A3 && cp <= 0x481) ||
	       (cp > 0xA0 && cp < 0x250 && cp != SOFT_HYPHEN) || (cp >= 0x2074 && cp <= 0x208E) ||
	       (cp >= 0x1D62 && cp <= 0x1D6A) || (cp >= 0x2610 && cp <= 0x2612);
}

/* A line of a box, U+2500 to U+257F: of these there are many in a row. */
static bool is_box(struct str s)
{
	return s.n >= 3 && s.p[0] == '\xe2' && (s.p[1] == '\x94' || s.p[1] == '\x95') &&
	       (s.p[2] & 0xC0) == 0x80;
}

/* Bytes of the character at the start of s, which is not empty, if it is one of those or plain; else 0. */
static size_t simple(struct str s)
{
	if ((unsigned char)s.p[0] < 0x80)
		return is_plain(s.p[0]);
	if (is_box(s))
		return 3;
	uint32_t cp;
	if ((unsigned char)s.p[0] > 0xE2) /* none of them begins so */
		return 0;
	size_t n = sequence(s, &cp);
	return n && is_simple(cp) ? n : 0;
}

/* As simple(), when the character is a cluster by itself: nothing simple and nothing in ASCII combines. */
static size_t lone(struct str s)
{
	size_t n = simple(s);
	bool ends = n == s.n || (n > 0 && (unsigned char)s.p[n] < 0x80);
	return ends || (n > 0 && simple(str_slice(s, n, s.n))) ? n : 0;
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
	size_t n = s->n ? lone(*s) : 0;
	if (n) {
		*s = str_slice(*s, n, s->n);
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
	size_t n = 0, before = 0, more = 0;
	bool stays = false;
	do {
		before = stays ? n + more : n;
		n += more;
		for (; is_box(str_slice(s, n, s.n)); n += 3)
			before = n;
		size_t from = n;
		n += text_plain(str_slice(s, n, s.n), s.n);
		if (n > from)
			before = n - 1;
		stays = n < s.n && (s.p[n] == '\n' || s.p[n] == '\t');
		more = n == s.n ? 0 : stays ? 1 : simple(str_slice(s, n, s.n));
	} while (more);
	/* The last one may be the base of a mark. */
	return n < s.n && (unsigned char)s.p[n] >= 0x80 ? before : n;
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
	if (!lone(*s))
		return next_cluster(s, c);
	*c = (struct cluster){ .base = text_decode(s), .cols = 1 };
	return true;
}

/* Bytes at the start, at most `most`, that are a character of one column each. */
static size_t plain_start(struct str s, size_t most)
{
	size_t n = text_plain(s, most);
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
		struct str rest = s;
		if (s.n > 0 && visible(text_decode(&rest)) == 0) {
			s = rest; /* a newline after it stays */
			continue;
		}
		struct cluster c;
		if (s.n == 0 || !text_next(&s, &c))
			return;
		text_encode(out, c.base);
		for (size_t i = 0; i < TEXT_MARKS && c.mark[i]; i++)
			text_encode(out, c.mark[i]);
	}
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
