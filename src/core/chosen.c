/* chosen.c - a path a line, in the order in which they were chosen. */
#include "hone/chosen.h"

#include "study_priv.h"

static const char setting[] = "chosen sheets";

int chosen_place(const struct str *path, int n, struct str one)
{
	for (int i = 0; i < n; i++)
		if (str_eq(path[i], one))
			return i + 1;
	return 0;
}

static bool read_lines(const struct study *s, struct str *text, struct arena *a, struct err *e)
{
	return store_setting(s->store, setting, STR(""), text, a, e);
}

static bool write_lines(struct study *s, struct str text, struct err *e)
{
	if (!study_writable(s, e) || !store_begin(s->store, e))
		return false;
	if (store_set(s->store, setting, text, e) && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

static bool is_there(
	const struct study *s, struct str path, bool *there, struct arena *a, struct err *e)
{
	struct file_row f;
	bool found;
	if (!catalog_file(s->store, path, &f, &found, a, e))
		return false;
	*there = found && (f.roles & CONTENT_SHEET);
	return true;
}

bool chosen_load(const struct study *s, struct str **path, int *n, struct arena *a, struct err *e)
{
	struct str rest, line;
	if (!read_lines(s, &rest, a, e))
		return false;
	struct str *out = arena_alloc(a, CHOSEN_MOST, sizeof *out);
	int count = 0;
	while (count < CHOSEN_MOST && str_line(&rest, &line)) {
		bool there;
		if (!is_there(s, line, &there, a, e))
			return false;
		if (there)
			out[count++] = line;
	}
	*path = out;
	*n = count;
	return true;
}

static bool too_many(struct err *e)
{
	return err_set(e, ERR_INVALID, "No more than %d sheets can be chosen", CHOSEN_MOST);
}

bool chosen_toggle(struct study *s, struct str path, bool *on, struct err *e)
{
	struct arena a = { 0 };
	struct buf now = { 0 };
	struct str rest, line;
	bool was = false, ok = read_lines(s, &rest, &a, e);
	int n = 0;
	while (ok && str_line(&rest, &line)) {
		bool is_it = str_eq(line, path);
		was = was || is_it;
		n++;
		if (!is_it)
			buf_addf(&now, "%.*s\n", STR_ARG(line));
	}
	if (!was)
		buf_addf(&now, "%.*s\n", STR_ARG(path));
	if (ok && !was && n >= CHOSEN_MOST)
		ok = too_many(e);
	ok = ok && write_lines(s, buf_str(&now), e);
	if (ok)
		*on = !was;
	buf_release(&now);
	arena_release(&a);
	return ok;
}

bool chosen_set(struct study *s, const struct str *path, int n, struct err *e)
{
	struct buf now = { 0 };
	int count = 0;
	for (int i = 0; i < n; i++)
		if (chosen_place(path, i, path[i]) == 0) {
			buf_addf(&now, "%.*s\n", STR_ARG(path[i]));
			count++;
		}
	bool ok = (count <= CHOSEN_MOST || too_many(e)) && write_lines(s, buf_str(&now), e);
	buf_release(&now);
	return ok;
}
