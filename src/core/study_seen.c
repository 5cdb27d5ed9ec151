/* study_seen.c - marks that an editor changed: found against what was known, and logged. */
#include <stdlib.h>
#include <string.h>

#include "study_priv.h"

enum { DIGITS = 16, RECORD = DIGITS + 1 }; /* of the setting "ticks" */

struct seen {
	uint64_t id;
	bool done;
};

static int seen_cmp(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

static bool record_parse(struct str record, struct seen *out)
{
	char digits[RECORD] = { 0 }, *end;
	memcpy(digits, record.p, DIGITS);
	out->id = strtoull(digits, &end, 16);
	out->done = record.p[DIGITS] == 'x';
	return *end == '\0';
}

/* Sorted by id. A record that is none is passed over: its box counts as new. */
static struct seen *seen_parse(struct str text, size_t *n, struct arena *a)
{
	struct seen *seen = arena_alloc(a, text.n / RECORD, sizeof *seen);
	*n = 0;
	for (size_t i = 0; i + RECORD <= text.n; i += RECORD)
		*n += record_parse(str_slice(text, i, i + RECORD), &seen[*n]);
	if (*n)
		qsort(seen, *n, sizeof *seen, seen_cmp);
	return seen;
}

static void seen_add(struct buf *out, uint64_t id, bool done)
{
	char digits[RECORD];
	buf_add(out, str_of(study_id(id, digits)));
	buf_addc(out, done ? 'x' : ' ');
}

/* A tick that the file does not say counts wherever one of the file would. */
static void count_done(struct plan *p, struct plan_item *item)
{
	item->done = true;
	item->status = PLAN_DONE;
	p->ndone++;
	if (item->week >= 0)
		p->week[item->week].ndone++;
	if (item->section >= 0)
		p->section[item->section].ndone++;
	if (item->block >= 0) {
		struct plan_block *b = &p->block[item->block];
		b->status = ++b->ndone == b->nitem   ? PLAN_DONE
			    : b->status == PLAN_OPEN ? PLAN_IN_PROGRESS
						     : b->status;
	}
	if (item->day >= 0) {
		struct plan_day *d = &p->day[item->day];
		d->status = ++d->ndone == d->nitem   ? PLAN_DONE
			    : d->status == PLAN_OPEN ? PLAN_IN_PROGRESS
						     : d->status;
	}
}

bool study_seen_log(const struct study *s, uint64_t item, bool *done, struct err *e)
{
	struct arena a = { 0 };
	struct event *ev;
	size_t n;
	bool ok = store_deeds(s->store, (int64_t)item, &ev, &n, &a, e);
	if (ok)
		*done = false;
	for (size_t i = 0; ok && i < n; i++)
		if (ev[i].kind == EVENT_TICK)
			*done = ev[i].value != 0;
	arena_release(&a);
	return ok;
}

bool study_seen_marks(const struct study *s, struct plan *p, struct err *e)
{
	for (int i = 0; i < p->nitem; i++) {
		bool done = false;
		if (p->item[i].boxed || p->item[i].done)
			continue;
		if (!study_seen_log(s, p->item[i].id, &done, e))
			return false;
		if (done)
			count_done(p, &p->item[i]);
	}
	return true;
}

bool study_seen_later(const struct study *s)
{
	int64_t version;
	int i = 0;
	while (i < s->plan.nitem && s->plan.item[i].boxed)
		i++;
	/* The stamp notices what others logged when the version is asked for; who reads anew meets the error. */
	return i < s->plan.nitem && (!store_version(s->store, &version, NULL) ||
					    s->state->plan_stamp != store_stamp(s->store));
}

static bool log_ticks(struct study *s, const struct plan *p, struct str known, int *nchanged,
	struct arena *a, struct err *e)
{
	size_t n;
	struct seen *seen = seen_parse(known, &n, a);
	for (int i = 0; i < p->nitem && n; i++) {
		const struct plan_item *item = &p->item[i];
		struct seen *was = bsearch(&item->id, seen, n, sizeof *seen, seen_cmp);
		if (!item->boxed || !was || was->done == item->done)
			continue;
		struct event ev = {
			.kind = EVENT_TICK,
			.subject = (int64_t)item->id,
			.value = item->done,
			.text = STR("file"),
		};
		if (!study_append(s, &ev, e))
			return false;
		++*nchanged;
	}
	return true;
}

static int row_cmp(const void *a, const void *b)
{
	const struct topic_row *x = a, *y = b;
	return (x->id > y->id) - (x->id < y->id);
}

/* The stored topics of one file, as they stand in it. */
static bool rows_of(struct study *s, int64_t file, struct topic_row **row, size_t *n,
	struct arena *a, struct err *e)
{
	size_t all;
	if (!catalog_topics(s->store, row, &all, a, e))
		return false;
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if ((*row)[i].file == file)
			(*row)[(*n)++] = (*row)[i];
	return true;
}

/* No event when the log says already what the file says now: it came by a merge. */
static bool log_levels(struct study *s, const struct topics *t, const struct topic_row *row,
	size_t n, int *nchanged, struct err *e)
{
	for (int i = 0; i < t->ntopic && n; i++) {
		const struct topic *topic = &t->topic[i];
		struct topic_row key = { .id = (int64_t)topic->id };
		const struct topic_row *was = bsearch(&key, row, n, sizeof *row, row_cmp);
		if (!was || was->mark == topic->level || was->level == topic->level)
			continue;
		struct event ev = {
			.kind = EVENT_LEVEL,
			.subject = was->id,
			.value = topic->level,
			.text = STR("file"),
		};
		if (!study_append(s, &ev, e))
			return false;
		++*nchanged;
	}
	return true;
}

bool study_seen_plan(struct study *s, const struct plan *p, int *nchanged, struct err *e)
{
	struct arena a = { 0 };
	struct buf now = { 0 };
	struct str known;
	bool ok = store_setting(s->store, "ticks", (struct str){ 0 }, &known, &a, e) &&
		  log_ticks(s, p, known, nchanged, &a, e);
	for (int i = 0; i < p->nitem; i++)
		if (p->item[i].boxed)
			seen_add(&now, p->item[i].id, p->item[i].done);
	if (ok && !str_eq(known, buf_str(&now)))
		ok = store_set(s->store, "ticks", buf_str(&now), e);
	buf_release(&now);
	arena_release(&a);
	return ok;
}

bool study_seen_item(struct study *s, uint64_t item, bool done, struct err *e)
{
	struct arena a = { 0 };
	struct buf now = { 0 };
	struct str known;
	bool ok = store_setting(s->store, "ticks", (struct str){ 0 }, &known, &a, e), found = false;
	for (size_t i = 0; ok && i + RECORD <= known.n; i += RECORD) {
		struct str record = str_slice(known, i, i + RECORD);
		struct seen one;
		bool is_it = record_parse(record, &one) && one.id == item;
		if (is_it)
			seen_add(&now, item, done);
		else
			buf_add(&now, record);
		found = found || is_it;
	}
	if (!found)
		seen_add(&now, item, done);
	ok = ok && store_set(s->store, "ticks", buf_str(&now), e);
	buf_release(&now);
	arena_release(&a);
	return ok;
}

static bool has_topic(const struct topics *t, uint64_t id)
{
	for (int i = 0; i < t->ntopic; i++)
		if (t->topic[i].id == id)
			return true;
	return false;
}

bool study_topics(const struct study *s, struct str text, struct str path, struct topics *out,
	struct arena *a, struct err *e)
{
	struct topics t = topics_parse(text, path, a);
	for (int i = 0; i < t.ntopic; i++) {
		int64_t id;
		if (!store_alias(s->store, (int64_t)t.topic[i].id, &id, e))
			return false;
		if ((uint64_t)id != t.topic[i].id && !has_topic(&t, (uint64_t)id))
			t.topic[i].id = (uint64_t)id;
	}
	*out = t;
	return true;
}

bool study_seen_topics(struct study *s, const struct file_row *file, struct topics *t,
	struct sync_report *report, struct err *e)
{
	struct reworded reworded = { 0 };
	struct arena a = { 0 };
	struct topic_row *row;
	size_t n;
	bool ok =
		rows_of(s, file->id, &row, &n, &a, e) && study_reworded(s, row, n, t, &reworded, e);
	if (ok && n)
		qsort(row, n, sizeof *row, row_cmp);
	ok = ok && log_levels(s, t, row, n, &report->levels, e) &&
	     catalog_put_topics(s->store, file->id, t, e);
	report->topics_matched += reworded.matched;
	report->doubts += reworded.doubts;
	arena_release(&a);
	return ok;
}
