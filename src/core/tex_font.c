/* tex_font.c - letters in other shapes: fonts, scripts and accents that Unicode has. */
#include "tex_priv.h"

#include "hone/text.h"

/* `n` code points from `from` on are those from `to` on. */
struct shift {
	uint32_t from, n, to;
};

static const struct shift bold[] = {
	{ 'A', 26, 0x1D400 },
	{ 'a', 26, 0x1D41A },
	{ '0', 10, 0x1D7CE },
	{ 0x391, 25, 0x1D6A8 }, /* Greek */
	{ 0x3B1, 25, 0x1D6C2 },
	{ 0x2207, 1, 0x1D6C1 }, /* nabla */
	{ 0x2202, 1, 0x1D6DB }, /* partial */
	{ 0x3F5, 1, 0x1D6DC },  /* the other shapes of epsilon, theta, kappa, phi, rho, pi */
	{ 0x3D1, 1, 0x1D6DD },
	{ 0x3F0, 1, 0x1D6DE },
	{ 0x3D5, 1, 0x1D6DF },
	{ 0x3F1, 1, 0x1D6E0 },
	{ 0x3D6, 1, 0x1D6E1 },
	{ 0 },
};

/* Letters that Unicode had before it had alphabets of them come first. */
static const struct shift double_struck[] = {
	{ 'C', 1, 0x2102 },
	{ 'H', 1, 0x210D },
	{ 'N', 1, 0x2115 },
	{ 'P', 2, 0x2119 },
	{ 'R', 1, 0x211D },
	{ 'Z', 1, 0x2124 },
	{ 'A', 26, 0x1D538 },
	{ 'a', 26, 0x1D552 },
	{ '0', 10, 0x1D7D8 },
	{ 0 },
};

static const struct shift script[] = {
	{ 'B', 1, 0x212C },
	{ 'E', 2, 0x2130 },
	{ 'H', 1, 0x210B },
	{ 'I', 1, 0x2110 },
	{ 'L', 1, 0x2112 },
	{ 'M', 1, 0x2133 },
	{ 'R', 1, 0x211B },
	{ 'e', 1, 0x212F },
	{ 'g', 1, 0x210A },
	{ 'o', 1, 0x2134 },
	{ 'A', 26, 0x1D49C },
	{ 'a', 26, 0x1D4B6 },
	{ 0 },
};

static const struct shift fraktur[] = {
	{ 'C', 1, 0x212D },
	{ 'H', 2, 0x210C },
	{ 'R', 1, 0x211C },
	{ 'Z', 1, 0x2128 },
	{ 'A', 26, 0x1D504 },
	{ 'a', 26, 0x1D51E },
	{ 0 },
};

static const struct shift *const fonts[] = {
	[TEX_BOLD] = bold,
	[TEX_DOUBLE] = double_struck,
	[TEX_SCRIPT] = script,
	[TEX_FRAKTUR] = fraktur,
};

/* A character above and below the line; 0 where there is none. */
struct raised {
	uint32_t cp, up, down;
};

static const struct raised raised[] = {
	{ '0', 0x2070, 0x2080 },
	{ '1', 0x00B9, 0x2081 },
	{ '2', 0x00B2, 0x2082 },
	{ '3', 0x00B3, 0x2083 },
	{ '4', 0x2074, 0x2084 },
	{ '5', 0x2075, 0x2085 },
	{ '6', 0x2076, 0x2086 },
	{ '7', 0x2077, 0x2087 },
	{ '8', 0x2078, 0x2088 },
	{ '9', 0x2079, 0x2089 },
	{ '+', 0x207A, 0x208A },
	{ 0x2212, 0x207B, 0x208B },
	{ '=', 0x207C, 0x208C },
	{ '(', 0x207D, 0x208D },
	{ ')', 0x207E, 0x208E },
	{ 'a', 0x1D43, 0x2090 },
	{ 'b', 0x1D47, 0 },
	{ 'c', 0x1D9C, 0 },
	{ 'd', 0x1D48, 0 },
	{ 'e', 0x1D49, 0x2091 },
	{ 'f', 0x1DA0, 0 },
	{ 'g', 0x1D4D, 0 },
	{ 'h', 0x02B0, 0x2095 },
	{ 'i', 0x2071, 0x1D62 },
	{ 'j', 0x02B2, 0x2C7C },
	{ 'k', 0x1D4F, 0x2096 },
	{ 'l', 0x02E1, 0x2097 },
	{ 'm', 0x1D50, 0x2098 },
	{ 'n', 0x207F, 0x2099 },
	{ 'o', 0x1D52, 0x2092 },
	{ 'p', 0x1D56, 0x209A },
	{ 'r', 0x02B3, 0x1D63 },
	{ 's', 0x02E2, 0x209B },
	{ 't', 0x1D57, 0x209C },
	{ 'u', 0x1D58, 0x1D64 },
	{ 'v', 0x1D5B, 0x1D65 },
	{ 'w', 0x02B7, 0 },
	{ 'x', 0x02E3, 0x2093 },
	{ 'y', 0x02B8, 0 },
	{ 'z', 0x1DBB, 0 },
	{ 'A', 0x1D2C, 0 },
	{ 'B', 0x1D2E, 0 },
	{ 'D', 0x1D30, 0 },
	{ 'E', 0x1D31, 0 },
	{ 'G', 0x1D33, 0 },
	{ 'H', 0x1D34, 0 },
	{ 'I', 0x1D35, 0 },
	{ 'J', 0x1D36, 0 },
	{ 'K', 0x1D37, 0 },
	{ 'L', 0x1D38, 0 },
	{ 'M', 0x1D39, 0 },
	{ 'N', 0x1D3A, 0 },
	{ 'O', 0x1D3C, 0 },
	{ 'P', 0x1D3E, 0 },
	{ 'R', 0x1D3F, 0 },
	{ 'T', 0x1D40, 0 },
	{ 'U', 0x1D41, 0 },
	{ 'V', 0x2C7D, 0 },
	{ 'W', 0x1D42, 0 },
	{ 0x3B2, 0x1D5D, 0x1D66 }, /* beta */
	{ 0x3B3, 0x1D5E, 0x1D67 }, /* gamma */
	{ 0x3B4, 0x1D5F, 0 },      /* delta */
	{ 0x3B8, 0x1DBF, 0 },      /* theta */
	{ 0x3C1, 0, 0x1D68 },      /* rho */
	{ 0x3C6, 0x1D60, 0x1D69 }, /* phi */
	{ 0x3D5, 0x1D60, 0x1D69 },
	{ 0x3C7, 0x1D61, 0x1D6A }, /* chi */
	{ 0x22A4, 0x1D40, 0 },     /* "transposed" is written with T or with the sign for true */
	{ 0x2218, 0x00B0, 0 },     /* degrees */
	{ '*', '*', 0 },           /* these stand high by themselves */
	{ 0x2217, '*', 0 },
	{ 0x22C6, 0x22C6, 0 },
	{ 0x2020, 0x2020, 0 },
	{ 0x2021, 0x2021, 0 },
	{ 0x2032, 0x2032, 0 },
	{ 0x2033, 0x2033, 0 },
	{ 0x2034, 0x2034, 0 },
};

struct accent {
	uint32_t mark;
	const char *name;
};

static const struct accent accents[] = {
	[TEX_ACCENT_HAT] = { 0x0302, "hat" },
	[TEX_ACCENT_BAR] = { 0x0304, "bar" },
	[TEX_ACCENT_OVERLINE] = { 0x0305, "bar" },
	[TEX_ACCENT_TILDE] = { 0x0303, "tilde" },
	[TEX_ACCENT_VEC] = { 0x20D7, "vec" },
	[TEX_ACCENT_DOT] = { 0x0307, "dot" },
	[TEX_ACCENT_DDOT] = { 0x0308, "ddot" },
	[TEX_ACCENT_DDDOT] = { 0x20DB, "dddot" },
	[TEX_ACCENT_CHECK] = { 0x030C, "check" },
	[TEX_ACCENT_BREVE] = { 0x0306, "breve" },
	[TEX_ACCENT_ACUTE] = { 0x0301, "acute" },
	[TEX_ACCENT_GRAVE] = { 0x0300, "grave" },
	[TEX_ACCENT_RING] = { 0x030A, "ring" },
	[TEX_ACCENT_UNDERLINE] = { 0x0332, "underline" },
	[TEX_ACCENT_SLASH] = { 0x0338, "not" },
};

uint32_t tex_letter(enum tex_font font, uint32_t cp)
{
	for (const struct shift *s = fonts[font]; s && s->n > 0; s++)
		if (cp >= s->from && cp - s->from < s->n)
			return s->to + (cp - s->from);
	return cp;
}

static uint32_t raise(uint32_t cp, bool up)
{
	for (size_t i = 0; i < LENGTH(raised); i++)
		if (raised[i].cp == cp)
			return up ? raised[i].up : raised[i].down;
	return 0;
}

/* As script; a comma between two of them stays as it is below the line: "xᵢ,ⱼ". 0: there is none. */
static uint32_t next_script(struct str *s, bool up, bool first)
{
	uint32_t cp = text_decode(s);
	return cp == ',' && !up && !first && s->n > 0 ? cp : raise(cp, up);
}

bool tex_script(struct buf *out, struct str s, bool up)
{
	size_t before = out->n;
	while (s.n > 0) {
		uint32_t cp = next_script(&s, up, out->n == before);
		if (cp == 0) {
			if (out->n > before)
				out->p[out->n = before] = 0;
			return false;
		}
		text_encode(out, cp);
	}
	return true;
}

bool tex_has_script(struct str s, bool up)
{
	for (bool first = true; s.n > 0; first = false)
		if (next_script(&s, up, first) == 0)
			return false;
	return true;
}

uint32_t tex_accent_mark(enum tex_accent accent)
{
	return accents[accent].mark;
}

const char *tex_accent_name(enum tex_accent accent)
{
	return accents[accent].name;
}
