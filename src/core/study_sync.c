/* study_sync.c - what changed in the folder since the database last saw it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hone/md.h"
#include "study_edit.h"

/* Raised when files are read differently than before: all are then read again. */
enum { READER = 2 };

enum {
	ROUNDS = 3,           /* a file may have to be read again, rarely twice */
	MOST_PROBLEMS = 1000, /* listed of one file */
	MUCH = 8 << 20,       /* bytes to be read: more pages in memory then */
};

/* How files are read now, for the setting "reader". */
static struct str reader_now(const struct study *s, struct arena *a)
{
	return arena_printf(a, "%d %016" PRIx64, READER, study_globs_hash(&s->state->globs));
}

static struct sync_file *add_file(struct sync *y, size_t *cap)
{
	y->file = arena_room(&y->arena, y->file, y->nfile, cap, sizeof *y->file);
	return &y->file[y->nfile++];
}

static bool same_stat(const struct file_row *row, struct file_stat stat)
{
	return row->size == stat.size && row->mtime_ns == stat.mtime_ns;
}

/* Both lists are sorted by path: what only one has was added or removed. */
static void compare(struct sync *y, const struct file_entry *entry, size_t nentry,
	const struct file_row *row, size_t nrow)
{
	size_t cap = 0;
	for (size_t i = 0, j = 0; i < nentry || j < nrow;) {
		int order = i == nentry ? 1 : j == nrow ? -1 : str_cmp(entry[i].path, row[j].path);
		if (order > 0) {
			struct sync_file *f = add_file(y, &cap);
			*f = (struct sync_file){ .path = row[j].path, .row = row[j], .gone = true };
			j++;
			continue;
		}
		y->report->files++;
		if (order < 0 || y->force || !same_stat(&row[j], entry[i].stat)) {
			struct sync_file *f = add_file(y, &cap);
			*f = (struct sync_file){ .path = entry[i].path, .stat = entry[i].stat };
			if (order == 0)
				f->row = row[j];
			y->total += (size_t)entry[i].stat.size;
		}
		i++;
		j += order == 0;
	}
}

static size_t without_ignored(const struct study *s, struct file_entry *entry, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (!study_ignored(&s->state->globs, entry[i].path))
			entry[kept++] = entry[i];
	return kept;
}

/* Fill y->file with what is not as it is stored. */
static bool find_changes(struct sync *y, struct err *e)
{
	struct study *s = y->s;
	struct file_entry *entry;
	struct str reader;
	size_t nentry, unreadable;
	if (!files_list(s->dir, &entry, &nentry, &unreadable, &y->arena, e) ||
		!catalog_files(s->store, 0, &y->row, &y->nrow, &y->arena, e) ||
		!store_setting(s->store, "reader", (struct str){ 0 }, &reader, &y->arena, e))
		return false;
	nentry = without_ignored(s, entry, nentry);
	y->force = !str_eq(reader, reader_now(s, &y->arena));
	y->report->files = 0;
	y->report->unreadable = (int)unreadable;
	y->nfile = 0;
	y->file = NULL;
	y->total = 0;
	compare(y, entry, nentry, y->row, y->nrow);
	for (size_t i = 0; i < y->nfile; i++)
		y->losing = y->losing || y->file[i].row.roles & CONTENT_DECK;
	return true;
}

/* ---- one file */

struct problems {
	struct problem *problem;
	size_t n, cap;
};

PRINTF_LIKE(4, 5)
static void add_problem(struct sync *y, struct problems *p, int line, const char *fmt, ...)
{
	va_list args;
	char text[400];
	va_start(args, fmt);
	vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	p->problem = arena_room(&y->scratch, p->problem, p->n, &p->cap, sizeof *p->problem);
	p->problem[p->n++] = (struct problem){ line, arena_str(&y->scratch, str_of(text)) };
}

static void encoding_problems(struct sync *y, struct problems *p, const struct decoded *d)
{
	if (d->encoding == ENCODING_UTF16)
		add_problem(y, p, 0,
			"UTF-16 is not read; convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE");
	else if (d->encoding != ENCODING_UTF8)
		add_problem(y, p, 0,
			"saved in a wrong encoding (UTF-8 taken for %s); shown repaired, and not "
			"written to",
			encoding_name(d->encoding));
	if (d->bad_bytes && d->encoding != ENCODING_UTF16)
		add_problem(y, p, 0, "%zu bytes are not UTF-8; the file is not written to",
			d->bad_bytes);
}

/* What a deck holds that is no card. */
struct deck_problems {
	struct sync *y;
	struct problems *p;
	size_t n;
};

static void deck_problem(void *ctx, int line, struct str what)
{
	struct deck_problems *d = ctx;
	if (d->n++ < MOST_PROBLEMS)
		add_problem(d->y, d->p, line, "%.*s", STR_ARG(what));
}

static bool read_cards(
	struct sync *y, struct problems *p, struct sync_file *f, struct str text, struct err *e)
{
	struct deck_problems d = { y, p, 0 };
	if (!sync_cards(y, f, text, deck_problem, &d, e))
		return false;
	if (d.n > MOST_PROBLEMS)
		add_problem(y, p, 0, "%zu more places are not listed", d.n - MOST_PROBLEMS);
	return true;
}

/* Of Org files the cards are read; their text is no markdown. */
static unsigned possible_roles(struct str path)
{
	struct str end = str_slice(path, path.n < 4 ? 0 : path.n - 4, path.n);
	return str_caseeq(end, STR(".org")) ? (unsigned)CONTENT_DECK : ~0u;
}

/* The row of a file as its bytes say; f->row keeps the id. */
static void describe(struct sync *y, struct sync_file *f, struct file_stat stat, struct str bytes,
	const struct decoded *d)
{
	struct file_row *row = &f->row;
	int n = 0;
	row->path = f->path;
	row->size = stat.size;
	row->mtime_ns = stat.mtime_ns;
	row->hash = hash64(0, bytes.p, bytes.n);
	row->encoding = d->encoding;
	row->bad_bytes = (int64_t)d->bad_bytes;
	row->roles = 0;
	row->points = row->headings = row->words = 0;
	row->title = path_base(f->path);
	if (d->encoding == ENCODING_UTF16)
		return;
	f->survey = deck_survey(d->text, &y->scratch);
	row->roles = study_roles(&y->s->state->globs, f->path,
		content_roles(d->text, f->survey, &row->points) & possible_roles(f->path));
	struct md_heading *heading = md_outline(d->text, &n, &y->scratch);
	row->headings = n;
	row->words = md_words(d->text);
	if (n > 0 && heading[0].text.n)
		row->title = heading[0].text;
}

static bool load_keys(struct sync *y, struct sync_file *f, struct err *e)
{
	if (f->row.id == 0 || !(f->row.roles & CONTENT_DECK))
		return true;
	return catalog_card_keys(y->s->store, f->row.id, &f->key, &f->nkey, &y->arena, e);
}

static bool sync_topics(struct sync *y, struct sync_file *f, struct str text, struct err *e)
{
	struct topics t = { 0 };
	if (f->row.roles & CONTENT_TOPICS && !study_topics(y->s, text, f->path, &t, &y->scratch, e))
		return false;
	return study_seen_topics(y->s, &f->row, &t, y->report, e);
}

/* Everything that the catalog holds of the file, from its bytes. */
static bool read_file(
	struct sync *y, struct sync_file *f, struct file_stat stat, struct str bytes, struct err *e)
{
	struct problems p = { 0 };
	struct store *store = y->s->store;
	unsigned before = f->row.id ? f->row.roles : 0;
	if (!load_keys(y, f, e))
		return false;
	struct decoded d = encoding_decode(bytes, &y->scratch);
	describe(y, f, stat, bytes, &d);
	encoding_problems(y, &p, &d);
	y->report->changed++;
	if (!catalog_put_file(store, &f->row, e))
		return false;
	if ((before | f->row.roles) & CONTENT_TOPICS && !sync_topics(y, f, d.text, e))
		return false;
	if ((f->row.roles & CONTENT_DECK) && !read_cards(y, &p, f, d.text, e))
		return false;
	return catalog_put_problems(store, f->row.id, p.problem, p.n, e);
}

/*
 * A file that cannot be read keeps what is stored of it, and a time that no file has, so that each sync
 * tries again.
 */
static bool unreadable(struct sync *y, struct sync_file *f, const struct err *why, struct err *e)
{
	struct problems p = { 0 };
	bool told = f->row.id && f->row.mtime_ns == -1 && f->row.size == f->stat.size;
	if (told && !y->force)
		return true;
	f->row.path = f->path;
	if (f->row.id == 0)
		f->row.title = path_base(f->path);
	f->row.size = f->stat.size;
	f->row.mtime_ns = -1;
	f->row.hash = 0;
	/* The sentence begins with the absolute path; the row has the path already. */
	const char *reason = strstr(why->text, ": ");
	add_problem(y, &p, 0, "%s", reason ? reason + 2 : why->text);
	y->report->changed++;
	return catalog_put_file(y->s->store, &f->row, e) &&
	       catalog_put_problems(y->s->store, f->row.id, p.problem, p.n, e);
}

static bool sync_file(struct sync *y, struct sync_file *f, struct err *e)
{
	struct buf bytes = { 0 };
	struct file_stat stat;
	struct err why = { 0 };
	arena_clear(&y->scratch);
	if (!sync_progress(y, f, 0, e))
		return false;
	files_settle(f->stat);
	if (!files_read(study_path(y->s, f->path, &y->scratch), &bytes, &stat, &why))
		return unreadable(y, f, &why, e);
	struct str text = buf_str(&bytes);
	bool ok;
	if (f->row.id && !y->force && f->row.hash == hash64(0, text.p, text.n)) {
		f->row.size = stat.size;
		f->row.mtime_ns = stat.mtime_ns;
		ok = catalog_put_file(y->s->store, &f->row, e);
	} else {
		ok = read_file(y, f, stat, text, e);
	}
	buf_release(&bytes);
	y->done += (size_t)f->stat.size;
	return ok;
}

/* ---- all files */

static bool load_gone(struct sync *y, struct err *e)
{
	for (size_t i = 0; i < y->nfile; i++)
		if (y->file[i].gone && !load_keys(y, &y->file[i], e))
			return false;
	return true;
}

static bool drop_gone(struct sync *y, struct err *e)
{
	for (size_t i = 0; i < y->nfile; i++) {
		if (!y->file[i].gone)
			continue;
		y->report->removed++;
		if (!catalog_drop_file(y->s->store, y->file[i].row.id, e))
			return false;
	}
	return true;
}

static bool one_round(struct sync *y, struct err *e)
{
	y->again = false;
	y->ncame = 0;
	if (!load_gone(y, e))
		return false;
	if (y->blank && !catalog_begin_fill(y->s->store, e))
		return false;
	for (size_t i = 0; i < y->nfile; i++)
		if (!y->file[i].gone && !sync_file(y, &y->file[i], e))
			return false;
	if (y->blank && !catalog_end_fill(y->s->store, e))
		return false;
	return sync_settle(y, e) && drop_gone(y, e);
}

/* The file that reads most as a plan; of equals the shorter path. Empty when there is none. */
static bool best_plan(struct sync *y, struct str *path, struct err *e)
{
	struct file_row *row, *best = NULL;
	size_t n;
	if (!catalog_files(y->s->store, CONTENT_PLAN, &row, &n, &y->arena, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!best || row[i].points > best->points ||
			(row[i].points == best->points && row[i].path.n < best->path.n))
			best = &row[i];
	}
	*path = best ? best->path : (struct str){ 0 };
	return true;
}

/* A page with "Day 3" in its title is no plan when it has nothing to tick, unless hone.ini says so. */
static bool is_plan(const struct study *s, const struct plan *p, struct str path)
{
	return p->nitem > 0 || study_glob(s->state->globs.plan, path);
}

/* The plan as the files have it now, and its bytes. A plan that cannot be read now stays as it was. */
static bool sync_plan(struct sync *y, struct str *path, struct buf *file, struct err *e)
{
	struct study *s = y->s;
	struct str stored;
	struct err why = { 0 };
	if (!best_plan(y, path, e) ||
		!store_setting(s->store, "plan", (struct str){ 0 }, &stored, &y->arena, e))
		return false;
	arena_clear(&y->scratch);
	if (path->n && !files_read(study_path(s, *path, &y->scratch), file, NULL, &why)) {
		*path = arena_str(&y->arena, s->plan_path);
		buf_add(file, buf_str(&s->state->plan_file));
	} else if (path->n) {
		struct decoded d = encoding_decode(buf_str(file), &y->scratch);
		struct plan p = plan_parse(d.text, *path, &y->scratch);
		if (!is_plan(s, &p, *path)) {
			*path = (struct str){ 0 };
			buf_clear(file);
		} else if (!study_seen_plan(s, &p, &y->report->ticks, e)) {
			return false;
		}
	}
	return str_eq(*path, stored) || store_set(s->store, "plan", *path, e);
}

static bool all_rounds(struct sync *y, struct str *plan, struct buf *file, struct err *e)
{
	struct gone_card *gone;
	size_t ngone;
	if (!find_changes(y, e) || !catalog_gone(y->s->store, 1, &gone, &ngone, &y->arena, e) ||
		!store_is_blank(y->s->store, &y->blank, e))
		return false;
	y->losing = y->losing || ngone;
	/* A first import writes its pages one after the other, and needs none of them again. */
	y->wide = !y->blank && y->total > MUCH;
	if (y->wide)
		store_widen(y->s->store, true);
	for (int i = 0; i < ROUNDS; i++) {
		bool forced = y->force;
		if (!one_round(y, e))
			return false;
		if (forced && !store_set(y->s->store, "reader", reader_now(y->s, &y->arena), e))
			return false;
		if (!y->again)
			break;
		y->blank = false;
		y->losing = true;
		if (!find_changes(y, e))
			return false;
	}
	return sync_plan(y, plan, file, e);
}

static bool take_plan(struct study *s, struct str path, struct buf *file, struct err *e)
{
	bool same =
		str_eq(path, s->plan_path) && str_eq(buf_str(file), buf_str(&s->state->plan_file));
	return same || study_plan_take(s, path, file, e);
}

/* Inside one transaction; the plan in memory follows when all is stored. */
static bool store_changes(struct sync *y, struct err *e)
{
	struct study *s = y->s;
	struct str plan = { 0 };
	struct buf file = { 0 };
	bool blank, ok = store_is_blank(s->store, &blank, e);
	if (ok && blank && y->total > MUCH)
		store_direct(s->store, true);
	ok = ok && store_begin(s->store, e);
	if (ok) {
		ok = all_rounds(y, &plan, &file, e) && store_commit(s->store, e);
		if (ok)
			ok = take_plan(s, plan, &file, e);
		else
			store_rollback(s->store);
	}
	buf_release(&file);
	store_direct(s->store, false);
	if (y->wide)
		store_widen(s->store, false);
	return ok;
}

/* Where nothing is to be read another hone may have stored what this one did not see: the plan, above all. */
static bool refresh_plan(struct sync *y, struct err *e)
{
	struct study *s = y->s;
	struct str path;
	const struct file_row *row = NULL;
	struct buf file = { 0 };
	if (!store_setting(s->store, "plan", (struct str){ 0 }, &path, &y->arena, e))
		return false;
	for (size_t i = 0; i < y->nrow && !row; i++)
		row = str_eq(y->row[i].path, path) ? &y->row[i] : NULL;
	if (str_eq(path, s->plan_path) && (!row || row->hash == s->state->plan_hash) &&
		!study_seen_later(s))
		return true;
	/* One that cannot be read is a problem that the next sync tells of; the old plan stays. */
	if (path.n && !files_read(study_path(s, path, &y->arena), &file, NULL, NULL))
		return true;
	y->report->any = true;
	return study_plan_take(s, path, &file, e);
}

/* A database that is only read: say that the files have gone on. */
static void tell_unread(struct sync *y)
{
	struct study *s = y->s;
	s->why_readonly[s->state->why] = '\0';
	if (y->nfile)
		snprintf(s->why_readonly + s->state->why, sizeof s->why_readonly - s->state->why,
			"; %zu %s changed since the database was written, which is not shown",
			y->nfile, y->nfile == 1 ? "file" : "files");
}

bool sync_progress(struct sync *y, const struct sync_file *f, size_t at, struct err *e)
{
	return !y->progress || y->progress(y->ctx, f->path, y->done + at, y->total) ||
	       err_set(e, ERR_STALE, "reading %s was stopped; nothing was changed", y->s->name);
}

static bool run(struct sync *y, struct err *e)
{
	struct sync_report *r = y->report;
	if (!study_refresh(y->s, e) || (!y->s->readonly && !study_edit_recover(y->s, e)) ||
		!study_refold(y->s, &y->arena, e) || !find_changes(y, e))
		return false;
	if (y->s->state->frozen)
		tell_unread(y);
	else if (y->nfile || y->force) {
		if (!store_changes(y, e))
			return false;
		r->any = r->changed || r->removed || r->ticks || r->levels;
		return catalog_count_problems(y->s->store, &r->problems, e);
	}
	return refresh_plan(y, e) && catalog_count_problems(y->s->store, &r->problems, e);
}

bool study_sync(struct study *s,
	bool (*progress)(void *ctx, struct str path, size_t done, size_t total), void *ctx,
	struct sync_report *report, struct err *e)
{
	struct sync_report found = { 0 };
	struct sync y = { .s = s, .report = &found, .progress = progress, .ctx = ctx };
	bool ok = run(&y, e);
	if (ok)
		*report = found;
	arena_release(&y.arena);
	arena_release(&y.scratch);
	return ok;
}
