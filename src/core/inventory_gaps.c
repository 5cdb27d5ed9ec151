/* inventory_gaps.c - gaps that are about no topic become topics. */
#include "hone/inventory.h"

#include "study_priv.h"

bool inventory_gaps(const struct study *s, const struct str *name, int n,
	struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct topic_row *row;
	size_t nrow;
	if (!catalog_topics(s->store, &row, &nrow, a, e))
		return false;
	const struct topic_row *last = nrow ? &row[nrow - 1] : NULL, *beside = NULL;
	for (size_t i = 0; i < nrow; i++)
		if (str_eq(row[i].path, last->path) && str_eq(row[i].area, STR(INVENTORY_GAPS)))
			beside = &row[i];
	return beside ? inventory_add(s, beside, name, n, out, a, e)
		      : inventory_add_area(s, last, STR(INVENTORY_GAPS), name, n, out, a, e);
}

static int lines_in(struct str text)
{
	struct str line;
	int n = 0;
	while (str_line(&text, &line))
		n++;
	return n;
}

bool inventory_apply_rated(
	struct study *s, const struct inventory_edit *edit, enum level level, struct err *e)
{
	struct arena a = { 0 };
	struct event_id deed = { 0 };
	struct topic_row *row;
	size_t nrow, n = 0;
	int from = edit->edit.line, to = from + lines_in(edit->edit.after);
	struct str path = arena_str(&a, edit->edit.path);
	bool ok = inventory_apply(s, edit, e) && study_last_note(s, &deed, e) &&
		  catalog_topics(s->store, &row, &nrow, &a, e);
	struct rating *r = ok ? arena_alloc(&a, nrow + 1, sizeof *r) : NULL;
	for (size_t i = 0; ok && i < nrow; i++)
		if (str_eq(row[i].path, path) && row[i].line >= from && row[i].line < to)
			r[n++] = (struct rating){ row[i].id, level };
	ok = ok && study_rate_all(s, r, n, &deed, e);
	arena_release(&a);
	return ok;
}
