/* md_ascii.c - text for a screen that has ASCII only: signs that take more columns there, before they are measured. */
#include "md_priv.h"

#include <string.h>

#include <utf8proc.h>

#include "hone/text.h"

/*
 * A fact about the process, as its locale is: nothing but the screen that everything is laid out for decides on it,
 * so that no view has to hand it on.
 */
static bool screen_ascii;

/* How a stand-in stands amid what is around it. */
enum stand { SIGN, NAME /* apart from letters and digits */, WORD /* a blank on both sides */ };

struct stand_in {
	uint32_t cp;
	const char *text;
	enum stand stand;
};

/* By code point. What is not here is one sign, which text_ascii() gives. */
static const struct stand_in stand_ins[] = {
	{ 0x00A7, "Sec.", NAME },
	{ 0x00A9, "(C)", SIGN },
	{ 0x00AA, "a", SIGN },
	{ 0x00AB, "<<", SIGN },
	{ 0x00AC, "not", NAME },
	{ 0x00AE, "(R)", SIGN },
	{ 0x00B0, "deg", NAME },
	{ 0x00B1, "+/-", SIGN },
	{ 0x00B5, "u", SIGN },
	{ 0x00BA, "o", SIGN },
	{ 0x00BB, ">>", SIGN },
	{ 0x00C6, "AE", SIGN },
	{ 0x00DF, "ss", SIGN },
	{ 0x00E6, "ae", SIGN },
	{ 0x0152, "OE", SIGN },
	{ 0x0153, "oe", SIGN },
	{ 0x2014, "--", SIGN },
	{ 0x2015, "--", SIGN },
	{ 0x2016, "||", SIGN },
	{ 0x20AC, "EUR", NAME },
	{ 0x2122, "(TM)", SIGN },
	{ 0x2190, "<-", SIGN },
	{ 0x2192, "->", SIGN },
	{ 0x2194, "<->", SIGN },
	{ 0x21A6, "|->", SIGN },
	{ 0x21D0, "<==", SIGN }, /* "<=" is another relation */
	{ 0x21D2, "=>", SIGN },
	{ 0x21D4, "<=>", SIGN },
	{ 0x2200, "for all", NAME },
	{ 0x2202, "partial", NAME },
	{ 0x2203, "exists", NAME },
	{ 0x2205, "{}", SIGN },
	{ 0x2207, "grad", NAME },
	{ 0x2208, "in", WORD },
	{ 0x2209, "not in", WORD },
	{ 0x220F, "prod", NAME },
	{ 0x2211, "sum", NAME },
	{ 0x221A, "sqrt", NAME },
	{ 0x221D, "propto", WORD },
	{ 0x221E, "inf", NAME },
	{ 0x2223, "|", SIGN },
	{ 0x2225, "||", SIGN },
	{ 0x2227, "and", WORD },
	{ 0x2228, "or", WORD },
	{ 0x2229, "intersect", WORD },
	{ 0x222A, "union", WORD },
	{ 0x222B, "integral", NAME },
	{ 0x2245, "~=", SIGN },
	{ 0x2248, "~=", SIGN },
	{ 0x2260, "!=", SIGN },
	{ 0x2261, "===", SIGN },
	{ 0x2264, "<=", SIGN },
	{ 0x2265, ">=", SIGN },
	{ 0x226A, "<<", SIGN },
	{ 0x226B, ">>", SIGN },
	{ 0x2282, "subset", WORD },
	{ 0x2283, "superset", WORD },
	{ 0x2286, "subseteq", WORD },
	{ 0x2287, "superseteq", WORD },
	{ 0x2295, "(+)", SIGN },
	{ 0x2297, "(x)", SIGN },
	{ 0x2299, "(.)", SIGN },
	{ 0x22A5, "perp", WORD },
	{ 0x2308, "ceil(", NAME },
	{ 0x2309, ")", SIGN },
	{ 0x230A, "floor(", NAME },
	{ 0x230B, ")", SIGN },
	{ 0x27E8, "<", SIGN },
	{ 0x27E9, ">", SIGN },
	{ 0x27F5, "<-", SIGN },
	{ 0x27F6, "->", SIGN },
	{ 0x27F7, "<->", SIGN },
	{ 0x27F8, "<==", SIGN },
	{ 0x27F9, "=>", SIGN },
	{ 0x27FA, "<=>", SIGN },
	{ 0x2A7D, "<=", SIGN },
	{ 0x2A7E, ">=", SIGN },
};

enum {
	ALPHA = 0x3B1,
	OMEGA = 0x3C9,
	CAPITAL_ALPHA = 0x391,
	CAPITAL_OMEGA = 0x3A9,
	GREEK_WORD = 3, /* so many Greek letters in a row are language */
};

static const char *const greek[OMEGA - ALPHA + 1] = { "alpha", "beta", "gamma", "delta", "epsilon",
	"zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho",
	"sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega" };

/* What a mark over a letter that stands alone is called. */
static const struct stand_in accents[] = {
	{ 0x302, "-hat", SIGN },
	{ 0x303, "-tilde", SIGN },
	{ 0x304, "-bar", SIGN },
	{ 0x305, "-bar", SIGN },
	{ 0x307, "-dot", SIGN },
};

static const struct stand_in *find(const struct stand_in *table, size_t n, uint32_t cp)
{
	for (size_t low = 0; low < n;) {
		size_t middle = low + (n - low) / 2;
		if (table[middle].cp == cp)
			return &table[middle];
		if (table[middle].cp < cp)
			low = middle + 1;
		else
			n = middle;
	}
	return NULL;
}

static bool is_greek(uint32_t cp)
{
	return (cp >= ALPHA && cp <= OMEGA) || (cp >= CAPITAL_ALPHA && cp <= CAPITAL_OMEGA);
}

/* Those with an accent too. */
static bool is_of_greece(uint32_t cp)
{
	return cp >= 0x370 && cp <= 0x3FF;
}

static bool is_letter(uint32_t cp)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)cp);
	return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LL;
}

static bool is_word(char c)
{
	return md_letter(c) || md_digit(c);
}

/* The character before `at`, and the one there; 0 at the ends. */
static uint32_t before(struct str s, size_t at)
{
	size_t i = at;
	while (i > 0 && at - i < 4 && ((unsigned char)s.p[--i] & 0xC0) == 0x80)
		;
	struct str one = str_slice(s, i, at);
	return one.n ? text_decode(&one) : 0;
}

static uint32_t after(struct str s, size_t at)
{
	struct str rest = str_slice(s, at, s.n);
	return rest.n ? text_decode(&rest) : 0;
}

static int decompose(uint32_t cp, utf8proc_int32_t part[16], bool compat)
{
	int unused = 0, flags = UTF8PROC_DECOMPOSE | (compat ? UTF8PROC_COMPAT : 0);
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)cp, part, 16, (utf8proc_option_t)flags, &unused);
	return n < 0 || n > 16 ? 0 : (int)n;
}

static void put_apart(struct buf *out, struct str s, size_t to, const char *text, enum stand stand)
{
	char last = out->n ? out->p[out->n - 1] : ' ', next = to < s.n ? s.p[to] : ' ';
	if (stand == WORD ? !md_blank(last) : stand == NAME && is_word(last))
		buf_addc(out, ' ');
	buf_add(out, str_of(text));
	bool word = is_word(text[strlen(text) - 1]);
	if (stand == WORD ? !md_blank(next) : stand == NAME && word && is_word(next))
		buf_addc(out, ' ');
}

static void put_greek(struct buf *out, uint32_t cp)
{
	bool capital = cp < ALPHA;
	const char *name = greek[cp - (capital ? CAPITAL_ALPHA : ALPHA)];
	buf_addc(out, (char)(capital ? name[0] - 'a' + 'A' : name[0]));
	buf_add(out, str_of(name + 1));
}

/* How many Greek letters stand in a row around the one that takes [at, to). */
static int greek_around(struct str s, size_t at, size_t to)
{
	int n = 1;
	for (; n < GREEK_WORD && at >= 2 && is_of_greece(before(s, at)); at -= 2)
		n++;
	for (; n < GREEK_WORD && is_of_greece(after(s, to)); to += 2)
		n++;
	return n;
}

/* "µs", which is written with a letter as often as with the sign that is meant. */
static bool is_micro(struct str s, size_t at, size_t to)
{
	return to < s.n && md_among("smgAVWF", s.p[to]) &&
	       !(to + 1 < s.n && is_word(s.p[to + 1])) && !(at > 0 && md_letter(s.p[at - 1]));
}

static bool greek_letter(struct buf *out, struct str s, size_t at, size_t to, uint32_t cp)
{
	if (!is_greek(cp) || greek_around(s, at, to) >= GREEK_WORD)
		return false;
	if (cp == 0x3BC && is_micro(s, at, to)) {
		buf_addc(out, 'u');
		return true;
	}
	if (out->n && is_word(out->p[out->n - 1]))
		buf_addc(out, ' ');
	put_greek(out, cp);
	if (to < s.n && is_word(s.p[to]))
		buf_addc(out, ' ');
	return true;
}

/* A letter that stands alone with a mark over it, as for an estimate: *to passes the mark, at most up to `limit`. */
static bool accented(
	struct buf *out, struct str s, size_t at, size_t *to, size_t limit, uint32_t cp)
{
	utf8proc_int32_t part[16];
	int n = decompose(cp, part, false);
	size_t end = *to;
	uint32_t mark = n == 2 ? (uint32_t)part[1] : 0;
	if (n == 1 && (mark = after(s, end)) > 0)
		end += 2; /* all of these marks take two bytes */
	const struct stand_in *name = find(accents, LENGTH(accents), mark);
	uint32_t base = n > 0 ? (uint32_t)part[0] : 0;
	if (!name || end > limit || !is_letter(base) || is_letter(before(s, at)) ||
		is_letter(after(s, end)))
		return false;
	if (is_greek(base))
		put_greek(out, base);
	else
		buf_addc(out, text_ascii(base));
	buf_add(out, str_of(name->text));
	*to = end;
	return true;
}

static bool is_script(uint32_t cp, bool up)
{
	const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)cp);
	return p->decomp_type == (up ? UTF8PROC_DECOMP_TYPE_SUPER : UTF8PROC_DECOMP_TYPE_SUB) &&
	       !find(stand_ins, LENGTH(stand_ins), cp);
}

/* "-12" needs no brackets, "n+1" does. */
static bool is_number(struct str s)
{
	size_t i = s.n && s.p[0] == '-' ? 1 : 0;
	while (i < s.n && md_digit(s.p[i]))
		i++;
	return i == s.n;
}

/* The superscripts that start at `at`, or subscripts, up to `limit`: where they end. */
static size_t scripts(struct buf *out, struct str s, size_t at, size_t limit, bool up)
{
	struct buf in = { 0 };
	struct str rest = str_slice(s, at, limit);
	utf8proc_int32_t part[16];
	int n = 0;
	while (is_script(after(rest, 0), up)) {
		uint32_t cp = text_decode(&rest);
		cp = decompose(cp, part, true) > 0 ? (uint32_t)part[0] : cp;
		if (is_greek(cp))
			put_greek(&in, cp);
		else
			buf_addc(&in, text_ascii(cp));
		n++;
	}
	size_t to = limit - rest.n;
	bool bare = n == 1 || is_number(buf_str(&in));
	buf_addc(out, up ? '^' : '_');
	buf_add(out, bare ? STR("") : STR("("));
	buf_add(out, buf_str(&in));
	buf_add(out, bare ? STR("") : STR(")"));
	if (bare && to < s.n && is_word(s.p[to])) /* what follows is no part of it */
		buf_addc(out, ' ');
	buf_release(&in);
	return to;
}

/* What is made of several letters or signs: an ellipsis, a fraction, a ligature, a letter of another font. */
static bool made_of(struct buf *out, struct str s, size_t at, size_t to, uint32_t cp)
{
	utf8proc_int32_t part[16];
	int n = decompose(cp, part, true);
	if (n == 1 && (uint32_t)part[0] != cp)
		return greek_letter(out, s, at, to, (uint32_t)part[0]);
	for (int i = 0; i < n; i++)
		if (part[i] > 0x7E && part[i] != 0x2044)
			return false;
	if (n < 2)
		return false;
	if (md_digit((char)part[0]) && out->n && md_digit(out->p[out->n - 1]))
		buf_addc(out, ' '); /* three and a half is not 31/2 */
	for (int i = 0; i < n; i++)
		buf_addc(out, text_ascii((uint32_t)part[i]));
	return true;
}

/* Part of a line that is drawn: an arrow at its end is its end. */
static bool is_drawn(uint32_t cp)
{
	return cp >= 0x2500 && cp <= 0x257F;
}

/* The character at `at`, which is not ASCII, or several before `limit`: where what is not yet rewritten starts. */
static size_t put_one(struct buf *out, struct str s, size_t at, size_t limit)
{
	struct str rest = str_slice(s, at, s.n);
	uint32_t cp = text_decode(&rest);
	size_t to = s.n - rest.n;
	const struct stand_in *known = find(stand_ins, LENGTH(stand_ins), cp);
	bool drawn = is_drawn(before(s, at)) || is_drawn(after(s, to));
	if (is_script(cp, true) || is_script(cp, false))
		return scripts(out, s, at, limit, is_script(cp, true));
	if (known && !drawn)
		put_apart(out, s, to, known->text, known->stand);
	else if (known || !(accented(out, s, at, &to, limit, cp) ||
				  greek_letter(out, s, at, to, cp) || made_of(out, s, at, to, cp)))
		buf_add(out, str_slice(s, at, to));
	return to;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

/* A letter of ASCII that a mark follows is rewritten with it. */
static bool is_marked(struct str s, size_t at)
{
	return md_letter(s.p[at]) && at + 1 < s.n && (unsigned char)s.p[at + 1] == 0xCC;
}

/* s from `from` up to `to`; what is around it is looked at. */
static void put_part(struct buf *out, struct str s, size_t from, size_t to)
{
	for (size_t at = from; at < to;) {
		if ((unsigned char)s.p[at] >= 0x80 || is_marked(str_slice(s, 0, to), at))
			at = put_one(out, s, at, to);
		else
			buf_addc(out, s.p[at++]);
	}
}

/* Where one is among what moves along with the text of a flow: starts of runs, ends of formulas. */
struct places {
	size_t run, edge;
};

/* The next of them; NULL: there is none. */
static size_t *next_place(struct md_flow *f, struct places *p)
{
	size_t *run = p->run < f->nrun ? &f->run[p->run].from : NULL, *edge = NULL;
	if (p->edge < 2 * f->ndisplay) {
		struct md_display *d = &f->display[p->edge / 2];
		edge = p->edge % 2 ? &d->to : &d->from;
	}
	if (edge && (!run || *edge < *run)) {
		p->edge++;
		return edge;
	}
	p->run++;
	return run;
}

void flow_ascii(struct md_flow *f, size_t from)
{
	struct places places = { 0 };
	struct buf old = { 0 };
	size_t done = from, *place;
	if (is_ascii(str_slice(buf_str(&f->text), from, f->text.n)))
		return;
	buf_add(&old, buf_str(&f->text));
	f->text.n = from;
	while (places.run < f->nrun && f->run[places.run].from < from)
		places.run++;
	while ((place = next_place(f, &places))) {
		size_t to = *place < old.n ? *place : old.n;
		put_part(&f->text, buf_str(&old), done, to);
		*place = f->text.n;
		done = to;
	}
	put_part(&f->text, buf_str(&old), done, old.n);
	buf_release(&old);
}

/* Columns that signs take more are taken back where blanks stand side by side: what stood below each other does. */
static struct str aligned(struct str s, struct arena *a)
{
	struct buf b = { 0 };
	int more = 0;
	for (size_t at = 0; at < s.n;) {
		size_t from = at, start = b.n;
		if (s.p[at] == '\n')
			more = 0;
		if (more > 0 && s.p[at] == ' ' && at > 0 && s.p[at - 1] == ' ') {
			at++;
			more--;
		} else if ((unsigned char)s.p[at] >= 0x80 || is_marked(s, at)) {
			at = put_one(&b, s, at, s.n);
			more += (int)(text_cols(str_slice(buf_str(&b), start, b.n)) -
				      text_cols(str_slice(s, from, at)));
		} else {
			buf_addc(&b, s.p[at++]);
		}
	}
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

struct str ascii_code(struct str s, struct arena *a)
{
	return is_ascii(s) ? s : aligned(s, a);
}

struct str ascii_text(struct str s, struct arena *a)
{
	struct buf b = { 0 };
	if (is_ascii(s))
		return s;
	put_part(&b, s, 0, s.n);
	struct str out = arena_str(a, buf_str(&b));
	buf_release(&b);
	return out;
}

void md_ascii(bool only)
{
	screen_ascii = only;
}

bool ascii_screen(void)
{
	return screen_ascii;
}
