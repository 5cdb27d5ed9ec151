/* tex_list.c - atoms side by side: the space between them, brackets that grow, what holds together. */
#include "tex_priv.h"

#include "hone/text.h"

/* A bracket that is open while pieces are gone through. */
struct opened {
	size_t at;        /* its piece */
	int above, below; /* rows that what stands in it reaches from the base */
	size_t middle;    /* the last \middle in it, plus one; the one before it is in `before` */
};

struct list {
	struct arena *a;
	struct tex_atom *atom;
	struct tex_piece *piece;
	size_t n;
	bool tight;
	struct opened *open;
	size_t nopen;
	size_t *before; /* of each \middle the one before, plus one */
};

static bool is_one_of(const char *set, uint8_t class)
{
	return set[class] == 'x';
}

/* An operator with nothing on one of its sides is a sign: "-x", "(+)". One entry for each class. */
static const char no_left[] = ".xxxx.x..x", no_right[] = "...x.xx..x";

static void settle_signs(struct list *l, bool goes_on)
{
	struct tex_atom *before = NULL;
	uint8_t last = goes_on ? TEX_ORD : TEX_START;
	for (size_t i = 0; i < l->n; i++) {
		struct tex_atom *t = &l->atom[i];
		if (t->class == TEX_SPACE)
			continue;
		if (t->class == TEX_BIN && is_one_of(no_left, last))
			t->class = TEX_ORD;
		if (before && before->class == TEX_BIN && is_one_of(no_right, t->class))
			before->class = TEX_ORD;
		before = t;
		last = t->class;
	}
	if (before && before->class == TEX_BIN)
		before->class = TEX_ORD;
}

/* Columns between two atoms, rows by the left one: ORD OP BIN REL OPEN CLOSE PUNCT INNER. */
static const char gaps[][9] = {
	[TEX_ORD] = "01110001",
	[TEX_OP] = "11110001",
	[TEX_BIN] = "11111111",
	[TEX_REL] = "11101001",
	[TEX_OPEN] = "00000000",
	[TEX_CLOSE] = "01110001",
	[TEX_PUNCT] = "11111001",
	[TEX_INNER] = "11111001",
};

static bool is_word_end(const struct tex_atom *left)
{
	return left->class == TEX_OP && (left->flags & TEX_WORD);
}

static bool is_sign(const struct tex_atom *t)
{
	struct str s = t->core.line;
	return t->class == TEX_ORD && (str_eq(s, STR("−")) || str_eq(s, STR("+")) ||
					      str_eq(s, STR("±")) || str_eq(s, STR("∓")));
}

static bool is_prime(const struct tex_atom *t)
{
	struct str s = t->core.line;
	return str_starts(s, STR("′")) || str_starts(s, STR("″")) || str_starts(s, STR("‴"));
}

static bool is_slash(const struct tex_atom *t)
{
	return t->class == TEX_ORD && str_eq(t->core.line, STR("/"));
}

static int gap_between(
	const struct list *l, const struct tex_atom *left, const struct tex_atom *right)
{
	if (left->class >= TEX_SPACE || right->class >= TEX_SPACE)
		return 0;
	if (is_slash(left) || (is_slash(right) && left->class == TEX_INNER))
		return 0;
	bool names = (is_word_end(left) && right->class == TEX_ORD) ||
		     ((right->flags & TEX_WORD) && left->class <= TEX_OP);
	if (l->tight)
		return names;
	if (is_sign(left) || is_prime(right))
		return 0;
	bool sign = left->class == TEX_OP && !(left->flags & TEX_WORD);
	if (right->class == TEX_OPEN &&
		(sign || (left->class == TEX_OP && left->flags & TEX_LIMITS &&
				 (left->sub || left->sup))))
		return 1;
	return gaps[left->class][right->class] - '0';
}

/* "a/b" is put in brackets where it stands beside a factor. */
static bool is_factor(const struct tex_atom *t, bool left)
{
	if (!t)
		return false;
	if (t->class == TEX_OP)
		return !left || ((t->flags & TEX_WORD) && !(t->flags & TEX_LIMITS));
	if (is_sign(t))
		return false;
	return t->class == TEX_ORD || t->class == TEX_INNER ||
	       t->class == (left ? TEX_CLOSE : TEX_OPEN);
}

/* The next atom that is no space; none beyond a wide one. To the left what bears a prime counts. */
static const struct tex_atom *neighbour(const struct list *l, size_t i, bool left)
{
	while (left ? i > 0 : i + 1 < l->n) {
		i = left ? i - 1 : i + 1;
		if (l->atom[i].class != TEX_SPACE)
			return &l->atom[left && i > 0 && is_prime(&l->atom[i]) ? i - 1 : i];
		if (l->atom[i].core.cols > 1)
			return NULL;
	}
	return NULL;
}

static bool starts_like_word(struct str s)
{
	char c = s.n > 0 ? s.p[0] : ' ';
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* ---- brackets */

static void reach(struct list *l, int above, int below)
{
	if (l->nopen == 0)
		return;
	struct opened *o = &l->open[l->nopen - 1];
	o->above = above > o->above ? above : o->above;
	o->below = below > o->below ? below : o->below;
}

static void reach_form(struct list *l, const struct tex_form *f)
{
	if (f->box.nrow > 0 && !f->light)
		reach(l, f->box.base, f->box.nrow - 1 - f->box.base);
}

static void grow(struct list *l, size_t i, int above, int below)
{
	struct tex_atom *t = &l->atom[i];
	if (t->core.line.n == 0 || above + below == 0 || above + below >= TEX_MAX_ROWS)
		return;
	t->core.box = tex_grown(l->a, t->core.line, above, below);
	l->piece[i].form = tex_scripted(l->a, t);
}

/* At a closing bracket: it and its partner become as tall as what is between them. */
static void close_bracket(struct list *l, size_t i)
{
	bool strong = l->atom[i].strong;
	while (strong && l->nopen > 0 && !l->atom[l->open[l->nopen - 1].at].strong) {
		struct opened lost = l->open[--l->nopen];
		reach(l, lost.above, lost.below);
	}
	if (l->nopen == 0 || l->atom[l->open[l->nopen - 1].at].strong != strong)
		return;
	struct opened o = l->open[--l->nopen];
	grow(l, o.at, o.above, o.below);
	grow(l, i, o.above, o.below);
	for (size_t m = o.middle; m > 0; m = l->before[m - 1])
		grow(l, m - 1, o.above, o.below);
	reach(l, o.above, o.below);
	reach_form(l, &l->piece[i].form);
}

static void note_bracket(struct list *l, size_t i)
{
	const struct tex_atom *t = &l->atom[i];
	if (t->class == TEX_OPEN) {
		l->open[l->nopen++] = (struct opened){ .at = i };
	} else if (t->class == TEX_CLOSE) {
		close_bracket(l, i);
	} else if (t->middle && l->nopen > 0) {
		l->before[i] = l->open[l->nopen - 1].middle;
		l->open[l->nopen - 1].middle = i + 1;
	}
}

/* ---- pieces */

/* A sign would be taken for the start of the bar. */
static void part_from_sign(struct list *l, size_t i)
{
	struct tex_box *box = &l->piece[i].form.box;
	if (i == 0 || !is_sign(&l->atom[i - 1]) || box->nrow < 2 ||
		!str_starts(box->row[box->base], STR("─")))
		return;
	*box = tex_pad(l->a, *box, box->cols + 1, 'r');
}

static void put_piece(struct list *l, size_t i, bool goes_on)
{
	struct tex_atom *t = &l->atom[i];
	struct tex_piece *p = &l->piece[i];
	*p = (struct tex_piece){ .class = t->class, .grid = t->grid };
	p->form = tex_scripted(l->a, t);
	if (t->class == TEX_SPACE)
		return;
	const struct tex_atom *left = neighbour(l, i, true);
	struct tex_atom start = { .class = TEX_ORD };
	bool alone = !left && !(goes_on && i == 0);
	p->gap = alone ? 0 : gap_between(l, left ? left : &start, t);
	if (i > 0 && (str_ends(l->piece[i - 1].form.line, STR(" ")) ||
			     str_starts(p->form.line, STR(" "))))
		p->gap = 0;
	else if (i > 0 && l->atom[i - 1].class == TEX_SPACE) /* the wider of both counts */
		p->gap =
			p->gap > l->piece[i - 1].form.cols ? p->gap - l->piece[i - 1].form.cols : 0;
	else if (i > 0 && l->piece[i - 1].form.open_end && starts_like_word(p->form.line))
		p->gap = 1;
	if (p->form.quotient &&
		(is_factor(left, true) || is_factor(neighbour(l, i, false), false))) {
		struct tex_box box = p->form.box;
		p->form = tex_wrapped(l->a, &p->form, TEX_ATOM);
		p->form.box = box;
	}
	part_from_sign(l, i);
}

struct tex_form tex_pieces(struct arena *a, const struct tex_piece *piece, size_t n)
{
	struct tex_form f = { 0 };
	struct buf line = { 0 };
	bool tall = false;
	bool light = true;
	for (size_t i = 0; i < n; i++) {
		buf_add(&line, str_slice(STR("        "), 0, (size_t)piece[i].gap));
		buf_add(&line, piece[i].form.line);
		f.cols += piece[i].gap + piece[i].form.cols;
		tall = tall || piece[i].form.box.nrow > 0;
		light = light && (piece[i].form.box.nrow < 2 || piece[i].form.light);
	}
	f.line = arena_str(a, buf_str(&line));
	f.open_end = n > 0 && piece[n - 1].form.open_end;
	buf_release(&line);
	struct tex_box size = { .nrow = TEX_MAX_ROWS };
	for (size_t i = 0; i < n && tall; i++)
		size.cols += piece[i].gap + tex_form_cols(&piece[i].form);
	if (!tall || !tex_box_fits(&size))
		return f;
	struct tex_box *box = arena_alloc(a, n, sizeof *box);
	int *gap = arena_alloc(a, n, sizeof *gap);
	for (size_t i = 0; i < n; i++) {
		box[i] = tex_form_box(a, &piece[i].form);
		gap[i] = piece[i].gap;
	}
	f.box = tex_beside(a, box, gap, n);
	f.light = light;
	if (!tex_box_fits(&f.box))
		f.box = (struct tex_box){ 0 };
	return f;
}

/*
 * "f(x)" and "(a + b)": a bracket closes at the end that opens at the start or after one piece. What a letter stands
 * before may be a factor if it is a sum: "p(1 − p)".
 */
static bool is_call(const struct tex_piece *piece, size_t n)
{
	if (piece[n - 1].class != TEX_CLOSE)
		return false;
	size_t first = piece[0].class == TEX_OPEN ? 0 : 1;
	if (first >= n || piece[first].class != TEX_OPEN || piece[first].gap > 0 ||
		(first == 1 && piece[0].class > TEX_OP))
		return false;
	bool letter = first == 1 && piece[0].class == TEX_ORD;
	for (size_t i = first + 1; i + 1 < n; i++)
		if (piece[i].depth == 0 || (letter && piece[i].class == TEX_BIN))
			return false;
	return true;
}

static bool is_among(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(s, str_of(list[i])))
			return true;
	return false;
}

/* What is to its left holds together less than a product. */
static bool is_apart(const struct tex_piece *piece, size_t i)
{
	switch ((enum tex_class)piece[i].class) {
	case TEX_BIN:
	case TEX_REL:
	case TEX_PUNCT: return true;
	case TEX_SPACE: return piece[i].form.cols > 1;
	default: return i > 0 && piece[i].gap > 0;
	}
}

static enum tex_bind bind_of(const struct tex_piece *piece, size_t n)
{
	static const char *const after[] = { "′", "″", "‴", "!", "%" };
	static const char *const before[] = { "d", "∂", "∇", "Δ", "δ", "∂²", "d²" };
	static const char *const sign[] = { "−", "+", "±", "∓", "¬" };
	while (n > 1 && is_among(piece[n - 1].form.line, after, LENGTH(after)))
		n--;
	if (n == 0)
		return TEX_ATOM;
	if (n == 1)
		return piece[0].form.bind;
	if (is_call(piece, n))
		return TEX_ATOM;
	for (size_t i = 0; i < n; i++)
		if (piece[i].depth == 0 &&
			(is_apart(piece, i) || is_among(piece[i].form.line, sign, LENGTH(sign))))
			return TEX_SUM;
	if (n == 2 && is_among(piece[0].form.line, before, LENGTH(before)))
		return piece[1].form.bind;
	return TEX_PRODUCT;
}

/* Room for the brackets that may be open, and for what stands between some. */
static void need_brackets(struct list *l)
{
	size_t nopen = 0;
	bool middle = false;
	for (size_t i = 0; i < l->n; i++) {
		nopen += l->atom[i].class == TEX_OPEN;
		middle = middle || l->atom[i].middle;
	}
	if (nopen > 0)
		l->open = arena_alloc(l->a, nopen, sizeof *l->open);
	if (middle)
		l->before = arena_alloc(l->a, l->n, sizeof *l->before);
}

struct tex_cell tex_list(struct arena *a, struct tex_atom *atom, size_t n, bool tight, bool goes_on)
{
	struct list l = { .a = a, .atom = atom, .n = n, .tight = tight };
	l.piece = arena_alloc(a, n + 1, sizeof *l.piece);
	settle_signs(&l, goes_on);
	need_brackets(&l);
	for (size_t i = 0; i < n; i++) {
		put_piece(&l, i, goes_on);
		reach_form(&l, &l.piece[i].form);
		size_t outside = l.nopen;
		note_bracket(&l, i);
		l.piece[i].depth = (int)(outside < l.nopen ? outside : l.nopen);
	}
	struct tex_cell cell = { .piece = l.piece, .npiece = n };
	cell.form = tex_pieces(a, l.piece, n);
	cell.form.bind = (uint8_t)bind_of(l.piece, n);
	cell.form.quotient = n == 1 && l.piece[0].form.quotient;
	return cell;
}
