/* study_note.c - notes, states and summaries: lines that hone writes into the plan and takes out again. */
#include "study_edit.h"

/* Items, their marks and days are what they were: only then is a text nothing but words. */
static bool same_plan(const struct plan *a, const struct plan *b)
{
	if (a->nitem != b->nitem || a->nday != b->nday)
		return false;
	for (int i = 0; i < a->nitem; i++)
		if (a->item[i].id != b->item[i].id ||
			(a->item[i].boxed && a->item[i].done != b->item[i].done))
			return false;
	for (int i = 0; i < a->nday; i++)
		if (a->day[i].id != b->day[i].id)
			return false;
	return true;
}

static bool check_plan(struct edit *ed, const struct plan *was, struct err *e)
{
	size_t bom = ed->was.n - ed->text.n;
	struct plan now =
		plan_parse(str_slice(buf_str(&ed->now), bom, ed->now.n), ed->rel, &ed->arena);
	return same_plan(was, &now) ||
	       err_set(e, ERR_INVALID,
		       "%.*s: these words would be read as a task or a day there, so they were not "
		       "written; begin them differently",
		       STR_ARG(ed->rel));
}

static void patch_place(struct edit *ed, const struct put *at)
{
	study_edit_patch(ed, &(struct patch){ at->at, at->length, at->text }, 1);
}

bool study_edit_put(struct edit *ed, uint64_t subject, enum note note, struct str text,
	const struct put *at, struct err *e)
{
	struct str before = str_slice(ed->text, at->at, at->at + at->length);
	struct plan plan;
	if (str_eq(before, at->text))
		return true;
	if (!study_edit_plan(ed, &plan, e))
		return false;
	patch_place(ed, at);
	if (!check_plan(ed, &plan, e))
		return false;
	if (note == NOTE_LINE)
		text = arena_printf(&ed->arena, "%.*s\n%.*s", STR_ARG(before), STR_ARG(at->text));
	else if (note == NOTE_BLOCK)
		text = at->text;
	study_edit_event(ed, (struct event){ .kind = EVENT_NOTE,
				     .subject = (int64_t)subject,
				     .value = note,
				     .text = text });
	return true;
}

static bool change_write(struct edit *ed, void *ctx, struct err *e)
{
	const struct writing *w = ctx;
	struct plan plan;
	struct put at = { 0 };
	return study_edit_plan(ed, &plan, e) &&
	       w->compose(ed->s, ed->text, &plan, w->ctx, &at, &ed->arena, e) &&
	       study_edit_put(ed, w->subject, w->note, w->text, &at, e);
}

bool study_write(struct study *s, const struct writing *w, struct err *e)
{
	struct writing copy = *w;
	if (s->plan_path.n == 0)
		return err_set(e, ERR_MISSING, "%s: this study has no plan", s->name);
	return study_edit_logged(s, s->plan_path, change_write, &copy, e);
}

bool study_compose(const struct study *s, const struct writing *w, struct put *out,
	struct str *before, uint64_t *file, struct arena *a, struct err *e)
{
	struct buf bytes = { 0 };
	if (s->plan_path.n == 0)
		return err_set(e, ERR_MISSING, "%s: this study has no plan", s->name);
	if (!files_read(study_path(s, s->plan_path, a), &bytes, NULL, e))
		return false;
	struct decoded d = encoding_decode(arena_str(a, buf_str(&bytes)), a);
	*file = hash64(0, bytes.p, bytes.n);
	buf_release(&bytes);
	struct plan plan = plan_parse(d.text, s->plan_path, a);
	if (!w->compose(s, d.text, &plan, w->ctx, out, a, e))
		return false;
	*before = str_slice(d.text, out->at, out->at + out->length);
	return true;
}

struct voiding {
	const struct event *done, *ev;
	bool forward, stays;
};

/* The line of the day when it is `want`, else the only line that is. */
static bool find_line(
	struct str text, const struct plan *p, uint64_t id, struct str want, struct put *out)
{
	const struct plan_day *day = place_day(p, id);
	struct walk w = { .text = text };
	int found = 0;
	while (walk_next(&w)) {
		if (!str_eq(spot_str(text, w.now), want))
			continue;
		bool is_it = day && w.now.line == day->line;
		if (found == 0 || is_it)
			*out = (struct put){ w.now.at, want.n, w.now.line, { 0 } };
		if (is_it)
			return true;
		found++;
	}
	return found == 1;
}

static bool void_line(
	struct str text, const struct plan *p, const struct voiding *v, struct put *out)
{
	struct str both = v->done->text;
	ptrdiff_t nl = str_find(both, STR("\n"), 0);
	if (nl < 0)
		return false;
	struct str old = str_slice(both, 0, (size_t)nl);
	struct str new = str_slice(both, (size_t)nl + 1, both.n);
	if (!find_line(text, p, (uint64_t)v->done->subject, v->forward ? old : new, out))
		return false;
	out->text = v->forward ? new : old;
	return true;
}

/* At the start of a line, in the day if it is there, else anywhere. */
static bool find_block(struct str text, size_t from, struct str block, struct put *out)
{
	for (ptrdiff_t at; (at = str_find(text, block, from)) >= 0; from = (size_t)at + 1) {
		bool starts =
			at == 0 || text.p[at - 1] == '\n' || *block.p == '\n' || *block.p == '\r';
		if (!starts)
			continue;
		*out = (struct put){ (size_t)at, block.n, 0, { 0 } };
		return true;
	}
	return false;
}

static bool void_block(
	struct str text, const struct plan *p, const struct voiding *v, struct put *out)
{
	struct extent x;
	struct spot after;
	struct str block = v->done->text;
	int sample;
	const struct plan_day *day = place_day(p, (uint64_t)v->done->subject);
	bool there = day && place_extent(text, p, (int)(day - p->day), &x);
	if (block.n == 0)
		return false;
	if (!v->forward)
		return (there && find_block(text, x.head.at, block, out)) ||
		       find_block(text, 0, block, out);
	if (!there || !place_summary(text, p, (int)(day - p->day), &after, &sample))
		return false;
	*out = (struct put){ after.next, 0, after.line + 1, block };
	return true;
}

static bool void_place(
	struct edit *ed, const struct plan *p, const struct voiding *v, struct put *out)
{
	const struct event *done = v->done;
	if (done->value == NOTE_LINE)
		return void_line(ed->text, p, v, out);
	if (done->value == NOTE_BLOCK)
		return void_block(ed->text, p, v, out);
	if (!v->forward)
		return place_find_note(
			ed->text, p, (uint64_t)done->subject, done->text, out, &ed->arena);
	return place_note(ed->text, p, (uint64_t)done->subject, done->text, out, &ed->arena, NULL);
}

static bool change_void(struct edit *ed, void *ctx, struct err *e)
{
	struct voiding *v = ctx;
	struct plan plan;
	struct put at = { 0 };
	if (!study_edit_plan(ed, &plan, e))
		return false;
	v->stays = !void_place(ed, &plan, v, &at);
	if (!v->stays)
		patch_place(ed, &at);
	if (ed->n && !check_plan(ed, &plan, e))
		return false;
	study_edit_event(ed, *v->ev);
	return true;
}

/* ---- a card at the end of a deck */

static bool note_card(const struct event *done, struct str *path, struct str *block)
{
	ptrdiff_t nl = str_find(done->text, STR("\n"), 0);
	*path = str_slice(done->text, 0, nl < 0 ? 0 : (size_t)nl);
	*block = str_slice(done->text, (size_t)(nl + 1), done->text.n);
	return nl > 0 && block->n > 0;
}

static bool change_void_card(struct edit *ed, void *ctx, struct err *e)
{
	struct voiding *v = ctx;
	struct put at = { .at = ed->text.n };
	struct str path, block;
	(void)e;
	bool known = note_card(v->done, &path, &block);
	v->stays = !known || (!v->forward && !find_block(ed->text, 0, block, &at));
	if (v->forward)
		at.text = block;
	if (!v->stays)
		patch_place(ed, &at);
	study_edit_event(ed, *v->ev);
	return true;
}

static bool void_note(struct study *s, struct voiding *v, struct err *e)
{
	struct str path, block;
	bool card = v->done->value == NOTE_CARD;
	if (card && note_card(v->done, &path, &block))
		return study_edit_logged(s, path, change_void_card, v, e);
	if (card || s->plan_path.n == 0)
		return err_set(e, ERR_MISSING, "%s: there is no such file", s->name);
	return study_edit_logged(s, s->plan_path, change_void, v, e);
}

bool study_void_note(struct study *s, const struct event *done, const struct event *ev, size_t n,
	bool forward, bool *stays, struct err *e)
{
	struct voiding v = { .done = done, .ev = ev, .forward = forward, .stays = true };
	struct err why = { 0 };
	struct event lone = *ev;
	if (done->value == NOTE_FILE || done->value == NOTE_SWAP)
		return study_void_lines(s, done, ev, n, forward, stays, e);
	bool ok = void_note(s, &v, &why), gone = !ok && why.kind == ERR_MISSING;
	if (gone)
		ok = study_log(s, &lone, e);
	else if (!ok)
		err_set(e, why.kind, "%s", why.text);
	*stays = v.stays || gone;
	return ok;
}
