/* inventory.c - the topics of a study changed from within hone, as lines of the user's files. */
#include "hone/inventory.h"

#include "hone/topics_edit.h"
#include "study_priv.h"

/* A file of topics as it is now. */
struct file {
	struct str path, text;
	struct topics topics;
};

static const char title[] = "# Topics\n";

static bool read_file(
	const struct study *s, struct str path, struct file *f, struct arena *a, struct err *e)
{
	struct decoded d;
	if (!study_text(s, path, &d, a, e))
		return false;
	f->path = path;
	f->text = d.text;
	return study_topics(s, f->text, path, &f->topics, a, e);
}

static bool stale(const struct topic_row *t, struct err *e)
{
	return err_set(e, ERR_STALE, "%.*s: was changed, and this topic is no longer in it",
		STR_ARG(t->path));
}

static bool find(const struct study *s, const struct topic_row *t, struct file *f,
	const struct topic **out, struct arena *a, struct err *e)
{
	if (!read_file(s, t->path, f, a, e))
		return false;
	*out = NULL;
	for (int i = 0; i < f->topics.ntopic && !*out; i++)
		if ((int64_t)f->topics.topic[i].id == t->id)
			*out = &f->topics.topic[i];
	return *out || stale(t, e);
}

static bool show(const struct study *s, const struct file *f, const struct topics_edit *x,
	struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct planner_put put = { .path = f->path,
		.text = f->text,
		.at = x->at,
		.line = x->line,
		.lines = x->lines,
		.length = x->length };
	if (x->length && str_eq(x->lines, str_slice(f->text, x->at, x->at + x->length)))
		return err_set(e, ERR_INVALID, "nothing would change");
	*out = (struct inventory_edit){ .fresh = false };
	return planner_lines_edit(s, &put, &out->edit, a, e);
}

bool inventory_add(const struct study *s, const struct topic_row *beside, const struct str *name,
	int n, struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct file f;
	struct topics_edit x;
	const struct topic *t;
	return find(s, beside, &f, &t, a, e) &&
	       topics_add(f.text, &f.topics, t->iarea, name, n, &x, a, e) &&
	       show(s, &f, &x, out, a, e);
}

/* What planner_lines_edit() cannot look at, since it is not there yet. */
static void show_fresh(const struct file *f, const struct topics_edit *x,
	struct inventory_edit *out, struct arena *a)
{
	*out = (struct inventory_edit){ .fresh = true };
	out->edit = (struct planner_edit){ .path = arena_str(a, f->path),
		.line = x->line,
		.after = arena_str(a, x->lines),
		.at = x->at,
		.file = hash64(0, f->text.p, f->text.n),
		.note = NOTE_FILE };
}

bool inventory_add_area(const struct study *s, const struct topic_row *beside, struct str area,
	const struct str *name, int n, struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct file f = { .path = STR(INVENTORY_FILE), .text = str_of(title) };
	struct topics_edit x;
	struct err why = { 0 };
	bool there = read_file(s, beside ? beside->path : f.path, &f, a, &why);
	if (!there && (beside || why.kind != ERR_MISSING))
		return err_set(e, why.kind, "%s", why.text);
	if (!topics_add_area(f.text, &f.topics, area, name, n, &x, a, e))
		return false;
	if (there)
		return show(s, &f, &x, out, a, e);
	show_fresh(&f, &x, out, a);
	return true;
}

bool inventory_words(const struct study *s, const struct topic_row *t, struct str *out,
	struct arena *a, struct err *e)
{
	struct file f;
	const struct topic *found;
	if (!find(s, t, &f, &found, a, e))
		return false;
	*out = topics_source(f.text, found);
	return true;
}

/* The id that the topic in that line would have. */
static int64_t id_after(const struct file *f, const struct topics_edit *x, struct arena *a)
{
	struct buf b = { 0 };
	patch_apply(&b, f->text, &(struct patch){ x->at, x->length, x->lines }, 1);
	struct topics t = topics_parse(buf_str(&b), f->path, a);
	int64_t id = 0;
	for (int i = 0; i < t.ntopic; i++)
		if (t.topic[i].line == x->line)
			id = (int64_t)t.topic[i].id;
	buf_release(&b);
	return id;
}

bool inventory_rename(const struct study *s, const struct topic_row *t, struct str name,
	struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct file f;
	struct topics_edit x;
	const struct topic *found;
	if (!find(s, t, &f, &found, a, e) || !topics_rename(f.text, found, name, &x, a, e) ||
		!show(s, &f, &x, out, a, e))
		return false;
	out->edit.was = t->id;
	out->edit.is = id_after(&f, &x, a);
	return out->edit.is ||
	       err_set(e, ERR_INVALID, "these words would not be read as a topic there");
}

bool inventory_split(const struct study *s, const struct topic_row *t, const struct str *name,
	int n, struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct file f;
	struct topics_edit x;
	const struct topic *found;
	return find(s, t, &f, &found, a, e) && topics_split(f.text, found, name, n, &x, a, e) &&
	       show(s, &f, &x, out, a, e);
}

bool inventory_prioritise(const struct study *s, const struct topic_row *t, enum priority priority,
	struct inventory_edit *out, struct arena *a, struct err *e)
{
	struct file f;
	struct topics_edit x;
	const struct topic *found;
	return find(s, t, &f, &found, a, e) &&
	       topics_prioritise(f.text, found, priority, &x, a, e) && show(s, &f, &x, out, a, e);
}

void inventory_names(struct str list, struct str out[static INVENTORY_NAMES], int *n)
{
	*n = 0;
	while (*n < INVENTORY_NAMES && str_trim(list).n) {
		ptrdiff_t end = str_find(list, STR(";"), 0);
		struct str one = str_slice(list, 0, end < 0 ? list.n : (size_t)end);
		list = end < 0 ? (struct str){ 0 } : str_slice(list, (size_t)end + 1, list.n);
		if (str_trim(one).n)
			out[(*n)++] = str_trim(one);
	}
}

bool inventory_apply(struct study *s, const struct inventory_edit *edit, struct err *e)
{
	struct sync_report ignored;
	struct planner_sheet sheet = { edit->edit.path, str_of(title) };
	if (edit->fresh && !planner_sheet(s, &sheet, e))
		return false;
	return planner_apply(s, 0, &edit->edit, e) && study_sync(s, NULL, NULL, &ignored, e);
}

/* ---- sums kept by hand */

static struct str tally_text(const struct file *f, const struct topic_tally *t, struct arena *a)
{
	struct buf of = { 0 };
	if (t->area < 0)
		buf_add(&of, STR("all topics"));
	else
		buf_addf(&of, "%.*s%s%.*s", STR_ARG(f->topics.area[t->area].number),
			f->topics.area[t->area].number.n ? " " : "",
			STR_ARG(f->topics.area[t->area].name));
	struct str text = arena_printf(a, "says %d/%d %s of %s; the marks say %d/%d", t->said,
		t->of, level_name(t->level), buf_cstr(&of), t->is, t->is_of);
	buf_release(&of);
	return text;
}

bool inventory_tallies(
	const struct study *s, struct inventory_tally **out, int *n, struct arena *a, struct err *e)
{
	struct file_row *row;
	struct inventory_tally *list = NULL;
	size_t nrow, cap = 0;
	*n = 0;
	if (!catalog_files(s->store, CONTENT_TOPICS, &row, &nrow, a, e))
		return false;
	for (size_t i = 0; i < nrow; i++) {
		struct file f;
		struct err why = { 0 };
		int found;
		/* A file that cannot be read now is a problem of its own, which the sync has told. */
		if (!read_file(s, row[i].path, &f, a, &why))
			continue;
		struct topic_tally *t = topics_tallies(f.text, &f.topics, &found, a);
		for (int k = 0; k < found; k++) {
			list = arena_room(a, list, (size_t)*n, &cap, sizeof *list);
			list[(*n)++] = (struct inventory_tally){ row[i].path,
				tally_text(&f, &t[k], a), t[k].line };
		}
	}
	*out = list;
	return true;
}
