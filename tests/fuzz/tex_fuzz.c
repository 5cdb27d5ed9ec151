/*
 * tex_fuzz.c - any bytes as a formula, for libFuzzer: `make fuzz`. The first byte is the width, less two; no row
 * may be wider, no row empty at its end, what has a line has rows, and a held line differs in blanks alone.
 */
#include <stddef.h>
#include <stdint.h>

#include "hone/md.h"
#include "hone/tex.h"
#include "hone/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_rows(const struct tex_box *box, int cols)
{
	if (box->nrow < 1 || box->base < 0 || box->base >= box->nrow)
		bug("%d rows, base %d", box->nrow, box->base);
	for (int i = 0; i < box->nrow; i++) {
		struct str row = box->row[i];
		if (text_cols(row) > cols || text_cols(row) > box->cols)
			bug("row %d has %d columns of %d", i, text_cols(row), cols);
		if (row.n > 0 && row.p[row.n - 1] == ' ')
			bug("row %d ends in a space", i);
	}
}

/* Where blanks are held nothing else changes. */
static void check_hold(struct str line, struct arena *a)
{
	struct str held = tex_hold(line, '\x1c', a);
	if (held.n != line.n)
		bug("%zu bytes held as %zu", line.n, held.n);
	for (size_t i = 0; i < line.n; i++)
		if (held.p[i] != line.p[i] && (line.p[i] != ' ' || held.p[i] != '\x1c'))
			bug("byte %zu differs", i);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	if (n == 0)
		return 0;
	struct arena a = { 0 };
	struct str src = { (const char *)data + 1, n - 1 }, line;
	struct tex_box box;
	int cols = data[0] + 2;
	bool has_line = tex_line(src, &a, &line);
	bool has_rows = tex_rows(src, cols, &a, &box);
	if (has_line != has_rows)
		bug("line %d, rows %d", has_line, has_rows);
	if (has_line)
		check_hold(line, &a);
	if (has_rows)
		check_rows(&box, cols);
	md_layout(src, cols, 0, &a);
	arena_release(&a);
	return 0;
}
