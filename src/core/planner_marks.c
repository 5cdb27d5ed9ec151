/* planner_marks.c - ticks of whole trees, notes, and edits that were shown before. */
#include "hone/planner.h"

#include "hone/text.h"
#include "planner_priv.h"

bool planner_tick_tree(struct study *s, uint64_t item, bool done, struct err *e)
{
	return study_writable(s, e) && study_refresh(s, e) && study_mark_tree(s, item, done, e);
}

bool planner_show(const struct study *s, const struct writing *w, struct planner_edit *out,
	struct arena *a, struct err *e)
{
	struct put at = { 0 };
	struct planner_edit edit = { .note = w->note, .text = w->text };
	if (!study_compose(s, w, &at, &edit.before, &edit.file, a, e))
		return false;
	edit.path = arena_str(a, s->plan_path);
	edit.line = at.line;
	edit.after = at.text;
	edit.at = at.at;
	edit.length = at.length;
	*out = edit;
	return true;
}

bool planner_write(struct study *s, const struct writing *w, struct err *e)
{
	return study_writable(s, e) && study_refresh(s, e) && study_write(s, w, e);
}

/* One line of words: what could end it or act becomes a space. */
static bool note_words(struct str text, struct str *out, struct arena *a, struct err *e)
{
	struct str copy = arena_str(a, text);
	char *p = arena_alloc(a, copy.n + 1, 1);
	for (size_t i = 0; i < copy.n; i++)
		p[i] = (unsigned char)copy.p[i] < ' ' || copy.p[i] == 0x7f ? ' ' : copy.p[i];
	*out = str_trim((struct str){ p, copy.n });
	if (out->n == 0)
		return err_set(e, ERR_INVALID, "a note needs some words");
	return text_bad_bytes(*out) == 0 || err_set(e, ERR_INVALID, "a note must be UTF-8");
}

struct note_of {
	uint64_t id;
	struct str text;
};

static bool compose_note(const struct study *s, struct str text, const struct plan *p,
	const void *ctx, struct put *out, struct arena *a, struct err *e)
{
	(void)s;
	const struct note_of *n = ctx;
	return place_note(text, p, n->id, n->text, out, a, e);
}

static struct writing note_writing(const struct note_of *n)
{
	return (struct writing){ n->id, NOTE_TEXT, n->text, compose_note, n };
}

bool planner_note_edit(const struct study *s, uint64_t id, struct str text,
	struct planner_edit *out, struct arena *a, struct err *e)
{
	struct note_of n = { .id = id };
	if (!note_words(text, &n.text, a, e))
		return false;
	struct writing w = note_writing(&n);
	return planner_show(s, &w, out, a, e);
}

bool planner_note(struct study *s, uint64_t id, struct str text, struct err *e)
{
	struct arena a = { 0 };
	struct note_of n = { .id = id };
	bool ok = note_words(text, &n.text, &a, e);
	struct writing w = note_writing(&n);
	ok = ok && planner_write(s, &w, e);
	arena_release(&a);
	return ok;
}

struct applying {
	uint64_t subject;
	const struct planner_edit *edit;
};

static bool change_apply(struct edit *ed, void *ctx, struct err *e)
{
	const struct applying *ap = ctx;
	const struct planner_edit *edit = ap->edit;
	if (hash64(0, ed->was.p, ed->was.n) != edit->file)
		return err_set(e, ERR_STALE,
			"%.*s: changed since this was shown; nothing was written, look at it again",
			STR_ARG(edit->path));
	struct put at = { edit->at, edit->length, edit->line, edit->after };
	if (edit->note != NOTE_FILE && edit->note != NOTE_SWAP)
		return study_edit_put(ed, ap->subject, edit->note, edit->text, &at, e);
	if (!study_lines_put(ed, &at, edit->tasks, e))
		return false;
	ed->ev[ed->nev - 1].ref = edit->ref;
	if (edit->is && edit->is != edit->was)
		study_edit_event(
			ed, (struct event){
				    .kind = EVENT_ALIAS, .subject = edit->is, .value = edit->was });
	return true;
}

bool planner_apply(
	struct study *s, uint64_t subject, const struct planner_edit *edit, struct err *e)
{
	struct applying ap = { subject, edit };
	return study_writable(s, e) && study_refresh(s, e) &&
	       study_edit_logged(s, edit->path, change_apply, &ap, e);
}
