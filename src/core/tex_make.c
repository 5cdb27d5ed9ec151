/* tex_make.c - what commands make of their arguments: fractions, roots, accents, braces, arrows. */
#include "tex_priv.h"

#include "hone/text.h"

enum { LONG_NAME = 8 }; /* letters over which one mark is still seen as theirs */

static struct tex_form form_of(struct arena *a, const char *text)
{
	return tex_form_of(a, str_of(text));
}

static struct tex_box box_of(struct arena *a, const char *text)
{
	return tex_flat(a, str_of(text), text_cols(str_of(text)));
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int wider(int a, int b)
{
	return a > b ? a : b;
}

/* ---- fractions */

static struct tex_form quotient(
	struct arena *a, const struct tex_form *up, const struct tex_form *down)
{
	struct tex_form part[3] = { tex_wrapped(a, up, TEX_PRODUCT), form_of(a, "/"),
		tex_wrapped(a, down, TEX_ATOM) };
	struct tex_piece piece[3] = { { .form = part[0] }, { .form = part[1] },
		{ .form = part[2] } };
	for (int i = 0; i < 3; i++)
		piece[i].form.box.nrow = 0;
	struct tex_form f = tex_pieces(a, piece, 3);
	f.bind = TEX_PRODUCT;
	f.quotient = true;
	f.open_end = false;
	return f;
}

static struct tex_box stacked(
	struct arena *a, const struct tex_form *up, const struct tex_form *down)
{
	struct tex_box part[3] = { tex_form_box(a, up), { 0 }, tex_form_box(a, down) };
	int cols = wider(1, wider(part[0].cols, part[2].cols));
	if (cols > TEX_MAX_COLS)
		return (struct tex_box){ 0 };
	/* The bar of a fraction of fractions is the longest. */
	part[1] = tex_repeat(a, "─", cols + (part[0].nrow + part[2].nrow > 2 ? 2 : 0));
	return tex_stack(a, part, 3, 1, 'c');
}

static struct tex_atom fraction(struct arena *a, const struct tex_atom *arg, bool small)
{
	struct tex_atom t = { .class = TEX_INNER };
	t.core = quotient(a, &arg[0].core, &arg[1].core);
	if (!small)
		t.core.box = stacked(a, &arg[0].core, &arg[1].core);
	return t;
}

static struct tex_atom binomial(struct arena *a, const struct tex_atom *arg, bool tight)
{
	struct tex_atom t = { .class = TEX_INNER };
	struct tex_form choose = form_of(a, " choose ");
	struct tex_form start = tex_join(a, "(", &arg[0].core, "");
	struct tex_form end = tex_join(a, "", &arg[1].core, ")");
	struct tex_piece piece[3] = { { .form = start }, { .form = choose }, { .form = end } };
	t.core = tex_pieces(a, piece, 3);
	if (tight)
		return t;
	struct tex_box part[3] = { tex_form_box(a, &arg[0].core), tex_flat(a, (struct str){ 0 }, 0),
		tex_form_box(a, &arg[1].core) };
	struct tex_box all = tex_stack(a, part, 3, 1, 'c');
	int above = all.base, below = all.nrow - 1 - all.base;
	struct tex_box both[3] = { tex_grown(a, STR("("), above, below), all,
		tex_grown(a, STR(")"), above, below) };
	t.core.box = tex_beside(a, both, NULL, 3);
	return t;
}

/* ---- roots */

static struct tex_form root_sign(struct arena *a, const struct tex_form *index)
{
	struct buf b = { 0 };
	if (index && str_eq(index->line, STR("3")))
		buf_add(&b, STR("∛"));
	else if (index && str_eq(index->line, STR("4")))
		buf_add(&b, STR("∜"));
	else if (index && !tex_script(&b, index->line, true))
		buf_addf(&b, "(%.*s)√", STR_ARG(index->line));
	else
		buf_add(&b, STR("√"));
	struct tex_form f = tex_form_of(a, buf_str(&b));
	buf_release(&b);
	return f;
}

/* What is tall gets a sign as tall, with a line over it. */
static struct tex_box root_box(
	struct arena *a, const struct tex_form *index, const struct tex_box *under)
{
	int above = under->base + 1, below = under->nrow - 1 - under->base;
	struct tex_box line = tex_repeat(a, "─", under->cols + 1), body[2];
	struct tex_box covered[2] = { line, tex_pad(a, *under, under->cols + 1, 'l') };
	body[1] = tex_stack(a, covered, 2, 1, 'l');
	struct tex_box stem = tex_repeat(a, "│", 1), sign = tex_repeat(a, "╲", 1);
	struct tex_box corner = tex_repeat(a, "┌", 1), column[TEX_MAX_ROWS + 2];
	size_t n = 0;
	column[n++] = corner;
	for (int i = 0; i < under->nrow; i++)
		column[n++] = stem;
	struct tex_box up = tex_stack(a, column, n, (size_t)above, 'l');
	struct tex_box mark = index ? tex_form_box(a, index) : tex_flat(a, STR(""), 0);
	struct tex_box left[2] = { mark, sign };
	struct tex_box foot = tex_stack(a, left, 2, 1, 'r');
	foot.base -= below; /* the sign is at the last row */
	struct tex_box both[2] = { foot, up };
	body[0] = tex_beside(a, both, NULL, 2);
	return tex_beside(a, body, NULL, 2);
}

static struct tex_atom root(
	struct arena *a, const struct tex_form *index, const struct tex_form *under)
{
	struct tex_atom t = { 0 };
	struct tex_form sign = root_sign(a, index), body = *under;
	struct str s = under->line;
	bool bracketed =
		under->bind == TEX_ATOM && str_starts(s, STR("(")) && str_ends(s, STR(")"));
	if (!bracketed && (under->bind > TEX_ATOM || under->quotient || under->cols == 0))
		body = tex_join(a, "(", under, ")");
	body.box.nrow = 0;
	struct tex_piece piece[2] = { { .form = sign }, { .form = body } };
	t.core = tex_pieces(a, piece, 2);
	t.core.bind = TEX_ATOM;
	bool own = str_starts(t.core.line, STR("∛")) || str_starts(t.core.line, STR("∜"));
	if (index && !own) /* it would be read as a script of what is before */
		t.class = TEX_INNER;
	bool fits = under->box.nrow > 1 && under->box.nrow < TEX_MAX_ROWS &&
		    (!index || index->cols < 8);
	if (fits)
		t.core.box = root_box(a, index, &under->box);
	return t;
}

/* ---- one above the other */

static struct tex_atom over(
	struct arena *a, const struct tex_atom *label, const struct tex_atom *base, bool up)
{
	struct tex_form *script = arena_alloc(a, 1, sizeof *script);
	struct tex_atom t = *base;
	if (t.inside == TEX_REL || t.inside == TEX_BIN) /* "\\overset{!}{=}" relates as "=" does */
		t.class = t.inside;
	*script = label->core;
	t.core = tex_scripted(a, base);
	t.sub = up ? NULL : script;
	t.sup = up ? script : NULL;
	t.flags |= TEX_LIMITS;
	struct tex_atom made = { .class = t.class, .flags = base->flags & TEX_WORD };
	made.core = tex_scripted(a, &t);
	return made;
}

static struct tex_box brace_line(struct arena *a, int cols, bool up)
{
	if (cols == 2)
		return box_of(a, up ? "╭╮" : "╰╯");
	struct tex_box part[5] = { box_of(a, up ? "╭" : "╰"), tex_repeat(a, "─", (cols - 2) / 2),
		box_of(a, up ? "┴" : "┬"), tex_repeat(a, "─", cols - 3 - (cols - 2) / 2),
		box_of(a, up ? "╮" : "╯") };
	return tex_beside(a, part, NULL, 5);
}

/* "╰─┬─╯" under it or "╭─┴─╮" above; a script becomes its label. */
static struct tex_atom brace(struct arena *a, const struct tex_form *f, bool up)
{
	struct tex_atom t = { .class = TEX_INNER, .flags = TEX_LIMITS, .core = *f };
	struct tex_box body = tex_form_box(a, f);
	if (body.cols < 1 || body.cols > TEX_MAX_COLS)
		return t;
	if (body.cols == 1) /* no brace is that narrow */
		body = tex_pad(a, body, 3, 'c');
	struct tex_box line = brace_line(a, body.cols, up);
	struct tex_box both[2] = { up ? line : body, up ? body : line };
	t.core.box = tex_stack(a, both, 2, up ? 1 : 0, 'l');
	t.core.light = false;
	return t;
}

static const struct {
	const char *start, *shaft, *end, *alone;
} arrows[] = {
	[TEX_ARROW_RIGHT] = { "─", "─", "→", "→" },
	[TEX_ARROW_LEFT] = { "←", "─", "─", "←" },
	[TEX_ARROW_RIGHT2] = { "═", "═", "⇒", "⇒" },
	[TEX_ARROW_LEFT2] = { "⇐", "═", "═", "⇐" },
	[TEX_ARROW_BOTH] = { "←", "─", "→", "↔" },
	[TEX_ARROW_MAP] = { "├", "─", "→", "↦" },
};

static struct tex_atom arrow(struct arena *a, enum tex_arrow which, const struct tex_form *below,
	const struct tex_form *above)
{
	struct tex_atom t = { .class = TEX_REL };
	struct tex_atom sign = {
		.class = TEX_REL, .sub = below, .sup = above->cols ? above : NULL
	};
	sign.core = form_of(a, arrows[which].alone);
	t.core = tex_scripted(a, &sign);
	struct tex_box part[3] = { tex_form_box(a, above), { 0 }, { 0 } };
	int cols = wider(tex_form_cols(above), below ? tex_form_cols(below) : 0);
	if (cols > TEX_MAX_COLS || cols == 0)
		return t;
	struct tex_box shaft[3] = { box_of(a, arrows[which].start),
		tex_repeat(a, arrows[which].shaft, cols), box_of(a, arrows[which].end) };
	part[1] = tex_beside(a, shaft, NULL, 3);
	if (below)
		part[2] = tex_form_box(a, below);
	t.core.box = tex_stack(a, part, below ? 3 : 2, 1, 'c');
	return t;
}

/* ---- accents */

static bool marks_all(enum tex_accent accent)
{
	return accent == TEX_ACCENT_OVERLINE || accent == TEX_ACCENT_UNDERLINE ||
	       accent == TEX_ACCENT_SLASH;
}

/*
 * The mark after the clusters [from, to) of the line. False, and nothing done, where a mark would stand alone: a
 * control character bears none.
 */
static bool mark_line(struct arena *a, struct tex_form *f, uint32_t mark, int from, int to)
{
	struct buf b = { 0 };
	struct cluster c;
	struct str rest = f->line;
	for (int i = 0; rest.n > 0; i++) {
		const char *start = rest.p;
		if (!text_next(&rest, &c))
			break;
		buf_add(&b, (struct str){ start, (size_t)(rest.p - start) });
		if (i >= from && i < to)
			text_encode(&b, mark);
	}
	bool borne = text_cols(buf_str(&b)) == f->cols;
	if (borne)
		f->line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return borne;
}

/* Over what is tall: a line, or a sign in its middle. */
static struct tex_box accent_box(
	struct arena *a, enum tex_accent accent, const struct tex_box *body)
{
	static const char *const sign[] = { [TEX_ACCENT_HAT] = "^",
		[TEX_ACCENT_TILDE] = "~",
		[TEX_ACCENT_VEC] = "→",
		[TEX_ACCENT_DOT] = ".",
		[TEX_ACCENT_DDOT] = "..",
		[TEX_ACCENT_DDDOT] = "...",
		[TEX_ACCENT_CHECK] = "ˇ",
		[TEX_ACCENT_BREVE] = "˘",
		[TEX_ACCENT_ACUTE] = "´",
		[TEX_ACCENT_GRAVE] = "`",
		[TEX_ACCENT_RING] = "°",
		[TEX_ACCENT_SLASH] = "/" };
	bool line = accent == TEX_ACCENT_BAR || accent == TEX_ACCENT_OVERLINE ||
		    accent == TEX_ACCENT_UNDERLINE;
	struct tex_box mark = line ? tex_repeat(a, "─", body->cols) : box_of(a, sign[accent]);
	struct tex_box shaft[2] = { tex_repeat(a, "─", body->cols - 1), mark };
	if (accent == TEX_ACCENT_VEC && body->cols > 1) /* as long as what it is over */
		mark = tex_beside(a, shaft, NULL, 2);
	struct tex_box part[2] = { mark, *body };
	if (accent == TEX_ACCENT_UNDERLINE) {
		part[0] = *body;
		part[1] = mark;
		return tex_stack(a, part, 2, 0, 'c');
	}
	return tex_stack(a, part, 2, 1, 'c');
}

/* A mark stands already in it. */
static bool is_marked(struct str s)
{
	struct cluster c;
	while (text_next(&s, &c))
		if (c.mark[0])
			return true;
	return false;
}

/* A name of upright letters, which bears one mark in its middle as a letter would. */
static bool is_name(const struct tex_atom *t)
{
	struct str s = t->core.line;
	for (size_t i = 0; i < s.n; i++)
		if (!is_letter(s.p[i]))
			return false;
	return s.n > 1 && s.n <= LONG_NAME && t->core.bind == TEX_ATOM &&
	       ((t->flags & TEX_WORD) || t->core.name);
}

/* What marks can do on the line as it is: a letter, a name, letters that are bare. False, and nothing done, else. */
static bool mark_letters(struct arena *a, struct tex_form *f, enum tex_accent accent, bool name)
{
	uint32_t mark = tex_accent_mark(accent);
	if (f->box.nrow > 0 || f->cols == 0)
		return false;
	if (f->cols == 1)
		return mark_line(a, f, mark, 0, 1);
	if (marks_all(accent))
		return !memchr(f->line.p, ' ', f->line.n) && !is_marked(f->line) &&
		       mark_line(a, f, mark, 0, f->cols);
	int middle = (f->cols - 1) / 2;
	return name && mark_line(a, f, mark, middle, middle + 1);
}

static struct tex_atom accented(
	struct arena *a, enum tex_accent accent, const struct tex_atom *arg, bool tight)
{
	struct tex_atom t = *arg;
	const struct tex_form *f = &arg->core;
	t.grid = NULL;
	if (t.class != TEX_REL && t.class != TEX_OP)
		t.class = TEX_ORD;
	bool drawn = !tight && f->cols > 1 && !is_name(arg) && accent != TEX_ACCENT_SLASH;
	if (!mark_letters(a, &t.core, accent, is_name(arg))) {
		struct buf name = { 0 };
		buf_addf(&name, "%s(", tex_accent_name(accent));
		t.core = tex_join(a, buf_cstr(&name), f, ")");
		buf_release(&name);
		drawn = f->cols > 0;
	}
	struct tex_box body = tex_form_box(a, f);
	if (drawn && body.cols <= TEX_MAX_COLS && body.nrow < TEX_MAX_ROWS)
		t.core.box = accent_box(a, accent, &body);
	t.core.light = body.nrow < 2 || f->light;
	return t;
}

/* The mark of an accent belongs to what bears the scripts: \widehat{y_i} is ŷᵢ. */
static struct tex_atom accent(
	struct arena *a, const struct tex_command *c, const struct tex_atom *arg, bool tight)
{
	struct tex_atom bare = *arg;
	bare.sub = bare.sup = NULL;
	struct tex_atom t = accented(a, c->which, &bare, tight);
	t.sub = arg->sub;
	t.sup = arg->sup;
	return t;
}

static const char *const negated[][2] = {
	{ "=", "≠" },
	{ "∈", "∉" },
	{ "∋", "∌" },
	{ "⊂", "⊄" },
	{ "⊆", "⊈" },
	{ "≡", "≢" },
	{ "∼", "≁" },
	{ "≈", "≉" },
	{ "<", "≮" },
	{ ">", "≯" },
	{ "≤", "≰" },
	{ "≥", "≱" },
	{ "|", "∤" },
	{ "→", "↛" },
	{ "∃", "∄" },
};

static struct tex_atom negation(struct arena *a, const struct tex_atom *arg)
{
	struct tex_atom t = *arg;
	for (size_t i = 0; i < LENGTH(negated); i++)
		if (str_eq(arg->core.line, str_of(negated[i][0]))) {
			t.core.line = str_of(negated[i][1]);
			return t;
		}
	if (arg->core.box.nrow > 0 || !mark_line(a, &t.core, 0x338, 0, arg->core.cols))
		t.core = tex_join(a, "not(", &arg->core, ")");
	return t;
}

/* ---- the rest */

static struct tex_atom boxed(struct arena *a, const struct tex_form *f)
{
	struct tex_atom t = { .core = tex_join(a, "[", f, "]") };
	struct tex_box body = tex_form_box(a, f);
	if (body.cols > TEX_MAX_COLS || body.nrow + 2 > TEX_MAX_ROWS)
		return t;
	struct tex_box bar = tex_repeat(a, "─", body.cols + 2);
	struct tex_box up[3] = { box_of(a, "┌"), bar, box_of(a, "┐") };
	struct tex_box down[3] = { box_of(a, "└"), bar, box_of(a, "┘") };
	int above = body.base, below = body.nrow - 1 - body.base, gap[3] = { 0, 1, 1 };
	struct tex_box side =
		above + below > 0 ? tex_grown(a, STR("|"), above, below) : box_of(a, "│");
	struct tex_box middle[3] = { side, body, side };
	struct tex_box part[3] = { tex_beside(a, up, NULL, 3), tex_beside(a, middle, gap, 3),
		tex_beside(a, down, NULL, 3) };
	t.core.box = tex_stack(a, part, 3, 1, 'l');
	return t;
}

static struct tex_atom phantom(struct arena *a, const struct tex_form *f)
{
	struct tex_atom t = { .class = TEX_SPACE };
	struct buf b = { 0 };
	for (int i = 0; i < f->cols; i++)
		buf_addc(&b, ' ');
	t.core = tex_form_of(a, buf_str(&b));
	buf_release(&b);
	return t;
}

/* What a change of font makes: the argument as it is; a name in upright letters holds together. */
static struct tex_atom refont(const struct tex_atom *arg, enum tex_font font)
{
	struct tex_atom t = *arg;
	for (size_t i = 0; i < t.core.line.n; i++)
		if (!is_letter(t.core.line.p[i]))
			return t;
	if (font == TEX_ROMAN) {
		t.core.bind = TEX_ATOM;
		t.core.name = true;
	}
	return t;
}

struct tex_atom tex_make(
	struct arena *a, const struct tex_command *c, struct tex_atom *arg, size_t narg, bool tight)
{
	struct tex_atom t = { 0 };
	for (size_t i = 0; i < narg && c->op != TEX_DO_ACCENT; i++) {
		arg[i].core = tex_scripted(a, &arg[i]);
		arg[i].sub = arg[i].sup = NULL;
	}
	switch ((enum tex_op)c->op) {
	case TEX_DO_FRACTION: return fraction(a, arg, tight);
	case TEX_DO_TFRACTION: return fraction(a, arg, true);
	case TEX_DO_BINOMIAL: return binomial(a, arg, tight);
	case TEX_DO_ROOT: return root(a, NULL, &arg[0].core);
	case TEX_DO_NROOT: return root(a, &arg[0].core, &arg[1].core);
	case TEX_DO_OVER: return over(a, &arg[0], &arg[1], true);
	case TEX_DO_UNDER: return over(a, &arg[0], &arg[1], false);
	case TEX_DO_BRACE_UNDER: return brace(a, &arg[0].core, false);
	case TEX_DO_BRACE_OVER: return brace(a, &arg[0].core, true);
	case TEX_DO_ARROW: return arrow(a, c->which, NULL, &arg[0].core);
	case TEX_DO_ARROW2: return arrow(a, c->which, &arg[0].core, &arg[1].core);
	case TEX_DO_ACCENT: return accent(a, c, &arg[0], tight);
	case TEX_DO_NOT: return negation(a, &arg[0]);
	case TEX_DO_FONT: return refont(&arg[0], c->which);
	case TEX_DO_BOXED: return boxed(a, &arg[0].core);
	case TEX_DO_PHANTOM: return phantom(a, &arg[0].core);
	case TEX_DO_MOD: t.core = tex_join(a, "  (mod ", &arg[0].core, ")"); return t;
	case TEX_DO_CLASS:
		t = arg[0];
		t.class = c->which;
		return t;
	default: bug("no argument makes command %d", c->op);
	}
}
