/* planner_repair.c - a file whose encoding was broken by some program, written anew as it was meant. */
#include <stdio.h>
#include <string.h>

#include "hone/text.h"
#include "planner_priv.h"

static bool refuse(struct str path, const struct decoded *d, struct err *e)
{
	if (d->encoding == ENCODING_UTF16)
		return err_set(e, ERR_INVALID, "%.*s: is UTF-16; save it as UTF-8 in your editor",
			STR_ARG(path));
	if (d->bad_bytes)
		return err_set(e, ERR_INVALID,
			"%.*s: holds %zu bytes that are no UTF-8 and do not say what they were "
			"meant to be; correct them in your editor",
			STR_ARG(path), d->bad_bytes);
	return err_set(
		e, ERR_INVALID, "%.*s: is in order; there is nothing to repair", STR_ARG(path));
}

/* Characters beyond ASCII: where all was misread, all of them are new. */
static size_t beyond_ascii(struct str s)
{
	size_t n = 0;
	while (s.n)
		n += text_decode(&s) >= 0x80;
	return n;
}

/* The bytes as they were meant, with the byte order mark that the file has. */
static bool repaired(struct str path, struct str was, struct planner_repair *made, struct buf *out,
	struct arena *a, struct err *e)
{
	struct decoded d = encoding_decode(was, a);
	if (d.encoding == ENCODING_UTF16 || d.bad_bytes)
		return refuse(path, &d, e);
	made->encoding = d.encoding;
	if (d.encoding == ENCODING_UTF8) {
		made->characters = encoding_mend(was, &made->encoding, out);
		return made->characters > 0 || refuse(path, &d, e);
	}
	if (d.bom)
		buf_add(out, STR("\xEF\xBB\xBF"));
	buf_add(out, d.text);
	made->characters = beyond_ascii(d.text);
	return true;
}

static struct str without_bom(struct str s)
{
	return str_starts(s, STR("\xEF\xBB\xBF")) ? str_slice(s, 3, s.n) : s;
}

/* Line by line: both have the same number of them. */
static void compare(struct str was, struct str now, struct planner_repair *out, struct arena *a)
{
	struct str before, after;
	for (int line = 1; str_line(&was, &before) && str_line(&now, &after); line++) {
		if (str_eq(before, after))
			continue;
		if (out->nsample < REPAIR_SAMPLES)
			out->sample[out->nsample++] = (struct repair_sample){ line,
				arena_str(a, before), arena_str(a, after) };
	}
}

/* ".hone/backup/NAME-2025-11-12-090000", with a number where that is taken. */
static bool free_name(
	const struct study *s, struct str path, struct str *out, struct arena *a, struct err *e)
{
	struct civil c = s->now.local;
	struct str name = path;
	for (ptrdiff_t slash; (slash = str_find(name, STR("/"), 0)) >= 0;)
		name = str_slice(name, (size_t)slash + 1, name.n);
	const char *folder = path_join(a, str_of(s->dir), STR(".hone/backup"));
	if (!files_mkdirs(folder, e))
		return false;
	for (int i = 1; i < 1000; i++) {
		struct str base = arena_printf(a, "%s/%.*s-%04d-%02d-%02d-%02d%02d%02d", folder,
			STR_ARG(name), c.year, c.month, c.day, c.hour, c.minute, c.second);
		*out = i == 1 ? base : arena_printf(a, "%.*s-%d", STR_ARG(base), i);
		struct buf there = { 0 };
		struct err why = { 0 };
		bool taken = files_read(out->p, &there, NULL, &why) || why.kind != ERR_MISSING;
		buf_release(&there);
		if (!taken)
			return true;
	}
	return err_set(
		e, ERR_IO, "%s: has no room for another backup of %.*s", folder, STR_ARG(path));
}

/* The old bytes are on disk before the file is touched. */
static bool backup(const struct study *s, struct str path, struct str was,
	struct planner_repair *out, struct arena *a, struct err *e)
{
	struct str to;
	if (!free_name(s, path, &to, a, e) || !files_write(to.p, was, e))
		return false;
	out->backup = to.p;
	return true;
}

static bool preview(const struct study *s, struct str path, struct buf *was, struct buf *now,
	struct planner_repair *out, struct arena *a, struct err *e)
{
	struct decoded d;
	*out = (struct planner_repair){ .path = arena_str(a, path) };
	/* study_text() knows which paths are of the study. */
	if (!study_text(s, path, &d, a, e) || !files_read(study_path(s, path, a), was, NULL, e) ||
		!repaired(path, buf_str(was), out, now, a, e))
		return false;
	compare(without_bom(buf_str(was)), without_bom(buf_str(now)), out, a);
	return true;
}

bool planner_repair_preview(const struct study *s, struct str path, struct planner_repair *out,
	struct arena *a, struct err *e)
{
	struct buf was = { 0 }, now = { 0 };
	struct planner_repair made;
	bool ok = preview(s, path, &was, &now, &made, a, e);
	if (ok)
		*out = made;
	buf_release(&was);
	buf_release(&now);
	return ok;
}

static bool replace(struct study *s, struct str path, struct buf *was, struct buf *now,
	struct arena *a, struct err *e)
{
	struct patch all = { 0, was->n, buf_str(now) };
	if (!files_patch(study_path(s, path, a), buf_str(was), &all, 1, NULL, NULL, e))
		return false;
	return !str_eq(path, s->plan_path) || study_plan_take(s, path, now, e);
}

static bool repair_once(struct study *s, struct str path, struct planner_repair *out,
	struct arena *a, struct err *e)
{
	struct buf was = { 0 }, now = { 0 };
	struct planner_repair made;
	bool ok = preview(s, path, &was, &now, &made, a, e) &&
		  backup(s, path, buf_str(&was), &made, a, e) && replace(s, path, &was, &now, a, e);
	if (ok)
		*out = made;
	buf_release(&was);
	buf_release(&now);
	return ok;
}

bool planner_repair(struct study *s, struct str path, struct planner_repair *out, struct arena *a,
	struct err *e)
{
	if (!study_writable(s, e) || !study_refresh(s, e))
		return false;
	/* Changed between reading and replacing: what it holds now is repaired. */
	for (int i = 1;; i++) {
		struct err why = { 0 };
		if (repair_once(s, path, out, a, &why))
			return true;
		if (why.kind != ERR_STALE || i == EDIT_TRIES)
			return err_set(e, why.kind, "%s", why.text);
	}
}
