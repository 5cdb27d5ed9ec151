/* tex_box.c - rectangles of cells with a base row, set beside and above one another. */
#include "tex_priv.h"

#include "hone/text.h"

static void add_spaces(struct buf *b, int n)
{
	static const char spaces[] =
		"                                                                ";
	for (; n > 0; n -= (int)sizeof spaces - 1)
		buf_add(b, str_slice((struct str){ spaces, sizeof spaces - 1 }, 0, (size_t)n));
}

static struct tex_box new_box(struct arena *a, int nrow, int base, int cols)
{
	struct tex_box b = { .nrow = nrow, .base = base, .cols = cols };
	b.row = arena_alloc(a, (size_t)nrow, sizeof *b.row);
	return b;
}

bool tex_box_fits(const struct tex_box *box)
{
	return box->nrow <= 1 || (box->nrow <= TEX_MAX_ROWS && box->cols <= TEX_MAX_COLS);
}

struct tex_box tex_flat(struct arena *a, struct str line, int cols)
{
	struct tex_box b = new_box(a, 1, 0, cols);
	b.row[0] = line;
	return b;
}

struct tex_box tex_form_box(struct arena *a, const struct tex_form *f)
{
	return f->box.nrow > 0 ? f->box : tex_flat(a, f->line, f->cols);
}

int tex_form_cols(const struct tex_form *f)
{
	return f->box.nrow > 0 ? f->box.cols : f->cols;
}

/* Row `at` of the boxes, counted from the base. */
static void row_beside(struct buf *out, const struct tex_box *box, const int *gap, size_t n, int at)
{
	for (size_t i = 0; i < n; i++) {
		int row = box[i].base + at;
		if (gap)
			add_spaces(out, gap[i]);
		if (row >= 0 && row < box[i].nrow)
			buf_add(out, box[i].row[row]);
		else
			add_spaces(out, box[i].cols);
	}
}

struct tex_box tex_beside(struct arena *a, const struct tex_box *box, const int *gap, size_t n)
{
	int above = 0, below = 0, cols = 0;
	for (size_t i = 0; i < n; i++) {
		int under = box[i].nrow - 1 - box[i].base;
		above = box[i].base > above ? box[i].base : above;
		below = under > below ? under : below;
		cols += box[i].cols + (gap ? gap[i] : 0);
	}
	struct tex_box b = new_box(a, above + 1 + below, above, cols);
	struct buf row = { 0 };
	for (int i = 0; i < b.nrow; i++) {
		buf_clear(&row);
		row_beside(&row, box, gap, n, i - above);
		b.row[i] = arena_str(a, buf_str(&row));
	}
	buf_release(&row);
	return b;
}

struct tex_box tex_pad(struct arena *a, struct tex_box box, int cols, char align)
{
	int left = cols - box.cols;
	if (left <= 0)
		return box;
	int before = align == 'r' ? left : align == 'c' ? left / 2 : 0;
	struct tex_box b = new_box(a, box.nrow, box.base, cols);
	struct buf row = { 0 };
	for (int i = 0; i < box.nrow; i++) {
		buf_clear(&row);
		add_spaces(&row, before);
		buf_add(&row, box.row[i]);
		add_spaces(&row, left - before);
		b.row[i] = arena_str(a, buf_str(&row));
	}
	buf_release(&row);
	return b;
}

struct tex_box tex_stack(
	struct arena *a, const struct tex_box *box, size_t n, size_t base, char align)
{
	int nrow = 0, cols = 0, at = 0;
	for (size_t i = 0; i < n; i++) {
		if (i == base)
			at = nrow + box[i].base;
		nrow += box[i].nrow;
		cols = box[i].cols > cols ? box[i].cols : cols;
	}
	struct tex_box b = new_box(a, nrow, at, cols);
	struct str *row = b.row;
	for (size_t i = 0; i < n; i++) {
		struct tex_box padded = tex_pad(a, box[i], cols, align);
		for (int k = 0; k < padded.nrow; k++)
			*row++ = padded.row[k];
	}
	return b;
}

struct tex_box tex_repeat(struct arena *a, const char *text, int n)
{
	struct buf row = { 0 };
	for (int i = 0; i < n; i++)
		buf_add(&row, str_of(text));
	struct tex_box b = tex_flat(a, arena_str(a, buf_str(&row)), n);
	buf_release(&row);
	return b;
}

/* What a bracket is made of when it is taller than a row. */
struct pieces {
	const char *bracket;
	const char *top, *middle, *rest, *bottom; /* no middle: as the rest */
	const char *two[2];                       /* of two rows, where those would not do */
};

static const struct pieces pieces[] = {
	{ "(", "⎛", NULL, "⎜", "⎝", { NULL, NULL } },
	{ ")", "⎞", NULL, "⎟", "⎠", { NULL, NULL } },
	{ "[", "⎡", NULL, "⎢", "⎣", { NULL, NULL } },
	{ "]", "⎤", NULL, "⎥", "⎦", { NULL, NULL } },
	{ "{", "⎧", "⎨", "⎪", "⎩", { "⎰", "⎱" } },
	{ "}", "⎫", "⎬", "⎪", "⎭", { "⎱", "⎰" } },
	{ "|", "│", NULL, "│", "│", { NULL, NULL } },
	{ "‖", "║", NULL, "║", "║", { NULL, NULL } },
	{ "⌊", "⎢", NULL, "⎢", "⎣", { NULL, NULL } },
	{ "⌋", "⎥", NULL, "⎥", "⎦", { NULL, NULL } },
	{ "⌈", "⎡", NULL, "⎢", "⎢", { NULL, NULL } },
	{ "⌉", "⎤", NULL, "⎥", "⎥", { NULL, NULL } },
	{ "/", "╱", NULL, "╱", "╱", { NULL, NULL } },
	{ "⟮", "⎛", NULL, "⎜", "⎝", { NULL, NULL } },
	{ "⟯", "⎞", NULL, "⎟", "⎠", { NULL, NULL } },
	{ "⟦", "⎡", NULL, "⎢", "⎣", { NULL, NULL } },
	{ "⟧", "⎤", NULL, "⎥", "⎦", { NULL, NULL } },
};

static const char *piece_at(const struct pieces *p, int row, int nrow, int base)
{
	if (nrow == 2 && p->two[0])
		return p->two[row];
	if (row == 0)
		return p->top;
	if (row == nrow - 1)
		return p->bottom;
	/* The point of a brace is at the base unless an end is there. */
	int point = base > 0 && base < nrow - 1 ? base : nrow / 2;
	return p->middle && row == point ? p->middle : p->rest;
}

/* An angle opens to both sides of its base, a step to the side for each row. */
static struct tex_box angle(struct arena *a, bool left, int half)
{
	struct tex_box b = new_box(a, 2 * half + 1, half, half + 1);
	struct buf row = { 0 };
	for (int i = 0; i < b.nrow; i++) {
		int off = i < half ? half - i : i - half; /* rows from the base */
		buf_clear(&row);
		add_spaces(&row, left ? off : half - off);
		buf_add(&row, off == 0             ? left ? STR("⟨") : STR("⟩")
					  : (i < half) == left ? STR("╱")
						   : STR("╲"));
		add_spaces(&row, left ? half - off : off);
		b.row[i] = arena_str(a, buf_str(&row));
	}
	buf_release(&row);
	return b;
}

struct tex_box tex_grown(struct arena *a, struct str bracket, int above, int below)
{
	int nrow = above + 1 + below;
	if (nrow == 1)
		return tex_flat(a, bracket, text_cols(bracket));
	if (str_eq(bracket, STR("⟨")) || str_eq(bracket, STR("⟩")))
		return angle(a, str_eq(bracket, STR("⟨")), above > below ? above : below);
	for (size_t i = 0; i < LENGTH(pieces); i++) {
		if (!str_eq(bracket, str_of(pieces[i].bracket)))
			continue;
		struct tex_box b = new_box(a, nrow, above, 1);
		for (int k = 0; k < nrow; k++)
			b.row[k] = str_of(piece_at(&pieces[i], k, nrow, above));
		return b;
	}
	return tex_flat(a, bracket, text_cols(bracket));
}
