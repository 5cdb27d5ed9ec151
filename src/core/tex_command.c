/* tex_command.c - the commands and environments of formulas. */
#include "tex_priv.h"

/* In the order of their bytes. */
static const struct tex_command commands[] = {
	{ " ", TEX_DO_SPACE, 0, 1 },
	{ "!", TEX_DO_SPACE, 0, 0 },
	{ ",", TEX_DO_SPACE, 0, 1 },
	{ "/", TEX_DO_SPACE, 0, 0 },
	{ ":", TEX_DO_SPACE, 0, 1 },
	{ ";", TEX_DO_SPACE, 0, 1 },
	{ ">", TEX_DO_SPACE, 0, 1 },
	{ "Bbb", TEX_DO_FONT, 1, TEX_DOUBLE },
	{ "Big", TEX_DO_DROP, 0, 0 },
	{ "Bigg", TEX_DO_DROP, 0, 0 },
	{ "Biggl", TEX_DO_DROP, 0, 0 },
	{ "Biggm", TEX_DO_DROP, 0, 0 },
	{ "Biggr", TEX_DO_DROP, 0, 0 },
	{ "Bigl", TEX_DO_DROP, 0, 0 },
	{ "Bigm", TEX_DO_DROP, 0, 0 },
	{ "Bigr", TEX_DO_DROP, 0, 0 },
	{ "\\", TEX_DO_ROW, 0, 0 },
	{ "acute", TEX_DO_ACCENT, 1, TEX_ACCENT_ACUTE },
	{ "bar", TEX_DO_ACCENT, 1, TEX_ACCENT_BAR },
	{ "bcancel", TEX_DO_ACCENT, 1, TEX_ACCENT_SLASH },
	{ "begin", TEX_DO_BEGIN, 0, 0 },
	{ "bf", TEX_DO_SWITCH, 0, TEX_BOLD },
	{ "big", TEX_DO_DROP, 0, 0 },
	{ "bigg", TEX_DO_DROP, 0, 0 },
	{ "biggl", TEX_DO_DROP, 0, 0 },
	{ "biggm", TEX_DO_DROP, 0, 0 },
	{ "biggr", TEX_DO_DROP, 0, 0 },
	{ "bigl", TEX_DO_DROP, 0, 0 },
	{ "bigm", TEX_DO_DROP, 0, 0 },
	{ "bigr", TEX_DO_DROP, 0, 0 },
	{ "binom", TEX_DO_BINOMIAL, 2, 0 },
	{ "bm", TEX_DO_FONT, 1, TEX_BOLD },
	{ "boldsymbol", TEX_DO_FONT, 1, TEX_BOLD },
	{ "boxed", TEX_DO_BOXED, 1, 0 },
	{ "breve", TEX_DO_ACCENT, 1, TEX_ACCENT_BREVE },
	{ "cal", TEX_DO_SWITCH, 0, TEX_SCRIPT },
	{ "cancel", TEX_DO_ACCENT, 1, TEX_ACCENT_SLASH },
	{ "cfrac", TEX_DO_FRACTION, 2, 0 },
	{ "check", TEX_DO_ACCENT, 1, TEX_ACCENT_CHECK },
	{ "color", TEX_DO_DROP, 1, 0 },
	{ "cr", TEX_DO_ROW, 0, 0 },
	{ "dbinom", TEX_DO_BINOMIAL, 2, 0 },
	{ "dddot", TEX_DO_ACCENT, 1, TEX_ACCENT_DDDOT },
	{ "ddot", TEX_DO_ACCENT, 1, TEX_ACCENT_DDOT },
	{ "dfrac", TEX_DO_FRACTION, 2, 0 },
	{ "displaystyle", TEX_DO_DROP, 0, 0 },
	{ "dot", TEX_DO_ACCENT, 1, TEX_ACCENT_DOT },
	{ "end", TEX_DO_END, 0, 0 },
	{ "enspace", TEX_DO_SPACE, 0, 1 },
	{ "fbox", TEX_DO_BOXED, 1, 0 },
	{ "frac", TEX_DO_FRACTION, 2, 0 },
	{ "frak", TEX_DO_FONT, 1, TEX_FRAKTUR },
	{ "grave", TEX_DO_ACCENT, 1, TEX_ACCENT_GRAVE },
	{ "hat", TEX_DO_ACCENT, 1, TEX_ACCENT_HAT },
	{ "hbox", TEX_DO_TEXT, 0, TEX_ORD },
	{ "hline", TEX_DO_DROP, 0, 0 },
	{ "hspace", TEX_DO_HSPACE, 0, 1 },
	{ "it", TEX_DO_SWITCH, 0, TEX_ROMAN },
	{ "label", TEX_DO_DROP, 1, 0 },
	{ "left", TEX_DO_LEFT, 0, 0 },
	{ "limits", TEX_DO_LIMITS, 0, 1 },
	{ "mathbb", TEX_DO_FONT, 1, TEX_DOUBLE },
	{ "mathbf", TEX_DO_FONT, 1, TEX_BOLD },
	{ "mathbin", TEX_DO_CLASS, 1, TEX_BIN },
	{ "mathcal", TEX_DO_FONT, 1, TEX_SCRIPT },
	{ "mathclose", TEX_DO_CLASS, 1, TEX_CLOSE },
	{ "mathfrak", TEX_DO_FONT, 1, TEX_FRAKTUR },
	{ "mathinner", TEX_DO_CLASS, 1, TEX_ORD },
	{ "mathit", TEX_DO_FONT, 1, TEX_ROMAN },
	{ "mathnormal", TEX_DO_FONT, 1, TEX_ROMAN },
	{ "mathop", TEX_DO_CLASS, 1, TEX_OP },
	{ "mathopen", TEX_DO_CLASS, 1, TEX_OPEN },
	{ "mathord", TEX_DO_CLASS, 1, TEX_ORD },
	{ "mathpunct", TEX_DO_CLASS, 1, TEX_PUNCT },
	{ "mathrel", TEX_DO_CLASS, 1, TEX_REL },
	{ "mathring", TEX_DO_ACCENT, 1, TEX_ACCENT_RING },
	{ "mathrm", TEX_DO_FONT, 1, TEX_ROMAN },
	{ "mathscr", TEX_DO_FONT, 1, TEX_SCRIPT },
	{ "mathsf", TEX_DO_FONT, 1, TEX_ROMAN },
	{ "mathtt", TEX_DO_FONT, 1, TEX_ROMAN },
	{ "mbox", TEX_DO_TEXT, 0, TEX_ORD },
	{ "medspace", TEX_DO_SPACE, 0, 1 },
	{ "middle", TEX_DO_MIDDLE, 0, 0 },
	{ "nolimits", TEX_DO_LIMITS, 0, 0 },
	{ "nonumber", TEX_DO_DROP, 0, 0 },
	{ "not", TEX_DO_NOT, 1, 0 },
	{ "notag", TEX_DO_DROP, 0, 0 },
	{ "operatorname", TEX_DO_TEXT, 0, TEX_OP },
	{ "overbrace", TEX_DO_BRACE_OVER, 1, 0 },
	{ "overline", TEX_DO_ACCENT, 1, TEX_ACCENT_OVERLINE },
	{ "overrightarrow", TEX_DO_ACCENT, 1, TEX_ACCENT_VEC },
	{ "overset", TEX_DO_OVER, 2, 0 },
	{ "phantom", TEX_DO_PHANTOM, 1, 0 },
	{ "pmb", TEX_DO_FONT, 1, TEX_BOLD },
	{ "pmod", TEX_DO_MOD, 1, 0 },
	{ "qquad", TEX_DO_SPACE, 0, 4 },
	{ "quad", TEX_DO_SPACE, 0, 2 },
	{ "right", TEX_DO_RIGHT, 0, 0 },
	{ "rm", TEX_DO_SWITCH, 0, TEX_ROMAN },
	{ "scriptstyle", TEX_DO_DROP, 0, 0 },
	{ "sqrt", TEX_DO_ROOT, 1, 0 },
	{ "stackrel", TEX_DO_OVER, 2, 0 },
	{ "substack", TEX_DO_CLASS, 1, TEX_ORD },
	{ "tag", TEX_DO_TAG, 0, 0 },
	{ "tbinom", TEX_DO_BINOMIAL, 2, 0 },
	{ "text", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textbf", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textcolor", TEX_DO_DROP, 1, 0 },
	{ "textit", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textnormal", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textrm", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textsc", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textsf", TEX_DO_TEXT, 0, TEX_ORD },
	{ "textstyle", TEX_DO_DROP, 0, 0 },
	{ "texttt", TEX_DO_TEXT, 0, TEX_ORD },
	{ "tfrac", TEX_DO_TFRACTION, 2, 0 },
	{ "thickspace", TEX_DO_SPACE, 0, 1 },
	{ "thinspace", TEX_DO_SPACE, 0, 1 },
	{ "tilde", TEX_DO_ACCENT, 1, TEX_ACCENT_TILDE },
	{ "underbar", TEX_DO_ACCENT, 1, TEX_ACCENT_UNDERLINE },
	{ "underbrace", TEX_DO_BRACE_UNDER, 1, 0 },
	{ "underline", TEX_DO_ACCENT, 1, TEX_ACCENT_UNDERLINE },
	{ "underset", TEX_DO_UNDER, 2, 0 },
	{ "vec", TEX_DO_ACCENT, 1, TEX_ACCENT_VEC },
	{ "widehat", TEX_DO_ACCENT, 1, TEX_ACCENT_HAT },
	{ "widetilde", TEX_DO_ACCENT, 1, TEX_ACCENT_TILDE },
	{ "xLeftarrow", TEX_DO_ARROW, 1, TEX_ARROW_LEFT2 },
	{ "xRightarrow", TEX_DO_ARROW, 1, TEX_ARROW_RIGHT2 },
	{ "xleftarrow", TEX_DO_ARROW, 1, TEX_ARROW_LEFT },
	{ "xleftrightarrow", TEX_DO_ARROW, 1, TEX_ARROW_BOTH },
	{ "xmapsto", TEX_DO_ARROW, 1, TEX_ARROW_MAP },
	{ "xrightarrow", TEX_DO_ARROW, 1, TEX_ARROW_RIGHT },
};

/* clang-format off */
static const struct tex_environment environments[] = {
	{ "Bmatrix",     TEX_CENTRE, 0, false, STR_INIT("{"), STR_INIT("}") },
	{ "Vmatrix",     TEX_CENTRE, 0, false, STR_INIT("‖"), STR_INIT("‖") },
	{ "align",       TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "align*",      TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "alignat",     TEX_LINES,  1, true,  STR_INIT(""), STR_INIT("") },
	{ "alignat*",    TEX_LINES,  1, true,  STR_INIT(""), STR_INIT("") },
	{ "aligned",     TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "array",       TEX_ARRAY,  2, true,  STR_INIT(""), STR_INIT("") },
	{ "bmatrix",     TEX_CENTRE, 0, true,  STR_INIT("["), STR_INIT("]") },
	{ "cases",       TEX_LEFT,   0, true,  STR_INIT("{"), STR_INIT("") },
	{ "dcases",      TEX_LEFT,   0, false, STR_INIT("{"), STR_INIT("") },
	{ "eqnarray",    TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "eqnarray*",   TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "equation",    TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "equation*",   TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "gather",      TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "gather*",     TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "gathered",    TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "matrix",      TEX_CENTRE, 0, true,  STR_INIT(""), STR_INIT("") },
	{ "multline",    TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "multline*",   TEX_LINES,  0, true,  STR_INIT(""), STR_INIT("") },
	{ "pmatrix",     TEX_CENTRE, 0, true,  STR_INIT("("), STR_INIT(")") },
	{ "rcases",      TEX_LEFT,   0, false, STR_INIT(""), STR_INIT("}") },
	{ "smallmatrix", TEX_CENTRE, 0, false, STR_INIT(""), STR_INIT("") },
	{ "split",       TEX_LINES,  0, false, STR_INIT(""), STR_INIT("") },
	{ "subarray",    TEX_ARRAY,  2, false, STR_INIT(""), STR_INIT("") },
	{ "vmatrix",     TEX_CENTRE, 0, true,  STR_INIT("|"), STR_INIT("|") },
};
/* clang-format on */

const struct tex_command *tex_command(struct str name)
{
	size_t low = 0, high = LENGTH(commands);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(name, str_of(commands[middle].name));
		if (order == 0)
			return &commands[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct tex_environment *tex_environment_named(struct str name)
{
	for (size_t i = 0; i < LENGTH(environments); i++)
		if (str_eq(name, str_of(environments[i].name)))
			return &environments[i];
	return NULL;
}

struct str tex_environment(struct str s)
{
	struct str begin = STR("\\begin{");
	ptrdiff_t end = str_starts(s, begin) ? str_find(str_slice(s, 0, 32), STR("}"), 0) : -1;
	struct str name = str_slice(s, begin.n, end < 0 ? 0 : (size_t)end);
	const struct tex_environment *env = name.n > 0 ? tex_environment_named(name) : NULL;
	return env && env->alone ? name : (struct str){ 0 };
}
