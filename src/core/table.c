/* table.c - finds pipe tables line by line. */
#include "table.h"

#include <string.h>

/* Is this line over the rule of a table, so that it is its head? */
static bool is_head(const struct table *t)
{
	struct str rest = t->rest, next;
	return str_line(&rest, &next) && md_table_rule(next);
}

static bool look(struct table *t, struct str line)
{
	struct str heading;
	t->ncell = 0;
	if (line.n > 0 && memchr(line.p, '|', line.n))
		t->ncell = md_table_cells(line, t->cell, TABLE_CELLS);
	if (t->ncell == 0) {
		t->inside = false;
		if (md_heading_line(line, &heading) > 0) {
			t->heading = heading;
			t->heading_line = t->line;
		}
		return false;
	}
	t->head = !t->inside && is_head(t);
	if (t->head) {
		struct str rule;
		str_line(&t->rest, &rule);
		t->inside = true;
	}
	return t->inside;
}

bool table_row(struct table *t)
{
	struct str line;
	if (t->head)
		t->line++; /* the rule that was read with the head */
	t->head = false;
	while (str_line(&t->rest, &line)) {
		t->line++;
		if (md_fence_line(&t->fence, line))
			t->inside = false;
		else if (look(t, line))
			return true;
	}
	return false;
}

struct str table_cell(const struct table *t, int i)
{
	return i >= 0 && i < t->ncell ? t->cell[i] : (struct str){ 0 };
}
