/* study_marks.c - one mark in a user's file and its event in the log: both or neither. */
#include <stdlib.h>
#include <string.h>

#include "study_priv.h"

/* A file of the study while a mark in it is changed. */
struct edit {
	struct study *s;
	struct arena arena;
	struct str rel;
	const char *path;    /* absolute */
	struct buf was, now; /* its bytes; now: after the change */
	struct str text;     /* of `was`, as parsers read it: without BOM */
	struct patch patch[3];
	size_t n;
	bool written;
	struct file_row row;
	bool known; /* the catalog holds the file exactly as it was */
};

static bool usable(const struct edit *ed, const struct decoded *d, struct err *e)
{
	if (d->encoding == ENCODING_UTF8 && d->bad_bytes == 0)
		return true;
	if (d->encoding == ENCODING_UTF8)
		return err_set(e, ERR_INVALID,
			"%.*s: holds bytes that are not UTF-8, so it is read but not written to; "
			"repair it "
			"first",
			STR_ARG(ed->rel));
	return err_set(e, ERR_INVALID,
		"%.*s: was saved in a wrong encoding (%s), so it is read but not written to; "
		"repair it "
		"first",
		STR_ARG(ed->rel), encoding_name(d->encoding));
}

/* Inside a transaction: another hone cannot be at the same file meanwhile. */
static bool edit_open(struct edit *ed, struct study *s, struct str rel, struct err *e)
{
	ed->s = s;
	ed->rel = arena_str(&ed->arena, rel);
	ed->path = study_path(s, rel, &ed->arena);
	bool found;
	if (!files_read(ed->path, &ed->was, NULL, e) ||
		!catalog_file(s->store, ed->rel, &ed->row, &found, &ed->arena, e))
		return false;
	struct decoded d = encoding_decode(buf_str(&ed->was), &ed->arena);
	if (!usable(ed, &d, e))
		return false;
	ed->text = d.text;
	ed->known = found && ed->row.hash == hash64(0, ed->was.p, ed->was.n);
	return true;
}

/* Patches are in offsets of the text; the file may have a BOM before it. */
static void edit_prepare(struct edit *ed, const struct patch *patch, size_t n)
{
	size_t bom = ed->was.n - ed->text.n;
	for (size_t i = 0; i < n; i++) {
		ed->patch[i] = patch[i];
		ed->patch[i].at += bom;
	}
	ed->n = n;
	patch_apply(&ed->now, buf_str(&ed->was), ed->patch, n);
}

/* The catalog knows the file as it is now, unless somebody else has written to it already. */
static bool edit_catalog(struct edit *ed, struct err *e)
{
	struct buf now = { 0 };
	struct file_stat stat;
	if (!ed->known)
		return true;
	bool ok = true;
	if (files_read(ed->path, &now, &stat, NULL) && str_eq(buf_str(&now), buf_str(&ed->now))) {
		ed->row.size = stat.size;
		ed->row.mtime_ns = stat.mtime_ns;
		ed->row.hash = hash64(0, now.p, now.n);
		ok = catalog_put_file(ed->s->store, &ed->row, e);
	}
	buf_release(&now);
	return ok;
}

static bool edit_write(struct edit *ed, struct err *e)
{
	if (ed->n == 0)
		return true;
	if (!files_patch(ed->path, buf_str(&ed->was), ed->patch, ed->n, NULL, NULL, e))
		return false;
	ed->written = true;
	return edit_catalog(ed, e);
}

/* The log could not be written: the file must not say what the log does not. */
static void edit_revert(struct edit *ed, struct err *e)
{
	struct patch back[3];
	size_t shift = 0; /* may wrap below 0 and back: unsigned arithmetic is exact */
	for (size_t i = 0; i < ed->n; i++) {
		const struct patch *p = &ed->patch[i];
		struct str old = str_slice(buf_str(&ed->was), p->at, p->at + p->length);
		back[i] = (struct patch){ p->at + shift, p->text.n, old };
		shift += p->text.n - p->length;
	}
	struct err why = { 0 };
	if (!files_patch(ed->path, buf_str(&ed->now), back, ed->n, NULL, NULL, &why))
		err_under(e, "the mark stays in %.*s, but could not be logged", STR_ARG(ed->rel));
}

static bool edit_commit(struct edit *ed, bool ok, struct err *e)
{
	if (ok && store_commit(ed->s->store, e))
		return true;
	store_rollback(ed->s->store);
	if (ed->written)
		edit_revert(ed, e);
	return false;
}

static void edit_release(struct edit *ed)
{
	buf_release(&ed->was);
	buf_release(&ed->now);
	arena_release(&ed->arena);
}

/* The item, if it is the only one with its id. */
static const struct plan_item *find_item(const struct plan *p, uint64_t id)
{
	const struct plan_item *found = NULL;
	for (int i = 0; i < p->nitem; i++) {
		if (p->item[i].id != id)
			continue;
		if (found)
			return NULL;
		found = &p->item[i];
	}
	return found;
}

static const struct topic *find_topic(const struct topics *t, int64_t id)
{
	const struct topic *found = NULL;
	for (int i = 0; i < t->ntopic; i++) {
		if ((int64_t)t->topic[i].id != id)
			continue;
		if (found)
			return NULL;
		found = &t->topic[i];
	}
	return found;
}

static bool item_gone(const struct edit *ed, struct event *ev, struct err *e)
{
	if (ev->kind == EVENT_VOID)
		return study_append(ed->s, ev, e);
	return err_set(e, ERR_STALE,
		"%.*s: changed meanwhile, and this task is no longer in it; nothing was written",
		STR_ARG(ed->rel));
}

static bool mark_item(
	struct edit *ed, uint64_t id, bool done, char letter, struct event *ev, struct err *e)
{
	struct study *s = ed->s;
	struct plan plan = s->plan;
	if (!str_eq(buf_str(&ed->was), buf_str(&s->state->plan_file)))
		plan = plan_parse(ed->text, ed->rel, &ed->arena);
	const struct plan_item *item = find_item(&plan, id);
	if (!item)
		return item_gone(ed, ev, e);
	if (!item->boxed)
		return err_set(e, ERR_INVALID, "%.*s, line %d: this task has no box to tick",
			STR_ARG(ed->rel), item->line);
	if (item->done == done && ev->kind == EVENT_TICK)
		return true;
	if (item->done != done) {
		struct str box = str_slice(ed->text, item->box, item->box + 1);
		if (ev->kind == EVENT_TICK)
			ev->text = str_trim(box);
		if (!letter)
			letter = s->state->tick;
		struct str mark = !done ? STR(" ") : letter == 'X' ? STR("X") : STR("x");
		edit_prepare(ed, &(struct patch){ item->box, 1, mark }, 1);
	}
	return study_append(s, ev, e) && study_seen_item(s, id, done, e) && edit_write(ed, e);
}

/* Topics of the file as it is after the change. */
static bool put_topics(struct edit *ed, struct err *e)
{
	size_t bom = ed->was.n - ed->text.n;
	struct str text = str_slice(buf_str(&ed->now), bom, ed->now.n);
	struct topics t = topics_parse(text, ed->rel, &ed->arena);
	return catalog_put_topics(ed->s->store, ed->row.id, &t, e);
}

static bool mark_topic(struct edit *ed, const struct topic_row *row, enum level level,
	struct event *ev, struct err *e)
{
	struct study *s = ed->s;
	struct topics t = topics_parse(ed->text, ed->rel, &ed->arena);
	int ignored = 0;
	if (!ed->known && !study_seen_topics(s, &ed->row, &t, &ignored, e))
		return false;
	const struct topic *topic = find_topic(&t, row->id);
	if (!topic && ev->kind == EVENT_VOID)
		return study_append(s, ev, e);
	if (!topic)
		return err_set(e, ERR_STALE,
			"%.*s: changed meanwhile, and this topic is no longer in it; nothing was "
			"written",
			STR_ARG(ed->rel));
	if (ev->kind == EVENT_LEVEL) {
		if (topic->level == level && row->level == level)
			return true;
		ev->text = str_of(level_name(topic->level));
	}
	struct patch patch[3];
	int n = topics_patch(topic, ed->text, level, patch);
	edit_prepare(ed, patch, (size_t)n);
	return study_append(s, ev, e) && put_topics(ed, e) && edit_write(ed, e);
}

bool study_mark_item(
	struct study *s, uint64_t item, bool done, char letter, struct event *ev, struct err *e)
{
	struct edit ed = { 0 };
	if (s->plan_path.n == 0 && ev->kind == EVENT_VOID)
		return study_log(s, ev, e);
	if (s->plan_path.n == 0)
		return err_set(e, ERR_MISSING, "%s: this study has no plan", s->name);
	if (!store_begin(s->store, e))
		return false;
	bool ok = edit_open(&ed, s, s->plan_path, e) && mark_item(&ed, item, done, letter, ev, e);
	ok = edit_commit(&ed, ok, e);
	if (ok)
		study_plan_take(s, ed.rel, ed.written ? &ed.now : &ed.was);
	edit_release(&ed);
	return ok;
}

bool study_mark_topic(
	struct study *s, int64_t topic, enum level level, struct event *ev, struct err *e)
{
	struct edit ed = { 0 };
	struct topic_row row;
	struct err why = { 0 };
	if (!catalog_topic(s->store, topic, &row, &ed.arena, &why)) {
		arena_release(&ed.arena);
		if (why.kind == ERR_MISSING && ev->kind == EVENT_VOID)
			return study_log(s, ev, e);
		return err_set(e, why.kind, "%s", why.text);
	}
	if (!store_begin(s->store, e)) {
		arena_release(&ed.arena);
		return false;
	}
	bool ok = edit_open(&ed, s, row.path, e) && mark_topic(&ed, &row, level, ev, e);
	ok = edit_commit(&ed, ok, e);
	edit_release(&ed);
	return ok;
}
