/* study_edit.c - a change of a user's file and its events: both or neither. */
#include "study_edit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void at_point(const struct study *s, enum edit_point point)
{
	if (s->state->hook)
		s->state->hook(s->state->hook_ctx, point);
}

static void before_rename(void *ctx)
{
	at_point(ctx, EDIT_BEFORE_RENAME);
}

static bool usable(const struct edit *ed, const struct decoded *d, struct err *e)
{
	if (d->encoding == ENCODING_UTF8 && d->bad_bytes == 0)
		return true;
	if (d->encoding == ENCODING_UTF8)
		return err_set(e, ERR_INVALID,
			"%.*s: holds bytes that are not UTF-8, so it is read but not written to; "
			"correct them in your editor first",
			STR_ARG(ed->rel));
	return err_set(e, ERR_INVALID,
		"%.*s: was saved in a wrong encoding (%s), so it is read but not written to; "
		"`hone repair` puts it in order",
		STR_ARG(ed->rel), encoding_name(d->encoding));
}

static bool edit_open(struct edit *ed, struct study *s, struct str rel, struct err *e)
{
	bool found;
	ed->s = s;
	ed->rel = arena_str(&ed->arena, rel);
	ed->path = study_path(s, rel, &ed->arena);
	at_point(s, EDIT_BEFORE_READ);
	if (!files_read(ed->path, &ed->was, NULL, e) ||
		!catalog_file(s->store, ed->rel, &ed->row, &found, &ed->arena, e))
		return false;
	at_point(s, EDIT_AFTER_READ);
	struct decoded d = encoding_decode(buf_str(&ed->was), &ed->arena);
	if (!usable(ed, &d, e))
		return false;
	ed->text = d.text;
	ed->known = found && ed->row.hash == hash64(0, ed->was.p, ed->was.n);
	return true;
}

static void edit_release(struct edit *ed)
{
	buf_release(&ed->was);
	buf_release(&ed->now);
	arena_release(&ed->arena);
}

static int patch_cmp(const void *a, const void *b)
{
	const struct patch *x = a, *y = b;
	return (x->at > y->at) - (x->at < y->at);
}

/* The file may have a BOM before the text. */
void study_edit_patch(struct edit *ed, const struct patch *patch, size_t n)
{
	size_t bom = ed->was.n - ed->text.n;
	ed->patch = arena_alloc(&ed->arena, n, sizeof *patch);
	ed->n = n;
	for (size_t i = 0; i < n; i++) {
		ed->patch[i] = patch[i];
		ed->patch[i].at += bom;
	}
	if (n > 1)
		qsort(ed->patch, n, sizeof *patch, patch_cmp);
	buf_clear(&ed->now);
	patch_apply(&ed->now, buf_str(&ed->was), ed->patch, n);
}

void study_edit_event(struct edit *ed, struct event ev)
{
	ed->ev = arena_room(&ed->arena, ed->ev, ed->nev, &ed->cap_ev, sizeof *ed->ev);
	ed->ev[ed->nev++] = ev;
}

bool study_edit_plan(struct edit *ed, struct plan *out, struct err *e)
{
	struct study *s = ed->s;
	bool same = str_eq(ed->rel, s->plan_path) &&
		    str_eq(buf_str(&ed->was), buf_str(&s->state->plan_file));
	*out = same ? s->plan : plan_parse(ed->text, ed->rel, &ed->arena);
	if (same)
		return true;
	plan_years(out, s->today);
	return study_seen_marks(s, out, e);
}

/*
 * The catalog knows the file as it is now, unless somebody else has written to it already. Not so after
 * changes of more than a mark: what it holds of the file, numbers of lines above all, is read anew.
 */
static bool edit_catalog(struct edit *ed, struct err *e)
{
	struct buf now = { 0 };
	struct file_stat stat;
	if (!ed->known || ed->nev)
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

bool study_edit_write(struct edit *ed, struct err *e)
{
	struct err why = { 0 };
	if (ed->n == 0)
		return true;
	if (!files_patch(
		    ed->path, buf_str(&ed->was), ed->patch, ed->n, before_rename, ed->s, &why)) {
		ed->raced = why.kind == ERR_STALE;
		return err_set(e, why.kind, "%s", why.text);
	}
	ed->written = true;
	at_point(ed->s, EDIT_AFTER_RENAME);
	return edit_catalog(ed, e);
}

/* The log could not be written: the file must not say what the log does not. */
static void edit_revert(struct edit *ed, struct err *e)
{
	struct patch *back = arena_alloc(&ed->arena, ed->n, sizeof *back);
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

/* All is on disk: where the log cannot be read now, the next sync finds that out and says it. */
static void edit_taken(struct edit *ed)
{
	struct err later = { 0 };
	struct buf *now = ed->written ? &ed->now : &ed->was;
	if (str_eq(ed->rel, ed->s->plan_path) && !study_plan_take(ed->s, ed->rel, now, &later))
		ed->s->state->plan_hash = 0; /* so that it is read again */
}

/* Call `once` until it is not another program that was in the way. */
static bool edit_tries(struct study *s, struct str rel,
	bool (*once)(struct edit *ed, struct str rel,
		bool (*change)(struct edit *, void *, struct err *), void *ctx, struct err *e),
	bool (*change)(struct edit *, void *, struct err *), void *ctx, struct err *e)
{
	for (int i = 1;; i++) {
		struct edit ed = { .s = s };
		struct err why = { 0 };
		bool ok = once(&ed, rel, change, ctx, &why), again = ed.raced && i < EDIT_TRIES;
		if (ok)
			edit_taken(&ed);
		edit_release(&ed);
		if (ok)
			return true;
		if (!again)
			return err_set(e, why.kind, "%s", why.text);
	}
}

/* Inside a transaction: another hone cannot be at the same file meanwhile. */
static bool edit_once(struct edit *ed, struct str rel,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	if (!store_begin(ed->s->store, e))
		return false;
	bool ok = edit_open(ed, ed->s, rel, e) && change(ed, ctx, e);
	return edit_commit(ed, ok, e);
}

bool study_edit(struct study *s, struct str rel,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	return edit_tries(s, rel, edit_once, change, ctx, e);
}

/* ---- several files */

/* Its bytes can be those after the change although writing it failed: they were not surely durable. */
static bool is_there(const struct edit *ed)
{
	struct buf now = { 0 };
	bool is = ed->n && files_read(ed->path, &now, NULL, NULL) &&
		  str_eq(buf_str(&now), buf_str(&ed->now));
	buf_release(&now);
	return is;
}

static bool all_once(struct edit *ed, const struct str *rel, size_t n,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	struct study *s = ed->s;
	bool ok = store_begin(s->store, e), begun = ok;
	for (size_t i = 0; ok && i < n; i++)
		ok = edit_open(&ed[i], s, rel[i], e) && change(&ed[i], ctx, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = study_edit_write(&ed[i], e);
	if (ok && store_commit(s->store, e))
		return true;
	if (begun)
		store_rollback(s->store);
	for (size_t i = 0; i < n; i++)
		if (ed[i].written || (n > 1 && is_there(&ed[i])))
			edit_revert(&ed[i], e);
	return false;
}

static bool all_try(struct study *s, const struct str *rel, size_t n, bool *raced,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	struct arena a = { 0 };
	struct edit *ed = arena_alloc(&a, n, sizeof *ed);
	for (size_t i = 0; i < n; i++)
		ed[i] = (struct edit){ .s = s };
	bool ok = all_once(ed, rel, n, change, ctx, e);
	*raced = false;
	for (size_t i = 0; i < n; i++) {
		if (ok)
			edit_taken(&ed[i]);
		*raced = *raced || ed[i].raced;
		edit_release(&ed[i]);
	}
	arena_release(&a);
	return ok;
}

bool study_edit_all(struct study *s, const struct str *rel, size_t n,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	for (int i = 1; n; i++) {
		struct err why = { 0 };
		bool raced;
		if (all_try(s, rel, n, &raced, change, ctx, &why))
			return true;
		if (!raced || i == EDIT_TRIES)
			return err_set(e, why.kind, "%s", why.text);
	}
	return true;
}

/* ---- what is about to be done, in the setting "intent": fields, each with its length before it */

static void put_str(struct buf *out, struct str s)
{
	buf_addf(out, "%zu:", s.n);
	buf_add(out, s);
}

static void put_int(struct buf *out, int64_t n)
{
	buf_addf(out, "%" PRId64 ":", n);
}

static bool cut_int(struct str *s, int64_t *n)
{
	ptrdiff_t colon = str_find(*s, STR(":"), 0);
	char digits[24] = { 0 }, *end;
	if (colon < 1 || colon >= (ptrdiff_t)sizeof digits)
		return false;
	memcpy(digits, s->p, (size_t)colon);
	*n = strtoll(digits, &end, 10);
	*s = str_slice(*s, (size_t)colon + 1, s->n);
	return *end == '\0';
}

static bool cut_str(struct str *s, struct str *out)
{
	int64_t n;
	if (!cut_int(s, &n) || n < 0 || (uint64_t)n > s->n)
		return false;
	*out = str_slice(*s, 0, (size_t)n);
	*s = str_slice(*s, (size_t)n, s->n);
	return true;
}

static int64_t occurrences(struct str text, struct str what)
{
	int64_t n = 0;
	ptrdiff_t at = -1;
	while (what.n && (at = str_find(text, what, (size_t)(at + 1))) >= 0)
		n++;
	return n;
}

static void intent_event(struct buf *out, const struct event *ev, int today)
{
	put_int(out, ev->kind);
	put_int(out, today);
	put_int(out, ev->subject);
	put_int(out, ev->value);
	put_int(out, ev->took_ms);
	for (size_t i = 0; i < sizeof ev->ref.b; i++)
		put_int(out, ev->ref.b[i]);
	put_str(out, ev->text);
}

static void intent_format(struct buf *out, const struct edit *ed)
{
	struct str was = buf_str(&ed->was);
	const struct patch *p = ed->patch;
	struct str old = str_slice(was, p->at, p->at + p->length);
	put_str(out, ed->rel);
	put_str(out, old);
	put_str(out, p->text);
	put_int(out, occurrences(was, old));
	put_int(out, occurrences(was, p->text));
	put_int(out, (int64_t)ed->nev);
	for (size_t i = 0; i < ed->nev; i++)
		intent_event(out, &ed->ev[i], ed->s->today);
}

static bool cut_event(struct str *s, struct event *ev)
{
	int64_t kind, day, byte;
	if (!cut_int(s, &kind) || !cut_int(s, &day) || !cut_int(s, &ev->subject) ||
		!cut_int(s, &ev->value) || !cut_int(s, &ev->took_ms))
		return false;
	ev->kind = (enum event_kind)kind;
	ev->day = (int)day;
	for (size_t i = 0; i < sizeof ev->ref.b; i++) {
		if (!cut_int(s, &byte))
			return false;
		ev->ref.b[i] = (uint8_t)byte;
	}
	return cut_str(s, &ev->text);
}

/* What an intent names that stands in the file now. */
struct intent {
	struct str rel, old, new;
	int64_t nold, nnew, nev;
};

static bool intent_parse(struct str *s, struct intent *in)
{
	return cut_str(s, &in->rel) && cut_str(s, &in->old) && cut_str(s, &in->new) &&
	       cut_int(s, &in->nold) && cut_int(s, &in->nnew) && cut_int(s, &in->nev);
}

/* Was it written? The rest of the file may have changed since. */
static bool intent_done(const struct intent *in, struct str file)
{
	return occurrences(file, in->new) > in->nnew || occurrences(file, in->old) < in->nold;
}

static bool log_intent(struct study *s, const struct intent *in, struct str rest, struct err *e)
{
	struct event_id first = { 0 };
	for (int64_t i = 0; i < in->nev; i++) {
		struct event ev = { 0 };
		if (!cut_event(&rest, &ev))
			return err_set(e, ERR_DAMAGED,
				"%s: the database does not say what was being written; run hone "
				"verify",
				s->name);
		if (i > 0 && event_id_none(ev.ref))
			ev.ref = first;
		if (!store_append(s->store, &s->settings.sm2, s->now.ms, &ev, e))
			return false;
		first = i == 0 ? ev.id : first;
	}
	return true;
}

/* Inside a transaction. A file that cannot be read now is asked again later. */
static bool settle_intent(struct study *s, struct arena *a, struct err *e)
{
	struct str text;
	struct intent in;
	struct buf file = { 0 };
	if (!store_setting(s->store, "intent", (struct str){ 0 }, &text, a, e))
		return false;
	if (text.n == 0)
		return true;
	struct str rest = text;
	bool ok = true, known = intent_parse(&rest, &in);
	if (known) {
		struct err why = { 0 };
		bool read = files_read(study_path(s, in.rel, a), &file, NULL, &why);
		if (!read && why.kind != ERR_MISSING)
			return true;
		ok = !read || !intent_done(&in, buf_str(&file)) || log_intent(s, &in, rest, e);
	}
	buf_release(&file);
	return ok && store_set(s->store, "intent", (struct str){ 0 }, e);
}

bool study_edit_recover(struct study *s, struct err *e)
{
	struct arena a = { 0 };
	struct str text;
	bool ok = store_setting(s->store, "intent", (struct str){ 0 }, &text, &a, e);
	if (ok && text.n) {
		ok = store_begin(s->store, e);
		if (ok && !(settle_intent(s, &a, e) && store_commit(s->store, e))) {
			store_rollback(s->store);
			ok = false;
		}
	}
	arena_release(&a);
	return ok && study_rate_recover(s, e);
}

static bool put_setting(struct study *s, const char *name, struct str value, struct err *e)
{
	if (!store_begin(s->store, e))
		return false;
	if (store_set(s->store, name, value, e) && store_commit(s->store, e))
		return true;
	store_rollback(s->store);
	return false;
}

/* Another hone that came between the two transactions has settled our intent: begin again. */
static bool intent_is(struct edit *ed, struct str want, struct err *e)
{
	struct str text;
	if (!store_setting(ed->s->store, "intent", (struct str){ 0 }, &text, &ed->arena, e))
		return false;
	ed->raced = !str_eq(text, want);
	return !ed->raced || err_set(e, ERR_STALE,
				     "%.*s: another hone was writing at the same moment; nothing "
				     "was written",
				     STR_ARG(ed->rel));
}

/* Log first, then the file, then commit: no failure of the log comes after the file was touched but the last. */
static bool write_logged(struct edit *ed, struct str intent, struct err *e)
{
	struct study *s = ed->s;
	if (!store_begin(s->store, e))
		return false;
	bool ok = !intent.n ||
		  (intent_is(ed, intent, e) && store_set(s->store, "intent", (struct str){ 0 }, e));
	for (size_t i = 0; ok && i < ed->nev; i++) {
		if (i > 0 && event_id_none(ed->ev[i].ref))
			ed->ev[i].ref = ed->ev[0].id;
		ok = study_append(s, &ed->ev[i], e);
	}
	ok = ok && study_edit_write(ed, e);
	return edit_commit(ed, ok, e);
}

static bool edit_once_logged(struct edit *ed, struct str rel,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	struct buf intent = { 0 };
	bool ok =
		study_edit_recover(ed->s, e) && edit_open(ed, ed->s, rel, e) && change(ed, ctx, e);
	if (ok && ed->n) {
		intent_format(&intent, ed);
		ok = put_setting(ed->s, "intent", buf_str(&intent), e);
	}
	ok = ok && (ed->n + ed->nev == 0 || write_logged(ed, buf_str(&intent), e));
	/* Of an unchanged file the intent says that nothing was done; if this fails the next look does it. */
	if (!ok && intent.n && !study_edit_recover(ed->s, NULL))
		ok = false;
	buf_release(&intent);
	return ok;
}

bool study_edit_logged(struct study *s, struct str rel,
	bool (*change)(struct edit *ed, void *ctx, struct err *e), void *ctx, struct err *e)
{
	return edit_tries(s, rel, edit_once_logged, change, ctx, e);
}
